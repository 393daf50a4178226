// Projects answers who built what, where, and with whose money, over files of
// AidData's GCDF 3.0, of IATI, and tables of projects: what was committed by recipient,
// sector, year and status, what was paid, who paid and who built. Every figure has
// beside it what it rests on, and what was left out is listed with the reason.
//
//	go run ./examples/projects [-recipient CELAC] [-on 2021-12-31] [-from 2000] [-to 2021] [-list 20] FILE...
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/projects"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	if err := errors.Join(run(os.Args[1:], out, os.Stderr), out.Flush()); err != nil {
		fmt.Fprintln(os.Stderr, "projects:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("projects", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // an error is printed once, by main
	r := report{recipient: lac.CELAC, on: lac.DateOf(2021, 12, 31)}
	flags.TextVar(&r.recipient, "recipient", r.recipient, "the country, region or bloc that the projects are in")
	flags.TextVar(&r.on, "on", r.on, "the `day` whose members a bloc has")
	from := flags.Int("from", 0, "the first `year` of commitments and payments, 0 for any")
	to := flags.Int("to", 0, "the last `year`, 0 for any")
	flags.IntVar(&r.most, "list", 20, "how many undertakings are listed")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			flags.SetOutput(stderr)
			flags.PrintDefaults()
			return nil
		}
		return err
	}
	switch {
	case r.most < 0:
		return fmt.Errorf("-list %d: want a number from 0 on", r.most)
	case *from < 0 || *from > 9999 || *to < 0 || *to > 9999:
		return fmt.Errorf("-from %d -to %d: want years from 1 to 9999, or 0 for any", *from, *to)
	case r.recipient == 0:
		return errors.New("-recipient: want a country, region or bloc")
	case r.on.IsZero():
		return errors.New("-on: want a day, such as 2021-12-31")
	}
	if flags.NArg() == 0 {
		return errors.New("no file: give files of AidData's GCDF, of IATI, or tables of projects")
	}
	var err error
	if r.period, err = years(*from, *to); err != nil {
		return err
	}
	for _, path := range flags.Args() {
		f, err := load.Open(context.Background(), path, load.Options{})
		if err != nil {
			return err
		}
		for _, reject := range f.Report.Rejects {
			fmt.Fprintf(stderr, "rejected %d for %s %s; the first: %v\n", reject.Rows, reject.Field, reject.Reason, reject.First)
		}
		r.files = append(r.files, f)
	}
	if r.data, err = load.Dataset(r.files...); err != nil {
		return err
	}
	r.list = projects.Of(r.data)
	return r.print(stdout)
}

// years returns a period of whole years, zero if neither end is given.
func years(from, to int) (lac.Period, error) {
	switch {
	case from == 0 && to == 0:
		return lac.Period{}, nil
	case from == 0:
		return lac.ParsePeriod(fmt.Sprintf("../%04d", to))
	case to == 0:
		return lac.ParsePeriod(fmt.Sprintf("%04d/..", from))
	}
	return lac.ParsePeriod(fmt.Sprintf("%04d/%04d", from, to))
}
