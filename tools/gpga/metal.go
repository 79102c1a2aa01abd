package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/archive"
	"github.com/gpga/gpga/runtime/metal/guard"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/tools/flow"
)

// metalSystem opens the machine's Metal. Tests put a device of their own in its place.
var metalSystem = objc.Open

// compileCommand is the hidden command of the process that compiles shaders.
const compileCommand = "metal-compile"

// metalFlags are the options of --engine=metal.
type metalFlags struct {
	tier    string
	guard   guardFlags
	archive archiveFlags
	keep    string // how the archive is used
}

func (m *metalFlags) add(f *pflag.FlagSet) {
	f.StringVar(&m.tier, "tier", "", "with --engine=metal, the kernel: auto (default: the vm form until that of --form is compiled beside it), vm, or table (that of --form from the start)")
	f.StringVar(&m.keep, "archive", "", "with --engine=metal, compiled pipelines: on (default) keeps and uses them, off does not, strict takes them from the archive alone and fails where one is missing")
	m.guard.add(f)
	m.archive.add(f)
}

// guardFlags bound shader compilations.
type guardFlags struct {
	time   time.Duration
	memory string
}

func (g *guardFlags) add(f *pflag.FlagSet) {
	f.DurationVar(&g.time, "max-compile", metal.DefaultCompileTime, "stop a shader compilation that takes longer")
	f.StringVar(&g.memory, "max-compile-memory", "1G", "stop a shader compilation that takes more memory")
}

// guarding is what the flags say, with this program as the one that compiles.
func (g *guardFlags) guarding() (metal.Guarding, error) {
	limit, err := parseSize("max-compile-memory", g.memory)
	if err != nil {
		return metal.Guarding{}, usageError{err}
	}
	if limit == 0 {
		limit = metal.DefaultCompileMemory
	}
	if g.time <= 0 {
		return metal.Guarding{}, usageError{fmt.Errorf("--max-compile=%v: want a time such as 10s", g.time)}
	}
	self, err := os.Executable()
	if err != nil {
		return metal.Guarding{}, err
	}
	return metal.Guarding{Command: []string{self, compileCommand}, Limits: guard.Limits{Wall: g.time, Memory: limit}}, nil
}

// archiveFlags say where compiled pipelines are kept.
type archiveFlags struct{ dir, size string }

func (a *archiveFlags) add(f *pflag.FlagSet) {
	f.StringVar(&a.dir, "archive-dir", "", "keep compiled pipelines in DIR (default: gpga/archive in the user's cache folder)")
	f.StringVar(&a.size, "archive-size", "256M", "bound on the archive: what was not used for longest goes")
}

// place is the archive's folder and the most bytes that it may have.
func (a *archiveFlags) place() (dir string, size int64, err error) {
	n, err := parseSize("archive-size", a.size)
	if err != nil {
		return "", 0, usageError{err}
	}
	if dir = a.dir; dir == "" {
		if dir, err = archive.DefaultDir(); err != nil {
			return "", 0, fmt.Errorf("there is no place for the archive: %w; --archive-dir names one", err)
		}
	}
	return dir, int64(n), nil
}

// open opens the archive.
func (a *archiveFlags) open() (*archive.Store, error) {
	dir, size, err := a.place()
	if err != nil {
		return nil, err
	}
	return archive.Open(dir, size)
}

// options checks the flags for an engine. With --engine=metal it opens Metal, so that a machine without it says so at once.
func (m *metalFlags) options(f *pflag.FlagSet, eng flow.Engine, o *metal.Options) error {
	if eng != flow.EngineMetal {
		if m.tier != "" {
			return usageError{fmt.Errorf("--tier=%s: only --engine=metal has tiers", m.tier)}
		}
		for _, name := range []string{"archive", "archive-dir", "archive-size", "max-compile", "max-compile-memory"} {
			if f.Changed(name) {
				return usageError{fmt.Errorf("--%s is for --engine=metal", name)}
			}
		}
		return nil
	}
	switch o.Tier = metal.Tier(m.tier); o.Tier {
	case "", metal.TierAuto, metal.TierVM, metal.TierTable:
	default:
		return usageError{fmt.Errorf("--tier=%s: want auto, vm or table", m.tier)}
	}
	var err error
	if o.Guard, err = m.guard.guarding(); err != nil {
		return err
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
	switch m.keep {
	case "off":
	case "", "on", "strict":
		o.Strict = m.keep == "strict"
		if o.Archive, err = m.archive.open(); err != nil {
			var usage usageError
			if m.keep == "strict" || m.archive.dir != "" || errors.As(err, &usage) {
				return err
			}
			o.Warn(fmt.Sprintf("pipelines are not kept: %v", err))
		}
	default:
		return usageError{fmt.Errorf("--archive=%s: want on, off or strict", m.keep)}
	}
	return nil
}

// newMetalCompile is the process that compiles shaders, for --engine=metal and gpga archive.
func newMetalCompile() *cobra.Command {
	return &cobra.Command{
		Use:    compileCommand,
		Short:  "Compile a shader, for another gpga",
		Hidden: true,
		Args:   noArgs,
		RunE: func(c *cobra.Command, args []string) error {
			return metal.Serve(os.Stdin, os.Stdout, func() (objc.System, error) { return metalSystem() })
		},
	}
}

// printStages prints how long each part of the engine's preparation took.
func printStages(w io.Writer, b *flow.Build) {
	for _, t := range b.Times {
		if strings.HasPrefix(t.Name, "metal ") {
			fmt.Fprintf(w, "%-24s %9.3f ms\n", t.Name, float64(t.Wall)/float64(time.Millisecond))
		}
	}
}
