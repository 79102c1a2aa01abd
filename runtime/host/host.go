package host

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/gpga/gpga/frontend/design/logic"
)

// Config says what machine a Host shows to the design.
type Config struct {
	Stdout io.Writer // nil: os.Stdout
	Stderr io.Writer // nil: os.Stderr
	Stdin  io.Reader // nil: os.Stdin

	// PlusArgs are the simulation's arguments; those that start with + are
	// seen by $test$plusargs and $value$plusargs, in order.
	PlusArgs []string

	// Dir is the directory that relative file names start from; empty is the
	// current one. Under `bazel run` it is BUILD_WORKING_DIRECTORY (WorkingDir).
	Dir string

	// InputDir is where a file that is opened for reading alone, with a relative
	// name, is looked for when Dir does not have it; empty is nowhere.
	InputDir string

	// Precision is the power of ten, in seconds, of the simulation's tick.
	Precision int
}

// WorkingDir is the directory the user started the program in: Bazel's
// BUILD_WORKING_DIRECTORY where it is set, otherwise the current directory.
func WorkingDir() string {
	if d := os.Getenv("BUILD_WORKING_DIRECTORY"); d != "" {
		return d
	}
	return ""
}

// Caller says who calls: the system task or function with its $, the place in
// the source that messages name, and the scope with its time scale.
type Caller struct {
	Name      string // "$display"
	File      string // as the compiler was given it
	Line      int
	Scope     string // full name, what %m prints
	Module    string // full name of the scope's module, for $printtimescale; empty: Scope
	Unit      int    // the module's time unit, a power of ten in seconds
	Precision int    // the module's time precision, likewise
	Now       uint64 // simulation time, in ticks
}

// Write is one value to store in an argument of the call.
type Write struct {
	Arg   int // index into the call's arguments
	Index int // the word's address where that argument is a memory
	Value Arg // ArgVec of the target's width, or ArgReal
}

// Result is what a call came to.
type Result struct {
	// Value is a function's value; ArgEmpty for a task, or where the call
	// failed before it had one.
	Value  Arg
	Writes []Write
	// Finish asks the engine to end the simulation as $finish(Level) does.
	Finish bool
	Level  int
	// Stop asks for $stop.
	Stop bool
	// ExitCode is the process's exit status that a $fatal asks for.
	ExitCode int
}

// Host is one simulation's services. Use New.
type Host struct {
	mu     sync.Mutex
	cfg    Config
	closed bool

	out    *bufio.Writer
	errOut io.Writer
	stdin  *stream
	in     *counted // under stdin

	mcd [31]*stream // multichannel descriptors; bit 0 is standard output
	fd  []*stream   // file descriptors 0x80000000+i; 0..2 are the standard ones

	errno     int    // C's errno, as $ferror reads it
	errText   string // its text
	tf        timeFormat
	searchDir []string // $readmempath
	strobes   []uint32 // descriptors of the $fstrobe that have not printed yet, in their order
	rnd       int64    // seed of $random without an argument
	urnd      int64    // seed of $urandom
	queues    map[int32]*queue
	ports     []*portsFile // of $dumpports, in the order of the calls
	now       uint64       // time of the last call
}

// New makes a Host. It opens nothing but the standard streams.
func New(cfg Config) *Host {
	if cfg.Stdout == nil {
		cfg.Stdout = os.Stdout
	}
	if cfg.Stderr == nil {
		cfg.Stderr = os.Stderr
	}
	if cfg.Stdin == nil {
		cfg.Stdin = os.Stdin
	}
	h := &Host{cfg: cfg, out: bufio.NewWriterSize(cfg.Stdout, 1<<16), errOut: cfg.Stderr}
	h.tf = timeFormat{units: cfg.Precision, width: 20}
	h.in = &counted{r: cfg.Stdin}
	h.stdin = &stream{name: "stdin", r: bufio.NewReader(h.in), beforeRead: func() { h.out.Flush() }}
	stdout := &stream{name: "stdout", w: h.out}
	stderr := &stream{name: "stderr", w: cfg.Stderr}
	h.mcd[0] = stdout
	h.fd = []*stream{h.stdin, stdout, stderr}
	return h
}

// Precision gives the power of ten of the simulation's tick, in seconds.
func (h *Host) Precision() int { return h.cfg.Precision }

// Path gives the file name that the design's name stands for.
func (h *Host) Path(name string) string {
	if h.cfg.Dir == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(h.cfg.Dir, name)
}

// readPath is Path for a file that is read.
func (h *Host) readPath(name string) string {
	path := h.Path(name)
	if h.cfg.InputDir == "" || path == name {
		return path
	}
	if _, err := os.Stat(path); err != nil {
		return filepath.Join(h.cfg.InputDir, name)
	}
	return path
}

// Print writes text to standard output, as a message of the simulator itself.
func (h *Host) Print(text string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.print(text)
}

func (h *Host) print(text string) {
	if !h.closed {
		h.out.WriteString(text)
	}
}

func (h *Host) printf(format string, a ...any) { h.print(fmt.Sprintf(format, a...)) }

// NoDump says that the file of a dump cannot be opened: on standard output in Icarus Verilog's words, on standard error why.
func (h *Host) NoDump(c Caller, path string, why error) {
	h.Print(fmt.Sprintf("VCD Error: %s:%d: Unable to open %s for output.\n", c.File, c.Line, path))
	var p *fs.PathError
	if errors.As(why, &p) {
		why = p.Err
	}
	fmt.Fprintf(h.errOut, "%s:%d: %s: %v\n", c.File, c.Line, path, why)
}

// at prints a message of the form "KIND: file:line: text\n".
func (h *Host) at(c Caller, kind, format string, a ...any) {
	h.printf("%s: %s:%d: %s\n", kind, c.File, c.Line, fmt.Sprintf(format, a...))
}

// atQuoted prints a message and, aligned below it, a quoted text.
func (h *Host) atQuoted(c Caller, kind, text, quoted string) {
	msg := fmt.Sprintf("%s: %s:%d:", kind, c.File, c.Line)
	if len(msg) > 63 {
		msg = msg[:63]
	}
	h.printf("%s %s\n%s \"%s\".\n", msg, text, strings.Repeat(" ", len(msg)), quoted)
}

// Flush writes out what is buffered for standard output and every open file.
func (h *Host) Flush() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.flushAll()
}

func (h *Host) flushAll() error {
	var first error
	keep := func(err error) {
		if err != nil && first == nil {
			first = err
		}
	}
	keep(h.out.Flush())
	for _, s := range h.mcd {
		if s != nil {
			keep(s.flush())
		}
	}
	for _, s := range h.fd {
		if s != nil {
			keep(s.flush())
		}
	}
	for _, f := range h.ports {
		keep(f.out.flush())
	}
	return first
}

// Close writes everything out and closes the design's files. It may be called
// more than once, and while another goroutine is in a call.
func (h *Host) Close() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil
	}
	h.closePorts()
	err := h.flushAll()
	for i, s := range h.mcd {
		if s != nil && i > 0 {
			s.close()
		}
	}
	for i, s := range h.fd {
		if s != nil && i > 2 {
			s.close()
		}
	}
	h.closed = true
	return err
}

type handler func(h *Host, c Caller, args []Arg) Result

// Known reports whether Call serves a system task or function of this name.
func Known(name string) bool {
	_, ok := services()[name]
	return ok
}

// Call serves one call of the system task or function c.Name. A name that Known
// does not have gives a message and an empty result.
func (h *Host) Call(c Caller, args []Arg) Result {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now = max(h.now, c.Now)
	f, ok := services()[c.Name]
	if !ok {
		h.at(c, "ERROR", "%s is not a system task or function of this simulator.", c.Name)
		return Result{Finish: true, Level: 1, ExitCode: 1}
	}
	return f(h, c, args)
}

// services is every table of the package's files in one.
var services = sync.OnceValue(func() map[string]handler {
	all := map[string]handler{}
	for _, t := range []map[string]handler{displayServices, fileServices, readServices, memoryServices,
		plusargServices, randomServices, mathServices, timeServices, queueServices, driverServices, portServices} {
		maps.Copy(all, t)
	}
	return all
})

// intResult is the value of a function of type integer.
func intResult(i int) Result {
	return Result{Value: Arg{Kind: ArgVec, Vec: logic.FromInt64(32, int64(int32(i))), Signed: true}}
}

func realResult(r float64) Result { return Result{Value: Real(r)} }

// need checks that a call has at least n arguments; with too few it gives
// Icarus's kind of message and ends the simulation, as vvp does before it starts.
func (h *Host) need(c Caller, args []Arg, n int) bool {
	if len(args) >= n {
		return true
	}
	words := []string{"no arguments", "one argument", "two arguments", "three arguments", "four arguments"}
	h.at(c, "ERROR", "%s requires %s.", c.Name, words[min(n, 4)])
	return false
}

var tooFew = Result{Finish: true, Level: 1, ExitCode: 1}
