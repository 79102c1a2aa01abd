package elab

import (
	"math"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/sdf"
)

// What SDF entries change: module paths, timing checks and input ports (IEEE 1364-2005 16.2, tables 16-1 to 16-3).

// sameCondition compares the condition of an SDF entry with one of the source: without regard to blanks and parentheses, to 1'b1 or 1,
// and to a comparison with 1 where the other has none.
func sameCondition(a, b string) bool {
	plain := func(s string) string {
		s = strings.ToLower(s)
		for _, r := range [][2]string{{" ", ""}, {"(", ""}, {")", ""}, {"1'b", ""}, {"1'h", ""}, {"1'd", ""}, {"'b", ""}, {"===", "=="}, {"~", "!"}} {
			s = strings.ReplaceAll(s, r[0], r[1])
		}
		return strings.ReplaceAll(s, "==1", "")
	}
	return plain(a) == plain(b)
}

// edgeFits tells whether an edge of an SDF entry means an edge of the source; none means all.
func edgeFits(want string, edge ast.Edge, list [][2]byte) bool {
	switch {
	case want == "":
		return true
	case edge == ast.EdgePos:
		return want == "posedge" || want == "01"
	case edge == ast.EdgeNeg:
		return want == "negedge" || want == "10"
	case edge == ast.EdgeList:
		for _, d := range list {
			if strings.ReplaceAll(want, "z", "x") == strings.ReplaceAll(string(d[:]), "z", "x") {
				return true
			}
		}
		set := edgeSet(list)
		return want == "posedge" && set == rising || want == "negedge" && set == falling
	}
	return false
}

// names tells whether a delay means a module path between ports of these names, whatever bits.
func (a *annotation) names(p *ast.PathDecl, in, out string) bool {
	d := a.delay
	if d == nil {
		return false
	}
	if d.To.Name != "" && d.To.Name != out || d.From.Name != "" && d.From.Name != in || !edgeFits(d.From.Edge, p.Edge, nil) {
		return false
	}
	switch d.Guard {
	case sdf.Cond:
		return p.Cond != nil && sameCondition(d.Cond, sourceText(p.Cond))
	case sdf.CondElse:
		return p.IfNone
	}
	return true
}

// covers tells whether the bits of an SDF terminal and those of t have some in common.
func (s *scope) covers(t sdf.Terminal, of terminal) bool {
	sym := s.names[of.name]
	if !t.Selected || sym == nil {
		return true
	}
	place := func(i int) int {
		if sym.vec.Left >= sym.vec.Right {
			return i - sym.vec.Right
		}
		return sym.vec.Right - i
	}
	lo, hi := place(t.Right), place(t.Left)
	if lo > hi {
		lo, hi = hi, lo
	}
	return lo < of.off+of.width && hi >= of.off
}

// annotatePath applies the SDF entries of s to a module path, one after the other.
func (e *elab) annotatePath(s *scope, d *ast.PathDecl, b *pathEnd, in, out terminal) {
	for i := range s.spec.sdf {
		a := &s.spec.sdf[i]
		if a.delay == nil || !a.names(d, in.name, out.name) || !s.covers(a.delay.From, in) || !s.covers(a.delay.To, out) {
			continue
		}
		switch a.delay.Kind {
		case sdf.IOPath, sdf.Device:
			e.annotateValues(s, a, b)
		case sdf.PathPulse, sdf.PathPulsePercent:
			e.annotatePulse(s, a, b)
		}
	}
}

// annotateValues sets the delays of a path. SDF gives them in the order of a path's 1, 2, 3, 6 or 12 delays; an empty one stays.
func (e *elab) annotateValues(s *scope, a *annotation, b *pathEnd) {
	list := a.delay.Values
	v := make([]uint64, len(list))
	for k, x := range list {
		v[k] = b.delays[k]
		t, ok := e.sdfTicks(s, x.Triple, a.values)
		if ok && a.delay.Increment {
			t += int64(b.delays[k])
		}
		if ok {
			v[k] = uint64(max(t, 0))
		}
		if k == 0 && len(x.Limits) > 0 {
			e.setLimits(s, a, x.Limits, b)
		}
	}
	got, ok := twelve(v)
	if !ok {
		e.diags.Warnf("W2015", a.delay.Pos, "a path has 1, 2, 3, 6 or 12 delays, not %d", len(v))
		return
	}
	if len(v) == 1 || !anyEmpty(list) {
		b.delays = got
		return
	}
	// With an empty value what follows from it stays, too.
	for n := range b.delays {
		if n >= len(v) || list[n].Has != [3]bool{} {
			b.delays[n] = got[n]
		}
	}
}

func anyEmpty(list []sdf.Value) bool {
	for _, x := range list {
		if x.Has == [3]bool{} {
			return true
		}
	}
	return false
}

// annotatePulse sets the pulse limits of a path; percentages are of its longest delay.
func (e *elab) annotatePulse(s *scope, a *annotation, b *pathEnd) {
	var list []sdf.Triple
	for _, x := range a.delay.Values {
		list = append(list, x.Triple)
	}
	if a.delay.Kind == sdf.PathPulse {
		e.setLimits(s, a, list, b)
		return
	}
	longest := uint64(0)
	for _, d := range b.delays {
		longest = max(longest, d)
	}
	for i, x := range list {
		f, ok := x.Corner(a.values.corner)
		if !ok {
			continue
		}
		v := uint64(math.Round(float64(longest) * min(max(f, 0), 100) / 100))
		if i == 0 {
			b.reject, b.error = v, v
		} else {
			b.error = v
		}
		b.pulse = true
	}
	b.error = max(b.error, b.reject)
}

func (e *elab) setLimits(s *scope, a *annotation, list []sdf.Triple, b *pathEnd) {
	for i, x := range list {
		t, ok := e.sdfTicks(s, x, a.values)
		if !ok {
			continue
		}
		v := uint64(max(t, 0))
		if i == 0 {
			b.reject, b.error = v, v
		} else {
			b.error = v
		}
		b.pulse = true
	}
	b.error = max(b.error, b.reject)
}

// checkLimits tells which limits of a check of the source an SDF check of a kind sets: for each of the SDF check's limits, the index in
// the source's, or -1. It is empty where the one does not mean the other.
func checkLimits(kind, check string) []int {
	return map[string][]int{
		"SETUP $setup": {0}, "SETUP $setuphold": {0}, "HOLD $hold": {0}, "HOLD $setuphold": {1},
		"SETUPHOLD $setup": {0, -1}, "SETUPHOLD $hold": {-1, 0}, "SETUPHOLD $setuphold": {0, 1},
		"RECOVERY $recovery": {0}, "RECOVERY $recrem": {0}, "REMOVAL $removal": {0}, "REMOVAL $recrem": {1},
		"RECREM $recovery": {0, -1}, "RECREM $removal": {-1, 0}, "RECREM $recrem": {0, 1},
		"SKEW $skew": {0}, "TIMESKEW $timeskew": {0}, "FULLSKEW $fullskew": {0, 1}, "BIDIRECTSKEW $fullskew": {0, 1},
		"WIDTH $width": {0}, "PERIOD $period": {0}, "NOCHANGE $nochange": {0, 1},
	}[kind+" "+check]
}

// fitsCheck tells whether an SDF check's terminals, with their edges and conditions, are those of a check of the source. SETUP, HOLD and
// SETUPHOLD name the data first; all others name the terminals as the source does, the reference first.
func (a *annotation) fitsCheck(c *ast.TimingCheck) bool {
	f := checkForms[c.Name]
	at := []int{f.ref, f.data}
	switch a.check.Kind {
	case "SETUP", "HOLD", "SETUPHOLD":
		at = []int{f.data, f.ref}
	}
	for i, t := range a.check.Terminals {
		if !fitsEvent(t, checkArg(c, at[i])) {
			return false
		}
	}
	return true
}

func fitsEvent(t sdf.Terminal, arg ast.Node) bool {
	var ev ast.TimingEvent
	switch a := arg.(type) {
	case *ast.TimingEvent:
		ev = *a
	case ast.Expr:
		ev.Term = a
	default:
		return false
	}
	if terminalName(ev.Term) != t.Name || !edgeFits(t.Edge, ev.Edge, ev.Edges) {
		return false
	}
	if t.Selected {
		want := sourceText(ev.Term)
		if want != t.Name && want != (sdf.Terminal{Name: t.Name, Selected: true, Left: t.Left, Right: t.Right}).String() {
			return false
		}
	}
	return !t.Conditional || ev.Cond != nil && sameCondition(t.Cond, sourceText(ev.Cond))
}

// annotateCheck applies the SDF entries of s to the limits of a timing check.
func (e *elab) annotateCheck(s *scope, t *timingCheck) {
	for i := range s.spec.sdf {
		a := &s.spec.sdf[i]
		if a.check == nil {
			continue
		}
		limits := checkLimits(a.check.Kind, t.name)
		if len(limits) == 0 || !a.fitsCheck(t.decl) {
			continue
		}
		for k, to := range limits {
			if v, ok := e.sdfTicks(s, a.check.Limits[k], a.values); ok && to >= 0 {
				t.limits[to] = v
			}
		}
	}
}

// hasInputDelay tells whether an SDF file delays what comes to an input port.
func (s *scope) hasInputDelay(name string) bool {
	for i := range s.spec.sdf {
		if a := &s.spec.sdf[i]; a.delaysInput(name) {
			return true
		}
	}
	return false
}

func (a *annotation) delaysInput(name string) bool {
	return a.delay != nil && (a.delay.Kind == sdf.Port || a.delay.Kind == sdf.Interconnect) && a.delay.To.Name == name
}

// inputDelays are the rise, fall and turn-off delays of each bit of an input port, those of its interconnections (IEEE 1364-2005 16.2.3):
// where several end in it, those that come last in the files.
func (e *elab) inputDelays(s *scope, name string, width int) [][3]uint64 {
	out := make([][3]uint64, width)
	for i := range s.spec.sdf {
		a := &s.spec.sdf[i]
		if !a.delaysInput(name) {
			continue
		}
		for bit := range out {
			if !s.covers(a.delay.To, terminal{name: name, off: bit, width: 1}) {
				continue
			}
			d := out[bit]
			var set [3]bool
			for k, x := range a.delay.Values {
				if t, ok := e.sdfTicks(s, x.Triple, a.values); ok && k < 3 {
					if a.delay.Increment {
						t += int64(d[k])
					}
					d[k], set[k] = uint64(max(t, 0)), true
				}
			}
			switch len(a.delay.Values) {
			case 1:
				if set[0] {
					d[1], d[2] = d[0], d[0]
				}
			case 2:
				d[2] = min(d[0], d[1])
			}
			out[bit] = d
		}
	}
	return out
}

// delayInput drives an input port, bit by bit, from rhs behind the delays of its interconnections.
func (e *elab) delayInput(s *scope, name string, lhs []design.LValue, rhs *design.Expr, joint design.Assign) {
	h := &hidden{e, s, joint.Pos}
	for i, d := range e.inputDelays(s, name, rhs.Width) {
		a := joint
		a.LHS, a.RHS = slice(lhs, i, 1), part(rhs, i, 1, joint.Pos)
		a.Immediate, a.Reads = immediate(a.RHS), reads(a.RHS)
		if d != [3]uint64{} {
			a.Immediate = false
			for k := range d {
				a.Delay[k] = h.time(d[k])
			}
		}
		e.addAssign(&a)
	}
}
