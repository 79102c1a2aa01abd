package outside

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/tools/flow"
)

// Options reads the compiler's arguments that a design may have: -D, -I, -P, -s and -y, each in one word with its value. Any other
// is an error.
func Options(args []string) (flow.Options, error) {
	o := flow.Options{Parse: parse.Options{Defines: map[string]string{}}, Elab: elab.Options{Params: map[string]string{}}, Form: flow.FormTable}
	for _, a := range args {
		if len(a) < 3 || a[0] != '-' {
			return o, fmt.Errorf("argument %q: want an option with its value in one word", a)
		}
		name, value, has := strings.Cut(a[2:], "=")
		switch a[:2] {
		case "-D":
			if !has {
				value = "1"
			}
			o.Parse.Defines[name] = value
		case "-P":
			o.Elab.Params[name] = value
		case "-I":
			o.Parse.IncludeDirs = append(o.Parse.IncludeDirs, a[2:])
		case "-y":
			o.Parse.LibDirs = append(o.Parse.LibDirs, a[2:])
		case "-s":
			o.Elab.Tops = append(o.Elab.Tops, a[2:])
		default:
			return o, fmt.Errorf("argument %q: want -D, -I, -P, -s or -y", a)
		}
	}
	return o, nil
}
