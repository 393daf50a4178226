package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/load"
)

// A cut is some bytes of a file, if it is one.
type cut struct {
	is       bool
	from, to int64 // 0: the end
}

// bytesOf reads FROM-TO and FROM-.
func bytesOf(text string) (c cut, err error) {
	if text == "" {
		return c, nil
	}
	first, last, ok := strings.Cut(text, "-")
	if ok {
		c.from, err = strconv.ParseInt(first, 10, 64)
	}
	if ok && err == nil && last != "" {
		c.to, err = strconv.ParseInt(last, 10, 64)
	}
	if c.is = ok && err == nil && c.from >= 0 && (last == "" || c.to > c.from); !c.is {
		return c, program.Usage("-bytes %q: want FROM-TO, two numbers of which the second is greater, or FROM-", text)
	}
	return c, nil
}

// writePart adds up files of UN Comtrade, and writes what came of it to part, for
// [mergeParts]. It returns how many rows were rejected.
func writePart(ctx context.Context, flags *program.Flags, part string, s *lac.TradeStream, names []string, of cut) (int, error) {
	rejected := 0
	for _, name := range names {
		n, err := readInto(ctx, flags, s, name, of)
		if err != nil {
			return 0, err
		}
		rejected += n
	}
	b, err := s.MarshalBinary()
	if err != nil {
		return 0, err
	}
	return rejected, flags.WriteFile(part, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// readInto adds up one file, or some bytes of it.
func readInto(ctx context.Context, flags *program.Flags, s *lac.TradeStream, name string, of cut) (rejected int, err error) {
	in := lac.TradeInput{Name: name}
	var r *comtrade.Reader
	digest := sha256.New()
	rest := io.Reader(strings.NewReader("")) // what the reader leaves
	if name == "-" {
		stdin, err := flags.Open(name)
		if err != nil {
			return 0, err
		}
		rest = io.TeeReader(stdin, digest)
		r = comtrade.NewReader(rest)
		r.Name = program.Called(name)
	} else if r, err = comtrade.Open(name); err != nil {
		return 0, err
	}
	defer r.Close()
	switch {
	case of.is: // for the digest all of the file would have to be read
		base := filepath.Base(name)
		r.From, r.To = of.from, of.to
		r.Source = string(load.Comtrade) + ":" + strings.TrimSuffix(base, filepath.Ext(base))
	case name != "-":
		if err := addFile(digest, name); err != nil {
			return 0, err
		}
	}
	defer flags.Working("adding up " + program.Called(name))()
	rows, err := r.ReadInto(ctx, s)
	if err == nil {
		_, err = io.Copy(io.Discard, rest)
	}
	if err != nil {
		return 0, err
	}
	if of.is {
		in = r.Input()
		in.Name = name
	} else {
		in.SHA256, in.Rows = hex.EncodeToString(digest.Sum(nil)), r.Stats().Rows
	}
	if err := s.AddInput(in); err != nil {
		return 0, err
	}
	for _, row := range rows {
		fmt.Fprintln(flags.Err, row)
	}
	return r.Stats().Rejected, nil
}

// addFile adds the content of a file to its digest.
func addFile(digest io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(digest, f)
	return err
}

// mergeParts merges into s the parts that were written for the same question. If
// there is a list, a file with a name in each line, they must have read each of the
// files in it.
func mergeParts(flags *program.Flags, s *lac.TradeStream, list string, parts []string) (lac.TradeTotals, error) {
	if list != "" {
		text, err := flags.ReadAll(list, maxList)
		if err != nil {
			return lac.TradeTotals{}, err
		}
		for line := range strings.Lines(string(text)) {
			if name := strings.TrimSpace(line); name != "" {
				s.Expect(lac.TradeInput{Name: name})
			}
		}
	}
	for _, name := range parts {
		b, err := os.ReadFile(name)
		if err != nil {
			return lac.TradeTotals{}, err
		}
		var part lac.TradeStream
		if err := part.UnmarshalBinary(b); err != nil {
			return lac.TradeTotals{}, fmt.Errorf("%s: %w", name, err)
		}
		if err := s.Merge(&part); err != nil {
			return lac.TradeTotals{}, fmt.Errorf("%s: %w", name, err)
		}
	}
	return s.Totals()
}

// maxList is the most bytes of a list of files.
const maxList = 1 << 24
