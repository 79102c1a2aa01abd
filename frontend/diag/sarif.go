package diag

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/gpga/gpga/frontend/source"
)

// Format names a form in which diagnostics are written.
type Format string

// Formats. Text is Print's; JSON has an object a line; SARIF is the Static Analysis Results Interchange Format 2.1.0 of OASIS.
const (
	Text  Format = "text"
	JSON  Format = "json"
	SARIF Format = "sarif"
)

// Write writes all diagnostics in a form. Version is that of the program, for SARIF.
func (l *List) Write(w io.Writer, form Format, version string) error {
	switch form {
	case JSON:
		return l.writeJSON(w)
	case SARIF:
		return l.writeSARIF(w, version)
	}
	return l.Print(w)
}

// place is a range of a file in lines and columns from 1, as SARIF's regions: columns count Unicode code points, the end
// column is the first behind the range. Lines is the text of its line.
type place struct {
	file               string
	line, column       int
	endLine, endColumn int
	text               string
	byteColumn         int
	byteEnd            int
	known              bool
}

// place resolves a range; without an end it is the word at its start.
func (l *List) place(from, to source.Pos) place {
	at := l.Set.Position(from)
	if !at.IsValid() {
		return place{}
	}
	text := l.Set.LineText(from)
	start := min(at.Column-1, len(text))
	end := start
	if to.File() == from.File() && to > from {
		end = min(start+to.Offset()-from.Offset(), len(text))
	}
	if end == start {
		for end < len(text) && wordByte(text[end]) {
			end++
		}
	}
	end = max(end, min(start+1, len(text)))
	points := func(n int) int { return utf8.RuneCountInString(text[:n]) + 1 }
	return place{file: at.Filename, line: at.Line, column: points(start), endLine: at.Line, endColumn: max(points(end), points(start)+1),
		text: strings.ToValidUTF8(text, "\uFFFD"), byteColumn: start + 1, byteEnd: end + 1, known: true}
}

func wordByte(c byte) bool {
	return c == '_' || c == '$' || c == '`' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

type jsonDiagnostic struct {
	Code      Code             `json:"code,omitempty"`
	Severity  string           `json:"severity"`
	Class     string           `json:"class,omitempty"`
	Message   string           `json:"message"`
	File      string           `json:"file,omitempty"`
	Line      int              `json:"line,omitempty"`
	Column    int              `json:"column,omitempty"` // in bytes, as in the text form
	EndColumn int              `json:"end_column,omitempty"`
	Source    string           `json:"source,omitempty"`
	Notes     []jsonDiagnostic `json:"notes,omitempty"`
}

func (l *List) toJSON(d Diagnostic) jsonDiagnostic {
	p := l.place(d.Pos, d.End)
	out := jsonDiagnostic{Code: d.Code, Severity: d.Severity.String(), Class: Lookup(d.Code).Class, Message: d.Message,
		File: p.file, Line: p.line, Column: p.byteColumn, EndColumn: p.byteEnd, Source: p.text}
	for _, n := range l.notes(d) {
		out.Notes = append(out.Notes, l.toJSON(n))
	}
	return out
}

func (l *List) writeJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, d := range l.Sorted() {
		if err := e.Encode(l.toJSON(d)); err != nil {
			return err
		}
	}
	return nil
}

// notes are all places that are printed below a diagnostic.
func (l *List) notes(d Diagnostic) []Diagnostic {
	var out []Diagnostic
	for _, n := range d.Notes {
		n.Severity = Note
		out = append(out, n)
	}
	if d.Severity == Note {
		return out
	}
	if name, def, ok := l.Set.Expansion(d.Pos); ok && def.IsValid() {
		out = append(out, Diagnostic{Severity: Note, Pos: def, Message: "in the expansion of macro '" + name + "', defined here"})
	}
	for _, p := range l.Set.IncludeStack(d.Pos) {
		out = append(out, Diagnostic{Severity: Note, Pos: p, Message: "included from here"})
	}
	return out
}

type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		ColumnKind  string            `json:"columnKind"`
		Invocations []sarifInvocation `json:"invocations"`
		Artifacts   []sarifArtifact   `json:"artifacts"`
		Results     []sarifResult     `json:"results"`
	}
	sarifInvocation struct {
		Successful bool `json:"executionSuccessful"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifRule struct {
		ID      string    `json:"id"`
		Name    string    `json:"name,omitempty"`
		Short   sarifText `json:"shortDescription"`
		Full    sarifText `json:"fullDescription"`
		Help    sarifText `json:"help"`
		Default struct {
			Level   string `json:"level"`
			Enabled bool   `json:"enabled"`
		} `json:"defaultConfiguration"`
		Properties *struct {
			Tags []string `json:"tags"`
		} `json:"properties,omitempty"`
	}
	sarifArtifact struct {
		Location sarifURI `json:"location"`
	}
	sarifURI struct {
		URI   string `json:"uri"`
		Index *int   `json:"index,omitempty"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn"`
		EndLine     int        `json:"endLine"`
		EndColumn   int        `json:"endColumn"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifURI    `json:"artifactLocation"`
		Region   sarifRegion `json:"region"`
	}
	sarifLocation struct {
		ID       *int          `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifSuppression struct {
		Kind string `json:"kind"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId,omitempty"`
		RuleIndex    *int               `json:"ruleIndex,omitempty"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations,omitempty"`
		Related      []sarifLocation    `json:"relatedLocations,omitempty"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	}
)

// writeSARIF writes one run. Its rules are the codes that occur; waived warnings are results with a suppression.
func (l *List) writeSARIF(w io.Writer, version string) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Invocations: []sarifInvocation{{!l.HasErrors()}}, Artifacts: []sarifArtifact{}, Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "gpga", Version: version, Rules: []sarifRule{}}
	rules, files := map[Code]int{}, map[string]int{}
	location := func(p place, withText bool) sarifLocation {
		n, ok := files[p.file]
		if !ok {
			n = len(run.Artifacts)
			files[p.file] = n
			run.Artifacts = append(run.Artifacts, sarifArtifact{sarifURI{URI: fileURI(p.file)}})
		}
		out := sarifLocation{Physical: sarifPhysical{Artifact: sarifURI{URI: fileURI(p.file), Index: &n},
			Region: sarifRegion{StartLine: p.line, StartColumn: p.column, EndLine: p.endLine, EndColumn: p.endColumn}}}
		if withText {
			out.Physical.Region.Snippet = &sarifText{p.text}
		}
		return out
	}
	add := func(d Diagnostic, suppressed string) {
		res := sarifResult{Level: d.Severity.String(), Message: sarifText{d.Message}}
		if d.Code != "" {
			n, ok := rules[d.Code]
			if !ok {
				n = len(run.Tool.Driver.Rules)
				rules[d.Code] = n
				run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(d.Code))
			}
			res.RuleID, res.RuleIndex = string(d.Code), &n
		}
		if p := l.place(d.Pos, d.End); p.known {
			res.Locations = []sarifLocation{location(p, true)}
		}
		for i, n := range l.notes(d) {
			if p := l.place(n.Pos, n.End); p.known {
				loc := location(p, false)
				id := i + 1
				loc.ID, loc.Message = &id, &sarifText{n.Message}
				res.Related = append(res.Related, loc)
			}
		}
		if suppressed != "" {
			res.Suppressions = []sarifSuppression{{suppressed}}
		}
		run.Results = append(run.Results, res)
	}
	for _, d := range l.Sorted() {
		add(d, "")
	}
	for _, d := range l.waived {
		kind := "external"
		if d.Pos.IsValid() && l.inComment(Lookup(d.Code).Class, d.Pos) {
			kind = "inSource"
		}
		add(d, kind)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run}})
}

func ruleOf(c Code) sarifRule {
	info := Lookup(c)
	text := info.Text
	if text == "" {
		text = string(c)
	}
	r := sarifRule{ID: string(c), Short: sarifText{text}, Full: sarifText{text}, Help: sarifText{Explain(c)}}
	r.Default.Level, r.Default.Enabled = "error", true
	if info.Class != "" {
		r.Name, r.Default.Level, r.Default.Enabled = info.Class, "warning", !info.Quiet
		r.Properties = &struct {
			Tags []string `json:"tags"`
		}{[]string{info.Class}}
	}
	return r
}

// fileURI is a file's name as a reference: relative names stay so.
func fileURI(name string) string {
	name = filepath.ToSlash(name)
	parts := strings.Split(strings.ToValidUTF8(name, "\uFFFD"), "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
		if i == 0 {
			parts[i] = strings.ReplaceAll(parts[i], ":", "%3A") // no scheme
		}
	}
	out := strings.Join(parts, "/")
	if strings.HasPrefix(out, "/") {
		return "file://" + out
	}
	return out
}
