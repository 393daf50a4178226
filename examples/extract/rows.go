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

func claimRows(text string, o extract.Options) []claimRow {
	rows := []claimRow{}
	count := counter{text: text}
	for _, c := range extract.Claims(text, o) {
		start := count.at(c.Start)
		r := claimRow{
			Span: text[c.Start:c.End], Start: start, End: start + utf8.RuneCountInString(text[c.Start:c.End]),
			Kind: string(c.Form), Subject: c.Subject, Comparator: comparator(c.Stated.Comparator),
			Period: period(c.Period), Baseline: period(c.Baseline), Parties: c.Parties, Speaker: c.Speaker,
		}
		if r.Parties == nil {
			r.Parties = []string{}
		}
		r.Value, r.Unit = value(c.Stated.Value)
		r.High, _ = value(c.Stated.High)
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
		rows = append(rows, r)
	}
	return rows
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
