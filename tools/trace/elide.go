package trace

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	// A run of numbers between commas: what tables look like in every dump.
	listRE = regexp.MustCompile(`(?:-?(?:0[xX][0-9a-fA-F]+|[0-9]+)[uUlL]*\s*,\s*){2,}-?(?:0[xX][0-9a-fA-F]+|[0-9]+)[uUlL]*`)
	// The digits of one constant: hexadecimal, binary or decimal, with Verilog's x and z among them.
	digitsRE = regexp.MustCompile(`[0-9a-fA-FxXzZ_]{9,}`)
	stringRE = regexp.MustCompile(`"(?:[^"\\\n]|\\.)*"`)
	itemRE   = regexp.MustCompile(`[^,\s]+`)
)

// Elide shortens text for people: of a list of more than n numbers the first n stay, of a constant with more than 4n digits
// and of a string with more than 4n characters the first 4n. What is left out is counted in its place.
func Elide(text string, n int) string {
	if n <= 0 {
		return text
	}
	text = listRE.ReplaceAllStringFunc(text, func(s string) string {
		at := itemRE.FindAllStringIndex(s, -1)
		if len(at) <= n {
			return s
		}
		return s[:at[n-1][1]] + fmt.Sprintf(", /* %d more */", len(at)-n)
	})
	long := func(s string) string {
		if len(s) <= 4*n {
			return s
		}
		return s[:4*n] + fmt.Sprintf("...(%d more)", len(s)-4*n)
	}
	text = digitsRE.ReplaceAllStringFunc(text, func(s string) string {
		if !strings.ContainsAny(s[:1], "0123456789") {
			return s // a word
		}
		return long(s)
	})
	return stringRE.ReplaceAllStringFunc(text, func(s string) string {
		if len(s)-2 <= 4*n {
			return s
		}
		return long(s[:len(s)-1]) + `"`
	})
}
