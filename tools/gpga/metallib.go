package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/gpga/gpga/tools/flow"
	"github.com/gpga/gpga/tools/measure"
	"github.com/gpga/gpga/tools/trace"
)

// emitLibrary writes the Metal library of a kernel's text to out, says on standard error what it took and, with record, writes that
// to a file as JSON. b is nil for a Metal file.
func emitLibrary(name, text, out, record string, b *flow.Build, quiet bool) error {
	if st, err := os.Stdout.Stat(); out == "" && err == nil && st.Mode()&os.ModeCharDevice != 0 {
		return usageError{errors.New("gpga emit metallib: a library is no text for a terminal; want -o FILE")}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	l, err := measure.MakeLibrary(ctx, name, text)
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(os.Stderr, "gpga: interrupted; nothing was written")
		return exitError{130}
	case err != nil:
		return fmt.Errorf("emit metallib: %w", err)
	}
	if err := writeOut(out, func(w io.Writer) error {
		_, err := w.Write(l.Binary)
		return err
	}); err != nil {
		return err
	}
	if !quiet {
		fmt.Fprintf(os.Stderr, "metallib: %d bytes from %d of MSL (%d of AIR); metal %.3f s, metallib %.3f s\n", l.Size, l.Text, l.AIR, l.Compile, l.Link)
	}
	if record == "" {
		return nil
	}
	rep := struct {
		*measure.Library
		Passes []trace.Row `json:"passes,omitempty"`
	}{Library: l}
	if b != nil && b.Trace != nil {
		rep.Passes = b.Trace.Rows()
	}
	return writeOut(record, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(rep)
	})
}

// emitLibraryOf is emitLibrary for a Metal file.
func emitLibraryOf(path, out, record string, quiet bool) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return emitLibrary(path, string(text), out, record, nil, quiet)
}
