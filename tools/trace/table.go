package trace

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
)

// Row is one line of the table of passes: all runs of one pass.
type Row struct {
	Name    string  `json:"name"` // full
	Depth   int     `json:"depth"`
	Runs    int     `json:"runs"`
	Seconds float64 `json:"seconds"`
	CPU     float64 `json:"cpu_seconds"`
	// What is allocated, as far as the allocator has counted: it counts small objects by the span.
	Bytes  uint64 `json:"alloc_bytes"`
	Allocs uint64 `json:"allocs"`
	Before *int   `json:"size_before,omitempty"` // of the first run
	After  *int   `json:"size_after,omitempty"`  // of the last run
	Unit   string `json:"unit,omitempty"`        // of After
	In     string `json:"unit_before,omitempty"` // of Before, where that is another
}

// Rows sums the events of each pass, in the order of first runs, inner passes behind the one they stand in.
func (r *Recorder) Rows() []Row {
	var rows []Row
	index := map[string]int{}
	for _, e := range r.events {
		i, ok := index[e.Name]
		if !ok {
			i = len(rows)
			index[e.Name] = i
			rows = append(rows, Row{Name: e.Name, Depth: e.Depth})
			if e.Before.N >= 0 {
				n := e.Before.N
				rows[i].Before, rows[i].In = &n, e.Before.Unit
			}
		}
		w := &rows[i]
		w.Runs++
		w.Seconds += e.Wall.Seconds()
		w.CPU += e.CPU.Seconds()
		w.Bytes += e.Bytes
		w.Allocs += e.Allocs
		if e.After.N >= 0 {
			n := e.After.N
			w.After, w.Unit = &n, e.After.Unit
		}
	}
	for i := range rows {
		if rows[i].Unit == "" {
			rows[i].Unit = rows[i].In
		}
		if rows[i].In == rows[i].Unit {
			rows[i].In = ""
		}
	}
	return rows
}

// Total sums the outermost passes.
func Total(rows []Row) Row {
	t := Row{Name: "total", Runs: 1}
	for _, r := range rows {
		if r.Depth == 0 {
			t.Seconds += r.Seconds
			t.CPU += r.CPU
			t.Bytes += r.Bytes
			t.Allocs += r.Allocs
		}
	}
	return t
}

// Print writes the table of passes as text.
func (r *Recorder) Print(w io.Writer) error {
	rows := r.Rows()
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "wall ms\tcpu ms\talloc KB\tallocs\tsize before\tafter\t  pass\n")
	line := func(r Row, sizes bool) {
		before, after := "", ""
		if sizes {
			before, after = cell(r.Before, or(r.In, r.Unit)), cell(r.After, r.Unit)
		}
		name := r.Name[strings.LastIndexByte(r.Name, '/')+1:]
		if r.Runs > 1 {
			name += fmt.Sprintf(" (%d runs)", r.Runs)
		}
		fmt.Fprintf(t, "%.3f\t%.3f\t%d\t%d\t%s\t%s\t  %s%s\n", r.Seconds*1e3, r.CPU*1e3, (r.Bytes+512)/1024, r.Allocs, before, after, strings.Repeat("  ", r.Depth), name)
	}
	for _, r := range rows {
		line(r, true)
	}
	line(Total(rows), false)
	if err := t.Flush(); err != nil {
		return err
	}
	if d := &r.dispatches; d.N > 0 {
		_, err := fmt.Fprintf(w, "%d dispatches, %.3f ms in them, the longest %.3f ms, %.1f%% of the simulation outside of them\n", d.N, ms(d.Sum), ms(d.Longest), d.outside(r)*100)
		return err
	}
	return nil
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func cell(n *int, unit string) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprintf("%d %s", *n, unit)
}
