package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/spf13/pflag"

	"github.com/gpga/gpga/bench/designs"
	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/goldens/outside"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/runtime/wasm"
	"github.com/gpga/gpga/tools/flow"
)

func main() {
	name := pflag.StringP("design", "d", "soc", "the design: one of the benchmark's own, or of --outside")
	dir := pflag.String("outside", "", "a folder with designs of others (bench/README.md)")
	top := pflag.Int("top", 15, "functions to list")
	job := pflag.String("simulate", "", "used by the command itself: simulate what the JSON text says")
	pflag.Parse()
	var err error
	if *job != "" {
		err = simulate(*job)
	} else {
		err = measure(*name, *dir, *top)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "breakdown:", err)
		os.Exit(1)
	}
}

// work is what the child is told to do.
type work struct {
	Files, Args, Plus []string
	Cache             string
}

func (w *work) compile() (*flow.Build, error) {
	o, err := outside.Options(w.Args)
	if err != nil {
		return nil, err
	}
	o.Files = w.Files
	b, err := flow.Compile(o, flow.ToKernel)
	if err != nil {
		b.Diags.Print(os.Stderr)
	}
	return b, err
}

// simulate is the child: one simulation, whose machine code goes to the cache.
func simulate(job string) error {
	var w work
	if err := json.Unmarshal([]byte(job), &w); err != nil {
		return err
	}
	b, err := w.compile()
	if err != nil {
		return err
	}
	ctx := context.Background()
	eng, err := cpu.NewEngine(ctx, b.Kernel.Text, b.Program, b.Kernel.Tables, cpu.EngineOptions{CacheDir: w.Cache})
	if err != nil {
		return err
	}
	defer eng.Close()
	h := host.New(host.Config{PlusArgs: w.Plus, Precision: b.Design.TickExp})
	defer h.Close()
	_, err = sim.New(b.Program, eng, h, sim.Options{}).Run(ctx)
	return err
}

func pick(name, dir string) (*designs.Design, error) {
	list, err := designs.Own()
	if err == nil && dir != "" {
		list, _, err = designs.Outside(dir)
	}
	if err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].Name == name {
			return &list[i], nil
		}
	}
	return nil, fmt.Errorf("there is no design %s", name)
}

// run starts the child in at and hands its process to watch. It returns what it printed and its CPU seconds.
func run(w *work, at string, watch func(pid int) error) ([]byte, float64, error) {
	text, err := json.Marshal(w)
	if err != nil {
		return nil, 0, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, 0, err
	}
	c := exec.Command(self, "--simulate", string(text))
	c.Dir = at
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, os.Stderr
	if err := c.Start(); err != nil {
		return nil, 0, err
	}
	if watch != nil {
		if err := watch(c.Process.Pid); err != nil {
			c.Process.Kill()
			c.Wait()
			return nil, 0, err
		}
		c.Wait() // the tracer may have seen the process's end already: its status is gone then, and nobody asks for it
		return nil, 0, nil
	}
	err = c.Wait()
	return out.Bytes(), (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), err
}

func measure(name, dir string, top int) error {
	d, err := pick(name, dir)
	if err != nil {
		return err
	}
	tmp, err := os.MkdirTemp("", "gpga-breakdown-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	cache, err := os.MkdirTemp("", "gpga-breakdown-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(cache)
	at, err := d.Place(tmp)
	if err != nil {
		return err
	}
	files, err := d.Sources(at)
	if err != nil {
		return err
	}
	w := &work{Files: files, Args: d.Args, Plus: d.Plus}
	out, all, err := run(w, at, nil)
	if err != nil {
		return err
	}
	b := breakdown{design: d.Name, cycles: d.Count(out), samples: map[string]int{}}
	if b.cycles == 0 {
		return fmt.Errorf("%s does not say how many cycles it ran", d.Name)
	}
	stop, more, err := d.Stop(at)
	if err != nil {
		return err
	}
	_, start, err := run(&work{Files: append(append([]string{}, files...), stop), Args: append(append([]string{}, d.Args...), more...), Plus: d.Plus}, at, nil)
	if err != nil {
		return err
	}
	b.seconds = all - start
	if err := os.Chdir(at); err != nil {
		return err
	}
	names, err := functions(w)
	if err != nil {
		return err
	}
	w.Cache = cache
	if err := b.sampleRun(w, at, names); err != nil {
		return err
	}
	b.print(os.Stdout, top)
	return nil
}

// functions are the names of the kernel's functions in the order of the machine code.
func functions(w *work) ([]string, error) {
	b, err := w.compile()
	if err != nil {
		return nil, err
	}
	u, errs := msl.Load("kernel.metal", []byte(b.Kernel.Text))
	if len(errs) > 0 {
		return nil, fmt.Errorf("the kernel's text: %v", errs[0])
	}
	m, err := wasm.Compile(u, wasm.Options{FunctionConstants: map[int]uint64{0: 1}})
	if err != nil {
		return nil, err
	}
	return m.Names, nil
}

func (b *breakdown) sampleRun(w *work, at string, names []string) error {
	_, _, err := run(w, at, func(pid int) error {
		var c *code
		var base uint64
		var err error
		for range 500 { // until the child has compiled its kernel
			time.Sleep(10 * time.Millisecond)
			if c, err = readCode(w.Cache); err != nil {
				continue
			}
			if base, err = c.locate(pid); err == nil {
				break
			}
		}
		if err != nil {
			return err
		}
		if len(c.offsets) != len(names) {
			return fmt.Errorf("the code has %d functions, the text %d", len(c.offsets), len(names))
		}
		return sample(pid, time.Millisecond, func(pc uint64) {
			f := outsideKernel
			if pc >= base {
				if i := c.function(pc - base); i >= 0 {
					f = names[i]
				}
			}
			b.samples[f]++
		})
	})
	return err
}
