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
    uint s = GPGA_AT(th + B_STATE);
    if (s == TH_DELAYED) {
        gpga_heap_remove(st, th);
        return true;
    }
    if (s == TH_JOINING) return true;
    if (s == TH_WAITING) {
        uint e = GPGA_AT(th + TH_EVENT);
        if (e == 0) return true;
        uint at = SCHED_WAIT_HEAD + e - 1u;
        for (uint k = 0; k < SCHED_LOOP_MAX; ++k) {
            uint t = GPGA_AT(at);
            if (t == 0) break;
            if (t == th) {
                GPGA_AT(at) = GPGA_AT(th + TH_NEXT);
                GPGA_AT(th + TH_NEXT) = 0;
                return true;
            }
            at = t + TH_NEXT;
        }
    }
    return false;
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

/* kills all descendants of th */
static __attribute__((noinline)) void gpga_kill_below(device uint *st, uint th) {
    for (uint round = 0; round < SCHED_LOOP_MAX; ++round) {
        uint t = GPGA_AT(SCHED_THREADS), hit = 0;
        for (uint k = 0; t != 0 && k < SCHED_LOOP_MAX; ++k) {
            uint p = GPGA_AT(t + TH_PARENT);
            uint s = GPGA_AT(t + B_STATE);
            if (s != TH_KILLED && s != TH_DEAD) {
                for (uint j = 0; p != 0 && j < 65536u; ++j) {
                    if (p == th) {
                        hit = t;
                        break;
                    }
                    p = GPGA_AT(p + TH_PARENT);
                }
            }
            if (hit != 0) break;
            t = GPGA_AT(t + TH_ALL_NEXT);
        }
        if (hit == 0) return;
        gpga_orphan(st, hit);
        gpga_kill(st, hit);
    }
}

/* the children of a thread that is about to go are handed to its parent's line, so that they are still found below th */
static __attribute__((noinline)) void gpga_orphan(device uint *st, uint th) {
    uint p = GPGA_AT(th + TH_PARENT);
    uint t = GPGA_AT(SCHED_THREADS);
    for (uint k = 0; t != 0 && k < SCHED_LOOP_MAX; ++k) {
        if (GPGA_AT(t + TH_PARENT) == th) GPGA_AT(t + TH_PARENT) = p;
        t = GPGA_AT(t + TH_ALL_NEXT);
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
    for (uint k = 0; k < NUM_PROC; ++k) {
        uint t = tab[TAB_PROC + k];
        uint d = gpga_depth_in(st, tab, t, block);
        if (d != 0) {
            uint r = gpga_leave(st, tab, t, block, d, t == th);
            if (t == th) go = r;
        }
    }
    for (uint round = 0; round < SCHED_LOOP_MAX; ++round) {
        uint t = GPGA_AT(SCHED_THREADS), hit = 0, depth = 0;
        for (uint k = 0; t != 0 && k < SCHED_LOOP_MAX; ++k) {
            depth = gpga_depth_in(st, tab, t, block);
            if (depth != 0) hit = t;
            t = hit != 0 ? 0u : GPGA_AT(t + TH_ALL_NEXT);
        }
        if (hit == 0) break;
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
