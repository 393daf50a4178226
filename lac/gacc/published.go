package gacc

import (
	"fmt"
	"regexp"
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
}

var (
	titleMonth = regexp.MustCompile(`(\d{4})年(?:1(?:至|-|－|—|~)(?:\d{1,2}))?(\d{0,2})月`)
	oneMonth   = regexp.MustCompile(`^(?:\d{4}年)?(\d{1,2})月(?:当月)?$`)
	upToMonth  = regexp.MustCompile(`^(?:\d{4}年)?1(?:至|-|－|—|~)(\d{1,2})月(?:累计)?$`)
)

// publishedUnits are what 1 in a table stands for, by the words behind 单位.
var publishedUnits = map[string]struct {
	currency lac.Currency
	times    int64
}{
	"万元人民币": {lac.CNY, 10_000}, "人民币万元": {lac.CNY, 10_000}, "万元": {lac.CNY, 10_000}, "亿元人民币": {lac.CNY, 100_000_000}, "人民币亿元": {lac.CNY, 100_000_000}, "亿元": {lac.CNY, 100_000_000},
	"千美元": {lac.USD, 1000}, "万美元": {lac.USD, 10_000}, "百万美元": {lac.USD, 1_000_000}, "亿美元": {lac.USD, 100_000_000}, "美元": {lac.USD, 1}, "元": {lac.CNY, 1},
}

// isPublished reports whether a text begins as the customs' own table does.
func isPublished(start []byte) bool {
	text := string(start[:min(len(start), 2000)])
	return (strings.Contains(text, "单位") || strings.Contains(text, "总值表")) && strings.Contains(text, "出口") && strings.Contains(text, "进口") && !strings.Contains(text, "数据年月")
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
		all := strings.Join(strings.Fields(strings.Join(names, " ")), "")
		if y, m := titleOf(all); y > 0 {
			year, month = y, m
		}
		if _, after, found := strings.Cut(all, "单位"); found && unit == "" {
			unit = strings.Trim(strings.NewReplacer("：", "", ":", "", "（", "", "）", "").Replace(after), " ,")
			known, ok := publishedUnits[unit]
			if !ok {
				return fail(row.Line(), "the unit %q is none that is known", feed.Shorten(unit))
			}
			t.currency, t.unit = known.currency, decimal.NewFromInt(known.times)
		}
		if !hasFlows(names) {
			continue
		}
		if year == 0 {
			year = fallback
		}
		switch {
		case year < 1000:
			return fail(row.Line(), "no title with the year and the month, as in 2024年12月")
		case unit == "" && currency == lac.USD:
			t.currency, t.unit = lac.USD, decimal.NewFromInt(1000)
		case unit == "" && currency == lac.CNY:
			t.currency, t.unit = lac.CNY, decimal.NewFromInt(10_000)
		case unit == "":
			return fail(row.Line(), "no unit before the heading, as in 单位：万元人民币")
		}
		return t.readHeading(names, year, month)
	}
	return fail(20, "no heading with 进出口, 出口 and 进口")
}

// titleOf returns the year and the month of a title, zero if it has none.
func titleOf(title string) (year, month int) {
	if m := titleMonth.FindStringSubmatch(strings.Join(strings.Fields(title), "")); m != nil {
		year, _ = strconv.Atoi(m[1])
		month, _ = strconv.Atoi(m[2])
	}
	return year, month
}

// hasFlows reports whether a row has the three flows as cells of their own.
func hasFlows(names []string) bool {
	found := 0
	for _, name := range names {
		switch strings.ReplaceAll(name, " ", "") {
		case "进出口", "出口", "进口":
			found++
		}
	}
	return found >= 3
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
			label = strings.ReplaceAll(names[i], " ", "")
		}
		below := ""
		if i < len(lower) {
			below = strings.ReplaceAll(lower[i], " ", "")
		}
		t.Header[i] = strings.TrimSpace(label + " " + below)
		c := publishedColumn{column: i}
		switch label {
		case "进出口":
			c.flow = lac.Turnover
		case "出口":
			c.flow, c.valuation = lac.Export, lac.FOB
		case "进口":
			c.flow, c.valuation = lac.Import, lac.CIF
		default:
			continue
		}
		if m := upToMonth.FindStringSubmatch(below); m != nil || below == "累计" {
			c.cumulative = true
			last := monthOf(m, month)
			if last == 0 {
				return fmt.Errorf("%w: heading %q: want a month from 1 to 12", lac.ErrRange, t.Header[i])
			}
			c.period = lac.Days(lac.Month(year, time.January).First(), lac.Month(year, last).Last())
		} else if m := oneMonth.FindStringSubmatch(below); m != nil || below == "当月" {
			one := monthOf(m, month)
			if one == 0 {
				return fmt.Errorf("%w: heading %q: want a month from 1 to 12", lac.ErrRange, t.Header[i])
			}
			c.period = lac.Month(year, one)
		} else {
			continue
		}
		t.columns = append(t.columns, c)
	}
	if t.columns == nil {
		return fmt.Errorf("%w: line %d: no columns of a month or up to one below 进出口, 出口 and 进口", lac.ErrSyntax, row.Line())
	}
	return nil
}

// monthOf returns the month that a heading has, or that of the title; 0 if it is none.
func monthOf(match []string, title int) time.Month {
	month := title
	if match != nil {
		month, _ = strconv.Atoi(match[1])
	}
	if month < 1 || month > 12 {
		return 0
	}
	return time.Month(month)
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
	name := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(feed.Field(row, 0), "其中"), "#"), ":： ")
	if !t.hasFigures(row) {
		t.stats.LeftOut++ // a note, or a line between parts
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
			ID: t.source + "#" + strconv.Itoa(row.Line()) + "-" + string(c.flow), Source: t.source, Reporter: lac.China, Partner: partner,
			Flow: c.flow, Period: c.period, Commodity: lac.AllGoods, Value: value,
		}
		if c.cumulative {
			r.ID += "-up-to"
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
