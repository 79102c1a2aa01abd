package gen

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// Stream says what programs may depend on.
type Stream string

// Streams.
const (
	RaceFree Stream = "race-free" // nothing printed depends on an order that the standard leaves open
	Racy     Stream = "racy"      // anything goes
)

// Program is a generated program: modules whose names hold its seed, so that several stand side by side in one text.
type Program struct {
	Seed   uint64
	Stream Stream
	Root   *tree.Node // a list of modules
	// Solo programs have effects on the whole simulation ($monitor, `timescale) and must have a text of their own.
	Solo bool
	// Auto programs may have automatic tasks and functions; others may have nets that read words of arrays. Icarus 11 may not see that
	// such words change where the text has automatic tasks or functions anywhere, so they do not stand in one text.
	Auto bool
}

// End is when a simulation ends, in ticks.
const End = 203

// Text joins programs to one text that simulates them all. A program that is Solo must be the only one.
func Text(programs ...*Program) string {
	var b strings.Builder
	for _, p := range programs {
		b.WriteString(p.Root.String())
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "module vend; initial #%d $finish; endmodule\n", End)
	return b.String()
}

// Var is something that can be read.
type Var struct {
	Name         string
	Width        int
	MSB, LSB     int
	Vector       bool
	Signed, Real bool
	Words        int // of a memory; 0 for others
	First, Last  int // its declared bounds
	Net          bool
	Param        bool
	bounds       []*tree.Node // in its declaration
	pinned       bool         // some constant select relies on them
	When         When
	forced       bool // a script forces it, or assigns to it continuously
	passing      bool // a net whose expression reads something twice
}

// When says at which times a variable may change, and so who may read it without a race. See doc.go.
type When uint8

// Times of change.
const (
	AtStimulus When = 1 << iota // by the stimulus, in the active region
	AtClock                     // by nonblocking assignments at clock edges, or settled after those
	AtScript                    // by a script, or following it
	AtReset                     // by the reset, in the active region
	Later                       // delayed: in the active region, at any time but the checkers'
	Hazard                      // may take values in passing before it settles
)

// gen makes one program.
type gen struct {
	r    *rand.Rand
	id   string
	racy bool
	auto bool // see Program
	solo bool
	// scaled programs have a time unit that is not their precision.
	scaled bool
	n      int // names made
	procs  int // keys made
	mods   *tree.Node
}

// New makes the program of a seed. The same seed gives the same program.
func New(seed uint64, stream Stream) *Program {
	g := &gen{r: rand.New(rand.NewPCG(seed, 0x67706761)), id: fmt.Sprint(seed), racy: stream == Racy, mods: tree.NewList("\n")}
	g.auto = g.chance(2)
	if g.chance(16) {
		g.timescale()
	}
	g.module()
	return &Program{Seed: seed, Stream: stream, Root: g.mods, Solo: g.solo, Auto: g.auto}
}

// below is a number from 0 to n-1.
func (g *gen) below(n int) int { return g.r.IntN(n) }

// chance is true once in n.
func (g *gen) chance(n int) bool { return g.r.IntN(n) == 0 }

// name makes a name that the program has not had.
func (g *gen) name(prefix string) string {
	g.n++
	return fmt.Sprintf("%s%d", prefix, g.n)
}

// key makes what the lines of one process start with.
func (g *gen) key() string {
	g.procs++
	return fmt.Sprintf("%s.%d", g.id, g.procs)
}

func pick[T any](g *gen, from []T) T { return from[g.r.IntN(len(from))] }

// choice is one of several ways, taken as often as its weight says.
type choice[T any] struct {
	weight int
	make   func() T
}

func choose[T any](g *gen, from []choice[T]) T {
	sum := 0
	for _, c := range from {
		sum += c.weight
	}
	at := g.r.IntN(sum)
	for _, c := range from {
		if at -= c.weight; at < 0 {
			return c.make()
		}
	}
	return from[len(from)-1].make() // not reached: the weights add up to sum
}

// widths are those at which implementations change their way.
var widths = []int{1, 1, 2, 3, 4, 5, 7, 8, 8, 9, 12, 15, 16, 17, 24, 31, 32, 32, 33, 40, 48, 63, 64, 64, 65, 72, 95, 96, 97, 100, 127, 128, 129, 150}

func (g *gen) width() int {
	if g.chance(3) {
		return 1 + g.below(20)
	}
	return pick(g, widths)
}

// vector makes a variable without a declaration.
func (g *gen) vector(prefix string) *Var {
	v := &Var{Name: g.name(prefix), Width: g.width(), Signed: g.chance(3)}
	g.bounds(v)
	return v
}

func (g *gen) bounds(v *Var) {
	if v.Width == 1 && !g.chance(4) {
		return
	}
	v.Vector = true
	low := 0
	if g.chance(4) {
		low = g.below(9) - 3
	}
	v.LSB, v.MSB = low, low+v.Width-1
	if g.chance(6) {
		v.LSB, v.MSB = v.MSB, v.LSB
	}
}

// typeText is "signed [7:0] ", for declarations.
func (v *Var) typeText() *tree.Node {
	s := ""
	if v.Signed {
		s = "signed "
	}
	if !v.Vector {
		return tree.New(s)
	}
	n := []*tree.Node{tree.NewNum(v.MSB, v.LSB), tree.NewNum(v.LSB, v.LSB)}
	if v.MSB < v.LSB {
		n = []*tree.Node{tree.NewNum(v.MSB, v.MSB), tree.NewNum(v.LSB, v.MSB)}
	}
	n[0].Fixed, n[1].Fixed = v.pinned, v.pinned
	v.bounds = append(v.bounds, n...)
	// What can become smaller is the distance of the bounds.
	return tree.New(s+"[§0:§1] ", n...)
}

// pin keeps the declared bounds as they are.
func (v *Var) pin() {
	v.pinned = true
	for _, n := range v.bounds {
		n.Fixed = true
	}
}

// declare makes the declaration of v: kind is "reg", "wire", "wand".
func (v *Var) declare(kind string) *tree.Node {
	if v.Real {
		return tree.NewItem("decl/real", kind+" "+v.Name+";")
	}
	name := "decl/" + kind
	if v.Signed {
		name += " signed"
	}
	if v.Words > 0 {
		return tree.NewItem(name+" array", kind+" §0"+v.Name+" [§1:§2];", v.typeText(), tree.NewNum(v.First, v.First), tree.NewNum(v.Last, v.Last))
	}
	return tree.NewItem(name, kind+" §0"+v.Name+";", v.typeText())
}
