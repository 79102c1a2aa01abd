package elab

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// $dumpports (IEEE 1364-2005 18.3, 18.4) shows of each port who drives it: what is outside of the module, what is inside, or both. The
// call becomes a monitor of nets, which the host makes a file of:
//
//   - argument 0 is the file's name;
//   - argument 1 is a text. Its lines are "scope NAME" for each module and then, for each of its ports,
//     "port DIRECTION RANGE NAME WIDTH" (input, output or inout; 1 or [msb:lsb]), followed by a line for each further argument:
//     "outside OFFSET WIDTH" or "inside OFFSET WIDTH" for a driver, "net 0 WIDTH" for the net itself, where something beside drivers
//     may decide its value. A first line "%v" asks for strengths;
//   - the further arguments are those values.

// portDump is a call of $dumpports.
type portDump struct {
	task   *design.SysTask
	scopes []*scope
}

// dumpPorts elaborates a call of $dumpports; its nets are put in when all drivers are known, see portDumps.
func (e *elab) dumpPorts(s *scope, task *design.SysTask) design.Stmt {
	d := &portDump{task: task}
	file := design.SysArg{Kind: design.ArgExpr, Pos: task.Pos, Value: textConst("dumpports.vcd", task.Pos)}
	for i, a := range task.Args {
		switch {
		case a.Kind == design.ArgNull:
		case a.Kind == design.ArgScope && a.Scope.Kind == design.ScopeModule:
			if sc := e.byDesign[a.Scope]; !slices.Contains(d.scopes, sc) {
				d.scopes = append(d.scopes, sc)
			}
		case a.Kind == design.ArgExpr && a.Value != nil && !a.Value.Real && i == len(task.Args)-1:
			file = a
		default:
			e.diags.Errorf(codeSysArgs, a.Pos, "$dumpports takes module instances and then the name of a file (IEEE 1364-2005 18.3.1)")
			return &design.Null{At: task.At}
		}
	}
	if len(d.scopes) == 0 {
		d.scopes = []*scope{s.inst}
	}
	e.dumps = append(e.dumps, d)
	if isConst(file.Value) {
		task.Args = []design.SysArg{file}
		return task
	}
	// The name that counts is that of now.
	h := &hidden{e, s.inst, task.Pos}
	name := h.variable(max(file.Value.Width, 1))
	task.Args = []design.SysArg{{Kind: design.ArgExpr, Value: h.val(name), Pos: file.Pos}}
	return &design.Block{At: task.At, Stmts: []design.Stmt{h.set(name, resign(file.Value, false)), task}}
}

// portDumps gives the calls of $dumpports their nets.
func (e *elab) portDumps() {
	if len(e.dumps) == 0 {
		return
	}
	drivers := map[*design.Signal][]*design.Assign{}
	for _, a := range e.des.Assigns {
		seen := map[*design.Signal]bool{}
		for i := range a.LHS {
			if sig := a.LHS[i].Sig; !seen[sig] && a.Kind != design.AssignEvent {
				seen[sig] = true
				drivers[sig] = append(drivers[sig], a)
			}
		}
	}
	taps := map[*design.Assign]*design.Signal{}
	for _, d := range e.dumps {
		text := []string{"%v"}
		for _, sc := range d.scopes {
			text = append(text, "scope "+sc.d.Path)
			for _, sym := range portSymbols(sc) {
				text = append(text, e.dumpPort(d.task, sc, sym, drivers, taps)...)
			}
		}
		all := strings.Join(text, "\n")
		d.task.Args = slices.Insert(d.task.Args, 1, design.SysArg{Kind: design.ArgExpr, Value: textConst(all, d.task.Pos), Pos: d.task.Pos})
	}
}

// portSymbols lists the ports of a module instance in the order of its header.
func portSymbols(sc *scope) []*symbol {
	var out []*symbol
	add := func(name string) {
		if sym := sc.names[name]; sym != nil && sym.kind == symSignal && sym.port != nil && sym.decl != nil && sym.decl.Signal != nil && !slices.Contains(out, sym) {
			out = append(out, sym)
		}
	}
	for _, p := range sc.module.Ports {
		if p.Decl != nil {
			for _, d := range p.Decl.Names {
				add(d.Name)
			}
			continue
		}
		for _, id := range portIdents(p.Expr) {
			add(id.Last())
		}
	}
	return out
}

// dumpPort adds the values of a port to a call, and gives the lines of its text.
func (e *elab) dumpPort(task *design.SysTask, sc *scope, sym *symbol, drivers map[*design.Signal][]*design.Assign, taps map[*design.Assign]*design.Signal) []string {
	sig := sym.decl.Signal
	if sig.Real || sig.Words > 0 {
		return nil // they have no value in such a file
	}
	index := "1"
	if sym.vector {
		index = fmt.Sprintf("[%d:%d]", sym.vec.Left, sym.vec.Right)
	}
	dir := map[ast.Direction]string{ast.Input: "input", ast.Output: "output", ast.Inout: "inout"}[sym.port.Dir]
	lines := []string{fmt.Sprintf("port %s %s %s %d", dir, index, sym.name, sig.Width)}
	add := func(kind string, off int, x *design.Expr) {
		lines = append(lines, fmt.Sprintf("%s %d %d", kind, off, x.Width))
		task.Args = append(task.Args, design.SysArg{Kind: design.ArgExpr, Value: x, Pos: task.Pos})
	}
	outside := "outside"
	if dir == "output" {
		outside = "inside"
	}
	if sig.Net != design.NetVar {
		sig.Resolved, sig.Strong = true, true
	}
	list := e.portDrivers(drivers, sig, 0, sig.Width, 0)
	whole := &design.Expr{Op: design.OpSignal, Width: sig.Width, Sig: sig, Pos: sym.pos}
	switch own := ownDriver(sig) != nil; {
	case sig.Net == design.NetVar:
		add(outside, 0, whole)
		return lines
	case len(list) == 1 && list[0].width == sig.Width && !own:
		add(e.side(sc, list[0].assign), 0, whole)
		return lines
	case len(list) == 0 && !own && !sig.Forced:
		return lines
	case own || sig.Forced:
		add("net", 0, whole)
	}
	for _, d := range list {
		tap := taps[d.assign]
		if tap == nil {
			tap = e.tap(sc, d.assign)
			taps[d.assign] = tap
		}
		x := &design.Expr{Op: design.OpSignal, Width: tap.Width, Sig: tap, Pos: sym.pos}
		if d.width != tap.Width {
			x = part(x, d.from, d.width, sym.pos)
		}
		add(e.side(sc, d.assign), d.off, x)
	}
	return lines
}

// portDriver is a driver of bits [off +: width] of a port: they are bits from and up of its value.
type portDriver struct {
	assign           *design.Assign
	off, width, from int
}

// portDrivers lists the drivers of bits [lo +: width] of a net; at is where they are in the port. Bits that are joined to those of
// another net have that net's drivers.
func (e *elab) portDrivers(drivers map[*design.Signal][]*design.Assign, sig *design.Signal, lo, width, at int) []portDriver {
	var out []portDriver
	for _, a := range drivers[sig] {
		below := 0
		for i := len(a.LHS) - 1; i >= 0; i-- {
			l := &a.LHS[i]
			from, to := max(l.Off, lo), min(l.Off+l.Width, lo+width)
			if l.Sig == sig && from < to {
				src := a.RHS
				first := below + from - l.Off
				if e.backCopies[a] && src.Op == design.OpPart {
					first, src = first+src.Off, src.Args[0]
				}
				if e.backCopies[a] && src.Op == design.OpSignal && src.Sig != sig {
					src.Sig.Resolved, src.Sig.Strong = true, true
					out = append(out, e.portDrivers(drivers, src.Sig, first, to-from, at+from-lo)...)
				} else {
					out = append(out, portDriver{a, at + from - lo, to - from, first})
				}
			}
			below += l.Width
		}
	}
	return out
}

// side tells where a driver of a port of sc is.
func (e *elab) side(sc *scope, a *design.Assign) string {
	for s := a.Scope; s != nil; s = s.Parent {
		if s == sc.d {
			return "inside"
		}
	}
	return "outside"
}

// tap makes a net that has what one driver gives, and its strength.
func (e *elab) tap(sc *scope, a *design.Assign) *design.Signal {
	w := totalWidth(a.LHS)
	sig := e.newSignal(sc, design.Signal{Net: design.NetWire, Width: w, MSB: w - 1, Pos: a.Pos})
	sig.Resolved, sig.Strong = true, true
	c := *a
	c.LHS = []design.LValue{{Sig: sig, Width: w, Pos: a.Pos}}
	calls := false
	a.RHS.Walk(func(x *design.Expr) bool {
		calls = calls || x.Op == design.OpCall || x.Op == design.OpSys
		return !calls
	})
	if calls { // it is evaluated once
		a.RHS = &design.Expr{Op: design.OpSignal, Width: w, Sig: sig, Pos: a.Pos}
		a.Delay, a.Immediate, a.Reads = [3]*design.Expr{}, true, []*design.Signal{sig}
	}
	e.addAssign(&c)
	return sig
}

// textConst is a string literal.
func textConst(text string, pos source.Pos) *design.Expr {
	c := konst(logic.FromBytes(text), false, pos)
	c.Str, c.Text = true, text
	return c
}
