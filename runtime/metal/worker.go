package metal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/gpga/gpga/runtime/metal/guard"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// order is what a compiling process is asked for.
type order struct {
	Form   string `json:"form"` // for messages
	Text   string `json:"text"`
	Stride uint32 `json:"stride,omitempty"` // 0: 1
	Kind   string `json:"kind,omitempty"`   // of the archive
	Write  string `json:"write,omitempty"`  // the archive to be written; "": none
	Read   string `json:"read,omitempty"`   // the archive that the pipeline must come from; "": it is compiled
}

// message is what the process says. Each is one of: a stage begins, a stage has ended, the kernel was refused, there is no archive,
// it is done.
type message struct {
	Begin   string        `json:"begin,omitempty"`
	End     string        `json:"end,omitempty"`
	Took    time.Duration `json:"took_ns,omitempty"`
	Refused *CompileError `json:"refused,omitempty"`
	Kind    string        `json:"kind,omitempty"`    // of the archive that was written
	Without string        `json:"without,omitempty"` // why no archive was written
	Done    bool          `json:"done,omitempty"`
}

// Serve is the compiling process: it does what the order on in says and reports on out, until in ends.
func Serve(in io.Reader, out io.Writer, open func() (objc.System, error)) error {
	return guard.Serve(in, out, func(request []byte, say func(any) error) error {
		var o order
		if err := json.Unmarshal(request, &o); err != nil {
			return fmt.Errorf("the order cannot be read: %w", err)
		}
		sys, err := open()
		if err != nil {
			return err
		}
		d, err := openDevice(sys)
		if err != nil {
			return err
		}
		defer d.close(sys)
		tell := func(m message) { say(m) }
		o.carryOut(sys, d.id, tell)
		tell(message{Done: true})
		return nil
	})
}

// carryOut compiles, and tells what happens.
func (o *order) carryOut(sys objc.System, dev objc.ID, tell func(m message)) {
	r := &recipe{form: o.Form, text: o.Text, stride: o.Stride, begin: func(stage string) { tell(message{Begin: stage}) },
		end: func(stage string, took time.Duration) { tell(message{End: stage, Took: took}) }}
	var err error
	stage := stageLibrary
	begin := r.begin
	r.begin = func(s string) { stage = s; begin(s) }
	fault := sys.Do(func(c objc.Calls) {
		var p *parts
		if p, err = r.library(c, dev); err != nil {
			return
		}
		defer p.free()
		var id objc.ID
		switch {
		case o.Read != "":
			id, err = r.fetch(p, o.Kind, o.Read)
		case o.Write == "":
			id, err = r.pipeline(p)
		default:
			if err = r.harvest(p, o.Kind, o.Write); err == nil {
				tell(message{Kind: o.Kind})
				return
			}
			var e *CompileError
			if o.Kind != KindMetal4 && errors.As(err, &e) && e.Stage != stageArchive {
				return
			}
			// What the newer compiler does not do, the older one may.
			tell(message{Without: err.Error()})
			id, err = r.pipeline(p)
		}
		if id != 0 {
			c.Send(id, "release")
		}
	})
	if fault != nil {
		err = &CompileError{Form: o.Form, Stage: stage, Text: fault.Error()}
	}
	var e *CompileError
	if errors.As(err, &e) {
		tell(message{Refused: e})
	}
}
