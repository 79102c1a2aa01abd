package cpu

// moving is a linear memory on Go's heap, which is copied when it grows.
type moving struct{ b []byte }

func (m *moving) Reallocate(size uint64) []byte {
	if size <= uint64(cap(m.b)) {
		m.b = m.b[:size]
	} else {
		m.b = append(m.b, make([]byte, size-uint64(len(m.b)))...)
	}
	return m.b
}

func (m *moving) Free() { m.b = nil }
