package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/tools/flow"
)

// metalSystem opens the machine's Metal. Tests put a device of their own in its place.
var metalSystem = objc.Open

// metalFlags are the options of --engine=metal.
type metalFlags struct{ tier string }

func (m *metalFlags) add(f *pflag.FlagSet) {
	f.StringVar(&m.tier, "tier", "", "with --engine=metal, the kernel: auto (default: the vm form until that of --form is compiled beside it), vm, or table (that of --form from the start)")
}

// options checks the flags for an engine. With --engine=metal it opens Metal, so that a machine without it says so at once.
func (m *metalFlags) options(eng flow.Engine, o *metal.Options) error {
	if eng != flow.EngineMetal {
		if m.tier != "" {
			return usageError{fmt.Errorf("--tier=%s: only --engine=metal has tiers", m.tier)}
		}
		return nil
	}
	switch o.Tier = metal.Tier(m.tier); o.Tier {
	case "", metal.TierAuto, metal.TierVM, metal.TierTable:
	default:
		return usageError{fmt.Errorf("--tier=%s: want auto, vm or table", m.tier)}
	}
	sys, err := metalSystem()
	if err != nil {
		return fmt.Errorf("--engine=metal: %w; --engine=cpu and --engine=clang run the same text on this machine's processor", err)
	}
	o.System = sys
	o.Warn = func(text string) {
		clearProgress()
		fmt.Fprintf(os.Stderr, "gpga: warning: %s\n", text)
	}
	return nil
}

// printStages prints how long each part of the engine's preparation took.
func printStages(w io.Writer, b *flow.Build) {
	for _, t := range b.Times {
		if strings.HasPrefix(t.Name, "metal ") {
			fmt.Fprintf(w, "%-24s %9.3f ms\n", t.Name, float64(t.Wall)/float64(time.Millisecond))
		}
	}
}
