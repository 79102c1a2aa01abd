/* gpga kernel, table form, four-state: tb */
/* 2 processes, 1 continuous nodes, 14 segments, 1 events, 29 signals */
#include <metal_stdlib>
using namespace metal;

/* words between neighbouring slots of one instance: 1 on CPUs, the number of interleaved instances on GPUs */
constant uint gpga_slot_stride [[function_constant(0)]];
#define GPGA_AT(s) st[int((s) * gpga_slot_stride)]

/* every generated function takes its instance's state and the tables, and is called, never inlined */
#define GPGA_FN static __attribute__((noinline))
#define GPGA_ARGS device uint *st, device const uint *tab

struct gpga_params { uint budget; uint stride; };

constant uint SCHED_FINISH = 37;
constant uint SCHED_STATUS = 1;
constant uint STATUS_STOP = 5;
constant uint SCHED_LOOP_MAX = 0x4000000u;
constant uint SCHED_HEAP_LEN = 18;
constant uint SCHED_HEAP_BASE = 16;
constant uint EV_LO = 4;
constant uint SCHED_TIME_LO = 2;
constant uint EV_HI = 5;
constant uint SCHED_TIME_HI = 3;
constant uint B_KIND = 3;
constant uint BLOCK_NBA = 2;
constant uint B_SEG = 1;
constant uint SCHED_NBA_END = 21;
constant uint SCHED_NBA_LIM = 20;
constant uint EV_POS = 7;
constant uint EV_SEQ = 6;
/* ---- future events: a binary heap of blocks ordered by time and sequence number ---- */
static inline bool gpga_earlier(device uint *st, uint a, uint b) {
	uint ah = GPGA_AT(a + EV_HI), bh = GPGA_AT(b + EV_HI);
	if (ah != bh) return ah < bh;
	uint al = GPGA_AT(a + EV_LO), bl = GPGA_AT(b + EV_LO);
	if (al != bl) return al < bl;
	return GPGA_AT(a + EV_SEQ) < GPGA_AT(b + EV_SEQ);
}

GPGA_FN void gpga_heap_up(device uint *st, uint k, uint b) {
	uint base = GPGA_AT(SCHED_HEAP_BASE);
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint guard = 0; k > 0 && guard < 32u; ++guard) {
		uint p = (k - 1u) >> 1;
		uint q = GPGA_AT(base + p);
		if (!gpga_earlier(st, b, q)) break;
		GPGA_AT(base + k) = q;
		GPGA_AT(q + EV_POS) = k + 1u;
		k = p;
	}
	GPGA_AT(base + k) = b;
	GPGA_AT(b + EV_POS) = k + 1u;
}

GPGA_FN void gpga_heap_down(device uint *st, uint k, uint b) {
	uint base = GPGA_AT(SCHED_HEAP_BASE), n = GPGA_AT(SCHED_HEAP_LEN);
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint guard = 0; guard < 32u; ++guard) {
		uint c = 2u * k + 1u;
		if (c >= n) break;
		if (c + 1u < n && gpga_earlier(st, GPGA_AT(base + c + 1u), GPGA_AT(base + c))) c = c + 1u;
		uint q = GPGA_AT(base + c);
		if (!gpga_earlier(st, q, b)) break;
		GPGA_AT(base + k) = q;
		GPGA_AT(q + EV_POS) = k + 1u;
		k = c;
	}
	GPGA_AT(base + k) = b;
	GPGA_AT(b + EV_POS) = k + 1u;
}

/* takes block b, at place k, out of the heap */
GPGA_FN void gpga_heap_remove(device uint *st, uint b) {
	uint k = GPGA_AT(b + EV_POS) - 1u;
	uint n = GPGA_AT(SCHED_HEAP_LEN) - 1u;
	GPGA_AT(SCHED_HEAP_LEN) = n;
	GPGA_AT(b + EV_POS) = 0;
	if (k == n) return;
	uint last = GPGA_AT(GPGA_AT(SCHED_HEAP_BASE) + n);
	if (k > 0 && gpga_earlier(st, last, GPGA_AT(GPGA_AT(SCHED_HEAP_BASE) + ((k - 1u) >> 1)))) gpga_heap_up(st, k, last);
	else gpga_heap_down(st, k, last);
}

/* ---- pool: blocks of 16 << class words ---- */
static inline uint gpga_class(uint words) { return words <= 16u ? 0u : 28u - uint(clz(words - 1u)); }

constant uint SCHED_FREE = 45;
static inline void gpga_free(device uint *st, uint b, uint words) {
	uint c = gpga_class(words);
	GPGA_AT(b) = GPGA_AT(SCHED_FREE + c);
	GPGA_AT(SCHED_FREE + c) = b;
}

constant uint BLOCK_THREAD = 0;
constant uint B_STATE = 2;
constant uint TH_READY = 1;
constant uint B_QNEXT = 0;
constant uint SCHED_ACT_TAIL = 6;
constant uint SCHED_ACT_HEAD = 5;
/* appends block b to the active queue */
static inline void gpga_push_back(device uint *st, uint b) {
	GPGA_AT(b + B_QNEXT) = 0;
	uint tail = GPGA_AT(SCHED_ACT_TAIL);
	if (tail != 0) GPGA_AT(tail + B_QNEXT) = b;
	else GPGA_AT(SCHED_ACT_HEAD) = b;
	GPGA_AT(SCHED_ACT_TAIL) = b;
}

/* moves the events of the present time from the heap to their queues; false when the nonblocking log has no room */
GPGA_FN bool gpga_drain(device uint *st) {
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint guard = 0; guard < SCHED_LOOP_MAX; ++guard) {
		if (GPGA_AT(SCHED_HEAP_LEN) == 0) break;
		uint b = GPGA_AT(GPGA_AT(SCHED_HEAP_BASE));
		if (GPGA_AT(b + EV_LO) != GPGA_AT(SCHED_TIME_LO) || GPGA_AT(b + EV_HI) != GPGA_AT(SCHED_TIME_HI)) break;
		if (GPGA_AT(b + B_KIND) == BLOCK_NBA) {
			uint n = GPGA_AT(b + B_SEG);
			uint e = GPGA_AT(SCHED_NBA_END);
			if (e + n > GPGA_AT(SCHED_NBA_LIM)) return false;
			for (uint k = 0; k < n; ++k) GPGA_AT(e + k) = GPGA_AT(b + EV_POS + 1u + k);
			GPGA_AT(SCHED_NBA_END) = e + n;
			gpga_heap_remove(st, b);
			gpga_free(st, b, EV_POS + 1u + n);
		} else {
			gpga_heap_remove(st, b);
			if (GPGA_AT(b + B_KIND) == BLOCK_THREAD) {
				GPGA_AT(b + B_STATE) = TH_READY;
				gpga_push_back(st, b);
			} else if (GPGA_AT(b + B_STATE) == 0) {
				GPGA_AT(b + B_STATE) = 1;
				gpga_push_back(st, b);
			}
		}
	}
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) & ~4u;
	return true;
}

constant uint SCHED_NEED = 43;
constant uint NEED_NBA = 1;
constant uint STATUS_NEED = 3;
constant uint NEED_NBA_WORDS = 16;
constant uint SCHED_SVC_END = 29;
constant uint NEED_SVC_WORDS = 218;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
constant uint NEED_HEAP_EVENTS = 1;
constant uint SCHED_HEAP_CAP = 17;
constant uint NEED_HEAP = 16;
/* which arenas are short for any one segment */
static inline uint gpga_short(device uint *st) {
	uint r = 0;
	if (GPGA_AT(SCHED_NBA_END) + NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM)) r |= NEED_NBA;
	if (GPGA_AT(SCHED_SVC_END) + NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM)) r |= NEED_SVC;
	if (GPGA_AT(SCHED_HEAP_LEN) + NEED_HEAP_EVENTS > GPGA_AT(SCHED_HEAP_CAP)) r |= NEED_HEAP;
	return r;
}

constant uint GPGA_SEGS = 16;
/* how many segments can surely run before room has to be looked at again: 1, or many; a turn of a segment that goes to itself
   counts as one */
GPGA_FN uint gpga_roomy(device uint *st) {
	bool few = GPGA_AT(SCHED_NBA_END) + GPGA_SEGS * NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM) || GPGA_AT(SCHED_SVC_END) + GPGA_SEGS * NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM);
	few = few || GPGA_AT(SCHED_HEAP_LEN) + GPGA_SEGS * NEED_HEAP_EVENTS > GPGA_AT(SCHED_HEAP_CAP);
	return few ? 1u : GPGA_SEGS;
}

constant uint SCHED_CUR = 10;
constant uint SCHED_CHAIN = 9;
constant uint SCHED_INA_HEAD = 7;
constant uint SCHED_INA_TAIL = 8;
constant uint SCHED_NBA_BASE = 19;
constant uint SCHED_NBA_POS = 22;
constant uint TAB_SLOT = 32;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 30;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0};
constant uchar sched_edge_wait_item_count[] = {1};
constant ushort sched_edge_item_val[] = {346};
constant ushort sched_edge_item_xz[] = {347};
constant uint sched_edge_prev_val = 134;
constant uint sched_edge_prev_xz = 135;
constant uchar sched_edge_item_kind[] = {1};
constant uint EDGE_POS = 1;
constant uint sched_edge_mask_pos = 8718;
constant uint EDGE_NEG = 2;
constant uint sched_edge_mask_neg = 4560;
constant uint SCHED_WAIT_HEAD = 133;
/* the whole list of waiters becomes one entry of the active queue, chained through TH_NEXT */
static inline void gpga_wake(device uint *st, uint event) {
	
	uint th = GPGA_AT(SCHED_WAIT_HEAD + event);
	if (th != 0) {
		GPGA_AT(SCHED_WAIT_HEAD + event) = 0;
		gpga_push_back(st, th);
	}
}

/* The one evaluator of waits, shared by the active and the nonblocking phase: has any item of the wait made the edge that it waits
   for since it was last looked at, or has any signal of its star list changed? Every publish of an item's signal comes here,
   whether or not anyone waits, but for waits that any change wakes: the fan-out knows that they are hit.
   sched_edge_mask_*: bit 4*old + new, codes 0, 1, z = 2, x = 3 (IEEE 1364-2005 table 9-1). */
GPGA_FN void gpga_eval_edge_wait(GPGA_ARGS, uint wait) {
	uint item = sched_edge_wait_item_offset[wait];
	uint end = item + sched_edge_wait_item_count[wait];
	bool hit = false;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (; item < end; ++item) {
		uint v = GPGA_AT(sched_edge_item_val[item]) & 1u, x = GPGA_AT(sched_edge_item_xz[item]) & 1u;
		uint move = ((GPGA_AT(sched_edge_prev_val + item * 2u) | (GPGA_AT(sched_edge_prev_xz + item * 2u) << 1)) << 2) | v | (x << 1);
		GPGA_AT(sched_edge_prev_val + item * 2u) = v;
		GPGA_AT(sched_edge_prev_xz + item * 2u) = x;
		uint kind = sched_edge_item_kind[item];
		uint mask = kind == EDGE_POS ? sched_edge_mask_pos : kind == EDGE_NEG ? sched_edge_mask_neg : 0u;
		if (((mask >> move) & 1u) != 0) hit = true;
	}
	if (hit) gpga_wake(st, wait);
}

constant uint FAN_ANY = 4;
constant uint FAN_NOW = 1;
constant uint SCHED_NOW_HEAD = 14;
constant uint SCHED_NOW_TAIL = 15;
static inline void gpga_push_now(device uint *st, uint b) {
	GPGA_AT(b + B_STATE) = 1;
	GPGA_AT(b + B_QNEXT) = 0;
	uint tail = GPGA_AT(SCHED_NOW_HEAD) != 0 ? GPGA_AT(SCHED_NOW_TAIL) : 0u;
	if (tail != 0) GPGA_AT(tail + B_QNEXT) = b;
	else GPGA_AT(SCHED_NOW_HEAD) = b;
	GPGA_AT(SCHED_NOW_TAIL) = b;
}

constant uint FAN_LATE = 2;
constant uint SCHED_MON_SEG = 32;
constant uint SCHED_MON_ON = 33;
constant uint SCHED_MON_DIRTY = 34;
constant uint SCHED_STROBE_END = 25;
static inline void gpga_strobe(device uint *st, uint seg, uint frame) {
	uint e = GPGA_AT(SCHED_STROBE_END);
	GPGA_AT(e) = seg;
	GPGA_AT(e + 1u) = frame;
	GPGA_AT(SCHED_STROBE_END) = e + 2u;
}

/* the monitor prints at the end of this time, in its turn among the strobes; its entry has no frame but ~0 */
static inline void gpga_mark_monitor(device uint *st) {
	if (GPGA_AT(SCHED_MON_DIRTY) == 0) {
		GPGA_AT(SCHED_MON_DIRTY) = 1;
		gpga_strobe(st, GPGA_AT(SCHED_MON_SEG) - 1u, 0xffffffffu);
	}
}

/* visits the fan-out of a signal that has just changed */
GPGA_FN void gpga_publish(GPGA_ARGS, uint sig) {
	uint row = tab[TAB_FAN_DIR + sig], end = tab[TAB_FAN_DIR + sig + 1u];
	#pragma clang loop unroll(disable) vectorize(disable)
	for (; row < end; ++row) {
		uint r = tab[TAB_FAN + row];
		uint t = r & 0x1fffffffu;
		switch (r >> 29) {
		case FAN_EDGE:
			gpga_eval_edge_wait(st, tab, t);
			break;
		case FAN_ANY:
			gpga_wake(st, t);
			break;
		case FAN_NOW:
			if (GPGA_AT(t + B_STATE) == 0) gpga_push_now(st, t);
			break;
		case FAN_LATE:
			if (GPGA_AT(t + B_STATE) == 0) {
				GPGA_AT(t + B_STATE) = 1;
				gpga_push_back(st, t);
			}
			break;
		default:
			if (GPGA_AT(SCHED_MON_SEG) == t + 1u && GPGA_AT(SCHED_MON_ON) != 0) gpga_mark_monitor(st);
			break;
		}
	}
	
}

/* stores that publish a change */
static inline void gpga_set32(GPGA_ARGS, uint s, uint sig, gpga_l32 t) {
	if (((GPGA_AT(s) ^ t.v) | (GPGA_AT(s + 1u) ^ t.x)) != 0u) {
		GPGA_AT(s) = t.v;
		GPGA_AT(s + 1u) = t.x;
		gpga_publish(st, tab, sig);
	}
}

struct gpga_l64 { ulong v; ulong x; };

static inline gpga_l64 gpga_load64(device uint *st, uint s) { return gpga_l64{ulong(GPGA_AT(s)) | (ulong(GPGA_AT(s + 1u)) << 32), ulong(GPGA_AT(s + 2u)) | (ulong(GPGA_AT(s + 3u)) << 32)}; }

static inline void gpga_store64(device uint *st, uint s, gpga_l64 t) {
	GPGA_AT(s) = uint(t.v);
	GPGA_AT(s + 1u) = uint(t.v >> 32);
	GPGA_AT(s + 2u) = uint(t.x);
	GPGA_AT(s + 3u) = uint(t.x >> 32);
}

static inline void gpga_set64(GPGA_ARGS, uint s, uint sig, gpga_l64 t) {
	gpga_l64 o = gpga_load64(st, s);
	if (((o.v ^ t.v) | (o.x ^ t.x)) != 0) {
		gpga_store64(st, s, t);
		gpga_publish(st, tab, sig);
	}
}

constant uint TAB_WIDTH = 61;
constant uint TAB_WORDS = 90;
/* writes w <= 64 bits at bit offset off (signed, clipped to the wa bits of the storage at s); tells whether a bit changed */
GPGA_FN bool gpga_putbits(device uint *st, uint s, uint wa, int off, uint w, gpga_l64 t) {
	uint n = (wa + 31u) >> 5;
	int end = off + int(w);
	if (end > int(wa)) end = int(wa);
	int b = off < 0 ? 0 : off;
	bool changed = false;
	for (uint guard = 0; b < end && guard < 4u; ++guard) {
		uint word = uint(b) >> 5, sh = uint(b) & 31u;
		uint k = min(32u - sh, uint(end - b));
		uint m = (k == 32u ? 0xffffffffu : (1u << k) - 1u) << sh;
		uint skip = uint(b - off);
		uint v = (uint(t.v >> skip) << sh) & m, x = (uint(t.x >> skip) << sh) & m;
		uint ov = GPGA_AT(s + word), ox = GPGA_AT(s + n + word);
		uint nv = (ov & ~m) | v, nx = (ox & ~m) | x;
		if (((nv ^ ov) | (nx ^ ox)) != 0u) {
			GPGA_AT(s + word) = nv;
			GPGA_AT(s + n + word) = nx;
			changed = true;
		}
		b += int(k);
	}
	return changed;
}

GPGA_FN uint gpga_apply_part(GPGA_ARGS, uint e, uint sig, uint s) {
	uint el = GPGA_AT(e + 1u), w = GPGA_AT(e + 3u);
	int off = int(GPGA_AT(e + 2u));
	uint wa = tab[TAB_WIDTH + sig];
	uint n = (w + 31u) >> 5;
	if (el < tab[TAB_WORDS + sig]) {
		s = s + el * (((wa + 31u) >> 5) * 2u);
		bool changed = false;
		for (uint k = 0; k < n; ++k) {
			gpga_l64 t = gpga_l64{ulong(GPGA_AT(e + 4u + k)), ulong(GPGA_AT(e + 4u + n + k))};
			if (gpga_putbits(st, s, wa, off + int(k * 32u), min(32u, w - k * 32u), t)) changed = true;
		}
		if (changed) gpga_publish(st, tab, sig);
	}
	return e + 4u + 2u * n;
}

/* applies one entry and returns the address behind it */
GPGA_FN uint gpga_apply(GPGA_ARGS, uint e) {
	uint h = GPGA_AT(e);
	uint sig = h & 0x0fffffffu;
	uint s = tab[TAB_SLOT + sig];
	if (h < 0x10000000u) {
		gpga_set32(st, tab, s, sig, gpga_l32{GPGA_AT(e + 1u), GPGA_AT(e + 2u)});
		return e + 3u;
	}
	if (h < 0x20000000u) {
		gpga_set64(st, tab, s, sig, gpga_load64(st, e + 1u));
		return e + 5u;
	}
	return gpga_apply_part(st, tab, e, sig, s);
}

GPGA_FN void gpga_dispatch_now(GPGA_ARGS, uint b) {
}

constant uint STATUS_SPIN = 8;
/* runs immediate nodes until none is marked */
GPGA_FN void gpga_settle(GPGA_ARGS) {
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint guard = 0; guard < SCHED_LOOP_MAX; ++guard) {
		uint b = GPGA_AT(SCHED_NOW_HEAD);
		if (b == 0) return;
		uint next = GPGA_AT(b + B_QNEXT);
		GPGA_AT(SCHED_NOW_HEAD) = next;
		GPGA_AT(b + B_STATE) = GPGA_AT(b + B_STATE) & ~1u;
		if (GPGA_AT(b + B_STATE) == 0) gpga_dispatch_now(st, tab, b);
	}
	GPGA_AT(SCHED_STATUS) = STATUS_SPIN;
}

constant uint SCHED_PHASE = 11;
constant uint SCHED_NBA_ROUND = 1498;
/* applies the whole log, each entry with all that it causes at once, before any woken process runs */
GPGA_FN void gpga_apply_nba(GPGA_ARGS) {
	uint e = GPGA_AT(SCHED_NBA_POS);
	uint end = GPGA_AT(SCHED_NBA_END);
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint left = end - e; e < end && left != 0; --left) {
		e = gpga_apply(st, tab, e);
		if (GPGA_AT(SCHED_NOW_HEAD) != 0) gpga_settle(st, tab);
	}
	GPGA_AT(SCHED_NBA_POS) = GPGA_AT(SCHED_NBA_BASE);
	GPGA_AT(SCHED_NBA_END) = GPGA_AT(SCHED_NBA_BASE);
	if (GPGA_AT(SCHED_PHASE) != 0) GPGA_AT(SCHED_NBA_ROUND) = GPGA_AT(SCHED_NBA_ROUND) + 1u;
}

constant uint SCHED_PROC_HEAD = 12;
constant uint SCHED_PROC_TAIL = 13;
constant uint SCHED_STROBE_POS = 26;
constant uint SCHED_POST_THREAD = 1160;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 148;
constant uint SCHED_TRACE_NEXT = 484;
/* ---- services: records for the host ---- */
GPGA_FN void gpga_svc(device uint *st, uint site, uint words) {
	uint e = GPGA_AT(SCHED_SVC_END);
	GPGA_AT(e) = site;
	GPGA_AT(e + 1u) = words + 4u;
	GPGA_AT(e + 2u) = GPGA_AT(SCHED_TIME_LO);
	GPGA_AT(e + 3u) = GPGA_AT(SCHED_TIME_HI);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
}

constant uint REC_TRACE = 0xfffffff0u;
/* records of all traced signals that changed at this time; false when the ring is full */
GPGA_FN bool gpga_dump_traces(GPGA_ARGS) {
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint guard = 0; guard < SCHED_LOOP_MAX; ++guard) {
		uint k = GPGA_AT(SCHED_TRACE_HEAD);
		if (k == 0) break;
		uint sig = tab[TAB_TRACED + k - 1u];
		uint n = ((tab[TAB_WIDTH + sig] + 31u) >> 5) * 2u;
		uint e = GPGA_AT(SCHED_SVC_END);
		if (e + 5u + n > GPGA_AT(SCHED_SVC_LIM)) return false;
		uint a = SCHED_TRACE_NEXT + (k - 1u) * 2u;
		GPGA_AT(SCHED_TRACE_HEAD) = GPGA_AT(a);
		GPGA_AT(a + 1u) = 0;
		gpga_svc(st, REC_TRACE, n + 1u);
		GPGA_AT(e + 4u) = sig;
		uint s = tab[TAB_SLOT + sig];
		for (uint j = 0; j < n; ++j) GPGA_AT(e + 5u + j) = GPGA_AT(s + j);
		GPGA_AT(SCHED_SVC_END) = e + 5u + n;
	}
	return true;
}

/* the postponed region: strobes, then the monitor, then waves. 0: nothing was left to do; 1: go on; 2: the ring is full. What
   prints becomes the next thread to run: bodies are called from one place */
GPGA_FN uint gpga_postponed(GPGA_ARGS) {
	uint e = GPGA_AT(SCHED_STROBE_POS);
	if (e < GPGA_AT(SCHED_STROBE_END)) {
		GPGA_AT(SCHED_STROBE_POS) = e + 2u;
		uint seg = GPGA_AT(e), frame = GPGA_AT(e + 1u);
		if (frame == 0xffffffffu) {
			/* a monitor that another has replaced since prints no more */
			if (GPGA_AT(SCHED_MON_SEG) != seg + 1u || GPGA_AT(SCHED_MON_DIRTY) == 0) return 1;
			GPGA_AT(SCHED_MON_DIRTY) = 0;
			frame = 0;
		}
		GPGA_AT(SCHED_POST_THREAD + TH_FRAME) = frame;
		GPGA_AT(SCHED_POST_THREAD + B_SEG) = seg;
		GPGA_AT(SCHED_CUR) = SCHED_POST_THREAD;
		return 1;
	}
	GPGA_AT(SCHED_STROBE_POS) = GPGA_AT(SCHED_STROBE_BASE);
	GPGA_AT(SCHED_STROBE_END) = GPGA_AT(SCHED_STROBE_BASE);
	return gpga_dump_traces(st, tab) ? 0u : 2u;
}

constant uint STATUS_FINISH = 4;
/* time moves to the earliest event; false when there is none */
static inline bool gpga_advance(device uint *st) {
	if (GPGA_AT(SCHED_HEAP_LEN) == 0) return false;
	uint b = GPGA_AT(GPGA_AT(SCHED_HEAP_BASE));
	GPGA_AT(SCHED_TIME_LO) = GPGA_AT(b + EV_LO);
	GPGA_AT(SCHED_TIME_HI) = GPGA_AT(b + EV_HI);
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | 4u;
	return true;
}

constant uint STATUS_IDLE = 6;
constant uint BLOCK_NODE = 1;
constant uint TH_NEXT = 8;
constant uint TH_KILLED = 5;
constant uint TH_DEAD = 0;
constant uint TH_STATIC = 15;
constant uint TH_ALL_PREV = 13;
constant uint TH_ALL_NEXT = 14;
constant uint SCHED_THREADS = 42;
constant uint TH_WORDS = 16;
GPGA_FN void gpga_drop_thread(device uint *st, uint th) {
	if (GPGA_AT(th + TH_STATIC) != 0) return;
	uint p = GPGA_AT(th + TH_ALL_PREV), n = GPGA_AT(th + TH_ALL_NEXT);
	if (p != 0) GPGA_AT(p + TH_ALL_NEXT) = n;
	else GPGA_AT(SCHED_THREADS) = n;
	if (n != 0) GPGA_AT(n + TH_ALL_PREV) = p;
	gpga_free(st, th, TH_WORDS);
}

constant uint TH_WAITING = 2;
constant uint TH_EVENT = 12;
constant uint GPGA_STOPPED = 0xfffffffeu;
static inline uint gpga_wait(device uint *st, uint th, uint event, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_WAITING;
	GPGA_AT(th + TH_EVENT) = event + 1u;
	GPGA_AT(th + TH_NEXT) = GPGA_AT(SCHED_WAIT_HEAD + event);
	GPGA_AT(SCHED_WAIT_HEAD + event) = th;
	return GPGA_STOPPED;
}

/* wide.v:40 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 1);
}

/* Values over 64 bits live in the arena: a, b, d are addresses of val words with xz words behind; n is words a plane, w is bits. */
static inline uint gpga_w_words(uint w) { return (w + 31u) >> 5; }

static inline uint gpga_w_top(uint w) { return (w & 31u) == 0 ? 0xffffffffu : (1u << (w & 31u)) - 1u; }

/* all bits v, x (planes are 0 or ~0) */
GPGA_FN void gpga_w_fill(device uint *st, uint d, uint w, uint v, uint x) {
	uint n = gpga_w_words(w);
	for (uint k = 0; k < n; ++k) {
		uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
		GPGA_AT(d + k) = v & m;
		GPGA_AT(d + n + k) = x & m;
	}
}

static inline uint gpga_w_sign(device uint *st, uint a, uint w) { return (GPGA_AT(a + gpga_w_words(w) - 1u) >> ((w - 1u) & 31u)) & 1u; }

/* w <= 64 bits at bit offset off; bits outside the wa bits of a are x */
GPGA_FN gpga_l64 gpga_w_get(device uint *st, uint a, uint wa, gpga_l32 off, uint w) {
	ulong m = w >= 64u ? ~ulong(0) : (ulong(1) << w) - 1ul;
	int o = int(off.v);
	if (off.x != 0 || o >= int(wa) || o <= -int(w)) return gpga_l64{m, m};
	uint n = gpga_w_words(wa);
	ulong v = 0, x = 0;
	int b = o < 0 ? 0 : o;
	int end = min(o + int(w), int(wa));
	ulong have = 0;
	for (uint guard = 0; b < end && guard < 4u; ++guard) {
		uint word = uint(b) >> 5, sh = uint(b) & 31u;
		uint k = min(32u - sh, uint(end - b));
		ulong km = (ulong(1) << k) - 1ul;
		uint to = uint(b - o);
		v |= (ulong(GPGA_AT(a + word) >> sh) & km) << to;
		x |= (ulong(GPGA_AT(a + n + word) >> sh) & km) << to;
		have |= km << to;
		b += int(k);
	}
	return gpga_l64{(v | ~have) & m, (x | ~have) & m};
}

/* shifts by a saturated count; op: 0 left, 1 right, 2 arithmetic right */
GPGA_FN void gpga_w_shift(device uint *st, uint d, uint a, gpga_l32 c, uint w, uint op) {
	uint n = gpga_w_words(w);
	if (c.x != 0) {
		gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
		return;
	}
	uint by = min(c.v, w);
	uint sv = 0, sx = 0;
	if (op == 2u) {
		sv = 0u - gpga_w_sign(st, a, w);
		sx = 0u - gpga_w_sign(st, a + n, w);
	}
	for (uint k = 0; k < n; ++k) {
		uint width = min(32u, w - k * 32u);
		uint m = width == 32u ? 0xffffffffu : (1u << width) - 1u;
		uint v = 0, x = 0;
		if (op == 0u) {
			for (uint low = 0; low < 2u; ++low) {
				int from = int(k) - int(by >> 5) - int(low);
				if (from >= 0 && from < int(n)) {
					uint sh = by & 31u;
					if (low == 0) {
						v |= GPGA_AT(a + uint(from)) << sh;
						x |= GPGA_AT(a + n + uint(from)) << sh;
					} else if (sh != 0) {
						v |= GPGA_AT(a + uint(from)) >> (32u - sh);
						x |= GPGA_AT(a + n + uint(from)) >> (32u - sh);
					}
				}
			}
		} else {
			gpga_l64 t = gpga_l64{0ul, 0ul};
			if (by + k * 32u < w) t = gpga_w_get(st, a, w, gpga_l32{by + k * 32u, 0u}, 32u);
			uint left = by + k * 32u < w ? w - by - k * 32u : 0u;
			uint keep = left >= 32u ? 0xffffffffu : (1u << left) - 1u;
			v = (uint(t.v) & keep) | (sv & ~keep);
			x = (uint(t.x) & keep) | (sx & ~keep);
		}
		GPGA_AT(d + k) = v & m;
		GPGA_AT(d + n + k) = x & m;
	}
}

static inline gpga_l32 gpga_count32(gpga_l32 a) { return gpga_l32{a.v, a.x != 0 ? 1u : 0u}; }

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; uint one = (a.v & ~a.x) | (b.v & ~b.x); return gpga_l32{a.v | b.v | x, x & ~one}; }

static inline gpga_l32 gpga_xor32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; return gpga_l32{(a.v ^ b.v) | x, x}; }

static inline gpga_l32 gpga_xnor32(gpga_l32 a, gpga_l32 b, uint m) { uint x = a.x | b.x; return gpga_l32{(~(a.v ^ b.v) & m) | x, x}; }

/* op: 0 and, 1 or, 2 xor, 3 xnor, 4 not */
GPGA_FN void gpga_w_bits(device uint *st, uint d, uint a, uint b, uint w, uint op) {
	uint n = gpga_w_words(w);
	for (uint k = 0; k < n; ++k) {
		uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
		gpga_l32 p = gpga_l32{GPGA_AT(a + k), GPGA_AT(a + n + k)}, q = gpga_l32{GPGA_AT(b + k), GPGA_AT(b + n + k)};
		gpga_l32 r = gpga_not32(p, m);
		if (op == 0u) r = gpga_and32(p, q);
		if (op == 1u) r = gpga_or32(p, q);
		if (op == 2u) r = gpga_xor32(p, q);
		if (op == 3u) r = gpga_xnor32(p, q, m);
		GPGA_AT(d + k) = r.v;
		GPGA_AT(d + n + k) = r.x;
	}
}

/* likewise from n words at a */
GPGA_FN void gpga_nbaw(device uint *st, uint sig, gpga_l32 el, gpga_l32 off, uint w, uint a) {
	if ((el.x | off.x) != 0) return;
	uint e = GPGA_AT(SCHED_NBA_END);
	uint n = ((w + 31u) >> 5) * 2u;
	GPGA_AT(e) = sig | 0x20000000u;
	GPGA_AT(e + 1u) = el.v;
	GPGA_AT(e + 2u) = off.v;
	GPGA_AT(e + 3u) = w;
	for (uint k = 0; k < n; ++k) GPGA_AT(e + 4u + k) = GPGA_AT(a + k);
	GPGA_AT(SCHED_NBA_END) = e + 4u + n;
}

/* wide.v:40 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_w_shift(st, 866, 348, gpga_count32(gpga_k(7)), 192u, 1u);
	gpga_w_bits(st, 878, 360, 866, 192u, 2u);
	gpga_w_shift(st, 890, 360, gpga_count32(gpga_k(29)), 192u, 0u);
	gpga_w_bits(st, 902, 878, 890, 192u, 2u);
	gpga_nbaw(st, 15 /* tb.acc */, gpga_k(0), gpga_l32{0u, 0u}, 192u, 902);
	return gpga_wait(st, th, 0, 1);
}

GPGA_FN void gpga_w_set(GPGA_ARGS, uint s, uint sig, uint a, uint words) {
	uint diff = 0;
	for (uint k = 0; k < words; ++k) {
		diff |= GPGA_AT(s + k) ^ GPGA_AT(a + k);
		GPGA_AT(s + k) = GPGA_AT(a + k);
	}
	if (diff != 0) gpga_publish(st, tab, sig);
}

GPGA_FN void gpga_w_copy(device uint *st, uint d, uint a, uint words) {
	for (uint k = 0; k < words; ++k) GPGA_AT(d + k) = GPGA_AT(a + k);
}

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

/* wide.v:42 initial */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 346, 14 /* tb.clk */, gpga_k(0));
	gpga_w_set(st, tab, 348u, 15u, 484, 12u);
	gpga_w_copy(st, 172, 496, 8u);
	gpga_w_copy(st, 180, 504, 8u);
	gpga_store32(st, 342, gpga_k(0));
	return 3;
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

/* a (wa bits) to d (w bits), extended by zeros or by its top bit */
GPGA_FN void gpga_w_resize(device uint *st, uint d, uint w, uint a, uint wa, uint sign) {
	uint n = gpga_w_words(w), na = gpga_w_words(wa);
	uint sv = sign & ((GPGA_AT(a + na - 1u) >> ((wa - 1u) & 31u)) & 1u), sx = sign & ((GPGA_AT(a + 2u * na - 1u) >> ((wa - 1u) & 31u)) & 1u);
	uint ta = gpga_w_top(wa);
	for (uint k = 0; k < n; ++k) {
		uint v = k < na ? GPGA_AT(a + k) : 0u, x = k < na ? GPGA_AT(a + na + k) : 0u;
		uint ext = k + 1u < na ? 0u : k + 1u == na ? ~ta : 0xffffffffu;
		v |= (0u - sv) & ext;
		x |= (0u - sx) & ext;
		uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
		GPGA_AT(d + k) = v & m;
		GPGA_AT(d + n + k) = x & m;
	}
}

GPGA_FN bool gpga_w_unknown(device uint *st, uint a, uint n) {
	uint x = 0;
	for (uint k = 0; k < n; ++k) x |= GPGA_AT(a + n + k);
	return x != 0;
}

/* an unknown bit in a or b makes all of d unknown: tells whether that is so */
GPGA_FN bool gpga_w_lost(device uint *st, uint d, uint a, uint b, uint w) {
	uint n = gpga_w_words(w);
	bool lost = gpga_w_unknown(st, a, n) || gpga_w_unknown(st, b, n);
	if (lost) gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
	return lost;
}

/* d is neither a nor b */
GPGA_FN void gpga_w_mul(device uint *st, uint d, uint a, uint b, uint w) {
	if (gpga_w_lost(st, d, a, b, w)) return;
	uint n = gpga_w_words(w);
	for (uint k = 0; k < 2u * n; ++k) GPGA_AT(d + k) = 0;
	for (uint i = 0; i < n; ++i) {
		ulong p = ulong(GPGA_AT(a + i)), c = 0;
		for (uint j = 0; i + j < n; ++j) {
			c += p * ulong(GPGA_AT(b + j)) + ulong(GPGA_AT(d + i + j));
			GPGA_AT(d + i + j) = uint(c);
			c = c >> 32;
		}
	}
	GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
}

/* val plane of d = -val plane of a */
GPGA_FN void gpga_w_negv(device uint *st, uint d, uint a, uint w) {
	uint n = gpga_w_words(w);
	ulong c = 1;
	for (uint k = 0; k < n; ++k) {
		c += ulong(~GPGA_AT(a + k));
		GPGA_AT(d + k) = uint(c);
		c = c >> 32;
	}
	GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
}

/* quotient (rem = 0) or remainder (rem = 1) by shift and subtract, bit by bit; s is scratch of 4n words, d is neither a nor b */
GPGA_FN void gpga_w_divmod(device uint *st, uint d, uint a, uint b, uint w, uint s, uint sign, uint rem) {
	uint n = gpga_w_words(w);
	uint any = 0;
	for (uint k = 0; k < n; ++k) any |= GPGA_AT(b + k);
	if (any == 0) gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
	if (any == 0 || gpga_w_lost(st, d, a, b, w)) return;
	uint sa = sign & gpga_w_sign(st, a, w), sb = sign & gpga_w_sign(st, b, w);
	uint p = s, q = s + n, r = s + 2u * n;
	if (sa != 0) gpga_w_negv(st, p, a, w);
	else gpga_w_copy(st, p, a, n);
	if (sb != 0) gpga_w_negv(st, q, b, w);
	else gpga_w_copy(st, q, b, n);
	for (uint k = 0; k < n; ++k) {
		GPGA_AT(r + k) = 0;
		GPGA_AT(d + k) = 0;
		GPGA_AT(d + n + k) = 0;
	}
	for (uint i = 0; i < w; ++i) {
		uint bit = w - 1u - i;
		uint in = (GPGA_AT(p + (bit >> 5)) >> (bit & 31u)) & 1u;
		uint out = 0;
		for (uint k = 0; k < n; ++k) {
			uint t = GPGA_AT(r + k);
			out = t >> 31;
			GPGA_AT(r + k) = (t << 1) | in;
			in = out;
		}
		bool less = false, done = out != 0;
		for (uint k = 0; k < n && !done; ++k) {
			uint x = GPGA_AT(r + n - 1u - k), y = GPGA_AT(q + n - 1u - k);
			if (x != y) {
				less = x < y;
				done = true;
			}
		}
		if (!less) {
			ulong c = 1;
			for (uint k = 0; k < n; ++k) {
				c += ulong(GPGA_AT(r + k)) + ulong(~GPGA_AT(q + k));
				GPGA_AT(r + k) = uint(c);
				c = c >> 32;
			}
			GPGA_AT(d + (bit >> 5)) = GPGA_AT(d + (bit >> 5)) | (1u << (bit & 31u));
		}
	}
	if (rem != 0) gpga_w_copy(st, d, r, n);
	if ((rem != 0 ? sa : sa ^ sb) != 0) {
		gpga_w_copy(st, p, d, n);
		gpga_w_negv(st, d, p, w);
	}
}

constant uint SCHED_WIDE_SCRATCH = 1176;
GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

GPGA_FN void gpga_argw(device uint *st, uint a, uint words) {
	uint e = GPGA_AT(SCHED_SVC_END);
	for (uint k = 0; k < words; ++k) GPGA_AT(e + k) = GPGA_AT(a + k);
	GPGA_AT(SCHED_SVC_END) = e + words;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

/* a plus b (flip = 0) or minus b (flip = ~0) */
GPGA_FN void gpga_w_sum(device uint *st, uint d, uint a, uint b, uint w, uint flip) {
	if (gpga_w_lost(st, d, a, b, w)) return;
	uint n = gpga_w_words(w);
	ulong c = ulong(flip & 1u);
	for (uint k = 0; k < n; ++k) {
		c += ulong(GPGA_AT(a + k)) + ulong(GPGA_AT(b + k) ^ flip);
		GPGA_AT(d + k) = uint(c);
		GPGA_AT(d + n + k) = 0;
		c = c >> 32;
	}
	GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
}

static inline void gpga_w_add(device uint *st, uint d, uint a, uint b, uint w) { gpga_w_sum(st, d, a, b, w, 0u); }

static inline void gpga_w_sub(device uint *st, uint d, uint a, uint b, uint w) { gpga_w_sum(st, d, a, b, w, 0xffffffffu); }

GPGA_FN gpga_l32 gpga_w_eq(device uint *st, uint a, uint b, uint n) {
	uint x = 0;
	for (uint k = 0; k < n; ++k) {
		uint u = GPGA_AT(a + n + k) | GPGA_AT(b + n + k);
		if (((GPGA_AT(a + k) ^ GPGA_AT(b + k)) & ~u) != 0) return gpga_l32{0u, 0u};
		x |= u;
	}
	return gpga_l32{1u, x != 0 ? 1u : 0u};
}

constant uint GPGA_ON = 0xfffffffdu;
/* wide.v:46 initial, cut */
GPGA_FN uint gpga_seg_3_1(GPGA_ARGS, uint th) {
	gpga_w_resize(st, 866, 256u, 172, 128u, 0u);
	gpga_w_resize(st, 882, 256u, 180, 128u, 0u);
	gpga_w_mul(st, 898, 866, 882, 256u);
	gpga_w_copy(st, 204, 898, 16u);
	gpga_w_resize(st, 866, 256u, 172, 128u, 0u);
	gpga_w_divmod(st, 882, 204, 866, 256u, SCHED_WIDE_SCRATCH, 0u, 0u);
	gpga_w_resize(st, 898, 128u, 882, 256u, 0u);
	gpga_w_copy(st, 188, 898, 8u);
	gpga_w_divmod(st, 866, 172, 180, 128u, SCHED_WIDE_SCRATCH, 0u, 1u);
	gpga_w_copy(st, 196, 866, 8u);
	gpga_l32 t3 = gpga_load32(st, 342 /* tb.i */);
	gpga_svc(st, 0u, 18u);
	gpga_arg32(st, t3);
	gpga_argw(st, 172, 8u);
	gpga_argw(st, 180, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_add(st, 866, 172, 180, 128u);
	gpga_w_sub(st, 874, 172, 180, 128u);
	gpga_svc(st, 1u, 16u);
	gpga_argw(st, 866, 8u);
	gpga_argw(st, 874, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t4 = gpga_w_eq(st, 188, 180, 4u);
	gpga_svc(st, 2u, 18u);
	gpga_argw(st, 204, 16u);
	gpga_arg32(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return GPGA_ON;
}

static inline gpga_l32 gpga_mul32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v * b.v) & m) | k, k}; }

/* count copies of t, which is wa bits wide */
GPGA_FN void gpga_w_repeat(device uint *st, uint d, uint w, gpga_l64 t, uint wa, uint count) {
	for (uint k = 0; k < count; ++k) gpga_putbits(st, d, w, int(k * wa), wa, t);
}

/* wide.v:46 initial, cut */
GPGA_FN uint gpga_seg_3_2(GPGA_ARGS, uint th) {
	gpga_w_divmod(st, 866, 172, 180, 128u, SCHED_WIDE_SCRATCH, 0u, 0u);
	gpga_svc(st, 3u, 16u);
	gpga_argw(st, 866, 8u);
	gpga_argw(st, 196, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_shift(st, 866, 172, gpga_count32(gpga_mul32(gpga_load32(st, 342 /* tb.i */), gpga_k(17), 0xffffffffu)), 128u, 0u);
	gpga_w_shift(st, 874, 172, gpga_count32(gpga_mul32(gpga_load32(st, 342 /* tb.i */), gpga_k(13), 0xffffffffu)), 128u, 1u);
	gpga_w_shift(st, 882, 172, gpga_count32(gpga_mul32(gpga_load32(st, 342 /* tb.i */), gpga_k(19), 0xffffffffu)), 128u, 2u);
	gpga_svc(st, 4u, 24u);
	gpga_argw(st, 866, 8u);
	gpga_argw(st, 874, 8u);
	gpga_argw(st, 882, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_bits(st, 866, 180, 180, 128u, 4u);
	gpga_w_bits(st, 874, 172, 866, 128u, 0u);
	gpga_l64 t14 = gpga_w_get(st, 180, 128u, gpga_l32{0u, 0u}, 64u);
	gpga_w_fill(st, 882, 128u, 0u, 0u);
	gpga_w_repeat(st, 882, 128u, t14, 64u, 2u);
	gpga_w_bits(st, 890, 172, 882, 128u, 2u);
	gpga_w_bits(st, 898, 172, 180, 128u, 1u);
	gpga_w_bits(st, 906, 898, 898, 128u, 4u);
	gpga_svc(st, 5u, 24u);
	gpga_argw(st, 874, 8u);
	gpga_argw(st, 890, 8u);
	gpga_argw(st, 906, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return GPGA_ON;
}

/* a < b, or a <= b when orequal is 1 */
GPGA_FN gpga_l32 gpga_w_lt(device uint *st, uint a, uint b, uint w, uint sign, uint orequal) {
	uint n = gpga_w_words(w);
	if (gpga_w_unknown(st, a, n) || gpga_w_unknown(st, b, n)) return gpga_l32{1u, 1u};
	uint sa = sign & gpga_w_sign(st, a, w), sb = sign & gpga_w_sign(st, b, w);
	if (sa != sb) return gpga_l32{sa, 0u};
	for (uint k = 0; k < n; ++k) {
		uint x = GPGA_AT(a + n - 1u - k), y = GPGA_AT(b + n - 1u - k);
		if (x != y) return gpga_l32{x < y ? 1u : 0u, 0u};
	}
	return gpga_l32{orequal, 0u};
}

static inline gpga_l32 gpga_flip(gpga_l32 a) { return gpga_l32{(a.v ^ 1u) | a.x, a.x}; }

GPGA_FN gpga_l32 gpga_w_redand(device uint *st, uint a, uint w) {
	uint n = gpga_w_words(w);
	uint zero = 0, x = 0;
	for (uint k = 0; k < n; ++k) {
		uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
		zero |= ~GPGA_AT(a + k) & ~GPGA_AT(a + n + k) & m;
		x |= GPGA_AT(a + n + k);
	}
	if (zero != 0) return gpga_l32{0u, 0u};
	return gpga_l32{1u, x != 0 ? 1u : 0u};
}

GPGA_FN bool gpga_w_true(device uint *st, uint a, uint n) {
	uint one = 0;
	for (uint k = 0; k < n; ++k) one |= GPGA_AT(a + k) & ~GPGA_AT(a + n + k);
	return one != 0;
}

GPGA_FN gpga_l32 gpga_w_bool(device uint *st, uint a, uint n) {
	if (gpga_w_true(st, a, n)) return gpga_l32{1u, 0u};
	uint x = gpga_w_unknown(st, a, n) ? 1u : 0u;
	return gpga_l32{x, x};
}

GPGA_FN gpga_l32 gpga_w_redxor(device uint *st, uint a, uint n) {
	uint v = 0, x = 0;
	for (uint k = 0; k < n; ++k) {
		v ^= GPGA_AT(a + k);
		x |= GPGA_AT(a + n + k);
	}
	uint u = x != 0 ? 1u : 0u;
	return gpga_l32{(uint(popcount(v)) & 1u) | u, u};
}

static inline gpga_l32 gpga_down(gpga_l64 a) { return gpga_l32{uint(a.v), uint(a.x)}; }

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

/* the wa bits of a to bits [off +: wa] of d, which is wd wide; tells whether a bit changed */
GPGA_FN bool gpga_w_insert(device uint *st, uint d, uint wd, int off, uint a, uint wa) {
	uint n = gpga_w_words(wa);
	bool changed = false;
	for (uint k = 0; k < n; ++k) {
		gpga_l64 t = gpga_l64{ulong(GPGA_AT(a + k)), ulong(GPGA_AT(a + n + k))};
		if (gpga_putbits(st, d, wd, off + int(k * 32u), min(32u, wa - k * 32u), t)) changed = true;
	}
	return changed;
}

/* wide.v:12 tb.next */
GPGA_FN void gpga_fn_0(GPGA_ARGS) {
	gpga_w_resize(st, 1088, 127u, 380, 128u, 0u);
	gpga_l32 t6 = gpga_xor32(gpga_xor32(gpga_xor32(gpga_down(gpga_w_get(st, 380, 128u, gpga_k(127), 1u)), gpga_down(gpga_w_get(st, 380, 128u, gpga_k(125), 1u))), gpga_down(gpga_w_get(st, 380, 128u, gpga_k(100), 1u))), gpga_down(gpga_w_get(st, 380, 128u, gpga_k(98), 1u)));
	gpga_w_fill(st, 1096, 128u, 0u, 0u);
	gpga_putbits(st, 1096, 128u, 0, 1u, gpga_up(t6));
	gpga_w_insert(st, 1096, 128u, 1, 1088, 127u);
	gpga_w_copy(st, 372, 1096, 8u);
	return;
}

/* wide.v:46 initial, cut */
GPGA_FN uint gpga_seg_3_3(GPGA_ARGS, uint th) {
	gpga_l32 t15 = gpga_w_lt(st, 172, 180, 128u, 0u, 0u);
	gpga_l32 t16 = gpga_w_lt(st, 180, 172, 128u, 0u, 1u);
	gpga_l32 t17 = gpga_w_eq(st, 172, 180, 4u);
	gpga_l32 t18 = gpga_flip(gpga_w_eq(st, 172, 180, 4u));
	gpga_l32 t19 = gpga_w_redand(st, 172, 128u);
	gpga_l32 t20 = gpga_w_bool(st, 172, 4u);
	gpga_l32 t21 = gpga_w_redxor(st, 172, 4u);
	gpga_svc(st, 6u, 14u);
	gpga_arg32(st, t15);
	gpga_arg32(st, t16);
	gpga_arg32(st, t17);
	gpga_arg32(st, t18);
	gpga_arg32(st, t19);
	gpga_arg32(st, t20);
	gpga_arg32(st, t21);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_copy(st, 866, 172, 8u);
	gpga_w_copy(st, 380, 866, 8u);
	gpga_fn_0(st, tab);
	gpga_w_copy(st, 874, 372, 8u);
	gpga_w_copy(st, 380, 874, 8u);
	gpga_fn_0(st, tab);
	gpga_w_copy(st, 882, 372, 8u);
	gpga_w_copy(st, 890, 180, 8u);
	gpga_w_add(st, 898, 882, 890, 128u);
	gpga_w_copy(st, 380, 898, 8u);
	gpga_fn_0(st, tab);
	gpga_w_copy(st, 906, 372, 8u);
	gpga_w_copy(st, 172, 906, 8u);
	gpga_w_resize(st, 866, 91u, 180, 128u, 0u);
	return GPGA_ON;
}

/* t (wa <= 64 bits) to d, likewise */
GPGA_FN void gpga_w_from(device uint *st, uint d, uint w, gpga_l64 t, uint wa, uint sign) {
	uint n = gpga_w_words(w);
	ulong sv = ulong(sign) & (t.v >> (wa - 1u)), sx = ulong(sign) & (t.x >> (wa - 1u));
	ulong up = wa >= 64u ? ulong(0) : ~ulong(0) << wa;
	ulong v = t.v | ((ulong(0) - sv) & up), x = t.x | ((ulong(0) - sx) & up);
	for (uint k = 0; k < n; ++k) {
		uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
		GPGA_AT(d + k) = (k == 0 ? uint(v) : k == 1u ? uint(v >> 32) : uint(ulong(0) - sv)) & m;
		GPGA_AT(d + n + k) = (k == 0 ? uint(x) : k == 1u ? uint(x >> 32) : uint(ulong(0) - sx)) & m;
	}
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* wide.v:46 initial, cut */
GPGA_FN uint gpga_seg_3_4(GPGA_ARGS, uint th) {
	gpga_l64 t22 = gpga_w_get(st, 180, 128u, gpga_k(91), 37u);
	gpga_w_fill(st, 872, 128u, 0u, 0u);
	gpga_putbits(st, 872, 128u, 0, 37u, t22);
	gpga_w_insert(st, 872, 128u, 37, 866, 91u);
	gpga_w_from(st, 880, 128u, gpga_w_get(st, 172, 128u, gpga_l32{0u, 0u}, 64u), 64u, 0u);
	gpga_w_bits(st, 888, 872, 880, 128u, 2u);
	gpga_w_copy(st, 180, 888, 8u);
	gpga_store32(st, 342, gpga_add32(gpga_load32(st, 342 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 3u;
}

/* wide.v:46 initial */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	for (uint turn = 0; turn < 256u; ++turn) {
		if (turn != 0u && gpga_roomy(st) == 1u) {
			break;
		}
		if (gpga_true32(gpga_lts32(gpga_load32(st, 342 /* tb.i */), gpga_k(8), 0u))) {
			uint r1 = gpga_seg_3_1(st, tab, th);
			if (r1 != GPGA_ON) {
				return r1;
			}
			uint r2 = gpga_seg_3_2(st, tab, th);
			if (r2 != GPGA_ON) {
				return r2;
			}
			uint r3 = gpga_seg_3_3(st, tab, th);
			if (r3 != GPGA_ON) {
				return r3;
			}
			uint r4 = gpga_seg_3_4(st, tab, th);
			return r4;
		} else {
			return 4;
		}
	}
	return 3u;
}

GPGA_FN void gpga_w_neg(device uint *st, uint d, uint a, uint w) {
	uint n = gpga_w_words(w);
	if (gpga_w_lost(st, d, a, a, w)) return;
	gpga_w_negv(st, d, a, w);
	for (uint k = 0; k < n; ++k) GPGA_AT(d + n + k) = 0;
}

/* wide.v:46 initial, cut */
GPGA_FN uint gpga_seg_4_1(GPGA_ARGS, uint th) {
	gpga_w_copy(st, 240, 512, 8u);
	gpga_w_copy(st, 248, 520, 8u);
	gpga_w_divmod(st, 866, 240, 248, 100u, SCHED_WIDE_SCRATCH, 1u, 0u);
	gpga_w_copy(st, 256, 866, 8u);
	gpga_w_divmod(st, 866, 240, 248, 100u, SCHED_WIDE_SCRATCH, 1u, 1u);
	gpga_w_copy(st, 264, 866, 8u);
	gpga_svc(st, 7u, 32u);
	gpga_argw(st, 240, 8u);
	gpga_argw(st, 248, 8u);
	gpga_argw(st, 256, 8u);
	gpga_argw(st, 264, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_mul(st, 866, 240, 248, 100u);
	gpga_w_add(st, 874, 240, 248, 100u);
	gpga_w_neg(st, 882, 240, 100u);
	gpga_l32 t0 = gpga_w_lt(st, 240, 248, 100u, 1u, 0u);
	gpga_svc(st, 8u, 26u);
	gpga_argw(st, 866, 8u);
	gpga_argw(st, 874, 8u);
	gpga_argw(st, 882, 8u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_shift(st, 866, 240, gpga_count32(gpga_k(40)), 100u, 2u);
	gpga_w_shift(st, 874, 240, gpga_count32(gpga_k(40)), 100u, 1u);
	gpga_svc(st, 9u, 16u);
	gpga_argw(st, 866, 8u);
	gpga_argw(st, 874, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return GPGA_ON;
}

GPGA_FN void gpga_w_storebits(device uint *st, uint s, uint wd, gpga_l32 off, uint a, uint wa) {
	if (off.x == 0) gpga_w_insert(st, s, wd, int(off.v), a, wa);
}

/* s is scratch of 4n words */
GPGA_FN void gpga_w_pow(device uint *st, uint d, uint a, gpga_l64 b, uint w, uint s) {
	uint n = gpga_w_words(w);
	if (b.x != 0 || gpga_w_unknown(st, a, n)) {
		gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
		return;
	}
	gpga_w_fill(st, d, w, 0u, 0u);
	GPGA_AT(d) = 1;
	gpga_w_copy(st, s, a, 2u * n);
	ulong k = b.v;
	for (uint guard = 0; k != 0 && guard < 64u; ++guard) {
		if ((k & 1ul) != 0) {
			gpga_w_mul(st, s + 2u * n, d, s, w);
			gpga_w_copy(st, d, s + 2u * n, 2u * n);
		}
		gpga_w_mul(st, s + 2u * n, s, s, w);
		gpga_w_copy(st, s, s + 2u * n, 2u * n);
		k = k >> 1;
	}
}

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
	uint k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : uint(0);
	return gpga_l32{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

GPGA_FN void gpga_w_mux(device uint *st, uint d, gpga_l32 c, uint a, uint b, uint w) {
	uint n = gpga_w_words(w);
	for (uint k = 0; k < n; ++k) {
		gpga_l32 p = gpga_l32{GPGA_AT(a + k), GPGA_AT(a + n + k)}, q = gpga_l32{GPGA_AT(b + k), GPGA_AT(b + n + k)};
		gpga_l32 r = gpga_mux32(c, p, q);
		GPGA_AT(d + k) = r.v;
		GPGA_AT(d + n + k) = r.x;
	}
}

/* op: 0 ===, 1 casez, 2 casex */
GPGA_FN gpga_l32 gpga_w_match(device uint *st, uint a, uint b, uint n, uint op) {
	uint diff = 0;
	for (uint k = 0; k < n; ++k) {
		uint av = GPGA_AT(a + k), ax = GPGA_AT(a + n + k), bv = GPGA_AT(b + k), bx = GPGA_AT(b + n + k);
		uint dc = op == 0u ? 0u : op == 1u ? (ax & ~av) | (bx & ~bv) : ax | bx;
		diff |= ((av ^ bv) | (ax ^ bx)) & ~dc;
	}
	return gpga_l32{diff == 0 ? 1u : 0u, 0u};
}

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

constant uint SCHED_ERR = 40;
constant uint STATUS_ERROR = 7;
static inline void gpga_fail(device uint *st, uint code) {
	GPGA_AT(SCHED_ERR) = code;
	GPGA_AT(SCHED_STATUS) = STATUS_ERROR;
}

constant uint ERR_LOOP = 1;
/* wide.v:17 tb.gcd */
GPGA_FN void gpga_fn_1(GPGA_ARGS) {
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_flip(gpga_w_eq(st, 404, 640, 4u)))) {
				break;
			}
			gpga_w_divmod(st, 1104, 396, 404, 128u, SCHED_WIDE_SCRATCH, 0u, 1u);
			gpga_w_copy(st, 412, 1104, 8u);
			gpga_w_copy(st, 396, 404, 8u);
			gpga_w_copy(st, 404, 412, 8u);
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_w_copy(st, 388, 396, 8u);
	return;
}

/* wide.v:46 initial, cut */
GPGA_FN uint gpga_seg_4_2(GPGA_ARGS, uint th) {
	gpga_w_copy(st, 272, 528, 6u);
	gpga_w_add(st, 866, 272, 534, 65u);
	gpga_w_mul(st, 872, 272, 272, 65u);
	gpga_w_copy(st, 878, 540, 10u);
	gpga_w_storebits(st, 878, 130u, gpga_k(65), 272, 65u);
	gpga_w_storebits(st, 878, 130u, gpga_k(0), 272, 65u);
	gpga_w_add(st, 888, 878, 550, 130u);
	gpga_svc(st, 10u, 22u);
	gpga_argw(st, 866, 6u);
	gpga_argw(st, 872, 6u);
	gpga_argw(st, 888, 10u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_copy(st, 204, 560, 16u);
	gpga_w_pow(st, 866, 204, gpga_up(gpga_k(150)), 256u, SCHED_WIDE_SCRATCH);
	gpga_w_mux(st, 882, gpga_w_match(st, 204, 576, 8u, 0u), 576, 592, 256u);
	gpga_w_mux(st, 898, gpga_w_match(st, 204, 592, 8u, 0u), 608, 882, 256u);
	gpga_w_bits(st, 914, 866, 866, 256u, 2u);
	gpga_w_bits(st, 930, 898, 914, 256u, 2u);
	gpga_w_mux(st, 946, gpga_part32(gpga_k(150), 31u, 0x1u), 930, 866, 256u);
	gpga_w_copy(st, 204, 946, 16u);
	gpga_svc(st, 11u, 16u);
	gpga_argw(st, 204, 16u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_copy(st, 866, 624, 8u);
	gpga_w_copy(st, 874, 632, 8u);
	gpga_w_copy(st, 396, 866, 8u);
	gpga_w_copy(st, 404, 874, 8u);
	gpga_fn_1(st, tab);
	return GPGA_ON;
}

/* wide.v:24 tb.modpow */
GPGA_FN void gpga_fn_2(GPGA_ARGS) {
	gpga_w_copy(st, 468, 576, 16u);
	gpga_w_resize(st, 1112, 256u, 428, 128u, 0u);
	gpga_w_resize(st, 1128, 256u, 444, 128u, 0u);
	gpga_w_divmod(st, 1144, 1112, 1128, 256u, SCHED_WIDE_SCRATCH, 0u, 1u);
	gpga_w_copy(st, 452, 1144, 16u);
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_flip(gpga_w_eq(st, 436, 640, 4u)))) {
				break;
			}
			if (gpga_true32(gpga_down(gpga_w_get(st, 436, 128u, gpga_l32{0u, 0u}, 1u)))) {
				gpga_w_mul(st, 1112, 468, 452, 256u);
				gpga_w_resize(st, 1128, 256u, 444, 128u, 0u);
				gpga_w_divmod(st, 1144, 1112, 1128, 256u, SCHED_WIDE_SCRATCH, 0u, 1u);
				gpga_w_copy(st, 468, 1144, 16u);
			}
			gpga_w_mul(st, 1112, 452, 452, 256u);
			gpga_w_resize(st, 1128, 256u, 444, 128u, 0u);
			gpga_w_divmod(st, 1144, 1112, 1128, 256u, SCHED_WIDE_SCRATCH, 0u, 1u);
			gpga_w_copy(st, 452, 1144, 16u);
			gpga_w_shift(st, 1112, 436, gpga_count32(gpga_k(1)), 128u, 1u);
			gpga_w_copy(st, 436, 1112, 8u);
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_w_resize(st, 1112, 128u, 468, 256u, 0u);
	gpga_w_copy(st, 420, 1112, 8u);
	return;
}

/* wide.v:46 initial, cut */
GPGA_FN uint gpga_seg_4_3(GPGA_ARGS, uint th) {
	gpga_w_copy(st, 882, 388, 8u);
	gpga_svc(st, 12u, 8u);
	gpga_argw(st, 882, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_copy(st, 866, 648, 8u);
	gpga_w_copy(st, 874, 656, 8u);
	gpga_w_copy(st, 882, 664, 8u);
	gpga_w_copy(st, 428, 866, 8u);
	gpga_w_copy(st, 436, 874, 8u);
	gpga_w_copy(st, 444, 882, 8u);
	gpga_fn_2(st, tab);
	gpga_w_copy(st, 890, 420, 8u);
	gpga_svc(st, 13u, 8u);
	gpga_argw(st, 890, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_copy(st, 220, 672, 20u);
	return 5;
}

/* wide.v:46 initial */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	uint r1 = gpga_seg_4_1(st, tab, th);
	if (r1 != GPGA_ON) {
		return r1;
	}
	uint r2 = gpga_seg_4_2(st, tab, th);
	if (r2 != GPGA_ON) {
		return r2;
	}
	uint r3 = gpga_seg_4_3(st, tab, th);
	return r3;
}

static inline gpga_l32 gpga_les32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) <= int(b.v << h) ? 1u : 0u) | x, x}; }

/* wide.v:70 initial */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_store32(st, 342, gpga_k(1));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_les32(gpga_load32(st, 342 /* tb.i */), gpga_k(50), 0u))) {
				break;
			}
			gpga_w_from(st, 866, 300u, gpga_up(gpga_load32(st, 342 /* tb.i */)), 32u, 0u);
			gpga_w_mul(st, 886, 220, 866, 300u);
			gpga_w_copy(st, 220, 886, 20u);
			gpga_store32(st, 342, gpga_add32(gpga_load32(st, 342 /* tb.i */), gpga_k(1), 0xffffffffu));
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	return 6;
}

GPGA_FN void gpga_storebits(device uint *st, uint s, uint wa, gpga_l32 off, uint w, gpga_l64 t) {
	if (off.x == 0) gpga_putbits(st, s, wa, int(off.v), w, t);
}

GPGA_FN void gpga_arg64(device uint *st, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store64(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
}

/* wide.v:71 initial */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	gpga_svc(st, 14u, 20u);
	gpga_argw(st, 220, 20u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_copy(st, 278, 692, 64u);
	gpga_w_resize(st, 866, 992u, 278, 1024u, 0u);
	gpga_w_storebits(st, 928, 1024u, gpga_k(32), 866, 992u);
	gpga_storebits(st, 928, 1024u, gpga_k(0), 32u, gpga_up(gpga_k(0xffffffffu)));
	gpga_w_add(st, 992, 278, 928, 1024u);
	gpga_w_copy(st, 278, 992, 64u);
	gpga_svc(st, 15u, 64u);
	gpga_argw(st, 278, 64u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t1 = gpga_w_redxor(st, 278, 32u);
	gpga_w_divmod(st, 866, 278, 756, 1024u, SCHED_WIDE_SCRATCH, 0u, 1u);
	gpga_svc(st, 16u, 66u);
	gpga_arg32(st, t1);
	gpga_argw(st, 866, 64u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_copy(st, 172, 820, 8u);
	gpga_w_add(st, 866, 172, 828, 128u);
	gpga_w_bits(st, 874, 172, 836, 128u, 0u);
	gpga_l32 t2 = gpga_w_eq(st, 172, 640, 4u);
	gpga_l32 t3 = gpga_w_match(st, 172, 820, 4u, 0u);
	gpga_svc(st, 17u, 20u);
	gpga_argw(st, 866, 8u);
	gpga_argw(st, 874, 8u);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_copy(st, 172, 844, 8u);
	gpga_w_bits(st, 866, 172, 828, 128u, 1u);
	gpga_l64 t4 = gpga_w_get(st, 172, 128u, gpga_l32{0u, 0u}, 64u);
	gpga_svc(st, 18u, 28u);
	gpga_argw(st, 172, 8u);
	gpga_argw(st, 866, 8u);
	gpga_argw(st, 172, 8u);
	gpga_arg64(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 852, gpga_k(200));
	return 7;
}

/* wide.v:79 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_load32(st, 852)) ? 8 : 11;
}

static inline gpga_l32 gpga_sub32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v - b.v) & m) | k, k}; }

static inline void gpga_push_inactive(device uint *st, uint b) {
	GPGA_AT(b + B_QNEXT) = 0;
	uint tail = GPGA_AT(SCHED_INA_TAIL);
	if (tail != 0) GPGA_AT(tail + B_QNEXT) = b;
	else GPGA_AT(SCHED_INA_HEAD) = b;
	GPGA_AT(SCHED_INA_TAIL) = b;
}

constant uint TH_DELAYED = 3;
constant uint SCHED_SEQ = 4;
/* block b becomes due after ticks */
GPGA_FN void gpga_schedule(device uint *st, uint b, ulong ticks) {
	ulong t = (ulong(GPGA_AT(SCHED_TIME_LO)) | (ulong(GPGA_AT(SCHED_TIME_HI)) << 32)) + ticks;
	GPGA_AT(b + EV_LO) = uint(t);
	GPGA_AT(b + EV_HI) = uint(t >> 32);
	uint n = GPGA_AT(SCHED_HEAP_LEN);
	uint seq = n == 0 ? 0u : GPGA_AT(SCHED_SEQ);
	GPGA_AT(b + EV_SEQ) = seq;
	GPGA_AT(SCHED_SEQ) = seq + 1u;
	GPGA_AT(SCHED_HEAP_LEN) = n + 1u;
	gpga_heap_up(st, n, b);
}

GPGA_FN uint gpga_delay(device uint *st, uint th, gpga_l64 ticks, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	ulong d = ticks.x != 0 ? ulong(0) : ticks.v;
	if (d == 0) {
		GPGA_AT(th + B_STATE) = TH_READY;
		gpga_push_inactive(st, th);
	} else {
		GPGA_AT(th + B_STATE) = TH_DELAYED;
		gpga_schedule(st, th, d);
	}
	return GPGA_STOPPED;
}

static inline gpga_l64 gpga_k64(ulong v) { return gpga_l64{v, 0ul}; }

/* wide.v:79 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_store32(st, 852, gpga_sub32(gpga_load32(st, 852), gpga_k(1), 0xffffffffu));
	return gpga_delay(st, th, gpga_k64(0x1ul), 9u);
}

/* wide.v:79 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 346, 14 /* tb.clk */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x1ul), 10u);
}

/* wide.v:79 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 346, 14 /* tb.clk */, gpga_k(0));
	return 7;
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* wide.v:79 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_svc(st, 19u, 12u);
	gpga_argw(st, 348, 12u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 20u, 0u);
	return gpga_finish(st, th, 1u, 12u);
}

constant uint TH_PARENT = 10;
constant uint FR_TASK = 2;
constant uint TH_KIDS = 11;
/* puts block b in front of the active queue: forks, task calls, named blocks, and the parent when they end */
static inline void gpga_push_front(device uint *st, uint b) {
	uint head = GPGA_AT(SCHED_ACT_HEAD);
	GPGA_AT(b + B_QNEXT) = head;
	GPGA_AT(SCHED_ACT_HEAD) = b;
	if (head == 0) GPGA_AT(SCHED_ACT_TAIL) = b;
}

GPGA_FN uint gpga_end(device uint *st, uint th) {
	uint p = GPGA_AT(th + TH_PARENT);
	GPGA_AT(th + B_STATE) = TH_DEAD;
	GPGA_AT(th + B_SEG) = GPGA_STOPPED;
	gpga_drop_thread(st, th);
	uint f = GPGA_AT(th + TH_FRAME);
	if (p == 0 && f != 0) {
		uint words = GPGA_AT(f + FR_TASK);
		if ((words >> 31) != 0) gpga_free(st, f, words & 0x7fffffffu);
	}
	if (p != 0) {
		uint k = GPGA_AT(p + TH_KIDS) - 1u;
		GPGA_AT(p + TH_KIDS) = k;
		if (k == 0) {
			GPGA_AT(p + B_STATE) = TH_READY;
			gpga_push_front(st, p);
		}
	}
	return GPGA_STOPPED;
}

/* wide.v:81 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* wide.v:39 assign */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_w_resize(st, 1056, 128u, 348, 192u, 0u);
	gpga_l64 t0 = gpga_w_get(st, 348, 192u, gpga_k(128), 64u);
	gpga_w_storebits(st, 1064, 192u, gpga_k(64), 1056, 128u);
	gpga_storebits(st, 1064, 192u, gpga_k(0), 64u, t0);
	gpga_w_add(st, 1076, 1064, 854, 192u);
	gpga_w_copy(st, 360, 1076, 12u);
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 0: return gpga_seg_0(st, tab, th);
	case 1: return gpga_seg_1(st, tab, th);
	case 2: return gpga_seg_2(st, tab, th);
	case 3: return gpga_seg_3(st, tab, th);
	case 4: return gpga_seg_4(st, tab, th);
	case 5: return gpga_seg_5(st, tab, th);
	case 6: return gpga_seg_6(st, tab, th);
	case 7: return gpga_seg_7(st, tab, th);
	case 8: return gpga_seg_8(st, tab, th);
	case 9: return gpga_seg_9(st, tab, th);
	case 10: return gpga_seg_10(st, tab, th);
	case 11: return gpga_seg_11(st, tab, th);
	case 12: return gpga_seg_12(st, tab, th);
	case 13: return gpga_seg_13(st, tab, th);
	}
	return GPGA_STOPPED;
}

constant uint STATUS_RUN = 0;
constant uint STATUS_BUDGET = 1;
/* one instance: runs segments until the budget is used up or the host is needed. There is one call of the dispatch: a compiler that
   inlines it has every body once */
static void gpga_run(GPGA_ARGS, uint budget) {
	uint steps = 0, room = 0;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (; steps < budget; ++steps) {
		uint fin = GPGA_AT(SCHED_FINISH);
		if (fin != 0) {
			if ((fin & 2u) != 0) {
				GPGA_AT(SCHED_FINISH) = fin & ~2u;
				GPGA_AT(SCHED_STATUS) = STATUS_STOP;
				return;
			}
			if ((fin & 4u) != 0) {
				room = 0;
				if (!gpga_drain(st)) {
					GPGA_AT(SCHED_NEED) = NEED_NBA;
					GPGA_AT(SCHED_STATUS) = STATUS_NEED;
					return;
				}
			}
		}
		if (room == 0) {
			uint need = gpga_short(st);
			if (need != 0) {
				GPGA_AT(SCHED_NEED) = need;
				GPGA_AT(SCHED_STATUS) = STATUS_NEED;
				return;
			}
			room = gpga_roomy(st);
		}
		room -= 1u;
		/* 1: th is a node; 2: one that is switched off */
		uint node = 0;
		uint th = GPGA_AT(SCHED_CUR);
		if (th != 0) {
			GPGA_AT(SCHED_CUR) = 0;
		} else {
			th = GPGA_AT(SCHED_CHAIN);
			if (th == 0) {
				th = GPGA_AT(SCHED_ACT_HEAD);
				if (th == 0) {
					if (GPGA_AT(SCHED_INA_HEAD) != 0) {
						GPGA_AT(SCHED_ACT_HEAD) = GPGA_AT(SCHED_INA_HEAD);
						GPGA_AT(SCHED_ACT_TAIL) = GPGA_AT(SCHED_INA_TAIL);
						GPGA_AT(SCHED_INA_HEAD) = 0;
						GPGA_AT(SCHED_INA_TAIL) = 0;
					} else if (GPGA_AT(SCHED_NBA_END) != GPGA_AT(SCHED_NBA_BASE)) {
						gpga_apply_nba(st, tab);
					} else if (GPGA_AT(SCHED_PHASE) == 0) {
						GPGA_AT(SCHED_PHASE) = 1;
						GPGA_AT(SCHED_ACT_HEAD) = GPGA_AT(SCHED_PROC_HEAD);
						GPGA_AT(SCHED_ACT_TAIL) = GPGA_AT(SCHED_PROC_TAIL);
					} else {
						room = 0;
						uint p = gpga_postponed(st, tab);
						if (p == 2u) {
							GPGA_AT(SCHED_NEED) = NEED_SVC;
							GPGA_AT(SCHED_STATUS) = STATUS_NEED;
							return;
						}
						/* $finish lets the time end at which it was called */
						if (p == 0u && (GPGA_AT(SCHED_FINISH) & 1u) != 0) {
							GPGA_AT(SCHED_FINISH) = 0;
							GPGA_AT(SCHED_STATUS) = STATUS_FINISH;
							return;
						}
						if (p == 0u && !gpga_advance(st)) {
							GPGA_AT(SCHED_STATUS) = STATUS_IDLE;
							return;
						}
					}
					continue;
				}
				uint next = GPGA_AT(th + B_QNEXT);
				GPGA_AT(SCHED_ACT_HEAD) = next;
				if (next == 0) GPGA_AT(SCHED_ACT_TAIL) = 0;
				if (GPGA_AT(th + B_KIND) == BLOCK_NODE) {
					node = GPGA_AT(th + B_STATE) & ~1u;
					GPGA_AT(th + B_STATE) = node;
					node = node == 0 ? 1u : 2u;
				}
			}
			if (node == 0) {
				GPGA_AT(SCHED_CHAIN) = GPGA_AT(th + TH_NEXT);
				GPGA_AT(th + TH_NEXT) = 0;
				if (GPGA_AT(th + B_STATE) == TH_KILLED) {
					GPGA_AT(th + B_STATE) = TH_DEAD;
					gpga_drop_thread(st, th);
					continue;
				}
			}
		}
		uint seg = GPGA_AT(th + B_SEG);
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; node < 2u && steps < budget; ++steps) {
			seg = gpga_dispatch(st, tab, seg, th);
			if (seg >= GPGA_STOPPED) break;
			if (room != 0) room -= 1u;
			else {
				if (gpga_short(st) != 0) break;
				room = gpga_roomy(st) - 1u;
			}
		}
		if (node != 0) {
			if (GPGA_AT(SCHED_NOW_HEAD) != 0) gpga_settle(st, tab);
		} else if (seg < GPGA_STOPPED) {
			GPGA_AT(th + B_SEG) = seg;
			GPGA_AT(SCHED_CUR) = th;
		}
		if (GPGA_AT(SCHED_STATUS) != STATUS_RUN) break;
	}
	if (GPGA_AT(SCHED_STATUS) == STATUS_RUN) GPGA_AT(SCHED_STATUS) = STATUS_BUDGET;
}

/* one thread is one instance */
kernel void gpga_step(device uint *arena [[buffer(0)]], device const uint *tab [[buffer(1)]], constant gpga_params &p [[buffer(2)]], uint gid [[thread_position_in_grid]]) {
	device uint *st = arena + gid * p.stride;
	gpga_run(st, tab, p.budget);
}

