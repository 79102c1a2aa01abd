package lower_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
	"github.com/gpga/gpga/scheduler/lower"
	"github.com/gpga/gpga/scheduler/program"
)

var update = flag.Bool("update", false, "write the golden files of testdata")

// elaborate makes a design of Verilog text.
func elaborate(t testing.TB, name, text string) *design.Design {
	t.Helper()
	set := source.NewSet()
	diags := diag.NewList(set)
	src, _ := parse.Text(set, diags, parse.Options{}, name, []byte(text))
	var d *design.Design
	if !diags.HasErrors() {
		d = elab.Elaborate(set, src, nil, elab.Options{}, diags)
	}
	if d == nil {
		var b strings.Builder
		diags.Print(&b)
		t.Fatalf("%s", b.String())
	}
	return d
}

// lowered is the verified program of a design.
func lowered(t testing.TB, d *design.Design, opts lower.Options) *program.Program {
	t.Helper()
	p, errs := lower.Lower(d, opts)
	for _, e := range errs {
		t.Errorf("%s: %s", d.Files.Position(e.Pos), e.Msg)
	}
	if len(errs) > 0 {
		t.FailNow()
	}
	if err := program.Verify(p); err != nil {
		t.Fatalf("%v\n%s", err, print(p))
	}
	return p
}

func print(p *program.Program) string {
	var b bytes.Buffer
	program.Print(&b, p)
	return b.String()
}

// sources lists the good designs of testdata.
func sources(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.v")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range files {
		if !strings.HasSuffix(f, "_bad.v") {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		t.Fatal("testdata has no designs")
	}
	return out
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestGolden compares the disassembly of each design with its golden file; -update writes them.
func TestGolden(t *testing.T) {
	for _, f := range sources(t) {
		t.Run(filepath.Base(f), func(t *testing.T) {
			got := print(lowered(t, elaborate(t, filepath.Base(f), read(t, f)), lower.Options{}))
			golden := strings.TrimSuffix(f, ".v") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := read(t, golden)
			if got == want {
				return
			}
			g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
			for i := range g {
				if i >= len(w) || g[i] != w[i] {
					t.Fatalf("line %d differs from %s (run with -update to accept):\n%s\nwant\n%s", i+1, golden, g[i], strings.Join(w[min(i, len(w)):min(i+1, len(w))], ""))
				}
			}
			t.Fatalf("%s has more lines", golden)
		})
	}
}

// TestOptions lowers each design under every combination of options; each result verifies, is the same a second time,
// and survives encoding.
func TestOptions(t *testing.T) {
	for _, f := range sources(t) {
		text := read(t, f)
		for bits := range 16 {
			opts := lower.Options{TwoState: bits&1 != 0, TraceAll: bits&2 != 0, NoAlias: bits&4 != 0}
			if bits&8 != 0 {
				opts.SegmentCost = 3
			}
			p := lowered(t, elaborate(t, f, text), opts)
			b := program.Encode(p)
			if !bytes.Equal(b, program.Encode(lowered(t, elaborate(t, f, text), opts))) {
				t.Errorf("%s: %+v: two lowerings differ", f, opts)
			}
			q, err := program.Decode(b)
			if err != nil {
				t.Fatalf("%s: %+v: %v", f, opts, err)
			}
			if !bytes.Equal(b, program.Encode(q)) {
				t.Errorf("%s: %+v: a decoded program differs", f, opts)
			}
			if opts.TwoState {
				for i, in := range p.Code {
					if in.Op == program.OpConst && in.W <= 32 && in.B != 0 {
						t.Errorf("%s: instruction %d has x or z in a two-state program", f, i)
					}
				}
			}
		}
	}
}

// TestErrors compares the errors of testdata/*_bad.v with the expectations on their lines.
func TestErrors(t *testing.T) {
	expectation := regexp.MustCompile(`// ERROR "(.*)"`)
	files, _ := filepath.Glob("testdata/*_bad.v")
	if len(files) == 0 {
		t.Fatal("testdata has no bad designs")
	}
	for _, f := range files {
		text := read(t, f)
		d := elaborate(t, f, text)
		// One pass's errors end lowering, so expectations are met over the design with the lines of earlier errors dropped.
		got := map[int][]string{}
		lines := strings.Split(text, "\n")
		for range lines {
			_, errs := lower.Lower(d, lower.Options{})
			if len(errs) == 0 {
				break
			}
			for _, e := range errs {
				at := d.Files.Position(e.Pos).Line
				got[at] = append(got[at], e.Msg)
				lines[at-1] = ""
			}
			d = elaborate(t, f, strings.Join(lines, "\n"))
		}
		for i, l := range strings.Split(text, "\n") {
			m := expectation.FindStringSubmatch(l)
			switch {
			case m == nil && len(got[i+1]) > 0:
				t.Errorf("%s:%d: unexpected: %s", f, i+1, got[i+1])
			case m == nil:
			case len(got[i+1]) == 0:
				t.Errorf("%s:%d: no error like %q", f, i+1, m[1])
			case !regexp.MustCompile(m[1]).MatchString(got[i+1][0]):
				t.Errorf("%s:%d: got %q, want %q", f, i+1, got[i+1][0], m[1])
			}
		}
	}
}

// count is the number of instructions with an operation in a program of Verilog text.
func count(t *testing.T, text string, opts lower.Options, op program.Op) int {
	t.Helper()
	n := 0
	for _, in := range lowered(t, elaborate(t, "t.v", text), opts).Code {
		if in.Op == op {
			n++
		}
	}
	return n
}

// TestShapes checks what lowering promises about small designs: how often an operation appears.
func TestShapes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		opts       lower.Options
		op         program.Op
		want       int
	}{
		{"a plain copy is no node", "module t; reg [3:0] a; wire [3:0] b; assign b = $signed(a); initial a = 1; endmodule", lower.Options{}, program.OpSettle, 0},
		{"unless asked for", "module t; reg [3:0] a; wire [3:0] b; assign b = $signed(a); initial a = 1; endmodule", lower.Options{NoAlias: true}, program.OpSettle, 1},
		{"nobody settles without immediate readers", "module t; reg a; wire b = ~a; initial a = 1; endmodule", lower.Options{}, program.OpSettle, 0},
		{"an immediate reader settles", "module t; reg [3:0] a; wire [3:0] b = a + 1; initial a = 1; endmodule", lower.Options{}, program.OpSettle, 1},
		{"short loops stay in their segment", "module t; integer i; reg [7:0] a; initial for (i = 0; i < 8; i = i + 1) a[i] = 1; endmodule", lower.Options{}, program.OpLoop, 1},
		{"long loops are segments", "module t; integer i; reg [7:0] a; initial for (i = 0; i < 800; i = i + 1) a = i; endmodule", lower.Options{}, program.OpLoop, 0},
		{"known labels make a switch", "module t; reg [1:0] s; reg y; initial case (s) 0: y = 0; 1: y = 1; 2: y = 0; endcase endmodule", lower.Options{}, program.OpSwitch, 1},
		{"labels with x do not", "module t; reg [1:0] s; reg y; initial case (s) 0: y = 0; 1: y = 1; 2'bxx: y = 0; endcase endmodule", lower.Options{}, program.OpSwitch, 0},
		{"a constant condition is decided", "module t; reg y; initial if (1) y = 0; else y = 1; endmodule", lower.Options{}, program.OpIf, 0},
		{"both arms of ?: are computed", "module t; reg a, y; initial y = a ? 1'b0 : a; endmodule", lower.Options{}, program.OpMux, 1},
		{"unless one calls", "module t; reg a, y; function f(input i); f = i; endfunction initial y = a ? f(a) : 1'b0; endmodule", lower.Options{}, program.OpIf, 2},
		{"a constant word is read in place", "module t; reg [7:0] m [0:3], y; initial y = m[2]; endmodule", lower.Options{}, program.OpLoadEl, 0},
		{"an always block waits without a jump", "module t; reg c, y; always @(posedge c) y <= 1; endmodule", lower.Options{}, program.OpGoto, 0},
		{"a delay waits", "module t; initial #1; endmodule", lower.Options{}, program.OpDelay, 1},
		{"a named block yields twice", "module t; reg y; initial begin : b y = 1; end endmodule", lower.Options{}, program.OpYield, 2},
		{"disable of an own block needs no search", "module t; reg y; initial begin : b disable b; y = 1; end endmodule", lower.Options{}, program.OpDisable, 0},
		{"disable from elsewhere does", "module t; reg y; initial begin : b #1 y = 1; end initial disable b; endmodule", lower.Options{}, program.OpDisable, 1},
	} {
		if got := count(t, c.text, c.opts, c.op); got != c.want {
			t.Errorf("%s: %d x %s, want %d", c.name, got, program.Ops[c.op].Name, c.want)
		}
	}
}
