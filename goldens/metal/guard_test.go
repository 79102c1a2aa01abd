package metal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/archive"
	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/metal/guard"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/tools/flow"
)

// role is the first argument of the guarded process, which is this test's binary over a fake device of its own. The second is
// what befalls it: FAULT@FORM, "" for nothing; the third is its device.
const role = "metal-compile"

func TestMain(m *testing.M) {
	if len(os.Args) > 3 && os.Args[1] == role {
		sys := fake.New(befallen(os.Args[2], os.Args[3]))
		err := metal.Serve(os.Stdin, os.Stdout, func() (objc.System, error) { return objc.Guard(sys), nil })
		if cerr := sys.Close(); err == nil {
			err = cerr
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// isVM tells the forms' texts apart.
func isVM(source string) bool { return strings.Contains(source[:200], "vm form") }

var hoard [][]byte

// befallen is a device whose compilations of one form have a fault.
func befallen(fault, device string) fake.Options {
	o := fake.Options{Metal4: strings.Contains(device, "4"), NoArchives: strings.Contains(device, "virtual")}
	if _, build, ok := strings.Cut(device, "build "); ok {
		o.Build = "Version 0.2 (Build " + build + ")"
	}
	what, form, _ := strings.Cut(fault, "@")
	never := make(chan struct{})
	on := func(do func() fake.Failure) func(string) fake.Failure {
		return func(source string) fake.Failure {
			if form == "" || isVM(source) == (form == "vm") {
				return do()
			}
			return fake.Failure{}
		}
	}
	crash := func() fake.Failure {
		fmt.Fprintln(os.Stderr, "*** Terminating app due to uncaught exception")
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}
	switch what {
	case "library hangs":
		o.Library = on(func() fake.Failure { return fake.Failure{Until: never} })
	case "pipeline hangs":
		o.Pipeline = on(func() fake.Failure { return fake.Failure{Until: never} })
	case "library crashes":
		o.Library = on(crash)
	case "pipeline crashes":
		o.Pipeline = on(crash)
	case "pipeline crashes once":
		o.Pipeline = func(string) fake.Failure {
			if f, err := os.OpenFile(form, os.O_CREATE|os.O_EXCL, 0o644); err == nil {
				f.Close()
				return crash()
			}
			return fake.Failure{}
		}
	case "pipeline fails once":
		o.Pipeline = func(string) fake.Failure {
			if f, err := os.OpenFile(form, os.O_CREATE|os.O_EXCL, 0o644); err == nil {
				f.Close()
				return fake.Failure{Text: "the compiler is not at home"}
			}
			return fake.Failure{}
		}
	case "row is wrong": // of which form names the selector
		o.Encoding = func(m *objc.Method, enc string) string {
			if m.Selector == form {
				return "v24@0:8d16"
			}
			return enc
		}
	case "library is empty":
		o.Library = on(func() fake.Failure { return fake.Failure{Empty: true} })
	case "pipeline fails":
		o.Pipeline = on(func() fake.Failure { return fake.Failure{Text: "internal error"} })
	case "pipeline eats":
		o.Pipeline = on(func() fake.Failure {
			for {
				b := make([]byte, 16<<20)
				for i := range b {
					b[i] = byte(i)
				}
				hoard = append(hoard, b)
				time.Sleep(time.Millisecond)
			}
		})
	case "process ends":
		o.Library = on(func() fake.Failure { os.Exit(0); panic("") })
	case "archive hangs":
		o.Write = func(path string) fake.Failure { return fake.Failure{Until: never} }
	case "archive crashes":
		o.Write = func(path string) fake.Failure { return crash() }
	case "archive fails":
		o.Write = func(path string) fake.Failure { return fake.Failure{Text: "no space left"} }
	case "":
	default:
		panic("unknown fault " + what)
	}
	return o
}

// guarded has compilations in a process that something befalls.
func guarded(t *testing.T, fault, device string, lim guard.Limits) metal.Guarding {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if lim.Wall == 0 {
		lim.Wall = time.Minute
	}
	return metal.Guarding{Command: []string{exe, role, fault, device}, Limits: lim}
}

func store(t *testing.T, dir string) *archive.Store {
	t.Helper()
	s, err := archive.Open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func entries(t *testing.T, s *archive.Store) (list []string) {
	t.Helper()
	all, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		list = append(list, e.Form+" "+e.Kind)
		if e.Bad != nil || e.Check() != nil {
			t.Errorf("%s: %v, %v", e.Name(), e.Bad, e.Check())
		}
	}
	return list
}

// folder lists the names in a folder.
func folder(t *testing.T, dir string) (names []string) {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		names = append(names, d.Name())
	}
	return names
}

// TestGuard has compilations hang, crash, eat memory, fail and say nothing in the guarded process. The other form runs, or the cpu
// engine; the output is that of an undisturbed run, and what happened is said.
func TestGuard(t *testing.T) {
	d := golden(t, "forkjoin")
	b := compile(t, d)
	want := undisturbed(t, d, b)
	took := guard.Limits{Wall: 15 * time.Second}
	costs := "; the kernel has a composite cost of "
	for _, c := range []struct {
		fault string
		tier  metal.Tier
		lim   guard.Limits
		form  string
		lost  bool
		says  []string
	}{
		{"", metal.TierAuto, guard.Limits{}, "table", false, nil},
		{"", metal.TierVM, guard.Limits{}, "vm", false, nil},
		{"library hangs@vm", metal.TierVM, guard.Limits{Wall: time.Second}, "table", true, []string{"the compilation of the vm kernel was stopped in its library: it took longer than 1s" + costs, "; going on with the cpu engine from simulation time 0"}},
		{"pipeline hangs@vm", metal.TierVM, took, "table", true, []string{"the vm kernel was stopped in its pipeline (the library took ", "): it took longer than 15s" + costs, "; going on with the cpu engine"}},
		{"pipeline hangs@table", metal.TierTable, took, "vm", false, []string{"the table kernel was stopped in its pipeline (the library took ", costs, "; trying the other form"}},
		{"library hangs@table", metal.TierAuto, took, "vm", false, []string{"the table kernel was stopped in its library: it took longer than 15s" + costs, "; the vm kernel stays"}},
		{"library crashes@table", metal.TierAuto, guard.Limits{}, "vm", false, []string{"the table kernel was stopped in its library: signal: killed: *** Terminating app due to uncaught exception" + costs, "; the vm kernel stays"}},
		{"pipeline crashes@vm", metal.TierVM, guard.Limits{}, "table", true, []string{"the vm kernel was stopped in its pipeline (the library took ", "signal: killed", "; going on with the cpu engine"}},
		{"pipeline eats@table", metal.TierTable, guard.Limits{Memory: 600 << 20}, "vm", false, []string{"the table kernel was stopped in its pipeline", " MiB of memory, more than the limit of 600 MiB, after ", costs, "; trying the other form"}},
		{"library is empty@table", metal.TierAuto, guard.Limits{}, "vm", false, []string{"Metal did not make the library of the table kernel: the library has no function gpga_step among its 0; the vm kernel stays"}},
		{"pipeline fails@table", metal.TierTable, guard.Limits{}, "vm", false, []string{"Metal did not make the pipeline of the table kernel (error 3): internal error; trying the other form"}},
		{"process ends@vm", metal.TierVM, guard.Limits{}, "table", true, []string{"the vm kernel was stopped in its library: it ended without a result", "; going on with the cpu engine"}},
	} {
		t.Run(c.fault+"/"+string(c.tier), func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			r := &run{design: d, build: b, engine: metal.Options{Tier: c.tier, Guard: guarded(t, c.fault, "", c.lim), Plan: func(n int) metal.Plan { return metal.Plan{Takeover: n == 1, Steps: 20} }}}
			r.expect(t, want)
			if r.stats.Form != c.form || r.stats.Lost != c.lost {
				t.Errorf("the %s form, lost %v; expected %s, %v", r.stats.Form, r.stats.Lost, c.form, c.lost)
			}
			if c.says != nil {
				one(t, r.warn, c.says...)
			} else if len(r.warn) > 0 {
				t.Errorf("warnings %q", r.warn)
			}
			if took := time.Since(start); took > 2*time.Minute {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// TestGuardEnds: a simulation that ends does not wait for the compilation beside it, and the process ends as well.
func TestGuardEnds(t *testing.T) {
	d := golden(t, "hier")
	b := compile(t, d)
	want := undisturbed(t, d, b)
	dir := t.TempDir()
	r := &run{design: d, build: b, engine: metal.Options{Guard: guarded(t, "pipeline hangs@table", "", guard.Limits{Wall: time.Hour}), Archive: store(t, dir)}}
	start := time.Now()
	r.expect(t, want)
	if took := time.Since(start); took > time.Minute || r.stats.Form != "vm" || len(r.warn) > 0 {
		t.Errorf("after %v: %+v, %q", took, r.stats, r.warn)
	}
	if names := folder(t, dir); len(names) != 1 {
		t.Errorf("the archive's folder holds %q", names)
	}
	// An interrupt while the first kernel is being compiled.
	ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	sys := fake.New(fake.Options{})
	_, err := b.MetalEngine(ctx, flow.RunOptions{Metal: metal.Options{System: sys, Guard: guarded(t, "library hangs", "", guard.Limits{Wall: time.Hour})}})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("interrupted: %v", err)
	}
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
}

// TestHangHere: a compilation that was found well in the guarded process hangs in this one. Nobody waits for it, and what it makes
// at last is given back.
func TestHangHere(t *testing.T) {
	d := golden(t, "hier")
	b := compile(t, d)
	want := undisturbed(t, d, b)
	late := make(chan struct{})
	r := &run{design: d, build: b, engine: metal.Options{Tier: metal.TierVM, Guard: guarded(t, "", "", guard.Limits{Wall: 15 * time.Second})}}
	r.device.Pipeline = func(string) fake.Failure {
		time.AfterFunc(17*time.Second, func() { close(late) })
		return fake.Failure{Until: late}
	}
	r.expect(t, want)
	one(t, r.warn, "the vm kernel was stopped in its pipeline (the library took ", "it took longer than 15s", "; going on with the cpu engine")
}

// TestArchive: the second run compiles nothing, for both kinds of archives, and a design that has not run before takes the vm
// kernel of another.
func TestArchive(t *testing.T) {
	d, other := golden(t, "forkjoin"), golden(t, "hier")
	b, bo := compile(t, d), compile(t, other)
	want, wanto := undisturbed(t, d, b), undisturbed(t, other, bo)
	for _, c := range []struct{ device, kind string }{{"", "MTLBinaryArchive"}, {"4", "MTL4Archive"}} {
		t.Run(c.kind, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			do := func(strict bool) *run {
				r := &run{design: d, build: b, device: befallen("", c.device), engine: metal.Options{Archive: store(t, dir), Strict: strict, Guard: guarded(t, "", c.device, guard.Limits{}), Plan: func(n int) metal.Plan { return metal.Plan{Takeover: n == 1, Steps: 20} }}}
				r.expect(t, want)
				if len(r.warn) > 0 || r.stats.Form != "table" {
					t.Errorf("%q, %+v", r.warn, r.stats)
				}
				return r
			}
			if r := do(false); r.stats.Archived != 0 || r.fake.Pipelines != 0 || r.fake.Fetched != 2 {
				t.Errorf("the first run: %+v, %+v", r.stats, r.fake)
			}
			if got := fmt.Sprint(entries(t, store(t, dir))); got != fmt.Sprintf("[table %s vm %[1]s]", c.kind) {
				t.Errorf("the archive holds %s", got)
			}
			for _, strict := range []bool{false, true} {
				if r := do(strict); r.stats.Archived != 2 || r.fake.Pipelines != 0 || r.fake.Fetched != 2 {
					t.Errorf("the next run: %+v, %+v", r.stats, r.fake)
				}
			}
			r := &run{design: other, build: bo, device: befallen("", c.device), engine: metal.Options{Tier: metal.TierVM, Archive: store(t, dir), Strict: true, Guard: guarded(t, "library crashes", c.device, guard.Limits{})}}
			r.expect(t, wanto)
			if r.stats.Archived != 1 || len(r.warn) > 0 {
				t.Errorf("another design: %+v, %q", r.stats, r.warn)
			}
		})
	}
}

// TestStrict: nothing is compiled, and what is missing is named.
func TestStrict(t *testing.T) {
	d := golden(t, "hier")
	b := compile(t, d)
	dir := t.TempDir()
	open := func(o metal.Options, device fake.Options) error {
		sys := fake.New(device)
		o.System, o.Strict, o.Guard = sys, true, guarded(t, "library crashes", "", guard.Limits{})
		e, err := b.MetalEngine(context.Background(), flow.RunOptions{Metal: o})
		if err == nil {
			e.Close()
		}
		if err := sys.Close(); err != nil {
			t.Error(err)
		}
		if n := sys.Stats().Pipelines; n != 0 {
			t.Errorf("%d pipelines were compiled", n)
		}
		return err
	}
	s := store(t, dir)
	var miss *metal.MissError
	if err := open(metal.Options{Archive: s}, fake.Options{}); !errors.As(err, &miss) || !strings.Contains(err.Error(), "the archive has no vm kernel for Checking fake, Version 0.1 (Build 0A1); 'gpga archive harvest' puts it there") {
		t.Errorf("an empty archive: %v", err)
	}
	sys := fake.New(fake.Options{})
	list, err := b.MetalKernels()
	if err != nil {
		t.Fatal(err)
	}
	if _, made, notes, err := metal.Harvest(context.Background(), list.Generic, metal.Options{System: sys, Archive: s, Guard: guarded(t, "", "", guard.Limits{})}); !made || len(notes) > 0 || err != nil {
		t.Fatalf("%v, %q, %v", made, notes, err)
	}
	if err := open(metal.Options{Archive: s, Tier: metal.TierVM}, fake.Options{}); err != nil {
		t.Errorf("the vm kernel is there: %v", err)
	}
	if err := open(metal.Options{Archive: s}, fake.Options{}); !errors.As(err, &miss) || miss.Form != "table" {
		t.Errorf("the table kernel is not: %v", err)
	}
	if err := open(metal.Options{Archive: s, Tier: metal.TierVM}, fake.Options{NoArchives: true}); !errors.As(err, &miss) || !strings.Contains(err.Error(), "there is none here, as the device Checking fake has no archives") {
		t.Errorf("a device without archives: %v", err)
	}
	if err := open(metal.Options{Archive: s, Tier: metal.TierVM}, fake.Options{Open: func(string) fake.Failure { return fake.Failure{Text: "it is of no use"} }}); !errors.As(err, &miss) || !strings.Contains(err.Error(), "it is of no use") {
		t.Errorf("an archive that Metal does not take: %v", err)
	}
}

// TestArchiveOff: on a device of a virtual machine, under shader validation and on an old macOS nothing is kept, and all runs.
func TestArchiveOff(t *testing.T) {
	d := golden(t, "hier")
	b := compile(t, d)
	want := undisturbed(t, d, b)
	for _, c := range []struct {
		name       string
		device     fake.Options
		validation string
		off        string
	}{
		{"none", fake.Options{NoArchives: true}, "", "the device Checking fake has no archives"},
		{"paravirtual", fake.Options{Device: "Apple Paravirtual device"}, "", "the device Apple Paravirtual device has no archives"},
		{"old", fake.Options{Old: true}, "", "this macOS has no archives"},
		{"validation", fake.Options{}, "1", "shader validation is on (MTL_SHADER_VALIDATION)"},
		{"no validation", fake.Options{}, "0", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("MTL_SHADER_VALIDATION", c.validation)
			sys := fake.New(c.device)
			m, err := metal.Inspect(sys)
			if err != nil || m.Off != c.off || (m.Kind == "") != (c.off != "") {
				t.Errorf("%+v, %v; expected %q", m, err, c.off)
			}
			if err := sys.Close(); err != nil {
				t.Error(err)
			}
			dir := t.TempDir()
			r := &run{design: d, build: b, device: c.device, engine: metal.Options{Tier: metal.TierVM, Archive: store(t, dir), Guard: guarded(t, "", "", guard.Limits{})}}
			r.expect(t, want)
			if n := len(folder(t, dir)); len(r.warn) > 0 || r.stats.Form != "vm" || (n == 0) != (c.off != "") {
				t.Errorf("%q, %+v, %d entries", r.warn, r.stats, n)
			}
		})
	}
}

// TestBadArchive truncates an archive, takes one of another system for this one's, has Metal refuse one, and has one fail, crash
// and hang while it is written. Each is said, the kernel runs all the same, and what can be made anew is.
func TestBadArchive(t *testing.T) {
	d := golden(t, "hier")
	b := compile(t, d)
	want := undisturbed(t, d, b)
	for _, kind := range []string{"", "4"} {
		first := t.TempDir()
		do := func(t *testing.T, dir string, device fake.Options, fault string, lim guard.Limits) *run {
			r := &run{design: d, build: b, device: device, engine: metal.Options{Tier: metal.TierVM, Archive: store(t, dir), Guard: guarded(t, fault, kind, lim)}}
			r.expect(t, want)
			return r
		}
		do(t, first, befallen("", kind), "", guard.Limits{})
		spoilt := func(t *testing.T, spoil func(e *archive.Entry) error) string {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(first)); err != nil {
				t.Fatal(err)
			}
			list, err := store(t, dir).List()
			if err != nil || len(list) != 1 {
				t.Fatal(list, err)
			}
			if err := spoil(list[0]); err != nil {
				t.Fatal(err)
			}
			return dir
		}
		// again is what a run does after an entry was dropped: a new one is made, and then used without a word.
		again := func(t *testing.T, dir string, r *run, why string) {
			one(t, r.warn, "the archive of the vm kernel is dropped, as it is unusable: ", why)
			if r.stats.Archived != 0 || r.fake.Fetched != 1 || r.stats.Form != "vm" {
				t.Errorf("%+v, %+v", r.stats, r.fake)
			}
			if r := do(t, dir, befallen("", kind), "library crashes", guard.Limits{}); len(r.warn) > 0 || r.stats.Archived != 1 {
				t.Errorf("the next run: %q, %+v", r.warn, r.stats)
			}
		}
		t.Run("truncated"+kind, func(t *testing.T) {
			t.Parallel()
			dir := spoilt(t, func(e *archive.Entry) error { return os.Truncate(e.Path(), e.Bytes/2) })
			again(t, dir, do(t, dir, befallen("", kind), "", guard.Limits{}), "bytes and should have")
		})
		t.Run("of another build, under this one's name"+kind, func(t *testing.T) {
			t.Parallel()
			device := befallen("", kind)
			device.Build = "Version 0.2 (Build 0B1)"
			var name string
			dir := spoilt(t, func(e *archive.Entry) error {
				text, err := e.Source()
				if err != nil {
					return err
				}
				k := archive.KeyOf(e.GPU, device.Build, text, e.Variant)
				name = k.Name()
				at := filepath.Dir(e.Path())
				return os.Rename(at, filepath.Join(filepath.Dir(at), name))
			})
			r := &run{design: d, build: b, device: device, engine: metal.Options{Tier: metal.TierVM, Archive: store(t, dir), Guard: guarded(t, "", kind+"build 0B1", guard.Limits{})}}
			r.expect(t, want)
			one(t, r.warn, "the archive of the vm kernel is dropped, as it is unusable: its folder has the name of another archive")
			if names := folder(t, dir); len(names) != 1 || names[0] != name {
				t.Errorf("the folder holds %q", names)
			}
		})
		t.Run("of another build, and said to be of this one"+kind, func(t *testing.T) {
			t.Parallel()
			device := befallen("", kind)
			device.Build = "Version 0.2 (Build 0B1)"
			dir := t.TempDir()
			s := store(t, dir)
			old, err := store(t, first).List()
			if err != nil {
				t.Fatal(err)
			}
			body, err := os.ReadFile(old[0].Path())
			text, terr := old[0].Source()
			draft, derr := s.Begin()
			if err := errors.Join(err, terr, derr); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(draft.Path(), body, 0o644); err != nil {
				t.Fatal(err)
			}
			if _, err := draft.Commit(archive.Entry{Key: archive.KeyOf(old[0].GPU, device.Build, text, old[0].Variant), Form: "vm", Kind: old[0].Kind}, text); err != nil {
				t.Fatal(err)
			}
			r := &run{design: d, build: b, device: device, engine: metal.Options{Tier: metal.TierVM, Archive: s, Guard: guarded(t, "", kind+"build 0B1", guard.Limits{})}}
			r.expect(t, want)
			one(t, r.warn, "the archive of the vm kernel is dropped, as it is unusable: Metal did not make the archive of the vm kernel (error 1): ")
			r = &run{design: d, build: b, device: device, engine: metal.Options{Tier: metal.TierVM, Archive: s, Strict: true}}
			r.expect(t, want)
			if r.stats.Archived != 1 {
				t.Errorf("%+v", r.stats)
			}
		})
		t.Run("refused"+kind, func(t *testing.T) {
			t.Parallel()
			dir := spoilt(t, func(*archive.Entry) error { return nil })
			device, n := befallen("", kind), 0
			device.Open = func(string) fake.Failure {
				if n++; n == 1 {
					return fake.Failure{Text: "the compiler was updated"}
				}
				return fake.Failure{}
			}
			again(t, dir, do(t, dir, device, "", guard.Limits{}), "the compiler was updated")
		})
		for _, c := range []struct {
			fault string
			lim   guard.Limits
			says  string
		}{
			{"archive fails", guard.Limits{}, "no space left"},
			{"archive crashes", guard.Limits{}, "signal: killed: *** Terminating app due to uncaught exception"},
		} {
			t.Run(c.fault+kind, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				r := do(t, dir, befallen("", kind), c.fault, c.lim)
				one(t, r.warn, "the vm kernel is not archived: ", c.says)
				if names := folder(t, dir); len(names) > 0 || r.stats.Form != "vm" || r.stats.Lost || r.fake.Pipelines != 1 {
					t.Errorf("%q, %+v", names, r.stats)
				}
			})
		}
		t.Run("pipeline crashes once"+kind, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			r := do(t, dir, befallen("", kind), "pipeline crashes once@"+filepath.Join(t.TempDir(), "crashed"), guard.Limits{})
			if kind == "4" { // the older compiler does without
				one(t, r.warn, "the vm kernel is not archived: signal: killed: *** Terminating app due to uncaught exception")
			} else {
				one(t, r.warn, "the vm kernel was stopped in its pipeline (the library took ", "; going on with the cpu engine")
			}
			if names := folder(t, dir); len(names) > 0 || r.stats.Lost != (kind == "") {
				t.Errorf("%q, %+v", names, r.stats)
			}
		})
		t.Run("pipeline fails once"+kind, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			r := do(t, dir, befallen("", kind), "pipeline fails once@"+filepath.Join(t.TempDir(), "failed"), guard.Limits{})
			if kind == "4" { // the older kind of archives will do
				if got := fmt.Sprint(entries(t, store(t, dir))); len(r.warn) > 0 || got != "[vm MTLBinaryArchive]" {
					t.Errorf("%q, %s", r.warn, got)
				}
				return
			}
			one(t, r.warn, "Metal did not make the pipeline of the vm kernel (error 3): the compiler is not at home; going on with the cpu engine")
		})
		t.Run("wrong rows"+kind, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			selector := map[string]string{"": "setUrl:", "4": "setConfiguration:"}[kind]
			r := do(t, dir, befallen("", kind), "row is wrong@"+selector, guard.Limits{})
			if got := fmt.Sprint(entries(t, store(t, dir))); kind == "4" && (len(r.warn) > 0 || got != "[vm MTLBinaryArchive]") {
				t.Errorf("%q, %s", r.warn, got)
			} else if kind == "" {
				one(t, r.warn, "the vm kernel is not archived: ", "setUrl:] takes a double at place 1, not a object")
			}
			if r.stats.Form != "vm" || r.stats.Lost {
				t.Errorf("%+v", r.stats)
			}
		})
		t.Run("archive hangs"+kind, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			r := do(t, dir, befallen("", kind), "archive hangs", guard.Limits{Wall: 15 * time.Second})
			one(t, r.warn, "the vm kernel is not archived: it took longer than 15s")
			if names := folder(t, dir); len(names) > 0 || r.stats.Form != "vm" || r.stats.Lost {
				t.Errorf("%q, %+v", names, r.stats)
			}
		})
	}
}

// TestKilledWhileWriting kills the process that compiles with SIGKILL when half of the archive is written, as a user or a system
// short of memory may: the run goes on and says so. Then the same happens to a run with its process: the next run finds no half
// archive, and takes away what is left.
func TestKilledWhileWriting(t *testing.T) {
	d := golden(t, "hier")
	b := compile(t, d)
	want := undisturbed(t, d, b)
	dir := t.TempDir()
	// half waits for half of an archive.
	half := func() string {
		for {
			list, _ := filepath.Glob(filepath.Join(dir, "draft-*", "pipelines"))
			for _, path := range list {
				if st, err := os.Stat(path); err == nil && st.Size() > 0 {
					return path
				}
			}
			time.Sleep(5 * time.Millisecond)
		}
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		half()
		kill(t, "archive hangs")
	}()
	r := &run{design: d, build: b, engine: metal.Options{Tier: metal.TierVM, Archive: store(t, dir), Guard: guarded(t, "archive hangs", "", guard.Limits{})}}
	r.expect(t, want)
	<-done
	one(t, r.warn, "the vm kernel is not archived: signal: killed")
	if names := folder(t, dir); len(names) > 0 || r.stats.Lost {
		t.Errorf("%q, %+v", names, r.stats)
	}

	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	user := exec.Command(exe, "-test.run=^TestUser$", "-test.v")
	user.Env = append(os.Environ(), "GPGA_TEST_ARCHIVE="+dir)
	var out bytes.Buffer
	user.Stdout, user.Stderr = &out, &out
	if err := user.Start(); err != nil {
		t.Fatal(err)
	}
	path := half()
	user.Process.Kill()
	user.Wait()
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("nothing is left: %v\n%s", err, out.String())
	}
	r = &run{design: d, build: b, engine: metal.Options{Tier: metal.TierVM, Archive: store(t, dir), Guard: guarded(t, "", "", guard.Limits{})}}
	r.expect(t, want)
	if list := entries(t, store(t, dir)); len(list) != 1 || len(folder(t, dir)) != 1 || len(r.warn) > 0 {
		t.Errorf("%q, %q, %q", list, folder(t, dir), r.warn)
	}
}

// TestUser is the run that TestKilledWhileWriting kills.
func TestUser(t *testing.T) {
	dir := os.Getenv("GPGA_TEST_ARCHIVE")
	if dir == "" {
		t.Skip("part of TestKilledWhileWriting")
	}
	d := golden(t, "hier")
	r := &run{design: d, build: compile(t, d), engine: metal.Options{Tier: metal.TierVM, Archive: store(t, dir), Guard: guarded(t, "archive hangs", "", guard.Limits{})}}
	r.do(t)
}

// TestHarvest fills the archive with every vm kernel and proves it, here and on another machine.
func TestHarvest(t *testing.T) {
	kernels, err := flow.GenericKernels()
	if err != nil {
		t.Fatal(err)
	}
	sys := fake.New(fake.Options{})
	o := metal.Options{System: sys, Archive: store(t, t.TempDir()), Guard: guarded(t, "", "", guard.Limits{})}
	for _, want := range []bool{true, false} {
		for _, k := range kernels {
			e, made, notes, err := metal.Harvest(context.Background(), k, o)
			if err != nil || made != want || len(notes) > 0 || e.Library <= 0 || e.Pipeline <= 0 || e.Design != k.Design {
				t.Fatalf("%s: %+v, %v, %q, %v", k.Design, e, made, notes, err)
			}
		}
	}
	list, err := o.Archive.List()
	if err != nil || len(list) != 4 {
		t.Fatal(list, err)
	}
	for _, e := range list {
		if here, err := metal.Prove(context.Background(), e, o); !here || err != nil {
			t.Errorf("%s: %v, %v", e.Design, here, err)
		}
		away := o
		away.System = fake.New(fake.Options{Build: "Version 9"})
		if here, err := metal.Prove(context.Background(), e, away); here || err != nil {
			t.Errorf("%s elsewhere: %v, %v", e.Design, here, err)
		}
	}
	if err := os.Truncate(list[0].Path(), 10); err != nil {
		t.Fatal(err)
	}
	if _, err := metal.Prove(context.Background(), list[0], o); err == nil {
		t.Error("what was truncated is proved")
	}
	// What is left serves designs that were never harvested.
	if n, _, err := o.Archive.Clear(); n != 4 || err != nil {
		t.Fatal(n, err)
	}
	for _, k := range kernels {
		if _, _, _, err := metal.Harvest(context.Background(), k, o); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"hier", "forkjoin", "reals", "random"} {
		d := golden(t, name)
		b := compile(t, d)
		r := &run{design: d, build: b, engine: metal.Options{Tier: metal.TierVM, Archive: o.Archive, Strict: true}}
		r.expect(t, undisturbed(t, d, b))
		if r.stats.Archived != 1 || len(r.warn) > 0 {
			t.Errorf("%s: %+v, %q", name, r.stats, r.warn)
		}
	}
}
