package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/gpga/gpga/tools/vfuzz/gen"
	"github.com/gpga/gpga/tools/vfuzz/lanes"
	"github.com/gpga/gpga/tools/vfuzz/mutants"
	"github.com/gpga/gpga/tools/vfuzz/tree"
)

func needIcarus(t *testing.T) {
	t.Helper()
	ic, err := lanes.NewIcarus()
	if errors.Is(err, lanes.ErrNoIcarus) {
		t.Skip("NOT COMPARED with Icarus Verilog: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	ic.Close()
}

// TestAgreement tries a few programs of fixed seeds: gpga, its reference interpreter and Icarus Verilog must agree on all, one text
// in three in the table form and in another order of events, too.
func TestAgreement(t *testing.T) {
	needIcarus(t)
	var log strings.Builder
	c := &campaign{settings: settings{stream: gen.RaceFree, seed: 50001, count: 48, jobs: 1, batch: 8, table: 3, tries: 200, most: 3}, w: &log}
	if err := c.run(); err != nil {
		t.Fatal(err)
	}
	if len(c.findings) > 0 {
		t.Error(log.String())
	}
	if c.done != 48 || c.tables == 0 {
		t.Errorf("%d programs were tried, %d texts in the table form", c.done, c.tables)
	}
	if len(c.cover) < 150 {
		t.Errorf("the programs hold %d constructs only", len(c.cover))
	}
}

// TestMutants plants faults in gpga: all those of programs' tables, and some of those of the kernel's text, which take longer as the
// text must be compiled. vfuzz --mutants plants all.
func TestMutants(t *testing.T) {
	text, err := lanes.VMText()
	if err != nil {
		t.Fatal(err)
	}
	var list []mutants.Mutant
	for i, m := range mutants.All {
		changed, err := m.Text(text)
		if err != nil {
			t.Error(err)
		}
		if m.Program == nil && changed == text {
			t.Errorf("mutant %s changes nothing", m.Name)
		}
		if m.Program != nil || i%8 == 0 {
			list = append(list, m)
		}
	}
	if len(mutants.All) < 30 {
		t.Errorf("there are %d mutants only", len(mutants.All))
	}
	var log strings.Builder
	missed, err := plant(&log, list, 100, 8, 400)
	if err != nil {
		t.Fatal(err)
	}
	if len(missed) > 0 {
		t.Errorf("%v\n%s", missed, log.String())
	}
}

// TestFindings holds that a disagreement is seen, made small, and told: here between a program and what a text of Icarus's could
// not be.
func TestFindings(t *testing.T) {
	p := gen.New(7, gen.RaceFree)
	b := lanes.Compile(gen.Text(p))
	vm, err := lanes.SharedVM()
	if err != nil {
		t.Fatal(err)
	}
	want := vm.Run(b)
	if want.Err != "" || want.Text == "" {
		t.Fatalf("the program does not run: %s", want.Err)
	}
	other := want
	i := strings.LastIndexByte(strings.TrimSpace(want.Text), ' ')
	other.Text = want.Text[:i+1] + "other\n"
	if d := lanes.Compare(other, want, false); len(d) != 1 || d[0].Program != "7" || d[0].Ends {
		t.Errorf("a changed line gives %v", d)
	}
	if d := lanes.Compare(want, want, true); len(d) > 0 {
		t.Errorf("equal texts differ: %v", d)
	}
	if d := lanes.Compare(lanes.Outcome{Text: want.Text, Err: "panic"}, want, false); len(d) != 1 || !d[0].Ends {
		t.Errorf("an end with an error gives %v", d)
	}
	// The clock makes some line of what is printed: the smallest program with a clock is little more than that.
	small := tree.Shrink(p.Root, 2000, func(n *tree.Node) bool { return strings.Contains(n.String(), "forever begin #9 clk") })
	if small.Size() > 80 || !strings.Contains(small.String(), "forever begin #9 clk") {
		t.Errorf("shrunk to %d nodes:\n%s", small.Size(), small)
	}
}

// TestSeeds holds that a seed stands for one program, and that different seeds make different ones.
func TestSeeds(t *testing.T) {
	for _, s := range []gen.Stream{gen.RaceFree, gen.Racy} {
		a, b, c := gen.Text(gen.New(3, s)), gen.Text(gen.New(3, s)), gen.Text(gen.New(4, s))
		if a != b {
			t.Errorf("%s: two programs of one seed", s)
		}
		if strings.ReplaceAll(a, "v3", "") == strings.ReplaceAll(c, "v4", "") {
			t.Errorf("%s: two seeds make one program", s)
		}
	}
}

// TestUsage holds the exit status of wrong usage.
func TestUsage(t *testing.T) {
	for _, args := range [][]string{{"--stream=none"}, {"--jobs=0"}, {"file.v"}, {"--nothing"}, {"--count=-1"}} {
		if got := run(args); got != 2 {
			t.Errorf("vfuzz %v: exit status %d, not 2", args, got)
		}
	}
}
