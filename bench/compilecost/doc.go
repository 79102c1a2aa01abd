// Command compilecost measures what gpga's kernels cost a compiler as designs grow.
//
// In flow Verilog designs that are generated at several sizes along one axis at a time (waits, processes, statements, signals of
// an @* list), each through the whole of gpga in every form of the kernel; the texts then go through clang for x86-64, nvptx64 and
// amdgcn at -O2 under a cap of CPU time and of memory. Out flow the points as JSON, tables as Markdown and a plot as SVG: CPU
// seconds less an empty kernel's, peak memory, size of the object, with a fit of floor, slope and growth exponent for each series.
//
//	go run ./bench/compilecost -out docs/edge-waits              # everything: an hour
//	go run ./bench/compilecost -axes waits -forms table -repeat 1 -out /dev/shm/try
//	go run ./bench/compilecost -render docs/edge-waits           # the tables and the plot again, from the JSON
//
// Invariants: the designs depend on nothing but their axis and size; a measured compiler runs in a process of its own, started by a
// small one, so that its peak memory is its own; a series ends at its first killed point, which is reported as killed.
package main
