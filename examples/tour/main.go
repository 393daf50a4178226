// Tour shows in ten steps what the library does, each a few lines of this file and
// what they print: exact sums and what they cover, sums that are refused, both
// sides' books, a statement held against the records, a pledge, and how a reader
// replays a finding.
//
//	go run ./examples/tour
//
// Exit status 1: a step failed; 2: the command line is wrong.
package main

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/extract"
	"github.com/sinolac/sinolac/lac/indicator"
)

//go:embed main.go
var source string

func main() { program.Main("tour", run) }

// A tour prints its steps and remembers the first error.
type tour struct {
	w    io.Writer
	step int
	data *lac.Dataset
	err  error
}

func run(_ context.Context, s program.Streams, args []string) error {
	flags := program.New("tour", source, s)
	files, err := flags.Parse(args)
	if err == nil {
		err = flags.NoFiles(files, "the tour takes no file")
	}
	if err != nil {
		return err
	}
	w := bufio.NewWriter(s.Out)
	return errors.Join(steps(w), w.Flush())
}

func steps(w io.Writer) error {
	data, err := almanac.Dataset()
	if err != nil {
		return err
	}
	t := &tour{w: w, data: data}
	t.facts()
	t.sum()
	t.refusal()
	t.likeForLike()
	t.growth()
	t.mirror()
	t.pledge()
	found := t.claim()
	t.text()
	t.replay(found)
	return t.err
}

// next begins a step.
func (t *tour) next(title string) {
	if t.step++; t.step > 1 {
		fmt.Fprintln(t.w)
	}
	fmt.Fprintf(t.w, "%d. %s\n", t.step, title)
}

func (t *tour) say(format string, a ...any) { fmt.Fprintf(t.w, "   "+format+"\n", a...) }

// ok reports whether a step may go on.
func (t *tour) ok(err error) bool {
	if err != nil && t.err == nil {
		t.err = fmt.Errorf("step %d: %w", t.step, err)
	}
	return err == nil
}

// members is the question of most steps: CELAC's trade with China on its
// members' own books.
func members(period lac.Period) lac.TradeQuery {
	return lac.TradeQuery{Source: "comtrade-cipf-mirror", Reporter: lac.CELAC, Partner: lac.China, Period: period}
}

func (t *tour) facts() {
	t.next("The almanac holds facts, each with its source.")
	trade, sources := 0, 0
	for range t.data.Trade() {
		trade++
	}
	for range t.data.Sources() {
		sources++
	}
	t.say("%d trade records from %d sources; ties of Honduras with China: %s", trade, sources, t.ties(lac.Honduras))
}

func (t *tour) ties(a lac.Area) string {
	_, tie := t.data.TiesOn(a, lac.China, lac.DateOf(2025, 6, 9))
	return fmt.Sprintf("%s %v, known through %v", tie.Event, tie.Date, tie.Through)
}

func (t *tour) sum() {
	t.next("A sum is exact, and says what it covers.")
	totals, err := t.data.Totals(members(lac.Year(2024)))
	if !t.ok(err) {
		return
	}
	for key, total := range totals.All() {
		both, err := total.Turnover()
		if !t.ok(err) {
			return
		}
		t.say("CELAC's trade with China in 2024, on its own books: %v", both.Decimal())
		if covers, ok := totals.Coverage(key, lac.Import); ok {
			t.say("%d of %d members have reported; without %v", len(covers.Reporters)-len(covers.AbsentReporters()), len(covers.Reporters), covers.AbsentReporters())
		}
	}
}

func (t *tour) refusal() {
	t.next("What must not be added is refused, with what to ask instead.")
	_, err := t.data.Totals(lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Period: lac.Years(2022, 2024)})
	var unsafe *lac.UnsafeSumError
	if !errors.As(err, &unsafe) {
		t.ok(fmt.Errorf("want a refusal, got %w", err))
		return
	}
	t.say("%v", err)
}

func (t *tour) likeForLike() {
	t.next("Like for like: the members that have both years.")
	totals, leftOut, err := t.data.LikeForLike(members(lac.Years(2014, 2024)), lac.ByYear)
	if !t.ok(err) {
		return
	}
	for key, total := range totals.All() {
		if year := key.Period.Year(); year == 2014 || year == 2024 {
			both, err := total.Turnover()
			if !t.ok(err) {
				return
			}
			t.say("%d: %v", year, both.Decimal())
		}
	}
	t.say("left out: %v", leftOut)
}

func (t *tour) growth() {
	t.next("Ratios are decimals, divided once, at the end.")
	from, to := lac.MoneyOf(263_600_000_000, lac.USD), lac.MoneyOf(518_467_000_000, lac.USD)
	times, err := to.DivRound(from, 3)
	if !t.ok(err) {
		return
	}
	yearly, err := indicator.CAGR(from, to, 10, 4)
	if !t.ok(err) {
		return
	}
	t.say("518.467 bn of 2024 is %v times the 263.6 bn of 2014: %v %% a year", times, yearly.Shift(2).StringFixed(2))
}

func (t *tour) mirror() {
	t.next("Two books of the same trade differ.")
	q := lac.TradeQuery{Source: "comtrade-cipf-mirror", Reporter: lac.Brazil, Partner: lac.China, Flow: lac.Import, Period: lac.Year(2022)}
	gap, err := indicator.MirrorGapOf(t.data, q, "comtrade-2022-chn")
	if !t.ok(err) {
		return
	}
	t.say("Brazil's imports from China in 2022: %v on its own books, %v on China's; the gap is %v", gap.Own.Decimal(), gap.Mirror.Decimal(), gap.Gap)
}

func (t *tour) pledge() {
	t.next("A pledge is judged as of a day.")
	for p := range t.data.Pledges() {
		if p.Measure.Subject != lac.SubjectTrade {
			continue
		}
		for _, on := range []lac.Date{lac.DateOf(2020, 1, 1), lac.DateOf(2025, 6, 9)} {
			f := check.Pledge(t.data, p, on, check.Default())
			t.say("trade of %s by %v, on %v: %s", check.Text(f.Target, f.Unit), p.Window.Last(), on, f.State)
		}
		return
	}
}

func (t *tour) claim() check.Finding {
	t.next("A claim gets a reading on each side's books.")
	var found check.Finding
	for _, c := range t.data.Record(almanac.Statement20250609).(lac.Statement).Claims {
		if c.ID != "trade-double" {
			continue
		}
		var err error
		if found, err = check.Claim(t.data, c, check.Default()); !t.ok(err) {
			return found
		}
	}
	t.say("%s", found.Sentence(language.English))
	for _, r := range found.Readings {
		t.say("- %s: %s, %s; %s", r.Basis.Books, check.Text(r.Interval, r.Unit), r.Verdict, r.Margin.Text)
	}
	return found
}

func (t *tour) text() {
	t.next("Claims are found in text, in four languages.")
	const text = "En 2024, el comercio entre China y América Latina y el Caribe alcanzó los 518.400 millones de dólares, según la Aduana de China."
	statement, all := extract.Statement(text, extract.Options{Date: lac.DateOf(2025, 6, 9), Records: t.data})
	findings, err := check.Statement(t.data, statement, check.Default())
	if !t.ok(err) {
		return
	}
	t.say("%s", text)
	for _, f := range findings {
		t.say("→ %s", f.Sentence(language.Spanish))
	}
	for _, c := range all {
		if len(c.Missing) == 0 {
			continue
		}
		t.say("not held against the records: %q, for want of %s", c.Gist, strings.Join(c.Missing, ", "))
	}
}

func (t *tour) replay(found check.Finding) {
	t.next("A finding is JSON that a reader can replay.")
	text, err := json.Marshal(found)
	if !t.ok(err) {
		return
	}
	differences, err := check.Replay(t.data, text)
	if !t.ok(err) {
		return
	}
	t.say("as written: %d differences", len(differences))
	forged := strings.Replace(string(text), `"verdict":"mixed"`, `"verdict":"supported"`, 1)
	if differences, err = check.Replay(t.data, []byte(forged)); !t.ok(err) {
		return
	}
	for _, d := range differences {
		t.say("with another verdict: %s is %s, not %s", d.Path, d.Recomputed, d.Recorded)
	}
}
