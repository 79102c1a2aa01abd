package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/pflag"

	"github.com/gpga/gpga/tools/vfuzz/gen"
	"github.com/gpga/gpga/tools/vfuzz/mutants"
)

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	c := &campaign{w: os.Stdout}
	f := pflag.NewFlagSet("vfuzz", pflag.ContinueOnError)
	f.SortFlags = false
	stream := f.String("stream", string(gen.RaceFree), "race-free or racy")
	f.Uint64Var(&c.seed, "seed", 1, "seed of the first program; each has the next number")
	f.Uint64Var(&c.count, "count", 1000, "number of programs")
	f.DurationVar(&c.limit, "time", 0, "end after this long, as in 30s or 2h; 0 for all of --count")
	f.IntVar(&c.jobs, "jobs", 1, "programs that are tried at the same time")
	f.IntVar(&c.batch, "batch", 8, "programs in one text; those that disagree are tried alone")
	f.IntVar(&c.table, "table", 50, "one text in so many is run in the table form, too; 0 for none")
	f.IntVar(&c.tries, "tries", 600, "texts that may be tried to make a program smaller")
	f.IntVar(&c.most, "most", 20, "end after so many disagreements")
	f.StringVar(&c.out, "out", "", "directory for programs that disagree")
	show := f.Bool("print", false, "print the text of --count programs and end")
	mutate := f.Bool("mutants", false, "plant faults in gpga, one after the other, and tell how many programs of at most --count each takes to be seen")
	constructs := f.Bool("constructs", true, "print how often each construct was tried")
	if err := f.Parse(args); err != nil {
		if errors.Is(err, pflag.ErrHelp) {
			return 0
		}
		return usage(err.Error())
	}
	c.stream = gen.Stream(*stream)
	switch {
	case f.NArg() > 0:
		return usage("there are no arguments, only options")
	case c.stream != gen.RaceFree && c.stream != gen.Racy:
		return usage(fmt.Sprintf("--stream=%s: want race-free or racy", *stream))
	case c.jobs < 1 || c.batch < 1 || c.most < 1 || c.table < 0 || c.tries < 0 || c.limit < 0:
		return usage("--jobs, --batch and --most are at least 1, --table, --tries and --time at least 0")
	}
	if *show {
		for i := range c.count {
			fmt.Print(gen.Text(gen.New(c.seed+i, c.stream)))
		}
		return 0
	}
	if *mutate {
		missed, err := plant(c.w, mutants.All, c.seed, c.batch, int(c.count))
		if err != nil {
			fmt.Fprintln(os.Stderr, "vfuzz:", err)
		}
		if err != nil || len(missed) > 0 {
			return 1
		}
		return 0
	}
	if c.stream == gen.Racy {
		c.batch = 1 // the order of all lines counts
	}
	start := time.Now()
	if err := c.run(); err != nil {
		fmt.Fprintln(os.Stderr, "vfuzz:", err)
		return 1
	}
	c.summary(*constructs)
	fmt.Fprintf(c.w, "took %v\n", time.Since(start).Round(time.Second))
	if len(c.findings) > 0 {
		return 1
	}
	return 0
}

func usage(msg string) int {
	fmt.Fprintln(os.Stderr, "vfuzz:", msg)
	return 2
}
