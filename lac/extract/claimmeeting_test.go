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
