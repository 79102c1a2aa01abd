package goldens

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Version is the ledger as it was at a commit.
type Version struct {
	Commit  string    `json:"commit"`
	Time    time.Time `json:"time"`
	Subject string    `json:"subject"`
	// Costs are the composites of the designs, Families what the designs that grow cost; neither holds what was not recorded then.
	Costs    map[string]float64 `json:"costs"`
	Families map[string]Family  `json:"families,omitempty"`
}

// Versions reads the history of a ledger file from git, the oldest first: every commit on the first-parent line that touched it.
// Versions that cannot be read, of an older shape, are left out and counted.
func Versions(ctx context.Context, path string) (list []Version, unread int, err error) {
	dir, name := filepath.Split(path)
	if dir == "" {
		dir = "."
	}
	git := func(args ...string) (string, error) {
		out, err := exec.CommandContext(ctx, "git", append([]string{"-C", dir}, args...)...).Output()
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			return "", fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(string(exit.Stderr)))
		}
		return string(out), err
	}
	log, err := git("log", "--first-parent", "--reverse", "--format=%H%x00%ct%x00%s", "--", name)
	if err != nil {
		return nil, 0, err
	}
	for _, line := range strings.Split(strings.TrimSpace(log), "\n") {
		part := strings.SplitN(line, "\x00", 3)
		if len(part) != 3 {
			continue
		}
		text, err := git("show", part[0]+":./"+name)
		if err != nil {
			if ctx.Err() != nil {
				return nil, 0, ctx.Err()
			}
			continue // the commit took the file away
		}
		l, err := parseOld([]byte(text))
		if err != nil {
			unread++
			continue
		}
		seconds, _ := strconv.ParseInt(part[1], 10, 64)
		v := Version{Commit: part[0], Time: time.Unix(seconds, 0).UTC(), Subject: part[2], Costs: map[string]float64{}, Families: l.Families}
		for k, e := range l.Designs {
			v.Costs[k] = e.Cost
		}
		list = append(list, v)
	}
	return list, unread, nil
}
