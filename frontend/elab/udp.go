package elab

import (
	"slices"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/diag"
)

// floating is the value of an unconnected input.
var floating = logic.FromBit(logic.LZ)

// udpDef translates a primitive's table (IEEE 1364-2005 clause 8), once.
func (e *elab) udpDef(u *ast.UDP) *design.UDP {
	if d := e.udpOf[u]; d != nil {
		return d
	}
	d := &design.UDP{ID: len(e.des.UDPs), Name: u.Name, Inputs: len(u.Inputs), Sequential: u.Sequential, Initial: logic.LX, Pos: u.NamePos}
	if u.Init != nil && len(u.Init.Val) > 0 {
		d.Initial = logic.Bit(u.Init.Val[0]&1 | u.Init.XZ[0]&1<<1)
		if d.Initial == logic.LZ {
			d.Initial = logic.LX
		}
	}
	if len(u.Rows) == 0 {
		e.diags.Errorf("E2029", u.NamePos, "the table of primitive '%s' is empty", u.Name)
	}
	for _, r := range u.Rows {
		row := design.UDPRow{In: make([]uint8, len(u.Inputs)), EdgeInput: -1, Cur: 7}
		if len(r.Inputs) != len(u.Inputs) {
			e.diags.Errorf("E2029", r.Pos(), "primitive '%s' has %d inputs, this row %d", u.Name, len(u.Inputs), len(r.Inputs))
			continue
		}
		for i, sym := range r.Inputs {
			if !sym.IsEdge() {
				row.In[i] = levels(sym.Level)
				continue
			}
			if row.EdgeInput >= 0 || !u.Sequential {
				e.diags.Errorf("E2029", r.Pos(), "a row of primitive '%s' has an edge too many (IEEE 1364-2005 8.1.4)", u.Name)
			}
			row.EdgeInput, row.Edges = i, edges(sym.From, sym.To)
			row.In[i] = 7
		}
		if u.Sequential {
			row.Cur = levels(r.State.Level)
		}
		switch r.Output {
		case '0':
			row.Next = logic.L0
		case '1':
			row.Next = logic.L1
		case '-':
			row.Keep = true
		default:
			row.Next = logic.LX
		}
		d.Rows = append(d.Rows, row)
	}
	e.contradictions(u, d)
	if !u.Sequential { // what the table says of inputs that are all x is there from the start
		for i := range d.Rows {
			if !slices.ContainsFunc(d.Rows[i].In, func(set uint8) bool { return set&4 == 0 }) {
				d.Initial = d.Rows[i].Next
				break
			}
		}
	}
	e.udpOf[u] = d
	e.des.UDPs = append(e.des.UDPs, d)
	return d
}

// maxTableRows bounds the tables whose rows are compared with one another.
const maxTableRows = 500

// contradictions warns of rows of levels that give different outputs for the same inputs and state (8.1.4): the first one holds,
// as in Icarus Verilog. Rows with edges yield to rows of levels (8.8).
func (e *elab) contradictions(u *ast.UDP, d *design.UDP) {
	if len(d.Rows) > maxTableRows || len(d.Rows) != len(u.Rows) {
		return
	}
	for i := range d.Rows {
		for k := range i {
			a, b := &d.Rows[i], &d.Rows[k]
			if a.EdgeInput >= 0 || b.EdgeInput >= 0 || a.Cur&b.Cur == 0 || a.Keep == b.Keep && a.Next == b.Next {
				continue
			}
			meet := true
			for n := range a.In {
				meet = meet && a.In[n]&b.In[n] != 0
			}
			if meet {
				e.diags.Add(diag.Diagnostic{Code: "W2019", Severity: diag.Warning, Pos: u.Rows[i].Pos(), Message: "this row of primitive '" + u.Name + "' contradicts an earlier one (IEEE 1364-2005 8.1.4)",
					Notes: []diag.Diagnostic{{Severity: diag.Note, Pos: u.Rows[k].Pos(), Message: "the earlier row is here"}}})
				break
			}
		}
	}
}

// levels is the set of 0, 1, x (bits 0, 1, 2) that a level symbol matches.
func levels(c byte) uint8 {
	switch c {
	case '0':
		return 1
	case '1':
		return 2
	case 'x', 'X':
		return 4
	case 'b', 'B':
		return 3
	}
	return 7
}

// edges is the set of transitions, bit from*3+to, that an edge symbol matches (table 8-1).
func edges(from, to byte) uint16 {
	const up, down = 1<<(0*3+1) | 1<<(0*3+2) | 1<<(2*3+1), 1<<(1*3+0) | 1<<(1*3+2) | 1<<(2*3+0)
	switch from {
	case 'p':
		return up
	case 'n':
		return down
	}
	var out uint16
	f, t := levels(from), levels(to)
	for i := range 3 {
		for j := range 3 {
			if i != j && f>>i&1 != 0 && t>>j&1 != 0 {
				out |= 1 << (i*3 + j)
			}
		}
	}
	return out
}

// udpConns puts an instance's connections into the order of the primitive's ports; what is not named floats.
func (e *elab) udpConns(in *ast.Instance, u *ast.UDP) (*ast.Instance, bool) {
	named := false
	for _, c := range in.Conns {
		named = named || c.Name != ""
	}
	if !named {
		if len(in.Conns) != len(u.Inputs)+1 {
			e.diags.Errorf("E2023", in.Pos(), "primitive '%s' has %d terminals, not %d", u.Name, len(u.Inputs)+1, len(in.Conns))
			return nil, false
		}
		return in, true
	}
	out := *in
	out.Conns = make([]*ast.Conn, len(u.Inputs)+1)
	for i := range out.Conns {
		out.Conns[i] = &ast.Conn{Span: in.Span, Expr: &ast.Empty{Span: in.Span}}
	}
	for _, c := range in.Conns {
		at := -1
		if c.Name == u.Output {
			at = 0
		}
		for i, name := range u.Inputs {
			if c.Name == name {
				at = i + 1
			}
		}
		if at < 0 || c.Name == "" {
			e.diags.Errorf("E2024", c.Pos(), "primitive '%s' has no terminal '%s'", u.Name, c.Name)
			return nil, false
		}
		out.Conns[at] = c
	}
	return &out, true
}

// udpInsts elaborates instances of a primitive; what looks like parameters are its delays.
func (e *elab) udpInsts(s *scope, it *ast.ModuleInst, u *ast.UDP) {
	d := e.udpDef(u)
	var delay [3]*design.Expr
	if len(it.Params) > 0 {
		dl := &ast.Delay{Span: it.Params[0].Span}
		for _, p := range it.Params {
			if p.Name != "" {
				e.diags.Errorf("E2030", p.Pos(), "primitive '%s' has no parameters", u.Name)
				return
			}
			dl.Values = append(dl.Values, p.Expr)
		}
		if len(dl.Values) > 2 {
			e.diags.Errorf("E2030", it.Params[2].Pos(), "a primitive has at most two delays (IEEE 1364-2005 8.1.9)")
			return
		}
		delay = e.delay3(s, dl)
	}
	for _, in := range it.Instances {
		if s.prims[in] != u {
			continue
		}
		in, ok := e.udpConns(in, u)
		if !ok {
			continue
		}
		n, ok := e.arrayCount(s, in)
		if !ok {
			continue
		}
		t := &terminals{e: e, s: s, in: in, count: n}
		outs, ok := t.outs(0)
		if !ok || outs == nil {
			continue
		}
		ins := make([][]*design.Expr, len(u.Inputs))
		for i := range ins {
			v, good := t.ins(i + 1)
			ok = ok && good
			ins[i] = v
		}
		if !ok {
			continue
		}
		for k := range outs {
			args := make([]*design.Expr, len(ins))
			for i := range ins {
				args[i] = ins[i][k]
			}
			e.addAssign(&design.Assign{Kind: design.AssignUDP, LHS: outs[k], Scope: s.d, Pos: in.Pos(), Desc: u.Name + " " + in.Name,
				Delay: delay, Strength: strengths(it.Strength), Reads: reads(args...), UDP: d, Inputs: args, Init: d.Initial})
		}
	}
}
