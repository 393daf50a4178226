package lac

import (
	"bytes"
	"cmp"
	"encoding/json"
	"iter"
	"slices"
)

// Records is a bundle of records of every family, with the sources that they
// name. It is what a reader or a caller hands to [NewDataset]; as JSON it is a
// dataset's plain form.
type Records struct {
	Sources      []Source      `json:"sources,omitempty"`
	Trade        []TradeRecord `json:"trade,omitempty"`
	Projects     []Project     `json:"projects,omitempty"`
	Programs     []Program     `json:"programs,omitempty"`
	Statements   []Statement   `json:"statements,omitempty"`
	Meetings     []Meeting     `json:"meetings,omitempty"`
	Pledges      []Pledge      `json:"pledges,omitempty"`
	Observations []Observation `json:"observations,omitempty"`
	Ties         []Tie         `json:"ties,omitempty"`
	Memberships  []Membership  `json:"memberships,omitempty"`
	Rates        []Rate        `json:"rates,omitempty"`
	// TradeTable holds trade records beside those of Trade, in little memory. In
	// JSON they stand among those of Trade.
	TradeTable *TradeTable `json:"-"`
}

// A Record is a source, or a record of any family: [TradeRecord], [Project],
// [Program], [Statement], [Meeting], [Pledge], [Observation], [Tie], [Membership]
// or [Rate].
type Record interface {
	// Identity returns the record's ID and that of its source, empty for a source.
	Identity() (id, source string)
	// Validate reports what is wrong with the record, as a join of [*FieldError].
	Validate() error
}

// Identity implements [Record].
func (s Source) Identity() (id, source string) { return s.ID, "" }

// Identity implements [Record].
func (r TradeRecord) Identity() (id, source string) { return r.ID, r.Source }

// Identity implements [Record].
func (p Project) Identity() (id, source string) { return p.ID, p.Source }

// Identity implements [Record].
func (p Program) Identity() (id, source string) { return p.ID, p.Source }

// Identity implements [Record].
func (s Statement) Identity() (id, source string) { return s.ID, s.Source }

// Identity implements [Record].
func (m Meeting) Identity() (id, source string) { return m.ID, m.Source }

// Identity implements [Record].
func (p Pledge) Identity() (id, source string) { return p.ID, p.Source }

// Identity implements [Record].
func (o Observation) Identity() (id, source string) { return o.ID, o.Source }

// Identity implements [Record].
func (t Tie) Identity() (id, source string) { return t.ID, t.Source }

// Identity implements [Record].
func (m Membership) Identity() (id, source string) { return m.ID, m.Source }

// Identity implements [Record].
func (r Rate) Identity() (id, source string) { return r.ID, r.Source }

// A family is what is done with the records of one family where the type is not
// known beforehand.
type family struct {
	name string // as the JSON of Records has it
	all  func(r *Records) iter.Seq[Record]
	keep func(r *Records, keep func(Record) bool)
	join func(to *Records, from *Records)
	sort func(r *Records)
	read func(r *Records, text []byte, strict bool) (Record, error) // from JSON, one record
}

// families are in the order of the fields of [Records]. The third and later ones
// are kept in a dataset as they are.
var families = [...]family{
	familyOf("sources", func(r *Records) *[]Source { return &r.Sources }),
	familyOf("trade", func(r *Records) *[]TradeRecord { return &r.Trade }),
	familyOf("projects", func(r *Records) *[]Project { return &r.Projects }),
	familyOf("programs", func(r *Records) *[]Program { return &r.Programs }),
	familyOf("statements", func(r *Records) *[]Statement { return &r.Statements }),
	familyOf("meetings", func(r *Records) *[]Meeting { return &r.Meetings }),
	familyOf("pledges", func(r *Records) *[]Pledge { return &r.Pledges }),
	familyOf("observations", func(r *Records) *[]Observation { return &r.Observations }),
	familyOf("ties", func(r *Records) *[]Tie { return &r.Ties }),
	familyOf("memberships", func(r *Records) *[]Membership { return &r.Memberships }),
	familyOf("rates", func(r *Records) *[]Rate { return &r.Rates }),
}

func familyOf[R Record](name string, list func(*Records) *[]R) family {
	return family{
		name: name,
		all: func(r *Records) iter.Seq[Record] {
			return func(yield func(Record) bool) {
				for _, x := range *list(r) {
					if !yield(x) {
						return
					}
				}
			}
		},
		keep: func(r *Records, keep func(Record) bool) {
			var kept []R
			for _, x := range *list(r) {
				if keep(x) {
					kept = append(kept, x)
				}
			}
			*list(r) = kept
		},
		join: func(to, from *Records) { *list(to) = append(*list(to), *list(from)...) },
		sort: func(r *Records) {
			slices.SortStableFunc(*list(r), func(a, b R) int {
				x, _ := a.Identity()
				y, _ := b.Identity()
				return cmp.Compare(x, y)
			})
		},
		read: func(r *Records, text []byte, strict bool) (Record, error) {
			var x R
			d := json.NewDecoder(bytes.NewReader(text))
			if strict {
				d.DisallowUnknownFields()
			}
			if err := d.Decode(&x); err != nil {
				return nil, err
			}
			*list(r) = append(*list(r), x)
			return x, nil
		},
	}
}

// All returns every record with the name of its family, as the JSON of Records has
// it: sources first, then the families in the order of the fields, each in its own
// order, those of TradeTable after those of Trade.
func (r Records) All() iter.Seq2[string, Record] {
	return func(yield func(string, Record) bool) {
		for _, f := range families {
			for x := range f.all(&r) {
				if !yield(f.name, x) {
					return
				}
			}
			if f.name == "trade" && r.TradeTable != nil {
				for x := range r.TradeTable.All() {
					if !yield(f.name, x) {
						return
					}
				}
			}
		}
	}
}

// Keep takes the records out for which keep returns false; those of TradeTable stay
// in any case. The lists that r had before are not changed.
func (r *Records) Keep(keep func(Record) bool) {
	for _, f := range families {
		f.keep(r, keep)
	}
}
