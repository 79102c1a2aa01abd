package host

import "github.com/gpga/gpga/frontend/design/logic"

// driverServices counts drivers. The engine gives $countdrivers, in place of its first argument, a vector: bit 0 tells that the net is
// forced, each further bit is what one driver gives.
var driverServices = map[string]handler{"$countdrivers": (*Host).countDrivers}

func (h *Host) countDrivers(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	v := args[0].vector()
	forced := 0
	if v.Bit(0) == logic.L1 {
		forced = 1
	}
	var n0, n1, nx int
	for i := 1; i < v.Width; i++ {
		switch v.Bit(i) {
		case logic.L0:
			n0++
		case logic.L1:
			n1++
		case logic.LX:
			nx++
		}
	}
	all := n0 + n1 + nx
	r := Result{Value: Vec(logic.FromBool(all > 1).Vec())}
	for i, n := range []int{forced, all, n0, n1, nx} {
		if i+1 < len(args) {
			r.Writes = append(r.Writes, put(args, i+1, n))
		}
	}
	return r
}
