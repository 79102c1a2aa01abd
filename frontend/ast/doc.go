// Package ast defines the syntax tree of IEEE 1364-2005 Annex A: modules,
// primitives, configurations and library declarations with everything in them.
//
// In: the parser builds it. Out: elaboration and the dumper read it.
//
// Invariants: every node is a pointer to a struct that embeds Span, so it has
// Pos and End; fields are exported; an optional node is a nil pointer or nil
// interface, but a missing argument or port expression in a list is *Empty, so
// lists never hold nil. Names keep the spelling of the source without the
// backslash of an escaped identifier. Literals are decoded. Nothing is
// resolved: whether `f` is a net or a genvar, or `u1` an instance of a module
// or of a primitive, is for elaboration to say.
//
// The kinds to switch on:
//
//	Expr:  Ident Number Real String Unary Binary Cond Concat Repl MinTypMax
//	       Index RangeSelect Call SysCall Empty
//	Stmt:  Block Assign ProcAssign If Case Forever Repeat While For Timed Wait
//	       Trigger Disable TaskCall SysTaskCall Null
//	Item:  ParamDecl NetDecl VarDecl EventDecl GenvarDecl PortDecl FuncDecl
//	       TaskDecl ContAssign GateInst ModuleInst Defparam Initial Always
//	       GenFor GenIf GenCase GenBlock GenRegion Specify
//	Timing: DelayControl EventControl RepeatControl
//	SpecItem: ParamDecl(Specparam) PulseStyle PathDecl TimingCheck
package ast
