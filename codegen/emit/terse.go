package emit

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The texts of the vm form are compiled on the user's machine, so their size without comments is kept small. terse rewrites text for
// that, without touching what it means: lines, levels and comments stay for people.
//
//   - A named constant becomes its number with the name as a comment behind it: one declaration fewer and a shorter use.
//   - The library's own functions have names of one or two letters, the most used ones the shortest, with the name as a comment
//     behind it. Types of values lose their prefix. What the runtime looks for by name keeps its name.
//   - ~0u is written so, and the heads that most functions have are macros.
//   - Spaces stand only where two tokens would become one.
func terse(text string, consts map[string]uint32) string {
	var b strings.Builder
	short := shortNames(text)
	last := byte('\n') // the last byte of code written
	gap := false       // space was left out since
	word := func(c byte) bool {
		return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	// code writes one token, with a space before it only where it must.
	code := func(tok string) {
		if gap && (word(last) && word(tok[0]) || strings.IndexByte(joining, last) >= 0 && strings.IndexByte(joining, tok[0]) >= 0) {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteString(tok)
		last = tok[len(tok)-1]
	}
	for i := 0; i < len(text); {
		c := text[i]
		end := i + 1
		switch {
		case c == '\n':
			b.WriteByte(c)
			last, gap = c, false
			for end < len(text) && text[end] == '\t' {
				b.WriteByte('\t')
				end++
			}
		case c == ' ' || c == '\t':
			gap = true
		case c == '/' && strings.HasPrefix(text[i:], "/*"):
			end = i + 2 + strings.Index(text[i+2:], "*/") + 2
			b.WriteString(text[i:end])
		case c == '#' && last == '\n':
			// directives are lines of their own
			for end < len(text) && text[end] != '\n' {
				end++
			}
			b.WriteString(text[i:end])
		case word(c):
			for end < len(text) && word(text[end]) {
				end++
			}
			name := text[i:end]
			if v, ok := consts[name]; ok {
				code(strings.TrimSuffix(num(v), "u") + "u")
				fmt.Fprintf(&b, "/*%s*/", name)
			} else if name == "0xffffffffu" {
				code("~")
				code("0u")
			} else if to, ok := short[name]; ok {
				code(to)
				fmt.Fprintf(&b, "/*%s*/", strings.TrimPrefix(name, "gpga_"))
			} else {
				code(plainName(name))
			}
		default:
			code(text[i:end])
		}
		i = end
	}
	return b.String()
}

// joining are the bytes of operators that make another operator, or a comment, when they meet.
const joining = "+-&|<>=/*!"

// kept are the library's names that the runtime looks for.
var kept = map[string]bool{"gpga_step": true, "gpga_params": true, "gpga_slot_stride": true}

// library tells that name is a function of the library that the runtime does not look for.
func library(name string) bool {
	rest, ok := strings.CutPrefix(name, "gpga_")
	return ok && !kept[name] && !strings.HasPrefix(rest, "f64_") && rest != "l32" && rest != "l64"
}

// plainName is the name that anything but a function of the library has in the vm's text.
func plainName(name string) string {
	switch name {
	case "gpga_l32", "gpga_l64":
		return strings.TrimPrefix(name, "gpga_")
	case "GPGA_AT":
		return "A"
	}
	return name
}

// shortNames gives the library's functions in text short names: a capital, or a capital and another letter.
func shortNames(text string) map[string]string {
	uses := map[string]int{}
	for _, name := range identRE.FindAllString(stripComments(text), -1) {
		if library(name) {
			uses[name]++
		}
	}
	names := slices.SortedFunc(maps.Keys(uses), func(a, b string) int {
		return cmp.Or(cmp.Compare(uses[b], uses[a]), strings.Compare(a, b))
	})
	short := map[string]string{}
	for i, name := range names {
		if i += 'B'; i > 'Z' { // A is GPGA_AT
			k := i - 'Z' - 1
			short[name] = string(rune('A'+k/26)) + string(rune('a'+k%26))
			continue
		}
		short[name] = string(rune(i))
	}
	return short
}

// terseHeads are the macros of shortHeads.
const terseHeads = "#define GPGA_IN static inline\n#define GPGA_ST device uint *st\n#define A(s) st[(s)*gpga_slot_stride]\n#define AT(s,k) (st+(s)*gpga_slot_stride)[(k)*gpga_slot_stride]\n\n"

// shortHeads writes heads of functions, and of the loops that compilers must not unroll, shorter. A loop of the library with such a
// pragma calls functions or leaves early, so no compiler turns it into vectors.
var shortHeads = strings.NewReplacer("\nstatic inline ", "\nGPGA_IN ", "(device uint *st", "(GPGA_ST", "unroll(disable) vectorize(disable)", "unroll(disable)")
