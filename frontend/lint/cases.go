package lint

import (
	"fmt"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/source"
)

// maxCaseBits bounds the selectors whose values are gone through one by one.
const maxCaseBits = 16

// caseLabel is an item of a case statement.
type caseLabel struct {
	x     ast.Expr
	known bool // constant
	care  logic.Vec
	first int // a value that it shares with an earlier item, -1: none
	with  ast.Expr
	dead  bool // all its values are an earlier item's
	xz    bool // has bits that no value of 0 and 1 equals
}

// table is what is known of a case statement whose items are constants.
type table struct {
	width   int
	labels  []caseLabel
	missing int // the least value without an item, -1: none
}

// caseTable goes through the values of a case statement; ok is false where it is too wide or an item is not constant.
func caseTable(s elab.Scope, st *ast.Case) (t *table, ok bool) {
	sel, good := s.Value(st.X)
	if !good || sel.Real || sel.Const || sel.Width > maxCaseBits {
		return nil, false
	}
	t = &table{width: sel.Width, missing: -1}
	for _, it := range st.Items {
		for _, x := range it.Exprs {
			v, good := s.Value(x)
			if !good || !v.Const {
				return nil, false
			}
			t.labels = append(t.labels, caseLabel{x: x, known: true, first: -1, care: logic.Extend(v.Bits, max(v.Bits.Width, sel.Width), v.Signed && sel.Signed)})
		}
	}
	owner := make([]int, 1<<sel.Width) // label + 1
	for i := range t.labels {
		l := &t.labels[i]
		mine := 0
		for v := range owner {
			if !matches(st.Kind, l, v, sel.Width) {
				continue
			}
			if owner[v] == 0 {
				owner[v] = i + 1
				mine++
			} else if l.first < 0 {
				l.first, l.with = v, t.labels[owner[v]-1].x
			}
		}
		l.dead = mine == 0 && l.first >= 0
	}
	for v, o := range owner {
		if o == 0 {
			t.missing = v
			break
		}
	}
	return t, true
}

// matches tells whether a value of 0 and 1 matches an item.
func matches(kind ast.CaseKind, l *caseLabel, v, width int) bool {
	for b := range l.care.Width {
		bit := l.care.Bit(b)
		switch {
		case bit == logic.LZ && kind != ast.CasePlain, bit == logic.LX && kind == ast.CaseX:
			continue
		case !bit.Known():
			return false
		}
		has := b < width && v>>b&1 != 0
		if has != (bit == logic.L1) {
			return false
		}
	}
	return true
}

// caseItems reports on all case statements below st; that they are incomplete only where they are not a testbench's.
func (c *checker) caseItems(s elab.Scope, st ast.Stmt, complete bool) {
	eachStmt(s, st, func(in elab.Scope, x ast.Stmt) {
		if cs, ok := x.(*ast.Case); ok {
			c.caseStmt(in, cs, complete)
		}
	})
}

func (c *checker) caseStmt(s elab.Scope, st *ast.Case, complete bool) {
	if st.Kind == ast.CaseX {
		c.warn(diag.LintCasex, word(st.Pos(), "casex"), "casex takes unknown bits of the value for a match: casez does not")
	}
	sel := c.extentOf(s, st.X)
	hasDefault, parallel, full := false, false, false
	for _, a := range st.Attrs {
		parallel = parallel || a.Name == "parallel_case"
		full = full || a.Name == "full_case"
	}
	for _, it := range st.Items {
		hasDefault = hasDefault || it.Default
		for _, x := range it.Exprs {
			c.caseLabel(s, st, sel, x)
		}
	}
	t, ok := caseTable(s, st)
	if !ok {
		return
	}
	for _, l := range t.labels {
		if l.first < 0 || parallel {
			continue
		}
		text := fmt.Sprintf("this item shares %s with an earlier one", value(l.first, t.width))
		if l.dead {
			text = "this item is never taken: earlier ones match all its values"
		}
		c.warnNote(diag.LintCaseOverlap, l.x, l.with.Pos(), "the earlier item is here", "%s", text)
	}
	if complete && t.missing >= 0 && !hasDefault && !full {
		c.warn(diag.LintCaseMissing, word(st.Pos(), "case"), "the case has no default and no item for %s", value(t.missing, t.width))
	}
}

// caseLabel reports on one item: bits that cannot match, and its width.
func (c *checker) caseLabel(s elab.Scope, st *ast.Case, sel extent, x ast.Expr) {
	if v, ok := s.Value(x); ok && v.Const && !v.Known && !v.Real {
		for b := range v.Bits.Width {
			bit := v.Bits.Bit(b)
			if st.Kind == ast.CasePlain && !bit.Known() || st.Kind == ast.CaseZ && bit == logic.LX {
				c.warn(diag.LintCaseXZ, x, "no value of 0 and 1 matches bit %d of this item", b)
				break
			}
		}
	}
	e := c.extentOf(s, x)
	if !e.ok || !sel.ok || e.real || sel.real || isConst(s, st.X) && !isConst(s, x) {
		return
	}
	switch {
	case e.loose && e.min <= sel.max, sel.loose && sel.min <= e.max, e.min <= sel.max && sel.min <= e.max:
	default:
		c.warn(diag.LintWidthOperand, x, "the item has %d bits, what the case looks at %d", e.width(), sel.width())
	}
}

func value(v, width int) string { return fmt.Sprintf("%d'b%0*b", width, width, v) }

// word is a keyword at a place.
func word(pos source.Pos, text string) at { return span(pos, len(text)) }
