// A UART: transmitter and receiver with oversampling and parity, in loopback over a line with a short glitch and a frame error.
`timescale 1ns/1ns

module uart_tx #(parameter DIV = 16) (input clk, input rst, input [7:0] data, input start, output reg txd, output busy);
    reg [10:0] shift;
    reg [3:0] left;
    reg [7:0] div;
    assign busy = left != 0;
    always @(posedge clk)
        if (rst) begin left <= 0; txd <= 1; div <= 0; end
        else if (!busy) begin
            txd <= 1;
            if (start) begin
                shift <= {1'b1, ^data, data, 1'b0};
                left <= 11;
                div <= 0;
            end
        end else if (div == 0) begin
            {shift, txd} <= {1'b1, shift};
            div <= DIV - 1;
            if (left == 1 && shift[0]) left <= 0; else left <= left - 1;
        end else div <= div - 1;
endmodule

module uart_rx #(parameter DIV = 16) (input clk, input rst, input rxd, output reg [7:0] data, output reg valid, output reg perr, output reg ferr);
    localparam IDLE = 2'd0, START = 2'd1, DATA = 2'd2, STOP = 2'd3;
    reg [1:0] state, sync;
    reg [7:0] div;
    reg [3:0] n;
    reg [8:0] shift;
    always @(posedge clk) sync <= {sync[0], rxd};
    always @(posedge clk) begin
        valid <= 0;
        if (rst) begin state <= IDLE; perr <= 0; ferr <= 0; end
        else case (state)
            IDLE: if (!sync[1]) begin state <= START; div <= DIV / 2 - 2; end
            START: if (div != 0) div <= div - 1;
                else if (sync[1]) state <= IDLE;                // a glitch
                else begin state <= DATA; div <= DIV - 1; n <= 0; end
            DATA: if (div != 0) div <= div - 1;
                else begin
                    shift <= {sync[1], shift[8:1]};
                    div <= DIV - 1;
                    n <= n + 1;
                    if (n == 8) state <= STOP;
                end
            STOP: if (div != 0) div <= div - 1;
                else begin
                    state <= IDLE;
                    data <= shift[7:0];
                    perr <= ^shift;
                    ferr <= !sync[1];
                    valid <= 1;
                end
        endcase
    end
endmodule

module tb;
    reg clk = 0, rst = 1, start = 0, noise = 0;
    reg [7:0] din;
    wire txd, busy, valid, perr, ferr;
    wire [7:0] dout;
    wire line = txd ^ noise;
    uart_tx #(.DIV(16)) tx(clk, rst, din, start, txd, busy);
    uart_rx #(.DIV(16)) rx(clk, rst, line, dout, valid, perr, ferr);
    always #5 clk = ~clk;

    always @(posedge clk) if (valid) $display("%0t received %h '%c' parity %b frame %b", $time, dout, dout < 32 || dout > 126 ? 8'h2e : dout, perr, ferr);

    task send(input [7:0] c);
        begin
            @(negedge clk) din = c; start = 1;
            @(negedge clk) start = 0;
            wait (!busy);
            repeat (40) @(posedge clk);
        end
    endtask

    reg [8*12-1:0] text;
    integer i;
    initial begin
        $dumpfile("uart.vcd");
        $dumpvars(0, tb);
        #42 rst = 0;
        text = "Hi, Verilog!";
        for (i = 11; i >= 0; i = i - 1) send(text[8*i +: 8]);
        noise = 1; #25 noise = 0; #500;         // too short to be a start bit
        fork
            send(8'ha5);
            begin #900 noise = 1; #160 noise = 0; end   // one bit wrong
        join
        fork
            send(8'h00);
            begin #1640 noise = 1; #400 noise = 0; end  // the stop bit's time and more
        join
        send(8'hff);
        $finish;
    end
endmodule
