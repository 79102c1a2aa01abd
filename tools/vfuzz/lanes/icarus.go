package lanes

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// ErrNoIcarus says that Icarus Verilog 11 is not installed.
var ErrNoIcarus = errors.New("Icarus Verilog 11 (iverilog, vvp) is not installed")

const icarusTime = 12 * time.Second // of which a program needs some hundredths

// Icarus runs texts with iverilog and vvp, in a folder of its own. One goroutine may use it at a time.
type Icarus struct {
	dir string
}

// NewIcarus looks for Icarus Verilog 11.
func NewIcarus() (*Icarus, error) {
	v, err := exec.Command("iverilog", "-V").Output()
	if err != nil || !bytes.Contains(v, []byte("version 11.")) {
		return nil, ErrNoIcarus
	}
	if _, err := exec.LookPath("vvp"); err != nil {
		return nil, ErrNoIcarus
	}
	dir, err := os.MkdirTemp("", "vfuzz")
	if err != nil {
		return nil, err
	}
	return &Icarus{dir}, nil
}

// Close removes the folder.
func (i *Icarus) Close() error { return os.RemoveAll(i.dir) }

// Run compiles and runs a text.
func (i *Icarus) Run(text string) Outcome {
	ctx, cancel := context.WithTimeout(context.Background(), icarusTime)
	defer cancel()
	src, code := filepath.Join(i.dir, Source), filepath.Join(i.dir, "v.vvp")
	if err := os.WriteFile(src, []byte(text), 0o666); err != nil {
		return Outcome{Err: err.Error(), Refused: true}
	}
	os.Remove(code)
	c := exec.CommandContext(ctx, "iverilog", "-g2005", "-o", code, Source)
	c.Dir = i.dir
	if msg, err := c.CombinedOutput(); err != nil {
		return Outcome{Err: strings.TrimSpace(err.Error() + "\n" + string(msg)), Refused: true}
	}
	var out limited
	var errs bytes.Buffer
	c = exec.CommandContext(ctx, "vvp", "-N", code)
	c.Dir, c.Stdout, c.Stderr = i.dir, &out, &errs
	err := c.Run()
	o := Outcome{Text: out.String()}
	if err != nil { // the programs end by $finish: vvp has refused the code, crashed, or does not end
		o.Err, o.Refused = strings.TrimSpace("vvp: "+err.Error()+"\n"+errs.String()), true
		if ctx.Err() != nil {
			o.Err = "vvp\nvvp does not come to an end"
		}
	}
	return o
}
