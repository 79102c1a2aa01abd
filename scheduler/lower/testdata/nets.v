// Nets: shared copies, immediate and queued assigns, resolution, delays, force.
module nets(input en);
  reg [7:0] v;
  reg r;
  wire [7:0] same = v;
  wire [7:0] sum = v + 1;
  wire [7:0] inv = ~v;
  wire two;
  assign two = r;
  assign two = en;
  wand w;
  assign w = v[0];
  assign w = v[1];
  wire #3 slow = r;
  wire #(1, 2) edges = v[2];
  wire [3:0] parts;
  assign parts[1:0] = v[1:0], parts[3:2] = ~v[1:0];
  wire f = r;
  initial begin
    force f = v[3] ^ v[4];
    #1 release f;
    assign r = v[5];
    #1 deassign r;
  end
endmodule
