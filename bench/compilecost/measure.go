package main

import (
	"context"
	"errors"
	"math"
	"strings"

	"github.com/gpga/gpga/tools/measure"
)

// targets are the backends of the report.
var targets = []string{"x86-64", "nvptx64", "amdgcn"}

// cost is what compiling a text once takes: medians.
type cost struct {
	CPU    float64 `json:"cpu"`     // user and system, seconds
	PeakMB float64 `json:"peak_mb"` // resident
	Object int64   `json:"object"`  // bytes
	Runs   int     `json:"runs"`
	Killed string  `json:"killed,omitempty"`
}

// inlineAll makes every call of the text one that the compiler must inline.
func inlineAll(text string) string {
	const always = "static inline __attribute__((always_inline))"
	return strings.NewReplacer("static __attribute__((noinline))", always, always, always, "static inline ", always+" ", "static void ", always+" void ").Replace(text)
}

// long is the CPU time from which on a compilation is not repeated. The largest sizes, which decide about an exponent, must be: with
// something else on the machine, the same text of 300 KB took between 10 and 16 s, for a compiler follows long lists through a cache
// that it shares.
const long = 45 // seconds

// repeated compiles text for a target several times.
func repeated(ctx context.Context, text, target string, c measure.Caps, times int) (cost, error) {
	r, err := measured(ctx, measure.Request{Text: text, Backends: []string{target}, Caps: c, Runs: times, Warmup: -1, Short: long})
	if err != nil {
		return cost{}, err
	}
	return cost{CPU: round(r.CPU.Median, 3), PeakMB: round(r.PeakMB.Median, 1), Object: r.Object, Runs: len(r.Runs), Killed: r.Killed}, nil
}

// instructions counts what the compiler executes for text, with callgrind.
func instructions(ctx context.Context, text, target string) (int64, error) {
	r, err := measured(ctx, measure.Request{Text: text, Backends: []string{target}, Runs: 1, Warmup: -1, Instructions: true})
	return r.Instructions, err
}

// measured is the one result of a request for one text on one backend.
func measured(ctx context.Context, q measure.Request) (measure.Result, error) {
	q.Name, q.Whole = "kernel.metal", true
	rep, err := measure.Run(ctx, q)
	if err != nil {
		return measure.Result{}, err
	}
	r := rep.Kernels[0].Results[0]
	if r.Error != "" {
		return r, errors.New(r.Error)
	}
	return r, nil
}

func round(v float64, digits int) float64 {
	p := math.Pow10(digits)
	return math.Round(v*p) / p
}
