package gen

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// What has effects on the whole simulation: programs with it have a text of their own.

// timescale gives the program a time unit with a finer precision.
func (g *gen) timescale() {
	g.solo, g.scaled = true, true
	scale := pick(g, []string{"1ns/100ps", "1us/1ns", "10ns/1ns", "100ps/1ps", "1s/10ms"})
	g.mods.Add(tree.NewItem("timescale", "`timescale "+scale).Fix())
}

// monitor shows variables whenever they change. Those that take values in passing are not among them: whether $monitor sees such a
// value is open. Of a net whose driver is off, Icarus 11 shows a new z whenever the driver's data change.
func (m *module) monitor() {
	g := m.g
	var from []*Var
	for _, v := range m.only(AtStimulus | AtScript | AtReset) {
		// Icarus 11 shows a variable that is forced or let go, whether it changes or not.
		if v.Words == 0 && !v.Param && !v.forced && !strings.Contains(v.Name, ".") {
			from = append(from, v)
		}
	}
	g.solo = true
	k := g.key()
	text, args := "", tree.NewList(", ")
	for range 1 + g.below(4) {
		v := pick(g, from)
		f := pick(g, []string{"%b", "%h", "%d", "%0d", "%o"})
		if v.Real {
			f = "%g"
		}
		text += " " + f
		args.Add(tree.New(v.Name).Fix())
	}
	switch g.below(3) {
	case 0:
		text += " %0t"
		args.Add(tree.New("$time").Fix())
	case 1:
		text += " %g"
		args.Add(tree.New("$realtime").Fix())
	}
	list := tree.NewList("\n", tree.NewStmt("monitor/$monitor", `$monitor("`+k+` m`+text+`", §0);`, args).Fix())
	if g.chance(2) {
		// At a time at which nothing changes: whether a change before it at the same time is shown is open.
		list.Add(tree.NewStmt("monitor/$monitoroff", fmt.Sprintf("#%d $monitoroff; #3;", 1+4*(1+g.below(20)))))
		list.Add(tree.NewStmt("monitor/$monitoron", fmt.Sprintf("#%d $monitoron;", 4*(1+g.below(10)))))
	}
	if g.chance(3) { // when no process prints
		list.Add(tree.NewStmt("monitor/$timeformat", fmt.Sprintf(`#2 $timeformat(%d, %d, " t", %d);`, -9-g.below(4), g.below(4), g.below(12))))
	}
	m.items.Add(tree.NewItem("process/monitor", fmt.Sprintf("initial begin #%d;\n§0\nend", 22+4*g.below(4)), list))
}
