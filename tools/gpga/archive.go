package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/archive"
	"github.com/gpga/gpga/tools/flow"
)

// newArchive is the command for the archive of compiled pipelines.
func newArchive() *cobra.Command {
	var where archiveFlags
	var asJSON bool
	c := &cobra.Command{
		Use:   "archive",
		Short: "Look at and fill the archive of compiled pipelines",
		Long: `Look at and fill the archive of compiled pipelines, which --engine=metal takes kernels from instead of compiling them.

An entry is good for one GPU, one build of macOS and one text. The vm kernels serve every design: harvested once, a simulation
starts without a compilation.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("unknown command %q; see gpga archive --help", args[0])}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return c.Help() },
	}
	where.add(c.PersistentFlags())
	c.PersistentFlags().BoolVar(&asJSON, "json", false, "print JSON")
	c.AddCommand(newArchiveList(&where, &asJSON), newArchiveHarvest(&where, &asJSON), newArchiveClear(&where, &asJSON), newArchiveVerify(&where, &asJSON))
	return c
}

// noArgs refuses arguments.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s takes no arguments", c.CommandPath())}
	}
	return nil
}

// archiveRow is an entry as the commands print it.
type archiveRow struct {
	Name string `json:"name"`
	*archive.Entry
	Size  int64     `json:"size"` // of all its files
	Used  time.Time `json:"used"`
	State string    `json:"state,omitempty"`
	Why   string    `json:"why,omitempty"`
}

// States of an entry.
const (
	archiveNew      = "new"      // harvested just now
	archiveThere    = "there"    // it was there
	archiveUsable   = "usable"   // Metal gave its pipeline
	archiveWhole    = "whole"    // its files are as written; it is for another GPU or system
	archiveUnusable = "unusable" // it is not
)

func rowOf(e *archive.Entry, state string, why error) archiveRow {
	r := archiveRow{Name: e.Name(), Entry: e, Size: e.Size, Used: e.Used.UTC(), State: state}
	if why == nil {
		why = e.Bad
	}
	if why != nil {
		r.State, r.Why = archiveUnusable, why.Error()
	}
	return r
}

// printJSONValue prints a value with indents.
func printJSONValue(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// printRows prints entries, a line each.
func printRows(w io.Writer, rows []archiveRow, state bool) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	head := "ENTRY\tFORM\tDESIGN\tKIB\tLIBRARY\tPIPELINE\tUSED\tGPU\tSYSTEM"
	if state {
		head = "STATE\t" + head
	}
	fmt.Fprintln(t, head)
	for _, r := range rows {
		if state {
			fmt.Fprintf(t, "%s\t", r.State)
		}
		if r.Bad != nil {
			fmt.Fprintf(t, "%.14s\t?\t%s\t%d\t\t\t\t\t\n", r.Name, r.Why, r.Size>>10)
			continue
		}
		fmt.Fprintf(t, "%.14s\t%s\t%s\t%d\t%v\t%v\t%s\t%s\t%s\n", r.Name, r.Form, r.Design, r.Size>>10, r.Library.Round(time.Millisecond), r.Pipeline.Round(time.Millisecond),
			r.Entry.Used.Local().Format("2006-01-02 15:04"), r.GPU, r.Build)
	}
	return t.Flush()
}

func newArchiveList(where *archiveFlags, asJSON *bool) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the archive's entries, the latest used first",
		Args:  noArgs,
		RunE: func(c *cobra.Command, args []string) error {
			s, err := where.open()
			if err != nil {
				return err
			}
			list, err := s.List()
			if err != nil {
				return err
			}
			rows := []archiveRow{}
			st := archive.State{Dir: s.Dir(), Size: s.Size()}
			for _, e := range list {
				rows = append(rows, rowOf(e, "", nil))
				st.Entries++
				st.Bytes += e.Size
				if e.Bad != nil {
					st.Unusable++
				}
			}
			if *asJSON {
				return printJSONValue(c.OutOrStdout(), struct {
					archive.State
					List []archiveRow `json:"list"`
				}{st, rows})
			}
			if len(rows) > 0 {
				if err := printRows(c.OutOrStdout(), rows, false); err != nil {
					return err
				}
			}
			_, err = fmt.Fprintf(c.OutOrStdout(), "%d entries, %d KiB of %d MiB, in %s\n", st.Entries, st.Bytes>>10, st.Size>>20, st.Dir)
			return err
		},
	}
}

func newArchiveClear(where *archiveFlags, asJSON *bool) *cobra.Command {
	return &cobra.Command{
		Use:   "clear",
		Short: "Remove all entries",
		Args:  noArgs,
		RunE: func(c *cobra.Command, args []string) error {
			s, err := where.open()
			if err != nil {
				return err
			}
			n, bytes, err := s.Clear()
			if err != nil {
				return err
			}
			if *asJSON {
				return printJSONValue(c.OutOrStdout(), struct {
					Dir     string `json:"dir"`
					Entries int    `json:"entries"`
					Bytes   int64  `json:"bytes"`
				}{s.Dir(), n, bytes})
			}
			_, err = fmt.Fprintf(c.OutOrStdout(), "%d entries removed, %d KiB\n", n, bytes>>10)
			return err
		},
	}
}

// metalOptions opens Metal and the archive for work on it.
func metalOptions(where *archiveFlags, g *guardFlags) (o metal.Options, err error) {
	if o.Guard, err = g.guarding(); err != nil {
		return o, err
	}
	if o.Archive, err = where.open(); err != nil {
		return o, err
	}
	if o.System, err = metalSystem(); err != nil {
		return o, fmt.Errorf("gpga archive: %w", err)
	}
	return o, nil
}

func newArchiveHarvest(where *archiveFlags, asJSON *bool) *cobra.Command {
	var src sourceFlags
	var g guardFlags
	c := &cobra.Command{
		Use:   "harvest [FILE...]",
		Short: "Compile the vm kernels into the archive, and the kernel of a design where files are named",
		RunE: func(c *cobra.Command, args []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			o, _, err := src.options(args)
			if err != nil {
				return err
			}
			kernels, err := flow.GenericKernels()
			if err != nil {
				return err
			}
			if len(o.Files) > 0 {
				b, err := flow.Compile(o, flow.ToKernel)
				src.report(b)
				if err != nil {
					return err
				}
				list, err := b.MetalKernels()
				if err != nil {
					return err
				}
				if list.Specialised != nil {
					kernels = append(kernels, list.Specialised)
				}
			}
			mo, err := metalOptions(where, &g)
			if err != nil {
				return err
			}
			rows := []archiveRow{}
			failed := false
			for _, k := range kernels {
				e, made, notes, err := metal.Harvest(ctx, k, mo)
				for _, n := range notes {
					fmt.Fprintf(os.Stderr, "gpga: warning: %s\n", n)
				}
				var off *metal.OffError
				switch {
				case ctx.Err() != nil:
					return exitError{130}
				case errors.As(err, &off), errors.Is(err, metal.ErrNoDevice):
					return err
				case err != nil:
					fmt.Fprintf(os.Stderr, "gpga: %s, %s: %v\n", k.Form, k.Design, err)
					failed = true
				case made:
					rows = append(rows, rowOf(e, archiveNew, nil))
				default:
					e.Size = e.Bytes
					rows = append(rows, rowOf(e, archiveThere, nil))
				}
			}
			if *asJSON {
				err = printJSONValue(c.OutOrStdout(), rows)
			} else {
				err = printRows(c.OutOrStdout(), rows, true)
			}
			if err == nil && failed {
				return exitError{1}
			}
			return err
		},
	}
	src.add(c.Flags())
	g.add(c.Flags())
	return c
}

func newArchiveVerify(where *archiveFlags, asJSON *bool) *cobra.Command {
	var g guardFlags
	var drop bool
	c := &cobra.Command{
		Use:   "verify",
		Short: "Check every entry: its files, and on its GPU and system that Metal takes its pipeline from it",
		Args:  noArgs,
		RunE: func(c *cobra.Command, args []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			mo, err := metalOptions(where, &g)
			if err != nil {
				return err
			}
			list, err := mo.Archive.List()
			if err != nil {
				return err
			}
			rows := []archiveRow{}
			bad := 0
			for _, e := range list {
				here, err := metal.Prove(ctx, e, mo)
				var off *metal.OffError
				switch {
				case ctx.Err() != nil:
					return exitError{130}
				case errors.As(err, &off), errors.Is(err, metal.ErrNoDevice):
					return err
				case err != nil:
					bad++
					rows = append(rows, rowOf(e, archiveUnusable, err))
					if drop {
						if err := mo.Archive.Drop(e); err != nil {
							return err
						}
					}
				case here:
					rows = append(rows, rowOf(e, archiveUsable, nil))
				default:
					rows = append(rows, rowOf(e, archiveWhole, nil))
				}
			}
			if *asJSON {
				err = printJSONValue(c.OutOrStdout(), rows)
			} else if err = printRows(c.OutOrStdout(), rows, true); err == nil {
				for _, r := range rows {
					if r.State == archiveUnusable {
						fmt.Fprintf(c.OutOrStdout(), "%.14s: %s\n", r.Name, r.Why)
					}
				}
			}
			if err == nil && bad > 0 && !drop {
				return exitError{1}
			}
			return err
		},
	}
	g.add(c.Flags())
	c.Flags().BoolVar(&drop, "drop", false, "remove entries that are unusable, and end well")
	return c
}
