package cost

// Trouble is one of the five ways in which shader compilers are known to come into trouble, with what of the text feeds it.
type Trouble struct {
	Name string `json:"name"`
	// Feeds are the features that feed it.
	Feeds map[string]float64 `json:"feeds"`
	// Functions are those that feed it most, the first the most, with their share.
	Functions []Feeder `json:"functions"`
}

// Feeder is a function's share in a trouble.
type Feeder struct {
	Name  string  `json:"function"`
	Share float64 `json:"share"` // 0 to 1
}

// troubles is filled in below.
func (r *Report) troubles() []Trouble { return nil }

// Site is a construct within a function.
type Site struct {
	Origin
	Tokens int     `json:"tokens"`
	Cost   float64 `json:"cost"`
}
