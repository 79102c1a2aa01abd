package preproc

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/source"
)

// expand runs a text with a map of includable files.
func expand(text string, files map[string]string, defines map[string]string) (*Output, *source.Set, *diag.List) {
	set := source.NewSet()
	diags := diag.NewList(set)
	diags.SetWarning("all")
	p := New(set, diags, Options{Defines: defines, IncludeDirs: []string{"inc"}, ReadFile: func(n string) ([]byte, error) {
		if t, ok := files[n]; ok {
			return []byte(t), nil
		}
		return nil, os.ErrNotExist
	}})
	return p.Text("t.v", []byte(text)), set, diags
}

func codes(l *diag.List) string {
	var s []string
	for _, d := range l.Items() {
		s = append(s, string(d.Code))
	}
	return strings.Join(s, " ")
}

func TestExpand(t *testing.T) {
	files := map[string]string{"a.vh": "from_a `W\n", "inc/b.vh": "from_b", "loop.vh": "`include \"loop.vh\"\n", "open.vh": "`ifdef X\n", "close.vh": "`endif\n", "bom.vh": "\xef\xbb\xbfb"}
	for _, tt := range []struct{ name, in, want, codes string }{
		{"plain", "module m; endmodule", "module m; endmodule", ""},
		{"comments", "a/*b*/c//d\ne /* x\ny */ f", "a c e f", ""},
		{"unterminated comment", "a /* b", "a", "P1001"},
		{"nested comment", "a /* /* b */ c", "a c", "P1019"},
		{"nested comment, once", "a /* / /* /* /** b */ c", "a c", "P1019"},
		{"line comments in a comment", "a /* //*** b\n//// c */ d", "a d", ""},
		{"comment marks in strings", `a "/* // */" b`, `a "/* // */" b`, ""},
		{"unterminated string", "a \"b\nc", "a \"b\" c", "P1002"},
		{"escaped identifier", "\\a\"`W/*b c", "\\a\"`W/*b c", ""},
		{"define", "`define W 8\n`W'hff [`W-1:0]", "8'hff [8-1:0]", ""},
		{"define nothing", "`define E\nx`E y", "x y", ""},
		{"define with comment", "`define W 8 // eight\n`W;", "8;", ""},
		{"define continued", "`define W a \\\n b\n`W;", "a b;", ""},
		{"define continued in comment", "`define W a // c \\\n b\n`W;", "a b;", ""},
		{"undef", "`define W 8\n`undef W\n`W x", "x", "W1004"},
		{"redefine", "`define W 8\n`define W 9\n`W", "9", "W1001"},
		{"redefine same", "`define W 8\n`define W  8 \n`W", "8", ""},
		{"define a directive", "`define include 3\n", "", "P1008"},
		{"define no name", "`define 3\n", "", "P1008"},
		{"nested", "`define A `B + 1\n`define B 2\n`A", "2 + 1", ""},
		{"args", "`define MAX(a,b) ((a)>(b)?(a):(b))\n`MAX(x, y[1,2])", "((x)>(y[1,2])?(x):(y[1,2]))", ""},
		{"args nested", "`define X(a) <a>\n`X(`X(`X(3)))", "<<<3>>>", ""},
		{"args parens", "`define X(a,b) a|b\n`X((1,2),{3,4})", "(1,2)|{3,4}", ""},
		{"args strings", "`define X(a) a\n`X(\"a,)\")", "\"a,)\"", ""},
		{"args over lines", "`define X(a,b) a-b\n`X (1 // one\n, 2)", "1-2", ""},
		{"args in strings, as Icarus", "`define X(a) \"a is a\"\n`X(foo)", "\"foo is foo\"", ""},
		{"stringify and paste", "`define X(a) `\"a`\" a``_t `\"`\\`\"a`\\`\"`\"\n`X(foo)", `"foo" foo_t "\"foo\""`, ""},
		{"paste behind a macro", "`define N 3\n`define X `N``b1\n`X", "3b1", ""},
		{"macros within `\" quotes", "`define V val\n`define S(x) `\"x `V // no comment`\"\n`S(a `V \"b\")", `"a val \"b\" val // no comment"`, ""},
		{"doubled backquote, as Icarus", "`define w World\n`define t Hello `w\n``t;", `"Hello World";`, ""},
		{"defaults", "`define Q(a=5,b=7) a b\n`Q(,);`Q();`Q(1);`Q(1,2)", "5 7;5 7;1 7;1 2", ""},
		{"empty argument", "`define Q(a,b) [a b]\n`Q(,x)", "[ x]", ""},
		{"no formals", "`define Q() q\n`Q()", "q", ""},
		{"missing list", "`define S(x) x\n`S;", ";", "P1007"},
		{"too many", "`define S(x) x\n`S(1,2);", ";", "P1007"},
		{"too few", "`define S(x,y) x\n`S(1);", ";", "P1007"},
		{"open list", "`define S(x) x\n`S(1;", "", "P1002"},
		{"macro name from macro", "`define F(x) [x]\n`define G `F\n`G(1)", "[1]", ""},
		{"recursion", "a `define A `A\n`A b", "a b", "P1009"},
		{"mutual recursion", "`define A x `B\n`define B `A y\n`A", strings.TrimSpace(strings.Repeat("x ", 200)), "P1009"},
		{"undefined macro", "`foo x", "x", "W1004"},
		{"command line", "`D", "7", ""},
		{"ifdef", "`ifdef D\na\n`else\nb\n`endif\nc", "a c", ""},
		{"ifndef", "`ifndef D\na\n`else\nb\n`endif\nc", "b c", ""},
		{"elsif", "`ifdef N\na\n`elsif D\nb\n`elsif D\nc\n`else\nd\n`endif", "b", ""},
		{"nested ifdef", "`ifdef N\n`ifdef D\na\n`else\nb\n`endif\n`else\nc\n`endif", "c", ""},
		{"define in a skipped branch", "`ifdef N\n`define Z 1\n`endif\n`ifdef Z\na\n`else\nb\n`endif", "b", ""},
		{"quote in a skipped branch", "`ifdef N\nit's \" odd\n`endif\nx", "x", ""},
		{"comment hides endif", "`ifdef N\n// `endif\n/* `endif */\n`endif\nx", "x", ""},
		{"unterminated ifdef", "`ifdef D\na", "a", "P1003"},
		{"stray else", "`else\na", "a", "P1004"},
		{"stray endif", "a `endif", "a", "P1004"},
		{"two elses", "`ifdef D\n`else\n`else\nx`endif", "", "P1004"},
		{"ifdef without name", "`ifdef\nx`endif", "", "P1015"},
		{"ifdef in a macro", "`define M `ifdef D yes `else no `endif\n`M", "yes", ""},
		{"include", "`define W 4\n`include \"a.vh\"\nx", "from_a 4 x", ""},
		{"include dir", "`include \"b.vh\"\nx", "from_b x", ""},
		{"include by macro", "`define F \"b.vh\"\n`include `F\nx", "from_b x", ""},
		{"include in brackets", "`include <b.vh>\nx", "from_b x", ""},
		{"include missing", "`include \"c.vh\"\nx", "x", "P1011"},
		{"include malformed", "`include b.vh\nx", "x", "P1013"},
		{"include loop", "`include \"loop.vh\"\nx", "x", "P1012"},
		{"conditional across files", "`include \"open.vh\"\nx", "x", "P1003"},
		{"endif of another file", "`ifdef D\n`include \"close.vh\"\nx\n`endif", "x", "P1004"},
		{"file and line", "\n`__FILE__ `__LINE__", `"t.v" 2`, ""},
		{"line", "`line 7 \"z.v\" 0\n`__FILE__ `__LINE__", `"z.v" 7`, ""},
		{"line malformed", "`line x\n", "", "P1015"},
		{"pragma", "`pragma protect begin\nm", "m", "W1003"},
		{"lone backquote", "a ` b", "a b", "P1005"},
		{"directives on one line", "`resetall `timescale 1ns/1ps module m;", "module m;", ""},
		{"timescale malformed", "`timescale 2ns/1ps\n", "", "P1014"},
		{"timescale coarse", "`timescale 1ns/1us\n", "", "P1014"},
		{"nettype malformed", "`default_nettype foo\n", "", "P1015"},
		{"keywords malformed", "`begin_keywords \"1999\"\n`end_keywords", "", "P1017 P1017"},
		{"pragma", "`pragma foo bar\nx", "x", "W1003"},
		{"byte order mark", "\xef\xbb\xbfa `include \"bom.vh\"", "a b", ""},
		{"bytes", "\x00\xff\xfe x", "\x00\xff\xfe x", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, _, diags := expand(tt.in, files, map[string]string{"D": "7"})
			if got := strings.Join(strings.Fields(string(out.Text)), " "); got != tt.want {
				t.Errorf("text %q, want %q", got, tt.want)
			}
			if got := codes(diags); got != tt.codes {
				t.Errorf("diagnostics %q, want %q", got, tt.codes)
			}
		})
	}
}

func TestPositions(t *testing.T) {
	text := "`define M(x) foo x bar\n  `M(abc) end\n"
	out, set, _ := expand(text, nil, nil)
	for word, want := range map[string]string{"foo": "t.v:2:3", "abc": "t.v:2:6", "bar": "t.v:2:3", "end": "t.v:2:11"} {
		off := strings.Index(string(out.Text), word)
		if got := set.Position(out.Pos(off)).String(); got != want {
			t.Errorf("%s stands at %s, want %s", word, got, want)
		}
	}
	if name, def, ok := set.Expansion(out.Pos(strings.Index(string(out.Text), "foo"))); !ok || name != "M" || set.Position(def).String() != "t.v:1:9" {
		t.Error("no expansion record", name, def, ok)
	}
}

func TestStates(t *testing.T) {
	decay := 1.5
	out, _, diags := expand("a `timescale 10 us / 100ns\n`default_nettype none\n`celldefine\n`unconnected_drive pull1\n"+
		"`default_decay_time 1.5\n`default_trireg_strength 30\n`delay_mode_path b\n`begin_keywords \"1364-1995\"\nc `end_keywords d `resetall e", nil, nil)
	if len(diags.Items()) != 0 {
		t.Fatal(codes(diags))
	}
	full := ast.Env{HasTimescale: true, TimeUnit: -5, TimePrecision: -7, DefaultNetType: ast.NetNone, CellDefine: true,
		UnconnectedDrive: ast.Pull, UnconnectedOne: true, DecayTime: &decay, TriregStrength: 30, HasTrireg: true, DelayMode: ast.DelayPath}
	for _, tt := range []struct {
		word string
		env  ast.Env
		kw   Keywords
	}{{"a", DefaultEnv(), Keywords2005}, {"b", full, Keywords2005}, {"c", full, Keywords1995}, {"d", full, Keywords2005}, {"e", DefaultEnv(), Keywords2005}} {
		off := strings.Index(string(out.Text), tt.word)
		var st State
		for _, s := range out.States {
			if s.Off <= off {
				st = s
			}
		}
		if fmt.Sprint(deref(st.Env)) != fmt.Sprint(deref(tt.env)) || st.Keywords != tt.kw {
			t.Errorf("at %s: %+v %v", tt.word, st.Env, st.Keywords)
		}
	}
}

func deref(e ast.Env) (ast.Env, float64) {
	d := -1.0
	if e.DecayTime != nil {
		d = *e.DecayTime
	}
	e.DecayTime = nil
	return e, d
}

// TestBombs gives the preprocessor texts that explode when nothing is bounded.
func TestBombs(t *testing.T) {
	var doubling strings.Builder
	doubling.WriteString("`define M0 xxxxxxxxxxxxxxxx\n")
	for i := range 60 {
		fmt.Fprintf(&doubling, "`define M%d `M%d `M%d\n", i+1, i, i)
	}
	doubling.WriteString("`M60\n")
	var args strings.Builder
	args.WriteString("`define A(x) x x x x x x x x\n")
	args.WriteString(strings.Repeat("`A(", 300) + "1" + strings.Repeat(")", 300))
	var silent strings.Builder
	silent.WriteString("`define M0\n")
	for i := range 60 {
		fmt.Fprintf(&silent, "`define M%d `M%d`M%d\n", i+1, i, i)
	}
	silent.WriteString("`M60\n")
	for name, in := range map[string]string{"doubling": doubling.String(), "arguments": args.String(), "silent": silent.String(),
		"open lists": "`define A(x) x\n" + strings.Repeat("`A(", 100000), "quotes": "`define A " + strings.Repeat("\\\"", 200000)} {
		start := time.Now()
		out, _, diags := expand(in, nil, nil)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v", name, d)
		}
		if len(out.Text) > 2*MaxExpansionBytes {
			t.Errorf("%s: %d bytes", name, len(out.Text))
		}
		if name != "quotes" && !diags.HasErrors() {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzPreprocess(f *testing.F) {
	for _, s := range []string{"`define A(x,A=)A``A\n``A()", "`define A(x,y=2) x`\"y`\"``x\n`A(1) `A(`A(2),\"s\")", "`ifdef A\n`else\n`endif `include \"x\" `line 3 \"f\" 0\n`__LINE__",
		"`timescale 1ns/1ps\n`begin_keywords \"1364-2001\"\n", "`define A `B\\\n`A\n`A /* */ // \n \\esc `A"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		out, set, diags := expand(string(in), map[string]string{"x": "`define A 1\n`A `ifdef Q\n"}, nil)
		last := -1
		for _, s := range out.Segments {
			if s.Off <= last {
				t.Fatal("segments do not ascend")
			}
			last = s.Off
		}
		for i := 0; i < len(out.Text); i += 1 + len(out.Text)/50 {
			if !set.Position(out.Pos(i)).IsValid() {
				t.Fatalf("byte %d has no position", i)
			}
		}
		var b strings.Builder
		diags.Print(&b)
	})
}
