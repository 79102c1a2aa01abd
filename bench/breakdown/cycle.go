package main

import (
	"fmt"
	"io"
	"regexp"
	"sort"
	"text/tabwriter"
)

// categories by the names of the kernel's functions; the first that matches counts.
var categories = []struct {
	name string
	re   *regexp.Regexp
}{
	{"bodies", regexp.MustCompile(`^gpga_(seg|shape)_`)},
	{"edges", regexp.MustCompile(`edge|wake`)},
	{"NBA log and commit", regexp.MustCompile(`nba|apply|commit`)},
	{"delays and time", regexp.MustCompile(`heap|schedule|delay|settle`)},
	{"dispatch", regexp.MustCompile(`^gpga_(step|run|dispatch|drain|end|ret|postponed|push|drop)`)},
	{"compare and mark", regexp.MustCompile(`publish|set|put|visit|mark|resolve|drive|copy|store`)},
	{"services", regexp.MustCompile(`svc|arg|trace`)},
	{"driver loop and system tasks", regexp.MustCompile(`^\(outside`)},
}

const outsideKernel = "(outside the kernel)"

// breakdown is the samples of one design.
type breakdown struct {
	design  string
	cycles  uint64
	seconds float64        // CPU, of all cycles, undisturbed
	samples map[string]int // by function
}

func category(name string) string {
	for _, c := range categories {
		if c.re.MatchString(name) {
			return c.name
		}
	}
	return "operators"
}

// print writes ns a cycle by category, then the functions that take most.
func (b *breakdown) print(w io.Writer, top int) {
	total := 0
	byCategory := map[string]int{}
	for f, n := range b.samples {
		total += n
		byCategory[category(f)] += n
	}
	if total == 0 || b.cycles == 0 {
		fmt.Fprintf(w, "%s: too short to sample\n", b.design)
		return
	}
	cycle := b.seconds * 1e9 / float64(b.cycles)
	fmt.Fprintf(w, "%s: %d cycles, %.0f ns of CPU time a cycle, %d samples\n", b.design, b.cycles, cycle, total)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, c := range sorted(byCategory) {
		share := float64(byCategory[c]) / float64(total)
		fmt.Fprintf(t, "%s\t%.0f ns\t%.1f %%\t\n", c, cycle*share, 100*share)
	}
	t.Flush()
	for i, f := range sorted(b.samples) {
		if i == top {
			break
		}
		share := float64(b.samples[f]) / float64(total)
		fmt.Fprintf(t, "  %s\t%.0f ns\t%.1f %%\t\n", f, cycle*share, 100*share)
	}
	t.Flush()
}

// sorted lists the keys, largest count first.
func sorted(m map[string]int) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return m[keys[i]] > m[keys[j]] || m[keys[i]] == m[keys[j]] && keys[i] < keys[j] })
	return keys
}
