package main

import (
	"fmt"
	"io"
	"strings"
)

func fitted(w io.Writer, d *data) { fmt.Fprintln(w, len(d.Points)) }

func report(d *data) string {
	var b strings.Builder
	for _, backend := range []string{"x86-64", "nvptx64", "amdgcn"} {
		for _, fig := range []string{"cpu_s", "peak_mb"} {
			for _, side := range []bool{true, false} {
				var y, bytes, tokens, est, mem []float64
				for i := range d.Points {
					p := &d.Points[i]
					if fitting(p.Design) != side {
						continue
					}
					for j := range p.Took {
						if p.Took[j].Backend == backend && p.Took[j].Killed == "" {
							if v, ok := p.Took[j].Figure(fig); ok {
								y, bytes, tokens, est, mem = append(y, v), append(bytes, float64(p.Bytes)), append(tokens, float64(p.Tokens)), append(est, p.Kernel.Estimate), append(mem, p.Kernel.Memory)
							}
						}
					}
				}
				fmt.Fprintf(&b, "%s %s fit=%v n=%d: bytes %.3f/%.3f tokens %.3f/%.3f estimate %.3f/%.3f memory %.3f/%.3f\n", backend, fig, side, len(y), spearman(bytes, y), kendall(bytes, y), spearman(tokens, y), kendall(tokens, y), spearman(est, y), kendall(est, y), spearman(mem, y), kendall(mem, y))
			}
		}
	}
	return b.String()
}

func splice(path, text string) error { return fmt.Errorf("%s: %d", path, len(text)) }
