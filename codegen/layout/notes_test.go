package layout

import (
	"testing"

	"github.com/gpga/gpga/scheduler/program"
)

// storing has signals 0, whose rise is waited for, and 1 and 2, any change of which is; its one segment has the code.
func storing(code ...program.Instr) *program.Program {
	code = append([]program.Instr{{Op: program.OpConst, W: 8}}, code...) // what is stored
	p := &program.Program{
		Strings: []string{""},
		Items:   []program.Item{{Event: 0, Edge: program.EdgePos}, {Event: 1, Signal: 1}, {Event: 1, Signal: 2}},
		Events:  []program.Event{{Item: 0, NumItem: 1}, {Item: 1, NumItem: 2}},
		Layout:  program.Layout{FixedWords: program.HdrWords + 8}, Consts: make([]uint32, 2),
		Code: code, Segs: []program.Segment{{Num: uint32(len(code))}}, Funcs: make([]program.Func, 1),
	}
	for i := range uint32(3) {
		p.Signals = append(p.Signals, program.Signal{Slot: program.HdrWords + 2*i, Width: 8, Words: 1, Fan: i, NumFan: 1})
		p.Fanout = append(p.Fanout, program.Fan{Kind: program.FanItem, Target: i})
	}
	return p
}

func TestNotes(t *testing.T) {
	store := func(sig uint32) program.Instr { return program.Instr{Op: program.OpStore, A: sig, W: 8} }
	op := func(o program.Op) program.Instr { return program.Instr{Op: o} }
	a, b, end, settle := store(1), store(2), op(program.OpEnd), op(program.OpSettle)
	many := make([]program.Instr, 1000)
	for i := range many {
		many[i] = a
	}
	for _, c := range []struct {
		name  string
		code  []program.Instr
		noted int
		max   int
	}{
		{"one, at the end", []program.Instr{a, end}, 1, 1},
		{"three are too few before something that settles", []program.Instr{a, b, a, settle, end}, 0, 0},
		{"four are not", []program.Instr{a, b, a, b, settle, end}, 4, 4},
		{"nor before what has to be told", []program.Instr{a, b, a, op(program.OpFork)}, 0, 0},
		{"what does not publish may stand between", []program.Instr{a, op(program.OpNop), b, op(program.OpIf), a, op(program.OpElse), op(program.OpEndIf), op(program.OpNBA), b, settle, end}, 4, 4},
		{"settling may not", []program.Instr{a, b, settle, a, b, settle, end}, 0, 0},
		{"nor may an assignment that begins to wait", []program.Instr{a, b, op(program.OpSpawn), a, b, settle, end}, 0, 0},
		{"nor may a store to a signal with an edge", []program.Instr{a, b, store(0), a, b, settle, end}, 0, 0},
		{"nor a call", []program.Instr{a, b, op(program.OpCall), a, b, settle, end}, 0, 0},
		{"nor one of more than 64 bits", []program.Instr{a, b, {Op: program.OpStore, A: 1, W: 65}, a, b, settle, end}, 0, 0},
		{"loops have none", []program.Instr{op(program.OpLoop), a, b, a, b, op(program.OpEndLoop), end}, 0, 0},
		{"nor has a segment that goes to itself, but for many", []program.Instr{a, {Op: program.OpGotoIf, C: 1}}, 0, 0},
		{"behind one there may be", []program.Instr{op(program.OpLoop), a, op(program.OpEndLoop), a, b, a, b, a, settle, end}, 5, 5},
		{"there is room for so many", append(many, end), 1000, maxNotes},
	} {
		p := storing(c.code...)
		n := NewNotes(p, false)
		if len(n.Stores) != c.noted || n.Max != c.max {
			t.Errorf("%s: %d stores are noted, room for %d; expected %d, %d", c.name, len(n.Stores), n.Max, c.noted, c.max)
		}
		words := uint32(0)
		if c.max > 0 {
			words = 1 + uint32(c.max)
		}
		if s := NewStars(p); n.At != s.XZ+s.words || Fixed(p) != n.At+words {
			t.Errorf("%s: notes at %d, %d fixed words", c.name, n.At, Fixed(p))
		}
		// All evaluated, every signal keeps its value; where the words lie stays the same.
		if all := NewNotes(p, true); len(all.Stores) != 0 || all.Max != c.max {
			t.Errorf("%s: all evaluated, %d stores are noted, room for %d", c.name, len(all.Stores), all.Max)
		}
	}
}
