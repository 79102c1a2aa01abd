package flow

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/lint"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/runtime/wasm"
	"github.com/gpga/gpga/scheduler/lower"
	"github.com/gpga/gpga/scheduler/program"
)

// A pass is a row of the list of passes. One that fails leaves its errors in Diags.
type pass struct {
	name  string
	stage Stage
	inner []string // passes within it, in order, where it has any
	in    func(b *Build) *passes.IR
	out   func(b *Build) *passes.IR
	run   func(b *Build) error
}

// table is the list of passes from files to a result. The last two are run by Build.Run.
var table = []pass{
	{"parse", ToSource, []string{"preprocess", "syntax"}, sourceText, syntaxTree, func(b *Build) error {
		b.Source, b.Library = parse.Files(b.Set, b.Diags, b.opts.Parse, b.opts.Files)
		return nil
	}},
	{"elaborate", ToDesign, []string{"collect", "hierarchy", "annotate", "ports", "bodies", "finish", "lint"}, syntaxTree, elaborated, func(b *Build) error {
		var model *elab.Model
		b.Design, model = elab.ElaborateModel(b.Set, b.Source, b.Library, b.opts.Elab, b.Diags)
		if b.Design == nil && !b.Diags.HasErrors() {
			return fmt.Errorf("no design came of the sources")
		}
		if b.Design != nil && b.Diags.Wants("lint") {
			passes.Run(b.Trace, passes.Pass{Name: "lint"}, func() { lint.Check(model, b.Diags) })
		}
		b.Diags.UnusedWaivers()
		return nil
	}},
	{"lower", ToProgram, []string{"tables", "analyze", "alias", "layout", "bodies", "finish"}, elaborated, lowered, func(b *Build) error {
		p, errs := lower.Lower(b.Design, b.opts.Lower)
		for _, e := range errs {
			b.Diags.Errorf("L1001", e.Pos, "%s", e.Msg)
		}
		b.Program = p
		return nil
	}},
	{"emit", ToKernel, []string{"tables", "functions", "shapes", "segments", "dispatch", "place"}, lowered, kernelText, func(b *Build) error {
		var err error
		switch b.opts.Form {
		case "", FormTable:
			if b.opts.Count {
				b.Program, b.opts.Emit.CountAt = emit.Counted(b.Program)
			}
			b.Kernel, err = emit.Table(b.Program, b.opts.Emit)
		case FormVM:
			b.Kernel, err = emit.VMWith(b.Program, b.opts.Emit)
		case FormSwitch:
			b.Kernel, err = emit.Switch(b.Program)
		default:
			err = fmt.Errorf("there is no form %q of the kernel", b.opts.Form)
		}
		return err
	}},
	{"compile", toRun, []string{"check", "wasm", "machine-code"}, kernelText, nil, nil},
	{"simulate", toRun, nil, nil, nil, nil},
}

// toRun is behind all stages that Compile knows.
const toRun = ToKernel + 1

// PassNames lists all passes, those within another under its name: "lower", "lower/tables".
func PassNames() []string {
	var names []string
	for _, p := range table {
		names = append(names, p.name)
		for _, in := range p.inner {
			names = append(names, p.name+"/"+in)
		}
	}
	return names
}

// KnownPass tells whether name is that of a pass, or the last part of one.
func KnownPass(name string) bool {
	return slices.ContainsFunc(PassNames(), func(n string) bool { return n == name || strings.HasSuffix(n, "/"+name) })
}

func named(name string) *pass {
	for i := range table {
		if table[i].name == name {
			return &table[i]
		}
	}
	return nil
}

func sourceText(b *Build) *passes.IR {
	return &passes.IR{Kind: "source", Unit: "bytes", Size: func() int {
		n := 0
		for _, f := range b.Set.Files() {
			n += len(f.Text)
		}
		return n
	}, Dump: func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Join(b.opts.Files, "\n"))
		return err
	}}
}

func syntaxTree(b *Build) *passes.IR {
	return &passes.IR{Kind: "ast", Unit: "items", Size: func() int {
		n := 0
		if b.Source != nil {
			for _, m := range b.Source.Modules {
				n += 1 + len(m.Items)
			}
		}
		return n
	}, Dump: func(w io.Writer) error {
		if b.Source == nil {
			return nil
		}
		return ast.Fprint(w, b.Set, b.Source)
	}}
}

func elaborated(b *Build) *passes.IR {
	return &passes.IR{Kind: "design", Unit: "objects", Size: func() int {
		d := b.Design
		if d == nil {
			return 0
		}
		return len(d.Scopes) + len(d.Signals) + len(d.Assigns) + len(d.Processes)
	}, Dump: func(w io.Writer) error {
		if b.Design == nil {
			return nil
		}
		return design.Fprint(w, b.Design)
	}}
}

func lowered(b *Build) *passes.IR {
	return &passes.IR{Kind: "program", Unit: "instructions", Size: func() int {
		if b.Program == nil {
			return 0
		}
		return len(b.Program.Code)
	}, Dump: func(w io.Writer) error {
		if b.Program == nil {
			return nil
		}
		return program.Print(w, b.Program)
	}}
}

func kernelText(b *Build) *passes.IR {
	return &passes.IR{Kind: "msl", Unit: "bytes", Size: func() int {
		if b.Kernel == nil {
			return 0
		}
		return len(b.Kernel.Text)
	}, Dump: func(w io.Writer) error {
		if b.Kernel == nil {
			return nil
		}
		_, err := io.WriteString(w, b.Kernel.Text)
		return err
	}}
}

// watched runs one pass under the recorder. A panic becomes a *Crash that says where; what comes after it does not run.
func (b *Build) watched(p *pass, run func() error) error {
	r := b.Trace
	defer func() {
		if v := recover(); v != nil {
			panic(b.crash(v))
		}
	}()
	ir := func(of func(*Build) *passes.IR) *passes.IR {
		if of == nil {
			return nil
		}
		return of(b)
	}
	depth := r.Depth()
	r.Begin(passes.Pass{Name: p.name, In: ir(p.in), Out: ir(p.out)})
	err := run()
	var fault *wasm.InternalError
	if errors.As(err, &fault) {
		panic(&Crash{Pass: p.name + "/wasm", Construct: fault.At + ": " + fault.Func, Value: fault.Reason, Stack: fault.Stack, Build: b})
	}
	r.Unwind(depth + 1)
	r.End()
	for i := len(r.Events()) - 1; i >= 0; i-- {
		if e := r.Events()[i]; e.Depth == depth {
			b.Times = append(b.Times, PassTime{e.Name, e.Wall})
			break
		}
	}
	if err == nil {
		err = r.Err
	}
	return err
}
