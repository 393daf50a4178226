// Projects answers who built what, where, and with whose money, over files of
// AidData's GCDF 3.0 (CSV) and of IATI (XML): what was committed by recipient,
// sector, year and status, what was paid, who paid and who built. Every figure has
// beside it what it rests on, and what was left out is listed with the reason.
//
//	go run ./examples/projects [-recipient CELAC] [-on 2021-12-31] [-from 2000] [-to 2021] [-list 20] FILE...
package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/gcdf"
	"github.com/sinolac/sinolac/lac/iati"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
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
	flags.IntVar(&r.list, "list", 20, "how many undertakings are listed")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			flags.SetOutput(stderr)
			flags.PrintDefaults()
			return nil
		}
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("no file: give files of AidData's GCDF (CSV) or of IATI (XML)")
	}
	var err error
	if r.period, err = years(*from, *to); err != nil {
		return err
	}
	var bundles []lac.Records
	for _, path := range flags.Args() {
		f, err := read(path)
		if err != nil {
			return err
		}
		for _, e := range f.rejected {
			fmt.Fprintln(stderr, "rejected:", e)
		}
		r.files = append(r.files, f)
		bundles = append(bundles, lac.Records{Sources: []lac.Source{f.source}, Projects: f.projects})
	}
	if r.data, err = lac.NewDataset(bundles...); err != nil {
		return err
	}
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

// A file is what was read of one.
type file struct {
	name     string
	source   lac.Source
	rows     int
	projects []lac.Project
	rejected []*lac.RowError
}

// read reads a file of either format, which the first letter tells apart. Its
// source has the name of the file.
func read(path string) (file, error) {
	isXML, err := beginsAsXML(path)
	if err != nil {
		return file{}, err
	}
	f := file{name: filepath.Base(path)}
	source, _, _ := strings.Cut(f.name, ".")
	if isXML {
		r, err := iati.Open(path)
		if err != nil {
			return file{}, err
		}
		defer r.Close()
		r.Source = source
		if f.projects, f.rejected, err = r.ReadAll(); err != nil {
			return file{}, err
		}
		f.source, f.rows = r.SourceRecord(), r.Stats().Rows
		return f, nil
	}
	r, err := gcdf.Open(path)
	if err != nil {
		return file{}, err
	}
	defer r.Close()
	r.Source = source
	if f.projects, f.rejected, err = r.ReadAll(); err != nil {
		return file{}, err
	}
	f.source, f.rows = r.SourceRecord(), r.Stats().Rows
	return f, nil
}

// beginsAsXML reports whether a file, which may be compressed with gzip, begins
// with an angle bracket.
func beginsAsXML(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	if magic, _ := in.Peek(2); string(magic) == "\x1f\x8b" {
		packed, err := gzip.NewReader(in)
		if err != nil {
			return false, fmt.Errorf("%s: %w", path, err)
		}
		in = bufio.NewReader(packed)
	}
	begin, _ := in.Peek(64)
	return strings.HasPrefix(strings.TrimLeft(string(begin), "\ufeff \t\r\n"), "<"), nil
}
