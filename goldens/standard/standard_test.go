package standard

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/tools/flow"
)

var update = flag.Bool("update", false, "write the expected texts with the reference interpreter")

// dateRE is when a dump was made.
var dateRE = regexp.MustCompile(`\$date\s[^$]*\$end`)

// program is one NAME.v with what its first lines ask for.
type program struct {
	name string
	opts flow.Options
	two  bool // --two-state as well
}

// programs reads the first lines of all.
func programs(t *testing.T) []program {
	t.Helper()
	files, err := filepath.Glob("*.v")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	var out []program
next:
	for _, file := range files {
		p := program{name: strings.TrimSuffix(file, ".v")}
		p.opts.Files = []string{file}
		for _, line := range strings.Split(read(t, file), "\n") {
			if !strings.HasPrefix(line, "//:") {
				break
			}
			switch words := strings.Fields(line[3:]); words[0] {
			case "part":
				continue next
			case "specify":
				p.opts.Elab.Specify = true
			case "top":
				p.opts.Elab.Tops = words[1:]
			case "with":
				p.opts.Files = append(p.opts.Files, words[1:]...)
			case "map":
				p.opts.Parse.LibMaps = append(p.opts.Parse.LibMaps, words[1:]...)
			case "two":
				p.two = true
			default:
				t.Fatalf("%s: what is %q?", file, line)
			}
		}
		out = append(out, p)
	}
	return out
}

func TestPrograms(t *testing.T) {
	for _, p := range programs(t) {
		t.Run(p.name, func(t *testing.T) {
			p.check(t, p.name+".out", false)
			if p.two {
				p.check(t, p.name+".two", true)
			}
		})
	}
}

// way is an engine with a form of the kernel.
type way struct {
	engine flow.Engine
	form   flow.Form
}

// check runs p every way and compares what it prints with the file want, and what it writes with NAME.made.
func (p program) check(t *testing.T, want string, two bool) {
	t.Helper()
	ways := []way{{flow.EngineRef, flow.FormTable}, {flow.EngineCPU, flow.FormTable}, {flow.EngineCPU, flow.FormVM}, {flow.EngineCPU, flow.FormSwitch}}
	if two { // the reference interpreter has four states
		ways = ways[1:]
	}
	for i, how := range ways {
		out, made := p.run(t, how, two)
		if *update && i == 0 {
			write(t, want, out)
			if made != "" {
				write(t, p.name+".made", made)
			}
		}
		if out == "" {
			t.Errorf("%s prints nothing, which shows nothing", p.name)
		}
		who := string(how.engine) + " " + string(how.form) + ": " + want
		same(t, who, out, read(t, want))
		file := ""
		if _, err := os.Stat(p.name + ".made"); err == nil {
			file = read(t, p.name+".made")
		}
		same(t, who+": made.vcd", made, file)
	}
}

// run gives what the compiler and p print, and the file that it makes.
func (p program) run(t *testing.T, how way, two bool) (out, made string) {
	t.Helper()
	o := p.opts
	o.Form, o.Lower.TwoState = how.form, two
	b, err := flow.Compile(o, flow.ToKernel)
	var text bytes.Buffer
	b.Diags.Print(&text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text.String())
	}
	for _, wrong := range design.Verify(b.Design) {
		t.Error(wrong)
	}
	dir := t.TempDir()
	files, err := filepath.Glob(p.name + "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		write(t, filepath.Join(dir, f), read(t, f))
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	r, err := b.Run(ctx, flow.RunOptions{Engine: how.engine, Host: host.Config{Stdout: &text, Stderr: &text, Dir: dir}})
	if err != nil || r.ExitCode != 0 {
		t.Fatalf("%v: %v, exit status %d\n%s", how, err, r.ExitCode, text.String())
	}
	if data, err := os.ReadFile(filepath.Join(dir, "made.vcd")); err == nil {
		made = dateRE.ReplaceAllString(string(data), "$$date (when) $$end")
	}
	return text.String(), made
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
