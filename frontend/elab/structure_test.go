package elab

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
)

// find gives the declaration with a hierarchical name.
func find(t *testing.T, d *design.Design, path string) *design.Decl {
	t.Helper()
	for _, s := range d.Scopes {
		for _, x := range s.Decls {
			if s.Path+"."+x.Name == path {
				return x
			}
		}
	}
	t.Fatalf("there is no %s", path)
	return nil
}

func scopePaths(d *design.Design) []string {
	var out []string
	for _, s := range d.Scopes {
		out = append(out, s.Path)
	}
	return out
}

func assignTexts(d *design.Design) []string {
	var out []string
	for _, a := range d.Assigns {
		mark := ""
		if a.Immediate {
			mark = " now"
		}
		out = append(out, fmt.Sprintf("%s: %s = %s%s", a.Kind, design.Targets(a.LHS), a.RHS, mark))
	}
	return out
}

func wantLines(t *testing.T, what string, got []string, want string) {
	t.Helper()
	g, w := strings.Join(got, "\n"), strings.TrimSpace(want)
	var lines []string
	for _, l := range strings.Split(w, "\n") {
		lines = append(lines, strings.TrimSpace(l))
	}
	if w = strings.Join(lines, "\n"); g != w {
		t.Errorf("%s:\n%s\nwant:\n%s", what, g, w)
	}
}

// The order in which Icarus Verilog 11 starts processes: generate blocks, then instances, then what stands in the
// module itself; arrays of instances from their right bound on; root modules by name.
func TestProcessOrder(t *testing.T) {
	d := mustElaborate(t, `
module leaf; initial $display; endmodule
module z; initial $display; leaf l1(); leaf arr[1:0](); leaf rev[0:1]();
  generate genvar i; for (i = 0; i < 2; i = i + 1) begin : g initial $display; leaf in(); end endgenerate
endmodule
module a; initial $display; endmodule`)
	var got []string
	for _, p := range d.Processes {
		got = append(got, p.Scope.Path)
	}
	wantLines(t, "processes", got, `
		a
		z.g[0].in
		z.g[0]
		z.g[1].in
		z.g[1]
		z.l1
		z.arr[0]
		z.arr[1]
		z.rev[1]
		z.rev[0]
		z`)
}

// Always constructs that only wait for changes come first, the last of them in front; initialisations stand in their
// module's place, as in Icarus Verilog 11 for IEEE 1364-2005.
func TestPushOrder(t *testing.T) {
	d := mustElaborate(t, `
module t; reg a, b = 1;
  initial a = 0;
  always @(a) b = a;
  always @(posedge a) b = 0;
  always @* b = a;
endmodule`)
	var got []string
	for _, p := range d.Processes {
		got = append(got, fmt.Sprint(d.Files.Position(p.Pos).Line, p.Init, p.Push))
	}
	wantLines(t, "processes", got, `
		6 false true
		4 false true
		2 true false
		3 false false
		5 false false`)
}

// Names of unnamed generate blocks (IEEE 1364-2005 12.4.3).
func TestGenerateNames(t *testing.T) {
	d := mustElaborate(t, `
module t; parameter P = 2; genvar i;
  reg genblk2;
  generate
    if (P == 1) reg x; else if (P == 2) reg y; else reg z;
    if (P) begin reg q; end
    for (i = 3; i >= 1; i = i - 2) begin if (i == 1) begin reg in; end end
    case (P) 0, 1: begin : low reg c; end 2: begin : two reg c; end endcase
    if (0) begin reg no; end
  endgenerate
endmodule`)
	wantLines(t, "scopes", scopePaths(d), `
		t
		t.genblk1
		t.genblk02
		t.genblk3[3]
		t.genblk3[1]
		t.genblk3[1].genblk1
		t.two`)
	if find(t, d, "t.genblk3[1].i").Value.String() != "32'sh1" {
		t.Error("the genvar's value is", find(t, d, "t.genblk3[1].i").Value)
	}
}

// Overrides: by order, by name, by defparam from outside and into a generate block, from the command line.
func TestParameters(t *testing.T) {
	text := `
module leaf; parameter A = 1, B = A + 1; localparam L = A + B; reg [B-1:0] v; endmodule
module t; parameter N = 3; genvar i;
  leaf o(); leaf #(5) p(); leaf #(.B(7)) q(); leaf r();
  defparam r.A = N, g[1].in.B = 9;
  generate for (i = 0; i < N; i = i + 1) begin : g leaf #(i) in(); end endgenerate
endmodule`
	set := source.NewSet()
	diags := diag.NewList(set)
	src, _ := parse.Text(set, diags, parse.Options{}, "t.v", []byte(text))
	d := Elaborate(set, src, nil, Options{Params: map[string]string{"t.N": "2"}}, diags)
	if d == nil {
		t.Fatal(diags.Items())
	}
	for path, want := range map[string]int64{
		"t.o.B": 2, "t.p.B": 6, "t.p.L": 11, "t.q.B": 7, "t.r.A": 2, "t.r.L": 5, "t.g[0].in.B": 1, "t.g[1].in.B": 9, "t.g[1].in.A": 1,
	} {
		if got, _ := find(t, d, path).Value.Val.Int64(); got != want {
			t.Errorf("%s = %d, want %d", path, got, want)
		}
	}
	if w := find(t, d, "t.g[1].in.v").Signal.Width; w != 9 {
		t.Errorf("v has %d bits, want 9", w)
	}
	if len(d.Tops) != 1 || len(d.Scopes) != 9 {
		t.Error(scopePaths(d))
	}
}

// Nets that meet whole in a port are one Signal; so are a variable and a net that only copies it. What is forced stays
// apart from its copies.
func TestSharedStorage(t *testing.T) {
	d := mustElaborate(t, `
module leaf(input clk, input [1:0] d, output reg [1:0] q, input f); always @(posedge clk) q <= d; endmodule
module mid(input clk, input [1:0] d, output [1:0] q, input f); leaf u(clk, d, q, f); endmodule
module t; reg clk, f; wire [1:0] d, q; mid m(.clk(clk), .d(d), .q(q), .f(f));
  always @(posedge clk); initial force m.u.f = 1; endmodule`)
	same := func(a, b string, want bool) {
		t.Helper()
		if got := find(t, d, a).Signal == find(t, d, b).Signal; got != want {
			t.Errorf("%s and %s share storage: %t", a, b, got)
		}
	}
	same("t.clk", "t.m.u.clk", true)
	same("t.q", "t.m.u.q", true)
	same("t.d", "t.m.u.d", true)
	same("t.m.f", "t.m.u.f", true)
	same("t.f", "t.m.u.f", false)
	if len(d.Events) != 1 {
		t.Errorf("%d events, want one for all posedge clk", len(d.Events))
	}
	wantLines(t, "assigns", assignTexts(d), `port: t.m.f = t.f now`)
}

// Connections that are no whole nets: widths differ (the port's sign decides), parts, instance arrays.
func TestJoints(t *testing.T) {
	d := mustElaborate(t, `
module leaf(input [3:0] a, output reg signed [3:0] b); endmodule
module t; wire [1:0] n; wire signed [1:0] s; wire [7:0] w; wire [7:0] in;
  leaf l1(n, w); leaf l2(s, w[3:0]); leaf l3[1:0](in, w); endmodule`)
	wantLines(t, "assigns", assignTexts(d), `
		port: t.l1.a = u4(t.n) now
		port: t.w = s8(t.l1.b) now
		port: t.l2.a = s4(t.s) now
		port: t.w[0 +: 4] = t.l2.b now
		port: t.l3[0].a = t.in[0 +: 4]
		port: t.w[0 +: 4] = t.l3[0].b now
		port: t.l3[1].a = t.in[4 +: 4]
		port: t.w[4 +: 4] = t.l3[1].b now`)
}

// Inout ports on parts of nets: inner drivers drive the outer net, and the port follows it.
func TestInoutParts(t *testing.T) {
	d := mustElaborate(t, `
module leaf(inout p, input en); assign p = en ? 1'b1 : 1'bz; endmodule
module mid(inout [1:0] p, input en); leaf a(p[0], en), b(p[1], en); endmodule
module t; wire [3:0] bus; reg en; mid m(bus[2:1], en); tran (bus[0], bus[3]); assign bus[3] = en; endmodule`)
	wantLines(t, "assigns", assignTexts(d), `
		assign: t.bus[1 +: 1] = (t.en ? 1'h1 : 1'bz)
		assign: t.bus[2 +: 1] = (t.en ? 1'h1 : 1'bz)
		assign: t.bus[0 +: 1] = t.en now
		port: t.m.p = t.bus[1 +: 2]
		port: t.m.a.p = t.bus[1 +: 1]
		port: t.m.b.p = t.bus[2 +: 1]
		port: t.bus[3 +: 1] = t.bus[0 +: 1]`)
	if find(t, d, "t.bus").Signal.Resolved {
		t.Error("no two drivers share a bit of bus")
	}
}

// Which nets take a resolution, and on which strengths decide.
func TestResolved(t *testing.T) {
	d := mustElaborate(t, `
module t; reg [3:0] r; wire [3:0] parts, both, pulled; wand w; tri1 p; wire h;
  assign parts[1:0] = r[1:0], parts[3:2] = r[3:2];
  assign both = r, both[0] = 1'b1, w = r[0]; assign (strong0, highz1) h = r[1];
  assign pulled = r; pullup up(pulled[2]);
endmodule`)
	for path, want := range map[string]string{
		"t.parts": "false false", "t.both": "true false", "t.pulled": "true true", "t.w": "true false", "t.p": "true false", "t.h": "true true",
	} {
		s := find(t, d, path).Signal
		if got := fmt.Sprint(s.Resolved, " ", s.Strong); got != want {
			t.Errorf("%s: resolved, strong = %s, want %s", path, got, want)
		}
	}
}

// A primitive's rows as sets.
func TestPrimitive(t *testing.T) {
	d := mustElaborate(t, `
primitive ff(q, c, d); output q; reg q; input c, d; initial q = 1'b0;
  table r 0 : ? : 0; (01) b : 1 : 1; n ? : ? : -; ? * : ? : -; endtable
endprimitive
module t; wire q; reg c, d; ff #2 u(q, c, d); ff v(.d(d), .q(q)); endmodule`)
	var b strings.Builder
	if err := design.Fprint(&b, d); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"ff: 2 inputs, sequential, initially 0",
		"(01) 0 : ? : 0\n", "(01) b : 1 : 1\n", "(10,1x,x0) ? : ? : -\n", "? (01,0x,10,1x,x0,x1) : ? : -\n",
		"udp #(64'h2, 64'h2, 64'h2) t.q = ff(t.c, t.d) initially 0", "udp t.q = ff(1'bz, t.d) initially 0",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// Names: upward references, through module names, and what a later declaration does not hide.
func TestNames(t *testing.T) {
	d := mustElaborate(t, `
module t; parameter W = 4; reg [7:0] up; mid m();
  function [W-1:0] f; input [W-1:0] W; f = W; endfunction
  task tell; input x; $display(x); endtask
endmodule
module mid; leaf l(); reg [2:0] here; endmodule
module leaf; wire [7:0] a = t.up; wire [2:0] b = mid.here; wire [2:0] c = m.here; initial tell(1); endmodule`)
	wantLines(t, "assigns", assignTexts(d), `
		assign: t.m.l.a = t.up now
		assign: t.m.l.b = t.m.here now
		assign: t.m.l.c = t.m.here now`)
	if w := find(t, d, "t.f.W").Signal.Width; w != 4 {
		t.Errorf("the argument W has %d bits, want those of the parameter outside, 4", w)
	}
}

// The same text gives the same design, to the letter.
func TestDeterminism(t *testing.T) {
	text := `
module leaf(inout [1:0] p, input c); tranif1 (p[0], p[1], c); assign p[0] = c; endmodule
module t; wire [3:0] w; wire [1:0] x, y; reg c; leaf a(w[1:0], c), b(w[3:2], c), d(x, c); tran (y[0], w[2]);
  always @(c or w) $display("%v", w[0]); always @(w or c); endmodule`
	first := ""
	for i := range 20 {
		var b strings.Builder
		if err := design.Fprint(&b, mustElaborate(t, text)); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = b.String()
		} else if b.String() != first {
			t.Fatalf("run %d differs:\n%s\n---\n%s", i, b.String(), first)
		}
	}
}

// TestGateArray: an array of gates whose output is as wide as the array is one gate, as in Icarus Verilog; any other is a gate each.
func TestGateArray(t *testing.T) {
	for text, want := range map[string][]int{
		"bufif1 #2 g[3:0](y, a, c);":                       {4},
		"and g[3:0](y, a, c);":                             {4},
		"buf g[1:0](y[3:2], y[1:0], a[1:0]);":              {2, 2},
		"buf g[3:0](y[0], a);":                             {1, 1, 1, 1},
		"buf g(y[0], a[0]);":                               {1},
		"pullup p[3:0](y);":                                {4},
		"nmos #(1, 2, 3) g[1:0]({y[3], y[0]}, a[1:0], c);": {2},
	} {
		d := mustElaborate(t, "module t; wire [3:0] y; reg [3:0] a; reg c; "+text+" endmodule")
		var got []int
		for _, a := range d.Assigns {
			if a.Kind == design.AssignGate {
				got = append(got, a.RHS.Width)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: gates of %v bits, want %v", text, got, want)
		}
	}
}
