/* an integer of 64 - h bits as a real; x and z bits count as 0 */
static inline gpga_l64 gpga_to_real(gpga_l64 a, uint h) { return gpga_l64{gpga_f64_from_u64(a.v & ~a.x), 0ul}; }

static inline gpga_l64 gpga_to_reals(gpga_l64 a, uint h) { return gpga_l64{gpga_f64_from_i64(long((a.v & ~a.x) << h) >> h), 0ul}; }

/* round = 1: half away from zero; 0: toward zero. Modulo 2^64, as an assignment truncates. */
static __attribute__((noinline)) gpga_l64 gpga_from_real(gpga_l64 a, uint round) {
    ulong bits = a.v;
    uint e = uint(bits >> 52) & 2047u;
    ulong f = (bits & 0xffffffffffffful) | 0x10000000000000ul;
    bool neg = (bits >> 63) != 0;
    if (e == 2047u) return gpga_l64{~0ul, ~0ul};
    ulong r = 0;
    if (e >= 1075u) {
        r = e - 1075u < 64u ? f << (e - 1075u) : 0ul;
    } else if (e >= 1022u) {
        uint s = 1075u - e;
        r = s < 64u ? f >> s : 0ul;
        if (round != 0 && ((f >> (s - 1u)) & 1ul) != 0) r += 1ul;
    }
    return gpga_l64{neg ? 0ul - r : r, 0ul};
}

static __attribute__((noinline)) void gpga_w_from_real(device uint *st, uint d, uint w, gpga_l64 a, uint round) {
    uint e = uint(a.v >> 52) & 2047u;
    if (e == 2047u) {
        gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
        return;
    }
    bool neg = (a.v >> 63) != 0;
    if (e < 1075u) {
        gpga_w_from(st, d, w, gpga_from_real(a, round), 64u, 1u);
        return;
    }
    gpga_w_fill(st, d, w, 0u, 0u);
    gpga_putbits(st, d, w, int(e - 1075u), 53u, gpga_l64{(a.v & 0xffffffffffffful) | 0x10000000000000ul, 0ul});
    if (neg) {
        ulong c = 1;
        uint n = gpga_w_words(w);
        for (uint k = 0; k < n; ++k) {
            c += ulong(~GPGA_AT(d + k));
            GPGA_AT(d + k) = uint(c);
            c = c >> 32;
        }
        GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
    }
}

static __attribute__((noinline)) gpga_l64 gpga_w_to_real(device uint *st, uint a, uint w, uint sign) {
    uint n = gpga_w_words(w);
    uint neg = sign & gpga_w_sign(st, a, w) & ~(GPGA_AT(a + 2u * n - 1u) >> ((w - 1u) & 31u));
    ulong r = 0, c = 1;
    ulong scale = 0x41f0000000000000ul;
    ulong place = 0x3ff0000000000000ul;
    for (uint k = 0; k < n; ++k) {
        uint v = GPGA_AT(a + k) & ~GPGA_AT(a + n + k);
        if (neg != 0) {
            uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
            c += ulong(~v & m);
            v = uint(c) & m;
            c = c >> 32;
        }
        r = gpga_f64_add(r, gpga_f64_mul(gpga_f64_from_u64(ulong(v)), place));
        place = gpga_f64_mul(place, scale);
    }
    return gpga_l64{neg != 0 ? gpga_f64_neg(r) : r, 0ul};
}

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

static __attribute__((noinline)) gpga_l64 gpga_random_global(device uint *st, uint urandom) {
    uint at = urandom != 0 ? SCHED_USEED : SCHED_SEED;
    gpga_l64 r = gpga_random(gpga_l32{GPGA_AT(at), 0u}, urandom);
    GPGA_AT(at) = uint(r.v >> 32);
    return gpga_l64{r.v & 0xfffffffful, 0ul};
}

/* the vm's operations on reals, and between them and integers of any width */
static __attribute__((noinline)) void gpga_vm_real(device uint *st, uint op, uint flags, uint d, uint a, uint b, uint c, uint w, uint wa) {
    gpga_l64 r = gpga_l64{0ul, 0ul};
    if (op == OP_INTTOREAL) r = gpga_w_to_real(st, a, wa, (flags & FLAG_SIGNED) != 0 ? 1u : 0u);
    else if (op == OP_RANDOM) {
        /* without a seed the simulation's own goes on */
        bool own = a == NO_SEG;
        if (own) a = c != 0 ? SCHED_USEED : SCHED_SEED;
        gpga_l32 seed = gpga_load32(st, a);
        if (own) seed.x = 0;
        r = gpga_random(seed, c);
        if (own) {
            GPGA_AT(a) = uint(r.v >> 32);
            r.v &= 0xfffffffful;
        }
    }
    else {
        ulong x = op == OP_FNEG ? 0ul : gpga_load64(st, a).v;
        if (op >= OP_REALTOINT) {
            gpga_vm_round(st, d, w, x, op == OP_REALTOINT ? 1u : 0u);
            return;
        }
        ulong y = gpga_load64(st, b).v;
        switch (op) {
        case OP_FNEG:
        case OP_FSUB: y = gpga_f64_neg(y);
        case OP_FADD: r.v = gpga_f64_add(x, y); break;
        case OP_FMUL: r.v = gpga_f64_mul(x, y); break;
        case OP_FDIV: r.v = gpga_f64_div(x, y); break;
        default:
            bool hit = op != OP_FLT && gpga_f64_eq(x, y);
            if (op != OP_FEQ && gpga_f64_lt(x, y)) hit = true;
            gpga_store32(st, d, gpga_l32{hit ? 1u : 0u, 0u});
            return;
        }
    }
    gpga_store64(st, d, r);
}

/* a real as an integer of w bits, modulo 2^w; round = 1: half away from zero; 0: toward zero */
static __attribute__((noinline)) void gpga_vm_round(device uint *st, uint d, uint w, ulong a, uint round) {
    uint e = uint(a >> 52) & 2047u, s = SCHED_WIDE_SCRATCH;
    ulong r = (a & 0xffffffffffffful) | 0x10000000000000ul;
    if (e == 2047u) {
        gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
        return;
    }
    int at = int(e) - 1075;
    if (at < 0) {
        uint n = uint(0 - at);
        ulong f = n < 64u ? r >> (n - 1u) : 0ul;
        r = (f >> 1) + (ulong(round) & f);
        at = 0;
    }
    gpga_w_fill(st, d, w, 0u, 0u);
    gpga_store64(st, s, gpga_l64{r, 0ul});
    gpga_insert(st, d, w, at, s, 64u);
    if ((a >> 63) != 0) gpga_negate(st, d, w);
}
