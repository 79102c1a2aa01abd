package flow

import (
	"bytes"
	"context"
	"fmt"
	"hash/fnv"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/sim"
)

// wholeLine takes a text through every pass and simulates what comes of it, with tight bounds. Whatever the text is, it must
// come back in good time, with errors that the diagnostics or the error tell, and without a panic.
func wholeLine(t *testing.T, dir string, text []byte, form Form) (ran bool) {
	t.Helper()
	name := filepath.Join(dir, "m.v")
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
	complain := func(format string, args ...any) {
		t.Helper()
		h := fnv.New32()
		h.Write(text)
		kept := filepath.Join(os.TempDir(), fmt.Sprintf("gpga-mutant-%08x.v", h.Sum32()))
		os.WriteFile(kept, text, 0o644)
		t.Errorf("%s (--form=%s): %s", kept, form, fmt.Sprintf(format, args...))
	}
	defer func() {
		if r := recover(); r != nil {
			complain("%v", r)
		}
	}()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	stage := ""
	slow := time.AfterFunc(2*time.Minute, func() { panic("hangs: " + string(text)) })
	defer slow.Stop()
	o := Options{Files: []string{name}, Form: form}
	b, err := Compile(o, ToKernel)
	for _, p := range b.Times {
		stage += fmt.Sprintf(" %s %v", p.Name, p.Wall)
	}
	compiled := time.Since(start)
	if err == nil {
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		var out bytes.Buffer
		_, err := b.Run(ctx, RunOptions{Engine: EngineCPU, MaxMemory: 256 << 20, Sim: sim.Options{MaxTime: 100000, SpinLimit: 1 << 22},
			Host: host.Config{Dir: dir, Stdout: &limited{&out}, Stderr: &limited{&out}, Stdin: strings.NewReader("")}})
		cancel()
		ran = true
		if err != nil && (strings.Contains(err.Error(), "[R100]") || strings.Contains(err.Error(), "internal")) {
			complain("%v", err)
		}
	} else if err != ErrDiagnostics {
		complain("%v", err)
	} else if !b.Diags.HasErrors() {
		complain("fails without an error")
	}
	runtime.ReadMemStats(&after)
	if took := time.Since(start); took > 40*time.Second || compiled > 20*time.Second {
		complain("takes %v: %s", took, stage)
	}
	if n := after.TotalAlloc - before.TotalAlloc; n > 4<<30 {
		complain("allocates %d MiB: %s", n>>20, stage)
	}
	return ran
}

type limited struct{ b *bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.b.Len() < 1<<20 {
		l.b.Write(p)
	}
	return len(p), nil
}

var tokens = regexp.MustCompile(`[A-Za-z_$` + "`" + `][A-Za-z0-9_$]*|[0-9]*'[sS]?[bodhBODH][ ]*[0-9a-fA-FxXzZ?_]+|[0-9.]+|"[^"\n]*"|//[^\n]*|/\*(?s:.*?)\*/|\s+|[<>=!&|^~+\-*/%]+|.`)

var pieces = strings.Fields("begin end module endmodule function endfunction task endtask generate endgenerate if else case casez casex endcase default " +
	"for while repeat forever wait fork join disable -> @ * # ; , ( ) [ ] { } <= = == === ? : + - / % ** << >>> ~^ ! & | && || posedge negedge or " +
	"always initial assign deassign force release reg wire integer real time signed automatic parameter localparam genvar event input output inout " +
	"supply0 tri trireg wand pulldown nand bufif0 tran tranif1 primitive endprimitive table endtable specify endspecify defparam " +
	"0 1 -1 3 7 31 32 33 63 64 65 128 1000 65536 1048576 16777215 16777217 2147483647 4294967296 1'bx 4'bz 32'hffffffff 64'hffffffffffffffff 8'bxxzz0101 129'h1 1.5 1e300 0.0 " +
	"$signed $unsigned $time $random $display $monitor $strobe $write $finish $stop $dumpvars $fopen $clog2 $realtime $itor $rtoi $readmemh $test$plusargs $value$plusargs $bits \"\" \"%d%s%t%v\" a b c i q clk rst")

var keyword = func() map[string]bool {
	m := map[string]bool{}
	for _, p := range pieces {
		if len(p) > 1 && p[0] >= 'a' && p[0] <= 'z' {
			m[p] = true
		}
	}
	for _, n := range []string{"clk", "rst"} {
		delete(m, n)
	}
	return m
}()

// mutant changes a text at the level of its tokens, and now and then of its bytes.
func mutant(r *rand.Rand, text string) string {
	toks := tokens.FindAllString(text, -1)
	if len(toks) == 0 {
		return text
	}
	class := func(s string) int {
		if keyword[s] {
			return 5
		}
		switch c := s[0]; {
		case c >= '0' && c <= '9' || c == '\'':
			return 1
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_':
			return 2
		case strings.ContainsRune("<>=!&|^~+-*/%?:", rune(c)) && !strings.HasPrefix(s, "//") && !strings.HasPrefix(s, "/*"):
			return 3
		case strings.ContainsRune(" \t\r\n/", rune(c)):
			return 0
		}
		return 4
	}
	// Half of the mutants change little: they are what gets far.
	changes, careful := 1+r.Intn(6), r.Intn(3) > 0
	if careful {
		changes = 1 + r.Intn(3)
	}
	for range changes {
		i := r.Intn(len(toks))
		j := r.Intn(len(toks))
		for k := 0; k < 50 && (toks[i] == "" || class(toks[i]) == 0); k++ {
			i = r.Intn(len(toks))
		}
		for k := 0; careful && k < 50 && (toks[i] == "" || class(toks[i]) == 0 || class(toks[i]) >= 4); k++ {
			i = r.Intn(len(toks))
		}
		if careful && toks[i] != "" && r.Intn(10) > 0 {
			// Something of its kind in its place.
			for k := 0; k < 50 && (toks[j] == "" || class(toks[j]) != class(toks[i]) || toks[j] == toks[i]); k++ {
				j = r.Intn(len(toks))
			}
			if toks[j] != "" && class(toks[j]) == class(toks[i]) {
				if class(toks[i]) == 1 && r.Intn(2) == 0 {
					n := []string{"0", "1", "2", "31", "33", "64", "65", "127", "129", "1000", "100000", "(-1)", "4'bx", "8'bz", "1.5", "64'hffffffffffffffff"}
					toks[i] = n[r.Intn(len(n))]
				} else {
					toks[i] = toks[j]
				}
				continue
			}
		}
		switch r.Intn(9) {
		case 0:
			toks[i] = ""
		case 1:
			toks[i] = " " + pieces[r.Intn(len(pieces))] + " "
		case 2:
			toks[i] += " " + pieces[r.Intn(len(pieces))] + " "
		case 3:
			toks[i], toks[j] = toks[j], toks[i]
		case 4:
			toks[i] = toks[j]
		case 5: // a number for a number, a name for a name
			for k := range len(toks) {
				t := toks[(i+k)%len(toks)]
				if t[:min(1, len(t))] >= "0" && t[:min(1, len(t))] <= "9" {
					n := []string{"0", "1", "2", "31", "33", "64", "65", "1000", "100000", "-1", "4'bx", "1.5", "16777216", "99999999999"}
					toks[(i+k)%len(toks)] = n[r.Intn(len(n))]
					break
				}
			}
		case 6:
			if n, err := strconv.Atoi(toks[i]); err == nil {
				toks[i] = strconv.Itoa(n + r.Intn(5) - 2)
			} else {
				toks[i] = toks[j] + " " + toks[i]
			}
		case 7: // a stretch again somewhere else
			n := min(1+r.Intn(30), len(toks)-j)
			part := strings.Join(toks[j:j+n], "")
			toks[i] += part
		case 8:
			if b := []byte(toks[i]); len(b) > 0 && r.Intn(4) == 0 {
				b[r.Intn(len(b))] = byte(r.Intn(256))
				toks[i] = string(b)
			} else {
				toks[i] = "(" + toks[i] + ")"
			}
		}
	}
	return strings.Join(toks, "")
}

// seeds are the texts that mutants are made of: the golden designs, and what GPGA_SEEDS, a list of folders, has.
func seeds(t testing.TB) []string {
	var out []string
	for _, dir := range append([]string{filepath.Join("..", "..", "goldens", "designs"), filepath.Join("..", "..", "goldens", "ordering", "testdata")}, filepath.SplitList(os.Getenv("GPGA_SEEDS"))...) {
		names, _ := filepath.Glob(filepath.Join(dir, "*.v"))
		for _, n := range names {
			if text, err := os.ReadFile(n); err == nil && len(text) < 20000 {
				out = append(out, string(text))
			}
		}
	}
	if len(out) == 0 {
		t.Skip("no golden designs here")
	}
	return out
}

// TestMutants takes random changes of real designs through the whole line. GPGA_MUTANTS is how many (default 60), GPGA_SEED
// where they start.
func TestMutants(t *testing.T) {
	texts := seeds(t)
	n, seed := 60, int64(1)
	if v, err := strconv.Atoi(os.Getenv("GPGA_MUTANTS")); err == nil {
		n = v
	}
	if v, err := strconv.ParseInt(os.Getenv("GPGA_SEED"), 10, 64); err == nil {
		seed = v
	}
	dir := t.TempDir()
	forms := []Form{FormTable, FormTable, FormVM, FormSwitch}
	ran := 0
	for i := range n {
		r := rand.New(rand.NewSource(seed + int64(i)))
		if wholeLine(t, dir, []byte(mutant(r, texts[r.Intn(len(texts))])), forms[r.Intn(len(forms))]) {
			ran++
		}
		if t.Failed() && n <= 60 {
			t.Fatalf("mutant %d", seed+int64(i))
		}
	}
	t.Logf("%d of %d mutants of %d texts ran", ran, n, len(texts))
	if ran == 0 {
		t.Error("no mutant came through the compilation: they test too little")
	}
}

// FuzzLine looks for texts that the line does not take as it should.
func FuzzLine(f *testing.F) {
	for i, s := range seeds(f) {
		if i%4 == 0 && len(s) < 2000 {
			f.Add([]byte(s))
		}
	}
	f.Add([]byte("module t; reg [7:0] a; initial begin a = 1; #1 a = a << 2; $display(\"%b\", a); end endmodule"))
	f.Fuzz(func(t *testing.T, text []byte) { wholeLine(t, t.TempDir(), text, FormTable) })
}
