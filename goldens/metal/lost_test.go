package metal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
)

// talks prints, writes and reads files, asks for plusargs, draws random numbers and dumps waves: all that must happen once.
const talks = `module talks;
  integer f, g, n, c, seed;
  reg [7:0] a = 0;
  reg [8*20:1] line;
  initial begin
    $dumpfile("talks.vcd"); $dumpvars(0, talks);
    seed = 7;
    f = $fopen("talks.txt", "w");
    for (n = 0; n < 12; n = n + 1) begin
      #3 a = a + 1;
      $fdisplay(f, "line %0d %0d", n, $random(seed));
      $display("%0t said %0d %0d", $time, n, $random);
      $fflush(f);
    end
    $fclose(f);
    g = $fopen("talks.txt", "r");
    c = 1;
    while (c > 0) begin
      c = $fgets(line, g);
      if (c > 0) $write("read %0d: %0s", c, line);
    end
    $fclose(g);
    $strobe("strobe %0d", a);
    a <= 99;
    #1 if ($test$plusargs("nothing")) $display("plusarg"); else $display("none");
    $finish;
  end
  initial $monitor("%0t a=%0d", $time, a);
endmodule
`

// TestLostAnywhere loses the device at every dispatch, after it has written over the whole state.
func TestLostAnywhere(t *testing.T) {
	d := inline(t, "talks", talks)
	b := compile(t, d)
	want := undisturbed(t, d, b)
	if strings.Count(want.text, "\n") < 35 || len(want.files) < 3 {
		t.Fatalf("the design says too little:\n%s", want.text)
	}
	plan := func(int) metal.Plan { return metal.Plan{Steps: 2} }
	whole := &run{design: d, build: b, engine: metal.Options{Plan: plan}}
	whole.expect(t, want)
	if whole.stats.Lost || len(whole.warn) > 0 || whole.stats.Dispatches < 60 {
		t.Fatalf("undisturbed: %+v, %q", whole.stats, whole.warn)
	}
	for _, a := range []struct {
		name  string
		what  fake.Accident
		parts []string
	}{
		{"timeout", fake.Accident{Code: 2, Text: "Caused GPU Timeout Error", Wreck: true}, []string{"ended with MTLCommandBufferErrorDomain 2 (Timeout): Caused GPU Timeout Error"}},
		{"page fault", fake.Accident{Code: 3, Text: "Caused GPU Address Fault Error", Trap: true}, []string{"MTLCommandBufferErrorDomain 3 (PageFault): Caused GPU Address Fault Error"}},
		{"out of memory", fake.Accident{Code: 8, Text: "Insufficient Memory"}, []string{"8 (OutOfMemory): Insufficient Memory"}},
	} {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			stride := 1
			if a.name != "timeout" {
				stride = 7
			}
			for at := 0; at < whole.stats.Dispatches && !t.Failed(); at += stride {
				r := &run{design: d, build: b, engine: metal.Options{Plan: plan}}
				r.device.Dispatch = func(n int) fake.Accident {
					if n == at {
						return a.what
					}
					return fake.Accident{}
				}
				r.expect(t, want)
				one(t, r.warn, append(a.parts, fmt.Sprintf("the GPU is lost: dispatch %d ", at), "; going on with the cpu engine from simulation time ")...)
				if !r.stats.Lost || r.fake.Dispatches != at+1 {
					t.Errorf("lost at %d: %+v, %d dispatches", at, r.stats, r.fake.Dispatches)
				}
			}
		})
	}
}

// TestSilence: a dispatch that is never heard of ends at the deadline; when it comes back late, it changes nothing.
func TestSilence(t *testing.T) {
	d := inline(t, "talks", talks)
	b := compile(t, d)
	want := undisturbed(t, d, b)
	for _, at := range []int{0, 17} {
		t.Run(fmt.Sprint(at), func(t *testing.T) {
			t.Parallel()
			late := make(chan struct{})
			r := &run{design: d, build: b, engine: metal.Options{Deadline: time.Second, Plan: func(int) metal.Plan { return metal.Plan{Steps: 2} }}}
			r.device.Dispatch = func(n int) fake.Accident {
				if n == at {
					time.AfterFunc(1100*time.Millisecond, func() { close(late) })
					return fake.Accident{Hang: true, Until: late, Wreck: true}
				}
				return fake.Accident{}
			}
			start := time.Now()
			r.expect(t, want)
			one(t, r.warn, fmt.Sprintf("dispatch %d of 2 steps was not heard of for 1s; going on with the cpu engine", at))
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// TestInterrupt ends a simulation whose dispatch hangs.
func TestInterrupt(t *testing.T) {
	d := inline(t, "long", long)
	b := compile(t, d)
	sys := fake.New(fake.Options{Dispatch: func(n int) fake.Accident { return fake.Accident{Hang: n == 5} }, Patience: time.Millisecond})
	e, err := b.MetalEngine(context.Background(), flow.RunOptions{Metal: metal.Options{System: sys, Deadline: time.Hour}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	var text bytes.Buffer
	start := time.Now()
	r, err := sim.New(b.Program, e, host.New(host.Config{Stdout: &text, Dir: t.TempDir()}), sim.Options{}).Run(ctx)
	if took := time.Since(start); took > 5*time.Second || !r.Abandoned || !r.Canceled || err != nil {
		t.Errorf("after %v: %+v, %v", took, r, err)
	}
}

// steady is a clock by which a dispatch takes as long as the steps that it may do, whatever else the machine does. With it, and
// a plan for the exchange, what a dispatch does depends on the plan and on where the host looked up.
func steady(buffers [][]uint32) float64 { return float64(buffers[len(buffers)-1][0]) * 1e-6 }

// ringing prints 20000 lines.
const ringing = `module ring; integer i; initial for (i = 0; i < 20000; i = i + 1) $display("%0d %h %0t", i, i * 3, $time); endmodule
`

// TestRing prints far more than the ring holds: it is drained and nothing is lost, with the device and when that is lost.
func TestRing(t *testing.T) {
	d := inline(t, "ring", ringing)
	b := compile(t, d)
	want := undisturbed(t, d, b)
	if n := strings.Count(want.text, "\n"); n != 20000 {
		t.Fatalf("%d lines", n)
	}
	never := metal.Options{Plan: func(int) metal.Plan { return metal.Plan{} }}
	r := &run{design: d, build: b, device: fake.Options{Seconds: steady}, engine: never}
	r.expect(t, want)
	if r.stats.Full < 5 || r.stats.Lost || len(r.warn) > 0 {
		t.Errorf("%+v, %q", r.stats, r.warn)
	}
	for _, at := range []int{0, 1, 2, 4, 5} { // the ring is full five times, at least
		r := &run{design: d, build: b, device: fake.Options{Seconds: steady}, engine: never}
		r.device.Dispatch = func(n int) fake.Accident {
			if n == at {
				return fake.Accident{Code: 1, Text: "Internal Error", Wreck: true}
			}
			return fake.Accident{}
		}
		r.expect(t, want)
		one(t, r.warn, "(Internal): Internal Error")
	}
}

// grows has more events and assignments than the first arena has room for.
const grows = `module grows;
  reg [31:0] m [0:1023]; integer i, sum;
  initial begin
    for (i = 0; i < 20000; i = i + 1) m[i % 1024] <= #(i + 1) i;
    for (i = 0; i < 9000; i = i + 1) m[i % 1024] <= i;
    #15000 sum = 0;
    for (i = 0; i < 1024; i = i + 1) sum = sum + m[i];
    $display("%0d", sum);
    #15000 sum = 0;
    for (i = 0; i < 1024; i = i + 1) sum = sum + m[i];
    $display("%0d", sum);
  end
endmodule
`

// TestGrowth runs a design whose events and assignments outgrow the first arena, with exchanges and losses after it has grown.
func TestGrowth(t *testing.T) {
	d := inline(t, "grows", grows)
	b := compile(t, d)
	want := undisturbed(t, d, b)
	never := metal.Options{Plan: func(int) metal.Plan { return metal.Plan{} }}
	r := &run{design: d, build: b, device: fake.Options{Seconds: steady}, engine: never}
	r.expect(t, want)
	if r.stats.Grown < 2 || r.stats.Lost {
		t.Errorf("%+v", r.stats)
	}
	// How many dispatches there are depends on the machine, for the host looks up now and then; 20 there are in any case.
	for _, at := range []int{10, 18} {
		r := &run{design: d, build: b, device: fake.Options{Seconds: steady}, engine: metal.Options{Plan: func(n int) metal.Plan { return metal.Plan{Takeover: n == at/2} }}}
		r.device.Dispatch = func(n int) fake.Accident {
			if n == at {
				return fake.Accident{Code: 2, Text: "late", Wreck: true}
			}
			return fake.Accident{}
		}
		r.expect(t, want)
		one(t, r.warn, "(Timeout): late")
	}
	// Memory ends with an error, by the user's limit and by the device's.
	for _, r := range []*run{{memory: 1 << 20}, {device: fake.Options{MaxBuffer: 1 << 20}}} {
		r.design, r.build = d, b
		r.do(t)
		if !strings.Contains(r.out.err, "out of memory for the simulation's state") || !strings.Contains(r.out.err, "R101") || r.out.exit != 1 {
			t.Errorf("exit status %d, %q", r.out.exit, r.out.err)
		}
	}
}

// TestClock lets the fake's clock say how long dispatches take: they come to the target and stay under it.
func TestClock(t *testing.T) {
	d := inline(t, "long", strings.Replace(long, "400000", "20000", 1))
	b := compile(t, d)
	want := undisturbed(t, d, b)
	perStep := 20e-6
	r := &run{design: d, build: b, engine: metal.Options{Tier: metal.TierTable}}
	r.device.Seconds = func(buffers [][]uint32) float64 { return float64(buffers[len(buffers)-1][0]) * perStep }
	r.expect(t, want)
	mean := r.stats.GPU / time.Duration(r.stats.Dispatches)
	if r.stats.Longest > 20*time.Millisecond || mean < 8*time.Millisecond || r.stats.Dispatches < 20 {
		t.Errorf("%d dispatches of %v, the longest %v", r.stats.Dispatches, mean, r.stats.Longest)
	}
}

// TestUnusable: machines that cannot run it say so.
func TestUnusable(t *testing.T) {
	d := golden(t, "hier")
	b := compile(t, d)
	open := func(o fake.Options, memory uint64) error {
		sys := fake.New(o)
		e, err := b.MetalEngine(context.Background(), flow.RunOptions{MaxMemory: memory, Metal: metal.Options{System: objc.Guard(sys)}})
		if err == nil {
			e.Close()
		}
		if cerr := sys.Close(); cerr != nil {
			t.Error(cerr)
		}
		return err
	}
	if err := open(fake.Options{NoDevice: true}, 0); !errors.Is(err, metal.ErrNoDevice) {
		t.Errorf("no device: %v", err)
	}
	if err := open(fake.Options{Old: true}, 0); err != nil {
		t.Errorf("an old macOS: %v", err)
	}
	if err := open(fake.Options{}, 4096); err == nil || !strings.Contains(err.Error(), "the design's state does not fit") {
		t.Errorf("4 KiB: %v", err)
	}
	row := func(selector, enc string) fake.Options {
		return fake.Options{Encoding: func(m *objc.Method, was string) string {
			if m.Selector == selector {
				return enc
			}
			return was
		}}
	}
	if err := open(row("maxBufferLength", "I16@0:8"), 0); err == nil || !strings.Contains(err.Error(), "-[MTLDevice maxBufferLength] gives a void") {
		t.Errorf("another device: %v", err)
	}
	// A row that is wrong further on is seen before the call, and the cpu engine goes on.
	want := undisturbed(t, d, b)
	for _, c := range []struct{ selector, enc, says string }{
		{"functionNames", "v16@0:8", "functionNames] gives a void"},
		{"setBuffer:offset:atIndex:", "v36@0:8@16I24Q28", "could not be sent: -[MTLComputeCommandEncoder setBuffer:offset:atIndex:] takes a void at place 2"},
		{"GPUStartTime", "f16@0:8", "could not be asked how: -[MTLCommandBuffer GPUStartTime] gives a void"},
	} {
		sys := fake.New(row(c.selector, c.enc))
		r := &run{design: d, build: b}
		var warn []string
		r.simulate(t, func(ctx context.Context) (sim.Engine, error) {
			return b.MetalEngine(ctx, flow.RunOptions{Metal: metal.Options{System: objc.Guard(sys), Tier: metal.TierVM, Warn: func(s string) { warn = append(warn, s) }}})
		})
		if r.out.text != want.text || r.out.err != "" {
			t.Errorf("%s: prints %q, %s", c.selector, r.out.text, r.out.err)
		}
		one(t, warn, c.says, "going on with the cpu engine")
		if err := sys.Close(); err != nil {
			t.Errorf("%s: %v", c.selector, err)
		}
	}
}
