package lower

import (
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// planTraces finds what any $dumpvars in the design can dump (IEEE 1364-2005 18.1.2): those signals are traced.
func (lw *lowerer) planTraces() {
	if lw.opts.TraceAll {
		for _, s := range lw.d.Scopes {
			lw.traceScope(s, 1)
		}
		return
	}
	lw.eachBody(func(b design.Stmt) {
		walkStmts(b, func(s design.Stmt) {
			t, ok := s.(*design.SysTask)
			if !ok || !strings.HasPrefix(t.Name, "$dumpvars") {
				return
			}
			lw.traceCall(t)
		})
	})
}

// traceCall marks what one $dumpvars names: a number of levels and then scopes and variables; nothing means everything.
func (lw *lowerer) traceCall(t *design.SysTask) {
	depth := 0
	named := false
	for i, a := range t.Args {
		switch {
		case a.Kind == design.ArgScope && a.Scope != nil:
			named = true
			lw.traceScope(a.Scope, depth)
		case a.Decl != nil && (i > 0 || a.Value == nil || a.Value.Op != design.OpConst):
			if a.Decl.Signal != nil || a.Decl.Event != nil {
				named = true
				lw.traceDecl(a.Decl)
			}
		case a.Kind == design.ArgEvent && a.Event != nil:
			named = true
			lw.traceEv[a.Event] = true
		case a.Value != nil && a.Value.Sig != nil && i > 0:
			named = true
			if a.Value.Sig.Words == 0 && a.Value.Sig.ID >= 0 {
				lw.trace[a.Value.Sig] = true
			}
		case i == 0 && a.Value != nil && a.Value.Op == design.OpConst && !a.Value.Real:
			n, known := a.Value.Val.Uint64()
			if known {
				depth = int(min(n, 1<<20))
			}
		}
	}
	if !named {
		for _, s := range lw.d.Tops {
			lw.traceScope(s, depth)
		}
	}
}

// traceScope marks the declarations of s and of scopes below, depth levels in all, 0 for every level.
func (lw *lowerer) traceScope(s *design.Scope, depth int) {
	for _, d := range s.Decls {
		if !d.Word {
			lw.traceDecl(d)
		}
	}
	if depth == 1 {
		return
	}
	for _, c := range s.Children {
		lw.traceScope(c, max(0, depth-1))
	}
}

func (lw *lowerer) traceDecl(d *design.Decl) {
	switch {
	case d.Signal != nil && d.Signal.Words == 0:
		lw.trace[d.Signal] = true
	case d.Event != nil:
		lw.traceEv[d.Event] = true
	}
}

// addVars lists every declared name for waves.
func (lw *lowerer) addVars() {
	p := lw.p
	for _, s := range lw.d.Scopes {
		for _, d := range s.Decls {
			v := program.Var{
				Name: lw.str(d.Name), Scope: uint32(s.ID), Kind: uint32(d.Kind), Signal: program.NoSeg, Net: uint32(d.Type),
				MSB: int32(d.MSB), LSB: int32(d.LSB), Vector: d.Vector, Signed: d.Signed, Width: 1, Word: d.Word,
			}
			switch {
			case d.Signal != nil:
				v.Width, v.Real = uint32(d.Signal.Width), d.Signal.Real
				if st := lw.stor[d.Signal]; st != nil && st.index >= 0 {
					v.Signal = uint32(st.index)
				}
			case d.Event != nil:
				v.Signal = lw.events[d.Event.ID]
			case d.Value != nil:
				c := lw.constVec(d.Value)
				if c.Width == 0 {
					c = logic.New(1)
				}
				v.Width, v.Real, v.Signed = uint32(c.Width), d.Value.Real, d.Value.Signed
				v.Value = uint32(len(p.Consts))
				p.Consts = append(p.Consts, c.Val...)
				p.Consts = append(p.Consts, c.XZ...)
			}
			lw.varOf[d] = uint32(len(p.Vars))
			p.Vars = append(p.Vars, v)
		}
	}
}

// varIndex is the row of a declaration in Vars.
func (lw *lowerer) varIndex(d *design.Decl) uint32 {
	if i, ok := lw.varOf[d]; ok {
		return i
	}
	return program.NoSeg
}
