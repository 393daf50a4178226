// Command sources tells which source each file is from, and what becomes of its
// rows: records, rejects by reason, records given twice, and what sums leave out.
//
//	go run ./examples/sources FILE…
//	go run ./examples/sources FOLDER          all files in it and in the folders below
//	go run ./examples/sources - < FILE        standard input
//	go run ./examples/sources -mapping columns.json FILE…   tables of one's own making
//
// It reads every format that package load knows, in gzip or ZIP or not. The exit status is 1 if a file
// could not be read or a row was rejected.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/tabular"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	status := run(os.Args[1:], os.Stdin, out, os.Stderr)
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, "sources:", err)
		status = 1
	}
	os.Exit(status)
}

// run prints the report of the files that args name and returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("sources", flag.ContinueOnError)
	flags.SetOutput(stderr)
	mapping := flags.String("mapping", "", "JSON `file` that says in what tables differ from the library's own form")
	strict := flags.Bool("strict", false, "stop at the first rejected row")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: sources [-mapping columns.json] [-strict] FILE|FOLDER|-…")
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
	names, err := filesIn(flags.Args())
	if err != nil {
		fmt.Fprintln(stderr, "sources:", err)
		return 1
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	for _, name := range names {
		file, err := open(ctx, name, stdin, options)
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

// open reads a file, or standard input where its name is "-".
func open(ctx context.Context, name string, stdin io.Reader, options load.Options) (*load.File, error) {
	if name == "-" {
		return load.Read(ctx, stdin, "standard input", options)
	}
	return load.Open(ctx, name, options)
}

// filesIn returns the files that arguments name, those in folders by their names in
// order. Hidden ones in folders are left out.
func filesIn(args []string) ([]string, error) {
	var files []string
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			files = append(files, arg) // opening it says what is wrong
			continue
		}
		err = filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			hidden := path != arg && strings.HasPrefix(d.Name(), ".")
			switch {
			case err != nil:
				return err
			case hidden && d.IsDir():
				return fs.SkipDir
			case !hidden && d.Type().IsRegular():
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
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
