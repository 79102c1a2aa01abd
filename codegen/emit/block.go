package emit

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
)

// onward is what a cut-out piece hands back when its caller goes on behind it.
const onward = 0xfffffffd

// item is a statement: a line, or a head with nested blocks.
type item struct {
	text string // the line, or the head ("if (...)", "for (...)", "switch (...)")
	// arms are the nested blocks: then and else; a loop's body; a switch's cases, whose labels stand in labels.
	arms   []*block
	labels []string
	kind   itemKind
	// exits tells that the text leaves the surrounding function (return), breaks that a break or continue in it aims at a
	// loop outside the item.
	returns bool
	breaks  bool
}

type itemKind uint8

const (
	itemLine itemKind = iota
	itemIf
	itemLoop
	itemSwitch
	itemScope // a plain { } around arms[0]
)

// block is a list of statements.
type block struct{ items []*item }

func (b *block) add(it *item) { b.items = append(b.items, it) }

func (b *block) line(format string, args ...any) { b.add(&item{text: fmt.Sprintf(format, args...)}) }

// clone is a copy of b that can be cut and changed on its own.
func (b *block) clone() *block {
	c := &block{items: make([]*item, len(b.items))}
	for i, it := range b.items {
		d := *it
		d.arms = make([]*block, len(it.arms))
		for k, a := range it.arms {
			d.arms[k] = a.clone()
		}
		d.labels = append([]string(nil), it.labels...)
		c.items[i] = &d
	}
	return c
}

// size is the number of lines that b prints.
func (b *block) size() int {
	n := 0
	for _, it := range b.items {
		n += it.size()
	}
	return n
}

func (it *item) size() int {
	n := 1
	for _, a := range it.arms {
		n += a.size() + 1
	}
	return n
}

func (b *block) breaks() bool {
	for _, it := range b.items {
		if it.breakOut() {
			return true
		}
	}
	return false
}

// breakOut tells whether it holds a break or continue that aims outside it.
func (it *item) breakOut() bool {
	if it.kind == itemLoop {
		return false
	}
	if it.breaks {
		return true
	}
	for _, a := range it.arms {
		if a.breaks() {
			return true
		}
	}
	return false
}

func (b *block) returns() bool {
	for _, it := range b.items {
		if it.returns {
			return true
		}
		for _, a := range it.arms {
			if a.returns() {
				return true
			}
		}
	}
	return false
}

// answer makes every plain return of b one that tells the caller of a piece to return as well.
func (b *block) answer() {
	for _, it := range b.items {
		if it.text == "return;" {
			it.text = "return 0u;"
		}
		for _, a := range it.arms {
			a.answer()
		}
	}
}

// closed tells that control never leaves b at its end.
func (b *block) closed() bool {
	if len(b.items) == 0 {
		return false
	}
	last := b.items[len(b.items)-1]
	switch last.kind {
	case itemLine:
		return last.returns || last.breaks
	case itemIf:
		return len(last.arms) == 2 && last.arms[0].closed() && last.arms[1].closed()
	case itemScope:
		return last.arms[0].closed()
	}
	return false
}

func (b *block) print(w *strings.Builder, depth int) {
	pad := strings.Repeat("\t", depth)
	for _, it := range b.items {
		switch it.kind {
		case itemLine:
			w.WriteString(pad + it.text + "\n")
		case itemIf:
			w.WriteString(pad + it.text + " {\n")
			it.arms[0].print(w, depth+1)
			for len(it.arms) == 2 {
				els := it.arms[1]
				if len(els.items) == 1 && els.items[0].kind == itemIf {
					// a ladder prints flat
					it = els.items[0]
					w.WriteString(pad + "} else " + it.text + " {\n")
					it.arms[0].print(w, depth+1)
					continue
				}
				if len(els.items) > 0 {
					w.WriteString(pad + "} else {\n")
					els.print(w, depth+1)
				}
				break
			}
			w.WriteString(pad + "}\n")
		case itemLoop, itemScope:
			w.WriteString(pad + strings.TrimSpace(it.text+" {") + "\n")
			it.arms[0].print(w, depth+1)
			w.WriteString(pad + "}\n")
		case itemSwitch:
			w.WriteString(pad + it.text + " {\n")
			for i, a := range it.arms {
				w.WriteString(pad + it.labels[i] + " {\n")
				a.print(w, depth+1)
				if !a.closed() {
					w.WriteString(pad + "\tbreak;\n")
				}
				w.WriteString(pad + "}\n")
			}
			w.WriteString(pad + "}\n")
		}
	}
}

var tempRE = regexp.MustCompile(`\bt[0-9]+\b`)
var declRE = regexp.MustCompile(`^(gpga_l32|gpga_l64) (t[0-9]+) = `)

// temps adds the temps that b names to used, and those that it declares to made.
func (b *block) temps(used, made map[string]bool) {
	for _, it := range b.items {
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
}

// cutter moves oversized pieces of a body into functions of their own.
type cutter struct {
	e     *emitter
	name  string // of the function that is cut
	brief string
	types map[string]string // of all temps
	frame bool              // the body uses fr
	n     int
	// bare is the return statement of the cut function when a piece asks it to return: "return %s;" or "return;"
	void bool
}

// piece puts items into a function of its own and returns the statement that calls it.
func (c *cutter) piece(items []*item) []*item {
	b := &block{items: items}
	used, made := map[string]bool{}, map[string]bool{}
	b.temps(used, made)
	var free []string
	for t := range used {
		if !made[t] {
			free = append(free, t)
		}
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
	for _, t := range free {
		params += ", " + c.types[t] + " " + t
		args += ", " + t
	}
	var w strings.Builder
	returns := b.returns()
	result := "void"
	if returns {
		result = "uint"
		if c.void {
			b.answer()
		}
		if !b.closed() {
			b.line("return GPGA_ON;")
		}
	}
	fmt.Fprintf(&w, "GPGA_FN %s %s(%s) {\n", result, name, params)
	b.print(&w, 1)
	w.WriteString("}\n")
	c.e.gen[name] = chunk{name: name, text: w.String(), brief: c.brief + ", cut"}
	if !returns {
		return []*item{{text: fmt.Sprintf("%s(%s);", name, args)}}
	}
	r := fmt.Sprintf("r%d", c.n)
	out := []*item{{text: fmt.Sprintf("uint %s = %s(%s);", r, name, args)}}
	leave := "return " + r + ";"
	if c.void {
		leave = "return;"
	}
	if len(items) > 0 && (&block{items: items[:len(items)]}).closed() && !strings.HasSuffix(items[len(items)-1].text, "GPGA_ON;") {
		return append(out, &item{text: leave, returns: true})
	}
	return append(out, &item{kind: itemIf, text: fmt.Sprintf("if (%s != GPGA_ON)", r), arms: []*block{{items: []*item{{text: leave, returns: true}}}}})
}

// fit cuts b until it prints at most limit lines: nested blocks first, then runs of statements.
func (c *cutter) fit(b *block, limit int) {
	if b.size() <= limit {
		return
	}
	for _, it := range b.items {
		for _, a := range it.arms {
			if a.size() > limit/2 {
				c.fit(a, limit)
			}
			if a.size() > limit/2 && !a.breaks() && it.kind != itemLoop {
				a.items = c.replace(a.items)
			}
		}
	}
	if b.size() <= limit {
		return
	}
	// Cut runs of statements, where no temp made in one is used behind it.
	var out []*item
	lastUse := map[string]int{}
	madeAt := map[string]int{}
	for i, it := range b.items {
		used, made := map[string]bool{}, map[string]bool{}
		(&block{items: []*item{it}}).temps(used, made)
		for t := range used {
			lastUse[t] = i
		}
		if it.kind == itemLine {
			for t := range made {
				madeAt[t] = i
			}
		}
	}
	start, lines, open := 0, 0, -1
	flush := func(end int) {
		run := b.items[start:end]
		rb := &block{items: run}
		if rb.size() > 8 && !rb.breaks() && !declaresShared(run) {
			out = append(out, c.replace(run)...)
		} else {
			out = append(out, run...)
		}
		start, lines = end, 0
	}
	for i, it := range b.items {
		lines += it.size()
		used, made := map[string]bool{}, map[string]bool{}
		(&block{items: []*item{it}}).temps(used, made)
		for t := range made {
			if m, ok := madeAt[t]; ok && m == i && lastUse[t] > open {
				open = lastUse[t]
			}
		}
		if open <= i && lines >= limit/2 {
			flush(i + 1)
		}
	}
	flush(len(b.items))
	b.items = out
	if b.size() > limit && len(b.items) > 2 {
		// Still long: a second layer of pieces over the calls.
		if again := b.size(); again > limit {
			c.layer(b, limit)
		}
	}
}

func declaresShared(run []*item) bool {
	for _, it := range run {
		if strings.HasPrefix(it.text, "uint r") || strings.HasPrefix(it.text, "uint n") {
			return strings.HasPrefix(it.text, "uint n")
		}
	}
	return false
}

func (c *cutter) replace(items []*item) []*item {
	return c.piece(append([]*item(nil), items...))
}

// layer groups the statements of b into pieces once more.
func (c *cutter) layer(b *block, limit int) {
	before := b.size()
	saved := b.items
	half := limit / 2
	var out []*item
	var run []*item
	lines := 0
	used := map[string]bool{}
	made := map[string]bool{}
	flush := func() {
		if len(run) > 2 && !(&block{items: run}).breaks() && !declaresShared(run) {
			out = append(out, c.replace(run)...)
		} else {
			out = append(out, run...)
		}
		run, lines = nil, 0
	}
	b.temps(used, made)
	if len(made) > 0 {
		return
	}
	for _, it := range saved {
		run = append(run, it)
		lines += it.size()
		// a call and the test of its result stay together
		if lines >= half && !strings.HasPrefix(it.text, "uint r") {
			flush()
		}
	}
	flush()
	b.items = out
	if b.size() > limit && b.size() < before {
		c.layer(b, limit)
	}
}
