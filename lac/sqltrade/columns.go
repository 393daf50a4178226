package sqltrade

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A Dialect is the SQL of an engine.
type Dialect uint8

const (
	PostgreSQL Dialect = iota + 1
	SQLite
	DuckDB
)

func (d Dialect) validate() error {
	if d < PostgreSQL || d > DuckDB {
		return fmt.Errorf("sqltrade: dialect %d: %w: want PostgreSQL, SQLite or DuckDB", d, lac.ErrUnknownCode)
	}
	return nil
}

// A column of the table.
type column struct {
	name, kind string
}

const (
	isText    = "TEXT"
	isCount   = "BIGINT"
	isInteger = "INTEGER"
)

// columns are the columns of a table. Texts are never NULL. A figure is units ×
// 10^-places; what has more digits than units can is the text in their place, and all
// three are NULL if the record does not report it.
var columns = []column{
	{"id", isText}, {"source", isText}, {"reporter", isText}, {"partner", isText}, {"flow", isText}, {"period", isText},
	{"first_day", isInteger}, {"last_day", isInteger}, // of the period, as in 20240131
	{"edition", isText}, {"code", isText},
	{"value_units", isCount}, {"value_places", isInteger}, {"value_text", isText}, {"currency", isText}, {"valuation", isText},
	{"net_weight_units", isCount}, {"net_weight_places", isInteger}, {"net_weight_text", isText},
	{"quantity_units", isCount}, {"quantity_places", isInteger}, {"quantity_text", isText}, {"quantity_unit", isText},
	{"partner2", isText}, {"customs", isText}, {"transport", isText}, {"supply", isText}, {"detail", isText},
	{"confirmed", isInteger}, // 0 if the evidence is unconfirmed
	{"evidence", isText}, {"status", isText}, {"note", isText},
}

func (c column) mayBeNull() bool {
	return strings.HasSuffix(c.name, "_units") || strings.HasSuffix(c.name, "_places") || strings.HasSuffix(c.name, "_text")
}

// lineColumns are those of a line, goodColumns of a commodity, and breakdownColumns of
// a breakdown.
var (
	lineColumns      = []string{"source", "reporter", "partner", "flow", "period"}
	goodColumns      = []string{"edition", "code"}
	breakdownColumns = []string{"partner2", "customs", "transport", "supply", "detail"}
)

// recordColumns are the columns of a record that is read by itself.
var recordColumns = []string{"source", "reporter", "partner", "flow", "period", "currency", "valuation", "quantity_unit",
	"partner2", "customs", "transport", "supply", "detail", "evidence", "edition", "code", "id",
	"value_units", "value_places", "value_text", "net_weight_units", "net_weight_places", "net_weight_text",
	"quantity_units", "quantity_places", "quantity_text"}

// lastDay is after all days.
const lastDay = 99999999

// dayNumber returns a day as a number such as 20240131, and none for an open end.
func dayNumber(d lac.Date, none int32) int32 {
	if d.IsZero() {
		return none
	}
	return int32(d.Year()*10000 + int(d.Month())*100 + d.Day())
}

// placeholders numbers the arguments of a statement.
type placeholders struct {
	d    Dialect
	args []any
}

func (p *placeholders) of(arg any) string {
	p.args = append(p.args, arg)
	if p.d == SQLite {
		return fmt.Sprintf("?%d", len(p.args))
	}
	return fmt.Sprintf("$%d", len(p.args))
}
