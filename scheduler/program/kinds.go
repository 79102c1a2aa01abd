package program

// Values of Scope.Kind: the front end's design.ScopeKind under the names by which those know it that see the program only.
const (
	ScopeModule uint32 = iota
	ScopeGenerate
	ScopeBlock // named begin-end
	ScopeFork  // named fork-join
	ScopeTask
	ScopeFunction
)

// Values of Var.Kind: the front end's design.DeclKind.
const (
	VarNet uint32 = iota
	VarReg
	VarInteger
	VarTime
	VarReal
	VarRealtime
	VarParam
	VarEvent
)

// Values of Var.Net: the front end's design.NetType. NetVar marks a variable.
const (
	NetVar uint32 = iota
	NetWire
	NetTri
	NetWand
	NetTriand
	NetWor
	NetTrior
	NetTri0
	NetTri1
	NetSupply0
	NetSupply1
	NetTrireg
	NetUwire
)
