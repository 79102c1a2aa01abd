// metal_stdlib for clang's C++ for OpenCL mode: the names of MSL that gpga's kernels use, on OpenCL's.
#pragma once

#define device __global
#define threadgroup __local
#define thread __private

typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;

#define GPGA_SHIM(T)                                                    \
    static inline T min(T a, T b) { return a < b ? a : b; }             \
    static inline T max(T a, T b) { return a > b ? a : b; }             \
    static inline T clamp(T x, T lo, T hi) { return min(max(x, lo), hi); } \
    static inline T select(T a, T b, bool c) { return c ? b : a; }

namespace metal {
GPGA_SHIM(int)
GPGA_SHIM(uint)
GPGA_SHIM(long)
GPGA_SHIM(ulong)
static inline int abs(int a) { return a < 0 ? -a : a; }
static inline long abs(long a) { return a < 0 ? -a : a; }
static inline uint popcount(uint a) { return __builtin_popcount(a); }
static inline ulong popcount(ulong a) { return __builtin_popcountl(a); }
static inline uint clz(uint a) { return a ? __builtin_clz(a) : 32u; }
static inline ulong clz(ulong a) { return a ? __builtin_clzl(a) : 64ul; }
static inline uint ctz(uint a) { return a ? __builtin_ctz(a) : 32u; }
static inline ulong ctz(ulong a) { return a ? __builtin_ctzl(a) : 64ul; }
static inline uint mulhi(uint a, uint b) { return uint((ulong(a) * ulong(b)) >> 32); }
static inline uint rotate(uint a, uint n) { return (a << (n & 31u)) | (a >> ((32u - n) & 31u)); }
static inline uint reverse_bits(uint a) { return __builtin_bitreverse32(a); }
static inline uint extract_bits(uint a, uint off, uint n) { return n == 0 ? 0u : (a >> off) & (n >= 32u ? ~0u : (1u << n) - 1u); }
static inline uint insert_bits(uint a, uint b, uint off, uint n) {
    uint m = (n >= 32u ? ~0u : (1u << n) - 1u) << off;
    return (a & ~m) | ((b << off) & m);
}
}  // namespace metal

#undef GPGA_SHIM
