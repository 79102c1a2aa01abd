package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/tools/flow"
)

func newLint() *cobra.Command {
	src := sourceFlags{lint: true, toStdout: true}
	c := &cobra.Command{
		Use:   "lint FILE...",
		Short: "Say what in a design is legal and probably a mistake",
		Long: `Elaborate a design and report what is legal and probably not meant: widths that do not fit, nets without drivers or readers,
latches, several drivers, races, and more. -W no-CLASS switches a class off, -W error=CLASS makes it an error; comments and
--waive FILE drop single warnings (docs/diagnostics.md). The exit status is 0 with warnings and 1 with errors.`,
		Args: sourceArgs,
		RunE: func(c *cobra.Command, args []string) error {
			o, _, err := src.options(args)
			if err != nil {
				return err
			}
			if len(o.Files) == 0 {
				return usageError{errors.New("gpga lint: no source file is named")}
			}
			b, err := flow.Compile(o, flow.ToDesign)
			return errors.Join(err, src.report(b))
		},
	}
	src.add(c.Flags())
	return c
}

func newExplain() *cobra.Command {
	page := false
	c := &cobra.Command{
		Use:   "explain CODE...",
		Short: "Print what is known about the codes of diagnostics, or about all of a warning class",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 != page {
				return usageError{fmt.Errorf("gpga explain: want a code such as E2002 or a warning class, or --page")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			var text bytes.Buffer
			if page {
				if err := diag.Document(&text); err != nil {
					return err
				}
			}
			for i, a := range args {
				var codes []diag.Code
				if diag.Explain(diag.Code(strings.ToUpper(a))) != "" {
					codes = append(codes, diag.Code(strings.ToUpper(a)))
				}
				for _, info := range diag.Table() {
					if info.Class != "" && info.Class == a {
						codes = append(codes, info.Code)
					}
				}
				if len(codes) == 0 {
					return usageError{fmt.Errorf("gpga explain: there is no code and no warning class %q", a)}
				}
				for k, code := range codes {
					if i+k > 0 {
						text.WriteByte('\n')
					}
					text.WriteString(diag.Explain(code))
				}
			}
			_, err := os.Stdout.Write(text.Bytes())
			return err
		},
	}
	c.Flags().BoolVar(&page, "page", false, "print the page of all codes, docs/diagnostics.md")
	return c
}
