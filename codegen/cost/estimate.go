package cost

// share is what a piece of text adds to the estimate, by its own counts.
func share(w Weight) float64 { return w.Tokens + 100*w.Merges + 2*w.Phi }

// estimate ranks kernels by the CPU time of compilers.
func estimate(k *Kernel) float64 { return k.Weight.Composite() }

// memoryEstimate ranks kernels by the peak memory of compilers.
func memoryEstimate(k *Kernel) float64 { return k.Weight.Composite() }
