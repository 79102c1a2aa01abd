//go:build !darwin

package doctor

func (s *System) describe() { s.fromProc() }
