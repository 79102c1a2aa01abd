package sim

import (
	"errors"
	"math"
	"strings"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/scheduler/program"
)

// drain serves all records of the ring; the last one waits for a reply when reply is set. It tells whether the simulation
// shall end at once.
func (s *Sim) drain(reply bool) (bool, error) {
	st := s.arena()
	base := st.At(program.HdrSvcBase)
	a := st.Words(base, st.At(program.HdrSvcEnd)-base)
	end := uint32(len(a))
	for at := uint32(0); at < end; {
		size := uint32(0)
		if end-at >= program.RecHeader {
			size = a[at+1]
		}
		next := at + size
		if size < program.RecHeader || size > end-at {
			return false, &Error{Code: "R100", Message: "a service record is damaged"}
		}
		now := uint64(a[at+2]) | uint64(a[at+3])<<32
		if s.opt.MaxTime != 0 && now > s.opt.MaxTime {
			return true, nil
		}
		if a[at] == program.RecTrace {
			if err := s.waves.change(now, a[at+program.RecHeader:next]); err != nil {
				return false, err
			}
		} else if int(a[at]) < len(s.p.Sites) {
			ended, err := s.serve(&s.p.Sites[a[at]], now, a[at+program.RecHeader:next], reply && next == end)
			if err != nil || ended {
				return ended, err
			}
		}
		at = next
	}
	st.Set(program.HdrSvcEnd, base)
	return false, nil
}

// vec reads a value of width bits from its two planes; a real's bits likewise.
func vec(w []uint32, width uint32) logic.Vec {
	n := int(width+31) / 32
	return logic.Vec{Width: int(width), Val: append([]uint32(nil), w[:n]...), XZ: append([]uint32(nil), w[n:2*n]...)}
}

// put writes v, resized to width bits, to the arena at addr.
func put(a layout.State, addr uint32, v logic.Vec, width uint32, signed bool) {
	if v.Width != int(width) {
		v = logic.Extend(v, int(width), signed)
	}
	a.Put(addr, v.Val)
	a.Put(addr+uint32(len(v.Val)), v.XZ)
}

func realOf(v logic.Vec) float64 {
	return math.Float64frombits(uint64(v.Val[0]) | uint64(v.Val[1])<<32)
}

func realVec(r float64) logic.Vec {
	b := math.Float64bits(r)
	return logic.Vec{Width: 64, Val: []uint32{uint32(b), uint32(b >> 32)}, XZ: []uint32{0, 0}}
}

// caller describes the call of site to the host.
func (s *Sim) caller(site *program.Site, now uint64) host.Caller {
	p := s.p
	c := host.Caller{Name: p.Strings[site.Name], Now: now, Unit: int(p.TickExp), Precision: int(p.TickExp)}
	if site.Line != 0 && int(site.Line) < len(p.Lines) {
		l := p.Lines[site.Line]
		c.File, c.Line = p.Strings[l.File], int(l.Line)
	}
	if int(site.Scope) < len(p.Scopes) {
		sc := &p.Scopes[site.Scope]
		c.Scope, c.Unit, c.Precision = p.Strings[sc.Path], int(sc.Unit), int(sc.Prec)
		m := sc
		for m.Kind != program.ScopeModule && m.Parent != program.NoSeg {
			m = &p.Scopes[m.Parent]
		}
		c.Module = p.Strings[m.Path]
	}
	return c
}

// args reads the arguments of site from a record's payload.
func (s *Sim) args(site *program.Site, now uint64, w []uint32) []host.Arg {
	p := s.p
	out := make([]host.Arg, site.NumArg)
	for i := range out {
		row := &p.SiteArgs[site.Arg+uint32(i)]
		take := func() logic.Vec {
			n := 2 * ((row.Width + 31) / 32)
			v := vec(w, row.Width)
			w = w[n:]
			return v
		}
		arg := host.Arg{Kind: host.ArgEmpty}
		switch row.Kind {
		case program.SiteString:
			arg = host.Str(p.Strings[row.Str])
		case program.SiteVec, program.SiteTarget:
			v := take()
			switch {
			case row.Real:
				arg = host.Real(realOf(v))
			case row.Time:
				arg = host.Arg{Kind: host.ArgTime, Vec: v}
			default:
				arg = host.Arg{Kind: host.ArgVec, Vec: v, Signed: row.Signed, Const: row.Const}
			}
			arg.NetName, arg.Type = p.Strings[row.Str], p.Strings[row.Type]
			if row.Net != 0 {
				arg.Strength = strengths(w, row.Off, row.Width)
				w = w[program.StrengthWords(p.Signals[p.Nets[row.Net-1].Signal].Width):]
			}
		case program.SiteReal:
			arg = host.Real(realOf(take()))
			if row.Time {
				arg.Kind = host.ArgRealtime
			}
			arg.NetName, arg.Type = p.Strings[row.Str], p.Strings[row.Type]
		case program.SiteArray:
			arg = host.Mem(s.memory(row.Index))
		case program.SiteScope, program.SiteEventArg, program.SiteVar:
			arg.NetName = p.Strings[row.Str]
		}
		out[i] = arg
	}
	return out
}

// strengths reads the strength ranges of bits [off +: width] of a net from a record.
func strengths(w []uint32, off, width uint32) []host.Strength {
	out := make([]host.Strength, width)
	for i := range out {
		x := w[off+uint32(i)]
		out[i] = host.Strength{Lo: int8(x), Hi: int8(x >> 8)}
	}
	return out
}

// memory shows an array to the host under its declared addresses.
func (s *Sim) memory(sig uint32) *host.Memory {
	g := &s.p.Signals[sig]
	low := min(g.Left, g.Right)
	return &host.Memory{
		Name: s.p.Strings[g.Name], Left: int(g.Left), Right: int(g.Right), Width: int(g.Width),
		Word: func(addr int) logic.Vec {
			i := int64(addr) - int64(low)
			if i < 0 || i >= int64(g.Words) {
				return logic.Filled(int(g.Width), logic.LX)
			}
			n := 2 * ((g.Width + 31) / 32)
			at := g.Slot + uint32(i)*n
			return vec(s.arena().Words(at, n), g.Width)
		},
	}
}

// serve carries out one call. It tells whether the simulation ends at once.
func (s *Sim) serve(site *program.Site, now uint64, w []uint32, reply bool) (bool, error) {
	p := s.p
	c := s.caller(site, now)
	if strings.HasPrefix(c.Name, "$dump") && !strings.HasPrefix(c.Name, "$dumpports") {
		err := s.waves.task(c.Name, site, now, s.args(site, now, w))
		if errors.Is(err, errNoDump) {
			s.res.Finished, s.exit = true, 1
			return true, nil
		}
		return false, err
	}
	if c.Name == "$printtimescale" && site.NumArg > 0 {
		if row := &p.SiteArgs[site.Arg]; row.Kind == program.SiteScope && int(row.Index) < len(p.Scopes) {
			sc := &p.Scopes[row.Index]
			c.Scope, c.Module, c.Unit, c.Precision = p.Strings[sc.Path], p.Strings[sc.Path], int(sc.Unit), int(sc.Prec)
		}
	}
	r := s.host.Call(c, s.args(site, now, w))
	a := s.arena()
	if reply {
		if site.Reply != 0 {
			v := r.Value
			switch {
			case site.ReplyReal:
				if v.Kind != host.ArgReal && v.Kind != host.ArgRealtime {
					if v.Vec.Width == 0 {
						v = host.Real(0)
					} else {
						v = host.Real(logic.ToReal(v.Vec, v.Signed))
					}
				}
				put(a, site.Reply, realVec(v.Real), 64, false)
			case v.Kind == host.ArgReal || v.Kind == host.ArgRealtime:
				put(a, site.Reply, logic.FromReal(int(site.ReplyWidth), v.Real), site.ReplyWidth, true)
			case v.Vec.Width == 0:
				put(a, site.Reply, logic.Filled(int(site.ReplyWidth), logic.LX), site.ReplyWidth, false)
			default:
				put(a, site.Reply, v.Vec, site.ReplyWidth, v.Signed)
			}
		}
		s.writes(site, r.Writes)
	}
	if r.ExitCode != 0 {
		s.exit = r.ExitCode
	}
	if r.Finish && c.Name != "$finish" && c.Name != "$finish_and_return" {
		s.res.Finished = true
		return true, nil
	}
	return false, nil
}

// writes stores what the host gives back: reply slots of targets, and elements of arrays. The kernel publishes both.
func (s *Sim) writes(site *program.Site, list []host.Write) {
	a := s.arena()
	for _, w := range list {
		if w.Arg < 0 || w.Arg >= int(site.NumArg) {
			continue
		}
		row := &s.p.SiteArgs[site.Arg+uint32(w.Arg)]
		v := w.Value.Vec
		if w.Value.Kind == host.ArgReal {
			v = realVec(w.Value.Real)
		}
		switch row.Kind {
		case program.SiteTarget:
			put(a, row.Slot, v, row.Width, w.Value.Signed)
		case program.SiteArray:
			g := &s.p.Signals[row.Index]
			i := int64(w.Index) - int64(min(g.Left, g.Right))
			if i >= 0 && i < int64(g.Words) {
				put(a, g.Slot+uint32(i)*2*((g.Width+31)/32), v, g.Width, w.Value.Signed)
			}
		}
	}
}
