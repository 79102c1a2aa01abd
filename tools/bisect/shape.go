package bisect

import (
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/gpga/gpga/codegen/msl"
)

// run is a piece of code that stands several times in a row.
type run struct {
	at     msl.Pos
	times  int
	period int // statements
}

func (r run) what() string {
	if r.period == 1 {
		return "statement"
	}
	return fmt.Sprintf("%d statements", r.period)
}

// maxPeriod is how many statements a repeated piece has at most.
const maxPeriod = 12

// longestRun finds the largest part of a function that is one piece again and again, but for names and numbers.
func longestRun(f *msl.Func) run {
	var best run
	size := 0
	lists(f.Body, func(list []*msl.Stmt) {
		shapes := make([]uint64, len(list))
		for i, s := range list {
			shapes[i] = shape(s)
		}
		for p := 1; p <= min(maxPeriod, len(list)/2); p++ {
			for i := 0; i+p < len(list); {
				n := i
				for n+p < len(list) && shapes[n] == shapes[n+p] {
					n++
				}
				if times := (n-i)/p + 1; times > 1 && times*p > size {
					best, size = run{list[i].Pos, times, p}, times*p
				}
				i = max(n, i) + 1
			}
		}
	})
	return best
}

// lists calls f for every list of statements in s, outer ones first.
func lists(s *msl.Stmt, f func([]*msl.Stmt)) {
	if s == nil {
		return
	}
	if s.Kind == msl.SBlock {
		f(s.List)
	}
	for _, k := range s.List {
		lists(k, f)
	}
	for i := range s.Cases {
		f(s.Cases[i].Body)
		for _, k := range s.Cases[i].Body {
			lists(k, f)
		}
	}
	lists(s.Init, f)
	lists(s.Then, f)
	lists(s.Else, f)
}

// shape is a digest of a statement without the names and numbers in it.
func shape(s *msl.Stmt) uint64 {
	h := fnv.New64a()
	put := func(v ...byte) { h.Write(v) }
	expr := func(e *msl.Expr) {
		put('(')
		msl.WalkExpr(e, func(e *msl.Expr) {
			put(byte(e.Kind), byte(e.Op), byte(e.Builtin))
			if e.Kind == msl.ECall && e.Func != nil {
				h.Write([]byte(e.Func.Name))
			}
		})
		put(')')
	}
	var stmt func(s *msl.Stmt)
	stmt = func(s *msl.Stmt) {
		if s == nil {
			put('0')
			return
		}
		put('{', byte(s.Kind))
		expr(s.X)
		expr(s.Post)
		for _, v := range s.Vars {
			put('v')
			expr(v.Init)
		}
		stmt(s.Init)
		stmt(s.Then)
		stmt(s.Else)
		for _, k := range s.List {
			stmt(k)
		}
		for i := range s.Cases {
			put('c')
			for _, k := range s.Cases[i].Body {
				stmt(k)
			}
		}
		put('}')
	}
	stmt(s)
	return h.Sum64()
}

// ladder is a row of branches, with the locals that are assigned within and live around it.
type ladder struct {
	at   msl.Pos
	arms int
	held []string // locals declared outside of it
}

// longestLadder finds the row of branches that needs most PHI nodes: neighbouring ifs, a chain of else-ifs, or a switch.
func longestLadder(f *msl.Func) ladder {
	var best ladder
	weight := -1
	try := func(at msl.Pos, arms int, stmts []*msl.Stmt) {
		declared, assigned := map[*msl.Var]bool{}, map[*msl.Var]bool{}
		for _, s := range stmts {
			names(s, declared, assigned)
		}
		l := ladder{at: at, arms: arms}
		for v := range assigned {
			if !declared[v] {
				l.held = append(l.held, v.Name)
			}
		}
		slices.Sort(l.held)
		if w := arms * (1 + len(l.held)); arms > 1 && w > weight {
			best, weight = l, w
		}
	}
	lists(f.Body, func(list []*msl.Stmt) {
		for i := 0; i < len(list); i++ {
			s := list[i]
			switch s.Kind {
			case msl.SSwitch:
				try(s.Pos, len(s.Cases), list[i:i+1])
			case msl.SIf:
				chain := 1
				for e := s.Else; e != nil && e.Kind == msl.SIf; e = e.Else {
					chain++
				}
				if chain > 1 {
					try(s.Pos, chain, list[i:i+1])
				}
				// Neighbours, with at most one statement between two branches.
				ifs, last := 1, i
				for j := i + 1; j < len(list) && j <= last+2; j++ {
					if list[j].Kind == msl.SIf {
						ifs++
						last = j
					}
				}
				if ifs > 1 {
					try(s.Pos, ifs, list[i:last+1])
					i = last
				}
			}
		}
	})
	return best
}

// names collects the locals that a statement declares and assigns.
func names(s *msl.Stmt, declared, assigned map[*msl.Var]bool) {
	if s == nil {
		return
	}
	for _, v := range s.Vars {
		declared[v] = true
	}
	look := func(e *msl.Expr) {
		msl.WalkExpr(e, func(e *msl.Expr) {
			if e.Kind != msl.EAssign && e.Kind != msl.EIncDec {
				return
			}
			t := e.X
			for t.Kind == msl.EMember {
				t = t.X
			}
			if t.Kind == msl.EName && t.Var != nil && t.Var.Kind != msl.Global {
				assigned[t.Var] = true
			}
		})
	}
	look(s.X)
	look(s.Post)
	for _, v := range s.Vars {
		look(v.Init)
	}
	names(s.Init, declared, assigned)
	names(s.Then, declared, assigned)
	names(s.Else, declared, assigned)
	for _, k := range s.List {
		names(k, declared, assigned)
	}
	for i := range s.Cases {
		for _, k := range s.Cases[i].Body {
			names(k, declared, assigned)
		}
	}
}
