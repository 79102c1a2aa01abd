/* known constants */
static inline gpga_l32 gpga_k(uint v) { return gpga_l32{v, 0u}; }

static inline gpga_l64 gpga_k64(ulong v) { return gpga_l64{v, 0ul}; }

static inline gpga_l64 gpga_up(gpga_l32 a) { return gpga_l64{ulong(a.v), ulong(a.x)}; }

static inline gpga_l32 gpga_down(gpga_l64 a) { return gpga_l32{uint(a.v), uint(a.x)}; }

static inline gpga_l32 gpga_down_m(gpga_l64 a, uint m) { return gpga_l32{uint(a.v) & m, uint(a.x) & m}; }

static inline gpga_l32 gpga_trunc32(gpga_l32 a, uint m) { return gpga_l32{a.v & m, a.x & m}; }

static inline gpga_l64 gpga_trunc64(gpga_l64 a, ulong m) { return gpga_l64{a.v & m, a.x & m}; }

/* a shift count of any class as a saturated one */
static inline gpga_l32 gpga_count64(gpga_l64 a) { return gpga_l32{(a.v >> 32) != 0 ? 0xffffffffu : uint(a.v), a.x != 0 ? 1u : 0u}; }

static inline gpga_l32 gpga_count32(gpga_l32 a) { return gpga_l32{a.v, a.x != 0 ? 1u : 0u}; }

/* an index: val is a signed number, xz tells that it is unusable */
static inline gpga_l32 gpga_idx32(gpga_l32 a) { return gpga_l32{a.v, (a.x != 0 || int(a.v) < 0) ? 1u : 0u}; }

static inline gpga_l32 gpga_idxs32(gpga_l32 a, uint h) { return gpga_l32{uint(int(a.v << h) >> h), a.x != 0 ? 1u : 0u}; }

static inline gpga_l32 gpga_idx64(gpga_l64 a) { return gpga_l32{uint(a.v), (a.x != 0 || a.v > 0x7ffffffful) ? 1u : 0u}; }

static inline gpga_l32 gpga_idxs64(gpga_l64 a, uint h) { long i = long(a.v << h) >> h; return gpga_l32{uint(i), (a.x != 0 || i > 0x7fffffffl || i < -0x7fffffffl) ? 1u : 0u}; }

static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), GPGA_AT(s + 1u)}; }

static inline gpga_l64 gpga_load64(device uint *st, uint s) { return gpga_l64{ulong(GPGA_AT(s)) | (ulong(GPGA_AT(s + 1u)) << 32), ulong(GPGA_AT(s + 2u)) | (ulong(GPGA_AT(s + 3u)) << 32)}; }

static inline void gpga_store32(device uint *st, uint s, gpga_l32 t) {
    GPGA_AT(s) = t.v;
    GPGA_AT(s + 1u) = t.x;
}

static inline void gpga_store64(device uint *st, uint s, gpga_l64 t) {
    GPGA_AT(s) = uint(t.v);
    GPGA_AT(s + 1u) = uint(t.v >> 32);
    GPGA_AT(s + 2u) = uint(t.x);
    GPGA_AT(s + 3u) = uint(t.x >> 32);
}

/* element i of an array of n elements at s */
static inline gpga_l32 gpga_loadel32(device uint *st, uint s, gpga_l32 i, uint n, uint m) {
    if (i.x != 0 || i.v >= n) return gpga_l32{m, m};
    return gpga_l32{GPGA_AT(s + i.v * 2u), GPGA_AT(s + i.v * 2u + 1u)};
}

static inline gpga_l64 gpga_loadel64(device uint *st, uint s, gpga_l32 i, uint n, ulong m) {
    if (i.x != 0 || i.v >= n) return gpga_l64{m, m};
    return gpga_load64(st, s + i.v * 4u);
}

/* stores that publish a change */
static inline void gpga_set32(device uint *st, device const uint *tab, uint s, uint sig, gpga_l32 t) {
    if (((GPGA_AT(s) ^ t.v) | (GPGA_AT(s + 1u) ^ t.x)) != 0u) {
        GPGA_AT(s) = t.v;
        GPGA_AT(s + 1u) = t.x;
        gpga_publish(st, tab, sig);
    }
}

static inline void gpga_set64(device uint *st, device const uint *tab, uint s, uint sig, gpga_l64 t) {
    gpga_l64 o = gpga_load64(st, s);
    if (((o.v ^ t.v) | (o.x ^ t.x)) != 0) {
        gpga_store64(st, s, t);
        gpga_publish(st, tab, sig);
    }
}

/* bits [off +: popcount(m)] of a signal of at most 32 bits */
static inline void gpga_setp32(device uint *st, device const uint *tab, uint s, uint sig, gpga_l32 t, uint off, uint m) {
    uint v = (GPGA_AT(s) & ~(m << off)) | (t.v << off);
    uint x = (GPGA_AT(s + 1u) & ~(m << off)) | (t.x << off);
    if (((GPGA_AT(s) ^ v) | (GPGA_AT(s + 1u) ^ x)) != 0u) {
        GPGA_AT(s) = v;
        GPGA_AT(s + 1u) = x;
        gpga_publish(st, tab, sig);
    }
}

/* likewise where nobody watches */
static inline void gpga_storep32(device uint *st, uint s, gpga_l32 t, uint off, uint m) {
    GPGA_AT(s) = (GPGA_AT(s) & ~(m << off)) | (t.v << off);
    GPGA_AT(s + 1u) = (GPGA_AT(s + 1u) & ~(m << off)) | (t.x << off);
}

/* Stores whose publishing is put off: a body notes several signals that change and publishes them in one loop, where it would else have
   a loop for each store. Nothing comes between that takes note of the order: see Notes in codegen/layout. What is stored and noted is
   written whether or not it changes anything, and counted if it does: there is no branch, and nothing to merge behind it. */
static inline void gpga_note(device uint *st, uint sig, bool changed) {
    uint n = GPGA_AT(SCHED_NOTES);
    GPGA_AT(SCHED_NOTES + 1u + n) = sig;
    GPGA_AT(SCHED_NOTES) = n + (changed ? 1u : 0u);
}

static inline void gpga_note32(device uint *st, uint s, uint sig, gpga_l32 t) {
    bool changed = ((GPGA_AT(s) ^ t.v) | (GPGA_AT(s + 1u) ^ t.x)) != 0u;
    gpga_store32(st, s, t);
    gpga_note(st, sig, changed);
}

static inline void gpga_note64(device uint *st, uint s, uint sig, gpga_l64 t) {
    gpga_l64 o = gpga_load64(st, s);
    gpga_store64(st, s, t);
    gpga_note(st, sig, ((o.v ^ t.v) | (o.x ^ t.x)) != 0);
}

static inline void gpga_notep32(device uint *st, uint s, uint sig, gpga_l32 t, uint off, uint m) {
    gpga_note32(st, s, sig, gpga_l32{(GPGA_AT(s) & ~(m << off)) | (t.v << off), (GPGA_AT(s + 1u) & ~(m << off)) | (t.x << off)});
}

static __attribute__((noinline)) void gpga_publish_notes(device uint *st, device const uint *tab) {
    uint n = GPGA_AT(SCHED_NOTES);
    GPGA_AT(SCHED_NOTES) = 0;
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint k = 0; k < n; ++k) gpga_publish(st, tab, GPGA_AT(SCHED_NOTES + 1u + k));
}

static inline void gpga_noted(device uint *st, device const uint *tab) {
    if (GPGA_AT(SCHED_NOTES) != 0u) gpga_publish_notes(st, tab);
}

/* writes w <= 64 bits at bit offset off (signed, clipped to the wa bits of the storage at s); tells whether a bit changed */
static __attribute__((noinline)) bool gpga_putbits(device uint *st, uint s, uint wa, int off, uint w, gpga_l64 t) {
    uint n = (wa + 31u) >> 5;
    int end = off + int(w);
    if (end > int(wa)) end = int(wa);
    int b = off < 0 ? 0 : off;
    bool changed = false;
    for (uint guard = 0; b < end && guard < 4u; ++guard) {
        uint word = uint(b) >> 5, sh = uint(b) & 31u;
        uint k = min(32u - sh, uint(end - b));
        uint m = (k == 32u ? 0xffffffffu : (1u << k) - 1u) << sh;
        uint skip = uint(b - off);
        uint v = (uint(t.v >> skip) << sh) & m, x = (uint(t.x >> skip) << sh) & m;
        uint ov = GPGA_AT(s + word), ox = GPGA_AT(s + n + word);
        uint nv = (ov & ~m) | v, nx = (ox & ~m) | x;
        if (((nv ^ ov) | (nx ^ ox)) != 0u) {
            GPGA_AT(s + word) = nv;
            GPGA_AT(s + n + word) = nx;
            changed = true;
        }
        b += int(k);
    }
    return changed;
}

/* bits m of word k of what drives a signal become v and x; tells whether the signal changed */
static __attribute__((noinline)) bool gpga_put_word(device uint *st, device const uint *tab, uint sig, uint k, uint m, uint v, uint x) {
    uint n = (tab[TAB_WIDTH + sig] + 31u) >> 5, s = tab[TAB_SLOT + sig];
    GPGA_PUT_HELD
    uint ov = GPGA_AT(s + k), ox = GPGA_AT(s + n + k);
    uint nv = (ov & ~m) | v, nx = (ox & ~m) | x;
    GPGA_AT(s + k) = nv;
    GPGA_AT(s + n + k) = nx;
    return GPGA_PUT_CHANGED((ov ^ nv) | (ox ^ nx)) != 0;
}

static __attribute__((noinline)) void gpga_setbits(device uint *st, device const uint *tab, uint s, uint sig, uint wa, gpga_l32 off, uint w, gpga_l64 t) {
    if (off.x != 0) return;
    if (gpga_putbits(st, s, wa, int(off.v), w, t)) gpga_publish(st, tab, sig);
}

static inline void gpga_setel32(device uint *st, device const uint *tab, uint s, uint n, uint sig, gpga_l32 i, gpga_l32 t) {
    if (i.x == 0 && i.v < n) gpga_set32(st, tab, s + i.v * 2u, sig, t);
}

static inline void gpga_setel64(device uint *st, device const uint *tab, uint s, uint n, uint sig, gpga_l32 i, gpga_l64 t) {
    if (i.x == 0 && i.v < n) gpga_set64(st, tab, s + i.v * 4u, sig, t);
}

/* part of an element */
static __attribute__((noinline)) void gpga_setelbits(device uint *st, device const uint *tab, uint s, uint n, uint sig, uint wa, gpga_l32 i, gpga_l32 off, uint w, gpga_l64 t) {
    if (i.x == 0 && i.v < n && off.x == 0) {
        if (gpga_putbits(st, s + i.v * (((wa + 31u) >> 5) * 2u), wa, int(off.v), w, t)) gpga_publish(st, tab, sig);
    }
}

static inline void gpga_storeel32(device uint *st, uint s, uint n, gpga_l32 i, gpga_l32 t) {
    if (i.x == 0 && i.v < n) gpga_store32(st, s + i.v * 2u, t);
}

static inline void gpga_storeel64(device uint *st, uint s, uint n, gpga_l32 i, gpga_l64 t) {
    if (i.x == 0 && i.v < n) gpga_store64(st, s + i.v * 4u, t);
}

static __attribute__((noinline)) void gpga_storebits(device uint *st, uint s, uint wa, gpga_l32 off, uint w, gpga_l64 t) {
    if (off.x == 0) gpga_putbits(st, s, wa, int(off.v), w, t);
}
