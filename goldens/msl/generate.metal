/* gpga kernel, table form, four-state: tb */
/* 25 processes, 136 continuous nodes, 181 segments, 1 events, 115 signals */
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
constant uint NEED_NBA_WORDS = 6;
constant uint SCHED_SVC_END = 29;
constant uint NEED_SVC_WORDS = 28;
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
constant uint TAB_SLOT = 339;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 116;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0};
constant uchar sched_edge_wait_item_count[] = {1};
constant ushort sched_edge_item_val[] = {1086};
constant ushort sched_edge_item_xz[] = {1087};
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

constant uint TAB_WIDTH = 454;
constant uint TAB_WORDS = 569;
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

constant uint TAB_NOW = 2240;
static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

constant uint GPGA_STOPPED = 0xfffffffeu;
/* generate.v:83 port y of c */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	gpga_store32(st, 1098, gpga_load32(st, 1282 /* c.y */));
	return GPGA_STOPPED;
}

/* generate.v:83 port y of c */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	gpga_store32(st, 1100, gpga_load32(st, 1288 /* c.y */));
	return GPGA_STOPPED;
}

/* generate.v:83 port y of c */
GPGA_FN uint gpga_seg_57(GPGA_ARGS, uint th) {
	gpga_store32(st, 1102, gpga_load32(st, 1294 /* c.y */));
	return GPGA_STOPPED;
}

/* generate.v:83 port y of c */
GPGA_FN uint gpga_seg_61(GPGA_ARGS, uint th) {
	gpga_store32(st, 1104, gpga_load32(st, 1302 /* other.n */));
	return GPGA_STOPPED;
}

constant uint SCHED_NOTES = 1696;
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

static inline void gpga_notep32(device uint *st, uint s, uint sig, gpga_l32 t, uint off, uint m) {
	gpga_note32(st, s, sig, gpga_l32{(GPGA_AT(s) & ~(m << off)) | (t.v << off), (GPGA_AT(s + 1u) & ~(m << off)) | (t.x << off)});
}

/* generate.v:20 assign */
GPGA_FN uint gpga_seg_110(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_load32(st, 1084 /* tb.ci */), 0u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:34 assign, and 15 like it */
GPGA_FN uint gpga_shape_112(GPGA_ARGS, uint th, uint p) {
	gpga_set32(st, tab, tab[p + 1], tab[p + 2], gpga_load32(st, tab[p + 0]));
	return GPGA_STOPPED;
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* generate.v:40 assign, and 13 like it */
GPGA_FN uint gpga_shape_116(GPGA_ARGS, uint th, uint p) {
	gpga_set32(st, tab, tab[p + 2], tab[p + 3], gpga_add32(gpga_load32(st, tab[p + 0]), gpga_load32(st, tab[p + 1]), 0xffffffffu));
	return GPGA_STOPPED;
}

/* generate.v:40 assign */
GPGA_FN uint gpga_seg_172(GPGA_ARGS, uint th) {
	gpga_store32(st, 1094, gpga_add32(gpga_load32(st, 1142 /* split.l */), gpga_load32(st, 1144 /* split.r */), 0xffffffffu));
	return GPGA_STOPPED;
}

/* generate.v:52 port q of ff[0] */
GPGA_FN uint gpga_seg_174(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1096u, 8 /* tb.sh */, gpga_load32(st, 1264 /* ff[0].q */), 0u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:52 port q of ff[1] */
GPGA_FN uint gpga_seg_176(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1096u, 8 /* tb.sh */, gpga_load32(st, 1268 /* ff[1].q */), 1u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:52 port q of ff[2] */
GPGA_FN uint gpga_seg_178(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1096u, 8 /* tb.sh */, gpga_load32(st, 1272 /* ff[2].q */), 2u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:52 port q of ff[3] */
GPGA_FN uint gpga_seg_180(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1096u, 8 /* tb.sh */, gpga_load32(st, 1276 /* ff[3].q */), 3u, 0x1u);
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth(GPGA_ARGS, uint seg, uint th) {
	uint p = tab[TAB_NOW + seg * 2u + 1u];
	seg = tab[TAB_NOW + seg * 2u];
	switch (seg) {
	case 0: return gpga_seg_48(st, tab, th);
	case 1: return gpga_seg_52(st, tab, th);
	case 2: return gpga_seg_57(st, tab, th);
	case 3: return gpga_seg_61(st, tab, th);
	case 4: return gpga_seg_110(st, tab, th);
	case 5: return gpga_shape_112(st, tab, th, p);
	case 6: return gpga_shape_116(st, tab, th, p);
	case 7: return gpga_seg_172(st, tab, th);
	case 8: return gpga_seg_174(st, tab, th);
	case 9: return gpga_seg_176(st, tab, th);
	case 10: return gpga_seg_178(st, tab, th);
	case 11: return gpga_seg_180(st, tab, th);
	}
	return GPGA_STOPPED;
}

GPGA_FN void gpga_dispatch_now(GPGA_ARGS, uint b) {
	gpga_dispatch_nth(st, tab, GPGA_AT(b + B_SEG), b);
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
constant uint SCHED_NBA_ROUND = 1580;
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
constant uint SCHED_POST_THREAD = 1370;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 799;
constant uint SCHED_TRACE_NEXT = 1316;
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

constant uint TAB_SEG = 1878;
/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

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

/* generate.v:89 initial */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	gpga_store32(st, 1304, gpga_k(0));
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

/* generate.v:59 initial, and 9 like it */
GPGA_FN uint gpga_shape_1(GPGA_ARGS, uint th, uint p) {
	return gpga_delay(st, th, gpga_k64(0x1ul), tab[p + 0]);
}

GPGA_FN void gpga_arg64(device uint *st, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store64(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
}

GPGA_FN void gpga_argw(device uint *st, uint a, uint words) {
	uint e = GPGA_AT(SCHED_SVC_END);
	for (uint k = 0; k < words; ++k) GPGA_AT(e + k) = GPGA_AT(a + k);
	GPGA_AT(SCHED_SVC_END) = e + words;
}

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_svc(st, 0u, 24u);
	gpga_arg64(st, gpga_k64(0x1ul));
	gpga_argw(st, 1316, 6u);
	gpga_argw(st, 1322, 6u);
	gpga_arg32(st, gpga_k(7));
	gpga_arg64(st, gpga_k64(0x3ff8000000000000ul));
	gpga_arg32(st, gpga_k(255));
	return gpga_end(st, th);
}

/* generate.v:91 initial */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_store32(st, 1306, gpga_k(254));
	return gpga_end(st, th);
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_svc(st, 1u, 24u);
	gpga_arg64(st, gpga_k64(0x2ul));
	gpga_argw(st, 1328, 6u);
	gpga_argw(st, 1334, 6u);
	gpga_arg32(st, gpga_k(63));
	gpga_arg64(st, gpga_k64(0x3ff8000000000000ul));
	gpga_arg32(st, gpga_k(255));
	return gpga_end(st, th);
}

/* generate.v:89 initial */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	gpga_store32(st, 1308, gpga_k(17));
	return gpga_end(st, th);
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_svc(st, 2u, 24u);
	gpga_arg64(st, gpga_k64(0x2ul));
	gpga_argw(st, 1328, 6u);
	gpga_argw(st, 1334, 6u);
	gpga_arg32(st, gpga_k(63));
	gpga_arg64(st, gpga_k64(0x3ff8000000000000ul));
	gpga_arg32(st, gpga_k(255));
	return gpga_end(st, th);
}

/* generate.v:89 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_store32(st, 1310, gpga_k(32));
	return gpga_end(st, th);
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_svc(st, 3u, 24u);
	gpga_arg64(st, gpga_k64(0x3ul));
	gpga_argw(st, 1340, 6u);
	gpga_argw(st, 1346, 6u);
	gpga_arg32(st, gpga_k(511));
	gpga_arg64(st, gpga_k64(0x3ff8000000000000ul));
	gpga_arg32(st, gpga_k(255));
	return gpga_end(st, th);
}

/* generate.v:91 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_store32(st, 1312, gpga_k(252));
	return gpga_end(st, th);
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	gpga_svc(st, 4u, 24u);
	gpga_arg64(st, gpga_k64(0x3ul));
	gpga_argw(st, 1340, 6u);
	gpga_argw(st, 1346, 6u);
	gpga_arg32(st, gpga_k(511));
	gpga_arg64(st, gpga_k64(0x3ff8000000000000ul));
	gpga_arg32(st, gpga_k(255));
	return gpga_end(st, th);
}

/* generate.v:89 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_store32(st, 1314, gpga_k(34));
	return gpga_end(st, th);
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	gpga_svc(st, 5u, 24u);
	gpga_arg64(st, gpga_k64(0x3ul));
	gpga_argw(st, 1340, 6u);
	gpga_argw(st, 1346, 6u);
	gpga_arg32(st, gpga_k(511));
	gpga_arg64(st, gpga_k64(0x3ff8000000000000ul));
	gpga_arg32(st, gpga_k(255));
	return gpga_end(st, th);
}

/* generate.v:46 initial */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1264, 89 /* ff[0].q */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_end(st, th);
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

/* generate.v:47 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 20);
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

/* generate.v:47 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_nbaq32(st, 1264, 89 /* ff[0].q */, gpga_load32(st, 1262 /* ff[0].d */));
	return gpga_wait(st, th, 0, 20);
}

/* generate.v:46 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1268, 91 /* ff[1].q */, gpga_k(1));
	gpga_settle(st, tab);
	return gpga_end(st, th);
}

/* generate.v:47 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 23);
}

/* generate.v:47 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_nbaq32(st, 1268, 91 /* ff[1].q */, gpga_load32(st, 1266 /* ff[1].d */));
	return gpga_wait(st, th, 0, 23);
}

/* generate.v:46 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1272, 93 /* ff[2].q */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_end(st, th);
}

/* generate.v:47 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 26);
}

/* generate.v:47 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	gpga_nbaq32(st, 1272, 93 /* ff[2].q */, gpga_load32(st, 1270 /* ff[2].d */));
	return gpga_wait(st, th, 0, 26);
}

/* generate.v:46 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1276, 95 /* ff[3].q */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_end(st, th);
}

/* generate.v:47 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 29);
}

/* generate.v:47 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	gpga_nbaq32(st, 1276, 95 /* ff[3].q */, gpga_load32(st, 1274 /* ff[3].d */));
	return gpga_wait(st, th, 0, 29);
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_svc(st, 6u, 20u);
	gpga_arg32(st, gpga_k(3));
	gpga_arg64(st, gpga_k64(0x6ul));
	gpga_argw(st, 1352, 6u);
	gpga_arg32(st, gpga_k(511));
	gpga_arg64(st, gpga_k64(0x3ff8000000000000ul));
	gpga_arg32(st, gpga_k(255));
	return gpga_end(st, th);
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_svc(st, 7u, 20u);
	gpga_arg32(st, gpga_k(5));
	gpga_arg64(st, gpga_k64(0xaul));
	gpga_argw(st, 1358, 6u);
	gpga_arg32(st, gpga_k(32767));
	gpga_arg64(st, gpga_k64(0x3ff8000000000000ul));
	gpga_arg32(st, gpga_k(255));
	return gpga_end(st, th);
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	gpga_svc(st, 8u, 16u);
	gpga_arg32(st, gpga_k(3));
	gpga_arg32(st, gpga_k(1));
	gpga_arg64(st, gpga_k64(0x4ul));
	gpga_arg32(st, gpga_k(15));
	gpga_arg64(st, gpga_k64(0x3ff8000000000000ul));
	gpga_arg32(st, gpga_k(255));
	return gpga_end(st, th);
}

/* generate.v:59 initial */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	gpga_svc(st, 9u, 20u);
	gpga_arg32(st, gpga_k(7));
	gpga_arg64(st, gpga_k64(0xeul));
	gpga_argw(st, 1364, 6u);
	gpga_arg32(st, gpga_k(0x1fffffu));
	gpga_arg64(st, gpga_k64(0x4000000000000000ul));
	gpga_arg32(st, gpga_k(200));
	return gpga_end(st, th);
}

/* generate.v:99 initial */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1084, 2 /* tb.ci */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1086, 3 /* tb.clk */, gpga_k(0));
	gpga_note32(st, 1088, 4 /* tb.d */, gpga_k(1));
	gpga_store32(st, 1106, gpga_k(0));
	return 39;
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

/* generate.v:101 initial */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 1106 /* tb.i */), gpga_k(6), 0u)) ? 40 : 43;
}

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

static inline gpga_l32 gpga_mul32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v * b.v) & m) | k, k}; }

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

/* generate.v:101 initial */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1080, 0 /* tb.a */, gpga_trunc32(gpga_add32(gpga_mul32(gpga_load32(st, 1106 /* tb.i */), gpga_k(13689), 0xffffffffu), gpga_k(243), 0xffffffffu), 0xffffu));
	gpga_set32(st, tab, 1082, 1 /* tb.b */, gpga_trunc32(gpga_add32(gpga_cat32(gpga_trunc32(gpga_load32(st, 1080 /* tb.a */), 0xffu), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 8u, 0xffu), 8u), gpga_load32(st, 1106 /* tb.i */), 0xffffffffu), 0xffffu));
	gpga_set32(st, tab, 1084, 2 /* tb.ci */, gpga_trunc32(gpga_load32(st, 1106 /* tb.i */), 0x1u));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x2ul), 41u);
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

/* generate.v:104 initial */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 1080 /* tb.a */);
	gpga_l32 t1 = gpga_load32(st, 1082 /* tb.b */);
	gpga_l32 t2 = gpga_load32(st, 1084 /* tb.ci */);
	gpga_l32 t3 = gpga_load32(st, 1092 /* tb.co */);
	gpga_l32 t4 = gpga_load32(st, 1090 /* tb.s */);
	gpga_l32 t5 = gpga_load32(st, 1094 /* tb.ones */);
	gpga_l32 t6 = gpga_load32(st, 1098 /* tb.y */);
	gpga_l32 t7 = gpga_load32(st, 1100);
	gpga_l32 t8 = gpga_load32(st, 1102);
	gpga_l32 t9 = gpga_load32(st, 1104);
	gpga_l32 t10 = gpga_load32(st, 1096 /* tb.sh */);
	gpga_svc(st, 10u, 22u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_arg32(st, t6);
	gpga_arg32(st, t7);
	gpga_arg32(st, t8);
	gpga_arg32(st, t9);
	gpga_arg32(st, t10);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set32(st, tab, 1086, 3 /* tb.clk */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x1ul), 42u);
}

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* generate.v:105 initial */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1086, 3 /* tb.clk */, gpga_k(0));
	gpga_note32(st, 1088, 4 /* tb.d */, gpga_not32(gpga_load32(st, 1088 /* tb.d */), 0x1u));
	gpga_store32(st, 1106, gpga_add32(gpga_load32(st, 1106 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 39;
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* generate.v:101 initial */
GPGA_FN uint gpga_seg_43(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 1304 /* col[0].v */);
	gpga_l32 t1 = gpga_load32(st, 1312 /* col[1].v */);
	gpga_l32 t2 = gpga_load32(st, 1314 /* col[2].v */);
	gpga_svc(st, 11u, 6u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t3 = gpga_load32(st, 1116 /* bit_[3].p */);
	gpga_l32 t5 = gpga_trunc32(gpga_load32(st, 1148 /* split.l */), 0x1u);
	gpga_svc(st, 12u, 4u);
	gpga_arg32(st, t3);
	gpga_arg32(st, t5);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 13u, 0u);
	return gpga_finish(st, th, 1u, 44u);
}

/* generate.v:109 initial */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

/* generate.v:6 assign */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	gpga_note32(st, 1282, 98 /* c.y */, gpga_and32(gpga_load32(st, 1278 /* c.a */), gpga_load32(st, 1280 /* c.b */)));
	return GPGA_STOPPED;
}

/* generate.v:83 port a of c */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	gpga_note32(st, 1278, 96 /* c.a */, gpga_trunc32(gpga_load32(st, 1080 /* tb.a */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:83 port b of c */
GPGA_FN uint gpga_seg_47(GPGA_ARGS, uint th) {
	gpga_note32(st, 1280, 97 /* c.b */, gpga_trunc32(gpga_load32(st, 1082 /* tb.b */), 0xfu));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; uint one = (a.v & ~a.x) | (b.v & ~b.x); return gpga_l32{a.v | b.v | x, x & ~one}; }

/* generate.v:7 assign */
GPGA_FN uint gpga_seg_49(GPGA_ARGS, uint th) {
	gpga_note32(st, 1288, 101 /* c.y */, gpga_or32(gpga_load32(st, 1284 /* c.a */), gpga_load32(st, 1286 /* c.b */)));
	return GPGA_STOPPED;
}

/* generate.v:83 port a of c */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	gpga_note32(st, 1284, 99 /* c.a */, gpga_trunc32(gpga_load32(st, 1080 /* tb.a */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:83 port b of c */
GPGA_FN uint gpga_seg_51(GPGA_ARGS, uint th) {
	gpga_note32(st, 1286, 100 /* c.b */, gpga_trunc32(gpga_load32(st, 1082 /* tb.b */), 0xfu));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_xor32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; return gpga_l32{(a.v ^ b.v) | x, x}; }

/* generate.v:11 assign */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	gpga_note32(st, 1294, 104 /* c.y */, gpga_xor32(gpga_load32(st, 1296 /* other.n */), gpga_load32(st, 1292 /* c.b */)));
	return GPGA_STOPPED;
}

/* generate.v:9 assign */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	gpga_note32(st, 1296, 105 /* other.n */, gpga_not32(gpga_load32(st, 1290 /* c.a */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:83 port a of c */
GPGA_FN uint gpga_seg_55(GPGA_ARGS, uint th) {
	gpga_note32(st, 1290, 102 /* c.a */, gpga_trunc32(gpga_load32(st, 1080 /* tb.a */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:83 port b of c */
GPGA_FN uint gpga_seg_56(GPGA_ARGS, uint th) {
	gpga_note32(st, 1292, 103 /* c.b */, gpga_trunc32(gpga_load32(st, 1082 /* tb.b */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:9 assign */
GPGA_FN uint gpga_seg_58(GPGA_ARGS, uint th) {
	gpga_note32(st, 1302, 108 /* other.n */, gpga_not32(gpga_load32(st, 1298 /* c.a */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:83 port a of c */
GPGA_FN uint gpga_seg_59(GPGA_ARGS, uint th) {
	gpga_note32(st, 1298, 106 /* c.a */, gpga_trunc32(gpga_load32(st, 1080 /* tb.a */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:83 port b of c */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	gpga_store32(st, 1300, gpga_trunc32(gpga_load32(st, 1082 /* tb.b */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_62(GPGA_ARGS, uint th) {
	gpga_note32(st, 1110, 12 /* bit_[0].p */, gpga_xor32(gpga_trunc32(gpga_load32(st, 1080 /* tb.a */), 0x1u), gpga_trunc32(gpga_load32(st, 1082 /* tb.b */), 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_63(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1110 /* bit_[0].p */), gpga_trunc32(gpga_load32(st, 1108 /* add.c */), 0x1u)), 0u, 0x1u);
	return GPGA_STOPPED;
}

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
	uint k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : uint(0);
	return gpga_l32{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_64(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1110 /* bit_[0].p */), gpga_trunc32(gpga_load32(st, 1108 /* add.c */), 0x1u), gpga_trunc32(gpga_load32(st, 1080 /* tb.a */), 0x1u)), 1u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_65(GPGA_ARGS, uint th) {
	gpga_note32(st, 1112, 13 /* bit_[1].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 1u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 1u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_66(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1112 /* bit_[1].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 1u, 0x1u)), 1u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1112 /* bit_[1].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 1u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 1u, 0x1u)), 2u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_68(GPGA_ARGS, uint th) {
	gpga_note32(st, 1114, 14 /* bit_[2].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 2u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 2u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_69(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1114 /* bit_[2].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 2u, 0x1u)), 2u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_70(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1114 /* bit_[2].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 2u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 2u, 0x1u)), 3u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_71(GPGA_ARGS, uint th) {
	gpga_note32(st, 1116, 15 /* bit_[3].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 3u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 3u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_72(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1116 /* bit_[3].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 3u, 0x1u)), 3u, 0x1u);
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_0(GPGA_ARGS, uint seg, uint th, uint p) {
	switch (seg) {
	case 0: return gpga_seg_0(st, tab, th);
	case 1: return gpga_shape_1(st, tab, th, p);
	case 2: return gpga_seg_2(st, tab, th);
	case 3: return gpga_seg_3(st, tab, th);
	case 4: return gpga_seg_5(st, tab, th);
	case 5: return gpga_seg_6(st, tab, th);
	case 6: return gpga_seg_8(st, tab, th);
	case 7: return gpga_seg_9(st, tab, th);
	case 8: return gpga_seg_11(st, tab, th);
	case 9: return gpga_seg_12(st, tab, th);
	case 10: return gpga_seg_14(st, tab, th);
	case 11: return gpga_seg_15(st, tab, th);
	case 12: return gpga_seg_17(st, tab, th);
	case 13: return gpga_seg_18(st, tab, th);
	case 14: return gpga_seg_19(st, tab, th);
	case 15: return gpga_seg_20(st, tab, th);
	case 16: return gpga_seg_21(st, tab, th);
	case 17: return gpga_seg_22(st, tab, th);
	case 18: return gpga_seg_23(st, tab, th);
	case 19: return gpga_seg_24(st, tab, th);
	case 20: return gpga_seg_25(st, tab, th);
	case 21: return gpga_seg_26(st, tab, th);
	case 22: return gpga_seg_27(st, tab, th);
	case 23: return gpga_seg_28(st, tab, th);
	case 24: return gpga_seg_29(st, tab, th);
	case 25: return gpga_seg_31(st, tab, th);
	case 26: return gpga_seg_33(st, tab, th);
	case 27: return gpga_seg_35(st, tab, th);
	case 28: return gpga_seg_37(st, tab, th);
	case 29: return gpga_seg_38(st, tab, th);
	case 30: return gpga_seg_39(st, tab, th);
	case 31: return gpga_seg_40(st, tab, th);
	case 32: return gpga_seg_41(st, tab, th);
	case 33: return gpga_seg_42(st, tab, th);
	case 34: return gpga_seg_43(st, tab, th);
	case 35: return gpga_seg_44(st, tab, th);
	case 36: return gpga_seg_45(st, tab, th);
	case 37: return gpga_seg_46(st, tab, th);
	case 38: return gpga_seg_47(st, tab, th);
	case 39: return gpga_seg_48(st, tab, th);
	case 40: return gpga_seg_49(st, tab, th);
	case 41: return gpga_seg_50(st, tab, th);
	case 42: return gpga_seg_51(st, tab, th);
	case 43: return gpga_seg_52(st, tab, th);
	case 44: return gpga_seg_53(st, tab, th);
	case 45: return gpga_seg_54(st, tab, th);
	case 46: return gpga_seg_55(st, tab, th);
	case 47: return gpga_seg_56(st, tab, th);
	case 48: return gpga_seg_57(st, tab, th);
	case 49: return gpga_seg_58(st, tab, th);
	case 50: return gpga_seg_59(st, tab, th);
	case 51: return gpga_seg_60(st, tab, th);
	case 52: return gpga_seg_61(st, tab, th);
	case 53: return gpga_seg_62(st, tab, th);
	case 54: return gpga_seg_63(st, tab, th);
	case 55: return gpga_seg_64(st, tab, th);
	case 56: return gpga_seg_65(st, tab, th);
	case 57: return gpga_seg_66(st, tab, th);
	case 58: return gpga_seg_67(st, tab, th);
	case 59: return gpga_seg_68(st, tab, th);
	case 60: return gpga_seg_69(st, tab, th);
	case 61: return gpga_seg_70(st, tab, th);
	case 62: return gpga_seg_71(st, tab, th);
	case 63: return gpga_seg_72(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_73(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1116 /* bit_[3].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 3u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 3u, 0x1u)), 4u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_74(GPGA_ARGS, uint th) {
	gpga_note32(st, 1118, 16 /* bit_[4].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 4u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 4u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_75(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1118 /* bit_[4].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 4u, 0x1u)), 4u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_76(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1118 /* bit_[4].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 4u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 4u, 0x1u)), 5u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_77(GPGA_ARGS, uint th) {
	gpga_note32(st, 1120, 17 /* bit_[5].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 5u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 5u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_78(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1120 /* bit_[5].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 5u, 0x1u)), 5u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_79(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1120 /* bit_[5].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 5u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 5u, 0x1u)), 6u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_80(GPGA_ARGS, uint th) {
	gpga_note32(st, 1122, 18 /* bit_[6].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 6u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 6u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_81(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1122 /* bit_[6].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 6u, 0x1u)), 6u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_82(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1122 /* bit_[6].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 6u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 6u, 0x1u)), 7u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_83(GPGA_ARGS, uint th) {
	gpga_note32(st, 1124, 19 /* bit_[7].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 7u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 7u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_84(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1124 /* bit_[7].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 7u, 0x1u)), 7u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_85(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1124 /* bit_[7].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 7u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 7u, 0x1u)), 8u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_86(GPGA_ARGS, uint th) {
	gpga_note32(st, 1126, 20 /* bit_[8].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 8u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 8u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_87(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1126 /* bit_[8].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 8u, 0x1u)), 8u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_88(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1126 /* bit_[8].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 8u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 8u, 0x1u)), 9u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_89(GPGA_ARGS, uint th) {
	gpga_note32(st, 1128, 21 /* bit_[9].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 9u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 9u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_90(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1128 /* bit_[9].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 9u, 0x1u)), 9u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_91(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1128 /* bit_[9].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 9u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 9u, 0x1u)), 10u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_92(GPGA_ARGS, uint th) {
	gpga_note32(st, 1130, 22 /* bit_[10].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 10u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 10u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_93(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1130 /* bit_[10].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 10u, 0x1u)), 10u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_94(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1130 /* bit_[10].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 10u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 10u, 0x1u)), 11u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_95(GPGA_ARGS, uint th) {
	gpga_note32(st, 1132, 23 /* bit_[11].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 11u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 11u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_96(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1132 /* bit_[11].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 11u, 0x1u)), 11u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_97(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1132 /* bit_[11].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 11u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 11u, 0x1u)), 12u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_98(GPGA_ARGS, uint th) {
	gpga_note32(st, 1134, 24 /* bit_[12].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 12u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 12u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_99(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1134 /* bit_[12].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 12u, 0x1u)), 12u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_100(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1134 /* bit_[12].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 12u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 12u, 0x1u)), 13u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_101(GPGA_ARGS, uint th) {
	gpga_note32(st, 1136, 25 /* bit_[13].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 13u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 13u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_102(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1136 /* bit_[13].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 13u, 0x1u)), 13u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_103(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1136 /* bit_[13].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 13u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 13u, 0x1u)), 14u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_104(GPGA_ARGS, uint th) {
	gpga_note32(st, 1138, 26 /* bit_[14].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 14u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 14u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_105(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1138 /* bit_[14].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 14u, 0x1u)), 14u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_106(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1138 /* bit_[14].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 14u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 14u, 0x1u)), 15u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:24 assign */
GPGA_FN uint gpga_seg_107(GPGA_ARGS, uint th) {
	gpga_note32(st, 1140, 27 /* bit_[15].p */, gpga_xor32(gpga_part32(gpga_load32(st, 1080 /* tb.a */), 15u, 0x1u), gpga_part32(gpga_load32(st, 1082 /* tb.b */), 15u, 0x1u)));
	return GPGA_STOPPED;
}

/* generate.v:25 assign */
GPGA_FN uint gpga_seg_108(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1090u, 5 /* tb.s */, gpga_xor32(gpga_load32(st, 1140 /* bit_[15].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 15u, 0x1u)), 15u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:26 assign */
GPGA_FN uint gpga_seg_109(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1108u, 11 /* add.c */, gpga_mux32(gpga_load32(st, 1140 /* bit_[15].p */), gpga_part32(gpga_load32(st, 1108 /* add.c */), 15u, 0x1u), gpga_part32(gpga_load32(st, 1080 /* tb.a */), 15u, 0x1u)), 16u, 0x1u);
	return GPGA_STOPPED;
}

/* generate.v:20 assign */
GPGA_FN uint gpga_seg_111(GPGA_ARGS, uint th) {
	gpga_store32(st, 1092, gpga_part32(gpga_load32(st, 1108 /* add.c */), 16u, 0x1u));
	return GPGA_STOPPED;
}

/* generate.v:38 port v of left, and 7 like it */
GPGA_FN uint gpga_shape_113(GPGA_ARGS, uint th, uint p) {
	gpga_set32(st, tab, tab[p + 1], tab[p + 2], gpga_trunc32(gpga_load32(st, tab[p + 0]), 0x1u));
	return GPGA_STOPPED;
}

/* generate.v:39 port v of right, and 7 like it */
GPGA_FN uint gpga_shape_115(GPGA_ARGS, uint th, uint p) {
	gpga_set32(st, tab, tab[p + 1], tab[p + 2], gpga_part32(gpga_load32(st, tab[p + 0]), 1u, 0x1u));
	return GPGA_STOPPED;
}

/* generate.v:38 port v of left */
GPGA_FN uint gpga_seg_117(GPGA_ARGS, uint th) {
	gpga_note32(st, 1158, 36 /* left.v */, gpga_trunc32(gpga_load32(st, 1152 /* left.v */), 0x3u));
	return GPGA_STOPPED;
}

/* generate.v:39 port v of right */
GPGA_FN uint gpga_seg_123(GPGA_ARGS, uint th) {
	gpga_note32(st, 1168, 41 /* right.v */, gpga_part32(gpga_load32(st, 1152 /* left.v */), 2u, 0x3u));
	return GPGA_STOPPED;
}

/* generate.v:38 port v of left */
GPGA_FN uint gpga_seg_125(GPGA_ARGS, uint th) {
	gpga_note32(st, 1152, 33 /* left.v */, gpga_trunc32(gpga_load32(st, 1146 /* left.v */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:38 port v of left */
GPGA_FN uint gpga_seg_131(GPGA_ARGS, uint th) {
	gpga_note32(st, 1184, 49 /* left.v */, gpga_trunc32(gpga_load32(st, 1178 /* right.v */), 0x3u));
	return GPGA_STOPPED;
}

/* generate.v:39 port v of right */
GPGA_FN uint gpga_seg_137(GPGA_ARGS, uint th) {
	gpga_note32(st, 1194, 54 /* right.v */, gpga_part32(gpga_load32(st, 1178 /* right.v */), 2u, 0x3u));
	return GPGA_STOPPED;
}

/* generate.v:39 port v of right */
GPGA_FN uint gpga_seg_139(GPGA_ARGS, uint th) {
	gpga_note32(st, 1178, 46 /* right.v */, gpga_part32(gpga_load32(st, 1146 /* left.v */), 4u, 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:38 port v of left */
GPGA_FN uint gpga_seg_141(GPGA_ARGS, uint th) {
	gpga_note32(st, 1146, 30 /* left.v */, gpga_trunc32(gpga_load32(st, 1090 /* tb.s */), 0xffu));
	return GPGA_STOPPED;
}

/* generate.v:38 port v of left */
GPGA_FN uint gpga_seg_147(GPGA_ARGS, uint th) {
	gpga_note32(st, 1216, 65 /* left.v */, gpga_trunc32(gpga_load32(st, 1210 /* left.v */), 0x3u));
	return GPGA_STOPPED;
}

/* generate.v:39 port v of right */
GPGA_FN uint gpga_seg_153(GPGA_ARGS, uint th) {
	gpga_note32(st, 1226, 70 /* right.v */, gpga_part32(gpga_load32(st, 1210 /* left.v */), 2u, 0x3u));
	return GPGA_STOPPED;
}

/* generate.v:38 port v of left */
GPGA_FN uint gpga_seg_155(GPGA_ARGS, uint th) {
	gpga_note32(st, 1210, 62 /* left.v */, gpga_trunc32(gpga_load32(st, 1204 /* right.v */), 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:38 port v of left */
GPGA_FN uint gpga_seg_161(GPGA_ARGS, uint th) {
	gpga_note32(st, 1242, 78 /* left.v */, gpga_trunc32(gpga_load32(st, 1236 /* right.v */), 0x3u));
	return GPGA_STOPPED;
}

/* generate.v:39 port v of right */
GPGA_FN uint gpga_seg_167(GPGA_ARGS, uint th) {
	gpga_note32(st, 1252, 83 /* right.v */, gpga_part32(gpga_load32(st, 1236 /* right.v */), 2u, 0x3u));
	return GPGA_STOPPED;
}

/* generate.v:39 port v of right */
GPGA_FN uint gpga_seg_169(GPGA_ARGS, uint th) {
	gpga_note32(st, 1236, 75 /* right.v */, gpga_part32(gpga_load32(st, 1204 /* right.v */), 4u, 0xfu));
	return GPGA_STOPPED;
}

/* generate.v:39 port v of right */
GPGA_FN uint gpga_seg_171(GPGA_ARGS, uint th) {
	gpga_note32(st, 1204, 59 /* right.v */, gpga_part32(gpga_load32(st, 1090 /* tb.s */), 8u, 0xffu));
	return GPGA_STOPPED;
}

/* generate.v:52 port d of ff[0] */
GPGA_FN uint gpga_seg_173(GPGA_ARGS, uint th) {
	gpga_store32(st, 1262, gpga_trunc32(gpga_cat32(gpga_trunc32(gpga_load32(st, 1096 /* tb.sh */), 0x7u), gpga_load32(st, 1088 /* tb.d */), 1u), 0x1u));
	return GPGA_STOPPED;
}

/* generate.v:52 port d of ff[1] */
GPGA_FN uint gpga_seg_175(GPGA_ARGS, uint th) {
	gpga_store32(st, 1266, gpga_part32(gpga_cat32(gpga_trunc32(gpga_load32(st, 1096 /* tb.sh */), 0x7u), gpga_load32(st, 1088 /* tb.d */), 1u), 1u, 0x1u));
	return GPGA_STOPPED;
}

/* generate.v:52 port d of ff[2] */
GPGA_FN uint gpga_seg_177(GPGA_ARGS, uint th) {
	gpga_store32(st, 1270, gpga_part32(gpga_cat32(gpga_trunc32(gpga_load32(st, 1096 /* tb.sh */), 0x7u), gpga_load32(st, 1088 /* tb.d */), 1u), 2u, 0x1u));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_64(GPGA_ARGS, uint seg, uint th, uint p) {
	switch (seg) {
	case 64: return gpga_seg_73(st, tab, th);
	case 65: return gpga_seg_74(st, tab, th);
	case 66: return gpga_seg_75(st, tab, th);
	case 67: return gpga_seg_76(st, tab, th);
	case 68: return gpga_seg_77(st, tab, th);
	case 69: return gpga_seg_78(st, tab, th);
	case 70: return gpga_seg_79(st, tab, th);
	case 71: return gpga_seg_80(st, tab, th);
	case 72: return gpga_seg_81(st, tab, th);
	case 73: return gpga_seg_82(st, tab, th);
	case 74: return gpga_seg_83(st, tab, th);
	case 75: return gpga_seg_84(st, tab, th);
	case 76: return gpga_seg_85(st, tab, th);
	case 77: return gpga_seg_86(st, tab, th);
	case 78: return gpga_seg_87(st, tab, th);
	case 79: return gpga_seg_88(st, tab, th);
	case 80: return gpga_seg_89(st, tab, th);
	case 81: return gpga_seg_90(st, tab, th);
	case 82: return gpga_seg_91(st, tab, th);
	case 83: return gpga_seg_92(st, tab, th);
	case 84: return gpga_seg_93(st, tab, th);
	case 85: return gpga_seg_94(st, tab, th);
	case 86: return gpga_seg_95(st, tab, th);
	case 87: return gpga_seg_96(st, tab, th);
	case 88: return gpga_seg_97(st, tab, th);
	case 89: return gpga_seg_98(st, tab, th);
	case 90: return gpga_seg_99(st, tab, th);
	case 91: return gpga_seg_100(st, tab, th);
	case 92: return gpga_seg_101(st, tab, th);
	case 93: return gpga_seg_102(st, tab, th);
	case 94: return gpga_seg_103(st, tab, th);
	case 95: return gpga_seg_104(st, tab, th);
	case 96: return gpga_seg_105(st, tab, th);
	case 97: return gpga_seg_106(st, tab, th);
	case 98: return gpga_seg_107(st, tab, th);
	case 99: return gpga_seg_108(st, tab, th);
	case 100: return gpga_seg_109(st, tab, th);
	case 101: return gpga_seg_110(st, tab, th);
	case 102: return gpga_seg_111(st, tab, th);
	case 103: return gpga_shape_112(st, tab, th, p);
	case 104: return gpga_shape_113(st, tab, th, p);
	case 105: return gpga_shape_115(st, tab, th, p);
	case 106: return gpga_shape_116(st, tab, th, p);
	case 107: return gpga_seg_117(st, tab, th);
	case 108: return gpga_seg_123(st, tab, th);
	case 109: return gpga_seg_125(st, tab, th);
	case 110: return gpga_seg_131(st, tab, th);
	case 111: return gpga_seg_137(st, tab, th);
	case 112: return gpga_seg_139(st, tab, th);
	case 113: return gpga_seg_141(st, tab, th);
	case 114: return gpga_seg_147(st, tab, th);
	case 115: return gpga_seg_153(st, tab, th);
	case 116: return gpga_seg_155(st, tab, th);
	case 117: return gpga_seg_161(st, tab, th);
	case 118: return gpga_seg_167(st, tab, th);
	case 119: return gpga_seg_169(st, tab, th);
	case 120: return gpga_seg_171(st, tab, th);
	case 121: return gpga_seg_172(st, tab, th);
	case 122: return gpga_seg_173(st, tab, th);
	case 123: return gpga_seg_174(st, tab, th);
	case 124: return gpga_seg_175(st, tab, th);
	case 125: return gpga_seg_176(st, tab, th);
	case 126: return gpga_seg_177(st, tab, th);
	case 127: return gpga_seg_178(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* generate.v:52 port d of ff[3] */
GPGA_FN uint gpga_seg_179(GPGA_ARGS, uint th) {
	gpga_store32(st, 1274, gpga_part32(gpga_cat32(gpga_trunc32(gpga_load32(st, 1096 /* tb.sh */), 0x7u), gpga_load32(st, 1088 /* tb.d */), 1u), 3u, 0x1u));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_128(GPGA_ARGS, uint seg, uint th, uint p) {
	switch (seg) {
	case 128: return gpga_seg_179(st, tab, th);
	case 129: return gpga_seg_180(st, tab, th);
	}
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch(GPGA_ARGS, uint seg, uint th) {
	uint p = tab[TAB_SEG + seg * 2u + 1u];
	seg = tab[TAB_SEG + seg * 2u];
	switch (seg >> 6) {
	case 0: return gpga_dispatch_0(st, tab, seg, th, p);
	case 1: return gpga_dispatch_64(st, tab, seg, th, p);
	case 2: return gpga_dispatch_128(st, tab, seg, th, p);
	}
	return GPGA_STOPPED;
}

constant uint GPGA_WAITS = 0xffffffffu;
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

