package measure

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// IR is the size of a kernel's LLVM IR.
type IR struct {
	Before IRSize `json:"before"` // as the front end gives it
	After  IRSize `json:"after"`  // behind the optimizer
}

// IRSize counts the IR of one module.
type IRSize struct {
	Functions    int `json:"functions"` // with a body
	Blocks       int `json:"blocks"`
	Instructions int `json:"instructions"`
	Phis         int `json:"phis"`
	Allocas      int `json:"allocas"`
	Calls        int `json:"calls"`
	Largest      int `json:"largest"` // instructions of the largest function
	Globals      int `json:"globals"`
	Metadata     int `json:"metadata"` // nodes
}

// countIR compiles to LLVM IR, before and behind the optimizer.
func countIR(ctx context.Context, c Caps, b *Backend, dir string, argv []string) (*IR, error) {
	ir := &IR{}
	for _, m := range []struct {
		size *IRSize
		more []string
	}{{&ir.Before, []string{"-Xclang", "-disable-llvm-passes"}}, {&ir.After, nil}} {
		out := filepath.Join(dir, "kernel.ll")
		args := append(replaceOutput(argv, out), "-S", "-emit-llvm", "-Wno-unused-command-line-argument")
		o, err := launch(ctx, c, dir, append(args, m.more...))
		if err != nil {
			return nil, err
		}
		if o.Killed != "" {
			return nil, nil // the compilation came through, this did not: nothing to say
		}
		if o.Exit != 0 {
			return nil, fmt.Errorf("%s gives no LLVM IR: %s", b.Name, firstErrors(o.Output))
		}
		f, err := os.Open(out)
		if err != nil {
			return nil, err
		}
		*m.size, err = CountIR(f)
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	return ir, nil
}

// replaceOutput is a command with another output file.
func replaceOutput(argv []string, out string) []string {
	list := append([]string(nil), argv...)
	for i := range list {
		if list[i] == "-o" && i+1 < len(list) {
			list[i+1] = out
		}
	}
	return list
}

// CountIR reads LLVM IR as text and counts.
func CountIR(r io.Reader) (IRSize, error) {
	var s IRSize
	in, here := false, 0
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<26)
	cases := false // within the list of a switch, or the clauses of another instruction over several lines
	for sc.Scan() {
		l := sc.Text()
		switch {
		case strings.HasPrefix(l, "define "):
			in, here, cases = true, 0, false
			s.Functions++
			s.Blocks++ // the first may have no label
		case !in:
			if strings.HasPrefix(l, "@") {
				s.Globals++
			} else if strings.HasPrefix(l, "!") && strings.Contains(l, " = ") && !strings.HasPrefix(l, "!llvm.") {
				s.Metadata++
			}
		case strings.HasPrefix(l, "}"):
			in = false
			s.Largest = max(s.Largest, here)
		case cases:
			cases = strings.TrimSpace(l) != "]"
		case l == "" || strings.HasPrefix(strings.TrimSpace(l), ";"):
		case l[0] != ' ':
			if here > 0 { // otherwise the label of the first block
				s.Blocks++
			}
		default:
			here++
			s.Instructions++
			t := strings.TrimSpace(l)
			op := t
			if strings.HasPrefix(t, "%") {
				if _, rest, ok := strings.Cut(t, " = "); ok {
					op = rest
				}
			}
			switch {
			case strings.HasPrefix(op, "phi "):
				s.Phis++
			case strings.HasPrefix(op, "alloca "):
				s.Allocas++
			case strings.HasPrefix(op, "call ") || strings.HasPrefix(op, "tail call ") || strings.HasPrefix(op, "musttail call ") || strings.HasPrefix(op, "notail call "):
				s.Calls++
			}
			cases = strings.HasSuffix(t, "[")
		}
	}
	return s, sc.Err()
}
