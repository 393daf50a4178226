package lac_test

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
)

func tableSource() []lac.Source {
	return []lac.Source{{ID: "c", Publisher: "P", Title: "T", URL: "https://example.org/", Basis: "B"}}
}

func head(partner string, flow lac.TradeFlow) lac.TradeRecord {
	v := lac.FOB
	if flow == lac.Import {
		v = lac.CIF
	}
	return lac.TradeRecord{Source: "c", Reporter: lac.China, Partner: must(lac.ParseArea(partner)), Flow: flow,
		Period: lac.Year(2022), Value: lac.MoneyOf(0, lac.USD), Valuation: v}
}

func TestTableRows(t *testing.T) {
	var table lac.TradeTable
	h := must(table.Head(head("BRA", lac.Export)))
	if again := must(table.Head(head("BRA", lac.Export))); again != h {
		t.Errorf("one head has the numbers %d and %d", h, again)
	}
	weighed := head("ARG", lac.Import)
	w := must(table.Head(weighed))
	rows := []lac.TradeRow{
		{Head: h, Number: 2, Commodity: must(table.Commodity(commodity("H6:010121"))), Value: lac.Coefficient{Units: 1500, Places: 3, Reported: true}},
		{Head: w, Number: 3, Commodity: must(table.Commodity(commodity("H6:2603"))), Value: lac.Coefficient{Units: 0, Reported: true},
			NetWeight: lac.Coefficient{Units: 9223372036854775807, Places: 18, Reported: true}, Quantity: lac.Coefficient{Units: 12, Reported: true}, Unit: "u"},
	}
	if err := table.AppendRows(rows); err != nil {
		t.Fatal(err)
	}
	want := []lac.TradeRecord{head("BRA", lac.Export), weighed}
	want[0].ID, want[0].Commodity, want[0].Value = "c#2", commodity("H6:010121"), money("1.5 USD")
	want[1].ID, want[1].Commodity, want[1].Value = "c#3", commodity("H6:2603"), money("0 USD")
	want[1].NetWeight, want[1].Quantity = must(lac.ParseQuantity("9.223372036854775807 kg")), lac.QuantityOf(12, "u")
	if diff := cmp.Diff(want, slices.Collect(table.All())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if err := table.Append(want[0]); err != nil || table.Len() != 3 {
		t.Errorf("%d records, %v", table.Len(), err)
	}
	if _, err := lac.NewDataset(lac.Records{Sources: tableSource(), TradeTable: &table}); !errors.Is(err, lac.ErrDuplicateID) {
		t.Errorf("two records c#2: %v", err)
	}
}

func TestTableRefuses(t *testing.T) {
	var table lac.TradeTable
	h := must(table.Head(head("BRA", lac.Export)))
	bare := head("BRA", lac.Export)
	bare.Value = lac.Money{}
	good := lac.TradeRow{Head: h, Number: 1, Commodity: must(table.Commodity(lac.AllGoods)), Value: lac.Coefficient{Units: 1, Reported: true}}
	for _, tt := range []struct {
		name string
		row  func(*lac.TradeRow)
		want error
	}{
		{"head", func(r *lac.TradeRow) { r.Head = h + 7 }, lac.ErrUnknownCode},
		{"head below 0", func(r *lac.TradeRow) { r.Head = -1 }, lac.ErrUnknownCode},
		{"commodity", func(r *lac.TradeRow) { r.Commodity++ }, lac.ErrUnknownCode},
		{"commodity below 0", func(r *lac.TradeRow) { r.Commodity = -1 }, lac.ErrUnknownCode},
		{"value", func(r *lac.TradeRow) { r.Value.Units = -1 }, lac.ErrRange},
		{"no currency", func(r *lac.TradeRow) { r.Head = must(table.Head(bare)) }, lac.ErrCurrencyMismatch},
		{"unit", func(r *lac.TradeRow) { r.Quantity = r.Value }, lac.ErrUnitMismatch},
		{"places", func(r *lac.TradeRow) { r.Value.Places = 19 }, lac.ErrRange},
	} {
		bad := good
		tt.row(&bad)
		var field *lac.FieldError
		if err := table.AppendRows([]lac.TradeRow{good, bad}); !errors.Is(err, tt.want) || !errors.As(err, &field) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
	if table.Len() != 0 {
		t.Errorf("%d records came in with bad ones", table.Len())
	}
	if _, err := table.Head(lac.TradeRecord{Source: "c"}); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("a head of nothing: %v", err)
	}
	if _, err := table.Commodity(0); !errors.Is(err, lac.ErrUnknownCode) {
		t.Errorf("no commodity: %v", err)
	}
	// A head of known parts is still not one without source and flow.
	again := head("BRA", lac.Export)
	again.Period = lac.Year(1999)
	must(table.Head(again))
	again.Source, again.Flow, again.Valuation, again.Value = "", "", "", lac.Money{}
	if _, err := table.Head(again); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("a head without source: %v", err)
	}
	if err := table.Append(lac.TradeRecord{ID: "x"}); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("a record of nothing: %v", err)
	}
}

// TestTableIsReadWhileItGrows is of use with the race detector.
func TestTableIsReadWhileItGrows(t *testing.T) {
	var table lac.TradeTable
	add := func(from, n int) {
		for i := range n {
			partner := []string{"BRA", "ARG", "CHL", "PER"}[i%4]
			h := must(table.Head(head(partner, lac.Export)))
			row := lac.TradeRow{Head: h, Number: uint32(from + i), Commodity: must(table.Commodity(must(lac.CommodityOf("H6", fmt.Sprintf("%06d", from+i))))), Value: lac.Coefficient{Units: int64(i), Places: uint8(i % 5), Reported: true}}
			if err := table.AppendRows([]lac.TradeRow{row}); err != nil {
				t.Error(err)
			}
		}
	}
	add(0, 1000)
	data := must(lac.NewDataset(lac.Records{Sources: tableSource(), TradeTable: &table}))
	var wait sync.WaitGroup
	for range 3 {
		wait.Go(func() {
			for k, total := range must(data.Totals(lac.TradeQuery{}, lac.ByPartner)).All() {
				if total.Exports.Records != 250 {
					t.Errorf("%v: %v", k, total.Exports)
				}
			}
			n := 0
			for range data.Trade() {
				n++
			}
			if n != 1000 {
				t.Errorf("%d records, want those that were in the table when the dataset was made", n)
			}
		})
	}
	add(1000, 1000)
	wait.Wait()
}

// TestTotalsOnAnyProcessors builds one dataset of several blocks from rows in
// different orders, and adds it up on different numbers of processors.
func TestTotalsOnAnyProcessors(t *testing.T) {
	const n = 70_000
	rows := make([]lac.TradeRow, n)
	partners := []string{"BRA", "ARG", "CHL", "PER", "MEX", "URY", "COL"}
	build := func(step int) *lac.Dataset {
		var table lac.TradeTable
		for i := range n {
			j := i * step % n // every row once, as step and n have no divisor in common
			of := head(partners[j%len(partners)], []lac.TradeFlow{lac.Export, lac.Import}[j/7%2])
			of.Period = lac.Year(2020 + j%4)
			h := must(table.Head(of))
			rows[i] = lac.TradeRow{Head: h, Number: uint32(j), Commodity: must(table.Commodity(must(lac.CommodityOf("H6", fmt.Sprintf("%06d", j/14))))),
				Value: lac.Coefficient{Units: int64(j) * 7_919_000_000_000, Places: uint8(j % 4), Reported: true}}
		}
		if err := table.AppendRows(rows); err != nil {
			t.Fatal(err)
		}
		return must(lac.NewDataset(lac.Records{Sources: tableSource(), TradeTable: &table}))
	}
	var want []string
	for _, step := range []int{1, 7_773} {
		data := build(step)
		for _, procs := range []int{1, 3} {
			before := runtime.GOMAXPROCS(procs)
			var got []string
			for _, by := range [][]lac.Dimension{
				nil, {lac.ByPartner}, {lac.ByPartner, lac.ByCommodity},
				{lac.ByPartner, lac.ByYear, lac.ByCommodity}, // cells that processors share
				{lac.ByPartner, lac.ByYear, lac.ByFlow, lac.BySource, lac.ByReporter, lac.ByCommodity},
			} {
				totals := must(data.Totals(lac.TradeQuery{}, by...))
				var b strings.Builder
				for k, total := range totals.All() {
					fmt.Fprintf(&b, "%v %x %x\n", k, must(total.Exports.MarshalBinary()), must(total.Imports.MarshalBinary()))
				}
				got = append(got, b.String())
			}
			runtime.GOMAXPROCS(before)
			if want == nil {
				want = got
			}
			if !slices.Equal(got, want) {
				t.Errorf("rows %d apart, %d processors: the totals differ", step, procs)
			}
		}
	}
}

// TestTableKeepsEveryDigit puts numbers of every width into one column.
func TestTableKeepsEveryDigit(t *testing.T) {
	var table lac.TradeTable
	var want []string
	for i, s := range []string{
		"1", "0.5", "92233720368547758.07", "9223372036854775807", "0.000000000000000001", "0.00000000000000000000000000000000000001",
		"99999999999999999999999999999999999999", "0", "1000000", "12345.678",
	} {
		r := head("BRA", lac.Export)
		r.ID, r.Commodity, r.Value = fmt.Sprint("c#", i), must(lac.CommodityOf("H6", fmt.Sprintf("%02d", i+1))), money(s+" USD")
		if err := table.Append(r); err != nil {
			t.Fatal(err)
		}
		want = append(want, s+" USD")
	}
	data := must(lac.NewDataset(lac.Records{Sources: tableSource(), TradeTable: &table}))
	var got []string
	for r := range data.Trade() {
		got = append(got, r.Value.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	total, ok := must(data.Totals(lac.TradeQuery{})).Get(lac.TradeKey{})
	if want := "100000000000000000101457092405415990"; !ok || !strings.HasPrefix(total.Exports.Decimal().String(), want[:1]) || total.Exports.Records != 10 {
		t.Errorf("got %v", total.Exports)
	}
	sum := must(lac.Sum(data.Trade(), lac.TradeRecord.Amount))
	if !sum.Equal(total.Exports) {
		t.Errorf("columns give %v, records %v", total.Exports, sum)
	}
}
