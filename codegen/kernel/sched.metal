/* appends block b to the active queue */
static inline void gpga_push_back(device uint *st, uint b) {
    GPGA_AT(b + B_QNEXT) = 0;
    uint tail = GPGA_AT(SCHED_ACT_TAIL);
    if (tail != 0) GPGA_AT(tail + B_QNEXT) = b;
    else GPGA_AT(SCHED_ACT_HEAD) = b;
    GPGA_AT(SCHED_ACT_TAIL) = b;
}

/* puts block b in front of the active queue: forks, task calls, named blocks, and the parent when they end */
static inline void gpga_push_front(device uint *st, uint b) {
    uint head = GPGA_AT(SCHED_ACT_HEAD);
    GPGA_AT(b + B_QNEXT) = head;
    GPGA_AT(SCHED_ACT_HEAD) = b;
    if (head == 0) GPGA_AT(SCHED_ACT_TAIL) = b;
}

static inline void gpga_push_inactive(device uint *st, uint b) {
    GPGA_AT(b + B_QNEXT) = 0;
    uint tail = GPGA_AT(SCHED_INA_TAIL);
    if (tail != 0) GPGA_AT(tail + B_QNEXT) = b;
    else GPGA_AT(SCHED_INA_HEAD) = b;
    GPGA_AT(SCHED_INA_TAIL) = b;
}

/* what assignments do that wait for the event: those that have waited long enough run among the immediate nodes */
static __attribute__((noinline)) void gpga_wake_writes(device uint *st, uint event) {
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

/* the whole list of waiters becomes one entry of the active queue, chained through TH_NEXT */
static inline void gpga_wake(device uint *st, uint event) {
    GPGA_WAKE_WRITES
    uint th = GPGA_AT(SCHED_WAIT_HEAD + event);
    if (th != 0) {
        GPGA_AT(SCHED_WAIT_HEAD + event) = 0;
        gpga_push_back(st, th);
    }
}

/* has a signal of a star list another value than when it was last published? With keep this is where it is published. */
static __attribute__((noinline)) bool gpga_star_moved(device uint *st, device const uint *tab, uint sig, bool keep) {
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

/* The one evaluator of waits, shared by the active and the nonblocking phase: has any item of the wait made the edge that it waits
   for since it was last looked at, or has any signal of its star list changed? Every publish of an item's signal comes here,
   whether or not anyone waits, but for waits that any change wakes: the fan-out knows that they are hit.
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
    GPGA_EVAL_STAR
    if (hit) gpga_wake(st, wait);
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
        GPGA_KEEP_STAR
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
    GPGA_MARK_TRACE(sig)
}

static inline void gpga_push_now(device uint *st, uint b) {
    GPGA_AT(b + B_STATE) = 1;
    GPGA_AT(b + B_QNEXT) = 0;
    uint tail = GPGA_AT(SCHED_NOW_HEAD) != 0 ? GPGA_AT(SCHED_NOW_TAIL) : 0u;
    if (tail != 0) GPGA_AT(tail + B_QNEXT) = b;
    else GPGA_AT(SCHED_NOW_HEAD) = b;
    GPGA_AT(SCHED_NOW_TAIL) = b;
}

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
        GPGA_NOTED_NOW
    }
    GPGA_AT(SCHED_STATUS) = STATUS_SPIN;
}

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

/* time moves to the earliest event; false when there is none */
static inline bool gpga_advance(device uint *st) {
    if (GPGA_AT(SCHED_HEAP_LEN) == 0) return false;
    uint b = GPGA_AT(GPGA_AT(SCHED_HEAP_BASE));
    GPGA_AT(SCHED_TIME_LO) = GPGA_AT(b + EV_LO);
    GPGA_AT(SCHED_TIME_HI) = GPGA_AT(b + EV_HI);
    GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | 4u;
    return true;
}

/* ---- pool: blocks of 16 << class words ---- */
static inline uint gpga_class(uint words) { return words <= 16u ? 0u : 28u - uint(clz(words - 1u)); }

static __attribute__((noinline)) uint gpga_alloc(device uint *st, uint words) {
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

static inline void gpga_free(device uint *st, uint b, uint words) {
    uint c = gpga_class(words);
    GPGA_AT(b) = GPGA_AT(SCHED_FREE + c);
    GPGA_AT(SCHED_FREE + c) = b;
}

/* ---- terminators ---- */
static inline uint gpga_yield(device uint *st, uint th, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(th + B_STATE) = TH_READY;
    gpga_push_front(st, th);
    return GPGA_STOPPED;
}

static inline uint gpga_wait(device uint *st, uint th, uint event, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(th + B_STATE) = TH_WAITING;
    GPGA_AT(th + TH_EVENT) = event + 1u;
    GPGA_AT(th + TH_NEXT) = GPGA_AT(SCHED_WAIT_HEAD + event);
    GPGA_AT(SCHED_WAIT_HEAD + event) = th;
    return GPGA_STOPPED;
}

/* likewise, of a thread that has noted signals: it waits once they are published (see gpga_enlist) */
static inline uint gpga_wait_behind(device uint *st, uint th, uint event, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(th + B_STATE) = TH_WAITING;
    GPGA_AT(th + TH_EVENT) = event + 1u;
    return GPGA_WAITS;
}

static inline void gpga_enlist(device uint *st, uint th) {
    uint head = SCHED_WAIT_HEAD + GPGA_AT(th + TH_EVENT) - 1u;
    GPGA_AT(th + TH_NEXT) = GPGA_AT(head);
    GPGA_AT(head) = th;
}

static inline uint gpga_wait_ever(device uint *st, uint th, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(th + B_STATE) = TH_WAITING;
    GPGA_AT(th + TH_EVENT) = 0;
    return GPGA_STOPPED;
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

/* a new thread at segment seg, in no queue yet */
static __attribute__((noinline)) uint gpga_new_thread(device uint *st, uint parent, uint frame, uint seg) {
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

static inline uint gpga_join(device uint *st, uint th, uint kids, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(th + B_STATE) = TH_JOINING;
    GPGA_AT(th + TH_KIDS) = kids;
    return GPGA_STOPPED;
}

static __attribute__((noinline)) void gpga_drop_thread(device uint *st, uint th) {
    if (GPGA_AT(th + TH_STATIC) != 0) return;
    uint p = GPGA_AT(th + TH_ALL_PREV), n = GPGA_AT(th + TH_ALL_NEXT);
    if (p != 0) GPGA_AT(p + TH_ALL_NEXT) = n;
    else GPGA_AT(SCHED_THREADS) = n;
    if (n != 0) GPGA_AT(n + TH_ALL_PREV) = p;
    gpga_free(st, th, TH_WORDS);
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

/* ---- frames ---- */
static __attribute__((noinline)) gpga_l32 gpga_new_frame(device uint *st, uint task, uint words) {
    uint f = gpga_alloc(st, words);
    GPGA_AT(f + FR_TASK) = task;
    return gpga_l32{f, 0u};
}

static inline uint gpga_call(device uint *st, uint th, uint frame, uint entry, uint ret) {
    GPGA_AT(frame + FR_RET) = ret;
    GPGA_AT(frame + FR_CALLER) = GPGA_AT(th + TH_FRAME);
    GPGA_AT(th + TH_FRAME) = frame;
    return gpga_yield(st, th, entry);
}

/* back to the caller; words is the size of the frame to free, 0 when the caller still reads it */
static __attribute__((noinline)) uint gpga_ret(device uint *st, uint th, uint words) {
    uint f = GPGA_AT(th + TH_FRAME);
    uint seg = GPGA_AT(f + FR_RET);
    GPGA_AT(th + TH_FRAME) = GPGA_AT(f + FR_CALLER);
    if (words != 0) gpga_free(st, f, words);
    return gpga_yield(st, th, seg);
}

static __attribute__((noinline)) void gpga_free_frame(device uint *st, device const uint *tab, uint f) {
    gpga_free(st, f, tab[TAB_TASK + GPGA_AT(f + FR_TASK) * TASK_WORDS + 1u]);
}

/* a detached thread at segment seg with a frame of its own, which ends with it; returns the frame */
/* a frame for an assignment that waits for the event, with a block that is no thread */
static __attribute__((noinline)) gpga_l32 gpga_spawn_frame(device uint *st, uint seg, uint words, uint event) {
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

static inline void gpga_fail(device uint *st, uint code) {
    GPGA_AT(SCHED_ERR) = code;
    GPGA_AT(SCHED_STATUS) = STATUS_ERROR;
}

static inline gpga_l64 gpga_time(device uint *st) { return gpga_l64{ulong(GPGA_AT(SCHED_TIME_LO)) | (ulong(GPGA_AT(SCHED_TIME_HI)) << 32), 0ul}; }

/* the commit block b of a node with delays: its pending value is due after ticks */
static __attribute__((noinline)) void gpga_node_schedule(device uint *st, uint b, gpga_l64 ticks) {
    if (GPGA_AT(b + EV_POS) != 0) gpga_heap_remove(st, b);
    ulong d = ticks.x != 0 ? ulong(0) : ticks.v;
    if (d != 0) gpga_schedule(st, b, d);
    else if (GPGA_AT(b + B_STATE) == 0) {
        GPGA_AT(b + B_STATE) = 1;
        gpga_push_back(st, b);
    }
}

static __attribute__((noinline)) void gpga_node_cancel(device uint *st, uint b) {
    if (GPGA_AT(b + EV_POS) != 0) gpga_heap_remove(st, b);
}

/* ---- the nonblocking log ---- */
static __attribute__((noinline)) void gpga_nba32(device uint *st, uint sig, gpga_l32 t) {
    uint e = GPGA_AT(SCHED_NBA_END);
    GPGA_AT(e) = sig;
    GPGA_AT(e + 1u) = t.v;
    GPGA_AT(e + 2u) = t.x;
    GPGA_AT(SCHED_NBA_END) = e + 3u;
}

static __attribute__((noinline)) void gpga_nba64(device uint *st, uint sig, gpga_l64 t) {
    uint e = GPGA_AT(SCHED_NBA_END);
    GPGA_AT(e) = sig | 0x10000000u;
    gpga_store64(st, e + 1u, t);
    GPGA_AT(SCHED_NBA_END) = e + 5u;
}

/* a signal that only such assignments write: its mark is the round in which it was last logged; without an entry of this
   round, one that changes nothing is left out */
static inline void gpga_nbaq32(device uint *st, uint s, uint sig, gpga_l32 t) {
    if (((GPGA_AT(s) ^ t.v) | (GPGA_AT(s + 1u) ^ t.x)) != 0u || GPGA_AT(SCHED_NBA_ROUND + 1u + sig) == GPGA_AT(SCHED_NBA_ROUND)) gpga_nbak32(st, sig, t);
}

static inline void gpga_nbaq64(device uint *st, uint s, uint sig, gpga_l64 t) {
    gpga_l64 o = gpga_load64(st, s);
    if (((o.v ^ t.v) | (o.x ^ t.x)) != 0 || GPGA_AT(SCHED_NBA_ROUND + 1u + sig) == GPGA_AT(SCHED_NBA_ROUND)) gpga_nbak64(st, sig, t);
}

static __attribute__((noinline)) void gpga_nbak32(device uint *st, uint sig, gpga_l32 t) {
    uint e = GPGA_AT(SCHED_NBA_END);
    GPGA_AT(SCHED_NBA_ROUND + 1u + sig) = GPGA_AT(SCHED_NBA_ROUND);
    GPGA_AT(e) = sig;
    GPGA_AT(e + 1u) = t.v;
    GPGA_AT(e + 2u) = t.x;
    GPGA_AT(SCHED_NBA_END) = e + 3u;
}

static __attribute__((noinline)) void gpga_nbak64(device uint *st, uint sig, gpga_l64 t) {
    uint e = GPGA_AT(SCHED_NBA_END);
    GPGA_AT(SCHED_NBA_ROUND + 1u + sig) = GPGA_AT(SCHED_NBA_ROUND);
    GPGA_AT(e) = sig | 0x10000000u;
    gpga_store64(st, e + 1u, t);
    GPGA_AT(SCHED_NBA_END) = e + 5u;
}

/* a part, an element, or both: w <= 64 */
static __attribute__((noinline)) void gpga_nbap(device uint *st, uint sig, gpga_l32 el, gpga_l32 off, uint w, gpga_l64 t) {
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

/* likewise from n words at a */
static __attribute__((noinline)) void gpga_nbaw(device uint *st, uint sig, gpga_l32 el, gpga_l32 off, uint w, uint a) {
    if ((el.x | off.x) != 0) return;
    uint e = GPGA_AT(SCHED_NBA_END);
    uint n = ((w + 31u) >> 5) * 2u;
    GPGA_AT(e) = sig | 0x20000000u;
    GPGA_AT(e + 1u) = el.v;
    GPGA_AT(e + 2u) = off.v;
    GPGA_AT(e + 3u) = w;
    for (uint k = 0; k < n; ++k) GPGA_AT(e + 4u + k) = GPGA_AT(a + k);
    GPGA_AT(SCHED_NBA_END) = e + 4u + n;
}

/* what was logged since address e becomes an event after ticks */
static __attribute__((noinline)) void gpga_nba_later(device uint *st, uint e, gpga_l64 ticks) {
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

/* applies one entry and returns the address behind it */
static __attribute__((noinline)) uint gpga_apply(device uint *st, device const uint *tab, uint e) {
    uint h = GPGA_AT(e);
    uint sig = h & 0x0fffffffu;
    uint s = tab[TAB_SLOT + sig];
    if (h < 0x10000000u) {
        gpga_set32(st, tab, s, sig, gpga_l32{GPGA_AT(e + 1u), GPGA_AT(e + 2u)});
        return e + 3u;
    }
    GPGA_APPLY_MORE
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
            GPGA_APPLY_BITS
        }
        if (changed) gpga_publish(st, tab, sig);
    }
    return e + 4u + 2u * n;
}

/* applies the whole log, each entry with all that it causes at once, before any woken process runs */
static __attribute__((noinline)) void gpga_apply_nba(device uint *st, device const uint *tab) {
    uint e = GPGA_AT(SCHED_NBA_POS);
    uint end = GPGA_AT(SCHED_NBA_END);
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint left = end - e; e < end && left != 0; --left) {
        e = gpga_apply(st, tab, e);
        if (GPGA_AT(SCHED_NOW_HEAD) != 0) gpga_settle(st, tab);
    }
    GPGA_AT(SCHED_NBA_POS) = GPGA_AT(SCHED_NBA_BASE);
    GPGA_AT(SCHED_NBA_END) = GPGA_AT(SCHED_NBA_BASE);
    GPGA_NEXT_ROUND
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

static __attribute__((noinline)) void gpga_arg64(device uint *st, gpga_l64 t) {
    uint e = GPGA_AT(SCHED_SVC_END);
    gpga_store64(st, e, t);
    GPGA_AT(SCHED_SVC_END) = e + 4u;
}

static __attribute__((noinline)) void gpga_argw(device uint *st, uint a, uint words) {
    uint e = GPGA_AT(SCHED_SVC_END);
    for (uint k = 0; k < words; ++k) GPGA_AT(e + k) = GPGA_AT(a + k);
    GPGA_AT(SCHED_SVC_END) = e + words;
}

static inline uint gpga_reply(device uint *st, uint th, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(SCHED_CUR) = th;
    GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
    return GPGA_STOPPED;
}

/* once $finish was called a thread goes no further than its next system task */
static inline bool gpga_over(device uint *st) { return (GPGA_AT(SCHED_FINISH) & 1u) != 0; }

static inline uint gpga_finish(device uint *st, uint th, uint how, uint seg) {
    GPGA_AT(th + B_SEG) = seg;
    GPGA_AT(th + B_STATE) = TH_READY;
    GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | how;
    return GPGA_STOPPED;
}

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

static inline void gpga_monitor(device uint *st, uint seg) {
    GPGA_AT(SCHED_MON_SEG) = seg + 1u;
    GPGA_AT(SCHED_MON_DIRTY) = 0;
    gpga_mark_monitor(st);
}

static inline void gpga_monitor_on(device uint *st, uint on) {
    GPGA_AT(SCHED_MON_ON) = on;
    if (on != 0 && GPGA_AT(SCHED_MON_SEG) != 0) gpga_mark_monitor(st);
}

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

/* which arenas are short for any one segment */
static inline uint gpga_short(device uint *st) {
    uint r = 0;
    if (GPGA_AT(SCHED_NBA_END) + NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM)) r |= NEED_NBA;
    if (GPGA_AT(SCHED_SVC_END) + NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM)) r |= NEED_SVC;
    GPGA_SHORT_MORE
    return r;
}

/* the postponed region: strobes, then the monitor, then waves. 0: nothing was left to do; 1: go on; 2: the ring is full. What
   prints becomes the next thread to run: bodies are called from one place */
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
        GPGA_AT(SCHED_POST_THREAD + B_SEG) = seg;
        GPGA_AT(SCHED_CUR) = SCHED_POST_THREAD;
        return 1;
    }
    GPGA_AT(SCHED_STROBE_POS) = GPGA_AT(SCHED_STROBE_BASE);
    GPGA_AT(SCHED_STROBE_END) = GPGA_AT(SCHED_STROBE_BASE);
    return gpga_dump_traces(st, tab) ? 0u : 2u;
}

/* how many segments can surely run before room has to be looked at again: 1, or many; a turn of a segment that goes to itself
   counts as one */
static __attribute__((noinline)) uint gpga_roomy(device uint *st) {
    bool few = GPGA_AT(SCHED_NBA_END) + GPGA_SEGS * NEED_NBA_WORDS > GPGA_AT(SCHED_NBA_LIM) || GPGA_AT(SCHED_SVC_END) + GPGA_SEGS * NEED_SVC_WORDS > GPGA_AT(SCHED_SVC_LIM);
    GPGA_ROOMY_MORE
    return few ? 1u : GPGA_SEGS;
}

/* one instance: runs segments until the budget is used up or the host is needed. There is one call of the dispatch: a compiler that
   inlines it has every body once */
static void gpga_run(device uint *st, device const uint *tab, uint budget) {
    GPGA_MY_TURN
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
                        GPGA_APPLY_NBA
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
        GPGA_ELSEWHERE
        #pragma clang loop unroll(disable) vectorize(disable)
        for (; node < 2u && steps < budget; ++steps) {
            seg = gpga_dispatch(st, tab, seg, th);
            GPGA_NOTED
            if (seg >= GPGA_STOPPED) break;
            GPGA_LEAVES
            if (room != 0) room -= 1u;
            else {
                if (gpga_short(st) != 0) break;
                room = gpga_roomy(st) - 1u;
            }
        }
        if (node != 0) {
            GPGA_NODE_ENDED
        } else if (seg < GPGA_STOPPED) {
            GPGA_AT(th + B_SEG) = seg;
            GPGA_AT(SCHED_CUR) = th;
        }
        if (GPGA_AT(SCHED_STATUS) != STATUS_RUN) break;
    }
    if (GPGA_AT(SCHED_STATUS) == STATUS_RUN) GPGA_AT(SCHED_STATUS) = STATUS_BUDGET;
}

struct gpga_params { uint budget; uint stride; };

/* one thread is one instance */
kernel void gpga_step(device uint *arena [[buffer(0)]], device const uint *tab [[buffer(1)]], constant gpga_params &p [[buffer(2)]], uint gid [[thread_position_in_grid]]) {
    device uint *st = arena + gid * p.stride;
    gpga_run(st, tab, p.budget);
}
