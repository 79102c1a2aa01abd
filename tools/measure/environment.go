package measure

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
)

// Environment is what somebody needs to repeat a measurement.
type Environment struct {
	Compilers map[string]string `json:"compilers"` // version by path
	OS        string            `json:"os"`        // name and version, kernel
	Arch      string            `json:"arch"`
	CPU       string            `json:"cpu"`
	Cores     int               `json:"cores"`
	MemoryMB  int               `json:"memory_mb"`
	Load      string            `json:"load,omitempty"` // of the machine when the measurement began
	Mode      string            `json:"mode"`           // of the compilers
	Gpga      string            `json:"gpga"`           // this program: revision, and whether files differed from it
	Go        string            `json:"go"`
	Command   []string          `json:"command"` // of this program
}

// Describe looks at the machine.
func Describe(ctx context.Context, backends []Backend) Environment {
	e := Environment{Compilers: map[string]string{}, OS: runtime.GOOS, Arch: runtime.GOARCH, Cores: runtime.NumCPU(), Mode: optimize, Go: runtime.Version(), Command: os.Args}
	for _, b := range backends {
		if _, have := e.Compilers[b.Compiler]; have {
			continue
		}
		args := []string{"--version"}
		if b.Name == metalName {
			args = []string{"-sdk", "macosx", "metal", "--version"}
		}
		e.Compilers[b.Compiler] = firstLine(ctx, b.Compiler, args...)
	}
	switch runtime.GOOS {
	case "linux":
		e.OS = strings.TrimSpace(field("/etc/os-release", "PRETTY_NAME", "=") + ", " + firstLine(ctx, "uname", "-sr"))
		e.CPU = field("/proc/cpuinfo", "model name", ":")
		if kb, err := strconv.Atoi(strings.TrimSuffix(field("/proc/meminfo", "MemTotal", ":"), " kB")); err == nil {
			e.MemoryMB = kb / 1024
		}
		if text, err := os.ReadFile("/proc/loadavg"); err == nil {
			e.Load = strings.Join(strings.Fields(string(text))[:3], " ")
		}
	case "darwin":
		e.OS = "macOS " + firstLine(ctx, "sw_vers", "-productVersion") + " (" + firstLine(ctx, "sw_vers", "-buildVersion") + ")"
		e.CPU = firstLine(ctx, "sysctl", "-n", "machdep.cpu.brand_string")
		if n, err := strconv.ParseInt(firstLine(ctx, "sysctl", "-n", "hw.memsize"), 10, 64); err == nil {
			e.MemoryMB = int(n >> 20)
		}
		e.Load = firstLine(ctx, "sysctl", "-n", "vm.loadavg")
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				e.Gpga = s.Value
			case s.Key == "vcs.modified" && s.Value == "true":
				e.Gpga += ", modified"
			}
		}
	}
	return e
}

func firstLine(ctx context.Context, name string, args ...string) string {
	out, err := exec.CommandContext(ctx, name, args...).Output()
	if err != nil {
		return ""
	}
	l, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSpace(l)
}

// field is the first value of a key in a file of lines.
func field(path, key, sep string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	for _, l := range strings.Split(string(text), "\n") {
		if k, v, ok := strings.Cut(l, sep); ok && strings.TrimSpace(k) == key {
			return strings.Trim(strings.TrimSpace(v), `"`)
		}
	}
	return ""
}
