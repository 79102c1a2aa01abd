package clang

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

//go:embed shim.h
var shim []byte

// Options say how to compile.
type Options struct {
	Clang     string // path of the compiler; "": Find
	CacheDir  string // where libraries are kept; "": the user's cache directory
	MaxMemory uint64 // bytes of one instance's state; 0 for no bound
}

// entry is the exported function behind the kernel.
const entry = "gpga_clang_step"

// ErrNoClang tells that no suitable clang is installed.
var ErrNoClang = errors.New("no clang with C++ for OpenCL is installed (clang 14 or newer)")

// Find returns the newest clang on the path.
func Find() (string, error) {
	for v := 22; v >= 14; v-- {
		if p, err := exec.LookPath(fmt.Sprintf("clang-%d", v)); err == nil {
			return p, nil
		}
	}
	if p, err := exec.LookPath("clang"); err == nil {
		return p, nil
	}
	return "", ErrNoClang
}

// modeFlags select the language: C++ for OpenCL 2021 with no extension but those that kernels in MSL's manner need.
var modeFlags = []string{
	"-x", "clcpp", "-cl-std=CLC++2021", "-cl-no-stdinc",
	"-Xclang", "-cl-ext=-all,+__opencl_c_generic_address_space,+__cl_clang_non_portable_kernel_param_types,+__cl_clang_bitfields",
	"-fno-exceptions", "-Wno-unknown-attributes", "-Werror=c++11-narrowing",
}

var constantRE = regexp.MustCompile(`(?m)^constant uint gpga_slot_stride \[\[function_constant\(0\)\]\];`)

var kernelRE = regexp.MustCompile(`(?m)^kernel void gpga_step(?:_(\d+))?\(`)

// source is the text as clang gets it: the function constant has its value on CPUs, and an entry for each kernel follows, that of the
// first is called entry, that of gpga_step_1 has _1 behind.
func source(text string) string {
	text = constantRE.ReplaceAllString(text, "constant uint gpga_slot_stride = 1;")
	var b strings.Builder
	b.WriteString(text)
	for _, m := range kernelRE.FindAllStringSubmatch(text, -1) {
		behind := ""
		if m[1] != "" {
			behind = "_" + m[1]
		}
		fmt.Fprintf(&b, "\nextern \"C\" __attribute__((visibility(\"default\"))) void %s%s(device uint *arena, device const uint *tab, constant gpga_params *p) { gpga_step%[2]s(arena, tab, *p, 0u); }\n", entry, behind)
	}
	return b.String()
}

func target() string {
	arch := map[string]string{"amd64": "x86_64", "arm64": "aarch64"}[runtime.GOARCH]
	if runtime.GOOS == "darwin" {
		return arch + "-apple-macos"
	}
	return arch + "-linux-gnu"
}

// Compile makes a shared library of a kernel's text and returns its path; it takes it from the cache when it is there.
func Compile(ctx context.Context, text string, o Options) (string, error) {
	cc := o.Clang
	if cc == "" {
		var err error
		if cc, err = Find(); err != nil {
			return "", err
		}
	}
	version, err := exec.CommandContext(ctx, cc, "--version").Output()
	if err != nil {
		return "", fmt.Errorf("%s --version: %w", cc, err)
	}
	flags := append(append([]string{}, modeFlags...), "-target", target(), "-O2", "-shared", "-fPIC", "-fvisibility=hidden")
	if runtime.GOOS == "linux" { // macOS's linker refuses a library without libSystem
		flags = append(flags, "-nostdlib", "-Wl,-Bsymbolic")
	}
	src := source(text)
	sum := sha256.New()
	for _, part := range []string{string(version), strings.Join(flags, " "), string(shim), src} {
		fmt.Fprintf(sum, "%d:%s", len(part), part)
	}
	dir := o.CacheDir
	if dir == "" {
		base, err := os.UserCacheDir()
		if err != nil {
			base = os.TempDir()
		}
		dir = filepath.Join(base, "gpga-cache", "clang")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	lib := filepath.Join(dir, hex.EncodeToString(sum.Sum(nil))[:32]+".so")
	if _, err := os.Stat(lib); err == nil {
		return lib, nil
	}
	tmp, err := os.MkdirTemp("", "gpga-clang-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(tmp)
	in := filepath.Join(tmp, "kernel.metal")
	if err := errors.Join(os.WriteFile(filepath.Join(tmp, "metal_stdlib"), shim, 0o644), os.WriteFile(in, []byte(src), 0o644)); err != nil {
		return "", err
	}
	out, err := os.CreateTemp(dir, ".part-*.so")
	if err != nil {
		return "", err
	}
	out.Close()
	cmd := exec.CommandContext(ctx, cc, append(flags, "-I", tmp, "-o", out.Name(), in)...)
	if msg, err := cmd.CombinedOutput(); err != nil {
		os.Remove(out.Name())
		return "", fmt.Errorf("clang rejects the kernel: %w\n%s", err, firstLines(msg, 20))
	}
	if err := os.Rename(out.Name(), lib); err != nil {
		os.Remove(out.Name())
		return "", err
	}
	return lib, nil
}

// Check asks clang whether text is right, without making code.
func Check(ctx context.Context, text string, o Options) error {
	cc := o.Clang
	if cc == "" {
		var err error
		if cc, err = Find(); err != nil {
			return err
		}
	}
	tmp, err := os.MkdirTemp("", "gpga-clang-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	in := filepath.Join(tmp, "kernel.metal")
	if err := errors.Join(os.WriteFile(filepath.Join(tmp, "metal_stdlib"), shim, 0o644), os.WriteFile(in, []byte(source(text)), 0o644)); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, cc, append(append([]string{}, modeFlags...), "-target", target(), "-fsyntax-only", "-I", tmp, in)...)
	if msg, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("clang rejects the kernel: %w\n%s", err, firstLines(msg, 20))
	}
	return nil
}

func firstLines(b []byte, n int) []byte {
	lines := bytes.SplitAfterN(b, []byte("\n"), n+1)
	if len(lines) > n {
		lines = lines[:n]
	}
	return bytes.Join(lines, nil)
}
