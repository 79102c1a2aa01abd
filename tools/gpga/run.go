package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/frontend/source"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
	"github.com/gpga/gpga/tools/trace"
)

// report is what --json writes.
type report struct {
	ExitCode int                `json:"exit_code"`
	Time     uint64             `json:"time_ticks"`
	Finished bool               `json:"finished"`
	Stopped  bool               `json:"stopped"`
	Error    string             `json:"error,omitempty"`
	Seconds  map[string]float64 `json:"seconds"`
	Passes   []trace.Row        `json:"passes"` // with processor time, allocations and sizes where --timing is given
}

func newRun() *cobra.Command {
	var src sourceFlags
	var engine, vcd, maxMemory, jsonOut string
	var look observeFlags
	var onMetal metalFlags
	var many instanceFlags
	var snap snapshotFlags
	var maxTime, spinLimit uint64
	c := &cobra.Command{
		Use:   "run [options] FILE... [+plusarg...]",
		Short: "Simulate a design",
		Args:  sourceArgs,
		RunE: func(c *cobra.Command, args []string) error {
			o, plus, err := src.options(args)
			if err != nil {
				return err
			}
			if len(o.Files) == 0 {
				return usageError{errors.New("gpga run: no source file is named")}
			}
			eng := flow.Engine(engine)
			stage := flow.ToKernel
			switch eng {
			case flow.EngineCPU, flow.EngineClang, flow.EngineMetal:
			case flow.EngineRef:
				stage = flow.ToDesign
			default:
				return usageError{fmt.Errorf("--engine=%s: want cpu, clang, metal or ref", engine)}
			}
			ro := flow.RunOptions{Engine: eng}
			if err := onMetal.options(c.Flags(), eng, &ro.Metal); err != nil {
				return err
			}
			limit, err := parseSize("max-memory", maxMemory)
			if err != nil {
				return usageError{err}
			}
			o.Lower.TraceAll = vcd != ""
			if err := errors.Join(snap.prepare(c.Flags(), &src, eng, vcd, &o), many.prepare(c.Flags(), eng, &vcd, &snap)); err != nil {
				return simError(nil, err)
			}
			if many.asked && look.pprof != "" {
				return usageError{errors.New("gpga run: --pprof is for one instance")}
			}
			if look.pprof != "" {
				if stage != flow.ToKernel || o.Form != flow.FormTable {
					return usageError{errors.New("gpga run: --pprof counts the segments of kernels of the form table, on the engines cpu and clang")}
				}
				o.Count = true
			}
			look.command = "gpga run " + strings.Join(args, " ")
			endDumps, err := look.recorder(&o)
			if err != nil {
				return err
			}
			b, err := flow.Compile(o, stage)
			if err = errors.Join(err, src.report(b)); err != nil {
				err = errors.Join(err, look.write(b), endDumps())
				if jsonOut != "" {
					return errors.Join(err, writeReport(jsonOut, b, sim.Result{ExitCode: 1}, err))
				}
				return err
			}
			if err := snap.fits(b); err != nil {
				return simError(b, err)
			}
			snap.announce(src.quiet)
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			context.AfterFunc(ctx, stop) // a second signal ends the program at once
			ro.MaxMemory, ro.Host = limit, host.Config{PlusArgs: plus}
			ro.Sim = sim.Options{MaxTime: maxTime, SpinLimit: spinLimit, Progress: timeProgress(src.quiet)}
			if vcd != "" {
				ro.Sim.VCD = vcd
			}
			if many.asked {
				err := many.finish(ctx, b, ro, &snap, src.quiet, jsonOut)
				if look.timing {
					printStages(os.Stderr, b)
				}
				return errors.Join(err, look.write(b), endDumps())
			}
			snap.apply(&ro.Sim, snap.file, plus)
			r, err := b.Run(ctx, ro)
			clearProgress()
			snap.kept(r, src.quiet)
			if look.timing {
				printStages(os.Stderr, b)
			}
			if werr := errors.Join(look.write(b), endDumps()); werr != nil {
				return errors.Join(werr, err)
			}
			if jsonOut != "" {
				if jerr := writeReport(jsonOut, b, r, err); jerr != nil {
					return jerr
				}
			}
			if err != nil {
				return simError(b, err)
			}
			if r.Canceled {
				fmt.Fprintf(os.Stderr, "gpga: interrupted at simulation time %d; output and waves are complete up to there\n", r.Time)
				return exitError{130}
			}
			if r.ExitCode != 0 {
				return exitError{r.ExitCode}
			}
			return nil
		},
	}
	src.add(c.Flags())
	f := c.Flags()
	f.StringVar(&engine, "engine", "cpu", "cpu: the kernel's text in this process; clang: the text through an installed clang; metal: the text on the GPU of a Mac; ref: the reference interpreter (slow)")
	f.StringVar(&vcd, "vcd", "", "dump all signals to FILE")
	f.StringVar(&maxMemory, "max-memory", "", "bound on the state's memory, as 512M or 2G")
	f.StringVar(&jsonOut, "json", "", "write a report to FILE")
	look.add(f)
	onMetal.add(f)
	many.add(f)
	snap.add(f)
	f.Uint64Var(&maxTime, "max-time", 0, "stop when simulation time passes N ticks")
	f.Uint64Var(&spinLimit, "spin-limit", 0, "take N kernel steps at one time for a loop without delay (default 134217728)")
	f.BoolP("stop-is-finish", "N", false, "accepted for vvp's -N: $stop always ends the simulation here")
	return c
}

// simError prints a positioned run-time error in the diagnostics' form.
func simError(b *flow.Build, err error) error {
	var e *sim.Error
	if !errors.As(err, &e) {
		return err
	}
	fmt.Fprintln(os.Stderr, e.Error())
	var files []*source.File
	if b != nil { // an error before anything was compiled has no place in it
		files = b.Set.Files()
	}
	for _, f := range files {
		if f.Name == e.File {
			showPlace(f.Text, e)
			break
		}
	}
	switch {
	case e.Note != "":
		fmt.Fprintln(os.Stderr, "note: "+e.Note)
	case e.Code == "R101":
		fmt.Fprintln(os.Stderr, "note: --max-memory sets the limit; it can be 4G at most")
	}
	return exitError{1}
}

// showPlace prints the line of a text that an error is about, with a caret under the place.
func showPlace(text []byte, e *sim.Error) {
	lines := bytes.Split(text, []byte{'\n'})
	if e.Line <= 0 || e.Line > len(lines) {
		return
	}
	line := strings.TrimRight(string(lines[e.Line-1]), "\r")
	if len(line) < 400 && e.Col > 0 && e.Col <= len(line)+1 {
		margin := strings.Map(func(r rune) rune {
			if r == '\t' {
				return r
			}
			return ' '
		}, line[:e.Col-1])
		fmt.Fprintf(os.Stderr, "    %s\n    %s^\n", line, margin)
	}
}

func writeReport(path string, b *flow.Build, r sim.Result, err error) error {
	rep := report{ExitCode: r.ExitCode, Time: r.Time, Finished: r.Finished, Stopped: r.Stopped, Seconds: map[string]float64{}}
	if err != nil {
		rep.Error = err.Error()
	}
	if b.Trace != nil {
		rep.Passes = b.Trace.Rows()
	}
	for _, t := range b.Times {
		rep.Seconds[t.Name] = t.Wall.Seconds()
	}
	return writeOut(path, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(rep)
	})
}

// parseSize reads an option's number of bytes with an optional K, M or G.
func parseSize(option, s string) (uint64, error) {
	if s == "" {
		return 0, nil
	}
	mult := uint64(1)
	switch strings.ToUpper(s[len(s)-1:]) {
	case "K":
		mult = 1 << 10
	case "M":
		mult = 1 << 20
	case "G":
		mult = 1 << 30
	}
	digits := s
	if mult > 1 {
		digits = s[:len(s)-1]
	}
	n, err := strconv.ParseUint(digits, 10, 64)
	if err != nil || n == 0 || n > 1<<44/mult {
		return 0, fmt.Errorf("--%s=%s: want a size such as 512M or 2G", option, s)
	}
	return n * mult, nil
}

var progressShown bool

// progress shows a text on a terminal, at most twice a second, once a run has lasted a while; nil where it is not to.
func progress(quiet bool) func(string) {
	st, err := os.Stderr.Stat()
	if quiet || err != nil || st.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	next := time.Now().Add(2 * time.Second)
	return func(text string) {
		if t := time.Now(); t.After(next) {
			next = t.Add(500 * time.Millisecond)
			progressShown = true
			fmt.Fprintf(os.Stderr, "\r%s \x1b[K", text)
		}
	}
}

// timeProgress shows the simulation time.
func timeProgress(quiet bool) func(uint64) {
	show := progress(quiet)
	if show == nil {
		return nil
	}
	return func(now uint64) { show(fmt.Sprintf("simulation time %d", now)) }
}

func clearProgress() {
	if progressShown {
		fmt.Fprint(os.Stderr, "\r\x1b[K")
	}
}
