package msl

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// ruleLine is the first line of every text of the corpus: the rule of Apple's specification, or this checker's own.
var ruleLine = regexp.MustCompile(`^// (MSL [1-9](\.[0-9]+)* [A-Za-z][^:]+|gpga): \S`)

// expectation of the corpus: on the offending line, //### "regexp" for an error, //### warning "regexp" for a warning.
var corpusWant = regexp.MustCompile(`//### (warning )?"([^"]*)"`)

// TestCorpus checks the texts of testdata/corpus: every error and warning must be expected on its line, and every expectation met.
func TestCorpus(t *testing.T) {
	count := map[string]int{}
	names := map[string]bool{}
	files, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	for _, file := range files {
		kind, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(file), ".txtar"), "_")
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			count[kind]++
			if names[f.Name] {
				t.Errorf("%s: %s stands twice in the corpus", file, f.Name)
			}
			names[f.Name] = true
			t.Run(kind+"/"+f.Name, func(t *testing.T) { corpusText(t, kind, f.Name, string(f.Data)) })
		}
	}
	if count["reject"] < 80 || count["accept"] < 40 {
		t.Errorf("the corpus has %d texts to reject and %d to accept", count["reject"], count["accept"])
	}
}

func corpusText(t *testing.T, kind, name, text string) {
	first, _, _ := strings.Cut(text, "\n")
	if !ruleLine.MatchString(first) {
		t.Errorf("the first line names no rule: %s", first)
	}
	u, errs := Load(name, []byte(text))
	if kind == "reject" && len(errs) == 0 {
		t.Fatal("is accepted")
	}
	if kind == "accept" && len(errs) > 0 {
		t.Fatalf("is rejected: %v", errs)
	}
	type expected struct {
		line    int
		warning bool
		re      *regexp.Regexp
		met     bool
	}
	var want []*expected
	for i, line := range strings.Split(text, "\n") {
		for _, m := range corpusWant.FindAllStringSubmatch(line, -1) {
			want = append(want, &expected{i + 1, m[1] != "", regexp.MustCompile(m[2]), false})
		}
	}
	meet := func(e Error, warning bool) {
		for _, w := range want {
			if !w.met && w.line == e.Line && w.warning == warning && w.re.MatchString(e.Msg) {
				w.met = true
				return
			}
		}
		t.Errorf("unexpected (warning: %v): %v", warning, e)
	}
	for _, e := range errs {
		meet(e, false)
	}
	for _, e := range u.Warnings() {
		meet(e, true)
	}
	for _, w := range want {
		if !w.met {
			t.Errorf("line %d: nothing matches %q (warning: %v)", w.line, w.re, w.warning)
		}
	}
}
