package design

import "github.com/gpga/gpga/frontend/source"

// Pos is a position in Design.Files; the zero Pos is unknown. The name stands here so that what comes after the front end
// can hold positions without importing a package of the front end other than this one.
type Pos = source.Pos
