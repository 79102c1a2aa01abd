/* gpga kernel, table form, four-state: tb */
/* 14 processes, 2 continuous nodes, 55 segments, 4 events, 49 signals */
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
constant uint NEED_SVC_WORDS = 42;
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
constant uint TAB_SLOT = 65;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 50;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0, 8, 10, 11};
constant uchar sched_edge_wait_item_count[] = {8, 2, 1, 2};
constant ushort sched_edge_item_val[] = {401, 403, 405, 407, 409, 411, 413, 395, 433, 425, 529, 469, 421};
constant ushort sched_edge_item_xz[] = {402, 404, 406, 408, 410, 412, 414, 396, 434, 426, 530, 470, 422};
constant uint sched_edge_prev_val = 137;
constant uint sched_edge_prev_xz = 138;
constant uchar sched_edge_item_kind[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0};
constant uint EDGE_POS = 1;
constant uint sched_edge_mask_pos = 8718;
constant uint EDGE_NEG = 2;
constant uint sched_edge_mask_neg = 4560;
constant uchar sched_edge_wait_star_count[] = {7, 1, 0, 1};
constant uchar sched_edge_wait_star_offset[] = {0, 7, 8, 8};
constant uint TAB_WIDTH = 114;
constant uint TAB_STAR = 443;
constant uint sched_edge_star_prev_val = 1308;
constant uint sched_edge_star_prev_xz = 1317;
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

constant uchar sched_edge_star_signal[] = {1, 2, 3, 4, 5, 6, 7, 13, 16};
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

constant uint TAB_WORDS = 163;
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

constant uint SCHED_NOTES = 1326;
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
constant uint SCHED_NBA_ROUND = 1307;
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
constant uint SCHED_POST_THREAD = 535;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 261;
constant uint SCHED_TRACE_NEXT = 535;
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

constant uint TAB_SEG = 528;
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

/* pla.v:63 always @(tb.net or tb.and_p), and 10 like it */
GPGA_FN uint gpga_shape_0(GPGA_ARGS, uint th, uint p) {
	return gpga_wait(st, th, tab[p + 0], tab[p + 1]);
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

/* likewise where nobody watches */
static inline void gpga_storep32(device uint *st, uint s, gpga_l32 t, uint off, uint m) {
	GPGA_AT(s) = (GPGA_AT(s) & ~(m << off)) | (t.v << off);
	GPGA_AT(s + 1u) = (GPGA_AT(s + 1u) & ~(m << off)) | (t.x << off);
}

static inline gpga_l32 gpga_bool32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one || x ? 1u : 0u, x ? 1u : 0u}; }

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

/* pla.v:63 always @(tb.net or tb.and_p) */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 533 /* tb._h48 */))) {
		gpga_storep32(st, 531, gpga_bool32(gpga_and32(gpga_load32(st, 469 /* tb.net */), gpga_load32(st, 421 /* tb.and_p */))), 1u, 0x1u);
		gpga_storep32(st, 531, gpga_bool32(gpga_and32(gpga_load32(st, 469 /* tb.net */), gpga_load32(st, 423))), 0u, 0x1u);
		gpga_store32(st, 467, gpga_load32(st, 531 /* tb._h47 */));
	}
	return gpga_wait(st, th, 3, 1);
}

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
	uint k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : uint(0);
	return gpga_l32{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

static inline gpga_l32 gpga_ceq32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 1u : 0u, 0u}; }

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

static inline gpga_l32 gpga_xnor32(gpga_l32 a, gpga_l32 b, uint m) { uint x = a.x | b.x; return gpga_l32{(~(a.v ^ b.v) & m) | x, x}; }

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

static inline gpga_l32 gpga_lognot32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one ? 0u : 1u, x ? 1u : 0u}; }

/* pla.v:41 always @(tb.in or tb.p) */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 509 /* tb._h36 */))) {
		gpga_l32 t34 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t35 = gpga_cat32(t34, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
		gpga_storep32(st, 507, gpga_lognot32(t35), 3u, 0x1u);
		gpga_l32 t70 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t72 = gpga_lognot32(gpga_cat32(t70, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u));
		gpga_storep32(st, 507, t72, 2u, 0x1u);
		gpga_l32 t106 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t108 = gpga_lognot32(gpga_cat32(t106, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u));
		gpga_storep32(st, 507, t108, 1u, 0x1u);
		gpga_l32 t142 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t144 = gpga_lognot32(gpga_cat32(t142, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u));
		gpga_storep32(st, 507, t144, 0u, 0x1u);
		gpga_store32(st, 449, gpga_load32(st, 507 /* tb._h35 */));
	}
	return gpga_wait(st, th, 1, 3);
}

static inline gpga_l32 gpga_rednand32(gpga_l32 a, uint m) { bool zero = (~a.v & ~a.x & m) != 0; bool x = !zero && a.x != 0; return gpga_l32{zero || x ? 1u : 0u, x ? 1u : 0u}; }

/* pla.v:40 always @(tb.in or tb.p) */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 505 /* tb._h34 */))) {
		gpga_l32 t34 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t35 = gpga_cat32(t34, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
		gpga_storep32(st, 503, gpga_rednand32(t35, 0x7u), 3u, 0x1u);
		gpga_l32 t70 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t72 = gpga_rednand32(gpga_cat32(t70, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u), 0x7u);
		gpga_storep32(st, 503, t72, 2u, 0x1u);
		gpga_l32 t106 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t108 = gpga_rednand32(gpga_cat32(t106, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u), 0x7u);
		gpga_storep32(st, 503, t108, 1u, 0x1u);
		gpga_l32 t142 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t144 = gpga_rednand32(gpga_cat32(t142, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u), 0x7u);
		gpga_storep32(st, 503, t144, 0u, 0x1u);
		gpga_store32(st, 447, gpga_load32(st, 503 /* tb._h33 */));
	}
	return gpga_wait(st, th, 1, 5);
}

/* pla.v:39 always @(tb.in or tb.p) */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 501 /* tb._h32 */))) {
		gpga_l32 t34 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t35 = gpga_cat32(t34, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
		gpga_storep32(st, 499, gpga_bool32(t35), 3u, 0x1u);
		gpga_l32 t70 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t72 = gpga_bool32(gpga_cat32(t70, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u));
		gpga_storep32(st, 499, t72, 2u, 0x1u);
		gpga_l32 t106 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t108 = gpga_bool32(gpga_cat32(t106, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u));
		gpga_storep32(st, 499, t108, 1u, 0x1u);
		gpga_l32 t142 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t144 = gpga_bool32(gpga_cat32(t142, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u));
		gpga_storep32(st, 499, t144, 0u, 0x1u);
		gpga_store32(st, 445, gpga_load32(st, 499 /* tb._h31 */));
	}
	return gpga_wait(st, th, 1, 7);
}

static inline gpga_l32 gpga_redand32(gpga_l32 a, uint m) { bool zero = (~a.v & ~a.x & m) != 0; bool x = !zero && a.x != 0; return gpga_l32{zero ? 0u : 1u, x ? 1u : 0u}; }

/* pla.v:38 always @(tb.in or tb.p) */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 497 /* tb._h30 */))) {
		gpga_l32 t34 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t35 = gpga_cat32(t34, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
		gpga_storep32(st, 495, gpga_redand32(t35, 0x7u), 3u, 0x1u);
		gpga_l32 t70 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t72 = gpga_redand32(gpga_cat32(t70, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u), 0x7u);
		gpga_storep32(st, 495, t72, 2u, 0x1u);
		gpga_l32 t106 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t108 = gpga_redand32(gpga_cat32(t106, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u), 0x7u);
		gpga_storep32(st, 495, t108, 1u, 0x1u);
		gpga_l32 t142 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
		gpga_l32 t144 = gpga_redand32(gpga_cat32(t142, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u), 0x7u);
		gpga_storep32(st, 495, t144, 0u, 0x1u);
		gpga_store32(st, 443, gpga_load32(st, 495 /* tb._h29 */));
	}
	return gpga_wait(st, th, 1, 9);
}

/* pla.v:37 always @(tb.in or tb.p) */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 493 /* tb._h28 */))) {
		gpga_storep32(st, 491, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 425 /* tb.p */))), 3u, 0x1u);
		gpga_storep32(st, 491, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 427))), 2u, 0x1u);
		gpga_storep32(st, 491, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 429))), 1u, 0x1u);
		gpga_storep32(st, 491, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 431))), 0u, 0x1u);
		gpga_store32(st, 441, gpga_load32(st, 491 /* tb._h27 */));
	}
	return gpga_wait(st, th, 1, 11);
}

static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; uint one = (a.v & ~a.x) | (b.v & ~b.x); return gpga_l32{a.v | b.v | x, x & ~one}; }

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* pla.v:36 always @(tb.in or tb.p) */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 489 /* tb._h26 */))) {
		gpga_storep32(st, 487, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 425 /* tb.p */), 0x7u)), 0x7u), 3u, 0x1u);
		gpga_storep32(st, 487, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 427), 0x7u)), 0x7u), 2u, 0x1u);
		gpga_storep32(st, 487, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 429), 0x7u)), 0x7u), 1u, 0x1u);
		gpga_storep32(st, 487, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 431), 0x7u)), 0x7u), 0u, 0x1u);
		gpga_store32(st, 439, gpga_load32(st, 487 /* tb._h25 */));
	}
	return gpga_wait(st, th, 1, 13);
}

/* pla.v:35 always @(tb.in or tb.p) */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 485 /* tb._h24 */))) {
		gpga_storep32(st, 483, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 425 /* tb.p */))), 3u, 0x1u);
		gpga_storep32(st, 483, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 427))), 2u, 0x1u);
		gpga_storep32(st, 483, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 429))), 1u, 0x1u);
		gpga_storep32(st, 483, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 431))), 0u, 0x1u);
		gpga_store32(st, 437, gpga_load32(st, 483 /* tb._h23 */));
	}
	return gpga_wait(st, th, 1, 15);
}

/* pla.v:34 always @(tb.in or tb.p) */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 481 /* tb._h22 */))) {
		gpga_storep32(st, 479, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 425 /* tb.p */), 0x7u)), 0x7u), 3u, 0x1u);
		gpga_storep32(st, 479, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 427), 0x7u)), 0x7u), 2u, 0x1u);
		gpga_storep32(st, 479, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 429), 0x7u)), 0x7u), 1u, 0x1u);
		gpga_storep32(st, 479, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 431), 0x7u)), 0x7u), 0u, 0x1u);
		gpga_store32(st, 435, gpga_load32(st, 479 /* tb._h21 */));
	}
	return gpga_wait(st, th, 1, 17);
}

/* pla.v:18 always @(tb.a1 or tb.a2 or tb.a3 or tb.a4 or ...) */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 477 /* tb._h20 */))) {
		gpga_l32 t12 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 401 /* tb.a1 */), gpga_load32(st, 403 /* tb.a2 */), 1u), gpga_load32(st, 405 /* tb.a3 */), 1u), gpga_load32(st, 407 /* tb.a4 */), 1u), gpga_load32(st, 409 /* tb.a5 */), 1u), gpga_load32(st, 411 /* tb.a6 */), 1u);
		gpga_storep32(st, 475, gpga_redand32(gpga_or32(gpga_cat32(t12, gpga_load32(st, 413 /* tb.a7 */), 1u), gpga_not32(gpga_load32(st, 395 /* tb.mem */), 0x7fu)), 0x7fu), 2u, 0x1u);
		gpga_l32 t29 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 401 /* tb.a1 */), gpga_load32(st, 403 /* tb.a2 */), 1u), gpga_load32(st, 405 /* tb.a3 */), 1u), gpga_load32(st, 407 /* tb.a4 */), 1u), gpga_load32(st, 409 /* tb.a5 */), 1u), gpga_load32(st, 411 /* tb.a6 */), 1u);
		gpga_storep32(st, 475, gpga_redand32(gpga_or32(gpga_cat32(t29, gpga_load32(st, 413 /* tb.a7 */), 1u), gpga_not32(gpga_load32(st, 397), 0x7fu)), 0x7fu), 1u, 0x1u);
		gpga_l32 t46 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 401 /* tb.a1 */), gpga_load32(st, 403 /* tb.a2 */), 1u), gpga_load32(st, 405 /* tb.a3 */), 1u), gpga_load32(st, 407 /* tb.a4 */), 1u), gpga_load32(st, 409 /* tb.a5 */), 1u), gpga_load32(st, 411 /* tb.a6 */), 1u);
		gpga_storep32(st, 475, gpga_redand32(gpga_or32(gpga_cat32(t46, gpga_load32(st, 413 /* tb.a7 */), 1u), gpga_not32(gpga_load32(st, 399), 0x7fu)), 0x7fu), 0u, 0x1u);
		gpga_l32 t52 = gpga_load32(st, 475 /* tb._h19 */);
		gpga_store32(st, 419, gpga_trunc32(t52, 0x1u));
		gpga_store32(st, 417, gpga_part32(t52, 1u, 0x1u));
		gpga_store32(st, 415, gpga_part32(t52, 2u, 0x1u));
	}
	return gpga_wait(st, th, 0, 19);
}

static inline void gpga_setel32(GPGA_ARGS, uint s, uint n, uint sig, gpga_l32 i, gpga_l32 t) {
	if (i.x == 0 && i.v < n) gpga_set32(st, tab, s + i.v * 2u, sig, t);
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

/* pla.v:13 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_setel32(st, tab, 395u, 3u, 0 /* tb.mem */, gpga_k(0), gpga_k(96));
	gpga_setel32(st, tab, 395u, 3u, 0 /* tb.mem */, gpga_k(1), gpga_k(20));
	gpga_setel32(st, tab, 395u, 3u, 0 /* tb.mem */, gpga_k(2), gpga_k(7));
	gpga_note32(st, 413, 7 /* tb.a7 */, gpga_trunc32(gpga_k(0), 0x1u));
	gpga_note32(st, 411, 6 /* tb.a6 */, gpga_part32(gpga_k(0), 1u, 0x1u));
	gpga_note32(st, 409, 5 /* tb.a5 */, gpga_part32(gpga_k(0), 2u, 0x1u));
	gpga_note32(st, 407, 4 /* tb.a4 */, gpga_part32(gpga_k(0), 3u, 0x1u));
	gpga_note32(st, 405, 3 /* tb.a3 */, gpga_part32(gpga_k(0), 4u, 0x1u));
	gpga_note32(st, 403, 2 /* tb.a2 */, gpga_part32(gpga_k(0), 5u, 0x1u));
	gpga_note32(st, 401, 1 /* tb.a1 */, gpga_part32(gpga_k(0), 6u, 0x1u));
	gpga_store32(st, 477, gpga_k(1));
	gpga_l32 t26 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 401 /* tb.a1 */), gpga_load32(st, 403 /* tb.a2 */), 1u), gpga_load32(st, 405 /* tb.a3 */), 1u), gpga_load32(st, 407 /* tb.a4 */), 1u), gpga_load32(st, 409 /* tb.a5 */), 1u), gpga_load32(st, 411 /* tb.a6 */), 1u);
	gpga_storep32(st, 475, gpga_redand32(gpga_or32(gpga_cat32(t26, gpga_load32(st, 413 /* tb.a7 */), 1u), gpga_not32(gpga_load32(st, 395 /* tb.mem */), 0x7fu)), 0x7fu), 2u, 0x1u);
	gpga_l32 t43 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 401 /* tb.a1 */), gpga_load32(st, 403 /* tb.a2 */), 1u), gpga_load32(st, 405 /* tb.a3 */), 1u), gpga_load32(st, 407 /* tb.a4 */), 1u), gpga_load32(st, 409 /* tb.a5 */), 1u), gpga_load32(st, 411 /* tb.a6 */), 1u);
	gpga_storep32(st, 475, gpga_redand32(gpga_or32(gpga_cat32(t43, gpga_load32(st, 413 /* tb.a7 */), 1u), gpga_not32(gpga_load32(st, 397), 0x7fu)), 0x7fu), 1u, 0x1u);
	gpga_l32 t60 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 401 /* tb.a1 */), gpga_load32(st, 403 /* tb.a2 */), 1u), gpga_load32(st, 405 /* tb.a3 */), 1u), gpga_load32(st, 407 /* tb.a4 */), 1u), gpga_load32(st, 409 /* tb.a5 */), 1u), gpga_load32(st, 411 /* tb.a6 */), 1u);
	gpga_storep32(st, 475, gpga_redand32(gpga_or32(gpga_cat32(t60, gpga_load32(st, 413 /* tb.a7 */), 1u), gpga_not32(gpga_load32(st, 399), 0x7fu)), 0x7fu), 0u, 0x1u);
	gpga_l32 t66 = gpga_load32(st, 475 /* tb._h19 */);
	gpga_store32(st, 419, gpga_trunc32(t66, 0x1u));
	gpga_store32(st, 417, gpga_part32(t66, 1u, 0x1u));
	gpga_store32(st, 415, gpga_part32(t66, 2u, 0x1u));
	gpga_l64 t70 = gpga_time(st);
	gpga_l32 t71 = gpga_load32(st, 415 /* tb.b1 */);
	gpga_l32 t72 = gpga_load32(st, 417 /* tb.b2 */);
	gpga_l32 t73 = gpga_load32(st, 419 /* tb.b3 */);
	gpga_noted(st, tab);
	gpga_svc(st, 0u, 10u);
	gpga_arg64(st, t70);
	gpga_arg32(st, t71);
	gpga_arg32(st, t72);
	gpga_arg32(st, t73);
	gpga_store32(st, 473, gpga_k(0));
	return 21;
}

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

/* pla.v:20 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 473 /* tb.i */), gpga_k(12), 0u)) ? 22 : 24;
}

constant uint SCHED_USEED = 39;
constant uint SCHED_SEED = 38;
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

GPGA_FN gpga_l64 gpga_random_global(device uint *st, uint urandom) {
	uint at = urandom != 0 ? SCHED_USEED : SCHED_SEED;
	gpga_l64 r = gpga_random(gpga_l32{GPGA_AT(at), 0u}, urandom);
	GPGA_AT(at) = uint(r.v >> 32);
	return gpga_l64{r.v & 0xfffffffful, 0ul};
}

static inline gpga_l32 gpga_down(gpga_l64 a) { return gpga_l32{uint(a.v), uint(a.x)}; }

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

/* pla.v:20 initial */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_random_global(st, 0u);
	gpga_l32 t2 = gpga_trunc32(gpga_down(t0), 0x7fu);
	gpga_note32(st, 413, 7 /* tb.a7 */, gpga_trunc32(t2, 0x1u));
	gpga_note32(st, 411, 6 /* tb.a6 */, gpga_part32(t2, 1u, 0x1u));
	gpga_note32(st, 409, 5 /* tb.a5 */, gpga_part32(t2, 2u, 0x1u));
	gpga_note32(st, 407, 4 /* tb.a4 */, gpga_part32(t2, 3u, 0x1u));
	gpga_note32(st, 405, 3 /* tb.a3 */, gpga_part32(t2, 4u, 0x1u));
	gpga_note32(st, 403, 2 /* tb.a2 */, gpga_part32(t2, 5u, 0x1u));
	gpga_note32(st, 401, 1 /* tb.a1 */, gpga_part32(t2, 6u, 0x1u));
	return gpga_delay(st, th, gpga_k64(0x1ul), 23u);
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* pla.v:22 initial */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_l32 t12 = gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_cat32(gpga_load32(st, 401 /* tb.a1 */), gpga_load32(st, 403 /* tb.a2 */), 1u), gpga_load32(st, 405 /* tb.a3 */), 1u), gpga_load32(st, 407 /* tb.a4 */), 1u), gpga_load32(st, 409 /* tb.a5 */), 1u), gpga_load32(st, 411 /* tb.a6 */), 1u);
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t13 = gpga_cat32(t12, gpga_load32(st, 413 /* tb.a7 */), 1u);
	gpga_l32 t14 = gpga_load32(st, 415 /* tb.b1 */);
	gpga_l32 t15 = gpga_load32(st, 417 /* tb.b2 */);
	gpga_l32 t16 = gpga_load32(st, 419 /* tb.b3 */);
	gpga_svc(st, 1u, 12u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t13);
	gpga_arg32(st, t14);
	gpga_arg32(st, t15);
	gpga_arg32(st, t16);
	gpga_store32(st, 473, gpga_add32(gpga_load32(st, 473 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 21;
}

/* pla.v:20 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_note32(st, 411, 6 /* tb.a6 */, gpga_l32{1, 1});
	gpga_note32(st, 413, 7 /* tb.a7 */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x1ul), 25u);
}

/* pla.v:24 initial */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 415 /* tb.b1 */);
	gpga_l32 t2 = gpga_load32(st, 417 /* tb.b2 */);
	gpga_l32 t3 = gpga_load32(st, 419 /* tb.b3 */);
	gpga_svc(st, 2u, 10u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	gpga_setel32(st, tab, 395u, 3u, 0 /* tb.mem */, gpga_k(0), gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x1ul), 26u);
}

/* pla.v:25 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 415 /* tb.b1 */);
	gpga_l32 t2 = gpga_load32(st, 417 /* tb.b2 */);
	gpga_l32 t3 = gpga_load32(st, 419 /* tb.b3 */);
	gpga_svc(st, 3u, 10u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	gpga_store32(st, 415, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x1ul), 27u);
}

/* pla.v:26 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 415 /* tb.b1 */);
	gpga_l32 t2 = gpga_load32(st, 417 /* tb.b2 */);
	gpga_l32 t3 = gpga_load32(st, 419 /* tb.b3 */);
	gpga_svc(st, 4u, 10u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	gpga_note32(st, 401, 1 /* tb.a1 */, gpga_not32(gpga_load32(st, 401 /* tb.a1 */), 0x1u));
	return gpga_delay(st, th, gpga_k64(0x1ul), 28u);
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

/* pla.v:27 initial */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 415 /* tb.b1 */);
	gpga_l32 t2 = gpga_load32(st, 417 /* tb.b2 */);
	gpga_l32 t3 = gpga_load32(st, 419 /* tb.b3 */);
	gpga_svc(st, 5u, 10u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	gpga_arg32(st, t3);
	return gpga_end(st, th);
}

/* pla.v:31 initial */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x64ul), 30u);
}

/* pla.v:32 initial */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	gpga_setel32(st, tab, 425u, 4u, 12 /* tb.p */, gpga_k(0), gpga_l32{4, 1});
	gpga_setel32(st, tab, 425u, 4u, 12 /* tb.p */, gpga_k(1), gpga_k(7));
	gpga_setel32(st, tab, 425u, 4u, 12 /* tb.p */, gpga_k(2), gpga_l32{0, 7});
	gpga_setel32(st, tab, 425u, 4u, 12 /* tb.p */, gpga_k(3), gpga_l32{6, 4});
	return gpga_delay(st, th, gpga_k64(0x1ul), 31u);
}

/* pla.v:34 initial */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_store32(st, 481, gpga_k(1));
	gpga_storep32(st, 479, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 425 /* tb.p */), 0x7u)), 0x7u), 3u, 0x1u);
	gpga_storep32(st, 479, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 427), 0x7u)), 0x7u), 2u, 0x1u);
	gpga_storep32(st, 479, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 429), 0x7u)), 0x7u), 1u, 0x1u);
	gpga_storep32(st, 479, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 431), 0x7u)), 0x7u), 0u, 0x1u);
	gpga_store32(st, 435, gpga_load32(st, 479 /* tb._h21 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 32u);
}

/* pla.v:35 initial */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	gpga_store32(st, 485, gpga_k(1));
	gpga_storep32(st, 483, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 425 /* tb.p */))), 3u, 0x1u);
	gpga_storep32(st, 483, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 427))), 2u, 0x1u);
	gpga_storep32(st, 483, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 429))), 1u, 0x1u);
	gpga_storep32(st, 483, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 431))), 0u, 0x1u);
	gpga_store32(st, 437, gpga_load32(st, 483 /* tb._h23 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 33u);
}

/* pla.v:36 initial */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_store32(st, 489, gpga_k(1));
	gpga_storep32(st, 487, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 425 /* tb.p */), 0x7u)), 0x7u), 3u, 0x1u);
	gpga_storep32(st, 487, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 427), 0x7u)), 0x7u), 2u, 0x1u);
	gpga_storep32(st, 487, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 429), 0x7u)), 0x7u), 1u, 0x1u);
	gpga_storep32(st, 487, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 431), 0x7u)), 0x7u), 0u, 0x1u);
	gpga_store32(st, 439, gpga_load32(st, 487 /* tb._h25 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 34u);
}

/* pla.v:37 initial */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	gpga_store32(st, 493, gpga_k(1));
	gpga_storep32(st, 491, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 425 /* tb.p */))), 3u, 0x1u);
	gpga_storep32(st, 491, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 427))), 2u, 0x1u);
	gpga_storep32(st, 491, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 429))), 1u, 0x1u);
	gpga_storep32(st, 491, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 431))), 0u, 0x1u);
	gpga_store32(st, 441, gpga_load32(st, 491 /* tb._h27 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 35u);
}

/* pla.v:38 initial */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	gpga_store32(st, 497, gpga_k(1));
	gpga_l32 t34 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t35 = gpga_cat32(t34, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
	gpga_storep32(st, 495, gpga_redand32(t35, 0x7u), 3u, 0x1u);
	gpga_l32 t70 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t72 = gpga_redand32(gpga_cat32(t70, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 495, t72, 2u, 0x1u);
	gpga_l32 t106 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t108 = gpga_redand32(gpga_cat32(t106, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 495, t108, 1u, 0x1u);
	gpga_l32 t142 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t144 = gpga_redand32(gpga_cat32(t142, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 495, t144, 0u, 0x1u);
	gpga_store32(st, 443, gpga_load32(st, 495 /* tb._h29 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 36u);
}

/* pla.v:39 initial */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	gpga_store32(st, 501, gpga_k(1));
	gpga_l32 t34 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t35 = gpga_cat32(t34, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
	gpga_storep32(st, 499, gpga_bool32(t35), 3u, 0x1u);
	gpga_l32 t70 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t72 = gpga_bool32(gpga_cat32(t70, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 499, t72, 2u, 0x1u);
	gpga_l32 t106 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t108 = gpga_bool32(gpga_cat32(t106, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 499, t108, 1u, 0x1u);
	gpga_l32 t142 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t144 = gpga_bool32(gpga_cat32(t142, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 499, t144, 0u, 0x1u);
	gpga_store32(st, 445, gpga_load32(st, 499 /* tb._h31 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 37u);
}

/* pla.v:40 initial */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	gpga_store32(st, 505, gpga_k(1));
	gpga_l32 t34 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t35 = gpga_cat32(t34, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
	gpga_storep32(st, 503, gpga_rednand32(t35, 0x7u), 3u, 0x1u);
	gpga_l32 t70 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t72 = gpga_rednand32(gpga_cat32(t70, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 503, t72, 2u, 0x1u);
	gpga_l32 t106 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t108 = gpga_rednand32(gpga_cat32(t106, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 503, t108, 1u, 0x1u);
	gpga_l32 t142 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t144 = gpga_rednand32(gpga_cat32(t142, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 503, t144, 0u, 0x1u);
	gpga_store32(st, 447, gpga_load32(st, 503 /* tb._h33 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 38u);
}

/* pla.v:41 initial */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	gpga_store32(st, 509, gpga_k(1));
	gpga_l32 t34 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t35 = gpga_cat32(t34, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
	gpga_storep32(st, 507, gpga_lognot32(t35), 3u, 0x1u);
	gpga_l32 t70 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t72 = gpga_lognot32(gpga_cat32(t70, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 507, t72, 2u, 0x1u);
	gpga_l32 t106 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t108 = gpga_lognot32(gpga_cat32(t106, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 507, t108, 1u, 0x1u);
	gpga_l32 t142 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t144 = gpga_lognot32(gpga_cat32(t142, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 507, t144, 0u, 0x1u);
	gpga_store32(st, 449, gpga_load32(st, 507 /* tb._h35 */));
	gpga_store32(st, 473, gpga_k(0));
	return 39;
}

/* pla.v:42 initial */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 473 /* tb.i */), gpga_k(11), 0u)) ? 40 : 46;
}

/* relations; equality is 0 as soon as known bits differ */
static inline gpga_l32 gpga_eq32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; bool ne = ((a.v ^ b.v) & ~x) != 0; bool u = !ne && x != 0; return gpga_l32{ne ? 0u : 1u, u ? 1u : 0u}; }

/* pla.v:42 initial */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	gpga_note32(st, 433, 13 /* tb.in */, gpga_trunc32(gpga_load32(st, 473 /* tb.i */), 0x7u));
	if (gpga_true32(gpga_eq32(gpga_load32(st, 473 /* tb.i */), gpga_k(9)))) {
		gpga_note32(st, 433, 13 /* tb.in */, gpga_l32{5, 4});
	}
	if (gpga_true32(gpga_eq32(gpga_load32(st, 473 /* tb.i */), gpga_k(10)))) {
		gpga_note32(st, 433, 13 /* tb.in */, gpga_l32{5, 2});
	}
	return gpga_delay(st, th, gpga_k64(0x1ul), 41u);
}

/* pla.v:46 initial */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	gpga_storep32(st, 511, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 425 /* tb.p */), 0x7u)), 0x7u), 3u, 0x1u);
	gpga_storep32(st, 511, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 427), 0x7u)), 0x7u), 2u, 0x1u);
	gpga_storep32(st, 511, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 429), 0x7u)), 0x7u), 1u, 0x1u);
	gpga_storep32(st, 511, gpga_redand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 431), 0x7u)), 0x7u), 0u, 0x1u);
	gpga_store32(st, 451, gpga_load32(st, 511 /* tb._h37 */));
	gpga_storep32(st, 513, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 425 /* tb.p */))), 3u, 0x1u);
	gpga_storep32(st, 513, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 427))), 2u, 0x1u);
	gpga_storep32(st, 513, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 429))), 1u, 0x1u);
	gpga_storep32(st, 513, gpga_bool32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 431))), 0u, 0x1u);
	gpga_store32(st, 453, gpga_load32(st, 513 /* tb._h38 */));
	gpga_storep32(st, 515, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 425 /* tb.p */), 0x7u)), 0x7u), 3u, 0x1u);
	gpga_storep32(st, 515, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 427), 0x7u)), 0x7u), 2u, 0x1u);
	gpga_storep32(st, 515, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 429), 0x7u)), 0x7u), 1u, 0x1u);
	gpga_storep32(st, 515, gpga_rednand32(gpga_or32(gpga_load32(st, 433 /* tb.in */), gpga_not32(gpga_load32(st, 431), 0x7u)), 0x7u), 0u, 0x1u);
	gpga_store32(st, 455, gpga_load32(st, 515 /* tb._h39 */));
	gpga_storep32(st, 517, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 425 /* tb.p */))), 3u, 0x1u);
	gpga_storep32(st, 517, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 427))), 2u, 0x1u);
	gpga_storep32(st, 517, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 429))), 1u, 0x1u);
	gpga_storep32(st, 517, gpga_lognot32(gpga_and32(gpga_load32(st, 433 /* tb.in */), gpga_load32(st, 431))), 0u, 0x1u);
	gpga_store32(st, 457, gpga_load32(st, 517 /* tb._h40 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 42u);
}

/* pla.v:51 initial */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	gpga_l32 t33 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t34 = gpga_cat32(t33, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
	gpga_storep32(st, 519, gpga_redand32(t34, 0x7u), 3u, 0x1u);
	gpga_l32 t69 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t71 = gpga_redand32(gpga_cat32(t69, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 519, t71, 2u, 0x1u);
	gpga_l32 t105 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t107 = gpga_redand32(gpga_cat32(t105, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 519, t107, 1u, 0x1u);
	gpga_l32 t141 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t143 = gpga_redand32(gpga_cat32(t141, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 519, t143, 0u, 0x1u);
	gpga_store32(st, 459, gpga_load32(st, 519 /* tb._h41 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 43u);
}

/* pla.v:52 initial */
GPGA_FN uint gpga_seg_43(GPGA_ARGS, uint th) {
	gpga_l32 t33 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t34 = gpga_cat32(t33, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
	gpga_storep32(st, 521, gpga_bool32(t34), 3u, 0x1u);
	gpga_l32 t69 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t71 = gpga_bool32(gpga_cat32(t69, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 521, t71, 2u, 0x1u);
	gpga_l32 t105 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t107 = gpga_bool32(gpga_cat32(t105, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 521, t107, 1u, 0x1u);
	gpga_l32 t141 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t143 = gpga_bool32(gpga_cat32(t141, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 521, t143, 0u, 0x1u);
	gpga_store32(st, 461, gpga_load32(st, 521 /* tb._h42 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 44u);
}

/* pla.v:53 initial */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	gpga_l32 t33 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t34 = gpga_cat32(t33, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
	gpga_storep32(st, 523, gpga_rednand32(t34, 0x7u), 3u, 0x1u);
	gpga_l32 t69 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t71 = gpga_rednand32(gpga_cat32(t69, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 523, t71, 2u, 0x1u);
	gpga_l32 t105 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t107 = gpga_rednand32(gpga_cat32(t105, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 523, t107, 1u, 0x1u);
	gpga_l32 t141 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t143 = gpga_rednand32(gpga_cat32(t141, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(1), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u), 0x7u);
	gpga_storep32(st, 523, t143, 0u, 0x1u);
	gpga_store32(st, 463, gpga_load32(st, 523 /* tb._h43 */));
	return gpga_delay(st, th, gpga_k64(0x1ul), 45u);
}

/* pla.v:54 initial */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	gpga_l32 t33 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 425 /* tb.p */), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t34 = gpga_cat32(t33, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 425 /* tb.p */), 0x1u), 0x1u)), 1u);
	gpga_storep32(st, 525, gpga_lognot32(t34), 3u, 0x1u);
	gpga_l32 t69 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 427), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 427), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 427), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t71 = gpga_lognot32(gpga_cat32(t69, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 427), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 427), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 525, t71, 2u, 0x1u);
	gpga_l32 t105 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 429), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 429), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 429), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t107 = gpga_lognot32(gpga_cat32(t105, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 429), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 429), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 525, t107, 1u, 0x1u);
	gpga_l32 t141 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 2u, 0x1u), gpga_part32(gpga_load32(st, 431), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 431), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 433 /* tb.in */), 1u, 0x1u), gpga_part32(gpga_load32(st, 431), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t143 = gpga_lognot32(gpga_cat32(t141, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 431), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u), gpga_trunc32(gpga_load32(st, 431), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 525, t143, 0u, 0x1u);
	gpga_store32(st, 465, gpga_load32(st, 525 /* tb._h44 */));
	gpga_l32 t145 = gpga_load32(st, 433 /* tb.in */);
	gpga_l32 t146 = gpga_load32(st, 435 /* tb.y */);
	gpga_l32 t147 = gpga_load32(st, 437);
	gpga_l32 t148 = gpga_load32(st, 439);
	gpga_l32 t149 = gpga_load32(st, 441);
	gpga_l32 t150 = gpga_load32(st, 443);
	gpga_l32 t151 = gpga_load32(st, 445);
	gpga_l32 t152 = gpga_load32(st, 447);
	gpga_l32 t153 = gpga_load32(st, 449);
	gpga_svc(st, 6u, 18u);
	gpga_arg32(st, t145);
	gpga_arg32(st, t146);
	gpga_arg32(st, t147);
	gpga_arg32(st, t148);
	gpga_arg32(st, t149);
	gpga_arg32(st, t150);
	gpga_arg32(st, t151);
	gpga_arg32(st, t152);
	gpga_arg32(st, t153);
	gpga_l32 t154 = gpga_load32(st, 451);
	gpga_l32 t155 = gpga_load32(st, 453);
	gpga_l32 t156 = gpga_load32(st, 455);
	gpga_l32 t157 = gpga_load32(st, 457);
	gpga_l32 t158 = gpga_load32(st, 459);
	gpga_l32 t159 = gpga_load32(st, 461);
	gpga_l32 t160 = gpga_load32(st, 463);
	gpga_l32 t161 = gpga_load32(st, 465);
	gpga_svc(st, 7u, 16u);
	gpga_arg32(st, t154);
	gpga_arg32(st, t155);
	gpga_arg32(st, t156);
	gpga_arg32(st, t157);
	gpga_arg32(st, t158);
	gpga_arg32(st, t159);
	gpga_arg32(st, t160);
	gpga_arg32(st, t161);
	gpga_store32(st, 473, gpga_add32(gpga_load32(st, 473 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 39;
}

/* pla.v:42 initial */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* pla.v:61 always @(posedge tb._h46) */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	gpga_l32 t10 = gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 421 /* tb.and_p */), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 469 /* tb.net */), 2u, 0x1u), gpga_part32(gpga_load32(st, 421 /* tb.and_p */), 2u, 0x1u), 0x1u));
	gpga_l32 t21 = gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 421 /* tb.and_p */), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 469 /* tb.net */), 1u, 0x1u), gpga_part32(gpga_load32(st, 421 /* tb.and_p */), 1u, 0x1u), 0x1u));
	gpga_l32 t34 = gpga_cat32(gpga_cat32(t10, t21, 1u), gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 421 /* tb.and_p */), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 469 /* tb.net */), 0x1u), gpga_trunc32(gpga_load32(st, 421 /* tb.and_p */), 0x1u), 0x1u)), 1u);
	gpga_storep32(st, 527, gpga_bool32(t34), 1u, 0x1u);
	gpga_l32 t69 = gpga_cat32(gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 423), 2u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 469 /* tb.net */), 2u, 0x1u), gpga_part32(gpga_load32(st, 423), 2u, 0x1u), 0x1u)), gpga_mux32(gpga_ceq32(gpga_part32(gpga_load32(st, 423), 1u, 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_part32(gpga_load32(st, 469 /* tb.net */), 1u, 0x1u), gpga_part32(gpga_load32(st, 423), 1u, 0x1u), 0x1u)), 1u);
	gpga_l32 t71 = gpga_bool32(gpga_cat32(t69, gpga_mux32(gpga_ceq32(gpga_trunc32(gpga_load32(st, 423), 0x1u), gpga_l32{0, 1}), gpga_k(0), gpga_xnor32(gpga_trunc32(gpga_load32(st, 469 /* tb.net */), 0x1u), gpga_trunc32(gpga_load32(st, 423), 0x1u), 0x1u)), 1u));
	gpga_storep32(st, 527, t71, 0u, 0x1u);
	gpga_store32(st, 471, gpga_load32(st, 527 /* tb._h45 */));
	return gpga_wait(st, th, 2, 48);
}

/* pla.v:62 initial */
GPGA_FN uint gpga_seg_49(GPGA_ARGS, uint th) {
	gpga_store32(st, 533, gpga_k(1));
	gpga_storep32(st, 531, gpga_bool32(gpga_and32(gpga_load32(st, 469 /* tb.net */), gpga_load32(st, 421 /* tb.and_p */))), 1u, 0x1u);
	gpga_storep32(st, 531, gpga_bool32(gpga_and32(gpga_load32(st, 469 /* tb.net */), gpga_load32(st, 423))), 0u, 0x1u);
	gpga_store32(st, 467, gpga_load32(st, 531 /* tb._h47 */));
	return gpga_delay(st, th, gpga_k64(0x6eul), 50u);
}

/* pla.v:64 initial */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 467 /* tb.late */);
	gpga_l32 t1 = gpga_load32(st, 471 /* tb.q */);
	gpga_svc(st, 8u, 4u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_setel32(st, tab, 421u, 2u, 11 /* tb.and_p */, gpga_k(0), gpga_k(3));
	gpga_setel32(st, tab, 421u, 2u, 11 /* tb.and_p */, gpga_k(1), gpga_l32{4, 2});
	return gpga_delay(st, th, gpga_k64(0x7ul), 51u);
}

/* pla.v:66 initial */
GPGA_FN uint gpga_seg_51(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 469 /* tb.net */);
	gpga_l32 t1 = gpga_load32(st, 467 /* tb.late */);
	gpga_l32 t2 = gpga_load32(st, 471 /* tb.q */);
	gpga_svc(st, 9u, 6u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	return gpga_delay(st, th, gpga_k64(0x2ul), 52u);
}

/* pla.v:67 initial */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 469 /* tb.net */);
	gpga_l32 t1 = gpga_load32(st, 467 /* tb.late */);
	gpga_l32 t2 = gpga_load32(st, 471 /* tb.q */);
	gpga_svc(st, 10u, 6u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	return gpga_end(st, th);
}

static inline gpga_l32 gpga_xor32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; return gpga_l32{(a.v ^ b.v) | x, x}; }

/* pla.v:9 assign */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	gpga_note32(st, 469, 16 /* tb.net */, gpga_xor32(gpga_load32(st, 433 /* tb.in */), gpga_k(5)));
	return GPGA_STOPPED;
}

/* pla.v:61 event expression */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 529, 46 /* tb._h46 */, gpga_trunc32(gpga_load32(st, 433 /* tb.in */), 0x1u));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch(GPGA_ARGS, uint seg, uint th) {
	uint p = tab[TAB_SEG + seg * 2u + 1u];
	seg = tab[TAB_SEG + seg * 2u];
	switch (seg) {
	case 0: return gpga_shape_0(st, tab, th, p);
	case 1: return gpga_seg_1(st, tab, th);
	case 2: return gpga_seg_3(st, tab, th);
	case 3: return gpga_seg_5(st, tab, th);
	case 4: return gpga_seg_7(st, tab, th);
	case 5: return gpga_seg_9(st, tab, th);
	case 6: return gpga_seg_11(st, tab, th);
	case 7: return gpga_seg_13(st, tab, th);
	case 8: return gpga_seg_15(st, tab, th);
	case 9: return gpga_seg_17(st, tab, th);
	case 10: return gpga_seg_19(st, tab, th);
	case 11: return gpga_seg_20(st, tab, th);
	case 12: return gpga_seg_21(st, tab, th);
	case 13: return gpga_seg_22(st, tab, th);
	case 14: return gpga_seg_23(st, tab, th);
	case 15: return gpga_seg_24(st, tab, th);
	case 16: return gpga_seg_25(st, tab, th);
	case 17: return gpga_seg_26(st, tab, th);
	case 18: return gpga_seg_27(st, tab, th);
	case 19: return gpga_seg_28(st, tab, th);
	case 20: return gpga_seg_29(st, tab, th);
	case 21: return gpga_seg_30(st, tab, th);
	case 22: return gpga_seg_31(st, tab, th);
	case 23: return gpga_seg_32(st, tab, th);
	case 24: return gpga_seg_33(st, tab, th);
	case 25: return gpga_seg_34(st, tab, th);
	case 26: return gpga_seg_35(st, tab, th);
	case 27: return gpga_seg_36(st, tab, th);
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
	case 38: return gpga_seg_48(st, tab, th);
	case 39: return gpga_seg_49(st, tab, th);
	case 40: return gpga_seg_50(st, tab, th);
	case 41: return gpga_seg_51(st, tab, th);
	case 42: return gpga_seg_52(st, tab, th);
	case 43: return gpga_seg_53(st, tab, th);
	case 44: return gpga_seg_54(st, tab, th);
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

