package refsim

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// udpState is one UDP instance: its inputs as it saw them last, and its output.
type udpState struct {
	in      []logic.Bit
	out     logic.Bit
	pending bool
}

// level numbers a bit as a UDP's tables do: 0, 1, 2 for x (z counts as x, IEEE 1364-2005 8.1.6).
func level(b logic.Bit) int {
	if b.Known() {
		return int(b)
	}
	return 2
}

// udpInput tells a UDP that sig has changed; nil stands for all inputs. Inputs are taken one after the other, in port
// order, each with its own edge.
func (s *sim) udpInput(a *design.Assign, sig *design.Signal) {
	u := s.assigns[a.ID].udp
	for i, e := range a.Inputs {
		b := noZ(s.root.eval(e).Bit(0))
		if b == u.in[i] {
			continue
		}
		prev := u.in[i]
		u.in[i] = b
		next := s.udpNext(a.UDP, u, i, prev)
		if next == u.out {
			continue
		}
		u.out = next
		s.udpQueue(a, u)
	}
}

// udpQueue sends the output on its way as an event of its own.
func (s *sim) udpQueue(a *design.Assign, u *udpState) {
	if u.pending {
		return
	}
	u.pending = true
	run := func() {
		u.pending = false
		s.send(a, u.out.Vec(), nil)
	}
	if s.region == regionInit {
		s.initial.add(run)
	} else {
		s.cur.active.add(run)
	}
}

// udpNext looks the output up after input changed went from prev to its present value. Level-sensitive rows dominate
// edge-sensitive ones (IEEE 1364-2005 8.8); where no row matches, the output is x.
func (s *sim) udpNext(d *design.UDP, u *udpState, changed int, prev logic.Bit) logic.Bit {
	for _, edge := range []bool{false, true} {
		for i := range d.Rows {
			r := &d.Rows[i]
			if (r.EdgeInput >= 0) != edge || !u.matches(d, r) {
				continue
			}
			if edge {
				if r.EdgeInput != changed || r.Edges>>(level(prev)*3+level(u.in[changed]))&1 == 0 {
					continue
				}
			}
			if r.Keep {
				return u.out
			}
			return r.Next
		}
	}
	return logic.LX
}

// matches tells whether the levels and the current state fit a row.
func (u *udpState) matches(d *design.UDP, r *design.UDPRow) bool {
	if d.Sequential && r.Cur>>level(u.out)&1 == 0 {
		return false
	}
	for i, set := range r.In {
		if i == r.EdgeInput {
			continue
		}
		if set>>level(u.in[i])&1 == 0 {
			return false
		}
	}
	return true
}
