package source

import (
	"fmt"
	"math"
	"sort"
)

// Pos is a place in a Set: file id in the upper 32 bits, byte offset in the
// lower 32. The zero value means "unknown".
type Pos uint64

// NoPos is the unknown position.
const NoPos Pos = 0

// MakePos packs a file id (from 1) and a byte offset.
func MakePos(file uint32, off int) Pos {
	if off < 0 {
		off = 0
	}
	return Pos(uint64(file)<<32 | uint64(uint32(off)))
}

// File is the id of the file, 0 when unknown.
func (p Pos) File() uint32 { return uint32(p >> 32) }

// Offset is the byte offset in the file.
func (p Pos) Offset() int { return int(uint32(p)) }

// IsValid tells whether the position is known.
func (p Pos) IsValid() bool { return p>>32 != 0 }

// Add moves the position by n bytes in the same file; NoPos stays NoPos.
func (p Pos) Add(n int) Pos {
	if !p.IsValid() {
		return p
	}
	return MakePos(p.File(), p.Offset()+n)
}

// Position is a Pos made readable. Line and Column count from 1; Column counts
// bytes. Line is 0 when the position is unknown.
type Position struct {
	Filename string
	Line     int
	Column   int
}

// IsValid tells whether the position is known.
func (p Position) IsValid() bool { return p.Line > 0 }

// String is file:line:col, or "-" when unknown.
func (p Position) String() string {
	if !p.IsValid() {
		if p.Filename != "" {
			return p.Filename
		}
		return "-"
	}
	return fmt.Sprintf("%s:%d:%d", p.Filename, p.Line, p.Column)
}

// File is one text of a Set.
type File struct {
	ID           uint32
	Name         string // as given or as found through include directories
	Text         []byte // never changed after Add
	IncludedFrom Pos    // the `include directive, or NoPos

	lines   []int       // offset of each line's first byte
	renames []lineAlias // `line directives, ascending offset
}

// lineAlias is the effect of one `line directive (IEEE 1364-2005 19.7): from
// off on, lines are numbered from line and belong to name.
type lineAlias struct {
	off       int
	firstLine int // physical line index (from 0) of off
	name      string
	line      int
}

// Pos gives the position of a byte offset in the file.
func (f *File) Pos(off int) Pos { return MakePos(f.ID, off) }

// At gives the position of a line and a column in bytes, both from 1; what lies outside moves to the nearest place in the text.
func (f *File) At(line, column int) Pos {
	start := f.lines[min(max(line, 1), len(f.lines))-1]
	return f.Pos(min(start+max(column, 1)-1, len(f.Text)))
}

// expansion records that the bytes [from,to) of a file were a macro use.
type expansion struct {
	from, to int
	name     string
	def      Pos
}

// Set owns all files of a compilation. Its methods are not safe for use by
// several goroutines while files are still being added.
type Set struct {
	files      []*File
	expansions map[uint32][]expansion
}

// NewSet returns an empty set.
func NewSet() *Set { return &Set{} }

// MaxFileSize is the largest text, in bytes, that a position can address.
const MaxFileSize = math.MaxUint32 - 1

// Add registers a text under a name and returns its file. Texts above
// MaxFileSize are refused.
func (s *Set) Add(name string, text []byte, includedFrom Pos) (*File, error) {
	if uint64(len(text)) > MaxFileSize {
		return nil, fmt.Errorf("%s: file of %d bytes is too large", name, len(text))
	}
	f := &File{ID: uint32(len(s.files) + 1), Name: name, Text: text, IncludedFrom: includedFrom}
	f.lines = append(f.lines, 0)
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			f.lines = append(f.lines, i+1)
		case '\r':
			if i+1 >= len(text) || text[i+1] != '\n' {
				f.lines = append(f.lines, i+1)
			}
		}
	}
	s.files = append(s.files, f)
	return f, nil
}

// File returns the file with the id, or nil.
func (s *Set) File(id uint32) *File {
	if s == nil || id == 0 || int(id) > len(s.files) {
		return nil
	}
	return s.files[id-1]
}

// Files lists all files in the order they were added.
func (s *Set) Files() []*File { return s.files }

// AddLine records a `line directive: the line that starts at byte off of the
// file is line number line of filename. Calls must come in ascending offset.
func (f *File) AddLine(off int, filename string, line int) {
	f.renames = append(f.renames, lineAlias{off: off, firstLine: f.lineIndex(off), name: filename, line: line})
}

// lineIndex is the physical line (from 0) that holds byte off.
func (f *File) lineIndex(off int) int {
	return sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > off }) - 1
}

// Position makes a Pos readable, honouring `line directives.
func (s *Set) Position(p Pos) Position {
	f := s.File(p.File())
	if f == nil {
		return Position{}
	}
	off := min(p.Offset(), len(f.Text))
	idx := f.lineIndex(off)
	pos := Position{Filename: f.Name, Line: idx + 1, Column: off - f.lines[idx] + 1}
	if n := sort.Search(len(f.renames), func(i int) bool { return f.renames[i].off > off }); n > 0 {
		r := f.renames[n-1]
		pos.Filename, pos.Line = r.name, r.line+idx-r.firstLine
	}
	return pos
}

// LineText returns the text of the line that holds p, without its line end.
func (s *Set) LineText(p Pos) string {
	f := s.File(p.File())
	if f == nil {
		return ""
	}
	off := min(p.Offset(), len(f.Text))
	idx := f.lineIndex(off)
	end := len(f.Text)
	if idx+1 < len(f.lines) {
		end = f.lines[idx+1]
	}
	line := f.Text[f.lines[idx]:end]
	for len(line) > 0 && (line[len(line)-1] == '\n' || line[len(line)-1] == '\r') {
		line = line[:len(line)-1]
	}
	return string(line)
}

// AddExpansion records that the source bytes from `from` up to `to` (same
// file) were a use of macro name, defined at def. Outermost uses only, in
// ascending order.
func (s *Set) AddExpansion(from, to Pos, name string, def Pos) {
	if !from.IsValid() {
		return
	}
	if s.expansions == nil {
		s.expansions = map[uint32][]expansion{}
	}
	id := from.File()
	s.expansions[id] = append(s.expansions[id], expansion{from.Offset(), to.Offset(), name, def})
}

// Expansion tells whether p lies in a macro use, which macro it was and where
// that was defined (NoPos for a macro of the command line).
func (s *Set) Expansion(p Pos) (name string, def Pos, ok bool) {
	if s == nil {
		return "", NoPos, false
	}
	list := s.expansions[p.File()]
	n := sort.Search(len(list), func(i int) bool { return list[i].from > p.Offset() })
	if n == 0 || p.Offset() >= list[n-1].to {
		return "", NoPos, false
	}
	return list[n-1].name, list[n-1].def, true
}

// IncludeStack lists the `include directives that led to p, innermost first.
func (s *Set) IncludeStack(p Pos) []Pos {
	var stack []Pos
	for f := s.File(p.File()); f != nil && f.IncludedFrom.IsValid(); f = s.File(f.IncludedFrom.File()) {
		stack = append(stack, f.IncludedFrom)
	}
	return stack
}
