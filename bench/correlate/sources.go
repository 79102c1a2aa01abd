package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/gpga/gpga/bench/designs"
	"github.com/gpga/gpga/bench/growth"
	"github.com/gpga/gpga/tools/flow"
)

// source makes a kernel's text when it is wanted.
type source struct {
	point
	text func() (string, error)
}

// sources lists all kernels: names are kind/design/form.
func sources(o options) ([]source, error) {
	var list []source
	verilog := func(kind, design, name string, form flow.Form, opts func() (flow.Options, func(), error)) {
		list = append(list, source{point{Name: kind + "/" + name + "/" + string(form), Design: design, Kind: kind, Form: string(form)}, func() (string, error) {
			f, done, err := opts()
			if err != nil {
				return "", err
			}
			defer done()
			f.Form, f.Warnings = form, []string{"none"}
			b, err := flow.Compile(f, flow.ToKernel)
			if err != nil {
				var w strings.Builder
				b.Diags.Print(&w)
				return "", fmt.Errorf("%w: %.300s", err, w.String())
			}
			return b.Kernel.Text, nil
		}})
	}
	files, err := filepath.Glob(filepath.Join(o.goldens, "*.v"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	forms := []flow.Form{flow.FormTable, flow.FormSwitch}
	for i, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".v")
		for _, form := range forms[:1+(i+1)%2] { // the baseline's form of every second
			verilog(kindGolden, name, name, form, func() (flow.Options, func(), error) { return flow.Options{Files: []string{f}}, func() {}, nil })
		}
	}
	// The vm form has one text of each kind for all designs: a design of each kind will do.
	for _, v := range []struct {
		name, design string
		two          bool
	}{{"four-state", "rv32i", false}, {"four-state-reals", "reals", false}, {"two-state", "rv32i", true}, {"two-state-reals", "reals", true}} {
		verilog(kindGolden, "vm", v.name, flow.FormVM, func() (flow.Options, func(), error) {
			f := flow.Options{Files: []string{filepath.Join(o.goldens, v.design+".v")}}
			f.Lower.TwoState = v.two
			return f, func() {}, nil
		})
	}
	own, err := designs.Own()
	if err != nil {
		return nil, err
	}
	for _, d := range own {
		for _, form := range forms {
			verilog(kindBench, "bench-"+d.Name, d.Name, form, func() (flow.Options, func(), error) { return placed(d) })
		}
	}
	for _, a := range growth.Axes {
		for i, n := range a.Sizes {
			for _, form := range forms {
				if form == flow.FormSwitch && i > 1 || i > 3 {
					continue
				}
				verilog(kindGrowth, a.Name, fmt.Sprintf("%s%d", a.Name, n), form, func() (flow.Options, func(), error) {
					dir, err := os.MkdirTemp("", "correlate-")
					if err != nil {
						return flow.Options{}, nil, err
					}
					file := filepath.Join(dir, "d.v")
					return flow.Options{Files: []string{file}}, func() { os.RemoveAll(dir) }, os.WriteFile(file, []byte(a.Text(n)), 0o644)
				})
			}
		}
	}
	if o.outside != "" {
		all, missing, err := designs.Outside(o.outside)
		if err != nil {
			return nil, err
		}
		if len(missing) > 0 {
			fmt.Fprintln(os.Stderr, "not there:", strings.Join(missing, ", "))
		}
		for i, d := range all {
			if strings.HasSuffix(d.Name, "-vcd") || strings.HasSuffix(d.Name, "-axi") {
				continue // the same kernel
			}
			repository, _, _ := strings.Cut(filepath.ToSlash(d.Dir), "/")
			for _, form := range forms[:1+i%3/2] { // and of every third
				verilog(kindOutside, repository, d.Name, form, func() (flow.Options, func(), error) { return placed(d) })
			}
		}
	}
	if o.metal != "" {
		err := filepath.WalkDir(o.metal, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || filepath.Ext(path) != ".metal" {
				return err
			}
			rel, err := filepath.Rel(o.metal, path)
			if err != nil {
				return err
			}
			list = append(list, source{point{Name: "metal/" + filepath.ToSlash(rel), Design: filepath.ToSlash(rel), Kind: kindMetal}, func() (string, error) {
				text, err := os.ReadFile(path)
				return string(text), err
			}})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

// placed copies a design of others to a folder and gives its options.
func placed(d designs.Design) (flow.Options, func(), error) {
	tmp, err := os.MkdirTemp("", "correlate-")
	if err != nil {
		return flow.Options{}, nil, err
	}
	done := func() { os.RemoveAll(tmp) }
	dir, err := d.Place(tmp)
	var o flow.Options
	if err == nil {
		o.Files, err = d.Sources(dir)
	}
	if err != nil {
		done()
		return o, nil, err
	}
	for i, f := range o.Files {
		o.Files[i] = filepath.Join(dir, f)
	}
	o.Parse.Defines = map[string]string{"__GPGA__": "1", "__ICARUS__": "1"}
	for _, a := range d.Args {
		switch {
		case strings.HasPrefix(a, "-D"):
			name, value, has := strings.Cut(a[2:], "=")
			if !has {
				value = "1"
			}
			o.Parse.Defines[name] = value
		case strings.HasPrefix(a, "-I"):
			o.Parse.IncludeDirs = append(o.Parse.IncludeDirs, filepath.Join(dir, a[2:]))
		case strings.HasPrefix(a, "-y"):
			o.Parse.LibDirs = append(o.Parse.LibDirs, filepath.Join(dir, a[2:]))
		case strings.HasPrefix(a, "-s"):
			o.Elab.Tops = append(o.Elab.Tops, a[2:])
		case strings.HasPrefix(a, "-P"):
			name, value, _ := strings.Cut(a[2:], "=")
			if o.Elab.Params == nil {
				o.Elab.Params = map[string]string{}
			}
			o.Elab.Params[name] = value
		}
	}
	return o, done, nil
}
