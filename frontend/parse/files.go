package parse

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/frontend/preproc"
	"github.com/gpga/gpga/frontend/source"
)

// Options say what to read and how.
type Options struct {
	Defines     map[string]string // -D: macro name -> text
	IncludeDirs []string          // -I
	LibDirs     []string          // -y: directories with one module a file
	LibExts     []string          // -Y: file name endings in LibDirs; empty: ".v"
	LibFiles    []string          // -v: files with modules to take when needed
	LibMaps     []string          // --libmap: library map files (IEEE 1364-2005 13.2)
	Generation  preproc.Keywords  // the edition of IEEE 1364; the zero value is 2005
	Timescale   preproc.Timescale // --timescale: in effect before any `timescale
	Strict      bool              // without the operators ~& and ~| between two operands, which Icarus has
	// NestedComments accepts /* inside a block comment.
	NestedComments bool
	// ReadFile replaces reading from the file system; nil for that.
	ReadFile func(name string) ([]byte, error)
	Passes   passes.Runner // watches the passes; nil for nobody
}

// Files reads and parses the files in order, as one compilation: macros and
// directives go on from file to file. Problems are added to diags. The Library
// reads modules on demand from Options.LibFiles and LibDirs.
func Files(set *source.Set, diags *diag.List, opts Options, files []string) (*ast.Source, *Library) {
	pp := newPreprocessor(set, diags, opts)
	src := &ast.Source{Filename: files}
	names := map[string]declared{}
	maps := readMaps(diags, opts, pp, src)
	src.LibOrder = maps.order
	for _, name := range files {
		var out *preproc.Output
		lib, incDirs := maps.library(diags, name)
		passes.Run(opts.Passes, passes.Pass{Name: "preprocess"}, func() {
			passes.At(opts.Passes, func() string { return name })
			pp.SetIncludeDirs(slices.Concat(opts.IncludeDirs, incDirs))
			out = pp.File(name, source.NoPos)
		})
		passes.Run(opts.Passes, passes.Pass{Name: "syntax"}, func() { parseOutput(out, diags, src, names, opts, lib) })
		if diags.Full() {
			break
		}
	}
	for _, d := range src.Library {
		diags.Errorf(diag.ParseBadConfig, d.Pos(), "a library is declared in a library map (--libmap), not in a source (IEEE 1364-2005 13.2)")
	}
	l := newLibrary(diags, opts, pp)
	l.maps = maps
	for _, name := range files {
		l.given = append(l.given, absolute(name))
	}
	return src, l
}

// Text parses one text under a name, as Files does with a file.
func Text(set *source.Set, diags *diag.List, opts Options, name string, text []byte) (*ast.Source, *Library) {
	pp := newPreprocessor(set, diags, opts)
	src := &ast.Source{Filename: []string{name}}
	parseOutput(pp.Text(name, text), diags, src, map[string]declared{}, opts, ast.WorkLibrary)
	return src, newLibrary(diags, opts, pp)
}

func newPreprocessor(set *source.Set, diags *diag.List, opts Options) *preproc.Preprocessor {
	return preproc.New(set, diags, preproc.Options{NestedComments: opts.NestedComments, Defines: opts.Defines, IncludeDirs: opts.IncludeDirs, Keywords: opts.Generation, Timescale: opts.Timescale,
		ReadFile: opts.ReadFile})
}

// Library finds modules and primitives that the source uses but does not
// define. Every file is read at most once, and only when something is missing.
type Library struct {
	diags   *diag.List
	opts    Options
	pp      *preproc.Preprocessor
	src     *ast.Source // all that was read so far
	modules map[string]*ast.Module
	udps    map[string]*ast.UDP
	tried   map[string]bool
	files   bool // LibFiles were read
	maps    *libMap
	given   []string // the user's files, absolute
}

func newLibrary(diags *diag.List, opts Options, pp *preproc.Preprocessor) *Library {
	return &Library{diags: diags, opts: opts, pp: pp, src: &ast.Source{}, modules: map[string]*ast.Module{}, udps: map[string]*ast.UDP{},
		tried: map[string]bool{}}
}

// Find returns the module of that name, or nil when no library has it (or has
// a primitive of that name).
func (l *Library) Find(name string) *ast.Module {
	l.load(name)
	return l.modules[name]
}

// FindUDP returns the primitive of that name, or nil.
func (l *Library) FindUDP(name string) *ast.UDP {
	l.load(name)
	return l.udps[name]
}

// Source holds all that was read from libraries so far.
func (l *Library) Source() *ast.Source { return l.src }

func (l *Library) load(name string) {
	if l == nil || l.tried[name] || l.has(name) {
		return
	}
	l.tried[name] = true
	if !l.files {
		l.files = true
		for _, f := range l.opts.LibFiles {
			l.read(f)
		}
		if l.has(name) {
			return
		}
	}
	if name == "" || strings.ContainsAny(name, "/\\\x00") {
		return
	}
	exts := l.opts.LibExts
	if len(exts) == 0 {
		exts = []string{".v"}
	}
	for _, dir := range l.opts.LibDirs {
		for _, ext := range exts {
			path := filepath.Join(dir, name+ext)
			if !l.exists(path) {
				continue
			}
			l.read(path)
			if !l.has(name) {
				l.diags.Errorf(diag.ParseLibraryFile, source.NoPos, "library file '%s' does not define module '%s'", path, name)
			}
			return
		}
	}
}

func (l *Library) has(name string) bool { return l.modules[name] != nil || l.udps[name] != nil }

func (l *Library) exists(path string) bool {
	if l.opts.ReadFile != nil {
		_, err := l.opts.ReadFile(path)
		return err == nil
	}
	st, err := os.Stat(path)
	return err == nil && !st.IsDir()
}

// read parses a library file; of two modules with one name the first counts.
func (l *Library) read(path string) {
	part := &ast.Source{}
	parseOutput(l.pp.Clone().File(path, source.NoPos), l.diags, part, nil, l.opts, ast.WorkLibrary)
	l.src.Filename = append(l.src.Filename, path)
	for _, m := range part.Modules {
		if !l.has(m.Name) {
			l.modules[m.Name] = m
			l.src.Modules = append(l.src.Modules, m)
		}
	}
	for _, u := range part.UDPs {
		if !l.has(u.Name) {
			l.udps[u.Name] = u
			l.src.UDPs = append(l.src.UDPs, u)
		}
	}
	l.src.Configs = append(l.src.Configs, part.Configs...)
}

// Cells reads the files that the library maps name for a library, but for those that the user gave: its cells and configurations. A
// library has no more of them when this is called again.
func (l *Library) Cells(lib string) *ast.Source {
	part := &ast.Source{}
	if l == nil || l.maps == nil || l.tried["\x00"+lib] {
		return part
	}
	l.tried["\x00"+lib] = true
	names := map[string]declared{}
	for _, file := range l.maps.files(l.diags, l.opts, lib) {
		if slices.Contains(l.given, file) {
			continue
		}
		pp := l.pp.Clone()
		_, incDirs := l.maps.library(l.diags, file)
		pp.SetIncludeDirs(slices.Concat(l.opts.IncludeDirs, incDirs))
		parseOutput(pp.File(l.maps.shown(file), source.NoPos), l.diags, part, names, l.opts, lib)
		l.src.Filename = append(l.src.Filename, file)
		if l.diags.Full() {
			break
		}
	}
	for _, m := range part.Modules {
		m.FromLib = true
	}
	for _, u := range part.UDPs {
		u.FromLib = true
	}
	l.src.Modules = append(l.src.Modules, part.Modules...)
	l.src.UDPs = append(l.src.UDPs, part.UDPs...)
	l.src.Configs = append(l.src.Configs, part.Configs...)
	return part
}
