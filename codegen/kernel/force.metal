/* ---- force layers (IEEE 1364-2005 9.3). At f: driven value, force mask, force value, assign mask, assign value. ---- */
static inline uint gpga_layer(device uint *st, device const uint *tab, uint sig) { return tab[TAB_FORCE + sig]; }

/* recomputes word k of a held signal from its layers; tells whether it changed */
static __attribute__((noinline)) bool gpga_relayer(device uint *st, device const uint *tab, uint sig, uint k) {
    uint f = gpga_layer(st, tab, sig), s = tab[TAB_SLOT + sig];
    uint n = (tab[TAB_WIDTH + sig] + 31u) >> 5;
    uint v = GPGA_AT(f + k), x = GPGA_AT(f + n + k);
    uint am = GPGA_AT(f + 5u * n + k);
    v = (v & ~am) | (GPGA_AT(f + 6u * n + k) & am);
    x = (x & ~am) | (GPGA_AT(f + 7u * n + k) & am);
    uint fm = GPGA_AT(f + 2u * n + k);
    v = (v & ~fm) | (GPGA_AT(f + 3u * n + k) & fm);
    x = (x & ~fm) | (GPGA_AT(f + 4u * n + k) & fm);
    bool changed = ((GPGA_AT(s + k) ^ v) | (GPGA_AT(s + n + k) ^ x)) != 0;
    GPGA_AT(s + k) = v;
    GPGA_AT(s + n + k) = x;
    return changed;
}

static __attribute__((noinline)) void gpga_relayer_all(device uint *st, device const uint *tab, uint sig) {
    uint n = (tab[TAB_WIDTH + sig] + 31u) >> 5;
    bool changed = false;
    for (uint k = 0; k < n; ++k) {
        if (gpga_relayer(st, tab, sig, k)) changed = true;
    }
    if (changed) gpga_publish(st, tab, sig);
}

/* bits [off +: w] of the driven value; the layers above decide what shows */
static __attribute__((noinline)) bool gpga_drive_bits(device uint *st, device const uint *tab, uint sig, int off, uint w, gpga_l64 t) {
    uint wa = tab[TAB_WIDTH + sig];
    uint n = (wa + 31u) >> 5;
    gpga_putbits(st, gpga_layer(st, tab, sig), wa, off, w, t);
    bool changed = false;
    uint k = off < 0 ? 0u : uint(off) >> 5;
    for (uint guard = 0; guard < 3u && k < n; ++guard) {
        if (gpga_relayer(st, tab, sig, k)) changed = true;
        k = k + 1u;
    }
    return changed;
}

static __attribute__((noinline)) void gpga_drive(device uint *st, device const uint *tab, uint sig, gpga_l32 off, uint w, gpga_l64 t) {
    if (off.x == 0 && gpga_drive_bits(st, tab, sig, int(off.v), w, t)) gpga_publish(st, tab, sig);
}

static __attribute__((noinline)) void gpga_drive_wide(device uint *st, device const uint *tab, uint sig, gpga_l32 off, uint a, uint w) {
    if (off.x != 0) return;
    uint n = (w + 31u) >> 5;
    bool changed = false;
    for (uint k = 0; k < n; ++k) {
        gpga_l64 t = gpga_l64{ulong(GPGA_AT(a + k)), ulong(GPGA_AT(a + n + k))};
        if (gpga_drive_bits(st, tab, sig, int(off.v) + int(k * 32u), min(32u, w - k * 32u), t)) changed = true;
    }
    if (changed) gpga_publish(st, tab, sig);
}

/* sets or clears w bits at off of a mask plane of n words */
static __attribute__((noinline)) void gpga_mask_bits(device uint *st, uint a, uint off, uint w, uint on) {
    for (uint i = 0; i < w; ++i) {
        uint b = off + i;
        uint bit = 1u << (b & 31u);
        if (on != 0) GPGA_AT(a + (b >> 5)) = GPGA_AT(a + (b >> 5)) | bit;
        else GPGA_AT(a + (b >> 5)) = GPGA_AT(a + (b >> 5)) & ~bit;
    }
}

/* the val words of layer l of a held signal, 2: forced, 5: assigned; those of xz follow, the mask stands before */
static inline uint gpga_layer_val(device uint *st, device const uint *tab, uint sig, uint l) { return gpga_layer(st, tab, sig) + (l + 1u) * ((tab[TAB_WIDTH + sig] + 31u) >> 5); }

/* bits [off +: w] of layer l, which have their values, hold */
static __attribute__((noinline)) void gpga_lay(device uint *st, device const uint *tab, uint sig, uint off, uint w, uint l) {
    uint wa = tab[TAB_WIDTH + sig];
    gpga_mask_bits(st, gpga_layer(st, tab, sig) + l * ((wa + 31u) >> 5), off, min(w, wa - off), 1u);
    gpga_relayer_all(st, tab, sig);
}

static __attribute__((noinline)) void gpga_lay_bits(device uint *st, device const uint *tab, uint sig, uint off, uint w, gpga_l64 t, uint l) {
    gpga_putbits(st, gpga_layer_val(st, tab, sig, l), tab[TAB_WIDTH + sig], int(off), w, t);
    gpga_lay(st, tab, sig, off, w, l);
}

static __attribute__((noinline)) void gpga_lay_wide(device uint *st, device const uint *tab, uint sig, uint off, uint a, uint w, uint l) {
    gpga_w_insert(st, gpga_layer_val(st, tab, sig, l), tab[TAB_WIDTH + sig], int(off), a, w);
    gpga_lay(st, tab, sig, off, w, l);
}

static inline void gpga_force(device uint *st, device const uint *tab, uint sig, uint off, uint w, gpga_l64 t) { gpga_lay_bits(st, tab, sig, off, w, t, 2u); }

static inline void gpga_force_wide(device uint *st, device const uint *tab, uint sig, uint off, uint a, uint w) { gpga_lay_wide(st, tab, sig, off, a, w, 2u); }

/* lets bits [off +: w] of layer l go: a variable keeps the value that it has by it until it is written (9.3), a net shows its drivers */
static __attribute__((noinline)) void gpga_unlay(device uint *st, device const uint *tab, uint sig, uint off, uint w, uint l) {
    uint f = gpga_layer(st, tab, sig), wa = tab[TAB_WIDTH + sig];
    uint n = (wa + 31u) >> 5;
    if ((tab[TAB_FLAGS + sig] & SIG_NET) == 0) {
        for (uint k = 0; k < n; ++k) {
            uint from = f + l * n + k;
            uint m = GPGA_AT(from);
            if (l == 2u) m &= ~GPGA_AT(f + 5u * n + k);
            GPGA_AT(f + k) = (GPGA_AT(f + k) & ~m) | (GPGA_AT(from + n) & m);
            GPGA_AT(f + n + k) = (GPGA_AT(f + n + k) & ~m) | (GPGA_AT(from + 2u * n) & m);
        }
    }
    gpga_mask_bits(st, f + l * n, off, min(w, wa - off), 0u);
    gpga_relayer_all(st, tab, sig);
}

/* procedural continuous assignment */
static inline void gpga_hold(device uint *st, device const uint *tab, uint sig, uint off, uint w, gpga_l64 t) { gpga_lay_bits(st, tab, sig, off, w, t, 5u); }

static inline void gpga_hold_wide(device uint *st, device const uint *tab, uint sig, uint off, uint a, uint w) { gpga_lay_wide(st, tab, sig, off, a, w, 5u); }

/* the strength of a bit of a net whose strengths are kept: a force drives its bits strongly, whatever the drivers do */
static __attribute__((noinline)) uint gpga_held_span(device uint *st, device const uint *tab, uint sig, uint i, uint span) {
    uint f = gpga_layer(st, tab, sig), n = (tab[TAB_WIDTH + sig] + 31u) >> 5;
    uint k = i >> 5, sh = i & 31u;
    if (f == 0 || ((GPGA_AT(f + 2u * n + k) >> sh) & 1u) == 0) return span;
    uint v = (GPGA_AT(f + 3u * n + k) >> sh) & 1u, x = (GPGA_AT(f + 4u * n + k) >> sh) & 1u;
    uint lo = v != 0 && x == 0 ? 6u : (v | x) != v ? 0u : 250u, hi = v != 0 ? 6u : x != 0 ? 0u : 250u;
    return lo | (hi << 8);
}
