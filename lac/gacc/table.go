package gacc

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/plaintext"
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
	scan       *csvscan.Scanner

	header      []string
	month, name int // columns
	figures     [len(flows)]int
}

// A figure is what became of a figure: a record, whose ID lacks the source, or
// why there is none.
type figure struct {
	record   lac.TradeRecord
	rejected *lac.RowError
}

func (t *table) readHeader() error {
	row, err := t.scan.Next()
	var malformed *csvscan.RowError
	switch {
	case errors.As(err, &malformed):
		return fmt.Errorf("%w: header: %w", lac.ErrSyntax, malformed)
	case err == io.EOF:
		return fmt.Errorf("%w: no header, the table is empty", lac.ErrSyntax)
	case err != nil:
		return err
	}
	at := map[string]int{}
	for i := range row.Len() {
		name := strings.ToLower(strings.TrimSpace(string(row.Field(i))))
		t.header = append(t.header, name)
		at[name] = i
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
	suffix := "_month"
	if t.cumulative {
		suffix = "_cum"
	}
	for i, f := range flows {
		t.figures[i] = find(f.column + suffix)
	}
	if missing != nil {
		return fmt.Errorf("%w: not a table of China customs: expected also the columns %s; the first of %d columns is %q",
			lac.ErrSyntax, strings.Join(missing, ", "), len(t.header), plaintext.Shorten(t.header[0]))
	}
	return nil
}

// next returns what became of the figures of the next row.
func (t *table) next(into []figure) ([]figure, error) {
	into = into[:0]
	row, err := t.scan.Next()
	var malformed *csvscan.RowError
	switch {
	case errors.As(err, &malformed):
		rejected := &lac.RowError{Line: malformed.Line, Column: malformed.Column, Err: fmt.Errorf("%w: %w", lac.ErrSyntax, malformed.Err)}
		if malformed.Column > 0 && malformed.Field < len(t.header) {
			rejected.Field = t.header[malformed.Field]
		}
		return append(into, figure{rejected: rejected}), nil
	case err != nil:
		return nil, err
	case row.Len() != len(t.header):
		return append(into, figure{rejected: &lac.RowError{
			Line: row.Line(), Err: fmt.Errorf("%w: %d fields, but the header has %d", lac.ErrSyntax, row.Len(), len(t.header)),
		}}), nil
	}
	base := lac.TradeRecord{Reporter: lac.China, Commodity: lac.AllGoods}
	if base.Partner, err = partnerOf(t.text(row, t.name)); err != nil {
		return append(into, figure{rejected: t.reject(row, t.name, err)}), nil
	}
	if base.Period, err = t.period(t.text(row, t.month)); err != nil {
		return append(into, figure{rejected: t.reject(row, t.month, err)}), nil
	}
	for i, f := range flows {
		value, err := t.value(t.text(row, t.figures[i]))
		if err != nil {
			into = append(into, figure{rejected: t.reject(row, t.figures[i], err)})
			continue
		}
		record := base
		record.ID = strconv.Itoa(row.Line()) + "-" + string(f.flow)
		record.Flow, record.Value = f.flow, value
		if value.IsReported() {
			record.Valuation = f.valuation
		}
		into = append(into, figure{record: record})
	}
	return into, nil
}

func (t *table) text(row *csvscan.Row, i int) string { return strings.TrimSpace(string(row.Field(i))) }

func (t *table) reject(row *csvscan.Row, i int, err error) *lac.RowError {
	_, column := row.Position(i)
	return &lac.RowError{Line: row.Line(), Column: column, Field: t.header[i], Text: plaintext.Shorten(t.text(row, i)), Err: err}
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
func (t *table) value(s string) (lac.Money, error) {
	if s == "" || s == "-" {
		return lac.Money{}, nil
	}
	units, err := lac.ParseAmount(s, t.currency)
	if err != nil {
		return lac.Money{}, err
	}
	if units.Sign() < 0 {
		return lac.Money{}, fmt.Errorf("%w: negative", lac.ErrRange)
	}
	return units.Mul(t.unit)
}

// groups are rows that are no countries, by the customs' names with the usual
// brackets, and one country that has the name of a region.
var groups = map[string]lac.Area{
	"总值": lac.World, "亚洲": lac.Asia, "非洲": lac.Africa, "欧洲": lac.Europe, "大洋洲": lac.Oceania,
	"拉丁美洲": lac.LatinAmericaCaribbean, "北美洲": lac.NorthernAmerica, "欧洲联盟": lac.EuropeanUnion,
	"亚洲其他国家(地区)": lac.AsiaNES, "非洲其他国家(地区)": parsed("577"), "欧洲其他国家(地区)": parsed("568"),
	"拉丁美洲其他国家(地区)": lac.LatinAmericaNES, "北美洲其他国家(地区)": lac.NorthernAmericaNES, "大洋洲其他国家(地区)": parsed("527"),
	"国家(地区)不明": lac.AreasNES, "国别(地区)不详": lac.AreasNES,
	"加那利群岛": parsed("XIC"), "塞卜泰(休达)": parsed("XCE"), "梅利利亚": parsed("XME"), "中非": parsed("CAF"),
}

// parsed returns the area of a code that package lac has.
func parsed(code string) lac.Area {
	a, err := lac.ParseArea(code)
	if err != nil {
		panic(err)
	}
	return a
}

// partnerOf returns the area of a Chinese name. Names of regions beside those in
// groups are not the customs'.
func partnerOf(name string) (lac.Area, error) {
	if name == "" {
		return 0, lac.ErrMissing
	}
	if a, ok := groups[strings.NewReplacer("（", "(", "）", ")", " ", "").Replace(name)]; ok {
		return a, nil
	}
	a, err := lac.ParseArea(name)
	switch {
	case err != nil:
		return 0, err
	case !a.IsCountry():
		return 0, fmt.Errorf("%w: %v is no country", lac.ErrUnknownCode, a)
	}
	return a, nil
}
