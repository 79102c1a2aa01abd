package bisect

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Commit is one of the history.
type Commit struct {
	Hash    string `json:"commit"`
	Subject string `json:"subject"`
	Author  string `json:"author"`
	Date    string `json:"date"`
}

// Short is the beginning of the hash, as people write it.
func (c Commit) Short() string { return c.Hash[:min(12, len(c.Hash))] }

// repo is a git repository.
type repo struct {
	dir string // its top directory
	own string // the package's directory inside the git directory
}

func (r *repo) git(ctx context.Context, dir string, args ...string) (string, error) {
	c := exec.CommandContext(ctx, "git", args...)
	c.Dir = dir
	for _, v := range os.Environ() { // a hook's variables would lead git astray
		if !strings.HasPrefix(v, "GIT_DIR=") && !strings.HasPrefix(v, "GIT_INDEX_FILE=") && !strings.HasPrefix(v, "GIT_WORK_TREE=") {
			c.Env = append(c.Env, v)
		}
	}
	group(c)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		if ctx.Err() != nil {
			return "", context.Cause(ctx)
		}
		if errors.Is(err, exec.ErrNotFound) {
			return "", errors.New("git is not installed")
		}
		return "", fmt.Errorf("git %s: %s", args[0], firstLine(errs.String(), err))
	}
	return strings.TrimRight(out.String(), "\n"), nil
}

func firstLine(s string, err error) string {
	if s = strings.TrimSpace(s); s == "" {
		return err.Error()
	}
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// openRepo finds the repository that dir is in.
func openRepo(ctx context.Context, dir string) (*repo, error) {
	r := &repo{}
	top, err := r.git(ctx, dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	common, err := r.git(ctx, dir, "rev-parse", "--git-common-dir")
	if err != nil {
		return nil, err
	}
	if !filepath.IsAbs(common) {
		if common, err = filepath.Abs(filepath.Join(dir, common)); err != nil {
			return nil, err
		}
	}
	r.dir, r.own = top, filepath.Join(common, "gpga-bisect")
	return r, os.MkdirAll(r.own, 0o755)
}

// resolve gives the commit of a name.
func (r *repo) resolve(ctx context.Context, name string) (string, error) {
	h, err := r.git(ctx, r.dir, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err != nil {
		if ctx.Err() != nil {
			return "", err
		}
		return "", fmt.Errorf("%q is no commit of this repository", name)
	}
	return h, nil
}

// dirty lists files with changes that no commit has.
func (r *repo) dirty(ctx context.Context) ([]string, error) {
	out, err := r.git(ctx, r.dir, "status", "--porcelain", "--untracked-files=no")
	if err != nil || out == "" {
		return nil, err
	}
	var files []string
	for line := range strings.Lines(out) {
		if len(line) > 3 {
			files = append(files, strings.TrimSpace(line[3:]))
		}
	}
	return files, nil
}

// history lists the commits from good to bad, both included, along first parents.
func (r *repo) history(ctx context.Context, good, bad string) ([]Commit, error) {
	if good == bad {
		return nil, errors.New("the good and the bad commit are the same")
	}
	out, err := r.git(ctx, r.dir, "log", "--first-parent", "--reverse", "--format=%H%x00%an%x00%aI%x00%s", good+".."+bad)
	if err != nil {
		return nil, err
	}
	first, err := r.describe(ctx, good)
	if err != nil {
		return nil, err
	}
	list := []Commit{first}
	for line := range strings.Lines(out) {
		if f := strings.SplitN(strings.TrimRight(line, "\n"), "\x00", 4); len(f) == 4 {
			list = append(list, Commit{Hash: f[0], Author: f[1], Date: f[2], Subject: f[3]})
		}
	}
	chain, err := r.git(ctx, r.dir, "rev-list", "--first-parent", bad)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(strings.Fields(chain), good) {
		return nil, fmt.Errorf("the good commit %s is not among the first parents of the bad one: there is no line from it to %s", short(good), short(bad))
	}
	return list, nil
}

func short(h string) string { return h[:min(12, len(h))] }

func (r *repo) describe(ctx context.Context, hash string) (Commit, error) {
	out, err := r.git(ctx, r.dir, "log", "-1", "--format=%H%x00%an%x00%aI%x00%s", hash)
	if err != nil {
		return Commit{}, err
	}
	f := strings.SplitN(out, "\x00", 4)
	if len(f) != 4 {
		return Commit{}, fmt.Errorf("git log says %q of %s", out, hash)
	}
	return Commit{Hash: f[0], Author: f[1], Date: f[2], Subject: f[3]}, nil
}

// tree is the package's own work tree.
func (r *repo) tree() string { return filepath.Join(r.own, "tree") }

// checkout puts commit into the package's own work tree, which it makes when there is none.
func (r *repo) checkout(ctx context.Context, commit string) error {
	if _, err := os.Stat(filepath.Join(r.tree(), ".git")); err != nil {
		if _, err := r.git(ctx, r.dir, "worktree", "add", "--force", "--detach", "--quiet", r.tree(), commit); err != nil {
			return err
		}
		return nil
	}
	if _, err := r.git(ctx, r.tree(), "checkout", "--force", "--detach", "--quiet", commit); err != nil {
		return err
	}
	_, err := r.git(ctx, r.tree(), "clean", "-ffdxq")
	return err
}

// remove takes the package's own work tree away, also one that a killed run left.
func (r *repo) remove() error {
	ctx := context.Background()
	if _, err := os.Stat(r.tree()); err == nil {
		r.git(ctx, r.dir, "worktree", "remove", "--force", "--force", r.tree()) // a broken one is removed below
	}
	err := os.RemoveAll(r.tree())
	if _, perr := r.git(ctx, r.dir, "worktree", "prune"); err == nil {
		err = perr
	}
	return err
}
