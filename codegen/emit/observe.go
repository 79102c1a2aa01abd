package emit

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/scheduler/program"
)

// pass runs one pass, watched by whoever Options.Passes names.
func (e *emitter) pass(name string, f func()) {
	if e.opts.Passes == nil {
		f()
		return
	}
	t := &passes.IR{Kind: "msl", Unit: "bytes", Size: e.size, Dump: e.dump}
	passes.Run(e.opts.Passes, passes.Pass{Name: name, In: t, Out: t}, f)
}

// size is how much text there is: generated functions, and what is placed of the whole once that has begun.
func (e *emitter) size() int {
	if n := e.out.Len(); n > 0 {
		return n
	}
	n := 0
	for _, c := range e.gen {
		n += len(c.text)
	}
	return n
}

// dump writes the text as far as there is any: the generated functions in the order of their names until they are placed.
func (e *emitter) dump(w io.Writer) error {
	if e.out.Len() > 0 {
		_, err := io.WriteString(w, e.out.String())
		return err
	}
	var names []string
	for name := range e.gen {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		c := e.gen[name]
		if c.brief != "" {
			fmt.Fprintf(w, "/* %s */\n", c.brief)
		}
		if _, err := io.WriteString(w, c.text); err != nil {
			return err
		}
	}
	return nil
}

// construct is a position with a description, for people.
func (e *emitter) construct(line, desc uint32) string {
	where := "(unknown)"
	if line != 0 && int(line) < len(e.p.Lines) {
		l := e.p.Lines[line]
		where = fmt.Sprintf("%s:%d:%d", e.str(l.File), l.Line, l.Col)
	}
	return where + ": " + e.str(desc)
}

// Counted returns a copy of p that has room for counts of its segments, and Options.CountAt for it.
func Counted(p *program.Program) (*program.Program, uint32) {
	q := *p
	at := q.Layout.FixedWords
	n := uint32(len(q.Segs))
	q.Image = append(slices.Clone(p.Image), make([]uint32, n)...)
	q.Layout.FixedWords += n
	return &q, at
}

// count makes the dispatches count: the counts start at the address at, one word for each segment.
func (e *emitter) count(at uint32) {
	in := func(name, seg string) {
		c := e.gen[name]
		head, tail, ok := strings.Cut(c.text, "{\n")
		if !ok {
			e.fail("%s has no body to count in", name)
			return
		}
		c.text = fmt.Sprintf("%s{\n\tGPGA_AT(%du + %s) = GPGA_AT(%du + %s) + 1u;\n%s", head, at, seg, at, seg, tail)
		e.gen[name] = c
	}
	for _, root := range e.roots {
		in(root, "seg")
	}
	in("gpga_dispatch_now", "GPGA_AT(b + B_SEG)")
}

// members lists the segments of each function that several share.
func (e *emitter) members() map[string][]int {
	out := map[string][]int{}
	for _, s := range e.shared {
		out[s.name] = s.members
	}
	return out
}
