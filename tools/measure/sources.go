package measure

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// fileNameRE is what a file's name may not hold.
var fileNameRE = regexp.MustCompile(`[^A-Za-z0-9_.-]+`)

// WriteSources writes each kernel to a folder of its own under dir, with the header that clang reads it against and a repro.sh that
// compiles it as it was measured, on the backends named or on all that the report has.
func WriteSources(dir string, kernels []Kernel, backends []Backend) ([]string, error) {
	var made []string
	used := map[string]int{}
	for i := range kernels {
		k := &kernels[i]
		name := strings.TrimSuffix(filepath.Base(k.File), filepath.Ext(k.File))
		if k.Name != "" {
			name += "." + k.Name
		}
		if name = strings.TrimLeft(fileNameRE.ReplaceAllString(name, "_"), "."); name == "" {
			name = "kernel"
		}
		if used[name]++; used[name] > 1 {
			name += "." + strconv.Itoa(used[name])
		}
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(at, 0o755); err != nil {
			return made, err
		}
		var script strings.Builder
		script.WriteString("#!/bin/sh\n# Compiles this kernel as gpga measure does, on each backend. Arguments: the backends to compile on; none: all.\n")
		script.WriteString("# CLANG names another compiler, WRAP a command to run it under: WRAP='perf stat' ./repro.sh amdgcn\n")
		script.WriteString("set -eu\ncd \"$(dirname \"$0\")\"\nwanted() { [ $# -eq 1 ] || { b=$1; shift; for a; do [ \"$a\" = \"$b\" ] && return 0; done; return 1; }; }\n")
		for j := range backends {
			b := &backends[j]
			steps, err := b.prepare(at, k)
			if err != nil {
				return made, err
			}
			fmt.Fprintf(&script, "if wanted %s \"$@\"; then\n\techo %s\n", b.Name, b.Name)
			for _, s := range portable(steps, at) {
				words := make([]string, len(s))
				for n, a := range s {
					words[n] = quote(relative(a, b.Name))
				}
				if b.llvm {
					words[0] = "${CLANG:-" + words[0] + "}"
				}
				fmt.Fprintf(&script, "\t${WRAP:-} %s\n", strings.Join(words, " "))
			}
			script.WriteString("fi\n")
		}
		if err := os.WriteFile(filepath.Join(at, "repro.sh"), []byte(script.String()), 0o755); err != nil {
			return made, err
		}
		made = append(made, at)
	}
	return made, nil
}

// relative spells an argument for the kernel's folder; each backend's output has a name of its own.
func relative(a, backend string) string {
	switch {
	case a == "@DIR":
		return "."
	case a == "@DIR/"+object:
		return object + "." + backend
	}
	return strings.TrimPrefix(a, "@DIR/")
}

var plainWordRE = regexp.MustCompile(`^[A-Za-z0-9_./:=+,@%-]+$`)

// quote spells a word for sh.
func quote(s string) string {
	if plainWordRE.MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
