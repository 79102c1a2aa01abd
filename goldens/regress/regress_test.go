package regress

import (
	"bytes"
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/tools/flow"
)

var update = flag.Bool("update", false, "write the expected texts with iverilog and vvp 11")

// stopped are the programs that end with exit status 1: by $stop, or for want of a dump.
var stopped = map[string]bool{"stop": true, "dumpnone": true}

// departs are the programs on which Icarus Verilog 11 departs from the standard; what they print is written by hand.
var departs = map[string]string{"widenegpow": "Icarus forgets the sign of exponents where the result has many bits",
	"filemonitor": "Icarus has no $fmonitor",
	"trancontrol": "Icarus may see one change late what turns a switch on, where that is behind a switch"}

func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("*.v")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".v")
		if *update && departs[name] == "" {
			icarus(t, name)
		}
		want, err := os.ReadFile(name + ".out")
		if err != nil {
			t.Fatal(err)
		}
		if len(want) == 0 {
			t.Errorf("%s.out is empty: a program that prints nothing shows nothing", name)
		}
		for _, way := range []way{{flow.EngineCPU, flow.FormTable}, {flow.EngineCPU, flow.FormVM}, {flow.EngineRef, ""}} {
			t.Run(name+"/"+string(way.engine)+string(way.form), func(t *testing.T) {
				got, code := run(t, file, way)
				if got != string(want) {
					t.Errorf("%s", firstDifference(got, string(want)))
				}
				if (code != 0) != stopped[name] {
					t.Errorf("exit status %d", code)
				}
			})
		}
	}
}

// way is how a program is run.
type way struct {
	engine flow.Engine
	form   flow.Form
}

func run(t *testing.T, file string, w way) (string, int) {
	t.Helper()
	o := flow.Options{Files: []string{file}, Warnings: []string{"none"}, Form: w.form}
	o.Parse.Defines = map[string]string{"__ICARUS__": "1"}
	b, err := flow.Compile(o, flow.ToKernel)
	if err != nil {
		var msg strings.Builder
		b.Diags.Print(&msg)
		t.Fatalf("%v\n%s", err, msg.String())
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	var out, errs bytes.Buffer
	r, err := b.Run(ctx, flow.RunOptions{Engine: w.engine, Host: host.Config{Stdout: &out, Stderr: &errs, Dir: t.TempDir()}})
	if err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	return out.String(), r.ExitCode
}

// firstDifference says where two texts part.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "(end of text)", "(end of text)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return "line " + strconv.Itoa(i+1) + ":\n  got  " + a + "\n  want " + b
		}
	}
	return "the texts are equal"
}

// icarus writes NAME.out.
func icarus(t *testing.T, name string) {
	t.Helper()
	if v, _ := exec.Command("iverilog", "-V").Output(); !bytes.Contains(v, []byte("version 11.")) {
		t.Fatal("-update needs iverilog 11")
	}
	code := filepath.Join(t.TempDir(), "a.vvp")
	if text, err := exec.Command("iverilog", "-g2005", "-o", code, name+".v").CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, text)
	}
	c := exec.Command("vvp", "-N", code)
	c.Dir = filepath.Dir(code) // for what it dumps
	out, err := c.Output()
	if _, exit := err.(*exec.ExitError); err != nil && !exit {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+".out", out, 0o666); err != nil {
		t.Fatal(err)
	}
}
