// Briefing holds a statement against the records, that of 9 June 2025 unless the
// text of another is given, and prints what it comes to: each claim in a sentence
// with its verdict and its sources. With -full it prints all that a desk editor
// needs: the readings behind each claim, what is missing, China's trade with Latin
// America and the Caribbean by year and by partner, and how the pledges stand.
//
//	go run ./examples/briefing [-full] [-on 2025-06-09] [-lang es] [-policy strict] [-html FILE] [-json] [-comtrade FILE]...
//	go run ./examples/briefing -statement FILE [-date 2025-06-09] ...
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/comtrade"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "briefing:", err)
		os.Exit(1)
	}
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("briefing", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // an error is printed once, by main
	today := time.Now()
	on := lac.DateOf(today.Year(), today.Month(), today.Day())
	flags.TextVar(&on, "on", on, "the `day` as of which pledges are judged")
	policyName := flags.String("policy", "default", "how figures are read: default, strict or loose")
	page := flags.String("html", "", "write the briefing as one HTML page to `FILE`")
	asJSON := flags.Bool("json", false, "print the briefing as JSON")
	var text textFlags
	flags.StringVar(&text.file, "statement", "", "brief on the text in `FILE`; - is standard input")
	flags.TextVar(&text.date, "date", lac.Date{}, "the `day` of that text; without it, the first day that it names")
	flags.StringVar(&text.lang, "lang", "", "the `language` of the text and of the short briefing: en, es, pt or zh; without it, the text decides")
	full := flags.Bool("full", false, "print every reading, table and source, in English")
	var files []string
	flags.Func("comtrade", "add a UN Comtrade CSV `FILE` as a further source; may be repeated", func(s string) error {
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
	policies := map[string]check.Policy{"default": check.Default(), "strict": check.Strict(), "loose": check.Loose()}
	policy, ok := policies[*policyName]
	if !ok {
		return fmt.Errorf("policy %q: want default, strict or loose", *policyName)
	}
	data, rejected, err := load(files, stderr)
	if err != nil {
		return err
	}
	statement, unchecked, err := text.statement(data, policy, stdin, stderr)
	if err != nil {
		return err
	}
	b, err := brief(data, statement, on, policy)
	if err != nil {
		return err
	}
	b.Unchecked = unchecked
	if *page != "" {
		if err := writePage(*page, b); err != nil {
			return err
		}
	}
	if *asJSON {
		enc := json.NewEncoder(stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		err = enc.Encode(b)
	} else if *full {
		err = writeFull(stdout, b)
	} else {
		err = writeShort(stdout, b, text.language(b.Statement))
	}
	if err == nil && rejected > 0 {
		// The briefing stands on the rows that could be read; the status says
		// that there were others.
		err = fmt.Errorf("%d rows rejected, as said above; the briefing rests on the others", rejected)
	}
	return err
}

// load returns the almanac together with the given Comtrade files, and the
// number of rows that were rejected. These are printed; nothing is left out in
// silence.
func load(files []string, stderr io.Writer) (data *lac.Dataset, rejected int, err error) {
	facts, err := almanac.Records()
	if err != nil {
		return nil, 0, err
	}
	bundles := []lac.Records{facts}
	for _, name := range files {
		added, n, err := readComtrade(name, stderr)
		if err != nil {
			return nil, 0, err
		}
		bundles = append(bundles, added)
		rejected += n
	}
	data, err = lac.NewDataset(bundles...)
	return data, rejected, err
}

func readComtrade(name string, stderr io.Writer) (records lac.Records, rejected int, err error) {
	r, err := comtrade.Open(name)
	if err != nil {
		return lac.Records{}, 0, err
	}
	defer r.Close()
	r.Source = "file:" + filepath.Base(name)
	var table lac.TradeTable
	rejects, err := r.ReadInto(context.Background(), &table)
	for _, row := range rejects {
		fmt.Fprintln(stderr, "briefing: rejected:", row)
	}
	if more := r.Stats().Rejected - len(rejects); more > 0 {
		fmt.Fprintf(stderr, "briefing: rejected: %d more\n", more)
	}
	if err != nil {
		return lac.Records{}, 0, err
	}
	stats := r.Stats()
	fmt.Fprintf(stderr, "briefing: %s: %d rows, %d records, %d rejected\n", name, stats.Rows, stats.Records, stats.Rejected)
	return lac.Records{Sources: []lac.Source{r.SourceRecord()}, TradeTable: &table}, stats.Rejected, nil
}

// writePage writes the briefing as an HTML file.
func writePage(name string, b Briefing) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return writeHTML(f, b)
}
