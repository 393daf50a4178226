package lac

//go:generate go run ./internal/gen/membership -in almanac/data/memberships.tsv -out zz_membership.go

// A Membership says that a country belonged to a bloc, or that its membership or
// its part in the bloc's work was suspended, over a span of days. A suspension
// does not end a membership: a suspended member has a record of each.
//
// It holds from the first day of From to the last day of To, so a source that
// gives a year alone counts the whole year.
type Membership struct {
	ID        string   `json:"id"`
	Bloc      Area     `json:"bloc"`
	Member    Area     `json:"member"`
	Suspended bool     `json:"suspended,omitempty"`
	From      Period   `json:"from"`               // when it began, as exactly as the source says
	To        Period   `json:"to,omitzero"`        // when it ended; zero: it still holds
	Evidence  Evidence `json:"evidence,omitempty"` // of both dates
	Source    string   `json:"source"`             // ID of a Source; in package almanac for those of Area.Memberships
	Note      string   `json:"note,omitempty"`     // what the dates leave open
}

// Validate reports what is wrong with m, as a join of [*FieldError]: ID, source,
// bloc, member and the day of entry must be there, and it not end before it
// begins.
func (m Membership) Validate() error {
	v := validation{record: m.ID}
	v.head(m.ID, m.Source)
	v.check(m.Bloc.IsBloc(), "bloc", m.Bloc.String(), ErrUnknownCode)
	v.check(m.Member.IsCountry(), "member", m.Member.String(), ErrUnknownCode)
	v.check(!m.From.First().IsZero(), "from", m.From.String(), ErrMissing)
	v.check(m.To.IsZero() || !m.To.Last().Before(m.From.First()), "to", m.To.String(), ErrRange)
	v.evidence(m.Evidence)
	return v.err()
}

// Holds reports whether m holds on the given day; never on the zero Date.
func (m Membership) Holds(on Date) bool {
	return !on.IsZero() && !on.Before(m.From.First()) && (m.To.IsZero() || !on.After(m.To.Last()))
}

// alpha3 returns the country with a code known to be one.
func alpha3(code string) Area {
	return Area(code[0])<<16 | Area(code[1])<<8 | Area(code[2])
}

func parsedPeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}
