package sample

import (
	"strconv"

	pprof "github.com/google/pprof/profile"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Profile makes a profile for go tool pprof: each frame a function, each image a mapping, the thread a label.
func Profile(list []*Report) (*pprof.Profile, error) {
	p := &pprof.Profile{SampleType: []*pprof.ValueType{{Type: "samples", Unit: "count"}, {Type: "time", Unit: "nanoseconds"}}, DefaultSampleType: "time"}
	funcs := map[[2]string]*pprof.Location{}
	maps := map[string]*pprof.Mapping{}
	locate := func(n *Node) *pprof.Location {
		k := [2]string{n.Symbol, n.Image}
		if l := funcs[k]; l != nil {
			return l
		}
		m := maps[n.Image]
		if m == nil {
			m = &pprof.Mapping{ID: uint64(len(p.Mapping) + 1), File: n.Image, HasFunctions: true}
			maps[n.Image] = m
			p.Mapping = append(p.Mapping, m)
		}
		f := &pprof.Function{ID: uint64(len(p.Function) + 1), Name: n.Symbol, SystemName: n.Symbol, Filename: n.Image}
		p.Function = append(p.Function, f)
		l := &pprof.Location{ID: uint64(len(p.Location) + 1), Mapping: m, Line: []pprof.Line{{Function: f}}}
		p.Location = append(p.Location, l)
		funcs[k] = l
		return l
	}
	for _, r := range list {
		interval := r.Interval.Nanoseconds()
		if interval == 0 {
			interval = 1e6
		}
		p.DurationNanos += int64(r.longest()) * interval
		p.PeriodType, p.Period = &pprof.ValueType{Type: "time", Unit: "nanoseconds"}, interval
		r.Visit(func(path []*Node, self int) {
			s := &pprof.Sample{Value: []int64{int64(self), int64(self) * interval}, Label: map[string][]string{"thread": {path[0].Symbol}, "report": {r.File}}}
			for i := len(path) - 1; i > 0; i-- {
				s.Location = append(s.Location, locate(path[i]))
			}
			if len(s.Location) == 0 {
				s.Location = append(s.Location, locate(path[0]))
			}
			p.Sample = append(p.Sample, s)
		})
	}
	return p, p.CheckValid()
}

// longest is the number of samples of the thread with most: how long the sampling took.
func (r *Report) longest() int {
	n := 0
	for _, t := range r.Threads {
		n = max(n, t.Count)
	}
	return n
}
