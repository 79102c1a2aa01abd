package elab

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design"
)

var update = flag.Bool("update", false, "record testdata again with the installed iverilog")

// operands are what the random expressions are made of: for the recording they are variables, so that the simulator's run-time
// operators answer, and for elaboration parameters of the same types, so that folding answers.
var operands = []struct{ name, typ, value string }{
	{"a", "[7:0]", "8'd200"}, {"b", "signed [7:0]", "-8'sd77"}, {"c", "[3:0]", "4'd9"}, {"d", "signed [15:0]", "16'sd12345"},
	{"e", "[39:0]", "40'hfedcba9876"}, {"f", "signed [39:0]", "-40'sd123456789012"}, {"g", "[7:0]", "8'b1x0z_1010"},
	{"h", "signed [3:0]", "4'sb1x01"}, {"i", "signed [31:0]", "-32'sd5"}, {"j", "[31:0]", "32'hffffffff"}, {"k", "[0:0]", "1'b1"},
	{"l", "[0:0]", "1'b0"}, {"m", "[69:0]", "70'h2aaaabbbbccccddddd"}, {"n", "signed [69:0]", "-70'sd1"}, {"o", "signed [2:0]", "3'sd3"},
	{"p", "[4:0]", "5'd0"},
}

type exprMaker struct{ r *rand.Rand }

func (m *exprMaker) pick(xs ...string) string { return xs[m.r.Intn(len(xs))] }

func (m *exprMaker) leaf() string {
	switch m.r.Intn(6) {
	case 0:
		return m.pick("3", "12", "8'd5", "4'sb1010", "'h1f", "6'sd7", "1'b1", "16'hbeef", "8'sh80", "2'b1x", "0", "1")
	case 1:
		return m.pick("a[3]", "b[6:2]", "d[15 -: 4]", "e[12 +: 20]", "m[65:30]", "f[c]", "n[c +: 3]", "a[o]", "e[i]", "d[h]", "a[7:0]", "g[p]")
	}
	return operands[m.r.Intn(len(operands))].name
}

func (m *exprMaker) expr(depth int) string {
	if depth == 0 {
		return m.leaf()
	}
	sub := func() string { return m.expr(m.r.Intn(depth)) }
	switch n := m.r.Intn(30); {
	case n < 12:
		return "(" + sub() + " " + m.pick("+", "-", "*", "/", "%", "&", "|", "^", "~^", "+", "-") + " " + sub() + ")"
	case n < 15:
		return "(" + sub() + " " + m.pick("<<", ">>", "<<<", ">>>", ">>>") + " " + m.pick("1", "c", "o", "3", "(c+1)", "9", "h") + ")"
	case n < 18:
		return "(" + sub() + " " + m.pick("<", "<=", ">", ">=", "==", "!=", "===", "!==") + " " + sub() + ")"
	case n < 19:
		return "(" + sub() + " " + m.pick("&&", "||") + " " + sub() + ")"
	case n < 22:
		return m.pick("~", "-", "!", "&", "|", "^", "~&", "~|", "~^", "+", "~", "-") + "(" + sub() + ")"
	case n < 25:
		return "(" + sub() + " ? " + sub() + " : " + sub() + ")"
	case n < 26:
		return "{" + m.leafSized() + ", " + m.leafSized() + "}"
	case n < 27:
		return "{" + m.pick("2", "3") + "{" + m.leafSized() + "}}"
	case n < 29:
		return m.pick("$signed", "$unsigned") + "(" + sub() + ")"
	default:
		return "(" + m.pick("a", "b", "2", "c", "i", "o", "8'sd3") + " ** " + m.pick("2", "3", "o", "p", "c") + ")"
	}
}

func (m *exprMaker) leafSized() string {
	return operands[m.r.Intn(len(operands))].name
}

const recorded = "testdata/widths.txt"

// record makes expressions and has the installed iverilog and vvp answer them.
func record(t *testing.T) {
	m := &exprMaker{rand.New(rand.NewSource(1364))}
	var exprs []string
	seen := map[string]bool{}
	for len(exprs) < 3000 {
		if x := m.expr(1 + m.r.Intn(3)); !seen[x] {
			seen[x] = true
			exprs = append(exprs, x)
		}
	}
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString("module t;\n")
	for _, o := range operands {
		fmt.Fprintf(&b, "reg %s %s;\n", o.typ, o.name)
	}
	b.WriteString("initial begin\n")
	for _, o := range operands {
		fmt.Fprintf(&b, "%s = %s;\n", o.name, o.value)
	}
	for _, x := range exprs {
		fmt.Fprintf(&b, "$display(\"%%b\", %s);\n", x)
	}
	b.WriteString("end\nendmodule\n")
	src, out := filepath.Join(dir, "t.v"), filepath.Join(dir, "t.vvp")
	if err := os.WriteFile(src, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	if msg, err := exec.Command("iverilog", "-g2005", "-o", out, src).CombinedOutput(); err != nil {
		t.Fatalf("iverilog: %v\n%s", err, msg)
	}
	answer, err := exec.Command("vvp", "-n", out).Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(answer)), "\n")
	if len(lines) != len(exprs) {
		t.Fatalf("%d answers to %d expressions", len(lines), len(exprs))
	}
	b.Reset()
	for i, x := range exprs {
		fmt.Fprintf(&b, "%s\t%s\n", x, lines[i])
	}
	if err := os.WriteFile(recorded, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestWidthsAgainstIcarus elaborates thousands of expressions over constants and compares value, and with it width and signedness,
// with what Icarus Verilog's run-time operators gave for variables of the same types.
func TestWidthsAgainstIcarus(t *testing.T) {
	if *update {
		record(t)
	}
	f, err := os.Open(recorded)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var exprs, want []string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		x, bits, ok := strings.Cut(sc.Text(), "\t")
		if !ok {
			t.Fatalf("bad line %q", sc.Text())
		}
		exprs, want = append(exprs, x), append(want, bits)
	}
	var b strings.Builder
	b.WriteString("module t;\n")
	for _, o := range operands {
		fmt.Fprintf(&b, "localparam %s %s = %s;\n", o.typ, o.name, o.value)
	}
	b.WriteString("initial begin\n")
	for _, x := range exprs {
		fmt.Fprintf(&b, "$display(\"%%b\", %s);\n", x)
	}
	b.WriteString("end\nendmodule\n")
	d := mustElaborate(t, b.String())
	body := d.Processes[0].Body.(*design.Block)
	bad := 0
	for i, st := range body.Stmts {
		v := st.(*design.SysTask).Args[1].Value
		if v.Op != design.OpConst {
			t.Errorf("%s is not folded", exprs[i])
			continue
		}
		if got := v.Val.Bits(); got != want[i] {
			if bad++; bad <= 40 {
				t.Errorf("%s\n got %s\nwant %s", exprs[i], got, want[i])
			}
		}
	}
	if bad > 0 {
		t.Errorf("%d of %d differ", bad, len(exprs))
	}
}
