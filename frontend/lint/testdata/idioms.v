// Idioms that are right: nothing is to be said here.
`timescale 1ns/1ns
module idioms;
  parameter WIDTH = 8, DEPTH = 16;
  localparam AW = 4;
  reg clk = 0, rst = 1;
  reg [WIDTH-1:0] data, out;
  reg [AW-1:0] wp, rp, next;
  reg [WIDTH-1:0] fifo [0:DEPTH-1];
  reg [AW:0] count;
  wire empty = count == 0, full = count == DEPTH;
  integer i, errors;
  reg [1:0] state;
  localparam [1:0] IDLE = 0, RUN = 1, DONE = 2;
  wire [WIDTH-1:0] masked = data & {WIDTH{~rst}};
  wire any = |data;
  reg [8*4-1:0] name;

  always #5 clk = ~clk;
  always @(posedge clk or posedge rst)
    if (rst) begin
      wp <= 0; rp <= 0; count <= 0; out <= 'd0;
      for (i = 0; i < DEPTH; i = i + 1) fifo[i] <= {WIDTH{1'b0}};
    end else begin
      if (!full) begin fifo[wp] <= masked; wp <= next; count <= count + 1'b1; end
      if (!empty && any) begin out <= fifo[rp]; rp <= rp + 4'd1; end
    end
  always @* begin
    next = wp + 1;
    if (wp == DEPTH - 1) next = 0;
  end
  always @(posedge clk)
    case (state)
      IDLE: if (any) state <= RUN;
      RUN: if (full) state <= DONE;
      DONE: state <= IDLE;
      default: state <= IDLE;
    endcase
  always @*
    case (state)
      IDLE: name = "IDLE";
      RUN: name = "RUN";
      default: name = "DONE";
    endcase
  initial begin
    errors = 0; data = 0; state = IDLE;
    #12 rst = 0;
    repeat (20) @(posedge clk) data = $random;
    for (i = 0; i < 8; i = i + 1) if (out[i] === 1'bx) errors = errors + 1;
    $display("%0d errors %s", errors, name);
    $finish;
  end
endmodule
