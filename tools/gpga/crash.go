package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/gpga/gpga/tools/flow"
)

// crashStatus is the exit status after a fault of gpga itself.
const crashStatus = 3

// report says on w what happened, and writes a directory with everything that somebody needs to see it happen again.
func reportCrash(w io.Writer, v any, args []string) int {
	c, ok := v.(*flow.Crash)
	if !ok {
		c = &flow.Crash{Value: v, Stack: debug.Stack()}
	}
	fmt.Fprintf(w, "gpga: %s\n", c.Error())
	if c.Pass != "" {
		fmt.Fprintf(w, "gpga: pass: %s\n", c.Pass)
	}
	if c.Construct != "" {
		fmt.Fprintf(w, "gpga: construct: %s\n", c.Construct)
	}
	dir, err := writeReproducer(c, args)
	if err != nil {
		fmt.Fprintf(w, "gpga: a reproducer could not be written: %v\n%s", err, c.Stack)
	} else {
		fmt.Fprintf(w, "gpga: this is a bug of gpga and not of the design; sources, options and stack are in %s: please report it with them\n", dir)
	}
	return crashStatus
}

// writeReproducer writes the directory, in the working directory or, where that cannot be, among temporary files.
func writeReproducer(c *flow.Crash, args []string) (string, error) {
	dir, err := os.MkdirTemp(".", "gpga-crash-")
	if err != nil {
		if dir, err = os.MkdirTemp("", "gpga-crash-"); err != nil {
			return "", err
		}
	}
	var errs []error
	put := func(name, text string, mode os.FileMode) {
		path := filepath.Join(dir, name)
		errs = append(errs, os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), mode))
	}
	moved := map[string]string{} // names as they were given -> within the directory
	if c.Build != nil && c.Build.Set != nil {
		for _, f := range c.Build.Set.Files() {
			name := inside(f.Name)
			if name != filepath.Clean(f.Name) {
				moved[f.Name] = name
				for d := filepath.Dir(f.Name); d != filepath.Dir(d); d = filepath.Dir(d) {
					moved[d] = inside(d)
				}
			}
			put(filepath.Join("sources", name), string(f.Text), 0o644)
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\npass:      %s\nconstruct: %s\nversion:   gpga %s%s\ngo:        %s %s/%s\ncommand:   gpga %s\n", c.Error(), or(c.Pass, "none"), or(c.Construct, "unknown"),
		version, revision(), runtime.Version(), runtime.GOOS, runtime.GOARCH, strings.Join(quoted(args), " "))
	if c.Build != nil && c.Build.Trace != nil {
		b.WriteString("\npasses so far\n")
		c.Build.Trace.Print(&b)
	}
	put("report.txt", b.String(), 0o644)
	put("stack.txt", string(c.Stack), 0o644)
	put("repro.sh", "#!/bin/sh\n# The command that crashed, on the copies of its sources.\ncd \"$(dirname \"$0\")/sources\" && exec gpga "+strings.Join(quoted(replaced(args, moved)), " ")+"\n", 0o755)
	return dir, errors.Join(errs...)
}

// inside is a name for a copy of the file at path: the same where that lies in the working directory.
func inside(path string) string {
	p := filepath.ToSlash(filepath.Clean(path))
	if filepath.IsAbs(path) {
		p = "absolute" + p
	}
	parts := strings.Split(p, "/")
	for i := range parts {
		if parts[i] == ".." {
			parts[i] = "up"
		}
	}
	return filepath.FromSlash(strings.Join(parts, "/"))
}

// replaced puts the names of copies into the arguments.
func replaced(args []string, moved map[string]string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = a
		for old, name := range moved {
			if a == old {
				out[i] = name
				break
			}
			if k := strings.Index(a, old); k > 0 && strings.ContainsAny(a[k-1:k], "=+Iyv") && (len(a) == k+len(old) || a[k+len(old)] == '+') {
				out[i] = a[:k] + name + a[k+len(old):]
				break
			}
		}
	}
	return out
}

// quoted spells arguments for a shell.
func quoted(args []string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		if a != "" && !strings.ContainsAny(a, " \t\n'\"\\$`*?[](){}<>|&;#~!") {
			out[i] = a
			continue
		}
		out[i] = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
	}
	return out
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
