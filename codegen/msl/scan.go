package msl

// scanner turns source bytes into tokens. Newlines matter only while a
// preprocessor directive is read: then the scanner reports them as tEOF.
type scanner struct {
	src       *source
	text      string
	off       int
	bol       bool // no token yet on this line
	directive bool // stop at the end of the line
	comments  []span
}

// span is a half-open range of source bytes.
type span struct{ lo, hi Pos }

func isIdentStart(c byte) bool {
	return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// skipSpace skips blanks, comments and spliced lines. It reports false when a
// directive's line is over.
func (s *scanner) skipSpace() bool {
	for s.off < len(s.text) {
		switch c := s.text[s.off]; {
		case c == '\n':
			if s.directive {
				return false
			}
			s.bol = true
			s.off++
		case c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v':
			s.off++
		case c == '\\' && s.off+1 < len(s.text) && s.text[s.off+1] == '\n':
			s.off += 2
		case c == '\\' && s.off+2 < len(s.text) && s.text[s.off+1] == '\r' && s.text[s.off+2] == '\n':
			s.off += 3
		case c == '/' && s.off+1 < len(s.text) && s.text[s.off+1] == '/':
			lo := s.off
			for s.off < len(s.text) && s.text[s.off] != '\n' {
				s.off++
			}
			s.comments = append(s.comments, span{Pos(lo), Pos(s.off)})
		case c == '/' && s.off+1 < len(s.text) && s.text[s.off+1] == '*':
			lo := s.off
			s.off += 2
			for {
				if s.off+1 >= len(s.text) {
					s.src.errorf(Pos(lo), "comment is not closed")
					s.off = len(s.text)
					break
				}
				if s.text[s.off] == '*' && s.text[s.off+1] == '/' {
					s.off += 2
					break
				}
				if s.text[s.off] == '\n' && !s.directive {
					s.bol = true
				}
				s.off++
			}
			s.comments = append(s.comments, span{Pos(lo), Pos(s.off)})
		default:
			return true
		}
	}
	return false
}

// next returns the next token; tEOF at the end of the text or, in a
// directive, of the line.
func (s *scanner) next() token {
	if !s.skipSpace() {
		return token{kind: tEOF, pos: Pos(s.off)}
	}
	start := s.off
	c := s.text[start]
	switch {
	case isIdentStart(c):
		i := start + 1
		for i < len(s.text) && (isIdentStart(s.text[i]) || isDigit(s.text[i])) {
			i++
		}
		s.off, s.bol = i, false
		word := s.text[start:i]
		kind := tIdent
		if k, ok := keywords[word]; ok {
			kind = k
		}
		return token{kind, Pos(start), word}
	case isDigit(c):
		i := start + 1
		for i < len(s.text) && (isIdentStart(s.text[i]) || isDigit(s.text[i]) || s.text[i] == '.') {
			i++
		}
		s.off, s.bol = i, false
		return token{tInt, Pos(start), s.text[start:i]}
	case c == '"' || c == '\'':
		i := start + 1
		for i < len(s.text) && s.text[i] != c && s.text[i] != '\n' {
			if s.text[i] == '\\' && i+1 < len(s.text) && s.text[i+1] != '\n' {
				i++
			}
			i++
		}
		if i < len(s.text) && s.text[i] == c {
			i++
		}
		s.off, s.bol = i, false
		return token{tString, Pos(start), s.text[start:i]}
	}
	kind, n := punct(s.text[start:])
	if kind == tHash {
		wasBOL := s.bol
		s.off, s.bol = start+1, false
		if wasBOL {
			return token{tHash, Pos(start), "#"}
		}
		return token{tBad, Pos(start), "#"}
	}
	s.off, s.bol = start+n, false
	if kind == tBad {
		return token{tBad, Pos(start), s.text[start : start+n]}
	}
	return token{kind: kind, pos: Pos(start)}
}

// punct matches the longest punctuator at the start of s.
func punct(s string) (tokKind, int) {
	c1, c2 := byte(0), byte(0)
	if len(s) > 1 {
		c1 = s[1]
	}
	if len(s) > 2 {
		c2 = s[2]
	}
	pick := func(plain, withEq tokKind) (tokKind, int) {
		if c1 == '=' {
			return withEq, 2
		}
		return plain, 1
	}
	switch s[0] {
	case '(':
		return tLParen, 1
	case ')':
		return tRParen, 1
	case '{':
		return tLBrace, 1
	case '}':
		return tRBrace, 1
	case '[':
		return tLBracket, 1
	case ']':
		return tRBracket, 1
	case ';':
		return tSemi, 1
	case ',':
		return tComma, 1
	case ':':
		if c1 == ':' {
			return tScope, 2
		}
		return tColon, 1
	case '?':
		return tQuestion, 1
	case '.':
		return tDot, 1
	case '~':
		return tTilde, 1
	case '!':
		return pick(tNot, tNe)
	case '*':
		return pick(tMul, tMulAssign)
	case '/':
		return pick(tDiv, tDivAssign)
	case '%':
		return pick(tMod, tModAssign)
	case '^':
		return pick(tXor, tXorAssign)
	case '=':
		return pick(tAssign, tEq)
	case '+':
		if c1 == '+' {
			return tInc, 2
		}
		return pick(tAdd, tAddAssign)
	case '-':
		switch c1 {
		case '-':
			return tDec, 2
		case '>':
			return tArrow, 2
		}
		return pick(tSub, tSubAssign)
	case '&':
		if c1 == '&' {
			return tLAnd, 2
		}
		return pick(tAnd, tAndAssign)
	case '|':
		if c1 == '|' {
			return tLOr, 2
		}
		return pick(tOr, tOrAssign)
	case '<':
		if c1 == '<' {
			if c2 == '=' {
				return tShlAssign, 3
			}
			return tShl, 2
		}
		return pick(tLt, tLe)
	case '>':
		if c1 == '>' {
			if c2 == '=' {
				return tShrAssign, 3
			}
			return tShr, 2
		}
		return pick(tGt, tGe)
	case '#':
		return tHash, 1
	}
	return tBad, 1
}
