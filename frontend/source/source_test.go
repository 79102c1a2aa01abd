package source

import "testing"

func TestPositions(t *testing.T) {
	s := NewSet()
	f, err := s.Add("a.v", []byte("one\n\ttwo\r\nthree\rfour"), NoPos)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		off  int
		want string
		line string
	}{
		{0, "a.v:1:1", "one"}, {3, "a.v:1:4", "one"}, {4, "a.v:2:1", "\ttwo"}, {5, "a.v:2:2", "\ttwo"},
		{10, "a.v:3:1", "three"}, {16, "a.v:4:1", "four"}, {20, "a.v:4:5", "four"}, {999, "a.v:4:5", "four"},
	} {
		p := f.Pos(tt.off)
		if got := s.Position(p).String(); got != tt.want {
			t.Errorf("offset %d: %s, want %s", tt.off, got, tt.want)
		}
		if got := s.LineText(p); got != tt.line {
			t.Errorf("offset %d: line %q, want %q", tt.off, got, tt.line)
		}
	}
	if NoPos.IsValid() || s.Position(NoPos).IsValid() || s.LineText(NoPos) != "" {
		t.Error("the zero position must be unknown")
	}
}

func TestLineDirective(t *testing.T) {
	s := NewSet()
	f, _ := s.Add("a.v", []byte("x\n`line 10 \"b.v\" 0\ny\nz\n"), NoPos)
	f.AddLine(19, "b.v", 10)
	if got := s.Position(f.Pos(0)).String(); got != "a.v:1:1" {
		t.Error(got)
	}
	if got := s.Position(f.Pos(19)).String(); got != "b.v:10:1" {
		t.Error(got)
	}
	if got := s.Position(f.Pos(21)).String(); got != "b.v:11:1" {
		t.Error(got)
	}
}

func TestExpansionAndIncludeStack(t *testing.T) {
	s := NewSet()
	a, _ := s.Add("a.v", []byte("`include \"b.vh\"\n`M x"), NoPos)
	b, _ := s.Add("b.vh", []byte("`define M 1"), a.Pos(0))
	s.AddExpansion(a.Pos(16), a.Pos(18), "M", b.Pos(8))
	if name, def, ok := s.Expansion(a.Pos(17)); !ok || name != "M" || def != b.Pos(8) {
		t.Error(name, def, ok)
	}
	if _, _, ok := s.Expansion(a.Pos(18)); ok {
		t.Error("behind the use")
	}
	if _, _, ok := s.Expansion(a.Pos(3)); ok {
		t.Error("before the use")
	}
	if st := s.IncludeStack(b.Pos(1)); len(st) != 1 || st[0] != a.Pos(0) {
		t.Error(st)
	}
}

func TestAt(t *testing.T) {
	s := NewSet()
	f, _ := s.Add("a", []byte("ab\nc\n"), NoPos)
	for _, tt := range []struct{ line, col, off int }{{1, 1, 0}, {1, 2, 1}, {2, 1, 3}, {3, 1, 5}, {9, 9, 5}, {0, 0, 0}} {
		if got := f.At(tt.line, tt.col).Offset(); got != tt.off {
			t.Errorf("%d:%d is byte %d, want %d", tt.line, tt.col, got, tt.off)
		}
	}
}
