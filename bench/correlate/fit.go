package main

import (
	"fmt"
	"io"
	"math"

	"github.com/gpga/gpga/codegen/cost"
)

// row is a point of one fit: what the figure was, and the features it may come of.
type row struct {
	y float64
	x []float64
}

// rows are the points of one side that have the figure.
func (d *data) rows(backend, which string, side bool) (list []*point, y []float64) {
	for _, p := range d.Points {
		if fitting(p.Design) != side {
			continue
		}
		if v, ok := p.Took[backend].figure(which); ok {
			list, y = append(list, p), append(y, v)
		}
	}
	return list, y
}

// solve gives the coefficients, none below 0, with which the sum over x comes nearest to y, measured in parts of y, so that a kernel
// of 30 s does not drown one of 0.3 s. It goes round the coefficients and sets each to its best (coordinate descent): the problem
// is convex, so that the end does not depend on the way. ridge pulls coefficients that explain nothing to 0; those of columns in
// free are spared.
func solve(rows []row, ridge float64, free int) []float64 {
	if len(rows) == 0 {
		return nil
	}
	n := len(rows[0].x)
	scale := make([]float64, n) // columns are brought to one size
	for _, r := range rows {
		for j, x := range r.x {
			scale[j] += x * x / (r.y * r.y)
		}
	}
	for j := range scale {
		if scale[j] = math.Sqrt(scale[j]); scale[j] == 0 {
			scale[j] = 1
		}
	}
	c := make([]float64, n)
	rest := make([]float64, len(rows)) // 1 - what is explained
	for i := range rest {
		rest[i] = 1
	}
	for range 20000 {
		moved := 0.0
		for j := range n {
			up, down := 0.0, 0.0
			for i, r := range rows {
				v := r.x[j] / r.y / scale[j]
				up += v * (rest[i] + c[j]*v)
				down += v * v
			}
			if j >= free {
				up -= ridge
			}
			best := 0.0
			if down > 0 {
				best = math.Max(0, up/down)
			}
			if step := best - c[j]; step != 0 {
				for i, r := range rows {
					rest[i] -= step * r.x[j] / r.y / scale[j]
				}
				moved += math.Abs(step)
				c[j] = best
			}
		}
		if moved < 1e-9 {
			break
		}
	}
	for j := range c {
		c[j] /= scale[j]
	}
	return c
}

// fitted fits every backend's coefficients on the designs for that, and prints them as codegen/cost/estimate.go has them.
func fitted(w io.Writer, d *data) error {
	names, _ := cost.Terms(&cost.Kernel{})
	for _, which := range []string{figureCPU, figureMemory} {
		for _, b := range backends {
			points, y := d.rows(b, which, true)
			if len(points) < 5 {
				return fmt.Errorf("%s, %s: %d points of designs to fit to, want at least %d", b, which, len(points), 2*len(names))
			}
			list := make([]row, len(points))
			for i, p := range points {
				list[i] = row{y[i], append([]float64{1}, terms(p)...)}
			}
			c := solve(list, ridge, 1)
			fmt.Fprintf(w, "%s, %s (%d points): floor %.4g", b, which, len(points), c[0])
			unit := 1000.0 // CPU: ms for each
			if which == figureMemory {
				unit = 1024 // KiB for each
			}
			for j, n := range names {
				if v := c[j+1] * unit; v != 0 {
					fmt.Fprintf(w, ", %s %.3g", n, v)
				}
			}
			fmt.Fprintln(w)
		}
	}
	return nil
}

// ridge is how much better, in parts, a feature must make the fit to have a coefficient.
const ridge = 0.02

func terms(p *point) []float64 {
	_, v := cost.Terms(&p.Kernel)
	return v
}
