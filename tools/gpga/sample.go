package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/tools/sample"
)

func newSample() *cobra.Command {
	var pprofOut, folded, dir, process string
	var asJSON, watch bool
	var top int
	var interval, duration time.Duration
	c := &cobra.Command{
		Use:   "sample REPORT... | sample --watch [-- COMMAND...]",
		Short: "Say what a shader compiler was busy with, from reports of macOS's sample",
		Long: "Reads reports of sample(1), taken of a shader compiler at work, one or a series: footprint over time, hottest stacks,\n" +
			"samples of each symbol, and which of the five troubles they are, with what to change in the kernel.\n" +
			"On macOS, --watch finds the compiler by the difference of processes before and after, and takes the reports itself.",
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if top < 1 {
				return usageError{fmt.Errorf("gpga sample: --top=%d: want a number from 1 up", top)}
			}
			if watch {
				var err error
				if args, err = watchCompiler(&sample.Watch{Process: process, Interval: interval, Duration: duration, Dir: dir}, args); err != nil {
					return err
				}
			}
			if len(args) == 0 {
				return usageError{errors.New("gpga sample: no report is named")}
			}
			var list []*sample.Report
			var errs []error
			for _, name := range args {
				text, err := os.ReadFile(name)
				if err != nil {
					errs = append(errs, err)
					continue
				}
				r, err := sample.Parse(name, text)
				if err != nil {
					errs = append(errs, err)
					continue
				}
				list = append(list, r)
			}
			if len(list) == 0 {
				return errors.Join(errs...)
			}
			if pprofOut != "" {
				p, err := sample.Profile(list)
				if err == nil {
					err = writeOut(pprofOut, p.Write)
				}
				errs = append(errs, err)
			}
			if folded != "" {
				errs = append(errs, writeOut(folded, func(w io.Writer) error {
					for _, line := range sample.Folded(list) {
						if _, err := fmt.Fprintln(w, line); err != nil {
							return err
						}
					}
					return nil
				}))
			}
			s := sample.Summarize(list, top)
			if asJSON {
				e := json.NewEncoder(c.OutOrStdout())
				e.SetIndent("", "  ")
				errs = append(errs, e.Encode(s))
			} else {
				errs = append(errs, s.Print(c.OutOrStdout()))
			}
			return errors.Join(errs...)
		},
	}
	f := c.Flags()
	f.BoolVar(&asJSON, "json", false, "print JSON")
	f.StringVar(&pprofOut, "pprof", "", "write a profile to FILE for go tool pprof")
	f.StringVar(&folded, "folded", "", "write folded stacks to FILE, for flame graphs")
	f.IntVar(&top, "top", 10, "how many symbols and stacks to show")
	f.BoolVar(&watch, "watch", false, "macOS: take the reports, of compilers that start from now on, while COMMAND runs or until interrupted")
	f.DurationVar(&interval, "interval", 2*time.Second, "with --watch: time from one report to the next")
	f.DurationVar(&duration, "duration", time.Second, "with --watch: how long a report is sampled")
	f.StringVar(&dir, "output", "gpga-samples", "with --watch: directory for the reports")
	f.StringVar(&process, "process", sample.Service, "with --watch: name of the compiler's process")
	return c
}

// watchCompiler takes reports while command runs, or until an interrupt, and returns their files.
func watchCompiler(w *sample.Watch, command []string) ([]string, error) {
	if err := sample.Supported(); err != nil {
		return nil, err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	before, err := w.PIDs(ctx)
	if err != nil {
		return nil, err
	}
	w.Seen = func(file string, footprint, peak int64) {
		fmt.Fprintf(os.Stderr, "gpga sample: %s, footprint %d bytes, peak %d bytes\n", file, footprint, peak)
	}
	watched, cancel := context.WithCancel(ctx)
	defer cancel()
	ended := make(chan error, 1)
	if len(command) > 0 {
		w.GoOn = true
		child := exec.CommandContext(ctx, command[0], command[1:]...)
		child.Stdout, child.Stderr = os.Stderr, os.Stderr
		if err := child.Start(); err != nil {
			return nil, err
		}
		go func() {
			ended <- child.Wait()
			cancel()
		}()
	}
	files, err := w.Run(watched, before)
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("no %s was seen at work", w.Process)
		if len(command) > 0 {
			err = fmt.Errorf("%w while %q ran (%v)", err, strings.Join(command, " "), <-ended)
		}
	}
	return files, err
}
