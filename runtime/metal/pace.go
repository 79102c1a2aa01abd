package metal

import "time"

const (
	firstSteps = 64
	mostSteps  = 1 << 20
)

// pace finds how many steps fit into a dispatch of the target's length.
type pace struct {
	target time.Duration
	steps  uint32
}

func newPace(target time.Duration) pace { return pace{target, firstSteps} }

// took takes in that a dispatch of at most n steps took d; full tells that it used all of them. One that is too long makes the
// next ones shorter at once, and by what it was too long. Growth is slower, at most by four, and only after dispatches that
// were as long as they might: a short one may have met the design's end or a question to the host.
func (p *pace) took(d time.Duration, n uint32, full bool) {
	switch {
	case d > p.target:
		fit := uint32(float64(n) * float64(p.target) / float64(d))
		p.steps = max(1, min(p.steps, fit))
	case full && n == p.steps && d < p.target*3/4:
		grow := 4.0
		if d > 0 {
			grow = min(grow, float64(p.target)*0.9/float64(d))
		}
		p.steps = min(mostSteps, max(p.steps+1, uint32(float64(p.steps)*grow)))
	}
}
