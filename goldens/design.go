package goldens

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Design is one golden program.
type Design struct {
	Name string   // file name without .v
	Path string   // of the Verilog file
	Data []string // paths of the files that it reads: NAME.* but for the Verilog
	Args []string // plusargs, from a line "//:args +a +b=1" at its top
	// Dumps tells that the program calls $dumpvars itself.
	Dumps bool
}

// Designs lists the programs of a folder by name.
func Designs(dir string) ([]Design, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.v"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []Design
	for _, f := range files {
		d := Design{Name: strings.TrimSuffix(filepath.Base(f), ".v"), Path: f}
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		d.Dumps = strings.Contains(string(text), "$dumpvars")
		lines := bufio.NewScanner(strings.NewReader(string(text)))
		for lines.Scan() && strings.HasPrefix(lines.Text(), "//") {
			if args, ok := strings.CutPrefix(lines.Text(), "//:args "); ok {
				d.Args = strings.Fields(args)
			}
		}
		beside, err := filepath.Glob(filepath.Join(dir, d.Name+".*"))
		if err != nil {
			return nil, err
		}
		for _, b := range beside {
			if b != f {
				d.Data = append(d.Data, b)
			}
		}
		out = append(out, d)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no designs", dir)
	}
	return out, nil
}

// Place copies the program and its data to a folder, so that it is compiled and run under its bare name everywhere.
func (d Design) Place(dir string) error {
	for _, f := range append([]string{d.Path}, d.Data...) {
		text, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(f)), text, 0o666); err != nil {
			return err
		}
	}
	return nil
}
