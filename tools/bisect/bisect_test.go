package bisect

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/codegen/cost"
)

func metric(t *testing.T, s string) Metric {
	t.Helper()
	m, err := ParseMetric(s, "")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// fromScript builds and emits with the scratch repository's emitter.
var fromScript = Source{Build: "sh -n emit.sh && sh emit.sh build", Emit: "cd \"$TREE\" && sh emit.sh emit", Timeout: time.Minute}

// TestPlants finds three regressions in 200 commits each: the commit, the function and the construct.
func TestPlants(t *testing.T) {
	for _, c := range []struct {
		plant     plant
		metric    string
		at        int
		broken    []int
		function  string
		origin    string
		construct string
		trouble   string
	}{
		{held, "phi", 137, []int{100, 101, 125, 130, 140}, "gpga_seg_7", "cpu.v:212 always @(posedge clk)",
			"16 locals (s0, s1, s10, s11, ...) are held across a ladder of 16 branches at line", cost.TroublePhi},
		{unrolled, "tokens", 58, []int{50, 75, 62}, "gpga_eval_star", "the evaluator of star events",
			"a loop is unrolled: the same statement stand 48 times in a row from line", cost.TroubleCloning},
		{inlined, "estimate", 181, []int{150, 175, 187, 184}, "gpga_eval_edge_wait", "the evaluator of edge waits",
			"the helper gpga_eval_edge_wait is no longer noinline: its body is cloned into 24 calls", cost.TroubleCloning},
	} {
		t.Run(string(c.plant), func(t *testing.T) {
			broken := map[int]bool{}
			for _, i := range c.broken {
				broken[i] = true
			}
			dir, hashes := scratch(t, c.plant, c.at, broken)
			var log bytes.Buffer
			res, err := Find(context.Background(), Options{Source: fromScript, Repo: dir, Good: hashes[0], Bad: "main", Metric: metric(t, c.metric), Log: &log})
			if err != nil {
				t.Fatalf("%v\n%s", err, log.String())
			}
			if res.Bad.Hash != hashes[c.at] || res.Good.Hash != hashes[c.at-1] || len(res.Suspects) != 0 {
				t.Fatalf("found %s %q, want %s\n%s", res.Bad.Short(), res.Bad.Subject, hashes[c.at][:12], log.String())
			}
			if res.Commits != commits || res.Measured > 16 {
				t.Errorf("%d commits, of which %d were looked at", res.Commits, res.Measured)
			}
			x := res.Why
			if x == nil || x.Function != c.function || x.Origin != c.origin || !strings.HasPrefix(x.Construct, c.construct) || x.Trouble != c.trouble || x.Line == 0 {
				t.Errorf("explained by %+v", x)
			}
			var out bytes.Buffer
			if err := res.Print(&out); err != nil || !strings.Contains(out.String(), res.Bad.Subject) || !strings.Contains(out.String(), c.construct) {
				t.Errorf("%v\n%s", err, out.String())
			}
			untouched(t, dir, hashes[commits])
		})
	}
}

// TestSkips: where only commits that do not build lie before the first bad one, all of them are suspects.
func TestSkips(t *testing.T) {
	dir, hashes := scratch(t, held, 90, map[int]bool{88: true, 89: true, 90: true})
	res, err := Find(context.Background(), Options{Source: fromScript, Repo: dir, Good: hashes[0], Bad: "main", Metric: metric(t, "phi")})
	if err != nil {
		t.Fatal(err)
	}
	if res.Good.Hash != hashes[87] || res.Bad.Hash != hashes[91] || len(res.Suspects) != 3 || len(res.Skipped) < 3 || !strings.Contains(res.Reasons[0], "it does not build") {
		t.Errorf("%+v", res)
	}
	var out bytes.Buffer
	res.Print(&out)
	if !strings.Contains(out.String(), "any of them may be the culprit") {
		t.Error(out.String())
	}
}

// TestResume interrupts a bisection after each look, and goes on until it is done.
func TestResume(t *testing.T) {
	dir, hashes := scratch(t, inlined, 33, nil)
	o := Options{Source: fromScript, Repo: dir, Good: hashes[0], Bad: "main", Metric: metric(t, "composite")}
	stop := errors.New("enough")
	total := 0
	for turn := 0; ; turn++ {
		if turn > 40 {
			t.Fatal("it does not come to an end")
		}
		ctx, cancel := context.WithCancelCause(context.Background())
		looks := 0
		o.Log = writerFunc(func(b []byte) {
			if bytes.HasPrefix(b, []byte("[")) {
				if looks++; looks == 2 {
					cancel(stop)
				}
			}
		})
		res, err := Find(ctx, o)
		cancel(nil)
		untouched(t, dir, hashes[commits])
		total += looks
		if err == nil {
			if res.Bad.Hash != hashes[33] || turn == 0 || res.Resumed == 0 || total > 14 {
				t.Errorf("turn %d, %d looks: %+v", turn, total, res)
			}
			return
		}
		if !errors.Is(err, stop) {
			t.Fatal(err)
		}
	}
}

type writerFunc func([]byte)

func (f writerFunc) Write(b []byte) (int, error) {
	f(b)
	return len(b), nil
}

// TestKilled finds the work tree that a killed run left, and goes on.
func TestKilled(t *testing.T) {
	dir, hashes := scratch(t, held, 120, nil)
	tree := filepath.Join(dir, ".git", "gpga-bisect", "tree")
	git(t, dir, nil, "worktree", "add", "--detach", "-q", tree, hashes[50])
	os.WriteFile(filepath.Join(tree, "emit.sh"), []byte("half"), 0o600)
	res, err := Find(context.Background(), Options{Source: fromScript, Repo: dir, Good: hashes[0], Bad: "main", Metric: metric(t, "phi")})
	if err != nil || res.Bad.Hash != hashes[120] {
		t.Fatal(res, err)
	}
	untouched(t, dir, hashes[commits])
}

// TestNoise finds a step in a number that scatters.
func TestNoise(t *testing.T) {
	dir, hashes := scratch(t, unrolled, 64, nil)
	// 2000 before, about 9000 after, and up to 1000 on top by a counter that stands for a busy machine.
	count := filepath.Join(t.TempDir(), "count")
	run := fmt.Sprintf("n=$(cat %[1]s 2>/dev/null || echo 0); echo $((n+1)) > %[1]s; echo noise $(( $(wc -c < star.metal) + (n * 7919 %% 1000) ))", count)
	res, err := Find(context.Background(), Options{Source: Source{Run: run}, Repo: dir, Good: hashes[0], Bad: "main", Repeats: 4})
	if err != nil || res.Bad.Hash != hashes[64] {
		t.Fatal(res, err)
	}
	if res.Before.N < 4 || res.Before.Sigma == 0 || res.Why != nil {
		t.Errorf("%+v", res)
	}
	// The same noise without a step.
	_, err = Find(context.Background(), Options{Source: Source{Run: "n=$(cat " + count + "); echo $((n+1)) > " + count + "; echo $(( 5000 + n * 7919 % 1000 ))"}, Repo: dir, Good: hashes[0], Bad: hashes[63], Repeats: 4})
	if !errors.Is(err, ErrEnds) {
		t.Errorf("%v", err)
	}
}

func TestBadInput(t *testing.T) {
	dir, hashes := scratch(t, held, 5, map[int]bool{0: true})
	bound := 1.0
	base := Options{Source: fromScript, Repo: dir, Good: hashes[1], Bad: "main", Metric: metric(t, "phi")}
	for _, c := range []struct {
		name, want string
		change     func(o *Options)
	}{
		{"no repository", "not a git repository", func(o *Options) { o.Repo = t.TempDir() }},
		{"no commit", `"nothing" is no commit`, func(o *Options) { o.Good = "nothing" }},
		{"option", `"--all" is no commit`, func(o *Options) { o.Good = "--all" }},
		{"the same", "are the same", func(o *Options) { o.Bad = o.Good }},
		{"backwards", "not among the first parents", func(o *Options) { o.Good, o.Bad = o.Bad, o.Good }},
		{"side", "not among the first parents", func(o *Options) { o.Good = "side" }},
		{"broken end", "cannot be judged: it does not build", func(o *Options) { o.Good = hashes[0] }},
		{"not worse", "it is not worse", func(o *Options) { o.Good = hashes[6] }},
		{"bound too low", "above the bound of 1", func(o *Options) { o.Metric = metric(t, "tokens"); o.Bound = &bound }},
		{"bound too high", "not above the bound", func(o *Options) { b := 1e9; o.Bound = &b }},
		{"no number", "it cannot be measured: the command prints no number", func(o *Options) { o.Source = Source{Run: "echo hello"}; o.Metric = Metric{} }},
		{"no kernel", "it emits nothing", func(o *Options) { o.Source = Source{Emit: "true"} }},
		{"hangs", "no end after", func(o *Options) {
			o.Source = Source{Run: "sleep 60", Timeout: 200 * time.Millisecond}
			o.Metric = Metric{}
		}},
	} {
		o := base
		c.change(&o)
		if _, err := Find(context.Background(), o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	untouched(t, dir, hashes[commits])
	os.WriteFile(filepath.Join(dir, "emit.sh"), []byte("mine"), 0o600)
	if _, err := Find(context.Background(), base); err == nil || !strings.Contains(err.Error(), "changes that no commit holds (emit.sh)") {
		t.Errorf("dirty: %v", err)
	}
	base.Dirty = true
	if res, err := Find(context.Background(), base); err != nil || res.Bad.Hash != hashes[5] {
		t.Errorf("dirty, allowed: %+v %v", res, err)
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "emit.sh")); string(b) != "mine" {
		t.Error("the work tree was changed")
	}
}

func TestStep(t *testing.T) {
	dir, _ := scratch(t, held, 5, nil)
	for _, c := range []struct {
		s     Source
		bound float64
		want  int
		said  string
	}{
		{fromScript, 1e9, 0, "good: phi is "},
		{fromScript, 10, 1, "bad: phi is "},
		{Source{Build: "exit 1", Emit: "true"}, 10, Skip, "skip: it does not build"},
		{Source{Emit: "exit 125"}, 10, Skip, "skip: it emits no kernel: the command asks to skip it"},
	} {
		var log bytes.Buffer
		got, err := Step(context.Background(), c.s, metric(t, "phi"), dir, c.bound, 1, &log)
		if err != nil || got != c.want || !strings.HasPrefix(log.String(), c.said) {
			t.Errorf("%+v: %d %v %q", c.s, got, err, log.String())
		}
	}
}

func TestMetrics(t *testing.T) {
	for _, s := range []string{"phi", "composite", "estimate", "bytes", "cpu_s", "ir.phis", "phi@gpga_step", "copies@f"} {
		if _, err := ParseMetric(s, ""); err != nil {
			t.Errorf("%s: %v", s, err)
		}
	}
	for _, s := range []string{"", "nothing", "bytes@", "table_bytes@f", "cpu_s@f"} {
		if m, err := ParseMetric(s, ""); err == nil && s != "bytes@" {
			t.Errorf("%q is taken as %+v", s, m)
		}
	}
	text := head + waitOf(3, false) + "kernel void k(device uint *st [[buffer(0)]], uint g [[thread_position_in_grid]]) { gpga_seg_20(st); }\n"
	r := cost.Read("k", text).Report()
	if v := metric(t, "loops@gpga_eval_edge_wait").Feature(r); v != 1 {
		t.Errorf("%v loops", v)
	}
	if v := metric(t, "loops@absent").Feature(r); v != 0 {
		t.Errorf("%v loops of a function that is not there", v)
	}
}
