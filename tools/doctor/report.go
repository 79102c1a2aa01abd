package doctor

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/archive"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// Report is everything that was found out.
type Report struct {
	Gpga     string   `json:"gpga"` // version
	System   System   `json:"system"`
	Metal    Metal    `json:"metal"`
	Archive  *Archive `json:"archive,omitempty"`
	Tools    []Tool   `json:"tools"`
	Tests    []Test   `json:"self_test"`
	Problems []string `json:"problems"` // what does not work; empty: all is well
}

// Metal is what there is of Metal.
type Metal struct {
	Present bool   `json:"present"`       // there is a device
	Why     string `json:"why,omitempty"` // there is none
	metal.Machine
	Table *Table `json:"selectors,omitempty"` // nil without a device
}

// Table is the comparison of gpga's table of selectors with the methods that the system really has.
type Table struct {
	Found int    `json:"compared"`        // methods, each of each class
	Error string `json:"error,omitempty"` // where they differ; empty: nowhere
}

// Archive is the state of the archive of compiled pipelines.
type Archive struct {
	archive.State
	Exists bool   `json:"exists"`         // the folder is there; it is made when it is first needed
	Kind   string `json:"kind,omitempty"` // of the archives that this system writes
	Why    string `json:"why,omitempty"`  // pipelines are not kept; empty: they are
}

// Options say what to look at.
type Options struct {
	Gpga string // version
	// Metal opens the machine's Metal.
	Metal func() (objc.System, error)
	// RequireMetal makes a missing device a problem.
	RequireMetal bool
	// Archive and ArchiveSize are the folder of compiled pipelines and the most bytes that it may have. NoArchive says why there is
	// no such folder. Both "": nothing is told of it.
	Archive     string
	ArchiveSize int64
	NoArchive   string
	// Guard bounds the compilations of shaders.
	Guard metal.Guarding
	// Patience is how long a self-test on one engine may take; 0: two minutes.
	Patience time.Duration
	// Listener, when set, is told of the parts.
	Listener Listener
}

// Listener is told what becomes known, in order.
type Listener interface {
	System(r *Report)
	Metal(r *Report)
	Archive(r *Report)
	Tools(r *Report)
	Trying(t Test) // a self-test begins: its engine and form
	Tried(t Test)
}

// Run looks at everything. It returns an error only when ctx ends it.
func Run(ctx context.Context, o Options) (*Report, error) {
	if o.Patience == 0 {
		o.Patience = 2 * time.Minute
	}
	r := &Report{Gpga: o.Gpga, System: system(), Tools: []Tool{}, Tests: []Test{}, Problems: []string{}}
	problem := func(format string, args ...any) { r.Problems = append(r.Problems, fmt.Sprintf(format, args...)) }
	tell := func(part func(Listener, *Report)) {
		if o.Listener != nil {
			part(o.Listener, r)
		}
	}
	tell(Listener.System)

	sys := r.lookAtMetal(o.Metal)
	switch {
	case r.Metal.Table != nil && r.Metal.Table.Error != "":
		problem("metal: %s", r.Metal.Table.Error)
	case !r.Metal.Present && o.RequireMetal:
		problem("metal: a device is required, and there is none: %s", r.Metal.Why)
	}
	tell(Listener.Metal)

	if o.NoArchive != "" {
		r.Archive = &Archive{Why: o.NoArchive}
	} else if o.Archive != "" {
		a := &Archive{}
		var err error
		if fault := caught(func() { err = a.look(o.Archive, o.ArchiveSize, sys, r.Metal.Why) }); fault != nil {
			err = fault
		}
		if r.Archive = a; err != nil {
			problem("archive: %v", err)
		}
	}
	tell(Listener.Archive)

	r.Tools = tools(ctx)
	tell(Listener.Tools)

	var tests *selfTest
	var err error
	if fault := caught(func() { tests, err = newSelfTest(o) }); fault != nil {
		err = fault
	}
	if err != nil {
		problem("self-test: %v", err)
		return r, ctx.Err()
	}
	defer tests.close()
	for _, t := range tests.list(sys, r) {
		if ctx.Err() != nil {
			break
		}
		if o.Listener != nil {
			o.Listener.Trying(t.Test)
		}
		tests.try(ctx, &t)
		r.Tests = append(r.Tests, t.Test)
		if t.Error != "" {
			problem("self-test: %s: %s", t.Name(), t.Error)
		}
		if o.Listener != nil {
			o.Listener.Tried(t.Test)
		}
	}
	return r, ctx.Err()
}

// lookAtMetal fills in r.Metal and gives the system to run on, nil without a device.
func (r *Report) lookAtMetal(open func() (objc.System, error)) objc.System {
	m := &r.Metal
	m.Devices = []metal.Device{}
	sys, err := open()
	if err != nil {
		m.Why = err.Error()
		return nil
	}
	var machine metal.Machine
	if fault := caught(func() { machine, err = metal.Survey(sys) }); fault != nil {
		err = fault
	}
	m.Devices, m.Language = append(m.Devices, machine.Devices...), machine.Language
	switch {
	case err != nil:
		// A row that is wrong already here: the comparison tells of all.
		m.Why = err.Error()
	case len(m.Devices) == 0:
		m.Why = metal.ErrNoDevice.Error()
		return nil
	}
	m.Present = err == nil
	m.Table = &Table{}
	var verr error
	if fault := caught(func() { m.Table.Found, verr = metal.Verify(sys) }); fault != nil {
		verr = fault
	}
	if verr == nil {
		verr = err
	}
	if verr != nil {
		m.Table.Error = verr.Error()
	}
	if !m.Present {
		return nil
	}
	return sys
}

// look fills in what is in a folder, and whether sys, nil without a device, uses it.
func (a *Archive) look(dir string, size int64, sys objc.System, noDevice string) error {
	a.State = archive.State{Dir: dir, Size: size}
	a.Why = noDevice
	if sys != nil {
		target, err := metal.Inspect(sys)
		if err != nil {
			return err
		}
		a.Kind, a.Why = target.Kind, target.Off
	}
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	a.Exists = true
	s, err := archive.Open(dir, size)
	if err != nil {
		return err
	}
	a.State, err = s.State()
	return err
}

// caught runs f and gives its panic as an error.
func caught(f func()) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("internal error: %v", v)
		}
	}()
	f()
	return nil
}
