package layout

import "github.com/gpga/gpga/scheduler/program"

// Tables is the read-only buffer of a program, in words, and the place of each table in it.
type Tables struct {
	Words []uint32
	// At maps a table's name, as the kernel text spells it (TAB_FAN), to its first word.
	At map[string]uint32
	// Order lists the names in the order of their places.
	Order []string
	// Steps are the kernels among which the text's segments are divided; nil: there is one, gpga_step.
	Steps *Steps
}

func (t *Tables) add(name string, words []uint32) {
	t.At[name] = uint32(len(t.Words))
	t.Order = append(t.Order, name)
	t.Words = append(t.Words, words...)
}

// Kinds of packed fan-out rows.
const (
	RowEdge    = iota // evaluate a wait
	RowNow            // an immediate node's block
	RowLate           // a queued node's block
	RowMonitor        // a monitor's segment
	RowAny            // a wait that any change (or trigger) wakes
	RowStar           // keep the signal's value as its previous one: the last of its rows
)

// FanRow packs a fan-out row: the kind in the top three bits, the target below.
func FanRow(kind, target uint32) uint32 { return kind<<29 | target }

// fanRows packs the fan-out of s. A wait stands once, however many of its items name the signal. eval tells which waits the evaluator
// looks at when a signal changes that they name without an edge.
func fanRows(p *program.Program, s *program.Signal, eval []bool) []uint32 {
	var rows []uint32
	star := false
	edges := map[uint32]bool{}
	for _, f := range p.Fanout[s.Fan : s.Fan+s.NumFan] {
		switch f.Kind {
		case program.FanNodeNow:
			rows = append(rows, FanRow(RowNow, p.Nodes[f.Target].Block))
		case program.FanNodeLate:
			rows = append(rows, FanRow(RowLate, p.Nodes[f.Target].Block))
		case program.FanMonitor:
			rows = append(rows, FanRow(RowMonitor, f.Target))
		default:
			it := &p.Items[f.Target]
			edge := it.Edge == program.EdgePos || it.Edge == program.EdgeNeg
			look := !edge && eval[it.Event] && compared(s)
			star = star || look
			if edge || look {
				if !edges[it.Event] {
					edges[it.Event] = true
					rows = append(rows, FanRow(RowEdge, it.Event))
				}
			} else {
				rows = append(rows, FanRow(RowAny, it.Event))
			}
		}
	}
	if star {
		rows = append(rows, FanRow(RowStar, 0))
	}
	return rows
}

// NewTables lays out the tables of p. Their order is fixed. evalAll has the evaluator look at every wait, also where the fan-out
// knows that it is hit.
func NewTables(p *program.Program, evalAll bool) *Tables {
	eval := evaluated(p, evalAll)
	t := &Tables{At: map[string]uint32{}}
	dir := make([]uint32, 0, len(p.Signals)+1)
	var rows []uint32
	slot := make([]uint32, len(p.Signals))
	width := make([]uint32, len(p.Signals))
	words := make([]uint32, len(p.Signals))
	trace := make([]uint32, len(p.Signals))
	force := make([]uint32, len(p.Signals))
	flags := make([]uint32, len(p.Signals))
	traced := make([]uint32, p.Layout.NumTrace)
	for i := range p.Signals {
		s := &p.Signals[i]
		dir = append(dir, uint32(len(rows)))
		rows = append(rows, fanRows(p, s, eval)...)
		slot[i], width[i], words[i], trace[i], force[i], flags[i] = s.Slot, s.Width, s.Words, s.Trace, s.Force, s.Flags
		if s.Trace != 0 {
			traced[s.Trace-1] = uint32(i)
		}
	}
	dir = append(dir, uint32(len(rows)))
	t.add("TAB_FAN_DIR", dir)
	t.add("TAB_FAN", rows)
	t.add("TAB_SLOT", slot)
	t.add("TAB_WIDTH", width)
	t.add("TAB_WORDS", words)
	t.add("TAB_TRACE", trace)
	t.add("TAB_TRACED", traced)
	t.add("TAB_FORCE", force)
	t.add("TAB_FLAGS", flags)
	t.add("TAB_CONST", p.Consts)

	for _, a := range WaitArrays(p) {
		t.add(a.Tab, a.Words)
	}
	t.add("TAB_STAR", NewStars(p).Offset)

	var net []uint32
	for _, n := range p.Nets {
		strong := uint32(0)
		if n.Strong {
			strong = 1
		}
		net = append(net, n.Signal, n.Kind, n.Driver, n.NumDriver, strong, n.Strength, n.Charge)
	}
	t.add("TAB_NET", net)
	var driver []uint32
	for _, d := range p.Drivers {
		driver = append(driver, d.Slot, d.Strength, d.Span)
	}
	t.add("TAB_DRIVER", driver)
	var udp []uint32
	for _, u := range p.UDPs {
		seq := uint32(0)
		if u.Sequential {
			seq = 1
		}
		udp = append(udp, u.Inputs, seq, u.Row, u.NumRow)
	}
	t.add("TAB_UDP", udp)
	t.add("TAB_UDP_ROW", p.UDPRows)
	var block []uint32
	for _, b := range p.Blocks {
		block = append(block, b.FirstSeg, b.EndSeg, b.Exit, b.Task)
	}
	t.add("TAB_BLOCK", block)
	var task []uint32
	for _, k := range p.Tasks {
		task = append(task, k.Entry, k.FrameWords, k.FirstSeg, k.EndSeg)
	}
	t.add("TAB_TASK", task)
	var procs []uint32
	for _, q := range p.Procs {
		procs = append(procs, q.Block)
	}
	t.add("TAB_PROC", procs)
	return t
}
