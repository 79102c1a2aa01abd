package msl

// A Lexeme is a token behind the preprocessor. One that comes out of a macro has the place of the macro's use.
type Lexeme struct {
	Pos  Pos
	Text string // as written; of a punctuator its spelling
	Word bool   // an identifier or a keyword
}

// Lexemes are a text's tokens, for those who look at texts that the parser does not take.
type Lexemes struct {
	Tokens []Lexeme
	src    *source
	unit   *Unit
}

// Lex scans and preprocesses a text. Errors tell what was left out: directives and macros outside the subset.
func Lex(name string, text []byte) (*Lexemes, []Error) {
	s := newSource(name, string(text))
	u := &Unit{Name: name, Source: s.text, src: s}
	l := &Lexemes{src: s, unit: u}
	if len(text) >= 1<<30 {
		s.errorf(0, "text is longer than 1 GiB")
		return l, s.errs
	}
	var toks []token
	toks, u.comments = preprocess(s)
	l.Tokens = make([]Lexeme, 0, len(toks))
	for _, t := range toks {
		if t.kind == tEOF {
			break
		}
		x := Lexeme{Pos: t.pos, Text: t.text}
		if x.Text == "" {
			x.Text = punctText[t.kind]
		} else {
			x.Word = isIdentStart(x.Text[0])
		}
		l.Tokens = append(l.Tokens, x)
	}
	return l, s.sorted()
}

// Line gives the line and column of p, as Unit.Line does.
func (l *Lexemes) Line(p Pos) (line, col int) { return l.src.lineCol(p) }

// CodeBytes is the number of bytes between lo and hi that are not comments.
func (l *Lexemes) CodeBytes(lo, hi Pos) int { return l.unit.CodeBytes(lo, hi) }
