package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/gpga/gpga/goldens/refsim"
	"github.com/gpga/gpga/tools/vfuzz/gen"
	"github.com/gpga/gpga/tools/vfuzz/lanes"
	"github.com/gpga/gpga/tools/vfuzz/mutants"
)

// plot is where mutants are looked for: texts of programs on which gpga and the reference interpreter agree.
type plot struct {
	seed  uint64
	batch int
	rows  []*row
}

type row struct {
	b    *lanes.Build
	want lanes.Outcome
}

// row gives the text number i; nil when the lanes disagree on it as they are.
func (p *plot) row(i int, vm *lanes.VM) *row {
	for len(p.rows) <= i {
		var list []*gen.Program
		for range p.batch {
			if q := gen.New(p.seed, gen.RaceFree); !q.Solo {
				list = append(list, q)
			}
			p.seed++
		}
		b := lanes.Compile(gen.Text(list...))
		r := &row{b, b.Ref(refsim.Options{})}
		if r.want.Err != "" || len(lanes.Compare(vm.Run(b), r.want, false)) > 0 {
			r = nil
		}
		p.rows = append(p.rows, r)
	}
	return p.rows[i]
}

// plant puts each of the faults into gpga and tells how many programs it took to see it, or that most programs did not show it. It
// gives the names of those that were not seen.
func plant(w io.Writer, list []mutants.Mutant, seed uint64, batch, most int) ([]string, error) {
	plain, err := lanes.SharedVM()
	if err != nil {
		return nil, err
	}
	text, err := lanes.VMText()
	if err != nil {
		return nil, err
	}
	field := &plot{seed: seed, batch: batch}
	var missed []string
	for k := range list {
		m := &list[k]
		vm := plain
		if m.Program == nil {
			t, err := m.Text(text)
			if err != nil {
				return nil, err
			}
			if vm, err = lanes.NewVM(t); err != nil {
				return nil, fmt.Errorf("mutant %s: %w", m.Name, err)
			}
			vm.Spin = 1 << 18
		}
		caught := -1
		what := ""
		for i := 0; i*batch < most && caught < 0; i++ {
			r := field.row(i, plain)
			if r == nil {
				continue
			}
			b := r.b
			if m.Program != nil {
				p, err := b.Program()
				if err != nil {
					return nil, err
				}
				if p == nil || !m.Program(p) {
					continue
				}
				b = b.With(p)
			}
			if d := lanes.Compare(vm.Run(b), r.want, false); len(d) > 0 {
				caught, what = (i+1)*batch, d[0].What
			}
		}
		if vm != plain {
			vm.Close()
		}
		if caught < 0 {
			missed = append(missed, m.Name)
			fmt.Fprintf(w, "NOT SEEN in %d programs: %s\n", most, m.Name)
			continue
		}
		fmt.Fprintf(w, "seen within %4d programs: %s: %s\n", caught, m.Name, strings.Join(strings.Fields(what), " "))
	}
	fmt.Fprintf(w, "%d mutants, %d not seen\n", len(list), len(missed))
	return missed, nil
}
