package measure

import (
	"github.com/gpga/gpga/codegen/cost"
)

// Kernels cuts a text into its kernels: each has the text without the functions that it does not reach, whose lines stay empty, so
// that positions keep their meaning. A text without kernels, and with whole every text, is one piece.
func Kernels(name, text string, whole bool) []Kernel {
	o := cost.Read(name, text)
	var warnings []string
	for _, w := range o.Warnings {
		warnings = append(warnings, w.Error())
	}
	var list []Kernel
	for _, f := range o.Functions {
		if !f.Kernel || whole {
			continue
		}
		t := o.Alone(f.Name)
		list = append(list, Kernel{Name: f.Name, File: name, Text: t, Bytes: len(t), Warnings: warnings})
	}
	if len(list) == 0 {
		if !whole {
			warnings = append(warnings, name+": no kernel is found in it; it is measured as it is")
		}
		list = append(list, Kernel{File: name, Text: text, Bytes: len(text), Warnings: warnings})
	}
	return list
}
