/* ---- disable (IEEE 1364-2005 10.5) ---- */
static inline bool gpga_within(device uint *st, device const uint *tab, uint block, uint seg) {
    return seg >= tab[TAB_BLOCK + block * BLOCK_WORDS] && seg < tab[TAB_BLOCK + block * BLOCK_WORDS + 1u];
}

/* how deep in its calls thread th is inside the block: 0 not at all, 1 in its present frame, 2 in the frame's caller, ... */
static __attribute__((noinline)) uint gpga_depth_in(device uint *st, device const uint *tab, uint th, uint block) {
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

/* takes a thread out of what it waits for; false when it is in a queue and must stay there */
static __attribute__((noinline)) bool gpga_unlink(device uint *st, uint th) {
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
static __attribute__((noinline)) void gpga_kill(device uint *st, uint th) {
    if (gpga_unlink(st, th)) {
        GPGA_AT(th + B_STATE) = TH_DEAD;
        gpga_drop_thread(st, th);
    } else {
        GPGA_AT(th + B_STATE) = TH_KILLED;
    }
}

/* kills all descendants of th: the children of one that goes become th's own before */
static __attribute__((noinline)) void gpga_kill_below(device uint *st, uint th) {
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

/* ends the block in thread th, which is inside it at depth */
static __attribute__((noinline)) uint gpga_leave(device uint *st, device const uint *tab, uint th, uint block, uint depth, bool self) {
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

static __attribute__((noinline)) uint gpga_disable(device uint *st, device const uint *tab, uint th, uint block, uint seg, uint next) {
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
