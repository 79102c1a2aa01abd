/* gpga kernel, table form, four-state: tb */
/* 6 processes, 5 continuous nodes, 70 segments, 4 events, 19 signals */
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
constant uint NEED_NBA_WORDS = 24;
constant uint SCHED_SVC_END = 29;
constant uint NEED_SVC_WORDS = 20;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
constant uint SCHED_POOL_NEXT = 30;
constant uint NEED_POOL_WORDS = 128;
constant uint SCHED_POOL_END = 31;
constant uint NEED_POOL = 4;
constant uint SCHED_STROBE_END = 25;
constant uint NEED_STROBE_WORDS = 4;
constant uint SCHED_STROBE_LIM = 24;
constant uint NEED_STROBE = 8;
constant uint NEED_HEAP_EVENTS = 10;
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
constant uint TAB_SLOT = 31;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 20;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0, 1, 2, 3};
constant uchar sched_edge_wait_item_count[] = {1, 1, 1, 1};
constant ushort sched_edge_item_val[] = {355, 355, 355, 375};
constant ushort sched_edge_item_xz[] = {356, 356, 356, 376};
constant uint sched_edge_prev_val = 145;
constant uint sched_edge_prev_xz = 146;
constant uchar sched_edge_item_kind[] = {1, 2, 0, 0};
constant uint EDGE_POS = 1;
constant uint sched_edge_mask_pos = 8718;
constant uint EDGE_NEG = 2;
constant uint sched_edge_mask_neg = 4560;
constant uchar sched_edge_wait_star_count[] = {0, 0, 1, 1};
constant uchar sched_edge_wait_star_offset[] = {0, 0, 0, 1};
constant uint TAB_WIDTH = 50;
constant uint TAB_STAR = 231;
constant uint sched_edge_star_prev_val = 724;
constant uint sched_edge_star_prev_xz = 726;
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

constant uchar sched_edge_star_signal[] = {3, 13};
constant uint SCHED_WRITES = 137;
constant uint TH_NEXT = 8;
constant uint TH_FRAME = 9;
constant uint FR_HEADER = 3;
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

/* what assignments do that wait for the event: those that have waited long enough run among the immediate nodes */
GPGA_FN void gpga_wake_writes(device uint *st, uint event) {
	uint list = SCHED_WRITES + event * 2u;
	uint b = GPGA_AT(list), last = 0;
	GPGA_AT(list) = 0;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (uint guard = 0; b != 0 && guard < SCHED_LOOP_MAX; ++guard) {
		uint next = GPGA_AT(b + TH_NEXT);
		uint at = GPGA_AT(b + TH_FRAME) + FR_HEADER;
		uint left = GPGA_AT(at) - 1u;
		GPGA_AT(at) = left;
		if (left == 0) {
			gpga_push_now(st, b);
		} else {
			if (last == 0) GPGA_AT(list) = b;
			else GPGA_AT(last + TH_NEXT) = b;
			GPGA_AT(b + TH_NEXT) = 0;
			GPGA_AT(list + 1u) = b;
			last = b;
		}
		b = next;
	}
}

constant uint SCHED_WAIT_HEAD = 133;
/* the whole list of waiters becomes one entry of the active queue, chained through TH_NEXT */
static inline void gpga_wake(device uint *st, uint event) {
	if (GPGA_AT(SCHED_WRITES + event * 2u) != 0) gpga_wake_writes(st, event);
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

constant uint TAB_WORDS = 69;
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

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

static inline gpga_l32 gpga_bool32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one || x ? 1u : 0u, x ? 1u : 0u}; }

static inline gpga_l32 gpga_ceq32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 1u : 0u, 0u}; }

constant uint GPGA_STOPPED = 0xfffffffeu;
GPGA_FN void gpga_node_cancel(device uint *st, uint b) {
	if (GPGA_AT(b + EV_POS) != 0) gpga_heap_remove(st, b);
}

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
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

/* delays.v:8 assign */
GPGA_FN uint gpga_seg_57(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 349 /* tb.a */);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 164)), gpga_ceq32(t0, gpga_load32(st, 387))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t0, gpga_load32(st, 389)))) {
		gpga_node_cancel(st, 157u);
		gpga_store32(st, 389, t0);
		gpga_store32(st, 367, t0);
	} else {
		gpga_store32(st, 387, t0);
		gpga_node_schedule(st, 157u, gpga_k64(0x28ul));
	}
	return GPGA_STOPPED;
}

/* which bits of a differ from b, and what they become: bit 0 to 1, bit 1 to 0, bit 2 to z, bit 3 to x */
static inline gpga_l32 gpga_edges(gpga_l64 a, gpga_l64 b) {
	ulong d = (a.v ^ b.v) | (a.x ^ b.x);
	uint r = ((d & a.v & ~a.x) != 0 ? 1u : 0u) | ((d & ~a.v & ~a.x) != 0 ? 2u : 0u) | ((d & ~a.v & a.x) != 0 ? 4u : 0u) | ((d & a.v & a.x) != 0 ? 8u : 0u);
	return gpga_l32{r, 0u};
}

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l64 gpga_mux64(gpga_l32 c, gpga_l64 a, gpga_l64 b) {
	ulong k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : ulong(0);
	return gpga_l64{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

static inline gpga_l32 gpga_lognot64(gpga_l64 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one ? 0u : 1u, x ? 1u : 0u}; }

/* delays.v:9 assign */
GPGA_FN uint gpga_seg_59(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 349 /* tb.a */);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 184)), gpga_ceq32(t0, gpga_load32(st, 391))))) {
		return GPGA_STOPPED;
	}
	gpga_l32 t7 = gpga_edges(gpga_up(t0), gpga_up(gpga_load32(st, 393)));
	gpga_l64 t20 = gpga_mux64(gpga_part32(t7, 1u, 0x1u), gpga_k64(0x3cul), gpga_mux64(gpga_part32(t7, 3u, 0x1u), gpga_k64(0x14ul), gpga_mux64(gpga_part32(t7, 2u, 0x1u), gpga_k64(0x14ul), gpga_mux64(gpga_trunc32(t7, 0x1u), gpga_k64(0x14ul), gpga_k64(0x0ul)))));
	if (gpga_true32(gpga_lognot64(t20))) {
		gpga_node_cancel(st, 177u);
		gpga_store32(st, 393, t0);
		gpga_store32(st, 369, t0);
	} else {
		gpga_store32(st, 391, t0);
		gpga_node_schedule(st, 177u, t20);
	}
	return GPGA_STOPPED;
}

/* delays.v:12 assign */
GPGA_FN uint gpga_seg_63(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 363 /* tb.v */);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 224)), gpga_ceq32(t0, gpga_load32(st, 399))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t0, gpga_load32(st, 401)))) {
		gpga_node_cancel(st, 217u);
		gpga_store32(st, 401, t0);
		gpga_store32(st, 371, t0);
	} else {
		gpga_store32(st, 399, t0);
		gpga_node_schedule(st, 217u, gpga_k64(0x1eul));
	}
	return GPGA_STOPPED;
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* delays.v:13 assign */
GPGA_FN uint gpga_seg_65(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_add32(gpga_load32(st, 363 /* tb.v */), gpga_load32(st, 365 /* tb.s */), 0xffu);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 244)), gpga_ceq32(t2, gpga_load32(st, 403))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t2, gpga_load32(st, 405)))) {
		gpga_node_cancel(st, 237u);
		gpga_store32(st, 405, t2);
		gpga_set32(st, tab, 375, 13 /* tb.sum */, t2);
	} else {
		gpga_store32(st, 403, t2);
		gpga_node_schedule(st, 237u, gpga_k64(0x14ul));
	}
	return GPGA_STOPPED;
}

constant uint TH_PARENT = 10;
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

/* delays.v:47 assignment behind an event */
GPGA_FN uint gpga_seg_68(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, 359, gpga_load32(st, fr + 5));
	return gpga_end(st, th);
}

/* delays.v:48 assignment behind an event */
GPGA_FN uint gpga_seg_69(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, 359, gpga_load32(st, fr + 5));
	return gpga_end(st, th);
}

GPGA_FN uint gpga_dispatch_nth(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 0: return gpga_seg_57(st, tab, th);
	case 1: return gpga_seg_59(st, tab, th);
	case 2: return gpga_seg_63(st, tab, th);
	case 3: return gpga_seg_65(st, tab, th);
	case 4: return gpga_seg_68(st, tab, th);
	case 5: return gpga_seg_69(st, tab, th);
	}
	return GPGA_STOPPED;
}

constant uint TAB_NOW = 256;
GPGA_FN void gpga_dispatch_now(GPGA_ARGS, uint b) {
	gpga_dispatch_nth(st, tab, tab[TAB_NOW + GPGA_AT(b + B_SEG)], b);
}

constant uint SCHED_NOTES = 728;
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
constant uint SCHED_NBA_ROUND = 723;
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
constant uint SCHED_POST_THREAD = 419;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 107;
constant uint SCHED_TRACE_NEXT = 387;
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
constant uint TH_KILLED = 5;
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

/* delays.v:74 always @(tb.sum) */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 3, 1);
}

/* delays.v:74 always @(tb.sum) */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_strobe(st, 67u, GPGA_AT(th + TH_FRAME));
	return gpga_wait(st, th, 3, 1);
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

/* delays.v:16 always */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x32ul), 3u);
}

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* delays.v:16 always */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 355, 3 /* tb.clk */, gpga_not32(gpga_load32(st, 355 /* tb.clk */), 0x1u));
	gpga_settle(st, tab);
	return 2;
}

/* delays.v:20 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 5);
}

/* ---- the nonblocking log ---- */
GPGA_FN void gpga_nba32(device uint *st, uint sig, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_NBA_END);
	GPGA_AT(e) = sig;
	GPGA_AT(e + 1u) = t.v;
	GPGA_AT(e + 2u) = t.x;
	GPGA_AT(SCHED_NBA_END) = e + 3u;
}

/* delays.v:20 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_nba32(st, 16 /* tb.p1 */, gpga_load32(st, 359 /* tb.q */));
	gpga_nba32(st, 17 /* tb.p2 */, gpga_load32(st, 381 /* tb.p1 */));
	gpga_nba32(st, 18 /* tb.p3 */, gpga_load32(st, 383 /* tb.p2 */));
	return gpga_wait(st, th, 0, 5);
}

/* delays.v:22 always @(negedge tb.clk) */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 7);
}

/* delays.v:22 always @(negedge tb.clk) */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_nba32(st, 6 /* tb.p */, gpga_load32(st, 363 /* tb.v */));
	gpga_nba32(st, 7 /* tb.v */, gpga_load32(st, 361 /* tb.p */));
	return gpga_wait(st, th, 1, 7);
}

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

/* delays.v:24 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 355, 3 /* tb.clk */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 349, 0 /* tb.a */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 357, 4 /* tb.en */, gpga_k(1));
	gpga_set32(st, tab, 363, 7 /* tb.v */, gpga_k(15));
	gpga_settle(st, tab);
	gpga_store32(st, 361, gpga_k(240));
	gpga_store32(st, 359, gpga_k(0));
	gpga_set32(st, tab, 365, 8 /* tb.s */, gpga_k(1));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x64ul), 9u);
}

/* delays.v:26 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 349, 0 /* tb.a */, gpga_k(1));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x14ul), 10u);
}

/* delays.v:27 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 349, 0 /* tb.a */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x64ul), 11u);
}

/* delays.v:28 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 349, 0 /* tb.a */, gpga_k(1));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x1eul), 12u);
}

/* delays.v:29 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 349, 0 /* tb.a */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0xaul), 13u);
}

/* delays.v:29 initial */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 349, 0 /* tb.a */, gpga_k(1));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x64ul), 14u);
}

/* delays.v:30 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 349, 0 /* tb.a */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x64ul), 15u);
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

/* delays.v:31 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_note32(st, 357, 4 /* tb.en */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x46ul), 16u);
}

/* delays.v:31 initial */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	gpga_note32(st, 357, 4 /* tb.en */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x1eul), 17u);
}

/* delays.v:31 initial */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 349, 0 /* tb.a */, gpga_l32{1, 1});
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x64ul), 18u);
}

/* delays.v:31 initial */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 349, 0 /* tb.a */, gpga_k(1));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x64ul), 19u);
}

GPGA_FN gpga_l64 gpga_div64(gpga_l64 a, gpga_l64 b, ulong m) {
	if ((a.x | b.x) != 0 || b.v == 0) return gpga_l64{m, m};
	return gpga_l64{a.v / b.v, ulong(0)};
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l64 gpga_add64(gpga_l64 a, gpga_l64 b, ulong m) { ulong k = (a.x | b.x) != 0 ? m : ulong(0); return gpga_l64{((a.v + b.v) & m) | k, k}; }

static inline gpga_l64 gpga_time(device uint *st) { return gpga_l64{ulong(GPGA_AT(SCHED_TIME_LO)) | (ulong(GPGA_AT(SCHED_TIME_HI)) << 32), 0ul}; }

GPGA_FN void gpga_arg64(device uint *st, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store64(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
}

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

/* delays.v:32 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_l64 t4 = gpga_div64(gpga_add64(gpga_time(st), gpga_k64(0x5ul), ~0ul), gpga_k64(0xaul), ~0ul);
	gpga_l32 t5 = gpga_load32(st, 367 /* tb.inertial */);
	gpga_l32 t6 = gpga_load32(st, 369 /* tb.rf */);
	gpga_svc(st, 0u, 8u);
	gpga_arg64(st, t4);
	gpga_arg32(st, t5);
	gpga_arg32(st, t6);
	return gpga_end(st, th);
}

/* delays.v:35 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xaul), 21u);
}

/* delays.v:36 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_store32(st, 407, gpga_load32(st, 349 /* tb.a */));
	return gpga_delay(st, th, gpga_k64(0x1eul), 22u);
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

GPGA_FN ulong gpga_f64_from_u64(ulong a) {
	if (a == 0) return 0ul;
	return gpga_f64_norm(0ul, 1085, a);
}

/* an integer of 64 - h bits as a real; x and z bits count as 0 */
static inline gpga_l64 gpga_to_real(gpga_l64 a, uint h) { return gpga_l64{gpga_f64_from_u64(a.v & ~a.x), 0ul}; }

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

/* delays.v:37 initial */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	gpga_store32(st, 351, gpga_load32(st, 407));
	gpga_l64 t4 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t5 = gpga_load32(st, 351 /* tb.b */);
	gpga_svc(st, 1u, 6u);
	gpga_arg64(st, t4);
	gpga_arg32(st, t5);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 409, gpga_not32(gpga_load32(st, 351 /* tb.b */), 0x1u));
	return gpga_wait(st, th, 0, 23);
}

/* delays.v:39 initial */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_store32(st, 353, gpga_load32(st, 409));
	gpga_l64 t4 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t5 = gpga_load32(st, 353 /* tb.c */);
	gpga_svc(st, 2u, 6u);
	gpga_arg64(st, t4);
	gpga_arg32(st, t5);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 411, gpga_load32(st, 351 /* tb.b */));
	gpga_store32(st, 413, gpga_k(3));
	return 24;
}

/* delays.v:41 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_load32(st, 413)) ? 25 : 26;
}

static inline gpga_l32 gpga_sub32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v - b.v) & m) | k, k}; }

/* delays.v:41 initial */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_store32(st, 413, gpga_sub32(gpga_load32(st, 413), gpga_k(1), 0xffffffffu));
	return gpga_wait(st, th, 1, 24);
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

/* delays.v:41 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	gpga_store32(st, 353, gpga_load32(st, 411));
	gpga_l64 t4 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t5 = gpga_load32(st, 353 /* tb.c */);
	gpga_svc(st, 3u, 6u);
	gpga_arg64(st, t4);
	gpga_arg32(st, t5);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	uint n0 = GPGA_AT(SCHED_NBA_END);
	gpga_nba32(st, 5 /* tb.q */, gpga_k(17));
	gpga_nba_later(st, n0, gpga_k64(0x14ul));
	uint n1 = GPGA_AT(SCHED_NBA_END);
	gpga_nba32(st, 5 /* tb.q */, gpga_k(34));
	gpga_nba_later(st, n1, gpga_k64(0x28ul));
	uint n2 = GPGA_AT(SCHED_NBA_END);
	gpga_nba32(st, 5 /* tb.q */, gpga_k(51));
	gpga_nba_later(st, n2, gpga_k64(0x14ul));
	uint n3 = GPGA_AT(SCHED_NBA_END);
	gpga_nba32(st, 5 /* tb.q */, gpga_k(68));
	gpga_nba_later(st, n3, gpga_k64(0xaul));
	return gpga_delay(st, th, gpga_k64(0xful), 27u);
}

/* delays.v:44 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t4 = gpga_load32(st, 359 /* tb.q */);
	gpga_svc(st, 4u, 6u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0xaul), 28u);
}

/* delays.v:45 initial */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t4 = gpga_load32(st, 359 /* tb.q */);
	gpga_svc(st, 5u, 6u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0x14ul), 29u);
}

constant uint FR_CALLER = 1;
/* a new thread at segment seg, in no queue yet */
GPGA_FN uint gpga_new_thread(device uint *st, uint parent, uint frame, uint seg) {
	uint th = gpga_alloc(st, TH_WORDS);
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(th + B_KIND) = BLOCK_THREAD;
	GPGA_AT(th + EV_POS) = 0;
	GPGA_AT(th + TH_NEXT) = 0;
	GPGA_AT(th + TH_FRAME) = frame;
	GPGA_AT(th + TH_PARENT) = parent;
	GPGA_AT(th + TH_KIDS) = 0;
	GPGA_AT(th + TH_EVENT) = 0;
	GPGA_AT(th + TH_STATIC) = 0;
	uint head = GPGA_AT(SCHED_THREADS);
	GPGA_AT(th + TH_ALL_PREV) = 0;
	GPGA_AT(th + TH_ALL_NEXT) = head;
	if (head != 0) GPGA_AT(head + TH_ALL_PREV) = th;
	GPGA_AT(SCHED_THREADS) = th;
	return th;
}

/* a detached thread at segment seg with a frame of its own, which ends with it; returns the frame */
/* a frame for an assignment that waits for the event, with a block that is no thread */
GPGA_FN gpga_l32 gpga_spawn_frame(device uint *st, uint seg, uint words, uint event) {
	uint f = gpga_alloc(st, words);
	GPGA_AT(f + FR_TASK) = words | 0x80000000u;
	GPGA_AT(f + FR_CALLER) = 0;
	uint b = gpga_new_thread(st, 0u, f, seg);
	GPGA_AT(b + B_STATE) = 0;
	uint list = SCHED_WRITES + event * 2u;
	if (GPGA_AT(list) == 0) GPGA_AT(list) = b;
	else GPGA_AT(GPGA_AT(list + 1u) + TH_NEXT) = b;
	GPGA_AT(list + 1u) = b;
	return gpga_l32{f, 0u};
}

/* delays.v:46 initial */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t4 = gpga_load32(st, 359 /* tb.q */);
	gpga_svc(st, 6u, 6u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t7 = gpga_spawn_frame(st, 68u, 7u, 0u);
	gpga_store32(st, t7.v + 3u, gpga_k(1));
	gpga_store32(st, t7.v + 5u, gpga_k(85));
	if (gpga_true32(gpga_bool32(gpga_k(2)))) {
		gpga_l32 t12 = gpga_spawn_frame(st, 69u, 7u, 0u);
		gpga_store32(st, t12.v + 3u, gpga_k(2));
		gpga_store32(st, t12.v + 5u, gpga_k(102));
	} else {
		gpga_nba32(st, 5 /* tb.q */, gpga_k(102));
	}
	gpga_nba32(st, 5 /* tb.q */, gpga_k(119));
	gpga_store32(st, 377, gpga_k(0));
	return 30;
}

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

/* delays.v:50 initial */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 377 /* tb.i */), gpga_k(30), 0u)) ? 31 : 33;
}

/* delays.v:50 initial */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x32ul), 32u);
}

/* delays.v:50 initial */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t4 = gpga_load32(st, 359 /* tb.q */);
	gpga_l32 t5 = gpga_load32(st, 361 /* tb.p */);
	gpga_l32 t6 = gpga_load32(st, 363 /* tb.v */);
	gpga_l32 t7 = gpga_load32(st, 381 /* tb.p1 */);
	gpga_l32 t8 = gpga_load32(st, 383 /* tb.p2 */);
	gpga_l32 t9 = gpga_load32(st, 385 /* tb.p3 */);
	gpga_svc(st, 7u, 16u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_arg32(st, t6);
	gpga_arg32(st, t7);
	gpga_arg32(st, t8);
	gpga_arg32(st, t9);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 377, gpga_add32(gpga_load32(st, 377 /* tb.i */), gpga_k(5), 0xffffffffu));
	return 30;
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

/* delays.v:50 initial */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_nba32(st, 5 /* tb.q */, gpga_k(0));
	gpga_nbap(st, 5 /* tb.q */, gpga_k(0), gpga_k(0), 4u, gpga_up(gpga_k(10)));
	gpga_nbap(st, 5 /* tb.q */, gpga_k(0), gpga_k(7), 1u, gpga_up(gpga_k(1)));
	gpga_nbap(st, 5 /* tb.q */, gpga_k(0), gpga_k(3), 1u, gpga_up(gpga_k(0)));
	return gpga_delay(st, th, gpga_k64(0x0ul), 34u);
}

/* delays.v:53 initial */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t4 = gpga_load32(st, 359 /* tb.q */);
	gpga_svc(st, 8u, 6u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0xaul), 35u);
}

static inline gpga_l64 gpga_mul64(gpga_l64 a, gpga_l64 b, ulong m) { ulong k = (a.x | b.x) != 0 ? m : ulong(0); return gpga_l64{((a.v * b.v) & m) | k, k}; }

static inline gpga_l64 gpga_sext64(gpga_l64 a, uint h, ulong m) { return gpga_l64{ulong(long(a.v << h) >> h) & m, ulong(long(a.x << h) >> h) & m}; }

/* delays.v:54 initial */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t4 = gpga_load32(st, 359 /* tb.q */);
	gpga_svc(st, 9u, 6u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 379, gpga_k(2));
	return gpga_delay(st, th, gpga_mul64(gpga_sext64(gpga_up(gpga_load32(st, 379 /* tb.d */)), 32u, ~0ul), gpga_k64(0xaul), ~0ul), 36u);
}

/* delays.v:55 initial */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_svc(st, 10u, 4u);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 379, gpga_l32{0xffffffffu, 0xffffffffu});
	return gpga_delay(st, th, gpga_mul64(gpga_sext64(gpga_up(gpga_load32(st, 379 /* tb.d */)), 32u, ~0ul), gpga_k64(0xaul), ~0ul), 37u);
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

static inline ulong gpga_f64_neg(ulong a) { return a ^ 0x8000000000000000ul; }

static inline ulong gpga_f64_from_i64(long a) { return a < 0 ? gpga_f64_neg(gpga_f64_from_u64(0ul - ulong(a))) : gpga_f64_from_u64(ulong(a)); }

static inline gpga_l64 gpga_to_reals(gpga_l64 a, uint h) { return gpga_l64{gpga_f64_from_i64(long((a.v & ~a.x) << h) >> h), 0ul}; }

/* delays.v:56 initial */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_svc(st, 11u, 4u);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 379, gpga_k(3));
	return gpga_delay(st, th, gpga_trunc64(gpga_from_real(gpga_l64{gpga_f64_mul(gpga_l64{gpga_f64_mul(gpga_to_reals(gpga_up(gpga_load32(st, 379 /* tb.d */)), 32u).v, gpga_k64(0x3ff4000000000000ul).v), 0ul}.v, gpga_k64(0x4024000000000000ul).v), 0ul}, 1u), ~0ul), 38u);
}

/* delays.v:57 initial */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_svc(st, 12u, 4u);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0x14ul), 39u);
}

/* delays.v:58 initial */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_svc(st, 13u, 4u);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0x0ul), 40u);
}

/* delays.v:59 initial */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_svc(st, 14u, 4u);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_delay(st, th, gpga_k64(0x1ul), 41u);
}

/* delays.v:60 initial */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_svc(st, 15u, 4u);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 415, gpga_k(4));
	return 42;
}

/* delays.v:61 initial */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_load32(st, 415)) ? 43 : 44;
}

/* delays.v:61 initial */
GPGA_FN uint gpga_seg_43(GPGA_ARGS, uint th) {
	gpga_store32(st, 415, gpga_sub32(gpga_load32(st, 415), gpga_k(1), 0xffffffffu));
	return gpga_wait(st, th, 2, 42);
}

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
	uint k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : uint(0);
	return gpga_l32{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

/* delays.v:61 initial */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_svc(st, 16u, 4u);
	gpga_arg64(st, t3);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 379, gpga_k(0xffffffffu));
	gpga_l32 t5 = gpga_load32(st, 379 /* tb.d */);
	gpga_store32(st, 417, gpga_mux32(gpga_ceq32(gpga_lts32(gpga_k(0), t5, 0u), gpga_k(1)), t5, gpga_k(0)));
	return 45;
}

/* delays.v:64 initial */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	for (uint turn = 0; turn < 256u; ++turn) {
		if (turn != 0u && gpga_roomy(st) == 1u) {
			break;
		}
		if (gpga_true32(gpga_load32(st, 417))) {
			gpga_store32(st, 417, gpga_sub32(gpga_load32(st, 417), gpga_k(1), 0xffffffffu));
			gpga_svc(st, 17u, 0u);
			if (gpga_over(st)) {
				return GPGA_STOPPED;
			}
			continue;
		} else {
			return 46;
		}
	}
	return 45u;
}

/* delays.v:64 initial */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	gpga_store32(st, 379, gpga_k(0));
	return 47;
}

/* delays.v:66 initial */
GPGA_FN uint gpga_seg_47(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 379 /* tb.d */), gpga_k(3), 0u)) ? 48 : 51;
}

/* ---- terminators ---- */
static inline uint gpga_yield(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	gpga_push_front(st, th);
	return GPGA_STOPPED;
}

/* delays.v:66 initial */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	return gpga_yield(st, th, 49u);
}

/* delays.v:66 initial */
GPGA_FN uint gpga_seg_49(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xaul), 50u);
}

/* delays.v:67 initial */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	gpga_store32(st, 379, gpga_add32(gpga_load32(st, 379 /* tb.d */), gpga_k(1), 0xffffffffu));
	return gpga_yield(st, th, 47u);
}

/* delays.v:67 initial */
GPGA_FN uint gpga_seg_51(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t4 = gpga_load32(st, 379 /* tb.d */);
	gpga_svc(st, 18u, 6u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_set32(st, tab, 363, 7 /* tb.v */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 365, 8 /* tb.s */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0xaul), 52u);
}

/* delays.v:71 initial */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 363, 7 /* tb.v */, gpga_k(255));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0xaul), 53u);
}

/* delays.v:71 initial */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 365, 8 /* tb.s */, gpga_k(1));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0xaul), 54u);
}

/* delays.v:71 initial */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 363, 7 /* tb.v */, gpga_k(16));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x64ul), 55u);
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* delays.v:71 initial */
GPGA_FN uint gpga_seg_55(GPGA_ARGS, uint th) {
	gpga_svc(st, 19u, 0u);
	return gpga_finish(st, th, 1u, 56u);
}

/* delays.v:72 initial */
GPGA_FN uint gpga_seg_56(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* delays.v:8 assign */
GPGA_FN uint gpga_seg_58(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 387);
	gpga_store32(st, 389, t0);
	gpga_store32(st, 367, t0);
	return GPGA_STOPPED;
}

/* delays.v:9 assign */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 391);
	gpga_store32(st, 393, t0);
	gpga_store32(st, 369, t0);
	return GPGA_STOPPED;
}

/* delays.v:11 assign */
GPGA_FN uint gpga_seg_61(GPGA_ARGS, uint th) {
	gpga_l32 t4 = gpga_mux32(gpga_load32(st, 357 /* tb.en */), gpga_load32(st, 349 /* tb.a */), gpga_l32{0, 1});
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 204)), gpga_ceq32(t4, gpga_load32(st, 395))))) {
		return GPGA_STOPPED;
	}
	gpga_l32 t11 = gpga_edges(gpga_up(t4), gpga_up(gpga_load32(st, 397)));
	gpga_l64 t24 = gpga_mux64(gpga_part32(t11, 2u, 0x1u), gpga_k64(0x32ul), gpga_mux64(gpga_part32(t11, 1u, 0x1u), gpga_k64(0x14ul), gpga_mux64(gpga_part32(t11, 3u, 0x1u), gpga_k64(0xaul), gpga_mux64(gpga_trunc32(t11, 0x1u), gpga_k64(0xaul), gpga_k64(0x0ul)))));
	if (gpga_true32(gpga_lognot64(t24))) {
		gpga_node_cancel(st, 197u);
		gpga_store32(st, 397, t4);
		gpga_store32(st, 373, t4);
	} else {
		gpga_store32(st, 395, t4);
		gpga_node_schedule(st, 197u, t24);
	}
	return GPGA_STOPPED;
}

/* delays.v:11 assign */
GPGA_FN uint gpga_seg_62(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 395);
	gpga_store32(st, 397, t0);
	gpga_store32(st, 373, t0);
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

/* delays.v:12 assign */
GPGA_FN uint gpga_seg_64(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 399);
	gpga_store32(st, 401, t0);
	gpga_store32(st, 371, t0);
	return GPGA_STOPPED;
}

/* delays.v:13 assign */
GPGA_FN uint gpga_seg_66(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 403);
	gpga_store32(st, 405, t0);
	gpga_note32(st, 375, 13 /* tb.sum */, t0);
	return GPGA_STOPPED;
}

/* delays.v:74 $strobe */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	gpga_l64 t3 = gpga_l64{gpga_f64_div(gpga_to_real(gpga_time(st), 0u).v, gpga_k64(0x4024000000000000ul).v), 0ul};
	gpga_l32 t4 = gpga_load32(st, 375 /* tb.sum */);
	gpga_svc(st, 20u, 6u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_64(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 64: return gpga_seg_64(st, tab, th);
	case 65: return gpga_seg_65(st, tab, th);
	case 66: return gpga_seg_66(st, tab, th);
	case 67: return gpga_seg_67(st, tab, th);
	case 68: return gpga_seg_68(st, tab, th);
	case 69: return gpga_seg_69(st, tab, th);
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

