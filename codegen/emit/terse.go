package emit

import (
	"fmt"
	"strings"
)

// The texts of the vm form are compiled on the user's machine, so their size without comments is kept small. terse rewrites text for
// that, without touching what it means: lines, levels and comments stay for people.
//
//   - A named constant becomes its number with the name as a comment behind it: one declaration fewer and a shorter use.
//   - The prefix gpga_ of the library's own functions and types is shortened: g_ for functions, none for the types of values. What
//     the runtime looks for by name keeps its name.
//   - ~0u is written so, and the heads that most functions have are macros.
//   - Spaces stand only where two tokens would become one.
func terse(text string, consts map[string]uint32) string {
	var b strings.Builder
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
			} else {
				code(shortName(name))
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

// shortName is the name that a function or type of the library has in the vm's text.
func shortName(name string) string {
	rest, ok := strings.CutPrefix(name, "gpga_")
	switch {
	case !ok || kept[name] || strings.HasPrefix(rest, "f64_"):
		return name
	case rest == "l32" || rest == "l64":
		return rest
	}
	return "g_" + rest
}

// terseHeads are the macros of shortHeads.
const terseHeads = "#define GPGA_IN static inline\n#define GPGA_ST device uint *st\n\n"

// shortHeads writes heads of functions, and of the loops that compilers must not unroll, shorter. A loop of the library with such a
// pragma calls functions or leaves early, so no compiler turns it into vectors.
var shortHeads = strings.NewReplacer("\nstatic inline ", "\nGPGA_IN ", "(device uint *st", "(GPGA_ST", "unroll(disable) vectorize(disable)", "unroll(disable)")
