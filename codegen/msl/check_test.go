package msl

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// expectation is a comment on the offending line: //### column "regexp".
var expectation = regexp.MustCompile(`//### (\d+) "([^"]*)"`)

// wanted lists the errors that a text expects: line, column, pattern.
func wanted(text string) (list []string, pats []*regexp.Regexp) {
	for i, line := range strings.Split(text, "\n") {
		for _, m := range expectation.FindAllStringSubmatch(line, -1) {
			list = append(list, fmt.Sprintf("%d:%s", i+1, m[1]))
			pats = append(pats, regexp.MustCompile(m[2]))
		}
	}
	return list, pats
}

func load(text string) []Error {
	_, errs := Load("t.metal", []byte(text))
	return errs
}

// TestErrors holds texts that Metal (or the subset) rejects, with the place and
// the message on the line itself.
func TestErrors(t *testing.T) {
	tests := map[string]string{
		"pointer without address space": `
void f(uint *p) { } //### 13 "a pointer needs an address space"
void g() { uint *q; } //### 17 "a pointer needs an address space"
uint h(device uint &r) { return r; }`,
		"pointer to pointer": `
void f(device uint **p) { } //### 21 "pointer to a pointer"`,
		"passing across address spaces": `
void f(device uint *p) { p[0] = 1u; }
constant uint table[2] = {1, 2};
void g(device const uint *c, constant uint *k) {
    f(k); //### 7 "cannot pass 'device uint \*' with 'constant uint \*': the address spaces differ"
    f(table); //### 7 "address spaces differ"
    f(c); //### 7 "cannot pass 'device uint \*' with 'device const uint \*'"
}`,
		"assigning and casting across address spaces": `
void g(device uint *d, constant uint *k) {
    device const uint *p = d;
    p = k; //### 9 "the address spaces differ"
    p = (device const uint *)k; //### 9 "cannot cast .* the address spaces differ"
    device uint *q = (device uint *)p; //### 22 "the cast drops const"
    thread uint a[2];
    q = a; //### 9 "the address spaces differ"
}`,
		"binding references across address spaces": `
void out(thread uint &x) { x = 1u; }
void g(device uint *d) {
    uint a;
    out(a);
    out(d[0]); //### 10 "cannot bind 'thread uint &' to something in the device address space"
    out(a + 1u); //### 11 "takes a variable or memory"
    ulong w;
    out(w); //### 9 "cannot bind 'thread uint &' to 'ulong'"
}`,
		"writes to constant": `
struct P { uint a; };
constant uint c = 1;
constant uint table[2] = {1, 2};
kernel void k(constant P &p [[buffer(0)]], device const uint *d [[buffer(1)]], constant uint *q [[buffer(2)]]) {
    p.a = 1u; //### 7 "constant memory cannot be written"
    c = 2u; //### 5 "constant memory cannot be written"
    table[0] = 1u; //### 10 "constant memory cannot be written"
    d[0] = 1u; //### 6 "const cannot be written"
    q[1]++; //### 6 "constant memory cannot be written"
    const uint l = 1u;
    l = 2u; //### 5 "const cannot be written"
    d[0] + 1u = 2u; //### 10 "only a variable or memory"
}`,
		"program scope": `
constant uint n; //### 15 "no initialiser"
constant uint c = f(); //### 19 "'f' is not declared"
constant uint x[2] = {1, 2, 3}; //### 15 "2 elements but 3 values"
constant uint e[] = {}; //### 15 "no elements"
constant uchar s[] = {256}; //### 23 "does not fit 'uchar'"
uint f() { return 1u; }
constant uint late = f(); //### 22 "a call is not a constant"`,
		"buffers": `
kernel void k(device uint *a [[buffer(0)]], device uint *b [[buffer(0)]]) { } //### 58 "buffer index 0 is used twice"
kernel void l(device uint *a [[buffer(31)]]) { } //### 28 "no \[\[buffer" //### 32 "above 30"
kernel void m(uint n) { } //### 20 "needs an attribute"
kernel void o(device uint *a) { } //### 28 "no \[\[buffer"
kernel void p(thread uint *a [[buffer(1)]]) { } //### 28 "device or constant"
kernel uint q(device uint *a [[buffer(1)]]) { return 1u; } //### 1 "must return void"
kernel void r(ushort gid [[thread_position_in_grid]]) { } //### 22 "must be a uint"`,
		"attributes": `
kernel void k(device uint *a [[bufer(0)]]) { } //### 28 "no \[\[buffer" //### 32 "attribute 'bufer' is unknown"
kernel void l(uint gid [[thread_position_in_gird]]) { } //### 20 "needs an attribute" //### 26 "unknown"
__attribute__((noinlin)) void f() { } //### 16 "unknown"
void g(uint a [[buffer(0)]]) { } //### 17 "no kernel"
constant uint c [[function_const(0)]] = 1; //### 19 "unknown"`,
		"recursion": `
uint b(uint x);
uint a(uint x) { return b(x); } //### 1 "function 'a' reaches itself"
uint b(uint x) { return x > 1u ? a(x - 1u) : 0u; }`,
		"declared only": `
uint missing(uint x); //### 1 "called but not defined"
uint a(uint x) { return missing(x); }`,
		"kernel calls kernel": `
kernel void k(device uint *a [[buffer(0)]]) { a[0] = 1u; }
kernel void l(device uint *a [[buffer(0)]]) { k(a); } //### 47 "kernel 'k' cannot be called"`,
		"types outside": `
void a() { long long x; } //### 12 "'long long' is not a type of Metal"
void b() { double x; } //### 12 "'double' is not a type of Metal"
void c() { unsigned long long x; } //### 12 "'long long'"
void d() { float x; } //### 12 "'float' is outside the subset"
void e() { __int128 x; } //### 12 "not a type of Metal"
void e2() { float4 x; } //### 13 "'float4', a vector, is outside the subset"
void e3(half3x4 m) { } //### 9 "'half3x4', a matrix, is outside the subset"
void e4(texture2d<float> t) { } //### 9 "'texture2d', a texture, is outside the subset"
void e5(device atomic_int *p) { } //### 16 "atomics are outside the subset"
void e6() { packed_uchar3 x; } //### 13 "'packed_uchar3', a vector, is outside the subset"
uint e7(uint depth) { uint texture2d = depth; depth = 2u; return texture2d; }
void f() { uint x = 1.5; } //### 21 "not an integer literal"
void g() { uint x = 5ULL; } //### 21 "not an integer literal"`,
		"arrays": `
void d() { thread uint x[2]; x = x; } //### 30 "an array cannot be assigned to"
constant uint n = 3;
void e() { thread uint x[n]; x[3] = 1u; } //### 32 "outside the array"`,
		"statements": `
void a() { break; } //### 12 "break outside"
void b() { continue; } //### 12 "continue outside"
uint e() { return; } //### 12 "must return a value"
void f() { return 1u; } //### 12 "returns nothing"
void g(uint x) { switch (x) { case 1: case 1: break; } } //### 44 "stands twice"
void h(uint x) { switch (x) { case x: break; } } //### 36 "not a constant"
void i(uint x) { switch (x) { case 1: uint y = 1u; break; default: break; } } //### 44 "jumps past the initialiser"`,
		"expressions": `
struct S { uint v; uint x; };
struct T { uint v; };
void a(S s, T t, device uint *p) {
    s = t; //### 9 "cannot assign to 'S' with 'T'"
    s.q = 1u; //### 7 "no member 'q'"
    s + s; //### 7 "operator \+ cannot take 'S' and 'S'"
    uint u = s; //### 14 "cannot initialise 'uint' with 'S'"
    if (s) { } //### 9 "a condition must be a scalar"
    S n = S{1u, 2u, 3u}; //### 11 "2 members but 3 values"
    S m = S{u - 1, -1}; //### 20 "does not fit 'uint'"
    int i = 5;
    S o = S{i, 0u}; //### 13 "narrowing from 'int' to 'uint'"
    u = u << 32; //### 11 "shift by 32 of a value of 32 bits"
    u = u / 0u; //### 11 "division by zero"
    u = min(u, 1); //### 16 "'min' is ambiguous"
    u = b(u); //### 9 "'b' is not declared"
    u = a; //### 9 "without a call"
    y = 1u; //### 5 "'y' is not declared"
    p = p + p; //### 11 "cannot take"
    uint u = 1u; //### 10 "declared twice"
    u(1u); //### 5 "'u' is not a function"
}`,
		"names": `
uint f(uint a) { return a; }
uint f(ulong a) { return 1u; } //### 1 "other types before"
uint f(uint a) { return a; } //### 1 "defined twice"
uint popcount(uint a) { return a; } //### 1 "function of Metal"
uint g(uint a) { uint a = 1u; return a; } //### 23 "declared twice"
void h(uint a) { { uint a = 1u; a++; } }`,
		"outside the subset": `
class C { }; //### 1 "'class' is outside"
template <typename T> T f(T x) { return x; } //### 1 "'template' is outside"
void g() { auto l = [] { }; } //### 12 "'auto' is outside"
void h(threadgroup uint *p) { } //### 8 "threadgroup memory is outside"
struct D : E { uint x; }; //### 10 "inheritance"
struct F { uint x[3]; }; //### 18 "array members"
void i(void (*p)()) { } //### 13 "function pointers"
#define PASTE(a, b) a##b //### 22 "outside the subset"
#include <iostream> //### 1 "only #include <metal_stdlib>"`,
		"array syntax": `
void a(uint n) { thread uint x[n]; } //### 31 "must be a constant"
void b() { thread uint x[65]; } //### 24 "1 to 64 elements"
void c() { thread uint x[2][2]; } //### 28 "arrays of arrays"`,
		"statement syntax": `
void c() { goto x; } //### 12 "'goto' is outside"
void d() { x: return; } //### 12 "labels are outside"
void j() { static uint x; } //### 12 "static locals"`,
		"struct names": `
struct S { uint v; };
struct S { uint v; }; //### 8 "declared twice"`,
		"program scope syntax": `
uint g = 1; //### 6 "must be in the constant address space"
device uint d; //### 13 "must be in the constant address space"`,
		"literals": `
constant uint u = 99999999999999999999; //### 19 "too large"`,
		"case syntax": `
void l(uint x) { while (x) { case 1: break; } } //### 30 "directly inside its switch"`,
		"syntax": `
void f() { uint x = ; } //### 21 "expected an expression, found ';'"
void g() { uint y = 1u } //### 24 "expected ';' after a declaration, found '}'"
void h( { } //### 9 "expected a type, found '{'"
#endif //### 1 "#endif without #if"
uint i() { return (1u; } //### 22 "expected '\)'"`,
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			places, pats := wanted(text)
			errs := load(text)
			var syntax []Error
			if len(errs) > 0 {
				syntax = errs
			}
			used := make([]bool, len(places))
		next:
			for _, e := range syntax {
				at := fmt.Sprintf("%d:%d", e.Line, e.Col)
				for i := range places {
					if !used[i] && places[i] == at && pats[i].MatchString(e.Msg) {
						used[i] = true
						continue next
					}
				}
				t.Errorf("unexpected: %v", e)
			}
			for i := range places {
				if !used[i] {
					t.Errorf("missing: %s %s", places[i], pats[i])
				}
			}
		})
	}
}

// accepted is what the contract with the emitter allows.
const accepted = `#include <metal_stdlib>
using namespace metal;
#define GPGA_AT(s) st[(s) * gpga_slot_stride]
#define GPGA_PAIR(s) GPGA_AT(s), GPGA_AT((s) + 1u)
#ifdef NOT_THERE
this is not read
#else
constant uint gpga_slot_stride [[function_constant(0)]];
#endif
#if 0
nor is this
#endif
constant uint five = 2 + 3;
constant uchar table[] = {1, 2, 0xff, five};
constant ulong wide[3] = {1ul, ~0ul};
struct gpga_l32 { uint v; uint x; };
struct params { uint slots, instances; ulong seed; };
static uint later(uint a);
static inline gpga_l32 load(device uint *st, uint s) { return gpga_l32{GPGA_PAIR(s)}; }
static inline gpga_l32 same(gpga_l32 a) { return {a.v, a.x}; }
static __attribute__((noinline)) uint work(device uint *st, device const uint *tab, constant params &p, thread uint &out) {
    gpga_l32 a = load(st, 3u), b{1u, 2u}, c = {3u, 4u};
    uint n = 0;
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint i = 0u, j = 4u; i < j; ++i, j--) { n += i; }
    while (n > 100u) n >>= 1u;
    do { n++; } while (n < 3u);
    switch (n & 7u) {
    case 0: case 1: n = 2u; // falls through
    case five: { uint q = 3u; n += q; break; }
    default: n = later(n);
    }
    device uint *q = st + 5;
    q[1] = *q + tab[n];
    *(q + 2) = uint(p.seed >> 32) + p.slots;
    device uchar *bytes = (device uchar *)q;
    bytes[3] = table[n & 3u];
    ulong w = wide[n % 3u] | ulong(n) << 32;
    long s = as_type<long>(w) >> 3, r = static_cast<long>(n) - (long)5;
    thread uint small[four_or_five - 1] = {1u};
    small[n & 3u] = metal::popcount(n) + clz(n) + ctz(n) + min(n, 3u) + max(n, n) + clamp(n, 1u, 9u);
    n += select(n, 5u, a.v == b.v) + mulhi(n, n) + rotate(n, 3u) + reverse_bits(n) + extract_bits(n, 1u, 2u) + insert_bits(n, n, 3, 4);
    bool t = s > r && !(n == 0u) || c.x != 0u;
    out = t ? n : abs(5), n;
    (void)t;
    return same(c).v ^ small[0];
}
static uint later(uint a) { return a + 'x' * 0; }
kernel void gpga_run(device uint *st [[buffer(0)]], device const uint *tab [[buffer(1)]], constant params &p [[buffer(3)]], uint gid [[thread_position_in_grid]]) {
    uint out = 0u;
    work(&st[gid * p.slots], tab, p, out);
    st[0] = out;
}
`

func TestAccepted(t *testing.T) {
	text := strings.ReplaceAll(strings.ReplaceAll(accepted, "four_or_five", "five"), " + 'x' * 0", "")
	if errs := load(text); len(errs) > 0 {
		t.Fatalf("%v", errs)
	}
	u, _ := Load("t.metal", []byte(text))
	var names []string
	for _, f := range u.BottomUp() {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); got != "load same later work gpga_run" {
		t.Errorf("bottom up: %s", got)
	}
	WalkStmt(u.Lookup("work").Body, func(e *Expr) {
		if e.Type == nil || e.Type.Kind == badKind {
			line, col := u.Line(e.Pos)
			t.Errorf("%d:%d: expression kind %d has no type", line, col, e.Kind)
		}
	})
}

func TestConversionsAreExplicit(t *testing.T) {
	tests := []struct{ expr, typ string }{
		{"c + c", "int"}, {"c + i", "int"}, {"i + u", "uint"}, {"u + l", "long"}, {"l + w", "ulong"},
		{"c << w", "int"}, {"u << w", "uint"}, {"w >> c", "ulong"}, {"~c", "int"}, {"-b", "int"}, {"!w", "bool"},
		{"u < i", "bool"}, {"b ? c : u", "uint"}, {"b ? c : c", "uchar"}, {"b && w", "bool"},
		{"1", "int"}, {"1u", "uint"}, {"2147483648", "long"}, {"0x80000000", "uint"}, {"0xffffffffff", "long"},
		{"0xffffffffffffffff", "ulong"}, {"5ul", "ulong"}, {"5l", "long"}, {"min(c, c)", "uchar"}, {"uchar(u)", "uchar"},
		{"c++", "uchar"}, {"(u, l)", "long"},
	}
	for _, test := range tests {
		u, errs := Load("t", []byte("void f(bool b, uchar c, int i, uint u, long l, ulong w) { "+test.expr+"; }"))
		if len(errs) > 0 {
			t.Errorf("%s: %v", test.expr, errs)
			continue
		}
		e := u.Funcs[0].Body.List[0].X
		if e.Type.String() != test.typ {
			t.Errorf("%s has type %s, not %s", test.expr, e.Type, test.typ)
		}
		if e.Kind == EBinary && e.Op != Shl && e.Op != Shr && e.X.Type != e.Y.Type {
			t.Errorf("%s: operands are %s and %s", test.expr, e.X.Type, e.Y.Type)
		}
	}
}

func TestMacros(t *testing.T) {
	tests := []struct{ define, use, want string }{
		{"#define A 1u + 2u", "A * 3u", "7"},
		{"#define A (1u + 2u)", "A * 3u", "9"},
		{"#define F(a, b) ((a) - (b))", "F(9u, F(5u, 2u))", "6"},
		{"#define F(a) G(a) + 1u\n#define G(a) ((a) * 2u)", "F(G(3u))", "13"},
		{"#define F() 4u", "F() + F ()", "8"},
		{"#define A A + 1u\nconstant uint B = 2u;\n#define B 5u", "B", "5"},
		{"#define A 3u\n#undef A\n#define A \\\n 4u // comment", "A", "4"},
		{"#ifndef A\n#define A 1u\n#else\n#define A 2u\n#endif", "A", "1"},
		{"#define X 1\n#if X\n#define A 1u\n#elif 1\n#define A 2u\n#endif", "A", "1"},
		{"#if !defined(Q)\n#define A 6u\n#endif", "A", "6"},
	}
	for _, test := range tests {
		u, errs := Load("t", []byte(test.define+"\nconstant uint r = "+test.use+";\n"))
		if len(errs) > 0 {
			t.Errorf("%q: %v", test.define, errs)
			continue
		}
		if got := fmt.Sprint(u.Globals[len(u.Globals)-1].Value); got != test.want {
			t.Errorf("%q: %s is %s, not %s", test.define, test.use, got, test.want)
		}
	}
}

func TestMacroBombIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("#define A0 1u+1u\n")
	for i := 1; i < 50; i++ {
		fmt.Fprintf(&b, "#define A%d A%d + A%d\n", i, i-1, i-1)
	}
	b.WriteString("constant uint x = A49;\n")
	errs := load(b.String())
	if len(errs) == 0 || !strings.Contains(errs[0].Msg, "macro expansion adds more than") {
		t.Fatalf("%v", errs)
	}
}

func TestDepthIsBounded(t *testing.T) {
	for _, text := range []string{
		"constant uint x = " + strings.Repeat("(", 100000) + "1",
		"void f() { " + strings.Repeat("{", 100000),
		"void f() { " + strings.Repeat("if (1) ", 100000),
		"constant uint x = " + strings.Repeat("-", 100000) + "1;",
		"constant uint x = " + strings.Repeat("1 ? 1 : ", 100000) + "1;",
		"void f(uint x) { x " + strings.Repeat("= x ", 100000) + "; }",
	} {
		errs := load(text)
		if len(errs) == 0 || !strings.Contains(errs[0].Msg, "deeper than") {
			t.Errorf("%.30s...: %v", text, errs)
		}
	}
	ladder := "void f(uint x) { " + strings.Repeat("if (x == 1u) { x = 2u; } else ", 5000) + "{ x = 3u; } }"
	if errs := load(ladder); len(errs) > 0 {
		t.Errorf("a long else-if ladder: %v", errs)
	}
}

func TestLayout(t *testing.T) {
	u, errs := Load("t", []byte("struct S { uchar a; ushort b; bool c; ulong d; uint e; };\n"))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	s := u.Structs[0]
	var got []int
	for _, f := range s.Fields {
		got = append(got, f.Offset)
	}
	if fmt.Sprint(got) != "[0 2 4 8 16]" || s.Size != 24 || s.Align != 8 {
		t.Errorf("offsets %v, size %d, align %d", got, s.Size, s.Align)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(accepted))
	f.Add([]byte("#define F(a) a F(\nkernel void k(device uint *p [[buffer(0)]]) { p[0] = F(1u)"))
	f.Add([]byte("struct S { uint v; }; S f(S s) { return S{s.v ? 1u : 2u}; }"))
	f.Add([]byte("void f() { switch (1) { case 1: default: thread uint a[3] = {1}; a[0]++; } }"))
	f.Add([]byte("#if 1\n#elif\n#else\n#endif\n/* open"))
	f.Fuzz(func(t *testing.T, text []byte) {
		u, errs := Load("fuzz", text)
		for _, e := range errs {
			if e.Line < 1 || e.Col < 1 {
				t.Errorf("error without place: %v", e)
			}
		}
		if len(errs) == 0 && len(u.Funcs) > 0 && len(u.BottomUp()) != len(u.Funcs) {
			t.Errorf("%d of %d functions are ordered", len(u.BottomUp()), len(u.Funcs))
		}
	})
}
