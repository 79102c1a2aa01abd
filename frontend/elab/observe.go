package elab

import (
	"fmt"
	"io"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/passes"
)

// pass runs one pass, watched by whoever Options.Passes names.
func (e *elab) pass(name string, f func()) {
	if e.opts.Passes == nil {
		f()
		return
	}
	d := &passes.IR{Kind: "design", Unit: "objects", Size: e.size, Dump: func(w io.Writer) error { return design.Fprint(w, e.des) }}
	passes.Run(e.opts.Passes, passes.Pass{Name: name, In: d, Out: d}, f)
}

// size is how many scopes, signals, assignments and processes there are so far.
func (e *elab) size() int {
	d := e.des
	return max(len(d.Scopes), len(e.scopes)) + len(d.Signals) + len(d.Assigns) + len(d.Processes)
}

// construct says in one line which item of a scope it is; it may be nil.
func (e *elab) construct(s *scope, it ast.Item) string {
	if it == nil {
		return s.d.Path
	}
	kind := "item"
	switch it.(type) {
	case *ast.ContAssign:
		kind = "assign"
	case *ast.GateInst:
		kind = "gate"
	case *ast.ModuleInst:
		kind = "instance"
	case *ast.Initial:
		kind = "initial"
	case *ast.Always:
		kind = "always"
	case *ast.NetDecl:
		kind = "net declaration"
	}
	return fmt.Sprintf("%s: %s of %s", e.set.Position(it.Pos()), kind, s.d.Path)
}
