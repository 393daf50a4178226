package check_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// What is said of relations and of memoranda on the Belt and Road, against the dates that
// the almanac's sources give. An answer is worked out by hand from those dates; what lies
// after the last day that a source knows of, or on a day on which sources differ, is open.
func TestVerdictsOfRelations(t *testing.T) {
	data := almanacData(t)
	const yes, no, open = check.Supported, check.Contradicted, check.Insufficient
	for _, tt := range []struct {
		why, form, partner, period, direction string
		want                                  check.Verdict
	}{
		// None on a day.
		{"never had them by May 2025", "ties", "GTM", "2024-12-20", "down", yes},
		{"nor in 1990", "ties", "HTI", "1990-05-01", "down", yes},
		{"suspended in 2007", "ties", "LCA", "2024-05-23", "down", yes},
		{"suspended in 1989", "ties", "BLZ", "1989-10-24", "down", yes},
		{"had them from 1987 to 1989", "ties", "BLZ", "1988-06-01", "down", no},
		{"established in 1974", "ties", "BRA", "2024-08-15", "down", no},
		{"established on 26 March 2023", "ties", "HND", "2023-03-20", "down", yes},
		{"on that very day they began", "ties", "HND", "2023-03-26", "down", open},
		{"on its eve, and clocks differ", "ties", "HND", "2023-03-25", "down", open},
		{"on its eve", "ties", "HND", "2023-03-25", "", open},
		{"two days before", "ties", "HND", "2023-03-24", "", no},
		{"the day after", "ties", "HND", "2023-03-27", "down", no},
		{"12 or 13 June 2017, as sources have it", "ties", "PAN", "2017-06-12", "down", open},
		{"the same, had", "ties", "PAN", "2017-06-12", "", open},
		{"signed on 1 June 2007, made public on 7 June", "ties", "CRI", "2007-06-03", "down", open},
		{"9 February, 19 February or 19 March 1972", "ties", "ARG", "1972-03-01", "", open},
		{"by all of them", "ties", "ARG", "1972-03-20", "", yes},
		{"the source knows of them up to 6 March 2026", "ties", "PRY", "2026-03-06", "down", yes},
		{"later is not known", "ties", "PRY", "2026-11-30", "down", open},
		{"nor of those that have them", "ties", "HND", "2026-11-30", "down", open},
		{"some days of the year, not others", "ties", "PAN", "2017", "down", open},
		{"the year before", "ties", "PAN", "2016", "down", yes},
		{"had them for ten months of that year", "ties", "NIC", "1990", "", open},
		// Since.
		{"none since 2007", "ties", "LCA", "2007-01-01/2024-05-23", "down", yes},
		{"none since 1997, when they began", "ties", "LCA", "1997-01-01/2024-05-23", "down", no},
		{"never had any: since when says nothing", "ties", "PRY", "1957-01-01/2024-05-23", "down", open},
		{"none between 1990 and 2021", "ties", "NIC", "1990-01-01/2021-12-31", "down", no}, // resumed on 10 December 2021
		{"none from 1990", "ties", "NIC", "1990-01-01/2020-12-31", "down", yes},
		{"since 1985, with an interruption of 31 years", "ties", "NIC", "1985-01-01/2025-06-09", "", no},
		{"since they were resumed", "ties", "NIC", "2021-01-01/2025-06-09", "", yes},
		{"since another year", "ties", "NIC", "2007-01-01/2025-06-09", "", no},
		{"fifty years", "ties", "SUR", "1976-01-01/2024-02-01", "", yes},
		{"Taiwan's side: no record", "ties:TWN", "PRY", "2024-05-23", "", open},
		// Ended.
		{"suspended on 9 November 1990", "event", "NIC", "1990-11", "down", yes},
		{"in another year", "event", "NIC", "1991", "down", no},
		{"in August 1989", "event", "GRD", "1989", "down", yes},
		{"suspended on 5 May 2007", "event", "LCA", "2007-05-04", "down", open}, // a day apart
		{"never had any", "event", "GTM", "2010", "down", no},
		{"held from 1970 on", "event", "CHL", "1973", "down", no},
		{"whether they end after the last day known", "event", "HND", "2026-10", "down", open},
		{"had not begun", "event", "PAN", "2010", "down", open},
		{"of Taiwan's relations nothing is on record", "event:TWN", "SLV", "2018-08", "down", open},
		// Resumed and established.
		{"resumed on 20 January 2005", "event", "GRD", "2005-01", "", yes},
		{"established on 13 June 2017", "event", "PAN", "2018", "", no},
	} {
		t.Run(tt.form+" "+tt.partner+" "+tt.period+" "+tt.direction+" "+tt.why, func(t *testing.T) {
			form, reporter, _ := strings.Cut(tt.form, ":")
			c := lac.Claim{ID: "c", Gist: tt.why, Form: lac.ClaimForm(form), Direction: lac.Direction(tt.direction), Period: period(t, tt.period),
				Measure: lac.Measure{Subject: lac.SubjectTies, Reporter: lac.China, Partner: country(tt.partner)}}
			if reporter != "" {
				c.Measure.Reporter = country(reporter)
			}
			f := find(t, data, c, check.Default())
			if f.Verdict != tt.want {
				t.Errorf("%s, want %s: %s %v %v", f.Verdict, tt.want, f.Sentence(language.English), f.Notes, f.Missing)
			}
			if tt.want == open && len(f.Missing) == 0 && len(f.Readings) == 0 {
				t.Error("open without a word on what is missing, or on what is nearest")
			}
		})
	}
}
