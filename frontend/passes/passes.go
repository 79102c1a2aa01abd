package passes

import "io"

// IR is what a pass reads or writes.
type IR struct {
	Kind string                // what it is, as --dump-ir-before and -after call it in a dump's head: "ast", "program"
	Unit string                // what Size counts: "bytes", "instructions"
	Size func() int            // nil: not known
	Dump func(io.Writer) error // as text for people; nil: there is none
}

// Pass is one step of a stage. Its full name is that of the passes it stands in and its own, joined by slashes.
type Pass struct {
	Name    string
	In, Out *IR // nil: the pass has none of its own
}

// Runner watches passes.
type Runner interface {
	// Begin comes before a pass, End after it.
	Begin(p Pass)
	End()
	// At tells which construct the pass that began last works on from now on. It is cheap: where is called only when
	// somebody asks.
	At(where func() string)
}

// Run runs f as the pass p.
func Run(r Runner, p Pass, f func()) {
	if r == nil {
		f()
		return
	}
	r.Begin(p)
	f()
	r.End()
}

// At tells r, unless it is nil, what is being worked on.
func At(r Runner, where func() string) {
	if r != nil {
		r.At(where)
	}
}
