package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/preproc"
	"github.com/gpga/gpga/frontend/source"
)

func parseText(text string, opts Options) (*ast.Source, *diag.List) {
	set := source.NewSet()
	diags := diag.NewList(set)
	diags.SetWarning("all")
	src, _ := Text(set, diags, opts, "t.v", []byte(text))
	return src, diags
}

func messages(l *diag.List) string {
	var b strings.Builder
	l.Print(&b)
	return b.String()
}

// TestExpectations parses testdata/*.v: each line with // ERROR "regexp" must
// have exactly one error or warning that matches, other lines none.
func TestExpectations(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.v")
	if len(files) < 4 {
		t.Fatal("no test files")
	}
	expect := regexp.MustCompile(`// ERROR "(.*)"\s*$`)
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			set := source.NewSet()
			diags := diag.NewList(set)
			diags.SetWarning("all")
			Text(set, diags, Options{}, f, text)
			got := map[int][]string{}
			for _, d := range diags.Items() {
				n := set.Position(d.Pos).Line
				got[n] = append(got[n], d.Message)
				if diag.Lookup(d.Code).Text == "" {
					t.Errorf("line %d: code %s is in no table", n, d.Code)
				}
			}
			for i, line := range strings.Split(string(text), "\n") {
				m := expect.FindStringSubmatch(line)
				switch g := got[i+1]; {
				case m == nil && len(g) > 0:
					t.Errorf("line %d: unexpected %q", i+1, g)
				case m != nil && len(g) != 1:
					t.Errorf("line %d: %d messages %q, want one like %q", i+1, len(g), g, m[1])
				case m != nil:
					if ok, err := regexp.MatchString(m[1], g[0]); err != nil || !ok {
						t.Errorf("line %d: %q is not like %q (%v)", i+1, g[0], m[1], err)
					}
				}
			}
		})
	}
}

func TestExpressions(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"a + b * c", "(a + (b * c))"},
		{"a * b + c", "((a * b) + c)"},
		{"a - b - c", "((a - b) - c)"},
		{"a ** b ** c", "((a ** b) ** c)"},
		{"-a ** b", "((-a) ** b)"},
		{"a << b + c", "(a << (b + c))"},
		{"a < b << c", "(a < (b << c))"},
		{"a == b < c", "(a == (b < c))"},
		{"a & b == c", "(a & (b == c))"},
		{"a ^ b & c ~^ d", "((a ^ (b & c)) ~^ d)"},
		{"a | b ^ c", "(a | (b ^ c))"},
		{"a && b | c", "(a && (b | c))"},
		{"a || b && c", "(a || (b && c))"},
		{"a ? b : c ? d : e", "(a ? b : (c ? d : e))"},
		{"a ? b ? c : d : e", "(a ? (b ? c : d) : e)"},
		{"a || b ? c : d", "((a || b) ? c : d)"},
		{"&a | ~&b", "((&a) | (~&b))"},
		{"a & &b", "(a & (&b))"},
		{"a &&& b", "(a && (&b))"},
		{"a ~& b", "(~(a & b))"},
		{"a ~| b | c", "((~(a | b)) | c)"},
		{"!a === ~b", "((!a) === (~b))"},
		{"a ^~ b", "(a ~^ b)"},
		{"a >>> 2 <<< 3", "((a >>> 2) <<< 3)"},
		{"{a, b, {2{c, d}}}", "{a, b, {2{c, d}}}"},
		{"a[3][2+:4]", "a[3][2+:4]"},
		{"a.b[1].c[7:0]", "a.b[1].c[7:0]"},
		{"a[1][2].b", "a[1][2].b"},
		{`\x+y .z`, `\x+y .z`},
		{"f(a, b + 1)", "f(a, (b + 1))"},
		{"p.f(a)", "p.f(a)"},
		{"$time + $f(a, , b)", "($time + $f(a, , b))"},
		{"(1:2:3)", "(1:2:3)"},
		{"a + (* x = 1 *) b", "(a +  (* x = 1 *) b)"},
		{"f (* k *) (a)", "f (* k *) (a)"},
		{"- - a", "(-(-a))"},
		{"a--b", "(a - (-b))"},
	} {
		src, diags := parseText("module m; assign x = "+tt.in+"; endmodule", Options{})
		if strings.Contains(tt.in, ":") && strings.HasPrefix(tt.in, "(") {
			src, diags = parseText("module m; parameter x = "+tt.in+"; endmodule", Options{})
		}
		if diags.HasErrors() {
			t.Errorf("%s: %s", tt.in, messages(diags))
			continue
		}
		var e ast.Expr
		switch it := src.Modules[0].Items[0].(type) {
		case *ast.ContAssign:
			e = it.Assigns[0].RHS
		case *ast.ParamDecl:
			e = it.Names[0].Value
		}
		if got := ast.ExprString(e); got != tt.want {
			t.Errorf("%s parsed as %s, want %s", tt.in, got, tt.want)
		}
		if set := diags.Set; set.Position(e.Pos()).Column < 10 || e.End() <= e.Pos() {
			t.Errorf("%s has no extent", tt.in)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		in            string
		width         int
		sized, signed bool
		bits          string // most significant first, without leading zeros
		extend        byte
	}{
		{"0", 32, false, true, "", 0},
		{"12", 32, false, true, "1100", 0},
		{"1_0", 32, false, true, "1010", 0},
		{"4294967295", 33, false, true, strings.Repeat("1", 32), 0},
		{"2147483648", 33, false, true, "1" + strings.Repeat("0", 31), 0},
		{"'hF", 32, false, false, "1111", 0},
		{"'h1_0000_0000", 33, false, false, "1" + strings.Repeat("0", 32), 0},
		{"'sd3", 32, false, true, "11", 0},
		{"'bx", 32, false, false, strings.Repeat("x", 32), 'x'},
		{"'hz", 32, false, false, strings.Repeat("z", 32), 'z'},
		{"4'bx1", 4, true, false, "xxx1", 0},
		{"8 'h ?f", 8, true, false, "zzzz1111", 0},
		{"8'h0x", 8, true, false, "xxxx", 0},
		{"3'sb101", 3, true, true, "101", 0},
		{"6'o17", 6, true, false, "1111", 0},
		{"10'dX", 10, true, false, strings.Repeat("x", 10), 0},
		{"10'D1_023", 10, true, false, strings.Repeat("1", 10), 0},
		{"4'hAb", 4, true, false, "1011", 0},
		{"2'd7", 2, true, false, "11", 0},
		{"70'h3", 70, true, false, "11", 0},
		{"'1", 1, true, false, "1", '1'},
		{"'X", 1, true, false, "x", 'x'},
		{"66'bz", 66, true, false, strings.Repeat("z", 66), 0},
	} {
		src, diags := parseText("module m; parameter p = "+tt.in+"; endmodule", Options{})
		if diags.HasErrors() {
			t.Errorf("%s: %s", tt.in, messages(diags))
			continue
		}
		n := src.Modules[0].Items[0].(*ast.ParamDecl).Names[0].Value.(*ast.Number)
		var b strings.Builder
		for i := 32*len(n.Val) - 1; i >= 0; i-- {
			b.WriteByte("01zx"[n.Val[i/32]>>(i%32)&1+n.XZ[i/32]>>(i%32)&1*2])
		}
		bits := strings.TrimLeft(b.String(), "0")
		if bits != tt.bits || n.Width != tt.width || n.Sized != tt.sized || n.Signed != tt.signed || n.Extend != tt.extend || n.Text != tt.in {
			t.Errorf("%s: %+v bits %s, want %+v", tt.in, n, bits, tt)
		}
	}
}

func TestStrings(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{`"ab"`, "ab"}, {`""`, ""}, {`"\n\t\\\""`, "\n\t\\\""}, {`"\101\0\1012\777"`, "A\x00A2\xff"}, {`"\q"`, "q"}, {"\"a\\\nb\"", "ab"}, {"\"\xff\"", "\xff"},
	} {
		src, diags := parseText("module m; parameter p = "+tt.in+"; endmodule", Options{})
		if diags.HasErrors() {
			t.Errorf("%s: %s", tt.in, messages(diags))
			continue
		}
		s := src.Modules[0].Items[0].(*ast.ParamDecl).Names[0].Value.(*ast.String)
		if s.Value != tt.want || `"`+s.Raw+`"` != tt.in {
			t.Errorf("%s is %q (raw %q), want %q", tt.in, s.Value, s.Raw, tt.want)
		}
	}
}

// TestTrees compares the dump of module items.
func TestTrees(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"wire signed [3:0] a = b, c;", "NetDecl wire signed [3:0]|  Names: Declarator a Init=b|  Names: Declarator c"},
		{"trireg (small) #(1,2,3) c;", "NetDecl trireg small|  Delay: Delay|    Values: 1|    Values: 2|    Values: 3|  Names: Declarator c"},
		{"tri scalared [3:0] s;", "NetDecl tri scalared [3:0]|  Names: Declarator s"},
		{"wire (pull0, weak1) vectored [1:0] #5 w = 0;", "NetDecl wire vectored [1:0]|  Strength: Strength pull weak|  Delay: Delay|    Values: 5|  Names: Declarator w Init=0"},
		{"reg [7:0] m [0:3][1:0], r = 1;", "VarDecl reg [7:0]|  Names: Declarator m|    Dims: Range MSB=0 LSB=3|    Dims: Range MSB=1 LSB=0|  Names: Declarator r Init=1"},
		{"reg [3:0][0:7] p;", "VarDecl reg [3:0]|  Inner: Range MSB=0 LSB=7|  Names: Declarator p"},
		{"nand (strong0, highz1) #(1,2) g[3:0] (o, a), (p, b);", "GateInst nand|  Strength: Strength strong highz|  Delay: Delay|    Values: 1|    Values: 2|  Instances: Instance g [3:0]|    Conns: Conn Expr=o|    Conns: Conn Expr=a|  Instances: Instance|    Conns: Conn Expr=p|    Conns: Conn Expr=b"},
		{"sub #(1, 2) u (a, , b);", "ModuleInst sub|  Params: Conn Expr=1|  Params: Conn Expr=2|  Instances: Instance u|    Conns: Conn Expr=a|    Conns: Conn Expr=|    Conns: Conn Expr=b"},
		{"sub #5 u (.a(x), .b());", "ModuleInst sub baredelay|  Params: Conn Expr=5|  Instances: Instance u|    Conns: Conn a Expr=x|    Conns: Conn b Expr="},
		{"initial @(posedge a, b or negedge c[1]) x <= @(y) 1;", "Initial|  Timed|    Timing: EventControl|      EventItem posedge X=a|      EventItem X=b|      EventItem negedge X=c[1]|    Assign nonblocking LHS=x RHS=1|      Timing: EventControl|        EventItem X=y"},
		{"initial x = repeat (3) @(c) y;", "Initial|  Assign LHS=x RHS=y|    Timing: RepeatControl Count=3|      Event: EventControl|        EventItem X=c"},
		{"initial if (a) if (b) x = 1; else x = 2;", "Initial|  If Cond=a|    Then: If Cond=b|      Then: Assign LHS=x RHS=1|      Else: Assign LHS=x RHS=2"},
		{"initial begin : b reg r; event e; -> e; end", "Initial|  Block b|    Decls: VarDecl reg|      Names: Declarator r|    Decls: EventDecl|      Names: Declarator e|    Trigger Event=e"},
		{"initial casez (a) 1, 2: ; default x = 1; endcase", "Initial|  Case casez X=a|    CaseItem|      Exprs: 1|      Exprs: 2|      Null|    CaseItem default|      Assign LHS=x RHS=1"},
		{"initial begin a += 1; b++; end", "Initial|  Block|    Assign LHS=a RHS=(a + 1)|    Assign LHS=b RHS=(b + 1)"},
		{"initial for (integer i = 0; i < 2; i = i + 1) ;", "Initial|  Block $unm_blk_1|    Decls: VarDecl integer|      Names: Declarator i|    For Cond=(i < 2)|      Init: Assign LHS=i RHS=0|      Step: Assign LHS=i RHS=(i + 1)|      Null"},
		{"always @* begin assign a = 1; deassign a; force b = 2; release b; end", "Always|  Timed|    Timing: EventControl star|    Block|      ProcAssign assign LHS=a RHS=1|      ProcAssign deassign LHS=a|      ProcAssign force LHS=b RHS=2|      ProcAssign release LHS=b"},
		{"if (A) ; else if (B) begin : n end else wire w;", "GenIf Cond=A|  Then: GenBlock bare|  Else: GenBlock bare|    GenIf Cond=B|      Then: GenBlock n|      Else: GenBlock bare|        NetDecl wire|          Names: Declarator w"},
		{"case (P) 1: wire w; default: ; endcase", "GenCase X=P|  GenCaseItem|    Exprs: 1|    GenBlock bare|      NetDecl wire|        Names: Declarator w|  GenCaseItem default|    GenBlock bare"},
		{"(* keep, n = 2 *) defparam a.b[1].c = 3;", "Defparam|  Attrs: Attribute keep|  Attrs: Attribute n Value=2|  Assigns: NetAssign LHS=a.b[1].c RHS=3"},
		{"specify $setup(posedge a &&& b, edge [01, x1] c, 1); endspecify", "Specify|  TimingCheck $setup|    Args: TimingEvent posedge Term=a Cond=b|    Args: TimingEvent edge 01 x1 Term=c|    Args: 1"},
	} {
		src, diags := parseText("module m; "+tt.in+" endmodule", Options{})
		if diags.HasErrors() {
			t.Errorf("%s: %s", tt.in, messages(diags))
			continue
		}
		var b strings.Builder
		ast.Fprint(&b, nil, src.Modules[0].Items)
		if got := strings.ReplaceAll(strings.TrimSuffix(b.String(), "\n"), "\n", "|"); got != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestPorts(t *testing.T) {
	src, diags := parseText(`module m (a, b[1:0], .c(d), {e, f}, , .g(), .h({i, j[0]})); endmodule
module n #(parameter W = 1, V = 2, parameter real R = 1.5) (input wire signed [W:0] x, y, output reg z = 1, output integer k, inout tri t); endmodule
module o (); endmodule`, Options{})
	if diags.HasErrors() {
		t.Fatal(messages(diags))
	}
	var b strings.Builder
	for _, m := range src.Modules {
		fmt.Fprintf(&b, "%s ansi=%v params=%d:", m.Name, m.ANSI, len(m.Params))
		for _, p := range m.Ports {
			fmt.Fprintf(&b, " %s=%s", p.Name, ast.ExprString(p.Expr))
			if d := p.Decl; d != nil {
				fmt.Fprintf(&b, "<%s %s %s %v %s %d>", d.Dir, d.Net, d.Var, d.Signed, d.Range.String(), len(d.Names))
			}
		}
		b.WriteByte('\n')
	}
	want := "m ansi=false params=0: a=a =b[1:0] c=d ={e, f} = g= h={i, j[0]}\n" +
		"n ansi=true params=2: x=<input wire none true [W:0] 1> y=<input wire none true [W:0] 1> z=<output implicit reg false  1> k=<output implicit integer false  1> t=<inout tri none false  1>\n" +
		"o ansi=false params=0:\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestKeywordSets(t *testing.T) {
	for _, tt := range []struct {
		text string
		gen  preproc.Keywords
		ok   bool
	}{
		{"module m; wire generate; endmodule", preproc.Keywords1995, true},
		{"module m; wire generate; endmodule", preproc.Keywords2001, false},
		{"module m; wire uwire; endmodule", preproc.Keywords2001, true},
		{"module m; wire uwire; endmodule", preproc.Keywords2005, false},
		{"module m; wire cell; endmodule", preproc.Keywords2001NoConfig, true},
		{"module m; wire cell; endmodule", preproc.Keywords2001, false},
		{"`begin_keywords \"1364-1995\"\nmodule m; wire cell; endmodule\n`end_keywords module n; uwire w; endmodule", preproc.Keywords2005, true},
	} {
		_, diags := parseText(tt.text, Options{Generation: tt.gen})
		if diags.HasErrors() == tt.ok {
			t.Errorf("%s with %s: %s", tt.text, tt.gen, messages(diags))
		}
	}
}

func TestLibrary(t *testing.T) {
	files := map[string]string{"top.v": "`define W 3\n`timescale 1ns/1ps\nmodule top; a u(); endmodule", "lib/a.v": "module a; wire [`W:0] w; b v(); endmodule\nmodule hidden; endmodule",
		"lib/b.vl": "module b; endmodule", "cells.v": "module c; endmodule primitive p(q, x); output q; input x; table 0 : 1; endtable endprimitive",
		"lib/wrong.v": "module other; endmodule"}
	set := source.NewSet()
	diags := diag.NewList(set)
	src, lib := Files(set, diags, Options{LibDirs: []string{"lib"}, LibExts: []string{".v", ".vl"}, LibFiles: []string{"cells.v"},
		ReadFile: func(n string) ([]byte, error) {
			if t, ok := files[filepath.ToSlash(n)]; ok {
				return []byte(t), nil
			}
			return nil, os.ErrNotExist
		}}, []string{"top.v"})
	if len(src.Modules) != 1 || lib.Find("top") != nil {
		t.Error("the library holds only what the source lacks")
	}
	a := lib.Find("a")
	if a == nil || !a.FromLib || !a.Env.HasTimescale || lib.Find("a") != a {
		t.Errorf("module a: %+v", a)
	}
	for _, n := range []string{"b", "hidden", "c"} {
		if lib.Find(n) == nil {
			t.Errorf("module %s not found", n)
		}
	}
	if lib.Find("nothing") != nil || lib.Find("../top") != nil || lib.FindUDP("p") == nil || diags.HasErrors() {
		t.Error(messages(diags))
	}
	if lib.Find("wrong") != nil || !strings.Contains(messages(diags), "does not define module 'wrong'") {
		t.Error(messages(diags))
	}
}

func TestMissingFile(t *testing.T) {
	set := source.NewSet()
	diags := diag.NewList(set)
	Files(set, diags, Options{}, []string{filepath.Join(t.TempDir(), "none.v")})
	if !strings.Contains(messages(diags), "does not exist") {
		t.Error(messages(diags))
	}
}

// TestDepth gives the parser what would overflow a careless one's stack.
func TestDepth(t *testing.T) {
	n := 300000
	rep := strings.Repeat
	for _, tt := range []struct {
		name, in string
		ok       bool
	}{
		{"parentheses", "module m; assign a = " + rep("(", n), false},
		{"unary", "module m; assign a = " + rep("!", n), false},
		{"concatenations", "module m; assign a = " + rep("{", n), false},
		{"selects", "module m; assign a = " + rep("a[", n), false},
		{"calls", "module m; assign a = " + rep("f(", n), false},
		{"blocks", "module m; initial " + rep("begin ", n), false},
		{"delays", "module m; initial " + rep("#1 ", n), false},
		{"ifs", "module m; initial " + rep("if (1) ", n), false},
		{"generate blocks", "module m; " + rep("begin ", n), false},
		{"generate ifs", "module m; " + rep("if (1) ", n), false},
		{"powers", "module m; assign a = b" + rep(" + c * d ** e", n), false},
		{"conditionals in front", "module m; assign a = " + rep("a ? ", n), false},
		{"long sum", "module m; assign a = b" + rep(" + c", 20000) + "; endmodule", true},
		{"long mux", "module m; assign a = " + rep("a ? b : ", 20000) + "c; endmodule", true},
		{"long else-if", "module m; initial " + rep("if (a) b = 1; else ", 20000) + "b = 2; endmodule", true},
		{"long generate else-if", "module m; " + rep("if (a) ; else ", 3000) + "; endmodule", true},
		{"deep enough", "module m; assign a = " + rep("(", 400) + "1" + rep(")", 400) + "; endmodule", true},
	} {
		src, diags := parseText(tt.in, Options{})
		if diags.HasErrors() == tt.ok {
			t.Errorf("%s: %.300s", tt.name, messages(diags))
		}
		if tt.ok {
			var b strings.Builder
			if err := ast.Fprint(&b, diags.Set, src); err != nil {
				t.Error(err)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.v")
	for _, name := range files {
		text, _ := os.ReadFile(name)
		f.Add(text)
	}
	f.Add([]byte("module m #(parameter A=1)(input a, output reg [3:0] b); generate for (i=0;i<3;i=i+1) begin : x and #(1,2) g(a,b); end endgenerate\n" +
		"function automatic integer f(input x); f = x ? {2{x}} : 4'bx1; endfunction task t; begin end endtask always @(posedge a or b) case (a) 1: ; default ; endcase endmodule"))
	f.Add([]byte("config c; design l.m; instance a.b use x; endconfig library l a/b.v -incdir x; `define A(x) x\nmodule a; initial `A(begin) $display(\"\\n\",,1.5e3) ; end endmodule"))
	f.Fuzz(func(t *testing.T, in []byte) {
		src, diags := parseText(string(in), Options{ReadFile: func(string) ([]byte, error) { return nil, os.ErrNotExist }})
		var b strings.Builder
		ast.Fprint(&b, diags.Set, src)
		diags.Print(&b)
	})
}
