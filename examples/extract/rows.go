package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// A claimRow is a claim as this program prints it. A value or period that is not
// given is null.
type claimRow struct {
	Span       string   `json:"span"`
	Start      int      `json:"start"` // code points
	End        int      `json:"end"`
	Kind       string   `json:"kind"`
	Subject    string   `json:"subject"`
	Value      *string  `json:"value"`
	High       *string  `json:"high,omitempty"` // of a range
	Unit       string   `json:"unit"`
	Comparator string   `json:"comparator"`
	Period     *string  `json:"period"`
	Baseline   *string  `json:"baseline_period"`
	Parties    []string `json:"parties"`
	Speaker    string   `json:"speaker,omitempty"`
	Of         string   `json:"of,omitempty"`
	Rate       string   `json:"rate,omitempty"`
	Modality   string   `json:"modality,omitempty"`
}

// A counter turns byte offsets into code points; they must not decrease.
type counter struct {
	text          string
	bytes, points int
}

func (c *counter) at(offset int) int {
	if offset < c.bytes {
		c.bytes, c.points = 0, 0
	}
	c.points += utf8.RuneCountInString(c.text[c.bytes:offset])
	c.bytes = offset
	return c.points
}

// A lineRow is a claimRow with the claim that package check reads, whose offsets
// count bytes; Missing says why it cannot be checked.
type lineRow struct {
	claimRow
	Claim   lac.Claim `json:"claim"`
	Missing []string  `json:"missing,omitempty"`
}

// rowsOf returns a row for each claim of a text.
func rowsOf(text string, o extract.Options) []claimRow {
	rows := []claimRow{}
	count := counter{text: text}
	for c := range extract.All(text, o) {
		rows = append(rows, count.row(c))
	}
	return rows
}

// row returns a claim of the text as this program prints it.
func (n *counter) row(c extract.Claim) claimRow {
	stated, start := asWritten(c), n.at(c.Start)
	span := n.text[c.Start:c.End]
	r := claimRow{
		Span: span, Start: start, End: start + utf8.RuneCountInString(span),
		Kind: string(c.Form), Subject: c.Subject, Comparator: comparator(stated.Comparator),
		Period: period(c.Period), Baseline: period(c.Baseline), Parties: c.Parties, Speaker: c.Speaker,
	}
	if r.Parties == nil {
		r.Parties = []string{}
	}
	r.Value, r.Unit = value(stated.Value)
	r.High, _ = value(stated.High)
	if c.Form == lac.FormEvent {
		r.Kind, r.Unit = "meeting", "meeting"
	}
	if c.Whole.IsReported() {
		r.Of = c.Whole.Amount().String()
	}
	if c.PerYear {
		r.Rate = "per year"
	}
	if c.Forecast {
		r.Modality = "forecast"
	}
	return r
}

// asWritten returns the figure of a claim as its text has it: the size of a deficit,
// which is a balance below zero.
func asWritten(c extract.Claim) lac.Stated {
	s := c.Stated
	if c.Form != lac.FormLevel || c.Measure.Flow != lac.Balance || s.Value.Sign() >= 0 || strings.ContainsAny(s.Text, "-−") {
		return s
	}
	size := func(q lac.Quantity) lac.Quantity {
		if n, err := lac.NewQuantity(q.Amount().Neg(), q.Unit()); err == nil && q.IsReported() {
			return n
		}
		return q
	}
	if s.Value = size(s.Value); s.High.IsReported() {
		s.Value, s.High = size(s.High), s.Value
	}
	turned := map[lac.Comparator]lac.Comparator{lac.Over: lac.Under, lac.Under: lac.Over, lac.AtLeast: lac.UpTo, lac.UpTo: lac.AtLeast}
	if t, ok := turned[s.Comparator]; ok {
		s.Comparator = t
	}
	return s
}

func value(q lac.Quantity) (*string, string) {
	if !q.IsReported() {
		return nil, ""
	}
	v := q.Amount().String()
	switch u := q.Unit(); u {
	case lac.UnitPoints:
		return &v, "pp"
	case lac.UnitTonnes:
		return &v, "tonnes"
	default:
		return &v, string(u)
	}
}

func comparator(c lac.Comparator) string {
	switch c {
	case "":
		return string(lac.Equal)
	case lac.Nearly:
		return "near_below"
	case lac.About:
		return "approx"
	}
	return string(c)
}

func period(p lac.Period) *string {
	if p.IsZero() {
		return nil
	}
	s := p.String()
	if strings.Contains(s, "Q") { // a quarter by its months, as other periods of months are
		s = fmt.Sprintf("%04d-%02d/%04d-%02d", p.First().Year(), p.First().Month(), p.Last().Year(), p.Last().Month())
	}
	return &s
}
