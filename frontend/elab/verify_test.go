package elab

import (
	"testing"

	"github.com/gpga/gpga/frontend/design"
)

const everyKind = `
module t(input clk, output reg [7:0] q);
  reg [7:0] a, b; reg signed [15:0] s; real r; reg [3:0] m [0:7]; integer i; event ev; wire [8:0] w;
  assign #(1, 2) w = a + b;
  assign {w[3:0]} = s >>> 2;
  function [7:0] f(input signed [3:0] x, input real y); f = x * y; endfunction
  task tk(input [3:0] x, output real y, inout [15:0] z); begin y = x; z = z + y; end endtask
  always @(posedge clk or ev or a[3]) begin
    q <= #2 a ? {b[3:0], 4'd1} : m[i] ** 2;
    {a, b[i +: 2]} = s;
    case (s) a: r = s; b, -1: r = r / 2; default: m[a] = f(r, s); endcase
    tk(r, a, s);
    repeat (r) s = @(posedge a) s + 1;
    wait (a > r) -> ev;
    i = $fscanf(1, "%d", m[2]) + $rtoi(r) + $signed(a) - (b < s) + &a;
    force w = {3{a[2:0]}};
    release w;
  end
endmodule`

// TestInvariants checks that what elaboration makes of all kinds of expressions and statements is sound, and that a design which is not
// sound is noticed.
func TestInvariants(t *testing.T) {
	d := mustElaborate(t, everyKind)
	for _, msg := range design.Verify(d) {
		t.Error(msg)
	}
	a := d.Assigns[0]
	a.RHS = resize(a.RHS, 3)
	if len(design.Verify(d)) == 0 {
		t.Error("a right side that is too narrow is not noticed")
	}
}
