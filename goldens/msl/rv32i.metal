/* gpga kernel, table form, four-state: tb */
/* 14 processes, 21 continuous nodes, 200 segments, 8 events, 104 signals */
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
constant uint NEED_NBA_WORDS = 90;
constant uint SCHED_SVC_END = 29;
constant uint NEED_SVC_WORDS = 136;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
constant uint SCHED_POOL_NEXT = 30;
constant uint NEED_POOL_WORDS = 16;
constant uint SCHED_POOL_END = 31;
constant uint NEED_POOL = 4;
constant uint NEED_HEAP_EVENTS = 1;
constant uint SCHED_HEAP_CAP = 17;
constant uint NEED_HEAP = 16;
/* which arenas are short for any one segment */
static inline uint gpga_short(device uint *st) {
	uint r = 0;
	if (GPGA_AT(SCHED_NBA_END) + NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM)) r |= NEED_NBA;
	if (GPGA_AT(SCHED_SVC_END) + NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM)) r |= NEED_SVC;
	if (GPGA_AT(SCHED_POOL_NEXT) + NEED_POOL_WORDS > GPGA_AT(SCHED_POOL_END)) r |= NEED_POOL;
	if (GPGA_AT(SCHED_HEAP_LEN) + NEED_HEAP_EVENTS > GPGA_AT(SCHED_HEAP_CAP)) r |= NEED_HEAP;
	return r;
}

constant uint GPGA_SEGS = 16;
/* how many segments can surely run before room has to be looked at again: 1, or many; a turn of a segment that goes to itself
   counts as one */
GPGA_FN uint gpga_roomy(device uint *st) {
	bool few = GPGA_AT(SCHED_NBA_END) + GPGA_SEGS * NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM) || GPGA_AT(SCHED_SVC_END) + GPGA_SEGS * NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM);
	few = few || GPGA_AT(SCHED_POOL_NEXT) + GPGA_SEGS * NEED_POOL_WORDS > GPGA_AT(SCHED_POOL_END);
	few = few || GPGA_AT(SCHED_HEAP_LEN) + GPGA_SEGS * NEED_HEAP_EVENTS > GPGA_AT(SCHED_HEAP_CAP);
	return few ? 1u : GPGA_SEGS;
}

constant uint SCHED_CUR = 10;
constant uint SCHED_CHAIN = 9;
constant uint SCHED_INA_HEAD = 7;
constant uint SCHED_INA_TAIL = 8;
constant uint SCHED_NBA_BASE = 19;
constant uint SCHED_NBA_POS = 22;
constant uint TAB_SLOT = 163;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 105;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0, 5, 8, 13, 15, 22, 24, 25};
constant uchar sched_edge_wait_item_count[] = {5, 3, 5, 2, 7, 2, 1, 1};
constant ushort sched_edge_item_val[] = {2665, 2687, 2593, 2683, 2689, 2665, 2683, 2685, 2597, 2663, 2665, 2553, 2685, 2665, 2695, 2595, 2677, 2663, 2681, 2683, 2673, 2693, 501, 503, 
    501, 2589};
constant ushort sched_edge_item_xz[] = {2666, 2688, 2594, 2684, 2690, 2666, 2684, 2686, 2598, 2664, 2666, 2554, 2686, 2666, 2696, 2596, 2678, 2664, 2682, 2684, 2674, 2694, 502, 504, 
    502, 2590};
constant uint sched_edge_prev_val = 141;
constant uint sched_edge_prev_xz = 142;
constant uchar sched_edge_item_kind[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 
    1, 0};
constant uint EDGE_POS = 1;
constant uint sched_edge_mask_pos = 8718;
constant uint EDGE_NEG = 2;
constant uint sched_edge_mask_neg = 4560;
constant uchar sched_edge_wait_star_count[] = {5, 3, 5, 2, 7, 0, 0, 1};
constant uchar sched_edge_wait_star_offset[] = {0, 5, 8, 13, 15, 22, 22, 22};
constant uint TAB_WIDTH = 267;
constant uint TAB_STAR = 1009;
constant uint sched_edge_star_prev_val = 3410;
constant uint sched_edge_star_prev_xz = 3426;
/* has a signal of a star list another value than when it was last published? With keep this is where it is published. */
GPGA_FN bool gpga_star_moved(GPGA_ARGS, uint sig, bool keep) {
	uint s = tab[TAB_SLOT + sig], n = (tab[TAB_WIDTH + sig] + 31u) >> 5, at = tab[TAB_STAR + sig];
	uint moved = 0;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint k = 0; k < n; ++k) {
		uint v = GPGA_AT(s + k), x = GPGA_AT(s + n + k);
		moved |= (v ^ GPGA_AT(sched_edge_star_prev_val + at + k)) | (x ^ GPGA_AT(sched_edge_star_prev_xz + at + k));
		if (keep) {
			GPGA_AT(sched_edge_star_prev_val + at + k) = v;
			GPGA_AT(sched_edge_star_prev_xz + at + k) = x;
		}
	}
	return moved != 0;
}

constant uchar sched_edge_star_signal[] = {28, 39, 23, 37, 40, 28, 37, 38, 25, 27, 28, 3, 38, 28, 43, 24, 34, 27, 36, 37, 32, 42, 21};
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
	uint left = sched_edge_wait_star_count[wait];
	#pragma clang loop unroll(disable) vectorize(disable)
	for (; left != 0 && !hit; --left) {
		uint star = sched_edge_wait_star_offset[wait] + left - 1u;
		hit = gpga_star_moved(st, tab, sched_edge_star_signal[star], false);
	}
	if (hit) gpga_wake(st, wait);
}

constant uint FAN_ANY = 4;
constant uint FAN_STAR = 5;
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

constant uint TAB_TRACE = 475;
constant uint SCHED_TRACE_ON = 35;
constant uint SCHED_TRACE_NEXT = 2817;
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
		case FAN_STAR:
			gpga_star_moved(st, tab, sig, true);
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

constant uint TAB_WORDS = 371;
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

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

constant uint SCHED_NOTES = 3442;
/* Stores whose publishing is put off: a body notes several signals that change and publishes them in one loop, where it would else have
   a loop for each store. Nothing comes between that takes note of the order: see Notes in codegen/layout. What is stored and noted is
   written whether or not it changes anything, and counted if it does: there is no branch, and nothing to merge behind it. */
static inline void gpga_note(device uint *st, uint sig, bool changed) {
	uint n = GPGA_AT(SCHED_NOTES);
	GPGA_AT(SCHED_NOTES + 1u + n) = sig;
	GPGA_AT(SCHED_NOTES) = n + (changed ? 1u : 0u);
}

static inline void gpga_note32(device uint *st, uint s, uint sig, gpga_l32 t) {
	bool changed = ((GPGA_AT(s) ^ t.v) | (GPGA_AT(s + 1u) ^ t.x)) != 0u;
	gpga_store32(st, s, t);
	gpga_note(st, sig, changed);
}

/* relations; equality is 0 as soon as known bits differ */
static inline gpga_l32 gpga_eq32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; bool ne = ((a.v ^ b.v) & ~x) != 0; bool u = !ne && x != 0; return gpga_l32{ne ? 0u : 1u, u ? 1u : 0u}; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

constant uint GPGA_STOPPED = 0xfffffffeu;
/* rv32i.v:29 assign */
GPGA_FN uint gpga_seg_156(GPGA_ARGS, uint th) {
	gpga_note32(st, 2687, 39 /* cpu.is_imm */, gpga_eq32(gpga_load32(st, 2663 /* cpu.opcode */), gpga_k(19)));
	return GPGA_STOPPED;
}

/* element i of an array of n elements at s */
static inline gpga_l32 gpga_loadel32(device uint *st, uint s, gpga_l32 i, uint n, uint m) {
	if (i.x != 0 || i.v >= n) return gpga_l32{m, m};
	return gpga_l32{GPGA_AT(s + i.v * 2u), GPGA_AT(s + i.v * 2u + 1u)};
}

/* an index: val is a signed number, xz tells that it is unusable */
static inline gpga_l32 gpga_idx32(gpga_l32 a) { return gpga_l32{a.v, (a.x != 0 || int(a.v) < 0) ? 1u : 0u}; }

/* rv32i.v:134 port idata of cpu */
GPGA_FN uint gpga_seg_162(GPGA_ARGS, uint th) {
	gpga_note32(st, 2581, 17 /* cpu.idata */, gpga_loadel32(st, 505u /* tb.ram */, gpga_idx32(gpga_load32(st, 2813 /* cpu._h108 */)), 1024u, 0xffffffffu));
	return GPGA_STOPPED;
}

/* rv32i.v:135 port drdata of cpu */
GPGA_FN uint gpga_seg_164(GPGA_ARGS, uint th) {
	gpga_note32(st, 2587, 20 /* cpu.drdata */, gpga_loadel32(st, 505u /* tb.ram */, gpga_idx32(gpga_load32(st, 2815 /* cpu._h109 */)), 1024u, 0xffffffffu));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 0: return gpga_seg_156(st, tab, th);
	case 1: return gpga_seg_162(st, tab, th);
	case 2: return gpga_seg_164(st, tab, th);
	}
	return GPGA_STOPPED;
}

constant uint TAB_NOW = 1195;
GPGA_FN void gpga_dispatch_now(GPGA_ARGS, uint b) {
	gpga_dispatch_nth(st, tab, tab[TAB_NOW + GPGA_AT(b + B_SEG)], b);
}

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
constant uint SCHED_NBA_ROUND = 3305;
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
constant uint SCHED_POST_THREAD = 2907;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint TAB_TRACED = 579;
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
static inline uint gpga_wait(device uint *st, uint th, uint event, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_WAITING;
	GPGA_AT(th + TH_EVENT) = event + 1u;
	GPGA_AT(th + TH_NEXT) = GPGA_AT(SCHED_WAIT_HEAD + event);
	GPGA_AT(SCHED_WAIT_HEAD + event) = th;
	return GPGA_STOPPED;
}

/* rv32i.v:88 always @* */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 4, 1);
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

constant uint GPGA_WAITS = 0xffffffffu;
/* likewise, of a thread that has noted signals: it waits once they are published (see gpga_enlist) */
static inline uint gpga_wait_behind(device uint *st, uint th, uint event, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_WAITING;
	GPGA_AT(th + TH_EVENT) = event + 1u;
	return GPGA_WAITS;
}

/* rv32i.v:88 always @* */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_note32(st, 2701, 46 /* cpu.jump */, gpga_k(0));
	gpga_note32(st, 2699, 45 /* cpu.target */, gpga_add32(gpga_load32(st, 2595 /* cpu.inst_pc */), gpga_load32(st, 2677 /* cpu.imm_b */), 0xffffffffu));
	gpga_l32 t90000001 = gpga_load32(st, 2663 /* cpu.opcode */);
	switch (t90000001.x != 0u ? 0 : t90000001.v) {
	case 111: {
		gpga_note32(st, 2701, 46 /* cpu.jump */, gpga_k(1));
		gpga_note32(st, 2699, 45 /* cpu.target */, gpga_add32(gpga_load32(st, 2595 /* cpu.inst_pc */), gpga_load32(st, 2681 /* cpu.imm_j */), 0xffffffffu));
		break;
	}
	case 103: {
		gpga_note32(st, 2701, 46 /* cpu.jump */, gpga_k(1));
		gpga_note32(st, 2699, 45 /* cpu.target */, gpga_and32(gpga_add32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2673 /* cpu.imm_i */), 0xffffffffu), gpga_k(0xfffffffeu)));
		break;
	}
	case 99: {
		gpga_note32(st, 2701, 46 /* cpu.jump */, gpga_load32(st, 2693 /* cpu.taken */));
		break;
	}
	default: {
		break;
	}
	}
	return gpga_wait_behind(st, th, 4, 1);
}

/* rv32i.v:76 always @* */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 3, 3);
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_cez32(gpga_l32 a, gpga_l32 b) { uint dc = (a.x & ~a.v) | (b.x & ~b.v); return gpga_l32{(((a.v ^ b.v) | (a.x ^ b.x)) & ~dc) == 0 ? 1u : 0u, 0u}; }

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

static inline gpga_l32 gpga_sext32(gpga_l32 a, uint h, uint m) { return gpga_l32{uint(int(a.v << h) >> h) & m, uint(int(a.x << h) >> h) & m}; }

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

/* rv32i.v:76 always @* */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 2665 /* cpu.f3 */);
	if (gpga_true32(gpga_cez32(t0, gpga_k(0)))) {
		gpga_note32(st, 2697, 44 /* cpu.loaded */, gpga_cat32(gpga_sext32(gpga_part32(gpga_load32(st, 2695 /* cpu.lane */), 7u, 0x1u), 31u, 0xffffffu), gpga_trunc32(gpga_load32(st, 2695 /* cpu.lane */), 0xffu), 8u));
	} else if (gpga_true32(gpga_cez32(t0, gpga_k(1)))) {
		gpga_note32(st, 2697, 44 /* cpu.loaded */, gpga_cat32(gpga_sext32(gpga_part32(gpga_load32(st, 2695 /* cpu.lane */), 15u, 0x1u), 31u, 0xffffu), gpga_trunc32(gpga_load32(st, 2695 /* cpu.lane */), 0xffffu), 16u));
	} else if (gpga_true32(gpga_cez32(t0, gpga_l32{2, 1}))) {
		gpga_note32(st, 2697, 44 /* cpu.loaded */, gpga_load32(st, 2695 /* cpu.lane */));
	} else if (gpga_true32(gpga_cez32(t0, gpga_k(4)))) {
		gpga_note32(st, 2697, 44 /* cpu.loaded */, gpga_cat32(gpga_k(0), gpga_trunc32(gpga_load32(st, 2695 /* cpu.lane */), 0xffu), 8u));
	} else if (gpga_true32(gpga_cez32(t0, gpga_k(5)))) {
		gpga_note32(st, 2697, 44 /* cpu.loaded */, gpga_cat32(gpga_k(0), gpga_trunc32(gpga_load32(st, 2695 /* cpu.lane */), 0xffffu), 16u));
	} else {
		gpga_note32(st, 2697, 44 /* cpu.loaded */, gpga_l32{0xffffffffu, 0xffffffffu});
	}
	return gpga_wait_behind(st, th, 3, 3);
}

/* rv32i.v:63 always @* */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 2, 5);
}

static inline gpga_l32 gpga_ceq32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 1u : 0u, 0u}; }

/* the count n is saturated; x in it makes all x */
static inline gpga_l32 gpga_shl32(gpga_l32 a, gpga_l32 n, uint w, uint m) {
	uint k = n.x != 0 ? m : uint(0);
	uint on = n.v < w ? m : uint(0);
	uint c = n.v & (32u - 1u);
	return gpga_l32{((a.v << c) & on) | k, ((a.x << c) & on) | k};
}

static inline gpga_l32 gpga_count32(gpga_l32 a) { return gpga_l32{a.v, a.x != 0 ? 1u : 0u}; }

static inline gpga_l32 gpga_rep32(gpga_l32 a, uint k) { return gpga_l32{a.v * k, a.x * k}; }

/* rv32i.v:63 always @* */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_note32(st, 2585, 19 /* cpu.dwstrb */, gpga_k(0));
	gpga_note32(st, 2583, 18 /* cpu.dwdata */, gpga_l32{0xffffffffu, 0xffffffffu});
	if (gpga_true32(gpga_and32(gpga_load32(st, 2597 /* cpu.valid */), gpga_eq32(gpga_load32(st, 2663 /* cpu.opcode */), gpga_k(35))))) {
		gpga_l32 t9 = gpga_trunc32(gpga_load32(st, 2665 /* cpu.f3 */), 0x3u);
		if (gpga_true32(gpga_ceq32(t9, gpga_k(0)))) {
			gpga_note32(st, 2585, 19 /* cpu.dwstrb */, gpga_shl32(gpga_k(1), gpga_count32(gpga_trunc32(gpga_load32(st, 2553 /* tb.daddr */), 0x3u)), 4u, 0xfu));
			gpga_note32(st, 2583, 18 /* cpu.dwdata */, gpga_rep32(gpga_trunc32(gpga_load32(st, 2685 /* cpu.b */), 0xffu), 0x1010101u));
		} else if (gpga_true32(gpga_ceq32(t9, gpga_k(1)))) {
			gpga_note32(st, 2585, 19 /* cpu.dwstrb */, gpga_shl32(gpga_k(3), gpga_count32(gpga_trunc32(gpga_load32(st, 2553 /* tb.daddr */), 0x3u)), 4u, 0xfu));
			gpga_note32(st, 2583, 18 /* cpu.dwdata */, gpga_rep32(gpga_trunc32(gpga_load32(st, 2685 /* cpu.b */), 0xffffu), 0x10001u));
		} else {
			gpga_note32(st, 2585, 19 /* cpu.dwstrb */, gpga_k(15));
			gpga_note32(st, 2583, 18 /* cpu.dwdata */, gpga_load32(st, 2685 /* cpu.b */));
		}
	}
	return gpga_wait_behind(st, th, 2, 5);
}

/* rv32i.v:48 always @* */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 7);
}

static inline gpga_l32 gpga_ne32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; bool ne = ((a.v ^ b.v) & ~x) != 0; bool u = !ne && x != 0; return gpga_l32{ne || u ? 1u : 0u, u ? 1u : 0u}; }

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

static inline gpga_l32 gpga_les32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) <= int(b.v << h) ? 1u : 0u) | x, x}; }

static inline gpga_l32 gpga_lt32(gpga_l32 a, gpga_l32 b) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(a.v < b.v ? 1u : 0u) | x, x}; }

static inline gpga_l32 gpga_le32(gpga_l32 a, gpga_l32 b) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(a.v <= b.v ? 1u : 0u) | x, x}; }

/* rv32i.v:48 always @* */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_l32 t90000001 = gpga_load32(st, 2665 /* cpu.f3 */);
	switch (t90000001.x != 0u ? 2 : t90000001.v) {
	case 0: {
		gpga_note32(st, 2693, 42 /* cpu.taken */, gpga_eq32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2685 /* cpu.b */)));
		break;
	}
	case 1: {
		gpga_note32(st, 2693, 42 /* cpu.taken */, gpga_ne32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2685 /* cpu.b */)));
		break;
	}
	case 4: {
		gpga_note32(st, 2693, 42 /* cpu.taken */, gpga_lts32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2685 /* cpu.b */), 0u));
		break;
	}
	case 5: {
		gpga_note32(st, 2693, 42 /* cpu.taken */, gpga_les32(gpga_load32(st, 2685 /* cpu.b */), gpga_load32(st, 2683 /* cpu.a */), 0u));
		break;
	}
	case 6: {
		gpga_note32(st, 2693, 42 /* cpu.taken */, gpga_lt32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2685 /* cpu.b */)));
		break;
	}
	case 7: {
		gpga_note32(st, 2693, 42 /* cpu.taken */, gpga_le32(gpga_load32(st, 2685 /* cpu.b */), gpga_load32(st, 2683 /* cpu.a */)));
		break;
	}
	default: {
		gpga_note32(st, 2693, 42 /* cpu.taken */, gpga_l32{1, 1});
		break;
	}
	}
	return gpga_wait_behind(st, th, 1, 7);
}

/* rv32i.v:33 always @* */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 9);
}

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
	uint k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : uint(0);
	return gpga_l32{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

static inline gpga_l32 gpga_lognot32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one ? 0u : 1u, x ? 1u : 0u}; }

static inline gpga_l32 gpga_sub32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v - b.v) & m) | k, k}; }

static inline gpga_l32 gpga_xor32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; return gpga_l32{(a.v ^ b.v) | x, x}; }

static inline gpga_l32 gpga_ashr32(gpga_l32 a, gpga_l32 n, uint h, uint m) {
	if (n.x != 0) return gpga_l32{m, m};
	uint c = min(min(n.v, 32u - 1u) + h, 32u - 1u);
	return gpga_l32{uint(int(a.v << h) >> c) & m, uint(int(a.x << h) >> c) & m};
}

static inline gpga_l32 gpga_shr32(gpga_l32 a, gpga_l32 n, uint w, uint m) {
	uint k = n.x != 0 ? m : uint(0);
	uint on = n.v < w ? m : uint(0);
	uint c = n.v & (32u - 1u);
	return gpga_l32{((a.v >> c) & on) | k, ((a.x >> c) & on) | k};
}

static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; uint one = (a.v & ~a.x) | (b.v & ~b.x); return gpga_l32{a.v | b.v | x, x & ~one}; }

/* rv32i.v:33 always @* */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_l32 t90000001 = gpga_load32(st, 2665 /* cpu.f3 */);
	switch (t90000001.x != 0u ? 8 : t90000001.v) {
	case 0: {
		gpga_l32 t13 = gpga_mux32(gpga_and32(gpga_lognot32(gpga_load32(st, 2687 /* cpu.is_imm */)), gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 30u, 0x1u)), gpga_sub32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2689 /* cpu.y */), 0xffffffffu), gpga_add32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2689 /* cpu.y */), 0xffffffffu));
		gpga_note32(st, 2691, 41 /* cpu.alu */, t13);
		break;
	}
	case 1: {
		gpga_note32(st, 2691, 41 /* cpu.alu */, gpga_shl32(gpga_load32(st, 2683 /* cpu.a */), gpga_count32(gpga_trunc32(gpga_load32(st, 2689 /* cpu.y */), 0x1fu)), 32u, 0xffffffffu));
		break;
	}
	case 2: {
		gpga_note32(st, 2691, 41 /* cpu.alu */, gpga_cat32(gpga_k(0), gpga_lts32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2689 /* cpu.y */), 0u), 1u));
		break;
	}
	case 3: {
		gpga_note32(st, 2691, 41 /* cpu.alu */, gpga_cat32(gpga_k(0), gpga_lt32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2689 /* cpu.y */)), 1u));
		break;
	}
	case 4: {
		gpga_note32(st, 2691, 41 /* cpu.alu */, gpga_xor32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2689 /* cpu.y */)));
		break;
	}
	case 5: {
		if (gpga_true32(gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 30u, 0x1u))) {
			gpga_note32(st, 2691, 41 /* cpu.alu */, gpga_ashr32(gpga_load32(st, 2683 /* cpu.a */), gpga_count32(gpga_trunc32(gpga_load32(st, 2689 /* cpu.y */), 0x1fu)), 0u, 0xffffffffu));
		} else {
			gpga_note32(st, 2691, 41 /* cpu.alu */, gpga_shr32(gpga_load32(st, 2683 /* cpu.a */), gpga_count32(gpga_trunc32(gpga_load32(st, 2689 /* cpu.y */), 0x1fu)), 32u, 0xffffffffu));
		}
		break;
	}
	case 6: {
		gpga_note32(st, 2691, 41 /* cpu.alu */, gpga_or32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2689 /* cpu.y */)));
		break;
	}
	case 7: {
		gpga_note32(st, 2691, 41 /* cpu.alu */, gpga_and32(gpga_load32(st, 2683 /* cpu.a */), gpga_load32(st, 2689 /* cpu.y */)));
		break;
	}
	default: {
		break;
	}
	}
	return gpga_wait_behind(st, th, 0, 9);
}

/* rv32i.v:98 always @(posedge tb.clk or negedge tb.rst_n) */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 5, 11);
}

GPGA_FN void gpga_nbak32(device uint *st, uint sig, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_NBA_END);
	GPGA_AT(SCHED_NBA_ROUND + 1u + sig) = GPGA_AT(SCHED_NBA_ROUND);
	GPGA_AT(e) = sig;
	GPGA_AT(e + 1u) = t.v;
	GPGA_AT(e + 2u) = t.x;
	GPGA_AT(SCHED_NBA_END) = e + 3u;
}

/* a signal that only such assignments write: its mark is the round in which it was last logged; without an entry of this
   round, one that changes nothing is left out */
static inline void gpga_nbaq32(device uint *st, uint s, uint sig, gpga_l32 t) {
	if (((GPGA_AT(s) ^ t.v) | (GPGA_AT(s + 1u) ^ t.x)) != 0u || GPGA_AT(SCHED_NBA_ROUND + 1u + sig) == GPGA_AT(SCHED_NBA_ROUND)) gpga_nbak32(st, sig, t);
}

/* a part, an element, or both: w <= 64 */
GPGA_FN void gpga_nbap(device uint *st, uint sig, gpga_l32 el, gpga_l32 off, uint w, gpga_l64 t) {
	if ((el.x | off.x) != 0) return;
	uint e = GPGA_AT(SCHED_NBA_END);
	GPGA_AT(e) = sig | 0x20000000u;
	GPGA_AT(e + 1u) = el.v;
	GPGA_AT(e + 2u) = off.v;
	GPGA_AT(e + 3u) = w;
	if (w <= 32u) {
		GPGA_AT(e + 4u) = uint(t.v);
		GPGA_AT(e + 5u) = uint(t.x);
		GPGA_AT(SCHED_NBA_END) = e + 6u;
	} else {
		gpga_store64(st, e + 4u, t);
		GPGA_AT(SCHED_NBA_END) = e + 8u;
	}
}

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

/* rv32i.v:98 always @(posedge tb.clk or negedge tb.rst_n) */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_lognot32(gpga_load32(st, 503 /* tb.rst_n */)))) {
		gpga_nbaq32(st, 2591, 22 /* cpu.pc */, gpga_k(0));
		gpga_nbaq32(st, 2597, 25 /* cpu.valid */, gpga_k(0));
		gpga_nbaq32(st, 2589, 21 /* cpu.trap */, gpga_k(0));
	} else if (gpga_true32(gpga_lognot32(gpga_load32(st, 2589 /* cpu.trap */)))) {
		gpga_nbaq32(st, 2593, 23 /* cpu.inst */, gpga_load32(st, 2581 /* cpu.idata */));
		gpga_nbaq32(st, 2595, 24 /* cpu.inst_pc */, gpga_load32(st, 2591 /* cpu.pc */));
		gpga_nbaq32(st, 2597, 25 /* cpu.valid */, gpga_k(1));
		gpga_nbaq32(st, 2591, 22 /* cpu.pc */, gpga_add32(gpga_load32(st, 2591 /* cpu.pc */), gpga_k(4), 0xffffffffu));
		if (gpga_true32(gpga_load32(st, 2597 /* cpu.valid */))) {
			gpga_l32 t90000001 = gpga_load32(st, 2663 /* cpu.opcode */);
			switch (t90000001.x != 0u ? 0 : t90000001.v) {
			case 55: {
				gpga_nbap(st, 26 /* cpu.x */, gpga_idx32(gpga_load32(st, 2667 /* cpu.rd */)), gpga_k(0), 32u, gpga_up(gpga_load32(st, 2679 /* cpu.imm_u */)));
				break;
			}
			case 23: {
				gpga_nbap(st, 26 /* cpu.x */, gpga_idx32(gpga_load32(st, 2667 /* cpu.rd */)), gpga_k(0), 32u, gpga_up(gpga_add32(gpga_load32(st, 2595 /* cpu.inst_pc */), gpga_load32(st, 2679 /* cpu.imm_u */), 0xffffffffu)));
				break;
			}
			case 111: case 103: {
				gpga_nbap(st, 26 /* cpu.x */, gpga_idx32(gpga_load32(st, 2667 /* cpu.rd */)), gpga_k(0), 32u, gpga_up(gpga_add32(gpga_load32(st, 2595 /* cpu.inst_pc */), gpga_k(4), 0xffffffffu)));
				break;
			}
			case 51: case 19: {
				gpga_nbap(st, 26 /* cpu.x */, gpga_idx32(gpga_load32(st, 2667 /* cpu.rd */)), gpga_k(0), 32u, gpga_up(gpga_load32(st, 2691 /* cpu.alu */)));
				break;
			}
			case 3: {
				gpga_nbap(st, 26 /* cpu.x */, gpga_idx32(gpga_load32(st, 2667 /* cpu.rd */)), gpga_k(0), 32u, gpga_up(gpga_load32(st, 2697 /* cpu.loaded */)));
				break;
			}
			case 99: case 35: case 15: {
				break;
			}
			default: {
				gpga_nbaq32(st, 2589, 21 /* cpu.trap */, gpga_k(1));
				break;
			}
			}
			if (gpga_true32(gpga_load32(st, 2701 /* cpu.jump */))) {
				gpga_nbaq32(st, 2591, 22 /* cpu.pc */, gpga_load32(st, 2699 /* cpu.target */));
				gpga_nbaq32(st, 2597, 25 /* cpu.valid */, gpga_k(0));
			}
		}
	}
	return gpga_wait(st, th, 5, 11);
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

/* rv32i.v:127 initialisation */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 501, 0 /* tb.clk */, gpga_k(0));
	return gpga_end(st, th);
}

/* rv32i.v:127 initialisation */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 503, 1 /* tb.rst_n */, gpga_k(0));
	return gpga_end(st, th);
}

/* rv32i.v:132 initialisation */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	gpga_note32(st, 2557, 5 /* tb.retired */, gpga_k(0));
	return gpga_end(st, th);
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

static inline gpga_l64 gpga_k64(ulong v) { return gpga_l64{v, 0ul}; }

/* rv32i.v:137 always */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x5ul), 16u);
}

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* rv32i.v:137 always */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 501, 0 /* tb.clk */, gpga_not32(gpga_load32(st, 501 /* tb.clk */), 0x1u));
	return 15;
}

/* rv32i.v:141 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 6, 18);
}

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

/* one bit i of a, which is wa wide */
static inline gpga_l32 gpga_bitv32(gpga_l32 a, gpga_l32 i, uint wa) {
	uint k = (i.x != 0 || i.v >= wa) ? 1u : 0u;
	uint c = i.v & (32u - 1u);
	return gpga_l32{(uint(a.v >> c) & 1u) | k, (uint(a.x >> c) & 1u) | k};
}

static inline gpga_l32 gpga_idxs32(gpga_l32 a, uint h) { return gpga_l32{uint(int(a.v << h) >> h), a.x != 0 ? 1u : 0u}; }

static inline gpga_l32 gpga_mul32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v * b.v) & m) | k, k}; }

/* bits [i +: w] of a, which is wa wide; m covers w bits */
GPGA_FN gpga_l32 gpga_partv32(gpga_l32 a, gpga_l32 i, uint wa, uint w, uint m) {
	int o = int(i.v);
	if (i.x != 0 || o >= int(wa) || o <= -int(w)) return gpga_l32{m, m};
	uint all = wa < 32u ? (uint(1) << wa) - uint(1) : ~uint(0);
	uint v = a.v | ~all, x = a.x | ~all;
	if (o < 0) {
		uint low = (uint(1) << uint(-o)) - uint(1);
		return gpga_l32{((v << uint(-o)) | low) & m, ((x << uint(-o)) | low) & m};
	}
	uint up = o == 0 ? uint(0) : ~uint(0) << (32u - uint(o));
	return gpga_l32{((v >> uint(o)) | up) & m, ((x >> uint(o)) | up) & m};
}

constant uint SCHED_ERR = 40;
constant uint STATUS_ERROR = 7;
static inline void gpga_fail(device uint *st, uint code) {
	GPGA_AT(SCHED_ERR) = code;
	GPGA_AT(SCHED_STATUS) = STATUS_ERROR;
}

constant uint ERR_LOOP = 1;
/* rv32i.v:141 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_and32(gpga_load32(st, 2597 /* cpu.valid */), gpga_load32(st, 503 /* tb.rst_n */)))) {
		gpga_nbaq32(st, 2557, 5 /* tb.retired */, gpga_add32(gpga_load32(st, 2557 /* tb.retired */), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_and32(gpga_ne32(gpga_load32(st, 2585 /* cpu.dwstrb */), gpga_k(0)), gpga_part32(gpga_load32(st, 2553 /* tb.daddr */), 12u, 0x1u)))) {
		if (gpga_true32(gpga_part32(gpga_load32(st, 2553 /* tb.daddr */), 2u, 0x1u))) {
			gpga_l32 t17 = gpga_load32(st, 2583 /* cpu.dwdata */);
			gpga_svc(st, 0u, 2u);
			gpga_arg32(st, t17);
			if (gpga_over(st)) {
				return GPGA_STOPPED;
			}
		} else {
			gpga_l32 t19 = gpga_trunc32(gpga_load32(st, 2583 /* cpu.dwdata */), 0xffu);
			gpga_svc(st, 1u, 2u);
			gpga_arg32(st, t19);
			if (gpga_over(st)) {
				return GPGA_STOPPED;
			}
		}
	} else {
		gpga_set32(st, tab, 2559, 6 /* tb.lane */, gpga_k(0));
		{
			uint n0 = 0;
			#pragma clang loop unroll(disable) vectorize(disable)
			for (; n0 < SCHED_LOOP_MAX; ++n0) {
				if (!gpga_true32(gpga_lts32(gpga_load32(st, 2559 /* tb.lane */), gpga_k(4), 0u))) {
					break;
				}
				if (gpga_true32(gpga_bitv32(gpga_load32(st, 2585 /* cpu.dwstrb */), gpga_idxs32(gpga_load32(st, 2559 /* tb.lane */), 0u), 4u))) {
					gpga_nbap(st, 2 /* tb.ram */, gpga_idx32(gpga_part32(gpga_load32(st, 2553 /* tb.daddr */), 2u, 0x3ffu)), gpga_idxs32(gpga_mul32(gpga_k(8), gpga_load32(st, 2559 /* tb.lane */), 0xffffffffu), 0u), 8u, gpga_up(gpga_partv32(gpga_load32(st, 2583 /* cpu.dwdata */), gpga_idxs32(gpga_mul32(gpga_k(8), gpga_load32(st, 2559 /* tb.lane */), 0xffffffffu), 0u), 32u, 8u, 0xffu)));
				}
				gpga_set32(st, tab, 2559, 6 /* tb.lane */, gpga_add32(gpga_load32(st, 2559 /* tb.lane */), gpga_k(1), 0xffffffffu));
			}
			if (n0 == SCHED_LOOP_MAX) {
				gpga_fail(st, ERR_LOOP);
			}
		}
	}
	return gpga_wait(st, th, 6, 18);
}

/* rv32i.v:179 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_note32(st, 2577, 15 /* tb.i */, gpga_k(0));
	return 20;
}

static inline void gpga_setel32(GPGA_ARGS, uint s, uint n, uint sig, gpga_l32 i, gpga_l32 t) {
	if (i.x == 0 && i.v < n) gpga_set32(st, tab, s + i.v * 2u, sig, t);
}

/* rv32i.v:180 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	for (uint turn = 0; turn < 256u; ++turn) {
		if (gpga_true32(gpga_lts32(gpga_load32(st, 2577 /* tb.i */), gpga_k(1024), 0u))) {
			gpga_setel32(st, tab, 505u, 1024u, 2 /* tb.ram */, gpga_idxs32(gpga_load32(st, 2577 /* tb.i */), 0u), gpga_k(0));
			gpga_settle(st, tab);
			gpga_set32(st, tab, 2577, 15 /* tb.i */, gpga_add32(gpga_load32(st, 2577 /* tb.i */), gpga_k(1), 0xffffffffu));
			continue;
		} else {
			return 21;
		}
	}
	return 20u;
}

/* rv32i.v:180 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_note32(st, 2567, 10 /* tb.skip */, gpga_k(0));
	gpga_note32(st, 2569, 11 /* tb.fib */, gpga_k(0));
	gpga_note32(st, 2573, 13 /* tb.div */, gpga_k(0));
	gpga_note32(st, 2579, 16 /* tb.pass */, gpga_k(0));
	return 22;
}

/* rv32i.v:183 initial */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 2579 /* tb.pass */), gpga_k(2), 0u)) ? 23 : 126;
}

GPGA_FN uint gpga_alloc(device uint *st, uint words) {
	uint c = gpga_class(words);
	uint b = GPGA_AT(SCHED_FREE + c);
	if (b != 0) {
		GPGA_AT(SCHED_FREE + c) = GPGA_AT(b);
		return b;
	}
	b = GPGA_AT(SCHED_POOL_NEXT);
	GPGA_AT(SCHED_POOL_NEXT) = b + (16u << c);
	return b;
}

/* ---- frames ---- */
GPGA_FN gpga_l32 gpga_new_frame(device uint *st, uint task, uint words) {
	uint f = gpga_alloc(st, words);
	GPGA_AT(f + FR_TASK) = task;
	return gpga_l32{f, 0u};
}

constant uint FR_RET = 0;
constant uint FR_CALLER = 1;
/* ---- terminators ---- */
static inline uint gpga_yield(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	gpga_push_front(st, th);
	return GPGA_STOPPED;
}

static inline uint gpga_call(device uint *st, uint th, uint frame, uint entry, uint ret) {
	GPGA_AT(frame + FR_RET) = ret;
	GPGA_AT(frame + FR_CALLER) = GPGA_AT(th + TH_FRAME);
	GPGA_AT(th + TH_FRAME) = frame;
	return gpga_yield(st, th, entry);
}

/* rv32i.v:183 initial */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2561, 7 /* tb.at */, gpga_k(0));
	gpga_store32(st, 2767, gpga_k(31));
	gpga_store32(st, 2769, gpga_k(1));
	gpga_l32 t3 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t3.v, 165u, 24u);
}

/* rv32i.v:185 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(1));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(2));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 25u);
}

/* rv32i.v:187 initial */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(64));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 26u);
}

/* rv32i.v:187 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	gpga_store32(st, 2767, gpga_k(9));
	gpga_store32(st, 2769, gpga_k(1));
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 165u, 27u);
}

/* rv32i.v:187 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(9));
	gpga_store32(st, 2727, gpga_k(9));
	gpga_store32(st, 2729, gpga_k(2048));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 28u);
}

/* rv32i.v:187 initial */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2563, 8 /* tb.loop */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2749, gpga_k(4));
	gpga_store32(st, 2751, gpga_k(9));
	gpga_store32(st, 2753, gpga_k(1));
	gpga_l32 t4 = gpga_new_frame(st, 2u, 3u);
	return gpga_call(st, th, t4.v, 169u, 29u);
}

/* rv32i.v:189 initial */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	gpga_store32(st, 2771, gpga_k(4));
	gpga_store32(st, 2773, gpga_k(5));
	gpga_store32(st, 2775, gpga_k(0));
	gpga_store32(st, 2777, gpga_k(4));
	gpga_l32 t4 = gpga_new_frame(st, 3u, 3u);
	return gpga_call(st, th, t4.v, 171u, 30u);
}

/* rv32i.v:189 initial */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(1));
	gpga_store32(st, 2789, gpga_k(5));
	gpga_store32(st, 2791, gpga_k(0));
	gpga_store32(st, 2793, gpga_load32(st, 2567 /* tb.skip */));
	gpga_l32 t4 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t4.v, 173u, 31u);
}

/* rv32i.v:190 initial */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_store32(st, 2809, gpga_k(1));
	gpga_store32(st, 2811, gpga_k(32));
	gpga_l32 t2 = gpga_new_frame(st, 5u, 3u);
	return gpga_call(st, th, t2.v, 175u, 32u);
}

/* rv32i.v:191 initial */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	gpga_store32(st, 2749, gpga_k(3));
	gpga_store32(st, 2751, gpga_k(1));
	gpga_store32(st, 2753, gpga_k(1));
	gpga_l32 t3 = gpga_new_frame(st, 2u, 3u);
	return gpga_call(st, th, t3.v, 169u, 33u);
}

/* rv32i.v:192 initial */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(6));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(1));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 34u);
}

/* rv32i.v:192 initial */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2565, 9 /* tb.inner */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2749, gpga_k(4));
	gpga_store32(st, 2751, gpga_k(9));
	gpga_store32(st, 2753, gpga_k(3));
	gpga_l32 t4 = gpga_new_frame(st, 2u, 3u);
	return gpga_call(st, th, t4.v, 169u, 35u);
}

/* rv32i.v:194 initial */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(0));
	gpga_store32(st, 2781, gpga_k(6));
	gpga_store32(st, 2783, gpga_k(0));
	gpga_store32(st, 2785, gpga_k(4));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 36u);
}

/* rv32i.v:194 initial */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	gpga_store32(st, 2749, gpga_k(3));
	gpga_store32(st, 2751, gpga_k(3));
	gpga_store32(st, 2753, gpga_k(1));
	gpga_l32 t3 = gpga_new_frame(st, 2u, 3u);
	return gpga_call(st, th, t3.v, 169u, 37u);
}

/* rv32i.v:194 initial */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(4));
	gpga_store32(st, 2789, gpga_k(3));
	gpga_store32(st, 2791, gpga_k(2));
	gpga_store32(st, 2793, gpga_load32(st, 2565 /* tb.inner */));
	gpga_l32 t4 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t4.v, 173u, 38u);
}

/* rv32i.v:195 initial */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2567, 10 /* tb.skip */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2725, gpga_k(1));
	gpga_store32(st, 2727, gpga_k(1));
	gpga_store32(st, 2729, gpga_k(1));
	gpga_l32 t4 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t4.v, 167u, 39u);
}

/* rv32i.v:197 initial */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(1));
	gpga_store32(st, 2789, gpga_k(1));
	gpga_store32(st, 2791, gpga_k(2));
	gpga_store32(st, 2793, gpga_load32(st, 2563 /* tb.loop */));
	gpga_l32 t4 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t4.v, 173u, 40u);
}

/* rv32i.v:198 initial */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(30));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(10));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 41u);
}

/* rv32i.v:199 initial */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(0));
	gpga_store32(st, 2781, gpga_k(30));
	gpga_store32(st, 2783, gpga_k(0));
	gpga_store32(st, 2785, gpga_k(31));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 42u);
}

/* rv32i.v:199 initial */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(1));
	gpga_store32(st, 2727, gpga_k(9));
	gpga_store32(st, 2729, gpga_k(256));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 43u);
}

/* rv32i.v:201 initial */
GPGA_FN uint gpga_seg_43(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(16));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 44u);
}

/* rv32i.v:201 initial */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(3));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(1));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 45u);
}

/* rv32i.v:201 initial */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2563, 8 /* tb.loop */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2731, gpga_k(4));
	gpga_store32(st, 2733, gpga_k(3));
	gpga_store32(st, 2735, gpga_k(5));
	gpga_l32 t4 = gpga_new_frame(st, 7u, 3u);
	return gpga_call(st, th, t4.v, 181u, 46u);
}

/* rv32i.v:203 initial */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	gpga_store32(st, 2755, gpga_k(4));
	gpga_store32(st, 2757, gpga_k(4));
	gpga_store32(st, 2759, gpga_k(3));
	gpga_l32 t3 = gpga_new_frame(st, 8u, 3u);
	return gpga_call(st, th, t3.v, 183u, 47u);
}

/* rv32i.v:203 initial */
GPGA_FN uint gpga_seg_47(GPGA_ARGS, uint th) {
	gpga_store32(st, 2731, gpga_k(5));
	gpga_store32(st, 2733, gpga_k(3));
	gpga_store32(st, 2735, gpga_k(9));
	gpga_l32 t3 = gpga_new_frame(st, 7u, 3u);
	return gpga_call(st, th, t3.v, 181u, 48u);
}

/* rv32i.v:203 initial */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	gpga_store32(st, 2761, gpga_k(3));
	gpga_store32(st, 2763, gpga_k(4));
	gpga_store32(st, 2765, gpga_k(5));
	gpga_l32 t3 = gpga_new_frame(st, 9u, 3u);
	return gpga_call(st, th, t3.v, 185u, 49u);
}

/* rv32i.v:203 initial */
GPGA_FN uint gpga_seg_49(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(3));
	gpga_store32(st, 2727, gpga_k(3));
	gpga_store32(st, 2729, gpga_k(77));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 50u);
}

/* rv32i.v:203 initial */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(1));
	gpga_store32(st, 2781, gpga_k(3));
	gpga_store32(st, 2783, gpga_k(0));
	gpga_store32(st, 2785, gpga_k(1));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 51u);
}

/* rv32i.v:204 initial */
GPGA_FN uint gpga_seg_51(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(1));
	gpga_store32(st, 2727, gpga_k(1));
	gpga_store32(st, 2729, gpga_k(2));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 52u);
}

/* rv32i.v:204 initial */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(2));
	gpga_store32(st, 2729, gpga_k(4095));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 53u);
}

/* rv32i.v:204 initial */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(1));
	gpga_store32(st, 2789, gpga_k(2));
	gpga_store32(st, 2791, gpga_k(0));
	gpga_store32(st, 2793, gpga_load32(st, 2563 /* tb.loop */));
	gpga_l32 t4 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t4.v, 173u, 54u);
}

/* rv32i.v:205 initial */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(15));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 55u);
}

/* rv32i.v:206 initial */
GPGA_FN uint gpga_seg_55(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2563, 8 /* tb.loop */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2725, gpga_k(1));
	gpga_store32(st, 2727, gpga_k(9));
	gpga_store32(st, 2729, gpga_k(256));
	gpga_l32 t4 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t4.v, 167u, 56u);
}

/* rv32i.v:208 initial */
GPGA_FN uint gpga_seg_56(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(6));
	gpga_store32(st, 2727, gpga_k(2));
	gpga_store32(st, 2729, gpga_k(0));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 57u);
}

/* rv32i.v:208 initial */
GPGA_FN uint gpga_seg_57(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2565, 9 /* tb.inner */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2771, gpga_k(1));
	gpga_store32(st, 2773, gpga_k(4));
	gpga_store32(st, 2775, gpga_k(0));
	gpga_store32(st, 2777, gpga_k(1));
	gpga_l32 t5 = gpga_new_frame(st, 3u, 3u);
	return gpga_call(st, th, t5.v, 171u, 58u);
}

/* rv32i.v:210 initial */
GPGA_FN uint gpga_seg_58(GPGA_ARGS, uint th) {
	gpga_store32(st, 2771, gpga_k(1));
	gpga_store32(st, 2773, gpga_k(5));
	gpga_store32(st, 2775, gpga_k(2));
	gpga_store32(st, 2777, gpga_k(1));
	gpga_l32 t4 = gpga_new_frame(st, 3u, 3u);
	return gpga_call(st, th, t4.v, 171u, 59u);
}

/* rv32i.v:210 initial */
GPGA_FN uint gpga_seg_59(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(5));
	gpga_store32(st, 2789, gpga_k(5));
	gpga_store32(st, 2791, gpga_k(4));
	gpga_store32(st, 2793, gpga_add32(gpga_load32(st, 2561 /* tb.at */), gpga_k(12), 0xffffffffu));
	gpga_l32 t6 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t6.v, 173u, 60u);
}

/* rv32i.v:211 initial */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(1));
	gpga_store32(st, 2781, gpga_k(5));
	gpga_store32(st, 2783, gpga_k(0));
	gpga_store32(st, 2785, gpga_k(1));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 61u);
}

/* rv32i.v:212 initial */
GPGA_FN uint gpga_seg_61(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(1));
	gpga_store32(st, 2781, gpga_k(4));
	gpga_store32(st, 2783, gpga_k(2));
	gpga_store32(st, 2785, gpga_k(1));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 62u);
}

/* rv32i.v:212 initial */
GPGA_FN uint gpga_seg_62(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(1));
	gpga_store32(st, 2727, gpga_k(1));
	gpga_store32(st, 2729, gpga_k(2));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 63u);
}

/* rv32i.v:213 initial */
GPGA_FN uint gpga_seg_63(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(6));
	gpga_store32(st, 2727, gpga_k(6));
	gpga_store32(st, 2729, gpga_k(4095));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 64u);
}

GPGA_FN uint gpga_dispatch_0(GPGA_ARGS, uint seg, uint th) {
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
	case 16: return gpga_seg_16(st, tab, th);
	case 17: return gpga_seg_17(st, tab, th);
	case 18: return gpga_seg_18(st, tab, th);
	case 19: return gpga_seg_19(st, tab, th);
	case 20: return gpga_seg_20(st, tab, th);
	case 21: return gpga_seg_21(st, tab, th);
	case 22: return gpga_seg_22(st, tab, th);
	case 23: return gpga_seg_23(st, tab, th);
	case 24: return gpga_seg_24(st, tab, th);
	case 25: return gpga_seg_25(st, tab, th);
	case 26: return gpga_seg_26(st, tab, th);
	case 27: return gpga_seg_27(st, tab, th);
	case 28: return gpga_seg_28(st, tab, th);
	case 29: return gpga_seg_29(st, tab, th);
	case 30: return gpga_seg_30(st, tab, th);
	case 31: return gpga_seg_31(st, tab, th);
	case 32: return gpga_seg_32(st, tab, th);
	case 33: return gpga_seg_33(st, tab, th);
	case 34: return gpga_seg_34(st, tab, th);
	case 35: return gpga_seg_35(st, tab, th);
	case 36: return gpga_seg_36(st, tab, th);
	case 37: return gpga_seg_37(st, tab, th);
	case 38: return gpga_seg_38(st, tab, th);
	case 39: return gpga_seg_39(st, tab, th);
	case 40: return gpga_seg_40(st, tab, th);
	case 41: return gpga_seg_41(st, tab, th);
	case 42: return gpga_seg_42(st, tab, th);
	case 43: return gpga_seg_43(st, tab, th);
	case 44: return gpga_seg_44(st, tab, th);
	case 45: return gpga_seg_45(st, tab, th);
	case 46: return gpga_seg_46(st, tab, th);
	case 47: return gpga_seg_47(st, tab, th);
	case 48: return gpga_seg_48(st, tab, th);
	case 49: return gpga_seg_49(st, tab, th);
	case 50: return gpga_seg_50(st, tab, th);
	case 51: return gpga_seg_51(st, tab, th);
	case 52: return gpga_seg_52(st, tab, th);
	case 53: return gpga_seg_53(st, tab, th);
	case 54: return gpga_seg_54(st, tab, th);
	case 55: return gpga_seg_55(st, tab, th);
	case 56: return gpga_seg_56(st, tab, th);
	case 57: return gpga_seg_57(st, tab, th);
	case 58: return gpga_seg_58(st, tab, th);
	case 59: return gpga_seg_59(st, tab, th);
	case 60: return gpga_seg_60(st, tab, th);
	case 61: return gpga_seg_61(st, tab, th);
	case 62: return gpga_seg_62(st, tab, th);
	case 63: return gpga_seg_63(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* rv32i.v:213 initial */
GPGA_FN uint gpga_seg_64(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(1));
	gpga_store32(st, 2789, gpga_k(6));
	gpga_store32(st, 2791, gpga_k(0));
	gpga_store32(st, 2793, gpga_load32(st, 2565 /* tb.inner */));
	gpga_l32 t4 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t4.v, 173u, 65u);
}

/* rv32i.v:214 initial */
GPGA_FN uint gpga_seg_65(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(2));
	gpga_store32(st, 2729, gpga_k(4095));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 66u);
}

/* rv32i.v:215 initial */
GPGA_FN uint gpga_seg_66(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(1));
	gpga_store32(st, 2789, gpga_k(2));
	gpga_store32(st, 2791, gpga_k(0));
	gpga_store32(st, 2793, gpga_load32(st, 2563 /* tb.loop */));
	gpga_l32 t4 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t4.v, 173u, 67u);
}

/* rv32i.v:216 initial */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(1));
	gpga_store32(st, 2727, gpga_k(9));
	gpga_store32(st, 2729, gpga_k(256));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 68u);
}

/* rv32i.v:217 initial */
GPGA_FN uint gpga_seg_68(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(16));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 69u);
}

/* rv32i.v:217 initial */
GPGA_FN uint gpga_seg_69(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2563, 8 /* tb.loop */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2771, gpga_k(1));
	gpga_store32(st, 2773, gpga_k(4));
	gpga_store32(st, 2775, gpga_k(0));
	gpga_store32(st, 2777, gpga_k(1));
	gpga_l32 t5 = gpga_new_frame(st, 3u, 3u);
	return gpga_call(st, th, t5.v, 171u, 70u);
}

/* rv32i.v:219 initial */
GPGA_FN uint gpga_seg_70(GPGA_ARGS, uint th) {
	gpga_store32(st, 2809, gpga_k(4));
	gpga_store32(st, 2811, gpga_k(44));
	gpga_l32 t2 = gpga_new_frame(st, 5u, 3u);
	return gpga_call(st, th, t2.v, 175u, 71u);
}

/* rv32i.v:219 initial */
GPGA_FN uint gpga_seg_71(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(1));
	gpga_store32(st, 2727, gpga_k(1));
	gpga_store32(st, 2729, gpga_k(2));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 72u);
}

/* rv32i.v:219 initial */
GPGA_FN uint gpga_seg_72(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(2));
	gpga_store32(st, 2729, gpga_k(4095));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 73u);
}

/* rv32i.v:219 initial */
GPGA_FN uint gpga_seg_73(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(1));
	gpga_store32(st, 2789, gpga_k(2));
	gpga_store32(st, 2791, gpga_k(0));
	gpga_store32(st, 2793, gpga_load32(st, 2563 /* tb.loop */));
	gpga_l32 t4 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t4.v, 173u, 74u);
}

/* rv32i.v:220 initial */
GPGA_FN uint gpga_seg_74(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(30));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(10));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 75u);
}

/* rv32i.v:221 initial */
GPGA_FN uint gpga_seg_75(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(0));
	gpga_store32(st, 2781, gpga_k(30));
	gpga_store32(st, 2783, gpga_k(0));
	gpga_store32(st, 2785, gpga_k(31));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 76u);
}

/* rv32i.v:221 initial */
GPGA_FN uint gpga_seg_76(GPGA_ARGS, uint th) {
	gpga_store32(st, 2767, gpga_k(10));
	gpga_store32(st, 2769, gpga_k(244));
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 165u, 77u);
}

/* rv32i.v:223 initial */
GPGA_FN uint gpga_seg_77(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(10));
	gpga_store32(st, 2727, gpga_k(10));
	gpga_store32(st, 2729, gpga_k(579));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 78u);
}

/* rv32i.v:223 initial */
GPGA_FN uint gpga_seg_78(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(11));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(997));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 79u);
}

/* rv32i.v:223 initial */
GPGA_FN uint gpga_seg_79(GPGA_ARGS, uint th) {
	gpga_store32(st, 2797, gpga_k(1));
	gpga_store32(st, 2799, gpga_load32(st, 2573 /* tb.div */));
	gpga_l32 t2 = gpga_new_frame(st, 10u, 3u);
	return gpga_call(st, th, t2.v, 187u, 80u);
}

/* rv32i.v:224 initial */
GPGA_FN uint gpga_seg_80(GPGA_ARGS, uint th) {
	gpga_store32(st, 2809, gpga_k(10));
	gpga_store32(st, 2811, gpga_k(114));
	gpga_l32 t2 = gpga_new_frame(st, 5u, 3u);
	return gpga_call(st, th, t2.v, 175u, 81u);
}

/* rv32i.v:225 initial */
GPGA_FN uint gpga_seg_81(GPGA_ARGS, uint th) {
	gpga_store32(st, 2809, gpga_k(11));
	gpga_store32(st, 2811, gpga_k(10));
	gpga_l32 t2 = gpga_new_frame(st, 5u, 3u);
	return gpga_call(st, th, t2.v, 175u, 82u);
}

/* rv32i.v:225 initial */
GPGA_FN uint gpga_seg_82(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(9));
	gpga_store32(st, 2729, gpga_k(1792));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 83u);
}

/* rv32i.v:227 initial */
GPGA_FN uint gpga_seg_83(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(10));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(11));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 84u);
}

/* rv32i.v:227 initial */
GPGA_FN uint gpga_seg_84(GPGA_ARGS, uint th) {
	gpga_store32(st, 2797, gpga_k(1));
	gpga_store32(st, 2799, gpga_load32(st, 2569 /* tb.fib */));
	gpga_l32 t2 = gpga_new_frame(st, 10u, 3u);
	return gpga_call(st, th, t2.v, 187u, 85u);
}

/* rv32i.v:228 initial */
GPGA_FN uint gpga_seg_85(GPGA_ARGS, uint th) {
	gpga_store32(st, 2809, gpga_k(10));
	gpga_store32(st, 2811, gpga_k(10));
	gpga_l32 t2 = gpga_new_frame(st, 5u, 3u);
	return gpga_call(st, th, t2.v, 175u, 86u);
}

/* rv32i.v:229 initial */
GPGA_FN uint gpga_seg_86(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(5));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(4091));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 87u);
}

/* rv32i.v:230 initial */
GPGA_FN uint gpga_seg_87(GPGA_ARGS, uint th) {
	gpga_store32(st, 2737, gpga_k(6));
	gpga_store32(st, 2739, gpga_k(5));
	gpga_store32(st, 2741, gpga_k(1));
	gpga_l32 t3 = gpga_new_frame(st, 11u, 3u);
	return gpga_call(st, th, t3.v, 189u, 88u);
}

/* rv32i.v:230 initial */
GPGA_FN uint gpga_seg_88(GPGA_ARGS, uint th) {
	gpga_store32(st, 2743, gpga_k(7));
	gpga_store32(st, 2745, gpga_k(5));
	gpga_store32(st, 2747, gpga_k(28));
	gpga_l32 t3 = gpga_new_frame(st, 12u, 3u);
	return gpga_call(st, th, t3.v, 191u, 89u);
}

/* rv32i.v:230 initial */
GPGA_FN uint gpga_seg_89(GPGA_ARGS, uint th) {
	gpga_store32(st, 2809, gpga_k(6));
	gpga_store32(st, 2811, gpga_k(32));
	gpga_l32 t2 = gpga_new_frame(st, 5u, 3u);
	return gpga_call(st, th, t2.v, 175u, 90u);
}

/* rv32i.v:231 initial */
GPGA_FN uint gpga_seg_90(GPGA_ARGS, uint th) {
	gpga_store32(st, 2809, gpga_k(7));
	gpga_store32(st, 2811, gpga_k(10));
	gpga_l32 t2 = gpga_new_frame(st, 5u, 3u);
	return gpga_call(st, th, t2.v, 175u, 91u);
}

/* rv32i.v:231 initial */
GPGA_FN uint gpga_seg_91(GPGA_ARGS, uint th) {
	gpga_store32(st, 2703, gpga_k(0x100073u));
	gpga_l32 t1 = gpga_new_frame(st, 13u, 3u);
	return gpga_call(st, th, t1.v, 193u, 92u);
}

/* rv32i.v:232 initial */
GPGA_FN uint gpga_seg_92(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2573, 13 /* tb.div */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2725, gpga_k(12));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(0));
	gpga_l32 t4 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t4.v, 167u, 93u);
}

/* rv32i.v:234 initial */
GPGA_FN uint gpga_seg_93(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(13));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(32));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 94u);
}

/* rv32i.v:234 initial */
GPGA_FN uint gpga_seg_94(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(14));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(0));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 95u);
}

/* rv32i.v:234 initial */
GPGA_FN uint gpga_seg_95(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2575, 14 /* tb.divcall */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2731, gpga_k(12));
	gpga_store32(st, 2733, gpga_k(12));
	gpga_store32(st, 2735, gpga_k(1));
	gpga_l32 t4 = gpga_new_frame(st, 7u, 3u);
	return gpga_call(st, th, t4.v, 181u, 96u);
}

/* rv32i.v:236 initial */
GPGA_FN uint gpga_seg_96(GPGA_ARGS, uint th) {
	gpga_store32(st, 2743, gpga_k(15));
	gpga_store32(st, 2745, gpga_k(10));
	gpga_store32(st, 2747, gpga_k(31));
	gpga_l32 t3 = gpga_new_frame(st, 12u, 3u);
	return gpga_call(st, th, t3.v, 191u, 97u);
}

/* rv32i.v:236 initial */
GPGA_FN uint gpga_seg_97(GPGA_ARGS, uint th) {
	gpga_store32(st, 2715, gpga_k(0));
	gpga_store32(st, 2717, gpga_k(6));
	gpga_store32(st, 2719, gpga_k(12));
	gpga_store32(st, 2721, gpga_k(12));
	gpga_store32(st, 2723, gpga_k(15));
	gpga_l32 t5 = gpga_new_frame(st, 14u, 3u);
	return gpga_call(st, th, t5.v, 194u, 98u);
}

/* rv32i.v:236 initial */
GPGA_FN uint gpga_seg_98(GPGA_ARGS, uint th) {
	gpga_store32(st, 2731, gpga_k(10));
	gpga_store32(st, 2733, gpga_k(10));
	gpga_store32(st, 2735, gpga_k(1));
	gpga_l32 t3 = gpga_new_frame(st, 7u, 3u);
	return gpga_call(st, th, t3.v, 181u, 99u);
}

/* rv32i.v:236 initial */
GPGA_FN uint gpga_seg_99(GPGA_ARGS, uint th) {
	gpga_store32(st, 2731, gpga_k(14));
	gpga_store32(st, 2733, gpga_k(14));
	gpga_store32(st, 2735, gpga_k(1));
	gpga_l32 t3 = gpga_new_frame(st, 7u, 3u);
	return gpga_call(st, th, t3.v, 181u, 100u);
}

/* rv32i.v:237 initial */
GPGA_FN uint gpga_seg_100(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(6));
	gpga_store32(st, 2789, gpga_k(12));
	gpga_store32(st, 2791, gpga_k(11));
	gpga_store32(st, 2793, gpga_add32(gpga_load32(st, 2561 /* tb.at */), gpga_k(12), 0xffffffffu));
	gpga_l32 t6 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t6.v, 173u, 101u);
}

/* rv32i.v:238 initial */
GPGA_FN uint gpga_seg_101(GPGA_ARGS, uint th) {
	gpga_store32(st, 2755, gpga_k(12));
	gpga_store32(st, 2757, gpga_k(12));
	gpga_store32(st, 2759, gpga_k(11));
	gpga_l32 t3 = gpga_new_frame(st, 8u, 3u);
	return gpga_call(st, th, t3.v, 183u, 102u);
}

/* rv32i.v:239 initial */
GPGA_FN uint gpga_seg_102(GPGA_ARGS, uint th) {
	gpga_store32(st, 2705, gpga_k(19));
	gpga_store32(st, 2707, gpga_k(6));
	gpga_store32(st, 2709, gpga_k(14));
	gpga_store32(st, 2711, gpga_k(14));
	gpga_store32(st, 2713, gpga_k(1));
	gpga_l32 t5 = gpga_new_frame(st, 15u, 3u);
	return gpga_call(st, th, t5.v, 196u, 103u);
}

/* rv32i.v:239 initial */
GPGA_FN uint gpga_seg_103(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(13));
	gpga_store32(st, 2727, gpga_k(13));
	gpga_store32(st, 2729, gpga_k(4095));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 104u);
}

/* rv32i.v:240 initial */
GPGA_FN uint gpga_seg_104(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(1));
	gpga_store32(st, 2789, gpga_k(13));
	gpga_store32(st, 2791, gpga_k(0));
	gpga_store32(st, 2793, gpga_load32(st, 2575 /* tb.divcall */));
	gpga_l32 t4 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t4.v, 173u, 105u);
}

/* rv32i.v:241 initial */
GPGA_FN uint gpga_seg_105(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(10));
	gpga_store32(st, 2727, gpga_k(14));
	gpga_store32(st, 2729, gpga_k(0));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 106u);
}

/* rv32i.v:242 initial */
GPGA_FN uint gpga_seg_106(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(11));
	gpga_store32(st, 2727, gpga_k(12));
	gpga_store32(st, 2729, gpga_k(0));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 107u);
}

/* rv32i.v:242 initial */
GPGA_FN uint gpga_seg_107(GPGA_ARGS, uint th) {
	gpga_store32(st, 2803, gpga_k(0));
	gpga_store32(st, 2805, gpga_k(1));
	gpga_store32(st, 2807, gpga_k(0));
	gpga_l32 t3 = gpga_new_frame(st, 16u, 3u);
	return gpga_call(st, th, t3.v, 198u, 108u);
}

/* rv32i.v:242 initial */
GPGA_FN uint gpga_seg_108(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 2569, 11 /* tb.fib */, gpga_load32(st, 2561 /* tb.at */));
	gpga_store32(st, 2725, gpga_k(5));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_k(2));
	gpga_l32 t4 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t4.v, 167u, 109u);
}

/* rv32i.v:244 initial */
GPGA_FN uint gpga_seg_109(GPGA_ARGS, uint th) {
	gpga_store32(st, 2787, gpga_k(5));
	gpga_store32(st, 2789, gpga_k(10));
	gpga_store32(st, 2791, gpga_k(5));
	gpga_store32(st, 2793, gpga_add32(gpga_load32(st, 2561 /* tb.at */), gpga_k(8), 0xffffffffu));
	gpga_l32 t6 = gpga_new_frame(st, 4u, 3u);
	return gpga_call(st, th, t6.v, 173u, 110u);
}

/* rv32i.v:245 initial */
GPGA_FN uint gpga_seg_110(GPGA_ARGS, uint th) {
	gpga_store32(st, 2803, gpga_k(0));
	gpga_store32(st, 2805, gpga_k(1));
	gpga_store32(st, 2807, gpga_k(0));
	gpga_l32 t3 = gpga_new_frame(st, 16u, 3u);
	return gpga_call(st, th, t3.v, 198u, 111u);
}

/* rv32i.v:246 initial */
GPGA_FN uint gpga_seg_111(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(2));
	gpga_store32(st, 2729, gpga_k(4084));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 112u);
}

/* rv32i.v:247 initial */
GPGA_FN uint gpga_seg_112(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(2));
	gpga_store32(st, 2781, gpga_k(1));
	gpga_store32(st, 2783, gpga_k(0));
	gpga_store32(st, 2785, gpga_k(2));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 113u);
}

/* rv32i.v:247 initial */
GPGA_FN uint gpga_seg_113(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(2));
	gpga_store32(st, 2781, gpga_k(10));
	gpga_store32(st, 2783, gpga_k(4));
	gpga_store32(st, 2785, gpga_k(2));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 114u);
}

/* rv32i.v:247 initial */
GPGA_FN uint gpga_seg_114(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(10));
	gpga_store32(st, 2727, gpga_k(10));
	gpga_store32(st, 2729, gpga_k(4095));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 115u);
}

/* rv32i.v:248 initial */
GPGA_FN uint gpga_seg_115(GPGA_ARGS, uint th) {
	gpga_store32(st, 2797, gpga_k(1));
	gpga_store32(st, 2799, gpga_load32(st, 2569 /* tb.fib */));
	gpga_l32 t2 = gpga_new_frame(st, 10u, 3u);
	return gpga_call(st, th, t2.v, 187u, 116u);
}

/* rv32i.v:248 initial */
GPGA_FN uint gpga_seg_116(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(2));
	gpga_store32(st, 2781, gpga_k(10));
	gpga_store32(st, 2783, gpga_k(8));
	gpga_store32(st, 2785, gpga_k(2));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 117u);
}

/* rv32i.v:248 initial */
GPGA_FN uint gpga_seg_117(GPGA_ARGS, uint th) {
	gpga_store32(st, 2771, gpga_k(2));
	gpga_store32(st, 2773, gpga_k(10));
	gpga_store32(st, 2775, gpga_k(4));
	gpga_store32(st, 2777, gpga_k(2));
	gpga_l32 t4 = gpga_new_frame(st, 3u, 3u);
	return gpga_call(st, th, t4.v, 171u, 118u);
}

/* rv32i.v:249 initial */
GPGA_FN uint gpga_seg_118(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(10));
	gpga_store32(st, 2727, gpga_k(10));
	gpga_store32(st, 2729, gpga_k(4094));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 119u);
}

/* rv32i.v:249 initial */
GPGA_FN uint gpga_seg_119(GPGA_ARGS, uint th) {
	gpga_store32(st, 2797, gpga_k(1));
	gpga_store32(st, 2799, gpga_load32(st, 2569 /* tb.fib */));
	gpga_l32 t2 = gpga_new_frame(st, 10u, 3u);
	return gpga_call(st, th, t2.v, 187u, 120u);
}

/* rv32i.v:249 initial */
GPGA_FN uint gpga_seg_120(GPGA_ARGS, uint th) {
	gpga_store32(st, 2771, gpga_k(2));
	gpga_store32(st, 2773, gpga_k(5));
	gpga_store32(st, 2775, gpga_k(8));
	gpga_store32(st, 2777, gpga_k(2));
	gpga_l32 t4 = gpga_new_frame(st, 3u, 3u);
	return gpga_call(st, th, t4.v, 171u, 121u);
}

/* rv32i.v:250 initial */
GPGA_FN uint gpga_seg_121(GPGA_ARGS, uint th) {
	gpga_store32(st, 2749, gpga_k(10));
	gpga_store32(st, 2751, gpga_k(10));
	gpga_store32(st, 2753, gpga_k(5));
	gpga_l32 t3 = gpga_new_frame(st, 2u, 3u);
	return gpga_call(st, th, t3.v, 169u, 122u);
}

/* rv32i.v:250 initial */
GPGA_FN uint gpga_seg_122(GPGA_ARGS, uint th) {
	gpga_store32(st, 2771, gpga_k(2));
	gpga_store32(st, 2773, gpga_k(1));
	gpga_store32(st, 2775, gpga_k(0));
	gpga_store32(st, 2777, gpga_k(2));
	gpga_l32 t4 = gpga_new_frame(st, 3u, 3u);
	return gpga_call(st, th, t4.v, 171u, 123u);
}

/* rv32i.v:250 initial */
GPGA_FN uint gpga_seg_123(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(2));
	gpga_store32(st, 2727, gpga_k(2));
	gpga_store32(st, 2729, gpga_k(12));
	gpga_l32 t3 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t3.v, 167u, 124u);
}

/* rv32i.v:250 initial */
GPGA_FN uint gpga_seg_124(GPGA_ARGS, uint th) {
	gpga_store32(st, 2803, gpga_k(0));
	gpga_store32(st, 2805, gpga_k(1));
	gpga_store32(st, 2807, gpga_k(0));
	gpga_l32 t3 = gpga_new_frame(st, 16u, 3u);
	return gpga_call(st, th, t3.v, 198u, 125u);
}

/* rv32i.v:250 initial */
GPGA_FN uint gpga_seg_125(GPGA_ARGS, uint th) {
	gpga_note32(st, 2579, 16 /* tb.pass */, gpga_add32(gpga_load32(st, 2579 /* tb.pass */), gpga_k(1), 0xffffffffu));
	return 22;
}

/* rv32i.v:183 initial */
GPGA_FN uint gpga_seg_126(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 2561 /* tb.at */);
	gpga_svc(st, 2u, 2u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0x16ul), 127u);
}

/* rv32i.v:253 initial */
GPGA_FN uint gpga_seg_127(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 503, 1 /* tb.rst_n */, gpga_k(1));
	return 128;
}

GPGA_FN uint gpga_dispatch_64(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 64: return gpga_seg_64(st, tab, th);
	case 65: return gpga_seg_65(st, tab, th);
	case 66: return gpga_seg_66(st, tab, th);
	case 67: return gpga_seg_67(st, tab, th);
	case 68: return gpga_seg_68(st, tab, th);
	case 69: return gpga_seg_69(st, tab, th);
	case 70: return gpga_seg_70(st, tab, th);
	case 71: return gpga_seg_71(st, tab, th);
	case 72: return gpga_seg_72(st, tab, th);
	case 73: return gpga_seg_73(st, tab, th);
	case 74: return gpga_seg_74(st, tab, th);
	case 75: return gpga_seg_75(st, tab, th);
	case 76: return gpga_seg_76(st, tab, th);
	case 77: return gpga_seg_77(st, tab, th);
	case 78: return gpga_seg_78(st, tab, th);
	case 79: return gpga_seg_79(st, tab, th);
	case 80: return gpga_seg_80(st, tab, th);
	case 81: return gpga_seg_81(st, tab, th);
	case 82: return gpga_seg_82(st, tab, th);
	case 83: return gpga_seg_83(st, tab, th);
	case 84: return gpga_seg_84(st, tab, th);
	case 85: return gpga_seg_85(st, tab, th);
	case 86: return gpga_seg_86(st, tab, th);
	case 87: return gpga_seg_87(st, tab, th);
	case 88: return gpga_seg_88(st, tab, th);
	case 89: return gpga_seg_89(st, tab, th);
	case 90: return gpga_seg_90(st, tab, th);
	case 91: return gpga_seg_91(st, tab, th);
	case 92: return gpga_seg_92(st, tab, th);
	case 93: return gpga_seg_93(st, tab, th);
	case 94: return gpga_seg_94(st, tab, th);
	case 95: return gpga_seg_95(st, tab, th);
	case 96: return gpga_seg_96(st, tab, th);
	case 97: return gpga_seg_97(st, tab, th);
	case 98: return gpga_seg_98(st, tab, th);
	case 99: return gpga_seg_99(st, tab, th);
	case 100: return gpga_seg_100(st, tab, th);
	case 101: return gpga_seg_101(st, tab, th);
	case 102: return gpga_seg_102(st, tab, th);
	case 103: return gpga_seg_103(st, tab, th);
	case 104: return gpga_seg_104(st, tab, th);
	case 105: return gpga_seg_105(st, tab, th);
	case 106: return gpga_seg_106(st, tab, th);
	case 107: return gpga_seg_107(st, tab, th);
	case 108: return gpga_seg_108(st, tab, th);
	case 109: return gpga_seg_109(st, tab, th);
	case 110: return gpga_seg_110(st, tab, th);
	case 111: return gpga_seg_111(st, tab, th);
	case 112: return gpga_seg_112(st, tab, th);
	case 113: return gpga_seg_113(st, tab, th);
	case 114: return gpga_seg_114(st, tab, th);
	case 115: return gpga_seg_115(st, tab, th);
	case 116: return gpga_seg_116(st, tab, th);
	case 117: return gpga_seg_117(st, tab, th);
	case 118: return gpga_seg_118(st, tab, th);
	case 119: return gpga_seg_119(st, tab, th);
	case 120: return gpga_seg_120(st, tab, th);
	case 121: return gpga_seg_121(st, tab, th);
	case 122: return gpga_seg_122(st, tab, th);
	case 123: return gpga_seg_123(st, tab, th);
	case 124: return gpga_seg_124(st, tab, th);
	case 125: return gpga_seg_125(st, tab, th);
	case 126: return gpga_seg_126(st, tab, th);
	case 127: return gpga_seg_127(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* rv32i.v:254 initial */
GPGA_FN uint gpga_seg_128(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 2589 /* cpu.trap */))) {
		return 129;
	} else {
		return gpga_wait(st, th, 7, 128);
	}
}

static inline gpga_l64 gpga_time(device uint *st) { return gpga_l64{ulong(GPGA_AT(SCHED_TIME_LO)) | (ulong(GPGA_AT(SCHED_TIME_HI)) << 32), 0ul}; }

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

/* rv32i.v:254 initial */
GPGA_FN uint gpga_seg_129(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 2595 /* cpu.inst_pc */);
	gpga_l32 t1 = gpga_load32(st, 2557 /* tb.retired */);
	gpga_l64 t2 = gpga_time(st);
	gpga_svc(st, 3u, 8u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg64(st, t2);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set32(st, tab, 2577, 15 /* tb.i */, gpga_k(1));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 2577 /* tb.i */), gpga_k(16), 0u))) {
				break;
			}
			gpga_l32 t7 = gpga_load32(st, 2577 /* tb.i */);
			gpga_l32 t10 = gpga_loadel32(st, 2599u /* cpu.x */, gpga_idxs32(gpga_load32(st, 2577 /* tb.i */), 0u), 32u, 0xffffffffu);
			gpga_svc(st, 4u, 4u);
			gpga_arg32(st, t7);
			gpga_arg32(st, t10);
			if (gpga_over(st)) {
				return GPGA_STOPPED;
			}
			gpga_set32(st, tab, 2577, 15 /* tb.i */, gpga_add32(gpga_load32(st, 2577 /* tb.i */), gpga_k(1), 0xffffffffu));
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_svc(st, 5u, 0u);
	return gpga_finish(st, th, 1u, 130u);
}

/* rv32i.v:257 initial */
GPGA_FN uint gpga_seg_130(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

constant uint STATUS_REPLY = 2;
static inline uint gpga_reply(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(SCHED_CUR) = th;
	GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
	return GPGA_STOPPED;
}

/* rv32i.v:260 initial */
GPGA_FN uint gpga_seg_131(GPGA_ARGS, uint th) {
	gpga_svc(st, 6u, 0u);
	return gpga_reply(st, th, 132u);
}

/* rv32i.v:261 initial */
GPGA_FN uint gpga_seg_132(GPGA_ARGS, uint th) {
	gpga_svc(st, 7u, 2u);
	gpga_arg32(st, gpga_k(1));
	return gpga_reply(st, th, 133u);
}

/* rv32i.v:262 initial */
GPGA_FN uint gpga_seg_133(GPGA_ARGS, uint th) {
	gpga_svc(st, 8u, 2u);
	gpga_arg32(st, gpga_k(1));
	return gpga_reply(st, th, 134u);
}

/* rv32i.v:263 initial */
GPGA_FN uint gpga_seg_134(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xbb8ul), 135u);
}

/* rv32i.v:264 initial */
GPGA_FN uint gpga_seg_135(GPGA_ARGS, uint th) {
	gpga_svc(st, 9u, 0u);
	return gpga_reply(st, th, 136u);
}

/* rv32i.v:264 initial */
GPGA_FN uint gpga_seg_136(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x4e20ul), 137u);
}

/* rv32i.v:265 initial */
GPGA_FN uint gpga_seg_137(GPGA_ARGS, uint th) {
	gpga_svc(st, 10u, 0u);
	return gpga_reply(st, th, 138u);
}

/* rv32i.v:265 initial */
GPGA_FN uint gpga_seg_138(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xbb8ul), 139u);
}

/* rv32i.v:266 initial */
GPGA_FN uint gpga_seg_139(GPGA_ARGS, uint th) {
	gpga_svc(st, 11u, 0u);
	return gpga_reply(st, th, 140u);
}

/* rv32i.v:266 initial */
GPGA_FN uint gpga_seg_140(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* rv32i.v:268 initial */
GPGA_FN uint gpga_seg_141(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x61a80ul), 142u);
}

/* rv32i.v:268 initial */
GPGA_FN uint gpga_seg_142(GPGA_ARGS, uint th) {
	gpga_svc(st, 12u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 13u, 0u);
	return gpga_finish(st, th, 1u, 143u);
}

/* rv32i.v:268 initial */
GPGA_FN uint gpga_seg_143(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* rv32i.v:18 assign */
GPGA_FN uint gpga_seg_144(GPGA_ARGS, uint th) {
	gpga_note32(st, 2663, 27 /* cpu.opcode */, gpga_trunc32(gpga_load32(st, 2593 /* cpu.inst */), 0x7fu));
	return GPGA_STOPPED;
}

/* rv32i.v:19 assign */
GPGA_FN uint gpga_seg_145(GPGA_ARGS, uint th) {
	gpga_note32(st, 2665, 28 /* cpu.f3 */, gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 12u, 0x7u));
	return GPGA_STOPPED;
}

/* rv32i.v:20 assign */
GPGA_FN uint gpga_seg_146(GPGA_ARGS, uint th) {
	gpga_note32(st, 2667, 29 /* cpu.rd */, gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 7u, 0x1fu));
	return GPGA_STOPPED;
}

/* rv32i.v:20 assign */
GPGA_FN uint gpga_seg_147(GPGA_ARGS, uint th) {
	gpga_note32(st, 2669, 30 /* cpu.rs1 */, gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 15u, 0x1fu));
	return GPGA_STOPPED;
}

/* rv32i.v:20 assign */
GPGA_FN uint gpga_seg_148(GPGA_ARGS, uint th) {
	gpga_note32(st, 2671, 31 /* cpu.rs2 */, gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 20u, 0x1fu));
	return GPGA_STOPPED;
}

/* rv32i.v:21 assign */
GPGA_FN uint gpga_seg_149(GPGA_ARGS, uint th) {
	gpga_note32(st, 2673, 32 /* cpu.imm_i */, gpga_cat32(gpga_sext32(gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 31u, 0x1u), 31u, 0x1fffffu), gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 20u, 0x7ffu), 11u));
	return GPGA_STOPPED;
}

/* rv32i.v:22 assign */
GPGA_FN uint gpga_seg_150(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_cat32(gpga_cat32(gpga_sext32(gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 31u, 0x1u), 31u, 0x1fffffu), gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 25u, 0x3fu), 6u), gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 7u, 0x1fu), 5u);
	gpga_note32(st, 2675, 33 /* cpu.imm_s */, t8);
	return GPGA_STOPPED;
}

/* rv32i.v:23 assign */
GPGA_FN uint gpga_seg_151(GPGA_ARGS, uint th) {
	gpga_l32 t11 = gpga_cat32(gpga_cat32(gpga_sext32(gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 31u, 0x1u), 31u, 0xfffffu), gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 7u, 0x1u), 1u), gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 25u, 0x3fu), 6u);
	gpga_note32(st, 2677, 34 /* cpu.imm_b */, gpga_cat32(gpga_cat32(t11, gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 8u, 0xfu), 4u), gpga_k(0), 1u));
	return GPGA_STOPPED;
}

/* rv32i.v:24 assign */
GPGA_FN uint gpga_seg_152(GPGA_ARGS, uint th) {
	gpga_note32(st, 2679, 35 /* cpu.imm_u */, gpga_cat32(gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 12u, 0xfffffu), gpga_k(0), 12u));
	return GPGA_STOPPED;
}

/* rv32i.v:25 assign */
GPGA_FN uint gpga_seg_153(GPGA_ARGS, uint th) {
	gpga_l32 t11 = gpga_cat32(gpga_cat32(gpga_sext32(gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 31u, 0x1u), 31u, 0xfffu), gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 12u, 0xffu), 8u), gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 20u, 0x1u), 1u);
	gpga_note32(st, 2681, 36 /* cpu.imm_j */, gpga_cat32(gpga_cat32(t11, gpga_part32(gpga_load32(st, 2593 /* cpu.inst */), 21u, 0x3ffu), 10u), gpga_k(0), 1u));
	return GPGA_STOPPED;
}

/* rv32i.v:27 assign */
GPGA_FN uint gpga_seg_154(GPGA_ARGS, uint th) {
	gpga_note32(st, 2683, 37 /* cpu.a */, gpga_mux32(gpga_eq32(gpga_load32(st, 2669 /* cpu.rs1 */), gpga_k(0)), gpga_k(0), gpga_loadel32(st, 2599u /* cpu.x */, gpga_idx32(gpga_load32(st, 2669 /* cpu.rs1 */)), 32u, 0xffffffffu)));
	return GPGA_STOPPED;
}

/* rv32i.v:28 assign */
GPGA_FN uint gpga_seg_155(GPGA_ARGS, uint th) {
	gpga_note32(st, 2685, 38 /* cpu.b */, gpga_mux32(gpga_eq32(gpga_load32(st, 2671 /* cpu.rs2 */), gpga_k(0)), gpga_k(0), gpga_loadel32(st, 2599u /* cpu.x */, gpga_idx32(gpga_load32(st, 2671 /* cpu.rs2 */)), 32u, 0xffffffffu)));
	return GPGA_STOPPED;
}

/* rv32i.v:30 assign */
GPGA_FN uint gpga_seg_157(GPGA_ARGS, uint th) {
	gpga_note32(st, 2689, 40 /* cpu.y */, gpga_mux32(gpga_load32(st, 2687 /* cpu.is_imm */), gpga_load32(st, 2673 /* cpu.imm_i */), gpga_load32(st, 2685 /* cpu.b */)));
	return GPGA_STOPPED;
}

/* rv32i.v:60 assign */
GPGA_FN uint gpga_seg_158(GPGA_ARGS, uint th) {
	gpga_note32(st, 2553, 3 /* tb.daddr */, gpga_add32(gpga_load32(st, 2683 /* cpu.a */), gpga_mux32(gpga_eq32(gpga_load32(st, 2663 /* cpu.opcode */), gpga_k(35)), gpga_load32(st, 2675 /* cpu.imm_s */), gpga_load32(st, 2673 /* cpu.imm_i */)), 0xffffffffu));
	return GPGA_STOPPED;
}

/* rv32i.v:61 assign */
GPGA_FN uint gpga_seg_159(GPGA_ARGS, uint th) {
	gpga_note32(st, 2555, 4 /* tb.dread */, gpga_and32(gpga_load32(st, 2597 /* cpu.valid */), gpga_eq32(gpga_load32(st, 2663 /* cpu.opcode */), gpga_k(3))));
	return GPGA_STOPPED;
}

/* rv32i.v:74 assign */
GPGA_FN uint gpga_seg_160(GPGA_ARGS, uint th) {
	gpga_note32(st, 2695, 43 /* cpu.lane */, gpga_shr32(gpga_load32(st, 2587 /* cpu.drdata */), gpga_count32(gpga_cat32(gpga_trunc32(gpga_load32(st, 2553 /* tb.daddr */), 0x3u), gpga_k(0), 3u)), 32u, 0xffffffffu));
	return GPGA_STOPPED;
}

/* rv32i.v:134 index */
GPGA_FN uint gpga_seg_161(GPGA_ARGS, uint th) {
	gpga_note32(st, 2813, 102 /* cpu._h108 */, gpga_part32(gpga_load32(st, 2591 /* cpu.pc */), 2u, 0x3ffu));
	return GPGA_STOPPED;
}

/* rv32i.v:135 index */
GPGA_FN uint gpga_seg_163(GPGA_ARGS, uint th) {
	gpga_note32(st, 2815, 103 /* cpu._h109 */, gpga_part32(gpga_load32(st, 2553 /* tb.daddr */), 2u, 0x3ffu));
	return GPGA_STOPPED;
}

/* rv32i.v:163 tb.lui */
GPGA_FN uint gpga_seg_165(GPGA_ARGS, uint th) {
	gpga_store32(st, 2703, gpga_cat32(gpga_cat32(gpga_load32(st, 2769 /* lui.imm */), gpga_load32(st, 2767 /* lui.d */), 5u), gpga_k(55), 7u));
	gpga_l32 t5 = gpga_new_frame(st, 13u, 3u);
	return gpga_call(st, th, t5.v, 193u, 166u);
}

/* back to the caller; words is the size of the frame to free, 0 when the caller still reads it */
GPGA_FN uint gpga_ret(device uint *st, uint th, uint words) {
	uint f = GPGA_AT(th + TH_FRAME);
	uint seg = GPGA_AT(f + FR_RET);
	GPGA_AT(th + TH_FRAME) = GPGA_AT(f + FR_CALLER);
	if (words != 0) gpga_free(st, f, words);
	return gpga_yield(st, th, seg);
}

/* rv32i.v:163 tb.lui */
GPGA_FN uint gpga_seg_166(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:156 tb.addi */
GPGA_FN uint gpga_seg_167(GPGA_ARGS, uint th) {
	gpga_store32(st, 2705, gpga_k(19));
	gpga_store32(st, 2707, gpga_k(0));
	gpga_store32(st, 2709, gpga_load32(st, 2725 /* addi.d */));
	gpga_store32(st, 2711, gpga_load32(st, 2727 /* addi.s */));
	gpga_store32(st, 2713, gpga_load32(st, 2729 /* addi.imm */));
	gpga_l32 t5 = gpga_new_frame(st, 15u, 3u);
	return gpga_call(st, th, t5.v, 196u, 168u);
}

/* rv32i.v:156 tb.addi */
GPGA_FN uint gpga_seg_168(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:160 tb.add */
GPGA_FN uint gpga_seg_169(GPGA_ARGS, uint th) {
	gpga_store32(st, 2715, gpga_k(0));
	gpga_store32(st, 2717, gpga_k(0));
	gpga_store32(st, 2719, gpga_load32(st, 2749 /* add.d */));
	gpga_store32(st, 2721, gpga_load32(st, 2751 /* add.s */));
	gpga_store32(st, 2723, gpga_load32(st, 2753 /* add.t */));
	gpga_l32 t5 = gpga_new_frame(st, 14u, 3u);
	return gpga_call(st, th, t5.v, 194u, 170u);
}

/* rv32i.v:160 tb.add */
GPGA_FN uint gpga_seg_170(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:164 tb.load */
GPGA_FN uint gpga_seg_171(GPGA_ARGS, uint th) {
	gpga_store32(st, 2705, gpga_k(3));
	gpga_store32(st, 2707, gpga_load32(st, 2771 /* load.f */));
	gpga_store32(st, 2709, gpga_load32(st, 2773 /* load.d */));
	gpga_store32(st, 2711, gpga_load32(st, 2777 /* load.s */));
	gpga_store32(st, 2713, gpga_load32(st, 2775 /* load.imm */));
	gpga_l32 t5 = gpga_new_frame(st, 15u, 3u);
	return gpga_call(st, th, t5.v, 196u, 172u);
}

/* rv32i.v:164 tb.load */
GPGA_FN uint gpga_seg_172(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:166 tb.branch */
GPGA_FN uint gpga_seg_173(GPGA_ARGS, uint th) {
	gpga_store32(st, 2795, gpga_trunc32(gpga_sub32(gpga_load32(st, 2793 /* branch.to */), gpga_load32(st, 2561 /* tb.at */), 0xffffffffu), 0x1fffu));
	gpga_l32 t18 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_part32(gpga_load32(st, 2795 /* branch.o */), 12u, 0x1u), gpga_part32(gpga_load32(st, 2795 /* branch.o */), 5u, 0x3fu), 6u), gpga_load32(st, 2791 /* branch.t */), 5u), gpga_load32(st, 2789 /* branch.s */), 5u);
	gpga_l32 t22 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(t18, gpga_load32(st, 2787 /* branch.f */), 3u), gpga_part32(gpga_load32(st, 2795 /* branch.o */), 1u, 0xfu), 4u), gpga_part32(gpga_load32(st, 2795 /* branch.o */), 11u, 0x1u), 1u), gpga_k(99), 7u);
	gpga_store32(st, 2703, t22);
	gpga_l32 t23 = gpga_new_frame(st, 13u, 3u);
	return gpga_call(st, th, t23.v, 193u, 174u);
}

/* rv32i.v:168 tb.branch */
GPGA_FN uint gpga_seg_174(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:175 tb.print */
GPGA_FN uint gpga_seg_175(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(2));
	gpga_store32(st, 2781, gpga_load32(st, 2809 /* print.r */));
	gpga_store32(st, 2783, gpga_k(4));
	gpga_store32(st, 2785, gpga_k(31));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 176u);
}

/* rv32i.v:175 tb.print */
GPGA_FN uint gpga_seg_176(GPGA_ARGS, uint th) {
	gpga_store32(st, 2725, gpga_k(30));
	gpga_store32(st, 2727, gpga_k(0));
	gpga_store32(st, 2729, gpga_cat32(gpga_k(0), gpga_load32(st, 2811 /* print.c */), 8u));
	gpga_l32 t5 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t5.v, 167u, 177u);
}

/* rv32i.v:175 tb.print */
GPGA_FN uint gpga_seg_177(GPGA_ARGS, uint th) {
	gpga_store32(st, 2779, gpga_k(0));
	gpga_store32(st, 2781, gpga_k(30));
	gpga_store32(st, 2783, gpga_k(0));
	gpga_store32(st, 2785, gpga_k(31));
	gpga_l32 t4 = gpga_new_frame(st, 6u, 3u);
	return gpga_call(st, th, t4.v, 179u, 178u);
}

/* rv32i.v:175 tb.print */
GPGA_FN uint gpga_seg_178(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:165 tb.store */
GPGA_FN uint gpga_seg_179(GPGA_ARGS, uint th) {
	gpga_l32 t11 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_part32(gpga_load32(st, 2783 /* store.imm */), 5u, 0x7fu), gpga_load32(st, 2781 /* store.t */), 5u), gpga_load32(st, 2785 /* store.s */), 5u), gpga_load32(st, 2779 /* store.f */), 3u), gpga_trunc32(gpga_load32(st, 2783 /* store.imm */), 0x1fu), 5u);
	gpga_store32(st, 2703, gpga_cat32(t11, gpga_k(35), 7u));
	gpga_l32 t13 = gpga_new_frame(st, 13u, 3u);
	return gpga_call(st, th, t13.v, 193u, 180u);
}

/* rv32i.v:165 tb.store */
GPGA_FN uint gpga_seg_180(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:157 tb.slli */
GPGA_FN uint gpga_seg_181(GPGA_ARGS, uint th) {
	gpga_store32(st, 2705, gpga_k(19));
	gpga_store32(st, 2707, gpga_k(1));
	gpga_store32(st, 2709, gpga_load32(st, 2731 /* slli.d */));
	gpga_store32(st, 2711, gpga_load32(st, 2733 /* slli.s */));
	gpga_store32(st, 2713, gpga_cat32(gpga_k(0), gpga_load32(st, 2735 /* slli.n */), 5u));
	gpga_l32 t7 = gpga_new_frame(st, 15u, 3u);
	return gpga_call(st, th, t7.v, 196u, 182u);
}

/* rv32i.v:157 tb.slli */
GPGA_FN uint gpga_seg_182(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:161 tb.sub */
GPGA_FN uint gpga_seg_183(GPGA_ARGS, uint th) {
	gpga_store32(st, 2715, gpga_k(32));
	gpga_store32(st, 2717, gpga_k(0));
	gpga_store32(st, 2719, gpga_load32(st, 2755 /* sub.d */));
	gpga_store32(st, 2721, gpga_load32(st, 2757 /* sub.s */));
	gpga_store32(st, 2723, gpga_load32(st, 2759 /* sub.t */));
	gpga_l32 t5 = gpga_new_frame(st, 14u, 3u);
	return gpga_call(st, th, t5.v, 194u, 184u);
}

/* rv32i.v:161 tb.sub */
GPGA_FN uint gpga_seg_184(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:162 tb.xor_ */
GPGA_FN uint gpga_seg_185(GPGA_ARGS, uint th) {
	gpga_store32(st, 2715, gpga_k(0));
	gpga_store32(st, 2717, gpga_k(4));
	gpga_store32(st, 2719, gpga_load32(st, 2761 /* xor_.d */));
	gpga_store32(st, 2721, gpga_load32(st, 2763 /* xor_.s */));
	gpga_store32(st, 2723, gpga_load32(st, 2765 /* xor_.t */));
	gpga_l32 t5 = gpga_new_frame(st, 14u, 3u);
	return gpga_call(st, th, t5.v, 194u, 186u);
}

/* rv32i.v:162 tb.xor_ */
GPGA_FN uint gpga_seg_186(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:170 tb.jal */
GPGA_FN uint gpga_seg_187(GPGA_ARGS, uint th) {
	gpga_store32(st, 2801, gpga_trunc32(gpga_sub32(gpga_load32(st, 2799 /* jal.to */), gpga_load32(st, 2561 /* tb.at */), 0xffffffffu), 0x1fffffu));
	gpga_l32 t16 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_part32(gpga_load32(st, 2801 /* jal.o */), 20u, 0x1u), gpga_part32(gpga_load32(st, 2801 /* jal.o */), 1u, 0x3ffu), 10u), gpga_part32(gpga_load32(st, 2801 /* jal.o */), 11u, 0x1u), 1u), gpga_part32(gpga_load32(st, 2801 /* jal.o */), 12u, 0xffu), 8u);
	gpga_store32(st, 2703, gpga_cat32(gpga_cat32(t16, gpga_load32(st, 2797 /* jal.d */), 5u), gpga_k(111), 7u));
	gpga_l32 t19 = gpga_new_frame(st, 13u, 3u);
	return gpga_call(st, th, t19.v, 193u, 188u);
}

/* rv32i.v:172 tb.jal */
GPGA_FN uint gpga_seg_188(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:158 tb.srai */
GPGA_FN uint gpga_seg_189(GPGA_ARGS, uint th) {
	gpga_store32(st, 2705, gpga_k(19));
	gpga_store32(st, 2707, gpga_k(5));
	gpga_store32(st, 2709, gpga_load32(st, 2737 /* srai.d */));
	gpga_store32(st, 2711, gpga_load32(st, 2739 /* srai.s */));
	gpga_store32(st, 2713, gpga_cat32(gpga_k(32), gpga_load32(st, 2741 /* srai.n */), 5u));
	gpga_l32 t7 = gpga_new_frame(st, 15u, 3u);
	return gpga_call(st, th, t7.v, 196u, 190u);
}

/* rv32i.v:158 tb.srai */
GPGA_FN uint gpga_seg_190(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:159 tb.srli */
GPGA_FN uint gpga_seg_191(GPGA_ARGS, uint th) {
	gpga_store32(st, 2705, gpga_k(19));
	gpga_store32(st, 2707, gpga_k(5));
	gpga_store32(st, 2709, gpga_load32(st, 2743 /* srli.d */));
	gpga_store32(st, 2711, gpga_load32(st, 2745 /* srli.s */));
	gpga_store32(st, 2713, gpga_cat32(gpga_k(0), gpga_load32(st, 2747 /* srli.n */), 5u));
	gpga_l32 t7 = gpga_new_frame(st, 15u, 3u);
	return gpga_call(st, th, t7.v, 196u, 192u);
}

GPGA_FN uint gpga_dispatch_128(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 128: return gpga_seg_128(st, tab, th);
	case 129: return gpga_seg_129(st, tab, th);
	case 130: return gpga_seg_130(st, tab, th);
	case 131: return gpga_seg_131(st, tab, th);
	case 132: return gpga_seg_132(st, tab, th);
	case 133: return gpga_seg_133(st, tab, th);
	case 134: return gpga_seg_134(st, tab, th);
	case 135: return gpga_seg_135(st, tab, th);
	case 136: return gpga_seg_136(st, tab, th);
	case 137: return gpga_seg_137(st, tab, th);
	case 138: return gpga_seg_138(st, tab, th);
	case 139: return gpga_seg_139(st, tab, th);
	case 140: return gpga_seg_140(st, tab, th);
	case 141: return gpga_seg_141(st, tab, th);
	case 142: return gpga_seg_142(st, tab, th);
	case 143: return gpga_seg_143(st, tab, th);
	case 144: return gpga_seg_144(st, tab, th);
	case 145: return gpga_seg_145(st, tab, th);
	case 146: return gpga_seg_146(st, tab, th);
	case 147: return gpga_seg_147(st, tab, th);
	case 148: return gpga_seg_148(st, tab, th);
	case 149: return gpga_seg_149(st, tab, th);
	case 150: return gpga_seg_150(st, tab, th);
	case 151: return gpga_seg_151(st, tab, th);
	case 152: return gpga_seg_152(st, tab, th);
	case 153: return gpga_seg_153(st, tab, th);
	case 154: return gpga_seg_154(st, tab, th);
	case 155: return gpga_seg_155(st, tab, th);
	case 156: return gpga_seg_156(st, tab, th);
	case 157: return gpga_seg_157(st, tab, th);
	case 158: return gpga_seg_158(st, tab, th);
	case 159: return gpga_seg_159(st, tab, th);
	case 160: return gpga_seg_160(st, tab, th);
	case 161: return gpga_seg_161(st, tab, th);
	case 162: return gpga_seg_162(st, tab, th);
	case 163: return gpga_seg_163(st, tab, th);
	case 164: return gpga_seg_164(st, tab, th);
	case 165: return gpga_seg_165(st, tab, th);
	case 166: return gpga_seg_166(st, tab, th);
	case 167: return gpga_seg_167(st, tab, th);
	case 168: return gpga_seg_168(st, tab, th);
	case 169: return gpga_seg_169(st, tab, th);
	case 170: return gpga_seg_170(st, tab, th);
	case 171: return gpga_seg_171(st, tab, th);
	case 172: return gpga_seg_172(st, tab, th);
	case 173: return gpga_seg_173(st, tab, th);
	case 174: return gpga_seg_174(st, tab, th);
	case 175: return gpga_seg_175(st, tab, th);
	case 176: return gpga_seg_176(st, tab, th);
	case 177: return gpga_seg_177(st, tab, th);
	case 178: return gpga_seg_178(st, tab, th);
	case 179: return gpga_seg_179(st, tab, th);
	case 180: return gpga_seg_180(st, tab, th);
	case 181: return gpga_seg_181(st, tab, th);
	case 182: return gpga_seg_182(st, tab, th);
	case 183: return gpga_seg_183(st, tab, th);
	case 184: return gpga_seg_184(st, tab, th);
	case 185: return gpga_seg_185(st, tab, th);
	case 186: return gpga_seg_186(st, tab, th);
	case 187: return gpga_seg_187(st, tab, th);
	case 188: return gpga_seg_188(st, tab, th);
	case 189: return gpga_seg_189(st, tab, th);
	case 190: return gpga_seg_190(st, tab, th);
	case 191: return gpga_seg_191(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* rv32i.v:159 tb.srli */
GPGA_FN uint gpga_seg_192(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:153 tb.put */
GPGA_FN uint gpga_seg_193(GPGA_ARGS, uint th) {
	gpga_setel32(st, tab, 505u, 1024u, 2 /* tb.ram */, gpga_idxs32(gpga_part32(gpga_load32(st, 2561 /* tb.at */), 2u, 0x3fffffffu), 0u), gpga_load32(st, 2703 /* put.w */));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 2561, 7 /* tb.at */, gpga_add32(gpga_load32(st, 2561 /* tb.at */), gpga_k(4), 0xffffffffu));
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:155 tb.r_type */
GPGA_FN uint gpga_seg_194(GPGA_ARGS, uint th) {
	gpga_l32 t9 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 2715 /* r_type.f7 */), gpga_load32(st, 2723 /* r_type.t */), 5u), gpga_load32(st, 2721 /* r_type.s */), 5u), gpga_load32(st, 2717 /* r_type.f */), 3u), gpga_load32(st, 2719 /* r_type.d */), 5u);
	gpga_store32(st, 2703, gpga_cat32(t9, gpga_k(51), 7u));
	gpga_l32 t11 = gpga_new_frame(st, 13u, 3u);
	return gpga_call(st, th, t11.v, 193u, 195u);
}

/* rv32i.v:155 tb.r_type */
GPGA_FN uint gpga_seg_195(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:154 tb.i_type */
GPGA_FN uint gpga_seg_196(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 2713 /* i_type.imm */), gpga_load32(st, 2711 /* i_type.s */), 5u), gpga_load32(st, 2707 /* i_type.f */), 3u), gpga_load32(st, 2709 /* i_type.d */), 5u), gpga_load32(st, 2705 /* i_type.op */), 7u);
	gpga_store32(st, 2703, t8);
	gpga_l32 t9 = gpga_new_frame(st, 13u, 3u);
	return gpga_call(st, th, t9.v, 193u, 197u);
}

/* rv32i.v:154 tb.i_type */
GPGA_FN uint gpga_seg_197(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* rv32i.v:174 tb.jalr */
GPGA_FN uint gpga_seg_198(GPGA_ARGS, uint th) {
	gpga_store32(st, 2705, gpga_k(103));
	gpga_store32(st, 2707, gpga_k(0));
	gpga_store32(st, 2709, gpga_load32(st, 2803 /* jalr.d */));
	gpga_store32(st, 2711, gpga_load32(st, 2805 /* jalr.s */));
	gpga_store32(st, 2713, gpga_load32(st, 2807 /* jalr.imm */));
	gpga_l32 t5 = gpga_new_frame(st, 15u, 3u);
	return gpga_call(st, th, t5.v, 196u, 199u);
}

/* rv32i.v:174 tb.jalr */
GPGA_FN uint gpga_seg_199(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

GPGA_FN uint gpga_dispatch_192(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 192: return gpga_seg_192(st, tab, th);
	case 193: return gpga_seg_193(st, tab, th);
	case 194: return gpga_seg_194(st, tab, th);
	case 195: return gpga_seg_195(st, tab, th);
	case 196: return gpga_seg_196(st, tab, th);
	case 197: return gpga_seg_197(st, tab, th);
	case 198: return gpga_seg_198(st, tab, th);
	case 199: return gpga_seg_199(st, tab, th);
	}
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch(GPGA_ARGS, uint seg, uint th) {
	switch (seg >> 6) {
	case 0: return gpga_dispatch_0(st, tab, seg, th);
	case 1: return gpga_dispatch_64(st, tab, seg, th);
	case 2: return gpga_dispatch_128(st, tab, seg, th);
	case 3: return gpga_dispatch_192(st, tab, seg, th);
	}
	return GPGA_STOPPED;
}

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

