package main

import "math"

// fit is cost = Floor + Slope * n^Exponent, in seconds less the empty kernel's.
type fit struct {
	Floor    float64 `json:"floor"`    // seconds
	Slope    float64 `json:"slope"`    // seconds for one unit of n, with Exponent 1
	Exponent float64 `json:"exponent"` // of the best fit with an exponent; 0 where the series does not grow
	Ratio    float64 `json:"ratio"`    // cost at the largest n to that at the smallest
}

// flatRatio is the growth under which a series counts as flat: the noise of a shared machine.
const flatRatio = 1.15

// fitSeries fits a series of at least two points; ns ascend.
func fitSeries(ns, costs []float64) fit {
	f := fit{Ratio: costs[len(costs)-1] / costs[0]}
	f.Floor, f.Slope, _ = leastSquares(ns, costs, 1)
	if f.Ratio < flatRatio || len(ns) < 3 {
		return f
	}
	best := math.Inf(1)
	for k := 0.2; k <= 3.0001; k += 0.01 {
		_, slope, err := leastSquares(ns, costs, k)
		if err < best && slope > 0 {
			best, f.Exponent = err, round(k, 2)
		}
	}
	return f
}

// leastSquares fits cost = a + b*n^k with a >= 0, each point weighed by its cost, and gives the squared relative error.
func leastSquares(ns, costs []float64, k float64) (a, b, err float64) {
	var s, sx, sy, sxx, sxy float64
	for i, n := range ns {
		x, y := math.Pow(n, k), costs[i]
		w := 1 / (y * y)
		s, sx, sy, sxx, sxy = s+w, sx+w*x, sy+w*y, sxx+w*x*x, sxy+w*x*y
	}
	if d := s*sxx - sx*sx; d > 0 {
		b = (s*sxy - sx*sy) / d
		a = (sy - b*sx) / s
	}
	if a < 0 {
		a, b = 0, sxy/sxx
	}
	for i, n := range ns {
		e := (a + b*math.Pow(n, k) - costs[i]) / costs[i]
		err += e * e
	}
	return a, b, err
}
