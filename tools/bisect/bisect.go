package bisect

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Source says how a source tree becomes a kernel's text, or a number. Command lines run under sh; $GPGA is the program that Build
// makes, $TREE the tree.
type Source struct {
	Build string // run in the tree; "": nothing is built
	Emit  string // prints the kernel's text
	Run   string // prints a number, in place of Emit and a metric
	Dir   string // where Emit runs; Run runs in the tree
	// Timeout bounds each command; a commit that takes longer is skipped. 0: no bound.
	Timeout time.Duration
}

// Options say what to look for.
type Options struct {
	Source
	Repo       string // a directory in the repository
	Good, Bad  string // commits
	Metric     Metric
	Bound      *float64 // what is above it is bad; nil: the middle between what the good and the bad commit have
	Repeats    int      // of noisy measurements; 0: five
	MaxRepeats int      // where the verdict is not clear; 0: four times Repeats
	Sigmas     float64  // how far from the bound a mean must be, in its own standard deviations; 0: three
	Dirty      bool     // changes that no commit has are no obstacle
	Fresh      bool     // forget what an earlier run measured
	Log        io.Writer
}

// Result is what was found.
type Result struct {
	Metric   string       `json:"metric"`
	Bound    float64      `json:"bound"`
	Commits  int          `json:"commits"`  // in the range, the good one not counted
	Measured int          `json:"measured"` // in this run
	Resumed  int          `json:"resumed"`  // known from an earlier one
	Good     Commit       `json:"last_good"`
	Bad      Commit       `json:"culprit"`                // the first bad one
	Suspects []Commit     `json:"suspects,omitempty"`     // skipped ones before it, any of which may be the culprit
	Skipped  []Commit     `json:"skipped,omitempty"`      // all that could not be judged
	Reasons  []string     `json:"skip_reasons,omitempty"` // of Skipped
	Before   Stat         `json:"before"`
	After    Stat         `json:"after"`
	Unclear  []string     `json:"unclear,omitempty"` // commits whose figure stayed within the noise
	Why      *Explanation `json:"explanation,omitempty"`
}

// ErrEnds says that the range has no good or no bad end.
var ErrEnds = errors.New("the range has nothing to find")

type finder struct {
	o       Options
	repo    *repo
	st      *state
	list    []Commit
	bound   float64
	sigma   float64 // of one measurement, from the ends
	res     *Result
	unclear map[string]bool
}

// Find looks for the first bad commit. When ctx ends, it returns its error; what was measured is kept for the next run.
func Find(ctx context.Context, o Options) (res *Result, err error) {
	if o.Repeats <= 0 {
		o.Repeats = 5
	}
	if !o.Metric.Noisy() {
		o.Repeats = 1
	}
	if o.MaxRepeats <= 0 {
		o.MaxRepeats = 4 * o.Repeats
	}
	if o.Sigmas <= 0 {
		o.Sigmas = 3
	}
	if o.Log == nil {
		o.Log = io.Discard
	}
	f := &finder{o: o, unclear: map[string]bool{}}
	if f.repo, err = openRepo(ctx, o.Repo); err != nil {
		return nil, err
	}
	files, err := f.repo.dirty(ctx)
	if err != nil {
		return nil, err
	}
	if len(files) > 0 && !o.Dirty {
		return nil, fmt.Errorf("the work tree has changes that no commit holds (%s): commit them or put them aside, or give --allow-dirty to look at the commits alone", strings.Join(files[:min(3, len(files))], ", "))
	}
	good, err := f.repo.resolve(ctx, o.Good)
	if err != nil {
		return nil, err
	}
	bad, err := f.repo.resolve(ctx, o.Bad)
	if err != nil {
		return nil, err
	}
	if f.list, err = f.repo.history(ctx, good, bad); err != nil {
		return nil, err
	}
	asked := fmt.Sprintf("%s of build %q emit %q run %q in %s, %d repeats", o.Metric, o.Build, o.Emit, o.Run, o.Dir, o.Repeats)
	resumed := 0
	if f.st, resumed, err = openState(f.repo.own, asked, o.Fresh); err != nil {
		return nil, err
	}
	f.res = &Result{Metric: o.Metric.String(), Commits: len(f.list) - 1, Resumed: resumed}
	if err := f.repo.remove(); err != nil {
		return nil, err
	}
	defer func() {
		if rerr := f.repo.remove(); err == nil {
			err = rerr
		}
	}()
	if err := f.ends(ctx); err != nil {
		return nil, err
	}
	if err := f.search(ctx); err != nil {
		return nil, err
	}
	return f.res, nil
}

// measure gives what is known of the commit i, after looking at it when nothing is; at least n values of a noisy metric.
func (f *finder) measure(ctx context.Context, i, n int) (*Verdict, error) {
	c := f.list[i]
	v := f.st.Commits[c.Hash]
	if v != nil && (v.Skip != "" || len(v.Values) >= n || len(v.Values) > 0 && !f.o.Metric.Noisy()) {
		return v, nil
	}
	more := n
	if v != nil {
		more -= len(v.Values)
	} else {
		v = &Verdict{}
	}
	start := time.Now()
	values, text, err := f.look(ctx, c.Hash, more)
	var skip skipError
	switch {
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case errors.As(err, &skip):
		v.Skip = skip.reason
	case err != nil:
		return nil, err
	default:
		v.Values = append(v.Values, values...)
		if text != "" {
			if v.Text, err = f.st.keep(text); err != nil {
				return nil, err
			}
		}
	}
	f.st.Commits[c.Hash] = v
	f.res.Measured++
	said := Summarize(v.Values).String()
	if v.Skip != "" {
		said = "skipped: " + v.Skip
	}
	fmt.Fprintf(f.o.Log, "[%d/%d] %s %.50s: %s (%.1f s)\n", i, len(f.list)-1, c.Short(), c.Subject, said, time.Since(start).Seconds())
	return v, f.st.save()
}

// look builds a commit and measures it n times.
func (f *finder) look(ctx context.Context, commit string, n int) ([]float64, string, error) {
	if err := f.repo.checkout(ctx, commit); err != nil {
		return nil, "", err
	}
	bin := filepath.Join(f.repo.own, "bin")
	defer os.RemoveAll(bin)
	return f.o.Source.values(ctx, f.repo.tree(), bin, f.o.Metric, n)
}

// values builds the tree and measures it n times. Errors of its commands are reasons to skip it.
func (s *Source) values(ctx context.Context, tree, bin string, m Metric, n int) ([]float64, string, error) {
	env := []string{"GPGA=" + filepath.Join(bin, "gpga"), "TREE=" + tree}
	dir := s.Dir
	if dir == "" {
		dir = tree
	}
	skip := func(what string, err error) error {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		return skipError{what + ": " + err.Error()}
	}
	if s.Build != "" {
		if err := os.MkdirAll(bin, 0o755); err != nil {
			return nil, "", err
		}
		if _, err := shell(ctx, tree, env, s.Build, s.Timeout); err != nil {
			return nil, "", skip("it does not build", err)
		}
	}
	if s.Run != "" {
		var values []float64
		for range n {
			out, err := shell(ctx, tree, env, s.Run, s.Timeout)
			if err != nil {
				return nil, "", skip("it does not run", err)
			}
			v, err := numberIn(out)
			if err != nil {
				return nil, "", skip("it cannot be measured", err)
			}
			values = append(values, v)
		}
		return values, "", nil
	}
	text, err := shell(ctx, dir, env, s.Emit, s.Timeout)
	if err != nil {
		return nil, "", skip("it emits no kernel", err)
	}
	if strings.TrimSpace(text) == "" {
		return nil, "", skipError{"it emits nothing"}
	}
	values, err := m.Of(ctx, "kernel.metal", text, n)
	if err != nil {
		return nil, "", skip("it cannot be measured", err)
	}
	return values, text, nil
}

// ends measures both ends and sets the bound.
func (f *finder) ends(ctx context.Context) error {
	last := len(f.list) - 1
	g, err := f.measure(ctx, 0, f.o.Repeats)
	if err != nil {
		return err
	}
	b, err := f.measure(ctx, last, f.o.Repeats)
	if err != nil {
		return err
	}
	if g.Skip != "" || b.Skip != "" {
		which, v := f.list[0], g
		if g.Skip == "" {
			which, v = f.list[last], b
		}
		return fmt.Errorf("%w: the end %s cannot be judged: %s", ErrEnds, which.Short(), v.Skip)
	}
	good, bad := Summarize(g.Values), Summarize(b.Values)
	f.sigma = math.Sqrt((good.Sigma*good.Sigma + bad.Sigma*bad.Sigma) / 2)
	noise := math.Hypot(good.Error(), bad.Error())
	if f.o.Bound != nil {
		f.bound = *f.o.Bound
		if good.Mean > f.bound {
			return fmt.Errorf("%w: the good commit %s has %s, above the bound of %s", ErrEnds, f.list[0].Short(), good, number(f.bound))
		}
		if bad.Mean <= f.bound {
			return fmt.Errorf("%w: the bad commit %s has %s, not above the bound of %s", ErrEnds, f.list[last].Short(), bad, number(f.bound))
		}
	} else {
		f.bound = (good.Mean + bad.Mean) / 2
		if bad.Mean <= good.Mean {
			return fmt.Errorf("%w: the bad commit has %s, the good one %s: it is not worse", ErrEnds, bad, good)
		}
		if bad.Mean-good.Mean < f.o.Sigmas*noise {
			return fmt.Errorf("%w: the bad commit has %s, the good one %s: they are less than %g sigmas apart; more repeats (-n) would tell finer", ErrEnds, bad, good, f.o.Sigmas)
		}
	}
	f.res.Bound = f.bound
	fmt.Fprintf(f.o.Log, "%s: %s at the good end, %s at the bad one; above %s is bad\n", f.o.Metric, good, bad, number(f.bound))
	return nil
}

// judge tells whether commit i is bad; skipped when that cannot be told.
func (f *finder) judge(ctx context.Context, i int) (bad, skipped bool, err error) {
	for n := f.o.Repeats; ; n *= 2 {
		n = min(n, f.o.MaxRepeats)
		v, err := f.measure(ctx, i, n)
		if err != nil || v.Skip != "" {
			return false, true, err
		}
		s := Summarize(v.Values)
		far := math.Abs(s.Mean - f.bound)
		noise := max(s.Sigma, f.sigma) / math.Sqrt(float64(s.N))
		if far >= f.o.Sigmas*noise || !f.o.Metric.Noisy() {
			return s.Mean > f.bound, false, nil
		}
		if n == f.o.MaxRepeats {
			f.unclear[f.list[i].Hash] = true
			return s.Mean > f.bound, false, nil
		}
	}
}

// search halves the range.
func (f *finder) search(ctx context.Context) error {
	lo, hi := 0, len(f.list)-1 // good, bad
	skipped := map[int]bool{}
	for {
		var open []int // commits that can still be asked
		for i := lo + 1; i < hi; i++ {
			if !skipped[i] {
				open = append(open, i)
			}
		}
		if len(open) == 0 {
			break
		}
		// The one nearest to the middle; of two equally near ones the earlier.
		mid := (lo + hi) / 2
		best := slices.MinFunc(open, func(a, b int) int { return abs(a-mid) - abs(b-mid) })
		bad, skip, err := f.judge(ctx, best)
		switch {
		case err != nil:
			return err
		case skip:
			skipped[best] = true
		case bad:
			hi = best
		default:
			lo = best
		}
	}
	r := f.res
	r.Good, r.Bad = f.list[lo], f.list[hi]
	for i := lo + 1; i < hi; i++ {
		r.Suspects = append(r.Suspects, f.list[i])
	}
	for i, c := range f.list {
		if skipped[i] {
			r.Skipped = append(r.Skipped, c)
			r.Reasons = append(r.Reasons, f.st.Commits[c.Hash].Skip)
		}
		if f.unclear[c.Hash] {
			r.Unclear = append(r.Unclear, c.Short())
		}
	}
	before, after := f.st.Commits[r.Good.Hash], f.st.Commits[r.Bad.Hash]
	r.Before, r.After = Summarize(before.Values), Summarize(after.Values)
	if before.Text == "" || after.Text == "" {
		return nil
	}
	old, err := f.st.text(before.Text)
	if err != nil {
		return err
	}
	new, err := f.st.text(after.Text)
	if err != nil {
		return err
	}
	r.Why = Explain(old, new, f.o.Metric)
	return nil
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// Print writes the result as text.
func (r *Result) Print(w io.Writer) error {
	if len(r.Suspects) == 0 {
		fmt.Fprintf(w, "%s is the first bad commit: %s went from %s to %s\n", r.Bad.Short(), r.Metric, r.Before, r.After)
	} else {
		fmt.Fprintf(w, "%s is the first commit that was seen bad, but %d commits before it could not be judged: any of them may be the culprit\n%s went from %s to %s\n", r.Bad.Short(), len(r.Suspects), r.Metric, r.Before, r.After)
	}
	fmt.Fprintf(w, "  commit  %s\n  author  %s\n  date    %s\n  subject %s\n", r.Bad.Hash, r.Bad.Author, r.Bad.Date, r.Bad.Subject)
	for _, c := range r.Suspects {
		fmt.Fprintf(w, "  suspect %s %s\n", c.Short(), c.Subject)
	}
	fmt.Fprintf(w, "%d commits in the range, %d looked at now, %d known from before, %d skipped; above %s is bad\n", r.Commits, r.Measured, r.Resumed, len(r.Skipped), number(r.Bound))
	for i, c := range r.Skipped {
		fmt.Fprintf(w, "  skipped %s: %s\n", c.Short(), r.Reasons[i])
	}
	for _, c := range r.Unclear {
		fmt.Fprintf(w, "  %s stayed within the noise of the bound: its verdict is a guess\n", c)
	}
	if r.Why == nil {
		return nil
	}
	fmt.Fprintln(w)
	return r.Why.Print(w)
}

// Step measures the tree at dir and gives the exit status that git bisect run wants: 0 for good, 1 for bad, Skip when it cannot be
// judged.
func Step(ctx context.Context, s Source, m Metric, tree string, bound float64, repeats int, log io.Writer) (int, error) {
	bin, err := os.MkdirTemp("", "gpga-bisect-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(bin)
	if !m.Noisy() {
		repeats = 1
	}
	values, _, err := s.values(ctx, tree, bin, m, max(1, repeats))
	var skip skipError
	switch {
	case errors.As(err, &skip):
		fmt.Fprintf(log, "skip: %s\n", skip.reason)
		return Skip, nil
	case err != nil:
		return 0, err
	}
	v := Summarize(values)
	if v.Mean > bound {
		fmt.Fprintf(log, "bad: %s is %s, above %s\n", m, v, number(bound))
		return 1, nil
	}
	fmt.Fprintf(log, "good: %s is %s, not above %s\n", m, v, number(bound))
	return 0, nil
}
