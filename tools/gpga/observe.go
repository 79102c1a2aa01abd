package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"github.com/gpga/gpga/tools/flow"
	"github.com/gpga/gpga/tools/profile"
	"github.com/gpga/gpga/tools/trace"
)

// observeFlags are the options with which one looks at gpga at work: where time and memory go, what passes make.
type observeFlags struct {
	timing  bool
	trace   string
	pprof   string
	before  []string
	after   []string
	elide   int
	dumpTo  string
	command string
}

func (o *observeFlags) add(f *pflag.FlagSet) {
	f.BoolVar(&o.timing, "timing", false, "print a table of passes: time, allocations, sizes before and after (to standard error; with --json into its FILE)")
	f.StringVar(&o.trace, "trace", "", "write a timeline of passes and dispatches to FILE, in Chrome's trace event format (Perfetto opens it)")
	f.StringVar(&o.pprof, "pprof", "", "write a profile of Verilog lines to FILE for go tool pprof: emitted bytes, compile cost, and executions of a run")
	f.StringArrayVar(&o.before, "dump-ir-before", nil, "print what PASS works on before it (see --timing for names)")
	f.StringArrayVar(&o.after, "dump-ir-after", nil, "print what PASS has made")
	f.IntVar(&o.elide, "dump-elide", 0, "in dumps, leave out what tables have beyond N numbers, and constants and strings beyond 4N characters (0: nothing)")
	f.StringVar(&o.dumpTo, "dump-ir-to", "", "write dumps to FILE instead of standard error")
}

// recorder checks the options and prepares o for recording. The returned function ends the dumps.
func (o *observeFlags) recorder(opts *flow.Options) (finish func() error, err error) {
	for _, list := range [][]string{o.before, o.after} {
		for _, name := range list {
			if !flow.KnownPass(name) {
				return nil, usageError{fmt.Errorf("there is no pass %q; the passes are %s", name, strings.Join(flow.PassNames(), ", "))}
			}
		}
	}
	if o.elide < 0 {
		return nil, usageError{fmt.Errorf("--dump-elide=%d: want a number from 0 up", o.elide)}
	}
	r := trace.New()
	r.Full = o.timing || o.trace != ""
	r.Fault = fault
	r.Dump = trace.Dump{Before: o.before, After: o.after, Elide: o.elide, Out: os.Stderr}
	finish = func() error { return nil }
	if o.dumpTo != "" {
		if len(o.before)+len(o.after) == 0 {
			return nil, usageError{errors.New("--dump-ir-to names a file, but no pass is to be dumped")}
		}
		f, err := os.Create(o.dumpTo)
		if err != nil {
			return nil, err
		}
		r.Dump.Out = f
		finish = f.Close
	}
	opts.Trace = r
	return finish, nil
}

// fault, when a test sets it, is called at every construct that a pass works on.
var fault func(pass, construct string)

// write hands out what was asked for, after a compilation or a run, also one that failed.
func (o *observeFlags) write(b *flow.Build) error {
	var errs []error
	if b == nil || b.Trace == nil {
		return nil
	}
	if o.timing {
		errs = append(errs, b.Trace.Print(os.Stderr))
	}
	if o.trace != "" {
		errs = append(errs, writeOut(o.trace, func(w io.Writer) error {
			return b.Trace.Chrome(w, map[string]string{"command": o.command, "version": version})
		}))
	}
	if o.pprof != "" && b.Kernel != nil {
		p, err := profile.Of(b)
		if err == nil {
			err = writeOut(o.pprof, p.Write)
		}
		errs = append(errs, err)
	}
	if missing := b.Trace.Missing(); len(missing) > 0 && b.Kernel != nil {
		errs = append(errs, fmt.Errorf("nothing was dumped of %s: the pass did not run with these options", strings.Join(missing, ", ")))
	}
	return errors.Join(errs...)
}

// writeTiming writes the table of passes as JSON.
func writeTiming(path string, b *flow.Build) error {
	return writeOut(path, func(w io.Writer) error {
		rows := b.Trace.Rows()
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(struct {
			Passes []trace.Row `json:"passes"`
			Total  trace.Row   `json:"total"`
		}{rows, trace.Total(rows)})
	})
}
