package tree

import (
	"fmt"
	"slices"
)

// Shrink looks for a smaller tree for which fails still holds, and returns it. It holds for root. At most tries texts are tried.
func Shrink(root *Node, tries int, fails func(*Node) bool) *Node {
	s := &shrinker{root: root.Clone(), left: tries, fails: fails, seen: map[string]bool{}}
	s.seen[root.String()] = true
	for {
		before := s.root.String()
		s.lists(s.root)
		s.statements(s.root)
		s.expressions(s.root)
		s.numbers(s.root)
		if s.left <= 0 || s.root.String() == before {
			return s.root
		}
	}
}

type shrinker struct {
	root  *Node
	left  int
	fails func(*Node) bool
	seen  map[string]bool
}

// try tells whether the tree as it stands now still fails. The caller takes back what it changed when it does not.
func (s *shrinker) try() bool {
	if s.left <= 0 {
		return false
	}
	text := s.root.String()
	if s.seen[text] {
		return false
	}
	s.seen[text] = true
	s.left--
	return s.fails(s.root.Clone())
}

// lists drops runs of entries, long ones first.
func (s *shrinker) lists(n *Node) {
	if n.Cat == List {
		for run := len(n.Kids); run > 0; run /= 2 {
			for i := 0; i < len(n.Kids); {
				end := min(i+run, len(n.Kids))
				kept := slices.Clone(n.Kids[:i])
				for _, k := range n.Kids[i:end] {
					if k.Fixed {
						kept = append(kept, k)
					}
				}
				after := len(kept)
				kept = append(kept, n.Kids[end:]...)
				if len(kept) == len(n.Kids) {
					i = end
					continue
				}
				old := n.Kids
				n.Kids = kept
				if s.try() {
					i = after
				} else {
					n.Kids = old
					i = end
				}
			}
		}
	}
	for _, k := range n.Kids {
		s.lists(k)
	}
}

// below lists the nodes under n of its category, near ones first, without those under others of it.
func below(n *Node, cat Cat) []*Node {
	var out []*Node
	level := n.Kids
	for len(level) > 0 {
		var next []*Node
		for _, k := range level {
			if k.Cat == cat {
				out = append(out, k)
			}
			next = append(next, k.Kids...)
		}
		level = next
	}
	return out
}

// replace tries to put one of the nodes in the place of n, kept whole where none will do.
func (s *shrinker) replace(n *Node, with []*Node) bool {
	old := *n
	for _, w := range with {
		*n = *w
		if s.try() {
			return true
		}
		*n = old
	}
	return false
}

const most = 12 // parts that are tried in the place of a node

func (s *shrinker) statements(n *Node) {
	if n.Cat == Stmt && !n.Fixed && n.Text != ";" {
		with := append([]*Node{{Cat: Stmt, Text: ";"}}, below(n, Stmt)...)
		for s.replace(n, with[:min(most, len(with))]) {
			with = below(n, Stmt)
		}
	}
	for _, k := range n.Kids {
		s.statements(k)
	}
}

func (s *shrinker) expressions(n *Node) {
	if n.Cat == Expr && !n.Fixed && len(n.Kids) > 0 {
		s.replace(n, constants(n))
		with := below(n, Expr)
		for len(with) > 0 && s.replace(n, with[:min(most, len(with))]) {
			with = below(n, Expr)
		}
	}
	for _, k := range n.Kids {
		s.expressions(k)
	}
}

// constants are what may stand for an expression of n's type.
func constants(n *Node) []*Node {
	c := func(text string) *Node {
		return &Node{Cat: Expr, Text: text, Width: n.Width, Signed: n.Signed, Real: n.Real, Const: true}
	}
	if n.Real {
		return []*Node{c("0.0"), c("1.5")}
	}
	sign := ""
	if n.Signed {
		sign = "s"
	}
	w := max(1, n.Width)
	return []*Node{c(fmt.Sprintf("%d'%sd0", w, sign)), c(fmt.Sprintf("%d'%sd1", w, sign)), c(fmt.Sprintf("%d'%sbx", w, sign))}
}

func (s *shrinker) numbers(n *Node) {
	if n.Cat == Num && !n.Fixed {
		for _, to := range []int{n.Min, n.Min + 1, n.N / 8, n.N / 2, n.N - 1} {
			if to >= n.N || to < n.Min {
				continue
			}
			old := n.N
			n.N = to
			if s.try() {
				break
			}
			n.N = old
		}
	}
	for _, k := range n.Kids {
		s.numbers(k)
	}
}
