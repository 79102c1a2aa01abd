package objc

import "fmt"

// ID names an object (or a class) of the Objective-C runtime; 0 is nil.
type ID uintptr

// Kind is what an argument or a result is, as the caller of a C function must know it.
type Kind uint8

// Kinds.
const (
	Void     Kind = iota
	Object        // id; a class, too
	Selector      // SEL, by name
	UInt          // NSUInteger, 64 bits
	Int           // NSInteger
	Bool          // BOOL
	Double        // double; results only
	Size          // MTLSize by value
	CString       // const char *
	Pointer       // void *; results only
	Bytes         // const void * to read from; arguments only
	Out           // NSError **; arguments only
	Null          // a pointer for a result that is not wanted: always null
	Block         // a block
)

var kindNames = [...]string{"void", "object", "selector", "unsigned integer", "integer", "BOOL", "double", "MTLSize", "C string", "pointer", "bytes", "error pointer", "null pointer", "block"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind %d", k)
}

// Value is one argument or result.
type Value struct {
	Kind Kind
	ID   ID        // Object, Block
	Num  uint64    // UInt, Int, Bool, Pointer
	Real float64   // Double
	Size [3]uint64 // Size
	Text string    // CString, Selector
	Data []byte    // Bytes
	Err  *ID       // Out
}

// Of, Unsigned, Signed, Truth, Extent, Text, Memory, ErrorTo, Nothing, Name and Handler make arguments.

// Of is an object.
func Of(id ID) Value { return Value{Kind: Object, ID: id} }

// Unsigned is an NSUInteger.
func Unsigned(n uint64) Value { return Value{Kind: UInt, Num: n} }

// Signed is an NSInteger.
func Signed(n int64) Value { return Value{Kind: Int, Num: uint64(n)} }

// Truth is a BOOL.
func Truth(b bool) Value {
	v := Value{Kind: Bool}
	if b {
		v.Num = 1
	}
	return v
}

// Extent is an MTLSize.
func Extent(x, y, z uint64) Value { return Value{Kind: Size, Size: [3]uint64{x, y, z}} }

// Text is a C string; s holds no NUL.
func Text(s string) Value { return Value{Kind: CString, Text: s} }

// Memory is a pointer to bytes that the callee reads during the call.
func Memory(b []byte) Value { return Value{Kind: Bytes, Data: b} }

// ErrorTo is the place for an NSError, which the callee sets when it fails.
func ErrorTo(id *ID) Value { return Value{Kind: Out, Err: id} }

// Nothing is the null pointer.
func Nothing() Value { return Value{Kind: Null} }

// Name is a selector.
func Name(selector string) Value { return Value{Kind: Selector, Text: selector} }

// Handler is a block.
func Handler(id ID) Value { return Value{Kind: Block, ID: id} }

// System is an Objective-C runtime with Metal in it.
type System interface {
	// Do runs f on one thread, inside an autorelease pool. Where the system can tell that a call would go wrong, it ends f and
	// returns the *Fault.
	Do(f func(c Calls)) error
}

// Calls is what can be called inside Do. It is good until Do returns, for the goroutine that runs f.
type Calls interface {
	// Class finds a class; 0 when there is none.
	Class(name string) ID
	// Call calls a C function of Functions.
	Call(function string, args ...Value) Value
	// Send sends a message of Methods.
	Send(to ID, selector string, args ...Value) Value
	// Block makes a block of Blocks that calls f, on any thread. The caller owns it and gives it back with release.
	Block(kind string, f func(c Calls, args []Value)) ID
	// Words is memory that a Pointer result named: n 32-bit words.
	Words(pointer uint64, n uint64) []uint32
	// Encoding is how the runtime itself describes the method that an object, or a class, has for a selector; empty when it has
	// none.
	Encoding(of ID, selector string) string
}

// Fault is a call that must not be made: it would crash, leak or corrupt.
type Fault struct{ Text string }

func (f *Fault) Error() string { return f.Text }

// Faultf makes a fault.
func Faultf(format string, args ...any) *Fault { return &Fault{fmt.Sprintf(format, args...)} }
