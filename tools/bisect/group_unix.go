//go:build unix

package bisect

import (
	"os/exec"
	"syscall"
)

// group gives a command a process group of its own, which ends with it.
func group(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
}
