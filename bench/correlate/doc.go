// Command correlate holds the cost estimates of codegen/cost to what compilers really take.
//
// In flow kernels: of the golden designs, of designs that grow, of designs of others (bench/README.md), in the forms of the kernel,
// and Metal texts of others. Each is measured with every backend (tools/measure) and read by codegen/cost. Half of the designs fit the
// estimates' coefficients; on the other half the rank correlations of estimate, bytes and tokens with CPU time and peak memory are
// computed and written to docs/compile-cost.md.
//
//	go run ./bench/correlate -outside DIR -metal DIR              # measure what points.json lacks, then report
//	go run ./bench/correlate -fit                                 # fit, and print coefficients for codegen/cost/estimate.go
//	go run ./bench/correlate -report -doc docs/compile-cost.md    # the tables again, from points.json
//
// Invariants: a design is wholly on one side, whatever its forms, and which is decided by a sum of its name alone; a point that was
// killed at a cap counts nowhere but is reported; a run of CPU time has the empty kernel's beside it.
package main
