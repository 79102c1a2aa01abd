package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/gpga/gpga/tools/bisect"
)

// bisectFlags are the options of gpga bisect and its subcommands.
type bisectFlags struct {
	metric, backend   string
	run, build, emit  string
	bound             float64
	repeats           int
	timeout           time.Duration
	asJSON            bool
	repo, good, bad   string
	sigmas            float64
	maxRepeats        int
	dirty, fresh, log bool
}

// defaultBuild makes the gpga of a commit.
const defaultBuild = `go build -o "$GPGA" ./tools/gpga`

func (b *bisectFlags) common(f *pflag.FlagSet) {
	f.StringVar(&b.metric, "metric", "composite", "what to compare: a feature of the kernel (NAME, or NAME@FUNCTION of one function) or a figure of compiling it")
	f.StringVar(&b.backend, "backend", "", "of a figure: the compiler's backend (see gpga measure)")
	f.Float64Var(&b.bound, "max", 0, "what is above this is bad (default: the middle between the good and the bad end)")
	f.BoolVar(&b.asJSON, "json", false, "print JSON")
}

func (b *bisectFlags) sources(f *pflag.FlagSet) {
	f.StringVar(&b.run, "run", "", "shell command, run in the tree, that prints the number to compare (exit status 125: skip)")
	f.StringVar(&b.build, "build", defaultBuild, "shell command, run in the tree, that makes $GPGA; empty: nothing is built")
	f.StringVar(&b.emit, "emit", "", "shell command that prints the kernel (default: $GPGA emit msl FILE...); $TREE is the tree")
	f.IntVarP(&b.repeats, "repeats", "n", 5, "measurements of figures that vary")
	f.DurationVar(&b.timeout, "timeout", 10*time.Minute, "longest that one command may take; a commit that takes longer is skipped")
}

// source makes the commands; files are what the default emission reads.
func (b *bisectFlags) source(c *cobra.Command, files []string) (bisect.Source, bisect.Metric, error) {
	s := bisect.Source{Build: b.build, Emit: b.emit, Run: b.run, Timeout: b.timeout}
	var m bisect.Metric
	var err error
	if s.Dir, err = os.Getwd(); err != nil {
		return s, m, err
	}
	switch {
	case b.run != "":
		if b.emit != "" || len(files) > 0 || c.Flags().Changed("metric") {
			return s, m, usageError{errors.New("gpga bisect: --run prints the number itself: no --metric, no --emit, no files")}
		}
		if !c.Flags().Changed("build") {
			s.Build = "" // what is built, if anything, is the command's affair
		}
		return s, m, nil
	case b.emit != "":
		if len(files) > 0 {
			return s, m, usageError{errors.New("gpga bisect: --emit names what is emitted: no files")}
		}
	case len(files) == 0:
		return s, m, usageError{errors.New("gpga bisect: want a design's files, --emit COMMAND or --run COMMAND")}
	default:
		s.Emit = `"$GPGA" emit msl ` + strings.Join(quoted(files), " ")
	}
	if m, err = bisect.ParseMetric(b.metric, b.backend); err != nil {
		return s, m, usageError{err}
	}
	return s, m, nil
}

func newBisect() *cobra.Command {
	var b bisectFlags
	c := &cobra.Command{
		Use:   "bisect --good COMMIT [options] FILE...",
		Short: "Find the commit, or the option, that made a kernel dearer to compile",
		Long: "Finds the first commit of a range (along first parents) whose kernel is worse than a bound, and in it the function and the\n" +
			"construct. Each commit is built in a work tree of its own; the one you are in is not touched. What was measured is kept: an\n" +
			"interrupted bisection goes on where it stopped. Commits that do not build are skipped.",
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if b.good == "" {
				return usageError{errors.New("gpga bisect: --good COMMIT is needed: one that was not bad")}
			}
			s, m, err := b.source(c, args)
			if err != nil {
				return err
			}
			o := bisect.Options{Source: s, Repo: b.repo, Good: b.good, Bad: b.bad, Metric: m, Repeats: b.repeats, MaxRepeats: b.maxRepeats, Sigmas: b.sigmas, Dirty: b.dirty, Fresh: b.fresh, Log: os.Stderr}
			if c.Flags().Changed("max") {
				o.Bound = &b.bound
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			r, err := bisect.Find(ctx, o)
			if ctx.Err() != nil {
				fmt.Fprintln(os.Stderr, "gpga bisect: interrupted; the same command goes on from here")
				return exitError{130}
			}
			if err != nil {
				return err
			}
			return b.print(c.OutOrStdout(), r, r.Print)
		},
	}
	b.common(c.Flags())
	b.sources(c.Flags())
	f := c.Flags()
	f.StringVar(&b.repo, "repo", ".", "the repository")
	f.StringVar(&b.good, "good", "", "a commit that is not bad")
	f.StringVar(&b.bad, "bad", "HEAD", "a commit that is bad")
	f.Float64Var(&b.sigmas, "sigmas", 3, "how many standard deviations of its mean a figure must be away from the bound")
	f.IntVar(&b.maxRepeats, "max-repeats", 0, "measurements where the verdict is not clear (default: four times -n)")
	f.BoolVar(&b.dirty, "allow-dirty", false, "look at the commits although the work tree has changes that none of them holds")
	f.BoolVar(&b.fresh, "fresh", false, "forget what an earlier run measured")
	c.AddCommand(newBisectStep(), newBisectOptions())
	return c
}

// print writes a result in either form.
func (b *bisectFlags) print(w io.Writer, v any, text func(io.Writer) error) error {
	if !b.asJSON {
		return text(w)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func newBisectStep() *cobra.Command {
	var b bisectFlags
	c := &cobra.Command{
		Use:   "step --max N [options] FILE...",
		Short: "Judge the tree in the working directory: a script for git bisect run",
		Long:  "Builds and measures the tree in the working directory. Exit status 0: good, 1: bad, 125: it cannot be judged.\n\n  git bisect run gpga bisect step --metric phi --max 5000 design.v",
		Args:  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if !c.Flags().Changed("max") {
				return usageError{errors.New("gpga bisect step: --max N is needed: what is above it is bad")}
			}
			s, m, err := b.source(c, args)
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			status, err := bisect.Step(ctx, s, m, s.Dir, b.bound, b.repeats, c.OutOrStdout())
			if err != nil {
				fmt.Fprintf(os.Stderr, "gpga bisect step: %v\n", err)
				return exitError{128} // git bisect run ends on it
			}
			if status != 0 {
				return exitError{status}
			}
			return nil
		},
	}
	b.common(c.Flags())
	b.sources(c.Flags())
	return c
}

func newBisectOptions() *cobra.Command {
	var b bisectFlags
	var src sourceFlags
	c := &cobra.Command{
		Use:   "options --max N [options] FILE...",
		Short: "Find the option of lowering or emission that makes a design's kernel worse than a bound",
		Args:  sourceArgs,
		RunE: func(c *cobra.Command, args []string) error {
			o, _, err := src.options(args)
			if err != nil {
				return err
			}
			m, err := bisect.ParseMetric(b.metric, b.backend)
			if err != nil {
				return usageError{err}
			}
			if !c.Flags().Changed("max") {
				return usageError{errors.New("gpga bisect options: --max N is needed: what is above it is bad")}
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			t, err := bisect.TurnLevers(ctx, o, m, b.bound, io.Discard)
			if err != nil {
				return err
			}
			return b.print(c.OutOrStdout(), t, t.Print)
		},
	}
	src.add(c.Flags())
	b.common(c.Flags())
	return c
}
