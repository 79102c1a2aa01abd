package elab

import (
	"fmt"
	"sort"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/source"
)

// elab is the state of one elaboration.
type elab struct {
	set   *source.Set
	des   *design.Design
	diags *diag.List
	opts  Options
	lib   Library

	// decided are operands of && and || that a constant made vanish, in the order in which they were met.
	decided []*design.Expr

	mods map[string]*ast.Module // found, where no config says which
	udps map[string]*ast.UDP
	tops map[string]*scope

	cells    map[cellKey]*ast.Module // of config.go
	prims    map[cellKey]*ast.UDP
	configs  map[cellKey]*ast.Config
	libOrder []string // libraries of the library maps
	ruleUses map[*ast.Config]map[*ast.ConfigRule]bool

	scopes      []*scope                 // creation order
	byDesign    map[*design.Scope]*scope // the scope of a design.Scope
	events      map[string]*design.Event // by key of items
	eventNum    map[any]int              // numbers of signals and named events for keys
	mixedEvents int                      // events that share no key, see eventKey
	udpOf       map[*ast.UDP]*design.UDP // elaborated primitives
	work        []func()                 // generate constructs and instance arrays that wait
	defs        []*pendingDefparam
	subs        []*symbol // functions and tasks in the order their scopes were made
	innerOf     map[*design.Signal]innerNet
	driven      map[*design.Signal]bool     // by assigns, so far
	outward     map[*design.Assign]bool     // drivers of ports that stay there, see innerNet
	detectors   map[transitions]*design.UDP // see toggle
	sdfs        []sdfCall
	inouts      []inoutJoint
	held        heldState // of force.go
	autos       autoState // of automatic.go
	netDelay    map[*design.Signal][3]*design.Expr
	decay       map[*design.Signal]*design.Expr   // charge decay times of trireg nets, in ticks
	nested      map[*ast.Module]int               // instances inside another one of the same module
	wires       map[*design.Signal]*design.Signal // behind trireg nets, see behind
	dumps       []*portDump
	dumpWords   map[dumpWord]*design.Decl
	backCopies  map[*design.Assign]bool // which make joined bits of nets one, see copyBack
	stopped     bool                    // a limit was exceeded; say no more
	recursive   int                     // instances deep inside their own module
	inParam     bool                    // the value of a parameter is being read
	lateNames   bool                    // names of a port list may be declared further down
	xs          exprState               // of the files on expressions and statements
}

// scope is a node of the hierarchy with the names it declares.
type scope struct {
	d        *design.Scope
	parent   *scope // nil for a top; the instantiating scope for a module instance
	names    map[string]*symbol
	order    []*symbol         // registration order
	children map[string]*scope // instances, "u[2]" of arrays, generate blocks, named blocks, tasks, functions
	module   *ast.Module       // the enclosing module's definition
	inst     *scope            // the enclosing module instance's scope (itself for one)
	sub      *design.Subroutine
	// fnode or tnode is the function or task whose own scope this is.
	fnode *ast.FuncDecl
	tnode *ast.TaskDecl

	items     []ast.Item // what phase 3 elaborates here, in source order
	insts     map[*ast.Instance][]*scope
	gateNames map[string]source.Pos      // of instances of gates
	prims     map[*ast.Instance]*ast.UDP // instances that are primitives
	bind      *configScope               // what binds the instances in here, nil without a config
	spec      specification              // specify blocks
	gens      []*scope                   // generate blocks, in order
	// blockNames are the names that are written at the blocks of generate constructs.
	blockNames map[string]bool
	conns      *instConns
	words      []*design.Decl // of arrays, which $dumpvars names
	bindings   []*binding
	open       []*ast.Port // ports without a connection
	depth      int
}

// symKind tells what a name stands for.
type symKind uint8

const (
	symParam symKind = iota
	symSignal
	symEvent
	symFunc
	symTask
	symGenvar
	symSpecparam
)

var symNames = [...]string{"parameter", "net or variable", "event", "function", "task", "genvar", "specparam"}

// symbol is a declared name. resolve returns completed symbols only.
type symbol struct {
	kind symKind
	name string
	home *scope
	pos  source.Pos

	// decl is set on symParam, symSignal, symEvent, symGenvar and symSpecparam. Several symbols may share decl.Signal:
	// range and signedness of a name are vec, vector and signed here, never the Signal's.
	decl   *design.Decl
	vec    design.Range   // declared bounds; 0:0 for a scalar
	vector bool           // declared with a range (or integer, time)
	packed []design.Range // of a packed array: its ranges, outermost first, at least two; vec is that of all its bits
	signed bool           // nets and variables
	real   bool           // nets and variables
	ranges []design.Range // array dimensions, outermost first
	elems  []*design.Decl // symEvent: of an array's elements, decl is nil then
	pulse  *design.Signal // symEvent: of an automatic task, decl is nil then; see automaticEvent
	value  *design.Expr   // symParam, symGenvar, symSpecparam: an OpConst (nil after an error)

	fn   *ast.FuncDecl
	task *ast.TaskDecl
	sc   *scope // symFunc, symTask: its own scope, where ports, locals and the result are declared
	// sub has Ports, Result and Locals set by completion (phase 1); Body, Stops and Recursive come from subroutine.
	sub *design.Subroutine

	touched bool // a name was found to mean it, for Model

	state     uint8 // stateNew, stateBusy, stateDone
	port      *ast.PortDecl
	portDcl   *ast.Declarator
	net       *ast.NetDecl
	vari      *ast.VarDecl
	dcl       *ast.Declarator
	param     *ast.ParamDecl
	passign   *ast.ParamAssign
	over      ast.Expr // override by instance, defparam or command line
	overScope *scope
	overPos   source.Pos
	implicit  bool
}

const (
	stateNew uint8 = iota
	stateBusy
	stateDone
)

// newScope makes a scope below parent (nil for tops) and registers it there.
func (e *elab) newScope(parent *scope, name string, kind design.ScopeKind, m *ast.Module, pos source.Pos) *scope {
	d := &design.Scope{Name: name, Path: name, Kind: kind, ModuleName: m.Name, Pos: pos, Cell: m.Env.CellDefine,
		UnitExp: m.Env.TimeUnit, PrecExp: m.Env.TimePrecision, HasTime: m.Env.HasTimescale}
	s := &scope{d: d, parent: parent, names: map[string]*symbol{}, children: map[string]*scope{}, module: m}
	s.inst = s
	if parent != nil {
		d.Parent = parent.d
		d.Path = parent.d.Path + "." + name
		parent.d.Children = append(parent.d.Children, d)
		s.depth = parent.depth + 1
		if kind != design.ScopeModule {
			s.inst, s.sub = parent.inst, parent.sub
			d.Sub = parent.sub
			s.bind = parent.bind.within(name)
		}
		if old := parent.names[name]; old != nil {
			e.duplicate(name, pos, old.pos)
		} else if old := parent.children[name]; old != nil {
			e.duplicate(name, pos, old.d.Pos)
		} else {
			parent.children[name] = s
		}
	}
	e.scopes = append(e.scopes, s)
	e.byDesign[d] = s
	if len(e.scopes) > maxScopes && !e.stopped {
		e.stopped = true
		e.diags.Errorf("E2010", pos, "the design has more than %d scopes", maxScopes)
	}
	return s
}

func (e *elab) duplicate(name string, pos, old source.Pos) {
	e.diags.ErrorNote("E2001", pos, fmt.Sprintf("'%s' has already been declared in this scope", name), old, "it is declared here")
}

// add registers a symbol; a second declaration of the name is an error.
func (e *elab) add(s *scope, sym *symbol) *symbol {
	sym.home = s
	if old := s.names[sym.name]; old != nil {
		e.duplicate(sym.name, sym.pos, old.pos)
		return old
	}
	if old := s.children[sym.name]; old != nil {
		e.duplicate(sym.name, sym.pos, old.d.Pos)
	}
	s.names[sym.name] = sym
	s.order = append(s.order, sym)
	return sym
}

// blockScope is the scope that phase 1 made for a named block directly in s, nil for an unnamed one.
func (e *elab) blockScope(s *scope, b *ast.Block) *scope {
	if b.Name == "" {
		return nil
	}
	return s.children[b.Name]
}

// partName is a hierarchical name's component as scopes are named: with its indices, "g[3]".
func (e *elab) partName(s *scope, p *ast.NamePart) (string, bool) {
	if len(p.Index) == 0 {
		return p.Name, true
	}
	var b strings.Builder
	b.WriteString(p.Name)
	for _, x := range p.Index {
		i, ok := e.constInt(s, x)
		if !ok {
			return "", false
		}
		fmt.Fprintf(&b, "[%d]", i)
	}
	return b.String(), true
}

// walkDown follows parts from sc through children.
func walkDown(sc *scope, parts []string) *scope {
	for _, p := range parts {
		next := sc.children[p]
		if next == nil {
			return nil
		}
		sc = next
	}
	return sc
}

// isNamed tells whether an upward reference (12.6) may call s by this name: its own, or its module's.
func (s *scope) isNamed(name string) bool {
	return s.d.Name == name || s.d.Kind == design.ScopeModule && s.module.Name == name
}

// findPath calls f with every scope that the path may mean, seen from s (12.5, 12.6), until f accepts one.
func (e *elab) findPath(s *scope, parts []string, f func(*scope) bool) bool {
	for cur := s; cur != nil; cur = cur.parent {
		if sc := walkDown(cur, parts); sc != nil && f(sc) {
			return true
		}
		if cur.isNamed(parts[0]) {
			if sc := walkDown(cur, parts[1:]); sc != nil && f(sc) {
				return true
			}
		}
	}
	if top := e.tops[parts[0]]; top != nil {
		if sc := walkDown(top, parts[1:]); sc != nil && f(sc) {
			return true
		}
	}
	return false
}

// names of all parts but the last; ok is false after an error in an index.
func (e *elab) pathNames(s *scope, parts []ast.NamePart) ([]string, bool) {
	out := make([]string, len(parts))
	for i := range parts {
		n, ok := e.partName(s, &parts[i])
		if !ok {
			return nil, false
		}
		out[i] = n
	}
	return out, true
}

// find resolves without saying that there is nothing; the symbol is completed. A simple name is searched outwards up to the module
// instance (12.7); functions and tasks further up.
func (e *elab) find(s *scope, id *ast.Ident) (*symbol, *scope) {
	var got *symbol
	var at *scope
	take := func(sc *scope, name string) bool {
		if sym := sc.names[name]; sym != nil {
			got, at = sym, sc
			return true
		}
		return false
	}
	last := id.Last()
	if len(id.Parts) == 1 {
		// A name declared further down in the text does not hide an outer one.
		var late *symbol
		inside := true
		for cur := s; cur != nil; cur = cur.parent {
			sym := cur.names[last]
			switch {
			case sym == nil || !inside && sym.kind != symFunc && sym.kind != symTask:
			case e.isLate(id, sym):
				if late == nil {
					late = sym
				}
			default:
				got, at = sym, cur
			}
			if got != nil {
				break
			}
			if cur == s.inst {
				inside = false
			}
		}
		if got == nil && late != nil {
			got, at = late, late.home
			switch {
			case late.kind == symParam:
			case late.kind == symSignal && late.vari == nil && (late.port == nil || late.port.Var == ast.VarNone):
				e.diags.Warnf("W2014", id.Pos(), "net '%s' is used before its declaration", last)
			case e.opts.LateDeclarations:
				e.diags.Warnf("W2014", id.Pos(), "'%s' is used before its declaration", last)
			default:
				e.diags.ErrorNote("E2032", id.Pos(), fmt.Sprintf("'%s' is used before its declaration", last), late.pos, "it is declared here; -gno-strict-declaration accepts it, as Icarus Verilog 11 does")
			}
		}
	} else {
		path, ok := e.pathNames(s, id.Parts[:len(id.Parts)-1])
		if !ok {
			return nil, nil
		}
		e.findPath(s, path, func(sc *scope) bool { return take(sc, last) })
	}
	if got == nil {
		return nil, nil
	}
	got.touched = true
	e.complete(got)
	return got, at
}

// resolve finds what a name means, seen from s, and returns it with the scope that declares it. It reports unknown
// names. It declares no implicit nets: those of port connections, gate terminals and continuous assignments' left
// sides exist before any body is elaborated.
func (e *elab) resolve(s *scope, id *ast.Ident) (*symbol, *scope, bool) {
	if sym, at := e.find(s, id); sym != nil {
		return sym, at, true
	}
	e.diags.Errorf("E2002", id.Pos(), "cannot find '%s' in scope %s", identText(id), s.d.Path)
	return nil, nil, false
}

// isLate tells whether id stands in front of the declaration of what it would mean. Functions and tasks may be.
func (e *elab) isLate(id *ast.Ident, sym *symbol) bool {
	if e.lateNames || sym.implicit || sym.kind != symSignal && sym.kind != symEvent && sym.kind != symParam {
		return false
	}
	p := id.Pos()
	return p.IsValid() && p.File() == sym.pos.File() && p < sym.pos
}

// identText is a name as written, without indices' values.
func identText(id *ast.Ident) string {
	parts := make([]string, len(id.Parts))
	for i := range id.Parts {
		parts[i] = id.Parts[i].Name
		if len(id.Parts[i].Index) > 0 {
			parts[i] += "[...]"
		}
	}
	return strings.Join(parts, ".")
}

// lookupScope finds the scope that a name means, seen from s: for disable, $dumpvars and the like. It says nothing and
// returns nil when there is none.
func (e *elab) lookupScope(s *scope, id *ast.Ident) *scope {
	path, ok := e.pathNames(s, id.Parts)
	if !ok {
		return nil
	}
	var got *scope
	e.findPath(s, path, func(sc *scope) bool { got = sc; return true })
	return got
}

// newSignal makes storage in s. proto.Name is the local name ("" gives a hidden one); it is stored with its path.
func (e *elab) newSignal(s *scope, proto design.Signal) *design.Signal {
	sig := &proto
	if sig.Name == "" {
		sig.Hidden = true
		sig.Name = fmt.Sprintf("_h%d", len(e.des.Signals))
	}
	sig.Name = s.d.Path + "." + sig.Name
	sig.Scope = s.d
	sig.ID = len(e.des.Signals)
	if s.sub != nil && !sig.Hidden {
		if s.sub.Automatic {
			sig.Frame = s.sub
		}
		s.sub.Locals = append(s.sub.Locals, sig)
	}
	e.des.Signals = append(e.des.Signals, sig)
	return sig
}

// addAssign appends a driver to the design; its strengths default to strong.
func (e *elab) addAssign(a *design.Assign) {
	if a.Strength == [2]design.Strength{} {
		a.Strength = [2]design.Strength{design.Strong, design.Strong}
	}
	e.hoistIndexes(a)
	a.ID = len(e.des.Assigns)
	e.des.Assigns = append(e.des.Assigns, a)
	for i := range a.LHS {
		e.driven[a.LHS[i].Sig] = true
	}
}

// number gives signals and named events small stable numbers for keys.
func (e *elab) number(x any) int {
	n, ok := e.eventNum[x]
	if !ok {
		n = len(e.eventNum)
		e.eventNum[x] = n
	}
	return n
}

// eventKey identifies a set of items.
func (e *elab) eventKey(items []design.EventItem) string {
	keys := make([]string, len(items))
	for i, it := range items {
		n := 0
		if it.Named != nil {
			n = e.number(it.Named)
		} else {
			n = e.number(it.Signal)
		}
		keys[i] = fmt.Sprintf("%d/%d", n, it.Edge)
	}
	sort.Strings(keys)
	out := keys[:0]
	for i, k := range keys {
		if i == 0 || k != keys[i-1] {
			out = append(out, k)
		}
	}
	key := strings.Join(out, ",")
	if len(items) > 1 {
		for _, it := range items {
			if it.Named != nil {
				// Each control that waits for a named event or something else is an event of its own, as in Icarus Verilog.
				e.mixedEvents++
				return fmt.Sprintf("%s#%d", key, e.mixedEvents)
			}
		}
	}
	return key
}

// addEvent returns the design's event with these items, making it when there is none yet. Duplicate items are dropped.
func (e *elab) addEvent(items []design.EventItem, star bool, pos source.Pos) *design.Event {
	key := e.eventKey(items)
	if ev := e.events[key]; ev != nil {
		return ev
	}
	var uniq []design.EventItem
	seen := map[design.EventItem]bool{}
	for _, it := range items {
		if !seen[it] {
			seen[it] = true
			uniq = append(uniq, it)
		}
	}
	ev := &design.Event{ID: len(e.des.Events), Items: uniq, Star: star, Pos: pos}
	e.des.Events = append(e.des.Events, ev)
	e.events[key] = ev
	return ev
}

/* What the structure half calls in the expression half:

selfExpr(s *scope, x ast.Expr) *design.Expr
exprFor(s *scope, x ast.Expr, width int, lhsReal bool) *design.Expr
constInt(s *scope, x ast.Expr) (int64, bool)
constValue(s *scope, x ast.Expr) *design.Expr
paramValue(home *scope, d *ast.ParamDecl, from *scope, x ast.Expr) *design.Expr
	the value of x, evaluated in from, converted to what d says (its range evaluated in home): untyped without a range
	takes the value's own type; an OpConst, or nil after a diagnostic
lvalue(s *scope, x ast.Expr, procedural bool) ([]design.LValue, int, bool, bool)
stmt(s *scope, st ast.Stmt) design.Stmt
subroutine(sym *symbol) // body only, called once for each; fills sym.sub.Body, Stops, Recursive
process(s *scope, it ast.Item) *design.Process // *ast.Initial or *ast.Always; S appends it and sets ID and Push; nil after errors
delay3(s *scope, d *ast.Delay) [3]*design.Expr
reads(exprs ...*design.Expr) []*design.Signal
immediate(x *design.Expr) bool
*/
