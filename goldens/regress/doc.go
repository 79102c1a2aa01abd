// Package regress holds small programs on which some engine once went wrong, one per kind of fault.
//
// In flow NAME.v and NAME.out, what Icarus Verilog 11 prints for it (iverilog -g2005, vvp -N); out flow failures. Every program is
// run by the kernel, in its table and vm forms, on the CPU engine and by the reference interpreter, and all must print NAME.out to
// the byte. With -update the expected texts are written anew by Icarus, where that is installed, but for those on which it departs
// from the standard.
package regress
