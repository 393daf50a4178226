package check

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/grammar"
)

// A ScopeDifference is a way in which what a reading's records are about differs from what
// the claim is about.
type ScopeDifference struct {
	// Of is the dimension: subject, prices, reporter, partner, flow, goods, period,
	// count or value.
	Of string   `json:"of"`
	Is Relation `json:"is"`
	// Areas are those that are left out of a part, that a whole has besides, or that
	// something else is of.
	Areas  []lac.Area `json:"areas,omitempty"`
	Period lac.Period `json:"period,omitzero"` // that the records are of
	// Word is the flow, the goods, the kind or the unit that the records are of.
	Word string `json:"word,omitempty"`
	Text string `json:"text"` // all that in English, in a few words
}

// A Relation is how what the records are about stands to what a claim is about.
type Relation string

const (
	isPart  Relation = "part"
	isWhole Relation = "whole" // of which the claim is about a part
	isOther Relation = "other" // something else
)

// String returns the difference in English.
func (d ScopeDifference) String() string { return d.Text }

// In returns the difference in a few words of a language, one of those of
// [Finding.Sentence].
func (d ScopeDifference) In(tag language.Tag) string {
	s := newSpeech(tag)
	return s.Differs(s.difference(d))
}

func (s speech) difference(d ScopeDifference) grammar.Difference {
	out := grammar.Difference{Of: d.Of, Is: string(d.Is), Word: d.Word, Time: timeOf(d.Period)}
	if d.Of == string(ofGoods) {
		out.Word = s.code(d.Word)
	}
	for _, a := range d.Areas {
		out.Areas = append(out.Areas, s.name(a))
	}
	return out
}

// texts returns differences in English.
func texts(all []ScopeDifference) string {
	var out []string
	for _, d := range all {
		out = append(out, d.Text)
	}
	return strings.Join(out, "; ")
}
