package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/gpga/gpga/tools/vfuzz/gen"
	"github.com/gpga/gpga/tools/vfuzz/lanes"
)

// TestAgreement tries a few programs of fixed seeds: gpga, its reference interpreter and Icarus Verilog must agree on all.
func TestAgreement(t *testing.T) {
	ic, err := lanes.NewIcarus()
	if errors.Is(err, lanes.ErrNoIcarus) {
		t.Skip("NOT COMPARED with Icarus Verilog: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	ic.Close()
	var log strings.Builder
	c := &campaign{settings: settings{stream: gen.RaceFree, seed: 100, count: 64, jobs: 1, batch: 8, table: 8, tries: 200, most: 3}, w: &log}
	if err := c.run(); err != nil {
		t.Fatal(err)
	}
	if len(c.findings) > 0 {
		t.Error(log.String())
	}
	if c.done != 64 || c.tables == 0 {
		t.Errorf("%d programs were tried, %d texts in the table form", c.done, c.tables)
	}
	if len(c.cover) < 100 {
		t.Errorf("the programs hold %d constructs only", len(c.cover))
	}
}
