package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"

	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/tools/flow"
)

// speed is what simulating a design takes, from its Verilog to its end.
type speed struct {
	Design string      `json:"design"`
	Form   flow.Form   `json:"form,omitempty"` // empty for another simulator
	Engine flow.Engine `json:"engine"`
	CPU    float64     `json:"cpu"`            // user and system, seconds: the median of Runs
	Cold   float64     `json:"cold,omitempty"` // of a first run, in which the clang engine compiles the kernel
	Runs   []float64   `json:"runs"`
}

// simulator is the first argument of the process that simulates: form, engine, files.
const simulator = "-simulate-child"

// engineIcarus is Icarus Verilog: its own time is that of vvp, its compilation is Cold less that.
const engineIcarus flow.Engine = "icarus"

// simulated is main of that process.
func simulated(args []string) error {
	if len(args) < 3 {
		return errors.New("too few arguments")
	}
	b, err := flow.Compile(sourceOptions(args[2:], flow.Form(args[0])), flow.ToKernel)
	if err != nil {
		b.Diags.Print(os.Stderr)
		return err
	}
	r, err := b.Run(context.Background(), flow.RunOptions{Engine: flow.Engine(args[1]), Host: host.Config{Dir: host.WorkingDir()}})
	if err == nil && r.ExitCode != 0 {
		err = fmt.Errorf("exit status %d", r.ExitCode)
	}
	return err
}

// speeds simulates a design in each form on each engine and with Icarus Verilog, all in turns so that each has its share of what
// else the machine does. All must print the same.
func (n *runner) speeds(ctx context.Context, name string, files []string) error {
	cache, err := os.MkdirTemp(n.dir, "cache")
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	var list []*speed
	for _, e := range []flow.Engine{flow.EngineCPU, flow.EngineClang} {
		for _, f := range forms {
			list = append(list, &speed{Design: name, Form: f, Engine: e})
		}
	}
	vvp := filepath.Join(n.dir, name+".vvp")
	icarus := &speed{Design: name, Engine: engineIcarus}
	if _, err := exec.LookPath("iverilog"); err == nil {
		list = append(list, icarus)
		use, _, err := n.run(ctx, cache, append([]string{"iverilog", "-o", vvp}, files...))
		if err != nil {
			return err
		}
		icarus.Cold = use
	}
	want := ""
	for i := -1; i < n.o.simulate; i++ {
		for _, s := range list {
			args := []string{"vvp", vvp}
			if s != icarus {
				args = append([]string{self, simulator, string(s.Form), string(s.Engine)}, files...)
			} else if i < 0 {
				continue
			}
			use, out, err := n.run(ctx, cache, args)
			if err != nil {
				return fmt.Errorf("%s, form %s, engine %s: %w", name, s.Form, s.Engine, err)
			}
			if want == "" {
				want = out
			}
			if out != want {
				return fmt.Errorf("%s, form %s, engine %s: it prints\n%.400s\nothers print\n%.400s", name, s.Form, s.Engine, out, want)
			}
			if i < 0 {
				s.Cold = use
				continue
			}
			s.Runs = append(s.Runs, round(use, 3))
			fmt.Fprintf(os.Stderr, "%s %s %s: %.2f s\n", name, s.Form, s.Engine, use)
		}
	}
	kept := n.r.Speeds[:0:0]
	for _, s := range n.r.Speeds {
		if s.Design != name {
			kept = append(kept, s)
		}
	}
	for _, s := range list {
		v := append([]float64(nil), s.Runs...)
		sort.Float64s(v)
		s.CPU = round((v[(len(v)-1)/2]+v[len(v)/2])/2, 3)
		if s == icarus {
			s.Cold += s.CPU
		}
		s.Cold = round(s.Cold, 3)
		kept = append(kept, *s)
	}
	n.r.Speeds = kept
	return nil
}

// run executes a command in the designs' folder and gives its CPU seconds, with all its children's, and what it prints.
func (n *runner) run(ctx context.Context, cache string, args []string) (float64, string, error) {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Dir = n.o.dir
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache, "BUILD_WORKING_DIRECTORY=")
	var out, msg strings.Builder
	cmd.Stdout, cmd.Stderr = &out, io.Writer(&msg)
	if err := cmd.Run(); err != nil {
		return 0, "", fmt.Errorf("%w\n%.2000s", err, msg.String())
	}
	return cmd.ProcessState.UserTime().Seconds() + cmd.ProcessState.SystemTime().Seconds(), out.String(), nil
}

// speedOf finds a speed.
func (r *results) speedOf(design string, f flow.Form, e flow.Engine) *speed {
	for i := range r.Speeds {
		if s := &r.Speeds[i]; s.Design == design && s.Form == f && s.Engine == e {
			return s
		}
	}
	return nil
}
