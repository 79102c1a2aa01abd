package main

import (
	"os"
	"path/filepath"
	"strings"
)

// ivtestSuite is the tests that Icarus Verilog is tested with, ivltests/*.v in the folder ivtest of its repository, each by itself and
// without the arguments that its lists give some of them.
type ivtestSuite struct{ dir string }

func (s ivtestSuite) missing() string {
	if d := filepath.Join(s.dir, "ivltests"); !isDir(d) {
		return notFolder("ivtest", d)
	}
	return ""
}

func (s ivtestSuite) programs(match func(string) bool) ([]program, []left, error) {
	files, err := filepath.Glob(filepath.Join(s.dir, "ivltests", "*.v"))
	if err != nil {
		return nil, nil, err
	}
	var list []program
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".v")
		if !match(name) {
			continue
		}
		list = append(list, program{
			Name:  name,
			Files: []string{"ivltests/" + name + ".v"},
			Args:  []string{"-D__ICARUS_UNSIZED__"},
			place: func(dir string) error {
				for _, d := range []string{"work", "log"} { // where they write
					if err := os.Mkdir(filepath.Join(dir, d), 0o777); err != nil {
						return err
					}
				}
				return link(dir, "ivltests", filepath.Join(s.dir, "ivltests"))
			},
		})
	}
	return list, nil, nil
}
