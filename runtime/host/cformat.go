package host

import (
	"math"
	"strconv"
	"strings"
)

// formatFloat is C's printf conversion of a double: verb e, f or g, with
// precision digits; alt is the # flag. Width and sign flags are pad's.
func formatFloat(verb byte, r float64, precision int, alt bool) string {
	if math.IsInf(r, 0) || math.IsNaN(r) {
		s := "inf"
		if math.IsNaN(r) {
			s = "nan"
		}
		if math.Signbit(r) {
			s = "-" + s
		}
		return s
	}
	switch verb {
	case 'e', 'f':
		return strconv.FormatFloat(r, verb, precision, 64)
	}
	// %g: the exponent that %e would print decides the form; trailing zeros go
	// unless # keeps them (C11 7.21.6.1).
	if precision == 0 {
		precision = 1
	}
	sci := strconv.FormatFloat(r, 'e', precision-1, 64)
	at := strings.IndexByte(sci, 'e')
	exp, _ := strconv.Atoi(sci[at+1:])
	if exp < -4 || exp >= precision {
		mant := sci[:at]
		if !alt {
			mant = trimFraction(mant)
		}
		return mant + sci[at:]
	}
	s := strconv.FormatFloat(r, 'f', precision-1-exp, 64)
	if !alt {
		return trimFraction(s)
	}
	if !strings.Contains(s, ".") {
		s += "."
	}
	return s
}

func trimFraction(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(s, "0")
		s = strings.TrimSuffix(s, ".")
	}
	return s
}

// pad brings s to width columns, blanks on the left, or on the right with left.
func pad(s string, width int, left bool) string {
	if len(s) >= width {
		return s
	}
	blanks := strings.Repeat(" ", width-len(s))
	if left {
		return s + blanks
	}
	return blanks + s
}

// zeroPad puts zeros between a sign and the digits of s until it has width
// columns.
func zeroPad(s string, width int) string {
	if len(s) >= width {
		return s
	}
	sign := ""
	if s != "" && (s[0] == '-' || s[0] == '+') {
		sign, s = s[:1], s[1:]
	}
	return sign + strings.Repeat("0", width-len(sign)-len(s)) + s
}

// stripZeros drops leading zeros but the last digit.
func stripZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}
