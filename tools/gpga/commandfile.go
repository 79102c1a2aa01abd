package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const maxCommandFiles = 100

// expand replaces -f FILE (or -c FILE, as Icarus has it) and -F FILE by the arguments in the file. What is behind -- stays.
func expand(args []string) ([]string, error) {
	n := 0
	return expandFrom(args, "", &n)
}

// Options whose value is the next argument: those that name files of the source, and the others.
var (
	pathOptions = map[string]bool{"-I": true, "-y": true, "-v": true, "--include": true, "--libdir": true, "--libfile": true,
		"--waive": true}
	valueOptions = map[string]bool{"-D": true, "-Y": true, "-s": true, "-P": true, "-W": true, "-g": true, "-T": true, "-p": true, "-o": true,
		"--define": true, "--libext": true, "--top": true, "--param": true, "--warn": true, "--generation": true, "--corner": true, "--flag": true,
		"--form": true, "--share": true, "--timescale": true, "--output": true, "--engine": true, "--vcd": true, "--max-memory": true,
		"--json": true, "--max-time": true, "--spin-limit": true, "--diagnostics": true, "--diagnostics-file": true}
)

func expandFrom(args []string, dir string, n *int) ([]string, error) {
	under := func(name string) string {
		if dir == "" || filepath.IsAbs(name) {
			return name
		}
		return filepath.Join(dir, name)
	}
	var out []string
	for i := 0; i < len(args); i++ {
		a := args[i]
		opt, value, has := strings.Cut(a, "=")
		switch {
		case a == "--":
			return append(out, args[i:]...), nil
		case (pathOptions[a] || valueOptions[a]) && i+1 < len(args):
			i++
			v := args[i]
			if pathOptions[a] {
				v = under(v)
			}
			out = append(out, a, v)
		case has && pathOptions[opt] && strings.HasPrefix(opt, "--"):
			out = append(out, opt+"="+under(value))
		case len(a) > 2 && pathOptions[a[:2]]:
			out = append(out, a[:2]+under(a[2:]))
		case strings.HasPrefix(a, "+incdir+"):
			dirs := strings.Split(a[len("+incdir+"):], "+")
			for k := range dirs {
				if dirs[k] != "" {
					dirs[k] = under(dirs[k])
				}
			}
			out = append(out, "+incdir+"+strings.Join(dirs, "+"))
		case len(a) >= 2 && a[0] == '-' && (a[1] == 'f' || a[1] == 'F' || a[1] == 'c'):
			name := a[2:]
			if name == "" {
				if i++; i >= len(args) {
					return nil, usageError{fmt.Errorf("%s: no file is named", a)}
				}
				name = args[i]
			}
			if *n++; *n > maxCommandFiles {
				return nil, fmt.Errorf("%s: more than %d command files, or one that names itself", name, maxCommandFiles)
			}
			path := under(name)
			words, err := commandFile(path)
			if err != nil {
				return nil, err
			}
			sub := ""
			if a[1] == 'F' {
				sub = filepath.Dir(path)
			}
			for k, w := range words {
				if scale, ok := strings.CutPrefix(w, "+timescale+"); ok {
					words[k] = "--timescale=" + scale
				}
			}
			more, err := expandFrom(words, sub, n)
			if err != nil {
				return nil, err
			}
			out = append(out, more...)
		case strings.HasPrefix(a, "-") || strings.HasPrefix(a, "+"):
			out = append(out, a)
		default:
			out = append(out, under(a))
		}
	}
	return out, nil
}

// commandFile reads words separated by white space; // and # start comments, $NAME and ${NAME} are environment variables.
func commandFile(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	block := false
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		line := sc.Text()
		if block {
			i := strings.Index(line, "*/")
			if i < 0 {
				continue
			}
			line, block = line[i+2:], false
		}
		for {
			i := strings.Index(line, "/*")
			if i < 0 {
				break
			}
			j := strings.Index(line[i:], "*/")
			if j < 0 {
				line, block = line[:i], true
				break
			}
			line = line[:i] + " " + line[i+j+2:]
		}
		for _, w := range strings.Fields(line) {
			if strings.HasPrefix(w, "//") || strings.HasPrefix(w, "#") {
				break
			}
			out = append(out, os.ExpandEnv(w))
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}
