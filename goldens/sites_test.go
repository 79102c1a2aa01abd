package goldens

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoSwitchOverWaits: no golden text has a switch over waits. Only the switch form has, and its texts are not kept: goldens/forms
// makes them, and counts the sites.
func TestNoSwitchOverWaits(t *testing.T) {
	texts := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) == ".go" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if strings.Contains(string(text), "switch (sched_wait_id") && !strings.Contains(string(text), "/* gpga kernel, switch form") {
			t.Errorf("%s has a switch over waits", path)
		}
		if filepath.Ext(path) == ".metal" {
			texts++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if texts == 0 {
		t.Error("there are no golden texts")
	}
}
