package host

import (
	"math"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/design/logic"
)

var timeServices = map[string]handler{
	"$timeformat": (*Host).timeformat, "$printtimescale": (*Host).printtimescale,
	"$time": (*Host).timeValue, "$stime": (*Host).timeValue, "$simtime": (*Host).timeValue,
	"$realtime": (*Host).timeValue, "$abstime": (*Host).timeValue,
}

// ScaleTime gives a time in ticks of precision in units of unit, rounded to the
// nearest, halves up (IEEE 1364-2005 17.7.1).
func ScaleTime(ticks uint64, unit, precision int) uint64 {
	div, ok := pow10(unit - precision)
	if !ok {
		return 0
	}
	if div == 1 {
		return ticks
	}
	q, r := ticks/div, ticks%div
	if r >= div/2 {
		q++
	}
	return q
}

// ScaleRealtime gives a time in ticks of precision in units of unit.
func ScaleRealtime(ticks uint64, unit, precision int) float64 {
	if unit <= precision {
		return float64(ticks) * math.Pow10(precision-unit)
	}
	return float64(ticks) / math.Pow10(unit-precision)
}

// pow10 gives 10**n; ok is false where that passes 64 bits. n below 0 counts
// as 0: no module has a unit finer than the simulation's precision.
func pow10(n int) (p uint64, ok bool) {
	p = 1
	for ; n > 0; n-- {
		if p > math.MaxUint64/10 {
			return 0, false
		}
		p *= 10
	}
	return p, true
}

func (h *Host) timeValue(c Caller, _ []Arg) Result {
	p := h.cfg.Precision
	switch c.Name {
	case "$stime":
		return Result{Value: Arg{Kind: ArgTime, Vec: logic.FromUint64(32, ScaleTime(c.Now, c.Unit, p))}}
	case "$simtime":
		return Result{Value: Arg{Kind: ArgTime, Vec: logic.FromUint64(64, c.Now)}}
	case "$realtime":
		return Result{Value: Realtime(c.Now, c.Unit, p)}
	case "$abstime":
		return realResult(ScaleRealtime(c.Now, 0, p))
	}
	return Result{Value: Time(c.Now, c.Unit, p)}
}

// timeFormat is what $timeformat set: the units (a power of ten in seconds), the
// digits behind the point, the suffix and the least width that %t prints.
type timeFormat struct {
	units, precision int
	suffix           string
	width            int
}

func (h *Host) timeformat(c Caller, args []Arg) Result {
	if len(args) == 0 {
		h.tf = timeFormat{units: h.cfg.Precision, width: 20}
		return Result{}
	}
	if len(args) < 4 {
		h.at(c, "ERROR", "%s requires zero or four arguments.", c.Name)
		return tooFew
	}
	h.tf = timeFormat{
		units:     int(args[0].integer()),
		precision: clampField(args[1].integer()),
		suffix:    args[2].text(),
		width:     clampField(args[3].integer()),
	}
	return Result{}
}

func clampField(i int32) int { return min(max(int(i), 0), maxFieldWidth) }

var timeUnits = []string{"s", "ms", "us", "ns", "ps", "fs"}

// TimeScale names a power of ten from 2 down to -15 as `timescale does: -11 is
// "10ps".
func TimeScale(exp int) string {
	if exp > 0 {
		return "1" + strings.Repeat("0", min(exp, 2)) + "s"
	}
	i := min((2-exp)/3, len(timeUnits)-1)
	return "1" + strings.Repeat("0", max(exp+3*i, 0)) + timeUnits[i]
}

func (h *Host) printtimescale(c Caller, args []Arg) Result {
	name := c.Module
	if name == "" {
		name = c.Scope
	}
	switch {
	case len(args) > 1:
		name = args[1].text()
	case len(args) > 0 && args[0].NetName != "":
		name = args[0].NetName
	}
	h.printf("Time scale of (%s) is %s / %s\n", name, TimeScale(c.Unit), TimeScale(c.Precision))
	return Result{}
}

// convert is %t (IEEE 1364-2005 17.3.2): the value is in the caller's time unit.
func (t *timeFormat) convert(p spec, a Arg, c Caller) string {
	prec := p.precision
	if prec == -1 {
		prec = t.precision
	}
	var s string
	if a.isReal() {
		r := a.Real
		if c.Unit >= t.units {
			r *= math.Pow10(c.Unit - t.units)
		} else {
			r /= math.Pow10(t.units - c.Unit)
		}
		s = formatFloat('f', r, prec, false)
	} else {
		d, _ := a.digits('d')
		s = shiftDecimal(d, c.Unit-t.units, prec)
	}
	s += t.suffix
	width := p.width
	if p.zero {
		if width == -1 {
			width = 0
		} else if !p.left && len(s) < width {
			s = strings.Repeat("0", width-len(s)) + s
		}
	}
	if width == -1 {
		width = t.width
	}
	return pad(s, width, p.left)
}

// shiftDecimal moves the point of the digits in value by shift places to the
// right (to the left where shift is negative) and cuts to precision places, as
// Icarus does: it truncates, and pads with zeros only up to what it counts as the
// value's own places.
func shiftDecimal(value string, shift, precision int) string {
	value = stripZeros(value)
	zeros := func(n int) string { return strings.Repeat("0", max(n, 0)) }
	if shift >= 0 {
		s := value
		if value[0] != '0' {
			s += zeros(min(shift, maxFieldWidth))
		}
		if precision > 0 {
			s += "." + zeros(precision)
		}
		return s
	}
	cut := func(s string, n int) string { return s[:min(max(n, 0), len(s))] }
	head := len(value) + shift
	if head > 0 {
		if precision == 0 {
			return value[:head]
		}
		return value[:head] + "." + cut(value[head:], precision) + zeros(precision+shift)
	}
	s := "0"
	if precision > 0 {
		s += "."
	}
	s += zeros(min(-head, precision))
	if tail := precision + head; tail > 0 {
		s += cut(value, tail) + zeros(precision+shift+1-len(value))
	}
	return s
}

// FinishReport is the line that a simulator prints at $finish(1) and above where
// it prints one; vvp 11 prints none.
func FinishReport(c Caller, name string) string {
	return c.File + ":" + strconv.Itoa(c.Line) + ": " + name + " called at " + strconv.FormatUint(c.Now, 10) +
		" (" + TimeScale(c.Precision) + ")"
}
