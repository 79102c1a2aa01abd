package vmtext

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/runtime/clang"
	"github.com/gpga/gpga/tools/flow"
)

// limit is how many bytes a text without reals may have, comments aside.
const limit = 65536

func TestTexts(t *testing.T) {
	_, noClang := clang.Find()
	for _, twoState := range []bool{false, true} {
		for _, reals := range []bool{false, true} {
			t.Run(fmt.Sprintf("twostate=%v,reals=%v", twoState, reals), func(t *testing.T) {
				text, err := emit.VMText(twoState, reals)
				if err != nil {
					t.Fatal(err)
				}
				again, err := emit.VMText(twoState, reals)
				if err != nil || again != text {
					t.Errorf("made twice, the text differs (%v)", err)
				}
				unit, errs := msl.Load("kernel.metal", []byte(text))
				if len(errs) > 0 {
					t.Fatalf("our checker: %v", errs[0])
				}
				if n := cost.Measure(unit).Bytes; !reals && n > limit {
					t.Errorf("%d bytes without comments, the limit is %d", n, limit)
				}
				if noClang != nil {
					t.Logf("clang: %v", noClang)
					return
				}
				ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
				defer cancel()
				if err := clang.Check(ctx, text, clang.Options{}); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// TestSameText compiles designs that have nothing in common: the text is that of their kind, byte for byte, and what one design's
// buffers hold is the same each time.
func TestSameText(t *testing.T) {
	files, err := filepath.Glob("../designs/*.v")
	if err != nil || len(files) < 4 {
		t.Fatalf("designs: %v, %v", files, err)
	}
	texts := map[string]bool{}
	for _, r := range []bool{false, true} {
		text, err := emit.VMText(false, r)
		if err != nil {
			t.Fatal(err)
		}
		texts[text] = true
	}
	for _, f := range files[:4] {
		compile := func() *emit.Kernel {
			b, err := flow.Compile(flow.Options{Files: []string{f}, Warnings: []string{"none"}, Form: flow.FormVM}, flow.ToKernel)
			if err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			return b.Kernel
		}
		a, b := compile(), compile()
		if !texts[a.Text] {
			t.Errorf("%s has a text of its own", f)
		}
		if a.Text != b.Text || !slices.Equal(a.Tables.Words, b.Tables.Words) {
			t.Errorf("%s differs from one compilation to the next", f)
		}
	}
}
