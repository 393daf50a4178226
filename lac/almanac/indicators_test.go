package almanac_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// Products and populations of 2024 come from two answers of one database. What the
// World Bank publishes a head, in whole dollars, was read apart from both (its series
// NY.GDP.PCAP.CD, in the page of a third who asked for it); dividing the one by the
// other gives it again.
func TestProductAHeadIsThatPublished(t *testing.T) {
	published := map[string]int64{
		"ARG": 13970, "BHS": 39455, "BLZ": 7681, "BOL": 4421, "BRA": 10311, "CHL": 16710, "CHN": 13303, "COL": 7919, "CRI": 18587,
		"DOM": 10876, "ECU": 6875, "GTM": 6150, "GUY": 29675, "HTI": 2143, "HND": 3426, "JAM": 7754, "MEX": 14186, "NIC": 2848,
		"PAN": 19161, "PER": 8452, "PRY": 6416, "SLV": 5580, "SUR": 6962, "TTO": 18733, "URY": 23907, "VEN": 4218,
	}
	product, people := map[lac.Area]decimal.Decimal{}, map[lac.Area]decimal.Decimal{}
	for o := range load(t).Observations() {
		switch {
		case o.Source == "world-bank-wdi-2026-02" && o.Measure.Subject == lac.SubjectGDP:
			product[o.Measure.Reporter] = o.Figure.Value.Amount()
		case o.Source == "world-bank-wdi-2026-07" && o.Measure.Subject == lac.SubjectPopulation:
			people[o.Measure.Reporter] = o.Figure.Value.Amount()
		}
	}
	for code, want := range published {
		if got := product[area(code)].DivRound(people[area(code)], 0); got.IntPart() != want {
			t.Errorf("%s: %s dollars a head, the World Bank has %d", code, got, want)
		}
	}
	// One release a series: all members of the day but those that it leaves out.
	for name, of := range map[string]map[lac.Area]decimal.Decimal{"product": product, "people": people} {
		var none []string
		for _, m := range lac.CELAC.Members(lac.DateOf(2024, 12, 31)) {
			if _, ok := of[m]; !ok {
				none = append(none, m.String())
			}
		}
		if !slices.Equal(none, []string{"CUB"}) {
			t.Errorf("%s of 2024: none of %v", name, none)
		}
	}
}
