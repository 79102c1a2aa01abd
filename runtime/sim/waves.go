package sim

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/wave"
	"github.com/gpga/gpga/scheduler/program"
)

// waves is the dump of one simulation: what $dumpvars and its kin do.
type waves struct {
	s       *Sim
	w       *wave.Writer
	path    string
	named   bool   // $dumpfile gave the path
	forced  bool   // --vcd: the design's own $dump tasks are left out
	called  uint64 // time of the first $dumpvars
	opened  uint64 // time of the first values in the file: later than called when the run continues a snapshot
	started bool
	off     bool // $dumpoff
	limit   int64
	full    bool // the limit is passed
	calls   []dumpCall
	ids     map[uint32]wave.ID // of signals
	params  []paramValue
	scopes  []*wave.Scope
	quiet   bool                 // the calls of a snapshot are repeated, not what they said
	words   map[uint32]*wave.Var // of arrays, by their place in Vars
}

type paramValue struct {
	v   *wave.Var
	row *program.Var
}

func newWaves(s *Sim) *waves { return &waves{s: s, path: "dump.vcd", ids: map[uint32]wave.ID{}} }

var scopeKinds = map[uint32]wave.ScopeKind{
	program.ScopeModule: wave.Module, program.ScopeGenerate: wave.Generate, program.ScopeBlock: wave.Begin,
	program.ScopeFork: wave.Fork, program.ScopeTask: wave.Task, program.ScopeFunction: wave.Function,
}

var netKinds = map[uint32]wave.VarKind{
	program.TypeWire: "wire", program.TypeTri: "tri", program.TypeWand: "wand", program.TypeTriand: "triand", program.TypeWor: "wor",
	program.TypeTrior: "trior", program.TypeTri0: "tri0", program.TypeTri1: "tri1", program.TypeSupply0: "supply0",
	program.TypeSupply1: "supply1", program.TypeTrireg: "trireg", program.TypeUwire: "wire",
}

// tree builds the scopes and variables of the design, once.
func (v *waves) tree() []*wave.Scope {
	if v.scopes != nil {
		return v.scopes
	}
	p := v.s.p
	v.scopes = make([]*wave.Scope, len(p.Scopes))
	for i := range p.Scopes {
		v.scopes[i] = &wave.Scope{Kind: scopeKinds[p.Scopes[i].Kind], Name: p.Strings[p.Scopes[i].Name]}
	}
	for i := range p.Scopes {
		if up := p.Scopes[i].Parent; up != program.NoSeg {
			v.scopes[up].Scopes = append(v.scopes[up].Scopes, v.scopes[i])
		}
	}
	for i := range p.Vars {
		w := v.variable(&p.Vars[i])
		switch {
		case w == nil:
		case p.Vars[i].Word:
			if v.words == nil {
				v.words = map[uint32]*wave.Var{}
			}
			v.words[uint32(i)] = w
		default:
			sc := v.scopes[p.Vars[i].Scope]
			sc.Vars = append(sc.Vars, w)
		}
	}
	return v.scopes
}

// variable describes a declared name; nil for one that has no waves.
func (v *waves) variable(row *program.Var) *wave.Var {
	p := v.s.p
	out := &wave.Var{Name: p.Strings[row.Name], Width: int(row.Width), Left: int(row.MSB), Right: int(row.LSB)}
	if row.Kind == program.VarParam {
		out.Kind = "parameter"
		if row.Width == 0 || row.Value == program.NoSeg {
			return nil
		}
		v.params = append(v.params, paramValue{out, row})
		return out
	}
	if row.Signal == program.NoSeg {
		return nil
	}
	g := &p.Signals[row.Signal]
	if g.Flags&program.SigArray != 0 || g.Trace == 0 && g.Flags&program.SigEvent == 0 {
		return nil
	}
	out.Key = row.Signal
	out.Width = int(g.Width)
	switch row.Kind {
	case program.VarNet:
		out.Kind = netKinds[row.Net]
	case program.VarReg:
		out.Kind = wave.Reg
	case program.VarInteger:
		out.Kind = wave.Integer
	case program.VarTime:
		out.Kind = wave.Time
	case program.VarReal, program.VarRealtime:
		out.Kind, out.Width = wave.Real, 1
	case program.VarEvent:
		out.Kind, out.Width = wave.Event, 1
	}
	return out
}

// errNoDump is what a file that cannot be opened for waves comes to: the simulation finishes, as in Icarus Verilog, but
// with exit status 1: somebody misses the waves.
var errNoDump = errors.New("no file for the waves")

// open creates the file of the first $dumpvars.
func (v *waves) open(now uint64) error {
	w, err := wave.New(v.s.host.Path(v.path), int(v.s.p.TickExp))
	if err != nil {
		return fmt.Errorf("the waves cannot be written: %w", err)
	}
	v.w, v.called, v.opened = w, now, now
	if v.limit != 0 {
		v.setLimit(v.limit)
	}
	return nil
}

// openAll dumps everything from time now, the start, on.
func (v *waves) openAll(path string, now uint64) error {
	v.path, v.forced = path, true
	if err := v.open(now); err != nil {
		return err
	}
	for _, t := range v.roots() {
		v.w.AddTree(t, 0)
	}
	v.take()
	return nil
}

func (v *waves) roots() []*wave.Scope {
	var out []*wave.Scope
	for i, t := range v.tree() {
		if v.s.p.Scopes[i].Parent == program.NoSeg {
			out = append(out, t)
		}
	}
	return out
}

// take notes the IDs that variables have got by now, gives the writer their present values and lets the kernel report changes.
func (v *waves) take() {
	a := v.s.arena()
	note := func(x *wave.Var) {
		sig, ok := x.Key.(uint32)
		if !ok || x.ID == 0 || v.ids[sig] != 0 {
			return
		}
		v.ids[sig] = x.ID
		g := &v.s.p.Signals[sig]
		if g.Flags&program.SigEvent == 0 {
			n := 2 * ((g.Width + 31) / 32)
			v.value(sig, x.ID, a.Words(g.Slot, n))
		}
	}
	for i := range v.s.p.Vars {
		if x := v.words[uint32(i)]; x != nil {
			note(x)
		}
	}
	var walk func(s *wave.Scope)
	walk = func(s *wave.Scope) {
		for _, x := range s.Vars {
			note(x)
		}
		for _, c := range s.Scopes {
			walk(c)
		}
	}
	for _, r := range v.roots() {
		walk(r)
	}
	for _, q := range v.params {
		if q.v.ID == 0 {
			continue
		}
		if q.row.Real {
			c := v.s.p.Consts[q.row.Value:]
			v.w.ChangeReal(q.v.ID, realOf(logic.Vec{Width: 64, Val: c[:2]}))
			continue
		}
		n := 2 * ((q.row.Width + 31) / 32)
		v.w.Change(q.v.ID, vec(v.s.p.Consts[q.row.Value:q.row.Value+n], q.row.Width))
	}
	a.Set(program.HdrTraceOn, 1)
}

func (v *waves) value(sig uint32, id wave.ID, w []uint32) {
	g := &v.s.p.Signals[sig]
	x := vec(w, g.Width)
	if g.Flags&program.SigReal != 0 {
		v.w.ChangeReal(id, realOf(x))
	} else {
		v.w.Change(id, x)
	}
}

// change takes a record of a traced signal.
func (v *waves) change(now uint64, payload []uint32) error {
	if v.w == nil || len(payload) == 0 || int(payload[0]) >= len(v.s.p.Signals) {
		return nil
	}
	id := v.ids[payload[0]]
	if id == 0 {
		return nil
	}
	v.at(now)
	v.value(payload[0], id, payload[1:])
	return nil
}

// at moves the dump to time now.
func (v *waves) at(now uint64) {
	if !v.started {
		if now <= v.opened {
			return
		}
		v.started = true
		v.w.Start(v.opened, nil)
	}
	v.w.Time(now)
}

// begin ends the declarations for a task that needs the dump to be under way.
func (v *waves) begin(now uint64) {
	if !v.started {
		v.started = true
		v.w.Start(v.opened, nil)
	}
	v.w.Time(now)
}

// task carries out a $dump task.
func (v *waves) task(name string, site *program.Site, now uint64, args []host.Arg) error {
	if v.forced {
		return nil
	}
	switch name {
	case "$dumpfile":
		if len(args) == 0 {
			return nil
		}
		v.file(v.s.caller(site, now), args[0])
		return nil
	case "$dumplimit":
		if len(args) > 0 && args[0].Kind == host.ArgVec {
			n, _ := args[0].Vec.Uint64()
			v.setLimit(int64(n))
		}
		return nil
	case "$dumpvars":
		return v.dumpvars(site, now, args)
	}
	if v.w == nil {
		return nil
	}
	switch name {
	case "$dumpoff":
		v.begin(now)
		v.off = true
		v.w.Off()
	case "$dumpon":
		v.begin(now)
		v.off = false
		v.w.On()
	case "$dumpall":
		v.begin(now)
		v.w.All()
	case "$dumpflush":
		return v.w.Flush()
	}
	return nil
}

// file is $dumpfile: a name without a dot gets ".vcd".
func (v *waves) file(c host.Caller, arg host.Arg) {
	name := text(arg)
	switch {
	case v.w != nil:
		msg := fmt.Sprintf("VCD warning: %s:%d:", c.File, c.Line)
		v.s.host.Print(fmt.Sprintf("%s $dumpfile called after $dumpvars started,\n%*s using existing file (%s).\n", msg, min(len(msg), 63), " ", v.path))
		return
	case name == "":
		v.s.host.Print(fmt.Sprintf("WARNING: %s:%d: $dumpfile's file name argument (%s) is not a valid string.\n", c.File, c.Line, host.VPIKind(arg)))
		return
	case !strings.Contains(name, "."):
		name += ".vcd"
	}
	if v.named {
		v.s.host.Print(fmt.Sprintf("VCD warning: %s:%d: Overriding dump file %s with %s.\n", c.File, c.Line, v.path, name))
	}
	v.path, v.named = name, true
}

func text(a host.Arg) string {
	if a.Kind == host.ArgString {
		return a.Str
	}
	b := a.Vec.Bytes()
	for len(b) > 0 && b[0] == 0 {
		b = b[1:]
	}
	return string(b)
}

func (v *waves) dumpvars(site *program.Site, now uint64, args []host.Arg) error {
	if v.started || v.w != nil && now != v.opened {
		v.s.host.Print(fmt.Sprintf("VCD warning: $dumpvars ignored, previously called at simtime %d\n", v.called))
		return nil
	}
	if v.w == nil {
		if err := v.open(now); err != nil {
			v.s.host.NoDump(v.s.caller(site, now), v.path, err)
			return errNoDump
		}
		v.s.host.Print(fmt.Sprintf("VCD info: dumpfile %s opened for output.\n", v.path))
	}
	depth := 0
	p := v.s.p
	rows := p.SiteArgs[site.Arg : site.Arg+site.NumArg]
	if len(args) > 0 && args[0].Kind == host.ArgVec && rows[0].Kind == program.SiteVec {
		n, _ := args[0].Vec.Int64()
		depth = int(n)
		rows = rows[1:]
	}
	call := dumpCall{Depth: depth}
	for i := range rows {
		call.Rows = append(call.Rows, dumpRow{rows[i].Kind, rows[i].Index})
	}
	v.declare(call)
	return nil
}

// dumpCall is a call of $dumpvars: what it declares, everything when it has no rows.
type dumpCall struct {
	Depth int       `json:"depth"`
	Rows  []dumpRow `json:"rows"`
}

// dumpRow names a scope or a variable by its place in the program.
type dumpRow struct {
	Kind  uint32 `json:"kind"` // program.SiteScope or SiteVar; others are ignored
	Index uint32 `json:"index"`
}

// declare carries out a call of $dumpvars.
func (v *waves) declare(call dumpCall) {
	p := v.s.p
	v.calls = append(v.calls, call)
	if len(call.Rows) == 0 {
		for _, r := range v.roots() {
			v.add(r, call.Depth)
		}
	}
	for _, r := range call.Rows {
		switch {
		case r.Kind == program.SiteScope && int(r.Index) < len(p.Scopes):
			v.within(p.Scopes[r.Index].Parent, func() { v.add(v.tree()[r.Index], call.Depth) })
		case r.Kind == program.SiteVar && int(r.Index) < len(p.Vars):
			row := &p.Vars[r.Index]
			vars := v.tree()[row.Scope].Vars
			if x := v.words[r.Index]; x != nil {
				v.one(row, x)
				continue
			}
			for _, x := range vars {
				if x.Name == p.Strings[row.Name] {
					v.one(row, x)
				}
			}
		}
	}
	v.take()
}

// add declares a scope and those below.
func (v *waves) add(s *wave.Scope, depth int) {
	for _, old := range v.w.AddTree(s, depth) {
		for i, sc := range v.scopes {
			if sc == old {
				v.warn("ignoring signals in previously scanned scope %s.", v.s.p.Strings[v.s.p.Scopes[i].Path])
			}
		}
	}
}

// warn says what is odd about a call of $dumpvars.
func (v *waves) warn(format string, args ...any) {
	if !v.quiet {
		v.s.host.Print("VCD warning: " + fmt.Sprintf(format, args...) + "\n")
	}
}

// one declares a variable that $dumpvars names.
func (v *waves) one(row *program.Var, x *wave.Var) {
	full := v.s.p.Strings[v.s.p.Scopes[row.Scope].Path] + "." + x.Name
	if x.ID != 0 {
		v.warn("skipping signal %s, it was previously included.", full)
		return
	}
	if row.Word && row.Kind != program.VarNet { // of which Icarus Verilog is sure without looking
		v.warn("array word %s will conflict with an escaped identifier.", full)
	}
	v.within(row.Scope, func() { v.w.Add(x) })
}

func (v *waves) setLimit(bytes int64) {
	v.limit = bytes
	if v.w == nil {
		return // for the file that is opened later
	}
	v.w.Limit(bytes, func(int64) {
		v.full = true
		v.s.host.Print(fmt.Sprintf("WARNING: Dump file limit (%d bytes) exceeded.\n", bytes))
	})
}

// waveState is what a snapshot keeps of a dump.
type waveState struct {
	Path   string     `json:"path"`
	Forced bool       `json:"forced"`
	Dumped bool       `json:"dumped"` // $dumpvars was called
	Called uint64     `json:"called"`
	Off    bool       `json:"off"`
	Limit  int64      `json:"limit"`
	Full   bool       `json:"full"`
	Calls  []dumpCall `json:"calls"`
}

func (v *waves) save() waveState {
	return waveState{Path: v.path, Forced: v.forced, Dumped: v.w != nil, Called: v.called, Off: v.off, Limit: v.limit, Full: v.full, Calls: v.calls}
}

// restore goes on with the dump of a snapshot at time now, in a file of its own, which starts with all values: the first part
// may be wanted still. A dump by the option is not the design's affair: it is only continued where the option is given again.
func (v *waves) restore(n *waveState, now uint64) error {
	v.s.arena().Set(program.HdrTraceOn, 0)
	if v.s.opt.VCD != "" {
		return v.openAll(v.s.opt.VCD, now)
	}
	if n.Forced {
		return nil
	}
	v.path = n.Path
	if !n.Dumped {
		return nil
	}
	if n.Full {
		v.started, v.called = true, n.Called
		return nil
	}
	ext := filepath.Ext(v.path)
	v.path = fmt.Sprintf("%s.%d%s", strings.TrimSuffix(v.path, ext), now, ext)
	if err := v.open(now); err != nil {
		return err
	}
	v.called = n.Called
	v.quiet = true
	for _, c := range n.Calls {
		v.declare(c)
	}
	v.quiet = false
	v.begin(now)
	if n.Off {
		v.off = true
		v.w.Off()
	}
	if n.Limit != 0 {
		v.setLimit(n.Limit)
	}
	return nil
}

// within calls f with the scopes from the top down to sc entered.
func (v *waves) within(sc uint32, f func()) {
	var path []*wave.Scope
	for s := sc; s != program.NoSeg; s = v.s.p.Scopes[s].Parent {
		path = append(path, v.tree()[s])
	}
	for i := len(path) - 1; i >= 0; i-- {
		v.w.EnterScope(path[i].Kind, path[i].Name)
	}
	f()
	for range path {
		v.w.LeaveScope()
	}
}

// close ends the dump at time now.
func (v *waves) close(now uint64) error {
	if v.w == nil {
		return nil
	}
	if !v.started {
		v.started = true
		v.w.Start(v.opened, nil)
	}
	return v.w.Close(now)
}
