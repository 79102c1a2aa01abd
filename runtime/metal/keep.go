package metal

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gpga/gpga/runtime/metal/archive"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// Harvest puts the pipeline of a kernel into o's archive, unless it is there and usable. made tells that it was not. o.System,
// o.Archive and a command in o.Guard must be set.
func Harvest(ctx context.Context, k *Kernel, o Options) (e *archive.Entry, made bool, notes []string, err error) {
	m, err := keeper(o)
	if err != nil {
		return nil, false, nil, err
	}
	e, note, err := m.find(k)
	if note != "" {
		notes = append(notes, note)
	}
	if e != nil || err != nil {
		return e, false, notes, err
	}
	e, more, err := m.harvest(ctx, k)
	notes = append(notes, more...)
	if err == nil && e == nil {
		err = fmt.Errorf("there is no archive of the %s kernel", k.Form)
	}
	return e, err == nil, notes, err
}

// Prove shows that an entry of o's archive is usable: its files are as they were written and, when they were made for this
// machine, a guarded process gets the pipeline out of them without a compilation. here tells that they were.
func Prove(ctx context.Context, e *archive.Entry, o Options) (here bool, err error) {
	if e.Bad != nil {
		return false, e.Bad
	}
	if err := e.Check(); err != nil {
		return false, err
	}
	m, err := keeper(o)
	if err != nil {
		return false, err
	}
	if e.GPU != m.target.GPU || e.Build != m.target.Build {
		return false, nil
	}
	text, err := e.Source()
	if err != nil {
		return true, err
	}
	stride, err := strideOf(e.Variant)
	if err != nil {
		return true, err
	}
	_, err = m.process(ctx, &Kernel{Form: e.Form, Text: text}, order{Form: e.Form, Text: text, Stride: stride, Kind: e.Kind, Read: e.Path()})
	return true, err
}

// keeper is a compiler for work on the archive.
func keeper(o Options) (*compiler, error) {
	if o.Archive == nil || len(o.Guard.Command) == 0 {
		return nil, errors.New("work on archives needs an archive and a guarded process")
	}
	target, err := Inspect(o.System)
	if err != nil {
		return nil, err
	}
	if target.Off != "" {
		return nil, &OffError{target}
	}
	return &compiler{sys: o.System, target: target, guard: o.Guard, store: o.Archive, stage: func(string, time.Duration) {}}, nil
}

// OffError says that this machine keeps no pipelines.
type OffError struct{ Target Target }

func (e *OffError) Error() string { return "there are no archives here, as " + e.Target.Off }

// retain takes a reference to an object.
func retain(sys objc.System, id objc.ID) error {
	return sys.Do(func(c objc.Calls) { c.Send(id, "retain") })
}

// release gives a reference back.
func release(sys objc.System, id objc.ID) {
	sys.Do(func(c objc.Calls) { c.Send(id, "release") })
}
