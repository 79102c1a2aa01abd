package elab

import (
	"errors"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/sdf"
	"github.com/gpga/gpga/frontend/source"
)

// sdfCall is a call of $sdf_annotate (IEEE 1364-2005 16.2). Its file is read when the design is elaborated: the delays hold from
// time 0 on, whenever the call itself comes.
type sdfCall struct {
	s    *scope
	call *ast.SysTaskCall
}

// sdfValues says how the values of a file become numbers: which of min:typ:max, and times what.
type sdfValues struct {
	corner int     // 0, 1, 2
	factor float64 // of that corner
	unit   float64 // seconds
}

// annotation is an entry of an SDF file for a module instance: a delay or a check.
type annotation struct {
	delay  *sdf.Delay
	check  *sdf.Check
	values sdfValues
}

// findSdf notes calls of $sdf_annotate.
func (e *elab) findSdf(s *scope, st *ast.SysTaskCall) {
	if e.opts.Specify && st.Name == "$sdf_annotate" {
		e.sdfs = append(e.sdfs, sdfCall{s, st})
	}
}

// annotate reads the files of all $sdf_annotate calls.
func (e *elab) annotate() {
	for _, c := range e.sdfs {
		arg := func(i int) ast.Expr {
			if i < len(c.call.Args) && !ast.IsEmpty(c.call.Args[i]) {
				return c.call.Args[i]
			}
			return nil
		}
		// text is a string argument; ok is false after an error.
		text := func(i int) (string, bool) {
			x := arg(i)
			if x == nil {
				return "", true
			}
			if v, ok := x.(*ast.String); ok {
				return v.Value, true
			}
			e.diags.Errorf("E9009", x.Pos(), "$sdf_annotate takes the name of its file, and how to read it, as string literals")
			return "", false
		}
		if arg(0) == nil {
			if len(c.call.Args) > 0 {
				e.diags.Errorf("E9009", c.call.Pos(), "$sdf_annotate takes the name of its file as a string literal")
			}
			continue // what the call itself reports
		}
		name, ok := text(0)
		mtm, ok2 := text(4)
		factors, ok3 := text(5)
		scaleType, ok4 := text(6)
		if !ok || !ok2 || !ok3 || !ok4 {
			continue
		}
		values, ok := e.sdfReading(c.call, mtm, factors, scaleType)
		if !ok {
			continue
		}
		at := c.s.inst
		if x := arg(1); x != nil {
			id, isName := x.(*ast.Ident)
			if isName {
				at = e.lookupScope(c.s, id)
			}
			if !isName || at == nil {
				e.diags.Errorf("E2036", x.Pos(), "the second argument of $sdf_annotate is no scope")
				continue
			}
		}
		if x := arg(2); x != nil {
			e.diags.Warnf("W2015", x.Pos(), "the configuration file of $sdf_annotate has no effect")
		}
		if f := e.readSdf(name, arg(0).Pos()); f != nil {
			values.unit = f.Scale
			e.annotateFrom(at, f, values)
		}
	}
}

// sdfReading makes of the mtm_spec, scale_factors and scale_type arguments which value counts and times what.
func (e *elab) sdfReading(call *ast.SysTaskCall, mtm, factors, scaleType string) (sdfValues, bool) {
	v := sdfValues{corner: map[Corner]int{CornerMin: 0, CornerTyp: 1, CornerMax: 2}[e.opts.Corner], factor: 1}
	bad := func(what, text string) (sdfValues, bool) {
		e.diags.Errorf("E2037", call.Pos(), "'%s' is no %s of $sdf_annotate (IEEE 1364-2005 16.2)", text, what)
		return v, false
	}
	switch mtm {
	case "", "TOOL_CONTROL":
	case "MINIMUM":
		v.corner = 0
	case "TYPICAL":
		v.corner = 1
	case "MAXIMUM":
		v.corner = 2
	default:
		return bad("mtm_spec", mtm)
	}
	if factors != "" {
		parts := strings.Split(factors, ":")
		if len(parts) != 3 {
			return bad("scale_factors", factors)
		}
		f, err := strconv.ParseFloat(strings.TrimSpace(parts[v.corner]), 64)
		if err != nil || f < 0 || f > 1e9 || f != f {
			return bad("scale_factors", factors)
		}
		v.factor = f
	}
	switch scaleType {
	case "", "FROM_MTM":
	case "FROM_MINIMUM":
		v.corner = 0
	case "FROM_TYPICAL":
		v.corner = 1
	case "FROM_MAXIMUM":
		v.corner = 2
	default:
		return bad("scale_type", scaleType)
	}
	return v, true
}

func (e *elab) readSdf(name string, pos source.Pos) *sdf.File {
	read := e.opts.ReadFile
	if read == nil {
		read = os.ReadFile
	}
	text, err := read(name)
	if err != nil {
		e.diags.Warnf("W2015", pos, "cannot read the delays of '%s': %v", name, err)
		return nil
	}
	file, err := e.set.Add(name, text, source.NoPos)
	if err != nil {
		e.diags.Errorf("E2037", pos, "%v", err)
		return nil
	}
	f, err := sdf.Parse(file)
	var bad *sdf.Error
	if errors.As(err, &bad) {
		e.diags.Errorf("E2037", bad.Pos, "%s", bad.Message)
		return nil
	}
	for _, s := range f.Skipped {
		e.diags.Warnf("W2015", s.Pos, "%s has no effect", s.Keyword)
	}
	return f
}

func (e *elab) annotateFrom(at *scope, f *sdf.File, values sdfValues) {
	for i := range f.Cells {
		c := &f.Cells[i]
		for _, target := range e.sdfTargets(at, c) {
			for k := range c.Delays {
				e.annotateDelay(target, annotation{delay: &c.Delays[k], values: values})
			}
			for k := range c.Checks {
				e.noteCheck(target, annotation{check: &c.Checks[k], values: values})
			}
		}
	}
}

// annotateDelay notes a delay of a cell where it belongs, or says that it belongs nowhere.
func (e *elab) annotateDelay(target *scope, a annotation) {
	d := a.delay
	switch d.Kind {
	case sdf.IOPath, sdf.Device, sdf.PathPulse, sdf.PathPulsePercent:
		found := false
		for _, p := range target.spec.paths {
			for _, to := range p.Outputs {
				for _, from := range p.Inputs {
					found = found || a.names(p, terminalName(from), terminalName(to))
				}
			}
		}
		if !found {
			what := "no module paths"
			if d.Kind != sdf.Device && d.From.Name != "" {
				what = "no path from " + d.From.String() + " to " + d.To.String()
			}
			if d.Guard == sdf.Cond {
				what += " under " + d.Cond
			}
			e.diags.Warnf("W2015", d.Pos, "module '%s' has %s", target.module.Name, what)
			return
		}
		target.spec.sdf = append(target.spec.sdf, a)
	case sdf.Port, sdf.Interconnect:
		load := walkDown(target, d.To.Path)
		if load == nil || load != load.inst {
			e.diags.Warnf("W2015", d.Pos, "cannot find the instance of port %s below %s", d.To, target.d.Path)
			return
		}
		sym := load.names[d.To.Name]
		if sym == nil || sym.kind != symSignal || sym.decl == nil || sym.decl.Port != design.PortIn || load.conns == nil {
			e.diags.Warnf("W2015", d.Pos, "%s is no input port of an instance: its delay has no effect", d.To)
			return
		}
		load.spec.sdf = append(load.spec.sdf, a)
	case sdf.SpecParam:
		sym := target.names[d.To.Name]
		if sym == nil || sym.kind != symSpecparam || sym.value == nil {
			e.diags.Warnf("W2015", d.Pos, "module '%s' has no specparam '%s'", target.module.Name, d.To.Name)
			return
		}
		if v, ok := a.values.of(d.Values[0].Triple); ok {
			v = v * a.values.unit / math.Pow10(target.d.UnitExp)
			if d.Increment {
				v += toReal(sym.value).RealVal
			}
			sym.value = konstReal(v, sym.value.Pos)
		}
	}
}

// noteCheck notes a timing check for its module instance.
func (e *elab) noteCheck(target *scope, a annotation) {
	target.spec.sdf = append(target.spec.sdf, a)
	found := false
	for _, c := range target.spec.checks {
		found = found || len(checkLimits(a.check.Kind, c.Name)) > 0 && a.fitsCheck(c)
	}
	if !found {
		names := make([]string, len(a.check.Terminals))
		for i, t := range a.check.Terminals {
			names[i] = t.String()
		}
		e.diags.Warnf("W2015", a.check.Pos, "module '%s' has no timing check for %s of %s", target.module.Name, a.check.Kind, strings.Join(names, ", "))
	}
}

func (e *elab) sdfTargets(at *scope, c *sdf.Cell) []*scope {
	target := at
	if len(c.Instance) > 0 {
		if target = walkDown(at, c.Instance); target == nil && at.isNamed(c.Instance[0]) {
			target = walkDown(at, c.Instance[1:])
		}
	}
	if target == nil {
		e.diags.Warnf("W2015", c.Pos, "cannot find the instance of this cell below %s", at.d.Path)
		return nil
	}
	if c.Wild {
		var out []*scope
		for _, s := range e.scopes {
			if s == s.inst && s.module.Name == c.Type && within(s, target) {
				out = append(out, s)
			}
		}
		if len(out) == 0 {
			e.diags.Warnf("W2015", c.Pos, "there is no instance of '%s' below %s", c.Type, target.d.Path)
		}
		return out
	}
	if target.module.Name != c.Type {
		e.diags.Warnf("W2015", c.Pos, "%s is a '%s', not a '%s'", target.d.Path, target.module.Name, c.Type)
	}
	return []*scope{target}
}

func within(s, at *scope) bool {
	for ; s != nil; s = s.parent {
		if s == at {
			return true
		}
	}
	return false
}

// of gives the value that counts.
func (v sdfValues) of(t sdf.Triple) (float64, bool) {
	x, ok := t.Corner(v.corner)
	return x * v.factor, ok
}

// ticks is a time of an SDF file in ticks, rounded to the module's precision. Modules without a `timescale read it in their own
// unit, as Icarus Verilog does.
func (e *elab) sdfTicks(s *scope, t sdf.Triple, v sdfValues) (int64, bool) {
	x, ok := v.of(t)
	if !ok {
		return 0, false
	}
	toPrec := s.d.UnitExp - s.d.PrecExp
	if s.d.HasTime {
		x, toPrec = x*v.unit/math.Pow10(s.d.PrecExp), 0
	}
	return roundTicks(x*(1+1e-12), toPrec, s.d.PrecExp-e.des.TickExp), true
}

// roundTicks scales a time by 10**toPrec, rounds it, and scales it to ticks.
func roundTicks(v float64, toPrec, toTick int) int64 {
	v = math.Round(v*math.Pow10(toPrec)) * math.Pow10(toTick)
	return int64(max(min(v, 1<<62), -(1 << 62)))
}
