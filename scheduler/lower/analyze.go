package lower

import (
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// subInfo is what analysis knows about a subroutine.
type subInfo struct {
	task    bool // lowered to segments with frames (program.Task), not to a program.Func
	effects bool // writes more than its own variables, or draws random numbers
	service bool // writes service records
}

// stmtFacts is what analysis knows about a statement.
type stmtFacts struct {
	stops   bool // cannot be part of one segment
	disable bool // a disable is inside
	cost    int  // expression nodes and statements, loops multiplied
}

// analyze finds out what later passes ask of subroutines, forces, monitors and disables.
func (lw *lowerer) analyze() {
	ranges := func(x *design.Expr) bool { return x.Op == design.OpSys && x.Sys == "$urandom_range" }
	for _, a := range lw.d.Assigns {
		lw.ranges = lw.ranges || a.RHS != nil && hasExpr(a.RHS, ranges)
	}
	lw.eachBody(func(b design.Stmt) {
		lw.ranges = lw.ranges || anyExpr(b, ranges)
		walkStmts(b, func(s design.Stmt) {
			switch s := s.(type) {
			case *design.SysTask:
				lw.ranges = lw.ranges || s.Name == "$urandom_range"
			case *design.Disable:
				lw.disabls[s.Scope] = true
			case *design.ProcAssign:
				for i := range s.LHS {
					l := &s.LHS[i]
					lw.forceOf[l.Sig] = append(lw.forceOf[l.Sig], &forceUse{stmt: s, lv: l})
				}
			}
		})
	})
	for _, s := range lw.d.Subs {
		lw.info(s)
	}
}

// info classifies a subroutine.
func (lw *lowerer) info(s *design.Subroutine) *subInfo {
	if i := lw.subs[s]; i != nil {
		return i
	}
	i := &subInfo{task: !s.Function || s.Recursive}
	lw.subs[s] = i // calls in a cycle see what is known so far; Recursive has decided them
	own := map[*design.Signal]bool{}
	for _, l := range s.Locals {
		own[l] = true
	}
	for _, p := range s.Ports {
		own[p.Signal] = true
	}
	if s.Result != nil {
		own[s.Result] = true
	}
	writes := func(list []design.LValue) {
		for k := range list {
			if !own[list[k].Sig] {
				i.effects = true
			}
		}
	}
	var scan func(t design.Stmt, loop bool)
	scan = func(t design.Stmt, loop bool) {
		if t == nil {
			return
		}
		exprsOf(t, func(e *design.Expr) {
			e.Walk(func(x *design.Expr) bool {
				switch x.Op {
				case design.OpCall:
					c := lw.info(x.Sub)
					i.task = i.task || c.task
					i.effects = i.effects || c.effects
					i.service = i.service || c.service
					if c.service && loop {
						i.task = true
					}
				case design.OpSys:
					switch lw.sysFuncKind(x.Sys) {
					case sysHost:
						i.task = true
					case sysRandom:
						i.effects = true
					}
				case design.OpPow, design.OpMod:
					if x.Real {
						i.task = true
					}
				}
				return true
			})
		})
		switch t := t.(type) {
		case *design.AssignStmt:
			writes(t.LHS)
			if t.Delay != nil || t.Event != nil || t.NonBlocking {
				i.task = true
			}
		case *design.Fork, *design.Delay, *design.EventCtl, *design.WaitStmt, *design.TaskCall, *design.ProcAssign, *design.Unassign:
			i.task, i.effects = true, true
		case *design.Trigger:
			i.effects = true
		case *design.Disable:
			if !inside(t.Scope, s) {
				i.task, i.effects = true, true
			}
		case *design.SysTask:
			i.effects, i.service = true, true
			if k := sysTaskKind(t.Name); loop || k != taskRecord {
				i.task = true
			}
		case *design.Forever, *design.Repeat, *design.While, *design.For:
			loop = true
		}
		substmts(t, func(u design.Stmt) { scan(u, loop) })
	}
	scan(s.Body, false)
	return i
}

// inside tells whether scope is that of s or lies in it.
func inside(scope *design.Scope, s *design.Subroutine) bool {
	for ; scope != nil; scope = scope.Parent {
		if scope == s.Scope {
			return true
		}
	}
	return false
}

// framed tells whether the locals of s live in frames.
func (lw *lowerer) framed(s *design.Subroutine) bool { return s.Automatic && lw.info(s).task }

// stopsExpr tells that evaluating e takes a value from the host or calls a function that is lowered to segments.
func (lw *lowerer) stopsExpr(e *design.Expr) bool {
	if e == nil {
		return false
	}
	if v, ok := lw.stopsE[e]; ok {
		return v
	}
	v := false
	switch e.Op {
	case design.OpCall:
		v = lw.info(e.Sub).task
	case design.OpSys:
		v = lw.sysFuncKind(e.Sys) == sysHost
	case design.OpPow, design.OpMod:
		v = e.Real
	}
	for _, a := range e.Args {
		v = v || lw.stopsExpr(a)
	}
	for i := range e.SysArgs {
		v = v || lw.stopsExpr(e.SysArgs[i].Value)
	}
	lw.stopsE[e] = v
	return v
}

// effects tells that evaluating e does more than computing a value, or runs a function.
func (lw *lowerer) effects(e *design.Expr) bool {
	return hasExpr(e, func(x *design.Expr) bool {
		return x.Op == design.OpCall || x.Op == design.OpSys && lw.sysFuncKind(x.Sys) != sysPure
	})
}

// cost counts the nodes of e.
func cost(e *design.Expr) int {
	n := 0
	e.Walk(func(x *design.Expr) bool {
		n += 1 + x.Width/256
		return true
	})
	return n
}

// structuredLoop bounds the trip count product of loops that stay inside a segment, and costLoop their unrolled cost.
const (
	structuredLoop = 64
	costLoop       = 4000
)

// fact gives the facts of s.
func (lw *lowerer) fact(s design.Stmt) stmtFacts {
	if s == nil {
		return stmtFacts{}
	}
	if f, ok := lw.facts[s]; ok {
		return f
	}
	f := stmtFacts{cost: 1}
	exprsOf(s, func(e *design.Expr) {
		f.cost += cost(e)
		f.stops = f.stops || lw.stopsExpr(e)
	})
	substmts(s, func(t design.Stmt) {
		g := lw.fact(t)
		f.cost += g.cost
		f.stops = f.stops || g.stops
		f.disable = f.disable || g.disable
	})
	switch s := s.(type) {
	case *design.Block:
		f.stops = f.stops || s.Scope != nil
	case *design.Fork, *design.Delay, *design.EventCtl, *design.WaitStmt, *design.TaskCall:
		f.stops = true
	case *design.Disable:
		f.stops, f.disable = true, true
	case *design.AssignStmt:
		f.stops = f.stops || !s.NonBlocking && (s.Delay != nil || s.Event != nil)
	case *design.SysTask:
		f.stops = f.stops || stopsTask(s)
	case *design.Forever, *design.While:
		f.stops = true
	case *design.Repeat:
		n, ok := constCount(s.Count)
		f.loop(n, ok)
	case *design.For:
		n, ok := lw.trips(s)
		f.loop(n, ok)
	}
	if f.cost > lw.opts.SegmentCost {
		switch s.(type) {
		case *design.If, *design.Case, *design.Block:
			f.stops = true // too large for one segment
		}
	}
	lw.facts[s] = f
	return f
}

// loop adds to f that it is a loop of n trips (when known).
func (f *stmtFacts) loop(n int, known bool) {
	if !known || n > structuredLoop || f.cost*max(n, 1) > costLoop {
		f.stops = true
		return
	}
	f.cost *= max(n, 1)
}

// maxTrips is the most that the 32-bit counter of a repeat holds.
const maxTrips = 1<<32 - 1

// constCount is the trip count of a repeat with a constant count.
func constCount(e *design.Expr) (int, bool) {
	if e == nil || e.Op != design.OpConst || e.Real {
		return 0, false
	}
	if !e.Val.IsKnown() {
		return 0, true
	}
	if w := e.Val.Width; e.Signed && w > 0 && e.Val.Bit(w-1) == logic.L1 {
		return 0, true
	}
	for i, w := range e.Val.Val {
		if i > 0 && w != 0 {
			return maxTrips, true
		}
	}
	n, _ := e.Val.Uint64()
	return int(n), true
}

// trips simulates a for loop over one variable with constant bounds and step that its body leaves alone.
func (lw *lowerer) trips(s *design.For) (int, bool) {
	init, ok1 := s.Init.(*design.AssignStmt)
	step, ok2 := s.Step.(*design.AssignStmt)
	if !ok1 || !ok2 || len(init.LHS) != 1 || len(step.LHS) != 1 || !init.LHS[0].Whole() || init.LHS[0].Word != nil ||
		step.LHS[0].Sig != init.LHS[0].Sig || !step.LHS[0].Whole() || init.RHS.Op != design.OpConst || init.RHS.Real {
		return 0, false
	}
	v := init.LHS[0].Sig
	if v.Real || v.Width > 64 {
		return 0, false
	}
	changed := false
	walkStmts(s.Body, func(t design.Stmt) {
		see := func(list []design.LValue) {
			for i := range list {
				changed = changed || list[i].Sig == v
			}
		}
		switch t := t.(type) {
		case *design.AssignStmt:
			see(t.LHS)
		case *design.TaskCall:
			changed = true
		case *design.SysTask:
			for _, a := range t.Args {
				if a.Target != nil {
					see([]design.LValue{*a.Target})
				}
			}
		}
	})
	if changed || anyExpr(s.Body, func(e *design.Expr) bool { return e.Op == design.OpCall }) {
		return 0, false
	}
	cur := init.RHS.Val
	if cur.Width != v.Width {
		cur = logic.Extend(cur, v.Width, init.RHS.Signed)
	}
	for n := 0; n <= structuredLoop; n++ {
		c, ok := evalLoop(s.Cond, v, cur)
		if !ok {
			return 0, false
		}
		if logic.Truth(c) != logic.L1 {
			return n, true
		}
		if cur, ok = evalLoop(step.RHS, v, cur); !ok {
			return 0, false
		}
		if cur.Width != v.Width {
			cur = logic.Extend(cur, v.Width, step.RHS.Signed)
		}
	}
	return structuredLoop + 1, true
}

// evalLoop evaluates the few operators of loop control over one variable.
func evalLoop(e *design.Expr, v *design.Signal, cur logic.Vec) (logic.Vec, bool) {
	if e.Real {
		return logic.Vec{}, false
	}
	args := make([]logic.Vec, len(e.Args))
	for i, a := range e.Args {
		x, ok := evalLoop(a, v, cur)
		if !ok {
			return x, false
		}
		args[i] = x
	}
	signed := len(e.Args) > 0 && e.Args[0].Signed
	switch e.Op {
	case design.OpConst:
		return e.Val, e.Val.Width == e.Width
	case design.OpSignal:
		return cur, e.Sig == v
	case design.OpResize:
		return logic.Extend(args[0], e.Width, signed), true
	case design.OpSigned:
		return args[0], true
	case design.OpPart:
		return logic.Slice(args[0], e.Off, e.Width), true
	case design.OpAdd:
		return logic.Add(args[0], args[1]), true
	case design.OpSub:
		return logic.Sub(args[0], args[1]), true
	case design.OpMul:
		return logic.Mul(args[0], args[1]), true
	case design.OpShl:
		return logic.Shl(args[0], args[1]), true
	case design.OpShr:
		return logic.Shr(args[0], args[1]), true
	case design.OpLt:
		return logic.FromBit(logic.Lt(args[0], args[1], signed)), true
	case design.OpLe:
		return logic.FromBit(logic.Le(args[0], args[1], signed)), true
	case design.OpGt:
		return logic.FromBit(logic.Gt(args[0], args[1], signed)), true
	case design.OpGe:
		return logic.FromBit(logic.Ge(args[0], args[1], signed)), true
	case design.OpEq:
		return logic.FromBit(logic.Eq(args[0], args[1])), true
	case design.OpNe:
		return logic.FromBit(logic.Ne(args[0], args[1])), true
	}
	return logic.Vec{}, false
}

// System function kinds.
type sysFunc uint8

const (
	sysHost   sysFunc = iota // the host answers
	sysPure                  // computed by the kernel
	sysRandom                // computed by the kernel, changes a seed
)

func (lw *lowerer) sysFuncKind(name string) sysFunc {
	switch name {
	case "$time", "$stime", "$realtime", "$simtime", "$signed", "$unsigned", "$rtoi", "$itor", "$realtobits", "$bitstoreal":
		return sysPure
	case "$random":
		return sysRandom
	case "$urandom":
		// It shares its seed with $urandom_range, which the host computes.
		if !lw.ranges {
			return sysRandom
		}
	}
	return sysHost
}

// System task kinds.
type sysTask uint8

const (
	taskRecord  sysTask = iota // a record for the host, nothing to wait for
	taskWait                   // the kernel stops until the host has replied
	taskFinish                 // $finish, $stop
	taskMonitor                // $monitor
	taskStrobe                 // $strobe, $fstrobe
	taskOnOff                  // $monitoron, $monitoroff
)

func sysTaskKind(name string) sysTask {
	switch name {
	case "$finish", "$finish_and_return", "$stop", "$fatal":
		return taskFinish
	case "$monitor", "$monitorb", "$monitoro", "$monitorh", "$fmonitor", "$fmonitorb", "$fmonitoro", "$fmonitorh", "$dumpports":
		return taskMonitor
	case "$strobe", "$strobeb", "$strobeo", "$strobeh", "$fstrobe", "$fstrobeb", "$fstrobeo", "$fstrobeh":
		return taskStrobe
	case "$monitoron", "$monitoroff":
		return taskOnOff
	case "$timeformat", "$printtimescale", "$fflush", "$fclose", "$dumpflush", "$dumpportson", "$dumpportsoff", "$dumpportsall", "$dumpportsflush", "$dumpportslimit", "$info", "$warning", "$error":
		return taskRecord
	}
	base := strings.TrimRight(strings.TrimPrefix(name, "$f"), "boh")
	base = strings.TrimPrefix(base, "$")
	switch base {
	case "display", "write":
		return taskRecord
	}
	return taskWait
}

// stopsTask tells whether s ends a segment.
func stopsTask(s *design.SysTask) bool {
	switch sysTaskKind(s.Name) {
	case taskWait, taskFinish:
		return true
	}
	return false
}
