package lac_test

import (
	"errors"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinolac/sinolac/lac"
)

// TestGuardsWithinKeys holds that guards look at what comes under one key, and at all
// that does.
func TestGuardsWithinKeys(t *testing.T) {
	ores, copper := lac.TradeKey{Commodity: commodity("H6:26")}, lac.TradeKey{Commodity: commodity("H6:74")}
	for _, tt := range []struct {
		rule    string
		query   lac.TradeQuery
		by      lac.Dimension
		rows    []string
		refused lac.Guard
		want    map[lac.TradeKey]string // imports
	}{
		{rule: "two currencies of two goods are two sums", by: lac.ByCommodity,
			rows: []string{"comtrade CHN CHL import 2022 H6:26 20 USD cif", "comtrade CHN CHL import 2022 H6:74 130 CNY cif", "comtrade CHN PER import 2022 H6:26 11 USD cif"},
			want: map[lac.TradeKey]string{ores: "31 USD", copper: "130 CNY"}},
		{rule: "but not of one, whichever it is", by: lac.ByCommodity, refused: lac.GuardCurrency,
			rows: []string{"comtrade CHN CHL import 2022 H6:26 20 USD cif", "comtrade CHN CHL import 2022 H6:74 130 CNY cif", "comtrade CHN PER import 2022 H6:74 11 USD cif"}},
		{rule: "two valuations of two goods are two sums", by: lac.ByCommodity,
			rows: []string{"comtrade CHN CHL import 2022 H6:26 20 USD cif", "comtrade CHN CHL import 2022 H6:74 130 USD fob"},
			want: map[lac.TradeKey]string{ores: "20 USD", copper: "130 USD"}},
		{rule: "but not of one", by: lac.ByCommodity, refused: lac.GuardValuation,
			rows: []string{"comtrade CHN CHL import 2022 H6:26 20 USD cif", "comtrade CHN CHL import 2022 H6:74 130 USD fob", "comtrade CHN PER import 2022 H6:74 11 USD cif"}},
		{rule: "a good has one figure", by: lac.ByCommodity, refused: lac.GuardDuplicate,
			rows: []string{"comtrade CHN CHL import 2022 H6:26 20 USD cif", "comtrade CHN CHL import 2022 H6:74 130 USD cif", "comtrade CHN CHL import 2022 H6:74 131 USD cif"}},
		{rule: "a good's currency is not that of its line's other goods", by: lac.ByCommodity, refused: lac.GuardCurrency,
			rows: []string{"comtrade CHN CHL import 2022 H6:26 20 USD cif", "comtrade CHN CHL import 2022 H6:74 13 CNY cif", "comtrade CHN PER import 2022 H6:26 7 CNY cif"}},
		{rule: "a region's ores of which no figure is reported are beside its countries' ores", by: lac.ByCommodity, refused: lac.GuardRegion,
			rows: []string{"comtrade CHN 419 import 2022 H6:26 - -", "comtrade CHN CHL import 2022 H6:26 20 USD cif"}},
		{rule: "but not beside their copper", by: lac.ByCommodity,
			rows: []string{"comtrade CHN 419 import 2022 H6:26 20 USD cif", "comtrade CHN CHL import 2022 H6:74 13 USD cif"},
			want: map[lac.TradeKey]string{ores: "20 USD", copper: "13 USD"}},
		{rule: "goods of two levels are each a sum", by: lac.ByCommodity,
			rows: []string{"comtrade CHN CHL import 2022 H6:26 20 USD cif", "comtrade CHN CHL import 2022 H6:2603 19 USD cif"},
			want: map[lac.TradeKey]string{ores: "20 USD", {Commodity: commodity("H6:2603")}: "19 USD"}},
		{rule: "a reporter's trade with a region and with a country of it is refused for each reporter", by: lac.ByReporter, refused: lac.GuardRegion,
			rows: []string{"gacc CHN 419 import 2022 TOTAL 252 USD cif", "gacc CHN BRA import 2022 TOTAL 67 USD cif", "comtrade USA CHN import 2022 TOTAL 575 USD cif"}},
		{rule: "but not for each of its partners", by: lac.ByPartner,
			rows: []string{"gacc CHN 419 import 2022 TOTAL 252 USD cif", "gacc CHN BRA import 2022 TOTAL 67 USD cif"},
			want: map[lac.TradeKey]string{{Partner: lac.LatinAmericaCaribbean}: "252 USD", {Partner: lac.Brazil}: "67 USD"}},
		{rule: "a region of which no figure is reported is beside its countries all the same", refused: lac.GuardRegion,
			rows: []string{"gacc CHN 419 import 2022 TOTAL - -", "gacc CHN BRA import 2022 TOTAL 67 USD cif"}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			var by []lac.Dimension
			if tt.by != 0 {
				by = append(by, tt.by)
			}
			data := must(lac.NewDataset(records(tt.rows...)))
			totals, err := data.Totals(tt.query, by...)
			stream := lac.NewTradeStream(tt.query, by...)
			for r := range data.Trade() {
				if err := stream.Append(r); err != nil {
					t.Fatal(err)
				}
			}
			streamed, streamErr := stream.Totals()
			if (err == nil) != (streamErr == nil) || err == nil && !cmp.Equal(maps.Collect(totals.All()), maps.Collect(streamed.All())) {
				t.Errorf("a stream gives %v, %v", streamed, streamErr)
			}
			if tt.refused != "" {
				if unsafe := (*lac.UnsafeSumError)(nil); !errors.As(err, &unsafe) || unsafe.Guard != tt.refused {
					t.Fatalf("got %v, %v; want it refused: %s", totals, err, tt.refused)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got := map[lac.TradeKey]string{}
			for k, total := range totals.All() {
				got[k] = must(total.Flow(lac.Import).Money()).String()
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Quantities are added up in one unit.
func TestGuardOfQuantities(t *testing.T) {
	bundle := records("comtrade CHN CHL import 2022 H6:26 20 USD cif", "comtrade CHN PER import 2022 H6:26 7 USD cif", "comtrade CHN PER import 2022 H6:74 3 USD cif")
	for i, q := range []string{"5 kg", "7 kg", "3 items"} {
		bundle.Trade[i].Quantity = must(lac.ParseQuantity(q))
	}
	data := must(lac.NewDataset(bundle))
	q := lac.TradeQuery{Figure: lac.FigureQuantity}
	var unsafe *lac.UnsafeSumError
	if totals, err := data.Totals(q); !errors.As(err, &unsafe) || unsafe.Guard != lac.GuardCurrency || !cmp.Equal(unsafe.Records, []string{"comtrade-0001", "comtrade-0003"}) {
		t.Errorf("kilograms and items: %v, %v", totals, err)
	}
	totals, err := data.Totals(q, lac.ByCommodity)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for k, total := range totals.All() {
		got[k.Commodity.String()] = total.Flow(lac.Import).String()
	}
	if diff := cmp.Diff(map[string]string{"H6:26": "12 kg (2 records, 0 missing)", "H6:74": "3 items (1 records, 0 missing)"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
