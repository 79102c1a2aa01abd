package goldens

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sebdah/goldie/v2"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/wasm"
	"github.com/gpga/gpga/runtime/wave"
	"github.com/gpga/gpga/scheduler/program"
	"github.com/gpga/gpga/tools/flow"
)

// reason is why costs rise in this update; GOLDENS_REASON says the same under Bazel.
var reason = flag.String("reason", os.Getenv("GOLDENS_REASON"), "with -update: why costs rise, for the ledger")

// updating is goldie's flag -update.
func updating() bool { return flag.Lookup("update").Value.(flag.Getter).Get().(bool) }

// allowance is an accepted difference from Icarus.
type allowance struct {
	Reason string `json:"reason"`
	// Dump tells that the dumps differ as well; they are then not compared.
	Dump bool `json:"dump,omitempty"`
	// Refused tells that Icarus does not take the design: there is nothing of its to keep or to compare with.
	Refused bool `json:"refused,omitempty"`
}

func readAllowed(t *testing.T) map[string]allowance {
	text, err := os.ReadFile("allow.json")
	if err != nil {
		t.Fatal(err)
	}
	allow := map[string]allowance{}
	if err := json.Unmarshal(text, &allow); err != nil {
		t.Fatalf("allow.json: %v", err)
	}
	for name, a := range allow {
		if strings.TrimSpace(a.Reason) == "" {
			t.Errorf("allow.json: %s has no reason", name)
		}
	}
	return allow
}

// compile takes a placed design through the passes.
func compile(t *testing.T, dir string, d Design, traced bool) *flow.Build {
	t.Helper()
	o := flow.Options{Files: []string{filepath.Join(dir, d.Name+".v")}, Warnings: []string{"none"}}
	o.Lower.TraceAll = traced
	b, err := flow.Compile(o, flow.ToKernel)
	if err != nil {
		var msg strings.Builder
		b.Diags.Print(&msg)
		t.Fatalf("%v\n%s", err, msg.String())
	}
	return b
}

// simulate runs a design on an engine. It gives the text that it prints and the dump's path.
func simulate(t *testing.T, d Design, engine flow.Engine, traced bool) (string, string) {
	t.Helper()
	dir := t.TempDir()
	if err := d.Place(dir); err != nil {
		t.Fatal(err)
	}
	b := compile(t, dir, d, traced)
	var out bytes.Buffer
	dump := filepath.Join(dir, d.Name+".vcd")
	o := flow.RunOptions{Engine: engine, Host: host.Config{Stdout: &out, Stderr: &bytes.Buffer{}, Dir: dir, PlusArgs: d.Args}}
	if traced {
		o.Sim.VCD = dump
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	r, err := b.Run(ctx, o)
	if err != nil {
		t.Errorf("%v", err)
	}
	if r.ExitCode != 0 || r.Canceled {
		t.Errorf("exit status %d, canceled %v", r.ExitCode, r.Canceled)
	}
	// Messages name the source as it was given; Icarus was given the bare name.
	return strings.ReplaceAll(out.String(), dir+string(filepath.Separator), ""), dump
}

// sameText fails with the first lines that differ.
func sameText(t *testing.T, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := 0; i < len(g) || i < len(w); i++ {
		a, b := "(nothing)", "(nothing)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("line %d is\n%s\nexpected is\n%s", i+1, a, b)
			return
		}
	}
}

// sameDump compares a dump with the kept one. Every variable that is kept must be there.
func sameDump(t *testing.T, path string, want *wave.Trace) {
	t.Helper()
	got, err := wave.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := wave.Compare(got, want)
	for i, d := range r.Differences {
		if i == 8 {
			t.Errorf("and %d more variables", len(r.Differences)-i)
			break
		}
		t.Errorf("%s", d)
	}
	if r.Compared == 0 {
		t.Errorf("no variable is in both dumps")
	}
	if len(r.OnlyB) > 0 {
		t.Errorf("%d variables are not dumped, %s the first", len(r.OnlyB), r.OnlyB[0])
	}
	if got.End*pow10(got.Exponent-want.Exponent) != want.End*pow10(want.Exponent-got.Exponent) {
		t.Errorf("the dump ends at %d (10^%d s), expected at %d (10^%d s)", got.End, got.Exponent, want.End, want.Exponent)
	}
}

// pow10 is 10^n, 1 for a negative n.
func pow10(n int) uint64 {
	p := uint64(1)
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}

// translate gives every stage's bytes for a build: the program, the tables and the WebAssembly module.
func translate(t *testing.T, b *flow.Build) (encoded, tables, module []byte, unit *msl.Unit) {
	t.Helper()
	unit, errs := msl.Load("kernel.metal", []byte(b.Kernel.Text))
	if len(errs) > 0 {
		t.Fatalf("the emitted text: %v", errs[0])
	}
	m, err := wasm.Compile(unit, wasm.Options{FunctionConstants: map[int]uint64{0: 1}})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range b.Kernel.Tables.Words {
		tables = append(tables, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
	}
	return program.Encode(b.Program), tables, m.Binary, unit
}

// TestMatrix holds every design to everything that is expected of it. Cells are design/cell:
//
//	cpu, ref    the engine prints what is expected
//	cpu-vcd, ref-vcd    and dumps it; without dumps of its own, the design is dumped by the engine's option
//	msl         the kernel's text is the snapshot
//	same        a second compilation gives the same bytes in every stage
//	cost        the kernel costs what the ledger says, and no more than the caps
func TestMatrix(t *testing.T) {
	designs, err := Designs("designs")
	if err != nil {
		t.Fatal(err)
	}
	allow := readAllowed(t)
	ledger, err := ReadLedger("ledger.json")
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex // of ledger
	known := map[string]bool{}
	for _, d := range designs {
		known[d.Name] = true
	}
	for name := range allow {
		if !known[name] {
			t.Errorf("allow.json: there is no design %s", name)
		}
	}
	for name := range ledger.Designs {
		if !known[name] && !updating() {
			t.Errorf("ledger.json: there is no design %s", name)
		}
	}
	families(t, ledger)
	t.Run("designs", func(t *testing.T) {
		for _, d := range designs {
			t.Run(d.Name, func(t *testing.T) {
				t.Parallel()
				a, allowed := allow[d.Name]
				if updating() {
					if !a.Refused {
						record(t, d, allowed)
					}
					if allowed {
						out, _ := simulate(t, d, flow.EngineRef, false)
						write(t, "expect/"+d.Name+".out", []byte(out))
					}
				}
				runs(t, d, a, allowed)
				texts(t, d, ledger, &mu)
			})
		}
	})
	if updating() {
		ledger.Keep(known)
		if err := ledger.Write("ledger.json"); err != nil {
			t.Fatal(err)
		}
	}
}

// runs are the cells that simulate.
func runs(t *testing.T, d Design, a allowance, allowed bool) {
	text, err := os.ReadFile("expect/" + d.Name + ".out")
	if err != nil {
		t.Fatal(err)
	}
	want := string(text)
	if a.Dump = a.Dump || a.Refused; allowed && !a.Refused {
		theirs, err := os.ReadFile("expect/" + d.Name + ".icarus")
		if err != nil {
			t.Fatal(err)
		}
		if string(theirs) == want {
			t.Errorf("allow.json: %s agrees with Icarus now (%s)", d.Name, a.Reason)
		}
	}
	for _, engine := range []flow.Engine{flow.EngineCPU, flow.EngineRef} {
		var dump string
		t.Run(string(engine), func(t *testing.T) {
			var out string
			out, dump = simulate(t, d, engine, false)
			sameText(t, out, want)
			if d.Dumps && !a.Dump {
				sameDumpCell(t, d, dump)
			}
		})
		if !d.Dumps && engine == flow.EngineCPU {
			t.Run("cpu-vcd", func(t *testing.T) {
				out, dump := simulate(t, d, engine, true)
				sameText(t, out, want)
				if !a.Dump {
					sameDumpCell(t, d, dump)
				}
			})
		}
	}
}

func sameDumpCell(t *testing.T, d Design, dump string) {
	t.Helper()
	t.Run("vcd", func(t *testing.T) { sameDump(t, dump, readDump(t, d.Name)) })
}

// texts are the cells that look at what is compiled.
func texts(t *testing.T, d Design, ledger *Ledger, mu *sync.Mutex) {
	dir := t.TempDir()
	if err := d.Place(dir); err != nil {
		t.Fatal(err)
	}
	b := compile(t, dir, d, false)
	if strings.Contains(b.Kernel.Text, dir) {
		t.Errorf("the kernel's text names the folder that it was compiled in")
	}
	encoded, tables, module, _ := translate(t, b)
	t.Run("msl", func(t *testing.T) {
		g := goldie.New(t, goldie.WithFixtureDir("msl"), goldie.WithNameSuffix(".metal"), goldie.WithDiffEngine(goldie.ColoredDiff))
		if updating() {
			if err := g.Update(t, d.Name, []byte(b.Kernel.Text)); err != nil {
				t.Fatal(err)
			}
			return
		}
		want, err := os.ReadFile("msl/" + d.Name + ".metal")
		if err != nil {
			t.Fatal(err)
		}
		if string(want) != b.Kernel.Text { // goldie would print both texts whole
			sameText(t, b.Kernel.Text, string(want))
			t.Errorf("see what an update changes: bazel run //goldens:update")
		}
	})
	t.Run("same", func(t *testing.T) {
		again := compile(t, dir, d, false)
		l, tb, m, _ := translate(t, again)
		if again.Kernel.Text != b.Kernel.Text {
			t.Errorf("a second compilation gives another kernel")
		}
		if !bytes.Equal(l, encoded) {
			t.Errorf("a second compilation gives another program")
		}
		if !bytes.Equal(tb, tables) {
			t.Errorf("a second compilation gives other tables")
		}
		if !bytes.Equal(m, module) {
			t.Errorf("a second compilation gives another module")
		}
	})
	t.Run("cost", func(t *testing.T) {
		got := NewEntry(cost.Read("kernel.metal", b.Kernel.Text).Located(emit.Origins(b.Program, b.Kernel)))
		mu.Lock()
		defer mu.Unlock()
		if updating() {
			ledger.Record(d.Name, got, *reason)
		}
		for _, msg := range ledger.Check(d.Name, got) {
			t.Error(msg)
		}
	})
}
