package emit

import (
	"encoding/binary"
	"fmt"
	"strings"

	"github.com/gpga/gpga/scheduler/program"
)

// A shape is the code of several segments that differ only in the places they name: addresses, signals, nodes, nets, events,
// segments, sites, and small known constants. It is emitted once, as a function that reads those places from a row of the table
// buffer at p; each segment has its row. So the text of a design with a thousand equal processes is as long as that of one.

// refKind is what a number in a body refers to.
type refKind uint8

const (
	refAddr refKind = iota
	refSig
	refNode
	refNet
	refEvent
	refSeg
	refSite
	refConst
	refSlot  // the first word of a signal: found through its refSig
	refBlock // the block of a node: found through its refNode
)

// base is the kind under which the code itself names what r refers to.
func (r refKind) base() refKind {
	switch r {
	case refSlot:
		return refSig
	case refBlock:
		return refNode
	}
	return r
}

// ref is a reference of a body.
type ref struct {
	kind refKind
	raw  uint32 // as it stands in the code
}

// shape is a body that several segments share.
type shape struct {
	first   int      // the segment whose code it is emitted from
	members []int    // all segments, first included
	consts  bool     // small constants are references, too
	rows    []uint32 // of each member: where its row starts
	refs    []ref    // of the row, in the order of the text
	index   map[ref]int
	name    string
}

// word spells what a row holds for r.
func (s *shape) word(r ref) string {
	k, ok := s.index[r]
	if !ok {
		k = len(s.refs)
		s.index[r] = k
		s.refs = append(s.refs, r)
	}
	return fmt.Sprintf("tab[p + %d]", k)
}

// ref spells a reference: the number itself, or its place in the row of a shape.
func (b *body) ref(kind refKind, raw uint32, suffix string) string {
	if b.shape != nil {
		return b.shape.word(ref{kind, raw})
	}
	return fmt.Sprintf("%d%s", b.e.resolve(ref{kind, raw}), suffix)
}

// sig spells a signal's number, named for people.
func (b *body) sig(i uint32) string {
	if b.shape != nil {
		return b.shape.word(ref{refSig, i})
	}
	return b.e.sig(i)
}

// known spells a constant of at most 32 bits.
func (b *body) known(v, x uint32) string {
	if b.shape != nil && b.shape.consts && x == 0 {
		return "gpga_l32{" + b.shape.word(ref{refConst, v}) + ", 0u}"
	}
	return known(v, x)
}

// resolve gives the word that r stands for.
func (e *emitter) resolve(r ref) uint32 {
	switch r.kind {
	case refSlot:
		return e.p.Signals[r.raw].Slot
	case refBlock:
		return e.p.Nodes[r.raw].Block
	}
	return r.raw
}

// marked tells that assignments to a signal which change nothing may be left out of the log.
func (e *emitter) marked(sig uint32) bool { return e.quiet != nil && e.quiet.Mark[sig] != 0 }

// outline collects the references of a segment's code, and a key that is equal for segments of one shape.
type outline struct {
	refs []ref
	key  []byte
	seen map[ref]uint32
}

func (o *outline) num(v uint32) { o.key = binary.AppendUvarint(o.key, uint64(v)) }

// ref notes a reference; the key holds which of the references so far it equals.
func (o *outline) ref(kind refKind, raw uint32) {
	r := ref{kind, raw}
	k, ok := o.seen[r]
	if !ok {
		k = uint32(len(o.refs))
		o.seen[r] = k
		o.refs = append(o.refs, r)
	}
	o.num(k + 1)
}

// outline makes the outline of segment i, or tells that its code cannot be shared.
func (e *emitter) outline(o *outline, i int, consts bool) bool {
	p := e.p
	s := &p.Segs[i]
	o.refs, o.key = o.refs[:0], o.key[:0]
	clear(o.seen)
	o.num(uint32(flag01(s.Node)))
	o.ref(refSeg, uint32(i))
	for k := range s.Num {
		in := &p.Code[s.First+k]
		if in.Flags&(program.FlagFrame|program.FlagFrameB|program.FlagFrameD|program.FlagFrameA2) != 0 {
			return false
		}
		switch in.Op {
		case program.OpForce, program.OpRelease, program.OpAssign, program.OpDeassign, program.OpNodeOn, program.OpFork, program.OpCallTask, program.OpRet,
			program.OpDisable, program.OpNewFrame, program.OpFreeFrame, program.OpSpawn, program.OpFrLoad, program.OpFrStore, program.OpSpan, program.OpStrobe, program.OpMonitor:
			return false
		}
		info := &program.Ops[in.Op]
		o.num(uint32(in.Op))
		o.num(uint32(in.Flags))
		o.num(in.W)
		o.num(in.WA)
		for _, f := range [...]struct {
			role program.Role
			v    uint32
		}{{info.D, in.D}, {info.A, in.A}, {info.B, in.B}, {info.C, in.C}, {info.E, in.E}} {
			if !o.field(e, in, f.role, f.v, consts) {
				return false
			}
		}
	}
	return true
}

// field notes one field of an instruction; false when it cannot be shared.
func (o *outline) field(e *emitter, in *program.Instr, role program.Role, v uint32, consts bool) bool {
	p := e.p
	switch role {
	case program.RoleNone:
	case program.RoleAddr:
		o.ref(refAddr, v)
	case program.RoleSig, program.RoleArray:
		s := &p.Signals[v]
		if s.Flags&(program.SigForced|program.SigAssigned) != 0 {
			return false
		}
		o.ref(refSig, v)
		o.num(s.Width)
		o.num(s.Words)
		o.num(s.Flags & program.SigArray)
		o.num(uint32(flag01(e.marked(v))))
	case program.RoleNode:
		o.ref(refNode, v)
	case program.RoleNet:
		o.ref(refNet, v)
		o.num(uint32(flag01(p.Nets[v].Strong)))
	case program.RoleEvent, program.RoleSeg:
		if v == program.NoSeg {
			o.num(0)
			break
		}
		if role == program.RoleEvent {
			o.ref(refEvent, v)
		} else {
			o.ref(refSeg, v)
		}
	case program.RoleSite:
		o.ref(refSite, v)
	case program.RoleConst:
		if consts && in.W <= 32 && in.B == 0 {
			o.ref(refConst, v)
		} else {
			o.num(v)
		}
	case program.RoleUDPInputs:
		for _, t := range p.Forks[v : v+in.WA] {
			o.num(t)
		}
	default:
		w, use := role.Use(in)
		if !use {
			w, use = role.Def(in)
		}
		if use && w > 64 && v != program.NoTemp {
			o.ref(refAddr, v)
		} else {
			o.num(v)
		}
	}
	return true
}

// shapes finds the segments that share their code, and emits each shape. Segments with code of their own have no entry in
// e.shared.
func (e *emitter) shapes() {
	e.shared = map[int]*shape{}
	if e.opts.ShareMin <= 0 || len(e.p.Segs) < e.opts.ShareMin {
		return
	}
	task := make([]bool, len(e.p.Segs))
	for i := range e.p.Tasks {
		t := &e.p.Tasks[i]
		for k := t.FirstSeg; k < t.EndSeg; k++ {
			task[k] = true
		}
	}
	o := &outline{seen: map[ref]uint32{}}
	for _, consts := range []bool{false, true} {
		var all []*shape
		byKey := map[string]*shape{}
		for i := range e.p.Segs {
			if task[i] || e.shared[i] != nil || !e.outline(o, i, consts) {
				continue
			}
			s := byKey[string(o.key)]
			if s == nil {
				s = &shape{first: i, consts: consts, index: map[ref]int{}}
				byKey[string(o.key)] = s
				all = append(all, s)
			}
			s.members = append(s.members, i)
		}
		for _, s := range all {
			if len(s.members) < e.opts.ShareMin {
				continue
			}
			e.shape(s)
			for _, i := range s.members {
				e.shared[i] = s
			}
		}
	}
}

// shape emits the function of s and the rows of its members.
func (e *emitter) shape(s *shape) {
	seg := &e.p.Segs[s.first]
	b := e.newBody(e.p.Code[seg.First:seg.First+seg.Num], uint32(s.first))
	b.shape = s
	blk := b.run()
	s.name = fmt.Sprintf("gpga_shape_%d", s.first)
	e.finish(s.name, "uint", "GPGA_ARGS, uint th, uint p", fmt.Sprintf("%s, and %d like it", e.origin(seg.Line, seg.Desc), len(s.members)-1), b, blk)
	o := &outline{seen: map[ref]uint32{}}
	e.outline(o, s.first, s.consts)
	at := make([]uint32, len(s.refs))
	for k, r := range s.refs {
		j, ok := o.seen[ref{r.kind.base(), r.raw}]
		if !ok {
			e.fail("segment %d: a reference that its code does not hold", s.first)
			return
		}
		at[k] = j
	}
	for _, i := range s.members {
		e.outline(o, i, s.consts)
		s.rows = append(s.rows, uint32(len(e.tab.Words)))
		for k, r := range s.refs {
			e.tab.Words = append(e.tab.Words, e.resolve(ref{r.kind, o.refs[at[k]].raw}))
		}
	}
}

// call is a function that a dispatch calls.
type call struct {
	name string
	text string
}

// routes fills a table with two words for each of segs: which of calls it is, and its row. The rest of the table is 0.
func (e *emitter) routes(table string, segs []uint32) (calls []call) {
	at := uint32(len(e.tab.Words))
	e.tab.At[table], e.consts[table] = at, at
	e.tab.Order = append(e.tab.Order, table)
	e.tab.Words = append(e.tab.Words, make([]uint32, 2*len(e.p.Segs))...)
	num := map[*shape]uint32{}
	row := map[int]uint32{}
	for _, s := range segs {
		sh := e.shared[int(s)]
		if sh == nil {
			e.tab.Words[at+2*s] = uint32(len(calls))
			name := fmt.Sprintf("gpga_seg_%d", s)
			calls = append(calls, call{name, name + "(st, tab, th)"})
			continue
		}
		k, ok := num[sh]
		if !ok {
			k = uint32(len(calls))
			num[sh] = k
			calls = append(calls, call{sh.name, sh.name + "(st, tab, th, p)"})
			for j, m := range sh.members {
				row[m] = sh.rows[j]
			}
		}
		e.tab.Words[at+2*s], e.tab.Words[at+2*s+1] = k, row[int(s)]
	}
	return calls
}

// sharedDispatch makes a dispatch over segs by way of a table of routes.
func (e *emitter) sharedDispatch(name, table string, segs []uint32) {
	e.routed(name, table, e.routes(table, segs), 0)
}

// routed makes a dispatch over some of a table's calls, those from first on.
func (e *emitter) routed(name, table string, calls []call, first int) {
	texts := make([]string, len(calls))
	for i, c := range calls {
		texts[i] = c.text
	}
	e.level(name, ", uint p", texts, 0, len(texts))
	root := e.gen[name]
	head, tail, _ := strings.Cut(root.text, "\n")
	less := ""
	if first > 0 {
		less = fmt.Sprintf(" - %du", first)
	}
	if e.opts.KernelLimit > 0 {
		// This is 0, which compilers do not know: they leave the addresses of the bodies' variables in the bodies, instead of
		// computing all of them before the loop that runs segments.
		less += ";\n\tst += seg >> 31"
	}
	root.text = strings.Replace(head, ", uint p", "", 1) + fmt.Sprintf("\n\tuint p = tab[%s + seg * 2u + 1u];\n\tseg = tab[%s + seg * 2u]%s;\n", table, table, less) + tail
	e.gen[name] = root
}
