package sim

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
	"unsafe"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// cycle finds that a simulation is back in a state that it had before, at the same time: it will never leave it. It is
// Brent's method: one state is kept, as a hash, for twice as long each time.
type cycle struct {
	kept  uint64
	power int
	steps int
}

const (
	cycleAfter = 1 << 20 // steps at one time before states are compared
	cycleWords = 1 << 22 // larger arenas are not compared
)

var cycleSeed = maphash.MakeSeed()

// closed takes the next state in and tells whether it is the one that is kept.
func (c *cycle) closed(st layout.State) bool {
	if st.Len() > cycleWords || st.Len() == 0 {
		return false
	}
	a := st.Words(0, st.Len())
	h := maphash.Bytes(cycleSeed, unsafe.Slice((*byte)(unsafe.Pointer(&a[0])), 4*len(a)))
	if c.power > 0 && h == c.kept {
		return true
	}
	if c.steps++; c.steps >= c.power {
		c.kept, c.steps, c.power = h, 0, max(1, 2*c.power)
	}
	return false
}

// block is what the kernel runs next, 0 when it has to look further.
func (s *Sim) block() uint32 {
	a := s.arena()
	for _, h := range []uint32{program.HdrCur, program.HdrChain, program.HdrActHead} {
		if b := a.At(h); b != 0 && b+program.NodeWords <= a.Len() {
			return b
		}
	}
	return 0
}

// segment is the segment that a block stands at.
func (s *Sim) segment(block uint32) *program.Segment {
	if block == 0 {
		return nil
	}
	if seg := s.arena().At(block + program.BSeg); int(seg) < len(s.p.Segs) {
		return &s.p.Segs[seg]
	}
	return nil
}

// place is what a segment belongs to, in words, and where that is in the source.
func (s *Sim) place(g *program.Segment) (name string, at program.Line) {
	name = s.p.Strings[g.Desc]
	if int(g.Scope) < len(s.p.Scopes) {
		name += " of " + s.p.Strings[s.p.Scopes[g.Scope].Path]
	}
	if int(g.Line) < len(s.p.Lines) {
		at = s.p.Lines[g.Line]
	}
	return name, at
}

// running is an error in what runs now.
func (s *Sim) running(code, message string) *Error {
	e := &Error{Code: code, Message: message}
	if g := s.segment(s.block()); g != nil {
		name, at := s.place(g)
		e.Message += ", in " + name
		s.locate(e, at)
	}
	return e
}

func (s *Sim) locate(e *Error, at program.Line) {
	if at.Line != 0 {
		e.File, e.Line, e.Col = s.p.Strings[at.File], int(at.Line), int(at.Col)
	}
}

const (
	spinSteps = 10000 // single steps that are watched to see who takes part in a loop
	spinNames = 8     // of which so many are named
)

// spinning is the error of a design that loops at one time: it lets the loop go on in single steps and names who takes part,
// in source order.
func (s *Sim) spinning(now uint64) error {
	type part struct {
		name string
		at   program.Line
	}
	seen := map[part]bool{}
	var parts []part
	for range spinSteps {
		if g := s.segment(s.block()); g != nil {
			name, at := s.place(g)
			at.Col = 0
			if p := (part{name, at}); !seen[p] {
				seen[p] = true
				_, p.at = s.place(g)
				parts = append(parts, p)
			}
		}
		a := s.arena()
		if st := a.At(program.HdrStatus); st != program.StatusBudget && st != program.StatusRun {
			break
		}
		a.Set(program.HdrStatus, program.StatusRun)
		a.Set(program.HdrSvcEnd, a.At(program.HdrSvcBase))
		if s.eng.Step(1) != nil {
			break
		}
	}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.at.File, b.at.File), cmp.Compare(a.at.Line, b.at.Line), strings.Compare(a.name, b.name))
	})
	e := &Error{Code: "R104", Message: fmt.Sprintf("time does not advance past %d: a zero-delay loop", now)}
	for i, p := range parts {
		switch {
		case i == 0:
			e.Message += " in " + p.name
			s.locate(e, p.at)
		case i < spinNames:
			e.Message += fmt.Sprintf(", %s (%s:%d)", p.name, s.p.Strings[p.at.File], p.at.Line)
		case i == spinNames:
			e.Message += fmt.Sprintf(" and %d more", len(parts)-i)
		}
	}
	return e
}

// endless is the error of a loop in a function that passed its bound. The kernel does not say which: the program's own list
// does, where there is one, and else names those that it may be.
func (s *Sim) endless() *Error {
	e := s.running("R102", fmt.Sprintf("a loop inside a function ran %d times without end", program.LoopMax))
	var names []string
	for i := range s.p.Funcs {
		f := &s.p.Funcs[i]
		for _, in := range s.p.Code[f.First : f.First+f.Num] {
			if in.Op != program.OpLoop {
				continue
			}
			at := in.Line
			if at == 0 {
				at = f.Line
			}
			if e.File == "" && int(at) < len(s.p.Lines) {
				s.locate(e, s.p.Lines[at])
			}
			names = append(names, s.p.Strings[f.Name])
			break
		}
	}
	if len(names) > 0 {
		e.Message += ", in " + strings.Join(names[:min(len(names), spinNames)], " or ")
	}
	return e
}
