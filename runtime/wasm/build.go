package wasm

// builder makes the funcIR of one function after another; its slices are reused.
type builder struct {
	flags
	funcIR
	mod *module // what all functions share (read only here)

	cur   int32 // open sequence
	dead  bool  // control cannot get here
	clock int32

	table  []int32 // value numbering: open addressing, node indices
	filled int

	// Variables are slots: env holds the value, held the opLocal node whose
	// value is in the slot's wasm local at this point (0: none).
	env, held []int32
	slotLocal []int32 // wasm local of the slot, -1 if none yet
	slotType  []uint8
	slotMask  []uint64
	slotRoot  []int32
	freeLocal [3][]int32 // merge locals whose slot is gone, by type index

	mem    []memory
	stored int32 // nodes that there were after the last store
	memID  int32
	loop   int32 // innermost loop's sequence
	labels int32
	arena  []int32 // snapshots of variables
	marena []memory

	lowerState
}

// edge is a way into a merge: the instruction that takes its sets, and the
// values of the variables there.
type edge struct {
	seq, inst int32
	env, held []int32
	mem       []memory
}

// target is the end of a construct that branches go to.
type target struct {
	label int32
	base  int // variables that exist there
	edges []edge
}

func (b *builder) reset(params []uint8) {
	b.nodes = append(b.nodes[:0], node{})
	b.seqs = append(b.seqs[:0], seq{})
	b.phis = append(b.phis[:0], phi{})
	b.params = params
	b.results = nil
	b.locals = append([]uint8(nil), params...)
	b.env, b.held = b.env[:0], b.held[:0]
	b.slotLocal, b.slotType = b.slotLocal[:0], b.slotType[:0]
	b.slotMask, b.slotRoot = b.slotMask[:0], b.slotRoot[:0]
	for i := range b.freeLocal {
		b.freeLocal[i] = b.freeLocal[i][:0]
	}
	if len(b.table) == 0 {
		b.table = make([]int32, 1<<12)
	} else {
		clear(b.table)
	}
	b.filled = 0
	b.mem, b.stored = b.mem[:0], 0
	b.cur, b.dead, b.clock, b.loop, b.labels = 0, false, 0, 0, 0
	b.arena, b.marena = b.arena[:0], b.marena[:0]
	b.root = b.openSeq()
}

func typeIndex(vt uint8) int { return int(i32 - vt) }

// openSeq starts a sequence inside the current one.
func (b *builder) openSeq() int32 {
	id := int32(len(b.seqs))
	if len(b.seqs) < cap(b.seqs) { // keep the instruction slices of old sequences
		b.seqs = b.seqs[:id+1]
		b.seqs[id] = seq{insts: b.seqs[id].insts[:0], pins: b.seqs[id].pins[:0]}
	} else {
		b.seqs = append(b.seqs, seq{})
	}
	b.seqs[id].open = true
	b.seqs[id].loop = b.loop
	b.cur = id
	return id
}

func (b *builder) closeSeq(outer int32) {
	b.seqs[b.cur].open = false
	b.cur = outer
}

func (b *builder) here() int32 { return int32(len(b.seqs[b.cur].insts)) }

func (b *builder) add(in inst) int32 {
	s := &b.seqs[b.cur]
	s.insts = append(s.insts, in)
	return int32(len(s.insts) - 1)
}

// newNode appends n, made here.
func (b *builder) newNode(n node) int32 {
	n.seq, n.pos, n.local, n.eval = b.cur, b.here(), -1, -1
	b.clock++
	n.touched = b.clock
	b.nodes = append(b.nodes, n)
	return int32(len(b.nodes) - 1)
}

func typeMask(vt uint8) uint64 {
	if vt == i32 || vt == f32 {
		return 0xffffffff
	}
	return ^uint64(0)
}

func (b *builder) constant(vt uint8, v uint64) int32 {
	v &= typeMask(vt)
	return b.number(node{op: opConst, vt: vt, imm: v, mask: v})
}

func (b *builder) isConst(n int32) bool { return b.nodes[n].op == opConst }

// constIs reports whether n is the constant v.
func (b *builder) constIs(n int32, v uint64) bool {
	return b.nodes[n].op == opConst && b.nodes[n].imm == v&typeMask(b.nodes[n].vt)
}

func hashNode(n *node) uint32 {
	h := uint64(n.op)*0x9e3779b97f4a7c15 ^ uint64(uint32(n.a))*0xff51afd7ed558ccd ^
		uint64(uint32(n.b))*0xc4ceb9fe1a85ec53 ^ uint64(uint32(n.c))*0x2545f4914f6cdd1d ^ n.imm*0xd6e8feb86659fd93
	h ^= h >> 29
	return uint32(h*0x9e3779b97f4a7c15>>32) ^ uint32(n.vt)
}

// number finds an equal node that control has passed, or makes one.
func (b *builder) number(n node) int32 {
	if !b.cse && n.op != opConst {
		return b.newNode(n)
	}
	if b.filled*2 > len(b.table) {
		b.growTable()
	}
	m := uint32(len(b.table) - 1)
	i := hashNode(&n) & m
	for ; b.table[i] != 0; i = (i + 1) & m {
		o := &b.nodes[b.table[i]]
		if o.op != n.op || o.a != n.a || o.b != n.b || o.c != n.c || o.imm != n.imm || o.vt != n.vt {
			continue
		}
		if o.op == opConst {
			return b.table[i]
		}
		if b.seqs[o.seq].open && b.clock-o.touched < reuseWindow {
			o.touched = b.clock
			return b.table[i]
		}
		id := b.newNode(n)
		b.table[i] = id
		return id
	}
	id := b.newNode(n)
	b.table[i] = id
	b.filled++
	return id
}

func (b *builder) growTable() {
	old := b.table
	b.table = make([]int32, len(old)*2)
	m := uint32(len(b.table) - 1)
	for _, id := range old {
		if id != 0 {
			i := hashNode(&b.nodes[id]) & m
			for b.table[i] != 0 {
				i = (i + 1) & m
			}
			b.table[i] = id
		}
	}
}

// Variables.

// declare makes a slot with the value init.
func (b *builder) declare(vt uint8, mask uint64, root int32, init int32) int32 {
	b.env = append(b.env, init)
	b.held = append(b.held, 0)
	b.slotLocal = append(b.slotLocal, -1)
	b.slotType = append(b.slotType, vt)
	b.slotMask = append(b.slotMask, mask)
	b.slotRoot = append(b.slotRoot, root)
	s := int32(len(b.env) - 1)
	if !b.copy {
		b.assign(s, init)
	}
	return s
}

// assign gives slot s the value n.
func (b *builder) assign(s, n int32) {
	if b.dead {
		return
	}
	b.env[s] = n
	if b.copy {
		return
	}
	// Without copy propagation every assignment goes through a wasm local.
	at := b.add(inst{kind: instSets, sets: []set{{b.localOf(s), n, false}}})
	r := b.readLocal(s, []phiIn{{b.cur, at, 0, n}})
	b.env[s], b.held[s] = r, r
}

// localOf is the wasm local in which slot s is merged.
func (b *builder) localOf(s int32) int32 {
	if b.slotLocal[s] < 0 {
		free := &b.freeLocal[typeIndex(b.slotType[s])]
		if n := len(*free); n > 0 && b.slots {
			b.slotLocal[s] = (*free)[n-1]
			*free = (*free)[:n-1]
		} else {
			b.slotLocal[s] = int32(len(b.locals))
			b.locals = append(b.locals, b.slotType[s])
		}
	}
	return b.slotLocal[s]
}

// readLocal is a new node for what slot s's wasm local holds from here on.
func (b *builder) readLocal(s int32, in []phiIn) int32 {
	b.phis = append(b.phis, phi{in})
	return b.newNode(node{op: opLocal, vt: b.slotType[s], imm: uint64(b.slotLocal[s]), b: b.slotRoot[s],
		c: int32(len(b.phis) - 1), mask: b.slotMask[s]})
}

// drop ends the slots from base on.
func (b *builder) drop(base int) {
	for s := base; s < len(b.env); s++ {
		if l := b.slotLocal[s]; l >= 0 {
			i := typeIndex(b.slotType[s])
			b.freeLocal[i] = append(b.freeLocal[i], l)
		}
	}
	b.env, b.held = b.env[:base], b.held[:base]
	b.slotLocal, b.slotType = b.slotLocal[:base], b.slotType[:base]
	b.slotMask, b.slotRoot = b.slotMask[:base], b.slotRoot[:base]
}

// Control flow.

func (b *builder) snapshot(base int) (env, held []int32) {
	if cap(b.arena)-len(b.arena) < 2*base {
		b.arena = make([]int32, 0, max(4096, 4*base))
	}
	n := len(b.arena)
	b.arena = append(b.arena, b.env[:base]...)
	b.arena = append(b.arena, b.held[:base]...)
	return b.arena[n : n+base : n+base], b.arena[n+base : n+2*base : n+2*base]
}

func (b *builder) memSnapshot() []memory {
	if cap(b.marena)-len(b.marena) < len(b.mem) {
		b.marena = make([]memory, 0, 4096)
	}
	n := len(b.marena)
	b.marena = append(b.marena, b.mem...)
	return b.marena[n:len(b.marena):len(b.marena)]
}

func (b *builder) restore(env, held []int32) {
	copy(b.env, env)
	copy(b.held, held)
}

// edgeHere makes an edge from this point through a new instruction in.
func (b *builder) edgeHere(in inst, base int) edge {
	e := edge{seq: b.cur, mem: b.memSnapshot()}
	e.env, e.held = b.snapshot(base)
	e.inst = b.add(in)
	return e
}

func (b *builder) newTarget() *target {
	b.labels++
	return &target{label: b.labels, base: len(b.env)}
}

// jump branches to t; what follows is dead.
func (b *builder) jump(t *target) {
	if b.dead {
		return
	}
	t.edges = append(t.edges, b.edgeHere(inst{kind: instBr, label: t.label}, t.base))
	b.dead = true
}

// merge continues after edges, giving each variable that differs between them
// its wasm local.
func (b *builder) merge(edges []edge, base int) {
	if len(edges) == 0 {
		b.dead = true
		return
	}
	b.dead = false
	b.restore(edges[0].env, edges[0].held)
	b.mem = append(b.mem[:0], edges[0].mem...)
	if len(edges) == 1 {
		return
	}
	for _, e := range edges[1:] {
		b.mem = meetMemory(b.mem, e.mem)
	}
	for s := int32(0); s < int32(base); s++ {
		same, sameHeld := true, true
		for _, e := range edges[1:] {
			same = same && e.env[s] == edges[0].env[s]
			sameHeld = sameHeld && e.held[s] == edges[0].held[s]
		}
		if same {
			if !sameHeld {
				b.held[s] = 0
			}
			continue
		}
		l := b.localOf(s)
		in := make([]phiIn, 0, len(edges))
		for _, e := range edges {
			in = append(in, b.setOn(e, l, e.env[s], e.held[s]))
		}
		r := b.readLocal(s, in)
		b.env[s], b.held[s] = r, r
	}
}

// setOn makes edge e carry value n in local l.
func (b *builder) setOn(e edge, l, n, held int32) phiIn {
	if n == held && b.nodes[n].op == opLocal && b.nodes[n].imm == uint64(l) {
		return phiIn{node: n}
	}
	in := &b.seqs[e.seq].insts[e.inst]
	in.sets = append(in.sets, set{l, n, false})
	return phiIn{e.seq, e.inst, int32(len(in.sets) - 1), n}
}

// ifElse builds a branch on cond. els may be nil.
func (b *builder) ifElse(cond int32, then, els func()) {
	if b.dead {
		return
	}
	cond = b.condition(cond)
	if b.isConst(cond) && b.fold {
		if b.nodes[cond].imm != 0 {
			then()
		} else if els != nil {
			els()
		}
		return
	}
	base := len(b.env)
	outer := b.cur
	env, held := b.snapshot(base)
	headMem := b.memSnapshot()
	firstNode := len(b.nodes)
	arm := func(f func()) (int32, []edge) {
		s := b.openSeq()
		if f != nil {
			f()
		}
		var live []edge
		if !b.dead {
			live = append(live, b.edgeHere(inst{kind: instSets}, base))
		}
		b.drop(base)
		b.closeSeq(outer)
		b.dead = false
		return s, live
	}
	s0, e0 := arm(then)
	b.restore(env, held)
	b.mem = append(b.mem[:0], headMem...)
	s1, e1 := arm(els)
	if b.ifconv && len(e0) == 1 && len(e1) == 1 && b.asSelects(cond, s0, s1, e0[0], e1[0], firstNode, base, headMem) {
		return
	}
	b.add(inst{kind: instIf, a: cond, s0: s0, s1: s1})
	b.merge(append(e0, e1...), base)
}

// asSelects replaces a branch whose arms only compute by selects, when they
// are small. The arms' nodes move into this sequence.
func (b *builder) asSelects(cond, s0, s1 int32, e0, e1 edge, firstNode, base int, mem []memory) bool {
	if len(b.seqs[s0].insts) != 1 || len(b.seqs[s1].insts) != 1 {
		return false
	}
	differ := 0
	for s := 0; s < base; s++ {
		if e0.env[s] != e1.env[s] {
			differ++
			if b.slotType[s] == f64 {
				return false
			}
		}
	}
	if differ > selectValues {
		return false
	}
	work := 0
	for i := firstNode; i < len(b.nodes); i++ {
		switch n := &b.nodes[i]; n.op {
		case opConst:
		case opLoad, opLocal, opResult, opI32DivS, opI32DivU, opI32RemS, opI32RemU, opI64DivS, opI64DivU, opI64RemS, opI64RemU:
			return false
		default:
			work++
		}
	}
	if work > selectNodes {
		return false
	}
	here := b.here()
	for i := firstNode; i < len(b.nodes); i++ {
		n := &b.nodes[i]
		n.seq, n.pos = b.cur, here
	}
	b.mem = append(b.mem[:0], mem...)
	for s := 0; s < base; s++ {
		b.held[s] = 0
		if e0.held[s] == e1.held[s] {
			b.held[s] = e0.held[s]
		}
		b.env[s] = e0.env[s]
		if e0.env[s] != e1.env[s] {
			b.env[s] = b.choose(cond, e0.env[s], e1.env[s])
		}
	}
	return true
}

// block runs f in a sequence of its own and continues after it where f ends or
// jumps to t.
func (b *builder) block(t *target, f func()) {
	outer := b.cur
	s := b.openSeq()
	f()
	in := inst{kind: instBlock, s0: s, label: t.label}
	if len(t.edges) == 0 {
		in.label = 0 // nothing branches to it
	}
	if !b.dead {
		t.edges = append(t.edges, b.edgeHere(inst{kind: instSets}, t.base))
	}
	b.closeSeq(outer)
	b.add(in)
	b.drop(t.base)
	b.merge(t.edges, t.base)
}

// mergeFall enters a case that control may also fall into: a merge in wasm
// locals of its own, because the sets of head happen before any case runs.
func (b *builder) mergeFall(head, fall edge, base int) {
	for s := 0; s < base; s++ {
		if head.env[s] != fall.env[s] {
			b.slotLocal[s] = int32(len(b.locals))
			b.locals = append(b.locals, b.slotType[s])
		}
	}
	b.merge([]edge{head, fall}, base)
}

// loopInfo is an open loop.
type loopInfo struct {
	slots  []int32 // variables that the loop assigns
	locals []int32 // their wasm locals
	phis   []int32 // index in builder.phis of each slot's node
	seq    int32
	label  int32
	outer  int32 // enclosing sequence
	loop   int32 // enclosing loop
}

// openLoop starts a loop that assigns slots: each gets its value in its wasm
// local before the loop and reads it there inside.

func (b *builder) openLoop(slots []int32) *loopInfo {
	li := &loopInfo{slots: slots, outer: b.cur, loop: b.loop}
	e := b.edgeHere(inst{kind: instSets}, len(b.env))
	ins := make([]phiIn, len(slots))
	for i, s := range slots {
		li.locals = append(li.locals, b.localOf(s))
		ins[i] = b.setOn(e, li.locals[i], b.env[s], b.held[s])
	}
	b.labels++
	li.label = b.labels
	b.forgetAll() // the body, not lowered yet, may write anywhere
	li.seq = b.openSeq()
	b.loop = li.seq
	b.seqs[li.seq].loop, b.seqs[li.seq].up = li.seq, li.loop
	for i, s := range slots {
		r := b.readLocal(s, append(make([]phiIn, 0, 2), ins[i]))
		li.phis = append(li.phis, b.nodes[r].c)
		b.env[s], b.held[s] = r, r
	}
	return li
}

// again branches back to the loop's start.
func (b *builder) again(li *loopInfo) {
	if b.dead {
		return
	}
	e := b.edgeHere(inst{kind: instBr, label: li.label}, len(b.env))
	for i, s := range li.slots {
		p := &b.phis[li.phis[i]]
		p.in = append(p.in, b.setOn(e, li.locals[i], b.env[s], b.held[s]))
	}
	b.dead = true
}

func (b *builder) closeLoop(li *loopInfo) {
	b.closeSeq(li.outer)
	b.loop = li.loop
	b.add(inst{kind: instLoop, s0: li.seq, label: li.label})
}
