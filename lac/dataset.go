package lac

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"sync"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A Dataset holds validated records of every family with their sources. It is
// built once, by [NewDataset], and never changes: it is safe for concurrent use.
// The slices inside its records are shared with whoever holds the records; they
// are to be read, not written.
type Dataset struct {
	records Records // but for the trade
	trade   *tradeView
	sources map[string]int
	byID    map[string]Record
	ties    map[[2]Area][]Tie
	digest  func() string
	index   func() *tally.Lines
	pairs   func() *pairIndex
}

// NewDataset validates the bundles' records and returns them as one dataset,
// in a canonical order that does not depend on the order given.
//
// It errs with a join of [*FieldError] if a record is not valid, has an ID that
// another record of whatever family has ([ErrDuplicateID]), or names a source
// that no bundle holds ([ErrUnknownSource]); the first hundred are given and the
// others counted. Two equal sources are one; two sources with one ID that differ
// are ErrDuplicateID.
func NewDataset(bundles ...Records) (*Dataset, error) {
	d := &Dataset{sources: map[string]int{}, byID: map[string]Record{}}
	r := &d.records
	for i := range bundles {
		for _, f := range families {
			if f.name != "trade" {
				f.join(r, &bundles[i])
			}
		}
	}
	var errs errorList
	slices.SortStableFunc(r.Sources, func(a, b Source) int { return cmp.Compare(a.ID, b.ID) })
	r.Sources = slices.Compact(r.Sources)
	for i, s := range r.Sources {
		errs.add(s.Validate())
		if _, ok := d.sources[s.ID]; ok {
			errs.add(&FieldError{Record: s.ID, Field: "id", Err: ErrDuplicateID})
		}
		d.sources[s.ID] = i
	}
	for _, f := range families[2:] {
		d.admit(&errs, f)
	}
	d.admitTrade(&errs, bundles)
	if err := errs.err(); err != nil {
		return nil, err
	}
	d.ties = indexTies(r.Ties)
	d.makeIndexes()
	return d, nil
}

// admit sorts the records of a family by ID and enters them into the dataset's
// index.
func (d *Dataset) admit(errs *errorList, f family) {
	f.sort(&d.records)
	for r := range f.all(&d.records) {
		id, source := r.Identity()
		errs.add(r.Validate())
		if _, ok := d.sources[source]; !ok && source != "" {
			errs.add(&FieldError{Record: id, Field: "source", Text: source, Err: ErrUnknownSource})
		}
		if _, ok := d.byID[id]; ok {
			errs.add(&FieldError{Record: id, Field: "id", Err: ErrDuplicateID})
		}
		d.byID[id] = r
	}
}

// admitTrade puts the trade of all bundles into one view.
func (d *Dataset) admitTrade(errs *errorList, bundles []Records) {
	var t *TradeTable
	own := false // whether t is of this function's making
	table := func() *TradeTable {
		switch {
		case t == nil:
			t = &TradeTable{}
		case !own:
			given := t
			t = &TradeTable{}
			errs.add(t.appendView(given.view()))
		}
		own = true
		return t
	}
	for _, b := range bundles {
		switch {
		case b.TradeTable == nil:
		case t == nil:
			t = b.TradeTable
		default:
			errs.add(table().appendView(b.TradeTable.view()))
		}
		for _, r := range b.Trade {
			errs.add(table().Append(r))
		}
	}
	if t == nil {
		t = &TradeTable{}
	}
	var repeated []tally.RowAt
	d.trade, repeated = t.view().sorted()
	for _, at := range repeated {
		errs.add(&FieldError{Record: d.trade.record(at).ID, Field: "id", Err: ErrDuplicateID})
	}
	for id := range d.byID {
		if _, ok := d.trade.find(id); ok {
			errs.add(&FieldError{Record: id, Field: "id", Err: ErrDuplicateID})
		}
	}
	unknown := map[uint32]bool{} // kinds whose source is not there
	for i, k := range d.trade.dict.kinds.Values {
		if _, ok := d.sources[k.source]; !ok {
			unknown[uint32(i)] = true
		}
	}
	if len(unknown) == 0 {
		return
	}
	for at := range d.trade.Each() {
		row := d.trade.Row(at)
		if unknown[d.trade.dict.ids.Heads.At(row.Head).Kind] {
			r := d.trade.dict.record(&row)
			errs.add(&FieldError{Record: r.ID, Field: "source", Text: r.Source, Err: ErrUnknownSource})
		}
	}
}

// errorList keeps the first hundred errors and counts the others.
type errorList struct {
	errs []error
	more int
}

func (l *errorList) add(err error) {
	switch {
	case err == nil:
	case len(l.errs) < 100:
		l.errs = append(l.errs, err)
	default:
		l.more++
	}
}

func (l *errorList) err() error {
	if l.more > 0 {
		l.errs = append(l.errs, fmt.Errorf("and %d further errors", l.more))
	}
	return errors.Join(l.errs...)
}

// Source returns the source with the given ID; false if there is none.
func (d *Dataset) Source(id string) (Source, bool) {
	i, ok := d.sources[id]
	if !ok {
		return Source{}, false
	}
	return d.records.Sources[i], true
}

// Record returns the record with the given ID, of whatever family: a
// [TradeRecord], [Project], [Program], [Statement], [Meeting], [Pledge],
// [Observation], [Tie], [Membership] or [Rate]; nil if there is none.
func (d *Dataset) Record(id string) Record {
	if r, ok := d.byID[id]; ok {
		return r
	}
	if at, ok := d.trade.find(id); ok {
		return d.trade.record(at)
	}
	return nil
}

// Sources returns the sources in the order of their IDs.
func (d *Dataset) Sources() iter.Seq[Source] { return slices.Values(d.records.Sources) }

// Trade returns the trade records in the order of their IDs; those whose IDs end
// in # and a number go by that number.
func (d *Dataset) Trade() iter.Seq[TradeRecord] { return d.trade.all() }

// Projects returns the projects in the order of their IDs.
func (d *Dataset) Projects() iter.Seq[Project] { return slices.Values(d.records.Projects) }

// Programs returns the programs in the order of their IDs.
func (d *Dataset) Programs() iter.Seq[Program] { return slices.Values(d.records.Programs) }

// Statements returns the statements in the order of their IDs.
func (d *Dataset) Statements() iter.Seq[Statement] { return slices.Values(d.records.Statements) }

// Meetings returns the meetings in the order of their IDs.
func (d *Dataset) Meetings() iter.Seq[Meeting] { return slices.Values(d.records.Meetings) }

// Pledges returns the pledges in the order of their IDs.
func (d *Dataset) Pledges() iter.Seq[Pledge] { return slices.Values(d.records.Pledges) }

// Observations returns the published figures in the order of their IDs.
func (d *Dataset) Observations() iter.Seq[Observation] { return slices.Values(d.records.Observations) }

// Ties returns the events of diplomatic relations in the order of their IDs.
func (d *Dataset) Ties() iter.Seq[Tie] { return slices.Values(d.records.Ties) }

// Memberships returns the bloc memberships that the dataset was given, in the
// order of their IDs. [Area.Members] and totals do not ask them: they rest on
// those of [Area.Memberships], which are part of the package.
func (d *Dataset) Memberships() iter.Seq[Membership] { return slices.Values(d.records.Memberships) }

// Rates returns the exchange rates in the order of their IDs.
func (d *Dataset) Rates() iter.Seq[Rate] { return slices.Values(d.records.Rates) }

// Digest returns the SHA-256 of the dataset's sources and records in canonical
// order, in hexadecimal. Two datasets of the same records have the same digest.
func (d *Dataset) Digest() string { return d.digest() }

func digestOf(d *Dataset) string {
	h := sha256.New()
	writeJSON(h, d.Sources())
	writeJSON(h, d.Trade())
	for _, f := range families[2:] {
		writeJSON(h, f.all(&d.records))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// writeJSON writes each record as a line of JSON. Validated records always
// marshal, and a hash never fails to take them.
func writeJSON[R any](w io.Writer, records iter.Seq[R]) {
	enc := json.NewEncoder(w)
	for r := range records {
		_ = enc.Encode(r)
	}
	_, _ = io.WriteString(w, "\n")
}

// makeIndexes sets what a dataset computes of itself when it is first asked.
func (d *Dataset) makeIndexes() {
	d.index = sync.OnceValue(func() *tally.Lines { return d.trade.lines(AllGoods) })
	d.pairs = sync.OnceValue(func() *pairIndex { return newPairIndex(d.trade) })
	d.digest = sync.OnceValue(func() string { return digestOf(d) })
}
