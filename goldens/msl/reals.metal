/* gpga kernel, table form, four-state: tb */
/* 5 processes, 1 continuous nodes, 40 segments, 2 events, 22 signals */
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
constant uint NEED_SVC_WORDS = 198;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
constant uint SCHED_POOL_NEXT = 30;
constant uint NEED_POOL_WORDS = 32;
constant uint SCHED_POOL_END = 31;
constant uint NEED_POOL = 4;
constant uint SCHED_STROBE_END = 25;
constant uint NEED_STROBE_WORDS = 4;
constant uint SCHED_STROBE_LIM = 24;
constant uint NEED_STROBE = 8;
constant uint NEED_HEAP_EVENTS = 2;
constant uint SCHED_HEAP_CAP = 17;
constant uint NEED_HEAP = 16;
/* which arenas are short for any one segment */
static inline uint gpga_short(device uint *st) {
	uint r = 0;
	if (GPGA_AT(SCHED_NBA_END) + NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM)) r |= NEED_NBA;
	if (GPGA_AT(SCHED_SVC_END) + NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM)) r |= NEED_SVC;
	if (GPGA_AT(SCHED_POOL_NEXT) + NEED_POOL_WORDS > GPGA_AT(SCHED_POOL_END)) r |= NEED_POOL;
	if (GPGA_AT(SCHED_STROBE_END) + NEED_STROBE_WORDS > GPGA_AT(SCHED_STROBE_LIM)) r |= NEED_STROBE;
	if (GPGA_AT(SCHED_HEAP_LEN) + NEED_HEAP_EVENTS > GPGA_AT(SCHED_HEAP_CAP)) r |= NEED_HEAP;
	return r;
}

constant uint GPGA_SEGS = 16;
/* how many segments can surely run before room has to be looked at again: 1, or many; a turn of a segment that goes to itself
   counts as one */
GPGA_FN uint gpga_roomy(device uint *st) {
	bool few = GPGA_AT(SCHED_NBA_END) + GPGA_SEGS * NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM) || GPGA_AT(SCHED_SVC_END) + GPGA_SEGS * NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM);
	few = few || GPGA_AT(SCHED_POOL_NEXT) + GPGA_SEGS * NEED_POOL_WORDS > GPGA_AT(SCHED_POOL_END);
	few = few || GPGA_AT(SCHED_STROBE_END) + GPGA_SEGS * NEED_STROBE_WORDS > GPGA_AT(SCHED_STROBE_LIM);
	few = few || GPGA_AT(SCHED_HEAP_LEN) + GPGA_SEGS * NEED_HEAP_EVENTS > GPGA_AT(SCHED_HEAP_CAP);
	return few ? 1u : GPGA_SEGS;
}

constant uint SCHED_CUR = 10;
constant uint SCHED_CHAIN = 9;
constant uint SCHED_INA_HEAD = 7;
constant uint SCHED_INA_TAIL = 8;
constant uint SCHED_NBA_BASE = 19;
constant uint SCHED_NBA_POS = 22;
constant uint TAB_SLOT = 26;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 23;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0, 1};
constant uchar sched_edge_wait_item_count[] = {1, 1};
constant ushort sched_edge_item_val[] = {269, 223};
constant ushort sched_edge_item_xz[] = {270, 225};
constant uint sched_edge_prev_val = 135;
constant uint sched_edge_prev_xz = 136;
constant uchar sched_edge_item_kind[] = {1, 0};
constant uint EDGE_POS = 1;
constant uint sched_edge_mask_pos = 8718;
constant uint EDGE_NEG = 2;
constant uint sched_edge_mask_neg = 4560;
constant uchar sched_edge_wait_star_count[] = {0, 1};
constant uchar sched_edge_wait_star_offset[] = {0, 0};
constant uint TAB_WIDTH = 48;
constant uint TAB_STAR = 334;
constant uint sched_edge_star_prev_val = 1002;
constant uint sched_edge_star_prev_xz = 1004;
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

constant uchar sched_edge_star_signal[] = {0};
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

constant uint TAB_TRACE = 92;
constant uint SCHED_TRACE_ON = 35;
constant uint SCHED_TRACE_NEXT = 333;
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

constant uint TAB_WORDS = 70;
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

constant uint SCHED_NOTES = 1006;
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
constant uint SCHED_NBA_ROUND = 1001;
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
constant uint SCHED_POST_THREAD = 455;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint TAB_TRACED = 114;
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

/* reals.v:97 always @(tb.x) */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 1);
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_lt64(gpga_l64 a, gpga_l64 b) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(a.v < b.v ? 1u : 0u) | x, x}; }

static inline gpga_l64 gpga_k64(ulong v) { return gpga_l64{v, 0ul}; }

GPGA_FN gpga_l64 gpga_div64(gpga_l64 a, gpga_l64 b, ulong m) {
	if ((a.x | b.x) != 0 || b.v == 0) return gpga_l64{m, m};
	return gpga_l64{a.v / b.v, ulong(0)};
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l64 gpga_add64(gpga_l64 a, gpga_l64 b, ulong m) { ulong k = (a.x | b.x) != 0 ? m : ulong(0); return gpga_l64{((a.v + b.v) & m) | k, k}; }

static inline gpga_l64 gpga_time(device uint *st) { return gpga_l64{ulong(GPGA_AT(SCHED_TIME_LO)) | (ulong(GPGA_AT(SCHED_TIME_HI)) << 32), 0ul}; }

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

/* reals.v:97 always @(tb.x) */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_lt64(gpga_k64(0x64ul), gpga_div64(gpga_add64(gpga_time(st), gpga_k64(0x1f4ul), ~0ul), gpga_k64(0x3e8ul), ~0ul)))) {
		gpga_strobe(st, 39u, GPGA_AT(th + TH_FRAME));
		if (gpga_over(st)) {
			return GPGA_STOPPED;
		}
	}
	return gpga_wait(st, th, 1, 1);
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

/* reals.v:6 initial */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_note64(st, 295, 12 /* g.y */, gpga_k64(0x0ul));
	return gpga_end(st, th);
}

/* reals.v:7 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 4);
}

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

constant uint GPGA_WAITS = 0xffffffffu;
/* likewise, of a thread that has noted signals: it waits once they are published (see gpga_enlist) */
static inline uint gpga_wait_behind(device uint *st, uint th, uint event, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_WAITING;
	GPGA_AT(th + TH_EVENT) = event + 1u;
	return GPGA_WAITS;
}

/* reals.v:7 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	gpga_note64(st, 295, 12 /* g.y */, gpga_l64{gpga_f64_add(gpga_load64(st, 295 /* g.y */).v, gpga_l64{gpga_f64_mul(gpga_l64{gpga_f64_sub(gpga_load64(st, 271 /* tb.bits */).v, gpga_load64(st, 295 /* g.y */).v), 0ul}.v, gpga_k64(0x3fc0000000000000ul).v), 0ul}.v), 0ul});
	return gpga_wait_behind(st, th, 0, 4);
}

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

GPGA_FN void gpga_arg64(device uint *st, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store64(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
}

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

static inline gpga_l32 gpga_lognot32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one ? 0u : 1u, x ? 1u : 0u}; }

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

constant uint GPGA_ON = 0xfffffffdu;
/* reals.v:51 initial, cut */
GPGA_FN uint gpga_seg_5_1(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 269, 5 /* tb.clk */, gpga_k(0));
	gpga_set64(st, tab, 223, 0 /* tb.x */, gpga_k64(0x3ff8000000000000ul));
	gpga_set64(st, tab, 227, 1 /* tb.y */, gpga_k64(0xc0a1940000000000ul));
	gpga_l64 t3 = gpga_load64(st, 223 /* tb.x */);
	gpga_l64 t4 = gpga_load64(st, 227 /* tb.y */);
	gpga_l64 t5 = gpga_load64(st, 227 /* tb.y */);
	gpga_l64 t6 = gpga_load64(st, 223 /* tb.x */);
	gpga_l64 t7 = gpga_load64(st, 223 /* tb.x */);
	gpga_l64 t8 = gpga_load64(st, 223 /* tb.x */);
	gpga_svc(st, 0u, 24u);
	gpga_arg64(st, t3);
	gpga_arg64(st, t4);
	gpga_arg64(st, t5);
	gpga_arg64(st, t6);
	gpga_arg64(st, t7);
	gpga_arg64(st, t8);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l64 t11 = gpga_l64{gpga_f64_add(gpga_load64(st, 223 /* tb.x */).v, gpga_load64(st, 227 /* tb.y */).v), 0ul};
	gpga_l64 t14 = gpga_l64{gpga_f64_sub(gpga_load64(st, 223 /* tb.x */).v, gpga_load64(st, 227 /* tb.y */).v), 0ul};
	gpga_l64 t17 = gpga_l64{gpga_f64_mul(gpga_load64(st, 223 /* tb.x */).v, gpga_load64(st, 227 /* tb.y */).v), 0ul};
	gpga_l64 t20 = gpga_l64{gpga_f64_div(gpga_load64(st, 227 /* tb.y */).v, gpga_load64(st, 223 /* tb.x */).v), 0ul};
	gpga_svc(st, 1u, 16u);
	gpga_arg64(st, t11);
	gpga_arg64(st, t14);
	gpga_arg64(st, t17);
	gpga_arg64(st, t20);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t23 = gpga_l32{gpga_f64_lt(gpga_load64(st, 223 /* tb.x */).v, gpga_load64(st, 227 /* tb.y */).v) ? 1u : 0u, 0u};
	gpga_l32 t26 = gpga_l32{gpga_f64_lt(gpga_load64(st, 227 /* tb.y */).v, gpga_load64(st, 223 /* tb.x */).v) ? 1u : 0u, 0u};
	gpga_l32 t29 = gpga_l32{gpga_f64_eq(gpga_load64(st, 223 /* tb.x */).v, gpga_k64(0x3ff8000000000000ul).v) ? 1u : 0u, 0u};
	gpga_l32 t33 = gpga_lognot32(gpga_l32{gpga_f64_eq(gpga_load64(st, 223 /* tb.x */).v, gpga_load64(st, 227 /* tb.y */).v) ? 1u : 0u, 0u});
	gpga_l32 t36 = gpga_l32{gpga_f64_eq(gpga_load64(st, 223 /* tb.x */).v, gpga_k64(0x0ul).v) ? 1u : 0u, 0u};
	gpga_svc(st, 2u, 10u);
	gpga_arg32(st, t23);
	gpga_arg32(st, t26);
	gpga_arg32(st, t29);
	gpga_arg32(st, t33);
	gpga_arg32(st, t36);
	return GPGA_ON;
}

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

/* reals.v:51 initial, cut */
GPGA_FN uint gpga_seg_5_2(GPGA_ARGS, uint th) {
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l64 t37 = gpga_load64(st, 223 /* tb.x */);
	gpga_svc(st, 3u, 12u);
	gpga_arg64(st, t37);
	gpga_arg64(st, gpga_k64(0xc004000000000000ul));
	gpga_arg64(st, gpga_k64(0x3fdfffd60e94ee39ul));
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set32(st, tab, 267, 4 /* tb.i */, gpga_k(3));
	gpga_l32 t41 = gpga_load32(st, 267 /* tb.i */);
	gpga_svc(st, 4u, 2u);
	gpga_arg32(st, t41);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set32(st, tab, 267, 4 /* tb.i */, gpga_k(0xfffffffdu));
	gpga_l32 t43 = gpga_load32(st, 267 /* tb.i */);
	gpga_svc(st, 5u, 2u);
	gpga_arg32(st, t43);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set32(st, tab, 267, 4 /* tb.i */, gpga_k(3));
	gpga_l32 t45 = gpga_load32(st, 267 /* tb.i */);
	gpga_svc(st, 6u, 6u);
	gpga_arg32(st, t45);
	gpga_arg32(st, gpga_k(3));
	gpga_arg32(st, gpga_k(0xfffffffdu));
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return GPGA_ON;
}

GPGA_FN void gpga_w_set(GPGA_ARGS, uint s, uint sig, uint a, uint words) {
	uint diff = 0;
	for (uint k = 0; k < words; ++k) {
		diff |= GPGA_AT(s + k) ^ GPGA_AT(a + k);
		GPGA_AT(s + k) = GPGA_AT(a + k);
	}
	if (diff != 0) gpga_publish(st, tab, sig);
}

GPGA_FN void gpga_argw(device uint *st, uint a, uint words) {
	uint e = GPGA_AT(SCHED_SVC_END);
	for (uint k = 0; k < words; ++k) GPGA_AT(e + k) = GPGA_AT(a + k);
	GPGA_AT(SCHED_SVC_END) = e + words;
}

/* Values over 64 bits live in the arena: a, b, d are addresses of val words with xz words behind; n is words a plane, w is bits. */
static inline uint gpga_w_words(uint w) { return (w + 31u) >> 5; }

static inline uint gpga_w_sign(device uint *st, uint a, uint w) { return (GPGA_AT(a + gpga_w_words(w) - 1u) >> ((w - 1u) & 31u)) & 1u; }

static inline uint gpga_w_top(uint w) { return (w & 31u) == 0 ? 0xffffffffu : (1u << (w & 31u)) - 1u; }

GPGA_FN ulong gpga_f64_from_u64(ulong a) {
	if (a == 0) return 0ul;
	return gpga_f64_norm(0ul, 1085, a);
}

static inline ulong gpga_f64_neg(ulong a) { return a ^ 0x8000000000000000ul; }

GPGA_FN gpga_l64 gpga_w_to_real(device uint *st, uint a, uint w, uint sign) {
	uint n = gpga_w_words(w);
	uint neg = sign & gpga_w_sign(st, a, w) & ~(GPGA_AT(a + 2u * n - 1u) >> ((w - 1u) & 31u));
	ulong r = 0, c = 1;
	ulong scale = 0x41f0000000000000ul;
	ulong place = 0x3ff0000000000000ul;
	for (uint k = 0; k < n; ++k) {
		uint v = GPGA_AT(a + k) & ~GPGA_AT(a + n + k);
		if (neg != 0) {
			uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
			c += ulong(~v & m);
			v = uint(c) & m;
			c = c >> 32;
		}
		r = gpga_f64_add(r, gpga_f64_mul(gpga_f64_from_u64(ulong(v)), place));
		place = gpga_f64_mul(place, scale);
	}
	return gpga_l64{neg != 0 ? gpga_f64_neg(r) : r, 0ul};
}

/* reals.v:51 initial, cut */
GPGA_FN uint gpga_seg_5_3(GPGA_ARGS, uint th) {
	gpga_set64(st, tab, 223, 0 /* tb.x */, gpga_k64(0x4008000000000000ul));
	gpga_l64 t49 = gpga_load64(st, 223 /* tb.x */);
	gpga_svc(st, 7u, 4u);
	gpga_arg64(st, t49);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set64(st, tab, 223, 0 /* tb.x */, gpga_k64(0x400c000000000000ul));
	gpga_l64 t51 = gpga_load64(st, 223 /* tb.x */);
	gpga_svc(st, 8u, 4u);
	gpga_arg64(st, t51);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set32(st, tab, 279, 8 /* tb.s8 */, gpga_k(250));
	gpga_set32(st, tab, 281, 9 /* tb.u8 */, gpga_k(44));
	gpga_l32 t54 = gpga_load32(st, 279 /* tb.s8 */);
	gpga_l32 t55 = gpga_load32(st, 281 /* tb.u8 */);
	gpga_svc(st, 9u, 4u);
	gpga_arg32(st, t54);
	gpga_arg32(st, t55);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_w_set(st, tab, 283u, 10u, 375, 8u);
	gpga_svc(st, 10u, 8u);
	gpga_argw(st, 283, 8u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set64(st, tab, 223, 0 /* tb.x */, gpga_w_to_real(st, 283, 100u, 0u));
	gpga_l64 t57 = gpga_load64(st, 223 /* tb.x */);
	gpga_svc(st, 11u, 4u);
	gpga_arg64(st, t57);
	return GPGA_ON;
}

static inline ulong gpga_f64_from_i64(long a) { return a < 0 ? gpga_f64_neg(gpga_f64_from_u64(0ul - ulong(a))) : gpga_f64_from_u64(ulong(a)); }

static inline gpga_l64 gpga_to_reals(gpga_l64 a, uint h) { return gpga_l64{gpga_f64_from_i64(long((a.v & ~a.x) << h) >> h), 0ul}; }

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

/* an integer of 64 - h bits as a real; x and z bits count as 0 */
static inline gpga_l64 gpga_to_real(gpga_l64 a, uint h) { return gpga_l64{gpga_f64_from_u64(a.v & ~a.x), 0ul}; }

/* reals.v:51 initial, cut */
GPGA_FN uint gpga_seg_5_4(GPGA_ARGS, uint th) {
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set64(st, tab, 223, 0 /* tb.x */, gpga_to_reals(gpga_up(gpga_load32(st, 279 /* tb.s8 */)), 56u));
	gpga_l64 t60 = gpga_load64(st, 223 /* tb.x */);
	gpga_l64 t62 = gpga_to_real(gpga_up(gpga_load32(st, 281 /* tb.u8 */)), 56u);
	gpga_svc(st, 12u, 8u);
	gpga_arg64(st, t60);
	gpga_arg64(st, t62);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set64(st, tab, 223, 0 /* tb.x */, gpga_k64(0x3ff0000000000000ul));
	gpga_l64 t64 = gpga_load64(st, 223 /* tb.x */);
	gpga_svc(st, 13u, 4u);
	gpga_arg64(st, t64);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 14u, 8u);
	gpga_arg64(st, gpga_k64(0x400921fb54442d11ul));
	gpga_arg64(st, gpga_k64(0x800012688b70e62bul));
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 15u, 4u);
	gpga_arg64(st, gpga_k64(0x400921fb54442d18ul));
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set64(st, tab, 223, 0 /* tb.x */, gpga_k64(0x3ff0000000000000ul));
	gpga_set64(st, tab, 227, 1 /* tb.y */, gpga_k64(0x0ul));
	return GPGA_ON;
}

static inline void gpga_note32(device uint *st, uint s, uint sig, gpga_l32 t) {
	bool changed = ((GPGA_AT(s) ^ t.v) | (GPGA_AT(s + 1u) ^ t.x)) != 0u;
	gpga_store32(st, s, t);
	gpga_note(st, sig, changed);
}

/* reals.v:51 initial, cut */
GPGA_FN uint gpga_seg_5_5(GPGA_ARGS, uint th) {
	gpga_l64 t72 = gpga_l64{gpga_f64_div(gpga_load64(st, 223 /* tb.x */).v, gpga_load64(st, 227 /* tb.y */).v), 0ul};
	gpga_l64 t76 = gpga_l64{gpga_f64_div(gpga_l64{gpga_f64_sub(0ul, gpga_load64(st, 223 /* tb.x */).v), 0ul}.v, gpga_load64(st, 227 /* tb.y */).v), 0ul};
	gpga_l32 t83 = gpga_l32{gpga_f64_eq(gpga_l64{gpga_f64_div(gpga_load64(st, 227 /* tb.y */).v, gpga_load64(st, 227 /* tb.y */).v), 0ul}.v, gpga_l64{gpga_f64_div(gpga_load64(st, 227 /* tb.y */).v, gpga_load64(st, 227 /* tb.y */).v), 0ul}.v) ? 1u : 0u, 0u};
	gpga_svc(st, 16u, 10u);
	gpga_arg64(st, t72);
	gpga_arg64(st, t76);
	gpga_arg32(st, t83);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_note32(st, 267, 4 /* tb.i */, gpga_k(0));
	return 6;
}

/* reals.v:51 initial */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	uint r1 = gpga_seg_5_1(st, tab, th);
	if (r1 != GPGA_ON) {
		return r1;
	}
	uint r2 = gpga_seg_5_2(st, tab, th);
	if (r2 != GPGA_ON) {
		return r2;
	}
	uint r3 = gpga_seg_5_3(st, tab, th);
	if (r3 != GPGA_ON) {
		return r3;
	}
	uint r4 = gpga_seg_5_4(st, tab, th);
	if (r4 != GPGA_ON) {
		return r4;
	}
	uint r5 = gpga_seg_5_5(st, tab, th);
	return r5;
}

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

/* reals.v:72 initial */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 267 /* tb.i */), gpga_k(8), 0u)) ? 7 : 11;
}

static inline void gpga_storeel64(device uint *st, uint s, uint n, gpga_l32 i, gpga_l64 t) {
	if (i.x == 0 && i.v < n) gpga_store64(st, s + i.v * 4u, t);
}

static inline gpga_l32 gpga_idxs32(gpga_l32 a, uint h) { return gpga_l32{uint(int(a.v << h) >> h), a.x != 0 ? 1u : 0u}; }

static inline gpga_l64 gpga_loadel64(device uint *st, uint s, gpga_l32 i, uint n, ulong m) {
	if (i.x != 0 || i.v >= n) return gpga_l64{m, m};
	return gpga_load64(st, s + i.v * 4u);
}

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l64 gpga_mux64(gpga_l32 c, gpga_l64 a, gpga_l64 b) {
	ulong k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : ulong(0);
	return gpga_l64{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

static inline gpga_l32 gpga_ceq32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 1u : 0u, 0u}; }

static inline gpga_l32 gpga_redxor64(gpga_l64 a) { uint x = a.x != 0 ? 1u : 0u; return gpga_l32{(uint(popcount(a.v)) & 1u) | x, x}; }

constant uint STATUS_REPLY = 2;
static inline uint gpga_reply(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(SCHED_CUR) = th;
	GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
	return GPGA_STOPPED;
}

/* reals.v:72 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_storeel64(st, 231, 8u, gpga_idxs32(gpga_load32(st, 267 /* tb.i */), 0u), gpga_l64{gpga_f64_div(gpga_l64{gpga_f64_mul(gpga_to_reals(gpga_up(gpga_load32(st, 267 /* tb.i */)), 32u).v, gpga_k64(0x400921fb54442d11ul).v), 0ul}.v, gpga_k64(0x4010000000000000ul).v), 0ul});
	gpga_l64 t10 = gpga_loadel64(st, 231u /* tb.table_ */, gpga_idxs32(gpga_load32(st, 267 /* tb.i */), 0u), 8u, ~0ul);
	gpga_store64(st, 383, gpga_mux64(gpga_ceq32(gpga_redxor64(t10), gpga_l32{1, 1}), gpga_k64(0x0ul), t10));
	gpga_l64 t18 = gpga_loadel64(st, 231u /* tb.table_ */, gpga_idxs32(gpga_load32(st, 267 /* tb.i */), 0u), 8u, ~0ul);
	gpga_l64 t23 = gpga_mux64(gpga_ceq32(gpga_redxor64(t18), gpga_l32{1, 1}), gpga_k64(0x0ul), t18);
	gpga_svc(st, 17u, 4u);
	gpga_arg64(st, t23);
	return gpga_reply(st, th, 8u);
}

static inline gpga_l32 gpga_mul32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v * b.v) & m) | k, k}; }

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

constant uint SCHED_ERR = 40;
constant uint STATUS_ERROR = 7;
static inline void gpga_fail(device uint *st, uint code) {
	GPGA_AT(SCHED_ERR) = code;
	GPGA_AT(SCHED_STATUS) = STATUS_ERROR;
}

constant uint ERR_LOOP = 1;
/* reals.v:38 tb.sine */
GPGA_FN void gpga_fn_0(GPGA_ARGS) {
	gpga_set64(st, tab, 323, 19 /* sine.term */, gpga_load64(st, 319 /* sine.v */));
	gpga_set64(st, tab, 327, 20 /* sine.sum */, gpga_load64(st, 319 /* sine.v */));
	gpga_set32(st, tab, 331, 21 /* sine.k */, gpga_k(1));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 331 /* sine.k */), gpga_k(12), 0u))) {
				break;
			}
			gpga_l64 t22 = gpga_l64{gpga_f64_div(gpga_l64{gpga_f64_mul(gpga_l64{gpga_f64_mul(gpga_l64{gpga_f64_sub(0ul, gpga_load64(st, 323 /* sine.term */).v), 0ul}.v, gpga_load64(st, 319 /* sine.v */).v), 0ul}.v, gpga_load64(st, 319 /* sine.v */).v), 0ul}.v, gpga_to_reals(gpga_up(gpga_mul32(gpga_mul32(gpga_k(2), gpga_load32(st, 331 /* sine.k */), 0xffffffffu), gpga_add32(gpga_mul32(gpga_k(2), gpga_load32(st, 331 /* sine.k */), 0xffffffffu), gpga_k(1), 0xffffffffu), 0xffffffffu)), 32u).v), 0ul};
			gpga_set64(st, tab, 323, 19 /* sine.term */, t22);
			gpga_set64(st, tab, 327, 20 /* sine.sum */, gpga_l64{gpga_f64_add(gpga_load64(st, 327 /* sine.sum */).v, gpga_load64(st, 323 /* sine.term */).v), 0ul});
			gpga_set32(st, tab, 331, 21 /* sine.k */, gpga_add32(gpga_load32(st, 331 /* sine.k */), gpga_k(1), 0xffffffffu));
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_set64(st, tab, 315, 17 /* sine.sine */, gpga_load64(st, 327 /* sine.sum */));
	return;
}

/* reals.v:74 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_l64 t2 = gpga_loadel64(st, 231u /* tb.table_ */, gpga_idxs32(gpga_load32(st, 267 /* tb.i */), 0u), 8u, ~0ul);
	gpga_set64(st, tab, 319, 18 /* sine.v */, gpga_mux64(gpga_ceq32(gpga_redxor64(t2), gpga_l32{1, 1}), gpga_k64(0x0ul), t2));
	gpga_fn_0(st, tab);
	gpga_store64(st, 391, gpga_load64(st, 315 /* sine.sine */));
	gpga_l64 t11 = gpga_loadel64(st, 231u /* tb.table_ */, gpga_idxs32(gpga_load32(st, 267 /* tb.i */), 0u), 8u, ~0ul);
	gpga_l64 t16 = gpga_mux64(gpga_ceq32(gpga_redxor64(t11), gpga_l32{1, 1}), gpga_k64(0x0ul), t11);
	gpga_svc(st, 18u, 4u);
	gpga_arg64(st, t16);
	return gpga_reply(st, th, 9u);
}

/* reals.v:74 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_l64 t2 = gpga_loadel64(st, 231u /* tb.table_ */, gpga_idxs32(gpga_load32(st, 267 /* tb.i */), 0u), 8u, ~0ul);
	gpga_l64 t7 = gpga_mux64(gpga_ceq32(gpga_redxor64(t2), gpga_l32{1, 1}), gpga_k64(0x0ul), t2);
	gpga_svc(st, 19u, 4u);
	gpga_arg64(st, t7);
	return gpga_reply(st, th, 10u);
}

/* reals.v:74 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 267 /* tb.i */);
	gpga_l64 t1 = gpga_load64(st, 383);
	gpga_l64 t2 = gpga_load64(st, 387);
	gpga_l32 t7 = gpga_l32{gpga_f64_lt(gpga_l64{gpga_f64_sub(gpga_load64(st, 391).v, gpga_load64(st, 395).v), 0ul}.v, gpga_k64(0x3e112e0be826d695ul).v) ? 1u : 0u, 0u};
	gpga_l64 t8 = gpga_load64(st, 399);
	gpga_svc(st, 20u, 16u);
	gpga_arg32(st, t0);
	gpga_arg64(st, t1);
	gpga_arg64(st, t2);
	gpga_arg32(st, t7);
	gpga_arg64(st, t8);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_note32(st, 267, 4 /* tb.i */, gpga_add32(gpga_load32(st, 267 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 6;
}

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; uint one = (a.v & ~a.x) | (b.v & ~b.x); return gpga_l32{a.v | b.v | x, x & ~one}; }

/* reals.v:27 tb.root */
GPGA_FN void gpga_fn_1(GPGA_ARGS) {
	gpga_l32 t2 = gpga_l32{gpga_f64_lt(gpga_k64(0x3ff0000000000000ul).v, gpga_load64(st, 303 /* root.v */).v) ? 1u : 0u, 0u};
	gpga_l64 t3 = gpga_load64(st, 303 /* root.v */);
	gpga_set64(st, tab, 307, 15 /* root.g */, gpga_mux64(gpga_ceq32(t2, gpga_l32{1, 1}), gpga_mux64(gpga_l32{gpga_f64_eq(t3.v, gpga_k64(0x3ff0000000000000ul).v) ? 1u : 0u, 0u}, t3, gpga_k64(0x0ul)), gpga_mux64(gpga_ceq32(t2, gpga_k(1)), t3, gpga_k64(0x3ff0000000000000ul))));
	gpga_set64(st, tab, 311, 16 /* root.old */, gpga_k64(0x0ul));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			gpga_l32 t25 = gpga_l32{gpga_f64_lt(gpga_l64{gpga_f64_mul(gpga_k64(0x3d719799812dea11ul).v, gpga_load64(st, 307 /* root.g */).v), 0ul}.v, gpga_l64{gpga_f64_sub(gpga_load64(st, 307 /* root.g */).v, gpga_load64(st, 311 /* root.old */).v), 0ul}.v) ? 1u : 0u, 0u};
			gpga_l32 t32 = gpga_l32{gpga_f64_lt(gpga_l64{gpga_f64_mul(gpga_k64(0x3d719799812dea11ul).v, gpga_load64(st, 307 /* root.g */).v), 0ul}.v, gpga_l64{gpga_f64_sub(gpga_load64(st, 311 /* root.old */).v, gpga_load64(st, 307 /* root.g */).v), 0ul}.v) ? 1u : 0u, 0u};
			if (!gpga_true32(gpga_and32(gpga_lognot32(gpga_l32{gpga_f64_eq(gpga_load64(st, 307 /* root.g */).v, gpga_load64(st, 311 /* root.old */).v) ? 1u : 0u, 0u}), gpga_or32(t25, t32)))) {
				break;
			}
			gpga_set64(st, tab, 311, 16 /* root.old */, gpga_load64(st, 307 /* root.g */));
			gpga_set64(st, tab, 307, 15 /* root.g */, gpga_l64{gpga_f64_mul(gpga_k64(0x3fe0000000000000ul).v, gpga_l64{gpga_f64_add(gpga_load64(st, 307 /* root.g */).v, gpga_l64{gpga_f64_div(gpga_load64(st, 303 /* root.v */).v, gpga_load64(st, 307 /* root.g */).v), 0ul}.v), 0ul}.v), 0ul});
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_set64(st, tab, 299, 13 /* root.root */, gpga_load64(st, 307 /* root.g */));
	return;
}

/* reals.v:72 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_set64(st, tab, 303, 14 /* root.v */, gpga_k64(0x4000000000000000ul));
	gpga_fn_1(st, tab);
	gpga_store64(st, 403, gpga_load64(st, 299 /* root.root */));
	gpga_l64 t4 = gpga_l64{gpga_f64_mul(gpga_k64(0x4000000000000000ul).v, gpga_load64(st, 223 /* tb.x */).v), 0ul};
	gpga_svc(st, 21u, 4u);
	gpga_arg64(st, t4);
	return gpga_reply(st, th, 12u);
}

/* reals.v:76 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_set64(st, tab, 303, 14 /* root.v */, gpga_k64(0x4202a05f20000000ul));
	gpga_fn_1(st, tab);
	gpga_store64(st, 411, gpga_load64(st, 299 /* root.root */));
	gpga_l64 t4 = gpga_l64{gpga_f64_mul(gpga_k64(0x4202a05f20000000ul).v, gpga_load64(st, 223 /* tb.x */).v), 0ul};
	gpga_svc(st, 22u, 4u);
	gpga_arg64(st, t4);
	return gpga_reply(st, th, 13u);
}

/* reals.v:76 initial */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_load64(st, 403);
	gpga_l64 t1 = gpga_load64(st, 407);
	gpga_l32 t4 = gpga_l32{gpga_f64_eq(gpga_load64(st, 411).v, gpga_load64(st, 415).v) ? 1u : 0u, 0u};
	gpga_svc(st, 23u, 10u);
	gpga_arg64(st, t0);
	gpga_arg64(st, t1);
	gpga_arg32(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 24u, 4u);
	gpga_arg64(st, gpga_k64(0x4024000000000000ul));
	return gpga_reply(st, th, 14u);
}

/* reals.v:77 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	gpga_svc(st, 25u, 4u);
	gpga_arg64(st, gpga_k64(0x408f400000000000ul));
	return gpga_reply(st, th, 15u);
}

/* reals.v:77 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_svc(st, 26u, 4u);
	gpga_arg64(st, gpga_k64(0x3ff0000000000000ul));
	return gpga_reply(st, th, 16u);
}

/* reals.v:77 initial */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	gpga_svc(st, 27u, 8u);
	gpga_arg64(st, gpga_k64(0x4000000000000000ul));
	gpga_arg64(st, gpga_k64(0x3fe0000000000000ul));
	return gpga_reply(st, th, 17u);
}

/* reals.v:77 initial */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_load64(st, 419);
	gpga_l64 t1 = gpga_load64(st, 423);
	gpga_l64 t2 = gpga_load64(st, 427);
	gpga_l64 t3 = gpga_load64(st, 431);
	gpga_svc(st, 28u, 16u);
	gpga_arg64(st, t0);
	gpga_arg64(st, t1);
	gpga_arg64(st, t2);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l64 t6 = gpga_l64{gpga_f64_mul(gpga_k64(0xbff8000000000000ul).v, gpga_load64(st, 223 /* tb.x */).v), 0ul};
	gpga_svc(st, 29u, 4u);
	gpga_arg64(st, t6);
	return gpga_reply(st, th, 18u);
}

/* reals.v:78 initial */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	gpga_l64 t2 = gpga_l64{gpga_f64_mul(gpga_k64(0xbff8000000000000ul).v, gpga_load64(st, 223 /* tb.x */).v), 0ul};
	gpga_svc(st, 30u, 4u);
	gpga_arg64(st, t2);
	return gpga_reply(st, th, 19u);
}

/* reals.v:78 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_svc(st, 31u, 8u);
	gpga_arg64(st, gpga_k64(0x3ff0000000000000ul));
	gpga_arg64(st, gpga_k64(0xbff0000000000000ul));
	return gpga_reply(st, th, 20u);
}

/* reals.v:78 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_svc(st, 32u, 8u);
	gpga_arg64(st, gpga_k64(0x4008000000000000ul));
	gpga_arg64(st, gpga_k64(0x4010000000000000ul));
	return gpga_reply(st, th, 21u);
}

/* reals.v:78 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_svc(st, 33u, 4u);
	gpga_arg64(st, gpga_k64(0x3fe0000000000000ul));
	return gpga_reply(st, th, 22u);
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

/* reals.v:78 initial */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_load64(st, 435);
	gpga_l64 t1 = gpga_load64(st, 439);
	gpga_l64 t2 = gpga_load64(st, 443);
	gpga_l64 t3 = gpga_load64(st, 447);
	gpga_l64 t4 = gpga_load64(st, 451);
	gpga_svc(st, 34u, 20u);
	gpga_arg64(st, t0);
	gpga_arg64(st, t1);
	gpga_arg64(st, t2);
	gpga_arg64(st, t3);
	gpga_arg64(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 35u, 8u);
	gpga_arg64(st, gpga_k64(0x4090000000000000ul));
	gpga_arg64(st, gpga_k64(0x3ff6a09e667f3bcdul));
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t15 = gpga_and32(gpga_lognot32(gpga_l32{gpga_f64_eq(gpga_load64(st, 223 /* tb.x */).v, gpga_k64(0x0ul).v) ? 1u : 0u, 0u}), gpga_lognot32(gpga_l32{gpga_f64_eq(gpga_load64(st, 227 /* tb.y */).v, gpga_k64(0x0ul).v) ? 1u : 0u, 0u}));
	gpga_l32 t24 = gpga_or32(gpga_lognot32(gpga_l32{gpga_f64_eq(gpga_load64(st, 223 /* tb.x */).v, gpga_k64(0x0ul).v) ? 1u : 0u, 0u}), gpga_lognot32(gpga_l32{gpga_f64_eq(gpga_load64(st, 227 /* tb.y */).v, gpga_k64(0x0ul).v) ? 1u : 0u, 0u}));
	gpga_svc(st, 36u, 4u);
	gpga_arg32(st, t15);
	gpga_arg32(st, t24);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t27 = gpga_l32{gpga_f64_lt(gpga_k64(0x0ul).v, gpga_load64(st, 223 /* tb.x */).v) ? 1u : 0u, 0u};
	gpga_l64 t38 = gpga_mux64(gpga_ceq32(t27, gpga_l32{1, 1}), gpga_mux64(gpga_l32{gpga_f64_eq(gpga_k64(0x4008000000000000ul).v, gpga_k64(0x4004000000000000ul).v) ? 1u : 0u, 0u}, gpga_k64(0x4008000000000000ul), gpga_k64(0x0ul)), gpga_mux64(gpga_ceq32(t27, gpga_k(1)), gpga_k64(0x4008000000000000ul), gpga_k64(0x4004000000000000ul)));
	gpga_svc(st, 37u, 4u);
	gpga_arg64(st, t38);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0x4d3ul), 23u);
}

/* reals.v:83 initial */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x408f400000000000ul).v), 0ul};
	gpga_l64 t8 = gpga_div64(gpga_add64(gpga_time(st), gpga_k64(0x1f4ul), ~0ul), gpga_k64(0x3e8ul), ~0ul);
	gpga_svc(st, 38u, 8u);
	gpga_arg64(st, t3);
	gpga_arg64(st, t8);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0xc46ul), 24u);
}

static inline gpga_l64 gpga_trunc64(gpga_l64 a, ulong m) { return gpga_l64{a.v & m, a.x & m}; }

/* round = 1: half away from zero; 0: toward zero. Modulo 2^64, as an assignment truncates. */
GPGA_FN gpga_l64 gpga_from_real(gpga_l64 a, uint round) {
	ulong bits = a.v;
	uint e = uint(bits >> 52) & 2047u;
	ulong f = (bits & 0xffffffffffffful) | 0x10000000000000ul;
	bool neg = (bits >> 63) != 0;
	if (e == 2047u) return gpga_l64{~0ul, ~0ul};
	ulong r = 0;
	if (e >= 1075u) {
		r = e - 1075u < 64u ? f << (e - 1075u) : 0ul;
	} else if (e >= 1022u) {
		uint s = 1075u - e;
		r = s < 64u ? f >> s : 0ul;
		if (round != 0 && ((f >> (s - 1u)) & 1ul) != 0) r += 1ul;
	}
	return gpga_l64{neg ? 0ul - r : r, 0ul};
}

/* reals.v:84 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x408f400000000000ul).v), 0ul};
	gpga_svc(st, 39u, 4u);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set64(st, tab, 291, 11 /* tb.t */, gpga_trunc64(gpga_from_real(gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x408f400000000000ul).v), 0ul}, 1u), ~0ul));
	gpga_l64 t9 = gpga_load64(st, 291 /* tb.t */);
	gpga_svc(st, 40u, 4u);
	gpga_arg64(st, t9);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_note64(st, 271, 6 /* tb.bits */, gpga_k64(0x4024000000000000ul));
	gpga_note32(st, 267, 4 /* tb.i */, gpga_k(0));
	return 25;
}

/* reals.v:88 initial */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 267 /* tb.i */), gpga_k(10), 0u)) ? 26 : 29;
}

/* reals.v:88 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x1388ul), 27u);
}

/* reals.v:88 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 269, 5 /* tb.clk */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x1388ul), 28u);
}

/* reals.v:88 initial */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 269, 5 /* tb.clk */, gpga_k(0));
	gpga_note32(st, 267, 4 /* tb.i */, gpga_add32(gpga_load32(st, 267 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 25;
}

/* reals.v:88 initial */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_load64(st, 275 /* tb.ybits */);
	gpga_svc(st, 41u, 4u);
	gpga_arg64(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_note64(st, 263, 3 /* tb.acc */, gpga_k64(0x0ul));
	gpga_note32(st, 267, 4 /* tb.i */, gpga_k(1));
	return 30;
}

static inline gpga_l32 gpga_les32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) <= int(b.v << h) ? 1u : 0u) | x, x}; }

/* reals.v:90 initial */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	for (uint turn = 0; turn < 256u; ++turn) {
		if (gpga_true32(gpga_les32(gpga_load32(st, 267 /* tb.i */), gpga_k(1000), 0u))) {
			gpga_set64(st, tab, 263, 3 /* tb.acc */, gpga_l64{gpga_f64_add(gpga_load64(st, 263 /* tb.acc */).v, gpga_l64{gpga_f64_div(gpga_k64(0x3ff0000000000000ul).v, gpga_to_reals(gpga_up(gpga_load32(st, 267 /* tb.i */)), 32u).v), 0ul}.v), 0ul});
			gpga_set32(st, tab, 267, 4 /* tb.i */, gpga_add32(gpga_load32(st, 267 /* tb.i */), gpga_k(1), 0xffffffffu));
			continue;
		} else {
			return 31;
		}
	}
	return 30u;
}

GPGA_FN void gpga_nba64(device uint *st, uint sig, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_NBA_END);
	GPGA_AT(e) = sig | 0x10000000u;
	gpga_store64(st, e + 1u, t);
	GPGA_AT(SCHED_NBA_END) = e + 5u;
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

/* what was logged since address e becomes an event after ticks */
GPGA_FN void gpga_nba_later(device uint *st, uint e, gpga_l64 ticks) {
	ulong d = ticks.x != 0 ? ulong(0) : ticks.v;
	uint n = GPGA_AT(SCHED_NBA_END) - e;
	if (d == 0 || n == 0) return;
	GPGA_AT(SCHED_NBA_END) = e;
	uint b = gpga_alloc(st, EV_POS + 1u + n);
	GPGA_AT(b + B_KIND) = BLOCK_NBA;
	GPGA_AT(b + B_SEG) = n;
	GPGA_AT(b + B_STATE) = 0;
	for (uint k = 0; k < n; ++k) GPGA_AT(b + EV_POS + 1u + k) = GPGA_AT(e + k);
	gpga_schedule(st, b, d);
}

/* reals.v:90 initial */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_load64(st, 263 /* tb.acc */);
	gpga_svc(st, 42u, 4u);
	gpga_arg64(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_nba64(st, 0 /* tb.x */, gpga_k64(0x4045400000000000ul));
	uint n0 = GPGA_AT(SCHED_NBA_END);
	gpga_nba64(st, 0 /* tb.x */, gpga_k64(0x4045c00000000000ul));
	gpga_nba_later(st, n0, gpga_k64(0xbb8ul));
	return gpga_delay(st, th, gpga_k64(0x3e8ul), 32u);
}

/* reals.v:93 initial */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_load64(st, 223 /* tb.x */);
	gpga_svc(st, 43u, 4u);
	gpga_arg64(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0xbb8ul), 33u);
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* reals.v:94 initial */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_load64(st, 223 /* tb.x */);
	gpga_svc(st, 44u, 4u);
	gpga_arg64(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 45u, 0u);
	return gpga_finish(st, th, 1u, 34u);
}

/* reals.v:95 initial */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* reals.v:99 initial */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	gpga_svc(st, 46u, 0u);
	return gpga_reply(st, th, 36u);
}

/* reals.v:100 initial */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	gpga_svc(st, 47u, 2u);
	gpga_arg32(st, gpga_k(0));
	return gpga_reply(st, th, 37u);
}

/* reals.v:101 initial */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* reals.v:8 assign */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	gpga_note64(st, 275, 7 /* tb.ybits */, gpga_load64(st, 295 /* g.y */));
	return GPGA_STOPPED;
}

/* reals.v:97 $strobe */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_load64(st, 223 /* tb.x */);
	gpga_svc(st, 48u, 4u);
	gpga_arg64(st, t0);
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

