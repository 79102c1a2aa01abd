package emit

import (
	"fmt"
	"strings"
)

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

// weight measures b as a compiler feels it: a statement is 1 and a long one more, a construct or an operator that joins control
// flow again is 1 on top.
func (b *block) weight() int {
	n := 0
	for _, it := range b.items {
		n += it.weight()
	}
	return n
}

func (it *item) weight() int {
	n := 1 + len(it.text)/longText + strings.Count(it.text, " ? ") + strings.Count(it.text, "&&") + strings.Count(it.text, "||")
	if it.kind == itemScope {
		n = 0
	}
	if it.kind == itemIf || it.kind == itemLoop {
		n++
	}
	for _, a := range it.arms {
		n += a.weight()
		if it.kind == itemSwitch {
			n++
		}
	}
	return n
}

// longText is how many bytes of text weigh as much as a statement.
const longText = 240

func (b *block) breaks() bool {
	for _, it := range b.items {
		if it.breakOut() {
			return true
		}
	}
	return false
}

// breakOut tells whether it holds a break that aims outside it. A continue is none: it starts a segment that goes to itself anew,
// and a piece can ask its caller for that (see answer).
func (it *item) breakOut() bool {
	if it.kind == itemLoop {
		return false
	}
	if it.breaks && it.text != "continue;" {
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
		if it.returns || it.text == "continue;" {
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

// answer makes b the body of a piece: a plain return tells the caller to return as well, and a continue becomes the return of the
// segment itself, which is where the caller's caller goes on.
func (b *block) answer(void bool, self func() string) {
	for _, it := range b.items {
		switch {
		case it.text == "return;" && void:
			it.text = "return 0u;"
		case it.text == "continue;":
			it.text, it.returns, it.breaks = "return "+self()+";", true, false
		}
		for _, a := range it.arms {
			a.answer(void, self)
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
