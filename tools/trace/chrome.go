package trace

import (
	"encoding/json"
	"io"
	"time"
)

// Dispatch is one call of the kernel.
type Dispatch struct {
	Start  time.Duration // since the recorder was made
	Took   time.Duration
	Budget uint32 // steps it was given
	Status uint32 // program.Status...
	Time   uint64 // simulation time after it, in ticks
}

// maxDispatches is how many dispatches a timeline has at most.
const maxDispatches = 1 << 14

// Dispatches sums all dispatches and keeps every Stride'th.
type Dispatches struct {
	N       int
	Sum     time.Duration
	Longest time.Duration
	Stride  int
	Kept    []Dispatch
}

// Dispatched notes a call of the kernel that began at start.
func (r *Recorder) Dispatched(start time.Time, took time.Duration, budget, status uint32, now uint64) {
	d := &r.dispatches
	if d.Stride == 0 {
		d.Stride = 1
	}
	if d.N%d.Stride == 0 {
		if len(d.Kept) == maxDispatches {
			for i := range maxDispatches / 2 {
				d.Kept[i] = d.Kept[2*i]
			}
			d.Kept = d.Kept[:maxDispatches/2]
			d.Stride *= 2
		}
		if d.N%d.Stride == 0 {
			d.Kept = append(d.Kept, Dispatch{start.Sub(r.began), took, budget, status, now})
		}
	}
	d.N++
	d.Sum += took
	d.Longest = max(d.Longest, took)
}

// Dispatches are the calls of the kernel so far.
func (r *Recorder) Dispatches() *Dispatches { return &r.dispatches }

// outside is the part of the simulation that no dispatch took: host services, waves, growth.
func (d *Dispatches) outside(r *Recorder) float64 {
	for _, e := range r.events {
		if e.Name == "simulate" && e.Wall > 0 {
			return max(0, 1-float64(d.Sum)/float64(e.Wall))
		}
	}
	return 0
}

// chromeEvent is an event of the Trace Event Format: times in microseconds.
type chromeEvent struct {
	Name string         `json:"name"`
	Cat  string         `json:"cat,omitempty"`
	Ph   string         `json:"ph"`
	Ts   float64        `json:"ts"`
	Dur  *float64       `json:"dur,omitempty"`
	Pid  int            `json:"pid"`
	Tid  int            `json:"tid"`
	Args map[string]any `json:"args,omitempty"`
}

// Threads of the timeline.
const (
	tidPasses = 1
	tidKernel = 2
)

func micros(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }

// Chrome writes the timeline as a JSON object in Chrome's trace event format. About says what ran: each entry becomes a
// field of otherData.
func (r *Recorder) Chrome(w io.Writer, about map[string]string) error {
	list := []chromeEvent{
		{Name: "process_name", Ph: "M", Pid: 1, Tid: tidPasses, Args: map[string]any{"name": "gpga"}},
		{Name: "thread_name", Ph: "M", Pid: 1, Tid: tidPasses, Args: map[string]any{"name": "passes"}},
		{Name: "thread_name", Ph: "M", Pid: 1, Tid: tidKernel, Args: map[string]any{"name": "kernel dispatches"}},
	}
	for _, e := range r.events {
		dur := micros(e.Wall)
		args := map[string]any{}
		if r.Full {
			args["cpu_ms"] = ms(e.CPU)
			args["alloc_bytes"] = e.Bytes
			args["allocs"] = e.Allocs
			if e.Before.N >= 0 {
				args["size_before"] = e.Before.String()
			}
			if e.After.N >= 0 {
				args["size_after"] = e.After.String()
			}
		}
		list = append(list, chromeEvent{Name: e.Name, Cat: "pass", Ph: "X", Ts: micros(e.Start), Dur: &dur, Pid: 1, Tid: tidPasses, Args: args})
	}
	for _, d := range r.dispatches.Kept {
		dur := micros(d.Took)
		list = append(list, chromeEvent{Name: "dispatch", Cat: "kernel", Ph: "X", Ts: micros(d.Start), Dur: &dur, Pid: 1, Tid: tidKernel,
			Args: map[string]any{"budget": d.Budget, "status": d.Status, "simulation_time": d.Time}})
		list = append(list, chromeEvent{Name: "simulation time", Ph: "C", Ts: micros(d.Start + d.Took), Pid: 1, Tid: tidKernel, Args: map[string]any{"ticks": d.Time}})
	}
	other := map[string]any{"dispatches": r.dispatches.N, "dispatches_shown_every": max(1, r.dispatches.Stride)}
	for k, v := range about {
		other[k] = v
	}
	return json.NewEncoder(w).Encode(struct {
		TraceEvents     []chromeEvent  `json:"traceEvents"`
		DisplayTimeUnit string         `json:"displayTimeUnit"`
		OtherData       map[string]any `json:"otherData"`
	}{list, "ms", other})
}
