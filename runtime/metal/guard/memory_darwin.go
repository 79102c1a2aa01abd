package guard

import (
	"os/exec"
	"runtime"
	"sync"
	"time"
	"unsafe"

	"github.com/ebitengine/purego"
)

// interval is how often memory is looked at: each look is a process.
const interval = 150 * time.Millisecond

// processes asks ps for the table of processes.
func processes() ([]process, error) {
	text, err := exec.Command("/bin/ps", "-A", "-o", "pid=,pgid=,rss=,comm=").Output()
	if err != nil {
		return nil, err
	}
	return parsePS(string(text))
}

// usage finds proc_pid_rusage of libproc; 0 when there is none.
var usage = sync.OnceValue(func() uintptr {
	lib, err := purego.Dlopen("/usr/lib/libSystem.B.dylib", purego.RTLD_NOW)
	if err != nil {
		return 0
	}
	fn, err := purego.Dlsym(lib, "proc_pid_rusage")
	if err != nil {
		return 0
	}
	return fn
})

// footprint is what the system counts against a process (ri_phys_footprint of struct rusage_info_v0), in bytes; 0 when it does not
// tell.
func footprint(pid int) uint64 {
	fn := usage()
	if fn == 0 {
		return 0
	}
	var info [32]uint64 // the structure's first version has twelve words: a UUID of two, and the footprint at place nine
	var pin runtime.Pinner
	defer pin.Unpin()
	pin.Pin(&info)
	if r, _, _ := purego.SyscallN(fn, uintptr(pid), 0, uintptr(unsafe.Pointer(&info))); int32(r) != 0 {
		return 0
	}
	return info[9]
}
