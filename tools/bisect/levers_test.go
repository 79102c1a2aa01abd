package bisect

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gpga/gpga/tools/flow"
)

// equal is a design of many equal processes, which share a function unless somebody forbids it.
func equal(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("module top; reg clk = 0;\n")
	for i := range n {
		fmt.Fprintf(&b, "reg [15:0] a%d = %d; always @(posedge clk) if (a%d[0]) a%d <= a%d + 16'd3; else a%d <= a%d >> 1;\n", i, i, i, i, i, i, i)
	}
	b.WriteString("initial begin clk = 1; #1 $display(\"%d\", a0); end endmodule\n")
	file := filepath.Join(t.TempDir(), "equal.v")
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestTurnLevers: of two options that were asked for, one makes the kernel dear; that one is named.
func TestTurnLevers(t *testing.T) {
	plain := flow.Options{Files: []string{equal(t, 40)}}
	m := metric(t, "tokens")
	value := func(o flow.Options) float64 {
		r, err := TurnLevers(context.Background(), o, m, 1e9, io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		if r.Enough != nil || r.Value != r.After {
			t.Errorf("within the bound, and yet %+v", r.Enough)
		}
		return r.Value
	}
	good := value(plain)
	asked := plain
	asked.Emit.ShareMin, asked.Emit.LogAll = -1, true
	bad := value(asked)
	if bad < 1.5*good {
		t.Fatalf("%v tokens, %v with functions of their own", good, bad)
	}
	r, err := TurnLevers(context.Background(), asked, m, (good+bad)/2, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(r.Enough, []string{"--share=0"}) || r.After > r.Bound || r.Why == nil || !strings.HasPrefix(r.Why.Function, "gpga_") {
		t.Errorf("%+v %+v", r, r.Why)
	}
	var out bytes.Buffer
	if err := r.Print(&out); err != nil || !strings.Contains(out.String(), "\n--share=0: ") {
		t.Errorf("%v\n%s", err, out.String())
	}
	r, err = TurnLevers(context.Background(), asked, m, 1, io.Discard)
	if err != nil || len(r.Enough) != 0 {
		t.Errorf("%+v %v", r, err)
	}
	if _, err := TurnLevers(context.Background(), flow.Options{Files: []string{"no such file.v"}}, m, 1, io.Discard); err == nil || !strings.Contains(err.Error(), "no such file.v") {
		t.Errorf("%v", err)
	}
}

// TestLevers: each lever has another setting for some options, and none when it is set already.
func TestLevers(t *testing.T) {
	for _, l := range Levers {
		asked := flow.Options{Form: flow.FormSwitch}
		asked.Emit.ShareMin, asked.Emit.LogAll, asked.Emit.EvalAll, asked.Emit.KernelLimit, asked.Lower.TraceAll, asked.Elab.Specify = 3, true, true, 9, true, true
		var plain flow.Options
		a, p := l.set(&asked), l.set(&plain)
		if !a && !p {
			t.Errorf("%s turns nothing", l.Name)
		}
		if l.Back && p {
			t.Errorf("%s takes back what nobody asked for", l.Name)
		}
		if a && l.set(&asked) {
			t.Errorf("%s can be turned twice", l.Name)
		}
	}
}
