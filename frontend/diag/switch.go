package diag

import (
	"fmt"
	"sort"
	"strings"
)

// groups are names for several classes at once, for -W, waivers and comments.
var groups = map[string][]string{
	"width": {"width-trunc", "width-expand", "width-operand", "portbind"},
	"lint":  nil, // filled from the table: all classes of lints
}

// lintClasses are the classes that package lint reports, and those of elaboration that belong with them.
var lintClasses = []string{"implicit", "portbind", "select-range", "undriven", "unused", "declaration", "sensitivity", "width-trunc",
	"literal-truncated", "macro-redefinition", "timescale"}

func init() {
	seen := map[string]bool{}
	for _, c := range lintClasses {
		seen[c] = true
	}
	for _, i := range lintCodes {
		seen[i.Class] = i.Class != "pin-empty" // an empty connection says that the port is open on purpose
	}
	for c, in := range seen {
		if !in {
			continue
		}
		groups["lint"] = append(groups["lint"], c)
	}
	sort.Strings(groups["lint"])
}

// aliases are the names under which Verilator knows what a class or group of ours says. A name with several meanings there
// maps to a group or to the nearest class.
var aliases = map[string][]string{
	"WIDTH":           {"width"},
	"WIDTHTRUNC":      {"width-trunc"},
	"WIDTHEXPAND":     {"width-expand", "width-operand"},
	"IMPLICIT":        {"implicit"},
	"PINMISSING":      {"pin-missing", "portbind"},
	"PINCONNECTEMPTY": {"pin-empty"},
	"PINNOCONNECT":    {"pin-empty"},
	"UNUSED":          {"unused", "unused-bits", "unused-value", "unused-parameter"},
	"UNUSEDSIGNAL":    {"unused", "unused-bits", "unused-value"},
	"UNUSEDPARAM":     {"unused-parameter"},
	"UNUSEDGENVAR":    {"unused-parameter"},
	"UNDRIVEN":        {"undriven", "undriven-bits"},
	"LATCH":           {"latch"},
	"MULTIDRIVEN":     {"multidriven"},
	"BLKSEQ":          {"blockseq"},
	"COMBDLY":         {"combdly"},
	"BLKANDNBLK":      {"blkandnblk"},
	"CASEINCOMPLETE":  {"case-incomplete"},
	"CASEOVERLAP":     {"case-overlap"},
	"CASEX":           {"casex"},
	"CASEWITHX":       {"case-xz"},
	"UNSIGNED":        {"cmp-const"},
	"CMPCONST":        {"cmp-const"},
	"VARHIDDEN":       {"shadow"},
	"REALCVT":         {"real-convert"},
	"ASSIGNIN":        {"assign-input"},
	"SELRANGE":        {"select-range"},
	"REDEFMACRO":      {"macro-redefinition"},
	"ALWCOMBORDER":    {"comb-order"},
	"SYNCASYNCNET":    {"sync-async"},
	"TIMESCALEMOD":    {"timescale"},
	"lint":            {"lint"},
}

// expandClass turns the name of a class, a group or one of Verilator's warnings into classes; none for an unknown name.
func expandClass(name string) []string {
	if list, ok := aliases[name]; ok {
		var out []string
		for _, n := range list {
			if g, ok := groups[n]; ok {
				out = append(out, g...)
			} else {
				out = append(out, n)
			}
		}
		return out
	}
	if g, ok := groups[name]; ok {
		return g
	}
	if KnownClass(name) {
		return []string{name}
	}
	return nil
}

// Groups lists the groups of classes by name.
func Groups() map[string][]string { return groups }

// SetWarning applies one -W option, given without the "-W": "all", "none", "error", "no-error", "CLASS", "no-CLASS",
// "error=CLASS", "no-error=CLASS". CLASS is a class, a group ("lint", "width") or the name of one of Verilator's warnings
// ("WIDTH"). An unknown class is an error. A later option overrides an earlier one.
func (l *List) SetWarning(opt string) error {
	switch opt {
	case "all":
		l.all, l.none = true, false
		return nil
	case "none", "no-all":
		l.none, l.all = true, false
		clear(l.on)
		return nil
	case "error":
		l.asErrors = true
		return nil
	case "no-error":
		l.asErrors = false
		return nil
	}
	word, setError, noError := opt, false, false
	if c, ok := strings.CutPrefix(opt, "error="); ok {
		word, setError = c, true
	} else if c, ok := strings.CutPrefix(opt, "no-error="); ok {
		word, noError = c, true
	}
	no := false
	if !setError && !noError {
		word, no = strings.CutPrefix(word, "no-")
	}
	classes := expandClass(word)
	if len(classes) == 0 {
		return fmt.Errorf("-W%s: there is no warning class %q (classes: %s; groups: lint, width)", opt, word, strings.Join(Classes(), ", "))
	}
	for _, c := range classes {
		switch {
		case noError:
			l.notError[c] = true
			delete(l.errorClass, c)
		case no:
			l.off[c] = true
			delete(l.on, c)
			delete(l.errorClass, c)
		default:
			l.on[c] = true
			delete(l.off, c)
			if setError {
				l.errorClass[c] = true
				delete(l.notError, c)
			}
		}
	}
	return nil
}

// enabled tells whether a warning with this code is wanted.
func (l *List) enabled(code Code) bool {
	info := Lookup(code)
	switch {
	case l.off[info.Class]:
		return false
	case l.on[info.Class]:
		return true
	case l.none:
		return false
	}
	return l.all || !info.Quiet
}

// Wants tells whether any class of the group is switched on: whether it is worth looking for them.
func (l *List) Wants(group string) bool {
	for _, c := range groups[group] {
		for _, i := range Table() {
			if i.Class == c && i.Quiet && l.enabled(i.Code) {
				return true
			}
		}
	}
	return false
}
