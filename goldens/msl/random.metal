/* gpga kernel, table form, four-state: tb */
/* 1 processes, 0 continuous nodes, 42 segments, 0 events, 9 signals */
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
constant uint NEED_SVC_WORDS = 94;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
/* which arenas are short for any one segment */
static inline uint gpga_short(device uint *st) {
	uint r = 0;
	if (GPGA_AT(SCHED_NBA_END) + NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM)) r |= NEED_NBA;
	if (GPGA_AT(SCHED_SVC_END) + NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM)) r |= NEED_SVC;
	
	return r;
}

constant uint GPGA_SEGS = 16;
/* how many segments can surely run before room has to be looked at again: 1, or many; a turn of a segment that goes to itself
   counts as one */
GPGA_FN uint gpga_roomy(device uint *st) {
	bool few = GPGA_AT(SCHED_NBA_END) + GPGA_SEGS * NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM) || GPGA_AT(SCHED_SVC_END) + GPGA_SEGS * NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM);
	
	return few ? 1u : GPGA_SEGS;
}

constant uint SCHED_CUR = 10;
constant uint SCHED_CHAIN = 9;
constant uint SCHED_INA_HEAD = 7;
constant uint SCHED_INA_TAIL = 8;
constant uint SCHED_NBA_BASE = 19;
constant uint SCHED_NBA_POS = 22;
constant uint TAB_SLOT = 10;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 10;
constant uint FAN_EDGE = 0;
constant uint TAB_WAIT_OFFSET = 72;
constant uint TAB_WAIT_COUNT = 72;
constant uint TAB_ITEM_VAL = 72;
constant uint TAB_ITEM_XZ = 72;
constant uint sched_edge_prev_val = 133;
constant uint sched_edge_prev_xz = 134;
constant uint TAB_ITEM_KIND = 72;
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

constant uint TAB_WIDTH = 19;
constant uint TAB_WORDS = 28;
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
constant uint SCHED_NBA_ROUND = 399;
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
constant uint SCHED_POST_THREAD = 223;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 46;
constant uint SCHED_TRACE_NEXT = 187;
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

constant uint TAB_SEG = 122;
static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

/* a single-precision pattern that is a normal number */
static inline ulong gpga_f64_from_f32bits(uint a) { return (ulong(a >> 31) << 63) | (ulong(((a >> 23) & 255u) + 896u) << 52) | (ulong(a & 0x7fffffu) << 29); }

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

GPGA_FN ulong gpga_f64_mul(ulong a, ulong b) {
	ulong s = (a ^ b) >> 63;
	ulong ia = a & 0x7ffffffffffffffful, ib = b & 0x7ffffffffffffffful;
	if (gpga_f64_nan(a) || gpga_f64_nan(b)) return 0x7ff8000000000000ul;
	if (ia == 0x7ff0000000000000ul || ib == 0x7ff0000000000000ul) return ia == 0 || ib == 0 ? 0x7ff8000000000000ul : (s << 63) | 0x7ff0000000000000ul;
	if (ia == 0 || ib == 0) return s << 63;
	int ea = gpga_f64_exp(a), eb = gpga_f64_exp(b);
	ulong ma = gpga_f64_sig(a), mb = gpga_f64_sig(b);
	int ua = int(clz(ma)) - 11, ub = int(clz(mb)) - 11;
	ma = ma << uint(ua);
	mb = mb << uint(ub);
	/* 53 x 53 bits: the high part with a sticky bit */
	ulong a0 = ma & 0xfffffffful, a1 = ma >> 32, b0 = mb & 0xfffffffful, b1 = mb >> 32;
	ulong low = a0 * b0;
	ulong mid = a0 * b1 + (low >> 32);
	ulong mid2 = a1 * b0 + (mid & 0xfffffffful);
	ulong high = a1 * b1 + (mid >> 32) + (mid2 >> 32);
	ulong rest = (mid2 << 32) | (low & 0xfffffffful);
	/* the product has its leading one at bit 104 or 105 of {high, rest}; bring bit 105 to bit 62 */
	ulong m = (high << 21) | (rest >> 43) | ((rest << 21) != 0 ? 1ul : 0ul);
	return gpga_f64_norm(s, ea - ua + eb - ub - 1022, m);
}

static inline ulong gpga_f64_sub(ulong a, ulong b) { return gpga_f64_nan(b) ? 0x7ff8000000000000ul : gpga_f64_add(a, b ^ 0x8000000000000000ul); }

GPGA_FN ulong gpga_f64_div(ulong a, ulong b) {
	ulong s = (a ^ b) >> 63;
	ulong ia = a & 0x7ffffffffffffffful, ib = b & 0x7ffffffffffffffful;
	if (gpga_f64_nan(a) || gpga_f64_nan(b)) return 0x7ff8000000000000ul;
	if (ia == 0x7ff0000000000000ul) return ib == ia ? 0x7ff8000000000000ul : (s << 63) | ia;
	if (ib == 0x7ff0000000000000ul) return s << 63;
	if (ib == 0) return ia == 0 ? 0x7ff8000000000000ul : (s << 63) | 0x7ff0000000000000ul;
	if (ia == 0) return s << 63;
	int ea = gpga_f64_exp(a), eb = gpga_f64_exp(b);
	ulong ma = gpga_f64_sig(a), mb = gpga_f64_sig(b);
	int ua = int(clz(ma)) - 11, ub = int(clz(mb)) - 11;
	ma = ma << uint(ua);
	mb = mb << uint(ub);
	ulong q = 0;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint k = 0; k < 58u; ++k) {
		q = q << 1;
		if (ma >= mb) {
			ma -= mb;
			q |= 1ul;
		}
		ma = ma << 1;
	}
	/* q has 57 fraction bits: its one is at bit 57 or 56 */
	ulong m = (q << 5) | (ma != 0 ? 1ul : 0ul);
	return gpga_f64_norm(s, (ea - ua) - (eb - ub) + 1023, m);
}

GPGA_FN bool gpga_f64_lt(ulong a, ulong b) {
	if (gpga_f64_nan(a) || gpga_f64_nan(b) || ((a | b) << 1) == 0) return false;
	bool sa = (a >> 63) != 0, sb = (b >> 63) != 0;
	if (sa != sb) return sa;
	return sa ? b < a : a < b;
}

GPGA_FN bool gpga_f64_eq(ulong a, ulong b) {
	if (gpga_f64_nan(a) || gpga_f64_nan(b)) return false;
	return a == b || ((a | b) << 1) == 0;
}

static inline bool gpga_f64_le(ulong a, ulong b) { return gpga_f64_lt(a, b) || gpga_f64_eq(a, b); }

/* toward zero; saturates, 0 for what is negative or no number */
GPGA_FN ulong gpga_f64_to_u64_trunc(ulong a) {
	if (gpga_f64_nan(a) || (a >> 63) != 0) return 0ul;
	int e = int(a >> 52) & 2047;
	if (e < 1023) return 0ul;
	if (e >= 1087) return ~0ul;
	ulong f = (a & 0xffffffffffffful) | 0x10000000000000ul;
	return e >= 1075 ? f << uint(e - 1075) : f >> uint(1075 - e);
}

static inline ulong gpga_f64_neg(ulong a) { return a ^ 0x8000000000000000ul; }

/* $random (IEEE 1364-2005 17.9.3): low word is the number, high word the new seed; urandom = 1 shifts the range to start at 0 */
GPGA_FN gpga_l64 gpga_random(gpga_l32 seed, uint urandom) {
	uint s = seed.v & ~seed.x;
	if (s == 0) s = 259341593u;
	s = 69069u * s + 1u;
	ulong c = gpga_f64_from_f32bits((s >> 9) | 0x3f800000u);
	c = gpga_f64_add(c, gpga_f64_mul(c, 0x3e80000000000000ul));
	ulong r = gpga_f64_add(gpga_f64_mul(0x41efffffffe00000ul, gpga_f64_sub(c, 0x3ff0000000000000ul)), 0xc1e0000000000000ul);
	r = gpga_f64_div(gpga_f64_add(r, 0x41e0000000000000ul), 0x41efffffffe00000ul);
	r = gpga_f64_sub(gpga_f64_mul(r, 0x41f0000000000000ul), 0x41e0000000000000ul);
	ulong i = 0;
	if (gpga_f64_le(0ul, r)) i = gpga_f64_to_u64_trunc(r);
	else i = 0ul - gpga_f64_to_u64_trunc(gpga_f64_neg(gpga_f64_sub(r, 0x3ff0000000000000ul)));
	return gpga_l64{ulong(uint(i) ^ (urandom != 0 ? 0x80000000u : 0u)) | (ulong(s) << 32), 0ul};
}

static inline gpga_l32 gpga_down(gpga_l64 a) { return gpga_l32{uint(a.v), uint(a.x)}; }

static inline gpga_l64 gpga_part64(gpga_l64 a, uint off, ulong m) { return gpga_l64{(a.v >> off) & m, (a.x >> off) & m}; }

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

constant uint GPGA_STOPPED = 0xfffffffeu;
/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

constant uint SCHED_ERR = 40;
constant uint STATUS_ERROR = 7;
static inline void gpga_fail(device uint *st, uint code) {
	GPGA_AT(SCHED_ERR) = code;
	GPGA_AT(SCHED_STATUS) = STATUS_ERROR;
}

constant uint ERR_LOOP = 1;
constant uint SCHED_USEED = 39;
constant uint SCHED_SEED = 38;
GPGA_FN gpga_l64 gpga_random_global(device uint *st, uint urandom) {
	uint at = urandom != 0 ? SCHED_USEED : SCHED_SEED;
	gpga_l64 r = gpga_random(gpga_l32{GPGA_AT(at), 0u}, urandom);
	GPGA_AT(at) = uint(r.v >> 32);
	return gpga_l64{r.v & 0xfffffffful, 0ul};
}

/* random.v:8 initial */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	gpga_store32(st, 149, gpga_k(1));
	gpga_store32(st, 153, gpga_k(0));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 153 /* tb.i */), gpga_k(8), 0u))) {
				break;
			}
			gpga_l32 t5 = gpga_load32(st, 149 /* tb.seed */);
			gpga_l64 t6 = gpga_random(t5, 0u);
			gpga_store32(st, 149, gpga_down(gpga_part64(t6, 32u, 0xfffffffful)));
			gpga_l32 t8 = gpga_down(t6);
			gpga_svc(st, 0u, 2u);
			gpga_arg32(st, t8);
			if (gpga_over(st)) {
				return GPGA_STOPPED;
			}
			gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_l32 t12 = gpga_load32(st, 149 /* tb.seed */);
	gpga_svc(st, 1u, 2u);
	gpga_arg32(st, t12);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_k(0));
	{
		uint n1 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n1 < SCHED_LOOP_MAX; ++n1) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 153 /* tb.i */), gpga_k(6), 0u))) {
				break;
			}
			gpga_l64 t17 = gpga_random_global(st, 0u);
			gpga_l32 t18 = gpga_down(t17);
			gpga_svc(st, 2u, 2u);
			gpga_arg32(st, t18);
			if (gpga_over(st)) {
				return GPGA_STOPPED;
			}
			gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
		}
		if (n1 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_svc(st, 3u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_k(0));
	return 1;
}

/* random.v:14 initial, and 9 like it */
GPGA_FN uint gpga_shape_1(GPGA_ARGS, uint th, uint p) {
	return gpga_true32(gpga_lts32(gpga_load32(st, tab[p + 0]), gpga_l32{tab[p + 1], 0u}, 0u)) ? tab[p + 2] : tab[p + 3];
}

constant uint STATUS_REPLY = 2;
static inline uint gpga_reply(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(SCHED_CUR) = th;
	GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
	return GPGA_STOPPED;
}

/* random.v:14 initial */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_svc(st, 4u, 0u);
	return gpga_reply(st, th, 3u);
}

/* random.v:14 initial */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 187);
	gpga_svc(st, 5u, 2u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 1;
}

/* random.v:14 initial */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	gpga_svc(st, 6u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_k(0));
	return 5;
}

/* random.v:16 initial */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	gpga_svc(st, 7u, 4u);
	gpga_arg32(st, gpga_k(100));
	gpga_arg32(st, gpga_k(50));
	return gpga_reply(st, th, 7u);
}

/* random.v:16 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 189);
	gpga_svc(st, 8u, 2u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 5;
}

/* random.v:16 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_svc(st, 9u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 151, gpga_k(42));
	gpga_store32(st, 153, gpga_k(0));
	return 9;
}

/* random.v:19 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 151 /* tb.s2 */);
	gpga_store32(st, 191, t0);
	gpga_svc(st, 10u, 6u);
	gpga_arg32(st, t0);
	gpga_arg32(st, gpga_k(0xfffffff6u));
	gpga_arg32(st, gpga_k(10));
	return gpga_reply(st, th, 11u);
}

/* random.v:19 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_store32(st, 151, gpga_load32(st, 191));
	gpga_l32 t1 = gpga_load32(st, 193);
	gpga_svc(st, 11u, 2u);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 9;
}

/* random.v:19 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_store32(st, 153, gpga_k(0));
	return 13;
}

/* random.v:20 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 151 /* tb.s2 */);
	gpga_store32(st, 195, t0);
	gpga_svc(st, 12u, 6u);
	gpga_arg32(st, t0);
	gpga_arg32(st, gpga_k(100));
	gpga_arg32(st, gpga_k(15));
	return gpga_reply(st, th, 15u);
}

/* random.v:20 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_store32(st, 151, gpga_load32(st, 195));
	gpga_l32 t1 = gpga_load32(st, 197);
	gpga_svc(st, 13u, 2u);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 13;
}

/* random.v:20 initial */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	gpga_store32(st, 153, gpga_k(0));
	return 17;
}

/* random.v:21 initial */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 151 /* tb.s2 */);
	gpga_store32(st, 199, t0);
	gpga_svc(st, 14u, 4u);
	gpga_arg32(st, t0);
	gpga_arg32(st, gpga_k(50));
	return gpga_reply(st, th, 19u);
}

/* random.v:21 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_store32(st, 151, gpga_load32(st, 199));
	gpga_l32 t1 = gpga_load32(st, 201);
	gpga_svc(st, 15u, 2u);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 17;
}

/* random.v:21 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_svc(st, 16u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_k(0));
	return 21;
}

/* random.v:23 initial */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 151 /* tb.s2 */);
	gpga_store32(st, 203, t0);
	gpga_svc(st, 17u, 4u);
	gpga_arg32(st, t0);
	gpga_arg32(st, gpga_k(8));
	return gpga_reply(st, th, 23u);
}

/* random.v:23 initial */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_store32(st, 151, gpga_load32(st, 203));
	gpga_l32 t1 = gpga_load32(st, 205);
	gpga_svc(st, 18u, 2u);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 21;
}

/* random.v:23 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_store32(st, 153, gpga_k(0));
	return 25;
}

/* random.v:24 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 151 /* tb.s2 */);
	gpga_store32(st, 207, t0);
	gpga_svc(st, 19u, 4u);
	gpga_arg32(st, t0);
	gpga_arg32(st, gpga_k(6));
	return gpga_reply(st, th, 27u);
}

/* random.v:24 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_store32(st, 151, gpga_load32(st, 207));
	gpga_l32 t1 = gpga_load32(st, 209);
	gpga_svc(st, 20u, 2u);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 25;
}

/* random.v:24 initial */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	gpga_store32(st, 153, gpga_k(0));
	return 29;
}

/* random.v:25 initial */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 151 /* tb.s2 */);
	gpga_store32(st, 211, t0);
	gpga_svc(st, 21u, 4u);
	gpga_arg32(st, t0);
	gpga_arg32(st, gpga_k(5));
	return gpga_reply(st, th, 31u);
}

/* random.v:25 initial */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_store32(st, 151, gpga_load32(st, 211));
	gpga_l32 t1 = gpga_load32(st, 213);
	gpga_svc(st, 22u, 2u);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 29;
}

/* random.v:25 initial */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	gpga_store32(st, 153, gpga_k(0));
	return 33;
}

/* random.v:26 initial */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 151 /* tb.s2 */);
	gpga_store32(st, 215, t0);
	gpga_svc(st, 23u, 6u);
	gpga_arg32(st, t0);
	gpga_arg32(st, gpga_k(3));
	gpga_arg32(st, gpga_k(40));
	return gpga_reply(st, th, 35u);
}

/* random.v:26 initial */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	gpga_store32(st, 151, gpga_load32(st, 215));
	gpga_l32 t1 = gpga_load32(st, 217);
	gpga_svc(st, 24u, 2u);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 33;
}

static inline void gpga_storeel32(device uint *st, uint s, uint n, gpga_l32 i, gpga_l32 t) {
	if (i.x == 0 && i.v < n) gpga_store32(st, s + i.v * 2u, t);
}

static inline gpga_l32 gpga_idxs32(gpga_l32 a, uint h) { return gpga_l32{uint(int(a.v << h) >> h), a.x != 0 ? 1u : 0u}; }

static inline gpga_l64 gpga_k64(ulong v) { return gpga_l64{v, 0ul}; }

/* random.v:26 initial */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 151 /* tb.s2 */);
	gpga_svc(st, 25u, 2u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_k(0));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 153 /* tb.i */), gpga_k(10), 0u))) {
				break;
			}
			gpga_storeel32(st, 163, 10u, gpga_idxs32(gpga_load32(st, 153 /* tb.i */), 0u), gpga_k(0));
			gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_store32(st, 149, gpga_k(99));
	gpga_store32(st, 157, gpga_k(0));
	gpga_store32(st, 159, gpga_k(0));
	gpga_store64(st, 183, gpga_k64(0xcbf29ce484222325ul));
	gpga_store32(st, 153, gpga_k(0));
	return 37;
}

/* random.v:30 initial */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 149 /* tb.seed */);
	gpga_l64 t1 = gpga_random(t0, 0u);
	gpga_store32(st, 149, gpga_down(gpga_part64(t1, 32u, 0xfffffffful)));
	gpga_store32(st, 155, gpga_down(t1));
	if (gpga_true32(gpga_lts32(gpga_load32(st, 155 /* tb.v */), gpga_k(0), 0u))) {
		gpga_store32(st, 157, gpga_add32(gpga_load32(st, 157 /* tb.lo */), gpga_k(1), 0xffffffffu));
	} else {
		gpga_store32(st, 159, gpga_add32(gpga_load32(st, 159 /* tb.hi */), gpga_k(1), 0xffffffffu));
	}
	gpga_l32 t13 = gpga_load32(st, 149 /* tb.seed */);
	gpga_store32(st, 219, t13);
	gpga_svc(st, 26u, 6u);
	gpga_arg32(st, t13);
	gpga_arg32(st, gpga_k(0));
	gpga_arg32(st, gpga_k(9));
	return gpga_reply(st, th, 39u);
}

/* an index: val is a signed number, xz tells that it is unusable */
static inline gpga_l32 gpga_idx32(gpga_l32 a) { return gpga_l32{a.v, (a.x != 0 || int(a.v) < 0) ? 1u : 0u}; }

/* element i of an array of n elements at s */
static inline gpga_l32 gpga_loadel32(device uint *st, uint s, gpga_l32 i, uint n, uint m) {
	if (i.x != 0 || i.v >= n) return gpga_l32{m, m};
	return gpga_l32{GPGA_AT(s + i.v * 2u), GPGA_AT(s + i.v * 2u + 1u)};
}

static inline gpga_l64 gpga_mul64(gpga_l64 a, gpga_l64 b, ulong m) { ulong k = (a.x | b.x) != 0 ? m : ulong(0); return gpga_l64{((a.v * b.v) & m) | k, k}; }

static inline gpga_l64 gpga_xor64(gpga_l64 a, gpga_l64 b) { ulong x = a.x | b.x; return gpga_l64{(a.v ^ b.v) | x, x}; }

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

/* random.v:33 initial */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_store32(st, 149, gpga_load32(st, 219));
	gpga_store32(st, 161, gpga_load32(st, 221));
	gpga_storeel32(st, 163, 10u, gpga_idx32(gpga_load32(st, 161 /* tb.u */)), gpga_add32(gpga_loadel32(st, 163u /* tb.histogram */, gpga_idx32(gpga_load32(st, 161 /* tb.u */)), 10u, 0xffffffffu), gpga_k(1), 0xffffffffu));
	gpga_store64(st, 183, gpga_mul64(gpga_xor64(gpga_load64(st, 183 /* tb.hash */), gpga_up(gpga_load32(st, 155 /* tb.v */))), gpga_k64(0x100000001b3ul), ~0ul));
	gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 37;
}

GPGA_FN void gpga_arg64(device uint *st, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store64(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
}

GPGA_FN gpga_l32 gpga_mod32(gpga_l32 a, gpga_l32 b, uint m) {
	if ((a.x | b.x) != 0 || b.v == 0) return gpga_l32{m, m};
	return gpga_l32{a.v % b.v, uint(0)};
}

GPGA_FN gpga_l32 gpga_mods32(gpga_l32 a, gpga_l32 b, uint m, uint h) {
	if ((a.x | b.x) != 0 || b.v == 0) return gpga_l32{m, m};
	uint p = a.v << h, q = b.v << h;
	uint top = uint(1) << (32u - 1u);
	uint pa = (p & top) != 0 ? uint(0) - p : p, qa = (q & top) != 0 ? uint(0) - q : q;
	uint r = (pa >> h) % (qa >> h);
	return gpga_l32{((p & top) != 0 ? uint(0) - r : r) & m, uint(0)};
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* random.v:30 initial */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 157 /* tb.lo */);
	gpga_l32 t1 = gpga_load32(st, 159 /* tb.hi */);
	gpga_l64 t2 = gpga_load64(st, 183 /* tb.hash */);
	gpga_svc(st, 27u, 8u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg64(st, t2);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 153, gpga_k(0));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 153 /* tb.i */), gpga_k(10), 0u))) {
				break;
			}
			gpga_l32 t9 = gpga_loadel32(st, 163u /* tb.histogram */, gpga_idxs32(gpga_load32(st, 153 /* tb.i */), 0u), 10u, 0xffffffffu);
			gpga_svc(st, 28u, 2u);
			gpga_arg32(st, t9);
			if (gpga_over(st)) {
				return GPGA_STOPPED;
			}
			gpga_store32(st, 153, gpga_add32(gpga_load32(st, 153 /* tb.i */), gpga_k(1), 0xffffffffu));
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_svc(st, 29u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t13 = gpga_load32(st, 149 /* tb.seed */);
	gpga_l64 t14 = gpga_random(t13, 0u);
	gpga_store32(st, 149, gpga_down(gpga_part64(t14, 32u, 0xfffffffful)));
	gpga_l32 t18 = gpga_mod32(gpga_down(t14), gpga_k(60), 0xffffffffu);
	gpga_l32 t19 = gpga_load32(st, 149 /* tb.seed */);
	gpga_l64 t20 = gpga_random(t19, 0u);
	gpga_store32(st, 149, gpga_down(gpga_part64(t20, 32u, 0xfffffffful)));
	gpga_l32 t24 = gpga_mods32(gpga_down(t20), gpga_k(60), 0xffffffffu, 0u);
	gpga_svc(st, 30u, 4u);
	gpga_arg32(st, t18);
	gpga_arg32(st, t24);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 31u, 0u);
	return gpga_finish(st, th, 1u, 41u);
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

/* random.v:41 initial */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

GPGA_FN uint gpga_dispatch(GPGA_ARGS, uint seg, uint th) {
	uint p = tab[TAB_SEG + seg * 2u + 1u];
	seg = tab[TAB_SEG + seg * 2u];
	switch (seg) {
	case 0: return gpga_seg_0(st, tab, th);
	case 1: return gpga_shape_1(st, tab, th, p);
	case 2: return gpga_seg_2(st, tab, th);
	case 3: return gpga_seg_3(st, tab, th);
	case 4: return gpga_seg_4(st, tab, th);
	case 5: return gpga_seg_6(st, tab, th);
	case 6: return gpga_seg_7(st, tab, th);
	case 7: return gpga_seg_8(st, tab, th);
	case 8: return gpga_seg_10(st, tab, th);
	case 9: return gpga_seg_11(st, tab, th);
	case 10: return gpga_seg_12(st, tab, th);
	case 11: return gpga_seg_14(st, tab, th);
	case 12: return gpga_seg_15(st, tab, th);
	case 13: return gpga_seg_16(st, tab, th);
	case 14: return gpga_seg_18(st, tab, th);
	case 15: return gpga_seg_19(st, tab, th);
	case 16: return gpga_seg_20(st, tab, th);
	case 17: return gpga_seg_22(st, tab, th);
	case 18: return gpga_seg_23(st, tab, th);
	case 19: return gpga_seg_24(st, tab, th);
	case 20: return gpga_seg_26(st, tab, th);
	case 21: return gpga_seg_27(st, tab, th);
	case 22: return gpga_seg_28(st, tab, th);
	case 23: return gpga_seg_30(st, tab, th);
	case 24: return gpga_seg_31(st, tab, th);
	case 25: return gpga_seg_32(st, tab, th);
	case 26: return gpga_seg_34(st, tab, th);
	case 27: return gpga_seg_35(st, tab, th);
	case 28: return gpga_seg_36(st, tab, th);
	case 29: return gpga_seg_38(st, tab, th);
	case 30: return gpga_seg_39(st, tab, th);
	case 31: return gpga_seg_40(st, tab, th);
	case 32: return gpga_seg_41(st, tab, th);
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

