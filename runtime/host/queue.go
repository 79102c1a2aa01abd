package host

import (
	"math/bits"

	"github.com/gpga/gpga/frontend/design/logic"
)

// The queues of stochastic analysis (IEEE 1364-2005 17.6): $q_initialize, $q_add, $q_remove, $q_full and $q_exam.

var queueServices = map[string]handler{
	"$q_initialize": (*Host).queueInitialize, "$q_add": (*Host).queueAdd, "$q_remove": (*Host).queueRemove,
	"$q_full": (*Host).queueFull, "$q_exam": (*Host).queueExam,
}

// The values of a status argument: those of IEEE 1364-2005 table 17-14, and Icarus's own from queueNoCode up.
const (
	queueOK = iota
	queueIsFull
	queueUndefined
	queueIsEmpty
	queueBadType
	queueBadLength
	queueDuplicate
	queueNoMemory
	queueNoCode       // $q_exam knows no such code
	queueOverflow     // the time does not fit the variable
	queueNoStatistics // nothing to report yet
)

// Types of queues.
const (
	queueFIFO = 1
	queueLIFO = 2
)

// maxQueue bounds the elements of one queue: beyond it $q_initialize reports that there is no memory.
const maxQueue = 1 << 26

// queueElem is a job with its information and the time, in ticks, at which it was added.
type queueElem struct {
	job, inform logic.Vec
	time        uint64
}

// queue is one queue, oldest element first.
type queue struct {
	kind     int32
	length   int32
	elems    []queueElem
	longest  int // most elements at once
	adds     uint64
	first    uint64 // time of the first addition
	latest   uint64
	shortest uint64 // wait of a removed element
	removed  bool
	hi, lo   uint64 // sum of the waits of removed elements
}

// known32 is an argument as a 32-bit number; ok is false with x or z bits.
func known32(a Arg) (int32, bool) {
	v := a.vector()
	return a.integer(), v.IsKnown()
}

// queueOf finds the queue that an id names.
func (h *Host) queueOf(a Arg) *queue {
	id, ok := known32(a)
	if !ok {
		return nil
	}
	return h.queues[id]
}

// put makes a write of an integer to argument i.
func put(args []Arg, i, n int) Write {
	return Write{Arg: i, Value: store(args[i], Int(n))}
}

// unknown makes a write of x to argument i.
func unknown(args []Arg, i int) Write {
	if args[i].isReal() {
		return Write{Arg: i, Value: Real(0)}
	}
	return Write{Arg: i, Value: Arg{Kind: ArgVec, Vec: logic.Filled(args[i].Vec.Width, logic.LX)}}
}

func (h *Host) queueInitialize(c Caller, args []Arg) Result {
	if !h.need(c, args, 4) {
		return tooFew
	}
	status := func(n int) Result { return Result{Writes: []Write{put(args, 3, n)}} }
	id, ok := known32(args[0])
	if !ok {
		return status(queueUndefined)
	}
	kind, ok := known32(args[1])
	if !ok || kind != queueFIFO && kind != queueLIFO {
		return status(queueBadType)
	}
	length, ok := known32(args[2])
	switch {
	case !ok || length <= 0:
		return status(queueBadLength)
	case h.queues[id] != nil:
		return status(queueDuplicate)
	case length > maxQueue:
		return status(queueNoMemory)
	}
	if h.queues == nil {
		h.queues = map[int32]*queue{}
	}
	h.queues[id] = &queue{kind: kind, length: length}
	return status(queueOK)
}

func (h *Host) queueAdd(c Caller, args []Arg) Result {
	if !h.need(c, args, 4) {
		return tooFew
	}
	status := func(n int) Result { return Result{Writes: []Write{put(args, 3, n)}} }
	q := h.queueOf(args[0])
	if q == nil {
		return status(queueUndefined)
	}
	if len(q.elems) == int(q.length) {
		return status(queueIsFull)
	}
	word := func(a Arg) logic.Vec { return logic.Extend(a.vector(), 32, a.Signed) }
	q.elems = append(q.elems, queueElem{job: word(args[1]), inform: word(args[2]), time: c.Now})
	q.longest = max(q.longest, len(q.elems))
	if q.adds == 0 {
		q.first = c.Now
	}
	q.adds++
	q.latest = c.Now
	return status(queueOK)
}

func (h *Host) queueRemove(c Caller, args []Arg) Result {
	if !h.need(c, args, 4) {
		return tooFew
	}
	nothing := func(n int) Result {
		return Result{Writes: []Write{unknown(args, 1), unknown(args, 2), put(args, 3, n)}}
	}
	q := h.queueOf(args[0])
	if q == nil {
		return nothing(queueUndefined)
	}
	if len(q.elems) == 0 {
		return nothing(queueIsEmpty)
	}
	at := 0
	if q.kind == queueLIFO {
		at = len(q.elems) - 1
	}
	e := q.elems[at]
	if at == 0 {
		q.elems = q.elems[1:]
	} else {
		q.elems = q.elems[:at]
	}
	wait := c.Now - e.time
	if !q.removed || wait < q.shortest {
		q.shortest = wait
	}
	q.removed = true
	var carry uint64
	q.lo, carry = bits.Add64(q.lo, wait, 0)
	q.hi += carry
	return Result{Writes: []Write{{Arg: 1, Value: store(args[1], SignedVec(e.job))}, {Arg: 2, Value: store(args[2], SignedVec(e.inform))}, put(args, 3, queueOK)}}
}

func (h *Host) queueFull(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	q := h.queueOf(args[0])
	if q == nil {
		return Result{Value: SignedVec(logic.Filled(32, logic.LX)), Writes: []Write{put(args, 1, queueUndefined)}}
	}
	full := 0
	if len(q.elems) >= int(q.length) {
		full = 1
	}
	r := intResult(full)
	r.Writes = []Write{put(args, 1, queueOK)}
	return r
}

func (h *Host) queueExam(c Caller, args []Arg) Result {
	if !h.need(c, args, 4) {
		return tooFew
	}
	answer := func(w Write, n int) Result { return Result{Writes: []Write{w, put(args, 3, n)}} }
	q := h.queueOf(args[0])
	if q == nil {
		return answer(unknown(args, 2), queueUndefined)
	}
	code, ok := known32(args[1])
	if !ok || code < 1 || code > 6 {
		return answer(unknown(args, 2), queueNoCode)
	}
	var ticks uint64
	has := true
	switch code {
	case 1:
		return answer(put(args, 2, len(q.elems)), queueOK)
	case 3:
		return answer(put(args, 2, q.longest), queueOK)
	case 2: // mean time between additions
		if has = q.adds >= 2; has {
			ticks = (q.latest - q.first) / (q.adds - 1)
		}
	case 4: // shortest wait ever
		has, ticks = q.removed, q.shortest
	case 5: // longest wait of those that still wait
		if has = len(q.elems) > 0; has {
			ticks = c.Now - q.elems[0].time
		}
	case 6: // mean wait
		if has = q.adds > 0; has {
			ticks = q.meanWait(c.Now)
		}
	}
	if !has {
		return answer(unknown(args, 2), queueNoStatistics)
	}
	w, n := h.queueTime(c, args, 2, ticks)
	return answer(w, n)
}

// meanWait is the mean of all waits, those that have not ended included.
func (q *queue) meanWait(now uint64) uint64 {
	hi, lo := q.hi, q.lo
	for i := range q.elems {
		var carry uint64
		lo, carry = bits.Add64(lo, now-q.elems[i].time, 0)
		hi += carry
	}
	mean, _ := bits.Div64(hi%q.adds, lo, q.adds)
	return mean
}

// queueTime writes a time in the caller's unit to argument i, or the largest value where it does not fit.
func (h *Host) queueTime(c Caller, args []Arg, i int, ticks uint64) (Write, int) {
	t := ScaleTime(ticks, c.Unit, h.cfg.Precision)
	a := args[i]
	if a.isReal() {
		return Write{Arg: i, Value: Real(float64(t))}, queueOK
	}
	room := a.Vec.Width
	if a.Signed {
		room--
	}
	if bits.Len64(t) > room {
		v := logic.Filled(a.Vec.Width, logic.L1)
		if a.Signed {
			v = v.WithBit(a.Vec.Width-1, logic.L0)
		}
		return Write{Arg: i, Value: Vec(v)}, queueOverflow
	}
	return Write{Arg: i, Value: Vec(logic.FromUint64(a.Vec.Width, t))}, queueOK
}
