package measure

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// ErrNoMetalTools says that Apple's offline compiler is not here.
var ErrNoMetalTools = errors.New("there is no xcrun here: Apple's Metal compiler comes with Xcode, on macOS (--engine=metal compiles without it)")

// Library is a Metal library with what making it took.
type Library struct {
	Binary   []byte     `json:"-"`
	Compiler string     `json:"compiler"` // first line of its version
	Commands [][]string `json:"commands"` // @DIR stands for the folder that the text lies in
	Text     int        `json:"text_bytes"`
	AIR      int64      `json:"air_bytes"` // of the intermediate form, Apple's dialect of LLVM bitcode
	Size     int        `json:"library_bytes"`
	Compile  float64    `json:"metal_seconds"`    // wall time of xcrun metal
	Link     float64    `json:"metallib_seconds"` // of xcrun metallib
}

// libraryFlags compile as the Metal engine does: MSL 3.0, which macOS 13 has, and IEEE arithmetic.
var libraryFlags = []string{"-std=metal3.0", "-mmacosx-version-min=13.0", "-fno-fast-math", optimize}

// MakeLibrary compiles a text with Apple's tools. Errors hold what these say, with name in the place of the text's file.
func MakeLibrary(ctx context.Context, name, text string) (*Library, error) {
	xcrun, err := exec.LookPath("xcrun")
	if err != nil {
		return nil, ErrNoMetalTools
	}
	dir, err := os.MkdirTemp("", "gpga-metallib-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	source, air, lib := filepath.Join(dir, "kernel.metal"), filepath.Join(dir, "kernel.air"), filepath.Join(dir, "kernel.metallib")
	if err := os.WriteFile(source, []byte(text), 0o666); err != nil {
		return nil, err
	}
	l := &Library{Text: len(text), Commands: [][]string{}}
	run := func(args ...string) (float64, error) {
		argv := append([]string{xcrun, "-sdk", "macosx"}, args...)
		shown := make([]string, len(argv))
		for i, a := range argv {
			shown[i] = strings.ReplaceAll(a, dir, "@DIR")
		}
		l.Commands = append(l.Commands, shown)
		c := exec.CommandContext(ctx, argv[0], argv[1:]...)
		group(c)
		c.WaitDelay = 5 * time.Second
		var says bytes.Buffer
		c.Stdout, c.Stderr = &says, &says
		start := time.Now()
		err := c.Run()
		if ctx.Err() != nil {
			return 0, ctx.Err()
		}
		if err != nil {
			return 0, fmt.Errorf("xcrun %s: %w\n%s", args[0], err, strings.TrimSpace(strings.ReplaceAll(says.String(), source, name)))
		}
		return time.Since(start).Seconds(), nil
	}
	l.Compiler = firstLine(ctx, xcrun, "-sdk", "macosx", "metal", "--version")
	if l.Compile, err = run(append(append([]string{"metal"}, libraryFlags...), "-c", source, "-o", air)...); err != nil {
		return nil, err
	}
	st, err := os.Stat(air)
	if err != nil {
		return nil, fmt.Errorf("xcrun metal ended well and wrote nothing: %w", err)
	}
	l.AIR = st.Size()
	if l.Link, err = run("metallib", air, "-o", lib); err != nil {
		return nil, err
	}
	if l.Binary, err = os.ReadFile(lib); err != nil {
		return nil, fmt.Errorf("xcrun metallib ended well and wrote nothing: %w", err)
	}
	if l.Size = len(l.Binary); l.Size == 0 {
		return nil, errors.New("xcrun metallib ended well and wrote an empty library")
	}
	return l, nil
}
