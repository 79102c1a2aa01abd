/* gpga kernel, table form, four-state: tb */
/* 82 processes, 482 continuous nodes, 655 segments, 1 events, 495 signals */
#include <metal_stdlib>
using namespace metal;

/* words between neighbouring slots of one instance: 1 on CPUs, the number of interleaved instances on GPUs */
constant uint gpga_slot_stride [[function_constant(0)]];
#define GPGA_AT(s) st[(s) * gpga_slot_stride]

/* every generated function takes its instance's state and the tables, and is called, never inlined */
#define GPGA_FN static __attribute__((noinline))
#define GPGA_ARGS device uint *st, device const uint *tab

struct gpga_params { uint budget; uint stride; };

constant uint SCHED_NBA_END = 21;
constant uint NEED_NBA_WORDS = 12;
constant uint SCHED_NBA_LIM = 20;
constant uint NEED_NBA = 1;
constant uint SCHED_SVC_END = 29;
constant uint NEED_SVC_WORDS = 18;
constant uint SCHED_SVC_LIM = 28;
constant uint NEED_SVC = 2;
constant uint SCHED_HEAP_LEN = 18;
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

constant uint SCHED_NEED = 43;
constant uint SCHED_STATUS = 1;
constant uint STATUS_NEED = 3;
constant uint SCHED_FINISH = 37;
constant uint STATUS_STOP = 5;
constant uint SCHED_LOOP_MAX = 0x4000000u;
constant uint SCHED_HEAP_BASE = 16;
constant uint EV_LO = 4;
constant uint SCHED_TIME_LO = 2;
constant uint EV_HI = 5;
constant uint SCHED_TIME_HI = 3;
constant uint B_KIND = 3;
constant uint BLOCK_NBA = 2;
constant uint B_SEG = 1;
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

static __attribute__((noinline)) void gpga_heap_up(device uint *st, uint k, uint b) {
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

static __attribute__((noinline)) void gpga_heap_down(device uint *st, uint k, uint b) {
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
static __attribute__((noinline)) void gpga_heap_remove(device uint *st, uint b) {
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
static __attribute__((noinline)) bool gpga_drain(device uint *st) {
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

constant uint SCHED_CUR = 10;
constant uint SCHED_CHAIN = 9;
constant uint SCHED_INA_HEAD = 7;
constant uint SCHED_INA_TAIL = 8;
constant uint SCHED_NBA_BASE = 19;
constant uint SCHED_NBA_POS = 22;
constant uint TAB_SLOT = 1059;
struct gpga_l32 { uint v; uint x; };

constant uint TAB_FAN_DIR = 0;
constant uint TAB_FAN = 496;
constant uint FAN_EDGE = 0;
constant uchar sched_edge_wait_item_offset[] = {0};
constant uchar sched_edge_wait_item_count[] = {1};
constant ushort sched_edge_item_val[] = {3376};
constant ushort sched_edge_item_xz[] = {3377};
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

/* The one evaluator of edge waits, shared by the active and the nonblocking phase: has any item of the wait made the edge
   that it waits for since it was last looked at? Every publish of an item's signal comes here, whether or not anyone waits.
   sched_edge_mask_*: bit 4*old + new, codes 0, 1, z = 2, x = 3 (IEEE 1364-2005 table 9-1). */
static __attribute__((noinline)) void gpga_eval_edge_wait(device uint *st, device const uint *tab, uint wait) {
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

constant uint TAB_TRACE = 2544;
constant uint SCHED_TRACE_ON = 35;
constant uint SCHED_TRACE_NEXT = 4726;
constant uint SCHED_TRACE_HEAD = 36;
/* marks a traced signal for the waves of this time */
static __attribute__((noinline)) void gpga_mark_trace(device uint *st, device const uint *tab, uint sig) {
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
static __attribute__((noinline)) void gpga_publish(device uint *st, device const uint *tab, uint sig) {
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
static inline void gpga_set32(device uint *st, device const uint *tab, uint s, uint sig, gpga_l32 t) {
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

static inline void gpga_set64(device uint *st, device const uint *tab, uint s, uint sig, gpga_l64 t) {
    gpga_l64 o = gpga_load64(st, s);
    if (((o.v ^ t.v) | (o.x ^ t.x)) != 0) {
        gpga_store64(st, s, t);
        gpga_publish(st, tab, sig);
    }
}

constant uint TAB_WIDTH = 1554;
constant uint TAB_WORDS = 2049;
/* writes w <= 64 bits at bit offset off (signed, clipped to the wa bits of the storage at s); tells whether a bit changed */
static __attribute__((noinline)) bool gpga_putbits(device uint *st, uint s, uint wa, int off, uint w, gpga_l64 t) {
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

static __attribute__((noinline)) uint gpga_apply_part(device uint *st, device const uint *tab, uint e, uint sig, uint s) {
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
static __attribute__((noinline)) uint gpga_apply(device uint *st, device const uint *tab, uint e) {
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

/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

constant uint GPGA_STOPPED = 0xfffffffeu;
/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_174(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3734, 9 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* part of an element */
static __attribute__((noinline)) void gpga_setelbits(device uint *st, device const uint *tab, uint s, uint n, uint sig, uint wa, gpga_l32 i, gpga_l32 off, uint w, gpga_l64 t) {
    if (i.x == 0 && i.v < n && off.x == 0) {
        if (gpga_putbits(st, s + i.v * (((wa + 31u) >> 5) * 2u), wa, int(off.v), w, t)) gpga_publish(st, tab, sig);
    }
}

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_177(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(0), 12u, gpga_up(gpga_load32(st, 3740 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_178(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(12), 12u, gpga_up(gpga_load32(st, 3742 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_180(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3746, 15 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_183(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(24), 12u, gpga_up(gpga_load32(st, 3752 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_184(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(36), 12u, gpga_up(gpga_load32(st, 3754 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_186(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3758, 21 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_189(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(48), 12u, gpga_up(gpga_load32(st, 3764 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_190(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(60), 12u, gpga_up(gpga_load32(st, 3766 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_192(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3770, 27 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_195(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(72), 12u, gpga_up(gpga_load32(st, 3776 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_196(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(84), 12u, gpga_up(gpga_load32(st, 3778 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_198(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3782, 33 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_201(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(96), 12u, gpga_up(gpga_load32(st, 3788 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_202(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(108), 12u, gpga_up(gpga_load32(st, 3790 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_204(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3794, 39 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_207(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(120), 12u, gpga_up(gpga_load32(st, 3800 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_208(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(132), 12u, gpga_up(gpga_load32(st, 3802 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_210(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3806, 45 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_213(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(144), 12u, gpga_up(gpga_load32(st, 3812 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_214(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(156), 12u, gpga_up(gpga_load32(st, 3814 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_216(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3818, 51 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_219(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(168), 12u, gpga_up(gpga_load32(st, 3824 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_220(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(1), gpga_k(180), 12u, gpga_up(gpga_load32(st, 3826 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_222(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3830, 57 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_225(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(0), 12u, gpga_up(gpga_load32(st, 3836 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_226(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(24), 12u, gpga_up(gpga_load32(st, 3838 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_228(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3842, 63 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_231(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(12), 12u, gpga_up(gpga_load32(st, 3848 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_232(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(36), 12u, gpga_up(gpga_load32(st, 3850 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_234(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3854, 69 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_237(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(48), 12u, gpga_up(gpga_load32(st, 3860 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_238(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(72), 12u, gpga_up(gpga_load32(st, 3862 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_240(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3866, 75 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_243(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(60), 12u, gpga_up(gpga_load32(st, 3872 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_244(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(84), 12u, gpga_up(gpga_load32(st, 3874 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_246(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3878, 81 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_249(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(96), 12u, gpga_up(gpga_load32(st, 3884 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_250(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(120), 12u, gpga_up(gpga_load32(st, 3886 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_252(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3890, 87 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_255(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(108), 12u, gpga_up(gpga_load32(st, 3896 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_256(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(132), 12u, gpga_up(gpga_load32(st, 3898 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_258(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3902, 93 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_261(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(144), 12u, gpga_up(gpga_load32(st, 3908 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_262(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(168), 12u, gpga_up(gpga_load32(st, 3910 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_264(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3914, 99 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_267(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(156), 12u, gpga_up(gpga_load32(st, 3920 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_268(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(2), gpga_k(180), 12u, gpga_up(gpga_load32(st, 3922 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_270(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3926, 105 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_273(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(0), 12u, gpga_up(gpga_load32(st, 3932 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_274(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(12), 12u, gpga_up(gpga_load32(st, 3934 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_276(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3938, 111 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_279(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(24), 12u, gpga_up(gpga_load32(st, 3944 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_280(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(36), 12u, gpga_up(gpga_load32(st, 3946 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_282(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3950, 117 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_285(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(48), 12u, gpga_up(gpga_load32(st, 3956 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_286(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(60), 12u, gpga_up(gpga_load32(st, 3958 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_288(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3962, 123 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_291(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(72), 12u, gpga_up(gpga_load32(st, 3968 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_292(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(84), 12u, gpga_up(gpga_load32(st, 3970 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_294(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3974, 129 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_297(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(96), 12u, gpga_up(gpga_load32(st, 3980 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_298(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(108), 12u, gpga_up(gpga_load32(st, 3982 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_300(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3986, 135 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth_0(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 0: return gpga_seg_174(st, tab, th);
	case 1: return gpga_seg_177(st, tab, th);
	case 2: return gpga_seg_178(st, tab, th);
	case 3: return gpga_seg_180(st, tab, th);
	case 4: return gpga_seg_183(st, tab, th);
	case 5: return gpga_seg_184(st, tab, th);
	case 6: return gpga_seg_186(st, tab, th);
	case 7: return gpga_seg_189(st, tab, th);
	case 8: return gpga_seg_190(st, tab, th);
	case 9: return gpga_seg_192(st, tab, th);
	case 10: return gpga_seg_195(st, tab, th);
	case 11: return gpga_seg_196(st, tab, th);
	case 12: return gpga_seg_198(st, tab, th);
	case 13: return gpga_seg_201(st, tab, th);
	case 14: return gpga_seg_202(st, tab, th);
	case 15: return gpga_seg_204(st, tab, th);
	case 16: return gpga_seg_207(st, tab, th);
	case 17: return gpga_seg_208(st, tab, th);
	case 18: return gpga_seg_210(st, tab, th);
	case 19: return gpga_seg_213(st, tab, th);
	case 20: return gpga_seg_214(st, tab, th);
	case 21: return gpga_seg_216(st, tab, th);
	case 22: return gpga_seg_219(st, tab, th);
	case 23: return gpga_seg_220(st, tab, th);
	case 24: return gpga_seg_222(st, tab, th);
	case 25: return gpga_seg_225(st, tab, th);
	case 26: return gpga_seg_226(st, tab, th);
	case 27: return gpga_seg_228(st, tab, th);
	case 28: return gpga_seg_231(st, tab, th);
	case 29: return gpga_seg_232(st, tab, th);
	case 30: return gpga_seg_234(st, tab, th);
	case 31: return gpga_seg_237(st, tab, th);
	case 32: return gpga_seg_238(st, tab, th);
	case 33: return gpga_seg_240(st, tab, th);
	case 34: return gpga_seg_243(st, tab, th);
	case 35: return gpga_seg_244(st, tab, th);
	case 36: return gpga_seg_246(st, tab, th);
	case 37: return gpga_seg_249(st, tab, th);
	case 38: return gpga_seg_250(st, tab, th);
	case 39: return gpga_seg_252(st, tab, th);
	case 40: return gpga_seg_255(st, tab, th);
	case 41: return gpga_seg_256(st, tab, th);
	case 42: return gpga_seg_258(st, tab, th);
	case 43: return gpga_seg_261(st, tab, th);
	case 44: return gpga_seg_262(st, tab, th);
	case 45: return gpga_seg_264(st, tab, th);
	case 46: return gpga_seg_267(st, tab, th);
	case 47: return gpga_seg_268(st, tab, th);
	case 48: return gpga_seg_270(st, tab, th);
	case 49: return gpga_seg_273(st, tab, th);
	case 50: return gpga_seg_274(st, tab, th);
	case 51: return gpga_seg_276(st, tab, th);
	case 52: return gpga_seg_279(st, tab, th);
	case 53: return gpga_seg_280(st, tab, th);
	case 54: return gpga_seg_282(st, tab, th);
	case 55: return gpga_seg_285(st, tab, th);
	case 56: return gpga_seg_286(st, tab, th);
	case 57: return gpga_seg_288(st, tab, th);
	case 58: return gpga_seg_291(st, tab, th);
	case 59: return gpga_seg_292(st, tab, th);
	case 60: return gpga_seg_294(st, tab, th);
	case 61: return gpga_seg_297(st, tab, th);
	case 62: return gpga_seg_298(st, tab, th);
	case 63: return gpga_seg_300(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_303(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(120), 12u, gpga_up(gpga_load32(st, 3992 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_304(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(132), 12u, gpga_up(gpga_load32(st, 3994 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_306(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3998, 141 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_309(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(144), 12u, gpga_up(gpga_load32(st, 4004 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_310(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(156), 12u, gpga_up(gpga_load32(st, 4006 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_312(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4010, 147 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_315(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(168), 12u, gpga_up(gpga_load32(st, 4016 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_316(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(3), gpga_k(180), 12u, gpga_up(gpga_load32(st, 4018 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_318(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4022, 153 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_321(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(0), 12u, gpga_up(gpga_load32(st, 4028 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_322(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(48), 12u, gpga_up(gpga_load32(st, 4030 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_324(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4034, 159 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_327(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(12), 12u, gpga_up(gpga_load32(st, 4040 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_328(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(60), 12u, gpga_up(gpga_load32(st, 4042 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_330(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4046, 165 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_333(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(24), 12u, gpga_up(gpga_load32(st, 4052 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_334(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(72), 12u, gpga_up(gpga_load32(st, 4054 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_336(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4058, 171 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_339(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(36), 12u, gpga_up(gpga_load32(st, 4064 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_340(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(84), 12u, gpga_up(gpga_load32(st, 4066 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_342(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4070, 177 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_345(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(96), 12u, gpga_up(gpga_load32(st, 4076 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_346(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(144), 12u, gpga_up(gpga_load32(st, 4078 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_348(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4082, 183 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_351(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(108), 12u, gpga_up(gpga_load32(st, 4088 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_352(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(156), 12u, gpga_up(gpga_load32(st, 4090 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_354(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4094, 189 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_357(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(120), 12u, gpga_up(gpga_load32(st, 4100 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_358(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(168), 12u, gpga_up(gpga_load32(st, 4102 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_360(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4106, 195 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_363(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(132), 12u, gpga_up(gpga_load32(st, 4112 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_364(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(4), gpga_k(180), 12u, gpga_up(gpga_load32(st, 4114 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_366(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4118, 201 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_369(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(0), 12u, gpga_up(gpga_load32(st, 4124 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_370(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(24), 12u, gpga_up(gpga_load32(st, 4126 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_372(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4130, 207 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_375(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(12), 12u, gpga_up(gpga_load32(st, 4136 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_376(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(36), 12u, gpga_up(gpga_load32(st, 4138 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_378(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4142, 213 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_381(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(48), 12u, gpga_up(gpga_load32(st, 4148 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_382(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(72), 12u, gpga_up(gpga_load32(st, 4150 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_384(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4154, 219 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_387(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(60), 12u, gpga_up(gpga_load32(st, 4160 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_388(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(84), 12u, gpga_up(gpga_load32(st, 4162 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_390(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4166, 225 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_393(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(96), 12u, gpga_up(gpga_load32(st, 4172 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_394(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(120), 12u, gpga_up(gpga_load32(st, 4174 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_396(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4178, 231 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_399(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(108), 12u, gpga_up(gpga_load32(st, 4184 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_400(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(132), 12u, gpga_up(gpga_load32(st, 4186 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_402(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4190, 237 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_405(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(144), 12u, gpga_up(gpga_load32(st, 4196 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_406(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(168), 12u, gpga_up(gpga_load32(st, 4198 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_408(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4202, 243 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_411(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(156), 12u, gpga_up(gpga_load32(st, 4208 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_412(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(5), gpga_k(180), 12u, gpga_up(gpga_load32(st, 4210 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_414(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4214, 249 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_417(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(0), 12u, gpga_up(gpga_load32(st, 4220 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_418(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(12), 12u, gpga_up(gpga_load32(st, 4222 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_420(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4226, 255 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_423(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(24), 12u, gpga_up(gpga_load32(st, 4232 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_424(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(36), 12u, gpga_up(gpga_load32(st, 4234 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_426(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4238, 261 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_429(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(48), 12u, gpga_up(gpga_load32(st, 4244 /* c.lo */)));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth_64(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 64: return gpga_seg_303(st, tab, th);
	case 65: return gpga_seg_304(st, tab, th);
	case 66: return gpga_seg_306(st, tab, th);
	case 67: return gpga_seg_309(st, tab, th);
	case 68: return gpga_seg_310(st, tab, th);
	case 69: return gpga_seg_312(st, tab, th);
	case 70: return gpga_seg_315(st, tab, th);
	case 71: return gpga_seg_316(st, tab, th);
	case 72: return gpga_seg_318(st, tab, th);
	case 73: return gpga_seg_321(st, tab, th);
	case 74: return gpga_seg_322(st, tab, th);
	case 75: return gpga_seg_324(st, tab, th);
	case 76: return gpga_seg_327(st, tab, th);
	case 77: return gpga_seg_328(st, tab, th);
	case 78: return gpga_seg_330(st, tab, th);
	case 79: return gpga_seg_333(st, tab, th);
	case 80: return gpga_seg_334(st, tab, th);
	case 81: return gpga_seg_336(st, tab, th);
	case 82: return gpga_seg_339(st, tab, th);
	case 83: return gpga_seg_340(st, tab, th);
	case 84: return gpga_seg_342(st, tab, th);
	case 85: return gpga_seg_345(st, tab, th);
	case 86: return gpga_seg_346(st, tab, th);
	case 87: return gpga_seg_348(st, tab, th);
	case 88: return gpga_seg_351(st, tab, th);
	case 89: return gpga_seg_352(st, tab, th);
	case 90: return gpga_seg_354(st, tab, th);
	case 91: return gpga_seg_357(st, tab, th);
	case 92: return gpga_seg_358(st, tab, th);
	case 93: return gpga_seg_360(st, tab, th);
	case 94: return gpga_seg_363(st, tab, th);
	case 95: return gpga_seg_364(st, tab, th);
	case 96: return gpga_seg_366(st, tab, th);
	case 97: return gpga_seg_369(st, tab, th);
	case 98: return gpga_seg_370(st, tab, th);
	case 99: return gpga_seg_372(st, tab, th);
	case 100: return gpga_seg_375(st, tab, th);
	case 101: return gpga_seg_376(st, tab, th);
	case 102: return gpga_seg_378(st, tab, th);
	case 103: return gpga_seg_381(st, tab, th);
	case 104: return gpga_seg_382(st, tab, th);
	case 105: return gpga_seg_384(st, tab, th);
	case 106: return gpga_seg_387(st, tab, th);
	case 107: return gpga_seg_388(st, tab, th);
	case 108: return gpga_seg_390(st, tab, th);
	case 109: return gpga_seg_393(st, tab, th);
	case 110: return gpga_seg_394(st, tab, th);
	case 111: return gpga_seg_396(st, tab, th);
	case 112: return gpga_seg_399(st, tab, th);
	case 113: return gpga_seg_400(st, tab, th);
	case 114: return gpga_seg_402(st, tab, th);
	case 115: return gpga_seg_405(st, tab, th);
	case 116: return gpga_seg_406(st, tab, th);
	case 117: return gpga_seg_408(st, tab, th);
	case 118: return gpga_seg_411(st, tab, th);
	case 119: return gpga_seg_412(st, tab, th);
	case 120: return gpga_seg_414(st, tab, th);
	case 121: return gpga_seg_417(st, tab, th);
	case 122: return gpga_seg_418(st, tab, th);
	case 123: return gpga_seg_420(st, tab, th);
	case 124: return gpga_seg_423(st, tab, th);
	case 125: return gpga_seg_424(st, tab, th);
	case 126: return gpga_seg_426(st, tab, th);
	case 127: return gpga_seg_429(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_430(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(60), 12u, gpga_up(gpga_load32(st, 4246 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_432(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4250, 267 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_435(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(72), 12u, gpga_up(gpga_load32(st, 4256 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_436(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(84), 12u, gpga_up(gpga_load32(st, 4258 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_438(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4262, 273 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_441(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(96), 12u, gpga_up(gpga_load32(st, 4268 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_442(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(108), 12u, gpga_up(gpga_load32(st, 4270 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_444(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4274, 279 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_447(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(120), 12u, gpga_up(gpga_load32(st, 4280 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_448(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(132), 12u, gpga_up(gpga_load32(st, 4282 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_450(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4286, 285 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_453(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(144), 12u, gpga_up(gpga_load32(st, 4292 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_454(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(156), 12u, gpga_up(gpga_load32(st, 4294 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_456(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4298, 291 /* c.up */, gpga_k(0));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_459(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(168), 12u, gpga_up(gpga_load32(st, 4304 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_460(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(6), gpga_k(180), 12u, gpga_up(gpga_load32(st, 4306 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_462(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4310, 297 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_465(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(0), 12u, gpga_up(gpga_load32(st, 4316 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_466(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(96), 12u, gpga_up(gpga_load32(st, 4318 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_468(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4322, 303 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_471(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(12), 12u, gpga_up(gpga_load32(st, 4328 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_472(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(108), 12u, gpga_up(gpga_load32(st, 4330 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_474(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4334, 309 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_477(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(24), 12u, gpga_up(gpga_load32(st, 4340 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_478(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(120), 12u, gpga_up(gpga_load32(st, 4342 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_480(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4346, 315 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_483(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(36), 12u, gpga_up(gpga_load32(st, 4352 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_484(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(132), 12u, gpga_up(gpga_load32(st, 4354 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_486(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4358, 321 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_489(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(48), 12u, gpga_up(gpga_load32(st, 4364 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_490(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(144), 12u, gpga_up(gpga_load32(st, 4366 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_492(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4370, 327 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_495(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(60), 12u, gpga_up(gpga_load32(st, 4376 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_496(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(156), 12u, gpga_up(gpga_load32(st, 4378 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_498(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4382, 333 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_501(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(72), 12u, gpga_up(gpga_load32(st, 4388 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_502(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(168), 12u, gpga_up(gpga_load32(st, 4390 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_504(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4394, 339 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_507(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(84), 12u, gpga_up(gpga_load32(st, 4400 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_508(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(7), gpga_k(180), 12u, gpga_up(gpga_load32(st, 4402 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_510(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4406, 345 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_513(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(0), 12u, gpga_up(gpga_load32(st, 4412 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_514(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(48), 12u, gpga_up(gpga_load32(st, 4414 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_516(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4418, 351 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_519(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(12), 12u, gpga_up(gpga_load32(st, 4424 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_520(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(60), 12u, gpga_up(gpga_load32(st, 4426 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_522(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4430, 357 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_525(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(24), 12u, gpga_up(gpga_load32(st, 4436 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_526(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(72), 12u, gpga_up(gpga_load32(st, 4438 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_528(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4442, 363 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_531(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(36), 12u, gpga_up(gpga_load32(st, 4448 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_532(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(84), 12u, gpga_up(gpga_load32(st, 4450 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_534(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4454, 369 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_537(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(96), 12u, gpga_up(gpga_load32(st, 4460 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_538(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(144), 12u, gpga_up(gpga_load32(st, 4462 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_540(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4466, 375 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_543(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(108), 12u, gpga_up(gpga_load32(st, 4472 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_544(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(156), 12u, gpga_up(gpga_load32(st, 4474 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_546(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4478, 381 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_549(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(120), 12u, gpga_up(gpga_load32(st, 4484 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_550(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(168), 12u, gpga_up(gpga_load32(st, 4486 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_552(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4490, 387 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_555(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(132), 12u, gpga_up(gpga_load32(st, 4496 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_556(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(8), gpga_k(180), 12u, gpga_up(gpga_load32(st, 4498 /* c.hi */)));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth_128(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 128: return gpga_seg_430(st, tab, th);
	case 129: return gpga_seg_432(st, tab, th);
	case 130: return gpga_seg_435(st, tab, th);
	case 131: return gpga_seg_436(st, tab, th);
	case 132: return gpga_seg_438(st, tab, th);
	case 133: return gpga_seg_441(st, tab, th);
	case 134: return gpga_seg_442(st, tab, th);
	case 135: return gpga_seg_444(st, tab, th);
	case 136: return gpga_seg_447(st, tab, th);
	case 137: return gpga_seg_448(st, tab, th);
	case 138: return gpga_seg_450(st, tab, th);
	case 139: return gpga_seg_453(st, tab, th);
	case 140: return gpga_seg_454(st, tab, th);
	case 141: return gpga_seg_456(st, tab, th);
	case 142: return gpga_seg_459(st, tab, th);
	case 143: return gpga_seg_460(st, tab, th);
	case 144: return gpga_seg_462(st, tab, th);
	case 145: return gpga_seg_465(st, tab, th);
	case 146: return gpga_seg_466(st, tab, th);
	case 147: return gpga_seg_468(st, tab, th);
	case 148: return gpga_seg_471(st, tab, th);
	case 149: return gpga_seg_472(st, tab, th);
	case 150: return gpga_seg_474(st, tab, th);
	case 151: return gpga_seg_477(st, tab, th);
	case 152: return gpga_seg_478(st, tab, th);
	case 153: return gpga_seg_480(st, tab, th);
	case 154: return gpga_seg_483(st, tab, th);
	case 155: return gpga_seg_484(st, tab, th);
	case 156: return gpga_seg_486(st, tab, th);
	case 157: return gpga_seg_489(st, tab, th);
	case 158: return gpga_seg_490(st, tab, th);
	case 159: return gpga_seg_492(st, tab, th);
	case 160: return gpga_seg_495(st, tab, th);
	case 161: return gpga_seg_496(st, tab, th);
	case 162: return gpga_seg_498(st, tab, th);
	case 163: return gpga_seg_501(st, tab, th);
	case 164: return gpga_seg_502(st, tab, th);
	case 165: return gpga_seg_504(st, tab, th);
	case 166: return gpga_seg_507(st, tab, th);
	case 167: return gpga_seg_508(st, tab, th);
	case 168: return gpga_seg_510(st, tab, th);
	case 169: return gpga_seg_513(st, tab, th);
	case 170: return gpga_seg_514(st, tab, th);
	case 171: return gpga_seg_516(st, tab, th);
	case 172: return gpga_seg_519(st, tab, th);
	case 173: return gpga_seg_520(st, tab, th);
	case 174: return gpga_seg_522(st, tab, th);
	case 175: return gpga_seg_525(st, tab, th);
	case 176: return gpga_seg_526(st, tab, th);
	case 177: return gpga_seg_528(st, tab, th);
	case 178: return gpga_seg_531(st, tab, th);
	case 179: return gpga_seg_532(st, tab, th);
	case 180: return gpga_seg_534(st, tab, th);
	case 181: return gpga_seg_537(st, tab, th);
	case 182: return gpga_seg_538(st, tab, th);
	case 183: return gpga_seg_540(st, tab, th);
	case 184: return gpga_seg_543(st, tab, th);
	case 185: return gpga_seg_544(st, tab, th);
	case 186: return gpga_seg_546(st, tab, th);
	case 187: return gpga_seg_549(st, tab, th);
	case 188: return gpga_seg_550(st, tab, th);
	case 189: return gpga_seg_552(st, tab, th);
	case 190: return gpga_seg_555(st, tab, th);
	case 191: return gpga_seg_556(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_558(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4502, 393 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_561(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(0), 12u, gpga_up(gpga_load32(st, 4508 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_562(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(24), 12u, gpga_up(gpga_load32(st, 4510 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_564(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4514, 399 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_567(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(12), 12u, gpga_up(gpga_load32(st, 4520 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_568(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(36), 12u, gpga_up(gpga_load32(st, 4522 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_570(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4526, 405 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_573(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(48), 12u, gpga_up(gpga_load32(st, 4532 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_574(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(72), 12u, gpga_up(gpga_load32(st, 4534 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_576(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4538, 411 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_579(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(60), 12u, gpga_up(gpga_load32(st, 4544 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_580(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(84), 12u, gpga_up(gpga_load32(st, 4546 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_582(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4550, 417 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_585(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(96), 12u, gpga_up(gpga_load32(st, 4556 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_586(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(120), 12u, gpga_up(gpga_load32(st, 4558 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_588(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4562, 423 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_591(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(108), 12u, gpga_up(gpga_load32(st, 4568 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_592(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(132), 12u, gpga_up(gpga_load32(st, 4570 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_594(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4574, 429 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_597(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(144), 12u, gpga_up(gpga_load32(st, 4580 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_598(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(168), 12u, gpga_up(gpga_load32(st, 4582 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_600(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4586, 435 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_603(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(156), 12u, gpga_up(gpga_load32(st, 4592 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_604(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(9), gpga_k(180), 12u, gpga_up(gpga_load32(st, 4594 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_606(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4598, 441 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_609(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(0), 12u, gpga_up(gpga_load32(st, 4604 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_610(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(12), 12u, gpga_up(gpga_load32(st, 4606 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_612(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4610, 447 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_615(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(24), 12u, gpga_up(gpga_load32(st, 4616 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_616(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(36), 12u, gpga_up(gpga_load32(st, 4618 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_618(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4622, 453 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_621(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(48), 12u, gpga_up(gpga_load32(st, 4628 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_622(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(60), 12u, gpga_up(gpga_load32(st, 4630 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_624(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4634, 459 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_627(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(72), 12u, gpga_up(gpga_load32(st, 4640 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_628(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(84), 12u, gpga_up(gpga_load32(st, 4642 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_630(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4646, 465 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_633(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(96), 12u, gpga_up(gpga_load32(st, 4652 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_634(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(108), 12u, gpga_up(gpga_load32(st, 4654 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_636(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4658, 471 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_639(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(120), 12u, gpga_up(gpga_load32(st, 4664 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_640(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(132), 12u, gpga_up(gpga_load32(st, 4666 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_642(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4670, 477 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_645(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(144), 12u, gpga_up(gpga_load32(st, 4676 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_646(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(156), 12u, gpga_up(gpga_load32(st, 4678 /* c.hi */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port up of c */
GPGA_FN uint gpga_seg_648(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4682, 483 /* c.up */, gpga_k(1));
	return GPGA_STOPPED;
}

/* sorter.v:19 port lo of c */
GPGA_FN uint gpga_seg_651(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(168), 12u, gpga_up(gpga_load32(st, 4688 /* c.lo */)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port hi of c */
GPGA_FN uint gpga_seg_652(GPGA_ARGS, uint th) {
	gpga_setelbits(st, tab, 3602u, 11u, 8u, 192u, gpga_k(10), gpga_k(180), 12u, gpga_up(gpga_load32(st, 4690 /* c.hi */)));
	return GPGA_STOPPED;
}

static __attribute__((noinline)) void gpga_w_set(device uint *st, device const uint *tab, uint s, uint sig, uint a, uint words) {
    uint diff = 0;
    for (uint k = 0; k < words; ++k) {
        diff |= GPGA_AT(s + k) ^ GPGA_AT(a + k);
        GPGA_AT(s + k) = GPGA_AT(a + k);
    }
    if (diff != 0) gpga_publish(st, tab, sig);
}

static __attribute__((noinline)) void gpga_w_setel(device uint *st, device const uint *tab, uint s, uint n, uint sig, gpga_l32 i, uint a, uint words) {
    if (i.x == 0 && i.v < n) gpga_w_set(st, tab, s + i.v * words, sig, a, words);
}

/* sorter.v:10 assign */
GPGA_FN uint gpga_seg_653(GPGA_ARGS, uint th) {
	gpga_w_setel(st, tab, 3602u, 11u, 8u, gpga_k(0), 3378, 12u);
	return GPGA_STOPPED;
}

/* sorter.v:11 assign */
GPGA_FN uint gpga_seg_654(GPGA_ARGS, uint th) {
	gpga_w_set(st, tab, 3582u, 3u, 3722, 12u);
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth_192(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 192: return gpga_seg_558(st, tab, th);
	case 193: return gpga_seg_561(st, tab, th);
	case 194: return gpga_seg_562(st, tab, th);
	case 195: return gpga_seg_564(st, tab, th);
	case 196: return gpga_seg_567(st, tab, th);
	case 197: return gpga_seg_568(st, tab, th);
	case 198: return gpga_seg_570(st, tab, th);
	case 199: return gpga_seg_573(st, tab, th);
	case 200: return gpga_seg_574(st, tab, th);
	case 201: return gpga_seg_576(st, tab, th);
	case 202: return gpga_seg_579(st, tab, th);
	case 203: return gpga_seg_580(st, tab, th);
	case 204: return gpga_seg_582(st, tab, th);
	case 205: return gpga_seg_585(st, tab, th);
	case 206: return gpga_seg_586(st, tab, th);
	case 207: return gpga_seg_588(st, tab, th);
	case 208: return gpga_seg_591(st, tab, th);
	case 209: return gpga_seg_592(st, tab, th);
	case 210: return gpga_seg_594(st, tab, th);
	case 211: return gpga_seg_597(st, tab, th);
	case 212: return gpga_seg_598(st, tab, th);
	case 213: return gpga_seg_600(st, tab, th);
	case 214: return gpga_seg_603(st, tab, th);
	case 215: return gpga_seg_604(st, tab, th);
	case 216: return gpga_seg_606(st, tab, th);
	case 217: return gpga_seg_609(st, tab, th);
	case 218: return gpga_seg_610(st, tab, th);
	case 219: return gpga_seg_612(st, tab, th);
	case 220: return gpga_seg_615(st, tab, th);
	case 221: return gpga_seg_616(st, tab, th);
	case 222: return gpga_seg_618(st, tab, th);
	case 223: return gpga_seg_621(st, tab, th);
	case 224: return gpga_seg_622(st, tab, th);
	case 225: return gpga_seg_624(st, tab, th);
	case 226: return gpga_seg_627(st, tab, th);
	case 227: return gpga_seg_628(st, tab, th);
	case 228: return gpga_seg_630(st, tab, th);
	case 229: return gpga_seg_633(st, tab, th);
	case 230: return gpga_seg_634(st, tab, th);
	case 231: return gpga_seg_636(st, tab, th);
	case 232: return gpga_seg_639(st, tab, th);
	case 233: return gpga_seg_640(st, tab, th);
	case 234: return gpga_seg_642(st, tab, th);
	case 235: return gpga_seg_645(st, tab, th);
	case 236: return gpga_seg_646(st, tab, th);
	case 237: return gpga_seg_648(st, tab, th);
	case 238: return gpga_seg_651(st, tab, th);
	case 239: return gpga_seg_652(st, tab, th);
	case 240: return gpga_seg_653(st, tab, th);
	case 241: return gpga_seg_654(st, tab, th);
	}
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_nth(GPGA_ARGS, uint seg, uint th) {
	switch (seg >> 6) {
	case 0: return gpga_dispatch_nth_0(st, tab, seg, th);
	case 1: return gpga_dispatch_nth_64(st, tab, seg, th);
	case 2: return gpga_dispatch_nth_128(st, tab, seg, th);
	case 3: return gpga_dispatch_nth_192(st, tab, seg, th);
	}
	return GPGA_STOPPED;
}

constant uint TAB_NOW = 4765;
static __attribute__((noinline)) void gpga_dispatch_now(device uint *st, device const uint *tab, uint b) {
    gpga_dispatch_nth(st, tab, tab[TAB_NOW + GPGA_AT(b + B_SEG)], b);
}

constant uint STATUS_SPIN = 8;
/* runs immediate nodes until none is marked */
static __attribute__((noinline)) void gpga_settle(device uint *st, device const uint *tab) {
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

/* applies the whole log, each entry with all that it causes at once, before any woken process runs */
static __attribute__((noinline)) void gpga_apply_nba(device uint *st, device const uint *tab) {
    uint e = GPGA_AT(SCHED_NBA_POS);
    uint end = GPGA_AT(SCHED_NBA_END);
    #pragma clang loop unroll(disable) vectorize(disable)
    for (; e < end;) {
        e = gpga_apply(st, tab, e);
        if (GPGA_AT(SCHED_NOW_HEAD) != 0) gpga_settle(st, tab);
    }
    GPGA_AT(SCHED_NBA_POS) = GPGA_AT(SCHED_NBA_BASE);
    GPGA_AT(SCHED_NBA_END) = GPGA_AT(SCHED_NBA_BASE);
}

constant uint SCHED_PHASE = 11;
constant uint SCHED_PROC_HEAD = 12;
constant uint SCHED_PROC_TAIL = 13;
constant uint SCHED_STROBE_POS = 26;
constant uint SCHED_POST_THREAD = 4822;
constant uint TH_FRAME = 9;
constant uint TH_WAITING = 2;
constant uint TH_EVENT = 12;
constant uint TH_NEXT = 8;
static inline uint gpga_wait(device uint *st, uint th, uint event, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(th + B_STATE) = TH_WAITING;
    GPGA_AT(th + TH_EVENT) = event + 1u;
    GPGA_AT(th + TH_NEXT) = GPGA_AT(SCHED_WAIT_HEAD + event);
    GPGA_AT(SCHED_WAIT_HEAD + event) = th;
    return GPGA_STOPPED;
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_0(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 1);
}

/* c ? a : b; an unknown c keeps the bits on which both agree */
static inline gpga_l32 gpga_mux32(gpga_l32 c, gpga_l32 a, gpga_l32 b) {
    uint k = c.x != 0 ? (a.v ^ b.v) | a.x | b.x : uint(0);
    return gpga_l32{(c.v != 0 ? a.v : b.v) | k, (c.v != 0 ? a.x : b.x) | k};
}

/* wb is the width of b */
static inline gpga_l32 gpga_cat32(gpga_l32 a, gpga_l32 b, uint wb) { return gpga_l32{(a.v << wb) | b.v, (a.x << wb) | b.x}; }

/* ---- the nonblocking log ---- */
static __attribute__((noinline)) void gpga_nba32(device uint *st, uint sig, gpga_l32 t) {
    uint e = GPGA_AT(SCHED_NBA_END);
    GPGA_AT(e) = sig;
    GPGA_AT(e + 1u) = t.v;
    GPGA_AT(e + 2u) = t.x;
    GPGA_AT(SCHED_NBA_END) = e + 3u;
}

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

static inline gpga_l32 gpga_part32(gpga_l32 a, uint off, uint m) { return gpga_l32{(a.v >> off) & m, (a.x >> off) & m}; }

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_1(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3744 /* c.swap */), gpga_cat32(gpga_load32(st, 3738 /* c.b */), gpga_load32(st, 3736 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3736 /* c.a */), gpga_load32(st, 3738 /* c.b */), 12u));
	gpga_nba32(st, 13 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 12 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 1);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_2(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 3);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_3(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3756 /* c.swap */), gpga_cat32(gpga_load32(st, 3750 /* c.b */), gpga_load32(st, 3748 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3748 /* c.a */), gpga_load32(st, 3750 /* c.b */), 12u));
	gpga_nba32(st, 19 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 18 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 3);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_4(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 5);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_5(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3768 /* c.swap */), gpga_cat32(gpga_load32(st, 3762 /* c.b */), gpga_load32(st, 3760 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3760 /* c.a */), gpga_load32(st, 3762 /* c.b */), 12u));
	gpga_nba32(st, 25 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 24 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 5);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_6(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 7);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_7(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3780 /* c.swap */), gpga_cat32(gpga_load32(st, 3774 /* c.b */), gpga_load32(st, 3772 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3772 /* c.a */), gpga_load32(st, 3774 /* c.b */), 12u));
	gpga_nba32(st, 31 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 30 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 7);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_8(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 9);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_9(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3792 /* c.swap */), gpga_cat32(gpga_load32(st, 3786 /* c.b */), gpga_load32(st, 3784 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3784 /* c.a */), gpga_load32(st, 3786 /* c.b */), 12u));
	gpga_nba32(st, 37 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 36 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 9);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_10(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 11);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_11(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3804 /* c.swap */), gpga_cat32(gpga_load32(st, 3798 /* c.b */), gpga_load32(st, 3796 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3796 /* c.a */), gpga_load32(st, 3798 /* c.b */), 12u));
	gpga_nba32(st, 43 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 42 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 11);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_12(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 13);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_13(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3816 /* c.swap */), gpga_cat32(gpga_load32(st, 3810 /* c.b */), gpga_load32(st, 3808 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3808 /* c.a */), gpga_load32(st, 3810 /* c.b */), 12u));
	gpga_nba32(st, 49 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 48 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 13);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_14(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 15);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_15(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3828 /* c.swap */), gpga_cat32(gpga_load32(st, 3822 /* c.b */), gpga_load32(st, 3820 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3820 /* c.a */), gpga_load32(st, 3822 /* c.b */), 12u));
	gpga_nba32(st, 55 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 54 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 15);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_16(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 17);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_17(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3840 /* c.swap */), gpga_cat32(gpga_load32(st, 3834 /* c.b */), gpga_load32(st, 3832 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3832 /* c.a */), gpga_load32(st, 3834 /* c.b */), 12u));
	gpga_nba32(st, 61 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 60 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 17);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_18(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 19);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_19(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3852 /* c.swap */), gpga_cat32(gpga_load32(st, 3846 /* c.b */), gpga_load32(st, 3844 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3844 /* c.a */), gpga_load32(st, 3846 /* c.b */), 12u));
	gpga_nba32(st, 67 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 66 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 19);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_20(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 21);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_21(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3864 /* c.swap */), gpga_cat32(gpga_load32(st, 3858 /* c.b */), gpga_load32(st, 3856 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3856 /* c.a */), gpga_load32(st, 3858 /* c.b */), 12u));
	gpga_nba32(st, 73 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 72 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 21);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_22(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 23);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_23(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3876 /* c.swap */), gpga_cat32(gpga_load32(st, 3870 /* c.b */), gpga_load32(st, 3868 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3868 /* c.a */), gpga_load32(st, 3870 /* c.b */), 12u));
	gpga_nba32(st, 79 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 78 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 23);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_24(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 25);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_25(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3888 /* c.swap */), gpga_cat32(gpga_load32(st, 3882 /* c.b */), gpga_load32(st, 3880 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3880 /* c.a */), gpga_load32(st, 3882 /* c.b */), 12u));
	gpga_nba32(st, 85 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 84 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 25);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_26(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 27);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_27(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3900 /* c.swap */), gpga_cat32(gpga_load32(st, 3894 /* c.b */), gpga_load32(st, 3892 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3892 /* c.a */), gpga_load32(st, 3894 /* c.b */), 12u));
	gpga_nba32(st, 91 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 90 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 27);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_28(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 29);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_29(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3912 /* c.swap */), gpga_cat32(gpga_load32(st, 3906 /* c.b */), gpga_load32(st, 3904 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3904 /* c.a */), gpga_load32(st, 3906 /* c.b */), 12u));
	gpga_nba32(st, 97 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 96 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 29);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_30(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 31);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_31(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3924 /* c.swap */), gpga_cat32(gpga_load32(st, 3918 /* c.b */), gpga_load32(st, 3916 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3916 /* c.a */), gpga_load32(st, 3918 /* c.b */), 12u));
	gpga_nba32(st, 103 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 102 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 31);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_32(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 33);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_33(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3936 /* c.swap */), gpga_cat32(gpga_load32(st, 3930 /* c.b */), gpga_load32(st, 3928 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3928 /* c.a */), gpga_load32(st, 3930 /* c.b */), 12u));
	gpga_nba32(st, 109 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 108 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 33);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_34(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 35);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_35(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3948 /* c.swap */), gpga_cat32(gpga_load32(st, 3942 /* c.b */), gpga_load32(st, 3940 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3940 /* c.a */), gpga_load32(st, 3942 /* c.b */), 12u));
	gpga_nba32(st, 115 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 114 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 35);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_36(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 37);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_37(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3960 /* c.swap */), gpga_cat32(gpga_load32(st, 3954 /* c.b */), gpga_load32(st, 3952 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3952 /* c.a */), gpga_load32(st, 3954 /* c.b */), 12u));
	gpga_nba32(st, 121 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 120 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 37);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_38(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 39);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_39(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3972 /* c.swap */), gpga_cat32(gpga_load32(st, 3966 /* c.b */), gpga_load32(st, 3964 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3964 /* c.a */), gpga_load32(st, 3966 /* c.b */), 12u));
	gpga_nba32(st, 127 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 126 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 39);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_40(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 41);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_41(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3984 /* c.swap */), gpga_cat32(gpga_load32(st, 3978 /* c.b */), gpga_load32(st, 3976 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3976 /* c.a */), gpga_load32(st, 3978 /* c.b */), 12u));
	gpga_nba32(st, 133 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 132 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 41);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_42(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 43);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_43(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 3996 /* c.swap */), gpga_cat32(gpga_load32(st, 3990 /* c.b */), gpga_load32(st, 3988 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 3988 /* c.a */), gpga_load32(st, 3990 /* c.b */), 12u));
	gpga_nba32(st, 139 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 138 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 43);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_44(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 45);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_45(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4008 /* c.swap */), gpga_cat32(gpga_load32(st, 4002 /* c.b */), gpga_load32(st, 4000 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4000 /* c.a */), gpga_load32(st, 4002 /* c.b */), 12u));
	gpga_nba32(st, 145 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 144 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 45);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_46(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 47);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_47(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4020 /* c.swap */), gpga_cat32(gpga_load32(st, 4014 /* c.b */), gpga_load32(st, 4012 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4012 /* c.a */), gpga_load32(st, 4014 /* c.b */), 12u));
	gpga_nba32(st, 151 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 150 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 47);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_48(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 49);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_49(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4032 /* c.swap */), gpga_cat32(gpga_load32(st, 4026 /* c.b */), gpga_load32(st, 4024 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4024 /* c.a */), gpga_load32(st, 4026 /* c.b */), 12u));
	gpga_nba32(st, 157 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 156 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 49);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_50(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 51);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_51(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4044 /* c.swap */), gpga_cat32(gpga_load32(st, 4038 /* c.b */), gpga_load32(st, 4036 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4036 /* c.a */), gpga_load32(st, 4038 /* c.b */), 12u));
	gpga_nba32(st, 163 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 162 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 51);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_52(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 53);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_53(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4056 /* c.swap */), gpga_cat32(gpga_load32(st, 4050 /* c.b */), gpga_load32(st, 4048 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4048 /* c.a */), gpga_load32(st, 4050 /* c.b */), 12u));
	gpga_nba32(st, 169 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 168 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 53);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_54(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 55);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_55(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4068 /* c.swap */), gpga_cat32(gpga_load32(st, 4062 /* c.b */), gpga_load32(st, 4060 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4060 /* c.a */), gpga_load32(st, 4062 /* c.b */), 12u));
	gpga_nba32(st, 175 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 174 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 55);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_56(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 57);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_57(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4080 /* c.swap */), gpga_cat32(gpga_load32(st, 4074 /* c.b */), gpga_load32(st, 4072 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4072 /* c.a */), gpga_load32(st, 4074 /* c.b */), 12u));
	gpga_nba32(st, 181 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 180 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 57);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_58(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 59);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_59(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4092 /* c.swap */), gpga_cat32(gpga_load32(st, 4086 /* c.b */), gpga_load32(st, 4084 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4084 /* c.a */), gpga_load32(st, 4086 /* c.b */), 12u));
	gpga_nba32(st, 187 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 186 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 59);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_60(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 61);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_61(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4104 /* c.swap */), gpga_cat32(gpga_load32(st, 4098 /* c.b */), gpga_load32(st, 4096 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4096 /* c.a */), gpga_load32(st, 4098 /* c.b */), 12u));
	gpga_nba32(st, 193 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 192 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 61);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_62(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 63);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_63(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4116 /* c.swap */), gpga_cat32(gpga_load32(st, 4110 /* c.b */), gpga_load32(st, 4108 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4108 /* c.a */), gpga_load32(st, 4110 /* c.b */), 12u));
	gpga_nba32(st, 199 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 198 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 63);
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

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_64(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 65);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_65(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4128 /* c.swap */), gpga_cat32(gpga_load32(st, 4122 /* c.b */), gpga_load32(st, 4120 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4120 /* c.a */), gpga_load32(st, 4122 /* c.b */), 12u));
	gpga_nba32(st, 205 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 204 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 65);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_66(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 67);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_67(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4140 /* c.swap */), gpga_cat32(gpga_load32(st, 4134 /* c.b */), gpga_load32(st, 4132 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4132 /* c.a */), gpga_load32(st, 4134 /* c.b */), 12u));
	gpga_nba32(st, 211 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 210 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 67);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_68(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 69);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_69(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4152 /* c.swap */), gpga_cat32(gpga_load32(st, 4146 /* c.b */), gpga_load32(st, 4144 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4144 /* c.a */), gpga_load32(st, 4146 /* c.b */), 12u));
	gpga_nba32(st, 217 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 216 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 69);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_70(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 71);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_71(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4164 /* c.swap */), gpga_cat32(gpga_load32(st, 4158 /* c.b */), gpga_load32(st, 4156 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4156 /* c.a */), gpga_load32(st, 4158 /* c.b */), 12u));
	gpga_nba32(st, 223 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 222 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 71);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_72(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 73);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_73(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4176 /* c.swap */), gpga_cat32(gpga_load32(st, 4170 /* c.b */), gpga_load32(st, 4168 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4168 /* c.a */), gpga_load32(st, 4170 /* c.b */), 12u));
	gpga_nba32(st, 229 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 228 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 73);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_74(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 75);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_75(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4188 /* c.swap */), gpga_cat32(gpga_load32(st, 4182 /* c.b */), gpga_load32(st, 4180 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4180 /* c.a */), gpga_load32(st, 4182 /* c.b */), 12u));
	gpga_nba32(st, 235 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 234 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 75);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_76(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 77);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_77(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4200 /* c.swap */), gpga_cat32(gpga_load32(st, 4194 /* c.b */), gpga_load32(st, 4192 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4192 /* c.a */), gpga_load32(st, 4194 /* c.b */), 12u));
	gpga_nba32(st, 241 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 240 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 77);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_78(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 79);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_79(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4212 /* c.swap */), gpga_cat32(gpga_load32(st, 4206 /* c.b */), gpga_load32(st, 4204 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4204 /* c.a */), gpga_load32(st, 4206 /* c.b */), 12u));
	gpga_nba32(st, 247 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 246 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 79);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_80(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 81);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_81(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4224 /* c.swap */), gpga_cat32(gpga_load32(st, 4218 /* c.b */), gpga_load32(st, 4216 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4216 /* c.a */), gpga_load32(st, 4218 /* c.b */), 12u));
	gpga_nba32(st, 253 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 252 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 81);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_82(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 83);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_83(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4236 /* c.swap */), gpga_cat32(gpga_load32(st, 4230 /* c.b */), gpga_load32(st, 4228 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4228 /* c.a */), gpga_load32(st, 4230 /* c.b */), 12u));
	gpga_nba32(st, 259 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 258 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 83);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_84(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 85);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_85(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4248 /* c.swap */), gpga_cat32(gpga_load32(st, 4242 /* c.b */), gpga_load32(st, 4240 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4240 /* c.a */), gpga_load32(st, 4242 /* c.b */), 12u));
	gpga_nba32(st, 265 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 264 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 85);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_86(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 87);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_87(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4260 /* c.swap */), gpga_cat32(gpga_load32(st, 4254 /* c.b */), gpga_load32(st, 4252 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4252 /* c.a */), gpga_load32(st, 4254 /* c.b */), 12u));
	gpga_nba32(st, 271 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 270 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 87);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_88(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 89);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_89(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4272 /* c.swap */), gpga_cat32(gpga_load32(st, 4266 /* c.b */), gpga_load32(st, 4264 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4264 /* c.a */), gpga_load32(st, 4266 /* c.b */), 12u));
	gpga_nba32(st, 277 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 276 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 89);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_90(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 91);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_91(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4284 /* c.swap */), gpga_cat32(gpga_load32(st, 4278 /* c.b */), gpga_load32(st, 4276 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4276 /* c.a */), gpga_load32(st, 4278 /* c.b */), 12u));
	gpga_nba32(st, 283 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 282 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 91);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_92(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 93);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_93(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4296 /* c.swap */), gpga_cat32(gpga_load32(st, 4290 /* c.b */), gpga_load32(st, 4288 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4288 /* c.a */), gpga_load32(st, 4290 /* c.b */), 12u));
	gpga_nba32(st, 289 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 288 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 93);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_94(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 95);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_95(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4308 /* c.swap */), gpga_cat32(gpga_load32(st, 4302 /* c.b */), gpga_load32(st, 4300 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4300 /* c.a */), gpga_load32(st, 4302 /* c.b */), 12u));
	gpga_nba32(st, 295 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 294 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 95);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_96(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 97);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_97(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4320 /* c.swap */), gpga_cat32(gpga_load32(st, 4314 /* c.b */), gpga_load32(st, 4312 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4312 /* c.a */), gpga_load32(st, 4314 /* c.b */), 12u));
	gpga_nba32(st, 301 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 300 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 97);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_98(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 99);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_99(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4332 /* c.swap */), gpga_cat32(gpga_load32(st, 4326 /* c.b */), gpga_load32(st, 4324 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4324 /* c.a */), gpga_load32(st, 4326 /* c.b */), 12u));
	gpga_nba32(st, 307 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 306 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 99);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_100(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 101);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_101(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4344 /* c.swap */), gpga_cat32(gpga_load32(st, 4338 /* c.b */), gpga_load32(st, 4336 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4336 /* c.a */), gpga_load32(st, 4338 /* c.b */), 12u));
	gpga_nba32(st, 313 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 312 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 101);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_102(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 103);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_103(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4356 /* c.swap */), gpga_cat32(gpga_load32(st, 4350 /* c.b */), gpga_load32(st, 4348 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4348 /* c.a */), gpga_load32(st, 4350 /* c.b */), 12u));
	gpga_nba32(st, 319 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 318 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 103);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_104(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 105);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_105(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4368 /* c.swap */), gpga_cat32(gpga_load32(st, 4362 /* c.b */), gpga_load32(st, 4360 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4360 /* c.a */), gpga_load32(st, 4362 /* c.b */), 12u));
	gpga_nba32(st, 325 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 324 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 105);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_106(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 107);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_107(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4380 /* c.swap */), gpga_cat32(gpga_load32(st, 4374 /* c.b */), gpga_load32(st, 4372 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4372 /* c.a */), gpga_load32(st, 4374 /* c.b */), 12u));
	gpga_nba32(st, 331 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 330 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 107);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_108(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 109);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_109(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4392 /* c.swap */), gpga_cat32(gpga_load32(st, 4386 /* c.b */), gpga_load32(st, 4384 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4384 /* c.a */), gpga_load32(st, 4386 /* c.b */), 12u));
	gpga_nba32(st, 337 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 336 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 109);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_110(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 111);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_111(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4404 /* c.swap */), gpga_cat32(gpga_load32(st, 4398 /* c.b */), gpga_load32(st, 4396 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4396 /* c.a */), gpga_load32(st, 4398 /* c.b */), 12u));
	gpga_nba32(st, 343 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 342 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 111);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_112(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 113);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_113(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4416 /* c.swap */), gpga_cat32(gpga_load32(st, 4410 /* c.b */), gpga_load32(st, 4408 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4408 /* c.a */), gpga_load32(st, 4410 /* c.b */), 12u));
	gpga_nba32(st, 349 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 348 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 113);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_114(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 115);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_115(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4428 /* c.swap */), gpga_cat32(gpga_load32(st, 4422 /* c.b */), gpga_load32(st, 4420 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4420 /* c.a */), gpga_load32(st, 4422 /* c.b */), 12u));
	gpga_nba32(st, 355 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 354 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 115);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_116(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 117);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_117(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4440 /* c.swap */), gpga_cat32(gpga_load32(st, 4434 /* c.b */), gpga_load32(st, 4432 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4432 /* c.a */), gpga_load32(st, 4434 /* c.b */), 12u));
	gpga_nba32(st, 361 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 360 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 117);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_118(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 119);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_119(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4452 /* c.swap */), gpga_cat32(gpga_load32(st, 4446 /* c.b */), gpga_load32(st, 4444 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4444 /* c.a */), gpga_load32(st, 4446 /* c.b */), 12u));
	gpga_nba32(st, 367 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 366 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 119);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_120(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 121);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_121(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4464 /* c.swap */), gpga_cat32(gpga_load32(st, 4458 /* c.b */), gpga_load32(st, 4456 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4456 /* c.a */), gpga_load32(st, 4458 /* c.b */), 12u));
	gpga_nba32(st, 373 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 372 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 121);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_122(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 123);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_123(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4476 /* c.swap */), gpga_cat32(gpga_load32(st, 4470 /* c.b */), gpga_load32(st, 4468 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4468 /* c.a */), gpga_load32(st, 4470 /* c.b */), 12u));
	gpga_nba32(st, 379 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 378 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 123);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_124(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 125);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_125(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4488 /* c.swap */), gpga_cat32(gpga_load32(st, 4482 /* c.b */), gpga_load32(st, 4480 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4480 /* c.a */), gpga_load32(st, 4482 /* c.b */), 12u));
	gpga_nba32(st, 385 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 384 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 125);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_126(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 127);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_127(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4500 /* c.swap */), gpga_cat32(gpga_load32(st, 4494 /* c.b */), gpga_load32(st, 4492 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4492 /* c.a */), gpga_load32(st, 4494 /* c.b */), 12u));
	gpga_nba32(st, 391 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 390 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 127);
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

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_128(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 129);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_129(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4512 /* c.swap */), gpga_cat32(gpga_load32(st, 4506 /* c.b */), gpga_load32(st, 4504 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4504 /* c.a */), gpga_load32(st, 4506 /* c.b */), 12u));
	gpga_nba32(st, 397 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 396 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 129);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_130(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 131);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_131(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4524 /* c.swap */), gpga_cat32(gpga_load32(st, 4518 /* c.b */), gpga_load32(st, 4516 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4516 /* c.a */), gpga_load32(st, 4518 /* c.b */), 12u));
	gpga_nba32(st, 403 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 402 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 131);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_132(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 133);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_133(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4536 /* c.swap */), gpga_cat32(gpga_load32(st, 4530 /* c.b */), gpga_load32(st, 4528 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4528 /* c.a */), gpga_load32(st, 4530 /* c.b */), 12u));
	gpga_nba32(st, 409 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 408 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 133);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_134(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 135);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_135(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4548 /* c.swap */), gpga_cat32(gpga_load32(st, 4542 /* c.b */), gpga_load32(st, 4540 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4540 /* c.a */), gpga_load32(st, 4542 /* c.b */), 12u));
	gpga_nba32(st, 415 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 414 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 135);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_136(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 137);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_137(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4560 /* c.swap */), gpga_cat32(gpga_load32(st, 4554 /* c.b */), gpga_load32(st, 4552 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4552 /* c.a */), gpga_load32(st, 4554 /* c.b */), 12u));
	gpga_nba32(st, 421 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 420 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 137);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_138(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 139);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_139(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4572 /* c.swap */), gpga_cat32(gpga_load32(st, 4566 /* c.b */), gpga_load32(st, 4564 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4564 /* c.a */), gpga_load32(st, 4566 /* c.b */), 12u));
	gpga_nba32(st, 427 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 426 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 139);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_140(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 141);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_141(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4584 /* c.swap */), gpga_cat32(gpga_load32(st, 4578 /* c.b */), gpga_load32(st, 4576 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4576 /* c.a */), gpga_load32(st, 4578 /* c.b */), 12u));
	gpga_nba32(st, 433 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 432 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 141);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_142(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 143);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_143(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4596 /* c.swap */), gpga_cat32(gpga_load32(st, 4590 /* c.b */), gpga_load32(st, 4588 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4588 /* c.a */), gpga_load32(st, 4590 /* c.b */), 12u));
	gpga_nba32(st, 439 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 438 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 143);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_144(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 145);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_145(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4608 /* c.swap */), gpga_cat32(gpga_load32(st, 4602 /* c.b */), gpga_load32(st, 4600 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4600 /* c.a */), gpga_load32(st, 4602 /* c.b */), 12u));
	gpga_nba32(st, 445 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 444 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 145);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_146(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 147);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_147(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4620 /* c.swap */), gpga_cat32(gpga_load32(st, 4614 /* c.b */), gpga_load32(st, 4612 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4612 /* c.a */), gpga_load32(st, 4614 /* c.b */), 12u));
	gpga_nba32(st, 451 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 450 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 147);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_148(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 149);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_149(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4632 /* c.swap */), gpga_cat32(gpga_load32(st, 4626 /* c.b */), gpga_load32(st, 4624 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4624 /* c.a */), gpga_load32(st, 4626 /* c.b */), 12u));
	gpga_nba32(st, 457 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 456 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 149);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_150(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 151);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_151(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4644 /* c.swap */), gpga_cat32(gpga_load32(st, 4638 /* c.b */), gpga_load32(st, 4636 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4636 /* c.a */), gpga_load32(st, 4638 /* c.b */), 12u));
	gpga_nba32(st, 463 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 462 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 151);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_152(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 153);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_153(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4656 /* c.swap */), gpga_cat32(gpga_load32(st, 4650 /* c.b */), gpga_load32(st, 4648 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4648 /* c.a */), gpga_load32(st, 4650 /* c.b */), 12u));
	gpga_nba32(st, 469 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 468 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 153);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_154(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 155);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_155(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4668 /* c.swap */), gpga_cat32(gpga_load32(st, 4662 /* c.b */), gpga_load32(st, 4660 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4660 /* c.a */), gpga_load32(st, 4662 /* c.b */), 12u));
	gpga_nba32(st, 475 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 474 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 155);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_156(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 157);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_157(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4680 /* c.swap */), gpga_cat32(gpga_load32(st, 4674 /* c.b */), gpga_load32(st, 4672 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4672 /* c.a */), gpga_load32(st, 4674 /* c.b */), 12u));
	gpga_nba32(st, 481 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 480 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 157);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_158(GPGA_ARGS, uint th) {
	return gpga_wait(st, th, 0, 159);
}

/* sorter.v:4 always @(posedge tb.clk) */
GPGA_FN uint gpga_seg_159(GPGA_ARGS, uint th) {
	gpga_l32 t8 = gpga_mux32(gpga_load32(st, 4692 /* c.swap */), gpga_cat32(gpga_load32(st, 4686 /* c.b */), gpga_load32(st, 4684 /* c.a */), 12u), gpga_cat32(gpga_load32(st, 4684 /* c.a */), gpga_load32(st, 4686 /* c.b */), 12u));
	gpga_nba32(st, 487 /* c.hi */, gpga_trunc32(t8, 0xfffu));
	gpga_nba32(st, 486 /* c.lo */, gpga_part32(t8, 12u, 0xfffu));
	return gpga_wait(st, th, 0, 159);
}

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
    GPGA_AT(s) = t.v;
    GPGA_AT(s + 1u) = t.x;
}

/* sorter.v:56 initial */
GPGA_FN uint gpga_seg_160(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3376, 0 /* tb.clk */, gpga_k(0));
	gpga_store32(st, 3598, gpga_k(11));
	gpga_store32(st, 3600, gpga_k(0));
	gpga_store32(st, 3594, gpga_k(0));
	return 161;
}

static inline bool gpga_true32(gpga_l32 a) { return (a.v & ~a.x) != 0; }

static inline gpga_l32 gpga_lts32(gpga_l32 a, gpga_l32 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(int(a.v << h) < int(b.v << h) ? 1u : 0u) | x, x}; }

/* sorter.v:58 initial */
GPGA_FN uint gpga_seg_161(GPGA_ARGS, uint th) {
	return gpga_true32(gpga_lts32(gpga_load32(st, 3594 /* tb.cycle */), gpga_k(60), 0u)) ? 162 : 165;
}

static inline gpga_l32 gpga_lts64(gpga_l64 a, gpga_l64 b, uint h) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(long(a.v << h) < long(b.v << h) ? 1u : 0u) | x, x}; }

static inline gpga_l64 gpga_sext64(gpga_l64 a, uint h, ulong m) { return gpga_l64{ulong(long(a.v << h) >> h) & m, ulong(long(a.x << h) >> h) & m}; }

static inline gpga_l64 gpga_k64(ulong v) { return gpga_l64{v, 0ul}; }

/* a single-precision pattern that is a normal number */
static inline ulong gpga_f64_from_f32bits(uint a) { return (ulong(a >> 31) << 63) | (ulong(((a >> 23) & 255u) + 896u) << 52) | (ulong(a & 0x7fffffu) << 29); }

/* ---- IEEE 754 binary64 on bit patterns, round to nearest even: Metal has no double. CPU engines replace these by name. ---- */
static inline bool gpga_f64_nan(ulong a) { return (a & 0x7ffffffffffffffful) > 0x7ff0000000000000ul; }

static inline int gpga_f64_exp(ulong a) { int e = int(a >> 52) & 2047; return e == 0 ? 1 : e; }

/* significand with the hidden one at bit 52 */
static inline ulong gpga_f64_sig(ulong a) { ulong f = a & 0xffffffffffffful; return ((a >> 52) & 2047ul) == 0 ? f : f | 0x10000000000000ul; }

/* rounds m (a 64-bit significand with its leading one at bit 62, sticky bit at 0) with exponent e (of bit 62, unbiased + 1023) and sign s */
static __attribute__((noinline)) ulong gpga_f64_pack(ulong s, int e, ulong m) {
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
static __attribute__((noinline)) ulong gpga_f64_norm(ulong s, int e, ulong m) {
    if (m == 0) return s << 63;
    int up = int(clz(m)) - 1;
    if (up < 0) return gpga_f64_pack(s, e + 1, (m >> 1) | (m & 1ul));
    return gpga_f64_pack(s, e - up, m << uint(up));
}

static __attribute__((noinline)) ulong gpga_f64_add(ulong a, ulong b) {
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

static __attribute__((noinline)) ulong gpga_f64_mul(ulong a, ulong b) {
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

static __attribute__((noinline)) ulong gpga_f64_div(ulong a, ulong b) {
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

static __attribute__((noinline)) bool gpga_f64_lt(ulong a, ulong b) {
    if (gpga_f64_nan(a) || gpga_f64_nan(b) || ((a | b) << 1) == 0) return false;
    bool sa = (a >> 63) != 0, sb = (b >> 63) != 0;
    if (sa != sb) return sa;
    return sa ? b < a : a < b;
}

static __attribute__((noinline)) bool gpga_f64_eq(ulong a, ulong b) {
    if (gpga_f64_nan(a) || gpga_f64_nan(b)) return false;
    return a == b || ((a | b) << 1) == 0;
}

static inline bool gpga_f64_le(ulong a, ulong b) { return gpga_f64_lt(a, b) || gpga_f64_eq(a, b); }

/* toward zero; saturates, 0 for what is negative or no number */
static __attribute__((noinline)) ulong gpga_f64_to_u64_trunc(ulong a) {
    if (gpga_f64_nan(a) || (a >> 63) != 0) return 0ul;
    int e = int(a >> 52) & 2047;
    if (e < 1023) return 0ul;
    if (e >= 1087) return ~0ul;
    ulong f = (a & 0xffffffffffffful) | 0x10000000000000ul;
    return e >= 1075 ? f << uint(e - 1075) : f >> uint(1075 - e);
}

static inline ulong gpga_f64_neg(ulong a) { return a ^ 0x8000000000000000ul; }

/* $random (IEEE 1364-2005 17.9.3): low word is the number, high word the new seed; urandom = 1 shifts the range to start at 0 */
static __attribute__((noinline)) gpga_l64 gpga_random(gpga_l32 seed, uint urandom) {
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

static inline gpga_l32 gpga_down(gpga_l64 a) { return gpga_l32{uint(a.v), uint(a.x)}; }

static inline gpga_l64 gpga_part64(gpga_l64 a, uint off, ulong m) { return gpga_l64{(a.v >> off) & m, (a.x >> off) & m}; }

static __attribute__((noinline)) void gpga_setbits(device uint *st, device const uint *tab, uint s, uint sig, uint wa, gpga_l32 off, uint w, gpga_l64 t) {
    if (off.x != 0) return;
    if (gpga_putbits(st, s, wa, int(off.v), w, t)) gpga_publish(st, tab, sig);
}

static inline gpga_l32 gpga_idxs32(gpga_l32 a, uint h) { return gpga_l32{uint(int(a.v << h) >> h), a.x != 0 ? 1u : 0u}; }

static inline gpga_l32 gpga_mul32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v * b.v) & m) | k, k}; }

/* arithmetic: all x when any operand bit is x or z (IEEE 1364-2005 5.1.5) */
static inline gpga_l32 gpga_add32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v + b.v) & m) | k, k}; }

constant uint SCHED_ERR = 40;
constant uint STATUS_ERROR = 7;
static inline void gpga_fail(device uint *st, uint code) {
    GPGA_AT(SCHED_ERR) = code;
    GPGA_AT(SCHED_STATUS) = STATUS_ERROR;
}

constant uint ERR_LOOP = 1;
/* relations; equality is 0 as soon as known bits differ */
static inline gpga_l32 gpga_eq32(gpga_l32 a, gpga_l32 b) { uint x = a.x | b.x; bool ne = ((a.v ^ b.v) & ~x) != 0; bool u = !ne && x != 0; return gpga_l32{ne ? 0u : 1u, u ? 1u : 0u}; }

static __attribute__((noinline)) void gpga_w_copy(device uint *st, uint d, uint a, uint words) {
    for (uint k = 0; k < words; ++k) GPGA_AT(d + k) = GPGA_AT(a + k);
}

/* Values over 64 bits live in the arena: a, b, d are addresses of val words with xz words behind; n is words a plane, w is bits. */
static inline uint gpga_w_words(uint w) { return (w + 31u) >> 5; }

/* w <= 64 bits at bit offset off; bits outside the wa bits of a are x */
static __attribute__((noinline)) gpga_l64 gpga_w_get(device uint *st, uint a, uint wa, gpga_l32 off, uint w) {
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

/* and: a known 0 wins over x */
static inline gpga_l32 gpga_and32(gpga_l32 a, gpga_l32 b) { uint r = (a.v | a.x) & (b.v | b.x); return gpga_l32{r, r & (a.x | b.x)}; }

static inline gpga_l32 gpga_lognot32(gpga_l32 a) { bool one = (a.v & ~a.x) != 0; bool x = !one && a.x != 0; return gpga_l32{one ? 0u : 1u, x ? 1u : 0u}; }

static inline gpga_l32 gpga_lt32(gpga_l32 a, gpga_l32 b) { uint x = (a.x | b.x) != 0 ? 1u : 0u; return gpga_l32{(a.v < b.v ? 1u : 0u) | x, x}; }

static inline gpga_l32 gpga_sub32(gpga_l32 a, gpga_l32 b, uint m) { uint k = (a.x | b.x) != 0 ? m : uint(0); return gpga_l32{((a.v - b.v) & m) | k, k}; }

static __attribute__((noinline)) void gpga_storebits(device uint *st, uint s, uint wa, gpga_l32 off, uint w, gpga_l64 t) {
    if (off.x == 0) gpga_putbits(st, s, wa, int(off.v), w, t);
}

/* sorter.v:35 tb.soft */
GPGA_FN void gpga_fn_0(GPGA_ARGS) {
	gpga_store32(st, 4718, gpga_k(1));
	uint n0 = 0;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (; n0 < SCHED_LOOP_MAX; ++n0) {
		if (!gpga_true32(gpga_lts64(gpga_sext64(gpga_up(gpga_load32(st, 4718 /* soft.i */)), 32u, 0xffffffffful), gpga_k64(0x10ul), 28u))) {
			break;
		}
		gpga_store32(st, 4722, gpga_down(gpga_w_get(st, 4706, 192u, gpga_idxs32(gpga_mul32(gpga_load32(st, 4718 /* soft.i */), gpga_k(12), 0xffffffffu), 0u), 12u)));
		gpga_store32(st, 4720, gpga_load32(st, 4718 /* soft.i */));
		gpga_store32(st, 4724, gpga_k(0));
		uint n1 = 0;
		#pragma clang loop unroll(disable) vectorize(disable)
		for (; n1 < SCHED_LOOP_MAX; ++n1) {
			if (!gpga_true32(gpga_and32(gpga_lts32(gpga_k(0), gpga_load32(st, 4720 /* soft.j */), 0u), gpga_lognot32(gpga_load32(st, 4724 /* soft.stop */))))) {
				break;
			}
			if (gpga_true32(gpga_lt32(gpga_load32(st, 4722 /* soft.key */), gpga_down(gpga_w_get(st, 4706, 192u, gpga_idxs32(gpga_mul32(gpga_sub32(gpga_load32(st, 4720 /* soft.j */), gpga_k(1), 0xffffffffu), gpga_k(12), 0xffffffffu), 0u), 12u))))) {
				gpga_storebits(st, 4706, 192u, gpga_idxs32(gpga_mul32(gpga_load32(st, 4720 /* soft.j */), gpga_k(12), 0xffffffffu), 0u), 12u, gpga_up(gpga_down(gpga_w_get(st, 4706, 192u, gpga_idxs32(gpga_mul32(gpga_sub32(gpga_load32(st, 4720 /* soft.j */), gpga_k(1), 0xffffffffu), gpga_k(12), 0xffffffffu), 0u), 12u))));
				gpga_store32(st, 4720, gpga_sub32(gpga_load32(st, 4720 /* soft.j */), gpga_k(1), 0xffffffffu));
			} else {
				gpga_store32(st, 4724, gpga_k(1));
			}
		}
		if (n1 == SCHED_LOOP_MAX) {
			gpga_fail(st, ERR_LOOP);
		}
		gpga_storebits(st, 4706, 192u, gpga_idxs32(gpga_mul32(gpga_load32(st, 4720 /* soft.j */), gpga_k(12), 0xffffffffu), 0u), 12u, gpga_up(gpga_load32(st, 4722 /* soft.key */)));
		gpga_store32(st, 4718, gpga_add32(gpga_load32(st, 4718 /* soft.i */), gpga_k(1), 0xffffffffu));
	}
	if (n0 == SCHED_LOOP_MAX) {
		gpga_fail(st, ERR_LOOP);
	}
	gpga_w_copy(st, 4694, 4706, 12u);
	return;
}

static __attribute__((noinline)) void gpga_w_storeel(device uint *st, uint s, uint n, gpga_l32 i, uint a, uint words) {
    if (i.x == 0 && i.v < n) gpga_w_copy(st, s + i.v * words, a, words);
}

static __attribute__((noinline)) gpga_l32 gpga_mods32(gpga_l32 a, gpga_l32 b, uint m, uint h) {
    if ((a.x | b.x) != 0 || b.v == 0) return gpga_l32{m, m};
    uint p = a.v << h, q = b.v << h;
    uint top = uint(1) << (32u - 1u);
    uint pa = (p & top) != 0 ? uint(0) - p : p, qa = (q & top) != 0 ? uint(0) - q : q;
    uint r = (pa >> h) % (qa >> h);
    return gpga_l32{((p & top) != 0 ? uint(0) - r : r) & m, uint(0)};
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
static __attribute__((noinline)) void gpga_schedule(device uint *st, uint b, ulong ticks) {
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

static __attribute__((noinline)) uint gpga_delay(device uint *st, uint th, gpga_l64 ticks, uint seg) {
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

/* sorter.v:58 initial */
GPGA_FN uint gpga_seg_162(GPGA_ARGS, uint th) {
	gpga_store32(st, 3596, gpga_k(0));
	uint n0 = 0;
	#pragma clang loop unroll(disable) vectorize(disable)
	for (; n0 < SCHED_LOOP_MAX; ++n0) {
		if (!gpga_true32(gpga_lts64(gpga_sext64(gpga_up(gpga_load32(st, 3596 /* tb.i */)), 32u, 0xffffffffful), gpga_k64(0x10ul), 28u))) {
			break;
		}
		gpga_l32 t5 = gpga_load32(st, 3598 /* tb.seed */);
		gpga_l64 t6 = gpga_random(t5, 0u);
		gpga_store32(st, 3598, gpga_down(gpga_part64(t6, 32u, 0xfffffffful)));
		gpga_setbits(st, tab, 3378u, 1 /* tb.in */, 192u, gpga_idxs32(gpga_mul32(gpga_load32(st, 3596 /* tb.i */), gpga_k(12), 0xffffffffu), 0u), 12u, gpga_up(gpga_trunc32(gpga_down(t6), 0xfffu)));
		gpga_settle(st, tab);
		gpga_store32(st, 3596, gpga_add32(gpga_load32(st, 3596 /* tb.i */), gpga_k(1), 0xffffffffu));
	}
	if (n0 == SCHED_LOOP_MAX) {
		gpga_fail(st, ERR_LOOP);
	}
	if (gpga_true32(gpga_eq32(gpga_load32(st, 3594 /* tb.cycle */), gpga_k(30)))) {
		gpga_w_set(st, tab, 3378u, 1u, 4744, 12u);
		gpga_settle(st, tab);
	}
	if (gpga_true32(gpga_eq32(gpga_load32(st, 3594 /* tb.cycle */), gpga_k(31)))) {
		gpga_setbits(st, tab, 3378u, 1 /* tb.in */, 192u, gpga_k(0), 12u, gpga_up(gpga_k(4095)));
		gpga_settle(st, tab);
	}
	gpga_w_copy(st, 4780, 3378, 12u);
	gpga_w_copy(st, 4706, 4780, 12u);
	gpga_fn_0(st, tab);
	gpga_w_copy(st, 4792, 4694, 12u);
	gpga_w_storeel(st, 3390, 16u, gpga_idxs32(gpga_mods32(gpga_load32(st, 3594 /* tb.cycle */), gpga_k(16), 0xffffffffu, 0u), 0u), 4792, 12u);
	return gpga_delay(st, th, gpga_k64(0x5ul), 163u);
}

/* sorter.v:63 initial */
GPGA_FN uint gpga_seg_163(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3376, 0 /* tb.clk */, gpga_k(1));
	return gpga_delay(st, th, gpga_k64(0x5ul), 164u);
}

static inline uint gpga_w_top(uint w) { return (w & 31u) == 0 ? 0xffffffffu : (1u << (w & 31u)) - 1u; }

/* t (wa <= 64 bits) to d, likewise */
static __attribute__((noinline)) void gpga_w_from(device uint *st, uint d, uint w, gpga_l64 t, uint wa, uint sign) {
    uint n = gpga_w_words(w);
    ulong sv = ulong(sign) & (t.v >> (wa - 1u)), sx = ulong(sign) & (t.x >> (wa - 1u));
    ulong up = wa >= 64u ? ulong(0) : ~ulong(0) << wa;
    ulong v = t.v | ((ulong(0) - sv) & up), x = t.x | ((ulong(0) - sx) & up);
    for (uint k = 0; k < n; ++k) {
        uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
        GPGA_AT(d + k) = (k == 0 ? uint(v) : k == 1u ? uint(v >> 32) : uint(ulong(0) - sv)) & m;
        GPGA_AT(d + n + k) = (k == 0 ? uint(x) : k == 1u ? uint(x >> 32) : uint(ulong(0) - sx)) & m;
    }
}

static __attribute__((noinline)) bool gpga_w_unknown(device uint *st, uint a, uint n) {
    uint x = 0;
    for (uint k = 0; k < n; ++k) x |= GPGA_AT(a + n + k);
    return x != 0;
}

static inline uint gpga_w_sign(device uint *st, uint a, uint w) { return (GPGA_AT(a + gpga_w_words(w) - 1u) >> ((w - 1u) & 31u)) & 1u; }

/* a < b, or a <= b when orequal is 1 */
static __attribute__((noinline)) gpga_l32 gpga_w_lt(device uint *st, uint a, uint b, uint w, uint sign, uint orequal) {
    uint n = gpga_w_words(w);
    if (gpga_w_unknown(st, a, n) || gpga_w_unknown(st, b, n)) return gpga_l32{1u, 1u};
    uint sa = sign & gpga_w_sign(st, a, w), sb = sign & gpga_w_sign(st, b, w);
    if (sa != sb) return gpga_l32{sa, 0u};
    for (uint k = 0; k < n; ++k) {
        uint x = GPGA_AT(a + n - 1u - k), y = GPGA_AT(b + n - 1u - k);
        if (x != y) return gpga_l32{x < y ? 1u : 0u, 0u};
    }
    return gpga_l32{orequal, 0u};
}

/* all bits v, x (planes are 0 or ~0) */
static __attribute__((noinline)) void gpga_w_fill(device uint *st, uint d, uint w, uint v, uint x) {
    uint n = gpga_w_words(w);
    for (uint k = 0; k < n; ++k) {
        uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
        GPGA_AT(d + k) = v & m;
        GPGA_AT(d + n + k) = x & m;
    }
}

static __attribute__((noinline)) void gpga_w_sub(device uint *st, uint d, uint a, uint b, uint w) {
    uint n = gpga_w_words(w);
    if (gpga_w_unknown(st, a, n) || gpga_w_unknown(st, b, n)) {
        gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
        return;
    }
    ulong c = 1;
    for (uint k = 0; k < n; ++k) {
        c += ulong(GPGA_AT(a + k)) + ulong(~GPGA_AT(b + k));
        GPGA_AT(d + k) = uint(c);
        GPGA_AT(d + n + k) = 0;
        c = c >> 32;
    }
    GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
}

static __attribute__((noinline)) void gpga_w_add(device uint *st, uint d, uint a, uint b, uint w) {
    uint n = gpga_w_words(w);
    if (gpga_w_unknown(st, a, n) || gpga_w_unknown(st, b, n)) {
        gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
        return;
    }
    ulong c = 0;
    for (uint k = 0; k < n; ++k) {
        c += ulong(GPGA_AT(a + k)) + ulong(GPGA_AT(b + k));
        GPGA_AT(d + k) = uint(c);
        GPGA_AT(d + n + k) = 0;
        c = c >> 32;
    }
    GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
}

/* val plane of d = -val plane of a */
static __attribute__((noinline)) void gpga_w_negv(device uint *st, uint d, uint a, uint w) {
    uint n = gpga_w_words(w);
    ulong c = 1;
    for (uint k = 0; k < n; ++k) {
        c += ulong(~GPGA_AT(a + k));
        GPGA_AT(d + k) = uint(c);
        c = c >> 32;
    }
    GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
}

/* quotient (rem = 0) or remainder (rem = 1) by shift and subtract, bit by bit; s is scratch of 4n words, d is neither a nor b */
static __attribute__((noinline)) void gpga_w_divmod(device uint *st, uint d, uint a, uint b, uint w, uint s, uint sign, uint rem) {
    uint n = gpga_w_words(w);
    uint any = 0;
    for (uint k = 0; k < n; ++k) any |= GPGA_AT(b + k);
    if (any == 0 || gpga_w_unknown(st, a, n) || gpga_w_unknown(st, b, n)) {
        gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
        return;
    }
    uint sa = sign & gpga_w_sign(st, a, w), sb = sign & gpga_w_sign(st, b, w);
    uint p = s, q = s + n, r = s + 2u * n;
    if (sa != 0) gpga_w_negv(st, p, a, w);
    else gpga_w_copy(st, p, a, n);
    if (sb != 0) gpga_w_negv(st, q, b, w);
    else gpga_w_copy(st, q, b, n);
    for (uint k = 0; k < n; ++k) {
        GPGA_AT(r + k) = 0;
        GPGA_AT(d + k) = 0;
        GPGA_AT(d + n + k) = 0;
    }
    for (uint i = 0; i < w; ++i) {
        uint bit = w - 1u - i;
        uint in = (GPGA_AT(p + (bit >> 5)) >> (bit & 31u)) & 1u;
        uint out = 0;
        for (uint k = 0; k < n; ++k) {
            uint t = GPGA_AT(r + k);
            out = t >> 31;
            GPGA_AT(r + k) = (t << 1) | in;
            in = out;
        }
        bool less = false, done = out != 0;
        for (uint k = 0; k < n && !done; ++k) {
            uint x = GPGA_AT(r + n - 1u - k), y = GPGA_AT(q + n - 1u - k);
            if (x != y) {
                less = x < y;
                done = true;
            }
        }
        if (!less) {
            ulong c = 1;
            for (uint k = 0; k < n; ++k) {
                c += ulong(GPGA_AT(r + k)) + ulong(~GPGA_AT(q + k));
                GPGA_AT(r + k) = uint(c);
                c = c >> 32;
            }
            GPGA_AT(d + (bit >> 5)) = GPGA_AT(d + (bit >> 5)) | (1u << (bit & 31u));
        }
    }
    if (rem != 0) gpga_w_copy(st, d, r, n);
    if ((rem != 0 ? sa : sa ^ sb) != 0) {
        gpga_w_copy(st, p, d, n);
        gpga_w_negv(st, d, p, w);
    }
}

constant uint SCHED_WIDE_SCRATCH = 4838;
static __attribute__((noinline)) void gpga_w_loadel(device uint *st, uint d, uint s, gpga_l32 i, uint n, uint w) {
    uint words = gpga_w_words(w) * 2u;
    if (i.x == 0 && i.v < n) gpga_w_copy(st, d, s + i.v * words, words);
    else gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
}

/* a wide value as an index, and as a shift count */
static __attribute__((noinline)) gpga_l32 gpga_w_index(device uint *st, uint a, uint w, uint sign) {
    uint n = gpga_w_words(w);
    if (gpga_w_unknown(st, a, n)) return gpga_l32{0u, 1u};
    uint low = GPGA_AT(a);
    uint neg = sign & gpga_w_sign(st, a, w);
    uint want = neg != 0 ? 0xffffffffu : 0u;
    uint diff = (low >> 31) ^ neg;
    for (uint k = 1; k < n; ++k) {
        uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
        diff |= (GPGA_AT(a + k) ^ want) & m;
    }
    return gpga_l32{low, diff != 0 ? 1u : 0u};
}

static inline gpga_l32 gpga_flip(gpga_l32 a) { return gpga_l32{(a.v ^ 1u) | a.x, a.x}; }

/* op: 0 ===, 1 casez, 2 casex */
static __attribute__((noinline)) gpga_l32 gpga_w_match(device uint *st, uint a, uint b, uint n, uint op) {
    uint diff = 0;
    for (uint k = 0; k < n; ++k) {
        uint av = GPGA_AT(a + k), ax = GPGA_AT(a + n + k), bv = GPGA_AT(b + k), bx = GPGA_AT(b + n + k);
        uint dc = op == 0u ? 0u : op == 1u ? (ax & ~av) | (bx & ~bv) : ax | bx;
        diff |= ((av ^ bv) | (ax ^ bx)) & ~dc;
    }
    return gpga_l32{diff == 0 ? 1u : 0u, 0u};
}

/* ---- services: records for the host ---- */
static __attribute__((noinline)) void gpga_svc(device uint *st, uint site, uint words) {
    uint e = GPGA_AT(SCHED_SVC_END);
    GPGA_AT(e) = site;
    GPGA_AT(e + 1u) = words + 4u;
    GPGA_AT(e + 2u) = GPGA_AT(SCHED_TIME_LO);
    GPGA_AT(e + 3u) = GPGA_AT(SCHED_TIME_HI);
    GPGA_AT(SCHED_SVC_END) = e + 4u;
}

static __attribute__((noinline)) void gpga_arg32(device uint *st, gpga_l32 t) {
    uint e = GPGA_AT(SCHED_SVC_END);
    gpga_store32(st, e, t);
    GPGA_AT(SCHED_SVC_END) = e + 2u;
}

static __attribute__((noinline)) void gpga_argw(device uint *st, uint a, uint words) {
    uint e = GPGA_AT(SCHED_SVC_END);
    for (uint k = 0; k < words; ++k) GPGA_AT(e + k) = GPGA_AT(a + k);
    GPGA_AT(SCHED_SVC_END) = e + words;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

/* sorter.v:63 initial */
GPGA_FN uint gpga_seg_164(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3376, 0 /* tb.clk */, gpga_k(0));
	gpga_w_from(st, 4780, 65u, gpga_up(gpga_load32(st, 3594 /* tb.cycle */)), 32u, 1u);
	if (gpga_true32(gpga_w_lt(st, 4756, 4780, 65u, 1u, 1u))) {
		gpga_w_from(st, 4786, 65u, gpga_up(gpga_load32(st, 3594 /* tb.cycle */)), 32u, 1u);
		gpga_w_sub(st, 4792, 4786, 4762, 65u);
		gpga_w_add(st, 4798, 4792, 4768, 65u);
		gpga_w_divmod(st, 4804, 4798, 4774, 65u, SCHED_WIDE_SCRATCH, 1u, 1u);
		gpga_w_loadel(st, 4810, 3390u, gpga_w_index(st, 4804, 65u, 1), 16u, 192u);
		if (gpga_true32(gpga_flip(gpga_w_match(st, 3582, 4810, 6u, 0u)))) {
			gpga_store32(st, 3600, gpga_add32(gpga_load32(st, 3600 /* tb.bad */), gpga_k(1), 0xffffffffu));
		}
		if (gpga_true32(gpga_eq32(gpga_mods32(gpga_load32(st, 3594 /* tb.cycle */), gpga_k(8), 0xffffffffu, 0u), gpga_k(0)))) {
			gpga_l32 t14 = gpga_load32(st, 3594 /* tb.cycle */);
			gpga_svc(st, 0u, 14u);
			gpga_arg32(st, t14);
			gpga_argw(st, 3582, 12u);
			if (gpga_over(st)) {
				return GPGA_STOPPED;
			}
		}
	}
	gpga_store32(st, 3594, gpga_add32(gpga_load32(st, 3594 /* tb.cycle */), gpga_k(1), 0xffffffffu));
	return 161;
}

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(th + B_STATE) = TH_READY;
    GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
    return GPGA_STOPPED;
}

/* sorter.v:58 initial */
GPGA_FN uint gpga_seg_165(GPGA_ARGS, uint th) {
	gpga_l32 t0 = gpga_load32(st, 3600 /* tb.bad */);
	gpga_svc(st, 1u, 2u);
	gpga_arg32(st, t0);
	if (gpga_over(st)) {
		return GPGA_STOPPED;
	}
	gpga_svc(st, 2u, 0u);
	return gpga_finish(st, th, 1u, 166u);
}

constant uint TH_PARENT = 10;
constant uint TH_DEAD = 0;
constant uint TH_STATIC = 15;
constant uint TH_ALL_PREV = 13;
constant uint TH_ALL_NEXT = 14;
constant uint SCHED_THREADS = 42;
constant uint TH_WORDS = 16;
static __attribute__((noinline)) void gpga_drop_thread(device uint *st, uint th) {
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

static __attribute__((noinline)) uint gpga_end(device uint *st, uint th) {
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

/* sorter.v:70 initial */
GPGA_FN uint gpga_seg_166(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

constant uint STATUS_REPLY = 2;
static inline uint gpga_reply(device uint *st, uint th, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(SCHED_CUR) = th;
    GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
    return GPGA_STOPPED;
}

/* sorter.v:72 initial */
GPGA_FN uint gpga_seg_167(GPGA_ARGS, uint th) {
	gpga_svc(st, 3u, 0u);
	return gpga_reply(st, th, 168u);
}

/* sorter.v:73 initial */
GPGA_FN uint gpga_seg_168(GPGA_ARGS, uint th) {
	gpga_svc(st, 4u, 2u);
	gpga_arg32(st, gpga_k(1));
	return gpga_reply(st, th, 169u);
}

/* sorter.v:74 initial */
GPGA_FN uint gpga_seg_169(GPGA_ARGS, uint th) {
	gpga_svc(st, 5u, 2u);
	gpga_arg32(st, gpga_k(1));
	return gpga_reply(st, th, 170u);
}

/* sorter.v:75 initial */
GPGA_FN uint gpga_seg_170(GPGA_ARGS, uint th) {
	return gpga_delay(st, th, gpga_k64(0xc8ul), 171u);
}

/* sorter.v:76 initial */
GPGA_FN uint gpga_seg_171(GPGA_ARGS, uint th) {
	gpga_svc(st, 6u, 0u);
	return gpga_reply(st, th, 172u);
}

/* sorter.v:76 initial */
GPGA_FN uint gpga_seg_172(GPGA_ARGS, uint th) {
	return gpga_end(st, th);
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_173(GPGA_ARGS, uint th) {
	gpga_store32(st, 3744, gpga_mux32(gpga_load32(st, 3734 /* c.up */), gpga_lt32(gpga_load32(st, 3738 /* c.b */), gpga_load32(st, 3736 /* c.a */)), gpga_lt32(gpga_load32(st, 3736 /* c.a */), gpga_load32(st, 3738 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_175(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3736, 10 /* c.a */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_176(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3738, 11 /* c.b */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_179(GPGA_ARGS, uint th) {
	gpga_store32(st, 3756, gpga_mux32(gpga_load32(st, 3746 /* c.up */), gpga_lt32(gpga_load32(st, 3750 /* c.b */), gpga_load32(st, 3748 /* c.a */)), gpga_lt32(gpga_load32(st, 3748 /* c.a */), gpga_load32(st, 3750 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_181(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3748, 16 /* c.a */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_182(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3750, 17 /* c.b */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_185(GPGA_ARGS, uint th) {
	gpga_store32(st, 3768, gpga_mux32(gpga_load32(st, 3758 /* c.up */), gpga_lt32(gpga_load32(st, 3762 /* c.b */), gpga_load32(st, 3760 /* c.a */)), gpga_lt32(gpga_load32(st, 3760 /* c.a */), gpga_load32(st, 3762 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_187(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3760, 22 /* c.a */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_188(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3762, 23 /* c.b */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_191(GPGA_ARGS, uint th) {
	gpga_store32(st, 3780, gpga_mux32(gpga_load32(st, 3770 /* c.up */), gpga_lt32(gpga_load32(st, 3774 /* c.b */), gpga_load32(st, 3772 /* c.a */)), gpga_lt32(gpga_load32(st, 3772 /* c.a */), gpga_load32(st, 3774 /* c.b */))));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_128(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 128: return gpga_seg_128(st, tab, th);
	case 129: return gpga_seg_129(st, tab, th);
	case 130: return gpga_seg_130(st, tab, th);
	case 131: return gpga_seg_131(st, tab, th);
	case 132: return gpga_seg_132(st, tab, th);
	case 133: return gpga_seg_133(st, tab, th);
	case 134: return gpga_seg_134(st, tab, th);
	case 135: return gpga_seg_135(st, tab, th);
	case 136: return gpga_seg_136(st, tab, th);
	case 137: return gpga_seg_137(st, tab, th);
	case 138: return gpga_seg_138(st, tab, th);
	case 139: return gpga_seg_139(st, tab, th);
	case 140: return gpga_seg_140(st, tab, th);
	case 141: return gpga_seg_141(st, tab, th);
	case 142: return gpga_seg_142(st, tab, th);
	case 143: return gpga_seg_143(st, tab, th);
	case 144: return gpga_seg_144(st, tab, th);
	case 145: return gpga_seg_145(st, tab, th);
	case 146: return gpga_seg_146(st, tab, th);
	case 147: return gpga_seg_147(st, tab, th);
	case 148: return gpga_seg_148(st, tab, th);
	case 149: return gpga_seg_149(st, tab, th);
	case 150: return gpga_seg_150(st, tab, th);
	case 151: return gpga_seg_151(st, tab, th);
	case 152: return gpga_seg_152(st, tab, th);
	case 153: return gpga_seg_153(st, tab, th);
	case 154: return gpga_seg_154(st, tab, th);
	case 155: return gpga_seg_155(st, tab, th);
	case 156: return gpga_seg_156(st, tab, th);
	case 157: return gpga_seg_157(st, tab, th);
	case 158: return gpga_seg_158(st, tab, th);
	case 159: return gpga_seg_159(st, tab, th);
	case 160: return gpga_seg_160(st, tab, th);
	case 161: return gpga_seg_161(st, tab, th);
	case 162: return gpga_seg_162(st, tab, th);
	case 163: return gpga_seg_163(st, tab, th);
	case 164: return gpga_seg_164(st, tab, th);
	case 165: return gpga_seg_165(st, tab, th);
	case 166: return gpga_seg_166(st, tab, th);
	case 167: return gpga_seg_167(st, tab, th);
	case 168: return gpga_seg_168(st, tab, th);
	case 169: return gpga_seg_169(st, tab, th);
	case 170: return gpga_seg_170(st, tab, th);
	case 171: return gpga_seg_171(st, tab, th);
	case 172: return gpga_seg_172(st, tab, th);
	case 173: return gpga_seg_173(st, tab, th);
	case 174: return gpga_seg_174(st, tab, th);
	case 175: return gpga_seg_175(st, tab, th);
	case 176: return gpga_seg_176(st, tab, th);
	case 177: return gpga_seg_177(st, tab, th);
	case 178: return gpga_seg_178(st, tab, th);
	case 179: return gpga_seg_179(st, tab, th);
	case 180: return gpga_seg_180(st, tab, th);
	case 181: return gpga_seg_181(st, tab, th);
	case 182: return gpga_seg_182(st, tab, th);
	case 183: return gpga_seg_183(st, tab, th);
	case 184: return gpga_seg_184(st, tab, th);
	case 185: return gpga_seg_185(st, tab, th);
	case 186: return gpga_seg_186(st, tab, th);
	case 187: return gpga_seg_187(st, tab, th);
	case 188: return gpga_seg_188(st, tab, th);
	case 189: return gpga_seg_189(st, tab, th);
	case 190: return gpga_seg_190(st, tab, th);
	case 191: return gpga_seg_191(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_193(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3772, 28 /* c.a */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_194(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3774, 29 /* c.b */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_197(GPGA_ARGS, uint th) {
	gpga_store32(st, 3792, gpga_mux32(gpga_load32(st, 3782 /* c.up */), gpga_lt32(gpga_load32(st, 3786 /* c.b */), gpga_load32(st, 3784 /* c.a */)), gpga_lt32(gpga_load32(st, 3784 /* c.a */), gpga_load32(st, 3786 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_199(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3784, 34 /* c.a */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_200(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3786, 35 /* c.b */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_203(GPGA_ARGS, uint th) {
	gpga_store32(st, 3804, gpga_mux32(gpga_load32(st, 3794 /* c.up */), gpga_lt32(gpga_load32(st, 3798 /* c.b */), gpga_load32(st, 3796 /* c.a */)), gpga_lt32(gpga_load32(st, 3796 /* c.a */), gpga_load32(st, 3798 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_205(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3796, 40 /* c.a */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_206(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3798, 41 /* c.b */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_209(GPGA_ARGS, uint th) {
	gpga_store32(st, 3816, gpga_mux32(gpga_load32(st, 3806 /* c.up */), gpga_lt32(gpga_load32(st, 3810 /* c.b */), gpga_load32(st, 3808 /* c.a */)), gpga_lt32(gpga_load32(st, 3808 /* c.a */), gpga_load32(st, 3810 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_211(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3808, 46 /* c.a */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_212(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3810, 47 /* c.b */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_215(GPGA_ARGS, uint th) {
	gpga_store32(st, 3828, gpga_mux32(gpga_load32(st, 3818 /* c.up */), gpga_lt32(gpga_load32(st, 3822 /* c.b */), gpga_load32(st, 3820 /* c.a */)), gpga_lt32(gpga_load32(st, 3820 /* c.a */), gpga_load32(st, 3822 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_217(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3820, 52 /* c.a */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_218(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3822, 53 /* c.b */, gpga_down(gpga_w_get(st, 3602, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_221(GPGA_ARGS, uint th) {
	gpga_store32(st, 3840, gpga_mux32(gpga_load32(st, 3830 /* c.up */), gpga_lt32(gpga_load32(st, 3834 /* c.b */), gpga_load32(st, 3832 /* c.a */)), gpga_lt32(gpga_load32(st, 3832 /* c.a */), gpga_load32(st, 3834 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_223(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3832, 58 /* c.a */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_224(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3834, 59 /* c.b */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_227(GPGA_ARGS, uint th) {
	gpga_store32(st, 3852, gpga_mux32(gpga_load32(st, 3842 /* c.up */), gpga_lt32(gpga_load32(st, 3846 /* c.b */), gpga_load32(st, 3844 /* c.a */)), gpga_lt32(gpga_load32(st, 3844 /* c.a */), gpga_load32(st, 3846 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_229(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3844, 64 /* c.a */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_230(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3846, 65 /* c.b */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_233(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3864, 74 /* c.swap */, gpga_mux32(gpga_load32(st, 3854 /* c.up */), gpga_lt32(gpga_load32(st, 3858 /* c.b */), gpga_load32(st, 3856 /* c.a */)), gpga_lt32(gpga_load32(st, 3856 /* c.a */), gpga_load32(st, 3858 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_235(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3856, 70 /* c.a */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_236(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3858, 71 /* c.b */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_239(GPGA_ARGS, uint th) {
	gpga_store32(st, 3876, gpga_mux32(gpga_load32(st, 3866 /* c.up */), gpga_lt32(gpga_load32(st, 3870 /* c.b */), gpga_load32(st, 3868 /* c.a */)), gpga_lt32(gpga_load32(st, 3868 /* c.a */), gpga_load32(st, 3870 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_241(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3868, 76 /* c.a */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_242(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3870, 77 /* c.b */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_245(GPGA_ARGS, uint th) {
	gpga_store32(st, 3888, gpga_mux32(gpga_load32(st, 3878 /* c.up */), gpga_lt32(gpga_load32(st, 3882 /* c.b */), gpga_load32(st, 3880 /* c.a */)), gpga_lt32(gpga_load32(st, 3880 /* c.a */), gpga_load32(st, 3882 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_247(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3880, 82 /* c.a */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_248(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3882, 83 /* c.b */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_251(GPGA_ARGS, uint th) {
	gpga_store32(st, 3900, gpga_mux32(gpga_load32(st, 3890 /* c.up */), gpga_lt32(gpga_load32(st, 3894 /* c.b */), gpga_load32(st, 3892 /* c.a */)), gpga_lt32(gpga_load32(st, 3892 /* c.a */), gpga_load32(st, 3894 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_253(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3892, 88 /* c.a */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_254(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3894, 89 /* c.b */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_192(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 192: return gpga_seg_192(st, tab, th);
	case 193: return gpga_seg_193(st, tab, th);
	case 194: return gpga_seg_194(st, tab, th);
	case 195: return gpga_seg_195(st, tab, th);
	case 196: return gpga_seg_196(st, tab, th);
	case 197: return gpga_seg_197(st, tab, th);
	case 198: return gpga_seg_198(st, tab, th);
	case 199: return gpga_seg_199(st, tab, th);
	case 200: return gpga_seg_200(st, tab, th);
	case 201: return gpga_seg_201(st, tab, th);
	case 202: return gpga_seg_202(st, tab, th);
	case 203: return gpga_seg_203(st, tab, th);
	case 204: return gpga_seg_204(st, tab, th);
	case 205: return gpga_seg_205(st, tab, th);
	case 206: return gpga_seg_206(st, tab, th);
	case 207: return gpga_seg_207(st, tab, th);
	case 208: return gpga_seg_208(st, tab, th);
	case 209: return gpga_seg_209(st, tab, th);
	case 210: return gpga_seg_210(st, tab, th);
	case 211: return gpga_seg_211(st, tab, th);
	case 212: return gpga_seg_212(st, tab, th);
	case 213: return gpga_seg_213(st, tab, th);
	case 214: return gpga_seg_214(st, tab, th);
	case 215: return gpga_seg_215(st, tab, th);
	case 216: return gpga_seg_216(st, tab, th);
	case 217: return gpga_seg_217(st, tab, th);
	case 218: return gpga_seg_218(st, tab, th);
	case 219: return gpga_seg_219(st, tab, th);
	case 220: return gpga_seg_220(st, tab, th);
	case 221: return gpga_seg_221(st, tab, th);
	case 222: return gpga_seg_222(st, tab, th);
	case 223: return gpga_seg_223(st, tab, th);
	case 224: return gpga_seg_224(st, tab, th);
	case 225: return gpga_seg_225(st, tab, th);
	case 226: return gpga_seg_226(st, tab, th);
	case 227: return gpga_seg_227(st, tab, th);
	case 228: return gpga_seg_228(st, tab, th);
	case 229: return gpga_seg_229(st, tab, th);
	case 230: return gpga_seg_230(st, tab, th);
	case 231: return gpga_seg_231(st, tab, th);
	case 232: return gpga_seg_232(st, tab, th);
	case 233: return gpga_seg_233(st, tab, th);
	case 234: return gpga_seg_234(st, tab, th);
	case 235: return gpga_seg_235(st, tab, th);
	case 236: return gpga_seg_236(st, tab, th);
	case 237: return gpga_seg_237(st, tab, th);
	case 238: return gpga_seg_238(st, tab, th);
	case 239: return gpga_seg_239(st, tab, th);
	case 240: return gpga_seg_240(st, tab, th);
	case 241: return gpga_seg_241(st, tab, th);
	case 242: return gpga_seg_242(st, tab, th);
	case 243: return gpga_seg_243(st, tab, th);
	case 244: return gpga_seg_244(st, tab, th);
	case 245: return gpga_seg_245(st, tab, th);
	case 246: return gpga_seg_246(st, tab, th);
	case 247: return gpga_seg_247(st, tab, th);
	case 248: return gpga_seg_248(st, tab, th);
	case 249: return gpga_seg_249(st, tab, th);
	case 250: return gpga_seg_250(st, tab, th);
	case 251: return gpga_seg_251(st, tab, th);
	case 252: return gpga_seg_252(st, tab, th);
	case 253: return gpga_seg_253(st, tab, th);
	case 254: return gpga_seg_254(st, tab, th);
	case 255: return gpga_seg_255(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_257(GPGA_ARGS, uint th) {
	gpga_store32(st, 3912, gpga_mux32(gpga_load32(st, 3902 /* c.up */), gpga_lt32(gpga_load32(st, 3906 /* c.b */), gpga_load32(st, 3904 /* c.a */)), gpga_lt32(gpga_load32(st, 3904 /* c.a */), gpga_load32(st, 3906 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_259(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3904, 94 /* c.a */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_260(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3906, 95 /* c.b */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_263(GPGA_ARGS, uint th) {
	gpga_store32(st, 3924, gpga_mux32(gpga_load32(st, 3914 /* c.up */), gpga_lt32(gpga_load32(st, 3918 /* c.b */), gpga_load32(st, 3916 /* c.a */)), gpga_lt32(gpga_load32(st, 3916 /* c.a */), gpga_load32(st, 3918 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_265(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3916, 100 /* c.a */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_266(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3918, 101 /* c.b */, gpga_down(gpga_w_get(st, 3614, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_269(GPGA_ARGS, uint th) {
	gpga_store32(st, 3936, gpga_mux32(gpga_load32(st, 3926 /* c.up */), gpga_lt32(gpga_load32(st, 3930 /* c.b */), gpga_load32(st, 3928 /* c.a */)), gpga_lt32(gpga_load32(st, 3928 /* c.a */), gpga_load32(st, 3930 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_271(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3928, 106 /* c.a */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_272(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3930, 107 /* c.b */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_275(GPGA_ARGS, uint th) {
	gpga_store32(st, 3948, gpga_mux32(gpga_load32(st, 3938 /* c.up */), gpga_lt32(gpga_load32(st, 3942 /* c.b */), gpga_load32(st, 3940 /* c.a */)), gpga_lt32(gpga_load32(st, 3940 /* c.a */), gpga_load32(st, 3942 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_277(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3940, 112 /* c.a */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_278(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3942, 113 /* c.b */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_281(GPGA_ARGS, uint th) {
	gpga_store32(st, 3960, gpga_mux32(gpga_load32(st, 3950 /* c.up */), gpga_lt32(gpga_load32(st, 3954 /* c.b */), gpga_load32(st, 3952 /* c.a */)), gpga_lt32(gpga_load32(st, 3952 /* c.a */), gpga_load32(st, 3954 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_283(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3952, 118 /* c.a */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_284(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3954, 119 /* c.b */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_287(GPGA_ARGS, uint th) {
	gpga_store32(st, 3972, gpga_mux32(gpga_load32(st, 3962 /* c.up */), gpga_lt32(gpga_load32(st, 3966 /* c.b */), gpga_load32(st, 3964 /* c.a */)), gpga_lt32(gpga_load32(st, 3964 /* c.a */), gpga_load32(st, 3966 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_289(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3964, 124 /* c.a */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_290(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3966, 125 /* c.b */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_293(GPGA_ARGS, uint th) {
	gpga_store32(st, 3984, gpga_mux32(gpga_load32(st, 3974 /* c.up */), gpga_lt32(gpga_load32(st, 3978 /* c.b */), gpga_load32(st, 3976 /* c.a */)), gpga_lt32(gpga_load32(st, 3976 /* c.a */), gpga_load32(st, 3978 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_295(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3976, 130 /* c.a */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_296(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3978, 131 /* c.b */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_299(GPGA_ARGS, uint th) {
	gpga_store32(st, 3996, gpga_mux32(gpga_load32(st, 3986 /* c.up */), gpga_lt32(gpga_load32(st, 3990 /* c.b */), gpga_load32(st, 3988 /* c.a */)), gpga_lt32(gpga_load32(st, 3988 /* c.a */), gpga_load32(st, 3990 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_301(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3988, 136 /* c.a */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_302(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 3990, 137 /* c.b */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_305(GPGA_ARGS, uint th) {
	gpga_store32(st, 4008, gpga_mux32(gpga_load32(st, 3998 /* c.up */), gpga_lt32(gpga_load32(st, 4002 /* c.b */), gpga_load32(st, 4000 /* c.a */)), gpga_lt32(gpga_load32(st, 4000 /* c.a */), gpga_load32(st, 4002 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_307(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4000, 142 /* c.a */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_308(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4002, 143 /* c.b */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_311(GPGA_ARGS, uint th) {
	gpga_store32(st, 4020, gpga_mux32(gpga_load32(st, 4010 /* c.up */), gpga_lt32(gpga_load32(st, 4014 /* c.b */), gpga_load32(st, 4012 /* c.a */)), gpga_lt32(gpga_load32(st, 4012 /* c.a */), gpga_load32(st, 4014 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_313(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4012, 148 /* c.a */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_314(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4014, 149 /* c.b */, gpga_down(gpga_w_get(st, 3626, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_317(GPGA_ARGS, uint th) {
	gpga_store32(st, 4032, gpga_mux32(gpga_load32(st, 4022 /* c.up */), gpga_lt32(gpga_load32(st, 4026 /* c.b */), gpga_load32(st, 4024 /* c.a */)), gpga_lt32(gpga_load32(st, 4024 /* c.a */), gpga_load32(st, 4026 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_319(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4024, 154 /* c.a */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_256(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 256: return gpga_seg_256(st, tab, th);
	case 257: return gpga_seg_257(st, tab, th);
	case 258: return gpga_seg_258(st, tab, th);
	case 259: return gpga_seg_259(st, tab, th);
	case 260: return gpga_seg_260(st, tab, th);
	case 261: return gpga_seg_261(st, tab, th);
	case 262: return gpga_seg_262(st, tab, th);
	case 263: return gpga_seg_263(st, tab, th);
	case 264: return gpga_seg_264(st, tab, th);
	case 265: return gpga_seg_265(st, tab, th);
	case 266: return gpga_seg_266(st, tab, th);
	case 267: return gpga_seg_267(st, tab, th);
	case 268: return gpga_seg_268(st, tab, th);
	case 269: return gpga_seg_269(st, tab, th);
	case 270: return gpga_seg_270(st, tab, th);
	case 271: return gpga_seg_271(st, tab, th);
	case 272: return gpga_seg_272(st, tab, th);
	case 273: return gpga_seg_273(st, tab, th);
	case 274: return gpga_seg_274(st, tab, th);
	case 275: return gpga_seg_275(st, tab, th);
	case 276: return gpga_seg_276(st, tab, th);
	case 277: return gpga_seg_277(st, tab, th);
	case 278: return gpga_seg_278(st, tab, th);
	case 279: return gpga_seg_279(st, tab, th);
	case 280: return gpga_seg_280(st, tab, th);
	case 281: return gpga_seg_281(st, tab, th);
	case 282: return gpga_seg_282(st, tab, th);
	case 283: return gpga_seg_283(st, tab, th);
	case 284: return gpga_seg_284(st, tab, th);
	case 285: return gpga_seg_285(st, tab, th);
	case 286: return gpga_seg_286(st, tab, th);
	case 287: return gpga_seg_287(st, tab, th);
	case 288: return gpga_seg_288(st, tab, th);
	case 289: return gpga_seg_289(st, tab, th);
	case 290: return gpga_seg_290(st, tab, th);
	case 291: return gpga_seg_291(st, tab, th);
	case 292: return gpga_seg_292(st, tab, th);
	case 293: return gpga_seg_293(st, tab, th);
	case 294: return gpga_seg_294(st, tab, th);
	case 295: return gpga_seg_295(st, tab, th);
	case 296: return gpga_seg_296(st, tab, th);
	case 297: return gpga_seg_297(st, tab, th);
	case 298: return gpga_seg_298(st, tab, th);
	case 299: return gpga_seg_299(st, tab, th);
	case 300: return gpga_seg_300(st, tab, th);
	case 301: return gpga_seg_301(st, tab, th);
	case 302: return gpga_seg_302(st, tab, th);
	case 303: return gpga_seg_303(st, tab, th);
	case 304: return gpga_seg_304(st, tab, th);
	case 305: return gpga_seg_305(st, tab, th);
	case 306: return gpga_seg_306(st, tab, th);
	case 307: return gpga_seg_307(st, tab, th);
	case 308: return gpga_seg_308(st, tab, th);
	case 309: return gpga_seg_309(st, tab, th);
	case 310: return gpga_seg_310(st, tab, th);
	case 311: return gpga_seg_311(st, tab, th);
	case 312: return gpga_seg_312(st, tab, th);
	case 313: return gpga_seg_313(st, tab, th);
	case 314: return gpga_seg_314(st, tab, th);
	case 315: return gpga_seg_315(st, tab, th);
	case 316: return gpga_seg_316(st, tab, th);
	case 317: return gpga_seg_317(st, tab, th);
	case 318: return gpga_seg_318(st, tab, th);
	case 319: return gpga_seg_319(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_320(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4026, 155 /* c.b */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_323(GPGA_ARGS, uint th) {
	gpga_store32(st, 4044, gpga_mux32(gpga_load32(st, 4034 /* c.up */), gpga_lt32(gpga_load32(st, 4038 /* c.b */), gpga_load32(st, 4036 /* c.a */)), gpga_lt32(gpga_load32(st, 4036 /* c.a */), gpga_load32(st, 4038 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_325(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4036, 160 /* c.a */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_326(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4038, 161 /* c.b */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_329(GPGA_ARGS, uint th) {
	gpga_store32(st, 4056, gpga_mux32(gpga_load32(st, 4046 /* c.up */), gpga_lt32(gpga_load32(st, 4050 /* c.b */), gpga_load32(st, 4048 /* c.a */)), gpga_lt32(gpga_load32(st, 4048 /* c.a */), gpga_load32(st, 4050 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_331(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4048, 166 /* c.a */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_332(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4050, 167 /* c.b */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_335(GPGA_ARGS, uint th) {
	gpga_store32(st, 4068, gpga_mux32(gpga_load32(st, 4058 /* c.up */), gpga_lt32(gpga_load32(st, 4062 /* c.b */), gpga_load32(st, 4060 /* c.a */)), gpga_lt32(gpga_load32(st, 4060 /* c.a */), gpga_load32(st, 4062 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_337(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4060, 172 /* c.a */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_338(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4062, 173 /* c.b */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_341(GPGA_ARGS, uint th) {
	gpga_store32(st, 4080, gpga_mux32(gpga_load32(st, 4070 /* c.up */), gpga_lt32(gpga_load32(st, 4074 /* c.b */), gpga_load32(st, 4072 /* c.a */)), gpga_lt32(gpga_load32(st, 4072 /* c.a */), gpga_load32(st, 4074 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_343(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4072, 178 /* c.a */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_344(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4074, 179 /* c.b */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_347(GPGA_ARGS, uint th) {
	gpga_store32(st, 4092, gpga_mux32(gpga_load32(st, 4082 /* c.up */), gpga_lt32(gpga_load32(st, 4086 /* c.b */), gpga_load32(st, 4084 /* c.a */)), gpga_lt32(gpga_load32(st, 4084 /* c.a */), gpga_load32(st, 4086 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_349(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4084, 184 /* c.a */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_350(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4086, 185 /* c.b */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_353(GPGA_ARGS, uint th) {
	gpga_store32(st, 4104, gpga_mux32(gpga_load32(st, 4094 /* c.up */), gpga_lt32(gpga_load32(st, 4098 /* c.b */), gpga_load32(st, 4096 /* c.a */)), gpga_lt32(gpga_load32(st, 4096 /* c.a */), gpga_load32(st, 4098 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_355(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4096, 190 /* c.a */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_356(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4098, 191 /* c.b */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_359(GPGA_ARGS, uint th) {
	gpga_store32(st, 4116, gpga_mux32(gpga_load32(st, 4106 /* c.up */), gpga_lt32(gpga_load32(st, 4110 /* c.b */), gpga_load32(st, 4108 /* c.a */)), gpga_lt32(gpga_load32(st, 4108 /* c.a */), gpga_load32(st, 4110 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_361(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4108, 196 /* c.a */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_362(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4110, 197 /* c.b */, gpga_down(gpga_w_get(st, 3638, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_365(GPGA_ARGS, uint th) {
	gpga_store32(st, 4128, gpga_mux32(gpga_load32(st, 4118 /* c.up */), gpga_lt32(gpga_load32(st, 4122 /* c.b */), gpga_load32(st, 4120 /* c.a */)), gpga_lt32(gpga_load32(st, 4120 /* c.a */), gpga_load32(st, 4122 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_367(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4120, 202 /* c.a */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_368(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4122, 203 /* c.b */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_371(GPGA_ARGS, uint th) {
	gpga_store32(st, 4140, gpga_mux32(gpga_load32(st, 4130 /* c.up */), gpga_lt32(gpga_load32(st, 4134 /* c.b */), gpga_load32(st, 4132 /* c.a */)), gpga_lt32(gpga_load32(st, 4132 /* c.a */), gpga_load32(st, 4134 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_373(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4132, 208 /* c.a */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_374(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4134, 209 /* c.b */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_377(GPGA_ARGS, uint th) {
	gpga_store32(st, 4152, gpga_mux32(gpga_load32(st, 4142 /* c.up */), gpga_lt32(gpga_load32(st, 4146 /* c.b */), gpga_load32(st, 4144 /* c.a */)), gpga_lt32(gpga_load32(st, 4144 /* c.a */), gpga_load32(st, 4146 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_379(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4144, 214 /* c.a */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_380(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4146, 215 /* c.b */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_383(GPGA_ARGS, uint th) {
	gpga_store32(st, 4164, gpga_mux32(gpga_load32(st, 4154 /* c.up */), gpga_lt32(gpga_load32(st, 4158 /* c.b */), gpga_load32(st, 4156 /* c.a */)), gpga_lt32(gpga_load32(st, 4156 /* c.a */), gpga_load32(st, 4158 /* c.b */))));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_320(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 320: return gpga_seg_320(st, tab, th);
	case 321: return gpga_seg_321(st, tab, th);
	case 322: return gpga_seg_322(st, tab, th);
	case 323: return gpga_seg_323(st, tab, th);
	case 324: return gpga_seg_324(st, tab, th);
	case 325: return gpga_seg_325(st, tab, th);
	case 326: return gpga_seg_326(st, tab, th);
	case 327: return gpga_seg_327(st, tab, th);
	case 328: return gpga_seg_328(st, tab, th);
	case 329: return gpga_seg_329(st, tab, th);
	case 330: return gpga_seg_330(st, tab, th);
	case 331: return gpga_seg_331(st, tab, th);
	case 332: return gpga_seg_332(st, tab, th);
	case 333: return gpga_seg_333(st, tab, th);
	case 334: return gpga_seg_334(st, tab, th);
	case 335: return gpga_seg_335(st, tab, th);
	case 336: return gpga_seg_336(st, tab, th);
	case 337: return gpga_seg_337(st, tab, th);
	case 338: return gpga_seg_338(st, tab, th);
	case 339: return gpga_seg_339(st, tab, th);
	case 340: return gpga_seg_340(st, tab, th);
	case 341: return gpga_seg_341(st, tab, th);
	case 342: return gpga_seg_342(st, tab, th);
	case 343: return gpga_seg_343(st, tab, th);
	case 344: return gpga_seg_344(st, tab, th);
	case 345: return gpga_seg_345(st, tab, th);
	case 346: return gpga_seg_346(st, tab, th);
	case 347: return gpga_seg_347(st, tab, th);
	case 348: return gpga_seg_348(st, tab, th);
	case 349: return gpga_seg_349(st, tab, th);
	case 350: return gpga_seg_350(st, tab, th);
	case 351: return gpga_seg_351(st, tab, th);
	case 352: return gpga_seg_352(st, tab, th);
	case 353: return gpga_seg_353(st, tab, th);
	case 354: return gpga_seg_354(st, tab, th);
	case 355: return gpga_seg_355(st, tab, th);
	case 356: return gpga_seg_356(st, tab, th);
	case 357: return gpga_seg_357(st, tab, th);
	case 358: return gpga_seg_358(st, tab, th);
	case 359: return gpga_seg_359(st, tab, th);
	case 360: return gpga_seg_360(st, tab, th);
	case 361: return gpga_seg_361(st, tab, th);
	case 362: return gpga_seg_362(st, tab, th);
	case 363: return gpga_seg_363(st, tab, th);
	case 364: return gpga_seg_364(st, tab, th);
	case 365: return gpga_seg_365(st, tab, th);
	case 366: return gpga_seg_366(st, tab, th);
	case 367: return gpga_seg_367(st, tab, th);
	case 368: return gpga_seg_368(st, tab, th);
	case 369: return gpga_seg_369(st, tab, th);
	case 370: return gpga_seg_370(st, tab, th);
	case 371: return gpga_seg_371(st, tab, th);
	case 372: return gpga_seg_372(st, tab, th);
	case 373: return gpga_seg_373(st, tab, th);
	case 374: return gpga_seg_374(st, tab, th);
	case 375: return gpga_seg_375(st, tab, th);
	case 376: return gpga_seg_376(st, tab, th);
	case 377: return gpga_seg_377(st, tab, th);
	case 378: return gpga_seg_378(st, tab, th);
	case 379: return gpga_seg_379(st, tab, th);
	case 380: return gpga_seg_380(st, tab, th);
	case 381: return gpga_seg_381(st, tab, th);
	case 382: return gpga_seg_382(st, tab, th);
	case 383: return gpga_seg_383(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_385(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4156, 220 /* c.a */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_386(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4158, 221 /* c.b */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_389(GPGA_ARGS, uint th) {
	gpga_store32(st, 4176, gpga_mux32(gpga_load32(st, 4166 /* c.up */), gpga_lt32(gpga_load32(st, 4170 /* c.b */), gpga_load32(st, 4168 /* c.a */)), gpga_lt32(gpga_load32(st, 4168 /* c.a */), gpga_load32(st, 4170 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_391(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4168, 226 /* c.a */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_392(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4170, 227 /* c.b */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_395(GPGA_ARGS, uint th) {
	gpga_store32(st, 4188, gpga_mux32(gpga_load32(st, 4178 /* c.up */), gpga_lt32(gpga_load32(st, 4182 /* c.b */), gpga_load32(st, 4180 /* c.a */)), gpga_lt32(gpga_load32(st, 4180 /* c.a */), gpga_load32(st, 4182 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_397(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4180, 232 /* c.a */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_398(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4182, 233 /* c.b */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_401(GPGA_ARGS, uint th) {
	gpga_store32(st, 4200, gpga_mux32(gpga_load32(st, 4190 /* c.up */), gpga_lt32(gpga_load32(st, 4194 /* c.b */), gpga_load32(st, 4192 /* c.a */)), gpga_lt32(gpga_load32(st, 4192 /* c.a */), gpga_load32(st, 4194 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_403(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4192, 238 /* c.a */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_404(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4194, 239 /* c.b */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_407(GPGA_ARGS, uint th) {
	gpga_store32(st, 4212, gpga_mux32(gpga_load32(st, 4202 /* c.up */), gpga_lt32(gpga_load32(st, 4206 /* c.b */), gpga_load32(st, 4204 /* c.a */)), gpga_lt32(gpga_load32(st, 4204 /* c.a */), gpga_load32(st, 4206 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_409(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4204, 244 /* c.a */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_410(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4206, 245 /* c.b */, gpga_down(gpga_w_get(st, 3650, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_413(GPGA_ARGS, uint th) {
	gpga_store32(st, 4224, gpga_mux32(gpga_load32(st, 4214 /* c.up */), gpga_lt32(gpga_load32(st, 4218 /* c.b */), gpga_load32(st, 4216 /* c.a */)), gpga_lt32(gpga_load32(st, 4216 /* c.a */), gpga_load32(st, 4218 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_415(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4216, 250 /* c.a */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_416(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4218, 251 /* c.b */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_419(GPGA_ARGS, uint th) {
	gpga_store32(st, 4236, gpga_mux32(gpga_load32(st, 4226 /* c.up */), gpga_lt32(gpga_load32(st, 4230 /* c.b */), gpga_load32(st, 4228 /* c.a */)), gpga_lt32(gpga_load32(st, 4228 /* c.a */), gpga_load32(st, 4230 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_421(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4228, 256 /* c.a */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_422(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4230, 257 /* c.b */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_425(GPGA_ARGS, uint th) {
	gpga_store32(st, 4248, gpga_mux32(gpga_load32(st, 4238 /* c.up */), gpga_lt32(gpga_load32(st, 4242 /* c.b */), gpga_load32(st, 4240 /* c.a */)), gpga_lt32(gpga_load32(st, 4240 /* c.a */), gpga_load32(st, 4242 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_427(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4240, 262 /* c.a */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_428(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4242, 263 /* c.b */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_431(GPGA_ARGS, uint th) {
	gpga_store32(st, 4260, gpga_mux32(gpga_load32(st, 4250 /* c.up */), gpga_lt32(gpga_load32(st, 4254 /* c.b */), gpga_load32(st, 4252 /* c.a */)), gpga_lt32(gpga_load32(st, 4252 /* c.a */), gpga_load32(st, 4254 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_433(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4252, 268 /* c.a */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_434(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4254, 269 /* c.b */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_437(GPGA_ARGS, uint th) {
	gpga_store32(st, 4272, gpga_mux32(gpga_load32(st, 4262 /* c.up */), gpga_lt32(gpga_load32(st, 4266 /* c.b */), gpga_load32(st, 4264 /* c.a */)), gpga_lt32(gpga_load32(st, 4264 /* c.a */), gpga_load32(st, 4266 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_439(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4264, 274 /* c.a */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_440(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4266, 275 /* c.b */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_443(GPGA_ARGS, uint th) {
	gpga_store32(st, 4284, gpga_mux32(gpga_load32(st, 4274 /* c.up */), gpga_lt32(gpga_load32(st, 4278 /* c.b */), gpga_load32(st, 4276 /* c.a */)), gpga_lt32(gpga_load32(st, 4276 /* c.a */), gpga_load32(st, 4278 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_445(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4276, 280 /* c.a */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_446(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4278, 281 /* c.b */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_384(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 384: return gpga_seg_384(st, tab, th);
	case 385: return gpga_seg_385(st, tab, th);
	case 386: return gpga_seg_386(st, tab, th);
	case 387: return gpga_seg_387(st, tab, th);
	case 388: return gpga_seg_388(st, tab, th);
	case 389: return gpga_seg_389(st, tab, th);
	case 390: return gpga_seg_390(st, tab, th);
	case 391: return gpga_seg_391(st, tab, th);
	case 392: return gpga_seg_392(st, tab, th);
	case 393: return gpga_seg_393(st, tab, th);
	case 394: return gpga_seg_394(st, tab, th);
	case 395: return gpga_seg_395(st, tab, th);
	case 396: return gpga_seg_396(st, tab, th);
	case 397: return gpga_seg_397(st, tab, th);
	case 398: return gpga_seg_398(st, tab, th);
	case 399: return gpga_seg_399(st, tab, th);
	case 400: return gpga_seg_400(st, tab, th);
	case 401: return gpga_seg_401(st, tab, th);
	case 402: return gpga_seg_402(st, tab, th);
	case 403: return gpga_seg_403(st, tab, th);
	case 404: return gpga_seg_404(st, tab, th);
	case 405: return gpga_seg_405(st, tab, th);
	case 406: return gpga_seg_406(st, tab, th);
	case 407: return gpga_seg_407(st, tab, th);
	case 408: return gpga_seg_408(st, tab, th);
	case 409: return gpga_seg_409(st, tab, th);
	case 410: return gpga_seg_410(st, tab, th);
	case 411: return gpga_seg_411(st, tab, th);
	case 412: return gpga_seg_412(st, tab, th);
	case 413: return gpga_seg_413(st, tab, th);
	case 414: return gpga_seg_414(st, tab, th);
	case 415: return gpga_seg_415(st, tab, th);
	case 416: return gpga_seg_416(st, tab, th);
	case 417: return gpga_seg_417(st, tab, th);
	case 418: return gpga_seg_418(st, tab, th);
	case 419: return gpga_seg_419(st, tab, th);
	case 420: return gpga_seg_420(st, tab, th);
	case 421: return gpga_seg_421(st, tab, th);
	case 422: return gpga_seg_422(st, tab, th);
	case 423: return gpga_seg_423(st, tab, th);
	case 424: return gpga_seg_424(st, tab, th);
	case 425: return gpga_seg_425(st, tab, th);
	case 426: return gpga_seg_426(st, tab, th);
	case 427: return gpga_seg_427(st, tab, th);
	case 428: return gpga_seg_428(st, tab, th);
	case 429: return gpga_seg_429(st, tab, th);
	case 430: return gpga_seg_430(st, tab, th);
	case 431: return gpga_seg_431(st, tab, th);
	case 432: return gpga_seg_432(st, tab, th);
	case 433: return gpga_seg_433(st, tab, th);
	case 434: return gpga_seg_434(st, tab, th);
	case 435: return gpga_seg_435(st, tab, th);
	case 436: return gpga_seg_436(st, tab, th);
	case 437: return gpga_seg_437(st, tab, th);
	case 438: return gpga_seg_438(st, tab, th);
	case 439: return gpga_seg_439(st, tab, th);
	case 440: return gpga_seg_440(st, tab, th);
	case 441: return gpga_seg_441(st, tab, th);
	case 442: return gpga_seg_442(st, tab, th);
	case 443: return gpga_seg_443(st, tab, th);
	case 444: return gpga_seg_444(st, tab, th);
	case 445: return gpga_seg_445(st, tab, th);
	case 446: return gpga_seg_446(st, tab, th);
	case 447: return gpga_seg_447(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_449(GPGA_ARGS, uint th) {
	gpga_store32(st, 4296, gpga_mux32(gpga_load32(st, 4286 /* c.up */), gpga_lt32(gpga_load32(st, 4290 /* c.b */), gpga_load32(st, 4288 /* c.a */)), gpga_lt32(gpga_load32(st, 4288 /* c.a */), gpga_load32(st, 4290 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_451(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4288, 286 /* c.a */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_452(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4290, 287 /* c.b */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_455(GPGA_ARGS, uint th) {
	gpga_store32(st, 4308, gpga_mux32(gpga_load32(st, 4298 /* c.up */), gpga_lt32(gpga_load32(st, 4302 /* c.b */), gpga_load32(st, 4300 /* c.a */)), gpga_lt32(gpga_load32(st, 4300 /* c.a */), gpga_load32(st, 4302 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_457(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4300, 292 /* c.a */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_458(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4302, 293 /* c.b */, gpga_down(gpga_w_get(st, 3662, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_461(GPGA_ARGS, uint th) {
	gpga_store32(st, 4320, gpga_mux32(gpga_load32(st, 4310 /* c.up */), gpga_lt32(gpga_load32(st, 4314 /* c.b */), gpga_load32(st, 4312 /* c.a */)), gpga_lt32(gpga_load32(st, 4312 /* c.a */), gpga_load32(st, 4314 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_463(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4312, 298 /* c.a */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_464(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4314, 299 /* c.b */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_467(GPGA_ARGS, uint th) {
	gpga_store32(st, 4332, gpga_mux32(gpga_load32(st, 4322 /* c.up */), gpga_lt32(gpga_load32(st, 4326 /* c.b */), gpga_load32(st, 4324 /* c.a */)), gpga_lt32(gpga_load32(st, 4324 /* c.a */), gpga_load32(st, 4326 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_469(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4324, 304 /* c.a */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_470(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4326, 305 /* c.b */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_473(GPGA_ARGS, uint th) {
	gpga_store32(st, 4344, gpga_mux32(gpga_load32(st, 4334 /* c.up */), gpga_lt32(gpga_load32(st, 4338 /* c.b */), gpga_load32(st, 4336 /* c.a */)), gpga_lt32(gpga_load32(st, 4336 /* c.a */), gpga_load32(st, 4338 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_475(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4336, 310 /* c.a */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_476(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4338, 311 /* c.b */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_479(GPGA_ARGS, uint th) {
	gpga_store32(st, 4356, gpga_mux32(gpga_load32(st, 4346 /* c.up */), gpga_lt32(gpga_load32(st, 4350 /* c.b */), gpga_load32(st, 4348 /* c.a */)), gpga_lt32(gpga_load32(st, 4348 /* c.a */), gpga_load32(st, 4350 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_481(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4348, 316 /* c.a */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_482(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4350, 317 /* c.b */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_485(GPGA_ARGS, uint th) {
	gpga_store32(st, 4368, gpga_mux32(gpga_load32(st, 4358 /* c.up */), gpga_lt32(gpga_load32(st, 4362 /* c.b */), gpga_load32(st, 4360 /* c.a */)), gpga_lt32(gpga_load32(st, 4360 /* c.a */), gpga_load32(st, 4362 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_487(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4360, 322 /* c.a */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_488(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4362, 323 /* c.b */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_491(GPGA_ARGS, uint th) {
	gpga_store32(st, 4380, gpga_mux32(gpga_load32(st, 4370 /* c.up */), gpga_lt32(gpga_load32(st, 4374 /* c.b */), gpga_load32(st, 4372 /* c.a */)), gpga_lt32(gpga_load32(st, 4372 /* c.a */), gpga_load32(st, 4374 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_493(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4372, 328 /* c.a */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_494(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4374, 329 /* c.b */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_497(GPGA_ARGS, uint th) {
	gpga_store32(st, 4392, gpga_mux32(gpga_load32(st, 4382 /* c.up */), gpga_lt32(gpga_load32(st, 4386 /* c.b */), gpga_load32(st, 4384 /* c.a */)), gpga_lt32(gpga_load32(st, 4384 /* c.a */), gpga_load32(st, 4386 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_499(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4384, 334 /* c.a */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_500(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4386, 335 /* c.b */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_503(GPGA_ARGS, uint th) {
	gpga_store32(st, 4404, gpga_mux32(gpga_load32(st, 4394 /* c.up */), gpga_lt32(gpga_load32(st, 4398 /* c.b */), gpga_load32(st, 4396 /* c.a */)), gpga_lt32(gpga_load32(st, 4396 /* c.a */), gpga_load32(st, 4398 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_505(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4396, 340 /* c.a */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_506(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4398, 341 /* c.b */, gpga_down(gpga_w_get(st, 3674, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_509(GPGA_ARGS, uint th) {
	gpga_store32(st, 4416, gpga_mux32(gpga_load32(st, 4406 /* c.up */), gpga_lt32(gpga_load32(st, 4410 /* c.b */), gpga_load32(st, 4408 /* c.a */)), gpga_lt32(gpga_load32(st, 4408 /* c.a */), gpga_load32(st, 4410 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_511(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4408, 346 /* c.a */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_448(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 448: return gpga_seg_448(st, tab, th);
	case 449: return gpga_seg_449(st, tab, th);
	case 450: return gpga_seg_450(st, tab, th);
	case 451: return gpga_seg_451(st, tab, th);
	case 452: return gpga_seg_452(st, tab, th);
	case 453: return gpga_seg_453(st, tab, th);
	case 454: return gpga_seg_454(st, tab, th);
	case 455: return gpga_seg_455(st, tab, th);
	case 456: return gpga_seg_456(st, tab, th);
	case 457: return gpga_seg_457(st, tab, th);
	case 458: return gpga_seg_458(st, tab, th);
	case 459: return gpga_seg_459(st, tab, th);
	case 460: return gpga_seg_460(st, tab, th);
	case 461: return gpga_seg_461(st, tab, th);
	case 462: return gpga_seg_462(st, tab, th);
	case 463: return gpga_seg_463(st, tab, th);
	case 464: return gpga_seg_464(st, tab, th);
	case 465: return gpga_seg_465(st, tab, th);
	case 466: return gpga_seg_466(st, tab, th);
	case 467: return gpga_seg_467(st, tab, th);
	case 468: return gpga_seg_468(st, tab, th);
	case 469: return gpga_seg_469(st, tab, th);
	case 470: return gpga_seg_470(st, tab, th);
	case 471: return gpga_seg_471(st, tab, th);
	case 472: return gpga_seg_472(st, tab, th);
	case 473: return gpga_seg_473(st, tab, th);
	case 474: return gpga_seg_474(st, tab, th);
	case 475: return gpga_seg_475(st, tab, th);
	case 476: return gpga_seg_476(st, tab, th);
	case 477: return gpga_seg_477(st, tab, th);
	case 478: return gpga_seg_478(st, tab, th);
	case 479: return gpga_seg_479(st, tab, th);
	case 480: return gpga_seg_480(st, tab, th);
	case 481: return gpga_seg_481(st, tab, th);
	case 482: return gpga_seg_482(st, tab, th);
	case 483: return gpga_seg_483(st, tab, th);
	case 484: return gpga_seg_484(st, tab, th);
	case 485: return gpga_seg_485(st, tab, th);
	case 486: return gpga_seg_486(st, tab, th);
	case 487: return gpga_seg_487(st, tab, th);
	case 488: return gpga_seg_488(st, tab, th);
	case 489: return gpga_seg_489(st, tab, th);
	case 490: return gpga_seg_490(st, tab, th);
	case 491: return gpga_seg_491(st, tab, th);
	case 492: return gpga_seg_492(st, tab, th);
	case 493: return gpga_seg_493(st, tab, th);
	case 494: return gpga_seg_494(st, tab, th);
	case 495: return gpga_seg_495(st, tab, th);
	case 496: return gpga_seg_496(st, tab, th);
	case 497: return gpga_seg_497(st, tab, th);
	case 498: return gpga_seg_498(st, tab, th);
	case 499: return gpga_seg_499(st, tab, th);
	case 500: return gpga_seg_500(st, tab, th);
	case 501: return gpga_seg_501(st, tab, th);
	case 502: return gpga_seg_502(st, tab, th);
	case 503: return gpga_seg_503(st, tab, th);
	case 504: return gpga_seg_504(st, tab, th);
	case 505: return gpga_seg_505(st, tab, th);
	case 506: return gpga_seg_506(st, tab, th);
	case 507: return gpga_seg_507(st, tab, th);
	case 508: return gpga_seg_508(st, tab, th);
	case 509: return gpga_seg_509(st, tab, th);
	case 510: return gpga_seg_510(st, tab, th);
	case 511: return gpga_seg_511(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_512(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4410, 347 /* c.b */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_515(GPGA_ARGS, uint th) {
	gpga_store32(st, 4428, gpga_mux32(gpga_load32(st, 4418 /* c.up */), gpga_lt32(gpga_load32(st, 4422 /* c.b */), gpga_load32(st, 4420 /* c.a */)), gpga_lt32(gpga_load32(st, 4420 /* c.a */), gpga_load32(st, 4422 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_517(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4420, 352 /* c.a */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_518(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4422, 353 /* c.b */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_521(GPGA_ARGS, uint th) {
	gpga_store32(st, 4440, gpga_mux32(gpga_load32(st, 4430 /* c.up */), gpga_lt32(gpga_load32(st, 4434 /* c.b */), gpga_load32(st, 4432 /* c.a */)), gpga_lt32(gpga_load32(st, 4432 /* c.a */), gpga_load32(st, 4434 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_523(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4432, 358 /* c.a */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_524(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4434, 359 /* c.b */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_527(GPGA_ARGS, uint th) {
	gpga_store32(st, 4452, gpga_mux32(gpga_load32(st, 4442 /* c.up */), gpga_lt32(gpga_load32(st, 4446 /* c.b */), gpga_load32(st, 4444 /* c.a */)), gpga_lt32(gpga_load32(st, 4444 /* c.a */), gpga_load32(st, 4446 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_529(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4444, 364 /* c.a */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_530(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4446, 365 /* c.b */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_533(GPGA_ARGS, uint th) {
	gpga_store32(st, 4464, gpga_mux32(gpga_load32(st, 4454 /* c.up */), gpga_lt32(gpga_load32(st, 4458 /* c.b */), gpga_load32(st, 4456 /* c.a */)), gpga_lt32(gpga_load32(st, 4456 /* c.a */), gpga_load32(st, 4458 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_535(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4456, 370 /* c.a */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_536(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4458, 371 /* c.b */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_539(GPGA_ARGS, uint th) {
	gpga_store32(st, 4476, gpga_mux32(gpga_load32(st, 4466 /* c.up */), gpga_lt32(gpga_load32(st, 4470 /* c.b */), gpga_load32(st, 4468 /* c.a */)), gpga_lt32(gpga_load32(st, 4468 /* c.a */), gpga_load32(st, 4470 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_541(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4468, 376 /* c.a */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_542(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4470, 377 /* c.b */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_545(GPGA_ARGS, uint th) {
	gpga_store32(st, 4488, gpga_mux32(gpga_load32(st, 4478 /* c.up */), gpga_lt32(gpga_load32(st, 4482 /* c.b */), gpga_load32(st, 4480 /* c.a */)), gpga_lt32(gpga_load32(st, 4480 /* c.a */), gpga_load32(st, 4482 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_547(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4480, 382 /* c.a */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_548(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4482, 383 /* c.b */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_551(GPGA_ARGS, uint th) {
	gpga_store32(st, 4500, gpga_mux32(gpga_load32(st, 4490 /* c.up */), gpga_lt32(gpga_load32(st, 4494 /* c.b */), gpga_load32(st, 4492 /* c.a */)), gpga_lt32(gpga_load32(st, 4492 /* c.a */), gpga_load32(st, 4494 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_553(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4492, 388 /* c.a */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_554(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4494, 389 /* c.b */, gpga_down(gpga_w_get(st, 3686, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_557(GPGA_ARGS, uint th) {
	gpga_store32(st, 4512, gpga_mux32(gpga_load32(st, 4502 /* c.up */), gpga_lt32(gpga_load32(st, 4506 /* c.b */), gpga_load32(st, 4504 /* c.a */)), gpga_lt32(gpga_load32(st, 4504 /* c.a */), gpga_load32(st, 4506 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_559(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4504, 394 /* c.a */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_560(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4506, 395 /* c.b */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_563(GPGA_ARGS, uint th) {
	gpga_store32(st, 4524, gpga_mux32(gpga_load32(st, 4514 /* c.up */), gpga_lt32(gpga_load32(st, 4518 /* c.b */), gpga_load32(st, 4516 /* c.a */)), gpga_lt32(gpga_load32(st, 4516 /* c.a */), gpga_load32(st, 4518 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_565(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4516, 400 /* c.a */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_566(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4518, 401 /* c.b */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_569(GPGA_ARGS, uint th) {
	gpga_store32(st, 4536, gpga_mux32(gpga_load32(st, 4526 /* c.up */), gpga_lt32(gpga_load32(st, 4530 /* c.b */), gpga_load32(st, 4528 /* c.a */)), gpga_lt32(gpga_load32(st, 4528 /* c.a */), gpga_load32(st, 4530 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_571(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4528, 406 /* c.a */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_572(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4530, 407 /* c.b */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_575(GPGA_ARGS, uint th) {
	gpga_store32(st, 4548, gpga_mux32(gpga_load32(st, 4538 /* c.up */), gpga_lt32(gpga_load32(st, 4542 /* c.b */), gpga_load32(st, 4540 /* c.a */)), gpga_lt32(gpga_load32(st, 4540 /* c.a */), gpga_load32(st, 4542 /* c.b */))));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_512(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 512: return gpga_seg_512(st, tab, th);
	case 513: return gpga_seg_513(st, tab, th);
	case 514: return gpga_seg_514(st, tab, th);
	case 515: return gpga_seg_515(st, tab, th);
	case 516: return gpga_seg_516(st, tab, th);
	case 517: return gpga_seg_517(st, tab, th);
	case 518: return gpga_seg_518(st, tab, th);
	case 519: return gpga_seg_519(st, tab, th);
	case 520: return gpga_seg_520(st, tab, th);
	case 521: return gpga_seg_521(st, tab, th);
	case 522: return gpga_seg_522(st, tab, th);
	case 523: return gpga_seg_523(st, tab, th);
	case 524: return gpga_seg_524(st, tab, th);
	case 525: return gpga_seg_525(st, tab, th);
	case 526: return gpga_seg_526(st, tab, th);
	case 527: return gpga_seg_527(st, tab, th);
	case 528: return gpga_seg_528(st, tab, th);
	case 529: return gpga_seg_529(st, tab, th);
	case 530: return gpga_seg_530(st, tab, th);
	case 531: return gpga_seg_531(st, tab, th);
	case 532: return gpga_seg_532(st, tab, th);
	case 533: return gpga_seg_533(st, tab, th);
	case 534: return gpga_seg_534(st, tab, th);
	case 535: return gpga_seg_535(st, tab, th);
	case 536: return gpga_seg_536(st, tab, th);
	case 537: return gpga_seg_537(st, tab, th);
	case 538: return gpga_seg_538(st, tab, th);
	case 539: return gpga_seg_539(st, tab, th);
	case 540: return gpga_seg_540(st, tab, th);
	case 541: return gpga_seg_541(st, tab, th);
	case 542: return gpga_seg_542(st, tab, th);
	case 543: return gpga_seg_543(st, tab, th);
	case 544: return gpga_seg_544(st, tab, th);
	case 545: return gpga_seg_545(st, tab, th);
	case 546: return gpga_seg_546(st, tab, th);
	case 547: return gpga_seg_547(st, tab, th);
	case 548: return gpga_seg_548(st, tab, th);
	case 549: return gpga_seg_549(st, tab, th);
	case 550: return gpga_seg_550(st, tab, th);
	case 551: return gpga_seg_551(st, tab, th);
	case 552: return gpga_seg_552(st, tab, th);
	case 553: return gpga_seg_553(st, tab, th);
	case 554: return gpga_seg_554(st, tab, th);
	case 555: return gpga_seg_555(st, tab, th);
	case 556: return gpga_seg_556(st, tab, th);
	case 557: return gpga_seg_557(st, tab, th);
	case 558: return gpga_seg_558(st, tab, th);
	case 559: return gpga_seg_559(st, tab, th);
	case 560: return gpga_seg_560(st, tab, th);
	case 561: return gpga_seg_561(st, tab, th);
	case 562: return gpga_seg_562(st, tab, th);
	case 563: return gpga_seg_563(st, tab, th);
	case 564: return gpga_seg_564(st, tab, th);
	case 565: return gpga_seg_565(st, tab, th);
	case 566: return gpga_seg_566(st, tab, th);
	case 567: return gpga_seg_567(st, tab, th);
	case 568: return gpga_seg_568(st, tab, th);
	case 569: return gpga_seg_569(st, tab, th);
	case 570: return gpga_seg_570(st, tab, th);
	case 571: return gpga_seg_571(st, tab, th);
	case 572: return gpga_seg_572(st, tab, th);
	case 573: return gpga_seg_573(st, tab, th);
	case 574: return gpga_seg_574(st, tab, th);
	case 575: return gpga_seg_575(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_577(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4540, 412 /* c.a */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_578(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4542, 413 /* c.b */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_581(GPGA_ARGS, uint th) {
	gpga_store32(st, 4560, gpga_mux32(gpga_load32(st, 4550 /* c.up */), gpga_lt32(gpga_load32(st, 4554 /* c.b */), gpga_load32(st, 4552 /* c.a */)), gpga_lt32(gpga_load32(st, 4552 /* c.a */), gpga_load32(st, 4554 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_583(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4552, 418 /* c.a */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_584(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4554, 419 /* c.b */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_587(GPGA_ARGS, uint th) {
	gpga_store32(st, 4572, gpga_mux32(gpga_load32(st, 4562 /* c.up */), gpga_lt32(gpga_load32(st, 4566 /* c.b */), gpga_load32(st, 4564 /* c.a */)), gpga_lt32(gpga_load32(st, 4564 /* c.a */), gpga_load32(st, 4566 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_589(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4564, 424 /* c.a */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_590(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4566, 425 /* c.b */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_593(GPGA_ARGS, uint th) {
	gpga_store32(st, 4584, gpga_mux32(gpga_load32(st, 4574 /* c.up */), gpga_lt32(gpga_load32(st, 4578 /* c.b */), gpga_load32(st, 4576 /* c.a */)), gpga_lt32(gpga_load32(st, 4576 /* c.a */), gpga_load32(st, 4578 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_595(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4576, 430 /* c.a */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_596(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4578, 431 /* c.b */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_599(GPGA_ARGS, uint th) {
	gpga_store32(st, 4596, gpga_mux32(gpga_load32(st, 4586 /* c.up */), gpga_lt32(gpga_load32(st, 4590 /* c.b */), gpga_load32(st, 4588 /* c.a */)), gpga_lt32(gpga_load32(st, 4588 /* c.a */), gpga_load32(st, 4590 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_601(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4588, 436 /* c.a */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_602(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4590, 437 /* c.b */, gpga_down(gpga_w_get(st, 3698, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_605(GPGA_ARGS, uint th) {
	gpga_store32(st, 4608, gpga_mux32(gpga_load32(st, 4598 /* c.up */), gpga_lt32(gpga_load32(st, 4602 /* c.b */), gpga_load32(st, 4600 /* c.a */)), gpga_lt32(gpga_load32(st, 4600 /* c.a */), gpga_load32(st, 4602 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_607(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4600, 442 /* c.a */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_l32{0u, 0u}, 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_608(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4602, 443 /* c.b */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(12), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_611(GPGA_ARGS, uint th) {
	gpga_store32(st, 4620, gpga_mux32(gpga_load32(st, 4610 /* c.up */), gpga_lt32(gpga_load32(st, 4614 /* c.b */), gpga_load32(st, 4612 /* c.a */)), gpga_lt32(gpga_load32(st, 4612 /* c.a */), gpga_load32(st, 4614 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_613(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4612, 448 /* c.a */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(24), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_614(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4614, 449 /* c.b */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(36), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_617(GPGA_ARGS, uint th) {
	gpga_store32(st, 4632, gpga_mux32(gpga_load32(st, 4622 /* c.up */), gpga_lt32(gpga_load32(st, 4626 /* c.b */), gpga_load32(st, 4624 /* c.a */)), gpga_lt32(gpga_load32(st, 4624 /* c.a */), gpga_load32(st, 4626 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_619(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4624, 454 /* c.a */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(48), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_620(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4626, 455 /* c.b */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(60), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_623(GPGA_ARGS, uint th) {
	gpga_store32(st, 4644, gpga_mux32(gpga_load32(st, 4634 /* c.up */), gpga_lt32(gpga_load32(st, 4638 /* c.b */), gpga_load32(st, 4636 /* c.a */)), gpga_lt32(gpga_load32(st, 4636 /* c.a */), gpga_load32(st, 4638 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_625(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4636, 460 /* c.a */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(72), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_626(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4638, 461 /* c.b */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(84), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_629(GPGA_ARGS, uint th) {
	gpga_store32(st, 4656, gpga_mux32(gpga_load32(st, 4646 /* c.up */), gpga_lt32(gpga_load32(st, 4650 /* c.b */), gpga_load32(st, 4648 /* c.a */)), gpga_lt32(gpga_load32(st, 4648 /* c.a */), gpga_load32(st, 4650 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_631(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4648, 466 /* c.a */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(96), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_632(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4650, 467 /* c.b */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(108), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_635(GPGA_ARGS, uint th) {
	gpga_store32(st, 4668, gpga_mux32(gpga_load32(st, 4658 /* c.up */), gpga_lt32(gpga_load32(st, 4662 /* c.b */), gpga_load32(st, 4660 /* c.a */)), gpga_lt32(gpga_load32(st, 4660 /* c.a */), gpga_load32(st, 4662 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_637(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4660, 472 /* c.a */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(120), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_638(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4662, 473 /* c.b */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(132), 12u)));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_576(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 576: return gpga_seg_576(st, tab, th);
	case 577: return gpga_seg_577(st, tab, th);
	case 578: return gpga_seg_578(st, tab, th);
	case 579: return gpga_seg_579(st, tab, th);
	case 580: return gpga_seg_580(st, tab, th);
	case 581: return gpga_seg_581(st, tab, th);
	case 582: return gpga_seg_582(st, tab, th);
	case 583: return gpga_seg_583(st, tab, th);
	case 584: return gpga_seg_584(st, tab, th);
	case 585: return gpga_seg_585(st, tab, th);
	case 586: return gpga_seg_586(st, tab, th);
	case 587: return gpga_seg_587(st, tab, th);
	case 588: return gpga_seg_588(st, tab, th);
	case 589: return gpga_seg_589(st, tab, th);
	case 590: return gpga_seg_590(st, tab, th);
	case 591: return gpga_seg_591(st, tab, th);
	case 592: return gpga_seg_592(st, tab, th);
	case 593: return gpga_seg_593(st, tab, th);
	case 594: return gpga_seg_594(st, tab, th);
	case 595: return gpga_seg_595(st, tab, th);
	case 596: return gpga_seg_596(st, tab, th);
	case 597: return gpga_seg_597(st, tab, th);
	case 598: return gpga_seg_598(st, tab, th);
	case 599: return gpga_seg_599(st, tab, th);
	case 600: return gpga_seg_600(st, tab, th);
	case 601: return gpga_seg_601(st, tab, th);
	case 602: return gpga_seg_602(st, tab, th);
	case 603: return gpga_seg_603(st, tab, th);
	case 604: return gpga_seg_604(st, tab, th);
	case 605: return gpga_seg_605(st, tab, th);
	case 606: return gpga_seg_606(st, tab, th);
	case 607: return gpga_seg_607(st, tab, th);
	case 608: return gpga_seg_608(st, tab, th);
	case 609: return gpga_seg_609(st, tab, th);
	case 610: return gpga_seg_610(st, tab, th);
	case 611: return gpga_seg_611(st, tab, th);
	case 612: return gpga_seg_612(st, tab, th);
	case 613: return gpga_seg_613(st, tab, th);
	case 614: return gpga_seg_614(st, tab, th);
	case 615: return gpga_seg_615(st, tab, th);
	case 616: return gpga_seg_616(st, tab, th);
	case 617: return gpga_seg_617(st, tab, th);
	case 618: return gpga_seg_618(st, tab, th);
	case 619: return gpga_seg_619(st, tab, th);
	case 620: return gpga_seg_620(st, tab, th);
	case 621: return gpga_seg_621(st, tab, th);
	case 622: return gpga_seg_622(st, tab, th);
	case 623: return gpga_seg_623(st, tab, th);
	case 624: return gpga_seg_624(st, tab, th);
	case 625: return gpga_seg_625(st, tab, th);
	case 626: return gpga_seg_626(st, tab, th);
	case 627: return gpga_seg_627(st, tab, th);
	case 628: return gpga_seg_628(st, tab, th);
	case 629: return gpga_seg_629(st, tab, th);
	case 630: return gpga_seg_630(st, tab, th);
	case 631: return gpga_seg_631(st, tab, th);
	case 632: return gpga_seg_632(st, tab, th);
	case 633: return gpga_seg_633(st, tab, th);
	case 634: return gpga_seg_634(st, tab, th);
	case 635: return gpga_seg_635(st, tab, th);
	case 636: return gpga_seg_636(st, tab, th);
	case 637: return gpga_seg_637(st, tab, th);
	case 638: return gpga_seg_638(st, tab, th);
	case 639: return gpga_seg_639(st, tab, th);
	}
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_641(GPGA_ARGS, uint th) {
	gpga_store32(st, 4680, gpga_mux32(gpga_load32(st, 4670 /* c.up */), gpga_lt32(gpga_load32(st, 4674 /* c.b */), gpga_load32(st, 4672 /* c.a */)), gpga_lt32(gpga_load32(st, 4672 /* c.a */), gpga_load32(st, 4674 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_643(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4672, 478 /* c.a */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(144), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_644(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4674, 479 /* c.b */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(156), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:3 assign */
GPGA_FN uint gpga_seg_647(GPGA_ARGS, uint th) {
	gpga_store32(st, 4692, gpga_mux32(gpga_load32(st, 4682 /* c.up */), gpga_lt32(gpga_load32(st, 4686 /* c.b */), gpga_load32(st, 4684 /* c.a */)), gpga_lt32(gpga_load32(st, 4684 /* c.a */), gpga_load32(st, 4686 /* c.b */))));
	return GPGA_STOPPED;
}

/* sorter.v:19 port a of c */
GPGA_FN uint gpga_seg_649(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4684, 484 /* c.a */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(168), 12u)));
	return GPGA_STOPPED;
}

/* sorter.v:19 port b of c */
GPGA_FN uint gpga_seg_650(GPGA_ARGS, uint th) {
	gpga_set32(st, tab, 4686, 485 /* c.b */, gpga_down(gpga_w_get(st, 3710, 192u, gpga_k(180), 12u)));
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch_640(GPGA_ARGS, uint seg, uint th) {
	switch (seg) {
	case 640: return gpga_seg_640(st, tab, th);
	case 641: return gpga_seg_641(st, tab, th);
	case 642: return gpga_seg_642(st, tab, th);
	case 643: return gpga_seg_643(st, tab, th);
	case 644: return gpga_seg_644(st, tab, th);
	case 645: return gpga_seg_645(st, tab, th);
	case 646: return gpga_seg_646(st, tab, th);
	case 647: return gpga_seg_647(st, tab, th);
	case 648: return gpga_seg_648(st, tab, th);
	case 649: return gpga_seg_649(st, tab, th);
	case 650: return gpga_seg_650(st, tab, th);
	case 651: return gpga_seg_651(st, tab, th);
	case 652: return gpga_seg_652(st, tab, th);
	case 653: return gpga_seg_653(st, tab, th);
	case 654: return gpga_seg_654(st, tab, th);
	}
	return GPGA_STOPPED;
}

GPGA_FN uint gpga_dispatch(GPGA_ARGS, uint seg, uint th) {
	switch (seg >> 6) {
	case 0: return gpga_dispatch_0(st, tab, seg, th);
	case 1: return gpga_dispatch_64(st, tab, seg, th);
	case 2: return gpga_dispatch_128(st, tab, seg, th);
	case 3: return gpga_dispatch_192(st, tab, seg, th);
	case 4: return gpga_dispatch_256(st, tab, seg, th);
	case 5: return gpga_dispatch_320(st, tab, seg, th);
	case 6: return gpga_dispatch_384(st, tab, seg, th);
	case 7: return gpga_dispatch_448(st, tab, seg, th);
	case 8: return gpga_dispatch_512(st, tab, seg, th);
	case 9: return gpga_dispatch_576(st, tab, seg, th);
	case 10: return gpga_dispatch_640(st, tab, seg, th);
	}
	return GPGA_STOPPED;
}

constant uint SCHED_STROBE_BASE = 23;
constant uint TAB_TRACED = 3039;
constant uint REC_TRACE = 0xfffffff0u;
/* records of all traced signals that changed at this time; false when the ring is full */
static __attribute__((noinline)) bool gpga_dump_traces(device uint *st, device const uint *tab) {
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

/* the postponed region: strobes, then the monitor, then waves. 0: nothing was left to do; 1: go on; 2: the ring is full */
static __attribute__((noinline)) uint gpga_postponed(device uint *st, device const uint *tab) {
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
        gpga_dispatch(st, tab, seg, SCHED_POST_THREAD);
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
constant uint STATUS_RUN = 0;
constant uint STATUS_BUDGET = 1;
/* one instance: runs segments until the budget is used up or the host is needed */
static void gpga_run(device uint *st, device const uint *tab, uint budget) {
    uint steps = 0;
    #pragma clang loop unroll(disable) vectorize(disable)
    for (; steps < budget; ++steps) {
        uint need = gpga_short(st);
        if (need != 0) {
            GPGA_AT(SCHED_NEED) = need;
            GPGA_AT(SCHED_STATUS) = STATUS_NEED;
            return;
        }
        uint fin = GPGA_AT(SCHED_FINISH);
        if (fin != 0) {
            if ((fin & 2u) != 0) {
                GPGA_AT(SCHED_FINISH) = fin & ~2u;
                GPGA_AT(SCHED_STATUS) = STATUS_STOP;
                return;
            }
            if ((fin & 4u) != 0 && !gpga_drain(st)) {
                GPGA_AT(SCHED_NEED) = NEED_NBA;
                GPGA_AT(SCHED_STATUS) = STATUS_NEED;
                return;
            }
        }
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
                    uint q = GPGA_AT(th + B_STATE) & ~1u;
                    GPGA_AT(th + B_STATE) = q;
                    if (q == 0) gpga_dispatch(st, tab, GPGA_AT(th + B_SEG), th);
                    if (GPGA_AT(SCHED_NOW_HEAD) != 0) gpga_settle(st, tab);
                    continue;
                }
            }
            GPGA_AT(SCHED_CHAIN) = GPGA_AT(th + TH_NEXT);
            GPGA_AT(th + TH_NEXT) = 0;
            if (GPGA_AT(th + B_STATE) == TH_KILLED) {
                GPGA_AT(th + B_STATE) = TH_DEAD;
                gpga_drop_thread(st, th);
                continue;
            }
        }
        uint seg = GPGA_AT(th + B_SEG);
        #pragma clang loop unroll(disable) vectorize(disable)
        for (; steps < budget; ++steps) {
            seg = gpga_dispatch(st, tab, seg, th);
            if (seg >= GPGA_STOPPED) break;
            if (gpga_short(st) != 0) break;
        }
        if (seg < GPGA_STOPPED) {
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

