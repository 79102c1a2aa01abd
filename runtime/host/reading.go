package host

import (
	"io"
	"syscall"

	"github.com/gpga/gpga/frontend/design/logic"
)

var readServices = map[string]handler{
	"$fgetc": (*Host).fgetc, "$ungetc": (*Host).ungetc, "$fgets": (*Host).fgets, "$fread": (*Host).fread,
	"$fseek": (*Host).fseek, "$ftell": (*Host).ftell, "$rewind": (*Host).rewind, "$feof": (*Host).feof,
	"$fscanf": (*Host).fscanf, "$sscanf": (*Host).sscanf,
}

// getc reads a byte of a stream and keeps the error; -1 at the end.
func (h *Host) getc(s *stream) int {
	ch, err := s.getc()
	if err != nil {
		h.setErr(err)
	}
	return ch
}

func (h *Host) fgetc(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	s := h.streamOf(c, args[0])
	if s == nil {
		return intResult(-1)
	}
	return intResult(h.getc(s))
}

func (h *Host) ungetc(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	s := h.streamOf(c, args[1])
	if s == nil {
		return intResult(-1)
	}
	ch := int(args[0].integer())
	if ch == -1 || !s.ungetc(ch&0xff) {
		return intResult(-1)
	}
	return intResult(0)
}

// fgets reads up to a new line, at most the bytes that the variable holds, and
// gives how many; 0 leaves the variable alone.
func (h *Host) fgets(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	s := h.streamOf(c, args[1])
	if s == nil {
		return intResult(0)
	}
	var text []byte
	for limit := args[0].Vec.Width / 8; len(text) < limit; {
		ch := h.getc(s)
		if ch < 0 {
			break
		}
		text = append(text, byte(ch))
		if ch == '\n' {
			break
		}
	}
	if len(text) == 0 {
		return intResult(0)
	}
	for i, b := range text { // C's string ends at a NUL
		if b == 0 {
			text = text[:i]
			break
		}
	}
	r := intResult(len(text))
	r.Writes = []Write{{Arg: 0, Value: storeText(args[0], string(text))}}
	return r
}

// fread fills a variable, or the words of a memory, most significant byte first
// (IEEE 1364-2005 17.2.4.4). Where the file ends within a word, the rest of the
// word keeps its value.
func (h *Host) fread(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	s := h.streamOf(c, args[1])
	if s == nil {
		return intResult(0)
	}
	if args[0].Kind != ArgMemory {
		v, n := h.freadWord(s, args[0].Vec)
		r := intResult(n)
		if n > 0 {
			r.Writes = []Write{{Arg: 0, Value: Arg{Kind: ArgVec, Vec: v, Signed: args[0].Signed}}}
		}
		return r
	}
	m := args[0].Mem
	lo, hi := min(m.Left, m.Right), max(m.Left, m.Right)
	start, count := lo, hi-lo+1
	if len(args) > 2 && args[2].Kind != ArgEmpty {
		start = int(args[2].integer())
		if start < lo || start > hi {
			h.at(c, "WARNING", "%s's start argument (%d) is outside memory range [%d:%d].", c.Name, start, m.Left, m.Right)
			return intResult(0)
		}
		count = hi - start + 1
	}
	if len(args) > 3 {
		n := int(args[3].integer())
		if n > count {
			h.at(c, "WARNING", "%s's count argument (%d) is too large for start (%d) and memory range [%d:%d].",
				c.Name, n, start, m.Left, m.Right)
		} else {
			count = max(n, 0)
		}
	}
	var writes []Write
	total := 0
	for i := 0; i < count; i++ {
		v, n := h.freadWord(s, m.Word(start+i))
		total += n
		if n > 0 {
			writes = append(writes, Write{Arg: 0, Index: start + i, Value: Vec(v)})
		}
		if s.eof {
			break
		}
	}
	r := intResult(total)
	r.Writes = writes
	return r
}

func (h *Host) freadWord(s *stream, v logic.Vec) (logic.Vec, int) {
	n := 0
	for i := (v.Width+7)/8 - 1; i >= 0; i-- {
		ch := h.getc(s)
		if ch < 0 {
			break
		}
		v = logic.SetSlice(v, 8*i, logic.FromUint64(8, uint64(ch)))
		n++
	}
	return v, n
}

func (h *Host) fseek(c Caller, args []Arg) Result {
	if !h.need(c, args, 3) {
		return tooFew
	}
	whence := int(args[2].integer())
	if whence < 0 || whence > 2 {
		h.at(c, "WARNING", "%s's operation must be 0, 1 or 2 given %d.", c.Name, whence)
		whence = -1
	}
	s := h.streamOf(c, args[0])
	if s == nil {
		return intResult(-1)
	}
	if whence == -1 {
		h.setErr(syscall.EINVAL)
		return intResult(-1)
	}
	if err := s.seek(int64(args[1].integer()), []int{io.SeekStart, io.SeekCurrent, io.SeekEnd}[whence]); err != nil {
		h.setErr(err)
		return intResult(-1)
	}
	return intResult(0)
}

func (h *Host) ftell(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	s := h.streamOf(c, args[0])
	if s == nil {
		return intResult(-1)
	}
	at, err := s.tell()
	h.setErr(err)
	return intResult(int(at))
}

func (h *Host) rewind(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	s := h.streamOf(c, args[0])
	if s == nil {
		return intResult(-1)
	}
	if err := s.seek(0, io.SeekStart); err != nil {
		h.setErr(err)
		return intResult(-1)
	}
	return intResult(0)
}

func (h *Host) feof(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	s := h.streamOf(c, args[0])
	if s == nil {
		return intResult(-1)
	}
	if s.eof {
		return intResult(1)
	}
	return intResult(0)
}
