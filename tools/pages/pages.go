package pages

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/gpga/gpga/frontend/diag"
)

// Diagnostics compares docs/diagnostics.md with the table of codes.
func Diagnostics(tree fs.FS) []string {
	page, err := fs.ReadFile(tree, "docs/diagnostics.md")
	if err != nil {
		return []string{err.Error()}
	}
	var b strings.Builder
	if err := diag.Document(&b); err != nil {
		return []string{err.Error()}
	}
	if b.String() == string(page) {
		return nil
	}
	want, got := strings.Split(b.String(), "\n"), strings.Split(string(page), "\n")
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			return []string{fmt.Sprintf("docs/diagnostics.md:%d is not what the tables in frontend/diag say: go run ./tools/gpga explain --page > docs/diagnostics.md", i+1)}
		}
	}
	return []string{"docs/diagnostics.md is longer than the tables in frontend/diag"}
}
