package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// funcKey names a lowered function: code that runs inside nodes leaves out OpSettle.
type funcKey struct {
	sub    *design.Subroutine
	inNode bool
}

// funcCode is a lowered function.
type funcCode struct {
	code    []program.Instr
	need    needs
	settles bool
	name    uint32
	line    uint32
}

// function gives the index in Funcs of a function that never stops.
func (lw *lowerer) function(s *design.Subroutine, inNode bool) uint32 {
	if i, ok := lw.funcOf[funcKey{s, inNode}]; ok {
		return i
	}
	if inNode {
		plain := lw.function(s, false)
		if !lw.funcs[plain].settles {
			lw.funcOf[funcKey{s, true}] = plain
			return plain
		}
	}
	if lw.doing[s] {
		lw.errorf(s.Pos, "function %s calls itself without a frame", s.Name)
		return 0
	}
	lw.doing[s] = true
	defer delete(lw.doing, s)
	// Callees first: each function's scratch is one run of addresses.
	walkStmts(s.Body, func(t design.Stmt) {
		exprsOf(t, func(e *design.Expr) {
			e.Walk(func(x *design.Expr) bool {
				if x.Op == design.OpCall {
					lw.function(x.Sub, inNode)
				}
				return true
			})
		})
	})
	f := &flow{lw: lw, u: lw.newUnit(unitFunc), desc: lw.str(s.Name)}
	f.u.inNode = inNode
	f.u.top = lw.funcTop
	if s.Scope != nil {
		f.scope = uint32(s.Scope.ID)
	}
	f.at(s.Pos)
	line := f.u.line
	if s.Automatic {
		f.clearLocals(s)
	}
	f.blocks = append(f.blocks, &blockCtx{scope: s.Scope, sub: true})
	f.stmt(s.Body)
	f.u.term(program.Instr{Op: program.OpReturn})
	i := uint32(len(lw.funcs))
	lw.funcs = append(lw.funcs, &funcCode{code: f.u.code, need: f.u.need, settles: f.u.settles, name: lw.str(s.Name), line: line})
	lw.funcOf[funcKey{s, inNode}] = i
	return i
}

// clearLocals sets the automatic variables of s that are no inputs to x (IEEE 1364-2005 10.4.2, 10.2.1).
func (f *flow) clearLocals(s *design.Subroutine) {
	in := map[*design.Signal]bool{}
	for _, p := range s.Ports {
		if p.Dir != design.PortOut {
			in[p.Signal] = true
		}
	}
	locals := s.Locals
	if s.Result != nil && !containsSignal(locals, s.Result) {
		locals = append(append([]*design.Signal(nil), locals...), s.Result)
	}
	for _, p := range s.Ports {
		if p.Dir == design.PortOut && !containsSignal(locals, p.Signal) {
			locals = append(append([]*design.Signal(nil), locals...), p.Signal)
		}
	}
	for _, l := range locals {
		if in[l] {
			continue
		}
		st := f.storage(l)
		v := f.u.constant(f.lw.fill(st.width, logic.LX))
		if st.real {
			v = f.u.real(0)
		}
		if !st.array {
			f.setSignal(l, v)
			continue
		}
		if st.words > unrolled {
			f.clearLong(l, st.words)
			continue
		}
		for k := range st.words {
			f.u.save(st.addr+uint32(k*st.stride()), st.frame, v)
		}
	}
}

// unrolled is how many elements of an automatic array are cleared one by one; longer ones in a loop.
const unrolled = 64

// clearLong sets the elements of an automatic array in a loop.
func (f *flow) clearLong(l *design.Signal, words int) {
	index := f.newSlot(32, false)
	at, num := design.At{Pos: l.Pos}, func(v int) *design.Expr {
		return &design.Expr{Op: design.OpConst, Width: 32, Val: logic.FromUint64(32, uint64(v)), Pos: l.Pos}
	}
	i := slotExpr(index, false, l.Pos)
	set := func(x *design.Expr) design.Stmt {
		return &design.AssignStmt{At: at, LHS: []design.LValue{{Sig: index, Width: 32, Pos: l.Pos}}, RHS: x}
	}
	none := &design.Expr{Op: design.OpConst, Width: l.Width, Real: l.Real, Signed: l.Real, Val: logic.Filled(l.Width, logic.LX), Pos: l.Pos}
	if l.Real || f.lw.opts.TwoState {
		none.Val = logic.New(l.Width)
	}
	f.stmt(&design.For{At: at, Init: set(num(0)), Step: set(&design.Expr{Op: design.OpAdd, Width: 32, Args: []*design.Expr{i, num(1)}, Pos: l.Pos}),
		Cond: &design.Expr{Op: design.OpLt, Width: 1, Args: []*design.Expr{i, num(words)}, Pos: l.Pos},
		Body: &design.AssignStmt{At: at, LHS: []design.LValue{{Sig: l, Word: i, Width: l.Width, Pos: l.Pos}}, RHS: none}})
}

func containsSignal(list []*design.Signal, s *design.Signal) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// call runs a function that never stops and gives its result.
func (f *flow) call(e *design.Expr) val {
	u, s := f.u, e.Sub
	if f.lw.info(s).task {
		f.lw.errorf(e.Pos, "function %s would have to stop here, where nothing can", s.Name)
		return u.constant(logic.New(e.Width))
	}
	ports := inputs(s)
	vals := make([]val, len(ports))
	for i := range ports {
		if i < len(e.Args) {
			vals[i] = u.copied(f.operand(e.Args[i], ports[i].Width))
		}
	}
	for i, p := range ports {
		if i < len(e.Args) {
			f.setSignal(p, vals[i])
		}
	}
	i := f.lw.function(s, u.inNode)
	u.emit(program.Instr{Op: program.OpCall, A: i})
	if int(i) < len(f.lw.funcs) {
		u.settles = u.settles || f.lw.funcs[i].settles
		u.take(f.lw.funcs[i].need)
	}
	st := f.storage(s.Result)
	return u.resize(u.copied(u.load(st.addr, st.width, st.frame)), e.Width, s.Result.Signed)
}

// inputs lists the input ports of s.
func inputs(s *design.Subroutine) []*design.Signal {
	var list []*design.Signal
	for _, p := range s.Ports {
		list = append(list, p.Signal)
	}
	return list
}

// value evaluates e in a statement: what stops in it is run first.
func (f *flow) value(e *design.Expr) val { return f.plain(f.hoist(e)) }

// plain evaluates a hoisted expression; wide values are copied when a function in it may change them.
func (f *flow) plain(e *design.Expr) val {
	old := f.volatile
	f.volatile = old || e.Width > 64 && hasExpr(e, func(x *design.Expr) bool { return x.Op == design.OpCall })
	v := f.expr(e)
	f.volatile = old
	return v
}

// test evaluates a condition in a statement.
func (f *flow) test(e *design.Expr) val { return f.condition(f.hoist(e)) }

// hoist runs the calls in e that stop, in order of evaluation, and gives e with hidden variables in their places.
func (f *flow) hoist(e *design.Expr) *design.Expr {
	if e == nil || !f.lw.stopsExpr(e) {
		return e
	}
	if !f.segs {
		f.lw.errorf(e.Pos, "this expression would have to stop here, where nothing can")
		return &design.Expr{Op: design.OpConst, Width: e.Width, Real: e.Real, Val: logic.New(e.Width), Pos: e.Pos}
	}
	switch e.Op {
	case design.OpCond:
		if f.lw.stopsExpr(e.Args[1]) || f.lw.stopsExpr(e.Args[2]) {
			return f.hoistCond(e)
		}
	case design.OpCall:
		args := f.hoistAll(e.Args)
		if f.lw.info(e.Sub).task {
			return f.callResult(e, args)
		}
		c := *e
		c.Args = args
		return &c
	case design.OpSys:
		return f.hostFunc(e)
	case design.OpPow, design.OpMod:
		if e.Real {
			name := "$pow"
			if e.Op == design.OpMod {
				name = "$fmod"
			}
			c := &design.Expr{Op: design.OpSys, Sys: name, Width: 64, Real: true, Pos: e.Pos}
			for _, a := range e.Args {
				c.SysArgs = append(c.SysArgs, design.SysArg{Kind: design.ArgExpr, Value: a, Pos: a.Pos})
			}
			return f.hostFunc(c)
		}
	}
	c := *e
	c.Args = f.hoistAll(e.Args)
	return &c
}

func (f *flow) hoistAll(args []*design.Expr) []*design.Expr {
	out := make([]*design.Expr, len(args))
	for i, a := range args {
		out[i] = f.before(f.hoist(a), args[i+1:])
	}
	return out
}

// before is e, an operand that the rest follows: where something of the rest stops and e would not be the same behind it, its value is
// taken now, as operands are evaluated in order.
func (f *flow) before(e *design.Expr, rest []*design.Expr) *design.Expr {
	if e == nil || e.Op == design.OpConst {
		return e
	}
	stops, calls := false, false
	for _, r := range rest {
		if f.lw.stopsExpr(r) {
			stops = true
			calls = calls || hasExpr(r, func(x *design.Expr) bool {
				return x.Op == design.OpCall || x.Op == design.OpSys && hasTarget(x.SysArgs)
			})
		}
	}
	if !stops || !f.lw.effects(e) && !(calls && readsStatic(e)) {
		return e
	}
	keep := f.newSlot(max(e.Width, 1), e.Real)
	f.u.set(keep, f.u.resize(f.plain(e), keep.Width, e.Signed))
	return slotExpr(keep, e.Signed, e.Pos)
}

// hasTarget tells whether a call writes one of its arguments.
func hasTarget(args []design.SysArg) bool {
	for i := range args {
		if args[i].Target != nil || args[i].Array != nil {
			return true
		}
	}
	return false
}

// readsStatic tells whether e reads what a function could write.
func readsStatic(e *design.Expr) bool {
	return hasExpr(e, func(x *design.Expr) bool {
		return (x.Op == design.OpSignal || x.Op == design.OpWord) && x.Sig.Frame == nil && !x.Sig.Hidden && x.Sig.ID >= 0
	})
}

// hoistCond turns ?: whose arms stop into branches: only the arms that the condition asks for are evaluated.
func (f *flow) hoistCond(e *design.Expr) *design.Expr {
	c := f.newSlot(1, false)
	a, b := f.newSlot(e.Width, e.Real), f.newSlot(e.Width, e.Real)
	f.u.set(c, f.truth(f.hoist(e.Args[0])))
	first, second, end := f.lw.label(), f.lw.label(), f.lw.label()
	test := func(bit logic.Bit, skip, run int) {
		eq := f.u.bin(program.OpCaseEq, 1, 1, 0, f.u.get(c), f.u.bit(bit))
		f.u.term(program.Instr{Op: program.OpGotoIf, W: 1, A: uint32(skip), B: eq.t, C: uint32(run)})
	}
	test(logic.L0, second, first)
	f.place(first)
	v := f.plain(f.hoist(e.Args[1]))
	f.u.set(a, f.u.resize(v, e.Width, e.Args[1].Signed))
	f.place(second)
	third := f.lw.label()
	test(logic.L1, end, third)
	f.place(third)
	v = f.plain(f.hoist(e.Args[2]))
	f.u.set(b, f.u.resize(v, e.Width, e.Args[2].Signed))
	f.place(end)
	return &design.Expr{Op: design.OpCond, Width: e.Width, Signed: e.Signed, Real: e.Real, Pos: e.Pos,
		Args: []*design.Expr{slotExpr(c, false, e.Pos), slotExpr(a, e.Signed, e.Pos), slotExpr(b, e.Signed, e.Pos)}}
}

// hoistTargets runs what stops in the indices of assignment targets.
func (f *flow) hoistTargets(list []design.LValue) []design.LValue {
	stops := false
	for i := range list {
		stops = stops || f.lw.stopsExpr(list[i].Word) || f.lw.stopsExpr(list[i].OffExpr)
	}
	if !stops {
		return list
	}
	out := append([]design.LValue(nil), list...)
	for i := range out {
		out[i].Word = f.hoist(out[i].Word)
		out[i].OffExpr = f.hoist(out[i].OffExpr)
	}
	return out
}

// sysFunc is a system function that the kernel computes.
func (f *flow) sysFunc(e *design.Expr) val {
	u := f.u
	arg := func(i int) *design.Expr {
		if i < len(e.SysArgs) && e.SysArgs[i].Value != nil {
			return e.SysArgs[i].Value
		}
		if i < len(e.Args) {
			return e.Args[i]
		}
		return &design.Expr{Op: design.OpConst, Width: e.Width, Val: logic.New(e.Width), Pos: e.Pos}
	}
	switch e.Sys {
	case "$time", "$stime", "$simtime":
		t := u.un(program.OpTime, 64, 0, 0, none)
		if e.Sys != "$simtime" {
			t = f.scaled(t, e.Scope)
		}
		return u.resize(t, e.Width, false)
	case "$realtime":
		t := u.un(program.OpTime, 64, 0, 0, none)
		r := u.un(program.OpIntToReal, 64, 64, 0, t)
		if n := f.unitTicks(e.Scope); n > 1 {
			r = u.bin(program.OpFDiv, 64, 0, program.FlagReal, r, u.real(float64(n)))
		}
		return r
	case "$signed", "$unsigned":
		a := arg(0)
		return u.resize(f.expr(a), e.Width, a.Signed)
	case "$rtoi":
		a := arg(0)
		if !a.Real {
			return u.resize(f.expr(a), e.Width, a.Signed)
		}
		return u.un(program.OpRealTrunc, e.Width, 64, 0, f.expr(a))
	case "$itor":
		a := arg(0)
		if a.Real {
			return f.expr(a)
		}
		v := f.expr(a)
		return u.un(program.OpIntToReal, 64, v.w, signFlag(a.Signed), v)
	case "$realtobits", "$bitstoreal":
		a := arg(0)
		return u.resize(f.expr(a), 64, a.Signed)
	case "$random", "$urandom":
		return f.random(e)
	}
	f.lw.errorf(e.Pos, "%s needs the host, which cannot be asked here", e.Sys)
	return u.constant(logic.New(e.Width))
}

// unitTicks is the number of ticks in the time unit of a scope.
func (f *flow) unitTicks(s *design.Scope) uint64 {
	n := uint64(1)
	if s == nil {
		return n
	}
	for e := s.UnitExp; e > f.lw.d.TickExp; e-- {
		n *= 10
	}
	return n
}

// scaled is ticks in units of s, rounded half up.
func (f *flow) scaled(t val, s *design.Scope) val {
	u := f.u
	n := f.unitTicks(s)
	if n <= 1 {
		return t
	}
	t = u.bin(program.OpAdd, 64, 0, 0, t, u.num(64, n/2))
	return u.bin(program.OpDiv, 64, 0, 0, t, u.num(64, n))
}

// random draws a number; with a seed variable, the variable gets the new seed.
func (f *flow) random(e *design.Expr) val {
	u := f.u
	kind := uint32(0)
	if e.Sys == "$urandom" {
		kind = 1
	}
	seed := none
	var lv *design.LValue
	if len(e.SysArgs) > 0 && e.SysArgs[0].Value != nil {
		a := e.SysArgs[0]
		seed = u.resize(f.expr(a.Value), 32, a.Value.Signed)
		lv = a.Target
	}
	d := u.temp(64)
	u.emit(program.Instr{Op: program.OpRandom, W: 64, D: d.t, A: seed.t, C: kind})
	if lv != nil {
		t := f.target(lv)
		f.write(&t, u.resize(u.part(d, 32, 32), lv.Width, true))
	}
	return u.resize(u.part(d, 0, 32), e.Width, e.Signed)
}

// hostFunc asks the host for the value of a system function.
func (f *flow) hostFunc(e *design.Expr) *design.Expr {
	f.at(e.Pos)
	return f.service(e.Sys, e.SysArgs, e.Scope, e.Pos, e)
}

// posOf is a position for errors about an argument.
func posOf(a *design.SysArg, def design.Pos) design.Pos {
	if a.Pos.IsValid() {
		return a.Pos
	}
	return def
}
