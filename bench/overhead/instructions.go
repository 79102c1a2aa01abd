package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// quiet are settings under which Go's runtime does the same in every run: one processor, no collection of garbage, no preemption by
// signals (which valgrind does not take well).
var quiet = []string{"GOMAXPROCS=1", "GOGC=off", "GODEBUG=asyncpreemptoff=1"}

var collectedRE = regexp.MustCompile(`Collected *: (\d+)`)

// instructions counts, with callgrind, what emitting the kernel's text executes with and without --timing. It prints the least of n
// runs each, as the runtime's own threads only add. Emission stands for all of gpga's passes: a run has but more work for the same
// records.
func instructions(n int, gpga string, files []string) (ratio float64, err error) {
	if _, err := exec.LookPath("valgrind"); err != nil {
		return 0, fmt.Errorf("--instructions: %w", err)
	}
	ways := []struct {
		name string
		args []string
		seen []float64
	}{{name: "plain"}, {name: "plain again"}, {name: "--timing", args: []string{"--timing"}}}
	for range n {
		for i := range ways {
			w := &ways[i]
			args := slices.Concat([]string{"--tool=callgrind", "--callgrind-out-file=" + os.DevNull, gpga, "emit", "msl", "-q", "-o", os.DevNull}, w.args, files)
			c := exec.Command("valgrind", args...)
			c.Env = append(os.Environ(), quiet...)
			out, err := c.CombinedOutput()
			m := collectedRE.FindSubmatch(out)
			if err != nil || m == nil {
				return 0, fmt.Errorf("valgrind %s: %v\n%.2000s", strings.Join(args, " "), err, out)
			}
			v, err := strconv.ParseFloat(string(m[1]), 64)
			if err != nil {
				return 0, err
			}
			w.seen = append(w.seen, v)
		}
	}
	t := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintf(t, "way\tM instructions, least of %d\tmost\tratio to plain\n", n)
	base := slices.Min(ways[0].seen)
	for _, w := range ways {
		least := slices.Min(w.seen)
		ratio = least / base
		fmt.Fprintf(t, "%s\t%.3f\t%.3f\t%.4f\n", w.name, least/1e6, slices.Max(w.seen)/1e6, ratio)
	}
	return ratio, t.Flush()
}
