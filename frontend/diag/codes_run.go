package diag

// runCodes are the codes of what goes wrong while a design runs: R and three digits. The runtime, which knows nothing of the
// front end, gives them; they stand here to be explained, and a test (tools/pages) compares.
var runCodes = []Info{
	{Code: "R100", Text: "a kernel failed, or gave the host a damaged record: a fault of gpga or of the device"},
	{Code: "R101", Text: "the state, or one of its buffers, would exceed the limit of memory (--max-memory)"},
	{Code: "R102", Text: "a loop inside a function does not end"},
	{Code: "R103", Text: "the simulation passed the time of --max-time"},
	{Code: "R104", Text: "time does not advance: processes wake each other without delay (--spin-limit)"},
	{Code: "R110", Text: "a snapshot cannot be made at the time asked for"},
	{Code: "R111", Text: "a file of a snapshot cannot be read or is no snapshot"},
	{Code: "R112", Text: "a snapshot does not fit the design or the options of this run"},
	{Code: "R113", Text: "a snapshot cannot be continued: a file that was open then has changed"},
	{Code: "R114", Text: "a list of instances is malformed"},
}
