package goldens

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sort"

	"github.com/gpga/gpga/codegen/cost"
)

// Ledger is ledger.json: what each golden design's kernel costs a shader compiler.
//
// Its rule: a measured cost that is not the recorded one fails the test, so that every change shows in a commit; a composite
// cost that rises needs a reason, which stays in the ledger; and no design passes a cap, whatever the reason.
type Ledger struct {
	Caps    map[string]Cap   `json:"caps"`
	Designs map[string]Entry `json:"designs"`
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
	Rises    []Rise         `json:"rises,omitempty"`
}

// Rise is one time that a design's composite cost grew.
type Rise struct {
	From   float64 `json:"from"`
	To     float64 `json:"to"`
	Reason string  `json:"reason"`
}

// NewEntry measures a report.
func NewEntry(r *cost.Report) Entry {
	t := r.Total
	return Entry{Cost: round(t.Cost), Features: map[string]int{
		"bytes": r.Bytes, "tokens": t.Tokens, "table_bytes": r.TableBytes,
		"functions": t.Functions, "largest_function_lines": t.LargestLines, "largest_function_tokens": t.LargestTokens,
		"branches": t.Branches, "switches": t.Switches, "switch_cases": t.SwitchCases, "largest_switch": t.LargestSwitch,
		"ternaries": t.Ternaries, "loops": t.Loops, "merges": t.Merges, "phi": t.Phi, "calls": t.Calls, "call_depth": t.CallDepth,
	}}
}

func round(x float64) float64 { return math.Round(x*100) / 100 }

// ReadLedger reads a ledger; a file that is not there is an empty one.
func ReadLedger(path string) (*Ledger, error) {
	l := &Ledger{Caps: map[string]Cap{}, Designs: map[string]Entry{}}
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return l, nil
	}
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(l); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return l, nil
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
		bad = append(bad, fmt.Sprintf("the composite cost rises from %g to %g: lower it, or record it with a reason", old.Cost, got.Cost))
	} else if got.Cost < old.Cost {
		bad = append(bad, fmt.Sprintf("the composite cost falls from %g to %g: record it", old.Cost, got.Cost))
	}
	for _, k := range names(got.Features) {
		if v, ok := old.Features[k]; !ok || v != got.Features[k] {
			bad = append(bad, fmt.Sprintf("%s is %d, recorded as %d", k, got.Features[k], v))
		}
	}
	for _, r := range old.Rises {
		if r.Reason == "" {
			bad = append(bad, fmt.Sprintf("the rise from %g to %g has no reason in the ledger", r.From, r.To))
		}
	}
	return bad
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

// Record puts the measured costs in the ledger. A rise is noted with the reason, which may be empty: then Check fails until
// somebody writes one.
func (l *Ledger) Record(name string, got Entry, reason string) {
	old, ok := l.Designs[name]
	got.Rises = old.Rises
	if ok && got.Cost > old.Cost {
		got.Rises = append(got.Rises[:len(got.Rises):len(got.Rises)], Rise{old.Cost, got.Cost, reason})
	}
	l.Designs[name] = got
}

// Keep drops the records of designs that are not named.
func (l *Ledger) Keep(name map[string]bool) {
	for k := range l.Designs {
		if !name[k] {
			delete(l.Designs, k)
		}
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
