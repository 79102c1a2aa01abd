package goldens

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sort"
	"strings"

	"github.com/gpga/gpga/codegen/cost"
)

// Ledger is ledger.json: what each golden design's kernel, and each family of growing designs, costs a shader compiler, and how it came
// to be so.
//
// Its rule: a measured cost that is not the recorded one fails the test, so that every change shows in a commit; a composite
// cost that rises needs a reason, which stays in the history; and no design passes a cap, whatever the reason.
type Ledger struct {
	Caps     map[string]Cap     `json:"caps"`
	Designs  map[string]Entry   `json:"designs"`
	Families map[string]Family  `json:"families"`
	Library  map[string]float64 `json:"library"` // the composite of each function of the library with what is inlined, the most in any design
	History  []Change           `json:"history"` // the oldest first

	open bool // the last change of History is that of this run
}

// Cap bounds one feature of every design. It is changed by hand only.
type Cap struct {
	Limit  int    `json:"limit"`
	Reason string `json:"reason"`
}

// Entry is the record of one design.
type Entry struct {
	Cost     float64        `json:"cost"` // the composite of the whole kernel
	Features map[string]int `json:"features"`
	// Constructs are the composites of what was made of each construct of the source, as file:line construct.
	Constructs map[string]float64 `json:"constructs"`

	library map[string]float64
}

// Family is the record of designs that grow along one axis, in one form of the kernel: cost = floor + slope n.
type Family struct {
	Sizes []int     `json:"sizes"`
	Costs []float64 `json:"costs"`
	Floor float64   `json:"floor"`
	Slope float64   `json:"slope"` // for one more of what grows
}

// Change is what one commit did to costs.
type Change struct {
	Reason   string          `json:"reason"`
	Designs  map[string]Move `json:"designs,omitempty"`
	Families map[string]Move `json:"families,omitempty"` // of the slope
}

// Move is a cost before and after.
type Move struct {
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// NewEntry measures a report.
func NewEntry(r *cost.Report) Entry {
	t := r.Total
	e := Entry{Cost: round(t.Cost), Features: map[string]int{
		"bytes": r.Bytes, "tokens": t.Tokens, "table_bytes": r.TableBytes,
		"functions": t.Functions, "largest_function_lines": t.LargestLines, "largest_function_tokens": t.LargestTokens,
		"branches": t.Branches, "switches": t.Switches, "switch_cases": t.SwitchCases, "largest_switch": t.LargestSwitch,
		"ternaries": t.Ternaries, "loops": t.Loops, "merges": t.Merges, "phi": t.Phi, "calls": t.Calls, "call_depth": t.CallDepth,
	}, Constructs: map[string]float64{}, library: map[string]float64{}}
	for _, c := range r.Constructs() {
		e.Constructs[c.Origin.String()] += c.Cost
	}
	for i := range r.Functions {
		if f := &r.Functions[i]; f.Origin == nil {
			e.library[f.Name] = round(f.Expanded)
		}
	}
	return e
}

// NewFamily fits costs over sizes.
func NewFamily(sizes []int, costs []float64) Family {
	var n, sx, sy, sxx, sxy float64
	for i, s := range sizes {
		x, y := float64(s), costs[i]
		n, sx, sy, sxx, sxy = n+1, sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	f := Family{Sizes: sizes, Costs: costs}
	if d := n*sxx - sx*sx; d > 0 {
		f.Slope = round((n*sxy - sx*sy) / d)
		f.Floor = round((sy - (n*sxy-sx*sy)/d*sx) / n)
	}
	return f
}

func round(x float64) float64 { return math.Round(x*100) / 100 }

// ReadLedger reads a ledger; a file that is not there is an empty one.
func ReadLedger(path string) (*Ledger, error) {
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		text, err = []byte("{}"), nil
	}
	if err != nil {
		return nil, err
	}
	l, err := ParseLedger(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return l, nil
}

// ParseLedger reads a ledger's text.
func ParseLedger(text []byte) (*Ledger, error) {
	l := &Ledger{}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(l); err != nil {
		return nil, err
	}
	if l.Caps == nil {
		l.Caps = map[string]Cap{}
	}
	if l.Designs == nil {
		l.Designs = map[string]Entry{}
	}
	if l.Families == nil {
		l.Families = map[string]Family{}
	}
	if l.Library == nil {
		l.Library = map[string]float64{}
	}
	return l, nil
}

// parseOld reads a ledger of any commit: what it has that is not known now is passed over.
func parseOld(text []byte) (*Ledger, error) {
	l := &Ledger{}
	return l, json.Unmarshal(text, l)
}

// Write writes the ledger; maps are written in the order of their keys.
func (l *Ledger) Write(path string) error {
	text, err := json.MarshalIndent(l, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o666)
}

// Check says what is wrong with a design's measured costs, and with its record; nothing when all is well.
func (l *Ledger) Check(name string, got Entry) []string {
	bad := l.overCap(got)
	old, ok := l.Designs[name]
	if !ok {
		return append(bad, "the ledger has no record of it")
	}
	if got.Cost > old.Cost {
		bad = append(bad, fmt.Sprintf("the composite cost rises from %g to %g: lower it, or record it with a reason%s", old.Cost, got.Cost, l.risen(old, got)))
	} else if got.Cost < old.Cost {
		bad = append(bad, fmt.Sprintf("the composite cost falls from %g to %g: record it", old.Cost, got.Cost))
	}
	for _, k := range names(got.Features) {
		if v, ok := old.Features[k]; !ok || v != got.Features[k] {
			bad = append(bad, fmt.Sprintf("%s is %d, recorded as %d", k, got.Features[k], v))
		}
	}
	return append(bad, l.unexplained(name)...)
}

// CheckFamily is Check for a family.
func (l *Ledger) CheckFamily(name string, got Family) []string {
	old, ok := l.Families[name]
	if !ok {
		return []string{"the ledger has no record of it"}
	}
	var bad []string
	for _, m := range []struct {
		what    string
		old, is float64
	}{{"slope", old.Slope, got.Slope}, {"floor", old.Floor, got.Floor}} {
		switch {
		case m.is > m.old:
			bad = append(bad, fmt.Sprintf("the %s rises from %g to %g (costs %v, recorded as %v at sizes %v): lower it, or record it with a reason", m.what, m.old, m.is, got.Costs, old.Costs, got.Sizes))
		case m.is < m.old:
			bad = append(bad, fmt.Sprintf("the %s falls from %g to %g: record it", m.what, m.old, m.is))
		}
	}
	return append(bad, l.unexplained(name)...)
}

// unexplained are the rises in the history that nobody gave a reason for.
func (l *Ledger) unexplained(name string) []string {
	var bad []string
	for _, c := range l.History {
		for _, m := range []map[string]Move{c.Designs, c.Families} {
			if m, ok := m[name]; ok && m.To > m.From && strings.TrimSpace(c.Reason) == "" {
				bad = append(bad, fmt.Sprintf("the rise from %g to %g has no reason in the ledger", m.From, m.To))
			}
		}
	}
	return bad
}

// mostNamed bounds how many constructs a message names.
const mostNamed = 6

// risen names the constructs, and the functions of the library, whose costs rose the most.
func (l *Ledger) risen(old, got Entry) string {
	type rise struct {
		name     string
		from, to float64
	}
	var list []rise
	for k, v := range got.Constructs {
		if k != cost.Library && v > old.Constructs[k] {
			list = append(list, rise{k, old.Constructs[k], v})
		}
	}
	// A construct also rises by what is inlined into it.
	n := len(list)
	for k, v := range got.library {
		if v > l.Library[k] {
			list = append(list, rise{"library function " + k, l.Library[k], v})
		}
	}
	if from, to := old.Constructs[cost.Library], got.Constructs[cost.Library]; len(list) == n && to > from { // more of what the library has
		list = append(list, rise{cost.Library, from, to})
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i].to-list[i].from, list[j].to-list[j].from
		if a != b {
			return a > b
		}
		return list[i].name < list[j].name
	})
	var b strings.Builder
	for i, r := range list {
		if i == mostNamed {
			fmt.Fprintf(&b, "\n\tand %d more", len(list)-i)
			break
		}
		if r.from == 0 {
			fmt.Fprintf(&b, "\n\t%s: new, %g", r.name, r.to)
		} else {
			fmt.Fprintf(&b, "\n\t%s: from %g to %g", r.name, r.from, r.to)
		}
	}
	return b.String()
}

func (l *Ledger) overCap(e Entry) []string {
	var bad []string
	for _, k := range names(l.Caps) {
		v, ok := e.Features[k]
		if !ok {
			bad = append(bad, fmt.Sprintf("the cap on %s bounds nothing that is measured", k))
		} else if v > l.Caps[k].Limit {
			bad = append(bad, fmt.Sprintf("%s is %d, over the cap of %d (%s)", k, v, l.Caps[k].Limit, l.Caps[k].Reason))
		}
	}
	return bad
}

// change is the entry of this run in the history.
func (l *Ledger) change(reason string) *Change {
	if !l.open {
		l.History = append(l.History, Change{Reason: reason})
		l.open = true
	}
	return &l.History[len(l.History)-1]
}

// Record puts the measured costs in the ledger. What moves is noted in the history with the reason, which may be empty: then Check
// fails, for a rise, until somebody writes one.
func (l *Ledger) Record(name string, got Entry, reason string) {
	if old, ok := l.Designs[name]; ok && got.Cost != old.Cost {
		c := l.change(reason)
		if c.Designs == nil {
			c.Designs = map[string]Move{}
		}
		c.Designs[name] = Move{old.Cost, got.Cost}
	}
	l.Designs[name] = got
}

// RecordFamily is Record for a family.
func (l *Ledger) RecordFamily(name string, got Family, reason string) {
	if old, ok := l.Families[name]; ok && (got.Slope != old.Slope || got.Floor != old.Floor) {
		c := l.change(reason)
		if c.Families == nil {
			c.Families = map[string]Move{}
		}
		c.Families[name] = Move{old.Slope, got.Slope}
		if got.Slope == old.Slope {
			c.Families[name] = Move{old.Floor, got.Floor}
		}
	}
	l.Families[name] = got
}

// Keep drops the records of designs that are not named, and takes the library's costs from those that were recorded in this run.
func (l *Ledger) Keep(name map[string]bool) {
	library := map[string]float64{}
	for k, e := range l.Designs {
		if !name[k] {
			delete(l.Designs, k)
		}
		for f, c := range e.library {
			library[f] = max(library[f], c)
		}
	}
	if len(library) > 0 {
		l.Library = library
	}
}

func names[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
