package metal

import (
	"fmt"
	"time"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// Kernel is a program's kernel in one form.
type Kernel struct {
	Form   string // for messages
	Text   string
	Tables *layout.Tables
	Design string        // what it is the kernel of, for people who look at archives
	Cost   func() string // what it costs a compiler, for messages about compilations that were stopped; nil: nothing is said
	Stride uint32        // words between neighbouring slots of an instance's state, function constant 0; 0: 1
}

// line is a kernel that can run.
type line struct {
	kernel    *Kernel
	pipelines []objc.ID // of its kernels
	tables    buffer
	// A dispatch starts so many of the kernels, from first on, one behind the other and the first again behind the last.
	first, starts int
}

// Stages of a compilation.
const (
	stageLibrary  = "library"
	stagePipeline = "pipeline"
	stageArchive  = "archive" // a file is written, or read
)

// CompileError is a kernel that Metal did not take.
type CompileError struct {
	Form  string // of the kernel
	Stage string // "library", "pipeline" or "archive"
	Text  string // what Metal says
	Code  int64  // of its error; 0 when there was none
}

func (e *CompileError) Error() string {
	code := ""
	if e.Code != 0 {
		code = fmt.Sprintf(" (error %d)", e.Code)
	}
	return fmt.Sprintf("Metal did not make the %s of the %s kernel%s: %s", e.Stage, e.Form, code, firstLines(e.Text, 12))
}

// StoppedError is a compilation that was stopped, or died.
type StoppedError struct {
	Form    string        // of the kernel
	Stage   string        // that it was in; "" before the first
	Why     error         // *guard.LimitError, *guard.DeathError, or what became of the process
	Library time.Duration // how long the library took; 0 when it was not ready
	Cost    string        // what the kernel costs a compiler; "" when nobody knows
}

func (e *StoppedError) Unwrap() error { return e.Why }

func (e *StoppedError) Error() string {
	stage := "before its library"
	switch {
	case e.Stage == stageLibrary:
		stage = "in its library"
	case e.Stage != "":
		stage = fmt.Sprintf("in its %s (the library took %v)", e.Stage, e.Library.Round(time.Millisecond))
	}
	cost := ""
	if e.Cost != "" {
		cost = "; the kernel has " + e.Cost
	}
	return fmt.Sprintf("the compilation of the %s kernel was stopped %s: %s%s", e.Form, stage, firstLines(e.Why.Error(), 12), cost)
}

// MissError is a kernel that is not in the archive, where nothing else is allowed (Options.Strict).
type MissError struct {
	Form   string
	Stride uint32 // of its instances; 0 or 1: those that harvest puts there
	Target Target
	Why    error // that an archive was of no use; nil
}

func (e *MissError) Error() string {
	if e.Target.Off != "" {
		return fmt.Sprintf("the %s kernel cannot come from the archive: there is none here, as %s", e.Form, e.Target.Off)
	}
	why := ""
	if e.Why != nil {
		why = ": " + e.Why.Error()
	}
	if e.Stride > 1 {
		return fmt.Sprintf("the archive has no %s kernel of %d interleaved instances for %s, %s%s; a run with --archive=on puts it there", e.Form, e.Stride, e.Target.GPU, e.Target.Build, why)
	}
	return fmt.Sprintf("the archive has no %s kernel for %s, %s%s; 'gpga archive harvest' puts it there", e.Form, e.Target.GPU, e.Target.Build, why)
}

func (e *MissError) Unwrap() error { return e.Why }

func firstLines(s string, n int) string {
	for i := range s {
		if s[i] == '\n' {
			if n--; n == 0 {
				return s[:i] + "\n..."
			}
		}
	}
	return s
}
