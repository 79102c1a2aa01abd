package sim

import (
	"context"
	"errors"
	"time"
)

// States of the kernel, for interrupts.
const (
	idle = iota
	atWork
	abandoned
)

// patience is how long an interrupt waits for the kernel. A step is one segment, and one operation on millions of bits can
// take minutes.
const patience = 400 * time.Millisecond

var errAbandoned = errors.New("the kernel was abandoned")

// step runs the kernel once. After errAbandoned, nothing of s may be touched: whoever abandoned it has gone on.
func (s *Sim) step(budget uint32) error {
	if !s.state.CompareAndSwap(idle, atWork) {
		return errAbandoned
	}
	err := s.eng.Step(budget)
	if !s.state.CompareAndSwap(atWork, idle) {
		return errAbandoned
	}
	return err
}

// watched runs the loop. When ctx ends and the kernel does not come back in good time, it leaves the kernel where it is.
func (s *Sim) watched(ctx context.Context) error {
	if ctx.Done() == nil {
		return s.loop(ctx)
	}
	type outcome struct {
		err   error
		panic any
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			o.panic = recover()
			done <- o
		}()
		o.err = s.loop(ctx)
	}()
	wait := func(o outcome) error {
		if o.panic != nil {
			panic(o.panic)
		}
		return o.err
	}
	select {
	case o := <-done:
		return wait(o)
	case <-ctx.Done():
	}
	tick := time.NewTicker(patience)
	defer tick.Stop()
	for {
		select {
		case o := <-done:
			return wait(o)
		case <-tick.C:
		}
		if s.state.CompareAndSwap(atWork, abandoned) {
			s.res.Canceled, s.res.Abandoned = true, true
			// What the call has written so far. A record that is being written is found damaged, and is the last.
			s.drain(false)
			return nil
		}
	}
}
