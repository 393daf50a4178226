package sqltrade

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A View is trade records in a table of somebody else's form, or in a file that the
// engine reads.
type View struct {
	Dialect Dialect
	// From is what FROM is followed by in a query: a table, read_parquet('trade.parquet'),
	// or a query in brackets.
	From string
	// Columns are SQL expressions over it, by the column of a [Table] that each is.
	//
	// There must be id, source, reporter, partner, flow, period, edition and code, in the
	// text forms of package lac; the code TOTAL is all goods in every edition. The others
	// may be left out: value_units and value_places, of which the first is a whole number
	// and the second how many of its digits are decimal places, with currency and
	// valuation; net_weight_units and net_weight_places; quantity_units, quantity_places and
	// quantity_unit; value_text, net_weight_text and quantity_text, numbers in digits where
	// units are NULL; partner2, customs, transport, supply and detail, which are empty or
	// NULL in a row that is the total; and evidence. A figure is not reported where its
	// units, places and text are NULL.
	//
	// Units must be of an integer type. An engine would round what it casts:
	// CAST(value * 100 AS BIGINT) is exact if value is a DECIMAL of two places, and is not
	// if it is a float.
	Columns map[string]string
}

// required are the columns that a view must have.
var required = append([]string{"id"}, append(slices.Clone(lineColumns), goodColumns...)...)

// Totals returns what [lac.Dataset.Totals] does for the records that the view is. It
// errs if a row that is asked for is no record, with [lac.ErrSyntax] if one line has rows
// that write it in two ways, such as CHN and 156, and with [lac.ErrUnknownCode] or
// [lac.ErrMissing] if Columns has a column that is none or lacks one that must be there.
func (v View) Totals(ctx context.Context, db *sql.DB, q lac.TradeQuery, by ...lac.Dimension) (lac.TradeTotals, error) {
	s, err := v.Stream(ctx, db, q, by...)
	if err != nil {
		return lac.TradeTotals{}, err
	}
	return s.Totals()
}

// Stream returns a stream that has read the view, as [Table.Stream] does. Its inputs
// are for the caller to add.
func (v View) Stream(ctx context.Context, db *sql.DB, q lac.TradeQuery, by ...lac.Dimension) (*lac.TradeStream, error) {
	from, err := v.query()
	if err != nil {
		return nil, err
	}
	r := reading{d: v.Dialect, from: from}
	var s *lac.TradeStream
	err = r.inSnapshot(ctx, db, func(tx *sql.Tx) (err error) {
		s, err = r.stream(ctx, tx, q, by)
		return err
	})
	return s, err
}

// query returns a query in brackets that has the columns which are read.
func (v View) query() (string, error) {
	if err := v.Dialect.validate(); err != nil {
		return "", err
	}
	of := maps.Clone(v.Columns)
	for _, name := range required {
		if of[name] == "" {
			return "", fmt.Errorf("sqltrade: view: column %s: %w", name, lac.ErrMissing)
		}
	}
	// All goods have no edition, and all services one.
	code, edition := text(of["code"]), text(of["edition"])
	services := edition + " IN ('E1', 'E2', 'EB') AND (" + code + " IN ('TOTAL', 'S') OR " + edition + " = 'E2' AND " + code + " = '200')"
	of["edition"] = "CASE WHEN " + services + " THEN 'EB' WHEN " + code + " = 'TOTAL' THEN '' ELSE " + edition + " END"
	of["code"] = "CASE WHEN " + services + " THEN 'S' ELSE " + code + " END"
	var list []string
	for _, name := range recordColumns {
		kind := ""
		for _, c := range columns {
			if c.name == name {
				kind = c.kind
			}
		}
		list = append(list, v.column(name, kind, of[name]))
		delete(of, name)
	}
	for name := range of {
		return "", fmt.Errorf("sqltrade: view: column %q: %w", name, lac.ErrUnknownCode)
	}
	return "(SELECT " + strings.Join(list, ", ") + " FROM " + v.From + ")", nil
}

// text returns an expression as a text that is not NULL.
func text(expression string) string { return "COALESCE(CAST((" + expression + ") AS TEXT), '')" }

func (v View) column(name, kind, expression string) string {
	switch {
	case expression == "" && kind != isText:
		expression = "CAST(NULL AS BIGINT)"
	case expression == "" && strings.HasSuffix(name, "_text"):
		expression = "CAST(NULL AS TEXT)"
	case expression == "":
		expression = "''"
	case strings.HasSuffix(name, "_text"):
		expression = "CAST((" + expression + ") AS TEXT)"
	case kind == isText:
		expression = text(expression)
	case v.Dialect == SQLite: // whose columns have no types
		expression = "CASE WHEN typeof(" + expression + ") IN ('integer', 'null') THEN (" + expression + ") ELSE 'no integer' END"
	default:
		expression = "((" + expression + ") & -1)" // an error for what is no integer
	}
	return expression + " AS " + name
}
