package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// maxOutput bounds what is kept of a process's output, in bytes: a program that prints without end is stopped by its time, and
// must not fill the memory before.
const maxOutput = 64 << 20

// outcome is a process that has ended, or was ended.
type outcome struct {
	Output, Errors []byte
	Exit           int           // exit status
	Dead           string        // how it ended where it did not exit: a signal, "no end within 20s"; "" where it exited
	Took           time.Duration // wall time
}

// kept is a buffer that forgets what does not fit.
type kept struct{ bytes.Buffer }

func (k *kept) Write(p []byte) (int, error) {
	k.Buffer.Write(p[:min(len(p), max(0, maxOutput-k.Len()))])
	return len(p), nil
}

// run runs a command in dir for at most limit. Only a command that cannot be started is an error.
func run(dir string, limit time.Duration, argv ...string) (outcome, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	c := exec.CommandContext(ctx, argv[0], argv[1:]...)
	c.WaitDelay = time.Second
	c.Dir = dir
	// Under bazel run this variable would move a child's files to where the user is.
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "BUILD_WORKING_DIRECTORY=") {
			c.Env = append(c.Env, v)
		}
	}
	var out, errs kept
	c.Stdout, c.Stderr = &out, &errs
	start := time.Now()
	err := c.Run()
	o := outcome{Output: out.Bytes(), Errors: errs.Bytes(), Took: time.Since(start)}
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		o.Dead = fmt.Sprintf("no end within %v", limit)
	case err == nil:
	case errors.As(err, &exit) && exit.Exited():
		o.Exit = exit.ExitCode()
	case errors.As(err, &exit):
		o.Dead = exit.String()
	default:
		return o, err
	}
	return o, nil
}

// a simulator runs a program in a folder in which it has been placed.
type simulator struct {
	Name string
	// simulate returns how the program ran, or why it was refused.
	simulate func(dir string, p *program) (outcome, string, error)
}

// icarus is the judge.
func icarus(limit time.Duration) simulator {
	return simulator{"icarus", func(dir string, p *program) (outcome, string, error) {
		code := filepath.Join(dir, "a.vvp")
		if why, err := icarusCompiles(dir, code, p, limit); why != "" || err != nil {
			return outcome{}, why, err
		}
		defer os.Remove(code)
		o, err := run(dir, limit, append([]string{"vvp", "-N", "a.vvp"}, p.Plus...)...)
		if bytes.Contains(o.Output, []byte("Program not runnable")) { // it has system tasks that vvp does not have
			return o, complaint(o), err
		}
		return o, "", err
	}}
}

// icarusCompiles compiles a program into a file, and says why where that is refused.
func icarusCompiles(dir, code string, p *program, limit time.Duration) (string, error) {
	argv := append([]string{"iverilog", "-g2005", "-o", code}, p.Args...)
	o, err := run(dir, limit, append(argv, p.Files...)...)
	switch {
	case err != nil:
		return "", err
	case o.Dead != "":
		return o.Dead, nil
	case o.Exit != 0:
		return complaint(o), nil
	}
	return "", nil
}

// gpga is a build of gpga with an engine and a form of the kernel, as in "cpu/vm"; the form may be missing.
func gpga(path, way string, limit time.Duration) simulator {
	engine, form, has := strings.Cut(way, "/")
	options := []string{"run", "-q", "--engine=" + engine}
	if has {
		options = append(options, "--form="+form)
	}
	return simulator{way, func(dir string, p *program) (outcome, string, error) {
		argv := append(append(append([]string{path}, options...), p.Args...), p.Files...)
		o, err := run(dir, limit, append(argv, p.Plus...)...)
		if err == nil && o.Exit == 1 && bytes.Contains(o.Errors, []byte(": error: ")) && len(o.Output) == 0 {
			return o, complaint(o), nil
		}
		return o, "", err
	}}
}

// complaint is the first line of an outcome's messages that names an error, or its first line.
func complaint(o outcome) string {
	lines := strings.Split(strings.TrimSpace(string(o.Errors)+"\n"+string(o.Output)), "\n")
	for _, l := range lines {
		if strings.Contains(l, "error") && !strings.HasSuffix(l, "error(s) during elaboration.") {
			return l
		}
	}
	return lines[0]
}
