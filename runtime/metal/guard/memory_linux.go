package guard

import (
	"bytes"
	"os"
	"strconv"
	"time"
)

// interval is how often memory is looked at.
const interval = 50 * time.Millisecond

// processes reads the table of processes from /proc.
func processes() ([]process, error) {
	dir, err := os.Open("/proc")
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	if err != nil {
		return nil, err
	}
	page := uint64(os.Getpagesize())
	var list []process
	for _, name := range names {
		pid, err := strconv.Atoi(name)
		if err != nil {
			continue
		}
		text, err := os.ReadFile("/proc/" + name + "/stat")
		if err != nil {
			continue // it has ended
		}
		// The name is in parentheses and may hold some: the last one counts. Behind it are the state, the parent, the group, and
		// at place 24 of the whole line the pages that are resident.
		open, end := bytes.IndexByte(text, '('), bytes.LastIndexByte(text, ')')
		if open < 0 || end < open {
			continue
		}
		f := bytes.Fields(text[end+1:])
		if len(f) < 22 {
			continue
		}
		group, _ := strconv.Atoi(string(f[2]))
		pages, _ := strconv.ParseUint(string(f[21]), 10, 64)
		p := process{pid: pid, group: group, resident: pages * page, name: string(text[open+1 : end])}
		if len(p.name) == 15 && len(compiler) > 15 && p.name == compiler[:15] {
			p.name = compiler // the kernel keeps fifteen bytes
		}
		list = append(list, p)
	}
	return list, nil
}

// footprint is 0: resident memory is all there is to know.
func footprint(int) uint64 { return 0 }
