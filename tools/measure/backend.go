package measure

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/gpga/gpga/runtime/clang"
)

// A Backend is a compiler with what it makes code for.
type Backend struct {
	Name     string // x86-64, nvptx64, amdgcn, metal
	Compiler string // path of the program
	// steps are the commands that compile the text in a folder; all that clang does is one.
	steps func(b *Backend, dir string, args []string) [][]string
	llvm  bool // takes clang's options: LLVM IR and timings can be had of it
	flags []string
}

// targets are clang's.
var targets = []struct {
	name  string
	flags []string
}{
	{"x86-64", []string{"-target", "x86_64-linux-gnu", "-fPIC", "-c"}},
	{"nvptx64", []string{"-target", "nvptx64-nvidia-cuda", "-nogpulib", "-S"}},
	{"amdgcn", []string{"-target", "amdgcn-amd-amdhsa", "-mcpu=gfx90a", "-nogpulib", "-c"}},
}

// metalName is the backend of Apple's tools.
const metalName = "metal"

// Known lists the names of all backends, here or not.
func Known() []string {
	var names []string
	for _, t := range targets {
		names = append(names, t.name)
	}
	return append(names, metalName)
}

// optimize is the build mode.
const optimize = "-O2"

// object is what a compiler writes, in the folder of the run.
const object = "out"

var present = sync.OnceValue(func() []Backend {
	var list []Backend
	if cc, err := clang.Find(); err == nil {
		have := printTargets(cc)
		for _, t := range targets {
			arch, _, _ := strings.Cut(t.flags[1], "-")
			if have != "" && !strings.Contains(have, "\n    "+strings.ReplaceAll(arch, "x86_64", "x86-64")+" ") {
				continue
			}
			list = append(list, Backend{Name: t.name, Compiler: cc, flags: t.flags, llvm: true, steps: clangSteps})
		}
	}
	if runtime.GOOS == "darwin" {
		if x, err := exec.LookPath("xcrun"); err == nil && exec.Command(x, "-sdk", "macosx", "-f", "metal").Run() == nil {
			list = append(list, Backend{Name: metalName, Compiler: x, steps: metalSteps})
		}
	}
	return list
})

// printTargets is clang's own list of what it can make code for, empty when it does not say.
func printTargets(cc string) string {
	out, err := exec.Command(cc, "-print-targets").Output()
	if err != nil {
		return ""
	}
	return string(out)
}

// Present lists the backends of this machine.
func Present() []Backend { return present() }

// Select gives the backends of those names, all that are present when there is none.
func Select(names []string) ([]Backend, error) {
	all := Present()
	if len(names) == 0 {
		if len(all) == 0 {
			return nil, fmt.Errorf("no backend is present: %w", clang.ErrNoClang)
		}
		return all, nil
	}
	var list []Backend
	for _, n := range names {
		found := false
		for _, b := range all {
			if b.Name == n {
				list, found = append(list, b), true
			}
		}
		if !found {
			return nil, fmt.Errorf("the backend %q is not present; there are: %s", n, backendNames(all))
		}
	}
	return list, nil
}

func backendNames(list []Backend) string {
	if len(list) == 0 {
		return "none"
	}
	var names []string
	for _, b := range list {
		names = append(names, b.Name)
	}
	return strings.Join(names, ", ")
}

// clangSteps compiles what the arguments of runtime/clang's front end name.
func clangSteps(b *Backend, dir string, args []string) [][]string {
	argv := append([]string{b.Compiler}, b.flags...)
	argv = append(argv, optimize, "-o", filepath.Join(dir, object))
	return [][]string{append(argv, args...)}
}

// metalSteps are Apple's: to AIR, to a library, and to the GPU's own code, which is where pipelines take their time. The last runs
// in a process of its own rather than in the compiler service, so that what it takes can be seen.
func metalSteps(b *Backend, dir string, _ []string) [][]string {
	air, lib := filepath.Join(dir, "kernel.air"), filepath.Join(dir, "kernel.metallib")
	tool := func(name string, args ...string) []string {
		return append([]string{b.Compiler, "-sdk", "macosx", name}, args...)
	}
	return [][]string{
		tool("metal", optimize, "-c", filepath.Join(dir, "kernel.metal"), "-o", air),
		tool("metallib", air, "-o", lib),
		tool("metal-tt", lib, filepath.Join(dir, pipelines), "-o", filepath.Join(dir, object)),
	}
}

// pipelines is the file that tells metal-tt which functions to make pipelines of.
const pipelines = "kernel.mtlp-json"

func pipelineScript(kernels []string) string {
	var list []string
	for _, k := range kernels {
		list = append(list, fmt.Sprintf(`{"compute_function": "alias:lib#%s"}`, k))
	}
	return fmt.Sprintf(`{"libraries": {"paths": [{"label": "lib", "path": "kernel.metallib"}]}, "pipelines": {"compute_pipelines": [%s]}}`+"\n", strings.Join(list, ", "))
}
