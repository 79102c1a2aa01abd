package fake

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/wasm"
)

// machine is a compiled text with memory, in which one dispatch at a time runs.
type machine struct {
	key  string
	m    *cpu.Module
	bufs map[int]*cpu.Buffer // by buffer index
}

// idle are machines that wait for the next dispatch of their text, the latest last.
var idle struct {
	sync.Mutex
	list []*machine
}

// maxIdle is how many machines are kept.
const maxIdle = 6

// digest names a text with its constants.
func (fn *function) digest() string {
	h := sha256.New()
	h.Write([]byte(fn.lib.source))
	for _, i := range slices.Sorted(maps.Keys(fn.values)) {
		fmt.Fprintf(h, "\x00%d=%d", i, fn.values[i])
	}
	return string(h.Sum(nil))
}

// checked are texts that were found right, with their kernels.
var checked sync.Map

// check gives the kernels of a text, or what is wrong with it.
func check(source string) (kernels, errs []string) {
	key := sha256.Sum256([]byte(source))
	if known, ok := checked.Load(key); ok {
		return known.([]string), nil
	}
	u, list := msl.Load("program_source", []byte(source))
	for _, e := range list {
		errs = append(errs, e.Error())
	}
	if len(errs) > 0 {
		return nil, errs
	}
	for _, f := range u.Funcs {
		if f.Kernel {
			kernels = append(kernels, f.Name)
		}
	}
	checked.Store(key, kernels)
	return kernels, nil
}

// take finds or makes a machine.
func take(fn *function) (*machine, error) {
	key := fn.key
	idle.Lock()
	for i := len(idle.list) - 1; i >= 0; i-- {
		if mc := idle.list[i]; mc.key == key {
			idle.list = slices.Delete(idle.list, i, i+1)
			idle.Unlock()
			return mc, nil
		}
	}
	idle.Unlock()
	m, err := cpu.CompileText(context.Background(), "program_source", []byte(fn.lib.source), cpu.Options{FunctionConstants: fn.values})
	if err != nil {
		return nil, err
	}
	return &machine{key, m, map[int]*cpu.Buffer{}}, nil
}

// give takes a machine back.
func give(mc *machine) {
	idle.Lock()
	idle.list = append(idle.list, mc)
	var old *machine
	if len(idle.list) > maxIdle {
		old = idle.list[0]
		idle.list = slices.Delete(idle.list, 0, 1)
	}
	idle.Unlock()
	if old != nil {
		old.m.Close()
	}
}

// prepare compiles a function and tells its arguments.
func prepare(fn *function) ([]wasm.KernelParam, error) {
	mc, err := take(fn)
	if err != nil {
		return nil, err
	}
	defer give(mc)
	k, err := mc.m.Kernel(fn.name)
	if err != nil {
		return nil, err
	}
	return k.Params, nil
}

// compute runs a dispatch's threads one after the other over copies of its buffers and returns what they hold then.
func compute(j *job, words [][]uint32) ([][]uint32, error) {
	mc, err := take(j.fn)
	if err != nil {
		return words, err
	}
	defer give(mc)
	k, err := mc.m.Kernel(j.fn.name)
	if err != nil {
		return words, err
	}
	// Making and growing buffers moves others, so all of it comes first.
	args := make([]any, len(j.params))
	n := 0
	for i, at := range j.params {
		if at < 0 {
			continue
		}
		size := uint64(len(words[n]))
		n++
		b := mc.bufs[at]
		if b == nil {
			if b, err = mc.m.NewBuffer(size); err != nil {
				return words, err
			}
			mc.bufs[at] = b
		} else if err := b.Grow(size); err != nil {
			return words, err
		}
		args[i] = b
	}
	n = 0
	for i := range args {
		if b, ok := args[i].(*cpu.Buffer); ok {
			copy(b.Words(), words[n])
			n++
		}
	}
	var failed error
	for t := uint64(0); t < j.threads && failed == nil; t++ {
		for i, at := range j.params {
			if at < 0 {
				args[i] = uint32(t)
			}
		}
		failed = k.Call(args...)
	}
	var out [][]uint32
	for i := range args {
		if b, ok := args[i].(*cpu.Buffer); ok {
			out = append(out, slices.Clone(b.Words()[:len(words[len(out)])]))
		}
	}
	return out, failed
}
