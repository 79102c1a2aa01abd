package measure

import (
	"strings"
	"testing"
)

const report19 = `===-------------------------------------------------------------------------===
                          Pass execution timing report
===-------------------------------------------------------------------------===
  Total Execution Time: 0.1245 seconds (0.1250 wall clock)

   ---User Time---   --User+System--   ---Wall Time---  --- Name ---
   0.0293 ( 23.5%)   0.0293 ( 23.5%)   0.0294 ( 23.5%)  InstCombinePass
   0.0067 (  5.4%)   0.0070 (  5.4%)   0.0067 (  5.4%)  SimplifyCFGPass
   0.1245 (100.0%)   0.1245 (100.0%)   0.1250 (100.0%)  Total

===-------------------------------------------------------------------------===
                         Miscellaneous Ungrouped Timers
===-------------------------------------------------------------------------===

   ---User Time---   --System Time--   --User+System--   ---Wall Time---  --- Name ---
   0.4571 ( 98.3%)   0.0278 ( 99.6%)   0.4849 ( 98.4%)   0.4872 ( 98.4%)  Code Generation Time

===-------------------------------------------------------------------------===
                          Pass execution timing report
===-------------------------------------------------------------------------===
  Total Execution Time: 0.3174 seconds (0.3189 wall clock)

   ---User Time---   --System Time--   --User+System--   ---Wall Time---  --- Name ---
   0.2000 ( 98.3%)   0.0500 ( 99.6%)   0.2500 ( 98.4%)   0.2600 ( 98.4%)  Greedy Register Allocator
   0.0100 ( 98.3%)   0.0010 ( 99.6%)   0.0110 ( 98.4%)   0.0120 ( 98.4%)  SimplifyCFGPass
`

func TestParseTimeReport(t *testing.T) {
	got := ParseTimeReport(report19)
	want := []Timing{
		{"Greedy Register Allocator", "Pass execution timing report", 0.25, 1},
		{"InstCombinePass", "Pass execution timing report", 0.0293, 1},
		{"SimplifyCFGPass", "Pass execution timing report", 0.018, 2},
	}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
	if len(ParseTimeReport(report19[:400])) != 0 && len(ParseTimeReport("")) != 0 {
		t.Error("passes of nothing")
	}
	for pass, want := range map[string]string{"SimplifyCFGPass": "cfg simplification", "SROAPass": "phi growth", "Eliminate PHI nodes for register allocation": "phi growth", "InlinerPass": "block cloning", "InstCombinePass": "footprint"} {
		if got := Trouble(pass); got != want {
			t.Errorf("%s feeds %s, want %s", pass, got, want)
		}
	}
}

func TestParseTimeTrace(t *testing.T) {
	got, err := ParseTimeTrace([]byte(`{"traceEvents":[{"name":"Total Frontend","dur":20000,"args":{"count":2}},{"name":"Source","dur":5},{"name":"Total Optimizer","dur":130000}]}`))
	if err != nil || len(got) != 2 || got[0] != (Timing{Name: "optimizer", Seconds: 0.13}) || got[1] != (Timing{Name: "front end", Seconds: 0.02, Count: 2}) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := ParseTimeTrace([]byte(`{"traceEvents":[{"name":`)); err == nil {
		t.Error("half a trace is read")
	}
}

func TestCountIR(t *testing.T) {
	const text = `; ModuleID = 'x'
@a = constant i32 1
declare i32 @far(i32)
define i32 @f(i32 %0) {
  %2 = alloca i32, align 4
  %3 = icmp ugt i32 %0, 1
  br i1 %3, label %4, label %6

4:                                                ; preds = %1
  %5 = tail call i32 @far(i32 %0)
  switch i32 %5, label %6 [
    i32 0, label %4
    i32 1, label %6
  ]

6:
  %7 = phi i32 [ 0, %1 ], [ %5, %4 ]
  ret i32 %7
}

define void @g() {
entry:
  ret void
}
!0 = !{i32 1}
`
	got, err := CountIR(strings.NewReader(text))
	want := IRSize{Functions: 2, Blocks: 4, Instructions: 8, Phis: 1, Allocas: 1, Calls: 1, Largest: 7, Globals: 1, Metadata: 1}
	if err != nil || got != want {
		t.Errorf("%+v, want %+v (%v)", got, want, err)
	}
}

func TestSummarize(t *testing.T) {
	s := Summarize([]float64{5, 1, 2, 3, 100})
	if s.Median != 3 || s.Min != 1 || s.Max != 100 || s.Sigma < 2.9 || s.Sigma > 3 { // distances 2, 2, 1, 0, 97
		t.Errorf("%+v", s)
	}
	if Summarize(nil) != (Spread{}) || Summarize([]float64{4}) != (Spread{Median: 4, Min: 4, Max: 4}) {
		t.Error("none and one")
	}
}

func TestQuote(t *testing.T) {
	for in, want := range map[string]string{"-O2": "-O2", "a b": "'a b'", "it's": `'it'\''s'`, "": "''", "$x": "'$x'"} {
		if got := quote(in); got != want {
			t.Errorf("%q is spelt %s", in, got)
		}
	}
}
