package costpage

import (
	"math"
	"sort"
)

// rect is a tile of the map.
type rect struct {
	x, y, w, h float64
	index      int // of the weight
}

// squarify cuts a rectangle into tiles with areas in proportion to the weights, as near to squares as it goes (Bruls, Huizing, van
// Wijk: Squarified Treemaps, 2000). Weights that are not above 0 have no tile.
func squarify(weights []float64, w, h float64) []rect {
	var order []int
	sum := 0.0
	for i, v := range weights {
		if v > 0 && !math.IsInf(v, 0) {
			order = append(order, i)
			sum += v
		}
	}
	if sum == 0 || w <= 0 || h <= 0 {
		return nil
	}
	sort.SliceStable(order, func(a, b int) bool { return weights[order[a]] > weights[order[b]] })
	scale := w * h / sum
	var out []rect
	x, y := 0.0, 0.0
	for len(order) > 0 {
		side := math.Min(w, h)
		n, area := 0, 0.0
		best := math.Inf(1)
		for n < len(order) {
			a := area + weights[order[n]]*scale
			largest, smallest := weights[order[0]]*scale, weights[order[n]]*scale
			worst := math.Max(side*side*largest/(a*a), a*a/(side*side*smallest))
			if worst > best {
				break
			}
			best, area, n = worst, a, n+1
		}
		depth := area / side
		at := 0.0
		for _, i := range order[:n] {
			length := weights[i] * scale / depth
			if w >= h {
				out = append(out, rect{x, y + at, depth, length, i})
			} else {
				out = append(out, rect{x + at, y, length, depth, i})
			}
			at += length
		}
		if w >= h {
			x, w = x+depth, w-depth
		} else {
			y, h = y+depth, h-depth
		}
		order = order[n:]
	}
	return out
}
