package platforms

import (
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// sourceTree returns the repository's root. Under Bazel it is found through WORKSPACE, which is declared as data.
func sourceTree(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if mark, err := filepath.EvalSymlinks(filepath.Join(dir, "WORKSPACE")); err == nil {
			root := filepath.Dir(mark)
			if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
				t.Fatalf("%s is not the source tree: %v", root, err)
			}
			return root
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no WORKSPACE above the working directory")
		}
		dir = up
	}
}

// goCommand finds the go command, where bazelw does.
func goCommand() string {
	list := []string{"go", "/usr/local/go/bin/go", "/usr/lib/go/bin/go", "/opt/homebrew/bin/go"}
	for _, name := range list {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// environment is that of the go command: the user's caches, which Bazel hides from tests, and no cgo.
func environment(t *testing.T, set ...string) []string {
	t.Helper()
	var env []string
	for _, v := range os.Environ() {
		// Bazel's rules for Go set some of these for their own builds.
		switch name, _, _ := strings.Cut(v, "="); name {
		case "GOOS", "GOARCH", "GOROOT", "GOFLAGS", "CGO_ENABLED", "HOME", "PWD", "TEST_TMPDIR":
		default:
			env = append(env, v)
		}
	}
	home := os.Getenv("HOME")
	if u, err := user.Current(); err == nil && os.Getenv("TEST_TMPDIR") != "" {
		home = u.HomeDir
	}
	if probe, err := os.MkdirTemp(home, ".gpga-*"); err == nil {
		os.Remove(probe)
	} else {
		home = t.TempDir()
	}
	return append(append(env, "HOME="+home, "CGO_ENABLED=0"), set...)
}

// TestPlatforms builds and vets everything, tests too, for each platform. What the go command has cached makes all but the first
// run short.
func TestPlatforms(t *testing.T) {
	tool := goCommand()
	if tool == "" {
		t.Skip("OTHER PLATFORMS ARE NOT TESTED: there is no go command")
	}
	root := sourceTree(t)
	list := []string{"darwin/arm64", "darwin/amd64", "linux/arm64", "linux/amd64"}
	if testing.Short() {
		list = list[:1]
	}
	for _, platform := range list {
		if platform == runtime.GOOS+"/"+runtime.GOARCH {
			continue // the other tests are built for it
		}
		t.Run(platform, func(t *testing.T) {
			system, arch, _ := strings.Cut(platform, "/")
			// Nobody asks what revision these are of, and a checkout of another user's cannot tell.
			for _, args := range [][]string{{"build", "-buildvcs=false", "./..."}, {"vet", "-buildvcs=false", "./..."}} {
				c := exec.Command(tool, args...)
				c.Dir = root
				c.Env = environment(t, "GOOS="+system, "GOARCH="+arch)
				if out, err := c.CombinedOutput(); err != nil {
					t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, out)
				}
			}
		})
	}
}

// TestWorkflows holds the workflows to what they are for. They are read as lines: what is looked for is a whole line each time.
func TestWorkflows(t *testing.T) {
	root := sourceTree(t)
	read := func(name string) (text string, lines map[string]bool) {
		raw, err := os.ReadFile(filepath.Join(root, ".github", "workflows", name))
		if err != nil {
			t.Fatal(err)
		}
		lines = map[string]bool{}
		for line := range strings.Lines(string(raw)) {
			line, _, _ = strings.Cut(line, " #")
			lines[strings.TrimPrefix(strings.TrimSpace(line), "- ")] = true
		}
		return string(raw), lines
	}
	mac, lines := read("macos.yml")
	for _, want := range []string{
		"os: [macos-14, macos-15]", "runs-on: ${{ matrix.os }}",
		`REQUIRE_METAL: "1"`, `CGO_ENABLED: "0"`, "fail-fast: false",
		"go build ./...", "go vet ./...", `"$RUNNER_TEMP/gpga" doctor --require-metal`,
		"go test -count=1 -timeout 90m ./runtime/metal/... ./goldens/metal",
		"go test -count=1 -timeout 30m ./tools/doctor", "go test -count=1 -timeout 30m ./tools/gpga -run 'TestScripts/(doctor|metal|metallib)$'",
	} {
		if !lines[want] {
			t.Errorf("macos.yml has no line %q", want)
		}
	}
	linux, lines := read("linux.yml")
	if !lines["run: bash .ci/run"] {
		t.Error("linux.yml does not run .ci/run")
	}
	for name, text := range map[string]string{"macos.yml": mac, "linux.yml": linux} {
		// A job that goes on after a failure, or skips its steps, proves nothing.
		for _, bad := range []string{"continue-on-error", "|| true", "if: false", "-short", "archive"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s says %q", name, bad)
			}
		}
	}
	// What the macOS job names must be there.
	for _, dir := range []string{"runtime/metal", "goldens/metal", "tools/doctor", "tools/gpga"} {
		found, err := filepath.Glob(filepath.Join(root, dir, "*_test.go"))
		if err != nil || len(found) == 0 {
			t.Errorf("%s has no test", dir)
		}
	}
}
