package cost

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gpga/gpga/codegen/msl"
)

func measure(t *testing.T, text string) *Report {
	t.Helper()
	u, errs := msl.Load("t.metal", []byte(text))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return Measure(u)
}

// inKernel wraps a body.
func inKernel(body string) string {
	return "kernel void k(device uint *st [[buffer(0)]], uint gid [[thread_position_in_grid]]) {\n" + body + "\n}\n"
}

func TestCounts(t *testing.T) {
	tests := []struct {
		name string
		body string
		want Counts // of control flow
	}{
		{"straight", "uint a = 1u; a = a + 2u; st[0] = a;", Counts{}},
		{"if assigns one", "uint a = 1u; if (gid > 1u) { a = 2u; } st[0] = a;", Counts{Branches: 1, Merges: 1, Phi: 2}},
		{"if assigns nothing outside", "if (gid > 1u) { uint a = 2u; a = 3u; st[0] = a; }", Counts{Branches: 1, Merges: 1}},
		{"member of a struct", "S a = S{1u, 2u}; if (gid > 1u) { a.v = 2u; } st[0] = a.v;", Counts{Branches: 1, Merges: 1, Phi: 2}},
		{"nested", "uint a = 1u; if (gid > 1u) { if (gid > 2u) { a = 2u; } } st[0] = a;", Counts{Branches: 2, Merges: 2, Phi: 4}},
		{"loop", "uint a = 0u; for (uint i = 0u; i < 3u; ++i) { a += i; } st[0] = a;", Counts{Loops: 1, Merges: 1, Phi: 4}},
		{"switch", "uint a = 0u; switch (gid) { case 0: case 1: a = 1u; break; case 2: a = 2u; break; } st[0] = a;",
			Counts{Switches: 1, SwitchCases: 3, LargestSwitch: 3, Merges: 1, Phi: 3}},
		{"default is an arm", "uint a = 0u; switch (gid) { case 0: a = 1u; break; default: a = 2u; } st[0] = a;",
			Counts{Switches: 1, SwitchCases: 2, LargestSwitch: 2, Merges: 1, Phi: 2}},
		{"operators", "st[0] = gid > 1u && gid < 9u || gid == 3u ? 1u : 2u;", Counts{Branches: 3, Ternaries: 1, Merges: 3}},
		{"calls", "st[0] = f(f(gid)) + popcount(gid);", Counts{Calls: 2}},
	}
	for _, test := range tests {
		r := measure(t, "struct S { uint v; uint x; };\nuint f(uint a) { return a; }\n"+inKernel(test.body))
		got := r.Functions[len(r.Functions)-1].Counts
		got = Counts{Branches: got.Branches, Switches: got.Switches, SwitchCases: got.SwitchCases, LargestSwitch: got.LargestSwitch, Ternaries: got.Ternaries, Loops: got.Loops, Merges: got.Merges, Phi: got.Phi, Calls: got.Calls}
		if got != test.want {
			t.Errorf("%s:\n got %+v\nwant %+v", test.name, got, test.want)
		}
	}
}

func TestTokensAndBytes(t *testing.T) {
	plain := "#define TWICE(a) (a + a)\n" + inKernel("st[0] = TWICE(gid);")
	r := measure(t, plain)
	// kernel void k ( device uint * st [ [ buffer ( 0 ) ] ] , uint gid [ [ name ] ] ) { : 26, and }
	// st [ 0 ] = ( gid + gid ) ; : 11
	if got := r.Functions[0].Tokens; got != 26+11+1 {
		t.Errorf("tokens of the function: %d", got)
	}
	if r.Functions[0].Lines != 3 {
		t.Errorf("lines: %d", r.Functions[0].Lines)
	}
	commented := "#define TWICE(a) (a + a)\n" + inKernel("/* a comment, with (tokens) */st[0] = TWICE(gid);// and more")
	c := measure(t, commented)
	if c.Bytes != r.Bytes || c.Tokens != r.Tokens || c.Functions[0].Bytes != r.Functions[0].Bytes {
		t.Errorf("comments cost something: %d bytes, %d tokens, without: %d, %d", c.Bytes, c.Tokens, r.Bytes, r.Tokens)
	}
	if r.Bytes != len(plain) {
		t.Errorf("bytes %d of %d", r.Bytes, len(plain))
	}
}

func TestExpansion(t *testing.T) {
	const text = `
constant ushort table[3] = {1, 2, 3};
uint leaf(uint a) { return a > 1u ? a : 2u; }
uint mid(uint a) { return leaf(a) + leaf(a + 1u); }
__attribute__((noinline)) uint apart(uint a) { return mid(a); }
kernel void k(device uint *st [[buffer(0)]]) { st[0] = apart(1u) + apart(2u) + leaf(3u); }
kernel void other(device uint *st [[buffer(0)]]) { st[0] = 1u; }
`
	r := measure(t, text)
	f := map[string]Function{}
	for _, x := range r.Functions {
		f[x.Name] = x
	}
	if f["leaf"].Cost != float64(f["leaf"].Tokens)+100 {
		t.Errorf("leaf costs %v with %d tokens", f["leaf"].Cost, f["leaf"].Tokens)
	}
	if got, want := f["mid"].Expanded, f["mid"].Cost+2*f["leaf"].Cost; got != want {
		t.Errorf("mid expands to %v, not %v", got, want)
	}
	if got, want := f["apart"].Expanded, f["apart"].Cost+f["mid"].Expanded; got != want {
		t.Errorf("apart expands to %v, not %v", got, want)
	}
	k := r.Kernels[0]
	if want := f["k"].Cost + f["leaf"].Cost + f["apart"].Expanded; k.Cost != want {
		t.Errorf("the kernel costs %v, not %v", k.Cost, want)
	}
	if k.Functions != 4 || k.CallDepth != 4 || k.Calls != 3+1+2 {
		t.Errorf("kernel: %+v", k)
	}
	if o := r.Kernels[1]; o.Functions != 1 || o.CallDepth != 1 || o.Calls != 0 {
		t.Errorf("other kernel: %+v", o)
	}
	if r.Total.Functions != 5 || r.TableBytes != 6 {
		t.Errorf("total: %+v, tables %d", r.Total, r.TableBytes)
	}
	if k.LargestFunction != "k" {
		t.Errorf("largest is %s", k.LargestFunction)
	}
}

func TestReportIsStable(t *testing.T) {
	var b strings.Builder
	for i := range 26 {
		b.WriteString("uint f" + string(rune('a'+i)) + "(uint a) { return a + 1u; }\n")
	}
	b.WriteString(inKernel("st[0] = fa(fb(fc(fd(fx(1u)))));"))
	first, _ := json.Marshal(measure(t, b.String()))
	for range 5 {
		if again, _ := json.Marshal(measure(t, b.String())); string(again) != string(first) {
			t.Fatal("two reports of one text differ")
		}
	}
}
