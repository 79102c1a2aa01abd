package measure

import (
	"math"
	"sort"
)

// Spread sums up a figure over the runs.
type Spread struct {
	Median float64 `json:"median"`
	Min    float64 `json:"min"`
	Max    float64 `json:"max"`
	// Sigma is the standard deviation, estimated from the median of the distances to the median, so that one disturbed run
	// does not decide; 0 for one run.
	Sigma float64 `json:"sigma"`
}

// Summarize gives the spread of values; the zero Spread for none.
func Summarize(values []float64) Spread {
	if len(values) == 0 {
		return Spread{}
	}
	v := append([]float64(nil), values...)
	sort.Float64s(v)
	s := Spread{Median: middle(v), Min: v[0], Max: v[len(v)-1]}
	away := make([]float64, len(v))
	for i, x := range v {
		away[i] = math.Abs(x - s.Median)
	}
	sort.Float64s(away)
	s.Sigma = 1.4826 * middle(away)
	return Spread{round(s.Median), round(s.Min), round(s.Max), round(s.Sigma)}
}

// middle is the median of a sorted list.
func middle(v []float64) float64 {
	n := len(v)
	return (v[(n-1)/2] + v[n/2]) / 2
}

func round(x float64) float64 { return math.Round(x*1e6) / 1e6 }
