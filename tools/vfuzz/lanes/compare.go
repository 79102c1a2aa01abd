package lanes

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Key is what a line of output starts with: the program and the process that printed it ("17.2"), "" where there is none.
func Key(line string) string {
	i := strings.IndexByte(line, ' ')
	if i <= 0 {
		return ""
	}
	dot := false
	for _, c := range line[:i] {
		switch {
		case c == '.' && !dot:
			dot = true
		case c < '0' || c > '9':
			return ""
		}
	}
	if !dot {
		return ""
	}
	return line[:i]
}

// byKey sorts a text's lines by key, those of one key in their order.
func byKey(text string) map[string][]string {
	out := map[string][]string{}
	for _, line := range strings.Split(text, "\n") {
		k := Key(line)
		out[k] = append(out[k], line)
	}
	return out
}

// Difference is where two outcomes part, for one program.
type Difference struct {
	Program string // the part of the key before its dot; "" where it cannot be told
	Ends    bool   // not what was printed, but how it ended
	What    string
}

// Compare lists the programs for which got is not want. Strictly, the order of all lines counts, and the program is not told.
func Compare(got, want Outcome, strict bool) []Difference {
	if got.Refused || want.Refused || (got.Err != "") != (want.Err != "") {
		if got.Refused && want.Refused {
			return nil
		}
		return []Difference{{"", true, fmt.Sprintf("one ends with %q, the other with %q", brief(got.Err), brief(want.Err))}}
	}
	// What the sign of no number is, is the processor's business.
	got.Text, want.Text = noNumber.ReplaceAllString(got.Text, " nan"), noNumber.ReplaceAllString(want.Text, " nan")
	if got.Text == want.Text {
		return nil
	}
	if strict {
		return []Difference{{"", false, parting(strings.Split(got.Text, "\n"), strings.Split(want.Text, "\n"))}}
	}
	g, w := byKey(got.Text), byKey(want.Text)
	keys := map[string]bool{}
	for k := range g {
		keys[k] = true
	}
	for k := range w {
		keys[k] = true
	}
	var out []Difference
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		if slices.Equal(g[k], w[k]) {
			continue
		}
		p, _, _ := strings.Cut(k, ".")
		if n := len(out); n == 0 || out[n-1].Program != p {
			out = append(out, Difference{p, false, parting(g[k], w[k])})
		}
	}
	return out
}

var noNumber = regexp.MustCompile(` *-?nan`)

// parting shows the first lines that differ.
func parting(g, w []string) string {
	for i := range max(len(g), len(w)) {
		a, b := "(nothing)", "(nothing)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return fmt.Sprintf("line %d: %.300s\n   expected: %.300s", i+1, a, b)
		}
	}
	return "the order of lines"
}

func brief(s string) string {
	if len(s) > 600 {
		return s[:600] + "..."
	}
	return s
}
