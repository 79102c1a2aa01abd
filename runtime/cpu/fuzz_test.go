package cpu

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/runtime/wasm"
)

// numbered gives a text line numbers, for messages.
func numbered(text string) string {
	var b strings.Builder
	for i, l := range strings.Split(text, "\n") {
		fmt.Fprintf(&b, "%4d %s\n", i+1, l)
	}
	return b.String()
}

// startState fills the buffers that a generated kernel works on.
func startState(seed int64) (st, tab []uint32, wide []uint64) {
	x := uint64(seed)*2862933555777941757 + 3037000493
	next := func() uint64 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		return x
	}
	for range 64 {
		st = append(st, uint32(next()))
	}
	for range 16 {
		tab = append(tab, uint32(next())%5)
	}
	for range 16 {
		wide = append(wide, next())
	}
	return st, tab, wide
}

func bytesOf(words []uint32) *[]byte {
	b := make([]byte, 4*len(words))
	for i, w := range words {
		binary.LittleEndian.PutUint32(b[4*i:], w)
	}
	return &b
}

// interpreted runs the kernel on the AST and returns st and wide, as words.
func interpreted(u *msl.Unit, seed int64) (st, wide []uint32) {
	s, t, w := startState(seed)
	var ww []uint32
	for _, v := range w {
		ww = append(ww, uint32(v), uint32(v>>32))
	}
	bs, bt, bw := bytesOf(s), bytesOf(t), bytesOf(ww)
	in := &interp{consts: map[int]uint64{0: 1}, globals: map[*msl.Var]*[]byte{}}
	in.run(u.Lookup("k"), []cell{{p: pointer{bs, 0}}, {p: pointer{bt, 0}}, {p: pointer{bw, 0}}, scalarCell(3)})
	words := func(b []byte) (out []uint32) {
		for i := 0; i < len(b); i += 4 {
			out = append(out, binary.LittleEndian.Uint32(b[i:]))
		}
		return out
	}
	return words(*bs), words(*bw)
}

// compiled runs the kernel on the engine.
func compiled(u *msl.Unit, seed int64, off map[string]bool) (st, wide []uint32, err error) {
	m, err := Compile(context.Background(), u, Options{FunctionConstants: map[int]uint64{0: 1}, Off: off})
	if err != nil {
		return nil, nil, err
	}
	defer m.Close()
	s, t, w := startState(seed)
	bs, _ := m.NewBuffer(64)
	bt, _ := m.NewBuffer(16)
	bw, err := m.NewBuffer(32)
	if err != nil {
		return nil, nil, err
	}
	copy(bs.Words(), s)
	copy(bt.Words(), t)
	for i, v := range w {
		bw.Words()[2*i], bw.Words()[2*i+1] = uint32(v), uint32(v>>32)
	}
	if err := m.Call("k", bs, bt, bw, 3); err != nil {
		return nil, nil, err
	}
	return slices.Clone(bs.Words()), slices.Clone(bw.Words()), nil
}

func allOff() map[string]bool {
	off := map[string]bool{}
	for _, p := range wasm.Passes {
		off[p.Name] = true
	}
	return off
}

// agree compares the interpreter with the engine: every pass on, every pass
// off, and one switched off, which the seed chooses.
func agree(t *testing.T, seed int64) {
	t.Helper()
	text := generate(seed)
	u, errs := msl.Load("random.metal", []byte(text))
	if len(errs) > 0 {
		if errs[0].Msg == "division by zero" {
			return // the generator met a constant zero; the checker is right
		}
		t.Fatalf("seed %d: %v\n%s", seed, errs, numbered(text))
	}
	wantSt, wantWide := interpreted(u, seed)
	names := wasm.PassNames()
	one := names[int(uint64(seed)%uint64(len(names)))]
	only := allOff()
	delete(only, one)
	for _, mode := range []struct {
		name string
		off  map[string]bool
	}{{"all on", nil}, {"all off", allOff()}, {"off: " + one, map[string]bool{one: true}}, {"only: " + one, only}} {
		st, wide, err := compiled(u, seed, mode.off)
		if err != nil {
			t.Fatalf("seed %d, %s: %v\n%s", seed, mode.name, err, numbered(text))
		}
		if !slices.Equal(st, wantSt) || !slices.Equal(wide, wantWide) {
			t.Fatalf("seed %d, %s: results differ\nst   %x\nwant %x\nwide %x\nwant %x\n%s", seed, mode.name, st, wantSt, wide, wantWide, numbered(text))
		}
	}
}

func TestRandomPrograms(t *testing.T) {
	if !Supported() {
		t.Skip("no optimizing compiler here")
	}
	n := int64(150)
	if testing.Short() {
		n = 20
	}
	for seed := range n {
		agree(t, seed)
	}
}

func FuzzPrograms(f *testing.F) {
	f.Add(int64(1))
	f.Fuzz(func(t *testing.T, seed int64) { agree(t, seed) })
}
