package cpu

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/runtime/wasm"
)

// segmentText writes a kernel of the shape that codegen emits: n segment
// functions over four-state values, dispatched through bounded switches. Each
// call of the kernel runs every segment tab[0] times.
func segmentText(n int) string {
	var b strings.Builder
	b.WriteString(`#include <metal_stdlib>
using namespace metal;
constant uint gpga_slot_stride [[function_constant(0)]];
#define GPGA_AT(s) st[(s) * gpga_slot_stride]
struct gpga_l32 { uint v; uint x; };
struct gpga_l64 { ulong v; ulong x; };
static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }
static inline void gpga_store32(device uint *st, uint s, gpga_l32 a) { GPGA_AT(s) = a.v; GPGA_AT(s + 1u) = a.x; }
static inline bool gpga_put32(device uint *st, uint s, gpga_l32 a) {
    bool changed = ((GPGA_AT(s) ^ a.v) | (GPGA_AT(s + 1u) ^ a.x)) != 0u;
    GPGA_AT(s) = a.v;
    GPGA_AT(s + 1u) = a.x;
    return changed;
}
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) {
    uint zero = (~a.v & ~a.x) | (~b.v & ~b.x);
    uint x = (a.x | b.x) & ~zero;
    return gpga_l32{((a.v | a.x) & (b.v | b.x)) & ~zero, x};
}
static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) {
    uint one = (a.v & ~a.x) | (b.v & ~b.x);
    uint x = (a.x | b.x) & ~one;
    return gpga_l32{one | x, x};
}
static inline gpga_l32 gpga_xor32(gpga_l32 a, gpga_l32 b) {
    uint x = a.x | b.x;
    return gpga_l32{(a.v ^ b.v) | x, x};
}
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint mask) {
    if ((a.x | b.x) != 0u) {
        return gpga_l32{mask, mask};
    }
    return gpga_l32{(a.v + b.v) & mask, 0u};
}
static inline gpga_l32 gpga_eq32(gpga_l32 a, gpga_l32 b) {
    uint x = a.x | b.x;
    if (((a.v ^ b.v) & ~x) != 0u) {
        return gpga_l32{0u, 0u};
    }
    return x != 0u ? gpga_l32{1u, 1u} : gpga_l32{1u, 0u};
}
static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0u; }
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
    if (c.x != 0u) {
        uint x = (a.v ^ b.v) | a.x | b.x;
        return gpga_l32{a.v | x, x};
    }
    return c.v != 0u ? a : b;
}
static inline gpga_l64 gpga_load64(device uint *st, uint s) {
    return gpga_l64{ulong(GPGA_AT(s)) | (ulong(GPGA_AT(s + 1u)) << 32u), ulong(GPGA_AT(s + 2u)) | (ulong(GPGA_AT(s + 3u)) << 32u)};
}
static inline void gpga_store64(device uint *st, uint s, gpga_l64 a) {
    GPGA_AT(s) = uint(a.v);
    GPGA_AT(s + 1u) = uint(a.v >> 32u);
    GPGA_AT(s + 2u) = uint(a.x);
    GPGA_AT(s + 3u) = uint(a.x >> 32u);
}
static inline gpga_l64 gpga_add64(gpga_l64 a, gpga_l64 b, ulong mask) {
    if ((a.x | b.x) != 0ul) {
        return gpga_l64{mask, mask};
    }
    return gpga_l64{(a.v + b.v) & mask, 0ul};
}
static __attribute__((noinline)) void gpga_publish(device uint *st, device const uint *tab, uint n) {
    uint w = 8u + (n >> 5u);
    GPGA_AT(w) = GPGA_AT(w) | (1u << (n & 31u));
}
static inline void gpga_nba32(device uint *st, uint n, gpga_l32 a) {
    uint at = GPGA_AT(1u);
    GPGA_AT(64u + (at & 63u) * 3u) = n;
    GPGA_AT(65u + (at & 63u) * 3u) = a.v;
    GPGA_AT(66u + (at & 63u) * 3u) = a.x;
    GPGA_AT(1u) = at + 1u;
}
`)
	slot := func(i int) int { return 512 + 2*(i%600) }
	wide := func(i int) int { return 2048 + 4*(i%100) }
	for i := range n {
		fmt.Fprintf(&b, `
/* cpu.v:%d always @(posedge clk) */
static __attribute__((noinline)) uint gpga_seg_%d(device uint *st, device const uint *tab, uint th) {
    gpga_l32 t1 = gpga_load32(st, %du);
    gpga_l32 t2 = gpga_add32(t1, gpga_l32{%du, 0u}, 0xffu);
    gpga_l32 t3 = gpga_load32(st, %du);
    gpga_l32 t4 = gpga_xor32(gpga_and32(t2, t3), gpga_l32{%du, 0u});
    gpga_store32(st, %du, gpga_or32(t4, t1));
    gpga_l64 w1 = gpga_add64(gpga_load64(st, %du), gpga_l64{%dul, 0ul}, 0xfffffffffful);
    gpga_store64(st, %du, w1);
    if (gpga_true32(gpga_eq32(t2, gpga_l32{3u, 0u}))) {
        gpga_nba32(st, %du, t2);
    } else {
        gpga_l32 t5 = gpga_mux32(gpga_and32(t3, gpga_l32{1u, 0u}), t4, t2);
        gpga_store32(st, %du, t5);
    }
    if (gpga_put32(st, %du, t2)) {
        gpga_publish(st, tab, %du);
    }
    return %du;
}
`, i+1, i, slot(i), i%7, slot(i*7+1), i%255, slot(i*3+2), wide(i), i, wide(i+1), i%64, slot(i*5+3), slot(i), i%64, (i+1)%n)
	}
	buckets := (n + 63) / 64
	for k := range buckets {
		fmt.Fprintf(&b, "static __attribute__((noinline)) uint gpga_bucket_%d(device uint *st, device const uint *tab, uint pc) {\n    switch (pc) {\n", k)
		for i := k * 64; i < min(n, k*64+64); i++ {
			fmt.Fprintf(&b, "    case %du: return gpga_seg_%d(st, tab, 0u);\n", i, i)
		}
		b.WriteString("    default: return 0u;\n    }\n}\n")
	}
	b.WriteString("kernel void gpga_run(device uint *st [[buffer(0)]], device const uint *tab [[buffer(1)]], uint gid [[thread_position_in_grid]]) {\n")
	fmt.Fprintf(&b, "    uint pc = 0u;\n    uint n = tab[0] * %du;\n    for (uint i = 0u; i < n; ++i) {\n        switch (pc >> 6u) {\n", n)
	for k := range buckets {
		fmt.Fprintf(&b, "        case %du: pc = gpga_bucket_%d(st, tab, pc); break;\n", k, k)
	}
	b.WriteString("        default: break;\n        }\n    }\n}\n")
	return b.String()
}

// segments is a compiled text with its buffers.
type segments struct {
	m       *Module
	st, tab *Buffer
	compile time.Duration
	best    time.Duration
}

func newSegments(t testing.TB, u *msl.Unit, off map[string]bool) *segments {
	start := time.Now()
	m, err := Compile(context.Background(), u, Options{FunctionConstants: map[int]uint64{0: 1}, Off: off})
	if err != nil {
		t.Fatal(err)
	}
	s := &segments{m: m, compile: time.Since(start)}
	t.Cleanup(func() { m.Close() })
	if s.st, err = m.NewBuffer(4096); err != nil {
		t.Fatal(err)
	}
	if s.tab, err = m.NewBuffer(1); err != nil {
		t.Fatal(err)
	}
	return s
}

// run executes every segment turns times from the same start and returns a
// sum over the state.
func (s *segments) run(t testing.TB, turns uint32) (sum uint32) {
	st := s.st.Words()
	for i := range st {
		st[i] = uint32(i) * 2654435761 & 0xff
	}
	for i := 513; i < 1712; i += 2 { // no x to start with
		st[i] = 0
	}
	s.tab.Words()[0] = turns
	start := time.Now()
	if err := s.m.Call("gpga_run", s.st, s.tab, 0); err != nil {
		t.Fatal(err)
	}
	if d := time.Since(start); s.best == 0 || d < s.best {
		s.best = d
	}
	for _, w := range s.st.Words() {
		sum = sum*31 + w
	}
	return sum
}

// TestPassEffects shows, in -v, what each pass is worth on the shape of
// emitted code, and fails when any of them changes the result.
func TestPassEffects(t *testing.T) {
	if !Supported() {
		t.Skip("no optimizing compiler here")
	}
	n, turns, rounds := 200, uint32(50), 1
	if !testing.Short() && testing.Verbose() {
		n, turns, rounds = 1000, 200, 25 // for figures: the best of many
	}
	text := segmentText(n)
	start := time.Now()
	u, errs := msl.Load("segments.metal", []byte(text))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	front := time.Since(start)
	start = time.Now()
	if _, err := wasm.Compile(u, wasm.Options{FunctionConstants: map[int]uint64{0: 1}}); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d KB of MSL, %d tokens: parse and check %v, lower %v", len(text)/1024, u.Tokens, front, time.Since(start))
	rows := []*segments{newSegments(t, u, nil)}
	names := []string{"all on"}
	for _, p := range wasm.Passes {
		rows = append(rows, newSegments(t, u, map[string]bool{p.Name: true}))
		names = append(names, "without "+p.Name)
	}
	rows = append(rows, newSegments(t, u, allOff()))
	names = append(names, "all off")
	for range rounds { // in turns, so that a busy machine hurts all alike
		want := rows[0].run(t, turns)
		for i, r := range rows[1:] {
			if r.run(t, turns) != want {
				t.Fatalf("%s: the result differs", names[i+1])
			}
		}
	}
	for i, r := range rows {
		size, _ := r.m.WasmSize()
		t.Logf("%-16s wasm %4d KB, compile %8v, %6.1f ns a segment", names[i], size/1024, r.compile.Round(time.Millisecond), float64(r.best.Nanoseconds())/float64(turns)/float64(n))
	}
}

func BenchmarkFrontEnd(b *testing.B) {
	text := []byte(segmentText(400))
	b.SetBytes(int64(len(text)))
	b.Run("parse", func(b *testing.B) {
		for range b.N {
			msl.Parse("x", text)
		}
	})
	b.Run("check", func(b *testing.B) {
		for range b.N {
			b.StopTimer()
			u, _ := msl.Parse("x", text)
			b.StartTimer()
			u.Check()
		}
	})
	b.Run("lower", func(b *testing.B) {
		u, _ := msl.Load("x", text)
		for range b.N {
			if _, err := wasm.Compile(u, wasm.Options{FunctionConstants: map[int]uint64{0: 1}, Workers: 1}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
