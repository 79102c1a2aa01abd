package host

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design/logic"
)

// A machine holds the variables of services.v and calls a Host as an engine
// does: a function's value goes to a variable, and so do the Writes.
type machine struct {
	h    *Host
	line int
	vars map[string]Arg
	mems map[string]*memoryVar
}

type memoryVar struct {
	m     Memory
	words map[int]logic.Vec
}

const serviceDecls = "integer i; reg [7:0] a; reg [63:0] b; reg [159:0] s; reg [4:0] f; reg [639:0] e; real r;" +
	" reg [7:0] m[0:3]; reg [7:0] n[3:0]; reg [5:0] k[1:4]; integer seed;"

func newMachine(h *Host) *machine {
	reg := func(w int) Arg { return Vec(logic.Filled(w, logic.LX)) }
	v := &machine{h: h, vars: map[string]Arg{
		"i": SignedVec(logic.Filled(32, logic.LX)), "seed": SignedVec(logic.Filled(32, logic.LX)),
		"a": reg(8), "b": reg(64), "s": reg(160), "f": reg(5), "e": reg(640), "r": Real(0)}}
	v.mems = map[string]*memoryVar{}
	for _, d := range []Memory{{Name: "top.m", Left: 0, Right: 3, Width: 8}, {Name: "top.n", Left: 3, Right: 0, Width: 8}, {Name: "top.k", Left: 1, Right: 4, Width: 6}} {
		mv := &memoryVar{m: d, words: map[int]logic.Vec{}}
		mv.m.Word = func(a int) logic.Vec {
			if w, ok := mv.words[a]; ok {
				return w
			}
			return logic.Filled(mv.m.Width, logic.LX)
		}
		v.mems[d.Name[4:]] = mv
	}
	return v
}

func (v *machine) arg(text string) Arg {
	if text == "" {
		return Arg{}
	}
	if s, err := strconv.Unquote(text); err == nil {
		return Str(s)
	}
	if i, err := strconv.Atoi(text); err == nil {
		return Int(i)
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil {
		return Real(f)
	}
	if m, ok := v.mems[text]; ok {
		return Mem(&m.m)
	}
	return v.vars[text]
}

// split cuts "dst = $f(x, y)" or "$t(x, y)" into its parts.
func split(stmt string) (dst, name string, args []string) {
	if d, rest, ok := strings.Cut(stmt, " = "); ok {
		dst, stmt = d, rest
	}
	name, rest, ok := strings.Cut(stmt, "(")
	if !ok {
		return dst, stmt, nil
	}
	quoted, from := false, 0
	rest = strings.TrimSuffix(rest, ")")
	for i := 0; i <= len(rest); i++ {
		switch {
		case i == len(rest) || rest[i] == ',' && !quoted:
			args = append(args, strings.TrimSpace(rest[from:i]))
			from = i + 1
		case rest[i] == '"' && (i == 0 || rest[i-1] != '\\'):
			quoted = !quoted
		}
	}
	return dst, name, args
}

func (v *machine) run(t *testing.T, stmt string) {
	dst, name, texts := split(stmt)
	args := make([]Arg, len(texts))
	for i, s := range texts {
		args[i] = v.arg(s)
	}
	res := v.h.Call(Caller{Name: name, File: "services.v", Line: v.line, Scope: "top", Unit: -9, Precision: -12}, args)
	for _, w := range res.Writes {
		if m, ok := v.mems[texts[w.Arg]]; ok {
			m.words[w.Index] = w.Value.Vec
			continue
		}
		if _, ok := v.vars[texts[w.Arg]]; !ok {
			t.Fatalf("%s writes argument %d", stmt, w.Arg)
		}
		if old := v.vars[texts[w.Arg]]; old.Kind != w.Value.Kind || old.Vec.Width != w.Value.Vec.Width {
			t.Fatalf("%s writes %v to %v", stmt, w.Value, old)
		}
		v.vars[texts[w.Arg]] = w.Value
	}
	if dst != "" {
		v.vars[dst] = store(v.vars[dst], res.Value)
	}
}

const showFormat = `"i=%0d a=%h b=%h s=%0s f=%b r=%g seed=%0d e=%0s m=%h %h %h %h n=%h %h %h %h k=%b %b %b %b"`

func (v *machine) show(t *testing.T) {
	stmt := "$display(" + showFormat + ", i, a, b, s, f, r, seed, e"
	for _, n := range []string{"m", "n", "k"} {
		for a := range 4 {
			mv := v.mems[n]
			addr := min(mv.m.Left, mv.m.Right) + a
			v.vars[n+fmt.Sprint(a)] = Vec(mv.m.Word(addr))
			stmt += ", " + n + fmt.Sprint(a)
		}
	}
	v.run(t, stmt+")")
}

var serviceFiles = map[string]string{
	"m.hex": "12 34\n// c\n5_6 /* x\n y */ xz\n", "bad.hex": "12 3g\n", "adr.hex": "@2 11\n@9 5", "adr2.hex": "@ 11",
	"big.hex": "123 ffff z x", "short.hex": "1 2", "b.txt": "101 1x1z0101 zz 1\n 0 1 1", "cmt.hex": "1 /* unfinished 2 3",
	"slash.hex": "1 / 2", "adr3.hex": "@3 7 @1 5 6", "sep.hex": "1,2",
	"text.txt": "12 -34 xz ff\n  1.5e3 word 0x1F\n+7 ?? 101 zx\nlast line without end",
	"lines":    "first\nsecond line that is longer than the register\n\nx",
	"raw.bin":  "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d",
	"empty":    "",
}

var serviceSteps = strings.Split(strings.TrimSpace(`
$readmemh("m.hex", m)
$readmemh("m.hex", n)
$readmemh("m.hex", n, 1)
$readmemh("m.hex", n, 2, 0)
$readmemh("none.hex", m)
$readmemb("m.hex", m)
$readmemh("bad.hex", m)
$readmemh("m.hex", m, 5)
$readmemh("m.hex", m, 0, 9)
$readmemh("adr.hex", m)
$readmemh("adr2.hex", m)
$readmemh("adr3.hex", m)
$readmemh("big.hex", k)
$readmemh("short.hex", m)
$readmemb("b.txt", k)
$readmemh("cmt.hex", m)
$readmemh("slash.hex", m)
$readmemh("sep.hex", m, 3, 0)
$readmemh("empty", m)
$writememh("w.hex", m)
$writememb("w.bin", k, 3, 2)
i = $fopen("w.hex", "r")
$fgets(s, i)
i = $fopen("text.txt", "r")
seed = $fscanf(i, "%d %d %d %h", b, a, f, b)
seed = $fscanf(i, "%f %s %h", r, s, b)
seed = $fscanf(i, "x%h %d %d %b", b, a, f, f)
seed = $ftell(i)
seed = $fscanf(i, " zx %s", s)
seed = $fscanf(i, "%c%c", a, f)
seed = $fscanf(i, "%*s %3s %s", s, b)
seed = $feof(i)
seed = $fscanf(i, "%d", b)
seed = $feof(i)
seed = $fgetc(i)
seed = $rewind(i)
seed = $fgetc(i)
seed = $ungetc(seed, i)
seed = $fgetc(i)
seed = $fseek(i, 3, 0)
seed = $fscanf(i, "%2d%d", a, b)
seed = $fseek(i, -4, 2)
seed = $fgets(s, i)
seed = $fgets(s, i)
seed = $feof(i)
seed = $fseek(i, 0, 7)
seed = $ferror(i, e)
$fclose(i)
$fclose(i)
seed = $fgetc(i)
seed = $ferror(i, e)
i = $fopen("lines", "r")
seed = $fgets(s, i)
seed = $fgets(s, i)
seed = $fgets(s, i)
seed = $fgets(b, i)
seed = $fgets(s, i)
seed = $fgets(s, i)
seed = $fgets(s, i)
$fclose(i)
i = $fopen("raw.bin", "rb")
seed = $fread(b, i)
seed = $fread(m, i)
seed = $fread(b, i)
seed = $fread(n, i)
seed = $rewind(i)
seed = $fread(n, i, 1, 2)
seed = $fread(n, i, 2, 9)
seed = $fread(n, i, 7)
seed = $fread(f, i)
seed = $rewind(i)
seed = $fscanf(i, "%u", b)
seed = $fscanf(i, "%z", b)
$fclose(i)
i = $fopen("no/such/file", "r")
seed = $ferror(i, e)
i = $fopen("no/such/file")
i = $fopen("w1", "zz")
i = $fopen("w1", "r+b+")
i = $fopen("", "r")
i = $fopen("w1")
$fdisplay(i, "one %0d", 1)
$fwrite(i, "two")
$fdisplayh(i, a)
seed = $fopen("w2")
$fclose(seed)
$fdisplay(seed, "lost")
$fclose(i)
i = $fopen("w1", "r")
seed = $fscanf(i, "one %d two%h", a, b)
$fclose(i)
i = $fopen("w1", "a+")
$fwrite(i, "more")
seed = $rewind(i)
seed = $fgets(s, i)
$fclose(i)
i = $fopen("w3", "w+")
$fwrite(i, "abcdef")
seed = $fseek(i, 2, 0)
seed = $fgetc(i)
seed = $ftell(i)
seed = $fseek(i, 0, 1)
$fwrite(i, "XY")
seed = $rewind(i)
seed = $fgets(s, i)
$fflush(i)
$fflush
$fclose(i)
$fdisplay(1, "to mcd 1")
$fdisplay(-2147483647, "to fd 1")
$fdisplay(0, "nowhere")
$fdisplay(6, "bad mcd")
$fdisplay(-2147483639, "bad fd")
$fclose(1)
$fclose(-2147483647)
seed = $sscanf("12 ab 3.5 xyz", "%d %h %f %s", i, b, r, a)
seed = $sscanf("12", "%d %d", i, a)
seed = $sscanf("", "%d", i)
seed = $sscanf("abc", "%d", i)
seed = $sscanf("  -5_0", "%d", i)
seed = $sscanf("10 z", "%b %b", a, b)
seed = $sscanf("x z ?", "%d %d %d", a, f, b)
seed = $sscanf("1z?x", "%h", b)
seed = $sscanf("777", "%o", b)
seed = $sscanf("1e5 -2.5e-3 +.5 5. .", "%f %e %g", r, b, a)
seed = $sscanf("+.5", "%g", r)
seed = $sscanf("-2.5e-3", "%e", r)
seed = $sscanf("12345", "%2d%1d%d", i, a, b)
seed = $sscanf("-123", "%3d%d", i, a)
seed = $sscanf("+123", "%3d%d", i, a)
seed = $sscanf("1.25e2x", "%4f%s", r, s)
seed = $sscanf("a%b", "a%%%s", s)
seed = $sscanf("here", "%m %s", s, b)
seed = $sscanf("1500", "%t", r)
seed = $sscanf("q", "%h", b)
seed = $sscanf("_1", "%h", b)
seed = $sscanf("7", "%d", r)
seed = $sscanf("2.7", "%f", i)
seed = $sscanf(s, "%s", b)
$sformat(s, "%0d-%h", i, a)
$sformat(s, "%s", "a long text that does not fit the register")
$sformat(s, "x", 1, 2)
$sformat(s, "%d")
$swrite(s, "v=", a)
$swriteh(s, a)
$swriteb(b, f)
i = $test$plusargs("a")
i = $test$plusargs("nope")
i = $value$plusargs("a=%h", b)
i = $value$plusargs("b=%d", b)
i = $value$plusargs("c=%d", b)
i = $value$plusargs("d=%s", b)
i = $value$plusargs("e=%h", b)
i = $value$plusargs("e=%d", b)
i = $value$plusargs("f=%f", b)
i = $value$plusargs("g=%h", r)
i = $value$plusargs("h=%b", b)
i = $value$plusargs("i=%d junk", b)
i = $value$plusargs("j=%f", r)
i = $value$plusargs("k=%0d", a)
i = $value$plusargs("l=%o", a)
i = $value$plusargs("m=%h", b)
i = $value$plusargs("n=%x", b)
i = $value$plusargs("zz=%d", b)
i = $random
seed = $random
b = $urandom
b = $urandom_range(10, 5)
b = $urandom_range(5, 10)
b = $urandom_range(1)
b = $urandom_range(-1)
$timeformat(-9, 2, " ns", 10)
seed = $sscanf("1500.127", "%t", r)
seed = $sscanf("17", "%d", seed)
`), "\n")

func init() {
	// Longer runs of the generators, each from the seed that the last one left.
	for _, s := range []string{"$random(seed)", "$urandom(seed)", "$dist_uniform(seed, -5, 5)", "$dist_uniform(seed, -2147483648, 5)",
		"$dist_uniform(seed, 5, 2147483647)", "$dist_uniform(seed, 5, 5)", "$dist_normal(seed, 100, 20)", "$dist_exponential(seed, 100)",
		"$dist_poisson(seed, 10)", "$dist_chi_square(seed, 5)", "$dist_chi_square(seed, 4)", "$dist_t(seed, 5)", "$dist_erlang(seed, 5, 100)",
		"$dist_exponential(seed, 0)", "$dist_poisson(seed, -1)", "$dist_t(seed, 0)", "$dist_chi_square(seed, 0)", "$dist_erlang(seed, 0, 1)"} {
		for range 4 {
			serviceSteps = append(serviceSteps, "i = "+s)
		}
	}
	for _, s := range []string{"$clog2(17)", "$clog2(16)", "$clog2(1)", "$clog2(0)", "$clog2(a)"} {
		serviceSteps = append(serviceSteps, "i = "+s)
	}
	for _, s := range []string{"$ln(2.5)", "$log10(250.0)", "$exp(0.7)", "$sqrt(2.0)", "$pow(1.1, 33.3)", "$floor(-1.5)", "$ceil(-1.5)", "$sin(1e22)",
		"$hypot(3.0, 4.5)", "$atan2(1.0, -2.0)", "$itor(7)", "$abs(-1.5)", "$min(1.5, 2.5)", "$max(1.5, 2.5)"} {
		serviceSteps = append(serviceSteps, "r = "+s)
	}
}

var servicePlus = []string{"+a=-5", "+b=-12_3", "+c=1x", "+d=hello", "+e=", "+f=2.5x", "+g=ff", "+h=x1", "+i=7", "+j=zz", "+k=300", "+l=17", "+m=-1f", "+n=zf", "notplus"}

func TestServicesAsIcarus(t *testing.T) {
	var p strings.Builder
	fmt.Fprintf(&p, "`timescale 1ns/1ps\nmodule top; %s reg [7:0] c0; initial begin r = 0;\n", serviceDecls)
	for _, s := range serviceSteps {
		if dst, name, _ := split(s); dst == "" && name == "$fgets" {
			s = "seed = " + s
		}
		fmt.Fprintf(&p, "%s; $display(%s, i, a, b, s, f, r, seed, e, m[0], m[1], m[2], m[3], n[0], n[1], n[2], n[3], k[1], k[2], k[3], k[4]);\n", s, showFormat)
	}
	p.WriteString("end endmodule\n")
	if *update {
		record(t, "services.v", p.String(), serviceFiles, servicePlus...)
	}
	dir := t.TempDir()
	for n, s := range serviceFiles {
		if err := os.WriteFile(filepath.Join(dir, n), []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	v := newMachine(New(Config{Stdout: &out, Dir: dir, PlusArgs: servicePlus, Precision: -12}))
	v.line = 3
	for _, s := range serviceSteps {
		if dst, name, _ := split(s); dst == "" && name == "$fgets" {
			s = "seed = " + s
		}
		v.run(t, s)
		v.show(t)
		v.line++
	}
	v.h.Close()
	sameLines(t, out.String(), recorded(t, "services.v"))
}
