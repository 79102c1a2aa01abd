package instances

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gpga/gpga/goldens"
	"github.com/gpga/gpga/runtime/clang"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/runtime/wave"
	"github.com/gpga/gpga/tools/flow"
)

// part runs one part of a design in dir: up to a snapshot, or from one.
func part(t *testing.T, dir string, d goldens.Design, b *flow.Build, e flow.Engine, o sim.Options) outcome {
	t.Helper()
	var text bytes.Buffer
	r, err := b.Run(context.Background(), flow.RunOptions{Engine: e, Sim: o,
		Host: host.Config{Stdout: &text, Stderr: &text, Stdin: strings.NewReader(""), Dir: dir, PlusArgs: d.Args}})
	if err == nil && o.Snapshot != nil && !r.Kept {
		t.Errorf("no snapshot was made")
	}
	return collect(t, dir, text.String(), r, err)
}

// after gives what a dump says of the times after at.
func after(t *testing.T, dump string, at uint64) string {
	t.Helper()
	for i := 0; ; {
		k := strings.Index(dump[i:], "\n#")
		if k < 0 {
			return ""
		}
		i += k + 1
		digits, _, _ := strings.Cut(dump[i+1:], "\n")
		if now, err := strconv.ParseUint(digits, 10, 64); err == nil && now > at {
			return dump[i:]
		}
	}
}

// sameStart holds the values with which the second dump starts to those that the whole one has then.
func sameStart(t *testing.T, second, whole string, at uint64) {
	t.Helper()
	g, err := wave.Read(strings.NewReader(second))
	if err != nil {
		t.Fatal(err)
	}
	w, err := wave.Read(strings.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, v := range w.Vars {
		o := g.Var(v.Name)
		if o == nil {
			t.Errorf("%s is not dumped after the snapshot", v.Name)
			continue
		}
		if v.Kind == wave.Event {
			continue
		}
		n++
		if a, b := o.At(at), v.At(at); a != b {
			t.Errorf("%s starts with %s, and is %s", v.Name, a, b)
		}
	}
	if n == 0 {
		t.Errorf("no variable is dumped")
	}
}

// TestSnapshots cuts a run of every design in two, at several times. What the parts print is what the whole prints; so are the
// files that they leave, and the second part's dump is the rest of the whole one. The parts have different forms and engines.
func TestSnapshots(t *testing.T) {
	designs, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	engines := []flow.Engine{flow.EngineCPU}
	if _, err := clang.Find(); err == nil {
		engines = append(engines, flow.EngineClang)
	} else {
		t.Logf("THE clang ENGINE IS NOT TESTED: %v", err)
	}
	for k, d := range designs {
		t.Run(d.Name, func(t *testing.T) {
			t.Parallel()
			source := place(t, d)
			forms := []flow.Form{flow.FormTable, flow.FormVM, flow.FormSwitch}
			builds := map[flow.Form]*flow.Build{}
			for _, f := range forms {
				builds[f] = compile(t, source, d, f)
			}
			whole := single(t, d, builds[forms[0]], flow.EngineCPU, d.Args, sim.Options{})
			if whole.err != "" {
				t.Fatal(whole.err)
			}
			times := []uint64{0, whole.time / 7, whole.time / 3, whole.time * 2 / 3, whole.time - 1}
			slices.Sort(times)
			if whole.time == 0 {
				t.Skip("all of it happens at time 0")
			}
			for n, at := range slices.Compact(times) {
				turn := n + k
				first, second := builds[forms[turn%3]], builds[forms[(turn+1)%3]]
				e1, e2 := flow.EngineCPU, engines[turn%len(engines)]
				t.Run(fmt.Sprint(at), func(t *testing.T) {
					dir := place(t, d)
					file := filepath.Join(t.TempDir(), "s.snap")
					head := part(t, dir, d, first, e1, sim.Options{Snapshot: &sim.SnapshotRequest{At: at, Write: func(s *sim.Snapshot) error { return s.WriteFile(file) }}})
					if head.err != "" || head.time != at {
						t.Fatalf("the first part ends at %d: %s", head.time, head.err)
					}
					s, err := sim.ReadSnapshot(file)
					if err != nil {
						t.Fatal(err)
					}
					if err := s.Fits(second.Program, nil); err != nil {
						t.Fatal(err)
					}
					rest := part(t, dir, d, second, e2, sim.Options{From: s})
					got := rest
					got.text = head.text + rest.text
					want := whole
					for name, body := range rest.files {
						stem, ok := strings.CutSuffix(name, fmt.Sprintf(".%d.vcd", at))
						if !ok {
							continue
						}
						all := whole.files[stem+".vcd"]
						if g, w := after(t, body, at), after(t, all, at); g != w {
							t.Errorf("the rest of the dump differs, first at %s", firstDifference(g, w))
						}
						sameStart(t, body, all, at)
						delete(got.files, name)
						// The first part's file is the whole one's beginning.
						if h := got.files[stem+".vcd"]; !strings.HasPrefix(all, strings.TrimSuffix(h, fmt.Sprintf("#%d\n", at))) {
							t.Errorf("the first part's dump is not the beginning of the whole one")
						}
						got.files[stem+".vcd"] = all
					}
					same(t, fmt.Sprintf("cut at %d", at), got, want)
				})
			}
		})
	}
}

// TestFanOut lets instances go on from one snapshot with seeds of their own, which the design asks for later.
func TestFanOut(t *testing.T) {
	dir := t.TempDir()
	text, err := os.ReadFile("../designs/seeds.v")
	if err != nil {
		t.Fatal(err)
	}
	d := goldens.Design{Name: "seeds", Path: "../designs/seeds.v", Args: []string{"+seed=5"}}
	if err := os.WriteFile(filepath.Join(dir, "seeds.v"), text, 0o666); err != nil {
		t.Fatal(err)
	}
	b := compile(t, dir, d, flow.FormTable)
	const at = 50000
	var snap *sim.Snapshot
	head := part(t, dir, d, b, flow.EngineCPU, sim.Options{Snapshot: &sim.SnapshotRequest{At: at, Write: func(s *sim.Snapshot) error { snap = s; return nil }}})
	if head.err != "" {
		t.Fatal(head.err)
	}
	const n = 20
	for _, state := range []flow.State{flow.StateSeparate, flow.StateMajor, flow.StateInterleaved} {
		texts := make([]bytes.Buffer, n)
		err := b.RunMany(context.Background(), flow.ManyOptions{Engine: flow.EngineCPU, State: state, N: n,
			Start: func(i int) (flow.Instance, error) {
				return flow.Instance{Sim: sim.Options{From: snap}, Host: host.Config{Stdout: &texts[i], PlusArgs: []string{fmt.Sprintf("+late=%d", i)}}}, nil
			},
			Done: func(i int, r sim.Result, err error) {
				if err != nil || !r.Finished {
					t.Errorf("%s, instance %d: %v", state, i, err)
				}
			}})
		if err != nil {
			t.Fatal(err)
		}
		for i := range n {
			want := single(t, d, b, flow.EngineCPU, []string{"+seed=5", fmt.Sprintf("+late=%d", i)}, sim.Options{})
			if got := head.text + texts[i].String(); got != want.text {
				t.Errorf("%s, instance %d prints otherwise, first at %s", state, i, firstDifference(got, want.text))
			}
		}
	}
}

// TestSnapshotErrors gives snapshots that cannot be read or do not fit.
func TestSnapshotErrors(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) goldens.Design {
		if err := os.WriteFile(filepath.Join(dir, name+".v"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return goldens.Design{Name: name, Path: filepath.Join(dir, name+".v")}
	}
	d := write("a", "module a; integer f; initial begin f = $fopen(\"a.txt\"); $fdisplay(f, \"one\"); #10 $fdisplay(f, \"two\"); #10 $finish; end endmodule")
	b := compile(t, dir, d, flow.FormTable)
	file := filepath.Join(dir, "a.snap")
	keep := sim.Options{Snapshot: &sim.SnapshotRequest{At: 5, Options: []string{"-gspecify"}, Write: func(s *sim.Snapshot) error { return s.WriteFile(file) }}}
	if o := part(t, dir, d, b, flow.EngineCPU, keep); o.err != "" {
		t.Fatal(o.err)
	}
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s, err := sim.DecodeSnapshot(good)
	if err != nil {
		t.Fatal(err)
	}

	wants := func(err error, code, text string) {
		t.Helper()
		var e *sim.Error
		if !errors.As(err, &e) || e.Code != code || !strings.Contains(e.Message, text) {
			t.Errorf("the error is %v; want %q [%s]", err, text, code)
		}
	}
	bad := filepath.Join(dir, "bad.snap")
	reads := func(b []byte, text string) {
		t.Helper()
		if err := os.WriteFile(bad, b, 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := sim.ReadSnapshot(bad)
		wants(err, "R111", text)
	}
	reads(nil, "cut off")
	reads([]byte("module a; endmodule"), "no snapshot")
	for _, n := range []int{5, 8, 20, 51, len(good) / 2, len(good) - 1} {
		reads(good[:n], "cut off")
	}
	reads(append(slices.Clone(good), 0), "damaged")
	for i := 12 + 8; i < len(good); i += max(1, len(good)/50) {
		c := slices.Clone(good)
		c[i] ^= 0x10
		reads(c, "damaged")
	}
	c := slices.Clone(good)
	c[8] = 99
	reads(c, "format 99")

	other := compile(t, dir, write("b", "module b; reg q; initial #20 q = 1; endmodule"), flow.FormTable)
	wants(s.Fits(other.Program, nil), "R112", "another design: of a, and not of b")
	changed := compile(t, dir, write("a", "module a; integer g; initial #20 g = 1; endmodule"), flow.FormTable)
	wants(s.Fits(changed.Program, nil), "R112", "other options: with -gspecify, and not with no options")
	wants(s.Fits(changed.Program, []string{"-gspecify"}), "R112", "other sources")

	run := func(o sim.Options) error {
		_, err := b.Run(context.Background(), flow.RunOptions{Engine: flow.EngineCPU, Sim: o, Host: host.Config{Stdout: &bytes.Buffer{}, Dir: dir}})
		return err
	}
	// Files that were open must be there, and as long.
	name := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(name, []byte("o"), 0o666); err != nil {
		t.Fatal(err)
	}
	wants(run(sim.Options{From: s}), "R113", "a.txt has 1 bytes, and had 4")
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	wants(run(sim.Options{From: s}), "R113", "no such file")
	// A longer one is cut to the length that it had.
	if err := os.WriteFile(name, []byte("one\nmore\nand more\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := run(sim.Options{From: s}); err != nil {
		t.Error(err)
	}
	if text, err := os.ReadFile(name); err != nil || string(text) != "one\ntwo\n" {
		t.Errorf("a.txt has %q: %v", text, err)
	}

	ask := func(at uint64, from *sim.Snapshot, write func(*sim.Snapshot) error) error {
		return run(sim.Options{From: from, Snapshot: &sim.SnapshotRequest{At: at, Write: write}})
	}
	none := func(*sim.Snapshot) error { return nil }
	wants(ask(20, nil, none), "R110", "ended at time 20, and not after 20")
	wants(ask(100, nil, none), "R110", "ended at time 20")
	wants(ask(4, s, none), "R110", "starts at time 5")
	wants(ask(15, nil, func(s *sim.Snapshot) error { return s.WriteFile(filepath.Join(dir, "no", "such.snap")) }), "R110", "no such file")
	// A pipe has no position.
	d = write("p", "module p; integer f; initial begin f = $fopen(\"/dev/stderr\", \"w\"); #10 $finish; end endmodule")
	b = compile(t, dir, d, flow.FormTable)
	if st, err := os.Stderr.Stat(); err == nil && st.Mode()&(os.ModeNamedPipe|os.ModeSocket) != 0 {
		wants(ask(5, nil, none), "R110", "has no position")
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("temporary files are left: %v, %v", left, err)
	}
}

// FuzzSnapshot gives any bytes for a snapshot.
func FuzzSnapshot(f *testing.F) {
	f.Add([]byte("GPGASNAP\x01\x00\x00\x00"))
	var b bytes.Buffer
	if err := (&sim.Snapshot{}).Encode(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := sim.DecodeSnapshot(b); (s == nil) == (err == nil) {
			t.Errorf("a snapshot and an error, or neither")
		}
	})
}
