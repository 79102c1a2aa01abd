package bisect

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Verdict is what is known of a commit.
type Verdict struct {
	Values []float64 `json:"values,omitempty"`
	Text   string    `json:"text,omitempty"` // digest of the kernel's text; "" when a command printed a number
	Skip   string    `json:"skip,omitempty"` // why it cannot be judged
}

// state is kept between runs.
type state struct {
	Schema   int                 `json:"schema"`
	Question string              `json:"question"` // digest of what was asked
	Asked    string              `json:"asked"`    // the same for people
	Commits  map[string]*Verdict `json:"commits"`

	dir string
}

const stateSchema = 1

// openState reads the state in dir, or begins a new one when there is none or it answers another question. resumed is how
// many commits it knows already.
func openState(dir, asked string, fresh bool) (s *state, resumed int, err error) {
	sum := sha256.Sum256([]byte(asked))
	question := hex.EncodeToString(sum[:])
	s = &state{dir: dir}
	text, err := os.ReadFile(filepath.Join(dir, "state.json"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, 0, err
	default:
		if json.Unmarshal(text, s) != nil {
			s.Question = "" // damaged: begin anew
		}
	}
	if fresh || s.Question != question || s.Schema != stateSchema || s.Commits == nil {
		if err := os.RemoveAll(filepath.Join(dir, "texts")); err != nil {
			return nil, 0, err
		}
		s = &state{Schema: stateSchema, Question: question, Asked: asked, Commits: map[string]*Verdict{}, dir: dir}
	}
	for h, v := range s.Commits {
		if v == nil {
			delete(s.Commits, h)
		}
	}
	return s, len(s.Commits), os.MkdirAll(filepath.Join(dir, "texts"), 0o755)
}

// save writes the state whole or not at all.
func (s *state) save() error {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	tmp := filepath.Join(s.dir, "state.json.tmp")
	if err := os.WriteFile(tmp, append(text, '\n'), 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, filepath.Join(s.dir, "state.json"))
}

// keep stores a text and returns its digest.
func (s *state) keep(text string) (string, error) {
	sum := sha256.Sum256([]byte(text))
	name := hex.EncodeToString(sum[:16])
	path := filepath.Join(s.dir, "texts", name+".metal")
	if _, err := os.Stat(path); err == nil {
		return name, nil
	}
	return name, os.WriteFile(path, []byte(text), 0o644)
}

// text is the text that keep stored.
func (s *state) text(name string) (string, error) {
	if name == "" {
		return "", errors.New("no text was kept")
	}
	b, err := os.ReadFile(filepath.Join(s.dir, "texts", name+".metal"))
	if err != nil {
		return "", fmt.Errorf("the state is damaged: %w", err)
	}
	return string(b), nil
}
