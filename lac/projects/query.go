package projects

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A Query selects projects, and of them the transactions of one type. A
// zero field but Type selects everything.
type Query struct {
	Source string `json:"source,omitempty"`
	// Provider is whose money it is: that of transactions from a provider there
	// or, where they name none, of projects with a funding or extending
	// participant there. Whose area is not stated is not selected.
	Provider lac.Area `json:"provider,omitzero"`
	// Recipient is where the money goes: a country, or a region or bloc with
	// whatever lies in it. What a source gives to a region is no sum of what it
	// gives to the countries there, and is added to it.
	Recipient lac.Area `json:"recipient,omitzero"`
	// On is the day whose members a bloc has; zero: the last day of Period, or of
	// each transaction's own date if that is open.
	On     lac.Date        `json:"on,omitzero"`
	Kind   lac.ProjectKind `json:"kind,omitempty"`
	Sector string          `json:"sector,omitempty"` // a purpose code, a group or a plain word, as in [lac.ParseSector]
	// Status selects projects of one status. Without it those that were suspended
	// or cancelled, or have not come as far as Type says, are left out
	// ([lac.GuardStatus]).
	Status lac.ProjectStatus `json:"status,omitempty"`
	// Type is which transactions are added up, and how far an undertaking must
	// have come to count: to a pledge, to a commitment, or to payments. It must be
	// set, for the money that is paid is the money that was committed ([lac.GuardType]).
	Type lac.TransactionType `json:"type"`
	// Currency and PriceYear say on which basis amounts are added up: in prices of
	// PriceYear or, if a Currency alone is given, in those of their own date.
	// Without either all amounts must be on one basis ([lac.GuardCurrency],
	// [lac.GuardPrices]).
	Currency  lac.Currency `json:"currency,omitzero"`
	PriceYear int          `json:"price_year,omitempty"`
	// Period selects transactions whose date lies in it; of projects without a
	// transaction, those whose commitment, or else first stage, does.
	Period lac.Period `json:"period,omitzero"`
}

// A Key is the place of a total among others: the fields that the
// dimensions name are set, the others zero. A field is also zero where a project
// does not state it.
type Key struct {
	Source string `json:"source,omitempty"`
	// Recipient is zero also for regions that are no [lac.Area].
	Recipient lac.Area `json:"recipient,omitzero"`
	// Sector is the sector with a plain word that AidData's 24 have: of the codes
	// 231 to 236, energy, whose group is 230.
	Sector lac.Sector        `json:"sector,omitzero"`
	Period lac.Period        `json:"period,omitzero"`
	Kind   lac.ProjectKind   `json:"kind,omitempty"`
	Status lac.ProjectStatus `json:"status,omitempty"`
}

// Compare orders keys by source, recipient, sector, period, kind and status.
func (k Key) Compare(l Key) int {
	return cmp.Or(cmp.Compare(k.Source, l.Source), k.Recipient.Compare(l.Recipient), compareSector(k.Sector, l.Sector),
		k.Period.Compare(l.Period), cmp.Compare(k.Kind, l.Kind), cmp.Compare(k.Status, l.Status))
}

func compareSector(a, b lac.Sector) int {
	return cmp.Or(strings.Compare(a.Purpose, b.Purpose), strings.Compare(a.Field, b.Field),
		strings.Compare(a.Vocabulary, b.Vocabulary), strings.Compare(a.Code, b.Code))
}

// dimensions are those that project totals may be kept apart by.
var dimensions = []lac.Dimension{lac.ByYear, lac.BySource, lac.ByRecipient, lac.BySector, lac.ByStatus, lac.ByKind}

// validate reports why q cannot be answered.
func (q Query) validate(by []lac.Dimension) error {
	fail := func(field, text string, err error) error {
		return fmt.Errorf("project totals: %s %.60q: %w", field, text, err)
	}
	for _, dim := range by {
		if !slices.Contains(dimensions, dim) {
			return fmt.Errorf("project totals: dimension %d: %w: not one of projects", dim, lac.ErrRange)
		}
	}
	switch {
	case q.Type == "":
		return &lac.UnsafeSumError{Guard: lac.GuardType, Detail: "the query names no transaction type"}
	case !q.Type.IsValid() && q.Type != Payment:
		return fail("type", string(q.Type), lac.ErrUnknownCode)
	case !q.Kind.IsValid():
		return fail("kind", string(q.Kind), lac.ErrUnknownCode)
	case !q.Status.IsValid():
		return fail("status", string(q.Status), lac.ErrUnknownCode)
	case q.PriceYear < 0 || q.PriceYear > 9999:
		return fail("price year", fmt.Sprint(q.PriceYear), lac.ErrRange)
	case q.Status == lac.StatusPledge && reachOf(q.Type) > reachPledge:
		return &lac.UnsafeSumError{Guard: lac.GuardStatus, Detail: fmt.Sprintf("%ss of projects that are merely pledged", q.Type)}
	}
	return nil
}

// Payment, as the Type of a [Query], is what is paid out: disbursements and
// expenditures, which IATI keeps apart by who is paid. No transaction has it.
const Payment lac.TransactionType = "payment"

// isOfType reports whether t is of the type that a query asks for.
func isOfType(t *lac.Transaction, asked lac.TransactionType) bool {
	return t.Type == asked || asked == Payment && (t.Type == lac.Disbursement || t.Type == lac.Expenditure)
}

// A reach is how far an undertaking must have come for a type of transaction.
type reach uint8

const (
	reachPledge reach = iota
	reachCommitment
	reachPayment
)

func reachOf(t lac.TransactionType) reach {
	switch t {
	case lac.OutgoingPledge, lac.IncomingPledge:
		return reachPledge
	case lac.Commitment, lac.IncomingCommitment, lac.CreditGuarantee:
		return reachCommitment
	}
	return reachPayment
}

// isIncoming reports whether the money of t comes into a project.
func isIncoming(t lac.TransactionType) bool {
	return t == lac.IncomingPledge || t == lac.IncomingCommitment || t == lac.IncomingFunds
}

// hasReached reports whether projects of status s have come so far. One whose
// status is not stated has.
func hasReached(s lac.ProjectStatus, r reach) bool {
	switch s {
	case lac.StatusSuspended, lac.StatusCancelled:
		return false
	case lac.StatusPledge:
		return r == reachPledge
	case lac.StatusCommitment:
		return r <= reachCommitment
	}
	return true
}

// A sectorFilter tests sectors against the one that a query names.
type sectorFilter struct {
	text   string
	wanted lac.Sector
	known  map[lac.Sector]lac.Sector // canonical sectors
}

func newSectorFilter(text string) (*sectorFilter, error) {
	f := &sectorFilter{text: text, known: map[lac.Sector]lac.Sector{}}
	if text == "" {
		return f, nil
	}
	var err error
	f.wanted, err = lac.ParseSector(text)
	return f, err
}

// matches reports whether s is the sector that is asked for, or part of it. A
// group that ends in 0 is all that its word says: 230 and the word energy are
// the groups 230 to 236.
func (f *sectorFilter) matches(s lac.Sector) bool {
	switch group := f.wanted.Group(); {
	case f.text == "":
		return true
	case f.text == f.wanted.Purpose && len(f.text) == 5:
		return s.Purpose == f.wanted.Purpose
	case f.text == group && group[2] != '0':
		return s.Group() == group
	}
	return f.canonical(s).Field == f.wanted.Field
}

// canonical returns what sectors of one word have in common; s itself if it has
// none of the known words.
func (f *sectorFilter) canonical(s lac.Sector) lac.Sector {
	c, ok := f.known[s]
	if !ok {
		c = s
		if of, err := lac.ParseSector(cmp.Or(s.Field, s.Group())); err == nil {
			c, _ = lac.ParseSector(of.Field)
		}
		f.known[s] = c
	}
	return c
}

// An amountBasis is what amounts must share to be added up.
type amountBasis struct {
	unit      lac.Unit // empty: the amount is not reported
	priceYear int
}
