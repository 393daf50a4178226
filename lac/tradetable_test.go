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
	"github.com/sinolac/sinolac/lac/internal/sink"
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
	h := must(table.Bulk().Head(head("BRA", lac.Export)))
	if again := must(table.Bulk().Head(head("BRA", lac.Export))); again != h {
		t.Errorf("one head has the numbers %d and %d", h, again)
	}
	weighed := head("ARG", lac.Import)
	w := must(table.Bulk().Head(weighed))
	rows := tradeRows(
		sink.Row{Head: h, Number: 2, Commodity: must(table.Bulk().Commodity(commodity("H6:010121"))), Value: sink.Coefficient{Units: 1500, Places: 3, Reported: true}},
		sink.Row{Head: w, Number: 3, Commodity: must(table.Bulk().Commodity(commodity("H6:2603"))), Value: sink.Coefficient{Units: 0, Reported: true},
			NetWeight: sink.Coefficient{Units: 9223372036854775807, Places: 18, Reported: true}, Quantity: sink.Coefficient{Units: 12, Reported: true}, Unit: "u"},
	)
	if err := table.Bulk().AppendRows(rows); err != nil {
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

func tradeRows(rows ...sink.Row) *sink.Rows {
	var r sink.Rows
	for _, row := range rows {
		r.Append(row)
	}
	return &r
}

func TestTableRefuses(t *testing.T) {
	var table lac.TradeTable
	h := must(table.Bulk().Head(head("BRA", lac.Export)))
	bare := head("BRA", lac.Export)
	bare.Value = lac.Money{}
	good := sink.Row{Head: h, Number: 1, Commodity: must(table.Bulk().Commodity(lac.AllGoods)), Value: sink.Coefficient{Units: 1, Reported: true}}
	for _, tt := range []struct {
		name string
		row  func(*sink.Row)
		want error
	}{
		{"head", func(r *sink.Row) { r.Head = h + 7 }, lac.ErrUnknownCode},
		{"head below 0", func(r *sink.Row) { r.Head = -1 }, lac.ErrUnknownCode},
		{"commodity", func(r *sink.Row) { r.Commodity++ }, lac.ErrUnknownCode},
		{"commodity below 0", func(r *sink.Row) { r.Commodity = -1 }, lac.ErrUnknownCode},
		{"value", func(r *sink.Row) { r.Value.Units = -1 }, lac.ErrRange},
		{"no currency", func(r *sink.Row) { r.Head = must(table.Bulk().Head(bare)) }, lac.ErrCurrencyMismatch},
		{"unit", func(r *sink.Row) { r.Quantity = r.Value }, lac.ErrUnitMismatch},
		{"places", func(r *sink.Row) { r.Value.Places = 19 }, lac.ErrRange},
	} {
		bad := good
		tt.row(&bad)
		var field *lac.FieldError
		if err := table.Bulk().AppendRows(tradeRows(good, bad)); !errors.Is(err, tt.want) || !errors.As(err, &field) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
	if table.Len() != 0 {
		t.Errorf("%d records came in with bad ones", table.Len())
	}
	if _, err := table.Bulk().Head(lac.TradeRecord{Source: "c"}); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("a head of nothing: %v", err)
	}
	if _, err := table.Bulk().Commodity(0); !errors.Is(err, lac.ErrUnknownCode) {
		t.Errorf("no commodity: %v", err)
	}
	// A head of known parts is still not one without source and flow.
	again := head("BRA", lac.Export)
	again.Period = lac.Year(1999)
	must(table.Bulk().Head(again))
	again.Source, again.Flow, again.Valuation, again.Value = "", "", "", lac.Money{}
	if _, err := table.Bulk().Head(again); !errors.Is(err, lac.ErrMissing) {
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
			h := must(table.Bulk().Head(head(partner, lac.Export)))
			row := sink.Row{Head: h, Number: uint32(from + i), Commodity: must(table.Bulk().Commodity(must(lac.CommodityOf("H6", fmt.Sprintf("%06d", from+i))))), Value: sink.Coefficient{Units: int64(i), Places: uint8(i % 5), Reported: true}}
			if err := table.Bulk().AppendRows(tradeRows(row)); err != nil {
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
	partners := []string{"BRA", "ARG", "CHL", "PER", "MEX", "URY", "COL"}
	build := func(step int) *lac.Dataset {
		var table lac.TradeTable
		var rows sink.Rows
		for i := range n {
			j := i * step % n // every row once, as step and n have no divisor in common
			of := head(partners[j%len(partners)], []lac.TradeFlow{lac.Export, lac.Import}[j/7%2])
			of.Period = lac.Year(2020 + j%4)
			h := must(table.Bulk().Head(of))
			rows.Append(sink.Row{Head: h, Number: uint32(j), Commodity: must(table.Bulk().Commodity(must(lac.CommodityOf("H6", fmt.Sprintf("%06d", j/14))))),
				Value: sink.Coefficient{Units: int64(j) * 7_919_000_000_000, Places: uint8(j % 4), Reported: true}})
		}
		if err := table.Bulk().AppendRows(&rows); err != nil {
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

func TestTradeRows(t *testing.T) {
	want := []sink.Row{
		{Head: 1, Number: 2, Commodity: 3},
		{Head: 4, Number: 5, Commodity: 6, NetWeight: sink.Coefficient{Units: 7, Places: 1, Reported: true}, Unit: "u"},
		{Head: 8, Number: 9, Commodity: 10, Quantity: sink.Coefficient{Units: 11, Reported: true}},
	}
	rows := tradeRows(want...)
	for i := range rows.Len() {
		if got := rows.At(i); got != want[i] {
			t.Errorf("row %d: %+v, want %+v", i, got, want[i])
		}
	}
	rows.Values = nil
	part := rows.Slice(1, 3)
	part.Append(want[0])
	for i, w := range []sink.Row{want[1], want[2], want[0]} {
		if got := part.At(i); got != w {
			t.Errorf("row %d of a slice with one more: %+v, want %+v", i, got, w)
		}
	}
	if rows.Len() != 3 || rows.At(2) != want[2] {
		t.Errorf("appending to a slice has made them %+v", rows)
	}
}

// Columns must be of one length, but for those of figures that nobody reports.
func TestColumnsOfOneLength(t *testing.T) {
	for name, change := range map[string]func(*sink.Rows){
		"heads":       func(r *sink.Rows) { r.Heads = r.Heads[:1] },
		"numbers":     func(r *sink.Rows) { r.Numbers = nil },
		"commodities": func(r *sink.Rows) { r.Commodities = append(r.Commodities, 0) },
		"values":      func(r *sink.Rows) { r.Values = r.Values[:0] },
		"net weights": func(r *sink.Rows) { r.NetWeights = r.NetWeights[1:] },
		"quantities":  func(r *sink.Rows) { r.Quantities = append(r.Quantities, sink.Coefficient{}) },
		"units":       func(r *sink.Rows) { r.Units = r.Units[:1] },
	} {
		var table lac.TradeTable
		stream := lac.NewTradeStream(lac.TradeQuery{})
		for _, to := range []sink.Sink[lac.TradeRecord, lac.Commodity, lac.Figure]{table.Bulk(), stream.Bulk()} {
			of := sink.Row{Head: must(to.Head(head("BRA", lac.Export))), Commodity: must(to.Commodity(lac.AllGoods))}
			rows := tradeRows(of, of)
			rows.Values, rows.NetWeights, rows.Quantities = make([]sink.Coefficient, 2), make([]sink.Coefficient, 2), make([]sink.Coefficient, 2)
			rows.Units = make([]string, 2)
			change(rows)
			var field *lac.FieldError
			if err := to.AppendRows(rows); !errors.Is(err, lac.ErrRange) || !errors.As(err, &field) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if table.Len() != 0 {
			t.Errorf("%s: a table of %d records", name, table.Len())
		}
	}
}

// A stream cannot answer about a figure that it did not add up from the start.
func TestStreamOfFigures(t *testing.T) {
	s := lac.NewTradeStream(lac.TradeQuery{}).Also(lac.FigureNetWeight)
	r := head("BRA", lac.Export)
	r.ID, r.Commodity, r.Value = "c#1", lac.AllGoods, money("5 USD")
	if err := s.Append(r); err != nil {
		t.Fatal(err)
	}
	s.Also(lac.FigureQuantity).Also(lac.FigureNetWeight)
	r.ID, r.Commodity, r.NetWeight, r.Quantity = "c#2", commodity("H6:2603"), must(lac.ParseQuantity("3 kg")), lac.QuantityOf(2, "u")
	if err := s.Append(r); err != nil {
		t.Fatal(err)
	}
	value, err := s.Totals()
	if total, _ := value.Get(lac.TradeKey{}); err != nil || total.Exports.Records != 1 || total.Exports.Decimal().String() != "5" {
		t.Errorf("value: %+v, %v", total, err)
	}
	weight, err := s.TotalsOf(lac.FigureNetWeight)
	if total, _ := weight.Get(lac.TradeKey{}); err != nil || total.Exports.Missing != 1 {
		t.Errorf("net weight: %+v, %v", total, err)
	}
	for _, f := range []lac.Figure{lac.FigureQuantity, "price"} {
		if _, err := s.TotalsOf(f); !errors.Is(err, lac.ErrMissing) {
			t.Errorf("%s: %v", f, err)
		}
	}
	if _, err := s.Also("price").TotalsOf("price"); err == nil {
		t.Error("there is no such figure")
	}
	// Two rows are one only if all their figures agree.
	if !lac.NewTradeStream(lac.TradeQuery{Figure: lac.FigureNetWeight}).Bulk().Needs(lac.FigureValue) {
		t.Error("a stream needs every figure")
	}
}
