//go:build unix

package measure

import (
	"os/exec"
	"syscall"
)

// group makes the command and all that it starts end with the context: they are a group of processes.
func group(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
