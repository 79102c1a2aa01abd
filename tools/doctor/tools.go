package doctor

import (
	"context"
	"os/exec"
	"regexp"
	"strings"
	"time"

	"github.com/gpga/gpga/runtime/clang"
)

// Tool is a program that gpga can use or be compared with.
type Tool struct {
	Name    string `json:"name"`
	For     string `json:"for"`            // what it is good for
	Path    string `json:"path,omitempty"` // empty: it is not there
	Version string `json:"version,omitempty"`
	Error   string `json:"error,omitempty"` // it is there and does not say its version
}

// known are the tools: how to find them and to ask for the version.
var known = []struct {
	name, purpose string
	find          func() (string, error)
	ask           []string
}{
	{"clang", "--engine=clang", clang.Find, []string{"--version"}},
	{"iverilog", "differential tests, bench", named("iverilog"), []string{"-V"}},
	{"vvp", "differential tests, bench", named("vvp"), []string{"-V"}},
	{"verilator", "bench", named("verilator"), []string{"--version"}},
	{"xcrun metal", "gpga emit metallib", named("xcrun"), []string{"-sdk", "macosx", "metal", "--version"}},
}

func named(name string) func() (string, error) {
	return func() (string, error) { return exec.LookPath(name) }
}

// askFor is how long a tool may take to tell its version; one that is started for the first time may have to be checked by the
// system first.
const askFor = 20 * time.Second

var number = regexp.MustCompile(`[0-9]+(\.[0-9]+)+`)

// tools looks for all of them.
func tools(ctx context.Context) []Tool {
	var list []Tool
	for _, k := range known {
		if ctx.Err() != nil {
			break
		}
		t := Tool{Name: k.name, For: k.purpose}
		if path, err := k.find(); err == nil {
			t.Path = path
			t.ask(ctx, k.ask)
		}
		list = append(list, t)
	}
	return list
}

// ask fills in the version.
func (t *Tool) ask(ctx context.Context, args []string) {
	limited, cancel := context.WithTimeout(ctx, askFor)
	defer cancel()
	c := exec.CommandContext(limited, t.Path, args...)
	c.WaitDelay = time.Second
	out, err := c.CombinedOutput()
	text := strings.TrimSpace(string(out))
	first, _, _ := strings.Cut(text, "\n")
	if t.Version = number.FindString(first); t.Version != "" && err == nil {
		return
	}
	t.Version = ""
	switch {
	case ctx.Err() != nil:
		t.Error = "interrupted"
	case limited.Err() != nil:
		t.Error = "it did not tell its version in " + askFor.String()
	case first != "":
		t.Error = first
	case err != nil:
		t.Error = err.Error()
	default:
		t.Error = "it tells no version"
	}
}
