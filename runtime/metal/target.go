package metal

import (
	"os"

	"github.com/gpga/gpga/runtime/metal/objc"
)

// Kinds of archives: the classes that read them.
const (
	KindBinary = "MTLBinaryArchive"
	KindMetal4 = "MTL4Archive" // macOS 26
)

// familyMetal4 is MTLGPUFamilyMetal4.
const familyMetal4 = 5002

// Target is what compiled pipelines depend on.
type Target struct {
	GPU   string `json:"gpu"`                    // the device's name
	Build string `json:"os"`                     // the system's version with its build
	Kind  string `json:"kind,omitempty"`         // of the archives that it writes; "": none
	Off   string `json:"archives_off,omitempty"` // why pipelines are not kept here; "": they are
}

// Inspect tells what machine this is. The error is ErrNoDevice where it has no device.
func Inspect(sys objc.System) (Target, error) {
	d, err := openDevice(sys)
	if err != nil {
		return Target{}, err
	}
	defer d.close(sys)
	return d.target, nil
}

// inspect fills in the machine of an open device.
func (d *device) inspect(c objc.Calls) {
	m := &d.target
	m.GPU = d.name
	if class := c.Class("NSProcessInfo"); class != 0 {
		m.Build = text(c, c.Send(c.Send(class, "processInfo").ID, "operatingSystemVersionString").ID)
	}
	can := func(selector string) bool { return c.Send(d.id, "respondsToSelector:", objc.Name(selector)).Num != 0 }
	validation := os.Getenv("MTL_SHADER_VALIDATION")
	switch {
	case m.Build == "":
		m.Off = "the system does not tell its version"
	case validation != "" && validation != "0":
		m.Off = "shader validation is on (MTL_SHADER_VALIDATION)"
	case paravirtual(d.name), can("supportsBinaryArchives") && c.Send(d.id, "supportsBinaryArchives").Num == 0:
		m.Off = "the device " + d.name + " has no archives"
	case !can("newBinaryArchiveWithDescriptor:error:"):
		m.Off = "this macOS has no archives"
	case can("newArchiveWithURL:error:") && can("newCompilerWithDescriptor:error:") && c.Class("MTL4CompilerDescriptor") != 0 &&
		c.Send(d.id, "supportsFamily:", objc.Signed(familyMetal4)).Num != 0:
		m.Kind = KindMetal4
	default:
		m.Kind = KindBinary
	}
}
