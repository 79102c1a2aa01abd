package bisect

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/tools/measure"
)

// Metric is what is compared: a feature of a kernel's text, or a figure of compiling it.
type Metric struct {
	Name     string // see Metrics; "" where a command prints the number
	Function string // of that function alone; "": of all
	Backend  string // of a figure: which compiler; "": the first that is present
}

// totals are the names of features of a whole text, figures those of one function.
var totals, figures = func() (a, b []string) {
	for n := range (&cost.Report{}).Totals() {
		a = append(a, n)
	}
	for n := range (&cost.Function{}).Figures() {
		b = append(b, n)
	}
	slices.Sort(a)
	slices.Sort(b)
	return a, b
}()

// Metrics lists all names: features of the text, then figures of compilers.
func Metrics() []string { return slices.Concat(totals, measure.Figures) }

// ParseMetric reads NAME or NAME@FUNCTION.
func ParseMetric(s, backend string) (Metric, error) {
	m := Metric{Backend: backend}
	m.Name, m.Function, _ = strings.Cut(s, "@")
	switch {
	case m.Function != "" && slices.Contains(figures, m.Name):
		return m, nil
	case m.Function != "":
		return m, fmt.Errorf("there is no feature %q of a function; there are %s", m.Name, strings.Join(figures, ", "))
	case !slices.Contains(Metrics(), m.Name):
		return m, fmt.Errorf("there is no metric %q; features of a text are %s; figures of compilers are %s", m.Name, strings.Join(totals, ", "), strings.Join(measure.Figures, ", "))
	}
	if m.Measured() && backend != "" {
		if _, err := measure.Select([]string{backend}); err != nil {
			return m, err
		}
	}
	return m, nil
}

// Measured tells that the metric is a figure of a compiler.
func (m Metric) Measured() bool { return slices.Contains(measure.Figures, m.Name) }

// Noisy tells that two measurements of one text may differ.
func (m Metric) Noisy() bool {
	return m.Name == "" || slices.Contains([]string{"cpu_s", "wall_s", "peak_mb"}, m.Name)
}

func (m Metric) String() string {
	s := m.Name
	if s == "" {
		s = "the command's number"
	}
	if m.Function != "" {
		s += " of " + m.Function
	}
	if m.Measured() && m.Backend != "" {
		s += " on " + m.Backend
	}
	return s
}

// Feature gives a feature of a report. A function that the text does not have has 0 of everything.
func (m Metric) Feature(r *cost.Report) float64 {
	if m.Function == "" {
		return r.Totals()[m.Name]
	}
	for i := range r.Functions {
		if f := &r.Functions[i]; f.Name == m.Function {
			return f.Figures()[m.Name]
		}
	}
	return 0
}

// Of measures a text n times.
func (m Metric) Of(ctx context.Context, name, text string, n int) ([]float64, error) {
	if !m.Measured() {
		return []float64{m.Feature(cost.Read(name, text).Report())}, nil
	}
	var backends []string
	if m.Backend != "" {
		backends = []string{m.Backend}
	} else if list := measure.Present(); len(list) > 0 {
		backends = []string{list[0].Name}
	}
	q := measure.Request{Name: name, Text: text, Backends: backends, Runs: n, Instructions: m.Name == "instructions", IR: strings.HasPrefix(m.Name, "ir.")}
	if !m.Noisy() {
		q.Runs, q.Warmup = 1, -1
	}
	rep, err := measure.Run(ctx, q)
	if err != nil {
		return nil, err
	}
	values := make([]float64, q.Runs)
	for _, k := range rep.Kernels {
		for i := range k.Results {
			r := &k.Results[i]
			if r.Error != "" {
				return nil, fmt.Errorf("%s rejects the text: %s", r.Backend, r.Error)
			}
			if !m.Noisy() {
				v, ok := r.Figure(m.Name)
				if !ok {
					return nil, fmt.Errorf("%s was not measured on %s", m.Name, r.Backend)
				}
				values[0] += v
				continue
			}
			if len(r.Runs) == 0 {
				return nil, fmt.Errorf("%s was not measured on %s", m.Name, r.Backend)
			}
			for j := range values { // runs that were spared count as the last
				u := r.Runs[min(j, len(r.Runs)-1)]
				values[j] += map[string]float64{"cpu_s": u.CPU, "wall_s": u.Wall, "peak_mb": u.PeakMB}[m.Name]
			}
		}
	}
	return values, nil
}

// Stat sums up repeated measurements.
type Stat struct {
	N     int     `json:"n"`
	Mean  float64 `json:"mean"`
	Sigma float64 `json:"sigma"` // standard deviation of one measurement; 0 for one
}

// Summarize makes the Stat of values.
func Summarize(values []float64) Stat {
	s := Stat{N: len(values)}
	if s.N == 0 {
		return s
	}
	for _, v := range values {
		s.Mean += v
	}
	s.Mean /= float64(s.N)
	if s.N > 1 {
		for _, v := range values {
			s.Sigma += (v - s.Mean) * (v - s.Mean)
		}
		s.Sigma = math.Sqrt(s.Sigma / float64(s.N-1))
	}
	return s
}

// Error is the standard deviation of the mean.
func (s Stat) Error() float64 {
	if s.N == 0 {
		return 0
	}
	return s.Sigma / math.Sqrt(float64(s.N))
}

func (s Stat) String() string {
	if s.N < 2 {
		return number(s.Mean)
	}
	return fmt.Sprintf("%s ± %s (%d runs)", number(s.Mean), number(s.Sigma), s.N)
}

func number(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return fmt.Sprintf("%.0f", v)
	}
	return fmt.Sprintf("%.4g", v)
}
