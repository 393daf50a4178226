// Package sink is the way by which readers of this module hand over trade records in
// bulk. Users have the method Append of what takes them, for one record at a time.
package sink

// A Sink takes records R in bulk, with commodities C and figures F.
//
// Most records of a file are alike but for their commodity and figures. What
// they have in common is a head, which is given once, as commodities are; then
// each record is a row of [Rows], which costs no allocation.
type Sink[R, C, F any] interface {
	// Needs reports whether the sink looks at a figure. What it does not need
	// may be left out of rows and records.
	Needs(f F) bool
	// Head returns the sink's number for head: a record without ID, commodity,
	// net weight and quantity, whose value says the currency that its rows'
	// values are in and nothing else. Equal heads have the same number, and Head
	// may be asked again for a head that the sink knows. It errs if the head is
	// not valid.
	Head(head R) (int32, error)
	// Commodity returns the sink's number for c, as Head does for a head.
	Commodity(c C) (int32, error)
	// AppendRows appends records. It must neither keep nor change rows, which are
	// the caller's, and other sinks'. If a row is not valid, or columns are not of
	// one length, it errs, and no row is appended.
	AppendRows(rows *Rows) error
	// Append appends one record of whatever form, or says what is wrong with it.
	Append(r R) error
}

// A Row is a trade record in short: its head and what is its own.
type Row struct {
	Head      int32       // from [Sink.Head]
	Number    uint32      // the record's ID is its source, "#" and this number
	Commodity int32       // from [Sink.Commodity]
	Value     Coefficient // in the head's currency
	NetWeight Coefficient // kilograms
	Quantity  Coefficient
	Unit      string // of Quantity, if that is reported
}

// Rows are rows in columns, a column for each field of [Row]: element i is
// what row i says. A column of figures, or of units, may be nil: then no row reports
// any.
type Rows struct {
	Heads       []int32
	Numbers     []uint32
	Commodities []int32
	Values      []Coefficient
	NetWeights  []Coefficient
	Quantities  []Coefficient
	Units       []string
}

// Len returns the number of rows.
func (r *Rows) Len() int { return len(r.Heads) }

// At returns row i.
func (r *Rows) At(i int) Row {
	return Row{r.Heads[i], r.Numbers[i], r.Commodities[i], elementOf(r.Values, i), elementOf(r.NetWeights, i), elementOf(r.Quantities, i), elementOf(r.Units, i)}
}

// elementOf returns an element of a column that may be nil.
func elementOf[T any](column []T, i int) (v T) {
	if column != nil {
		v = column[i]
	}
	return v
}

// Append appends a row.
func (r *Rows) Append(row Row) {
	n := r.Len()
	r.Heads = append(r.Heads, row.Head)
	r.Numbers = append(r.Numbers, row.Number)
	r.Commodities = append(r.Commodities, row.Commodity)
	r.Values = appendElement(r.Values, n, row.Value)
	r.NetWeights = appendElement(r.NetWeights, n, row.NetWeight)
	r.Quantities = appendElement(r.Quantities, n, row.Quantity)
	r.Units = appendElement(r.Units, n, row.Unit)
}

// appendElement appends element n to a column, which stays nil as long as there is
// nothing in it.
func appendElement[T comparable](column []T, n int, v T) []T {
	if column == nil {
		var none T
		if v == none {
			return nil
		}
		column = make([]T, n, n+1)
	}
	return append(column, v)
}

// Slice returns rows i to j, which it shares with r. Their columns have no room
// for more.
func (r *Rows) Slice(i, j int) Rows {
	return Rows{r.Heads[i:j:j], r.Numbers[i:j:j], r.Commodities[i:j:j],
		partOf(r.Values, i, j), partOf(r.NetWeights, i, j), partOf(r.Quantities, i, j), partOf(r.Units, i, j)}
}

// partOf returns a part of a column that may be nil.
func partOf[T any](column []T, i, j int) []T {
	if column == nil {
		return nil
	}
	return column[i:j:j]
}

// Uneven returns which column is not as long as the heads, and how long it is; false
// if all are.
func (r *Rows) Uneven() (column string, size int, uneven bool) {
	n := r.Len()
	for _, c := range []struct {
		column   string
		len      int
		optional bool // where nil
	}{
		{"numbers", len(r.Numbers), false},
		{"commodities", len(r.Commodities), false},
		{"values", len(r.Values), r.Values == nil},
		{"net_weights", len(r.NetWeights), r.NetWeights == nil},
		{"quantities", len(r.Quantities), r.Quantities == nil},
		{"units", len(r.Units), r.Units == nil},
	} {
		if c.len != n && !c.optional {
			return c.column, c.len, true
		}
	}
	return "", 0, false
}

// A Coefficient is the number Units × 10^-Places, with at most 18 places; the
// zero Coefficient is not reported. It has several forms of one number: 1.50 has
// the units 150 and 2 places, or 15 and 1.
type Coefficient struct {
	Units    int64
	Places   uint8
	Reported bool
}

// IsValid reports whether c is a number, or not reported.
func (c *Coefficient) IsValid() bool { return c.Units >= 0 && c.Places <= 18 || !c.Reported }
