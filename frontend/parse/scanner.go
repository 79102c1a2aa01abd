package parse

import (
	"strings"

	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/preproc"
	"github.com/gpga/gpga/frontend/source"
)

// maxTokens bounds the tokens of one file with all it includes.
const maxTokens = 50 << 20

// scanner turns a preprocessed text into tokens.
type scanner struct {
	out   *preproc.Output
	diags *diag.List
	text  string
	i     int
	seg   int // cursor into out.Segments
	state int // cursor into out.States
	toks  []token
	table bool
}

// scan tokenizes the whole text; the last token is tEOF.
func scan(out *preproc.Output, diags *diag.List) []token {
	s := &scanner{out: out, diags: diags, text: string(out.Text)}
	s.toks = make([]token, 0, len(s.text)/4+8)
	for s.next() {
		if len(s.toks) > maxTokens {
			diags.Errorf(diag.ParseTooManyTokens, s.toks[len(s.toks)-1].pos, "the source has more than %d tokens", maxTokens)
			break
		}
	}
	s.toks = append(s.toks, token{kind: tEOF, off: len(s.text), text: "end of file", pos: out.EOF, end: out.EOF})
	return s.toks
}

// pos is the source position of byte off, which never lies before that of an
// earlier call by more than the current token.
func (s *scanner) pos(off int) source.Pos {
	segs := s.out.Segments
	for s.seg+1 < len(segs) && segs[s.seg+1].Off <= off {
		s.seg++
	}
	if len(segs) == 0 || off >= len(s.text) {
		return s.out.EOF
	}
	return segs[s.seg].At(off)
}

// add appends the token text[from:to].
func (s *scanner) add(k kind, from, to int, text string) {
	start := s.pos(from)
	end := s.pos(to - 1).Add(1)
	if end.File() != start.File() || end < start {
		end = start.Add(1)
	}
	s.toks = append(s.toks, token{kind: k, off: from, text: text, pos: start, end: end})
	s.i = to
}

// keywordSet is the edition whose words are reserved at the present byte.
func (s *scanner) keywordSet(off int) preproc.Keywords {
	st := s.out.States
	for s.state+1 < len(st) && st[s.state+1].Off <= off {
		s.state++
	}
	if len(st) == 0 {
		return preproc.Keywords2005
	}
	return st[s.state].Keywords
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'
}
func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
}
func isWord(c byte) bool { return isLetter(c) || isDigit(c) || c == '$' }

// blanks returns the first offset from i on that is no white space.
func (s *scanner) blanks(i int) int {
	for i < len(s.text) && isSpace(s.text[i]) {
		i++
	}
	return i
}

func (s *scanner) word(i int) int {
	for i < len(s.text) && isWord(s.text[i]) {
		i++
	}
	return i
}

// next scans one token; false at the end.
func (s *scanner) next() bool {
	s.i = s.blanks(s.i)
	if s.i >= len(s.text) {
		return false
	}
	i, c := s.i, s.text[s.i]
	switch {
	case isLetter(c):
		j := s.word(i + 1)
		w := s.text[i:j]
		k := tIdent
		if _, ok := keywords[w]; ok && reserved(w, s.keywordSet(i)) {
			k = tKeyword
		}
		if s.table && !(k == tKeyword && strings.HasPrefix(w, "end")) {
			s.add(tTable, i, i+1, w[:1])
			return true
		}
		s.table = k == tKeyword && w == "table"
		s.add(k, i, j, w)
	case s.table:
		s.add(tTable, i, i+1, s.text[i:i+1])
	case isDigit(c):
		s.number(i)
	case c == '\'':
		if j := s.base(i); j > i {
			s.add(tNumber, i, j, s.text[i:j])
		} else if s.fill(i) {
			s.add(tNumber, i, i+2, s.text[i:i+2])
		} else {
			s.add(tOp, i, i+1, "'")
		}
	case c == '"':
		j := i + 1
		for j < len(s.text) && s.text[j] != '"' {
			if s.text[j] == '\\' && j+1 < len(s.text) {
				j++
			}
			j++
		}
		s.add(tString, i, min(j+1, len(s.text)), s.text[i:min(j+1, len(s.text))])
	case c == '\\':
		j := i + 1
		for j < len(s.text) && s.text[j] > ' ' && s.text[j] < 0x7f {
			j++
		}
		if j == i+1 {
			s.bad(i)
			return true
		}
		s.add(tEscaped, i, j, s.text[i+1:j])
	case c == '$' && i+1 < len(s.text) && isWord(s.text[i+1]):
		j := s.word(i + 1)
		s.add(tSys, i, j, s.text[i:j])
	case c == '(' && i+1 < len(s.text) && s.text[i+1] == '*' && !s.starOnly(i):
		s.add(tOp, i, i+2, "(*")
	case c == '(':
		s.add(tOp, i, i+1, "(")
		if i+1 < len(s.text) && s.text[i+1] == '*' {
			s.add(tOp, i+1, i+2, "*") // (*) of an event control
		}
	default:
		for _, op := range operators[c] {
			if strings.HasPrefix(s.text[i:], op) {
				if op == "*)" && len(s.toks) > 0 && s.toks[len(s.toks)-1].text == "(" && s.toks[len(s.toks)-1].kind == tOp {
					op = "*" // ( *)
				}
				s.add(tOp, i, i+len(op), op)
				return true
			}
		}
		s.bad(i)
	}
	return true
}

// starOnly tells whether the "(*" at i is followed by ")".
func (s *scanner) starOnly(i int) bool {
	j := s.blanks(i + 2)
	return j < len(s.text) && s.text[j] == ')'
}

// bad reports a run of bytes that start no token.
func (s *scanner) bad(i int) {
	j := i + 1
	for j < len(s.text) && (s.text[j] >= 0x80 || s.text[j] < ' ' && !isSpace(s.text[j]) || s.text[j] == 0x7f) {
		j++
	}
	c := s.text[i]
	if c > ' ' && c < 0x7f {
		s.diags.Errorf(diag.ParseBadChar, s.pos(i), "'%c' starts no token", rune(c))
	} else {
		s.diags.Errorf(diag.ParseBadChar, s.pos(i), "byte 0x%02x starts no token", c)
	}
	s.i = j
}

// base returns the end of a based literal's part from the quote at i on, or i
// when there is none. White space may stand before the digits.
func (s *scanner) base(i int) int {
	j := i + 1
	if j < len(s.text) && (s.text[j] == 's' || s.text[j] == 'S') {
		j++
	}
	if j >= len(s.text) || !strings.ContainsRune("bBoOdDhH", rune(s.text[j])) {
		return i
	}
	j++
	d := s.blanks(j)
	e := d
	for e < len(s.text) && (isLetter(s.text[e]) || isDigit(s.text[e]) || s.text[e] == '?') {
		e++
	}
	if e == d {
		return j // no digits: decoding will complain
	}
	return e
}

// afterDelay tells whether the last token is a `#`.
func (s *scanner) afterDelay() bool {
	return len(s.toks) > 0 && s.toks[len(s.toks)-1].isOp("#")
}

// fill tells whether a literal '0, '1, 'x or 'z stands at the quote at i (IEEE 1800-2017 5.7.1).
func (s *scanner) fill(i int) bool {
	return i+1 < len(s.text) && strings.IndexByte("01xXzZ", s.text[i+1]) >= 0 && (i+2 == len(s.text) || !isWord(s.text[i+2]))
}

// number scans a decimal, real or sized literal.
func (s *scanner) number(i int) {
	digits := func(j int) int {
		for j < len(s.text) && (isDigit(s.text[j]) || s.text[j] == '_') {
			j++
		}
		return j
	}
	j := digits(i)
	k := tNumber
	if j+1 < len(s.text) && s.text[j] == '.' && isDigit(s.text[j+1]) {
		k = tReal
		j = digits(j + 1)
	}
	if j < len(s.text) && (s.text[j] == 'e' || s.text[j] == 'E') {
		e := j + 1
		if e < len(s.text) && (s.text[e] == '+' || s.text[e] == '-') {
			e++
		}
		if e < len(s.text) && isDigit(s.text[e]) {
			k = tReal
			j = digits(e)
		}
	}
	if k == tNumber {
		// Behind a `#` a number has no base, as in Icarus: `#2 'b0` is a delay and a value.
		if q := s.blanks(j); q < len(s.text) && s.text[q] == '\'' && !s.afterDelay() {
			if e := s.base(q); e > q {
				j = e
			}
		}
	}
	s.add(k, i, j, s.text[i:j])
}
