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
	before := diags.ErrorCount()
	e := &elab{
		set: set, des: &design.Design{Files: set}, diags: diags, opts: opts, lib: lib,
		mods: map[string]*ast.Module{}, udps: map[string]*ast.UDP{}, tops: map[string]*scope{},
		byDesign: map[*design.Scope]*scope{}, events: map[string]*design.Event{}, eventNum: map[any]int{}, nested: map[*ast.Module]int{},
		udpOf: map[*ast.UDP]*design.UDP{}, netDelay: map[*design.Signal][3]*design.Expr{}, decay: map[*design.Signal]*design.Expr{}, innerOf: map[*design.Signal]innerNet{},
		outward: map[*design.Assign]bool{},
	}
	e.pass("collect", func() { e.collect(src) })
	e.pass("hierarchy", func() { e.hierarchy(src) })
	if diags.ErrorCount() > before {
		return nil
	}
	e.tick()
	e.pass("annotate", e.annotate)
	e.pass("ports", e.ports)
	if !e.stopped {
		e.pass("bodies", e.bodies)
	}
	if diags.ErrorCount() > before {
		return nil
	}
	e.pass("finish", e.finish)
	if diags.ErrorCount() > before {
		return nil
	}
	return e.des
}

// collect indexes modules and primitives by name.
func (e *elab) collect(src *ast.Source) {
	for _, m := range src.Modules {
		if old := e.mods[m.Name]; old != nil {
			if !m.FromLib {
				e.duplicateUnit("module", m.Name, m.NamePos, old.NamePos)
			}
			continue
		}
		e.mods[m.Name] = m
	}
	for _, u := range src.UDPs {
		if old := e.udps[u.Name]; old != nil {
			if !u.FromLib {
				e.duplicateUnit("primitive", u.Name, u.NamePos, old.NamePos)
			}
			continue
		}
		if old := e.mods[u.Name]; old != nil {
			e.duplicateUnit("primitive", u.Name, u.NamePos, old.NamePos)
			continue
		}
		e.udps[u.Name] = u
	}
	for _, c := range src.Configs {
		e.diags.Errorf("E9001", c.NamePos, "configurations are not supported yet")
	}
}

func (e *elab) duplicateUnit(what, name string, pos, old source.Pos) {
	e.diags.ErrorNote("E2003", pos, what+" '"+name+"' is defined twice", old, "it is defined here")
}

// topModules chooses the roots: those asked for, else all modules of the user's files that nothing instantiates, by
// name as Icarus Verilog does.
func (e *elab) topModules(src *ast.Source) []*ast.Module {
	var out []*ast.Module
	if len(e.opts.Tops) > 0 {
		for _, name := range e.opts.Tops {
			m := e.findModule(name)
			if m == nil {
				e.diags.Errorf("E2004", source.NoPos, "cannot find the root module '%s'", name)
				continue
			}
			out = append(out, m)
		}
		return out
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
		if !used[m.Name] && !m.FromLib && e.mods[m.Name] == m {
			out = append(out, m)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Name < out[j].Name })
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

// findModule looks in the sources, then in the library.
func (e *elab) findModule(name string) *ast.Module {
	if m := e.mods[name]; m != nil {
		return m
	}
	if e.lib == nil || e.udps[name] != nil {
		return nil
	}
	m := e.lib.Find(name)
	if m != nil {
		e.mods[name] = m
	}
	return m
}

// findUDP looks in the sources, then in the library.
func (e *elab) findUDP(name string) *ast.UDP {
	if u := e.udps[name]; u != nil || e.lib == nil {
		return u
	}
	u := e.lib.FindUDP(name)
	if u != nil {
		e.udps[name] = u
	}
	return u
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
