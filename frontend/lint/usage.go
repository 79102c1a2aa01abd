package lint

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
)

// declaration is a net or variable with all that the instances of its module do with it.
type declaration struct {
	name   elab.Name
	width  int
	reads  bitset
	writes bitset // by anything but initial values
	isRead bool
	isSet  bool     // written by anything
	loop   bool     // the variable of a for loop
	status bool     // every write so far takes the value of a system function: $fscanf's result is often ignored
	inputs []access // drivers in continuous code, for assign-input
}

// declare is the record of a name.
func (c *checker) declare(n elab.Name) *declaration {
	d := c.decls[n.Pos()]
	if d == nil {
		d = &declaration{name: n, status: true}
		c.decls[n.Pos()] = d
	}
	if n.Width() > d.width {
		d.width = n.Width()
	}
	for len(d.reads)*64 < d.width {
		d.reads, d.writes = append(d.reads, 0), append(d.writes, 0)
	}
	return d
}

func (c *checker) noteRead(w *walker, a access) {
	d := c.declare(a.name)
	d.isRead = true
	d.reads.fill(a.lo, a.hi)
	if w.proc != nil {
		if !w.dead {
			w.proc.read(a, w.inTask)
		}
	} else {
		c.outside[a.name] = true
	}
}

// noteWrite notes a write; by is the assignment where it is one of a procedure.
func (c *checker) noteWrite(w *walker, a access, by *ast.Assign) {
	d := c.declare(a.name)
	d.isSet = true
	sys := false
	if by != nil {
		_, sys = by.RHS.(*ast.SysCall)
	}
	if !w.initial || w.proc != nil {
		d.status = d.status && sys
	}
	d.writes.fill(a.lo, a.hi)
	if w.proc != nil {
		if !w.dead {
			w.proc.write(a, by)
		}
	} else if !w.initial {
		d.inputs = append(d.inputs, a)
	}
}

// written notes that something which is no assignment may write a.
func (d *declaration) written(a access, p *process) {
	d.isSet, d.isRead = true, true
	d.writes.fill(a.lo, a.hi)
	d.reads.fill(a.lo, a.hi)
	if p != nil {
		p.other[a.name] = true
	}
}

// usage reports what is declared and not used, or not driven. Names that contain "unused" are meant to be so. Bits that a
// dynamic select may reach count as used.
func (c *checker) usage() {
	for _, s := range c.scopes {
		for _, n := range s.Names() {
			if k := n.Kind(); k == elab.NameNet || k == elab.NameVar {
				if n.Width() > 0 && !(s.Kind() == design.ScopeFunction && n.Text() == s.Design().Name) {
					c.declare(n)
				}
			}
		}
	}
	for _, d := range c.sortedDecls() {
		if h := d.name.Home(); h.Kind() == design.ScopeFunction && d.name.Text() == h.Design().Name {
			continue // the result
		}
		c.unused(d)
		c.undriven(d)
		if d.name.Port() == ast.Input && d.name.Kind() == elab.NameNet && d.name.Home().Kind() == design.ScopeModule {
			for _, a := range d.inputs {
				c.warnNote(diag.LintAssignInput, a.x, d.name.Pos(), "it is declared here", "input port '%s' is driven from inside its module", d.name.Text())
			}
		}
	}
}

func what(n elab.Name) string {
	switch {
	case n.Port() != ast.DirNone && (n.Home().Kind() == design.ScopeTask || n.Home().Kind() == design.ScopeFunction):
		return "argument"
	case n.Port() == ast.Input:
		return "input port"
	case n.Port() == ast.Output:
		return "output port"
	case n.Port() == ast.Inout:
		return "inout port"
	case n.Kind() == elab.NameNet:
		return "net"
	}
	return "variable"
}

// index tells the declared index of a bit.
func index(n elab.Name) func(int) int {
	r, _ := n.Range()
	return func(i int) int {
		if r.Left >= r.Right {
			return r.Right + i
		}
		return r.Right - i
	}
}

func meantUnused(n elab.Name) bool { return strings.Contains(strings.ToLower(n.Text()), "unused") }

func inRoutine(n elab.Name) bool {
	for s := n.Home(); s.Valid() && s.Kind() != design.ScopeModule; s = s.Parent() {
		if k := s.Kind(); k == design.ScopeTask || k == design.ScopeFunction {
			return true
		}
	}
	return false
}

func (c *checker) unused(d *declaration) {
	n := d.name
	if meantUnused(n) || n.Implicit() {
		return
	}
	out := n.Port() == ast.Output || n.Port() == ast.Inout
	switch {
	case out:
	case !d.isRead && !d.isSet:
		c.warn(diag.LintUnused, nameAt(n), "%s '%s' is never used", what(n), n.Text())
	case !d.isRead:
		if d.status && !n.Array() && n.Kind() == elab.NameVar && n.Initial() == nil {
			return
		}
		c.warn(diag.LintUnusedValue, nameAt(n), "%s '%s' is written but never read", what(n), n.Text())
	case n.Array() || n.Real() || n.Integer() || inRoutine(n):
	case !d.reads.covers(0, d.width):
		c.warn(diag.LintUnusedBits, nameAt(n), "bits %s of %s '%s' are never read", d.reads.ranges(d.width, false, index(n)), what(n), n.Text())
	}
}

func (c *checker) undriven(d *declaration) {
	n := d.name
	if n.Port() == ast.Input || n.Port() == ast.Inout || n.Initial() != nil || inRoutine(n) && n.Port() != ast.DirNone {
		return
	}
	if n.Kind() == elab.NameNet {
		switch n.Net() {
		case design.NetSupply0, design.NetSupply1, design.NetTri0, design.NetTri1, design.NetTrireg:
			return
		}
	}
	if !d.isRead && n.Port() != ast.Output {
		return
	}
	verb := map[bool]string{true: "has no driver", false: "is never written"}[n.Kind() == elab.NameNet]
	verbs := map[bool]string{true: "have no driver", false: "are never written"}[n.Kind() == elab.NameNet]
	switch {
	case !d.isSet && n.Port() == ast.Output:
		c.warn(diag.LintUndriven, nameAt(n), "%s '%s' %s", what(n), n.Text(), verb)
	case !d.isSet:
		c.warn(diag.LintUndriven, nameAt(n), "%s '%s' is read but %s", what(n), n.Text(), verb)
	case n.Array() || n.Real() || n.Integer():
	case !d.writes.covers(0, d.width):
		if n.Port() != ast.Output {
			missing := false
			for i := range d.width {
				missing = missing || d.reads.has(i) && !d.writes.has(i)
			}
			if !missing {
				return
			}
		}
		c.warn(diag.LintUndrivenBits, nameAt(n), "bits %s of %s '%s' %s", d.writes.ranges(d.width, false, index(n)), what(n), n.Text(), verbs)
	}
}

// unusedNames reports parameters and other names that have no storage and that nothing looks up. What only other instances of
// the module use is used.
func (c *checker) unusedNames() {
	used := map[string]bool{}
	key := func(n elab.Name) string { return fmt.Sprintf("%d %d %s", n.Kind(), n.Pos(), n.Text()) }
	for _, s := range c.m.Scopes() {
		for _, n := range s.Names() {
			if n.Used() {
				used[key(n)] = true
			}
		}
	}
	kinds := map[elab.NameKind]string{elab.NameParam: "parameter", elab.NameGenvar: "genvar", elab.NameFunction: "function",
		elab.NameTask: "task", elab.NameEvent: "event"}
	for _, s := range c.scopes {
		for _, n := range s.Names() {
			kind := kinds[n.Kind()]
			if kind == "" || used[key(n)] || meantUnused(n) || n.Pos().File() == 0 {
				continue
			}
			if n.Kind() == elab.NameGenvar && s.Kind() == design.ScopeGenerate {
				continue // a loop's own copy
			}
			if n.Local() {
				kind = "localparam"
			}
			c.warn(diag.LintUnusedParam, nameAt(n), "%s '%s' is never used", kind, n.Text())
		}
	}
}
