package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// A program is one member of a suite.
type program struct {
	Name  string
	Files []string // Verilog files as the simulators are given them, relative to the folder of the run
	Args  []string // compiler arguments that both simulators understand
	Plus  []string // plusargs
	// Written are files that the program writes, compared byte for byte. One that neither run leaves behind is equal.
	Written []string
	Waves   string // the wave file that it writes, or ""
	// place fills a folder with what the program needs to be run there.
	place func(dir string) error
}

// A suite is a collection of programs.
type suite interface {
	// missing says what the suite needs and does not find: its sources, a tool. "" when nothing is missing.
	missing() string
	// programs lists the members whose names match, in order. Members that cannot be made into programs come back as well,
	// with the reason.
	programs(match func(name string) bool) ([]program, []left, error)
}

// left is a member of a suite that takes no part, and why.
type left struct{ Name, Why string }

// write puts a text into a folder.
func write(dir, name, text string) error {
	return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666)
}

// link makes a file or folder of the suite's sources appear in a folder.
func link(dir, name, target string) error {
	abs, err := filepath.Abs(target)
	if err != nil {
		return err
	}
	return os.Symlink(abs, filepath.Join(dir, name))
}

// isDir tells that path is a folder.
func isDir(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.IsDir()
}

// notFolder is the text for sources that are not there.
func notFolder(what, path string) string {
	return fmt.Sprintf("no sources of %s: %s is not a folder", what, path)
}
