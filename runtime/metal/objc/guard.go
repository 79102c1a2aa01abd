package objc

import (
	"errors"
	"sync"
)

// Guard is sys with each selector's row compared with the method that the first receiver really has, before the first
// message, and with faults as errors of Do.
func Guard(sys System) System { return &guard{sys: sys, known: map[string]bool{}} }

type guard struct {
	sys   System
	mu    sync.Mutex
	known map[string]bool
}

func (g *guard) Do(f func(c Calls)) (err error) {
	defer func() {
		if r := recover(); r != nil {
			fault, ok := r.(*Fault)
			if !ok {
				panic(r)
			}
			err = fault
		}
	}()
	return g.sys.Do(func(c Calls) { f(&guarded{c, g}) })
}

type guarded struct {
	Calls
	g *guard
}

func (c *guarded) Send(to ID, selector string, args ...Value) Value {
	if to == 0 {
		panic(Faultf("%s is sent to nil", selector))
	}
	c.g.mu.Lock()
	known := c.g.known[selector]
	c.g.mu.Unlock()
	if !known {
		m := BySelector(selector)
		if m == nil {
			panic(Faultf("no row of the table has the selector %s", selector))
		}
		enc := c.Calls.Encoding(to, selector)
		if enc == "" {
			panic(Faultf("the object does not respond to %s", selector))
		}
		if err := m.Match(enc); err != nil {
			panic(&Fault{err.Error()})
		}
		c.g.mu.Lock()
		c.g.known[selector] = true
		c.g.mu.Unlock()
	}
	return c.Calls.Send(to, selector, args...)
}

// Verify compares every row of a class with the methods that an object of it (or the class itself, for rows sent to it)
// really has. It returns how many rows it compared.
func Verify(c Calls, class string, object ID) (rows int, err error) {
	var list []error
	for _, m := range Methods {
		if m.Class != class && m.Class != "NSObject" {
			continue
		}
		at := object
		if m.Static {
			if at = c.Class(class); at == 0 {
				list = append(list, Faultf("there is no class %s", class))
				continue
			}
		}
		enc := c.Encoding(at, m.Selector)
		switch {
		case enc != "":
			rows++
			if err := m.Match(enc); err != nil {
				list = append(list, err)
			}
		case !m.Optional:
			list = append(list, Faultf("%s does not exist here", m))
		}
	}
	return rows, errors.Join(list...)
}
