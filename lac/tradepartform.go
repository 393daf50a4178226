package lac

// A part is what a stream has read, for other machines: partMagic, its version, the
// length of a header, the header (a [partHeader] in JSON), and by head the rows, then
// by figure the sums of rows that are forgotten, and the SHA-256 of all of this.
// Numbers are varints of package encoding/binary. All is in the order of values, so
// that streams that have read the same in whatever order are the same bytes.
const (
	partMagic   = "sinolac trade part\n"
	partVersion = 3
)

// A partHeader is the question and what rows and sums number.
type partHeader struct {
	Query    TradeQuery   `json:"query"`
	By       []Dimension  `json:"by,omitempty"`
	Figures  []Figure     `json:"figures"` // the query's first
	Late     []bool       `json:"late"`    // by figure: it lacks records
	Inputs   []TradeInput `json:"inputs,omitempty"`
	Expected []TradeInput `json:"expected,omitempty"`
	More     uint64       `json:"more,omitempty"` // records beyond the rows that stand for them
	Areas    []Area       `json:"areas,omitempty"`
	Periods  []Period     `json:"periods,omitempty"`
	Goods    []Commodity  `json:"goods,omitempty"`
	Kinds    []partKind   `json:"kinds,omitempty"`
	Forms    []partForm   `json:"forms,omitempty"`
}

// A partKind is a kind in JSON.
type partKind struct {
	Source    string    `json:"source"`
	Flow      TradeFlow `json:"flow"`
	Valuation Valuation `json:"valuation,omitempty"`
	Breakdown Breakdown `json:"breakdown,omitzero"`
	Status    ObsStatus `json:"status,omitempty"`
	Evidence  Evidence  `json:"evidence,omitempty"`
	Note      string    `json:"note,omitempty"`
	Currency  Currency  `json:"currency,omitzero"`
	Named     bool      `json:"named,omitempty"`
}

func (k partKind) kind() kind {
	return kind{k.Source, k.Flow, k.Valuation, k.Breakdown, k.Status, k.Evidence, k.Note, k.Currency, k.Named}
}

// A partForm is a form in JSON.
type partForm struct {
	Value  bool `json:"value,omitempty"`
	Weight bool `json:"net_weight,omitempty"`
	Unit   Unit `json:"unit,omitempty"`
}

// Of a row the tag says the form above these bits.
const (
	partSpent    = 1 << 2 // the figures are forgotten
	partRuleBits = 1<<2 - 1
	partTagBits  = 3
)
