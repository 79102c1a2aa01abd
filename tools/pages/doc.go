// Package pages holds the pages under docs to what they speak of.
//
// In flow the repository's tree and the tables that pages are made of; out flow sentences on what does not fit: a page that is
// not what its table says, a row of docs/verilog-2005.md that names a file, a test or a diagnostic that is not there, a clause
// without a row.
package pages
