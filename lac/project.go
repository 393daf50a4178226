package lac

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// A ProjectKind is the broad kind of a project, in the words of the statements
// that count them.
type ProjectKind string

const (
	Infrastructure     ProjectKind = "infrastructure"
	ProductionCapacity ProjectKind = "production-capacity"
	Livelihood         ProjectKind = "livelihood" // small and social projects: health, schools, water, relief, farming
)

// IsValid reports whether k is one of the constants; empty means not stated.
func (k ProjectKind) IsValid() bool {
	switch k {
	case "", Infrastructure, ProductionCapacity, Livelihood:
		return true
	}
	return false
}

// A ProjectStatus is the stage that a project has reached.
type ProjectStatus string

const (
	StatusPledge         ProjectStatus = "pledge"
	StatusCommitment     ProjectStatus = "commitment"
	StatusImplementation ProjectStatus = "implementation"
	StatusCompleted      ProjectStatus = "completed"
	StatusSuspended      ProjectStatus = "suspended"
	StatusCancelled      ProjectStatus = "cancelled"
)

// IsValid reports whether s is one of the constants; empty means not stated.
func (s ProjectStatus) IsValid() bool {
	switch s {
	case "", StatusPledge, StatusCommitment, StatusImplementation, StatusCompleted, StatusSuspended, StatusCancelled:
		return true
	}
	return false
}

// Delivered reports whether work has begun: implementation or completion.
func (s ProjectStatus) Delivered() bool { return s == StatusImplementation || s == StatusCompleted }

// A Sector is what a project serves: an OECD DAC/CRS purpose code of five digits,
// whose first three are its sector group, and a plain word such as "energy".
type Sector struct {
	Purpose string `json:"purpose,omitempty"` // five digits
	Field   string `json:"field,omitempty"`
}

// Group returns the three-digit sector group of the purpose code, empty if none.
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
	Percent decimal.Decimal `json:"percent"`
}

// A Participant is an organisation with its role in a project.
type Participant struct {
	Name string `json:"name"`
	Role string `json:"role"` // funding, accountable, extending or implementing (IATI OrganisationRole)
	Area Area   `json:"area,omitzero"`
}

// A Location is a named place, with WGS 84 coordinates as the source prints them.
type Location struct {
	Name      string          `json:"name"`
	Latitude  decimal.Decimal `json:"latitude,omitzero"`
	Longitude decimal.Decimal `json:"longitude,omitzero"`
}

// A TransactionType is what a flow of money is.
type TransactionType string

const (
	Commitment   TransactionType = "commitment"
	Disbursement TransactionType = "disbursement"
	Expenditure  TransactionType = "expenditure"
	Repayment    TransactionType = "repayment"
	Interest     TransactionType = "interest"
)

// A Transaction is money committed, paid or repaid under a project.
type Transaction struct {
	Type  TransactionType `json:"type"`
	Date  Period          `json:"date,omitzero"`
	Value Money           `json:"value,omitzero"`
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
	JobsDirect   Stated        `json:"jobs_direct,omitzero"`
	JobsIndirect Stated        `json:"jobs_indirect,omitzero"`
	Parent       string        `json:"parent,omitempty"`   // ID of the project that this one is part of
	Umbrella     bool          `json:"umbrella,omitempty"` // a frame agreement whose parts are recorded apart
	Fulfils      string        `json:"fulfils,omitempty"`  // ID of a pledge
	Evidence     Evidence      `json:"evidence,omitempty"`
	Note         string        `json:"note,omitempty"`
}

// Validate reports what is wrong with p, as a join of [*FieldError].
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
	Scholarships ProgramKind = "scholarships"
	Training     ProgramKind = "training"
	Visits       ProgramKind = "visits"
	MedicalTeam  ProgramKind = "medical-team"
)

// A Delivery is what a program is recorded to have given, in one period and to
// one area.
type Delivery struct {
	Period Period   `json:"period"`
	Area   Area     `json:"area,omitzero"` // zero: all recipients together
	Places Quantity `json:"places"`
}

// A Program is an assistance program: places on courses, scholarships, visits.
type Program struct {
	ID         string      `json:"id"`
	Source     string      `json:"source"`
	Title      string      `json:"title"`
	Kind       ProgramKind `json:"kind"`
	Provider   Area        `json:"provider"`
	Recipients []Area      `json:"recipients"`
	Window     Period      `json:"window,omitzero"`
	Pledged    Quantity    `json:"pledged,omitzero"`
	Delivered  []Delivery  `json:"delivered,omitempty"`
	Fulfils    string      `json:"fulfils,omitempty"` // ID of a pledge
	Evidence   Evidence    `json:"evidence,omitempty"`
	Note       string      `json:"note,omitempty"`
}

// Validate reports what is wrong with p, as a join of [*FieldError].
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
