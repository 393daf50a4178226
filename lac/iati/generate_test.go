package iati_test

import (
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
)

func sectors(t *rapid.T, n int) []lac.SectorShare {
	var out []lac.SectorShare
	size := rapid.SampledFrom([]int{3, 5}).Draw(t, "digits")
	if n > 0 {
		for _, p := range parts(t, n) {
			s, err := lac.ParseSector(rapid.SampledFrom([]string{"21020", "11220", "33210"}).Draw(t, "purpose")[:size])
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, lac.SectorShare{Sector: s, Percent: p})
		}
	}
	if rapid.Bool().Draw(t, "own list") {
		out = append(out, lac.SectorShare{Sector: lac.Sector{Vocabulary: "99", Code: word.Draw(t, "code")}, Percent: decimal.NewFromInt(100)})
	}
	if n > 0 && size == 5 && rapid.Bool().Draw(t, "groups beside") {
		out = append(out, lac.SectorShare{Sector: lac.Sector{Vocabulary: "2", Code: "210"}, Percent: decimal.NewFromInt(100)})
	}
	return out
}

func areas(t *rapid.T, countries, regions int) []lac.AreaShare {
	var out []lac.AreaShare
	if countries+regions == 0 {
		return nil
	}
	for i, p := range parts(t, countries+regions) {
		s := lac.AreaShare{Percent: p}
		switch {
		case i < countries:
			s.Area = rapid.SampledFrom([]lac.Area{lac.Peru, lac.China, lac.Cuba}).Draw(t, "country")
		case rapid.Bool().Draw(t, "M49"):
			s.Area = rapid.SampledFrom([]lac.Area{lac.SouthAmerica, lac.LatinAmericaCaribbean, lac.World}).Draw(t, "region")
		default:
			s.Vocabulary, s.Code = "99", word.Draw(t, "code")
			if rapid.Bool().Draw(t, "the DAC's") {
				s.Vocabulary, s.Code = "1", "389"
			}
		}
		out = append(out, s)
	}
	return out
}

var transaction = rapid.Custom(func(t *rapid.T) lac.Transaction {
	countries := rapid.IntRange(0, 1).Draw(t, "countries")
	regions := 0
	if countries == 0 {
		regions = rapid.IntRange(0, 1).Draw(t, "regions")
	}
	return lac.Transaction{
		Type: rapid.SampledFrom([]lac.TransactionType{lac.IncomingFunds, lac.Commitment, lac.Disbursement, lac.Expenditure, lac.Interest, lac.Repayment,
			lac.Reimbursement, lac.EquityPurchase, lac.EquitySale, lac.CreditGuarantee, lac.IncomingCommitment, lac.OutgoingPledge, lac.IncomingPledge}).Draw(t, "type"),
		Date: date.Draw(t, "date").Period(), Value: amount.Draw(t, "value"), ValueDate: date.Draw(t, "value date"), FinanceType: financeType.Draw(t, "finance"),
		Provider: organisation.Draw(t, "provider"), Receiver: organisation.Draw(t, "receiver"),
		Areas: areas(t, countries, regions), Sectors: sectors(t, rapid.IntRange(0, 1).Draw(t, "sectors")), Note: text.Draw(t, "note"),
	}
})

var indicator = rapid.Custom(func(t *rapid.T) lac.Indicator {
	i := lac.Indicator{Title: text.Draw(t, "title"), Unit: rapid.SampledFrom([]string{"unit", "percentage", "nominal", "ordinal", "qualitative"}).Draw(t, "unit"), Falling: rapid.Bool().Draw(t, "falling")}
	if rapid.Bool().Draw(t, "baseline") {
		i.Baseline = lac.IndicatorValue{Period: lac.Year(2020), Actual: text.Draw(t, "baseline"), Dimensions: optional(t, "dimensions", dimension, 2)}
		if rapid.Bool().Draw(t, "on a day") {
			i.Baseline.Period = date.Draw(t, "day").Period()
		}
	}
	i.Periods = optional(t, "periods", rapid.Custom(func(t *rapid.T) lac.IndicatorValue {
		return lac.IndicatorValue{Period: period.Draw(t, "period"), Target: text.Draw(t, "target"), Actual: text.Draw(t, "actual"), Dimensions: optional(t, "dimensions", dimension, 2)}
	}), 3)
	return i
})

var project = rapid.Custom(func(t *rapid.T) lac.Project {
	reporter := organisation.Draw(t, "reporter")
	reporter.Role, reporter.Activity, reporter.Secondary = "reporting", "", rapid.Bool().Draw(t, "secondary")
	p := lac.Project{
		ID: word.Draw(t, "id"), Source: "iati",
		Updated:      date.Draw(t, "updated"),
		Titles:       narratives.Draw(t, "titles"),
		Descriptions: optional(t, "descriptions", rapid.Custom(func(t *rapid.T) lac.Narrative { return narratives.Draw(t, "description")[0] }), 3),
		Status:       rapid.SampledFrom([]lac.ProjectStatus{lac.StatusPledge, lac.StatusImplementation, lac.StatusCompleted, lac.StatusCancelled, lac.StatusSuspended}).Draw(t, "status"),
		Areas:        areas(t, rapid.IntRange(0, 3).Draw(t, "countries"), rapid.IntRange(0, 3).Draw(t, "regions")),
		Sectors:      sectors(t, rapid.IntRange(0, 3).Draw(t, "sectors")),
		Participants: append([]lac.Participant{reporter}, rapid.SliceOfN(rapid.Custom(func(t *rapid.T) lac.Participant {
			o := organisation.Draw(t, "organisation")
			o.Role = rapid.SampledFrom([]string{"funding", "accountable", "extending", "implementing"}).Draw(t, "role")
			return o
		}), 1, 3).Draw(t, "participants")...),
		Stages: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) lac.Stage {
			return lac.Stage{Status: rapid.SampledFrom([]lac.ProjectStatus{lac.StatusImplementation, lac.StatusCompleted}).Draw(t, "stage"), Date: date.Draw(t, "date").Period(), Planned: rapid.Bool().Draw(t, "planned")}
		}), 1, 4).Draw(t, "stages"),
		Locations: optional(t, "locations", rapid.Custom(func(t *rapid.T) lac.Location {
			l := lac.Location{Name: word.Draw(t, "name")}
			if rapid.Bool().Draw(t, "point") {
				l.Latitude, l.Longitude = decimal.New(rapid.Int64Range(-900000, 900000).Draw(t, "latitude"), -4), decimal.New(rapid.Int64Range(-1800000, 1800000).Draw(t, "longitude"), -4)
			}
			return l
		}), 2),
		FinanceType:  financeType.Draw(t, "finance"),
		Transactions: optional(t, "transactions", transaction, 3),
		Budgets: optional(t, "budgets", rapid.Custom(func(t *rapid.T) lac.Budget {
			return lac.Budget{Period: period.Draw(t, "period"), Value: amount.Draw(t, "value"), ValueDate: date.Draw(t, "value date"), Revised: rapid.Bool().Draw(t, "revised"), Committed: rapid.Bool().Draw(t, "committed")}
		}), 2),
		Links: optional(t, "links", rapid.Custom(func(t *rapid.T) lac.Link {
			return lac.Link{Kind: rapid.SampledFrom([]lac.LinkKind{lac.PartOf, lac.HasPart, lac.Sibling, lac.CoFunded, lac.ThirdParty}).Draw(t, "kind"), ID: "other" + digits.Draw(t, "id")}
		}), 3),
		Results: optional(t, "results", rapid.Custom(func(t *rapid.T) lac.Result {
			return lac.Result{Type: rapid.SampledFrom([]string{"output", "outcome", "impact", "other"}).Draw(t, "type"), Title: text.Draw(t, "title"), Indicators: rapid.SliceOfN(indicator, 1, 2).Draw(t, "indicators")}
		}), 2),
	}
	p.Title = p.Titles[0].Text
	if len(p.Titles) == 1 && p.Titles[0].Language == "" {
		p.Titles = nil
	}
	return p
})

// optional is a list of none to n of what a generator makes, nil for none.
func optional[T any](t *rapid.T, label string, g *rapid.Generator[T], n int) []T {
	list := rapid.SliceOfN(g, 0, n).Draw(t, label)
	if len(list) == 0 {
		return nil
	}
	return list
}

// parts divides a hundred among n.
func parts(t *rapid.T, n int) []decimal.Decimal {
	left := decimal.NewFromInt(100)
	var out []decimal.Decimal
	for range n - 1 {
		p := decimal.New(rapid.Int64Range(1, 1_000_000).Draw(t, "part"), -5)
		out = append(out, p)
		left = left.Sub(p)
	}
	return append(out, left)
}
