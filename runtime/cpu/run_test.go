package cpu

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"
)

// runKernel runs a text's kernel k(st, tab, gid) on a state of words and
// returns the state.
func runKernel(t *testing.T, text string, st []uint32, tab []uint32, off map[string]bool) ([]uint32, error) {
	t.Helper()
	m, err := CompileText(context.Background(), "t.metal", []byte(text), Options{FunctionConstants: map[int]uint64{0: 1, 3: 77}, Off: off})
	if err != nil {
		t.Fatalf("%v\n%s", err, numbered(text))
	}
	defer m.Close()
	b, err := m.NewBuffer(uint64(len(st)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := m.NewBuffer(uint64(len(tab)))
	if err != nil {
		t.Fatal(err)
	}
	copy(b.Words(), st)
	copy(c.Words(), tab)
	err = m.Call("k", b, c, 2)
	return append([]uint32(nil), b.Words()...), err
}

const runHead = `#include <metal_stdlib>
using namespace metal;
struct l32 { uint v; uint x; };
struct l64 { ulong v; ulong x; };
constant uint seventy_seven [[function_constant(3)]];
constant ushort primes[] = {2, 3, 5, 7, 11, 65535};
`

// TestSnippets runs bodies of a kernel whose state starts as 10, 11, 12, ... and
// gives what the first words hold after it. tab is 100, 101, ...; gid is 2.
func TestSnippets(t *testing.T) {
	bits := func(f float64) string {
		b := math.Float64bits(f)
		return fmt.Sprintf("0x%xul", b)
	}
	lo := func(f float64) uint32 { return uint32(math.Float64bits(f)) }
	hi := func(f float64) uint32 { return uint32(math.Float64bits(f) >> 32) }
	tests := []struct {
		name, functions, body string
		want                  []uint32
	}{
		{"load and store", "", "st[0] = st[1] + tab[gid];", []uint32{113}},
		{"function constant", "", "st[0] = seventy_seven;", []uint32{77}},
		{"constant array", "", "st[0] = primes[gid]; st[1] = primes[5];", []uint32{5, 65535}},
		{"wraparound", "", "st[0] = 0u - 1u; st[1] = uint(uchar(300)); st[2] = uint(int(char(200)));", []uint32{0xffffffff, 44, 0xffffffc8}},
		{"small types promote", "", "uchar a = 200, b = 100; st[0] = uint(a + b); a += b; st[1] = a;", []uint32{300, 44}},
		{"signed", "", "int a = -7; st[0] = uint(a / 2); st[1] = uint(a % 2); st[2] = uint(a >> 1);", []uint32{0xfffffffd, 0xffffffff, 0xfffffffc}},
		{"unsigned", "", "uint a = 0xfffffff9u; st[0] = a / 2u; st[1] = a >> 1; st[2] = a < 1u ? 1u : 0u;", []uint32{0x7ffffffc, 0x7ffffffc, 0}},
		{"mixed signs compare as unsigned", "", "int a = -1; st[0] = a < 1u ? 1u : 2u;", []uint32{2}},
		{"64 bits", "", "ulong a = ulong(st[0]) << 33; st[0] = uint(a >> 32); long b = -1; st[1] = uint(b >> 63);", []uint32{20, 0xffffffff}},
		{"division never traps", "", "uint z = st[0] - 10u; st[0] = st[1] / z; st[1] = st[1] % z; int m = int(0x80000000u) + int(z); st[2] = uint(m / (int(z) - 1));",
			[]uint32{11, 0, 0x80000000}},
		{"aliasing store", "", "uint a = st[3]; st[gid + 1u] = 5u; st[0] = a + st[3];", []uint32{13 + 5}},
		{"store forwards", "", "st[3] = 4u; st[0] = st[3]; st[3] = 5u; st[1] = st[3];", []uint32{4, 5}},
		{"bytes of a word", "", "device uchar *p = (device uchar *)st; p[1] = 0x12; st[1] = p[0]; st[0] = st[0] + 1u;", []uint32{10 + 0x1200 + 1, 10}},
		{"partial overlap", "", "device ulong *p = (device ulong *)st; st[1] = 1u; ulong a = p[0]; st[0] = 7u; st[2] = uint(a >> 32); p[0] = 0x500000006ul; st[3] = st[1];", []uint32{6, 5, 1, 5}},
		{"pointer arithmetic", "", "device uint *p = st + 4; p -= 1; ++p; st[0] = *p + p[1] + *(p - 2); st[1] = p == &st[4] ? 1u : 0u;", []uint32{14 + 15 + 12, 1}},
		{"struct values", "static l32 swap(l32 a) { return l32{a.x, a.v}; }", "l32 a = l32{st[0], st[1]}; a = swap(a); l32 b = a; b.v = 9u; st[0] = a.v; st[1] = a.x; st[2] = b.v;", []uint32{11, 10, 9}},
		{"struct in memory", "", "device l32 *p = (device l32 *)st; p[1] = l32{1u, 2u}; l32 q = p[0]; st[0] = q.x; st[1] = p[1].x;", []uint32{11, 2, 1, 2}},
		{"struct results of noinline", "__attribute__((noinline)) l64 f(device uint *st, l64 a) { return l64{a.x + 1ul, a.v}; }", "l64 r = f(st, l64{5ul, 1ul << 40}); st[0] = uint(r.v >> 40); st[1] = uint(r.x);", []uint32{1, 5}},
		{"thread references", "static void inc(thread uint &a, uint by) { a += by; } __attribute__((noinline)) uint both(thread uint &a, thread l32 &b) { a++; b.x = a; return 1u; }",
			"uint a = 1u; inc(a, 2u); l32 b; b.v = 7u; a += both(a, b); st[0] = a; st[1] = b.x; st[2] = b.v;", []uint32{5, 4, 7}},
		{"thread arrays", "static uint sum(thread uint *p) { return p[0] + p[1] + p[2]; }", "thread uint a[3] = {1u, 2u}; a[gid] = 5u; st[0] = sum(a); thread uint *q = &a[1]; *q = 9u; st[1] = a[1];", []uint32{8, 9}},
		{"address of a local", "static void put(thread ulong *p) { *p += 3ul; }", "ulong a = 1ul << 33; put(&a); st[0] = uint(a); st[1] = uint(a >> 33);", []uint32{3, 1}},
		{"swap in a loop", "", "uint a = 1u, b = 2u; for (uint i = 0u; i < 3u; i++) { uint t = a; a = b; b = t; } st[0] = a; st[1] = b;", []uint32{2, 1}},
		{"old value across a merge", "", "uint x = st[0]; uint y = x; if (gid == 2u) { x = 5u; } st[0] = x; st[1] = y;", []uint32{5, 10}},
		{"break and continue", "", "uint n = 0u; for (uint i = 0u; i < 10u; ++i) { if (i == 2u) continue; if (i == 5u) break; n += i; } st[0] = n;", []uint32{0 + 1 + 3 + 4}},
		{"do runs once", "", "uint n = 0u; do { n++; } while (n > 5u); st[0] = n; while (n < 4u) n += 2u; st[1] = n;", []uint32{1, 5}},
		{"switch falls through", "", "uint n = 0u; switch (gid) { case 1: n = 1u; case 2: n += 2u; case 3: n += 3u; break; default: n = 9u; } st[0] = n;", []uint32{5}},
		{"switch without default", "", "uint n = 7u; switch (gid + 5u) { case 1: n = 1u; break; } st[0] = n;", []uint32{7}},
		{"sparse and wide switch", "", "uint n = 7u; switch (gid * 1000000u) { case 5: n = 1u; break; case 2000000: n = 2u; } st[0] = n; switch (ulong(gid) << 40) { case 2ul << 40: n = 3u; } st[1] = n;", []uint32{2, 3}},
		{"negative cases", "", "int a = int(gid) - 4; uint n = 0u; switch (a) { case -2: n = 1u; break; case 0: n = 2u; } st[0] = n;", []uint32{1}},
		{"continue inside switch", "", "uint n = 0u; for (uint i = 0u; i < 4u; ++i) { switch (i) { case 1: continue; case 2: break; default: n += 10u; } n++; } st[0] = n;", []uint32{23}},
		{"early returns", "static uint f(uint a) { if (a == 0u) return 5u; if (a < 3u) { if (a == 2u) return 6u; a += 10u; } return a; }", "st[0] = f(st[0] - 10u); st[1] = f(gid); st[2] = f(gid - 1u); st[3] = f(gid + 7u);", []uint32{5, 6, 11, 9}},
		{"return inside a loop", "static uint f(uint n) { for (uint i = 0u; i < 9u; ++i) { if (i * i >= n) return i; } return 99u; }", "st[0] = f(10u); st[1] = f(1000u);", []uint32{4, 99}},
		{"return inside a switch, inlined", "static inline uint f(uint n) { switch (n) { case 1: return 4u; case 2: return 5u; } return 6u; }", "st[0] = f(gid); st[1] = f(gid + 1u);", []uint32{5, 6}},
		{"short circuit", "__attribute__((noinline)) bool hit(device uint *st, uint i) { st[i] = 1u; return true; }",
			"st[0] = 0u; st[1] = 0u; bool a = gid == 3u && hit(st, 0u); bool b = gid == 2u || hit(st, 1u); st[2] = a ? 1u : b ? 2u : 3u; bool c = gid == 2u && hit(st, 3u); st[4] = c ? 8u : 9u;", []uint32{0, 0, 2, 1, 8}},
		{"only the taken arm of ?:", "__attribute__((noinline)) uint hit(device uint *st, uint i) { st[i] = 1u; return i; }", "uint a = gid == 2u ? hit(st, 5u) : hit(st, 6u); st[0] = a; st[1] = st[6];", []uint32{5, 16}},
		{"compound assignment converts", "", "uint a = 3u; a *= ulong(1ul << 32 | 5ul); st[0] = a; uchar c = 250; c += 10; st[1] = c; short s = -3; s >>= 1; st[2] = uint(int(s));", []uint32{15, 4, 0xfffffffe}},
		{"increments", "", "uint a = 5u; st[0] = a++; st[1] = ++a; st[2] = a--; uchar c = 255; c++; st[3] = c; st[4]++; --st[5];", []uint32{5, 7, 7, 0, 15, 14}},
		{"comma", "", "uint a = (st[0] = 3u, st[0] + 1u); st[1] = a;", []uint32{3, 4}},
		{"builtins", "", "st[0] = popcount(0xf0fu); st[1] = clz(1u); st[2] = ctz(8u); st[3] = clamp(9u, 1u, 5u); st[4] = reverse_bits(1u); st[5] = extract_bits(0xabcdu, 4u, 8u); st[6] = insert_bits(0xffffu, 0u, 4u, 4u); st[7] = mulhi(0x80000000u, 6u);",
			[]uint32{8, 31, 3, 5, 0x80000000, 0xbc, 0xff0f, 3}},
		{"builtins of small types", "", "uchar c = 1; st[0] = clz(c); c = 0; st[1] = ctz(c); char s = -1; st[2] = uint(popcount(s)); st[3] = rotate(uchar(0x81), uchar(1)); st[4] = reverse_bits(uchar(1));", []uint32{7, 8, 8, 3, 128}},
		{"builtins of 64 bits", "", "ulong a = 1ul << 40; st[0] = uint(clz(a)); st[1] = uint(mulhi(a, a) >> 16); st[2] = uint(reverse_bits(a)); long m = -5; st[3] = uint(abs(m)); st[4] = uint(extract_bits(long(0xf00ul), 8u, 4u));", []uint32{23, 1, 1 << 23, 5, 0xffffffff}},
		{"reals", realDecls, fmt.Sprintf("ulong a = gpga_f64_add(%s, gpga_f64_from_i64(long(gid))); st[0] = uint(a); st[1] = uint(a >> 32); st[2] = gpga_f64_lt(a, %s) ? 1u : 0u; st[3] = uint(gpga_f64_to_i64_trunc(gpga_f64_neg(a)));", bits(1.1), bits(4)),
			[]uint32{lo(3.1), hi(3.1), 1, 0xfffffffd}},
		{"NaN is canonical", realDecls, fmt.Sprintf("ulong a = gpga_f64_add(%s, 0xfff123456789abcdul); st[0] = uint(a); st[1] = uint(a >> 32); st[2] = gpga_f64_lt(a, a) ? 1u : 0u; st[3] = uint(gpga_f64_to_i64_trunc(a));", bits(1)), []uint32{0, 0x7ff80000, 0, 0}},
		{"conversion saturates", realDecls, fmt.Sprintf("st[0] = uint(ulong(gpga_f64_to_i64_trunc(%s)) >> 32); st[1] = uint(ulong(gpga_f64_to_i64_trunc(%s)) >> 32);", bits(1e300), bits(-1e300)), []uint32{0x7fffffff, 0x80000000}},
		{"declaration in a case", "", "switch (gid) { case 1: uint t; t = 5u; st[0] = t; break; case 2: t = 6u; st[0] = t + 1u; break; }", []uint32{7}},
		{"zero below a masked value", "", "uint n = 0u; if (0u < (st[0] & 3u)) n += 1u; if ((st[0] & 3u) > 0u) n += 2u; if (0 > int(st[0] & 0x80000000u)) n += 4u; if (0ul >= (ulong(st[0]) & 2ul)) n += 8u; st[0] = n;", []uint32{3}},
		{"a hidden zero below a masked value", "", "uint z = 0u, n = 0u; for (uint i = 0u; i < 4u; ++i) { if (z < (st[0] & 3u)) n += 1u; if ((st[1] & 3u) > z) n += 16u; z = z; } st[0] = n;", []uint32{4 + 64}},
		{"uninitialised is zero", "", "uint a; l32 b; st[0] = a + b.x;", []uint32{0}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := runHead + test.functions + "\nkernel void k(device uint *st [[buffer(0)]], device const uint *tab [[buffer(1)]], uint gid [[thread_position_in_grid]]) {\n" + test.body + "\n}\n"
			st, tab := make([]uint32, 32), make([]uint32, 8)
			for i := range st {
				st[i] = 10 + uint32(i)
			}
			for i := range tab {
				tab[i] = 100 + uint32(i)
			}
			for _, off := range []map[string]bool{nil, allOff()} {
				got, err := runKernel(t, text, st, tab, off)
				if err != nil {
					t.Fatal(err)
				}
				for i, w := range test.want {
					if got[i] != w {
						t.Errorf("passes off: %v: st[%d] is %#x, not %#x", off != nil, i, got[i], w)
					}
				}
			}
		})
	}
}

// realDecls stands for the soft-float library: the bodies, which are wrong on
// purpose here, must not be used.
const realDecls = `
static ulong gpga_f64_add(ulong a, ulong b) { return 0ul; }
static ulong gpga_f64_neg(ulong a) { return 0ul; }
static ulong gpga_f64_from_i64(long a) { return 0ul; }
static long gpga_f64_to_i64_trunc(ulong a) { return 1; }
static bool gpga_f64_lt(ulong a, ulong b) { return true; }
`

func TestTrapIsAnError(t *testing.T) {
	const head = "kernel void k(device uint *st [[buffer(0)]], device const uint *tab [[buffer(1)]], uint gid [[thread_position_in_grid]]) {"
	_, err := runKernel(t, head+"st[0] = 7u; st[gid * 0x10000000u] = 1u; st[1] = st[0x20000000u + gid]; }", []uint32{1, 2, 3}, []uint32{0}, nil)
	trap, ok := err.(*Trap)
	if !ok {
		t.Fatalf("got %v", err)
	}
	if trap.Kernel != "k" || !strings.Contains(trap.Reason, "out of bounds") {
		t.Errorf("got %v", trap)
	}
}

func TestCallArguments(t *testing.T) {
	ctx := context.Background()
	const text = `struct P { uint a; ulong b; };
kernel void k(uint gid [[thread_position_in_grid]], constant P &p [[buffer(1)]], device uint *st [[buffer(0)]]) { st[0] = p.a + gid; st[1] = uint(p.b); }`
	m, err := CompileText(ctx, "t.metal", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	other, err := CompileText(ctx, "t.metal", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	p, _ := m.NewBuffer(4)
	st, _ := m.NewBuffer(2)
	tiny, _ := m.NewBuffer(1)
	alien, _ := other.NewBuffer(4)
	p.Words()[0], p.Words()[2] = 5, 9
	if err := m.Call("k", p, st, 3); err != nil {
		t.Fatal(err)
	}
	if w := st.Words(); w[0] != 8 || w[1] != 9 {
		t.Errorf("got %v", w)
	}
	for _, test := range []struct {
		args []any
		want string
	}{
		{[]any{p, st}, "takes 3 arguments"},
		{[]any{p, st, st}, "not a buffer"},
		{[]any{p, 1, 1}, "needs a buffer"},
		{[]any{p, st, "x"}, "cannot be a string"},
		{[]any{alien, st, 1}, "another module"},
		{[]any{tiny, st, 1}, "has 4 bytes, not 16"},
	} {
		if err := m.Call("k", test.args...); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: %v", test.args, err)
		}
	}
	if err := m.Call("nope"); err == nil {
		t.Error("an unknown kernel can be called")
	}
}

func TestCompileErrors(t *testing.T) {
	ctx := context.Background()
	if _, err := CompileText(ctx, "a.metal", []byte("kernel void k(device uint *p [[buffer(0)]]) {\n  p[0] = q;\n}\n"), Options{}); err == nil || err.Error() != "a.metal:2:10: 'q' is not declared" {
		t.Errorf("got %v", err)
	}
	const fc = "constant uint s [[function_constant(4)]];\nkernel void k(device uint *p [[buffer(0)]]) { p[0] = s; }\n"
	if _, err := CompileText(ctx, "a.metal", []byte(fc), Options{}); err == nil || !strings.Contains(err.Error(), "a.metal:1:15: no value is given for function constant 4") {
		t.Errorf("got %v", err)
	}
}

func TestBuffers(t *testing.T) {
	m, err := CompileText(context.Background(), "t.metal", []byte("constant ulong big[3] = {1, 2, 3};\nkernel void k(device uint *a [[buffer(0)]], device uint *b [[buffer(1)]]) { b[0] = a[0] + uint(big[a[1]]); }"), Options{MaxMemory: 8 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	a, _ := m.NewBuffer(2)
	b, _ := m.NewBuffer(1)
	a.Words()[0], a.Words()[1] = 40, 2
	for _, words := range []uint64{100, 5000, 5001, 100_000, 400_000} {
		for _, x := range []*Buffer{a, b} {
			old := x.Len()
			x.Words()[old-1] ^= 0x5a5a0000
			keep := append([]uint32(nil), x.Words()...)
			if err := x.Grow(words); err != nil {
				t.Fatal(err)
			}
			w := x.Words()
			if uint64(len(w)) != words || x.Offset()%4096 != 0 {
				t.Fatalf("%d words at %#x after growing to %d", len(w), x.Offset(), words)
			}
			for i, v := range w {
				if i < len(keep) && v != keep[i] || i >= len(keep) && v != 0 {
					t.Fatalf("word %d of %d is %#x after growing", i, words, v)
				}
			}
			w[old-1] ^= 0x5a5a0000
		}
		if err := m.Call("k", a, b); err != nil {
			t.Fatal(err)
		}
		if b.Words()[0] != 43 {
			t.Errorf("b[0] is %d", b.Words()[0])
		}
	}
	if err := a.Grow(1 << 22); err == nil || !strings.Contains(err.Error(), "memory limit") {
		t.Errorf("growing past the limit: %v", err)
	}
	if a.Words()[0] != 40 {
		t.Error("a failed growth changed the buffer")
	}
	a.Free()
	c, err := m.NewBuffer(100)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range c.Words() {
		if v != 0 {
			t.Fatal("a reused region is not zero")
		}
	}
}

func TestArenaCoalesces(t *testing.T) {
	a := arena{top: 100}
	var at [6]uint64
	for i := range at {
		at[i], _ = a.take(10)
	}
	for _, i := range []int{1, 3, 2, 5, 4} {
		a.give(at[i], 10)
	}
	if len(a.free) != 1 || a.free[0] != (region{at[1], 50}) {
		t.Errorf("free list is %v", a.free)
	}
	if off, fresh := a.take(50); off != at[1] || fresh {
		t.Errorf("took %d, fresh %v", off, fresh)
	}
	if off, fresh := a.take(10); off != 160 || !fresh {
		t.Errorf("took %d, fresh %v", off, fresh)
	}
}

func TestCache(t *testing.T) {
	dir := t.TempDir()
	const text = "kernel void k(device uint *a [[buffer(0)]]) { a[0] += 5u; }"
	for i := range 2 {
		m, err := CompileText(context.Background(), "t.metal", []byte(text), Options{CacheDir: dir})
		if err != nil {
			t.Fatal(err)
		}
		a, _ := m.NewBuffer(1)
		if err := m.Call("k", a); err != nil || a.Words()[0] != 5 {
			t.Fatalf("turn %d: %v, %d", i, err, a.Words()[0])
		}
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
