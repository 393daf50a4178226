package load

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// A family reads tables of one record family.
type family struct {
	name string // as the JSON of lac.Records names it
	// fits reports whether a header is one of the family's.
	fits func(header []byte, m tabular.Mapping) bool
	read func(o opening, f *File) error
}

func familyTable[R tabular.Record](name string, in func(*lac.Records) *[]R) family {
	return family{
		name: name,
		fits: func(header []byte, m tabular.Mapping) bool {
			r := tabular.NewReader[R](bytes.NewReader(header))
			r.Source, r.Mapping = "source", m
			return begins(r.All(context.Background()))
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

// familyOf returns the family whose table begins with start, nil if there is none.
func familyOf(start []byte, m tabular.Mapping) *family {
	header, _, _ := bytes.Cut(start, []byte("\n"))
	m = separated(header, m)
	for i := range families {
		if families[i].fits(header, m) {
			return &families[i]
		}
	}
	return nil
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

// table reads a table of whichever family has its columns. Records that name no
// source of their own name the file.
func (o opening) table(f *File) error {
	text := o.in.Start
	header, _, _ := bytes.Cut(text, []byte("\n"))
	o.Mapping = separated(header, o.Mapping)
	family := familyOf(text, o.Mapping)
	if family == nil {
		return fmt.Errorf("%s: %w: no family of records has the columns %q", o.name, lac.ErrSyntax, shorten(strings.TrimSpace(string(header))))
	}
	f.Records.Sources = []lac.Source{{ID: o.Source, Publisher: "not stated", Title: "Table of " + family.name + ", file " + o.name, Basis: "file " + o.name}}
	return family.read(o, f)
}
