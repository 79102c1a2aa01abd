package cpu

import (
	"fmt"
	"math/rand"
	"strings"
)

// generator writes random programs of the subset that are defined for every
// input: loops are counted, indices masked, shift counts in range.
type generator struct {
	r      *rand.Rand
	b      strings.Builder
	indent int
	n      int      // names given
	vars   []genVar // in scope
	funcs  []genFunc
	ret    string // type of the function being written
	loops  int    // loops around, that break and continue may leave
	depth  int
	kernel bool
	budget int
}

type genVar struct {
	name, typ string
	fixed     bool // not assigned (loop counters, parameters that are pointers)
}

type genFunc struct {
	name   string
	ret    string
	params []string
	state  bool // takes st and tab
}

var genScalars = []string{"uint", "int", "ulong", "long", "bool", "uchar", "short", "uint", "ulong"}

func (g *generator) pick(list ...string) string { return list[g.r.Intn(len(list))] }

func (g *generator) line(format string, args ...any) {
	g.b.WriteString(strings.Repeat("    ", g.indent))
	fmt.Fprintf(&g.b, format, args...)
	g.b.WriteByte('\n')
}

func (g *generator) name(prefix string) string {
	g.n++
	return fmt.Sprintf("%s%d", prefix, g.n)
}

func (g *generator) scalarType() string { return genScalars[g.r.Intn(len(genScalars))] }

func (g *generator) anyType() string {
	switch g.r.Intn(4) {
	case 0:
		return "l32"
	case 1:
		if g.r.Intn(2) == 0 {
			return "l64"
		}
	}
	return g.scalarType()
}

// generate writes a program with a kernel k(st, tab, wide, gid).
func generate(seed int64) string {
	g := &generator{r: rand.New(rand.NewSource(seed))}
	size := 1 + int(uint64(seed)%5) // some programs are small, to be read when they fail
	g.line("#include <metal_stdlib>")
	g.line("using namespace metal;")
	g.line("#define AT(s) st[(s) * stride]")
	g.line("constant uint stride [[function_constant(0)]];")
	g.line("constant uint seven = 7u;")
	g.line("constant uchar bytes[] = {1, 2, 3, 250, 0, 77, 255, 9};")
	g.line("constant ulong longs[4] = {1ul, 0xffffffffffffffffUL, 0x8000000000000000ul};")
	g.line("struct l32 { uint v; uint x; };")
	g.line("struct l64 { ulong v; ulong x; };")
	for range size/2 + g.r.Intn(size) {
		g.function()
	}
	g.line("kernel void k(device uint *st [[buffer(0)]], device const uint *tab [[buffer(1)]], device ulong *wide [[buffer(2)]], uint gid [[thread_position_in_grid]]) {")
	g.indent++
	g.kernel = true
	g.ret = "void"
	g.vars = []genVar{{"gid", "uint", true}}
	g.budget = 80 * size
	for range 2 + g.r.Intn(3*size) {
		g.stmt()
	}
	for i, v := range g.vars {
		if v.typ == "l32" || v.typ == "l64" {
			g.line("wide[%du] ^= ulong(%s.v) + ulong(%s.x);", i%16, v.name, v.name)
		} else {
			g.line("wide[%du] ^= ulong(%s);", i%16, v.name)
		}
	}
	g.indent--
	g.line("}")
	return g.b.String()
}

func (g *generator) function() {
	f := genFunc{name: g.name("f"), ret: g.anyType(), state: g.r.Intn(2) == 0}
	var params []string
	g.vars = nil
	if f.state {
		params = append(params, "device uint *st", "device const uint *tab")
	}
	for range 1 + g.r.Intn(3) {
		t := g.anyType()
		n := g.name("p")
		if g.r.Intn(6) == 0 && t != "bool" {
			f.params = append(f.params, "&"+t)
			params = append(params, "thread "+t+" &"+n)
		} else {
			f.params = append(f.params, t)
			params = append(params, t+" "+n)
		}
		g.vars = append(g.vars, genVar{n, t, false})
	}
	g.line("%s %s %s(%s) {", g.pick("static inline", "static inline", "static __attribute__((noinline))"), f.ret, f.name, strings.Join(params, ", "))
	g.indent++
	g.ret = f.ret
	g.kernel = f.state
	g.budget = 60
	for range 1 + g.r.Intn(4) {
		g.stmt()
	}
	g.line("return %s;", g.expr(f.ret, 2))
	g.indent--
	g.line("}")
	g.funcs = append(g.funcs, f)
}

func (g *generator) block(f func()) {
	mark := len(g.vars)
	g.indent++
	f()
	g.indent--
	g.vars = g.vars[:mark]
}

func (g *generator) stmt() {
	g.budget--
	if g.depth > 3 || g.budget < 0 {
		g.assign()
		return
	}
	g.depth++
	defer func() { g.depth-- }()
	some := func(n int) {
		for range 1 + g.r.Intn(n) {
			g.stmt()
		}
	}
	switch k := g.r.Intn(22); {
	case k < 5:
		t := g.anyType()
		n := g.name("v")
		if g.r.Intn(8) == 0 {
			g.line("%s %s = %s, %sb = %s;", t, n, g.expr(t, 3), n, g.expr(t, 1))
		} else {
			g.line("%s %s = %s;", t, n, g.expr(t, 3))
		}
		g.vars = append(g.vars, genVar{n, t, false})
	case k < 10:
		g.assign()
	case k < 13:
		g.line("if (%s) {", g.expr("bool", 2))
		g.block(func() { some(3) })
		if g.r.Intn(2) == 0 {
			g.line("} else {")
			g.block(func() { some(3) })
		}
		g.line("}")
	case k < 15:
		i := g.name("i")
		g.line("for (uint %s = 0u; %s < %du; ++%s) {", i, i, 1+g.r.Intn(5), i)
		g.loops++
		g.block(func() {
			g.vars = append(g.vars, genVar{i, "uint", true})
			some(3)
			g.leave()
		})
		g.loops--
		g.line("}")
	case k < 16:
		i := g.name("w")
		g.line("uint %s = %du;", i, g.r.Intn(4))
		if g.r.Intn(2) == 0 {
			g.line("while (%s++ < 5u) {", i)
		} else {
			g.line("do {")
		}
		do := strings.HasSuffix(strings.TrimSpace(g.b.String()), "do {")
		g.loops++
		g.block(func() {
			some(3)
			g.leave()
		})
		g.loops--
		if do {
			g.line("} while (++%s < 4u);", i)
		} else {
			g.line("}")
		}
		g.vars = append(g.vars, genVar{i, "uint", true})
	case k < 18:
		g.line("switch (%s) {", g.expr(g.pick("uint", "int", "ulong"), 1)+" & "+g.pick("3", "7"))
		n := 1 + g.r.Intn(4)
		loops := g.loops
		for c := range n {
			g.line("case %d:", c*(1+g.r.Intn(2)*0)+g.r.Intn(1))
			if c == n-1 && g.r.Intn(2) == 0 {
				g.line("default:")
			}
			g.line("{")
			g.block(func() { some(2) })
			g.line("}")
			if g.r.Intn(3) > 0 {
				g.block(func() { g.line("break;") })
			}
		}
		g.loops = loops
		g.line("}")
	case k < 19 && g.kernel:
		a := g.name("a")
		g.line("thread uint %s[4] = {%s, %s};", a, g.expr("uint", 1), g.expr("uint", 1))
		g.line("%s[%s & 3u] += %s;", a, g.expr("uint", 1), g.expr("uint", 2))
		g.line("AT(%du) ^= %s[%s & 3u];", g.r.Intn(64), a, g.expr("uint", 1))
	case k < 20 && g.indent > 1 && g.ret != "void":
		g.line("if (%s) return %s;", g.expr("bool", 2), g.expr(g.ret, 2))
	default:
		g.assign()
	}
}

// leave writes a conditional break or continue, sometimes.
func (g *generator) leave() {
	if g.r.Intn(3) == 0 {
		g.line("if (%s) %s;", g.expr("bool", 1), g.pick("break", "continue"))
		g.assign()
	}
}

func (g *generator) assign() {
	if g.kernel && g.r.Intn(3) == 0 {
		switch g.r.Intn(6) {
		case 4: // the halves of a wide value
			n, at := g.name("q"), g.r.Intn(8)
			g.line("ulong %s = %s;", n, g.expr("ulong", 2))
			g.line("AT(%du) = uint(%s);", at, n)
			g.line("AT(%du) = uint(%s >> 32u);", at+1+g.r.Intn(8)/7, n)
		case 5: // both planes of a value
			n, at := g.name("q"), g.r.Intn(8)
			g.line("l32 %s = l32{%s, %s};", n, g.expr("uint", 2), g.pick("0u", "0u", g.expr("uint", 1)))
			g.line("AT(%du) = %s.v;", at, n)
			g.line("AT(%du) = %s.x;", at+1, n)
		case 0:
			g.line("AT(%du) %s %s;", g.r.Intn(64), g.pick("=", "+=", "^="), g.expr("uint", 3))
		case 1:
			g.line("st[(%s) & 63u] = %s;", g.expr("uint", 2), g.expr("uint", 2))
		default:
			g.line("st[%du] = %s;", g.r.Intn(8), g.expr("uint", 3))
		}
		return
	}
	var can []genVar
	for _, v := range g.vars {
		if !v.fixed {
			can = append(can, v)
		}
	}
	if len(can) == 0 {
		return
	}
	v := can[g.r.Intn(len(can))]
	switch {
	case v.typ == "l32" || v.typ == "l64":
		if g.r.Intn(2) == 0 {
			g.line("%s = %s;", v.name, g.expr(v.typ, 2))
		} else {
			t := map[string]string{"l32": "uint", "l64": "ulong"}[v.typ]
			g.line("%s.%s %s %s;", v.name, g.pick("v", "x"), g.pick("=", "+=", "|="), g.expr(t, 2))
		}
	case v.typ == "bool":
		g.line("%s = %s;", v.name, g.expr("bool", 2))
	case g.r.Intn(5) == 0:
		g.line("%s%s;", v.name, g.pick("++", "--"))
	case g.r.Intn(3) == 0:
		g.line("%s %s %s;", v.name, g.pick("+=", "-=", "*=", "&=", "|=", "^=", "/=", "%="), g.expr(g.scalarType(), 2))
	case g.r.Intn(6) == 0:
		g.line("%s %s %du;", v.name, g.pick("<<=", ">>="), g.r.Intn(8))
	default:
		g.line("%s = %s;", v.name, g.expr(v.typ, 3))
	}
}

func (g *generator) literal(t string) string {
	switch t {
	case "bool":
		return g.pick("true", "false")
	case "uint":
		return g.pick("0u", "1u", "0xffu", "0xffffffffu", "0x80000000u", "seven", fmt.Sprintf("%du", g.r.Uint32()))
	case "int":
		return g.pick("0", "1", "-1", "2147483647", fmt.Sprint(g.r.Intn(1000)-500))
	case "ulong":
		return g.pick("0ul", "1ul", "0xfffffffffffffffful", fmt.Sprintf("%duL", g.r.Uint64()))
	case "long":
		return g.pick("0l", "-1l", "5l", fmt.Sprintf("%dL", g.r.Int63()))
	}
	return fmt.Sprintf("%s(%d)", t, g.r.Intn(300)-20)
}

// expr writes an expression of type t.
func (g *generator) expr(t string, depth int) string {
	if t == "l32" || t == "l64" {
		return g.structExpr(t, depth)
	}
	if depth <= 0 {
		var can []string
		for _, v := range g.vars {
			if v.typ == t {
				can = append(can, v.name)
			}
			if v.typ == "l32" && t == "uint" || v.typ == "l64" && t == "ulong" {
				can = append(can, v.name+".v", v.name+".x")
			}
		}
		if len(can) > 0 && g.r.Intn(5) > 0 {
			return can[g.r.Intn(len(can))]
		}
		if g.kernel && t == "uint" && g.r.Intn(2) == 0 {
			return fmt.Sprintf("AT(%du)", g.r.Intn(8))
		}
		return g.literal(t)
	}
	sub := func(t string) string { return g.expr(t, depth-1-g.r.Intn(2)) }
	if t == "bool" {
		o := g.scalarType()
		switch g.r.Intn(6) {
		case 0:
			return fmt.Sprintf("(%s && %s)", sub("bool"), sub("bool"))
		case 1:
			return fmt.Sprintf("(%s || %s)", sub("bool"), sub("bool"))
		case 2:
			return fmt.Sprintf("!%s", sub("bool"))
		case 3:
			return fmt.Sprintf("bool(%s)", sub(o))
		}
		return fmt.Sprintf("(%s %s %s)", sub(o), g.pick("<", ">", "<=", ">=", "==", "!="), sub(g.pick(o, g.scalarType())))
	}
	width := map[string]int{"uint": 32, "int": 32, "ulong": 64, "long": 64, "uchar": 8, "short": 16}[t]
	switch k := g.r.Intn(24); {
	case k < 8:
		return g.conv(t, fmt.Sprintf("(%s %s %s)", sub(t), g.pick("+", "-", "*", "&", "|", "^", "&", "|"), sub(t)))
	case k < 10:
		other := g.scalarType()
		return g.conv(t, fmt.Sprintf("(%s %s %s)", sub(t), g.pick("+", "-", "&", "^", "/", "%"), "("+sub(other)+")"))
	case k < 12:
		c := g.r.Intn(min(width, 32))
		if g.r.Intn(2) == 0 {
			return g.conv(t, fmt.Sprintf("(%s %s %du)", sub(t), g.pick("<<", ">>"), c))
		}
		return g.conv(t, fmt.Sprintf("(%s %s (%s & %d))", sub(t), g.pick("<<", ">>"), sub(g.pick("uint", "int", "ulong")), min(width, 32)-1))
	case k < 13:
		return g.conv(t, fmt.Sprintf("(%s(%s))", g.pick("~", "-", "+"), sub(t)))
	case k < 15:
		return g.conv(t, fmt.Sprintf("(%s ? %s : %s)", sub("bool"), sub(t), sub(t)))
	case k < 17:
		return fmt.Sprintf("%s(%s)", t, sub(g.scalarType()))
	case k < 18:
		switch g.r.Intn(7) {
		case 0:
			return fmt.Sprintf("%s(%s)", g.pick("popcount", "clz", "ctz", "reverse_bits", "abs"), g.conv(t, sub(t)))
		case 1:
			return fmt.Sprintf("%s(%s, %s)", g.pick("min", "max", "mulhi", "rotate"), g.conv(t, sub(t)), g.conv(t, sub(t)))
		case 2:
			return fmt.Sprintf("clamp(%s, %s, %s)", g.conv(t, sub(t)), g.conv(t, sub(t)), g.conv(t, sub(t)))
		case 3:
			return fmt.Sprintf("select(%s, %s, %s)", g.conv(t, sub(t)), g.conv(t, sub(t)), sub("bool"))
		case 4:
			off := g.r.Intn(width)
			return fmt.Sprintf("extract_bits(%s, %du, %du)", g.conv(t, sub(t)), off, g.r.Intn(width-off+1))
		case 5:
			return fmt.Sprintf("extract_bits(%s, %s & %du, %s & %du)", g.conv(t, sub(t)), sub("uint"), width/2-1, sub("uint"), width/2-1)
		}
		off := g.r.Intn(width)
		return fmt.Sprintf("insert_bits(%s, %s, %du, %du)", g.conv(t, sub(t)), g.conv(t, sub(t)), off, g.r.Intn(width-off+1))
	case k < 20 && g.kernel:
		switch {
		case t == "uint" && g.r.Intn(2) == 0:
			return fmt.Sprintf("st[%s & 63u]", sub("uint"))
		case t == "uint":
			return fmt.Sprintf("tab[%s & 15u]", sub("uint"))
		case t == "uchar":
			return fmt.Sprintf("bytes[%s & seven]", sub("uint"))
		case t == "ulong" && g.r.Intn(2) == 0:
			at := g.r.Intn(8)
			return fmt.Sprintf("(ulong(AT(%du)) | (ulong(AT(%du)) << 32u))", at, at+1)
		case t == "ulong":
			return fmt.Sprintf("longs[%s & 3]", sub("int"))
		}
	case k < 23:
		if c := g.callOf(t, depth); c != "" {
			return c
		}
	}
	return g.expr(t, 0)
}

func (g *generator) conv(t, e string) string { return fmt.Sprintf("%s(%s)", t, e) }

func (g *generator) structExpr(t string, depth int) string {
	var can []string
	for _, v := range g.vars {
		if v.typ == t {
			can = append(can, v.name)
		}
	}
	if len(can) > 0 && g.r.Intn(3) == 0 {
		return can[g.r.Intn(len(can))]
	}
	if depth > 0 {
		if g.r.Intn(3) == 0 {
			if c := g.callOf(t, depth); c != "" {
				return c
			}
		}
		if g.r.Intn(5) == 0 {
			return fmt.Sprintf("(%s ? %s : %s)", g.expr("bool", 1), g.structExpr(t, depth-1), g.structExpr(t, depth-1))
		}
	}
	m := map[string]string{"l32": "uint", "l64": "ulong"}[t]
	return fmt.Sprintf("%s{%s, %s}", t, g.expr(m, depth-1), g.expr(m, depth-1))
}

// callOf writes a call of a function that returns t, "" if there is none.
func (g *generator) callOf(t string, depth int) string {
	var can []genFunc
	for _, f := range g.funcs {
		if f.ret == t && (!f.state || g.kernel) {
			can = append(can, f)
		}
	}
	if len(can) == 0 || g.budget < 0 {
		return ""
	}
	g.budget -= 8
	f := can[g.r.Intn(len(can))]
	var args []string
	if f.state {
		args = append(args, "st", "tab")
	}
	used := map[string]bool{}
	for _, p := range f.params {
		if !strings.HasPrefix(p, "&") {
			args = append(args, g.expr(p, depth-2))
			continue
		}
		arg := ""
		for _, v := range g.vars {
			if v.typ == p[1:] && !v.fixed && !used[v.name] {
				arg = v.name
			}
		}
		if arg == "" {
			return ""
		}
		used[arg] = true
		args = append(args, arg)
	}
	return fmt.Sprintf("%s(%s)", f.name, strings.Join(args, ", "))
}
