// Package doctor finds out what a machine has for gpga, and whether gpga works on it.
//
// In flows nothing but the machine: its system, its Metal devices, the archive of compiled kernels, the tools that are installed.
// Out flows a Report, whose Problems are what does not work; what is merely not there is no problem. A small design is simulated
// on each engine that is present, in each form of the kernel, and must print what it is known to print.
//
// Invariants:
//
//   - No part of the report can end the others: panics are caught, programs that are asked and engines that are tried have
//     deadlines, and what goes wrong stands in the report.
//   - Parts are told to a Listener as they become known, each before it is tried, so that a machine on which something brings the
//     whole process down shows what it was.
//   - A self-test counts only on the engine that it names: that another one stepped in is a problem.
package doctor
