package bisect

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/msl"
)

// Explanation says what moved between two texts and because of what.
type Explanation struct {
	Function  string `json:"function"`         // that moved most
	Line      int    `json:"line,omitempty"`   // of the new text; of the old where the function is gone
	Origin    string `json:"origin,omitempty"` // the Verilog that it was made of, where the text says so
	Construct string `json:"construct"`        // what it is that makes it dear
	Trouble   string `json:"trouble,omitempty"`
	Advice    string `json:"advice,omitempty"`

	Features []cost.Change    `json:"features"` // of the whole text
	Parts    []cost.PartDelta `json:"functions"`
	Warnings []string         `json:"warnings,omitempty"` // what of the texts is outside the subset
}

// Explain compares two texts, of which the new one is worse in m.
func Explain(old, new string, m Metric) *Explanation {
	before, after := cost.Read("kernel.metal", old), cost.Read("kernel.metal", new)
	was, is := before.Report(), after.Report()
	d := cost.Compare(was, is)
	x := &Explanation{Features: d.Features, Parts: d.Parts, Warnings: slices.Concat(was.Warnings, is.Warnings)}
	oldUnit, newUnit := load(old), load(new)
	c := culprit(was, is, d, m)
	if c == nil {
		x.Construct = "no function of the text moved"
		if len(d.Features) > 0 {
			x.Construct += ": what did is outside of functions"
		}
		return x
	}
	x.Function = c.Function
	text, r := new, is
	if c.State == "gone" {
		text, r = old, was
	}
	for i := range r.Functions {
		if r.Functions[i].Name == c.Function {
			x.Line = r.Functions[i].Line
		}
	}
	if c.Origin != nil {
		x.Origin = c.Origin.String()
	} else {
		x.Origin = commentBefore(text, x.Line)
	}
	x.Construct, x.Trouble = reason(c, was, is, find(oldUnit, c.Function), find(newUnit, c.Function), oldUnit, newUnit)
	for _, t := range is.Troubles {
		if t.Name == x.Trouble {
			x.Advice = t.Advice
		}
	}
	return x
}

// load gives the checked tree of a text, nil when it has something outside the subset.
func load(text string) *msl.Unit {
	u, errs := msl.Load("kernel.metal", []byte(text))
	if len(errs) > 0 {
		return nil
	}
	return u
}

func find(u *msl.Unit, name string) *msl.Func {
	if u == nil {
		return nil
	}
	return u.Lookup(name)
}

var commentRE = regexp.MustCompile(`/\*\s*(.*?)\s*\*/\s*$`)

// commentBefore is the comment that ends in the line before the given one, or in that line before the function: emitted text says
// there which Verilog a function was made of.
func commentBefore(text string, line int) string {
	lines := strings.Split(text, "\n")
	for i := line - 2; i >= 0 && i >= line-4 && i < len(lines); i-- {
		if m := commentRE.FindStringSubmatch(lines[i]); m != nil {
			return m[1]
		}
		if strings.ContainsAny(lines[i], "};") {
			break
		}
	}
	return ""
}

// culprit chooses the function to blame: the one of which what is compiled (its own text, times its copies) moved most in
// what the metric counts. Functions that only call it moved because of it.
func culprit(was, is *cost.Report, d *cost.Delta, m Metric) *cost.PartDelta {
	own := func(r *cost.Report, name string) float64 {
		for i := range r.Functions {
			if f := &r.Functions[i]; f.Name == name {
				if v, ok := f.Counts.Features()[strings.TrimPrefix(m.Name, "expanded_")]; ok && m.Name != "tokens" && m.Name != "bytes" {
					return f.Copies * v
				}
				return f.Copies * f.Cost
			}
		}
		return 0
	}
	var best *cost.PartDelta
	most := 0.0
	for i := range d.Parts {
		p := &d.Parts[i]
		moved := own(is, p.Function) - own(was, p.Function)
		if m.Function != "" && p.Function == m.Function {
			return p
		}
		if moved > most {
			best, most = p, moved
		}
	}
	if best == nil && len(d.Parts) > 0 {
		best = &d.Parts[0]
	}
	return best
}

// reason says in a sentence what made a function dearer, and which of the five troubles that is. Trees are nil where there are
// none: then the features alone speak.
func reason(c *cost.PartDelta, was, is *cost.Report, old, new *msl.Func, oldUnit, newUnit *msl.Unit) (sentence, trouble string) {
	of := func(name string) (from, to float64) {
		for _, w := range c.Why {
			if w.Name == name {
				return w.From, w.To
			}
		}
		return 0, 0
	}
	line := func(u *msl.Unit, p msl.Pos) int { l, _ := u.Line(p); return l }
	fromCopies, toCopies := of("copies")
	if c.State == "changed" && old != nil && new != nil && old.NoInline && !new.NoInline || toCopies > fromCopies && fromCopies > 0 && c.State == "changed" {
		calls, callers := callsOf(newUnit, c.Function)
		s := fmt.Sprintf("the helper %s is inlined now: it stands in the kernel %s times instead of %s", c.Function, number(toCopies), number(fromCopies))
		if old != nil && new != nil && old.NoInline && !new.NoInline {
			s = fmt.Sprintf("the helper %s is no longer noinline: its body is cloned into %d calls", c.Function, calls)
		}
		if len(callers) > 0 {
			s += " (in " + strings.Join(callers[:min(4, len(callers))], ", ") + ")"
		}
		return s, cost.TroubleCloning
	}
	// A function that is gone, whose callers grew: its body stands in them.
	for i := range was.Functions {
		g := &was.Functions[i]
		if newUnit != nil && oldUnit != nil && newUnit.Lookup(g.Name) == nil && c.State == "changed" && old != nil && g.Name != c.Function {
			if n := callsIn(old, g.Name); n > 0 {
				return fmt.Sprintf("the helper %s is gone: its body stands in %s, which called it %d times", g.Name, c.Function, n), cost.TroubleCloning
			}
		}
	}
	if new != nil {
		run := longestRun(new)
		loopsFrom, loopsTo := of("loops")
		if run.times >= 3 && (old == nil || longestRun(old).times*2 <= run.times) {
			at := line(newUnit, run.at)
			if loopsTo < loopsFrom {
				return fmt.Sprintf("a loop is unrolled: the same %s stand %d times in a row from line %d on", run.what(), run.times, at), cost.TroubleCloning
			}
			if lad := longestLadder(new); len(lad.held) == 0 || old != nil && len(longestLadder(old).held) >= len(lad.held) {
				return fmt.Sprintf("the same %s stand %d times in a row from line %d on", run.what(), run.times, at), cost.TroubleCloning
			}
		}
		phiFrom, phiTo := of("phi")
		lad := longestLadder(new)
		heldBefore := 0
		if old != nil {
			heldBefore = len(longestLadder(old).held)
		}
		if phiTo > phiFrom && lad.arms > 1 && len(lad.held) > heldBefore {
			return fmt.Sprintf("%d locals (%s) are held across a ladder of %d branches at line %d: each of them needs a PHI at each merge", len(lad.held), some(lad.held), lad.arms, line(newUnit, lad.at)), cost.TroublePhi
		}
		if from, to := of("unrolled"); to > 1.5*from && from > 0 {
			return "a short loop has a known count now, so that a compiler unrolls it", cost.TroubleCloning
		}
		if from, to := of("merges"); to > from && lad.arms > 1 {
			return fmt.Sprintf("more branches: the longest ladder has %d arms, at line %d", lad.arms, line(newUnit, lad.at)), cost.TroubleCFG
		}
	}
	for _, k := range []struct{ feature, say, trouble string }{
		{"phi", "more values live across merges", cost.TroublePhi}, {"merges", "more branches and merges", cost.TroubleCFG},
		{"repeats", "more repeated blocks", cost.TroubleCloning}, {"locals", "more named values", cost.TroubleSymbols}, {"tokens", "more code", cost.TroubleFootprint},
	} {
		if from, to := of(k.feature); to > from {
			verb := c.State
			if verb == "changed" {
				verb = "has"
			} else {
				verb = "is " + verb + ", with"
			}
			return fmt.Sprintf("%s %s %s: %s %s, before %s", c.Function, verb, k.say, number(to), k.feature, number(from)), k.trouble
		}
	}
	return fmt.Sprintf("%s %s", c.Function, c.State), ""
}

// some joins names, the first few.
func some(names []string) string {
	if len(names) <= 4 {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:4], ", ") + ", ..."
}

// callsOf counts the calls of a function in a unit, and lists who calls.
func callsOf(u *msl.Unit, name string) (n int, callers []string) {
	if u == nil {
		return 0, nil
	}
	for _, f := range u.Funcs {
		if k := callsIn(f, name); k > 0 {
			n += k
			callers = append(callers, f.Name)
		}
	}
	return n, callers
}

func callsIn(f *msl.Func, name string) int {
	n := 0
	msl.WalkStmt(f.Body, func(e *msl.Expr) {
		if e.Kind == msl.ECall && e.Func != nil && e.Func.Name == name {
			n++
		}
	})
	return n
}

// Print writes the explanation as text.
func (x *Explanation) Print(w io.Writer) error {
	if x.Function != "" {
		fmt.Fprintf(w, "function  %s", x.Function)
		if x.Line > 0 {
			fmt.Fprintf(w, ", line %d of the kernel", x.Line)
		}
		fmt.Fprintln(w)
	}
	if x.Origin != "" {
		fmt.Fprintf(w, "made of   %s\n", x.Origin)
	}
	fmt.Fprintf(w, "construct %s\n", x.Construct)
	if x.Trouble != "" {
		fmt.Fprintf(w, "trouble   %s: %s\n", x.Trouble, x.Advice)
	}
	if len(x.Features) > 0 {
		t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintf(t, "\nbefore\tafter\t  feature\n")
		for _, c := range x.Features {
			fmt.Fprintf(t, "%s\t%s\t  %s\n", number(c.From), number(c.To), c.Name)
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	if len(x.Parts) > 0 {
		t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintf(t, "\nbefore\tafter\t  cost of its own text, times its copies\n")
		for _, p := range x.Parts[:min(8, len(x.Parts))] {
			fmt.Fprintf(t, "%s\t%s\t  %s (%s)\n", number(p.From), number(p.To), p.Function, p.State)
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	for _, m := range x.Warnings[:min(5, len(x.Warnings))] {
		if _, err := fmt.Fprintf(w, "warning: %s\n", m); err != nil {
			return err
		}
	}
	return nil
}
