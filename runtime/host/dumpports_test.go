package host

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design/logic"
)

// TestDumpPortsSaved takes a host's state in the middle of a dump: another host goes on with it as the first one does.
func TestDumpPortsSaved(t *testing.T) {
	const text = "%v\nscope top.u\nport inout [1:0] p 2\noutside 0 2\ninside 0 2"
	dump := func(h *Host, now uint64, out, in string) {
		h.Call(Caller{Name: "$dumpports", Now: now}, []Arg{Str("p.vcd"), Str(text), Vec(logic.FromBits(out)), Vec(logic.FromBits(in))})
	}
	first := func(h *Host) {
		dump(h, 0, "z0", "zz")
		dump(h, 5, "1x", "z0")
		h.Call(Caller{Name: "$dumpportsall", Now: 5}, nil)
	}
	rest := func(h *Host) {
		dump(h, 9, "11", "01")
		h.Call(Caller{Name: "$dumpportsoff", Now: 12}, []Arg{Str("p.vcd")})
		h.Close()
	}
	read := func(dir string) string {
		b, err := os.ReadFile(filepath.Join(dir, "p.vcd"))
		if err != nil {
			t.Fatal(err)
		}
		return string(b[bytes.Index(b, []byte("$version")):])
	}
	host := func() (*Host, string) {
		dir := t.TempDir()
		var out bytes.Buffer
		return New(Config{Stdout: &out, Dir: dir, Precision: -10}), dir
	}
	whole, dir := host()
	first(whole)
	rest(whole)
	want := read(dir)
	for _, line := range []string{"$timescale 100 ps $end", "pfD 06 00 <0", "#5\npUC 06 66 <0\n$dumpportsall\npUC 06 66 <0\n$end", "#9\npB1 60 66 <0", "#12\n$dumpportsoff\npXX 66 66 <0\n$end", "$vcdclose #12 $end"} {
		if !strings.Contains(want, line) {
			t.Errorf("no %q in\n%s", line, want)
		}
	}
	half, _ := host()
	first(half)
	state, err := half.Save()
	if err != nil {
		t.Fatal(err)
	}
	half.Close()
	again, dir := host()
	if err := again.Restore(state); err != nil {
		t.Fatal(err)
	}
	rest(again)
	if got := read(dir); got != want {
		t.Errorf("after a snapshot:\n%s\nwithout:\n%s", got, want)
	}
}
