/* ---- the vm form: one text for every design; code, tables and temps are buffers ----
   Operands are addresses: of temps, variables and constants alike. A value of at most 32 bits is two words there, one of at most
   64 bits four. A short instruction has VM_SHORT words: m, n, d, op, a, b; a long one VM_LONG: flags, w, d, op, 0, 0, wa, a, b,
   c, e. Flags from bit 16 on are the encoder's: what a and b (bits 16 and 18 on) are, whether an operand is wide (VM_WIDE). */
static inline ulong gpga_vm_mask(uint w) { return w >= 64u ? ~0ul : (1ul << w) - 1ul; }

/* what stands at address s, of w <= 64 bits */
static inline gpga_l64 gpga_vm_load(device uint *st, uint s, uint w) {
    if (w <= 32u) return gpga_up(gpga_load32(st, s));
    return gpga_load64(st, s);
}

/* an operand by its mode: 0 none, 1 of at most 32 bits, 2 of at most 64 */
static inline gpga_l64 gpga_vm_get(device uint *st, uint mode, uint v) {
    gpga_l64 r = gpga_l64{0ul, 0ul};
    if (mode != 0) r = gpga_vm_load(st, v, mode * 32u);
    return r;
}

/* what stands at address s, of w bits, when that is narrow */
static inline gpga_l64 gpga_vm_narrow(device uint *st, uint s, uint w) {
    gpga_l64 r = gpga_l64{0ul, 0ul};
    if (w <= 64u) r = gpga_vm_load(st, s, w);
    return r;
}

/* to address d: t, or the words at a when w > 64 */
static __attribute__((noinline)) void gpga_vm_put(device uint *st, uint d, uint w, gpga_l64 t, uint a) {
    if (w > 64u) gpga_w_copy(st, d, a, gpga_w_words(w) * 2u);
    else if (w <= 32u) gpga_store32(st, d, gpga_down(t));
    else gpga_store64(st, d, t);
}

/* a bit offset: an index with FLAG_VAR, else the number itself */
static inline gpga_l32 gpga_vm_off(device uint *st, uint flags, uint v) {
    if ((flags & FLAG_VAR) != 0) return gpga_load32(st, v);
    return gpga_l32{v, 0u};
}

/* bitwise, arithmetic and shifts: operands and result of w <= 64 bits, as planes: structs would go through memory at every call */
static __attribute__((noinline)) gpga_l64 gpga_vm_arith(uint op, uint flags, uint w, uint wa, uint c, ulong av, ulong ax, ulong bv, ulong bx) {
    gpga_l64 a = gpga_l64{av, ax}, b = gpga_l64{bv, bx};
    ulong m = gpga_vm_mask(w);
    uint h = 64u - w;
    bool sign = (flags & FLAG_SIGNED) != 0;
    switch (op) {
    case OP_NOT: return gpga_not64(a, m);
    case OP_NEG: return gpga_neg64(a, m);
    case OP_AND: return gpga_and64(a, b);
    case OP_OR: return gpga_or64(a, b);
    case OP_XOR: return gpga_xor64(a, b);
    case OP_XNOR: return gpga_xnor64(a, b, m);
    case OP_ADD: return gpga_add64(a, b, m);
    case OP_SUB: return gpga_sub64(a, b, m);
    case OP_MUL: return gpga_mul64(a, b, m);
    case OP_DIV: return sign ? gpga_divs64(a, b, m, h) : gpga_div64(a, b, m);
    case OP_MOD: return sign ? gpga_mods64(a, b, m, h) : gpga_mod64(a, b, m);
    case OP_POW: return gpga_pow(a, b, w, wa, sign ? 1u : 0u, (flags & FLAG_VAR) != 0 ? 1u : 0u);
    case OP_SHL: return gpga_shl64(a, gpga_count64(b), w, m);
    case OP_SHR: return gpga_shr64(a, gpga_count64(b), w, m);
    case OP_ASHR: return gpga_ashr64(a, gpga_count64(b), h, m);
    case OP_RESIZE:
        if (sign && w > wa) return gpga_sext64(a, 64u - wa, m);
        return gpga_trunc64(a, m);
    case OP_CONCAT: return gpga_cat64(a, b, w - wa);
    case OP_REPEAT: {
        gpga_l64 r = gpga_l64{0ul, 0ul};
        for (uint k = 0; k < c && k < 64u; ++k) r = gpga_l64{r.v | (a.v << (k * wa)), r.x | (a.x << (k * wa))};
        return r;
    }
    case OP_BUFIF:
        if ((flags & FLAG_VAR) != 0) return gpga_bufif64(gpga_not64(a, m), gpga_down(b), c, m);
        return gpga_bufif64(a, gpga_down(b), c, m);
    case OP_MOS: return gpga_up(gpga_mos32(gpga_down(a), gpga_down(b), c));
    }
    return a;
}

/* reductions and relations of operands of wa <= 64 bits: one bit */
static __attribute__((noinline)) gpga_l32 gpga_vm_test(uint op, uint flags, uint wa, ulong av, ulong ax, ulong bv, ulong bx) {
    gpga_l64 a = gpga_l64{av, ax}, b = gpga_l64{bv, bx};
    ulong m = gpga_vm_mask(wa);
    uint h = 64u - wa;
    bool sign = (flags & FLAG_SIGNED) != 0;
    switch (op) {
    case OP_REDAND: return gpga_redand64(a, m);
    case OP_REDNAND: return gpga_rednand64(a, m);
    case OP_REDOR:
    case OP_BOOL: return gpga_bool64(a);
    case OP_REDNOR:
    case OP_LOGNOT: return gpga_lognot64(a);
    case OP_REDXOR: return gpga_redxor64(a);
    case OP_REDXNOR: return gpga_redxnor64(a);
    case OP_LOGAND: return gpga_and32(gpga_down(a), gpga_down(b));
    case OP_LOGOR: return gpga_or32(gpga_down(a), gpga_down(b));
    case OP_EQ: return gpga_eq64(a, b);
    case OP_NE: return gpga_ne64(a, b);
    case OP_CASEEQ: return gpga_ceq64(a, b);
    case OP_CASENE: return gpga_cne64(a, b);
    case OP_CASEZ: return gpga_cez64(a, b);
    case OP_CASEX: return gpga_cex64(a, b);
    case OP_LT: return sign ? gpga_lts64(a, b, h) : gpga_lt64(a, b);
    case OP_LE: return sign ? gpga_les64(a, b, h) : gpga_le64(a, b);
    case OP_EDGES: return gpga_edges(a, b);
    }
    return gpga_l32{1u, 1u};
}

/* a narrow result of a wide operand: a and b are addresses */
static __attribute__((noinline)) gpga_l64 gpga_vm_of_wide(device uint *st, uint op, uint flags, uint w, uint wa, uint a, uint b, uint c) {
    uint n = gpga_w_words(wa);
    uint sign = (flags & FLAG_SIGNED) != 0 ? 1u : 0u;
    gpga_l32 r = gpga_l32{1u, 1u};
    switch (op) {
    case OP_RESIZE: return gpga_w_get(st, a, wa, gpga_l32{0u, 0u}, w);
    case OP_PART: return gpga_w_get(st, a, wa, gpga_vm_off(st, flags, c), w);
    case OP_INDEX: return gpga_up(gpga_w_index(st, a, wa, sign));
    case OP_REDAND:
    case OP_REDNAND: r = gpga_w_redand(st, a, wa); break;
    case OP_REDXOR:
    case OP_REDXNOR: r = gpga_w_redxor(st, a, n); break;
    case OP_REDOR:
    case OP_BOOL:
    case OP_REDNOR:
    case OP_LOGNOT: r = gpga_w_bool(st, a, n); break;
    case OP_EQ:
    case OP_NE: r = gpga_w_eq(st, a, b, n); break;
    case OP_CASEEQ:
    case OP_CASENE: r = gpga_w_match(st, a, b, n, 0u); break;
    case OP_CASEZ: r = gpga_w_match(st, a, b, n, 1u); break;
    case OP_CASEX: r = gpga_w_match(st, a, b, n, 2u); break;
    case OP_LT:
    case OP_LE: r = gpga_w_lt(st, a, b, wa, sign, op - OP_LT); break;
    case OP_EDGES: r = gpga_w_edges(st, a, b, n); break;
    case OP_INTTOREAL: return GPGA_VM_W_TO_REAL;
    }
    bool flip = op == OP_REDNAND || op == OP_REDXNOR || op == OP_REDNOR || op == OP_LOGNOT || op == OP_NE || op == OP_CASENE;
    if (flip) r = gpga_flip(r);
    return gpga_up(r);
}

/* the amount of a wide shift */
static inline gpga_l32 gpga_vm_count(device uint *st, uint wa, uint b) {
    if (wa > 64u) return gpga_w_count(st, b, gpga_w_words(wa));
    return gpga_count64(gpga_vm_load(st, b, wa));
}

/* t of w bits, narrow or wide, to bits [off +: w] of the wide value at d */
static __attribute__((noinline)) void gpga_vm_insert(device uint *st, uint d, uint wd, uint off, uint t, uint w) {
    if (w > 64u) gpga_w_insert(st, d, wd, int(off), t, w);
    else gpga_putbits(st, d, wd, int(off), w, gpga_vm_load(st, t, w));
}

/* results over 64 bits: d is an address, and so are operands over 64 bits */
static __attribute__((noinline)) void gpga_vm_wide(device uint *st, device const uint *tab, uint op, uint flags, uint w, uint wa, uint d, uint a, uint b, uint c, uint e) {
    uint n2 = gpga_w_words(w) * 2u;
    uint sign = (flags & FLAG_SIGNED) != 0 ? 1u : 0u;
    bool narrow = wa <= 64u;
    switch (op) {
    case OP_CONST: gpga_w_const(st, tab, d, a, n2); break;
    case OP_MOVE:
    case OP_LOAD: gpga_w_copy(st, d, a, n2); break;
    case OP_LOADEL: gpga_w_loadel(st, d, tab[TAB_SLOT + a], gpga_load32(st, b), tab[TAB_WORDS + a], w); break;
    case OP_LOADELL: gpga_w_loadel(st, d, a, gpga_load32(st, b), e, w); break;
    case OP_FRLOAD: gpga_w_copy(st, d, GPGA_AT(a) + c, n2); break;
    case OP_RESIZE:
        if (narrow) gpga_w_from(st, d, w, gpga_vm_load(st, a, wa), wa, sign);
        else gpga_w_resize(st, d, w, a, wa, sign);
        break;
    case OP_PART:
        if (narrow) gpga_w_part_of(st, d, w, gpga_vm_load(st, a, wa), wa, gpga_vm_off(st, flags, c));
        else gpga_w_slice(st, d, w, a, wa, gpga_vm_off(st, flags, c));
        break;
    case OP_CONCAT:
        gpga_w_fill(st, d, w, 0u, 0u);
        gpga_vm_insert(st, d, w, 0u, b, w - wa);
        gpga_vm_insert(st, d, w, w - wa, a, wa);
        break;
    case OP_REPEAT:
        gpga_w_fill(st, d, w, 0u, 0u);
        for (uint k = 0; k < c; ++k) gpga_vm_insert(st, d, w, k * wa, a, wa);
        break;
    case OP_NOT: gpga_w_bits(st, d, a, a, w, 4u); break;
    case OP_AND:
    case OP_OR:
    case OP_XOR:
    case OP_XNOR: gpga_w_bits(st, d, a, b, w, op - OP_AND); break;
    case OP_NEG: gpga_w_neg(st, d, a, w); break;
    case OP_ADD:
    case OP_SUB: gpga_w_sum(st, d, a, b, w, OP_ADD - op); break;
    case OP_MUL: gpga_w_mul(st, d, a, b, w); break;
    case OP_DIV:
    case OP_MOD: gpga_w_divmod(st, d, a, b, w, SCHED_WIDE_SCRATCH, sign, op - OP_DIV); break;
    case OP_POW: gpga_w_pow(st, d, a, narrow ? gpga_vm_load(st, b, wa) : gpga_w_get(st, b, wa, gpga_l32{0u, 0u}, 64u), w, SCHED_WIDE_SCRATCH); break;
    case OP_SHL:
    case OP_SHR:
    case OP_ASHR: gpga_w_shift(st, d, a, gpga_vm_count(st, wa, b), w, op - OP_SHL); break;
    case OP_MUX: gpga_w_mux(st, d, gpga_load32(st, c), a, b, w); break;
    case OP_REALTOINT: GPGA_VM_W_FROM_REAL(1u); break;
    case OP_REALTRUNC: GPGA_VM_W_FROM_REAL(0u); break;
    }
}

/* narrow values that need state, tables or reals */
static __attribute__((noinline)) gpga_l64 gpga_vm_special(device uint *st, device const uint *tab, uint i, uint op, uint flags, uint w, uint wa, uint a, uint b, ulong av, ulong ax, ulong bv, ulong bx) {
    gpga_l64 ta = gpga_l64{av, ax}, tb = gpga_l64{bv, bx};
    ulong m = gpga_vm_mask(w);
    uint c = tab[i + 9u], e = tab[i + 10u];
    switch (op) {
    case OP_LOAD: return gpga_vm_load(st, a, w);
    case OP_LOADEL:
    case OP_LOADELL: {
        if (op == OP_LOADEL) {
            e = tab[TAB_WORDS + a];
            a = tab[TAB_SLOT + a];
        }
        gpga_l32 k = gpga_down(tb);
        if (k.x != 0 || k.v >= e) break;
        return gpga_vm_load(st, a + k.v * (w <= 32u ? 2u : 4u), w);
    }
    case OP_FRLOAD: return gpga_vm_load(st, uint(ta.v) + c, w);
    case OP_MOVE: return ta;
    case OP_PART: return gpga_partv64(ta, gpga_vm_off(st, flags, c), wa, w, m);
    case OP_INDEX:
        if ((flags & FLAG_SIGNED) != 0) return gpga_up(gpga_idxs64(ta, 64u - wa));
        return gpga_up(gpga_idx64(ta));
    case OP_MUX: return gpga_mux64(gpga_load32(st, c), ta, tb);
    case OP_UDP: {
        ulong pins = 0ul;
        for (uint k = 0; k < wa && k < 32u; ++k) pins |= gpga_pin(gpga_load32(st, e + tab[TAB_FORK + b + k] * 4u), 2u * k);
        return gpga_up(gpga_udp(st, tab, a, c, pins));
    }
    case OP_TIME: return gpga_time(st);
    case OP_SPAWN: return gpga_up(gpga_spawn_frame(st, a, b, c));
    case OP_NEWFRAME: return gpga_up(gpga_new_frame(st, a, tab[TAB_TASK + a * TASK_WORDS + 1u]));
    GPGA_VM_REALS
    }
    return gpga_l64{m, m};
}

/* a long instruction that makes a value */
static __attribute__((noinline)) void gpga_vm_value(device uint *st, device const uint *tab, uint i, uint fr) {
    device const uint *q = tab + i;
    uint op = q[3], flags = q[0], w = q[1], wa = q[6], d = q[2], a = q[7], b = q[8], c = q[9];
    gpga_l64 r;
    if ((flags & VM_WIDE) != 0) {
        if ((flags & FLAG_FRAME) != 0) a += fr;
        if ((flags & FLAG_FRAME_B) != 0) b += fr;
        if (w > 64u) {
            if ((flags & FLAG_FRAME_D) != 0) d += fr;
            gpga_vm_wide(st, tab, op, flags, w, wa, d, a, b, c, q[10]);
            return;
        }
        if (op >= OP_SHL && op <= OP_ASHR) {
            gpga_l32 n = gpga_w_count(st, b, gpga_w_words(wa));
            gpga_l64 t = gpga_vm_load(st, a, w);
            r = gpga_vm_arith(op, flags, w, 64u, c, t.v, t.x, ulong(n.v), ulong(n.x));
        } else r = gpga_vm_of_wide(st, op, flags, w, wa, a, b, c);
    } else {
        uint ma = (flags >> 16) & 3u;
        if (ma == 0 && (flags & FLAG_FRAME) != 0) a += fr;
        gpga_l64 ta = gpga_vm_get(st, ma, a), tb = gpga_vm_get(st, (flags >> 18) & 3u, b);
        if (op >= VM_FIRST_TEST && op <= VM_LAST_TEST) r = gpga_up(gpga_vm_test(op, flags, wa, ta.v, ta.x, tb.v, tb.x));
        else if ((flags & VM_ARITH) != 0) r = gpga_vm_arith(op, flags, w, wa, c, ta.v, ta.x, tb.v, tb.x);
        else r = gpga_vm_special(st, tab, i, op, flags, w, wa, a, b, ta.v, ta.x, tb.v, tb.x);
    }
    gpga_vm_put(st, d, w, r, 0u);
}

/* stores that publish, and nonblocking assignments: signal a takes value b (a temp, or an address when wide) */
static __attribute__((noinline)) void gpga_vm_store(device uint *st, device const uint *tab, uint i, uint fr) {
    device const uint *q = tab + i;
    uint op = q[3], flags = q[0], w = q[1], d = q[2], sig = q[7], b = q[8], c = q[9], e = q[10];
    uint s = tab[TAB_SLOT + sig], wa = tab[TAB_WIDTH + sig], n = tab[TAB_WORDS + sig];
    bool wide = w > 64u;
    if (wide && (flags & FLAG_FRAME_B) != 0) b += fr;
    gpga_l64 t = gpga_vm_narrow(st, b, w);
    gpga_l32 el = gpga_l32{0u, 0u}, off = gpga_l32{0u, 0u};
    bool nba = op >= OP_NBA && op <= OP_NBAEL;
    if (op == OP_STOREP || op == OP_NBAP) off = gpga_vm_off(st, flags, c);
    bool element = op == OP_STOREEL || op == OP_NBAEL;
    if (element) {
        el = gpga_load32(st, c);
        off = gpga_vm_off(st, flags, e);
    }
    uint held = tab[TAB_FORCE + sig];
    if (nba) {
        uint at = GPGA_AT(SCHED_NBA_END);
        if (wide) gpga_nbaw(st, sig, el, off, w, b);
        else if (op == OP_NBA && held == 0 && w == wa) {
            if (w <= 32u) gpga_nba32(st, sig, gpga_down(t));
            else gpga_nba64(st, sig, t);
        } else gpga_nbap(st, sig, el, off, w, t);
        if (d != NO_SEG) gpga_nba_later(st, at, gpga_load64(st, d));
        return;
    }
    if (held != 0) {
        if (wide) gpga_drive_wide(st, tab, sig, off, b, w);
        else gpga_drive(st, tab, sig, off, w, t);
    } else if (element) {
        if (wide) gpga_w_setelbits(st, tab, s, n, sig, wa, el, off, b, w);
        else gpga_setelbits(st, tab, s, n, sig, wa, el, off, w, t);
    } else if (op == OP_STORE) {
        if (wide) gpga_w_set(st, tab, s, sig, b, gpga_w_words(w) * 2u);
        else if (w <= 32u) gpga_set32(st, tab, s, sig, gpga_down(t));
        else gpga_set64(st, tab, s, sig, t);
    } else {
        if (wide) gpga_w_setbits(st, tab, s, sig, wa, off, b, w);
        else gpga_setbits(st, tab, s, sig, wa, off, w, t);
    }
}

/* stores that nobody watches, at address a */
static __attribute__((noinline)) void gpga_vm_local(device uint *st, device const uint *tab, uint i, uint fr) {
    device const uint *q = tab + i;
    uint op = q[3], flags = q[0], w = q[1], wa = q[6], a = q[7], b = q[8], c = q[9];
    bool wide = w > 64u;
    if ((flags & FLAG_FRAME) != 0) a += fr;
    if (wide && (flags & FLAG_FRAME_B) != 0) b += fr;
    gpga_l64 t = gpga_vm_narrow(st, b, w);
    if (op == OP_STORELP) {
        gpga_l32 off = gpga_vm_off(st, flags, c);
        if (wide) gpga_w_storebits(st, a, wa, off, b, w);
        else gpga_storebits(st, a, wa, off, w, t);
        return;
    }
    if (op == OP_STORELEL) {
        gpga_l32 el = gpga_load32(st, c);
        if (el.x != 0 || el.v >= q[10]) return;
        a += el.v * (gpga_w_words(w) * 2u);
    }
    gpga_vm_put(st, a, w, t, b);
}

/* everything else that goes on at the next instruction */
static __attribute__((noinline)) void gpga_vm_effect(device uint *st, device const uint *tab, uint i, uint fr) {
    device const uint *q = tab + i;
    uint flags = q[0], w = q[1], d = q[2], op = q[3], a = q[7], b = q[8], c = q[9];
    bool wide = w > 64u;
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
    case OP_ASSIGN:
        if (wide && (flags & FLAG_FRAME_B) != 0) b += fr;
        gpga_lay(st, tab, a, c, w, gpga_vm_narrow(st, b, w), b, op == OP_FORCE ? 2u : 5u);
        if (d != NO_SEG) GPGA_AT(d) = GPGA_AT(d) & ~2u;
        break;
    case OP_RELEASE: gpga_release(st, tab, a, c, w); break;
    case OP_DEASSIGN: gpga_deassign(st, tab, a, c, w); break;
    case OP_NODEON:
        if (c != 0) GPGA_AT(a) = GPGA_AT(a) & ~2u;
        else GPGA_AT(a) = GPGA_AT(a) | 2u;
        break;
    case OP_SPAN: gpga_gate_span(st, c, gpga_load32(st, a), gpga_load32(st, b), d, q[10]); break;
    case OP_SVC: gpga_svc(st, a, w); break;
    case OP_SVCARG: {
        uint at = GPGA_AT(SCHED_SVC_END);
        GPGA_AT(SCHED_SVC_END) = at + gpga_w_words(w) * 2u;
        gpga_vm_put(st, at, w, gpga_vm_narrow(st, a, w), (flags & FLAG_FRAME) != 0 ? fr + a : a);
        break;
    }
    case OP_STROBE: gpga_strobe(st, a, fr); break;
    case OP_MONITOR:
        if (a == NO_SEG) gpga_monitor_on(st, c);
        else gpga_monitor(st, a);
        break;
    case OP_FRSTORE: gpga_vm_put(st, GPGA_AT(a) + c, w, gpga_vm_narrow(st, b, w), (flags & FLAG_FRAME_B) != 0 ? fr + b : b); break;
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

/* terminators: what they hand back goes to the main loop */
static __attribute__((noinline)) uint gpga_vm_stop(device uint *st, device const uint *tab, uint i, uint th) {
    device const uint *q = tab + i;
    uint a = q[7], b = q[8], c = q[9];
    switch (q[3]) {
    case OP_YIELD: return gpga_yield(st, th, a);
    case OP_WAIT: return gpga_wait_ever(st, th, a);
    case OP_DELAY: return gpga_delay(st, th, gpga_load64(st, b), a);
    case OP_FORK:
        for (uint k = 0; k < c; ++k) gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), tab[TAB_FORK + b + k]);
        return gpga_join(st, th, c, a);
    case OP_CALLTASK: return gpga_call(st, th, GPGA_AT(q[10]), tab[TAB_TASK + b * TASK_WORDS], a);
    case OP_RET: return gpga_ret(st, th, a);
    case OP_END: return gpga_end(st, th);
    case OP_REPLY: return gpga_reply(st, th, a);
    case OP_FINISH: return gpga_finish(st, th, c, a);
    case OP_DISABLE: return gpga_disable(st, tab, th, b, c, a);
    }
    return GPGA_STOPPED;
}

/* a long instruction that goes on at the next */
static __attribute__((noinline)) void gpga_vm_long(device uint *st, device const uint *tab, uint i, uint fr) {
    uint op = tab[i + 3u];
    if (op <= VM_LAST_VALUE) gpga_vm_value(st, tab, i, fr);
    else if (op <= VM_LAST_STORE) gpga_vm_store(st, tab, i, fr);
    else if (op <= VM_LAST_LOCAL) gpga_vm_local(st, tab, i, fr);
    else gpga_vm_effect(st, tab, i, fr);
}

/* the value a or b of a short instruction; the second word is read first, for one check of bounds to do */
static inline gpga_l32 gpga_vm_in(device uint *st, uint s) {
    device uint *p = st + s * gpga_slot_stride;
    uint x = p[gpga_slot_stride];
    return gpga_l32{p[0], x};
}

static inline gpga_l32 gpga_vm_b(device uint *st, device const uint *q) { return gpga_vm_in(st, q[5]); }

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

/* Runs segment seg for thread (or node) th up to its terminator. Functions and immediate nodes are calls on a stack in the arena;
   that the loop's own state is so small keeps it in registers. Short instructions are carried out here: those that make a value
   leave it in r; jumps go to d when what they test is as m says. m is q[0], n q[1], d q[2]. */
static __attribute__((noinline)) uint gpga_dispatch(device uint *st, device const uint *tab, uint seg, uint th) {
    uint i = tab[TAB_VM_SEG + seg];
    gpga_vm_enter(st, VM_STACK, 0u, th);
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint guard = 0; guard < SCHED_LOOP_MAX; ++guard) {
        device const uint *q = tab + i;
        gpga_l32 a = gpga_vm_in(st, q[4]), r = a;
        switch (q[3]) {
        case VM_MOVE: break;
        case VM_NOT: r = gpga_not32(a, q[0]); break;
        case VM_AND: r = gpga_and32(a, gpga_vm_b(st, q)); break;
        case VM_OR: r = gpga_or32(a, gpga_vm_b(st, q)); break;
        case VM_XOR: r = gpga_xor32(a, gpga_vm_b(st, q)); break;
        case VM_XNOR: r = gpga_xnor32(a, gpga_vm_b(st, q), q[0]); break;
        case VM_ADD: r = gpga_add32(a, gpga_vm_b(st, q), q[0]); break;
        case VM_SUB: r = gpga_sub32(a, gpga_vm_b(st, q), q[0]); break;
        case VM_MUL: r = gpga_mul32(a, gpga_vm_b(st, q), q[0]); break;
        case VM_SHL: r = gpga_shl32(a, gpga_count32(gpga_vm_b(st, q)), q[1], q[0]); break;
        case VM_SHR: r = gpga_shr32(a, gpga_count32(gpga_vm_b(st, q)), q[1], q[0]); break;
        case VM_ASHR: r = gpga_ashr32(a, gpga_count32(gpga_vm_b(st, q)), q[1], q[0]); break;
        case VM_SEXT: r = gpga_sext32(a, q[1], q[0]); break;
        case VM_PART: r = gpga_part32(a, q[1], q[0]); break;
        case VM_CAT: r = gpga_cat32(a, gpga_vm_b(st, q), q[1]); break;
        case VM_REP: r = gpga_l32{a.v * q[0], a.x * q[0]}; break;
        case VM_BIT: r = gpga_bitv32(a, gpga_vm_b(st, q), q[1]); break;
        case VM_MUX: r = gpga_mux32(gpga_load32(st, q[1]), a, gpga_vm_b(st, q)); break;
        case VM_REDAND: r = gpga_redand32(a, q[0]); break;
        case VM_REDXOR: r = gpga_redxor32(a); break;
        case VM_BOOL: r = gpga_bool32(a); break;
        case VM_LOGNOT: r = gpga_lognot32(a); break;
        case VM_EQ: r = gpga_eq32(a, gpga_vm_b(st, q)); break;
        case VM_NE: r = gpga_ne32(a, gpga_vm_b(st, q)); break;
        case VM_CASEEQ: r = gpga_ceq32(a, gpga_vm_b(st, q)); break;
        case VM_CASENE: r = gpga_cne32(a, gpga_vm_b(st, q)); break;
        case VM_LT: r = gpga_lt32(a, gpga_vm_b(st, q)); break;
        case VM_LE: r = gpga_le32(a, gpga_vm_b(st, q)); break;
        case VM_LTS: r = gpga_lts32(a, gpga_vm_b(st, q), q[1]); break;
        case VM_LES: r = gpga_les32(a, gpga_vm_b(st, q), q[1]); break;
        case VM_INDEX: r = gpga_idx32(a); break;
        case VM_LOADEL: r = gpga_loadel32(st, q[4], gpga_vm_b(st, q), q[1], q[0]); break;
        case VM_AND3: r = gpga_and32(gpga_and32(a, gpga_vm_b(st, q)), gpga_vm_in(st, q[1])); break;
        case VM_OR3: r = gpga_or32(gpga_or32(a, gpga_vm_b(st, q)), gpga_vm_in(st, q[1])); break;
        case VM_PARTEQ: r = gpga_eq32(gpga_part32(a, q[1], q[0]), gpga_vm_b(st, q)); break;
        case VM_SET:
            i += VM_SHORT;
            gpga_set32(st, tab, q[2], q[1], a);
            continue;
        case VM_SETP:
            i += VM_SHORT;
            gpga_setp32(st, tab, q[2], q[1], a, q[5], q[0]);
            continue;
        case VM_NBA:
            i += VM_SHORT;
            gpga_nba32(st, q[1], a);
            continue;
        case VM_NBAQ: {
            uint m = q[0], n = q[1];
            i += VM_SHORT;
            r = gpga_vm_in(st, q[2]);
            if (((r.v ^ a.v) | (r.x ^ a.x)) != 0u || GPGA_AT(m) == GPGA_AT(m - 1u - n)) {
                GPGA_AT(m) = GPGA_AT(m - 1u - n);
                gpga_nba32(st, n, a);
            }
            continue;
        }
        case VM_IF: GPGA_GO(gpga_true32(a))
        case VM_IFZERO: GPGA_GO((a.v | a.x) == 0)
        case VM_IFBOTH: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO((a.v & ~a.x) != 0 && (b.v & ~b.x) != 0)
        }
        case VM_IFANY: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO(((a.v & ~a.x) | (b.v & ~b.x)) != 0)
        }
        case VM_IFNONE: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO((a.v | a.x | b.v | b.x) == 0)
        }
        case VM_IFHOLE: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO((a.v | a.x) == 0 || (b.v | b.x) == 0)
        }
        case VM_IFTHIS: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO((a.v & ~a.x) != 0 && (b.v | b.x) == 0)
        }
        case VM_IFTHAT: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO((a.v & ~a.x) != 0 || (b.v | b.x) == 0)
        }
        case VM_IFEQ: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO(((a.v ^ b.v) | a.x | b.x) == 0)
        }
        case VM_IFNE: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO(((a.v ^ b.v) & ~(a.x | b.x)) != 0)
        }
        case VM_IFLT: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO((a.x | b.x) == 0 && a.v < b.v)
        }
        case VM_IFLE: {
            gpga_l32 b = gpga_vm_b(st, q);
            GPGA_GO((a.x | b.x) == 0 && a.v <= b.v)
        }
        case VM_IFLTS: GPGA_GO(gpga_true32(gpga_lts32(a, gpga_vm_b(st, q), q[1])))
        case VM_IFLES: GPGA_GO(gpga_true32(gpga_les32(a, gpga_vm_b(st, q), q[1])))
        case VM_IFCASEEQ: GPGA_GO(gpga_ceq32(a, gpga_vm_b(st, q)).v != 0)
        case VM_IFCASEZ: GPGA_GO(gpga_cez32(a, gpga_vm_b(st, q)).v != 0)
        case VM_IFCASEX: GPGA_GO(gpga_cex32(a, gpga_vm_b(st, q)).v != 0)
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
        case VM_GOTO:
            return q[2];
        case VM_WAIT:
            return gpga_wait(st, th, q[1], q[2]);
        default:
            if (q[3] <= VM_LAST_EFFECT) {
                gpga_vm_long(st, tab, i, GPGA_AT(VM_STACK + 2u));
                i += VM_LONG;
                continue;
            }
            if (q[3] == OP_OVER) {
                i += VM_LONG;
                if (!gpga_over(st)) continue;
                return GPGA_STOPPED;
            }
            r.v = gpga_vm_stop(st, tab, i, GPGA_AT(VM_STACK + 1u));
            /* a thread's end, or that of an immediate node */
            i = GPGA_AT(VM_STACK);
            if (i == 0) return r.v;
            VM_STACK = VM_STACK - 4u;
            continue;
        case VM_SETDONE:
            gpga_set32(st, tab, q[2], q[1], a);
        case VM_DONE:
        case VM_RETURN: {
            uint sp = VM_STACK;
            i = GPGA_AT(sp);
            if (i == 0) return GPGA_STOPPED;
            VM_STACK = sp - 4u;
            continue;
        }
        }
        gpga_vm_out(st, q[2], r);
        i += VM_SHORT;
    }
    gpga_fail(st, ERR_LOOP);
    return GPGA_STOPPED;
}

/* outside a segment immediate nodes run as segments */
static inline void gpga_dispatch_now(device uint *st, device const uint *tab, uint b) { gpga_dispatch(st, tab, GPGA_AT(b + B_SEG), b); }
