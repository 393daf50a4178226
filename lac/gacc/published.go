package gacc

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A published table is the customs' own: a title with year and month, a line with the
// unit, a heading of two rows, and a row a country.
type published struct {
	*feed.Table
	source   string
	stats    *lac.Stats
	currency lac.Currency
	unit     decimal.Decimal
	columns  []publishedColumn
}

// A publishedColumn has figures of a flow, in the month or in the year up to it.
type publishedColumn struct {
	column     int
	flow       lac.TradeFlow
	valuation  lac.Valuation
	period     lac.Period
	cumulative bool
	mark       string // of its records among those of a row
}

// begin reads the title, the unit and the heading. Where the table does not say the year,
// it is fallback; a table of which the currency is known needs no unit.
func (t *published) begin(title string, fallback int, currency lac.Currency) error {
	fail := func(line int, format string, args ...any) error {
		return fmt.Errorf("line %d: %w: %s", line, lac.ErrSyntax, fmt.Sprintf(format, args...))
	}
	year, month := titleOf(title)
	var unit string
	for range 20 {
		row, err := t.Row()
		if err != nil {
			return err
		}
		names := feed.Names(row)
		all := strings.Join(names, " ")
		if y, m := titleOf(all); y > 0 {
			year, month = y, m
		}
		if words, of, ok := unitOf(all); words != "" && unit == "" {
			if !ok {
				return fail(row.Line(), "the unit %q is none that is known", feed.Shorten(words))
			}
			unit, t.currency, t.unit = words, of.currency, decimal.NewFromInt(of.times)
		}
		if !hasFlows(names) {
			continue
		}
		if year == 0 {
			year = fallback
		}
		switch {
		case year < 1000:
			return fail(row.Line(), "no title with the year and the month, as in 2024年12月 or Dec 2024")
		case unit == "" && currency == lac.USD:
			t.currency, t.unit = lac.USD, decimal.NewFromInt(1000)
		case unit == "" && currency == lac.CNY:
			t.currency, t.unit = lac.CNY, decimal.NewFromInt(10_000)
		case unit == "":
			return fail(row.Line(), "no unit before the heading, as in 单位：万元人民币 or Unit: US$1,000")
		}
		return t.readHeading(names, year, month)
	}
	return fail(20, "no heading with 进出口, 出口 and 进口, or Export & Import, Export and Import")
}

// hasFlows reports whether a row has the three flows as cells of their own.
func hasFlows(names []string) bool {
	found := map[lac.TradeFlow]bool{}
	for _, name := range names {
		if flow, _ := flowOf(name); flow != "" {
			found[flow] = true
		}
	}
	return len(found) == 3
}

// readHeading reads the heading, of which names are the upper row.
func (t *published) readHeading(names []string, year, month int) error {
	row, err := t.Row()
	if err != nil {
		return err
	}
	lower := feed.Names(row)
	t.Header = make([]string, max(len(names), len(lower)))
	label := ""
	for i := range t.Header {
		if i < len(names) && names[i] != "" {
			label = names[i]
		}
		below := ""
		if i < len(lower) {
			below = lower[i]
		}
		t.Header[i] = strings.TrimSpace(label + " " + below)
		c := publishedColumn{column: i}
		if c.flow, c.valuation = flowOf(label); c.flow == "" {
			continue
		}
		last, cumulative, ok := spanOf(below, month)
		switch {
		case !ok:
			continue
		case last == 0:
			return fmt.Errorf("%w: heading %q: want a month from 1 to 12", lac.ErrRange, t.Header[i])
		case cumulative:
			c.cumulative, c.period = true, lac.Days(lac.Month(year, time.January).First(), lac.Month(year, last).Last())
		default:
			c.period = lac.Month(year, last)
		}
		if slices.ContainsFunc(t.columns, func(d publishedColumn) bool {
			return d.flow == c.flow && d.period == c.period && d.cumulative == c.cumulative
		}) {
			continue
		}
		c.mark = string(c.flow)
		if c.cumulative {
			c.mark += "-up-to"
		}
		if slices.ContainsFunc(t.columns, func(d publishedColumn) bool { return d.mark == c.mark }) {
			c.mark += "-" + c.period.String() // another month
		}
		t.columns = append(t.columns, c)
	}
	if t.columns == nil {
		return fmt.Errorf("%w: line %d: no columns of a month or up to one below those of the flows", lac.ErrSyntax, row.Line())
	}
	return nil
}

// next returns what became of the figures of the next row.
func (t *published) next(into []feed.Result[lac.TradeRecord]) ([]feed.Result[lac.TradeRecord], error) {
	row, rejected, err := t.Loose()
	if err != nil {
		return nil, err
	}
	reject := func(e *lac.RowError) { into = append(into, feed.Result[lac.TradeRecord]{Rejected: e}) }
	if rejected != nil {
		reject(rejected)
		return into, nil
	}
	name := feed.Field(row, 0)
	for _, which := range []string{"其中", "#", "of which"} {
		name = strings.TrimPrefix(name, which)
	}
	name = strings.Trim(name, ":： ")
	if !t.hasFigures(row) || isGroup(name) {
		t.stats.LeftOut++ // a note, a line between parts
		return into, nil
	}
	partner, err := partnerOf(name)
	if err != nil {
		reject(t.Reject(row, 0, err))
		return into, nil
	}
	months := map[lac.TradeFlow]lac.Money{}
	for _, c := range t.columns {
		if c.column >= row.Len() {
			continue
		}
		value, err := valueOf(strings.ReplaceAll(feed.Field(row, c.column), ",", ""), t.currency, t.unit)
		if err == nil && c.cumulative {
			err = beyond(months[c.flow], value)
		}
		january := c.period == lac.Month(c.period.First().Year(), time.January)
		if err == nil && c.cumulative && january && beyond(value, months[c.flow]) != nil {
			err = fmt.Errorf("%w: January, %v, is not the year up to it, %v", lac.ErrUnitMismatch, months[c.flow], value)
		}
		if err != nil {
			reject(t.Reject(row, c.column, err))
			continue
		}
		if !c.cumulative {
			months[c.flow] = value
		} else if january {
			continue // which is the month's
		}
		r := lac.TradeRecord{
			ID: t.source + "#" + strconv.Itoa(row.Line()) + "-" + c.mark, Source: t.source, Reporter: lac.China, Partner: partner,
			Flow: c.flow, Period: c.period, Commodity: lac.AllGoods, Value: value,
		}
		if value.IsReported() {
			r.Valuation = c.valuation
		}
		into = append(into, feed.Result[lac.TradeRecord]{Record: r})
	}
	return into, nil
}

// beyond errs if a month has more than the year up to it, by more than a revision: one
// of them is in another unit.
func beyond(month, upTo lac.Money) error {
	if !month.IsReported() || !upTo.IsReported() {
		return nil
	}
	most, err := upTo.Mul(decimal.New(11, -1))
	if err != nil {
		return err
	}
	if month.Amount().Cmp(most.Amount()) > 0 {
		return fmt.Errorf("%w: the month, %v, is above the year up to it, %v", lac.ErrUnitMismatch, month, upTo)
	}
	return nil
}

// hasFigures reports whether a row has anything in a column of figures.
func (t *published) hasFigures(row *csvscan.Row) bool {
	for _, c := range t.columns {
		if c.column < row.Len() && feed.Field(row, c.column) != "" {
			return true
		}
	}
	return false
}
