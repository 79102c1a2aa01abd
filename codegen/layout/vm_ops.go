package layout

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/scheduler/program"
)

// vmPictures say, for each operation and jump of the vm by its name in the kernel's text, what there is before it and what after it:
// a, b, c, d, e are the instruction's words, t[x] the temp x, m[x] storage at address x, s[x] signal x. What is not listed takes
// t[a] (and t[b], where it has two operands) to t[d].
var vmPictures = map[string]string{
	"MUX": "t[a] t[b] t[c] -> t[d] = t[c] ? t[a] : t[b]", "CONCAT": "t[a] of wa bits, t[b] -> t[d] = {t[a], t[b]}", "REPEAT": "t[a] of wa bits -> t[d] = {c{t[a]}}",
	"BUFIF": "data t[a], control t[b] -> t[d]; on when control is c", "MOS": "data t[a], control t[b] -> t[d]; on when control is c", "EDGES": "before t[b], now t[a] -> t[d] = which edges",
	"CONST": "- -> t[d] = a, b; over 32 bits: constants from a", "LOAD": "m[a] -> t[d]", "LOADEL": "t[b] -> t[d] = s[a][t[b]]", "LOADELL": "t[b] -> t[d] = m[a][t[b]], of e elements",
	"FRLOAD": "frame t[a] -> t[d] = m[t[a] + c]", "MOVE": "t[a] -> t[d]", "PART": "t[a], c or t[c] -> t[d] = t[a][c +: w]", "INDEX": "t[a] -> t[d] = a place, unknown when there is none",
	"UDP": "wa temps listed at b, m[c] -> t[d], m[c]; primitive a", "TIME": "- -> t[d] = now", "RANDOM": "seed t[a] -> t[d] = seed, number", "SPAWN": "- -> t[d] = frame of b words; segment a waits for event c",
	"NEWFRAME": "- -> t[d] = frame of task a",
	"STORE":    "t[b] -> s[a]", "STOREP": "t[b], c or t[c] -> s[a][c +: w]", "STOREEL": "t[b] t[c], e or t[e] -> s[a][t[c]][e +: w]",
	"NBA": "t[b] -> log: s[a], after t[d]", "NBAP": "t[b], c or t[c] -> log: s[a][c +: w], after t[d]", "NBAEL": "t[b] t[c], e or t[e] -> log: s[a][t[c]][e +: w], after t[d]",
	"STOREL": "t[b] -> m[a]", "STORELP": "t[b], c or t[c] -> m[a][c +: w], of wa bits", "STORELEL": "t[b] t[c] -> m[a][t[c]], of e elements",
	"TRIGGER": "- -> event a", "PUBLISH": "- -> readers of s[a] know", "RESOLVE": "drivers of net a -> its signal", "SCHEDULE": "t[b] -> block a is due after t[b]", "CANCEL": "- -> block a is not due",
	"FORCE": "t[b] -> s[a][c +: w] is held; m[d] on", "RELEASE": "- -> s[a][c +: w] is let go", "ASSIGN": "t[b] -> s[a] is held; m[d] on", "DEASSIGN": "- -> s[a] is let go", "NODEON": "- -> m[a] on when c, else off",
	"SPAN": "data t[a], control t[b] -> m[c] = strengths; of m[d], else e", "SVC": "- -> record of site a, w words follow", "SVCARG": "t[a] -> record", "STROBE": "- -> segment a at the end of this time",
	"MONITOR": "- -> segment a is the monitor; without a: on when c", "FRSTORE": "frame t[a], t[b] -> m[t[a] + c]", "FREEFRAME": "frame t[a] -> -",
	"VM_IF": "t[a] -> next when true, else target", "VM_BREAKIF": "t[a] -> target when true, else next", "VM_TESTIF": "test d of t[a] t[b] -> next when true, else target",
	"VM_TESTBREAK": "test d of t[a] t[b] -> target when true, else next", "VM_JUMP": "- -> target", "VM_SWITCH": "t[a] -> by the case table at target", "VM_CALL": "- -> target; next and the temps are on the stack, e temps are the caller's",
	"VM_RETURN": "- -> next and the temps from the stack", "VM_SETTLE": "- -> one immediate node, then again; next when none waits", "VM_GOTO": "- -> segment a", "VM_GOTOIF": "t[b] -> segment a when true, else c",
	"YIELD": "- -> ready in front, at segment a", "WAIT": "- -> waits for event b, at a", "DELAY": "t[b] -> due after t[b], at a", "FORK": "- -> c threads, their segments listed at b; waits for them, at a",
	"CALLTASK": "frame t[e] -> task b; back at a", "RET": "frame of a words -> the caller's segment", "END": "- -> the thread has ended; when c: only a node", "REPLY": "- -> the host answers, at a",
	"FINISH": "- -> $finish or $stop by c, at a", "DISABLE": "- -> block b is left, from segment c, at a",
}

// VMDoc is codegen/layout/vm.md: every operation of the vm with its number and picture.
func VMDoc() string {
	var b strings.Builder
	b.WriteString("# Instructions of the vm form\n\nMade from codegen/layout/vm_ops.go. An instruction is ten words: op, flags, w, wa, d, a, b, c, e, target.\nLeft of the arrow: what there is before; right of it: what there is after. A value over 64 bits stands at an address instead of in a temp.\nWhere a value is the operand a or b, the flags may say that it is read from storage, or is the number itself, in place of a temp;\nwith a target, a value goes into a variable (even: at once, odd: nonblocking) instead of t[d].\n")
	ops, jumps, _ := vmNumbers()
	row := func(n uint32, name, picture string) { fmt.Fprintf(&b, "| %d | %s | %s |\n", n, name, picture) }
	group := func(title string, list []program.Op) {
		fmt.Fprintf(&b, "\n## %s\n\n| number | name | before -> after |\n|---|---|---|\n", title)
		for _, op := range list {
			picture := vmPictures[vmNames[op]]
			if picture == "" {
				picture = "t[a] -> t[d]"
				if program.Ops[op].B != program.RoleNone {
					picture = "t[a] t[b] -> t[d]"
				}
			}
			row(ops[op], vmNames[op], picture)
		}
	}
	group("Arithmetic", vmArith)
	group("Tests: one bit", vmTests)
	group("Other values", vmSpecial)
	group("Stores that others see", vmStores)
	group("Stores that nobody watches", vmLocals)
	group("Effects", vmEffects)
	b.WriteString("\n## Jumps\n\n| number | name | before -> after |\n|---|---|---|\n")
	for _, j := range vmJumps {
		row(jumps[j], j, vmPictures[j])
	}
	group("Ends of a segment", vmStops)
	return b.String()
}
