// Package lower turns an elaborated design into a program: segments of code, tables and the initial state image.
//
// In flows a *design.Design as package elab leaves it (expressions explicit, ports collapsed, order decided); out flows
// a *program.Program that passes program.Verify, or positioned errors for what is not supported.
//
// The work is a short list of passes over one lowerer value:
//
//	analyze   which subroutines stop, recurse or have side effects; what is forced, monitored and dumped
//	alias     plain copies share storage with their source
//	layout    addresses of all static storage, signals and nodes
//	bodies    code of nodes, processes, tasks and functions
//	finish    labels become segment ids, scratch becomes addresses, queues are linked in the image
//
// Invariants:
//
//   - Every value has its exact width in a temp; bits above a width are zero. Temps never live across segments: what has
//     to is kept in hidden slots, static ones in processes and frame slots in tasks.
//   - A store publishes only where somebody looks: fan-out, waves or a force. It is followed by OpSettle only where an
//     immediate node reads the target, and never inside a node, whose engine settles until nothing is marked.
//   - The output depends on the design alone: no map is iterated where the order could show.
package lower
