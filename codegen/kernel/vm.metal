/* ---- the vm form: one text for every design; code, tables and temps are buffers ----
   An instruction is VM_WORDS words: op, flags, w, wa, d, a, b, c, e, target. Flags from bit 16 on are the encoder's: how a
   (bits 16 to 18) and b (bits 20 to 22) are read, whether an operand is wide (VM_WIDE). Temp t of a unit lies at vt + 4*t. */
static inline ulong gpga_vm_mask(uint w) { return w >= 64u ? ~0ul : (1ul << w) - 1ul; }

/* a temp's words lie gpga_slot_stride apart; the last is read first, for one check of bounds to do */
static inline gpga_l64 gpga_vm_temp(device uint *st, uint vt, uint t) {
    device uint *p = st + (vt + t * 4u) * gpga_slot_stride;
    ulong h = ulong(p[3u * gpga_slot_stride]) << 32;
    return gpga_l64{ulong(p[0]) | (ulong(p[gpga_slot_stride]) << 32), ulong(p[2u * gpga_slot_stride]) | h};
}

/* an operand by its mode: 1 a temp, 2 and 3 storage of at most 32 and 64 bits, 4 the number itself, 0 none */
static inline gpga_l64 gpga_vm_get(device uint *st, uint vt, uint mode, uint v) {
    gpga_l64 r = gpga_l64{0ul, 0ul};
    if (mode == 1u) r = gpga_vm_temp(st, vt, v);
    else if (mode == 2u) r = gpga_up(gpga_load32(st, v));
    else if (mode == 4u) r = gpga_l64{ulong(v), 0ul};
    else if (mode == 3u) r = gpga_load64(st, v);
    return r;
}

/* the temp t of w bits, when it is narrow */
static inline gpga_l64 gpga_vm_narrow(device uint *st, uint vt, uint t, uint w) {
    gpga_l64 r = gpga_l64{0ul, 0ul};
    if (w <= 64u) r = gpga_vm_temp(st, vt, t);
    return r;
}

/* what stands at address s, of w <= 64 bits */
static inline gpga_l64 gpga_vm_load(device uint *st, uint s, uint w) {
    if (w <= 32u) return gpga_up(gpga_load32(st, s));
    return gpga_load64(st, s);
}

/* to address d: t, or the words at a when w > 64 */
static __attribute__((noinline)) void gpga_vm_put(device uint *st, uint d, uint w, gpga_l64 t, uint a) {
    if (w > 64u) gpga_w_copy(st, d, a, gpga_w_words(w) * 2u);
    else if (w <= 32u) gpga_store32(st, d, gpga_down(t));
    else gpga_store64(st, d, t);
}

static inline void gpga_vm_set(device uint *st, uint vt, uint t, gpga_l64 v) {
    device uint *p = st + (vt + t * 4u) * gpga_slot_stride;
    p[3u * gpga_slot_stride] = uint(v.x >> 32);
    p[0] = uint(v.v);
    p[gpga_slot_stride] = uint(v.v >> 32);
    p[2u * gpga_slot_stride] = uint(v.x);
}

/* a bit offset: an index temp with FLAG_VAR, else the number itself */
static inline gpga_l32 gpga_vm_off(device uint *st, uint vt, uint flags, uint v) {
    if ((flags & FLAG_VAR) != 0) return gpga_down(gpga_vm_temp(st, vt, v));
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
    case OP_MUX: return a;
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
static __attribute__((noinline)) gpga_l64 gpga_vm_of_wide(device uint *st, uint vt, uint op, uint flags, uint w, uint wa, uint a, uint b, uint c) {
    uint n = gpga_w_words(wa);
    uint sign = (flags & FLAG_SIGNED) != 0 ? 1u : 0u;
    gpga_l32 r = gpga_l32{1u, 1u};
    switch (op) {
    case OP_RESIZE: return gpga_w_get(st, a, wa, gpga_l32{0u, 0u}, w);
    case OP_PART: return gpga_w_get(st, a, wa, gpga_vm_off(st, vt, flags, c), w);
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
static inline gpga_l32 gpga_vm_count(device uint *st, uint vt, uint wa, uint b) {
    if (wa > 64u) return gpga_w_count(st, b, gpga_w_words(wa));
    return gpga_count64(gpga_vm_temp(st, vt, b));
}

/* t of w bits, narrow or wide, to bits [off +: w] of the wide value at d */
static __attribute__((noinline)) void gpga_vm_insert(device uint *st, uint vt, uint d, uint wd, uint off, uint t, uint w) {
    if (w > 64u) gpga_w_insert(st, d, wd, int(off), t, w);
    else gpga_putbits(st, d, wd, int(off), w, gpga_vm_temp(st, vt, t));
}

/* results over 64 bits: d is an address, and so are operands over 64 bits */
static __attribute__((noinline)) void gpga_vm_wide(device uint *st, device const uint *tab, uint vt, uint op, uint flags, uint w, uint wa, uint d, uint a, uint b, uint c, uint e) {
    uint n2 = gpga_w_words(w) * 2u;
    uint sign = (flags & FLAG_SIGNED) != 0 ? 1u : 0u;
    bool narrow = wa <= 64u;
    switch (op) {
    case OP_CONST: gpga_w_const(st, tab, d, a, n2); break;
    case OP_MOVE:
    case OP_LOAD: gpga_w_copy(st, d, a, n2); break;
    case OP_LOADEL: gpga_w_loadel(st, d, tab[TAB_SLOT + a], gpga_down(gpga_vm_temp(st, vt, b)), tab[TAB_WORDS + a], w); break;
    case OP_LOADELL: gpga_w_loadel(st, d, a, gpga_down(gpga_vm_temp(st, vt, b)), e, w); break;
    case OP_FRLOAD: gpga_w_copy(st, d, GPGA_AT(vt + a * 4u) + c, n2); break;
    case OP_RESIZE:
        if (narrow) gpga_w_from(st, d, w, gpga_vm_temp(st, vt, a), wa, sign);
        else gpga_w_resize(st, d, w, a, wa, sign);
        break;
    case OP_PART:
        if (narrow) gpga_w_part_of(st, d, w, gpga_vm_temp(st, vt, a), wa, gpga_vm_off(st, vt, flags, c));
        else gpga_w_slice(st, d, w, a, wa, gpga_vm_off(st, vt, flags, c));
        break;
    case OP_CONCAT:
        gpga_w_fill(st, d, w, 0u, 0u);
        gpga_vm_insert(st, vt, d, w, 0u, b, w - wa);
        gpga_vm_insert(st, vt, d, w, w - wa, a, wa);
        break;
    case OP_REPEAT:
        gpga_w_fill(st, d, w, 0u, 0u);
        for (uint k = 0; k < c; ++k) gpga_vm_insert(st, vt, d, w, k * wa, a, wa);
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
    case OP_POW: gpga_w_pow(st, d, a, narrow ? gpga_vm_temp(st, vt, b) : gpga_w_get(st, b, wa, gpga_l32{0u, 0u}, 64u), w, SCHED_WIDE_SCRATCH); break;
    case OP_SHL:
    case OP_SHR:
    case OP_ASHR: gpga_w_shift(st, d, a, gpga_vm_count(st, vt, wa, b), w, op - OP_SHL); break;
    case OP_MUX: gpga_w_mux(st, d, gpga_down(gpga_vm_temp(st, vt, c)), a, b, w); break;
    case OP_REALTOINT: GPGA_VM_W_FROM_REAL(1u); break;
    case OP_REALTRUNC: GPGA_VM_W_FROM_REAL(0u); break;
    }
}

/* narrow values that need state, tables or reals */
static __attribute__((noinline)) gpga_l64 gpga_vm_special(device uint *st, device const uint *tab, uint i, uint vt, uint op, uint flags, uint w, uint wa, uint d, uint a, uint b, ulong av, ulong ax, ulong bv, ulong bx) {
    gpga_l64 ta = gpga_l64{av, ax}, tb = gpga_l64{bv, bx};
    ulong m = gpga_vm_mask(w);
    uint c = tab[i + 7u], e = tab[i + 8u];
    switch (op) {
    case OP_CONST:
        if (w <= 32u) return gpga_l64{ulong(a), ulong(b)};
        return gpga_l64{ulong(tab[TAB_CONST + a]) | (ulong(tab[TAB_CONST + a + 1u]) << 32), ulong(tab[TAB_CONST + a + 2u]) | (ulong(tab[TAB_CONST + a + 3u]) << 32)};
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
    case OP_PART: return gpga_partv64(ta, gpga_vm_off(st, vt, flags, c), wa, w, m);
    case OP_INDEX:
        if ((flags & FLAG_SIGNED) != 0) return gpga_up(gpga_idxs64(ta, 64u - wa));
        return gpga_up(gpga_idx64(ta));
    case OP_MUX: return gpga_mux64(gpga_down(gpga_vm_temp(st, vt, c)), ta, tb);
    case OP_UDP: {
        ulong pins = 0ul;
        for (uint k = 0; k < wa && k < 32u; ++k) pins |= gpga_pin(gpga_down(gpga_vm_temp(st, vt, tab[TAB_FORK + b + k])), 2u * k);
        return gpga_up(gpga_udp(st, tab, a, c, pins));
    }
    case OP_TIME: return gpga_time(st);
    case OP_SPAWN: return gpga_up(gpga_spawn_frame(st, a, b, c));
    case OP_NEWFRAME: return gpga_up(gpga_new_frame(st, a, tab[TAB_TASK + a * TASK_WORDS + 1u]));
    GPGA_VM_REALS
    }
    return gpga_l64{m, m};
}

/* an instruction that makes a value */
static __attribute__((noinline)) void gpga_vm_value(device uint *st, device const uint *tab, uint i, uint vt, uint fr) {
    device const uint *q = tab + i;
    uint to = q[9], op = q[0], flags = q[1], w = q[2], wa = q[3], d = q[4], a = q[5], b = q[6];
    if ((flags & VM_WIDE) != 0) {
        uint c = q[7];
        if ((flags & FLAG_FRAME) != 0) a += fr;
        if ((flags & FLAG_FRAME_B) != 0) b += fr;
        if (w > 64u) {
            if ((flags & FLAG_FRAME_D) != 0) d += fr;
            gpga_vm_wide(st, tab, vt, op, flags, w, wa, d, a, b, c, q[8]);
            return;
        }
        if (op >= OP_SHL && op <= OP_ASHR) {
            gpga_l32 n = gpga_w_count(st, b, gpga_w_words(wa));
            gpga_l64 t = gpga_vm_temp(st, vt, a);
            gpga_vm_set(st, vt, d, gpga_vm_arith(op, flags, w, 64u, c, t.v, t.x, ulong(n.v), ulong(n.x)));
            return;
        }
        gpga_vm_set(st, vt, d, gpga_vm_of_wide(st, vt, op, flags, w, wa, a, b, c));
        return;
    }
    gpga_l64 ta = gpga_l64{0ul, 0ul}, tb = gpga_l64{0ul, 0ul};
    uint ma = (flags >> 16) & 7u, mb = (flags >> 20) & 7u;
    if (ma != 0) ta = gpga_vm_get(st, vt, ma, a);
    else if ((flags & FLAG_FRAME) != 0) a += fr;
    if (mb != 0) tb = gpga_vm_get(st, vt, mb, b);
    gpga_l64 r;
    if (op >= VM_FIRST_TEST && op <= VM_LAST_TEST) r = gpga_up(gpga_vm_test(op, flags, wa, ta.v, ta.x, tb.v, tb.x));
    else if ((flags & VM_ARITH) != 0) r = gpga_vm_arith(op, flags, w, wa, q[7], ta.v, ta.x, tb.v, tb.x);
    else r = gpga_vm_special(st, tab, i, vt, op, flags, w, wa, d, a, b, ta.v, ta.x, tb.v, tb.x);
    if (to == 0) {
        gpga_vm_set(st, vt, d, r);
    } else if ((to & 1u) != 0) {
        gpga_nba32(st, (to >> 1) - 1u, gpga_down(r));
    } else {
        /* straight into a variable: d is its slot */
        gpga_set32(st, tab, d, (to >> 1) - 1u, gpga_down(r));
    }
}

/* a test and the jump on it in one: d is the test */
static __attribute__((noinline)) bool gpga_vm_branch(device uint *st, device const uint *tab, uint i, uint vt) {
    device const uint *q = tab + i;
    uint flags = q[1];
    gpga_l64 ta = gpga_vm_get(st, vt, (flags >> 16) & 7u, q[5]), tb = gpga_vm_get(st, vt, (flags >> 20) & 7u, q[6]);
    return gpga_true32(gpga_vm_test(q[4], flags, q[3], ta.v, ta.x, tb.v, tb.x));
}

/* stores that publish, and nonblocking assignments: signal a takes value b (a temp, or an address when wide) */
static __attribute__((noinline)) void gpga_vm_store(device uint *st, device const uint *tab, uint i, uint vt, uint fr) {
    device const uint *q = tab + i;
    uint op = q[0], flags = q[1], w = q[2], d = q[4], sig = q[5], b = q[6];
    if ((flags & VM_WHOLE) != 0) {
        /* a whole variable of at most 32 bits that nothing holds, without delay */
        gpga_l32 now = gpga_down(gpga_vm_get(st, vt, (flags >> 20) & 7u, b));
        if (op == OP_STORE) gpga_set32(st, tab, d, sig, now);
        else gpga_nba32(st, sig, now);
        return;
    }
    uint c = q[7], e = q[8];
    uint s = tab[TAB_SLOT + sig], wa = tab[TAB_WIDTH + sig], n = tab[TAB_WORDS + sig];
    bool wide = w > 64u;
    if (wide && (flags & FLAG_FRAME_B) != 0) b += fr;
    gpga_l64 t = gpga_l64{0ul, 0ul};
    if (!wide) t = gpga_vm_get(st, vt, (flags >> 20) & 7u, b);
    gpga_l32 el = gpga_l32{0u, 0u}, off = gpga_l32{0u, 0u};
    bool nba = op >= OP_NBA && op <= OP_NBAEL;
    if (op == OP_STOREP || op == OP_NBAP) off = gpga_vm_off(st, vt, flags, c);
    bool element = op == OP_STOREEL || op == OP_NBAEL;
    if (element) {
        el = gpga_down(gpga_vm_temp(st, vt, c));
        off = gpga_vm_off(st, vt, flags, e);
    }
    uint held = tab[TAB_FORCE + sig];
    if (nba) {
        uint at = GPGA_AT(SCHED_NBA_END);
        if (wide) gpga_nbaw(st, sig, el, off, w, b);
        else if (op == OP_NBA && held == 0 && w == wa) {
            if (w <= 32u) gpga_nba32(st, sig, gpga_down(t));
            else gpga_nba64(st, sig, t);
        } else gpga_nbap(st, sig, el, off, w, t);
        if (d != NO_SEG) gpga_nba_later(st, at, gpga_vm_temp(st, vt, d));
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
static __attribute__((noinline)) void gpga_vm_local(device uint *st, device const uint *tab, uint i, uint vt, uint fr) {
    uint op = tab[i], flags = tab[i + 1u], w = tab[i + 2u], wa = tab[i + 3u], a = tab[i + 5u], b = tab[i + 6u], c = tab[i + 7u];
    bool wide = w > 64u;
    if ((flags & FLAG_FRAME) != 0) a += fr;
    if (wide && (flags & FLAG_FRAME_B) != 0) b += fr;
    gpga_l64 t = gpga_l64{0ul, 0ul};
    if (!wide) t = gpga_vm_get(st, vt, (flags >> 20) & 7u, b);
    if (op == OP_STORELP) {
        gpga_l32 off = gpga_vm_off(st, vt, flags, c);
        if (wide) gpga_w_storebits(st, a, wa, off, b, w);
        else gpga_storebits(st, a, wa, off, w, t);
        return;
    }
    if (op == OP_STORELEL) {
        gpga_l32 el = gpga_down(gpga_vm_temp(st, vt, c));
        if (el.x != 0 || el.v >= tab[i + 8u]) return;
        a += el.v * (gpga_w_words(w) * 2u);
    }
    gpga_vm_put(st, a, w, t, b);
}

/* everything else that goes on at the next instruction */
static __attribute__((noinline)) void gpga_vm_effect(device uint *st, device const uint *tab, uint i, uint vt, uint fr) {
    uint op = tab[i], flags = tab[i + 1u], w = tab[i + 2u], wa = tab[i + 3u], d = tab[i + 4u], a = tab[i + 5u], b = tab[i + 6u], c = tab[i + 7u], e = tab[i + 8u];
    bool wide = w > 64u;
    switch (op) {
    case OP_TRIGGER:
    case OP_PUBLISH: gpga_publish(st, tab, a); break;
    case OP_RESOLVE:
        if (tab[TAB_NET + a * 7u + 4u] != 0) gpga_resolve_strong(st, tab, a);
        else gpga_resolve(st, tab, a);
        break;
    case OP_SCHEDULE: gpga_node_schedule(st, a, gpga_vm_temp(st, vt, b)); break;
    case OP_CANCEL: gpga_node_cancel(st, a); break;
    case OP_FORCE:
    case OP_ASSIGN:
        if (wide && (flags & FLAG_FRAME_B) != 0) b += fr;
        gpga_lay(st, tab, a, c, w, gpga_vm_narrow(st, vt, b, w), b, op == OP_FORCE ? 2u : 5u);
        if (d != NO_SEG) GPGA_AT(d) = GPGA_AT(d) & ~2u;
        break;
    case OP_RELEASE: gpga_release(st, tab, a, c, w); break;
    case OP_DEASSIGN: gpga_deassign(st, tab, a, c, w); break;
    case OP_NODEON:
        if (c != 0) GPGA_AT(a) = GPGA_AT(a) & ~2u;
        else GPGA_AT(a) = GPGA_AT(a) | 2u;
        break;
    case OP_SPAN: gpga_gate_span(st, c, gpga_down(gpga_vm_temp(st, vt, a)), gpga_down(gpga_vm_temp(st, vt, b)), d, e); break;
    case OP_SVC: gpga_svc(st, a, w); break;
    case OP_SVCARG: {
        uint at = GPGA_AT(SCHED_SVC_END);
        GPGA_AT(SCHED_SVC_END) = at + gpga_w_words(w) * 2u;
        gpga_vm_put(st, at, w, gpga_vm_narrow(st, vt, a, w), (flags & FLAG_FRAME) != 0 ? fr + a : a);
        break;
    }
    case OP_STROBE: gpga_strobe(st, a, fr); break;
    case OP_MONITOR:
        if (a == NO_SEG) gpga_monitor_on(st, c);
        else gpga_monitor(st, a);
        break;
    case OP_FRSTORE: gpga_vm_put(st, GPGA_AT(vt + a * 4u) + c, w, gpga_vm_narrow(st, vt, b, w), (flags & FLAG_FRAME_B) != 0 ? fr + b : b); break;
    case OP_FREEFRAME: gpga_free_frame(st, tab, GPGA_AT(vt + a * 4u)); break;
    }
}

/* does t, of w bits, have a bit that is 1? */
static __attribute__((noinline)) bool gpga_vm_true(device uint *st, uint vt, uint fr, uint t, uint w, uint mode, bool frame) {
    if (w > 64u) return gpga_w_true(st, frame ? fr + t : t, gpga_w_words(w));
    return gpga_true64(gpga_vm_get(st, vt, mode, t));
}

/* the instruction to go on at for the selector t: at table k stand kind, labels, default, then by kind: 0: label, target
   pairs to search in order; 1: sorted pairs to halve; 2: first label, then targets in a row */
static __attribute__((noinline)) uint gpga_vm_case(device uint *st, device const uint *tab, uint k, gpga_l64 t) {
    uint kind = tab[k], n = tab[k + 1u], other = tab[k + 2u];
    if (t.x != 0) return other;
    uint v = uint(t.v);
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
static __attribute__((noinline)) uint gpga_vm_stop(device uint *st, device const uint *tab, uint i, uint vt, uint th) {
    uint op = tab[i], a = tab[i + 5u], b = tab[i + 6u], c = tab[i + 7u], e = tab[i + 8u];
    switch (op) {
    case OP_YIELD: return gpga_yield(st, th, a);
    case OP_WAIT: return b == NO_SEG ? gpga_wait_ever(st, th, a) : gpga_wait(st, th, b, a);
    case OP_DELAY: return gpga_delay(st, th, gpga_vm_temp(st, vt, b), a);
    case OP_FORK:
        for (uint k = 0; k < c; ++k) gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), tab[TAB_FORK + b + k]);
        return gpga_join(st, th, c, a);
    case OP_CALLTASK: return gpga_call(st, th, GPGA_AT(vt + e * 4u), tab[TAB_TASK + b * TASK_WORDS], a);
    case OP_RET: return gpga_ret(st, th, a);
    case OP_END: return c != 0 ? GPGA_STOPPED : gpga_end(st, th);
    case OP_REPLY: return gpga_reply(st, th, a);
    case OP_FINISH: return gpga_finish(st, th, c, a);
    case OP_DISABLE: return gpga_disable(st, tab, th, b, c, a);
    }
    return GPGA_STOPPED;
}

/* Runs segment seg for thread (or node) th up to its terminator. Functions and immediate nodes are calls on a stack in the arena. */
static __attribute__((noinline)) uint gpga_dispatch(device uint *st, device const uint *tab, uint seg, uint th) {
    uint vt = VM_TEMPS, sp = VM_STACK;
    uint fr = GPGA_AT(th + B_KIND) == BLOCK_THREAD ? GPGA_AT(th + TH_FRAME) : 0u;
    uint pc = tab[TAB_VM_SEG + seg], code = TAB_VM_CODE, bottom = sp;
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint guard = 0; guard < SCHED_LOOP_MAX; ++guard) {
        uint i = code + pc;
        uint op = tab[i];
        if (op <= VM_LAST_EFFECT) {
            pc = pc + VM_WORDS;
            if (op <= VM_LAST_VALUE) gpga_vm_value(st, tab, i, vt, fr);
            else if (op <= VM_LAST_STORE) gpga_vm_store(st, tab, i, vt, fr);
            else if (op <= VM_LAST_LOCAL) gpga_vm_local(st, tab, i, vt, fr);
            else gpga_vm_effect(st, tab, i, vt, fr);
        } else if (op <= VM_LAST_JUMP) {
            uint a = tab[i + 5u];
            switch (op) {
            case VM_IF:
                pc = gpga_vm_true(st, vt, fr, a, tab[i + 2u], (tab[i + 1u] >> 16) & 7u, (tab[i + 1u] & FLAG_FRAME) != 0) ? pc + VM_WORDS : tab[i + 9u];
                break;
            case VM_BREAKIF:
                pc = gpga_vm_true(st, vt, fr, a, tab[i + 2u], (tab[i + 1u] >> 16) & 7u, (tab[i + 1u] & FLAG_FRAME) != 0) ? tab[i + 9u] : pc + VM_WORDS;
                break;
            case VM_TESTIF:
                pc = gpga_vm_branch(st, tab, i, vt) ? pc + VM_WORDS : tab[i + 9u];
                break;
            case VM_TESTBREAK:
                pc = gpga_vm_branch(st, tab, i, vt) ? tab[i + 9u] : pc + VM_WORDS;
                break;
            case VM_JUMP:
                pc = tab[i + 9u];
                break;
            case VM_SWITCH:
                pc = gpga_vm_case(st, tab, TAB_VM_CASE + tab[i + 9u], gpga_vm_get(st, vt, (tab[i + 1u] >> 16) & 7u, a));
                break;
            case VM_CALL:
                GPGA_AT(sp) = pc + VM_WORDS;
                GPGA_AT(sp + 1u) = vt;
                sp = sp + 4u;
                vt = vt + tab[i + 8u] * 4u;
                pc = tab[i + 9u];
                break;
            case VM_RETURN:
                sp = sp - 4u;
                pc = GPGA_AT(sp);
                vt = GPGA_AT(sp + 1u);
                break;
            case VM_SETTLE: {
                uint n = GPGA_AT(SCHED_NOW_HEAD);
                if (n == 0) {
                    pc = pc + VM_WORDS;
                    break;
                }
                GPGA_AT(SCHED_NOW_HEAD) = GPGA_AT(n + B_QNEXT);
                uint q = GPGA_AT(n + B_STATE) & ~1u;
                GPGA_AT(n + B_STATE) = q;
                if (q == 0) {
                    GPGA_AT(sp) = pc;
                    GPGA_AT(sp + 1u) = vt;
                    GPGA_AT(sp + 2u) = th;
                    GPGA_AT(sp + 3u) = fr;
                    sp = sp + 4u;
                    th = n;
                    fr = GPGA_AT(n + B_KIND) == BLOCK_THREAD ? GPGA_AT(n + TH_FRAME) : 0u;
                    vt = vt + tab[i + 8u] * 4u;
                    pc = tab[TAB_VM_SEG + GPGA_AT(n + B_SEG)];
                }
                break;
            }
            case VM_GOTO:
                return a;
            case VM_GOTOIF:
                return gpga_vm_true(st, vt, fr, tab[i + 6u], tab[i + 2u], (tab[i + 1u] >> 20) & 7u, (tab[i + 1u] & FLAG_FRAME_B) != 0) ? a : tab[i + 7u];
            }
        } else {
            uint r = gpga_vm_stop(st, tab, i, vt, th);
            if (sp == bottom) return r;
            /* an immediate node has ended */
            sp = sp - 4u;
            pc = GPGA_AT(sp);
            vt = GPGA_AT(sp + 1u);
            th = GPGA_AT(sp + 2u);
            fr = GPGA_AT(sp + 3u);
        }
    }
    gpga_fail(st, ERR_LOOP);
    return GPGA_STOPPED;
}

/* outside a segment immediate nodes run as segments */
static inline void gpga_dispatch_now(device uint *st, device const uint *tab, uint b) { gpga_dispatch(st, tab, GPGA_AT(b + B_SEG), b); }
