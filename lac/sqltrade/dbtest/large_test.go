package dbtest

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// largeRecords gives n records as customs publish them: by year, partner, flow and some
// two thousand subheadings, some without value, in dollars and cents. In one line of
// eight there are parts by customs procedure beside their totals.
func largeRecords(n int) iter.Seq[lac.TradeRecord] {
	var codes []lac.Commodity
	for i := range 2000 {
		codes = append(codes, goods(fmt.Sprintf("H6:%06d", 10_000+i*7)))
	}
	partners := lac.CELAC.Members(lac.DateOf(2022, 1, 1))
	return func(yield func(lac.TradeRecord) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		i := 0
		for line := 0; ; line++ {
			of := lac.TradeRecord{Source: "a", Reporter: lac.China, Partner: partners[line/2%len(partners)], Flow: lac.Import, Valuation: lac.CIF,
				Period: lac.Year(2012 + line/2/len(partners))}
			if line%2 == 1 {
				of.Flow, of.Valuation = lac.Export, lac.FOB
			}
			for _, c := range codes[:500+r.IntN(1500)] {
				for _, customs := range []string{"", "C01", "C02"} {
					if customs != "" && (line%8 != 0 || r.IntN(3) > 0) {
						continue
					}
					if i == n {
						return
					}
					rec := of
					rec.ID, rec.Commodity, rec.Breakdown.Customs = fmt.Sprint("a#", i), c, customs
					i++
					if r.IntN(20) > 0 {
						rec.Value = must(lac.NewMoney(decimal.New(r.Int64N(1<<r.IntN(62)+1), -int32(r.IntN(3))), lac.USD))
					}
					if r.IntN(3) > 0 {
						rec.NetWeight = lac.QuantityOf(r.Int64N(1_000_000), lac.UnitKilograms)
					}
					if !yield(rec) {
						return
					}
				}
			}
		}
	}
}

// A large table has the answers of a dataset, byte for byte.
func TestLargeTable(t *testing.T) {
	n := number(t, "SQLTRADE_ROWS", 100_000)
	data, err := datasetOf(largeRecords(n))
	if err != nil {
		t.Fatal(err)
	}
	eachEngine(t, func(t *testing.T, e engine, db *sql.DB) {
		ctx := context.Background()
		start := time.Now()
		if err := e.table.Create(ctx, db); err != nil {
			t.Fatal(err)
		}
		if got, err := e.table.Load(ctx, db, lac.TradeInput{Name: "large", SHA256: "ee"}, ok(largeRecords(n))); err != nil || got != n {
			t.Fatalf("loaded %d: %v", got, err)
		}
		t.Logf("loaded %d records in %v", n, time.Since(start).Round(time.Millisecond))
		for _, tt := range []struct {
			q  lac.TradeQuery
			by []lac.Dimension
		}{
			{lac.TradeQuery{Partner: lac.CELAC}, []lac.Dimension{lac.ByPartner, lac.ByFlow}},
			{lac.TradeQuery{Figure: lac.FigureNetWeight, Commodity: goods("H6:01")}, nil},
			{lac.TradeQuery{Partner: lac.Brazil, Flow: lac.Import}, []lac.Dimension{lac.ByCommodity, lac.ByYear}},
			{lac.TradeQuery{Flow: lac.Import, Period: lac.Years(2012, 2013)}, []lac.Dimension{lac.ByCommodity}},
		} {
			start := time.Now()
			got, err := e.table.Totals(ctx, db, tt.q, tt.by...)
			took := time.Since(start)
			start = time.Now()
			want, wantErr := data.Totals(tt.q, tt.by...)
			t.Logf("%+v by %v: %d keys in %v, in memory in %v", tt.q, tt.by, want.Len(), took.Round(time.Millisecond), time.Since(start).Round(time.Microsecond))
			if wantErr != nil || want.Len() == 0 {
				t.Fatalf("%d keys: %v", want.Len(), wantErr)
			}
			if a, b := answer(t, got, err), answer(t, want, nil); a != b {
				t.Errorf("%+v by %v: got\n%.2000s\nwant\n%.2000s", tt.q, tt.by, a, b)
			}
		}
	})
}
