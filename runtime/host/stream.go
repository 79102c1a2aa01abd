package host

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
)

// stream is an open file with C's stdio rules: a position shared by reads and
// writes, bytes pushed back, and an end-of-file flag that a failed read sets.
type stream struct {
	name       string   // as the design gave it
	mode       string   // C's mode
	f          *os.File // nil for the standard streams
	r          *bufio.Reader
	w          io.Writer
	buf        *bufio.Writer // over f, where it is open for writing
	back       []byte        // pushed back, last in first out
	eof        bool
	beforeRead func()
}

// modeFlags reads one of C's modes: r, w or a, then b and + in any order.
func modeFlags(mode string) (flags int, reads, writes bool) {
	plus := strings.Contains(mode, "+")
	flags = map[byte]int{'r': os.O_RDONLY, 'w': os.O_WRONLY | os.O_CREATE | os.O_TRUNC, 'a': os.O_WRONLY | os.O_CREATE | os.O_APPEND}[mode[0]]
	if plus {
		flags = flags&^(os.O_RDONLY|os.O_WRONLY) | os.O_RDWR
	}
	return flags, mode[0] == 'r' || plus, mode[0] != 'r' || plus
}

// open opens the design's file name in one of C's modes.
func (h *Host) open(name, mode string) (*stream, error) {
	flags, reads, writes := modeFlags(mode)
	path := h.Path(name)
	if !writes {
		path = h.readPath(name)
	}
	f, err := os.OpenFile(path, flags, 0o666)
	if err != nil {
		return nil, err
	}
	return newStream(f, name, mode, reads, writes), nil
}

func newStream(f *os.File, name, mode string, reads, writes bool) *stream {
	s := &stream{name: name, mode: mode, f: f}
	if reads {
		s.r = bufio.NewReader(f)
	}
	if writes {
		s.buf = bufio.NewWriterSize(f, 1<<15)
		s.w = s.buf
	}
	return s
}

// getc gives the next byte, or -1 at the end or on an error.
func (s *stream) getc() (int, error) {
	if n := len(s.back); n > 0 {
		b := s.back[n-1]
		s.back = s.back[:n-1]
		return int(b), nil
	}
	if s.r == nil {
		return -1, syscall.EBADF
	}
	if s.beforeRead != nil && s.r.Buffered() == 0 {
		s.beforeRead()
	}
	if s.buf != nil && s.buf.Buffered() > 0 {
		s.buf.Flush()
	}
	b, err := s.r.ReadByte()
	if err != nil {
		s.eof = true
		if err == io.EOF {
			err = nil
		}
		return -1, err
	}
	return int(b), nil
}

// ungetc pushes a byte back; it clears the end-of-file flag.
func (s *stream) ungetc(c int) bool {
	if c < 0 || s.r == nil {
		return false
	}
	s.back = append(s.back, byte(c))
	s.eof = false
	return true
}

func (s *stream) write(text string) error {
	if s.w == nil {
		return syscall.EBADF
	}
	if s.f != nil && s.r != nil {
		// The position is where the last read stopped, not where the buffer's
		// end lies.
		if n := s.r.Buffered() + len(s.back); n > 0 {
			s.f.Seek(int64(-n), io.SeekCurrent)
			s.r.Reset(s.f)
			s.back = nil
		}
	}
	_, err := io.WriteString(s.w, text)
	return err
}

func (s *stream) flush() error {
	if s.buf != nil {
		return s.buf.Flush()
	}
	if b, ok := s.w.(*bufio.Writer); ok {
		return b.Flush()
	}
	return nil
}

func (s *stream) tell() (int64, error) {
	if s.f == nil {
		return -1, syscall.ESPIPE
	}
	if s.buf != nil {
		s.buf.Flush()
	}
	at, err := s.f.Seek(0, io.SeekCurrent)
	if err != nil {
		return -1, err
	}
	if s.r != nil {
		at -= int64(s.r.Buffered())
	}
	return at - int64(len(s.back)), nil
}

func (s *stream) seek(offset int64, whence int) error {
	if s.f == nil {
		return syscall.ESPIPE
	}
	at, err := s.tell()
	if err != nil {
		return err
	}
	if whence == io.SeekCurrent {
		offset, whence = offset+at, io.SeekStart
	}
	if _, err := s.f.Seek(offset, whence); err != nil {
		return err
	}
	if s.r != nil {
		s.r.Reset(s.f)
	}
	s.back, s.eof = nil, false
	return nil
}

func (s *stream) close() error {
	err := s.flush()
	if s.f != nil {
		if e := s.f.Close(); err == nil {
			err = e
		}
	}
	return err
}

// setErr keeps what $ferror reports: C's errno and its text.
func (h *Host) setErr(err error) {
	h.errno, h.errText = 0, ""
	if err == nil {
		return
	}
	h.errno, h.errText = int(syscall.EIO), err.Error()
	var no syscall.Errno
	if errors.As(err, &no) {
		h.errno, h.errText = int(no), no.Error()
	}
	if h.errText != "" {
		h.errText = strings.ToUpper(h.errText[:1]) + h.errText[1:]
	}
}
