//# 3.3 a block comment does not end
module t; endmodule /* never closed // ERROR P1001 this comment is not closed
//# 3.3 block comments do not nest
module t; /* outer /* inner */ // ERROR P1019 a comment starts inside a comment: block comments do not nest (IEEE 1364-2005 3.3)
endmodule
//# 3.5.1 a size is not zero
module t; wire [7:0] a = 0'h1; endmodule // ERROR S1004 the size of a number cannot be zero
//# 3.5.1 a digit does not belong to the base
module t; wire [3:0] a = 4'b2; endmodule // ERROR S1002 '2' is not a digit of '4'b2'
//# 3.5.1 nor to octal
module t; wire [3:0] a = 6'o18; endmodule // ERROR S1002 '8' is not a digit of '6'o18'
//# 3.5.1 letters are no decimal digits
module t; wire [7:0] a = 8'dfa; endmodule // ERROR S1002 '8'dfa' is not a decimal number
//# 3.5.1 a decimal x stands alone
module t; wire [7:0] a = 8'd1x; endmodule // ERROR S1002 '8'd1x' is not a decimal number
//# 3.5.1 a base needs digits
module t; wire [7:0] a = 8'h; endmodule // ERROR S1002 a based number needs digits
//# 3.5.1 an underscore is not the first digit
module t; wire [7:0] a = 8'h_f; endmodule // ERROR S1002 the first digit of a number is no underscore (IEEE 1364-2005 3.5.1)
//# 3.5.1 the apostrophe and the base stand together
module t; wire [7:0] a = 8' hf; endmodule // ERROR S1101 expected ';' behind the declaration, found '''
//# 3.5.1 a base is one of four
module t; wire [7:0] c = 8'q1; endmodule // ERROR S1101 expected ';' behind the declaration, found '''
//# 3.5.1 no sign between base and digits
module t; wire [7:0] a = 8'd-6; endmodule // ERROR S1002 a based number needs digits
//# 3.5.2 digits on both sides of a point
module t; real r; initial r = .5; endmodule // ERROR S1102 an expression is needed here, not '.'
//# 3.5.2 digits behind it
module t; real r; initial r = 9.; endmodule // ERROR S1101 expected ';' behind the assignment, found '.'
//# 3.5.2 and in front of an exponent
module t; real r; initial r = 4.E3; endmodule // ERROR S1101 expected ';' behind the assignment, found '.'
//# 3.5.2 an exponent has digits
module t; real r; initial r = 4e; endmodule // ERROR S1101 expected ';' behind the assignment, found 'e'
//# 3.6 a string ends on its line
module t; endmodule
"abc // ERROR P1002 this string is not closed on its line
//# 3.7 a number is no name
module t; wire 3x; endmodule // ERROR S1101 expected the name of a net, found number 3
//# 3.7 a dollar does not start a name
module t; wire $a; endmodule // ERROR S1101 expected the name of a net, found '$a'
//# 3.7.2 a keyword is no name
module t; wire begin; endmodule // ERROR S1101 'begin' is a reserved word and cannot be the name of a net
//# 3.7.2 not of a module
module reg; endmodule // ERROR S1101 'reg' is a reserved word and cannot be the name of a module
//# 3.8 an attribute has a name
(* *) module t; endmodule // ERROR S1101 expected the name of an attribute, found '*)'
//# 3.8 its value is constant
module t; reg r; (* a = r *) wire w; endmodule // ERROR E3011 'r' is not constant
//# 3.8 attributes do not nest
module t; (* a = 1 + (* b *) 2 *) wire w; endmodule // ERROR S1110 the value of an attribute cannot have attributes (IEEE 1364-2005 3.8)
//# 3.8 an attribute stands in front of something
module t; wire w; (* a *) endmodule // ERROR S1101 unexpected 'endmodule' where a module item is needed
