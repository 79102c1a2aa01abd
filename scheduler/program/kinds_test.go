package program_test

import (
	"testing"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/scheduler/program"
)

// TestKinds holds the program's kinds to the design's, which lowering copies by value.
func TestKinds(t *testing.T) {
	for d, p := range map[design.ScopeKind]uint32{
		design.ScopeModule:   program.ScopeModule,
		design.ScopeGenerate: program.ScopeGenerate,
		design.ScopeBlock:    program.ScopeBlock,
		design.ScopeFork:     program.ScopeFork,
		design.ScopeTask:     program.ScopeTask,
		design.ScopeFunction: program.ScopeFunction,
	} {
		if uint32(d) != p {
			t.Errorf("scope kind %d of the design is %d in the program", d, p)
		}
	}
	for d, p := range map[design.DeclKind]uint32{
		design.DeclNet:      program.VarNet,
		design.DeclReg:      program.VarReg,
		design.DeclInteger:  program.VarInteger,
		design.DeclTime:     program.VarTime,
		design.DeclReal:     program.VarReal,
		design.DeclRealtime: program.VarRealtime,
		design.DeclParam:    program.VarParam,
		design.DeclEvent:    program.VarEvent,
	} {
		if uint32(d) != p {
			t.Errorf("declaration kind %d of the design is %d in the program", d, p)
		}
	}
	for d, p := range map[design.NetType]uint32{
		design.NetVar:     program.TypeVar,
		design.NetWire:    program.TypeWire,
		design.NetTri:     program.TypeTri,
		design.NetWand:    program.TypeWand,
		design.NetTriand:  program.TypeTriand,
		design.NetWor:     program.TypeWor,
		design.NetTrior:   program.TypeTrior,
		design.NetTri0:    program.TypeTri0,
		design.NetTri1:    program.TypeTri1,
		design.NetSupply0: program.TypeSupply0,
		design.NetSupply1: program.TypeSupply1,
		design.NetTrireg:  program.TypeTrireg,
		design.NetUwire:   program.TypeUwire,
	} {
		if uint32(d) != p {
			t.Errorf("net type %d of the design is %d in the program", d, p)
		}
	}
}
