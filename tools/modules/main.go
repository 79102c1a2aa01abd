package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	// Under bazel run the source tree is not the working directory.
	if err := write(os.Getenv("BUILD_WORKSPACE_DIRECTORY")); err != nil {
		fmt.Fprintln(os.Stderr, "modules:", err)
		os.Exit(1)
	}
}

// write makes deps.bzl anew in the repository at root.
func write(root string) error {
	text, err := generate(root)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, "deps.bzl"), []byte(text), 0o666)
}

// generate returns the text of deps.bzl for the go.mod and go.sum in the folder root.
func generate(root string) (string, error) {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return "", err
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return "", err
	}
	return render(string(mod), string(sum))
}

// A module is one requirement of go.mod.
type module struct {
	path, version string
}

// repository returns the name that gazelle gives the external repository of the module: the host's parts reversed, then
// the path, with _ for what may not stand in a name.
func (m module) repository() string {
	host, rest, _ := strings.Cut(m.path, "/")
	parts := strings.Split(host, ".")
	slices.Reverse(parts)
	return strings.Map(func(r rune) rune {
		if r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' {
			return r
		}
		return '_'
	}, strings.ToLower(strings.Join(append(parts, rest), "_")))
}

// requirements returns the modules that the text of a go.mod requires. A replace directive is an error: a go_repository
// would have to follow it.
func requirements(mod string) ([]module, error) {
	var mods []module
	block := "" // directive of the parenthesised block that the line is in
	for i, line := range strings.Split(mod, "\n") {
		line, _, _ = strings.Cut(line, "//")
		f := strings.Fields(line)
		switch {
		case len(f) == 0:
			continue
		case f[0] == ")":
			block = ""
			continue
		case len(f) == 2 && f[1] == "(":
			block = f[0]
			continue
		case block != "":
			f = append([]string{block}, f...)
		}
		switch {
		case f[0] == "replace":
			return nil, fmt.Errorf("go.mod:%d: replace cannot be followed by deps.bzl", i+1)
		case f[0] == "require" && len(f) != 3:
			return nil, fmt.Errorf("go.mod:%d: want a module's path and version", i+1)
		case f[0] == "require":
			mods = append(mods, module{f[1], f[2]})
		}
	}
	return mods, nil
}

// sums returns the h1: sums of whole modules (not of their go.mod files alone) in the text of a go.sum.
func sums(sum string) map[module]string {
	byModule := map[module]string{}
	for line := range strings.Lines(sum) {
		if f := strings.Fields(line); len(f) == 3 {
			byModule[module{f[0], f[1]}] = f[2]
		}
	}
	return byModule
}

// render returns the text of deps.bzl for the texts of a go.mod and a go.sum.
func render(mod, sum string) (string, error) {
	mods, err := requirements(mod)
	if err != nil {
		return "", err
	}
	slices.SortFunc(mods, func(a, b module) int { return cmp.Compare(a.repository(), b.repository()) })
	byModule := sums(sum)
	var b strings.Builder
	b.WriteString(`"""The Go modules of go.mod as external repositories; bazel run //tools/modules writes this file."""

load("@bazel_gazelle//:deps.bzl", "go_repository")

def go_dependencies():
    """Declares every Go module that a package of this repository imports, directly or not."""
`)
	for _, m := range mods {
		h := byModule[m]
		if h == "" {
			return "", fmt.Errorf("go.sum has no sum for %s %s; run go mod download", m.path, m.version)
		}
		fmt.Fprintf(&b, "    go_repository(\n        name = %q,\n        importpath = %q,\n        sum = %q,\n        version = %q,\n    )\n",
			m.repository(), m.path, h, m.version)
	}
	return b.String(), nil
}
