package lower

import (
	"fmt"
	"math"
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/scheduler/program"
)

// Options steer lowering. The zero value is the default.
type Options struct {
	TwoState bool // x and z become 0; no xz planes matter
	TraceAll bool // every signal can be dumped, whatever $dumpvars says
	NoAlias  bool // plain copies stay nodes with storage of their own
	// SegmentCost bounds a segment's size, in expression nodes and statements; 0 means DefaultSegmentCost.
	SegmentCost int
	Passes      passes.Runner // watches the passes; nil for nobody
}

// DefaultSegmentCost is the size at which straight code is cut into further segments.
const DefaultSegmentCost = 800

// Error is a reason why a design cannot be lowered.
type Error struct {
	Pos design.Pos
	Msg string
}

// Error is the message without its position.
func (e Error) Error() string { return e.Msg }

// bail ends lowering early when the state would grow past any use.
type bail struct{}

type lowerer struct {
	simplified map[*design.Expr]*design.Expr // see simple

	d    *design.Design
	opts Options
	p    *program.Program
	errs []Error
	seen map[Error]bool

	fan     *design.Fanout
	strs    map[string]uint32
	lines   map[design.Pos]uint32
	lineIDs map[program.Line]uint32
	wides   map[string]uint32

	image   []uint32
	scratch [2]uint32 // most words used: by processes, by nodes
	funcTop uint32    // words of function scratch

	stor   map[*design.Signal]*storage
	rep    []*design.Signal // by Signal.ID: the signal whose storage it shares
	slots  int              // hidden slots made
	events []uint32         // by NamedEvent.ID: index of its signal

	subs    map[*design.Subroutine]*subInfo
	taskOf  map[*design.Subroutine]*taskInfo
	funcOf  map[funcKey]uint32
	tasks   []*taskInfo                             // by index in Program.Tasks
	locals  map[*design.Subroutine][]*design.Signal // in frames
	queue   []*taskInfo                             // tasks whose bodies are still to be lowered
	facts   map[design.Stmt]stmtFacts
	stopsE  map[*design.Expr]bool
	disabls map[*design.Scope]bool // scopes named by a disable
	ranges  bool                   // something calls $urandom_range
	blocks  map[*design.Scope]uint32
	doing   map[*design.Subroutine]bool

	segs   []*segment
	labels []int // segment of each label, -1 while unplaced
	funcs  []*funcCode
	forks  []forkRun

	nodes      []*node
	assigns    map[*design.Assign]*node
	hidden     map[*design.Assign]int // assigns lowered as processes: index in procs
	forces     map[*design.ProcAssign]*node
	forceOf    map[*design.Signal][]*forceUse
	monitors   map[*design.SysTask]int // label of the monitor's segment
	monitorsOf map[int][]int           // by Signal.ID: labels of the monitors that watch it
	nets       map[*design.Signal]uint32
	driver     map[driverKey]uint32
	eventNow   map[*design.NamedEvent]bool // triggers assignments that wait for it
	signalNow  map[*design.Signal]bool     // likewise
	spans      map[driverKey]uint32        // where the strength ranges of a driver are
	procs      []proc

	varOf   map[*design.Decl]uint32
	trace   map[*design.Signal]bool
	traceEv map[*design.NamedEvent]bool
	aliased map[*design.Assign]bool
	idles   map[*design.Assign]bool // see design.Idle
	later   []func()                // strobes and monitors, whose segments follow all others
	files   map[*design.SysTask]*fileMonitor
	monDone map[*design.SysTask]bool
	need    program.Need
}

// Lower builds the program of d. With errors, the program is nil.
func Lower(d *design.Design, opts Options) (p *program.Program, errs []Error) {
	if opts.SegmentCost <= 0 {
		opts.SegmentCost = DefaultSegmentCost
	}
	lw := &lowerer{
		d: d, opts: opts, p: &program.Program{},
		seen: map[Error]bool{}, strs: map[string]uint32{}, lines: map[design.Pos]uint32{}, lineIDs: map[program.Line]uint32{},
		wides: map[string]uint32{}, stor: map[*design.Signal]*storage{},
		subs: map[*design.Subroutine]*subInfo{}, taskOf: map[*design.Subroutine]*taskInfo{}, locals: map[*design.Subroutine][]*design.Signal{}, funcOf: map[funcKey]uint32{},
		facts: map[design.Stmt]stmtFacts{}, stopsE: map[*design.Expr]bool{}, disabls: map[*design.Scope]bool{},
		blocks: map[*design.Scope]uint32{}, doing: map[*design.Subroutine]bool{},
		assigns: map[*design.Assign]*node{}, hidden: map[*design.Assign]int{}, forces: map[*design.ProcAssign]*node{},
		forceOf: map[*design.Signal][]*forceUse{}, monitors: map[*design.SysTask]int{}, nets: map[*design.Signal]uint32{},
		driver: map[driverKey]uint32{}, spans: map[driverKey]uint32{}, varOf: map[*design.Decl]uint32{}, trace: map[*design.Signal]bool{}, traceEv: map[*design.NamedEvent]bool{}, files: map[*design.SysTask]*fileMonitor{}, monDone: map[*design.SysTask]bool{},
	}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(bail); !ok {
				panic(r)
			}
			p, errs = nil, lw.errs
		}
	}()
	code := &passes.IR{Kind: "code", Unit: "instructions", Size: lw.size, Dump: lw.dump}
	for _, pass := range []struct {
		name string
		run  func()
	}{
		{"tables", lw.tables},
		{"analyze", lw.analyze},
		{"alias", lw.alias},
		{"layout", lw.layout},
		{"bodies", lw.bodies},
		{"finish", lw.finish},
	} {
		passes.Run(opts.Passes, passes.Pass{Name: pass.name, In: code, Out: code}, pass.run)
		if len(lw.errs) > 0 {
			return nil, lw.errs
		}
	}
	return lw.p, nil
}

// errorf records an error, each once.
func (lw *lowerer) errorf(pos design.Pos, format string, args ...any) {
	e := Error{pos, fmt.Sprintf(format, args...)}
	if lw.seen[e] {
		return
	}
	lw.seen[e] = true
	lw.errs = append(lw.errs, e)
	if len(lw.errs) >= 100 {
		panic(bail{})
	}
}

// str is the index of s in the string pool; the empty string is 0.
func (lw *lowerer) str(s string) uint32 {
	if i, ok := lw.strs[s]; ok {
		return i
	}
	i := uint32(len(lw.p.Strings))
	lw.p.Strings = append(lw.p.Strings, s)
	lw.strs[s] = i
	return i
}

// line is the index of a position in Lines; 0 when it is unknown.
func (lw *lowerer) line(pos design.Pos) uint32 {
	if i, ok := lw.lines[pos]; ok {
		return i
	}
	if !pos.IsValid() || lw.d.Files == nil {
		return 0
	}
	at := lw.d.Files.Position(pos)
	l := program.Line{File: lw.str(at.Filename), Line: uint32(at.Line), Col: uint32(at.Column)}
	i, ok := lw.lineIDs[l]
	if !ok {
		i = uint32(len(lw.p.Lines))
		lw.p.Lines = append(lw.p.Lines, l)
		lw.lineIDs[l] = i
	}
	lw.lines[pos] = i
	return i
}

// fix turns x and z into 0 in a two-state program.
func (lw *lowerer) fix(v logic.Vec) logic.Vec {
	if !lw.opts.TwoState || v.IsKnown() {
		return v
	}
	w := v.Clone()
	for i := range w.XZ {
		w.Val[i] &^= w.XZ[i]
		w.XZ[i] = 0
	}
	return w
}

// constVec is the value of an OpConst as bits; reals as their pattern.
func (lw *lowerer) constVec(e *design.Expr) logic.Vec {
	if e.Real {
		return logic.FromUint64(64, math.Float64bits(e.ConstReal(false)))
	}
	v := e.Val
	if v.Width != e.Width {
		v = logic.Extend(v, e.Width, e.Signed)
	}
	return lw.fix(v)
}

// tables fills what describes the design to people and to the host: names, scopes, declared names, primitives.
func (lw *lowerer) tables() {
	d, p := lw.d, lw.p
	lw.str("")
	p.Lines = append(p.Lines, program.Line{})
	p.TickExp = int32(d.TickExp)
	p.TwoState = lw.opts.TwoState
	tops := make([]string, len(d.Tops))
	for i, t := range d.Tops {
		tops[i] = t.Name
	}
	p.Top = strings.Join(tops, " ")
	for _, s := range d.Scopes {
		parent := uint32(program.NoSeg)
		if s.Parent != nil {
			parent = uint32(s.Parent.ID)
		}
		p.Scopes = append(p.Scopes, program.Scope{
			Name: lw.str(s.Name), Path: lw.str(s.Path), Kind: uint32(s.Kind), Parent: parent,
			Unit: int32(s.UnitExp), Prec: int32(s.PrecExp), Module: lw.str(s.ModuleName),
		})
	}
	for _, u := range d.UDPs {
		lw.udp(u)
	}
	lw.fan = design.NewFanout(d)
}

// udp adds the table of a primitive.
func (lw *lowerer) udp(u *design.UDP) {
	p := lw.p
	row := uint32(len(p.UDPRows))
	for _, r := range u.Rows {
		for i := range u.Inputs {
			in := uint32(7)
			if i < len(r.In) {
				in = uint32(r.In[i])
			}
			p.UDPRows = append(p.UDPRows, in)
		}
		edge := uint32(program.NoSeg)
		if r.EdgeInput >= 0 {
			edge = uint32(r.EdgeInput)
		}
		next := uint32(r.Next)
		if r.Next == logic.LZ {
			next = 3
		}
		if r.Keep {
			next = 4
		}
		p.UDPRows = append(p.UDPRows, edge, uint32(r.Edges), uint32(r.Cur), next)
	}
	p.UDPs = append(p.UDPs, program.UDP{
		Name: lw.str(u.Name), Inputs: uint32(u.Inputs), Sequential: u.Sequential, Row: row, NumRow: uint32(len(u.Rows)),
	})
}
