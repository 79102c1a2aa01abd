package cpu

import (
	"fmt"
	"sort"
	"unsafe"
)

// Buffer is a region of a module's memory, counted in 32-bit words.
type Buffer struct {
	m    *Module
	off  uint64 // bytes
	size uint64 // bytes in use
	room uint64 // bytes held, a multiple of align
}

// align is the alignment of buffers in bytes.
const align = 4096

// arena gives out regions: a rising top, and what has been given back below it.
type arena struct {
	top  uint64
	free []region // sorted by offset, never adjacent
}

type region struct{ off, size uint64 }

// take finds room for size bytes (a multiple of align); fresh says that the
// region was never used and is zero.
func (a *arena) take(size uint64) (off uint64, fresh bool) {
	for i := range a.free {
		r := &a.free[i]
		if r.size >= size {
			off = r.off
			r.off += size
			r.size -= size
			if r.size == 0 {
				a.free = append(a.free[:i], a.free[i+1:]...)
			}
			return off, false
		}
	}
	off = a.top
	a.top += size
	return off, true
}

// give takes a region back.
func (a *arena) give(off, size uint64) {
	if size == 0 {
		return
	}
	i := sort.Search(len(a.free), func(i int) bool { return a.free[i].off > off })
	a.free = append(a.free, region{})
	copy(a.free[i+1:], a.free[i:])
	a.free[i] = region{off, size}
	if i+1 < len(a.free) && off+size == a.free[i+1].off {
		a.free[i].size += a.free[i+1].size
		a.free = append(a.free[:i+1], a.free[i+2:]...)
	}
	if i > 0 && a.free[i-1].off+a.free[i-1].size == off {
		a.free[i-1].size += a.free[i].size
		a.free = append(a.free[:i], a.free[i+1:]...)
	}
}

func roundUp(n, to uint64) uint64 { return (n + to - 1) / to * to }

// NewBuffer makes a buffer of words 32-bit words, all zero (0 words count as
// 1). It fails when the memory limit is reached.
func (m *Module) NewBuffer(words uint64) (*Buffer, error) {
	if words > m.max/4 {
		return nil, m.full(words * 4)
	}
	b := &Buffer{m: m, size: max(words, 1) * 4}
	b.room = roundUp(b.size, align)
	return b, m.place(b)
}

// place finds a region for b and makes it zero.
func (m *Module) place(b *Buffer) error {
	old := m.arena.top
	off, fresh := m.arena.take(b.room)
	if err := m.reserve(); err != nil {
		m.arena.top = old
		return err
	}
	b.off = off
	if !fresh {
		clear(b.bytes(b.room))
	}
	return nil
}

func (m *Module) full(need uint64) error {
	return fmt.Errorf("buffers need %d bytes, more than the memory limit of %d", need, m.max)
}

// reserve grows the memory to hold the arena, and past its end what functions
// may touch beyond a buffer's start.
func (m *Module) reserve() error {
	need := roundUp(m.arena.top+uint64(m.wasm.MaxOffset)+pageSize, pageSize)
	have := uint64(m.mem.Size())
	if have == 0 && m.wasm.HeapBase > 0 {
		have = m.max // 4 GiB reads as 0
	}
	if need <= have {
		return nil
	}
	if need > m.max {
		return m.full(need)
	}
	// By a quarter at least, so that many small growths do not copy each time.
	want := min(max(need, have+have/4), m.max)
	delta := roundUp(want-have, pageSize) / pageSize
	if _, ok := m.mem.Grow(uint32(delta)); !ok {
		return m.full(need)
	}
	return nil
}

// Grow makes the buffer at least words long, keeping its contents; what is new
// is zero. The buffer may move: slices from Words are stale afterwards.
func (b *Buffer) Grow(words uint64) error {
	m := b.m
	if words > m.max/4 {
		return m.full(words * 4)
	}
	size := words * 4
	if size <= b.size {
		return nil
	}
	if size <= b.room {
		clear(b.bytes(size)[b.size:])
		b.size = size
		return nil
	}
	room := roundUp(size, align)
	if b.off+b.room == m.arena.top { // the last one grows in place
		old := m.arena.top
		m.arena.top = b.off + room
		if err := m.reserve(); err != nil {
			m.arena.top = old
			return err
		}
		clear(b.bytes(room)[b.size:])
		b.size, b.room = size, room
		return nil
	}
	moved := &Buffer{m: m, size: size, room: room}
	if err := m.place(moved); err != nil {
		return err
	}
	copy(moved.bytes(b.size), b.bytes(b.size))
	m.arena.give(b.off, b.room)
	*b = *moved
	return nil
}

// Free gives the buffer's region back; the buffer must not be used again.
func (b *Buffer) Free() {
	b.m.arena.give(b.off, b.room)
	b.m, b.size, b.room = nil, 0, 0
}

func (b *Buffer) bytes(n uint64) []byte {
	p, ok := b.m.mem.Read(uint32(b.off), uint32(n))
	if !ok {
		return nil
	}
	return p
}

// Len is the number of 32-bit words.
func (b *Buffer) Len() uint64 { return b.size / 4 }

// Offset is where the buffer starts in the module's memory, in bytes. It
// changes when Grow moves the buffer.
func (b *Buffer) Offset() uint32 { return uint32(b.off) }

// Words is the buffer itself, without a copy: writes are seen by kernels and
// theirs by the reader. It is good until the next NewBuffer or Grow of the
// module. (The machines that the engine supports are little endian, as
// WebAssembly's memory is.)
func (b *Buffer) Words() []uint32 {
	p := b.bytes(b.size)
	if len(p) == 0 {
		return nil
	}
	return unsafe.Slice((*uint32)(unsafe.Pointer(&p[0])), len(p)/4)
}
