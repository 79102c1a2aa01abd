package costpage

import (
	"fmt"
	"html"
	"io"
	"math"
	"sort"
	"strings"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/goldens"
)

const style = `body{font:14px/1.45 system-ui,sans-serif;margin:2em auto;max-width:1080px;padding:0 1em;color:#1c2733;background:#fff}
h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid #d5dbe1}table{border-collapse:collapse;margin:.6em 0}
td,th{padding:.15em .7em;text-align:left;vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}tr:nth-child(even) td{background:#f4f6f8}
svg{max-width:100%;height:auto}.warn{color:#8a4b00}code{font:12px ui-monospace,monospace}.dim{color:#66727d}
@media(prefers-color-scheme:dark){body{color:#d7dee5;background:#12181e}tr:nth-child(even) td{background:#1b232b}h2{border-color:#333f4a}.warn{color:#f0b060}.dim{color:#8b98a5}}`

// Render writes the page.
func Render(w io.Writer, reports []*cost.Report, versions []goldens.Version) error {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>gpga cost</title><style>" + style + "</style></head><body>\n<h1>What kernels cost a shader compiler</h1>\n")
	for _, r := range reports {
		page(&b, r)
	}
	trend(&b, versions)
	b.WriteString("</body></html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func esc(s string) string { return html.EscapeString(s) }

// num spells a figure with thin spaces between thousands.
func num(v float64) string {
	if v != math.Trunc(v) || math.Abs(v) >= 1e15 {
		return fmt.Sprintf("%.4g", v)
	}
	s := fmt.Sprintf("%.0f", math.Abs(v))
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u2009" + s[i:]
	}
	if v < 0 {
		s = "\u2212" + s
	}
	return s
}

// figures are the totals of the first table, in this order.
var figures = []struct{ key, label string }{
	{"estimate", "estimate, CPU time"}, {"memory_estimate", "estimate, memory"}, {"composite", "composite: tokens + 100 merges + 2 phi, expanded"}, {"bytes", "bytes without comments"}, {"tokens", "tokens"},
	{"table_bytes", "bytes of constant tables"}, {"functions", "functions"}, {"compiled_functions", "functions left when helpers are inlined"}, {"largest_function_tokens", "tokens of the largest function"},
	{"call_depth", "depth of the call graph"}, {"calls", "calls"}, {"branches", "branches"}, {"merges", "merge points"}, {"expanded_merges", "merge points, expanded"}, {"phi", "phi estimate"}, {"expanded_phi", "phi estimate, expanded"},
	{"loops", "loops"}, {"switches", "switches"}, {"switch_cases", "switch cases"}, {"largest_switch", "largest switch"}, {"ladder", "longest ladder"}, {"blocks", "basic blocks"}, {"expanded_blocks", "basic blocks, expanded"},
	{"ops", "operations"}, {"expanded_ops", "operations, expanded"}, {"unrolled_ops", "operations, expanded and unrolled"}, {"loads", "loads"}, {"stores", "stores"}, {"locals", "named values"}, {"live", "values in scope at merge points"}, {"repeats", "nodes in repeated blocks"},
}

func page(b *strings.Builder, r *cost.Report) {
	fmt.Fprintf(b, "<h2>%s</h2>\n", esc(r.Name))
	for _, w := range r.Warnings {
		fmt.Fprintf(b, "<p class=\"warn\">%s</p>\n", esc(w))
	}
	totals := r.Totals()
	b.WriteString("<table>")
	half := (len(figures) + 1) / 2
	for i := range half {
		b.WriteString("<tr>")
		for _, k := range []int{i, i + half} {
			if k < len(figures) {
				fmt.Fprintf(b, "<td>%s</td><td class=\"n\">%s</td>", esc(figures[k].label), num(totals[figures[k].key]))
			}
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n<h2>Functions</h2>\n<p class=\"dim\">Area: what a function adds to the estimate. Colour: merge points for each token, pale to dark. Point at a tile for its figures.</p>\n")
	treemap(b, r)
	b.WriteString("<h2>Constructs of the source</h2>\n<table><tr><th>construct</th><th class=\"n\">composite</th><th class=\"n\">tokens</th><th class=\"n\">merges</th><th class=\"n\">phi</th><th class=\"n\">functions</th></tr>\n")
	for i, c := range r.Constructs() {
		if i == 20 {
			break
		}
		fmt.Fprintf(b, "<tr><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%d</td><td class=\"n\">%d</td><td class=\"n\">%d</td><td class=\"n\">%d</td></tr>\n", esc(c.Origin.String()), num(c.Cost), c.Tokens, c.Merges, c.Phi, c.Functions)
	}
	b.WriteString("</table>\n<h2>What feeds the five troubles</h2>\n<table><tr><th>trouble</th><th>fed by</th><th>most by</th><th>what helps</th></tr>\n")
	for _, t := range r.Troubles {
		var feeds, funcs []string
		for _, k := range sortedKeys(t.Feeds) {
			feeds = append(feeds, esc(k)+"&nbsp;"+num(t.Feeds[k]))
		}
		for _, f := range t.Functions {
			funcs = append(funcs, fmt.Sprintf("<code>%s</code>&nbsp;%.0f&#8239;%%", esc(f.Name), 100*f.Share))
		}
		fmt.Fprintf(b, "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n", esc(t.Name), strings.Join(feeds, ", "), strings.Join(funcs, ", "), esc(t.Advice))
	}
	b.WriteString("</table>\n")
}

func treemap(b *strings.Builder, r *cost.Report) {
	const w, h = 1040, 460
	weights := make([]float64, len(r.Functions))
	for i := range r.Functions {
		weights[i] = r.Functions[i].Estimate
	}
	fmt.Fprintf(b, "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"system-ui,sans-serif\" font-size=\"11\" role=\"img\" aria-label=\"treemap of functions\">\n", w, h, w, h)
	for _, t := range squarify(weights, w, h) {
		f := &r.Functions[t.index]
		dense := math.Min(1, 8*float64(f.Merges)/math.Max(float64(f.Tokens), 1))
		title := fmt.Sprintf("%s\nestimate %.0f, tokens %d, merges %d, phi %d, copies %.0f", f.Name, f.Estimate, f.Tokens, f.Merges, f.Phi, f.Copies)
		if f.Origin != nil {
			title += "\n" + f.Origin.String()
		}
		fmt.Fprintf(b, "<g><title>%s</title><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"hsl(207 %d%% %d%%)\" stroke=\"#fff\" stroke-width=\".7\"/>", esc(title), t.x, t.y, t.w, t.h, 35+int(35*dense), 82-int(42*dense))
		if chars := int(t.w / 6.2); chars >= 6 && t.h > 14 {
			name := strings.TrimPrefix(f.Name, "gpga_")
			if len(name) > chars {
				name = name[:chars-1] + "…"
			}
			fmt.Fprintf(b, "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>", t.x+3, t.y+12, map[bool]string{true: "#fff", false: "#10202e"}[dense > .5], esc(name))
		}
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>\n")
}

// trend draws each design's cost over the ledger's versions, as a share of its first, and lists the families.
func trend(b *strings.Builder, versions []goldens.Version) {
	if len(versions) == 0 {
		return
	}
	b.WriteString("<h2>The ledger over its history</h2>\n")
	const w, h, pad = 1040, 260, 46
	first, last := map[string]float64{}, versions[len(versions)-1]
	lo, hi := 1.0, 1.0
	for _, v := range versions {
		for name, c := range v.Costs {
			if first[name] == 0 {
				first[name] = c
			}
			if first[name] > 0 {
				lo, hi = math.Min(lo, c/first[name]), math.Max(hi, c/first[name])
			}
		}
	}
	lo, hi = lo-.02, hi+.02
	x := func(i int) float64 {
		return pad + float64(i)/math.Max(float64(len(versions)-1), 1)*(w-2*pad)
	}
	y := func(v float64) float64 { return h - pad + (lo-v)/(hi-lo)*(h-pad-12) }
	fmt.Fprintf(b, "<p class=\"dim\">Each line is a golden design: its composite cost as a share of its first record, over %d commits that touched the ledger.</p>\n<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"system-ui,sans-serif\" font-size=\"11\" role=\"img\" aria-label=\"trend\">\n", len(versions), w, h, w, h)
	for k := range 5 {
		v := lo + (hi-lo)*float64(k)/4
		fmt.Fprintf(b, "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#9aa7b3\" stroke-width=\".4\"/><text x=\"4\" y=\"%.1f\" fill=\"#66727d\">%.0f %%</text>\n", pad, w-pad, y(v), y(v), y(v)+4, 100*v)
	}
	for _, name := range sortedKeys(first) {
		var line strings.Builder
		for i, v := range versions {
			if c, ok := v.Costs[name]; ok && first[name] > 0 {
				fmt.Fprintf(&line, "%.1f,%.1f ", x(i), y(c/first[name]))
			}
		}
		fmt.Fprintf(b, "<polyline points=\"%s\" fill=\"none\" stroke=\"#3d7ab5\" stroke-width=\"1.1\" stroke-opacity=\".55\"><title>%s</title></polyline>\n", strings.TrimSpace(line.String()), esc(name))
	}
	for i, v := range versions {
		fmt.Fprintf(b, "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"#8fa3b5\"><title>%s %s\n%s</title></circle>\n", x(i), h-pad+18, esc(v.Commit[:min(len(v.Commit), 10)]), v.Time.Format("2006-01-02"), esc(v.Subject))
	}
	b.WriteString("</svg>\n")
	if len(last.Families) == 0 {
		return
	}
	b.WriteString("<table><tr><th>family, form</th><th class=\"n\">floor</th><th class=\"n\">slope</th><th class=\"n\">first slope</th></tr>\n")
	for _, name := range sortedKeys(last.Families) {
		f := last.Families[name]
		from := f.Slope
		for _, v := range versions {
			if g, ok := v.Families[name]; ok {
				from = g.Slope
				break
			}
		}
		fmt.Fprintf(b, "<tr><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n", esc(name), num(f.Floor), num(f.Slope), num(from))
	}
	b.WriteString("</table>\n")
}

func sortedKeys[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	sort.Strings(list)
	return list
}
