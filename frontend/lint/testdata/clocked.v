// Clocked code and races.
module clocked(input clk, rst, clk2, input [3:0] d, output reg [3:0] q, output reg a, b, c, output reg [3:0] e, f, output g);
  reg [3:0] tmp, shared, mixed, twice;
  reg [7:0] ram [0:15];
  integer i;
  always @(posedge clk) begin
    tmp = d + 1;                      // used here alone
    q <= tmp;
  end
  always @(posedge clk) shared = d;   // LINT W4011 "blocking assignment in clocked code to 'shared'"
  assign g = ^shared;
  always @(posedge clk or negedge rst)
    if (!rst) a <= 0; else a <= d[0];
  always @(posedge clk) b <= rst & d[1]; // LINT W4024 "'rst' is data of clocked code and an asynchronous reset elsewhere"
  always @(posedge clk) begin
    mixed <= d;
    if (d[3]) mixed = 0;              // LINT W4011 "'mixed'" W4013 "'mixed' is written by blocking and nonblocking"
    c <= mixed[0];
  end
  always @* e = mixed;
  always @(posedge clk) twice <= d;
  always @(posedge clk2) twice <= ~d; // LINT W4010 "several always constructs write 'twice'"
  always @(posedge clk) for (i = 0; i < 4; i = i + 1) f[i] <= d[i] & twice[i];
  always @(posedge clk) for (i = 0; i < 4; i = i + 1) ram[i] <= ram[i + 4];
  always @(posedge clk2) ram[d] <= 8'd1;
  always @(posedge d) $display("edge"); // LINT W4022 "an edge looks at bit 0 of these 4 bits only"
endmodule
