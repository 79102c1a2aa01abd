package profile

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	pprof "github.com/google/pprof/profile"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/scheduler/program"
	"github.com/gpga/gpga/tools/flow"
)

// Sample types, in the order of their values.
const (
	bytesOf = iota
	costOf
	runsOf
)

// Of makes the profile of a build. Executions are in it when the build was run with flow.Options.Count.
func Of(b *flow.Build) (*pprof.Profile, error) {
	if b.Kernel == nil {
		return nil, errors.New("there is no kernel to profile")
	}
	unit, errs := msl.Load("kernel.metal", []byte(b.Kernel.Text))
	if len(errs) > 0 {
		return nil, fmt.Errorf("the emitted text: %w", errs[0])
	}
	m := newMaker(b)
	rep := cost.Measure(unit)
	placed := 0
	for i := range rep.Functions {
		f := &rep.Functions[i]
		placed += f.Bytes
		own := int64(math.Round(f.Cost))
		if segs := m.segments(f.Name); len(segs) > 0 {
			m.spread(segs, int64(f.Bytes), own)
			continue
		}
		if fn := number(funcRE, f.Name); fn >= 0 && fn < len(b.Program.Funcs) {
			d := &b.Program.Funcs[fn]
			m.lines(d.First, d.Num, d.Line, -1, m.str(d.Name), int64(f.Bytes), own)
			continue
		}
		m.add(m.kernel(f.Name), "", int64(f.Bytes), own, 0)
	}
	m.add(m.kernel("(declarations and tables)"), "", int64(rep.Bytes-placed), int64(rep.TableBytes), 0)
	for i, n := range b.Counts {
		if n > 0 {
			s := &b.Program.Segs[i]
			m.add(m.stack(s.Line, int(s.Scope), ""), m.str(s.Desc), 0, 0, int64(min(n, math.MaxInt64)))
		}
	}
	m.finish()
	return m.p, m.p.CheckValid()
}

var (
	segRE   = regexp.MustCompile(`^gpga_seg_(\d+)(?:_|$)`)
	shapeRE = regexp.MustCompile(`^gpga_shape_(\d+)(?:_|$)`)
	funcRE  = regexp.MustCompile(`^gpga_fn_(\d+)(?:_|$)`)
)

// number is what re finds in name, -1 for nothing.
func number(re *regexp.Regexp, name string) int {
	if m := re.FindStringSubmatch(name); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			return n
		}
	}
	return -1
}

// key tells samples apart.
type key struct {
	stack string
	label string
}

type maker struct {
	b       *flow.Build
	p       *pprof.Profile
	samples map[key]*pprof.Sample
	locs    map[string]*pprof.Location
	funcs   map[string]*pprof.Function
}

func newMaker(b *flow.Build) *maker {
	p := &pprof.Profile{
		SampleType:        []*pprof.ValueType{{Type: "emitted_bytes", Unit: "bytes"}, {Type: "compile_cost", Unit: "count"}},
		DefaultSampleType: "compile_cost",
	}
	if b.Counts != nil {
		p.SampleType = append(p.SampleType, &pprof.ValueType{Type: "executions", Unit: "count"})
		p.DefaultSampleType = "executions"
	}
	return &maker{b: b, p: p, samples: map[key]*pprof.Sample{}, locs: map[string]*pprof.Location{}, funcs: map[string]*pprof.Function{}}
}

func (m *maker) str(i uint32) string {
	if int(i) < len(m.b.Program.Strings) {
		return m.b.Program.Strings[i]
	}
	return ""
}

// segments are those whose code the function of that name holds.
func (m *maker) segments(name string) []int {
	if n := number(segRE, name); n >= 0 && n < len(m.b.Program.Segs) {
		return []int{n}
	}
	if n := number(shapeRE, name); n >= 0 {
		if list := m.b.Kernel.Shared[fmt.Sprintf("gpga_shape_%d", n)]; len(list) > 0 {
			return list
		}
		if n < len(m.b.Program.Segs) {
			return []int{n}
		}
	}
	return nil
}

// spread divides what a function costs among the segments whose code it is.
func (m *maker) spread(segs []int, bytes, cost int64) {
	for i, s := range segs {
		d := &m.b.Program.Segs[s]
		n, k := int64(len(segs)), int64(i)
		m.lines(d.First, d.Num, d.Line, int(d.Scope), m.str(d.Desc), bytes*(k+1)/n-bytes*k/n, cost*(k+1)/n-cost*k/n)
	}
}

// lines divides what a piece of code costs among its lines, by their instructions.
func (m *maker) lines(first, num, line uint32, scope int, desc string, bytes, cost int64) {
	weight := map[uint32]int64{}
	total := int64(0)
	for _, in := range m.b.Program.Code[first : first+num] {
		l := in.Line
		if l == 0 {
			l = line
		}
		weight[l]++
		total++
	}
	if total == 0 {
		weight[line], total = 1, 1
	}
	var list []uint32
	for l := range weight {
		list = append(list, l)
	}
	slices.Sort(list)
	at := int64(0)
	for _, l := range list {
		to := at + weight[l]
		m.add(m.stack(l, scope, desc), desc, bytes*to/total-bytes*at/total, cost*to/total-cost*at/total, 0)
		at = to
	}
}

// location is one frame.
func (m *maker) location(function, file string, line int64) *pprof.Location {
	k := fmt.Sprintf("%s\x00%s\x00%d", function, file, line)
	if l := m.locs[k]; l != nil {
		return l
	}
	fk := function + "\x00" + file
	f := m.funcs[fk]
	if f == nil {
		f = &pprof.Function{ID: uint64(len(m.p.Function) + 1), Name: function, SystemName: function, Filename: file}
		m.funcs[fk] = f
		m.p.Function = append(m.p.Function, f)
	}
	l := &pprof.Location{ID: uint64(len(m.p.Location) + 1), Line: []pprof.Line{{Function: f, Line: line}}}
	m.locs[k] = l
	m.p.Location = append(m.p.Location, l)
	return l
}

// stack is the line within its scope, then the places where the scopes around it are instantiated, to the top.
func (m *maker) stack(line uint32, scope int, name string) []*pprof.Location {
	file, at := "", int64(0)
	if line != 0 && int(line) < len(m.b.Program.Lines) {
		l := m.b.Program.Lines[line]
		file, at = m.str(l.File), int64(l.Line)
	}
	if scope < 0 || scope >= len(m.b.Program.Scopes) {
		return []*pprof.Location{m.location(name, file, at)}
	}
	var out []*pprof.Location
	for {
		s := &m.b.Program.Scopes[scope]
		out = append(out, m.location(m.str(s.Path), file, at))
		if s.Parent == program.NoSeg || int(s.Parent) >= len(m.b.Program.Scopes) {
			return out
		}
		file, at = "", 0
		if d := m.b.Design; d != nil && scope < len(d.Scopes) {
			p := m.b.Set.Position(d.Scopes[scope].Pos)
			file, at = p.Filename, int64(p.Line)
		}
		scope = int(s.Parent)
	}
}

// kernel is the stack of what belongs to no line of the design.
func (m *maker) kernel(function string) []*pprof.Location {
	return []*pprof.Location{m.location(function, "(kernel)", 0), m.location("(kernel)", "(kernel)", 0)}
}

func (m *maker) add(stack []*pprof.Location, construct string, bytes, cost, runs int64) {
	if bytes == 0 && cost == 0 && runs == 0 {
		return
	}
	var b strings.Builder
	for _, l := range stack {
		fmt.Fprintf(&b, "%d,", l.ID)
	}
	k := key{b.String(), construct}
	s := m.samples[k]
	if s == nil {
		s = &pprof.Sample{Location: stack, Value: make([]int64, len(m.p.SampleType))}
		if construct != "" {
			s.Label = map[string][]string{"construct": {construct}}
		}
		m.samples[k] = s
		m.p.Sample = append(m.p.Sample, s)
	}
	s.Value[bytesOf] += bytes
	s.Value[costOf] += cost
	if len(s.Value) > runsOf {
		s.Value[runsOf] += runs
	}
}

func (m *maker) finish() {
	name := m.b.Program.Top
	m.p.Comments = []string{"gpga: " + name}
}
