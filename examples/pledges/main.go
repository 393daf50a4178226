// Pledges prints the ledger of what China and its partners in Latin America and
// the Caribbean pledged, meeting by meeting, and how each pledge stands on a day:
// what was promised for when, what records and later statements show, what was due
// by then, and of a level to be reached on whose books it was, and when.
//
//	go run ./examples/pledges [-on 2025-06-09] [-policy strict] [-data FILE]...
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/load"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "pledges:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("pledges", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // an error is printed once, by main
	today := time.Now()
	on := lac.DateOf(today.Year(), today.Month(), today.Day())
	flags.TextVar(&on, "on", on, "the `day` at the end of which pledges are judged")
	policyName := flags.String("policy", "default", "by which rule an open pledge is on track: that of the policy default, strict or loose, or of the one in the JSON `FILE`")
	var files []string
	flags.Func("data", "add the records of `FILE`, such as pledges and what was delivered, to the almanac's; may be repeated", func(s string) error {
		files = append(files, s)
		return nil
	})
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			flags.SetOutput(stderr)
			flags.PrintDefaults()
			return nil
		}
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if on.IsZero() {
		return errors.New("-on: no day given")
	}
	policy, err := readPolicy(*policyName)
	if err != nil {
		return err
	}
	data, rejected, err := dataset(files, stderr)
	if err != nil {
		return err
	}
	if err := writeLedger(stdout, data, on, policy); err != nil {
		return err
	}
	if rejected > 0 {
		return fmt.Errorf("%d rows of the files were rejected, as said above; the ledger rests on the others", rejected)
	}
	return nil
}

// readPolicy returns a policy by its name, or reads it from a file.
func readPolicy(name string) (p check.Policy, err error) {
	switch name {
	case "default":
		return check.Default(), nil
	case "strict":
		return check.Strict(), nil
	case "loose":
		return check.Loose(), nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return p, fmt.Errorf("policy %q: want default, strict, loose or a JSON file: %w", name, err)
	}
	if err := json.Unmarshal(text, &p); err != nil {
		return p, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

// dataset returns the almanac with the records of files, and the number of rows
// that were rejected. What became of each file is printed.
func dataset(names []string, stderr io.Writer) (data *lac.Dataset, rejected int, err error) {
	facts, err := almanac.Records()
	if err != nil {
		return nil, 0, err
	}
	files := []*load.File{{Records: facts}}
	for _, name := range names {
		f, err := load.Open(context.Background(), name, load.Options{})
		if err != nil {
			return nil, 0, err
		}
		fmt.Fprint(stderr, f.Report)
		files = append(files, f)
		rejected += f.Report.Rejected
	}
	data, err = load.Dataset(files...)
	return data, rejected, err
}
