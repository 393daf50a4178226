// Command sources tells which source each file is from, and what becomes of its
// rows: records, rejects by reason, records given twice, and what sums leave out.
//
//	go run ./examples/sources FILE…
//	go run ./examples/sources -mapping columns.json FILE…   tables of one's own making
//
// It reads files of UN Comtrade, IATI, AidData, China customs and WITS, tables and
// JSON of records, and ClaimReviews, gzip or not. The exit status is 1 if a file
// could not be read or a row was rejected.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/tabular"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run prints the report of the files that args name and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("sources", flag.ContinueOnError)
	flags.SetOutput(stderr)
	mapping := flags.String("mapping", "", "JSON `file` that says in what tables differ from the library's own form")
	strict := flags.Bool("strict", false, "stop at the first rejected row")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: sources [-mapping columns.json] [-strict] FILE…")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return 2
	}
	options := load.Options{Strict: *strict}
	if *mapping != "" {
		var err error
		if options.Mapping, err = readMapping(*mapping); err != nil {
			fmt.Fprintln(stderr, "sources:", err)
			return 2
		}
	}
	status := 0
	var files []*load.File
	for _, name := range flags.Args() {
		file, err := load.Open(context.Background(), name, options)
		if err != nil {
			fmt.Fprintln(stderr, "sources:", err)
			status = 1
		}
		if file.Report.Rejected > 0 {
			status = 1
		}
		if file.Report.Rows > 0 || err == nil {
			files = append(files, file)
		}
	}
	data, err := load.Dataset(files...)
	for _, file := range files {
		fmt.Fprint(stdout, file.Report)
		if sums, err := file.Sums(); err == nil {
			fmt.Fprint(stdout, sums)
		}
	}
	if err != nil {
		fmt.Fprintln(stderr, "sources: no one dataset of these files:", err)
		return 1
	}
	fmt.Fprintf(stdout, "one dataset of %d files, digest %.12s…\n", len(files), data.Digest())
	return status
}

func readMapping(name string) (tabular.Mapping, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return tabular.Mapping{}, err
	}
	m, err := tabular.ParseMapping(text)
	if err != nil {
		return tabular.Mapping{}, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}
