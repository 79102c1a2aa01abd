package diag

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

// parts name what finds a diagnostic, by a code's letter.
var parts = map[byte]string{'P': "the preprocessor", 'S': "the scanner and the parser", 'E': "elaboration", 'L': "lowering", 'W': "a warning", 'R': "the run"}

// Explain is what `gpga explain` prints of a code: its text, whether it can be switched off and how, and for lints what is
// behind them. It is "" for an unknown code.
func Explain(c Code) string {
	info := Lookup(c)
	if info.Code == "" {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s.\n", info.Code, info.Text)
	if info.Class == "" {
		fmt.Fprintf(&b, "An error of %s; it cannot be switched off.\n", parts[c[0]])
	} else {
		state := "It is on by default."
		if info.Quiet {
			state = "It is off by default."
		}
		fmt.Fprintf(&b, "A warning of the class %s. %s -W %s switches it on, -W no-%s off, -W error=%s makes it an error;\n", info.Class, state, info.Class, info.Class, info.Class)
		fmt.Fprintf(&b, "behind code, the comment // gpga lint_off %s drops it for that line.\n", info.Class)
		if names := namesOf(info.Class); len(names) > 0 {
			fmt.Fprintf(&b, "Verilator's name for it: %s.\n", strings.Join(names, ", "))
		}
	}
	if h := help[c]; h != "" {
		fmt.Fprintf(&b, "\n%s\n", strings.TrimSpace(h))
	}
	return b.String()
}

// namesOf lists Verilator's names of a class, sorted.
func namesOf(class string) []string {
	var out []string
	for name := range aliases {
		if name == "lint" {
			continue
		}
		for _, c := range expandClass(name) {
			if c == class {
				out = append(out, name)
			}
		}
	}
	sort.Strings(out)
	return out
}

// Document writes all codes as a page in Markdown: docs/diagnostics.md.
func Document(w io.Writer) error {
	var b strings.Builder
	b.WriteString(`# Diagnostics

<!-- Made from the tables in frontend/diag by go run ./tools/gpga explain --page; a test compares. -->

What gpga says about a source has a place, a text and a code that keeps its meaning; ` + "`gpga explain CODE`" + ` prints what is
known about one. Errors (P: preprocessor, S: scanner and parser, E: elaboration, L: lowering, R: the run) cannot be switched off. Warnings
(W) have a class:

| option | effect |
|---|---|
| ` + "`-W CLASS`, `-W no-CLASS`" + ` | one class on or off; the last option about a class decides |
| ` + "`-W all`, `-W none`" + ` | all classes; none but those named after |
| ` + "`-W lint`, `-W width`" + ` | a group of classes |
| ` + "`-W error`, `-W error=CLASS`, `-W no-error=CLASS`" + ` | warnings become errors |
| ` + "`--waive FILE`" + ` | drops what a line of FILE matches: ` + "`lint_off [-rule CLASS] [-file \"GLOB\"] [-lines N[-M]] [-match \"GLOB\"] [-regex \"RE\"]`" + ` |

` + "`-Wall`, `-Wno-CLASS`" + ` in one word are the same. ` + "`gpga lint FILE...`" + ` has the group lint on. In the source, comments waive:

    assign y = a + b;  // gpga lint_off width -- for this line; what follows the dashes is the reason
    // gpga lint_ignore width latch
    assign y = a + b;  // the line below a lint_ignore
    // gpga lint_off unused
    ...                // up to lint_on or the end of the file
    // gpga lint_on unused

` + "`/* verilator lint_off NAME */`, `lint_on`, `lint_save` and `lint_restore`" + ` are read as well; the names of classes and
Verilator's names (second table) are understood in either, in ` + "`-W`" + ` and in waiver files.

`)
	groupNames := make([]string, 0, len(groups))
	for g := range groups {
		groupNames = append(groupNames, g)
	}
	sort.Strings(groupNames)
	b.WriteString("| group | classes |\n|---|---|\n")
	for _, g := range groupNames {
		fmt.Fprintf(&b, "| `%s` | %s |\n", g, strings.Join(groups[g], ", "))
	}
	names := make([]string, 0, len(aliases))
	for n := range aliases {
		if n != "lint" {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	b.WriteString("\n| Verilator's name | classes |\n|---|---|\n")
	for _, n := range names {
		fmt.Fprintf(&b, "| `%s` | %s |\n", n, strings.Join(expandClass(n), ", "))
	}
	b.WriteString("\n## Warnings\n\nThose in bold are on by default.\n\n| code | class | text |\n|---|---|---|\n")
	list := Table()
	sort.SliceStable(list, func(i, j int) bool { return list[i].Code < list[j].Code })
	for _, i := range list {
		if i.Class == "" {
			continue
		}
		class := i.Class
		if !i.Quiet {
			class = "**" + class + "**"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", i.Code, class, i.Text)
	}
	b.WriteString("\n## Errors\n\n| code | text |\n|---|---|\n")
	for _, i := range list {
		if i.Class == "" {
			fmt.Fprintf(&b, "| %s | %s |\n", i.Code, i.Text)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
