package outside

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/bench/designs"
	"github.com/gpga/gpga/runtime/clang"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/wave"
	"github.com/gpga/gpga/tools/flow"
)

// TestOutside compares gpga with Icarus Verilog on every design of the folder: design/form/engine, and design/ref for those that say so.
func TestOutside(t *testing.T) {
	dir := os.Getenv("GPGA_OUTSIDE")
	if dir == "" {
		t.Skip("NOT RUN: no designs of others were tried; set GPGA_OUTSIDE to a folder with an outside.json (bench/README.md)")
	}
	if _, err := exec.LookPath("iverilog"); err != nil {
		t.Skip("NOT RUN: iverilog, the judge, is not installed")
	}
	list, missing, err := designs.Outside(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range missing {
		t.Logf("NOT RUN: %s is not there", name)
	}
	if len(list) == 0 {
		t.Fatalf("%s: no design of outside.json is there", dir)
	}
	for _, d := range list {
		t.Run(d.Name, func(t *testing.T) { compare(t, d) })
	}
}

func compare(t *testing.T, d designs.Design) {
	place := func(t *testing.T) (string, []string) {
		dir, err := d.Place(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		files, err := d.Sources(dir)
		if err != nil {
			t.Fatal(err)
		}
		return dir, files
	}
	dir, files := place(t)
	want, wantExit := icarus(t, d, dir, files)
	_, noClang := clang.Find()
	cell := func(name string, form flow.Form, engine flow.Engine) {
		t.Run(name, func(t *testing.T) {
			if engine == flow.EngineClang && noClang != nil {
				t.Skipf("NOT RUN: %v", noClang)
			}
			own, files := place(t)
			got, exit := gpga(t, d, own, files, form, engine)
			same(t, d, dir, want, wantExit, own, got, exit)
		})
	}
	for _, form := range []flow.Form{flow.FormTable, flow.FormVM, flow.FormSwitch} {
		for _, engine := range []flow.Engine{flow.EngineCPU, flow.EngineClang} {
			cell(fmt.Sprintf("%s/%s", form, engine), form, engine)
		}
	}
	if d.Ref {
		cell("ref", flow.FormTable, flow.EngineRef)
	}
}

// same compares what gpga left in own with what Icarus Verilog left in dir.
func same(t *testing.T, d designs.Design, dir string, want []byte, wantExit int, own string, got []byte, exit int) {
	if !bytes.Equal(got, want) {
		t.Errorf("output: %s", parting(want, got))
	}
	if exit != wantExit {
		t.Errorf("exit status %d, Icarus Verilog's is %d", exit, wantExit)
	}
	if d.VCD == "" {
		return
	}
	a, err := wave.ReadFile(filepath.Join(dir, d.VCD))
	if err != nil {
		t.Fatal(err)
	}
	b, err := wave.ReadFile(filepath.Join(own, d.VCD))
	if err != nil {
		t.Fatal(err)
	}
	r := wave.Compare(a, b)
	for i, diff := range r.Differences {
		if i == 10 {
			t.Errorf("and %d more variables", len(r.Differences)-i)
			break
		}
		t.Errorf("waves: %s", diff)
	}
	if r.Compared == 0 {
		t.Error("the waves have no variable in common")
	}
	if a.End != b.End {
		t.Errorf("the waves end at %d, Icarus Verilog's at %d", b.End, a.End)
	}
	t.Logf("%d variables compared; only Icarus Verilog dumps %d, only gpga %d", r.Compared, len(r.OnlyA), len(r.OnlyB))
}

func icarus(t *testing.T, d designs.Design, dir string, files []string) ([]byte, int) {
	c := exec.Command("iverilog", append(append([]string{"-g2005", "-o", "outside.vvp"}, d.Args...), files...)...)
	c.Dir = dir
	if msg, err := c.CombinedOutput(); err != nil {
		t.Fatalf("iverilog: %v\n%s", err, msg)
	}
	c = exec.Command("vvp", append([]string{"-N", "outside.vvp"}, d.Plus...)...)
	c.Dir = dir
	out, err := c.Output()
	if err != nil && c.ProcessState.ExitCode() < 0 {
		t.Fatalf("vvp: %v", err)
	}
	return out, c.ProcessState.ExitCode()
}

// gpga runs the design in this process, from its own folder, as messages name files the way the compiler was given them.
func gpga(t *testing.T, d designs.Design, dir string, files []string, form flow.Form, engine flow.Engine) ([]byte, int) {
	t.Chdir(dir)
	o, err := Options(d.Args)
	if err != nil {
		t.Fatal(err)
	}
	o.Files, o.Form = files, form
	b, err := flow.Compile(o, flow.ToKernel)
	if err != nil {
		var text strings.Builder
		b.Diags.Print(&text)
		t.Fatalf("%v\n%s", err, text.String())
	}
	var out bytes.Buffer
	r, err := b.Run(context.Background(), flow.RunOptions{Engine: engine, Host: host.Config{PlusArgs: d.Plus, Stdout: &out}})
	if err != nil {
		t.Error(err)
	}
	return out.Bytes(), r.ExitCode
}

// parting is the first line on which two outputs differ.
func parting(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range w {
		if i >= len(g) {
			return fmt.Sprintf("ends behind line %d, Icarus Verilog goes on with %q", i, w[i])
		}
		if w[i] != g[i] {
			return fmt.Sprintf("line %d is %q, Icarus Verilog says %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("goes on behind line %d with %q", len(w), g[len(w)])
}

// TestOptions: what a design may ask of the compiler reaches it, and nothing is dropped in silence.
func TestOptions(t *testing.T) {
	o, err := Options([]string{"-DA", "-DB=2", "-Iinc", "-ylib", "-stop", "-Ptop.N=3"})
	if err != nil {
		t.Fatal(err)
	}
	if o.Parse.Defines["A"] != "1" || o.Parse.Defines["B"] != "2" || o.Parse.IncludeDirs[0] != "inc" || o.Parse.LibDirs[0] != "lib" ||
		o.Elab.Tops[0] != "top" || o.Elab.Params["top.N"] != "3" {
		t.Errorf("%+v", o)
	}
	for _, bad := range []string{"-g2012", "x.v", "-s"} {
		if _, err := Options([]string{bad}); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}
