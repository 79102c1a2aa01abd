package msl

import (
	"fmt"
	"sort"
)

// Pos is a byte offset into the source text of a Unit, the place that an error
// or a node refers to. Tokens that come out of a macro carry the place of the
// macro's use.
type Pos uint32

// Kind of a token.
type tokKind uint8

const (
	tEOF tokKind = iota
	tIdent
	tInt
	tString

	tLParen
	tRParen
	tLBrace
	tRBrace
	tLBracket
	tRBracket
	tSemi
	tComma
	tColon
	tScope // ::
	tQuestion
	tDot
	tArrow
	tTilde
	tNot
	tInc
	tDec

	tMul
	tDiv
	tMod
	tAdd
	tSub
	tShl
	tShr
	tLt
	tGt
	tLe
	tGe
	tEq
	tNe
	tAnd
	tXor
	tOr
	tLAnd
	tLOr

	tAssign
	tMulAssign
	tDivAssign
	tModAssign
	tAddAssign
	tSubAssign
	tShlAssign
	tShrAssign
	tAndAssign
	tXorAssign
	tOrAssign

	tHash // only seen inside directives
	tBad

	kwIf
	kwElse
	kwFor
	kwWhile
	kwDo
	kwSwitch
	kwCase
	kwDefault
	kwBreak
	kwContinue
	kwReturn
	kwStruct
	kwConst
	kwConstexpr
	kwStatic
	kwInline
	kwKernel
	kwDevice
	kwConstant
	kwThread
	kwThreadgroup
	kwTrue
	kwFalse
	kwUsing
	kwNamespace
	kwUnsigned
	kwSigned
	kwVolatile
	kwStaticCast
	kwAsType
	kwAttribute
	kwForbidden // a C++ word that the subset has no place for
)

var keywords = map[string]tokKind{
	"if": kwIf, "else": kwElse, "for": kwFor, "while": kwWhile, "do": kwDo,
	"switch": kwSwitch, "case": kwCase, "default": kwDefault, "break": kwBreak,
	"continue": kwContinue, "return": kwReturn, "struct": kwStruct,
	"const": kwConst, "constexpr": kwConstexpr, "static": kwStatic,
	"inline": kwInline, "kernel": kwKernel, "device": kwDevice,
	"constant": kwConstant, "thread": kwThread, "threadgroup": kwThreadgroup,
	"true": kwTrue, "false": kwFalse, "using": kwUsing, "namespace": kwNamespace,
	"unsigned": kwUnsigned, "signed": kwSigned, "volatile": kwVolatile,
	"static_cast": kwStaticCast, "as_type": kwAsType, "__attribute__": kwAttribute,

	"goto": kwForbidden, "class": kwForbidden, "template": kwForbidden,
	"typename": kwForbidden, "virtual": kwForbidden, "new": kwForbidden,
	"delete": kwForbidden, "try": kwForbidden, "catch": kwForbidden,
	"throw": kwForbidden, "asm": kwForbidden, "operator": kwForbidden,
	"union": kwForbidden, "enum": kwForbidden, "typedef": kwForbidden,
	"sizeof": kwForbidden, "this": kwForbidden, "friend": kwForbidden,
	"private": kwForbidden, "public": kwForbidden, "protected": kwForbidden,
	"reinterpret_cast": kwForbidden, "const_cast": kwForbidden,
	"dynamic_cast": kwForbidden, "auto": kwForbidden, "register": kwForbidden,
	"extern": kwForbidden, "mutable": kwForbidden, "explicit": kwForbidden,
	"decltype": kwForbidden, "thread_local": kwForbidden, "vertex": kwForbidden,
	"fragment": kwForbidden, "nullptr": kwForbidden, "alignas": kwForbidden,
	"alignof": kwForbidden, "noexcept": kwForbidden, "typeid": kwForbidden,
}

var punctText = map[tokKind]string{
	tLParen: "(", tRParen: ")", tLBrace: "{", tRBrace: "}", tLBracket: "[",
	tRBracket: "]", tSemi: ";", tComma: ",", tColon: ":", tScope: "::",
	tQuestion: "?", tDot: ".", tArrow: "->", tTilde: "~", tNot: "!",
	tInc: "++", tDec: "--", tMul: "*", tDiv: "/", tMod: "%", tAdd: "+",
	tSub: "-", tShl: "<<", tShr: ">>", tLt: "<", tGt: ">", tLe: "<=",
	tGe: ">=", tEq: "==", tNe: "!=", tAnd: "&", tXor: "^", tOr: "|",
	tLAnd: "&&", tLOr: "||", tAssign: "=", tMulAssign: "*=", tDivAssign: "/=",
	tModAssign: "%=", tAddAssign: "+=", tSubAssign: "-=", tShlAssign: "<<=",
	tShrAssign: ">>=", tAndAssign: "&=", tXorAssign: "^=", tOrAssign: "|=",
}

// token is one lexical token; text is a substring of the source.
type token struct {
	kind tokKind
	pos  Pos
	text string
}

// describe names a token in an error message.
func (t token) describe() string {
	switch {
	case t.kind == tEOF:
		return "end of file"
	case t.text != "":
		return "'" + t.text + "'"
	}
	return "'" + punctText[t.kind] + "'"
}

// Error is one complaint about an MSL text, with the place it stands at. Line
// and Col count from 1; Col counts bytes.
type Error struct {
	File string
	Line int
	Col  int
	Msg  string
}

// Error formats e as file:line:col: message.
func (e Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Msg)
}

// maxErrors bounds what one text may complain about; after it parsing stops.
const maxErrors = 40

// source is the text and its line table, shared by all stages.
type source struct {
	name  string
	text  string
	lines []Pos // offset of the first byte of each line
	errs  []Error
	seen  map[Error]bool
}

func newSource(name string, text string) *source {
	s := &source{name: name, text: text, seen: map[Error]bool{}}
	s.lines = append(s.lines, 0)
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			s.lines = append(s.lines, Pos(i+1))
		}
	}
	return s
}

func (s *source) lineCol(p Pos) (line, col int) {
	i := sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > p })
	return i, int(p-s.lines[i-1]) + 1
}

func (s *source) errorf(p Pos, format string, args ...any) {
	if len(s.errs) >= maxErrors {
		return
	}
	line, col := s.lineCol(p)
	e := Error{s.name, line, col, fmt.Sprintf(format, args...)}
	if !s.seen[e] {
		s.seen[e] = true
		s.errs = append(s.errs, e)
	}
}

// sorted returns the errors by position (the checker visits functions before
// it looks at whole-unit rules).
func (s *source) sorted() []Error {
	sort.SliceStable(s.errs, func(i, j int) bool {
		a, b := s.errs[i], s.errs[j]
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Col < b.Col
	})
	return s.errs
}
