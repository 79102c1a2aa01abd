/* Values over 64 bits live in the arena: a, b, d are addresses of val words with xz words behind; n is words a plane, w is bits. */
static inline uint gpga_w_words(uint w) { return (w + 31u) >> 5; }

static inline uint gpga_w_top(uint w) { return (w & 31u) == 0 ? 0xffffffffu : (1u << (w & 31u)) - 1u; }

static __attribute__((noinline)) void gpga_w_copy(device uint *st, uint d, uint a, uint words) {
    for (uint k = 0; k < words; ++k) GPGA_AT(d + k) = GPGA_AT(a + k);
}

static __attribute__((noinline)) void gpga_w_const(device uint *st, device const uint *tab, uint d, uint c, uint words) {
    for (uint k = 0; k < words; ++k) GPGA_AT(d + k) = tab[TAB_CONST + c + k];
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

static __attribute__((noinline)) bool gpga_w_unknown(device uint *st, uint a, uint n) {
    uint x = 0;
    for (uint k = 0; k < n; ++k) x |= GPGA_AT(a + n + k);
    return x != 0;
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

static __attribute__((noinline)) void gpga_w_storeel(device uint *st, uint s, uint n, gpga_l32 i, uint a, uint words) {
    if (i.x == 0 && i.v < n) gpga_w_copy(st, s + i.v * words, a, words);
}

static __attribute__((noinline)) void gpga_w_loadel(device uint *st, uint d, uint s, gpga_l32 i, uint n, uint w) {
    uint words = gpga_w_words(w) * 2u;
    if (i.x == 0 && i.v < n) gpga_w_copy(st, d, s + i.v * words, words);
    else gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
}

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

/* bits [off +: w] of a to d */
static __attribute__((noinline)) void gpga_w_slice(device uint *st, uint d, uint w, uint a, uint wa, gpga_l32 off) {
    uint n = gpga_w_words(w);
    for (uint k = 0; k < n; ++k) {
        uint c = min(32u, w - k * 32u);
        gpga_l64 t = gpga_w_get(st, a, wa, gpga_l32{off.v + k * 32u, off.x}, c);
        GPGA_AT(d + k) = uint(t.v);
        GPGA_AT(d + n + k) = uint(t.x);
    }
}

/* the wa bits of a to bits [off +: wa] of d, which is wd wide; tells whether a bit changed */
static __attribute__((noinline)) bool gpga_w_insert(device uint *st, uint d, uint wd, int off, uint a, uint wa) {
    uint n = gpga_w_words(wa);
    bool changed = false;
    for (uint k = 0; k < n; ++k) {
        gpga_l64 t = gpga_l64{ulong(GPGA_AT(a + k)), ulong(GPGA_AT(a + n + k))};
        if (gpga_putbits(st, d, wd, off + int(k * 32u), min(32u, wa - k * 32u), t)) changed = true;
    }
    return changed;
}

static __attribute__((noinline)) void gpga_w_setbits(device uint *st, device const uint *tab, uint s, uint sig, uint wd, gpga_l32 off, uint a, uint wa) {
    if (off.x == 0 && gpga_w_insert(st, s, wd, int(off.v), a, wa)) gpga_publish(st, tab, sig);
}

static __attribute__((noinline)) void gpga_w_storebits(device uint *st, uint s, uint wd, gpga_l32 off, uint a, uint wa) {
    if (off.x == 0) gpga_w_insert(st, s, wd, int(off.v), a, wa);
}

static __attribute__((noinline)) void gpga_w_setelbits(device uint *st, device const uint *tab, uint s, uint n, uint sig, uint wd, gpga_l32 i, gpga_l32 off, uint a, uint wa) {
    if (i.x == 0 && i.v < n && off.x == 0) {
        if (gpga_w_insert(st, s + i.v * (gpga_w_words(wd) * 2u), wd, int(off.v), a, wa)) gpga_publish(st, tab, sig);
    }
}

/* a (wa bits) to d (w bits), extended by zeros or by its top bit */
static __attribute__((noinline)) void gpga_w_resize(device uint *st, uint d, uint w, uint a, uint wa, uint sign) {
    uint n = gpga_w_words(w), na = gpga_w_words(wa);
    uint sv = sign & ((GPGA_AT(a + na - 1u) >> ((wa - 1u) & 31u)) & 1u), sx = sign & ((GPGA_AT(a + 2u * na - 1u) >> ((wa - 1u) & 31u)) & 1u);
    uint ta = gpga_w_top(wa);
    for (uint k = 0; k < n; ++k) {
        uint v = k < na ? GPGA_AT(a + k) : 0u, x = k < na ? GPGA_AT(a + na + k) : 0u;
        uint ext = k + 1u < na ? 0u : k + 1u == na ? ~ta : 0xffffffffu;
        v |= (0u - sv) & ext;
        x |= (0u - sx) & ext;
        uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
        GPGA_AT(d + k) = v & m;
        GPGA_AT(d + n + k) = x & m;
    }
}

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

/* op: 0 and, 1 or, 2 xor, 3 xnor, 4 not */
static __attribute__((noinline)) void gpga_w_bits(device uint *st, uint d, uint a, uint b, uint w, uint op) {
    uint n = gpga_w_words(w);
    for (uint k = 0; k < n; ++k) {
        uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
        gpga_l32 p = gpga_l32{GPGA_AT(a + k), GPGA_AT(a + n + k)}, q = gpga_l32{GPGA_AT(b + k), GPGA_AT(b + n + k)};
        gpga_l32 r = gpga_not32(p, m);
        if (op == 0u) r = gpga_and32(p, q);
        if (op == 1u) r = gpga_or32(p, q);
        if (op == 2u) r = gpga_xor32(p, q);
        if (op == 3u) r = gpga_xnor32(p, q, m);
        GPGA_AT(d + k) = r.v;
        GPGA_AT(d + n + k) = r.x;
    }
}

/* an unknown bit in a or b makes all of d unknown: tells whether that is so */
static __attribute__((noinline)) bool gpga_w_lost(device uint *st, uint d, uint a, uint b, uint w) {
    uint n = gpga_w_words(w);
    bool lost = gpga_w_unknown(st, a, n) || gpga_w_unknown(st, b, n);
    if (lost) gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
    return lost;
}

/* a plus b (flip = 0) or minus b (flip = ~0) */
static __attribute__((noinline)) void gpga_w_sum(device uint *st, uint d, uint a, uint b, uint w, uint flip) {
    if (gpga_w_lost(st, d, a, b, w)) return;
    uint n = gpga_w_words(w);
    ulong c = ulong(flip & 1u);
    for (uint k = 0; k < n; ++k) {
        c += ulong(GPGA_AT(a + k)) + ulong(GPGA_AT(b + k) ^ flip);
        GPGA_AT(d + k) = uint(c);
        GPGA_AT(d + n + k) = 0;
        c = c >> 32;
    }
    GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
}

static inline void gpga_w_add(device uint *st, uint d, uint a, uint b, uint w) { gpga_w_sum(st, d, a, b, w, 0u); }

static inline void gpga_w_sub(device uint *st, uint d, uint a, uint b, uint w) { gpga_w_sum(st, d, a, b, w, 0xffffffffu); }

/* d is neither a nor b */
static __attribute__((noinline)) void gpga_w_mul(device uint *st, uint d, uint a, uint b, uint w) {
    if (gpga_w_lost(st, d, a, b, w)) return;
    uint n = gpga_w_words(w);
    for (uint k = 0; k < 2u * n; ++k) GPGA_AT(d + k) = 0;
    for (uint i = 0; i < n; ++i) {
        ulong p = ulong(GPGA_AT(a + i)), c = 0;
        for (uint j = 0; i + j < n; ++j) {
            c += p * ulong(GPGA_AT(b + j)) + ulong(GPGA_AT(d + i + j));
            GPGA_AT(d + i + j) = uint(c);
            c = c >> 32;
        }
    }
    GPGA_AT(d + n - 1u) = GPGA_AT(d + n - 1u) & gpga_w_top(w);
}

static inline uint gpga_w_sign(device uint *st, uint a, uint w) { return (GPGA_AT(a + gpga_w_words(w) - 1u) >> ((w - 1u) & 31u)) & 1u; }

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

static __attribute__((noinline)) void gpga_w_neg(device uint *st, uint d, uint a, uint w) {
    uint n = gpga_w_words(w);
    if (gpga_w_lost(st, d, a, a, w)) return;
    gpga_w_negv(st, d, a, w);
    for (uint k = 0; k < n; ++k) GPGA_AT(d + n + k) = 0;
}

/* quotient (rem = 0) or remainder (rem = 1) by shift and subtract, bit by bit; s is scratch of 4n words, d is neither a nor b */
static __attribute__((noinline)) void gpga_w_divmod(device uint *st, uint d, uint a, uint b, uint w, uint s, uint sign, uint rem) {
    uint n = gpga_w_words(w);
    uint any = 0;
    for (uint k = 0; k < n; ++k) any |= GPGA_AT(b + k);
    if (any == 0) gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
    if (any == 0 || gpga_w_lost(st, d, a, b, w)) return;
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

/* shifts by a saturated count; op: 0 left, 1 right, 2 arithmetic right */
static __attribute__((noinline)) void gpga_w_shift(device uint *st, uint d, uint a, gpga_l32 c, uint w, uint op) {
    uint n = gpga_w_words(w);
    if (c.x != 0) {
        gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
        return;
    }
    uint by = min(c.v, w);
    uint sv = 0, sx = 0;
    if (op == 2u) {
        sv = 0u - gpga_w_sign(st, a, w);
        sx = 0u - gpga_w_sign(st, a + n, w);
    }
    for (uint k = 0; k < n; ++k) {
        uint width = min(32u, w - k * 32u);
        uint m = width == 32u ? 0xffffffffu : (1u << width) - 1u;
        uint v = 0, x = 0;
        if (op == 0u) {
            for (uint low = 0; low < 2u; ++low) {
                int from = int(k) - int(by >> 5) - int(low);
                if (from >= 0 && from < int(n)) {
                    uint sh = by & 31u;
                    if (low == 0) {
                        v |= GPGA_AT(a + uint(from)) << sh;
                        x |= GPGA_AT(a + n + uint(from)) << sh;
                    } else if (sh != 0) {
                        v |= GPGA_AT(a + uint(from)) >> (32u - sh);
                        x |= GPGA_AT(a + n + uint(from)) >> (32u - sh);
                    }
                }
            }
        } else {
            gpga_l64 t = gpga_l64{0ul, 0ul};
            if (by + k * 32u < w) t = gpga_w_get(st, a, w, gpga_l32{by + k * 32u, 0u}, 32u);
            uint left = by + k * 32u < w ? w - by - k * 32u : 0u;
            uint keep = left >= 32u ? 0xffffffffu : (1u << left) - 1u;
            v = (uint(t.v) & keep) | (sv & ~keep);
            x = (uint(t.x) & keep) | (sx & ~keep);
        }
        GPGA_AT(d + k) = v & m;
        GPGA_AT(d + n + k) = x & m;
    }
}

static __attribute__((noinline)) void gpga_w_mux(device uint *st, uint d, gpga_l32 c, uint a, uint b, uint w) {
    uint n = gpga_w_words(w);
    for (uint k = 0; k < n; ++k) {
        gpga_l32 p = gpga_l32{GPGA_AT(a + k), GPGA_AT(a + n + k)}, q = gpga_l32{GPGA_AT(b + k), GPGA_AT(b + n + k)};
        gpga_l32 r = gpga_mux32(c, p, q);
        GPGA_AT(d + k) = r.v;
        GPGA_AT(d + n + k) = r.x;
    }
}

static __attribute__((noinline)) bool gpga_w_true(device uint *st, uint a, uint n) {
    uint one = 0;
    for (uint k = 0; k < n; ++k) one |= GPGA_AT(a + k) & ~GPGA_AT(a + n + k);
    return one != 0;
}

static __attribute__((noinline)) gpga_l32 gpga_w_bool(device uint *st, uint a, uint n) {
    if (gpga_w_true(st, a, n)) return gpga_l32{1u, 0u};
    uint x = gpga_w_unknown(st, a, n) ? 1u : 0u;
    return gpga_l32{x, x};
}

static __attribute__((noinline)) gpga_l32 gpga_w_redand(device uint *st, uint a, uint w) {
    uint n = gpga_w_words(w);
    uint zero = 0, x = 0;
    for (uint k = 0; k < n; ++k) {
        uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
        zero |= ~GPGA_AT(a + k) & ~GPGA_AT(a + n + k) & m;
        x |= GPGA_AT(a + n + k);
    }
    if (zero != 0) return gpga_l32{0u, 0u};
    return gpga_l32{1u, x != 0 ? 1u : 0u};
}

static __attribute__((noinline)) gpga_l32 gpga_w_redxor(device uint *st, uint a, uint n) {
    uint v = 0, x = 0;
    for (uint k = 0; k < n; ++k) {
        v ^= GPGA_AT(a + k);
        x |= GPGA_AT(a + n + k);
    }
    uint u = x != 0 ? 1u : 0u;
    return gpga_l32{(uint(popcount(v)) & 1u) | u, u};
}

static __attribute__((noinline)) gpga_l32 gpga_w_eq(device uint *st, uint a, uint b, uint n) {
    uint x = 0;
    for (uint k = 0; k < n; ++k) {
        uint u = GPGA_AT(a + n + k) | GPGA_AT(b + n + k);
        if (((GPGA_AT(a + k) ^ GPGA_AT(b + k)) & ~u) != 0) return gpga_l32{0u, 0u};
        x |= u;
    }
    return gpga_l32{1u, x != 0 ? 1u : 0u};
}

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

static inline gpga_l32 gpga_flip(gpga_l32 a) { return gpga_l32{(a.v ^ 1u) | a.x, a.x}; }
