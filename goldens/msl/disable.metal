/* gpga kernel, table form, four-state: tb */
/* 13 processes, 0 continuous nodes, 94 segments, 1 events, 12 signals */
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
constant uint NEED_SVC_WORDS = 12;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
constant uint SCHED_POOL_NEXT = 30;
constant uint NEED_POOL_WORDS = 48;
constant uint SCHED_POOL_END = 31;
constant uint NEED_POOL = 4;
constant uint NEED_HEAP_EVENTS = 2;
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
constant uint TAB_SLOT = 14;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 13;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0};
constant uchar sched_edge_wait_item_count[] = {1};
constant ushort sched_edge_item_val[] = {358};
constant ushort sched_edge_item_xz[] = {359};
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

constant uint TAB_WIDTH = 26;
constant uint TAB_WORDS = 38;
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
	}
	GPGA_AT(SCHED_STATUS) = STATUS_SPIN;
}

constant uint SCHED_PHASE = 11;
constant uint SCHED_NBA_ROUND = 508;
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
constant uint SCHED_POST_THREAD = 374;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 62;
constant uint SCHED_TRACE_NEXT = 368;
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

constant uint TAB_SEG = 227;
/* puts block b in front of the active queue: forks, task calls, named blocks, and the parent when they end */
static inline void gpga_push_front(device uint *st, uint b) {
	uint head = GPGA_AT(SCHED_ACT_HEAD);
	GPGA_AT(b + B_QNEXT) = head;
	GPGA_AT(SCHED_ACT_HEAD) = b;
	if (head == 0) GPGA_AT(SCHED_ACT_TAIL) = b;
}

constant uint GPGA_STOPPED = 0xfffffffeu;
/* ---- terminators ---- */
static inline uint gpga_yield(device uint *st, uint th, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	gpga_push_front(st, th);
	return GPGA_STOPPED;
}

/* disable.v:10 initial, and 8 like it */
GPGA_FN uint gpga_shape_0(GPGA_ARGS, uint th, uint p) {
	return gpga_yield(st, th, tab[p + 0]);
}

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

/* disable.v:10 initial */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_store32(st, 348, gpga_k(0));
	return gpga_yield(st, th, 2u);
}

/* disable.v:12 initial */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	gpga_store32(st, 344, gpga_k(21));
	return 3;
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

/* disable.v:13 initial */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 344 /* tb.i */), gpga_k(1000), 0u)) ? 4 : 16;
}

static inline gpga_l32 gpga_ne32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; bool ne = ((a.v ^ b.v) & ~x) != 0; bool u = !ne && x != 0; return gpga_l32{ne || u ? 1u : 0u, u ? 1u : 0u}; }

GPGA_FN gpga_l32 gpga_mods32(gpga_l32 a, gpga_l32 b, uint m, uint h) {
	if ((a.x | b.x) != 0 || b.v == 0) return gpga_l32{m, m};
	uint p = a.v << h, q = b.v << h;
	uint top = uint(1) << (32u - 1u);
	uint pa = (p & top) != 0 ? uint(0) - p : p, qa = (q & top) != 0 ? uint(0) - q : q;
	uint r = (pa >> h) % (qa >> h);
	return gpga_l32{((p & top) != 0 ? uint(0) - r : r) & m, uint(0)};
}

/* disable.v:13 initial */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_ne32(gpga_mods32(gpga_load32(st, 344 /* tb.i */), gpga_k(7), 0xffffffffu, 0u), gpga_k(0))) ? 6 : 7;
}

/* disable.v:14 initial */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_store32(st, 346, gpga_k(0));
	return 8;
}

/* disable.v:15 initial */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 346 /* tb.j */), gpga_k(11), 0u)) ? 9 : 14;
}

/* relations; equality is 0 as soon as known bits differ */
static inline gpga_l32 gpga_eq32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; bool ne = ((a.v ^ b.v) & ~x) != 0; bool u = !ne && x != 0; return gpga_l32{ne ? 0u : 1u, u ? 1u : 0u}; }

/* disable.v:15 initial */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_eq32(gpga_mods32(gpga_load32(st, 344 /* tb.i */), gpga_k(11), 0xffffffffu, 0u), gpga_k(0))) ? 10 : 11;
}

/* disable.v:16 initial */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	gpga_store32(st, 348, gpga_load32(st, 344 /* tb.i */));
	return gpga_yield(st, th, 17u);
}

/* disable.v:16 initial */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_eq32(gpga_load32(st, 346 /* tb.j */), gpga_k(3))) ? 12 : 13;
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* disable.v:17 initial */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_store32(st, 346, gpga_add32(gpga_load32(st, 346 /* tb.j */), gpga_k(1), 0xffffffffu));
	return 8;
}

/* disable.v:15 initial */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_store32(st, 344, gpga_add32(gpga_load32(st, 344 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 3;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

/* disable.v:13 initial */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	gpga_svc(st, 0u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_yield(st, th, 17u);
}

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

/* disable.v:20 initial */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 348 /* tb.found */);
	gpga_svc(st, 1u, 2u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_yield(st, th, 18u);
}

constant uint TH_PARENT = 10;
constant uint FR_TASK = 2;
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

/* disable.v:22 initial, and 8 like it */
GPGA_FN uint gpga_shape_18(GPGA_ARGS, uint th, uint p) {
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
static inline uint gpga_call(device uint *st, uint th, uint frame, uint entry, uint ret) {
	GPGA_AT(frame + FR_RET) = ret;
	GPGA_AT(frame + FR_CALLER) = GPGA_AT(th + TH_FRAME);
	GPGA_AT(th + TH_FRAME) = frame;
	return gpga_yield(st, th, entry);
}

/* disable.v:43 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_store32(st, 366, gpga_k(1));
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 84u, 20u);
}

/* disable.v:44 initial */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	gpga_store32(st, 366, gpga_k(5));
	gpga_l32 t1 = gpga_new_frame(st, 0u, 3u);
	return gpga_call(st, th, t1.v, 84u, 21u);
}

/* disable.v:45 initial */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_store32(st, 362, gpga_k(5));
	gpga_l32 t1 = gpga_new_frame(st, 1u, 3u);
	return gpga_call(st, th, t1.v, 87u, 22u);
}

static inline gpga_l64 gpga_time(device uint *st) { return gpga_l64{ulong(GPGA_AT(SCHED_TIME_LO)) | (ulong(GPGA_AT(SCHED_TIME_HI)) << 32), 0ul}; }

GPGA_FN void gpga_arg64(device uint *st, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store64(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
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

/* disable.v:46 initial */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_svc(st, 2u, 4u);
	gpga_arg64(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 23u);
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 26u);
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 29u);
	return gpga_join(st, th, 3u, 32u);
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

/* disable.v:48 initial */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xful), 24u);
}

constant uint NUM_PROC = 13;
constant uint TAB_PROC = 205;
constant uint TAB_BLOCK = 161;
constant uint BLOCK_WORDS = 4;
/* ---- disable (IEEE 1364-2005 10.5) ---- */
static inline bool gpga_within(GPGA_ARGS, uint block, uint seg) {
	return seg >= tab[TAB_BLOCK + block * BLOCK_WORDS] && seg < tab[TAB_BLOCK + block * BLOCK_WORDS + 1u];
}

/* how deep in its calls thread th is inside the block: 0 not at all, 1 in its present frame, 2 in the frame's caller, ... */
GPGA_FN uint gpga_depth_in(GPGA_ARGS, uint th, uint block) {
	if (GPGA_AT(th + B_STATE) == TH_DEAD || GPGA_AT(th + B_STATE) == TH_KILLED) return 0;
	uint seg = GPGA_AT(th + B_SEG), f = GPGA_AT(th + TH_FRAME);
	uint depth = 0;
	for (uint k = 1; k < 65536u; ++k) {
		if (gpga_within(st, tab, block, seg)) depth = k;
		if (f == 0 || (GPGA_AT(f + FR_TASK) >> 31) != 0) break;
		seg = GPGA_AT(f + FR_RET);
		f = GPGA_AT(f + FR_CALLER);
	}
	return depth;
}

constant uint TH_WAITING = 2;
/* takes a thread out of what it waits for; false when it is in a queue and must stay there */
GPGA_FN bool gpga_unlink(device uint *st, uint th) {
	uint s = GPGA_AT(th + B_STATE), e = s == TH_WAITING ? GPGA_AT(th + TH_EVENT) : 0u;
	if (s == TH_DELAYED) gpga_heap_remove(st, th);
	uint at = SCHED_WAIT_HEAD + e - 1u;
	for (uint k = 0; e != 0 && k < SCHED_LOOP_MAX; ++k) {
		uint t = GPGA_AT(at);
		if (t == 0) return false;
		if (t == th) {
			GPGA_AT(at) = GPGA_AT(th + TH_NEXT);
			GPGA_AT(th + TH_NEXT) = 0;
			e = 0;
		}
		at = t + TH_NEXT;
	}
	return s == TH_DELAYED || s == TH_JOINING || s == TH_WAITING;
}

/* ends th, a child of some thread, for good */
GPGA_FN void gpga_kill(device uint *st, uint th) {
	if (gpga_unlink(st, th)) {
		GPGA_AT(th + B_STATE) = TH_DEAD;
		gpga_drop_thread(st, th);
	} else {
		GPGA_AT(th + B_STATE) = TH_KILLED;
	}
}

/* kills all descendants of th: the children of one that goes become th's own before */
GPGA_FN void gpga_kill_below(device uint *st, uint th) {
	for (uint round = 0; round < SCHED_LOOP_MAX; ++round) {
		uint hit = 0;
		uint t = GPGA_AT(SCHED_THREADS);
		for (uint k = 0; t != 0 && k < SCHED_LOOP_MAX; ++k) {
			uint s = GPGA_AT(t + B_STATE);
			if (GPGA_AT(t + TH_PARENT) == th && s != TH_KILLED && s != TH_DEAD) hit = t;
			t = GPGA_AT(t + TH_ALL_NEXT);
		}
		if (hit == 0) return;
		t = GPGA_AT(SCHED_THREADS);
		for (uint k = 0; t != 0 && k < SCHED_LOOP_MAX; ++k) {
			if (GPGA_AT(t + TH_PARENT) == hit) GPGA_AT(t + TH_PARENT) = th;
			t = GPGA_AT(t + TH_ALL_NEXT);
		}
		gpga_kill(st, hit);
	}
}

constant uint NO_SEG = 0xffffffffu;
/* ends the block in thread th, which is inside it at depth */
GPGA_FN uint gpga_leave(GPGA_ARGS, uint th, uint block, uint depth, bool self) {
	gpga_kill_below(st, th);
	GPGA_AT(th + TH_KIDS) = 0;
	for (uint k = 1; k < depth; ++k) GPGA_AT(th + TH_FRAME) = GPGA_AT(GPGA_AT(th + TH_FRAME) + FR_CALLER);
	uint seg = tab[TAB_BLOCK + block * BLOCK_WORDS + 2u];
	if (seg == NO_SEG) {
		uint f = GPGA_AT(th + TH_FRAME);
		seg = GPGA_AT(f + FR_RET);
		GPGA_AT(th + TH_FRAME) = GPGA_AT(f + FR_CALLER);
	}
	if (!self && gpga_unlink(st, th)) gpga_yield(st, th, seg);
	GPGA_AT(th + B_SEG) = seg;
	return seg;
}

GPGA_FN uint gpga_disable(GPGA_ARGS, uint th, uint block, uint seg, uint next) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	uint go = next;
	/* threads inside whose parents are inside as well go with them */
	for (uint round = 0; round < SCHED_LOOP_MAX; ++round) {
		uint hit = 0, depth = 0;
		for (uint k = 0; k < SCHED_LOOP_MAX && depth == 0; ++k) {
			hit = k < NUM_PROC ? tab[TAB_PROC + k] : k == NUM_PROC ? GPGA_AT(SCHED_THREADS) : GPGA_AT(hit + TH_ALL_NEXT);
			if (hit == 0) break;
			depth = gpga_depth_in(st, tab, hit, block);
		}
		if (depth == 0) break;
		uint top = hit;
		uint p = GPGA_AT(hit + TH_PARENT);
		for (uint j = 0; p != 0 && j < 65536u; ++j) {
			uint d = gpga_depth_in(st, tab, p, block);
			if (d != 0) {
				top = p;
				depth = d;
			}
			p = GPGA_AT(p + TH_PARENT);
		}
		uint r = gpga_leave(st, tab, top, block, depth, top == th);
		if (top == th) go = r;
	}
	uint s = GPGA_AT(th + B_STATE);
	if (s == TH_KILLED || s == TH_DEAD) {
		/* it was itself inside a fork of the block, and is no longer in any queue */
		if (s == TH_KILLED) {
			GPGA_AT(th + B_STATE) = TH_DEAD;
			gpga_drop_thread(st, th);
		}
		return GPGA_STOPPED;
	}
	return go;
}

/* disable.v:49 initial */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_svc(st, 3u, 4u);
	gpga_arg64(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_disable(st, tab, th, 2u, 24u, 25u);
}

/* disable.v:49 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x19ul), 27u);
}

/* disable.v:50 initial */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_svc(st, 4u, 4u);
	gpga_arg64(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_disable(st, tab, th, 2u, 27u, 28u);
}

/* disable.v:50 initial */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	return 30;
}

/* disable.v:51 initial */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x4ul), 31u);
}

/* disable.v:51 initial */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_svc(st, 5u, 4u);
	gpga_arg64(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return 30;
}

/* disable.v:51 initial */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	return 33;
}

/* disable.v:51 initial */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_svc(st, 6u, 4u);
	gpga_arg64(st, t0);
	return gpga_end(st, th);
}

/* disable.v:55 initial */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x23ul), 35u);
}

/* disable.v:55 initial */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	return gpga_disable(st, tab, th, 3u, 35u, 36u);
}

/* disable.v:58 initial */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	gpga_store32(st, 350, gpga_k(0));
	gpga_store32(st, 352, gpga_k(0));
	return gpga_yield(st, th, 38u);
}

/* ---- the nonblocking log ---- */
GPGA_FN void gpga_nba32(device uint *st, uint sig, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_NBA_END);
	GPGA_AT(e) = sig;
	GPGA_AT(e + 1u) = t.v;
	GPGA_AT(e + 2u) = t.x;
	GPGA_AT(SCHED_NBA_END) = e + 3u;
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

/* disable.v:60 initial */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	uint n0 = GPGA_AT(SCHED_NBA_END);
	gpga_nba32(st, 3 /* tb.q */, gpga_k(17));
	gpga_nba_later(st, n0, gpga_k64(0x14ul));
	gpga_store32(st, 368, gpga_k(34));
	return gpga_delay(st, th, gpga_k64(0x1eul), 39u);
}

/* disable.v:62 initial */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_store32(st, 352, gpga_load32(st, 368));
	gpga_nba32(st, 3 /* tb.q */, gpga_k(51));
	return gpga_yield(st, th, 40u);
}

/* disable.v:63 initial */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 350 /* tb.q */);
	gpga_l32 t2 = gpga_load32(st, 352 /* tb.late */);
	gpga_svc(st, 7u, 8u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	return gpga_end(st, th);
}

/* disable.v:67 initial */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xcul), 42u);
}

/* disable.v:67 initial */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	return gpga_disable(st, tab, th, 4u, 42u, 43u);
}

/* disable.v:68 initial */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x16ul), 45u);
}

/* disable.v:68 initial */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 350 /* tb.q */);
	gpga_l32 t2 = gpga_load32(st, 352 /* tb.late */);
	gpga_svc(st, 8u, 8u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	return gpga_end(st, th);
}

/* disable.v:69 initial */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x2aul), 47u);
}

/* disable.v:69 initial */
GPGA_FN uint gpga_seg_47(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 350 /* tb.q */);
	gpga_l32 t2 = gpga_load32(st, 352 /* tb.late */);
	gpga_svc(st, 9u, 8u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	gpga_arg32(st, t2);
	return gpga_end(st, th);
}

/* disable.v:73 initial */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	gpga_store32(st, 356, gpga_k(0));
	return gpga_end(st, th);
}

/* disable.v:74 always */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	gpga_store32(st, 356, gpga_add32(gpga_load32(st, 356 /* tb.starts */), gpga_k(1), 0xffffffffu));
	return gpga_delay(st, th, gpga_k64(0x9ul), 51u);
}

/* disable.v:76 always */
GPGA_FN uint gpga_seg_51(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x3e8ul), 52u);
}

/* disable.v:77 always */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	gpga_svc(st, 10u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_yield(st, th, 49u);
}

/* disable.v:77 always */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	return 49;
}

/* disable.v:79 initial */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	gpga_store32(st, 370, gpga_k(3));
	return 55;
}

/* disable.v:80 initial */
GPGA_FN uint gpga_seg_55(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_load32(st, 370)) ? 56 : 58;
}

static inline gpga_l32 gpga_sub32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v - b.v) & m) | k, k}; }

/* disable.v:80 initial */
GPGA_FN uint gpga_seg_56(GPGA_ARGS, uint th) {
	gpga_store32(st, 370, gpga_sub32(gpga_load32(st, 370), gpga_k(1), 0xffffffffu));
	return gpga_delay(st, th, gpga_k64(0x9ul), 57u);
}

/* disable.v:80 initial */
GPGA_FN uint gpga_seg_57(GPGA_ARGS, uint th) {
	return gpga_disable(st, tab, th, 5u, 57u, 55u);
}

/* disable.v:80 initial */
GPGA_FN uint gpga_seg_58(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x1ul), 59u);
}

/* disable.v:81 initial */
GPGA_FN uint gpga_seg_59(GPGA_ARGS, uint th) {
	return gpga_disable(st, tab, th, 6u, 59u, 60u);
}

/* disable.v:81 initial */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 356 /* tb.starts */);
	gpga_svc(st, 11u, 6u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	return gpga_end(st, th);
}

/* disable.v:85 initial */
GPGA_FN uint gpga_seg_63(GPGA_ARGS, uint th) {
	gpga_store32(st, 344, gpga_k(0));
	return gpga_yield(st, th, 64u);
}

/* disable.v:93 initial */
GPGA_FN uint gpga_seg_66(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 358, 7 /* tb.ack */, gpga_k(0));
	gpga_store32(st, 360, gpga_k(0));
	gpga_store32(st, 372, gpga_k(3));
	return 67;
}

/* disable.v:95 initial */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_load32(st, 372)) ? 68 : 78;
}

/* disable.v:95 initial */
GPGA_FN uint gpga_seg_68(GPGA_ARGS, uint th) {
	gpga_store32(st, 372, gpga_sub32(gpga_load32(st, 372), gpga_k(1), 0xffffffffu));
	return gpga_yield(st, th, 69u);
}

/* disable.v:95 initial */
GPGA_FN uint gpga_seg_69(GPGA_ARGS, uint th) {
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 70u);
	gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), 73u);
	return gpga_join(st, th, 2u, 76u);
}

static inline uint gpga_wait(device uint *st, uint th, uint event, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_WAITING;
	GPGA_AT(th + TH_EVENT) = event + 1u;
	GPGA_AT(th + TH_NEXT) = GPGA_AT(SCHED_WAIT_HEAD + event);
	GPGA_AT(SCHED_WAIT_HEAD + event) = th;
	return GPGA_STOPPED;
}

/* disable.v:96 initial */
GPGA_FN uint gpga_seg_70(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 71);
}

/* disable.v:98 initial */
GPGA_FN uint gpga_seg_71(GPGA_ARGS, uint th) {
	return gpga_disable(st, tab, th, 7u, 71u, 72u);
}

/* disable.v:99 initial */
GPGA_FN uint gpga_seg_73(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x14ul), 74u);
}

/* disable.v:102 initial */
GPGA_FN uint gpga_seg_74(GPGA_ARGS, uint th) {
	gpga_store32(st, 360, gpga_add32(gpga_load32(st, 360 /* tb.timeouts */), gpga_k(1), 0xffffffffu));
	return gpga_disable(st, tab, th, 7u, 74u, 75u);
}

/* disable.v:103 initial */
GPGA_FN uint gpga_seg_76(GPGA_ARGS, uint th) {
	return 77;
}

/* disable.v:103 initial */
GPGA_FN uint gpga_seg_77(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 360 /* tb.timeouts */);
	gpga_svc(st, 12u, 6u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_yield(st, th, 67u);
}

/* disable.v:106 initial */
GPGA_FN uint gpga_seg_78(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x14ul), 79u);
}

GPGA_FN uint gpga_dispatch_0(GPGA_ARGS, uint seg, uint th, uint p) {
	switch (seg) {
	case 0: return gpga_shape_0(st, tab, th, p);
	case 1: return gpga_seg_1(st, tab, th);
	case 2: return gpga_seg_2(st, tab, th);
	case 3: return gpga_seg_3(st, tab, th);
	case 4: return gpga_seg_5(st, tab, th);
	case 5: return gpga_seg_7(st, tab, th);
	case 6: return gpga_seg_8(st, tab, th);
	case 7: return gpga_seg_9(st, tab, th);
	case 8: return gpga_seg_10(st, tab, th);
	case 9: return gpga_seg_11(st, tab, th);
	case 10: return gpga_seg_13(st, tab, th);
	case 11: return gpga_seg_15(st, tab, th);
	case 12: return gpga_seg_16(st, tab, th);
	case 13: return gpga_seg_17(st, tab, th);
	case 14: return gpga_shape_18(st, tab, th, p);
	case 15: return gpga_seg_19(st, tab, th);
	case 16: return gpga_seg_20(st, tab, th);
	case 17: return gpga_seg_21(st, tab, th);
	case 18: return gpga_seg_22(st, tab, th);
	case 19: return gpga_seg_23(st, tab, th);
	case 20: return gpga_seg_24(st, tab, th);
	case 21: return gpga_seg_26(st, tab, th);
	case 22: return gpga_seg_27(st, tab, th);
	case 23: return gpga_seg_29(st, tab, th);
	case 24: return gpga_seg_30(st, tab, th);
	case 25: return gpga_seg_31(st, tab, th);
	case 26: return gpga_seg_32(st, tab, th);
	case 27: return gpga_seg_33(st, tab, th);
	case 28: return gpga_seg_34(st, tab, th);
	case 29: return gpga_seg_35(st, tab, th);
	case 30: return gpga_seg_37(st, tab, th);
	case 31: return gpga_seg_38(st, tab, th);
	case 32: return gpga_seg_39(st, tab, th);
	case 33: return gpga_seg_40(st, tab, th);
	case 34: return gpga_seg_41(st, tab, th);
	case 35: return gpga_seg_42(st, tab, th);
	case 36: return gpga_seg_44(st, tab, th);
	case 37: return gpga_seg_45(st, tab, th);
	case 38: return gpga_seg_46(st, tab, th);
	case 39: return gpga_seg_47(st, tab, th);
	case 40: return gpga_seg_48(st, tab, th);
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
	case 52: return gpga_seg_63(st, tab, th);
	case 53: return gpga_seg_66(st, tab, th);
	case 54: return gpga_seg_67(st, tab, th);
	case 55: return gpga_seg_68(st, tab, th);
	case 56: return gpga_seg_69(st, tab, th);
	case 57: return gpga_seg_70(st, tab, th);
	case 58: return gpga_seg_71(st, tab, th);
	case 59: return gpga_seg_73(st, tab, th);
	case 60: return gpga_seg_74(st, tab, th);
	case 61: return gpga_seg_76(st, tab, th);
	case 62: return gpga_seg_77(st, tab, th);
	case 63: return gpga_seg_78(st, tab, th);
	}
	return GPGA_STOPPED;
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* disable.v:108 initial */
GPGA_FN uint gpga_seg_79(GPGA_ARGS, uint th) {
	gpga_svc(st, 13u, 0u);
	return gpga_finish(st, th, 1u, 80u);
}

/* disable.v:110 initial */
GPGA_FN uint gpga_seg_81(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x32ul), 82u);
}

/* disable.v:110 initial */
GPGA_FN uint gpga_seg_82(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 358, 7 /* tb.ack */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x1ul), 83u);
}

/* disable.v:110 initial */
GPGA_FN uint gpga_seg_83(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 358, 7 /* tb.ack */, gpga_k(0));
	return gpga_end(st, th);
}

/* disable.v:35 tb.early */
GPGA_FN uint gpga_seg_84(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 366 /* early.n */);
	gpga_svc(st, 14u, 2u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_true32(gpga_lts32(gpga_k(2), gpga_load32(st, 366 /* early.n */), 0u)) ? 85 : 86;
}

/* back to the caller; words is the size of the frame to free, 0 when the caller still reads it */
GPGA_FN uint gpga_ret(device uint *st, uint th, uint words) {
	uint f = GPGA_AT(th + TH_FRAME);
	uint seg = GPGA_AT(f + FR_RET);
	GPGA_AT(th + TH_FRAME) = GPGA_AT(f + FR_CALLER);
	if (words != 0) gpga_free(st, f, words);
	return gpga_yield(st, th, seg);
}

/* disable.v:38 tb.early */
GPGA_FN uint gpga_seg_85(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

/* disable.v:38 tb.early */
GPGA_FN uint gpga_seg_86(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 366 /* early.n */);
	gpga_svc(st, 15u, 2u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_ret(st, th, 3u);
}

/* disable.v:25 tb.slow */
GPGA_FN uint gpga_seg_87(GPGA_ARGS, uint th) {
	return gpga_yield(st, th, 88u);
}

/* disable.v:26 tb.slow */
GPGA_FN uint gpga_seg_88(GPGA_ARGS, uint th) {
	gpga_store32(st, 364, gpga_k(0));
	return 89;
}

/* disable.v:28 tb.slow */
GPGA_FN uint gpga_seg_89(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 364 /* body.k */), gpga_load32(st, 362 /* slow.n */), 0u)) ? 90 : 92;
}

/* disable.v:28 tb.slow */
GPGA_FN uint gpga_seg_90(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xaul), 91u);
}

/* disable.v:29 tb.slow */
GPGA_FN uint gpga_seg_91(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_time(st);
	gpga_l32 t1 = gpga_load32(st, 364 /* body.k */);
	gpga_svc(st, 16u, 6u);
	gpga_arg64(st, t0);
	gpga_arg32(st, t1);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_store32(st, 364, gpga_add32(gpga_load32(st, 364 /* body.k */), gpga_k(1), 0xffffffffu));
	return 89;
}

/* disable.v:28 tb.slow */
GPGA_FN uint gpga_seg_92(GPGA_ARGS, uint th) {
	gpga_svc(st, 17u, 0u);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	return gpga_yield(st, th, 93u);
}

/* disable.v:31 tb.slow */
GPGA_FN uint gpga_seg_93(GPGA_ARGS, uint th) {
	return gpga_ret(st, th, 3u);
}

GPGA_FN uint gpga_dispatch_64(GPGA_ARGS, uint seg, uint th, uint p) {
	switch (seg) {
	case 64: return gpga_seg_79(st, tab, th);
	case 65: return gpga_seg_81(st, tab, th);
	case 66: return gpga_seg_82(st, tab, th);
	case 67: return gpga_seg_83(st, tab, th);
	case 68: return gpga_seg_84(st, tab, th);
	case 69: return gpga_seg_85(st, tab, th);
	case 70: return gpga_seg_86(st, tab, th);
	case 71: return gpga_seg_87(st, tab, th);
	case 72: return gpga_seg_88(st, tab, th);
	case 73: return gpga_seg_89(st, tab, th);
	case 74: return gpga_seg_90(st, tab, th);
	case 75: return gpga_seg_91(st, tab, th);
	case 76: return gpga_seg_92(st, tab, th);
	case 77: return gpga_seg_93(st, tab, th);
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

