package growth

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Axis is one way in which a design grows.
type Axis struct {
	Name  string
	Brief string
	Sizes []int // that are measured, ascending
	Text  func(n int) string
}

// Axes are all of them, in the order of reports.
var Axes = []Axis{
	{"waits", "N waits on equal bodies: N signals, each with an always @(posedge s) of the same statements", []int{16, 64, 256, 1024, 4096}, waits},
	{"processes", "P processes, each with a body of its own of 8 statements", []int{1, 4, 16, 64, 256, 1024}, processes},
	{"statements", "one process of M statements", []int{16, 64, 256, 1024}, statements},
	{"star", "one always @* that reads S signals", []int{16, 64, 256, 1024}, star},
}

// Named finds an axis.
func Named(name string) (Axis, bool) {
	for _, a := range Axes {
		if a.Name == name {
			return a, true
		}
	}
	return Axis{}, false
}

// waits has n waits whose bodies are equal but for what they name.
func waits(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "module top;\n  reg clk;\n  genvar i;\n  generate for (i = 0; i < %d; i = i + 1) begin : p\n", n)
	b.WriteString("    reg s;\n    reg [31:0] a, c;\n    initial begin s = 0; a = i; end\n    always @(posedge clk) s <= ~s;\n    always @(posedge s) begin\n      c = a + 32'd3;\n      if (c[0]) a <= c ^ 32'h55;\n      else a <= {c[15:0], c[31:16]};\n    end\n  end endgenerate\n")
	fmt.Fprintf(&b, "  initial begin clk = 0; repeat (8) #1 clk = ~clk; #1 $display(\"%%h %%h\", p[0].a, p[%d].a); end\nendmodule\n", n-1)
	return b.String()
}

// registers of one process, all driven by it alone.
func registers(b *strings.Builder, k int) {
	fmt.Fprintf(b, "  reg [31:0] a%d; reg [15:0] b%d; reg [63:0] c%d; reg d%d;\n  initial begin a%d = %d; b%d = 16'h%04x; c%d = 64'h0123456789abcdef; d%d = 0; end\n", k, k, k, k, k, 7*k+1, k, k&0xffff, k, k)
}

// statement writes one of several kinds of statements over process k's registers.
func statement(b *strings.Builder, r *rand.Rand, k int, indent string) {
	v := func() string { return fmt.Sprintf("32'h%x", r.Uint32()) }
	switch r.IntN(8) {
	case 0:
		fmt.Fprintf(b, "%sa%d = a%d + %s;\n", indent, k, k, v())
	case 1:
		fmt.Fprintf(b, "%sb%d = {b%d[%d:0], b%d[15:%d]} ^ a%d[15:0];\n", indent, k, k, 7, k, 8, k)
	case 2:
		fmt.Fprintf(b, "%sif (c%d[%d]) d%d = ~d%d; else a%d = a%d << b%d[2:0];\n", indent, k, r.IntN(64), k, k, k, k, k)
	case 3:
		fmt.Fprintf(b, "%sc%d <= c%d * %s + a%d;\n", indent, k, k, v(), k)
	case 4:
		fmt.Fprintf(b, "%sif (a%d > %s && d%d) b%d = b%d - 16'd%d;\n", indent, k, v(), k, k, k, r.IntN(1000)+1)
	case 5:
		fmt.Fprintf(b, "%scase (b%d[1:0]) 0: a%d = ~a%d; 1: a%d = a%d - 1; 2: d%d = ^a%d; default: b%d = b%d + 1; endcase\n", indent, k, k, k, k, k, k, k, k, k)
	case 6:
		fmt.Fprintf(b, "%sa%d[%d +: 8] = b%d[7:0] | 8'h%02x;\n", indent, k, r.IntN(24), k, r.IntN(256))
	case 7:
		fmt.Fprintf(b, "%sd%d <= (c%d == {a%d, %s}) ? b%d[0] : d%d;\n", indent, k, k, k, v(), k, k)
	}
}

// processes has n processes of 8 statements.
func processes(n int) string {
	r := rand.New(rand.NewPCG(1364, 2005))
	var b strings.Builder
	b.WriteString("module top;\n  reg clk;\n")
	for k := range n {
		registers(&b, k)
		fmt.Fprintf(&b, "  always @(posedge clk) begin\n")
		for range 8 {
			statement(&b, r, k, "    ")
		}
		b.WriteString("  end\n")
	}
	fmt.Fprintf(&b, "  initial begin clk = 0; repeat (8) #1 clk = ~clk; #1 $display(\"%%h %%h %%h %%h\", a0, b0, c0, d0); $display(\"%%h %%h\", a%d, c%d); end\nendmodule\n", n-1, n-1)
	return b.String()
}

// statements has one process of n statements.
func statements(n int) string {
	r := rand.New(rand.NewPCG(5, 2001))
	var b strings.Builder
	b.WriteString("module top;\n  reg clk;\n")
	registers(&b, 0)
	b.WriteString("  always @(posedge clk) begin\n")
	for range n {
		statement(&b, r, 0, "    ")
	}
	b.WriteString("  end\n  initial begin clk = 0; repeat (8) #1 clk = ~clk; #1 $display(\"%h %h %h %h\", a0, b0, c0, d0); end\nendmodule\n")
	return b.String()
}

// star has one process whose @* list has n signals.
func star(n int) string {
	var b strings.Builder
	b.WriteString("module top;\n  reg [31:0] y;\n")
	for k := range n {
		fmt.Fprintf(&b, "  reg [15:0] s%d;\n", k)
	}
	b.WriteString("  always @* begin\n    y = 0;\n")
	for k := 0; k < n; k += 4 {
		fmt.Fprintf(&b, "    y = {y[30:0], y[31]} ^ (s%d + s%d) ^ {s%d, s%d};\n", k, k+1, k+2, k+3)
	}
	b.WriteString("  end\n")
	fmt.Fprintf(&b, "  initial begin #1 s0 = 1; #1 s%d = 2; #1 $display(\"%%h\", y); end\nendmodule\n", n-1)
	return b.String()
}
