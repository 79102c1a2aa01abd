package main

import (
	"math"
	"sort"
)

// ranks gives each value its rank, equal ones the mean of theirs.
func ranks(v []float64) []float64 {
	order := make([]int, len(v))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool { return v[order[a]] < v[order[b]] })
	out := make([]float64, len(v))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && v[order[j]] == v[order[i]] {
			j++
		}
		for k := i; k < j; k++ {
			out[order[k]] = float64(i+j-1) / 2
		}
		i = j
	}
	return out
}

// spearman is the correlation of ranks.
func spearman(a, b []float64) float64 {
	x, y := ranks(a), ranks(b)
	n := float64(len(x))
	var sx, sy, sxx, syy, sxy float64
	for i := range x {
		sx, sy, sxx, syy, sxy = sx+x[i], sy+y[i], sxx+x[i]*x[i], syy+y[i]*y[i], sxy+x[i]*y[i]
	}
	d := math.Sqrt((sxx - sx*sx/n) * (syy - sy*sy/n))
	if d == 0 {
		return 0
	}
	return (sxy - sx*sy/n) / d
}

// kendall is tau-b: pairs in the same order less those in the other, ties accounted for.
func kendall(a, b []float64) float64 {
	var same, other, tieA, tieB float64
	for i := range a {
		for j := range i {
			switch x, y := a[i]-a[j], b[i]-b[j]; {
			case x == 0 && y == 0:
			case x == 0:
				tieA++
			case y == 0:
				tieB++
			case (x > 0) == (y > 0):
				same++
			default:
				other++
			}
		}
	}
	d := math.Sqrt((same + other + tieA) * (same + other + tieB))
	if d == 0 {
		return 0
	}
	return (same - other) / d
}
