package dbtest

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/sqltrade"
)

// ok returns records as a reader that meets no error gives them.
func ok(records iter.Seq[lac.TradeRecord]) iter.Seq2[lac.TradeRecord, error] {
	return func(yield func(lac.TradeRecord, error) bool) {
		for r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// answer is totals as JSON, or why there are none.
func answer(t *testing.T, totals lac.TradeTotals, err error) string {
	t.Helper()
	if err != nil {
		return err.Error()
	}
	b, err := json.Marshal(totals)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Whatever records there are and whatever is asked of them, a database gives the answer
// of a dataset in memory to the byte, or refuses for the same reason with the same
// records.
func TestRandomRecords(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) { randomRecords(t, e, open(t, e, e.inMemory(t))) })
	}
}

func randomRecords(t *testing.T, e engine, db *sql.DB) {
	ctx := context.Background()
	same, refused := 0, map[lac.Guard]int{}
	for seed := range number(t, "SQLTRADE_SETS", 60) {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		w := drawWorld(r)
		records := w.records(r, r.IntN(120))
		unique := seed%3 == 0 // in a third of the tables no record says again what another says
		if unique {
			records = withoutRepeats(records)
		}
		data, err := datasetOf(slices.Values(records))
		if err != nil {
			t.Fatal(err)
		}
		table := e.table
		table.Name, table.Repeats = fmt.Sprint("set", seed), !unique
		if seed%2 == 1 {
			table.Copy = nil
		}
		if err := table.Create(ctx, db); err != nil {
			t.Fatal(err)
		}
		r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		half := r.IntN(len(records) + 1)
		for i, some := range [][]lac.TradeRecord{records[:half], records[half:]} {
			in := lac.TradeInput{Name: "set", SHA256: fmt.Sprint(i), Rows: len(some)}
			if n, err := table.Load(ctx, db, in, ok(slices.Values(some))); err != nil || n != len(some) {
				t.Fatalf("seed %d: loaded %d of %d: %v", seed, n, len(some), err)
			}
		}
		for i := range 4 {
			q, by := w.query(r)
			want, wantErr := data.Totals(q, by...)
			got, err := table.Totals(ctx, db, q, by...)
			if a, b := answer(t, got, err), answer(t, want, wantErr); a != b {
				t.Fatalf("seed %d: %+v by %v: got\n%s\nwant\n%s", seed, q, by, a, b)
			}
			if i == 0 {
				got, err := viewOf(table).Totals(ctx, db, q, by...)
				if a, b := answer(t, got, err), answer(t, want, wantErr); a != b {
					t.Fatalf("seed %d: by a view: %+v by %v: got\n%s\nwant\n%s", seed, q, by, a, b)
				}
			}
			var unsafe *lac.UnsafeSumError
			if errors.As(wantErr, &unsafe) {
				refused[unsafe.Guard]++
			} else {
				same++
			}
		}
		if _, err := db.Exec("DROP TABLE " + table.Name + "; DROP TABLE " + table.Name + "_loads"); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d the same, refused: %v", same, refused)
	if same == 0 || len(refused) < 5 {
		t.Error("hardly any rule was met")
	}
}

// withoutRepeats returns the records that a table without repeats takes.
func withoutRepeats(records []lac.TradeRecord) []lac.TradeRecord {
	type figure struct {
		source            string
		reporter, partner lac.Area
		flow              lac.TradeFlow
		period            lac.Period
		commodity         lac.Commodity
		breakdown         lac.Breakdown
		unconfirmed       bool
	}
	seen := map[figure]bool{}
	return slices.DeleteFunc(records, func(r lac.TradeRecord) bool {
		f := figure{r.Source, r.Reporter, r.Partner, r.Flow, r.Period, r.Commodity, r.Breakdown, r.Evidence == lac.Unconfirmed}
		again := seen[f]
		seen[f] = true
		return again
	})
}

// viewOf returns a table as if it were somebody else's.
func viewOf(t sqltrade.Table) sqltrade.View {
	v := sqltrade.View{Dialect: t.Dialect, From: t.Name, Columns: map[string]string{}}
	for _, c := range []string{"id", "source", "reporter", "partner", "flow", "period", "edition", "code", "value_units", "value_places", "value_text",
		"currency", "valuation", "net_weight_units", "net_weight_places", "net_weight_text", "quantity_units", "quantity_places", "quantity_text",
		"quantity_unit", "partner2", "customs", "transport", "supply", "detail", "evidence"} {
		v.Columns[c] = c
	}
	return v
}

// A load is whole or not there, and a second one does nothing.
func TestLoad(t *testing.T) {
	eachEngine(t, func(t *testing.T, e engine, db *sql.DB) {
		ctx := context.Background()
		table := e.table
		for range 2 { // what is there stays
			if err := table.Create(ctx, db); err != nil {
				t.Fatal(err)
			}
		}
		rec := lac.TradeRecord{Source: "a", Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Import, Period: lac.Year(2022), Value: lac.MoneyOf(7, lac.USD)}
		records := func(n int, then error) iter.Seq2[lac.TradeRecord, error] {
			return func(yield func(lac.TradeRecord, error) bool) {
				for i := range n {
					r := rec
					r.ID, r.Commodity = fmt.Sprint("a#", i), goods(fmt.Sprintf("H6:%06d", i))
					if !yield(r, nil) {
						return
					}
				}
				if then != nil {
					yield(lac.TradeRecord{}, then)
				}
			}
		}
		count := func(want int) {
			t.Helper()
			for _, suffix := range []string{"", "_loads"} {
				n := 0
				if err := db.QueryRow("SELECT COUNT(*) FROM trade" + suffix).Scan(&n); err != nil {
					t.Fatal(err)
				}
				if suffix == "_loads" {
					want = min(want, 1)
				}
				if n != want {
					t.Errorf("trade%s has %d rows, want %d", suffix, n, want)
				}
			}
		}
		in := lac.TradeInput{Name: "a.csv", SHA256: "aa", To: 100}
		broken := errors.New("line 1234 is broken")
		if _, err := table.Load(ctx, db, in, records(1200, broken)); !errors.Is(err, broken) {
			t.Errorf("a reader that ends with an error: %v", err)
		}
		count(0)
		if _, err := table.Load(ctx, db, in, ok(slices.Values([]lac.TradeRecord{{ID: "a#1"}}))); !errors.Is(err, lac.ErrMissing) {
			t.Errorf("a record that is not valid: %v", err)
		}
		if _, err := table.Load(ctx, db, lac.TradeInput{Name: "a.csv"}, records(1, nil)); !errors.Is(err, lac.ErrMissing) {
			t.Errorf("an input without its SHA-256: %v", err)
		}
		less := in
		less.Rows = 1201
		if _, err := table.Load(ctx, db, less, records(1200, nil)); !errors.Is(err, lac.ErrRange) {
			t.Errorf("fewer records than the input has: %v", err)
		}
		twice := func(yield func(lac.TradeRecord, error) bool) {
			for range 2 {
				for r, err := range records(600, nil) {
					if !yield(r, err) {
						return
					}
				}
			}
		}
		if _, err := table.Load(ctx, db, in, twice); err == nil {
			t.Error("what says again what another says is loaded")
		}
		canceled, cancel := context.WithCancel(ctx)
		cancel()
		if _, err := table.Load(canceled, db, in, records(1200, nil)); !errors.Is(err, context.Canceled) {
			t.Errorf("canceled: %v", err)
		}
		count(0)
		if n, err := table.Load(ctx, db, in, records(1200, nil)); err != nil || n != 1200 {
			t.Fatalf("loaded %d: %v", n, err)
		}
		count(1200)
		if n, err := table.Load(ctx, db, in, records(1200, nil)); err != nil || n != 0 {
			t.Errorf("loaded %d again: %v", n, err)
		}
		if _, err := table.Load(ctx, db, lac.TradeInput{Name: "b.csv", SHA256: "aa", From: 99}, records(1200, nil)); !errors.Is(err, lac.ErrSameInput) {
			t.Errorf("a part that has a byte in common: %v", err)
		}
		count(1200)
		s, err := table.Stream(ctx, db, lac.TradeQuery{})
		if err != nil {
			t.Fatal(err)
		}
		in.Rows = 1200
		if !slices.Equal(s.Inputs(), []lac.TradeInput{in}) {
			t.Errorf("inputs are %v", s.Inputs())
		}
		totals, err := s.Totals()
		total, _ := totals.Get(lac.TradeKey{})
		if err != nil || !strings.HasPrefix(total.Imports.String(), "8400 USD (1200 records") {
			t.Errorf("total is %v: %v", total.Imports, err)
		}
		s.Expect(lac.TradeInput{Name: "b.csv", SHA256: "bb"}) // which is in a database that is lost
		if _, err := s.Totals(); !errors.Is(err, lac.ErrMissing) {
			t.Errorf("without the other input: %v", err)
		}
	})
}
