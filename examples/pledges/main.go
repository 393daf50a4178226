// Pledges prints the ledger of what China and its partners in Latin America and
// the Caribbean pledged, meeting by meeting, and how each pledge stands on a day:
// what was promised for when, what records and later statements show, what was due
// by then, and of a level to be reached on whose books it was, and when.
//
//	go run ./examples/pledges [-on 2025-06-09] [-policy strict] [-data FILE]... [-json]
//
// Exit status 1: no ledger, or rows of the files were rejected and the ledger
// rests on the others; 2: the command line is wrong.
package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"time"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

//go:embed main.go
var source string

func main() { program.Main("pledges", run) }

func run(ctx context.Context, s program.Streams, args []string) error {
	flags := program.New("pledges", source, s)
	today := time.Now()
	flags.OnFlag(lac.DateOf(today.Year(), today.Month(), today.Day()), "the `DAY` at the end of which pledges are judged; today without it")
	flags.DataFlag("add the records of `FILE`, such as pledges and what was delivered", true)
	flags.PolicyFlag()
	flags.JSONFlag("print the ledger as JSON")
	files, err := flags.Parse(args)
	if err != nil {
		return err
	}
	if err := flags.NoFiles(files, "records are given with -data"); err != nil {
		return err
	}
	data, rejected, err := flags.Dataset(ctx)
	if err != nil {
		return err
	}
	if flags.JSON {
		enc := json.NewEncoder(s.Out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		err = enc.Encode(struct {
			On     lac.Date           `json:"on"`
			Policy check.Policy       `json:"policy"`
			Ledger []check.LedgerPage `json:"ledger"`
		}{flags.Day, flags.Policy, check.Ledger(data, flags.Day, flags.Policy)})
	} else {
		err = writeLedger(s.Out, s.Width(), data, flags.Day, flags.Policy)
	}
	if err != nil {
		return err
	}
	return program.Rejected(rejected, "the ledger rests")
}
