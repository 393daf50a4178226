package check

import (
	"math/big"
	"strings"

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
	// Without are members of the area that the definition leaves out and that others
	// count: Mexico in Central America.
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
	// Place is where a meeting was held, and Tie what happened to diplomatic relations,
	// as the record has it.
	Place string       `json:"place,omitempty"`
	Tie   lac.TieEvent `json:"tie,omitempty"`
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

	books  lac.Area   // whose statistics they are
	partly []lac.Area // members of which only a part is in the sum
	grain  *big.Rat   // a unit of the last digit that is printed; nil: not known
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
	// Window has the ratio or change from each of the years beside the base year,
	// with the verdict that it would give: the period of each basis is the base year.
	// It decides nothing.
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

// A Margin is the smallest change of one figure that would flip a reading's
// verdict. The zero Margin means that none can be named.
type Margin struct {
	Of   string            `json:"of"`   // the figure that would have to differ
	Is   interval.Interval `json:"is"`   // what it is
	Need interval.Interval `json:"need"` // where it would have to lie
	// Gap is how far it is from there, exactly; 0 if it stands on the edge.
	Gap  interval.Bound `json:"gap"`
	Unit lac.Unit       `json:"unit,omitempty"`
	Text string         `json:"text"`
}

// nearer reports whether m is nearer to flipping than n, each measured by what its
// figure is. One without a gap is not.
func (m Margin) nearer(n Margin) bool {
	if n.IsZero() || n.Gap.IsNone() {
		return !m.IsZero() && (n.IsZero() || !m.Gap.IsNone())
	}
	return !m.Gap.IsNone() && m.relative().Cmp(n.relative()) < 0
}

// Reconciled holds a published total against the records of one source that
// should explain it.
type Reconciled struct {
	PrintedIn []string   `json:"printed_in"` // IDs of the records that print the total
	Books     string     `json:"books"`      // whose statistics the records are
	Source    string     `json:"source"`     // of the records
	Period    lac.Period `json:"period"`
	// Explained says that rounding alone can account for what is left over.
	Explained bool `json:"explained"`
	indicator.Reconciliation
}

// A ScopeDifference is a way in which what a reading's records are about differs from what
// the claim is about.
type ScopeDifference struct {
	// Of is the dimension: subject, prices, reporter, partner, flow, goods, period,
	// count or value.
	Of string `json:"of"`
	Is string `json:"is"` // part, whole or other: how what the records are about stands to what the claim is about
	// Areas are those that are left out of a part, that a whole has besides, or that
	// something else is of.
	Areas  []lac.Area `json:"areas,omitempty"`
	Period lac.Period `json:"period,omitzero"` // that the records are of
	// Word is the flow, the goods, the kind or the unit that the records are of.
	Word string `json:"word,omitempty"`
	Text string `json:"text"` // all that in English, in a few words
}

// How what the records are about stands to what a claim is about.
const (
	isPart  = "part"
	isWhole = "whole" // of which the claim is about a part
	isOther = "other" // something else
)

// String returns the difference in English.
func (d ScopeDifference) String() string { return d.Text }

// texts returns differences in English.
func texts(all []ScopeDifference) string {
	var out []string
	for _, d := range all {
		out = append(out, d.Text)
	}
	return strings.Join(out, "; ")
}

// IsZero reports whether m names no change.
func (m Margin) IsZero() bool { return m.Text == "" }

// String returns the margin in words.
func (m Margin) String() string { return m.Text }

// relative returns the gap as a part of what the figure is; 0 for a part of
// nothing.
func (m Margin) relative() *big.Rat {
	size := m.Is.Lower.Rat()
	if size == nil {
		size = m.Is.Upper.Rat()
	}
	if size == nil || size.Sign() == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(m.Gap.Rat(), new(big.Rat).Abs(size))
}
