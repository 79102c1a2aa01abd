package guard

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Limits bound a process. 0 is no limit.
type Limits struct {
	Wall   time.Duration
	Memory uint64 // bytes
}

// Usage is what a process took.
type Usage struct {
	Wall time.Duration
	Peak uint64 // bytes of memory, as seen every interval; 0 when it was never looked at
}

const (
	mostOutput = 1 << 20 // bytes of a message
	mostErrors = 2000    // bytes that are kept of standard error
)

// LimitError is a process that was killed at a limit.
type LimitError struct {
	Memory bool // at the limit of memory; otherwise of time
	Limits Limits
	Usage  Usage
}

func (e *LimitError) Error() string {
	if e.Memory {
		return fmt.Sprintf("it took %d MiB of memory, more than the limit of %d MiB, after %v", e.Usage.Peak>>20, e.Limits.Memory>>20, e.Usage.Wall.Round(time.Millisecond))
	}
	return fmt.Sprintf("it took longer than %v", e.Limits.Wall)
}

// DeathError is a process that ended by itself and not well.
type DeathError struct {
	How    string // exit status or signal
	Stderr string // the beginning of what it wrote to standard error
}

func (e *DeathError) Error() string {
	if e.Stderr == "" {
		return e.How
	}
	return e.How + ": " + e.Stderr
}

// head keeps the beginning of what is written to it: what comes behind a crash's message are goroutines and registers.
type head struct {
	mu  sync.Mutex
	buf []byte
}

func (h *head) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.buf = append(h.buf, p[:min(len(p), mostErrors-len(h.buf))]...)
	return len(p), nil
}

func (h *head) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	text, _, _ := strings.Cut(string(h.buf), "\ngoroutine ")
	return strings.TrimSpace(text)
}

// Run starts argv, gives it the request, and hands each of its messages to take, in a goroutine that has ended when Run returns.
// The error is nil when the process ended with status 0, a *LimitError, a *DeathError, the context's, or why it could not be
// started.
func Run(ctx context.Context, argv []string, lim Limits, request any, take func(message []byte)) (Usage, error) {
	var use Usage
	body, err := json.Marshal(request)
	if err != nil {
		return use, err
	}
	before, err := services()
	if err != nil {
		return use, fmt.Errorf("memory cannot be watched: %w", err)
	}
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.WaitDelay = time.Second // for what a process outside of the group holds open
	errs := &head{}
	cmd.Stderr = errs
	in, err := cmd.StdinPipe()
	if err != nil {
		return use, err
	}
	out, outWriter, err := os.Pipe()
	if err != nil {
		return use, err
	}
	defer out.Close()
	cmd.Stdout = outWriter
	start := time.Now()
	err = cmd.Start()
	outWriter.Close()
	if err != nil {
		return use, err
	}
	group := cmd.Process.Pid
	// The request is written beside the watch: a process that does not read must not hold it up. The pipe stays open.
	go in.Write(append(body, '\n'))
	read := make(chan struct{})
	go func() {
		defer close(read)
		lines := bufio.NewScanner(out)
		lines.Buffer(nil, mostOutput)
		for lines.Scan() {
			if line := bytes.TrimSpace(lines.Bytes()); len(line) > 0 {
				take(bytes.Clone(line))
			}
		}
	}()
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	stop := func() {
		syscall.Kill(-group, syscall.SIGKILL)
		<-ended
		use.Wall = time.Since(start)
	}
	defer func() {
		syscall.Kill(-group, syscall.SIGKILL) // what it may have left behind
		// Whoever holds its output open now is outside of the group.
		out.SetReadDeadline(time.Now().Add(time.Second))
		<-read
	}()
	var deadline <-chan time.Time
	if lim.Wall > 0 {
		t := time.NewTimer(lim.Wall)
		defer t.Stop()
		deadline = t.C
	}
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case err := <-ended:
			use.Wall = time.Since(start)
			var exit *exec.ExitError
			switch {
			case err == nil, errors.Is(err, exec.ErrWaitDelay): // it ended well, and left somebody who has its standard error
				return use, nil
			case errors.As(err, &exit):
				return use, &DeathError{exit.Error(), errs.String()}
			}
			return use, err
		case <-ctx.Done():
			stop()
			return use, context.Cause(ctx)
		case <-deadline:
			stop()
			return use, &LimitError{false, lim, use}
		case <-tick.C:
			n, err := memory(group, before)
			if err != nil {
				stop()
				return use, fmt.Errorf("memory cannot be watched: %w", err)
			}
			use.Peak = max(use.Peak, n)
			if lim.Memory > 0 && n > lim.Memory {
				stop()
				return use, &LimitError{true, lim, use}
			}
		}
	}
}

// Serve is the process's side: it reads the request, has it answered with any number of messages, and ends this process as soon
// as the parent is gone.
func Serve(in io.Reader, out io.Writer, answer func(request []byte, say func(message any) error) error) error {
	lines := bufio.NewReader(in)
	request, err := lines.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("there is no request: %w", err)
	}
	go func() {
		io.Copy(io.Discard, lines)
		os.Exit(3)
	}()
	var mu sync.Mutex
	return answer(request, func(message any) error {
		body, err := json.Marshal(message)
		if err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		_, err = out.Write(append(body, '\n'))
		return err
	})
}
