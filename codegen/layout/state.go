package layout

import "github.com/gpga/gpga/scheduler/program"

// State is the arena of one instance as the host sees it. Alone, an instance's words stand side by side; where several instances
// share one arena they may also be interleaved, word by word, as suits a GPU. Addresses are the kernel's: word i of the instance.
//
// A State is good until the memory below it is made longer.
type State struct {
	all          []uint32
	base, stride uint32
	n            uint32
}

// Plain is the state whose words are a.
func Plain(a []uint32) State { return State{all: a, stride: 1, n: uint32(len(a))} }

// Strided is the state of n words of which word i stands in all[base+i*stride].
func Strided(all []uint32, base, stride, n uint32) State {
	return State{all: all, base: base, stride: stride, n: n}
}

// Len is the number of words.
func (s State) Len() uint32 { return s.n }

// At is word i.
func (s State) At(i uint32) uint32 { return s.all[s.base+i*s.stride] }

// Set stores word i.
func (s State) Set(i, v uint32) { s.all[s.base+i*s.stride] = v }

// Words are n words from word i on: the state itself where its words stand side by side, and otherwise a copy. They are for reading.
func (s State) Words(i, n uint32) []uint32 {
	if s.stride == 1 {
		return s.all[s.base+i : s.base+i+n : s.base+i+n]
	}
	out := make([]uint32, n)
	for k := range out {
		out[k] = s.all[s.base+(i+uint32(k))*s.stride]
	}
	return out
}

// Put stores w from word i on.
func (s State) Put(i uint32, w []uint32) {
	if s.stride == 1 {
		copy(s.all[s.base+i:s.base+i+uint32(len(w))], w)
		return
	}
	for k, v := range w {
		s.all[s.base+(i+uint32(k))*s.stride] = v
	}
}

// Time is the simulation time in ticks.
func (s State) Time() uint64 {
	return uint64(s.At(program.HdrTimeLo)) | uint64(s.At(program.HdrTimeHi))<<32
}
