// Projects answers who built what, where, and with whose money, over files of
// AidData's GCDF 3.0, of IATI, and tables of projects: what was committed by recipient,
// sector, year and status, what was paid, who paid and who built. Every figure has
// beside it what it rests on, and what was left out is listed with the reason.
//
//	go run ./examples/projects [-recipient CELAC] [-on 2021-12-31] [-from 2000] [-to 2021] [-list 20] FILE...
//
// A file may be any that package load reads; - is standard input, and -data FILE is the
// same as FILE. Exit status 1: no answer, or rows of the files were rejected and it
// rests on the others; 2: the command line is wrong.
package main

import (
	"bufio"
	"context"
	_ "embed"
	"errors"
	"fmt"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/projects"
)

//go:embed main.go
var source string

func main() { program.Main("projects", run) }

func run(ctx context.Context, s program.Streams, args []string) error {
	flags := program.New("projects", source, s)
	flags.DataFlag("a `FILE` of projects", false)
	flags.OnFlag(lac.DateOf(2021, 12, 31), "the `DAY` whose members a bloc has; 2021-12-31 without it")
	r := report{recipient: lac.CELAC, columns: s.Columns}
	flags.TextVar(&r.recipient, "recipient", r.recipient, "the country, region or bloc, an `AREA`, that the projects are in")
	from := flags.Int("from", 0, "the first `YEAR` of commitments and payments, 0 for any")
	to := flags.Int("to", 0, "the last `YEAR`, 0 for any")
	flags.IntVar(&r.most, "list", 20, "the `NUMBER` of undertakings that are listed")
	files, err := flags.Parse(args)
	if err != nil {
		return err
	}
	switch files = append(flags.Data, files...); {
	case r.most < 0:
		return program.Usage("-list %d: want a number from 0 on", r.most)
	case *from < 0 || *from > 9999 || *to < 0 || *to > 9999:
		return program.Usage("-from %d -to %d: want years from 1 to 9999, or 0 for any", *from, *to)
	case r.recipient == 0:
		return program.Usage("-recipient: want a country, region or bloc")
	case len(files) == 0:
		return program.Usage("no file: give files of AidData's GCDF, of IATI, or tables of projects")
	}
	r.on = flags.Day
	if r.period, err = years(*from, *to); err != nil {
		return &program.UsageError{Err: err}
	}
	rejected := 0
	for _, name := range files {
		f, err := flags.LoadFile(ctx, name, load.Options{})
		if err != nil {
			return err
		}
		for _, reject := range f.Report.Rejects {
			fmt.Fprintf(s.Err, "rejected %d for %s %s; the first: %v\n", reject.Rows, reject.Field, reject.Reason, reject.First)
		}
		rejected += f.Report.Rejected
		r.files = append(r.files, f)
	}
	defer flags.Working("adding up")()
	if r.data, err = load.Dataset(r.files...); err != nil {
		return err
	}
	if !holdsProjects(r.data) {
		return errors.New("no projects in the files")
	}
	r.list = projects.Of(r.data)
	out := bufio.NewWriter(s.Out)
	if err = r.print(out); err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = program.Rejected(rejected, "the answer rests")
	}
	return err
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

func holdsProjects(data *lac.Dataset) bool {
	for range data.Projects() {
		return true
	}
	return false
}
