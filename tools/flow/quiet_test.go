package flow

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/runtime/host"
)

// repeats assigns what is there already, in each way in which leaving that out could show.
const repeats = `
module top;
  reg clk = 0, again = 0;
  reg [7:0] a = 3, b = 5, twice = 1, mixed = 2, part = 4, late = 6, moved = 7, forced = 1;
  reg [39:0] wide = 40'hffff;
  reg [3:0] n = 0;
  always #5 clk = ~clk;
  always @(posedge clk) begin
    n <= n + 1;
    a <= a;                       // nothing
    if (n[0]) a <= a + 1;         // after an entry that was left out
    b <= b + 1; b <= b;           // an entry, and one that takes it back
    twice <= ~twice; twice <= twice; if (n[1]) twice <= n;
    wide <= wide; if (n == 3) wide <= wide << 8;
    mixed <= mixed;               // written by others as well
    part[3:0] <= n; part <= part;
    late <= #7 late; late <= n;
    forced <= forced;
    again = ~again;
    again = ~again;               // a process that is woken twice in a round
  end
  always @(again) moved <= moved;
  always @(again or clk) moved <= n ^ again;
  always @(negedge clk) mixed = mixed + 1;
  initial begin #42 force forced = 9; #20 release forced; end
  always @(a) $display("%0t a %h", $time, a);
  always @(b) $display("%0t b %h", $time, b);
  always @(posedge b[0] or negedge twice[0]) $display("%0t edge %b %b", $time, b[0], twice[0]);
  always @(twice or wide or mixed or part or late or moved or forced)
    $display("%0t %h %h %h %h %h %h %h", $time, twice, wide, mixed, part, late, moved, forced);
  initial #152 $finish;
endmodule
`

// TestQuiet runs a design with all nonblocking assignments in the log, and with those left out that change nothing.
func TestQuiet(t *testing.T) {
	file := filepath.Join(t.TempDir(), "repeats.v")
	if err := os.WriteFile(file, []byte(repeats), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(engine Engine, all bool) (string, *Build) {
		b, err := Compile(Options{Files: []string{file}, Warnings: []string{"none"}, Emit: emit.Options{LogAll: all}}, ToKernel)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if _, err := b.Run(context.Background(), RunOptions{Engine: engine, Host: host.Config{Stdout: &out}}); err != nil {
			t.Fatal(err)
		}
		return out.String(), b
	}
	want, _ := run(EngineRef, false)
	if strings.Count(want, "\n") < 60 {
		t.Fatalf("the design says too little:\n%s", want)
	}
	for _, all := range []bool{true, false} {
		got, b := run(EngineCPU, all)
		if got != want {
			t.Errorf("log all: %v: the output differs from the reference:\n%s\nwant\n%s", all, got, want)
		}
		for name, may := range map[string]bool{"a": true, "wide": true, "mixed": false, "part": false, "late": false, "forced": false} {
			left := regexp.MustCompile(`gpga_nbaq(32|64)\(st, \d+, \d+ /\* top\.` + name + ` \*/`).MatchString(b.Kernel.Text)
			if left != (may && !all) {
				t.Errorf("log all: %v: assignments to %s may be left out: %v", all, name, left)
			}
		}
	}
}
