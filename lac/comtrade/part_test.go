package comtrade_test

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// tradeRows draws the rows of a table, in any order: totals and parts, records that
// must not be added up, rows that are rejected, empty lines.
func tradeRows(r *rand.Rand, n int) string {
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	reporters, partners := []string{"156", "152", "604"}[:1+r.IntN(3)], []string{"76", "32", "156", "0"}[:1+r.IntN(4)]
	goods := []string{"TOTAL", "26", "2603", "01", "0101"}[r.IntN(2) : 2+r.IntN(4)]
	periods, transport, customs := []string{"2022", "2021", "202205"}[:1+r.IntN(3)], []string{"0", "2100"}[:1+r.IntN(2)], []string{"C00", "C01"}[:1+r.IntN(2)]
	end := pick("\n", "\r\n")
	var b strings.Builder
	b.WriteString(pick("", "", "\uFEFF") + pick("", "", "\n"))
	b.WriteString("period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,customsCode,motCode,netWgt,primaryValue" + end)
	for range n {
		if r.IntN(20) == 0 {
			b.WriteString(pick("", "2022,156", `2022,15"6`) + end)
			continue
		}
		row := []string{pick(periods...), pick(reporters...), pick("X", "M"), pick(partners...), "H6", pick(goods...), pick(customs...), pick(transport...),
			pick("", "1", "12.5"), pick("1", "1", "2.5", "", "9007199254740993", "92233720368547758.07", "x")}
		if r.IntN(4) == 0 {
			row[1] = `"` + row[1] + `"`
		}
		b.WriteString(strings.Join(row, ",") + end)
	}
	text := b.String()
	if r.IntN(3) == 0 {
		text = strings.TrimRight(text, "\r\n")
	}
	return text
}

// A file that is cut by bytes, anywhere, into parts that are read apart and merged in
// any order gives what the whole file does: totals, rows and rejected rows, and the
// same refusal of the same records.
func TestPartsOfAFile(t *testing.T) {
	totals, refused, shifted := 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		text := tradeRows(r, r.IntN(60))
		q := lac.TradeQuery{Partner: []lac.Area{0, lac.World, lac.CELAC}[r.IntN(3)]}
		by := []lac.Dimension{lac.ByReporter, lac.ByYear, lac.ByFlow, lac.ByPartner, lac.ByCommodity}[:r.IntN(6)]
		pieces := r.IntN(3) * 50
		in := func() io.Reader { return strings.NewReader(text) }
		if r.IntN(2) == 0 { // a file may begin anywhere
			in = func() io.Reader {
				s := io.NewSectionReader(strings.NewReader("not this\n"+text), 0, int64(9+len(text)))
				if _, err := s.Seek(9, io.SeekStart); err != nil {
					t.Fatal(err)
				}
				return s
			}
		}
		read := func(from, to int) (*lac.TradeStream, []*lac.RowError, lac.TradeInput) {
			rd := comtrade.NewReader(in())
			rd.Name, rd.From, rd.To = "a.csv", int64(from), int64(to)
			rd.SetPieceBytes(pieces)
			s := lac.NewTradeStream(q, by...).Also(lac.FigureNetWeight)
			sinks := []comtrade.Sink{s}
			if r.IntN(3) == 0 {
				sinks = append(sinks, &plainSink{}) // one by one
			}
			rejected, err := rd.ReadInto(t.Context(), sinks...)
			if err == nil {
				err = s.AddInput(rd.Input())
			}
			if err != nil {
				t.Fatal(err)
			}
			return s, rejected, rd.Input()
		}
		whole, rejectedAll, input := read(0, 0)
		if want := strings.Count(text, "\n"); input.Lines != want {
			t.Fatalf("%d lines in\n%s\nwant %d", input.Lines, text, want)
		}
		cuts := []int{0, len(text)}
		for range r.IntN(6) {
			cuts = append(cuts, r.IntN(len(text)))
		}
		slices.Sort(cuts)
		cuts = slices.Compact(cuts)
		var parts []*lac.TradeStream
		var rejects []string
		rows, lines := 0, 0
		for i, from := range cuts[:len(cuts)-1] {
			s, rejected, part := read(from, cuts[i+1])
			for _, row := range rejected {
				row.Source, row.Line = "a.csv", row.Line+lines
				rejects = append(rejects, row.Error())
			}
			rows, lines = rows+part.Rows, lines+part.Lines
			parts = append(parts, s)
		}
		var want []string
		for _, row := range rejectedAll {
			want = append(want, row.Error())
		}
		if !slices.Equal(rejects, want) || rows != input.Rows || lines != input.Lines {
			t.Fatalf("%d rows, %d lines, rejected\n%q\nwant %d, %d,\n%q", rows, lines, rejects, input.Rows, input.Lines, want)
		}
		for len(parts) > 1 {
			r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
			if _, err := parts[0].Totals(); err != nil && r.IntN(2) == 0 {
				shifted++ // to ask on the way changes nothing
			}
			b, err := parts[1].MarshalBinary()
			var other lac.TradeStream
			if err == nil {
				err = other.UnmarshalBinary(b)
			}
			if err == nil {
				err = parts[0].Merge(&other)
			}
			if err != nil {
				t.Fatal(err)
			}
			parts = slices.Delete(parts, 1, 2)
		}
		merged := parts[0]
		merged.Expect(lac.TradeInput{Name: "a.csv"})
		for _, f := range []lac.Figure{lac.FigureValue, lac.FigureNetWeight} {
			want, wantErr := whole.TotalsOf(f)
			got, err := merged.TotalsOf(f)
			if fmt.Sprint(err) != fmt.Sprint(wantErr) || !got.Equal(want) {
				t.Fatalf("%+v by %v of %d parts: %v, want %v\n%s", q, by, len(cuts)-1, err, wantErr, text)
			}
			if err != nil {
				refused++
			} else {
				totals++
			}
		}
	})
	t.Logf("%d totals, %d refused", totals, refused)
	if (totals == 0 || refused == 0 || shifted == 0) && !testing.Short() { // few runs may lack one
		t.Errorf("%d totals, %d refused", totals, refused)
	}
}

// A plainSink takes records one by one.
type plainSink struct{}

func (*plainSink) Append(lac.TradeRecord) error { return nil }

// What cannot be cut says so.
func TestNoParts(t *testing.T) {
	table := "period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n2022,156,X,76,H6,TOTAL,5\n"
	for name, tt := range map[string]struct {
		in       io.Reader
		from, to int64
	}{
		"packed":      {strings.NewReader(string(compress(t, []byte(table)))), 5, 0},
		"a pipe":      {io.MultiReader(strings.NewReader(table)), 5, 0},
		"UTF-16":      {strings.NewReader("\xff\xfe" + strings.ReplaceAll(table, "", "\x00")[1:]), 5, 0},
		"JSON":        {strings.NewReader(`{"data":[]}`), 5, 0},
		"backwards":   {strings.NewReader(table), 5, 4},
		"nothing":     {strings.NewReader(table), 5, 5},
		"negative":    {strings.NewReader(table), -1, 5},
		"past an end": {strings.NewReader(table), int64(len(table)), 0},
	} {
		for _, all := range []bool{false, true} {
			r := comtrade.NewReader(tt.in)
			r.Name, r.From, r.To = name, tt.from, tt.to
			var err error
			if all {
				_, _, err = r.ReadAll(t.Context())
			} else {
				_, err = r.ReadInto(t.Context(), &lac.TradeTable{})
			}
			if !errors.Is(err, lac.ErrRange) || !strings.Contains(err.Error(), name) {
				t.Errorf("%s: %v", name, err)
			}
			if s, ok := tt.in.(io.Seeker); ok {
				if _, err := s.Seek(0, io.SeekStart); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	// A part that ends with the file, or after it, is up to the end; it may have no row.
	for from, rows := range map[int64]int{1: 1, int64(len(table)) - 1: 0} {
		r := comtrade.NewReader(strings.NewReader(table))
		r.Name, r.From, r.To = "a.csv", from, 1000
		if _, _, err := r.ReadAll(t.Context()); err != nil {
			t.Error(err)
		}
		if got, want := r.Input(), (lac.TradeInput{Name: "a.csv", From: from, Rows: rows, Source: "comtrade", Lines: rows}); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}
