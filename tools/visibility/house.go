package visibility

import (
	"path"
	"slices"
	"strings"
)

// Module is the path of the Go module whose packages the table speaks of.
const Module = "github.com/gpga/gpga"

// A Room is one row of the house: a subtree of packages and who may import them. Where rooms nest, the innermost decides.
type Room struct {
	Path    string   // subtree, from the repository's root
	Group   string   // package group in the root BUILD.bazel that stands for Clients
	Clients []string // layers (first path elements) whose packages may import this room, in ascending order
	// Tests are packages of other layers whose tests, and only they, may import this room, in ascending order. Bazel cannot
	// tell a package's tests from its library, so the group admits the package and the check of imports tells them apart.
	Tests []string
}

// members returns what the room's package group holds: the layers of Clients and the packages of Tests, in order.
func (r Room) members() []string {
	all := slices.Concat(r.Clients, r.Tests)
	slices.Sort(all)
	return all
}

// House is the rule: data flows from Verilog to engines, and no layer looks at what lies behind the contract of the layer
// before it. goldens, tools and bench stand on top and may import everything.
var House = []Room{
	// The tests of lowering start from Verilog text.
	{"frontend", "frontend_clients", []string{"bench", "frontend", "goldens", "tools"}, []string{"scheduler/lower"}},
	// The elaborated design is all that the scheduler sees of Verilog.
	{"frontend/design", "design_clients", []string{"bench", "frontend", "goldens", "scheduler", "tools"}, nil},
	// Four-state vectors: a leaf, used from constant folding to $display.
	{"frontend/design/logic", "logic_clients", []string{"bench", "codegen", "frontend", "goldens", "runtime", "scheduler", "tools"}, nil},
	// How a stage tells which of its passes runs: a leaf, for every layer has passes.
	{"frontend/passes", "logic_clients", []string{"bench", "codegen", "frontend", "goldens", "runtime", "scheduler", "tools"}, nil},

	{"scheduler", "scheduler_clients", []string{"bench", "goldens", "scheduler", "tools"}, nil},
	// The program is all that codegen and the engines see of the scheduler.
	{"scheduler/program", "program_clients", []string{"bench", "codegen", "goldens", "runtime", "scheduler", "tools"}, nil},

	{"codegen", "codegen_clients", []string{"bench", "codegen", "goldens", "tools"}, nil},
	// Engines start from MSL text, so they know its parser, and nothing of what wrote it.
	{"codegen/msl", "msl_clients", []string{"bench", "codegen", "goldens", "runtime", "tools"}, nil},
	// What the text's buffers hold, so that text and buffers cannot disagree.
	{"codegen/layout", "msl_clients", []string{"bench", "codegen", "goldens", "runtime", "tools"}, nil},

	{"runtime", "runtime_clients", []string{"bench", "goldens", "runtime", "tools"}, nil},

	{"goldens", "top", []string{"bench", "goldens", "tools"}, nil},
	{"tools", "top", []string{"bench", "goldens", "tools"}, nil},
	{"bench", "top", []string{"bench", "goldens", "tools"}, nil},
}

// Public names the targets that anybody may use, as package:target from the repository's root.
var Public = []string{
	"tools:gpga",
	"tools:gpga.bzl",
	"tools/gpga:gpga",
}

// TopGroup is the package group of the layers that may import everything; the other groups include it.
const TopGroup = "top"

// RoomOf returns the innermost room that holds the package at pkg, a slash-separated path from the repository's root.
func RoomOf(pkg string) (Room, bool) {
	best := -1
	for i, r := range House {
		if within(pkg, r.Path) && (best < 0 || len(r.Path) > len(House[best].Path)) {
			best = i
		}
	}
	if best < 0 {
		return Room{}, false
	}
	return House[best], true
}

// Layer returns the first element of a package's path.
func Layer(pkg string) string {
	first, _, _ := strings.Cut(pkg, "/")
	return first
}

// MayImport reports whether a file of the package at from, a test file or not, may import the package at to. It also
// returns who may; nil when to is in no room.
func MayImport(from, to string, test bool) (bool, []string) {
	r, ok := RoomOf(to)
	if !ok {
		return false, nil
	}
	return slices.Contains(r.Clients, Layer(from)) || test && slices.Contains(r.Tests, from), r.Clients
}

// within reports whether pkg is dir or lies beneath it.
func within(pkg, dir string) bool {
	return pkg == dir || strings.HasPrefix(pkg, dir+"/")
}

// packageOf returns the path from the repository's root of an import path of Module.
func packageOf(importPath string) (string, bool) {
	if importPath == Module {
		return "", true
	}
	rest, ok := strings.CutPrefix(importPath, Module+"/")
	return path.Clean(rest), ok
}
