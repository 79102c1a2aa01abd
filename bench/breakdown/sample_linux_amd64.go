package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Requests and events of Linux's ptrace that package syscall does not name.
const (
	ptraceSeize     = 0x4206
	ptraceInterrupt = 0x4207
	waitAll         = 0x40000000 // __WALL
	eventStop       = 128        // PTRACE_EVENT_STOP
)

func ptrace(request, tid int) error {
	if _, _, e := syscall.RawSyscall6(syscall.SYS_PTRACE, uintptr(request), uintptr(tid), 0, 0, 0, 0); e != 0 {
		return e
	}
	return nil
}

// sample reads the program counter of the process's busiest thread until it ends, and hands each to see.
func sample(pid int, every time.Duration, see func(pc uint64)) error {
	runtime.LockOSThread() // the tracer is a thread, not a process
	defer runtime.UnlockOSThread()
	for {
		tid := busiest(pid)
		if tid == 0 {
			return nil
		}
		if err := ptrace(ptraceSeize, tid); err != nil {
			if err == syscall.ESRCH {
				return nil
			}
			return fmt.Errorf("ptrace: %w", err)
		}
		for range 100 {
			time.Sleep(every)
			running := threadState(pid, tid) == 'R'
			if ptrace(ptraceInterrupt, tid) != nil {
				return nil
			}
			if !untilStopped(tid) {
				return nil
			}
			if running {
				var regs syscall.PtraceRegs
				if err := syscall.PtraceGetRegs(tid, &regs); err == nil {
					see(regs.Rip)
				}
			}
			if syscall.PtraceCont(tid, 0) != nil {
				return nil
			}
		}
		// Another thread may do the work by now.
		if ptrace(ptraceInterrupt, tid) != nil || !untilStopped(tid) {
			return nil
		}
		if syscall.PtraceDetach(tid) != nil {
			return nil
		}
	}
}

// untilStopped waits for the stop that was asked for, and hands on signals that come first. It is false when the thread has ended.
func untilStopped(tid int) bool {
	for {
		var ws syscall.WaitStatus
		got, err := syscall.Wait4(tid, &ws, waitAll, nil)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || got != tid || ws.Exited() || ws.Signaled() {
			return false
		}
		if int(ws)>>16 == eventStop {
			return true
		}
		if syscall.PtraceCont(tid, int(ws.StopSignal())) != nil {
			return false
		}
	}
}

// stat gives the fields of a thread behind its name.
func stat(pid, tid int) []string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/stat", pid, tid))
	if err != nil {
		return nil
	}
	_, rest, _ := strings.Cut(string(text), ") ")
	return strings.Fields(rest)
}

func threadState(pid, tid int) byte {
	if f := stat(pid, tid); len(f) > 0 {
		return f[0][0]
	}
	return 0
}

// busiest is the thread that uses most CPU time over some milliseconds; 0 when the process has ended.
func busiest(pid int) int {
	used := func() map[int]int {
		out := map[int]int{}
		names, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*", pid))
		for _, n := range names {
			tid, err := strconv.Atoi(filepath.Base(n))
			if err != nil {
				continue
			}
			if f := stat(pid, tid); len(f) > 12 && f[0] != "Z" && f[0] != "X" {
				u, _ := strconv.Atoi(f[11])
				out[tid] = u
			}
		}
		return out
	}
	before := used()
	time.Sleep(40 * time.Millisecond)
	best, most := 0, -1
	for tid, u := range used() {
		if d := u - before[tid]; d > most {
			best, most = tid, d
		}
	}
	return best
}
