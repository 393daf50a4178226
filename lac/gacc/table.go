package gacc

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// flows are the flows of a row, with the beginnings of their columns' names.
var flows = [...]struct {
	flow      lac.TradeFlow
	column    string
	valuation lac.Valuation
}{
	{lac.Export, "exports", lac.FOB},
	{lac.Import, "imports", lac.CIF},
	{lac.Turnover, "total", lac.NotStated},
}

// A table is one that is being read.
type table struct {
	year       int
	cumulative bool
	currency   lac.Currency
	unit       decimal.Decimal
	source     string
	stats      *lac.Stats
	*feed.Table

	month, name, upTo int // columns; upTo may be -1
	figures           [len(flows)]int

	// of the last row
	lastMonth   int // 0 if the row was rejected
	lastLine    int
	lastPartner lac.Area
	lastUpTo    lac.Money // the turnover of the year up to the month
}

func (t *table) readHeader() error {
	at := map[string]int{}
	for i, name := range t.Header {
		t.Header[i] = strings.ToLower(name)
		at[t.Header[i]] = i
	}
	var missing []string
	find := func(name string) int {
		i, ok := at[name]
		if !ok {
			missing = append(missing, name)
		}
		return i
	}
	t.month, t.name = find("month"), find("name_zh")
	t.upTo = t.At("total_cum")
	suffix := "_month"
	if t.cumulative {
		suffix = "_cum"
	}
	for i, f := range flows {
		t.figures[i] = find(f.column + suffix)
	}
	if missing != nil {
		return feed.Missing("a table of China customs", missing, t.Header)
	}
	return nil
}

// nextRow returns what became of the figures of the next row.
func (t *table) nextRow(into []feed.Result[lac.TradeRecord]) ([]feed.Result[lac.TradeRecord], error) {
	t.lastMonth = 0
	row, rejected, err := t.Next()
	if err != nil {
		return nil, err
	}
	reject := func(e *lac.RowError) { into = append(into, feed.Result[lac.TradeRecord]{Rejected: e}) }
	if rejected != nil {
		reject(rejected)
		return into, nil
	}
	if isGroup(feed.Field(row, t.name)) {
		t.stats.LeftOut++
		return into, nil
	}
	base := lac.TradeRecord{Reporter: lac.China, Commodity: lac.AllGoods}
	if base.Partner, err = partnerOf(feed.Field(row, t.name)); err != nil {
		reject(t.Reject(row, t.name, err))
		return into, nil
	}
	if base.Period, err = t.period(feed.Field(row, t.month)); err != nil {
		reject(t.Reject(row, t.month, err))
		return into, nil
	}
	t.lastLine = row.Line()
	t.lastMonth, t.lastPartner, t.lastUpTo = int(base.Period.Last().Month()), base.Partner, lac.Money{}
	if t.upTo >= 0 {
		t.lastUpTo, _ = t.value(feed.Field(row, t.upTo))
	}
	for i, f := range flows {
		value, err := t.value(feed.Field(row, t.figures[i]))
		if err != nil {
			reject(t.Reject(row, t.figures[i], err))
			continue
		}
		record := base
		record.ID, record.Source = t.source+"#"+strconv.Itoa(row.Line())+"-"+string(f.flow), t.source
		record.Flow, record.Value = f.flow, value
		if value.IsReported() {
			record.Valuation = f.valuation
		}
		into = append(into, feed.Result[lac.TradeRecord]{Record: record})
	}
	return into, nil
}

// period returns the month, or the year up to it.
func (t *table) period(s string) (lac.Period, error) {
	if s == "" {
		return lac.Period{}, lac.ErrMissing
	}
	month, err := strconv.Atoi(s)
	switch {
	case err != nil || len(s) > 2:
		return lac.Period{}, fmt.Errorf("%w: want a month from 1 to 12", lac.ErrSyntax)
	case month < 1 || month > 12:
		return lac.Period{}, fmt.Errorf("%w: want a month from 1 to 12", lac.ErrRange)
	}
	period := lac.Month(t.year, time.Month(month))
	if t.cumulative {
		return lac.Days(lac.Month(t.year, time.January).First(), period.Last()), nil
	}
	return period, nil
}

// value returns an amount, which must not be negative.
func (t *table) value(s string) (lac.Money, error) { return valueOf(s, t.currency, t.unit) }

// valueOf returns so many times an amount, which must not be negative; not reported if
// there is none.
func valueOf(s string, currency lac.Currency, unit decimal.Decimal) (lac.Money, error) {
	if s == "" || s == "-" {
		return lac.Money{}, nil
	}
	units, err := lac.ParseAmount(s, currency)
	if err != nil {
		return lac.Money{}, err
	}
	if units.Sign() < 0 {
		return lac.Money{}, fmt.Errorf("%w: negative", lac.ErrRange)
	}
	return units.Mul(unit)
}
