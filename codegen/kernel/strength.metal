/* ---- drive strengths (IEEE 1364-2005 7.9 to 7.13): a bit is a range of levels lo..hi on the scale -7 (supply0) .. 7 (supply1), kept as lo + 8 | (hi + 8) << 4 ---- */
static inline uint gpga_span(int lo, int hi) { return uint(lo + 8) | (uint(hi + 8) << 4); }

static inline int gpga_lo(uint s) { return int(s & 15u) - 8; }

static inline int gpga_hi(uint s) { return int(s >> 4) - 8; }

/* an unambiguous level overcomes the weaker ends of an ambiguous strength */
static __attribute__((noinline)) uint gpga_sweep(int level, uint s) {
    int lo = gpga_lo(s), hi = gpga_hi(s);
    int size = abs(level);
    if (size > abs(hi)) hi = level;
    if (size > abs(lo)) lo = level;
    return lo > hi ? gpga_span(hi, lo) : gpga_span(lo, hi);
}

static __attribute__((noinline)) uint gpga_combine(uint a, uint b) {
    uint none = gpga_span(0, 0);
    if (a == none) return b;
    if (b == none || a == b) return a;
    int al = gpga_lo(a), ah = gpga_hi(a), bl = gpga_lo(b), bh = gpga_hi(b);
    if (al == ah && bl == bh) {
        if (abs(bl) > abs(al)) return b;
        if (abs(bl) < abs(al)) return a;
        return gpga_span(0 - abs(al), abs(al));
    }
    if (al == ah) return gpga_sweep(al, b);
    if (bl == bh) return gpga_sweep(bl, a);
    return gpga_span(min(al, bl), max(ah, bh));
}

/* resolves a net by strength, bit by bit; the strengths are kept for %v as two's complement bytes lo, hi */
static __attribute__((noinline)) void gpga_resolve_strong(device uint *st, device const uint *tab, uint net) {
    uint d = TAB_NET + net * 6u;
    uint sig = tab[d], kind = tab[d + 1u];
    uint w = tab[TAB_WIDTH + sig], s = tab[TAB_SLOT + sig];
    uint n = (w + 31u) >> 5;
    bool changed = false;
    for (uint i = 0; i < w; ++i) {
        uint k = i >> 5, sh = i & 31u;
        uint r = gpga_span(0, 0);
        for (uint j = 0; j < tab[d + 3u]; ++j) {
            uint row = TAB_DRIVER + (tab[d + 2u] + j) * 2u;
            uint a = tab[row], z = tab[row + 1u];
            uint v = (GPGA_AT(a + k) >> sh) & 1u, x = (GPGA_AT(a + n + k) >> sh) & 1u;
            int s0 = 0 - int(z & 15u), s1 = int((z >> 4) & 15u);
            uint q = gpga_span(0, 0);
            if (x == 0) q = v != 0 ? gpga_span(s1, s1) : gpga_span(s0, s0);
            else if (v != 0) q = gpga_span(s0, s1);
            r = gpga_combine(r, q);
        }
        if (kind == NET_TRI0) r = gpga_combine(r, gpga_span(-5, -5));
        if (kind == NET_TRI1) r = gpga_combine(r, gpga_span(5, 5));
        if (kind == NET_SUPPLY0) r = gpga_span(-7, -7);
        if (kind == NET_SUPPLY1) r = gpga_span(7, 7);
        int lo = gpga_lo(r), hi = gpga_hi(r);
        GPGA_AT(tab[d + 5u] + i) = (uint(lo) & 255u) | ((uint(hi) & 255u) << 8);
        uint v = hi >= 0 && (lo != 0 || hi != 0) ? 1u : 0u, x = lo <= 0 && hi >= 0 ? 1u : 0u;
        int off = int(i);
        gpga_l64 t = gpga_l64{ulong(v), ulong(x)};
        GPGA_STRONG_BIT
    }
    if (changed) gpga_publish(st, tab, sig);
}
