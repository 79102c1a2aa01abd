package sample

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strings"
)

// Symbol sums the samples of one symbol over all stacks.
type Symbol struct {
	Name  string `json:"symbol"`
	Image string `json:"image,omitempty"`
	Self  int    `json:"self"`
	Total int    `json:"total"` // each sample once, however often the symbol is on its stack
}

// Stack is one path from a thread to a frame with samples of its own.
type Stack struct {
	Frames []*Node // outermost first
	Self   int
}

// Visit calls f for every frame with samples of its own, with the path to it, which is valid during the call only.
func (r *Report) Visit(f func(path []*Node, self int)) {
	var path []*Node
	var walk func(n *Node)
	walk = func(n *Node) {
		path = append(path, n)
		if s := n.Self(); s > 0 {
			f(path, s)
		}
		for _, k := range n.Kids {
			walk(k)
		}
		path = path[:len(path)-1]
	}
	for _, t := range r.Threads {
		walk(t)
	}
}

// idle are symbols at which a thread waits; what stands on them is no work.
var idle = []string{"mach_msg", "kevent", "__psynch_cvwait", "__psynch_mutexwait", "__workq_kernreturn", "semaphore_wait", "__ulock_wait", "__semwait_signal",
	"start_wqthread", "poll", "__select", "read", "__recvfrom"}

// Idle tells whether a thread that is in the symbol waits.
func Idle(symbol string) bool {
	for _, s := range idle {
		if symbol == s || strings.HasPrefix(symbol, s) && strings.HasPrefix(s, "__") || s == "mach_msg" && strings.HasPrefix(symbol, s) || s == "semaphore_wait" && strings.HasPrefix(symbol, s) {
			return true
		}
	}
	return false
}

// Busy is the number of samples in which a thread did not wait.
func Busy(list []*Report) int {
	n := 0
	for _, r := range list {
		r.Visit(func(path []*Node, self int) {
			if !Idle(path[len(path)-1].Symbol) {
				n += self
			}
		})
	}
	return n
}

// Symbols sums over reports: by self, then total, then name.
func Symbols(list []*Report) []Symbol {
	index := map[[2]string]*Symbol{}
	get := func(n *Node) *Symbol {
		k := [2]string{n.Symbol, n.Image}
		s := index[k]
		if s == nil {
			s = &Symbol{Name: n.Symbol, Image: n.Image}
			index[k] = s
		}
		return s
	}
	open := map[*Symbol]int{} // frames on the path
	var walk func(n *Node, thread bool) (busy int)
	walk = func(n *Node, thread bool) (busy int) {
		var s *Symbol
		if !thread {
			s = get(n)
			open[s]++
		}
		if !Idle(n.Symbol) {
			busy = n.Self()
			if !thread {
				s.Self += busy
			}
		}
		for _, k := range n.Kids {
			busy += walk(k, false)
		}
		if !thread {
			if open[s]--; open[s] == 0 {
				s.Total += busy
			}
		}
		return busy
	}
	for _, r := range list {
		for _, t := range r.Threads {
			walk(t, true)
		}
	}
	var out []Symbol
	for _, s := range index {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Symbol) int {
		return cmp.Or(b.Self-a.Self, b.Total-a.Total, cmp.Compare(a.Name, b.Name), cmp.Compare(a.Image, b.Image))
	})
	return out
}

// Hottest are the n stacks with most samples of their own, of threads that do not wait. Equal stacks of several reports are one.
func Hottest(list []*Report, n int) []Stack {
	index := map[[sha256.Size]byte]*Stack{} // stacks can be long
	var order []*Stack
	for _, r := range list {
		r.Visit(func(path []*Node, self int) {
			if Idle(path[len(path)-1].Symbol) {
				return
			}
			k := sha256.Sum256([]byte(fold(path)))
			s := index[k]
			if s == nil {
				s = &Stack{Frames: slices.Clone(path)}
				index[k] = s
				order = append(order, s)
			}
			s.Self += self
		})
	}
	slices.SortStableFunc(order, func(a, b *Stack) int { return b.Self - a.Self })
	var out []Stack
	for _, s := range order[:min(n, len(order))] {
		out = append(out, *s)
	}
	return out
}

// fold spells a stack as flame graph tools take it: frames joined by semicolons, outermost first.
func fold(path []*Node) string {
	var b strings.Builder
	for i, n := range path {
		if i > 0 {
			b.WriteByte(';')
		}
		name := n.Symbol
		if i == 0 {
			name, _, _ = strings.Cut(name, "  ") // a thread without its queue
		}
		if name == "???" && n.Image != "" {
			name = "??? in " + n.Image
		}
		b.WriteString(strings.NewReplacer(";", ":", "\n", " ", "\t", " ").Replace(name))
	}
	return b.String()
}

// Folded gives each distinct stack with its samples, in the order of the stacks' text.
func Folded(list []*Report) []string {
	sum := map[string]int{}
	for _, r := range list {
		r.Visit(func(path []*Node, self int) { sum[fold(path)] += self })
	}
	keys := make([]string, 0, len(sum))
	for k := range sum {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k + " " + itoa(sum[k])
	}
	return out
}
