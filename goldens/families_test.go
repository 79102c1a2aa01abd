package goldens

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gpga/gpga/bench/growth"
	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/tools/flow"
)

// familySizes are the sizes at which families are recorded.
var familySizes = []int{16, 64, 256}

// families are the cells of the designs that grow, AXIS/FORM: what they cost is floor + slope n, and neither may rise.
func families(t *testing.T, ledger *Ledger) {
	for _, a := range growth.Axes {
		var files []string
		for _, n := range familySizes {
			file := filepath.Join(t.TempDir(), "d.v")
			if err := os.WriteFile(file, []byte(a.Text(n)), 0o666); err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
		for _, form := range []flow.Form{flow.FormTable, flow.FormVM, flow.FormSwitch} {
			name := a.Name + "/" + string(form)
			t.Run("families/"+name, func(t *testing.T) {
				var costs []float64
				for _, f := range files {
					b, err := flow.Compile(flow.Options{Files: []string{f}, Form: form, Warnings: []string{"none"}}, flow.ToKernel)
					if err != nil {
						t.Fatal(err)
					}
					costs = append(costs, cost.Read("kernel.metal", b.Kernel.Text).Report().Total.Cost)
				}
				got := NewFamily(familySizes, costs)
				if updating() {
					ledger.RecordFamily(name, got, *reason)
				}
				for _, msg := range ledger.CheckFamily(name, got) {
					t.Error(msg)
				}
			})
		}
	}
}
