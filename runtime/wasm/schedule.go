package wasm

import "sort"

// scheduler decides, for the funcIR of one function, which nodes are live and
// where each is evaluated: as an operand at its one use, in a wasm local at its
// first use, or pinned, in a wasm local where it was made, because a later
// place would be too late (what it reads is overwritten) or would not be passed
// on every way to its uses.
type scheduler struct {
	b       *builder
	work    []int32
	ord     int32
	mems    []memEvent
	sets    [][]int32 // by wasm local: places at which it is set, rising
	touches []touch
	maxOff  uint32
}

// memEvent is an instruction that may write memory.
type memEvent struct {
	ord  int32
	call bool
	base int32
	off  uint32
	size uint8
	root int32
}

// touch counts the constant-offset accesses through one parameter.
type touch struct {
	local uint64
	count int
	end   uint32 // highest byte offset touched, plus one
}

func (s *scheduler) run(b *builder) {
	s.b = b
	s.ord, s.mems, s.work, s.touches = 0, s.mems[:0], s.work[:0], s.touches[:0]
	for len(s.sets) < len(b.locals) {
		s.sets = append(s.sets, nil)
	}
	for i := range b.locals {
		s.sets[i] = s.sets[i][:0]
	}
	s.number(b.root)
	s.mark()
	s.collectSets(b.root)
	s.useSeq(b.root)
}

// number gives every instruction its place in program order and collects the
// roots of what is live.
func (s *scheduler) number(id int32) {
	b := s.b
	sq := &b.seqs[id]
	s.ord++
	sq.first = s.ord
	for i := range sq.insts {
		in := &sq.insts[i]
		s.ord++
		in.ord = s.ord
		switch in.kind {
		case instStore:
			s.work = append(s.work, in.a, in.b)
			s.mems = append(s.mems, memEvent{in.ord, false, in.a, in.off, accessSize(in.op), in.n})
		case instCall:
			s.work = append(s.work, in.list...)
			if in.op != 0 {
				s.mems = append(s.mems, memEvent{ord: in.ord, call: true})
			}
		case instReturn:
			s.work = append(s.work, in.list...)
		case instIf:
			s.work = append(s.work, in.a)
			s.number(in.s0)
			s.number(in.s1)
		case instBlock, instLoop:
			s.number(in.s0)
		case instSwitch:
			s.work = append(s.work, in.a)
			for _, c := range in.sw.seqs {
				s.number(c)
			}
		}
		if !b.dce {
			for k := range in.sets {
				in.sets[k].live = true
				s.work = append(s.work, in.sets[k].node)
			}
		}
	}
	s.ord++
	sq.endOrd = s.ord
}

// mark finds what the roots need; an assignment to a wasm local counts only
// when a read of its merge is live.
func (s *scheduler) mark() {
	b := s.b
	for len(s.work) > 0 {
		id := s.work[len(s.work)-1]
		s.work = s.work[:len(s.work)-1]
		n := &b.nodes[id]
		if n.live {
			continue
		}
		n.live = true
		switch n.op {
		case opConst, opResult:
		case opLocal:
			for _, in := range b.phis[n.c].in {
				if in.seq != 0 {
					b.seqs[in.seq].insts[in.inst].sets[in.set].live = true
				}
				s.work = append(s.work, in.node)
			}
		case opLoad:
			s.work = append(s.work, n.a)
		case opSelect:
			s.work = append(s.work, n.a, n.b, n.c)
		default:
			s.work = append(s.work, n.a)
			if n.b != 0 {
				s.work = append(s.work, n.b)
			}
		}
	}
}

// collectSets lists, by wasm local, where it is set, in program order.
func (s *scheduler) collectSets(id int32) {
	sq := &s.b.seqs[id]
	for i := range sq.insts {
		in := &sq.insts[i]
		for k := range in.sets {
			if in.sets[k].live {
				l := in.sets[k].local
				s.sets[l] = append(s.sets[l], in.ord)
			}
		}
		switch in.kind {
		case instIf:
			s.collectSets(in.s0)
			s.collectSets(in.s1)
		case instBlock, instLoop:
			s.collectSets(in.s0)
		case instSwitch:
			for _, c := range in.sw.seqs {
				s.collectSets(c)
			}
		}
	}
}

// useSeq records the uses that the instructions of a sequence make.
func (s *scheduler) useSeq(id int32) {
	insts := s.b.seqs[id].insts
	for i := range insts {
		in := &insts[i]
		switch in.kind {
		case instStore:
			s.use(in.a, id, in.ord)
			s.use(in.b, id, in.ord)
			s.noteAccess(in.a, in.off, accessSize(in.op))
		case instCall, instReturn:
			for _, n := range in.list {
				s.use(n, id, in.ord)
			}
		case instIf:
			s.use(in.a, id, in.ord)
			s.useSeq(in.s0)
			s.useSeq(in.s1)
		case instBlock, instLoop:
			s.useSeq(in.s0)
		case instSwitch:
			s.use(in.a, id, in.ord)
			for _, c := range in.sw.seqs {
				s.useSeq(c)
			}
		}
		for k := range in.sets {
			if in.sets[k].live {
				s.use(in.sets[k].node, id, in.ord)
			}
		}
	}
}

// nodeOrd is the place in program order at which n was made.
func (s *scheduler) nodeOrd(n *node) int32 {
	sq := &s.b.seqs[n.seq]
	if int(n.pos) < len(sq.insts) {
		return sq.insts[n.pos].ord
	}
	return sq.endOrd
}

// foreignLoop is the outermost loop around sequence at that is not around
// home, 0 if there is none: what is read in it is read in every turn.
func (s *scheduler) foreignLoop(at, home int32) int32 {
	seqs := s.b.seqs
	found := int32(0)
	for l := seqs[at].loop; l != 0; l = seqs[l].up {
		around := false
		for h := seqs[home].loop; h != 0; h = seqs[h].up {
			around = around || h == l
		}
		if around {
			break
		}
		found = l
	}
	return found
}

// use records that node id is needed in sequence at, at place ord.
func (s *scheduler) use(id, at, ord int32) {
	n := &s.b.nodes[id]
	if n.op == opConst || n.op == opLocal && n.c == 0 {
		return // can be had anywhere
	}
	n.uses++
	last := ord
	loop := int32(0)
	if at != n.seq {
		if loop = s.foreignLoop(at, n.seq); loop != 0 {
			last = s.b.seqs[loop].endOrd
		}
	}
	n.last = max(n.last, last)
	if n.op == opResult || n.pinned {
		return
	}
	home := s.nodeOrd(n)
	if n.op == opLocal {
		sets := s.sets[n.imm]
		lo, hi := home, ord
		if loop != 0 {
			hi = s.b.seqs[loop].endOrd
		}
		i := sort.Search(len(sets), func(i int) bool { return sets[i] >= lo })
		if i < len(sets) && sets[i] < hi || !s.b.tree {
			s.pin(id)
		}
		return
	}
	if n.eval >= 0 {
		if at != n.seq && ord > s.b.seqs[n.seq].endOrd {
			s.pin(id) // a way out of the sequence may not pass the first use
		}
		return
	}
	if at != n.seq || !s.b.tree || n.op == opLoad && s.disturbed(n, home, ord) {
		s.pin(id)
		at, ord = n.seq, home
	}
	n.eval = ord
	switch n.op {
	case opLoad:
		s.noteAccess(n.a, uint32(n.imm), accessSize(uint8(n.c)))
		s.use(n.a, at, ord)
	case opSelect:
		a, b, c := n.a, n.b, n.c
		s.use(b, at, ord)
		s.use(c, at, ord)
		s.use(a, at, ord)
	default:
		a, b := n.a, n.b
		s.use(a, at, ord)
		if b != 0 {
			s.use(b, at, ord)
		}
	}
}

func (s *scheduler) pin(id int32) {
	n := &s.b.nodes[id]
	n.pinned = true
	sq := &s.b.seqs[n.seq]
	sq.pins = append(sq.pins, id)
}

// disturbed reports whether something between from and to may write what load
// n reads.
func (s *scheduler) disturbed(n *node, from, to int32) bool {
	if n.b < 0 {
		return false
	}
	i := sort.Search(len(s.mems), func(i int) bool { return s.mems[i].ord >= from })
	for k := 0; i < len(s.mems) && s.mems[i].ord < to; i, k = i+1, k+1 {
		e := &s.mems[i]
		if k == clobberScan || e.call {
			return true
		}
		if e.base == n.a {
			size := uint32(accessSize(uint8(n.c)))
			if e.off+uint32(e.size) <= uint32(n.imm) || uint32(n.imm)+size <= e.off {
				continue
			}
			return true
		}
		if e.root != n.b && e.root != rootUnknown && n.b != rootUnknown {
			continue
		}
		return true
	}
	return false
}

// noteAccess counts an access for the touch at the function's start.
func (s *scheduler) noteAccess(base int32, off uint32, size uint8) {
	n := &s.b.nodes[base]
	if n.op != opLocal || n.c != 0 {
		return
	}
	end := off + uint32(size)
	s.maxOff = max(s.maxOff, end)
	for i := range s.touches {
		if t := &s.touches[i]; t.local == n.imm {
			t.count++
			t.end = max(t.end, end)
			return
		}
	}
	s.touches = append(s.touches, touch{n.imm, 1, end})
}
