package lac

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestStreamIsTotals holds a stream of records in any order against a dataset of
// them: it gives the same totals, and refuses the same records for the same
// reason.
func TestStreamIsTotals(t *testing.T) {
	outcomes := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		records := w.records(r, rapid.IntRange(0, 60).Draw(t, "n"))
		data := datasetOf(t, records, r)
		r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		for range 4 {
			q, by := w.query(t)
			figure := rapid.SampledFrom([]Figure{FigureValue, FigureNetWeight, FigureQuantity}).Draw(t, "figure")
			s := NewTradeStream(q, by...).Also(figure)
			appendAll(t, s, records)
			for _, q.Figure = range []Figure{q.Figure, figure} {
				want, wantErr := data.Totals(q, by...)
				got, err := s.TotalsOf(q.Figure)
				if fmt.Sprint(err) != fmt.Sprint(wantErr) {
					t.Fatalf("%+v by %v: got error\n%v, want\n%v", q, by, err, wantErr)
				}
				if !got.Equal(want) {
					t.Fatalf("%+v by %v: the stream's totals differ", q, by)
				}
				var unsafe *UnsafeSumError
				if errors.As(err, &unsafe) {
					outcomes[string(unsafe.Guard)]++
					continue
				}
				outcomes["added"]++
				for k := range want.All() {
					a, _ := got.Coverage(k, "")
					if b, _ := want.Coverage(k, ""); !reflect.DeepEqual(a, b) {
						t.Fatalf("%+v by %v: the stream's total covers %+v, want %+v", q, by, a, b)
					}
				}
			}
		}
	})
	t.Log(outcomes)
	if outcomes["added"] == 0 || len(outcomes) < 6 && !testing.Short() {
		t.Error("hardly any rule was met")
	}
}

func appendAll(t *rapid.T, s *TradeStream, records []TradeRecord) {
	for _, record := range records {
		if err := s.Append(record); err != nil {
			t.Fatal(err)
		}
	}
}

// TestStreamForgets holds a stream that forgets rows against a dataset: it gives
// the same totals and refusals, or says that a row came twice, far apart.
func TestStreamForgets(t *testing.T) {
	same, refused, lost, forgot := 0, 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		records := w.records(r, rapid.IntRange(0, 60).Draw(t, "n"))
		data := datasetOf(t, records, r)
		order := rapid.SampledFrom([]string{"sorted", "lines", "codes", "any"}).Draw(t, "order")
		switch order {
		case "sorted":
			slices.SortFunc(records, func(a, b TradeRecord) int { return compareTrade(&a, &b) })
		case "lines": // in any order within them
			r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
			slices.SortStableFunc(records, func(a, b TradeRecord) int {
				a.Commodity, a.Breakdown, a.ID = b.Commodity, b.Breakdown, b.ID
				return compareTrade(&a, &b)
			})
		case "codes": // all lines of one code, then those of the next
			slices.SortFunc(records, func(a, b TradeRecord) int {
				return cmp.Or(a.Commodity.Compare(b.Commodity), compareTrade(&a, &b))
			})
		case "any":
			r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		}
		if rapid.Bool().Draw(t, "once") {
			met := map[TradeRecord]bool{}
			records = slices.DeleteFunc(records, func(r TradeRecord) bool {
				k := TradeRecord{Flow: r.Flow, Reporter: r.Reporter, Partner: r.Partner, Source: r.Source, Period: r.Period, Commodity: r.Commodity, Breakdown: r.Breakdown}
				again := met[k]
				met[k] = true
				return again
			})
			data = datasetOf(t, records, r)
		}
		if n := len(records); n > 0 && rapid.Bool().Draw(t, "late") {
			i := r.IntN(n)
			late := records[i]
			records = append(slices.Delete(slices.Clone(records), i, i+1), late)
		}
		for range 4 {
			q, by := w.query(t)
			figure := rapid.SampledFrom([]Figure{FigureValue, FigureNetWeight, FigureQuantity}).Draw(t, "figure")
			s := NewTradeStream(q, by...).Also(figure)
			s.rows.Keep(rapid.IntRange(1, 40).Draw(t, "keep"), rapid.IntRange(1, 20).Draw(t, "stretch"))
			ask := r.IntN(2 * (len(records) + 1))
			for i, record := range records {
				if err := s.Append(record); err != nil {
					t.Fatal(err)
				}
				if i == ask {
					s.Totals() // changes nothing
				}
			}
			if s.rows.Forgot() {
				forgot++
			}
			for _, q.Figure = range []Figure{q.Figure, figure} {
				want, wantErr := data.Totals(q, by...)
				got, err := s.TotalsOf(q.Figure)
				switch {
				case fmt.Sprint(err) == fmt.Sprint(wantErr) && err != nil:
					refused++
				case err == nil && wantErr == nil:
					if !got.Equal(want) {
						t.Fatalf("%+v by %v: the stream's totals differ", q, by)
					}
					for k := range want.All() {
						a, _ := got.Coverage(k, "")
						if b, _ := want.Coverage(k, ""); !reflect.DeepEqual(a, b) {
							t.Fatalf("%+v by %v: the stream's total covers %+v, want %+v", q, by, a, b)
						}
					}
					same++
				case err != nil && strings.Contains(err.Error(), "far apart") && isRepeated(records, err):
					lost++
				default:
					t.Fatalf("%+v by %v: got error\n%v, want\n%v", q, by, err, wantErr)
				}
			}
		}
	})
	t.Logf("%d the same, %d refused, %d lost, of %d that forgot", same, refused, lost, forgot)
	if same == 0 || (refused == 0 || forgot == 0) && !testing.Short() {
		t.Error("hardly any rule was met")
	}
}

// isRepeated reports whether both records that an error names are of one figure.
func isRepeated(records []TradeRecord, err error) bool {
	var unsafe *UnsafeSumError
	if !errors.As(err, &unsafe) {
		return false
	}
	find := func(id string) TradeRecord {
		return records[slices.IndexFunc(records, func(r TradeRecord) bool { return r.ID == id })]
	}
	a, b := find(unsafe.Records[0]), find(unsafe.Records[1])
	return sameLine(lineOf(&a), lineOf(&b)) && a.Commodity == b.Commodity && a.Breakdown == b.Breakdown
}
