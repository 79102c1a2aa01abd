package emit

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestSplit reads the ladder that stands for a switch of many labels as a program: every selector must reach the arm that the
// whole switch has for it, no switch may have more cases than a dispatch switch, and nothing may hang on a flag, as parts of the
// ladder become functions of their own.
func TestSplit(t *testing.T) {
	whole := &item{kind: itemSwitch}
	want := map[uint32]string{}
	for i := range uint32(300) {
		value := (i * 7919) % 4096 // in no order
		text := fmt.Sprintf("arm(%d);", value)
		arm := &block{}
		arm.line("%s", text)
		label := "case " + num(value) + ":"
		want[value] = text
		if i%10 == 0 { // labels that share an arm, far apart
			label += " case " + num(value+1<<21) + ":"
			want[value+1<<21] = text
		}
		whole.arms, whole.labels = append(whole.arms, arm), append(whole.labels, label)
	}
	rest := &block{}
	rest.line("other();")
	whole.arms, whole.labels = append(whole.arms, rest), append(whole.labels, "default:")

	ladder := split("t9", "switch (t9.v)", whole)
	bound := regexp.MustCompile(`^if \(t9\.v < (\w+)\)$`)
	run := func(sel uint32) string {
		for at := ladder; ; {
			if len(at.items) != 1 {
				t.Fatalf("a part of the ladder has %d statements", len(at.items))
			}
			it := at.items[0]
			if m := bound.FindStringSubmatch(it.text); m != nil {
				limit, err := strconv.ParseUint(strings.TrimSuffix(m[1], "u"), 0, 32)
				if err != nil {
					t.Fatal(err)
				}
				at = it.arms[1]
				if uint64(sel) < limit {
					at = it.arms[0]
				}
				continue
			}
			cases, other := 0, ""
			for i, l := range it.labels {
				for _, c := range strings.SplitAfter(l, ":") {
					switch c = strings.TrimSpace(c); c {
					case "":
						continue
					case "default:":
						other = it.arms[i].items[0].text
					case "case " + num(sel) + ":":
						return it.arms[i].items[0].text
					}
					cases++
				}
			}
			if cases > BucketSize {
				t.Fatalf("a switch of %d cases", cases)
			}
			return other
		}
	}
	for sel := range uint32(4200) {
		for _, s := range []uint32{sel, sel + 1<<21} {
			w := want[s]
			if w == "" {
				w = "other();"
			}
			if got := run(s); got != w {
				t.Fatalf("selector %d reaches %s, want %s", s, got, w)
			}
		}
	}
}
