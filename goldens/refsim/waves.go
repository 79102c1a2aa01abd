package refsim

import (
	"fmt"
	"sort"
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/wave"
)

// waves is the dump that the $dump tasks write (IEEE 1364-2005 18).
type waves struct {
	s       *sim
	path    string
	w       *wave.Writer
	status  uint8 // dumpFresh, dumpDeclaring, dumpStarted
	time    uint64
	scanned map[*design.Scope]bool // whose variables are declared
	named   map[string]bool        // variables declared one by one
	ids     map[storage]wave.ID
	values  []func() wave.Value // by ID-1
	limit   int64               // of $dumplimit, in bytes; 0 is none
}

const (
	dumpFresh uint8 = iota
	dumpDeclaring
	dumpStarted
)

// storage names what a variable shows: a word of a signal, or a named event.
type storage struct {
	sig   *design.Signal
	word  int
	event *design.NamedEvent
}

func newWaves(s *sim) *waves {
	return &waves{s: s, scanned: map[*design.Scope]bool{}, named: map[string]bool{}, ids: map[storage]wave.ID{}}
}

// dump carries out one of the $dump tasks.
func (t *thread) dump(st *design.SysTask) {
	s := t.s
	if s.waves == nil {
		s.waves = newWaves(s)
		s.waves.path = s.opts.VCDPath
	}
	v := s.waves
	c := s.caller(st.Name, st.Scope, st.Pos)
	switch st.Name {
	case "$dumpfile":
		v.file(c, t.args(st.Args))
	case "$dumpvars":
		v.vars(t, c, st)
	case "$dumplimit":
		if len(st.Args) > 0 && st.Args[0].Value != nil {
			v.limit, _ = t.eval(st.Args[0].Value).Int64()
			v.bound()
		}
	case "$dumpoff", "$dumpon", "$dumpall", "$dumpflush":
		if v.w == nil {
			return
		}
		if v.status == dumpStarted {
			v.w.Time(s.now())
		}
		switch st.Name {
		case "$dumpoff":
			v.w.Off()
		case "$dumpon":
			v.w.On()
		case "$dumpall":
			v.w.All()
		case "$dumpflush":
			v.check(st.Pos, v.w.Flush())
		}
	}
}

// bound gives the dump its limit, also one that was set before there was a dump.
func (v *waves) bound() {
	if v.w != nil && v.limit != 0 {
		v.w.Limit(v.limit, func(bytes int64) {
			v.s.host.Print(fmt.Sprintf("WARNING: Dump file limit (%d bytes) exceeded.\n", bytes))
		})
	}
}

func (v *waves) check(pos source.Pos, err error) {
	if err != nil {
		v.s.fail(pos, "the waves cannot be written: "+err.Error())
	}
}

// file is $dumpfile: a name without a suffix gets ".vcd".
func (v *waves) file(c host.Caller, args []host.Arg) {
	if v.status != dumpFresh {
		msg := fmt.Sprintf("VCD warning: %s:%d:", c.File, c.Line)
		v.s.host.Print(fmt.Sprintf("%s %s called after $dumpvars started,\n%*s using existing file (%s).\n", msg, c.Name, len(msg), " ", v.path))
		return
	}
	name := "dump"
	if len(args) > 0 {
		name = args[0].Str
		if args[0].Kind == host.ArgVec {
			name = strings.Trim(string(args[0].Vec.Bytes()), "\x00")
		}
		if name == "" {
			v.s.host.Print(fmt.Sprintf("WARNING: %s:%d: %s's file name argument (%s) is not a valid string.\n", c.File, c.Line, c.Name, host.VPIKind(args[0])))
			return
		}
	}
	if !strings.Contains(name, ".") {
		name += ".vcd"
	}
	if v.path != "" {
		v.s.host.Print(fmt.Sprintf("VCD warning: %s:%d: Overriding dump file %s with %s.\n", c.File, c.Line, v.path, name))
	}
	v.path = name
}

// vars is $dumpvars: it declares variables; values are written from the end of this time step on.
func (v *waves) vars(t *thread, c host.Caller, st *design.SysTask) {
	s := v.s
	if v.w == nil {
		if v.path == "" {
			v.path = "dump.vcd"
		}
		w, err := wave.New(s.host.Path(v.path), s.d.TickExp)
		if err != nil {
			s.host.NoDump(c, v.path, err)
			s.finished, s.exit = true, 1
			return
		}
		v.w = w
		v.bound()
		s.host.Print(fmt.Sprintf("VCD info: dumpfile %s opened for output.\n", v.path))
	}
	switch v.status {
	case dumpStarted:
		s.host.Print(fmt.Sprintf("VCD warning: $dumpvars ignored, previously called at simtime %d\n", v.time))
		return
	case dumpFresh:
		v.status = dumpDeclaring
		v.time = s.now()
		s.cur.postponed.add(func() {
			v.status = dumpStarted
			v.w.Start(s.now(), func(id wave.ID) wave.Value { return v.values[id-1]() })
		})
	}
	depth, args := 0, st.Args
	if len(args) > 0 && args[0].Kind == design.ArgExpr {
		n, _ := t.eval(args[0].Value).Int64()
		depth, args = int(n), args[1:]
	}
	if depth <= 0 {
		depth = 10000
	}
	if len(args) == 0 {
		for _, top := range byName(s.d.Tops) {
			v.scope(top, depth)
		}
	}
	for i := range args {
		v.item(&args[i], depth)
	}
}

// item is one argument of $dumpvars behind the depth: a scope, a variable, an event or a word of an array.
func (v *waves) item(a *design.SysArg, depth int) {
	if a.Kind == design.ArgScope {
		v.within(a.Scope.Parent, func() { v.scope(a.Scope, depth) })
		return
	}
	var sc *design.Scope
	var name string
	var add func()
	switch {
	case a.Decl != nil && a.Decl.Kind != design.DeclParam && (a.Decl.Signal == nil || a.Decl.Signal.Words == 0):
		sc, name = a.Decl.Scope, a.Decl.Name
		add = func() { v.decl(a.Decl, false) }
	default:
		v.s.host.Print("VCD sorry: $dumpvars: can not dump parameters.\n")
		return
	}
	full := sc.Path + "." + name
	word := a.Decl.Word
	if !word && v.scanned[sc] || v.named[full] {
		v.s.host.Print(fmt.Sprintf("VCD warning: skipping signal %s, it was previously included.\n", full))
		return
	}
	if word && a.Decl.Kind != design.DeclNet { // of which Icarus Verilog is sure without looking
		v.s.host.Print(fmt.Sprintf("VCD warning: array word %s will conflict with an escaped identifier.\n", full))
	}
	v.within(sc, add)
	v.named[full] = true
}

// within writes the scopes from the top down to sc around what f writes.
func (v *waves) within(sc *design.Scope, f func()) {
	var path []*design.Scope
	for ; sc != nil; sc = sc.Parent {
		path = append(path, sc)
	}
	for i := len(path) - 1; i >= 0; i-- {
		v.w.EnterScope(scopeKind(path[i]), path[i].Name)
	}
	f()
	for range path {
		v.w.LeaveScope()
	}
}

func scopeKind(sc *design.Scope) wave.ScopeKind {
	switch sc.Kind {
	case design.ScopeGenerate:
		return wave.Generate
	case design.ScopeBlock:
		return wave.Begin
	case design.ScopeFork:
		return wave.Fork
	case design.ScopeTask:
		return wave.Task
	case design.ScopeFunction:
		return wave.Function
	}
	return wave.Module
}

func byName(list []*design.Scope) []*design.Scope {
	list = append([]*design.Scope(nil), list...)
	sort.SliceStable(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	return list
}

// scope declares a scope: events, nets, regs, other variables, each by name; then functions, generate blocks, modules, blocks,
// forks and tasks, as far down as depth tells.
func (v *waves) scope(sc *design.Scope, depth int) {
	if depth <= 0 {
		return
	}
	skip := v.scanned[sc]
	if skip {
		v.s.host.Print(fmt.Sprintf("VCD warning: ignoring signals in previously scanned scope %s.\n", sc.Path))
	}
	v.scanned[sc] = true
	v.w.EnterScope(scopeKind(sc), sc.Name)
	if !skip {
		decls := append([]*design.Decl(nil), sc.Decls...)
		sort.SliceStable(decls, func(i, j int) bool { return decls[i].Name < decls[j].Name })
		for rank := 0; rank < 4; rank++ {
			for _, d := range decls {
				if declRank(d.Kind) == rank && !d.Word {
					v.decl(d, true)
				}
			}
		}
	}
	kids := byName(sc.Children)
	for kind := wave.Function; kind <= wave.Task; kind++ {
		for _, c := range kids {
			if scopeKind(c) == kind {
				v.scope(c, depth-1)
			}
		}
	}
	v.w.LeaveScope()
}

// declRank is a kind's place among the variables of a scope; parameters are not dumped.
func declRank(k design.DeclKind) int {
	switch k {
	case design.DeclEvent:
		return 0
	case design.DeclNet:
		return 1
	case design.DeclReg:
		return 2
	case design.DeclParam:
		return 4
	}
	return 3
}

var netKinds = map[design.NetType]wave.VarKind{
	design.NetTri: "tri", design.NetWand: "wand", design.NetTriand: "triand", design.NetWor: "wor", design.NetTrior: "trior",
	design.NetTri0: "tri0", design.NetTri1: "tri1", design.NetSupply0: "supply0", design.NetSupply1: "supply1",
	design.NetTrireg: "trireg",
}

// decl declares one variable; arrays and what lives in automatic scopes have no waves.
func (v *waves) decl(d *design.Decl, implicit bool) {
	if implicit && v.named[d.Scope.Path+"."+d.Name] {
		return
	}
	switch {
	case d.Kind == design.DeclEvent:
		if d.Event != nil {
			v.add(wave.Event, 1, d.Name, 0, 0, storage{event: d.Event})
		}
		return
	case d.Signal == nil || d.Signal.Words > 0 || d.Signal.Frame != nil:
		return
	case implicit && d.Scope.Sub != nil && d.Scope.Sub.Result == d.Signal:
		return // the result of a function
	}
	kind := wave.Reg
	switch d.Kind {
	case design.DeclNet:
		kind = wave.Wire
		if k, ok := netKinds[d.Type]; ok {
			kind = k
		}
		if d.Signal.Real {
			kind = wave.Real
		}
	case design.DeclInteger:
		kind = wave.Integer
	case design.DeclTime:
		kind = wave.Time
	case design.DeclReal, design.DeclRealtime:
		kind = wave.Real
	}
	v.add(kind, d.Signal.Width, d.Name, d.MSB, d.LSB, storage{sig: d.Signal})
}

// add declares a name for a storage and, for the first name, follows its changes.
func (v *waves) add(kind wave.VarKind, width int, name string, left, right int, st storage) {
	old := v.ids[st]
	id := v.w.AddVar(kind, width, name, left, right, old)
	if old != 0 {
		return
	}
	v.ids[st] = id
	s := v.s
	if st.event != nil {
		v.values = append(v.values, func() wave.Value { return wave.Value{} })
		s.named[st.event.ID] = append(s.named[st.event.ID], &watch{mark: func() {
			v.now()
			v.w.Trigger(id)
		}})
		return
	}
	isReal := st.sig.Real
	value := func() wave.Value {
		x := s.sigs[st.sig.ID].vals[st.word]
		if isReal {
			return wave.Value{Real: bitsReal(x)}
		}
		return wave.Value{Vec: logic.Extend(x, width, false)}
	}
	v.values = append(v.values, value)
	w := &watch{word: st.word, mark: func() {
		v.now()
		if x := value(); isReal {
			v.w.ChangeReal(id, x.Real)
		} else {
			v.w.Change(id, x.Vec)
		}
	}}
	s.sigs[st.sig.ID].watches = append(s.sigs[st.sig.ID].watches, w)
}

// now moves the dump to the present time, once it has started.
func (v *waves) now() {
	if v.status == dumpStarted {
		v.w.Time(v.s.now())
	}
}

// closeWaves ends the dump.
func (s *sim) closeWaves() {
	if s.waves == nil || s.waves.w == nil {
		return
	}
	if err := s.waves.w.Close(s.now()); err != nil {
		s.waves.check(source.NoPos, err)
	}
}
