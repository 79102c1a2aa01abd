/* gpga kernel, table form, four-state: tb */
/* 7 processes, 76 continuous nodes, 98 segments, 3 events, 97 signals */
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
constant uint NEED_NBA_WORDS = 174;
constant uint SCHED_SVC_END = 29;
constant uint NEED_SVC_WORDS = 44;
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
constant uint TAB_SLOT = 249;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 98;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0, 1, 2};
constant uchar sched_edge_wait_item_count[] = {1, 1, 1};
constant ushort sched_edge_item_val[] = {558, 558, 622};
constant ushort sched_edge_item_xz[] = {559, 559, 623};
constant uint sched_edge_prev_val = 136;
constant uint sched_edge_prev_xz = 137;
constant uchar sched_edge_item_kind[] = {1, 2, 2};
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

constant uint TAB_TRACE = 540;
constant uint SCHED_TRACE_ON = 35;
constant uint SCHED_TRACE_NEXT = 1106;
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

constant uint TAB_WIDTH = 346;
constant uint TAB_WORDS = 443;
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

constant uint TAB_NOW = 1252;
/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

constant uint GPGA_STOPPED = 0xfffffffeu;
/* chacha.v:6 assign, and 15 like it */
GPGA_FN uint gpga_shape_28(GPGA_ARGS, uint th, uint p) {
	gpga_set32(st, tab, tab[p + 2], tab[p + 3], gpga_add32(gpga_load32(st, tab[p + 0]), gpga_load32(st, tab[p + 1]), 0xffffffffu));
	return GPGA_STOPPED;
}

GPGA_FN void gpga_storebits(device uint *st, uint s, uint wa, gpga_l32 off, uint w, gpga_l64 t) {
	if (off.x == 0) gpga_putbits(st, s, wa, int(off.v), w, t);
}

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

GPGA_FN void gpga_w_set(GPGA_ARGS, uint s, uint sig, uint a, uint words) {
	uint diff = 0;
	for (uint k = 0; k < words; ++k) {
		diff |= GPGA_AT(s + k) ^ GPGA_AT(a + k);
		GPGA_AT(s + k) = GPGA_AT(a + k);
	}
	if (diff != 0) gpga_publish(st, tab, sig);
}

/* chacha.v:10 assign */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_load32(st, 794 /* qr.b2 */);
	gpga_l32 t2 = gpga_load32(st, 792 /* qr.c2 */);
	gpga_l32 t3 = gpga_load32(st, 790 /* qr.d2 */);
	gpga_storebits(st, 1272, 128u, gpga_k(96), 32u, gpga_up(gpga_load32(st, 788 /* qr.a2 */)));
	gpga_storebits(st, 1272, 128u, gpga_k(64), 32u, gpga_up(t1));
	gpga_storebits(st, 1272, 128u, gpga_k(32), 32u, gpga_up(t2));
	gpga_storebits(st, 1272, 128u, gpga_k(0), 32u, gpga_up(t3));
	gpga_w_set(st, tab, 762u, 15u, 1272, 8u);
	return GPGA_STOPPED;
}

/* chacha.v:10 assign */
GPGA_FN uint gpga_seg_55(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_load32(st, 842 /* qr.b2 */);
	gpga_l32 t2 = gpga_load32(st, 840 /* qr.c2 */);
	gpga_l32 t3 = gpga_load32(st, 838 /* qr.d2 */);
	gpga_storebits(st, 1272, 128u, gpga_k(96), 32u, gpga_up(gpga_load32(st, 836 /* qr.a2 */)));
	gpga_storebits(st, 1272, 128u, gpga_k(64), 32u, gpga_up(t1));
	gpga_storebits(st, 1272, 128u, gpga_k(32), 32u, gpga_up(t2));
	gpga_storebits(st, 1272, 128u, gpga_k(0), 32u, gpga_up(t3));
	gpga_w_set(st, tab, 810u, 33u, 1272, 8u);
	return GPGA_STOPPED;
}

/* chacha.v:10 assign */
GPGA_FN uint gpga_seg_74(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_load32(st, 890 /* qr.b2 */);
	gpga_l32 t2 = gpga_load32(st, 888 /* qr.c2 */);
	gpga_l32 t3 = gpga_load32(st, 886 /* qr.d2 */);
	gpga_storebits(st, 1272, 128u, gpga_k(96), 32u, gpga_up(gpga_load32(st, 884 /* qr.a2 */)));
	gpga_storebits(st, 1272, 128u, gpga_k(64), 32u, gpga_up(t1));
	gpga_storebits(st, 1272, 128u, gpga_k(32), 32u, gpga_up(t2));
	gpga_storebits(st, 1272, 128u, gpga_k(0), 32u, gpga_up(t3));
	gpga_w_set(st, tab, 858u, 51u, 1272, 8u);
	return GPGA_STOPPED;
}

/* chacha.v:10 assign */
GPGA_FN uint gpga_seg_93(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_load32(st, 938 /* qr.b2 */);
	gpga_l32 t2 = gpga_load32(st, 936 /* qr.c2 */);
	gpga_l32 t3 = gpga_load32(st, 934 /* qr.d2 */);
	gpga_storebits(st, 1272, 128u, gpga_k(96), 32u, gpga_up(gpga_load32(st, 932 /* qr.a2 */)));
	gpga_storebits(st, 1272, 128u, gpga_k(64), 32u, gpga_up(t1));
	gpga_storebits(st, 1272, 128u, gpga_k(32), 32u, gpga_up(t2));
	gpga_storebits(st, 1272, 128u, gpga_k(0), 32u, gpga_up(t3));
	gpga_w_set(st, tab, 906u, 69u, 1272, 8u);
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth(GPGA_ARGS, uint seg, uint th) {
	uint p = tab[TAB_NOW + seg * 2u + 1u];
	seg = tab[TAB_NOW + seg * 2u];
	switch (seg) {
	case 0: return gpga_shape_28(st, tab, th, p);
	case 1: return gpga_seg_36(st, tab, th);
	case 2: return gpga_seg_55(st, tab, th);
	case 3: return gpga_seg_74(st, tab, th);
	case 4: return gpga_seg_93(st, tab, th);
	}
	return GPGA_STOPPED;
}

GPGA_FN void gpga_dispatch_now(GPGA_ARGS, uint b) {
	gpga_dispatch_nth(st, tab, GPGA_AT(b + B_SEG), b);
}

constant uint SCHED_NOTES = 1870;
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
constant uint SCHED_NBA_ROUND = 1772;
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
constant uint SCHED_POST_THREAD = 1296;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint TAB_TRACED = 637;
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

constant uint TAB_SEG = 1056;
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

/* chacha.v:49 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 1);
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

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

static inline gpga_l32 gpga_lognot32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one ? 0u : 1u, x ? 1u : 0u}; }

GPGA_FN void gpga_w_copy(device uint *st, uint d, uint a, uint words) {
	for (uint k = 0; k < words; ++k) GPGA_AT(d + k) = GPGA_AT(a + k);
}

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

/* Values over 64 bits live in the arena: a, b, d are addresses of val words with xz words behind; n is words a plane, w is bits. */
static inline uint gpga_w_words(uint w) { return (w + 31u) >> 5; }

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

GPGA_FN void gpga_w_storebits(device uint *st, uint s, uint wd, gpga_l32 off, uint a, uint wa) {
	if (off.x == 0) gpga_w_insert(st, s, wd, int(off.v), a, wa);
}

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

static inline gpga_l32 gpga_down(gpga_l64 a) { return gpga_l32{uint(a.v), uint(a.x)}; }

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

static inline gpga_l32 gpga_idxs32(gpga_l32 a, uint h) { return gpga_l32{uint(int(a.v << h) >> h), a.x != 0 ? 1u : 0u}; }

static inline gpga_l32 gpga_sub32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v - b.v) & m) | k, k}; }

static inline gpga_l32 gpga_mul32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v * b.v) & m) | k, k}; }

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

/* chacha.v:38 tb.c.le */
GPGA_FN void gpga_fn_0(GPGA_ARGS) {
	gpga_l32 t10 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_trunc32(gpga_load32(st, 1046 /* le.v */), 0xffu), gpga_part32(gpga_load32(st, 1046 /* le.v */), 8u, 0xffu), 8u), gpga_part32(gpga_load32(st, 1046 /* le.v */), 16u, 0xffu), 8u), gpga_part32(gpga_load32(st, 1046 /* le.v */), 24u, 0xffu), 8u);
	gpga_store32(st, 1044, t10);
	return;
}

constant uint SCHED_ERR = 40;
constant uint STATUS_ERROR = 7;
static inline void gpga_fail(device uint *st, uint code) {
	GPGA_AT(SCHED_ERR) = code;
	GPGA_AT(SCHED_STATUS) = STATUS_ERROR;
}

constant uint ERR_LOOP = 1;
/* chacha.v:39 tb.c.init */
GPGA_FN void gpga_fn_1(GPGA_ARGS) {
	gpga_w_storebits(st, 1048, 512u, gpga_k(384), 1130, 128u);
	gpga_store32(st, 1104, gpga_k(0));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 1104 /* init.k */), gpga_k(8), 0u))) {
				break;
			}
			gpga_store32(st, 1046, gpga_down(gpga_w_get(st, 1080, 256u, gpga_idxs32(gpga_add32(gpga_sub32(gpga_k(255), gpga_mul32(gpga_k(32), gpga_load32(st, 1104 /* init.k */), 0xffffffffu), 0xffffffffu), gpga_k(0xffffffe1u), 0xffffffffu), 0u), 32u)));
			gpga_fn_0(st, tab);
			gpga_storebits(st, 1048, 512u, gpga_idxs32(gpga_add32(gpga_sub32(gpga_k(383), gpga_mul32(gpga_k(32), gpga_load32(st, 1104 /* init.k */), 0xffffffffu), 0xffffffffu), gpga_k(0xffffffe1u), 0xffffffffu), 0u), 32u, gpga_up(gpga_load32(st, 1044 /* le.le */)));
			gpga_store32(st, 1104, gpga_add32(gpga_load32(st, 1104 /* init.k */), gpga_k(1), 0xffffffffu));
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_storebits(st, 1048, 512u, gpga_k(96), 32u, gpga_up(gpga_load32(st, 1096 /* init.counter */)));
	gpga_store32(st, 1104, gpga_k(0));
	{
		uint n1 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n1 < SCHED_LOOP_MAX; ++n1) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 1104 /* init.k */), gpga_k(3), 0u))) {
				break;
			}
			gpga_store32(st, 1046, gpga_down(gpga_w_get(st, 1098, 96u, gpga_idxs32(gpga_add32(gpga_sub32(gpga_k(95), gpga_mul32(gpga_k(32), gpga_load32(st, 1104 /* init.k */), 0xffffffffu), 0xffffffffu), gpga_k(0xffffffe1u), 0xffffffffu), 0u), 32u)));
			gpga_fn_0(st, tab);
			gpga_storebits(st, 1048, 512u, gpga_idxs32(gpga_add32(gpga_sub32(gpga_k(95), gpga_mul32(gpga_k(32), gpga_load32(st, 1104 /* init.k */), 0xffffffffu), 0xffffffffu), gpga_k(0xffffffe1u), 0xffffffffu), 0u), 32u, gpga_up(gpga_load32(st, 1044 /* le.le */)));
			gpga_store32(st, 1104, gpga_add32(gpga_load32(st, 1104 /* init.k */), gpga_k(1), 0xffffffffu));
		}
		if (n1 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	return;
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

/* relations; equality is 0 as soon as known bits differ */
static inline gpga_l32 gpga_eq32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; bool ne = ((a.v ^ b.v) & ~x) != 0; bool u = !ne && x != 0; return gpga_l32{ne ? 0u : 1u, u ? 1u : 0u}; }

/* chacha.v:34 tb.c.add16 */
GPGA_FN void gpga_fn_2(GPGA_ARGS) {
	gpga_store32(st, 1042, gpga_k(0));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 1042 /* add16.k */), gpga_k(16), 0u))) {
				break;
			}
			gpga_l32 t14 = gpga_add32(gpga_down(gpga_w_get(st, 978, 512u, gpga_idxs32(gpga_mul32(gpga_k(32), gpga_load32(st, 1042 /* add16.k */), 0xffffffffu), 0u), 32u)), gpga_down(gpga_w_get(st, 1010, 512u, gpga_idxs32(gpga_mul32(gpga_k(32), gpga_load32(st, 1042 /* add16.k */), 0xffffffffu), 0u), 32u)), 0xffffffffu);
			gpga_storebits(st, 946, 512u, gpga_idxs32(gpga_mul32(gpga_k(32), gpga_load32(st, 1042 /* add16.k */), 0xffffffffu), 0u), 32u, gpga_up(t14));
			gpga_store32(st, 1042, gpga_add32(gpga_load32(st, 1042 /* add16.k */), gpga_k(1), 0xffffffffu));
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	return;
}

/* chacha.v:49 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 560 /* tb.rst */))) {
		gpga_nbaq32(st, 622, 8 /* c.busy */, gpga_k(0));
	} else if (gpga_true32(gpga_lognot32(gpga_load32(st, 622 /* c.busy */)))) {
		if (gpga_true32(gpga_load32(st, 562 /* tb.start */))) {
			gpga_nbaq32(st, 622, 8 /* c.busy */, gpga_k(1));
			gpga_nbaq32(st, 720, 12 /* c.n */, gpga_k(0));
			gpga_w_copy(st, 1176, 564, 16u);
			gpga_l32 t7 = gpga_load32(st, 580 /* tb.counter */);
			gpga_w_copy(st, 1192, 582, 6u);
			gpga_w_copy(st, 1080, 1176, 16u);
			gpga_store32(st, 1096, t7);
			gpga_w_copy(st, 1098, 1192, 6u);
			gpga_fn_1(st, tab);
			gpga_w_copy(st, 1198, 1048, 32u);
			gpga_nbaw(st, 10 /* c.s */, gpga_k(0), gpga_l32{0u, 0u}, 512u, 1198);
			gpga_w_copy(st, 1176, 564, 16u);
			gpga_l32 t8 = gpga_load32(st, 580 /* tb.counter */);
			gpga_w_copy(st, 1192, 582, 6u);
			gpga_w_copy(st, 1080, 1176, 16u);
			gpga_store32(st, 1096, t8);
			gpga_w_copy(st, 1098, 1192, 6u);
			gpga_fn_1(st, tab);
			gpga_w_copy(st, 1198, 1048, 32u);
			gpga_nbaw(st, 11 /* c.s0 */, gpga_k(0), gpga_l32{0u, 0u}, 512u, 1198);
		}
	} else if (gpga_true32(gpga_eq32(gpga_load32(st, 720 /* c.n */), gpga_k(20)))) {
		gpga_w_copy(st, 1176, 656, 32u);
		gpga_w_copy(st, 1208, 688, 32u);
		gpga_w_copy(st, 978, 1176, 32u);
		gpga_w_copy(st, 1010, 1208, 32u);
		gpga_fn_2(st, tab);
		gpga_w_copy(st, 1240, 946, 32u);
		gpga_nbaw(st, 9 /* c.stream */, gpga_k(0), gpga_l32{0u, 0u}, 512u, 1240);
		gpga_nbaq32(st, 622, 8 /* c.busy */, gpga_k(0));
	} else {
		gpga_nbaw(st, 10 /* c.s */, gpga_k(0), gpga_l32{0u, 0u}, 512u, 722);
		gpga_nbaq32(st, 720, 12 /* c.n */, gpga_add32(gpga_load32(st, 720 /* c.n */), gpga_k(1), 0x1fu));
	}
	return gpga_wait(st, th, 0, 1);
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

/* chacha.v:67 initialisation */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 558, 0 /* tb.clk */, gpga_k(0));
	return gpga_end(st, th);
}

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

/* chacha.v:67 initialisation */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_note32(st, 560, 1 /* tb.rst */, gpga_k(1));
	return gpga_end(st, th);
}

/* chacha.v:67 initialisation */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	gpga_note32(st, 562, 2 /* tb.start */, gpga_k(0));
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

/* chacha.v:76 always */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x5ul), 6u);
}

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* chacha.v:76 always */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 558, 0 /* tb.clk */, gpga_not32(gpga_load32(st, 558 /* tb.clk */), 0x1u));
	return 5;
}

GPGA_FN void gpga_setbits(GPGA_ARGS, uint s, uint sig, uint wa, gpga_l32 off, uint w, gpga_l64 t) {
	if (off.x != 0) return;
	if (gpga_putbits(st, s, wa, int(off.v), w, t)) gpga_publish(st, tab, sig);
}

/* chacha.v:77 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_store32(st, 620, gpga_k(0));
	{
		uint n0 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n0 < SCHED_LOOP_MAX; ++n0) {
			if (!gpga_true32(gpga_lts32(gpga_load32(st, 620 /* tb.i */), gpga_k(32), 0u))) {
				break;
			}
			gpga_setbits(st, tab, 564u, 3 /* tb.key */, 256u, gpga_idxs32(gpga_add32(gpga_sub32(gpga_k(255), gpga_mul32(gpga_k(8), gpga_load32(st, 620 /* tb.i */), 0xffffffffu), 0xffffffffu), gpga_k(0xfffffff9u), 0xffffffffu), 0u), 8u, gpga_up(gpga_trunc32(gpga_load32(st, 620 /* tb.i */), 0xffu)));
			gpga_store32(st, 620, gpga_add32(gpga_load32(st, 620 /* tb.i */), gpga_k(1), 0xffffffffu));
		}
		if (n0 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
	}
	gpga_w_set(st, tab, 582u, 5u, 1138, 6u);
	gpga_note32(st, 580, 4 /* tb.counter */, gpga_k(1));
	gpga_w_copy(st, 588, 1144, 32u);
	return gpga_delay(st, th, gpga_k64(0xcul), 8u);
}

/* chacha.v:81 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_note32(st, 560, 1 /* tb.rst */, gpga_k(0));
	gpga_store32(st, 620, gpga_k(0));
	return 9;
}

/* chacha.v:82 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 620 /* tb.i */), gpga_k(40), 0u)) ? 10 : 15;
}

/* chacha.v:82 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 11);
}

constant uint GPGA_WAITS = 0xffffffffu;
/* likewise, of a thread that has noted signals: it waits once they are published (see gpga_enlist) */
static inline uint gpga_wait_behind(device uint *st, uint th, uint event, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_WAITING;
	GPGA_AT(th + TH_EVENT) = event + 1u;
	return GPGA_WAITS;
}

/* chacha.v:83 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_note32(st, 562, 2 /* tb.start */, gpga_k(1));
	return gpga_wait_behind(st, th, 1, 12);
}

/* chacha.v:84 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_note32(st, 562, 2 /* tb.start */, gpga_k(0));
	return gpga_wait_behind(st, th, 2, 13);
}

/* chacha.v:85 initial */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x1ul), 14u);
}

GPGA_FN void gpga_argw(device uint *st, uint a, uint words) {
	uint e = GPGA_AT(SCHED_SVC_END);
	for (uint k = 0; k < words; ++k) GPGA_AT(e + k) = GPGA_AT(a + k);
	GPGA_AT(SCHED_SVC_END) = e + words;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

static inline uint gpga_w_top(uint w) { return (w & 31u) == 0 ? 0xffffffffu : (1u << (w & 31u)) - 1u; }

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

/* chacha.v:86 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_eq32(gpga_load32(st, 620 /* tb.i */), gpga_k(0)))) {
		gpga_svc(st, 0u, 32u);
		gpga_argw(st, 624, 32u);
		if (gpga_over(st)) {
			return GPGA_STOPPED;
		}
	}
	gpga_w_resize(st, 1176, 449u, 588, 512u, 0u);
	gpga_l64 t3 = gpga_w_get(st, 588, 512u, gpga_k(449), 63u);
	gpga_w_storebits(st, 1206, 512u, gpga_k(63), 1176, 449u);
	gpga_storebits(st, 1206, 512u, gpga_k(0), 63u, t3);
	gpga_w_bits(st, 1238, 1206, 624, 512u, 2u);
	gpga_w_copy(st, 588, 1238, 32u);
	gpga_note32(st, 580, 4 /* tb.counter */, gpga_add32(gpga_load32(st, 580 /* tb.counter */), gpga_k(1), 0xffffffffu));
	gpga_store32(st, 620, gpga_add32(gpga_load32(st, 620 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 9;
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

/* chacha.v:82 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_svc(st, 1u, 36u);
	gpga_argw(st, 588, 32u);
	gpga_arg64(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 2u, 0u);
	return gpga_finish(st, th, 1u, 16u);
}

/* chacha.v:91 initial */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

constant uint STATUS_REPLY = 2;
static inline uint gpga_reply(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(SCHED_CUR) = th;
	GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
	return GPGA_STOPPED;
}

/* chacha.v:93 initial */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	gpga_svc(st, 3u, 0u);
	return gpga_reply(st, th, 18u);
}

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

/* chacha.v:94 initial */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	gpga_svc(st, 4u, 2u);
	gpga_arg32(st, gpga_k(1));
	return gpga_reply(st, th, 19u);
}

/* chacha.v:95 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x1f4ul), 20u);
}

/* chacha.v:96 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_svc(st, 5u, 0u);
	return gpga_reply(st, th, 21u);
}

/* chacha.v:96 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* chacha.v:22 assign */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	gpga_note32(st, 770, 16 /* q[0].odd */, gpga_trunc32(gpga_load32(st, 720 /* c.n */), 0x1u));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_bit(gpga_l32 a) { return gpga_l32{a.v | a.x, a.x}; }

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

/* chacha.v:23 assign */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_bit(gpga_load32(st, 770 /* q[0].odd */));
	gpga_l32 t3 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(320), 32u));
	gpga_l32 t4 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(160), 32u));
	gpga_l32 t5 = gpga_down(gpga_w_get(st, 656, 512u, gpga_l32{0u, 0u}, 32u));
	gpga_storebits(st, 1272, 128u, gpga_k(96), 32u, gpga_up(gpga_down(gpga_w_get(st, 656, 512u, gpga_k(480), 32u))));
	gpga_storebits(st, 1272, 128u, gpga_k(64), 32u, gpga_up(t3));
	gpga_storebits(st, 1272, 128u, gpga_k(32), 32u, gpga_up(t4));
	gpga_storebits(st, 1272, 128u, gpga_k(0), 32u, gpga_up(t5));
	gpga_l32 t7 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(352), 32u));
	gpga_l32 t8 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(224), 32u));
	gpga_l32 t9 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(96), 32u));
	gpga_storebits(st, 1280, 128u, gpga_k(96), 32u, gpga_up(gpga_down(gpga_w_get(st, 656, 512u, gpga_k(480), 32u))));
	gpga_storebits(st, 1280, 128u, gpga_k(64), 32u, gpga_up(t7));
	gpga_storebits(st, 1280, 128u, gpga_k(32), 32u, gpga_up(t8));
	gpga_storebits(st, 1280, 128u, gpga_k(0), 32u, gpga_up(t9));
	gpga_w_mux(st, 1288, t1, 1272, 1280, 128u);
	gpga_w_set(st, tab, 754u, 14u, 1288, 8u);
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_note32(st, 772, 17 /* qr.a0 */, gpga_down(gpga_w_get(st, 754, 128u, gpga_k(96), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_note32(st, 774, 18 /* qr.b0 */, gpga_down(gpga_w_get(st, 754, 128u, gpga_k(64), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	gpga_note32(st, 776, 19 /* qr.c0 */, gpga_down(gpga_w_get(st, 754, 128u, gpga_k(32), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_note32(st, 778, 20 /* qr.d0 */, gpga_down(gpga_w_get(st, 754, 128u, gpga_l32{0u, 0u}, 32u)));
	return GPGA_STOPPED;
}

/* the count n is saturated; x in it makes all x */
static inline gpga_l32 gpga_shl32(gpga_l32 a, gpga_l32 n, uint w, uint m) {
	uint k = n.x != 0 ? m : uint(0);
	uint on = n.v < w ? m : uint(0);
	uint c = n.v & (32u - 1u);
	return gpga_l32{((a.v << c) & on) | k, ((a.x << c) & on) | k};
}

static inline gpga_l32 gpga_count32(gpga_l32 a) { return gpga_l32{a.v, a.x != 0 ? 1u : 0u}; }

static inline gpga_l32 gpga_shr32(gpga_l32 a, gpga_l32 n, uint w, uint m) {
	uint k = n.x != 0 ? m : uint(0);
	uint on = n.v < w ? m : uint(0);
	uint c = n.v & (32u - 1u);
	return gpga_l32{((a.v >> c) & on) | k, ((a.x >> c) & on) | k};
}

/* chacha.v:5 tb.c.q[0].qr.rol */
GPGA_FN void gpga_fn_3(GPGA_ARGS) {
	gpga_l32 t8 = gpga_or32(gpga_shl32(gpga_load32(st, 798 /* rol.x */), gpga_count32(gpga_load32(st, 800 /* rol.n */)), 32u, 0xffffffffu), gpga_shr32(gpga_load32(st, 798 /* rol.x */), gpga_count32(gpga_sub32(gpga_k(32), gpga_load32(st, 800 /* rol.n */), 0xffffffffu)), 32u, 0xffffffffu));
	gpga_store32(st, 796, t8);
	return;
}

/* chacha.v:6 assign */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	gpga_store32(st, 798, gpga_xor32(gpga_load32(st, 778 /* qr.d0 */), gpga_load32(st, 780 /* qr.a1 */)));
	gpga_store32(st, 800, gpga_k(16));
	gpga_fn_3(st, tab);
	gpga_note32(st, 782, 22 /* qr.d1 */, gpga_load32(st, 796 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:7 assign */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_store32(st, 798, gpga_xor32(gpga_load32(st, 774 /* qr.b0 */), gpga_load32(st, 784 /* qr.c1 */)));
	gpga_store32(st, 800, gpga_k(12));
	gpga_fn_3(st, tab);
	gpga_note32(st, 786, 24 /* qr.b1 */, gpga_load32(st, 796 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:8 assign */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_store32(st, 798, gpga_xor32(gpga_load32(st, 782 /* qr.d1 */), gpga_load32(st, 788 /* qr.a2 */)));
	gpga_store32(st, 800, gpga_k(8));
	gpga_fn_3(st, tab);
	gpga_note32(st, 790, 26 /* qr.d2 */, gpga_load32(st, 796 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:9 assign */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	gpga_store32(st, 798, gpga_xor32(gpga_load32(st, 786 /* qr.b1 */), gpga_load32(st, 792 /* qr.c2 */)));
	gpga_store32(st, 800, gpga_k(7));
	gpga_fn_3(st, tab);
	gpga_note32(st, 794, 28 /* qr.b2 */, gpga_load32(st, 796 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:27 assign */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(480), 32u, gpga_up(gpga_down(gpga_w_get(st, 762, 128u, gpga_k(96), 32u))));
	return GPGA_STOPPED;
}

/* chacha.v:28 assign */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(352), 32u, gpga_up(gpga_mux32(gpga_load32(st, 770 /* q[0].odd */), gpga_down(gpga_w_get(st, 906, 128u, gpga_k(64), 32u)), gpga_down(gpga_w_get(st, 762, 128u, gpga_k(64), 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:29 assign */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(224), 32u, gpga_up(gpga_mux32(gpga_load32(st, 770 /* q[0].odd */), gpga_down(gpga_w_get(st, 858, 128u, gpga_k(32), 32u)), gpga_down(gpga_w_get(st, 762, 128u, gpga_k(32), 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:30 assign */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(96), 32u, gpga_up(gpga_mux32(gpga_load32(st, 770 /* q[0].odd */), gpga_down(gpga_w_get(st, 810, 128u, gpga_l32{0u, 0u}, 32u)), gpga_down(gpga_w_get(st, 762, 128u, gpga_l32{0u, 0u}, 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:22 assign */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	gpga_note32(st, 818, 34 /* q[1].odd */, gpga_trunc32(gpga_load32(st, 720 /* c.n */), 0x1u));
	return GPGA_STOPPED;
}

/* chacha.v:23 assign */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_bit(gpga_load32(st, 818 /* q[1].odd */));
	gpga_l32 t3 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(288), 32u));
	gpga_l32 t4 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(128), 32u));
	gpga_l32 t5 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(96), 32u));
	gpga_storebits(st, 1272, 128u, gpga_k(96), 32u, gpga_up(gpga_down(gpga_w_get(st, 656, 512u, gpga_k(448), 32u))));
	gpga_storebits(st, 1272, 128u, gpga_k(64), 32u, gpga_up(t3));
	gpga_storebits(st, 1272, 128u, gpga_k(32), 32u, gpga_up(t4));
	gpga_storebits(st, 1272, 128u, gpga_k(0), 32u, gpga_up(t5));
	gpga_l32 t7 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(320), 32u));
	gpga_l32 t8 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(192), 32u));
	gpga_l32 t9 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(64), 32u));
	gpga_storebits(st, 1280, 128u, gpga_k(96), 32u, gpga_up(gpga_down(gpga_w_get(st, 656, 512u, gpga_k(448), 32u))));
	gpga_storebits(st, 1280, 128u, gpga_k(64), 32u, gpga_up(t7));
	gpga_storebits(st, 1280, 128u, gpga_k(32), 32u, gpga_up(t8));
	gpga_storebits(st, 1280, 128u, gpga_k(0), 32u, gpga_up(t9));
	gpga_w_mux(st, 1288, t1, 1272, 1280, 128u);
	gpga_w_set(st, tab, 802u, 32u, 1288, 8u);
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_43(GPGA_ARGS, uint th) {
	gpga_note32(st, 820, 35 /* qr.a0 */, gpga_down(gpga_w_get(st, 802, 128u, gpga_k(96), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	gpga_note32(st, 822, 36 /* qr.b0 */, gpga_down(gpga_w_get(st, 802, 128u, gpga_k(64), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	gpga_note32(st, 824, 37 /* qr.c0 */, gpga_down(gpga_w_get(st, 802, 128u, gpga_k(32), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	gpga_note32(st, 826, 38 /* qr.d0 */, gpga_down(gpga_w_get(st, 802, 128u, gpga_l32{0u, 0u}, 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:5 tb.c.q[1].qr.rol */
GPGA_FN void gpga_fn_4(GPGA_ARGS) {
	gpga_l32 t8 = gpga_or32(gpga_shl32(gpga_load32(st, 846 /* rol.x */), gpga_count32(gpga_load32(st, 848 /* rol.n */)), 32u, 0xffffffffu), gpga_shr32(gpga_load32(st, 846 /* rol.x */), gpga_count32(gpga_sub32(gpga_k(32), gpga_load32(st, 848 /* rol.n */), 0xffffffffu)), 32u, 0xffffffffu));
	gpga_store32(st, 844, t8);
	return;
}

/* chacha.v:6 assign */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	gpga_store32(st, 846, gpga_xor32(gpga_load32(st, 826 /* qr.d0 */), gpga_load32(st, 828 /* qr.a1 */)));
	gpga_store32(st, 848, gpga_k(16));
	gpga_fn_4(st, tab);
	gpga_note32(st, 830, 40 /* qr.d1 */, gpga_load32(st, 844 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:7 assign */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	gpga_store32(st, 846, gpga_xor32(gpga_load32(st, 822 /* qr.b0 */), gpga_load32(st, 832 /* qr.c1 */)));
	gpga_store32(st, 848, gpga_k(12));
	gpga_fn_4(st, tab);
	gpga_note32(st, 834, 42 /* qr.b1 */, gpga_load32(st, 844 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:8 assign */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	gpga_store32(st, 846, gpga_xor32(gpga_load32(st, 830 /* qr.d1 */), gpga_load32(st, 836 /* qr.a2 */)));
	gpga_store32(st, 848, gpga_k(8));
	gpga_fn_4(st, tab);
	gpga_note32(st, 838, 44 /* qr.d2 */, gpga_load32(st, 844 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:9 assign */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	gpga_store32(st, 846, gpga_xor32(gpga_load32(st, 834 /* qr.b1 */), gpga_load32(st, 840 /* qr.c2 */)));
	gpga_store32(st, 848, gpga_k(7));
	gpga_fn_4(st, tab);
	gpga_note32(st, 842, 46 /* qr.b2 */, gpga_load32(st, 844 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:27 assign */
GPGA_FN uint gpga_seg_56(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(448), 32u, gpga_up(gpga_down(gpga_w_get(st, 810, 128u, gpga_k(96), 32u))));
	return GPGA_STOPPED;
}

/* chacha.v:28 assign */
GPGA_FN uint gpga_seg_57(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(320), 32u, gpga_up(gpga_mux32(gpga_load32(st, 818 /* q[1].odd */), gpga_down(gpga_w_get(st, 762, 128u, gpga_k(64), 32u)), gpga_down(gpga_w_get(st, 810, 128u, gpga_k(64), 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:29 assign */
GPGA_FN uint gpga_seg_58(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(192), 32u, gpga_up(gpga_mux32(gpga_load32(st, 818 /* q[1].odd */), gpga_down(gpga_w_get(st, 906, 128u, gpga_k(32), 32u)), gpga_down(gpga_w_get(st, 810, 128u, gpga_k(32), 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:30 assign */
GPGA_FN uint gpga_seg_59(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(64), 32u, gpga_up(gpga_mux32(gpga_load32(st, 818 /* q[1].odd */), gpga_down(gpga_w_get(st, 858, 128u, gpga_l32{0u, 0u}, 32u)), gpga_down(gpga_w_get(st, 810, 128u, gpga_l32{0u, 0u}, 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:22 assign */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	gpga_note32(st, 866, 52 /* q[2].odd */, gpga_trunc32(gpga_load32(st, 720 /* c.n */), 0x1u));
	return GPGA_STOPPED;
}

/* chacha.v:23 assign */
GPGA_FN uint gpga_seg_61(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_bit(gpga_load32(st, 866 /* q[2].odd */));
	gpga_l32 t3 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(256), 32u));
	gpga_l32 t4 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(224), 32u));
	gpga_l32 t5 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(64), 32u));
	gpga_storebits(st, 1272, 128u, gpga_k(96), 32u, gpga_up(gpga_down(gpga_w_get(st, 656, 512u, gpga_k(416), 32u))));
	gpga_storebits(st, 1272, 128u, gpga_k(64), 32u, gpga_up(t3));
	gpga_storebits(st, 1272, 128u, gpga_k(32), 32u, gpga_up(t4));
	gpga_storebits(st, 1272, 128u, gpga_k(0), 32u, gpga_up(t5));
	gpga_l32 t7 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(288), 32u));
	gpga_l32 t8 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(160), 32u));
	gpga_l32 t9 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(32), 32u));
	gpga_storebits(st, 1280, 128u, gpga_k(96), 32u, gpga_up(gpga_down(gpga_w_get(st, 656, 512u, gpga_k(416), 32u))));
	gpga_storebits(st, 1280, 128u, gpga_k(64), 32u, gpga_up(t7));
	gpga_storebits(st, 1280, 128u, gpga_k(32), 32u, gpga_up(t8));
	gpga_storebits(st, 1280, 128u, gpga_k(0), 32u, gpga_up(t9));
	gpga_w_mux(st, 1288, t1, 1272, 1280, 128u);
	gpga_w_set(st, tab, 850u, 50u, 1288, 8u);
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_62(GPGA_ARGS, uint th) {
	gpga_note32(st, 868, 53 /* qr.a0 */, gpga_down(gpga_w_get(st, 850, 128u, gpga_k(96), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_63(GPGA_ARGS, uint th) {
	gpga_note32(st, 870, 54 /* qr.b0 */, gpga_down(gpga_w_get(st, 850, 128u, gpga_k(64), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_64(GPGA_ARGS, uint th) {
	gpga_note32(st, 872, 55 /* qr.c0 */, gpga_down(gpga_w_get(st, 850, 128u, gpga_k(32), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_65(GPGA_ARGS, uint th) {
	gpga_note32(st, 874, 56 /* qr.d0 */, gpga_down(gpga_w_get(st, 850, 128u, gpga_l32{0u, 0u}, 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:5 tb.c.q[2].qr.rol */
GPGA_FN void gpga_fn_5(GPGA_ARGS) {
	gpga_l32 t8 = gpga_or32(gpga_shl32(gpga_load32(st, 894 /* rol.x */), gpga_count32(gpga_load32(st, 896 /* rol.n */)), 32u, 0xffffffffu), gpga_shr32(gpga_load32(st, 894 /* rol.x */), gpga_count32(gpga_sub32(gpga_k(32), gpga_load32(st, 896 /* rol.n */), 0xffffffffu)), 32u, 0xffffffffu));
	gpga_store32(st, 892, t8);
	return;
}

/* chacha.v:6 assign */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	gpga_store32(st, 894, gpga_xor32(gpga_load32(st, 874 /* qr.d0 */), gpga_load32(st, 876 /* qr.a1 */)));
	gpga_store32(st, 896, gpga_k(16));
	gpga_fn_5(st, tab);
	gpga_note32(st, 878, 58 /* qr.d1 */, gpga_load32(st, 892 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:7 assign */
GPGA_FN uint gpga_seg_69(GPGA_ARGS, uint th) {
	gpga_store32(st, 894, gpga_xor32(gpga_load32(st, 870 /* qr.b0 */), gpga_load32(st, 880 /* qr.c1 */)));
	gpga_store32(st, 896, gpga_k(12));
	gpga_fn_5(st, tab);
	gpga_note32(st, 882, 60 /* qr.b1 */, gpga_load32(st, 892 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:8 assign */
GPGA_FN uint gpga_seg_71(GPGA_ARGS, uint th) {
	gpga_store32(st, 894, gpga_xor32(gpga_load32(st, 878 /* qr.d1 */), gpga_load32(st, 884 /* qr.a2 */)));
	gpga_store32(st, 896, gpga_k(8));
	gpga_fn_5(st, tab);
	gpga_note32(st, 886, 62 /* qr.d2 */, gpga_load32(st, 892 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:9 assign */
GPGA_FN uint gpga_seg_73(GPGA_ARGS, uint th) {
	gpga_store32(st, 894, gpga_xor32(gpga_load32(st, 882 /* qr.b1 */), gpga_load32(st, 888 /* qr.c2 */)));
	gpga_store32(st, 896, gpga_k(7));
	gpga_fn_5(st, tab);
	gpga_note32(st, 890, 64 /* qr.b2 */, gpga_load32(st, 892 /* rol.rol */));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_0(GPGA_ARGS, uint seg, uint th, uint p) {
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
	case 28: return gpga_shape_28(st, tab, th, p);
	case 29: return gpga_seg_29(st, tab, th);
	case 30: return gpga_seg_31(st, tab, th);
	case 31: return gpga_seg_33(st, tab, th);
	case 32: return gpga_seg_35(st, tab, th);
	case 33: return gpga_seg_36(st, tab, th);
	case 34: return gpga_seg_37(st, tab, th);
	case 35: return gpga_seg_38(st, tab, th);
	case 36: return gpga_seg_39(st, tab, th);
	case 37: return gpga_seg_40(st, tab, th);
	case 38: return gpga_seg_41(st, tab, th);
	case 39: return gpga_seg_42(st, tab, th);
	case 40: return gpga_seg_43(st, tab, th);
	case 41: return gpga_seg_44(st, tab, th);
	case 42: return gpga_seg_45(st, tab, th);
	case 43: return gpga_seg_46(st, tab, th);
	case 44: return gpga_seg_48(st, tab, th);
	case 45: return gpga_seg_50(st, tab, th);
	case 46: return gpga_seg_52(st, tab, th);
	case 47: return gpga_seg_54(st, tab, th);
	case 48: return gpga_seg_55(st, tab, th);
	case 49: return gpga_seg_56(st, tab, th);
	case 50: return gpga_seg_57(st, tab, th);
	case 51: return gpga_seg_58(st, tab, th);
	case 52: return gpga_seg_59(st, tab, th);
	case 53: return gpga_seg_60(st, tab, th);
	case 54: return gpga_seg_61(st, tab, th);
	case 55: return gpga_seg_62(st, tab, th);
	case 56: return gpga_seg_63(st, tab, th);
	case 57: return gpga_seg_64(st, tab, th);
	case 58: return gpga_seg_65(st, tab, th);
	case 59: return gpga_seg_67(st, tab, th);
	case 60: return gpga_seg_69(st, tab, th);
	case 61: return gpga_seg_71(st, tab, th);
	case 62: return gpga_seg_73(st, tab, th);
	case 63: return gpga_seg_74(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* chacha.v:27 assign */
GPGA_FN uint gpga_seg_75(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(416), 32u, gpga_up(gpga_down(gpga_w_get(st, 858, 128u, gpga_k(96), 32u))));
	return GPGA_STOPPED;
}

/* chacha.v:28 assign */
GPGA_FN uint gpga_seg_76(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(288), 32u, gpga_up(gpga_mux32(gpga_load32(st, 866 /* q[2].odd */), gpga_down(gpga_w_get(st, 810, 128u, gpga_k(64), 32u)), gpga_down(gpga_w_get(st, 858, 128u, gpga_k(64), 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:29 assign */
GPGA_FN uint gpga_seg_77(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(160), 32u, gpga_up(gpga_mux32(gpga_load32(st, 866 /* q[2].odd */), gpga_down(gpga_w_get(st, 762, 128u, gpga_k(32), 32u)), gpga_down(gpga_w_get(st, 858, 128u, gpga_k(32), 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:30 assign */
GPGA_FN uint gpga_seg_78(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(32), 32u, gpga_up(gpga_mux32(gpga_load32(st, 866 /* q[2].odd */), gpga_down(gpga_w_get(st, 906, 128u, gpga_l32{0u, 0u}, 32u)), gpga_down(gpga_w_get(st, 858, 128u, gpga_l32{0u, 0u}, 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:22 assign */
GPGA_FN uint gpga_seg_79(GPGA_ARGS, uint th) {
	gpga_note32(st, 914, 70 /* q[3].odd */, gpga_trunc32(gpga_load32(st, 720 /* c.n */), 0x1u));
	return GPGA_STOPPED;
}

/* chacha.v:23 assign */
GPGA_FN uint gpga_seg_80(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_bit(gpga_load32(st, 914 /* q[3].odd */));
	gpga_l32 t3 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(352), 32u));
	gpga_l32 t4 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(192), 32u));
	gpga_l32 t5 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(32), 32u));
	gpga_storebits(st, 1272, 128u, gpga_k(96), 32u, gpga_up(gpga_down(gpga_w_get(st, 656, 512u, gpga_k(384), 32u))));
	gpga_storebits(st, 1272, 128u, gpga_k(64), 32u, gpga_up(t3));
	gpga_storebits(st, 1272, 128u, gpga_k(32), 32u, gpga_up(t4));
	gpga_storebits(st, 1272, 128u, gpga_k(0), 32u, gpga_up(t5));
	gpga_l32 t7 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(256), 32u));
	gpga_l32 t8 = gpga_down(gpga_w_get(st, 656, 512u, gpga_k(128), 32u));
	gpga_l32 t9 = gpga_down(gpga_w_get(st, 656, 512u, gpga_l32{0u, 0u}, 32u));
	gpga_storebits(st, 1280, 128u, gpga_k(96), 32u, gpga_up(gpga_down(gpga_w_get(st, 656, 512u, gpga_k(384), 32u))));
	gpga_storebits(st, 1280, 128u, gpga_k(64), 32u, gpga_up(t7));
	gpga_storebits(st, 1280, 128u, gpga_k(32), 32u, gpga_up(t8));
	gpga_storebits(st, 1280, 128u, gpga_k(0), 32u, gpga_up(t9));
	gpga_w_mux(st, 1288, t1, 1272, 1280, 128u);
	gpga_w_set(st, tab, 898u, 68u, 1288, 8u);
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_81(GPGA_ARGS, uint th) {
	gpga_note32(st, 916, 71 /* qr.a0 */, gpga_down(gpga_w_get(st, 898, 128u, gpga_k(96), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_82(GPGA_ARGS, uint th) {
	gpga_note32(st, 918, 72 /* qr.b0 */, gpga_down(gpga_w_get(st, 898, 128u, gpga_k(64), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_83(GPGA_ARGS, uint th) {
	gpga_note32(st, 920, 73 /* qr.c0 */, gpga_down(gpga_w_get(st, 898, 128u, gpga_k(32), 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:4 assign */
GPGA_FN uint gpga_seg_84(GPGA_ARGS, uint th) {
	gpga_note32(st, 922, 74 /* qr.d0 */, gpga_down(gpga_w_get(st, 898, 128u, gpga_l32{0u, 0u}, 32u)));
	return GPGA_STOPPED;
}

/* chacha.v:5 tb.c.q[3].qr.rol */
GPGA_FN void gpga_fn_6(GPGA_ARGS) {
	gpga_l32 t8 = gpga_or32(gpga_shl32(gpga_load32(st, 942 /* rol.x */), gpga_count32(gpga_load32(st, 944 /* rol.n */)), 32u, 0xffffffffu), gpga_shr32(gpga_load32(st, 942 /* rol.x */), gpga_count32(gpga_sub32(gpga_k(32), gpga_load32(st, 944 /* rol.n */), 0xffffffffu)), 32u, 0xffffffffu));
	gpga_store32(st, 940, t8);
	return;
}

/* chacha.v:6 assign */
GPGA_FN uint gpga_seg_86(GPGA_ARGS, uint th) {
	gpga_store32(st, 942, gpga_xor32(gpga_load32(st, 922 /* qr.d0 */), gpga_load32(st, 924 /* qr.a1 */)));
	gpga_store32(st, 944, gpga_k(16));
	gpga_fn_6(st, tab);
	gpga_note32(st, 926, 76 /* qr.d1 */, gpga_load32(st, 940 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:7 assign */
GPGA_FN uint gpga_seg_88(GPGA_ARGS, uint th) {
	gpga_store32(st, 942, gpga_xor32(gpga_load32(st, 918 /* qr.b0 */), gpga_load32(st, 928 /* qr.c1 */)));
	gpga_store32(st, 944, gpga_k(12));
	gpga_fn_6(st, tab);
	gpga_note32(st, 930, 78 /* qr.b1 */, gpga_load32(st, 940 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:8 assign */
GPGA_FN uint gpga_seg_90(GPGA_ARGS, uint th) {
	gpga_store32(st, 942, gpga_xor32(gpga_load32(st, 926 /* qr.d1 */), gpga_load32(st, 932 /* qr.a2 */)));
	gpga_store32(st, 944, gpga_k(8));
	gpga_fn_6(st, tab);
	gpga_note32(st, 934, 80 /* qr.d2 */, gpga_load32(st, 940 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:9 assign */
GPGA_FN uint gpga_seg_92(GPGA_ARGS, uint th) {
	gpga_store32(st, 942, gpga_xor32(gpga_load32(st, 930 /* qr.b1 */), gpga_load32(st, 936 /* qr.c2 */)));
	gpga_store32(st, 944, gpga_k(7));
	gpga_fn_6(st, tab);
	gpga_note32(st, 938, 82 /* qr.b2 */, gpga_load32(st, 940 /* rol.rol */));
	return GPGA_STOPPED;
}

/* chacha.v:27 assign */
GPGA_FN uint gpga_seg_94(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(384), 32u, gpga_up(gpga_down(gpga_w_get(st, 906, 128u, gpga_k(96), 32u))));
	return GPGA_STOPPED;
}

/* chacha.v:28 assign */
GPGA_FN uint gpga_seg_95(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(256), 32u, gpga_up(gpga_mux32(gpga_load32(st, 914 /* q[3].odd */), gpga_down(gpga_w_get(st, 858, 128u, gpga_k(64), 32u)), gpga_down(gpga_w_get(st, 906, 128u, gpga_k(64), 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:29 assign */
GPGA_FN uint gpga_seg_96(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(128), 32u, gpga_up(gpga_mux32(gpga_load32(st, 914 /* q[3].odd */), gpga_down(gpga_w_get(st, 810, 128u, gpga_k(32), 32u)), gpga_down(gpga_w_get(st, 906, 128u, gpga_k(32), 32u)))));
	return GPGA_STOPPED;
}

/* chacha.v:30 assign */
GPGA_FN uint gpga_seg_97(GPGA_ARGS, uint th) {
	gpga_setbits(st, tab, 722u, 13 /* c.next */, 512u, gpga_k(0), 32u, gpga_up(gpga_mux32(gpga_load32(st, 914 /* q[3].odd */), gpga_down(gpga_w_get(st, 762, 128u, gpga_l32{0u, 0u}, 32u)), gpga_down(gpga_w_get(st, 906, 128u, gpga_l32{0u, 0u}, 32u)))));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_64(GPGA_ARGS, uint seg, uint th, uint p) {
	switch (seg) {
	case 64: return gpga_seg_75(st, tab, th);
	case 65: return gpga_seg_76(st, tab, th);
	case 66: return gpga_seg_77(st, tab, th);
	case 67: return gpga_seg_78(st, tab, th);
	case 68: return gpga_seg_79(st, tab, th);
	case 69: return gpga_seg_80(st, tab, th);
	case 70: return gpga_seg_81(st, tab, th);
	case 71: return gpga_seg_82(st, tab, th);
	case 72: return gpga_seg_83(st, tab, th);
	case 73: return gpga_seg_84(st, tab, th);
	case 74: return gpga_seg_86(st, tab, th);
	case 75: return gpga_seg_88(st, tab, th);
	case 76: return gpga_seg_90(st, tab, th);
	case 77: return gpga_seg_92(st, tab, th);
	case 78: return gpga_seg_93(st, tab, th);
	case 79: return gpga_seg_94(st, tab, th);
	case 80: return gpga_seg_95(st, tab, th);
	case 81: return gpga_seg_96(st, tab, th);
	case 82: return gpga_seg_97(st, tab, th);
	}
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch(GPGA_ARGS, uint seg, uint th) {
	uint p = tab[TAB_SEG + seg * 2u + 1u];
	seg = tab[TAB_SEG + seg * 2u];
	switch (seg >> 6) {
	case 0: return gpga_dispatch_0(st, tab, seg, th, p);
	case 1: return gpga_dispatch_64(st, tab, seg, th, p);
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

