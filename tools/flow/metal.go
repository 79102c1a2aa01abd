package flow

import (
	"context"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/runtime/metal"
)

// MetalEngine makes the engine that EngineMetal stands for. The build's kernel is the specialised one, unless it has the vm
// form; the vm form is the generic one. A kernel that counts is the only one that does.
func (b *Build) MetalEngine(ctx context.Context, o RunOptions) (*metal.Engine, error) {
	kernel := func(form Form, k *emit.Kernel) *metal.Kernel {
		return &metal.Kernel{Form: string(form), Text: k.Text, Tables: k.Tables}
	}
	o.Metal.MaxMemory = o.MaxMemory
	if b.opts.Form == FormVM {
		return metal.NewEngine(ctx, b.Program, metal.Kernels{Generic: kernel(FormVM, b.Kernel)}, o.Metal)
	}
	form := b.opts.Form
	if form == "" {
		form = FormTable
	}
	list := metal.Kernels{Specialised: kernel(form, b.Kernel)}
	if !b.opts.Count {
		vm, err := emit.VM(b.Program)
		if err != nil {
			return nil, err
		}
		list.Generic = kernel(FormVM, vm)
	}
	return metal.NewEngine(ctx, b.Program, list, o.Metal)
}

// stages takes the parts of the metal engine's preparation, which it does beside the simulation as well, into Times.
func (b *Build) stages(eng simEngine) {
	if m, ok := eng.(*metal.Engine); ok {
		for _, s := range m.Stages() {
			b.Times = append(b.Times, PassTime{s.Name, s.Wall})
		}
	}
}
