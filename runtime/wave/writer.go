package wave

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gpga/gpga/frontend/design/logic"
)

// ScopeKind is what a scope is. Generate blocks and named blocks both print as
// begin but stand at different places among a module's scopes.
type ScopeKind uint8

// The kinds of scopes, in the order Icarus writes them within a scope.
const (
	Function ScopeKind = iota
	Generate
	Module
	Begin
	Fork
	Task
)

func (k ScopeKind) String() string {
	return [...]string{"function", "begin", "module", "begin", "fork", "task"}[k%6]
}

// VarKind is the type of a variable as VCD names it: "wire", "reg", "integer",
// "real", "event", "time", "tri", "wand", "supply0" and so on.
type VarKind string

// The kinds that decide how a value is written.
const (
	Wire    VarKind = "wire"
	Reg     VarKind = "reg"
	Integer VarKind = "integer"
	Time    VarKind = "time"
	Real    VarKind = "real"
	Event   VarKind = "event"
)

// rank is a kind's place in a scope: events, nets, regs, other variables.
func (k VarKind) rank() int {
	switch k {
	case Event:
		return 0
	case Reg:
		return 2
	case Integer, Real, Time:
		return 3
	}
	return 1
}

// ID names a variable of a Writer; the zero ID is none.
type ID int

// Value is a variable's value: Real for a real, nothing for an event, otherwise
// Vec.
type Value struct {
	Vec  logic.Vec
	Real float64
}

// Scope is a tree for AddTree.
type Scope struct {
	Kind   ScopeKind
	Name   string
	Vars   []*Var
	Scopes []*Scope
	Added  bool // AddTree has declared its variables
}

// Var is a variable of a Scope. Width counts bits (1 for an event or a real);
// Left and Right are its range as declared. Variables with the same Key, where
// that is not nil, are one net under several names and share an ID, which AddTree
// sets.
type Var struct {
	Kind        VarKind
	Width       int
	Name        string
	Left, Right int
	Key         any
	ID          ID
}

type dumped struct {
	kind  VarKind
	width int
	code  string
	value Value
	dirty bool
}

// Writer writes one dump. Use New or NewWriter.
type Writer struct {
	mu      sync.Mutex
	out     *bufio.Writer
	file    *os.File
	err     error
	written int64
	vars    []dumped // ID-1
	order   []ID     // as declared
	keys    map[any]ID
	depth   int
	pending []ID // changed in this step, in order of the first change
	now     uint64
	printed uint64 // the last time written
	started bool
	off     bool
	full    bool
	closed  bool
	limit   int64
	onLimit func(bytes int64)
}

// New creates the file at path. exponent is the power of ten, in seconds, of a
// tick.
func New(path string, exponent int) (*Writer, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	w := NewWriter(f, exponent, time.Now())
	w.file = f
	return w, nil
}

// NewWriter writes to out, with date in the header.
func NewWriter(out io.Writer, exponent int, date time.Time) *Writer {
	w := &Writer{out: bufio.NewWriterSize(out, 1<<16), keys: map[any]ID{}}
	w.put("$date\n\t", date.Format("Mon Jan _2 15:04:05 2006"), "\n$end\n$version\n\tgpga\n$end\n$timescale\n\t", TimeScale(exponent), "\n$end\n")
	return w
}

// TimeScale names a power of ten of a second: -11 is "10ps".
func TimeScale(exponent int) string {
	units := []string{"s", "ms", "us", "ns", "ps", "fs"}
	i := min(max(0, (2-exponent)/3), len(units)-1)
	return "1" + strings.Repeat("0", min(max(exponent+3*i, 0), 18)) + units[i]
}

func (w *Writer) put(parts ...string) {
	if w.closed {
		return
	}
	for _, s := range parts {
		n, err := w.out.WriteString(s)
		w.written += int64(n)
		if err != nil && w.err == nil {
			w.err = err
		}
	}
}

// code gives the n-th identifier: base 94 from ! on, least digit first.
func code(n int) string {
	var b []byte
	for {
		b = append(b, byte(n%94)+33)
		n /= 94
		if n == 0 {
			return string(b)
		}
	}
}

// EnterScope opens a scope.
func (w *Writer) EnterScope(kind ScopeKind, name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.enter(kind, name)
}

func (w *Writer) enter(kind ScopeKind, name string) {
	w.depth++
	w.put("$scope ", kind.String(), " ", name, " $end\n")
}

// LeaveScope closes the innermost scope.
func (w *Writer) LeaveScope() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.leave()
}

func (w *Writer) leave() {
	if w.depth > 0 {
		w.depth--
		w.put("$upscope $end\n")
	}
}

// AddVar declares a variable in the innermost scope. alias is the ID of a
// variable that it is another name of, or 0. A range is written for vectors and
// for single bits whose left bound is not 0.
func (w *Writer) AddVar(kind VarKind, width int, name string, left, right int, alias ID) ID {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.add(&Var{Kind: kind, Width: width, Name: name, Left: left, Right: right, ID: alias})
}

// Add declares a variable in the innermost scope and sets its ID, which it shares with others of its key.
func (w *Writer) Add(v *Var) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.add(v)
}

func (w *Writer) add(v *Var) ID {
	if v.Kind == Event || v.Kind == Real {
		v.Width = 1
	}
	if v.ID == 0 && v.Key != nil {
		v.ID = w.keys[v.Key]
	}
	if v.ID <= 0 || int(v.ID) > len(w.vars) {
		w.vars = append(w.vars, dumped{kind: v.Kind, width: v.Width, code: code(len(w.vars))})
		v.ID = ID(len(w.vars))
		d := &w.vars[v.ID-1]
		if v.Kind != Real && v.Kind != Event {
			d.value.Vec = logic.Filled(v.Width, logic.LX)
		}
		if v.Key != nil {
			w.keys[v.Key] = v.ID
		}
	}
	name := v.Name
	if needsEscape(name) {
		name = "\\" + name
	}
	w.put("$var ", string(v.Kind), " ", strconv.Itoa(v.Width), " ", w.vars[v.ID-1].code, " ", name)
	if v.Width > 1 || v.Left != 0 {
		w.put(" [", strconv.Itoa(v.Left), ":", strconv.Itoa(v.Right), "]")
	}
	w.put(" $end\n")
	return v.ID
}

// needsEscape reports whether a name is no simple identifier.
func needsEscape(name string) bool {
	for i := 0; i < len(name); i++ {
		c := name[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return true
		}
	}
	return name == ""
}

// AddTree declares a scope with what is in it, depth scopes deep (1 is the scope
// alone, 0 or less is all), in Icarus's order of kinds, and sets the IDs. What has
// been declared is left out; AddTree returns the scopes that it had declared before.
func (w *Writer) AddTree(s *Scope, depth int) (again []*Scope) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if depth <= 0 {
		depth = math.MaxInt
	}
	w.addTree(s, depth, &again)
	return again
}

func (w *Writer) addTree(s *Scope, depth int, again *[]*Scope) {
	w.enter(s.Kind, s.Name)
	if s.Added {
		*again = append(*again, s)
	}
	s.Added = true
	for rank := range 4 {
		for _, v := range s.Vars {
			if v.Kind.rank() == rank && v.ID == 0 {
				w.add(v)
			}
		}
	}
	if depth > 1 {
		for kind := Function; kind <= Task; kind++ {
			for _, c := range s.Scopes {
				if c.Kind == kind {
					w.addTree(c, depth-1, again)
				}
			}
		}
	}
	w.leave()
}

// Start ends the declarations and writes the values at time t, which value gives
// for each variable; nil stands for values given to Change before. It belongs to
// the end of the step in which $dumpvars ran.
func (w *Writer) Start(t uint64, value func(ID) Value) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.started {
		return
	}
	for w.depth > 0 {
		w.leave()
	}
	w.started = true
	w.now, w.printed = t, t
	if value != nil {
		for i := range w.vars {
			w.vars[i].value = value(ID(i + 1))
		}
	}
	for _, id := range w.pending {
		w.vars[id-1].dirty = false
	}
	w.pending = nil
	w.put("$enddefinitions $end\n")
	if !w.off {
		w.stamp(t)
		w.put("$dumpvars\n")
		w.checkpoint()
	}
}

// checkpoint writes every variable, the last declared first, and $end.
func (w *Writer) checkpoint() {
	for i := len(w.vars) - 1; i >= 0; i-- {
		w.show(&w.vars[i])
	}
	w.put("$end\n")
}

func (w *Writer) stamp(t uint64) {
	w.put("#", strconv.FormatUint(t, 10), "\n")
	w.printed = t
}

func (w *Writer) show(d *dumped) {
	switch {
	case d.kind == Real:
		w.put("r", realText(d.value.Real), " ", d.code, "\n")
	case d.kind == Event:
		w.put("1", d.code, "\n")
	case d.width == 1:
		w.put(d.value.Vec.Bit(0).String(), d.code, "\n")
	default:
		w.put("b", shorten(d.value.Vec.Bits()), " ", d.code, "\n")
	}
}

// realText is C's %.16g.
func realText(r float64) string {
	switch {
	case math.IsNaN(r):
		return "nan"
	case math.IsInf(r, 1):
		return "inf"
	case math.IsInf(r, -1):
		return "-inf"
	}
	return strconv.FormatFloat(r, 'g', 16, 64)
}

// shorten drops leading bits that a reader puts back: a run of equal bits 0, x or
// z keeps one, and that one only where what follows would not imply it
// (IEEE 1364-2005 18.2.1).
func shorten(s string) string {
	if s == "" || s[0] == '1' {
		return s
	}
	i := 0
	for i+1 < len(s) && s[i+1] == s[0] {
		i++
	}
	if i+1 < len(s) && s[0] == '0' && s[i+1] == '1' {
		i++
	}
	return s[i:]
}

// Change notes a new value of a vector.
func (w *Writer) Change(id ID, v logic.Vec) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if d := w.mark(id); d != nil {
		d.value.Vec = v
	}
}

// ChangeReal notes a new value of a real.
func (w *Writer) ChangeReal(id ID, r float64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if d := w.mark(id); d != nil {
		d.value.Real = r
	}
}

// Trigger notes an event.
func (w *Writer) Trigger(id ID) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.mark(id)
}

// mark puts a variable among those to write at the end of the step, where
// dumping is on; its value is kept in any case.
func (w *Writer) mark(id ID) *dumped {
	if id <= 0 || int(id) > len(w.vars) || w.closed {
		return nil
	}
	d := &w.vars[id-1]
	if !w.started || w.off || w.full || d.dirty {
		return d
	}
	if w.limit > 0 && w.written > w.limit {
		w.full = true
		w.put("$comment Dump file limit (", strconv.FormatInt(w.limit, 10), " bytes) exceeded. $end\n")
		if w.onLimit != nil {
			w.onLimit(w.limit)
		}
		return d
	}
	d.dirty = true
	w.pending = append(w.pending, id)
	return d
}

// drain writes the step's changes.
func (w *Writer) drain() {
	if len(w.pending) == 0 {
		return
	}
	if w.now != w.printed {
		w.stamp(w.now)
	}
	for i := len(w.pending) - 1; i >= 0; i-- {
		d := &w.vars[w.pending[i]-1]
		d.dirty = false
		w.show(d)
	}
	w.pending = w.pending[:0]
}

// Time says that the changes from here on happen at time t; it ends the step
// before. A t below the current time changes nothing.
func (w *Writer) Time(t uint64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if t > w.now {
		w.drain()
		w.now = t
	}
}

// EndStep writes the changes of the current time now, for an engine that ends a
// time step without knowing the next.
func (w *Writer) EndStep() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.drain()
}

// section writes the head of $dumpoff, $dumpon or $dumpall; false before Start.
func (w *Writer) section(name string) bool {
	if !w.started {
		return false
	}
	if w.now > w.printed {
		w.stamp(w.now)
	}
	w.put(name, "\n")
	return true
}

// Off is $dumpoff: all variables are written as x, and changes are left out until
// On.
func (w *Writer) Off() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.off {
		return
	}
	w.off = true
	if !w.section("$dumpoff") {
		return
	}
	for i := len(w.vars) - 1; i >= 0; i-- {
		switch d := &w.vars[i]; {
		case d.kind == Real:
			w.put("rNaN ", d.code, "\n")
		case d.kind == Event:
		case d.width == 1:
			w.put("x", d.code, "\n")
		default:
			w.put("bx ", d.code, "\n")
		}
	}
	w.put("$end\n")
}

// On is $dumpon: all variables are written, and changes again.
func (w *Writer) On() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.off {
		return
	}
	w.off = false
	if w.section("$dumpon") {
		w.checkpoint()
	}
}

// All is $dumpall: all variables are written.
func (w *Writer) All() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.off && w.section("$dumpall") {
		w.checkpoint()
	}
}

// Limit is $dumplimit: once the dump is larger than bytes, it says so in a
// comment, calls exceeded, and leaves changes out. 0 is no limit.
func (w *Writer) Limit(bytes int64, exceeded func(bytes int64)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.limit, w.onLimit = bytes, exceeded
}

// Flush is $dumpflush: what was written so far reaches the file.
func (w *Writer) Flush() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.flush()
}

func (w *Writer) flush() error {
	if w.closed {
		return nil
	}
	if err := w.out.Flush(); err != nil && w.err == nil {
		w.err = err
	}
	return w.err
}

// Close ends the dump at time t, in ticks: pending changes are written, and the
// end time where the last change was earlier. It gives the first error of all
// writing.
func (w *Writer) Close(t uint64) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return nil
	}
	for w.depth > 0 {
		w.leave()
	}
	w.drain()
	if t > w.now {
		w.now = t
	}
	if w.started && !w.off && !w.full && w.now != w.printed {
		w.stamp(w.now)
	}
	err := w.flush()
	w.closed = true
	if w.file != nil {
		err = errors.Join(err, w.file.Close())
	}
	if err != nil {
		return fmt.Errorf("writing the dump: %w", err)
	}
	return nil
}
