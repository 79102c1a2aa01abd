package host

import (
	"fmt"
	"strings"
	"syscall"
)

var fileServices = map[string]handler{
	"$fopen": (*Host).fopen, "$fopenr": (*Host).fopenMode, "$fopenw": (*Host).fopenMode, "$fopena": (*Host).fopenMode,
	"$fclose": (*Host).fclose, "$fflush": (*Host).fflush, "$fputc": (*Host).fputc, "$ferror": (*Host).ferror,
}

// maxFiles is how many file descriptors can be open.
const maxFiles = 1024

const fdBit = 1 << 31 // set in a file descriptor, clear in a multichannel one

func isMCD(fd uint32) bool { return fd&fdBit == 0 }

// file gives the stream of a file descriptor, or nil.
func (h *Host) file(fd uint32) *stream {
	if isMCD(fd) || fd&^fdBit >= uint32(len(h.fd)) {
		return nil
	}
	return h.fd[fd&^fdBit]
}

// validFD reports whether a descriptor is open: of a multichannel one, every bit.
func (h *Host) validFD(fd uint32) bool {
	if !isMCD(fd) {
		return h.file(fd) != nil
	}
	for i := range h.mcd {
		if fd>>i&1 != 0 && h.mcd[i] == nil {
			return false
		}
	}
	return true
}

// checkFD is validFD with Icarus's message; descriptor 0 fails without one.
func (h *Host) checkFD(c Caller, fd uint32) bool {
	if fd == 0 {
		return false
	}
	h.setErr(nil)
	if h.validFD(fd) {
		return true
	}
	kind := "file descriptor"
	if isMCD(fd) {
		kind = "MCD"
	}
	h.at(c, "WARNING", "invalid %s (0x%x) given to %s().", kind, fd, c.Name)
	h.setErr(syscall.EBADF)
	return false
}

// streamOf gives the stream of a file descriptor argument; an invalid one gives
// Icarus's message.
func (h *Host) streamOf(c Caller, a Arg) *stream {
	h.setErr(nil)
	fd := uint32(a.integer())
	s := h.file(fd)
	if s == nil {
		h.at(c, "WARNING", "invalid file descriptor (0x%x) given to %s.", fd, c.Name)
		h.setErr(syscall.EBADF)
	}
	return s
}

func (h *Host) writeFD(fd uint32, text string) {
	if h.closed {
		return
	}
	if !isMCD(fd) {
		if s := h.file(fd); s != nil {
			if err := s.write(text); err != nil {
				h.setErr(err)
			}
		}
		return
	}
	for i, s := range h.mcd {
		if fd>>i&1 != 0 && s != nil {
			if err := s.write(text); err != nil {
				h.setErr(err)
			}
		}
	}
}

// Write writes text to a descriptor as $fwrite does, for an engine that formats
// by itself. An invalid descriptor takes nothing.
func (h *Host) Write(fd uint32, text string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.writeFD(fd, text)
}

// VPIKind is the name of an argument's type in messages.
func VPIKind(a Arg) string {
	if a.Type != "" {
		return a.Type
	}
	switch a.Kind {
	case ArgReal:
		return "vpiRealVar"
	case ArgVec:
		return "vpiReg"
	case ArgMemory:
		return "vpiMemory"
	case ArgTime, ArgRealtime:
		return "vpiSysFuncCall"
	}
	return "vpiConstant"
}

func escaped(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= ' ' && c <= '~' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "\\%03o", c)
		}
	}
	return b.String()
}

// fileName gives the name in a file name argument, or ok false after a message.
func (h *Host) fileName(c Caller, a Arg) (name string, ok bool) {
	name = a.text()
	if name == "" || a.isReal() {
		h.at(c, "WARNING", "%s's file name argument (%s) is not a valid string.", c.Name, VPIKind(a))
		return "", false
	}
	if e := escaped(name); e != name {
		msg := fmt.Sprintf("WARNING: %s:%d:", c.File, c.Line)
		h.printf("%s %s's file name argument contains non-printable characters.\n", msg, c.Name)
		h.printf("%*s \"%s\"\n", min(len(msg), 63), " ", e)
		return "", false
	}
	return name, true
}

func (h *Host) fopen(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	h.setErr(nil)
	bad := false
	mode := ""
	if len(args) > 1 {
		mode = args[1].text()
		switch {
		case mode == "":
			h.at(c, "WARNING", "%s's mode argument is not a valid string.", c.Name)
			h.at(c, "WARNING", "%s's mode argument () is invalid.", c.Name)
			bad = true
		case len(mode) > 3:
			h.at(c, "WARNING", "%s's mode argument (%s) is too long.", c.Name, escaped(mode))
			bad = true
		case !validMode(mode):
			h.at(c, "WARNING", "%s's mode argument (%s) is invalid.", c.Name, escaped(mode))
			bad = true
		}
	}
	name, ok := h.fileName(c, args[0])
	if !ok || bad {
		return intResult(0)
	}
	if len(args) > 1 {
		return intResult(int(h.openFD(name, mode)))
	}
	return intResult(int(h.openMCD(name)))
}

func validMode(m string) bool {
	if !strings.ContainsRune("rwa", rune(m[0])) {
		return false
	}
	return m[1:] == "" || m[1:] == "b" || m[1:] == "+" || m[1:] == "b+" || m[1:] == "+b"
}

func (h *Host) fopenMode(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	h.setErr(nil)
	name, ok := h.fileName(c, args[0])
	if !ok {
		return intResult(0)
	}
	return intResult(int(h.openFD(name, c.Name[len(c.Name)-1:])))
}

// openFD opens a file descriptor; the lowest free number is taken, 0 is failure.
func (h *Host) openFD(name, mode string) uint32 {
	i := 0
	for i < len(h.fd) && h.fd[i] != nil {
		i++
	}
	if i >= maxFiles {
		h.print("WARNING: Icarus only supports 1024 open files!\n")
		return 0
	}
	s, err := h.open(name, mode)
	if err != nil {
		h.setErr(err)
		return 0
	}
	if i == len(h.fd) {
		h.fd = append(h.fd, nil)
	}
	h.fd[i] = s
	return fdBit | uint32(i)
}

// openMCD opens a multichannel descriptor for writing; the lowest free bit is
// taken, 0 is failure.
func (h *Host) openMCD(name string) uint32 {
	for i := range h.mcd {
		if h.mcd[i] != nil {
			continue
		}
		s, err := h.open(name, "w")
		if err != nil {
			h.setErr(err)
			return 0
		}
		h.mcd[i] = s
		return 1 << i
	}
	return 0
}

func (h *Host) fclose(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	fd := uint32(args[0].integer())
	if !h.checkFD(c, fd) {
		return Result{}
	}
	failed := uint32(0)
	if isMCD(fd) {
		failed = fd & 1
		for i := 1; i < len(h.mcd); i++ {
			if fd>>i&1 != 0 {
				if h.mcd[i].close() != nil {
					failed |= 1 << i
				}
				h.mcd[i] = nil
			}
		}
	} else if i := fd &^ fdBit; i <= 2 {
		failed = fd
	} else {
		if h.fd[i].close() != nil {
			failed = fd
		}
		h.fd[i] = nil
	}
	if failed != 0 {
		kind, name := "file descriptor", ""
		if isMCD(failed) {
			kind = "MCD"
		}
		switch failed {
		case 1, fdBit | 1:
			name = "STDOUT "
		case fdBit:
			name = "STDIN "
		case fdBit | 2:
			name = "STDERR "
		}
		h.at(c, "WARNING", "could not close %s %s(0x%x) in %s().", kind, name, failed, c.Name)
	}
	return Result{}
}

func (h *Host) fflush(c Caller, args []Arg) Result {
	if len(args) == 0 {
		h.flushAll()
		return Result{}
	}
	fd := uint32(args[0].integer())
	if !h.checkFD(c, fd) {
		return Result{}
	}
	if !isMCD(fd) {
		h.setErr(h.file(fd).flush())
		return Result{}
	}
	for i, s := range h.mcd {
		if fd>>i&1 != 0 {
			h.setErr(s.flush())
		}
	}
	return Result{}
}

func (h *Host) fputc(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	s := h.streamOf(c, args[1])
	if s == nil {
		return intResult(-1)
	}
	if err := s.write(string([]byte{byte(args[0].integer())})); err != nil {
		h.setErr(err)
		return intResult(-1)
	}
	return intResult(0)
}

// ferror gives the error of the last file operation and stores its text.
func (h *Host) ferror(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	if fd := uint32(args[0].integer()); h.errno == 0 && h.file(fd) == nil {
		h.at(c, "WARNING", "invalid file descriptor (0x%x) given to %s.", fd, c.Name)
		h.setErr(syscall.EBADF)
	}
	text := h.errText
	if limit := args[1].Vec.Width/8 - 1; len(text) > limit {
		text = text[:max(limit, 0)]
	}
	r := intResult(h.errno)
	r.Writes = []Write{{Arg: 1, Value: storeText(args[1], text)}}
	return r
}
