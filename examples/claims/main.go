// Claims checks claims, given as JSON, against the almanac and files of one's own,
// and prints what it finds of each: the verdict in a sentence, the readings on
// which it rests, its margin, witnesses and base years, what others stated, and
// what in the statement does not fit together.
//
//	go run ./examples/claims [-policy strict] [-lang es] [-data FILE]... [-almanac=false] FILE
//	go run ./examples/claims -json FILE >findings.jsonl
//	go run ./examples/claims -replay findings.jsonl
//	go run ./examples/claims -claimreview -url URL -author NAME [-date DAY] FILE
//
// FILE holds a lac.Statement, or a list of lac.Claim; - is standard input. With
// -json each finding is one line in its canonical form, of which its digest is the
// SHA-256. With -replay such lines are computed anew, and the exit status is 1 if
// anything differs.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/load"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "claims:", err)
		os.Exit(1)
	}
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("claims", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // an error is printed once, by main
	var files []string
	flags.Func("data", "hold the claims against the records of `FILE`, of any source that package load knows; may be repeated", func(s string) error {
		files = append(files, s)
		return nil
	})
	withAlmanac := flags.Bool("almanac", true, "hold them against the almanac")
	policyName := flags.String("policy", "default", "how figures are read: default, strict, loose or the JSON `FILE` of a policy")
	lang := flags.String("lang", "en", "the `language` of the sentence on each claim: en, es, pt or zh")
	asJSON := flags.Bool("json", false, "print the findings as JSON Lines")
	replayed := flags.String("replay", "", "compute anew the findings in `FILE`, JSON Lines; - is standard input")
	asReviews := flags.Bool("claimreview", false, "print the findings as a list of schema.org ClaimReviews")
	var p publication
	flags.StringVar(&p.url, "url", "", "the `address` of the page with the reviews; each has its claim's ID as the anchor")
	flags.StringVar(&p.author, "author", "", "the `name` of who publishes the reviews")
	flags.TextVar(&p.date, "date", lac.Date{}, "the `day` on which they are published")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			flags.SetOutput(stderr)
			flags.PrintDefaults()
			return nil
		}
		return err
	}
	modes := 0
	for _, chosen := range []bool{*asJSON, *asReviews, *replayed != ""} {
		if chosen {
			modes++
		}
	}
	if modes > 1 {
		return errors.New("-json, -claimreview and -replay exclude each other")
	}
	if !*asReviews && p != (publication{}) {
		return errors.New("-url, -author and -date are for -claimreview")
	}
	tag, err := sentenceLanguage(*lang)
	if err != nil {
		return err
	}
	p.language = tag
	policy, err := readPolicy(*policyName)
	if err != nil {
		return err
	}
	name := flags.Arg(0)
	switch {
	case *replayed != "" && flags.NArg() > 0:
		return fmt.Errorf("unexpected argument %q: a finding has its claim and policy in it", name)
	case *replayed == "" && flags.NArg() == 0:
		return errors.New("no claims: give the JSON file of a statement or of a list of claims, or - for standard input")
	case flags.NArg() > 1:
		return fmt.Errorf("unexpected argument %q", flags.Arg(1))
	}
	var s lac.Statement
	if *replayed == "" {
		if s, err = readClaims(name, stdin); err != nil {
			return err
		}
	}
	data, rejected, err := dataset(*withAlmanac, files, stderr)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(stdout)
	switch {
	case *replayed != "":
		err = replay(out, data, *replayed, stdin)
	case *asJSON:
		err = writeLines(out, data, s, policy)
	case *asReviews:
		err = writeReviews(out, data, s, policy, p)
	default:
		err = writeText(out, data, s, policy, tag)
	}
	if err == nil && rejected > 0 {
		// What was found stands on the rows that could be read; the status says
		// that there were others.
		err = fmt.Errorf("%d rows of the files were rejected, as said above; the findings rest on the others", rejected)
	}
	return errors.Join(err, out.Flush())
}

// sentenceLanguage returns one of the languages that findings have sentences in.
func sentenceLanguage(s string) (language.Tag, error) {
	tag, err := language.Parse(s)
	base, _ := tag.Base()
	switch base.String() {
	case "en", "es", "pt", "zh":
		if err == nil {
			return tag, nil
		}
	}
	return language.Und, fmt.Errorf("language %q: want en, es, pt or zh", s)
}

// dataset returns the records that claims are held against, and the number of rows
// that were rejected. What became of each file is printed; nothing is left out in
// silence.
func dataset(withAlmanac bool, names []string, stderr io.Writer) (data *lac.Dataset, rejected int, err error) {
	var files []*load.File
	if withAlmanac {
		facts, err := almanac.Records()
		if err != nil {
			return nil, 0, err
		}
		files = append(files, &load.File{Records: facts})
	}
	for _, name := range names {
		f, err := load.Open(context.Background(), name, load.Options{})
		if err != nil {
			return nil, 0, err
		}
		files = append(files, f)
		rejected += f.Report.Rejected
	}
	if len(files) == 0 {
		return nil, 0, errors.New("no records: give files with -data, or leave the almanac in")
	}
	data, err = load.Dataset(files...)
	for _, f := range files {
		if f.Report.Name != "" {
			fmt.Fprint(stderr, f.Report)
		}
	}
	return data, rejected, err
}

// writeLines prints findings in their canonical form, one a line.
func writeLines(w io.Writer, data *lac.Dataset, s lac.Statement, policy check.Policy) error {
	findings, err := check.Statement(data, s, policy)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false) // else a line is not what the digest is of
	for _, f := range findings {
		if err := enc.Encode(f); err != nil {
			return err
		}
	}
	return nil
}
