package designs

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

//go:embed v
var own embed.FS

// Design is one design and how it is run. The JSON names are those of outside.json.
type Design struct {
	Name string `json:"name"`
	// Dir is the folder that simulators are started in, below outside.json's.
	Dir string `json:"dir"`
	// Root is the folder that is copied, below outside.json's; Dir when empty. Root holds Dir.
	Root string `json:"root"`
	// Files are the Verilog files, as patterns relative to Dir.
	Files []string `json:"files"`
	// Args are arguments of the compiler that Icarus Verilog and gpga share: -DNAME, -Idir, -ydir, -s top, -Ptop.name=value.
	Args []string `json:"args"`
	// Plus are the simulation's arguments, with their +.
	Plus []string `json:"plus"`
	// VCD is the wave file that the design writes, relative to Dir; empty for none. Tests compare it.
	VCD string `json:"vcd"`
	// Cycles matches the design's own count of clock cycles in its output (the first group is the number).
	Cycles string `json:"cycles"`
	// First is the time of the first clock edge in units of Scale, 0 for 1.
	First int `json:"first"`
	// Scale is the `timescale under which First counts, as 1ns/1ps; empty where the design has none.
	Scale string `json:"scale"`
	// Ref tells that the design is short enough for the reference interpreter.
	Ref bool `json:"ref"`
	// Bench tells that the design runs long enough to be measured.
	Bench bool `json:"bench"`

	base string // where Root lies; empty for a design of our own
}

// Own lists the benchmark's own designs by name.
func Own() ([]Design, error) {
	files, err := fs.Glob(own, "v/*.v")
	if err != nil {
		return nil, err
	}
	var out []Design
	for _, f := range files {
		name := filepath.Base(f)
		out = append(out, Design{Name: strings.TrimSuffix(name, ".v"), Files: []string{name}, Cycles: cyclesLine, First: 5, Scale: "1ns/1ps", Bench: true})
	}
	return out, nil
}

// cyclesLine is what our own designs say at their end.
const cyclesLine = `(?m)^cycles (\d+)$`

// Outside reads dir/outside.json, a list of Designs, and leaves out those whose folder is not there: missing names them.
func Outside(dir string) (list []Design, missing []string, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(dir, "outside.json")
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	var all []Design
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	for _, d := range all {
		if d.Root == "" {
			d.Root = d.Dir
		}
		d.base = dir
		switch {
		case d.Name == "" || len(d.Files) == 0:
			return nil, nil, fmt.Errorf("%s: a design wants a name and files", path)
		case !filepath.IsLocal(d.Dir) || !filepath.IsLocal(d.Root):
			return nil, nil, fmt.Errorf("%s: %s: %q and %q lie below the folder", path, d.Name, d.Root, d.Dir)
		}
		if _, err := regexp.Compile(d.Cycles); err != nil {
			return nil, nil, fmt.Errorf("%s: %s: %w", path, d.Name, err)
		}
		if _, err := os.Stat(filepath.Join(dir, d.Dir)); errors.Is(err, fs.ErrNotExist) {
			missing = append(missing, d.Name)
			continue
		}
		list = append(list, d)
	}
	return list, missing, nil
}

// Place copies the design to a folder, which must be empty, and returns the one in it that simulators are to be started in.
func (d *Design) Place(to string) (string, error) {
	if d.base == "" {
		for _, f := range d.Files {
			text, err := own.ReadFile("v/" + f)
			if err != nil {
				return "", err
			}
			if err := os.WriteFile(filepath.Join(to, f), text, 0o666); err != nil {
				return "", err
			}
		}
		return to, nil
	}
	rel, err := filepath.Rel(d.Root, d.Dir)
	if err != nil || !filepath.IsLocal(rel) {
		return "", fmt.Errorf("%s: the folder %q does not hold %q", d.Name, d.Root, d.Dir)
	}
	if err := os.CopyFS(to, plain{os.DirFS(filepath.Join(d.base, d.Root))}); err != nil {
		return "", err
	}
	return filepath.Join(to, rel), nil
}

// plain is a folder without what cannot be copied: symbolic links, of which designs need none.
type plain struct{ fs.FS }

// ReadDir lists plain files and folders.
func (p plain) ReadDir(name string) ([]fs.DirEntry, error) {
	all, err := fs.ReadDir(p.FS, name)
	var out []fs.DirEntry
	for _, e := range all {
		if e.Type().IsRegular() || e.IsDir() && e.Name() != ".git" {
			out = append(out, e)
		}
	}
	return out, err
}

// Sources expands Files in the folder that Place returned, in the order given, each pattern's matches by name.
func (d *Design) Sources(dir string) ([]string, error) {
	var out []string
	for _, f := range d.Files {
		match, err := filepath.Glob(filepath.Join(dir, f))
		if err != nil {
			return nil, err
		}
		if len(match) == 0 {
			return nil, fmt.Errorf("%s: no file matches %s", d.Name, f)
		}
		sort.Strings(match)
		for _, m := range match {
			rel, err := filepath.Rel(dir, m)
			if err != nil {
				return nil, err
			}
			out = append(out, rel)
		}
	}
	return out, nil
}

// Count finds the design's own count of cycles in its output; 0 where it says none.
func (d *Design) Count(output []byte) uint64 {
	if d.Cycles == "" {
		return 0
	}
	m := regexp.MustCompile(d.Cycles).FindSubmatch(output)
	if len(m) < 2 {
		return 0
	}
	n, err := strconv.ParseUint(string(m[1]), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// stopModule is the top module that ends a run behind the first clock edge.
const stopModule = "gpga_bench_stop"

// Stop writes a second top module to dir, which ends the simulation behind the first clock edge, and returns its file and the
// arguments that make it one. Where the design's own top modules are not named, they stay those that nothing instantiates.
func (d *Design) Stop(dir string) (file string, args []string, err error) {
	text := "module " + stopModule + "; initial #" + strconv.Itoa(max(d.First, 1)+1) + " $finish(0); endmodule\n"
	if d.Scale != "" {
		text = "`timescale " + d.Scale + "\n" + text
	}
	for _, a := range d.Args {
		if strings.HasPrefix(a, "-s") {
			args = []string{"-s" + stopModule}
		}
	}
	file = stopModule + ".v"
	return file, args, os.WriteFile(filepath.Join(dir, file), []byte(text), 0o666)
}
