package archive

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestMain is a process that is killed while it writes, too.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "write" {
		s, err := Open(os.Args[2], 0)
		if err != nil {
			panic(err)
		}
		d, err := s.Begin()
		if err != nil {
			panic(err)
		}
		os.WriteFile(d.Path(), []byte("half"), 0o644)
		fmt.Println("written")
		select {}
	}
	os.Exit(m.Run())
}

func key(n int) Key { return KeyOf("GPU", "Build 1", fmt.Sprint("text ", n), "v") }

func put(t *testing.T, s *Store, n, size int) *Entry {
	t.Helper()
	d, err := s.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(d.Path(), bytes.Repeat([]byte{byte(n)}, size), 0o644); err != nil {
		t.Fatal(err)
	}
	e, err := d.Commit(Entry{Key: key(n), Form: "vm", Kind: "K", Library: 3 * time.Millisecond}, fmt.Sprint("text ", n))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func open(t *testing.T, dir string, size int64) *Store {
	t.Helper()
	s, err := Open(dir, size)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// files lists the names in the store's folder.
func files(t *testing.T, s *Store) []string {
	t.Helper()
	all, err := os.ReadDir(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range all {
		names = append(names, d.Name())
	}
	return names
}

func TestRoundTrip(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a", "b"), 0)
	if e, err := s.Find(key(1)); e != nil || err != nil {
		t.Fatalf("%v, %v", e, err)
	}
	made := put(t, s, 1, 1000)
	e, err := s.Find(key(1))
	if err != nil || e == nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(e.Path())
	text, terr := e.Source()
	if err != nil || terr != nil || len(body) != 1000 || text != "text 1" || e.Form != "vm" || e.Kind != "K" || e.Library != 3*time.Millisecond || e.Sum != made.Sum || e.Bytes != 1000 {
		t.Errorf("%+v, %d bytes, %q, %v, %v", e, len(body), text, err, terr)
	}
	// Whatever differs is a miss.
	for _, k := range []Key{key(2), KeyOf("GPU 2", "Build 1", "text 1", "v"), KeyOf("GPU", "Build 2", "text 1", "v"), KeyOf("GPU", "Build 1", "text 1", "w")} {
		if e, err := s.Find(k); e != nil || err != nil {
			t.Errorf("%+v: %v, %v", k, e, err)
		}
	}
	// Written anew, it is one entry.
	put(t, s, 1, 500)
	st, err := s.State()
	if err != nil || st.Entries != 1 || st.Bytes < 500 || st.Bytes >= 1000 || st.Unusable != 0 || st.Size != DefaultSize {
		t.Errorf("%+v, %v", st, err)
	}
	if n := files(t, s); len(n) != 1 {
		t.Errorf("the folder holds %q", n)
	}
	d, err := s.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Discard(); err != nil {
		t.Error(err)
	}
	if n, _, err := s.Clear(); n != 1 || err != nil {
		t.Errorf("%d cleared, %v", n, err)
	}
	if n := files(t, s); len(n) != 0 {
		t.Errorf("the folder holds %q", n)
	}
}

// TestUnusable spoils an entry in every way: it is found no more, the reason is told once, and it can be made again.
func TestUnusable(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(e *Entry) error
		why   string
	}{
		{"truncated", func(e *Entry) error { return os.Truncate(e.Path(), 999) }, "it has 999 bytes and should have 1000"},
		{"empty", func(e *Entry) error { return os.Truncate(e.Path(), 0) }, "it has 0 bytes"},
		{"one byte", func(e *Entry) error {
			return os.WriteFile(e.Path(), append(bytes.Repeat([]byte{1}, 999), 2), 0o644)
		}, "its bytes are not those that were written"},
		{"no file", func(e *Entry) error { return os.Remove(e.Path()) }, "no such file"},
		{"no description", func(e *Entry) error { return os.Remove(filepath.Join(e.dir, entryFile)) }, "no such file"},
		{"description", func(e *Entry) error { return os.Truncate(filepath.Join(e.dir, entryFile), 30) }, "entry.json: unexpected end of JSON"},
		{"version", func(e *Entry) error {
			return os.WriteFile(filepath.Join(e.dir, entryFile), []byte(`{"version": 99}`), 0o644)
		}, "version 99, and 1 is known"},
		{"text", func(e *Entry) error { return os.WriteFile(filepath.Join(e.dir, textFile), []byte("text 2"), 0o644) }, "its text is not"},
		{"of another build", func(e *Entry) error {
			body, err := os.ReadFile(filepath.Join(e.dir, entryFile))
			return errors.Join(err, os.WriteFile(filepath.Join(e.dir, entryFile), bytes.Replace(body, []byte("Build 1"), []byte("Build 0"), 1), 0o644))
		}, "its folder has the name of another archive"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t, t.TempDir(), 0)
			if err := c.spoil(put(t, s, 1, 1000)); err != nil {
				t.Fatal(err)
			}
			e, err := s.Find(key(1))
			var u *Unusable
			if e != nil || !errors.As(err, &u) || !strings.Contains(err.Error(), c.why) {
				t.Errorf("%v, %v; expected %q", e, err, c.why)
			}
			if e, err := s.Find(key(1)); e != nil || err != nil {
				t.Errorf("the second time: %v, %v", e, err)
			}
			put(t, s, 1, 1000)
			if e, err := s.Find(key(1)); e == nil || err != nil {
				t.Errorf("made again: %v", err)
			}
		})
	}
}

// TestList names what cannot be read, too.
func TestList(t *testing.T) {
	s := open(t, t.TempDir(), 0)
	put(t, s, 1, 10)
	bad := put(t, s, 2, 10)
	os.Truncate(filepath.Join(bad.dir, entryFile), 3)
	list, err := s.List()
	if err != nil || len(list) != 2 {
		t.Fatalf("%v, %v", list, err)
	}
	for _, e := range list {
		if (e.Bad != nil) != (e.Name() == bad.Name()) {
			t.Errorf("%s: %v", e.Name(), e.Bad)
		}
	}
	if st, err := s.State(); st.Unusable != 1 || err != nil {
		t.Errorf("%+v, %v", st, err)
	}
}

// TestEviction: what was used least recently goes, and a use counts.
func TestEviction(t *testing.T) {
	s := open(t, t.TempDir(), 12000)
	old := time.Now().Add(-time.Hour)
	for n := range 3 {
		e := put(t, s, n, 3000)
		at := old.Add(time.Duration(n) * time.Minute)
		os.Chtimes(filepath.Join(e.dir, entryFile), at, at)
	}
	if e, err := s.Find(key(0)); e == nil || err != nil { // the oldest is used
		t.Fatal(err)
	}
	put(t, s, 3, 3000)
	for n, want := range []bool{true, false, true, true} {
		if e, _ := s.Find(key(n)); (e != nil) != want {
			t.Errorf("entry %d is there: %v", n, e != nil)
		}
	}
	put(t, s, 4, 50000) // larger than all: it stays alone
	if st, _ := s.State(); st.Entries != 1 {
		t.Errorf("%+v", st)
	}
	if e, _ := s.Find(key(4)); e == nil {
		t.Error("what was just made is gone")
	}
}

// TestKilled kills a process while it writes: what it leaves is never found, is left alone while the process lives, and goes when
// the store is opened next.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe, "write", dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer c.Process.Kill()
	if n, err := out.Read(make([]byte, 100)); n == 0 {
		t.Fatal(err)
	}
	s := open(t, dir, 0)
	if n := files(t, s); len(n) != 1 || !strings.HasPrefix(n[0], draftPrefix) {
		t.Fatalf("while it lives the folder holds %q", n)
	}
	if list, err := s.List(); len(list) != 0 || err != nil {
		t.Errorf("%v, %v", list, err)
	}
	c.Process.Kill()
	c.Wait()
	s = open(t, dir, 0)
	if n := files(t, s); len(n) != 0 {
		t.Errorf("after its death the folder holds %q", n)
	}
}

// TestTogether has many writers, readers and removers of the same entries.
func TestTogether(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	for w := range 6 {
		all.Go(func() {
			s, err := Open(dir, 4000)
			if err != nil {
				t.Error(err)
				return
			}
			for i := range 30 {
				n := (i + w) % 3
				if w%2 == 0 {
					put(t, s, n, 1000)
				}
				e, err := s.Find(key(n))
				var u *Unusable
				if err != nil && !errors.As(err, &u) {
					t.Error(err)
				}
				if e != nil && e.Text != key(n).Text {
					t.Errorf("the entry of another text")
				}
				if w == 5 && i%10 == 9 {
					s.Clear()
				}
				if w == 4 {
					open(t, dir, 4000)
				}
			}
		})
	}
	all.Wait()
	if _, err := open(t, dir, 4000).List(); err != nil {
		t.Error(err)
	}
}

func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(path, "dir"), 0); err == nil {
		t.Error("a store inside of a file")
	}
}

// FuzzEntry reads descriptions that anybody may have written: Find gives nothing but what was committed.
func FuzzEntry(f *testing.F) {
	f.Add([]byte(`{"version": 1, "gpu": "GPU", "os": "Build 1"}`))
	f.Add([]byte(`{"version": 1e9}`))
	f.Add([]byte("null"))
	master := f.TempDir()
	s, err := Open(master, 0)
	if err != nil {
		f.Fatal(err)
	}
	d, err := s.Begin()
	if err != nil {
		f.Fatal(err)
	}
	if err := os.WriteFile(d.Path(), []byte("pipelines"), 0o644); err != nil {
		f.Fatal(err)
	}
	want, err := d.Commit(Entry{Key: key(1)}, "text 1")
	if err != nil {
		f.Fatal(err)
	}
	good, err := os.ReadFile(filepath.Join(want.dir, entryFile))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Fuzz(func(t *testing.T, body []byte) {
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(master)); err != nil {
			t.Fatal(err)
		}
		s := open(t, dir, 0)
		if err := os.WriteFile(filepath.Join(dir, want.Name(), entryFile), body, 0o644); err != nil {
			t.Fatal(err)
		}
		if list, err := s.List(); err != nil || len(list) != 1 {
			t.Errorf("%v, %v", list, err)
		}
		got, err := s.Find(key(1))
		var u *Unusable
		switch {
		case err != nil && !errors.As(err, &u):
			t.Error(err)
		case err == nil && (got.Key != want.Key || got.Sum != want.Sum || got.Bytes != want.Bytes):
			t.Errorf("%+v is taken for %+v", got, want)
		}
	})
}
