package elab

import (
	"strings"

	"github.com/gpga/gpga/frontend/ast"
)

// sourceText writes an expression as a reader of messages expects it, and always the same way, so that the conditions of an SDF file
// can be compared with those of a module.
func sourceText(x ast.Expr) string {
	var b strings.Builder
	writeSource(&b, x, false)
	return b.String()
}

func writeSource(b *strings.Builder, x ast.Expr, inner bool) {
	list := func(open string, xs []ast.Expr, end string) {
		b.WriteString(open)
		for i, y := range xs {
			if i > 0 {
				b.WriteByte(',')
			}
			writeSource(b, y, false)
		}
		b.WriteString(end)
	}
	nested := func(f func()) {
		if inner {
			b.WriteByte('(')
		}
		f()
		if inner {
			b.WriteByte(')')
		}
	}
	switch x := x.(type) {
	case *ast.Ident:
		for i := range x.Parts {
			if i > 0 {
				b.WriteByte('.')
			}
			b.WriteString(x.Parts[i].Name)
			for _, k := range x.Parts[i].Index {
				list("[", []ast.Expr{k}, "]")
			}
		}
	case *ast.Number:
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(x.Text, " ", ""), "_", ""))
	case *ast.Real:
		b.WriteString(x.Text)
	case *ast.String:
		b.WriteString(`"` + x.Raw + `"`)
	case *ast.Unary:
		b.WriteString(x.Op.String())
		writeSource(b, x.X, true)
	case *ast.Binary:
		nested(func() {
			writeSource(b, x.X, true)
			b.WriteString(x.Op.String())
			writeSource(b, x.Y, true)
		})
	case *ast.Cond:
		nested(func() {
			writeSource(b, x.Cond, true)
			b.WriteByte('?')
			writeSource(b, x.Then, true)
			b.WriteByte(':')
			writeSource(b, x.Else, true)
		})
	case *ast.Concat:
		list("{", x.Elems, "}")
	case *ast.Repl:
		list("{", []ast.Expr{x.Count}, "")
		list("{", x.Elems, "}}")
	case *ast.MinTypMax:
		writeSource(b, x.Typ, inner)
	case *ast.Index:
		writeSource(b, x.X, true)
		list("[", []ast.Expr{x.I}, "]")
	case *ast.RangeSelect:
		writeSource(b, x.X, true)
		b.WriteByte('[')
		writeSource(b, x.L, false)
		b.WriteString(map[ast.SelectKind]string{ast.SelectUp: "+:", ast.SelectDown: "-:"}[x.Kind])
		if x.Kind != ast.SelectUp && x.Kind != ast.SelectDown {
			b.WriteByte(':')
		}
		writeSource(b, x.R, false)
		b.WriteByte(']')
	case *ast.Call:
		writeSource(b, x.Name, false)
		list("(", x.Args, ")")
	case *ast.SysCall:
		b.WriteString(x.Name)
		if x.Parens || len(x.Args) > 0 {
			list("(", x.Args, ")")
		}
	}
}
