package iati

import (
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// activity writes a project in the order of the schema.
func (m *markup) activity(p lac.Project, publisher lac.Participant) {
	updated := ""
	if !p.Updated.IsZero() {
		updated = p.Updated.String() + "T00:00:00Z"
	}
	m.begin("", "iati-activity", "last-updated-datetime", updated)
	m.bare("id", p.ID)
	m.leaf("id", "iati-identifier", p.ID)
	m.reporter(p, publisher)
	titles := p.Titles
	if len(titles) == 0 || titles[0].Text != p.Title {
		titles = append([]lac.Narrative{{Text: p.Title}}, titles...)
	}
	m.narratives("titles", "title", titles)
	// The schema wants a description; an empty one says nothing.
	m.narratives("descriptions", "description", p.Descriptions)
	m.participants(p)
	if c, ok := activityStatuses.code(p.Status); ok {
		m.empty("status", "activity-status", "code", c)
	} else {
		m.fail("status", string(p.Status), lac.ErrMissing)
	}
	m.dates(p)
	m.areas("areas", p.Areas, true)
	for i, l := range p.Locations {
		m.location(fmt.Sprintf("locations[%d]", i), l)
	}
	m.sectors("sectors", p.Sectors, true)
	m.financeType("finance_type", "default-finance-type", p.FinanceType)
	for i, b := range p.Budgets {
		m.budget(fmt.Sprintf("budgets[%d]", i), b)
	}
	for i, t := range p.Transactions {
		m.transaction(fmt.Sprintf("transactions[%d]", i), t)
	}
	for i, l := range p.Links {
		if c, ok := relatedTypes.code(l.Kind); ok {
			field := fmt.Sprintf("links[%d].id", i)
			m.bare(field, l.ID)
			m.empty(field, "related-activity", "ref", l.ID, "type", c)
		}
	}
	for i, r := range p.Results {
		m.result(fmt.Sprintf("results[%d]", i), r)
	}
	m.end()
}

func (m *markup) reporter(p lac.Project, publisher lac.Participant) {
	o, found := publisher, 0
	for _, q := range p.Participants {
		if q.Role == reporting {
			o = q
			found++
		}
	}
	switch {
	case found > 1:
		m.fail("participants", "", fmt.Errorf("%w: %d reporting organisations, want one", lac.ErrRange, found))
	case o == lac.Participant{}:
		m.fail("participants", "", fmt.Errorf("%w: no reporting organisation", lac.ErrMissing))
	}
	m.organisationType("participants", o)
	secondary := ""
	if o.Secondary {
		secondary = "1"
	}
	m.narrative("participants", "reporting-org", o.Name, "ref!", o.Ref, "type!", o.Type, "secondary-reporter", secondary)
}

func (m *markup) participants(p lac.Project) {
	others := 0
	for i, o := range p.Participants {
		if o.Role == reporting {
			continue
		}
		others++
		field := fmt.Sprintf("participants[%d]", i)
		c, ok := organisationRoles.code(o.Role)
		if !ok {
			m.fail(field+".role", o.Role, lac.ErrUnknownCode)
		}
		m.organisation(field, "participating-org", o, "role", c, "activity-id", o.Activity)
	}
	if others == 0 {
		m.fail("participants", "", fmt.Errorf("%w: no organisation but the reporting one", lac.ErrMissing))
	}
}

// organisation writes an organisation, with a name if it has one.
func (m *markup) organisation(field, name string, o lac.Participant, attrs ...string) {
	m.organisationType(field, o)
	attrs = append([]string{"ref", o.Ref, "type", o.Type}, attrs...)
	if o.Name == "" {
		m.empty(field, name, attrs...)
		return
	}
	m.narrative(field, name, o.Name, attrs...)
}

func (m *markup) organisationType(field string, o lac.Participant) {
	if o.Type != "" && !organisationTypes[o.Type] {
		m.fail(field+".type", o.Type, lac.ErrUnknownCode)
	}
}

func (m *markup) financeType(field, name, code string) {
	if code == "" {
		return
	}
	if !isFinanceType(code) {
		m.fail(field, code, lac.ErrUnknownCode)
	}
	m.empty(field, name, "code", code)
}

// dates writes the starts and ends. The standard has no dates of other stages.
func (m *markup) dates(p lac.Project) {
	written := 0
	for i, s := range p.Stages {
		if c, ok := dateTypes.code(dateType{s.Status, s.Planned}); ok {
			field := fmt.Sprintf("stages[%d].date", i)
			m.empty(field, "activity-date", "type", c, "iso-date", m.day(field, s.Date))
			written++
		}
	}
	if written == 0 {
		m.fail("stages", "", fmt.Errorf("%w: no start and no end", lac.ErrMissing))
	}
}

// areas writes countries and, after them, regions; in a transaction the one that
// it may have, without percentage.
func (m *markup) areas(field string, shares []lac.AreaShare, percentages bool) {
	m.single(field, len(shares), percentages)
	var countries, others []int
	for i, s := range shares {
		if s.Area.IsCountry() && s.Area.Alpha2() != "" {
			countries = append(countries, i)
		} else {
			others = append(others, i)
		}
	}
	for n, i := range slices.Concat(countries, others) {
		s := shares[i]
		percent := ""
		if percentages {
			percent = s.Percent.String()
		}
		at := fmt.Sprintf("%s[%d]", field, i)
		switch {
		case n < len(countries):
			m.empty(field, "recipient-country", "code", s.Area.Alpha2(), "percentage", percent)
			continue
		case s.Area.IsRegion():
			s.Vocabulary, s.Code = regionsM49, s.Area.String()
		case s.Area != 0:
			m.fail(at+".area", s.Area.String(), fmt.Errorf("%w: neither a country nor an M49 region", lac.ErrUnknownCode))
		}
		m.bare(at+".vocabulary", s.Vocabulary)
		m.bare(at+".code", s.Code)
		if _, ok := areaOf(s.Vocabulary, s.Code); !ok && s.Area == 0 {
			m.fail(at+".code", s.Code, lac.ErrUnknownCode)
		}
		m.empty(field, "recipient-region", "code", s.Code, "vocabulary", s.Vocabulary, "percentage", percent)
	}
}

// single refuses several parts where the standard has no percentages.
func (m *markup) single(field string, n int, percentages bool) {
	if n > 1 && !percentages {
		m.fail(field, "", fmt.Errorf("%w: %d in one transaction, which cannot say its parts", lac.ErrRange, n))
	}
}

func (m *markup) sectors(field string, shares []lac.SectorShare, percentages bool) {
	count, totals := map[string]int{}, map[string]decimal.Decimal{}
	for i, s := range shares {
		percent, list, code := "", s.Sector.Vocabulary, s.Sector.Code
		if percentages {
			percent = s.Percent.String()
		}
		if list == "" {
			list, code = sectorsDAC5, s.Sector.Purpose
			if len(code) == 3 {
				list = sectorsDAC3
			}
		}
		at := fmt.Sprintf("%s[%d].sector", field, i)
		m.bare(at+".vocabulary", list)
		m.bare(at+".code", code)
		if _, ok := sectorOf(list, code, false); !ok {
			m.fail(at, code, lac.ErrUnknownCode)
		}
		count[list]++
		totals[list] = totals[list].Add(s.Percent)
		m.single(field, count[list], percentages)
		attrs := []string{"vocabulary", list, "code", code, "percentage", percent}
		if word := s.Sector.Field; word != "" && (list == ofReporter || list == ofReporter2) {
			m.bare(at+".field", word)
			m.narrative(at, "sector", word, attrs...)
			continue
		}
		m.empty(field, "sector", attrs...)
	}
	// A record's purposes may be of both lengths: in the standard these are two lists.
	for _, list := range slices.Sorted(maps.Keys(totals)) {
		if total := totals[list]; !total.Equal(hundred) {
			m.fail(field, "", fmt.Errorf("%w: those of vocabulary %s add up to %s, not 100", lac.ErrRange, list, total))
		}
	}
}

func (m *markup) location(field string, l lac.Location) {
	if !onGlobe(l.Latitude, 90) || !onGlobe(l.Longitude, 180) {
		m.fail(field, l.Latitude.String()+" "+l.Longitude.String(), lac.ErrRange)
	}
	m.begin(field, "location")
	if l.Name != "" {
		m.narrative(field+".name", "name", l.Name)
	}
	if !l.Latitude.IsZero() || !l.Longitude.IsZero() {
		m.begin(field, "point", "srsName", "http://www.opengis.net/def/crs/EPSG/0/4326")
		m.leaf(field, "pos", l.Latitude.String()+" "+l.Longitude.String())
		m.end()
	}
	m.end()
}

// value writes an amount with the day at whose rate it is to be converted: if
// none is stated, the given one.
func (m *markup) value(field string, v lac.Money, on, missing lac.Date) {
	if !v.IsReported() {
		m.fail(field, "", lac.ErrMissing)
	}
	if on.IsZero() {
		on = missing
	}
	m.leaf(field, "value", v.Amount().String(), "currency", v.Currency().String(), "value-date!", on.String())
}

func (m *markup) budget(field string, b lac.Budget) {
	kind, _ := budgetTypes.code(b.Revised)
	status, _ := budgetStatuses.code(b.Committed)
	m.begin(field, "budget", "type", kind, "status", status)
	m.period(field+".period", b.Period)
	m.value(field+".value", b.Value, b.ValueDate, b.Period.First())
	m.end()
}

func (m *markup) transaction(field string, t lac.Transaction) {
	m.begin(field, "transaction")
	c, ok := transactionTypes.code(t.Type)
	if !ok {
		m.fail(field+".type", string(t.Type), lac.ErrMissing)
	}
	if t.PriceYear != 0 {
		m.fail(field+".price_year", fmt.Sprint(t.PriceYear), fmt.Errorf("%w: the standard has no constant prices", lac.ErrRange))
	}
	m.empty(field, "transaction-type", "code", c)
	m.empty(field, "transaction-date", "iso-date", m.day(field+".date", t.Date))
	m.value(field+".value", t.Value, t.ValueDate, t.Date.First())
	if t.Note != "" {
		m.narrative(field+".note", "description", t.Note)
	}
	if t.Provider != (lac.Participant{}) {
		m.organisation(field+".provider", "provider-org", t.Provider, "provider-activity-id", t.Provider.Activity)
	}
	if t.Receiver != (lac.Participant{}) {
		m.organisation(field+".receiver", "receiver-org", t.Receiver, "receiver-activity-id", t.Receiver.Activity)
	}
	m.sectors(field+".sectors", t.Sectors, false)
	m.areas(field+".areas", t.Areas, false)
	m.financeType(field+".finance_type", "finance-type", t.FinanceType)
	m.end()
}
