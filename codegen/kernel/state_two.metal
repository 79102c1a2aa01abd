static inline gpga_l32 gpga_load32(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), 0u}; }

static inline gpga_l64 gpga_load64(device uint *st, uint s) { return gpga_l64{ulong(GPGA_AT(s)) | (ulong(GPGA_AT(s + 1u)) << 32), 0ul}; }

static inline gpga_l32 gpga_vm_in(device uint *st, uint s) { return gpga_l32{GPGA_AT(s), 0u}; }

static inline uint gpga_xz(device uint *st, uint s) { return 0u; }
