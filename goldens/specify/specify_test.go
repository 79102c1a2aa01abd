package specify

import (
	"bytes"
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/runtime/clang"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/tools/flow"
)

var update = flag.Bool("update", false, "write the expected texts")

func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("*.v")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	_, noClang := clang.Find()
	for _, file := range files {
		name := strings.TrimSuffix(file, ".v")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		isIcarus := bytes.HasPrefix(text, []byte("//:icarus\n"))
		t.Run(name, func(t *testing.T) {
			ref, diags := compile(t, file, flow.FormTable, true)
			for _, wrong := range design.Verify(ref.Design) {
				t.Error(wrong)
			}
			got := run(t, ref, flow.EngineRef)
			if *update {
				if isIcarus {
					got = icarus(t, file)
				}
				write(t, name+".out", got)
				if diags != "" {
					write(t, name+".warn", diags)
				}
			}
			want := read(t, name+".out")
			if want == "" {
				t.Error("a program that prints nothing shows nothing")
			}
			same(t, "ref", got, want)
			warn := ""
			if _, err := os.Stat(name + ".warn"); err == nil {
				warn = read(t, name+".warn")
			}
			same(t, "the compiler", diags, warn)
			for _, form := range []flow.Form{flow.FormTable, flow.FormVM, flow.FormSwitch} {
				b, _ := compile(t, file, form, true)
				same(t, "cpu "+string(form), run(t, b, flow.EngineCPU), want)
				if noClang == nil && form == flow.FormTable {
					same(t, "clang", run(t, b, flow.EngineClang), want)
				}
			}
		})
		if isIcarus {
			t.Run(name+"/icarus", func(t *testing.T) {
				if _, err := exec.LookPath("iverilog"); err != nil {
					t.Skip("iverilog is not installed")
				}
				same(t, "iverilog", icarus(t, file), read(t, name+".out"))
			})
		}
		if _, err := os.Stat(name + ".plain"); err == nil {
			t.Run(name+"/plain", func(t *testing.T) {
				b, _ := compile(t, file, flow.FormTable, false)
				got := run(t, b, flow.EngineRef)
				if *update {
					write(t, name+".plain", got)
				}
				same(t, "ref", got, read(t, name+".plain"))
				same(t, "cpu", run(t, b, flow.EngineCPU), got)
			})
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// compile also gives what the compiler says.
func compile(t *testing.T, file string, form flow.Form, specify bool) (*flow.Build, string) {
	t.Helper()
	b, err := flow.Compile(flow.Options{Files: []string{file}, Form: form, Elab: elab.Options{Specify: specify}}, flow.ToKernel)
	var msg strings.Builder
	if b != nil {
		b.Diags.Print(&msg)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, msg.String())
	}
	return b, msg.String()
}

func run(t *testing.T, b *flow.Build, engine flow.Engine) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var out, errs bytes.Buffer
	r, err := b.Run(ctx, flow.RunOptions{Engine: engine, Host: host.Config{Stdout: &out, Stderr: &errs, Dir: t.TempDir()}})
	if err != nil || r.ExitCode != 0 {
		t.Fatalf("%s: %v, exit status %d\n%s", engine, err, r.ExitCode, errs.String())
	}
	return out.String()
}

// same fails with the first line in which two texts differ.
func same(t *testing.T, who, got, want string) {
	t.Helper()
	if got == want {
		return
	}
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
			t.Errorf("%s: line %d:\n  got  %s\n  want %s", who, i+1, a, b)
			return
		}
	}
}

// icarus is what Icarus Verilog prints for a program.
func icarus(t *testing.T, file string) string {
	t.Helper()
	code := filepath.Join(t.TempDir(), "a.vvp")
	if text, err := exec.Command("iverilog", "-g2005", "-gspecify", "-o", code, file).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	out, err := exec.Command("vvp", "-N", code).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
