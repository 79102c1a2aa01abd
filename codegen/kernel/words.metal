/* ---- values of any width in the arena: the vm's operations, in loops over words. a, b, d are addresses of the words of val, with those
   of xz behind; w is bits. Bits above the width are 0 in storage; no operation but those that say so may have its result where an
   operand is. ---- */
/* word j of the w bits at a; around them, fill (planes are 0 or ~0) */
static inline gpga_l32 gpga_word(device uint *st, uint a, uint w, int j, gpga_l32 fill) {
    uint n = gpga_w_words(w);
    if (uint(j) >= n) return fill;
    uint m = uint(j) + 1u == n ? gpga_w_top(w) : 0xffffffffu;
    uint s = a + uint(j);
    return gpga_l32{(GPGA_AT(s) & m) | (fill.v & ~m), (GPGA_AT(s + n) & m) | (fill.x & ~m)};
}

/* 32 bits of hi and lo from bit n of lo on */
static inline uint gpga_funnel(uint hi, uint lo, uint n) { return uint(((ulong(hi) << 32) | ulong(lo)) >> n); }

/* bits [p +: w] of the wa bits at a to d */
static __attribute__((noinline)) void gpga_take(device uint *st, uint d, uint w, uint a, uint wa, int p, gpga_l32 fill) {
    uint n = gpga_w_words(w), sh = uint(p) & 31u;
    gpga_l32 lo = fill;
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint k = 0; k <= n; ++k) {
        gpga_l32 hi = gpga_word(st, a, wa, (p >> 5) + int(k), fill);
        if (k != 0) {
            uint m = k == n ? gpga_w_top(w) : 0xffffffffu;
            GPGA_AT(d + k - 1u) = gpga_funnel(hi.v, lo.v, sh) & m;
            GPGA_AT(d + n + k - 1u) = gpga_funnel(hi.x, lo.x, sh) & m;
        }
        lo = hi;
    }
}

/* the wa bits at a to bits [off +: wa] of the w bits at d, as far as there are such; tells whether a bit changed */
static __attribute__((noinline)) bool gpga_insert(device uint *st, uint d, uint w, int off, uint a, uint wa) {
    uint n = gpga_w_words(w), sh = uint(0 - off) & 31u, diff = 0;
    int end = min(off + int(wa), int(w)), first = max(off, 0) >> 5, last = (end + 31) >> 5;
    gpga_l32 none = gpga_l32{0u, 0u}, lo = none;
    #pragma clang loop unroll(disable) vectorize(disable)
    for (int j = first - 1; j < last; ++j) {
        gpga_l32 hi = gpga_word(st, a, wa, j + 1 + ((0 - off) >> 5), none);
        if (j >= first) {
            uint m = (0xffffffffu << uint(max(off - j * 32, 0))) & (0xffffffffu >> uint(max(32 + j * 32 - end, 0)));
            uint s = d + uint(j);
            uint v = GPGA_AT(s), x = GPGA_AT(s + n);
            uint nv = (v & ~m) | (gpga_funnel(hi.v, lo.v, sh) & m), nx = (x & ~m) | (gpga_funnel(hi.x, lo.x, sh) & m);
            diff |= (v ^ nv) | (x ^ nx);
            GPGA_AT(s) = nv;
            GPGA_AT(s + n) = nx;
        }
        lo = hi;
    }
    return diff != 0;
}

/* word by word, d may be a or b; c is the condition of a choice or the control of a gate, which conducts when that is on */
static __attribute__((noinline)) void gpga_map(device uint *st, uint op, uint flags, uint d, uint a, uint b, uint w, gpga_l32 c, uint on) {
    uint n = gpga_w_words(w);
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint k = 0; k < n; ++k) {
        uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
        gpga_l32 p = gpga_l32{GPGA_AT(a + k), GPGA_AT(a + n + k)}, q = gpga_l32{GPGA_AT(b + k), GPGA_AT(b + n + k)}, r = p;
        if (op == OP_AND) r = gpga_and32(p, q);
        if (op == OP_OR) r = gpga_or32(p, q);
        if (op == OP_XOR) r = gpga_xor32(p, q);
        if (op == OP_MUX) r = gpga_mux32(c, p, q);
        if (op == OP_BUFIF) r.v |= p.x;
        if ((flags & VM_FLIP) != 0) r = gpga_not32(r, m);
        if (op >= OP_BUFIF) {
            /* a switch lets z through, and does so when its control is unknown, too */
            if (c.x != 0) r = gpga_l32{op == OP_MOS ? m & (r.v | ~r.x) : m, m};
            else if (c.v != on) r = gpga_l32{0u, m};
        }
        GPGA_AT(d + k) = r.v;
        GPGA_AT(d + n + k) = r.x;
    }
}

/* reductions and relations of w bits: one bit, or, from b to a, which edges */
static __attribute__((noinline)) gpga_l32 gpga_test(device uint *st, uint op, uint a, uint b, uint w, uint sign) {
    uint n = gpga_w_words(w);
    /* bits that are 0, that are 1, unknown, of odd number, that differ for sure, that do not match, and each of the edges */
    uint zero = 0, one = 0, unknown = 0, odd = 0, differ = 0, miss = 0, rise = 0, fall = 0, toz = 0, tox = 0;
    uint r = op == OP_LE ? 1u : 0u;
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint k = 0; k < n; ++k) {
        uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu, top = k + 1u == n ? sign << ((w - 1u) & 31u) : 0u;
        uint av = GPGA_AT(a + k), ax = GPGA_AT(a + n + k), bv = GPGA_AT(b + k), bx = GPGA_AT(b + n + k);
        uint x = ax | bx, t = (av ^ bv) | (ax ^ bx);
        zero |= ~(av | ax) & m;
        one |= av & ~ax;
        unknown |= x;
        odd ^= av;
        differ |= (av ^ bv) & ~x;
        miss |= t & ~(op == OP_CASEZ ? (ax & ~av) | (bx & ~bv) : op == OP_CASEX ? x : 0u);
        if (av != bv) r = (av ^ top) < (bv ^ top) ? 1u : 0u;
        rise |= t & av & ~ax;
        fall |= t & ~(av | ax);
        toz |= t & ~av & ax;
        tox |= t & av & ax;
    }
    if (op == OP_EDGES) return gpga_l32{(rise != 0 ? 1u : 0u) | (fall != 0 ? 2u : 0u) | (toz != 0 ? 4u : 0u) | (tox != 0 ? 8u : 0u), 0u};
    if (op >= OP_CASEEQ) return gpga_l32{miss == 0 ? 1u : 0u, 0u};
    if (op == OP_BOOL && one != 0) return gpga_l32{1u, 0u};
    if ((op == OP_REDAND ? zero : op == OP_EQ ? differ : 0u) != 0) return gpga_l32{0u, 0u};
    if (unknown != 0) return gpga_l32{1u, 1u};
    if (op == OP_REDXOR) r = uint(popcount(odd)) & 1u;
    if (op == OP_REDAND || op == OP_EQ) r = 1u;
    return gpga_l32{r, 0u};
}

/* the val words of d become their negative */
static __attribute__((noinline)) void gpga_negate(device uint *st, uint d, uint w) {
    uint n = gpga_w_words(w);
    ulong c = 1;
    for (uint k = 0; k < n; ++k) {
        c += ulong(~GPGA_AT(d + k));
        GPGA_AT(d + k) = uint(c) & (k + 1u == n ? gpga_w_top(w) : 0xffffffffu);
        c = c >> 32;
    }
}

/* val words of a times those of b to those of d */
static __attribute__((noinline)) void gpga_times(device uint *st, uint d, uint a, uint b, uint w) {
    uint n = gpga_w_words(w);
    for (uint k = 0; k < n; ++k) GPGA_AT(d + k) = 0;
    for (uint i = 0; i < n; ++i) {
        ulong p = ulong(GPGA_AT(a + i)), c = 0;
        for (uint j = i; j < n; ++j) {
            c += p * ulong(GPGA_AT(b + j - i)) + ulong(GPGA_AT(d + j));
            GPGA_AT(d + j) = uint(c);
            c = c >> 32;
        }
    }
    GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
}

/* quotient (rem = 0) or remainder (rem = 1) of val words, bit by bit where they are more than one; s is scratch of 3n words. False
   when b is 0. */
static __attribute__((noinline)) bool gpga_divide(device uint *st, uint d, uint a, uint b, uint w, uint s, uint sign, uint rem) {
    uint n = gpga_w_words(w), any = 0;
    uint p = s, q = s + n, r = s + 2u * n;
    for (uint k = 0; k < n; ++k) {
        any |= GPGA_AT(b + k);
        GPGA_AT(p + k) = GPGA_AT(a + k);
        GPGA_AT(q + k) = GPGA_AT(b + k);
        GPGA_AT(r + k) = 0;
    }
    if (any == 0) return false;
    uint sa = sign & gpga_w_sign(st, a, w), sb = sign & gpga_w_sign(st, b, w);
    if (sa != 0) gpga_negate(st, p, w);
    if (sb != 0) gpga_negate(st, q, w);
    for (uint k = 0; k < n; ++k) GPGA_AT(d + k) = 0;
    if (n == 1u) {
        uint t = GPGA_AT(p) / GPGA_AT(q);
        GPGA_AT(d) = t;
        GPGA_AT(r) = GPGA_AT(p) - t * GPGA_AT(q);
    } else {
        for (uint bit = w; bit != 0; --bit) {
            uint at = (bit - 1u) >> 5, m = 1u << ((bit - 1u) & 31u);
            uint in = (GPGA_AT(p + at) & m) != 0 ? 1u : 0u, less = 0;
            for (uint k = 0; k < n; ++k) {
                uint t = GPGA_AT(r + k), x = (t << 1) | in, y = GPGA_AT(q + k);
                in = t >> 31;
                GPGA_AT(r + k) = x;
                if (x != y) less = x < y ? 1u : 0u;
            }
            if (less == 0 || in != 0) {
                ulong c = 1;
                for (uint k = 0; k < n; ++k) {
                    c += ulong(GPGA_AT(r + k)) + ulong(~GPGA_AT(q + k));
                    GPGA_AT(r + k) = uint(c);
                    c = c >> 32;
                }
                GPGA_AT(d + at) = GPGA_AT(d + at) | m;
            }
        }
    }
    if (rem != 0) gpga_w_copy(st, d, r, n);
    if ((rem != 0 ? sa : sa ^ sb) != 0) gpga_negate(st, d, w);
    return true;
}

/* power of val words; the exponent has wb bits and no sign; s is scratch of n words */
static __attribute__((noinline)) void gpga_power(device uint *st, uint d, uint a, uint b, uint w, uint wb, uint s) {
    uint n = gpga_w_words(w);
    for (uint k = 0; k < n; ++k) GPGA_AT(d + k) = k == 0 ? 1u : 0u;
    bool begun = false;
    for (uint i = wb; i != 0; --i) {
        bool one = ((GPGA_AT(b + ((i - 1u) >> 5)) >> ((i - 1u) & 31u)) & 1u) != 0;
        begun = begun || one;
        /* once for the square, once for the factor */
        for (uint turn = 0; turn < 2u && begun; ++turn) {
            if (turn == 0 || one) {
                gpga_times(st, s, d, turn == 0 ? d : a, w);
                gpga_w_copy(st, d, s, n);
            }
        }
    }
}

/* arithmetic: an unknown bit makes all bits unknown (IEEE 1364-2005 5.1.5). Sums may have d where a or b is. */
static __attribute__((noinline)) void gpga_vm_arith(device uint *st, uint op, uint flags, uint d, uint a, uint b, uint w, uint wb) {
    uint n = gpga_w_words(w), s = SCHED_WIDE_SCRATCH;
    uint sign = (flags & FLAG_SIGNED) != 0 ? 1u : 0u;
    bool known = !gpga_w_unknown(st, a, n) && !gpga_w_unknown(st, b, gpga_w_words(wb));
    if (known) {
        if (op == OP_MUL) gpga_times(st, d, a, b, w);
        else if (op == OP_POW) gpga_power(st, d, a, b, w, wb, s);
        else if (op >= OP_DIV) known = gpga_divide(st, d, a, b, w, s, sign, op - OP_DIV);
        else {
            /* a negative is a difference without a */
            uint keep = op == OP_NEG ? 0u : 0xffffffffu, flip = op == OP_ADD ? 0u : 0xffffffffu;
            ulong c = ulong(flip & 1u);
            for (uint k = 0; k < n; ++k) {
                c += ulong(GPGA_AT(a + k) & keep) + ulong(GPGA_AT(b + k) ^ flip);
                GPGA_AT(d + k) = uint(c) & (k + 1u == n ? gpga_w_top(w) : 0xffffffffu);
                c = c >> 32;
            }
        }
        for (uint k = 0; k < n; ++k) GPGA_AT(d + n + k) = 0;
    }
    if (!known) gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
}

/* a number of w bits: its low word, and in x 1 when bits are unknown, 2 when it needs more than 31 bits and its sign */
static __attribute__((noinline)) gpga_l32 gpga_number(device uint *st, uint a, uint w, uint sign) {
    uint n = gpga_w_words(w), low = GPGA_AT(a), up = 0u - (sign & gpga_w_sign(st, a, w));
    uint unknown = 0, more = (low ^ up) >> 31;
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint k = 0; k < n; ++k) {
        unknown |= GPGA_AT(a + n + k);
        if (k != 0) more |= (GPGA_AT(a + k) ^ up) & (k + 1u == n ? gpga_w_top(w) : 0xffffffffu);
    }
    return gpga_l32{low, unknown != 0 ? 1u : more != 0 ? 2u : 0u};
}

/* other widths, parts and shifts: what lies beside the operand's bits is x for parts, the sign with FLAG_SIGNED, else 0 */
static __attribute__((noinline)) void gpga_vm_shape(device uint *st, uint op, uint flags, uint d, uint a, uint b, uint c, uint w, uint wa) {
    gpga_l32 fill = gpga_l32{0u, 0u}, by = fill;
    uint from = wa;
    if (op == OP_PART) {
        fill = gpga_l32{0xffffffffu, 0xffffffffu};
        by = gpga_vm_off(st, flags, c);
    } else if (op != OP_RESIZE) {
        from = w;
        by = gpga_number(st, b, wa, 0u);
        by.v = by.x == 2u ? w : min(by.v, w);
        by.x &= 1u;
        if (op == OP_SHL) by.v = 0u - by.v;
    }
    if ((flags & FLAG_SIGNED) != 0) fill = gpga_l32{0u - gpga_w_sign(st, a, from), 0u - gpga_w_sign(st, a + gpga_w_words(from), from)};
    if (by.x != 0) gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
    else gpga_take(st, d, w, a, from, int(by.v), fill);
}
