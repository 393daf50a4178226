package extract

import (
	"github.com/sinolac/sinolac/lac"
	"golang.org/x/text/language"
)

// Options is what is known of a text beforehand. The zero Options is usable.
type Options struct {
	// Language of the text: English, Spanish, Portuguese or Chinese. For any
	// other, [language.Und] included, the text decides.
	Language language.Tag
	// Date of the document, to which "last year" and "a decade ago" are
	// relative. Without it such a time stays not stated.
	Date lac.Date
	// Records are where [Statement] looks up the meeting or the pledge that a
	// claim speaks of; nil: nowhere.
	Records *lac.Dataset
}

// A Claim is a claim found in a text.
//
// Of the [lac.Claim] in it, Form, Stated, Period, Baseline, Speaker, Start and End
// are as the text has them: a period that is not stated is zero, the figure of a
// change is negative where the text speaks of a fall. [Statement] completes what
// package check needs.
type Claim struct {
	lac.Claim
	// Subject is what the figure is about, in words of the text.
	Subject string `json:"subject,omitempty"`
	// Parties are those that the claim is about, as far as the text names
	// them near it: the text of a [lac.Area], or the letters by which the press
	// knows a region, group or organisation (LAC, AFR, ASEAN, AIIB).
	Parties []string `json:"parties,omitempty"`
	// Whole is the set of which a coverage claim counts a part, or all: 68
	// countries in "23 of 68 countries", 14 in "all 14 states".
	Whole lac.Quantity `json:"whole,omitzero"`
	// PerYear says that the figure is for every year.
	PerYear bool `json:"per_year,omitempty"`
	// Forecast says that it is expected, neither done nor promised.
	Forecast bool `json:"forecast,omitempty"`
	// Missing says what keeps the claim from being checked: empty once
	// [Statement] has made it one that package check can run.
	Missing []string `json:"missing,omitempty"`
}

// A draft is a claim on its way, with what its words told.
type draft struct {
	Claim
	from, to int // words of its sentence
	at       int // that of its figure
	topic    topic
	kind     lac.ProjectKind // of the projects that are counted
	// contest is, of a rank among trading partners, the flow of trade by which it is one.
	contest lac.TradeFlow
	// of is, of such a rank, whose partner holds it and who that is.
	of sides
	n  int // the place itself
	// promised is set for a pledge of which the nearest verb tells that it was made.
	promised bool
	// now is set if it speaks of now, span if its time goes from one year to
	// another, other if its time is one that the text compares with.
	now, span, other bool
	// fiscal is set if its time is a year that is not the calendar's.
	fiscal bool
	// earlier is set if its time is only known to be before that of the next claim.
	earlier bool
}

// before reports whether a claim is of the same kind as the one ahead of it in the sentence
// and of an earlier time, with which that is compared: 34 percent in 2024, from 32 in 2023.
func (d *draft) before(ahead *draft) bool {
	return d.Form == ahead.Form && d.Stated.Value.Unit() == ahead.Stated.Value.Unit() && !d.Period.Last().IsZero() && !ahead.Period.First().IsZero() && d.Period.Last().Before(ahead.Period.First())
}

// usedAside reports whether word k is one that a time, or another claim, rests on.
func (d *draft) usedAside(w word, k int) bool { return w.used && (k < d.from || k >= d.to) }

// A claimReader finds the claims of one sentence after the other.
type claimReader struct {
	calendar calendar
	areas    map[string]lac.Area // by the codes of parties
	byLetter map[string][]string // those codes by the character that may stand for one
	checked  bool                // the claims are for package check: they get a gist and its forms
	found    []draft             // of the sentence, used again for the next
	way      way                 // along its words, used again too
	before   context             // of the sentence before
	seen     map[string]bool     // the parties that the text has named so far
	rest     []draft             // of the claims of the sentence, those after the one that is measured
	all      []draft             // the claims of the sentence
	pair     sides               // that the text is about
	voice    lac.Area            // of the one who speaks, zero if it is not known
}

// A context is what a sentence leaves unsaid because the one before said it.
type context struct {
	parties []string
	topic   topic
	subject string
	period  lac.Period
	fiscal  bool            // that time is a fiscal year
	unit    lac.Unit        // of things counted
	money   lac.Unit        // the currency spoken of
	measure lac.Measure     // of trade that the claim before had
	about   lac.Area        // the one area that the sentence names, if it begins with it
	flows   [2]lac.Quantity // the exports and imports of that measure's sides that were told last
	toldAt  lac.Period      // the time of both
	here    bool            // that claim is of this sentence
	books   lac.Area        // whose statistics the sentence of that claim names
	teller  lac.Area        // the side as whose that trade is told, zero if as that of both
}

// tell keeps an amount of a flow, and forgets those of others.
func (c *context) tell(m lac.Measure, d *draft) {
	flow := map[lac.TradeFlow]int{lac.Export: 1, lac.Import: 2}[m.Flow] - 1
	if flow < 0 || d.Form != lac.FormLevel || m.Commodity != 0 || m.Figure != "" {
		return
	}
	if o := c.measure; o.Reporter != m.Reporter || o.Partner != m.Partner || c.toldAt != d.Period {
		c.flows = [2]lac.Quantity{}
	}
	c.flows[flow], c.toldAt = d.Stated.Value, d.Period
}

// difference reports whether an amount is, to a fiftieth, what lies between the exports
// and the imports that were told last.
func (c *context) difference(amount lac.Quantity) bool {
	x, m := c.flows[0], c.flows[1]
	if !x.IsReported() || !m.IsReported() || x.Unit() != m.Unit() || amount.Unit() != x.Unit() {
		return false
	}
	said := amount.Amount().Abs()
	off := x.Amount().Sub(m.Amount()).Abs().Sub(said).Abs()
	return off.Shift(2).LessThanOrEqual(said.Add(said))
}

// sides are the two areas that a claim is between.
type sides struct{ reporter, partner lac.Area }
