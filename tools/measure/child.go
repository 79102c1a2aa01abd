package measure

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Caps bound one run of a compiler. The zero value has the defaults.
type Caps struct {
	Seconds int `json:"seconds"` // of CPU time, and of wall time ten times as much; 0: 60
	MB      int `json:"mb"`      // of address space; 0: 3072
}

func (c Caps) filled() Caps {
	if c.Seconds <= 0 {
		c.Seconds = 60
	}
	if c.MB <= 0 {
		c.MB = 3072
	}
	return c
}

// wall is the cap of wall time: a compiler that waits for something is stopped as well, one on a busy machine is not.
func (c Caps) wall() time.Duration { return time.Duration(10*c.Seconds+5) * time.Second }

// Usage is what one run of a compiler took.
type Usage struct {
	CPU    float64 `json:"cpu_s"`   // user and system, seconds
	Wall   float64 `json:"wall_s"`  // seconds
	PeakMB float64 `json:"peak_mb"` // resident, MiB
	Killed string  `json:"killed,omitempty"`
}

// outcome is what the small process says of a command.
type outcome struct {
	Usage
	Exit   int    `json:"exit"`
	Output string `json:"output,omitempty"` // the end of what it printed
}

// launcher is the first argument of the process that starts a compiler.
const launcher = "--measure-child"

// Child serves the role of the small process that starts a compiler, when that is what this process was started for, and ends the
// process; otherwise it does nothing.
func Child() {
	if len(os.Args) < 2 || os.Args[1] != launcher {
		return
	}
	if err := child(os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// child is that process: CPU seconds, megabytes, command. It prints an outcome.
func child(args []string) error {
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
	caps := Caps{seconds, mb}
	ctx, cancel := context.WithTimeout(context.Background(), caps.wall())
	defer cancel()
	script := fmt.Sprintf(`ulimit -t %d; ulimit -v %d 2>/dev/null; exec "$@"`, seconds, mb*1024)
	cmd := exec.CommandContext(ctx, "sh", append([]string{"-c", script, "sh"}, args[2:]...)...)
	cmd.WaitDelay = time.Second
	var msg bytes.Buffer
	cmd.Stdout, cmd.Stderr = &msg, &msg
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	over := make(chan bool, 1)
	stop := make(chan struct{})
	if runtime.GOOS != "linux" { // where address space has no limit
		go watchMemory(cmd.Process, mb, stop, over)
	}
	err = cmd.Wait()
	close(stop)
	o := outcome{Exit: cmd.ProcessState.ExitCode(), Output: tail(msg.String(), 1<<20)}
	o.Wall = time.Since(start).Seconds()
	o.CPU = cmd.ProcessState.UserTime().Seconds() + cmd.ProcessState.SystemTime().Seconds()
	if use, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		o.PeakMB = float64(use.Maxrss) / 1024
		if runtime.GOOS == "darwin" {
			o.PeakMB /= 1024
		}
	}
	switch {
	case err == nil:
	case len(over) > 0:
		o.Killed = "memory"
	case ctx.Err() != nil || o.CPU >= 0.95*float64(seconds):
		o.Killed = "time"
	case !cmd.ProcessState.Exited():
		o.Killed = "a signal" // the system's, when it is short of memory, or a crash of the compiler
		if outOfMemory(o.Output) || o.PeakMB > 0.6*float64(mb) {
			o.Killed = "memory"
		}
	case outOfMemory(o.Output) || o.PeakMB > 0.6*float64(mb):
		o.Killed = "memory"
	}
	return json.NewEncoder(os.Stdout).Encode(o)
}

func outOfMemory(text string) bool {
	return strings.Contains(text, "out of memory") || strings.Contains(text, "bad_alloc") || strings.Contains(text, "Cannot allocate memory") ||
		strings.Contains(text, "failed to map segment")
}

// watchMemory kills a process that is larger than the cap.
func watchMemory(p *os.Process, mb int, stop <-chan struct{}, over chan<- bool) {
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
			out, err := exec.Command("ps", "-o", "rss=", "-p", strconv.Itoa(p.Pid)).Output()
			if kb, perr := strconv.Atoi(strings.TrimSpace(string(out))); err == nil && perr == nil && kb > mb*1024 {
				over <- true
				p.Kill()
				return
			}
		}
	}
}

// launch has the small process run a command in a folder: a child's peak memory counts from that of the process that starts it.
func launch(ctx context.Context, c Caps, dir string, argv []string) (outcome, error) {
	self, err := os.Executable()
	if err != nil {
		return outcome{}, err
	}
	cmd := exec.CommandContext(ctx, self, append([]string{launcher, strconv.Itoa(c.Seconds), strconv.Itoa(c.MB)}, argv...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1", "LC_ALL=C")
	group(cmd)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return outcome{}, ctx.Err()
		}
		return outcome{}, fmt.Errorf("the process that starts the compiler: %w\n%s", err, tail(errs.String(), 2000))
	}
	var o outcome
	if err := json.Unmarshal(out.Bytes(), &o); err != nil {
		return outcome{}, fmt.Errorf("the process that starts the compiler (does main call measure.Child?): %w", err)
	}
	return o, nil
}

// tail is the end of s, at most n bytes.
func tail(s string, n int) string {
	if len(s) > n {
		return s[len(s)-n:]
	}
	return s
}
