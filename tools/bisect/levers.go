package bisect

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/tools/flow"
)

// Lever is an option of lowering or emission, with another setting than the one at hand.
type Lever struct {
	Name string // as on the command line, with its new value
	Pass string // that it steers
	Back bool   // takes back what somebody asked for: such levers are tried first
	// set gives the option its other value; false when it has that already.
	set func(o *flow.Options) bool
}

func flip[T comparable](at *T, to T) bool {
	if *at == to {
		return false
	}
	*at = to
	return true
}

// Levers lists what can be turned. Semantics stay but for --two-state.
var Levers = []Lever{
	{"--share=0", "emit/shapes", true, func(o *flow.Options) bool {
		return o.Emit.ShareMin != emit.DefaultShareMin && flip(&o.Emit.ShareMin, 0)
	}},
	{"--share=2", "emit/shapes", false, func(o *flow.Options) bool { return flip(&o.Emit.ShareMin, 2) }},
	{"--share=-1", "emit/shapes", false, func(o *flow.Options) bool { return o.Emit.ShareMin >= 0 && flip(&o.Emit.ShareMin, -1) }},
	{"--log-all=false", "emit/tables", true, func(o *flow.Options) bool { return flip(&o.Emit.LogAll, false) }},
	{"--log-all", "emit/tables", false, func(o *flow.Options) bool { return flip(&o.Emit.LogAll, true) }},
	{"--eval-all=false", "emit/tables", true, func(o *flow.Options) bool { return flip(&o.Emit.EvalAll, false) }},
	{"--eval-all", "emit/tables", false, func(o *flow.Options) bool { return flip(&o.Emit.EvalAll, true) }},
	{"--kernel-limit=0", "emit/dispatch", true, func(o *flow.Options) bool { return flip(&o.Emit.KernelLimit, 0) }},
	{"--kernel-limit", "emit/dispatch", false, func(o *flow.Options) bool {
		return o.Emit.KernelLimit == 0 && flip(&o.Emit.KernelLimit, emit.DefaultKernelLimit)
	}},
	{"no aliases", "lower/alias", false, func(o *flow.Options) bool { return flip(&o.Lower.NoAlias, true) }},
	{"segments a quarter as long", "lower/bodies", false, func(o *flow.Options) bool { return flip(&o.Lower.SegmentCost, 200) }},
	{"segments four times as long", "lower/bodies", false, func(o *flow.Options) bool { return flip(&o.Lower.SegmentCost, 3200) }},
	{"all signals can be traced", "lower/layout", false, func(o *flow.Options) bool { return flip(&o.Lower.TraceAll, true) }},
	{"no trace of all signals", "lower/layout", true, func(o *flow.Options) bool { return flip(&o.Lower.TraceAll, false) }},
	{"--two-state", "lower", false, func(o *flow.Options) bool { return flip(&o.Lower.TwoState, true) }},
	{"-gno-specify", "elaborate", true, func(o *flow.Options) bool { return flip(&o.Elab.Specify, false) }},
	{"--form=table", "emit", true, func(o *flow.Options) bool { return o.Form != "" && flip(&o.Form, flow.FormTable) }},
	{"--form=vm", "emit", false, func(o *flow.Options) bool { return flip(&o.Form, flow.FormVM) }},
}

// Turn is what one lever does.
type Turn struct {
	Lever    string  `json:"lever"`
	Pass     string  `json:"pass"`
	Value    float64 `json:"value"`
	Function string  `json:"function,omitempty"` // that moved most
	Error    string  `json:"error,omitempty"`    // the design does not compile so
	text     string
}

// Turned is what the levers do to a design.
type Turned struct {
	Metric string  `json:"metric"`
	Value  float64 `json:"value"` // with the options as they were given
	Bound  float64 `json:"bound"`
	Turns  []Turn  `json:"turns"` // the one that helps most first
	// Enough are the levers that together bring the metric to the bound; none when they cannot.
	Enough []string     `json:"enough,omitempty"`
	After  float64      `json:"after"` // with those
	Why    *Explanation `json:"explanation,omitempty"`
}

// TurnLevers finds which lever makes the metric of a design worse than the bound: it turns each alone, then adds the one that helps
// most, of those first that take back what was asked for, until the metric is within the bound.
func TurnLevers(ctx context.Context, o flow.Options, m Metric, bound float64, log io.Writer) (*Turned, error) {
	compile := func(o flow.Options) (string, error) {
		o.Trace = nil
		o.Warnings = append(slices.Clone(o.Warnings), "none")
		b, err := flow.Compile(o, flow.ToKernel)
		if errors.Is(err, flow.ErrDiagnostics) {
			var said strings.Builder
			b.Diags.Print(&said)
			return "", errors.New(strings.TrimSpace(said.String()))
		}
		if err != nil {
			return "", err
		}
		return b.Kernel.Text, nil
	}
	value := func(text string) (float64, error) {
		v, err := m.Of(ctx, "kernel.metal", text, 3)
		return Summarize(v).Mean, err
	}
	base, err := compile(o)
	if err != nil {
		return nil, err
	}
	t := &Turned{Metric: m.String(), Bound: bound}
	if t.Value, err = value(base); err != nil {
		return nil, err
	}
	fmt.Fprintf(log, "%s is %s as it is\n", m, number(t.Value))
	t.After = t.Value
	now, text := o, base
	var used []string
	for round := 0; round < len(Levers); round++ {
		best, last := -1, t.After
		back := false
		for i, l := range Levers {
			try := now
			if ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
			if slices.Contains(used, l.Name) || !l.set(&try) {
				continue
			}
			turn := Turn{Lever: l.Name, Pass: l.Pass}
			turn.text, err = compile(try)
			if err == nil {
				turn.Value, err = value(turn.text)
			}
			if err != nil {
				turn.Error = err.Error()
			} else if c := culprit(cost.Read("kernel.metal", turn.text).Report(), cost.Read("kernel.metal", text).Report(), cost.Compare(cost.Read("kernel.metal", turn.text).Report(), cost.Read("kernel.metal", text).Report()), m); c != nil {
				turn.Function = c.Function
			}
			if round == 0 {
				t.Turns = append(t.Turns, turn)
				fmt.Fprintf(log, "  %s: %s\n", l.Name, orElse(turn.Error, number(turn.Value)))
			}
			if err == nil && turn.Value < t.After && (l.Back && !back || l.Back == back && turn.Value < last) {
				best, last, back = i, turn.Value, l.Back
			}
		}
		if t.After <= bound || best < 0 {
			break
		}
		Levers[best].set(&now)
		if text, err = compile(now); err != nil {
			return nil, err
		}
		t.After = last
		used = append(used, Levers[best].Name)
		if t.After <= bound {
			break
		}
	}
	slices.SortStableFunc(t.Turns, func(a, b Turn) int {
		switch {
		case (a.Error == "") != (b.Error == ""):
			if a.Error == "" {
				return -1
			}
			return 1
		case a.Value < b.Value:
			return -1
		case a.Value > b.Value:
			return 1
		}
		return 0
	})
	if t.After <= bound && len(used) > 0 {
		t.Enough = used
		t.Why = Explain(text, base, m)
	}
	return t, nil
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Print writes what the levers do as text.
func (t *Turned) Print(w io.Writer) error {
	fmt.Fprintf(w, "%s is %s, the bound %s\n\n", t.Metric, number(t.Value), number(t.Bound))
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprintf(tw, "value\tchange\tlever\tpass\tfunction that moves most\n")
	for _, x := range t.Turns {
		if x.Error != "" {
			fmt.Fprintf(tw, "-\t-\t%s\t%s\t%s\n", x.Lever, x.Pass, x.Error)
			continue
		}
		change := "-"
		if t.Value != 0 {
			change = fmt.Sprintf("%+.1f%%", 100*(x.Value-t.Value)/t.Value)
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\t%s\n", number(x.Value), change, x.Lever, x.Pass, x.Function)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	switch {
	case t.Value <= t.Bound:
		fmt.Fprintf(w, "\nit is within the bound as it is\n")
	case len(t.Enough) == 0:
		fmt.Fprintf(w, "\nno lever, and not all of them, brings it within the bound: the design or the emitter itself is over it\n")
	default:
		fmt.Fprintf(w, "\n%s: %s, within the bound. What it costs without:\n\n", strings.Join(t.Enough, " and "), number(t.After))
		return t.Why.Print(w)
	}
	return nil
}
