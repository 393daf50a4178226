package comtrade_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// A sink that takes one record after another gets those that ReadAll gives.
func TestIntoOwnSink(t *testing.T) {
	for _, name := range tables(t) {
		want, _, wantErr := openTable(t, name).ReadAll(context.Background())
		var got ownSink
		_, err := openTable(t, name).ReadInto(context.Background(), new(lac.TradeTable), &got)
		if fmt.Sprint(err) != fmt.Sprint(wantErr) || !slices.Equal(got, want) {
			t.Errorf("%s: %d records, %v; want %d, %v", filepath.Base(name), len(got), err, len(want), wantErr)
		}
	}
}

// Without a sink that needs it, a bad weight rejects no row.
func TestReadIntoWithoutSinks(t *testing.T) {
	r := open(t, "rejected.csv")
	rejected, err := r.ReadInto(context.Background())
	if s := r.Stats(); err != nil || len(rejected) != 12 || s != (lac.Stats{Rows: 15, Records: 3, Rejected: 12}) {
		t.Errorf("%+v, %d rejected, %v", s, len(rejected), err)
	}
}

// A sink's error ends reading, and no goroutine is left behind.
func TestReadIntoSinkError(t *testing.T) {
	before := runtime.NumGoroutine()
	for name, rows := range map[string]string{"rows": row("32", "1"), "rows and records": row("32", "1") + row("76", "1e2")} {
		for most := range 4 {
			r := comtrade.NewReader(io.MultiReader(strings.NewReader(header), &repeat{text: rows, n: 10_000}))
			r.SetPieceBytes(1 << 12)
			got := recordSink{most: most, noHeads: most == 0}
			if _, err := r.ReadInto(context.Background(), &got); err != errFull || len(got.records) != most {
				t.Errorf("%s: %d records, %v; want %d and the sink's error", name, len(got.records), err, most)
			}
			if _, err := r.ReadInto(context.Background(), &got); err != errFull {
				t.Errorf("then %v", err)
			}
			for _, err := range r.All(context.Background()) {
				if err != errFull {
					t.Errorf("then %v", err)
				}
			}
		}
	}
	r := open(t, "web.csv")
	for range r.All(context.Background()) {
		break
	}
	if _, err := r.ReadInto(context.Background(), &recordSink{most: 1}); err != errFull {
		t.Errorf("after All: %v", err)
	}
	// A goroutine that has said its last word may still be on its way out.
	for range 1000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// Most rows of a real table go to the sink in batches.
func TestReadIntoBatches(t *testing.T) {
	for _, name := range []string{"web.csv", "api.csv", "monthly.csv", "breakdown.csv"} {
		var got recordSink
		r := open(t, name)
		if _, err := r.ReadInto(context.Background(), &got); err != nil {
			t.Fatal(err)
		}
		if got.batches > 2 || len(got.records) < 2 { // the first row has one of its own
			t.Errorf("%s: %d records in %d batches", name, len(got.records), got.batches)
		}
	}
}

// A reader that gives nothing is given up.
func TestReadIntoNoProgress(t *testing.T) {
	same(t, func() *comtrade.Reader {
		return comtrade.NewReader(io.MultiReader(strings.NewReader(header+row("32", "1")), noProgress{}))
	})
}

func TestReadIntoNoProgressAt(t *testing.T) {
	r := comtrade.NewReader(idle{strings.NewReader(header + row("32", "1"))})
	if _, err := r.ReadInto(context.Background(), &recordSink{}); !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("got %v", err)
	}
}
