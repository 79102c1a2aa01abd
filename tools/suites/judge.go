package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gpga/gpga/runtime/wave"
)

// fate is what became of a program.
type fate int

const (
	agrees   fate = iota
	differs       // gpga prints, writes or ends otherwise, or refuses it
	accepted      // differs for a reason that known.json states
	refused       // Icarus Verilog does not compile it
	unended       // Icarus Verilog does not bring it to its end
	unready       // it could not be made into a program
	fates
)

var fateNames = [fates]string{"agree", "differ", "differ for a stated reason", "refused by Icarus Verilog", "not ended in Icarus Verilog", "not a program"}

// verdict is the fate of a program under one simulator.
type verdict struct {
	Program, Way string
	Fate         fate
	Why          string
	Ours, Theirs outcome
}

// compare runs a program under the judge and under the others, each in a folder of its own below dir.
func compare(p *program, dir string, judge simulator, others []simulator, known map[string]string) ([]verdict, error) {
	verdicts := make([]verdict, len(others))
	all := func(f fate, why string) []verdict {
		for i, s := range others {
			verdicts[i] = verdict{Program: p.Name, Way: s.Name, Fate: f, Why: why}
		}
		return verdicts
	}
	own, err := place(p, dir, judge.Name)
	if err != nil {
		return nil, err
	}
	want, why, err := judge.simulate(own, p)
	switch {
	case err != nil:
		return nil, err
	case why != "":
		return all(refused, why), nil
	case want.Dead != "":
		return all(unended, want.Dead), nil
	}
	for i, s := range others {
		folder, err := place(p, dir, s.Name)
		if err != nil {
			return nil, err
		}
		got, why, err := s.simulate(folder, p)
		if err != nil {
			return nil, err
		}
		if why == "" {
			why = difference(p, want, got, own, folder)
		}
		v := verdict{Program: p.Name, Way: s.Name, Why: why, Ours: got, Theirs: want}
		if why != "" {
			v.Fate = differs
			if reason := known[p.Name]; reason != "" {
				v.Fate, v.Why = accepted, reason
			}
		}
		verdicts[i] = v
	}
	return verdicts, nil
}

// place makes the folder in which a simulator runs a program.
func place(p *program, dir, way string) (string, error) {
	folder := filepath.Join(dir, strings.ReplaceAll(p.Name, "/", "-"), strings.ReplaceAll(way, "/", "-"))
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return "", err
	}
	return folder, p.place(folder)
}

// difference says in what two runs of a program differ, "" where in nothing.
func difference(p *program, want, got outcome, theirs, ours string) string {
	switch {
	case got.Dead != "":
		return got.Dead
	case !bytes.Equal(want.Output, got.Output):
		return "output: " + parting(want.Output, got.Output)
	case want.Exit != got.Exit:
		return fmt.Sprintf("exit status %d, Icarus Verilog's is %d", got.Exit, want.Exit)
	}
	for _, name := range p.Written {
		a, errA := os.ReadFile(filepath.Join(theirs, name))
		b, errB := os.ReadFile(filepath.Join(ours, name))
		switch {
		case (errA == nil) != (errB == nil):
			return fmt.Sprintf("%s is written by one of the two only", name)
		case !bytes.Equal(a, b):
			return name + ": " + parting(a, b)
		}
	}
	if p.Waves == "" {
		return ""
	}
	return wavesDiffer(filepath.Join(theirs, p.Waves), filepath.Join(ours, p.Waves))
}

// wavesDiffer compares two dumps, repeated values dropped on both sides. Ours may hold more variables than Icarus Verilog's, which
// leaves out parameters, implicit nets and results of functions.
func wavesDiffer(theirs, ours string) string {
	_, errA := os.Stat(theirs)
	_, errB := os.Stat(ours)
	switch {
	case errA != nil && errB != nil:
		return ""
	case (errA == nil) != (errB == nil):
		return "waves are dumped by one of the two only"
	}
	a, err := wave.ReadFile(theirs)
	if err != nil {
		return "waves of Icarus Verilog: " + err.Error()
	}
	b, err := wave.ReadFile(ours)
	if err != nil {
		return "waves: " + err.Error()
	}
	r := wave.Compare(a, b)
	switch {
	case len(r.Differences) > 0:
		return fmt.Sprintf("waves: %s (and %d more variables)", r.Differences[0], len(r.Differences)-1)
	case len(r.OnlyA) > 0:
		return fmt.Sprintf("waves: no %s (and %d more variables)", r.OnlyA[0], len(r.OnlyA)-1)
	case a.End != b.End:
		return fmt.Sprintf("waves end at %d, Icarus Verilog's at %d", b.End, a.End)
	}
	return ""
}

// parting is the first line on which two outputs differ.
func parting(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range w {
		if i >= len(g) {
			return fmt.Sprintf("ends behind line %d, Icarus Verilog goes on with %q", i, w[i])
		}
		if w[i] != g[i] {
			return fmt.Sprintf("line %d is %q, Icarus Verilog says %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("goes on behind line %d with %q", len(w), g[len(w)])
}
