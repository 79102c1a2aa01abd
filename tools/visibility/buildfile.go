package visibility

import (
	"fmt"
	"strings"
)

// A Call is a top-level call in a BUILD file: a rule, a package() or an exports_files().
type Call struct {
	Line  int // of the function's name, counted from 1
	Func  string
	Lists map[string]List // keyword arguments that are a string or a list of strings
	Names []string        // strings of the first positional argument (exports_files)
}

// A List is the value of a keyword argument.
type List struct {
	Items []string // every string in the value, those in select() branches included
	Plain bool     // whether the value is one string or one list of strings, and nothing that is computed
}

// Name returns the call's name attribute, or "" if it has none.
func (c Call) Name() string {
	if l := c.Lists["name"]; l.Plain && len(l.Items) == 1 {
		return l.Items[0]
	}
	return ""
}

type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokName
	tokString
	tokPunct
)

type lexeme struct {
	kind tokenKind
	text string // a string's value, without its quotes
	line int
}

// tokenize splits the text of a BUILD file into names, strings and single punctuation marks; it drops comments and blanks.
func tokenize(text string) ([]lexeme, error) {
	var toks []lexeme
	line := 1
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '\n':
			line++
			i++
		case c == ' ' || c == '\t' || c == '\r' || c == '\\':
			i++
		case c == '#':
			for i < len(text) && text[i] != '\n' {
				i++
			}
		case c == '"' || c == '\'':
			quote := string(c)
			if strings.HasPrefix(text[i:], quote+quote+quote) {
				quote += quote + quote
			}
			start := line
			var b strings.Builder
			j := i + len(quote)
			for ; j < len(text) && !strings.HasPrefix(text[j:], quote); j++ {
				if text[j] == '\n' {
					if len(quote) == 1 {
						return nil, fmt.Errorf("%d: string without an end", start)
					}
					line++
				}
				if text[j] == '\\' && j+1 < len(text) {
					j++
				}
				b.WriteByte(text[j])
			}
			if j >= len(text) {
				return nil, fmt.Errorf("%d: string without an end", start)
			}
			toks = append(toks, lexeme{tokString, b.String(), start})
			i = j + len(quote)
		case isNameByte(c):
			j := i
			for j < len(text) && isNameByte(text[j]) {
				j++
			}
			toks = append(toks, lexeme{tokName, text[i:j], line})
			i = j
		default:
			toks = append(toks, lexeme{tokPunct, string(c), line})
			i++
		}
	}
	return append(toks, lexeme{tokEnd, "", line}), nil
}

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

// ParseBuild returns the top-level calls of a BUILD file, in order. What stands outside calls (assignments, comments) is
// passed over. An error starts with the line's number.
func ParseBuild(text string) ([]Call, error) {
	toks, err := tokenize(text)
	if err != nil {
		return nil, err
	}
	var calls []Call
	depth := 0
	for i := 0; toks[i].kind != tokEnd; i++ {
		t := toks[i]
		if depth == 0 && t.kind == tokName && toks[i+1] == (lexeme{tokPunct, "(", toks[i+1].line}) {
			c, next, err := parseCall(toks, i)
			if err != nil {
				return nil, err
			}
			calls = append(calls, c)
			i = next - 1
			continue
		}
		if t.kind == tokPunct {
			switch t.text {
			case "(", "[", "{":
				depth++
			case ")", "]", "}":
				depth--
			}
			if depth < 0 {
				return nil, fmt.Errorf("%d: %q closes nothing", t.line, t.text)
			}
		}
	}
	if depth != 0 {
		return nil, fmt.Errorf("%d: a bracket is not closed", toks[len(toks)-1].line)
	}
	return calls, nil
}

// parseCall reads the call whose name is toks[i] and returns the index of the token after it.
func parseCall(toks []lexeme, i int) (Call, int, error) {
	c := Call{Line: toks[i].line, Func: toks[i].text, Lists: map[string]List{}}
	first := true
	for j := i + 2; ; {
		t := toks[j]
		switch {
		case t.kind == tokEnd:
			return c, j, fmt.Errorf("%d: the call of %s is not closed", c.Line, c.Func)
		case t.kind == tokPunct && t.text == ")":
			return c, j + 1, nil
		case t.kind == tokPunct && t.text == ",":
			j++
			continue
		case t.kind == tokPunct && (t.text == "]" || t.text == "}"):
			return c, j, fmt.Errorf("%d: %q closes nothing", t.line, t.text)
		}
		key := ""
		if t.kind == tokName && toks[j+1].kind == tokPunct && toks[j+1].text == "=" {
			key = t.text
			j += 2
		}
		val, next, err := parseValue(toks, j)
		if err != nil {
			return c, j, err
		}
		if key != "" {
			c.Lists[key] = val
		} else if first {
			c.Names = val.Items
		}
		first = false
		j = next
	}
}

// parseValue reads an argument's tokens up to the comma or bracket that ends it.
func parseValue(toks []lexeme, i int) (List, int, error) {
	var l List
	depth, j := 0, i
	shape := "" // the value's tokens with each string as s
	for ; ; j++ {
		t := toks[j]
		if t.kind == tokEnd {
			return l, j, fmt.Errorf("%d: an argument is not closed", toks[i].line)
		}
		if t.kind == tokString {
			l.Items = append(l.Items, t.text)
			shape += "s"
			continue
		}
		if t.kind == tokPunct {
			switch t.text {
			case "(", "[", "{":
				depth++
			case ")", "]", "}":
				if depth == 0 {
					l.Plain = isPlain(shape)
					return l, j, nil
				}
				depth--
			case ",":
				if depth == 0 {
					l.Plain = isPlain(shape)
					return l, j, nil
				}
			}
		}
		shape += t.text
	}
}

// isPlain reports whether a value's shape is a string or a list of strings.
func isPlain(shape string) bool {
	if shape == "s" || shape == "[]" {
		return true
	}
	inner, ok := strings.CutPrefix(shape, "[")
	if !ok {
		return false
	}
	inner, ok = strings.CutSuffix(inner, "]")
	if !ok {
		return false
	}
	for item := range strings.SplitSeq(strings.TrimSuffix(inner, ","), ",") {
		if item != "s" {
			return false
		}
	}
	return true
}
