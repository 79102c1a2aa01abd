package flow

import (
	"fmt"
	"runtime/debug"
)

// Crash is a panic of gpga with what is known of its place. It is itself panicked on with, so that it reaches whoever can
// write it down.
type Crash struct {
	Pass      string // full name; "" outside of all passes
	Construct string // what the pass was at: a position and a description; "" when nobody knows
	Value     any    // of the panic
	Stack     []byte
	Build     *Build // as far as it came; nil outside of one
}

// Error says what happened and where, in one line.
func (c *Crash) Error() string {
	at := ""
	if c.Pass != "" {
		at = " in pass " + c.Pass
	}
	if c.Construct != "" {
		at += ", at " + c.Construct
	}
	return fmt.Sprintf("internal error%s: %v", at, c.Value)
}

// crash makes a Crash of a recovered value; it is called by the deferred function that recovered it.
func (b *Build) crash(v any) *Crash {
	if c, ok := v.(*Crash); ok {
		return c
	}
	c := &Crash{Value: v, Stack: debug.Stack(), Build: b}
	c.Pass, c.Construct = b.Trace.Place()
	return c
}
