package flow

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/runtime/metal"
)

// generic is the vm form of a build whose kernel has another one, made when it is first wanted.
type generic struct {
	vmOnce sync.Once
	vm     *emit.Kernel
	vmErr  error
}

// MetalEngine makes the engine that EngineMetal stands for, of MetalKernels.
func (b *Build) MetalEngine(ctx context.Context, o RunOptions) (*metal.Engine, error) {
	o.Metal.MaxMemory = o.MaxMemory
	list, err := b.MetalKernels()
	if err != nil {
		return nil, err
	}
	return metal.NewEngine(ctx, b.Program, list, o.Metal)
}

// MetalKernels are the build's kernels for the metal engine. The build's kernel is the specialised one, unless it has the vm form;
// the vm form is the generic one. A kernel that counts is the only one that does.
func (b *Build) MetalKernels() (metal.Kernels, error) {
	if b.opts.Form == FormVM {
		return metal.Kernels{Generic: b.genericKernel(b.Kernel)}, nil
	}
	form := b.opts.Form
	if form == "" {
		form = FormTable
	}
	list := metal.Kernels{Specialised: metalKernel(form, b.Kernel, strings.Join(b.tops(), ", "))}
	if !b.opts.Count {
		b.vmOnce.Do(func() { b.vm, b.vmErr = emit.VMWith(b.Program, b.opts.Emit) })
		if b.vmErr != nil {
			return list, b.vmErr
		}
		list.Generic = b.genericKernel(b.vm)
	}
	return list, nil
}

func (b *Build) genericKernel(k *emit.Kernel) *metal.Kernel {
	return metalKernel(FormVM, k, genericName(b.Program.TwoState, emit.Reals(b.Program)))
}

// tops names the modules that nothing instantiates.
func (b *Build) tops() (names []string) {
	for _, t := range b.Design.Tops {
		names = append(names, t.Name)
	}
	return names
}

func metalKernel(form Form, k *emit.Kernel, design string) *metal.Kernel {
	hint := ""
	if form == FormTable && k.Tables.Steps == nil {
		hint = "; --kernel-limit divides it among smaller kernels"
	}
	return &metal.Kernel{Form: string(form), Text: k.Text, Tables: k.Tables, Design: design, Cost: func() string { return costOf(k.Text) + hint }}
}

// costOf says in a line what a text costs a shader compiler.
func costOf(text string) string {
	r := cost.Read("kernel", text).Located(nil)
	t := &r.Total
	return fmt.Sprintf("a composite cost of %.0f: %d tokens, %d functions (the largest, %s, of %d tokens), %d merge points, %d switch cases, a phi estimate of %d", t.Cost, r.Tokens, t.Functions, t.LargestFunction, t.LargestTokens, t.Merges, t.SwitchCases, t.Phi)
}

// genericName says which designs a vm text is for.
func genericName(twoState, reals bool) string {
	name := "any four-state design"
	if twoState {
		name = "any two-state design"
	}
	if reals {
		return name + " with reals"
	}
	return name + " without reals"
}

// GenericKernels are the vm texts: every design runs on one of them.
func GenericKernels() ([]*metal.Kernel, error) {
	var list []*metal.Kernel
	for _, twoState := range []bool{false, true} {
		for _, reals := range []bool{false, true} {
			text, err := emit.VMText(twoState, reals)
			if err != nil {
				return nil, err
			}
			list = append(list, metalKernel(FormVM, &emit.Kernel{Text: text}, genericName(twoState, reals)))
		}
	}
	return list, nil
}

// stages takes the parts of the metal engine's preparation, which it does beside the simulation as well, into Times.
func (b *Build) stages(eng simEngine) {
	if m, ok := eng.(*metal.Engine); ok {
		b.addStages(m.Stages())
	}
}

func (b *Build) addStages(list []metal.Stage) {
	for _, s := range list {
		b.Times = append(b.Times, PassTime{s.Name, s.Wall})
	}
}
