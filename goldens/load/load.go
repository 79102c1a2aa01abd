// Package load turns Verilog files into an elaborated design, for the tests over golden designs.
//
// In flow file names, defines and parameters; out flows a design.Design, or the diagnostics as one error.
package load

import (
	"errors"
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
)

// Options say what to compile. The zero value takes the files as they are.
type Options struct {
	Defines     map[string]string
	IncludeDirs []string
	LibDirs     []string
	Tops        []string
	Params      map[string]string // "top.name" -> value
}

// Files compiles the files as one design. The error carries all diagnostics; warnings alone are no error.
func Files(opts Options, files ...string) (*design.Design, error) {
	set := source.NewSet()
	list := diag.NewList(set)
	src, lib := parse.Files(set, list, parse.Options{Defines: opts.Defines, IncludeDirs: opts.IncludeDirs, LibDirs: opts.LibDirs}, files)
	var d *design.Design
	if !list.HasErrors() {
		d = elab.Elaborate(set, src, lib, elab.Options{Tops: opts.Tops, Params: opts.Params}, list)
	}
	if list.HasErrors() || d == nil {
		var b strings.Builder
		list.Print(&b)
		return nil, errors.New(strings.TrimRight(b.String(), "\n"))
	}
	return d, nil
}
