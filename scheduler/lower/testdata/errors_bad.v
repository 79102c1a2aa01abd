module errors;
  reg [7:0] a;
  integer n;
  reg y;
  function integer asks(input integer k);
    asks = $fgetc(k);
  endfunction
  initial begin
    y = 1;
    $strobe("%d", $fgetc(n)); // ERROR "an argument of \$strobe that needs the host is not supported yet"
    case (a)
      8: y = 0;
      $fgetc(n): y = 1; // ERROR "a case label that needs the host"
    endcase
    force y = asks(n); // ERROR "a force of a function that stops is not supported yet"
  end
  wire z;
  both g(z, asks(n), y); // ERROR "a function that stops as input of a primitive is not supported yet"
endmodule

primitive both(o, a, b);
  output o;
  input a, b;
  table
    1 1 : 1;
    0 ? : 0;
    ? 0 : 0;
  endtable
endprimitive
