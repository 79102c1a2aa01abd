package refsim

import (
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
	"github.com/gpga/gpga/runtime/host"
)

// caller describes the call of a system task or function to the host.
func (s *sim) caller(name string, sc *design.Scope, pos source.Pos) host.Caller {
	p := s.d.Files.Position(pos)
	c := host.Caller{Name: name, File: p.Filename, Line: p.Line, Now: s.now(), Precision: s.d.TickExp, Unit: s.d.TickExp}
	if sc != nil {
		c.Scope, c.Unit, c.Precision = sc.Path, sc.UnitExp, sc.PrecExp
		m := sc
		for m.Kind != design.ScopeModule && m.Parent != nil {
			m = m.Parent
		}
		c.Module = m.Path
	}
	return c
}

// args evaluates the arguments of a system task or function.
func (t *thread) args(list []design.SysArg) []host.Arg {
	out := make([]host.Arg, len(list))
	strength := false
	for i := range list {
		if v := list[i].Value; v == nil || !v.Named() {
			out[i] = t.arg(&list[i])
		}
	}
	for i := range list { // what has a name is read when the task runs, as in Icarus Verilog
		if v := list[i].Value; v != nil && v.Named() {
			out[i] = t.arg(&list[i])
		}
		if out[i].Kind == host.ArgString && strings.Contains(out[i].Str, "%") && strings.ContainsAny(out[i].Str, "vV") {
			strength = true
		}
	}
	if strength {
		for i := range list {
			if out[i].Kind == host.ArgVec {
				out[i].Strength = t.strengths(list[i].Value)
			}
		}
	}
	return out
}

func (t *thread) arg(a *design.SysArg) host.Arg {
	switch a.Kind {
	case design.ArgExpr, design.ArgTarget:
		v := t.valueArg(a.Value)
		if a.Kind == design.ArgExpr && v.Kind != host.ArgString {
			v.Type = a.VPIType()
		}
		return v
	case design.ArgArray:
		return host.Mem(t.memory(a.Array))
	case design.ArgScope:
		return host.Arg{Kind: host.ArgEmpty, NetName: a.Scope.Path}
	case design.ArgEvent:
		return host.Arg{Kind: host.ArgEmpty, NetName: a.Event.Name}
	}
	return host.Arg{Kind: host.ArgEmpty}
}

func (t *thread) valueArg(e *design.Expr) host.Arg {
	switch {
	case e.Op == design.OpConst && e.Str:
		return host.Str(e.Text)
	case e.Op == design.OpSys && isTime(e.Sys):
		return t.sysFunc(e)
	case e.Real && e.Op == design.OpConst:
		return host.Arg{Kind: host.ArgReal, Real: e.ConstReal(true), NetName: e.Name}
	case e.Real:
		return host.Arg{Kind: host.ArgReal, Real: t.evalReal(e), NetName: e.Name}
	}
	return host.Arg{Kind: host.ArgVec, Vec: t.eval(e), Signed: e.Signed, Const: e.Op == design.OpConst, NetName: e.Name}
}

func isTime(name string) bool {
	switch name {
	case "$time", "$stime", "$simtime", "$realtime":
		return true
	}
	return false
}

// memory shows an array to the host under its declared addresses.
func (t *thread) memory(sig *design.Signal) *host.Memory {
	m := &host.Memory{Name: sig.Name, Left: 0, Right: max(sig.Words, 1) - 1, Width: sig.Width}
	low := 0
	if len(sig.Dims) == 1 {
		m.Left, m.Right = sig.Dims[0].Left, sig.Dims[0].Right
		low = min(m.Left, m.Right)
	}
	words := t.words(sig)
	m.Word = func(addr int) logic.Vec {
		if i := addr - low; i >= 0 && i < len(words) {
			return words[i]
		}
		return logic.Filled(sig.Width, logic.LX)
	}
	return m
}

// strengths gives the strengths of a net, or of constant selects of one, for %v; nil where values tell all.
func (t *thread) strengths(e *design.Expr) []host.Strength {
	off, width := 0, e.Width
	for e.Op == design.OpPart || e.Op == design.OpSigned {
		off += e.Off
		e = e.Args[0]
	}
	if e.Op != design.OpSignal || e.Real || e.Sig.Frame != nil {
		return nil
	}
	out := make([]host.Strength, width)
	for i := range out {
		sp := t.s.strengthOf(e.Sig, off+i)
		out[i] = host.Strength{Lo: sp.lo, Hi: sp.hi}
	}
	return out
}

// finish takes over what a call of the host asks for. It is false when the calling thread stops here.
func (t *thread) finish(c host.Caller, r host.Result, list []design.SysArg) bool {
	s := t.s
	for _, w := range r.Writes {
		if w.Arg >= len(list) {
			continue
		}
		t.hostWrite(&list[w.Arg], w)
	}
	if r.ExitCode != 0 {
		s.exit = r.ExitCode
	}
	if r.Stop {
		s.stopped = true
	}
	if r.Finish {
		s.finished = true
	}
	return !s.finished && !s.stopped
}

// hostWrite stores one value that the host gives back, on the same path as any other write.
func (t *thread) hostWrite(a *design.SysArg, w host.Write) {
	v := w.Value.Vec
	if w.Value.Kind == host.ArgReal {
		v = realBits(w.Value.Real)
	}
	switch {
	case a.Kind == design.ArgArray:
		i := w.Index
		if len(a.Array.Dims) == 1 {
			i -= min(a.Array.Dims[0].Left, a.Array.Dims[0].Right)
		}
		if i >= 0 && i < max(a.Array.Words, 1) {
			r := ref{sig: a.Array, word: i, width: a.Array.Width, ok: true}
			if a.Array.Frame != nil {
				r.frame = t.frame
			}
			t.s.write(r, v)
		}
	case a.Target != nil:
		t.assign([]design.LValue{*a.Target}, v)
	}
}

// sysFunc calls a system function; the value has e's width, or is a real.
func (t *thread) sysFunc(e *design.Expr) host.Arg {
	c := t.s.caller(e.Sys, e.Scope, e.Pos)
	args := t.args(e.SysArgs)
	if e.Sys == "$countdrivers" {
		args[0] = host.Vec(t.s.driversOf(e.SysArgs[0].Value))
	}
	r := t.s.host.Call(c, args)
	if !t.finish(c, r, e.SysArgs) && !isTime(e.Sys) {
		t.dead = true
	}
	v := r.Value
	switch {
	case e.Real:
		if v.Kind != host.ArgReal && v.Kind != host.ArgRealtime {
			v = host.Real(logic.ToReal(v.Vec, v.Signed))
		}
	case v.Kind == host.ArgReal || v.Kind == host.ArgRealtime:
		v = host.Vec(logic.FromReal(e.Width, v.Real))
	case v.Vec.Width == 0:
		v = host.Vec(logic.Filled(e.Width, logic.LX))
	default:
		v.Vec = logic.Extend(v.Vec, e.Width, v.Signed)
	}
	return v
}

// driversOf gives what $countdrivers counts of a bit of a net: whether it is forced, and what each driver gives.
func (s *sim) driversOf(e *design.Expr) logic.Vec {
	sig, bit, ok := e.NetBit()
	if !ok {
		return logic.New(1)
	}
	st := &s.sigs[sig.ID]
	bits := []logic.Bit{logic.FromBool(st.forced.Width > 0 && st.forced.Bit(bit) == logic.L1)}
	for _, d := range st.drivers {
		if d.live && bit >= d.off && bit < d.off+d.val.Width {
			bits = append(bits, d.val.Bit(bit-d.off))
		}
	}
	v := logic.New(len(bits))
	for i, b := range bits {
		v = v.WithBit(i, b)
	}
	return v
}

// sysTask runs a system task. It is false when the thread stops here.
func (t *thread) sysTask(st *design.SysTask) bool {
	s := t.s
	switch name := strings.TrimRight(st.Name, "bho"); {
	case name == "$strobe" || name == "$fstrobe":
		now, late := st.Descriptor()
		if now != nil {
			s.host.Call(s.caller(now.Name, now.Scope, now.Pos), t.args(now.Args))
		}
		fr := t.frame
		s.cur.postponed.add(func() { s.late(fr, late) })
	case name == "$monitor":
		s.startMonitor(st, t.frame)
	case name == "$fmonitor" || st.Name == "$dumpports":
		m := &monitor{st: st, frame: t.frame}
		s.watchMonitor(m)
		s.markMonitor(m)
	case st.Name == "$monitoron":
		s.monitorOff = false
		if s.monitor != nil {
			s.markMonitor(s.monitor)
		}
	case st.Name == "$monitoroff":
		s.monitorOff = true
	case strings.HasPrefix(st.Name, "$dump") && !strings.HasPrefix(st.Name, "$dumpports"):
		t.dump(st)
	default:
		sc := st.Scope
		if st.Name == "$printtimescale" && len(st.Args) > 0 && st.Args[0].Scope != nil {
			sc = st.Args[0].Scope
		}
		c := s.caller(st.Name, sc, st.Pos)
		args := t.args(st.Args)
		if st.Name == "$countdrivers" {
			args[0] = host.Vec(s.driversOf(st.Args[0].Value))
		}
		if t.dead {
			return false
		}
		r := s.host.Call(c, args)
		t.finish(c, r, st.Args)
		if s.stopped && !s.finished {
			// vvp puts the thread back in the queue; the simulation ends before it runs.
			return false
		}
	}
	if s.finished || s.stopped {
		t.dead = true
	}
	return !t.dead && s.err == nil
}

// late prints a $strobe or $monitor with the values of now, the end of the time step.
func (s *sim) late(fr *frame, st *design.SysTask) {
	saved := s.root.frame
	s.root.frame = fr
	args := s.root.args(st.Args)
	s.root.frame = saved
	s.host.Call(s.caller(st.Name, st.Scope, st.Pos), args)
}

// monitor is a $monitor in force.
type monitor struct {
	st      *design.SysTask
	frame   *frame
	pending bool // prints at the end of this time step
	watches []monitorWatch
}

type monitorWatch struct {
	sig *design.Signal
	w   *watch
}

// startMonitor replaces the monitor, and prints once at the end of the time step (IEEE 1364-2005 17.1.3).
func (s *sim) startMonitor(st *design.SysTask, fr *frame) {
	old := s.monitor
	m := &monitor{st: st, frame: fr}
	if old != nil {
		for _, mw := range old.watches {
			list := s.sigs[mw.sig.ID].watches
			for i, x := range list {
				if x == mw.w {
					s.sigs[mw.sig.ID].watches = append(list[:i:i], list[i+1:]...)
					break
				}
			}
		}
	}
	s.monitor = m
	s.watchMonitor(m)
	s.markMonitor(m)
}

// watchMonitor hangs m on the nets, variables, constant selects and words among its arguments. As in Icarus Verilog, changes of
// other expressions alone print nothing.
func (s *sim) watchMonitor(m *monitor) {
	for i := range m.st.Args {
		e := m.st.Args[i].Value
		if e == nil || m.st.Args[i].Kind == design.ArgNull {
			continue
		}
		w := &watch{word: -1}
		for e.Op == design.OpSigned {
			e = e.Args[0]
		}
		if e.Op == design.OpPart {
			w.off, w.width = e.Off, e.Width
			e = e.Args[0]
		}
		switch {
		case e.Op == design.OpSignal && e.Sig.Frame == nil:
		case e.Op == design.OpWord && e.Args[0].Op == design.OpConst:
			n, known := e.Args[0].Val.Uint64()
			if !known || n >= uint64(e.Sig.Words) {
				continue
			}
			w.word = int(n)
		default:
			continue
		}
		w.mark = func() { s.markMonitor(m) }
		s.sigs[e.Sig.ID].watches = append(s.sigs[e.Sig.ID].watches, w)
		if m.st.Name == "$dumpports" {
			s.sigs[e.Sig.ID].stronger = append(s.sigs[e.Sig.ID].stronger, w)
		}
		m.watches = append(m.watches, monitorWatch{e.Sig, w})
	}
}

// markMonitor makes m print at the end of this time step, once.
func (s *sim) markMonitor(m *monitor) {
	if m.pending || s.monitorOff && m == s.monitor {
		return
	}
	m.pending = true
	s.cur.postponed.add(func() {
		m.pending = false
		if m == s.monitor || !strings.HasPrefix(m.st.Name, "$monitor") {
			s.late(m.frame, m.st)
		}
	})
}
