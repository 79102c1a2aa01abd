package flow

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/runtime/host"
)

// cells is a design of many equal pieces: processes with narrow, wide and array storage, gates, immediate and delayed
// nodes, a primitive, a loop, constants that differ.
const cells = `
primitive latch(q, d, g); output q; reg q; input d, g;
  table 0 1 : ? : 0; 1 1 : ? : 1; ? 0 : ? : -; endtable
endprimitive
module piece #(parameter K = 0) (input clk, input [7:0] a, output reg [7:0] q, output [99:0] w, output l);
  reg [7:0] mem [0:3];
  reg [99:0] wide;
  reg [2:0] n;
  reg [63:0] sum;
  wire [7:0] late;
  integer i;
  assign #2 late = a + K;
  assign w = wide ^ {13{a}};
  latch u(l, a[0], clk);
  always @(posedge clk) begin
    q <= late + mem[n[1:0]];
    mem[n[1:0]] <= a;
    wide[n * 8 +: 8] <= q ^ K;
    n <= n === 3'bxxx ? 0 : n + 1;
  end
  always @* begin
    sum = 0;
    for (i = 0; i < 4; i = i + 1) sum = sum + mem[i];
    case (a[1:0]) 0: sum = sum << 3; 1: sum[40 +: 4] = K; default: ; endcase
  end
  initial begin wide = 0; #3 if (K == 2) $display("cell %0d %m", K); end
endmodule
module top;
  reg clk = 0;
  wire [7:0] v [0:8];
  genvar g;
  generate for (g = 0; g < 8; g = g + 1) begin : c
    wire [99:0] w;
    piece #(g) u(clk, v[g], v[g + 1], w, );
    always @(w) if (clk) $display("%0d %m %h %b %h", $time, w, u.l, u.sum);
  end endgenerate
  reg [7:0] seed = 7;
  assign v[0] = seed;
  always #5 clk = ~clk;
  always @(negedge clk) seed <= seed * 5 + 3;
  initial #200 $finish;
endmodule
`

// TestShare runs a design with its equal segments in shared functions and each in its own.
func TestShare(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cells.v")
	if err := os.WriteFile(file, []byte(cells), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(least int) (string, int) {
		b, err := Compile(Options{Files: []string{file}, Warnings: []string{"none"}, Emit: emit.Options{ShareMin: least}}, ToKernel)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.Kernel.Text, "gpga_shape_"); got != (least > 0) {
			t.Errorf("shared from %d on: shapes in the text: %v", least, got)
		}
		var out bytes.Buffer
		if _, err := b.Run(context.Background(), RunOptions{Engine: EngineCPU, Host: host.Config{Stdout: &out}}); err != nil {
			t.Fatal(err)
		}
		return out.String(), len(b.Kernel.Text)
	}
	want, long := run(-1)
	if strings.Count(want, "\n") < 50 {
		t.Fatalf("the design says too little:\n%s", want)
	}
	for _, least := range []int{2, 8} {
		got, short := run(least)
		if got != want {
			t.Errorf("shared from %d on, the output differs:\n%s\nwant\n%s", least, got, want)
		}
		if short >= long {
			t.Errorf("shared from %d on, the text has %d bytes, and %d without", least, short, long)
		}
	}
}
