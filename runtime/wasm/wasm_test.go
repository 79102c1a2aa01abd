package wasm

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/codegen/msl"
)

func compile(t testing.TB, text string, o Options) *Module {
	t.Helper()
	u, errs := msl.Load("t.metal", []byte(text))
	if len(errs) > 0 {
		t.Fatalf("%v\n%s", errs, text)
	}
	if o.FunctionConstants == nil {
		o.FunctionConstants = map[int]uint64{0: 1}
	}
	m, err := Compile(u, o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

const head = `struct l32 { uint v; uint x; };
struct l64 { ulong v; ulong x; };
constant uint stride [[function_constant(0)]];
constant uchar table[] = {1, 2, 3};
#define AT(s) st[(s) * stride]
static inline l32 load32(device uint *st, uint s) { return l32{AT(s), AT(s + 1u)}; }
static inline void store32(device uint *st, uint s, l32 a) { AT(s) = a.v; AT(s + 1u) = a.x; }
static inline l64 load64(device uint *st, uint s) { return l64{ulong(AT(s)) | (ulong(AT(s + 1u)) << 32u), ulong(AT(s + 2u)) | (ulong(AT(s + 3u)) << 32u)}; }
static inline void store64(device uint *st, uint s, l64 a) {
    AT(s) = uint(a.v); AT(s + 1u) = uint(a.v >> 32u); AT(s + 2u) = uint(a.x); AT(s + 3u) = uint(a.x >> 32u);
}
static inline l32 and32(l32 a, l32 b) {
    uint zero = (~a.v & ~a.x) | (~b.v & ~b.x);
    uint x = (a.x | b.x) & ~zero;
    return l32{((a.v | a.x) & (b.v | b.x)) & ~zero, x};
}
static inline l32 add32(l32 a, l32 b, uint mask) {
    if ((a.x | b.x) != 0u) { return l32{mask, mask}; }
    return l32{(a.v + b.v) & mask, 0u};
}
static inline bool true32(l32 a) { return (a.v & ~a.x) != 0u; }
`

func kernelOf(body string) string {
	return head + "kernel void k(device uint *st [[buffer(0)]], device const uint *tab [[buffer(1)]], uint gid [[thread_position_in_grid]]) {\n" + body + "\n}\n"
}

// TestSameAsByHand compares code written with struct helpers with the scalar
// code that one would write by hand: the modules must be equal, byte for byte.
func TestSameAsByHand(t *testing.T) {
	tests := []struct{ name, helpers, scalar string }{
		{"known operands", "store32(st, 8u, add32(l32{st[2], 0u}, l32{1u, 0u}, 0xffu));",
			"ulong a = ulong((st[2] + 1u) & 0xffu); device ulong *p = (device ulong *)(st + 8u); *p = a;"},
		{"four-state addition", "store32(st, 8u, add32(load32(st, 2u), load32(st, 4u), 0xffu));",
			"uint v = st[2], x = st[3], w = st[4], y = st[5]; bool u = (x | y) != 0u; uint s = select((v + w) & 0xffu, 0xffu, u), r = select(0u, 0xffu, u); st[8] = s; st[9] = r;"},
		{"structs through variables", "l32 a = load32(st, 2u); l32 b = a; b.v ^= 3u; l32 c = l32{b.x, b.v}; st[8] = c.v; st[10] = c.x;",
			"uint v = st[2], x = st[3]; st[8] = x; st[10] = v ^ 3u;"},
		{"folded branch", "uint n = 5u; if (n > 3u) { st[0] = 1u; } else { st[0] = 2u; }", "st[0] = 1u;"},
		{"folded plane", "l32 a = l32{st[2], 0u}; if (true32(a)) { st[8] = 1u; }", "if (st[2] != 0u) { st[8] = 1u; }"},
		{"mask that changes nothing", "uint a = st[2] & 0xffu; st[8] = (a & 0xffffu) | 0u;", "st[8] = st[2] & 0xffu;"},
		{"stride of one", "AT(12u) = AT(13u);", "st[12] = st[13];"},
		{"load reused", "uint a = st[2] + 1u; uint b = st[2] + 1u; st[8] = a ^ (b << 1u);", "uint a = st[2] + 1u; st[8] = a ^ (a << 1u);"},
		{"store forwarded", "uint a = st[2] * 5u; st[8] = a; st[9] = st[8];", "uint a = st[2] * 5u; st[8] = a; st[9] = a;"},
		{"dead code", "uint a = st[2]; uint b = a * a; b += st[7]; l32 c = and32(l32{a, b}, load32(st, 20u)); st[8] = a;", "st[8] = st[2];"},
		{"a whole 64-bit value", "store64(st, 8u, l64{load64(st, 0u).v + 1ul, 0ul});",
			"device ulong *p = (device ulong *)st; p[4] = p[0] + 1ul; p[5] = 0ul;"},
		{"and of tests", "if (st[2] > 5u && gid != 3u) { st[8] = 1u; }", "if (uint(st[2] > 5u) & uint(gid != 3u)) { st[8] = 1u; }"},
		{"or of tests", "if (st[2] > 5u || gid == 3u) { st[8] = 1u; }", "if (uint(st[2] > 5u) | uint(gid == 3u)) { st[8] = 1u; }"},
		{"constant table", "st[8] = table[1];", "st[8] = 2u;"},
		{"empty branch", "if (st[2] > 5u) { uint a = gid; a++; } st[8] = 1u;", "st[8] = 1u;"},
	}
	local := regexp.MustCompile(`(local\.\w+) (\d+)`)
	// Locals are numbered in the order of their first appearance, because the
	// order in which they are made is no matter.
	canon := func(dump string) string {
		var out []string
		names := map[string]string{}
		for _, l := range strings.Split(dump, "\n") {
			out = append(out, local.ReplaceAllStringFunc(l, func(s string) string {
				m := local.FindStringSubmatch(s)
				if names[m[2]] == "" {
					names[m[2]] = fmt.Sprintf("v%d", len(names))
				}
				return m[1] + " " + names[m[2]]
			}))
		}
		return strings.Join(out, "\n")
	}
	for _, test := range tests {
		got := canon(compile(t, kernelOf(test.helpers), Options{}).Dump())
		want := canon(compile(t, kernelOf(test.scalar), Options{}).Dump())
		if got != want {
			t.Errorf("%s: helpers:\n%s\nby hand:\n%s", test.name, got, want)
		}
	}
}

func count(dump, word string) int {
	return len(regexp.MustCompile(`(?m)^\s*`+regexp.QuoteMeta(word)+`\b`).FindAllString(dump, -1))
}

// TestMemoryOrder checks which loads survive between stores.
func TestMemoryOrder(t *testing.T) {
	tests := []struct {
		name, body string
		loads      int // of st[3]
	}{
		{"twice in a row", "st[8] = st[3]; st[9] = st[3];", 1},
		{"store elsewhere", "st[8] = st[3]; st[4] = 1u; st[9] = st[3];", 1},
		{"store at a computed place", "st[8] = st[3]; st[gid] = 1u; st[9] = st[3];", 2},
		{"store to the place", "st[8] = st[3]; st[3] = 1u; st[9] = st[3];", 1},
		{"store of half of it", "st[8] = st[3]; ((device uchar *)st)[13] = 1; st[9] = st[3];", 2},
		{"call that writes", "st[8] = st[3]; writes(st); st[9] = st[3];", 2},
		{"call that does not", "st[8] = st[3]; st[10] = reads(st); st[9] = st[3];", 1},
		{"branch that does not", "st[8] = st[3]; if (gid == 1u) { st[5] = 1u; } st[9] = st[3];", 1},
		{"branch that writes it", "st[8] = st[3]; if (gid == 1u) { st[gid] = 1u; } st[9] = st[3];", 2},
		{"loop that writes", "st[8] = st[3]; for (uint i = 0u; i < 2u; ++i) { st[i] = 1u; } st[9] = st[3];", 2},
		{"other buffer", "st[8] = st[3]; wide[gid] = 1ul; st[9] = st[3];", 1},
		{"read-only buffer", "st[8] = tab[3]; st[gid] = 1u; st[9] = tab[3];", 1},
	}
	const before = head + `
__attribute__((noinline)) void writes(device uint *st) { st[1] = 1u; }
__attribute__((noinline)) uint reads(device uint *st) { return st[1]; }
`
	load := regexp.MustCompile(`(?m)^\s*i32\.load 12$`)
	for _, test := range tests {
		m := compile(t, before+"kernel void k(device uint *st [[buffer(0)]], device const uint *tab [[buffer(1)]], device ulong *wide [[buffer(2)]], uint gid [[thread_position_in_grid]]) {\n"+test.body+"\n}\n", Options{})
		if got := len(load.FindAllString(m.Dump(), -1)); got != test.loads {
			t.Errorf("%s: %d loads, not %d\n%s", test.name, got, test.loads, m.Dump())
		}
	}
}

// TestPasses shows that each pass does what its table entry says: the named
// instruction appears more often without it.
func TestPasses(t *testing.T) {
	tests := []struct{ pass, body, word string }{
		{"inline", "st[0] = true32(load32(st, 2u)) ? 1u : 2u;", "call"},
		{"fold", "st[0] = (st[1] & 0xffu & 0xffffu) | 0u;", "i32.and"},
		{"copy", "uint a = st[1]; uint b = a; st[0] = b; st[4] = b;", "local.set"},
		{"cse", "st[0] = gid * gid; st[4] = gid * gid;", "i32.mul"},
		{"forward", "st[0] = st[3]; st[4] = st[3];", "i32.load"},
		{"select", "uint a = 1u; if (gid == 2u) { a = st[0]; } uint b = 1u; if (gid == 3u) { b = 2u; } st[4] = a + b;", "if"},
		{"dce", "uint a = 1u; if (gid == 2u) { st[0] = 1u; a = st[3]; } st[4] = 1u;", "local.set"},
		{"tree", "st[0] = st[3] + gid;", "local.set"},
		{"touch", "st[0] = 1u;", "i32.store"},
	}
	for _, test := range tests {
		on := count(compile(t, kernelOf(test.body), Options{}).Dump(), test.word)
		off := count(compile(t, kernelOf(test.body), Options{Off: map[string]bool{test.pass: true}}).Dump(), test.word)
		if test.pass == "touch" {
			const many = "st[0] = 1u; st[2] = 2u; st[30] = 3u; st[5] = gid;"
			on = count(compile(t, kernelOf(many), Options{Off: map[string]bool{"touch": true}}).Dump(), "drop")
			off = count(compile(t, kernelOf(many), Options{}).Dump(), "drop")
		}
		if off <= on {
			t.Errorf("%s: %d times %s with it, %d without", test.pass, on, test.word, off)
		}
	}
	named := map[string]bool{"slots": true}
	for _, test := range tests {
		named[test.pass] = true
	}
	for _, p := range PassNames() {
		if !named[p] {
			t.Errorf("pass %s has no test", p)
		}
	}
}

func TestSlotsAreReused(t *testing.T) {
	var body strings.Builder
	for i := range 40 {
		fmt.Fprintf(&body, "{ uint a = st[%d] + gid; st[%d] = a * a; }\n", 100+i, 200+2*i)
	}
	locals := func(off map[string]bool) string {
		m := compile(t, kernelOf(body.String()), Options{Off: off})
		return regexp.MustCompile(`locals .*`).FindString(m.Dump())
	}
	if on, off := locals(nil), locals(map[string]bool{"slots": true}); on != "locals 1 i32" || off != "locals 40 i32" {
		t.Errorf("with: %s, without: %s", on, off)
	}
}

func TestDeterministic(t *testing.T) {
	var b strings.Builder
	b.WriteString(head)
	for i := range 60 {
		fmt.Fprintf(&b, "static __attribute__((noinline)) uint seg%d(device uint *st) { l32 a = add32(load32(st, %du), l32{%du, 0u}, 0xffu); if (true32(a)) { store32(st, %du, a); } return a.v; }\n", i, 2*i, i, 3*i)
	}
	b.WriteString("kernel void k(device uint *st [[buffer(0)]], uint gid [[thread_position_in_grid]]) {\nswitch (gid) {\n")
	for i := range 60 {
		fmt.Fprintf(&b, "case %d: st[0] = seg%d(st); break;\n", i, i)
	}
	b.WriteString("}\n}\n")
	first := compile(t, b.String(), Options{Workers: 1}).Binary
	for w := range 4 {
		if again := compile(t, b.String(), Options{Workers: w + 1}).Binary; !bytes.Equal(first, again) {
			t.Fatalf("another module with %d workers", w+1)
		}
	}
}

func TestUnknownPass(t *testing.T) {
	u, errs := msl.Load("t.metal", []byte(kernelOf("st[0] = 1u;")))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	_, err := Compile(u, Options{FunctionConstants: map[int]uint64{0: 1}, Off: map[string]bool{"nosuch": true}})
	if err == nil || !strings.Contains(err.Error(), "no pass 'nosuch'") {
		t.Errorf("got %v", err)
	}
}

func TestModuleShape(t *testing.T) {
	m := compile(t, head+`
__attribute__((noinline)) uint used(uint a) { return a + 1u; }
__attribute__((noinline)) uint unused(uint a) { return a + 2u; }
struct P { uint a; ulong b; };
kernel void k(uint gid [[thread_position_in_grid]], constant P &p [[buffer(5)]], device uint *st [[buffer(0)]]) { st[5000] = used(gid); }
`, Options{MaxPages: 100})
	if m.Functions != 2 {
		t.Errorf("%d functions", m.Functions)
	}
	want := "[{k [{p 5 true 16} {st 0 false 4} {gid -1 false 0}]}]"
	if got := fmt.Sprint(m.Kernels); got != want {
		t.Errorf("kernels %s, not %s", got, want)
	}
	if m.HeapBase != 2*65536 || m.MaxOffset != 20004 {
		t.Errorf("heap base %#x, largest offset %d", m.HeapBase, m.MaxOffset)
	}
}

// TestLongFunctionIsLinear catches quadratic behaviour, with room for a busy
// machine.
func TestLongFunctionIsLinear(t *testing.T) {
	text := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "{ l32 a = load32(st, %du); l32 b = and32(a, load32(st, %du)); if (true32(b)) { store32(st, %du, add32(a, b, 0xffffu)); } }\n", i*2, i*2+2, i*3)
		}
		return kernelOf(b.String())
	}
	small, large := text(500), text(4000)
	cost := func(s string) float64 {
		u, errs := msl.Load("t.metal", []byte(s))
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		r := testing.Benchmark(func(b *testing.B) {
			for range b.N {
				if _, err := Compile(u, Options{FunctionConstants: map[int]uint64{0: 1}, Workers: 1}); err != nil {
					b.Fatal(err)
				}
			}
		})
		return float64(r.NsPerOp())
	}
	if ratio := cost(large) / cost(small); ratio > 8*4 {
		t.Errorf("eight times the text takes %.1f times as long", ratio)
	}
}

// FuzzCompile lowers whatever the checker accepts: there must be no text that
// it accepts and the lowering cannot handle.
func FuzzCompile(f *testing.F) {
	f.Add([]byte(kernelOf("store32(st, 8u, add32(load32(st, 2u), load32(st, gid & 7u), 0xffu));")), uint16(0))
	f.Add([]byte(kernelOf("for (uint i = 0u; i < 3u; ++i) { switch (i) { case 1: continue; default: st[i]++; } }")), uint16(3))
	f.Add([]byte(kernelOf("thread uint a[3] = {1u}; thread uint *p = a; do { *p += table[gid]; } while (st[0] > *p);")), uint16(1023))
	f.Add([]byte(kernelOf("uint x = gid; uint y = x++ + --x; bool b = y > 1u && (x = 3u) != 0u || true32(l32{1u, x}); st[0] = b ? x : y;")), uint16(77))
	f.Fuzz(func(t *testing.T, text []byte, off uint16) {
		u, errs := msl.Load("fuzz", text)
		if len(errs) > 0 {
			return
		}
		o := Options{FunctionConstants: map[int]uint64{0: 1, 1: 2, 2: 3}, Off: map[string]bool{}, Workers: 1}
		for i, p := range Passes {
			if off>>i&1 != 0 {
				o.Off[p.Name] = true
			}
		}
		if _, err := Compile(u, o); err != nil && strings.Contains(err.Error(), "internal error") {
			t.Fatalf("%v\n%s", err, text)
		}
	})
}
