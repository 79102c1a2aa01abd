/* gpga kernel, table form, four-state: tb */
/* 1 processes, 35 continuous nodes, 77 segments, 0 events, 39 signals */
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
constant uint NEED_SVC_WORDS = 64;
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
constant uint TAB_SLOT = 82;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 40;
constant uint FAN_EDGE = 0;
constant uint TAB_WAIT_OFFSET = 332;
constant uint TAB_WAIT_COUNT = 332;
constant uint TAB_ITEM_VAL = 332;
constant uint TAB_ITEM_XZ = 332;
constant uint sched_edge_prev_val = 133;
constant uint sched_edge_prev_xz = 134;
constant uint TAB_ITEM_KIND = 332;
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

constant uint TAB_WIDTH = 121;
constant uint TAB_WORDS = 160;
constant uint TAB_FORCE = 238;
/* ---- force layers (IEEE 1364-2005 9.3). At f: driven value, force mask, force value, assign mask, assign value. ---- */
static inline uint gpga_layer(GPGA_ARGS, uint sig) { return tab[TAB_FORCE + sig]; }

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

/* recomputes word k of a held signal from its layers; tells whether it changed */
GPGA_FN bool gpga_relayer(GPGA_ARGS, uint sig, uint k) {
	uint f = gpga_layer(st, tab, sig), s = tab[TAB_SLOT + sig];
	uint n = (tab[TAB_WIDTH + sig] + 31u) >> 5;
	uint v = GPGA_AT(f + k), x = GPGA_AT(f + n + k);
	uint am = GPGA_AT(f + 5u * n + k);
	v = (v & ~am) | (GPGA_AT(f + 6u * n + k) & am);
	x = (x & ~am) | (GPGA_AT(f + 7u * n + k) & am);
	uint fm = GPGA_AT(f + 2u * n + k);
	v = (v & ~fm) | (GPGA_AT(f + 3u * n + k) & fm);
	x = (x & ~fm) | (GPGA_AT(f + 4u * n + k) & fm);
	bool changed = ((GPGA_AT(s + k) ^ v) | (GPGA_AT(s + n + k) ^ x)) != 0;
	GPGA_AT(s + k) = v;
	GPGA_AT(s + n + k) = x;
	return changed;
}

/* bits [off +: w] of the driven value; the layers above decide what shows */
GPGA_FN bool gpga_drive_bits(GPGA_ARGS, uint sig, int off, uint w, gpga_l64 t) {
	uint wa = tab[TAB_WIDTH + sig];
	uint n = (wa + 31u) >> 5;
	gpga_putbits(st, gpga_layer(st, tab, sig), wa, off, w, t);
	bool changed = false;
	uint k = off < 0 ? 0u : uint(off) >> 5;
	for (uint guard = 0; guard < 3u && k < n; ++guard) {
		if (gpga_relayer(st, tab, sig, k)) changed = true;
		k = k + 1u;
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
			if (gpga_layer(st, tab, sig) != 0 ? gpga_drive_bits(st, tab, sig, off + int(k * 32u), min(32u, w - k * 32u), t) : gpga_putbits(st, s, wa, off + int(k * 32u), min(32u, w - k * 32u), t)) changed = true;
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

GPGA_FN void gpga_drive(GPGA_ARGS, uint sig, gpga_l32 off, uint w, gpga_l64 t) {
	if (off.x == 0 && gpga_drive_bits(st, tab, sig, int(off.v), w, t)) gpga_publish(st, tab, sig);
}

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

constant uint GPGA_STOPPED = 0xfffffffeu;
/* held.v:23 assign */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 35u, gpga_k(0), 4u, gpga_up(gpga_load32(st, 335 /* tb.a */)));
	return GPGA_STOPPED;
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* held.v:24 assign */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 33u, gpga_k(0), 4u, gpga_up(gpga_add32(gpga_load32(st, 335 /* tb.a */), gpga_k(1), 0xfu)));
	return GPGA_STOPPED;
}

/* held.v:26 assign */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_store64(st, 327, gpga_load64(st, 339 /* tb.x */));
	return GPGA_STOPPED;
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

static inline gpga_l64 gpga_k64(ulong v) { return gpga_l64{v, 0ul}; }

/* held.v:27 assign */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 36u, gpga_k(0), 64u, gpga_l64{gpga_f64_add(gpga_load64(st, 339 /* tb.x */).v, gpga_k64(0x3fe0000000000000ul).v), 0ul});
	return GPGA_STOPPED;
}

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

/* element i of an array of n elements at s */
static inline gpga_l32 gpga_loadel32(device uint *st, uint s, gpga_l32 i, uint n, uint m) {
	if (i.x != 0 || i.v >= n) return gpga_l32{m, m};
	return gpga_l32{GPGA_AT(s + i.v * 2u), GPGA_AT(s + i.v * 2u + 1u)};
}

/* an index: val is a signed number, xz tells that it is unusable */
static inline gpga_l32 gpga_idx32(gpga_l32 a) { return gpga_l32{a.v, (a.x != 0 || int(a.v) < 0) ? 1u : 0u}; }

/* held.v:29 assign */
GPGA_FN uint gpga_seg_43(GPGA_ARGS, uint th) {
	gpga_store32(st, 429, gpga_loadel32(st, 321u /* tb.arr */, gpga_idx32(gpga_load32(st, 449 /* tb._h32 */)), 3u, 0xfu));
	return GPGA_STOPPED;
}

constant uint TAB_NET = 371;
/* ---- drive strengths (IEEE 1364-2005 7.9 to 7.13): a bit is a range of levels lo..hi on the scale -7 (supply0) .. 7 (supply1), kept as lo + 8 | (hi + 8) << 4 ---- */
static inline uint gpga_span(int lo, int hi) { return uint(lo + 8) | (uint(hi + 8) << 4); }

constant uint TAB_DRIVER = 406;
constant uint NET_TRI0 = 3;
constant uint NET_SUPPLY1 = 6;
constant uint NET_SUPPLY0 = 5;
constant uint NET_AND = 1;
constant uint NET_OR = 2;
static inline int gpga_lo(uint s) { return int(s & 15u) - 8; }

static inline int gpga_hi(uint s) { return int(s >> 4) - 8; }

/* one bit of a wired net: and, or of the values driven, with the strength strong */
GPGA_FN uint gpga_wired(uint a, uint b, uint kind) {
	uint none = gpga_span(0, 0);
	int win = kind == NET_AND ? -6 : 6;
	if (b == none) return a;
	int lo = gpga_lo(b) > 0 ? 6 : -6, hi = gpga_hi(b) < 0 ? -6 : 6;
	uint q = gpga_span(lo, hi);
	if (a == none || a == q) return q;
	if (a == gpga_span(win, win) || q == gpga_span(win, win)) return gpga_span(win, win);
	return gpga_span(-6, 6);
}

/* an unambiguous level overcomes the weaker ends of an ambiguous strength */
GPGA_FN uint gpga_sweep(int level, uint s) {
	int lo = gpga_lo(s), hi = gpga_hi(s);
	int size = abs(level);
	if (size > abs(hi)) hi = level;
	if (size > abs(lo)) lo = level;
	return lo > hi ? gpga_span(hi, lo) : gpga_span(lo, hi);
}

GPGA_FN uint gpga_combine(uint a, uint b) {
	uint none = gpga_span(0, 0);
	if (a == none) return b;
	if (b == none || a == b) return a;
	int al = gpga_lo(a), ah = gpga_hi(a), bl = gpga_lo(b), bh = gpga_hi(b);
	if (al == ah && bl == bh) {
		if (abs(bl) > abs(al)) return b;
		if (abs(bl) < abs(al)) return a;
		return gpga_span(0 - abs(al), abs(al));
	}
	if (al == ah) return gpga_sweep(al, b);
	if (bl == bh) return gpga_sweep(bl, a);
	return gpga_span(min(al, bl), max(ah, bh));
}

constant uint NET_TRIREG = 7;
/* the strength of a bit of a net whose strengths are kept: a force drives its bits strongly, whatever the drivers do */
GPGA_FN uint gpga_held_span(GPGA_ARGS, uint sig, uint i, uint span) {
	uint f = gpga_layer(st, tab, sig), n = (tab[TAB_WIDTH + sig] + 31u) >> 5;
	uint k = i >> 5, sh = i & 31u;
	if (f == 0 || ((GPGA_AT(f + 2u * n + k) >> sh) & 1u) == 0) return span;
	uint v = (GPGA_AT(f + 3u * n + k) >> sh) & 1u, x = (GPGA_AT(f + 4u * n + k) >> sh) & 1u;
	uint lo = v != 0 && x == 0 ? 6u : (v | x) != v ? 0u : 250u, hi = v != 0 ? 6u : x != 0 ? 0u : 250u;
	return lo | (hi << 8);
}

/* bits m of word k of what drives a signal become v and x; tells whether the signal changed */
GPGA_FN bool gpga_put_word(GPGA_ARGS, uint sig, uint k, uint m, uint v, uint x) {
	uint n = (tab[TAB_WIDTH + sig] + 31u) >> 5, s = tab[TAB_SLOT + sig];
	uint f = gpga_layer(st, tab, sig);
	if (f != 0) s = f;
	uint ov = GPGA_AT(s + k), ox = GPGA_AT(s + n + k);
	uint nv = (ov & ~m) | v, nx = (ox & ~m) | x;
	GPGA_AT(s + k) = nv;
	GPGA_AT(s + n + k) = nx;
	return (f != 0 ? uint(gpga_relayer(st, tab, sig, k)) : (ov ^ nv) | (ox ^ nx)) != 0;
}

/* a net whose strength alone has changed: switches pass it on */
GPGA_FN void gpga_publish_strength(GPGA_ARGS, uint sig) {
	uint row = tab[TAB_FAN_DIR + sig], end = tab[TAB_FAN_DIR + sig + 1u];
	#pragma clang loop unroll(disable) vectorize(disable)
	for (; row < end; ++row) {
		uint r = tab[TAB_FAN + row];
		uint t = r & 0x1fffffffu;
		if ((r >> 29) == FAN_NOW && GPGA_AT(t + B_STATE) == 0) gpga_push_now(st, t);
		if ((r >> 29) == FAN_LATE && GPGA_AT(t + B_STATE) == 0) {
			GPGA_AT(t + B_STATE) = 1;
			gpga_push_back(st, t);
		}
	}
}

/* resolves a net by strength, bit by bit; the strengths are kept for %v as two's complement bytes lo, hi */
GPGA_FN void gpga_resolve_strong(GPGA_ARGS, uint net) {
	uint d = TAB_NET + net * 7u;
	uint sig = tab[d], kind = tab[d + 1u];
	uint w = tab[TAB_WIDTH + sig], s = tab[TAB_SLOT + sig];
	uint n = (w + 31u) >> 5;
	bool changed = false, moved = false;
	for (uint i = 0; i < w; ++i) {
		uint k = i >> 5, sh = i & 31u;
		uint r = gpga_span(0, 0);
		/* the last one is what the net's type drives */
		uint drivers = tab[d + 3u];
		for (uint j = 0; j < drivers + 1u; ++j) {
			uint q = gpga_span(0, 0);
			if (j < drivers) {
				uint row = TAB_DRIVER + (tab[d + 2u] + j) * 3u;
				uint a = tab[row], z = tab[row + 1u], own = tab[row + 2u];
				uint v = (GPGA_AT(a + k) >> sh) & 1u, x = (GPGA_AT(a + n + k) >> sh) & 1u;
				int s0 = 0 - int(z & 15u), s1 = int((z >> 4) & 15u);
				if (own != 0) q = GPGA_AT(own + 2u * i);
				else if (x == 0 || v != 0) q = gpga_span(v != 0 && x == 0 ? s1 : s0, v != 0 ? s1 : s0);
			} else if (kind >= NET_TRI0 && kind <= NET_SUPPLY1) {
				int level = kind >= NET_SUPPLY0 ? 7 : 5;
				if (kind == NET_TRI0 || kind == NET_SUPPLY0) level = 0 - level;
				q = gpga_span(level, level);
			}
			if (kind == NET_AND || kind == NET_OR) r = gpga_wired(r, q, kind);
			else r = gpga_combine(r, q);
		}
		if (kind == NET_TRIREG && r == gpga_span(0, 0)) {
			int size = int(tab[d + 6u]);
			uint v = (GPGA_AT(s + k) >> sh) & 1u, x = (GPGA_AT(s + n + k) >> sh) & 1u;
			r = gpga_span(x != 0 || v == 0 ? 0 - size : size, x != 0 || v != 0 ? size : 0 - size);
		}
		int lo = gpga_lo(r), hi = gpga_hi(r);
		uint span = (uint(lo) & 255u) | ((uint(hi) & 255u) << 8);
		span = gpga_held_span(st, tab, sig, i, span);
		if (GPGA_AT(tab[d + 5u] + i) != span) moved = true;
		GPGA_AT(tab[d + 5u] + i) = span;
		uint v = hi >= 0 && (lo != 0 || hi != 0) ? 1u : 0u, x = lo <= 0 && hi >= 0 ? 1u : 0u;
		if (gpga_put_word(st, tab, sig, k, 1u << sh, v << sh, x << sh)) changed = true;
	}
	if (changed) gpga_publish(st, tab, sig);
	else if (moved) gpga_publish_strength(st, tab, sig);
}

/* held.v:31 assign */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	gpga_store32(st, 511, gpga_load32(st, 365 /* tb.d1 */));
	gpga_resolve_strong(st, tab, 0u);
	return GPGA_STOPPED;
}

/* held.v:32 assign */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	gpga_store32(st, 549, gpga_load32(st, 367 /* tb.d3 */));
	gpga_resolve_strong(st, tab, 2u);
	return GPGA_STOPPED;
}

constant uint NET_TRI1 = 4;
/* ---- resolved nets: the drivers' values combined, z where none drives (IEEE 1364-2005 4.6, 7.9) ---- */
GPGA_FN void gpga_resolve(GPGA_ARGS, uint net) {
	uint d = TAB_NET + net * 7u;
	uint sig = tab[d], kind = tab[d + 1u];
	uint w = tab[TAB_WIDTH + sig], s = tab[TAB_SLOT + sig];
	uint n = (w + 31u) >> 5;
	bool changed = false;
	for (uint k = 0; k < n; ++k) {
		uint m = (k + 1u == n && (w & 31u) != 0) ? (1u << (w & 31u)) - 1u : 0xffffffffu;
		uint v = 0, x = 0xffffffffu;
		for (uint i = 0; i < tab[d + 3u]; ++i) {
			uint a = tab[TAB_DRIVER + (tab[d + 2u] + i) * 3u];
			uint dv = GPGA_AT(a + k), dx = GPGA_AT(a + n + k);
			uint z = x & ~v, dz = dx & ~dv;
			uint both = ~z & ~dz;
			uint nv = (z & dv) | (~z & v), nx = (z & dx) | (~z & x);
			uint differ = both & ((v ^ dv) | (x ^ dx));
			if (kind == NET_AND) {
				uint zero = both & ((~v & ~x) | (~dv & ~dx));
				nv = (nv | differ) & ~zero;
				nx = (nx | differ) & ~zero;
			} else if (kind == NET_OR) {
				uint one = both & ((v & ~x) | (dv & ~dx));
				nv = nv | differ | one;
				nx = (nx | differ) & ~one;
			} else {
				nv |= differ;
				nx |= differ;
			}
			v = nv;
			x = nx;
		}
		uint z = x & ~v;
		if (kind == NET_TRI0 || kind == NET_TRI1) x &= ~z;
		if (kind == NET_TRI1) v |= z;
		if (kind == NET_SUPPLY0 || kind == NET_SUPPLY1) {
			x = 0;
			v = kind == NET_SUPPLY1 ? 0xffffffffu : 0u;
		}
		if (kind == NET_TRIREG) {
			v = (v & ~z) | (GPGA_AT(s + k) & z);
			x = (x & ~z) | (GPGA_AT(s + n + k) & z);
		}
		if (gpga_put_word(st, tab, sig, k, m, v & m, x & m)) changed = true;
	}
	if (changed) gpga_publish(st, tab, sig);
}

/* held.v:36 assign */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	gpga_store32(st, 559, gpga_load32(st, 337 /* tb.b */));
	gpga_resolve(st, tab, 3u);
	return GPGA_STOPPED;
}

/* held.v:37 assign */
GPGA_FN uint gpga_seg_47(GPGA_ARGS, uint th) {
	gpga_store32(st, 399, gpga_add32(gpga_load32(st, 389 /* tb.dep */), gpga_k(1), 0xfu));
	return GPGA_STOPPED;
}

constant uint SCHED_NOTES = 984;
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

/* held.v:39 port d of p0 */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	gpga_note32(st, 433, 26 /* p0.d */, gpga_k(0));
	return GPGA_STOPPED;
}

/* held.v:39 port d of p1 */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	gpga_note32(st, 437, 28 /* p1.d */, gpga_k(1));
	return GPGA_STOPPED;
}

/* held.v:39 port d of p2 */
GPGA_FN uint gpga_seg_56(GPGA_ARGS, uint th) {
	gpga_note32(st, 441, 30 /* p2.d */, gpga_l32{1, 1});
	return GPGA_STOPPED;
}

static inline void gpga_setel32(GPGA_ARGS, uint s, uint n, uint sig, gpga_l32 i, gpga_l32 t) {
	if (i.x == 0 && i.v < n) gpga_set32(st, tab, s + i.v * 2u, sig, t);
}

/* held.v:9 element of tb.arr */
GPGA_FN uint gpga_seg_65(GPGA_ARGS, uint th) {
	gpga_setel32(st, tab, 321u, 3u, 0 /* tb.arr */, gpga_k(1), gpga_load32(st, 451 /* tb._h33 */));
	return GPGA_STOPPED;
}

/* held.v:9 element of tb.arr */
GPGA_FN uint gpga_seg_66(GPGA_ARGS, uint th) {
	gpga_setel32(st, tab, 321u, 3u, 0 /* tb.arr */, gpga_k(2), gpga_load32(st, 461 /* tb._h34 */));
	return GPGA_STOPPED;
}

/* held.v:9 element of tb.arr */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	gpga_setel32(st, tab, 321u, 3u, 0 /* tb.arr */, gpga_k(0), gpga_load32(st, 471 /* tb._h35 */));
	return GPGA_STOPPED;
}

/* held.v:10 element of tb.rarr */
GPGA_FN uint gpga_seg_68(GPGA_ARGS, uint th) {
	gpga_store64(st, 331, gpga_load64(st, 481 /* tb._h36 */));
	return GPGA_STOPPED;
}

/* the val words of layer l of a held signal, 2: forced, 5: assigned; those of xz follow, the mask stands before */
static inline uint gpga_layer_val(GPGA_ARGS, uint sig, uint l) { return gpga_layer(st, tab, sig) + (l + 1u) * ((tab[TAB_WIDTH + sig] + 31u) >> 5); }

/* sets or clears w bits at off of a mask plane of n words */
GPGA_FN void gpga_mask_bits(device uint *st, uint a, uint off, uint w, uint on) {
	for (uint i = 0; i < w; ++i) {
		uint b = off + i;
		uint bit = 1u << (b & 31u);
		if (on != 0) GPGA_AT(a + (b >> 5)) = GPGA_AT(a + (b >> 5)) | bit;
		else GPGA_AT(a + (b >> 5)) = GPGA_AT(a + (b >> 5)) & ~bit;
	}
}

GPGA_FN void gpga_relayer_all(GPGA_ARGS, uint sig) {
	uint n = (tab[TAB_WIDTH + sig] + 31u) >> 5;
	bool changed = false;
	for (uint k = 0; k < n; ++k) {
		if (gpga_relayer(st, tab, sig, k)) changed = true;
	}
	if (changed) gpga_publish(st, tab, sig);
}

/* bits [off +: w] of layer l, which have their values, hold */
GPGA_FN void gpga_lay(GPGA_ARGS, uint sig, uint off, uint w, uint l) {
	uint wa = tab[TAB_WIDTH + sig];
	gpga_mask_bits(st, gpga_layer(st, tab, sig) + l * ((wa + 31u) >> 5), off, min(w, wa - off), 1u);
	gpga_relayer_all(st, tab, sig);
}

GPGA_FN void gpga_lay_bits(GPGA_ARGS, uint sig, uint off, uint w, gpga_l64 t, uint l) {
	gpga_putbits(st, gpga_layer_val(st, tab, sig, l), tab[TAB_WIDTH + sig], int(off), w, t);
	gpga_lay(st, tab, sig, off, w, l);
}

static inline void gpga_force(GPGA_ARGS, uint sig, uint off, uint w, gpga_l64 t) { gpga_lay_bits(st, tab, sig, off, w, t, 2u); }

/* held.v:60 force */
GPGA_FN uint gpga_seg_69(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 34u, 0u, 4u, gpga_up(gpga_load32(st, 337 /* tb.b */)));
	return GPGA_STOPPED;
}

/* held.v:65 force */
GPGA_FN uint gpga_seg_70(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 36u, 0u, 64u, gpga_load64(st, 339 /* tb.x */));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 0: return gpga_seg_36(st, tab, th);
	case 1: return gpga_seg_37(st, tab, th);
	case 2: return gpga_seg_39(st, tab, th);
	case 3: return gpga_seg_40(st, tab, th);
	case 4: return gpga_seg_43(st, tab, th);
	case 5: return gpga_seg_44(st, tab, th);
	case 6: return gpga_seg_45(st, tab, th);
	case 7: return gpga_seg_46(st, tab, th);
	case 8: return gpga_seg_47(st, tab, th);
	case 9: return gpga_seg_50(st, tab, th);
	case 10: return gpga_seg_53(st, tab, th);
	case 11: return gpga_seg_56(st, tab, th);
	case 12: return gpga_seg_65(st, tab, th);
	case 13: return gpga_seg_66(st, tab, th);
	case 14: return gpga_seg_67(st, tab, th);
	case 15: return gpga_seg_68(st, tab, th);
	case 16: return gpga_seg_69(st, tab, th);
	case 17: return gpga_seg_70(st, tab, th);
	}
	return GPGA_STOPPED;
}

constant uint TAB_NOW = 457;
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
constant uint SCHED_NBA_ROUND = 983;
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
constant uint SCHED_POST_THREAD = 705;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 238;
constant uint SCHED_TRACE_NEXT = 505;
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

GPGA_FN void gpga_w_copy(device uint *st, uint d, uint a, uint words) {
	for (uint k = 0; k < words; ++k) GPGA_AT(d + k) = GPGA_AT(a + k);
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

constant uint FR_TASK = 2;
/* ---- frames ---- */
GPGA_FN gpga_l32 gpga_new_frame(device uint *st, uint task, uint words) {
	uint f = gpga_alloc(st, words);
	GPGA_AT(f + FR_TASK) = task;
	return gpga_l32{f, 0u};
}

constant uint FR_RET = 0;
constant uint FR_CALLER = 1;
/* puts block b in front of the active queue: forks, task calls, named blocks, and the parent when they end */
static inline void gpga_push_front(device uint *st, uint b) {
	uint head = GPGA_AT(SCHED_ACT_HEAD);
	GPGA_AT(b + B_QNEXT) = head;
	GPGA_AT(SCHED_ACT_HEAD) = b;
	if (head == 0) GPGA_AT(SCHED_ACT_TAIL) = b;
}

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

/* held.v:55 initial */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 335, 2 /* tb.a */, gpga_k(3));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 337, 3 /* tb.b */, gpga_k(2));
	gpga_settle(st, tab);
	gpga_set64(st, tab, 339, 4 /* tb.x */, gpga_k64(0x3ff4000000000000ul));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 365, 8 /* tb.d1 */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 367, 9 /* tb.d3 */, gpga_k(1));
	gpga_settle(st, tab);
	gpga_drive(st, tab, 10u, gpga_k(0), 8u, gpga_up(gpga_k(255)));
	gpga_drive(st, tab, 11u, gpga_k(0), 4u, gpga_up(gpga_k(0)));
	gpga_set32(st, tab, 411, 15 /* tb.oe */, gpga_k(0));
	gpga_w_copy(st, 443, 569, 6u);
	gpga_l32 t8 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t8.v, 71u, 1u);
}

/* held.v:57 initial */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 33u, 0u, 4u, gpga_up(gpga_k(12)));
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 575, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 2u);
}

/* held.v:58 initial */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 335, 2 /* tb.a */, gpga_k(9));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 337, 3 /* tb.b */, gpga_k(3));
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 581, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 3u);
}

/* held.v:59 initial */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 34u, 0u, 4u, gpga_up(gpga_load32(st, 337 /* tb.b */)));
	GPGA_AT(267u) = GPGA_AT(267u) & ~2u;
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 587, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 4u);
}

/* held.v:60 initial */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 337, 3 /* tb.b */, gpga_k(6));
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 593, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 5u);
}

/* held.v:61 initial */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_w_copy(st, 443, 599, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 6u);
}

constant uint TAB_FLAGS = 277;
constant uint SIG_NET = 64;
/* lets bits [off +: w] of layer l go: a variable keeps the value that it has by it until it is written (9.3), a net shows its drivers */
GPGA_FN void gpga_unlay(GPGA_ARGS, uint sig, uint off, uint w, uint l) {
	uint f = gpga_layer(st, tab, sig), wa = tab[TAB_WIDTH + sig];
	uint n = (wa + 31u) >> 5;
	if ((tab[TAB_FLAGS + sig] & SIG_NET) == 0) {
		for (uint k = 0; k < n; ++k) {
			uint from = f + l * n + k;
			uint m = GPGA_AT(from);
			if (l == 2u) m &= ~GPGA_AT(f + 5u * n + k);
			GPGA_AT(f + k) = (GPGA_AT(f + k) & ~m) | (GPGA_AT(from + n) & m);
			GPGA_AT(f + n + k) = (GPGA_AT(f + n + k) & ~m) | (GPGA_AT(from + 2u * n) & m);
		}
	}
	gpga_mask_bits(st, f + l * n, off, min(w, wa - off), 0u);
	gpga_relayer_all(st, tab, sig);
}

/* held.v:62 initial */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	gpga_unlay(st, tab, 33u, 0u, 4u, 2u);
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 605, 6u);
	gpga_l32 t0 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t0.v, 71u, 7u);
}

/* held.v:63 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	GPGA_AT(267u) = GPGA_AT(267u) | 2u;
	gpga_unlay(st, tab, 34u, 0u, 4u, 2u);
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 611, 6u);
	gpga_l32 t0 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t0.v, 71u, 8u);
}

/* held.v:64 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 36u, 0u, 64u, gpga_load64(st, 339 /* tb.x */));
	GPGA_AT(287u) = GPGA_AT(287u) & ~2u;
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 617, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 9u);
}

/* held.v:65 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_set64(st, tab, 339, 4 /* tb.x */, gpga_k64(0xc008000000000000ul));
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 617, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 10u);
}

/* held.v:66 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	GPGA_AT(287u) = GPGA_AT(287u) | 2u;
	gpga_unlay(st, tab, 36u, 0u, 64u, 2u);
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 617, 6u);
	gpga_l32 t0 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t0.v, 71u, 11u);
}

/* held.v:67 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 7u, 0u, 1u, gpga_up(gpga_k(1)));
	gpga_resolve_strong(st, tab, 2u);
	gpga_set32(st, tab, 503, 38 /* tb._h38 */, gpga_k(1));
	gpga_w_copy(st, 443, 623, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 12u);
}

/* held.v:68 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 365, 8 /* tb.d1 */, gpga_l32{0, 1});
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 623, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 13u);
}

/* held.v:69 initial */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 7u, 0u, 1u, gpga_up(gpga_l32{0, 1}));
	gpga_resolve_strong(st, tab, 2u);
	gpga_set32(st, tab, 503, 38 /* tb._h38 */, gpga_k(1));
	gpga_w_copy(st, 443, 623, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 14u);
}

/* held.v:70 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	gpga_unlay(st, tab, 7u, 0u, 1u, 2u);
	gpga_resolve_strong(st, tab, 2u);
	gpga_set32(st, tab, 503, 38 /* tb._h38 */, gpga_k(0));
	gpga_w_copy(st, 443, 623, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 15u);
}

/* held.v:71 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 6u, 0u, 1u, gpga_up(gpga_k(0)));
	gpga_resolve_strong(st, tab, 1u);
	gpga_set32(st, tab, 501, 37 /* tb._h37 */, gpga_k(1));
	gpga_w_copy(st, 443, 629, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 16u);
}

/* held.v:72 initial */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	gpga_unlay(st, tab, 6u, 0u, 1u, 2u);
	gpga_resolve_strong(st, tab, 1u);
	gpga_set32(st, tab, 501, 37 /* tb._h37 */, gpga_k(0));
	gpga_set32(st, tab, 365, 8 /* tb.d1 */, gpga_k(1));
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 629, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 17u);
}

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

/* held.v:73 initial */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 11u, 0u, 4u, gpga_up(gpga_trunc32(gpga_k(165), 0xfu)));
	gpga_force(st, tab, 10u, 0u, 4u, gpga_up(gpga_part32(gpga_k(165), 4u, 0xfu)));
	gpga_w_copy(st, 443, 635, 6u);
	gpga_l32 t3 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t3.v, 71u, 18u);
}

/* held.v:74 initial */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 10u, gpga_k(0), 8u, gpga_up(gpga_k(0)));
	gpga_drive(st, tab, 11u, gpga_k(0), 4u, gpga_up(gpga_k(0)));
	gpga_w_copy(st, 443, 635, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 19u);
}

/* held.v:75 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_unlay(st, tab, 10u, 0u, 2u, 2u);
	gpga_unlay(st, tab, 11u, 3u, 1u, 2u);
	gpga_drive(st, tab, 10u, gpga_k(0), 8u, gpga_up(gpga_k(255)));
	gpga_drive(st, tab, 11u, gpga_k(0), 4u, gpga_up(gpga_k(0)));
	gpga_w_copy(st, 443, 641, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 20u);
}

/* held.v:76 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_unlay(st, tab, 10u, 0u, 8u, 2u);
	gpga_unlay(st, tab, 11u, 0u, 4u, 2u);
	gpga_drive(st, tab, 10u, gpga_k(0), 8u, gpga_up(gpga_k(15)));
	gpga_drive(st, tab, 11u, gpga_k(0), 4u, gpga_up(gpga_k(3)));
	gpga_w_copy(st, 443, 647, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 21u);
}

/* procedural continuous assignment */
static inline void gpga_hold(GPGA_ARGS, uint sig, uint off, uint w, gpga_l64 t) { gpga_lay_bits(st, tab, sig, off, w, t, 5u); }

/* held.v:77 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_hold(st, tab, 11u, 0u, 1u, gpga_up(gpga_trunc32(gpga_k(18), 0x1u)));
	gpga_hold(st, tab, 10u, 4u, 4u, gpga_up(gpga_part32(gpga_k(18), 1u, 0xfu)));
	gpga_w_copy(st, 443, 653, 6u);
	gpga_l32 t3 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t3.v, 71u, 22u);
}

/* held.v:78 initial */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 10u, gpga_k(0), 8u, gpga_up(gpga_k(119)));
	gpga_drive(st, tab, 11u, gpga_k(0), 4u, gpga_up(gpga_k(15)));
	gpga_w_copy(st, 443, 653, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 23u);
}

/* held.v:79 initial */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_unlay(st, tab, 10u, 6u, 2u, 5u);
	gpga_drive(st, tab, 10u, gpga_k(0), 8u, gpga_up(gpga_k(119)));
	gpga_w_copy(st, 443, 659, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 24u);
}

/* held.v:80 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_unlay(st, tab, 10u, 4u, 4u, 5u);
	gpga_unlay(st, tab, 11u, 0u, 1u, 5u);
	gpga_drive(st, tab, 10u, gpga_k(0), 8u, gpga_up(gpga_k(119)));
	gpga_drive(st, tab, 11u, gpga_k(0), 4u, gpga_up(gpga_k(15)));
	gpga_w_copy(st, 443, 659, 6u);
	gpga_l32 t2 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t2.v, 71u, 25u);
}

/* held.v:81 initial */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 12u, gpga_k(0), 4u, gpga_up(gpga_k(14)));
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 665, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 26u);
}

/* held.v:82 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 337, 3 /* tb.b */, gpga_k(7));
	gpga_settle(st, tab);
	gpga_w_copy(st, 443, 671, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 27u);
}

/* held.v:83 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 10u, gpga_k(0), 8u, gpga_up(gpga_k(44)));
	gpga_w_copy(st, 443, 677, 6u);
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 71u, 28u);
}

/* held.v:84 initial */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_new_frame(st, 1u, 7u);
	return gpga_call(st, th, t0.v, 73u, 29u);
}

/* held.v:85 initial */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 411, 15 /* tb.oe */, gpga_k(1));
	gpga_l32 t1 = gpga_new_frame(st, 1u, 7u);
	return gpga_call(st, th, t1.v, 73u, 30u);
}

/* held.v:86 initial */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 411, 15 /* tb.oe */, gpga_k(3));
	gpga_l32 t1 = gpga_new_frame(st, 1u, 7u);
	return gpga_call(st, th, t1.v, 73u, 31u);
}

/* held.v:87 initial */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 411, 15 /* tb.oe */, gpga_k(7));
	gpga_l32 t1 = gpga_new_frame(st, 1u, 7u);
	return gpga_call(st, th, t1.v, 73u, 32u);
}

/* held.v:88 initial */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 14u, 0u, 1u, gpga_up(gpga_k(1)));
	gpga_l32 t1 = gpga_new_frame(st, 1u, 7u);
	return gpga_call(st, th, t1.v, 73u, 33u);
}

/* held.v:89 initial */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_force(st, tab, 12u, 1u, 1u, gpga_up(gpga_k(0)));
	gpga_settle(st, tab);
	gpga_l32 t1 = gpga_new_frame(st, 1u, 7u);
	return gpga_call(st, th, t1.v, 73u, 34u);
}

/* held.v:90 initial */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	gpga_unlay(st, tab, 14u, 0u, 1u, 2u);
	gpga_unlay(st, tab, 12u, 0u, 4u, 2u);
	gpga_settle(st, tab);
	gpga_l32 t0 = gpga_new_frame(st, 1u, 7u);
	return gpga_call(st, th, t0.v, 73u, 35u);
}

constant uint TH_PARENT = 10;
constant uint TH_KIDS = 11;
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

/* held.v:91 initial */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* held.v:25 assign */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 34u, gpga_k(0), 4u, gpga_up(gpga_not32(gpga_load32(st, 335 /* tb.a */), 0xfu)));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_xor32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; return gpga_l32{(a.v ^ b.v) | x, x}; }

/* held.v:28 assign */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	gpga_store32(st, 427, gpga_xor32(gpga_load32(st, 323), gpga_load32(st, 325)));
	return GPGA_STOPPED;
}

/* held.v:29 index */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	gpga_note32(st, 449, 32 /* tb._h32 */, gpga_add32(gpga_trunc32(gpga_load32(st, 337 /* tb.b */), 0x3u), gpga_k(31), 0x1fu));
	return GPGA_STOPPED;
}

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
	uint k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : uint(0);
	return gpga_l32{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

/* held.v:5 assign */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	gpga_store32(st, 561, gpga_mux32(gpga_load32(st, 431 /* p0.oe */), gpga_load32(st, 433 /* p0.d */), gpga_l32{0, 1}));
	gpga_resolve(st, tab, 4u);
	return GPGA_STOPPED;
}

/* held.v:39 port oe of p0 */
GPGA_FN uint gpga_seg_49(GPGA_ARGS, uint th) {
	gpga_note32(st, 431, 25 /* p0.oe */, gpga_trunc32(gpga_load32(st, 411 /* tb.oe */), 0x1u));
	return GPGA_STOPPED;
}

/* held.v:5 assign */
GPGA_FN uint gpga_seg_51(GPGA_ARGS, uint th) {
	gpga_store32(st, 563, gpga_mux32(gpga_load32(st, 435 /* p1.oe */), gpga_load32(st, 437 /* p1.d */), gpga_l32{0, 1}));
	gpga_resolve(st, tab, 4u);
	return GPGA_STOPPED;
}

/* held.v:39 port oe of p1 */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	gpga_note32(st, 435, 27 /* p1.oe */, gpga_part32(gpga_load32(st, 411 /* tb.oe */), 1u, 0x1u));
	return GPGA_STOPPED;
}

/* held.v:5 assign */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	gpga_store32(st, 565, gpga_mux32(gpga_load32(st, 439 /* p2.oe */), gpga_load32(st, 441 /* p2.d */), gpga_l32{0, 1}));
	gpga_resolve(st, tab, 4u);
	return GPGA_STOPPED;
}

/* held.v:39 port oe of p2 */
GPGA_FN uint gpga_seg_55(GPGA_ARGS, uint th) {
	gpga_note32(st, 439, 29 /* p2.oe */, gpga_part32(gpga_load32(st, 411 /* tb.oe */), 2u, 0x1u));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_mos32(gpga_l32 a, gpga_l32 c, uint on) {
	if (c.x != 0) return (a.x & ~a.v) != 0 ? gpga_l32{0u, 1u} : gpga_l32{1u, 1u};
	if (c.v != on) return gpga_l32{0u, 1u};
	return gpga_l32{uint(a.v), uint(a.x)};
}

static inline gpga_l32 gpga_ceq32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 1u : 0u, 0u}; }

/* the strength of a three-state gate's or switch's output bit: that of its data (or of the net behind a switch, supply falling to strong, 7.12), nothing, or any between */
GPGA_FN void gpga_gate_span(device uint *st, uint at, gpga_l32 data, gpga_l32 on, uint from, uint str) {
	int lo = 0, hi = 0;
	if (from != 0) {
		uint w = GPGA_AT(from);
		lo = max(int(w << 24) >> 24, -6);
		hi = min(int(w << 16) >> 24, 6);
		/* a known value has one level behind a switch of Icarus, the stronger one */
		if (lo > 0) lo = hi;
		else if (hi < 0) hi = lo;
	} else {
		int s0 = 0 - int(str & 15u), s1 = int((str >> 4) & 15u);
		if (data.x == 0) {
			lo = data.v != 0 ? s1 : s0;
			hi = lo;
		} else if (data.v != 0) {
			lo = s0;
			hi = s1;
		}
	}
	if (on.x != 0) {
		lo = min(lo, 0);
		hi = max(hi, 0);
	} else if (on.v == 0) {
		lo = 0;
		hi = 0;
	}
	GPGA_AT(at) = gpga_span(lo, hi);
}

static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; uint one = (a.v & ~a.x) | (b.v & ~b.x); return gpga_l32{a.v | b.v | x, x & ~one}; }

/* held.v:33 tran */
GPGA_FN uint gpga_seg_57(GPGA_ARGS, uint th) {
	gpga_l32 t7 = gpga_mos32(gpga_mux32(gpga_ceq32(gpga_load32(st, 501 /* tb._h37 */), gpga_k(1)), gpga_load32(st, 345 /* tb.t2 */), gpga_l32{0, 1}), gpga_k(1), 1u);
	gpga_gate_span(st, 515u, gpga_mux32(gpga_ceq32(gpga_load32(st, 501 /* tb._h37 */), gpga_k(1)), gpga_load32(st, 345 /* tb.t2 */), gpga_l32{0, 1}), gpga_or32(gpga_k(1), gpga_k(1)), 0u, 102u);
	gpga_store32(st, 513, t7);
	gpga_resolve_strong(st, tab, 0u);
	return GPGA_STOPPED;
}

/* held.v:34 tran */
GPGA_FN uint gpga_seg_58(GPGA_ARGS, uint th) {
	gpga_l32 t7 = gpga_mos32(gpga_mux32(gpga_ceq32(gpga_load32(st, 503 /* tb._h38 */), gpga_k(1)), gpga_load32(st, 355 /* tb.t3 */), gpga_l32{0, 1}), gpga_k(1), 1u);
	gpga_gate_span(st, 519u, gpga_mux32(gpga_ceq32(gpga_load32(st, 503 /* tb._h38 */), gpga_k(1)), gpga_load32(st, 355 /* tb.t3 */), gpga_l32{0, 1}), gpga_or32(gpga_k(1), gpga_k(1)), 0u, 102u);
	gpga_store32(st, 517, t7);
	gpga_resolve_strong(st, tab, 0u);
	return GPGA_STOPPED;
}

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

static inline gpga_l32 gpga_lognot32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one ? 0u : 1u, x ? 1u : 0u}; }

/* held.v:34 tran */
GPGA_FN uint gpga_seg_59(GPGA_ARGS, uint th) {
	gpga_l32 t14 = gpga_and32(gpga_k(1), gpga_lognot32(gpga_ceq32(gpga_load32(st, 503 /* tb._h38 */), gpga_k(1))));
	gpga_l32 t7 = gpga_mos32(gpga_load32(st, 367 /* tb.d3 */), gpga_and32(gpga_k(1), gpga_lognot32(gpga_ceq32(gpga_load32(st, 503 /* tb._h38 */), gpga_k(1)))), 1u);
	gpga_gate_span(st, 523u, gpga_load32(st, 367 /* tb.d3 */), gpga_or32(t14, t14), 0u, 85u);
	gpga_store32(st, 521, t7);
	gpga_resolve_strong(st, tab, 0u);
	return GPGA_STOPPED;
}

/* held.v:33 tran */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_mos32(gpga_load32(st, 365 /* tb.d1 */), gpga_k(1), 1u);
	gpga_gate_span(st, 533u, gpga_load32(st, 365 /* tb.d1 */), gpga_or32(gpga_k(1), gpga_k(1)), 0u, 102u);
	gpga_store32(st, 531, t2);
	gpga_resolve_strong(st, tab, 1u);
	return GPGA_STOPPED;
}

/* held.v:34 tran */
GPGA_FN uint gpga_seg_61(GPGA_ARGS, uint th) {
	gpga_l32 t7 = gpga_mos32(gpga_mux32(gpga_ceq32(gpga_load32(st, 503 /* tb._h38 */), gpga_k(1)), gpga_load32(st, 355 /* tb.t3 */), gpga_l32{0, 1}), gpga_k(1), 1u);
	gpga_gate_span(st, 537u, gpga_mux32(gpga_ceq32(gpga_load32(st, 503 /* tb._h38 */), gpga_k(1)), gpga_load32(st, 355 /* tb.t3 */), gpga_l32{0, 1}), gpga_or32(gpga_k(1), gpga_k(1)), 0u, 102u);
	gpga_store32(st, 535, t7);
	gpga_resolve_strong(st, tab, 1u);
	return GPGA_STOPPED;
}

/* held.v:34 tran */
GPGA_FN uint gpga_seg_62(GPGA_ARGS, uint th) {
	gpga_l32 t14 = gpga_and32(gpga_k(1), gpga_lognot32(gpga_ceq32(gpga_load32(st, 503 /* tb._h38 */), gpga_k(1))));
	gpga_l32 t7 = gpga_mos32(gpga_load32(st, 367 /* tb.d3 */), gpga_and32(gpga_k(1), gpga_lognot32(gpga_ceq32(gpga_load32(st, 503 /* tb._h38 */), gpga_k(1)))), 1u);
	gpga_gate_span(st, 541u, gpga_load32(st, 367 /* tb.d3 */), gpga_or32(t14, t14), 0u, 85u);
	gpga_store32(st, 539, t7);
	gpga_resolve_strong(st, tab, 1u);
	return GPGA_STOPPED;
}

/* held.v:34 tran */
GPGA_FN uint gpga_seg_63(GPGA_ARGS, uint th) {
	gpga_l32 t7 = gpga_mos32(gpga_mux32(gpga_ceq32(gpga_load32(st, 501 /* tb._h37 */), gpga_k(1)), gpga_load32(st, 345 /* tb.t2 */), gpga_l32{0, 1}), gpga_k(1), 1u);
	gpga_gate_span(st, 553u, gpga_mux32(gpga_ceq32(gpga_load32(st, 501 /* tb._h37 */), gpga_k(1)), gpga_load32(st, 345 /* tb.t2 */), gpga_l32{0, 1}), gpga_or32(gpga_k(1), gpga_k(1)), 0u, 102u);
	gpga_store32(st, 551, t7);
	gpga_resolve_strong(st, tab, 2u);
	return GPGA_STOPPED;
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

/* held.v:33 tran */
GPGA_FN uint gpga_seg_64(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_mos32(gpga_load32(st, 365 /* tb.d1 */), gpga_k(1), 1u);
	gpga_gate_span(st, 557u, gpga_load32(st, 365 /* tb.d1 */), gpga_or32(gpga_k(1), gpga_k(1)), 0u, 102u);
	gpga_store32(st, 555, t2);
	gpga_resolve_strong(st, tab, 2u);
	return GPGA_STOPPED;
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

/* held.v:41 tb.show */
GPGA_FN uint gpga_seg_71(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x1ul), 72u);
}

static inline gpga_l64 gpga_time(device uint *st) { return gpga_l64{ulong(GPGA_AT(SCHED_TIME_LO)) | (ulong(GPGA_AT(SCHED_TIME_HI)) << 32), 0ul}; }

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

/* back to the caller; words is the size of the frame to free, 0 when the caller still reads it */
GPGA_FN uint gpga_ret(device uint *st, uint th, uint words) {
	uint f = GPGA_AT(th + TH_FRAME);
	uint seg = GPGA_AT(f + FR_RET);
	GPGA_AT(th + TH_FRAME) = GPGA_AT(f + FR_CALLER);
	if (words != 0) gpga_free(st, f, words);
	return gpga_yield(st, th, seg);
}

/* held.v:42 tb.show */
GPGA_FN uint gpga_seg_72(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 321 /* tb.arr */);
	gpga_l32 t2 = gpga_load32(st, 323);
	gpga_l32 t3 = gpga_load32(st, 325);
	gpga_l32 t4 = gpga_load32(st, 427 /* tb.other */);
	gpga_l32 t5 = gpga_load32(st, 429 /* tb.pick */);
	gpga_l64 t6 = gpga_load64(st, 327 /* tb.rarr */);
	gpga_l64 t7 = gpga_load64(st, 331);
	gpga_l32 t8 = gpga_load32(st, 343 /* tb.t1 */);
	gpga_l32 t9 = gpga_load32(st, 345 /* tb.t2 */);
	gpga_l32 t10 = gpga_load32(st, 355 /* tb.t3 */);
	gpga_l32 t11 = gpga_load32(st, 369 /* tb.v */);
	gpga_l32 t12 = gpga_load32(st, 379 /* tb.c */);
	gpga_l32 t13 = gpga_load32(st, 389 /* tb.dep */);
	gpga_l32 t14 = gpga_load32(st, 399 /* tb.sum */);
	gpga_svc(st, 0u, 60u);
	gpga_arg64(st, t0);
	gpga_argw(st, 443, 6u);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_arg64(st, t6);
	gpga_arg64(st, t7);
	gpga_arg32(st, t8);
	gpga_argw(st, 505, 6u);
	gpga_arg32(st, t9);
	gpga_argw(st, 525, 6u);
	gpga_arg32(st, t10);
	gpga_argw(st, 543, 6u);
	gpga_arg32(st, t11);
	gpga_arg32(st, t12);
	gpga_arg32(st, t13);
	gpga_arg32(st, t14);
	return gpga_ret(st, th, 3u);
}

/* held.v:46 tb.count */
GPGA_FN uint gpga_seg_73(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x1ul), 74u);
}

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

constant uint STATUS_REPLY = 2;
static inline uint gpga_reply(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(SCHED_CUR) = th;
	GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
	return GPGA_STOPPED;
}

/* held.v:47 tb.count */
GPGA_FN uint gpga_seg_74(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_trunc32(gpga_load32(st, 405), 0x1u);
	gpga_l32 t15 = gpga_load32(st, 417 /* tb.forced */);
	gpga_l32 t14 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 565), gpga_load32(st, 563), 1u), gpga_load32(st, 561), 1u), gpga_lognot32(gpga_or32(gpga_ceq32(t2, gpga_k(0)), gpga_ceq32(t2, gpga_l32{0, 1}))), 1u);
	gpga_store32(st, 683, t15);
	gpga_l32 t16 = gpga_load32(st, 419 /* tb.n */);
	gpga_store32(st, 685, t16);
	gpga_l32 t17 = gpga_load32(st, 421 /* tb.n0 */);
	gpga_store32(st, 687, t17);
	gpga_l32 t18 = gpga_load32(st, 423 /* tb.n1 */);
	gpga_store32(st, 689, t18);
	gpga_l32 t19 = gpga_load32(st, 425 /* tb.nx */);
	gpga_store32(st, 691, t19);
	gpga_svc(st, 1u, 12u);
	gpga_arg32(st, t14);
	gpga_arg32(st, t15);
	gpga_arg32(st, t16);
	gpga_arg32(st, t17);
	gpga_arg32(st, t18);
	gpga_arg32(st, t19);
	return gpga_reply(st, th, 75u);
}

/* held.v:48 tb.count */
GPGA_FN uint gpga_seg_75(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, 417, gpga_load32(st, 683));
	gpga_store32(st, 419, gpga_load32(st, 685));
	gpga_store32(st, 421, gpga_load32(st, 687));
	gpga_store32(st, 423, gpga_load32(st, 689));
	gpga_store32(st, 425, gpga_load32(st, 691));
	gpga_store32(st, fr + 3, gpga_load32(st, 693));
	gpga_store32(st, 415, gpga_load32(st, fr + 3));
	gpga_l64 t7 = gpga_time(st);
	gpga_l32 t8 = gpga_load32(st, 401 /* tb.net */);
	gpga_l32 t9 = gpga_load32(st, 415 /* tb.multi */);
	gpga_l32 t10 = gpga_load32(st, 417 /* tb.forced */);
	gpga_l32 t11 = gpga_load32(st, 419 /* tb.n */);
	gpga_l32 t12 = gpga_load32(st, 421 /* tb.n0 */);
	gpga_l32 t13 = gpga_load32(st, 423 /* tb.n1 */);
	gpga_l32 t14 = gpga_load32(st, 425 /* tb.nx */);
	gpga_svc(st, 2u, 18u);
	gpga_arg64(st, t7);
	gpga_arg32(st, t8);
	gpga_arg32(st, t9);
	gpga_arg32(st, t10);
	gpga_arg32(st, t11);
	gpga_arg32(st, t12);
	gpga_arg32(st, t13);
	gpga_arg32(st, t14);
	gpga_l32 t17 = gpga_part32(gpga_load32(st, 393), 1u, 0x1u);
	gpga_l32 t27 = gpga_load32(st, 417 /* tb.forced */);
	gpga_l32 t26 = gpga_cat32(gpga_part32(gpga_load32(st, 559), 1u, 0x1u), gpga_lognot32(gpga_or32(gpga_ceq32(t17, gpga_k(0)), gpga_ceq32(t17, gpga_l32{0, 1}))), 1u);
	gpga_store32(st, 695, t27);
	gpga_l32 t28 = gpga_load32(st, 419 /* tb.n */);
	gpga_store32(st, 697, t28);
	gpga_l32 t29 = gpga_load32(st, 421 /* tb.n0 */);
	gpga_store32(st, 699, t29);
	gpga_l32 t30 = gpga_load32(st, 423 /* tb.n1 */);
	gpga_store32(st, 701, t30);
	gpga_svc(st, 3u, 10u);
	gpga_arg32(st, t26);
	gpga_arg32(st, t27);
	gpga_arg32(st, t28);
	gpga_arg32(st, t29);
	gpga_arg32(st, t30);
	return gpga_reply(st, th, 76u);
}

/* held.v:50 tb.count */
GPGA_FN uint gpga_seg_76(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, 417, gpga_load32(st, 695));
	gpga_store32(st, 419, gpga_load32(st, 697));
	gpga_store32(st, 421, gpga_load32(st, 699));
	gpga_store32(st, 423, gpga_load32(st, 701));
	gpga_store32(st, fr + 5, gpga_load32(st, 703));
	gpga_store32(st, 415, gpga_load32(st, fr + 5));
	gpga_l32 t7 = gpga_part32(gpga_load32(st, 389 /* tb.dep */), 1u, 0x1u);
	gpga_l32 t8 = gpga_load32(st, 415 /* tb.multi */);
	gpga_l32 t9 = gpga_load32(st, 417 /* tb.forced */);
	gpga_l32 t10 = gpga_load32(st, 419 /* tb.n */);
	gpga_l32 t11 = gpga_load32(st, 421 /* tb.n0 */);
	gpga_l32 t12 = gpga_load32(st, 423 /* tb.n1 */);
	gpga_svc(st, 4u, 12u);
	gpga_arg32(st, t7);
	gpga_arg32(st, t8);
	gpga_arg32(st, t9);
	gpga_arg32(st, t10);
	gpga_arg32(st, t11);
	gpga_arg32(st, t12);
	return gpga_ret(st, th, 7u);
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
	}
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch(GPGA_ARGS, uint seg, uint th) {
	switch (seg >> 6) {
	case 0: return gpga_dispatch_0(st, tab, seg, th);
	case 1: return gpga_dispatch_64(st, tab, seg, th);
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

