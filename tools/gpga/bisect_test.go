package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// history makes a repository of 40 commits after the first, in which emit.sh prints a kernel. From commit culprit on, the kernel's
// loop is written out; commits in broken emit nothing and fail.
func history(t *testing.T, culprit int, broken ...int) (dir string, hashes []string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	for k, v := range map[string]string{"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1"} {
		t.Setenv(k, v)
	}
	dir = t.TempDir()
	var in bytes.Buffer
	for i := range 41 {
		body := "\tfor (uint i = 0u; i < st[9]; ++i) {\n\t\tst[i] = st[i] + 1u;\n\t}\n"
		if i >= culprit {
			body = ""
			for k := range 12 {
				body += fmt.Sprintf("\tst[%d] = st[%d] + 1u;\n", k, k)
			}
		}
		// Slow where SLOW is set, with its process number beside it.
		script := fmt.Sprintf("# version %d\nif [ -n \"$SLOW\" ]; then echo $$ > \"$SLOW\"; sleep 1; fi\ncat <<'EOF'\n#include <metal_stdlib>\nusing namespace metal;\nstatic __attribute__((noinline)) void gpga_seg_3(device uint *st) {\n%s}\nkernel void gpga_step(device uint *st [[buffer(0)]]) { gpga_seg_3(st); }\nEOF\n", i, body)
		for _, b := range broken {
			if b == i {
				script = "echo half an edit >&2; exit 1\n"
			}
		}
		subject := fmt.Sprintf("Change %d", i)
		fmt.Fprintf(&in, "commit refs/heads/main\nmark :%d\ncommitter A <a@b.example> %d +0000\ndata %d\n%s\n", i+1, 1700000000+60*i, len(subject), subject)
		if i > 0 {
			fmt.Fprintf(&in, "from :%d\n", i)
		}
		fmt.Fprintf(&in, "M 100644 inline emit.sh\ndata %d\n%s\nM 100644 inline notes\ndata 2\n%02d\n\n", len(script), script, i)
	}
	inRepo(t, dir, nil, "init", "-q", "-b", "main")
	inRepo(t, dir, &in, "fast-import", "--quiet")
	inRepo(t, dir, nil, "reset", "-q", "--hard", "main")
	return dir, strings.Fields(inRepo(t, dir, nil, "rev-list", "--reverse", "main"))
}

func inRepo(t *testing.T, dir string, in *bytes.Buffer, args ...string) string {
	t.Helper()
	c := exec.Command("git", args...)
	c.Dir = dir
	if in != nil {
		c.Stdin = in
	}
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// asItWas tells whether the user's work tree stands where it stood.
func asItWas(t *testing.T, dir, head string) {
	t.Helper()
	if s := inRepo(t, dir, nil, "status", "--porcelain"); s != "" {
		t.Errorf("the work tree changed:\n%s", s)
	}
	if h := strings.TrimSpace(inRepo(t, dir, nil, "rev-parse", "HEAD")); h != head {
		t.Errorf("HEAD moved to %s", h)
	}
	if s := strings.TrimSpace(inRepo(t, dir, nil, "rev-parse", "--abbrev-ref", "HEAD")); s != "main" {
		t.Errorf("the branch is %s", s)
	}
}

// TestBisectEnded ends gpga bisect in the middle, by Ctrl-C, by a polite and by an impolite kill: the work tree is as it was, no
// command runs on, and the same command finds the commit without looking again at what it has seen.
func TestBisectEnded(t *testing.T) {
	path, err := exec.LookPath("gpga")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		signal syscall.Signal
		status int
	}{{syscall.SIGINT, 130}, {syscall.SIGTERM, 130}, {syscall.SIGKILL, -1}} {
		t.Run(c.signal.String(), func(t *testing.T) {
			dir, hashes := history(t, 23, 20)
			slow := filepath.Join(t.TempDir(), "pid")
			args := []string{"bisect", "--good", hashes[0], "--build", "", "--emit", `sh "$TREE/emit.sh"`, "--metric", "tokens"}
			k := exec.Command(path, args...)
			k.Dir, k.Env = dir, append(environ(), "SLOW="+slow)
			var out bytes.Buffer
			k.Stdout, k.Stderr = &out, &out
			if err := k.Start(); err != nil {
				t.Fatal(err)
			}
			state := filepath.Join(dir, ".git", "gpga-bisect", "state.json")
			for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
				text, _ := os.ReadFile(state)
				if bytes.Count(text, []byte(`"values"`)) >= 3 {
					break // both ends are known, and one more
				}
				if time.Since(begun) > time.Minute {
					k.Process.Kill()
					k.Wait()
					t.Fatalf("nothing happens:\n%s", out.String())
				}
			}
			k.Process.Signal(c.signal)
			k.Wait()
			if got := k.ProcessState.ExitCode(); got != c.status {
				t.Errorf("exit status %d, want %d\n%s", got, c.status, out.String())
			}
			if c.status == 130 && !strings.Contains(out.String(), "interrupted; the same command goes on from here") {
				t.Errorf("it says\n%s", out.String())
			}
			asItWas(t, dir, hashes[40])
			if c.status == 130 {
				if list := inRepo(t, dir, nil, "worktree", "list"); strings.Count(list, "\n") != 1 {
					t.Errorf("work trees are left:\n%s", list)
				}
				text, _ := os.ReadFile(slow)
				pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
				for begun := time.Now(); err == nil && syscall.Kill(pid, 0) == nil; time.Sleep(20 * time.Millisecond) {
					if time.Since(begun) > 5*time.Second {
						t.Errorf("the command runs on")
						break
					}
				}
			}
			status, text := gpga(t, dir, args...)
			if status != 0 || !strings.Contains(text, hashes[23][:12]+" is the first bad commit") || !strings.Contains(text, "subject Change 23") || !strings.Contains(text, "gpga_seg_3") {
				t.Errorf("exit status %d\n%s", status, text)
			}
			if !strings.Contains(text, "3 known from before") && !strings.Contains(text, "4 known from before") {
				t.Errorf("it looks again:\n%s", text)
			}
			asItWas(t, dir, hashes[40])
			if list := inRepo(t, dir, nil, "worktree", "list"); strings.Count(list, "\n") != 1 {
				t.Errorf("work trees are left:\n%s", list)
			}
		})
	}
}

// TestBisectRun has git's own bisection run gpga bisect step.
func TestBisectRun(t *testing.T) {
	path, err := exec.LookPath("gpga")
	if err != nil {
		t.Fatal(err)
	}
	dir, hashes := history(t, 17, 9, 14, 20)
	inRepo(t, dir, nil, "bisect", "start", hashes[40], hashes[0])
	c := exec.Command("git", "bisect", "run", path, "bisect", "step", "--build", "", "--emit", "sh emit.sh", "--metric", "stores", "--max", "5")
	c.Dir, c.Env = dir, environ()
	out, err := c.CombinedOutput()
	if err != nil || !strings.Contains(string(out), hashes[17]+" is the first bad commit") || !strings.Contains(string(out), "bad: stores is 12, above 5") {
		t.Errorf("%v\n%s", err, out)
	}
	inRepo(t, dir, nil, "bisect", "reset")
	asItWas(t, dir, hashes[40])
}

// TestBisectRefuses gives what cannot be bisected: a message, exit status 1, and the work tree as it was.
func TestBisectRefuses(t *testing.T) {
	dir, hashes := history(t, 23, 5)
	emit := []string{"bisect", "--build", "", "--emit", `sh "$TREE/emit.sh"`, "--metric", "tokens"}
	for _, c := range []struct {
		name, want string
		args       []string
	}{
		{"no good end", "has nothing to find: the bad commit has", []string{"--good", hashes[25]}},
		{"good is bad", "above the bound of 10", []string{"--good", hashes[0], "--max", "10"}},
		{"bad is good", "not above the bound of 1000000", []string{"--good", hashes[0], "--max", "1000000"}},
		{"an end that fails", "cannot be judged: it emits no kernel", []string{"--good", hashes[5]}},
		{"backwards", "not among the first parents", []string{"--good", hashes[30], "--bad", hashes[3]}},
		{"unknown", "is no commit of this repository", []string{"--good", "v1.0"}},
	} {
		status, out := gpga(t, dir, append(emit, c.args...)...)
		if status != 1 || !strings.Contains(out, c.want) {
			t.Errorf("%s: exit status %d, want 1 and %q\n%s", c.name, status, c.want, out)
		}
		asItWas(t, dir, hashes[40])
	}
	if err := os.WriteFile(filepath.Join(dir, "notes"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	status, out := gpga(t, dir, append(emit, "--good", hashes[0])...)
	if status != 1 || !strings.Contains(out, "the work tree has changes that no commit holds (notes)") {
		t.Errorf("exit status %d\n%s", status, out)
	}
	status, out = gpga(t, dir, append(emit, "--good", hashes[0], "--allow-dirty")...)
	if text, _ := os.ReadFile(filepath.Join(dir, "notes")); status != 0 || string(text) != "mine" {
		t.Errorf("exit status %d, notes %q\n%s", status, text, out)
	}
}
