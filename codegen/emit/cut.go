package emit

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
)

// onward is what a cut-out piece hands back when its caller goes on behind it.
const onward = 0xfffffffd

// waits is what a segment hands back when its thread waits, once what it has noted is published.
const waits = 0xffffffff

// A piece lighter than minPiece is not worth a call, and one that takes more than maxFree locals is worth none either.
const (
	minPiece = 8
	maxFree  = 24
)

// A body's locals: temps (t), counters and places in logs (n), answers of pieces (r).
var tempRE = regexp.MustCompile(`\b[tnr][0-9]+\b`)
var declRE = regexp.MustCompile(`^(gpga_l32|gpga_l64|uint) ([tnr][0-9]+) = `)

// temps adds the locals that b names to used, and those that it declares to made.
func (b *block) temps(used, made map[string]bool) {
	for _, it := range b.items {
		it.temps(used, made)
	}
}

func (it *item) temps(used, made map[string]bool) {
	text := stripComments(it.text) // a comment may name a variable t1
	if m := declRE.FindStringSubmatch(text); m != nil {
		made[m[2]] = true
	}
	for _, t := range tempRE.FindAllString(text, -1) {
		used[t] = true
	}
	for _, a := range it.arms {
		a.temps(used, made)
	}
}

// cutter moves oversized pieces of a body into functions of their own, so that no function weighs much more than the limit,
// however long the Verilog is: compilers take more than linear time for a function.
type cutter struct {
	e     *emitter
	name  string // of the function that is cut
	brief string
	types map[string]string // of all temps
	frame bool              // the body uses fr
	shape bool              // the body reads its row at p
	self  func() string     // spells the segment that is cut, for a continue
	n     int
	void  bool // the function that is cut returns nothing
}

// piece puts items into a function of its own and returns the statements that call it; nil when it would take too many locals.
func (c *cutter) piece(items []*item) []*item {
	b := &block{items: append([]*item(nil), items...)}
	used, made := map[string]bool{}, map[string]bool{}
	b.temps(used, made)
	var free []string
	for t := range used {
		if !made[t] {
			free = append(free, t)
		}
	}
	if len(free) > maxFree {
		return nil
	}
	sort.Slice(free, func(i, j int) bool {
		return len(free[i]) < len(free[j]) || len(free[i]) == len(free[j]) && free[i] < free[j]
	})
	c.n++
	name := fmt.Sprintf("%s_%d", c.name, c.n)
	params := "GPGA_ARGS, uint th"
	args := "st, tab, th"
	if c.frame {
		params += ", uint fr"
		args += ", fr"
	}
	if c.shape {
		params += ", uint p"
		args += ", p"
	}
	for _, t := range free {
		typ := c.types[t]
		if t[0] != 't' {
			typ = "uint"
		}
		params += ", " + typ + " " + t
		args += ", " + t
	}
	var w strings.Builder
	returns, closed := b.returns(), b.closed()
	result := "void"
	if returns {
		result = "uint"
		b.answer(c.void, c.self)
		if !closed {
			b.line("return GPGA_ON;")
		}
	}
	fmt.Fprintf(&w, "GPGA_FN %s %s(%s) {\n", result, name, params)
	b.print(&w, 1)
	w.WriteString("}\n")
	c.e.gen[name] = chunk{name: name, text: w.String(), brief: c.brief + ", cut"}
	if !returns {
		call := &item{text: fmt.Sprintf("%s(%s);", name, args)}
		if c.e.opts.KernelLimit == 0 {
			return []*item{call}
		}
		// Inlined, pieces without a branch would be one basic block, and compilers take quadratic time for a block's loads and
		// stores. Word 0 is never anything but 0, which they do not know.
		return []*item{{kind: itemIf, text: "if (GPGA_AT(0u) == 0u)", arms: []*block{{items: []*item{call}}}}}
	}
	r := fmt.Sprintf("r%d", c.n)
	out := []*item{{text: fmt.Sprintf("uint %s = %s(%s);", r, name, args)}}
	leave := &item{text: "return " + r + ";", returns: true}
	if c.void {
		leave.text = "return;"
	}
	if closed {
		return append(out, leave)
	}
	return append(out, &item{kind: itemIf, text: fmt.Sprintf("if (%s != GPGA_ON)", r), arms: []*block{{items: []*item{leave}}}})
}

// fit cuts b until it weighs at most limit, where that can be done: nested blocks first, the heaviest before others, then runs of
// statements, then runs of the calls that these left.
func (c *cutter) fit(b *block, limit int) {
	if b.weight() <= limit {
		return
	}
	type arm struct {
		b      *block
		weight int
	}
	var arms []arm
	for _, it := range b.items {
		for _, a := range it.arms {
			c.fit(a, limit)
			if it.kind != itemLoop && !a.breaks() {
				arms = append(arms, arm{a, a.weight()})
			}
		}
	}
	sort.SliceStable(arms, func(i, j int) bool { return arms[i].weight > arms[j].weight })
	for _, a := range arms {
		if a.weight < minPiece || b.weight() <= limit {
			break
		}
		if p := c.piece(a.b.items); p != nil {
			a.b.items = p
		}
	}
	for before := 1 << 30; ; {
		n := b.weight()
		if n <= limit || n >= before {
			return
		}
		before = n
		c.runs(b, limit)
	}
}

// runs puts runs of b's statements into pieces, where no local made in one is used behind it.
func (c *cutter) runs(b *block, limit int) {
	lastUse := map[string]int{}
	ends := make([]int, len(b.items)) // the last use of what an item makes
	made := make([]map[string]bool, len(b.items))
	for i, it := range b.items {
		used := map[string]bool{}
		made[i] = map[string]bool{}
		it.temps(used, made[i])
		if it.kind != itemLine {
			clear(made[i]) // seen inside only
		}
		for t := range used {
			lastUse[t] = i
		}
	}
	for i := range b.items {
		ends[i] = i
		for t := range made[i] {
			ends[i] = max(ends[i], lastUse[t])
		}
	}
	var out, run []*item
	weight := 0
	flush := func() {
		if weight >= minPiece {
			if p := c.piece(run); p != nil {
				run = p
			}
		}
		out = append(out, run...)
		run, weight = nil, 0
	}
	// A group is what cannot be parted: from an item to the last use of what it, or one of the group, makes.
	for i := 0; i < len(b.items); {
		end := ends[i]
		for k := i; k <= end; k++ {
			end = max(end, ends[k])
		}
		group := b.items[i : end+1]
		g := &block{items: group}
		w := g.weight()
		if g.breaks() {
			flush()
			out = append(out, group...)
		} else {
			if weight > 0 && weight+w > limit {
				flush()
			}
			run, weight = append(run, group...), weight+w
			if 2*weight >= limit {
				flush()
			}
		}
		i = end + 1
	}
	flush()
	b.items = out
}
