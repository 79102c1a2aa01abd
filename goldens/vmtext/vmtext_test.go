package vmtext

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/runtime/clang"
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
