/* gpga kernel, table form, four-state: tb */
/* 46 processes, 48 continuous nodes, 156 segments, 34 events, 66 signals */
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
constant uint NEED_NBA_WORDS = 12;
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
constant uint TAB_SLOT = 152;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 67;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 
    24, 26, 28, 29, 30, 31, 32, 33, 34, 35};
constant uchar sched_edge_wait_item_count[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 
    2, 2, 1, 1, 1, 1, 1, 1, 1, 1};
constant ushort sched_edge_item_val[] = {1205, 1205, 1205, 1215, 1215, 1215, 1225, 1225, 1225, 1235, 1235, 1235, 1245, 1245, 1245, 1255, 1255, 1255, 1265, 1265, 1265, 1275, 1275, 1275, 
    1283, 1183, 1185, 1183, 1289, 1291, 1291, 1291, 1189, 1191, 1301, 1303};
constant ushort sched_edge_item_xz[] = {1206, 1206, 1206, 1216, 1216, 1216, 1226, 1226, 1226, 1236, 1236, 1236, 1246, 1246, 1246, 1256, 1256, 1256, 1266, 1266, 1266, 1276, 1276, 1276, 
    1284, 1184, 1186, 1184, 1290, 1292, 1292, 1292, 1190, 1192, 1302, 1304};
constant uint sched_edge_prev_val = 167;
constant uint sched_edge_prev_xz = 168;
constant uchar sched_edge_item_kind[] = {1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 
    1, 1, 1, 1, 1, 1, 2, 0, 1, 1, 2, 1};
constant uint EDGE_POS = 1;
constant uint sched_edge_mask_pos = 8718;
constant uint EDGE_NEG = 2;
constant uint sched_edge_mask_neg = 4560;
constant uchar sched_edge_wait_star_count[] = {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 
    0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
constant uchar sched_edge_wait_star_offset[] = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 
    8, 8, 8, 8, 8, 8, 9, 9, 9, 9};
constant uint TAB_WIDTH = 218;
constant uint TAB_STAR = 941;
constant uint sched_edge_star_prev_val = 1572;
constant uint sched_edge_star_prev_xz = 1581;
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

constant uchar sched_edge_star_signal[] = {16, 21, 26, 31, 36, 41, 46, 51, 59};
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

constant uint TAB_WORDS = 284;
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

constant uint TAB_NOW = 1569;
static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
	GPGA_AT(s) = t.v;
	GPGA_AT(s + 1u) = t.x;
}

constant uint SCHED_NOTES = 1590;
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
/* clocks.v:58 port clk of d0 */
GPGA_FN uint gpga_seg_109(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1169u, 1 /* tb.clk */, gpga_load32(st, 1205 /* d0.clk */), 0u, 0x1u);
	return GPGA_STOPPED;
}

GPGA_FN void gpga_storebits(device uint *st, uint s, uint wa, gpga_l32 off, uint w, gpga_l64 t) {
	if (off.x == 0) gpga_putbits(st, s, wa, int(off.v), w, t);
}

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

/* clocks.v:58 port up of d0 */
GPGA_FN uint gpga_seg_110(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1171, 64u, gpga_k(0), 8u, gpga_up(gpga_load32(st, 1207 /* d0.up */)));
	return GPGA_STOPPED;
}

/* clocks.v:58 port down of d0 */
GPGA_FN uint gpga_seg_111(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1175, 64u, gpga_k(0), 8u, gpga_up(gpga_load32(st, 1209 /* d0.down */)));
	return GPGA_STOPPED;
}

/* clocks.v:58 port both of d0 */
GPGA_FN uint gpga_seg_112(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1179, 64u, gpga_k(0), 8u, gpga_up(gpga_load32(st, 1211 /* d0.both */)));
	return GPGA_STOPPED;
}

/* clocks.v:59 port clk of d1 */
GPGA_FN uint gpga_seg_114(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1169u, 1 /* tb.clk */, gpga_load32(st, 1215 /* d1.clk */), 1u, 0x1u);
	return GPGA_STOPPED;
}

/* clocks.v:59 port up of d1 */
GPGA_FN uint gpga_seg_115(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1171, 64u, gpga_k(8), 8u, gpga_up(gpga_load32(st, 1217 /* d1.up */)));
	return GPGA_STOPPED;
}

/* clocks.v:59 port down of d1 */
GPGA_FN uint gpga_seg_116(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1175, 64u, gpga_k(8), 8u, gpga_up(gpga_load32(st, 1219 /* d1.down */)));
	return GPGA_STOPPED;
}

/* clocks.v:59 port both of d1 */
GPGA_FN uint gpga_seg_117(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1179, 64u, gpga_k(8), 8u, gpga_up(gpga_load32(st, 1221 /* d1.both */)));
	return GPGA_STOPPED;
}

/* clocks.v:60 port clk of d2 */
GPGA_FN uint gpga_seg_119(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1169u, 1 /* tb.clk */, gpga_load32(st, 1225 /* d2.clk */), 2u, 0x1u);
	return GPGA_STOPPED;
}

/* clocks.v:60 port up of d2 */
GPGA_FN uint gpga_seg_120(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1171, 64u, gpga_k(16), 8u, gpga_up(gpga_load32(st, 1227 /* d2.up */)));
	return GPGA_STOPPED;
}

/* clocks.v:60 port down of d2 */
GPGA_FN uint gpga_seg_121(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1175, 64u, gpga_k(16), 8u, gpga_up(gpga_load32(st, 1229 /* d2.down */)));
	return GPGA_STOPPED;
}

/* clocks.v:60 port both of d2 */
GPGA_FN uint gpga_seg_122(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1179, 64u, gpga_k(16), 8u, gpga_up(gpga_load32(st, 1231 /* d2.both */)));
	return GPGA_STOPPED;
}

/* clocks.v:61 port clk of d3 */
GPGA_FN uint gpga_seg_124(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1169u, 1 /* tb.clk */, gpga_load32(st, 1235 /* d3.clk */), 3u, 0x1u);
	return GPGA_STOPPED;
}

/* clocks.v:61 port up of d3 */
GPGA_FN uint gpga_seg_125(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1171, 64u, gpga_k(24), 8u, gpga_up(gpga_load32(st, 1237 /* d3.up */)));
	return GPGA_STOPPED;
}

/* clocks.v:61 port down of d3 */
GPGA_FN uint gpga_seg_126(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1175, 64u, gpga_k(24), 8u, gpga_up(gpga_load32(st, 1239 /* d3.down */)));
	return GPGA_STOPPED;
}

/* clocks.v:61 port both of d3 */
GPGA_FN uint gpga_seg_127(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1179, 64u, gpga_k(24), 8u, gpga_up(gpga_load32(st, 1241 /* d3.both */)));
	return GPGA_STOPPED;
}

/* clocks.v:62 port clk of d4 */
GPGA_FN uint gpga_seg_129(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1169u, 1 /* tb.clk */, gpga_load32(st, 1245 /* d4.clk */), 4u, 0x1u);
	return GPGA_STOPPED;
}

/* clocks.v:62 port up of d4 */
GPGA_FN uint gpga_seg_130(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1171, 64u, gpga_k(32), 8u, gpga_up(gpga_load32(st, 1247 /* d4.up */)));
	return GPGA_STOPPED;
}

/* clocks.v:62 port down of d4 */
GPGA_FN uint gpga_seg_131(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1175, 64u, gpga_k(32), 8u, gpga_up(gpga_load32(st, 1249 /* d4.down */)));
	return GPGA_STOPPED;
}

/* clocks.v:62 port both of d4 */
GPGA_FN uint gpga_seg_132(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1179, 64u, gpga_k(32), 8u, gpga_up(gpga_load32(st, 1251 /* d4.both */)));
	return GPGA_STOPPED;
}

/* clocks.v:63 port clk of d5 */
GPGA_FN uint gpga_seg_134(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1169u, 1 /* tb.clk */, gpga_load32(st, 1255 /* d5.clk */), 5u, 0x1u);
	return GPGA_STOPPED;
}

/* clocks.v:63 port up of d5 */
GPGA_FN uint gpga_seg_135(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1171, 64u, gpga_k(40), 8u, gpga_up(gpga_load32(st, 1257 /* d5.up */)));
	return GPGA_STOPPED;
}

/* clocks.v:63 port down of d5 */
GPGA_FN uint gpga_seg_136(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1175, 64u, gpga_k(40), 8u, gpga_up(gpga_load32(st, 1259 /* d5.down */)));
	return GPGA_STOPPED;
}

/* clocks.v:63 port both of d5 */
GPGA_FN uint gpga_seg_137(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1179, 64u, gpga_k(40), 8u, gpga_up(gpga_load32(st, 1261 /* d5.both */)));
	return GPGA_STOPPED;
}

/* clocks.v:64 port clk of d6 */
GPGA_FN uint gpga_seg_139(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1169u, 1 /* tb.clk */, gpga_load32(st, 1265 /* d6.clk */), 6u, 0x1u);
	return GPGA_STOPPED;
}

/* clocks.v:64 port up of d6 */
GPGA_FN uint gpga_seg_140(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1171, 64u, gpga_k(48), 8u, gpga_up(gpga_load32(st, 1267 /* d6.up */)));
	return GPGA_STOPPED;
}

/* clocks.v:64 port down of d6 */
GPGA_FN uint gpga_seg_141(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1175, 64u, gpga_k(48), 8u, gpga_up(gpga_load32(st, 1269 /* d6.down */)));
	return GPGA_STOPPED;
}

/* clocks.v:64 port both of d6 */
GPGA_FN uint gpga_seg_142(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1179, 64u, gpga_k(48), 8u, gpga_up(gpga_load32(st, 1271 /* d6.both */)));
	return GPGA_STOPPED;
}

/* clocks.v:65 port clk of d7 */
GPGA_FN uint gpga_seg_144(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1169u, 1 /* tb.clk */, gpga_load32(st, 1275 /* d7.clk */), 7u, 0x1u);
	return GPGA_STOPPED;
}

/* clocks.v:65 port up of d7 */
GPGA_FN uint gpga_seg_145(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1171, 64u, gpga_k(56), 8u, gpga_up(gpga_load32(st, 1277 /* d7.up */)));
	return GPGA_STOPPED;
}

/* clocks.v:65 port down of d7 */
GPGA_FN uint gpga_seg_146(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1175, 64u, gpga_k(56), 8u, gpga_up(gpga_load32(st, 1279 /* d7.down */)));
	return GPGA_STOPPED;
}

/* clocks.v:65 port both of d7 */
GPGA_FN uint gpga_seg_147(GPGA_ARGS, uint th) {
	gpga_storebits(st, 1179, 64u, gpga_k(56), 8u, gpga_up(gpga_load32(st, 1281 /* d7.both */)));
	return GPGA_STOPPED;
}

/* relations; equality is 0 as soon as known bits differ */
static inline gpga_l32 gpga_eq32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; bool ne = ((a.v ^ b.v) & ~x) != 0; bool u = !ne && x != 0; return gpga_l32{ne ? 0u : 1u, u ? 1u : 0u}; }

/* clocks.v:23 assign */
GPGA_FN uint gpga_seg_148(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1185, 6 /* tb.tick0 */, gpga_eq32(gpga_load32(st, 1285 /* v0.q */), gpga_k(9)));
	return GPGA_STOPPED;
}

/* clocks.v:23 assign */
GPGA_FN uint gpga_seg_150(GPGA_ARGS, uint th) {
	gpga_store32(st, 1187, gpga_eq32(gpga_load32(st, 1287 /* v1.q */), gpga_k(9)));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth(GPGA_ARGS, uint seg, uint th) {
	uint p = tab[TAB_NOW + seg * 2u + 1u];
	seg = tab[TAB_NOW + seg * 2u];
	switch (seg) {
	case 0: return gpga_seg_109(st, tab, th);
	case 1: return gpga_seg_110(st, tab, th);
	case 2: return gpga_seg_111(st, tab, th);
	case 3: return gpga_seg_112(st, tab, th);
	case 4: return gpga_seg_114(st, tab, th);
	case 5: return gpga_seg_115(st, tab, th);
	case 6: return gpga_seg_116(st, tab, th);
	case 7: return gpga_seg_117(st, tab, th);
	case 8: return gpga_seg_119(st, tab, th);
	case 9: return gpga_seg_120(st, tab, th);
	case 10: return gpga_seg_121(st, tab, th);
	case 11: return gpga_seg_122(st, tab, th);
	case 12: return gpga_seg_124(st, tab, th);
	case 13: return gpga_seg_125(st, tab, th);
	case 14: return gpga_seg_126(st, tab, th);
	case 15: return gpga_seg_127(st, tab, th);
	case 16: return gpga_seg_129(st, tab, th);
	case 17: return gpga_seg_130(st, tab, th);
	case 18: return gpga_seg_131(st, tab, th);
	case 19: return gpga_seg_132(st, tab, th);
	case 20: return gpga_seg_134(st, tab, th);
	case 21: return gpga_seg_135(st, tab, th);
	case 22: return gpga_seg_136(st, tab, th);
	case 23: return gpga_seg_137(st, tab, th);
	case 24: return gpga_seg_139(st, tab, th);
	case 25: return gpga_seg_140(st, tab, th);
	case 26: return gpga_seg_141(st, tab, th);
	case 27: return gpga_seg_142(st, tab, th);
	case 28: return gpga_seg_144(st, tab, th);
	case 29: return gpga_seg_145(st, tab, th);
	case 30: return gpga_seg_146(st, tab, th);
	case 31: return gpga_seg_147(st, tab, th);
	case 32: return gpga_seg_148(st, tab, th);
	case 33: return gpga_seg_150(st, tab, th);
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
constant uint SCHED_NBA_ROUND = 1505;
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
constant uint SCHED_POST_THREAD = 1305;
constant uint TH_FRAME = 9;
constant uint SCHED_STROBE_BASE = 23;
constant uint SCHED_TRACE_HEAD = 36;
constant uint TAB_TRACED = 416;
constant uint SCHED_TRACE_NEXT = 1305;
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

constant uint TAB_SEG = 1257;
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

/* clocks.v:47 always @(tb.f.c), and 33 like it */
GPGA_FN uint gpga_shape_0(GPGA_ARGS, uint th, uint p) {
	return gpga_wait(st, th, tab[p + 0], tab[p + 1]);
}

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

/* clocks.v:47 always @(tb.f.c) */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_store32(st, 1299, gpga_add32(gpga_load32(st, 1299 /* f.changes */), gpga_k(1), 0xffffffffu));
	return gpga_wait(st, th, 29, 1);
}

/* ---- the nonblocking log ---- */
GPGA_FN void gpga_nba32(device uint *st, uint sig, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_NBA_END);
	GPGA_AT(e) = sig;
	GPGA_AT(e + 1u) = t.v;
	GPGA_AT(e + 2u) = t.x;
	GPGA_AT(SCHED_NBA_END) = e + 3u;
}

/* clocks.v:16 always @(tb.d7.clk), and 15 like it */
GPGA_FN uint gpga_shape_3(GPGA_ARGS, uint th, uint p) {
	gpga_nba32(st, tab[p + 1], gpga_add32(gpga_load32(st, tab[p + 0]), gpga_k(1), 0xffu));
	return gpga_wait(st, th, tab[p + 2], tab[p + 3]);
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

/* clocks.v:7 initial */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1205, 16 /* d0.clk */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1207, 17 /* d0.up */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1209, 18 /* d0.down */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1211, 19 /* d0.both */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x0ul), 19u);
}

/* clocks.v:10 initial */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x32ul), 20u);
}

/* c ? a : b; an unknown c keeps the bits on which both agree, z as well (as Icarus does; IEEE 1364-2005 table 5-21 has x there) */
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
	uint k = c.x != 0 ? (a.v ^ b.v) | (a.x ^ b.x) : uint(0);
	return gpga_l32{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

static inline gpga_l32 gpga_not32(gpga_l32 a, uint m) { return gpga_l32{(~a.v & m) | a.x, a.x}; }

/* clocks.v:11 initial, and 7 like it */
GPGA_FN uint gpga_shape_20(GPGA_ARGS, uint th, uint p) {
	gpga_set32(st, tab, tab[p + 2], tab[p + 3], gpga_mux32(gpga_load32(st, tab[p + 0]), gpga_not32(gpga_load32(st, tab[p + 1]), 0x1u), gpga_k(0)));
	gpga_settle(st, tab);
	return tab[p + 4];
}

/* clocks.v:15 always @(negedge tb.d0.clk), and 7 like it */
GPGA_FN uint gpga_shape_24(GPGA_ARGS, uint th, uint p) {
	gpga_nba32(st, tab[p + 1], gpga_add32(gpga_load32(st, tab[p + 0]), gpga_k(3), 0xffu));
	return gpga_wait(st, th, tab[p + 2], tab[p + 3]);
}

/* clocks.v:7 initial */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1215, 21 /* d1.clk */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1217, 22 /* d1.up */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1219, 23 /* d1.down */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1221, 24 /* d1.both */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0xaul), 26u);
}

/* clocks.v:10 initial */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x23ul), 27u);
}

/* clocks.v:7 initial */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1225, 26 /* d2.clk */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1227, 27 /* d2.up */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1229, 28 /* d2.down */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1231, 29 /* d2.both */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x14ul), 33u);
}

/* clocks.v:10 initial */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x11ul), 34u);
}

/* clocks.v:7 initial */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1235, 31 /* d3.clk */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1237, 32 /* d3.up */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1239, 33 /* d3.down */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1241, 34 /* d3.both */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x1eul), 40u);
}

/* clocks.v:10 initial */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x3ful), 41u);
}

/* clocks.v:7 initial */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1245, 36 /* d4.clk */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1247, 37 /* d4.up */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1249, 38 /* d4.down */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1251, 39 /* d4.both */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x0ul), 47u);
}

/* clocks.v:10 initial */
GPGA_FN uint gpga_seg_47(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x9ul), 48u);
}

/* clocks.v:7 initial */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1255, 41 /* d5.clk */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1257, 42 /* d5.up */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1259, 43 /* d5.down */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1261, 44 /* d5.both */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x0ul), 54u);
}

/* clocks.v:10 initial */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xc8ul), 55u);
}

/* clocks.v:7 initial */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1265, 46 /* d6.clk */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1267, 47 /* d6.up */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1269, 48 /* d6.down */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1271, 49 /* d6.both */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x0ul), 61u);
}

/* clocks.v:10 initial */
GPGA_FN uint gpga_seg_61(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x32ul), 62u);
}

/* clocks.v:7 initial */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1275, 51 /* d7.clk */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1277, 52 /* d7.up */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1279, 53 /* d7.down */, gpga_k(0));
	gpga_settle(st, tab);
	gpga_set32(st, tab, 1281, 54 /* d7.both */, gpga_k(0));
	gpga_settle(st, tab);
	return gpga_delay(st, th, gpga_k64(0x0ul), 68u);
}

/* clocks.v:10 initial */
GPGA_FN uint gpga_seg_68(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x33ul), 69u);
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

/* clocks.v:20 always @(posedge tb.v0.clk or posedge tb.rst) */
GPGA_FN uint gpga_seg_75(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 1183 /* tb.rst */))) {
		gpga_nbaq32(st, 1285, 56 /* v0.q */, gpga_k(0));
	} else {
		gpga_nbaq32(st, 1285, 56 /* v0.q */, gpga_mux32(gpga_eq32(gpga_load32(st, 1285 /* v0.q */), gpga_k(9)), gpga_k(0), gpga_add32(gpga_load32(st, 1285 /* v0.q */), gpga_k(1), 0xfu)));
	}
	return gpga_wait(st, th, 24, 75);
}

/* clocks.v:20 always @(posedge tb.tick0 or posedge tb.rst) */
GPGA_FN uint gpga_seg_77(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 1183 /* tb.rst */))) {
		gpga_nbaq32(st, 1287, 57 /* v1.q */, gpga_k(0));
	} else {
		gpga_nbaq32(st, 1287, 57 /* v1.q */, gpga_mux32(gpga_eq32(gpga_load32(st, 1287 /* v1.q */), gpga_k(9)), gpga_k(0), gpga_add32(gpga_load32(st, 1287 /* v1.q */), gpga_k(1), 0xfu)));
	}
	return gpga_wait(st, th, 25, 77);
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

/* clocks.v:31 initial */
GPGA_FN uint gpga_seg_78(GPGA_ARGS, uint th) {
	gpga_store32(st, 1293, gpga_k(0));
	gpga_store32(st, 1295, gpga_k(0));
	gpga_store32(st, 1297, gpga_k(0));
	gpga_store32(st, 1299, gpga_k(0));
	return gpga_end(st, th);
}

/* clocks.v:32 always @(posedge tb.f.clk) */
GPGA_FN uint gpga_seg_80(GPGA_ARGS, uint th) {
	gpga_nbaq32(st, 1293, 60 /* f.step */, gpga_add32(gpga_load32(st, 1293 /* f.step */), gpga_k(1), 0x7u));
	gpga_l32 t90000001 = gpga_load32(st, 1293 /* f.step */);
	switch (t90000001.x != 0u ? 8 : t90000001.v) {
	case 0: {
		gpga_set32(st, tab, 1291, 59 /* f.c */, gpga_k(0));
		break;
	}
	case 1: {
		gpga_set32(st, tab, 1291, 59 /* f.c */, gpga_l32{1, 1});
		break;
	}
	case 2: {
		gpga_set32(st, tab, 1291, 59 /* f.c */, gpga_k(1));
		break;
	}
	case 3: {
		gpga_set32(st, tab, 1291, 59 /* f.c */, gpga_l32{0, 1});
		break;
	}
	case 4: {
		gpga_set32(st, tab, 1291, 59 /* f.c */, gpga_k(0));
		break;
	}
	case 5: {
		gpga_set32(st, tab, 1291, 59 /* f.c */, gpga_l32{0, 1});
		break;
	}
	case 6: {
		gpga_set32(st, tab, 1291, 59 /* f.c */, gpga_l32{1, 1});
		break;
	}
	case 7: {
		gpga_set32(st, tab, 1291, 59 /* f.c */, gpga_k(1));
		break;
	}
	default: {
		break;
	}
	}
	return gpga_wait(st, th, 26, 80);
}

/* clocks.v:45 always @(posedge tb.f.c) */
GPGA_FN uint gpga_seg_82(GPGA_ARGS, uint th) {
	gpga_store32(st, 1295, gpga_add32(gpga_load32(st, 1295 /* f.rises */), gpga_k(1), 0xffffffffu));
	return gpga_wait(st, th, 27, 82);
}

/* clocks.v:46 always @(negedge tb.f.c) */
GPGA_FN uint gpga_seg_84(GPGA_ARGS, uint th) {
	gpga_store32(st, 1297, gpga_add32(gpga_load32(st, 1297 /* f.falls */), gpga_k(1), 0xffffffffu));
	return gpga_wait(st, th, 28, 84);
}

/* clocks.v:76 initial */
GPGA_FN uint gpga_seg_85(GPGA_ARGS, uint th) {
	gpga_store32(st, 1193, gpga_k(0));
	gpga_store32(st, 1195, gpga_k(0));
	gpga_set32(st, tab, 1189, 8 /* tb.gate */, gpga_k(0));
	return gpga_end(st, th);
}

/* clocks.v:77 always @(posedge tb.gate) */
GPGA_FN uint gpga_seg_87(GPGA_ARGS, uint th) {
	gpga_store32(st, 1195, gpga_add32(gpga_load32(st, 1195 /* tb.glitches */), gpga_k(1), 0xffffffffu));
	return gpga_wait(st, th, 30, 87);
}

/* clocks.v:78 always @(posedge tb.gated) */
GPGA_FN uint gpga_seg_89(GPGA_ARGS, uint th) {
	gpga_store32(st, 1193, gpga_add32(gpga_load32(st, 1193 /* tb.pulses */), gpga_k(1), 0xffffffffu));
	return gpga_wait(st, th, 31, 89);
}

static inline gpga_l32 gpga_down(gpga_l64 a) { return gpga_l32{uint(a.v), uint(a.x)}; }

static inline gpga_l64 gpga_part64(gpga_l64 a, uint off, ulong m) { return gpga_l64{(a.v >> off) & m, (a.x >> off) & m}; }

/* clocks.v:79 always @(negedge tb._h68) */
GPGA_FN uint gpga_seg_91(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1189, 8 /* tb.gate */, gpga_k(1));
	gpga_set32(st, tab, 1189, 8 /* tb.gate */, gpga_k(0));
	gpga_set32(st, tab, 1189, 8 /* tb.gate */, gpga_down(gpga_part64(gpga_load64(st, 1171 /* tb.up */), 16u, 0x1ul)));
	return gpga_wait(st, th, 32, 91);
}

/* clocks.v:86 initial */
GPGA_FN uint gpga_seg_92(GPGA_ARGS, uint th) {
	gpga_store32(st, 1199, gpga_k(0));
	return gpga_end(st, th);
}

/* clocks.v:87 always @(posedge tb._h69) */
GPGA_FN uint gpga_seg_94(GPGA_ARGS, uint th) {
	if (gpga_true32(gpga_load32(st, 1197 /* tb.beat */))) {
		gpga_nbaq32(st, 1199, 13 /* tb.duty */, gpga_add32(gpga_load32(st, 1199 /* tb.duty */), gpga_k(1), 0xffffu));
	}
	return gpga_wait(st, th, 33, 94);
}

/* clocks.v:90 initial */
GPGA_FN uint gpga_seg_95(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1167, 0 /* tb.enable */, gpga_k(255));
	gpga_set32(st, tab, 1183, 5 /* tb.rst */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0xaaul), 96u);
}

/* clocks.v:92 initial */
GPGA_FN uint gpga_seg_96(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1183, 5 /* tb.rst */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0xfa0ul), 97u);
}

/* clocks.v:93 initial */
GPGA_FN uint gpga_seg_97(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1167u, 0 /* tb.enable */, gpga_k(0), 4u, 0x1u);
	return gpga_delay(st, th, gpga_k64(0x1f4ul), 98u);
}

/* clocks.v:94 initial */
GPGA_FN uint gpga_seg_98(GPGA_ARGS, uint th) {
	gpga_notep32(st, 1167u, 0 /* tb.enable */, gpga_k(1), 4u, 0x1u);
	gpga_store32(st, 1201, gpga_k(0));
	return 99;
}

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

/* clocks.v:95 initial */
GPGA_FN uint gpga_seg_99(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 1201 /* tb.i */), gpga_k(8), 0u)) ? 100 : 102;
}

/* clocks.v:95 initial */
GPGA_FN uint gpga_seg_100(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x13dul), 101u);
}

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

/* clocks.v:96 initial */
GPGA_FN uint gpga_seg_101(GPGA_ARGS, uint th) {
	gpga_note32(st, 1167, 0 /* tb.enable */, gpga_cat32(gpga_trunc32(gpga_load32(st, 1167 /* tb.enable */), 0x7fu), gpga_not32(gpga_part32(gpga_load32(st, 1167 /* tb.enable */), 7u, 0x1u), 0x1u), 1u));
	gpga_store32(st, 1201, gpga_add32(gpga_load32(st, 1201 /* tb.i */), gpga_k(1), 0xffffffffu));
	return 99;
}

/* clocks.v:95 initial */
GPGA_FN uint gpga_seg_102(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0x14aul), 103u);
}

/* clocks.v:98 initial */
GPGA_FN uint gpga_seg_103(GPGA_ARGS, uint th) {
	gpga_note32(st, 1167, 0 /* tb.enable */, gpga_l32{189, 80});
	return gpga_delay(st, th, gpga_k64(0x384ul), 104u);
}

/* clocks.v:99 initial */
GPGA_FN uint gpga_seg_104(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1167, 0 /* tb.enable */, gpga_k(255));
	gpga_set32(st, tab, 1183, 5 /* tb.rst */, gpga_l32{1, 1});
	return gpga_delay(st, th, gpga_k64(0x28ul), 105u);
}

/* clocks.v:101 initial */
GPGA_FN uint gpga_seg_105(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1183, 5 /* tb.rst */, gpga_k(0));
	return gpga_delay(st, th, gpga_k64(0x1770ul), 106u);
}

GPGA_FN void gpga_arg64(device uint *st, gpga_l64 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store64(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 4u;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

GPGA_FN void gpga_arg32(device uint *st, gpga_l32 t) {
	uint e = GPGA_AT(SCHED_SVC_END);
	gpga_store32(st, e, t);
	GPGA_AT(SCHED_SVC_END) = e + 2u;
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
	GPGA_AT(th + B_SEG) = seg;
	GPGA_AT(th + B_STATE) = TH_READY;
	GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
	return GPGA_STOPPED;
}

/* clocks.v:102 initial */
GPGA_FN uint gpga_seg_106(GPGA_ARGS, uint th) {
	gpga_l64 t0 = gpga_load64(st, 1171 /* tb.up */);
	gpga_l64 t1 = gpga_load64(st, 1175 /* tb.down */);
	gpga_l64 t2 = gpga_load64(st, 1179 /* tb.both */);
	gpga_svc(st, 0u, 12u);
	gpga_arg64(st, t0);
	gpga_arg64(st, t1);
	gpga_arg64(st, t2);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t3 = gpga_load32(st, 1285 /* v0.q */);
	gpga_l32 t4 = gpga_load32(st, 1287 /* v1.q */);
	gpga_l32 t5 = gpga_load32(st, 1193 /* tb.pulses */);
	gpga_l32 t6 = gpga_load32(st, 1195 /* tb.glitches */);
	gpga_l32 t7 = gpga_load32(st, 1199 /* tb.duty */);
	gpga_svc(st, 1u, 10u);
	gpga_arg32(st, t3);
	gpga_arg32(st, t4);
	gpga_arg32(st, t5);
	gpga_arg32(st, t6);
	gpga_arg32(st, t7);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_l32 t8 = gpga_load32(st, 1295 /* f.rises */);
	gpga_l32 t9 = gpga_load32(st, 1297 /* f.falls */);
	gpga_l32 t10 = gpga_load32(st, 1299 /* f.changes */);
	gpga_svc(st, 2u, 6u);
	gpga_arg32(st, t8);
	gpga_arg32(st, t9);
	gpga_arg32(st, t10);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 3u, 0u);
	return gpga_finish(st, th, 1u, 107u);
}

/* clocks.v:106 initial */
GPGA_FN uint gpga_seg_107(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* clocks.v:58 port enable of d0 */
GPGA_FN uint gpga_seg_108(GPGA_ARGS, uint th) {
	gpga_store32(st, 1203, gpga_trunc32(gpga_load32(st, 1167 /* tb.enable */), 0x1u));
	return GPGA_STOPPED;
}

/* clocks.v:59 port enable of d1 */
GPGA_FN uint gpga_seg_113(GPGA_ARGS, uint th) {
	gpga_store32(st, 1213, gpga_part32(gpga_load32(st, 1167 /* tb.enable */), 1u, 0x1u));
	return GPGA_STOPPED;
}

/* clocks.v:60 port enable of d2 */
GPGA_FN uint gpga_seg_118(GPGA_ARGS, uint th) {
	gpga_store32(st, 1223, gpga_part32(gpga_load32(st, 1167 /* tb.enable */), 2u, 0x1u));
	return GPGA_STOPPED;
}

/* clocks.v:61 port enable of d3 */
GPGA_FN uint gpga_seg_123(GPGA_ARGS, uint th) {
	gpga_store32(st, 1233, gpga_part32(gpga_load32(st, 1167 /* tb.enable */), 3u, 0x1u));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_0(GPGA_ARGS, uint seg, uint th, uint p) {
	switch (seg) {
	case 0: return gpga_shape_0(st, tab, th, p);
	case 1: return gpga_seg_1(st, tab, th);
	case 2: return gpga_shape_3(st, tab, th, p);
	case 3: return gpga_seg_18(st, tab, th);
	case 4: return gpga_seg_19(st, tab, th);
	case 5: return gpga_shape_20(st, tab, th, p);
	case 6: return gpga_shape_24(st, tab, th, p);
	case 7: return gpga_seg_25(st, tab, th);
	case 8: return gpga_seg_26(st, tab, th);
	case 9: return gpga_seg_32(st, tab, th);
	case 10: return gpga_seg_33(st, tab, th);
	case 11: return gpga_seg_39(st, tab, th);
	case 12: return gpga_seg_40(st, tab, th);
	case 13: return gpga_seg_46(st, tab, th);
	case 14: return gpga_seg_47(st, tab, th);
	case 15: return gpga_seg_53(st, tab, th);
	case 16: return gpga_seg_54(st, tab, th);
	case 17: return gpga_seg_60(st, tab, th);
	case 18: return gpga_seg_61(st, tab, th);
	case 19: return gpga_seg_67(st, tab, th);
	case 20: return gpga_seg_68(st, tab, th);
	case 21: return gpga_seg_75(st, tab, th);
	case 22: return gpga_seg_77(st, tab, th);
	case 23: return gpga_seg_78(st, tab, th);
	case 24: return gpga_seg_80(st, tab, th);
	case 25: return gpga_seg_82(st, tab, th);
	case 26: return gpga_seg_84(st, tab, th);
	case 27: return gpga_seg_85(st, tab, th);
	case 28: return gpga_seg_87(st, tab, th);
	case 29: return gpga_seg_89(st, tab, th);
	case 30: return gpga_seg_91(st, tab, th);
	case 31: return gpga_seg_92(st, tab, th);
	case 32: return gpga_seg_94(st, tab, th);
	case 33: return gpga_seg_95(st, tab, th);
	case 34: return gpga_seg_96(st, tab, th);
	case 35: return gpga_seg_97(st, tab, th);
	case 36: return gpga_seg_98(st, tab, th);
	case 37: return gpga_seg_99(st, tab, th);
	case 38: return gpga_seg_100(st, tab, th);
	case 39: return gpga_seg_101(st, tab, th);
	case 40: return gpga_seg_102(st, tab, th);
	case 41: return gpga_seg_103(st, tab, th);
	case 42: return gpga_seg_104(st, tab, th);
	case 43: return gpga_seg_105(st, tab, th);
	case 44: return gpga_seg_106(st, tab, th);
	case 45: return gpga_seg_107(st, tab, th);
	case 46: return gpga_seg_108(st, tab, th);
	case 47: return gpga_seg_109(st, tab, th);
	case 48: return gpga_seg_110(st, tab, th);
	case 49: return gpga_seg_111(st, tab, th);
	case 50: return gpga_seg_112(st, tab, th);
	case 51: return gpga_seg_113(st, tab, th);
	case 52: return gpga_seg_114(st, tab, th);
	case 53: return gpga_seg_115(st, tab, th);
	case 54: return gpga_seg_116(st, tab, th);
	case 55: return gpga_seg_117(st, tab, th);
	case 56: return gpga_seg_118(st, tab, th);
	case 57: return gpga_seg_119(st, tab, th);
	case 58: return gpga_seg_120(st, tab, th);
	case 59: return gpga_seg_121(st, tab, th);
	case 60: return gpga_seg_122(st, tab, th);
	case 61: return gpga_seg_123(st, tab, th);
	case 62: return gpga_seg_124(st, tab, th);
	case 63: return gpga_seg_125(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* clocks.v:62 port enable of d4 */
GPGA_FN uint gpga_seg_128(GPGA_ARGS, uint th) {
	gpga_store32(st, 1243, gpga_part32(gpga_load32(st, 1167 /* tb.enable */), 4u, 0x1u));
	return GPGA_STOPPED;
}

/* clocks.v:63 port enable of d5 */
GPGA_FN uint gpga_seg_133(GPGA_ARGS, uint th) {
	gpga_store32(st, 1253, gpga_part32(gpga_load32(st, 1167 /* tb.enable */), 5u, 0x1u));
	return GPGA_STOPPED;
}

/* clocks.v:64 port enable of d6 */
GPGA_FN uint gpga_seg_138(GPGA_ARGS, uint th) {
	gpga_store32(st, 1263, gpga_part32(gpga_load32(st, 1167 /* tb.enable */), 6u, 0x1u));
	return GPGA_STOPPED;
}

/* clocks.v:65 port enable of d7 */
GPGA_FN uint gpga_seg_143(GPGA_ARGS, uint th) {
	gpga_store32(st, 1273, gpga_part32(gpga_load32(st, 1167 /* tb.enable */), 7u, 0x1u));
	return GPGA_STOPPED;
}

/* clocks.v:67 port clk of v0 */
GPGA_FN uint gpga_seg_149(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1283, 55 /* v0.clk */, gpga_trunc32(gpga_load32(st, 1169 /* tb.clk */), 0x1u));
	return GPGA_STOPPED;
}

/* clocks.v:69 port clk of f */
GPGA_FN uint gpga_seg_151(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1289, 58 /* f.clk */, gpga_part32(gpga_load32(st, 1169 /* tb.clk */), 1u, 0x1u));
	return GPGA_STOPPED;
}

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

/* clocks.v:74 assign */
GPGA_FN uint gpga_seg_152(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1191, 9 /* tb.gated */, gpga_and32(gpga_part32(gpga_load32(st, 1169 /* tb.clk */), 2u, 0x1u), gpga_load32(st, 1189 /* tb.gate */)));
	return GPGA_STOPPED;
}

static inline gpga_l32 gpga_xor32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; return gpga_l32{(a.v ^ b.v) | x, x}; }

/* clocks.v:84 assign */
GPGA_FN uint gpga_seg_153(GPGA_ARGS, uint th) {
	gpga_store32(st, 1197, gpga_xor32(gpga_part32(gpga_load32(st, 1169 /* tb.clk */), 6u, 0x1u), gpga_part32(gpga_load32(st, 1169 /* tb.clk */), 7u, 0x1u)));
	return GPGA_STOPPED;
}

/* clocks.v:79 event expression */
GPGA_FN uint gpga_seg_154(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1301, 64 /* tb._h68 */, gpga_part32(gpga_load32(st, 1169 /* tb.clk */), 2u, 0x1u));
	return GPGA_STOPPED;
}

/* clocks.v:87 event expression */
GPGA_FN uint gpga_seg_155(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 1303, 65 /* tb._h69 */, gpga_part32(gpga_load32(st, 1169 /* tb.clk */), 4u, 0x1u));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_64(GPGA_ARGS, uint seg, uint th, uint p) {
	switch (seg) {
	case 64: return gpga_seg_126(st, tab, th);
	case 65: return gpga_seg_127(st, tab, th);
	case 66: return gpga_seg_128(st, tab, th);
	case 67: return gpga_seg_129(st, tab, th);
	case 68: return gpga_seg_130(st, tab, th);
	case 69: return gpga_seg_131(st, tab, th);
	case 70: return gpga_seg_132(st, tab, th);
	case 71: return gpga_seg_133(st, tab, th);
	case 72: return gpga_seg_134(st, tab, th);
	case 73: return gpga_seg_135(st, tab, th);
	case 74: return gpga_seg_136(st, tab, th);
	case 75: return gpga_seg_137(st, tab, th);
	case 76: return gpga_seg_138(st, tab, th);
	case 77: return gpga_seg_139(st, tab, th);
	case 78: return gpga_seg_140(st, tab, th);
	case 79: return gpga_seg_141(st, tab, th);
	case 80: return gpga_seg_142(st, tab, th);
	case 81: return gpga_seg_143(st, tab, th);
	case 82: return gpga_seg_144(st, tab, th);
	case 83: return gpga_seg_145(st, tab, th);
	case 84: return gpga_seg_146(st, tab, th);
	case 85: return gpga_seg_147(st, tab, th);
	case 86: return gpga_seg_148(st, tab, th);
	case 87: return gpga_seg_149(st, tab, th);
	case 88: return gpga_seg_150(st, tab, th);
	case 89: return gpga_seg_151(st, tab, th);
	case 90: return gpga_seg_152(st, tab, th);
	case 91: return gpga_seg_153(st, tab, th);
	case 92: return gpga_seg_154(st, tab, th);
	case 93: return gpga_seg_155(st, tab, th);
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

