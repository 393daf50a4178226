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
	"flag"
	"fmt"
	"os"

	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/tabular"
)

func main() {
	mapping := flag.String("mapping", "", "JSON `file` that says in what tables differ from the library's own form")
	strict := flag.Bool("strict", false, "stop at the first rejected row")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: sources [-mapping columns.json] [-strict] FILE…")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	options := load.Options{Strict: *strict}
	if *mapping != "" {
		var err error
		if options.Mapping, err = readMapping(*mapping); err != nil {
			fmt.Fprintln(os.Stderr, "sources:", err)
			os.Exit(2)
		}
	}
	status := 0
	var files []*load.File
	for _, name := range flag.Args() {
		file, err := load.Open(name, options)
		if err != nil {
			fmt.Fprintln(os.Stderr, "sources:", err)
			status = 1
		}
		if file.Report.Rejected > 0 {
			status = 1
		}
		if file.Report.Rows > 0 || err == nil {
			files = append(files, &file)
		}
	}
	data, err := load.Dataset(files...)
	for _, file := range files {
		fmt.Print(file.Report)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "sources: no one dataset of these files:", err)
		os.Exit(1)
	}
	fmt.Printf("one dataset of %d files, digest %.12s…\n", len(files), data.Digest())
	os.Exit(status)
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
