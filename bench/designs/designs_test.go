package designs

import (
	"os"
	"path/filepath"
	"testing"
)

// TestOutside reads a folder of designs, places one below its root, and finds what it needs there and nothing else.
func TestOutside(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("outside.json", `[{"name": "a", "root": "core", "dir": "core/sim", "files": ["../rtl/*.v", "tb.v"], "cycles": "after (\\d+)"},
		{"name": "b", "dir": "gone", "files": ["b.v"]}]`)
	write("core/sim/tb.v", "")
	write("core/rtl/y.v", "")
	write("core/rtl/x.v", "")
	write("other/z.v", "")
	list, missing, err := Outside(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || len(missing) != 1 || missing[0] != "b" {
		t.Fatalf("list %v, missing %v", list, missing)
	}
	at := t.TempDir()
	run, err := list[0].Place(at)
	if err != nil {
		t.Fatal(err)
	}
	got, err := list[0].Sources(run)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"../rtl/x.v", "../rtl/y.v", "tb.v"}
	if len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("sources %v, want %v", got, want)
	}
	if n := list[0].Count([]byte("TRAP after 12 cycles")); n != 12 {
		t.Errorf("%d cycles", n)
	}
	for _, bad := range []string{`[{"name": "a", "dir": "..", "files": ["x.v"]}]`, `[{"name": "a", "dir": "core"}]`, `[{"name": "a", "dir": "core", "files": ["x"], "cycles": "("}]`} {
		write("outside.json", bad)
		if _, _, err := Outside(dir); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

// TestOwn: every design of our own can be placed and tells its cycles.
func TestOwn(t *testing.T) {
	list, err := Own()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 5 {
		t.Errorf("%d designs", len(list))
	}
	for _, d := range list {
		dir, err := d.Place(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Sources(dir); err != nil {
			t.Error(err)
		}
	}
}
