package flow

import (
	"context"
	"sync"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/runtime/metal"
)

// generic is the vm form of a build whose kernel has another one, made when it is first wanted.
type generic struct {
	vmOnce sync.Once
	vm     *emit.Kernel
	vmErr  error
}

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
		b.vmOnce.Do(func() { b.vm, b.vmErr = emit.VMWith(b.Program, b.opts.Emit) })
		if b.vmErr != nil {
			return nil, b.vmErr
		}
		list.Generic = kernel(FormVM, b.vm)
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
