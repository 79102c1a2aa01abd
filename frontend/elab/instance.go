package elab

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/source"
)

// instConns is how a module instance was connected: the instantiating scope, and its place in an array.
type instConns struct {
	from  *scope
	inst  *ast.Instance
	mi    *ast.ModuleInst
	index int // place in an array counted from its right bound, which takes the least significant bits
	count int // elements of the array, 0 for a single instance

	delayed map[string]*design.Expr // outputs behind module paths
}

// pendingDefparam is a defparam that waits for its target to be there.
type pendingDefparam struct {
	s     *scope
	a     *ast.NetAssign
	done  bool
	scope *scope // last scope that the path led to
}

// hierarchy is phase 1.
func (e *elab) hierarchy(src *ast.Source) {
	for _, r := range e.topModules(src) {
		m := r.module
		if e.tops[m.Name] != nil {
			continue
		}
		s := e.newScope(nil, m.Name, design.ScopeModule, m, m.NamePos)
		s.bind = r.bind
		e.tops[m.Name] = s
		e.des.Tops = append(e.des.Tops, s.d)
		e.fill(s)
		e.commandLineParams(s)
	}
	for !e.stopped {
		e.applyDefparams()
		if len(e.work) == 0 {
			break
		}
		f := e.work[0]
		e.work = e.work[1:]
		f()
		if e.diags.Full() {
			return
		}
	}
	if e.stopped {
		return
	}
	for _, d := range e.defs {
		if !d.done && d.scope != nil {
			e.diags.Errorf("E2019", d.a.Pos(), "cannot find the parameter '%s'", exprText(d.a.LHS))
		} else if !d.done {
			e.diags.Warnf("W2012", d.a.Pos(), "defparam has no target: cannot find '%s'", exprText(d.a.LHS))
		}
	}
	e.unusedRules()
	for i := 0; i < len(e.scopes); i++ {
		s := e.scopes[i]
		for _, sym := range s.order {
			e.complete(sym)
		}
	}
	for _, s := range e.scopes {
		for _, it := range s.items {
			e.implicitNets(s, it)
		}
		e.delayedNames(s)
	}
}

func exprText(x ast.Expr) string {
	if id, ok := x.(*ast.Ident); ok {
		return identText(id)
	}
	return "expression"
}

// commandLineParams applies -P top.name=value.
func (e *elab) commandLineParams(s *scope) {
	for _, key := range slices.Sorted(maps.Keys(e.opts.Params)) {
		text := e.opts.Params[key]
		mod, name, ok := strings.Cut(key, ".")
		if !ok || mod != s.d.Name {
			continue
		}
		sym := s.names[name]
		if sym == nil || sym.kind != symParam || sym.param.Kind != ast.Parameter {
			e.diags.Warnf("W2012", source.NoPos, "-P %s: module '%s' has no parameter '%s'", key, mod, name)
			continue
		}
		x := valueFromText(text)
		if x == nil {
			e.diags.Errorf("E2014", source.NoPos, "-P %s=%s: the value is no number or string", key, text)
			continue
		}
		sym.over, sym.overScope = x, s
	}
}

// valueFromText reads a command line value: integer, real, based number, or a string, quoted or not.
func valueFromText(text string) ast.Expr {
	if i, err := strconv.ParseInt(text, 10, 64); err == nil {
		n := &ast.Number{Text: text, Width: 32, Signed: true, Val: []uint32{uint32(i)}, XZ: []uint32{0}}
		if i > math.MaxInt32 || i < math.MinInt32 {
			n.Width, n.Val, n.XZ = 64, []uint32{uint32(i), uint32(i >> 32)}, []uint32{0, 0}
		}
		return n
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil && !math.IsInf(f, 0) && !math.IsNaN(f) {
		return &ast.Real{Text: text, Value: f}
	}
	if n := basedFromText(text); n != nil {
		return n
	}
	if len(text) >= 2 && text[0] == '"' && text[len(text)-1] == '"' {
		text = text[1 : len(text)-1]
	}
	return &ast.String{Raw: text, Value: text}
}

// basedFromText reads 8'hff and the like; nil when text is none.
func basedFromText(text string) ast.Expr {
	size, rest, ok := strings.Cut(strings.ReplaceAll(text, "_", ""), "'")
	if !ok || len(rest) < 2 {
		return nil
	}
	n := &ast.Number{Text: text, Width: 32}
	if size != "" {
		w, err := strconv.Atoi(size)
		if err != nil || w < 1 || w > 1<<16 {
			return nil
		}
		n.Width, n.Sized = w, true
	}
	if rest[0] == 's' || rest[0] == 'S' {
		n.Signed, rest = true, rest[1:]
	}
	shift := map[byte]int{'b': 1, 'o': 3, 'h': 4, 'B': 1, 'O': 3, 'H': 4}[rest[0]]
	words := (n.Width + 31) / 32
	n.Val, n.XZ = make([]uint32, words), make([]uint32, words)
	if rest[0] == 'd' || rest[0] == 'D' {
		u, err := strconv.ParseUint(rest[1:], 10, 64)
		if err != nil {
			return nil
		}
		n.Base, n.Val[0] = 'd', uint32(u)
		if words > 1 {
			n.Val[1] = uint32(u >> 32)
		}
		return n
	}
	if shift == 0 {
		return nil
	}
	n.Base = rest[0] | 0x20
	digits := rest[1:]
	for i := range digits {
		c := digits[len(digits)-1-i] | 0x20
		v, xz := 0, 0
		switch {
		case c == 'x':
			v, xz = 1<<shift-1, 1<<shift-1
		case c == 'z':
			xz = 1<<shift - 1
		case c|0x10 >= '0' && c|0x10 <= '9' && digits[len(digits)-1-i] < ':':
			v = int(digits[len(digits)-1-i] - '0')
		case c >= 'a' && c <= 'f':
			v = int(c-'a') + 10
		default:
			return nil
		}
		if v >= 1<<shift {
			return nil
		}
		for k := range shift {
			if b := i*shift + k; b < n.Width {
				n.Val[b/32] |= uint32(v>>k&1) << (b % 32)
				n.XZ[b/32] |= uint32(xz>>k&1) << (b % 32)
			}
		}
	}
	return n
}

// fill registers a module's contents in its fresh scope and instantiates what is static.
func (e *elab) fill(s *scope) {
	m := s.module
	for _, p := range m.Params {
		e.registerParams(s, p)
	}
	for _, p := range m.Ports {
		if p.Decl != nil {
			for _, d := range p.Decl.Names {
				e.registerPort(s, p.Decl, d)
			}
		}
	}
	e.register(s, m.Items)
	e.checkPorts(s)
	n := 0
	e.instantiate(s, m.Items, &n)
}

// checkPorts looks for ports in the header without a declaration and the reverse.
func (e *elab) checkPorts(s *scope) {
	m := s.module
	if m.ANSI || len(m.Ports) == 0 {
		return
	}
	inHeader := map[string]bool{}
	for _, p := range m.Ports {
		for _, id := range portIdents(p.Expr) {
			name := id.Last()
			inHeader[name] = true
			if sym := s.names[name]; sym == nil || sym.kind != symSignal || sym.port == nil {
				e.diags.Errorf("E2015", id.Pos(), "port '%s' of module '%s' is not declared as input, output or inout", name, m.Name)
			}
		}
	}
	for _, sym := range s.order {
		if sym.kind == symSignal && sym.port != nil && !inHeader[sym.name] {
			e.diags.Errorf("E2016", sym.portDcl.Pos(), "'%s' is declared as a port but is not in the port list of module '%s'", sym.name, m.Name)
		}
	}
}

// portIdents lists the names in a port expression (IEEE 1364-2005 12.3.2).
func portIdents(x ast.Expr) []*ast.Ident {
	switch x := x.(type) {
	case *ast.Ident:
		return []*ast.Ident{x}
	case *ast.Index:
		return portIdents(x.X)
	case *ast.RangeSelect:
		return portIdents(x.X)
	case *ast.Concat:
		var out []*ast.Ident
		for _, el := range x.Elems {
			out = append(out, portIdents(el)...)
		}
		return out
	}
	return nil
}

// instantiate makes the module instances of items now, and queues arrays of instances and generate constructs. n
// counts generate constructs for the names of unnamed blocks (IEEE 1364-2005 12.4.3).
func (e *elab) instantiate(s *scope, items []ast.Item, n *int) {
	s.nameBlocks(items)
	for _, it := range items {
		switch it := it.(type) {
		case *ast.ModuleInst:
			e.instance(s, it)
		case *ast.GenRegion:
			e.instantiate(s, it.Items, n)
		case *ast.GenBlock:
			if it.Name == "" {
				e.instantiate(s, it.Items, n)
			} else {
				e.genBlock(s, it, it.Name)
			}
		case *ast.GenFor, *ast.GenIf, *ast.GenCase:
			*n++
			num := *n
			e.work = append(e.work, func() { e.generate(s, it, e.blockName(s, num)) })
		}
		if e.stopped {
			return
		}
	}
}

func (e *elab) instance(s *scope, mi *ast.ModuleInst) {
	if s.insts == nil {
		s.insts, s.prims = map[*ast.Instance][]*scope{}, map[*ast.Instance]*ast.UDP{}
	}
	for _, in := range mi.Instances {
		b := e.bindInstance(s, mi, in.Name)
		if b.module == nil {
			switch {
			case b.udp != nil:
				s.prims[in] = b.udp
			case !b.wrong:
				e.diags.Errorf("E2009", mi.ModulePos, "cannot find module '%s'%s", mi.Module, e.where(s, mi.Module))
				return
			}
			continue
		}
		if in.Name == "" {
			e.diags.Errorf("E2017", in.Pos(), "an instance of module '%s' needs a name", mi.Module)
			continue
		}
		if in.Range == nil {
			if !e.instanceOf(s, mi, in, b, in.Name, 0, 0) {
				return
			}
			continue
		}
		e.work = append(e.work, func() {
			r, ok := e.arrayRange(s, in.Range)
			if !ok {
				return
			}
			if r.Len() > maxIterations {
				e.diags.Errorf("E2010", in.Range.Pos(), "an array of %d instances is too large", r.Len())
				return
			}
			step := 1
			if r.Left < r.Right {
				step = -1
			}
			// From the right bound on, as Icarus Verilog elaborates them.
			for i, k := r.Right, 0; k < r.Len(); i, k = i+step, k+1 {
				if !e.instanceOf(s, mi, in, b, fmt.Sprintf("%s[%d]", in.Name, i), k, r.Len()) {
					return
				}
			}
		})
	}
}

// instanceOf makes one instance; false tells to make no more.
func (e *elab) instanceOf(s *scope, mi *ast.ModuleInst, in *ast.Instance, b bound, name string, index, count int) bool {
	m := b.module
	same := 0
	for p := s; p != nil; p = p.parent {
		if p.d.Kind == design.ScopeModule && p.module == m {
			same++
		}
	}
	if same > 0 {
		e.nested[m]++
	}
	// A module that holds two of itself reaches no depth before the memory is full: its instances are counted, too.
	if same >= maxRecursion || e.opts.MaxRecursion > 0 && same > e.opts.MaxRecursion || s.depth >= maxDepth || same >= maxBushy && e.nested[m] > maxNested {
		e.stopped = true
		e.diags.Errorf("E2010", in.Pos(), "module '%s' instantiates itself too deep: %d levels here", m.Name, same)
		return false
	}
	if index == 0 && count > 0 {
		if old := s.names[in.Name]; old != nil {
			e.duplicate(in.Name, in.Pos(), old.pos)
		}
	}
	sc := e.newScope(s, name, design.ScopeModule, m, in.Pos())
	if e.stopped {
		return false
	}
	s.insts[in] = append(s.insts[in], sc)
	sc.bind = b.bind
	sc.conns = &instConns{from: s, inst: in, mi: mi, index: index, count: count}
	e.fill(sc)
	e.overrides(sc, mi)
	return !e.stopped
}

// overrides notes the parameter values of #( ) (IEEE 1364-2005 12.2.2).
func (e *elab) overrides(sc *scope, mi *ast.ModuleInst) {
	from := sc.conns.from
	var byOrder []*symbol
	for _, sym := range sc.order {
		if sym.kind != symParam || sym.param.Kind != ast.Parameter {
			continue
		}
		if sc.module.HasParams && !inHeader(sc.module, sym.param) {
			continue
		}
		byOrder = append(byOrder, sym)
	}
	next := 0
	for _, c := range mi.Params {
		var sym *symbol
		if c.Name == "" {
			if next >= len(byOrder) {
				e.diags.Warnf("W2012", c.Pos(), "module '%s' has only %d parameters", sc.module.Name, len(byOrder))
				return
			}
			sym = byOrder[next]
			next++
		} else {
			sym = sc.names[c.Name]
			if sym == nil || sym.kind != symParam {
				e.diags.Errorf("E2018", c.Pos(), "module '%s' has no parameter '%s'", sc.module.Name, c.Name)
				continue
			}
			if sym.param.Kind != ast.Parameter || sc.module.HasParams && !inHeader(sc.module, sym.param) {
				e.diags.Errorf("E2018", c.Pos(), "'%s' of module '%s' is a localparam", c.Name, sc.module.Name)
				continue
			}
			if sym.overPos.IsValid() {
				e.diags.Errorf("E2018", c.Pos(), "parameter '%s' is overridden twice", c.Name)
				continue
			}
		}
		if ast.IsEmpty(c.Expr) {
			continue
		}
		sym.over, sym.overScope, sym.overPos = c.Expr, from, c.Pos()
	}
}

func inHeader(m *ast.Module, d *ast.ParamDecl) bool {
	for _, p := range m.Params {
		if p == d {
			return true
		}
	}
	return false
}

// applyDefparams gives every defparam whose target exists by now to it (IEEE 1364-2005 12.2.1).
func (e *elab) applyDefparams() {
	for _, d := range e.defs {
		if d.done {
			continue
		}
		id, ok := d.a.LHS.(*ast.Ident)
		if !ok {
			e.diags.Errorf("E2019", d.a.Pos(), "a defparam needs the name of a parameter")
			d.done = true
			continue
		}
		var sym *symbol
		d.scope = nil
		take := func(sc *scope) bool {
			d.scope = sc
			if x := sc.names[id.Last()]; x != nil && x.kind == symParam {
				sym = x
				return true
			}
			return false
		}
		if len(id.Parts) == 1 {
			for cur := d.s; cur != nil && !take(cur) && cur != d.s.inst; cur = cur.parent {
			}
		} else if path, ok := e.pathNames(d.s, id.Parts[:len(id.Parts)-1]); ok {
			e.findPath(d.s, path, take)
		} else {
			d.done = true
			continue
		}
		if sym == nil {
			continue
		}
		d.done = true
		switch {
		case sym.param.Kind != ast.Parameter:
			e.diags.Warnf("W2012", d.a.Pos(), "'%s' is a localparam and keeps its value", identText(id))
		case sym.state != stateNew:
			e.diags.Errorf("E2020", d.a.Pos(), "defparam comes too late: '%s' has already been used to build the hierarchy", identText(id))
		default:
			sym.over, sym.overScope, sym.overPos = d.a.RHS, d.s, d.a.Pos()
		}
	}
}
