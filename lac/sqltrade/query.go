package sqltrade

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A reading is what totals are read from.
type reading struct {
	d    Dialect
	from string // a table, or a query in brackets, with the columns
	// own is whether Load wrote the rows: codes are then in the form of package lac, and
	// periods have their days.
	own    bool
	unique bool // no record says again what another says
}

// A question is what is asked of a reading, in SQL.
type question struct {
	reading
	q      lac.TradeQuery
	byGood bool
	p      placeholders
	where  string // of rows t
}

// services are the editions of services.
var services = []string{"E1", "E2", "EB"}

func newQuestion(r reading, q lac.TradeQuery, by []lac.Dimension) *question {
	a := &question{reading: r, q: q, byGood: slices.Contains(by, lac.ByCommodity), p: placeholders{d: r.d}}
	terms := []string{"1 = 1"}
	is := func(column, text string) { terms = append(terms, "t."+column+" = "+a.text(text)) }
	// A term may leave out whole lines, and commodities: the stream selects once more.
	if q.Source != "" {
		is("source", q.Source)
	}
	if q.Flow != "" {
		is("flow", string(q.Flow))
	}
	if r.own {
		if q.Reporter != 0 && (q.AsPublished || q.Reporter.IsCountry()) {
			is("reporter", q.Reporter.String())
		}
		if q.Partner != 0 && (q.AsPublished || q.Partner.IsCountry()) {
			is("partner", q.Partner.String())
		}
		if !q.Period.IsZero() {
			terms = append(terms, fmt.Sprintf("t.first_day >= %d AND t.last_day <= %d", dayNumber(q.Period.First(), 0), dayNumber(q.Period.Last(), lastDay)))
		}
	}
	switch c := a.wanted(); {
	case c.IsTotal():
		terms = append(terms, "t.edition NOT IN ('"+strings.Join(services, "', '")+"')")
	case c == lac.AllServices:
		terms = append(terms, "t.edition IN ('"+strings.Join(services, "', '")+"')")
	default:
		is("edition", c.Edition())
		terms = append(terms, fmt.Sprintf("substr(t.code, 1, %d) = %s", len(c.Code()), a.text(c.Code())))
	}
	a.where = strings.Join(terms, " AND ")
	return a
}

// text returns a placeholder for a text.
func (a *question) text(s string) string { return "CAST(" + a.p.of(s) + " AS TEXT)" }

// wanted returns the commodity whose row stands for all of its finer ones.
func (a *question) wanted() lac.Commodity {
	if a.q.Commodity == 0 {
		return lac.AllGoods
	}
	return a.q.Commodity
}

// again is the lines and commodities that may come again among confirmed rows, and all
// that do.
func (a *question) again() string {
	var of []string
	for _, c := range slices.Concat(lineColumns, goodColumns) {
		of = append(of, "t."+c)
	}
	list := strings.Join(of, ", ")
	query := "WITH again AS (SELECT " + list + " FROM " + a.from + " t WHERE " + a.where + " AND t.evidence <> 'unconfirmed'"
	group := " GROUP BY " + list
	if !a.unique {
		return query + group + " HAVING COUNT(*) > 1) "
	}
	// Of rows that differ in the breakdown, one has a breakdown.
	var terms []string
	for _, c := range breakdownColumns {
		terms = append(terms, "t."+c+" <> ''")
	}
	return query + " AND (" + strings.Join(terms, " OR ") + ")" + group + ") "
}

func onAgain() string {
	var terms []string
	for _, c := range slices.Concat(lineColumns, goodColumns) {
		terms = append(terms, "again."+c+" = t."+c)
	}
	return strings.Join(terms, " AND ")
}

// rows asks for the rows whose commodity may come again in their line.
func (a *question) rows() string {
	var of []string
	for _, c := range recordColumns {
		of = append(of, "t."+c)
	}
	return a.again() + "SELECT " + strings.Join(of, ", ") + " FROM " + a.from + " t JOIN again ON " + onAgain() + " WHERE " + a.where + " AND t.evidence <> 'unconfirmed'"
}

// sums asks for sums of rows that are added up together, without those whose commodity
// comes again if there are any.
func (a *question) sums(again bool) string {
	figure := "value"
	of := []string{"t.source", "t.reporter", "t.partner", "t.flow", "t.period"}
	switch a.q.Figure {
	case lac.FigureNetWeight:
		figure = "net_weight"
		of = append(of, "''", "''", "'kg'")
	case lac.FigureQuantity:
		figure = "quantity"
		of = append(of, "''", "''", "t.quantity_unit")
	default:
		of = append(of, "t.currency", "t.valuation", "''")
	}
	for _, c := range breakdownColumns {
		of = append(of, "t."+c)
	}
	units, places, text := "t."+figure+"_units", "t."+figure+"_places", "t."+figure+"_text"
	c := a.wanted()
	of = append(of, "t.evidence", "t.edition", "length(t.code)",
		"CASE WHEN t.edition = "+a.text(c.Edition())+" AND t.code = "+a.text(c.Code())+" THEN 1 ELSE 0 END",
		places,
		// What is too long for units is not added up here: its rows are apart.
		"CASE WHEN "+text+" IS NULL THEN '' ELSE "+text+" || ' ' || t.id END")
	if a.byGood {
		of = append(of, "t.code")
	} else {
		of = append(of, "''")
	}
	// Of codes of one length the least text is the first commodity; its ID follows it.
	first := "t.code || ' ' || t.id"
	if a.d == PostgreSQL {
		first = `(` + first + `) COLLATE "C"`
	}
	high, low := a.div(units), a.mod(units)
	group := make([]string, len(of))
	for i := range of {
		group[i] = fmt.Sprint(i + 1)
	}
	sql := "SELECT " + strings.Join(of, ", ") + ", COUNT(*), CAST(SUM(" + high + ") AS BIGINT), CAST(SUM(" + low + ") AS BIGINT), CAST(" + a.wrong(units) +
		" AS BIGINT), MIN(" + first + ") FROM " + a.from + " t"
	if again {
		sql = a.again() + sql + " LEFT JOIN again ON " + onAgain() + " WHERE " + a.where + " AND (again.code IS NULL OR t.evidence = 'unconfirmed')"
	} else {
		sql += " WHERE " + a.where
	}
	return sql + " GROUP BY " + strings.Join(group, ", ")
}

// billion is what units are divided by, so that neither half of them overflows when
// they are added up: 10^9 halves of the greatest number fit.
const billion = 1_000_000_000

func (a *question) div(x string) string {
	if a.d == DuckDB {
		return fmt.Sprintf("%s // %d", x, billion) // there / gives a float
	}
	return fmt.Sprintf("%s / %d", x, billion)
}

func (a *question) mod(x string) string { return fmt.Sprintf("%s %% %d", x, billion) }

// wrong counts units that are negative, or no whole numbers where the engine takes any.
func (a *question) wrong(units string) string {
	test := units + " < 0"
	if a.d == SQLite {
		test += " OR typeof(" + units + ") NOT IN ('integer', 'null')"
	}
	return "SUM(CASE WHEN " + test + " THEN 1 ELSE 0 END)"
}
