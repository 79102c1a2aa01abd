package lower

import (
	"fmt"
	"io"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/scheduler/program"
)

// What is here serves those who watch the passes (Options.Passes); lowering itself needs none of it.

// size is how many instructions there are so far.
func (lw *lowerer) size() int {
	if len(lw.p.Code) > 0 {
		return len(lw.p.Code)
	}
	n := 0
	for _, s := range lw.segs {
		n += len(s.code)
	}
	for _, f := range lw.funcs {
		if f != nil {
			n += len(f.code)
		}
	}
	return n
}

// dump writes the program as far as it is made. Before the pass finish, references to segments are labels.
func (lw *lowerer) dump(w io.Writer) error {
	p := *lw.p
	if len(p.Code) == 0 {
		for _, s := range lw.segs {
			p.Segs = append(p.Segs, program.Segment{First: uint32(len(p.Code)), Num: uint32(len(s.code)), Line: s.line, Desc: s.desc, Scope: s.scope, Node: s.node})
			p.Code = append(p.Code, s.code...)
		}
		for _, f := range lw.funcs {
			if f != nil {
				p.Funcs = append(p.Funcs, program.Func{Name: f.name, First: uint32(len(p.Code)), Num: uint32(len(f.code)), Line: f.line})
				p.Code = append(p.Code, f.code...)
			}
		}
		if len(p.Code) > 0 {
			if _, err := fmt.Fprintln(w, "references to segments are labels still"); err != nil {
				return err
			}
		}
	}
	return program.Print(w, &p)
}

// construct says in one line which process or continuous assignment it is.
func (lw *lowerer) construct(p *design.Process, a *design.Assign) string {
	switch {
	case p != nil:
		return lw.said(p.Pos, describe(p), p.Scope)
	case a != nil:
		return lw.said(a.Pos, a.Desc, a.Scope)
	}
	return "a force or a monitor"
}

// routine says which task or function it is.
func (lw *lowerer) routine(t *taskInfo) string {
	return lw.said(t.sub.Pos, "task or function", t.sub.Scope)
}

func (lw *lowerer) said(pos design.Pos, what string, s *design.Scope) string {
	if s != nil {
		what += " of " + s.Path
	}
	if lw.d.Files == nil || !pos.IsValid() {
		return what
	}
	return lw.d.Files.Position(pos).String() + ": " + what
}
