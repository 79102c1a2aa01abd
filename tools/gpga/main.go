package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/tools/flow"
	"github.com/gpga/gpga/tools/measure"
)

// version is the release; builds of a checkout carry the revision that the Go toolchain records.
const version = "0.1"

// usageError is wrong usage: exit status 2.
type usageError struct{ error }

// exitError ends the program with a status and no message.
type exitError struct{ code int }

func (e exitError) Error() string { return fmt.Sprintf("exit status %d", e.code) }

func main() {
	measure.Child()
	if os.Getenv("GOGC") == "" {
		// A run makes much that lives to its end: collecting less often takes a quarter of the time off a large design's compilation.
		debug.SetGCPercent(300)
	}
	os.Exit(run(os.Args[1:]))
}

// run is main with the exit status as its result.
func run(args []string) (status int) {
	defer func() {
		if r := recover(); r != nil {
			status = reportCrash(os.Stderr, r, args)
		}
	}()
	// bazel run starts programs in a folder of its own and tells where the user is.
	if dir := host.WorkingDir(); dir != "" {
		if err := os.Chdir(dir); err != nil {
			fmt.Fprintf(os.Stderr, "gpga: BUILD_WORKING_DIRECTORY: %v\n", err)
			return 1
		}
	}
	args, err := expand(args)
	if err == nil {
		root := newRoot()
		root.SetArgs(args)
		err = root.Execute()
	}
	var usage usageError
	var exit exitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.code
	case errors.As(err, &usage):
		fmt.Fprintf(os.Stderr, "gpga: %v\n", err)
		return 2
	case errors.Is(err, flow.ErrDiagnostics):
		return 1
	}
	fmt.Fprintf(os.Stderr, "gpga: %v\n", err)
	return 1
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "gpga",
		Short:         "gpga compiles Verilog to Metal kernels and simulates it",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("unknown command %q; see gpga --help", args[0])}
			}
			return c.Help()
		},
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{err} })
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(newRun(), newEmit(), newCheck(), newLint(), newExplain(), newCost(), newMeasure(), newVersion(), newSample(), newBisect(), newArchive(), newMetalCompile(), newDoctor())
	return root
}

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("gpga version takes no arguments")}
			}
			return nil
		},
		Run: func(c *cobra.Command, args []string) {
			fmt.Fprintf(c.OutOrStdout(), "gpga %s%s\n", version, revision())
		},
	}
}

// revision is the commit that this was built of, in parentheses, where the Go toolchain recorded it.
func revision() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				return " (" + s.Value[:12] + ")"
			}
		}
	}
	return ""
}

// sourceArgs asks for at least one file.
func sourceArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{fmt.Errorf("gpga %s: no source file is named", c.Name())}
	}
	return nil
}
