package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCurrent compares deps.bzl with what go.mod and go.sum say. The working directory is tools/modules, under Bazel too.
func TestCurrent(t *testing.T) {
	root := filepath.Join("..", "..")
	want, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, "deps.bzl"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("deps.bzl differs from go.mod and go.sum; run bazel run //tools/modules\ngot:\n%s\nwant:\n%s", got, want)
	}
}

func TestRender(t *testing.T) {
	const sum = `example.org/a/b-c/v2 v2.0.1 h1:AAA=
example.org/a/b-c/v2 v2.0.1/go.mod h1:BBB=
golang.org/x/sys v0.1.0 h1:CCC=
`
	for _, tt := range []struct {
		name, mod string
		want      []string // in this order in the text
		err       string
	}{
		{"block", "module m\n\ngo 1.26\n\nrequire (\n\tgolang.org/x/sys v0.1.0 // indirect\n\texample.org/a/b-c/v2 v2.0.1\n)\n",
			[]string{`name = "org_example_a_b_c_v2"`, `importpath = "example.org/a/b-c/v2"`, `sum = "h1:AAA="`, `version = "v2.0.1"`, `name = "org_golang_x_sys"`, `sum = "h1:CCC="`}, ""},
		{"one line", "module m\nrequire golang.org/x/sys v0.1.0\n", []string{`name = "org_golang_x_sys"`}, ""},
		{"no sum", "require golang.org/x/sys v0.2.0\n", nil, "go.sum has no sum for golang.org/x/sys v0.2.0"},
		{"replace", "replace golang.org/x/sys => ../sys\n", nil, "go.mod:1: replace"},
		{"replace in a block", "replace (\n\tgolang.org/x/sys => ../sys\n)\n", nil, "go.mod:2: replace"},
		{"no version", "require (\n\tgolang.org/x/sys\n)\n", nil, "go.mod:2: want"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, err := render(tt.mod, sum)
			if tt.err != "" {
				if err == nil || !strings.HasPrefix(err.Error(), tt.err) {
					t.Fatalf("error %v, want %q", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			rest := text
			for _, w := range tt.want {
				_, after, ok := strings.Cut(rest, w)
				if !ok {
					t.Fatalf("%s is missing or out of order in:\n%s", w, text)
				}
				rest = after
			}
		})
	}
}
