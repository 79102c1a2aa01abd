package program

// Header words: the first HdrWords words of the arena.
const (
	_             = iota // 0: nil
	HdrStatus            // Status*
	HdrTimeLo            // current time in ticks, low word
	HdrTimeHi            //
	HdrSeq               // next sequence number of future events
	HdrActHead           // active queue: first block
	HdrActTail           // last block
	HdrInaHead           // inactive queue
	HdrInaTail           //
	HdrChain             // rest of the waiter list being run: next thread
	HdrCur               // thread to go on with before anything else (budget ran out, or it waits for the host)
	HdrPhase             // 0: initialisation; 1: running
	HdrProcHead          // processes to queue when phase 1 begins: first and last block
	HdrProcTail          //
	HdrNowHead           // immediate nodes to settle: first block
	HdrNowTail           //
	HdrHeapBase          // event heap: address, capacity in entries (words), count
	HdrHeapCap           //
	HdrHeapLen           //
	HdrNBABase           // NBA log: addresses of its first word, past its last, past the last entry, of the next entry to apply
	HdrNBALim            //
	HdrNBAEnd            //
	HdrNBAPos            //
	HdrStrobeBase        // strobe log of {segment, frame} pairs: likewise
	HdrStrobeLim         //
	HdrStrobeEnd         //
	HdrStrobePos         //
	HdrSvcBase           // service ring: first word, past its last, past the last record
	HdrSvcLim            //
	HdrSvcEnd            //
	HdrPoolNext          // pool: next fresh word and end
	HdrPoolEnd           //
	HdrMonSeg            // active monitor: segment + 1, 0 for none
	HdrMonOn             // $monitoron
	HdrMonDirty          //
	HdrTraceOn           // waves are being dumped (set by the host)
	HdrTraceHead         // dirty traced signals: 1 + index
	HdrFinish            // set when the main loop must not just go on: bit 0 $finish, bit 1 $stop, bit 2 events of this time are still being taken from the heap
	HdrSeed              // $random without a seed
	HdrUSeed             // $urandom without a seed
	HdrErr               // error code of StatusError
	HdrErrArg            //
	HdrThreads           // list of dynamic threads (ThAllNext)
	HdrNeed              // which arena is short when StatusNeed: bit set of Need* below
	HdrPostponed         // 1 while postponed work of this time is under way
	HdrFree              // free lists of pool blocks: FreeClasses words, one per power of two from 16 words
	FreeClasses   = 16
	// HdrForm begins the words that tell a kernel text that knows no design where this design's tables and regions lie
	// (the vm form; see codegen/layout).
	HdrForm   = HdrFree + FreeClasses
	FormWords = 72
	HdrWords  = HdrForm + FormWords
)

// Status values.
const (
	StatusRun    = iota
	StatusBudget // step budget used up: call again
	StatusReply  // a service record waits for the host's reply
	StatusNeed   // an arena is short: drain or grow the ones in HdrNeed and call again
	StatusFinish // $finish
	StatusStop   // $stop
	StatusIdle   // no event is left
	StatusError  // see HdrErr
	StatusSpin   // too many segments at one time: zero-delay loop
)

// Bits of HdrNeed.
const (
	NeedNBA = 1 << iota
	NeedSvc
	NeedPool
	NeedStrobe
	NeedHeap
)

// Errors of StatusError.
const (
	ErrNone = iota
	ErrLoop // a loop inside a function ran LoopMax times
)

// LoopMax bounds a loop inside a function or a small structured loop.
const LoopMax = 1 << 26

// Words of every block (thread, node, dynamic NBA). A node with delays has a second block for its commit, at its first one's
// address plus NodeWords: a node block again, whose segment is Node.Commit, with the event words after it.
const (
	BQNext = iota // link in a queue
	BSeg          // segment to run
	BState        // Th* state; for nodes: bit 0 while queued, bit 1 while inactive (a force or assign that is not in effect)
	BKind         // BlockThread, BlockNode, BlockNBA
	NodeWords
)

// Further words of threads, and of nodes with delays.
const (
	EvLo = NodeWords + iota // event: time
	EvHi
	EvSeq
	EvPos    // 1 + index in the heap, 0 when not scheduled
	ThNext   // link in a waiter list or chain; nodes with delays: unused
	ThFrame  // address of the running frame, 0 for none
	ThParent // thread that waits in a join
	ThKids   // live children
	ThEvent  // 1 + event waited for
	ThAllPrev
	ThAllNext
	ThStatic // 1 for a process's own thread (never freed)
	ThWords
)

// Block kinds.
const (
	BlockThread = iota
	BlockNode
	BlockNBA
)

// Thread states.
const (
	ThDead = iota
	ThReady
	ThWaiting
	ThDelayed
	ThJoining
	ThKilled // in a queue, to be dropped when it comes up
)

// Frame words; locals follow from FrHeader.
const (
	FrRet    = iota // segment of the caller to go on with
	FrCaller        // caller's frame
	FrTask          // index into Tasks
	FrHeader
)

// Kinds of NBA log entries, in the top four bits of the first word; the low 28 bits are the signal.
const (
	NBAWord = iota // whole signal of at most 32 bits: [sig, val, xz]
	NBALong        // whole signal of 33 to 64 bits: [sig, val lo, val hi, xz lo, xz hi]
	NBAPart        // [sig, element, offset, width, val words..., xz words...]
)

// Records of the service ring: [site or Rec*, words in all, time lo, time hi, payload...].
const (
	RecTrace  = 0xfffffff0 // payload: signal, val words, xz words
	RecHeader = 4
)
