package parse

import (
	"github.com/gpga/gpga/frontend/preproc"
	"github.com/gpga/gpga/frontend/source"
)

type kind uint8

const (
	tEOF kind = iota
	tIdent
	tEscaped // text without the backslash
	tSys     // text with the $
	tNumber  // integer literal, size and base included
	tReal
	tString // text with the quotes
	tKeyword
	tOp
	tTable // one character between table and endtable
	tBad   // what started no token (already reported)
)

// token is one lexical token. Keywords and operators are told apart by text.
type token struct {
	kind kind
	off  int // in the preprocessed text
	text string
	pos  source.Pos
	end  source.Pos
}

// keywords maps a reserved word to the first edition that reserves it; the
// config words of 2001 are left out by 1364-2001-noconfig.
var keywords = map[string]preproc.Keywords{}

// configWords are not reserved in 1364-2001-noconfig (19.11).
var configWords = map[string]bool{"cell": true, "config": true, "design": true, "endconfig": true, "incdir": true, "include": true,
	"instance": true, "liblist": true, "library": true, "use": true}

func init() {
	for _, w := range []string{"always", "and", "assign", "begin", "buf", "bufif0", "bufif1", "case", "casex", "casez", "cmos", "deassign",
		"default", "defparam", "disable", "edge", "else", "end", "endcase", "endfunction", "endmodule", "endprimitive", "endspecify",
		"endtable", "endtask", "event", "for", "force", "forever", "fork", "function", "highz0", "highz1", "if", "ifnone", "initial",
		"inout", "input", "integer", "join", "large", "macromodule", "medium", "module", "nand", "negedge", "nmos", "nor", "not",
		"notif0", "notif1", "or", "output", "parameter", "pmos", "posedge", "primitive", "pull0", "pull1", "pulldown", "pullup",
		"rcmos", "real", "realtime", "reg", "release", "repeat", "rnmos", "rpmos", "rtran", "rtranif0", "rtranif1", "scalared", "small",
		"specify", "specparam", "strong0", "strong1", "supply0", "supply1", "table", "task", "time", "tran", "tranif0", "tranif1", "tri",
		"tri0", "tri1", "triand", "trior", "trireg", "vectored", "wait", "wand", "weak0", "weak1", "while", "wire", "wor", "xnor", "xor"} {
		keywords[w] = preproc.Keywords1995
	}
	for _, w := range []string{"automatic", "cell", "config", "design", "endconfig", "endgenerate", "generate", "genvar", "incdir",
		"include", "instance", "liblist", "library", "localparam", "noshowcancelled", "pulsestyle_ondetect", "pulsestyle_onevent",
		"showcancelled", "signed", "unsigned", "use"} {
		keywords[w] = preproc.Keywords2001
	}
	keywords["uwire"] = preproc.Keywords2005
}

// reserved tells whether w is a reserved word of the edition.
func reserved(w string, edition preproc.Keywords) bool {
	first, ok := keywords[w]
	if !ok {
		return false
	}
	switch edition {
	case preproc.Keywords1995:
		return first == preproc.Keywords1995
	case preproc.Keywords2001:
		return first != preproc.Keywords2005
	case preproc.Keywords2001NoConfig:
		return first != preproc.Keywords2005 && !configWords[w]
	}
	return true
}

// svWords are the reserved words that IEEE 1800-2017 adds to 1364-2005.
var svWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{"accept_on", "alias", "always_comb", "always_ff", "always_latch", "assert", "assume", "before", "bind",
		"bins", "binsof", "bit", "break", "byte", "chandle", "checker", "class", "clocking", "const", "constraint", "context", "continue",
		"cover", "covergroup", "coverpoint", "cross", "dist", "do", "endchecker", "endclass", "endclocking", "endgroup", "endinterface",
		"endpackage", "endprogram", "endproperty", "endsequence", "enum", "eventually", "expect", "export", "extends", "extern", "final",
		"first_match", "foreach", "forkjoin", "global", "iff", "ignore_bins", "illegal_bins", "implements", "implies", "import", "inside",
		"int", "interconnect", "interface", "intersect", "join_any", "join_none", "let", "local", "logic", "longint", "matches", "modport",
		"nettype", "new", "nexttime", "null", "package", "packed", "priority", "program", "property", "protected", "pure", "rand", "randc",
		"randcase", "randsequence", "ref", "reject_on", "restrict", "return", "s_always", "s_eventually", "s_nexttime", "s_until",
		"s_until_with", "sequence", "shortint", "shortreal", "soft", "solve", "static", "string", "strong", "struct", "super",
		"sync_accept_on", "sync_reject_on", "tagged", "this", "throughout", "timeprecision", "timeunit", "type", "typedef", "union",
		"unique", "unique0", "until", "until_with", "untyped", "var", "virtual", "void", "wait_order", "weak", "wildcard", "with",
		"within"} {
		m[w] = true
	}
	return m
}()

// operators, longest first for each first character.
var operators = func() (t [256][]string) {
	for _, op := range []string{"===", "!==", "<<<", ">>>", "&&&", "==", "!=", "&&", "||", "<<", ">>", "<=", ">=", "**", "~&", "~|", "~^",
		"^~", "->", "=>", "*>", "+:", "-:", "(*", "*)", "(", ")", "[", "]", "{", "}", ";", ":", ",", ".", "#", "@", "?", "=", "+", "-",
		"*", "/", "%", "!", "~", "&", "|", "^", "<", ">", "$", "'"} {
		t[op[0]] = append(t[op[0]], op)
	}
	return
}()
