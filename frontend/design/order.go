package design

// Sink is one reader of a signal or named event: exactly one of Assign and Event is set. Item is the index of the
// alternative in Event.Items.
type Sink struct {
	Assign *Assign
	Event  *Event
	Item   int
}

// Fanout tells who is visited, and in which order, when a signal changes or a named event is triggered. It is part of
// the contract on the order of events: every engine and the reference interpreter visit sinks in this order.
type Fanout struct {
	Signals [][]Sink // by Signal.ID
	Named   [][]Sink // by NamedEvent.ID
}

// NewFanout builds the fan-out of d. Per signal come first the assigns that are queued, in design order, then the
// immediate ones, the latest first, then the events in design order: the order in which Icarus Verilog's linker hangs
// the readers of a signal on it within one module. For a named event, the event control on it alone comes first.
func NewFanout(d *Design) *Fanout {
	f := &Fanout{Signals: make([][]Sink, len(d.Signals)), Named: make([][]Sink, len(d.NamedEvents))}
	for _, a := range d.Assigns {
		if a.Immediate {
			continue
		}
		for _, s := range a.Reads {
			f.Signals[s.ID] = append(f.Signals[s.ID], Sink{Assign: a})
		}
	}
	for i := len(d.Assigns) - 1; i >= 0; i-- {
		if a := d.Assigns[i]; a.Immediate {
			for _, s := range a.Reads {
				f.Signals[s.ID] = append(f.Signals[s.ID], Sink{Assign: a})
			}
		}
	}
	for _, alone := range []bool{true, false} {
		for _, ev := range d.Events {
			for i, it := range ev.Items {
				switch {
				case it.Named != nil && (len(ev.Items) == 1) == alone:
					f.Named[it.Named.ID] = append(f.Named[it.Named.ID], Sink{Event: ev, Item: i})
				case it.Signal != nil && alone:
					f.Signals[it.Signal.ID] = append(f.Signals[it.Signal.ID], Sink{Event: ev, Item: i})
				}
			}
		}
	}
	return f
}

// LateStart tells that a constant takes part in the value of a. In Icarus Verilog constants arrive as active events of
// time 0, behind the processes with Push and in front of all others, so such an assign is first evaluated there (or,
// when it is queued, joins the active queue there) and wakes what already waits: an always @* that reads a tied-off
// input runs at time 0. All other assigns are evaluated before any process starts, and wake nobody.
func (a *Assign) LateStart() bool {
	late := false
	see := func(e *Expr) bool {
		if e.Op == OpConst || e.Op == OpResize && len(e.Args) > 0 && e.Width > e.Args[0].Width && !e.Args[0].Signed {
			late = true
		}
		return !late && e.Op != OpWord
	}
	a.RHS.Walk(see)
	for _, in := range a.Inputs {
		in.Walk(see)
	}
	return late
}

// Plain tells that a's right side is a constant alone: it then reaches its target in the event that starts it, even
// when a is not Immediate.
func (a *Assign) Plain() bool { return a.RHS != nil && a.RHS.Op == OpConst }
