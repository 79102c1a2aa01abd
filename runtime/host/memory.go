package host

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/gpga/gpga/frontend/design/logic"
)

var memoryServices = map[string]handler{
	"$readmemh": (*Host).readmem, "$readmemb": (*Host).readmem, "$readmempath": (*Host).readmempath,
	"$writememh": (*Host).writemem, "$writememb": (*Host).writemem,
}

// memRange is what a memory task works on: addresses start..stop in steps of
// step.
type memRange struct{ start, stop, step int }

func (r memRange) low() int  { return min(r.start, r.stop) }
func (r memRange) high() int { return max(r.start, r.stop) }

// memArgs reads the memory and the address arguments of a memory task; ok is
// false after a message.
func (h *Host) memArgs(c Caller, args []Arg) (m *Memory, r memRange, ok bool) {
	if args[1].Kind != ArgMemory || args[1].Mem == nil {
		h.at(c, "ERROR", "%s's second argument must be a memory.", c.Name)
		return nil, r, false
	}
	m = args[1].Mem
	lo, hi := min(m.Left, m.Right), max(m.Left, m.Right)
	r = memRange{lo, hi, 1}
	for i, name := range []string{"third argument (start address)", "fourth argument (finish address)"} {
		if len(args) <= i+2 || args[i+2].Kind == ArgEmpty {
			break
		}
		if args[i+2].isReal() {
			h.at(c, "WARNING", "%s's %s is a real value.", c.Name, name)
		}
		a := int(args[i+2].integer())
		if i == 0 {
			r.start = a
		} else {
			r.stop = a
			if r.start >= r.stop {
				r.step = -1
			}
		}
	}
	if (len(args) < 4 || args[3].Kind == ArgEmpty) && m.Left > m.Right {
		h.at(c, "WARNING", "%s: Standard inconsistency, following 1364-2005.", c.Name)
	}
	for i, a := range []int{r.start, r.stop} {
		if a < lo || a > hi {
			h.at(c, "ERROR", "%s: %s address %d is out of bounds for memory '%s[%d:%d]'!",
				c.Name, []string{"Start", "Finish"}[i], a, m.Name, m.Left, m.Right)
			return nil, r, false
		}
	}
	return m, r, true
}

func (h *Host) readmem(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	name, ok := h.fileName(c, args[0])
	if !ok {
		return Result{}
	}
	m, rng, ok := h.memArgs(c, args)
	if !ok {
		return Result{}
	}
	data, err := readImageFile(h.readPath(name))
	for _, dir := range h.searchDir {
		if err == nil || filepath.IsAbs(name) {
			break
		}
		data, err = readImageFile(h.readPath(filepath.Join(dir, name)))
	}
	if errors.Is(err, errTooLarge) {
		h.at(c, "ERROR", "%s: %s is larger than %d bytes.", c.Name, name, maxImageBytes)
		return Result{}
	}
	if err != nil {
		h.at(c, "ERROR", "%s: Unable to open %s for reading.", c.Name, name)
		return Result{}
	}
	words, notes := readImage(string(data), c.Name, name, c.Name == "$readmemb", m.Width, rng)
	for _, n := range notes {
		h.at(c, n.kind, "%s", n.text)
	}
	var r Result
	for _, w := range words {
		r.Writes = append(r.Writes, Write{Arg: 1, Index: w.Addr, Value: Vec(w.Value)})
	}
	return r
}

const maxImageBytes = 1 << 28

var errTooLarge = errors.New("the file is too large")

// readImageFile reads a file of memory words whole: devices and pipes may have no end.
func readImageFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxImageBytes+1))
	if err == nil && len(data) > maxImageBytes {
		return nil, errTooLarge
	}
	return data, err
}

// MemWord is one word of a memory image.
type MemWord struct {
	Addr  int
	Value logic.Vec
}

// ReadImage reads the text of a $readmemh (or with binary, $readmemb) file into
// words of width bits for the addresses from start to stop, in either direction,
// in the order of the file (IEEE 1364-2005 17.2.9). Reading ends at the first
// error; the messages are Icarus's, without the source position.
func ReadImage(text string, binary bool, width, start, stop int) (words []MemWord, messages []string) {
	task, r := "$readmemh", memRange{start, stop, 1}
	if binary {
		task = "$readmemb"
	}
	if start > stop {
		r.step = -1
	}
	words, notes := readImage(text, task, "file", binary, width, r)
	for _, n := range notes {
		messages = append(messages, n.kind+": "+n.text)
	}
	return words, messages
}

type memNote struct{ kind, text string }

func isMemDigit(c byte, binary bool) bool {
	switch {
	case c == '0' || c == '1' || c == '_' || c == 'x' || c == 'X' || c == 'z' || c == 'Z':
		return true
	case binary:
		return false
	}
	return isHex(c)
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func readImage(s, task, name string, binary bool, width int, rng memRange) (words []MemWord, notes []memNote) {
	note := func(kind, format string, a ...any) {
		notes = append(notes, memNote{kind, fmt.Sprintf("%s(%s): ", task, name) + fmt.Sprintf(format, a...)})
	}
	addr, missing := rng.start, rng.high()-rng.low()+1
	excess := false
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == '\f' || c == '\n' || c == '\r':
			i++
		case strings.HasPrefix(s[i:], "//"):
			if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
				i += n
			} else {
				i = len(s)
			}
		case strings.HasPrefix(s[i:], "/*"):
			if n := strings.Index(s[i+2:], "*/"); n >= 0 {
				i += n + 4
			} else {
				i = len(s)
			}
		case c == '@' && i+1 < len(s) && isHex(s[i+1]):
			v := int64(0)
			for i++; i < len(s) && isHex(s[i]); i++ {
				if v < 1<<40 {
					v = v<<4 | int64(hexDigit(s[i]))
				}
			}
			addr = int(int32(v))
			if v >= 1<<32 {
				addr = -1
			}
			if addr < rng.low() || addr > rng.high() {
				note("ERROR", "address (0x%x) is out of range [0x%x:0x%x]", uint32(addr), uint32(rng.start), uint32(rng.stop))
				return words, notes
			}
			// With an address in the file, too few words are no fault.
			missing = 0
		case isMemDigit(c, binary):
			from := i
			for i < len(s) && isMemDigit(s[i], binary) {
				i++
			}
			v, extra := imageWord(s[from:i], binary, width)
			if extra > 0 && !excess {
				excess = true
				kind := "hex"
				if binary {
					kind = "binary"
				}
				notes = append(notes, memNote{"WARNING", fmt.Sprintf("Excess %s digits (%d of '%s') while reading %d-bit words.",
					kind, extra, s[from:i], width)})
			}
			if addr < rng.low() || addr > rng.high() {
				note("WARNING", "Too many words in the file for the requested range [%d:%d].", rng.start, rng.stop)
				return words, notes
			}
			words = append(words, MemWord{addr, v})
			missing--
			addr += rng.step
		default:
			note("ERROR", "Invalid input character: %s", string([]byte{c}))
			return words, notes
		}
	}
	if missing > 0 {
		note("WARNING", "Not enough words in the file for the requested range [%d:%d].", rng.start, rng.stop)
	}
	return words, notes
}

func hexDigit(c byte) int {
	switch {
	case c <= '9':
		return int(c - '0')
	case c >= 'a':
		return int(c-'a') + 10
	}
	return int(c-'A') + 10
}

// imageWord reads one word, last digit first, and gives how many digits were left
// over once width bits were filled.
func imageWord(s string, binary bool, width int) (v logic.Vec, extra int) {
	per := 4
	if binary {
		per = 1
	}
	v = logic.New(width)
	at := 0
	for i := len(s) - 1; i >= 0; i-- {
		c := s[i]
		if c == '_' {
			continue
		}
		if at >= width {
			extra++
			continue
		}
		var val, xz uint32
		switch c {
		case 'x', 'X':
			val, xz = 1<<per-1, 1<<per-1
		case 'z', 'Z':
			xz = 1<<per - 1
		default:
			val = uint32(hexDigit(c))
		}
		if left := width - at; left < per {
			val &= 1<<left - 1
			xz &= 1<<left - 1
		}
		v.Val[at/32] |= val << (at % 32)
		v.XZ[at/32] |= xz << (at % 32)
		at += per
	}
	return v, extra
}

func (h *Host) readmempath(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	list := args[0].text()
	if list == "" {
		h.at(c, "WARNING", "%s's argument (%s) is not a valid string.", c.Name, VPIKind(args[0]))
		return Result{}
	}
	if e := escaped(list); e != list {
		msg := fmt.Sprintf("WARNING: %s:%d:", c.File, c.Line)
		h.printf("%s %s's argument contains non-printable characters.\n", msg, c.Name)
		h.printf("%*s \"%s\"\n", min(len(msg), 63), " ", e)
		return Result{}
	}
	h.searchDir = nil
	for _, dir := range strings.Split(list, ":") {
		if dir == "" {
			continue
		}
		switch info, err := os.Stat(h.readPath(dir)); {
		case err != nil:
			h.at(c, "WARNING", "%s could not find directory \"%s\"!", c.Name, dir)
		case !info.IsDir():
			h.at(c, "WARNING", "%s's path element \"%s\" is not a directory!", c.Name, dir)
		default:
			h.searchDir = append(h.searchDir, dir)
		}
	}
	return Result{}
}

func (h *Host) writemem(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	name, ok := h.fileName(c, args[0])
	if !ok {
		return Result{}
	}
	m, r, ok := h.memArgs(c, args)
	if !ok {
		return Result{}
	}
	f, err := os.Create(h.Path(name))
	if err != nil {
		h.at(c, "ERROR", "%s: Unable to open %s for writing.", c.Name, name)
		return Result{}
	}
	base := byte('h')
	if c.Name == "$writememb" {
		base = 'b'
	}
	w := bufio.NewWriter(f)
	for n, addr := 0, r.start; ; n, addr = n+1, addr+r.step {
		if n%16 == 0 {
			fmt.Fprintf(w, "// 0x%08x\n", n)
		}
		w.WriteString(logic.Format(m.Word(addr), base, false))
		w.WriteByte('\n')
		if addr == r.stop {
			break
		}
	}
	err = w.Flush()
	if e := f.Close(); err == nil {
		err = e
	}
	h.setErr(err)
	return Result{}
}
