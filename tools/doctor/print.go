package doctor

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// Text is a Listener that prints a report as it becomes known.
type Text struct{ W io.Writer }

func (p Text) row(name, format string, args ...any) {
	text := strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", "\n"+strings.Repeat(" ", 14))
	fmt.Fprintf(p.W, "%-13s %s\n", name, text)
}

func size(n uint64) string {
	switch {
	case n >= 10<<30:
		return fmt.Sprintf("%d GiB", n>>30)
	case n >= 1<<20:
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d KiB", n>>10)
}

// System implements Listener.
func (p Text) System(r *Report) {
	s := &r.System
	p.row("gpga", "%s, %s, %s", r.Gpga, s.Platform, s.Go)
	build := s.Build
	if build != "" {
		build = " (" + build + ")"
	}
	p.row("system", "%s%s", s.OS, build)
	text := fmt.Sprintf("%d to use", s.Processors)
	if s.Processor != "" {
		text = fmt.Sprintf("%s, %s", s.Processor, text)
	}
	if s.Memory != 0 {
		text += ", " + size(s.Memory) + " of memory"
	}
	p.row("processors", "%s", text)
}

// Metal implements Listener.
func (p Text) Metal(r *Report) {
	m := &r.Metal
	if !m.Present {
		p.row("metal", "no: %s", m.Why)
	} else if m.Language != "" {
		p.row("metal", "yes, with the language up to MSL %s", m.Language)
	} else {
		p.row("metal", "yes")
	}
	for _, d := range m.Devices {
		kind := d.Kind
		if d.Default {
			kind = append([]string{"taken by --engine=metal"}, kind...)
		}
		text := d.Name
		if len(kind) > 0 {
			text += " (" + strings.Join(kind, ", ") + ")"
		}
		p.row("  device", "%s", text)
		p.row("    families", "%s", strings.Join(d.Families, ", "))
		memory := []string{"buffers to " + size(d.MaxBuffer)}
		if d.WorkingSet != 0 {
			memory = append(memory, "working set "+size(d.WorkingSet))
		}
		if d.Group != 0 {
			memory = append(memory, "threadgroup "+size(d.Group))
		}
		if d.Unified {
			memory = append(memory, "unified")
		}
		p.row("    memory", "%s", strings.Join(memory, ", "))
	}
	switch t := m.Table; {
	case t == nil:
	case t.Error != "":
		p.row("  selectors", "WRONG: %s", t.Error)
	default:
		p.row("  selectors", "%d methods are what gpga's table says", t.Found)
	}
}

// Archive implements Listener.
func (p Text) Archive(r *Report) {
	a := r.Archive
	if a == nil {
		return
	}
	if a.Dir == "" {
		p.row("archive", "none: %s", a.Why)
		return
	}
	text := a.Dir
	if a.Exists {
		entries := fmt.Sprintf("%d entries", a.Entries)
		if a.Entries == 1 {
			entries = "1 entry"
		}
		text += fmt.Sprintf(": %s, %s of %s", entries, size(uint64(a.Bytes)), size(uint64(a.Size)))
	} else {
		text += " is not made yet"
	}
	if a.Unusable > 0 {
		text += fmt.Sprintf(", %d unusable", a.Unusable)
	}
	if a.Why != "" {
		text += "; not in use: " + a.Why
	}
	p.row("archive", "%s", text)
}

// Tools implements Listener.
func (p Text) Tools(r *Report) {
	fmt.Fprintln(p.W, "tools")
	w := tabwriter.NewWriter(p.W, 14, 8, 1, ' ', 0)
	for _, t := range r.Tools {
		says := t.Version
		switch {
		case t.Path == "":
			says = "not found"
		case t.Error != "":
			says = t.Error
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t(%s)\n", t.Name, says, t.Path, t.For)
	}
	w.Flush()
}

// Trying implements Listener.
func (p Text) Trying(t Test) { fmt.Fprintf(p.W, "self-test     %-24s", t.Name()) }

// Tried implements Listener.
func (p Text) Tried(t Test) {
	switch {
	case t.Missing != "":
		fmt.Fprintf(p.W, "not here: %s\n", t.Missing)
		return
	case t.Error != "":
		fmt.Fprintf(p.W, "FAILED: %s\n", t.Error)
		return
	}
	fmt.Fprintf(p.W, "ok %9.3f s", t.Seconds)
	if t.Dispatches > 0 {
		fmt.Fprintf(p.W, ", %.3f s of it in Metal's compiler, %d dispatches, the longest %.3f ms", t.Compile, t.Dispatches, 1000*t.Longest)
	}
	fmt.Fprintln(p.W)
}

// End prints what comes of a whole report.
func (p Text) End(r *Report) {
	if len(r.Problems) == 0 {
		fmt.Fprintln(p.W, "all is well")
		return
	}
	n := "1 problem"
	if len(r.Problems) > 1 {
		n = fmt.Sprintf("%d problems", len(r.Problems))
	}
	fmt.Fprintln(p.W, n+":")
	for _, t := range r.Problems {
		fmt.Fprintf(p.W, "  %s\n", strings.ReplaceAll(t, "\n", "\n    "))
	}
}
