package emit

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// A compiler that inlines whatever a kernel calls takes more than linear time for it, however small the functions are: what bounds its
// cost is a bound on the kernel. With Options.KernelLimit the segments are divided among kernels, of which the first has the whole
// scheduler, too; the others run what is active. One that comes to a segment of another puts the thread or node back and ends, its
// status still StatusRun and the steps that are left in HdrNeed, and so does one of the others when nothing is active any more. The
// host starts the kernel that has the segment (layout.Steps), or several, one behind the other, of which all but that one end at
// once.

// stepKernel is the kernel's name where there is one, and the first one's where there are more.
const stepKernel = "gpga_step"

// wholeRun leaves out of the library's loop what it needs where there are other kernels.
var wholeRun = []string{"    GPGA_MY_TURN\n", "", "        GPGA_ELSEWHERE\n", "", "            GPGA_LEAVES\n", ""}

// elsewhere ends a kernel before a segment that is another's: a node goes back to the head of the queue that it came from.
const elsewhere = `if (node < 2u && FOREIGN) {
            if (node != 0) {
                GPGA_AT(th + B_STATE) = 1u;
                GPGA_AT(SCHED_ACT_HEAD) = th;
                if (GPGA_AT(th + B_QNEXT) == 0) GPGA_AT(SCHED_ACT_TAIL) = th;
            } else {
                GPGA_AT(SCHED_CUR) = th;
            }
            GPGA_AT(SCHED_NEED) = budget - steps;
            return;
        }`

// divide makes the kernels, and a dispatch for each.
func (e *emitter) divide(segs []uint32) {
	const table = "TAB_SEG"
	calls := e.routes(table, segs)
	steps := &layout.Steps{Of: make([]uint16, len(e.p.Segs))}
	owner := make([]uint16, len(calls))
	e.kernels, e.roots = nil, nil
	for first := 0; first < len(calls); {
		end, sum := first, 0
		for ; end < len(calls); end++ {
			w := e.weights[calls[end].name]
			if sum += w; sum > e.opts.KernelLimit && end > first {
				break
			}
		}
		k := len(e.kernels)
		if k > 0xffff {
			e.fail("more than 65536 kernels")
			return
		}
		for i := first; i < end; i++ {
			owner[i] = uint16(k)
		}
		e.kernel(k, table, calls[first:end], first)
		first = end
	}
	if len(calls) == 0 {
		e.kernel(0, table, nil, 0)
	}
	at := e.tab.At[table]
	for _, s := range segs {
		steps.Of[s] = owner[e.tab.Words[at+2*s]]
	}
	steps.Names = e.kernels
	e.tab.Steps = steps
}

// kernel makes a kernel of the calls that begin at the first of the table's.
func (e *emitter) kernel(k int, table string, calls []call, first int) {
	name, run, root := stepKernel, fmt.Sprintf("gpga_run_%d", k), fmt.Sprintf("gpga_bodies_%d", k)
	if k > 0 {
		name = fmt.Sprintf("%s_%d", stepKernel, k)
	}
	e.routed(root, table, calls, first)
	e.kernels, e.roots = append(e.kernels, name), append(e.roots, root)

	foreign := fmt.Sprintf("tab[%s + seg * 2u] - %du >= %du", table, first, len(calls))
	whole := e.lib["gpga_run"].Text
	if k > 0 {
		// $stop, and events that are still to be taken from the heap (HdrFinish), are the first kernel's.
		const back = "{\n            GPGA_AT(SCHED_NEED) = budget - steps;\n            return;\n        }\n"
		whole = e.without(whole, "        uint fin = GPGA_AT(SCHED_FINISH);\n", "        if (room == 0) {\n", "        if ((GPGA_AT(SCHED_FINISH) & 6u) != 0) "+back)
		whole = e.without(whole, "                if (th == 0) {\n                    if (GPGA_AT(SCHED_INA_HEAD)", "                uint next = ", "                if (th == 0) "+strings.ReplaceAll(back, "\n        ", "\n                "))
	}
	text := strings.NewReplacer(
		"static void gpga_run(device uint *st, device const uint *tab, uint budget)", "static void "+run+"(device uint *st, device const uint *tab)",
		"gpga_dispatch(", root+"(",
		"GPGA_MY_TURN", "if (GPGA_AT(SCHED_STATUS) != STATUS_RUN) return;\n    uint budget = GPGA_AT(SCHED_NEED);",
		"GPGA_ELSEWHERE", strings.ReplaceAll(elsewhere, "FOREIGN", foreign),
		"GPGA_LEAVES", "if ("+foreign+") break;",
	).Replace(whole)
	e.gen[run] = chunk{name: run, text: text}
	text = strings.NewReplacer("kernel void gpga_step(", "kernel void "+name+"(", "gpga_run(st, tab, p.budget)", run+"(st, tab)").Replace(e.lib["gpga_step"].Text)
	e.gen[name] = chunk{name: name, text: text}
}

// without replaces the part of text that begins with from and ends before to.
func (e *emitter) without(text, from, to, with string) string {
	head, rest, ok := strings.Cut(text, from)
	_, tail, found := strings.Cut(rest, to)
	if !ok || !found {
		e.fail("the library's loop has no part from %q to %q", from, to)
		return text
	}
	return head + with + to + tail
}

// called is the weight of the funcs that code calls.
func (e *emitter) called(code []program.Instr) (n int) {
	for i := range code {
		if code[i].Op == program.OpCall {
			n += e.weights[fmt.Sprintf("gpga_fn_%d", code[i].A)]
		}
	}
	return n
}
