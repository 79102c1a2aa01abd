package layout

import (
	"fmt"

	"github.com/gpga/gpga/scheduler/program"
)

// vmPlan tells where in the arena the vm keeps what only it needs. Temps have fixed addresses. No two segments run at a time, so
// they share theirs; nodes run inside segments, between two of their instructions, so they have others; a function's lie behind
// those of all that call it.
type vmPlan struct {
	seg, node uint32   // temps of segments, and of segments of nodes
	fn        []uint32 // temps of each function
	stack     uint32   // calls: four words each
	consts    uint32   // constants, as values stand in storage
	pool      []uint32 // their words
	at        map[vmConst]uint32
	end       uint32 // the address behind all
}

// vmConst is what a narrow constant looks like in storage, in two or four words.
type vmConst struct {
	w [4]uint32
	n uint32
}

// known is a constant of at most 32 bits that are all known.
func known(v uint32) vmConst { return vmConst{[4]uint32{v}, 2} }

func constOf(p *program.Program, in *program.Instr) vmConst {
	if in.W <= 32 {
		return vmConst{[4]uint32{in.A, in.B}, 2}
	}
	return vmConst{[4]uint32(p.Consts[in.A : in.A+4]), 4}
}

// vmScratchWords is the scratch of a division of 64 bits: three times its words.
const vmScratchWords = 6

// newVMPlan lays out the vm's part of p's arena.
func newVMPlan(p *program.Program) *vmPlan {
	// values of at most 64 bits need scratch here, too
	base := WideScratch(p) + max(wideScratchWords(p), vmScratchWords)
	l := &vmPlan{seg: base, fn: make([]uint32, len(p.Funcs)), at: map[vmConst]uint32{}}
	// unit is what a piece of code needs; one temp more holds the truth of wide values
	type unit struct {
		words uint32
		calls []uint32
	}
	scan := func(first, num uint32) (u unit) {
		code := p.Code[first : first+num]
		u.words = 4 * (unitTemps(p, code) + 1)
		for k := range code {
			if code[k].Op == program.OpCall {
				u.calls = append(u.calls, code[k].A)
			}
		}
		return u
	}
	fns := make([]unit, len(p.Funcs))
	for i := range p.Funcs {
		fns[i] = scan(p.Funcs[i].First, p.Funcs[i].Num)
	}
	// Callers stand before what they call.
	var order []uint32
	depth := make([]uint32, len(p.Funcs))
	seen := make([]bool, len(p.Funcs))
	var visit func(f uint32)
	visit = func(f uint32) {
		if seen[f] {
			return
		}
		seen[f] = true
		for _, g := range fns[f].calls {
			visit(g)
			depth[f] = max(depth[f], depth[g]+1)
		}
		order = append(order, f)
	}
	for i := range fns {
		visit(uint32(i))
	}
	segs := make([]unit, len(p.Segs))
	for i := range p.Segs {
		segs[i] = scan(p.Segs[i].First, p.Segs[i].Num)
	}
	deepest := uint32(0)
	// room gives temps to all segments of one kind and to what they call, and returns the address behind them.
	room := func(base uint32, node bool) uint32 {
		end, deep := base, uint32(0)
		for i := range segs {
			if p.Segs[i].Node != node {
				continue
			}
			end = max(end, base+segs[i].words)
			for _, f := range segs[i].calls {
				l.fn[f] = max(l.fn[f], base+segs[i].words)
				deep = max(deep, depth[f]+1)
			}
		}
		for i := len(order) - 1; i >= 0; i-- {
			f := order[i]
			for _, g := range fns[f].calls {
				l.fn[g] = max(l.fn[g], l.fn[f]+fns[f].words)
			}
		}
		for f := range fns {
			end = max(end, l.fn[f]+fns[f].words)
		}
		deepest += deep
		return end
	}
	l.node = room(l.seg, false)
	l.stack = room(l.node, true)
	l.consts = l.stack + 4*(deepest+2)
	add := func(c vmConst) {
		if _, ok := l.at[c]; !ok {
			l.at[c] = uint32(len(l.pool))
			l.pool = append(l.pool, c.w[:c.n]...)
		}
	}
	add(known(0))
	for i := range p.Code {
		switch in := &p.Code[i]; {
		case in.Op == program.OpConst && in.W <= 64:
			add(constOf(p, in))
		case (in.Op == program.OpRedAnd || in.Op == program.OpRedNand) && in.WA <= 32:
			// they compare with this
			add(known(mask32(in.WA)))
		}
	}
	l.end = l.consts + uint32(len(l.pool))
	return l
}

// check says what would let a node run over the temps of what it interrupts.
func (l *vmPlan) check(p *program.Program) error {
	for i := range p.Funcs {
		f := &p.Funcs[i]
		if l.fn[i] < l.node {
			continue
		}
		for _, in := range p.Code[f.First : f.First+f.Num] {
			if in.Op == program.OpSettle {
				return fmt.Errorf("vm: a function of nodes runs nodes")
			}
		}
	}
	return nil
}
