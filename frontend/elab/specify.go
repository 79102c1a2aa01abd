package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// specification is what the specify blocks of a module instance say, and what SDF files say of it.
type specification struct {
	paths  []*ast.PathDecl    // module paths that are simulated
	checks []*ast.TimingCheck // all timing checks; without Options.Specify only their delayed signals count
	pulses []*ast.ParamAssign // PATHPULSE$ specparams
	styles []*ast.PulseStyle
	sdf    []annotation            // in the order of the files
	times  map[sourceKey]*sourceAt // of path sources
	driven map[string]bool         // delayed signals of timing checks
}

// hasPaths tells whether module paths end in the port.
func (s *scope) hasPaths(name string) bool {
	for _, p := range s.spec.paths {
		for _, x := range p.Outputs {
			if terminalName(x) == name {
				return true
			}
		}
	}
	return false
}

// registerSpecify enters the declarations of a specify block.
func (e *elab) registerSpecify(s *scope, sp *ast.Specify) {
	warned := false
	warn := func(pos source.Pos) {
		if !warned && !e.opts.Specify {
			warned = true
			e.diags.Warnf("W2010", pos, "module paths and timing checks are not simulated without -gspecify")
		}
	}
	for _, it := range sp.Items {
		switch it := it.(type) {
		case *ast.ParamDecl:
			e.registerParams(s, it)
			for _, a := range it.Names {
				if a.Pulse {
					s.spec.pulses = append(s.spec.pulses, a)
				}
			}
		case *ast.PathDecl:
			warn(it.Pos())
			if e.opts.Specify {
				s.spec.paths = append(s.spec.paths, it)
			}
		case *ast.PulseStyle:
			s.spec.styles = append(s.spec.styles, it)
		case *ast.TimingCheck:
			warn(it.Pos())
			s.spec.checks = append(s.spec.checks, it)
		}
	}
}

// transition numbers the changes of a bit as a path's twelve delays do (table 14-3).
func transition(from, to logic.Bit) int {
	switch from {
	case logic.L0:
		return map[logic.Bit]int{logic.L1: 0, logic.LZ: 2, logic.LX: 6}[to]
	case logic.L1:
		return map[logic.Bit]int{logic.L0: 1, logic.LZ: 4, logic.LX: 8}[to]
	case logic.LZ:
		return map[logic.Bit]int{logic.L1: 3, logic.L0: 5, logic.LX: 11}[to]
	}
	return map[logic.Bit]int{logic.L1: 7, logic.L0: 9, logic.LZ: 10}[to]
}

// twelve expands 1, 2, 3, 6 or 12 delays (tables 14-2, 14-3).
func twelve(v []uint64) ([12]uint64, bool) {
	var d [12]uint64
	at := func(i ...int) {
		for k, n := range i {
			d[k] = v[n]
		}
	}
	switch len(v) {
	case 1:
		at(0, 0, 0, 0, 0, 0)
	case 2:
		at(0, 1, 0, 0, 1, 1)
	case 3:
		at(0, 1, 2, 0, 2, 1)
	case 6:
		at(0, 1, 2, 3, 4, 5)
	case 12:
		copy(d[:], v)
		return d, true
	default:
		return d, false
	}
	d[6], d[7] = min(d[0], d[2]), max(d[0], d[3])
	d[8], d[9] = min(d[1], d[4]), max(d[1], d[5])
	d[10], d[11] = max(d[2], d[4]), min(d[3], d[5])
	return d, true
}

// delayTicks is a constant delay or limit of a specify block in ticks: rounded to the module's precision, and of whatever sign.
func (e *elab) delayTicks(s *scope, x ast.Expr) (int64, bool) {
	x = e.corner(x)
	v := e.constValue(s, x)
	if v == nil {
		return 0, false
	}
	toPrec, toTick := max(0, s.d.UnitExp-s.d.PrecExp), max(0, s.d.PrecExp-e.des.TickExp)
	known := v.Real || v.Val.IsKnown()
	if v = toReal(v); !known || v.RealVal != v.RealVal {
		e.diags.Errorf("E2035", x.Pos(), "the value has x or z bits where a time is needed")
		return 0, false
	}
	return roundTicks(v.RealVal, toPrec, toTick), true
}

// pathDelays are a path's delays in ticks; negative ones count as 0 (IEEE 1364-2005 14.3.1).
func (e *elab) pathDelays(s *scope, p *ast.PathDecl) ([12]uint64, bool) {
	var v []uint64
	for _, x := range p.Delays {
		t, ok := e.delayTicks(s, x)
		if !ok {
			return [12]uint64{}, false
		}
		v = append(v, uint64(max(t, 0)))
	}
	d, ok := twelve(v)
	if !ok {
		e.diags.Errorf("E2035", p.Pos(), "a path has 1, 2, 3, 6 or 12 delays, not %d (IEEE 1364-2005 14.3.1)", len(v))
	}
	return d, ok
}

// hiddenNet is a net that follows an expression at once.
func (e *elab) hiddenNet(s *scope, x *design.Expr, reads []*design.Signal, desc string) *design.Expr {
	sig := e.newSignal(s, design.Signal{Net: design.NetWire, Width: x.Width, MSB: x.Width - 1, Pos: x.Pos})
	e.addAssign(&design.Assign{Kind: design.AssignEvent, LHS: []design.LValue{{Sig: sig, Width: x.Width, Pos: x.Pos}}, RHS: x, Scope: s.d,
		Pos: x.Pos, Desc: desc, Immediate: true, Reads: reads})
	return &design.Expr{Op: design.OpSignal, Width: x.Width, Sig: sig, Pos: x.Pos}
}

// enabled is the condition of a path or of an event of a timing check: its last bit; where unknown counts as true is the caller's
// choice (IEEE 1364-2005 14.2.4, 15.6).
func (e *elab) enabled(s *scope, x ast.Expr, unknown bool) *design.Expr {
	c := e.condition(s, x)
	if c.Real {
		e.diags.Errorf(codeRealOperand, x.Pos(), "a condition in a specify block may not be real")
		return filled(1, true, x.Pos())
	}
	if c.Width > 1 {
		c = part(c, 0, 1, c.Pos)
	}
	if unknown {
		return op2(design.OpCaseNe, 1, false, c.Pos, c, filled(1, false, c.Pos))
	}
	return op2(design.OpCaseEq, 1, false, c.Pos, c, filled(1, true, c.Pos))
}

// specified elaborates what the specify blocks of s say.
func (e *elab) specified(s *scope) {
	if s == s.inst {
		e.modulePaths(s)
		e.timingChecks(s)
	}
}
