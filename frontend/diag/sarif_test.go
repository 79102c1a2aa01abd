package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/source"
)

func sample() (*List, *source.File) {
	set := source.NewSet()
	f, _ := set.Add("dir/größe a.v", []byte("module m;\n  wire [7:0] ä, b = x\tyz;\n// gpga lint_ignore latch\nlatch\n"), source.NoPos)
	l := NewList(set)
	l.SetWarning("lint")
	at := strings.Index(string(f.Text), "b =")
	l.Add(Diagnostic{Code: LintWidthTrunc, Severity: Warning, Pos: f.Pos(at), End: f.Pos(at + 5), Message: "8 bits & <more>"})
	l.ErrorNote("E2001", f.Pos(strings.Index(string(f.Text), "yz")), "twice", f.Pos(7), "it is declared here")
	l.Errorf("E2004", source.NoPos, "no place")
	l.Errorf("E2001", f.Pos(0), "again")
	l.Warnf(LintLatch, f.Pos(strings.Index(string(f.Text), "latch\n")+0), "of the comment's own line")
	l.Warnf(LintLatch, f.Pos(strings.LastIndex(string(f.Text), "latch")), "waived")
	return l, f
}

// TestSARIF parses what is written and holds it to what SARIF 2.1.0 asks for.
func TestSARIF(t *testing.T) {
	l, _ := sample()
	var b bytes.Buffer
	if err := l.Write(&b, SARIF, "1.2"); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []struct {
			ColumnKind string
			Tool       struct {
				Driver struct {
					Name, Version string
					Rules         []struct {
						ID                                      string
						ShortDescription, FullDescription, Help struct{ Text string }
						DefaultConfiguration                    struct{ Level string }
					}
				}
			}
			Invocations []struct{ ExecutionSuccessful *bool }
			Artifacts   []struct{ Location struct{ URI string } }
			Results     []struct {
				RuleID    string
				RuleIndex *int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct {
							URI   string
							Index *int
						}
						Region struct {
							StartLine, StartColumn, EndLine, EndColumn int
							Snippet                                    struct{ Text string }
						}
					}
				}
				RelatedLocations []struct {
					ID      *int
					Message struct{ Text string }
				}
				Suppressions []struct{ Kind string }
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || !strings.HasSuffix(log.Schema, "sarif-schema-2.1.0.json") || len(log.Runs) != 1 {
		t.Fatalf("version %q, schema %q, %d runs", log.Version, log.Schema, len(log.Runs))
	}
	run := log.Runs[0]
	if run.Tool.Driver.Name != "gpga" || run.Tool.Driver.Version != "1.2" || run.ColumnKind != "unicodeCodePoints" {
		t.Errorf("driver %+v, columns %q", run.Tool.Driver, run.ColumnKind)
	}
	if len(run.Invocations) != 1 || run.Invocations[0].ExecutionSuccessful == nil || *run.Invocations[0].ExecutionSuccessful {
		t.Error("errors are no success")
	}
	ids := map[string]bool{}
	for _, r := range run.Tool.Driver.Rules {
		if ids[r.ID] || r.ShortDescription.Text == "" || r.FullDescription.Text == "" || r.Help.Text == "" {
			t.Errorf("rule %+v", r)
		}
		if want := map[bool]string{true: "warning", false: "error"}[r.ID[0] == 'W']; r.DefaultConfiguration.Level != want {
			t.Errorf("rule %s has level %s", r.ID, r.DefaultConfiguration.Level)
		}
		ids[r.ID] = true
	}
	text := map[string]int{}
	for i, r := range run.Results {
		text[r.Message.Text] = i
		if r.RuleIndex == nil || run.Tool.Driver.Rules[*r.RuleIndex].ID != r.RuleID {
			t.Errorf("%q: rule %s", r.Message.Text, r.RuleID)
		}
		if r.Level != "error" && r.Level != "warning" && r.Level != "note" {
			t.Errorf("level %q", r.Level)
		}
		for _, loc := range r.Locations {
			p := loc.PhysicalLocation
			if p.ArtifactLocation.Index == nil || run.Artifacts[*p.ArtifactLocation.Index].Location.URI != p.ArtifactLocation.URI {
				t.Errorf("%q: artifact %+v", r.Message.Text, p.ArtifactLocation)
			}
			if p.ArtifactLocation.URI != "dir/gr%C3%B6%C3%9Fe%20a.v" {
				t.Errorf("URI %s", p.ArtifactLocation.URI)
			}
			g := p.Region
			if g.StartLine < 1 || g.StartColumn < 1 || g.EndLine < g.StartLine || g.EndLine == g.StartLine && g.EndColumn <= g.StartColumn || g.Snippet.Text == "" {
				t.Errorf("%q: region %+v", r.Message.Text, g)
			}
			if end := len([]rune(g.Snippet.Text)) + 1; g.EndColumn > end {
				t.Errorf("%q: ends at column %d of %d", r.Message.Text, g.EndColumn, end)
			}
		}
	}
	if len(run.Results) != 6 {
		t.Fatalf("%d results", len(run.Results))
	}
	if g := run.Results[text["8 bits & <more>"]].Locations[0].PhysicalLocation.Region; g.StartLine != 2 || g.StartColumn != 17 || g.EndColumn != 22 {
		t.Errorf("columns count code points: %+v", g)
	}
	if r := run.Results[text["twice"]]; len(r.RelatedLocations) != 1 || r.RelatedLocations[0].Message.Text != "it is declared here" || r.RelatedLocations[0].ID == nil {
		t.Errorf("notes: %+v", r.RelatedLocations)
	}
	if r := run.Results[text["no place"]]; len(r.Locations) != 0 {
		t.Error("no place has a location")
	}
	if r := run.Results[text["waived"]]; len(r.Suppressions) != 1 || r.Suppressions[0].Kind != "inSource" {
		t.Errorf("waived: %+v", r.Suppressions)
	}
}

func TestJSONLines(t *testing.T) {
	l, _ := sample()
	var b bytes.Buffer
	if err := l.Write(&b, JSON, ""); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != len(l.Items()) {
		t.Fatalf("%d lines for %d diagnostics", len(lines), len(l.Items()))
	}
	for i, d := range l.Sorted() {
		var got jsonDiagnostic
		if err := json.Unmarshal([]byte(lines[i]), &got); err != nil {
			t.Fatal(err)
		}
		at := l.Set.Position(d.Pos)
		if got.Code != d.Code || got.Message != d.Message || got.Line != at.Line || got.Column != at.Column || got.Severity != d.Severity.String() || got.Class != Lookup(d.Code).Class {
			t.Errorf("%+v of %+v", got, d)
		}
	}
}

func TestGroups(t *testing.T) {
	for name, classes := range groups {
		for _, c := range classes {
			if !KnownClass(c) {
				t.Errorf("group %s names %q", name, c)
			}
		}
	}
	for name := range aliases {
		for _, c := range expandClass(name) {
			if !KnownClass(c) {
				t.Errorf("%s stands for %q", name, c)
			}
		}
	}
	for code := range help {
		if Lookup(code).Code == "" {
			t.Errorf("help on %s, which is no code", code)
		}
	}
	l, f := newList("x")
	for _, o := range []string{"lint", "no-latch", "error=width", "no-error=portbind", "error"} {
		if err := l.SetWarning(o); err != nil {
			t.Fatal(err)
		}
	}
	for code, want := range map[Code]Severity{LintWidthTrunc: Error, LintUnused: Error, "W2002": Warning} {
		l.Warnf(code, f.Pos(0), "x %s", code)
		if d := l.Items()[len(l.Items())-1]; d.Code != code || d.Severity != want {
			t.Errorf("%s is %v", code, d.Severity)
		}
	}
	n := len(l.Items())
	l.Warnf(LintLatch, f.Pos(0), "off")
	if len(l.Items()) != n {
		t.Error("no-latch leaves latch on")
	}
}

// TestExplain wants a text of every code.
func TestExplain(t *testing.T) {
	for _, i := range Table() {
		if s := Explain(i.Code); !strings.HasPrefix(s, string(i.Code)+": ") || i.Class != "" && !strings.Contains(s, "-W no-"+i.Class) {
			t.Errorf("%s: %q", i.Code, s)
		}
	}
	if Explain("E0000") != "" {
		t.Error("an unknown code is explained")
	}
}
