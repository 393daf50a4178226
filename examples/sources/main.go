// Sources tells which source each file is from, and how its rows were read: records,
// rejects by reason, records given twice, and what sums leave out.
//
//	go run ./examples/sources FILE...
//	go run ./examples/sources FOLDER          all files in it and in the folders below
//	go run ./examples/sources - < FILE        standard input
//	go run ./examples/sources -mapping columns.json FILE...   tables of one's own making
//	go run ./examples/sources -crs JSON FILE...               pivot tables of the OECD's CRS
//
// It reads every format that package load knows, in gzip or ZIP or not; -data FILE is
// the same as FILE. With -json it prints a report a line. Exit status 1: a file could
// not be read, or a row was rejected; 2: the command line is wrong.
package main

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/tabular"
)

//go:embed main.go
var source string

func main() { program.Main("sources", run) }

// pivot is what -crs says.
const pivot = `{"flow":"disbursement","unit":"1000000 USD","year":2019}`

// run prints the report of the files that args name.
func run(ctx context.Context, s program.Streams, args []string) error {
	flags := program.New("sources", source, s)
	flags.DataFlag("a `FILE`", false)
	flags.JSONFlag("print the reports as JSON, one a line")
	var options load.Options
	flags.Func("mapping", "JSON `FILE` that says in what tables differ from the library's own form", func(name string) (err error) {
		options.Mapping, err = readMapping(name)
		return err
	})
	flags.Func("crs", "what pivot tables of the OECD's CRS do not say of themselves, as `JSON`: "+pivot, func(text string) error {
		d := json.NewDecoder(strings.NewReader(text))
		d.DisallowUnknownFields()
		if err := d.Decode(&options.CRS); err != nil {
			return fmt.Errorf("%w: want as in %s", err, pivot)
		}
		return nil
	})
	flags.BoolVar(&options.Strict, "strict", false, "stop at the first rejected row")
	names, err := flags.Parse(args)
	if err != nil {
		return err
	}
	if names = append(flags.Data, names...); len(names) == 0 {
		return program.Usage("no file: give files, folders, or - for standard input")
	}
	if names, err = filesIn(names); err != nil {
		return err
	}
	out := bufio.NewWriter(s.Out)
	err = report(ctx, flags, out, names, options)
	return errors.Join(err, out.Flush())
}

// report reads the files and prints how their rows were read.
func report(ctx context.Context, flags *program.Flags, out *bufio.Writer, names []string, options load.Options) error {
	var files []*load.File
	var errs []error
	rejected := 0
	for _, name := range names {
		file, err := flags.LoadFile(ctx, name, options)
		if err != nil {
			errs = append(errs, err)
		}
		rejected += file.Report.Rejected
		if file.Report.Rows > 0 || err == nil {
			files = append(files, file)
		}
	}
	working := flags.Working("putting the records together")
	data, err := load.Dataset(files...)
	working()
	if err != nil {
		errs = append(errs, fmt.Errorf("no one dataset of these files: %w", err))
	}
	enc := json.NewEncoder(out)
	for _, file := range files {
		if flags.JSON {
			if err := enc.Encode(file.Report); err != nil {
				return err
			}
			continue
		}
		fmt.Fprint(out, file.Report)
		if sums, err := file.Sums(); err == nil {
			fmt.Fprint(out, sums)
		}
	}
	if data != nil && len(files) > 0 && !flags.JSON {
		of := "1 file"
		if len(files) > 1 {
			of = fmt.Sprintf("%d files", len(files))
		}
		fmt.Fprintf(out, "one dataset of %s, digest %.12s…\n", of, data.Digest())
	}
	if rejected > 0 {
		errs = append(errs, fmt.Errorf("%w: %d", program.ErrRejected, rejected))
	}
	return errors.Join(errs...)
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
