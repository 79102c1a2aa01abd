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

// carryOut compiles, and tells what happens. What the newer kind of archives does not do the older one may; and a kernel whose
// pipeline cannot be kept can be compiled all the same.
func (o *order) carryOut(sys objc.System, dev objc.ID, tell func(m message)) {
	refuse := func(err error) {
		var e *CompileError
		if !errors.As(err, &e) {
			e = &CompileError{Form: o.Form, Text: err.Error()}
		}
		tell(message{Refused: e})
	}
	if o.Write != "" {
		kinds := []string{o.Kind}
		if o.Kind == KindMetal4 {
			kinds = append(kinds, KindBinary)
		}
		var without error
		for _, kind := range kinds {
			broken, err := o.attempt(sys, dev, tell, func(r *recipe, p *parts) ([]objc.ID, error) { return nil, r.harvest(p, kind, o.Write) })
			if err == nil {
				tell(message{Kind: kind})
				return
			}
			var e *CompileError
			if kind == KindBinary && !broken && errors.As(err, &e) && e.Stage != stageArchive {
				refuse(err) // the text's fault
				return
			}
			without = err
		}
		tell(message{Without: without.Error()})
	}
	_, err := o.attempt(sys, dev, tell, func(r *recipe, p *parts) ([]objc.ID, error) {
		if o.Read != "" {
			return r.fetch(p, o.Kind, o.Read)
		}
		return r.pipelines(p)
	})
	if err != nil {
		refuse(err)
	}
}

// attempt compiles the library and does something with it. broken tells that the seam stopped a call.
func (o *order) attempt(sys objc.System, dev objc.ID, tell func(m message), do func(r *recipe, p *parts) ([]objc.ID, error)) (broken bool, err error) {
	stage := ""
	r := &recipe{form: o.Form, text: o.Text, stride: o.Stride, begin: func(s string) {
		stage = s
		tell(message{Begin: s})
	}, end: func(s string, took time.Duration) { tell(message{End: s, Took: took}) }}
	fault := sys.Do(func(c objc.Calls) {
		var p *parts
		if p, err = r.library(c, dev); err != nil {
			return
		}
		defer p.free()
		var ids []objc.ID
		ids, err = do(r, p)
		for _, id := range ids {
			c.Send(id, "release")
		}
	})
	if fault != nil {
		return true, &CompileError{Form: o.Form, Stage: stage, Text: fault.Error()}
	}
	return false, err
}
