// Package design is the elaborated design: what the front end ends in and what everything behind it starts from.
//
// In flows nothing but what package elab builds; out of it read the scheduler's lowering and the reference
// interpreter. It holds no syntax: names are resolved, parameters are folded, generate is unrolled, ports are
// collapsed, and every expression carries its final width, signedness and kind.
//
// Invariants, kept by elab and relied on by every reader:
//
//   - Expressions are explicit. The operands of an arithmetic, bitwise or relational operator have the same width
//     and signedness (IEEE 1364-2005 5.4, 5.5); wherever the language extends or truncates there is an OpResize
//     node. Shift amounts, concatenation items and indices are self-determined.
//   - Select offsets are normalised: bit 0 is the storage's least significant bit, whatever the declared range.
//     Array indices are normalised to 0 .. Words-1; an index that is out of range or has x or z reads x and
//     writes nothing.
//   - A Signal is storage. Ports that connect whole nets are collapsed: several Decls name one Signal.
//   - An event control names one Event, shared by all controls with the same items, so that its waiters form one list
//     (last in, first woken), as in Icarus Verilog. Items are whole signals or named events; any other event expression
//     is a hidden net with an Assign of its own.
//   - Everything is in a deterministic order that depends on the source text alone.
package design
