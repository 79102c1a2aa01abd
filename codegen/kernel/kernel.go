// Package kernel holds the text of the kernel's library: the shared helpers, in MSL, that every emitted kernel is built on.
//
// In flows nothing; out flows a set of named chunks (functions and structs) from which package emit takes those that a
// design needs. The files are MSL with two conventions: a blank line ends a chunk, and names in capitals (SCHED_, TAB_,
// EV_, ...) are constants that the emitter supplies. value.metal.tmpl stands for two texts, one for values of up to 32 bits
// and one for up to 64.
//
// Invariant: no function's control flow depends on the design; what differs from design to design is in tables. The exceptions
// are the chunks of switch.metal, which only the switch form uses, each in place of the chunk of that name without switch_.
package kernel

import (
	"embed"
	"fmt"
	"regexp"
	"strings"
)

//go:embed *.metal *.tmpl
var files embed.FS

// Chunk is a function or struct of the library.
type Chunk struct {
	Name string
	Text string // with the comment before it, ending in a newline
}

var nameRE = regexp.MustCompile(`(?m)^(?:struct (\w+)|(?:static|kernel)[^(]*?(\w+)\()`)

// Chunks returns all chunks by name. An error is a mistake in the library.
func Chunks() (map[string]Chunk, error) {
	out := map[string]Chunk{}
	var bad error
	add := func(text string) {
		for _, c := range strings.Split(text, "\n\n") {
			c = strings.Trim(c, "\n")
			if c == "" {
				continue
			}
			stripped := strings.ReplaceAll(c, "__attribute__((noinline)) ", "")
			m := nameRE.FindStringSubmatch(stripped)
			if m == nil {
				bad = fmt.Errorf("kernel library: a chunk without a name: %.60s", c)
				return
			}
			name := m[1] + m[2]
			out[name] = Chunk{Name: name, Text: c + "\n"}
		}
	}
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		b, err := files.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		text := string(b)
		if !strings.HasSuffix(e.Name(), ".tmpl") {
			add(text)
			continue
		}
		add(strings.NewReplacer("$T", "uint", "$S", "int", "$L", "gpga_l32", "$N", "32").Replace(text))
		add(strings.NewReplacer("$T", "ulong", "$S", "long", "$L", "gpga_l64", "$N", "64").Replace(text))
	}
	return out, bad
}
