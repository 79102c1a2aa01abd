package program

// Instr is one instruction: three-address code over temps with structured control flow.
//
// Temps are numbered from 0 within a segment or func; each is written by one instruction (its definition stands before all
// uses, in the same or an enclosing structured block). A temp of W <= 32 is a pair of words, of W <= 64 a pair of
// 64-bit words, {val, xz}. A temp over 64 bits is storage: its number IS the address of 2n scratch words (or of a variable read in
// place), and FlagFrame* marks addresses relative to the frame.
//
// W is the width of the result (or of the stored value), WA the width of operand A where it differs from what the
// operator implies. "idx" operands are temps made by OpIndex: val is a signed 32-bit number, xz is nonzero when the index is unusable.
type Instr struct {
	Op    Op
	Flags uint16
	Line  uint32
	W     uint32
	WA    uint32
	D     uint32
	A     uint32
	B     uint32
	C     uint32
	E     uint32
}

// NoTemp marks an absent temp operand.
const NoTemp = 0xffffffff

// Instruction flags.
const (
	FlagSigned  = 1 << iota // signed operands: division, relations, extension, arithmetic shift, index
	FlagFrame               // A is an offset into the running frame, not an address (loads, stores of automatic variables)
	FlagFrameB              // likewise a wide operand B
	FlagFrameD              // likewise a wide result D
	FlagReal                // operands are reals
	FlagVar                 // the bit offset operand is an idx temp, not a constant
	FlagFrameA2             // likewise wide operand C
)

// Op is an instruction's operation.
type Op uint16

// Values. "t" is a temp.
const (
	OpNop Op = iota

	OpConst  // t[D] = constant; W <= 32: val A, xz B; else A is an index into Consts (val words, xz words)
	OpLoad   // t[D] = storage at A (FlagFrame: in the frame); for W <= 64 (wider values are read in place)
	OpLoadEl // t[D] = element idx t[B] of the array Signals[A]; x when unusable or out of range
	OpMove   // t[D] = t[A]

	OpLoadElL // t[D] = element idx t[B] of the unpublished array at A (FlagFrame: in the frame): E elements of W bits; x when unusable or out of range
	OpFrLoad  // t[D] = W bits of the frame at t[A] (32 bits), from word offset C

	OpResize // t[D] = t[A] (WA wide) truncated or extended to W; FlagSigned: sign extension
	OpPart   // t[D] = bits [C +: W] of t[A] (WA wide); out of range x; FlagVar: C is an idx temp
	OpConcat // t[D] = {t[A], t[B]}; WA is A's width, B's is W-WA
	OpRepeat // t[D] = {C{t[A]}}; WA is A's width
	OpIndex  // idx t[D] = t[A] (WA wide, FlagSigned) as an index

	// Bitwise and arithmetic on W bits.
	OpNot
	OpNeg
	OpAnd
	OpOr
	OpXor
	OpXnor
	OpAdd
	OpSub
	OpMul
	OpDiv // FlagSigned
	OpMod // FlagSigned
	OpPow // t[A] ** t[B]; B is WA wide and has no sign
	OpShl // t[A] << t[B]; B is WA wide, unsigned
	OpShr
	OpAShr

	// W = 1 from operands of WA bits.
	OpRedAnd
	OpRedNand
	OpRedOr
	OpRedNor
	OpRedXor
	OpRedXnor
	OpLogNot
	OpBool   // truth of t[A]: 1, 0 or x
	OpLogAnd // of 1-bit t[A], t[B]
	OpLogOr
	OpEq
	OpNe
	OpCaseEq
	OpCaseNe
	OpCaseZ // 1-bit, two-state: does t[A] match label t[B] under casez
	OpCaseX
	OpLt // FlagSigned
	OpLe
	OpMux // t[D] = t[C] ? t[A] : t[B]; C is 1 bit; x merges bit by bit, where equal bits stay (z as well, as in Icarus)

	// Reals: 64-bit temps with FlagReal.
	OpFAdd
	OpFSub
	OpFMul
	OpFDiv
	OpFNeg // 0 - t[A], as in Icarus: what is 0 has no sign
	OpFEq  // W = 1
	OpFLt
	OpFLe
	OpIntToReal // t[A], WA wide, FlagSigned; x and z bits count as 0
	OpRealToInt // t[D] (W bits) = round half away from zero of t[A]
	OpRealTrunc // likewise toward zero ($rtoi)

	OpBufif // W bits: FlagVar: inverting data; C = control polarity (1: active high); t[A] data, t[B] control
	OpMos   // W = 1: t[A] data, t[B] control; C polarity
	OpUDP   // W = 1: UDPs[A]; inputs are the WA temps whose numbers are Forks[B : B+WA]; C is the address of its state: output, then previous inputs, one word each (0,1,3)

	OpSpan // word C (address) = the strength range of a three-state gate's or switch's output bit, (lo+8) | (hi+8)<<4 on the scale -7 (supply0) to 7 (supply1): t[A] the data, t[B] whether it conducts (1, 0 or either), D the address of the word of its source net's strength (see Net.Strength), 0 when E, strength0 | strength1<<4, tells

	OpEdges // t[D] (4 bits, two-state): how t[A] (new) differs from t[B] (old), both WA wide: bit 0: some bit becomes 1, bit 1: 0, bit 2: z, bit 3: x

	OpTime   // 64 bits: current time in ticks
	OpRandom // 64 bits: low word is the value of $random (C=0) or $urandom (C=1), high word the new seed; t[A] the seed, NoTemp for the global one (updated)

	// Stores to signals: publish when the value changes. A is the signal, t[B] the value of W bits.
	OpStore    // the whole of a scalar or vector
	OpStoreP   // bits [C +: W]; FlagVar: C is an idx temp
	OpStoreEl  // element idx t[C], bits [E +: W] (FlagVar: E is an idx temp)
	OpStoreL   // whole unpublished storage at address A (FlagFrame: frame): scratch, pending values, automatic variables, drivers
	OpStoreLP  // bits [C +: W] of unpublished storage at A that is WA wide; FlagVar: C is an idx temp
	OpStoreLEl // element idx t[C] of unpublished array at A of WA-bit elements, E elements; whole element only

	// Nonblocking: like the stores; t[D] is the delay (64 bits), NoTemp for none.
	OpNBA
	OpNBAP
	OpNBAEl

	OpTrigger // named event: Signals[A]
	OpPublish // the host changed Signals[A]: visit its fan-out
	OpSettle  // run the immediate nodes that the stores before it have marked

	// Nodes.
	OpResolve  // recompute Nets[A] and publish
	OpSchedule // node Nodes[A]: its pending value (already stored) shall be committed after t[B] ticks; replaces a pending event
	OpCancel   // node Nodes[A]: drop its pending event
	OpForce    // Signals[A], bits [C +: W]: force value t[B]; D: node to activate or NoTemp; publishes
	OpRelease  // Signals[A], bits [C +: W]
	OpAssign   // procedural continuous assignment of Signals[A], bits [C +: W]: value t[B]; D: node or NoTemp
	OpDeassign // Signals[A], bits [C +: W]
	OpNodeOn   // Nodes[A] active (C=1) or inactive (C=0)

	// Structured control.
	OpIf // when t[A] (W bits) has a bit that is 1
	OpElse
	OpEndIf
	OpLoop    // repeat until a Break; at most LoopMax times
	OpBreakIf // leave the loop when t[A] (W bits) has a 1 bit; OpBreakIfNot when not
	OpBreakIfNot
	OpEndLoop
	OpSwitch // dense or sparse case on t[A] (W <= 32, fully known or the default is taken): OpCase arms follow; B = number of arms
	OpCase   // label value A (val); several in a row share a body; falls out at the next OpCase group or OpDefault
	OpDefault
	OpEndSwitch
	OpCall   // Funcs[A]
	OpReturn // leave a Func

	// Services.
	OpSvc    // begin the record of Sites[A]; its payload has W words
	OpSvcArg // append t[A] (W bits: val words, xz words)
	OpSvcEnd
	OpStrobe  // run segment A in the postponed region of this time
	OpMonitor // segment A becomes the monitor; A = NoSeg: $monitoroff (C=0) or $monitoron (C=1)

	OpSpawn   // t[D] (32 bits) = address of a new frame of B words for an assignment that waits: each wake of Events[C] counts the frame's first word behind its header down, and at 0 node segment A runs among the immediate nodes, with this frame
	OpFrStore // frame at t[A]: word offset C (FlagVar unused): store t[B] of W bits

	// Terminators of segments.
	OpGoto     // go on at segment A
	OpGotoIf   // if t[B] (W bits) has a 1 bit go to A else to C
	OpYield    // the thread is pushed to the front of the active queue, to go on at A
	OpWait     // wait for Events[B], go on at A; B = NoSeg waits for ever
	OpDelay    // sleep t[B] ticks (64 bits; any x or z counts as 0), go on at A; 0 goes through the inactive queue
	OpFork     // Forks[B : B+C] are the children's segments, each pushed to the front; go on at A when all have ended
	OpCallTask // Tasks[B]: the frame that OpNewFrame made in this segment is pushed (arguments are stored by then) and the thread is pushed to the front, to go on at the entry; return to A
	OpRet      // pop the frame (it is freed unless the task has Keep); the thread is pushed to the front, to go on at the caller
	OpEnd      // the thread ends; in a Node segment: the evaluation is done (FlagVar: of an OpSpawn, whose frame is freed)
	OpReply    // stop until the host has replied to the record just written; go on at A
	OpFinish   // $finish or $stop (C = 1 or 2): the thread stops; go on at A after $stop
	OpDisable  // Blocks[B]: end it in all threads; go on at A (if the thread itself was not inside)

	// Frames of the callee, before OpCallTask.
	OpNewFrame  // the frame of Tasks[A] becomes the thread's pending callee frame; t[D] (32 bits) = its address
	OpFreeFrame // the kept frame at t[A] (32 bits) goes back to the pool: its results have been read

	NumOps
)
