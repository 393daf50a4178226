package check

import (
	"math/big"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
	"github.com/sinolac/sinolac/lac/interval"
)

// A Verdict is what the evidence says of a claim, or of one reading of it.
type Verdict string

const (
	Supported    Verdict = "supported"     // every deciding reading agrees
	Contradicted Verdict = "contradicted"  // every deciding reading disagrees
	Mixed        Verdict = "mixed"         // it depends on the basis
	Insufficient Verdict = "insufficient"  // no reading decides
	NotCheckable Verdict = "not checkable" // a view, not a matter of record
	Undecided    Verdict = "undecided"     // of one reading: its interval is partly inside
)

// The states of a pledge on a day; they stand as the verdict of a pledge claim.
const (
	NotDue       Verdict = "not due"      // the window is open and nothing delivered is recorded
	OnTrack      Verdict = "on track"     // delivered keeps pace with the days gone by
	Behind       Verdict = "behind"       // delivered does not keep pace
	Met          Verdict = "met"          // delivered reaches the target
	Missed       Verdict = "missed"       // the window closed and what was delivered falls short
	Unmeasurable Verdict = "unmeasurable" // the window closed, or is not stated, and nothing is recorded
)

// A Basis says on what a reading rests: whose books, which source, which
// definition of the area, which vintage. Two readings on different bases are two
// answers, not an error.
type Basis struct {
	Books string `json:"books"` // whose statistics or record
	// Reporter is the area whose own statistics of trade they are; zero where
	// Books names what a source prints.
	Reporter   lac.Area `json:"reporter,omitzero"`
	Sources    []string `json:"sources"`              // source IDs
	Definition string   `json:"definition,omitempty"` // what the area or the competition set is
	// Without are members of the area that the definition leaves out, as one may:
	// Mexico, of Central America.
	Without    []lac.Area `json:"without,omitempty"`
	Period     lac.Period `json:"period,omitzero"`
	Valuation  string     `json:"valuation,omitempty"`
	Conversion string     `json:"conversion,omitempty"` // the rate used and its source, empty where none was
	// Vintage is "first" or "latest" where the books give more than one figure
	// at different times, "between" for those between; Published says when.
	Vintage   string         `json:"vintage,omitempty"`
	Published lac.Period     `json:"published,omitzero"`
	Evidence  []lac.Evidence `json:"evidence,omitempty"`
	// Status is the weakest status of the records: an estimate is not what the
	// reporter reported.
	Status lac.ObsStatus `json:"status,omitempty"`
}

// A Reading is one basis's answer to a claim.
type Reading struct {
	Basis    Basis             `json:"basis"`
	Interval interval.Interval `json:"interval"` // the figure as the records have it; a bound where they are a part
	// Says is the interval to the source's precision: what rounds to a printed
	// figure. Allows is what may be so besides: after a revision, or by a
	// conversion or the gap between two sides' books. A reading supports by what it
	// says, and contradicts by what it does not allow.
	Says   interval.Interval `json:"says,omitzero"`
	Allows interval.Interval `json:"allows,omitzero"`
	// Differs says in what the records' scope differs from the claim's.
	Differs []ScopeDifference `json:"differs,omitempty"`
	Unit    lac.Unit          `json:"unit"`
	Verdict Verdict           `json:"verdict"` // Supported, Contradicted or Undecided
	// Deciding readings make the claim's verdict. One that does not decide is
	// shown beside them, and Why says what it lacks.
	Deciding bool   `json:"deciding"`
	Why      string `json:"why,omitempty"`
	// Margin is the smallest change that would flip the reading's verdict.
	Margin Margin `json:"margin,omitzero"`
	// Arithmetic leads from records to the interval.
	Arithmetic []Step            `json:"arithmetic,omitempty"`
	Records    []string          `json:"records"`           // IDs of the evidence
	Missing    []lac.Area        `json:"missing,omitempty"` // areas without a record
	Rivals     []Rival           `json:"rivals,omitempty"`  // of a rank: who is ahead, and who is next behind
	Streak     *indicator.Streak `json:"streak,omitempty"`  // of a streak: the year that breaks it, and those without data
	Notes      []string          `json:"notes,omitempty"`

	books lac.Area // whose statistics they are
	grain *big.Rat // a unit of the last digit that is printed; nil: not known
}

// A Rival is a competitor for a place, with what is known of its amount.
type Rival struct {
	Area     lac.Area          `json:"area"`
	Interval interval.Interval `json:"interval"`
	// Standing is how it stands to the one whose place is asked for.
	Standing Standing `json:"standing"`
}

// A Standing is how one competitor stands to another.
type Standing string

const (
	Ahead   Standing = "ahead"
	Tied    Standing = "tied" // the same amount: both have the better place
	Trails  Standing = "behind"
	Unclear Standing = "unclear" // the bounds do not tell
)

// A Witness is what the records say of one member of a coverage claim's set.
type Witness struct {
	Area    lac.Area `json:"area"`
	State   string   `json:"state"` // covered, missing, unknown or none
	Count   int64    `json:"count,omitempty"`
	Records []string `json:"records,omitempty"`
	Why     string   `json:"why,omitempty"`
}

// The states of a [Witness].
const (
	Covered = "covered" // a record shows it
	Lacking = "missing" // the source looked and has no record
	Unknown = "unknown" // the source could not have seen it
	Without = "none"    // there is none: the source is declared complete
)

// A Finding is what the dataset says of a claim.
type Finding struct {
	Claim  lac.Claim `json:"claim"`
	Policy Policy    `json:"policy"`
	// Stated holds the values for which the claim is right under the policy, in
	// Unit.
	Stated  interval.Interval `json:"stated"`
	Unit    lac.Unit          `json:"unit,omitempty"`
	Verdict Verdict           `json:"verdict"`
	// Readings are in a fixed order: those that decide first.
	Readings  []Reading `json:"readings,omitempty"`
	Witnesses []Witness `json:"witnesses,omitempty"`
	// Window shows what the ratio or change would be from the years beside the
	// base year, and what the verdict on it: the period of each basis is the base
	// year. It decides nothing.
	Window []Reading `json:"window,omitempty"`
	// Reconciled takes published totals apart by the records behind them.
	Reconciled []Reconciled `json:"reconciled,omitempty"`
	// Said is what was stated of the same measure, this claim included, by date.
	Said    []Saying `json:"said,omitempty"`
	Missing []string `json:"missing,omitempty"` // what would have to be known
	Notes   []string `json:"notes,omitempty"`
	Dataset string   `json:"dataset"` // digest of the dataset
}

// Margin returns the margin of the deciding reading that is nearest to flipping,
// measured by its own size: of those whose verdict is the finding's, of all if it
// is [Mixed], and if it is [Insufficient] of those that leave the claim open. It
// is the zero Margin if there is none.
func (f Finding) Margin() Margin {
	var least Margin
	for _, r := range f.Readings {
		counts := r.Verdict == f.Verdict || f.Verdict == Mixed || f.Verdict == Insufficient && r.Verdict == Undecided ||
			f.Claim.Form == lac.FormPledge
		if r.Deciding && counts && r.Margin.nearer(least) {
			least = r.Margin
		}
	}
	return least
}

// judge compares an exact reading with the stated interval.
func judge(reading, stated interval.Interval) Verdict { return weigh(reading, reading, stated) }

// weigh compares what a reading says and allows with the stated interval.
func weigh(says, allows, stated interval.Interval) Verdict {
	switch {
	case says.IsUnknown():
		return Undecided
	case says.Within(stated):
		return Supported
	case !allows.Meets(stated):
		return Contradicted
	}
	return Undecided
}

// conclude returns the verdict that the deciding readings make.
func conclude(readings []Reading) Verdict {
	verdict := Insufficient
	for _, r := range readings {
		switch {
		case !r.Deciding || r.Verdict == Undecided:
		case verdict == Insufficient:
			verdict = r.Verdict
		case verdict != r.Verdict:
			return Mixed
		}
	}
	return verdict
}
