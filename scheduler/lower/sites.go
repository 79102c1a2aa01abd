package lower

import (
	"math"
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// siteTarget is something that the host writes, through a reply slot.
type siteTarget struct {
	lv   *design.LValue
	slot *design.Signal
}

// siteCall is a site with what its record and its reply take.
type siteCall struct {
	site    uint32
	targets []siteTarget
	arrays  []*design.Signal
	reply   *design.Signal
}

// record evaluates the arguments of a system task or function and writes its record. result is the call as an
// expression when a value is asked for.
func (f *flow) record(name string, args []design.SysArg, scope *design.Scope, pos design.Pos, waits bool, result *design.Expr) siteCall {
	lw, u := f.lw, f.u
	c := siteCall{site: uint32(len(lw.p.Sites))}
	site := program.Site{Name: lw.str(name), Line: lw.line(pos), Scope: f.scope, Waits: waits}
	if scope != nil {
		site.Scope = uint32(scope.ID)
	}
	f.strengths = printsStrength(args)
	volatile := f.volatile
	for _, a := range args {
		if a.Value != nil && lw.effects(a.Value) {
			f.volatile = true
		}
	}
	var rows []program.SiteArg
	var vals []val
	words := 0
	value := func(v val) {
		vals = append(vals, v)
		words += 2 * logic.Words(v.w)
	}
	for i := range args {
		a := &args[i]
		row := program.SiteArg{Kind: program.SiteNull}
		switch a.Kind {
		case design.ArgExpr:
			if name == "$countdrivers" {
				v := f.driverBits(a.Value)
				row = program.SiteArg{Kind: program.SiteVec, Width: uint32(v.w)}
				value(v)
				break
			}
			row = f.exprArg(a, value)
		case design.ArgTarget:
			if a.Target == nil {
				break
			}
			t := siteTarget{lv: a.Target, slot: lw.slot(nil, a.Target.Width, a.Target.Sig.Real)}
			row = program.SiteArg{Kind: program.SiteTarget, Width: uint32(a.Target.Width), Real: a.Target.Sig.Real, Signed: a.Target.Sig.Signed,
				Slot: lw.stor[t.slot].addr}
			if a.Value != nil {
				v := u.resize(f.expr(a.Value), a.Target.Width, a.Value.Signed)
				u.set(t.slot, v)
				value(v)
			} else {
				value(u.constant(logic.New(a.Target.Width)))
			}
			c.targets = append(c.targets, t)
		case design.ArgArray:
			st := lw.stor[a.Array]
			if st.index < 0 {
				lw.errorf(posOf(a, pos), "%s takes an automatic array in a statement of its own only", name)
				break
			}
			row = program.SiteArg{Kind: program.SiteArray, Index: uint32(st.index), Width: uint32(st.width), Signed: a.Array.Signed, Real: st.real, Str: lw.str(a.Array.Name)}
			c.arrays = append(c.arrays, a.Array)
			if name == "$dumpvars" && a.Decl != nil {
				row = program.SiteArg{Kind: program.SiteVar, Index: lw.varIndex(a.Decl)}
			}
		case design.ArgScope:
			if a.Scope != nil {
				row = program.SiteArg{Kind: program.SiteScope, Index: uint32(a.Scope.ID), Str: lw.str(a.Scope.Path)}
			}
		case design.ArgEvent:
			row = program.SiteArg{Kind: program.SiteEventArg}
			if a.Event != nil {
				row.Str = lw.str(a.Event.Name)
				row.Index = lw.events[a.Event.ID]
			}
		}
		if a.Kind == design.ArgExpr && a.Decl != nil && name == "$dumpvars" { // its other kin want values
			row = program.SiteArg{Kind: program.SiteVar, Index: lw.varIndex(a.Decl)}
			if n := len(vals); n > 0 {
				words -= 2 * logic.Words(vals[n-1].w)
				vals = vals[:n-1]
			}
		}
		rows = append(rows, row)
	}
	f.volatile, f.strengths = volatile, false
	if result != nil {
		c.reply = lw.slot(nil, result.Width, result.Real)
		site.Reply, site.ReplyWidth, site.ReplyReal = lw.stor[c.reply].addr, uint32(result.Width), result.Real
	}
	site.Arg, site.NumArg = uint32(len(lw.p.SiteArgs)), uint32(len(rows))
	lw.p.SiteArgs = append(lw.p.SiteArgs, rows...)
	lw.p.Sites = append(lw.p.Sites, site)
	c.site = uint32(len(lw.p.Sites) - 1)
	u.emit(program.Instr{Op: program.OpSvc, A: c.site, W: uint32(words)})
	for _, v := range vals {
		u.emit(program.Instr{Op: program.OpSvcArg, Flags: flags(v, none, none), W: uint32(v.w), A: v.t})
	}
	u.emit(program.Instr{Op: program.OpSvcEnd})
	u.take(needs{svc: program.RecHeader + words})
	return c
}

// exprArg is the row of an argument that is a value; value takes the operand for the record.
func (f *flow) exprArg(a *design.SysArg, value func(val)) program.SiteArg {
	e := a.Value
	if e == nil {
		return program.SiteArg{Kind: program.SiteNull}
	}
	if e.Op == design.OpConst && e.Str {
		return program.SiteArg{Kind: program.SiteString, Width: uint32(e.Width), Str: f.lw.str(e.Text)}
	}
	row := program.SiteArg{Kind: program.SiteVec, Width: uint32(e.Width), Signed: e.Signed, Real: e.Real}
	if e.Real {
		row.Kind = program.SiteReal
		row.Width = 64
	}
	if e.Name != "" {
		row.Str = f.lw.str(e.Name)
	}
	row.Type = f.lw.str(a.VPIType())
	row.Time = isTime(e)
	row.Const = e.Op == design.OpConst
	if e.Real && row.Const {
		value(f.u.constant(logic.FromUint64(64, math.Float64bits(e.ConstReal(true)))))
		return row
	}
	value(f.plain(e))
	if f.strengths && !e.Real {
		f.strengthArg(e, &row, value)
	}
	return row
}

// strengthArg puts the strengths of a net into the record, behind the value, when e is the net or a constant select of it.
func (f *flow) strengthArg(e *design.Expr, row *program.SiteArg, value func(val)) {
	off := 0
	for e.Op == design.OpPart || e.Op == design.OpSigned {
		off += e.Off
		e = e.Args[0]
	}
	if e.Op != design.OpSignal {
		return
	}
	n, ok := f.lw.nets[f.lw.canon(e.Sig)]
	if !ok || !f.lw.p.Nets[n].Strong || off < 0 || off+int(row.Width) > e.Sig.Width {
		return
	}
	row.Net, row.Off = n+1, uint32(off)
	value(val{t: f.lw.p.Nets[n].Strength, w: 16 * int(program.StrengthWords(uint32(e.Sig.Width)))})
}

// driverBits is what $countdrivers counts of a bit of a net: whether it is forced, then what each driver gives.
func (f *flow) driverBits(e *design.Expr) val {
	u, lw := f.u, f.lw
	sig, bit, ok := e.NetBit()
	if !ok {
		return u.bit(logic.L0)
	}
	sig = lw.canon(sig)
	st := lw.stor[sig]
	forced := u.bit(logic.L0)
	if g := &lw.p.Signals[st.index]; g.Flags&program.SigForced != 0 {
		// A word of the mask's plane is read as val, whatever follows as xz: 1 and x are a mask of 1.
		mask := u.part(u.load(g.Force+uint32(2*logic.Words(st.width)+bit/32), 32, false), bit%32, 1)
		none := u.bin(program.OpCaseEq, 1, 1, 0, mask, u.bit(logic.L0))
		if !lw.opts.TwoState {
			none = u.bin(program.OpLogOr, 1, 1, 0, none, u.bin(program.OpCaseEq, 1, 1, 0, mask, u.bit(logic.LZ)))
		}
		forced = u.un(program.OpLogNot, 1, 1, 0, none)
	}
	list := []val{forced}
	if n, ok := lw.nets[sig]; ok {
		net := &lw.p.Nets[n]
		for i := range net.NumDriver {
			d := &lw.p.Drivers[net.Driver+i]
			list = append([]val{u.part(u.load(d.Slot, st.width, false), bit, 1)}, list...)
		}
	}
	return u.concat(list)
}

// printsStrength tells whether some format may have a %v.
func printsStrength(args []design.SysArg) bool {
	for i := range args {
		if v := args[i].Value; v != nil && v.Str && strings.Contains(v.Text, "%") && strings.ContainsAny(v.Text, "vV") {
			return true
		}
	}
	return false
}

// isTime tells that e is a direct call of a time function.
func isTime(e *design.Expr) bool {
	return e.Op == design.OpSys && (e.Sys == "$time" || e.Sys == "$stime" || e.Sys == "$realtime" || e.Sys == "$simtime")
}

// hoistArgs runs what stops in the arguments.
func (f *flow) hoistArgs(args []design.SysArg) []design.SysArg {
	out := append([]design.SysArg(nil), args...)
	for i := range out {
		if out[i].Value != nil && f.lw.stopsExpr(out[i].Value) {
			out[i].Value = f.hoist(out[i].Value)
		}
		// As in Icarus Verilog, what is a name or a constant select is read when the task runs, all else in order.
		if v := out[i].Value; v != nil && out[i].Target == nil && !v.Named() {
			var rest []*design.Expr
			for k := i + 1; k < len(args); k++ {
				if args[k].Value != nil {
					rest = append(rest, args[k].Value)
				}
			}
			if kept := f.before(v, rest); kept != v {
				c := *kept
				c.Name = v.Name
				out[i].Value = &c
			}
		}
		if out[i].Target != nil {
			out[i].Target = &f.hoistTargets([]design.LValue{*out[i].Target})[0]
		}
	}
	return out
}

// service calls the host and waits for its reply; the result is an expression over the reply, nil when none is asked for.
func (f *flow) service(name string, args []design.SysArg, scope *design.Scope, pos design.Pos, result *design.Expr) *design.Expr {
	if !f.segs {
		f.lw.errorf(pos, "%s needs the host, which cannot be asked here", name)
		return result
	}
	args = f.hoistArgs(args)
	c := f.record(name, args, scope, pos, true, result)
	l := f.lw.label()
	f.u.term(program.Instr{Op: program.OpReply, A: uint32(l)})
	f.place(l)
	count := strings.HasSuffix(name, "scanf")
	for i, t := range c.targets {
		store := func() { f.assignAll([]design.LValue{*t.lv}, f.u.get(t.slot)) }
		if count && c.reply != nil && !result.Real {
			// Only what was converted is stored; -1 is end of file.
			w := result.Width
			more := f.u.bin(program.OpLt, 1, w, program.FlagSigned, f.u.num(w, uint64(i)), f.u.get(c.reply))
			f.u.ifThen(more, store, nil)
			continue
		}
		store()
	}
	if len(c.arrays) > 0 && !strings.HasPrefix(name, "$writemem") {
		for _, a := range c.arrays {
			st := f.lw.stor[a]
			f.u.emit(program.Instr{Op: program.OpPublish, A: uint32(st.index)})
			if st.now {
				f.u.settle()
			}
		}
	}
	if result == nil {
		return nil
	}
	out := c.reply
	if f.task != nil {
		out = f.newSlot(result.Width, result.Real)
		f.u.set(out, f.u.get(c.reply))
	}
	return slotExpr(out, result.Signed, pos)
}

// sysTask lowers a system task statement.
func (f *flow) sysTask(s *design.SysTask) {
	lw := f.lw
	switch lw.sysFuncKind(s.Name) {
	case sysPure:
		return
	case sysRandom:
		f.random(&design.Expr{Op: design.OpSys, Sys: s.Name, Width: 32, Signed: true, SysArgs: f.hoistArgs(s.Args), Scope: s.Scope, Pos: s.Pos})
		return
	}
	switch sysTaskKind(s.Name) {
	case taskRecord:
		f.record(s.Name, f.hoistArgs(s.Args), s.Scope, s.Pos, false, nil)
	case taskWait:
		f.service(s.Name, s.Args, s.Scope, s.Pos, nil)
	case taskFinish:
		f.record(s.Name, f.hoistArgs(s.Args), s.Scope, s.Pos, false, nil)
		kind := uint32(1)
		if s.Name == "$stop" {
			kind = 2
		}
		l := lw.label()
		f.u.term(program.Instr{Op: program.OpFinish, A: uint32(l), C: kind})
		if f.segs {
			f.place(l)
		}
	case taskOnOff:
		on := uint32(0)
		if s.Name == "$monitoron" {
			on = 1
		}
		f.u.emit(program.Instr{Op: program.OpMonitor, A: program.NoSeg, C: on})
	case taskMonitor:
		if m := lw.files[s]; m != nil {
			f.u.save(m.active, false, f.u.bit(logic.L1))
			f.printLater(m)
			lw.printed(s, m)
			return
		}
		f.u.emit(program.Instr{Op: program.OpMonitor, A: uint32(lw.monitors[s]), C: 1})
		f.u.take(needs{strobe: 2})
		lw.printed(s, nil)
	case taskStrobe:
		now, s := s.Descriptor()
		if now != nil {
			f.record(now.Name, f.hoistArgs(now.Args), now.Scope, now.Pos, false, nil)
		}
		l := lw.label()
		f.u.emit(program.Instr{Op: program.OpStrobe, A: uint32(l)})
		f.u.take(needs{strobe: 2})
		lw.later = append(lw.later, func() { lw.postponed(l, s, f.task, nil) })
	}
}

// printed sees to it that the segment of a monitor is made, once.
func (lw *lowerer) printed(s *design.SysTask, m *fileMonitor) {
	if !lw.monDone[s] {
		lw.monDone[s] = true
		lw.later = append(lw.later, func() { lw.postponed(lw.monitors[s], s, nil, m) })
	}
}

// postponed makes the segment of a $strobe or $monitor at label l: it evaluates the arguments when it runs.
func (lw *lowerer) postponed(l int, s *design.SysTask, task *taskInfo, m *fileMonitor) {
	at := lw.pieceOf(unitProc, s.Name, s.Scope, s.Pos, task, func(f *flow) {
		for i := range s.Args {
			if v := s.Args[i].Value; v != nil && lw.stopsExpr(v) {
				lw.errorf(posOf(&s.Args[i], s.Pos), "%s has an argument with a variable of an automatic task under a function of the host: evaluate it before", s.Name)
				return
			}
		}
		if m != nil {
			f.u.save(m.pending, false, f.u.bit(logic.L0))
		}
		f.record(s.Name, s.Args, s.Scope, s.Pos, false, nil)
	})
	lw.labels[l] = lw.labels[at]
}
