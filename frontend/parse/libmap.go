package parse

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/preproc"
	"github.com/gpga/gpga/frontend/source"
)

// maxLibFiles bounds how many files the file patterns of one library may name.
const maxLibFiles = 1 << 14

// libMap is what the library maps say (IEEE 1364-2005 13.2): which library the cells of a file go to.
type libMap struct {
	order []string // libraries in the order of their declarations
	rules []libRule
	read  map[string]bool // map files, for includes that go in circles
}

// libRule is one file path of a library declaration.
type libRule struct {
	lib     string
	path    string // absolute
	rank    int    // 2: names a file, 1: a file name with wildcards, 0: a folder (13.2.1.1)
	match   *regexp.Regexp
	incDirs []string
	pos     source.Pos
}

// readMaps reads the library map files; the configurations in them go to src.
func readMaps(diags *diag.List, opts Options, pp *preproc.Preprocessor, src *ast.Source) *libMap {
	m := &libMap{read: map[string]bool{}}
	for _, name := range opts.LibMaps {
		m.add(diags, opts, pp, src, name, source.NoPos)
	}
	return m
}

func (m *libMap) add(diags *diag.List, opts Options, pp *preproc.Preprocessor, src *ast.Source, name string, at source.Pos) {
	if m.read[absolute(name)] {
		return
	}
	m.read[absolute(name)] = true
	part := &ast.Source{}
	parseOutput(pp.Clone().File(name, at), diags, part, map[string]declared{}, opts, ast.WorkLibrary)
	for _, d := range part.Modules {
		diags.Errorf(diag.ParseBadConfig, d.NamePos, "a library map holds no modules (IEEE 1364-2005 13.2.1)")
	}
	for _, d := range part.UDPs {
		diags.Errorf(diag.ParseBadConfig, d.NamePos, "a library map holds no primitives (IEEE 1364-2005 13.2.1)")
	}
	src.Configs = append(src.Configs, part.Configs...)
	dir := filepath.Dir(name)
	for _, d := range part.Library {
		if !slices.Contains(m.order, d.Name) {
			m.order = append(m.order, d.Name)
		}
		var incs []string
		for _, inc := range d.IncDirs {
			incs = append(incs, beside(dir, inc))
		}
		for _, f := range d.Files {
			r := libRule{lib: d.Name, path: absolute(beside(dir, f)), rank: 2, incDirs: incs, pos: d.Pos()}
			switch {
			case strings.HasSuffix(f, "/"):
				r.path, r.rank = r.path+"/*", 0
			case strings.ContainsAny(filepath.Base(f), "*?") || filepath.Base(f) == "...":
				r.rank = 1
			}
			r.match = regexp.MustCompile(pathPattern(r.path))
			m.rules = append(m.rules, r)
		}
	}
	for _, inc := range part.LibIncl {
		m.add(diags, opts, pp, src, beside(dir, inc.Path), inc.Pos())
	}
}

// beside is a path as a map in dir names it.
func beside(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	if strings.HasSuffix(path, "/") {
		return filepath.Join(dir, path) + "/"
	}
	return filepath.Join(dir, path)
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return filepath.Clean(path)
}

// pathPattern turns a file path with ?, * and ... into a regular expression (13.2.1.1).
func pathPattern(path string) string {
	var b strings.Builder
	b.WriteString("^")
	for len(path) > 0 {
		switch {
		case strings.HasPrefix(path, ".../"):
			b.WriteString("(?:.*/)?")
			path = path[4:]
		case strings.HasPrefix(path, "..."):
			b.WriteString(".*")
			path = path[3:]
		case path[0] == '*':
			b.WriteString("[^/]*")
			path = path[1:]
		case path[0] == '?':
			b.WriteString("[^/]")
			path = path[1:]
		default:
			n := 1
			for n < len(path) && path[n]&0xc0 == 0x80 {
				n++
			}
			b.WriteString(regexp.QuoteMeta(path[:n]))
			path = path[n:]
		}
	}
	b.WriteString("$")
	return b.String()
}

// library is where the cells of a file go, with the include folders that go with it.
func (m *libMap) library(diags *diag.List, file string) (lib string, incDirs []string) {
	path := absolute(file)
	var best *libRule
	for i := range m.rules {
		r := &m.rules[i]
		if !r.match.MatchString(path) {
			continue
		}
		switch {
		case best == nil || r.rank > best.rank:
			best = r
		case r.rank == best.rank && r.lib != best.lib:
			diags.ErrorNote(diag.ParseBadConfig, r.pos, "the file '"+file+"' goes to two libraries, '"+best.lib+"' and '"+r.lib+"' (IEEE 1364-2005 13.2.1.1)",
				best.pos, "'"+best.lib+"' takes it here")
			return best.lib, best.incDirs
		}
	}
	if best == nil {
		return ast.WorkLibrary, nil
	}
	return best.lib, best.incDirs
}

// files lists the files that a library's declarations name, each once, in the order of the paths.
func (m *libMap) files(diags *diag.List, opts Options, lib string) []string {
	var out []string
	seen := map[string]bool{}
	for i := range m.rules {
		r := &m.rules[i]
		if r.lib != lib {
			continue
		}
		list := []string{r.path}
		if r.rank < 2 || strings.ContainsAny(r.path, "*?") || strings.Contains(r.path, "...") {
			list = expand(r)
		}
		if len(seen)+len(list) > maxLibFiles {
			diags.Errorf(diag.ParseBadConfig, r.pos, "library '%s' has more than %d files", lib, maxLibFiles)
			return out
		}
		for _, f := range list {
			if seen[f] {
				continue
			}
			seen[f] = true
			if at, _ := m.library(diags, f); at == lib {
				out = append(out, f)
			}
		}
	}
	return out
}

// expand lists the files that a path with wildcards matches.
func expand(r *libRule) []string {
	root := r.path
	if i := strings.IndexAny(root, "*?"); i >= 0 {
		root = root[:i]
	}
	if i := strings.Index(root, "..."); i >= 0 {
		root = root[:i]
	}
	root = root[:strings.LastIndexByte(root, '/')+1]
	deep := strings.Contains(r.path, "...")
	var out []string
	levels := strings.Count(r.path, "/")
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // what cannot be read holds nothing
		}
		if d.IsDir() {
			if !deep && path != root && strings.Count(path, "/") >= levels {
				return fs.SkipDir
			}
			return nil
		}
		if r.match.MatchString(path) {
			if out = append(out, path); len(out) > maxLibFiles {
				return fs.SkipAll
			}
		}
		return nil
	})
	sort.Strings(out)
	return out
}

// shown is a file's name as messages give it: relative to the current folder where it lies below that.
func (m *libMap) shown(file string) string {
	if rel, err := filepath.Rel(absolute("."), file); err == nil && !strings.HasPrefix(rel, "..") {
		return rel
	}
	return file
}
