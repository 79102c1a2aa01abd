package guard

import (
	"fmt"
	"strconv"
	"strings"
)

// compiler is the service that compiles shaders on a Mac. The system starts it, and not the process that wants a shader.
const compiler = "MTLCompilerService"

// process is a row of the table of processes.
type process struct {
	pid, group int
	resident   uint64 // bytes
	name       string // of its file, without folders
}

// services lists the compiler services that are there.
func services() (map[int]bool, error) {
	list, err := processes()
	if err != nil {
		return nil, err
	}
	found := map[int]bool{}
	for _, p := range list {
		if p.name == compiler {
			found[p.pid] = true
		}
	}
	return found, nil
}

// memory is what a group of processes has, with the compiler services that were not there before: bytes.
func memory(group int, before map[int]bool) (uint64, error) {
	list, err := processes()
	if err != nil {
		return 0, err
	}
	sum := uint64(0)
	for _, p := range list {
		if p.group == group || p.name == compiler && !before[p.pid] {
			// Memory that the system has compressed is not resident, and in the footprint.
			sum += max(p.resident, footprint(p.pid))
		}
	}
	return sum, nil
}

// parsePS reads what ps -A -o pid=,pgid=,rss=,comm= prints: numbers, kilobytes, and a path that may hold spaces.
func parsePS(text string) ([]process, error) {
	var list []process
	for line := range strings.Lines(text) {
		var p process
		rest := strings.TrimSpace(line)
		if rest == "" {
			continue
		}
		for _, at := range []*int{&p.pid, &p.group, nil} {
			word, after, _ := strings.Cut(rest, " ")
			n, err := strconv.Atoi(word)
			if err != nil {
				return nil, fmt.Errorf("ps says %q", strings.TrimSpace(line))
			}
			if at != nil {
				*at = n
			} else {
				p.resident = uint64(n) << 10
			}
			rest = strings.TrimSpace(after)
		}
		p.name = rest[strings.LastIndexByte(rest, '/')+1:]
		list = append(list, p)
	}
	return list, nil
}
