package layout

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"testing"

	"github.com/gpga/gpga/scheduler/program"
)

// find does what the kernel's gpga_vm_case does: the target for v in the table at k.
func find(tab []uint32, k int, v uint32) uint32 {
	kind, n, other := tab[k], tab[k+1], tab[k+2]
	switch kind {
	case 2:
		if i := v - tab[k+3]; i < n {
			return tab[k+4+int(i)]
		}
	case 1:
		for lo, hi := uint32(0), n; lo < hi; {
			mid := (lo + hi) >> 1
			x := tab[k+3+2*int(mid)]
			if x == v {
				return tab[k+4+2*int(mid)]
			}
			if x < v {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
	default:
		for i := 0; i < int(n); i++ {
			if tab[k+3+2*i] == v {
				return tab[k+4+2*i]
			}
		}
	}
	return other
}

// TestCaseTables holds which look-up labels get, at the borders between the kinds, and that each finds what it must and no more.
func TestCaseTables(t *testing.T) {
	steps := func(n int, by uint32) (l []uint32) {
		for i := range n {
			l = append(l, uint32(i)*by)
		}
		return l
	}
	for _, c := range []struct {
		name   string
		labels []uint32
		kind   uint32
	}{
		{"none", nil, 0},
		{"one", []uint32{7}, 0},
		{"three in a row: too few to be dense", []uint32{3, 1, 2}, 0},
		{"four in a row", []uint32{4, 1, 3, 2}, 2},
		{"four that span 24, the most", []uint32{100, 101, 102, 123}, 2},
		{"four that span 25", []uint32{100, 101, 102, 124}, 0},
		{"eight far apart", steps(8, 1000), 0},
		{"nine far apart", steps(9, 1000), 1},
		{"from 0 to the largest", []uint32{0, 1, 2, 3, 4, 5, 6, 7, 0xffffffff}, 1},
		{"at the top", []uint32{0xffffffff, 0xfffffffe, 0xfffffffd, 0xfffffffc}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			const other = 5
			o := &vmOpen{labels: map[uint32]uint32{}, order: c.labels, other: other}
			for i, l := range c.labels {
				o.labels[l] = uint32(100 + 10*i)
			}
			e := &vmEncoder{cases: []uint32{9, 9, 9}} // a table that does not begin at 0
			e.caseTable(o)
			if got := e.cases[3]; got != c.kind {
				t.Errorf("kind %d, want %d", got, c.kind)
			}
			probe := []uint32{0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff}
			for _, l := range c.labels {
				probe = append(probe, l-1, l, l+1)
			}
			for _, v := range probe {
				want, ok := o.labels[v]
				if !ok {
					want = other
				}
				if got := find(e.cases, 3, v); got != want {
					t.Errorf("%#x goes to %d, want %d", v, got, want)
				}
			}
		})
	}
}

// TestNumbers holds that operations have numbers of their own, in the groups by which the interpreter tells them apart.
func TestNumbers(t *testing.T) {
	ops, short, consts := vmNumbers()
	seen := map[uint32]string{}
	take := func(n uint32, name string) {
		if other, dup := seen[n]; dup || n == 0 {
			t.Errorf("%s has the number %d of %q", name, n, other)
		}
		seen[n] = name
	}
	for op, n := range ops {
		take(n, program.Ops[op].Name)
		if vmNames[op] == "" || consts["OP_"+vmNames[op]] != n {
			t.Errorf("%s is not named in the kernel's text", program.Ops[op].Name)
		}
	}
	for name, n := range short {
		take(n, name)
	}
	for _, g := range []struct {
		name string
		ops  []program.Op
		last string
	}{
		{"maps", vmMaps, "VM_LAST_MAP"}, {"arithmetic", vmArith, "VM_LAST_ARITH"}, {"shapes", vmShapes, "VM_LAST_SHAPE"}, {"tests", vmTests, "VM_LAST_TEST"},
		{"copies", vmCopies, "VM_LAST_COPY"}, {"pieces", vmPieces, "VM_LAST_PIECE"}, {"others", vmOthers, "VM_LAST_VALUE"}, {"stores", vmStores, "VM_LAST_STORE"},
		{"locals", vmLocals, "VM_LAST_LOCAL"}, {"effects", vmEffects, "VM_LAST_EFFECT"},
	} {
		if got := ops[g.ops[len(g.ops)-1]]; got != consts[g.last] {
			t.Errorf("the last of %s is %d, %s says %d", g.name, got, g.last, consts[g.last])
		}
	}
	// The interpreter computes what kind of operation it is from these neighbours, and takes what stands behind some for their kin.
	for _, run := range [][]program.Op{{program.OpDiv, program.OpMod, program.OpPow}, {program.OpBufif, program.OpMos}, {program.OpCaseEq, program.OpCaseZ, program.OpCaseX, program.OpEdges}, {program.OpRealToInt, program.OpRealTrunc}} {
		for i := range run {
			if ops[run[i]] != ops[run[0]]+uint32(i) {
				t.Errorf("%s does not follow %s", program.Ops[run[i]].Name, program.Ops[run[0]].Name)
			}
		}
	}
	for op, as := range vmAs {
		if ops[op] != 0 || ops[as] == 0 {
			t.Errorf("%s is encoded as %s", program.Ops[op].Name, program.Ops[as].Name)
		}
	}
	again, _, _ := vmNumbers()
	if !reflect.DeepEqual(ops, again) {
		t.Error(fmt.Sprint("numbers differ from call to call: ", ops, again))
	}
}

var update = flag.Bool("update", false, "write vm.md")

// TestDoc holds vm.md, and that each operation that is no plain function of its operands has a picture.
func TestDoc(t *testing.T) {
	const file = "vm.md"
	if *update {
		if err := os.WriteFile(file, []byte(VMDoc()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != VMDoc() {
		t.Error("vm.md is old: go test ./codegen/layout -update")
	}
	used := map[string]bool{}
	for _, j := range vmShort {
		used[j] = true
		if vmPictures[j] == "" {
			t.Errorf("%s has no picture", j)
		}
	}
	for _, list := range [][]program.Op{vmMaps, vmArith, vmShapes, vmTests, vmCopies, vmPieces, vmOthers, vmStores, vmLocals, vmEffects, vmStops} {
		for _, op := range list {
			used[vmNames[op]] = true
		}
	}
	for _, list := range [][]program.Op{vmStores, vmLocals, vmEffects, vmStops} {
		for _, op := range list {
			if vmPictures[vmNames[op]] == "" {
				t.Errorf("%s has no picture", vmNames[op])
			}
		}
	}
	for name := range vmPictures {
		if !used[name] {
			t.Errorf("a picture of %s, which is no operation", name)
		}
	}
}
