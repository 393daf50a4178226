package check

import (
	"math/big"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// Sentence returns the finding as one sentence, for readers of English, Spanish,
// Portuguese or Chinese; for other languages it is in English. It says the
// verdict, the claim by its form and measure, and what the records show: one
// reading for each side where the verdict depends on the basis.
//
// Numbers are in the language's form, rounded to three decimal places of their
// unit or scale word. Names of sources, and the gist of claims that have no
// measure, stay as they are recorded.
func (f Finding) Sentence(tag language.Tag) string {
	s := newSpeech(tag)
	sentence := s.say("sentence", s.say(string(f.Verdict)), s.claim(f), s.evidence(f))
	if s.words.contract != nil {
		sentence = s.words.contract.Replace(sentence)
	}
	return sentence
}

// A speech is a language to speak: the printer that has its phrases and its form
// of numbers.
type speech struct {
	*message.Printer
	tag   language.Tag
	words *vocabulary
}

func newSpeech(tag language.Tag) speech {
	_, i, confidence := languageMatcher.Match(tag)
	if confidence < language.High {
		i = 0 // English
	}
	return speech{message.NewPrinter(languages[i], message.Catalog(phrasebook)), languages[i], &vocabularies[i]}
}

// say returns a phrase of the phrasebook with its places filled.
func (s speech) say(phrase string, args ...any) string { return s.Sprintf(phrase, args...) }

// claim returns what is claimed as a clause.
func (s speech) claim(f Finding) string {
	c := f.Claim
	m, period, figure := s.measure(c.Measure), s.period(c.Period), s.figure(f)
	switch c.Form {
	case lac.FormLevel, lac.FormCount, lac.FormPledge:
		return s.say("says "+string(c.Form), m, period, figure)
	case lac.FormChange, lac.FormMultiple:
		return s.say("says "+string(c.Form), m, period, figure, s.span(c.Period), s.span(c.Baseline))
	case lac.FormShare:
		return s.say("says share", m, period, figure, s.measure(c.Of))
	case lac.FormRank:
		return s.say("says rank", s.area(c.Measure.Partner), s.area(c.Measure.Reporter), figure, period)
	case lac.FormStreak:
		return s.say("says streak", s.area(c.Measure.Partner), s.area(c.Measure.Reporter), s.number(big.NewRat(int64(c.Place), 1)), figure)
	case lac.FormCoverage:
		set := "in every member"
		if c.Over == lac.WithTies {
			set = "in every country with ties"
		}
		m := c.Measure
		partner := s.area(m.Partner)
		m.Partner = 0
		return s.say("says coverage", s.measure(m), s.say(set, partner), period)
	}
	return s.say("says", c.Gist)
}

// figure returns the stated figure: what the statement's words mean, or the word
// itself where it gave none.
func (s speech) figure(f Finding) string {
	st := f.Claim.Stated
	if !st.Value.IsReported() {
		return s.say("quoted", st.String())
	}
	value, unit := st.Value.Amount().Rat(), f.shown(st.Value.Unit())
	amount := s.amount(value, unit)
	switch st.Comparator {
	case lac.Between:
		return s.say("from to", s.amount(value, unit), s.amount(st.High.Amount().Rat(), unit))
	case lac.Over, lac.AtLeast, lac.Under, lac.UpTo, lac.Nearly, lac.About:
		return s.say(string(st.Comparator), amount)
	}
	return amount
}

// shown returns the unit to say beside a figure: none for a count, whose measure
// names what is counted.
func (f Finding) shown(u lac.Unit) lac.Unit {
	if _, money := u.Currency(); !money && (f.Claim.Form == lac.FormCount || f.Claim.Form == lac.FormPledge) {
		return ""
	}
	return u
}

// evidence returns what the records show.
func (s speech) evidence(f Finding) string {
	switch {
	case f.Verdict == NotCheckable:
		return s.say("a view")
	case len(f.Witnesses) > 0:
		return s.witnesses(f.Witnesses)
	}
	var shown []string
	for _, verdict := range []Verdict{Supported, Contradicted, Undecided} {
		i := slices.IndexFunc(f.Readings, func(r Reading) bool { return r.Deciding && r.Verdict == verdict })
		if i < 0 || verdict == Undecided && (len(shown) > 0 || f.Readings[i].Interval.IsUnknown()) {
			continue
		}
		r := f.Readings[i]
		if f.Claim.Form == lac.FormEvent {
			shown = append(shown, s.say("recorded", r.Basis.Books))
			continue
		}
		books := r.Basis.Books
		if r.Basis.Reporter != 0 {
			books = s.say("own books", s.area(r.Basis.Reporter))
		}
		shown = append(shown, s.say("by books", books, s.interval(r.Interval, f.shown(r.Unit))))
	}
	switch {
	case len(shown) == 0 && f.Verdict == Insufficient:
		return s.say("no basis")
	case len(shown) == 0:
		return s.say("no reading")
	case f.Verdict == Insufficient:
		return s.say("too little", strings.Join(shown, s.words.listed))
	}
	return strings.Join(shown, s.words.listed)
}

func (s speech) witnesses(all []Witness) string {
	var covered int64
	var unknown, lacking []string
	for _, w := range all {
		switch w.State {
		case Covered:
			covered++
		case Unknown:
			unknown = append(unknown, s.area(w.Area))
		default:
			lacking = append(lacking, s.area(w.Area))
		}
	}
	out := s.say("shown for", s.number(big.NewRat(covered, 1)), s.number(big.NewRat(int64(len(all)), 1)))
	for _, group := range []struct {
		phrase string
		areas  []string
	}{{"not shown", lacking}, {"not known", unknown}} {
		if len(group.areas) > 0 {
			out += s.words.listed + s.say(group.phrase, strings.Join(group.areas, s.words.comma))
		}
	}
	return out
}

// interval returns what a reading says as prose.
func (s speech) interval(i interval.Interval, u lac.Unit) string {
	switch {
	case i.IsUnknown():
		return s.say("nothing known")
	case i.IsPoint():
		return s.amount(i.Lower.Rat(), u)
	case i.Upper.IsNone() && i.Lower.IsOpen():
		return s.say(string(lac.Over), s.amount(i.Lower.Rat(), u))
	case i.Upper.IsNone():
		return s.say(string(lac.AtLeast), s.amount(i.Lower.Rat(), u))
	case i.Lower.IsNone() && i.Upper.IsOpen():
		return s.say(string(lac.Under), s.amount(i.Upper.Rat(), u))
	case i.Lower.IsNone():
		return s.say(string(lac.UpTo), s.amount(i.Upper.Rat(), u))
	}
	return s.say("from to", s.amount(i.Lower.Rat(), u), s.amount(i.Upper.Rat(), u))
}

// measure returns a noun phrase for what is measured, with its sides.
func (s speech) measure(m lac.Measure) string {
	key := string(m.Subject)
	switch m.Subject {
	case lac.SubjectTrade:
		switch m.Flow {
		case lac.Export, lac.Import:
			key = string(m.Flow)
		}
	case lac.SubjectProjects:
		if m.Kind != "" {
			key = string(m.Kind)
		}
	}
	if !phrases.has("of " + key) {
		return s.say("of anything", strings.ReplaceAll(key, "-", " "), s.sides(m))
	}
	if m.Partner == 0 {
		return s.say("only "+key, s.area(m.Reporter))
	}
	return s.say("of "+key, s.area(m.Reporter), s.area(m.Partner))
}

func (s speech) sides(m lac.Measure) string {
	return strings.Join(slices.DeleteFunc([]string{s.area(m.Reporter), s.area(m.Partner)}, func(a string) bool { return a == "" }), "-")
}

func (s speech) area(a lac.Area) string {
	if a == 0 {
		return ""
	}
	name := a.Name(s.tag)
	if a.IsBloc() && a != lac.EuropeanUnion {
		name = a.String()
	}
	if s.words.article != nil {
		name = s.words.article(a, name) + name
	}
	return name
}

// period returns a phrase of time: in a year, up to a day, from a year to
// another.
func (s speech) period(p lac.Period) string {
	first, last := p.First(), p.Last()
	whole := (first.IsZero() || first.Month() == 1 && first.Day() == 1) && (last.IsZero() || last.Month() == 12 && last.Day() == 31)
	switch {
	case p.IsZero():
		return ""
	case p.IsYear():
		return s.say("in", s.year(first))
	case first.IsZero() && whole:
		return s.say("up to", s.year(last))
	case last.IsZero() && whole:
		return s.say("since", s.year(first))
	case whole:
		return s.say("over", s.year(first), s.year(last))
	case first == last:
		return s.say("on", s.day(first))
	case first.IsZero():
		return s.say("up to", s.day(last))
	case last.IsZero():
		return s.say("since", s.day(first))
	case p == lac.Month(first.Year(), first.Month()):
		return s.say("in", s.month(first))
	}
	return s.say("over", s.day(first), s.day(last))
}

// span returns a period by name: a year, a month, or what it is in ISO 8601.
func (s speech) span(p lac.Period) string {
	switch first := p.First(); {
	case p.IsYear():
		return s.year(first)
	case !first.IsZero() && p == lac.Month(first.Year(), first.Month()):
		return s.month(first)
	}
	return p.String()
}

func (s speech) year(d lac.Date) string { return s.say("year", plain(d.Year())) }

func (s speech) month(d lac.Date) string {
	return s.say("month", s.words.months[d.Month()-1], plain(d.Year()), plain(int(d.Month())))
}

func (s speech) day(d lac.Date) string {
	return s.say("day", plain(d.Day()), s.words.months[d.Month()-1], plain(d.Year()), plain(int(d.Month())))
}
