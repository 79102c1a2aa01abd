package wasm

// memoryExport is the name under which the module exports its memory.
const memoryExport = "memory"

// appendU appends v as unsigned LEB128.
func appendU(out []byte, v uint64) []byte {
	for v >= 0x80 {
		out = append(out, byte(v)|0x80)
		v >>= 7
	}
	return append(out, byte(v))
}

// appendS appends v as signed LEB128.
func appendS(out []byte, v int64) []byte {
	for {
		c := byte(v & 0x7f)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(out, c)
		}
		out = append(out, c|0x80)
	}
}

func appendSection(out []byte, id byte, content []byte) []byte {
	out = append(out, id)
	out = appendU(out, uint64(len(content)))
	return append(out, content...)
}

func appendName(out []byte, name string) []byte {
	out = appendU(out, uint64(len(name)))
	return append(out, name...)
}

// encode writes the binary module: types, functions, memory, exports, code and
// the constant arrays as data.
func (m *module) encode(bodies [][]byte, kernels []Kernel, maxPages uint32) []byte {
	types := map[string]int{}
	var typeBytes []byte
	funcTypes := make([]int, len(m.funcs))
	for i, f := range m.funcs {
		sig := []byte{0x60}
		sig = appendU(sig, uint64(len(f.params)))
		sig = append(sig, f.params...)
		sig = appendU(sig, uint64(len(f.results)))
		sig = append(sig, f.results...)
		t, ok := types[string(sig)]
		if !ok {
			t = len(types)
			types[string(sig)] = t
			typeBytes = append(typeBytes, sig...)
		}
		funcTypes[i] = t
	}
	size := 0
	for _, b := range bodies {
		size += len(b) + 5
	}
	out := make([]byte, 0, size+len(m.data)+4096)
	out = append(out, 0, 'a', 's', 'm', 1, 0, 0, 0)

	sec := appendU(nil, uint64(len(types)))
	out = appendSection(out, 1, append(sec, typeBytes...))

	sec = appendU(nil, uint64(len(funcTypes)))
	for _, t := range funcTypes {
		sec = appendU(sec, uint64(t))
	}
	out = appendSection(out, 3, sec)

	pages := uint64(m.heapBase / 65536)
	sec = []byte{1, 1}
	sec = appendU(sec, pages)
	sec = appendU(sec, max(pages, uint64(maxPages)))
	out = appendSection(out, 5, sec)

	sec = appendU(nil, uint64(len(kernels)+1))
	sec = appendName(sec, memoryExport)
	sec = append(sec, 2, 0)
	for _, k := range kernels {
		sec = appendName(sec, k.Name)
		sec = append(sec, 0)
		sec = appendU(sec, uint64(m.info[m.unit.Lookup(k.Name)].index))
	}
	out = appendSection(out, 7, sec)

	sec = make([]byte, 0, size+8)
	sec = appendU(sec, uint64(len(bodies)))
	for _, b := range bodies {
		sec = appendU(sec, uint64(len(b)))
		sec = append(sec, b...)
	}
	out = appendSection(out, 10, sec)

	if len(m.data) > 0 {
		sec = []byte{1, 0, opI32Const}
		sec = appendS(sec, staticBase)
		sec = append(sec, opEnd)
		sec = appendU(sec, uint64(len(m.data)))
		out = appendSection(out, 11, append(sec, m.data...))
	}
	return out
}
