package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/tools/measure"
)

func newMeasure() *cobra.Command {
	var src sourceFlags
	var asJSON, noPasses, noIR, empty bool
	var q measure.Request
	var sources string
	c := &cobra.Command{
		Use:   "measure FILE...",
		Short: "Measure what compilers take for a design's kernel, or for the kernels of Metal files",
		Long: `Compile each kernel on its own, in a process of its own under a cap of time and of memory, on the backends that are present:
clang for x86-64, nvptx64 and amdgcn; on macOS Apple's tools as well. Verilog files are one design, each Metal file (.metal) is
for itself. A text that a backend rejects is reported with what the backend says, and is no failure of the measurement.`,
		Args: sourceArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if q.Runs < 1 {
				return usageError{fmt.Errorf("-n %d: want at least one run", q.Runs)}
			}
			if q.Caps.Seconds < 1 || q.Caps.MB < 64 {
				return usageError{fmt.Errorf("--timeout=%d --memory=%d: want at least 1 second and 64 MB", q.Caps.Seconds, q.Caps.MB)}
			}
			for _, b := range q.Backends {
				if !contains(measure.Known(), b) {
					return usageError{fmt.Errorf("--backend=%s: want some of %s", b, strings.Join(measure.Known(), ", "))}
				}
			}
			backends, err := measure.Select(q.Backends)
			if err != nil {
				return err
			}
			texts, err := kernelTexts(&src, args)
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			if q.Warmup == 0 {
				q.Warmup = -1
			}
			q.Passes, q.IR = !noPasses, !noIR
			var all *measure.Report
			for i, t := range texts {
				r := q
				r.Name, r.Text, r.Empty = t.name, t.text, empty && i == 0
				if !src.quiet && !asJSON {
					r.Progress = func(kernel string, x *measure.Result) {
						fmt.Fprintf(os.Stderr, "%s %s: %.3f s\n", kernel, x.Backend, x.CPU.Median)
					}
				}
				rep, err := measure.Run(ctx, r)
				if err != nil {
					if ctx.Err() != nil {
						return exitError{130}
					}
					return err
				}
				if !src.quiet && len(rep.Kernels) > 0 {
					for _, w := range rep.Kernels[0].Warnings {
						fmt.Fprintln(os.Stderr, asWarning(w))
					}
				}
				if all == nil {
					all = rep
				} else {
					all.Kernels = append(all.Kernels, rep.Kernels...)
				}
			}
			if sources != "" {
				if _, err := measure.WriteSources(sources, all.Kernels, backends); err != nil {
					return err
				}
			}
			if asJSON {
				e := json.NewEncoder(c.OutOrStdout())
				e.SetIndent("", "  ")
				return e.Encode(all)
			}
			return measure.Print(c.OutOrStdout(), all)
		},
	}
	src.add(c.Flags())
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().StringSliceVar(&q.Backends, "backend", nil, "measure on these backends only ("+strings.Join(measure.Known(), ", ")+")")
	c.Flags().IntVarP(&q.Runs, "runs", "n", 5, "runs that count")
	c.Flags().IntVar(&q.Warmup, "warmup", 1, "runs before them")
	c.Flags().IntVar(&q.Caps.Seconds, "timeout", 60, "cap of CPU seconds of one run")
	c.Flags().IntVar(&q.Caps.MB, "memory", 3072, "cap of memory of one run, in MB")
	c.Flags().BoolVar(&q.Whole, "whole", false, "compile a text as it is, instead of each of its kernels on its own")
	c.Flags().BoolVar(&empty, "empty", true, "measure an empty kernel as well: what starting a compiler takes")
	c.Flags().BoolVar(&q.Instructions, "instructions", false, "count what the compilers execute, with valgrind: slow, but it does not vary")
	c.Flags().BoolVar(&noPasses, "no-passes", false, "leave the compilers' timings of their passes out")
	c.Flags().BoolVar(&noIR, "no-ir", false, "leave the counts of LLVM IR out")
	c.Flags().StringVar(&sources, "sources", "", "write each kernel to a folder under DIR with a repro.sh that compiles it")
	return c
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
