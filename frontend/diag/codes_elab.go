package diag

// elabCodes are the codes of elaboration: E2xxx errors, W2xxx warnings.
var elabCodes = []Info{
	{Code: "W2001", Class: "implicit", Quiet: true, Text: "a net is declared implicitly (IEEE 1364-2005 4.5)"},
	{Code: "W2002", Class: "portbind", Quiet: true, Text: "a port is left unconnected or is connected with another width"},
	{Code: "W2003", Class: "select-range", Quiet: true, Text: "a constant select lies outside its vector or array"},
	{Code: "W2004", Class: "timescale", Quiet: true, Text: "some modules have a `timescale and others have not"},
}
