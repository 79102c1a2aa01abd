package main

import (
	"regexp"
	"strings"
)

var (
	comments   = regexp.MustCompile(`(?s)/\*.*?\*/|//[^\n]*`)
	strings_   = regexp.MustCompile(`"(?:[^"\\\n]|\\.)*"`)
	moduleHead = regexp.MustCompile(`(?s)\bmodule\s+([A-Za-z_]\w*)\s*(#\s*\()?`)
	portWords  = regexp.MustCompile(`\b(input|wire|reg|logic|bit)\b`)
)

// blank takes comments and the contents of strings out of a Verilog text.
func blank(text string) string {
	return strings_.ReplaceAllString(comments.ReplaceAllString(text, " "), `""`)
}

// portsOf returns the names of the ports of a module in a Verilog text, and whether the module is there. It reads no more of
// the language than module headers need: gpga's parser must not decide which programs gpga is tried on. An entry that is
// neither a name nor an input of one bit comes back as it stands.
func portsOf(text, module string) ([]string, bool) {
	text = blank(text)
	for _, m := range moduleHead.FindAllStringSubmatchIndex(text, -1) {
		if text[m[2]:m[3]] != module {
			continue
		}
		rest := text[m[1]:]
		if m[4] >= 0 {
			_, after, ok := parenthesis("(" + rest)
			if !ok {
				return nil, false
			}
			rest = after
		}
		rest = strings.TrimSpace(rest)
		if strings.HasPrefix(rest, ";") {
			return nil, true
		}
		list, _, ok := parenthesis(rest)
		if !ok {
			return nil, false
		}
		var names []string
		for _, p := range strings.Split(list, ",") {
			p = strings.TrimSpace(portWords.ReplaceAllString(p, ""))
			if p != "" {
				names = append(names, p)
			}
		}
		return names, true
	}
	return nil, false
}

// firstModule is the name of the first module in a Verilog text, "" where there is none.
func firstModule(text string) string {
	if m := moduleHead.FindStringSubmatch(blank(text)); m != nil {
		return m[1]
	}
	return ""
}

// parenthesis splits a text that starts with ( into what stands between it and the ) that belongs to it, and the rest.
func parenthesis(s string) (inside, rest string, ok bool) {
	if !strings.HasPrefix(s, "(") {
		return "", "", false
	}
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return s[1:i], s[i+1:], true
			}
		}
	}
	return "", "", false
}
