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
		design.NetVar:     program.NetVar,
		design.NetWire:    program.NetWire,
		design.NetTri:     program.NetTri,
		design.NetWand:    program.NetWand,
		design.NetTriand:  program.NetTriand,
		design.NetWor:     program.NetWor,
		design.NetTrior:   program.NetTrior,
		design.NetTri0:    program.NetTri0,
		design.NetTri1:    program.NetTri1,
		design.NetSupply0: program.NetSupply0,
		design.NetSupply1: program.NetSupply1,
		design.NetTrireg:  program.NetTrireg,
		design.NetUwire:   program.NetUwire,
	} {
		if uint32(d) != p {
			t.Errorf("net type %d of the design is %d in the program", d, p)
		}
	}
}
