package elab

import (
	"sort"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/frontend/source"
)

// Corner selects a value of min:typ:max expressions.
type Corner uint8

// The corners.
const (
	CornerTyp Corner = iota
	CornerMin
	CornerMax
)

// Library finds modules and primitives that the sources do not define (-y, -v). It returns nil for an unknown name.
type Library interface {
	Find(name string) *ast.Module
	FindUDP(name string) *ast.UDP
	// Cells gives, once, what the library maps name for a library and nobody has read; it is never nil.
	Cells(lib string) *ast.Source
}

// Options steer an elaboration. The zero value is useful.
type Options struct {
	Tops   []string          // root modules; none: all modules that no other instantiates
	Params map[string]string // "top.name" -> value text: a number, a real, or a string with or without quotes
	Corner Corner            // of min:typ:max
	// MaxRecursion is how many instances of one module may be inside each other; 0 for the built-in limit.
	MaxRecursion int
	// Specify simulates module paths; without it, as in Icarus Verilog, specify blocks have no effect.
	Specify bool
	// LateDeclarations accepts variables and events that are used before their declaration, with a warning.
	LateDeclarations bool
	// Synthesis refuses always constructs with procedural continuous assignments, but for those with the attribute ivl_synthesis_off:
	// IEEE 1364.1 has no hardware for them.
	Synthesis bool
	// NoImplicitTargets wants a declaration of what a continuous assignment drives, as IEEE 1364-1995 did.
	NoImplicitTargets bool
	// ReadFile replaces reading the files of $sdf_annotate from the file system; nil for that.
	ReadFile func(name string) ([]byte, error)
	Passes   passes.Runner // watches the passes; nil for nobody
}

// Limits that turn run-away elaboration into an error.
const (
	maxScopes      = 1 << 20
	maxRecursion   = 200     // instances of one module inside each other
	maxBushy       = 15      // the same where they are more than maxNested
	maxNested      = 1 << 15 // instances of one module somewhere inside another of it
	plainRecursion = 12
	maxRecursive   = 1 << 15 // instances nested deeper than plainRecursion in their own module
	maxDepth       = 2000    // scopes inside each other
	maxIterations  = 1 << 18 // of one generate loop, elements of one instance array
	maxWidth       = 1 << 24 // bits of one vector
	maxWords       = 1 << 28 // elements of one array
)

// Elaborate builds the design of src. It reports to diags and returns nil when there are errors. lib may be nil.
func Elaborate(set *source.Set, src *ast.Source, lib Library, opts Options, diags *diag.List) *design.Design {
	d, _ := ElaborateModel(set, src, lib, opts, diags)
	return d
}

// ElaborateModel is Elaborate that returns the model of what it did as well; both are nil when there are errors.
func ElaborateModel(set *source.Set, src *ast.Source, lib Library, opts Options, diags *diag.List) (*design.Design, *Model) {
	before := diags.ErrorCount()
	e := &elab{
		set: set, des: &design.Design{Files: set}, diags: diags, opts: opts, lib: lib,
		mods: map[string]*ast.Module{}, udps: map[string]*ast.UDP{},
		cells: map[cellKey]*ast.Module{}, prims: map[cellKey]*ast.UDP{}, configs: map[cellKey]*ast.Config{}, ruleUses: map[*ast.Config]map[*ast.ConfigRule]bool{},
		tops:     map[string]*scope{},
		byDesign: map[*design.Scope]*scope{}, events: map[string]*design.Event{}, eventNum: map[any]int{}, nested: map[*ast.Module]int{},
		udpOf: map[*ast.UDP]*design.UDP{}, netDelay: map[*design.Signal][3]*design.Expr{}, decay: map[*design.Signal]*design.Expr{}, innerOf: map[*design.Signal]innerNet{},
		outward: map[*design.Assign]bool{}, driven: map[*design.Signal]bool{},
	}
	e.pass("collect", func() { e.collect(src) })
	e.pass("hierarchy", func() { e.hierarchy(src) })
	if diags.ErrorCount() > before {
		return nil, nil
	}
	e.tick()
	e.pass("annotate", e.annotate)
	e.pass("ports", e.ports)
	if !e.stopped {
		e.pass("bodies", e.bodies)
	}
	if diags.ErrorCount() > before {
		return nil, nil
	}
	e.pass("finish", e.finish)
	if diags.ErrorCount() > before {
		return nil, nil
	}
	return e.des, &Model{e}
}

// collect indexes modules, primitives and configs by library and name.
func (e *elab) collect(src *ast.Source) {
	e.libOrder = src.LibOrder
	for _, m := range src.Modules {
		if old := e.cells[cellKey{m.LibName, m.Name}]; old != nil && !m.FromLib {
			e.duplicateUnit("module", m.Name, m.NamePos, old.NamePos)
		} else if old == nil {
			e.cells[cellKey{m.LibName, m.Name}] = m
		}
	}
	for _, u := range src.UDPs {
		key := cellKey{u.LibName, u.Name}
		if old := e.prims[key]; old != nil && !u.FromLib {
			e.duplicateUnit("primitive", u.Name, u.NamePos, old.NamePos)
		} else if old := e.cells[key]; old != nil {
			e.duplicateUnit("primitive", u.Name, u.NamePos, old.NamePos)
		}
	}
	e.addCells(src)
}

func (e *elab) duplicateUnit(what, name string, pos, old source.Pos) {
	e.diags.ErrorNote("E2003", pos, what+" '"+name+"' is defined twice", old, "it is defined here")
}

// topModules chooses the roots: those asked for, else all modules of the user's files that nothing instantiates, by
// name as Icarus Verilog does.
func (e *elab) topModules(src *ast.Source) []root {
	var out []root
	if len(e.opts.Tops) > 0 {
		for _, name := range e.opts.Tops {
			out = append(out, e.namedRoots(name)...)
		}
		return out
	}
	for _, c := range src.Configs {
		e.diags.Warnf("W2040", c.NamePos, "config '%s' is not used: -s %s makes it the root of the design", c.Name, c.Name)
	}
	used := map[string]bool{}
	var walk func(items []ast.Item)
	block := func(b *ast.GenBlock) {
		if b != nil {
			walk(b.Items)
		}
	}
	walk = func(items []ast.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case *ast.ModuleInst:
				used[it.Module] = true
			case *ast.GenRegion:
				walk(it.Items)
			case *ast.GenFor:
				block(it.Body)
			case *ast.GenIf:
				block(it.Then)
				block(it.Else)
			case *ast.GenBlock:
				block(it)
			case *ast.GenCase:
				for _, c := range it.Items {
					block(c.Body)
				}
			}
		}
	}
	for _, m := range src.Modules {
		walk(m.Items)
	}
	for _, m := range src.Modules {
		if !used[m.Name] && !m.FromLib && e.cells[cellKey{m.LibName, m.Name}] == m && e.findModule(m.Name) == m {
			out = append(out, root{module: m})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].module.Name < out[j].module.Name })
	if len(out) == 0 {
		e.diags.Errorf("E2004", source.NoPos, "no module can be a root: %s", noRootReason(src))
	}
	return out
}

func noRootReason(src *ast.Source) string {
	if len(src.Modules) == 0 {
		return "there are no modules"
	}
	names := make([]string, 0, len(src.Modules))
	for _, m := range src.Modules {
		names = append(names, m.Name)
	}
	if len(names) > 5 {
		names = append(names[:5], "...")
	}
	return "each is instantiated by another (" + strings.Join(names, ", ") + ")"
}

// findModule looks in the sources, then in the libraries, in their order.
func (e *elab) findModule(name string) *ast.Module {
	m, _ := e.findUnit(name)
	return m
}

// findUDP does for primitives.
func (e *elab) findUDP(name string) *ast.UDP {
	_, u := e.findUnit(name)
	return u
}

func (e *elab) findUnit(name string) (*ast.Module, *ast.UDP) {
	if m, u := e.mods[name], e.udps[name]; m != nil || u != nil {
		return m, u
	}
	m, u := e.findCell(e.searchOrder(), name)
	if m != nil {
		e.mods[name] = m
	} else if u != nil {
		e.udps[name] = u
	}
	return m, u
}

// tick sets the design's time step: the finest precision of all modules in it (IEEE 1364-2005 19.8).
func (e *elab) tick() {
	first := true
	var with, without *scope
	for _, s := range e.scopes {
		if s.d.Kind != design.ScopeModule {
			continue
		}
		if first || s.d.PrecExp < e.des.TickExp {
			e.des.TickExp = s.d.PrecExp
			first = false
		}
		if s.d.HasTime && with == nil {
			with = s
		} else if !s.d.HasTime && without == nil {
			without = s
		}
	}
	if with != nil && without != nil {
		e.diags.Warnf("W2004", without.module.NamePos, "module '%s' has no `timescale, but module '%s' has", without.module.Name, with.module.Name)
	}
}
