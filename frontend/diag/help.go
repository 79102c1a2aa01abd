package diag

// help is what Explain adds on codes whose text alone does not say what to do.
var help = map[Code]string{
	LintWidthTrunc: `The right side has more bits than the target and the upper ones are lost. Operands count with the width that they
have on their own, except that unsized numbers need only their significant bits and that a sum that is stored in the width
of its operands is not reported. Say what is meant with a part select: y = sum[7:0].`,
	LintWidthExpand: `The target has more bits than the right side, which is extended with zeros, or with its sign when it is signed.
Unsized numbers and single-bit conditions that are assigned to integers are not reported. Say what is meant with a
concatenation: y = {8'd0, x}.`,
	LintWidthOperand: `The narrower operand is extended before the operation. In a comparison that is often a mistake in a declaration.
Unsized numbers take part with their significant bits.`,
	LintUndriven: `The net has the value z. A port of an instance that should drive it may be connected to another name.`,
	LintUnused:   `Nothing reads, writes or connects it. Names that contain "unused" are not reported, whatever their case.`,
	LintUnusedValue: `It is written, or driven, but nothing reads it: not in its module and not from outside. Names that contain "unused"
are not reported.`,
	LintLatch: `Code under always @* (or a list of plain signals) that does not assign a variable on every path keeps the old value, which
is a latch in hardware:

    always @* if (en) q = d;       // a latch
    always @* begin q = 0; if (en) q = d; end

Assign a default first, or give the case a default and the if an else.`,
	LintMultidriven: `On a net of type wire two drivers of the same bit give x where they disagree. Nets that are meant to be shared say so
with tri, wand or wor, or have drivers that can be z. A variable that two always constructs write has no hardware.`,
	LintBlockSeq: `Another construct that waits for the same edge may read the variable before or after this assignment: a race
(IEEE 1364-2005 11.4). Use <=. Variables that only this construct uses are not reported.`,
	LintCombDelay: `A nonblocking assignment takes effect after all code of this time has run; combinational code that runs meanwhile
sees the old value. Use =.`,
	LintBlkAndNblk:  `The order in which the values arrive is hard to tell, and no hardware does it.`,
	LintCaseMissing: `For a value that no item matches nothing happens. Add a default, or the missing items.`,
	LintCaseOverlap: `The first matching item wins. In a casez with several ? this may be meant, but then the order of the items is part of
the design.`,
	LintCaseXZ:      `A value of 0 and 1 never equals an item with x or z in a case; use casez and ? for bits that do not matter.`,
	LintSensitivity: `The code runs again only when a signal of the list changes; hardware follows all that it reads. Use always @*.`,
	LintCmpConst:    `An unsigned value is never below 0 and never above the greatest number of its width.`,
	LintCasex:       `In a casex an x in the value that is looked at matches anything, which hides unknown values in simulation. Use casez.`,
	LintSyncAsync:   `A flip-flop with this signal as asynchronous reset and one that samples it as data leave reset at different times.`,
	LintCombOrder:   `What is read is the value of the last run: a latch, and a difference between simulation and synthesis.`,
}
