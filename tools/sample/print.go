package sample

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// Summary is everything that is said of reports.
type Summary struct {
	Reports  []ReportLine `json:"reports"`
	Busy     int          `json:"busy_samples"`
	Idle     int          `json:"idle_samples"`
	Troubles []Trouble    `json:"troubles"`
	Other    int          `json:"other_samples"`
	Memory   int          `json:"memory_samples"` // whose innermost frame manages memory, in whatever trouble they are
	Symbols  []Symbol     `json:"symbols"`
	Stacks   []StackLine  `json:"stacks"`
	Warnings []string     `json:"warnings,omitempty"`
}

// ReportLine is one report in the series.
type ReportLine struct {
	File      string    `json:"file"`
	Process   string    `json:"process"`
	PID       int       `json:"pid"`
	When      time.Time `json:"when,omitzero"`
	Samples   int       `json:"samples"`
	Busy      int       `json:"busy"`
	Footprint int64     `json:"footprint_bytes"` // -1: the report does not say
	Peak      int64     `json:"peak_bytes"`
	Truncated bool      `json:"truncated,omitempty"`
}

// StackLine is a hot stack.
type StackLine struct {
	Samples int      `json:"samples"`
	Frames  []string `json:"frames"` // outermost first
}

// Summarize makes the summary of a series, with the top symbols and stacks.
//
// Reports that all say when they were taken are put in that order: the footprint is shown over time.
func Summarize(list []*Report, top int) *Summary {
	if !slices.ContainsFunc(list, func(r *Report) bool { return r.When.IsZero() }) {
		list = slices.Clone(list)
		slices.SortStableFunc(list, func(a, b *Report) int { return a.When.Compare(b.When) })
	}
	s := &Summary{Busy: Busy(list)}
	total := 0
	for _, r := range list {
		total += r.Total
		s.Reports = append(s.Reports, ReportLine{r.File, r.Process, r.PID, r.When, r.Total, Busy([]*Report{r}), r.Footprint, r.Peak, r.Truncated})
		s.Warnings = append(s.Warnings, r.Warnings...)
	}
	s.Idle = total - s.Busy
	s.Troubles, s.Other = Classify(list)
	s.Symbols = Symbols(list)
	for _, y := range s.Symbols {
		if kinds[len(kinds)-1].symbols.MatchString(y.Name) {
			s.Memory += y.Self
		}
	}
	s.Symbols = s.Symbols[:min(top, len(s.Symbols))]
	for _, h := range Hottest(list, top) {
		l := StackLine{Samples: h.Self}
		for _, n := range h.Frames {
			l.Frames = append(l.Frames, n.Symbol)
		}
		s.Stacks = append(s.Stacks, l)
	}
	return s
}

func mega(n int64) string {
	if n < 0 {
		return "-"
	}
	return fmt.Sprintf("%.1fM", float64(n)/(1<<20))
}

func share(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(n)/float64(of))
}

// Print writes the summary as text.
func (s *Summary) Print(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintf(w, "report\tprocess\tsamples\tbusy\tfootprint\tpeak\t\n")
	most := int64(1)
	for _, r := range s.Reports {
		most = max(most, r.Footprint)
	}
	for _, r := range s.Reports {
		name := r.Process
		if r.PID > 0 {
			name += fmt.Sprintf(" (%d)", r.PID)
		}
		bar := ""
		if len(s.Reports) > 1 && r.Footprint > 0 {
			bar = strings.Repeat("#", int(max(1, 30*r.Footprint/most)))
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%s\t%s\t%s\n", r.File, name, r.Samples, r.Busy, mega(r.Footprint), mega(r.Peak), bar)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(out, "\nwhat the compiler was busy with: %d samples (%d more of waiting threads)\n", s.Busy, s.Idle)
	for _, t := range s.Troubles {
		fmt.Fprintf(out, "%6s  %s\n", share(t.Samples, s.Busy), t.Name)
		for _, e := range t.Evidence[:min(3, len(t.Evidence))] {
			fmt.Fprintf(out, "        %6d  %s  (%s)\n", e.Samples, e.Symbol, e.At)
		}
	}
	fmt.Fprintf(out, "%6s  none of these\n", share(s.Other, s.Busy))
	if s.Memory > 0 {
		fmt.Fprintf(out, "%6s of all samples end in the management of memory, for whichever of these\n", share(s.Memory, s.Busy))
	}
	if n := len(s.Reports); n > 1 && s.Reports[0].Footprint > 0 && s.Reports[n-1].Footprint > 0 {
		a, b := s.Reports[0].Footprint, s.Reports[n-1].Footprint
		fmt.Fprintf(out, "the footprint went from %s to %s, %.2f-fold\n", mega(a), mega(b), float64(b)/float64(a))
	}
	if len(s.Troubles) > 0 && s.Troubles[0].Samples > 0 {
		fmt.Fprintf(out, "\nwhat to change in the kernel\n")
		for _, t := range s.Troubles {
			if t.Share >= 0.1 {
				fmt.Fprintf(out, "  %s: %s\n", t.Name, t.Change)
			}
		}
	}
	w = tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintf(w, "\nself\ttotal\tsymbol\n")
	for _, y := range s.Symbols {
		in := ""
		if y.Image != "" {
			in = "  (in " + y.Image + ")"
		}
		fmt.Fprintf(w, "%s\t%s\t%s%s\n", share(y.Self, s.Busy), share(y.Total, s.Busy), y.Name, in)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(out, "\nhottest stacks, innermost frame last\n")
	for _, h := range s.Stacks {
		f := h.Frames
		if len(f) > 8 {
			f = append([]string{fmt.Sprintf("(%d frames)", len(f)-7)}, f[len(f)-7:]...)
		}
		fmt.Fprintf(out, "%6s  %s\n", share(h.Samples, s.Busy), strings.Join(f, " > "))
	}
	for _, m := range s.Warnings {
		if _, err := fmt.Fprintf(out, "warning: %s\n", m); err != nil {
			return err
		}
	}
	return nil
}
