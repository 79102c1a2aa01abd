package elab

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
)

// FuzzElaborate looks for text that the parser accepts and that elaboration panics on, or takes without an error and
// makes no design of.
func FuzzElaborate(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.v")
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte("module t; wire [3:0] w; genvar i; for (i = 0; i < 4; i = i + 1) begin : g assign w[i] = i; end endmodule"))
	f.Add([]byte("module l(inout p); tran (p, w); endmodule module t; wire [1:0] b; l u[1:0](b); defparam u[0].x = 1; endmodule"))
	f.Add([]byte("module t; function [7:0] f; input a; f = a + 1; endfunction localparam P = f(3); reg [P:0] m [0:P]; initial m[1][2:0] = P; endmodule"))
	f.Fuzz(func(t *testing.T, text []byte) {
		set := source.NewSet()
		diags := diag.NewList(set)
		src, lib := parse.Text(set, diags, parse.Options{}, "fuzz.v", text)
		if diags.HasErrors() {
			return
		}
		if d := Elaborate(set, src, lib, Options{}, diags); (d == nil) != diags.HasErrors() {
			t.Errorf("design made: %t, errors: %d", d != nil, diags.ErrorCount())
		}
	})
}
