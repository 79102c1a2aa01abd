/* The switch form's publish: the active phase's two sites of the evaluator, every wait a case of its own */
static __attribute__((noinline)) void gpga_switch_publish(device uint *st, device const uint *tab, uint sig) {
    uint row = tab[TAB_FAN_DIR + sig], end = tab[TAB_FAN_DIR + sig + 1u];
    #pragma clang loop unroll(disable) vectorize(disable)
    for (; row < end; ++row) {
        uint r = tab[TAB_FAN + row];
        uint sched_wait_id = r & 0x1fffffffu;
        switch (r >> 29) {
        case FAN_EDGE:
            GPGA_EDGE_SITE
            break;
        case FAN_ANY:
            GPGA_STAR_SITE
            break;
        default:
            gpga_switch_other(st, tab, sig, r);
            break;
        }
    }
    GPGA_MARK_TRACE(sig)
}

/* rows of a fan-out that are no waits */
static inline void gpga_switch_other(device uint *st, device const uint *tab, uint sig, uint r) {
    uint t = r & 0x1fffffffu;
    switch (r >> 29) {
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

/* applies one entry and tells whether its signal changed; nothing is published */
static __attribute__((noinline)) bool gpga_switch_put(device uint *st, device const uint *tab, uint e) {
    uint h = GPGA_AT(e);
    uint sig = h & 0x0fffffffu;
    uint s = tab[TAB_SLOT + sig];
    if (h < 0x10000000u) {
        if (((GPGA_AT(s) ^ GPGA_AT(e + 1u)) | (GPGA_AT(s + 1u) ^ GPGA_AT(e + 2u))) == 0u) return false;
        gpga_store32(st, s, gpga_l32{GPGA_AT(e + 1u), GPGA_AT(e + 2u)});
        return true;
    }
    if (h < 0x20000000u) {
        gpga_l64 o = gpga_load64(st, s), t = gpga_load64(st, e + 1u);
        if (((o.v ^ t.v) | (o.x ^ t.x)) == 0) return false;
        gpga_store64(st, s, t);
        return true;
    }
    uint el = GPGA_AT(e + 1u), w = GPGA_AT(e + 3u);
    int off = int(GPGA_AT(e + 2u));
    uint wa = tab[TAB_WIDTH + sig];
    uint n = (w + 31u) >> 5;
    bool changed = false;
    if (el < tab[TAB_WORDS + sig]) {
        s = s + el * (((wa + 31u) >> 5) * 2u);
        for (uint k = 0; k < n; ++k) {
            gpga_l64 t = gpga_l64{ulong(GPGA_AT(e + 4u + k)), ulong(GPGA_AT(e + 4u + n + k))};
            GPGA_APPLY_BITS
        }
    }
    return changed;
}

/* words of the entry at e */
static inline uint gpga_switch_entry(device uint *st, uint e) {
    uint h = GPGA_AT(e);
    if (h < 0x10000000u) return 3u;
    if (h < 0x20000000u) return 5u;
    return 4u + ((GPGA_AT(e + 3u) + 31u) >> 5) * 2u;
}

/* The NBA loop: the nonblocking phase's two sites of the evaluator */
static inline void gpga_switch_apply_nba(device uint *st, device const uint *tab) {
    uint e = GPGA_AT(SCHED_NBA_POS);
    uint last = GPGA_AT(SCHED_NBA_END);
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint left = last - e; e < last && left != 0; --left) {
        if (gpga_switch_put(st, tab, e)) {
            uint sig = GPGA_AT(e) & 0x0fffffffu;
            uint row = tab[TAB_FAN_DIR + sig], end = tab[TAB_FAN_DIR + sig + 1u];
            #pragma clang loop unroll(disable) vectorize(disable)
            for (; row < end; ++row) {
                uint r = tab[TAB_FAN + row];
                uint sched_wait_id = r & 0x1fffffffu;
                switch (r >> 29) {
                case FAN_EDGE:
                    GPGA_EDGE_SITE
                    break;
                case FAN_ANY:
                    GPGA_STAR_SITE
                    break;
                default:
                    gpga_switch_other(st, tab, sig, r);
                    break;
                }
            }
            GPGA_MARK_TRACE(sig)
        }
        e = e + gpga_switch_entry(st, e);
        if (GPGA_AT(SCHED_NOW_HEAD) != 0) gpga_settle(st, tab);
    }
    GPGA_AT(SCHED_NBA_POS) = GPGA_AT(SCHED_NBA_BASE);
    GPGA_AT(SCHED_NBA_END) = GPGA_AT(SCHED_NBA_BASE);
}

/* one instance: as in the other forms, with one place from which all bodies run */
static void gpga_switch_run(device uint *st, device const uint *tab, uint budget) {
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
        /* once: a node or postponed work, which hands nothing on */
        bool once = false;
        uint th = GPGA_AT(SCHED_CUR), pc = 0;
        if (th != 0) {
            GPGA_AT(SCHED_CUR) = 0;
            pc = GPGA_AT(th + B_SEG);
        } else {
            th = GPGA_AT(SCHED_CHAIN);
            if (th == 0) th = GPGA_AT(SCHED_ACT_HEAD);
            if (th == 0) {
                if (GPGA_AT(SCHED_INA_HEAD) != 0) {
                    GPGA_AT(SCHED_ACT_HEAD) = GPGA_AT(SCHED_INA_HEAD);
                    GPGA_AT(SCHED_ACT_TAIL) = GPGA_AT(SCHED_INA_TAIL);
                    GPGA_AT(SCHED_INA_HEAD) = 0;
                    GPGA_AT(SCHED_INA_TAIL) = 0;
                    continue;
                }
                if (GPGA_AT(SCHED_NBA_END) != GPGA_AT(SCHED_NBA_BASE)) {
                    gpga_apply_nba(st, tab);
                    continue;
                }
                if (GPGA_AT(SCHED_PHASE) == 0) {
                    GPGA_AT(SCHED_PHASE) = 1;
                    GPGA_AT(SCHED_ACT_HEAD) = GPGA_AT(SCHED_PROC_HEAD);
                    GPGA_AT(SCHED_ACT_TAIL) = GPGA_AT(SCHED_PROC_TAIL);
                    continue;
                }
                uint e = GPGA_AT(SCHED_STROBE_POS);
                if (e < GPGA_AT(SCHED_STROBE_END)) {
                    GPGA_AT(SCHED_STROBE_POS) = e + 2u;
                    pc = GPGA_AT(e);
                    uint frame = GPGA_AT(e + 1u);
                    if (frame == 0xffffffffu) {
                        /* a monitor that another has replaced since prints no more */
                        if (GPGA_AT(SCHED_MON_SEG) != pc + 1u || GPGA_AT(SCHED_MON_DIRTY) == 0) continue;
                        GPGA_AT(SCHED_MON_DIRTY) = 0;
                        frame = 0;
                    }
                    GPGA_AT(SCHED_POST_THREAD + TH_FRAME) = frame;
                    th = SCHED_POST_THREAD;
                    once = true;
                } else {
                    GPGA_AT(SCHED_STROBE_POS) = GPGA_AT(SCHED_STROBE_BASE);
                    GPGA_AT(SCHED_STROBE_END) = GPGA_AT(SCHED_STROBE_BASE);
                    if (!gpga_dump_traces(st, tab)) {
                        GPGA_AT(SCHED_NEED) = NEED_SVC;
                        GPGA_AT(SCHED_STATUS) = STATUS_NEED;
                        return;
                    }
                    /* $finish lets the time end at which it was called */
                    if ((GPGA_AT(SCHED_FINISH) & 1u) != 0) {
                        GPGA_AT(SCHED_FINISH) = 0;
                        GPGA_AT(SCHED_STATUS) = STATUS_FINISH;
                        return;
                    }
                    if (!gpga_advance(st)) {
                        GPGA_AT(SCHED_STATUS) = STATUS_IDLE;
                        return;
                    }
                    continue;
                }
            } else {
                if (GPGA_AT(SCHED_CHAIN) == 0) {
                    uint next = GPGA_AT(th + B_QNEXT);
                    GPGA_AT(SCHED_ACT_HEAD) = next;
                    if (next == 0) GPGA_AT(SCHED_ACT_TAIL) = 0;
                    once = GPGA_AT(th + B_KIND) == BLOCK_NODE;
                }
                if (once) {
                    uint q = GPGA_AT(th + B_STATE) & ~1u;
                    GPGA_AT(th + B_STATE) = q;
                    if (q != 0) {
                        if (GPGA_AT(SCHED_NOW_HEAD) != 0) gpga_settle(st, tab);
                        continue;
                    }
                } else {
                    GPGA_AT(SCHED_CHAIN) = GPGA_AT(th + TH_NEXT);
                    GPGA_AT(th + TH_NEXT) = 0;
                    if (GPGA_AT(th + B_STATE) == TH_KILLED) {
                        GPGA_AT(th + B_STATE) = TH_DEAD;
                        gpga_drop_thread(st, th);
                        continue;
                    }
                }
                pc = GPGA_AT(th + B_SEG);
            }
        }
        #pragma clang loop unroll(disable) vectorize(disable)
        for (; steps < budget; ++steps) {
            pc = gpga_dispatch(st, tab, pc, th);
            if (once || pc >= GPGA_STOPPED) break;
            if (gpga_short(st) != 0) break;
        }
        if (once) {
            if (th != SCHED_POST_THREAD && GPGA_AT(SCHED_NOW_HEAD) != 0) gpga_settle(st, tab);
            continue;
        }
        if (pc < GPGA_STOPPED) {
            GPGA_AT(th + B_SEG) = pc;
            GPGA_AT(SCHED_CUR) = th;
        }
        if (GPGA_AT(SCHED_STATUS) != STATUS_RUN) break;
    }
    if (GPGA_AT(SCHED_STATUS) == STATUS_RUN) GPGA_AT(SCHED_STATUS) = STATUS_BUDGET;
}
