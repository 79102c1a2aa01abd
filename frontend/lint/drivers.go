package lint

import (
	"sort"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/source"
)

func span(pos source.Pos, n int) ast.Span { return ast.Span{From: pos, To: pos.Add(n)} }

// drivers reports wires of which two drivers hold a bit at once. A driver that can be z (a bus), that is weaker than strong (a
// pull), or that drives a net of a type made for sharing (tri, wand, wor, ...) is meant to meet others.
func (c *checker) drivers() {
	z := &floats{vars: map[*design.Signal]bool{}, nets: map[*design.Signal]int{}}
	for _, s := range c.m.Scopes() {
		if s.Kind() != design.ScopeModule || s.Parent().Valid() {
			continue
		}
		for _, n := range s.Names() {
			if n.Port() == ast.Input && n.Signal() != nil {
				z.nets[n.Signal()] = 2 // whoever uses the top will drive it
				z.inputs = append(z.inputs, n.Signal())
			}
		}
	}
	z.assignments(c.m.Design())
	said := map[source.Pos]bool{}
	for _, sig := range c.m.Design().Signals {
		if sig.Net != design.NetWire && sig.Net != design.NetUwire || sig.Hidden || len(sig.Drivers) < 2 || sig.Real {
			continue
		}
		type part struct {
			a    *design.Assign
			l    *design.LValue
			word uint64
		}
		var list []part
		for _, a := range sig.Drivers {
			if a.RHS == nil || a.Kind == design.AssignEvent || a.Strength != [2]design.Strength{design.Strong, design.Strong} || z.can(a.RHS) {
				continue
			}
			for i := range a.LHS {
				l := &a.LHS[i]
				if l.Sig != sig {
					continue
				}
				var word uint64
				if l.Word != nil {
					word, _ = l.Word.Val.Uint64()
				}
				list = append(list, part{a, l, word})
			}
		}
		sort.SliceStable(list, func(i, j int) bool {
			if list[i].word != list[j].word {
				return list[i].word < list[j].word
			}
			return list[i].l.Off < list[j].l.Off
		})
		for i := 1; i < len(list); i++ {
			p, q := list[i-1], list[i]
			if p.a == q.a || p.word != q.word || q.l.Off >= p.l.Off+p.l.Width {
				continue
			}
			from, to := c.driverPos(sig, p.a, p.l), c.driverPos(sig, q.a, q.l)
			if from > to {
				from, to = to, from
			}
			if from == to || said[to] {
				continue
			}
			said[to] = true
			c.warnNote(diag.LintMultidriven, span(to, 0), from, "another driver is here", "net '%s' has several drivers", lastPart(sig.Name))
		}
	}
}

// driverPos is where a driver of sig stands: its target, or, for one inside an instance, that instance in the scope that declares
// the net.
func (c *checker) driverPos(sig *design.Signal, a *design.Assign, l *design.LValue) source.Pos {
	home := c.m.ScopeOf(sig.Scope).Instance()
	pos := l.Pos
	for s := c.m.ScopeOf(a.Scope).Instance(); s != home; s = s.Parent().Instance() {
		if p := s.InstancePos(); p.IsValid() {
			pos = p
		}
		if !s.Parent().Valid() {
			return l.Pos
		}
	}
	return pos
}

func lastPart(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '.' {
			return path[i+1:]
		}
	}
	return path
}

// floats finds out what can be z.
type floats struct {
	vars   map[*design.Signal]bool // variables that some assignment gives z
	inputs []*design.Signal        // of tops
	nets   map[*design.Signal]int  // 1: being looked at, 2: never z, 3: can be
}

// assignments goes through all procedural assignments.
func (z *floats) assignments(d *design.Design) {
	for again := true; again; {
		again = false
		visit := func(st design.Stmt) {
			elab.EachStmt(st, func(st design.Stmt) {
				a, ok := st.(*design.AssignStmt)
				if !ok || !z.can(a.RHS) {
					return
				}
				for i := range a.LHS {
					if !z.vars[a.LHS[i].Sig] {
						z.vars[a.LHS[i].Sig] = true
						again = true
					}
				}
			})
		}
		for _, p := range d.Processes {
			visit(p.Body)
		}
		for _, s := range d.Subs {
			visit(s.Body)
		}
		if again {
			clear(z.nets)
			for _, s := range z.inputs {
				z.nets[s] = 2
			}
		}
	}
}

// can tells whether an expression can have z bits. Operators other than these make x of z.
func (z *floats) can(x *design.Expr) bool {
	switch x.Op {
	case design.OpConst:
		for i := range x.Val.Width {
			if x.Val.Bit(i) == logic.LZ {
				return true
			}
		}
	case design.OpSignal, design.OpWord:
		return z.signal(x.Sig)
	case design.OpPart, design.OpPartVar, design.OpResize, design.OpSigned:
		return z.can(x.Args[0])
	case design.OpCond:
		return z.can(x.Args[1]) || z.can(x.Args[2])
	case design.OpConcat, design.OpRepeat:
		for _, a := range x.Args {
			if z.can(a) {
				return true
			}
		}
	case design.OpCall:
		return x.Sub != nil && x.Sub.Result != nil && z.vars[x.Sub.Result]
	}
	return x.ThreeState()
}

func (z *floats) signal(s *design.Signal) bool {
	if s == nil || s.Net == design.NetVar {
		return z.vars[s]
	}
	switch z.nets[s] {
	case 1, 2:
		return false
	case 3:
		return true
	}
	z.nets[s] = 1
	can := len(s.Drivers) == 0
	for _, d := range s.Drivers {
		if d.Kind == design.AssignUDP {
			continue
		}
		can = can || d.RHS == nil || z.can(d.RHS)
	}
	z.nets[s] = 2
	if can {
		z.nets[s] = 3
	}
	return can
}
