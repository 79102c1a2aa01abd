package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/preproc"
	"github.com/gpga/gpga/tools/flow"
)

// sourceFlags are the options of every command that reads Verilog.
type sourceFlags struct {
	defines  []string
	includes []string
	libDirs  []string
	libExts  []string
	libFiles []string
	libMaps  []string
	tops     []string
	params   []string
	warnings []string
	gen      []string
	corner   string
	twoState bool
	scale    string
	ignored  []string
	form     string
	targets  []string // -p NAME=VALUE of Icarus's back ends
	share    int
	kernels  int
	logAll   bool
	evalAll  bool
	synth    bool
	units    bool
	quiet    bool
	waivers  []string
	format   string // of diagnostics
	diagFile string
	lint     bool // the command is for lints: they are on
	toStdout bool // diagnostics are what the command is for: those in a form for programs go to standard output
}

func (s *sourceFlags) add(f *pflag.FlagSet) {
	f.StringArrayVarP(&s.defines, "define", "D", nil, "define a macro, NAME or NAME=TEXT")
	f.StringArrayVarP(&s.includes, "include", "I", nil, "search DIR for `include files")
	f.StringArrayVarP(&s.libDirs, "libdir", "y", nil, "search DIR for modules, one a file")
	f.StringArrayVarP(&s.libExts, "libext", "Y", nil, "file name ending in library directories (default .v)")
	f.StringArrayVarP(&s.libFiles, "libfile", "v", nil, "take missing modules from FILE")
	f.StringArrayVar(&s.libMaps, "libmap", nil, "library map: FILE says which library the cells of which files go to (IEEE 1364-2005 13.2)")
	f.StringArrayVarP(&s.tops, "top", "s", nil, "top module, or configuration, LIB.NAME or NAME:config (default: all modules that nothing instantiates)")
	f.StringArrayVarP(&s.params, "param", "P", nil, "override a parameter, TOP.NAME=VALUE")
	f.StringArrayVarP(&s.warnings, "warn", "W", nil, "warnings: all, none, lint, error, CLASS, no-CLASS, error=CLASS, no-error=CLASS (docs/diagnostics.md lists the classes)")
	f.StringArrayVar(&s.waivers, "waive", nil, "drop the warnings that match a line of FILE: lint_off [-rule CLASS] [-file GLOB] [-lines N[-M]] [-match GLOB] [-regex RE]")
	f.StringVar(&s.format, "diagnostics", "text", "form of diagnostics: text, json (an object a line) or sarif (SARIF 2.1.0)")
	f.StringVar(&s.diagFile, "diagnostics-file", "", "write diagnostics to FILE; text goes to standard error as well")
	f.StringArrayVarP(&s.gen, "generation", "g", nil, "edition of IEEE 1364: 2005 (default), 2001, 1995")
	f.StringVarP(&s.corner, "corner", "T", "typ", "which of min:typ:max: min, typ or max")
	f.BoolVar(&s.twoState, "two-state", false, "simulate with 0 and 1 only")
	f.StringVar(&s.form, "form", "table", "form of the kernel: table (a text per design), vm (one text for all) or switch (the baseline that table is compared with)")
	f.BoolVar(&s.logAll, "log-all", false, "log nonblocking assignments that change nothing, too")
	f.BoolVar(&s.evalAll, "eval-all", false, "look up in the tables whether a wait is hit also where any change of its signals wakes it")
	f.IntVar(&s.kernels, "kernel-limit", 0, "divide the table form's code among kernels of at most about N statements each, for compilers that inline everything (0: one kernel)")
	f.Lookup("kernel-limit").NoOptDefVal = fmt.Sprint(emit.DefaultKernelLimit)
	f.IntVar(&s.share, "share", 0, "how many segments of equal code share a function (0: the default, -1: none do)")
	f.StringVar(&s.scale, "timescale", "", "time scale of sources before any `timescale, UNIT/PRECISION")
	f.StringArrayVarP(&s.targets, "flag", "p", nil, "RECURSIVE_MOD_LIMIT=N: how deep a module may instantiate itself; others are ignored")
	f.BoolVarP(&s.synth, "synth", "S", false, "refuse always constructs that hold variables with assign or force, which no synthesis takes")
	f.BoolVarP(&s.units, "separate", "u", false, "accepted and ignored: IEEE 1364 has one compilation unit")
	f.BoolVarP(&s.quiet, "quiet", "q", false, "no warnings, no progress")
	f.StringArrayVarP(&s.ignored, "command-file", "f", nil, "read arguments from FILE (-F: names in it are relative to it)")
}

// options turns the flags and the file names into what the line takes. Plusargs are returned apart.
func (s *sourceFlags) options(args []string) (o flow.Options, plusArgs []string, err error) {
	o.Parse.Defines = map[string]string{"__GPGA__": "1", "__ICARUS__": "1"} // sources that know Icarus's ways get them
	o.Emit.ShareMin, o.Emit.LogAll, o.Emit.EvalAll, o.Emit.KernelLimit = s.share, s.logAll, s.evalAll, s.kernels
	for _, d := range s.defines {
		name, text, has := strings.Cut(d, "=")
		if !has {
			text = "1"
		}
		o.Parse.Defines[name] = text
	}
	o.Parse.IncludeDirs = s.includes
	o.Parse.LibDirs = s.libDirs
	o.Parse.LibExts = s.libExts
	o.Parse.LibFiles = s.libFiles
	o.Parse.LibMaps = s.libMaps
	for _, a := range args {
		switch {
		case strings.HasPrefix(a, "+incdir+"):
			for _, d := range strings.Split(a[len("+incdir+"):], "+") {
				if d != "" {
					o.Parse.IncludeDirs = append(o.Parse.IncludeDirs, d)
				}
			}
		case strings.HasPrefix(a, "+define+"):
			for _, d := range strings.Split(a[len("+define+"):], "+") {
				name, text, has := strings.Cut(d, "=")
				if !has {
					text = "1"
				}
				if name != "" {
					o.Parse.Defines[name] = text
				}
			}
		case strings.HasPrefix(a, "+libext+"):
			for _, d := range strings.Split(a[len("+libext+"):], "+") {
				if d != "" {
					o.Parse.LibExts = append(o.Parse.LibExts, d)
				}
			}
		case strings.HasPrefix(a, "+"):
			plusArgs = append(plusArgs, a)
		default:
			o.Files = append(o.Files, a)
		}
	}
	o.Elab.Tops = s.tops
	if len(s.params) > 0 {
		o.Elab.Params = map[string]string{}
	}
	for _, p := range s.params {
		name, value, has := strings.Cut(p, "=")
		if !has {
			return o, nil, usageError{fmt.Errorf("-P %s: want TOP.NAME=VALUE", p)}
		}
		o.Elab.Params[name] = value
	}
	switch s.corner {
	case "min":
		o.Elab.Corner = elab.CornerMin
	case "typ":
		o.Elab.Corner = elab.CornerTyp
	case "max":
		o.Elab.Corner = elab.CornerMax
	default:
		return o, nil, usageError{fmt.Errorf("-T%s: want min, typ or max", s.corner)}
	}
	for _, g := range s.gen {
		switch g {
		case "2005":
			o.Parse.Generation = preproc.Keywords2005
		case "2001", "2":
			o.Parse.Generation = preproc.Keywords2001
		case "2001-noconfig":
			o.Parse.Generation = preproc.Keywords2001NoConfig
		case "1995", "1":
			o.Parse.Generation = preproc.Keywords1995
			o.Elab.NoImplicitTargets = true
		case "no-icarus-misc":
			o.Parse.Strict = true
		case "specify":
			o.Elab.Specify = true
		case "no-strict-comment":
			o.Parse.NestedComments = true
		case "strict-comment":
			o.Parse.NestedComments = false
		case "no-strict-declaration":
			o.Elab.LateDeclarations = true
		case "strict-declaration":
			o.Elab.LateDeclarations = false
		case "no-specify":
			o.Elab.Specify = false
		case "icarus-misc", "xtypes", "no-xtypes", "io-range-error", "no-io-range-error", "strict-ca-eval", "no-strict-ca-eval", "std-include", "no-std-include":
			// Icarus's switches of things that gpga does one way.
		default:
			return o, nil, usageError{fmt.Errorf("-g%s: want 2005, 2001 or 1995", g)}
		}
	}
	for _, p := range s.targets {
		if n, ok := strings.CutPrefix(p, "RECURSIVE_MOD_LIMIT="); ok {
			limit, err := strconv.Atoi(n)
			if err != nil || limit < 1 {
				return o, nil, usageError{fmt.Errorf("-p%s: want a number from 1 up", p)}
			}
			o.Elab.MaxRecursion = limit
		}
	}
	if s.lint {
		o.Warnings = append(o.Warnings, "lint")
	}
	o.Waivers = s.waivers
	switch diag.Format(s.format) {
	case diag.Text, diag.JSON, diag.SARIF:
	default:
		return o, nil, usageError{fmt.Errorf("--diagnostics=%s: want text, json or sarif", s.format)}
	}
	for _, w := range s.warnings {
		if !icarusWarnings[strings.TrimPrefix(w, "no-")] {
			if err := diag.NewList(nil).SetWarning(w); err != nil {
				return o, nil, usageError{err}
			}
			o.Warnings = append(o.Warnings, w)
		}
	}
	switch o.Form = flow.Form(s.form); o.Form {
	case flow.FormTable, flow.FormVM, flow.FormSwitch:
	default:
		return o, nil, usageError{fmt.Errorf("--form=%s: want table, vm or switch", s.form)}
	}
	if s.kernels < 0 {
		return o, nil, usageError{fmt.Errorf("--kernel-limit=%d: want a number of statements, or 0", s.kernels)}
	}
	if s.kernels > 0 && o.Form != flow.FormTable {
		return o, nil, usageError{fmt.Errorf("--kernel-limit: the %s form has one kernel", o.Form)}
	}
	o.Lower.TwoState = s.twoState
	o.Elab.Synthesis = s.synth
	if s.scale != "" {
		o.Parse.Timescale, err = preproc.ParseTimescale(s.scale)
		if err != nil {
			return o, nil, usageError{fmt.Errorf("--timescale=%w", err)}
		}
	}
	return o, plusArgs, nil
}

// report writes the diagnostics, as text without those that are no errors when -q is given and there are none. Forms for
// programs are written whole and even where there is nothing to say; they go to --diagnostics-file, or else to standard output
// where they are what the command is for and to standard error otherwise.
func (s *sourceFlags) report(b *flow.Build) error {
	form := diag.Format(s.format)
	if form == diag.Text && (!s.quiet || b.Diags.HasErrors()) {
		b.Diags.Print(os.Stderr)
	}
	var text bytes.Buffer
	err := b.Diags.Write(&text, form, version)
	switch {
	case err != nil:
	case s.diagFile != "":
		err = writeOut(s.diagFile, func(w io.Writer) error { _, err := w.Write(text.Bytes()); return err })
	case form == diag.Text:
	case s.toStdout:
		_, err = os.Stdout.Write(text.Bytes())
	default:
		_, err = os.Stderr.Write(text.Bytes())
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "gpga: diagnostics: %v\n", err)
		return exitError{1}
	}
	return nil
}

// icarusWarnings are Icarus's warning classes that have no like here.
var icarusWarnings = map[string]bool{"infloop": true, "sensitivity-entire-vector": true, "sensitivity-entire-array": true,
	"floating-nets": true, "implicit-dimensions": true, "macro-replacement": true, "declaration-after-use": true}
