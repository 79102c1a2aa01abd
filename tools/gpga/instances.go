package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/tabwriter"

	"github.com/spf13/pflag"

	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
)

// maxInstances bounds --instances: a row of the summary stands for each.
const maxInstances = 1 << 20

// here is what stands for an instance's number in names and arguments.
const here = "{i}"

// instanceFlags are the options of runs of several instances.
type instanceFlags struct {
	n     int
	args  string
	out   string
	log   string
	dir   string
	state string
	jobs  int

	asked bool
	lines [][]string // of --instance-args: the arguments of each instance
}

func (m *instanceFlags) add(f *pflag.FlagSet) {
	f.IntVar(&m.n, "instances", 0, "run N instances of the design, 0 to N-1, over all cores; in plusargs and in the names below, {i} is the instance")
	f.StringVar(&m.args, "instance-args", "", "a FILE with a line of plusargs for each instance; they come before those of the command line")
	f.StringVar(&m.out, "out", "", "put the instances' logs and waves (relative names) into DIR; logs are then {i}.log")
	f.StringVar(&m.log, "log", "", "write what an instance prints to FILE, a name with {i} (default without --out: to standard output, one instance after the other)")
	f.StringVar(&m.dir, "instance-dir", "", "a directory for the files that an instance opens, a name with {i}; what is read and not there is taken from the current directory (default: all instances share that)")
	f.StringVar(&m.state, "instance-state", string(flow.StateSeparate), "separate: each instance has a memory of its own; major, interleaved: all share one, an instance after the other or word by word, and go in step, as they must on a GPU (default there: interleaved)")
	f.IntVar(&m.jobs, "jobs", 0, "run at most N instances at the same time (default: as many as there are cores)")
}

// name gives the file that a name with {i} stands for.
func name(s string, i int) string { return strings.ReplaceAll(s, here, strconv.Itoa(i)) }

// prepare checks the options and reads the arguments' file. vcd and snapshot are names of files that every instance would write.
func (m *instanceFlags) prepare(f *pflag.FlagSet, eng flow.Engine, vcd *string, snap *snapshotFlags) error {
	m.asked = f.Changed("instances") || m.args != ""
	if !m.asked {
		for _, o := range []string{"out", "log", "instance-dir", "instance-state", "jobs"} {
			if f.Changed(o) {
				return usageError{fmt.Errorf("--%s needs --instances=N or --instance-args=FILE", o)}
			}
		}
		return nil
	}
	if m.args != "" {
		var err error
		if m.lines, err = readInstanceArgs(m.args); err != nil {
			return err
		}
		if f.Changed("instances") && m.n != len(m.lines) {
			return usageError{fmt.Errorf("--instances=%d, and %s has arguments for %d", m.n, m.args, len(m.lines))}
		}
		m.n = len(m.lines)
	}
	if eng == flow.EngineMetal && !f.Changed("instance-state") {
		m.state = string(flow.StateInterleaved)
	}
	switch flow.State(m.state) {
	case flow.StateSeparate:
		if eng == flow.EngineMetal {
			return usageError{errors.New("--instance-state=separate: on a GPU all instances share an arena; want major or interleaved")}
		}
	case flow.StateMajor, flow.StateInterleaved:
		if eng != flow.EngineCPU && eng != flow.EngineMetal {
			return usageError{fmt.Errorf("--instance-state=%s is for the engines cpu and metal", m.state)}
		}
	default:
		return usageError{fmt.Errorf("--instance-state=%s: want separate, major or interleaved", m.state)}
	}
	switch {
	case m.n < 1 || m.n > maxInstances:
		return usageError{fmt.Errorf("--instances=%d: want a number from 1 to %d", m.n, maxInstances)}
	case m.jobs < 0:
		return usageError{fmt.Errorf("--jobs=%d: want a number from 1 up", m.jobs)}
	}
	if m.out != "" && m.log == "" {
		m.log = here + ".log"
	}
	for _, o := range []struct {
		option string
		name   *string
	}{{"log", &m.log}, {"vcd", vcd}, {"instance-dir", &m.dir}, {"snapshot", &snap.file}} {
		if *o.name == "" || *o.name == os.DevNull {
			continue
		}
		if m.n > 1 && !strings.Contains(*o.name, here) {
			return usageError{fmt.Errorf("--%s=%s: all instances would write there; put {i} into the name", o.option, *o.name)}
		}
		if m.out != "" && !filepath.IsAbs(*o.name) {
			*o.name = filepath.Join(m.out, *o.name)
		}
	}
	return nil
}

// readInstanceArgs reads a line of plusargs for each instance. Lines that start with # are comments; an empty line is an instance
// without arguments of its own.
func readInstanceArgs(path string) ([][]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out [][]string
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		if strings.HasPrefix(line, "#") {
			continue
		}
		bad := func(col int, format string, args ...any) error {
			e := &sim.Error{Code: "R114", File: path, Line: n, Col: col, Message: fmt.Sprintf(format, args...)}
			fmt.Fprintln(os.Stderr, e)
			showPlace(text, e)
			return exitError{1}
		}
		words := strings.Fields(line)
		at := 0 // bytes of the line that were looked at
		for _, w := range words {
			at += strings.Index(line[at:], w)
			if !strings.HasPrefix(w, "+") {
				return nil, bad(at+1, "'%s' is no plusarg: each begins with +", w)
			}
			at += len(w)
		}
		if len(out) == maxInstances {
			return nil, bad(1, "more than %d instances", maxInstances)
		}
		out = append(out, words)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("--instance-args=%s: the file has no line, and with it there is no instance", path)
	}
	return out, nil
}

// plus gives the arguments of instance i.
func (m *instanceFlags) plus(i int, common []string) []string {
	var out []string
	if m.lines != nil {
		out = append(out, m.lines[i]...)
	}
	out = append(out, common...)
	for k := range out {
		out[k] = name(out[k], i)
	}
	return out
}

// spool keeps what an instance prints until its turn: in memory, and in a file once it is much.
type spool struct {
	mu   sync.Mutex
	buf  bytes.Buffer
	file *os.File
}

const spoolMemory = 1 << 16

func (s *spool) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil && s.buf.Len()+len(p) > spoolMemory {
		f, err := os.CreateTemp("", "gpga-instance-*")
		if err != nil {
			return 0, err
		}
		s.file = f
		if _, err := f.Write(s.buf.Bytes()); err != nil {
			return 0, err
		}
		s.buf = bytes.Buffer{}
	}
	if s.file != nil {
		return s.file.Write(p)
	}
	return s.buf.Write(p)
}

// end closes the file: many instances may wait for their turn.
func (s *spool) end() {
	if s.file != nil {
		s.file.Close()
	}
}

// show writes everything to w and forgets it.
func (s *spool) show(w io.Writer) error {
	if s.file == nil {
		_, err := w.Write(s.buf.Bytes())
		s.buf = bytes.Buffer{}
		return err
	}
	defer os.Remove(s.file.Name())
	f, err := os.Open(s.file.Name())
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// instanceRow is one instance in the summary and in the report.
type instanceRow struct {
	Instance int      `json:"instance"`
	Plus     []string `json:"plusargs,omitempty"`
	ExitCode int      `json:"exit_code"`
	Time     uint64   `json:"time_ticks"`
	Ended    string   `json:"ended"`
	Error    string   `json:"error,omitempty"`
	Log      string   `json:"log,omitempty"`
	VCD      string   `json:"vcd,omitempty"`

	out, err *spool
	failure  error
}

// ended says in a few words how an instance ended.
func ended(r sim.Result, err error, maxTime uint64, keeps bool) string {
	var e *sim.Error
	switch {
	case errors.As(err, &e):
		return "error " + e.Code
	case err != nil:
		return "error"
	case r.Canceled:
		return "interrupted"
	case r.Finished:
		return "$finish"
	case r.Stopped:
		return "$stop"
	case r.Kept && keeps:
		return "snapshot"
	case maxTime != 0 && r.Time >= maxTime:
		return "--max-time"
	}
	return "no more events"
}

// run simulates the instances. Each gets ro with its own arguments and names.
func (m *instanceFlags) run(ctx context.Context, b *flow.Build, ro flow.RunOptions, snap *snapshotFlags, quiet bool) ([]instanceRow, error) {
	rows := make([]instanceRow, m.n)
	for i := range rows {
		rows[i] = instanceRow{Instance: i, Plus: m.plus(i, ro.Host.PlusArgs), Ended: "not run", ExitCode: 130}
	}
	if m.out != "" {
		if err := os.MkdirAll(m.out, 0o777); err != nil {
			return rows, fmt.Errorf("--out: %w", err)
		}
	}
	if snap.start != nil && m.dir == "" && !quiet {
		m.warnShared(snap)
	}
	if m.dir == "" && m.n > 1 && !quiet && !differ(rows) {
		fmt.Fprintln(os.Stderr, "gpga: note: nothing tells the instances apart; {i} in a plusarg does, as in +seed={i}, or --instance-args")
	}
	count := m.counter(quiet)
	var mu sync.Mutex
	next := 0
	done := make([]bool, m.n)
	stdout := bufio.NewWriter(os.Stdout)
	// show prints what instances have said, in their order, as far as all before them are done.
	show := func(all bool) {
		for ; next < m.n && (done[next] || all); next++ {
			row := &rows[next]
			if row.out != nil {
				fmt.Fprintf(stdout, "---- instance %d: %s\n", next, strings.Join(row.Plus, " "))
				row.out.show(stdout)
			}
			if row.err != nil {
				stdout.Flush()
				row.err.show(os.Stderr)
			}
			if row.failure != nil {
				stdout.Flush()
				clearProgress()
				fmt.Fprintf(os.Stderr, "gpga: instance %d: ", next)
				if err := simError(b, row.failure); err == row.failure {
					fmt.Fprintln(os.Stderr, err)
				}
			}
		}
		stdout.Flush()
	}
	files := map[int]*os.File{}
	o := flow.ManyOptions{Engine: ro.Engine, Metal: ro.Metal, State: flow.State(m.state), MaxMemory: ro.MaxMemory, Jobs: m.jobs, N: m.n}
	o.Start = func(i int) (flow.Instance, error) {
		in := flow.Instance{Host: ro.Host, Sim: ro.Sim}
		in.Host.PlusArgs = m.plus(i, ro.Host.PlusArgs)
		in.Host.Stdin = strings.NewReader("")
		row := rows[i]
		row.err = &spool{}
		in.Host.Stderr = row.err
		var file *os.File
		for _, path := range []string{m.log, ro.Sim.VCD, snap.file} {
			if strings.Contains(path, here) || m.out != "" && path != "" {
				if err := os.MkdirAll(filepath.Dir(name(path, i)), 0o777); err != nil {
					return in, err
				}
			}
		}
		if m.log == "" {
			row.out = &spool{}
			in.Host.Stdout = row.out
		} else {
			row.Log = name(m.log, i)
			var err error
			if file, err = os.Create(row.Log); err != nil {
				return in, err
			}
			in.Host.Stdout = file
		}
		if m.dir != "" {
			in.Host.Dir, in.Host.InputDir = name(m.dir, i), "."
			if err := os.MkdirAll(in.Host.Dir, 0o777); err != nil {
				return in, err
			}
		}
		if ro.Sim.VCD != "" { // the option's file is the user's, not the design's
			var err error
			row.VCD = name(ro.Sim.VCD, i)
			if in.Sim.VCD, err = filepath.Abs(row.VCD); err != nil {
				return in, err
			}
		}
		snap.apply(&in.Sim, name(snap.file, i), in.Host.PlusArgs)
		in.Sim.Progress = nil
		mu.Lock()
		defer mu.Unlock()
		rows[i] = row
		if file != nil {
			files[i] = file
		}
		return in, nil
	}
	o.Done = func(i int, r sim.Result, err error) {
		mu.Lock()
		defer mu.Unlock()
		row := &rows[i]
		if f := files[i]; f != nil {
			if cerr := f.Close(); err == nil {
				err = cerr
			}
			delete(files, i)
		}
		row.ExitCode, row.Time, row.Ended, row.failure = r.ExitCode, r.Time, ended(r, err, ro.Sim.MaxTime, !snap.goOn), err
		if err != nil {
			row.ExitCode = max(row.ExitCode, 1)
			row.Error, _, _ = strings.Cut(err.Error(), "\n")
		} else if r.Canceled {
			row.ExitCode = 130
		}
		for _, s := range []*spool{row.out, row.err} {
			if s != nil {
				s.end()
			}
		}
		done[i] = true
		count()
		show(false)
	}
	err := b.RunMany(ctx, o)
	if err != nil {
		return rows, err
	}
	mu.Lock()
	defer mu.Unlock()
	show(true)
	return rows, nil
}

// differ is whether the instances have different arguments.
func differ(rows []instanceRow) bool {
	for i := range rows {
		if !slices.Equal(rows[i].Plus, rows[0].Plus) {
			return true
		}
	}
	return false
}

// counter gives what counts the instances that are done. On a terminal it shows how many, where their output does not.
func (m *instanceFlags) counter(quiet bool) func() {
	n := 0
	show := progress(quiet || m.log == "")
	return func() {
		if n++; show != nil {
			show(fmt.Sprintf("%d of %d instances are done", n, m.n))
		}
	}
}

// warnShared says that instances would go on with the same open files.
func (m *instanceFlags) warnShared(snap *snapshotFlags) {
	if names := host.Writes(snap.start.HostState()); len(names) > 0 && m.n > 1 {
		fmt.Fprintf(os.Stderr, "gpga: note: the design has %s open for writing, and all instances will go on with it; --instance-dir gives each its own\n", strings.Join(names, ", "))
	}
}

// summary prints a row for each instance and a line for all.
func (m *instanceFlags) summary(w io.Writer, rows []instanceRow) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprint(t, "instance\texit\tended\ttime")
	if m.log != "" {
		fmt.Fprint(t, "\tlog")
	}
	plus := differ(rows)
	if plus {
		fmt.Fprint(t, "\tplusargs")
	}
	fmt.Fprintln(t)
	how := map[string]int{}
	var order, bad []string
	for i := range rows {
		r := &rows[i]
		fmt.Fprintf(t, "%d\t%d\t%s\t%d", r.Instance, r.ExitCode, r.Ended, r.Time)
		if m.log != "" {
			fmt.Fprintf(t, "\t%s", r.Log)
		}
		if plus {
			fmt.Fprintf(t, "\t%s", strings.Join(r.Plus, " "))
		}
		fmt.Fprintln(t)
		if r.ExitCode != 0 {
			bad = append(bad, strconv.Itoa(i))
		}
		if how[r.Ended] == 0 {
			order = append(order, r.Ended)
		}
		how[r.Ended]++
	}
	if err := t.Flush(); err != nil {
		return err
	}
	var parts []string
	for _, e := range order {
		parts = append(parts, fmt.Sprintf("%d %s", how[e], e))
	}
	if _, err := fmt.Fprintf(w, "%d instances: %s\n", len(rows), strings.Join(parts, ", ")); err != nil || len(bad) == 0 {
		return err
	}
	// In a long table they are hard to find.
	const most = 20
	more := ""
	if n := len(bad) - most; n > 0 {
		bad, more = bad[:most], fmt.Sprintf(" and %d more", n)
	}
	_, err := fmt.Fprintf(w, "exit status not 0: %s%s\n", strings.Join(bad, ", "), more)
	return err
}

// finish runs the instances, prints the summary and gives the exit status.
func (m *instanceFlags) finish(ctx context.Context, b *flow.Build, ro flow.RunOptions, snap *snapshotFlags, quiet bool, jsonOut string) error {
	rows, err := m.run(ctx, b, ro, snap, quiet)
	clearProgress()
	if err != nil {
		if jsonOut != "" {
			err = errors.Join(err, writeReport(jsonOut, b, sim.Result{ExitCode: 1}, err))
		}
		return simError(b, err)
	}
	if err := m.summary(os.Stdout, rows); err != nil {
		return err
	}
	status, interrupted := 0, false
	for i := range rows {
		status = max(status, rows[i].ExitCode)
		interrupted = interrupted || rows[i].Ended == "interrupted" || rows[i].Ended == "not run"
	}
	if interrupted {
		fmt.Fprintln(os.Stderr, "gpga: interrupted; logs and waves are complete up to the times above")
	}
	if jsonOut != "" {
		rep := struct {
			ExitCode  int                `json:"exit_code"`
			Instances []instanceRow      `json:"instances"`
			Seconds   map[string]float64 `json:"seconds"`
		}{status, rows, map[string]float64{}}
		for _, t := range b.Times {
			rep.Seconds[t.Name] = t.Wall.Seconds()
		}
		if err := writeOut(jsonOut, func(w io.Writer) error {
			e := json.NewEncoder(w)
			e.SetIndent("", "  ")
			return e.Encode(rep)
		}); err != nil {
			return err
		}
	}
	if status != 0 {
		return exitError{status}
	}
	return nil
}
