package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// DefaultSize is how many bytes a store may have when nobody says otherwise.
const DefaultSize = 256 << 20

// version is the version of an entry's folder. An entry of another one is unusable.
const version = 1

// Names in an entry's folder.
const (
	entryFile = "entry.json"
	textFile  = "kernel.metal"
	dataFile  = "pipelines"
)

// Prefixes of names of folders.
const (
	entryPrefix = "k-"
	draftPrefix = "draft-"
	goingPrefix = "gone-"
)

// Key names what an archive is good for.
type Key struct {
	GPU     string `json:"gpu"`         // the device's name
	Build   string `json:"os"`          // the system's version with its build
	Text    string `json:"text_sha256"` // of the kernel's text, in hexadecimal
	Variant string `json:"variant"`     // constants, language version and whatever else the compiler was told
}

// KeyOf is the key for a text.
func KeyOf(gpu, build, text, variant string) Key {
	sum := sha256.Sum256([]byte(text))
	return Key{gpu, build, hex.EncodeToString(sum[:]), variant}
}

// Name is the name of the key's folder.
func (k Key) Name() string {
	body, err := json.Marshal(k)
	if err != nil {
		panic(err) // four strings
	}
	sum := sha256.Sum256(body)
	return entryPrefix + hex.EncodeToString(sum[:20])
}

// Entry is one archive.
type Entry struct {
	Version int `json:"version"`
	Key
	Form     string        `json:"form"`   // of the kernel
	Design   string        `json:"design"` // what it is the kernel of, for people
	Kind     string        `json:"kind"`   // class of what reads it
	Bytes    int64         `json:"bytes"`  // of Metal's file
	Sum      string        `json:"sha256"` // of Metal's file, in hexadecimal
	Library  time.Duration `json:"library_ns"`
	Pipeline time.Duration `json:"pipeline_ns"`
	Made     time.Time     `json:"made"`

	Used time.Time `json:"-"` // when it was last found, or made
	Size int64     `json:"-"` // of its files, bytes
	Bad  error     `json:"-"` // why it is unusable, as far as List looks; nil
	dir  string
}

// Name is the name of its folder.
func (e *Entry) Name() string { return filepath.Base(e.dir) }

// Path is Metal's file.
func (e *Entry) Path() string { return filepath.Join(e.dir, dataFile) }

// Source reads the kernel's text.
func (e *Entry) Source() (string, error) {
	text, err := os.ReadFile(filepath.Join(e.dir, textFile))
	return string(text), err
}

// Unusable is an entry that was there and cannot be used. It has been removed.
type Unusable struct {
	Name string
	Why  error
}

func (u *Unusable) Error() string {
	return fmt.Sprintf("the archive %s is unusable: %v", u.Name, u.Why)
}

func (u *Unusable) Unwrap() error { return u.Why }

// Store is a folder of archives.
type Store struct {
	dir  string
	size int64
}

// DefaultDir is the user's folder for archives.
func DefaultDir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "gpga", "archive"), nil
}

// Open opens the store in a folder, which is made if need be, and removes what killed processes have left there. size is the most
// bytes that it may have; 0: DefaultSize.
func Open(dir string, size int64) (*Store, error) {
	if size <= 0 {
		size = DefaultSize
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	s := &Store{dir, size}
	return s, s.sweep()
}

// Dir is the store's folder.
func (s *Store) Dir() string { return s.dir }

// Size is the most bytes that the store may have.
func (s *Store) Size() int64 { return s.size }

// Find gives the entry for a key, and notes that it was used; nil when there is none, an *Unusable error when there was one.
func (s *Store) Find(k Key) (*Entry, error) {
	e, err := s.whole(k.Name())
	if err != nil {
		e, err = s.whole(k.Name()) // another process may have put a new one there between two of its files
	}
	if err != nil && !exists(filepath.Join(s.dir, k.Name())) {
		return nil, nil // there was none, or it has just gone
	}
	if err != nil {
		return nil, s.Refuse(k, err)
	}
	now := time.Now()
	// Where that is not allowed, the entry is as old as it was: it is found all the same.
	os.Chtimes(filepath.Join(e.dir, entryFile), now, now)
	e.Used = now
	return e, nil
}

// whole reads an entry's description and compares its files with it.
func (s *Store) whole(name string) (*Entry, error) {
	e, err := s.read(name)
	if err == nil {
		err = e.Check()
	}
	return e, err
}

// Refuse removes the entry of a key, because of what came of its use, and tells so.
func (s *Store) Refuse(k Key, why error) *Unusable {
	u := &Unusable{k.Name(), why}
	if err := s.remove(k.Name()); err != nil {
		u.Why = errors.Join(why, err)
	}
	return u
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// read reads an entry's description.
func (s *Store) read(name string) (*Entry, error) {
	dir := filepath.Join(s.dir, name)
	f, err := os.Open(filepath.Join(dir, entryFile))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return nil, err
	}
	e := &Entry{dir: dir, Used: st.ModTime()}
	if err := json.Unmarshal(body, e); err != nil {
		return nil, fmt.Errorf("%s: %w", entryFile, err)
	}
	if e.Version != version {
		return nil, fmt.Errorf("%s: version %d, and %d is known", entryFile, e.Version, version)
	}
	if e.Key.Name() != name {
		return nil, errors.New("its folder has the name of another archive")
	}
	return e, nil
}

// Check compares the entry's files with what it says of them.
func (e *Entry) Check() error {
	n, sum, err := digest(e.Path())
	if err != nil {
		return err
	}
	if n != e.Bytes {
		return fmt.Errorf("it has %d bytes and should have %d", n, e.Bytes)
	}
	if sum != e.Sum {
		return errors.New("its bytes are not those that were written")
	}
	if _, sum, err = digest(filepath.Join(e.dir, textFile)); err != nil {
		return err
	}
	if sum != e.Text {
		return errors.New("its text is not the one that was written")
	}
	return nil
}

// digest is the length and the SHA-256 sum of a file.
func digest(path string) (n int64, sum string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	h := sha256.New()
	n, err = io.Copy(h, f)
	return n, hex.EncodeToString(h.Sum(nil)), err
}

// List gives all entries, the latest used first. Those whose description cannot be read have little more than Bad.
func (s *Store) List() ([]*Entry, error) {
	names, err := s.names(entryPrefix)
	if err != nil {
		return nil, err
	}
	var list []*Entry
	for _, name := range names {
		e, err := s.read(name)
		if err != nil {
			dir := filepath.Join(s.dir, name)
			st, serr := os.Stat(dir)
			if serr != nil {
				continue // it has just gone
			}
			e = &Entry{dir: dir, Used: st.ModTime(), Bad: err}
		}
		e.Size = folderSize(e.dir)
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b *Entry) int { return b.Used.Compare(a.Used) })
	return list, nil
}

func (s *Store) names(prefix string) ([]string, error) {
	all, err := os.ReadDir(s.dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, d := range all {
		if strings.HasPrefix(d.Name(), prefix) {
			names = append(names, d.Name())
		}
	}
	return names, nil
}

func folderSize(dir string) (n int64) {
	all, err := os.ReadDir(dir)
	if err != nil {
		return 0
	}
	for _, d := range all {
		if st, err := d.Info(); err == nil {
			n += st.Size()
		}
	}
	return n
}

// Drop removes an entry.
func (s *Store) Drop(e *Entry) error { return s.remove(e.Name()) }

// Clear removes all entries and tells how many and how many bytes they had.
func (s *Store) Clear() (entries int, bytes int64, err error) {
	list, err := s.List()
	if err != nil {
		return 0, 0, err
	}
	for _, e := range list {
		if rerr := s.remove(e.Name()); rerr != nil {
			err = errors.Join(err, rerr)
			continue
		}
		entries++
		bytes += e.Size
	}
	return entries, bytes, err
}

// remove takes an entry's folder away: at once under its name, so that nobody finds half of it.
func (s *Store) remove(name string) error {
	dir := filepath.Join(s.dir, name)
	for {
		gone, err := os.MkdirTemp(s.dir, goingPrefix)
		if err != nil {
			return err
		}
		err = os.Rename(dir, filepath.Join(gone, name))
		if err == nil {
			return os.RemoveAll(gone)
		}
		swept := !exists(gone) // a store that is being opened takes such folders away
		os.Remove(gone)
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if !swept {
			return nil // the entry went meanwhile
		}
	}
}

// State sums a store up.
type State struct {
	Dir      string `json:"dir"`
	Entries  int    `json:"entries"`
	Unusable int    `json:"unusable"` // entries whose description cannot be read
	Bytes    int64  `json:"bytes"`
	Size     int64  `json:"size"` // the most bytes that it may have
}

// State sums the store up.
func (s *Store) State() (State, error) {
	st := State{Dir: s.dir, Size: s.size}
	list, err := s.List()
	for _, e := range list {
		st.Entries++
		st.Bytes += e.Size
		if e.Bad != nil {
			st.Unusable++
		}
	}
	return st, err
}
