package goldens

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/runtime/wave"
)

// icarus runs a design under Icarus Verilog in its own folder and gives what it prints and dumps. dump nil: no dump asked.
func icarus(t *testing.T, d Design, extra ...string) []byte {
	t.Helper()
	dir := t.TempDir()
	if err := d.Place(dir); err != nil {
		t.Fatal(err)
	}
	args := []string{"-g2005", "-o", "a.vvp", d.Name + ".v"}
	if len(extra) > 0 {
		if err := os.WriteFile(filepath.Join(dir, "dump.v"), []byte(extra[0]), 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, "dump.v")
	}
	c := exec.Command("iverilog", args...)
	c.Dir = dir
	if msg, err := c.CombinedOutput(); err != nil {
		t.Fatalf("iverilog: %v\n%s", err, msg)
	}
	c = exec.Command("vvp", append([]string{"-N", "a.vvp"}, d.Args...)...)
	c.Dir = dir
	out, err := c.Output()
	if err != nil {
		t.Fatalf("vvp: %v\n%s", err, out)
	}
	if d.Dumps == (len(extra) == 0) {
		dump, err := os.ReadFile(filepath.Join(dir, d.Name+".vcd"))
		if err != nil {
			t.Fatal(err)
		}
		writeDump(t, d.Name, dump)
	}
	return out
}

// record writes what Icarus says of a design, where Icarus is installed.
func record(t *testing.T, d Design, allowed bool) {
	if _, err := exec.LookPath("iverilog"); err != nil {
		t.Logf("iverilog is not installed: the expected output stays")
		return
	}
	path := "expect/" + d.Name + ".out"
	if allowed {
		path = "expect/" + d.Name + ".icarus"
	}
	write(t, path, icarus(t, d))
	if !d.Dumps {
		icarus(t, d, fmt.Sprintf("module dump_all; initial begin $dumpfile(\"%s.vcd\"); $dumpvars(0, tb); end endmodule\n", d.Name))
	}
}

func write(t *testing.T, path string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o666); err != nil {
		t.Fatal(err)
	}
}

// dumpHead is what a dump says of when and by what it was made.
var dumpHead = regexp.MustCompile(`(?s)\$(date|version)\s.*?\$end\n`)

// maxPlain is the size over which a dump is kept compressed.
const maxPlain = 48 << 10

func dumpPath(name string) string { return filepath.Join("vcd", name+".vcd") }

// writeDump keeps a dump without its date and maker.
func writeDump(t *testing.T, name string, dump []byte) {
	t.Helper()
	dump = dumpHead.ReplaceAll(dump, nil)
	path := dumpPath(name)
	if len(dump) <= maxPlain {
		os.Remove(path + ".gz")
		write(t, path, dump)
		return
	}
	os.Remove(path)
	if old, err := readGzip(path + ".gz"); err == nil && bytes.Equal(old, dump) {
		return // another release of the compressor may write other bytes
	}
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = z.Write(dump)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	write(t, path+".gz", b.Bytes())
}

func readGzip(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	_, err = b.ReadFrom(z)
	return b.Bytes(), err
}

// readDump reads the kept dump of a design.
func readDump(t *testing.T, name string) *wave.Trace {
	t.Helper()
	text, err := os.ReadFile(dumpPath(name))
	if os.IsNotExist(err) {
		text, err = readGzip(dumpPath(name) + ".gz")
	}
	if err != nil {
		t.Fatal(err)
	}
	tr, err := wave.Read(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return tr
}
