/* gpga kernel, table form, four-state: tb */
/* 1 processes, 0 continuous nodes, 16 segments, 0 events, 5 signals */
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
constant uint NEED_NBA_WORDS = 0;
constant uint SCHED_SVC_END = 29;
constant uint NEED_SVC_WORDS = 18;
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
constant uint TAB_SLOT = 6;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 6;
constant uint FAN_EDGE = 0;
constant uint TAB_WAIT_OFFSET = 55;
constant uint TAB_WAIT_COUNT = 55;
constant uint TAB_ITEM_VAL = 55;
constant uint TAB_ITEM_XZ = 55;
constant uint sched_edge_prev_val = 133;
constant uint sched_edge_prev_xz = 134;
constant uint TAB_ITEM_KIND = 55;
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
	uint item = tab[TAB_WAIT_OFFSET + wait];
	uint end = item + tab[TAB_WAIT_COUNT + wait];
	bool hit = false;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (; item < end; ++item) {
		uint v = GPGA_AT(tab[TAB_ITEM_VAL + item]) & 1u, x = GPGA_AT(tab[TAB_ITEM_XZ + item]) & 1u;
		uint move = ((GPGA_AT(sched_edge_prev_val + item * 2u) | (GPGA_AT(sched_edge_prev_xz + item * 2u) << 1)) << 2) | v | (x << 1);
		GPGA_AT(sched_edge_prev_val + item * 2u) = v;
		GPGA_AT(sched_edge_prev_xz + item * 2u) = x;
		uint kind = tab[TAB_ITEM_KIND + item];
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

constant uint TAB_TRACE = 21;
constant uint SCHED_TRACE_ON = 35;
constant uint SCHED_TRACE_NEXT = 171;
constant uint SCHED_TRACE_HEAD = 36;
/* marks a traced signal for the waves of this time */
GPGA_FN void gpga_mark_trace(GPGA_ARGS, uint sig) {
	uint k = tab[TAB_TRACE + sig];
	if (k != 0 && GPGA_AT(SCHED_TRACE_ON) != 0) {
		uint a = SCHED_TRACE_NEXT + (k - 1u) * 2u;
		if (GPGA_AT(a + 1u) == 0) {
			GPGA_AT(a + 1u) = 1;
			GPGA_AT(a) = GPGA_AT(SCHED_TRACE_HEAD);
			GPGA_AT(SCHED_TRACE_HEAD) = k;
		}
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
	gpga_mark_trace(st, tab, sig);
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

constant uint TAB_WIDTH = 11;
constant uint TAB_WORDS = 16;
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

constant uint SCHED_NOTES = 316;
GPGA_FN void gpga_publish_notes(GPGA_ARGS) {
	uint n = GPGA_AT(SCHED_NOTES);
	GPGA_AT(SCHED_NOTES) = 0;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint k = 0; k < n; ++k) gpga_publish(st, tab, GPGA_AT(SCHED_NOTES + 1u + k));
}

static inline void gpga_noted(GPGA_ARGS) {
	if (GPGA_AT(SCHED_NOTES) != 0u) gpga_publish_notes(st, tab);
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
		gpga_noted(st, tab);
	}
	GPGA_AT(SCHED_STATUS) = STATUS_SPIN;
}

constant uint SCHED_PHASE = 11;
constant uint SCHED_NBA_ROUND = 315;
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
constant uint SCHED_POST_THREAD = 177;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint TAB_TRACED = 26;
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

constant uint STATUS_REPLY = 2;
constant uint GPGA_STOPPED = 0xfffffffeu;
static inline uint gpga_reply(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(SCHED_CUR) = th;
	GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
	return GPGA_STOPPED;
}

/* dumponoff.v:10 initial */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	gpga_svc(st, 0u, 0u);
	return gpga_reply(st, th, 1u);
}

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

/* dumponoff.v:11 initial */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_svc(st, 1u, 2u);
	gpga_arg32(st, gpga_k(1));
	return gpga_reply(st, th, 2u);
}

/* Stores whose publishing is put off: a body notes several signals that change and publishes them in one loop, where it would else have
   a loop for each store. Nothing comes between that takes note of the order: see Notes in codegen/layout. What is stored and noted is
   written whether or not it changes anything, and counted if it does: there is no branch, and nothing to merge behind it. */
static inline void gpga_note(device uint *st, uint sig, bool changed) {
	uint n = GPGA_AT(SCHED_NOTES);
	GPGA_AT(SCHED_NOTES + 1u + n) = sig;
	GPGA_AT(SCHED_NOTES) = n + (changed ? 1u : 0u);
}

static inline void gpga_note64(device uint *st, uint s, uint sig, gpga_l64 t) {
	gpga_l64 o = gpga_load64(st, s);
	gpga_store64(st, s, t);
	gpga_note(st, sig, ((o.v ^ t.v) | (o.x ^ t.x)) != 0);
}

static inline gpga_l64 gpga_k64(ulong v) { return gpga_l64{v, 0ul}; }

static inline void gpga_note32(device uint *st, uint s, uint sig, gpga_l32 t) {
	bool changed = ((GPGA_AT(s) ^ t.v) | (GPGA_AT(s + 1u) ^ t.x)) != 0u;
	gpga_store32(st, s, t);
	gpga_note(st, sig, changed);
}

/* dumponoff.v:12 initial */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_note64(st, 163, 2 /* tb.level */, gpga_k64(0x0ul));
	gpga_note32(st, 167, 3 /* tb.i */, gpga_k(0));
	return 3;
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_lt32(gpga_l32 a, gpga_l32 b) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(a.v < b.v ? 1u : 0u) | x, x}; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

/* dumponoff.v:14 initial */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lt32(gpga_load32(st, 167 /* tb.i */), gpga_k(10))) ? 4 : 14;
}

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

/* dumponoff.v:14 initial */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x2ul), 5u);
}

static inline void gpga_storeel32(device uint *st, uint s, uint n, gpga_l32 i, gpga_l32 t) {
	if (i.x == 0 && i.v < n) gpga_store32(st, s + i.v * 2u, t);
}

/* an index: val is a signed number, xz tells that it is unusable */
static inline gpga_l32 gpga_idx32(gpga_l32 a) { return gpga_l32{a.v, (a.x != 0 || int(a.v) < 0) ? 1u : 0u}; }

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

GPGA_FN gpga_l32 gpga_mod32(gpga_l32 a, gpga_l32 b, uint m) {
	if ((a.x | b.x) != 0 || b.v == 0) return gpga_l32{m, m};
	return gpga_l32{a.v % b.v, uint(0)};
}

static inline gpga_l32 gpga_sub32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v - b.v) & m) | k, k}; }

/* ---- IEEE 754 binary64 on bit patterns, round to nearest even: Metal has no double. CPU engines replace these by name. ---- */
static inline bool gpga_f64_nan(ulong a) { return (a & 0x7ffffffffffffffful) > 0x7ff0000000000000ul; }

static inline int gpga_f64_exp(ulong a) { int e = int(a >> 52) & 2047; return e == 0 ? 1 : e; }

/* significand with the hidden one at bit 52 */
static inline ulong gpga_f64_sig(ulong a) { ulong f = a & 0xffffffffffffful; return ((a >> 52) & 2047ul) == 0 ? f : f | 0x10000000000000ul; }

/* rounds m (a 64-bit significand with its leading one at bit 62, sticky bit at 0) with exponent e (of bit 62, unbiased + 1023) and sign s */
GPGA_FN ulong gpga_f64_pack(ulong s, int e, ulong m) {
	if (e >= 2047) return (s << 63) | 0x7ff0000000000000ul;
	if (e <= 0) {
		int n = 1 - e;
		m = n < 63 ? (m >> uint(n)) | ((m << uint(64 - n)) != 0 ? 1ul : 0ul) : (m != 0 ? 1ul : 0ul);
		e = 0;
	}
	ulong low = m & 0x3fful;
	m = m >> 10;
	if (low > 0x200ul || (low == 0x200ul && (m & 1ul) != 0)) m += 1ul;
	if (e == 0) return (s << 63) | m;
	return (s << 63) + (ulong(e - 1) << 52) + m;
}

/* moves the leading one of m (not 0) to bit 62 */
GPGA_FN ulong gpga_f64_norm(ulong s, int e, ulong m) {
	if (m == 0) return s << 63;
	int up = int(clz(m)) - 1;
	if (up < 0) return gpga_f64_pack(s, e + 1, (m >> 1) | (m & 1ul));
	return gpga_f64_pack(s, e - up, m << uint(up));
}

GPGA_FN ulong gpga_f64_add(ulong a, ulong b) {
	if (gpga_f64_nan(a) || gpga_f64_nan(b)) return 0x7ff8000000000000ul;
	ulong ia = a & 0x7ffffffffffffffful, ib = b & 0x7ffffffffffffffful;
	if (ia == 0x7ff0000000000000ul) return ib == ia && a != b ? 0x7ff8000000000000ul : a;
	if (ib == 0x7ff0000000000000ul) return b;
	if (ia < ib) {
		ulong t = a;
		a = b;
		b = t;
	}
	int ea = gpga_f64_exp(a), eb = gpga_f64_exp(b);
	ulong ma = gpga_f64_sig(a) << 9, mb = gpga_f64_sig(b) << 9;
	int d = ea - eb;
	if (d >= 63) mb = mb != 0 ? 1ul : 0ul;
	else if (d > 0) mb = (mb >> uint(d)) | ((mb << uint(64 - d)) != 0 ? 1ul : 0ul);
	ulong s = a >> 63;
	bool same = ((a ^ b) >> 63) == 0;
	ulong m = same ? ma + mb : ma - mb;
	if (m == 0) return same ? s << 63 : 0ul;
	return gpga_f64_norm(s, ea + 1, m);
}

/* dumponoff.v:15 initial */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_storeel32(st, 149, 4u, gpga_idx32(gpga_trunc32(gpga_load32(st, 167 /* tb.i */), 0x3u)), gpga_cat32(gpga_load32(st, 167 /* tb.i */), gpga_not32(gpga_load32(st, 167 /* tb.i */), 0xfu), 4u));
	gpga_storeel32(st, 157, 3u, gpga_idx32(gpga_mod32(gpga_load32(st, 167 /* tb.i */), gpga_k(3), 0xffffffffu)), gpga_sub32(gpga_load32(st, 167 /* tb.i */), gpga_k(5), 0xffffffffu));
	gpga_set64(st, tab, 163, 2 /* tb.level */, gpga_l64{gpga_f64_add(gpga_load64(st, 163 /* tb.level */).v, gpga_k64(0x3fd0000000000000ul).v), 0ul});
	gpga_publish(st, tab, 4 /* tb.pulse */);
	return gpga_delay(st, th, gpga_k64(0x1ul), 6u);
}

/* relations; equality is 0 as soon as known bits differ */
static inline gpga_l32 gpga_eq32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; bool ne = ((a.v ^ b.v) & ~x) != 0; bool u = !ne && x != 0; return gpga_l32{ne ? 0u : 1u, u ? 1u : 0u}; }

/* dumponoff.v:19 initial */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_eq32(gpga_load32(st, 167 /* tb.i */), gpga_k(4))) ? 7 : 8;
}

/* dumponoff.v:19 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_svc(st, 2u, 0u);
	return gpga_reply(st, th, 8u);
}

/* dumponoff.v:19 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_eq32(gpga_load32(st, 167 /* tb.i */), gpga_k(7))) ? 9 : 10;
}

/* dumponoff.v:20 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_svc(st, 3u, 0u);
	return gpga_reply(st, th, 10u);
}

/* dumponoff.v:20 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_eq32(gpga_load32(st, 167 /* tb.i */), gpga_k(8))) ? 11 : 13;
}

/* dumponoff.v:21 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_svc(st, 4u, 0u);
	return gpga_reply(st, th, 12u);
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

/* dumponoff.v:21 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_svc(st, 5u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return 13;
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* dumponoff.v:21 initial */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_note32(st, 167, 3 /* tb.i */, gpga_add32(gpga_load32(st, 167 /* tb.i */), gpga_k(1), 0xfu));
	return 3;
}

GPGA_FN void gpga_arg64(device uint *st, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store64(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* dumponoff.v:14 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 151);
	gpga_l32 t1 = gpga_load32(st, 155);
	gpga_l32 t2 = gpga_load32(st, 161);
	gpga_l64 t3 = gpga_load64(st, 163 /* tb.level */);
	gpga_svc(st, 6u, 10u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 7u, 0u);
	return gpga_finish(st, th, 1u, 15u);
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

/* dumponoff.v:24 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
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
	case 14: return gpga_seg_14(st, tab, th);
	case 15: return gpga_seg_15(st, tab, th);
	}
	return GPGA_STOPPED;
}

constant uint GPGA_WAITS = 0xffffffffu;
constant uint TH_EVENT = 12;
static inline void gpga_enlist(device uint *st, uint th) {
	uint head = SCHED_WAIT_HEAD + GPGA_AT(th + TH_EVENT) - 1u;
	GPGA_AT(th + TH_NEXT) = GPGA_AT(head);
	GPGA_AT(head) = th;
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
			gpga_noted(st, tab);
			if (seg == GPGA_WAITS) gpga_enlist(st, th);
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

