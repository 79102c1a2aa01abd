package objc

import (
	"fmt"
	"runtime"
	"sync"
	"unsafe"

	"github.com/ebitengine/purego"
	"github.com/ebitengine/purego/objc"
)

// frameworks are loaded in this order: MTLCreateSystemDefaultDevice gives nothing in a program without CoreGraphics.
var frameworks = []string{
	"/System/Library/Frameworks/Foundation.framework/Foundation",
	"/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics",
	"/System/Library/Frameworks/Metal.framework/Metal",
}

const libobjc = "/usr/lib/libobjc.A.dylib"

type size struct{ x, y, z uint64 }

// system is the real runtime. Functions of C that take and give words go through SyscallN; the two others have a type.
type system struct {
	msgSend                                                     uintptr
	push, pop, getClass, classOf, instanceMethod, encoding, sel uintptr
	sendDouble                                                  func(to, sel uintptr) float64
	sendSizes                                                   func(to, sel uintptr, a, b size)
	functions                                                   map[string]uintptr

	mu        sync.Mutex
	selectors map[string]uintptr
}

var opened struct {
	sync.Once
	sys System
	err error
}

// Open returns the machine's own Objective-C runtime, with Metal loaded and rows checked before their first use.
func Open() (System, error) {
	opened.Do(func() {
		s, err := load()
		if err != nil {
			opened.err = fmt.Errorf("Metal cannot be loaded: %w", err)
			return
		}
		opened.sys = Guard(s)
	})
	return opened.sys, opened.err
}

func load() (*system, error) {
	s := &system{functions: map[string]uintptr{}, selectors: map[string]uintptr{}}
	var last uintptr
	for _, path := range frameworks {
		h, err := purego.Dlopen(path, purego.RTLD_NOW|purego.RTLD_GLOBAL)
		if err != nil {
			return nil, err
		}
		last = h
	}
	for name := range Functions {
		p, err := purego.Dlsym(last, name)
		if err != nil {
			return nil, err
		}
		s.functions[name] = p
	}
	h, err := purego.Dlopen(libobjc, purego.RTLD_NOW|purego.RTLD_GLOBAL)
	if err != nil {
		return nil, err
	}
	for _, f := range []struct {
		name string
		at   *uintptr
	}{
		{"objc_msgSend", &s.msgSend}, {"objc_autoreleasePoolPush", &s.push}, {"objc_autoreleasePoolPop", &s.pop},
		{"objc_getClass", &s.getClass}, {"object_getClass", &s.classOf}, {"class_getInstanceMethod", &s.instanceMethod},
		{"method_getTypeEncoding", &s.encoding}, {"sel_registerName", &s.sel},
	} {
		if *f.at, err = purego.Dlsym(h, f.name); err != nil {
			return nil, err
		}
	}
	purego.RegisterFunc(&s.sendDouble, s.msgSend)
	purego.RegisterFunc(&s.sendSizes, s.msgSend)
	return s, nil
}

// call calls a C function of words.
func call(fn uintptr, args ...uintptr) uintptr {
	r, _, _ := purego.SyscallN(fn, args...)
	return r
}

// cstring is s as C has it. The bytes do not move; the caller keeps them alive.
func cstring(s string) []byte { return append([]byte(s), 0) }

func address(b []byte) uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(b))) }

// at is a C address as a pointer. It goes through memory, as the address is none of Go's.
func at(p uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&p)) }

func gostring(p uintptr) string {
	if p == 0 {
		return ""
	}
	n := 0
	for *(*byte)(unsafe.Add(at(p), n)) != 0 {
		n++
	}
	return string(unsafe.Slice((*byte)(at(p)), n))
}

func (s *system) selector(name string) uintptr {
	s.mu.Lock()
	defer s.mu.Unlock()
	sel, ok := s.selectors[name]
	if !ok {
		b := cstring(name)
		sel = call(s.sel, address(b))
		runtime.KeepAlive(b)
		s.selectors[name] = sel
	}
	return sel
}

// Do implements System.
func (s *system) Do(f func(c Calls)) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	pool := call(s.push)
	defer call(s.pop, pool)
	f(s)
	return nil
}

// Class implements Calls.
func (s *system) Class(name string) ID {
	b := cstring(name)
	defer runtime.KeepAlive(b)
	return ID(call(s.getClass, address(b)))
}

// Encoding implements Calls. A class's own methods are the instance methods of its class.
func (s *system) Encoding(of ID, selector string) string {
	if of == 0 {
		return ""
	}
	m := call(s.instanceMethod, call(s.classOf, uintptr(of)), s.selector(selector))
	if m == 0 {
		return ""
	}
	return gostring(call(s.encoding, m))
}

// Words implements Calls.
func (s *system) Words(pointer uint64, n uint64) []uint32 {
	return unsafe.Slice((*uint32)(at(uintptr(pointer))), n)
}

// Block implements Calls. The only kind takes one object.
func (s *system) Block(kind string, f func(c Calls, args []Value)) ID {
	if args := Blocks[kind]; len(args) != 1 || args[0].Kind != Object {
		panic(Faultf("there is no block of kind %q", kind))
	}
	return ID(objc.NewBlock(func(_ objc.Block, arg objc.ID) {
		s.Do(func(c Calls) { f(c, []Value{Of(ID(arg))}) })
	}))
}

// Call implements Calls.
func (s *system) Call(function string, args ...Value) Value {
	m := Functions[function]
	if m == nil {
		panic(Faultf("there is no function %s", function))
	}
	if f := m.Admit(args); f != nil {
		panic(f)
	}
	return s.words(s.functions[function], m, nil, args)
}

// Send implements Calls.
func (s *system) Send(to ID, selector string, args ...Value) Value {
	m := BySelector(selector)
	if m == nil {
		panic(Faultf("no row of the table has the selector %s", selector))
	}
	if f := m.Admit(args); f != nil {
		panic(f)
	}
	sel := s.selector(selector)
	switch {
	case m.Result == Double && len(args) == 0:
		return Value{Kind: Double, Real: s.sendDouble(uintptr(to), sel)}
	case len(args) == 2 && args[0].Kind == Size && args[1].Kind == Size:
		a, b := args[0].Size, args[1].Size
		s.sendSizes(uintptr(to), sel, size{a[0], a[1], a[2]}, size{b[0], b[1], b[2]})
		return Value{}
	}
	return s.words(s.msgSend, m, []uintptr{uintptr(to), sel}, args)
}

// words calls fn with arguments that are all words.
func (s *system) words(fn uintptr, m *Method, head []uintptr, args []Value) Value {
	var pin runtime.Pinner
	defer pin.Unpin()
	var failed ID
	pin.Pin(&failed)
	for _, v := range args {
		w := uintptr(v.Num)
		switch v.Kind {
		case Object, Block:
			w = uintptr(v.ID)
		case Selector:
			w = s.selector(v.Text)
		case CString:
			b := cstring(v.Text)
			pin.Pin(&b[0])
			w = address(b)
		case Bytes:
			pin.Pin(&v.Data[0])
			w = address(v.Data)
		case Out:
			w = uintptr(unsafe.Pointer(&failed))
		case Size:
			panic(Faultf("%s: an MTLSize among words", m.Selector))
		}
		head = append(head, w)
	}
	r := call(fn, head...)
	for _, v := range args {
		if v.Kind == Out {
			*v.Err = failed
		}
	}
	out := Value{Kind: m.Result}
	switch m.Result {
	case Object:
		out.ID = ID(r)
	case CString:
		out.Text = gostring(r)
	case Bool:
		out.Num = uint64(r) & 0xff
	default:
		out.Num = uint64(r)
	}
	return out
}
