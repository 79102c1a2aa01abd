package visibility

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// sourceTree returns the repository's root. Under Bazel it is found through the one file of it that is declared as data,
// WORKSPACE: no glob crosses packages, so the tree cannot be data itself (and the target's tag "external" makes Bazel run
// the test each time).
func sourceTree(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		mark := filepath.Join(dir, "WORKSPACE")
		if _, err := os.Stat(mark); err == nil {
			real, err := filepath.EvalSymlinks(mark)
			if err != nil {
				t.Fatal(err)
			}
			root := filepath.Dir(real)
			if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
				t.Fatalf("%s is not the source tree: %v", root, err)
			}
			return root
		} else if !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no WORKSPACE above the working directory")
		}
		dir = up
	}
}

// TestTree holds the repository to the table.
func TestTree(t *testing.T) {
	root := sourceTree(t)
	found, err := Check(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
}

// TestRoomsExist keeps the table from speaking of packages that are gone.
func TestRoomsExist(t *testing.T) {
	root := sourceTree(t)
	for _, r := range House {
		if r.Path == "bench" {
			continue // made when the first benchmark is
		}
		if st, err := os.Stat(filepath.Join(root, filepath.FromSlash(r.Path))); err != nil || !st.IsDir() {
			t.Errorf("the table has a row for %s, which is no folder", r.Path)
		}
	}
}

// rootBuild returns a root BUILD.bazel that says what House says.
func rootBuild() string {
	var b strings.Builder
	groups := map[string][]string{}
	for _, r := range House {
		groups[r.Group] = r.members()
	}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		b.WriteString("package_group(\n    name = \"" + name + "\",\n    packages = [\n")
		for _, c := range groups[name] {
			if !strings.Contains(c, "/") {
				c += "/..."
			}
			b.WriteString("        \"//" + c + "\",\n")
		}
		b.WriteString("    ],\n)\n")
	}
	return b.String()
}

// tree returns a small house in order, with some files replaced or added.
func tree(changes map[string]string) fstest.MapFS {
	files := map[string]string{
		"BUILD.bazel": rootBuild(),
		"frontend/parse/BUILD.bazel": `go_library(
    name = "parse",
    srcs = ["parse.go"],
    importpath = "github.com/gpga/gpga/frontend/parse",
    visibility = ["//:frontend_clients"],
)
`,
		"frontend/parse/parse.go": "package parse\n",
		"scheduler/program/BUILD.bazel": `go_library(
    name = "program",
    srcs = ["program.go"],
    visibility = ["//:program_clients"],
)
`,
		"scheduler/program/program.go": "package program\n\nimport _ \"fmt\"\n",
		"codegen/emit/BUILD.bazel": `go_library(
    name = "emit",
    srcs = ["emit.go"],
    visibility = ["//:codegen_clients"],
    deps = ["//scheduler/program"],
)

go_test(
    name = "emit_test",
    srcs = ["emit_test.go"],
    visibility = ["//goldens:__pkg__"],
)
`,
		"codegen/emit/emit.go":      "package emit\n\nimport _ \"github.com/gpga/gpga/scheduler/program\"\n",
		"codegen/emit/emit_test.go": "package emit\n",
	}
	maps.Copy(files, changes)
	fsys := fstest.MapFS{}
	for name, text := range files {
		if text != "" {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return fsys
}

// TestWidened changes one thing in a house in order; each change must be found.
func TestWidened(t *testing.T) {
	parseVisible := func(label string) map[string]string {
		return map[string]string{"frontend/parse/BUILD.bazel": "go_library(\n    name = \"parse\",\n    srcs = [\"parse.go\"],\n    visibility = [" + label + "],\n)\n"}
	}
	for _, tt := range []struct {
		name    string
		changes map[string]string
		want    string // the one violation, "" for none
	}{
		{"in order", nil, ""},
		{"private", parseVisible(`"//visibility:private"`), ""},
		{"narrower", parseVisible(`"//goldens:__pkg__", "//frontend/elab:__subpackages__"`), ""},
		{"top only", parseVisible(`"//:top"`), ""},
		{"public", parseVisible(`"//visibility:public"`),
			`frontend/parse/BUILD.bazel:1: "parse" is public; the table of public targets does not name it`},
		{"every package", parseVisible(`"//:__subpackages__"`),
			`frontend/parse/BUILD.bazel:1: "parse" is visible to //:__subpackages__; frontend/parse may be seen by bench, frontend, goldens, tools only`},
		{"another layer", parseVisible(`"//:frontend_clients", "//codegen/emit:__pkg__"`),
			`frontend/parse/BUILD.bazel:1: "parse" is visible to //codegen/emit:__pkg__; frontend/parse may be seen by bench, frontend, goldens, tools only`},
		{"another group", parseVisible(`"//:logic_clients"`),
			`frontend/parse/BUILD.bazel:1: "parse" is visible to //:logic_clients; frontend/parse may be seen by bench, frontend, goldens, tools only`},
		{"computed", parseVisible(`v for v in WIDE`),
			`frontend/parse/BUILD.bazel:1: visibility of "parse" is computed; write a list of labels`},
		{"default", map[string]string{"frontend/parse/BUILD.bazel": "package(default_visibility = [\"//visibility:public\"])\n\ngo_library(name = \"parse\", srcs = [\"parse.go\"])\n"},
			`frontend/parse/BUILD.bazel:1: package is public; the table of public targets does not name it`},
		{"exports", map[string]string{"frontend/parse/testdata.bzl": "", "runtime/BUILD.bazel": "exports_files([\"shim.h\"], visibility = [\"//scheduler:__pkg__\"])\n"},
			`runtime/BUILD.bazel:1: exports_files is visible to //scheduler:__pkg__; runtime may be seen by bench, goldens, runtime, tools only`},
		{"public alias", map[string]string{"tools/BUILD.bazel": "alias(name = \"gpga\", actual = \"//tools/gpga\", visibility = [\"//visibility:public\"])\n"}, ""},
		{"group widened", map[string]string{"BUILD.bazel": strings.Replace(rootBuild(), "name = \"codegen_clients\",\n    packages = [\n", "name = \"codegen_clients\",\n    packages = [\n        \"//runtime/...\",\n", 1)},
			`package group "codegen_clients" holds bench, codegen, goldens, runtime, tools; the table says bench, codegen, goldens, tools`},
		{"group of everything", map[string]string{"BUILD.bazel": strings.Replace(rootBuild(), "name = \"top\",\n    packages = [\n", "name = \"top\",\n    packages = [\n        \"//...\",\n", 1)},
			`package group "top": "//..." is neither //LAYER/... nor //LAYER/PACKAGE`},
		{"group includes another", map[string]string{"BUILD.bazel": strings.Replace(rootBuild(), "name = \"top\",\n", "name = \"top\",\n    includes = [\":runtime_clients\"],\n", 1)},
			`package group "top" holds bench, goldens, runtime, tools; the table says bench, goldens, tools`},
		{"new group", map[string]string{"BUILD.bazel": rootBuild() + "package_group(name = \"all\", packages = [])\n"},
			`package group "all" is not in the table`},
		{"group elsewhere", map[string]string{"codegen/BUILD.bazel": "package_group(name = \"all\", packages = [\"//...\"])\n"},
			`codegen/BUILD.bazel:1: package group "all": groups stand in the root BUILD.bazel`},
		{"import of a later layer", map[string]string{"frontend/parse/parse.go": "package parse\n\nimport _ \"github.com/gpga/gpga/codegen/emit\"\n"},
			`frontend/parse/parse.go:3: frontend/parse may not import codegen/emit; bench, codegen, goldens, tools may`},
		{"import past the contract", map[string]string{"codegen/emit/emit_test.go": "package emit\n\nimport (\n\t\"testing\"\n\n\t_ \"github.com/gpga/gpga/frontend/parse\"\n)\n"},
			`codegen/emit/emit_test.go:6: codegen/emit may not import frontend/parse; bench, frontend, goldens, tools may`},
		{"group of a layer's package", map[string]string{"BUILD.bazel": strings.Replace(rootBuild(), "name = \"top\",\n    packages = [\n", "name = \"top\",\n    packages = [\n        \"//runtime/cpu\",\n", 1)},
			`package group "top" holds bench, goldens, runtime/cpu, tools; the table says bench, goldens, tools`},
		{"group of a part of a layer", map[string]string{"BUILD.bazel": strings.Replace(rootBuild(), "name = \"top\",\n    packages = [\n", "name = \"top\",\n    packages = [\n        \"//runtime/cpu/...\",\n", 1)},
			`package group "top": "//runtime/cpu/..." is neither //LAYER/... nor //LAYER/PACKAGE`},
		{"test that starts from Verilog", map[string]string{
			"scheduler/lower/BUILD.bazel":   "go_test(name = \"lower_test\", srcs = [\"lower_test.go\"])\n",
			"scheduler/lower/lower_test.go": "package lower\n\nimport _ \"github.com/gpga/gpga/frontend/parse\"\n",
		}, ""},
		{"library that starts from Verilog", map[string]string{
			"scheduler/lower/BUILD.bazel": "go_library(name = \"lower\", srcs = [\"lower.go\"])\n",
			"scheduler/lower/lower.go":    "package lower\n\nimport _ \"github.com/gpga/gpga/frontend/parse\"\n",
		}, `scheduler/lower/lower.go:3: scheduler/lower may not import frontend/parse; bench, frontend, goldens, tools may`},
		{"import of no layer", map[string]string{"codegen/emit/emit.go": "package emit\n\nimport _ \"github.com/gpga/gpga/misc\"\n"},
			`codegen/emit/emit.go:3: github.com/gpga/gpga/misc is in no layer of the table`},
		{"file without a target", map[string]string{"codegen/emit/more.go": "package emit\n"},
			`codegen/emit/more.go:1: no target names this file; run gazelle`},
		{"ignored file", map[string]string{"codegen/emit/gen.go": "//go:build ignore\n\npackage main\n"}, ""},
		{"broken BUILD file", map[string]string{"codegen/BUILD.bazel": "\ngo_library(\n    name = \"x\n"},
			`codegen/BUILD.bazel:3: string without an end`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found, err := Check(tree(tt.changes))
			if err != nil {
				t.Fatal(err)
			}
			if tt.want == "" {
				if len(found) != 0 {
					t.Fatalf("found %q in a house in order", found)
				}
				return
			}
			if len(found) == 0 || !slices.ContainsFunc(found, func(f string) bool { return strings.HasSuffix(f, tt.want) }) {
				t.Fatalf("found %q, want %q", found, tt.want)
			}
		})
	}
}

// TestDirections spells the arrows of the house out, apart from the table's own form.
func TestDirections(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		ok       bool
	}{
		{"frontend/elab", "frontend/parse", true},
		{"frontend/elab", "scheduler/program", false},
		{"frontend/elab", "codegen/msl", false},
		{"scheduler/lower", "frontend/design", true},
		{"scheduler/lower", "frontend/ast", false},
		{"scheduler/lower", "frontend/design/logic", true},
		{"scheduler/program", "codegen/emit", false},
		{"codegen/emit", "scheduler/program", true},
		{"codegen/emit", "scheduler/lower", false},
		{"codegen/emit", "frontend/design", false},
		{"codegen/emit", "frontend/design/logic", true},
		{"codegen/msl", "runtime/host", false},
		{"runtime/cpu", "codegen/msl", true},
		{"runtime/cpu", "codegen/emit", false},
		{"runtime/metal", "frontend/parse", false},
		{"runtime/host", "frontend/design/logic", true},
		{"runtime/cpu", "scheduler/program", true},
		{"goldens/reference", "frontend/design", true},
		{"tools/gpga", "codegen/emit", true},
		{"runtime/cpu", "goldens/reference", false},
		{"frontend/elab", "tools/gpga", false},
		{"frontend/elab", "nowhere", false},
	} {
		if ok, _ := MayImport(tt.from, tt.to, false); ok != tt.ok {
			t.Errorf("MayImport(%s, %s, false) = %v, want %v", tt.from, tt.to, ok, tt.ok)
		}
	}
}

// FuzzParseBuild looks for text on which the BUILD reader panics or hangs.
func FuzzParseBuild(f *testing.F) {
	for _, s := range []string{rootBuild(), "a(b = [\"c\" + x, 'd'], **e)", "'''x\n'''", "f(\"", "f(a = ])", "x = [y(z) for z in w]\n", ")("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		calls, err := ParseBuild(text)
		for _, c := range calls {
			if err == nil && (c.Func == "" || c.Line < 1) {
				t.Fatalf("%+v", c)
			}
		}
	})
}
