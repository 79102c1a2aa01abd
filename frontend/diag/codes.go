package diag

import (
	"sort"
	"sync"
)

// Info documents a code. Class names the -W class of warnings ("" for errors
// that cannot be switched). Quiet warnings appear only under -Wall or their own
// -W option.
type Info struct {
	Code  Code
	Class string
	Quiet bool
	Text  string
}

// Table lists every code: preprocessor, scanner and parser, elaboration,
// lints, lowering, and what can go wrong in a run. Each part's entries stand in its own codes_*.go file.
func Table() []Info {
	var out []Info
	for _, part := range [][]Info{preprocCodes, parseCodes, elabCodes, exprCodes, lintCodes, waiveCodes, lowerCodes, runCodes} {
		out = append(out, part...)
	}
	return out
}

var index = sync.OnceValue(func() map[Code]Info {
	m := map[Code]Info{}
	for _, i := range Table() {
		m[i.Code] = i
	}
	return m
})

// Lookup finds a code's entry; unknown codes have an empty one.
func Lookup(c Code) Info { return index()[c] }

// KnownClass tells whether some code belongs to the warning class.
func KnownClass(class string) bool {
	if class == "" {
		return false
	}
	for _, i := range Table() {
		if i.Class == class {
			return true
		}
	}
	return false
}

// Classes lists the warning classes, sorted.
func Classes() []string {
	set := map[string]bool{}
	for _, i := range Table() {
		if i.Class != "" {
			set[i.Class] = true
		}
	}
	var out []string
	for c := range set {
		out = append(out, c)
	}
	sort.Strings(out)
	return out
}
