package diag

// Codes of the scanner and the parser (IEEE 1364-2005 Annex A).
const (
	ParseBadChar        Code = "S1001"
	ParseBadNumber      Code = "S1002"
	ParseBadString      Code = "S1003"
	ParseNumberWidth    Code = "S1004"
	ParseUnexpected     Code = "S1101"
	ParseExpectedExpr   Code = "S1102"
	ParseSystemVerilog  Code = "S1103"
	ParseDepth          Code = "S1104"
	ParseEndOfFile      Code = "S1105"
	ParseBadLValue      Code = "S1106"
	ParseBadPort        Code = "S1107"
	ParseBadStrength    Code = "S1108"
	ParseBadUDP         Code = "S1109"
	ParseBadAttribute   Code = "S1110"
	ParseBadDelay       Code = "S1111"
	ParseDuplicate      Code = "S1112"
	ParseBadEvent       Code = "S1113"
	ParseBadFunction    Code = "S1114"
	ParseBadGenerate    Code = "S1115"
	ParseBadSpecify     Code = "S1116"
	ParseBadConfig      Code = "S1117"
	ParseBadInstance    Code = "S1118"
	ParseTooManyTokens  Code = "S1119"
	ParseGeneration     Code = "S1120"
	ParseLibraryFile    Code = "S1121"
	ParseBadDeclaration Code = "S1122"

	ParseTruncated    Code = "W1101"
	ParseEmptyPort    Code = "W1102"
	ParseAnachronism  Code = "W1103"
	ParseStringEscape Code = "W1104"
	ParseExtension    Code = "W1105"
)

var parseCodes = []Info{
	{ParseBadChar, "", false, "a byte that starts no token (IEEE 1364-2005 clause 3)"},
	{ParseBadNumber, "", false, "a malformed number (IEEE 1364-2005 3.5)"},
	{ParseBadString, "", false, "a string literal is not closed on its line (IEEE 1364-2005 3.6)"},
	{ParseNumberWidth, "", false, "a number's size is zero or above the limit"},
	{ParseUnexpected, "", false, "a token that does not fit here"},
	{ParseExpectedExpr, "", false, "an expression is missing or malformed"},
	{ParseSystemVerilog, "", false, "a construct of SystemVerilog (IEEE 1800), which is not read"},
	{ParseDepth, "", false, "expressions, statements or blocks are nested too deeply"},
	{ParseEndOfFile, "", false, "the file ends inside a construct"},
	{ParseBadLValue, "", false, "the left side cannot be assigned to"},
	{ParseBadPort, "", false, "a malformed port or port connection list"},
	{ParseBadStrength, "", false, "a malformed drive or charge strength (IEEE 1364-2005 7.9)"},
	{ParseBadUDP, "", false, "a malformed primitive or table (IEEE 1364-2005 clause 8)"},
	{ParseBadAttribute, "", false, "a malformed attribute instance (IEEE 1364-2005 3.8)"},
	{ParseBadDelay, "", false, "a malformed delay"},
	{ParseDuplicate, "", false, "a name or clause is given twice"},
	{ParseBadEvent, "", false, "a malformed event control (IEEE 1364-2005 9.7)"},
	{ParseBadFunction, "", false, "a malformed function or task (IEEE 1364-2005 clause 10)"},
	{ParseBadGenerate, "", false, "a malformed generate construct (IEEE 1364-2005 12.4)"},
	{ParseBadSpecify, "", false, "a malformed specify item (IEEE 1364-2005 clauses 14, 15)"},
	{ParseBadConfig, "", false, "a malformed configuration or library map (IEEE 1364-2005 clause 13)"},
	{ParseBadInstance, "", false, "a malformed instance (IEEE 1364-2005 12.1)"},
	{ParseTooManyTokens, "", false, "the source exceeds an internal limit"},
	{ParseGeneration, "", false, "a construct of a later edition of IEEE 1364 than the one chosen"},
	{ParseLibraryFile, "", false, "a library file does not define the module it is named after"},
	{ParseBadDeclaration, "", false, "a malformed declaration"},
	{ParseTruncated, "literal-truncated", false, "a sized number has more bits than its size; the high bits are dropped"},
	{ParseEmptyPort, "null-port", true, "a port list has an empty port"},
	{ParseAnachronism, "anachronisms", true, "an old form that later editions replace"},
	{ParseExtension, "extensions", true, "a form of IEEE 1800 or Verilog-AMS that is read as Icarus reads it"},
	{ParseStringEscape, "string-escape", true, "an unknown escape sequence in a string"},
}
