package extract_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// TestMeetingsReferToTheirRecord: a claim refers to the meeting that it is of, however it
// is named, and never to one of another forum.
func TestMeetingsReferToTheirRecord(t *testing.T) {
	data := dataset(t)
	for line := range strings.Lines(fixture(t, "meetings.tsv")) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "lang" {
			continue
		}
		if len(cells) != 3 {
			t.Fatalf("malformed line %q", line)
		}
		st, all := extract.Statement(cells[1], extract.Options{Language: language.Make(cells[0]), Date: lac.DateOf(2025, 6, 9), Records: data})
		got := "-"
		for _, c := range st.Claims {
			if c.Form == lac.FormEvent {
				got = c.Refers
			}
		}
		if got != cells[2] {
			t.Errorf("%s: refers to %s, want %s; all %v", cells[1], got, cells[2], all)
		}
	}
}

// TestCountryOfAMeeting: where no town is named, the country in which a meeting was held is
// read, and no other that the sentence names.
func TestCountryOfAMeeting(t *testing.T) {
	data := dataset(t)
	for text, want := range map[string]string{
		"en The second ministerial meeting of the China-CELAC Forum was held in Uruguay in January 2018.":                  "Uruguay",
		"es La segunda reunión ministerial del Foro China-CELAC se celebró en Chile en enero de 2018.":                     "Chile",
		"pt A segunda reunião ministerial do Foro China-CELAC foi realizada no Peru em janeiro de 2018.":                   "Peru",
		"en The fourth ministerial meeting of the China-CELAC Forum was held in Beijing, China, in May 2025.":              "Beijing",
		"en In a year of drought in Brazil, the fourth ministerial meeting of the China-CELAC Forum was held in May 2025.": "",
	} {
		st, all := extract.Statement(text[3:], extract.Options{Language: language.Make(text[:2]), Date: lac.DateOf(2025, 6, 9), Records: data})
		got := "no event"
		for _, c := range st.Claims {
			if c.Form == lac.FormEvent {
				got = c.Where
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q; all %v", text, got, want, all)
		}
	}
}
