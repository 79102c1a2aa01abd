package metal

import (
	"reflect"
	"testing"

	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// TestSurvey lists the devices of a machine, of an old one, of one without a device and of one with a wrong row.
func TestSurvey(t *testing.T) {
	whole := Device{Name: "Checking fake", Registry: 0x1000003a7, Default: true, Families: []string{"Apple5", "Metal3"}, Kind: []string{"headless"},
		Unified: true, MaxBuffer: 1 << 30, WorkingSet: 3 << 28, Group: 32 << 10}
	old := whole
	old.Kind, old.WorkingSet, old.Group = nil, 0, 0
	wrong := fake.Options{Encoding: func(m *objc.Method, enc string) string {
		if m.Selector == "registryID" {
			return "I16@0:8"
		}
		return enc
	}}
	for _, c := range []struct {
		name string
		o    fake.Options
		want Machine
		err  string
	}{
		{"new", fake.Options{}, Machine{[]Device{whole}, "3.1"}, ""},
		{"old", fake.Options{Old: true}, Machine{[]Device{old}, "3.1"}, ""},
		{"none", fake.Options{NoDevice: true}, Machine{}, ""},
		{"wrong", wrong, Machine{}, "-[MTLDevice registryID] gives a void, not a unsigned integer (I16@0:8)"},
	} {
		sys := fake.New(c.o)
		got, err := Survey(objc.Guard(sys))
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, expected %+v", c.name, got, c.want)
		}
		if text := ""; err != nil {
			if text = err.Error(); text != c.err {
				t.Errorf("%s: %q, expected %q", c.name, text, c.err)
			}
		} else if c.err != "" {
			t.Errorf("%s: no error, expected %q", c.name, c.err)
		}
		if err := sys.Close(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for name, want := range map[string]bool{"Apple Paravirtual device": true, "Apple M2 Pro": false, "AMD Radeon Pro 5500M": false} {
		if paravirtual(name) != want {
			t.Errorf("%s: %t", name, !want)
		}
	}
}
