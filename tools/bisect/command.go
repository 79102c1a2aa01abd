package bisect

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// Skip is the exit status with which a command says that this commit cannot be judged, as git bisect run has it.
const Skip = 125

// skipError says why a commit cannot be judged.
type skipError struct{ reason string }

func (e skipError) Error() string { return e.reason }

// shell runs a command line under sh with a deadline, and returns what it prints. Its process group ends with ctx.
func shell(ctx context.Context, dir string, env []string, command string, timeout time.Duration) (string, error) {
	if timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, timeout, fmt.Errorf("no end after %v", timeout))
		defer cancel()
	}
	c := exec.CommandContext(ctx, "sh", "-c", command)
	c.Dir = dir
	c.Env = append(os.Environ(), env...)
	group(c)
	c.WaitDelay = 5 * time.Second
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	if err == nil {
		return out.String(), nil
	}
	if ctx.Err() != nil {
		return "", context.Cause(ctx)
	}
	last := lastLine(errs.String())
	if last == "" {
		last = lastLine(out.String())
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if exit.ExitCode() == Skip {
			return "", skipError{"the command asks to skip it"}
		}
		return "", fmt.Errorf("%s: exit status %d: %s", command, exit.ExitCode(), last)
	}
	return "", err
}

func lastLine(s string) string {
	s = strings.TrimRight(s, "\n ")
	s = s[strings.LastIndexByte(s, '\n')+1:]
	if len(s) > 200 {
		s = s[:200] + "..."
	}
	return s
}

// number reads the number that a command prints: the last word of its output that is one.
func numberIn(out string) (float64, error) {
	words := strings.Fields(out)
	for i := len(words) - 1; i >= 0; i-- {
		if v, err := strconv.ParseFloat(words[i], 64); err == nil {
			return v, nil
		}
	}
	return 0, fmt.Errorf("the command prints no number: %q", lastLine(out))
}
