// Package costpage draws what kernels cost as one self-contained page of HTML: figures, a treemap of functions, and the trend of the
// ledger over its history in git.
//
// In flow reports of codegen/cost and versions of the ledger; out flows a page that needs nothing but a browser: no script, no font,
// no address. Equal inputs give equal bytes, and every text from outside is escaped.
package costpage
