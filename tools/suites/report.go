package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
)

// report prints the verdicts of a suite: every one that is worth a line, what each way came to, and the slowest programs.
type report struct {
	suite    string
	ways     []string
	verdicts []verdict
	left     []left
	verbose  bool
}

// print writes the report and tells whether every program agrees or differs for a stated reason.
func (r *report) print(w io.Writer) bool {
	for _, v := range r.verdicts {
		if v.Fate == differs || v.Fate == accepted || r.verbose && v.Fate != agrees {
			fmt.Fprintf(w, "%s %s (%s): %s\n", strings.ToUpper(fateNames[v.Fate]), v.Program, v.Way, v.Why)
		}
	}
	if r.verbose {
		for _, l := range r.left {
			fmt.Fprintf(w, "%s %s: %s\n", strings.ToUpper(fateNames[unready]), l.Name, l.Why)
		}
	}
	count := map[string]*[fates]int{}
	for _, way := range r.ways {
		count[way] = &[fates]int{unready: len(r.left)}
	}
	for _, v := range r.verdicts {
		count[v.Way][v.Fate]++
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "%s\t%s\n", r.suite, strings.Join(r.ways, "\t"))
	for f := range fates {
		fmt.Fprintf(t, "%s", fateNames[f])
		for _, way := range r.ways {
			fmt.Fprintf(t, "\t%d", count[way][f])
		}
		fmt.Fprintln(t)
	}
	t.Flush()
	good := true
	for _, way := range r.ways {
		c := count[way]
		runs := c[agrees] + c[differs] + c[accepted]
		var slowest verdict
		var ours, theirs time.Duration
		for _, v := range r.verdicts {
			if v.Way != way {
				continue
			}
			ours, theirs = ours+v.Ours.Took, theirs+v.Theirs.Took
			if v.Ours.Took > slowest.Ours.Took {
				slowest = v
			}
		}
		fmt.Fprintf(w, "%s, %s: %d of the %d programs that Icarus Verilog runs agree", r.suite, way, c[agrees], runs)
		if slowest.Program != "" {
			fmt.Fprintf(w, "; %.1f s in all, slowest %s with %.1f s", ours.Seconds(), slowest.Program, slowest.Ours.Took.Seconds())
		}
		fmt.Fprintln(w)
		good = good && c[differs] == 0 && runs > 0
	}
	return good
}
