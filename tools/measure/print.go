package measure

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"text/tabwriter"
)

// printedPasses is how many passes the readable form names.
const printedPasses = 8

// Print writes a report for people.
func Print(out io.Writer, r *Report) error {
	e := &r.Environment
	for _, path := range sortedKeys(e.Compilers) {
		fmt.Fprintf(out, "compiler  %s (%s) %s\n", e.Compilers[path], path, e.Mode)
	}
	fmt.Fprintf(out, "machine   %s, %s, %d cores, %d MB, %s, load %s\n", e.CPU, e.Arch, e.Cores, e.MemoryMB, e.OS, e.Load)
	fmt.Fprintf(out, "gpga      %s, %s\n", e.Gpga, e.Go)
	fmt.Fprintf(out, "command   %s\n", strings.Join(e.Command, " "))
	fmt.Fprintf(out, "runs      %d after %d for warming up; medians, with sigma from the median distance; capped at %d CPU s and %d MB\n\n", r.Runs, r.Warmup, r.Caps.Seconds, r.Caps.MB)
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintf(w, "kernel\tbackend\tCPU s\tsigma\twall s\tpeak MB\tobject\tIR instructions\tblocks\tphis\tfunctions\t\n")
	row := func(name string, x *Result) {
		fmt.Fprintf(w, "%s\t%s\t", name, x.Backend)
		switch {
		case x.Error != "":
			first, _, _ := strings.Cut(x.Error, "\n")
			fmt.Fprintf(w, "rejected: %s\n", first)
			return
		case x.Killed != "":
			fmt.Fprintf(w, "killed (%s) at %.2f s CPU, %.0f MB\n", x.Killed, x.CPU.Median, x.PeakMB.Median)
			return
		}
		fmt.Fprintf(w, "%.3f\t%.3f\t%.3f\t%.0f\t%d\t", x.CPU.Median, x.CPU.Sigma, x.Wall.Median, x.PeakMB.Median, x.Object)
		if x.IR != nil {
			fmt.Fprintf(w, "%d -> %d\t%d -> %d\t%d\t%d -> %d\t", x.IR.Before.Instructions, x.IR.After.Instructions, x.IR.Before.Blocks, x.IR.After.Blocks, x.IR.After.Phis, x.IR.Before.Functions, x.IR.After.Functions)
		}
		fmt.Fprintln(w)
	}
	for i := range r.Empty {
		row("(empty)", &r.Empty[i])
	}
	for i := range r.Kernels {
		k := &r.Kernels[i]
		name := k.File
		if k.Name != "" {
			name += ":" + k.Name
		}
		for j := range k.Results {
			row(name, &k.Results[j])
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for i := range r.Kernels {
		k := &r.Kernels[i]
		for j := range k.Results {
			if t := k.Results[j].Timing; t != nil {
				printTiming(out, k, &k.Results[j], t)
			}
		}
	}
	return nil
}

func printTiming(out io.Writer, k *Kernel, r *Result, t *Timings) {
	name := k.Name
	if name == "" {
		name = k.File
	}
	fmt.Fprintf(out, "\n%s on %s, by the compiler's own timers\n", name, r.Backend)
	list := func(what string, l []Timing, n int) {
		var s []string
		for i, x := range l {
			if i == n {
				break
			}
			s = append(s, fmt.Sprintf("%s %.3f", x.Name, x.Seconds))
		}
		if len(s) > 0 {
			fmt.Fprintf(out, "  %s: %s\n", what, strings.Join(s, ", "))
		}
	}
	list("phases, s", t.Phases, len(t.Phases))
	list("troubles, s", t.Troubles, len(t.Troubles))
	list("passes, s", t.Passes, printedPasses)
}

func sortedKeys[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	sort.Strings(list)
	return list
}
