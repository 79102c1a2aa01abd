// What is declared and not used, or not driven.
module usage(input clk, input [7:0] d, input idle,      // LINT W4006 "bits .3:0. of input port 'd' are never read" W2006 "input port 'idle' is never used"
             output [3:0] q, output open,               // LINT W2005 "output port 'open' has no driver"
             output [3:0] half);                        // LINT W4007 "bits .3:2. of output port 'half' have no driver"
  wire nobody;                                          // LINT W2006 "net 'nobody' is never used"
  reg [3:0] store;
  reg written;                                          // LINT W4005 "variable 'written' is written but never read"
  wire floats;                                          // LINT W2005 "net 'floats' is read but has no driver"
  reg never;                                            // LINT W2005 "variable 'never' is read but is never written"
  wire [3:0] part;                                      // LINT W4007 "bits .3. of net 'part' have no driver"
  reg _unused_ok;
  wire unused_too;
  integer status, file;
  parameter P = 1;                                      // LINT W4008 "parameter 'P' is never used"
  localparam L = 2;                                     // LINT W4008 "localparam 'L' is never used"
  localparam W = 4;
  event ev;                                             // LINT W4008 "event 'ev' is never used"
  genvar g, h;                                          // LINT W4008 "genvar 'h' is never used"
  supply0 gnd;
  reg [7:0] mem [0:3];
  reg [W-1:0] vec [0:1];
  reg initialised = 1;
  assign half[1:0] = d[7:6];
  assign q = store;
  assign part[2:0] = d[6:4];
  generate for (g = 0; g < 2; g = g + 1) begin : loop
    wire bit = store[g] & floats;                       // LINT W4005 "net 'bit' is written but never read"
  end endgenerate
  always @(posedge clk) begin
    store <= d[7:4] ^ part ^ {3'd0, never} ^ {3'd0, gnd} ^ mem[0][3:0] ^ vec[1] ^ {3'd0, initialised};
    written <= d[7];
    mem[store[1:0]] <= {4'd0, d[7:4]};
    vec[0] <= d[7:4];
  end
  initial begin
    file = $fopen("f");
    status = $fscanf(file, "%h", mem[0]);
    $readmemh("f", mem);
  end
  function f(input a, b);                               // LINT W4008 "function 'f' is never used" W2006 "argument 'b' is never used"
    f = a;
  endfunction
  task t(input a);
    $display(a);
  endtask
  initial t(store[0]);
endmodule

// Each instance uses another half: together they use all.
module halves #(parameter HIGH = 0) (input [7:0] x, output [3:0] y);
  generate if (HIGH) assign y = x[7:4]; else assign y = x[3:0]; endgenerate
endmodule
module two(input [7:0] x, output [7:0] y);
  halves #(0) a(x, y[3:0]);
  halves #(1) b(x, y[7:4]);
endmodule
