package elab

import (
	"math"
	"math/bits"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// argKind tells how an argument of a system function or task is elaborated.
type argKind uint8

const (
	argAny    argKind = iota // whatever is written: values, names of scopes, arrays, events, nothing
	argValue                 // an integral value, self-determined
	argReal                  // converted to a real
	argTarget                // written by the task
	argArray                 // a whole array, or a variable ($fread)
	argVec64                 // converted to 64 bits ($bitstoreal)
	argNetBit                // one bit of a net ($countdrivers)
)

// sysSpec describes a system function: its value and its arguments. The last of kinds repeats.
type sysSpec struct {
	width    int
	signed   bool
	real     bool
	min, max int // number of arguments; max < 0: any
	kinds    []argKind
	host     bool // answered by the host, so a segment ends there
	// task tells that the name may stand as a statement as well.
	task bool
}

var realMath1 = sysSpec{width: 64, real: true, min: 1, max: 1, kinds: []argKind{argReal}, host: true}
var realMath2 = sysSpec{width: 64, real: true, min: 2, max: 2, kinds: []argKind{argReal}, host: true}
var realExact1 = sysSpec{width: 64, real: true, min: 1, max: 1, kinds: []argKind{argReal}}

func intFunc(min, max int, host bool, kinds ...argKind) sysSpec {
	return sysSpec{width: 32, signed: true, min: min, max: max, kinds: kinds, host: host, task: true}
}

// sysFuncs are the system functions (IEEE 1364-2005 clause 17), with what Icarus Verilog adds. $signed, $unsigned, $bits and $itor
// become plain expressions and do not reach the design.
var sysFuncs = map[string]sysSpec{
	"$time":          {width: 64},
	"$stime":         {width: 32},
	"$simtime":       {width: 64},
	"$realtime":      {width: 64, real: true},
	"$random":        intFunc(0, 1, false, argTarget),
	"$urandom":       {width: 32, min: 0, max: 1, kinds: []argKind{argTarget}, task: true},
	"$urandom_range": {width: 32, min: 1, max: 2, kinds: []argKind{argValue}, task: true},

	"$dist_uniform":     intFunc(3, 3, false, argTarget, argValue),
	"$dist_normal":      intFunc(3, 3, false, argTarget, argValue),
	"$dist_exponential": intFunc(2, 2, false, argTarget, argValue),
	"$dist_poisson":     intFunc(2, 2, false, argTarget, argValue),
	"$dist_chi_square":  intFunc(2, 2, false, argTarget, argValue),
	"$dist_t":           intFunc(2, 2, false, argTarget, argValue),
	"$dist_erlang":      intFunc(3, 3, false, argTarget, argValue),

	"$clog2":      {width: 32, signed: true, min: 1, max: 1, kinds: []argKind{argValue}},
	"$rtoi":       {width: 32, signed: true, min: 1, max: 1, kinds: []argKind{argReal}},
	"$realtobits": {width: 64, min: 1, max: 1, kinds: []argKind{argReal}},
	"$bitstoreal": {width: 64, real: true, min: 1, max: 1, kinds: []argKind{argVec64}},

	"$ln": realMath1, "$log10": realMath1, "$exp": realMath1, "$sqrt": realExact1, "$floor": realExact1, "$ceil": realExact1,
	"$sin": realMath1, "$cos": realMath1, "$tan": realMath1, "$asin": realMath1, "$acos": realMath1, "$atan": realMath1,
	"$sinh": realMath1, "$cosh": realMath1, "$tanh": realMath1, "$asinh": realMath1, "$acosh": realMath1, "$atanh": realMath1,
	"$abs": realExact1, "$pow": realMath2, "$atan2": realMath2, "$hypot": realMath2, "$min": realMath2, "$max": realMath2,
	"$log2": realMath1,

	"$fopen":          intFunc(1, 2, true, argAny),
	"$fopenr":         intFunc(1, 1, true, argAny),
	"$fopenw":         intFunc(1, 1, true, argAny),
	"$fopena":         intFunc(1, 1, true, argAny),
	"$fgetc":          intFunc(1, 1, true, argValue),
	"$ungetc":         intFunc(2, 2, true, argValue),
	"$fputc":          intFunc(2, 2, true, argValue),
	"$fgets":          intFunc(2, 2, true, argTarget, argValue),
	"$fscanf":         intFunc(2, -1, true, argValue, argValue, argTarget),
	"$sscanf":         intFunc(2, -1, true, argValue, argValue, argTarget),
	"$fread":          intFunc(2, 4, true, argArray, argValue),
	"$ferror":         intFunc(2, 2, true, argValue, argTarget),
	"$feof":           intFunc(1, 1, true, argValue),
	"$ftell":          intFunc(1, 1, true, argValue),
	"$fseek":          intFunc(3, 3, true, argValue),
	"$rewind":         intFunc(1, 1, true, argValue),
	"$q_full":         intFunc(2, 2, true, argValue, argTarget),
	"$countdrivers":   {width: 1, min: 1, max: 6, kinds: []argKind{argNetBit, argTarget}, host: true, task: true},
	"$test$plusargs":  intFunc(1, 1, true, argValue),
	"$value$plusargs": intFunc(2, 2, true, argValue, argTarget),
}

func (sp *sysSpec) kind(i int) argKind {
	if len(sp.kinds) == 0 {
		return argAny
	}
	return sp.kinds[min(i, len(sp.kinds)-1)]
}

// caller is the scope that a system task or function called from s takes itself to be in: the task or function around s, as in
// Icarus, which does not count the named blocks in one; otherwise s.
func (s *scope) caller() *design.Scope {
	if s.sub != nil {
		return s.sub.Scope
	}
	return s.d
}

// bindSysCall elaborates a system function call.
func (e *elab) bindSysCall(s *scope, x *ast.SysCall) *node {
	if n := e.bindCast(s, x); n != nil {
		return n
	}
	spec, ok := sysFuncs[x.Name]
	if x.Name == "$abstime" && len(trimArgs(x.Args)) == 0 {
		// Verilog-AMS: the time in seconds.
		now := &design.Expr{Op: design.OpSys, Width: 64, Signed: true, Real: true, Pos: x.Pos(), Sys: "$realtime", Scope: s.d}
		return leafNode(realOp(design.OpMul, x.Pos(), now, konstReal(math.Pow10(s.d.UnitExp), x.Pos())))
	}
	if !ok {
		if _, task := sysTasks[x.Name]; task {
			e.diags.Errorf(codeNoSysTask, x.Pos(), "system task %s has no value", x.Name)
		} else {
			e.diags.Errorf(codeNoSysTask, x.Pos(), "there is no system function %s", x.Name)
		}
		return badNode(x.Pos())
	}
	args, ok := e.sysArgs(s, x.Name, &spec, trimArgs(x.Args), x)
	if !ok {
		return badNode(x.Pos())
	}
	c := &design.Expr{Op: design.OpSys, Width: spec.width, Signed: spec.signed || spec.real, Real: spec.real, Pos: x.Pos(),
		Sys: x.Name, SysArgs: args, Scope: s.caller()}
	return leafNode(foldSys(c))
}

// trimArgs drops the one empty argument of `$f()`.
func trimArgs(xs []ast.Expr) []ast.Expr {
	if len(xs) == 1 && ast.IsEmpty(xs[0]) {
		return nil
	}
	return xs
}

// bindCast elaborates the system functions that only change how bits are read; nil for others.
func (e *elab) bindCast(s *scope, x *ast.SysCall) *node {
	if x.Name == "$ivlh_to_unsigned" {
		return e.bindToUnsigned(s, x)
	}
	switch x.Name {
	case "$signed", "$unsigned", "$bits", "$sizeof", "$is_signed", "$itor":
	default:
		return nil
	}
	if len(x.Args) != 1 || ast.IsEmpty(x.Args[0]) {
		e.diags.Errorf(codeSysArgs, x.Pos(), "%s takes one argument", x.Name)
		return badNode(x.Pos())
	}
	if w, ok := e.arrayBits(s, x); ok {
		return leafNode(konst(logic.FromInt64(integerWidth, int64(w)), false, x.Pos()))
	}
	a := e.bind(s, x.Args[0])
	var m widthMode
	a.measure(&m)
	switch x.Name {
	case "$itor":
		// A real argument is an integer first, as for any argument of an integer type.
		return leafNode(toReal(toInt(a.lowerSelf(), integerWidthOf(a), a.signed)))
	case "$bits", "$sizeof":
		return leafNode(konst(logic.FromInt64(integerWidth, int64(a.width)), false, x.Pos()))
	case "$is_signed":
		return leafNode(konst(logic.FromBool(a.signed).Vec(), false, x.Pos()))
	}
	if a.real {
		e.diags.Errorf(codeRealOperand, x.Pos(), "%s does not take a real", x.Name)
		return badNode(x.Pos())
	}
	v := e.hasBits(a.lowerSelf())
	if isConst(v) && v.Str {
		v = copyUnsigned(v)
	}
	n := leafNode(resign(v, x.Name == "$signed"))
	if m >= modeExpand {
		n.how = leafCast
	}
	return n
}

// bindToUnsigned elaborates $ivlh_to_unsigned(value, width), to which Icarus translates VHDL's to_unsigned.
func (e *elab) bindToUnsigned(s *scope, x *ast.SysCall) *node {
	if len(x.Args) != 2 || ast.IsEmpty(x.Args[0]) || ast.IsEmpty(x.Args[1]) {
		e.diags.Errorf(codeSysArgs, x.Pos(), "%s takes two arguments", x.Name)
		return badNode(x.Pos())
	}
	w, ok := e.constInt(s, x.Args[1])
	if !ok || w < 1 || w > maxWidth {
		e.diags.Errorf(codeSysArgs, x.Args[1].Pos(), "the width that %s is given must be a constant from 1 up", x.Name)
		return badNode(x.Pos())
	}
	v := e.selfExpr(s, x.Args[0])
	if v.Real {
		v = toInt(v, int(w), true)
	}
	return leafNode(resign(resize(v, int(w)), false))
}

// integerWidthOf is the width of n as an integer: its own, or an integer's for a real.
func integerWidthOf(n *node) int {
	if n.real {
		return integerWidth
	}
	return n.width
}

// arrayBits gives $bits of a whole array.
func (e *elab) arrayBits(s *scope, x *ast.SysCall) (int, bool) {
	id, ok := x.Args[0].(*ast.Ident)
	if !ok || x.Name != "$bits" && x.Name != "$sizeof" {
		return 0, false
	}
	sym, _ := e.find(s, id)
	if sym == nil || sym.kind != symSignal || len(sym.ranges) == 0 || sym.decl == nil || sym.decl.Signal == nil {
		return 0, false
	}
	return sym.decl.Signal.Words * sym.decl.Signal.Width, true
}

// foldSys computes the functions whose result is exact from constant arguments. The others give the host's digits, so they are left
// to it unless a constant is required (see constEval).
func foldSys(x *design.Expr) *design.Expr {
	switch x.Sys {
	case "$clog2", "$rtoi", "$realtobits", "$bitstoreal", "$sqrt", "$floor", "$ceil", "$abs":
	default:
		return x
	}
	args := make([]value, len(x.SysArgs))
	for i, a := range x.SysArgs {
		if a.Kind != design.ArgExpr || !isConst(a.Value) {
			return x
		}
		args[i] = constOf(a.Value)
	}
	v, ok := evalSys(x.Sys, args, len(x.SysArgs) > 0 && x.SysArgs[0].Value != nil && x.SysArgs[0].Value.Signed)
	if !ok || x.Sys == "$bitstoreal" && v.r == 0 && math.Signbit(v.r) { // a constant would lose the sign (see design.Expr.ConstReal)
		return x
	}
	return konstValue(v, x.Width, x.Signed, x.Pos)
}

var realFuncs1 = map[string]func(float64) float64{
	"$ln": math.Log, "$log10": math.Log10, "$exp": math.Exp, "$sqrt": math.Sqrt, "$floor": math.Floor, "$ceil": math.Ceil,
	"$sin": math.Sin, "$cos": math.Cos, "$tan": math.Tan, "$asin": math.Asin, "$acos": math.Acos, "$atan": math.Atan,
	"$sinh": math.Sinh, "$cosh": math.Cosh, "$tanh": math.Tanh, "$asinh": math.Asinh, "$acosh": math.Acosh, "$atanh": math.Atanh,
	"$abs": math.Abs, "$log2": math.Log2,
}

var realFuncs2 = map[string]func(x, y float64) float64{
	"$pow": math.Pow, "$atan2": math.Atan2, "$hypot": math.Hypot, "$min": math.Min, "$max": math.Max,
}

// evalSys computes a system function that depends on its arguments alone; signed is the first one's signedness.
func evalSys(name string, a []value, signed bool) (value, bool) {
	if f := realFuncs1[name]; f != nil && len(a) == 1 {
		return realValue(f(a[0].r)), true
	}
	if f := realFuncs2[name]; f != nil && len(a) == 2 {
		return realValue(f(a[0].r, a[1].r)), true
	}
	if len(a) != 1 {
		return value{}, false
	}
	switch name {
	case "$clog2":
		return clog2(a[0], signed), true
	case "$rtoi":
		return vecValue(logic.FromReal(32, math.Trunc(a[0].r))), true
	case "$realtobits":
		return vecValue(logic.FromUint64(64, math.Float64bits(a[0].r))), true
	case "$bitstoreal":
		u, _ := a[0].v.Uint64()
		return realValue(math.Float64frombits(u)), true
	}
	return value{}, false
}

// clog2 is $clog2 (IEEE 1364-2005 17.11.1): the ceiling of the logarithm, 0 for 0, x for an unknown argument. The argument is
// read as unsigned. A negative constant is unsized to Icarus Verilog, of 32 bits at least, and so is a real.
func clog2(a value, signed bool) value {
	v := a.v
	if a.real {
		const width = 1088 // of any real
		v, signed = logic.FromReal(width, a.r), true
		if v.Bit(width-1) == logic.L1 {
			v = logic.Slice(v, 0, max(32, logic.Not(v).Len()+1))
		}
	}
	if !v.IsKnown() {
		return vecValue(logic.Filled(32, logic.LX))
	}
	if signed && v.Width <= 32 && v.Bit(v.Width-1) == logic.L1 {
		return vecValue(logic.FromUint64(32, 32))
	}
	if v.IsZero() {
		return vecValue(logic.New(32))
	}
	less := logic.Sub(v, logic.FromUint64(v.Width, 1))
	if v.Width <= 64 {
		u, _ := less.Uint64()
		return vecValue(logic.FromUint64(32, uint64(bits.Len64(u))))
	}
	return vecValue(logic.FromUint64(32, uint64(less.Len())))
}
