package host

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design/logic"
)

// TestSavedFields holds the fields of Host to what Save knows: a new one is either state, which Save must keep, or it is not.
func TestSavedFields(t *testing.T) {
	state := []string{"stdin", "in", "mcd", "fd", "errno", "errText", "tf", "searchDir", "strobes", "rnd", "urnd", "queues", "ports", "now"}
	other := []string{"mu", "cfg", "closed", "out", "errOut"}
	typ := reflect.TypeFor[Host]()
	for i := range typ.NumField() {
		if n := typ.Field(i).Name; !slices.Contains(state, n) && !slices.Contains(other, n) {
			t.Errorf("Host.%s: does a snapshot need it? Save and Restore do not know it", n)
		}
	}
	for _, c := range []struct {
		typ  reflect.Type
		want int
	}{{reflect.TypeFor[queue](), reflect.TypeFor[savedQ]().NumField() - 1}, {reflect.TypeFor[queueElem](), 3}, {reflect.TypeFor[timeFormat](), 4}, {reflect.TypeFor[stream](), 9},
		{reflect.TypeFor[portsFile](), reflect.TypeFor[savedPort]().NumField() + 2}} {
		if n := c.typ.NumField(); n != c.want {
			t.Errorf("%s has %d fields, and Save knows %d", c.typ, n, c.want)
		}
	}
}

// TestSave gives a host some state, saves it, and lets another host go on.
func TestSave(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(path("in"), []byte("abcdefgh\nijkl\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path("both"), []byte("0123456789"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path("images"), 0o777); err != nil {
		t.Fatal(err)
	}
	const input = "first\nsecond\nthird\n"
	var out bytes.Buffer
	h := New(Config{Stdout: &out, Stdin: strings.NewReader(input), Dir: dir, Precision: -12})
	call := func(h *Host, name string, args ...Arg) Result {
		return h.Call(Caller{Name: name, Unit: -9, Precision: -12, Now: 1000}, args)
	}
	value := func(r Result) uint32 { u, _ := r.Value.Vec.Uint64(); return uint32(u) }
	in := value(call(h, "$fopen", Str("in"), Str("r")))
	both := value(call(h, "$fopen", Str("both"), Str("r+")))
	add := value(call(h, "$fopen", Str("added"), Str("a")))
	mcd := value(call(h, "$fopen", Str("mcd")))
	gone := value(call(h, "$fopen", Str("gone"), Str("w")))
	last := value(call(h, "$fopen", Str("last file"), Str("wb")))
	call(h, "$fclose", Vec(logic.FromUint64(32, uint64(gone))))
	fd := func(u uint32) Arg { return Vec(logic.FromUint64(32, uint64(u))) }
	line := Vec(logic.New(64))
	call(h, "$fgetc", fd(in))
	call(h, "$fgetc", fd(in))
	call(h, "$ungetc", Int('X'), fd(in))
	call(h, "$fgetc", fd(both))
	call(h, "$fgets", line, fd(fdBit)) // standard input
	call(h, "$fdisplay", fd(mcd|1), Str("mcd 1"))
	call(h, "$fwrite", fd(add), Str("added 1,"))
	call(h, "$fwrite", fd(last), Str("last"))
	call(h, "$timeformat", Int(-9), Int(2), Str(" n\xffs"), Int(12))
	call(h, "$readmempath", Str("images"))
	call(h, "$random")
	call(h, "$urandom")
	call(h, "$q_initialize", Int(7), Int(1), Int(4), Int(0))
	call(h, "$q_add", Int(7), Int(11), Int(12), Int(0))
	call(h, "$fopen", Str("nosuch"), Str("r")) // an error to report

	state, err := h.Save()
	if err != nil {
		t.Fatal(err)
	}
	if w := Writes(state); !slices.Equal(w, []string{"mcd", "both", "added", "last file"}) {
		t.Errorf("open for writing: %q", w)
	}
	// finish does the same with whichever host.
	finish := func(h *Host, out *bytes.Buffer) string {
		out.Reset()
		c := Caller{Name: "$display", Unit: -9, Precision: -12, Now: 123456}
		show := func(args ...Arg) { h.Call(c, args) }
		get := func(u uint32) {
			for range 3 {
				show(Str("%0d"), call(h, "$fgetc", fd(u)).Value)
			}
		}
		get(in)
		get(both)
		r := call(h, "$fgets", line, fd(fdBit))
		for _, w := range r.Writes {
			show(Str("%0s"), w.Value)
		}
		show(Str("%t"), Time(123456, -9, -12))
		show(Str("%0d %0d"), call(h, "$random").Value, call(h, "$urandom").Value)
		for _, w := range call(h, "$q_remove", Int(7), Int(0), Int(0), Int(0)).Writes {
			show(Str("%0d"), w.Value)
		}
		show(Str("%0d"), call(h, "$ferror", fd(in), Vec(logic.New(640))).Value)
		call(h, "$fwrite", fd(both), Str("new"))
		call(h, "$fwrite", fd(add), Str("added 2"))
		call(h, "$fdisplay", fd(mcd|1), Str("mcd 2"))
		call(h, "$fwrite", fd(last), Str(" bytes"))
		show(Str("%h"), call(h, "$fopen", Str("next"), Str("w")).Value)
		if err := h.Close(); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"both", "added", "mcd", "last file"} {
			b, err := os.ReadFile(h.Path(name))
			if err != nil {
				t.Fatal(err)
			}
			out.WriteString(name + ": " + string(b) + "\n")
		}
		return out.String()
	}
	want := finish(h, &out)
	if !strings.Contains(want, "second") || !strings.Contains(want, "123.00 n\xffs") || !strings.Contains(want, "49\n50\n51") || !strings.Contains(want, "added 1,added 2") {
		t.Fatalf("the whole run prints\n%s", want)
	}
	// The first goes on where the files are, which the run above has made longer; the second in a directory of its own. What
	// was overwritten in place is given back before each.
	other := t.TempDir()
	for _, d := range []string{dir, other} {
		if err := os.WriteFile(path("both"), []byte("0123456789"), 0o666); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		h := New(Config{Stdout: &out, Stdin: strings.NewReader(input), Dir: d, InputDir: dir, Precision: -12})
		if err := h.Restore(state); err != nil {
			t.Fatal(err)
		}
		if got := finish(h, &out); got != want {
			t.Errorf("in %s a restored host prints\n%s\nexpected\n%s", d, got, want)
		}
	}
	if err := New(Config{Dir: dir}).Restore([]byte("{")); err == nil {
		t.Errorf("half a state is restored")
	}
	if err := New(Config{Dir: dir}).Restore([]byte(`{"files":[{"index":5000,"mode":"r","name":"aW4=","path":"aW4=","size":-1}]}`)); err == nil {
		t.Errorf("file 5000 is opened")
	}
	if err := New(Config{Dir: dir}).Restore([]byte(`{"files":[{"index":5,"mode":"q","name":"aW4="}]}`)); err == nil {
		t.Errorf("a file is opened in a mode that there is not")
	}
}
