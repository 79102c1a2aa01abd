/* gpga kernel, table form, four-state: tb */
/* 4 processes, 14 continuous nodes, 32 segments, 3 events, 30 signals */
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
constant uint NEED_NBA_WORDS = 18;
constant uint SCHED_SVC_END = 29;
constant uint NEED_SVC_WORDS = 264;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
constant uint SCHED_POOL_NEXT = 30;
constant uint NEED_POOL_WORDS = 64;
constant uint SCHED_POOL_END = 31;
constant uint NEED_POOL = 4;
constant uint SCHED_STROBE_END = 25;
constant uint NEED_STROBE_WORDS = 10;
constant uint SCHED_STROBE_LIM = 24;
constant uint NEED_STROBE = 8;
constant uint NEED_HEAP_EVENTS = 4;
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
constant uint TAB_SLOT = 48;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 31;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0, 1, 2};
constant uchar sched_edge_wait_item_count[] = {1, 1, 1};
constant ushort sched_edge_item_val[] = {340, 356, 358};
constant ushort sched_edge_item_xz[] = {341, 357, 359};
constant uint sched_edge_prev_val = 136;
constant uint sched_edge_prev_xz = 137;
constant uchar sched_edge_item_kind[] = {0, 0, 1};
constant uint EDGE_POS = 1;
constant uint sched_edge_mask_pos = 8718;
constant uint EDGE_NEG = 2;
constant uint sched_edge_mask_neg = 4560;
constant uchar sched_edge_wait_star_count[] = {1, 1, 0};
constant uchar sched_edge_wait_star_offset[] = {0, 1, 2};
constant uint TAB_WIDTH = 78;
constant uint TAB_STAR = 267;
constant uint sched_edge_star_prev_val = 1601;
constant uint sched_edge_star_prev_xz = 1603;
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

constant uchar sched_edge_star_signal[] = {19, 27};
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

constant uint TAB_WORDS = 108;
constant uint TAB_FORCE = 168;
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

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

constant uint SCHED_NOTES = 1605;
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

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

constant uint GPGA_STOPPED = 0xfffffffeu;
/* packed.v:38 port a of s */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	gpga_note32(st, 340, 19 /* s.a */, gpga_load32(st, 298 /* tb.in */));
	return GPGA_STOPPED;
}

/* packed.v:39 port a of r */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	gpga_note32(st, 344, 21 /* r.a */, gpga_load32(st, 298 /* tb.in */));
	return GPGA_STOPPED;
}

/* likewise where nobody watches */
static inline void gpga_storep32(device uint *st, uint s, gpga_l32 t, uint off, uint m) {
	GPGA_AT(s) = (GPGA_AT(s) & ~(m << off)) | (t.v << off);
	GPGA_AT(s + 1u) = (GPGA_AT(s + 1u) & ~(m << off)) | (t.x << off);
}

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

/* packed.v:42 assign */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_storep32(st, 330, gpga_k(2), 4u, 0x3u);
	return GPGA_STOPPED;
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

static inline gpga_l32 gpga_bool32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one || x ? 1u : 0u, x ? 1u : 0u}; }

static inline gpga_l32 gpga_ceq32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 1u : 0u, 0u}; }

GPGA_FN void gpga_node_cancel(device uint *st, uint b) {
	if (GPGA_AT(b + EV_POS) != 0) gpga_heap_remove(st, b);
}

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

/* the commit block b of a node with delays: its pending value is due after ticks */
GPGA_FN void gpga_node_schedule(device uint *st, uint b, gpga_l64 ticks) {
	if (GPGA_AT(b + EV_POS) != 0) gpga_heap_remove(st, b);
	ulong d = ticks.x != 0 ? ulong(0) : ticks.v;
	if (d != 0) gpga_schedule(st, b, d);
	else if (GPGA_AT(b + B_STATE) == 0) {
		GPGA_AT(b + B_STATE) = 1;
		gpga_push_back(st, b);
	}
}

static inline gpga_l64 gpga_k64(ulong v) { return gpga_l64{v, 0ul}; }

/* packed.v:43 assign */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 298 /* tb.in */);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 181)), gpga_ceq32(t0, gpga_load32(st, 362))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t0, gpga_load32(st, 364)))) {
		gpga_node_cancel(st, 174u);
		gpga_store32(st, 364, t0);
		gpga_store32(st, 326, t0);
	} else {
		gpga_store32(st, 362, t0);
		gpga_node_schedule(st, 174u, gpga_k64(0x2ul));
	}
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

/* packed.v:147 $monitor argument */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	gpga_note32(st, 360, 29 /* tb.in for $monitor */, gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0xfu));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 0: return gpga_seg_16(st, tab, th);
	case 1: return gpga_seg_18(st, tab, th);
	case 2: return gpga_seg_21(st, tab, th);
	case 3: return gpga_seg_22(st, tab, th);
	case 4: return gpga_seg_29(st, tab, th);
	}
	return GPGA_STOPPED;
}

constant uint TAB_NOW = 305;
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
constant uint SCHED_NBA_ROUND = 1600;
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
constant uint SCHED_POST_THREAD = 366;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 168;
constant uint SCHED_TRACE_NEXT = 362;
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

/* packed.v:15 always @(tb.r._h30) */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 1);
}

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* packed.v:15 always @(tb.r._h30) */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_store32(st, 346, gpga_not32(gpga_load32(st, 344 /* r.a */), 0xffu));
	return gpga_wait(st, th, 1, 1);
}

/* packed.v:3 always @* */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 3);
}

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

/* packed.v:3 always @* */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_storep32(st, 342, gpga_part32(gpga_load32(st, 340 /* s.a */), 4u, 0xfu), 0u, 0xfu);
	gpga_storep32(st, 342, gpga_trunc32(gpga_load32(st, 340 /* s.a */), 0xfu), 4u, 0xfu);
	return gpga_wait(st, th, 0, 3);
}

/* packed.v:62 always @(posedge tb._h31) */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 2, 5);
}

static inline gpga_l64 gpga_time(device uint *st) { return gpga_l64{ulong(GPGA_AT(SCHED_TIME_LO)) | (ulong(GPGA_AT(SCHED_TIME_HI)) << 32), 0ul}; }

GPGA_FN void gpga_arg64(device uint *st, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store64(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
}

/* packed.v:62 always @(posedge tb._h31) */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_svc(st, 0u, 4u);
	gpga_arg64(st, t0);
	return gpga_wait(st, th, 2, 5);
}

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

constant uint GPGA_ON = 0xfffffffdu;
/* packed.v:64 initial, cut */
GPGA_FN uint gpga_seg_6_2(GPGA_ARGS, uint th) {
	gpga_store32(st, 278, gpga_k(0x12345678u));
	gpga_store32(st, 280, gpga_load32(st, 278 /* tb.a */));
	gpga_store32(st, 282, gpga_load32(st, 278 /* tb.a */));
	gpga_store32(st, 286, gpga_k(0xabcdefu));
	gpga_store32(st, 284, gpga_k(0xfedcbau));
	gpga_l32 t6 = gpga_trunc32(gpga_load32(st, 278 /* tb.a */), 0xffu);
	gpga_l32 t8 = gpga_part32(gpga_load32(st, 278 /* tb.a */), 8u, 0xffu);
	gpga_l32 t10 = gpga_part32(gpga_load32(st, 278 /* tb.a */), 16u, 0xffu);
	gpga_l32 t12 = gpga_part32(gpga_load32(st, 278 /* tb.a */), 24u, 0xffu);
	gpga_l32 t14 = gpga_part32(gpga_load32(st, 280 /* tb.up */), 24u, 0xffu);
	gpga_l32 t16 = gpga_part32(gpga_load32(st, 280 /* tb.up */), 16u, 0xffu);
	gpga_l32 t18 = gpga_part32(gpga_load32(st, 280 /* tb.up */), 8u, 0xffu);
	gpga_l32 t20 = gpga_trunc32(gpga_load32(st, 280 /* tb.up */), 0xffu);
	gpga_svc(st, 1u, 16u);
	gpga_arg32(st, t6);
	gpga_arg32(st, t8);
	gpga_arg32(st, t10);
	gpga_arg32(st, t12);
	gpga_arg32(st, t14);
	gpga_arg32(st, t16);
	gpga_arg32(st, t18);
	gpga_arg32(st, t20);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t22 = gpga_part32(gpga_load32(st, 278 /* tb.a */), 12u, 0xfu);
	gpga_l32 t24 = gpga_part32(gpga_load32(st, 278 /* tb.a */), 10u, 0x1u);
	gpga_l32 t26 = gpga_part32(gpga_load32(st, 278 /* tb.a */), 17u, 0x7u);
	gpga_l32 t28 = gpga_part32(gpga_load32(st, 282 /* tb.mixed */), 12u, 0xfu);
	gpga_l32 t30 = gpga_part32(gpga_load32(st, 282 /* tb.mixed */), 13u, 0x1u);
	gpga_l32 t32 = gpga_part32(gpga_load32(st, 282 /* tb.mixed */), 20u, 0x7u);
	gpga_svc(st, 2u, 12u);
	gpga_arg32(st, t22);
	gpga_arg32(st, t24);
	gpga_arg32(st, t26);
	gpga_arg32(st, t28);
	gpga_arg32(st, t30);
	gpga_arg32(st, t32);
	return GPGA_ON;
}

static inline gpga_l32 gpga_neg32(gpga_l32 a, uint m) { uint k = a.x != 0 ? m : uint(0); return gpga_l32{((uint(0) - a.v) & m) | k, k}; }

/* packed.v:64 initial, cut */
GPGA_FN uint gpga_seg_6_3(GPGA_ARGS, uint th) {
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t34 = gpga_trunc32(gpga_load32(st, 286 /* tb.deep */), 0xfffu);
	gpga_l32 t36 = gpga_part32(gpga_load32(st, 286 /* tb.deep */), 12u, 0xfffu);
	gpga_l32 t38 = gpga_part32(gpga_load32(st, 286 /* tb.deep */), 20u, 0xfu);
	gpga_l32 t40 = gpga_part32(gpga_load32(st, 286 /* tb.deep */), 20u, 0x1u);
	gpga_l32 t42 = gpga_part32(gpga_load32(st, 286 /* tb.deep */), 6u, 0x3u);
	gpga_svc(st, 3u, 10u);
	gpga_arg32(st, t34);
	gpga_arg32(st, t36);
	gpga_arg32(st, t38);
	gpga_arg32(st, t40);
	gpga_arg32(st, t42);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t43 = gpga_load32(st, 286 /* tb.deep */);
	gpga_l32 t45 = gpga_part32(gpga_load32(st, 286 /* tb.deep */), 12u, 0xfffu);
	gpga_l32 t47 = gpga_part32(gpga_load32(st, 286 /* tb.deep */), 20u, 0xfu);
	gpga_l32 t50 = gpga_neg32(gpga_part32(gpga_load32(st, 286 /* tb.deep */), 4u, 0xfu), 0xfu);
	gpga_svc(st, 4u, 8u);
	gpga_arg32(st, t43);
	gpga_arg32(st, t45);
	gpga_arg32(st, t47);
	gpga_arg32(st, t50);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t52 = gpga_part32(gpga_load32(st, 278 /* tb.a */), 8u, 0xffffu);
	gpga_l32 t54 = gpga_part32(gpga_load32(st, 280 /* tb.up */), 8u, 0xffffu);
	gpga_l32 t56 = gpga_part32(gpga_load32(st, 284 /* tb.off */), 6u, 0xfffu);
	gpga_svc(st, 5u, 6u);
	gpga_arg32(st, t52);
	gpga_arg32(st, t54);
	gpga_arg32(st, t56);
	return GPGA_ON;
}

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

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

static inline gpga_l32 gpga_idxs32(gpga_l32 a, uint h) { return gpga_l32{uint(int(a.v << h) >> h), a.x != 0 ? 1u : 0u}; }

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

static inline gpga_l32 gpga_mul32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v * b.v) & m) | k, k}; }

constant uint SCHED_ERR = 40;
constant uint STATUS_ERROR = 7;
static inline void gpga_fail(device uint *st, uint code) {
	GPGA_AT(SCHED_ERR) = code;
	GPGA_AT(SCHED_STATUS) = STATUS_ERROR;
}

constant uint ERR_LOOP = 1;
/* packed.v:64 initial, cut */
GPGA_FN uint gpga_seg_6_1(GPGA_ARGS, uint th) {
	uint n0 = 0;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (; n0 < SCHED_LOOP_MAX; ++n0) {
		if (!gpga_true32(gpga_lts32(gpga_load32(st, 324 /* tb.i */), gpga_k(7), 0u))) {
			break;
		}
		gpga_l32 t61 = gpga_load32(st, 324 /* tb.i */);
		gpga_l32 t69 = gpga_partv32(gpga_load32(st, 278 /* tb.a */), gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 324 /* tb.i */), gpga_k(8), 0xffffffffu), gpga_k(0), 0xffffffffu), 0u), 32u, 8u, 0xffu);
		gpga_l32 t78 = gpga_partv32(gpga_load32(st, 280 /* tb.up */), gpga_idxs32(gpga_add32(gpga_neg32(gpga_mul32(gpga_load32(st, 324 /* tb.i */), gpga_k(8), 0xffffffffu), 0xffffffffu), gpga_k(24), 0xffffffffu), 0u), 32u, 8u, 0xffu);
		gpga_l32 t86 = gpga_partv32(gpga_load32(st, 284 /* tb.off */), gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 324 /* tb.i */), gpga_k(6), 0xffffffffu), gpga_k(0xfffffff4u), 0xffffffffu), 0u), 24u, 6u, 0x3fu);
		gpga_svc(st, 6u, 8u);
		gpga_arg32(st, t61);
		gpga_arg32(st, t69);
		gpga_arg32(st, t78);
		gpga_arg32(st, t86);
		if (gpga_over(st)) {
			return GPGA_STOPPED;
		}
		gpga_store32(st, 324, gpga_add32(gpga_load32(st, 324 /* tb.i */), gpga_k(1), 0xffffffffu));
	}
	if (n0 == SCHED_LOOP_MAX) {
		gpga_fail(st, ERR_LOOP);
	}
	return GPGA_ON;
}

/* one bit i of a, which is wa wide */
static inline gpga_l32 gpga_bitv32(gpga_l32 a, gpga_l32 i, uint wa) {
	uint k = (i.x != 0 || i.v >= wa) ? 1u : 0u;
	uint c = i.v & (32u - 1u);
	return gpga_l32{(uint(a.v >> c) & 1u) | k, (uint(a.x >> c) & 1u) | k};
}

/* packed.v:64 initial, cut */
GPGA_FN uint gpga_seg_6_4(GPGA_ARGS, uint th) {
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 324, gpga_k(0xffffffffu));
	{
		uint r1 = gpga_seg_6_1(st, tab, th);
		if (r1 != GPGA_ON) {
			return r1;
		}
	}
	gpga_store32(st, 324, gpga_k(9));
	gpga_l32 t96 = gpga_bitv32(gpga_load32(st, 278 /* tb.a */), gpga_idxs32(gpga_add32(gpga_load32(st, 324 /* tb.i */), gpga_k(8), 0xffffffffu), 0u), 32u);
	gpga_l32 t98 = gpga_part32(gpga_load32(st, 278 /* tb.a */), 16u, 0x1u);
	gpga_l32 t100 = gpga_part32(gpga_load32(st, 278 /* tb.a */), 15u, 0x7u);
	gpga_svc(st, 7u, 6u);
	gpga_arg32(st, t96);
	gpga_arg32(st, t98);
	gpga_arg32(st, t100);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 320, gpga_l32{3, 2});
	gpga_l32 t109 = gpga_partv32(gpga_load32(st, 278 /* tb.a */), gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 320 /* tb.x */), gpga_k(8), 0xffffffffu), gpga_k(0), 0xffffffffu), 0u), 32u, 8u, 0xffu);
	gpga_l32 t115 = gpga_bitv32(gpga_load32(st, 278 /* tb.a */), gpga_idxs32(gpga_add32(gpga_load32(st, 320 /* tb.x */), gpga_k(8), 0xffffffffu), 0u), 32u);
	gpga_svc(st, 8u, 4u);
	gpga_arg32(st, t109);
	gpga_arg32(st, t115);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 322, gpga_k(0xffffffffu));
	gpga_l32 t124 = gpga_partv32(gpga_load32(st, 278 /* tb.a */), gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 322 /* tb.u */), gpga_k(8), 0xffffffffu), gpga_k(0), 0xffffffffu), 0u), 32u, 8u, 0xffu);
	gpga_svc(st, 9u, 2u);
	gpga_arg32(st, t124);
	return GPGA_ON;
}

GPGA_FN void gpga_storebits(device uint *st, uint s, uint wa, gpga_l32 off, uint w, gpga_l64 t) {
	if (off.x == 0) gpga_putbits(st, s, wa, int(off.v), w, t);
}

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

/* packed.v:64 initial, cut */
GPGA_FN uint gpga_seg_6_5(GPGA_ARGS, uint th) {
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_storep32(st, 278, gpga_k(255), 16u, 0xffu);
	gpga_storep32(st, 278, gpga_k(0), 8u, 0xfu);
	gpga_storep32(st, 278, gpga_k(1), 7u, 0x1u);
	gpga_storep32(st, 278, gpga_k(2), 25u, 0x3u);
	gpga_l32 t129 = gpga_load32(st, 278 /* tb.a */);
	gpga_svc(st, 10u, 2u);
	gpga_arg32(st, t129);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 324, gpga_k(3));
	gpga_storebits(st, 278, 32u, gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 324 /* tb.i */), gpga_k(8), 0xffffffffu), gpga_k(0), 0xffffffffu), 0u), 8u, gpga_up(gpga_k(1)));
	gpga_storebits(st, 278, 32u, gpga_idxs32(gpga_add32(gpga_load32(st, 324 /* tb.i */), gpga_k(8), 0xffffffffu), 0u), 1u, gpga_up(gpga_k(1)));
	gpga_storebits(st, 278, 32u, gpga_idxs32(gpga_add32(gpga_load32(st, 324 /* tb.i */), gpga_k(0), 0xffffffffu), 0u), 2u, gpga_up(gpga_k(0)));
	gpga_l32 t148 = gpga_load32(st, 278 /* tb.a */);
	gpga_svc(st, 11u, 2u);
	gpga_arg32(st, t148);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 324, gpga_k(4));
	gpga_storebits(st, 278, 32u, gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 324 /* tb.i */), gpga_k(8), 0xffffffffu), gpga_k(0), 0xffffffffu), 0u), 8u, gpga_up(gpga_k(238)));
	gpga_store32(st, 324, gpga_k(0xffffffffu));
	gpga_storebits(st, 278, 32u, gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 324 /* tb.i */), gpga_k(8), 0xffffffffu), gpga_k(0), 0xffffffffu), 0u), 8u, gpga_up(gpga_k(238)));
	gpga_storebits(st, 278, 32u, gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 320 /* tb.x */), gpga_k(8), 0xffffffffu), gpga_k(0), 0xffffffffu), 0u), 8u, gpga_up(gpga_k(238)));
	gpga_storebits(st, 278, 32u, gpga_idxs32(gpga_add32(gpga_load32(st, 320 /* tb.x */), gpga_k(8), 0xffffffffu), 0u), 1u, gpga_up(gpga_k(1)));
	gpga_l32 t177 = gpga_load32(st, 278 /* tb.a */);
	gpga_svc(st, 12u, 2u);
	gpga_arg32(st, t177);
	return GPGA_ON;
}

/* packed.v:64 initial, cut */
GPGA_FN uint gpga_seg_6_6(GPGA_ARGS, uint th) {
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 324, gpga_k(6));
	gpga_storebits(st, 278, 32u, gpga_idxs32(gpga_add32(gpga_load32(st, 324 /* tb.i */), gpga_k(8), 0xffffffffu), 0u), 4u, gpga_up(gpga_k(9)));
	gpga_l32 t184 = gpga_load32(st, 278 /* tb.a */);
	gpga_svc(st, 13u, 2u);
	gpga_arg32(st, t184);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_storep32(st, 278, gpga_k(48879), 16u, 0xffffu);
	gpga_storep32(st, 280, gpga_k(255), 16u, 0xffu);
	gpga_storep32(st, 280, gpga_k(22136), 0u, 0xffffu);
	gpga_storep32(st, 282, gpga_k(9), 20u, 0xfu);
	gpga_storep32(st, 284, gpga_k(63), 6u, 0x3fu);
	gpga_storep32(st, 284, gpga_k(3), 16u, 0x3u);
	gpga_storep32(st, 286, gpga_k(291), 12u, 0xfffu);
	gpga_storep32(st, 286, gpga_k(9), 8u, 0xfu);
	gpga_storep32(st, 286, gpga_k(0), 1u, 0x1u);
	gpga_l32 t194 = gpga_load32(st, 278 /* tb.a */);
	gpga_l32 t195 = gpga_load32(st, 280 /* tb.up */);
	gpga_l32 t196 = gpga_load32(st, 282 /* tb.mixed */);
	gpga_l32 t197 = gpga_load32(st, 284 /* tb.off */);
	gpga_l32 t198 = gpga_load32(st, 286 /* tb.deep */);
	gpga_svc(st, 14u, 10u);
	gpga_arg32(st, t194);
	gpga_arg32(st, t195);
	gpga_arg32(st, t196);
	gpga_arg32(st, t197);
	gpga_arg32(st, t198);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return GPGA_ON;
}

static inline gpga_l32 gpga_lt32(gpga_l32 a, gpga_l32 b) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(a.v < b.v ? 1u : 0u) | x, x}; }

/* packed.v:64 initial, cut */
GPGA_FN uint gpga_seg_6_7(GPGA_ARGS, uint th) {
	gpga_storep32(st, 278, gpga_trunc32(gpga_k(4660), 0xffu), 24u, 0xffu);
	gpga_storep32(st, 278, gpga_part32(gpga_k(4660), 8u, 0xffu), 0u, 0xffu);
	gpga_l32 t202 = gpga_load32(st, 278 /* tb.a */);
	gpga_l32 t207 = gpga_add32(gpga_trunc32(gpga_load32(st, 278 /* tb.a */), 0xffu), gpga_part32(gpga_load32(st, 278 /* tb.a */), 24u, 0xffu), 0xffu);
	gpga_l32 t212 = gpga_lt32(gpga_trunc32(gpga_load32(st, 278 /* tb.a */), 0xffu), gpga_trunc32(gpga_load32(st, 286 /* tb.deep */), 0xfffu));
	gpga_svc(st, 15u, 6u);
	gpga_arg32(st, t202);
	gpga_arg32(st, t207);
	gpga_arg32(st, t212);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 290, gpga_k(0xcafebabeu));
	gpga_storep32(st, 290, gpga_k(85), 16u, 0xffu);
	gpga_storep32(st, 290, gpga_k(0), 0u, 0xfu);
	gpga_storep32(st, 290, gpga_k(0), 31u, 0x1u);
	gpga_l32 t217 = gpga_load32(st, 290);
	gpga_l32 t219 = gpga_part32(gpga_load32(st, 290), 16u, 0xffu);
	gpga_l32 t221 = gpga_part32(gpga_load32(st, 290), 28u, 0xfu);
	gpga_l32 t222 = gpga_load32(st, 288 /* tb.mem */);
	gpga_svc(st, 16u, 8u);
	gpga_arg32(st, t217);
	gpga_arg32(st, t219);
	gpga_arg32(st, t221);
	gpga_arg32(st, t222);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 294, gpga_k(0));
	gpga_storep32(st, 294, gpga_k(171), 8u, 0xffu);
	gpga_storep32(st, 294, gpga_k(7), 4u, 0xfu);
	gpga_storep32(st, 294, gpga_k(0), 8u, 0x1u);
	return GPGA_ON;
}

/* part of an element */
GPGA_FN void gpga_setelbits(GPGA_ARGS, uint s, uint n, uint sig, uint wa, gpga_l32 i, gpga_l32 off, uint w, gpga_l64 t) {
	if (i.x == 0 && i.v < n && off.x == 0) {
		if (gpga_putbits(st, s + i.v * (((wa + 31u) >> 5) * 2u), wa, int(off.v), w, t)) gpga_publish(st, tab, sig);
	}
}

static inline gpga_l32 gpga_sub32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v - b.v) & m) | k, k}; }

/* element i of an array of n elements at s */
static inline gpga_l32 gpga_loadel32(device uint *st, uint s, gpga_l32 i, uint n, uint m) {
	if (i.x != 0 || i.v >= n) return gpga_l32{m, m};
	return gpga_l32{GPGA_AT(s + i.v * 2u), GPGA_AT(s + i.v * 2u + 1u)};
}

GPGA_FN void gpga_drive(GPGA_ARGS, uint sig, gpga_l32 off, uint w, gpga_l64 t) {
	if (off.x == 0 && gpga_drive_bits(st, tab, sig, int(off.v), w, t)) gpga_publish(st, tab, sig);
}

static inline void gpga_push_inactive(device uint *st, uint b) {
	GPGA_AT(b + B_QNEXT) = 0;
	uint tail = GPGA_AT(SCHED_INA_TAIL);
	if (tail != 0) GPGA_AT(tail + B_QNEXT) = b;
	else GPGA_AT(SCHED_INA_HEAD) = b;
	GPGA_AT(SCHED_INA_TAIL) = b;
}

constant uint TH_DELAYED = 3;
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

/* packed.v:64 initial, cut */
GPGA_FN uint gpga_seg_6_8(GPGA_ARGS, uint th) {
	gpga_store32(st, 324, gpga_k(1));
	gpga_storebits(st, 294, 16u, gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 324 /* tb.i */), gpga_k(4), 0xffffffffu), gpga_k(8), 0xffffffffu), 0u), 4u, gpga_up(gpga_k(8)));
	gpga_setelbits(st, tab, 294u, 2u, 6u, 16u, gpga_idxs32(gpga_sub32(gpga_load32(st, 324 /* tb.i */), gpga_k(1), 0xffffffffu), 0u), gpga_k(0), 4u, gpga_up(gpga_k(5)));
	gpga_l32 t240 = gpga_load32(st, 294 /* tb.words */);
	gpga_l32 t248 = gpga_partv32(gpga_load32(st, 294 /* tb.words */), gpga_idxs32(gpga_add32(gpga_mul32(gpga_load32(st, 324 /* tb.i */), gpga_k(8), 0xffffffffu), gpga_k(0), 0xffffffffu), 0u), 16u, 8u, 0xffu);
	gpga_l32 t250 = gpga_part32(gpga_load32(st, 294 /* tb.words */), 12u, 0xfu);
	gpga_l32 t256 = gpga_part32(gpga_loadel32(st, 294u /* tb.words */, gpga_idxs32(gpga_sub32(gpga_load32(st, 324 /* tb.i */), gpga_k(1), 0xffffffffu), 0u), 2u, 0xffffu), 8u, 0x1u);
	gpga_svc(st, 17u, 8u);
	gpga_arg32(st, t240);
	gpga_arg32(st, t248);
	gpga_arg32(st, t250);
	gpga_arg32(st, t256);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_drive(st, tab, 7u, gpga_k(0), 8u, gpga_up(gpga_k(33)));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x1ul), 7u);
}

/* packed.v:64 initial */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	uint r2 = gpga_seg_6_2(st, tab, th);
	if (r2 != GPGA_ON) {
		return r2;
	}
	uint r3 = gpga_seg_6_3(st, tab, th);
	if (r3 != GPGA_ON) {
		return r3;
	}
	uint r4 = gpga_seg_6_4(st, tab, th);
	if (r4 != GPGA_ON) {
		return r4;
	}
	uint r5 = gpga_seg_6_5(st, tab, th);
	if (r5 != GPGA_ON) {
		return r5;
	}
	uint r6 = gpga_seg_6_6(st, tab, th);
	if (r6 != GPGA_ON) {
		return r6;
	}
	uint r7 = gpga_seg_6_7(st, tab, th);
	if (r7 != GPGA_ON) {
		return r7;
	}
	uint r8 = gpga_seg_6_8(st, tab, th);
	return r8;
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

/* ---- the nonblocking log ---- */
GPGA_FN void gpga_nba32(device uint *st, uint sig, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_NBA_END);
	GPGA_AT(e) = sig;
	GPGA_AT(e + 1u) = t.v;
	GPGA_AT(e + 2u) = t.x;
	GPGA_AT(SCHED_NBA_END) = e + 3u;
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

/* packed.v:133 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 342 /* s.y */);
	gpga_l32 t1 = gpga_load32(st, 346 /* r.y */);
	gpga_l32 t2 = gpga_load32(st, 340 /* s.a */);
	gpga_l32 t3 = gpga_load32(st, 328 /* tb.joined */);
	gpga_l32 t4 = gpga_load32(st, 330 /* tb.parts */);
	gpga_l32 t5 = gpga_load32(st, 336 /* tb.upper */);
	gpga_l32 t6 = gpga_load32(st, 338 /* tb.low */);
	gpga_svc(st, 18u, 14u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_arg32(st, t6);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_nbap(st, 7 /* tb.in */, gpga_k(0), gpga_k(4), 4u, gpga_up(gpga_k(3)));
	uint n0 = GPGA_AT(SCHED_NBA_END);
	gpga_nba32(st, 9 /* tb.slow */, gpga_k(90));
	gpga_nba_later(st, n0, gpga_k64(0x3ul));
	uint n1 = GPGA_AT(SCHED_NBA_END);
	gpga_nbap(st, 9 /* tb.slow */, gpga_k(0), gpga_k(0), 4u, gpga_up(gpga_k(6)));
	gpga_nba_later(st, n1, gpga_k64(0x4ul));
	return gpga_delay(st, th, gpga_k64(0x1ul), 8u);
}

/* packed.v:48 tb.swapped */
GPGA_FN void gpga_fn_0(GPGA_ARGS) {
	gpga_storep32(st, 348, gpga_part32(gpga_load32(st, 350 /* swapped.v */), 4u, 0xfu), 0u, 0xfu);
	gpga_storep32(st, 348, gpga_trunc32(gpga_load32(st, 350 /* swapped.v */), 0xfu), 4u, 0xfu);
	return;
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

/* packed.v:137 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 342 /* s.y */);
	gpga_l32 t1 = gpga_load32(st, 346 /* r.y */);
	gpga_l32 t2 = gpga_load32(st, 340 /* s.a */);
	gpga_l32 t3 = gpga_load32(st, 328 /* tb.joined */);
	gpga_l32 t4 = gpga_load32(st, 330 /* tb.parts */);
	gpga_l32 t5 = gpga_load32(st, 336 /* tb.upper */);
	gpga_l32 t6 = gpga_load32(st, 338 /* tb.low */);
	gpga_l32 t7 = gpga_load32(st, 326 /* tb.late */);
	gpga_svc(st, 19u, 16u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_arg32(st, t6);
	gpga_arg32(st, t7);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t8 = gpga_load32(st, 332 /* tb.nets */);
	gpga_l32 t9 = gpga_load32(st, 334);
	gpga_svc(st, 20u, 4u);
	gpga_arg32(st, t8);
	gpga_arg32(st, t9);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 350, gpga_load32(st, 298 /* tb.in */));
	gpga_fn_0(st, tab);
	gpga_l32 t11 = gpga_load32(st, 348 /* swapped.swapped */);
	gpga_store32(st, 350, gpga_k(18));
	gpga_fn_0(st, tab);
	gpga_l32 t13 = gpga_load32(st, 348 /* swapped.swapped */);
	gpga_svc(st, 21u, 4u);
	gpga_arg32(st, t11);
	gpga_arg32(st, t13);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 352, gpga_load32(st, 298 /* tb.in */));
	gpga_l32 t15 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t15.v, 30u, 9u);
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

/* packed.v:140 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 8u, gpga_k(0), 8u, gpga_up(gpga_load32(st, 354 /* both.w */)));
	gpga_l32 t1 = gpga_load32(st, 308 /* tb.o */);
	gpga_svc(st, 22u, 2u);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_force(st, tab, 7u, 0u, 8u, gpga_up(gpga_k(153)));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x4ul), 10u);
}

constant uint TAB_FLAGS = 198;
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

/* procedural continuous assignment */
static inline void gpga_hold(GPGA_ARGS, uint sig, uint off, uint w, gpga_l64 t) { gpga_lay_bits(st, tab, sig, off, w, t, 5u); }

static inline void gpga_monitor(device uint *st, uint seg) {
	GPGA_AT(SCHED_MON_SEG) = seg + 1u;
	GPGA_AT(SCHED_MON_DIRTY) = 0;
	gpga_mark_monitor(st);
}

/* packed.v:143 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 342 /* s.y */);
	gpga_l32 t1 = gpga_load32(st, 326 /* tb.late */);
	gpga_l32 t2 = gpga_load32(st, 318 /* tb.slow */);
	gpga_svc(st, 23u, 6u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_unlay(st, tab, 7u, 0u, 8u, 2u);
	gpga_settle(st, tab);
	gpga_hold(st, tab, 8u, 4u, 4u, gpga_up(gpga_k(12)));
	gpga_l32 t4 = gpga_load32(st, 308 /* tb.o */);
	gpga_svc(st, 24u, 2u);
	gpga_arg32(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_monitor(st, 31u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0x1ul), 11u);
}

/* packed.v:148 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 7u, gpga_k(0), 4u, gpga_up(gpga_k(0)));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x1ul), 12u);
}

/* packed.v:149 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_drive(st, tab, 7u, gpga_k(4), 4u, gpga_up(gpga_k(4)));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x1ul), 13u);
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* packed.v:150 initial */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_svc(st, 25u, 0u);
	return gpga_finish(st, th, 1u, 14u);
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

/* packed.v:150 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

/* packed.v:32 assign */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_store32(st, 328, gpga_cat32(gpga_k(3), gpga_trunc32(gpga_load32(st, 298 /* tb.in */), 0xfu), 4u));
	return GPGA_STOPPED;
}

/* packed.v:15 event expression */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	gpga_note32(st, 356, 27 /* r._h30 */, gpga_part32(gpga_load32(st, 344 /* r.a */), 4u, 0xfu));
	return GPGA_STOPPED;
}

/* packed.v:40 assign */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_storep32(st, 330, gpga_not32(gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0xfu), 0xfu), 0u, 0xfu);
	return GPGA_STOPPED;
}

/* packed.v:41 assign */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_storep32(st, 330, gpga_trunc32(gpga_load32(st, 298 /* tb.in */), 0x3u), 6u, 0x3u);
	return GPGA_STOPPED;
}

/* packed.v:43 assign */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 362);
	gpga_store32(st, 364, t0);
	gpga_store32(st, 326, t0);
	return GPGA_STOPPED;
}

/* packed.v:44 assign */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_store32(st, 332, gpga_cat32(gpga_trunc32(gpga_load32(st, 298 /* tb.in */), 0xfu), gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0xfu), 4u));
	return GPGA_STOPPED;
}

/* packed.v:44 assign */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_storep32(st, 334, gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0xfu), 0u, 0xfu);
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; uint one = (a.v & ~a.x) | (b.v & ~b.x); return gpga_l32{a.v | b.v | x, x & ~one}; }

/* packed.v:45 buf g */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_part32(gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0xfu), 3u, 0x1u);
	gpga_l32 t6 = gpga_part32(gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0xfu), 2u, 0x1u);
	gpga_l32 t10 = gpga_part32(gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0xfu), 1u, 0x1u);
	gpga_l32 t14 = gpga_trunc32(gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0xfu), 0x1u);
	gpga_store32(st, 336, gpga_cat32(gpga_cat32(gpga_cat32(gpga_or32(t2, t2), gpga_or32(t6, t6), 1u), gpga_or32(t10, t10), 1u), gpga_or32(t14, t14), 1u));
	return GPGA_STOPPED;
}

/* packed.v:46 buf */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_trunc32(gpga_load32(st, 298 /* tb.in */), 0x1u);
	gpga_store32(st, 338, gpga_or32(t1, t1));
	return GPGA_STOPPED;
}

/* packed.v:62 event expression */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 358, 28 /* tb._h31 */, gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0x1u));
	return GPGA_STOPPED;
}

/* back to the caller; words is the size of the frame to free, 0 when the caller still reads it */
GPGA_FN uint gpga_ret(device uint *st, uint th, uint words) {
	uint f = GPGA_AT(th + TH_FRAME);
	uint seg = GPGA_AT(f + FR_RET);
	GPGA_AT(th + TH_FRAME) = GPGA_AT(f + FR_CALLER);
	if (words != 0) gpga_free(st, f, words);
	return gpga_yield(st, th, seg);
}

/* packed.v:55 tb.both */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	gpga_storep32(st, 354, gpga_add32(gpga_trunc32(gpga_load32(st, 352 /* both.v */), 0xfu), gpga_k(1), 0xfu), 4u, 0xfu);
	gpga_storep32(st, 354, gpga_add32(gpga_part32(gpga_load32(st, 352 /* both.v */), 4u, 0xfu), gpga_k(2), 0xfu), 0u, 0xfu);
	return gpga_ret(st, th, 3u);
}

/* packed.v:147 $monitor */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t2 = gpga_part32(gpga_load32(st, 298 /* tb.in */), 4u, 0xfu);
	gpga_svc(st, 26u, 6u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t2);
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

