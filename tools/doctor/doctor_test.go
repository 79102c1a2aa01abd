package doctor

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/metal/archive"
	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// onFake is a report of a machine with a fake Metal, whose faults end the test.
func onFake(t *testing.T, device fake.Options, o Options) *Report {
	t.Helper()
	sys := fake.New(device)
	o.Metal = func() (objc.System, error) { return objc.Guard(sys), nil }
	r, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := sys.Close(); err != nil {
		t.Errorf("the fake: %v", err)
	}
	return r
}

func noMetal() (objc.System, error) { return nil, errors.New("Metal needs macOS; this is a test") }

// tests gives the self-tests of an engine.
func tests(r *Report, engine string) (list []Test) {
	for _, t := range r.Tests {
		if t.Engine == engine {
			list = append(list, t)
		}
	}
	return list
}

// wantProblems compares a report's problems with parts of them.
func wantProblems(t *testing.T, r *Report, parts ...string) {
	t.Helper()
	if len(r.Problems) != len(parts) {
		t.Errorf("%d problems, expected %d: %q", len(r.Problems), len(parts), r.Problems)
		return
	}
	for i, p := range parts {
		if !strings.Contains(r.Problems[i], p) {
			t.Errorf("problem %d is %q, without %q", i, r.Problems[i], p)
		}
	}
}

// TestHere looks at this machine, which works.
func TestHere(t *testing.T) {
	r, err := Run(context.Background(), Options{Gpga: "1.0", Metal: noMetal})
	if err != nil {
		t.Fatal(err)
	}
	wantProblems(t, r)
	if r.Gpga != "1.0" || r.System.OS == "" || r.System.Processors < 1 || r.Metal.Present || r.Metal.Why != "Metal needs macOS; this is a test" || r.Metal.Table != nil {
		t.Errorf("%+v", r)
	}
	if len(r.Tools) != len(known) {
		t.Errorf("%d tools", len(r.Tools))
	}
	ran := 0
	for _, x := range r.Tests {
		if x.Missing == "" {
			ran++
		}
		if x.Engine == "metal" && x.Missing != r.Metal.Why {
			t.Errorf("%s is missing because of %q", x.Name(), x.Missing)
		}
	}
	if least := map[bool]int{true: 3, false: 1}[cpu.Supported()]; ran < least {
		t.Errorf("%d self-tests ran, expected %d at least", ran, least)
	}
	r, _ = Run(context.Background(), Options{Metal: noMetal, RequireMetal: true})
	wantProblems(t, r, "metal: a device is required, and there is none: Metal needs macOS; this is a test")
}

// TestIcarus: what is expected is what Icarus Verilog prints.
func TestIcarus(t *testing.T) {
	iverilog, err := exec.LookPath("iverilog")
	if err != nil {
		t.Skipf("THE EXPECTED OUTPUT IS NOT COMPARED WITH ICARUS VERILOG: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "selftest.v"), design, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, argv := range [][]string{{iverilog, "-g2005", "-o", "a.vvp", "selftest.v"}, append([]string{"vvp", "-n", "a.vvp"}, plus...)} {
		c := exec.Command(argv[0], argv[1:]...)
		c.Dir = dir
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", argv, err, out)
		}
		if argv[0] == "vvp" && string(out) != expected {
			t.Error(difference(string(out), expected))
		}
	}
}

// TestMetal looks at machines with a device, whole and not.
func TestMetal(t *testing.T) {
	if !cpu.Supported() {
		t.Skip("the fake runs kernels on the cpu engine")
	}
	r := onFake(t, fake.Options{}, Options{RequireMetal: true})
	wantProblems(t, r)
	if m := r.Metal; !m.Present || len(m.Devices) != 1 || !m.Devices[0].Default || m.Language != "3.1" || m.Table == nil || m.Table.Found < 60 {
		t.Errorf("%+v, %+v", m, m.Table)
	}
	forms := tests(r, "metal")
	if len(forms) != 4 {
		t.Fatalf("%d self-tests", len(forms))
	}
	if x := forms[3]; x.Missing != "" || x.Error != "" || x.Seconds <= 0 {
		t.Errorf("%+v", x)
	}
	for i, least := range []int{1, 1, 6} {
		if x := forms[i]; x.Missing != "" || x.Error != "" || x.Dispatches < least || x.Seconds <= 0 || x.Compile <= 0 || x.Longest <= 0 {
			t.Errorf("%+v, expected %d dispatches at least", x, least)
		}
	}

	r = onFake(t, fake.Options{NoDevice: true}, Options{})
	wantProblems(t, r)
	if r.Metal.Present || !strings.Contains(r.Metal.Why, "no Metal device") || tests(r, "metal")[0].Missing != r.Metal.Why {
		t.Errorf("%+v", r.Metal)
	}
	wantProblems(t, onFake(t, fake.Options{NoDevice: true}, Options{RequireMetal: true}), "this Mac shows no Metal device")
	wantProblems(t, onFake(t, fake.Options{Old: true}, Options{RequireMetal: true}))

	// A row that is wrong is said once; the engine finds it again where it needs it.
	row := func(selector string) fake.Options {
		return fake.Options{Encoding: func(m *objc.Method, enc string) string {
			if m.Selector == selector {
				return "f16@0:8"
			}
			return enc
		}}
	}
	r = onFake(t, row("threadExecutionWidth"), Options{})
	wantProblems(t, r, "metal: -[MTLComputePipelineState threadExecutionWidth] gives a void")
	r = onFake(t, row("GPUEndTime"), Options{})
	wantProblems(t, r, "metal: -[MTLCommandBuffer GPUEndTime] gives a void", "self-test: metal, vm: the GPU is lost", "self-test: metal, table: ", "self-test: metal, vm, then table: ", "self-test: metal, 70 instances: ")
	// One that the survey needs leaves no device to run on.
	r = onFake(t, row("registryID"), Options{RequireMetal: true})
	wantProblems(t, r, "-[MTLDevice registryID] gives a void")
	if r.Metal.Present || r.Metal.Table.Error == "" {
		t.Errorf("%+v", r.Metal)
	}
}

// TestAccidents: the self-tests of a device that does not work fail, and only they, whoever finishes the simulation.
func TestAccidents(t *testing.T) {
	if !cpu.Supported() {
		t.Skip("the fake runs kernels on the cpu engine")
	}
	every := func(a fake.Accident) fake.Options {
		return fake.Options{Dispatch: func(n int) fake.Accident {
			if n == 0 { // the comparison of the table
				return fake.Accident{}
			}
			return a
		}}
	}
	four := func(says string) []string {
		return []string{"self-test: metal, vm: " + says, "self-test: metal, table: " + says, "self-test: metal, vm, then table: " + says, "self-test: metal, 70 instances: " + says}
	}
	wantProblems(t, onFake(t, every(fake.Accident{Code: 2, Text: "late"}), Options{}), four("the GPU is lost")...)
	wantProblems(t, onFake(t, fake.Options{Dispatch: func(int) fake.Accident { return fake.Accident{Trap: true} }}, Options{Patience: time.Second}),
		append([]string{"metal: the device has 41 for 41 + 1"}, four("")...)...)
	big := func(source string) fake.Failure {
		if len(source) > 1000 {
			return fake.Failure{Text: "out of registers"}
		}
		return fake.Failure{}
	}
	wantProblems(t, onFake(t, fake.Options{Library: big}, Options{}), four("Metal did not make the library of the")...)
	// Silence ends at the bound of a self-test. What is still running then is left behind, with what it holds.
	end := make(chan struct{})
	sys := fake.New(every(fake.Accident{Hang: true, Until: end}))
	start := time.Now()
	r, err := Run(context.Background(), Options{Patience: time.Second, Metal: func() (objc.System, error) { return objc.Guard(sys), nil }})
	close(end)
	if err != nil || sys.Fault() != nil {
		t.Errorf("%v, %v", err, sys.Fault())
	}
	wantProblems(t, r, four("no end after 1s")...)
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %v", took)
	}
}

// TestWrong: engines that print something else fail.
func TestWrong(t *testing.T) {
	defer func(was string) { expected = was }(expected)
	expected = strings.Replace(expected, "fib 144", "fib 145", 1)
	r, err := Run(context.Background(), Options{Metal: noMetal})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Problems) == 0 {
		t.Fatal("no problem")
	}
	for _, p := range r.Problems {
		if !strings.Contains(p, `is "fib 144", expected "fib 145"`) {
			t.Error(p)
		}
	}
	for _, c := range []struct{ got, want, says string }{
		{"a\n", "a\nb\n", "it prints 1 lines, expected 2"},
		{"a\nb\n", "a\n", `it prints "b" after the last line that was expected`},
		{"a\nc\n", "a\nb\n", `line 2 is "c", expected "b"`},
		{"a", "a\n", "it prints another line end"},
	} {
		if d := difference(c.got, c.want); d != c.says {
			t.Errorf("%q, expected %q", d, c.says)
		}
	}
}

// TestArchive looks at folders of compiled pipelines: none, an empty one, one with an entry that is none, and no folder at all.
func TestArchive(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kept")
	look := func(dir string) *Report {
		t.Helper()
		r, err := Run(context.Background(), Options{Metal: noMetal, Archive: dir, ArchiveSize: 1 << 20})
		if err != nil || r.Archive == nil {
			t.Fatalf("%v, %+v", err, r)
		}
		return r
	}
	r := look(dir)
	wantProblems(t, r)
	want := Archive{State: archive.State{Dir: dir, Size: 1 << 20}, Why: "Metal needs macOS; this is a test"}
	if *r.Archive != want {
		t.Errorf("%+v, expected %+v", *r.Archive, want)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("looking made the folder")
	}
	if err := os.MkdirAll(filepath.Join(dir, "k-0123456789abcdef0123456789abcdef"), 0o777); err != nil {
		t.Fatal(err)
	}
	r = look(dir)
	wantProblems(t, r)
	if a := r.Archive; !a.Exists || a.Entries != 1 || a.Unusable != 1 || a.Why == "" {
		t.Errorf("%+v", a)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	wantProblems(t, look(file), "archive: ")
	if cpu.Supported() {
		r = onFake(t, fake.Options{}, Options{Archive: dir})
		wantProblems(t, r)
		if a := r.Archive; a.Why != "" || a.Kind == "" {
			t.Errorf("%+v", a)
		}
	}
}

// TestTools asks programs for their versions, and such as do not tell it.
func TestTools(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir+":/bin:/usr/bin")
	for name, script := range map[string]string{
		"iverilog":  `echo "Icarus Verilog version 12.0 (stable) (v12_0)"; exit 0`,
		"vvp":       `echo nothing of use; exit 0`,
		"verilator": `exit 3`,
		"clang-22":  `echo "xcode-select: note: No developer tools were found, requesting install." >&2; exit 1`,
		"xcrun":     `[ "$*" = "-sdk macosx metal --version" ] || exit 1; echo "Apple metal version 32023.155 (metalfe-32023.155)"`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	got := map[string]string{}
	for _, x := range tools(context.Background()) {
		got[x.Name] = x.Version + "|" + x.Error
		if x.Name != "clang" && x.Path != filepath.Join(dir, strings.Fields(x.Name)[0]) {
			t.Errorf("%s is found at %q", x.Name, x.Path)
		}
	}
	stub := "xcode-select: note: No developer tools were found, requesting install."
	want := map[string]string{"clang": "|" + stub, "iverilog": "12.0|", "vvp": "|nothing of use", "verilator": "|exit status 3", "xcrun metal": "32023.155|"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q, expected %q", got, want)
	}
	// A compiler that is none is missing, and no problem.
	r, err := Run(context.Background(), Options{Metal: noMetal})
	if err != nil {
		t.Fatal(err)
	}
	wantProblems(t, r)
	if list := tests(r, "clang"); len(list) != 1 || list[0].Missing != stub {
		t.Errorf("%+v", list)
	}
}

// TestText prints a report as it becomes known, and reads it back as JSON.
func TestText(t *testing.T) {
	if !cpu.Supported() {
		t.Skip("the fake runs kernels on the cpu engine")
	}
	var b strings.Builder
	text := Text{&b}
	r := onFake(t, fake.Options{}, Options{Gpga: "1.0", Listener: text, Archive: "/none/kept", ArchiveSize: 1 << 28})
	text.End(r)
	for _, want := range []string{"gpga          1.0, ", "\nsystem        ", "\nmetal         yes, with the language up to MSL 3.1\n",
		"\n  device      Checking fake (taken by --engine=metal, headless)\n    families  Apple5, Metal3\n    memory    buffers to 1024 MiB, working set 768 MiB, threadgroup 32 KiB, unified\n",
		"\n  selectors   ", " methods are what gpga's table says\n", "\narchive       /none/kept is not made yet\ntools\n  clang  ",
		"\nself-test     metal, vm, then table   ok ", " dispatches, the longest ", "\nall is well\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(raw, &back); err != nil || !reflect.DeepEqual(&back, r) {
		t.Errorf("%v: %+v\n%s", err, back, raw)
	}

	b.Reset()
	r = onFake(t, fake.Options{NoDevice: true}, Options{RequireMetal: true, Listener: text})
	text.End(r)
	for _, want := range []string{"\nmetal         no: this Mac shows no Metal device\n", "\nself-test     metal, vm               not here: this Mac shows no Metal device\n",
		"\n1 problem:\n  metal: a device is required, and there is none: this Mac shows no Metal device\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// TestInterrupt ends in the middle.
func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, err := Run(ctx, Options{Metal: noMetal})
	if err == nil || len(r.Tests) != 0 {
		t.Errorf("%v, %d self-tests", err, len(r.Tests))
	}
}
