package diag

// Codes of the preprocessor (IEEE 1364-2005 clause 19).
const (
	PreUnterminatedComment Code = "P1001"
	PreUnterminatedString  Code = "P1002"
	PreUnterminatedIf      Code = "P1003"
	PreStrayElse           Code = "P1004"
	PreUnknownDirective    Code = "P1005"
	PreMacroArgs           Code = "P1007"
	PreBadDefine           Code = "P1008"
	PreRecursion           Code = "P1009"
	PreExpansionSize       Code = "P1010"
	PreIncludeMissing      Code = "P1011"
	PreIncludeDepth        Code = "P1012"
	PreBadInclude          Code = "P1013"
	PreBadTimescale        Code = "P1014"
	PreBadDirective        Code = "P1015"
	PreFileRead            Code = "P1016"
	PreKeywords            Code = "P1017"
	PreTooLarge            Code = "P1018"
	PreNestedComment       Code = "P1019"

	PreRedefined      Code = "W1001"
	PreExtraText      Code = "W1002"
	PrePragmaIgnored  Code = "W1003"
	PreUndefinedMacro Code = "W1004"
)

var preprocCodes = []Info{
	{PreUnterminatedComment, "", false, "a block comment is not closed"},
	{PreUnterminatedString, "", false, "a string or a macro argument list is not closed"},
	{PreUnterminatedIf, "", false, "an `ifdef or `ifndef has no `endif"},
	{PreStrayElse, "", false, "an `else, `elsif or `endif stands without its `ifdef"},
	{PreUnknownDirective, "", false, "a backquote is not followed by a name"},
	{PreMacroArgs, "", false, "a macro use and its definition differ in their arguments"},
	{PreBadDefine, "", false, "a `define or `undef is malformed"},
	{PreRecursion, "", false, "a macro expands into itself or macros are nested too deeply"},
	{PreExpansionSize, "", false, "macro expansion grows beyond the limit"},
	{PreIncludeMissing, "", false, "an included file is not found"},
	{PreIncludeDepth, "", false, "`include is nested too deeply"},
	{PreBadInclude, "", false, "an `include is malformed"},
	{PreBadTimescale, "", false, "a `timescale is malformed (IEEE 1364-2005 19.8)"},
	{PreBadDirective, "", false, "a directive's argument is malformed"},
	{PreFileRead, "", false, "a file cannot be read"},
	{PreKeywords, "", false, "`begin_keywords or `end_keywords is malformed (IEEE 1364-2005 19.11)"},
	{PreTooLarge, "", false, "a file is larger than positions can address"},
	{PreNestedComment, "", false, "a block comment has another one's start inside; -gno-strict-comment accepts it"},
	{PreRedefined, "macro-redefinition", true, "a macro is defined again with another text"},
	{PreExtraText, "directive-text", true, "text after a directive is ignored"},
	{PreUndefinedMacro, "undefined-macro", false, "a macro is used that is not defined; it stands for nothing"},
	{PrePragmaIgnored, "pragma", true, "a `pragma is not known and has no effect"},
}
