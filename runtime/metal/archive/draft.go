package archive

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

const lockFile = "lock"

// Draft is an entry that is being made. Its lock lasts as long as the process, however that ends.
type Draft struct {
	s    *Store
	dir  string
	lock *os.File
}

// Begin begins an entry. It ends with Commit or Discard.
func (s *Store) Begin() (*Draft, error) {
	// A sweep may take a draft whose lock is not held yet: then there is another one.
	for {
		dir, err := os.MkdirTemp(s.dir, draftPrefix)
		if err != nil {
			return nil, err
		}
		lock, err := os.OpenFile(filepath.Join(dir, lockFile), os.O_CREATE|os.O_RDWR, 0o644)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		}
		if err == nil && !exists(filepath.Join(dir, lockFile)) {
			lock.Close()
			continue
		}
		d := &Draft{s, dir, lock}
		if errors.Is(err, syscall.EWOULDBLOCK) {
			d.Discard()
			continue
		}
		if err != nil {
			d.Discard()
			return nil, err
		}
		return d, nil
	}
}

// Path is where Metal's file is to be written.
func (d *Draft) Path() string { return filepath.Join(d.dir, dataFile) }

// Discard ends the draft without an entry.
func (d *Draft) Discard() error {
	err := os.RemoveAll(d.dir)
	if d.lock != nil {
		err = errors.Join(err, d.lock.Close())
		d.lock = nil
	}
	return err
}

// Commit makes the draft the entry for e.Key, instead of one that may be there: Metal's file is written, text is the kernel's. It
// fills in what can be seen of the file, and makes room.
func (d *Draft) Commit(e Entry, text string) (*Entry, error) {
	done, err := d.commit(e, text)
	if err != nil {
		return nil, errors.Join(err, d.Discard())
	}
	return done, d.s.evict(done.Name())
}

func (d *Draft) commit(e Entry, text string) (*Entry, error) {
	var err error
	if e.Bytes, e.Sum, err = digest(d.Path()); err != nil {
		return nil, err
	}
	e.Version, e.Made, e.Bad = version, time.Now().UTC(), nil
	e.Used = e.Made
	body, err := json.MarshalIndent(&e, "", "  ")
	if err != nil {
		return nil, err
	}
	if err := errors.Join(write(filepath.Join(d.dir, textFile), []byte(text)), write(filepath.Join(d.dir, entryFile), append(body, '\n')), flush(d.Path())); err != nil {
		return nil, err
	}
	name := e.Key.Name()
	e.dir = filepath.Join(d.s.dir, name)
	os.Remove(filepath.Join(d.dir, lockFile))
	// Another process may put one there meanwhile, and a third take it away: what was in the way need not be there any more.
	for try := 0; ; try++ {
		err := os.Rename(d.dir, e.dir)
		if err == nil {
			break
		}
		taken := errors.Is(err, fs.ErrExist) || errors.Is(err, syscall.ENOTDIR)
		if try == 100 || !taken {
			return nil, err
		}
		if err := d.s.remove(name); err != nil {
			return nil, err
		}
	}
	d.lock.Close()
	d.lock = nil
	e.Size = folderSize(e.dir)
	return &e, nil
}

// write writes a file to the disk.
func write(path string, body []byte) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	return errors.Join(err, f.Sync(), f.Close())
}

// flush brings a file that somebody else wrote to the disk.
func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// evict removes the entries whose last use is longest ago until the store has its size. keep stays.
func (s *Store) evict(keep string) error {
	list, err := s.List()
	if err != nil {
		return err
	}
	sum := int64(0)
	for _, e := range list {
		sum += e.Size
	}
	for i := len(list) - 1; i >= 0 && sum > s.size; i-- {
		if list[i].Name() == keep {
			continue
		}
		if err := s.remove(list[i].Name()); err != nil {
			return err
		}
		sum -= list[i].Size
	}
	return nil
}

// sweep removes what is left of processes that were killed: drafts that nobody has locked, and entries that were going.
func (s *Store) sweep() error {
	names, err := s.names(draftPrefix)
	if err != nil {
		return err
	}
	for _, name := range names {
		dir := filepath.Join(s.dir, name)
		lock, err := os.OpenFile(filepath.Join(dir, lockFile), os.O_RDWR, 0)
		if err != nil {
			// Between its folder and its lock a draft is young; one without a lock is being committed, or what is left of that.
			if st, serr := os.Stat(dir); serr == nil && time.Since(st.ModTime()) > time.Minute {
				os.RemoveAll(dir)
			}
			continue
		}
		if syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			os.RemoveAll(dir)
		}
		lock.Close()
	}
	gone, err := s.names(goingPrefix)
	if err != nil {
		return err
	}
	for _, name := range gone {
		os.RemoveAll(filepath.Join(s.dir, name))
	}
	return nil
}
