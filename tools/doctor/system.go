package doctor

import (
	"bufio"
	"os"
	"runtime"
	"strconv"
	"strings"
)

// System is the machine and its operating system.
type System struct {
	OS         string `json:"os"`              // name and version, as far as they are known
	Build      string `json:"build,omitempty"` // of macOS; elsewhere the kernel
	Platform   string `json:"platform"`        // GOOS/GOARCH of this program
	Go         string `json:"go"`
	Processor  string `json:"processor,omitempty"`
	Processors int    `json:"processors"`             // that this program may use
	Memory     uint64 `json:"memory_bytes,omitempty"` // 0: not known
}

func system() System {
	s := System{OS: runtime.GOOS, Platform: runtime.GOOS + "/" + runtime.GOARCH, Go: runtime.Version(), Processors: runtime.GOMAXPROCS(0)}
	s.describe()
	return s
}

// field gives the value of the first line of a file that begins with a name, whatever stands between.
func field(path, name string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if rest, ok := strings.CutPrefix(sc.Text(), name); ok {
			return strings.Trim(rest, " \t:=\"")
		}
	}
	return ""
}

// fromProc fills in what Linux tells of itself.
func (s *System) fromProc() {
	if name := field("/etc/os-release", "PRETTY_NAME"); name != "" {
		s.OS = name
	}
	if release, err := os.ReadFile("/proc/sys/kernel/osrelease"); err == nil {
		s.Build = "Linux " + strings.TrimSpace(string(release))
	}
	s.Processor = field("/proc/cpuinfo", "model name")
	if kb, _, _ := strings.Cut(field("/proc/meminfo", "MemTotal"), " "); kb != "" {
		n, _ := strconv.ParseUint(kb, 10, 54)
		s.Memory = n << 10
	}
}
