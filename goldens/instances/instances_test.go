package instances

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/goldens"
	"github.com/gpga/gpga/runtime/clang"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
)

// compile takes a design that lies in dir through the passes.
func compile(t *testing.T, dir string, d goldens.Design, form flow.Form) *flow.Build {
	t.Helper()
	return compileWith(t, dir, d, form, emit.Options{})
}

func compileWith(t *testing.T, dir string, d goldens.Design, form flow.Form, e emit.Options) *flow.Build {
	t.Helper()
	b, err := flow.Compile(flow.Options{Emit: e, Files: []string{filepath.Join(dir, d.Name+".v")}, Warnings: []string{"none"}, Form: form}, flow.ToKernel)
	if err != nil {
		var msg strings.Builder
		b.Diags.Print(&msg)
		t.Fatalf("%v\n%s", err, msg.String())
	}
	return b
}

// outcome is everything that a run leaves.
type outcome struct {
	text  string
	exit  int
	time  uint64
	err   string
	files map[string]string
}

// dumpHead is what a dump says of when and by what it was made.
var dumpHead = regexp.MustCompile(`(?s)\$(date|version)\s.*?\$end\n`)

// collect reads what a run left in dir.
func collect(t *testing.T, dir, text string, r sim.Result, err error) outcome {
	t.Helper()
	o := outcome{text: text, exit: r.ExitCode, time: r.Time, files: map[string]string{}}
	if err != nil {
		o.err = err.Error()
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		o.files[e.Name()] = string(dumpHead.ReplaceAll(body, nil))
	}
	return o
}

// place makes a folder with what a design needs.
func place(t *testing.T, d goldens.Design) string {
	t.Helper()
	dir := t.TempDir()
	if err := d.Place(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// single runs a design alone, in a folder of its own.
func single(t *testing.T, d goldens.Design, b *flow.Build, e flow.Engine, args []string, o sim.Options) outcome {
	t.Helper()
	dir := place(t, d)
	var text bytes.Buffer
	r, err := b.Run(context.Background(), flow.RunOptions{Engine: e, Sim: o,
		Host: host.Config{Stdout: &text, Stderr: &text, Stdin: strings.NewReader(""), Dir: dir, PlusArgs: args}})
	return collect(t, dir, text.String(), r, err)
}

// many runs instances of a design, each in a folder of its own.
func many(t *testing.T, d goldens.Design, b *flow.Build, o flow.ManyOptions, args func(i int) []string) []outcome {
	t.Helper()
	dirs, texts, out := make([]string, o.N), make([]bytes.Buffer, o.N), make([]outcome, o.N)
	for i := range dirs {
		dirs[i] = place(t, d)
	}
	o.Start = func(i int) (flow.Instance, error) {
		return flow.Instance{Host: host.Config{Stdout: &texts[i], Stderr: &texts[i], Stdin: strings.NewReader(""), Dir: dirs[i], PlusArgs: args(i)}}, nil
	}
	results := make([]func() (sim.Result, error), o.N)
	var mu sync.Mutex
	o.Done = func(i int, r sim.Result, err error) {
		mu.Lock()
		defer mu.Unlock()
		if results[i] != nil {
			t.Errorf("instance %d is done twice", i)
		}
		results[i] = func() (sim.Result, error) { return r, err }
	}
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute)
	defer cancel()
	if err := b.RunMany(ctx, o); err != nil {
		t.Fatal(err)
	}
	for i := range out {
		if results[i] == nil {
			t.Fatalf("instance %d is never done", i)
		}
		r, err := results[i]()
		out[i] = collect(t, dirs[i], texts[i].String(), r, err)
	}
	return out
}

func same(t *testing.T, what string, got, want outcome) {
	t.Helper()
	if got.err != want.err || got.exit != want.exit || got.time != want.time {
		t.Errorf("%s: exit status %d, time %d, error %q; expected %d, %d, %q", what, got.exit, got.time, got.err, want.exit, want.time, want.err)
	}
	if got.text != want.text {
		t.Errorf("%s prints otherwise, first at %s", what, firstDifference(got.text, want.text))
	}
	for _, name := range slices.Sorted(maps.Keys(want.files)) {
		if g, ok := got.files[name]; !ok {
			t.Errorf("%s does not write %s", what, name)
		} else if g != want.files[name] {
			t.Errorf("%s writes another %s, first at %s", what, name, firstDifference(g, want.files[name]))
		}
	}
	if len(got.files) > len(want.files) {
		t.Errorf("%s writes %d files, expected %d", what, len(got.files), len(want.files))
	}
}

func firstDifference(a, b string) string {
	g, w := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d:\n%.200s\nexpected:\n%.200s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("the end: %d lines, expected %d", len(g), len(w))
}

// seeded are a design's arguments with a seed of instance i before them.
func seeded(d goldens.Design, i int) []string {
	return append([]string{fmt.Sprintf("+seed=%d", i+1)}, d.Args...)
}

// TestShared runs three instances of every design in one arena, in both orders, as one dispatch after the other; each must do
// what it does alone. Seeds differ, so that instances end at different times and grow differently.
func TestShared(t *testing.T) {
	designs, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range designs {
		t.Run(d.Name, func(t *testing.T) {
			t.Parallel()
			const n = 3
			args := func(i int) []string { return seeded(d, i) }
			source := place(t, d)
			var want [n]outcome
			for k, form := range []flow.Form{flow.FormTable, flow.FormVM} {
				b := compile(t, source, d, form)
				if k == 0 {
					for i := range n {
						want[i] = single(t, d, b, flow.EngineCPU, args(i), sim.Options{})
					}
				}
				for _, state := range []flow.State{flow.StateMajor, flow.StateInterleaved} {
					got := many(t, d, b, flow.ManyOptions{Engine: flow.EngineCPU, State: state, N: n}, args)
					for i := range n {
						same(t, fmt.Sprintf("%s, %s, instance %d", form, state, i), got[i], want[i])
					}
				}
			}
		})
	}
}

// TestThousand runs a thousand seeds of a design at once, and a thousand times alone.
func TestThousand(t *testing.T) {
	designs, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(designs, func(d goldens.Design) bool { return d.Name == "seeds" })
	if i < 0 {
		t.Fatal("there is no design seeds")
	}
	d, n := designs[i], 1000
	if testing.Short() {
		n = 50
	}
	b := compile(t, place(t, d), d, flow.FormTable)
	args := func(i int) []string { return seeded(d, i) }
	distinct := map[string]bool{}
	want := make([]outcome, n)
	for i := range n {
		want[i] = single(t, d, b, flow.EngineCPU, args(i), sim.Options{})
		distinct[want[i].text] = true
	}
	if len(distinct) != n {
		t.Errorf("%d seeds give %d texts", n, len(distinct))
	}
	got := many(t, d, b, flow.ManyOptions{Engine: flow.EngineCPU, State: flow.StateSeparate, N: n}, args)
	for i := range n {
		same(t, fmt.Sprintf("instance %d", i), got[i], want[i])
	}
	if _, err := clang.Find(); err != nil {
		t.Logf("THE clang ENGINE IS NOT TESTED: %v", err)
		return
	}
	got = many(t, d, b, flow.ManyOptions{Engine: flow.EngineClang, State: flow.StateSeparate, N: n}, args)
	for i := range n {
		same(t, fmt.Sprintf("instance %d with clang", i), got[i], want[i])
	}
}
