package program

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// vocabulary is the words of the flags that mean the same in every program.
var vocabulary = []string{"data", "statement", "text", "date", "on", "lang", "policy", "json", "html"}

// Flags are a program's flags, and what the command line says by those of the
// vocabulary. A program takes a flag by calling the method of its name, before Parse.
type Flags struct {
	*flag.FlagSet
	Streams
	Data      []string // files of records, in the order given
	Almanac   bool     // the almanac is among the records
	Statement string   // the file of a text
	Text      string   // a text on the command line
	Date      lac.Date // of the text; zero: not given
	Day       lac.Date // as of which pledges and memberships are judged
	Lang      language.Tag
	Policy    check.Policy
	JSON      bool
	HTML      string // the file of a page

	source   string // of the program, whose comment is its help
	readFrom string // what has read standard input
}

// New returns the flags of a program, whose doc comment in source is what -h prints.
func New(name, source string, s Streams) *Flags {
	f := &Flags{FlagSet: flag.NewFlagSet(name, flag.ContinueOnError), Streams: s, Policy: check.Default(), source: source}
	f.SetOutput(io.Discard) // an error is printed once, by Main
	f.Usage = func() {}
	return f
}

// DataFlag takes -data, and with it -almanac if the program has the almanac among
// its records.
func (f *Flags) DataFlag(usage string, almanac bool) {
	f.Func("data", usage+"; any file that package load reads, - is standard input; may be repeated", func(s string) error {
		if s == "" {
			return errors.New("want the name of a file")
		}
		f.Data = append(f.Data, s)
		return nil
	})
	if almanac {
		f.BoolVar(&f.Almanac, "almanac", true, "have the almanac among the records; -almanac=false leaves it out")
	}
}

// StatementFlags take -statement, -text and -date.
func (f *Flags) StatementFlags() {
	f.StringVar(&f.Statement, "statement", "", "the `FILE` of the text of a statement; - is standard input")
	f.StringVar(&f.Text, "text", "", "the `WORDS` of a statement themselves")
	f.day(&f.Date, "date", "the `DAY` of the text, as in 2025-06-09; without it, the first that the text names")
}

// OnFlag takes -on, with the day that it is without.
func (f *Flags) OnFlag(otherwise lac.Date, usage string) {
	f.Day = otherwise
	f.day(&f.Day, "on", usage)
}

func (f *Flags) day(to *lac.Date, name, usage string) {
	f.Func(name, usage, func(s string) error {
		d, err := lac.ParseDate(s)
		if err != nil {
			return err
		}
		*to = d
		return nil
	})
}

// Languages are those that programs speak.
var Languages = []language.Tag{language.English, language.Spanish, language.Portuguese, language.Chinese}

// LangFlag takes -lang: en, es, pt or zh, or a form of these such as es-MX.
func (f *Flags) LangFlag(usage string) {
	f.Func("lang", "the `LANGUAGE` "+usage+": en, es, pt or zh", func(s string) (err error) {
		f.Lang, err = ParseLanguage(s)
		return err
	})
}

// ParseLanguage returns one of Languages by its tag.
func ParseLanguage(s string) (language.Tag, error) {
	if tag, err := language.Parse(s); err == nil {
		base, _ := tag.Base()
		for _, known := range Languages {
			if b, _ := known.Base(); b == base {
				return known, nil
			}
		}
	}
	return language.Und, fmt.Errorf("language %q: want en, es, pt or zh", s)
}

// JSONFlag takes -json.
func (f *Flags) JSONFlag(usage string) { f.BoolVar(&f.JSON, "json", false, usage) }

// HTMLFlag takes -html.
func (f *Flags) HTMLFlag() {
	f.StringVar(&f.HTML, "html", "", "write a page that stands alone to `FILE`; - is standard output, in place of the text")
}

// Parse reads the command line and returns the names of files in it. Flags may
// stand before and after them; what follows -- is a file. With -h it prints the
// program's doc comment and its flags, and errs with [flag.ErrHelp].
func (f *Flags) Parse(args []string) (files []string, err error) {
	for {
		err := f.FlagSet.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			f.help()
			return nil, err
		}
		if err != nil {
			return nil, &UsageError{f.explain(err, args)}
		}
		rest := f.Args()
		if len(rest) == 0 {
			break
		}
		if at := len(args) - len(rest); at > 0 && args[at-1] == "--" {
			files = append(files, rest...)
			break
		}
		files = append(files, rest[0])
		args = rest[1:]
	}
	empty := ""
	f.Visit(func(set *flag.Flag) {
		if set.Value.String() == "" && slices.Contains([]string{"text", "statement", "html"}, set.Name) {
			empty = set.Name
		}
	})
	switch {
	case empty != "":
		return nil, Usage("-%s is empty", empty)
	case f.Statement != "" && f.Text != "":
		return nil, Usage("-statement and -text exclude each other")
	case f.JSON && f.HTML == "-":
		return nil, Usage("-json and -html - both want standard output")
	}
	return files, nil
}

// NoFiles errs if the command line names files, and says which flags take them.
func (f *Flags) NoFiles(files []string, instead string) error {
	if len(files) > 0 {
		return Usage("unexpected argument %q: %s", files[0], instead)
	}
	return nil
}

// explain says of a flag that other programs have that this one does not.
func (f *Flags) explain(err error, args []string) error {
	name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !unknown {
		return err
	}
	var takes []string
	for _, word := range vocabulary {
		if f.Lookup(word) != nil {
			takes = append(takes, "-"+word)
		}
	}
	if slices.Contains(vocabulary, name) {
		return fmt.Errorf("-%s means nothing to %s, which takes %s", name, f.Name(), cmp.Or(strings.Join(takes, ", "), "none of the shared flags"))
	}
	if meant := f.nearest(name); meant != "" {
		return fmt.Errorf("there is no flag -%s; is it -%s?", name, meant)
	}
	return fmt.Errorf("there is no flag -%s", name)
}

// nearest returns the flag whose name is one or two letters from a mistyped one.
func (f *Flags) nearest(name string) string {
	best, least := "", min(3, len(name))
	f.VisitAll(func(known *flag.Flag) {
		if n := apart(name, known.Name); n < least {
			best, least = known.Name, n
		}
	})
	return best
}

// apart returns how many letters of a must be changed, left out or put in to give b.
func apart(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := corner
			if a[i] != b[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// help prints the doc comment and the flags.
func (f *Flags) help() {
	fmt.Fprint(f.Out, Doc(f.source))
	any := false
	f.VisitAll(func(*flag.Flag) { any = true })
	if any {
		fmt.Fprintln(f.Out, "\nFlags:")
		f.SetOutput(f.Out)
		f.PrintDefaults()
		f.SetOutput(io.Discard)
	}
}

// Doc returns the doc comment of a program's source, without its marks.
func Doc(source string) string {
	var b strings.Builder
	for line := range strings.Lines(source) {
		text, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "//")
		if !ok {
			break
		}
		b.WriteString(strings.TrimPrefix(text, " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// Open opens a file, or standard input if its name is "-", which can be read once.
func (f *Flags) Open(name string) (io.ReadCloser, error) {
	if name != "-" {
		return os.Open(name)
	}
	if f.readFrom != "" {
		return nil, Usage("standard input can be read once: - stands twice")
	}
	f.readFrom = name
	return io.NopCloser(f.In), nil
}

// WriteFile writes a file, or standard output if its name is "-".
func (f *Flags) WriteFile(name string, write func(io.Writer) error) (err error) {
	if name == "-" {
		return write(f.Out)
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return write(file)
}

// Called returns what messages call a file: its name, or "standard input".
func Called(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}
