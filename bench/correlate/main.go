package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"os/signal"
	"slices"
	"sort"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/tools/measure"
)

type options struct {
	file, goldens, outside, metal, doc string
	held                               bool
	rounds, tokens, part, parts        int
	caps                               measure.Caps
	fit, report                        bool
}

func main() {
	measure.Child()
	var o options
	flag.StringVar(&o.file, "data", "bench/correlate/points.json", "file with the points")
	flag.StringVar(&o.goldens, "goldens", "goldens/designs", "folder of Verilog designs")
	flag.StringVar(&o.outside, "outside", "", "folder with outside.json (bench/README.md)")
	flag.StringVar(&o.metal, "metal", "", "folder of .metal files")
	flag.StringVar(&o.doc, "doc", "", "put the report between the marks of this file instead of standard output")
	flag.IntVar(&o.rounds, "n", 5, "rounds: every point is measured once in each, up to this many runs in all")
	flag.IntVar(&o.tokens, "tokens", 80000, "leave out what is larger: a compiler takes minutes for it")
	flag.IntVar(&o.caps.Seconds, "seconds", 60, "cap of CPU time of one run")
	flag.IntVar(&o.caps.MB, "mb", 4096, "cap of memory of one run, in MB")
	flag.BoolVar(&o.held, "held", false, "measure only designs that coefficients are not fitted to, in the opposite order")
	flag.IntVar(&o.part, "part", 0, "with -parts: which part of the points to measure, from 0")
	flag.IntVar(&o.parts, "parts", 1, "measure in so many processes, each with a -data file of its own; files named as arguments are merged into -data")
	flag.BoolVar(&o.fit, "fit", false, "fit the coefficients to the designs for that and print them")
	flag.BoolVar(&o.report, "report", false, "measure nothing and read no source: report what the file has")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "correlate:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	d, err := load(o.file)
	if err != nil {
		return err
	}
	for _, name := range flag.Args() {
		more, err := load(name)
		if err != nil {
			return err
		}
		d.merge(more)
	}
	if flag.NArg() > 0 {
		return d.save(o.file)
	}
	if !o.report && !o.fit {
		if err := collect(ctx, d, o); err != nil {
			return err
		}
	}
	if o.fit {
		return fitted(os.Stdout, d)
	}
	md, err := report(d)
	if err != nil {
		return err
	}
	if o.doc == "" {
		_, err = os.Stdout.WriteString(md)
		return err
	}
	return splice(o.doc, md)
}

// sumOf is a text's digest: a point whose text has changed is measured anew.
func sumOf(text string) string {
	s := sha256.Sum256([]byte(text))
	return hex.EncodeToString(s[:8])
}

// collect reads all sources anew and measures each in rounds, so that what disturbs the machine for a while hits one run of many
// points rather than all runs of one.
func collect(ctx context.Context, d *data, o options) error {
	list, err := sources(o)
	if err != nil {
		return err
	}
	texts := map[string]string{}
	var todo []*point
	for _, s := range list {
		text, err := s.text()
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: left out: %v\n", s.Name, err)
			continue
		}
		for _, k := range measure.Kernels(s.Name, text, s.Kind != kindMetal) {
			p := s.point
			if s.Kind == kindMetal {
				p.Name += ":" + k.Name
			}
			if _, twice := texts[p.Name]; twice {
				continue
			}
			q := d.point(p, sumOf(k.Text))
			q.read(p.Name, k.Text)
			if q.Tokens > o.tokens {
				fmt.Fprintf(os.Stderr, "%s: left out: %d tokens\n", q.Name, q.Tokens)
				d.drop(q)
				continue
			}
			texts[q.Name] = k.Text
			todo = append(todo, q)
		}
	}
	if err := d.save(o.file); err != nil {
		return err
	}
	// In no order of size or kind, the same each time.
	sort.Slice(todo, func(a, b int) bool { return hash(todo[a].Name) < hash(todo[b].Name) })
	if o.held {
		todo = slices.DeleteFunc(todo, func(p *point) bool { return fitting(p.Design) })
		slices.Reverse(todo)
	}
	for round := range o.rounds {
		for i, p := range todo {
			if p.runs() > round || p.settled() || o.parts > 1 && int(hash(p.Name))%o.parts != o.part {
				continue
			}
			if err := d.measure(ctx, p, texts[p.Name], o.caps); err != nil {
				return err
			}
			fmt.Fprintf(os.Stderr, "round %d, %d of %d: %s\n", round+1, i+1, len(todo), p)
			if err := d.save(o.file); err != nil {
				return err
			}
		}
	}
	return nil
}

// measure compiles a text once with every backend, and an empty kernel before and after each: how long that takes, which is always
// the same work, tells how fast the machine is at the moment.
func (d *data) measure(ctx context.Context, p *point, text string, caps measure.Caps) error {
	once := func(name, text, backend string) (measure.Result, error) {
		rep, err := measure.Run(ctx, measure.Request{Name: name, Text: text, Backends: []string{backend}, Runs: 1, Warmup: -1, Caps: caps, Whole: true})
		if err != nil {
			return measure.Result{}, err
		}
		if d.Environment.OS == "" {
			d.Environment = rep.Environment
		}
		return rep.Kernels[0].Results[0], nil
	}
	empty := func() (float64, error) {
		r, err := once("empty.metal", measure.EmptyKernel, backends[0])
		return r.CPU.Median, err
	}
	before, err := empty()
	if err != nil {
		return err
	}
	for _, b := range backends {
		r, err := once(p.Name, text, b)
		if err != nil {
			return err
		}
		after, err := empty()
		if err != nil {
			return err
		}
		p.take(r, (before+after)/2)
		before = after
	}
	return nil
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// read fills in what codegen/cost says of the text.
func (p *point) read(name, text string) {
	r := cost.Read(name, text).Report()
	p.Bytes, p.Tokens, p.Kernel, p.Understood = r.Bytes, r.Tokens, r.Total, len(r.Warnings) == 0
}
