package hold

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/sinolac/sinolac/lac"
	lacbeam "github.com/sinolac/sinolac/lac/beam"
	"github.com/sinolac/sinolac/lac/comtrade"
)

func init() {
	register.Function1x1(asIs)
	register.DoFn3x1[context.Context, []byte, func(*lac.TradeStream), error](&partFn{})
}

// questions have keys of every kind, and figures with many places.
var questions = []struct {
	query lac.TradeQuery
	by    []lac.Dimension
}{
	{lac.TradeQuery{}, nil},
	{lac.TradeQuery{}, []lac.Dimension{lac.ByYear}},
	{lac.TradeQuery{Partner: lac.China}, []lac.Dimension{lac.ByReporter, lac.ByPartner}},
	{lac.TradeQuery{Reporter: lac.LatinAmericaCaribbean, Period: lac.Years(2021, 2023)}, []lac.Dimension{lac.ByCommodity}},
	{lac.TradeQuery{Figure: lac.FigureNetWeight}, []lac.Dimension{lac.ByReporter, lac.ByPartner, lac.ByYear, lac.ByCommodity}},
}

// Totals holds the totals of files, and of the records in them, on a runner against
// those in memory.
func Totals(t *testing.T, runner string) {
	files := writeFiles(t, 8)
	records := recordsOf(t, files)
	for _, asked := range questions {
		want, err := inMemory(t, records, asked.query, asked.by...)
		if err != nil {
			t.Fatal(err)
		}
		result, err := run(runner, func(s beam.Scope) {
			totals, read := lacbeam.Totals(s, beam.CreateList(s, files), asked.query, asked.by...)
			beam.ParDo0(s, keepTotals, totals)
			beam.ParDo0(s, keepRead, read)
		})
		if err != nil {
			t.Fatal(err)
		}
		sameTotals(t, want)
		if len(kept.read) != len(files) || kept.read[0].Stats.Rows != len(records)/len(files) || len(kept.read[0].Input.SHA256) != 64 {
			t.Errorf("read %d files, the first %v", len(kept.read), kept.read)
		}
		if n := count(result, "streams merged where they were read"); n != int64(len(files)) {
			t.Errorf("%d streams merged, want %d", n, len(files))
		}
		if _, err := run(runner, func(s beam.Scope) {
			beam.ParDo0(s, keepTotals, lacbeam.TotalsOfRecords(s, beam.CreateList(s, records), asked.query, asked.by...))
		}); err != nil {
			t.Fatal(err)
		}
		sameTotals(t, want)
	}
}

// Received holds the totals of streams that workers send to each other, on a runner that sends
// them: every line is in each of the streams.
func Received(t *testing.T, runner string) {
	files := writeFiles(t, 6)
	want, err := inMemory(t, recordsOf(t, files), lac.TradeQuery{}, lac.ByReporter, lac.ByYear)
	if err != nil {
		t.Fatal(err)
	}
	result, err := run(runner, func(s beam.Scope) {
		var parts []beam.PCollection
		for _, file := range files {
			parts = append(parts, beam.ParDo(s, &partFn{file.Name}, beam.Impulse(s)))
		}
		sent := beam.Reshuffle(s, beam.Flatten(s, parts...))
		beam.ParDo0(s, keepTotals, lacbeam.TotalsOfStreams(s, sent, lac.TradeQuery{}, lac.ByReporter, lac.ByYear))
	})
	if err != nil {
		t.Fatal(err)
	}
	sameTotals(t, want)
	merged, received := count(result, "streams merged where they were read"), count(result, "streams received and merged")
	if merged != int64(len(files)) || received == 0 {
		t.Errorf("%d streams merged, want %d, and %d received", merged, len(files), received)
	}
}

// A partFn reads a file into a stream for the question of [Received].
type partFn struct{ Name string }

func (f *partFn) ProcessElement(ctx context.Context, _ []byte, emit func(*lac.TradeStream)) error {
	r, err := comtrade.Open(f.Name)
	if err != nil {
		return err
	}
	defer r.Close()
	s := lac.NewTradeStream(lac.TradeQuery{}, lac.ByReporter, lac.ByYear)
	if _, err := r.ReadInto(ctx, s); err != nil {
		return err
	}
	if err := s.AddInput(lac.TradeInput{Name: f.Name}); err != nil {
		return err
	}
	emit(s)
	return nil
}

// Refusals holds that a pipeline fails, and says why, rather than give another sum.
func Refusals(t *testing.T, runner string) {
	dir := t.TempDir()
	row := func(partner, code, value string) string {
		return "A,2024,76,X," + partner + ",H6," + code + ",," + value + ",,\n"
	}
	file := func(name string, rows ...string) lac.TradeInput {
		return lac.TradeInput{Name: writeFile(t, dir, name, header+strings.Join(rows, ""))}
	}
	china, chile := file("china.csv", row("156", "TOTAL", "10")), file("chile.csv", row("152", "TOTAL", "5.5"))
	world, rejects := file("world.csv", row("0", "TOTAL", "16")), file("rejects.csv", row("156", "TOTAL", "many"), row("604", "TOTAL", "1"))
	again := file("copy.csv", row("156", "TOTAL", "10"))
	lost := lac.TradeInput{Name: dir + "/lost.csv"}
	other, part := china, china
	other.SHA256 = strings.Repeat("ab", 32)
	part.To = 100
	_, unsafe := inMemory(t, recordsOf(t, []lac.TradeInput{china, world}), lac.TradeQuery{})
	if unsafe == nil {
		t.Fatal("World beside a country is no refusal")
	}
	guard, _, _ := strings.Cut(unsafe.Error(), " (records") // which are of a file here, of all there
	totals := func(q lac.TradeQuery, files ...lac.TradeInput) func(beam.Scope) {
		return func(s beam.Scope) {
			totals, read := lacbeam.Totals(s, beam.CreateList(s, files), q)
			beam.ParDo0(s, keepTotals, totals)
			beam.ParDo0(s, keepRead, read)
		}
	}
	expecting := lac.NewTradeStream(lac.TradeQuery{})
	expecting.Expect(lac.TradeInput{Name: "fell off the cart.csv"})
	records := recordsOf(t, []lac.TradeInput{china, world})
	wrong := records[0]
	wrong.Flow = "gift"
	for _, tt := range []struct {
		name  string
		build func(beam.Scope)
		want  []string
	}{
		{"a lost file", totals(lac.TradeQuery{}, china, lost, chile), []string{"lost.csv", "no such file"}},
		{"a file twice", totals(lac.TradeQuery{}, china, chile, china), []string{"china.csv", lac.ErrSameInput.Error()}},
		{"a file under two names", totals(lac.TradeQuery{}, china, again), []string{"china.csv", "copy.csv", lac.ErrSameInput.Error()}},
		{"another content", totals(lac.TradeQuery{}, chile, other), []string{"china.csv", lac.ErrMissing.Error()}},
		{"a part of a file", totals(lac.TradeQuery{}, part), []string{"china.csv", lac.ErrRange.Error()}},
		{"no trade", totals(lac.TradeQuery{}, lac.TradeInput{Name: writeFile(t, dir, "poem.csv", "Roses\nare red\n")}), []string{"poem.csv", lac.ErrSyntax.Error()}},
		{"World beside a country", totals(lac.TradeQuery{}, china, world), []string{guard}},
		{"World beside a country, of records", func(s beam.Scope) {
			lacbeam.TotalsOfRecords(s, beam.CreateList(s, records), lac.TradeQuery{})
		}, []string{guard}},
		{"no question", totals(lac.TradeQuery{Figure: "moon"}, china), []string{`"moon"`}},
		{"a record that is not valid", func(s beam.Scope) {
			lacbeam.TotalsOfRecords(s, beam.CreateList(s, []lac.TradeRecord{records[1], wrong}), lac.TradeQuery{})
		}, []string{"gift", lac.ErrUnknownCode.Error(), wrong.ID}},
		{"a stream that fell off", func(s beam.Scope) {
			lacbeam.TotalsOfStreams(s, beam.CreateList(s, []*lac.TradeStream{expecting}), lac.TradeQuery{})
		}, []string{"fell off the cart.csv", lac.ErrMissing.Error()}},
		{"a stream of another question", func(s beam.Scope) {
			lacbeam.TotalsOfStreams(s, beam.CreateList(s, []*lac.TradeStream{expecting}), lac.TradeQuery{Flow: lac.Import})
		}, []string{"another question"}},
	} {
		_, err := run(runner, tt.build)
		for _, want := range tt.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: no %q in error %v", tt.name, want, err)
			}
		}
		// Prism asks once more, of nothing, while it gives a failed pipeline up.
		if len(kept.totals) > 0 && kept.totals[0].Len() > 0 {
			t.Errorf("%s gives totals", tt.name)
		}
	}
	// Rows that are rejected are said, each with its place, and the totals rest on the others.
	if _, err := run(runner, totals(lac.TradeQuery{}, chile, rejects)); err != nil {
		t.Fatal(err)
	}
	var text string
	for _, sum := range kept.totals[0].All() {
		text = sum.Exports.String()
	}
	for _, read := range kept.read {
		text += fmt.Sprint("; ", read.Stats, " ", read.Rejected)
	}
	for _, want := range []string{"6.5 USD", "2 rows = 1 records + 1 rejected", "rejects.csv:2:", `"many"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	// No files, no trade: totals without a key.
	if _, err := run(runner, totals(lac.TradeQuery{})); err != nil || len(kept.totals) != 1 || kept.totals[0].Len() != 0 {
		t.Errorf("without files %v and %v", kept.totals, err)
	}
}

// Coders holds that everything arrives as it was where a pipeline sends it to a worker.
func Coders(t *testing.T, runner string) {
	want := Filled(t)
	if _, err := run(runner, func(s beam.Scope) {
		beam.ParDo0(s, keepEverything, beam.Reshuffle(s, beam.ParDo(s, asIs, beam.CreateList(s, []Everything{want}))))
	}); err != nil {
		t.Fatal(err)
	}
	if len(kept.everything) != 1 {
		t.Fatalf("%d elements arrive", len(kept.everything))
	}
	Same(t, kept.everything[0], want)
}

func asIs(v Everything) Everything { return v }
