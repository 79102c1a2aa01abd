package emit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// Switch emits the switch form of the kernel for p: the baseline that the table form is measured against, and that a suspected
// fault is bisected with. What the table form keeps in tables is control flow here: the evaluator of edge waits stands inlined at four
// places (edge and star evaluation, while processes run and in the nonblocking loop), each a switch with a case for every wait, and
// every body stands in one function under a switch over segments. It does what the other forms do; it is never a default.
func Switch(p *program.Program) (*Kernel, error) {
	e := newEmitter(p, false)
	e.switchLibrary()
	for i := range p.Funcs {
		f := &p.Funcs[i]
		var w strings.Builder
		name := fmt.Sprintf("gpga_fn_%d", i)
		fmt.Fprintf(&w, "static inline void %s(GPGA_ARGS) {\n", name)
		e.whole(&w, p.Code[f.First:f.First+f.Num], program.NoSeg, 1)
		w.WriteString("}\n")
		e.gen[name] = chunk{name: name, text: w.String(), brief: e.origin(f.Line, f.Name)}
	}
	all := make([]uint32, len(p.Segs))
	for i := range all {
		all[i] = uint32(i)
	}
	e.switchDispatch("gpga_dispatch", all)
	// Immediate nodes run inside a segment's settling, so their bodies stand there once more: MSL has no recursion.
	now := immediate(p)
	text := "static inline void gpga_dispatch_now(device uint *st, device const uint *tab, uint b) {\n"
	if len(now) > 0 {
		e.switchDispatch("gpga_dispatch_nth", now)
		text += "    gpga_dispatch_nth(st, tab, GPGA_AT(b + B_SEG), b);\n"
	}
	e.gen["gpga_dispatch_now"] = chunk{name: "gpga_dispatch_now", text: text + "}\n"}
	if e.err != nil {
		return nil, e.err
	}
	states := "four-state"
	if p.TwoState {
		states = "two-state"
	}
	fmt.Fprintf(&e.out, "/* gpga kernel, switch form, %s: %s */\n", states, comment(p.Top))
	e.out.WriteString("/* The baseline of control-flow size, to compare with and to bisect with: the text grows with every wait and every body, and with it what a\n   compiler makes of it. It is never a default; the table form does the same. */\n")
	fmt.Fprintf(&e.out, "/* %d waits in 4 switches, %d segments in one */\n", len(p.Events), len(p.Segs))
	e.prelude(unsignedIndex)
	e.place("gpga_step")
	if e.err != nil {
		return nil, e.err
	}
	return &Kernel{Text: e.out.String(), Tables: e.tab}, nil
}

// switchPrefix begins the names of the library's chunks that take, in the switch form, the place of those without it.
const switchPrefix = "gpga_switch_"

// switchLibrary puts the switch form's chunks in place and fills their sites.
func (e *emitter) switchLibrary() {
	var pairs []string
	for name, c := range e.lib {
		plain := "gpga_" + strings.TrimPrefix(name, switchPrefix)
		if strings.HasPrefix(name, switchPrefix) && e.lib[plain].Name != "" {
			e.gen[plain] = chunk{name: plain, text: strings.ReplaceAll(c.Text, name+"(", plain+"(")}
		}
	}
	pairs = append(pairs, "GPGA_EDGE_SITE", e.edgeSite(), "GPGA_STAR_SITE", e.starSite())
	e.subst = strings.NewReplacer(append(pairs, e.slots(false)...)...)
	// The sites hold the place of the marks of writes that wait, so they are replaced first.
	for _, name := range []string{"gpga_publish", "gpga_apply_nba"} {
		c := e.gen[name]
		c.text = e.subst.Replace(c.text)
		e.gen[name] = c
	}
}

// edgeSite is the evaluator of waits with edges, each wait a case with its items as literals.
func (e *emitter) edgeSite() string {
	var w strings.Builder
	const pad = "            "
	w.WriteString("switch (sched_wait_id) {\n")
	for i, ev := range e.p.Events {
		items := e.p.Items[ev.Item : ev.Item+ev.NumItem]
		if !hasEdge(items) {
			continue
		}
		fmt.Fprintf(&w, pad+"case %du: { /* %s: items %d to %d */\n", i, e.origin(ev.Line, 0), ev.Item, ev.Item+ev.NumItem-1)
		w.WriteString(pad + "    uint v, x, move;\n" + pad + "    bool hit = false;\n")
		for k, it := range items {
			s := &e.p.Signals[it.Signal]
			prev := e.p.Layout.ItemPrev + 2*(ev.Item+uint32(k))
			fmt.Fprintf(&w, pad+"    v = GPGA_AT(%du%s) & 1u;\n", s.Slot, e.label(it.Signal))
			fmt.Fprintf(&w, pad+"    x = GPGA_AT(%du) & 1u;\n", s.Slot+words(s.Width))
			mask := edgeMask(it.Edge)
			if mask != 0 {
				fmt.Fprintf(&w, pad+"    move = ((GPGA_AT(%du) | (GPGA_AT(%du) << 1)) << 2) | v | (x << 1);\n", prev, prev+1)
			}
			fmt.Fprintf(&w, pad+"    GPGA_AT(%du) = v;\n", prev)
			fmt.Fprintf(&w, pad+"    GPGA_AT(%du) = x;\n", prev+1)
			if mask != 0 {
				fmt.Fprintf(&w, pad+"    if (((0x%xu >> move) & 1u) != 0) hit = true; /* %s */\n", mask, EdgeName(it.Edge))
			}
		}
		for _, sig := range layout.StarList(e.p, uint32(i)) {
			fmt.Fprintf(&w, pad+"    if (gpga_star_moved(st, tab, %du%s, false)) hit = true;\n", sig, e.label(sig))
		}
		fmt.Fprintf(&w, pad+"    if (hit) gpga_wake(st, %du);\n", i)
		w.WriteString(pad + "    break;\n" + pad + "}\n")
	}
	w.WriteString(pad + "}")
	return w.String()
}

func hasEdge(items []program.Item) bool {
	return slices.ContainsFunc(items, func(it program.Item) bool { return it.Edge == program.EdgePos || it.Edge == program.EdgeNeg })
}

// starSite is the evaluator of waits for any change, each wait a case with the list of its signals as literals. Of a wait that has edges
// as well, edgeSite compares the signals that have values.
func (e *emitter) starSite() string {
	var w strings.Builder
	const pad = "            "
	w.WriteString("switch (sched_wait_id) {\n")
	for i, ev := range e.p.Events {
		stars := layout.StarSignals(e.p, uint32(i))
		if hasEdge(e.p.Items[ev.Item : ev.Item+ev.NumItem]) {
			list := layout.StarList(e.p, uint32(i))
			stars = slices.DeleteFunc(stars, func(sig uint32) bool { return slices.Contains(list, sig) })
		}
		if len(stars) == 0 {
			continue
		}
		fmt.Fprintf(&w, pad+"case %du: /* %s */\n"+pad+"    switch (sig) {\n", i, e.origin(ev.Line, 0))
		for _, s := range stars {
			fmt.Fprintf(&w, pad+"    case %du:%s\n", s, e.label(s))
		}
		fmt.Fprintf(&w, pad+"        gpga_wake(st, %du);\n"+pad+"        break;\n"+pad+"    }\n"+pad+"    break;\n", i)
	}
	w.WriteString(pad + "}")
	return w.String()
}

// switchDispatch writes a function in which the bodies of segs stand under one switch.
func (e *emitter) switchDispatch(name string, segs []uint32) {
	var w strings.Builder
	fmt.Fprintf(&w, "static inline __attribute__((always_inline)) uint %s(GPGA_ARGS, uint pc, uint th) {\n\tswitch (pc) {\n", name)
	for _, id := range segs {
		s := &e.p.Segs[id]
		fmt.Fprintf(&w, "\tcase %du: { /* %s */\n", id, e.origin(s.Line, s.Desc))
		e.whole(&w, e.p.Code[s.First:s.First+s.Num], id, 2)
		w.WriteString("\t}\n")
	}
	w.WriteString("\t}\n\treturn GPGA_STOPPED;\n}\n")
	e.gen[name] = chunk{name: name, text: w.String()}
}

// whole writes the body of a segment, or of a func where self is NoSeg, uncut.
func (e *emitter) whole(w *strings.Builder, code []program.Instr, self uint32, depth int) {
	b := e.newBody(code, self)
	if self != program.NoSeg {
		b.keep = e.frameToFree(self)
	}
	blk := b.run()
	if b.loops {
		blk = b.looped(blk)
	}
	if self != program.NoSeg && !blk.closed() {
		blk.line("return GPGA_STOPPED;")
	}
	if b.frame {
		w.WriteString(strings.Repeat("\t", depth) + "uint fr = GPGA_AT(th + TH_FRAME);\n")
	}
	blk.print(w, depth)
}
