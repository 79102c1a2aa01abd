package host

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/gpga/gpga/frontend/design/logic"
)

// saved is a Host's state in a snapshot. Bytes that a design chose are no strings: they need not be UTF-8.
type saved struct {
	Stdin   savedFile   `json:"stdin"`
	Files   []savedFile `json:"files"`
	Errno   int         `json:"errno"`
	ErrText string      `json:"err_text"`
	Time    savedTime   `json:"time_format"`
	Search  [][]byte    `json:"readmempath"`
	Strobes []uint32    `json:"fstrobe"`
	Random  int64       `json:"random"`
	URandom int64       `json:"urandom"`
	Queues  []savedQ    `json:"queues"`
	Now     uint64      `json:"now"`
	Ports   []savedPort `json:"dumpports"`
}

type savedTime struct {
	Units     int    `json:"units"`
	Precision int    `json:"precision"`
	Suffix    []byte `json:"suffix"`
	Width     int    `json:"width"`
}

// savedFile is an open file. Of standard input Pos is all that counts, and what was pushed back.
type savedFile struct {
	MCD   bool   `json:"mcd"`
	Index int    `json:"index"`
	Name  []byte `json:"name"` // as the design gave it
	Path  []byte `json:"path"` // absolute
	Mode  string `json:"mode"`
	Pos   int64  `json:"pos"`
	Size  int64  `json:"size"` // of a regular file; -1: it is none
	Back  []byte `json:"back"`
	EOF   bool   `json:"eof"`
}

type savedElem struct {
	Job    logic.Vec `json:"job"`
	Inform logic.Vec `json:"inform"`
	Time   uint64    `json:"time"`
}

type savedQ struct {
	ID       int32       `json:"id"`
	Kind     int32       `json:"kind"`
	Length   int32       `json:"length"`
	Elems    []savedElem `json:"elems"`
	Longest  int         `json:"longest"`
	Adds     uint64      `json:"adds"`
	First    uint64      `json:"first"`
	Latest   uint64      `json:"latest"`
	Shortest uint64      `json:"shortest"`
	Removed  bool        `json:"removed"`
	Hi       uint64      `json:"hi"`
	Lo       uint64      `json:"lo"`
}

// Save gives the host's state for a snapshot: open files with their positions, formats, seeds, queues. Everything printed is
// written out first. A file without positions (a pipe) cannot be saved.
func (h *Host) Save() ([]byte, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.flushAll(); err != nil {
		return nil, err
	}
	s := saved{
		Errno: h.errno, ErrText: h.errText, Random: h.rnd, URandom: h.urnd,
		Time: savedTime{h.tf.units, h.tf.precision, []byte(h.tf.suffix), h.tf.width},
	}
	s.Strobes = append(s.Strobes, h.strobes...)
	for _, d := range h.searchDir {
		s.Search = append(s.Search, []byte(d))
	}
	s.Stdin = savedFile{Pos: h.in.n + h.in.skip - int64(h.stdin.r.Buffered()), Back: h.stdin.back, EOF: h.stdin.eof}
	keep := func(list []*stream, first int, mcd bool) error {
		for i := first; i < len(list); i++ {
			if list[i] == nil {
				continue
			}
			f, err := list[i].save()
			if err != nil {
				return err
			}
			f.MCD, f.Index = mcd, i
			s.Files = append(s.Files, f)
		}
		return nil
	}
	if err := errors.Join(keep(h.mcd[:], 1, true), keep(h.fd, 3, false)); err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(h.queues)) {
		q := h.queues[id]
		w := savedQ{ID: id, Kind: q.kind, Length: q.length, Longest: q.longest, Adds: q.adds, First: q.first, Latest: q.latest,
			Shortest: q.shortest, Removed: q.removed, Hi: q.hi, Lo: q.lo}
		for _, e := range q.elems {
			w.Elems = append(w.Elems, savedElem{e.job, e.inform, e.time})
		}
		s.Queues = append(s.Queues, w)
	}
	s.Now = h.now
	for _, f := range h.ports {
		p, err := f.save()
		if err != nil {
			return nil, err
		}
		s.Ports = append(s.Ports, p)
	}
	return json.Marshal(s)
}

func (s *stream) save() (savedFile, error) {
	f := savedFile{Name: []byte(s.name), Mode: s.mode, Back: s.back, EOF: s.eof, Size: -1}
	path, err := filepath.Abs(s.f.Name())
	if err != nil {
		return f, err
	}
	f.Path = []byte(path)
	if f.Pos, err = s.f.Seek(0, io.SeekCurrent); err != nil {
		return f, fmt.Errorf("the design has %s open, which has no position to come back to", s.name)
	}
	if s.r != nil {
		f.Pos -= int64(s.r.Buffered())
	}
	if info, err := s.f.Stat(); err == nil && info.Mode().IsRegular() {
		f.Size = info.Size()
	}
	return f, nil
}

// Restore gives a new host the state that Save gave. Files that were open are opened again, cut to the length that they had:
// where the host's directory is another one than then, files open for writing are copied into it first.
func (h *Host) Restore(state []byte) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	var s saved
	if err := json.Unmarshal(state, &s); err != nil {
		return err
	}
	h.errno, h.errText, h.rnd, h.urnd = s.Errno, s.ErrText, s.Random, s.URandom
	h.tf = timeFormat{s.Time.Units, s.Time.Precision, string(s.Time.Suffix), s.Time.Width}
	h.strobes = s.Strobes
	for _, d := range s.Search {
		h.searchDir = append(h.searchDir, string(d))
	}
	h.in.skip = s.Stdin.Pos
	h.stdin.back, h.stdin.eof = s.Stdin.Back, s.Stdin.EOF
	slices.SortStableFunc(s.Files, func(a, b savedFile) int { return cmp.Compare(a.Index, b.Index) })
	for _, f := range s.Files {
		st, err := h.reopen(f)
		if err != nil {
			return err
		}
		switch {
		case f.MCD && f.Index > 0 && f.Index < len(h.mcd) && h.mcd[f.Index] == nil:
			h.mcd[f.Index] = st
		case !f.MCD && f.Index > 2 && f.Index < maxFiles:
			for len(h.fd) <= f.Index {
				h.fd = append(h.fd, nil)
			}
			h.fd[f.Index] = st
		default:
			st.close()
			return fmt.Errorf("file %d cannot be open", f.Index)
		}
	}
	if len(s.Queues) > 0 {
		h.queues = map[int32]*queue{}
	}
	for _, w := range s.Queues {
		q := &queue{kind: w.Kind, length: w.Length, longest: w.Longest, adds: w.Adds, first: w.First, latest: w.Latest,
			shortest: w.Shortest, removed: w.Removed, hi: w.Hi, lo: w.Lo}
		for _, e := range w.Elems {
			q.elems = append(q.elems, queueElem{e.Job, e.Inform, e.Time})
		}
		h.queues[w.ID] = q
	}
	h.now = s.Now
	for _, p := range s.Ports {
		f, err := h.restorePorts(p)
		if err != nil {
			return err
		}
		h.ports = append(h.ports, f)
	}
	return nil
}

// reopen opens a file as it was.
func (h *Host) reopen(f savedFile) (*stream, error) {
	if f.Mode == "" || !validMode(f.Mode) {
		return nil, fmt.Errorf("%s was open in no mode", f.Name)
	}
	flags, reads, writes := modeFlags(f.Mode)
	name := string(f.Name)
	path := h.Path(name)
	there, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if !writes {
		if path = h.readPath(name); path != there {
			if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
				path = string(f.Path)
			}
		}
	} else if there != string(f.Path) && f.Size >= 0 {
		if err := copyHead(path, string(f.Path), f.Size); err != nil {
			return nil, err
		}
	}
	file, err := os.OpenFile(path, flags&^(os.O_TRUNC|os.O_CREATE), 0o666)
	if err != nil {
		return nil, fmt.Errorf("a file that the design had open is not to be had: %w", err)
	}
	fail := func(err error) (*stream, error) {
		file.Close()
		return nil, err
	}
	if f.Size >= 0 {
		info, err := file.Stat()
		if err != nil {
			return fail(err)
		}
		if info.Size() < f.Size {
			return fail(fmt.Errorf("%s has %d bytes, and had %d when the snapshot was made", path, info.Size(), f.Size))
		}
		if writes && info.Size() > f.Size {
			if err := file.Truncate(f.Size); err != nil {
				return fail(err)
			}
		}
	}
	if _, err := file.Seek(f.Pos, io.SeekStart); err != nil {
		return fail(err)
	}
	s := newStream(file, name, f.Mode, reads, writes)
	s.back, s.eof = f.Back, f.EOF
	return s, nil
}

// copyHead makes a file of the first size bytes of another.
func copyHead(to, from string, size int64) error {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("a file that the design had open is not to be had: %w", err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	n, err := io.CopyN(out, in, size)
	if err == io.EOF {
		err = fmt.Errorf("%s has %d bytes, and had %d when the snapshot was made", from, n, size)
	}
	return errors.Join(err, out.Close())
}

// Writes lists the files that a saved host had open for writing, as the design named them.
func Writes(state []byte) []string {
	var s saved
	if json.Unmarshal(state, &s) != nil {
		return nil
	}
	var names []string
	for _, f := range s.Files {
		if f.Mode != "" && validMode(f.Mode) {
			if _, _, writes := modeFlags(f.Mode); writes {
				names = append(names, string(f.Name))
			}
		}
	}
	for _, p := range s.Ports {
		names = append(names, string(p.File.Name))
	}
	return names
}

// counted counts what is read, and leaves out the first skip bytes.
type counted struct {
	r    io.Reader
	skip int64 // still to leave out
	n    int64
}

func (c *counted) Read(p []byte) (int, error) {
	if c.skip > 0 {
		n, err := io.CopyN(io.Discard, c.r, c.skip)
		c.skip -= n
		c.n += n
		if err != nil {
			return 0, err
		}
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
