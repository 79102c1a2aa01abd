package ordering

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/goldens/load"
	"github.com/gpga/gpga/goldens/refsim"
	"github.com/gpga/gpga/runtime/host"
)

// allowed reads a list of lines "NAME: reason".
func allowed(t *testing.T, file string) map[string]string {
	text, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, l := range strings.Split(string(text), "\n") {
		if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
			continue
		}
		name, reason, ok := strings.Cut(l, ":")
		if !ok || strings.TrimSpace(reason) == "" {
			t.Fatalf("%s: %q gives no reason", file, l)
		}
		out[name] = strings.TrimSpace(reason)
	}
	return out
}

func TestAgainstIcarus(t *testing.T) {
	allow := allowed(t, "allowed.txt")
	files, err := filepath.Glob("testdata/*.v")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".v")
		t.Run(name, func(t *testing.T) {
			want, err := os.ReadFile(strings.TrimSuffix(f, ".v") + ".icarus")
			if err != nil {
				t.Fatal(err)
			}
			d, err := load.Files(load.Options{}, f)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			dir := t.TempDir()
			h := host.New(host.Config{Stdout: &out, Precision: d.TickExp, Dir: dir})
			r, err := refsim.Run(context.Background(), d, h, refsim.Options{})
			h.Close()
			if err != nil {
				t.Fatal(err)
			}
			if (r.ExitCode != 0) != r.Stopped {
				t.Errorf("exit status %d, stopped %v", r.ExitCode, r.Stopped)
			}
			same := bytes.Equal(out.Bytes(), want)
			if reason, ok := allow[name]; ok {
				if same {
					t.Errorf("agrees with Icarus: take it out of allowed.txt (%s)", reason)
				}
				return
			}
			if !same {
				t.Errorf("prints\n%s\nIcarus prints\n%s", out.Bytes(), want)
			}
			if changes, err := os.ReadFile(strings.TrimSuffix(f, ".v") + ".changes"); err == nil {
				dump, err := os.ReadFile(filepath.Join(dir, name+".vcd"))
				if err != nil {
					t.Fatal(err)
				}
				if got := dumped(string(dump)); got != string(changes) {
					t.Errorf("dumps\n%s\nIcarus dumps\n%s", got, changes)
				}
			}
		})
	}
}

var (
	varLine = regexp.MustCompile(`^\$var \S+ \d+ (\S+) (\S+)`)
	bitLine = regexp.MustCompile(`^([01xz])(\S+)$`)
)

// dumped gives the changes of single bits after the initial values, redundant ones too, under their names.
func dumped(vcd string) string {
	names := map[string]string{}
	var b strings.Builder
	_, rest, _ := strings.Cut(vcd, "$enddefinitions $end\n")
	for _, l := range strings.Split(vcd, "\n") {
		if m := varLine.FindStringSubmatch(l); m != nil {
			names[m[1]] = m[2]
		}
	}
	_, rest, _ = strings.Cut(rest, "$end\n")
	for _, l := range strings.Split(rest, "\n") {
		switch m := bitLine.FindStringSubmatch(l); {
		case strings.HasPrefix(l, "#"):
			b.WriteString(l + "\n")
		case m != nil:
			b.WriteString(names[m[2]] + "=" + m[1] + "\n")
		}
	}
	return b.String()
}
