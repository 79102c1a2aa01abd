package cost

import (
	"slices"
	"strings"
	"testing"

	"github.com/gpga/gpga/codegen/msl"
)

// odd has what the front end does not take: templates, namespaces, classes with methods, vectors, operators, textures, lambdas.
const odd = `#include <metal_stdlib>
#include "other.h"
using namespace metal;
#define TWICE(x) ((x) + (x))
namespace deep { namespace er {
template <typename T, int N = (3 > 2)> inline T pick(T a, T b) { return a < b ? a : b; }
} }
struct Pair {
public:
    uint a; uint b;
    Pair(uint x, uint y) : a(x), b{y} { if (x > y) a = y; }
    uint sum() const { return a + b; }
    Pair operator+(Pair o) { return Pair(a + o.a, b + o.b); }
};
enum class Kind : uint { one = 1, two };
constant uint table[4] = {1, 2, 3, 4};
constant float2 points[] = {{1, 2}, {3, 4}};
[[kernel]] void first(texture2d<float, access::read> in [[texture(0)]], device float4 *out [[buffer(0)]], uint2 at [[thread_position_in_grid]]) {
    float4 sum = 0;
    for (uint i = 0; i < 4; ++i) { sum += in.read(at + i); }
    auto f = [&](uint x) { return x + 1; };
    switch (at.x) { case 0: case 1: sum.x = 2; break; case 2: { sum.y = 3; break; } default: break; }
    out[at.x] = deep::er::pick<float>(sum.x, 2.0) * f(3);
}
kernel void second(device uint *p [[buffer(0)]], uint i [[thread_position_in_grid]])
{
    uint a = 0, b = 1;
    if (i > 1) a = TWICE(i); else if (i > 2 && b) { b = 2; } else a = 3;
    do { a--; } while (a > b);
    p[i] = a; p[i + 1] += b;
}
`

func TestOutline(t *testing.T) {
	o := Read("odd.metal", odd)
	if len(o.Warnings) == 0 || o.Warnings[0].Line == 0 {
		t.Fatalf("warnings: %v", o.Warnings)
	}
	var names []string
	for _, f := range o.Functions {
		n := f.Name
		if f.Kernel {
			n = "kernel " + n
		}
		names = append(names, n)
	}
	if want := []string{"pick", "Pair", "sum", "operator+", "kernel first", "kernel second"}; !slices.Equal(names, want) {
		t.Fatalf("functions: %q", names)
	}
	r := o.Report()
	if len(r.Kernels) != 2 || r.TableBytes != 16+16 {
		t.Errorf("kernels %d, tables %d", len(r.Kernels), r.TableBytes)
	}
	first, second := r.Functions[4], r.Functions[5]
	if first.Loops != 1 || first.Switches != 1 || first.SwitchCases != 4 || first.Calls != 1 || first.Phi == 0 {
		t.Errorf("first: %+v", first.Counts)
	}
	// if, else if, &&, do
	if second.Merges != 4 || second.Loops != 1 || second.Branches != 3 || second.Ladder != 4 || second.Stores != 2 || second.Diamonds != 2 {
		t.Errorf("second: %+v", second.Counts)
	}
	if second.Locals != 4 {
		t.Errorf("locals of second: %d", second.Locals)
	}
	if k := r.Kernels[0]; k.Functions != 2 {
		t.Errorf("the first kernel reaches %d functions", k.Functions)
	}
}

func TestAlone(t *testing.T) {
	o := Read("odd.metal", odd)
	a := o.Alone("second")
	if strings.Contains(a, "void first") || !strings.Contains(a, "void second") || !strings.Contains(a, "struct Pair") || strings.Contains(a, "pick(") {
		t.Errorf("the second kernel alone:\n%s", a)
	}
	if strings.Count(a, "\n") != strings.Count(odd, "\n") {
		t.Error("lines move")
	}
	if b := o.Alone("first"); !strings.Contains(b, "pick(") || strings.Contains(b, "void second") {
		t.Errorf("the first kernel alone:\n%s", b)
	}
}

// TestBothWays holds the counts of tokens to those of the tree, on a text that both can take.
func TestBothWays(t *testing.T) {
	const text = `
static uint least(uint a, uint b) { return a < b ? a : b; }
static __attribute__((noinline)) void put(device uint *st, uint v) { st[0] = v; }
kernel void k(device uint *st [[buffer(0)]], uint gid [[thread_position_in_grid]]) {
    uint a = 1u;
    uint n = 0u;
    for (uint i = 0u; i < 4u; ++i) {
        if (st[i] > gid && st[i] < 9u) { a = st[i]; } else { n = n + 1u; }
    }
    switch (gid) { case 0: a = 2u; break; case 1: case 2: n = 3u; break; default: break; }
    while (n > 2u) { n = n - 1u; }
    put(st, least(a, n));
}
`
	o := Read("k.metal", text)
	if len(o.Warnings) > 0 {
		t.Fatal(o.Warnings)
	}
	tree := o.Report()
	o.unit = nil
	tokens := o.Report()
	for i, f := range tree.Functions {
		g := tokens.Functions[i]
		a, b := f.Counts.Features(), g.Counts.Features()
		for _, k := range []string{"tokens", "bytes", "lines", "branches", "switches", "switch_cases", "largest_switch", "ternaries", "loops", "merges", "phi", "calls", "locals", "ladder", "diamonds", "blocks", "stores", "loads"} {
			if a[k] != b[k] {
				t.Errorf("%s: %s is %v by the tree, %v by tokens", f.Name, k, a[k], b[k])
			}
		}
		if f.NoInline != g.NoInline || f.Kernel != g.Kernel || f.Copies != g.Copies {
			t.Errorf("%s: %+v by the tree, %+v by tokens", f.Name, f, g)
		}
	}
	if tree.Total.Cost != tokens.Total.Cost {
		t.Errorf("composite %v by the tree, %v by tokens", tree.Total.Cost, tokens.Total.Cost)
	}
}

func TestUnrolled(t *testing.T) {
	of := func(head string) int {
		r := measure(t, inKernel("uint a = 0u; "+head+" { a = a + gid; } st[0] = a;"))
		return r.Functions[0].Unrolled
	}
	once := of("for (uint i = 0u; i < gid; ++i)")
	if got := of("for (uint i = 0u; i < 8u; ++i)"); got <= 8 || got < once+7 {
		t.Errorf("eight rounds: %d, a loop of unknown rounds %d", got, once)
	}
	if got := of("for (uint i = 0u; i < 8000u; ++i)"); got != once {
		t.Errorf("a long loop: %d, want %d", got, once)
	}
	if got, want := of("for (uint i = 8u; i > 0u; i -= 2u)"), of("for (uint i = 0u; i < 4u; ++i)"); got != want {
		t.Errorf("four rounds downwards: %d, upwards %d", got, want)
	}
}

func TestRecursionAndNonsense(t *testing.T) {
	for _, text := range []string{
		"uint f(uint a) { return g(a); }\nuint g(uint a) { return f(a) + vector<int>(a); }\nkernel void k() { f(1); }",
		"", "}", "{", "kernel void k(", "kernel void k() {", "template <", "void f() { if", "void f() { for (", "struct { void g() {", "a = {", "case", "void f() { switch (x) { case", "enum {", "operator(", "namespace {",
		"void f() " + strings.Repeat("{", 5000), "void f() {" + strings.Repeat("if (x) ", 5000) + ";}", strings.Repeat("struct A {", 3000), strings.Repeat("namespace a {", 3000) + "void f() {}",
	} {
		o := Read("x.metal", text)
		r := o.Located(nil)
		if r.Total.Cost < 0 || len(r.Troubles) != 5 {
			t.Errorf("%.40q: %+v", text, r.Total)
		}
		for _, f := range o.Functions {
			o.Alone(f.Name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(odd)
	f.Add("kernel void k(device uint *st [[buffer(0)]]) { st[0] = st[1] > 2u ? 1u : 0u; }")
	f.Add("#define A B\n#define B(x) A(x)\nB(A) template<class T>struct X{X():a{1},b(2){}};")
	f.Fuzz(func(t *testing.T, text string) {
		o := Read("x.metal", text)
		r := o.Located([]Place{{Function: "k"}, {Switch: "pc", Case: 1}})
		for i := range r.Functions {
			g := &r.Functions[i]
			if g.Tokens < 0 || g.Phi < 0 || g.Copies < 0 || g.Bytes < 0 {
				t.Fatalf("%+v", g)
			}
			o.Alone(g.Name)
		}
		if d := Compare(r, r); len(d.Features) > 0 || len(d.Parts) > 0 {
			t.Fatalf("a text differs from itself: %+v", d)
		}
	})
}

// TestLocated: functions and cases carry what they were made of, and constructs sum to the whole.
func TestLocated(t *testing.T) {
	const text = `
static uint help(uint a) { return a > 1u ? a : 2u; }
static __attribute__((noinline)) uint gpga_seg_3_1(uint a) { return help(a); }
static __attribute__((noinline)) uint gpga_seg_3(uint a) { return gpga_seg_3_1(a) + help(a); }
static inline uint gpga_dispatch(uint pc) {
    switch (pc) {
    case 7u: { if (pc > 3u) { return help(pc); } break; }
    case 8u: { return 1u; }
    }
    return 0u;
}
kernel void k(device uint *st [[buffer(0)]]) { st[0] = gpga_seg_3(1u) + gpga_dispatch(st[1]); }
`
	seg, seven := Origin{File: "a.v", Line: 3, Construct: "always"}, Origin{File: "a.v", Line: 7, Construct: "initial"}
	r := Read("k.metal", text).Located([]Place{{Function: "gpga_seg_3", Origin: seg}, {Switch: "pc", Case: 7, Origin: seven}})
	f := map[string]*Function{}
	for i := range r.Functions {
		f[r.Functions[i].Name] = &r.Functions[i]
	}
	if f["gpga_seg_3_1"].Origin == nil || *f["gpga_seg_3_1"].Origin != seg || f["help"].Origin != nil {
		t.Errorf("origins: %+v, %+v", f["gpga_seg_3_1"].Origin, f["help"].Origin)
	}
	s := f["gpga_dispatch"].Sites
	if len(s) != 1 || s[0].Origin != seven || s[0].Merges != 1 || s[0].Cost < f["help"].Expanded+100 {
		t.Errorf("sites: %+v", s)
	}
	sum := 0.0
	for _, c := range r.Constructs() {
		sum += c.Cost
	}
	if sum != r.Total.Cost {
		t.Errorf("constructs sum to %v, the whole is %v", sum, r.Total.Cost)
	}
	if seg.String() != "a.v:3 always" {
		t.Errorf("spelt %q", seg)
	}
}

func TestCompare(t *testing.T) {
	old := Read("a.metal", inKernel("st[0] = 1u;")).Report()
	is := Read("a.metal", "static uint f(uint a) { return a; }\n"+inKernel("if (gid > 1u) { st[0] = f(1u); }")).Report()
	d := Compare(old, is)
	if d.To <= d.From || len(d.Parts) != 2 || d.Parts[0].Function != "k" || d.Parts[0].State != "changed" || d.Parts[0].Why[0].Name != "merges" || d.Parts[1].State != "new" {
		t.Errorf("%+v", d)
	}
	if back := Compare(is, old); back.Parts[1].State != "gone" {
		t.Errorf("%+v", back)
	}
	// Segments are numbered anew when one comes before them: what they were made of tells which is which.
	number := func(n string, body string) *Report {
		return Read("k.metal", "static __attribute__((noinline)) uint gpga_seg_"+n+"(uint a) { "+body+" }\nkernel void k(device uint *st [[buffer(0)]]) { st[0] = gpga_seg_"+n+"(1u); }\n").
			Located([]Place{{Function: "gpga_seg_" + n, Origin: Origin{File: "a.v", Line: 3, Construct: "always"}}})
	}
	if d := Compare(number("3", "return a;"), number("4", "return a + 1u;")); len(d.Parts) != 1 || d.Parts[0].State != "changed" || d.Parts[0].Function != "gpga_seg_4" {
		t.Errorf("%+v", d.Parts)
	}
}

func TestBudgetErrors(t *testing.T) {
	for text, want := range map[string]string{
		`{"total": {"tokens": "many"}}`:     "b.json:1:27: ",
		"{\n \"other\": 1}":                 "b.json:2:",
		`{"functions": {"[": {}}}`:          `"[" is no pattern`,
		`{"functions": {"*": {"shoes":1}}}`: `b.json:1:22: the budget: there is no feature "shoes" of a function`,
		`{} {}`:                             "text behind its end",
		``:                                  "b.json:1:1: ",
	} {
		if _, err := ParseBudget("b.json", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
	b, err := ParseBudget("b.json", []byte(`{"total": {"merges": 1}, "functions": {"k*": {"phi": 0}, "z": {"tokens": 0}}}`))
	if err != nil {
		t.Fatal(err)
	}
	u, errs := msl.Load("k.metal", []byte(inKernel("uint a = 1u; if (gid > 1u) { a = 2u; } if (gid > 3u) { a = 3u; } st[0] = a;")))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	got := b.Check(Measure(u))
	if len(got) != 2 || got[0].Feature != "merges" || got[0].Value != 2 || got[1].Function != "k" || got[1].Feature != "phi" {
		t.Errorf("%+v", got)
	}
}
