package dbtest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

// Lines that are shared out among databases of three kinds have the totals of all of
// them when the streams are merged, and a line that is cut is refused.
func TestManyDatabases(t *testing.T) {
	ctx := context.Background()
	var dbs []*sql.DB
	for _, e := range engines {
		if _, err := program("initdb"); err != nil && e.name == "postgres" {
			t.Skip("there is no PostgreSQL here: ", err)
		}
		dbs = append(dbs, open(t, e, e.at(t)))
	}
	for seed := range 10 {
		r := rand.New(rand.NewPCG(uint64(seed), 3))
		w := drawWorld(r)
		records := w.records(r, 200)
		data, err := datasetOf(slices.Values(records))
		if err != nil {
			t.Fatal(err)
		}
		type line struct {
			source            string
			reporter, partner lac.Area
			flow              lac.TradeFlow
			period            lac.Period
		}
		shares, shareOf := make([][]lac.TradeRecord, len(engines)), map[line]int{}
		for _, rec := range records {
			l := line{rec.Source, rec.Reporter, rec.Partner, rec.Flow, rec.Period}
			if _, ok := shareOf[l]; !ok {
				shareOf[l] = r.IntN(len(engines))
			}
			shares[shareOf[l]] = append(shares[shareOf[l]], rec)
		}
		q, by := w.query(r)
		merged := lac.NewTradeStream(q, by...)
		for i, e := range engines {
			table := e.table
			table.Name, table.Repeats = fmt.Sprint("set", seed), true
			if err := table.Create(ctx, dbs[i]); err != nil {
				t.Fatal(err)
			}
			in := lac.TradeInput{Name: e.name, SHA256: e.name}
			merged.Expect(in)
			if _, err := merged.Totals(); !errors.Is(err, lac.ErrMissing) {
				t.Errorf("seed %d: without %s: %v", seed, e.name, err)
			}
			if _, err := table.Load(ctx, dbs[i], in, ok(slices.Values(shares[i]))); err != nil {
				t.Fatal(err)
			}
			s, err := table.Stream(ctx, dbs[i], q, by...)
			if err != nil {
				t.Fatal(err)
			}
			if err := merged.Merge(s); err != nil {
				t.Fatal(err)
			}
			if err := merged.Merge(s); !errors.Is(err, lac.ErrSameInput) {
				t.Errorf("seed %d: merged again: %v", seed, err)
			}
		}
		want, wantErr := data.Totals(q, by...)
		got, err := merged.Totals()
		if a, b := answer(t, got, err), answer(t, want, wantErr); a != b {
			t.Fatalf("seed %d: %+v by %v: got\n%s\nwant\n%s", seed, q, by, a, b)
		}
	}
	one, two := engines[0], engines[1]
	for i, e := range []engine{one, two} {
		if err := e.table.Create(ctx, dbs[i]); err != nil {
			t.Fatal(err)
		}
		rec := lac.TradeRecord{ID: fmt.Sprint("a#", i), Source: "a", Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Import, Period: lac.Year(2022),
			Commodity: goods(fmt.Sprintf("H6:2%d", i)), Value: lac.MoneyOf(1, lac.USD)}
		if _, err := e.table.Load(ctx, dbs[i], lac.TradeInput{Name: e.name, SHA256: e.name}, ok(slices.Values([]lac.TradeRecord{rec}))); err != nil {
			t.Fatal(err)
		}
	}
	a, err1 := one.table.Stream(ctx, dbs[0], lac.TradeQuery{})
	b, err2 := two.table.Stream(ctx, dbs[1], lac.TradeQuery{})
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if err := a.Merge(b); !errors.Is(err, lac.ErrRange) {
		t.Errorf("a line that is cut: %v", err)
	}
}

// Of two loads of one input at a time one loads it, and the other waits and has nothing
// to do. The engines that do not wait refuse it.
func TestLoadsAtATime(t *testing.T) {
	eachEngine(t, func(t *testing.T, e engine, db *sql.DB) {
		ctx := context.Background()
		if err := e.table.Create(ctx, db); err != nil {
			t.Fatal(err)
		}
		var wait sync.WaitGroup
		loaded, errs := make([]int, 2), make([]error, 2)
		for i := range loaded {
			wait.Go(func() {
				loaded[i], errs[i] = e.table.Load(ctx, db, killInput, ok(lines(killRecords)))
			})
		}
		wait.Wait()
		if err := errors.Join(errs...); err != nil && e.name == "postgres" {
			t.Error(err)
		}
		n := 0
		if err := db.QueryRow("SELECT COUNT(*) FROM trade").Scan(&n); err != nil {
			t.Fatal(err)
		}
		if loaded[0]+loaded[1] != n || n != killRecords && (n != 0 || errs[0] == nil || errs[1] == nil) {
			t.Errorf("loaded %v, and there are %d: %v", loaded, n, errs)
		}
		if again, err := e.table.Load(ctx, db, killInput, ok(lines(killRecords))); err != nil || again != killRecords-n {
			t.Errorf("loaded %d more, want %d: %v", again, killRecords-n, err)
		}
	})
}
