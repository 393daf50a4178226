package lac

import (
	"fmt"
	"slices"
)

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
	if kinds := []ProgramKind{Scholarships, Training, Visits, MedicalTeam}; !slices.Contains(kinds, p.Kind) {
		v.add("kind", string(p.Kind), wantOne(kinds))
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
