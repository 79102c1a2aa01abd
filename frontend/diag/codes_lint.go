package diag

// Codes of package lint: W4xxx, all quiet unless asked for.
const (
	LintWidthTrunc   Code = "W3001"
	LintUndriven     Code = "W2005"
	LintUnused       Code = "W2006"
	LintPinMissing   Code = "W4001"
	LintPinEmpty     Code = "W4002"
	LintWidthExpand  Code = "W4003"
	LintWidthOperand Code = "W4004"
	LintUnusedValue  Code = "W4005"
	LintUnusedBits   Code = "W4006"
	LintUndrivenBits Code = "W4007"
	LintUnusedParam  Code = "W4008"
	LintLatch        Code = "W4009"
	LintMultidriven  Code = "W4010"
	LintBlockSeq     Code = "W4011"
	LintCombDelay    Code = "W4012"
	LintBlkAndNblk   Code = "W4013"
	LintCaseMissing  Code = "W4014"
	LintCaseOverlap  Code = "W4015"
	LintCaseXZ       Code = "W4016"
	LintSensitivity  Code = "W4017"
	LintCmpConst     Code = "W4018"
	LintShadow       Code = "W4019"
	LintRealConvert  Code = "W4020"
	LintAssignInput  Code = "W4021"
	LintEdgeVector   Code = "W4022"
	LintCasex        Code = "W4023"
	LintSyncAsync    Code = "W4024"
	LintCombOrder    Code = "W4025"
)

var lintCodes = []Info{
	{LintPinMissing, "pin-missing", true, "a port of an instance is not in its list of connections (IEEE 1364-2005 12.3.6)"},
	{LintPinEmpty, "pin-empty", true, "a port of an instance is left open by an empty connection (IEEE 1364-2005 12.3.6)"},
	{LintWidthExpand, "width-expand", true, "an assignment extends a narrower expression (IEEE 1364-2005 5.4)"},
	{LintWidthOperand, "width-operand", true, "the operands of an operator have different widths (IEEE 1364-2005 5.4.1)"},
	{LintUnusedValue, "unused-value", true, "a net or variable is written but never read"},
	{LintUnusedBits, "unused-bits", true, "some bits of a net or variable are never read"},
	{LintUndrivenBits, "undriven-bits", true, "some bits of a net that is read have no driver, or some bits of a variable that is read are never written"},
	{LintUnusedParam, "unused-parameter", true, "a parameter, genvar, function, task or event is never used"},
	{LintLatch, "latch", true, "combinational code keeps a variable's old value on some path: a latch"},
	{LintMultidriven, "multidriven", true, "bits of a net have several drivers, or several always constructs write a variable"},
	{LintBlockSeq, "blockseq", true, "a blocking assignment in a clocked always construct writes a variable that is read elsewhere"},
	{LintCombDelay, "combdly", true, "a nonblocking assignment stands in combinational code"},
	{LintBlkAndNblk, "blkandnblk", true, "a variable is written by both blocking and nonblocking assignments"},
	{LintCaseMissing, "case-incomplete", true, "a case statement has no default and does not cover all values (IEEE 1364-2005 9.5)"},
	{LintCaseOverlap, "case-overlap", true, "an item of a case statement repeats values of an earlier one, which goes first (IEEE 1364-2005 9.5)"},
	{LintCaseXZ, "case-xz", true, "an item of a case statement has x or z bits and cannot match a value of 0 and 1 (IEEE 1364-2005 9.5)"},
	{LintSensitivity, "sensitivity-list", true, "a signal that combinational code reads is not in its event control (IEEE 1364-2005 9.7.5)"},
	{LintCmpConst, "cmp-const", true, "a comparison has the same result for all values of its operand"},
	{LintShadow, "shadow", true, "a declaration hides one of an outer scope (IEEE 1364-2005 12.7)"},
	{LintRealConvert, "real-convert", true, "a real value is rounded to an integer (IEEE 1364-2005 4.8.2)"},
	{LintAssignInput, "assign-input", true, "an input port is driven from inside its module (IEEE 1364-2005 12.3.9)"},
	{LintEdgeVector, "edge-vector", true, "an edge looks at the least significant bit of a vector only (IEEE 1364-2005 9.7.2)"},
	{LintCasex, "casex", true, "casex takes x in the value that is looked at for a match (IEEE 1364-2005 9.5.1)"},
	{LintSyncAsync, "sync-async", true, "a signal is used both in event controls, as asynchronous reset, and as data of clocked code"},
	{LintCombOrder, "comb-order", true, "combinational code reads a variable before it writes it"},
}
