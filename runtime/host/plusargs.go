package host

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/design/logic"
)

var plusargServices = map[string]handler{
	"$test$plusargs": (*Host).testPlusargs, "$value$plusargs": (*Host).valuePlusargs,
}

// plusarg gives the rest of the first argument that starts with + and prefix.
func (h *Host) plusarg(prefix string) (rest string, ok bool) {
	for _, a := range h.cfg.PlusArgs {
		if strings.HasPrefix(a, "+"+prefix) {
			return a[1+len(prefix):], true
		}
	}
	return "", false
}

func (h *Host) testPlusargs(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	if _, ok := h.plusarg(args[0].text()); ok {
		return intResult(1)
	}
	return intResult(0)
}

// valuePlusargs is $value$plusargs (IEEE 1364-2005 17.10.2): the variable is
// written only where an argument with the prefix exists.
func (h *Host) valuePlusargs(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	format := args[0].text()
	prefix, spec, found := strings.Cut(format, "%")
	if !found {
		h.atQuoted(c, "ERROR", c.Name+" is missing a format code.", format)
		return Result{Finish: true, Level: 1} // behind a $finish vvp's exit status is 0
	}
	spec = strings.TrimPrefix(spec, "0")
	if spec == "" || !strings.Contains("dohxbefgs", strings.ToLower(spec[:1])) {
		h.atQuoted(c, "ERROR", c.Name+" has an invalid format string:", format)
		return Result{Finish: true, Level: 1}
	}
	if len(spec) > 1 {
		h.atQuoted(c, "WARNING", fmt.Sprintf("Skipping trailing garbage in %s's format string:", c.Name), format)
	}
	text, ok := h.plusarg(prefix)
	if !ok {
		return intResult(0)
	}
	r := intResult(1)
	r.Writes = []Write{{Arg: 1, Value: h.plusValue(c, args[1], strings.ToLower(spec[:1])[0], text)}}
	return r
}

func only(s, set string) bool { return strings.Trim(s, set) == "" }

func (h *Host) plusValue(c Caller, target Arg, code byte, text string) Arg {
	numeric := func(name, set string, base byte) Arg {
		inner := strings.LastIndexByte(text, '-') > 0 || strings.HasPrefix(text, "_")
		for _, ch := range text {
			inner = inner || !strings.ContainsRune(set, ch)
		}
		xz := base == 'd' && (only(text, "xX_") || only(text, "zZ_"))
		if inner && !xz {
			h.atQuoted(c, "WARNING", fmt.Sprintf("Invalid %s value passed to %s:", name, c.Name), text)
			text = "x"
		}
		if target.Kind == ArgReal {
			return Real(logic.ToReal(ParseDigits(text, base, 1024), strings.HasPrefix(text, "-")))
		}
		return Arg{Kind: ArgVec, Vec: ParseDigits(text, base, target.Vec.Width), Signed: target.Signed}
	}
	switch code {
	case 'd':
		return numeric("decimal", "-0123456789_", 'd')
	case 'o':
		return numeric("octal", "-01234567_xXzZ", 'o')
	case 'h', 'x':
		return numeric("hex", "-0123456789aAbBcCdDeEfF_xXzZ", 'h')
	case 'b':
		return numeric("binary", "-01_xXzZ", 'b')
	case 's':
		return storeText(target, text)
	}
	v, n := parseCFloat(text)
	if n < len(text) {
		if n == 0 {
			h.atQuoted(c, "WARNING", fmt.Sprintf("Invalid real value passed to %s:", c.Name), text)
		} else {
			h.atQuoted(c, "WARNING", fmt.Sprintf("Extra character(s) \"%s\" found in %s's real string:", text[n:], c.Name), text)
		}
	}
	return store(target, Real(v))
}

// parseCFloat is C's strtod: the longest prefix of s that is a number, and its
// length.
func parseCFloat(s string) (v float64, n int) {
	for end := len(s); end > 0; end-- {
		t := strings.TrimLeft(s[:end], " \t\n\v\f\r")
		if t == "" || strings.Contains(t, "_") || strings.ContainsAny(t[len(t)-1:], "+- ") {
			continue
		}
		f, err := strconv.ParseFloat(t, 64)
		if err == nil || math.IsInf(f, 0) {
			return f, end
		}
		if i, err := strconv.ParseUint(t, 0, 64); err == nil && strings.HasPrefix(strings.ToLower(t), "0x") {
			return float64(i), end
		}
	}
	return 0, 0
}
