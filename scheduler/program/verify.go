package program

import "fmt"

// Verify checks what codegen and the engines rely on: indices in range, temps defined before they are used with fitting
// widths, structured code properly nested, and a terminator at the end of every path of a segment. It never panics,
// whatever p holds.
func Verify(p *Program) error {
	v := &verifier{p: p}
	if err := v.tables(); err != nil {
		return err
	}
	if err := v.addresses(); err != nil {
		return err
	}
	for i := range p.Segs {
		s := &p.Segs[i]
		if err := v.code(s.First, s.Num, false); err != nil {
			return fmt.Errorf("segment %d: %w", i, err)
		}
	}
	for i := range p.Funcs {
		f := &p.Funcs[i]
		if err := v.code(f.First, f.Num, true); err != nil {
			return fmt.Errorf("func %d: %w", i, err)
		}
	}
	return v.calls()
}

type verifier struct {
	p *Program
	// of the piece under way
	code_ []Instr
	defs  map[uint32]uint32 // temp -> class of width
	open  []vblock
	dead  bool
	fn    bool
}

// vblock is an open construct.
type vblock struct {
	op      Op
	undo    []uint32 // temps defined in the present arm
	allDead bool
	full    bool
	arms    uint32
	fresh   bool // the present case group has no code yet
}

// span checks that [first, first+num) lies in a table of n rows.
func span(what string, first, num uint32, n int) error {
	if uint64(first)+uint64(num) > uint64(n) {
		return fmt.Errorf("%s [%d, +%d) is outside of %d rows", what, first, num, n)
	}
	return nil
}

// index checks an index into a table of n rows.
func index(what string, i uint32, n int) error {
	if uint64(i) >= uint64(n) {
		return fmt.Errorf("%s %d is outside of %d rows", what, i, n)
	}
	return nil
}

// optional is index for a field that may be NoSeg.
func optional(what string, i uint32, n int) error {
	if i == NoSeg {
		return nil
	}
	return index(what, i, n)
}

func first(errs ...error) error {
	for _, e := range errs {
		if e != nil {
			return e
		}
	}
	return nil
}

func (v *verifier) tables() error {
	p := v.p
	str := func(i uint32) error { return index("string", i, len(p.Strings)) }
	line := func(i uint32) error { return index("line", i, len(p.Lines)) }
	for i, l := range p.Lines {
		if err := str(l.File); err != nil {
			return fmt.Errorf("line %d: %w", i, err)
		}
	}
	for i, s := range p.Signals {
		if s.Width == 0 || s.Width > 1<<28 || s.Words == 0 || s.Words > 1<<30 {
			return fmt.Errorf("signal %d: %d elements of %d bits", i, s.Words, s.Width)
		}
		if err := first(str(s.Name), span("fan-out", s.Fan, s.NumFan, len(p.Fanout))); err != nil {
			return fmt.Errorf("signal %d: %w", i, err)
		}
		if s.Trace > p.Layout.NumTrace {
			return fmt.Errorf("signal %d: trace %d of %d", i, s.Trace, p.Layout.NumTrace)
		}
	}
	for i, f := range p.Fanout {
		var err error
		switch f.Kind {
		case FanItem:
			err = index("item", f.Target, len(p.Items))
		case FanNodeNow, FanNodeLate:
			err = index("node", f.Target, len(p.Nodes))
		case FanMonitor:
			err = index("segment", f.Target, len(p.Segs))
		default:
			err = fmt.Errorf("kind %d", f.Kind)
		}
		if err != nil {
			return fmt.Errorf("fan-out row %d: %w", i, err)
		}
	}
	for i, e := range p.Events {
		if err := first(span("items", e.Item, e.NumItem, len(p.Items)), line(e.Line)); err != nil {
			return fmt.Errorf("event %d: %w", i, err)
		}
	}
	for i, it := range p.Items {
		if err := first(index("event", it.Event, len(p.Events)), index("signal", it.Signal, len(p.Signals)), index("edge", it.Edge, EdgeNamed+1)); err != nil {
			return fmt.Errorf("item %d: %w", i, err)
		}
	}
	for i, n := range p.Nodes {
		if err := first(index("segment", n.Seg, len(p.Segs)), optional("segment", n.Commit, len(p.Segs)), line(n.Line), str(n.Desc)); err != nil {
			return fmt.Errorf("node %d: %w", i, err)
		}
		if !p.Segs[n.Seg].Node || n.Commit != NoSeg && !p.Segs[n.Commit].Node {
			return fmt.Errorf("node %d: its segment is a thread's", i)
		}
	}
	for i, n := range p.Nets {
		if err := first(index("signal", n.Signal, len(p.Signals)), span("drivers", n.Driver, n.NumDriver, len(p.Drivers)), index("kind", n.Kind, NetTrireg+1)); err != nil {
			return fmt.Errorf("net %d: %w", i, err)
		}
	}
	for i, u := range p.UDPs {
		if u.Inputs > 1<<16 || uint64(u.NumRow)*uint64(u.Inputs+4)+uint64(u.Row) > uint64(len(p.UDPRows)) {
			return fmt.Errorf("primitive %d: %d rows of %d inputs", i, u.NumRow, u.Inputs)
		}
		if err := str(u.Name); err != nil {
			return err
		}
	}
	for i, s := range p.Segs {
		if err := first(span("code", s.First, s.Num, len(p.Code)), line(s.Line), str(s.Desc)); err != nil {
			return fmt.Errorf("segment %d: %w", i, err)
		}
		if len(p.Scopes) > 0 {
			if err := index("scope", s.Scope, len(p.Scopes)); err != nil {
				return fmt.Errorf("segment %d: %w", i, err)
			}
		}
	}
	for i, f := range p.Funcs {
		if err := first(span("code", f.First, f.Num, len(p.Code)), line(f.Line), str(f.Name)); err != nil {
			return fmt.Errorf("func %d: %w", i, err)
		}
	}
	for i, r := range p.Procs {
		if err := first(index("segment", r.Seg, len(p.Segs)), line(r.Line), str(r.Desc)); err != nil {
			return fmt.Errorf("process %d: %w", i, err)
		}
	}
	for i, t := range p.Tasks {
		if err := first(index("segment", t.Entry, len(p.Segs)), str(t.Name)); err != nil {
			return fmt.Errorf("task %d: %w", i, err)
		}
		if t.FirstSeg > t.EndSeg || t.EndSeg > uint32(len(p.Segs)) || t.FrameWords < FrHeader || t.FrameWords > 1<<28 {
			return fmt.Errorf("task %d: segments [%d, %d), frame of %d words", i, t.FirstSeg, t.EndSeg, t.FrameWords)
		}
	}
	for i, b := range p.Blocks {
		if err := first(optional("segment", b.Exit, len(p.Segs)), optional("task", b.Task, len(p.Tasks)), str(b.Name)); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
		if b.FirstSeg > b.EndSeg || b.EndSeg > uint32(len(p.Segs)) {
			return fmt.Errorf("block %d: segments [%d, %d)", i, b.FirstSeg, b.EndSeg)
		}
	}
	for i, s := range p.Sites {
		if err := first(str(s.Name), line(s.Line), span("arguments", s.Arg, s.NumArg, len(p.SiteArgs))); err != nil {
			return fmt.Errorf("site %d: %w", i, err)
		}
		if len(p.Scopes) > 0 {
			if err := index("scope", s.Scope, len(p.Scopes)); err != nil {
				return fmt.Errorf("site %d: %w", i, err)
			}
		}
	}
	for i, a := range p.SiteArgs {
		err := str(a.Str)
		switch a.Kind {
		case SiteScope:
			err = first(err, index("scope", a.Index, len(p.Scopes)))
		case SiteArray:
			err = first(err, index("signal", a.Index, len(p.Signals)))
		case SiteVar:
			err = first(err, optional("variable", a.Index, len(p.Vars)))
		case SiteVec, SiteReal, SiteTarget:
			if a.Width == 0 || a.Width > 1<<28 {
				err = fmt.Errorf("width %d", a.Width)
			}
			if a.Net != 0 {
				err = first(err, index("net", a.Net-1, len(p.Nets)))
				if err == nil {
					w := p.Signals[p.Nets[a.Net-1].Signal].Width
					if a.Kind != SiteVec || uint64(a.Off)+uint64(a.Width) > uint64(w) {
						err = first(err, fmt.Errorf("site argument %d: strengths of bits that its net does not have", i))
					}
				}
			}
		case SiteNull, SiteString, SiteEventArg:
		default:
			err = fmt.Errorf("kind %d", a.Kind)
		}
		if err != nil {
			return fmt.Errorf("site argument %d: %w", i, err)
		}
	}
	for i, s := range p.Scopes {
		if err := first(str(s.Name), str(s.Path), str(s.Module)); err != nil {
			return fmt.Errorf("scope %d: %w", i, err)
		}
		if s.Parent != NoSeg && s.Parent >= uint32(i) {
			return fmt.Errorf("scope %d: parent %d does not stand before it", i, s.Parent)
		}
	}
	for i, r := range p.Vars {
		if err := first(str(r.Name), index("scope", r.Scope, len(p.Scopes)), optional("signal", r.Signal, len(p.Signals))); err != nil {
			return fmt.Errorf("variable %d: %w", i, err)
		}
		if r.Width == 0 || r.Width > 1<<28 {
			return fmt.Errorf("variable %d: width %d", i, r.Width)
		}
		if r.Kind == VarParam {
			if err := span("constant", r.Value, 2*((r.Width+31)/32), len(p.Consts)); err != nil {
				return fmt.Errorf("variable %d: %w", i, err)
			}
		}
	}
	return nil
}

// addresses checks everything that names state.
func (v *verifier) addresses() error {
	p := v.p
	size := uint64(p.Layout.FixedWords)
	if size != uint64(len(p.Image)) || size < HdrWords {
		return fmt.Errorf("layout: %d fixed words, image of %d", size, len(p.Image))
	}
	at := func(what string, i int, a uint32, n uint64) error {
		if uint64(a)+n > size || a < HdrWords && n > 0 {
			return fmt.Errorf("%s %d: words [%d, +%d) are outside of the state", what, i, a, n)
		}
		return nil
	}
	words := func(w uint32) uint64 { return 2 * uint64((w+31)/32) }
	err := first(at("layout", 0, p.Layout.WaitHead, uint64(len(p.Events))), at("layout", 1, p.Layout.ItemPrev, 2*uint64(len(p.Items))),
		at("layout", 2, p.Layout.TraceNext, 2*uint64(p.Layout.NumTrace)))
	if p.Layout.Writes != 0 {
		err = first(err, at("layout", 3, p.Layout.Writes, 2*uint64(len(p.Events))))
	}
	if err != nil {
		return err
	}
	for i, s := range p.Signals {
		if err := at("signal", i, s.Slot, words(s.Width)*uint64(s.Words)); err != nil {
			return err
		}
		if s.Force != 0 {
			if err := at("signal", i, s.Force, 4*words(s.Width)); err != nil {
				return err
			}
		}
	}
	for i, n := range p.Nodes {
		size := uint64(NodeWords)
		if n.Commit != NoSeg || n.Active != 0 {
			size += ThWords
		}
		if err := first(at("node", i, n.Block, size), at("node", i, max(n.Pending, HdrWords), 0), at("node", i, max(n.Active, HdrWords), 0)); err != nil {
			return err
		}
		if n.Pending != 0 {
			if err := at("node", i, n.Pending, words(n.Width)); err != nil {
				return err
			}
		}
	}
	for i, n := range p.Nets {
		w := p.Signals[n.Signal].Width
		for k := range n.NumDriver {
			if err := at("net", i, p.Drivers[n.Driver+k].Slot, words(w)); err != nil {
				return err
			}
			if s := p.Drivers[n.Driver+k].Span; s != 0 {
				if err := at("net", i, s, 2*uint64(w)); err != nil {
					return err
				}
			}
		}
		if n.Strong {
			if err := at("net", i, n.Strength, uint64(StrengthWords(w))); err != nil {
				return err
			}
		}
	}
	for i, r := range p.Procs {
		if err := at("process", i, r.Block, ThWords); err != nil {
			return err
		}
	}
	for i, s := range p.Sites {
		if s.Reply != 0 {
			if err := at("site", i, s.Reply, words(s.ReplyWidth)); err != nil {
				return err
			}
		}
		for k := range s.NumArg {
			if a := &p.SiteArgs[s.Arg+k]; a.Kind == SiteTarget {
				if err := at("site", i, a.Slot, words(a.Width)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// classOf is a width's representation; wide temps are storage.
func classOf(w uint32) uint32 {
	switch {
	case w <= 32:
		return 1
	case w <= 64:
		return 2
	}
	return 3
}

// code checks one piece.
func (v *verifier) code(at, num uint32, fn bool) error {
	v.code_ = v.p.Code[at : at+num]
	v.defs = map[uint32]uint32{}
	v.open = v.open[:0]
	v.dead = false
	v.fn = fn
	for i := range v.code_ {
		if err := v.instr(&v.code_[i]); err != nil {
			name := "?"
			if v.code_[i].Op < NumOps {
				name = Ops[v.code_[i].Op].Name
			}
			return fmt.Errorf("instruction %d (%s): %w", i, name, err)
		}
	}
	if len(v.open) > 0 {
		return fmt.Errorf("an open construct at the end")
	}
	if !v.dead && !fn {
		return fmt.Errorf("a path without a terminator")
	}
	return nil
}

func (v *verifier) top(op ...Op) (*vblock, error) {
	if len(v.open) > 0 {
		t := &v.open[len(v.open)-1]
		for _, o := range op {
			if t.op == o {
				return t, nil
			}
		}
	}
	return nil, fmt.Errorf("not inside its construct")
}

// arm ends the present arm of t.
func (v *verifier) arm(t *vblock) {
	t.allDead = t.allDead && v.dead
	v.dead = false
	for _, d := range t.undo {
		delete(v.defs, d)
	}
	t.undo = t.undo[:0]
}

func (v *verifier) pop() {
	v.open = v.open[:len(v.open)-1]
}

func (v *verifier) instr(in *Instr) error {
	if in.Op >= NumOps || Ops[in.Op].Name == "" {
		return fmt.Errorf("unknown operation %d", in.Op)
	}
	if err := index("line", in.Line, len(v.p.Lines)); err != nil {
		return err
	}
	if in.W > 1<<28 || in.WA > 1<<28 {
		return fmt.Errorf("width %d, %d", in.W, in.WA)
	}
	switch in.Op {
	case OpElse:
		t, err := v.top(OpIf)
		if err != nil {
			return err
		}
		if t.full {
			return fmt.Errorf("a second else")
		}
		v.arm(t)
		t.full = true
		return nil
	case OpEndIf:
		t, err := v.top(OpIf)
		if err != nil {
			return err
		}
		v.arm(t)
		v.dead = t.allDead && t.full
		v.pop()
		return nil
	case OpEndLoop:
		t, err := v.top(OpLoop)
		if err != nil {
			return err
		}
		v.arm(t)
		v.pop()
		return nil
	case OpCase, OpDefault:
		t, err := v.top(OpSwitch)
		if err != nil {
			return err
		}
		if t.full {
			return fmt.Errorf("a case behind the default")
		}
		if in.Op == OpDefault {
			t.full = true
		}
		if t.arms > 0 && (!t.fresh || in.Op == OpDefault) {
			v.arm(t)
		}
		if !t.fresh || in.Op == OpDefault {
			t.arms++
		}
		t.fresh = true
		v.dead = false
		return nil
	case OpEndSwitch:
		t, err := v.top(OpSwitch)
		if err != nil {
			return err
		}
		v.arm(t)
		v.dead = t.allDead && t.full
		v.pop()
		return nil
	}
	if v.dead {
		return fmt.Errorf("code that cannot be reached")
	}
	if n := len(v.open); n > 0 {
		if v.open[n-1].op == OpSwitch && v.open[n-1].arms == 0 {
			return fmt.Errorf("code in front of the first case")
		}
		v.open[n-1].fresh = false
	}
	if err := v.operands(in); err != nil {
		return err
	}
	switch in.Op {
	case OpIf, OpLoop, OpSwitch:
		if len(v.open) > 200 {
			return fmt.Errorf("nested too deep")
		}
		v.open = append(v.open, vblock{op: in.Op, allDead: true})
	case OpBreakIf, OpBreakIfNot:
		for i := len(v.open) - 1; ; i-- {
			if i < 0 {
				return fmt.Errorf("outside of a loop")
			}
			if v.open[i].op == OpLoop {
				break
			}
		}
	}
	if Ops[in.Op].Term {
		if v.fn != (in.Op == OpReturn) {
			return fmt.Errorf("a terminator in the wrong place")
		}
		v.dead = true
	}
	return nil
}

func (v *verifier) operands(in *Instr) error {
	p := v.p
	ops := in.Operands()
	for _, o := range ops[1:] {
		if err := v.operand(in, o); err != nil {
			return err
		}
	}
	o := ops[0]
	w, def := o.Role.Def(in)
	if !def {
		return v.operand(in, o)
	}
	if w == 0 {
		return fmt.Errorf("a result of no bits")
	}
	if classOf(w) == 3 {
		return v.address(*o.Value, w, in.Flags&FlagFrameD != 0)
	}
	if _, twice := v.defs[*o.Value]; twice {
		return fmt.Errorf("temp %d is defined twice", *o.Value)
	}
	v.defs[*o.Value] = classOf(w)
	if n := len(v.open); n > 0 {
		v.open[n-1].undo = append(v.open[n-1].undo, *o.Value)
	}
	_ = p
	return nil
}

// address checks storage of w bits at a.
func (v *verifier) address(a, w uint32, frame bool) error {
	if frame {
		if a < FrHeader || a > 1<<28 {
			return fmt.Errorf("frame offset %d", a)
		}
		return nil
	}
	if uint64(a)+2*uint64((w+31)/32) > uint64(len(v.p.Image)) || a < HdrWords {
		return fmt.Errorf("address %d of %d bits", a, w)
	}
	return nil
}

func (v *verifier) operand(in *Instr, o Operand) error {
	p, x := v.p, *o.Value
	switch o.Role {
	case RoleNone, RoleImm, RoleSigned:
		return nil
	case RoleConst:
		if in.W == 0 {
			return fmt.Errorf("a constant of no bits")
		}
		if in.W > 32 {
			return span("constant", x, 2*((in.W+31)/32), len(p.Consts))
		}
		return nil
	case RoleAddr:
		w := max(in.W, in.WA)
		if in.Op == OpSpan { // one word
			if uint64(x) >= uint64(len(p.Image)) || x < HdrWords || uint64(in.D) >= uint64(len(p.Image)) {
				return fmt.Errorf("strengths at %d and %d", x, in.D)
			}
			return nil
		}
		if in.Op == OpUDP {
			// the output and one word for each input
			if in.A < uint32(len(p.UDPs)) && (uint64(x)+1+uint64(p.UDPs[in.A].Inputs) > uint64(len(p.Image)) || x < HdrWords) {
				return fmt.Errorf("state at %d", x)
			}
			return nil
		}
		if in.E > 1<<30 && (in.Op == OpLoadElL || in.Op == OpStoreLEl) {
			return fmt.Errorf("%d elements", in.E)
		}
		return v.address(x, w, in.Flags&o.Frame != 0)
	case RoleSig:
		return index("signal", x, len(p.Signals))
	case RoleArray:
		if err := index("signal", x, len(p.Signals)); err != nil {
			return err
		}
		if p.Signals[x].Flags&SigArray == 0 {
			return fmt.Errorf("signal %d is no array", x)
		}
		return nil
	case RoleNode:
		return index("node", x, len(p.Nodes))
	case RoleNodeOpt:
		return optional("node", x, len(p.Nodes))
	case RoleNet:
		return index("net", x, len(p.Nets))
	case RoleUDP:
		return index("primitive", x, len(p.UDPs))
	case RoleEvent:
		return optional("event", x, len(p.Events))
	case RoleSeg:
		return index("segment", x, len(p.Segs))
	case RoleSegOpt:
		return optional("segment", x, len(p.Segs))
	case RoleFunc:
		return index("func", x, len(p.Funcs))
	case RoleTask:
		return index("task", x, len(p.Tasks))
	case RoleBlock:
		return index("block", x, len(p.Blocks))
	case RoleSite:
		return index("site", x, len(p.Sites))
	case RoleForks:
		if err := span("forks", x, in.C, len(p.Forks)); err != nil {
			return err
		}
		for _, s := range p.Forks[x : x+in.C] {
			if err := index("segment", s, len(p.Segs)); err != nil {
				return err
			}
		}
		return nil
	case RoleUDPInputs:
		if err := span("inputs", x, in.WA, len(p.Forks)); err != nil {
			return err
		}
		for _, t := range p.Forks[x : x+in.WA] {
			if v.defs[t] != 1 {
				return fmt.Errorf("temp %d is read before it is written", t)
			}
		}
		return nil
	}
	w, ok := o.Role.Use(in)
	if !ok {
		return nil
	}
	if (o.Role == RoleOpt32 || o.Role == RoleOpt64) && x == NoTemp {
		return nil
	}
	if w == 0 || w > 1<<28 {
		return fmt.Errorf("an operand of %d bits", int32(w))
	}
	if classOf(w) == 3 {
		return v.address(x, w, in.Flags&o.Frame != 0)
	}
	switch c, ok := v.defs[x]; {
	case !ok:
		return fmt.Errorf("temp %d is read before it is written", x)
	case c != classOf(w):
		return fmt.Errorf("temp %d of class %d is read as %d bits", x, c, w)
	}
	return nil
}

// calls checks that functions do not call themselves, on any way.
func (v *verifier) calls() error {
	state := make([]uint8, len(v.p.Funcs))
	var visit func(f uint32, depth int) error
	visit = func(f uint32, depth int) error {
		if state[f] == 2 {
			return nil
		}
		if state[f] == 1 || depth > 1000 {
			return fmt.Errorf("func %d calls itself", f)
		}
		state[f] = 1
		fn := &v.p.Funcs[f]
		for _, in := range v.p.Code[fn.First : fn.First+fn.Num] {
			if in.Op == OpCall {
				if err := visit(in.A, depth+1); err != nil {
					return err
				}
			}
		}
		state[f] = 2
		return nil
	}
	for i := range v.p.Funcs {
		if err := visit(uint32(i), 0); err != nil {
			return err
		}
	}
	return nil
}
