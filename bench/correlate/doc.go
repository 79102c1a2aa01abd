// Command correlate holds the cost estimate of codegen/cost to what compilers really take.
//
// In flow kernels: of the golden designs, of designs that grow, of designs of others (bench/README.md), in the forms of the kernel,
// and Metal texts of others. Each is measured with every backend (tools/measure) and read by codegen/cost. Half of the designs fit the
// estimate's coefficients; on the other half the rank correlations of estimate, bytes and tokens with CPU time and peak memory are
// computed and written to docs/compile-cost.md.
//
//	go run ./bench/correlate -data FILE -outside DIR -metal DIR     # measure what FILE lacks, then report
//	go run ./bench/correlate -data FILE -fit                        # fit, and print coefficients for codegen/cost/estimate.go
//
// Invariants: a design is wholly on one side, whatever its forms, and which is decided by a sum of its name alone; a point that was
// killed at a cap counts nowhere but is reported.
package main
