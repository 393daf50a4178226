package main

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// ourReporters answers question 1 while the file is read.
func ourReporters(path string) (result, error) { return ourFlows(path, lac.TradeQuery{}) }

// ourWorld answers question 1 from the rows of trade with the World.
func ourWorld(path string) (result, error) {
	return ourFlows(path, lac.TradeQuery{Partner: lac.World, AsPublished: true})
}

func ourFlows(path string, q lac.TradeQuery) (result, error) {
	s := lac.NewTradeStream(q, lac.ByReporter, lac.ByYear, lac.ByFlow)
	if err := readInto(path, s); err != nil {
		return nil, err
	}
	totals, err := s.Totals()
	return func() (answer, error) {
		a := answer{}
		for k, t := range totals.All() {
			flow, total := "M", t.Imports
			if k.Flow == lac.Export {
				flow, total = "X", t.Exports
			}
			a[k.Reporter.String()+" "+k.Period.String()+" "+flow] = sums{value: total.Decimal()}
		}
		return a, nil
	}, err
}

// ourGoods answers question 2 while the file is read, with one stream.
func ourGoods(path string) (result, error) { return ourCodes(path, lac.TradeQuery{}) }

// ourWorldGoods answers question 2 from the rows of trade with countries: the World
// stands for them, and its own rows are left out.
func ourWorldGoods(path string) (result, error) {
	return ourCodes(path, lac.TradeQuery{Partner: lac.World})
}

func ourCodes(path string, q lac.TradeQuery) (result, error) {
	s := lac.NewTradeStream(q, lac.ByCommodity).Also(lac.FigureNetWeight)
	if err := readInto(path, s); err != nil {
		return nil, err
	}
	v, err := s.Totals()
	if err != nil {
		return nil, err
	}
	w, err := s.TotalsOf(lac.FigureNetWeight)
	return func() (answer, error) {
		a := answer{}
		for k, t := range v.All() {
			weight, _ := w.Get(k)
			a[cmp.Or(k.Commodity.Code(), "TOTAL")] = sums{bothFlows(t), bothFlows(weight)}
		}
		return a, nil
	}, err
}

// ourTable makes a table of the file.
func ourTable(path string) (result, error) {
	r, err := comtrade.Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var t lac.TradeTable
	if err := noneRejected(r.ReadInto(context.Background(), &t)); err != nil {
		return nil, err
	}
	return func() (answer, error) {
		data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, TradeTable: &t})
		if err != nil {
			return nil, err
		}
		values, err := data.Totals(lac.TradeQuery{})
		if err != nil {
			return nil, err
		}
		weights, err := data.Totals(lac.TradeQuery{Figure: lac.FigureNetWeight})
		v, _ := values.Get(lac.TradeKey{})
		w, _ := weights.Get(lac.TradeKey{})
		return answer{"all": {bothFlows(v), bothFlows(w)}, "rows": {value: decimal.NewFromInt(int64(t.Len()))}}, err
	}, nil
}

func readInto(path string, sinks ...comtrade.Sink) error {
	r, err := comtrade.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	return noneRejected(r.ReadInto(context.Background(), sinks...))
}

func noneRejected(rejected []*lac.RowError, err error) error {
	if err == nil && len(rejected) > 0 {
		err = fmt.Errorf("%d rows rejected, the first: %w", len(rejected), rejected[0])
	}
	return err
}

// bothFlows adds up exports and imports, which the questions do not keep apart.
func bothFlows(t lac.TradeTotal) decimal.Decimal {
	return t.Exports.Decimal().Add(t.Imports.Decimal())
}

// fillTable returns a table of n generated rows with their values alone.
func fillTable(n int) (*lac.TradeTable, error) {
	areas := func(countries []country) ([]lac.Area, error) {
		var all []lac.Area
		for _, c := range countries {
			a, err := lac.ParseArea(c.iso)
			if err != nil {
				return nil, err
			}
			all = append(all, a)
		}
		return all, nil
	}
	reporterAreas, err := areas(reporters)
	if err != nil {
		return nil, err
	}
	partnerAreas, err := areas(partners)
	if err != nil {
		return nil, err
	}
	var t lac.TradeTable
	to := t.Bulk()
	var codes []int32
	for _, g := range goods {
		c, err := lac.CommodityOf("H6", g.code)
		if err != nil {
			return nil, err
		}
		n, err := to.Commodity(c)
		if err != nil {
			return nil, err
		}
		codes = append(codes, n)
	}
	// Their types cannot be named here.
	batch := roomFor(to.AppendRows)
	rowOf := zeroFor(batch.Append)
	last := row{reporter: -1}
	head, number := int32(0), uint32(1)
	for r := range rows(n) {
		if r.group() != last.group() || r.partner != last.partner {
			h := lac.TradeRecord{Source: comtrade.DefaultSource, Reporter: reporterAreas[r.reporter], Partner: partnerAreas[r.partner],
				Flow: lac.Import, Valuation: lac.CIF, Period: lac.Year(firstYear + r.year), Value: lac.MoneyOf(0, lac.USD)}
			if flows[r.flow].code == "X" {
				h.Flow, h.Valuation = lac.Export, lac.FOB
			}
			if head, err = to.Head(h); err != nil {
				return nil, err
			}
			last = r
		}
		number++ // the row's line in a file
		rowOf.Head, rowOf.Number, rowOf.Commodity = head, number, codes[r.good]
		rowOf.Value.Units, rowOf.Value.Places, rowOf.Value.Reported = r.value.units, r.value.places, true
		batch.Append(rowOf)
		if batch.Len() == 4096 {
			if err := to.AppendRows(batch); err != nil {
				return nil, err
			}
			batch = roomFor(to.AppendRows)
		}
	}
	return &t, to.AppendRows(batch)
}

func roomFor[T any](func(*T) error) *T { return new(T) }

func zeroFor[T any](func(T)) (v T) { return v }

// newDataset makes a dataset of a table that fillTable returned.
func newDataset(t *lac.TradeTable) (*lac.Dataset, error) {
	source := comtrade.NewReader(strings.NewReader("")).SourceRecord()
	return lac.NewDataset(lac.Records{Sources: []lac.Source{source}, TradeTable: t})
}

// ourGroups sums a dataset by some dimensions.
func ourGroups(data *lac.Dataset, by ...lac.Dimension) (result, error) {
	totals, err := data.Totals(lac.TradeQuery{}, by...)
	return func() (answer, error) {
		var all lac.TradeTotal
		for _, t := range totals.All() {
			var err error
			if all.Exports, err = all.Exports.Merge(t.Exports); err != nil {
				return nil, err
			}
			if all.Imports, err = all.Imports.Merge(t.Imports); err != nil {
				return nil, err
			}
		}
		return answer{"groups": {value: decimal.NewFromInt(int64(totals.Len()))}, "all": {value: bothFlows(all)}}, nil
	}, err
}

// ourSum sums decimals.
func ourSum(decimals iter.Seq[decimal.Decimal]) (result, error) {
	t, err := lac.Sum(decimals, func(d decimal.Decimal) decimal.Decimal { return d })
	return func() (answer, error) { return answer{"all": {value: t.Decimal()}}, nil }, err
}
