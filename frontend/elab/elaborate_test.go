package elab

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
)

// elaborate runs text through the parser and Elaborate.
func elaborate(t *testing.T, name, text string) (*design.Design, *diag.List) {
	t.Helper()
	set := source.NewSet()
	diags := diag.NewList(set)
	src, _ := parse.Text(set, diags, parse.Options{}, name, []byte(text))
	if diags.HasErrors() {
		return nil, diags
	}
	return Elaborate(set, src, nil, Options{}, diags), diags
}

// mustElaborate is elaborate for text without errors.
func mustElaborate(t *testing.T, text string) *design.Design {
	t.Helper()
	d, diags := elaborate(t, "t.v", text)
	if diags.HasErrors() {
		var b strings.Builder
		diags.Print(&b)
		t.Fatalf("%s", b.String())
	}
	return d
}

var expectation = regexp.MustCompile(`// ERROR "(.*)"`)

// TestDiagnostics elaborates each testdata/*_bad.v and compares its errors with the expectations that stand on the lines they are on.
func TestDiagnostics(t *testing.T) {
	files, err := filepath.Glob("testdata/*_bad.v")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, diags := elaborate(t, file, string(text))
			if d != nil {
				t.Error("a design was made in spite of errors")
			}
			got := map[int][]string{}
			for _, x := range diags.Items() {
				if x.Severity == diag.Error {
					line := diags.Set.Position(x.Pos).Line
					got[line] = append(got[line], x.Message)
				}
			}
			for i, line := range strings.Split(string(text), "\n") {
				m := expectation.FindStringSubmatch(line)
				msgs := got[i+1]
				delete(got, i+1)
				switch {
				case m == nil && len(msgs) > 0:
					t.Errorf("line %d: unexpected %q", i+1, msgs)
				case m != nil && len(msgs) == 0:
					t.Errorf("line %d: no error, want %q", i+1, m[1])
				case m != nil:
					for _, msg := range msgs {
						if !regexp.MustCompile(m[1]).MatchString(msg) {
							t.Errorf("line %d: %q does not match %q", i+1, msg, m[1])
						}
					}
				}
			}
			for line, msgs := range got {
				t.Errorf("line %d: unexpected %q", line, msgs)
			}
		})
	}
}

// TestConstantFunctions evaluates functions during elaboration (IEEE 1364-2005 10.4.5).
func TestConstantFunctions(t *testing.T) {
	const functions = `
  function integer log2(input integer n);
    begin
      log2 = 0;
      for (n = n - 1; n > 0; n = n >> 1) log2 = log2 + 1;
    end
  endfunction
  function automatic integer fact(input integer n);
    if (n < 2) fact = 1; else fact = n * fact(n - 1);
  endfunction
  function [7:0] reverse(input [7:0] v);
    integer i;
    for (i = 0; i < 8; i = i + 1) reverse[7 - i] = v[i];
  endfunction
  function [15:0] pair(input [7:0] a, b);
    reg [7:0] x, y;
    begin
      {x, y} = {a, b} + 16'd1;
      pair = {y, x};
    end
  endfunction
  function integer first(input [7:0] v);
    integer i;
    begin : search
      first = -1;
      for (i = 0; i < 8; i = i + 1)
        if (v[i]) begin first = i; disable search; end
    end
  endfunction
  function [3:0] kind(input [3:0] c);
    casez (c)
      4'b1???: kind = 4'd3;
      4'b01??, 4'b001?: kind = 4'd2;
      default: kind = 4'd1;
    endcase
  endfunction
  function integer table_sum(input integer n);
    integer m [0:15];
    integer i;
    begin
      for (i = 0; i < 16; i = i + 1) m[i] = i * i;
      table_sum = 0;
      i = 0;
      repeat (n) begin table_sum = table_sum + m[i]; i = i + 1; end
    end
  endfunction
  function real half(input real r);
    half = r / 2;
  endfunction
  function integer late(input integer n);
    late = n + BASE;
  endfunction
  localparam BASE = 40;
`
	tests := []struct{ expr, want string }{
		{"log2(1024)", "32'b00000000000000000000000000001010"},
		{"fact(6)", "32'b00000000000000000000001011010000"},
		{"reverse(8'b11010000)", "8'b00001011"},
		{"pair(8'h12, 8'hff)", "16'b0000000000010011"},
		{"first(8'b00101000)", "32'b00000000000000000000000000000011"},
		{"first(0)", "32'b11111111111111111111111111111111"},
		{"kind(4'b0110)", "4'b0010"},
		{"kind(4'b1000)", "4'b0011"},
		{"table_sum(5)", "32'b00000000000000000000000000011110"},
		{"$rtoi(half(5))", "32'b00000000000000000000000000000010"},
		{"late(2)", "32'b00000000000000000000000000101010"},
		{"$clog2(1000)", "32'b00000000000000000000000000001010"},
		{"$clog2(1)", "32'b00000000000000000000000000000000"},
		{"$rtoi($ceil($ln(100)))", "32'b00000000000000000000000000000101"},
	}
	for _, tt := range tests {
		d := mustElaborate(t, "module t; localparam X = "+tt.expr+";\n"+functions+"endmodule\n")
		for _, decl := range d.Tops[0].Decls {
			if decl.Name == "X" {
				if got := decl.Value.Val.String(); got != tt.want {
					t.Errorf("%s = %s, want %s", tt.expr, got, tt.want)
				}
			}
		}
	}
}

// TestParameterTypes shows the widths that parameters take. An untyped one keeps the carry of its expression, as %h of it shows in
// Icarus Verilog.
func TestParameterTypes(t *testing.T) {
	tests := []struct {
		decl   string
		width  int
		signed bool
		value  string // in decimal
	}{
		{"parameter X = 10", 32, true, "10"},
		{"parameter X = 8'd200", 8, false, "200"},
		{"parameter X = 8'd200 * 2", 40, false, "400"},
		{"parameter X = 4'hf + 4'h1", 5, false, "16"},
		{"parameter X = 32'hffffffff + 1", 33, false, "4294967296"},
		{"parameter X = 1 << 40", 72, true, "1099511627776"},
		{"parameter X = 2 ** 31", 33, true, "2147483648"},
		{"parameter X = 2 ** 4", 32, true, "16"},
		{"parameter X = -1", 32, true, "-1"},
		{"parameter [3:0] X = 20", 4, false, "4"},
		{"parameter signed [3:0] X = 15", 4, true, "-1"},
		{"parameter signed X = 4'hf", 4, true, "-1"},
		{"parameter integer X = 2.5", 32, true, "3"},
		{"parameter integer X = -2.5", 32, true, "-3"},
		{"parameter [7:0] X = 3.7", 8, false, "4"},
		{"parameter time X = 5", 64, false, "5"},
		{"parameter X = \"ab\"", 16, false, "24930"},
		{"parameter X = 1 > 0", 1, false, "1"},
		{"parameter X = {4'd1, 4'd2}", 8, false, "18"},
		{"parameter X = 1 ? 4'd3 : 8'd4", 8, false, "3"},
	}
	for _, tt := range tests {
		d := mustElaborate(t, "module t; "+tt.decl+"; endmodule\n")
		v := d.Tops[0].Decls[0].Value
		if v.Width != tt.width || v.Signed != tt.signed || logic.Format(v.Val, 'd', v.Signed) != tt.value {
			t.Errorf("%s: %d bits, signed %v, %s; want %d, %v, %s", tt.decl, v.Width, v.Signed, logic.Format(v.Val, 'd', v.Signed), tt.width, tt.signed, tt.value)
		}
	}
}
