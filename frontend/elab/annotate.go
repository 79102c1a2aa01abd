package elab

import (
	"errors"
	"math"
	"os"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/sdf"
	"github.com/gpga/gpga/frontend/source"
)

// sdfCall is a call of $sdf_annotate. Its file is read when the design is elaborated: the delays hold from time 0 on.
type sdfCall struct {
	s    *scope
	call *ast.SysTaskCall
}

// annotation is an IOPATH that annotates the module paths of a scope.
type annotation struct {
	path  *sdf.Path
	scale float64
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
		if len(c.call.Args) == 0 {
			continue // what the call itself reports
		}
		name, ok := c.call.Args[0].(*ast.String)
		if !ok {
			e.diags.Errorf("E9009", c.call.Args[0].Pos(), "$sdf_annotate takes the name of its file as a string literal")
			continue
		}
		at := c.s.inst
		if len(c.call.Args) > 1 && !ast.IsEmpty(c.call.Args[1]) {
			id, isName := c.call.Args[1].(*ast.Ident)
			if isName {
				at = e.lookupScope(c.s, id)
			}
			if !isName || at == nil {
				e.diags.Errorf("E2036", c.call.Args[1].Pos(), "the second argument of $sdf_annotate is no scope")
				continue
			}
		}
		if f := e.readSdf(name); f != nil {
			e.annotateFrom(at, f)
		}
	}
}

func (e *elab) readSdf(name *ast.String) *sdf.File {
	read := e.opts.ReadFile
	if read == nil {
		read = os.ReadFile
	}
	text, err := read(name.Value)
	if err != nil {
		e.diags.Warnf("W2015", name.Pos(), "cannot read the delays of '%s': %v", name.Value, err)
		return nil
	}
	file, err := e.set.Add(name.Value, text, source.NoPos)
	if err != nil {
		e.diags.Errorf("E2037", name.Pos(), "%v", err)
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

func (e *elab) annotateFrom(at *scope, f *sdf.File) {
	for i := range f.Cells {
		c := &f.Cells[i]
		for _, target := range e.sdfTargets(at, c) {
			for k := range c.Paths {
				p := &c.Paths[k]
				if !matchesAny(target, p) {
					e.diags.Warnf("W2015", p.Pos, "module '%s' has no path from %s to %s", target.module.Name, p.From, p.To)
					continue
				}
				target.spec.sdf = append(target.spec.sdf, annotation{p, f.Scale})
			}
		}
	}
}

func (e *elab) sdfTargets(at *scope, c *sdf.Cell) []*scope {
	if c.Wild {
		var out []*scope
		for _, s := range e.scopes {
			if s == s.inst && s.module.Name == c.Type && within(s, at) {
				out = append(out, s)
			}
		}
		return out
	}
	target := walkDown(at, c.Instance)
	if target == nil && len(c.Instance) > 0 && at.isNamed(c.Instance[0]) {
		target = walkDown(at, c.Instance[1:])
	}
	switch {
	case target == nil:
		e.diags.Warnf("W2015", c.Pos, "cannot find the instance of this cell below %s", at.d.Path)
		return nil
	case target.module.Name != c.Type:
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

// matches tells whether an IOPATH means a module path from input in; without an edge it means those with any.
func (p *annotation) matches(d *ast.PathDecl, in, out string) bool {
	edge := map[ast.Edge]string{ast.EdgePos: "posedge", ast.EdgeNeg: "negedge"}[d.Edge]
	return p.path.From == in && p.path.To == out && (p.path.Edge == "" || p.path.Edge == edge)
}

func matchesAny(s *scope, p *sdf.Path) bool {
	x := annotation{path: p}
	for _, d := range s.spec.paths {
		if hasTerminal(d.Inputs, p.From) && hasTerminal(d.Outputs, p.To) && x.matches(d, p.From, p.To) {
			return true
		}
	}
	return false
}

func hasTerminal(list []ast.Expr, name string) bool {
	for _, x := range list {
		if terminalName(x) == name {
			return true
		}
	}
	return false
}

// annotatePath applies the IOPATHs of s to one module path.
func (e *elab) annotatePath(s *scope, d *ast.PathDecl, b *pathEnd, in, out terminal) {
	for i := range s.spec.sdf {
		p := &s.spec.sdf[i]
		if !p.matches(d, in.name, out.name) {
			continue
		}
		v := make([]uint64, len(p.path.Values))
		for k, x := range p.path.Values {
			n := map[Corner]int{CornerMin: 0, CornerTyp: 1, CornerMax: 2}[e.opts.Corner]
			v[k] = b.delays[k]
			if f, ok := x.Corner(n); ok {
				if v[k] = e.sdfTicks(s, f, p.scale); p.path.Increment {
					v[k] += b.delays[k]
				}
			}
		}
		if got, ok := twelve(v); ok {
			b.delays = got
		}
	}
}

// roundTicks scales a time by 10**toPrec, rounds it, and scales it to ticks.
func roundTicks(v float64, toPrec, toTick int) int64 {
	v = math.Round(v*math.Pow10(toPrec)) * math.Pow10(toTick)
	return int64(max(min(v, 1<<62), -(1 << 62)))
}

// sdfTicks is a delay of an SDF file in ticks, rounded to the module's precision. Modules without a `timescale read it
// in their own unit, as Icarus Verilog does.
func (e *elab) sdfTicks(s *scope, v, scale float64) uint64 {
	prec := v * math.Pow10(s.d.UnitExp-s.d.PrecExp)
	if s.d.HasTime {
		prec = v * scale / math.Pow10(s.d.PrecExp)
	}
	prec = math.Round(prec*(1+1e-12)) * math.Pow10(s.d.PrecExp-e.des.TickExp)
	if prec <= 0 {
		return 0
	}
	return uint64(math.Min(prec, 1<<62))
}

// annotateCheck applies the limits of SDF files to a timing check.
func (e *elab) annotateCheck(s *scope, t *timingCheck) {}
