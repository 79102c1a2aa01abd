package metal

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
	"testing"
)

// kill sends SIGKILL to the guarded processes of this test that have a fault.
func kill(t *testing.T, fault string) {
	list, err := os.ReadDir("/proc")
	if err != nil {
		t.Skip("there is no /proc to find the process in")
	}
	n := 0
	for _, d := range list {
		pid, err := strconv.Atoi(d.Name())
		if err != nil {
			continue
		}
		args, err := os.ReadFile("/proc/" + d.Name() + "/cmdline")
		stat, serr := os.ReadFile("/proc/" + d.Name() + "/stat")
		if err != nil || serr != nil || !bytes.Contains(args, []byte(role+"\x00"+fault+"\x00")) {
			continue
		}
		if f := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:]); string(f[1]) == strconv.Itoa(os.Getpid()) {
			syscall.Kill(pid, syscall.SIGKILL)
			n++
		}
	}
	if n == 0 {
		t.Error("no process was found to be killed")
	}
}
