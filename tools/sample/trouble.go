package sample

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"github.com/gpga/gpga/codegen/cost"
)

// Evidence is a frame that speaks for a trouble.
type Evidence struct {
	Symbol  string `json:"symbol"`
	Samples int    `json:"samples"` // that this frame decided
	At      string `json:"at"`      // report:line, of the frame with most of them
	most    int
}

// Trouble is one of the ways in which a kernel's text keeps a shader compiler busy.
type Trouble struct {
	Name     string     `json:"name"`
	Samples  int        `json:"samples"`
	Share    float64    `json:"share"` // of the samples in which a thread did not wait
	Evidence []Evidence `json:"evidence,omitempty"`
	Change   string     `json:"change"` // what to change in the emitted kernel
}

// kind is what is known of a trouble before any report is read.
type kind struct {
	name    string
	symbols *regexp.Regexp
	change  string
}

// kinds are the five troubles. A sample belongs to the trouble of its innermost frame that one of them knows; the last one,
// memory, counts only where no other frame says what the memory was for.
var kinds = []kind{
	{
		cost.TroubleCFG,
		regexp.MustCompile(`SimplifyCFG|simplifyCFG|SimplifyCFGOpt|simplifyFunctionCFG|FoldBranchToCommonDest|FoldTwoEntryPHI|FoldValueComparison|SimplifyCondBranch|simplifySwitch|SimplifySwitch|JumpThreading|CorrelatedValue|StructurizeCFG|CFGStructurizer|MachineCFGStructurizer|FixIrreducible|UnifyLoopExits|LowerSwitch|BranchFold|MergeBlockIntoPredecessor|MergeBasicBlockIntoOnlyPred|removeUnreachableBlocks|EliminateUnreachableBlocks|removePredecessor|LoopSimplify|DominatorTree|DomTreeBuilder|DominanceFrontier|SemiNCAInfo|PostDominator|LoopInfoBase|BreakCriticalEdges|SplitCriticalEdge|SplitBlock|GVNHoist|GVNSink|FlattenCFG`),
		"fewer diamonds and ladders: put decisions into tables that a loop reads, replace chains of if/else by one bounded switch of calls (at most 64 cases), and keep each body a noinline function; gpga cost lists the functions with most branches",
	},
	{
		cost.TroublePhi,
		regexp.MustCompile(`PHINode|PhiNode|PromoteMem2Reg|PromoteMemToReg|PromotePass|\bSROA|SROAPass|SSAUpdater|\bLCSSA|formLCSSA|PHIElimination|EliminateDuplicatePHI|PHITransAddr|PHITranslat|foldPHI|FoldPHI|SliceUpIllegalIntegerPHI|addIncoming|growOperands|IDFCalculator|LiveVariables|LiveInterval|LiveRangeCalc|RegisterCoalescer|MemorySSA|renamePass|RenamePass`),
		"fewer values live across merges: load, compute and store within a straight piece; hold no signal in a local across a ladder of branches, pass no local by reference into a branch, cut long bodies into functions",
	},
	{
		cost.TroubleCloning,
		regexp.MustCompile(`CloneBasicBlock|CloneBlock|CloneFunction|CloneAndPrune|PruningFunctionCloner|cloneLoop|CloneLoop|InlineFunction|Inliner|inlineCalls|InlineCost|CallAnalyzer|AlwaysInline|LoopUnroll|UnrollLoop|UnrollAndJam|LoopPeel|peelLoop|LoopUnswitch|unswitch|LoopRotat|TailDuplicat|TailDuplicator|duplicateInstructions|DuplicateInstruction|RemapInstruction|ValueMapper|MapValue|FunctionSpecializ|OutlineFunction|MachineOutliner`),
		"fewer copies: mark shared helpers noinline, mark loops over tables with #pragma clang loop unroll(disable), read trip counts from tables, and let equal bodies share one function",
	},
	{
		cost.TroubleSymbols,
		regexp.MustCompile(`MDNode|MDTuple|MDString|Metadata|ValueSymbolTable|makeUniqueName|setNameImpl|Value::setName|Value::takeName|StringMap|DICompile|DILocation|DISubprogram|DIBuilder|DebugInfo|DbgVariable|DwarfDebug|uniquifyImpl|TypeFinder|Mangler|StringTableBuilder|SymbolTableList|addToSymbolTable|BitcodeWriter|BitcodeReader|writeMetadata|IRMover|ModuleLinker|SlotTracker|AssemblyWriter|StripDebug|StripSymbols`),
		"fewer names: fewer functions and locals with names of their own, constants in tables rather than one named constant each, no debug information, and no cloned helpers, each of which clones its names",
	},
	{
		cost.TroubleFootprint,
		regexp.MustCompile(`^_?_?bzero|_platform_(?:bzero|memset|memmove|memcpy)|^memset|^memmove|^memcpy|^_?malloc|^_?calloc|^_?realloc|^_?free\b|^free$|szone_|tiny_|small_|large_malloc|nanov2_|xzm_|_xzm|mvm_|madvise|^mmap|munmap|vm_allocate|mach_vm|vm_deallocate|vm_fault|operator new|operator delete|BumpPtrAllocator|SmallVectorBase|grow_pod|DenseMap[^;]*grow|FoldingSetBase|GrowHashTable|purgeable|compressor`),
		"less intermediate code in all: a smaller text for the largest function, bulk tables in a read-only buffer in place of constant arrays, and one kernel a library so that the compiler lets memory go between them",
	},
}

// Classify divides the busy samples of the reports among the five troubles, worst first, and says how many are in none.
func Classify(list []*Report) (troubles []Trouble, other int) {
	busy := 0
	found := make([]map[string]*Evidence, len(kinds))
	sums := make([]int, len(kinds))
	for i := range found {
		found[i] = map[string]*Evidence{}
	}
	memo := map[string]int{}
	of := func(symbol string) int {
		k, ok := memo[symbol]
		if !ok {
			k = -1
			for i := range kinds {
				if kinds[i].symbols.MatchString(symbol) {
					k = i
					break
				}
			}
			memo[symbol] = k
		}
		return k
	}
	for _, r := range list {
		r.Visit(func(path []*Node, self int) {
			if Idle(path[len(path)-1].Symbol) {
				return
			}
			busy += self
			last := len(kinds) - 1
			which, by := -1, (*Node)(nil)
			for i := len(path) - 1; i > 0; i-- {
				k := of(path[i].Symbol)
				if k >= 0 && k != last {
					which, by = k, path[i]
					break
				}
				if k == last && which < 0 {
					which, by = last, path[i]
				}
			}
			if which < 0 {
				other += self
				return
			}
			sums[which] += self
			e := found[which][by.Symbol]
			if e == nil {
				e = &Evidence{Symbol: by.Symbol}
				found[which][by.Symbol] = e
			}
			e.Samples += self
			if self > e.most {
				e.most, e.At = self, fmt.Sprintf("%s:%d", r.File, by.Line)
			}
		})
	}
	for i, k := range kinds {
		t := Trouble{Name: k.name, Samples: sums[i], Change: k.change}
		if busy > 0 {
			t.Share = float64(sums[i]) / float64(busy)
		}
		for _, e := range found[i] {
			t.Evidence = append(t.Evidence, *e)
		}
		slices.SortFunc(t.Evidence, func(a, b Evidence) int { return cmp.Or(b.Samples-a.Samples, cmp.Compare(a.Symbol, b.Symbol)) })
		troubles = append(troubles, t)
	}
	slices.SortStableFunc(troubles, func(a, b Trouble) int { return b.Samples - a.Samples })
	return troubles, other
}
