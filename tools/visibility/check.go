package visibility

import (
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Check compares the source tree with House and returns what is wrong with it, sorted; nil when nothing is. An error
// means that the tree could not be read.
func Check(tree fs.FS) ([]string, error) {
	c := checker{tree: tree, listed: map[string]bool{}}
	if err := fs.WalkDir(tree, ".", c.visit); err != nil {
		return nil, err
	}
	for _, f := range c.goFiles {
		c.checkGoFile(f)
	}
	if !c.sawRoot {
		c.report("BUILD.bazel", 1, "the root BUILD.bazel is missing")
	}
	slices.Sort(c.found)
	return slices.Compact(c.found), nil
}

type checker struct {
	tree    fs.FS
	listed  map[string]bool // files that a target names in srcs, or embeds
	goFiles []string
	sawRoot bool
	found   []string
}

func (c *checker) report(file string, line int, format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
}

// visit reads BUILD files and collects Go files. Links (bazel-bin and its like) are not followed.
func (c *checker) visit(p string, d fs.DirEntry, err error) error {
	if err != nil {
		// Another program may remove a file while the tree is read.
		if errors.Is(err, fs.ErrNotExist) && p != "." {
			return nil
		}
		return err
	}
	name := d.Name()
	if d.IsDir() {
		if p != "." && (name == "third_party" && p == name || name == "testdata" ||
			strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
			return fs.SkipDir
		}
		return nil
	}
	if !d.Type().IsRegular() {
		return nil
	}
	switch {
	case name == "BUILD.bazel" || name == "BUILD":
		text, err := fs.ReadFile(c.tree, p)
		if err != nil {
			return err
		}
		c.checkBuildFile(p, string(text))
	case strings.HasSuffix(name, ".go") && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "_"):
		c.goFiles = append(c.goFiles, p)
	}
	return nil
}

// checkBuildFile looks at the visibility of every target of one package.
func (c *checker) checkBuildFile(file, text string) {
	calls, err := ParseBuild(text)
	if err != nil {
		line, msg, _ := strings.Cut(err.Error(), ": ")
		n, _ := strconv.Atoi(line)
		c.report(file, n, "%s", msg)
		return
	}
	pkg := path.Dir(file)
	if pkg == "." {
		c.sawRoot = true
		c.checkGroups(file, calls)
	}
	for _, call := range calls {
		if call.Func == "package_group" {
			if pkg != "." {
				c.report(file, call.Line, "package group %q: groups stand in the root BUILD.bazel", call.Name())
			}
			continue
		}
		for _, src := range call.Lists["srcs"].Items {
			c.listed[path.Join(pkg, strings.TrimPrefix(src, ":"))] = true
		}
		attr := "visibility"
		if call.Func == "package" {
			attr = "default_visibility"
		}
		vis, ok := call.Lists[attr]
		if !ok {
			continue // private to its package
		}
		if !vis.Plain {
			c.report(file, call.Line, "%s of %s is computed; write a list of labels", attr, describe(call))
			continue
		}
		for _, label := range vis.Items {
			c.checkLabel(file, pkg, call, label)
		}
	}
}

// describe names a target for a message.
func describe(call Call) string {
	if n := call.Name(); n != "" {
		return strconv.Quote(n)
	}
	return call.Func
}

// checkLabel admits a visibility label that is the room's group or that names packages of the room's clients.
func (c *checker) checkLabel(file, pkg string, call Call, label string) {
	if label == "//visibility:private" {
		return
	}
	names := call.Names
	if n := call.Name(); n != "" {
		names = []string{n}
	}
	if label == "//visibility:public" {
		ok := len(names) > 0
		for _, n := range names {
			ok = ok && slices.Contains(Public, strings.TrimPrefix(pkg+":"+n, "."))
		}
		if !ok {
			c.report(file, call.Line, "%s is public; the table of public targets does not name it", describe(call))
		}
		return
	}
	clients := []string{}
	group := ""
	if room, ok := RoomOf(pkg); ok {
		clients, group = room.Clients, room.Group
	} else if pkg == "." {
		clients = []string{"bench", "goldens", "tools"} // files of the root, such as go.mod
	}
	if group != "" && (label == "//:"+group || label == "//:"+TopGroup) {
		return
	}
	abs, ok := strings.CutPrefix(label, "//")
	if strings.HasPrefix(label, ":") {
		abs, ok = strings.TrimPrefix(pkg, ".")+label, true
	}
	where, what, _ := strings.Cut(abs, ":")
	if ok && (what == "__pkg__" || what == "__subpackages__") && slices.Contains(clients, Layer(where)) {
		return
	}
	c.report(file, call.Line, "%s is visible to %s; %s may be seen by %s only", describe(call), label, pkg, strings.Join(clients, ", "))
}

// checkGroups compares the root's package groups with the clients of the table.
func (c *checker) checkGroups(file string, calls []Call) {
	groups := map[string]Call{}
	for _, call := range calls {
		if call.Func == "package_group" {
			groups[call.Name()] = call
		}
	}
	want := map[string][]string{}
	for _, r := range House {
		want[r.Group] = r.members()
	}
	for name, clients := range want {
		g, ok := groups[name]
		if !ok {
			c.report(file, 1, "package group %q is missing", name)
			continue
		}
		got := []string{}
		c.members(file, groups, g, &got, 0)
		slices.Sort(got)
		got = slices.Compact(got)
		if !slices.Equal(got, clients) {
			c.report(file, g.Line, "package group %q holds %s; the table says %s", name, strings.Join(got, ", "), strings.Join(clients, ", "))
		}
	}
	for name, g := range groups {
		if _, ok := want[name]; !ok {
			c.report(file, g.Line, "package group %q is not in the table", name)
		}
	}
}

// members adds the layers of a group and of the groups it includes.
func (c *checker) members(file string, groups map[string]Call, g Call, got *[]string, depth int) {
	if depth > len(groups) {
		c.report(file, g.Line, "package group %q includes itself", g.Name())
		return
	}
	for _, attr := range []string{"packages", "includes"} {
		if l, ok := g.Lists[attr]; ok && !l.Plain {
			c.report(file, g.Line, "%s of package group %q is computed; write a list", attr, g.Name())
		}
	}
	for _, spec := range g.Lists["packages"].Items {
		// A layer with all beneath it, or one package of a layer.
		where, ok := strings.CutPrefix(spec, "//")
		layer, all := strings.CutSuffix(where, "/...")
		if !ok || where == "" || strings.ContainsAny(layer, ":.") || strings.Contains(layer, "/") == all {
			c.report(file, g.Line, "package group %q: %q is neither //LAYER/... nor //LAYER/PACKAGE", g.Name(), spec)
			continue
		}
		*got = append(*got, layer)
	}
	for _, label := range g.Lists["includes"].Items {
		name := strings.TrimPrefix(strings.TrimPrefix(label, "//"), ":")
		inc, ok := groups[name]
		if !ok {
			c.report(file, g.Line, "package group %q includes %q, which is not there", g.Name(), label)
			continue
		}
		c.members(file, groups, inc, got, depth+1)
	}
}

// checkGoFile looks at the imports of one Go file and for the target that compiles it.
func (c *checker) checkGoFile(file string) {
	text, err := fs.ReadFile(c.tree, file)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			c.report(file, 1, "%v", err)
		}
		return
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, file, text, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		c.report(file, 1, "%v", err)
		return
	}
	if !c.listed[file] && !ignored(string(text)) {
		c.report(file, 1, "no target names this file; run gazelle")
	}
	pkg := path.Dir(file)
	for _, imp := range f.Imports {
		line := set.Position(imp.Pos()).Line
		p, err := strconv.Unquote(imp.Path.Value)
		if err != nil {
			c.report(file, line, "%v", err)
			continue
		}
		to, ok := packageOf(p)
		if !ok {
			continue
		}
		if ok, who := MayImport(pkg, to, strings.HasSuffix(file, "_test.go")); !ok {
			if who == nil {
				c.report(file, line, "%s is in no layer of the table", p)
			} else {
				c.report(file, line, "%s may not import %s; %s may", pkg, to, strings.Join(who, ", "))
			}
		}
	}
}

// ignored reports whether a file's build constraint leaves it out of every build (go:build ignore).
func ignored(text string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "package ") {
			return false
		}
		if line == "//go:build ignore" {
			return true
		}
	}
	return false
}
