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
	"MUX": "t[a] t[b] t[c] -> t[d] = t[c] ? t[a] : t[b]", "NOT": "t[a] -> t[d] = t[a], with VM_FLIP its complement", "CONCAT": "t[a] of wa bits, t[b] -> t[d] = {t[a], t[b]}; c is 1", "REPEAT": "t[a] of wa bits -> t[d] = {c{t[a]}}",
	"BUFIF": "data t[a], control t[c] -> t[d]; on when control is e", "MOS": "data t[a], control t[c] -> t[d]; on when control is e", "EDGES": "before t[b], now t[a] -> t[d] = which edges",
	"SHR": "t[a] t[b] -> t[d] = t[a] >> t[b]; signed: >>>", "CONST": "- -> m[d] = the constants from a, of more than 64 bits", "LOADELL": "t[b] -> t[d] = m[a][t[b]], of e elements",
	"FRLOAD": "frame t[a] -> t[d] = m[t[a] + c]", "MOVE": "t[a] -> t[d]", "PART": "t[a], c or t[c] -> t[d] = t[a][c +: w]", "INDEX": "t[a] -> t[d] = a place, unknown when there is none",
	"UDP": "wa temps listed at b, m[c] -> t[d], m[c]; primitive a", "TIME": "- -> t[d] = now", "RANDOM": "seed t[a] -> t[d] = seed, number", "SPAWN": "- -> t[d] = frame of b words; segment a waits for event c",
	"NEWFRAME": "- -> t[d] = frame of task a",
	"STORE":    "t[b], e or t[e] -> s[a][t[c]][e +: w]; without an element c is 0", "NBA": "t[b], e or t[e] -> log: s[a][t[c]][e +: w], after t[d]", "STOREL": "t[b] -> m[a]", "STORELP": "t[b], c or t[c] -> m[a][c +: w], of wa bits", "STORELEL": "t[b] t[c] -> m[a][t[c]], of e elements",
	"TRIGGER": "- -> event a", "PUBLISH": "- -> readers of s[a] know", "RESOLVE": "drivers of net a -> its signal", "SCHEDULE": "t[b] -> block a is due after t[b]", "CANCEL": "- -> block a is not due",
	"FORCE": "t[b] -> s[a][c +: w] is held; m[d] on", "RELEASE": "- -> s[a][c +: w] is let go", "ASSIGN": "t[b] -> s[a] is held; m[d] on", "DEASSIGN": "- -> s[a] is let go", "NODEON": "- -> m[a] on when c, else off",
	"SPAN": "data t[a], control t[b] -> m[c] = strengths; of m[d], else e", "SVC": "- -> record of site a, w words follow", "SVCARG": "t[b] -> record", "STROBE": "- -> segment a at the end of this time",
	"MONITOR": "- -> segment a is the monitor; without a: on when c", "FRSTORE": "frame t[a], t[b] -> m[t[a] + c]", "FREEFRAME": "frame t[a] -> -",
	"VM_MOVE": "a -> d", "VM_AND": "a b -> d", "VM_OR": "a b -> d", "VM_XOR": "a b -> d = a ^ b ^ m", "VM_ADD": "a b -> d = (a + b) & m; with n of ones: a - b", "VM_MUL": "a b -> d = (a * b) & m",
	"VM_SHL": "a b -> d = a << b, of n bits", "VM_SHR": "a b -> d = a >> b, of n bits", "VM_SEXT": "a of 32 - n bits -> d = a extended by its sign, & m", "VM_PART": "a -> d = a >> n & m", "VM_CAT": "a, b of n bits -> d = {a, b}",
	"VM_REP": "a -> d = a * m: once for each bit of m", "VM_BIT": "a of n bits, b -> d = a[b]", "VM_MUX": "a b, condition at n -> d = condition ? a : b", "VM_REDXOR": "a -> d = ^a",
	"VM_NE": "a b -> d = (a >> n % 32 & m) != b; with 32 in n: ==", "VM_LT": "a b -> d = (a ^ n) < (b ^ n); with m = 1: >=", "VM_CASENE": "a b -> d = a !== b; with m = 1: ===", "VM_INDEX": "a of 32 bits -> d = a place, unknown when it is 2**31 or more",
	"VM_LOADEL": "b -> d = element b of the n at a, else the unknown bits m", "VM_SET": "a -> signal n, which is at d", "VM_SETP": "a -> the bits m << b of signal n, which is at d",
	"VM_NBA": "a -> log: signal n", "VM_NBAQ": "a -> log: signal n, which is at d and has its mark at m; not when it has this value already",
	"VM_IF": "a -> target d when a is true", "VM_IFTWO": "a b -> d when one is true, with 4 in n: when both are; with 1 in n a, with 2 b is to be known to be 0 for that", "VM_IFNE": "a b -> d when a != b is 1", "VM_IFDIFF": "a b -> d when a == b is not 1",
	"VM_IFLT": "a b -> d when (a ^ n) < (b ^ n) is 1", "VM_IFLE": "a b -> d when (a ^ n) <= (b ^ n) is 1", "VM_IFCASENE": "a b -> d when a !== b", "VM_IFMISS": "a b -> d when they do not match in casez or, with n of ones, casex",
	"VM_JUMP": "- -> target d", "VM_SWITCH": "a -> by the case table at d",
	"VM_CALL": "- -> target d; what follows is on the stack", "VM_RETURN": "- -> what is on the stack", "VM_SETTLE": "- -> one immediate node, then again; next when none waits", "VM_APPLY": "- -> entries of the nonblocking log, up to one that marks immediate nodes; d when there are no more", "VM_GOTO": "- -> segment d",
	"VM_WAIT": "- -> waits for event n, at segment d", "VM_DONE": "- -> the node has ended", "VM_SETDONE": "a -> signal n, which is at d; the node has ended",
	"YIELD": "- -> ready in front, at segment a", "WAIT": "- -> waits for event b, at a", "DELAY": "t[b] -> due after t[b], at a", "FORK": "- -> c threads, their segments listed at b; waits for them, at a",
	"CALLTASK": "frame t[e] -> task b; back at a", "RET": "frame of a words -> the caller's segment", "END": "- -> the thread has ended; when c: only a node", "REPLY": "- -> the host answers, at a",
	"FINISH": "- -> $finish or $stop by c, at a", "DISABLE": "- -> block b is left, from segment c, at a", "OVER": "- -> the thread has ended when $finish was called; else the next instruction",
}

// VMDoc is codegen/layout/vm.md: every operation of the vm with its number and picture.
func VMDoc() string {
	var b strings.Builder
	b.WriteString("# Instructions of the vm form\n\nMade from codegen/layout/vm_ops.go. Left of the arrow: what there is before; right of it: what there is after. Operands are addresses in the\narena, of temps, variables and constants alike; a value of n words has them twice there: val, then xz.\n")
	ops, short, _ := vmNumbers()
	row := func(n uint32, name, picture string) { fmt.Fprintf(&b, "| %d | %s | %s |\n", n, name, picture) }
	head := func(title string) {
		fmt.Fprintf(&b, "\n## %s\n\n| number | name | before -> after |\n|---|---|---|\n", title)
	}
	group := func(title string, list []program.Op) {
		head(title)
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
	head("Short: values of at most 32 bits, jumps, and what segments do most\n\nSix words: m, n, d, op, a, b. Pictures name a value by its address. A test jumps as its picture says with m = 0, and when that is not so with m = 1.")
	for _, j := range vmShort {
		row(short[j], j, vmPictures[j])
	}
	b.WriteString("\n## Long: everything else\n\nEleven words: flags, w, d, op, 0, 0, wa, a, b, c, e. t[x] is the temp, variable or constant at address x, m[x] storage at address x, s[x] signal x.\nAddresses are relative to the frame where the flags say so; VM_FLIP among them turns the result's bits over.\n")
	group("Word by word", vmMaps)
	group("Arithmetic", vmArith)
	group("Other widths, parts and shifts", vmShapes)
	group("Tests", vmTests)
	group("Copies", vmCopies)
	group("Pieces", vmPieces)
	group("Other values", vmOthers)
	group("Stores that others see", vmStores)
	group("Stores that nobody watches", vmLocals)
	group("Effects", vmEffects)
	group("Ends of a segment", vmStops)
	return b.String()
}
