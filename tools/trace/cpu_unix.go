//go:build unix

package trace

import (
	"syscall"
	"time"
)

// cpuTime is the processor time of this process so far, all threads, user and system.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
