package elab

import (
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design"
)

// statements wraps declarations and a process' body into a module and elaborates it.
func statements(t *testing.T, decls, body string) *design.Design {
	t.Helper()
	return mustElaborate(t, "`timescale 1ns/100ps\nmodule t;\n"+decls+"\ninitial begin\n"+body+"\nend\nendmodule\n")
}

func firstAssign(t *testing.T, d *design.Design) *design.AssignStmt {
	t.Helper()
	var got *design.AssignStmt
	for _, p := range d.Processes {
		walkStmt(p.Body, func(st design.Stmt) bool {
			if a, ok := st.(*design.AssignStmt); ok && got == nil {
				got = a
			}
			return true
		})
	}
	if got == nil {
		t.Fatal("no assignment")
	}
	return got
}

// TestTargets shows how selects of targets are normalised (IEEE 1364-2005 5.2): bit 0 is the storage's lowest.
func TestTargets(t *testing.T) {
	const decls = "reg [7:0] d; reg [0:7] a; reg [11:4] h; reg [3:0] m [1:4]; reg [3:0] n [4:1][0:2]; integer i; real r;"
	tests := []struct {
		target string
		off    int
		width  int
		word   int // -1: none
	}{
		{"d", 0, 8, -1},
		{"d[3]", 3, 1, -1},
		{"d[6:2]", 2, 5, -1},
		{"d[2 +: 3]", 2, 3, -1},
		{"d[5 -: 3]", 3, 3, -1},
		{"a[3]", 4, 1, -1},
		{"a[2:6]", 1, 5, -1},
		{"a[2 +: 3]", 3, 3, -1},
		{"a[5 -: 3]", 2, 3, -1},
		{"h[4]", 0, 1, -1},
		{"h[11:9]", 5, 3, -1},
		{"d[9:6]", 6, 4, -1},
		{"h[5:2]", -2, 4, -1},
		{"m[1]", 0, 4, 0},
		{"m[4][3:2]", 2, 2, 3},
		{"n[1][0]", 0, 4, 0},
		{"n[2][1]", 0, 4, 4},
		{"n[4][2]", 0, 4, 11},
	}
	for _, tt := range tests {
		a := firstAssign(t, statements(t, decls, tt.target+" = 1;"))
		l := a.LHS[0]
		if l.OffExpr != nil || l.Off != tt.off || l.Width != tt.width {
			t.Errorf("%s: offset %d, width %d; want %d, %d", tt.target, l.Off, l.Width, tt.off, tt.width)
		}
		word := -1
		if l.Word != nil {
			word, _ = offsetOf(l.Word.Val, l.Word.Signed)
		}
		if word != tt.word {
			t.Errorf("%s: word %d, want %d", tt.target, word, tt.word)
		}
		if a.RHS.Width != tt.width {
			t.Errorf("%s: the right side has %d bits", tt.target, a.RHS.Width)
		}
	}
	for _, target := range []string{"d[i]", "a[i +: 2]", "h[i -: 2]", "m[2][i]"} {
		if l := firstAssign(t, statements(t, decls, target+" = 1;")).LHS[0]; l.OffExpr == nil {
			t.Errorf("%s has no variable offset", target)
		}
	}
	if a := firstAssign(t, statements(t, decls, "{d, a[1], m[i]} = 1;")); len(a.LHS) != 3 || a.RHS.Width != 13 {
		t.Errorf("concatenation: %d targets, %d bits", len(a.LHS), a.RHS.Width)
	}
	if a := firstAssign(t, statements(t, decls, "r = i;")); !a.RHS.Real {
		t.Error("a real target takes a vector")
	}
	if a := firstAssign(t, statements(t, decls, "d = r;")); a.RHS.Real || a.RHS.Width != 8 {
		t.Error("a vector target takes a real")
	}
}

// TestTicks shows delays in ticks of 100 ps with a unit of 1 ns (IEEE 1364-2005 19.8).
func TestTicks(t *testing.T) {
	for delay, want := range map[string]uint64{"1": 10, "(1.26)": 13, "1.24": 12, "0": 0, "(2:3:4)": 30, "(1e3)": 10000, "(8'd255 + 8'd1)": 0} {
		d := statements(t, "reg a;", "#"+delay+" a = 1;")
		st := d.Processes[0].Body.(*design.Delay)
		if u, known := st.Ticks.Val.Uint64(); st.Ticks.Op != design.OpConst || !known || u != want || st.Ticks.Width != 64 {
			t.Errorf("#%s is %d ticks in %d bits, want %d", delay, u, st.Ticks.Width, want)
		}
	}
}

// names lists an event's items.
func names(ev *design.Event) string {
	var out []string
	for _, it := range ev.Items {
		n := ""
		switch {
		case it.Named != nil:
			n = "event " + lastName(it.Named.Name)
		case it.Signal.Hidden:
			n = "hidden"
		default:
			n = lastName(it.Signal.Name)
		}
		out = append(out, []string{"", "posedge ", "negedge "}[it.Edge]+n)
	}
	return strings.Join(out, " ")
}

// TestEvents shows what event controls wait for.
func TestEvents(t *testing.T) {
	const decls = `reg a, b, c; reg [7:0] v, w; reg [7:0] m [0:3]; integer i; event ev; wire [3:0] n = 1;
function f(input x); f = x ^ c; endfunction
task tk(input x, output y); y = x & c; endtask
`
	tests := []struct{ control, want string }{
		{"@(posedge a) ;", "posedge a"},
		{"@(posedge a or negedge b, v) ;", "posedge a negedge b v"},
		{"@(ev) ;", "event ev"},
		{"@(v[2]) ;", "hidden"},
		{"@(posedge v) ;", "posedge v"},
		{"@(posedge v[2]) ;", "posedge hidden"},
		{"@(a & b) ;", "hidden"},
		{"@(m[1]) ;", "hidden"},
		{"@(a or a) ;", "a"},
		{"@* v = a + w[3:0];", "a w"},
		{"@* v[i] = m[b];", "m b i"},
		{"@* if (a) v = w; else v = v + 1;", "a w v"},
		{"@* case (a) b: v = w; default: v = n; endcase", "a b w n"},
		{"@* for (i = 0; i < 8; i = i + 1) v[i] = w[i];", "w"},
		{"@* v = f(a);", "a"},
		{"@* tk(a, v[0]);", "a"},
		{"@* begin : blk integer j; j = a; v = j; end", "a j"},
		{"@* $display(a, w);", "a w"},
		{"@* begin @(b) v = a; end", "a"},
		{"@* v = {a, 1'b1};", "a"},
	}
	for _, tt := range tests {
		d := statements(t, decls, tt.control)
		if len(d.Events) == 0 {
			t.Errorf("%s: no event", tt.control)
			continue
		}
		ctl, ok := d.Processes[len(d.Processes)-1].Body.(*design.EventCtl)
		if !ok {
			t.Errorf("%s: not an event control", tt.control)
			continue
		}
		if got := names(ctl.Event); got != tt.want {
			t.Errorf("%s waits for %q, want %q", tt.control, got, tt.want)
		}
	}
	// The same items, in any order and anywhere, are one event; the same constant select is one hidden net.
	d := statements(t, decls, "@(a or posedge b) ; @(posedge b or a) ; @(posedge v[1]) ; @(posedge v[1]) ; wait (a & b) ; @(a or b) ;")
	if len(d.Events) != 3 {
		t.Errorf("%d events, want 3", len(d.Events))
	}
}

// TestSubroutines shows the flags that segmentation needs.
func TestSubroutines(t *testing.T) {
	d := mustElaborate(t, `module t;
  reg r; integer fd;
  task plain(input a); r = a; endtask
  task waits; #1 r = 0; endtask
  task outer; begin plain(1); waits; end endtask
  task forks; fork r = 1; r = 0; join endtask
  task nba; r <= #5 1; endtask
  task automatic rec(input integer n); if (n > 0) rec(n - 1); endtask
  function integer host(input integer a); host = $fgetc(a); endfunction
  function integer pure(input integer a); pure = a + 1; endfunction
  function automatic integer ping(input integer a); ping = a ? pong(a - 1) : 0; endfunction
  function automatic integer pong(input integer a); pong = a ? ping(a - 1) : host(a); endfunction
  initial begin plain(1); outer; forks; nba; rec(3); fd = pure(ping(2)); end
endmodule`)
	want := map[string][2]bool{"plain": {}, "waits": {true}, "outer": {true}, "forks": {true}, "nba": {}, "rec": {false, true},
		"host": {true}, "pure": {}, "ping": {true, true}, "pong": {true, true}}
	for _, sub := range d.Subs {
		n := lastName(sub.Name)
		if w := want[n]; sub.Stops != w[0] || sub.Recursive != w[1] {
			t.Errorf("%s: stops %v, recursive %v; want %v", n, sub.Stops, sub.Recursive, w)
		}
		delete(want, n)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

// TestScopeArgument: a system task's name of a scope means the block it stands in only when nothing better has the name.
func TestScopeArgument(t *testing.T) {
	for text, want := range map[string]design.ScopeKind{
		"module t; initial begin : t $dumpvars(0, t); end endmodule":                     design.ScopeModule,
		"module t; initial begin : b $dumpvars(0, b); end endmodule":                     design.ScopeBlock,
		"module t; initial begin : b begin : t #1; end $dumpvars(0, t); end endmodule":   design.ScopeBlock,
		"module t; u v(); initial $dumpvars(0, v); endmodule module u; reg x; endmodule": design.ScopeModule,
	} {
		d := mustElaborate(t, text)
		found := false
		walkStmt(d.Processes[0].Body, func(st design.Stmt) bool {
			if task, ok := st.(*design.SysTask); ok {
				found = true
				if a := task.Args[1]; a.Kind != design.ArgScope || a.Scope.Kind != want {
					t.Errorf("%s: argument %+v", text, a)
				}
			}
			return true
		})
		if !found {
			t.Errorf("%s: no task", text)
		}
	}
}

// TestImmediate shows which continuous assignments take effect in the event that changes an operand, as in Icarus Verilog.
func TestImmediate(t *testing.T) {
	tests := map[string]bool{
		"a": true, "a + b": true, "a * b - 1": true, "a == b": true, "&a": true, "!a": true, "a << b": true, "a[b]": true, "m[b]": true,
		"-a": true, "~a": false, "a & b": false, "a && b": false, "c ? a : b": false, "{a, b}": false, "a[3:0]": false, "a << 1": false,
		"(a & b) + 1": false, "f(a)": false, "{2{a}}": false, "$signed(a) < 3": true,
	}
	for x, want := range tests {
		d := mustElaborate(t, "module t; reg [7:0] a, b; reg c; reg [7:0] m [0:7]; wire [7:0] y; assign y = "+x+
			"; function [7:0] f(input [7:0] x); f = x; endfunction endmodule")
		if got := d.Assigns[0].Immediate; got != want {
			t.Errorf("%s: immediate %v, want %v", x, got, want)
		}
	}
}
