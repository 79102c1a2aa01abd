package metal

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/runtime/metal/objc"
)

// Device is what a Metal device says of itself.
type Device struct {
	Name       string   `json:"name"`
	Registry   uint64   `json:"registry_id"`
	Default    bool     `json:"default"`    // the one that the engine takes
	Families   []string `json:"families"`   // the newest of each line: Apple8, Mac2, Common3, Metal3
	Kind       []string `json:"kind"`       // of: paravirtual, low power, headless, removable
	Unified    bool     `json:"unified"`    // it shares the machine's memory
	MaxBuffer  uint64   `json:"max_buffer"` // bytes of one buffer
	WorkingSet uint64   `json:"working_set"`
	Group      uint64   `json:"threadgroup_memory"` // bytes
	Allocated  uint64   `json:"allocated"`          // bytes, by this process
}

// Machine is what a system has of Metal.
type Machine struct {
	Devices []Device `json:"devices"`
	// Language is the newest version of the Metal Shading Language that the system compiles, as 3.1; empty when it does not say.
	Language string `json:"language,omitempty"`
}

// families are the lines of MTLGPUFamily: the value of the first and how many of them there are.
var families = []struct {
	line         string
	first, count int64
}{{"Apple", 1001, 10}, {"Mac", 2001, 2}, {"Common", 3001, 3}}

// newer are the families behind Common3. Their numbers do not go on from there.
var newer = []struct {
	name  string
	value int64
}{{"Metal4", 5002}, {"Metal3", 5001}}

// Survey lists the devices of a system. It makes nothing on them. A machine without any is no error.
func Survey(sys objc.System) (Machine, error) {
	var m Machine
	fault := sys.Do(func(c objc.Calls) {
		var chosen uint64
		first := c.Call("MTLCreateSystemDefaultDevice").ID
		if first != 0 {
			defer c.Send(first, "release")
			chosen = c.Send(first, "registryID").Num
		}
		all := c.Call("MTLCopyAllDevices").ID
		var n uint64
		if all != 0 {
			defer c.Send(all, "release")
			n = c.Send(all, "count").Num
		}
		for i := range n {
			d := describe(c, c.Send(all, "objectAtIndex:", objc.Unsigned(i)).ID)
			d.Default = first == 0 && i == 0 || first != 0 && d.Registry == chosen
			m.Devices = append(m.Devices, d)
		}
		if n == 0 && first != 0 { // a process that may not list them has its own all the same
			d := describe(c, first)
			d.Default = true
			m.Devices = append(m.Devices, d)
		}
		if len(m.Devices) > 0 && c.Class("MTLCompileOptions") != 0 {
			// A new object has the newest version in it.
			opt := c.Send(c.Class("MTLCompileOptions"), "new").ID
			defer c.Send(opt, "release")
			if v := c.Send(opt, "languageVersion").Num; v != 0 {
				m.Language = fmt.Sprintf("%d.%d", v>>16, v&0xffff)
			}
		}
	})
	return m, fault
}

func describe(c objc.Calls, id objc.ID) Device {
	// Other systems than today's may lack what is only told here.
	number := func(selector string) uint64 {
		if c.Send(id, "respondsToSelector:", objc.Name(selector)).Num == 0 {
			return 0
		}
		return c.Send(id, selector).Num
	}
	supports := func(family int64) bool { return c.Send(id, "supportsFamily:", objc.Signed(family)).Num != 0 }
	d := Device{
		Name: text(c, c.Send(id, "name").ID), Registry: c.Send(id, "registryID").Num, Unified: c.Send(id, "hasUnifiedMemory").Num != 0,
		MaxBuffer: c.Send(id, "maxBufferLength").Num, Allocated: c.Send(id, "currentAllocatedSize").Num,
		WorkingSet: number("recommendedMaxWorkingSetSize"), Group: number("maxThreadgroupMemoryLength"),
	}
	for _, f := range families {
		for i := f.count; i > 0; i-- {
			if supports(f.first + i - 1) {
				d.Families = append(d.Families, fmt.Sprintf("%s%d", f.line, i))
				break
			}
		}
	}
	for _, f := range newer {
		if supports(f.value) {
			d.Families = append(d.Families, f.name)
			break
		}
	}
	if paravirtual(d.Name) {
		d.Kind = append(d.Kind, "paravirtual")
	}
	for _, k := range []struct{ selector, kind string }{{"isLowPower", "low power"}, {"isHeadless", "headless"}, {"isRemovable", "removable"}} {
		if number(k.selector) != 0 {
			d.Kind = append(d.Kind, k.kind)
		}
	}
	return d
}

// paravirtual is whether a device is that of a virtual machine, which lacks binary archives and more.
func paravirtual(name string) bool { return strings.Contains(strings.ToLower(name), "paravirtual") }
