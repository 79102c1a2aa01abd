// Items of case statements.
module cases(input [1:0] s, input [3:0] v, output reg [3:0] a, b, c, d, e, f, h, k);
  always @* case (s)
    2'd0: a = 1;
    2'd1: a = 2;
    2'd0: a = 3;                        // LINT W4015 "never taken"
    default: a = 0;
  endcase
  always @* casez (v)
    4'b1???: b = 1;
    4'b?1??: b = 2;                     // LINT W4015 "shares 4'b1100 with an earlier one"
    default: b = 0;
  endcase
  always @* casez (v)
    4'b1???: c = 1;
    4'b01??: c = 2;
    4'b001?: c = 3;
    4'b0001: c = 4;
    4'b0000: c = 5;
  endcase
  always @* case (v)
    4'b1x00: d = 1;                     // LINT W4016 "no value of 0 and 1 matches bit 2"
    default: d = 0;
  endcase
  always @* casex (v)                   // LINT W4023 "casex takes unknown bits"
    4'b1xxx: e = 1;
    default: e = 0;
  endcase
  always @* case (s)                    // LINT W4014 "no item for 2'b10"
    0: f = 1;                           // LINT W4009 "'f' is not assigned"
    1: f = 2;
  endcase
  always @* case (1'b1)
    v[0]: h = 1;
    v[1]: h = 2;
    default: h = 0;
  endcase
  always @* case (s)
    4'd1: k = 1;                        // LINT W4004 "the item has 4 bits, what the case looks at 2"
    default: k = 0;
  endcase
endmodule
