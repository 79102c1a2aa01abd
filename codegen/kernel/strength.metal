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

/* one bit of a wired net: and, or of the values driven, with the strength strong */
static __attribute__((noinline)) uint gpga_wired(uint a, uint b, uint kind) {
    uint none = gpga_span(0, 0);
    int win = kind == NET_AND ? -6 : 6;
    if (b == none) return a;
    int lo = gpga_lo(b) > 0 ? 6 : -6, hi = gpga_hi(b) < 0 ? -6 : 6;
    uint q = gpga_span(lo, hi);
    if (a == none || a == q) return q;
    if (a == gpga_span(win, win) || q == gpga_span(win, win)) return gpga_span(win, win);
    return gpga_span(-6, 6);
}

/* the strength of a three-state gate's or switch's output bit: that of its data (or of the net behind a switch, supply falling to strong, 7.12), nothing, or any between */
static __attribute__((noinline)) void gpga_gate_span(device uint *st, uint at, gpga_l32 data, gpga_l32 on, uint from, uint str) {
    int lo = 0, hi = 0;
    if (from != 0) {
        uint w = GPGA_AT(from);
        lo = max(int(w << 24) >> 24, -6);
        hi = min(int(w << 16) >> 24, 6);
        /* a known value has one level behind a switch of Icarus, the stronger one */
        if (lo > 0) lo = hi;
        else if (hi < 0) hi = lo;
    } else {
        int s0 = 0 - int(str & 15u), s1 = int((str >> 4) & 15u);
        if (data.x == 0) {
            lo = data.v != 0 ? s1 : s0;
            hi = lo;
        } else if (data.v != 0) {
            lo = s0;
            hi = s1;
        }
    }
    if (on.x != 0) {
        lo = min(lo, 0);
        hi = max(hi, 0);
    } else if (on.v == 0) {
        lo = 0;
        hi = 0;
    }
    GPGA_AT(at) = gpga_span(lo, hi);
}

/* a net whose strength alone has changed: switches pass it on */
static __attribute__((noinline)) void gpga_publish_strength(device uint *st, device const uint *tab, uint sig) {
    uint row = tab[TAB_FAN_DIR + sig], end = tab[TAB_FAN_DIR + sig + 1u];
    #pragma clang loop unroll(disable) vectorize(disable)
    for (; row < end; ++row) {
        uint r = tab[TAB_FAN + row];
        uint t = r & 0x1fffffffu;
        if ((r >> 29) == FAN_NOW && GPGA_AT(t + B_STATE) == 0) gpga_push_now(st, t);
        if ((r >> 29) == FAN_LATE && GPGA_AT(t + B_STATE) == 0) {
            GPGA_AT(t + B_STATE) = 1;
            gpga_push_back(st, t);
        }
    }
}

/* resolves a net by strength, bit by bit; the strengths are kept for %v as two's complement bytes lo, hi */
static __attribute__((noinline)) void gpga_resolve_strong(device uint *st, device const uint *tab, uint net) {
    uint d = TAB_NET + net * 7u;
    uint sig = tab[d], kind = tab[d + 1u];
    uint w = tab[TAB_WIDTH + sig], s = tab[TAB_SLOT + sig];
    uint n = (w + 31u) >> 5;
    bool changed = false, moved = false;
    for (uint i = 0; i < w; ++i) {
        uint k = i >> 5, sh = i & 31u;
        uint r = gpga_span(0, 0);
        /* the last one is what the net's type drives */
        uint drivers = tab[d + 3u];
        for (uint j = 0; j < drivers + 1u; ++j) {
            uint q = gpga_span(0, 0);
            if (j < drivers) {
                uint row = TAB_DRIVER + (tab[d + 2u] + j) * 3u;
                uint a = tab[row], z = tab[row + 1u], own = tab[row + 2u];
                uint v = (GPGA_AT(a + k) >> sh) & 1u, x = (GPGA_AT(a + n + k) >> sh) & 1u;
                int s0 = 0 - int(z & 15u), s1 = int((z >> 4) & 15u);
                if (own != 0) q = GPGA_AT(own + 2u * i);
                else if (x == 0 || v != 0) q = gpga_span(v != 0 && x == 0 ? s1 : s0, v != 0 ? s1 : s0);
            } else if (kind >= NET_TRI0 && kind <= NET_SUPPLY1) {
                int level = kind >= NET_SUPPLY0 ? 7 : 5;
                if (kind == NET_TRI0 || kind == NET_SUPPLY0) level = 0 - level;
                q = gpga_span(level, level);
            }
            if (kind == NET_AND || kind == NET_OR) r = gpga_wired(r, q, kind);
            else r = gpga_combine(r, q);
        }
        if (kind == NET_TRIREG && r == gpga_span(0, 0)) {
            int size = int(tab[d + 6u]);
            uint v = (GPGA_AT(s + k) >> sh) & 1u, x = (GPGA_AT(s + n + k) >> sh) & 1u;
            r = gpga_span(x != 0 || v == 0 ? 0 - size : size, x != 0 || v != 0 ? size : 0 - size);
        }
        int lo = gpga_lo(r), hi = gpga_hi(r);
        uint span = (uint(lo) & 255u) | ((uint(hi) & 255u) << 8);
        GPGA_STRONG_MOVED
        GPGA_AT(tab[d + 5u] + i) = span;
        uint v = hi >= 0 && (lo != 0 || hi != 0) ? 1u : 0u, x = lo <= 0 && hi >= 0 ? 1u : 0u;
        if (gpga_put_word(st, tab, sig, k, 1u << sh, v << sh, x << sh)) changed = true;
    }
    if (changed) gpga_publish(st, tab, sig);
    else if (moved) gpga_publish_strength(st, tab, sig);
}
