/* gpga kernel, table form, four-state: tb */
/* 4 processes, 1 continuous nodes, 129 segments, 3 events, 9 signals */
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
constant uint NEED_SVC_WORDS = 16;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
constant uint SCHED_POOL_NEXT = 30;
constant uint NEED_POOL_WORDS = 256;
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
constant uint TAB_SLOT = 17;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 10;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0, 1, 2};
constant uchar sched_edge_wait_item_count[] = {1, 1, 3};
constant uchar sched_edge_item_val[] = {226, 228, 214, 218, 230};
constant uchar sched_edge_item_xz[] = {227, 229, 215, 219, 231};
constant uint sched_edge_prev_val = 136;
constant uint sched_edge_prev_xz = 137;
constant uchar sched_edge_item_kind[] = {3, 3, 1, 0, 3};
constant uint EDGE_POS = 1;
constant uint sched_edge_mask_pos = 8718;
constant uint EDGE_NEG = 2;
constant uint sched_edge_mask_neg = 4560;
constant uchar sched_edge_wait_star_count[] = {0, 0, 1};
constant uchar sched_edge_wait_star_offset[] = {0, 0, 0};
constant uint TAB_WIDTH = 26;
constant uint TAB_STAR = 139;
constant uint sched_edge_star_prev_val = 1633;
constant uint sched_edge_star_prev_xz = 1634;
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

constant uchar sched_edge_star_signal[] = {2};
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

constant uint TAB_WORDS = 35;
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

constant uint SCHED_NOTES = 1635;
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
constant uint SCHED_NBA_ROUND = 1632;
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
constant uint SCHED_POST_THREAD = 248;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 53;
constant uint SCHED_TRACE_NEXT = 232;
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

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

constant uint TH_PARENT = 10;
constant uint GPGA_STOPPED = 0xfffffffeu;
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

/* autowait.v:6 initialisation */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 214, 0 /* tb.stat */, gpga_k(0));
	return gpga_end(st, th);
}

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
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

/* autowait.v:7 initialisation */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_note32(st, 216, 1 /* tb.bus */, gpga_k(0));
	return gpga_end(st, th);
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

/* autowait.v:89 initial */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_new_frame(st, 0u, 79u);
	gpga_store32(st, t2.v + 3u, gpga_k(1));
	gpga_store32(st, t2.v + 5u, gpga_k(5));
	gpga_store32(st, 232, t2);
	return gpga_call(st, th, t2.v, 34u, 3u);
}

constant uint TAB_TASK = 148;
constant uint TASK_WORDS = 4;
GPGA_FN void gpga_free_frame(GPGA_ARGS, uint f) {
	gpga_free(st, f, tab[TAB_TASK + GPGA_AT(f + FR_TASK) * TASK_WORDS + 1u]);
}

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

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

/* autowait.v:90 initial */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_free_frame(st, tab, gpga_load32(st, 232).v);
	return gpga_delay(st, th, gpga_k64(0x64ul), 4u);
}

constant uint TH_EVENT = 12;
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

/* a child thread at segment seg, in front of the active queue */
static inline uint gpga_spawn(device uint *st, uint parent, uint frame, uint seg) {
	uint th = gpga_new_thread(st, parent, frame, seg);
	gpga_push_front(st, th);
	return th;
}

constant uint TH_JOINING = 4;
static inline uint gpga_join(device uint *st, uint th, uint kids, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_JOINING;
	GPGA_AT(th + TH_KIDS) = kids;
	return GPGA_STOPPED;
}

/* autowait.v:91 initial */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 5u);
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 7u);
	return gpga_join(st, th, 2u, 9u);
}

/* autowait.v:91 initial */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_new_frame(st, 0u, 79u);
	gpga_store32(st, t2.v + 3u, gpga_k(2));
	gpga_store32(st, t2.v + 5u, gpga_k(6));
	gpga_store32(st, 234, t2);
	return gpga_call(st, th, t2.v, 34u, 6u);
}

/* autowait.v:91 initial */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	gpga_free_frame(st, tab, gpga_load32(st, 234).v);
	return gpga_end(st, th);
}

/* autowait.v:91 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_new_frame(st, 0u, 79u);
	gpga_store32(st, t2.v + 3u, gpga_k(3));
	gpga_store32(st, t2.v + 5u, gpga_k(7));
	gpga_store32(st, 236, t2);
	return gpga_call(st, th, t2.v, 34u, 8u);
}

/* autowait.v:91 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_free_frame(st, tab, gpga_load32(st, 236).v);
	return gpga_end(st, th);
}

/* autowait.v:91 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x64ul), 10u);
}

/* autowait.v:92 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_new_frame(st, 1u, 131u);
	gpga_store32(st, t2.v + 3u, gpga_k(4));
	gpga_store32(st, t2.v + 5u, gpga_k(4));
	gpga_store32(st, 238, t2);
	return gpga_call(st, th, t2.v, 61u, 11u);
}

/* autowait.v:92 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_free_frame(st, tab, gpga_load32(st, 238).v);
	return gpga_delay(st, th, gpga_k64(0x64ul), 12u);
}

/* autowait.v:93 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 13u);
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 15u);
	return gpga_join(st, th, 2u, 17u);
}

/* autowait.v:93 initial */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_new_frame(st, 1u, 131u);
	gpga_store32(st, t2.v + 3u, gpga_k(5));
	gpga_store32(st, t2.v + 5u, gpga_k(5));
	gpga_store32(st, 240, t2);
	return gpga_call(st, th, t2.v, 61u, 14u);
}

/* autowait.v:93 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	gpga_free_frame(st, tab, gpga_load32(st, 240).v);
	return gpga_end(st, th);
}

/* autowait.v:93 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_new_frame(st, 1u, 131u);
	gpga_store32(st, t2.v + 3u, gpga_k(6));
	gpga_store32(st, t2.v + 5u, gpga_k(8));
	gpga_store32(st, 242, t2);
	return gpga_call(st, th, t2.v, 61u, 16u);
}

/* autowait.v:93 initial */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	gpga_free_frame(st, tab, gpga_load32(st, 242).v);
	return gpga_end(st, th);
}

/* autowait.v:93 initial */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* autowait.v:96 initial */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xbb8ul), 19u);
}

/* autowait.v:97 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 20u);
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 22u);
	return gpga_join(st, th, 2u, 32u);
}

/* autowait.v:98 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_new_frame(st, 2u, 29u);
	gpga_store32(st, t2.v + 3u, gpga_k(7));
	gpga_store32(st, t2.v + 5u, gpga_k(10));
	gpga_store32(st, 244, t2);
	return gpga_call(st, th, t2.v, 113u, 21u);
}

/* autowait.v:99 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_free_frame(st, tab, gpga_load32(st, 244).v);
	return gpga_end(st, th);
}

/* autowait.v:99 initial */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x1ul), 23u);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 214, 0 /* tb.stat */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x4ul), 24u);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 214, 0 /* tb.stat */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x8ul), 25u);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_note32(st, 216, 1 /* tb.bus */, gpga_k(4));
	return gpga_delay(st, th, gpga_k64(0x9ul), 26u);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 214, 0 /* tb.stat */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x14ul), 27u);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_note32(st, 216, 1 /* tb.bus */, gpga_k(5));
	return gpga_delay(st, th, gpga_k64(0x14ul), 28u);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	gpga_note32(st, 216, 1 /* tb.bus */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x1ul), 29u);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	gpga_note32(st, 216, 1 /* tb.bus */, gpga_k(4));
	return gpga_delay(st, th, gpga_k64(0x1ul), 30u);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	gpga_note32(st, 216, 1 /* tb.bus */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x1ul), 31u);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_note32(st, 216, 1 /* tb.bus */, gpga_k(6));
	return gpga_end(st, th);
}

/* autowait.v:100 initial */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

/* autowait.v:83 event expression */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 218, 2 /* both._h19 */, gpga_part32(gpga_load32(st, 216 /* tb.bus */), 2u, 0x1u));
	return GPGA_STOPPED;
}

/* autowait.v:9 tb.pulses */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 7, gpga_l32{1, 1});
	gpga_store32(st, fr + 9, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 11, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 13, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 15, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 17, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 19, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 21, gpga_l32{1, 1});
	gpga_store32(st, fr + 23, gpga_l32{1, 1});
	gpga_store32(st, fr + 25, gpga_l32{1, 1});
	gpga_store32(st, fr + 27, gpga_l32{1, 1});
	gpga_store32(st, fr + 29, gpga_l32{1, 1});
	gpga_store32(st, fr + 31, gpga_l32{1, 1});
	gpga_store32(st, fr + 33, gpga_l32{1, 1});
	gpga_store32(st, fr + 35, gpga_l32{1, 1});
	gpga_store32(st, fr + 37, gpga_l32{1, 1});
	gpga_store32(st, fr + 39, gpga_l32{1, 1});
	gpga_store32(st, fr + 41, gpga_l32{1, 1});
	gpga_store32(st, fr + 43, gpga_l32{1, 1});
	gpga_store32(st, fr + 45, gpga_l32{1, 1});
	gpga_store32(st, fr + 47, gpga_l32{1, 1});
	gpga_store32(st, fr + 49, gpga_l32{1, 1});
	gpga_store32(st, fr + 51, gpga_l32{1, 1});
	gpga_store32(st, fr + 53, gpga_l32{1, 1});
	gpga_store32(st, fr + 55, gpga_l32{1, 1});
	gpga_store32(st, fr + 57, gpga_l32{1, 1});
	gpga_store32(st, fr + 59, gpga_l32{1, 1});
	gpga_store32(st, fr + 61, gpga_l32{1, 1});
	gpga_store32(st, fr + 63, gpga_l32{1, 1});
	gpga_store32(st, fr + 65, gpga_l32{1, 1});
	gpga_store32(st, fr + 67, gpga_l32{1, 1});
	gpga_store32(st, fr + 69, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 71, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 73, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 75, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 11, gpga_k(0));
	gpga_store32(st, fr + 13, gpga_k(0));
	gpga_store32(st, fr + 15, gpga_k(0));
	gpga_store32(st, fr + 17, gpga_k(0));
	gpga_store32(st, fr + 19, gpga_k(0));
	return 35;
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; uint one = (a.v & ~a.x) | (b.v & ~b.x); return gpga_l32{a.v | b.v | x, x & ~one}; }

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

static inline gpga_l32 gpga_ceq32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 1u : 0u, 0u}; }

static inline gpga_l32 gpga_cne32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 0u : 1u, 0u}; }

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
	uint k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : uint(0);
	return gpga_l32{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

static inline gpga_l32 gpga_redxor32(gpga_l32 a) { uint x = a.x != 0 ? 1u : 0u; return gpga_l32{(uint(popcount(a.v)) & 1u) | x, x}; }

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* autowait.v:9 tb.pulses */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 21, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 23, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 25, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 27, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(0));
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 21), gpga_k(0)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(0))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 21), gpga_k(1)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(1)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 13, gpga_add32(gpga_load32(st, fr + 13), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 23), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 23), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 15, gpga_add32(gpga_load32(st, fr + 15), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 25), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 25), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 17, gpga_add32(gpga_load32(st, fr + 17), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 27), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 19, gpga_add32(gpga_load32(st, fr + 19), gpga_k(1), 0xffffffffu));
	}
	return 36;
}

/* autowait.v:13 tb.pulses */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 37u);
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 44u);
	return gpga_join(st, th, 2u, 60u);
}

/* autowait.v:14 tb.pulses */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 77, gpga_k(4));
	return 38;
}

/* autowait.v:15 tb.pulses */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_load32(st, fr + 77)) ? 39 : 43;
}

static inline gpga_l32 gpga_sub32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v - b.v) & m) | k, k}; }

static inline gpga_l64 gpga_sext64(gpga_l64 a, uint h, ulong m) { return gpga_l64{ulong(long(a.v << h) >> h) & m, ulong(long(a.x << h) >> h) & m}; }

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

/* autowait.v:15 tb.pulses */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 77, gpga_sub32(gpga_load32(st, fr + 77), gpga_k(1), 0xffffffffu));
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 40u);
}

/* autowait.v:16 tb.pulses, cut */
GPGA_FN void gpga_seg_40_1(GPGA_ARGS, uint th, uint fr) {
	gpga_store32(st, fr + 29, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 31, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 33, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 35, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(1));
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 29), gpga_k(0)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(0))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 29), gpga_k(1)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(1)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 13, gpga_add32(gpga_load32(st, fr + 13), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 31), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 31), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 15, gpga_add32(gpga_load32(st, fr + 15), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 33), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 33), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 17, gpga_add32(gpga_load32(st, fr + 17), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 35), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 19, gpga_add32(gpga_load32(st, fr + 19), gpga_k(1), 0xffffffffu));
	}
}

/* autowait.v:16 tb.pulses, cut */
GPGA_FN void gpga_seg_40_2(GPGA_ARGS, uint th, uint fr) {
	gpga_store32(st, fr + 37, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 39, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 41, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 43, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(0));
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 37), gpga_k(0)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(0))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 37), gpga_k(1)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(1)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 13, gpga_add32(gpga_load32(st, fr + 13), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 39), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 39), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 15, gpga_add32(gpga_load32(st, fr + 15), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 41), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 41), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 17, gpga_add32(gpga_load32(st, fr + 17), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 43), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 19, gpga_add32(gpga_load32(st, fr + 19), gpga_k(1), 0xffffffffu));
	}
}

/* autowait.v:16 tb.pulses, cut */
GPGA_FN void gpga_seg_40_3(GPGA_ARGS, uint th, uint fr) {
	gpga_store32(st, fr + 45, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 47, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 49, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 51, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(1));
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 45), gpga_k(0)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(0))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 45), gpga_k(1)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(1)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 13, gpga_add32(gpga_load32(st, fr + 13), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 47), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 47), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 15, gpga_add32(gpga_load32(st, fr + 15), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 49), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 49), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 17, gpga_add32(gpga_load32(st, fr + 17), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 51), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 19, gpga_add32(gpga_load32(st, fr + 19), gpga_k(1), 0xffffffffu));
	}
}

/* autowait.v:16 tb.pulses */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_seg_40_1(st, tab, th, fr);
	gpga_seg_40_2(st, tab, th, fr);
	gpga_seg_40_3(st, tab, th, fr);
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 41u);
}

/* autowait.v:19 tb.pulses */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 53, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 55, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 57, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 59, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_l32{1, 1});
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 53), gpga_k(0)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(0))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 53), gpga_k(1)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(1)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 13, gpga_add32(gpga_load32(st, fr + 13), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 55), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 55), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 15, gpga_add32(gpga_load32(st, fr + 15), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 57), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 57), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 17, gpga_add32(gpga_load32(st, fr + 17), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 59), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 19, gpga_add32(gpga_load32(st, fr + 19), gpga_k(1), 0xffffffffu));
	}
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 42u);
}

/* autowait.v:20 tb.pulses */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 61, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 63, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 65, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 67, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(0));
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 61), gpga_k(0)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(0))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 61), gpga_k(1)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(1)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 13, gpga_add32(gpga_load32(st, fr + 13), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 63), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 63), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 15, gpga_add32(gpga_load32(st, fr + 15), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 65), gpga_k(1)), gpga_cne32(gpga_load32(st, fr + 7), gpga_k(1))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 65), gpga_k(0)), gpga_ceq32(gpga_load32(st, fr + 7), gpga_k(0)))))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 17, gpga_add32(gpga_load32(st, fr + 17), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 67), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 220, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 220 /* pulses._h20 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 220 /* pulses._h20 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 6 /* pulses._wake */);
		}
		gpga_store32(st, fr + 19, gpga_add32(gpga_load32(st, fr + 19), gpga_k(1), 0xffffffffu));
	}
	return 38;
}

/* autowait.v:20 tb.pulses */
GPGA_FN uint gpga_seg_43(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* autowait.v:20 tb.pulses */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 9, gpga_k(1));
	return 45;
}

static inline gpga_l32 gpga_les32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) <= int(b.v << h) ? 1u : 0u) | x, x}; }

/* autowait.v:23 tb.pulses */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_les32(gpga_load32(st, fr + 9), gpga_k(3), 0u)) ? 46 : 50;
}

constant uint TH_WAITING = 2;
static inline uint gpga_wait(device uint *st, uint th, uint event, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_WAITING;
	GPGA_AT(th + TH_EVENT) = event + 1u;
	GPGA_AT(th + TH_NEXT) = GPGA_AT(SCHED_WAIT_HEAD + event);
	GPGA_AT(SCHED_WAIT_HEAD + event) = th;
	return GPGA_STOPPED;
}

/* autowait.v:23 tb.pulses */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 11, gpga_add32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 69, gpga_load32(st, fr + 13));
	return gpga_wait(st, th, 0, 47);
}

/* autowait.v:23 tb.pulses */
GPGA_FN uint gpga_seg_47(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 13), gpga_load32(st, fr + 69))) ? 48 : 49;
}

/* autowait.v:23 tb.pulses */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 47);
}

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

/* autowait.v:23 tb.pulses */
GPGA_FN uint gpga_seg_49(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 11, gpga_sub32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, fr + 9);
	gpga_svc(st, 0u, 8u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_store32(st, fr + 9, gpga_add32(gpga_load32(st, fr + 9), gpga_k(1), 0xffffffffu));
	return 45;
}

/* autowait.v:23 tb.pulses */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 11, gpga_add32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 71, gpga_load32(st, fr + 15));
	return gpga_wait(st, th, 0, 51);
}

/* autowait.v:24 tb.pulses */
GPGA_FN uint gpga_seg_51(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 15), gpga_load32(st, fr + 71))) ? 52 : 53;
}

/* autowait.v:24 tb.pulses */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 51);
}

/* autowait.v:24 tb.pulses */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 11, gpga_sub32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, fr + 7);
	gpga_svc(st, 1u, 8u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_store32(st, fr + 11, gpga_add32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 73, gpga_load32(st, fr + 17));
	return gpga_wait(st, th, 0, 54);
}

/* autowait.v:25 tb.pulses */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 17), gpga_load32(st, fr + 73))) ? 55 : 56;
}

/* autowait.v:25 tb.pulses */
GPGA_FN uint gpga_seg_55(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 54);
}

/* autowait.v:25 tb.pulses */
GPGA_FN uint gpga_seg_56(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 11, gpga_sub32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, fr + 7);
	gpga_svc(st, 2u, 8u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_store32(st, fr + 11, gpga_add32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 75, gpga_load32(st, fr + 19));
	return gpga_wait(st, th, 0, 57);
}

/* autowait.v:26 tb.pulses */
GPGA_FN uint gpga_seg_57(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 19), gpga_load32(st, fr + 75))) ? 58 : 59;
}

/* autowait.v:26 tb.pulses */
GPGA_FN uint gpga_seg_58(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 57);
}

/* autowait.v:26 tb.pulses */
GPGA_FN uint gpga_seg_59(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 11, gpga_sub32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, fr + 7);
	gpga_svc(st, 3u, 8u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	return gpga_end(st, th);
}

/* back to the caller; words is the size of the frame to free, 0 when the caller still reads it */
GPGA_FN uint gpga_ret(device uint *st, uint th, uint words) {
	uint f = GPGA_AT(th + TH_FRAME);
	uint seg = GPGA_AT(f + FR_RET);
	GPGA_AT(th + TH_FRAME) = GPGA_AT(f + FR_CALLER);
	if (words != 0) gpga_free(st, f, words);
	return gpga_yield(st, th, seg);
}

/* autowait.v:26 tb.pulses */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 0u);
}

/* autowait.v:36 tb.values, cut */
GPGA_FN void gpga_seg_61_1(GPGA_ARGS, uint th, uint fr) {
	gpga_store32(st, fr + 7, gpga_l32{15, 15});
	gpga_store32(st, fr + 9, gpga_l32{15, 15});
	gpga_store32(st, fr + 11, gpga_l32{15, 15});
	gpga_store32(st, fr + 13, gpga_l32{15, 15});
	gpga_store32(st, fr + 15, gpga_l32{15, 15});
	gpga_store32(st, fr + 17, gpga_l32{15, 15});
	gpga_store64(st, fr + 19, gpga_k64(0x0ul));
	gpga_store32(st, fr + 23, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 25, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 27, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 29, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 31, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 33, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 35, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 37, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 39, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 41, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 43, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 45, gpga_l32{1, 1});
	gpga_store32(st, fr + 47, gpga_l32{15, 15});
	gpga_store64(st, fr + 49, gpga_k64(0x0ul));
	gpga_store32(st, fr + 53, gpga_l32{15, 15});
	gpga_store32(st, fr + 55, gpga_l32{1, 1});
	gpga_store32(st, fr + 57, gpga_l32{1, 1});
	gpga_store32(st, fr + 59, gpga_l32{15, 15});
	gpga_store32(st, fr + 61, gpga_l32{1, 1});
	gpga_store32(st, fr + 63, gpga_l32{15, 15});
	gpga_store32(st, fr + 65, gpga_l32{15, 15});
	gpga_store32(st, fr + 67, gpga_l32{15, 15});
	gpga_store64(st, fr + 69, gpga_k64(0x0ul));
	gpga_store32(st, fr + 73, gpga_l32{15, 15});
	gpga_store32(st, fr + 75, gpga_l32{1, 1});
}

/* autowait.v:36 tb.values, cut */
GPGA_FN void gpga_seg_61_2(GPGA_ARGS, uint th, uint fr) {
	gpga_store32(st, fr + 77, gpga_l32{15, 15});
	gpga_store32(st, fr + 79, gpga_l32{15, 15});
	gpga_store32(st, fr + 81, gpga_l32{1, 1});
	gpga_store32(st, fr + 83, gpga_l32{15, 15});
	gpga_store32(st, fr + 85, gpga_l32{1, 1});
	gpga_store32(st, fr + 87, gpga_l32{15, 15});
	gpga_store32(st, fr + 89, gpga_l32{15, 15});
	gpga_store32(st, fr + 91, gpga_l32{1, 1});
	gpga_store32(st, fr + 93, gpga_l32{1, 1});
	gpga_store32(st, fr + 95, gpga_l32{15, 15});
	gpga_store32(st, fr + 97, gpga_l32{1, 1});
	gpga_store32(st, fr + 99, gpga_l32{15, 15});
	gpga_store32(st, fr + 101, gpga_l32{15, 15});
	gpga_store32(st, fr + 103, gpga_l32{1, 1});
	gpga_store32(st, fr + 105, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 107, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 109, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 111, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 113, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 115, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 117, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 119, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 121, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 123, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 25, gpga_k(0));
	gpga_store32(st, fr + 27, gpga_k(0));
	gpga_store32(st, fr + 29, gpga_k(0));
	gpga_store32(st, fr + 31, gpga_k(0));
	gpga_store32(st, fr + 33, gpga_k(0));
	gpga_store32(st, fr + 35, gpga_k(0));
	gpga_store32(st, fr + 37, gpga_k(0));
	gpga_store32(st, fr + 39, gpga_k(0));
}

/* autowait.v:36 tb.values */
GPGA_FN uint gpga_seg_61(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_seg_61_1(st, tab, th, fr);
	gpga_seg_61_2(st, tab, th, fr);
	gpga_store32(st, fr + 41, gpga_k(0));
	gpga_store32(st, fr + 43, gpga_k(0));
	return 62;
}

static inline gpga_l32 gpga_lognot32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one ? 0u : 1u, x ? 1u : 0u}; }

/* ---- IEEE 754 binary64 on bit patterns, round to nearest even: Metal has no double. CPU engines replace these by name. ---- */
static inline bool gpga_f64_nan(ulong a) { return (a & 0x7ffffffffffffffful) > 0x7ff0000000000000ul; }

GPGA_FN bool gpga_f64_eq(ulong a, ulong b) {
	if (gpga_f64_nan(a) || gpga_f64_nan(b)) return false;
	return a == b || ((a | b) << 1) == 0;
}

/* autowait.v:36 tb.values */
GPGA_FN uint gpga_seg_62(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 45, gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u));
	gpga_store32(st, fr + 47, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(0));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 45), gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 27, gpga_add32(gpga_load32(st, fr + 27), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 47), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 29, gpga_add32(gpga_load32(st, fr + 29), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 41, gpga_add32(gpga_load32(st, fr + 41), gpga_k(1), 0xffffffffu));
	}
	gpga_store64(st, fr + 49, gpga_load64(st, fr + 19));
	gpga_store64(st, fr + 19, gpga_k64(0x0ul));
	if (gpga_true32(gpga_lognot32(gpga_l32{gpga_f64_eq(gpga_load64(st, fr + 49).v, gpga_load64(st, fr + 19).v) ? 1u : 0u, 0u}))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
	}
	gpga_store32(st, fr + 53, gpga_load32(st, fr + 9));
	gpga_store32(st, fr + 55, gpga_part32(gpga_load32(st, fr + 9), 3u, 0x1u));
	gpga_store32(st, fr + 9, gpga_k(0));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 53), gpga_load32(st, fr + 9)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 43, gpga_add32(gpga_load32(st, fr + 43), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 55), gpga_part32(gpga_load32(st, fr + 9), 3u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 39, gpga_add32(gpga_load32(st, fr + 39), gpga_k(1), 0xffffffffu));
	}
	return 63;
}

/* autowait.v:42 tb.values */
GPGA_FN uint gpga_seg_63(GPGA_ARGS, uint th) {
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 64u);
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 82u);
	return gpga_join(st, th, 2u, 112u);
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

/* autowait.v:43 tb.values */
GPGA_FN uint gpga_seg_64(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 65u);
}

/* autowait.v:45 tb.values */
GPGA_FN uint gpga_seg_65(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 57, gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u));
	gpga_store32(st, fr + 59, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(2));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 57), gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 27, gpga_add32(gpga_load32(st, fr + 27), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 59), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 29, gpga_add32(gpga_load32(st, fr + 29), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 41, gpga_add32(gpga_load32(st, fr + 41), gpga_k(1), 0xffffffffu));
	}
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 66u);
}

/* autowait.v:46 tb.values */
GPGA_FN uint gpga_seg_66(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 61, gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u));
	gpga_store32(st, fr + 63, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(6));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 61), gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 27, gpga_add32(gpga_load32(st, fr + 27), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 63), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 29, gpga_add32(gpga_load32(st, fr + 29), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 41, gpga_add32(gpga_load32(st, fr + 41), gpga_k(1), 0xffffffffu));
	}
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 67u);
}

/* autowait.v:47 tb.values */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 65, gpga_load32(st, fr + 15));
	gpga_store32(st, fr + 13, gpga_k(5));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 65), gpga_load32(st, fr + 15)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 31, gpga_add32(gpga_load32(st, fr + 31), gpga_k(1), 0xffffffffu));
	}
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 68u);
}

/* autowait.v:48 tb.values */
GPGA_FN uint gpga_seg_68(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 67, gpga_load32(st, fr + 15));
	gpga_store32(st, fr + 15, gpga_k(6));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 67), gpga_load32(st, fr + 15)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 31, gpga_add32(gpga_load32(st, fr + 31), gpga_k(1), 0xffffffffu));
	}
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 69u);
}

/* autowait.v:49 tb.values */
GPGA_FN uint gpga_seg_69(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store64(st, fr + 69, gpga_load64(st, fr + 19));
	gpga_store64(st, fr + 19, gpga_k64(0x4004000000000000ul));
	if (gpga_true32(gpga_lognot32(gpga_l32{gpga_f64_eq(gpga_load64(st, fr + 69).v, gpga_load64(st, fr + 19).v) ? 1u : 0u, 0u}))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
	}
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 70u);
}

/* autowait.v:50 tb.values */
GPGA_FN uint gpga_seg_70(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_l32 t1 = gpga_new_frame(st, 3u, 7u);
	gpga_store32(st, t1.v + 5u, gpga_k(9));
	gpga_store32(st, fr + 125, t1);
	return gpga_call(st, th, t1.v, 127u, 71u);
}

/* autowait.v:50 tb.values */
GPGA_FN uint gpga_seg_71(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 73, gpga_load32(st, gpga_load32(st, fr + 125).v + 3u));
	gpga_free_frame(st, tab, gpga_load32(st, fr + 125).v);
	gpga_store32(st, fr + 75, gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u));
	gpga_store32(st, fr + 77, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_load32(st, fr + 73));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 75), gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 27, gpga_add32(gpga_load32(st, fr + 27), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 77), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 29, gpga_add32(gpga_load32(st, fr + 29), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 41, gpga_add32(gpga_load32(st, fr + 41), gpga_k(1), 0xffffffffu));
	}
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 72u);
}

/* autowait.v:51 tb.values */
GPGA_FN uint gpga_seg_72(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 79, gpga_k(3));
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 73u);
}

/* autowait.v:51 tb.values */
GPGA_FN uint gpga_seg_73(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 81, gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u));
	gpga_store32(st, fr + 83, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_load32(st, fr + 79));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 81), gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 27, gpga_add32(gpga_load32(st, fr + 27), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 83), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 29, gpga_add32(gpga_load32(st, fr + 29), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 41, gpga_add32(gpga_load32(st, fr + 41), gpga_k(1), 0xffffffffu));
	}
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 74u);
}

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

/* likewise where nobody watches */
static inline void gpga_storep32(device uint *st, uint s, gpga_l32 t, uint off, uint m) {
	GPGA_AT(s) = (GPGA_AT(s) & ~(m << off)) | (t.v << off);
	GPGA_AT(s + 1u) = (GPGA_AT(s + 1u) & ~(m << off)) | (t.x << off);
}

/* autowait.v:52 tb.values */
GPGA_FN uint gpga_seg_74(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 85, gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u));
	gpga_store32(st, fr + 87, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 89, gpga_load32(st, fr + 9));
	gpga_store32(st, fr + 91, gpga_part32(gpga_load32(st, fr + 9), 3u, 0x1u));
	gpga_store32(st, fr + 9, gpga_trunc32(gpga_k(26), 0xfu));
	gpga_storep32(st, fr + 7, gpga_part32(gpga_k(26), 4u, 0x1u), 3u, 0x1u);
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 85), gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 27, gpga_add32(gpga_load32(st, fr + 27), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 87), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 29, gpga_add32(gpga_load32(st, fr + 29), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 41, gpga_add32(gpga_load32(st, fr + 41), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_or32(gpga_cne32(gpga_load32(st, fr + 87), gpga_load32(st, fr + 7)), gpga_cne32(gpga_load32(st, fr + 89), gpga_load32(st, fr + 9))))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 91), gpga_part32(gpga_load32(st, fr + 9), 3u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 39, gpga_add32(gpga_load32(st, fr + 39), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 89), gpga_load32(st, fr + 9)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 43, gpga_add32(gpga_load32(st, fr + 43), gpga_k(1), 0xffffffffu));
	}
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 75u);
}

/* autowait.v:53 tb.values */
GPGA_FN uint gpga_seg_75(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 93, gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u));
	gpga_store32(st, fr + 95, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(0));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 93), gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 27, gpga_add32(gpga_load32(st, fr + 27), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 95), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 29, gpga_add32(gpga_load32(st, fr + 29), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 41, gpga_add32(gpga_load32(st, fr + 41), gpga_k(1), 0xffffffffu));
	}
	gpga_store32(st, fr + 127, gpga_k(3));
	return 76;
}

/* autowait.v:54 tb.values */
GPGA_FN uint gpga_seg_76(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_load32(st, fr + 127)) ? 77 : 79;
}

/* autowait.v:54 tb.values */
GPGA_FN uint gpga_seg_77(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 127, gpga_sub32(gpga_load32(st, fr + 127), gpga_k(1), 0xffffffffu));
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 78u);
}

/* autowait.v:54 tb.values */
GPGA_FN uint gpga_seg_78(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 97, gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u));
	gpga_store32(st, fr + 99, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_add32(gpga_load32(st, fr + 7), gpga_k(1), 0xfu));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 97), gpga_part32(gpga_load32(st, fr + 7), 1u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 27, gpga_add32(gpga_load32(st, fr + 27), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 99), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 29, gpga_add32(gpga_load32(st, fr + 29), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 33, gpga_add32(gpga_load32(st, fr + 33), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 35, gpga_add32(gpga_load32(st, fr + 35), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 41, gpga_add32(gpga_load32(st, fr + 41), gpga_k(1), 0xffffffffu));
	}
	return 76;
}

/* autowait.v:54 tb.values */
GPGA_FN uint gpga_seg_79(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 80u);
}

constant uint STATUS_REPLY = 2;
static inline uint gpga_reply(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(SCHED_CUR) = th;
	GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
	return GPGA_STOPPED;
}

/* autowait.v:55 tb.values */
GPGA_FN uint gpga_seg_80(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 101, gpga_load32(st, fr + 9));
	gpga_store32(st, fr + 103, gpga_part32(gpga_load32(st, fr + 9), 3u, 0x1u));
	gpga_l32 t3 = gpga_load32(st, fr + 9);
	gpga_store32(st, 246, t3);
	gpga_svc(st, 4u, 2u);
	gpga_arg32(st, t3);
	return gpga_reply(st, th, 81u);
}

/* autowait.v:55 tb.values */
GPGA_FN uint gpga_seg_81(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 9, gpga_load32(st, 246));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 101), gpga_load32(st, fr + 9)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 37, gpga_add32(gpga_load32(st, fr + 37), gpga_k(1), 0xffffffffu));
		gpga_store32(st, fr + 43, gpga_add32(gpga_load32(st, fr + 43), gpga_k(1), 0xffffffffu));
	}
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 103), gpga_part32(gpga_load32(st, fr + 9), 3u, 0x1u)))) {
		if (gpga_true32(gpga_load32(st, fr + 25))) {
			gpga_store32(st, 222, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 222 /* values._h54 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 222 /* values._h54 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 7 /* values._wake */);
		}
		gpga_store32(st, fr + 39, gpga_add32(gpga_load32(st, fr + 39), gpga_k(1), 0xffffffffu));
	}
	return gpga_end(st, th);
}

/* autowait.v:55 tb.values */
GPGA_FN uint gpga_seg_82(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_add32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 105, gpga_load32(st, fr + 27));
	return gpga_wait(st, th, 1, 83);
}

/* autowait.v:58 tb.values */
GPGA_FN uint gpga_seg_83(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 27), gpga_load32(st, fr + 105))) ? 84 : 85;
}

/* autowait.v:58 tb.values */
GPGA_FN uint gpga_seg_84(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 83);
}

/* autowait.v:58 tb.values */
GPGA_FN uint gpga_seg_85(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_sub32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, fr + 7);
	gpga_svc(st, 5u, 8u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_store32(st, fr + 25, gpga_add32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	return 86;
}

static inline gpga_l32 gpga_le32(gpga_l32 a, gpga_l32 b) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(a.v <= b.v ? 1u : 0u) | x, x}; }

/* autowait.v:59 tb.values */
GPGA_FN uint gpga_seg_86(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	if (gpga_true32(gpga_le32(gpga_k(6), gpga_load32(st, fr + 7)))) {
		return 87;
	} else {
		return gpga_wait(st, th, 1, 86);
	}
}

/* autowait.v:59 tb.values */
GPGA_FN uint gpga_seg_87(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_sub32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, fr + 7);
	gpga_svc(st, 6u, 8u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_store32(st, fr + 25, gpga_add32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 107, gpga_load32(st, fr + 31));
	return gpga_wait(st, th, 1, 88);
}

/* autowait.v:60 tb.values */
GPGA_FN uint gpga_seg_88(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 31), gpga_load32(st, fr + 107))) ? 89 : 90;
}

/* autowait.v:60 tb.values */
GPGA_FN uint gpga_seg_89(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 88);
}

/* autowait.v:60 tb.values */
GPGA_FN uint gpga_seg_90(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_sub32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, fr + 15);
	gpga_svc(st, 7u, 8u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_store32(st, fr + 25, gpga_add32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 109, gpga_load32(st, fr + 33));
	return gpga_wait(st, th, 1, 91);
}

/* autowait.v:61 tb.values */
GPGA_FN uint gpga_seg_91(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 33), gpga_load32(st, fr + 109))) ? 92 : 93;
}

/* autowait.v:61 tb.values */
GPGA_FN uint gpga_seg_92(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 91);
}

/* autowait.v:61 tb.values */
GPGA_FN uint gpga_seg_93(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_sub32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l64 t5 = gpga_load64(st, fr + 19);
	gpga_svc(st, 8u, 10u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg64(st, t5);
	gpga_store32(st, fr + 25, gpga_add32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 111, gpga_load32(st, fr + 35));
	return gpga_wait(st, th, 1, 94);
}

/* autowait.v:62 tb.values */
GPGA_FN uint gpga_seg_94(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 35), gpga_load32(st, fr + 111))) ? 95 : 96;
}

/* autowait.v:62 tb.values */
GPGA_FN uint gpga_seg_95(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 94);
}

/* autowait.v:62 tb.values */
GPGA_FN uint gpga_seg_96(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_sub32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, fr + 7);
	gpga_svc(st, 9u, 8u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_store32(st, fr + 25, gpga_add32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 113, gpga_load32(st, fr + 37));
	return gpga_wait(st, th, 1, 97);
}

/* autowait.v:63 tb.values */
GPGA_FN uint gpga_seg_97(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 37), gpga_load32(st, fr + 113))) ? 98 : 99;
}

/* autowait.v:63 tb.values */
GPGA_FN uint gpga_seg_98(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 97);
}

/* autowait.v:63 tb.values */
GPGA_FN uint gpga_seg_99(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_sub32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 23, gpga_add32(gpga_load32(st, fr + 7), gpga_load32(st, fr + 9), 0xffffffffu));
	gpga_l64 t6 = gpga_time(st);
	gpga_l32 t7 = gpga_load32(st, fr + 3);
	gpga_l32 t8 = gpga_load32(st, fr + 23);
	gpga_svc(st, 10u, 8u);
	gpga_arg64(st, t6);
	gpga_arg32(st, t7);
	gpga_arg32(st, t8);
	gpga_store32(st, fr + 115, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 25, gpga_add32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 117, gpga_load32(st, fr + 39));
	return gpga_wait(st, th, 1, 100);
}

/* autowait.v:65 tb.values */
GPGA_FN uint gpga_seg_100(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 39), gpga_load32(st, fr + 117))) ? 101 : 102;
}

/* autowait.v:65 tb.values */
GPGA_FN uint gpga_seg_101(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 100);
}

/* autowait.v:65 tb.values */
GPGA_FN uint gpga_seg_102(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_sub32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 23, gpga_load32(st, fr + 115));
	gpga_l64 t4 = gpga_time(st);
	gpga_l32 t5 = gpga_load32(st, fr + 3);
	gpga_l32 t6 = gpga_load32(st, fr + 23);
	gpga_l32 t7 = gpga_load32(st, fr + 7);
	gpga_svc(st, 11u, 10u);
	gpga_arg64(st, t4);
	gpga_arg32(st, t5);
	gpga_arg32(st, t6);
	gpga_arg32(st, t7);
	gpga_store32(st, fr + 119, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 129, gpga_k(3));
	return 103;
}

/* autowait.v:67 tb.values */
GPGA_FN uint gpga_seg_103(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_load32(st, fr + 129)) ? 104 : 108;
}

/* autowait.v:67 tb.values */
GPGA_FN uint gpga_seg_104(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 129, gpga_sub32(gpga_load32(st, fr + 129), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 25, gpga_add32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 121, gpga_load32(st, fr + 41));
	return gpga_wait(st, th, 1, 105);
}

/* autowait.v:67 tb.values */
GPGA_FN uint gpga_seg_105(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 41), gpga_load32(st, fr + 121))) ? 106 : 107;
}

/* autowait.v:67 tb.values */
GPGA_FN uint gpga_seg_106(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 105);
}

/* autowait.v:67 tb.values */
GPGA_FN uint gpga_seg_107(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_sub32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	return 103;
}

/* autowait.v:67 tb.values */
GPGA_FN uint gpga_seg_108(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 23, gpga_load32(st, fr + 119));
	gpga_l64 t1 = gpga_time(st);
	gpga_l32 t2 = gpga_load32(st, fr + 3);
	gpga_l32 t3 = gpga_load32(st, fr + 23);
	gpga_l32 t4 = gpga_load32(st, fr + 7);
	gpga_svc(st, 12u, 10u);
	gpga_arg64(st, t1);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	gpga_arg32(st, t4);
	gpga_store32(st, fr + 25, gpga_add32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 123, gpga_load32(st, fr + 43));
	return gpga_wait(st, th, 1, 109);
}

/* autowait.v:69 tb.values */
GPGA_FN uint gpga_seg_109(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_ceq32(gpga_load32(st, fr + 43), gpga_load32(st, fr + 123))) ? 110 : 111;
}

/* autowait.v:69 tb.values */
GPGA_FN uint gpga_seg_110(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 1, 109);
}

/* autowait.v:69 tb.values */
GPGA_FN uint gpga_seg_111(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 25, gpga_sub32(gpga_load32(st, fr + 25), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, fr + 9);
	gpga_svc(st, 13u, 8u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	return gpga_end(st, th);
}

/* autowait.v:69 tb.values */
GPGA_FN uint gpga_seg_112(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 0u);
}

/* autowait.v:75 tb.both */
GPGA_FN uint gpga_seg_113(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 7, gpga_l32{1, 1});
	gpga_store32(st, fr + 9, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 11, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 13, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 15, gpga_l32{1, 1});
	gpga_store32(st, fr + 17, gpga_l32{1, 1});
	gpga_store32(st, fr + 19, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 21, gpga_l32{0xffffffffu, 0xffffffffu});
	gpga_store32(st, fr + 23, gpga_l32{1, 1});
	gpga_store32(st, fr + 25, gpga_l32{1, 1});
	gpga_store32(st, fr + 11, gpga_k(0));
	gpga_store32(st, fr + 13, gpga_k(0));
	gpga_store32(st, fr + 15, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_k(0));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 15), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 224, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 224 /* both._h103 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 224 /* both._h103 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 8 /* both._wake */);
		}
		gpga_store32(st, fr + 13, gpga_add32(gpga_load32(st, fr + 13), gpga_k(1), 0xffffffffu));
	}
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 114u);
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 119u);
	return gpga_join(st, th, 2u, 126u);
}

/* autowait.v:80 tb.both */
GPGA_FN uint gpga_seg_114(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 27, gpga_k(3));
	return 115;
}

/* autowait.v:81 tb.both */
GPGA_FN uint gpga_seg_115(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_load32(st, fr + 27)) ? 116 : 118;
}

/* autowait.v:81 tb.both */
GPGA_FN uint gpga_seg_116(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 27, gpga_sub32(gpga_load32(st, fr + 27), gpga_k(1), 0xffffffffu));
	return gpga_delay(st, th, gpga_sext64(gpga_up(gpga_load32(st, fr + 5)), 32u, ~0ul), 117u);
}

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* autowait.v:81 tb.both */
GPGA_FN uint gpga_seg_117(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 17, gpga_load32(st, fr + 7));
	gpga_store32(st, fr + 7, gpga_not32(gpga_load32(st, fr + 7), 0x1u));
	if (gpga_true32(gpga_cne32(gpga_load32(st, fr + 17), gpga_load32(st, fr + 7)))) {
		if (gpga_true32(gpga_load32(st, fr + 11))) {
			gpga_store32(st, 224, gpga_mux32(gpga_ceq32(gpga_redxor32(gpga_load32(st, 224 /* both._h103 */)), gpga_l32{1, 1}), gpga_k(0), gpga_add32(gpga_load32(st, 224 /* both._h103 */), gpga_k(1), 0xffffffffu)));
			gpga_publish(st, tab, 8 /* both._wake */);
		}
		gpga_store32(st, fr + 13, gpga_add32(gpga_load32(st, fr + 13), gpga_k(1), 0xffffffffu));
	}
	return 115;
}

/* autowait.v:81 tb.both */
GPGA_FN uint gpga_seg_118(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* autowait.v:81 tb.both */
GPGA_FN uint gpga_seg_119(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 9, gpga_k(0));
	return 120;
}

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

/* autowait.v:82 tb.both */
GPGA_FN uint gpga_seg_120(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	return gpga_true32(gpga_lts32(gpga_load32(st, fr + 9), gpga_k(5), 0u)) ? 121 : 125;
}

/* autowait.v:82 tb.both */
GPGA_FN uint gpga_seg_121(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 11, gpga_add32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_store32(st, fr + 19, gpga_load32(st, fr + 13));
	gpga_store32(st, fr + 21, gpga_load32(st, 224 /* both._h103 */));
	gpga_store32(st, fr + 23, gpga_load32(st, 214 /* tb.stat */));
	gpga_store32(st, fr + 25, gpga_load32(st, 218 /* both._h19 */));
	return gpga_wait(st, th, 2, 122);
}

/* autowait.v:83 tb.both */
GPGA_FN uint gpga_seg_122(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_l32 t21 = gpga_or32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 23), gpga_k(0)), gpga_cne32(gpga_load32(st, 214 /* tb.stat */), gpga_k(0))), gpga_and32(gpga_cne32(gpga_load32(st, fr + 23), gpga_k(1)), gpga_ceq32(gpga_load32(st, 214 /* tb.stat */), gpga_k(1))));
	gpga_l32 t28 = gpga_and32(gpga_and32(gpga_and32(gpga_ceq32(gpga_load32(st, fr + 13), gpga_load32(st, fr + 19)), gpga_cne32(gpga_load32(st, 224 /* both._h103 */), gpga_load32(st, fr + 21))), gpga_lognot32(t21)), gpga_lognot32(gpga_cne32(gpga_load32(st, fr + 25), gpga_load32(st, 218 /* both._h19 */))));
	return gpga_true32(t28) ? 123 : 124;
}

/* autowait.v:83 tb.both */
GPGA_FN uint gpga_seg_123(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 21, gpga_load32(st, 224 /* both._h103 */));
	gpga_store32(st, fr + 23, gpga_load32(st, 214 /* tb.stat */));
	gpga_store32(st, fr + 25, gpga_load32(st, 218 /* both._h19 */));
	return gpga_wait(st, th, 2, 122);
}

/* autowait.v:83 tb.both */
GPGA_FN uint gpga_seg_124(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 11, gpga_sub32(gpga_load32(st, fr + 11), gpga_k(1), 0xffffffffu));
	gpga_l64 t3 = gpga_time(st);
	gpga_l32 t4 = gpga_load32(st, fr + 3);
	gpga_l32 t5 = gpga_load32(st, 214 /* tb.stat */);
	gpga_l32 t6 = gpga_load32(st, 216 /* tb.bus */);
	gpga_l32 t7 = gpga_load32(st, fr + 7);
	gpga_svc(st, 14u, 12u);
	gpga_arg64(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_arg32(st, t6);
	gpga_arg32(st, t7);
	gpga_store32(st, fr + 9, gpga_add32(gpga_load32(st, fr + 9), gpga_k(1), 0xffffffffu));
	return 120;
}

/* autowait.v:82 tb.both */
GPGA_FN uint gpga_seg_125(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* autowait.v:82 tb.both */
GPGA_FN uint gpga_seg_126(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 0u);
}

/* autowait.v:32 tb.give */
GPGA_FN uint gpga_seg_127(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 3, gpga_l32{15, 15});
	return gpga_delay(st, th, gpga_k64(0x1ul), 128u);
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

/* autowait.v:33 tb.give */
GPGA_FN uint gpga_seg_128(GPGA_ARGS, uint th) {
	uint fr = GPGA_AT(th + TH_FRAME);
	gpga_store32(st, fr + 3, gpga_load32(st, fr + 5));
	return gpga_ret(st, th, 0u);
}

GPGA_FN uint gpga_dispatch_128(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 128: return gpga_seg_128(st, tab, th);
	}
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch(GPGA_ARGS, uint seg, uint th) {
	switch (seg >> 6) {
	case 0: return gpga_dispatch_0(st, tab, seg, th);
	case 1: return gpga_dispatch_64(st, tab, seg, th);
	case 2: return gpga_dispatch_128(st, tab, seg, th);
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

