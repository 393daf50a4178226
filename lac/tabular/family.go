package tabular

import (
	"context"
	"io"
	"iter"
	"reflect"
	"sync"

	"github.com/sinolac/sinolac/lac"
)

// Columns returns the names of the columns that records of R are written in.
func Columns[R Record]() []string { return formOf(reflect.TypeFor[R]()).columns() }

// A family is what is done with the records of one family where the type is not
// known beforehand.
type family struct {
	name string
	form *form
	// read puts the records of a table into a bundle, and returns how many rows it has.
	read func(ctx context.Context, to *lac.Records, table io.Reader, name string, m Mapping) ([]*lac.RowError, int, error)
	// write writes the records of a dataset as a table, and returns how many they are.
	write func(w io.Writer, from *lac.Dataset) (int, error)
	// all returns the records of a dataset.
	all func(from *lac.Dataset) iter.Seq[any]
	// add puts a record into a bundle.
	add func(to *lac.Records, record any)
}

// families are in the order of [lac.Records], by the names of its JSON.
var families = sync.OnceValue(func() []family {
	return []family{
		familyOf("sources", func(r *lac.Records) *[]lac.Source { return &r.Sources }, (*lac.Dataset).Sources),
		familyOf("trade", func(r *lac.Records) *[]lac.TradeRecord { return &r.Trade }, (*lac.Dataset).Trade),
		familyOf("projects", func(r *lac.Records) *[]lac.Project { return &r.Projects }, (*lac.Dataset).Projects),
		familyOf("programs", func(r *lac.Records) *[]lac.Program { return &r.Programs }, (*lac.Dataset).Programs),
		familyOf("statements", func(r *lac.Records) *[]lac.Statement { return &r.Statements }, (*lac.Dataset).Statements),
		familyOf("meetings", func(r *lac.Records) *[]lac.Meeting { return &r.Meetings }, (*lac.Dataset).Meetings),
		familyOf("pledges", func(r *lac.Records) *[]lac.Pledge { return &r.Pledges }, (*lac.Dataset).Pledges),
		familyOf("observations", func(r *lac.Records) *[]lac.Observation { return &r.Observations }, (*lac.Dataset).Observations),
		familyOf("ties", func(r *lac.Records) *[]lac.Tie { return &r.Ties }, (*lac.Dataset).Ties),
		familyOf("memberships", func(r *lac.Records) *[]lac.Membership { return &r.Memberships }, (*lac.Dataset).Memberships),
		familyOf("rates", func(r *lac.Records) *[]lac.Rate { return &r.Rates }, (*lac.Dataset).Rates),
	}
})

func familyOf[R Record](name string, in func(*lac.Records) *[]R, all func(*lac.Dataset) iter.Seq[R]) family {
	return family{
		name: name,
		form: formOf(reflect.TypeFor[R]()),
		read: func(ctx context.Context, to *lac.Records, table io.Reader, name string, m Mapping) ([]*lac.RowError, int, error) {
			r := NewReader[R](table)
			r.Name, r.Mapping = name, m
			records, rejected, err := r.ReadAll(ctx)
			list := in(to)
			*list = append(*list, records...)
			return rejected, r.Stats().Rows, err
		},
		write: func(w io.Writer, from *lac.Dataset) (rows int, err error) {
			err = NewWriter[R](w).WriteAll(func(yield func(R) bool) {
				for r := range all(from) {
					rows++
					if !yield(r) {
						return
					}
				}
			})
			return rows, err
		},
		all: func(from *lac.Dataset) iter.Seq[any] {
			return func(yield func(any) bool) {
				for r := range all(from) {
					if !yield(r) {
						return
					}
				}
			}
		},
		add: func(to *lac.Records, record any) {
			list := in(to)
			*list = append(*list, record.(R))
		},
	}
}
