// Numbers and strings.
module m;
  parameter a = 4'b12;          // ERROR "'2' is not a digit"
  parameter b = 0'b1;           // ERROR "the size of a number cannot be zero"
  parameter c = 99999999'h0;    // ERROR "above the limit of"
  parameter d = 8'd1x;          // ERROR "is not a decimal number"
  parameter e = 8'dxx;          // ERROR "a decimal number has x or z as its only digit"
  parameter f = 8'h;            // ERROR "a based number needs digits"
  parameter g = 4'h1f;          // ERROR "does not fit in 4 bits"
  parameter h = 2'd4;           // ERROR "does not fit in 2 bits"
  parameter i = "ab\qc";        // ERROR "'\\q' is not an escape sequence"
  parameter j = 8'o9;           // ERROR "'9' is not a digit"
  parameter ok = 12 'h x_f, ok2 = 'bz, ok3 = 1_000.5e-3, ok4 = "\101\n\t\\\"", ok5 = 3 'sb 101;
endmodule
