package main

import (
	"fmt"
	"os"
	"strings"

	textcost "github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/tools/flow"
)

// size is what the text is, before any compiler.
type size struct {
	Bytes        int    `json:"bytes"` // without comments
	Tokens       int    `json:"tokens"`
	Merges       int    `json:"merges"`
	Functions    int    `json:"functions"`
	LargestName  string `json:"largest"` // the function of the most tokens
	LargestLines int    `json:"largest_lines"`
	LargestToks  int    `json:"largest_tokens"`
	LargestMerge int    `json:"largest_merges"` // of any function
	LongestLines int    `json:"longest_lines"`  // of any function
	Unbounded    int    `json:"unbounded"`      // functions over bodyLines lines and over bodyMerges merges at once
	Tables       int    `json:"tables"`         // bytes of the table buffer
}

// A function counts as bounded that has at most about 64 statements, or at most 40 merges. A statement takes a line, and the braces
// and labels of what is nested some more.
const (
	bodyLines  = 2 * 64
	bodyMerges = 40
)

// formText is the form of a kernel that is given as a text.
const formText flow.Form = "text"

// sourceOptions are the files of a design, with macros as -DNAME or -DNAME=TEXT among them.
func sourceOptions(files []string, form flow.Form) flow.Options {
	o := flow.Options{Form: form, Warnings: []string{"none"}}
	if form == formKernels {
		o.Form, o.Emit.KernelLimit = flow.FormTable, emit.DefaultKernelLimit
	}
	o.Parse.Defines = map[string]string{"__GPGA__": "1", "__ICARUS__": "1"}
	for _, f := range files {
		d, ok := strings.CutPrefix(f, "-D")
		if !ok {
			o.Files = append(o.Files, f)
			continue
		}
		name, text, ok := strings.Cut(d, "=")
		if !ok {
			text = "1"
		}
		o.Parse.Defines[name] = text
	}
	return o
}

// emitted is the kernel of a design, measured as text. Of a design that is a .metal file, it is that text.
func emitted(files []string, form flow.Form) (string, size, error) {
	if form == formText {
		text, err := os.ReadFile(files[0])
		if err != nil {
			return "", size{}, err
		}
		s, err := sizeOf(string(text), false)
		return string(text), s, err
	}
	return compiled(sourceOptions(files, form))
}

func compiled(o flow.Options) (string, size, error) {
	b, err := flow.Compile(o, flow.ToKernel)
	if err != nil {
		var w strings.Builder
		b.Diags.Print(&w)
		return "", size{}, fmt.Errorf("%w\n%s", err, w.String())
	}
	s, err := sizeOf(b.Kernel.Text, true)
	s.Tables = 4 * len(b.Kernel.Tables.Words)
	return b.Kernel.Text, s, err
}

// sizeOf measures a text. Strict also refuses loops that no counter bounds.
func sizeOf(text string, strict bool) (size, error) {
	u, errs := msl.Load("kernel.metal", []byte(text))
	if len(errs) > 0 {
		return size{}, fmt.Errorf("the kernel's text: %v", errs[0])
	}
	for _, w := range u.Warnings() {
		if !strict {
			break
		}
		return size{}, fmt.Errorf("the kernel's text: %v", w)
	}
	r := textcost.Measure(u)
	s := size{Bytes: r.Bytes, Tokens: r.Tokens, Merges: r.Total.Merges, Functions: r.Total.Functions, LargestName: r.Total.LargestFunction,
		LargestLines: r.Total.LargestLines, LargestToks: r.Total.LargestTokens}
	for _, f := range r.Functions {
		s.LargestMerge = max(s.LargestMerge, f.Merges)
		s.LongestLines = max(s.LongestLines, f.Lines)
		if f.Lines > bodyLines && f.Merges > bodyMerges {
			s.Unbounded++
		}
	}
	return s, nil
}
