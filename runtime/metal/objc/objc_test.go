package objc

import (
	"slices"
	"strings"
	"testing"
)

// TestTable holds the table to what the marshalling below the seam counts on.
func TestTable(t *testing.T) {
	if len(Methods) < 50 || len(Functions) != 2 || len(Blocks) != 1 {
		t.Fatalf("%d methods, %d functions, %d blocks", len(Methods), len(Functions), len(Blocks))
	}
	classes := map[string]bool{"id": true}
	for _, m := range Methods {
		classes[m.Class] = true
	}
	seen := map[string]bool{}
	for _, m := range Methods {
		if seen[m.String()] {
			t.Errorf("%s stands twice", m)
		}
		seen[m.String()] = true
		if n := strings.Count(m.Selector, ":"); n != len(m.Args) {
			t.Errorf("%s has %d colons and %d arguments", m, n, len(m.Args))
		}
		if (m.Result == Object) != (m.Own != OwnNone) {
			t.Errorf("%s: who owns what it gives?", m)
		}
		if m.Result == Object && !classes[m.Returns] {
			t.Errorf("%s gives a %s, which has no row", m, m.Returns)
		}
		// Cocoa's rule, which the compiler of Objective-C goes by, too.
		gives := m.Selector == "new" || strings.HasPrefix(m.Selector, "new") && m.Selector[3] >= 'A' && m.Selector[3] <= 'Z'
		if gives != (m.Own == OwnCall) {
			t.Errorf("%s: its name and its ownership disagree", m)
		}
		for _, a := range m.Args {
			if a.Kind == Object && !classes[a.Class] {
				t.Errorf("%s takes a %s, which has no row", m, a.Class)
			}
			if _, ok := Blocks[a.Class]; a.Kind == Block && !ok {
				t.Errorf("%s takes an unknown block %s", m, a.Class)
			}
		}
		first := BySelector(m.Selector)
		if first.Encoding() != m.Encoding() {
			t.Errorf("%s and %s need other calls", first, m)
		}
		if err := m.Match(m.Encoding()); err != nil {
			t.Error(err)
		}
		sizes := slices.IndexFunc(m.Args, func(a Arg) bool { return a.Kind == Size })
		if sizes >= 0 && (len(m.Args) != 2 || m.Args[0].Kind != Size || m.Args[1].Kind != Size || m.Result != Void) || m.Result == Double && len(m.Args) > 0 {
			t.Errorf("%s: the darwin file has no call of this shape", m)
		}
	}
	for name, m := range Functions {
		if (strings.Contains(name, "Create") || strings.Contains(name, "Copy")) != (m.Own == OwnCall) {
			t.Errorf("%s: its name and its ownership disagree", name)
		}
	}
}

// TestMatch compares rows with encodings as macOS has them on its two processors, and with wrong ones.
func TestMatch(t *testing.T) {
	for _, c := range []struct{ class, selector, encoding, want string }{
		{"MTLDevice", "newBufferWithLength:options:", "@32@0:8Q16Q24", ""},
		{"MTLDevice", "newLibraryWithSource:options:error:", "@40@0:8@16@24^@32", ""},
		{"MTLDevice", "newLibraryWithSource:options:error:", `@40@0:8@"NSString"16@"MTLCompileOptions"24^@32`, ""},
		{"MTLDevice", "supportsFamily:", "B24@0:8q16", ""},
		{"MTLDevice", "supportsFamily:", "c24@0:8q16", ""},
		{"NSObject", "release", "Vv16@0:8", ""},
		{"NSString", "UTF8String", "r*16@0:8", ""},
		{"NSString", "stringWithUTF8String:", "@24@0:8r*16", ""},
		{"MTLBuffer", "contents", "^v16@0:8", ""},
		{"MTLBuffer", "contents", "^{thing=Qi}16@0:8", ""},
		{"MTLCommandBuffer", "addCompletedHandler:", "v24@0:8@?16", ""},
		{"MTLCommandBuffer", "addCompletedHandler:", `v24@0:8@?<v@?@"<MTLCommandBuffer>">16`, ""},
		{"MTLComputeCommandEncoder", "dispatchThreads:threadsPerThreadgroup:", "v64@0:8{?=QQQ}16{?=QQQ}40", ""},
		{"MTLComputeCommandEncoder", "dispatchThreads:threadsPerThreadgroup:", "v64@0:8{MTLSize=QQQ}16{MTLSize=QQQ}40", ""},
		{"MTLComputeCommandEncoder", "setBytes:length:atIndex:", "v40@0:8r^v16Q24Q32", ""},
		{"MTLCommandBuffer", "GPUEndTime", "d16@0:8", ""},

		{"MTLCommandBuffer", "GPUEndTime", "f16@0:8", "gives a void, not a double"},
		{"MTLDevice", "newBufferWithLength:options:", "@28@0:8I16Q20", "takes a void at place 1, not a unsigned integer"},
		{"MTLDevice", "newBufferWithLength:options:", "@40@0:8Q16Q24Q32", "takes 3 arguments, not 2"},
		{"MTLComputeCommandEncoder", "dispatchThreads:threadsPerThreadgroup:", "v64@0:8{?=III}16{?=QQQ}40", "takes a void at place 1, not a MTLSize"},
		{"MTLBuffer", "contents", "", "no receiver"},
		{"MTLBuffer", "contents", "^", "ends early"},
		{"MTLBuffer", "contents", "^v16@0", "no receiver"},
		{"MTLBuffer", "contents", "{?=QQ", "not closed"},
		{"MTLBuffer", "contents", "@\"x", "without end"},
		{"MTLBuffer", "contents", "%16@0:8", "unknown type"},
	} {
		m := Find(c.class, c.selector, strings.HasPrefix(c.selector, "stringWith"))
		if m == nil {
			t.Fatalf("no row %s %s", c.class, c.selector)
		}
		err := m.Match(c.encoding)
		if c.want == "" && err != nil {
			t.Error(err)
		}
		if c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s as %q: %v, expected %q", m, c.encoding, err, c.want)
		}
	}
}

// FuzzParseEncoding: a type encoding comes from outside.
func FuzzParseEncoding(f *testing.F) {
	for _, m := range Methods {
		f.Add(m.Encoding())
	}
	f.Add(`v24@0:8@?<v@?@"<MTLCommandBuffer>">16`)
	f.Add("{{{}@\"^^^?")
	f.Fuzz(func(t *testing.T, s string) {
		sig, err := ParseEncoding(s)
		if err == nil && len(sig.Args) > len(s) {
			t.Errorf("%q has %d arguments", s, len(sig.Args))
		}
	})
}

// TestAdmit gives arguments that a row does not take.
func TestAdmit(t *testing.T) {
	var id ID
	library := Find("MTLDevice", "newLibraryWithSource:options:error:", false)
	for _, c := range []struct {
		m    *Method
		args []Value
		want string
	}{
		{library, []Value{Of(1), Of(0), ErrorTo(&id)}, ""}, // options may be nil
		{library, []Value{Of(1), Of(2)}, "takes 3 arguments, not 2"},
		{library, []Value{Of(0), Of(2), ErrorTo(&id)}, "argument 1 is nil"},
		{library, []Value{Of(1), Unsigned(2), ErrorTo(&id)}, "argument 2 is a object, not a unsigned integer"},
		{library, []Value{Of(1), Of(2), ErrorTo(nil)}, "argument 3 points nowhere"},
		{Find("MTLComputeCommandEncoder", "setBytes:length:atIndex:", false), []Value{Memory(nil), Unsigned(0), Unsigned(0)}, "points nowhere"},
		{Find("NSString", "stringWithUTF8String:", true), []Value{Text("a\x00b")}, "holds a NUL"},
	} {
		f := c.m.Admit(c.args)
		if got := ""; f != nil {
			got = f.Text
			if c.want == "" || !strings.Contains(got, c.want) {
				t.Errorf("%s: %s, expected %q", c.m, got, c.want)
			}
		} else if c.want != "" {
			t.Errorf("%s: nothing, expected %q", c.m, c.want)
		}
	}
}
