package elab

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// blockName is the name of an unnamed generate block of construct number n in s: genblk<n>, with zeros put in front of n
// while something in s has that name (IEEE 1364-2005 12.4.3).
func (e *elab) blockName(s *scope, n int) string {
	for zeros := 0; ; zeros++ {
		name := fmt.Sprintf("genblk%s%d", strings.Repeat("0", zeros), n)
		if s.names[name] == nil && s.children[name] == nil && !s.blockNames[name] {
			return name
		}
	}
}

// nameBlocks notes the names that blocks of the generate constructs in items have, in branches that are not taken as well.
func (s *scope) nameBlocks(items []ast.Item) {
	note := func(b *ast.GenBlock) {
		switch {
		case b == nil:
		case b.Name != "":
			if s.blockNames == nil {
				s.blockNames = map[string]bool{}
			}
			s.blockNames[b.Name] = true
		case b.Bare:
			s.nameBlocks(b.Items)
		}
	}
	for _, it := range items {
		switch it := it.(type) {
		case *ast.GenBlock:
			note(it)
		case *ast.GenFor:
			note(it.Body)
		case *ast.GenIf:
			note(it.Then)
			note(it.Else)
		case *ast.GenCase:
			for _, arm := range it.Items {
				note(arm.Body)
			}
		}
	}
}

// generate elaborates one generate construct in s; name is for its unnamed blocks.
func (e *elab) generate(s *scope, it ast.Item, name string) {
	switch it := it.(type) {
	case *ast.GenFor:
		e.genFor(s, it, name)
	case *ast.GenIf:
		v := e.constValue(s, it.Cond)
		if v == nil {
			return
		}
		if isTrue(v) {
			e.genArm(s, it.Then, name)
		} else {
			e.genArm(s, it.Else, name)
		}
	case *ast.GenCase:
		e.genCase(s, it, name)
	}
}

func isTrue(v *design.Expr) bool {
	if v.Real {
		return v.RealVal != 0
	}
	return logic.Truth(v.Val) == logic.L1
}

// genArm elaborates a branch. A branch that is one conditional construct without begin and end is no block of its own
// (12.4.2).
func (e *elab) genArm(s *scope, b *ast.GenBlock, name string) {
	if b == nil {
		return
	}
	if b.Bare && len(b.Items) == 1 {
		switch b.Items[0].(type) {
		case *ast.GenIf, *ast.GenCase:
			e.generate(s, b.Items[0], name)
			return
		}
	}
	if len(b.Items) == 0 && b.Name == "" {
		return
	}
	if b.Name != "" {
		name = b.Name
	}
	e.genBlock(s, b, name)
}

// genBlock makes a generate block's scope and its contents.
func (e *elab) genBlock(s *scope, b *ast.GenBlock, name string) *scope {
	g := e.newGenScope(s, b, name)
	e.fillBlock(g, b)
	return g
}

func (e *elab) newGenScope(s *scope, b *ast.GenBlock, name string) *scope {
	g := e.newScope(s, name, design.ScopeGenerate, s.module, b.Pos())
	s.gens = append(s.gens, g)
	return g
}

func (e *elab) fillBlock(g *scope, b *ast.GenBlock) {
	if e.stopped {
		return
	}
	if g.depth >= maxDepth {
		e.stopped = true
		e.diags.Errorf("E2010", b.Pos(), "generate blocks are nested more than %d deep", maxDepth)
		return
	}
	e.register(g, b.Items)
	n := 0
	e.instantiate(g, b.Items, &n)
}

func intConst(v int64, pos source.Pos) *design.Expr {
	return &design.Expr{Op: design.OpConst, Width: 32, Signed: true, Val: logic.FromInt64(32, v), Pos: pos}
}

// genFor unrolls a loop (IEEE 1364-2005 12.4.1).
func (e *elab) genFor(s *scope, it *ast.GenFor, name string) {
	if !it.Genvar {
		var sym *symbol
		for cur := s; cur != nil; cur = cur.parent {
			if sym = cur.names[it.Var]; sym != nil || cur == s.inst {
				break
			}
		}
		if sym == nil || sym.kind != symGenvar {
			e.diags.Errorf("E2021", it.VarPos, "'%s' is not a genvar", it.Var)
			return
		}
		sym.touched = true
		if sym.value != nil {
			e.diags.Warnf(codeExtension, it.VarPos, "genvar '%s' is that of a loop around this one, too (IEEE 1364-2005 12.4.1)", it.Var)
		}
	}
	if step, ok := it.Step.LHS.(*ast.Ident); !ok || step.Last() != it.Var || len(step.Parts) != 1 {
		e.diags.Errorf("E2021", it.Step.Pos(), "the loop's step must assign its genvar '%s'", it.Var)
		return
	}
	if it.Body.Name != "" {
		name = it.Body.Name
	}
	if old := s.names[name]; old != nil {
		e.duplicate(name, it.Body.Pos(), old.pos)
		return
	}
	for _, v := range e.genValues(s, it) {
		g := e.newGenScope(s, it.Body, fmt.Sprintf("%s[%d]", name, v))
		gv := genvar(it, v)
		gv.home = g
		g.names[it.Var] = gv
		g.order = append(g.order, gv)
		gv.decl = &design.Decl{Name: it.Var, Kind: design.DeclParam, Scope: g.d, Value: gv.value, MSB: 31, Vector: true, Signed: true, Local: true, Pos: it.VarPos}
		e.fillBlock(g, it.Body)
		if e.stopped || e.diags.Full() {
			return
		}
	}
}

// genvar is the genvar of a loop with a value.
func genvar(it *ast.GenFor, v int64) *symbol {
	return &symbol{kind: symGenvar, name: it.Var, pos: it.VarPos, state: stateDone, value: intConst(v, it.VarPos),
		vec: design.Range{Left: 31}, vector: true, signed: true}
}

// genValues are the values that a loop's genvar takes, before anything is made of them: a loop that does not end makes nothing. There
// are none after an error.
func (e *elab) genValues(s *scope, it *ast.GenFor) []int64 {
	v, ok := e.constInt(s, it.Init)
	if !ok {
		return nil
	}
	var out []int64
	seen := map[int64]bool{}
	gv := genvar(it, v)
	view := &scope{d: s.d, parent: s, names: map[string]*symbol{it.Var: gv}, children: map[string]*scope{}, module: s.module, inst: s.inst, sub: s.sub}
	gv.home = view
	for {
		gv.value = intConst(v, it.VarPos)
		cond := e.constValue(view, it.Cond)
		if cond == nil {
			return nil
		}
		if !isTrue(cond) {
			return out
		}
		if seen[v] {
			e.diags.Errorf("E2022", it.VarPos, "genvar '%s' takes the value %d twice", it.Var, v)
			return nil
		}
		seen[v] = true
		if len(out) >= maxIterations {
			e.diags.Errorf("E2022", it.Pos(), "a generate loop runs more than %d times", maxIterations)
			return nil
		}
		out = append(out, v)
		if v, ok = e.constInt(view, it.Step.RHS); !ok {
			return nil
		}
	}
}

// genCase chooses the first arm with a matching label, else the default (12.4.2).
func (e *elab) genCase(s *scope, it *ast.GenCase, name string) {
	v := e.constValue(s, it.X)
	if v == nil {
		return
	}
	var def *ast.GenBlock
	for _, arm := range it.Items {
		if arm.Default {
			def = arm.Body
			continue
		}
		for _, x := range arm.Exprs {
			l := e.constValue(s, x)
			if l == nil {
				return
			}
			if sameValue(v, l) {
				e.genArm(s, arm.Body, name)
				return
			}
		}
	}
	e.genArm(s, def, name)
}

// sameValue compares constants as a case does.
func sameValue(a, b *design.Expr) bool {
	if a.Real || b.Real {
		return realOf(a) == realOf(b)
	}
	w := max(a.Width, b.Width)
	signed := a.Signed && b.Signed
	return logic.CaseEq(logic.Extend(a.Val, w, signed), logic.Extend(b.Val, w, signed))
}

func realOf(x *design.Expr) float64 {
	if x.Real {
		return x.RealVal
	}
	return logic.ToReal(x.Val, x.Signed)
}
