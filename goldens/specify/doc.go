// Package specify holds programs with specify blocks: module paths, pulse control, timing checks, SDF annotation, and a library
// of cells that has them all.
//
// In flow NAME.v with what belongs to it (NAME.sdf), simulated as with -gspecify; expected are NAME.out, what it prints,
// NAME.warn, what the compiler says of it, and NAME.plain, what it prints without -gspecify. Programs that start with
// "//:icarus" print what Icarus Verilog 11 prints under -gspecify; Icarus has no timing checks, no pulse control and one delay
// for all bits of a vector, so the other texts were checked by hand against IEEE 1364-2005 clauses 14 to 16.
//
// Every form of the kernel on every engine, and the reference interpreter, print the same. With -update the texts are written
// anew, by Icarus where it counts and by the reference interpreter elsewhere.
package specify
