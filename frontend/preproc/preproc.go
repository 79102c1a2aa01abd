package preproc

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/source"
)

// Limits of the preprocessor; beyond them there is an error with a position.
const (
	MaxIncludeDepth   = 64        // files open at once
	MaxMacroDepth     = 400       // macro texts open at once
	MaxExpansionBytes = 64 << 20  // bytes produced by macros in one compilation
	MaxExpansions     = 4 << 20   // macro uses in one compilation
	MaxFileBytes      = 512 << 20 // bytes of one source file
	maxMacroArgs      = 4096
)

// Keywords names the set of reserved words in effect (19.11).
type Keywords uint8

// The sets. Those of IEEE 1800 and of Verilog-AMS are read as Keywords2005.
const (
	Keywords2005 Keywords = iota
	Keywords2001
	Keywords2001NoConfig
	Keywords1995
)

// String is the version specifier of `begin_keywords.
func (k Keywords) String() string {
	return [...]string{"1364-2005", "1364-2001", "1364-2001-noconfig", "1364-1995"}[k&3]
}

// Options say where files come from.
type Options struct {
	Defines     map[string]string // macros defined beforehand, without arguments
	IncludeDirs []string
	Keywords    Keywords // the reserved words outside of `begin_keywords
	// Timescale is in effect before any `timescale and after `resetall.
	Timescale Timescale
	// NestedComments accepts /* inside a block comment, where it means nothing.
	NestedComments bool
	// ReadFile replaces reading from the file system; nil for that.
	ReadFile func(name string) ([]byte, error)
}

// State is what directives have set from byte Off of an Output on.
type State struct {
	Off      int
	Env      ast.Env
	Keywords Keywords
}

// Segment maps output bytes from Off on (up to the next segment) to the
// source. Fixed: all of them have position Pos; else they follow one by one.
type Segment struct {
	Off   int
	Pos   source.Pos
	Fixed bool
}

// Output is an expanded text.
type Output struct {
	Text     []byte
	Segments []Segment // ascending Off; the first has Off 0 unless Text is empty
	States   []State   // ascending Off; the first has Off 0
	EOF      source.Pos

	// Outer are the directives that must not stand in a module or primitive: `timescale (19.8), `default_nettype (19.2),
	// `resetall (19.6) and `unconnected_drive (19.9).
	Outer []Mark
}

// Mark is a place in an Output where a directive stood.
type Mark struct {
	Off  int
	Pos  source.Pos
	Name string // without the backquote
}

// Pos is the source position of output byte off.
func (o *Output) Pos(off int) source.Pos {
	if off >= len(o.Text) {
		return o.EOF
	}
	i := sort.Search(len(o.Segments), func(i int) bool { return o.Segments[i].Off > off }) - 1
	if i < 0 {
		return o.EOF
	}
	return o.Segments[i].At(off)
}

// At is the source position of output byte off, which lies in the segment.
func (s Segment) At(off int) source.Pos {
	if s.Fixed {
		return s.Pos
	}
	return s.Pos.Add(off - s.Off)
}

// Preprocessor holds macros and directive state across the files of a
// compilation.
type Preprocessor struct {
	set   *source.Set
	diags *diag.List
	opts  Options

	macros  map[string]*macro
	quoting bool // between two `" of a macro's text
	env     ast.Env
	kw      Keywords
	kwStack []Keywords

	out    *Output
	last   source.Pos // for joining segments: position behind the last byte
	frames []*frame
	conds  []cond

	expanded   int // bytes produced by macros
	expansions int
	exhausted  bool
}

// Timescale is a unit and a precision, powers of ten of a second; the zero value is none.
type Timescale struct {
	Set             bool
	Unit, Precision int
}

// ParseTimescale reads UNIT/PRECISION as `timescale has it: each 1, 10 or 100 of s, ms, us, ns, ps or fs, the precision not
// the coarser (19.8). One alone stands for both.
func ParseTimescale(text string) (Timescale, error) {
	unit, prec, two := strings.Cut(text, "/")
	if !two {
		prec = unit
	}
	u, ok := timeExponent(unit)
	p, ok2 := timeExponent(prec)
	switch {
	case !ok || !ok2:
		return Timescale{}, fmt.Errorf("%s: want UNIT/PRECISION, each 1, 10 or 100 of s, ms, us, ns, ps or fs", text)
	case p > u:
		return Timescale{}, fmt.Errorf("%s: the precision cannot be coarser than the unit", text)
	}
	return Timescale{true, u, p}, nil
}

func timeExponent(text string) (int, bool) {
	text = strings.TrimSpace(text)
	number := strings.TrimRight(text, "smunpf ")
	zeros, ok := map[string]int{"1": 0, "10": 1, "100": 2}[number]
	e, ok2 := timeUnits[strings.TrimSpace(text[len(number):])]
	return e + zeros, ok && ok2
}

// startEnv is the directive state at the start and after `resetall.
func (p *Preprocessor) startEnv() ast.Env {
	e := DefaultEnv()
	if t := p.opts.Timescale; t.Set {
		e.HasTimescale, e.TimeUnit, e.TimePrecision = true, t.Unit, t.Precision
	}
	return e
}

// DefaultEnv is the directive state at the start and after `resetall (19.6).
func DefaultEnv() ast.Env { return ast.Env{DefaultNetType: ast.Wire} }

// New returns a preprocessor that adds its files to set and reports to diags.
func New(set *source.Set, diags *diag.List, opts Options) *Preprocessor {
	p := &Preprocessor{set: set, diags: diags, opts: opts, macros: map[string]*macro{}, env: DefaultEnv(), kw: opts.Keywords}
	p.env = p.startEnv()
	names := make([]string, 0, len(opts.Defines))
	for n := range opts.Defines {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		if !isIdent(n) || directives[n] != nil {
			diags.Errorf(diag.PreBadDefine, source.NoPos, "'%s' cannot be the name of a macro", n)
			continue
		}
		p.macros[n] = &macro{name: n, body: []bodyPart{{text: []byte(opts.Defines[n]), arg: -1}}}
	}
	return p
}

// Clone returns a preprocessor that goes on from here by itself: same macros,
// same directive state. Library modules read on demand are expanded by one, so
// that what they define stays with them.
func (p *Preprocessor) Clone() *Preprocessor {
	c := New(p.set, p.diags, Options{IncludeDirs: p.opts.IncludeDirs, Keywords: p.opts.Keywords, ReadFile: p.opts.ReadFile})
	for n, m := range p.macros {
		c.macros[n] = m
	}
	c.env, c.kw, c.kwStack = p.env, p.kw, append([]Keywords(nil), p.kwStack...)
	c.expanded, c.expansions = p.expanded, p.expansions
	return c
}

// SetIncludeDirs replaces the folders in which `include files are looked for, from here on.
func (p *Preprocessor) SetIncludeDirs(dirs []string) { p.opts.IncludeDirs = dirs }

// File reads and expands a file. When it cannot be read there is an error
// (at `at`, if known) and the result is empty.
func (p *Preprocessor) File(name string, at source.Pos) *Output {
	text, err := p.read(name)
	if err != nil {
		p.diags.Errorf(diag.PreFileRead, at, "%s", fileError(name, err))
		return p.Text(name, nil)
	}
	return p.Text(name, text)
}

// Text expands a text that the caller names.
func (p *Preprocessor) Text(name string, text []byte) *Output {
	p.out = &Output{}
	p.conds = p.conds[:0]
	p.frames = p.frames[:0]
	p.last = source.NoPos
	f, err := p.set.Add(name, text, source.NoPos)
	if err != nil {
		p.diags.Errorf(diag.PreTooLarge, source.NoPos, "%v", err)
		p.mark()
		return p.out
	}
	p.out.EOF = f.Pos(len(text))
	p.out.Text = make([]byte, 0, len(text)+len(text)/8+64)
	p.mark()
	p.pushFile(f)
	p.run()
	out := p.out
	p.out = nil
	return out
}

// fileError words a failure to read name.
func fileError(name string, err error) string {
	if os.IsNotExist(err) {
		return fmt.Sprintf("file '%s' does not exist", name)
	}
	return fmt.Sprintf("cannot read '%s': %v", name, err)
}

func (p *Preprocessor) read(name string) ([]byte, error) {
	if p.opts.ReadFile != nil {
		return p.opts.ReadFile(name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if st, err := f.Stat(); err != nil {
		return nil, err
	} else if st.IsDir() {
		return nil, fmt.Errorf("it is a directory")
	}
	text, err := io.ReadAll(io.LimitReader(f, MaxFileBytes+1))
	if err == nil && len(text) > MaxFileBytes {
		err = fmt.Errorf("it is larger than %d bytes", MaxFileBytes)
	}
	return text, err
}

// findInclude looks a file up: as given, in the include directories, beside
// the including file.
func (p *Preprocessor) findInclude(name, from string) (path string, text []byte, err error) {
	tries := []string{name}
	if !filepath.IsAbs(name) {
		for _, d := range p.opts.IncludeDirs {
			tries = append(tries, filepath.Join(d, name))
		}
		if beside := filepath.Join(filepath.Dir(from), name); beside != name {
			tries = append(tries, beside)
		}
	}
	var first error
	for _, t := range tries {
		text, err := p.read(t)
		if err == nil {
			return t, text, nil
		}
		if first == nil || os.IsNotExist(first) {
			first = err
		}
	}
	return name, nil, first
}

// mark records the directive state at the present end of the output.
func (p *Preprocessor) mark() {
	st := State{Off: len(p.out.Text), Env: p.env, Keywords: p.kw}
	if n := len(p.out.States); n > 0 && p.out.States[n-1].Off == st.Off {
		p.out.States[n-1] = st
		return
	}
	p.out.States = append(p.out.States, st)
}

// emit appends bytes that stand at pos (all of them, when fixed).
func (p *Preprocessor) emit(text []byte, pos source.Pos, fixed bool) {
	if len(text) == 0 {
		return
	}
	o := p.out
	join := false
	if n := len(o.Segments); n > 0 {
		s := o.Segments[n-1]
		join = s.Fixed == fixed && (fixed && s.Pos == pos || !fixed && p.last == pos)
	}
	if !join {
		o.Segments = append(o.Segments, Segment{Off: len(o.Text), Pos: pos, Fixed: fixed})
	}
	o.Text = append(o.Text, text...)
	if fixed {
		p.last = source.NoPos
	} else {
		p.last = pos.Add(len(text))
	}
}

// errorf reports an error.
func (p *Preprocessor) errorf(code diag.Code, pos source.Pos, format string, args ...any) {
	p.diags.Errorf(code, pos, format, args...)
}
