/* gpga kernel, table form, four-state: tb */
/* 3 processes, 35 continuous nodes, 77 segments, 1 events, 51 signals */
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
constant uint NEED_SVC_WORDS = 52;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
constant uint NEED_HEAP_EVENTS = 13;
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
constant uint TAB_SLOT = 114;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 52;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0};
constant uchar sched_edge_wait_item_count[] = {1};
constant ushort sched_edge_item_val[] = {578};
constant ushort sched_edge_item_xz[] = {579};
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

constant uint TAB_WIDTH = 165;
constant uint TAB_WORDS = 216;
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

constant uint SCHED_NOTES = 1053;
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

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

constant uint GPGA_STOPPED = 0xfffffffeu;
/* gates.v:12 assign */
GPGA_FN uint gpga_seg_65(GPGA_ARGS, uint th) {
	gpga_notep32(st, 606u, 45 /* add.c */, gpga_load32(st, 594 /* tb.cin */), 0u, 0x1u);
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 0: return gpga_seg_65(st, tab, th);
	}
	return GPGA_STOPPED;
}

constant uint TAB_NOW = 578;
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
constant uint SCHED_NBA_ROUND = 1052;
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
constant uint SCHED_POST_THREAD = 716;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 318;
constant uint SCHED_TRACE_NEXT = 618;
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

/* gates.v:52 initial */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	gpga_store32(st, 580, gpga_k(0));
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

/* gates.v:53 always @(posedge tb.r3) */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 2);
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* gates.v:53 always @(posedge tb.r3) */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_store32(st, 580, gpga_add32(gpga_load32(st, 580 /* tb.swings */), gpga_k(1), 0xffffffffu));
	return gpga_wait(st, th, 0, 2);
}

/* gates.v:75 initial */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_store32(st, 600, gpga_k(0));
	return 4;
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

/* gates.v:76 initial */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 600 /* tb.i */), gpga_k(16), 0u)) ? 5 : 7;
}

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

/* gates.v:65 tb.val */
GPGA_FN void gpga_fn_0(GPGA_ARGS) {
	gpga_l32 t90000001 = gpga_load32(st, 616 /* val.k */);
	switch (t90000001.x != 0u ? 4 : t90000001.v) {
	case 0: {
		gpga_store32(st, 614, gpga_k(0));
		break;
	}
	case 1: {
		gpga_store32(st, 614, gpga_k(1));
		break;
	}
	case 2: {
		gpga_store32(st, 614, gpga_l32{1, 1});
		break;
	}
	case 3: {
		gpga_store32(st, 614, gpga_l32{0, 1});
		break;
	}
	default: {
		break;
	}
	}
	return;
}

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

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

/* gates.v:76 initial */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_store32(st, 616, gpga_trunc32(gpga_load32(st, 600 /* tb.i */), 0x3u));
	gpga_fn_0(st, tab);
	gpga_set32(st, tab, 518, 1 /* tb.x */, gpga_load32(st, 614 /* val.val */));
	gpga_store32(st, 616, gpga_part32(gpga_load32(st, 600 /* tb.i */), 2u, 0x3u));
	gpga_fn_0(st, tab);
	gpga_note32(st, 520, 2 /* tb.y */, gpga_load32(st, 614 /* val.val */));
	gpga_note32(st, 522, 3 /* tb.c */, gpga_load32(st, 520 /* tb.y */));
	return gpga_delay(st, th, gpga_k64(0xaul), 6u);
}

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

/* gates.v:78 initial */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 518 /* tb.x */);
	gpga_l32 t1 = gpga_load32(st, 520 /* tb.y */);
	gpga_l32 t2 = gpga_load32(st, 524 /* tb.o_and */);
	gpga_l32 t3 = gpga_load32(st, 526 /* tb.o_nand */);
	gpga_l32 t4 = gpga_load32(st, 528 /* tb.o_or */);
	gpga_l32 t5 = gpga_load32(st, 530 /* tb.o_nor */);
	gpga_l32 t6 = gpga_load32(st, 532 /* tb.o_xor */);
	gpga_l32 t7 = gpga_load32(st, 534 /* tb.o_xnor */);
	gpga_l32 t8 = gpga_load32(st, 536 /* tb.o_buf */);
	gpga_l32 t9 = gpga_load32(st, 538 /* tb.o_not */);
	gpga_l32 t10 = gpga_load32(st, 540 /* tb.b1 */);
	gpga_l32 t11 = gpga_load32(st, 542 /* tb.b0 */);
	gpga_l32 t12 = gpga_load32(st, 544 /* tb.n1 */);
	gpga_l32 t13 = gpga_load32(st, 546 /* tb.n0 */);
	gpga_l32 t14 = gpga_load32(st, 548 /* tb.nm */);
	gpga_l32 t15 = gpga_load32(st, 550 /* tb.pm */);
	gpga_l32 t16 = gpga_load32(st, 552 /* tb.cm */);
	gpga_l32 t17 = gpga_load32(st, 554 /* tb.o3 */);
	gpga_l32 t18 = gpga_load32(st, 556 /* tb.o4 */);
	gpga_l32 t19 = gpga_load32(st, 562 /* tb.shared */);
	gpga_svc(st, 0u, 40u);
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
	gpga_arg32(st, t11);
	gpga_arg32(st, t12);
	gpga_arg32(st, t13);
	gpga_arg32(st, t14);
	gpga_arg32(st, t15);
	gpga_arg32(st, t16);
	gpga_arg32(st, t17);
	gpga_arg32(st, t18);
	gpga_arg32(st, t19);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 600, gpga_add32(gpga_load32(st, 600 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 4;
}

GPGA_FN void gpga_argw(device uint *st, uint a, uint words) {
	uint e = GPGA_AT(SCHED_SVC_END);
	for (uint k = 0; k < words; ++k) GPGA_AT(e + k) = GPGA_AT(a + k);
	GPGA_AT(SCHED_SVC_END) = e + words;
}

/* gates.v:76 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 558 /* tb.up */);
	gpga_l32 t1 = gpga_load32(st, 560 /* tb.down */);
	gpga_l32 t2 = gpga_load32(st, 558 /* tb.up */);
	gpga_l32 t3 = gpga_load32(st, 560 /* tb.down */);
	gpga_l32 t4 = gpga_load32(st, 540 /* tb.b1 */);
	gpga_l32 t5 = gpga_load32(st, 548 /* tb.nm */);
	gpga_svc(st, 1u, 48u);
	gpga_arg32(st, t0);
	gpga_argw(st, 638, 6u);
	gpga_arg32(st, t1);
	gpga_argw(st, 646, 6u);
	gpga_arg32(st, t2);
	gpga_argw(st, 638, 6u);
	gpga_arg32(st, t3);
	gpga_argw(st, 646, 6u);
	gpga_arg32(st, t4);
	gpga_argw(st, 618, 6u);
	gpga_arg32(st, t5);
	gpga_argw(st, 628, 6u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_note32(st, 568, 26 /* tb.sx */, gpga_k(0));
	gpga_note32(st, 570, 27 /* tb.sc */, gpga_k(1));
	gpga_note32(st, 572, 28 /* tb.en */, gpga_k(0));
	gpga_note32(st, 582, 33 /* tb.s_n */, gpga_k(1));
	gpga_note32(st, 584, 34 /* tb.r_n */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0xc8ul), 8u);
}

/* gates.v:83 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	gpga_note32(st, 584, 34 /* tb.r_n */, gpga_k(1));
	gpga_note32(st, 572, 28 /* tb.en */, gpga_k(1));
	gpga_note32(st, 568, 26 /* tb.sx */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x64ul), 9u);
}

/* gates.v:84 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_note32(st, 568, 26 /* tb.sx */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x64ul), 10u);
}

/* gates.v:84 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	gpga_note32(st, 568, 26 /* tb.sx */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0xaul), 11u);
}

/* gates.v:85 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_note32(st, 568, 26 /* tb.sx */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x64ul), 12u);
}

/* gates.v:85 initial */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	gpga_note32(st, 568, 26 /* tb.sx */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x28ul), 13u);
}

/* gates.v:86 initial */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_note32(st, 568, 26 /* tb.sx */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x14ul), 14u);
}

/* gates.v:86 initial */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	gpga_note32(st, 568, 26 /* tb.sx */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x64ul), 15u);
}

/* gates.v:86 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_note32(st, 570, 27 /* tb.sc */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x64ul), 16u);
}

/* gates.v:87 initial */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	gpga_note32(st, 570, 27 /* tb.sc */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x64ul), 17u);
}

/* gates.v:87 initial */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	gpga_note32(st, 570, 27 /* tb.sc */, gpga_l32{1, 1});
	return gpga_delay(st, th, gpga_k64(0x64ul), 18u);
}

/* gates.v:87 initial */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	gpga_note32(st, 570, 27 /* tb.sc */, gpga_k(1));
	gpga_note32(st, 582, 33 /* tb.s_n */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x32ul), 19u);
}

/* gates.v:88 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_note32(st, 582, 33 /* tb.s_n */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x32ul), 20u);
}

/* gates.v:88 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 586 /* tb.q */);
	gpga_l32 t1 = gpga_load32(st, 588 /* tb.qn */);
	gpga_svc(st, 2u, 4u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_note32(st, 584, 34 /* tb.r_n */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x32ul), 21u);
}

/* gates.v:89 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_note32(st, 584, 34 /* tb.r_n */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x32ul), 22u);
}

/* gates.v:89 initial */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 586 /* tb.q */);
	gpga_l32 t1 = gpga_load32(st, 588 /* tb.qn */);
	gpga_svc(st, 3u, 4u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_note32(st, 572, 28 /* tb.en */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x64ul), 23u);
}

/* gates.v:90 initial */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 580 /* tb.swings */);
	gpga_svc(st, 4u, 2u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 604, gpga_k(0));
	gpga_store32(st, 600, gpga_k(0));
	return 24;
}

/* gates.v:93 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 600 /* tb.i */), gpga_k(512), 0u)) ? 25 : 27;
}

/* gates.v:93 initial */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_trunc32(gpga_load32(st, 600 /* tb.i */), 0x1ffu);
	gpga_set32(st, tab, 592, 38 /* tb.b */, gpga_trunc32(t1, 0xfu));
	gpga_set32(st, tab, 590, 37 /* tb.a */, gpga_part32(t1, 4u, 0xfu));
	gpga_set32(st, tab, 594, 39 /* tb.cin */, gpga_part32(t1, 8u, 0x1u));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x78ul), 26u);
}

static inline gpga_l32 gpga_cne32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 0u : 1u, 0u}; }

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

/* gates.v:95 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_cne32(gpga_cat32(gpga_load32(st, 598 /* tb.co */), gpga_load32(st, 596 /* tb.s */), 4u), gpga_add32(gpga_add32(gpga_load32(st, 590 /* tb.a */), gpga_load32(st, 592 /* tb.b */), 0x1fu), gpga_load32(st, 594 /* tb.cin */), 0x1fu)))) {
		gpga_store32(st, 604, gpga_add32(gpga_load32(st, 604 /* tb.errors */), gpga_k(1), 0xffffffffu));
	}
	gpga_store32(st, 600, gpga_add32(gpga_load32(st, 600 /* tb.i */), gpga_k(7), 0xffffffffu));
	return 24;
}

/* gates.v:93 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_note32(st, 590, 37 /* tb.a */, gpga_l32{12, 4});
	gpga_note32(st, 592, 38 /* tb.b */, gpga_k(4));
	return gpga_delay(st, th, gpga_k64(0x78ul), 28u);
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* gates.v:97 initial */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 604 /* tb.errors */);
	gpga_l32 t1 = gpga_load32(st, 598 /* tb.co */);
	gpga_l32 t2 = gpga_load32(st, 596 /* tb.s */);
	gpga_svc(st, 5u, 6u);
	gpga_arg32(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 6u, 0u);
	return gpga_finish(st, th, 1u, 29u);
}

/* gates.v:98 initial */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

/* gates.v:26 and */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	gpga_store32(st, 524, gpga_and32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 520 /* tb.y */)));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* gates.v:26 nand */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_store32(st, 526, gpga_not32(gpga_and32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 520 /* tb.y */)), 0x1u));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_or32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; uint one = (a.v & ~a.x) | (b.v & ~b.x); return gpga_l32{a.v | b.v | x, x & ~one}; }

/* gates.v:26 or */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	gpga_store32(st, 528, gpga_or32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 520 /* tb.y */)));
	return GPGA_STOPPED;
}

/* gates.v:26 nor */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_store32(st, 530, gpga_not32(gpga_or32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 520 /* tb.y */)), 0x1u));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_xor32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; return gpga_l32{(a.v ^ b.v) | x, x}; }

/* gates.v:27 xor */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	gpga_store32(st, 532, gpga_xor32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 520 /* tb.y */)));
	return GPGA_STOPPED;
}

/* gates.v:27 xnor */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	gpga_store32(st, 534, gpga_not32(gpga_xor32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 520 /* tb.y */)), 0x1u));
	return GPGA_STOPPED;
}

/* gates.v:27 buf */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 518 /* tb.x */);
	gpga_store32(st, 536, gpga_or32(t0, t0));
	return GPGA_STOPPED;
}

/* gates.v:27 not */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	gpga_store32(st, 538, gpga_not32(gpga_load32(st, 518 /* tb.x */), 0x1u));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_bufif32(gpga_l32 a, gpga_l32 c, uint on, uint m) {
	uint av = a.v | a.x;
	if (c.x != 0) return gpga_l32{m, m};
	if (c.v != on) return gpga_l32{uint(0), m};
	return gpga_l32{av, a.x};
}

/* ---- drive strengths (IEEE 1364-2005 7.9 to 7.13): a bit is a range of levels lo..hi on the scale -7 (supply0) .. 7 (supply1), kept as lo + 8 | (hi + 8) << 4 ---- */
static inline uint gpga_span(int lo, int hi) { return uint(lo + 8) | (uint(hi + 8) << 4); }

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

constant uint TAB_NET = 522;
constant uint TAB_DRIVER = 557;
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
/* bits m of word k of what drives a signal become v and x; tells whether the signal changed */
GPGA_FN bool gpga_put_word(GPGA_ARGS, uint sig, uint k, uint m, uint v, uint x) {
	uint n = (tab[TAB_WIDTH + sig] + 31u) >> 5, s = tab[TAB_SLOT + sig];
	uint ov = GPGA_AT(s + k), ox = GPGA_AT(s + n + k);
	uint nv = (ov & ~m) | v, nx = (ox & ~m) | x;
	GPGA_AT(s + k) = nv;
	GPGA_AT(s + n + k) = nx;
	return ((ov ^ nv) | (ox ^ nx)) != 0;
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
		if (GPGA_AT(tab[d + 5u] + i) != span) moved = true;
		GPGA_AT(tab[d + 5u] + i) = span;
		uint v = hi >= 0 && (lo != 0 || hi != 0) ? 1u : 0u, x = lo <= 0 && hi >= 0 ? 1u : 0u;
		if (gpga_put_word(st, tab, sig, k, 1u << sh, v << sh, x << sh)) changed = true;
	}
	if (changed) gpga_publish(st, tab, sig);
	else if (moved) gpga_publish_strength(st, tab, sig);
}

/* gates.v:28 bufif1 */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	gpga_l32 t3 = gpga_load32(st, 518 /* tb.x */);
	gpga_l32 t4 = gpga_load32(st, 522 /* tb.c */);
	gpga_l32 t2 = gpga_bufif32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 522 /* tb.c */), 1u, 0x1u);
	gpga_gate_span(st, 626u, gpga_or32(t3, t3), gpga_or32(t4, t4), 0u, 102u);
	gpga_store32(st, 624, t2);
	gpga_resolve_strong(st, tab, 0u);
	return GPGA_STOPPED;
}

/* gates.v:28 bufif0 */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_store32(st, 542, gpga_bufif32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 522 /* tb.c */), 0u, 0x1u));
	return GPGA_STOPPED;
}

/* gates.v:28 notif1 */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	gpga_store32(st, 544, gpga_bufif32(gpga_not32(gpga_load32(st, 518 /* tb.x */), 0x1u), gpga_load32(st, 522 /* tb.c */), 1u, 0x1u));
	return GPGA_STOPPED;
}

/* gates.v:28 notif0 */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	gpga_store32(st, 546, gpga_bufif32(gpga_not32(gpga_load32(st, 518 /* tb.x */), 0x1u), gpga_load32(st, 522 /* tb.c */), 0u, 0x1u));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_mos32(gpga_l32 a, gpga_l32 c, uint on) {
	if (c.x != 0) return (a.x & ~a.v) != 0 ? gpga_l32{0u, 1u} : gpga_l32{1u, 1u};
	if (c.v != on) return gpga_l32{0u, 1u};
	return gpga_l32{uint(a.v), uint(a.x)};
}

/* gates.v:29 nmos */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	gpga_l32 t4 = gpga_load32(st, 522 /* tb.c */);
	gpga_l32 t2 = gpga_mos32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 522 /* tb.c */), 1u);
	gpga_gate_span(st, 636u, gpga_load32(st, 518 /* tb.x */), gpga_or32(t4, t4), 0u, 102u);
	gpga_store32(st, 634, t2);
	gpga_resolve_strong(st, tab, 1u);
	return GPGA_STOPPED;
}

/* gates.v:29 pmos */
GPGA_FN uint gpga_seg_43(GPGA_ARGS, uint th) {
	gpga_store32(st, 550, gpga_mos32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 522 /* tb.c */), 0u));
	return GPGA_STOPPED;
}

/* gates.v:29 cmos */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	gpga_store32(st, 552, gpga_mos32(gpga_load32(st, 518 /* tb.x */), gpga_or32(gpga_load32(st, 522 /* tb.c */), gpga_not32(gpga_not32(gpga_load32(st, 522 /* tb.c */), 0x1u), 0x1u)), 1u));
	return GPGA_STOPPED;
}

/* gates.v:32 and */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	gpga_store32(st, 554, gpga_and32(gpga_and32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 520 /* tb.y */)), gpga_load32(st, 522 /* tb.c */)));
	return GPGA_STOPPED;
}

/* gates.v:33 xor */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	gpga_store32(st, 556, gpga_xor32(gpga_xor32(gpga_xor32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 520 /* tb.y */)), gpga_load32(st, 522 /* tb.c */)), gpga_load32(st, 518 /* tb.x */)));
	return GPGA_STOPPED;
}

/* gates.v:36 pullup */
GPGA_FN uint gpga_seg_47(GPGA_ARGS, uint th) {
	gpga_store32(st, 644, gpga_k(1));
	gpga_resolve_strong(st, tab, 2u);
	return GPGA_STOPPED;
}

/* gates.v:36 pulldown */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	gpga_store32(st, 652, gpga_k(0));
	gpga_resolve_strong(st, tab, 3u);
	return GPGA_STOPPED;
}

/* gates.v:38 bufif1 */
GPGA_FN uint gpga_seg_49(GPGA_ARGS, uint th) {
	gpga_l32 t3 = gpga_load32(st, 518 /* tb.x */);
	gpga_l32 t4 = gpga_load32(st, 522 /* tb.c */);
	gpga_l32 t2 = gpga_bufif32(gpga_load32(st, 518 /* tb.x */), gpga_load32(st, 522 /* tb.c */), 1u, 0x1u);
	gpga_gate_span(st, 662u, gpga_or32(t3, t3), gpga_or32(t4, t4), 0u, 102u);
	gpga_store32(st, 660, t2);
	gpga_resolve_strong(st, tab, 4u);
	return GPGA_STOPPED;
}

/* gates.v:39 bufif0 */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	gpga_l32 t3 = gpga_load32(st, 520 /* tb.y */);
	gpga_l32 t2 = gpga_bufif32(gpga_load32(st, 520 /* tb.y */), gpga_load32(st, 522 /* tb.c */), 0u, 0x1u);
	gpga_gate_span(st, 666u, gpga_or32(t3, t3), gpga_not32(gpga_load32(st, 522 /* tb.c */), 0x1u), 0u, 102u);
	gpga_store32(st, 664, t2);
	gpga_resolve_strong(st, tab, 4u);
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_bool32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one || x ? 1u : 0u, x ? 1u : 0u}; }

static inline gpga_l32 gpga_ceq32(gpga_l32 a, gpga_l32 b) { return gpga_l32{((a.v ^ b.v) | (a.x ^ b.x)) == 0 ? 1u : 0u, 0u}; }

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

static inline gpga_l32 gpga_lognot64(gpga_l64 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one ? 0u : 1u, x ? 1u : 0u}; }

GPGA_FN void gpga_node_cancel(device uint *st, uint b) {
	if (GPGA_AT(b + EV_POS) != 0) gpga_heap_remove(st, b);
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

/* gates.v:43 buf */
GPGA_FN uint gpga_seg_51(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 568 /* tb.sx */);
	gpga_l32 t1 = gpga_or32(t0, t0);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 231)), gpga_ceq32(t1, gpga_load32(st, 668))))) {
		return GPGA_STOPPED;
	}
	gpga_l32 t8 = gpga_edges(gpga_up(t1), gpga_up(gpga_load32(st, 670)));
	gpga_l64 t21 = gpga_mux64(gpga_part32(t8, 1u, 0x1u), gpga_k64(0x32ul), gpga_mux64(gpga_part32(t8, 3u, 0x1u), gpga_k64(0x1eul), gpga_mux64(gpga_part32(t8, 2u, 0x1u), gpga_k64(0x1eul), gpga_mux64(gpga_trunc32(t8, 0x1u), gpga_k64(0x1eul), gpga_k64(0x0ul)))));
	if (gpga_true32(gpga_lognot64(t21))) {
		gpga_node_cancel(st, 224u);
		gpga_store32(st, 670, t1);
		gpga_store32(st, 564, t1);
	} else {
		gpga_store32(st, 668, t1);
		gpga_node_schedule(st, 224u, t21);
	}
	return GPGA_STOPPED;
}

/* gates.v:43 buf */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 668);
	gpga_store32(st, 670, t0);
	gpga_store32(st, 564, t0);
	return GPGA_STOPPED;
}

/* gates.v:44 bufif1 */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	gpga_l32 t2 = gpga_bufif32(gpga_load32(st, 568 /* tb.sx */), gpga_load32(st, 570 /* tb.sc */), 1u, 0x1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 251)), gpga_ceq32(t2, gpga_load32(st, 672))))) {
		return GPGA_STOPPED;
	}
	gpga_l32 t9 = gpga_edges(gpga_up(t2), gpga_up(gpga_load32(st, 674)));
	gpga_l64 t22 = gpga_mux64(gpga_part32(t9, 2u, 0x1u), gpga_k64(0x46ul), gpga_mux64(gpga_part32(t9, 1u, 0x1u), gpga_k64(0x28ul), gpga_mux64(gpga_part32(t9, 3u, 0x1u), gpga_k64(0x14ul), gpga_mux64(gpga_trunc32(t9, 0x1u), gpga_k64(0x14ul), gpga_k64(0x0ul)))));
	if (gpga_true32(gpga_lognot64(t22))) {
		gpga_node_cancel(st, 244u);
		gpga_store32(st, 674, t2);
		gpga_store32(st, 566, t2);
	} else {
		gpga_store32(st, 672, t2);
		gpga_node_schedule(st, 244u, t22);
	}
	return GPGA_STOPPED;
}

/* gates.v:44 bufif1 */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 672);
	gpga_store32(st, 674, t0);
	gpga_store32(st, 566, t0);
	return GPGA_STOPPED;
}

/* gates.v:48 nand */
GPGA_FN uint gpga_seg_55(GPGA_ARGS, uint th) {
	gpga_l32 t3 = gpga_not32(gpga_and32(gpga_load32(st, 578 /* tb.r3 */), gpga_load32(st, 572 /* tb.en */)), 0x1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 271)), gpga_ceq32(t3, gpga_load32(st, 676))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t3, gpga_load32(st, 678)))) {
		gpga_node_cancel(st, 264u);
		gpga_store32(st, 678, t3);
		gpga_set32(st, tab, 574, 29 /* tb.r1 */, t3);
	} else {
		gpga_store32(st, 676, t3);
		gpga_node_schedule(st, 264u, gpga_k64(0xful));
	}
	return GPGA_STOPPED;
}

/* gates.v:48 nand */
GPGA_FN uint gpga_seg_56(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 676);
	gpga_store32(st, 678, t0);
	gpga_note32(st, 574, 29 /* tb.r1 */, t0);
	return GPGA_STOPPED;
}

/* gates.v:49 not */
GPGA_FN uint gpga_seg_57(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_not32(gpga_load32(st, 574 /* tb.r1 */), 0x1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 291)), gpga_ceq32(t1, gpga_load32(st, 680))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t1, gpga_load32(st, 682)))) {
		gpga_node_cancel(st, 284u);
		gpga_store32(st, 682, t1);
		gpga_set32(st, tab, 576, 30 /* tb.r2 */, t1);
	} else {
		gpga_store32(st, 680, t1);
		gpga_node_schedule(st, 284u, gpga_k64(0xful));
	}
	return GPGA_STOPPED;
}

/* gates.v:49 not */
GPGA_FN uint gpga_seg_58(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 680);
	gpga_store32(st, 682, t0);
	gpga_note32(st, 576, 30 /* tb.r2 */, t0);
	return GPGA_STOPPED;
}

/* gates.v:50 not */
GPGA_FN uint gpga_seg_59(GPGA_ARGS, uint th) {
	gpga_l32 t1 = gpga_not32(gpga_load32(st, 576 /* tb.r2 */), 0x1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 311)), gpga_ceq32(t1, gpga_load32(st, 684))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t1, gpga_load32(st, 686)))) {
		gpga_node_cancel(st, 304u);
		gpga_store32(st, 686, t1);
		gpga_set32(st, tab, 578, 31 /* tb.r3 */, t1);
	} else {
		gpga_store32(st, 684, t1);
		gpga_node_schedule(st, 304u, gpga_k64(0xful));
	}
	return GPGA_STOPPED;
}

/* gates.v:50 not */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 684);
	gpga_store32(st, 686, t0);
	gpga_set32(st, tab, 578, 31 /* tb.r3 */, t0);
	return GPGA_STOPPED;
}

/* gates.v:6 nand g1 */
GPGA_FN uint gpga_seg_61(GPGA_ARGS, uint th) {
	gpga_l32 t3 = gpga_not32(gpga_and32(gpga_load32(st, 582 /* tb.s_n */), gpga_load32(st, 588 /* tb.qn */)), 0x1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 331)), gpga_ceq32(t3, gpga_load32(st, 688))))) {
		return GPGA_STOPPED;
	}
	gpga_l32 t10 = gpga_edges(gpga_up(t3), gpga_up(gpga_load32(st, 690)));
	gpga_l64 t23 = gpga_mux64(gpga_part32(t10, 1u, 0x1u), gpga_k64(0x14ul), gpga_mux64(gpga_part32(t10, 3u, 0x1u), gpga_k64(0xaul), gpga_mux64(gpga_part32(t10, 2u, 0x1u), gpga_k64(0xaul), gpga_mux64(gpga_trunc32(t10, 0x1u), gpga_k64(0xaul), gpga_k64(0x0ul)))));
	if (gpga_true32(gpga_lognot64(t23))) {
		gpga_node_cancel(st, 324u);
		gpga_store32(st, 690, t3);
		gpga_set32(st, tab, 586, 35 /* tb.q */, t3);
	} else {
		gpga_store32(st, 688, t3);
		gpga_node_schedule(st, 324u, t23);
	}
	return GPGA_STOPPED;
}

/* gates.v:6 nand g1 */
GPGA_FN uint gpga_seg_62(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 688);
	gpga_store32(st, 690, t0);
	gpga_note32(st, 586, 35 /* tb.q */, t0);
	return GPGA_STOPPED;
}

/* gates.v:6 nand g2 */
GPGA_FN uint gpga_seg_63(GPGA_ARGS, uint th) {
	gpga_l32 t3 = gpga_not32(gpga_and32(gpga_load32(st, 584 /* tb.r_n */), gpga_load32(st, 586 /* tb.q */)), 0x1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 351)), gpga_ceq32(t3, gpga_load32(st, 692))))) {
		return GPGA_STOPPED;
	}
	gpga_l32 t10 = gpga_edges(gpga_up(t3), gpga_up(gpga_load32(st, 694)));
	gpga_l64 t23 = gpga_mux64(gpga_part32(t10, 1u, 0x1u), gpga_k64(0x14ul), gpga_mux64(gpga_part32(t10, 3u, 0x1u), gpga_k64(0xaul), gpga_mux64(gpga_part32(t10, 2u, 0x1u), gpga_k64(0xaul), gpga_mux64(gpga_trunc32(t10, 0x1u), gpga_k64(0xaul), gpga_k64(0x0ul)))));
	if (gpga_true32(gpga_lognot64(t23))) {
		gpga_node_cancel(st, 344u);
		gpga_store32(st, 694, t3);
		gpga_set32(st, tab, 588, 36 /* tb.qn */, t3);
	} else {
		gpga_store32(st, 692, t3);
		gpga_node_schedule(st, 344u, t23);
	}
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

/* gates.v:6 nand g2 */
GPGA_FN uint gpga_seg_64(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 692);
	gpga_store32(st, 694, t0);
	gpga_note32(st, 588, 36 /* tb.qn */, t0);
	return GPGA_STOPPED;
}

/* gates.v:13 assign */
GPGA_FN uint gpga_seg_66(GPGA_ARGS, uint th) {
	gpga_store32(st, 598, gpga_part32(gpga_load32(st, 606 /* add.c */), 4u, 0x1u));
	return GPGA_STOPPED;
}

/* gates.v:14 xor px */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	gpga_l32 t20 = gpga_cat32(gpga_xor32(gpga_part32(gpga_load32(st, 590 /* tb.a */), 3u, 0x1u), gpga_part32(gpga_load32(st, 592 /* tb.b */), 3u, 0x1u)), gpga_xor32(gpga_part32(gpga_load32(st, 590 /* tb.a */), 2u, 0x1u), gpga_part32(gpga_load32(st, 592 /* tb.b */), 2u, 0x1u)), 1u);
	gpga_l32 t22 = gpga_cat32(gpga_cat32(t20, gpga_xor32(gpga_part32(gpga_load32(st, 590 /* tb.a */), 1u, 0x1u), gpga_part32(gpga_load32(st, 592 /* tb.b */), 1u, 0x1u)), 1u), gpga_xor32(gpga_trunc32(gpga_load32(st, 590 /* tb.a */), 0x1u), gpga_trunc32(gpga_load32(st, 592 /* tb.b */), 0x1u)), 1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 379)), gpga_ceq32(t22, gpga_load32(st, 696))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t22, gpga_load32(st, 698)))) {
		gpga_node_cancel(st, 372u);
		gpga_store32(st, 698, t22);
		gpga_set32(st, tab, 608, 46 /* add.p */, t22);
	} else {
		gpga_store32(st, 696, t22);
		gpga_node_schedule(st, 372u, gpga_k64(0xaul));
	}
	return GPGA_STOPPED;
}

/* gates.v:14 xor px */
GPGA_FN uint gpga_seg_68(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 696);
	gpga_store32(st, 698, t0);
	gpga_note32(st, 608, 46 /* add.p */, t0);
	return GPGA_STOPPED;
}

/* gates.v:15 and gx */
GPGA_FN uint gpga_seg_69(GPGA_ARGS, uint th) {
	gpga_l32 t20 = gpga_cat32(gpga_and32(gpga_part32(gpga_load32(st, 590 /* tb.a */), 3u, 0x1u), gpga_part32(gpga_load32(st, 592 /* tb.b */), 3u, 0x1u)), gpga_and32(gpga_part32(gpga_load32(st, 590 /* tb.a */), 2u, 0x1u), gpga_part32(gpga_load32(st, 592 /* tb.b */), 2u, 0x1u)), 1u);
	gpga_l32 t22 = gpga_cat32(gpga_cat32(t20, gpga_and32(gpga_part32(gpga_load32(st, 590 /* tb.a */), 1u, 0x1u), gpga_part32(gpga_load32(st, 592 /* tb.b */), 1u, 0x1u)), 1u), gpga_and32(gpga_trunc32(gpga_load32(st, 590 /* tb.a */), 0x1u), gpga_trunc32(gpga_load32(st, 592 /* tb.b */), 0x1u)), 1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 399)), gpga_ceq32(t22, gpga_load32(st, 700))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t22, gpga_load32(st, 702)))) {
		gpga_node_cancel(st, 392u);
		gpga_store32(st, 702, t22);
		gpga_set32(st, tab, 610, 47 /* add.g */, t22);
	} else {
		gpga_store32(st, 700, t22);
		gpga_node_schedule(st, 392u, gpga_k64(0xaul));
	}
	return GPGA_STOPPED;
}

/* gates.v:15 and gx */
GPGA_FN uint gpga_seg_70(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 700);
	gpga_store32(st, 702, t0);
	gpga_note32(st, 610, 47 /* add.g */, t0);
	return GPGA_STOPPED;
}

/* gates.v:16 and tx */
GPGA_FN uint gpga_seg_71(GPGA_ARGS, uint th) {
	gpga_l32 t24 = gpga_cat32(gpga_and32(gpga_part32(gpga_load32(st, 608 /* add.p */), 3u, 0x1u), gpga_part32(gpga_trunc32(gpga_load32(st, 606 /* add.c */), 0xfu), 3u, 0x1u)), gpga_and32(gpga_part32(gpga_load32(st, 608 /* add.p */), 2u, 0x1u), gpga_part32(gpga_trunc32(gpga_load32(st, 606 /* add.c */), 0xfu), 2u, 0x1u)), 1u);
	gpga_l32 t26 = gpga_cat32(gpga_cat32(t24, gpga_and32(gpga_part32(gpga_load32(st, 608 /* add.p */), 1u, 0x1u), gpga_part32(gpga_trunc32(gpga_load32(st, 606 /* add.c */), 0xfu), 1u, 0x1u)), 1u), gpga_and32(gpga_trunc32(gpga_load32(st, 608 /* add.p */), 0x1u), gpga_trunc32(gpga_trunc32(gpga_load32(st, 606 /* add.c */), 0xfu), 0x1u)), 1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 419)), gpga_ceq32(t26, gpga_load32(st, 704))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t26, gpga_load32(st, 706)))) {
		gpga_node_cancel(st, 412u);
		gpga_store32(st, 706, t26);
		gpga_set32(st, tab, 612, 48 /* add.t */, t26);
	} else {
		gpga_store32(st, 704, t26);
		gpga_node_schedule(st, 412u, gpga_k64(0xaul));
	}
	return GPGA_STOPPED;
}

/* gates.v:16 and tx */
GPGA_FN uint gpga_seg_72(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 704);
	gpga_store32(st, 706, t0);
	gpga_note32(st, 612, 48 /* add.t */, t0);
	return GPGA_STOPPED;
}

/* bits [off +: popcount(m)] of a signal of at most 32 bits */
static inline void gpga_setp32(GPGA_ARGS, uint s, uint sig, gpga_l32 t, uint off, uint m) {
	uint v = (GPGA_AT(s) & ~(m << off)) | (t.v << off);
	uint x = (GPGA_AT(s + 1u) & ~(m << off)) | (t.x << off);
	if (((GPGA_AT(s) ^ v) | (GPGA_AT(s + 1u) ^ x)) != 0u) {
		GPGA_AT(s) = v;
		GPGA_AT(s + 1u) = x;
		gpga_publish(st, tab, sig);
	}
}

/* gates.v:17 or cx */
GPGA_FN uint gpga_seg_73(GPGA_ARGS, uint th) {
	gpga_l32 t20 = gpga_cat32(gpga_or32(gpga_part32(gpga_load32(st, 610 /* add.g */), 3u, 0x1u), gpga_part32(gpga_load32(st, 612 /* add.t */), 3u, 0x1u)), gpga_or32(gpga_part32(gpga_load32(st, 610 /* add.g */), 2u, 0x1u), gpga_part32(gpga_load32(st, 612 /* add.t */), 2u, 0x1u)), 1u);
	gpga_l32 t22 = gpga_cat32(gpga_cat32(t20, gpga_or32(gpga_part32(gpga_load32(st, 610 /* add.g */), 1u, 0x1u), gpga_part32(gpga_load32(st, 612 /* add.t */), 1u, 0x1u)), 1u), gpga_or32(gpga_trunc32(gpga_load32(st, 610 /* add.g */), 0x1u), gpga_trunc32(gpga_load32(st, 612 /* add.t */), 0x1u)), 1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 439)), gpga_ceq32(t22, gpga_load32(st, 708))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t22, gpga_load32(st, 710)))) {
		gpga_node_cancel(st, 432u);
		gpga_store32(st, 710, t22);
		gpga_setp32(st, tab, 606u, 45 /* add.c */, t22, 1u, 0xfu);
	} else {
		gpga_store32(st, 708, t22);
		gpga_node_schedule(st, 432u, gpga_k64(0xaul));
	}
	return GPGA_STOPPED;
}

/* gates.v:17 or cx */
GPGA_FN uint gpga_seg_74(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 708);
	gpga_store32(st, 710, t0);
	gpga_notep32(st, 606u, 45 /* add.c */, t0, 1u, 0xfu);
	return GPGA_STOPPED;
}

/* gates.v:18 xor sx */
GPGA_FN uint gpga_seg_75(GPGA_ARGS, uint th) {
	gpga_l32 t24 = gpga_cat32(gpga_xor32(gpga_part32(gpga_load32(st, 608 /* add.p */), 3u, 0x1u), gpga_part32(gpga_trunc32(gpga_load32(st, 606 /* add.c */), 0xfu), 3u, 0x1u)), gpga_xor32(gpga_part32(gpga_load32(st, 608 /* add.p */), 2u, 0x1u), gpga_part32(gpga_trunc32(gpga_load32(st, 606 /* add.c */), 0xfu), 2u, 0x1u)), 1u);
	gpga_l32 t26 = gpga_cat32(gpga_cat32(t24, gpga_xor32(gpga_part32(gpga_load32(st, 608 /* add.p */), 1u, 0x1u), gpga_part32(gpga_trunc32(gpga_load32(st, 606 /* add.c */), 0xfu), 1u, 0x1u)), 1u), gpga_xor32(gpga_trunc32(gpga_load32(st, 608 /* add.p */), 0x1u), gpga_trunc32(gpga_trunc32(gpga_load32(st, 606 /* add.c */), 0xfu), 0x1u)), 1u);
	if (gpga_true32(gpga_and32(gpga_bool32(gpga_load32(st, 459)), gpga_ceq32(t26, gpga_load32(st, 712))))) {
		return GPGA_STOPPED;
	}
	if (gpga_true32(gpga_ceq32(t26, gpga_load32(st, 714)))) {
		gpga_node_cancel(st, 452u);
		gpga_store32(st, 714, t26);
		gpga_store32(st, 596, t26);
	} else {
		gpga_store32(st, 712, t26);
		gpga_node_schedule(st, 452u, gpga_k64(0xaul));
	}
	return GPGA_STOPPED;
}

/* gates.v:18 xor sx */
GPGA_FN uint gpga_seg_76(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 712);
	gpga_store32(st, 714, t0);
	gpga_store32(st, 596, t0);
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

