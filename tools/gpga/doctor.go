package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/tools/doctor"
)

// requireMetal is the variable that stands for --require-metal.
const requireMetal = "REQUIRE_METAL"

func newDoctor() *cobra.Command {
	var asJSON, require bool
	var where archiveFlags
	guard := guardFlags{time: time.Minute, memory: "4G"} // a slow Mac is no broken one
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Find out what this machine has for gpga, and whether gpga works on it",
		Long: `Tells of the system, its Metal devices, the archive of compiled kernels and the tools that are installed, compares gpga's table
of selectors with the methods that this system has, and simulates a small design on each engine that is here. The exit status is
1 when one of these does not work. ` + requireMetal + `=1 in the environment stands for --require-metal.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("gpga doctor takes no arguments")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if v := os.Getenv(requireMetal); v != "" && !c.Flags().Changed("require-metal") {
				var err error
				if require, err = strconv.ParseBool(v); err != nil {
					return usageError{fmt.Errorf("%s=%s: want 1 or 0", requireMetal, v)}
				}
			}
			noPlace := ""
			dir, bound, err := where.place()
			if errors.As(err, new(usageError)) {
				return err
			} else if err != nil {
				noPlace = err.Error()
			}
			guarding, err := guard.guarding()
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			context.AfterFunc(ctx, stop) // a second signal ends the program at once
			o := doctor.Options{Gpga: version + revision(), Metal: metalSystem, RequireMetal: require, Archive: dir, ArchiveSize: bound, NoArchive: noPlace, Guard: guarding}
			text := doctor.Text{W: c.OutOrStdout()}
			if !asJSON {
				o.Listener = text
			}
			r, err := doctor.Run(ctx, o)
			if err != nil {
				fmt.Fprintln(os.Stderr, "\ngpga: interrupted")
				return exitError{130}
			}
			if asJSON {
				e := json.NewEncoder(c.OutOrStdout())
				e.SetIndent("", "  ")
				if err := e.Encode(r); err != nil {
					return err
				}
			} else {
				text.End(r)
			}
			if len(r.Problems) > 0 {
				return exitError{1}
			}
			return nil
		},
	}
	where.add(c.Flags())
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&require, "require-metal", false, "a missing Metal device is a problem")
	return c
}
