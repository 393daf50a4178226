package load

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/tabular"
)

// A family reads tables of one record family.
type family struct {
	name    string // as the JSON of lac.Records names it
	columns []string
	// fits returns why a header is none of the family's, nil if it is one.
	fits func(header []byte, m tabular.Mapping) error
	read func(o opening, f *File) error
}

func familyTable[R tabular.Record](name string, in func(*lac.Records) *[]R) family {
	return family{
		name:    name,
		columns: tabular.Columns[R](),
		fits: func(header []byte, m tabular.Mapping) error {
			r := tabular.NewReader[R](bytes.NewReader(header))
			r.Source, r.Name, r.Mapping = "source", "table of "+name, m
			for _, err := range r.All(context.Background()) {
				return err // the table has no rows: it is one of the header
			}
			return nil
		},
		read: func(o opening, f *File) error {
			r := tabular.NewReader[R](o.in)
			r.Source, r.Name, r.Strict, r.Mapping = o.Source, o.name, o.Strict, o.Mapping
			list := in(&f.Records)
			err := collect(f, r.All(o.ctx), o.Strict, func(record R) { *list = append(*list, record) })
			f.Report.Ignored = r.Ignored()
			return err
		},
	}
}

// families are in the order in which a header is held against them: trade before
// observations, whose columns are more.
var families = []family{
	familyTable("trade", func(r *lac.Records) *[]lac.TradeRecord { return &r.Trade }),
	familyTable("projects", func(r *lac.Records) *[]lac.Project { return &r.Projects }),
	familyTable("programs", func(r *lac.Records) *[]lac.Program { return &r.Programs }),
	familyTable("statements", func(r *lac.Records) *[]lac.Statement { return &r.Statements }),
	familyTable("meetings", func(r *lac.Records) *[]lac.Meeting { return &r.Meetings }),
	familyTable("pledges", func(r *lac.Records) *[]lac.Pledge { return &r.Pledges }),
	familyTable("observations", func(r *lac.Records) *[]lac.Observation { return &r.Observations }),
	familyTable("ties", func(r *lac.Records) *[]lac.Tie { return &r.Ties }),
	familyTable("memberships", func(r *lac.Records) *[]lac.Membership { return &r.Memberships }),
	familyTable("rates", func(r *lac.Records) *[]lac.Rate { return &r.Rates }),
	familyTable("sources", func(r *lac.Records) *[]lac.Source { return &r.Sources }),
}

// headerOf returns the first line of a table that is not empty, after one that only says what separates
// cells, and the mapping with what that is.
func headerOf(start []byte, m tabular.Mapping) ([]byte, tabular.Mapping) {
	says, rest := feed.CutSeparator(start)
	header, _, _ := bytes.Cut(bytes.TrimLeft(rest, "\ufeff\r\n"), []byte("\n"))
	if says != 0 {
		m.Comma = string(rune(says))
	}
	return header, separated(header, m)
}

// familyOf returns the family whose table begins with start, nil if there is none.
func familyOf(start []byte, m tabular.Mapping) *family {
	header, m := headerOf(start, m)
	for i := range families {
		if families[i].fits(header, m) == nil {
			return &families[i]
		}
	}
	return nil
}

// nearest returns why a header is none of the family's of whose columns it has the
// most, and at least half; nil if there is no such family.
func nearest(start []byte, m tabular.Mapping) error {
	header, m := headerOf(start, m)
	names := strings.Split(strings.TrimRight(string(header), "\r"), cmp.Or(m.Comma, ","))
	var why error
	most := len(names) / 2
	for i := range families {
		known := 0
		for _, name := range names {
			plain, _, _ := strings.Cut(strings.Trim(name, "\" "), "[")
			if slices.ContainsFunc(families[i].columns, func(c string) bool { return c == plain || strings.HasPrefix(c, plain+".") }) {
				known++
			}
		}
		if known > most {
			most, why = known, families[i].fits(header, m)
		}
	}
	return why
}

// separated declares the tab or semicolon as what is between cells where a header
// has more of them than commas and the mapping says nothing else.
func separated(header []byte, m tabular.Mapping) tabular.Mapping {
	if m.Comma == "" {
		for _, c := range []string{"\t", ";"} {
			if bytes.Count(header, []byte(c)) > bytes.Count(header, []byte(",")) {
				m.Comma = c
				break
			}
		}
	}
	return m
}
