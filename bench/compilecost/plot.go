package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/gpga/gpga/bench/growth"
)

// svg plots every axis (across) on every target (down), both scales logarithmic.
func svg(r *results) string {
	const w, h, pad = 300, 210, 44
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n", w*len(growth.Axes), h*len(targets)+30)
	for i, k := range kinds {
		fmt.Fprintf(&b, "<rect x=\"%d\" y=\"8\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"18\">%s</text>\n", 20+i*160, k.color, 38+i*160, k.name)
	}
	const low, high = 0.05, 100.0 // seconds
	y := func(s float64) float64 {
		s = math.Min(math.Max(s, low), high)
		return float64(h-pad) - (math.Log(s)-math.Log(low))/(math.Log(high)-math.Log(low))*float64(h-pad-24)
	}
	for row, t := range targets {
		for col, a := range growth.Axes {
			fmt.Fprintf(&b, "<g transform=\"translate(%d %d)\">\n<text x=\"%d\" y=\"14\" font-weight=\"bold\">%s, %s</text>\n", col*w, row*h+30, pad, a.Name, t)
			first, last := math.Log(float64(a.Sizes[0])), math.Log(float64(a.Sizes[len(a.Sizes)-1]))
			x := func(n float64) float64 { return pad + (math.Log(n)-first)/(last-first)*float64(w-pad-16) }
			for _, s := range []float64{0.1, 1, 10, 100} {
				fmt.Fprintf(&b, "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%g s</text>\n", pad, w-16, y(s), y(s), pad-4, y(s)+4, s)
			}
			for _, n := range a.Sizes {
				fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n", x(float64(n)), h-pad+16, n)
			}
			for _, k := range kinds {
				s := r.series(a.Name, k.form, k.inline, t)
				var line strings.Builder
				for i, n := range s.ns {
					fmt.Fprintf(&line, "%.1f,%.1f ", x(n), y(s.costs[i]))
					fmt.Fprintf(&b, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>\n", x(n), y(s.costs[i]), k.color)
				}
				fmt.Fprintf(&b, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>\n", strings.TrimSpace(line.String()), k.color)
				if n := len(s.ns); s.killed != "" && n > 0 {
					fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">killed</text>\n", x(s.ns[n-1])+4, y(s.costs[n-1])-4, k.color)
				}
			}
			b.WriteString("</g>\n")
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}
