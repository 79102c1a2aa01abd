package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/gpga/gpga/goldens/refsim"
	"github.com/gpga/gpga/tools/vfuzz/gen"
	"github.com/gpga/gpga/tools/vfuzz/lanes"
	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// settings are what a campaign is told.
type settings struct {
	stream gen.Stream
	seed   uint64 // of the first program
	count  uint64
	limit  time.Duration // 0: none
	jobs   int
	batch  int // programs in one text
	table  int // one text in so many is run in the table form, too; 0: none
	tries  int // texts that shrinking may try for one program
	out    string
	most   int // disagreements after which it ends
}

// finding is a program on which the lanes disagree.
type finding struct {
	program *gen.Program
	lane    string // that is not as Icarus has it
	what    string
	small   *tree.Node
	file    string
}

// campaign tries programs.
type campaign struct {
	settings
	w  io.Writer
	vm *lanes.VM

	mu       sync.Mutex
	next     uint64
	end      time.Time
	done     uint64
	texts    uint64
	tables   uint64
	refused  map[string]uint64 // what Icarus said, by message: how many programs
	cover    map[string]int
	findings []*finding
	allowed  map[string]int
}

// run tries all programs. It fails when a lane cannot be set up.
func (c *campaign) run() error {
	vm, err := lanes.SharedVM()
	if err != nil {
		return err
	}
	c.vm, c.next = vm, c.seed
	c.refused, c.cover, c.allowed = map[string]uint64{}, map[string]int{}, map[string]int{}
	if c.limit > 0 {
		c.end = time.Now().Add(c.limit)
	}
	var all sync.WaitGroup
	errs := make(chan error, c.jobs)
	for range c.jobs {
		all.Go(func() { errs <- c.work() })
	}
	all.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// take gives the next programs, none when all were tried or time is over.
func (c *campaign) take() []*gen.Program {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.end.IsZero() && time.Now().After(c.end) || len(c.findings) >= c.most {
		return nil
	}
	n := min(uint64(c.batch), c.seed+c.count-c.next)
	from := c.next
	c.next += n
	var out []*gen.Program
	for i := range n {
		out = append(out, gen.New(from+i, c.stream))
	}
	return out
}

func (c *campaign) work() error {
	ic, err := lanes.NewIcarus()
	if err != nil {
		return err
	}
	defer ic.Close()
	for {
		programs := c.take()
		if len(programs) == 0 {
			return nil
		}
		var auto, others []*gen.Program
		for _, p := range programs {
			switch {
			case p.Solo:
				c.try(ic, []*gen.Program{p})
			case p.Auto:
				auto = append(auto, p)
			default:
				others = append(others, p)
			}
		}
		for _, together := range [][]*gen.Program{auto, others} {
			if len(together) > 0 {
				c.try(ic, together)
			}
		}
		c.note(programs)
	}
}

// note counts programs that were tried.
func (c *campaign) note(programs []*gen.Program) {
	c.mu.Lock()
	defer c.mu.Unlock()
	before := c.done
	for _, p := range programs {
		p.Root.Count(c.cover)
		c.done++
	}
	if c.done/1000 != before/1000 {
		fmt.Fprintf(c.w, "vfuzz: %d programs, seeds to %d, %d disagreements\n", c.done, c.next-1, len(c.findings))
	}
}

// verdict is what the lanes made of a text.
type verdict struct {
	refused string // by Icarus: nothing is compared
	lane    string // the first that differs
	ends    bool   // not in what it prints, but in how it ends
	what    string
	reason  string // from the allow-list: it may differ
}

// judge runs a text in all lanes.
func (c *campaign) judge(ic *lanes.Icarus, text string, table bool) verdict {
	want := ic.Run(text)
	if want.Refused {
		return verdict{refused: want.Err}
	}
	b := lanes.Compile(text)
	strict := c.stream == gen.Racy
	type lane struct {
		name string
		run  func() lanes.Outcome
	}
	list := []lane{{"vm", func() lanes.Outcome { return c.vm.Run(b) }}, {"reference", func() lanes.Outcome { return b.Ref(refsim.Options{}) }}}
	if table {
		list = append(list, lane{"table", b.Table})
	}
	for _, l := range list {
		got := l.run()
		d := lanes.Compare(got, want, strict)
		if len(d) == 0 {
			continue
		}
		if strict {
			for _, a := range allowList {
				if a.covers(b, got, want) {
					return verdict{lane: l.name, reason: a.name, what: d[0].What}
				}
			}
		}
		return verdict{lane: l.name, ends: d[0].Ends, what: d[0].What}
	}
	if !strict && table { // the order of events must not matter
		o := b.Ref(refsim.Options{Shuffle: 1})
		if d := lanes.Compare(o, want, false); len(d) > 0 {
			return verdict{lane: "another order", ends: d[0].Ends, what: d[0].What}
		}
	}
	return verdict{}
}

// try runs programs in one text, and one by one where that disagrees.
func (c *campaign) try(ic *lanes.Icarus, programs []*gen.Program) {
	c.mu.Lock()
	c.texts++
	table := c.table > 0 && c.texts%uint64(c.table) == 0
	if table {
		c.tables++
	}
	c.mu.Unlock()
	v := c.judge(ic, gen.Text(programs...), table)
	if v.refused == "" && v.lane == "" {
		return
	}
	if len(programs) > 1 {
		before := len(c.findings)
		for _, p := range programs {
			c.try(ic, []*gen.Program{p})
		}
		if c.stream == gen.RaceFree && len(c.findings) == before && v.refused == "" {
			c.report(&finding{program: programs[0], lane: v.lane, what: "only together with the programs after it: " + v.what, small: programs[0].Root})
		}
		return
	}
	p := programs[0]
	if v.refused != "" {
		c.mu.Lock()
		c.refused[gist(v.refused)]++
		first := c.refused[gist(v.refused)] == 1
		c.mu.Unlock()
		if first {
			c.save(fmt.Sprintf("refused-%s-%d.v", c.stream, p.Seed), v.refused, gen.Text(p))
		}
		return
	}
	if v.reason != "" {
		c.mu.Lock()
		c.allowed[v.reason]++
		c.mu.Unlock()
		return
	}
	small := tree.Shrink(p.Root, c.tries, func(n *tree.Node) bool {
		q := *p
		q.Root = n
		w := c.judge(ic, gen.Text(&q), v.lane == "table" || v.lane == "another order")
		return w.refused == "" && w.lane == v.lane && w.ends == v.ends && w.reason == ""
	})
	q := *p
	q.Root = small
	w := c.judge(ic, gen.Text(&q), v.lane == "table")
	c.report(&finding{program: p, lane: v.lane, what: w.what, small: small})
}

// gist is the first line of a message that says something, without its place.
func gist(msg string) string {
	if strings.Contains(msg, "unresolved functor reference") {
		return "vvp: unresolved functor reference"
	}
	for _, line := range strings.Split(msg, "\n")[1:] {
		if strings.Contains(line, "warning: ") {
			continue
		}
		if i := strings.Index(line, ": "); i >= 0 {
			line = line[i+2:]
		}
		if line != "" {
			return line
		}
	}
	return strings.SplitN(msg, "\n", 2)[0]
}

// save writes a text for somebody to look at, with remarks at its head.
func (c *campaign) save(name, remarks, text string) string {
	if c.out == "" {
		return ""
	}
	file := filepath.Join(c.out, name)
	var b strings.Builder
	for _, line := range strings.Split(remarks, "\n") {
		fmt.Fprintf(&b, "// %s\n", line)
	}
	b.WriteString(text)
	if err := os.MkdirAll(c.out, 0o777); err != nil {
		fmt.Fprintln(os.Stderr, "vfuzz:", err)
	} else if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
		fmt.Fprintln(os.Stderr, "vfuzz:", err)
	}
	return file
}

func (c *campaign) report(f *finding) {
	q := *f.program
	q.Root = f.small
	head := fmt.Sprintf("seed %d, %s: %s is not as Icarus has it: %s", f.program.Seed, c.stream, f.lane, f.what)
	f.file = c.save(fmt.Sprintf("%s-%d.v", c.stream, f.program.Seed), head, gen.Text(&q))
	c.mu.Lock()
	defer c.mu.Unlock()
	c.findings = append(c.findings, f)
	fmt.Fprintf(c.w, "\n%s\n%s", head, gen.Text(&q))
	if f.file != "" {
		fmt.Fprintf(c.w, "-- in %s\n", f.file)
	}
}

// summary prints what was tried.
func (c *campaign) summary(constructs bool) {
	fmt.Fprintf(c.w, "\nvfuzz: %s, seeds %d to %d: %d programs in %d texts (%d in the table form, too), %d disagreements\n", c.stream, c.seed, c.next-1, c.done, c.texts, c.tables, len(c.findings))
	total := uint64(0)
	for _, n := range c.refused {
		total += n
	}
	if total > 0 {
		fmt.Fprintf(c.w, "%d programs that Icarus refuses:\n", total)
		for _, k := range sortedKeys(c.refused) {
			fmt.Fprintf(c.w, "  %6d  %s\n", c.refused[k], k)
		}
	}
	for _, a := range allowList {
		if n := c.allowed[a.name]; n > 0 {
			fmt.Fprintf(c.w, "%d programs may differ: %s\n", n, a.reason)
		}
	}
	if !constructs {
		return
	}
	fmt.Fprintf(c.w, "constructs, and how often they stood in the programs:\n")
	for _, k := range sortedKeys(c.cover) {
		fmt.Fprintf(c.w, "  %8d  %s\n", c.cover[k], k)
	}
}

func sortedKeys[T any](m map[string]T) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
