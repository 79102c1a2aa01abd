package sample

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Service is the process that compiles shaders on macOS. Its parent is launchd and not whoever asked for the compilation.
const Service = "MTLCompilerService"

// Watch says what to watch, and with what.
type Watch struct {
	Process  string        // name; "": Service
	Interval time.Duration // between the starts of two reports
	Duration time.Duration // of one report
	Dir      string        // where reports are written
	GoOn     bool          // when none is left: others may start
	// Output runs a program of the system and returns what it prints; nil: exec.
	Output func(ctx context.Context, name string, args ...string) ([]byte, error)
	// Seen is called for each report; nil for nobody.
	Seen func(file string, footprint, peak int64)
}

// Supported tells why the machine cannot watch, nil where it can.
func Supported() error {
	if runtime.GOOS != "darwin" {
		return fmt.Errorf("gpga sample --watch needs sample(1) and footprint(1) of macOS; this is %s/%s (reports that were taken on a Mac can be read here)", runtime.GOOS, runtime.GOARCH)
	}
	return nil
}

func (w *Watch) output(ctx context.Context, name string, args ...string) ([]byte, error) {
	if w.Output != nil {
		return w.Output(ctx, name, args...)
	}
	return exec.CommandContext(ctx, name, args...).Output()
}

// PIDs lists the processes of the watched name, in ascending order.
func (w *Watch) PIDs(ctx context.Context) ([]int, error) {
	name := w.Process
	if name == "" {
		name = Service
	}
	out, err := w.output(ctx, "ps", "-axo", "pid=,comm=")
	if err != nil {
		return nil, fmt.Errorf("ps: %w", err)
	}
	var pids []int
	for line := range strings.Lines(string(out)) {
		pid, comm, ok := strings.Cut(strings.TrimSpace(line), " ")
		if n, err := strconv.Atoi(pid); ok && err == nil && filepath.Base(strings.TrimSpace(comm)) == name {
			pids = append(pids, n)
		}
	}
	slices.Sort(pids)
	return pids, nil
}

// Run takes reports of every watched process that was not there before, until ctx is done or, without GoOn, once one was seen
// and none is left. It returns the files, in the order in which they were taken.
func (w *Watch) Run(ctx context.Context, before []int) ([]string, error) {
	if w.Interval <= 0 || w.Duration <= 0 {
		return nil, errors.New("an interval and a duration over 0 are needed")
	}
	if err := os.MkdirAll(w.Dir, 0o755); err != nil {
		return nil, err
	}
	var files []string
	seen := false
	for n := 1; ; n++ {
		start := time.Now()
		now, err := w.PIDs(ctx)
		if ctx.Err() != nil {
			return files, nil
		}
		if err != nil {
			return files, err
		}
		alive := false
		for _, pid := range now {
			if slices.Contains(before, pid) {
				continue
			}
			alive = true
			file := filepath.Join(w.Dir, fmt.Sprintf("%04d-%d.txt", n, pid))
			if w.take(ctx, pid, file) {
				files = append(files, file)
			}
		}
		seen = seen || alive
		if seen && !alive && !w.GoOn {
			return files, nil
		}
		wait := max(w.Interval-time.Since(start), 10*time.Millisecond)
		select {
		case <-ctx.Done():
			return files, nil
		case <-time.After(wait):
		}
	}
}

// take writes one report with the footprint as it is now. It tells whether there is one: the process may end at any moment.
func (w *Watch) take(ctx context.Context, pid int, file string) bool {
	id := strconv.Itoa(pid)
	foot, ferr := w.output(ctx, "footprint", "-f", "bytes", id)
	seconds := strconv.FormatFloat(max(1, w.Duration.Seconds()), 'f', -1, 64)
	if _, err := w.output(ctx, "sample", id, seconds, "-file", file); err != nil {
		return false
	}
	text, err := os.ReadFile(file)
	if err != nil || len(text) == 0 {
		return false
	}
	now, peak := int64(-1), int64(-1)
	if ferr == nil {
		now, peak = footprint(string(foot))
	}
	if w.Seen != nil {
		w.Seen(file, now, peak)
	}
	if now >= 0 && !strings.Contains(string(text), "Physical footprint:") {
		// Older systems leave it out of the report.
		head := fmt.Sprintf("Physical footprint:         %d\n", now)
		if peak >= 0 {
			head += fmt.Sprintf("Physical footprint (peak):  %d\n", peak)
		}
		at := strings.Index(string(text), "Call graph:")
		if at >= 0 {
			text = []byte(string(text[:at]) + head + string(text[at:]))
			if os.WriteFile(file, text, 0o644) != nil {
				return false
			}
		}
	}
	return true
}

// footprint reads what footprint -f bytes prints; -1 for what it does not.
func footprint(text string) (now, peak int64) {
	now, peak = -1, -1
	for line := range strings.Lines(text) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		number, _, _ := strings.Cut(strings.TrimSpace(value), " ")
		v, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			continue
		}
		switch strings.TrimSpace(name) {
		case "phys_footprint":
			now = v
		case "phys_footprint_peak":
			peak = v
		}
	}
	return now, peak
}
