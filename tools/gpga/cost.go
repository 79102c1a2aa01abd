package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sort"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/tools/flow"
)

func newCost() *cobra.Command {
	var src sourceFlags
	var asJSON bool
	c := &cobra.Command{
		Use:   "cost FILE...",
		Short: "Print what a design's kernel, or a Metal file, costs the shader compiler",
		Args:  sourceArgs,
		RunE: func(c *cobra.Command, args []string) error {
			name, text := args[0], ""
			if isMetal(args[0]) {
				b, err := os.ReadFile(args[0])
				if err != nil {
					return err
				}
				text = string(b)
			} else {
				o, _, err := src.options(args)
				if err != nil {
					return err
				}
				b, err := flow.Compile(o, flow.ToKernel)
				src.report(b)
				if err != nil {
					return err
				}
				name, text = "kernel.metal", b.Kernel.Text
			}
			unit, errs := msl.Load(name, []byte(text))
			if len(errs) > 0 {
				for _, e := range errs {
					fmt.Fprintln(os.Stderr, e.Error())
				}
				return exitError{1}
			}
			rep := cost.Measure(unit)
			if asJSON {
				e := json.NewEncoder(c.OutOrStdout())
				e.SetIndent("", "  ")
				return e.Encode(rep)
			}
			return printCost(c.OutOrStdout(), rep)
		},
	}
	src.add(c.Flags())
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// dearest is how many functions the text form names.
const dearest = 10

func printCost(out io.Writer, r *cost.Report) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	t := &r.Total
	for _, row := range []struct {
		name string
		v    any
	}{
		{"bytes without comments", r.Bytes}, {"tokens", r.Tokens}, {"constant-table bytes", r.TableBytes}, {"functions", t.Functions},
		{"largest function", fmt.Sprintf("%s (%d lines, %d tokens)", t.LargestFunction, t.LargestLines, t.LargestTokens)},
		{"call-graph depth", t.CallDepth}, {"calls", t.Calls}, {"branches", t.Branches}, {"switches", t.Switches}, {"switch cases", t.SwitchCases},
		{"largest switch", t.LargestSwitch}, {"ternaries", t.Ternaries}, {"loops", t.Loops}, {"merge points", t.Merges}, {"phi estimate", t.Phi},
		{"composite cost", fmt.Sprintf("%.0f", t.Cost)},
	} {
		fmt.Fprintf(w, "%s\t%v\n", row.name, row.v)
	}
	fs := append([]cost.Function(nil), r.Functions...)
	sort.SliceStable(fs, func(i, j int) bool { return fs[i].Expanded > fs[j].Expanded })
	fmt.Fprintf(w, "\ndearest functions\tcost\ttokens\tmerges\tphi\tlines\n")
	for _, f := range fs[:min(dearest, len(fs))] {
		fmt.Fprintf(w, "%s\t%.0f\t%d\t%d\t%d\t%d\n", f.Name, f.Expanded, f.Tokens, f.Merges, f.Phi, f.Lines)
	}
	return w.Flush()
}
