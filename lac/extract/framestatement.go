package extract

import (
	"fmt"
	"iter"
	"strings"
	"unicode"

	"github.com/sinolac/sinolac/lac"
)

// Statement reads a text as a statement: who speaks, where and when, and those of
// its claims that package check can run, each with its speaker. It also returns
// every claim found, with what is missing for those that are not in the statement.
//
// A claim about a meeting or a pledge is one only if [Options.Records] has
// the meeting or pledge, which it then refers to. What somebody is reported to say
// without a claim in it is a position, [lac.FormPosition].
//
// ID, Source, Publisher and Title are for the caller to fill in. The statement's
// date is that of the options; where these have none it is the first day that the
// text names.
func Statement(text string, o Options) (lac.Statement, []Claim) {
	var ready []lac.Claim
	claims := []Claim{}
	st := Each(text, o, func(found Claim, whole lac.Claim) bool {
		if len(found.Missing) == 0 {
			ready = append(room(ready, len(text), found.Start), whole)
		}
		if found.Form != lac.FormPosition {
			claims = append(room(claims, len(text), found.Start), found)
		}
		return true
	})
	st.Claims = ready
	return st, claims
}

// Each reads a text as [Statement] does, and hands over the claims and positions one
// after the other: each as the text has it and, where nothing is missing, as package
// check takes it. It keeps none, and so needs little memory for a text of any length;
// the statement that it returns has no claims. It stops where take returns false.
func Each(text string, o Options, take func(found Claim, whole lac.Claim) bool) lac.Statement {
	if o.Date.IsZero() {
		o.Date = firstDay(text, o)
	}
	n := 0 // claims of the statement
	frame := &frameReader{headings: true}
	read(text, o, frame, func(found []draft) bool {
		for _, p := range frame.positions { // those before the claims
			p = position(p, n)
			if n++; !take(Claim{Claim: p}, p) {
				return false
			}
		}
		frame.positions = frame.positions[:0]
		for i := range found {
			d := &found[i]
			whole, ok := d.complete(o, n)
			if ok {
				n++
			}
			if !take(d.Claim, whole) {
				return false
			}
		}
		return true
	})
	return lac.Statement{
		Date: o.Date, Language: languageOf(text, o.Language).String(), Text: text,
		Speakers: frame.speakers, Event: frame.event, Place: frame.place,
	}
}

func position(p lac.Claim, n int) lac.Claim {
	p.ID = fmt.Sprintf("%s-%d", p.Form, n+1)
	return p
}

// firstDay returns the first day that text names with its year.
func firstDay(text string, o Options) lac.Date {
	lang := languageOf(text, o.Language)
	r := newSentenceReader(text, lang)
	defer r.close()
	for range 20 {
		s, ok := r.next()
		if !ok {
			break
		}
		calendar{}.times(&s)
		for _, m := range s.times {
			if p := m.period; !p.IsZero() && p.First() == p.Last() {
				return p.First()
			}
		}
	}
	return lac.Date{}
}

// complete returns the claim as package check takes it; false, with what is
// missing, if it cannot be one.
func (d *draft) complete(o Options, n int) (lac.Claim, bool) {
	miss := func(format string, args ...any) {
		d.Missing = append(d.Missing, fmt.Sprintf(format, args...))
	}
	c := d.Claim.Claim
	c.ID = fmt.Sprintf("%s-%d", c.Form, n+1)
	if o.Date.IsZero() && d.Period.IsZero() {
		miss("the date of the text")
	}
	if len(d.Missing) > 0 {
		return c, false
	}
	asOf := until(o.Date.Period())
	if c.Form == lac.FormCoverage && c.Stated.Value.Unit() == lac.UnitPercent {
		// Of every member: so many as there are, if their number is said.
		c.Stated.Value, c.Stated.Digits = d.Whole, d.Whole.Amount().NumDigits()
		if !d.Whole.IsReported() {
			c.Stated = lac.Stated{}
		}
	}
	switch c.Form {
	case lac.FormCount, lac.FormCoverage:
		if c.Period.IsZero() || c.Period.Contains(o.Date.Period()) && c.Period.First().IsZero() {
			c.Period = asOf
		}
	case lac.FormPledge:
		made := c.Period
		c.Period = asOf
		switch {
		case d.promised && !d.PerYear && !made.First().IsZero() && !made.Last().IsZero() && !made.Last().After(o.Date):
			c.Form, c.Period = lac.FormPledged, made // whether it was, not how far it is
		default:
			if c.Refers = findPledge(d, o); c.Refers != "" {
				break
			}
			miss("a record of the pledge")
		}
	case lac.FormEvent:
		if c.Measure.Subject == lac.SubjectAgreement || c.Measure.Subject == lac.SubjectTies {
			break
		}
		if c.Refers = findMeeting(d, o); c.Refers == "" {
			miss("a record of the meeting")
		}
	case lac.FormRank, lac.FormStreak, lac.FormTrend:
		// Trade is counted by the year: the last whole one is meant.
		year := c.Period
		if year.IsZero() || year.Last().IsZero() || year.First() == year.Last() || !year.Last().Before(o.Date) && !o.Date.IsZero() {
			year = lac.Year(o.Date.Year() - 1)
		}
		if c.Period = year; c.Form == lac.FormStreak {
			c.Period = until(year)
		}
	}
	if len(d.Missing) == 0 {
		if err := c.Validate(); err != nil {
			miss("%v", err)
		}
	}
	return c, len(d.Missing) == 0
}

// findPledge returns the ID of the pledge in the records that a claim repeats:
// of the same subject and quantity, the last one made by then.
func findPledge(d *draft, o Options) string {
	if o.Records == nil {
		return ""
	}
	id, made := "", lac.Date{}
	for p := range o.Records.Pledges() {
		if p.Measure.Subject != d.Measure.Subject || p.Target.Value != d.Stated.Value || p.PerYear != d.PerYear {
			continue
		}
		first := p.Made.First()
		if !o.Date.IsZero() && first.After(o.Date) || id != "" && first.Before(made) {
			continue
		}
		id, made = p.ID, first
	}
	return id
}

// findMeeting returns the ID of the one meeting in the records that a claim can
// mean, by its number, its date, and its name or one of its parties.
func findMeeting(d *draft, o Options) string {
	if o.Records == nil {
		return ""
	}
	id := ""
	for m := range o.Records.Meetings() {
		number := d.Stated.Value
		if number.IsReported() && m.Ordinal > 0 && number != lac.QuantityOf(int64(m.Ordinal), lac.UnitRank) {
			continue
		}
		if !o.maybeOf(d, m) {
			continue
		}
		named := d.names(m)
		if number.IsReported() && m.Ordinal > 0 {
			named = named || d.concerns(m)
			if !d.Period.IsZero() && !near(d.Period, m.Date) {
				continue
			}
		} else if !d.Period.Overlaps(m.Date) {
			continue
		}
		if !named {
			continue
		}
		if id != "" {
			return "" // it may be either
		}
		id = m.ID
	}
	return id
}

// maybeOf reports whether the parties of a claim are those of a meeting of China with Latin
// America, and none has no part in it: a forum with Africa, of the G20. A country of the
// region may be where it was held.
func (o Options) maybeOf(d *draft, m lac.Meeting) bool {
	region := false
	for _, code := range d.Parties {
		a, err := lac.ParseArea(code)
		if known := partyAreas[code]; known != 0 {
			a, err = known, nil
		}
		switch {
		case err == nil && (a == lac.China || a == lac.CELAC || a == lac.LatinAmericaCaribbean):
			region = region || a != lac.China
		case strings.Contains(m.Title+" "+m.Series, code):
			region = true
		case err == nil && a.IsCountry() && lac.LatinAmericaCaribbean.Contains(a, o.Date):
			// where it was held
		default:
			return false
		}
	}
	return region
}

// near reports whether a meeting is the one meant although its date may be wrong:
// within two months.
func near(p, q lac.Period) bool {
	if p.Overlaps(q) {
		return true
	}
	const days = 62
	return !p.First().IsZero() && !p.Last().IsZero() && lac.Days(p.First().AddDays(-days), p.Last().AddDays(days)).Overlaps(q)
}

// concerns reports whether the name of a meeting has the letters of a party of
// the claim.
func (d *draft) concerns(m lac.Meeting) bool {
	for w := range nameWords(m.Title + " " + m.Series) {
		for _, code := range d.Parties {
			if code != lac.China.String() && strings.EqualFold(w, code) {
				return true
			}
		}
	}
	return false
}

// names reports whether a claim has two words of the name of a meeting.
func (d *draft) names(m lac.Meeting) bool {
	shared := 0
	for w := range nameWords(d.Subject) {
		for v := range nameWords(m.Title) {
			if len(w) > 3 && strings.EqualFold(v, w) {
				shared++
				break
			}
		}
	}
	return shared >= 2
}

func nameWords(name string) iter.Seq[string] {
	return strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) })
}
