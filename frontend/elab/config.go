package elab

import (
	"slices"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/source"
)

// Libraries and configurations (IEEE 1364-2005 clause 13): which cell an instance is.

// cellKey names a cell of a library.
type cellKey struct{ lib, name string }

// configScope is the configuration that binds the instances of a scope.
type configScope struct {
	config *ast.Config
	path   []string // names from the cell of the config's design statement on, without indices
	libs   []string // liblist of an instance clause that holds here and below; nil for none
}

// bound is what an instance is.
type bound struct {
	module *ast.Module
	udp    *ast.UDP
	wrong  bool         // and reported
	bind   *configScope // what binds its own instances; its path is that of the instance
}

// addCells indexes what was read, in its libraries.
func (e *elab) addCells(src *ast.Source) {
	for _, m := range src.Modules {
		key := cellKey{m.LibName, m.Name}
		if e.cells[key] == nil {
			e.cells[key] = m
		}
	}
	for _, u := range src.UDPs {
		key := cellKey{u.LibName, u.Name}
		if e.prims[key] == nil {
			e.prims[key] = u
		}
	}
	for _, c := range src.Configs {
		key := cellKey{c.LibName, c.Name}
		if old := e.configs[key]; old != nil {
			e.duplicateUnit("config", c.Name, c.NamePos, old.NamePos)
			continue
		}
		e.configs[key] = c
	}
}

// loadLibrary reads what the library maps name for lib; false when there is no more of it.
func (e *elab) loadLibrary(lib string) bool {
	if e.lib == nil {
		return false
	}
	part := e.lib.Cells(lib)
	if len(part.Modules)+len(part.UDPs)+len(part.Configs) == 0 {
		return false
	}
	e.addCells(part)
	return true
}

// cellIn looks for a cell in one library. The files of -y and -v are in the library work.
func (e *elab) cellIn(lib, name string) (*ast.Module, *ast.UDP) {
	key := cellKey{lib, name}
	if m, u := e.cells[key], e.prims[key]; m != nil || u != nil {
		return m, u
	}
	if e.loadLibrary(lib) {
		if m, u := e.cells[key], e.prims[key]; m != nil || u != nil {
			return m, u
		}
	}
	if lib != ast.WorkLibrary || e.lib == nil {
		return nil, nil
	}
	if m := e.lib.Find(name); m != nil {
		e.cells[key] = m
		return m, nil
	}
	if u := e.lib.FindUDP(name); u != nil {
		e.prims[key] = u
		return nil, u
	}
	return nil, nil
}

// searchOrder are the libraries in the order in which a cell is looked for where nothing else says: that of the library map
// (13.5), and work.
func (e *elab) searchOrder() []string {
	if slices.Contains(e.libOrder, ast.WorkLibrary) {
		return e.libOrder
	}
	return append(slices.Clip(e.libOrder), ast.WorkLibrary)
}

// findCell looks in libraries in order.
func (e *elab) findCell(libs []string, name string) (*ast.Module, *ast.UDP) {
	for _, lib := range libs {
		if m, u := e.cellIn(lib, name); m != nil || u != nil {
			return m, u
		}
	}
	return nil, nil
}

// findConfig looks for a config in a library, or in all where lib is "".
func (e *elab) findConfig(lib, name string) *ast.Config {
	libs := []string{lib}
	if lib == "" {
		libs = e.searchOrder()
	}
	for _, l := range libs {
		if c := e.configs[cellKey{l, name}]; c != nil {
			return c
		}
		if e.loadLibrary(l) {
			if c := e.configs[cellKey{l, name}]; c != nil {
				return c
			}
		}
	}
	return nil
}

// root is a top of the design with the config that chose it.
type root struct {
	module *ast.Module
	bind   *configScope
}

// namedRoots are the roots that -s NAME asks for: a module, or what a config names. NAME may be lib.cell or lib.cell:config.
func (e *elab) namedRoots(name string) []root {
	lib, cell, qualified := strings.Cut(name, ".")
	if !qualified {
		lib, cell = "", name
	}
	cell, forced := strings.CutSuffix(cell, ":config")
	if !forced {
		libs := []string{lib}
		if lib == "" {
			libs = e.searchOrder()
		}
		if m, _ := e.findCell(libs, cell); m != nil {
			return []root{{module: m}}
		}
	}
	c := e.findConfig(lib, cell)
	if c == nil {
		e.diags.Errorf("E2004", source.NoPos, "cannot find the root module '%s'", name)
		return nil
	}
	return e.configRoots(c)
}

// configRoots are the cells of a config's design statement.
func (e *elab) configRoots(c *ast.Config) []root {
	var out []root
	if len(c.Design) == 0 {
		e.diags.Errorf("E2040", c.NamePos, "the design statement of config '%s' names no cell (IEEE 1364-2005 13.3.1.1)", c.Name)
	}
	for _, d := range c.Design {
		lib := d.Lib
		if lib == "" {
			lib = c.LibName
		}
		m, _ := e.cellIn(lib, d.Cell)
		if m == nil {
			e.diags.Errorf("E2040", d.Pos(), "library '%s' has no module '%s'", lib, d.Cell)
			continue
		}
		out = append(out, root{m, &configScope{config: c, path: []string{m.Name}}})
	}
	e.checkRules(c)
	return out
}

// checkRules looks for what is wrong in a config's rules, once.
func (e *elab) checkRules(c *ast.Config) {
	if _, done := e.ruleUses[c]; done {
		return
	}
	e.ruleUses[c] = map[*ast.ConfigRule]bool{}
	defaults := 0
	for _, r := range c.Rules {
		switch {
		case r.Kind == ast.ConfigDefault:
			if defaults++; defaults > 1 {
				e.diags.Errorf("E2040", r.Pos(), "config '%s' has more than one default clause (IEEE 1364-2005 13.3.1.2)", c.Name)
			}
		case r.Kind == ast.ConfigCell && r.Cell.Lib != "" && r.Use == nil:
			e.diags.Errorf("E2040", r.Cell.Pos(), "a cell clause with a library takes no liblist (IEEE 1364-2005 13.3.1.4)")
		case r.Kind == ast.ConfigInstance && !slices.ContainsFunc(c.Design, func(d ast.CellName) bool { return d.Cell == r.Instance[0] }):
			e.diags.Errorf("E2040", r.Pos(), "the path of an instance clause begins with a cell of the design statement, not with '%s' (IEEE 1364-2005 13.3.1.3)", r.Instance[0])
		}
	}
}

// unusedRules warns of instance clauses that no instance has matched.
func (e *elab) unusedRules() {
	for _, key := range sortedCells(e.configs) {
		c := e.configs[key]
		used, in := e.ruleUses[c]
		if !in {
			continue
		}
		for _, r := range c.Rules {
			if r.Kind == ast.ConfigInstance && !used[r] {
				e.diags.Warnf("W2040", r.Pos(), "config '%s': there is no instance '%s'", c.Name, strings.Join(r.Instance, "."))
			}
		}
	}
}

func sortedCells(m map[cellKey]*ast.Config) []cellKey {
	var keys []cellKey
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b cellKey) int {
		if c := strings.Compare(a.lib, b.lib); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	return keys
}

// bindInstance decides what an instance of s is. It says nothing when there is no such cell.
func (e *elab) bindInstance(s *scope, mi *ast.ModuleInst, name string) bound {
	b := s.bind
	if b == nil {
		m := e.findModule(mi.Module)
		if m == nil {
			return bound{udp: e.findUDP(mi.Module)}
		}
		return bound{module: m}
	}
	path := append(slices.Clip(b.path), name)
	own, inherited := []string(nil), b.libs
	var use *ast.ConfigRule
	for _, r := range b.config.Rules {
		if r.Kind == ast.ConfigInstance && slices.Equal(r.Instance, path) {
			e.ruleUses[b.config][r] = true
			if r.Use != nil {
				use = r
			} else {
				own, inherited = r.Liblist, r.Liblist
			}
			break
		}
	}
	home := []string{s.module.LibName}
	libs := own
	if len(libs) == 0 {
		libs = e.ruleLibs(b, mi.Module)
	}
	if len(libs) == 0 {
		libs = home
	}
	if use == nil && own == nil {
		for _, r := range b.config.Rules {
			if r.Kind != ast.ConfigCell || r.Use == nil || r.Cell.Cell != mi.Module {
				continue
			}
			if r.Cell.Lib != "" {
				m, u := e.findCell(libs, mi.Module)
				if m != nil && m.LibName != r.Cell.Lib || m == nil && (u == nil || u.LibName != r.Cell.Lib) {
					continue
				}
			}
			use = r
			break
		}
	}
	if use == nil {
		m, u := e.findCell(libs, mi.Module)
		return bound{module: m, udp: u, bind: &configScope{b.config, path, inherited}}
	}
	lib := use.Use.Lib
	if lib == "" {
		lib = s.module.LibName // that of the parent cell (13.3.1.6)
	}
	if !use.Use.Config {
		if m, u := e.cellIn(lib, use.Use.Cell); m != nil || u != nil {
			return bound{module: m, udp: u, bind: &configScope{b.config, path, inherited}}
		}
	}
	c := e.findConfig(lib, use.Use.Cell)
	if c == nil {
		what := "cell"
		if use.Use.Config {
			what = "config"
		}
		e.diags.ErrorNote("E2040", use.Use.Pos(), "library '"+lib+"' has no "+what+" '"+use.Use.Cell+"'", mi.ModulePos, "for this instance")
		return bound{wrong: true}
	}
	roots := e.configRoots(c)
	if len(roots) > 1 {
		e.diags.Errorf("E2040", use.Use.Pos(), "config '%s' has more than one cell in its design statement: an instance cannot be all of them (IEEE 1364-2005 13.4.3)", c.Name)
	}
	if len(roots) != 1 {
		return bound{wrong: true}
	}
	return bound{module: roots[0].module, bind: roots[0].bind}
}

// ruleLibs is the library list of a cell where no instance clause of its own gives one: an instance clause further up, a cell clause,
// the default clause.
func (e *elab) ruleLibs(b *configScope, cell string) []string {
	if b.libs != nil {
		return b.libs
	}
	for _, r := range b.config.Rules {
		if r.Kind == ast.ConfigCell && r.Use == nil && r.Cell.Cell == cell {
			return r.Liblist
		}
	}
	for _, r := range b.config.Rules {
		if r.Kind == ast.ConfigDefault {
			return r.Liblist
		}
	}
	return nil
}

// where names the libraries that were searched, for messages.
func (e *elab) where(s *scope, name string) string {
	if s.bind == nil {
		return ""
	}
	libs := e.ruleLibs(s.bind, name)
	if len(libs) == 0 {
		libs = []string{s.module.LibName}
	}
	return " in the libraries " + strings.Join(libs, ", ") + " (config '" + s.bind.config.Name + "')"
}

// within is what binds the instances in a block of the scope that b is of.
func (b *configScope) within(name string) *configScope {
	if b == nil {
		return nil
	}
	if i := strings.IndexByte(name, '['); i > 0 {
		name = name[:i]
	}
	return &configScope{b.config, append(slices.Clip(b.path), name), b.libs}
}

// bindingText puts "library.cell" of the module that s is in in the place of %l in format strings (13.6), as no engine knows
// libraries.
func bindingText(s *scope, args []design.SysArg) {
	cell := strings.ReplaceAll(s.module.LibName+"."+s.module.Name, "%", "%%")
	for i := range args {
		v := args[i].Value
		if args[i].Kind != design.ArgExpr || v == nil || v.Op != design.OpConst || !v.Str || !strings.Contains(v.Text, "%") {
			continue
		}
		var out strings.Builder
		found := false
		for t := v.Text; t != ""; {
			at := strings.IndexByte(t, '%')
			if at < 0 || at+1 == len(t) {
				out.WriteString(t)
				break
			}
			out.WriteString(t[:at])
			if t[at+1]|0x20 == 'l' {
				out.WriteString(cell)
				found = true
			} else {
				out.WriteString(t[at : at+2])
			}
			t = t[at+2:]
		}
		if found {
			args[i].Value = textConst(out.String(), v.Pos)
		}
	}
}
