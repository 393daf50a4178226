package lac

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// A ProjectKind is the broad kind of a project, in the words of the statements
// that count them.
type ProjectKind string

const (
	Infrastructure     ProjectKind = "infrastructure"      // physical works, such as roads, ports and power plants
	ProductionCapacity ProjectKind = "production-capacity" // industry, such as plants, mines and industrial parks
	Livelihood         ProjectKind = "livelihood"          // small and social projects: health, schools, water, relief, farming
)

// IsValid reports whether k is one of the constants; empty means not stated.
func (k ProjectKind) IsValid() bool {
	switch k {
	case "", Infrastructure, ProductionCapacity, Livelihood:
		return true
	}
	return false
}

// A ProjectStatus is the stage that a project has reached, as AidData's Global
// Chinese Development Finance Dataset names them.
type ProjectStatus string

const (
	StatusPledge         ProjectStatus = "pledge"         // announced, not signed
	StatusCommitment     ProjectStatus = "commitment"     // an agreement is signed
	StatusImplementation ProjectStatus = "implementation" // work has begun
	StatusCompleted      ProjectStatus = "completed"
	StatusSuspended      ProjectStatus = "suspended" // may go on
	StatusCancelled      ProjectStatus = "cancelled" // will not
)

// IsValid reports whether s is one of the constants; empty means not stated.
func (s ProjectStatus) IsValid() bool {
	switch s {
	case "", StatusPledge, StatusCommitment, StatusImplementation, StatusCompleted, StatusSuspended, StatusCancelled:
		return true
	}
	return false
}

// HasBegun reports whether a count of delivered projects has this one in it:
// it is being implemented or is completed. One that is merely pledged or agreed,
// or that was suspended or cancelled, is not.
func (s ProjectStatus) HasBegun() bool { return s == StatusImplementation || s == StatusCompleted }

// A Sector is what a project serves: an OECD DAC/CRS purpose code of five digits,
// whose first three are its sector group, and a plain word such as "energy".
type Sector struct {
	Purpose string `json:"purpose,omitempty"` // the five digits
	Field   string `json:"field,omitempty"`   // the plain word
}

// Group returns the three-digit sector group of the purpose code, empty if there
// is none.
func (s Sector) Group() string {
	if len(s.Purpose) < 3 {
		return ""
	}
	return s.Purpose[:3]
}

// A Stage is a status that a project reached on a date.
type Stage struct {
	Status ProjectStatus `json:"status"`
	Date   Period        `json:"date"` // to the precision that the source gives
}

// An AreaShare is the part of a project that falls to one area.
type AreaShare struct {
	Area    Area            `json:"area"`
	Percent decimal.Decimal `json:"percent"` // above 0, at most 100
}

// A Participant is an organisation with its role in a project.
type Participant struct {
	Name string `json:"name"`
	Role string `json:"role"` // funding, accountable, extending or implementing (IATI OrganisationRole)
	Area Area   `json:"area,omitzero"`
}

// A Location is a named place, with WGS 84 coordinates in decimal degrees as the
// source prints them, north and east positive. Both zero means not stated.
type Location struct {
	Name      string          `json:"name"`
	Latitude  decimal.Decimal `json:"latitude,omitzero"`
	Longitude decimal.Decimal `json:"longitude,omitzero"`
}

// A TransactionType is what a transaction does with money (IATI TransactionType).
type TransactionType string

const (
	Commitment   TransactionType = "commitment"   // promised in a signed agreement (2)
	Disbursement TransactionType = "disbursement" // paid to the recipient (3)
	Expenditure  TransactionType = "expenditure"  // spent on goods and services for the project (4)
	Repayment    TransactionType = "repayment"    // of a loan's principal (6)
	Interest     TransactionType = "interest"     // paid on a loan (5)
)

// A Transaction is money committed, paid or repaid under a project.
type Transaction struct {
	Type  TransactionType `json:"type"`
	Date  Period          `json:"date,omitzero"`  // to the precision that the source gives
	Value Money           `json:"value,omitzero"` // Money{} if the source gives none
}

// A Project is one undertaking as a source records it.
type Project struct {
	ID           string        `json:"id"`
	Source       string        `json:"source"`
	Title        string        `json:"title"`
	Kind         ProjectKind   `json:"kind,omitempty"`
	Sector       Sector        `json:"sector,omitzero"`
	Status       ProjectStatus `json:"status,omitempty"`
	Stages       []Stage       `json:"stages,omitempty"`
	Areas        []AreaShare   `json:"areas"` // percentages add up to 100
	Participants []Participant `json:"participants,omitempty"`
	Locations    []Location    `json:"locations,omitempty"`
	Transactions []Transaction `json:"transactions,omitempty"`
	JobsDirect   Stated        `json:"jobs_direct,omitzero"`   // on the project itself, in UnitJobs
	JobsIndirect Stated        `json:"jobs_indirect,omitzero"` // at suppliers and around it
	Parent       string        `json:"parent,omitempty"`       // ID of the project that this one is part of
	Umbrella     bool          `json:"umbrella,omitempty"`     // a frame agreement whose parts are recorded apart
	Fulfils      string        `json:"fulfils,omitempty"`      // ID of a pledge
	Evidence     Evidence      `json:"evidence,omitempty"`
	Note         string        `json:"note,omitempty"`
}

// Validate reports what is wrong with p, as a join of [*FieldError]: ID, source,
// title and an area must be there, codes be known, a purpose code have five
// digits, and the areas' percentages be positive and add up to exactly 100.
func (p Project) Validate() error {
	v := validation{record: p.ID}
	v.head(p.ID, p.Source)
	v.require("title", p.Title)
	v.check(p.Kind.IsValid(), "kind", string(p.Kind), ErrUnknownCode)
	v.check(p.Status.IsValid(), "status", string(p.Status), ErrUnknownCode)
	if purpose := p.Sector.Purpose; purpose != "" {
		_, ok := digits(purpose)
		v.check(ok && len(purpose) == 5, "sector.purpose", purpose, ErrSyntax)
	}
	for i, s := range p.Stages {
		v.check(s.Status.IsValid() && s.Status != "", fmt.Sprintf("stages[%d].status", i), string(s.Status), ErrUnknownCode)
	}
	v.check(len(p.Areas) > 0, "areas", "", ErrMissing)
	sum := decimal.Decimal{}
	for i, a := range p.Areas {
		v.area(fmt.Sprintf("areas[%d].area", i), a.Area)
		field := fmt.Sprintf("areas[%d].percent", i)
		if v.decimal(field, a.Percent) {
			v.check(a.Percent.Sign() > 0, field, a.Percent.String(), ErrRange)
			sum = sum.Add(a.Percent)
		}
	}
	if len(p.Areas) > 0 {
		v.check(sum.Equal(decimal.NewFromInt(100)), "areas", sum.String(), fmt.Errorf("%w: percentages add up to %s, not 100", ErrRange, sum))
	}
	for i, l := range p.Locations {
		v.decimal(fmt.Sprintf("locations[%d].latitude", i), l.Latitude)
		v.decimal(fmt.Sprintf("locations[%d].longitude", i), l.Longitude)
	}
	for i, t := range p.Transactions {
		switch t.Type {
		case Commitment, Disbursement, Expenditure, Repayment, Interest:
		default:
			v.add(fmt.Sprintf("transactions[%d].type", i), string(t.Type), ErrUnknownCode)
		}
	}
	v.check(p.Parent == "" || p.Parent != p.ID, "parent", p.Parent, fmt.Errorf("%w: a project is not part of itself", ErrRange))
	v.evidence(p.Evidence)
	return v.err()
}

// A ProgramKind is what a program gives.
type ProgramKind string

const (
	Scholarships ProgramKind = "scholarships" // for a degree or a year of study
	Training     ProgramKind = "training"     // seminars and courses
	Visits       ProgramKind = "visits"       // of officials, parties, journalists
	MedicalTeam  ProgramKind = "medical-team" // doctors sent to a recipient
)

// A Delivery is what a program is recorded to have given, in one period and to
// one area.
type Delivery struct {
	Period Period   `json:"period"`
	Area   Area     `json:"area,omitzero"` // zero: all recipients together
	Places Quantity `json:"places"`        // in the unit of the program's Pledged
}

// A Program is an assistance program: places on courses, scholarships, visits.
type Program struct {
	ID         string      `json:"id"`
	Source     string      `json:"source"`
	Title      string      `json:"title"`
	Kind       ProgramKind `json:"kind"`
	Provider   Area        `json:"provider"`
	Recipients []Area      `json:"recipients"`
	Window     Period      `json:"window,omitzero"`     // over which it is to be given
	Pledged    Quantity    `json:"pledged,omitzero"`    // over the whole window
	Delivered  []Delivery  `json:"delivered,omitempty"` // what is recorded so far
	Fulfils    string      `json:"fulfils,omitempty"`   // ID of a pledge
	Evidence   Evidence    `json:"evidence,omitempty"`
	Note       string      `json:"note,omitempty"`
}

// Validate reports what is wrong with p, as a join of [*FieldError]: ID, source,
// title, kind, provider and a recipient must be there, and deliveries fall into
// the window, in the unit that was pledged.
func (p Program) Validate() error {
	v := validation{record: p.ID}
	v.head(p.ID, p.Source)
	v.require("title", p.Title)
	switch p.Kind {
	case Scholarships, Training, Visits, MedicalTeam:
	default:
		v.add("kind", string(p.Kind), ErrUnknownCode)
	}
	v.area("provider", p.Provider)
	v.check(len(p.Recipients) > 0, "recipients", "", ErrMissing)
	for i, a := range p.Recipients {
		v.area(fmt.Sprintf("recipients[%d]", i), a)
	}
	for i, d := range p.Delivered {
		field := fmt.Sprintf("delivered[%d]", i)
		v.check(!d.Period.IsZero(), field+".period", "", ErrMissing)
		v.check(d.Places.IsReported() && d.Places.Sign() >= 0, field+".places", d.Places.String(), ErrRange)
		v.check(!p.Pledged.IsReported() || d.Places.Unit() == p.Pledged.Unit(), field+".places", d.Places.String(), ErrUnitMismatch)
		v.check(p.Window.IsZero() || p.Window.Overlaps(d.Period), field+".period", d.Period.String(), fmt.Errorf("%w: outside the window %v", ErrRange, p.Window))
	}
	v.evidence(p.Evidence)
	return v.err()
}
