package preproc

import (
	"bytes"

	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/source"
)

// piece is a run of text whose bytes stand at pos and following, or all at pos
// when fixed. A piece with stop ends any macro name read across it (the two
// backquotes of token pasting).
type piece struct {
	text  []byte
	pos   source.Pos
	fixed bool
	stop  bool
	quote bool // `" in a macro's text: a quote within which macros are expanded
}

func (c piece) at(i int) source.Pos {
	if c.fixed {
		return c.pos
	}
	return c.pos.Add(i)
}

// frame is one text being read: a file or a macro's expansion.
type frame struct {
	pieces  []piece
	pi, i   int // current piece and byte
	macro   *macro
	file    *source.File
	conds   int    // len(conds) when a file was entered
	tail    []byte // emitted at the end, at tailPos
	tailPos source.Pos
}

func (f *frame) skipEmpty() {
	for f.pi < len(f.pieces) && f.i >= len(f.pieces[f.pi].text) {
		f.pi++
		f.i = 0
	}
}

func (f *frame) done() bool {
	f.skipEmpty()
	return f.pi >= len(f.pieces)
}

// peek is the byte k ahead in this frame, or -1.
func (f *frame) peek(k int) int {
	pi, i := f.pi, f.i+k
	for pi < len(f.pieces) {
		if n := len(f.pieces[pi].text); i < n {
			return int(f.pieces[pi].text[i])
		} else {
			i -= n
		}
		pi++
	}
	return -1
}

func (f *frame) pos() source.Pos {
	f.skipEmpty()
	if f.pi < len(f.pieces) {
		return f.pieces[f.pi].at(f.i)
	}
	if f.file != nil {
		return f.file.Pos(len(f.file.Text))
	}
	if n := len(f.pieces); n > 0 {
		return f.pieces[n-1].at(max(0, len(f.pieces[n-1].text)-1))
	}
	return source.NoPos
}

// advance skips n bytes.
func (f *frame) advance(n int) {
	f.i += n
	for f.pi < len(f.pieces) && f.i >= len(f.pieces[f.pi].text) {
		f.i -= len(f.pieces[f.pi].text)
		f.pi++
	}
	if f.pi >= len(f.pieces) {
		f.i = 0
	}
}

// rest is what remains of the current piece.
func (f *frame) rest() []byte {
	f.skipEmpty()
	if f.pi >= len(f.pieces) {
		return nil
	}
	return f.pieces[f.pi].text[f.i:]
}

func (p *Preprocessor) top() *frame { return p.frames[len(p.frames)-1] }

func (p *Preprocessor) pushFile(f *source.File) {
	fr := &frame{pieces: []piece{{text: f.Text, pos: f.Pos(0)}}, file: f, conds: len(p.conds)}
	if bytes.HasPrefix(f.Text, []byte("\xef\xbb\xbf")) {
		fr.advance(3) // a byte order mark says nothing in UTF-8
	}
	p.frames = append(p.frames, fr)
}

// fileFrame is the innermost frame that is a file.
func (p *Preprocessor) fileFrame() *frame {
	for i := len(p.frames) - 1; i > 0; i-- {
		if p.frames[i].file != nil {
			return p.frames[i]
		}
	}
	return p.frames[0]
}

// pop leaves the top frame. At the end of a file its conditionals must be
// closed (19.4).
func (p *Preprocessor) pop() {
	f := p.top()
	if f.file != nil {
		for len(p.conds) > f.conds {
			c := p.conds[len(p.conds)-1]
			p.errorf(diag.PreUnterminatedIf, c.pos, "this `%s has no `endif", c.word)
			p.conds = p.conds[:len(p.conds)-1]
		}
		p.emit([]byte{'\n'}, f.file.Pos(len(f.file.Text)), true)
	}
	p.emit(f.tail, f.tailPos, true)
	p.frames = p.frames[:len(p.frames)-1]
}

// plain tells the bytes that may be copied without a look at them.
var plain = func() (t [256]bool) {
	for i := range t {
		t[i] = true
	}
	for _, c := range []byte("`/\"\\") {
		t[c] = false
	}
	return
}()

// run reads until all frames are empty.
func (p *Preprocessor) run() {
	for len(p.frames) > 0 {
		f := p.top()
		if f.done() {
			p.pop()
			p.quoting = p.quoting && len(p.frames) > 0 && p.inMacro()
			continue
		}
		if p.skipping() {
			p.skip(f)
			continue
		}
		pc := f.pieces[f.pi]
		rest := pc.text[f.i:]
		n := 0
		for n < len(rest) && plain[rest[n]] {
			n++
		}
		if n > 0 {
			p.emit(rest[:n], pc.at(f.i), pc.fixed)
			f.advance(n)
			continue
		}
		if pc.quote {
			p.quoting = !p.quoting
			p.copyBytes(f, 1)
			continue
		}
		if p.quoting && rest[0] != '`' {
			switch rest[0] {
			case '"':
				p.emit([]byte{'\\'}, f.pos(), true)
				p.copyBytes(f, 1)
			case '\\': // and what it escapes
				p.copyBytes(f, 2)
			default:
				p.copyBytes(f, 1)
			}
			continue
		}
		switch rest[0] {
		case '/':
			if !p.comment(f) {
				p.copyBytes(f, 1)
			}
		case '"':
			p.copyString(f)
		case '\\':
			n := 1
			for c := f.peek(n); c > ' ' && c != 0x7f && n < maxName; c = f.peek(n) {
				n++
			}
			p.copyBytes(f, n)
		case '`':
			p.backquote(f)
		}
	}
}

// copyBytes emits n bytes of the frame.
func (p *Preprocessor) copyBytes(f *frame, n int) {
	for n > 0 && !f.done() {
		pc := f.pieces[f.pi]
		k := min(n, len(pc.text)-f.i)
		p.emit(pc.text[f.i:f.i+k], pc.at(f.i), pc.fixed)
		f.advance(k)
		n -= k
	}
}

// comment skips a comment, if one starts here, and puts a space in its place.
func (p *Preprocessor) comment(f *frame) bool {
	pos := f.pos()
	if !p.skipComment(f) {
		return false
	}
	p.emit([]byte{' '}, pos, true)
	return true
}

// skipComment skips a comment if one starts here. A line comment's line end
// stays.
func (p *Preprocessor) skipComment(f *frame) bool {
	if f.peek(0) != '/' {
		return false
	}
	switch f.peek(1) {
	case '/':
		for !f.done() {
			rest := f.rest()
			if n := bytes.IndexAny(rest, "\r\n"); n >= 0 {
				f.advance(n)
				return true
			}
			f.advance(len(rest))
		}
		return true
	case '*':
		pos := f.pos()
		f.advance(2)
		star, slashes, told := false, 0, p.opts.NestedComments
		for !f.done() {
			rest := f.rest()
			for i, c := range rest {
				if c == '/' && star {
					f.advance(i + 1)
					return true
				}
				if star = c == '*'; star && slashes == 1 && !told {
					told = true
					at := f.pieces[f.pi].at(f.i + i - 1)
					p.errorf(diag.PreNestedComment, at, "a comment starts inside a comment: block comments do not nest (IEEE 1364-2005 3.3)")
				}
				if slashes++; c != '/' {
					slashes = 0
				}
			}
			f.advance(len(rest))
		}
		p.errorf(diag.PreUnterminatedComment, pos, "this comment is not closed")
		return true
	}
	return false
}

// stringLen is the length of the string literal that starts here, and whether
// it is closed on its line. A backslash before a line end goes on.
func stringLen(f *frame) (n int, closed bool) {
	// The scan works piece by piece: strings may be long.
	pi, i := f.pi, f.i+1
	n = 1
	esc := false
	for pi < len(f.pieces) {
		text := f.pieces[pi].text
		for ; i < len(text); i++ {
			c := text[i]
			switch {
			case esc:
				esc = false
			case c == '\\':
				esc = true
			case c == '"':
				return n + 1, true
			case c == '\n' || c == '\r':
				return n, false
			}
			n++
		}
		pi++
		i = 0
	}
	return n, false
}

func (p *Preprocessor) copyString(f *frame) {
	n, closed := stringLen(f)
	if !closed {
		p.errorf(diag.PreUnterminatedString, f.pos(), "this string is not closed on its line")
		p.copyBytes(f, n)
		p.emit([]byte{'"'}, f.pos(), true)
		return
	}
	p.copyBytes(f, n)
}

// skipBlank skips blanks, comments and (with lines) line ends, in the top frame and,
// when across, into the frames below a finished macro.
func (p *Preprocessor) skipBlank(lines, across bool) {
	for len(p.frames) > 0 {
		f := p.top()
		if f.done() {
			if !across || f.file != nil {
				return
			}
			p.pop()
			continue
		}
		switch c := f.peek(0); {
		case c == ' ' || c == '\t' || c == '\f' || c == '\v' || lines && (c == '\n' || c == '\r'):
			f.advance(1)
		case c == '/':
			if !p.skipComment(f) {
				return
			}
		case c == '\\' && !lines && (f.peek(1) == '\n' || f.peek(1) == '\r'):
			f.advance(1)
			if f.peek(0) == '\r' && f.peek(1) == '\n' {
				f.advance(1)
			}
			f.advance(1)
		default:
			return
		}
	}
}

func isIdentStart(c int) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
}

func isIdentChar(c int) bool { return isIdentStart(c) || c >= '0' && c <= '9' || c == '$' }

func isIdent(s string) bool {
	for i := range len(s) {
		if c := int(s[i]); i == 0 && !isIdentStart(c) || !isIdentChar(c) {
			return false
		}
	}
	return s != ""
}

// maxName bounds a macro's name, in bytes.
const maxName = 4096

// ident reads an identifier at offset k of the frame without consuming it. It
// ends at a piece marked stop.
func ident(f *frame, k int) string {
	var name []byte
	pi, i := f.pi, f.i+k
	for pi < len(f.pieces) && i >= len(f.pieces[pi].text) {
		i -= len(f.pieces[pi].text)
		pi++
	}
	for pi < len(f.pieces) && len(name) < maxName {
		text := f.pieces[pi].text
		for ; i < len(text) && len(name) < maxName; i++ {
			c := int(text[i])
			if len(name) == 0 && !isIdentStart(c) || !isIdentChar(c) {
				return string(name)
			}
			name = append(name, byte(c))
		}
		if f.pieces[pi].stop {
			break
		}
		pi++
		i = 0
	}
	return string(name)
}
