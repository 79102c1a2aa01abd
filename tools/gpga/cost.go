package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/goldens"
	"github.com/gpga/gpga/tools/costpage"
	"github.com/gpga/gpga/tools/flow"
)

type costFlags struct {
	src                           sourceFlags
	asJSON, trend                 bool
	budget, compare, html, ledger string
	top                           int
}

func newCost() *cobra.Command {
	var f costFlags
	c := &cobra.Command{
		Use:   "cost FILE...",
		Short: "Print what a design's kernel, or Metal files, cost the shader compiler",
		Long: `Print what kernels cost the shader compiler: Verilog files are one design, each Metal file (.metal) is for itself.

The figures are counted on the text and are the same on every machine. A Metal file with things outside the subset that gpga
knows is measured by its tokens, with a warning that names what is outside.`,
		Args: func(c *cobra.Command, args []string) error {
			if f.trend && len(args) == 0 {
				return nil
			}
			return sourceArgs(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.Context(), c.OutOrStdout(), args) },
	}
	f.src.add(c.Flags())
	c.Flags().BoolVar(&f.asJSON, "json", false, "print JSON")
	c.Flags().IntVar(&f.top, "dearest", 10, "how many functions and constructs to name")
	c.Flags().StringVar(&f.budget, "budget", "", "fail when a limit of this JSON file is passed")
	c.Flags().StringVar(&f.compare, "compare", "", "say what moved since OLD, a report of --json, a Metal file or a Verilog file")
	c.Flags().StringVar(&f.html, "html", "", "write a page with figures, a treemap and the ledger's trend to FILE")
	c.Flags().BoolVar(&f.trend, "trend", false, "print floor and slope of each family of designs over the ledger's history in git")
	c.Flags().StringVar(&f.ledger, "ledger", "", "the ledger (default: goldens/ledger.json of the git work tree)")
	return c
}

// warning tells of something on standard error, unless -q is given.
func (f *costFlags) warning(text string) {
	if !f.src.quiet {
		fmt.Fprintln(os.Stderr, text)
	}
}

func (f *costFlags) run(ctx context.Context, out io.Writer, args []string) error {
	if ctx == nil {
		ctx = context.Background()
	}
	if f.trend {
		return f.printTrend(ctx, out)
	}
	reports, err := costReports(&f.src, args)
	if err != nil {
		return err
	}
	for _, r := range reports {
		for _, w := range r.Warnings {
			f.warning(asWarning(w))
		}
	}
	var deltas []*cost.Delta
	if f.compare != "" {
		old, err := f.old(reports)
		if err != nil {
			return err
		}
		for i, r := range reports {
			deltas = append(deltas, cost.Compare(old[i], r))
		}
	}
	if f.html != "" {
		versions, err := f.versions(ctx, false)
		if err != nil {
			return err
		}
		if err := writeOut(f.html, func(w io.Writer) error { return costpage.Render(w, reports, versions) }); err != nil {
			return err
		}
	}
	switch {
	case f.asJSON:
		err = printJSON(out, reports, deltas)
	case f.html == "-":
	default:
		for i, r := range reports {
			if len(reports) > 1 {
				fmt.Fprintf(out, "%s\n", r.Name)
			}
			if deltas == nil {
				err = errors.Join(err, printCost(out, r, f.top))
			} else {
				err = errors.Join(err, printDelta(out, deltas[i], f.top))
			}
		}
	}
	if err != nil {
		return err
	}
	if f.budget == "" {
		return nil
	}
	text, err := os.ReadFile(f.budget)
	if err != nil {
		return err
	}
	b, err := cost.ParseBudget(f.budget, text)
	if err != nil {
		return err
	}
	bad := false
	for _, r := range reports {
		for _, x := range b.Check(r) {
			fmt.Fprintf(os.Stderr, "gpga: %s: over budget: %s\n", r.Name, x)
			bad = true
		}
	}
	if bad {
		return exitError{1}
	}
	return nil
}

// asWarning puts the word behind file:line:column.
func asWarning(s string) string {
	part := strings.SplitN(s, ": ", 2)
	if len(part) == 2 {
		return part[0] + ": warning: " + part[1]
	}
	return "warning: " + s
}

// printJSON prints a single report as an object, several as {"reports": [...]}; with --compare what moved stands beside it.
func printJSON(out io.Writer, reports []*cost.Report, deltas []*cost.Delta) error {
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	if len(reports) == 1 && deltas == nil {
		return e.Encode(reports[0])
	}
	return e.Encode(struct {
		Reports []*cost.Report `json:"reports"`
		Deltas  []*cost.Delta  `json:"deltas,omitempty"`
	}{reports, deltas})
}

// kernelText is a text to be measured, with what its parts were made of.
type kernelText struct {
	name, text string
	places     []cost.Place
}

// kernelTexts gives the kernel of the Verilog files among args, and each Metal file.
func kernelTexts(src *sourceFlags, args []string) ([]kernelText, error) {
	var list []kernelText
	var verilog []string
	for _, a := range args {
		if !isMetal(a) {
			verilog = append(verilog, a)
			continue
		}
		text, err := os.ReadFile(a)
		if err != nil {
			return nil, err
		}
		list = append(list, kernelText{name: a, text: string(text)})
	}
	o, _, err := src.options(verilog)
	if err != nil {
		return nil, err
	}
	if len(o.Files) > 0 {
		b, err := flow.Compile(o, flow.ToKernel)
		if err := errors.Join(err, src.report(b)); err != nil {
			return nil, err
		}
		k := kernelText{name: o.Files[0], text: b.Kernel.Text}
		if o.Form != flow.FormVM {
			k.places = emit.Origins(b.Program, b.Kernel)
		}
		list = slices.Insert(list, 0, k)
	}
	if len(list) == 0 {
		return nil, usageError{errors.New("no source file is named")}
	}
	return list, nil
}

func costReports(src *sourceFlags, args []string) ([]*cost.Report, error) {
	texts, err := kernelTexts(src, args)
	if err != nil {
		return nil, err
	}
	var list []*cost.Report
	for _, t := range texts {
		r := cost.Read(t.name, t.text).Located(t.places)
		if len(r.Functions) == 0 {
			for _, w := range r.Warnings {
				fmt.Fprintln(os.Stderr, asWarning(w))
			}
			return nil, fmt.Errorf("%s: there is no function in it%s", t.name, unread(t.text))
		}
		r.Name = t.name
		list = append(list, r)
	}
	return list, nil
}

var includeRE = regexp.MustCompile(`(?m)^[ \t]*#[ \t]*include[ \t]*("[^"\n]+")`)

// unread names the headers of a text that are not read, where it may have its functions from.
func unread(text string) string {
	var list []string
	for _, m := range includeRE.FindAllStringSubmatch(text, -1) {
		list = append(list, m[1])
	}
	if len(list) == 0 {
		return ""
	}
	return "; what it includes is not read: " + strings.Join(list, ", ")
}

// old reads what --compare names: a report for each of the new ones, matched by their order.
func (f *costFlags) old(reports []*cost.Report) ([]*cost.Report, error) {
	if !strings.HasSuffix(f.compare, ".json") {
		list, err := costReports(&f.src, []string{f.compare})
		if err != nil {
			return nil, err
		}
		if len(reports) != 1 {
			return nil, usageError{fmt.Errorf("--compare=%s has one text, and there are %d to compare with it", f.compare, len(reports))}
		}
		return list, nil
	}
	text, err := os.ReadFile(f.compare)
	if err != nil {
		return nil, err
	}
	var all struct {
		Reports []*cost.Report `json:"reports"`
		cost.Report
	}
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, fmt.Errorf("%s: no report of gpga cost --json: %w", f.compare, err)
	}
	list := all.Reports
	if len(list) == 0 && len(all.Functions) > 0 {
		list = []*cost.Report{&all.Report}
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no report of gpga cost --json: it holds no functions", f.compare)
	}
	if len(list) != len(reports) {
		return nil, fmt.Errorf("%s has %d reports, and there are %d texts to compare with it", f.compare, len(list), len(reports))
	}
	return list, nil
}

// versions reads the ledger's history. Where nothing was asked for, a ledger that is not there has none.
func (f *costFlags) versions(ctx context.Context, asked bool) ([]goldens.Version, error) {
	path := f.ledger
	if path == "" {
		top, err := exec.CommandContext(ctx, "git", "rev-parse", "--show-toplevel").Output()
		if err == nil {
			path = filepath.Join(strings.TrimSpace(string(top)), "goldens", "ledger.json")
		}
		if _, serr := os.Stat(path); err != nil || serr != nil {
			if asked {
				return nil, errors.New("--trend: there is no goldens/ledger.json in a git work tree here; name it with --ledger")
			}
			return nil, nil
		}
	} else if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	list, unread, err := goldens.Versions(ctx, path)
	if err != nil {
		return nil, err
	}
	if unread > 0 {
		f.warning(fmt.Sprintf("gpga: warning: %d versions of %s cannot be read", unread, path))
	}
	if asked && len(list) == 0 {
		return nil, fmt.Errorf("%s has no history in git", path)
	}
	return list, nil
}

func (f *costFlags) printTrend(ctx context.Context, out io.Writer) error {
	list, err := f.versions(ctx, true)
	if err != nil {
		return err
	}
	if f.html != "" {
		if err := writeOut(f.html, func(w io.Writer) error { return costpage.Render(w, nil, list) }); err != nil {
			return err
		}
	}
	if f.asJSON {
		e := json.NewEncoder(out)
		e.SetIndent("", "  ")
		return e.Encode(list)
	}
	return printTrend(out, list)
}

func printTrend(out io.Writer, list []goldens.Version) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	last := list[len(list)-1]
	fmt.Fprintf(w, "families: cost = floor + slope n\nfamily\tfloor\tslope\tfirst slope\tsteepest\n")
	for _, name := range sortedNames(last.Families) {
		is := last.Families[name]
		first, steepest := is.Slope, is.Slope
		for i := len(list) - 1; i >= 0; i-- {
			if g, ok := list[i].Families[name]; ok {
				first, steepest = g.Slope, max(steepest, g.Slope)
			}
		}
		fmt.Fprintf(w, "%s\t%.0f\t%.2f\t%.2f\t%.2f\n", name, is.Floor, is.Slope, first, steepest)
	}
	fmt.Fprintf(w, "\ndesigns, over %d commits\ndesign\tfirst\tlast\tchange\thighest\n", len(list))
	for _, name := range sortedNames(last.Costs) {
		first, highest := 0.0, 0.0
		for _, v := range list {
			if c, ok := v.Costs[name]; ok {
				if first == 0 {
					first = c
				}
				highest = max(highest, c)
			}
		}
		fmt.Fprintf(w, "%s\t%.0f\t%.0f\t%+.1f %%\t%.0f\n", name, first, last.Costs[name], 100*(last.Costs[name]/first-1), highest)
	}
	fmt.Fprintf(w, "\ncommits that moved the sum over the designs that both have\ncommit\tdate\tfrom\tto\tsubject\n")
	for i := 1; i < len(list); i++ {
		from, to := 0.0, 0.0
		for name, c := range list[i].Costs {
			if before, ok := list[i-1].Costs[name]; ok {
				from, to = from+before, to+c
			}
		}
		if from != to {
			fmt.Fprintf(w, "%.10s\t%s\t%.0f\t%.0f\t%s\n", list[i].Commit, list[i].Time.Format("2006-01-02"), from, to, list[i].Subject)
		}
	}
	return w.Flush()
}

func sortedNames[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	sort.Strings(list)
	return list
}

func printCost(out io.Writer, r *cost.Report, top int) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	t := &r.Total
	for _, row := range []struct {
		name string
		v    any
	}{
		{"bytes without comments", r.Bytes}, {"tokens", r.Tokens}, {"constant-table bytes", r.TableBytes}, {"functions", t.Functions},
		{"largest function", fmt.Sprintf("%s (%d lines, %d tokens)", t.LargestFunction, t.LargestLines, t.LargestTokens)},
		{"call-graph depth", t.CallDepth}, {"calls", t.Calls}, {"branches", t.Branches}, {"switches", t.Switches}, {"switch cases", t.SwitchCases},
		{"largest switch", t.LargestSwitch}, {"ternaries", t.Ternaries}, {"loops", t.Loops}, {"merge points", t.Merges}, {"phi estimate", t.Phi},
		{"operations", fmt.Sprintf("%d, with inlining and unrolling %.0f", t.Ops+t.Loads+t.Stores+t.Calls, t.Weight.Unrolled)},
		{"basic blocks", fmt.Sprintf("%d, with inlining %.0f", t.Blocks, t.Weight.Blocks)}, {"named values", t.Locals},
		{"composite cost", fmt.Sprintf("%.0f", t.Cost)}, {"estimate", estimates(t)},
	} {
		fmt.Fprintf(w, "%s\t%v\n", row.name, row.v)
	}
	if len(r.Kernels) > 1 {
		fmt.Fprintf(w, "\nkernels\testimate\ttokens\tmerges\tphi\tfunctions\n")
		for _, k := range r.Kernels {
			fmt.Fprintf(w, "%s\t%.0f\t%d\t%d\t%d\t%d\n", k.Name, k.Estimate, k.Tokens, k.Merges, k.Phi, k.Functions)
		}
	}
	fs := append([]cost.Function(nil), r.Functions...)
	sort.SliceStable(fs, func(i, j int) bool { return fs[i].Expanded > fs[j].Expanded })
	fmt.Fprintf(w, "\ndearest functions\tcost\ttokens\tmerges\tphi\tlines\tmade of\n")
	for _, f := range fs[:min(top, len(fs))] {
		origin := cost.Library
		if f.Origin != nil {
			origin = f.Origin.String()
		}
		fmt.Fprintf(w, "%s\t%.0f\t%d\t%d\t%d\t%d\t%s\n", f.Name, f.Expanded, f.Tokens, f.Merges, f.Phi, f.Lines, origin)
		for i, s := range f.Sites {
			if i == 5 {
				break
			}
			fmt.Fprintf(w, "\t%.0f\t%d\t%d\t%d\t\t%s\n", s.Cost, s.Tokens, s.Merges, s.Phi, s.Origin.String())
		}
	}
	fmt.Fprintf(w, "\ndearest constructs\tcost\ttokens\tmerges\tphi\tfunctions\n")
	for i, c := range r.Constructs() {
		if i == top {
			break
		}
		fmt.Fprintf(w, "%s\t%.0f\t%d\t%d\t%d\t%d\n", c.Origin.String(), c.Cost, c.Tokens, c.Merges, c.Phi, c.Functions)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(out, "\nwhat feeds the five troubles\n")
	for _, x := range r.Troubles {
		var feeds, funcs []string
		for _, k := range sortedNames(x.Feeds) {
			feeds = append(feeds, fmt.Sprintf("%s %.0f", strings.ReplaceAll(k, "_", " "), x.Feeds[k]))
		}
		for _, f := range x.Functions {
			funcs = append(funcs, fmt.Sprintf("%s %.0f %%", f.Name, 100*f.Share))
		}
		fmt.Fprintf(out, "%s: %s\n", x.Name, strings.Join(feeds, ", "))
		if len(funcs) > 0 {
			fmt.Fprintf(out, "    most: %s\n    helps: %s\n", strings.Join(funcs, ", "), x.Advice)
		}
	}
	return nil
}

// estimates spells what a kernel is expected to take of each backend.
func estimates(k *cost.Kernel) string {
	var list []string
	for _, b := range cost.Backends {
		e := k.Estimates[b]
		list = append(list, fmt.Sprintf("%s %.0f ms, %.1f MB", b, e.CPU, e.Memory/1024))
	}
	return strings.Join(list, "; ")
}

func printDelta(out io.Writer, d *cost.Delta, top int) error {
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	fmt.Fprintf(w, "composite cost\t%.0f\t%.0f\t%+.0f\nestimate\t%.0f\t%.0f\t%+.0f\n", d.From, d.To, d.To-d.From, d.Estimate.From, d.Estimate.To, d.Estimate.To-d.Estimate.From)
	for _, c := range d.Features {
		if c.Name != "composite" && c.Name != "estimate" {
			fmt.Fprintf(w, "%s\t%.8g\t%.8g\t%+.8g\n", strings.ReplaceAll(c.Name, "_", " "), c.From, c.To, c.To-c.From)
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if len(d.Parts) > 0 {
		fmt.Fprintf(&b, "\nfunctions that moved: %d\n", len(d.Parts))
	} else {
		fmt.Fprintf(&b, "\nno function moved\n")
	}
	for i, p := range d.Parts {
		if i == top {
			fmt.Fprintf(&b, "and %d more\n", len(d.Parts)-i)
			break
		}
		origin := ""
		if p.Origin != nil {
			origin = ", made of " + p.Origin.String()
		}
		fmt.Fprintf(&b, "%s (%s%s): %.0f -> %.0f, %+.0f\n", p.Function, p.State, origin, p.From, p.To, p.To-p.From)
		var why []string
		for _, c := range p.Why {
			switch c.Name {
			case "tokens", "merges", "phi", "loops", "switch_cases", "ladder", "calls", "locals", "stores", "loads", "copies", "unrolled":
				why = append(why, fmt.Sprintf("%s %+g", c.Name, c.To-c.From))
			}
		}
		if len(why) > 0 {
			fmt.Fprintf(&b, "    because of: %s\n", strings.Join(why, ", "))
		}
		for k, s := range p.Sites {
			if k == 5 {
				break
			}
			fmt.Fprintf(&b, "    %s: %.0f -> %.0f\n", s.Name, s.From, s.To)
		}
	}
	if len(d.Troubles) > 0 {
		fmt.Fprintf(&b, "\nfeeds of the five troubles that moved\n")
		for _, c := range d.Troubles {
			fmt.Fprintf(&b, "%s: %g -> %g\n", strings.ReplaceAll(c.Name, "_", " "), c.From, c.To)
		}
	}
	_, err := b.WriteTo(out)
	return err
}
