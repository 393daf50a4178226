package check

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/grammar"
	"github.com/sinolac/sinolac/lac/interval"
)

// Sentence returns the finding as one sentence, for readers of English, Spanish,
// Portuguese or Chinese; for other languages it is in English. It says the
// verdict, the claim by its form and measure, and what the records show: one
// reading for each side where the verdict depends on whose books they are.
//
// Numbers are in the language's form, rounded to three decimal places of their
// unit or scale word. The gist of claims that have no measure stays as it is.
func (f Finding) Sentence(tag language.Tag) string {
	s := newSpeech(tag)
	return s.Sentence(f.word(), s.clause(f), s.shown(f))
}

// word returns the verdict as the grammar has it.
func (f Finding) word() string {
	switch {
	case f.misrounded():
		return "misrounded"
	case f.Verdict == Mixed && f.inOneBook():
		return "mixed count"
	}
	return string(f.Verdict)
}

// inOneBook reports whether all readings that decide are from the same books.
func (f Finding) inOneBook() bool {
	books := map[string]bool{}
	for _, r := range f.Readings {
		if r.Deciding && r.Verdict != Undecided {
			books[r.Basis.Books] = true
		}
	}
	return len(books) == 1
}

// Word returns the finding's verdict in a word or two of the language, as
// [Finding.Sentence] has it: "Not enough data" for [Insufficient].
func (f Finding) Word(tag language.Tag) string {
	return newSpeech(tag).Verdict(f.word())
}

// Headline returns what findings come to, in the languages of
// [Finding.Sentence]: "3 claims hold, 1 depends on whose books, none is
// contradicted, 7 lack data".
func Headline(findings []Finding, tag language.Tag) string {
	counts := map[string]int{}
	for _, f := range findings {
		counts[string(f.Verdict)]++
	}
	return newSpeech(tag).Headline(counts)
}

// misrounded reports whether the records have the stated figure but for its last
// digit, which is cut and not rounded.
func (f Finding) misrounded() bool {
	return f.Verdict == Contradicted && slices.ContainsFunc(f.Readings, func(r Reading) bool {
		_, _, ok := truncated(f.Claim.Stated, r.Interval)
		return r.Deciding && r.Verdict == Contradicted && ok
	})
}

// clause returns what is claimed.
func (s speech) clause(f Finding) grammar.Clause {
	c := f.Claim
	m := s.measure(c.Measure)
	if c.Form == lac.FormRank || c.Form == lac.FormStreak {
		m.A, m.B = m.B, m.A // the partner has a place among those of the reporter
	}
	when := timeOf(c.Period)
	if m.Subject == string(lac.SubjectTies) && when.First == (grammar.Day{}) {
		when.First = when.Last // relations are counted on a day
	}
	return grammar.Clause{
		Form: string(c.Form), Measure: m, Of: s.measure(c.Of), Time: when, Base: timeOf(c.Baseline),
		Figure: statedFigure(c.Stated), Threshold: grammar.Figure{Value: ratOf(c.Threshold), Unit: unitText(c.Threshold.Unit())},
		Up: c.Direction == lac.Up, Place: c.Place, None: m.Subject == string(lac.SubjectTies) && c.Direction == lac.Down, WithTies: c.Over == lac.WithTies, Where: c.Where, Gist: c.Gist,
	}
}

// shown returns what the records show: of the readings that decide the first of
// each verdict, and where none decides the nearest.
func (s speech) shown(f Finding) grammar.Shown {
	out := grammar.Shown{
		Verdict: string(f.Verdict), Position: f.Verdict == NotCheckable, Event: f.Claim.Form == lac.FormEvent || f.Claim.Form == lac.FormTies,
		Pledge: f.Claim.Form == lac.FormPledge, Misrounded: f.misrounded(),
	}
	if len(f.Witnesses) > 0 {
		out.Covered = s.covered(f.Witnesses)
		return out
	}
	told := map[Verdict]bool{}
	var bases []Basis // of the readings that are told
	// The claimant's own words are the least near: they say the claim again.
	apart := slices.Clone(f.Readings)
	slices.SortStableFunc(apart, func(a, b Reading) int {
		return cmp.Compare(own(a), own(b))
	})
	for _, deciding := range []bool{true, false} {
		for _, r := range apart {
			decided := told[Supported] || told[Contradicted]
			switch {
			case r.Deciding != deciding, told[r.Verdict], !deciding && len(out.Readings) > 0, r.Verdict == Undecided && decided,
				saysNothing(f.Claim.Form, r) && !out.Event, r.Unit != f.Unit && f.Unit != "" && !out.Event:
				continue
			}
			told[r.Verdict] = true
			out.Readings = append(out.Readings, s.reading(f, r))
			bases = append(bases, r.Basis)
		}
	}
	if told[Supported] && told[Contradicted] {
		for i, b := range bases {
			out.Readings[i].Differs = append(out.Readings[i].Differs, s.ways(b, bases[len(bases)-1-i])...)
		}
		if a, b := bases[0], bases[len(bases)-1]; a.Books != b.Books && strings.Contains(a.Valuation, importsWithFreight) && a.Valuation == b.Valuation {
			out.Reason = s.Differs(grammar.Difference{Of: "way", Is: "each"})
		}
	}
	return out
}

// ways says in what a basis differs from another one.
func (s speech) ways(b, other Basis) []string {
	var out []string
	way := func(is string) { out = append(out, s.Differs(grammar.Difference{Of: "way", Is: is})) }
	switch {
	case b.Definition == other.Definition:
	case b.Definition == apart:
		way("apart")
	case b.Definition == asOne:
		way("one")
	}
	if len(b.Without) > 0 && len(other.Without) == 0 {
		out = append(out, s.Differs(s.difference(ScopeDifference{Of: string(ofPartner), Is: isPart, Areas: b.Without})))
	}
	if b.Valuation != other.Valuation {
		switch b.Valuation {
		case "exports FOB":
			way("fob")
		case importsWithFreight:
			way("cif")
		}
	}
	if b.Vintage != other.Vintage && (b.Vintage == "first" || b.Vintage == "latest") {
		way(b.Vintage)
	}
	if b.Conversion != "" && other.Conversion == "" {
		way("converted")
	}
	return out
}

// own is 1 for the claimant's own words and 0 for other readings.
func own(r Reading) int {
	if r.Why == ownWords {
		return 1
	}
	return 0
}

// saysNothing reports whether a reading is no more than that an amount is not
// below zero, or a share not above all.
func saysNothing(form lac.ClaimForm, r Reading) bool {
	if u := r.Interval.Upper; form == lac.FormShare && r.Interval.Lower.Sign() <= 0 && !u.IsNone() && u.Rat().Cmp(hundred.Rat()) >= 0 {
		return true
	}
	return r.Interval.IsUnknown() || r.Interval.Upper.IsNone() && r.Interval.Lower.Sign() <= 0
}

func (s speech) reading(f Finding, r Reading) grammar.Reading {
	out := grammar.Reading{Books: r.Basis.Books, Verdict: string(r.Verdict)}
	if f.Claim.Form == lac.FormEvent || f.Claim.Form == lac.FormTies || !r.Deciding && r.Basis.Period != f.Claim.Period {
		out.Time = timeOf(r.Basis.Period)
	}
	if !r.Deciding {
		out.Verdict = string(Undecided)
	}
	s.keeper(&out, r.Basis)
	out.Tie = string(r.Basis.Tie)
	if r.Verdict == Contradicted {
		out.Where = r.Basis.Place
	}
	out.Figure = intervalFigure(r.Interval, r.Unit)
	if first, last, ok := r.run(); ok {
		out.Figure = intervalFigure(interval.Point(big.NewRat(int64(last-first+1), 1)), r.Unit)
		out.Time = timeOf(lac.Years(first, last))
		return out
	}
	if !r.Interval.IsPoint() || f.Verdict == Mixed {
		for _, d := range r.Differs {
			if d.Of == string(ofPeriod) && !out.Time.IsZero() {
				continue // the time is said already
			}
			if text := s.Differs(s.difference(d)); text != "" && len(out.Differs) < mostDiffers && !slices.Contains(out.Differs, text) {
				out.Differs = append(out.Differs, text)
			}
		}
	}
	return out
}

// run returns the first and last year of the run of which is known that it began and held,
// where nothing is known of the years behind it: it is nearer to a claim than from none to
// all years.
func (r Reading) run() (first, last int, ok bool) {
	s := r.Streak
	if s == nil || s.Years > 0 || s.Broken == 0 || len(s.Unknown) == 0 {
		return 0, 0, false
	}
	first, last = s.Broken+1, s.Unknown[0]-1
	return first, last, first <= last && s.Last-last == len(s.Unknown)
}

// mostDiffers is how many differences a sentence tells of a bound, the first of them.
const mostDiffers = 2

func (s speech) covered(all []Witness) *grammar.Coverage {
	c := &grammar.Coverage{Of: len(all)}
	for _, w := range all {
		switch w.State {
		case Covered:
			c.Shown++
		case Unknown:
			c.Unknown = append(c.Unknown, s.name(w.Area))
		default:
			c.Lacking = append(c.Lacking, s.name(w.Area))
		}
	}
	return c
}

// measure returns what is measured.
func (s speech) measure(m lac.Measure) grammar.Measure {
	out := grammar.Measure{Subject: string(m.Subject), A: s.name(m.Reporter), B: s.name(m.Partner), Real: m.Real}
	switch m.Subject {
	case lac.SubjectTrade, lac.SubjectTradeRank:
		out.Subject = string(lac.SubjectTrade)
		if m.Flow != "" && m.Flow != lac.Turnover {
			out.Subject = string(m.Flow)
		}
	case lac.SubjectAgreement:
		out.Topic, out.Ends = strings.CutSuffix(m.Sector, exitSuffix)
	case lac.SubjectProjects:
		if m.Kind != "" {
			out.Subject = string(m.Kind)
		}
	}
	if m.Commodity != 0 && !m.Commodity.IsTotal() {
		if out.Goods = m.Commodity.Name(s.tag); out.Goods == "" {
			out.Goods = s.code(m.Commodity.String())
		}
	}
	return out
}

// code returns a code of goods as readers know it: HS 2603.
func (s speech) code(code string) string {
	edition, number, ok := strings.Cut(code, ":")
	switch {
	case !ok || edition == "":
		return code
	case edition[0] == 'H':
		return "HS " + number
	case edition[0] == 'S':
		return "SITC " + number
	}
	return code
}

// statedFigure returns a stated figure with its hedge.
func statedFigure(st lac.Stated) grammar.Figure {
	if !st.Value.IsReported() {
		if st.IsZero() {
			return grammar.Figure{}
		}
		return grammar.Figure{Quoted: st.String(), Vague: st.Vague}
	}
	hedge := string(st.Comparator)
	if st.Comparator == lac.Equal {
		hedge = ""
	}
	return grammar.Figure{Value: ratOf(st.Value), High: ratOf(st.High), Unit: unitText(st.Value.Unit()), Hedge: hedge}
}

func ratOf(q lac.Quantity) *big.Rat {
	if !q.IsReported() {
		return nil
	}
	return q.Amount().Rat()
}

func timeOf(p lac.Period) grammar.Time {
	return grammar.Time{First: dayOf(p.First()), Last: dayOf(p.Last())}
}

func dayOf(d lac.Date) grammar.Day {
	if d.IsZero() {
		return grammar.Day{}
	}
	return grammar.Day{Year: d.Year(), Month: int(d.Month()), Day: d.Day()}
}

func (s speech) difference(d ScopeDifference) grammar.Difference {
	out := grammar.Difference{Of: d.Of, Is: d.Is, Word: d.Word, Time: timeOf(d.Period)}
	if d.Of == string(ofGoods) {
		out.Word = s.code(d.Word)
	}
	for _, a := range d.Areas {
		out.Areas = append(out.Areas, s.name(a))
	}
	return out
}
