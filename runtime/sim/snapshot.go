package sim

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gpga/gpga/scheduler/program"
)

// Snapshot is a simulation between two times: all that happens up to Time has happened, and nothing after it. It belongs to one
// program, and to none of its forms or engines.
type Snapshot struct {
	Info
	arena []uint32
	host  []byte // what host.Save gave
	run   runState
}

// Info says what a snapshot is of.
type Info struct {
	Time    uint64   `json:"time"`    // in ticks
	Program string   `json:"program"` // sum of the program, in hexadecimal
	Tops    []string `json:"tops"`    // the design's roots
	// Options are those that made the program, and Plus the arguments of the run, as the caller of Capture gave them.
	Options []string `json:"options"`
	Plus    []string `json:"plusargs"`
}

// runState is the state of a Sim that is neither in the arena nor the host's.
type runState struct {
	Exit  int       `json:"exit"`
	Waves waveState `json:"waves"`
}

// SnapshotRequest asks a run for a snapshot.
type SnapshotRequest struct {
	At      uint64   // the time whose end is kept
	Options []string // as in Info
	Plus    []string
	Go      bool // the run goes on afterwards
	// Write takes the snapshot. Its error ends the run.
	Write func(*Snapshot) error
}

// Codes of errors about snapshots:
//
//	R110 the run cannot be kept, or ended before
//	R111 the file is damaged
//	R112 the snapshot is another design's, or was made with other options
//	R113 the snapshot cannot be continued here: its files are not to be had
//
// The file is snapshotMagic, the format's version, the length of what follows the sum, the sum (SHA-256) of that, and that: deflated,
// the length and text of the description, in JSON, then the words of the arena. Numbers are little endian.
const (
	snapshotMagic   = "GPGASNAP"
	snapshotVersion = 1
	snapshotHead    = len(snapshotMagic) + 4 + 8 + sha256.Size
)

// description is the JSON part of a snapshot file.
type description struct {
	Info
	Host json.RawMessage `json:"host"`
	Run  runState        `json:"run"`
}

// ProgramSum identifies a program.
func ProgramSum(p *program.Program) string {
	sum := sha256.Sum256(program.Encode(p))
	return hex.EncodeToString(sum[:])
}

// WriteFile writes the snapshot to a temporary file that then takes the name path: there is never half a snapshot of that name.
func (n *Snapshot) WriteFile(path string) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	err = f.Chmod(0o644)
	if err == nil {
		err = n.Encode(f)
	}
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// Encode writes the snapshot's file.
func (n *Snapshot) Encode(w io.Writer) error {
	text, err := json.Marshal(description{n.Info, n.host, n.run})
	if err != nil {
		return err
	}
	var body bytes.Buffer
	z, err := flate.NewWriter(&body, flate.BestSpeed)
	if err != nil {
		return err
	}
	head := binary.LittleEndian.AppendUint64(nil, uint64(len(text)))
	words := binary.LittleEndian.AppendUint64(nil, uint64(len(n.arena)))
	for _, part := range [][]byte{head, text, words} {
		if _, err := z.Write(part); err != nil {
			return err
		}
	}
	chunk := make([]byte, 0, 1<<16)
	for part := range slices.Chunk(n.arena, 1<<14) {
		chunk = chunk[:0]
		for _, x := range part {
			chunk = binary.LittleEndian.AppendUint32(chunk, x)
		}
		if _, err := z.Write(chunk); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	out := append([]byte(snapshotMagic), binary.LittleEndian.AppendUint32(nil, snapshotVersion)...)
	out = binary.LittleEndian.AppendUint64(out, uint64(body.Len()))
	sum := sha256.Sum256(body.Bytes())
	if _, err := w.Write(append(out, sum[:]...)); err != nil {
		return err
	}
	_, err = w.Write(body.Bytes())
	return err
}

// ReadSnapshot reads a snapshot's file. What is wrong with it is an *Error.
func ReadSnapshot(path string) (*Snapshot, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	n, err := DecodeSnapshot(b)
	if err != nil {
		return nil, &Error{Code: "R111", Message: fmt.Sprintf("%s: %v", path, err)}
	}
	return n, nil
}

// DecodeSnapshot reads a snapshot from its file's bytes.
func DecodeSnapshot(b []byte) (*Snapshot, error) {
	if !bytes.HasPrefix(b, []byte(snapshotMagic)) {
		if len(b) < len(snapshotMagic) && strings.HasPrefix(snapshotMagic, string(b)) {
			return nil, errors.New("the snapshot is cut off")
		}
		return nil, errors.New("the file is no snapshot")
	}
	if len(b) < snapshotHead {
		return nil, errors.New("the snapshot is cut off")
	}
	rest := b[len(snapshotMagic):]
	if v := binary.LittleEndian.Uint32(rest); v != snapshotVersion {
		return nil, fmt.Errorf("the snapshot has format %d; this gpga reads format %d", v, snapshotVersion)
	}
	size := binary.LittleEndian.Uint64(rest[4:])
	body := b[snapshotHead:]
	if uint64(len(body)) < size {
		return nil, fmt.Errorf("the snapshot is cut off: %d bytes of %d", len(b), uint64(snapshotHead)+size)
	}
	if uint64(len(body)) > size || sha256.Sum256(body) != [sha256.Size]byte(rest[12:12+sha256.Size]) {
		return nil, errors.New("the snapshot is damaged: its sum is wrong")
	}
	z := flate.NewReader(bytes.NewReader(body))
	text, err := readPart(z, 1<<30, 1)
	if err != nil {
		return nil, err
	}
	words, err := readPart(z, maxBatch, 4)
	if err != nil {
		return nil, err
	}
	var d description
	if err := json.Unmarshal(text, &d); err != nil {
		return nil, fmt.Errorf("the snapshot's description cannot be read: %w", err)
	}
	n := &Snapshot{Info: d.Info, host: d.Host, run: d.Run, arena: make([]uint32, len(words)/4)}
	for i := range n.arena {
		n.arena[i] = binary.LittleEndian.Uint32(words[4*i:])
	}
	if len(n.arena) < program.HdrWords {
		return nil, errors.New("the snapshot has no state")
	}
	return n, nil
}

// readPart reads a number of units of size bytes, and then these.
func readPart(r io.Reader, most, size uint64) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, errors.New("the snapshot is damaged: a part is missing")
	}
	n := binary.LittleEndian.Uint64(head[:])
	if n > most {
		return nil, errors.New("the snapshot is damaged: a part is too long")
	}
	// What is said to be there is not believed before it has been read.
	b, err := io.ReadAll(io.LimitReader(r, int64(n*size)))
	if err != nil || uint64(len(b)) != n*size {
		return nil, errors.New("the snapshot is damaged: a part is missing")
	}
	return b, nil
}

// Fits tells whether the snapshot can be continued with p, whose options are these.
func (n *Snapshot) Fits(p *program.Program, options []string) error {
	if ProgramSum(p) == n.Program {
		return nil
	}
	var tops []string
	for i := range p.Scopes {
		if p.Scopes[i].Parent == program.NoSeg {
			tops = append(tops, p.Strings[p.Scopes[i].Name])
		}
	}
	e := &Error{Code: "R112"}
	list := func(s []string) string {
		if len(s) == 0 {
			return "no options"
		}
		return strings.Join(s, " ")
	}
	switch {
	case !slices.Equal(tops, n.Tops):
		e.Message = fmt.Sprintf("the snapshot is of another design: of %s, and not of %s", strings.Join(n.Tops, ", "), strings.Join(tops, ", "))
	case !slices.Equal(options, n.Options):
		e.Message = fmt.Sprintf("the snapshot was made with other options: with %s, and not with %s", list(n.Options), list(options))
	default:
		e.Message = "the snapshot was made from other sources, or by another gpga: the files, their names and the options must be the same"
	}
	return e
}

// HostState is what host.Save gave, for host.Writes.
func (n *Snapshot) HostState() []byte { return n.host }

// pending is a snapshot that a run shall make.
type pending struct {
	*SnapshotRequest
	kept []uint32 // the state before the step that runs
	most uint32   // budget, once a step went too far; 0 before
}

// keep is called before a step of at most budget steps, and gives the budget to run it with.
func (n *pending) keep(s *Sim, budget uint32) uint32 {
	st := s.arena()
	n.kept = append(n.kept[:0], st.Words(0, st.Len())...)
	if n.most != 0 {
		budget = min(budget, n.most)
	}
	return budget
}

// undo is called after a step of at most ran steps, before the host looks at it. When the step went beyond the time of the snapshot
// by more than its last turn, it is undone, to be made shorter; a turn that moves the time does nothing else of the time after.
func (n *pending) undo(s *Sim, ran uint32) bool {
	st := s.arena()
	if st.Time() <= n.At || ran <= 1 {
		return false
	}
	st.Put(0, n.kept)
	n.most = ran / 2
	return true
}

// capture makes the snapshot.
func (s *Sim) capture() error {
	fail := func(err error) error {
		return &Error{Code: "R110", Message: fmt.Sprintf("the snapshot of time %d cannot be made: %v", s.snap.At, err)}
	}
	if err := s.flush(); err != nil {
		return fail(err)
	}
	h, err := s.host.Save()
	if err != nil {
		return fail(err)
	}
	st := s.arena()
	n := &Snapshot{
		Info:  Info{Time: s.snap.At, Program: ProgramSum(s.p), Options: s.snap.Options, Plus: s.snap.Plus},
		arena: slices.Clone(st.Words(0, st.Len())),
		host:  h,
		run:   runState{Exit: s.exit, Waves: s.waves.save()},
	}
	for i := range s.p.Scopes {
		if s.p.Scopes[i].Parent == program.NoSeg {
			n.Tops = append(n.Tops, s.p.Strings[s.p.Scopes[i].Name])
		}
	}
	if err := s.snap.Write(n); err != nil {
		return fail(err)
	}
	s.res.Kept = true
	return nil
}

// restore continues from a snapshot, which fits the program.
func (s *Sim) restore(n *Snapshot) error {
	if s.snap != nil && s.snap.At < n.Time {
		return &Error{Code: "R110", Message: fmt.Sprintf("a snapshot of time %d cannot be made: the run starts at time %d", s.snap.At, n.Time)}
	}
	st := s.arena()
	if want := uint32(len(n.arena)); want > st.Len() {
		var err error
		if st, err = s.extend(want - st.Len()); err != nil {
			return &Error{Code: "R101", Message: err.Error()}
		}
	}
	// Where the tables lie is this form's affair.
	form := slices.Clone(st.Words(program.HdrForm, program.FormWords))
	st.Put(0, n.arena)
	st.Put(program.HdrForm, form)
	if err := s.host.Restore(n.host); err != nil {
		return &Error{Code: "R113", Message: fmt.Sprintf("the snapshot of time %d cannot be continued: %v", n.Time, err)}
	}
	s.exit = n.run.Exit
	return s.waves.restore(&n.run.Waves, n.Time)
}
