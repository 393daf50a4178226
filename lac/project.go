package lac

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"

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
func (k ProjectKind) IsValid() bool { return k == "" || slices.Contains(projectKinds, k) }

var projectKinds = []ProjectKind{Infrastructure, ProductionCapacity, Livelihood}

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
func (s ProjectStatus) IsValid() bool { return s == "" || slices.Contains(projectStatuses, s) }

var projectStatuses = []ProjectStatus{StatusPledge, StatusCommitment, StatusImplementation, StatusCompleted, StatusSuspended, StatusCancelled}

// HasBegun reports whether a count of delivered projects has this one in it:
// it is being implemented or is completed. One that is merely pledged or agreed,
// or that was suspended or cancelled, is not.
func (s ProjectStatus) HasBegun() bool { return s == StatusImplementation || s == StatusCompleted }

// An AreaShare is the part of a project that falls to one area.
type AreaShare struct {
	Area    Area            `json:"area,omitzero"`
	Percent decimal.Decimal `json:"percent"` // above 0, at most 100
	// Vocabulary and Code stand for a region that is no [Area], such as "Caribbean
	// and Central America": the number of the list in IATI's RegionVocabulary (1 for
	// the OECD DAC's), and the code in it.
	Vocabulary string `json:"vocabulary,omitempty"`
	Code       string `json:"code,omitempty"`
}

// UnmarshalJSON refuses numbers that are longer than one can be before it reads
// them.
func (s *AreaShare) UnmarshalJSON(data []byte) error {
	type plain AreaShare
	in := struct {
		*plain
		Percent number `json:"percent"`
	}{(*plain)(s), number{s.Percent}}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	s.Percent = in.Percent.Decimal
	return nil
}

// A Stage is a status that a project reached, or is planned to reach, on a date.
type Stage struct {
	Status  ProjectStatus `json:"status"`
	Date    Period        `json:"date"` // to the precision that the source gives
	Planned bool          `json:"planned,omitempty"`
}

// A Narrative is a text in one language.
type Narrative struct {
	Language string `json:"language,omitempty"` // BCP 47; empty: not stated
	Text     string `json:"text"`
}

// A Participant is an organisation with its role in a project or transaction.
type Participant struct {
	Name string `json:"name"`
	// Role is reporting, funding, accountable, extending or implementing (IATI
	// OrganisationRole); empty in a transaction.
	Role string `json:"role,omitempty"`
	Ref  string `json:"ref,omitempty"`  // its identifier, as the source gives it
	Type string `json:"type,omitempty"` // IATI OrganisationType, such as 10 for a government
	Area Area   `json:"area,omitzero"`
	// Activity is the ID of the organisation's own record of the project, or of
	// the project that a transaction's money comes from or goes to.
	Activity string `json:"activity,omitempty"`
	// Secondary says of a reporting organisation that it passes on what others
	// report.
	Secondary bool `json:"secondary,omitempty"`
}

// A Location is a named place, with WGS 84 coordinates in decimal degrees as the
// source prints them, north and east positive. Both zero means not stated.
type Location struct {
	Name      string          `json:"name"`
	Latitude  decimal.Decimal `json:"latitude,omitzero"`
	Longitude decimal.Decimal `json:"longitude,omitzero"`
}

// UnmarshalJSON refuses numbers that are longer than one can be before it reads
// them.
func (l *Location) UnmarshalJSON(data []byte) error {
	type plain Location
	in := struct {
		*plain
		Latitude  number `json:"latitude"`
		Longitude number `json:"longitude"`
	}{(*plain)(l), number{l.Latitude}, number{l.Longitude}}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	l.Latitude = in.Latitude.Decimal
	l.Longitude = in.Longitude.Decimal
	return nil
}

// A LinkKind is how a project stands to another.
type LinkKind string

const (
	PartOf     LinkKind = "part-of"     // the other is its parent or umbrella
	HasPart    LinkKind = "has-part"    // the other is part of it
	Sibling    LinkKind = "sibling"     // both are parts of one
	CoFunded   LinkKind = "co-funded"   // both pay for one undertaking
	ThirdParty LinkKind = "third-party" // another organisation's report on the same undertaking
	SameAs     LinkKind = "same-as"     // the same undertaking, as another record has it
	Relieves   LinkKind = "relieves"    // forgives or reschedules the other, a recorded loan
	LinkedTo   LinkKind = "linked-to"   // named by the source, which does not say how
)

var linkKinds = []LinkKind{PartOf, HasPart, Sibling, CoFunded, ThirdParty, SameAs, Relieves, LinkedTo}

// A Link names another project. That one need not be in the dataset.
type Link struct {
	Kind LinkKind `json:"kind"`
	ID   string   `json:"id"`
}

// A Project is one undertaking as a source records it.
type Project struct {
	ID           string        `json:"id"`
	Source       string        `json:"source"`
	Title        string        `json:"title"`
	Titles       []Narrative   `json:"titles,omitempty"` // Title and others, where there are several or the language is stated
	Descriptions []Narrative   `json:"descriptions,omitempty"`
	Kind         ProjectKind   `json:"kind,omitempty"`
	Status       ProjectStatus `json:"status,omitempty"`
	Stages       []Stage       `json:"stages,omitempty"`
	Areas        []AreaShare   `json:"areas,omitempty"`   // recipients; percentages add up to 100; empty: not stated
	Sectors      []SectorShare `json:"sectors,omitempty"` // percentages add up to 100 in each vocabulary
	Participants []Participant `json:"participants,omitempty"`
	Locations    []Location    `json:"locations,omitempty"`
	// FinanceType is how it is paid for, by the code of the OECD DAC and IATI:
	// 110 a grant, 421 a standard loan, 610 debt forgiveness.
	FinanceType  string        `json:"finance_type,omitempty"`
	Transactions []Transaction `json:"transactions,omitempty"`
	Budgets      []Budget      `json:"budgets,omitempty"`
	Results      []Result      `json:"results,omitempty"`
	JobsDirect   Stated        `json:"jobs_direct,omitzero"`   // on the project itself, in UnitJobs
	JobsIndirect Stated        `json:"jobs_indirect,omitzero"` // at suppliers and around it
	Links        []Link        `json:"links,omitempty"`
	Umbrella     bool          `json:"umbrella,omitempty"` // a frame agreement whose parts are recorded apart
	// LeaveOut says that the source advises against adding the record to sums,
	// as AidData does of records not recommended for aggregates.
	LeaveOut bool     `json:"leave_out,omitempty"`
	Fulfils  string   `json:"fulfils,omitempty"` // ID of a pledge
	Evidence Evidence `json:"evidence,omitempty"`
	Updated  Date     `json:"updated,omitzero"` // the day on which the source last changed the record
	Note     string   `json:"note,omitempty"`
}

// Linked returns the IDs of the projects that p names with links of one kind.
func (p Project) Linked(kind LinkKind) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, l := range p.Links {
			if l.Kind == kind && !yield(l.ID) {
				return
			}
		}
	}
}

// IsPart reports whether p is part of another project.
func (p Project) IsPart() bool {
	for range p.Linked(PartOf) {
		return true
	}
	return false
}

// Validate reports what is wrong with p, as a join of [*FieldError]: ID, source
// and title must be there, codes be known, a purpose code have three or five
// digits, and percentages be positive and add up to exactly 100.
func (p Project) Validate() error {
	v := validation{record: p.ID}
	v.head(p.ID, p.Source)
	v.require("title", p.Title)
	checkWord(&v, "kind", p.Kind, projectKinds)
	checkWord(&v, "status", p.Status, projectStatuses)
	for i, s := range p.Stages {
		if !s.Status.IsValid() || s.Status == "" {
			v.add(fmt.Sprintf("stages[%d].status", i), string(s.Status), wantOne(projectStatuses))
		}
	}
	v.areaShares("areas", p.Areas)
	v.sectorShares("sectors", p.Sectors)
	for i, l := range p.Locations {
		v.decimal(fmt.Sprintf("locations[%d].latitude", i), l.Latitude)
		v.decimal(fmt.Sprintf("locations[%d].longitude", i), l.Longitude)
	}
	for i, t := range p.Transactions {
		t.validate(&v, fmt.Sprintf("transactions[%d]", i))
	}
	for i, b := range p.Budgets {
		v.check(!b.Period.IsZero(), fmt.Sprintf("budgets[%d].period", i), "", ErrMissing)
	}
	for i, l := range p.Links {
		field := fmt.Sprintf("links[%d]", i)
		if !slices.Contains(linkKinds, l.Kind) {
			v.add(field+".kind", string(l.Kind), wantOne(linkKinds))
		}
		v.require(field+".id", l.ID)
		v.check(l.ID != p.ID || l.Kind != PartOf && l.Kind != HasPart, field+".id", l.ID, fmt.Errorf("%w: a project is not part of itself", ErrRange))
	}
	v.evidence(p.Evidence)
	return v.err()
}
