package emit

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// body turns the code of one segment or func into statements.
type body struct {
	e    *emitter
	code []program.Instr
	self uint32 // segment id, NoSeg in a func
	uses map[uint32]int
	vals map[uint32]*value
	// pending are temps whose text is not yet placed, in order: they move into their single use unless something with
	// an effect comes first.
	pending []uint32
	types   map[string]string
	stack   []*frame
	cur     *block
	label   bool // the last instruction was a case's label
	frame   bool // uses the frame
	loops   bool // goes to itself
	effects bool // can use up an arena
	n       int
	shape   *shape // the body is one that segments share
	keep    uint32 // frame words to free at OpRet, 0 to keep
	noted   int    // the most signals that can be noted here
}

// value is a temp's text.
type value struct {
	text  string
	class uint8  // 32 or 64; 0 for a wide one
	pure  bool   // a constant: may be repeated
	ready bool   // text is a name or a constant
	inner string // text without the gpga_bit around it, for readers that take z as x anyway
}

// frame is an open structured construct.
type frame struct {
	op     program.Op
	it     *item
	outer  *block
	flag   string // loops: the variable that a break inside a switch sets
	sel    value
	labels []string
	used   map[uint32]bool
	// What is noted where the construct begins, and at the most behind the arms so far.
	before, after int
}

func class(w uint32) uint8 {
	switch {
	case w <= 32:
		return 32
	case w <= 64:
		return 64
	}
	return 0
}

func words(w uint32) uint32 { return (w + 31) / 32 }

// mask spells the mask of w bits of w's class.
func mask(w uint32) string { return maskIn(w, class(w)) }

func maskIn(w uint32, c uint8) string {
	if c == 64 {
		if w >= 64 {
			return "~0ul"
		}
		return fmt.Sprintf("0x%xul", uint64(1)<<w-1)
	}
	if w >= 32 {
		return "0xffffffffu"
	}
	return fmt.Sprintf("0x%xu", uint32(1)<<w-1)
}

func (e *emitter) newBody(code []program.Instr, self uint32) *body {
	b := &body{e: e, code: code, self: self, uses: map[uint32]int{}, vals: map[uint32]*value{}, types: map[string]string{}, cur: &block{}}
	for i := range code {
		for _, t := range e.operands(&code[i]) {
			b.uses[t]++
		}
	}
	b.loops = self != program.NoSeg && len(code) <= 3*BodyLimit && layout.GoesTo(code, self)
	return b
}

// segment emits segment i.
func (e *emitter) segment(i int) {
	s := &e.p.Segs[i]
	b := e.newBody(e.p.Code[s.First:s.First+s.Num], uint32(i))
	b.keep = e.frameToFree(uint32(i))
	blk := b.run()
	name := fmt.Sprintf("gpga_seg_%d", i)
	e.finish(name, "uint", "GPGA_ARGS, uint th", e.origin(s.Line, s.Desc), b, blk)
}

// function emits func i.
func (e *emitter) function(i int) {
	f := &e.p.Funcs[i]
	b := e.newBody(e.p.Code[f.First:f.First+f.Num], program.NoSeg)
	blk := b.run()
	e.finish(fmt.Sprintf("gpga_fn_%d", i), "void", "GPGA_ARGS", e.origin(f.Line, f.Name), b, blk)
}

func (e *emitter) finish(name, result, params, brief string, b *body, blk *block) {
	e.weights[name] = blk.weight() + e.called(b.code)
	c := &cutter{e: e, name: name, brief: brief, types: b.types, frame: b.frame, shape: b.shape != nil, void: result == "void",
		self: func() string { return b.ref(refSeg, b.self, "u") }}
	if b.loops {
		c.fit(blk, BodyLimit)
		blk = b.looped(blk)
	} else {
		c.fit(blk, BodyLimit)
	}
	if result == "uint" && !blk.closed() {
		blk.line("return GPGA_STOPPED;")
	}
	var w strings.Builder
	fmt.Fprintf(&w, "GPGA_FN %s %s(%s) {\n", result, name, params)
	if result == "void" {
		if c.n > 0 {
			w.WriteString("\tuint th = 0;\n")
		}
	}
	if b.frame {
		w.WriteString("\tuint fr = GPGA_AT(th + TH_FRAME);\n")
	}
	blk.print(&w, 1)
	w.WriteString("}\n")
	e.gen[name] = chunk{name: name, text: w.String(), brief: brief}
}

// frameToFree is the size of the frame that a return from segment seg frees: of its task, unless the caller still reads it.
func (e *emitter) frameToFree(seg uint32) uint32 {
	words := uint32(0)
	for i := range e.p.Tasks {
		if t := &e.p.Tasks[i]; seg >= t.FirstSeg && seg < t.EndSeg && !t.Keep {
			words = t.FrameWords
		}
	}
	return words
}

// looped wraps the body of a segment that goes to itself into a bounded loop.
func (b *body) looped(blk *block) *block {
	loop := &block{}
	if b.effects {
		loop.add(&item{kind: itemIf, text: "if (turn != 0u && gpga_roomy(st) == 1u)", arms: []*block{{items: []*item{{text: "break;", breaks: true}}}}})
	}
	loop.items = append(loop.items, blk.items...)
	out := &block{}
	out.add(&item{kind: itemLoop, text: "for (uint turn = 0; turn < 256u; ++turn)", arms: []*block{loop}})
	out.add(&item{text: fmt.Sprintf("return %s;", b.ref(refSeg, b.self, "u")), returns: true})
	return out
}

// run makes the statements.
func (b *body) run() *block {
	top := b.cur
	for i := range b.code {
		b.instr(&b.code[i])
		b.over(i)
		if b.e.err != nil {
			return top
		}
	}
	if b.self == program.NoSeg {
		b.publishNotes()
	}
	b.flush()
	if len(b.stack) > 0 {
		b.e.fail("segment %d: an open construct", b.self)
	}
	return top
}

// over ends the thread behind a system task when $finish has been called at this time, as Icarus does: what else runs at
// this time goes no further than its next system task.
func (b *body) over(i int) {
	switch b.code[i].Op {
	case program.OpSvcEnd, program.OpStrobe, program.OpMonitor:
	default:
		return
	}
	if b.self == program.NoSeg || b.e.p.Segs[b.self].Node || !b.e.finishes || i+1 >= len(b.code) {
		return
	}
	switch b.code[i+1].Op {
	case program.OpEnd, program.OpWait, program.OpDelay, program.OpFinish, program.OpReply:
		return
	}
	b.flush()
	b.cur.add(&item{kind: itemIf, text: "if (gpga_over(st))", arms: []*block{{items: []*item{{text: "return GPGA_STOPPED;", returns: true}}}}})
}

// temp reads temp t of class c.
func (b *body) temp(t uint32) string {
	v := b.vals[t]
	if v == nil {
		b.e.fail("segment %d: temp %d is read before it is written", b.self, t)
		return "t0"
	}
	if !v.ready {
		// its one use takes the text
		for i, p := range b.pending {
			if p == t {
				b.pending = append(b.pending[:i], b.pending[i+1:]...)
				break
			}
		}
		v.ready = true
	}
	return v.text
}

// flag reads temp t where z counts as x.
func (b *body) flag(t uint32) string {
	text := b.temp(t)
	if v := b.vals[t]; v != nil && v.inner != "" && text == "gpga_bit("+v.inner+")" {
		return v.inner
	}
	return text
}

// class of temp t.
func (b *body) class(t uint32) uint8 {
	if v := b.vals[t]; v != nil {
		return v.class
	}
	return 32
}

// def gives temp t the text of a value of width w. Effects tells that the text must stay where it is.
func (b *body) def(t, w uint32, text string, effects bool) {
	c := class(w)
	v := &value{text: text, class: c}
	b.vals[t] = v
	if b.uses[t] == 1 && !effects && len(text) < 240 {
		b.pending = append(b.pending, t)
		return
	}
	if b.uses[t] == 0 && !effects {
		v.ready = true
		return
	}
	b.place(t, v)
}

// place writes a declaration of temp t.
func (b *body) place(t uint32, v *value) {
	name := fmt.Sprintf("t%d", t)
	typ := "gpga_l32"
	if v.class == 64 {
		typ = "gpga_l64"
	}
	b.types[name] = typ
	b.cur.line("%s %s = %s;", typ, name, v.text)
	v.text, v.ready = name, true
}

// flush places all pending temps, because something with an effect follows.
func (b *body) flush() {
	p := b.pending
	b.pending = nil
	for _, t := range p {
		if v := b.vals[t]; v != nil && !v.ready {
			b.place(t, v)
		}
	}
}

// constant gives temp t a constant text that may be repeated.
func (b *body) constant(t uint32, c uint8, text string) {
	b.vals[t] = &value{text: text, class: c, pure: true, ready: true}
}

// effect writes a statement after all pending temps. Its text has been made before, so what it uses is not pending any more.
func (b *body) effect(format string, args ...any) {
	b.flush()
	b.cur.line(format, args...)
}

// leave writes a statement that ends the function.
func (b *body) leave(format string, args ...any) {
	b.flush()
	text := fmt.Sprintf(format, args...)
	b.cur.add(&item{text: text, returns: text != "continue;", breaks: text == "continue;"})
}

// addr spells the address a, relative to the frame when rel is set.
func (b *body) addr(a uint32, rel bool) string {
	if rel {
		b.frame = true
		return fmt.Sprintf("fr + %d", a)
	}
	return b.ref(refAddr, a, "")
}

// wide spells the address of a wide temp.
func (b *body) wide(t uint32, rel bool) string { return b.addr(t, rel) }

// l64 spells temp t, of w bits, as a 64-bit value.
func (b *body) l64(t, w uint32) string {
	if class(w) == 64 {
		return b.temp(t)
	}
	return "gpga_up(" + b.temp(t) + ")"
}

// truth spells "t has a bit that is 1".
func (b *body) truth(t, w uint32, rel bool) string {
	if class(w) == 0 {
		return fmt.Sprintf("gpga_w_true(st, %s, %du)", b.wide(t, rel), words(w))
	}
	return fmt.Sprintf("gpga_true%d(%s)", class(w), b.flag(t))
}
