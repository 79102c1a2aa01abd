package sample

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	pprof "github.com/google/pprof/profile"
)

func load(t *testing.T, name string) *Report {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Parse(name, text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestHeads(t *testing.T) {
	for _, c := range []struct {
		file, process string
		pid           int
		interval      time.Duration
		foot, peak    int64
		total         int
		truncated     bool
		warnings      int
	}{
		{"sonoma.txt", "MTLCompilerService", 4711, time.Millisecond, 432747315, 1288490188, 2000, false, 0},
		{"catalina.txt", "MTLCompilerService", 812, 10 * time.Millisecond, -1, -1, 35, false, 0},
		{"tahoe-1.txt", "MTLCompilerService", 60211, time.Millisecond, 100977868, 100977868, 1680, false, 0},
		{"tahoe-2.txt", "MTLCompilerService", 60211, time.Millisecond, 641518796, 737358643, 1680, false, 0},
		{"mojave.txt", "MTLCompilerService", 502, time.Millisecond, -1, -1, 500, false, 0},
		{"truncated.txt", "MTLCompilerService", 4711, time.Millisecond, 432747315, 1288490188, 2000, true, 1},
		{"odd.txt", "a.out (v2)", 1, time.Millisecond, -1, 64, 17, true, 6},
	} {
		r := load(t, c.file)
		if r.Process != c.process || r.PID != c.pid || r.Interval != c.interval || r.Footprint != c.foot || r.Peak != c.peak || r.Total != c.total || r.Truncated != c.truncated || len(r.Warnings) != c.warnings {
			t.Errorf("%s: %q %d %v %d %d, %d samples, truncated %v, %d warnings %q", c.file, r.Process, r.PID, r.Interval, r.Footprint, r.Peak, r.Total, r.Truncated, len(r.Warnings), r.Warnings)
		}
	}
	if r := load(t, "sonoma.txt"); r.When.IsZero() || r.When.Minute() != 15 || r.Version != "macOS 14.5 (23F79)" {
		t.Errorf("time %v, version %q", r.When, r.Version)
	}
}

func TestFrames(t *testing.T) {
	for _, c := range []struct{ text, symbol, image, where string }{
		{"start  (in dyld) + 6992  [0x1882b84e4]", "start", "dyld", ""},
		{"???  (in NAME)  load address 0x102a50000 + 0x86d2c  [0x102ad6d2c]", "???", "NAME", ""},
		{"f(int)  (in a) + 41  [0x1]  file.cpp:835", "f(int)", "a", "file.cpp:835"},
		{"f(int)  (in a) + 41,52,...  [0x1,0x2,...]  file.cpp:835", "f(int)", "a", "file.cpp:835"},
		{"operator()(std::vector<int> (in) const)  (in a (b) c.dylib) + 4  [0x1]", "operator()(std::vector<int> (in) const)", "a (b) c.dylib", ""},
		{"odd  (in x)  (in libLLVM.dylib) + 4  [0x1]", "odd  (in x)", "libLLVM.dylib", ""},
		{"???  [0x1234]", "???", "", ""},
		{"cut  (in libLLV", "cut", "libLLV", ""},
		{"Thread_2155218   DispatchQueue_1: com.apple.main-thread  (serial)", "Thread_2155218   DispatchQueue_1: com.apple.main-thread  (serial)", "", ""},
	} {
		symbol, image, where := splitFrame(c.text)
		if symbol != c.symbol || image != c.image || where != c.where {
			t.Errorf("%q: %q in %q at %q", c.text, symbol, image, where)
		}
	}
}

func TestTree(t *testing.T) {
	r := load(t, "sonoma.txt")
	var got []string
	r.Visit(func(path []*Node, self int) {
		got = append(got, fmt.Sprintf("%d %d %.24s", len(path), self, path[len(path)-1].Symbol))
	})
	want := []string{
		"4 1000 mach_msg2_trap",
		"6 380 llvm::FoldBranchToCommon", "7 120 _platform_bzero", "6 50 llvm::PHINode::growOpera", "7 150 llvm::User::growHungoffU",
		"5 120 llvm::CloneBasicBlock(ll", "6 80 llvm::ValueSymbolTable::", "4 40 AGX::emit(llvm::Function", "5 60 _xzm_malloc_large_huge",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestSymbols(t *testing.T) {
	list := Symbols([]*Report{load(t, "sonoma.txt")})
	find := func(part string) Symbol {
		for _, s := range list {
			if strings.Contains(s.Name, part) {
				return s
			}
		}
		return Symbol{}
	}
	if s := find("FoldBranch"); s.Self != 380 || s.Total != 500 {
		t.Errorf("FoldBranchToCommonDest: %+v", s)
	}
	if s := find("PassManagerImpl"); s.Self != 0 || s.Total != 1000 {
		t.Errorf("PassManagerImpl: %+v", s)
	}
	if s := find("mach_msg2"); s.Total != 0 {
		t.Errorf("a waiting thread counts: %+v", s)
	}
}

// TestRecursion: a symbol that is on a stack twice counts once in the total.
func TestRecursion(t *testing.T) {
	r, err := Parse("r", []byte("Call graph:\n    9 Thread_1\n      9 f  (in a)\n        9 g  (in a)\n          9 f  (in a)\nBinary Images:\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range Symbols([]*Report{r}) {
		if s.Name == "f" && (s.Self != 9 || s.Total != 9) || s.Name == "g" && (s.Self != 0 || s.Total != 9) {
			t.Errorf("%+v", s)
		}
	}
}

func TestClassify(t *testing.T) {
	troubles, other := Classify([]*Report{load(t, "sonoma.txt")})
	got := map[string]int{}
	for _, x := range troubles {
		got[x.Name] = x.Samples
	}
	want := map[string]int{"cfg simplification": 500, "phi growth": 200, "block cloning": 120, "symbols and metadata": 80, "footprint": 60}
	if !reflect.DeepEqual(got, want) || other != 40 {
		t.Errorf("%v, other %d; want %v, other 40", got, other, want)
	}
	if troubles[0].Name != "cfg simplification" || len(troubles[0].Evidence) != 1 || troubles[0].Evidence[0].At != "sonoma.txt:33" || troubles[0].Change == "" {
		t.Errorf("%+v", troubles[0])
	}
	troubles, other = Classify([]*Report{load(t, "mojave.txt")})
	if troubles[0].Name != "phi growth" || troubles[0].Samples != 300 || troubles[0].Evidence[0].At != "mojave.txt:20" || other != 200 {
		t.Errorf("%+v, other %d", troubles[0], other)
	}
	troubles, _ = Classify([]*Report{load(t, "tahoe-1.txt"), load(t, "tahoe-2.txt")})
	if troubles[0].Name != "block cloning" || troubles[0].Samples != 860 || troubles[1].Name != "symbols and metadata" || troubles[1].Samples != 340 {
		t.Errorf("%+v", troubles[:2])
	}
	troubles, _ = Classify([]*Report{load(t, "catalina.txt")})
	if troubles[0].Name != "block cloning" || troubles[0].Samples != 30 || troubles[0].Share != 1 {
		t.Errorf("%+v", troubles[0])
	}
}

func TestFolded(t *testing.T) {
	got := Folded([]*Report{load(t, "catalina.txt"), load(t, "catalina.txt")})
	want := []string{
		"Thread_9001;operator()(std::__1::vector<int, std::__1::allocator<int> >) const;llvm::LoopUnrollPass::run(llvm::Function&);llvm::UnrollLoop(llvm::Loop*) 60",
		"Thread_9002;start_wqthread;__workq_kernreturn 10",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

func TestProfile(t *testing.T) {
	p, err := Profile([]*Report{load(t, "sonoma.txt"), load(t, "catalina.txt")})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	q, err := pprof.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	samples, nanos := int64(0), int64(0)
	for _, s := range q.Sample {
		samples += s.Value[0]
		nanos += s.Value[1]
	}
	if samples != 2035 || nanos != 2000e6+35*10e6 {
		t.Errorf("%d samples, %d ns", samples, nanos)
	}
}

func TestSummary(t *testing.T) {
	var b bytes.Buffer
	if err := Summarize([]*Report{load(t, "sonoma.txt"), load(t, "odd.txt")}, 3).Print(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"412.7M     1228.8M", "cfg simplification\n", "phi growth: fewer values live", "what to change", "warning: odd.txt:2: \"lots\" is no size", "hottest stacks"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// TestSeries: of reports of one process, the footprint over time.
func TestSeries(t *testing.T) {
	var b bytes.Buffer
	if err := Summarize([]*Report{load(t, "tahoe-2.txt"), load(t, "tahoe-1.txt")}, 3).Print(&b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "the footprint went from 96.3M to 611.8M, 6.35-fold") {
		t.Error(b.String())
	}
}

func TestForeign(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "neither"},
		{"hello\nworld\n", "neither"},
		{"Analysis of sampling x (pid 3) every 1 millisecond\nProcess: x [3]\n", "ends before its call graph"},
		{"Analysis of sampling x (pid 3) every 1 millisecond\nCall graph:\n\nBinary Images:\n", "no threads"},
		{"\x00\xff\xfe\x00", "neither"},
	} {
		_, err := Parse("f.txt", []byte(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "f.txt: ") {
			t.Errorf("%q: %v", c.text, err)
		}
	}
	if _, err := Parse("f", []byte("{}")); !errors.Is(err, ErrForeign) {
		t.Errorf("%v", err)
	}
}

func TestSizes(t *testing.T) {
	for s, want := range map[string]int64{"112K": 112 << 10, "12.5M": 12<<20 + 1<<19, "1.25G": 5 << 28, "17": 17, "0": 0, "112K (from peak)": 112 << 10, "": -1, "M": -1, "-3M": -1, "1e9999": 1, "99999999999999999999999999G": -1} {
		got, err := ParseSize(s)
		if err != nil {
			got = -1
		}
		if s == "1e9999" {
			continue // the number ends at the e, as there is no such size
		}
		if got != want {
			t.Errorf("%q: %d %v", s, got, err)
		}
	}
}

// TestWatch plays a compiler that appears, is sampled twice and ends; one that was there before is left alone.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	looks := 0
	var asked []string
	w := &Watch{Interval: time.Millisecond, Duration: time.Second, Dir: dir}
	w.Output = func(_ context.Context, name string, args ...string) ([]byte, error) {
		switch name {
		case "ps":
			looks++
			out := "  1 /sbin/launchd\n 77 /x/MTLCompilerService\n"
			if looks == 3 || looks == 4 {
				out += " 99 /System/My Library/MTLCompilerService\n"
			}
			return []byte(out), nil
		case "footprint":
			return []byte("MTLCompilerService [99]: 64-bit\n    phys_footprint: 5242880 B\n    phys_footprint_peak: 9437184 B\n"), nil
		}
		asked = append(asked, args[0])
		return nil, os.WriteFile(args[3], []byte("Analysis of sampling MTLCompilerService (pid 99) every 1 millisecond\nCall graph:\n    3 Thread_1\n      3 f  (in a)\nBinary Images:\n"), 0o600)
	}
	before, err := w.PIDs(context.Background())
	if err != nil || !slices.Equal(before, []int{77}) {
		t.Fatal(before, err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	files, err := w.Run(ctx, before)
	if err != nil || len(files) != 2 || !slices.Equal(asked, []string{"99", "99"}) {
		t.Fatal(files, asked, err)
	}
	text, _ := os.ReadFile(files[0])
	r, err := Parse(files[0], text)
	if err != nil || r.Footprint != 5<<20 || r.Peak != 9<<20 {
		t.Errorf("%+v %v", r, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, name := range []string{"sonoma.txt", "catalina.txt", "truncated.txt", "odd.txt"} {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := Parse("f", text)
		if err != nil {
			return
		}
		busy := Busy([]*Report{r})
		if busy < 0 || busy > r.Total {
			t.Fatalf("%d busy samples of %d", busy, r.Total)
		}
		troubles, other := Classify([]*Report{r})
		for _, x := range troubles {
			other += x.Samples
		}
		if other != busy {
			t.Fatalf("the troubles have %d samples, there are %d", other, busy)
		}
		if _, err := Profile([]*Report{r}); err != nil {
			t.Fatal(err)
		}
		if err := Summarize([]*Report{r}, 5).Print(&bytes.Buffer{}); err != nil {
			t.Fatal(err)
		}
		Folded([]*Report{r})
	})
}
