package bisect

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A scratch repository holds an emitter: a program that prints a kernel, put together from parts as an emitter is. 200 commits
// change it; one of them is a regression.

const head = `#include <metal_stdlib>
using namespace metal;

constant uint gpga_slot_stride [[function_constant(0)]];
#define GPGA_AT(s) st[(s) * gpga_slot_stride]
`

// ladderOf is a segment that decides on n bits. Straight: each decision is loaded, made and stored. Held: the signals are locals
// across the whole ladder.
func ladderOf(n int, held bool) string {
	var b strings.Builder
	b.WriteString("/* cpu.v:212 always @(posedge clk) */\nstatic __attribute__((noinline)) void gpga_seg_7(device uint *st) {\n")
	if held {
		for i := range n {
			fmt.Fprintf(&b, "\tuint s%d = GPGA_AT(%du);\n", i, i)
		}
		b.WriteString("\tuint op = GPGA_AT(100u);\n")
		for i := range n {
			fmt.Fprintf(&b, "\tif ((op & %du) != 0u) s%d = s%d + s%d;\n", 1<<i, i, (i+1)%n, (i+5)%n)
		}
		for i := range n {
			fmt.Fprintf(&b, "\tGPGA_AT(%du) = s%d;\n", i, i)
		}
	} else {
		for i := range n {
			fmt.Fprintf(&b, "\tif ((GPGA_AT(100u) & %du) != 0u) GPGA_AT(%du) = GPGA_AT(%du) + GPGA_AT(%du);\n", 1<<i, i, (i+1)%n, (i+5)%n)
		}
	}
	return b.String() + "}\n"
}

// starOf is the evaluator of @*: a loop over a table, or the loop written out.
func starOf(n int, unrolled bool) string {
	var b strings.Builder
	b.WriteString("/* the evaluator of star events */\nstatic __attribute__((noinline)) uint gpga_eval_star(device uint *st, uint first, uint count) {\n\tuint any = 0u;\n")
	if unrolled {
		for i := range n {
			fmt.Fprintf(&b, "\tif (%du < count && GPGA_AT(200u + first + %du) != GPGA_AT(300u + first + %du)) any |= 1u;\n", i, i, i)
		}
	} else {
		b.WriteString("\tfor (uint i = 0u; i < count; ++i) {\n\t\tif (GPGA_AT(200u + first + i) != GPGA_AT(300u + first + i)) any |= 1u;\n\t}\n")
	}
	return b.String() + "\treturn any;\n}\n"
}

// waitOf is the helper of waits, and the segments that call it.
func waitOf(n int, inlined bool) string {
	var b strings.Builder
	attr := "static __attribute__((noinline))"
	if inlined {
		attr = "static inline"
	}
	fmt.Fprintf(&b, "/* the evaluator of edge waits */\n%s uint gpga_eval_edge_wait(device uint *st, uint event) {\n\tuint woken = 0u;\n\tfor (uint i = 0u; i < GPGA_AT(400u + event); ++i) {\n"+
		"\t\tuint now = GPGA_AT(500u + i);\n\t\tif (now != GPGA_AT(600u + i) && (now & 1u) != 0u) woken = woken + 1u;\n\t\tGPGA_AT(600u + i) = now;\n\t}\n\treturn woken;\n}\n", attr)
	for i := range n {
		fmt.Fprintf(&b, "/* bus.v:%d always @(negedge strobe) */\nstatic __attribute__((noinline)) void gpga_seg_%d(device uint *st) {\n\tGPGA_AT(%du) = gpga_eval_edge_wait(st, %du);\n}\n", 10+i, 20+i, 700+i, i)
	}
	return b.String()
}

func tailOf(waits int) string {
	var b strings.Builder
	b.WriteString("kernel void gpga_step(device uint *st [[buffer(0)]], uint gid [[thread_position_in_grid]]) {\n\tgpga_seg_7(st);\n\tGPGA_AT(1u) = gpga_eval_star(st, GPGA_AT(2u), GPGA_AT(3u));\n")
	for i := range waits {
		fmt.Fprintf(&b, "\tgpga_seg_%d(st);\n", 20+i)
	}
	return b.String() + "}\n"
}

// emitter is the program of each commit. It stops with a syntax error in broken ones.
const emitter = `# Prints the kernel. Version %d.
emit() { cat head.metal ladder.metal star.metal wait.metal tables.metal tail.metal; }
%s
case "$1" in build) ;; emit) emit ;; esac
`

// plant names a regression.
type plant string

const (
	held     plant = "held"     // signals are held in locals across a ladder
	unrolled plant = "unrolled" // the star loop is unrolled
	inlined  plant = "inlined"  // the wait helper is inlined
)

const commits = 200

// scratch makes the repository: commits commits, with the plant at index at; those in broken do not build. It returns the
// directory and the hashes.
func scratch(t *testing.T, p plant, at int, broken map[int]bool) (dir string, hashes []string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	for k, v := range map[string]string{"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": ""} {
		t.Setenv(k, v)
	}
	dir = t.TempDir()
	if keep := os.Getenv("GPGA_KEEP_SCRATCH"); keep != "" { // for docs/compile-time-debugging.md
		dir = filepath.Join(keep, fmt.Sprintf("%s-%d", p, at))
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	git(t, dir, nil, "init", "-q", "-b", "main")
	var in bytes.Buffer
	file := func(name, text string) { fmt.Fprintf(&in, "M 100644 inline %s\ndata %d\n%s\n", name, len(text), text) }
	for i := range commits + 1 {
		subject := fmt.Sprintf("Change %d of the tables", i)
		switch {
		case i == 0:
			subject = "An emitter"
		case i == at:
			subject = map[plant]string{held: "Load signals once per segment", unrolled: "Straight code for star events", inlined: "No call for a wait"}[p]
		case broken[i]:
			subject = "Half of an edit"
		case i%7 == 3:
			subject = "Comments"
		}
		fmt.Fprintf(&in, "commit refs/heads/main\nmark :%d\ncommitter Some Body <some@body.example> %d +0000\ndata %d\n%s\n", i+1, 1700000000+3600*i, len(subject), subject)
		if i > 0 {
			fmt.Fprintf(&in, "from :%d\n", i)
		}
		if i%25 == 24 { // a merge of a side branch that is worse than anything: first parents do not go there
			fmt.Fprintf(&in, "merge :%d\n", commits+10+i/25)
		}
		is := func(q plant) bool { return p == q && i >= at }
		if i == 0 || i == at {
			file("head.metal", head)
			file("ladder.metal", ladderOf(16, is(held)))
			file("star.metal", starOf(48, is(unrolled)))
			file("wait.metal", waitOf(24, is(inlined)))
			file("tail.metal", tailOf(24))
		}
		// What grows a little all the time, and what costs nothing.
		var tables strings.Builder
		fmt.Fprintf(&tables, "/* tables, version %d */\nconstant uint sched_table[%d] = {", i, 8+i/4)
		for k := range 8 + i/4 {
			fmt.Fprintf(&tables, "%du, ", k*i)
		}
		file("tables.metal", tables.String()+"};\n")
		extra := ""
		if broken[i] {
			extra = "if then"
		}
		file("emit.sh", fmt.Sprintf(emitter, i, extra))
		in.WriteByte('\n')
		if (i+1)%25 == 24 { // the side branch for the merge to come
			fmt.Fprintf(&in, "commit refs/heads/side\nmark :%d\ncommitter Some Body <some@body.example> %d +0000\ndata 4\nside\nfrom :%d\n", commits+10+(i+1)/25, 1700000000+3600*i+60, i+1)
			file("ladder.metal", ladderOf(30, true))
			in.WriteByte('\n')
		}
	}
	git(t, dir, &in, "fast-import", "--quiet")
	git(t, dir, nil, "reset", "-q", "--hard", "main")
	hashes = strings.Fields(git(t, dir, nil, "rev-list", "--first-parent", "--reverse", "main"))
	if len(hashes) != commits+1 {
		t.Fatalf("%d commits", len(hashes))
	}
	return dir, hashes
}

func git(t *testing.T, dir string, in *bytes.Buffer, args ...string) string {
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

// clean tells what of a repository a bisection has changed: it must be nothing.
func untouched(t *testing.T, dir string, head string) {
	t.Helper()
	if s := git(t, dir, nil, "status", "--porcelain"); s != "" {
		t.Errorf("the work tree changed:\n%s", s)
	}
	if h := strings.TrimSpace(git(t, dir, nil, "rev-parse", "HEAD")); h != head {
		t.Errorf("HEAD moved to %s", h)
	}
	if s := strings.TrimSpace(git(t, dir, nil, "rev-parse", "--abbrev-ref", "HEAD")); s != "main" {
		t.Errorf("the branch is %s", s)
	}
	if list := git(t, dir, nil, "worktree", "list"); strings.Count(list, "\n") != 1 {
		t.Errorf("work trees are left:\n%s", list)
	}
	if _, err := os.Stat(filepath.Join(dir, ".git", "gpga-bisect", "tree")); err == nil {
		t.Error("the own work tree is left")
	}
}
