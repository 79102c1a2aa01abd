/* ---- the vm form: one text for every design; code, tables and temps are buffers ----
   Operands are addresses: of temps, variables and constants alike. A short instruction has VM_SHORT words: m, n, d, op, a, b; a
   long one VM_LONG: flags, w, d, op, 0, 0, wa, a, b, c, e. Addresses with FLAG_FRAME (a), FLAG_FRAME_B and FLAG_FRAME_D are in the
   frame. VM_FLIP, the encoder's, turns the result's bits over. */
/* a bit offset: an index with FLAG_VAR, else the number itself */
static inline gpga_l32 gpga_vm_off(device uint *st, uint flags, uint v) {
    if ((flags & FLAG_VAR) != 0) return gpga_load32(st, v);
    return gpga_l32{v, 0u};
}

/* a long instruction that makes a value */
static __attribute__((noinline)) void gpga_vm_value(device uint *st, device const uint *tab, device const uint *q, uint fr) {
    uint op = q[3], flags = q[0], w = q[1], wa = q[6], d = q[2], a = q[7], b = q[8], c = q[9], e = q[10];
    if ((flags & FLAG_FRAME) != 0) a += fr;
    if ((flags & FLAG_FRAME_B) != 0) b += fr;
    if ((flags & FLAG_FRAME_D) != 0) d += fr;
    if (op <= VM_LAST_MAP) {
        gpga_map(st, op, flags, d, a, b, w, gpga_load32(st, c), e);
        return;
    }
    if (op <= VM_LAST_ARITH) {
        gpga_vm_arith(st, op, flags, d, a, b, w, wa);
        return;
    }
    if (op <= VM_LAST_SHAPE) {
        gpga_vm_shape(st, op, flags, d, a, b, c, w, wa);
        return;
    }
    uint sign = (flags & FLAG_SIGNED) != 0 ? 1u : 0u;
    gpga_l32 r = gpga_l32{a, 0u};
    uint n = gpga_w_words(w) * 2u;
    if (op <= VM_LAST_TEST) {
        r = gpga_test(st, op, a, b, wa, sign);
        if ((flags & VM_FLIP) != 0) r = gpga_flip(r);
    } else if (op <= VM_LAST_COPY) {
        /* a copy from a */
        if (op == OP_FRLOAD) a = GPGA_AT(a) + c;
        if (op == OP_LOADELL) {
            r = gpga_load32(st, b);
            a += r.v * n;
            if (r.v >= e) r.x = 1u;
        }
        if (r.x != 0) gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
        else gpga_w_copy(st, d, a, n);
        return;
    } else if (op <= VM_LAST_PIECE) {
        /* c pieces a behind piece b */
        gpga_w_fill(st, d, w, 0u, 0u);
        uint at = w - wa * c;
        if (at != 0) gpga_insert(st, d, w, 0, b, at);
        for (uint k = 0; k < c; ++k) gpga_insert(st, d, w, int(at + k * wa), a, wa);
        return;
    } else {
        switch (op) {
        case OP_CONST: gpga_w_const(st, tab, d, a, n); return;
        case OP_INDEX:
            r = gpga_number(st, a, wa, sign);
            r.x = min(r.x, 1u);
            break;
        case OP_UDP: r = gpga_vm_udp(st, tab, a, b, c, e, wa); break;
        case OP_TIME: gpga_store64(st, d, gpga_time(st)); return;
        case OP_SPAWN: r = gpga_spawn_frame(st, a, b, c); break;
        case OP_NEWFRAME: r = gpga_new_frame(st, a, tab[TAB_TASK + a * TASK_WORDS + 1u]); break;
        GPGA_VM_REALS
        }
    }
    gpga_store32(st, d, r);
}

/* a primitive's inputs are n temps; e is where temps lie */
static inline gpga_l32 gpga_vm_udp(device uint *st, device const uint *tab, uint a, uint b, uint c, uint e, uint n) {
    ulong pins = 0ul;
    for (uint k = 0; k < n && k < 32u; ++k) pins |= gpga_pin(gpga_load32(st, e + tab[TAB_FORK + b + k] * 4u), 2u * k);
    return gpga_udp(st, tab, a, c, pins);
}

/* bits [off +: w] of element el of a signal take the w bits at a */
static __attribute__((noinline)) void gpga_vm_write(device uint *st, device const uint *tab, uint sig, uint el, int off, uint a, uint w) {
    if (el >= tab[TAB_WORDS + sig]) return;
    uint wa = tab[TAB_WIDTH + sig], f = gpga_layer(st, tab, sig);
    bool changed = gpga_insert(st, f != 0 ? f : tab[TAB_SLOT + sig] + el * gpga_w_words(wa) * 2u, wa, off, a, w);
    if (f != 0) gpga_relayer_all(st, tab, sig);
    else if (changed) gpga_publish(st, tab, sig);
}

/* an entry of the nonblocking log that is not a whole signal of at most 32 bits; returns the address behind it */
static __attribute__((noinline)) uint gpga_vm_apply(device uint *st, device const uint *tab, uint e) {
    uint h = GPGA_AT(e);
    uint sig = h & 0x0fffffffu;
    bool whole = h < 0x20000000u;
    uint w = whole ? tab[TAB_WIDTH + sig] : GPGA_AT(e + 3u), at = e + (whole ? 1u : 4u);
    gpga_vm_write(st, tab, sig, whole ? 0u : GPGA_AT(e + 1u), whole ? 0 : int(GPGA_AT(e + 2u)), at, w);
    return at + 2u * gpga_w_words(w);
}

/* applies entries of the log until one marks immediate nodes; true when there are no more */
static __attribute__((noinline)) bool gpga_vm_log(device uint *st, device const uint *tab) {
    uint e = GPGA_AT(SCHED_NBA_POS), end = GPGA_AT(SCHED_NBA_END);
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint left = end - e; e < end && left != 0; --left) {
        e = gpga_apply(st, tab, e);
        GPGA_AT(SCHED_NBA_POS) = e;
        if (GPGA_AT(SCHED_NOW_HEAD) != 0) return false;
    }
    GPGA_AT(SCHED_NBA_POS) = GPGA_AT(SCHED_NBA_BASE);
    GPGA_AT(SCHED_NBA_END) = GPGA_AT(SCHED_NBA_BASE);
    GPGA_NEXT_ROUND
    return true;
}

/* stores that publish, and nonblocking assignments: bits e of element c of signal a take the w bits at b; without an element c is 0 */
static __attribute__((noinline)) void gpga_vm_store(device uint *st, device const uint *tab, device const uint *q, uint fr) {
    uint flags = q[0], w = q[1], d = q[2], sig = q[7], b = q[8], c = q[9];
    if ((flags & FLAG_FRAME_B) != 0) b += fr;
    gpga_l32 el = gpga_l32{0u, 0u}, off = gpga_vm_off(st, flags, q[10]);
    if (c != 0) el = gpga_load32(st, c);
    if ((el.x | off.x) != 0) return;
    if (q[3] == OP_STORE) {
        gpga_vm_write(st, tab, sig, el.v, int(off.v), b, w);
        return;
    }
    uint e = GPGA_AT(SCHED_NBA_END), n = gpga_w_words(w), at = e + 1u;
    if (c == 0 && off.v == 0 && w <= 64u && w == tab[TAB_WIDTH + sig] && gpga_layer(st, tab, sig) == 0) {
        GPGA_AT(e) = sig | ((n - 1u) << 28);
    } else {
        GPGA_AT(e) = sig | 0x20000000u;
        GPGA_AT(e + 1u) = el.v;
        GPGA_AT(e + 2u) = off.v;
        GPGA_AT(e + 3u) = w;
        at = e + 4u;
    }
    gpga_w_copy(st, at, b, 2u * n);
    GPGA_AT(SCHED_NBA_END) = at + 2u * n;
    if (d != NO_SEG) gpga_nba_later(st, e, gpga_load64(st, d));
}

/* stores that nobody watches: the w bits at b to address a */
static __attribute__((noinline)) void gpga_vm_local(device uint *st, device const uint *tab, device const uint *q, uint fr) {
    uint op = q[3], flags = q[0], w = q[1], a = q[7], b = q[8], c = q[9];
    uint n = gpga_w_words(w) * 2u;
    if ((flags & FLAG_FRAME) != 0) a += fr;
    if ((flags & FLAG_FRAME_B) != 0) b += fr;
    if (op == OP_STORELP) {
        gpga_l32 off = gpga_vm_off(st, flags, c);
        if (off.x == 0) gpga_insert(st, a, q[6], int(off.v), b, w);
        return;
    }
    if (op == OP_STORELEL) {
        gpga_l32 el = gpga_load32(st, c);
        if (el.x != 0 || el.v >= q[10]) return;
        a += el.v * n;
    }
    if (op == OP_FRSTORE) a = GPGA_AT(a) + c;
    if (op == OP_SVCARG) {
        a = GPGA_AT(SCHED_SVC_END);
        GPGA_AT(SCHED_SVC_END) = a + n;
    }
    gpga_w_copy(st, a, b, n);
}

/* everything else that goes on at the next instruction */
static __attribute__((noinline)) void gpga_vm_effect(device uint *st, device const uint *tab, device const uint *q, uint fr) {
    uint flags = q[0], w = q[1], d = q[2], op = q[3], a = q[7], b = q[8], c = q[9];
    switch (op) {
    case OP_TRIGGER:
    case OP_PUBLISH: gpga_publish(st, tab, a); break;
    case OP_RESOLVE:
        if (tab[TAB_NET + a * 7u + 4u] != 0) gpga_resolve_strong(st, tab, a);
        else gpga_resolve(st, tab, a);
        break;
    case OP_SCHEDULE: gpga_node_schedule(st, a, gpga_load64(st, b)); break;
    case OP_CANCEL: gpga_node_cancel(st, a); break;
    case OP_FORCE:
    case OP_ASSIGN: {
        uint l = op == OP_FORCE ? 2u : 5u;
        if ((flags & FLAG_FRAME_B) != 0) b += fr;
        gpga_insert(st, gpga_layer_val(st, tab, a, l), tab[TAB_WIDTH + a], int(c), b, w);
        gpga_lay(st, tab, a, c, w, l);
        if (d != NO_SEG) GPGA_AT(d) = GPGA_AT(d) & ~2u;
        break;
    }
    case OP_RELEASE:
    case OP_DEASSIGN: gpga_unlay(st, tab, a, c, w, op == OP_RELEASE ? 2u : 5u); break;
    case OP_NODEON:
        if (c != 0) GPGA_AT(a) = GPGA_AT(a) & ~2u;
        else GPGA_AT(a) = GPGA_AT(a) | 2u;
        break;
    case OP_SPAN: gpga_gate_span(st, c, gpga_load32(st, a), gpga_load32(st, b), d, q[10]); break;
    case OP_SVC: gpga_svc(st, a, w); break;
    case OP_STROBE: gpga_strobe(st, a, fr); break;
    case OP_MONITOR:
        if (a == NO_SEG) gpga_monitor_on(st, c);
        else gpga_monitor(st, a);
        break;
    case OP_FREEFRAME: gpga_free_frame(st, tab, GPGA_AT(a)); break;
    }
}

/* the instruction to go on at for the selector t: at table k stand kind, labels, default, then by kind: 0: label, target
   pairs to search in order; 1: sorted pairs to halve; 2: first label, then targets in a row */
static __attribute__((noinline)) uint gpga_vm_case(device const uint *tab, uint k, gpga_l32 t) {
    uint kind = tab[k], n = tab[k + 1u], other = tab[k + 2u];
    if (t.x != 0) return other;
    uint v = t.v;
    if (kind == 2u) {
        uint i = v - tab[k + 3u];
        return i < n ? tab[k + 4u + i] : other;
    }
    if (kind == 0u) {
        for (uint i = 0; i < n; ++i) {
            if (tab[k + 3u + 2u * i] == v) return tab[k + 4u + 2u * i];
        }
        return other;
    }
    uint lo = 0, hi = n;
    for (uint guard = 0; lo < hi && guard < 32u; ++guard) {
        uint mid = (lo + hi) >> 1;
        uint x = tab[k + 3u + 2u * mid];
        if (x == v) return tab[k + 4u + 2u * mid];
        if (x < v) lo = mid + 1u;
        else hi = mid;
    }
    return other;
}

/* terminators of thread th, which goes on at segment a: what they hand back goes to the main loop */
static __attribute__((noinline)) uint gpga_vm_stop(device uint *st, device const uint *tab, device const uint *q, uint th) {
    uint op = q[3], a = q[7], b = q[8], c = q[9], f = GPGA_AT(th + TH_FRAME);
    if (op == OP_END) return gpga_end(st, th);
    if (op == OP_DISABLE) return gpga_disable(st, tab, th, b, c, a);
    uint state = TH_READY;
    switch (op) {
    case OP_DELAY: return gpga_delay(st, th, gpga_load64(st, b), a);
    case OP_WAIT:
        GPGA_AT(th + TH_EVENT) = 0;
        state = TH_WAITING;
        break;
    case OP_FORK:
        for (uint k = 0; k < c; ++k) gpga_spawn(st, th, f, tab[TAB_FORK + b + k]);
        GPGA_AT(th + TH_KIDS) = c;
        state = TH_JOINING;
        break;
    case OP_REPLY:
        GPGA_AT(SCHED_CUR) = th;
        GPGA_AT(SCHED_STATUS) = STATUS_REPLY;
        break;
    case OP_FINISH: GPGA_AT(SCHED_FINISH) = GPGA_AT(SCHED_FINISH) | c; break;
    case OP_CALLTASK: {
        uint g = GPGA_AT(q[10]);
        GPGA_AT(g + FR_RET) = a;
        GPGA_AT(g + FR_CALLER) = f;
        GPGA_AT(th + TH_FRAME) = g;
        a = tab[TAB_TASK + b * TASK_WORDS];
        break;
    }
    case OP_RET: {
        /* a is the size of the frame, 0 when the caller still reads it */
        uint words = a;
        a = GPGA_AT(f + FR_RET);
        GPGA_AT(th + TH_FRAME) = GPGA_AT(f + FR_CALLER);
        if (words != 0) gpga_free(st, f, words);
        break;
    }
    }
    GPGA_AT(th + B_SEG) = a;
    GPGA_AT(th + B_STATE) = state;
    /* a yield, or into a task and back */
    if (op <= VM_LAST_FRONT) gpga_push_front(st, th);
    return GPGA_STOPPED;
}

/* a long instruction that goes on at the next */
static __attribute__((noinline)) void gpga_vm_long(device uint *st, device const uint *tab, device const uint *q, uint op, uint fr) {
    if (op <= VM_LAST_VALUE) gpga_vm_value(st, tab, q, fr);
    else if (op <= VM_LAST_STORE) gpga_vm_store(st, tab, q, fr);
    else if (op <= VM_LAST_LOCAL) gpga_vm_local(st, tab, q, fr);
    else gpga_vm_effect(st, tab, q, fr);
}

/* the value a or b of a short instruction; the second word is read first, for one check of bounds to do */
static inline gpga_l32 gpga_vm_in(device uint *st, uint s) {
    device uint *p = st + s * gpga_slot_stride;
    uint x = p[gpga_slot_stride];
    return gpga_l32{p[0], x};
}

static inline void gpga_vm_out(device uint *st, uint s, gpga_l32 r) {
    device uint *p = st + s * gpga_slot_stride;
    p[gpga_slot_stride] = r.x;
    p[0] = r.v;
}

/* a call: i is where to go on behind it (0: nowhere), th its thread or node */
static inline void gpga_vm_enter(device uint *st, uint sp, uint i, uint th) {
    VM_STACK = sp;
    GPGA_AT(sp) = i;
    GPGA_AT(sp + 1u) = th;
    GPGA_AT(sp + 2u) = GPGA_AT(th + B_KIND) == BLOCK_THREAD ? GPGA_AT(th + TH_FRAME) : 0u;
}

/* what a and b of a short instruction are: true, or with zero known to be 0 */
static inline bool gpga_vm_holds(gpga_l32 a, uint zero) { return zero != 0 ? (a.v | a.x) == 0 : (a.v & ~a.x) != 0; }

/* Runs segment seg for thread (or node) th up to its terminator. Functions and immediate nodes are calls on a stack in the arena;
   that the loop's own state is so small keeps it in registers. Short instructions are carried out here: those that make a value
   leave it in r; tests leave there whether they hold, and jump to d when that is as m says. m is q[0], n q[1], d q[2]. */
static __attribute__((noinline)) uint gpga_dispatch(device uint *st, device const uint *tab, uint seg, uint th) {
    uint i = tab[TAB_VM_SEG + seg];
    gpga_vm_enter(st, VM_STACK, 0u, th);
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint guard = 0; guard < SCHED_LOOP_MAX; ++guard) {
        device const uint *q = tab + i;
        uint op = q[3], m = q[0], n = q[1];
        gpga_l32 a = gpga_vm_in(st, q[4]), b = gpga_vm_in(st, q[5]), r = a;
        switch (op) {
        case VM_MOVE: break;
        case VM_AND: r = gpga_and32(a, b); break;
        case VM_OR: r = gpga_or32(a, b); break;
        case VM_XOR: r = gpga_l32{a.v ^ b.v ^ m | a.x | b.x, a.x | b.x}; break;
        case VM_ADD: r = gpga_add32(a, gpga_l32{(b.v ^ n) + (n & 1u), b.x}, m); break;
        case VM_MUL: r = gpga_mul32(a, b, m); break;
        case VM_SHL: r = gpga_shl32(a, gpga_count32(b), n, m); break;
        case VM_SHR: r = gpga_shr32(a, gpga_count32(b), n, m); break;
        case VM_SEXT: r = gpga_sext32(a, n, m); break;
        case VM_PART: r = gpga_part32(a, n, m); break;
        case VM_CAT: r = gpga_cat32(a, b, n); break;
        case VM_REP: r = gpga_l32{a.v * m, a.x * m}; break;
        case VM_BIT: r = gpga_bitv32(a, b, n); break;
        case VM_MUX: r = gpga_mux32(gpga_vm_in(st, n), a, b); break;
        case VM_REDXOR: r = gpga_redxor32(a); break;
        case VM_NE:
            r = gpga_ne32(gpga_part32(a, n & 31u, m), b);
            r.v = (r.v ^ (n >> 5)) | r.x;
            break;
        case VM_LT: {
            uint x = (a.x | b.x) != 0 ? 1u : 0u;
            r = gpga_l32{((a.v ^ n) < (b.v ^ n) ? 1u : 0u) ^ m | x, x};
            break;
        }
        case VM_CASENE: r = gpga_l32{(((a.v ^ b.v) | (a.x ^ b.x)) != 0 ? 1u : 0u) ^ m, 0u}; break;
        case VM_INDEX: r = gpga_idx32(a); break;
        case VM_LOADEL: r = gpga_loadel32(st, q[4], b, n, m); break;
        case VM_SET:
            i += VM_SHORT;
            gpga_set32(st, tab, q[2], n, a);
            continue;
        case VM_SETP:
            i += VM_SHORT;
            gpga_setp32(st, tab, q[2], n, a, q[5], m);
            continue;
        case VM_NBAQ: {
            /* only where the value is another, or the signal has an entry of this round */
            gpga_l32 o = gpga_vm_in(st, q[2]);
            if (((o.v ^ a.v) | (o.x ^ a.x)) == 0 && GPGA_AT(m) != GPGA_AT(m - 1u - n)) {
                i += VM_SHORT;
                continue;
            }
            GPGA_AT(m) = GPGA_AT(m - 1u - n);
        }
        case VM_NBA:
            i += VM_SHORT;
            gpga_nba32(st, n, a);
            continue;
        case VM_IF: r.v = a.v & ~a.x; break;
        case VM_IFTWO: {
            bool one = gpga_vm_holds(a, n & 1u), two = gpga_vm_holds(b, n & 2u);
            r.v = ((n & 4u) != 0 ? one && two : one || two) ? 1u : 0u;
            break;
        }
        case VM_IFNE: r.v = (a.v ^ b.v) & ~(a.x | b.x); break;
        case VM_IFDIFF: r.v = (a.v ^ b.v) | a.x | b.x; break;
        case VM_IFLT: r.v = (a.x | b.x) == 0 && (a.v ^ n) < (b.v ^ n) ? 1u : 0u; break;
        case VM_IFLE: r.v = (a.x | b.x) == 0 && (a.v ^ n) <= (b.v ^ n) ? 1u : 0u; break;
        case VM_IFCASENE: r.v = (a.v ^ b.v) | (a.x ^ b.x); break;
        case VM_IFMISS: r.v = ((a.v ^ b.v) | (a.x ^ b.x)) & ~(a.x & (~a.v | n)) & ~(b.x & (~b.v | n)); break;
        case VM_JUMP:
            i = q[2];
            continue;
        case VM_SWITCH:
            i = gpga_vm_case(tab, q[2], a);
            continue;
        case VM_CALL: {
            uint sp = VM_STACK;
            gpga_vm_enter(st, sp + 4u, i + VM_SHORT, GPGA_AT(sp + 1u));
            i = q[2];
            continue;
        }
        case VM_SETTLE: {
            uint k = GPGA_AT(SCHED_NOW_HEAD);
            if (k == 0) {
                i += VM_SHORT;
                continue;
            }
            GPGA_AT(SCHED_NOW_HEAD) = GPGA_AT(k + B_QNEXT);
            uint state = GPGA_AT(k + B_STATE) & ~1u;
            GPGA_AT(k + B_STATE) = state;
            if (state == 0) {
                gpga_vm_enter(st, VM_STACK + 4u, i, k);
                i = tab[TAB_VM_SEG + GPGA_AT(k + B_SEG)];
            }
            continue;
        }
        case VM_APPLY:
            i = gpga_vm_log(st, tab) ? q[2] : i + VM_SHORT;
            continue;
        case VM_GOTO:
            return q[2];
        case VM_WAIT:
            return gpga_wait(st, th, n, q[2]);
        case VM_SETDONE:
            gpga_set32(st, tab, q[2], n, a);
        default: {
            uint go = GPGA_STOPPED, sp = VM_STACK;
            if (op > VM_LAST_SHORT) {
                i += VM_LONG;
                if (op <= VM_LAST_EFFECT) {
                    gpga_vm_long(st, tab, q, op, GPGA_AT(sp + 2u));
                    continue;
                }
                if (op == OP_OVER) {
                    if (!gpga_over(st)) continue;
                    return GPGA_STOPPED;
                }
                go = gpga_vm_stop(st, tab, q, GPGA_AT(sp + 1u));
            }
            /* the end of a thread, of a node, or of a function */
            i = GPGA_AT(sp);
            if (i != 0) {
                VM_STACK = sp - 4u;
                continue;
            }
            if (op > VM_LAST_SHORT || GPGA_AT(SCHED_NOW_HEAD) == 0) return go;
            /* a node that marked others */
            i = tab[TAB_VM_SEG + VM_APPLY_SEG + 1u];
            continue;
        }
        }
        if (op >= VM_IF) {
            i = (r.v != 0) != (m != 0) ? q[2] : i + VM_SHORT;
            continue;
        }
        gpga_vm_out(st, q[2], r);
        i += VM_SHORT;
    }
    if (GPGA_AT(SCHED_NOW_HEAD) != 0 || GPGA_AT(GPGA_AT(VM_STACK + 1u) + B_KIND) == BLOCK_NODE) GPGA_AT(SCHED_STATUS) = STATUS_SPIN;
    else gpga_fail(st, ERR_LOOP);
    return GPGA_STOPPED;
}
