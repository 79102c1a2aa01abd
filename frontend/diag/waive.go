package diag

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/source"
)

// Codes of waivers.
const (
	WaiveBadFile    Code = "P1101"
	WaiveBadComment Code = "W1201"
	WaiveUnusedLine Code = "W1202"
)

var waiveCodes = []Info{
	{WaiveBadFile, "", false, "a waiver file is malformed"},
	{WaiveBadComment, "waiver", true, "a waiver in a comment names no warning class"},
	{WaiveUnusedLine, "waiver", true, "a line of a waiver file matches no warning"},
}

var lowerCodes = []Info{
	{"L1001", "", false, "a construct cannot be lowered to a program"},
}

// waiver is a line of a waiver file: warnings that it matches are dropped.
type waiver struct {
	classes  map[string]bool // nil: all
	file     *regexp.Regexp  // nil: all
	from, to int             // lines, 0: all
	message  *regexp.Regexp  // nil: all
	pos      source.Pos
	used     bool
}

// span is a part of a file in which a class is waived; class "" is all of them.
type span struct {
	class    string
	from, to int // bytes
}

// fileWaivers are the waivers that stand in the comments of a file.
type fileWaivers struct{ spans []span }

func (f *fileWaivers) has(class string, off int) bool {
	for _, s := range f.spans {
		if (s.class == class || s.class == "") && s.from <= off && off < s.to {
			return true
		}
	}
	return false
}

// isWaived tells whether a waiver of a file or of a comment covers a warning. A comment covers what is included between its
// lint_off and lint_on as well.
func (l *List) isWaived(d Diagnostic) bool {
	class := Lookup(d.Code).Class
	at := l.Set.Position(d.Pos)
	for _, w := range l.waivers {
		if w.classes != nil && !w.classes[class] {
			continue
		}
		if w.file != nil && !w.file.MatchString(at.Filename) {
			continue
		}
		if w.from > 0 && (at.Line < w.from || at.Line > w.to) {
			continue
		}
		if w.message != nil && !w.message.MatchString(d.Message) {
			continue
		}
		w.used = true
		return true
	}
	if !d.Pos.IsValid() {
		return false
	}
	if l.inComment(class, d.Pos) {
		return true
	}
	for _, p := range l.Set.IncludeStack(d.Pos) {
		if l.inComment(class, p) {
			return true
		}
	}
	return false
}

func (l *List) inComment(class string, p source.Pos) bool {
	f := l.Set.File(p.File())
	if f == nil {
		return false
	}
	w := l.comments[f.ID]
	if w == nil {
		if l.comments == nil {
			l.comments = map[uint32]*fileWaivers{}
		}
		w = &fileWaivers{}
		l.comments[f.ID] = w
		if bytes.Contains(f.Text, []byte("lint_")) {
			l.readComments(f, w)
		}
	}
	return w.has(class, p.Offset())
}

// readComments finds the waivers in a file's comments:
//
//	// gpga lint_off CLASS...      behind code: for its line; on a line of its own: up to lint_on or the end of the file
//	// gpga lint_on CLASS...
//	// gpga lint_ignore CLASS...   behind code: for its line; on a line of its own: for the next line with code
//	/* verilator lint_off NAME */ ... /* verilator lint_on NAME */, lint_save, lint_restore
//
// What follows "--" in them is the reason.
func (l *List) readComments(f *source.File, w *fileWaivers) {
	text := f.Text
	open := map[string]int{} // class -> where its region began
	var saved []map[string]int
	closeAll := func(class string, at int) {
		if from, ok := open[class]; ok {
			w.spans = append(w.spans, span{class, from, at})
			delete(open, class)
		}
	}
	line := 0       // start of the line
	code := false   // there is code on the line so far
	var next []span // of lint_ignore, waiting for a line with code
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '\n':
			i++
			line, code = i, false
			continue
		case c == ' ' || c == '\t' || c == '\r' || c == '\f':
			i++
			continue
		case c == '/' && i+1 < len(text) && (text[i+1] == '/' || text[i+1] == '*'):
			start, end, body := i, 0, ""
			if text[i+1] == '/' {
				end = lineEnd(text, i)
				body = string(text[i+2 : end])
			} else {
				n := bytes.Index(text[i+2:], []byte("*/"))
				if n < 0 {
					return
				}
				end = i + 2 + n + 2
				body = string(text[i+2 : end-2])
			}
			i = end
			ours, command, classes, unknown := waiveComment(body)
			if ours {
				for _, u := range unknown {
					l.Warnf(WaiveBadComment, f.Pos(start), "a waiver names '%s', which is no warning class", u)
				}
			}
			last := lineEnd(text, end)
			trailing := code && len(bytes.TrimSpace(text[end:last])) == 0
			for _, class := range classes {
				switch {
				case command == "lint_off" && ours && trailing, command == "lint_ignore" && code:
					w.spans = append(w.spans, span{class, line, last})
				case command == "lint_ignore":
					next = append(next, span{class: class})
				case command == "lint_off":
					if _, already := open[class]; !already {
						open[class] = start
					}
				case command == "lint_on":
					closeAll(class, start)
				}
			}
			switch command {
			case "lint_save":
				m := map[string]int{}
				for c := range open {
					m[c] = 0
				}
				saved = append(saved, m)
			case "lint_restore":
				if n := len(saved); n > 0 {
					for c := range open {
						if _, keep := saved[n-1][c]; !keep {
							closeAll(c, start)
						}
					}
					for c := range saved[n-1] {
						if _, already := open[c]; !already {
							open[c] = start
						}
					}
					saved = saved[:n-1]
				}
			}
			continue
		case c == '"':
			for i++; i < len(text) && text[i] != '"' && text[i] != '\n'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			i++
		default:
			i++
		}
		if !code {
			code = true
			for _, s := range next {
				w.spans = append(w.spans, span{s.class, line, lineEnd(text, min(i, len(text)))})
			}
			next = nil
		}
	}
	for class, from := range open {
		w.spans = append(w.spans, span{class, from, len(text) + 1})
	}
}

func lineEnd(text []byte, from int) int {
	if n := bytes.IndexByte(text[from:], '\n'); n >= 0 {
		return from + n
	}
	return len(text)
}

// waiveComment reads a comment's text. Classes are those it names, "" for all; unknown are names that are no class.
func waiveComment(body string) (ours bool, command string, classes, unknown []string) {
	words := strings.FieldsFunc(body, func(r rune) bool { return r == ' ' || r == '\t' || r == ',' || r == '\n' || r == '\r' })
	if len(words) < 2 || words[0] != "gpga" && words[0] != "verilator" {
		return false, "", nil, nil
	}
	ours = words[0] == "gpga"
	switch words[1] {
	case "lint_off", "lint_on", "lint_save", "lint_restore":
		command = words[1]
	case "lint_ignore":
		if ours {
			command = words[1]
		}
	}
	if command == "" {
		return ours, "", nil, nil
	}
	named := false
	for _, x := range words[2:] {
		if x == "--" || x == "//" {
			break
		}
		named = true
		list := expandClass(x)
		if len(list) == 0 {
			unknown = append(unknown, x)
		}
		classes = append(classes, list...)
	}
	if !named && ours {
		classes = []string{""}
	}
	return ours, command, classes, unknown
}

// ReadWaivers reads a waiver file, which has been added to the Set. A line is
//
//	lint_off [-rule CLASS] [-file "GLOB"] [-lines N[-M]] [-match "GLOB"] [-regex "EXPRESSION"]
//
// as in Verilator's configuration files, and drops the warnings that match all that it says: CLASS is a class, a group or
// Verilator's name, GLOB a pattern with * and ? (of a file: of its whole name or of its last parts), -match and -regex look
// at the message. # and // start comments. What is wrong is reported as an error at its place.
func (l *List) ReadWaivers(f *source.File) {
	off := 0
	for _, raw := range strings.SplitAfter(string(f.Text), "\n") {
		start := off
		off += len(raw)
		words, at, err := waiverWords(raw)
		fail := func(col int, format string, args ...any) {
			l.Errorf(WaiveBadFile, f.Pos(start+col), format, args...)
		}
		if err != "" {
			fail(at[len(at)-1], "%s", err)
			continue
		}
		if len(words) == 0 || words[0] == "`verilator_config" {
			continue
		}
		if words[0] != "lint_off" {
			fail(at[0], "a line of a waiver file starts with lint_off, not with '%s'", words[0])
			continue
		}
		w := &waiver{pos: f.Pos(start + at[0])}
		bad := false
		for i := 1; i < len(words) && !bad; i += 2 {
			if i+1 == len(words) {
				fail(at[i], "%s needs a value", words[i])
				bad = true
				break
			}
			v := words[i+1]
			switch opt := strings.Replace(words[i], "--", "-", 1); opt {
			case "-rule":
				list := expandClass(v)
				if len(list) == 0 {
					fail(at[i+1], "there is no warning class '%s'", v)
					bad = true
				}
				if w.classes == nil {
					w.classes = map[string]bool{}
				}
				for _, c := range list {
					w.classes[c] = true
				}
			case "-file":
				w.file = globRE(`(^|/)`, v, `$`)
			case "-lines":
				first, last, two := strings.Cut(v, "-")
				if !two {
					last = first
				}
				a, err1 := strconv.Atoi(first)
				b, err2 := strconv.Atoi(last)
				if err1 != nil || err2 != nil || a < 1 || b < a {
					fail(at[i+1], "want a line or two with a dash between, not '%s'", v)
					bad = true
				}
				w.from, w.to = a, b
			case "-match":
				w.message = globRE(`^`, v, `$`)
			case "-regex":
				re, err := regexp.Compile(v)
				if err != nil {
					fail(at[i+1], "malformed expression: %v", err)
					bad = true
				}
				w.message = re
			default:
				fail(at[i], "'%s' is not -rule, -file, -lines, -match or -regex", words[i])
				bad = true
			}
		}
		if !bad {
			l.waivers = append(l.waivers, w)
		}
	}
}

// waiverWords splits a line into words, quoted or not, and tells where each begins; the last place is that of an error.
func waiverWords(line string) (words []string, at []int, err string) {
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
		case c == '#', strings.HasPrefix(line[i:], "//"):
			return words, at, ""
		case c == '"':
			at = append(at, i)
			n := strings.IndexByte(line[i+1:], '"')
			if n < 0 {
				return nil, at, "a string is not closed"
			}
			words = append(words, line[i+1:i+1+n])
			i += n + 2
		default:
			at = append(at, i)
			n := strings.IndexAny(line[i:], " \t\r\n")
			if n < 0 {
				n = len(line) - i
			}
			words = append(words, line[i:i+n])
			i += n
		}
	}
	return words, at, ""
}

// globRE turns a pattern with * and ? into an expression between two others.
func globRE(before, glob, after string) *regexp.Regexp {
	q := regexp.QuoteMeta(glob)
	q = strings.ReplaceAll(strings.ReplaceAll(q, `\*`, `(?s:.*)`), `\?`, `(?s:.)`)
	return regexp.MustCompile(before + q + after)
}

// UnusedWaivers warns of each line of a waiver file that has matched nothing.
func (l *List) UnusedWaivers() {
	for _, w := range l.waivers {
		if !w.used {
			l.Add(Diagnostic{Code: WaiveUnusedLine, Severity: Warning, Pos: w.pos, Message: "this waiver matches no warning"})
			w.used = true
		}
	}
}

// Waived returns the warnings that waivers dropped, in the order they came.
func (l *List) Waived() []Diagnostic { return l.waived }
