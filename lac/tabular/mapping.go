package tabular

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A Mapping says in what a table differs from the package's own form. It is data:
// it reads and writes as JSON. The zero Mapping is that of the package's own form.
//
// Nothing is guessed: what a mapping does not declare is not done. Its keys are
// columns as the package names them, see [Columns], but for those of Columns.
type Mapping struct {
	// Columns gives the column that each name in the table's header stands for;
	// names that are not in it stand for themselves. "-" leaves a column out, and
	// "*": "-" every column whose name means nothing. A column of trade that is left
	// out by its name still tells rows apart: equal rows of two ports are two records,
	// with the port as Breakdown.Detail. "period.year" and "period.month" are the two
	// halves of a period that stands in two columns, the month as a number or by its
	// name in English, Spanish or Portuguese; so they are of any other column of days or
	// periods. Without it a name that
	// means nothing is an error, so that nothing is lost by a slip. Where Columns
	// is given, cells are read without the space around them.
	Columns map[string]string `json:"columns,omitempty"`
	// Constants are cells that every row has: {"reporter": "CHN"}.
	Constants map[string]string `json:"constants,omitempty"`
	// Units says what 1 in a column of numbers stands for: "1000000 USD" for
	// millions of US dollars, "10000 CNY", "kg", or "0.01" for a number without a
	// unit. Numbers are multiplied exactly.
	Units map[string]string `json:"units,omitempty"`
	// Values gives, for a column, what its cells stand for:
	// {"flow": {"Exportaciones": "export"}}. Other cells stand for themselves.
	Values map[string]map[string]string `json:"values,omitempty"`
	// Codes gives, for a column whose codes are of another list, what each of them
	// stands for: {"partner": {"160": "CHN"}}. Unlike one of Values, a cell that is not in
	// the list rejects its row, for it may mean something else elsewhere.
	Codes map[string]map[string]string `json:"codes,omitempty"`
	// Join makes the text of a column of several of the table, by their names in the
	// header, with a comma between those that are not empty:
	// {"title": ["Investor", "Subsector"]}.
	Join map[string][]string `json:"join,omitempty"`
	// Same gives, for a column, another one that has its cells too: the year of a payment
	// is that of the commitment in {"transactions[1].date": "transactions[0].date"}.
	Same map[string]string `json:"same,omitempty"`
	// Unpivot is for tables with several figures in a row.
	Unpivot Unpivot `json:"unpivot,omitzero"`
	// Missing are the cells that say that there is no value, such as "n.d.".
	Missing []string `json:"missing,omitempty"`
	// Decimal is the mark before the decimals of a number: a point, which is the
	// default, or a comma.
	Decimal string `json:"decimal,omitempty"`
	// Grouping is the mark between groups of three digits, none by default. It may
	// stand in a number or not; a number with groups of other sizes is an error. A
	// space stands also for the spaces that do not break, U+00A0 and U+202F.
	Grouping string `json:"grouping,omitempty"`
	// Signs are what stands before or after numbers and means nothing, such as "$".
	Signs []string `json:"signs,omitempty"`
	// Magnitudes are what stands after numbers and multiplies them:
	// {"M": "1000000", "B": "1000000000"}.
	Magnitudes map[string]string `json:"magnitudes,omitempty"`
	// Dates is the form of dates and periods, as a layout of package time with a
	// year of four digits: "02/01/2006" for the day before the month, "01/2006",
	// "20060102". Cells in another form are read in ISO 8601.
	Dates string `json:"dates,omitempty"`
	// Edition is that of the codes of goods that stand alone, such as H6: 2603 is
	// H6:2603 then.
	Edition string `json:"edition,omitempty"`
	// Encoding is that of the table: utf-8, utf-16, latin-1, windows-1252, gbk,
	// gb18030 or big5. If empty it is told from the text.
	Encoding string `json:"encoding,omitempty"`
	// Comma is the byte between cells: a comma by default, ";" as spreadsheets
	// write where the comma is the decimal mark, or a tab.
	Comma string `json:"comma,omitempty"`
}

// An Unpivot says that several columns of a table have one figure each, such as years
// side by side, or exports and imports. A row is then a record for each of them that is
// not empty, and counts as so many rows; a record's ID ends in a colon and the name of
// its column.
type Unpivot struct {
	// Value is the column that the figures are of, such as value.
	Value string `json:"value"`
	// Columns gives, for each of their names in the header, what goes with it:
	// {"Exports": {"flow": "export"}, "Imports": {"flow": "import"}}.
	Columns map[string]map[string]string `json:"columns,omitempty"`
	// Years is the column that the names are of which are years, such as period. All of
	// those in the header are figures then.
	Years string `json:"years,omitempty"`
}

func (u Unpivot) isZero() bool { return u.Value == "" && u.Years == "" && len(u.Columns) == 0 }

// The halves of a period that stands in two columns.
const (
	yearHalf  = ".year"
	monthHalf = ".month"
)

// ParseMapping reads a mapping from JSON. It errs with [lac.ErrSyntax] if the text
// is none, or has a field that no mapping has, or the mapping contradicts itself.
func ParseMapping(text []byte) (Mapping, error) {
	var m Mapping
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	err := d.Decode(&m)
	if err == nil {
		if _, end := d.Token(); end != io.EOF {
			err = fmt.Errorf("text after the mapping")
		}
	}
	if err != nil {
		return Mapping{}, fmt.Errorf("mapping: %w: %w", lac.ErrSyntax, err)
	}
	return m, m.check()
}

// check returns in what the mapping contradicts itself, whatever the table.
func (m *Mapping) check() error {
	fail := func(field, text, want string) error {
		return fmt.Errorf("mapping: %s %q: %w: want %s", field, text, lac.ErrSyntax, want)
	}
	decimal := m.point()
	rest, named := m.Columns["*"]
	if err := feed.CheckEncoding(m.Encoding); err != nil {
		return fmt.Errorf("mapping: %w", err)
	}
	if m.Edition != "" {
		if _, err := lac.CommodityOf(m.Edition, "TOTAL"); err != nil {
			return fmt.Errorf("mapping: %w", err)
		}
	}
	for _, by := range m.Magnitudes {
		if d, err := fixed.Parse(by); err != nil || d.Sign() <= 0 {
			return fail("magnitudes", by, "a number above 0")
		}
	}
	for column, names := range m.Join {
		if len(names) == 0 {
			return fail("join", column, "names of columns")
		}
	}
	switch {
	case !m.Unpivot.isZero() && (m.Unpivot.Value == "" || m.Unpivot.Years == "" && len(m.Unpivot.Columns) == 0):
		return fail("unpivot", m.Unpivot.Value, "the column of the value, and years or columns")
	case named && rest != "-":
		return fail("columns", rest, "- for *")
	case decimal != "." && decimal != ",":
		return fail("decimal", m.Decimal, "a point or a comma")
	case m.Grouping != "" && !strings.Contains(",. '’", m.Grouping) || m.Grouping == decimal:
		return fail("grouping", m.Grouping, "a comma, a point, a space or an apostrophe, and not the decimal mark")
	case m.Dates != "" && !strings.Contains(m.Dates, "2006"):
		return fail("dates", m.Dates, "a layout of package time with the year 2006")
	case len(m.Comma) > 1 || m.Comma != "" && (m.Comma[0] >= 0x80 || strings.Contains("\"\r\n", m.Comma)):
		return fail("comma", m.Comma, "one ASCII character that is no quotation mark or line end")
	}
	return nil
}

func (m *Mapping) point() string {
	if m.Decimal == "" {
		return "."
	}
	return m.Decimal
}

// cell returns the text that a cell of a column in form f stands for.
func (m *Mapping) cell(s string, f *form, values map[string]string) (string, error) {
	if f.kind != textKind || m.Columns != nil {
		s = strings.TrimSpace(s)
	}
	for _, missing := range m.Missing {
		if s == missing {
			return "", nil
		}
	}
	if to, ok := values[s]; ok {
		return to, nil
	}
	switch {
	case s == "":
	case f.kind == amountKind || f.kind == numberKind || f.kind == countKind:
		return m.number(s)
	case m.Dates != "" && (f.typ == typeDate || f.typ == typePeriod):
		return m.date(s), nil
	}
	return s, nil
}

// number returns the plain numeral of a number in the mapping's form.
func (m *Mapping) number(s string) (string, error) {
	for range m.Signs { // in whatever order they stand
		for _, sign := range m.Signs {
			s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, sign), sign))
		}
	}
	for _, word := range slices.SortedFunc(maps.Keys(m.Magnitudes), func(a, b string) int { return len(b) - len(a) }) {
		if before, ok := strings.CutSuffix(s, word); ok && word != "" {
			return m.times(strings.TrimSpace(before), m.Magnitudes[word])
		}
	}
	return m.numeral(s)
}

// times returns the product of a number in the mapping's form and a plain one.
func (m *Mapping) times(s, by string) (string, error) {
	s, err := m.numeral(s)
	if err != nil {
		return "", err
	}
	a, err := parseNumber(s)
	if err != nil {
		return "", err
	}
	b, err := fixed.Parse(by)
	if err == nil {
		if a, err = a.Mul(b); err != nil {
			err = fmt.Errorf("%w: %w", lac.ErrRange, err)
		}
	}
	return a.String(), err
}

// numeral returns the plain numeral of a number without signs and magnitudes.
func (m *Mapping) numeral(s string) (string, error) {
	if m.Decimal == "" && m.Grouping == "" || len(s) > 200 { // too long for a number
		return s, nil
	}
	malformed := func(why string) (string, error) { return "", fmt.Errorf("%w: %s", lac.ErrSyntax, why) }
	whole, decimals, fraction := strings.Cut(s, m.point())
	if m.Grouping != "" {
		if m.Grouping == " " {
			whole = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(whole)
		}
		groups := strings.Split(whole, m.Grouping)
		for i, g := range groups {
			n := len(strings.TrimLeft(g, "+-"))
			if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && (n == 0 || n > 3) {
				return malformed("want groups of three digits")
			}
		}
		whole = strings.Join(groups, "")
	}
	if strings.ContainsAny(whole+decimals, ".,") {
		return malformed(fmt.Sprintf("want decimals after %q", m.point()))
	}
	if fraction {
		whole += "." + decimals
	}
	return whole, nil
}

// date returns the ISO 8601 form of a date in the mapping's form, as exact as
// that; s itself if it is in another form.
func (m *Mapping) date(s string) string {
	t, err := time.Parse(m.Dates, s)
	if err != nil {
		return s
	}
	gives := func(other time.Time) bool { return t.Format(m.Dates) != other.Format(m.Dates) }
	switch first := time.Date(t.Year(), time.January, 1, 0, 0, 0, 0, time.UTC); {
	case gives(t.AddDate(0, 0, 1)) && gives(t.AddDate(0, 0, -1)):
		return t.Format(time.DateOnly)
	case gives(first.AddDate(0, int(t.Month()%12), 0)):
		return t.Format("2006-01")
	}
	return t.Format("2006")
}

// unit returns the factor and the unit that a text of Units gives.
func parseUnit(s string) (scale *fixed.Dec, unit string, err error) {
	number, rest, two := strings.Cut(s, " ")
	d, err := fixed.Parse(number)
	switch {
	case err == nil && d.Sign() != 0:
		return &d, rest, nil
	case two || err == nil:
		return nil, "", fmt.Errorf("%w: want a number, a unit, or both", lac.ErrSyntax)
	}
	return nil, s, nil
}
