package lac

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A ProjectQuery selects projects, and of them the transactions of one type. A
// zero field but Type selects everything.
type ProjectQuery struct {
	Source string `json:"source,omitempty"`
	// Provider is whose money it is: that of transactions from a provider there
	// or, where they name none, of projects with a funding or extending
	// participant there. Whose area is not stated is not selected.
	Provider Area `json:"provider,omitzero"`
	// Recipient is where the money goes: a country, or a region or bloc with
	// whatever lies in it. What a source gives to a region is no sum of what it
	// gives to the countries there, and is added to it.
	Recipient Area `json:"recipient,omitzero"`
	// On is the day whose members a bloc has; zero: the last day of Period, or of
	// each transaction's own date if that is open.
	On     Date        `json:"on,omitzero"`
	Kind   ProjectKind `json:"kind,omitempty"`
	Sector string      `json:"sector,omitempty"` // a purpose code, a group or a plain word, as in [ParseSector]
	// Status selects projects of one status. Without it those that were suspended
	// or cancelled, or have not come as far as Type says, are left out
	// ([GuardStatus]).
	Status ProjectStatus `json:"status,omitempty"`
	// Type is which transactions are added up, and how far an undertaking must
	// have come to count: to a pledge, to a commitment, or to payments. It must be
	// set, for the money that is paid is the money that was committed ([GuardType]).
	Type TransactionType `json:"type"`
	// Currency and PriceYear say on which basis amounts are added up: in prices of
	// PriceYear or, if a Currency alone is given, in those of their own date.
	// Without either all amounts must be on one basis ([GuardCurrency],
	// [GuardPrices]).
	Currency  Currency `json:"currency,omitzero"`
	PriceYear int      `json:"price_year,omitempty"`
	// Period selects transactions whose date lies in it; of projects without a
	// transaction, those whose commitment, or else first stage, does.
	Period Period `json:"period,omitzero"`
}

// A ProjectKey is the place of a total among others: the fields that the
// dimensions name are set, the others zero. A field is also zero where a project
// does not state it.
type ProjectKey struct {
	Source string `json:"source,omitempty"`
	// Recipient is zero also for regions that are no [Area].
	Recipient Area `json:"recipient,omitzero"`
	// Sector is the sector with a plain word that AidData's 24 have: of the codes
	// 231 to 236, energy, whose group is 230.
	Sector Sector        `json:"sector,omitzero"`
	Period Period        `json:"period,omitzero"`
	Kind   ProjectKind   `json:"kind,omitempty"`
	Status ProjectStatus `json:"status,omitempty"`
}

// Compare orders keys by source, recipient, sector, period, kind and status.
func (k ProjectKey) Compare(l ProjectKey) int {
	return cmp.Or(cmp.Compare(k.Source, l.Source), k.Recipient.Compare(l.Recipient), compareSector(k.Sector, l.Sector),
		k.Period.Compare(l.Period), cmp.Compare(k.Kind, l.Kind), cmp.Compare(k.Status, l.Status))
}

func compareSector(a, b Sector) int {
	return cmp.Or(strings.Compare(a.Purpose, b.Purpose), strings.Compare(a.Field, b.Field),
		strings.Compare(a.Vocabulary, b.Vocabulary), strings.Compare(a.Code, b.Code))
}

// projectDimensions are those that project totals may be kept apart by.
var projectDimensions = []Dimension{ByYear, BySource, ByRecipient, BySector, ByStatus, ByKind}

// validate reports why q cannot be answered.
func (q ProjectQuery) validate(by []Dimension) error {
	fail := func(field, text string, err error) error {
		return fmt.Errorf("project totals: %s %s: %w", field, quote(text), err)
	}
	for _, dim := range by {
		if !slices.Contains(projectDimensions, dim) {
			return fmt.Errorf("project totals: dimension %d: %w: not one of projects", dim, ErrRange)
		}
	}
	switch {
	case q.Type == "":
		return &UnsafeSumError{Guard: GuardType, Detail: "the query names no transaction type"}
	case !q.Type.IsValid():
		return fail("type", string(q.Type), ErrUnknownCode)
	case !q.Kind.IsValid():
		return fail("kind", string(q.Kind), ErrUnknownCode)
	case !q.Status.IsValid():
		return fail("status", string(q.Status), ErrUnknownCode)
	case q.PriceYear < 0 || q.PriceYear > 9999:
		return fail("price year", fmt.Sprint(q.PriceYear), ErrRange)
	case q.Status == StatusPledge && q.Type.reach() > reachPledge:
		return &UnsafeSumError{Guard: GuardStatus, Detail: fmt.Sprintf("%ss of projects that are merely pledged", q.Type)}
	}
	return nil
}

// A reach is how far an undertaking must have come for a type of transaction.
type reach uint8

const (
	reachPledge reach = iota
	reachCommitment
	reachPayment
)

func (t TransactionType) reach() reach {
	switch t {
	case OutgoingPledge, IncomingPledge:
		return reachPledge
	case Commitment, IncomingCommitment, CreditGuarantee:
		return reachCommitment
	}
	return reachPayment
}

// isIncoming reports whether the money of t comes into a project.
func (t TransactionType) isIncoming() bool {
	return t == IncomingPledge || t == IncomingCommitment || t == IncomingFunds
}

// hasReached reports whether projects of status s have come so far. One whose
// status is not stated has.
func (s ProjectStatus) hasReached(r reach) bool {
	switch s {
	case StatusSuspended, StatusCancelled:
		return false
	case StatusPledge:
		return r == reachPledge
	case StatusCommitment:
		return r <= reachCommitment
	}
	return true
}

// A sectorFilter tests sectors against the one that a query names.
type sectorFilter struct {
	text   string
	wanted Sector
	known  map[Sector]Sector // canonical sectors
}

func newSectorFilter(text string) (*sectorFilter, error) {
	f := &sectorFilter{text: text, known: map[Sector]Sector{}}
	if text == "" {
		return f, nil
	}
	var err error
	f.wanted, err = ParseSector(text)
	return f, err
}

// matches reports whether s is the sector that is asked for, or part of it. A
// group that ends in 0 is all that its word says: 230 and the word energy are
// the groups 230 to 236.
func (f *sectorFilter) matches(s Sector) bool {
	switch group := f.wanted.Group(); {
	case f.text == "":
		return true
	case s.Vocabulary != "" && s.Purpose == "" && s.Field == "":
		return false
	case f.text == f.wanted.Purpose && len(f.text) == 5:
		return s.Purpose == f.wanted.Purpose
	case f.text == group && group[2] != '0':
		return s.Group() == group
	}
	return f.canonical(s).Field == f.wanted.Field
}

// canonical returns what sectors of one word have in common; s itself if it has
// none of the known words.
func (f *sectorFilter) canonical(s Sector) Sector {
	c, ok := f.known[s]
	if !ok {
		c = s
		if of, err := ParseSector(cmp.Or(s.Field, s.Group())); err == nil {
			c, _ = ParseSector(of.Field)
		}
		f.known[s] = c
	}
	return c
}
