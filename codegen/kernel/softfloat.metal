/* ---- IEEE 754 binary64 on bit patterns, round to nearest even: Metal has no double. CPU engines replace these by name. ---- */
static inline bool gpga_f64_nan(ulong a) { return (a & 0x7ffffffffffffffful) > 0x7ff0000000000000ul; }

static inline ulong gpga_f64_neg(ulong a) { return a ^ 0x8000000000000000ul; }

/* rounds m (a 64-bit significand with its leading one at bit 62, sticky bit at 0) with exponent e (of bit 62, unbiased + 1023) and sign s */
static __attribute__((noinline)) ulong gpga_f64_pack(ulong s, int e, ulong m) {
    if (e >= 2047) return (s << 63) | 0x7ff0000000000000ul;
    if (e <= 0) {
        int n = 1 - e;
        m = n < 63 ? (m >> uint(n)) | ((m << uint(64 - n)) != 0 ? 1ul : 0ul) : (m != 0 ? 1ul : 0ul);
        e = 0;
    }
    ulong low = m & 0x3fful;
    m = m >> 10;
    if (low > 0x200ul || (low == 0x200ul && (m & 1ul) != 0)) m += 1ul;
    if (e == 0) return (s << 63) | m;
    return (s << 63) + (ulong(e - 1) << 52) + m;
}

/* moves the leading one of m (not 0) to bit 62 */
static __attribute__((noinline)) ulong gpga_f64_norm(ulong s, int e, ulong m) {
    if (m == 0) return s << 63;
    int up = int(clz(m)) - 1;
    if (up < 0) return gpga_f64_pack(s, e + 1, (m >> 1) | (m & 1ul));
    return gpga_f64_pack(s, e - up, m << uint(up));
}

static inline int gpga_f64_exp(ulong a) { int e = int(a >> 52) & 2047; return e == 0 ? 1 : e; }

/* significand with the hidden one at bit 52 */
static inline ulong gpga_f64_sig(ulong a) { ulong f = a & 0xffffffffffffful; return ((a >> 52) & 2047ul) == 0 ? f : f | 0x10000000000000ul; }

static __attribute__((noinline)) ulong gpga_f64_add(ulong a, ulong b) {
    if (gpga_f64_nan(a) || gpga_f64_nan(b)) return 0x7ff8000000000000ul;
    ulong ia = a & 0x7ffffffffffffffful, ib = b & 0x7ffffffffffffffful;
    if (ia == 0x7ff0000000000000ul) return ib == ia && a != b ? 0x7ff8000000000000ul : a;
    if (ib == 0x7ff0000000000000ul) return b;
    if (ia < ib) {
        ulong t = a;
        a = b;
        b = t;
    }
    int ea = gpga_f64_exp(a), eb = gpga_f64_exp(b);
    ulong ma = gpga_f64_sig(a) << 9, mb = gpga_f64_sig(b) << 9;
    int d = ea - eb;
    if (d >= 63) mb = mb != 0 ? 1ul : 0ul;
    else if (d > 0) mb = (mb >> uint(d)) | ((mb << uint(64 - d)) != 0 ? 1ul : 0ul);
    ulong s = a >> 63;
    bool same = ((a ^ b) >> 63) == 0;
    ulong m = same ? ma + mb : ma - mb;
    if (m == 0) return same ? s << 63 : 0ul;
    return gpga_f64_norm(s, ea + 1, m);
}

static inline ulong gpga_f64_sub(ulong a, ulong b) { return gpga_f64_nan(b) ? 0x7ff8000000000000ul : gpga_f64_add(a, b ^ 0x8000000000000000ul); }

static __attribute__((noinline)) ulong gpga_f64_mul(ulong a, ulong b) {
    ulong s = (a ^ b) >> 63;
    ulong ia = a & 0x7ffffffffffffffful, ib = b & 0x7ffffffffffffffful;
    if (gpga_f64_nan(a) || gpga_f64_nan(b)) return 0x7ff8000000000000ul;
    if (ia == 0x7ff0000000000000ul || ib == 0x7ff0000000000000ul) return ia == 0 || ib == 0 ? 0x7ff8000000000000ul : (s << 63) | 0x7ff0000000000000ul;
    if (ia == 0 || ib == 0) return s << 63;
    int ea = gpga_f64_exp(a), eb = gpga_f64_exp(b);
    ulong ma = gpga_f64_sig(a), mb = gpga_f64_sig(b);
    int ua = int(clz(ma)) - 11, ub = int(clz(mb)) - 11;
    ma = ma << uint(ua);
    mb = mb << uint(ub);
    /* 53 x 53 bits: the high part with a sticky bit */
    ulong a0 = ma & 0xfffffffful, a1 = ma >> 32, b0 = mb & 0xfffffffful, b1 = mb >> 32;
    ulong low = a0 * b0;
    ulong mid = a0 * b1 + (low >> 32);
    ulong mid2 = a1 * b0 + (mid & 0xfffffffful);
    ulong high = a1 * b1 + (mid >> 32) + (mid2 >> 32);
    ulong rest = (mid2 << 32) | (low & 0xfffffffful);
    /* the product has its leading one at bit 104 or 105 of {high, rest}; bring bit 105 to bit 62 */
    ulong m = (high << 21) | (rest >> 43) | ((rest << 21) != 0 ? 1ul : 0ul);
    return gpga_f64_norm(s, ea - ua + eb - ub - 1022, m);
}

static __attribute__((noinline)) ulong gpga_f64_div(ulong a, ulong b) {
    ulong s = (a ^ b) >> 63;
    ulong ia = a & 0x7ffffffffffffffful, ib = b & 0x7ffffffffffffffful;
    if (gpga_f64_nan(a) || gpga_f64_nan(b)) return 0x7ff8000000000000ul;
    if (ia == 0x7ff0000000000000ul) return ib == ia ? 0x7ff8000000000000ul : (s << 63) | ia;
    if (ib == 0x7ff0000000000000ul) return s << 63;
    if (ib == 0) return ia == 0 ? 0x7ff8000000000000ul : (s << 63) | 0x7ff0000000000000ul;
    if (ia == 0) return s << 63;
    int ea = gpga_f64_exp(a), eb = gpga_f64_exp(b);
    ulong ma = gpga_f64_sig(a), mb = gpga_f64_sig(b);
    int ua = int(clz(ma)) - 11, ub = int(clz(mb)) - 11;
    ma = ma << uint(ua);
    mb = mb << uint(ub);
    ulong q = 0;
    #pragma clang loop unroll(disable) vectorize(disable)
    for (uint k = 0; k < 58u; ++k) {
        q = q << 1;
        if (ma >= mb) {
            ma -= mb;
            q |= 1ul;
        }
        ma = ma << 1;
    }
    /* q has 57 fraction bits: its one is at bit 57 or 56 */
    ulong m = (q << 5) | (ma != 0 ? 1ul : 0ul);
    return gpga_f64_norm(s, (ea - ua) - (eb - ub) + 1023, m);
}

static __attribute__((noinline)) bool gpga_f64_eq(ulong a, ulong b) {
    if (gpga_f64_nan(a) || gpga_f64_nan(b)) return false;
    return a == b || ((a | b) << 1) == 0;
}

static __attribute__((noinline)) bool gpga_f64_lt(ulong a, ulong b) {
    if (gpga_f64_nan(a) || gpga_f64_nan(b) || ((a | b) << 1) == 0) return false;
    bool sa = (a >> 63) != 0, sb = (b >> 63) != 0;
    if (sa != sb) return sa;
    return sa ? b < a : a < b;
}

static inline bool gpga_f64_le(ulong a, ulong b) { return gpga_f64_lt(a, b) || gpga_f64_eq(a, b); }

static __attribute__((noinline)) ulong gpga_f64_from_u64(ulong a) {
    if (a == 0) return 0ul;
    return gpga_f64_norm(0ul, 1085, a);
}

static inline ulong gpga_f64_from_i64(long a) { return a < 0 ? gpga_f64_neg(gpga_f64_from_u64(0ul - ulong(a))) : gpga_f64_from_u64(ulong(a)); }

/* toward zero; saturates, 0 for what is negative or no number */
static __attribute__((noinline)) ulong gpga_f64_to_u64_trunc(ulong a) {
    if (gpga_f64_nan(a) || (a >> 63) != 0) return 0ul;
    int e = int(a >> 52) & 2047;
    if (e < 1023) return 0ul;
    if (e >= 1087) return ~0ul;
    ulong f = (a & 0xffffffffffffful) | 0x10000000000000ul;
    return e >= 1075 ? f << uint(e - 1075) : f >> uint(1075 - e);
}

/* a single-precision pattern that is a normal number */
static inline ulong gpga_f64_from_f32bits(uint a) { return (ulong(a >> 31) << 63) | (ulong(((a >> 23) & 255u) + 896u) << 52) | (ulong(a & 0x7fffffu) << 29); }
