package cost

import (
	"strconv"
	"strings"
)

// tokenWalker counts the features of a body by its tokens, as walker does on the checked tree. Its types are guesses: a statement that
// begins with two names, or with a name and stars, declares.
type tokenWalker struct {
	o        *Outline
	counts   Counts
	declared map[string]int // depth of constructs at the declaration
	open     []map[string]bool
	scope    int
	seen     shapes
	names    map[string][]int
	deep     int
	weighted int // operations, those in short loops as often as they run
	times    int
}

// rounds is how often an operation of the body runs, on average, when short loops are unrolled.
func (w *tokenWalker) rounds() float64 {
	n := w.counts.Ops + w.counts.Loads + w.counts.Stores + w.counts.Calls
	if n == 0 || w.weighted < n {
		return 1
	}
	return float64(w.weighted) / float64(n)
}

// maxDeep bounds how deep statements nest.
const maxDeep = 500

func (w *tokenWalker) function(p *Part) {
	o := w.o
	// parameters: the last name before a comma, a parenthesis or an attribute
	depth := 0
	for i := p.params; i < p.open; i++ {
		switch o.text(i) {
		case "(", "[", "{", "<":
			depth++
		case ")", "]", "}", ">":
			depth--
		}
		if depth == 1 && o.word(i) && (o.text(i+1) == "," || o.text(i+1) == ")" || o.text(i+1) == "[") {
			w.declare(o.text(i))
		}
	}
	w.counts.Blocks = 1
	w.times = 1
	w.block(p.open, p.end)
	w.counts.Unrolled = max(w.weighted, w.counts.Ops+w.counts.Loads+w.counts.Stores+w.counts.Calls)
}

// rounds is how often a loop runs whose head, for (T i = A; i < B; ...), has literals; 1 otherwise.
func (w *tokenWalker) loopRounds(lo, hi int) int {
	from, to := -1, -1
	for i := lo; i < hi; i++ {
		switch w.o.text(i) {
		case "=":
			if from < 0 {
				from = number(w.o.text(i + 1))
			}
		case "<", "<=":
			if to < 0 {
				to = number(w.o.text(i + 1))
				if w.o.text(i) == "<=" {
					to++
				}
			}
		}
	}
	if from < 0 || to-from < 1 || to-from > shortLoop {
		return 1
	}
	return to - from
}

// number is the value of a small decimal literal, -1 for anything else.
func number(s string) int {
	s = strings.TrimRight(s, "uUlL")
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1<<20 {
		return -1
	}
	return n
}

func (w *tokenWalker) declare(name string) {
	w.declared[name] = len(w.open)
	w.counts.Locals++
	w.scope++
}

func (w *tokenWalker) construct(arms int, f func()) {
	w.counts.Live += w.scope * (arms - 1)
	w.open = append(w.open, map[string]bool{})
	f()
	top := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	n := 0
	for v := range top {
		if d, ok := w.declared[v]; ok && d <= len(w.open) {
			n++
		}
	}
	w.counts.Phi += n * arms
	if len(w.open) > 0 {
		for v := range top {
			w.open[len(w.open)-1][v] = true
		}
	}
}

// block walks the braces from lo to past hi.
func (w *tokenWalker) block(lo, hi int) {
	scope := w.scope
	for i := lo + 1; i < hi-1; {
		next := w.stmt(i, hi-1)
		if next <= i {
			next = i + 1
		}
		i = next
	}
	w.scope = scope
	h := emptyShape
	for i := lo; i < hi; i++ {
		if t := w.o.lex.Tokens[i]; t.Word && len(w.names[t.Text]) == 0 && !control(t.Text) || t.Text != "" && t.Text[0] >= '0' && t.Text[0] <= '9' {
			h.byte(1)
		} else {
			for k := 0; k < len(t.Text); k++ {
				h.byte(t.Text[k])
			}
			h.byte(0)
		}
	}
	if hi-lo >= repeatSize {
		if w.seen[h] {
			w.counts.Repeats += hi - lo
		}
		w.seen[h] = true
	}
}

func control(s string) bool {
	switch s {
	case "if", "else", "for", "while", "do", "switch", "case", "default", "return", "break", "continue":
		return true
	}
	return false
}

// stmt walks the statement at i and returns the token past it.
func (w *tokenWalker) stmt(i, hi int) int {
	if i >= hi {
		return hi
	}
	if w.deep++; w.deep > maxDeep {
		w.deep--
		return hi
	}
	defer func() { w.deep-- }()
	o := w.o
	switch o.text(i) {
	case "{":
		end := o.close(i, hi)
		w.block(i, end)
		return end
	case ";":
		return i + 1
	case "if":
		i++
		if o.text(i) == "constexpr" {
			i++
		}
		w.counts.Branches++
		w.counts.Merges++
		w.counts.Blocks += 2
		end := o.close(i, hi)
		w.expr(i, end)
		arms := 1
		w.construct(2, func() {
			i = w.stmt(end, hi)
			for o.text(i) == "else" && i < hi {
				w.counts.Diamonds++
				w.counts.Blocks++
				arms++
				if o.text(i+1) != "if" {
					i = w.stmt(i+1, hi)
					break
				}
				// a ladder, without recursion for each of its arms
				w.counts.Branches++
				w.counts.Merges++
				w.counts.Blocks += 2
				end := o.close(i+2, hi)
				w.expr(i+2, end)
				i = w.stmt(end, hi)
			}
		})
		w.counts.Ladder = max(w.counts.Ladder, arms+1)
		return i
	case "for", "while":
		head := o.close(i+1, hi)
		w.loop()
		scope := w.scope
		semi := i + 2
		if o.text(i) == "for" {
			for d := 0; semi < head && (o.text(semi) != ";" || d > 0); semi++ {
				switch o.text(semi) {
				case "(", "[", "{":
					d++
				case ")", "]", "}":
					d--
				}
			}
			w.simple(i+2, semi)
		}
		times := w.times
		w.times = min(times*w.loopRounds(i, head), maxUnrolled>>20)
		w.construct(2, func() {
			w.expr(semi, head)
			i = w.stmt(head, hi)
		})
		w.scope, w.times = scope, times
		return i
	case "do":
		w.loop()
		w.construct(2, func() {
			i = w.stmt(i+1, hi)
			if o.text(i) == "while" {
				end := o.close(i+1, hi)
				w.expr(i+1, end)
				i = end + 1
			}
		})
		return i
	case "switch":
		head := o.close(i+1, hi)
		w.expr(i+1, head)
		if o.text(head) != "{" {
			return w.stmt(head, hi)
		}
		end := o.close(head, hi)
		labels, arms, deflt, depth := 0, 0, false, 0
		for k := head; k < end; k++ {
			switch o.text(k) {
			case "{", "(":
				depth++
			case "}", ")":
				depth--
			case "case", "default":
				if depth != 1 {
					continue
				}
				labels++
				deflt = deflt || o.text(k) == "default"
				if before := o.text(k - 1); before != ":" {
					arms++
				}
			}
		}
		if !deflt {
			arms++
		}
		w.counts.Switches++
		w.counts.Merges++
		w.counts.Blocks += arms + 1
		w.counts.SwitchCases += labels
		w.counts.LargestSwitch = max(w.counts.LargestSwitch, labels)
		w.counts.Ladder = max(w.counts.Ladder, arms)
		w.construct(arms, func() { w.block(head, end) })
		return end
	case "case", "default":
		for i < hi && o.text(i) != ":" {
			i++
		}
		return i + 1
	case "else": // of an if that was a macro's
		return i + 1
	}
	end, depth := i, 0
	for ; end < hi; end++ {
		t := o.text(end)
		if t == ";" && depth == 0 {
			break
		}
		switch t {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		}
	}
	w.simple(i, end)
	return end + 1
}

func (w *tokenWalker) loop() {
	w.counts.Loops++
	w.counts.Merges++
	w.counts.Blocks += 3
}

// simple walks a declaration or an expression.
func (w *tokenWalker) simple(lo, hi int) {
	o := w.o
	i := lo
	for i < hi && o.word(i) && o.text(i) != "return" {
		i++
		if o.text(i) == "<" {
			if end := o.angle(i, hi); end < hi && (o.word(end) || o.text(end) == "*" || o.text(end) == "&") {
				i = end
			}
		}
		for i < hi && (o.text(i) == "*" || o.text(i) == "&" || o.text(i) == "::") {
			i++
		}
	}
	if i > lo+1 && o.word(i-1) && o.text(lo) != "return" { // type name: the names up to the end or the next comma
		w.declare(o.text(i - 1))
		depth := 0
		for k := i; k < hi; k++ {
			switch o.text(k) {
			case "(", "[", "{":
				depth++
			case ")", "]", "}":
				depth--
			case ",":
				if depth == 0 && o.word(k+1) {
					w.declare(o.text(k + 1))
				}
			}
		}
	}
	w.expr(lo, hi)
}

// expr counts what expressions hold.
func (w *tokenWalker) expr(lo, hi int) {
	o := w.o
	before := w.counts
	defer func() {
		c := &w.counts
		n := c.Ops + c.Loads + c.Stores + c.Calls - before.Ops - before.Loads - before.Stores - before.Calls
		w.weighted = min(w.weighted+n*w.times, maxUnrolled)
	}()
	for i := lo; i < hi; i++ {
		t := o.text(i)
		switch t {
		case "?":
			w.counts.Ternaries++
			w.counts.Branches++
			w.counts.Merges++
			w.counts.Blocks += 3
		case "&&", "||":
			w.counts.Branches++
			w.counts.Merges++
			w.counts.Blocks += 2
		case "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=":
			if t != "=" {
				w.counts.Ops++
			}
			w.assigned(lo, i)
		case "++", "--":
			w.counts.Ops++
			if o.word(i + 1) {
				w.assigned(i+1, i+2)
			} else {
				w.assigned(lo, i)
			}
		case "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "<", ">", "<=", ">=", "==", "!=", "<<", ">>":
			if t == "<" && len(w.names[o.text(i-1)]) > 0 {
				if end := o.angle(i, hi); o.text(end) == "(" { // a template that is called
					w.counts.Calls++
					i = end - 1
					continue
				}
			}
			w.counts.Ops++
		case "[":
			w.counts.Ops++
			w.counts.Loads++
		case "->":
			w.counts.Loads++
		case "(":
			if o.word(i-1) && i > lo && !control(o.text(i-1)) {
				if len(w.names[o.text(i-1)]) > 0 {
					w.counts.Calls++
				} else {
					w.counts.Ops++ // a function of Metal, or a conversion
				}
			}
		}
	}
}

// assigned notes the target that ends before token i: name, name.member or name[index].
func (w *tokenWalker) assigned(lo, i int) {
	o := w.o
	k := i - 1
	for k > lo && o.word(k) && (o.text(k-1) == "." || o.text(k-1) == "->") {
		if o.text(k-1) == "->" {
			w.counts.Stores++
			return
		}
		k -= 2
		if o.text(k) == "]" {
			break
		}
	}
	switch {
	case o.text(k) == "]" || o.text(k) == ")":
		w.counts.Stores++
		if o.text(k) == "]" && w.counts.Loads > 0 {
			w.counts.Loads--
		}
	case o.word(k) && k > lo && o.text(k-1) == "*" && (k-1 == lo || !o.word(k-2) && o.text(k-2) != ")"):
		w.counts.Stores++
	case o.word(k) && len(w.open) > 0:
		w.open[len(w.open)-1][o.text(k)] = true
	}
}
