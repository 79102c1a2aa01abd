package program

import (
	"bytes"
	"io"
	"reflect"
	"testing"
)

// fill gives every field below v a value of its own, two elements to a slice.
func fill(v reflect.Value, n *uint32) {
	*n++
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(*n%2 == 0)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		v.SetUint(uint64(*n) & (1<<v.Type().Bits() - 1))
	case reflect.Int32:
		v.SetInt(-int64(*n))
	case reflect.String:
		v.SetString(string(rune('a' + *n%26)))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic(v.Type().String())
	}
}

// TestEncodeEveryField encodes a program in which every field differs, and reads each back.
func TestEncodeEveryField(t *testing.T) {
	p := &Program{}
	n := uint32(0)
	fill(reflect.ValueOf(p).Elem(), &n)
	p.Image = append(append(make([]uint32, 1000), 7, 8, 9), make([]uint32, 5)...)
	b := Encode(p)
	if !bytes.Equal(b, Encode(p)) {
		t.Error("two encodings of one program differ")
	}
	d := &decoder{b: b[len(magic)+1:]}
	q := &Program{}
	d.value(reflect.ValueOf(q).Elem())
	if d.err != nil || len(d.b) != 0 {
		t.Fatal(d.err, len(d.b))
	}
	if !reflect.DeepEqual(p, q) {
		t.Errorf("read back\n%+v\nwant\n%+v", q, p)
	}
}

// tiny is a correct program: one process that stores, waits and ends.
func tiny() *Program {
	p := &Program{
		Top: "t", Strings: []string{"", "t.a"}, Lines: []Line{{}},
		Signals: []Signal{{Name: 1, Slot: HdrWords, Width: 8, Words: 1, NumFan: 1}},
		Fanout:  []Fan{{Kind: FanItem}},
		Events:  []Event{{NumItem: 1}},
		Items:   []Item{{}},
		Segs:    []Segment{{First: 0, Num: 7}, {First: 7, Num: 1}},
		Code: []Instr{
			{Op: OpConst, W: 8, D: 0, A: 5},
			{Op: OpIf, W: 8, A: 0},
			{Op: OpStore, W: 8, A: 0, B: 0},
			{Op: OpElse},
			{Op: OpGoto, A: 1},
			{Op: OpEndIf},
			{Op: OpWait, A: 1, B: 0},
			{Op: OpEnd},
		},
		Procs: []Proc{{Block: HdrWords + 8}},
	}
	p.Layout = Layout{WaitHead: HdrWords + 2, ItemPrev: HdrWords + 3, TraceNext: HdrWords, FixedWords: HdrWords + 64}
	p.Image = make([]uint32, p.Layout.FixedWords)
	return p
}

// TestDecode reads a good program back and refuses damaged ones.
func TestDecode(t *testing.T) {
	p := tiny()
	if err := Verify(p); err != nil {
		t.Fatal(err)
	}
	b := Encode(p)
	q, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(Encode(q), b) {
		t.Error("a decoded program encodes differently")
	}
	for n := range b {
		if _, err := Decode(b[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are accepted", n, len(b))
		}
	}
	if _, err := Decode(append(b, 0)); err == nil {
		t.Error("a byte too many is accepted")
	}
	other := append([]byte(nil), b...)
	other[len(magic)]++
	if _, err := Decode(other); err == nil {
		t.Error("another version is accepted")
	}
}

// TestVerify damages a good program in one place each time.
func TestVerify(t *testing.T) {
	for name, damage := range map[string]func(p *Program){
		"temp read before written":  func(p *Program) { p.Code[2].B = 9 },
		"temp written twice":        func(p *Program) { p.Code[1] = p.Code[0] },
		"temp of another class":     func(p *Program) { p.Code[2].W = 40 },
		"signal out of range":       func(p *Program) { p.Code[2].A = 1 },
		"segment out of range":      func(p *Program) { p.Code[4].A = 2 },
		"event out of range":        func(p *Program) { p.Code[6].B = 1 },
		"no terminator":             func(p *Program) { p.Code[7].Op = OpNop },
		"code behind a terminator":  func(p *Program) { p.Code[5], p.Code[4] = p.Code[4], p.Code[5] },
		"unclosed if":               func(p *Program) { p.Code[5].Op = OpNop },
		"else without if":           func(p *Program) { p.Code[1].Op = OpNop },
		"break outside a loop":      func(p *Program) { p.Code[2] = Instr{Op: OpBreakIf, W: 8} },
		"unknown operation":         func(p *Program) { p.Code[2].Op = NumOps },
		"storage outside the state": func(p *Program) { p.Signals[0].Slot = 1 << 20 },
		"storage in the header":     func(p *Program) { p.Signals[0].Slot = 1 },
		"signal without bits":       func(p *Program) { p.Signals[0].Width = 0 },
		"item of no event":          func(p *Program) { p.Items[0].Event = 3 },
		"return in a segment":       func(p *Program) { p.Code[7].Op = OpReturn },
		"array access to a scalar":  func(p *Program) { p.Code[2] = Instr{Op: OpStoreEl, W: 8, B: 0, C: 0} },
		"image too short":           func(p *Program) { p.Image = p.Image[1:] },
	} {
		p := tiny()
		damage(p)
		if err := Verify(p); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// FuzzDecode checks that no bytes make Decode, Verify or Print panic, and that what is accepted comes back the same.
func FuzzDecode(f *testing.F) {
	f.Add(Encode(tiny()))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Decode(b)
		if err != nil {
			return
		}
		if err := Print(io.Discard, p); err != nil {
			t.Fatal(err)
		}
		q, err := Decode(Encode(p))
		if err != nil || !reflect.DeepEqual(p, q) {
			t.Fatal("a program does not survive encoding", err)
		}
	})
}
