// Package archive keeps compiled pipelines on disk, so that a kernel's text is compiled once for a machine and not once a run.
//
// In flow files that Metal wrote, with what they were made of; out flow their paths, when they are what they say they are. The
// package knows nothing of what is in the files and sends no message: it runs on every system.
//
// An entry is a folder: entry.json, kernel.metal (the text) and pipelines (Metal's file). Its name is made of the GPU's name, the
// system's build, the text and the variant, so that what was made for something else is not found.
//
// Invariants:
//
//   - A folder with an entry's name is complete: it is written under another name (a Draft) and renamed. What a killed process
//     leaves is a draft without a lock, which the next one that opens the store removes.
//   - What Find gives has the length and the SHA-256 sum that were written down, and was made for exactly the key that was asked
//     for. Anything else is removed and comes back as an *Unusable: Metal never sees it.
//   - After a Commit the store has at most its size in bytes, or one entry: the entries whose last use is longest ago go.
//   - Processes share a store without waiting for each other: an entry may vanish between two calls, and is then a miss.
package archive
