package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/tools/measure"
)

// Kinds of points.
const (
	kindGolden  = "golden"  // designs of goldens/
	kindBench   = "bench"   // designs of bench/
	kindGrowth  = "growth"  // designs that are generated
	kindOutside = "outside" // designs of others
	kindMetal   = "metal"   // Metal texts of others
)

// point is a kernel, what is read of its text and what compilers took.
type point struct {
	Name   string `json:"name"`   // kind/design/form
	Design string `json:"design"` // all forms and sizes of a design stand on one side
	Kind   string `json:"kind"`
	Form   string `json:"form,omitempty"`
	Sum    string `json:"sum"` // of the text
	Bytes  int    `json:"bytes"`
	Tokens int    `json:"tokens"`
	// Understood tells that the front end takes the text; otherwise its features are counted by tokens.
	Understood bool            `json:"understood"`
	Took       map[string]took `json:"took,omitempty"` // by backend
	Kernel     cost.Kernel     `json:"kernel"`
}

// took is what a compiler took, run by run.
type took struct {
	CPU    []float64 `json:"cpu_s"`
	PeakMB []float64 `json:"peak_mb"`
	Empty  []float64 `json:"empty_cpu_s"`      // of an empty kernel, just before and after, the mean
	Killed string    `json:"killed,omitempty"` // the cap that ended it
	Error  string    `json:"error,omitempty"`  // what the compiler says of a text that it rejects
}

// The two figures that the estimates are for.
const (
	figureCPU    = "CPU"
	figureMemory = "memory"
)

// figure is a point's figure. Memory is the least of its runs. CPU time is the median of the runs' ratios to the empty kernel's,
// in seconds of a machine on which that takes emptySeconds: what else goes on stretches both alike.
func (t took) figure(which string) (float64, bool) {
	if t.Killed != "" || t.Error != "" || len(t.PeakMB) == 0 {
		return 0, false
	}
	if which == figureMemory {
		return slices.Min(t.PeakMB), true
	}
	if len(t.Empty) == 0 || len(t.CPU) != len(t.Empty) {
		return 0, false
	}
	var list []float64
	for i, v := range t.CPU {
		list = append(list, v/t.Empty[i]*emptySeconds)
	}
	return measure.Summarize(list).Median, true
}

// emptySeconds is what an empty kernel takes when nothing else goes on.
const emptySeconds = 0.05

// runs is how often the point has been measured.
func (p *point) runs() int {
	n := 0
	for _, t := range p.Took {
		n = max(n, len(t.CPU))
	}
	return n
}

// settled tells that more runs would tell nothing: the text was rejected everywhere, or ended at a cap.
func (p *point) settled() bool {
	if len(p.Took) == 0 {
		return false
	}
	for _, t := range p.Took {
		if t.Error == "" && t.Killed == "" {
			return false
		}
	}
	return true
}

func (p *point) take(r measure.Result, empty float64) {
	if p.Took == nil {
		p.Took = map[string]took{}
	}
	t := p.Took[r.Backend]
	t.Killed, t.Error = r.Killed, ""
	if r.Error != "" {
		t.Error, _, _ = strings.Cut(r.Error, "\n")
	} else {
		t.CPU, t.PeakMB, t.Empty = append(t.CPU, r.CPU.Median), append(t.PeakMB, r.PeakMB.Median), append(t.Empty, empty)
	}
	p.Took[r.Backend] = t
}

func (p *point) String() string {
	s := p.Name
	for _, b := range backends {
		t := p.Took[b]
		switch {
		case t.Error != "":
			s += fmt.Sprintf(", %s: %.100s", b, t.Error)
		case t.Killed != "":
			s += fmt.Sprintf(", %s: ended by the cap of %s", b, t.Killed)
		case len(t.CPU) > 0:
			s += fmt.Sprintf(", %s %.2f s %.0f MB", b, t.CPU[len(t.CPU)-1], t.PeakMB[len(t.PeakMB)-1])
		}
	}
	return s
}

// backends in the order of reports.
var backends = []string{"x86-64", "nvptx64", "amdgcn"}

type data struct {
	Environment measure.Environment `json:"environment"`
	Points      []*point            `json:"points"`
}

// load reads the file, or begins one.
func load(file string) (*data, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return &data{}, nil
	}
	if err != nil {
		return nil, err
	}
	return parse(file, text)
}

func parse(file string, text []byte) (*data, error) {
	d := &data{}
	if err := json.Unmarshal(text, d); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return d, nil
}

// point finds a point, or makes it. What was measured of another text is dropped.
func (d *data) point(p point, sum string) *point {
	for _, q := range d.Points {
		if q.Name == p.Name {
			if q.Sum != sum {
				q.Took = nil
			}
			q.Sum, q.Design, q.Kind, q.Form = sum, p.Design, p.Kind, p.Form
			return q
		}
	}
	p.Sum = sum
	d.Points = append(d.Points, &p)
	return &p
}

// merge adds the runs of other files to those of the same texts, and points that are not there yet.
func (d *data) merge(e *data) {
	if d.Environment.OS == "" {
		d.Environment = e.Environment
	}
	for _, p := range e.Points {
		i := slices.IndexFunc(d.Points, func(q *point) bool { return q.Name == p.Name })
		if i < 0 {
			d.Points = append(d.Points, p)
			continue
		}
		q := d.Points[i]
		if q.Sum != p.Sum {
			continue
		}
		if q.Took == nil {
			q.Took = map[string]took{}
		}
		for b, t := range p.Took {
			u := q.Took[b]
			u.CPU, u.PeakMB, u.Empty = append(u.CPU, t.CPU...), append(u.PeakMB, t.PeakMB...), append(u.Empty, t.Empty...)
			if t.Error != "" {
				u.Error = t.Error
			}
			if t.Killed != "" {
				u.Killed = t.Killed
			}
			q.Took[b] = u
		}
	}
}

// drop takes a point out.
func (d *data) drop(p *point) {
	d.Points = slices.DeleteFunc(d.Points, func(q *point) bool { return q == p })
}

// save writes the file whole or not at all, a point a line.
func (d *data) save(file string) error {
	var b bytes.Buffer
	d.Environment.Command = nil // its paths are nobody else's
	env, err := json.Marshal(d.Environment)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b, "{\"environment\": %s,\n\"points\": [", env)
	list := slices.Clone(d.Points)
	slices.SortFunc(list, func(a, b *point) int { return strings.Compare(a.Name, b.Name) })
	for i, p := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		line, err := json.Marshal(p)
		if err != nil {
			return err
		}
		b.WriteByte('\n')
		b.Write(line)
	}
	b.WriteString("\n]}\n")
	tmp := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".part")
	if err := os.WriteFile(tmp, b.Bytes(), 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, file)
}

// fitting tells whether a design is one of those that coefficients are fitted to; the others judge them.
func fitting(design string) bool { return hash(design)%2 == 0 }
