package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/source"
	"github.com/gpga/gpga/runtime/wasm"
	"github.com/gpga/gpga/scheduler/program"
	"github.com/gpga/gpga/tools/flow"
)

// writeOut writes what write makes to path ("" or "-": standard output). A file is there whole or not at all; devices and
// pipes are written to as they are.
func writeOut(path string, write func(io.Writer) error) error {
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	if path == "" || path == "-" {
		_, err := os.Stdout.Write(text.Bytes())
		return err
	}
	mode := os.FileMode(0o644)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if st, err := os.Stat(path); err == nil {
		if !st.Mode().IsRegular() {
			f, err := os.OpenFile(path, os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			_, err = f.Write(text.Bytes())
			return errors.Join(err, f.Close())
		}
		mode = st.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".gpga-*")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	_, err = f.Write(text.Bytes())
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(f.Name(), mode)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

func newEmit() *cobra.Command {
	var src sourceFlags
	var out string
	var binary bool
	var look observeFlags
	var timing string
	c := &cobra.Command{
		Use:   "emit {ast|design|program|waits|msl|wasm|metallib} FILE...",
		Short: "Show what a stage makes of a design",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usageError{fmt.Errorf("gpga emit: want a kind (ast, design, program, waits, msl, wasm or metallib) and a source file")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			stage, ok := map[string]flow.Stage{"ast": flow.ToSource, "design": flow.ToDesign, "program": flow.ToProgram, "waits": flow.ToProgram, "msl": flow.ToKernel, "wasm": flow.ToKernel, "metallib": flow.ToKernel}[args[0]]
			if !ok {
				return usageError{fmt.Errorf("gpga emit %s: want ast, design, program, waits, msl, wasm or metallib", args[0])}
			}
			if binary && args[0] != "program" {
				return usageError{fmt.Errorf("gpga emit %s: --binary is for emit program", args[0])}
			}
			o, _, err := src.options(args[1:])
			if err != nil {
				return err
			}
			if look.pprof != "" && stage != flow.ToKernel {
				return usageError{fmt.Errorf("gpga emit %s: --pprof is for emit msl, wasm and metallib", args[0])}
			}
			library := args[0] == "metallib"
			if library && len(args) == 2 && isMetal(args[1]) {
				return emitLibraryOf(args[1], out, timing, src.quiet)
			}
			if timing != "" && !look.timing && !library {
				return usageError{fmt.Errorf("gpga emit %s: --json is for --timing, and for emit metallib", args[0])}
			}
			look.command = "gpga emit " + strings.Join(args, " ")
			endDumps, err := look.recorder(&o)
			if err != nil {
				return err
			}
			b, err := flow.Compile(o, stage)
			err = errors.Join(err, src.report(b), look.write(b), endDumps())
			if timing != "" && !library {
				err = errors.Join(err, writeTiming(timing, b))
			}
			if err != nil {
				return err
			}
			if library {
				return emitLibrary("kernel.metal", b.Kernel.Text, out, timing, b, src.quiet)
			}
			return writeOut(out, func(w io.Writer) error { return emitKind(w, args[0], b, binary) })
		},
	}
	src.add(c.Flags())
	look.add(c.Flags())
	c.Flags().StringVar(&timing, "json", "", "with --timing: write the table of passes to FILE as JSON, too; metallib: what the library took")
	c.Flags().BoolVar(&binary, "binary", false, "program: its binary encoding instead of text")
	c.Flags().StringVarP(&out, "output", "o", "", "write to FILE instead of standard output")
	return c
}

func emitKind(w io.Writer, kind string, b *flow.Build, binary bool) error {
	switch kind {
	case "ast":
		return ast.Fprint(w, b.Set, b.Source)
	case "design":
		return design.Fprint(w, b.Design)
	case "program":
		if binary {
			_, err := w.Write(program.Encode(b.Program))
			return err
		}
		return program.Print(w, b.Program)
	case "waits":
		return emit.Waits(w, b.Program)
	case "msl":
		_, err := io.WriteString(w, b.Kernel.Text)
		return err
	}
	unit, errs := msl.Load("kernel.metal", []byte(b.Kernel.Text))
	if len(errs) > 0 {
		return fmt.Errorf("the emitted text: %v", errs[0])
	}
	bin, err := wasm.Compile(unit, wasm.Options{FunctionConstants: map[int]uint64{0: 1}})
	if err != nil {
		return err
	}
	_, err = w.Write(bin.Binary)
	return err
}

func isMetal(path string) bool { return strings.HasSuffix(path, ".metal") }

func newCheck() *cobra.Command {
	var src sourceFlags
	strict := false
	c := &cobra.Command{
		Use:   "check FILE...",
		Short: "Check Verilog or Metal files and say what is wrong",
		Args:  sourceArgs,
		RunE: func(c *cobra.Command, args []string) error {
			var verilog, metal []string
			for _, a := range args {
				if isMetal(a) {
					metal = append(metal, a)
				} else {
					verilog = append(verilog, a)
				}
			}
			o, _, err := src.options(verilog)
			if err != nil {
				return err
			}
			if src.format != string(diag.Text) || src.diagFile != "" {
				return src.checkAsData(o, metal, strict)
			}
			bad := false
			for _, a := range metal {
				if !checkMetal(a, strict) {
					bad = true
				}
			}
			if len(o.Files) > 0 {
				b, err := flow.Compile(o, flow.ToProgram)
				if err := errors.Join(err, src.report(b)); err != nil {
					return err
				}
			}
			if bad {
				return exitError{1}
			}
			return nil
		},
	}
	src.toStdout = true
	src.add(c.Flags())
	c.Flags().BoolVar(&strict, "strict", false, "of Metal: a loop that no counter bounds and a function that can end without a value are errors")
	return c
}

// checkMetal prints what is wrong with a Metal file. Strict makes warnings errors.
func checkMetal(path string, strict bool) bool {
	text, err := os.ReadFile(path)
	if err != nil {
		fmt.Fprintf(os.Stderr, "gpga: %v\n", err)
		return false
	}
	u, errs := msl.Load(path, text)
	for _, e := range errs {
		fmt.Fprintln(os.Stderr, e.Error())
	}
	warnings := u.Warnings()
	for _, e := range warnings {
		kind := "warning: "
		if strict {
			kind = ""
		}
		fmt.Fprintf(os.Stderr, "%s:%d:%d: %s%s\n", e.File, e.Line, e.Col, kind, e.Msg)
	}
	return len(errs) == 0 && (!strict || len(warnings) == 0)
}

// checkAsData is gpga check with its diagnostics as one document, those of Metal files, which have no codes, with them.
func (s *sourceFlags) checkAsData(o flow.Options, metal []string, strict bool) error {
	set := source.NewSet()
	b := &flow.Build{Set: set, Diags: diag.NewList(set)}
	var err error
	if len(o.Files) > 0 {
		b, err = flow.Compile(o, flow.ToProgram)
		if err != nil && !errors.Is(err, flow.ErrDiagnostics) {
			return err
		}
	}
	for _, path := range metal {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Diags.Errorf(diag.PreFileRead, source.NoPos, "%v", err)
			continue
		}
		f, err := b.Set.Add(path, text, source.NoPos)
		if err != nil {
			return err
		}
		u, errs := msl.Load(path, text)
		add := func(list []msl.Error, severity diag.Severity) {
			for _, e := range list {
				b.Diags.Add(diag.Diagnostic{Severity: severity, Pos: f.At(e.Line, e.Col), Message: e.Msg})
			}
		}
		add(errs, diag.Error)
		// Warnings of Metal have no class to switch: they are notes unless they are errors.
		add(u.Warnings(), map[bool]diag.Severity{true: diag.Error, false: diag.Note}[strict])
	}
	if rerr := s.report(b); rerr != nil {
		return rerr
	}
	if b.Diags.HasErrors() {
		return flow.ErrDiagnostics
	}
	return err
}
