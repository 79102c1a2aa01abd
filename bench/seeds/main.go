package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/spf13/pflag"
)

func main() {
	var b bench
	pflag.IntVarP(&b.Seeds, "seeds", "s", 1000, "seeds to run")
	pflag.IntVar(&b.Single, "single", 50, "seeds to run one by one, in gpga and in Icarus Verilog; their time is scaled")
	pflag.IntVarP(&b.Repeats, "repeats", "n", 5, "runs of each way")
	pflag.IntVarP(&b.Jobs, "jobs", "j", runtime.NumCPU(), "instances at the same time")
	pflag.StringVarP(&b.Design, "design", "d", "goldens/designs/seeds.v", "the design: one that takes +seed=N")
	pflag.StringArrayVar(&b.Plus, "plus", nil, "another plusarg of every run, as +rounds=50")
	pflag.StringVar(&b.Engine, "engine", "cpu", "engine of gpga")
	pflag.StringVar(&b.gpga, "gpga", "", "the gpga to measure (default: built from this source)")
	pflag.StringVarP(&b.out, "output", "o", "", "write every figure to FILE as JSON")
	pflag.Parse()
	if err := b.run(); err != nil {
		fmt.Fprintln(os.Stderr, "seeds:", err)
		os.Exit(1)
	}
}

type bench struct {
	Design  string   `json:"design"`
	Plus    []string `json:"plusargs"`
	Engine  string   `json:"engine"`
	Seeds   int      `json:"seeds"`
	Single  int      `json:"single"`
	Repeats int      `json:"repeats"`
	Jobs    int      `json:"jobs"`
	Ways    []*way   `json:"ways"`
	Ratios  struct {
		Icarus    float64 `json:"icarus_over_instances_cpu"`
		Alone     float64 `json:"single_over_instances_cpu"`
		Cores     float64 `json:"one_core_over_all_wall"`
		Processes float64 `json:"processes_over_all_wall"`
	} `json:"ratios"`

	gpga, out, dir string
	vvp            bool
}

// way is one way of running the seeds.
type way struct {
	Name string    `json:"name"`
	Runs int       `json:"seeds"` // that it runs
	CPU  []float64 `json:"cpu_s"`
	Wall []float64 `json:"wall_s"`
	run  func(dir string) (cpu float64, err error)
	log  func(dir string, seed int) string
}

// per1000 is the time of a thousand seeds.
func (w *way) per1000(s float64) float64 { return s / float64(w.Runs) * 1000 }

func (w *way) cpu() float64 {
	v := slices.Sorted(slices.Values(w.CPU))
	return w.per1000((v[(len(v)-1)/2] + v[len(v)/2]) / 2)
}

func (w *way) wall() float64 { return w.per1000(slices.Min(w.Wall)) }

func (b *bench) run() error {
	if b.Seeds < 1 || b.Single < 1 || b.Repeats < 1 || b.Jobs < 1 {
		return errors.New("numbers must be 1 or more")
	}
	b.Single = min(b.Single, b.Seeds)
	from := os.Getenv("BUILD_WORKING_DIRECTORY")
	if from == "" {
		from = "."
	}
	// named is a file as the user named it.
	named := func(path string) string {
		if filepath.IsAbs(path) {
			return path
		}
		return filepath.Join(from, path)
	}
	design := named(b.Design)
	if b.out != "" { // before all the work
		if st, err := os.Stat(filepath.Dir(named(b.out))); err != nil || !st.IsDir() {
			return fmt.Errorf("-o %s: there is no such folder", b.out)
		}
	}
	var err error
	if b.dir, err = os.MkdirTemp("", "gpga-seeds-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	text, err := os.ReadFile(design)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(b.dir, "design.v"), text, 0o666); err != nil {
		return err
	}
	if b.gpga == "" {
		b.gpga = filepath.Join(b.dir, "gpga")
		if out, err := exec.Command("go", "build", "-o", b.gpga, "github.com/gpga/gpga/tools/gpga").CombinedOutput(); err != nil {
			return fmt.Errorf("building gpga: %w\n%s", err, out)
		}
	} else if b.gpga, err = filepath.Abs(named(b.gpga)); err != nil {
		return err
	}
	_, err = exec.LookPath("iverilog")
	b.vvp = err == nil
	b.ways()
	for n := range b.Repeats {
		for k, w := range b.Ways {
			dir := filepath.Join(b.dir, fmt.Sprintf("%d-%d", n, k))
			if err := os.Mkdir(dir, 0o777); err != nil {
				return err
			}
			start := time.Now()
			cpu, err := w.run(dir)
			if err != nil {
				return fmt.Errorf("%s: %w", w.Name, err)
			}
			w.Wall, w.CPU = append(w.Wall, time.Since(start).Seconds()), append(w.CPU, cpu)
		}
		if n == 0 {
			if err := b.compare(); err != nil {
				return err
			}
		}
	}
	b.report()
	if b.out != "" {
		text, err := json.MarshalIndent(b, "", "  ")
		if err != nil {
			return err
		}
		return os.WriteFile(named(b.out), append(text, '\n'), 0o666)
	}
	return nil
}

// command runs a command and gives its CPU seconds; its standard output goes to the file out.
func (b *bench) command(dir, out string, argv ...string) (float64, error) {
	c := exec.Command(argv[0], argv[1:]...)
	c.Dir = dir
	c.Env = slices.DeleteFunc(os.Environ(), func(s string) bool { return strings.HasPrefix(s, "BUILD_WORKING_DIRECTORY=") })
	f, err := os.Create(filepath.Join(dir, out))
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var errs bytes.Buffer
	c.Stdout, c.Stderr = f, &errs
	if err := c.Run(); err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", strings.Join(argv, " "), err, errs.Bytes())
	}
	return (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), nil
}

// instances is the command line of instances first to first+n-1.
func (b *bench) instances(dir string, first, n, jobs int) (float64, error) {
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, "+seed=%d\n", first+i)
	}
	args := fmt.Sprintf("args%d", first)
	if err := os.WriteFile(filepath.Join(dir, args), []byte(lines.String()), 0o666); err != nil {
		return 0, err
	}
	argv := append([]string{b.gpga, "run", "-q", "--engine=" + b.Engine, "--instance-args", args, "--jobs", strconv.Itoa(jobs), "--out", fmt.Sprintf("out%d", first), "../design.v"}, b.Plus...)
	return b.command(dir, fmt.Sprintf("summary%d", first), argv...)
}

func (b *bench) ways() {
	whole := func(dir string, seed int) string { return filepath.Join(dir, "out0", fmt.Sprintf("%d.log", seed)) }
	lone := func(dir string, seed int) string { return filepath.Join(dir, fmt.Sprintf("%d.log", seed)) }
	add := func(name string, n int, run func(dir string) (float64, error), log func(string, int) string) {
		b.Ways = append(b.Ways, &way{Name: name, Runs: n, run: run, log: log})
	}
	add("instances, 1 core", b.Seeds, func(dir string) (float64, error) { return b.instances(dir, 0, b.Seeds, 1) }, whole)
	if b.Jobs > 1 {
		add(fmt.Sprintf("instances, %d cores", b.Jobs), b.Seeds, func(dir string) (float64, error) { return b.instances(dir, 0, b.Seeds, b.Jobs) }, whole)
		share := (b.Seeds + b.Jobs - 1) / b.Jobs
		add(fmt.Sprintf("%d processes at once", b.Jobs), b.Seeds, func(dir string) (float64, error) {
			var all sync.WaitGroup
			cpu, errs := make([]float64, b.Jobs), make([]error, b.Jobs)
			for k := range b.Jobs {
				if n := min(share, b.Seeds-k*share); n > 0 {
					all.Go(func() { cpu[k], errs[k] = b.instances(dir, k*share, n, 1) })
				}
			}
			all.Wait()
			sum := 0.0
			for _, c := range cpu {
				sum += c
			}
			return sum, errors.Join(errs...)
		}, func(dir string, seed int) string {
			return filepath.Join(dir, fmt.Sprintf("out%d", seed/share*share), fmt.Sprintf("%d.log", seed%share))
		})
	}
	each := func(argv ...string) func(dir string) (float64, error) {
		return func(dir string) (float64, error) {
			sum := 0.0
			for i := range b.Single {
				cpu, err := b.command(dir, fmt.Sprintf("%d.log", i), append(append(slices.Clone(argv), fmt.Sprintf("+seed=%d", i)), b.Plus...)...)
				if err != nil {
					return 0, err
				}
				sum += cpu
			}
			return sum, nil
		}
	}
	add("gpga, one by one", b.Single, each(b.gpga, "run", "-q", "--engine="+b.Engine, "../design.v"), lone)
	if b.vvp {
		vvp := each("vvp", "-n", "design.vvp")
		add("icarus, one by one", b.Single, func(dir string) (float64, error) {
			// It is compiled once for all seeds; the seeds that are run bear their share of it.
			first, err := b.command(dir, "compile", "iverilog", "-g2005", "-o", "design.vvp", "../design.v")
			if err != nil {
				return 0, err
			}
			sum, err := vvp(dir)
			return sum + first*float64(b.Single)/float64(b.Seeds), err
		}, lone)
	}
}

// compare holds what the ways printed in their first runs to each other.
func (b *bench) compare() error {
	for seed := range b.Seeds {
		var first []byte
		for k, w := range b.Ways {
			if seed >= w.Runs {
				continue
			}
			text, err := os.ReadFile(w.log(filepath.Join(b.dir, fmt.Sprintf("0-%d", k)), seed))
			if err != nil {
				return err
			}
			if k == 0 {
				first = text
			} else if !bytes.Equal(text, first) {
				return fmt.Errorf("seed %d prints otherwise in %s than in %s", seed, w.Name, b.Ways[0].Name)
			}
		}
		if len(first) == 0 {
			return fmt.Errorf("seed %d prints nothing", seed)
		}
	}
	return nil
}

func (b *bench) find(name string) *way {
	for _, w := range b.Ways {
		if strings.HasPrefix(w.Name, name) {
			return w
		}
	}
	return nil
}

func (b *bench) report() {
	t := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "way\tCPU s/1000\twall s/1000\t")
	for _, w := range b.Ways {
		fmt.Fprintf(t, "%s\t%.3f\t%.3f\t\n", w.Name, w.cpu(), w.wall())
	}
	t.Flush()
	ratio := func(a, c float64) float64 { return math.Round(100*a/c) / 100 }
	one := b.Ways[0]
	b.Ratios.Alone = ratio(b.find("gpga").cpu(), one.cpu())
	fmt.Printf("\none instance costs 1/%.2f of the CPU time of a single run of gpga", b.Ratios.Alone)
	if b.vvp {
		b.Ratios.Icarus = ratio(b.find("icarus").cpu(), one.cpu())
		fmt.Printf(", 1/%.2f of Icarus Verilog's", b.Ratios.Icarus)
	}
	fmt.Println()
	if b.Jobs > 1 {
		all := b.Ways[1]
		b.Ratios.Cores = ratio(one.wall(), all.wall())
		b.Ratios.Processes = ratio(b.Ways[2].wall(), all.wall())
		fmt.Printf("%d cores are %.2f times as fast as one, and %.2f times as fast as %d processes that run at the same time\n", b.Jobs, b.Ratios.Cores, b.Ratios.Processes, b.Jobs)
	}
}
