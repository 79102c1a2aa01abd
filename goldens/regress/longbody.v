// A body so long that it is cut into pieces, with early returns, and variables whose names look like generated ones.
module longbody;
  reg [7:0] t0, t1, r1, k0;
  reg [31:0] acc;
  integer i;
  function [31:0] pick(input [7:0] n, input [31:0] x);
    begin : body
      pick = x;
      if (n == 0) begin pick = x * 3 + 0; pick = pick ^ (pick >> 1); if (pick[0]) disable body; end
      pick = pick + 0;
      if (n == 1) begin pick = x * 10 + 1; pick = pick ^ (pick >> 2); if (pick[1]) disable body; end
      pick = pick + 1;
      if (n == 2) begin pick = x * 17 + 2; pick = pick ^ (pick >> 3); if (pick[2]) disable body; end
      pick = pick + 2;
      if (n == 3) begin pick = x * 24 + 3; pick = pick ^ (pick >> 4); if (pick[3]) disable body; end
      pick = pick + 3;
      if (n == 4) begin pick = x * 31 + 4; pick = pick ^ (pick >> 5); if (pick[4]) disable body; end
      pick = pick + 4;
      if (n == 5) begin pick = x * 38 + 5; pick = pick ^ (pick >> 6); if (pick[5]) disable body; end
      pick = pick + 5;
      if (n == 6) begin pick = x * 45 + 6; pick = pick ^ (pick >> 7); if (pick[6]) disable body; end
      pick = pick + 6;
      if (n == 7) begin pick = x * 52 + 7; pick = pick ^ (pick >> 8); if (pick[7]) disable body; end
      pick = pick + 7;
      if (n == 8) begin pick = x * 59 + 8; pick = pick ^ (pick >> 9); if (pick[8]) disable body; end
      pick = pick + 8;
      if (n == 9) begin pick = x * 66 + 9; pick = pick ^ (pick >> 1); if (pick[9]) disable body; end
      pick = pick + 9;
      if (n == 10) begin pick = x * 73 + 10; pick = pick ^ (pick >> 2); if (pick[10]) disable body; end
      pick = pick + 10;
      if (n == 11) begin pick = x * 80 + 11; pick = pick ^ (pick >> 3); if (pick[11]) disable body; end
      pick = pick + 11;
      if (n == 12) begin pick = x * 87 + 12; pick = pick ^ (pick >> 4); if (pick[12]) disable body; end
      pick = pick + 12;
      if (n == 13) begin pick = x * 94 + 13; pick = pick ^ (pick >> 5); if (pick[13]) disable body; end
      pick = pick + 13;
      if (n == 14) begin pick = x * 101 + 14; pick = pick ^ (pick >> 6); if (pick[14]) disable body; end
      pick = pick + 14;
      if (n == 15) begin pick = x * 108 + 15; pick = pick ^ (pick >> 7); if (pick[15]) disable body; end
      pick = pick + 15;
      if (n == 16) begin pick = x * 115 + 16; pick = pick ^ (pick >> 8); if (pick[16]) disable body; end
      pick = pick + 16;
      if (n == 17) begin pick = x * 122 + 17; pick = pick ^ (pick >> 9); if (pick[17]) disable body; end
      pick = pick + 17;
      if (n == 18) begin pick = x * 129 + 18; pick = pick ^ (pick >> 1); if (pick[18]) disable body; end
      pick = pick + 18;
      if (n == 19) begin pick = x * 136 + 19; pick = pick ^ (pick >> 2); if (pick[19]) disable body; end
      pick = pick + 19;
      if (n == 20) begin pick = x * 143 + 20; pick = pick ^ (pick >> 3); if (pick[20]) disable body; end
      pick = pick + 20;
      if (n == 21) begin pick = x * 150 + 21; pick = pick ^ (pick >> 4); if (pick[21]) disable body; end
      pick = pick + 21;
      if (n == 22) begin pick = x * 157 + 22; pick = pick ^ (pick >> 5); if (pick[22]) disable body; end
      pick = pick + 22;
      if (n == 23) begin pick = x * 164 + 23; pick = pick ^ (pick >> 6); if (pick[23]) disable body; end
      pick = pick + 23;
      if (n == 24) begin pick = x * 171 + 24; pick = pick ^ (pick >> 7); if (pick[24]) disable body; end
      pick = pick + 24;
      if (n == 25) begin pick = x * 178 + 25; pick = pick ^ (pick >> 8); if (pick[25]) disable body; end
      pick = pick + 25;
      if (n == 26) begin pick = x * 185 + 26; pick = pick ^ (pick >> 9); if (pick[26]) disable body; end
      pick = pick + 26;
      if (n == 27) begin pick = x * 192 + 27; pick = pick ^ (pick >> 1); if (pick[27]) disable body; end
      pick = pick + 27;
      if (n == 28) begin pick = x * 199 + 28; pick = pick ^ (pick >> 2); if (pick[28]) disable body; end
      pick = pick + 28;
      if (n == 29) begin pick = x * 206 + 29; pick = pick ^ (pick >> 3); if (pick[29]) disable body; end
      pick = pick + 29;
      if (n == 30) begin pick = x * 213 + 30; pick = pick ^ (pick >> 4); if (pick[30]) disable body; end
      pick = pick + 30;
      if (n == 31) begin pick = x * 220 + 31; pick = pick ^ (pick >> 5); if (pick[31]) disable body; end
      pick = pick + 31;
      if (n == 32) begin pick = x * 227 + 32; pick = pick ^ (pick >> 6); if (pick[0]) disable body; end
      pick = pick + 32;
      if (n == 33) begin pick = x * 234 + 33; pick = pick ^ (pick >> 7); if (pick[1]) disable body; end
      pick = pick + 33;
      if (n == 34) begin pick = x * 241 + 34; pick = pick ^ (pick >> 8); if (pick[2]) disable body; end
      pick = pick + 34;
      if (n == 35) begin pick = x * 248 + 35; pick = pick ^ (pick >> 9); if (pick[3]) disable body; end
      pick = pick + 35;
      if (n == 36) begin pick = x * 255 + 36; pick = pick ^ (pick >> 1); if (pick[4]) disable body; end
      pick = pick + 36;
      if (n == 37) begin pick = x * 262 + 37; pick = pick ^ (pick >> 2); if (pick[5]) disable body; end
      pick = pick + 37;
      if (n == 38) begin pick = x * 269 + 38; pick = pick ^ (pick >> 3); if (pick[6]) disable body; end
      pick = pick + 38;
      if (n == 39) begin pick = x * 276 + 39; pick = pick ^ (pick >> 4); if (pick[7]) disable body; end
      pick = pick + 39;
      if (n == 40) begin pick = x * 283 + 40; pick = pick ^ (pick >> 5); if (pick[8]) disable body; end
      pick = pick + 40;
      if (n == 41) begin pick = x * 290 + 41; pick = pick ^ (pick >> 6); if (pick[9]) disable body; end
      pick = pick + 41;
      if (n == 42) begin pick = x * 297 + 42; pick = pick ^ (pick >> 7); if (pick[10]) disable body; end
      pick = pick + 42;
      if (n == 43) begin pick = x * 304 + 43; pick = pick ^ (pick >> 8); if (pick[11]) disable body; end
      pick = pick + 43;
      if (n == 44) begin pick = x * 311 + 44; pick = pick ^ (pick >> 9); if (pick[12]) disable body; end
      pick = pick + 44;
      if (n == 45) begin pick = x * 318 + 45; pick = pick ^ (pick >> 1); if (pick[13]) disable body; end
      pick = pick + 45;
      if (n == 46) begin pick = x * 325 + 46; pick = pick ^ (pick >> 2); if (pick[14]) disable body; end
      pick = pick + 46;
      if (n == 47) begin pick = x * 332 + 47; pick = pick ^ (pick >> 3); if (pick[15]) disable body; end
      pick = pick + 47;
      if (n == 48) begin pick = x * 339 + 48; pick = pick ^ (pick >> 4); if (pick[16]) disable body; end
      pick = pick + 48;
      if (n == 49) begin pick = x * 346 + 49; pick = pick ^ (pick >> 5); if (pick[17]) disable body; end
      pick = pick + 49;
      if (n == 50) begin pick = x * 353 + 50; pick = pick ^ (pick >> 6); if (pick[18]) disable body; end
      pick = pick + 50;
      if (n == 51) begin pick = x * 360 + 51; pick = pick ^ (pick >> 7); if (pick[19]) disable body; end
      pick = pick + 51;
      if (n == 52) begin pick = x * 367 + 52; pick = pick ^ (pick >> 8); if (pick[20]) disable body; end
      pick = pick + 52;
      if (n == 53) begin pick = x * 374 + 53; pick = pick ^ (pick >> 9); if (pick[21]) disable body; end
      pick = pick + 53;
      if (n == 54) begin pick = x * 381 + 54; pick = pick ^ (pick >> 1); if (pick[22]) disable body; end
      pick = pick + 54;
      if (n == 55) begin pick = x * 388 + 55; pick = pick ^ (pick >> 2); if (pick[23]) disable body; end
      pick = pick + 55;
      if (n == 56) begin pick = x * 395 + 56; pick = pick ^ (pick >> 3); if (pick[24]) disable body; end
      pick = pick + 56;
      if (n == 57) begin pick = x * 402 + 57; pick = pick ^ (pick >> 4); if (pick[25]) disable body; end
      pick = pick + 57;
      if (n == 58) begin pick = x * 409 + 58; pick = pick ^ (pick >> 5); if (pick[26]) disable body; end
      pick = pick + 58;
      if (n == 59) begin pick = x * 416 + 59; pick = pick ^ (pick >> 6); if (pick[27]) disable body; end
      pick = pick + 59;
      pick = ~pick;
    end
  endfunction
  task stir(input [7:0] n);
    begin : body
      acc = acc + (t0 ^ 0); t1 = acc[0 +: 8];
      acc = acc + (t1 ^ 13); t0 = acc[1 +: 8];
      acc = acc + (t0 ^ 26); t1 = acc[2 +: 8];
      acc = acc + (t1 ^ 39); t0 = acc[3 +: 8];
      acc = acc + (t0 ^ 52); t1 = acc[4 +: 8];
      acc = acc + (t1 ^ 65); t0 = acc[5 +: 8];
      acc = acc + (t0 ^ 78); t1 = acc[6 +: 8];
      acc = acc + (t1 ^ 91); t0 = acc[7 +: 8];
      acc = acc + (t0 ^ 104); t1 = acc[8 +: 8];
      acc = acc + (t1 ^ 117); t0 = acc[9 +: 8];
      if (n < 0) disable body;
      acc = acc + (t0 ^ 130); t1 = acc[10 +: 8];
      acc = acc + (t1 ^ 143); t0 = acc[11 +: 8];
      acc = acc + (t0 ^ 156); t1 = acc[12 +: 8];
      acc = acc + (t1 ^ 169); t0 = acc[13 +: 8];
      acc = acc + (t0 ^ 182); t1 = acc[14 +: 8];
      acc = acc + (t1 ^ 195); t0 = acc[15 +: 8];
      acc = acc + (t0 ^ 208); t1 = acc[16 +: 8];
      acc = acc + (t1 ^ 221); t0 = acc[17 +: 8];
      acc = acc + (t0 ^ 234); t1 = acc[18 +: 8];
      acc = acc + (t1 ^ 247); t0 = acc[19 +: 8];
      if (n < 1) disable body;
      acc = acc + (t0 ^ 260); t1 = acc[20 +: 8];
      acc = acc + (t1 ^ 273); t0 = acc[21 +: 8];
      acc = acc + (t0 ^ 286); t1 = acc[22 +: 8];
      acc = acc + (t1 ^ 299); t0 = acc[23 +: 8];
      acc = acc + (t0 ^ 312); t1 = acc[0 +: 8];
      acc = acc + (t1 ^ 325); t0 = acc[1 +: 8];
      acc = acc + (t0 ^ 338); t1 = acc[2 +: 8];
      acc = acc + (t1 ^ 351); t0 = acc[3 +: 8];
      acc = acc + (t0 ^ 364); t1 = acc[4 +: 8];
      acc = acc + (t1 ^ 377); t0 = acc[5 +: 8];
      if (n < 2) disable body;
      acc = acc + (t0 ^ 390); t1 = acc[6 +: 8];
      acc = acc + (t1 ^ 403); t0 = acc[7 +: 8];
      acc = acc + (t0 ^ 416); t1 = acc[8 +: 8];
      acc = acc + (t1 ^ 429); t0 = acc[9 +: 8];
      acc = acc + (t0 ^ 442); t1 = acc[10 +: 8];
      acc = acc + (t1 ^ 455); t0 = acc[11 +: 8];
      acc = acc + (t0 ^ 468); t1 = acc[12 +: 8];
      acc = acc + (t1 ^ 481); t0 = acc[13 +: 8];
      acc = acc + (t0 ^ 494); t1 = acc[14 +: 8];
      acc = acc + (t1 ^ 507); t0 = acc[15 +: 8];
      if (n < 3) disable body;
      acc = acc + (t0 ^ 520); t1 = acc[16 +: 8];
      acc = acc + (t1 ^ 533); t0 = acc[17 +: 8];
      acc = acc + (t0 ^ 546); t1 = acc[18 +: 8];
      acc = acc + (t1 ^ 559); t0 = acc[19 +: 8];
      acc = acc + (t0 ^ 572); t1 = acc[20 +: 8];
      acc = acc + (t1 ^ 585); t0 = acc[21 +: 8];
      acc = acc + (t0 ^ 598); t1 = acc[22 +: 8];
      acc = acc + (t1 ^ 611); t0 = acc[23 +: 8];
      acc = acc + (t0 ^ 624); t1 = acc[0 +: 8];
      acc = acc + (t1 ^ 637); t0 = acc[1 +: 8];
      if (n < 4) disable body;
    end
  endtask
  initial begin
    t0 = 1; t1 = 2; r1 = 3; k0 = 4; acc = 0;
    for (i = 0; i < 62; i = i + 3) $display("%h", pick(i, 32'h12345678 ^ (i << 20)));
    for (i = 0; i < 6; i = i + 1) begin
      stir(i);
      $display("%h %h %h", acc, t0, t1);
    end
  end
endmodule
