package pages

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"github.com/gpga/gpga/frontend/diag"
)

// Diagnostics compares docs/diagnostics.md with the table of codes.
func Diagnostics(tree fs.FS) []string {
	page, err := fs.ReadFile(tree, "docs/diagnostics.md")
	if err != nil {
		return []string{err.Error()}
	}
	var b strings.Builder
	if err := diag.Document(&b); err != nil {
		return []string{err.Error()}
	}
	if b.String() == string(page) {
		return nil
	}
	want, got := strings.Split(b.String(), "\n"), strings.Split(string(page), "\n")
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			return []string{fmt.Sprintf("docs/diagnostics.md:%d is not what the tables in frontend/diag say: go run ./tools/gpga explain --page > docs/diagnostics.md", i+1)}
		}
	}
	return []string{"docs/diagnostics.md is longer than the tables in frontend/diag"}
}

var runCode = regexp.MustCompile(`Code: +"(R[0-9]{3})"|running\("(R[0-9]{3})"`)

// RunCodes holds the codes that the runtime and the tools give to the table that explains them, and the table to them.
func RunCodes(tree fs.FS) []string {
	var found []string
	given := map[diag.Code]bool{}
	for _, dir := range []string{"runtime", "tools"} {
		err := fs.WalkDir(tree, dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			text, err := fs.ReadFile(tree, path)
			for _, m := range runCode.FindAllStringSubmatch(string(text), -1) {
				c := diag.Code(m[1] + m[2])
				if diag.Lookup(c).Code == "" {
					found = append(found, fmt.Sprintf("%s: %s is not in frontend/diag/codes_run.go", path, c))
				}
				given[c] = true
			}
			return err
		})
		if err != nil {
			found = append(found, err.Error())
		}
	}
	for _, i := range diag.Table() {
		if i.Code[0] == 'R' && !given[i.Code] {
			found = append(found, fmt.Sprintf("nothing gives %s", i.Code))
		}
	}
	return found
}

// clauses lists the clauses of IEEE 1364-2005 that docs/verilog-2005.md has a row for, a chapter a line: its number and how many
// parts it has, those of the parts in parentheses.
const clauses = `1 2
3 1 2 3 4 5(3) 6(3) 7(4) 8(2)
4 1 2(2) 3(2) 4(2) 5 6(6) 7 8(2) 9(3) 10(3) 11
5 1(14) 2(3) 3 4(3) 5(4) 6
6 1(4) 2(2)
7 1(6) 2 3 4 5 6 7 8 9 10(4) 11 12 13(3) 14(2)
8 1(6) 2 3 4 5 6 7 8
9 1 2(2) 3(2) 4(1) 5(2) 6 7(7) 8(4) 9(2)
10 1 2(3) 3 4(5)
11 1 2 3 4(2) 5 6(7)
12 1(2) 2(3) 3(11) 4(3) 5 6 7 8(2)
13 1(2) 2(3) 3(2) 4 5 6 7
14 1 2(7) 3(3) 4 5 6(4)
15 1 2(6) 3(6) 4 5(4) 6 7 8
16 1 2(4) 3 4 5 6
17 1(3) 2(10) 3(2) 4(2) 5(4) 6(6) 7(3) 8 9(3) 10(2) 11(2)
18 1(6) 2(4) 3(7) 4(4)
19 1 2 3(2) 4 5 6 7 8 9 10(1) 11
20
A B C`

// Clauses lists all clauses that need a row, in order.
func Clauses() []string {
	var out []string
	for _, line := range strings.Split(clauses, "\n") {
		words := strings.Fields(line)
		if len(words) < 3 || words[0] == "A" {
			out = append(out, words...)
			continue
		}
		for _, w := range words[1:] {
			n, parts := w, 0
			if i := strings.IndexByte(w, '('); i > 0 {
				n = w[:i]
				fmt.Sscanf(w[i:], "(%d)", &parts)
			}
			out = append(out, words[0]+"."+n)
			for k := 1; k <= parts; k++ {
				out = append(out, fmt.Sprintf("%s.%s.%d", words[0], n, k))
			}
		}
	}
	return out
}

var (
	quoted  = regexp.MustCompile("`([^`]+)`")
	subject = regexp.MustCompile("\\$[a-z][a-z0-9$_]*|`([A-Za-z_$%][^`]*)`|`` (.*?) ``")
	code    = regexp.MustCompile(`^[A-Z][0-9]{3,4}$`)
)

// Verilog holds docs/verilog-2005.md to the tree: a row for each clause, in order; a supported clause names tests that exist,
// as files or as file:TestName, in one of which each system task and each `word` of its subject occurs; a refused one names codes
// of diagnostics.
func Verilog(tree fs.FS) []string {
	page, err := fs.ReadFile(tree, "docs/verilog-2005.md")
	if err != nil {
		return []string{err.Error()}
	}
	var found []string
	want := Clauses()
	for i, line := range strings.Split(string(page), "\n") {
		cells := strings.Split(line, " | ")
		if len(cells) != 4 || !strings.HasPrefix(line, "| ") || cells[0] == "| clause" {
			continue
		}
		report := func(format string, args ...any) {
			found = append(found, fmt.Sprintf("docs/verilog-2005.md:%d: %s", i+1, fmt.Sprintf(format, args...)))
		}
		clause, about, status, by := cells[0][2:], cells[1], cells[2], strings.TrimSuffix(cells[3], " |")
		if len(want) == 0 || want[0] != clause {
			report("row %s stands where %s is expected", clause, strings.Join(want[:min(1, len(want))], ""))
			return found
		}
		want = want[1:]
		var texts, codes int
		var all strings.Builder
		for _, m := range quoted.FindAllStringSubmatch(by, -1) {
			name := m[1]
			if code.MatchString(name) {
				codes++
				if diag.Lookup(diag.Code(name)).Code == "" {
					report("there is no diagnostic %s", name)
				}
				continue
			}
			file, test, isTest := strings.Cut(name, ":")
			text, err := fs.ReadFile(tree, file)
			if err != nil {
				report("%v", err)
				continue
			}
			if isTest && !strings.Contains(string(text), "func "+test+"(") {
				report("%s has no %s", file, test)
			}
			texts++
			all.Write(text)
		}
		switch status {
		case "yes":
			if texts+codes == 0 {
				report("no test is named")
			}
			for _, m := range subject.FindAllStringSubmatch(about, -1) {
				w := m[1] + m[2]
				if w == "" {
					w = m[0]
				}
				if !strings.Contains(all.String(), w) {
					report("none of the tests has %s", w)
				}
			}
		case "refused":
			if codes == 0 {
				report("no diagnostic is named")
			}
		case "*text*", "no", "some":
		default:
			report("'%s' is no status", status)
		}
	}
	if len(want) > 0 {
		found = append(found, "docs/verilog-2005.md: there is no row for "+want[0])
	}
	return found
}
