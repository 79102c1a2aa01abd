package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"syscall"

	"github.com/gpga/gpga/runtime/clang"
)

// target is what clang makes code for.
type target struct {
	name string
	args []string
}

var targets = []target{
	{"x86-64", []string{"-target", "x86_64-linux-gnu", "-fPIC", "-c"}},
	{"nvptx64", []string{"-target", "nvptx64-nvidia-cuda", "-nogpulib", "-S"}},
	{"amdgcn", []string{"-target", "amdgcn-amd-amdhsa", "-mcpu=gfx90a", "-nogpulib", "-c"}},
}

// caps bound one run of the compiler.
type caps struct {
	Seconds int // of CPU time
	MB      int // of address space
}

// cost is one measured run.
type cost struct {
	CPU    float64 `json:"cpu"`     // user and system, seconds
	PeakMB float64 `json:"peak_mb"` // resident
	Object int64   `json:"object"`  // bytes
	Runs   int     `json:"runs"`
	Killed string  `json:"killed,omitempty"`
}

const emptyKernel = "#include <metal_stdlib>\nusing namespace metal;\nkernel void gpga_step(device uint *st [[buffer(0)]]) { st[0] = 0u; }\n"

// inlineAll makes every call of the text one that the compiler must inline.
func inlineAll(text string) string {
	return strings.NewReplacer("static __attribute__((noinline))", "static inline __attribute__((always_inline))", "static inline ", "static inline __attribute__((always_inline)) ").Replace(text)
}

// compile runs clang on text for t once.
func compile(ctx context.Context, cc, text string, t target, c caps) (cost, error) {
	dir, err := os.MkdirTemp("", "compilecost-")
	if err != nil {
		return cost{}, err
	}
	defer os.RemoveAll(dir)
	args, err := clang.Frontend(dir, text)
	if err != nil {
		return cost{}, err
	}
	out := filepath.Join(dir, "out")
	args = append(append(append([]string{cc}, t.args...), "-O2", "-o", out), args...)
	got, err := launch(ctx, c, args)
	if err != nil {
		return cost{}, err
	}
	if st, err := os.Stat(out); err == nil {
		got.Object = st.Size()
	}
	return got, nil
}

// launch has a small process of this program's start the compiler: a child's peak memory counts from its parent's.
func launch(ctx context.Context, c caps, args []string) (cost, error) {
	self, err := os.Executable()
	if err != nil {
		return cost{}, err
	}
	cmd := exec.CommandContext(ctx, self, append([]string{launcher, strconv.Itoa(c.Seconds), strconv.Itoa(c.MB)}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	text, err := cmd.Output()
	if err != nil {
		return cost{}, fmt.Errorf("%w\n%s", err, stderr.String())
	}
	var got cost
	return got, json.Unmarshal(text, &got)
}

// launcher is the first argument of the process that starts the compiler.
const launcher = "-launch"

// launched is main of that process: seconds, megabytes, command.
func launched(args []string) error {
	if len(args) < 3 {
		return errors.New("too few arguments")
	}
	seconds, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	mb, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	script := fmt.Sprintf(`ulimit -t %d; ulimit -v %d; exec "$@"`, seconds, mb*1024)
	cmd := exec.Command("sh", append([]string{"-c", script, "sh"}, args[2:]...)...)
	var msg bytes.Buffer
	cmd.Stdout, cmd.Stderr = &msg, &msg
	err = cmd.Run()
	if cmd.ProcessState == nil {
		return err
	}
	use := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	got := cost{
		CPU:    cmd.ProcessState.UserTime().Seconds() + cmd.ProcessState.SystemTime().Seconds(),
		PeakMB: float64(use.Maxrss) / 1024,
	}
	switch {
	case err == nil:
	case got.CPU >= 0.95*float64(seconds):
		got.Killed = "time"
	case !cmd.ProcessState.Exited():
		got.Killed = "a signal" // the system's, when it is short of memory
	case strings.Contains(msg.String(), "out of memory") || strings.Contains(msg.String(), "bad_alloc") || got.PeakMB > 0.6*float64(mb):
		got.Killed = "memory"
	default:
		return fmt.Errorf("%w\n%.2000s", err, msg.String())
	}
	return json.NewEncoder(os.Stdout).Encode(got)
}

// median of several runs, each figure for itself. A killed run decides.
func median(runs []cost) cost {
	var cpu, mb []float64
	for _, r := range runs {
		if r.Killed != "" {
			r.Runs = len(runs)
			return r
		}
		cpu, mb = append(cpu, r.CPU), append(mb, r.PeakMB)
	}
	sort.Float64s(cpu)
	sort.Float64s(mb)
	m := len(cpu) / 2
	return cost{CPU: round(cpu[m], 3), PeakMB: round(mb[m], 1), Object: runs[0].Object, Runs: len(runs)}
}

func round(v float64, digits int) float64 {
	p := math.Pow10(digits)
	return math.Round(v*p) / p
}

var collectedRE = regexp.MustCompile(`Collected *: (\d+)`)

// instructions counts what the compiler executes for text, with callgrind.
func instructions(ctx context.Context, cc, text string, t target) (int64, error) {
	dir, err := os.MkdirTemp("", "compilecost-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	args, err := clang.Frontend(dir, text)
	if err != nil {
		return 0, err
	}
	args = append(append(append([]string{"--tool=callgrind", "--callgrind-out-file=/dev/null", cc}, t.args...), "-O2", "-o", filepath.Join(dir, "out")), args...)
	msg, err := exec.CommandContext(ctx, "valgrind", args...).CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("valgrind: %w\n%.2000s", err, msg)
	}
	m := collectedRE.FindSubmatch(msg)
	if m == nil {
		return 0, errors.New("valgrind: no count")
	}
	return strconv.ParseInt(string(m[1]), 10, 64)
}
