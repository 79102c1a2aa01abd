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

// Values of Var.Net: the front end's design.NetType. TypeVar marks a variable.
const (
	TypeVar uint32 = iota
	TypeWire
	TypeTri
	TypeWand
	TypeTriand
	TypeWor
	TypeTrior
	TypeTri0
	TypeTri1
	TypeSupply0
	TypeSupply1
	TypeTrireg
	TypeUwire
)
