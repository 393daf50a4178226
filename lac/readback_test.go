package lac_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/readback"
)

func TestNothingReadsBackAsSomethingElse(t *testing.T) {
	readback.Test(t, []any{
		lac.Area(0), lac.AreaShare{}, lac.Breakdown{}, lac.Budget{}, lac.Claim{}, lac.ClaimForm(""), lac.Commodity(0),
		lac.Comparator(""), lac.CoverageSet(""), lac.Currency(0), lac.Dataset{}, lac.Date{}, lac.Delivery{}, lac.Dimension(0),
		lac.Direction(""), lac.Evidence(""), lac.FieldError{}, lac.Figure(""), lac.Guard(""), lac.HSSection(0), lac.Indicator{}, lac.IndicatorDimension{},
		lac.IndicatorValue{}, lac.Link{}, lac.LinkKind(""), lac.Location{}, lac.Measure{}, lac.Meeting{},
		lac.Membership{}, lac.Money{}, lac.Narrative{}, lac.ObsStatus(""), lac.Observation{}, lac.Participant{}, lac.Period{},
		lac.Pledge{}, lac.Program{}, lac.ProgramKind(""), lac.Project{}, lac.ProjectKind(""), lac.ProjectStatus(""), lac.Quantity{},
		lac.Rate{}, lac.Records{}, lac.Result{}, lac.RowError{}, lac.Sector{}, lac.SectorShare{}, lac.Source{}, lac.SourceGrade(""),
		lac.Speaker{}, lac.Stage{}, lac.Stated{}, lac.Statement{}, lac.Stats{}, lac.Subject(""), lac.Tie{}, lac.TieEvent(""),
		lac.TieState(""), lac.Total{}, lac.TradeCoverage{}, lac.TradeFlow(""), lac.TradeInput{}, lac.TradeKey{}, lac.TradeQuery{},
		lac.TradeRecord{}, lac.TradeTable{}, lac.TradeTotal{}, lac.TradeTotals{}, lac.Transaction{},
		lac.TransactionType(""), lac.Unit(""), lac.UnsafeSumError{}, lac.Valuation(""),
	}, []string{"Record", "TradeStream"}, map[string][]string{
		"lac.Dataset":     {`{}`, `{"sources":[{"id":"s","publisher":"p","title":"","basis":"b"}]}`},
		"lac.TradeTable":  {`[]`, `[{"id":"s#1","source":"s","reporter":"CHN","partner":"BRA","flow":"export","period":"2024","commodity":"TOTAL","value":"5 USD"}]`},
		"lac.TradeTotals": {`null`, `[]`, `[{"key":{"reporter":"BRA"},"total":{"exports":{"sum":"5 USD","records":1,"missing":2,"excluded":{"unconfirmed":1}},"imports":{"sum":"","records":0,"missing":0},"re_exports":{"sum":"","records":0,"missing":0},"re_imports":{"sum":"","records":0,"missing":0},"published":{"sum":"","records":0,"missing":0}},"coverage":{"":{"Reporters":{"BRA":["2024"]},"Partners":null,"Within":"2024","AllGoods":true,"InParts":false}}}]`},
	},
		cmp.Transformer("together", func(r lac.Records) together {
			if r.TradeTable != nil {
				r.Trade, r.TradeTable = slices.AppendSeq(slices.Clip(r.Trade), r.TradeTable.All()), nil
			}
			return together(r)
		}),
		cmp.Comparer(func(a, b *lac.TradeTable) bool {
			return a == b || a != nil && b != nil && slices.Equal(slices.Collect(a.All()), slices.Collect(b.All()))
		}),
		cmp.Comparer(func(a, b *lac.Dataset) bool { return a == b || a != nil && b != nil && a.Digest() == b.Digest() }))
}

// together is a bundle with all of its trade in one list.
type together lac.Records
