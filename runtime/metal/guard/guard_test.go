package guard

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain is the guarded process, too: its request says what it does.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "guarded" {
		if err := Serve(os.Stdin, os.Stdout, behave); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

var hoard [][]byte

func behave(request []byte, say func(any) error) error {
	var what string
	if err := json.Unmarshal(request, &what); err != nil {
		return err
	}
	say("begun")
	word, arg, _ := strings.Cut(what, " ")
	switch word {
	case "hang":
		select {}
	case "spin":
		for {
		}
	case "crash":
		fmt.Fprintln(os.Stderr, "its words")
		var nowhere *int
		*nowhere = 1
	case "noise":
		for range 10000 {
			fmt.Fprintln(os.Stderr, "noise")
		}
		os.Exit(1)
	case "signal":
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	case "exit":
		n, _ := strconv.Atoi(arg)
		os.Exit(n)
	case "eat":
		for {
			b := make([]byte, 16<<20)
			for i := range b {
				b[i] = byte(i)
			}
			hoard = append(hoard, b)
			time.Sleep(5 * time.Millisecond)
		}
	case "children": // which it does not wait for, and one that has its output
		c := exec.Command("sleep", "1000")
		c.Stdout, c.Stderr = os.Stdout, os.Stderr
		if err := c.Start(); err != nil {
			return err
		}
		say(c.Process.Pid)
		if arg == "hang" {
			select {}
		}
	case "run": // a guarded process of its own, which hangs
		_, err := Run(context.Background(), me(), Limits{}, "pid", func(m []byte) { say(json.RawMessage(m)) })
		return err
	case "pid":
		say(os.Getpid())
		select {}
	}
	say("done")
	return nil
}

func me() []string {
	exe, err := os.Executable()
	if err != nil {
		panic(err)
	}
	return []string{exe, "guarded"}
}

// alive tells whether a process is there and no zombie.
func alive(pid int) bool {
	list, err := processes()
	if err != nil || syscall.Kill(pid, 0) != nil {
		return false
	}
	return slices.ContainsFunc(list, func(p process) bool { return p.pid == pid && p.resident > 0 })
}

func gone(t *testing.T, pid int) {
	t.Helper()
	for range 500 {
		if !alive(pid) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("process %d is still there", pid)
}

func TestRun(t *testing.T) {
	var limit *LimitError
	var death *DeathError
	for _, c := range []struct {
		what  string
		lim   Limits
		said  []string
		check func(u Usage, err error) bool
	}{
		{"well", Limits{}, []string{`"begun"`, `"done"`}, func(u Usage, err error) bool { return err == nil && u.Wall > 0 }},
		{"hang", Limits{Wall: 300 * time.Millisecond}, []string{`"begun"`}, func(u Usage, err error) bool {
			return errors.As(err, &limit) && !limit.Memory && limit.Usage.Wall >= limit.Limits.Wall && err.Error() == "it took longer than 300ms"
		}},
		{"spin", Limits{Wall: 300 * time.Millisecond}, []string{`"begun"`}, func(u Usage, err error) bool { return errors.As(err, &limit) && !limit.Memory }},
		{"eat", Limits{Wall: time.Minute, Memory: 200 << 20}, []string{`"begun"`}, func(u Usage, err error) bool {
			return errors.As(err, &limit) && limit.Memory && u.Peak > 200<<20 && strings.Contains(err.Error(), "more than the limit of 200 MiB")
		}},
		{"exit 7", Limits{}, []string{`"begun"`}, func(u Usage, err error) bool { return errors.As(err, &death) && err.Error() == "exit status 7" }},
		{"crash", Limits{}, []string{`"begun"`}, func(u Usage, err error) bool {
			return errors.As(err, &death) && death.How == "exit status 2" && strings.HasPrefix(death.Stderr, "its words\npanic: runtime error: invalid memory address") && !strings.Contains(death.Stderr, "goroutine")
		}},
		{"noise", Limits{}, []string{`"begun"`}, func(u Usage, err error) bool {
			return errors.As(err, &death) && strings.HasPrefix(err.Error(), "exit status 1: noise\nnoise\n") && len(death.Stderr) < 2001
		}},
		{"signal", Limits{}, []string{`"begun"`}, func(u Usage, err error) bool {
			return errors.As(err, &death) && err.Error() == "signal: killed"
		}},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			var said []string
			u, err := Run(context.Background(), me(), c.lim, c.what, func(m []byte) { said = append(said, string(m)) })
			if !c.check(u, err) {
				t.Errorf("%+v, %v", u, err)
			}
			if !slices.Equal(said, c.said) {
				t.Errorf("it said %q, expected %q", said, c.said)
			}
		})
	}
}

// TestGroup: what the process has started goes with it, whether it ends or is killed.
func TestGroup(t *testing.T) {
	for _, what := range []string{"children", "children hang"} {
		pid := 0
		_, err := Run(context.Background(), me(), Limits{Wall: 10 * time.Second}, what, func(m []byte) { json.Unmarshal(m, &pid) })
		var limit *LimitError
		if errors.As(err, &limit) != (what == "children hang") || what == "children" && err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if pid == 0 {
			t.Fatalf("%s: it named no process", what)
		}
		gone(t, pid)
	}
}

// TestCancel ends the context of a process that hangs.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	pid := 0
	start := time.Now()
	_, err := Run(ctx, me(), Limits{}, "pid", func(m []byte) {
		if json.Unmarshal(m, &pid) == nil {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || time.Since(start) > 20*time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
	gone(t, pid)
}

// TestOrphan kills the parent of a guarded process, which then ends.
func TestOrphan(t *testing.T) {
	parent := exec.Command(me()[0], "guarded")
	in, err := parent.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	defer parent.Process.Kill()
	fmt.Fprintln(in, `"run"`)
	pid := 0
	for dec := json.NewDecoder(out); pid == 0; {
		var m json.RawMessage
		if err := dec.Decode(&m); err != nil {
			t.Fatal(err)
		}
		json.Unmarshal(m, &pid)
	}
	if !alive(pid) {
		t.Fatalf("process %d is not there", pid)
	}
	parent.Process.Kill()
	parent.Wait()
	gone(t, pid)
}

// TestService counts a compiler service that was not there before, outside of the group, and not one that was.
func TestService(t *testing.T) {
	sleep, err := exec.LookPath("sleep")
	if err != nil {
		t.Skip(err)
	}
	if runtime.GOOS != "linux" {
		t.Skip("a copy of a system's program may not run here")
	}
	body, err := os.ReadFile(sleep)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), compiler)
	if err := os.WriteFile(path, body, 0o755); err != nil {
		t.Fatal(err)
	}
	start := func() *exec.Cmd {
		c := exec.Command(path, "1000")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Process.Kill(); c.Wait() })
		return c
	}
	old := start()
	before, err := services()
	if err != nil || !before[old.Process.Pid] {
		t.Fatalf("%v, %v", before, err)
	}
	const nobody = 1 << 30 // no group
	if n, err := memory(nobody, before); n != 0 || err != nil {
		t.Errorf("%d bytes, %v", n, err)
	}
	start()
	if n, err := memory(nobody, before); n == 0 || err != nil {
		t.Errorf("%d bytes, %v", n, err)
	}
	if n, err := memory(syscall.Getpgrp(), before); n < 1<<20 || err != nil {
		t.Errorf("this group has %d bytes, %v", n, err)
	}
}

func TestParsePS(t *testing.T) {
	list, err := parsePS("    1     1   14352 /sbin/launchd\n 5123  5100 1048576 /System/Library/Frameworks/Metal.framework/Versions/A/XPCServices/MTLCompilerService.xpc/Contents/MacOS/MTLCompilerService\n  77 77 0 (a b)\n\n")
	want := []process{{1, 1, 14352 << 10, "launchd"}, {5123, 5100, 1 << 30, compiler}, {77, 77, 0, "(a b)"}}
	if err != nil || !slices.Equal(list, want) {
		t.Errorf("%+v, %v; expected %+v", list, err, want)
	}
	if _, err := parsePS("PID PGID RSS COMM\n"); err == nil {
		t.Error("a heading is taken")
	}
}

func TestUnstarted(t *testing.T) {
	if _, err := Run(context.Background(), []string{filepath.Join(t.TempDir(), "nothing")}, Limits{}, 0, func([]byte) {}); err == nil {
		t.Error("what is not there runs")
	}
}

func FuzzParsePS(f *testing.F) {
	f.Add("    1     1   14352 /sbin/launchd\n")
	f.Add(" 77 77 0 (a b)\n12")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := parsePS(text)
		if err == nil && len(list) > strings.Count(text, "\n")+1 {
			t.Errorf("%d rows of %q", len(list), text)
		}
	})
}
