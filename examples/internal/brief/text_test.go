package brief

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// No period has dots, and no note an ID.
func TestPlainWords(t *testing.T) {
	for text, want := range map[string]string{"../2025-05-13": "up to 2025-05-13", "2015/..": "from 2015 on", "2015/2019": "of 2015/2019", "2024": "of 2024"} {
		p, err := lac.ParsePeriod(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := of(language.English, p); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	b := Briefing{Pledges: []check.PledgeFinding{
		{Pledge: lac.Pledge{ID: "pledge-a", Made: lac.Year(2014)}, Unit: lac.UnitPlaces},
		{Pledge: lac.Pledge{ID: "pledge-a-more", Made: lac.Year(2015)}, Unit: lac.UnitPlaces},
	}}
	a, more := promised(b.Pledges[0]), promised(b.Pledges[1])
	if got, want := b.Plain("As pledge-a-more, and pledge-a."), "As that of "+more+", 2015, and that of "+a+", 2014."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
