package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
)

// snapshotFlags are the options of snapshots.
type snapshotFlags struct {
	at    uint64
	asked bool // --snapshot-at is given: 0 is a time, too
	file  string
	from  string
	goOn  bool

	options []string      // those that made the program
	start   *sim.Snapshot // what --from-snapshot names
}

func (s *snapshotFlags) add(f *pflag.FlagSet) {
	f.Uint64Var(&s.at, "snapshot-at", 0, "simulate up to the end of time N, in ticks, and keep the state in the file that --snapshot names; the run ends there")
	f.StringVar(&s.file, "snapshot", "", "FILE for --snapshot-at (with --instances: {i} is the instance)")
	f.BoolVar(&s.goOn, "snapshot-continue", false, "go on after the snapshot")
	f.StringVar(&s.from, "from-snapshot", "", "start with the state in FILE, made of the same sources with the same options; plusargs may differ")
}

// traced is how a snapshot's options say that its program reports all signals.
const traced = "--vcd"

// prepare checks the options and reads the snapshot to start from. It belongs before the compilation, which it may tell to
// trace all signals.
func (s *snapshotFlags) prepare(f *pflag.FlagSet, src *sourceFlags, eng flow.Engine, vcd string, o *flow.Options) error {
	s.asked = f.Changed("snapshot-at")
	switch {
	case s.asked && s.file == "":
		return usageError{errors.New("--snapshot-at needs --snapshot=FILE")}
	case !s.asked && s.file != "":
		return usageError{errors.New("--snapshot needs --snapshot-at=TIME")}
	case !s.asked && s.goOn:
		return usageError{errors.New("--snapshot-continue needs --snapshot-at=TIME")}
	case (s.asked || s.from != "") && eng == flow.EngineRef:
		return usageError{errors.New("the reference interpreter makes no snapshots and reads none: want another --engine")}
	}
	if s.from != "" {
		var err error
		if s.start, err = sim.ReadSnapshot(s.from); err != nil {
			return err
		}
		switch has := slices.Contains(s.start.Options, traced); {
		case has:
			o.Lower.TraceAll = true
		case vcd != "":
			return &sim.Error{Code: "R112", Message: fmt.Sprintf("%s was made without --vcd, so that its state cannot tell of all signals: make it with --vcd (the file may be %s)", s.from, os.DevNull)}
		}
	}
	s.options = programOptions(src, o)
	return nil
}

// programOptions lists the options that shape the program, as the command line has them. Names of files are not among them.
func programOptions(src *sourceFlags, o *flow.Options) []string {
	var out []string
	all := func(option string, values []string) {
		for _, v := range values {
			out = append(out, option+v)
		}
	}
	all("-D", src.defines)
	all("-I", src.includes)
	all("-y", src.libDirs)
	all("-Y", src.libExts)
	all("-v", src.libFiles)
	all("-s", src.tops)
	all("-P", src.params)
	all("-g", src.gen)
	if src.corner != "typ" {
		out = append(out, "-T"+src.corner)
	}
	if src.twoState {
		out = append(out, "--two-state")
	}
	if src.scale != "" {
		out = append(out, "--timescale="+src.scale)
	}
	if o.Lower.TraceAll {
		out = append(out, traced)
	}
	return out
}

// fits checks the snapshot to start from against what was compiled.
func (s *snapshotFlags) fits(b *flow.Build) error {
	if s.start == nil {
		return nil
	}
	return s.start.Fits(b.Program, s.options)
}

// apply puts the options into those of a run with the arguments plus. name is the file of the snapshot to write.
func (s *snapshotFlags) apply(o *sim.Options, name string, plus []string) {
	o.From = s.start
	if s.asked {
		o.Snapshot = &sim.SnapshotRequest{At: s.at, Options: s.options, Plus: plus, Go: s.goOn, Write: func(n *sim.Snapshot) error {
			// A link stays, and what it names is written; a name that is no file's is left to the error.
			if real, err := filepath.EvalSymlinks(name); err == nil {
				name = real
			}
			if st, err := os.Stat(name); err == nil && !st.Mode().IsRegular() {
				return fmt.Errorf("%s is no file", name)
			}
			return n.WriteFile(name)
		}}
	}
}

// announce says on standard error what the run starts from.
func (s *snapshotFlags) announce(quiet bool) {
	if s.start == nil || quiet {
		return
	}
	with := "no plusargs"
	if len(s.start.Plus) > 0 {
		with = strings.Join(s.start.Plus, " ")
	}
	fmt.Fprintf(os.Stderr, "gpga: from time %d on, after %s (made with %s)\n", s.start.Time, s.from, with)
}

// kept says on standard error that a snapshot was written.
func (s *snapshotFlags) kept(r sim.Result, quiet bool) {
	if r.Kept && !quiet {
		fmt.Fprintf(os.Stderr, "gpga: the state at the end of time %d is in %s\n", s.at, s.file)
	}
}
