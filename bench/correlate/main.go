package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"sort"
	"strings"

	"github.com/gpga/gpga/bench/designs"
	"github.com/gpga/gpga/bench/growth"
	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/tools/flow"
	"github.com/gpga/gpga/tools/measure"
)

// point is a kernel, what is read of its text and what compilers took.
type point struct {
	Name   string           `json:"name"`
	Design string           `json:"design"` // all forms and sizes of a design stand on one side
	Kind   string           `json:"kind"`   // golden, growth, outside, metal
	Form   string           `json:"form,omitempty"`
	Bytes  int              `json:"bytes"`
	Tokens int              `json:"tokens"`
	Kernel cost.Kernel      `json:"kernel"`
	Took   []measure.Result `json:"took"`
}

type data struct {
	Environment measure.Environment `json:"environment"`
	Empty       []measure.Result    `json:"empty"`
	Points      []point             `json:"points"`
}

type options struct {
	file, goldens, outside, metal, doc string
	runs                               int
	caps                               measure.Caps
	fit, only                          bool
}

func main() {
	measure.Child()
	var o options
	flag.StringVar(&o.file, "data", "correlate.json", "file with the points; those that it has are not measured again")
	flag.StringVar(&o.goldens, "goldens", "goldens/designs", "folder of Verilog designs")
	flag.StringVar(&o.outside, "outside", "", "folder with outside.json")
	flag.StringVar(&o.metal, "metal", "", "folder of .metal files")
	flag.StringVar(&o.doc, "doc", "", "write the report to this file instead of standard output")
	flag.IntVar(&o.runs, "n", 5, "runs of each point, for the median")
	flag.IntVar(&o.caps.Seconds, "seconds", 60, "cap of CPU time of one run")
	flag.IntVar(&o.caps.MB, "mb", 4096, "cap of memory of one run, in MB")
	flag.BoolVar(&o.fit, "fit", false, "fit the coefficients to the designs for that and print them")
	flag.BoolVar(&o.only, "report", false, "measure nothing: what the file has is read anew and reported")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "correlate:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	d := &data{}
	text, err := os.ReadFile(o.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	default:
		if err := json.Unmarshal(text, d); err != nil {
			return fmt.Errorf("%s: %w", o.file, err)
		}
	}
	if err := collect(ctx, d, o); err != nil {
		return err
	}
	if o.fit {
		fitted(os.Stdout, d)
		return nil
	}
	md := report(d)
	if o.doc == "" {
		_, err = os.Stdout.WriteString(md)
		return err
	}
	return splice(o.doc, md)
}

// fitting tells whether a design is one of those that coefficients are fitted to.
func fitting(design string) bool {
	h := fnv.New32a()
	h.Write([]byte(design))
	return h.Sum32()%2 == 0
}

// source makes a kernel's text when it is wanted.
type source struct {
	point
	text func() (string, error)
}

func collect(ctx context.Context, d *data, o options) error {
	list, err := sources(o)
	if err != nil {
		return err
	}
	have := map[string]*point{}
	for i := range d.Points {
		have[d.Points[i].Name] = &d.Points[i]
	}
	for _, s := range list {
		text, err := s.text()
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: left out: %v\n", s.Name, err)
			continue
		}
		for _, k := range measure.Kernels(s.Name, text, s.Kind != "metal") {
			p := s.point
			if s.Kind == "metal" {
				p.Name += ":" + k.Name
			}
			rep := cost.Read(s.Name, k.Text).Report()
			p.Bytes, p.Tokens, p.Kernel = rep.Bytes, rep.Tokens, rep.Total
			if q := have[p.Name]; q != nil { // what is read may have changed, what was measured has not
				p.Took = q.Took
				*q = p
				continue
			}
			if o.only {
				continue
			}
			rep2, err := measure.Run(ctx, measure.Request{Name: s.Name, Text: k.Text, Runs: o.runs, Caps: o.caps, Whole: true, Short: 3, IR: true, Empty: d.Empty == nil})
			if err != nil {
				return err
			}
			if d.Empty == nil {
				d.Environment, d.Empty = rep2.Environment, rep2.Empty
			}
			p.Took = rep2.Kernels[0].Results
			for _, r := range p.Took {
				fmt.Fprintf(os.Stderr, "%s %s: %.2f s, %.0f MB %s%.200s\n", p.Name, r.Backend, r.CPU.Median, r.PeakMB.Median, r.Killed, r.Error)
			}
			d.Points = append(d.Points, p)
			have = map[string]*point{}
			for i := range d.Points {
				have[d.Points[i].Name] = &d.Points[i]
			}
			if err := save(o.file, d); err != nil {
				return err
			}
		}
	}
	return save(o.file, d)
}

func save(file string, d *data) error {
	text, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
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
	for i, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".v")
		for _, form := range []flow.Form{flow.FormTable, flow.FormSwitch} {
			if form == flow.FormSwitch && i%3 != 0 {
				continue
			}
			verilog("golden", name, name, form, func() (flow.Options, func(), error) { return flow.Options{Files: []string{f}}, func() {}, nil })
		}
	}
	for _, a := range growth.Axes {
		for i, n := range a.Sizes {
			for _, form := range []flow.Form{flow.FormTable, flow.FormSwitch} {
				if form == flow.FormSwitch && i > 1 || i > 3 {
					continue
				}
				verilog("growth", a.Name, fmt.Sprintf("%s%d", a.Name, n), form, func() (flow.Options, func(), error) {
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
		for _, d := range all {
			if strings.HasSuffix(d.Name, "-vcd") || strings.HasSuffix(d.Name, "-axi") {
				continue // the same kernel
			}
			repository, _, _ := strings.Cut(filepath.ToSlash(d.Dir), "/")
			for _, form := range []flow.Form{flow.FormTable, flow.FormSwitch, flow.FormVM} {
				if form == flow.FormVM && d.Name != "picorv32-ez" {
					continue // one text for all
				}
				verilog("outside", repository, d.Name, form, func() (flow.Options, func(), error) { return placed(d) })
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
			list = append(list, source{point{Name: "metal/" + filepath.ToSlash(rel), Design: filepath.ToSlash(rel), Kind: "metal"}, func() (string, error) {
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
