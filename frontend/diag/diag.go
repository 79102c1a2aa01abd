package diag

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/gpga/gpga/frontend/source"
)

// Severity ranks a diagnostic.
type Severity uint8

// The severities, gravest first.
const (
	Error Severity = iota
	Warning
	Note
)

// String is the word that is printed.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "note"
}

// Code is the stable name of a kind of diagnostic: a letter for the part that
// finds it (P preprocessor, S scanner and parser, E elaboration, W warnings of
// any part, L lowering) and four digits.
type Code string

// Diagnostic is one thing said about the source.
type Diagnostic struct {
	Code     Code
	Severity Severity
	Pos      source.Pos
	End      source.Pos // optional; in the same file
	Message  string
	Notes    []Diagnostic // further places, printed below
}

// DefaultMaxErrors bounds a list when its MaxErrors is 0.
const DefaultMaxErrors = 100

// List collects diagnostics. The zero value is not ready: use NewList.
type List struct {
	Set       *source.Set
	MaxErrors int // 0 means DefaultMaxErrors

	items      []Diagnostic
	seen       map[key]bool
	errors     int
	suppressed int
	off        map[string]bool // classes switched by -W / -Wno-
	on         map[string]bool
	all        bool
	none       bool // -Wnone / -w
	asErrors   bool
	errorClass map[string]bool
	notError   map[string]bool

	waivers  []*waiver
	comments map[uint32]*fileWaivers // by file, read when first asked
	waived   []Diagnostic
}

type key struct {
	code Code
	pos  source.Pos
	msg  string
}

// NewList returns an empty list that resolves positions in set.
func NewList(set *source.Set) *List {
	return &List{Set: set, seen: map[key]bool{}, off: map[string]bool{}, on: map[string]bool{}, errorClass: map[string]bool{}, notError: map[string]bool{}}
}

// Add takes a diagnostic in. Repetitions (same code, place and message),
// switched-off and waived warnings are dropped; beyond MaxErrors only a count
// is kept.
func (l *List) Add(d Diagnostic) {
	if d.Severity == Warning {
		if !l.enabled(d.Code) {
			return
		}
	}
	k := key{d.Code, d.Pos, d.Message}
	if l.seen[k] {
		return
	}
	if d.Severity == Warning {
		if l.isWaived(d) {
			l.seen[k] = true
			l.waived = append(l.waived, d)
			return
		}
		if class := Lookup(d.Code).Class; l.errorClass[class] || l.asErrors && !l.notError[class] {
			d.Severity = Error
		}
	}
	if l.Full() {
		if d.Severity == Error {
			l.suppressed++
		}
		return
	}
	l.seen[k] = true
	if d.Severity == Error {
		l.errors++
	}
	l.items = append(l.items, d)
}

// Errorf adds an error.
func (l *List) Errorf(code Code, pos source.Pos, format string, args ...any) {
	l.Add(Diagnostic{Code: code, Severity: Error, Pos: pos, Message: fmt.Sprintf(format, args...)})
}

// Warnf adds a warning; its class comes from the code's table entry.
func (l *List) Warnf(code Code, pos source.Pos, format string, args ...any) {
	l.Add(Diagnostic{Code: code, Severity: Warning, Pos: pos, Message: fmt.Sprintf(format, args...)})
}

// ErrorNote adds an error with one note at another place.
func (l *List) ErrorNote(code Code, pos source.Pos, msg string, notePos source.Pos, note string) {
	l.Add(Diagnostic{Code: code, Severity: Error, Pos: pos, Message: msg,
		Notes: []Diagnostic{{Severity: Note, Pos: notePos, Message: note}}})
}

// HasErrors tells whether any error was added.
func (l *List) HasErrors() bool { return l.errors > 0 }

// ErrorCount is the number of errors kept.
func (l *List) ErrorCount() int { return l.errors }

// Full tells that the limit on errors is reached: the caller may stop early.
func (l *List) Full() bool {
	limit := l.MaxErrors
	if limit == 0 {
		limit = DefaultMaxErrors
	}
	return l.errors >= limit
}

// Sorted returns the diagnostics in source order; those at the same place stay
// in the order they came, unknown places come last.
func (l *List) Sorted() []Diagnostic {
	out := append([]Diagnostic(nil), l.items...)
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i].Pos, out[j].Pos
		if a.IsValid() != b.IsValid() {
			return a.IsValid()
		}
		return a < b
	})
	return out
}

// Items returns the diagnostics in the order they were added.
func (l *List) Items() []Diagnostic { return l.items }

// Print writes all diagnostics in source order.
func (l *List) Print(w io.Writer) error {
	var b strings.Builder
	for _, d := range l.Sorted() {
		l.Format(&b, d)
	}
	if l.suppressed > 0 {
		fmt.Fprintf(&b, "too many errors: %d more not shown\n", l.suppressed)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Format writes one diagnostic with its source line, caret and notes.
func (l *List) Format(b *strings.Builder, d Diagnostic) {
	l.one(b, d)
	for _, n := range d.Notes {
		n.Severity = Note
		l.one(b, n)
	}
	if d.Severity == Note {
		return
	}
	if name, def, ok := l.Set.Expansion(d.Pos); ok && def.IsValid() {
		l.one(b, Diagnostic{Severity: Note, Pos: def, Message: fmt.Sprintf("in the expansion of macro '%s', defined here", name)})
	}
	for _, p := range l.Set.IncludeStack(d.Pos) {
		pos := l.Set.Position(p)
		fmt.Fprintf(b, "%s: note: included from here\n", pos)
	}
}

// maxShown bounds the bytes of a source line that are printed.
const maxShown = 400

func (l *List) one(b *strings.Builder, d Diagnostic) {
	pos := l.Set.Position(d.Pos)
	if pos.IsValid() {
		fmt.Fprintf(b, "%s: ", pos)
	}
	fmt.Fprintf(b, "%s: %s", d.Severity, d.Message)
	if d.Code != "" {
		fmt.Fprintf(b, " [%s]", d.Code)
	}
	b.WriteByte('\n')
	if !pos.IsValid() {
		return
	}
	line := l.Set.LineText(d.Pos)
	if strings.TrimSpace(line) == "" {
		return
	}
	col := pos.Column - 1
	if col > maxShown/2 || len(line) > maxShown {
		start := max(0, min(col, len(line))-maxShown/2)
		end := min(len(line), start+maxShown)
		line, col = line[start:end], col-start
	}
	b.WriteString("    ")
	for i := 0; i < len(line); i++ {
		if c := line[i]; c < ' ' && c != '\t' || c == 0x7f {
			b.WriteByte('?')
		} else {
			b.WriteByte(c)
		}
	}
	b.WriteString("\n    ")
	for i := 0; i < col && i < len(line); i++ {
		if line[i] == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteByte(' ')
		}
	}
	b.WriteByte('^')
	if d.End.File() == d.Pos.File() && d.End > d.Pos {
		n := min(d.End.Offset()-d.Pos.Offset()-1, len(line)-col-1)
		for range max(n, 0) {
			b.WriteByte('~')
		}
	}
	b.WriteByte('\n')
}
