package tree

import (
	"fmt"
	"strconv"
	"strings"
)

// Cat says what a node is to the language, and with that what it may be replaced by.
type Cat uint8

// Categories.
const (
	Piece Cat = iota // anything that stays as it is, with parts that may change
	Expr             // an expression: may become one of its parts, or a constant
	Stmt             // a statement: may become one of its parts, or a null statement
	Item             // an entry of a List: may be dropped
	List             // Kids in a row, any of which that is not Fixed may be dropped
	Num              // a whole number, N: may become smaller, not below Min
)

// Node is a piece of Verilog. Text is its template: §0 to §9 stand for the text of a kid, §* for that of all kids, one after the other.
// A List has no template: its kids stand in a row with Sep between them.
type Node struct {
	Cat    Cat
	Name   string // of the construct, for coverage: "expr/add"; empty: not counted
	Text   string
	Sep    string
	Kids   []*Node
	N, Min int  // Num
	Fixed  bool // must stay: the program would have races, or no sense, without it
	// Width, Signed and Real tell an expression's type, as it determines it itself (IEEE 1364-2005 5.4.1).
	Width  int
	Signed bool
	Real   bool
	// Const marks an expression of constants alone, which must stay one where the language asks for it.
	Const bool
}

// New makes a piece.
func New(text string, kids ...*Node) *Node { return &Node{Text: text, Kids: kids} }

// NewStmt makes a statement.
func NewStmt(name, text string, kids ...*Node) *Node {
	return &Node{Cat: Stmt, Name: name, Text: text, Kids: kids}
}

// NewItem makes an item.
func NewItem(name, text string, kids ...*Node) *Node {
	return &Node{Cat: Item, Name: name, Text: text, Kids: kids}
}

// NewList makes a list.
func NewList(sep string, kids ...*Node) *Node { return &Node{Cat: List, Sep: sep, Kids: kids} }

// NewNum makes a number that is at least min.
func NewNum(n, min int) *Node { return &Node{Cat: Num, N: n, Min: min} }

// Fix marks n as one that must stay, and returns it.
func (n *Node) Fix() *Node {
	n.Fixed = true
	return n
}

// Add appends to a list.
func (n *Node) Add(kids ...*Node) { n.Kids = append(n.Kids, kids...) }

// String is the text.
func (n *Node) String() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	switch n.Cat {
	case Num:
		b.WriteString(strconv.Itoa(n.N))
		return
	case List:
		for i, k := range n.Kids {
			if i > 0 {
				b.WriteString(n.Sep)
			}
			k.write(b)
		}
		return
	}
	rest := n.Text
	for {
		i := strings.Index(rest, "§")
		if i < 0 {
			b.WriteString(rest)
			return
		}
		b.WriteString(rest[:i])
		which := rest[i+len("§")]
		rest = rest[i+len("§")+1:]
		if which == '*' {
			for _, k := range n.Kids {
				k.write(b)
			}
			continue
		}
		k := int(which - '0')
		if k < 0 || k >= len(n.Kids) {
			panic(fmt.Sprintf("template %q has no part %c", n.Text, which))
		}
		n.Kids[k].write(b)
	}
}

// Walk calls f for n and everything below it, parents first.
func (n *Node) Walk(f func(*Node)) {
	f(n)
	for _, k := range n.Kids {
		k.Walk(f)
	}
}

// Clone copies the tree.
func (n *Node) Clone() *Node {
	c := *n
	c.Kids = make([]*Node, len(n.Kids))
	for i, k := range n.Kids {
		c.Kids[i] = k.Clone()
	}
	return &c
}

// Size is the number of nodes.
func (n *Node) Size() int {
	size := 0
	n.Walk(func(*Node) { size++ })
	return size
}

// Count adds to into how often each construct stands in the tree.
func (n *Node) Count(into map[string]int) {
	n.Walk(func(x *Node) {
		if x.Name != "" {
			into[x.Name]++
		}
	})
}
