package fake

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/gpga/gpga/runtime/metal/objc"
)

// Accident is what goes wrong with a dispatch. The zero value is none.
type Accident struct {
	Code  int64           // of the command buffer's error; 0 for none
	Text  string          // of that error
	Hang  bool            // nothing is heard of it until Until is closed, or the fake is
	Until <-chan struct{} // ends a Hang
	Wreck bool            // the memory it can write is left full of garbage
	Trap  bool            // it does not run at all
}

// Failure is what goes wrong with a compilation. The zero value is none.
type Failure struct {
	Text  string          // of the NSError
	Empty bool            // a library without functions comes out
	Until <-chan struct{} // it takes until this is closed
}

// Options say what the machine is like. Functions that are nil never do harm.
type Options struct {
	NoDevice bool
	// Old is a macOS without the optional selectors.
	Old bool
	// Metal4 is a macOS with the compilers and archives of Metal 4.
	Metal4 bool
	// NoArchives is a device that has none, as those of virtual machines.
	NoArchives bool
	// Device and Build are the names of the device and of the system's version; "": some.
	Device, Build string
	// MaxBuffer is the device's maxBufferLength in bytes; 0 for 1 GiB.
	MaxBuffer uint64
	Library   func(source string) Failure
	Pipeline  func(source string) Failure
	// Open is asked before an archive is read, Write when half of one is written. With Until, Write waits there.
	Open, Write func(path string) Failure
	// Dispatch is asked before the n-th dispatch, counted from 0.
	Dispatch func(n int) Accident
	// Seconds is how long the GPU says that a dispatch took, from its buffers' words; nil: as long as it really took.
	Seconds func(buffers [][]uint32) float64
	// Patience is how long Close waits for what is still running and for references to be given back; 0 for ten seconds.
	Patience time.Duration
	// Encoding replaces the type encoding of a row.
	Encoding func(m *objc.Method, encoding string) string
}

// System is the fake runtime. It implements objc.System.
type System struct {
	opt Options

	mu        sync.Mutex
	objects   map[objc.ID]*object
	classes   map[string]*object
	next      objc.ID
	fault     *objc.Fault
	doing     int           // calls of Do under way, and command buffers
	lost      bool          // a dispatch failed: all later ones are ignored
	closing   chan struct{} // closed by Close
	dispatchN int
	compiling int
	stats     Stats
}

// Stats tell what happened.
type Stats struct {
	Sent       int // messages
	Dispatches int
	Objects    int // made so far
	Compiling  int // the most compilations at one time
	Libraries  int // compiled
	Pipelines  int // compiled
	Fetched    int // pipelines out of archives
	Buffers    int // bytes of buffers that are alive
}

// New makes a machine.
func New(o Options) *System {
	if o.MaxBuffer == 0 {
		o.MaxBuffer = 1 << 30
	}
	if o.Device == "" {
		o.Device = "Checking fake"
	}
	if o.Build == "" {
		o.Build = "Version 0.1 (Build 0A1)"
	}
	return &System{opt: o, objects: map[objc.ID]*object{}, classes: map[string]*object{}, next: 0x6000, closing: make(chan struct{})}
}

// object is one object with what is known of its owners.
type object struct {
	id    objc.ID
	class string
	meta  bool   // it is a class
	own   int    // references of the caller
	pool  int    // references of autorelease pools
	held  int    // references of other objects and of the system
	dead  bool   // nobody had a reference
	born  string // where it was made
	deps  []*object
	data  any
}

// Stats returns what happened so far.
func (s *System) Stats() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stats
}

// Fault is the first fault, nil when there was none.
func (s *System) Fault() *objc.Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.fault
}

// failLocked notes the first fault and panics with it.
func (s *System) failLocked(format string, args ...any) {
	if s.fault == nil {
		s.fault = objc.Faultf(format, args...)
	}
	panic(s.fault)
}

// caller is the place outside this package and package objc that a call came from.
func caller() string {
	var pcs [16]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	for {
		f, more := frames.Next()
		inside := strings.Contains(f.Function, "/metal/fake.") || strings.Contains(f.Function, "/metal/objc.")
		if !inside || strings.HasSuffix(f.File, "_test.go") {
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		if !more {
			return "?"
		}
	}
}

// makeLocked makes an object that nobody owns yet.
func (s *System) makeLocked(class string, data any, deps ...*object) *object {
	s.next += 0x10
	o := &object{id: s.next, class: class, data: data, deps: deps, born: caller()}
	for _, d := range deps {
		d.held++
	}
	s.objects[o.id] = o
	s.stats.Objects++
	return o
}

// reapLocked lets go of an object that has no references any more.
func (s *System) reapLocked(o *object) {
	if o.dead || o.meta || o.own+o.pool+o.held > 0 {
		return
	}
	o.dead = true
	if e, ok := o.data.(*encoder); ok && !e.ended {
		s.failLocked("an encoder (made at %s) is gone without endEncoding", o.born)
	}
	if b, ok := o.data.(*memory); ok {
		s.stats.Buffers -= 4 * len(b.words)
	}
	for _, d := range o.deps {
		s.dropLocked(d)
	}
	o.deps = nil
}

// dropLocked gives back a reference of the system.
func (s *System) dropLocked(o *object) {
	o.held--
	s.reapLocked(o)
}

// findLocked is the object that an id names, which must be the caller's to use.
func (s *System) findLocked(id objc.ID, what string) *object {
	if id == 0 {
		s.failLocked("%s: nil", what)
	}
	o := s.objects[id]
	switch {
	case o == nil:
		s.failLocked("%s: %#x is no object", what, uintptr(id))
	case o.dead || !o.meta && o.own+o.pool == 0:
		s.failLocked("%s: use after release of a %s (made at %s)", what, o.class, o.born)
	}
	return o
}

// calls implements objc.Calls for one Do.
type calls struct {
	s     *System
	pool  []*object
	ended bool
}

// Do implements objc.System.
func (s *System) Do(f func(c objc.Calls)) error {
	c := &calls{s: s}
	s.mu.Lock()
	s.doing++
	s.mu.Unlock()
	defer func() {
		r := recover()
		s.mu.Lock()
		defer s.mu.Unlock()
		s.doing--
		if r != nil {
			panic(r)
		}
		c.drainLocked()
	}()
	f(c)
	return nil
}

// drainLocked is the end of the pool.
func (c *calls) drainLocked() {
	c.ended = true
	for _, o := range c.pool {
		o.pool--
		c.s.reapLocked(o)
	}
}

// autoreleaseLocked hands o to the pool.
func (c *calls) autoreleaseLocked(o *object) {
	o.pool++
	c.pool = append(c.pool, o)
}

// enter begins a call; the caller unlocks.
func (c *calls) enter(what string) {
	c.s.mu.Lock()
	entered := false
	defer func() {
		if !entered {
			c.s.mu.Unlock()
		}
	}()
	if c.s.fault != nil {
		panic(c.s.fault)
	}
	if c.ended {
		c.s.failLocked("%s is called after its autorelease pool has ended", what)
	}
	c.s.stats.Sent++
	entered = true
}

// giveLocked is what a row gives, with its ownership.
func (c *calls) giveLocked(m *objc.Method, o *object) objc.Value {
	v := objc.Value{Kind: objc.Object}
	if o == nil {
		return v
	}
	if m.Returns != "id" && o.class != m.Returns {
		c.s.failLocked("%s gave a %s", m, o.class)
	}
	v.ID = o.id
	if m.Own == objc.OwnPool {
		c.autoreleaseLocked(o)
	} else {
		o.own++
	}
	return v
}

// Class implements objc.Calls.
func (c *calls) Class(name string) objc.ID {
	c.enter(name)
	defer c.s.mu.Unlock()
	return c.s.classLocked(name)
}

func (s *System) classLocked(name string) objc.ID {
	if o := s.classes[name]; o != nil {
		return o.id
	}
	for _, m := range objc.Methods {
		if m.Class == name && m.Static && !s.lacks(m) {
			s.next += 0x10
			o := &object{id: s.next, class: name, meta: true}
			s.classes[name], s.objects[o.id] = o, o
			return o.id
		}
	}
	return 0
}

// lacks tells that this macOS does not have a row's method.
func (s *System) lacks(m *objc.Method) bool {
	metal4 := strings.HasPrefix(m.Class, "MTL4") || strings.HasPrefix(m.Returns, "MTL4")
	return m.Optional && (s.opt.Old || metal4 && !s.opt.Metal4)
}

// Encoding implements objc.Calls.
func (c *calls) Encoding(of objc.ID, selector string) string {
	c.enter(selector)
	defer c.s.mu.Unlock()
	o := c.s.objects[of]
	if o == nil || o.dead {
		return ""
	}
	m := objc.Find(o.class, selector, o.meta)
	if m == nil || c.s.lacks(m) {
		return ""
	}
	enc := m.Encoding()
	if c.s.opt.Encoding != nil {
		enc = c.s.opt.Encoding(m, enc)
	}
	return enc
}

// Block implements objc.Calls.
func (c *calls) Block(kind string, f func(c objc.Calls, args []objc.Value)) objc.ID {
	c.enter("a block")
	defer c.s.mu.Unlock()
	if _, ok := objc.Blocks[kind]; !ok {
		c.s.failLocked("there is no block of kind %q", kind)
	}
	o := c.s.makeLocked("block "+kind, f)
	o.own++
	return o.id
}

// Words implements objc.Calls.
func (c *calls) Words(pointer uint64, n uint64) []uint32 {
	c.enter("Words")
	defer c.s.mu.Unlock()
	for _, o := range c.s.objects {
		if b, ok := o.data.(*memory); ok && !o.dead && b.address == pointer {
			if n > uint64(len(b.words)) {
				c.s.failLocked("%d words of a buffer of %d", n, len(b.words))
			}
			return b.words[:n]
		}
	}
	c.s.failLocked("%#x is the address of no buffer", pointer)
	return nil
}

// Call implements objc.Calls.
func (c *calls) Call(function string, args ...objc.Value) objc.Value {
	c.enter(function)
	defer c.s.mu.Unlock()
	m := objc.Functions[function]
	if m == nil {
		c.s.failLocked("there is no function %s", function)
	}
	c.admitLocked(m, args)
	switch function {
	case "MTLCreateSystemDefaultDevice":
		if c.s.opt.NoDevice {
			return objc.Value{Kind: objc.Object}
		}
		return c.giveLocked(m, c.s.makeLocked("MTLDevice", nil))
	case "MTLCopyAllDevices":
		a := &array{}
		var deps []*object
		if !c.s.opt.NoDevice {
			deps = append(deps, c.s.makeLocked("MTLDevice", nil))
			a.items = deps
		}
		return c.giveLocked(m, c.s.makeLocked("NSArray", a, deps...))
	}
	c.s.failLocked("the fake has no %s", function)
	return objc.Value{}
}

// admitLocked checks arguments against a row.
func (c *calls) admitLocked(m *objc.Method, args []objc.Value) {
	if f := m.Admit(args); f != nil {
		c.s.failLocked("%s", f.Text)
	}
	for i, a := range m.Args {
		switch {
		case a.Kind == objc.Block:
			o := c.s.findLocked(args[i].ID, m.Selector)
			if o.class != "block "+a.Class {
				c.s.failLocked("%s: argument %d is a %s, not a block %s", m.Selector, i+1, o.class, a.Class)
			}
		case a.Kind == objc.Object && args[i].ID != 0:
			o := c.s.findLocked(args[i].ID, fmt.Sprintf("%s, argument %d", m.Selector, i+1))
			if o.meta || o.class != a.Class && a.Class != "id" {
				c.s.failLocked("%s: argument %d is a %s, not a %s", m.Selector, i+1, o.class, a.Class)
			}
		}
	}
}

// Send implements objc.Calls.
func (c *calls) Send(to objc.ID, selector string, args ...objc.Value) objc.Value {
	c.enter(selector)
	defer c.s.mu.Unlock()
	o := c.s.findLocked(to, selector)
	m := objc.Find(o.class, selector, o.meta)
	if m == nil && strings.HasPrefix(o.class, "block ") && selector == "release" {
		m = objc.Find("NSObject", selector, false)
	}
	if m == nil || c.s.lacks(m) {
		c.s.failLocked("%s does not respond to %s", o.class, selector)
	}
	c.admitLocked(m, args)
	switch selector {
	case "retain":
		o.own++
		return objc.Value{Kind: objc.Object, ID: o.id}
	case "release":
		if o.meta || o.own == 0 {
			c.s.failLocked("over-release of a %s (made at %s)", o.class, o.born)
		}
		o.own--
		c.s.reapLocked(o)
		return objc.Value{}
	case "respondsToSelector:":
		r := objc.Find(o.class, args[0].Text, o.meta)
		return objc.Truth(r != nil && !c.s.lacks(r))
	}
	act := actions[o.class+" "+selector]
	if act == nil {
		c.s.failLocked("the fake has no %s", m)
	}
	return act(c, m, o, args)
}

// errorLocked sets the place of an NSError.
func (c *calls) errorLocked(out objc.Value, domain string, code int64, text string) {
	o := c.s.makeLocked("NSError", &nserror{domain, code, text})
	c.autoreleaseLocked(o)
	*out.Err = o.id
}

// Close ends the machine: what hangs comes back, and when all has come to rest, objects that somebody still owns are a fault.
func (s *System) Close() error {
	s.mu.Lock()
	select {
	case <-s.closing:
	default:
		close(s.closing)
	}
	s.mu.Unlock()
	patience := s.opt.Patience
	if patience == 0 {
		patience = 10 * time.Second
	}
	for until := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		s.mu.Lock()
		fault, busy := s.fault, s.doing > 0
		leak := ""
		for _, o := range s.objects {
			if o.own > 0 {
				leak = fmt.Sprintf("leak: a %s (made at %s) has %d references more than were given back", o.class, o.born, o.own)
				break
			}
		}
		s.mu.Unlock()
		switch {
		case fault != nil:
			return fault
		case !busy && leak == "":
			return nil
		case time.Now().After(until):
			if busy {
				return objc.Faultf("something is still running")
			}
			return objc.Faultf("%s", leak)
		}
	}
}
