static inline gpga_l32 gpga_bit(gpga_l32 a) { return gpga_l32{a.v | a.x, a.x}; }

static inline gpga_l32 gpga_rep32(gpga_l32 a, uint k) { return gpga_l32{a.v * k, a.x * k}; }

static inline gpga_l64 gpga_rep64(gpga_l64 a, ulong k) { return gpga_l64{a.v * k, a.x * k}; }

/* which bits of a differ from b, and what they become: bit 0 to 1, bit 1 to 0, bit 2 to z, bit 3 to x */
static inline gpga_l32 gpga_edges(gpga_l64 a, gpga_l64 b) {
    ulong d = (a.v ^ b.v) | (a.x ^ b.x);
    uint r = ((d & a.v & ~a.x) != 0 ? 1u : 0u) | ((d & ~a.v & ~a.x) != 0 ? 2u : 0u) | ((d & ~a.v & a.x) != 0 ? 4u : 0u) | ((d & a.v & a.x) != 0 ? 8u : 0u);
    return gpga_l32{r, 0u};
}

static __attribute__((noinline)) gpga_l32 gpga_w_edges(device uint *st, uint a, uint b, uint n) {
    uint r = 0;
    for (uint k = 0; k < n; ++k) {
        gpga_l32 t = gpga_edges(gpga_l64{ulong(GPGA_AT(a + k)), ulong(GPGA_AT(a + n + k))}, gpga_l64{ulong(GPGA_AT(b + k)), ulong(GPGA_AT(b + n + k))});
        r |= t.v;
    }
    return gpga_l32{r, 0u};
}

/* a wide value as an index, and as a shift count */
static __attribute__((noinline)) gpga_l32 gpga_w_index(device uint *st, uint a, uint w, uint sign) {
    uint n = gpga_w_words(w);
    if (gpga_w_unknown(st, a, n)) return gpga_l32{0u, 1u};
    uint low = GPGA_AT(a);
    uint neg = sign & gpga_w_sign(st, a, w);
    uint want = neg != 0 ? 0xffffffffu : 0u;
    uint diff = (low >> 31) ^ neg;
    for (uint k = 1; k < n; ++k) {
        uint m = k + 1u == n ? gpga_w_top(w) : 0xffffffffu;
        diff |= (GPGA_AT(a + k) ^ want) & m;
    }
    return gpga_l32{low, diff != 0 ? 1u : 0u};
}

static __attribute__((noinline)) gpga_l32 gpga_w_count(device uint *st, uint a, uint n) {
    if (gpga_w_unknown(st, a, n)) return gpga_l32{0u, 1u};
    uint high = 0;
    for (uint k = 1; k < n; ++k) high |= GPGA_AT(a + k);
    return gpga_l32{high != 0 ? 0xffffffffu : GPGA_AT(a), 0u};
}

/* bits [off +: w] of a value of wa <= 64 bits */
static __attribute__((noinline)) void gpga_w_part_of(device uint *st, uint d, uint w, gpga_l64 t, uint wa, gpga_l32 off) {
    gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
    if (off.x == 0) gpga_putbits(st, d, w, -int(off.v), wa, t);
}

/* count copies of t, which is wa bits wide */
static __attribute__((noinline)) void gpga_w_repeat(device uint *st, uint d, uint w, gpga_l64 t, uint wa, uint count) {
    for (uint k = 0; k < count; ++k) gpga_putbits(st, d, w, int(k * wa), wa, t);
}

/* power of w bits; the exponent has no sign */
static __attribute__((noinline)) gpga_l64 gpga_pow(gpga_l64 a, gpga_l64 b, uint w) {
    ulong m = w >= 64u ? ~0ul : (1ul << w) - 1ul;
    if ((a.x | b.x) != 0) return gpga_l64{m, m};
    ulong r = 1, p = a.v, k = b.v;
    for (uint guard = 0; k != 0 && guard < 64u; ++guard) {
        if ((k & 1ul) != 0) r *= p;
        p *= p;
        k = k >> 1;
    }
    return gpga_l64{r & m, 0ul};
}

/* s is scratch of 4n words */
static __attribute__((noinline)) void gpga_w_pow(device uint *st, uint d, uint a, gpga_l64 b, uint w, uint s) {
    uint n = gpga_w_words(w);
    if (b.x != 0 || gpga_w_unknown(st, a, n)) {
        gpga_w_fill(st, d, w, 0xffffffffu, 0xffffffffu);
        return;
    }
    gpga_w_fill(st, d, w, 0u, 0u);
    GPGA_AT(d) = 1;
    gpga_w_copy(st, s, a, 2u * n);
    ulong k = b.v;
    for (uint guard = 0; k != 0 && guard < 64u; ++guard) {
        if ((k & 1ul) != 0) {
            gpga_w_mul(st, s + 2u * n, d, s, w);
            gpga_w_copy(st, d, s + 2u * n, 2u * n);
        }
        gpga_w_mul(st, s + 2u * n, s, s, w);
        gpga_w_copy(st, s, s + 2u * n, 2u * n);
        k = k >> 1;
    }
}

/* an input of a UDP as the two bits at k: 0, 1, or 3 for x and z */
static inline ulong gpga_pin(gpga_l32 a, uint k) { return ulong((a.x & 1u) != 0 ? 3u : a.v & 1u) << k; }

/* A user-defined primitive: the first row that matches decides, x when none does. At s: output, then one word per input's last
   value. Inputs that have changed are taken one after the other in port order, each with its own edge. */
static __attribute__((noinline)) gpga_l32 gpga_udp(device uint *st, device const uint *tab, uint u, uint s, ulong pins) {
    uint d = TAB_UDP + u * 4u;
    uint ins = tab[d], seq = tab[d + 1u], rows = tab[d + 3u];
    uint out = GPGA_AT(s);
    for (uint in = 0; in < ins; ++in) {
        uint now = uint(pins >> (2u * in)) & 3u, old = GPGA_AT(s + 1u + in);
        if (now != old) {
            GPGA_AT(s + 1u + in) = now;
            uint move = (old == 3u ? 2u : old) * 3u + (now == 3u ? 2u : now);
            uint level = out == 3u ? 4u : 1u << out;
            uint next = 3u;
            bool done = false;
            for (uint r = 0; r < rows && !done; ++r) {
                uint row = TAB_UDP_ROW + tab[d + 2u] + r * (ins + 4u);
                uint edge = tab[row + ins];
                bool ok = edge == NO_SEG || (edge == in && ((tab[row + ins + 1u] >> move) & 1u) != 0);
                if (seq != 0 && (tab[row + ins + 2u] & level) == 0) ok = false;
                for (uint k = 0; ok && k < ins; ++k) {
                    uint p = GPGA_AT(s + 1u + k);
                    if (k != edge && (tab[row + k] & (p == 3u ? 4u : 1u << p)) == 0) ok = false;
                }
                if (ok) {
                    next = tab[row + ins + 3u];
                    done = true;
                }
            }
            if (next != 4u) out = next;
        }
    }
    GPGA_AT(s) = out;
    return gpga_l32{out == 3u ? 1u : out, out == 3u ? 1u : 0u};
}

/* ---- resolved nets: the drivers' values combined, z where none drives (IEEE 1364-2005 4.6, 7.9) ---- */
static __attribute__((noinline)) void gpga_resolve(device uint *st, device const uint *tab, uint net) {
    uint d = TAB_NET + net * 7u;
    uint sig = tab[d], kind = tab[d + 1u];
    uint w = tab[TAB_WIDTH + sig], s = tab[TAB_SLOT + sig];
    uint n = (w + 31u) >> 5;
    bool changed = false;
    for (uint k = 0; k < n; ++k) {
        uint m = (k + 1u == n && (w & 31u) != 0) ? (1u << (w & 31u)) - 1u : 0xffffffffu;
        uint v = 0, x = 0xffffffffu;
        for (uint i = 0; i < tab[d + 3u]; ++i) {
            uint a = tab[TAB_DRIVER + (tab[d + 2u] + i) * 3u];
            uint dv = GPGA_AT(a + k), dx = GPGA_AT(a + n + k);
            uint z = x & ~v, dz = dx & ~dv;
            uint both = ~z & ~dz;
            uint nv = (z & dv) | (~z & v), nx = (z & dx) | (~z & x);
            uint differ = both & ((v ^ dv) | (x ^ dx));
            if (kind == NET_AND) {
                uint zero = both & ((~v & ~x) | (~dv & ~dx));
                nv = (nv | differ) & ~zero;
                nx = (nx | differ) & ~zero;
            } else if (kind == NET_OR) {
                uint one = both & ((v & ~x) | (dv & ~dx));
                nv = nv | differ | one;
                nx = (nx | differ) & ~one;
            } else {
                nv |= differ;
                nx |= differ;
            }
            v = nv;
            x = nx;
        }
        uint z = x & ~v;
        if (kind == NET_TRI0 || kind == NET_TRI1) x &= ~z;
        if (kind == NET_TRI1) v |= z;
        if (kind == NET_SUPPLY0 || kind == NET_SUPPLY1) {
            x = 0;
            v = kind == NET_SUPPLY1 ? 0xffffffffu : 0u;
        }
        if (kind == NET_TRIREG) {
            v = (v & ~z) | (GPGA_AT(s + k) & z);
            x = (x & ~z) | (GPGA_AT(s + n + k) & z);
        }
        if (gpga_put_word(st, tab, sig, k, m, v & m, x & m)) changed = true;
    }
    if (changed) gpga_publish(st, tab, sig);
}
