package cost

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"sort"
)

// Budget is a set of limits: a JSON file
//
//	{"total": {"tokens": 90000, "estimate": 400000},
//	 "functions": {"*": {"tokens": 1500, "largest_switch": 65}, "gpga_seg_*": {"phi": 40}}}
//
// Total bounds figures of the whole text (Totals), functions those of each function whose name matches the pattern (path.Match).
type Budget struct {
	Total     map[string]float64            `json:"total"`
	Functions map[string]map[string]float64 `json:"functions"`
}

// Breach is a limit that is passed.
type Breach struct {
	Function string  `json:"function,omitempty"` // empty: the whole text
	Origin   *Origin `json:"origin,omitempty"`
	Feature  string  `json:"feature"`
	Value    float64 `json:"value"`
	Limit    float64 `json:"limit"`
}

func (b Breach) String() string {
	where := "the whole text"
	if b.Function != "" {
		where = b.Function
		if b.Origin != nil {
			where += " (" + b.Origin.String() + ")"
		}
	}
	return fmt.Sprintf("%s of %s is %g, over the limit of %g", b.Feature, where, b.Value, b.Limit)
}

// ParseBudget reads a budget. Errors carry name:line:column.
func ParseBudget(name string, text []byte) (*Budget, error) {
	at := func(offset int64) string {
		offset = min(max(offset, 0), int64(len(text)))
		before := text[:offset]
		return fmt.Sprintf("%s:%d:%d", name, bytes.Count(before, []byte("\n"))+1, len(before)-bytes.LastIndexByte(before, '\n'))
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	b := &Budget{}
	if err := d.Decode(b); err != nil {
		offset := d.InputOffset()
		var syntax *json.SyntaxError
		var kind *json.UnmarshalTypeError
		switch {
		case errors.As(err, &syntax):
			offset = syntax.Offset - 1
		case errors.As(err, &kind):
			offset = kind.Offset - 1
		}
		return nil, fmt.Errorf("%s: the budget: %w", at(offset), err)
	}
	if d.More() {
		return nil, fmt.Errorf("%s: the budget: text behind its end", at(d.InputOffset()))
	}
	var empty Report
	known := empty.Totals()
	for _, k := range sortedNames(b.Total) {
		if _, ok := known[k]; !ok {
			return nil, fmt.Errorf("%s: the budget: there is no feature %q of a text; there are %v", place(at, text, k), k, sortedNames(known))
		}
	}
	known = (&Function{}).Figures()
	for _, p := range sortedNames(b.Functions) {
		if _, err := path.Match(p, ""); err != nil {
			return nil, fmt.Errorf("%s: the budget: %q is no pattern of names", place(at, text, p), p)
		}
		for _, k := range sortedNames(b.Functions[p]) {
			if _, ok := known[k]; !ok {
				return nil, fmt.Errorf("%s: the budget: there is no feature %q of a function; there are %v", place(at, text, k), k, sortedNames(known))
			}
		}
	}
	return b, nil
}

// place finds a key in the text.
func place(at func(int64) string, text []byte, key string) string {
	quoted, _ := json.Marshal(key)
	return at(int64(max(bytes.Index(text, quoted), 0)))
}

// Check lists the limits that a report passes: of the whole text, then of functions in source order.
func (b *Budget) Check(r *Report) []Breach {
	var list []Breach
	totals := r.Totals()
	for _, k := range sortedNames(b.Total) {
		if v := totals[k]; v > b.Total[k] {
			list = append(list, Breach{Feature: k, Value: v, Limit: b.Total[k]})
		}
	}
	for i := range r.Functions {
		f := &r.Functions[i]
		figures := f.Figures()
		for _, p := range sortedNames(b.Functions) {
			if ok, _ := path.Match(p, f.Name); !ok {
				continue
			}
			for _, k := range sortedNames(b.Functions[p]) {
				if v := figures[k]; v > b.Functions[p][k] {
					list = append(list, Breach{f.Name, f.Origin, k, v, b.Functions[p][k]})
				}
			}
		}
	}
	return list
}

func sortedNames[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	sort.Strings(list)
	return list
}
