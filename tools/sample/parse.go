package sample

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Node is a frame of a call tree with the samples that were taken in it or in what it called.
type Node struct {
	Symbol string
	Image  string // library or program, "" when not known
	Where  string // file:line where the report has it
	Count  int
	Line   int // of the report
	Kids   []*Node
}

// Self is the part of Count that no child has.
func (n *Node) Self() int {
	s := n.Count
	for _, k := range n.Kids {
		s -= k.Count
	}
	return max(0, s)
}

// Report is one report.
type Report struct {
	File          string
	Process       string
	PID           int
	Interval      time.Duration
	When          time.Time // zero where the report does not say
	Version       string    // of macOS
	Footprint     int64     // bytes; -1 where the report does not say
	Peak          int64
	Threads       []*Node
	Total         int // samples of all threads
	Truncated     bool
	Warnings      []string
	sorted        map[string]int // of the part "Sort by top of stack"
	lastLineOfAll int
}

// Limits of what is read.
const (
	maxReport = 256 << 20
	maxDepth  = 1024
	maxCount  = 1 << 40
	maxWarn   = 20
)

// ErrForeign is wrapped by errors about texts that are no reports.
var ErrForeign = errors.New("this is no report of sample(1)")

func (r *Report) warn(line int, format string, args ...any) {
	if len(r.Warnings) < maxWarn {
		r.Warnings = append(r.Warnings, fmt.Sprintf("%s:%d: ", r.File, line)+fmt.Sprintf(format, args...))
	}
}

var (
	headRE    = regexp.MustCompile(`^Analysis of sampling (.+?) \(pid (\d+)\) every (\d+) (microsecond|millisecond|second)s?`)
	fieldRE   = regexp.MustCompile(`^([A-Z][A-Za-z /()]*?):\s+(.*)$`)
	sizeRE    = regexp.MustCompile(`^([0-9]+(?:\.[0-9]+)?)\s*([KMGT]?)B?\b`)
	threadRE  = regexp.MustCompile(`^Thread_?`)
	offsetRE  = regexp.MustCompile(`^\+ (?:0x)?[0-9a-fA-F]+(?:,(?:0x)?[0-9a-fA-F]+|,\.\.\.)*`)
	loadRE    = regexp.MustCompile(`^load address 0x[0-9a-fA-F]+`)
	addressRE = regexp.MustCompile(`^\[[^\]]*\]`)
	topRE     = regexp.MustCompile(`^(.*?)\s{2,}(\d+)$`)
)

// parts of a report.
type part uint8

const (
	inHead part = iota
	inGraph
	inTotals
	inSorted
	inImages
)

// Parse reads a report. File is its name, for messages.
func Parse(file string, text []byte) (*Report, error) {
	if len(text) > maxReport {
		return nil, fmt.Errorf("%s: a report of %d bytes is too large", file, len(text))
	}
	r := &Report{File: file, Footprint: -1, Peak: -1, sorted: map[string]int{}}
	p := &parser{r: r}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	for n := 1; len(text) > 0; n++ {
		line := text
		if i := bytes.IndexByte(text, '\n'); i >= 0 {
			line, text = text[:i], text[i+1:]
		} else {
			text = nil
		}
		p.line(n, strings.ToValidUTF8(string(line), "?"))
		r.lastLineOfAll = n
	}
	if !p.graph {
		if !p.head {
			return nil, fmt.Errorf("%s: %w: it has neither \"Analysis of sampling\" nor \"Call graph:\"", file, ErrForeign)
		}
		return nil, fmt.Errorf("%s: the report ends before its call graph", file)
	}
	if len(r.Threads) == 0 {
		return nil, fmt.Errorf("%s: the call graph has no threads: sample was stopped before it took any, or the process had ended", file)
	}
	if p.part == inGraph {
		r.Truncated = true
		r.warn(r.lastLineOfAll, "the report ends within its call graph; what is there is used")
	}
	for _, t := range r.Threads {
		r.check(t)
		r.Total += t.Count
	}
	return r, nil
}

// check makes every frame have at least the samples of its callees.
func (r *Report) check(n *Node) {
	sum := 0
	for _, k := range n.Kids {
		r.check(k)
		sum += k.Count
	}
	if sum > n.Count {
		r.warn(n.Line, "the callees of %s have %d samples, it has only %d", n.Symbol, sum, n.Count)
		n.Count = sum
	}
}

type parser struct {
	r     *Report
	part  part
	head  bool
	graph bool
	stack []*Node // open frames
	depth []int   // their columns
}

func (p *parser) line(n int, s string) {
	trimmed := strings.TrimSpace(s)
	switch {
	case strings.HasPrefix(trimmed, "Call graph:"):
		p.part, p.graph = inGraph, true
		return
	case strings.HasPrefix(trimmed, "Total number in stack"):
		p.part = inTotals
		return
	case strings.HasPrefix(trimmed, "Sort by top of stack"):
		p.part = inSorted
		return
	case strings.HasPrefix(trimmed, "Binary Images"):
		p.part = inImages
		return
	case strings.HasPrefix(trimmed, "Sample analysis of process"):
		if p.part == inGraph {
			p.part = inImages
		}
		return
	}
	switch p.part {
	case inHead:
		p.header(n, trimmed)
	case inGraph:
		if trimmed != "" {
			p.frame(n, s)
		}
	case inSorted:
		if m := topRE.FindStringSubmatch(trimmed); m != nil {
			if c, err := strconv.Atoi(m[2]); err == nil {
				name, _, _ := strings.Cut(m[1], "  (in ")
				p.r.sorted[strings.TrimSpace(name)] = c
			}
		}
	}
}

// header reads one line before the call graph.
func (p *parser) header(n int, s string) {
	r := p.r
	if m := headRE.FindStringSubmatch(s); m != nil {
		p.head = true
		r.Process = m[1]
		r.PID, _ = strconv.Atoi(m[2])
		k, err := strconv.Atoi(m[3])
		unit := map[string]time.Duration{"microsecond": time.Microsecond, "millisecond": time.Millisecond, "second": time.Second}[m[4]]
		if err == nil && k > 0 && k < 1e6 {
			r.Interval = time.Duration(k) * unit
		} else {
			r.warn(n, "a sampling interval of %s %ss makes no sense", m[3], m[4])
		}
		return
	}
	m := fieldRE.FindStringSubmatch(s)
	if m == nil {
		return
	}
	switch m[1] {
	case "Process":
		if r.Process == "" {
			r.Process, _, _ = strings.Cut(m[2], " [")
		}
	case "OS Version":
		r.Version = m[2]
	case "Date/Time":
		for _, layout := range []string{"2006-01-02 15:04:05.999 -0700", "2006-01-02 15:04:05.999999 -0700", "2006-01-02 15:04:05 -0700"} {
			if t, err := time.Parse(layout, m[2]); err == nil {
				r.When = t
				break
			}
		}
	case "Physical footprint", "Physical footprint (peak)", "Physical Footprint", "Physical Footprint (peak)":
		v, err := ParseSize(m[2])
		if err != nil {
			r.warn(n, "%v", err)
			return
		}
		if strings.HasSuffix(m[1], "(peak)") {
			r.Peak = v
		} else {
			r.Footprint = v
		}
	}
}

// ParseSize reads a size as sample and footprint write them: 112K, 12.7M, 1.2G, to base 1024.
func ParseSize(s string) (int64, error) {
	m := sizeRE.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return 0, fmt.Errorf("%q is no size", s)
	}
	f, err := strconv.ParseFloat(m[1], 64)
	mult := map[string]float64{"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}[m[2]]
	if err != nil || f*mult > 1<<50 {
		return 0, fmt.Errorf("%q is no size", s)
	}
	return int64(f * mult), nil
}

// base is the column of a thread's count.
const base = 4

// frame reads one line of the call graph.
func (p *parser) frame(n int, s string) {
	i := 0
	for i < len(s) && strings.IndexByte(" \t+!:|", s[i]) >= 0 {
		i++
	}
	j := i
	for j < len(s) && s[j] >= '0' && s[j] <= '9' {
		j++
	}
	if j == i || j == len(s) || s[j] != ' ' {
		p.r.warn(n, "no frame: %.60q", s)
		return
	}
	count, err := strconv.Atoi(s[i:j])
	if err != nil || count > maxCount {
		p.r.warn(n, "a count of %s samples", s[i:j])
		return
	}
	name, image, where := splitFrame(strings.TrimLeft(s[j:], " "))
	node := &Node{Symbol: name, Image: image, Where: where, Count: count, Line: n}
	if i <= base || threadRE.MatchString(name) && image == "" && (len(p.stack) == 0 || i <= p.depth[0]) {
		p.r.Threads = append(p.r.Threads, node)
		p.stack, p.depth = append(p.stack[:0], node), append(p.depth[:0], i)
		return
	}
	for len(p.stack) > 0 && p.depth[len(p.depth)-1] >= i {
		p.stack, p.depth = p.stack[:len(p.stack)-1], p.depth[:len(p.depth)-1]
	}
	if len(p.stack) == 0 {
		p.r.warn(n, "a frame outside of any thread")
		t := &Node{Symbol: "Thread_unknown", Count: count, Line: n}
		p.r.Threads = append(p.r.Threads, t)
		p.stack, p.depth = append(p.stack, t), append(p.depth, base)
	}
	parent := p.stack[len(p.stack)-1]
	if len(p.stack) >= maxDepth {
		p.r.warn(n, "calls are nested more than %d deep; the rest counts for the frame at that depth", maxDepth)
		return
	}
	parent.Kids = append(parent.Kids, node)
	p.stack, p.depth = append(p.stack, node), append(p.depth, i)
}

// splitFrame takes a frame's text apart: SYMBOL  (in IMAGE) + OFFSET  [ADDRESS]  FILE:LINE. Symbols hold blanks, parentheses and
// templates, so the last "  (in " counts.
func splitFrame(s string) (symbol, image, where string) {
	i := strings.LastIndex(s, "  (in ")
	if i < 0 {
		// A thread, or a frame without an image: "???  [0x1234]".
		if k := strings.LastIndex(s, "  ["); k >= 0 && strings.HasSuffix(s, "]") {
			s = s[:k]
		}
		return strings.TrimSpace(s), "", ""
	}
	symbol = strings.TrimSpace(s[:i])
	rest := s[i+len("  (in "):]
	k := strings.IndexByte(rest, ')')
	if k < 0 {
		return symbol, strings.TrimSpace(rest), ""
	}
	// An image's own name may hold parentheses: take the last ) before what follows an image.
	for {
		next := strings.IndexByte(rest[k+1:], ')')
		if next < 0 || strings.Contains(rest[k+1:k+1+next], "  ") {
			break
		}
		k += 1 + next
	}
	image = rest[:k]
	rest = strings.TrimSpace(rest[k+1:])
	for _, re := range []*regexp.Regexp{loadRE, offsetRE, addressRE} {
		rest = strings.TrimSpace(rest[len(re.FindString(rest)):])
	}
	return symbol, image, rest
}
