package emit

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gpga/gpga/scheduler/program"
)

// many is a program with n segments that each end their thread; every third one calls a func of several statements first.
func many(n int) *program.Program {
	p := waiting(1, 300)
	p.Code = []program.Instr{}
	for range 5 {
		p.Code = append(p.Code, program.Instr{Op: program.OpPublish})
	}
	p.Funcs = []program.Func{{Num: 5}}
	for i := range n {
		s := program.Segment{First: uint32(len(p.Code))}
		if i%3 == 0 {
			p.Code = append(p.Code, program.Instr{Op: program.OpCall})
		}
		p.Code = append(p.Code, program.Instr{Op: program.OpPublish}, program.Instr{Op: program.OpEnd})
		s.Num = uint32(len(p.Code)) - s.First
		p.Segs = append(p.Segs, s)
	}
	return p
}

// Each segment is called by one kernel, the one that layout.Steps names, and a kernel's bodies weigh no more than they may, unless
// there is only one.
func TestKernelLimit(t *testing.T) {
	heads := regexp.MustCompile(`(?m)^kernel void (\w+)\(`)
	calls := regexp.MustCompile(`(?m)^GPGA_FN uint gpga_bodies_(\d+)[^{]*\{((?:\n\t.*)*)`)
	one := regexp.MustCompile(`gpga_seg_(\d+)\(`)
	for _, c := range []struct{ segs, limit, kernels int }{{30, 1, 30}, {30, 6, 20}, {30, 1 << 20, 1}, {100, 40, 12}, {0, 5, 1}} {
		t.Run(fmt.Sprintf("%d segments, limit %d", c.segs, c.limit), func(t *testing.T) {
			k, err := Table(many(c.segs), Options{KernelLimit: c.limit, ShareMin: -1})
			if err != nil {
				t.Fatal(err)
			}
			load(t, k.Text)
			var names []string
			for _, m := range heads.FindAllStringSubmatch(k.Text, -1) {
				names = append(names, m[1])
			}
			if len(names) != c.kernels || !slices.Equal(names, k.Tables.Kernels()) || names[0] != stepKernel {
				t.Fatalf("the text has the kernels %v, the tables %v, expected %d", names, k.Tables.Kernels(), c.kernels)
			}
			seen := map[int]int{}
			for _, m := range calls.FindAllStringSubmatch(k.Text, -1) {
				kernel, _ := strconv.Atoi(m[1])
				weight := 0
				segs := one.FindAllStringSubmatch(m[2], -1)
				for _, s := range segs {
					seg, _ := strconv.Atoi(s[1])
					seen[seg]++
					if got := int(k.Tables.Steps.Of[seg]); got != kernel {
						t.Errorf("kernel %d calls segment %d, the tables say kernel %d", kernel, seg, got)
					}
					weight += 2
					if seg%3 == 0 {
						weight += 1 + 5
					}
				}
				if weight > c.limit && len(segs) > 1 {
					t.Errorf("kernel %d calls what weighs %d", kernel, weight)
				}
			}
			for i := range c.segs {
				if seen[i] != 1 {
					t.Errorf("segment %d is called from %d places", i, seen[i])
				}
			}
			if strings.Contains(k.Text, "gpga_dispatch(") {
				t.Error("there is a dispatch over all segments")
			}
		})
	}
}
