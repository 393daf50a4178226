package check

// A Conflict is something in a statement that does not fit together, or does not
// fit the records in a way that has a name.
type Conflict struct {
	Kind   ConflictKind `json:"kind"`
	Claims []string     `json:"claims"` // IDs of the statement's claims that it is about
	// Records are the IDs of what it is held against; none where the claims do
	// not fit each other.
	Records []string `json:"records,omitempty"`
	Text    string   `json:"text"`
}

// A ConflictKind is what is wrong, or most likely is.
type ConflictKind string

// Conflicts with the records.
const (
	ConflictScale     ConflictKind = "scale"      // right but for a power of ten: million for billion, a thousands separator
	ConflictMagnitude ConflictKind = "magnitude"  // far from every record, by no power of ten
	ConflictEntity    ConflictKind = "entity"     // right of an area that this one is taken for
	ConflictPeriod    ConflictKind = "period"     // right of another period
	ConflictStockFlow ConflictKind = "stock-flow" // what is held at a time is given as what was made in it, or the reverse
	ConflictPerYear   ConflictKind = "per-year"   // what each year had is given as what all had together, or the reverse
	ConflictPercent   ConflictKind = "percent"    // a percentage printed as money
	ConflictScope     ConflictKind = "scope"      // a figure of goods given as one of goods and services
	ConflictBasis     ConflictKind = "basis"      // right on some books and wrong on others
	ConflictRecords   ConflictKind = "records"    // contradicted by the records, for no reason above
)
