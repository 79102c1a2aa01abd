package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// usage is what one or several processes took.
type usage struct {
	CPU    float64 `json:"cpu_s"`  // user and system, seconds
	Wall   float64 `json:"wall_s"` // seconds
	Memory int64   `json:"peak_kb"`
}

// add is u and v one after the other.
func (u usage) add(v usage) usage {
	return usage{u.CPU + v.CPU, u.Wall + v.Wall, max(u.Memory, v.Memory)}
}

// result is one process that has ended.
type result struct {
	usage
	Output []byte // standard output
	Errors []byte
	Exit   int
}

// child runs a command in dir and waits for it. A status other than 0 is a result, not an error: designs end as they like.
func child(dir string, argv ...string) (result, error) {
	c := exec.Command(argv[0], argv[1:]...)
	c.Dir = dir
	// Under bazel run this variable would move a child's files to where the user is.
	c.Env = slices.DeleteFunc(os.Environ(), func(s string) bool { return strings.HasPrefix(s, "BUILD_WORKING_DIRECTORY=") })
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	start := time.Now()
	err := c.Run()
	r := result{Output: out.Bytes(), Errors: errs.Bytes()}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return r, err
	}
	r.Wall = time.Since(start).Seconds()
	r.Exit = c.ProcessState.ExitCode()
	if r.Exit < 0 {
		return r, fmt.Errorf("%s: %s\n%s", strings.Join(argv, " "), c.ProcessState, r.Errors)
	}
	r.CPU = (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
	if ru, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.Memory = int64(ru.Maxrss)
		if runtime.GOOS == "darwin" {
			r.Memory /= 1024 // bytes there, KB elsewhere
		}
	}
	return r, nil
}

// must is child for a command that has to succeed.
func must(dir string, argv ...string) (result, error) {
	r, err := child(dir, argv...)
	if err == nil && r.Exit != 0 {
		err = fmt.Errorf("%s: exit status %d\n%s%s", strings.Join(argv, " "), r.Exit, r.Output, r.Errors)
	}
	return r, err
}

// median of the runs, figure by figure.
func median(runs []usage) usage {
	pick := func(f func(usage) float64) float64 {
		var v []float64
		for _, r := range runs {
			v = append(v, f(r))
		}
		slices.Sort(v)
		if n := len(v); n%2 == 0 {
			return (v[n/2-1] + v[n/2]) / 2
		}
		return v[len(v)/2]
	}
	if len(runs) == 0 {
		return usage{}
	}
	return usage{
		CPU:    pick(func(u usage) float64 { return u.CPU }),
		Wall:   pick(func(u usage) float64 { return u.Wall }),
		Memory: int64(pick(func(u usage) float64 { return float64(u.Memory) })),
	}
}
