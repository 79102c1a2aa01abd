package elab

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

func anyTask(min, max int, kinds ...argKind) sysSpec {
	return sysSpec{min: min, max: max, kinds: kinds}
}

// sysTasks are the system tasks (IEEE 1364-2005 clauses 17 and 18), with what Icarus Verilog adds.
var sysTasks = func() map[string]sysSpec {
	m := map[string]sysSpec{
		"$finish": anyTask(0, 1, argValue), "$stop": anyTask(0, 1, argValue), "$finish_and_return": anyTask(1, 1, argValue),
		"$monitoron": anyTask(0, 0), "$monitoroff": anyTask(0, 0),
		"$fclose": anyTask(1, 1, argValue), "$fflush": anyTask(0, 1, argValue),
		"$readmemb": anyTask(2, 4, argValue, argArray, argValue), "$readmemh": anyTask(2, 4, argValue, argArray, argValue),
		"$writememb": anyTask(2, 4, argValue, argArray, argValue), "$writememh": anyTask(2, 4, argValue, argArray, argValue),
		"$readmempath": anyTask(1, 1, argValue),
		"$sformat":     anyTask(2, -1, argTarget, argAny),
		"$timeformat":  anyTask(0, 4, argValue), "$printtimescale": anyTask(0, 1, argAny),
		"$dumpfile": anyTask(0, 1, argValue), "$dumpvars": anyTask(0, -1, argAny), "$dumpon": anyTask(0, 0),
		"$dumpoff": anyTask(0, 0), "$dumpall": anyTask(0, 0), "$dumpflush": anyTask(0, 0), "$dumplimit": anyTask(1, 1, argValue),
		"$dumpports": anyTask(0, -1, argAny), "$dumpportson": anyTask(0, 1, argValue), "$dumpportsoff": anyTask(0, 1, argValue),
		"$dumpportsall": anyTask(0, 1, argValue), "$dumpportsflush": anyTask(0, 1, argValue), "$dumpportslimit": anyTask(1, 2, argValue),
		"$q_initialize": anyTask(4, 4, argValue, argValue, argValue, argTarget), "$q_add": anyTask(4, 4, argValue, argValue, argValue, argTarget),
		"$q_remove": anyTask(4, 4, argValue, argTarget), "$q_exam": anyTask(4, 4, argValue, argValue, argTarget),
		"$fatal": anyTask(0, -1, argAny), "$error": anyTask(0, -1, argAny), "$warning": anyTask(0, -1, argAny), "$info": anyTask(0, -1, argAny),
	}
	for _, base := range []string{"$display", "$write", "$strobe", "$monitor"} {
		for _, radix := range []string{"", "b", "o", "h"} {
			m[base+radix] = anyTask(0, -1, argAny)
			m["$f"+base[1:]+radix] = anyTask(1, -1, argAny)
		}
	}
	for _, radix := range []string{"", "b", "o", "h"} {
		m["$swrite"+radix] = anyTask(1, -1, argTarget, argAny)
	}
	return m
}()

// unsupportedTasks are known tasks that have no implementation.
var unsupportedTasks = map[string]bool{
	"$save": true, "$restart": true, "$incsave": true, "$reset": true, "$input": true, "$key": true, "$nokey": true,
	"$log": true, "$nolog": true, "$scope": true, "$list": true, "$showscopes": true, "$showvars": true, "$getpattern": true,
	"$sreadmemb": true, "$sreadmemh": true, "$scale": true, "$reset_count": true, "$reset_value": true,
}

// formats are the tasks whose strings are formats; those with a radix, $displayb and the like, without it.
var formats = map[string]bool{"$display": true, "$write": true, "$strobe": true, "$monitor": true, "$fdisplay": true, "$fwrite": true,
	"$fstrobe": true, "$fmonitor": true, "$swrite": true, "$sformat": true, "$fatal": true, "$error": true, "$warning": true, "$info": true}

// ignoredTasks change nothing that is simulated; using one is a warning.
var ignoredTasks = map[string]bool{"$sdf_annotate": true}

// sysTask elaborates a system task enable.
func (e *elab) sysTask(s *scope, st *ast.SysTaskCall) design.Stmt {
	pos := design.At{Pos: st.Pos()}
	if st.Name == "$sdf_annotate" && e.opts.Specify && len(st.Args) > 0 {
		return &design.Null{At: pos} // its file is read already, see annotate
	}
	if ignoredTasks[st.Name] {
		e.diags.Warnf(codeIgnored, st.Pos(), "%s is ignored", st.Name)
		return &design.Null{At: pos}
	}
	if p, ok := plaTask(st.Name); ok {
		return e.plaCall(s, st, p)
	}
	if st.Name == "$deposit" {
		return e.deposit(s, st)
	}
	spec, ok := sysTasks[st.Name]
	if !ok {
		if f, isFunc := sysFuncs[st.Name]; isFunc && f.task {
			spec, ok = f, true
		}
	}
	if !ok {
		switch {
		case unsupportedTasks[st.Name]:
			e.diags.Errorf(codeUnsupported, st.Pos(), "%s is a task of IEEE 1364-2005 annex C, which is no part of the language; gpga does not have it", st.Name)
		case sysFuncs[st.Name].width > 0:
			e.diags.Errorf(codeNoSysTask, st.Pos(), "system function %s may not stand as a statement", st.Name)
		default:
			e.diags.Errorf(codeNoSysTask, st.Pos(), "there is no system task %s", st.Name)
		}
		return &design.Null{At: pos}
	}
	xs := st.Args
	if spec.max >= 0 || len(spec.kinds) > 0 && spec.kinds[0] != argAny {
		xs = trimArgs(xs)
	}
	if len(xs) == 1 && ast.IsEmpty(xs[0]) {
		xs = nil // `$display()` has no arguments
	}
	args, good := e.sysArgs(s, st.Name, &spec, xs, st)
	if !good {
		return &design.Null{At: pos}
	}
	if st.Name == "$printtimescale" && len(xs) == 1 {
		args = e.timescaleOf(s, args, xs[0])
	}
	if n := len(xs); st.Name == "$timeformat" && n != 0 && n != 4 {
		e.diags.Errorf(codeSysArgs, st.Pos(), "$timeformat takes four arguments or none, %d given (IEEE 1364-2005 17.3.2)", n)
	}
	late, toFile := strings.CutPrefix(st.Name, "$f")
	late = strings.TrimPrefix(late, "$")
	if strings.HasPrefix(late, "monitor") || strings.HasPrefix(late, "strobe") || st.Name == "$dumpvars" {
		for i, a := range args {
			if i == 0 && toFile {
				continue // the descriptor is read at once
			}
			a.Value.Walk(func(x *design.Expr) bool {
				if x.Sig != nil && x.Sig.Frame != nil {
					e.diags.Errorf(codeSysArgs, a.Pos, "%s cannot watch what is automatic (IEEE 1364-2005 10.2.3)", st.Name)
					return false
				}
				return true
			})
		}
	}
	if formats[st.Name] || formats[strings.TrimRight(st.Name, "boh")] {
		bindingText(s, args)
	}
	task := &design.SysTask{At: pos, Name: st.Name, Args: args, Scope: s.caller()}
	if st.Name == "$dumpvars" {
		return e.dumpVars(task)
	}
	if st.Name == "$dumpports" {
		return e.dumpPorts(s, task)
	}
	return task
}

// sysArgs elaborates the arguments of a system function or task.
func (e *elab) sysArgs(s *scope, name string, spec *sysSpec, xs []ast.Expr, at ast.Node) ([]design.SysArg, bool) {
	if len(xs) < spec.min || spec.max >= 0 && len(xs) > spec.max {
		switch {
		case spec.max == spec.min:
			e.diags.Errorf(codeSysArgs, at.Pos(), "%s takes %d arguments, %d given", name, spec.min, len(xs))
		case spec.max < 0:
			e.diags.Errorf(codeSysArgs, at.Pos(), "%s takes at least %d arguments, %d given", name, spec.min, len(xs))
		default:
			e.diags.Errorf(codeSysArgs, at.Pos(), "%s takes %d to %d arguments, %d given", name, spec.min, spec.max, len(xs))
		}
		return nil, false
	}
	args := make([]design.SysArg, len(xs))
	good := true
	for i, x := range xs {
		var ok bool
		args[i], ok = e.sysArg(s, name, spec.kind(i), x)
		good = good && ok
		if a := &args[i]; ok && name == "$dumpvars" && i > 0 && a.Kind == design.ArgExpr && a.Decl == nil && a.Value.Op != design.OpWord {
			e.diags.Warnf("W2016", a.Pos, "$dumpvars takes scopes and whole variables; this is not dumped")
		}
	}
	return args, good
}

func (e *elab) sysArg(s *scope, name string, kind argKind, x ast.Expr) (design.SysArg, bool) {
	arg := design.SysArg{Kind: design.ArgExpr, Pos: x.Pos()}
	if ast.IsEmpty(x) {
		arg.Kind = design.ArgNull
		if kind != argAny && kind != argValue {
			e.diags.Errorf(codeSysArgs, x.Pos(), "%s needs an argument here", name)
			return arg, false
		}
		return arg, true
	}
	switch kind {
	case argAny:
		return e.anyArg(s, x)
	case argTarget:
		return e.targetArg(s, name, x)
	case argArray:
		if sym := e.arraySymbol(s, x); sym != nil {
			return design.SysArg{Kind: design.ArgArray, Array: sym.decl.Signal, Decl: sym.decl, Pos: x.Pos()}, true
		}
		if name == "$fread" {
			return e.targetArg(s, name, x)
		}
		e.diags.Errorf(codeSysArgs, x.Pos(), "%s needs a memory (an array) here", name)
		return arg, false
	case argNetBit:
		arg.Value = e.selfExpr(s, x)
		arg.Decl = e.plainDecl(s, x)
		if _, _, ok := arg.Value.NetBit(); !ok {
			e.diags.Errorf(codeSysArgs, x.Pos(), "%s needs a scalar net, or a bit of a net, here", name)
			return arg, false
		}
	case argReal:
		arg.Value = toReal(e.selfExpr(s, x))
	case argVec64:
		arg.Value = e.exprFor(s, x, 64, false)
	default:
		arg.Value = e.selfExpr(s, x)
		arg.Decl = e.plainDecl(s, x)
	}
	return arg, true
}

// timescaleOf gives the arguments of $printtimescale of something that a scope declares (IEEE 1364-2005 17.3.1): the scope, and the
// full name to print, a bit select as a part select, as in Icarus Verilog.
func (e *elab) timescaleOf(s *scope, args []design.SysArg, x ast.Expr) []design.SysArg {
	id, sels, ok := selected(x)
	if !ok || args[0].Kind == design.ArgScope {
		return args
	}
	sym, _ := e.find(s, id)
	if sym == nil {
		return args
	}
	name := sym.home.d.Path + "." + sym.name
	for i, sel := range sels {
		switch sel := sel.(type) {
		case *ast.Index:
			n, ok := e.constInt(s, sel.I)
			if !ok {
				return args
			}
			if i < len(sym.ranges) {
				name += fmt.Sprintf("[%d]", n)
			} else {
				name += fmt.Sprintf("[%d:%d]", n, n)
			}
		case *ast.RangeSelect:
			l, okL := e.constInt(s, sel.L)
			r, okR := e.constInt(s, sel.R)
			if !okL || !okR {
				return args
			}
			switch sel.Kind {
			case ast.SelectUp:
				l, r = l+r-1, l
			case ast.SelectDown:
				r = l - r + 1
			}
			name += fmt.Sprintf("[%d:%d]", l, r)
		}
	}
	return []design.SysArg{{Kind: design.ArgScope, Scope: sym.home.d, Pos: x.Pos()}, {Kind: design.ArgExpr, Value: konstText(name, x.Pos()), Pos: x.Pos()}}
}

// plainDecl is the declaration that x names when it is a plain name of a value.
func (e *elab) plainDecl(s *scope, x ast.Expr) *design.Decl {
	if id, ok := x.(*ast.Ident); ok {
		if sym, _ := e.find(s, id); sym != nil {
			return sym.decl
		}
	}
	return nil
}

// arraySymbol is the array that x names as a whole, or nil.
func (e *elab) arraySymbol(s *scope, x ast.Expr) *symbol {
	id, ok := x.(*ast.Ident)
	if !ok {
		return nil
	}
	sym, _ := e.find(s, id)
	if sym == nil || sym.kind != symSignal || len(sym.ranges) == 0 || sym.decl == nil || sym.decl.Signal == nil {
		return nil
	}
	return sym
}

// anyArg elaborates an argument that may be a value, an array, an event or a scope.
func (e *elab) anyArg(s *scope, x ast.Expr) (design.SysArg, bool) {
	arg := design.SysArg{Kind: design.ArgExpr, Pos: x.Pos()}
	id, isName := x.(*ast.Ident)
	if isName {
		sym, _ := e.find(s, id)
		switch {
		case sym == nil:
			sc := e.lookupScope(s, id)
			// A top module goes before a scope further out: begin : top ... $dumpvars(0, top) means the module, in Icarus Verilog.
			if top := e.tops[id.Last()]; top != nil && len(id.Parts) == 1 && s.children[id.Last()] == nil {
				sc = top
			}
			if sc != nil {
				arg.Kind, arg.Scope = design.ArgScope, sc.d
				return arg, true
			}
		case sym.kind == symEvent:
			if len(sym.ranges) > 0 {
				e.diags.Errorf(codeArrayUse, x.Pos(), "'%s' is an array of events: one of them needs %d indices", identText(id), len(sym.ranges))
			}
			if sym.pulse != nil {
				e.diags.Errorf(codeSysArgs, x.Pos(), "'%s' is an event of an automatic task, which has no name here (IEEE 1364-2005 10.2.3)", identText(id))
			}
			if sym.decl == nil || sym.decl.Event == nil {
				return arg, false
			}
			arg.Kind, arg.Event, arg.Decl = design.ArgEvent, sym.decl.Event, sym.decl
			return arg, true
		case sym.kind == symFunc || sym.kind == symTask:
			if sym.sc != nil {
				arg.Kind, arg.Scope = design.ArgScope, sym.sc.d
				return arg, true
			}
		case e.arraySymbol(s, x) != nil:
			arg.Kind, arg.Array, arg.Decl = design.ArgArray, sym.decl.Signal, sym.decl
			return arg, true
		default:
			arg.Decl = sym.decl
		}
	} else if ev, _, is := e.eventElement(s, x); is {
		if ev == nil {
			e.diags.Errorf(codeArrayUse, x.Pos(), "an event of an array needs constant indices here")
			return arg, false
		}
		arg.Kind, arg.Event = design.ArgEvent, ev
		return arg, true
	} else if sc := e.indexedScope(s, x); sc != nil {
		arg.Kind, arg.Scope = design.ArgScope, sc.d
		return arg, true
	}
	arg.Value = e.sysValue(s, x)
	return arg, true
}

// indexedScope finds the scope of `u[2]`, an element of an instance array or generate loop.
func (e *elab) indexedScope(s *scope, x ast.Expr) *scope {
	ix, ok := x.(*ast.Index)
	if !ok {
		return nil
	}
	id, ok := ix.X.(*ast.Ident)
	if !ok {
		return nil
	}
	if sym, _ := e.find(s, id); sym != nil {
		return nil
	}
	last := id.Parts[len(id.Parts)-1]
	last.Index = []ast.Expr{ix.I}
	whole := &ast.Ident{Span: ix.Span, Parts: append(append([]ast.NamePart(nil), id.Parts[:len(id.Parts)-1]...), last)}
	return e.lookupScope(s, whole)
}

// sysValue elaborates a value to be printed. A zero replication is printed as nothing.
func (e *elab) sysValue(s *scope, x ast.Expr) *design.Expr {
	v := e.bind(s, x).self(modeSized)
	if isZeroWidth(v) {
		c := konst(logic.FromBytes(""), false, x.Pos())
		c.Str = true
		return c
	}
	return v
}

// targetArg elaborates an argument that the task writes.
func (e *elab) targetArg(s *scope, name string, x ast.Expr) (design.SysArg, bool) {
	arg := design.SysArg{Kind: design.ArgTarget, Pos: x.Pos()}
	if c, ok := x.(*ast.Concat); ok {
		e.diags.Errorf(codeUnsupported, c.Pos(), "%s writes a variable or a select of one, not a concatenation (IEEE 1364-2005 17.2.4)", name)
		return arg, false
	}
	ls, _, _, ok := e.target(s, x, targetVar)
	if !ok {
		return arg, false
	}
	arg.Target = &ls[0]
	arg.Value = e.selfExpr(s, x)
	arg.Decl = e.plainDecl(s, x)
	return arg, true
}
