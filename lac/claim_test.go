package lac_test

import (
	"errors"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

// TestClaimNeedsWhatItsFormNeeds: a claim that lacks something names the field.
func TestClaimNeedsWhatItsFormNeeds(t *testing.T) {
	trade := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Balance}
	tons, err := lac.ParseQuantity("5 USD")
	if err != nil {
		t.Fatal(err)
	}
	stated := lac.Stated{Value: tons}
	for _, tt := range []struct {
		name  string
		claim lac.Claim
		field string // empty: the claim is valid
	}{
		{"a balance is a measure", lac.Claim{Form: lac.FormLevel, Measure: trade, Stated: stated}, ""},
		{"an average has a figure", lac.Claim{Form: lac.FormAverage, Measure: trade}, "stated"},
		{"a ratio has a whole", lac.Claim{Form: lac.FormRatio, Measure: trade, Stated: stated}, "of.subject"},
		{"a comparison has another side", lac.Claim{Form: lac.FormComparison, Measure: trade, Direction: lac.Up}, "of"},
		{"or another time", lac.Claim{Form: lac.FormComparison, Measure: trade, Direction: lac.Up, Baseline: lac.Year(2014)}, ""},
		{"a record is high or low", lac.Claim{Form: lac.FormRecord, Measure: trade}, "direction"},
		{"a record needs no figure", lac.Claim{Form: lac.FormRecord, Measure: trade, Direction: lac.Down}, ""},
		{"a trend has a direction", lac.Claim{Form: lac.FormTrend, Measure: trade}, "direction"},
		{"what was pledged has a figure", lac.Claim{Form: lac.FormPledged, Measure: trade}, "stated"},
		{"ties need none", lac.Claim{Form: lac.FormTies, Measure: lac.Measure{Subject: lac.SubjectTies, Reporter: lac.China, Partner: lac.Peru}}, ""},
		{"that there are no ties", lac.Claim{Form: lac.FormTies, Measure: lac.Measure{Subject: lac.SubjectTies, Reporter: lac.China, Partner: lac.Paraguay}, Direction: lac.Down}, ""},
		{"that ties ended", lac.Claim{Form: lac.FormEvent, Measure: lac.Measure{Subject: lac.SubjectTies, Reporter: lac.China, Partner: lac.Nicaragua}, Direction: lac.Down}, ""},
		{"ties do not point aside", lac.Claim{Form: lac.FormTies, Measure: lac.Measure{Subject: lac.SubjectTies, Reporter: lac.China, Partner: lac.Paraguay}, Direction: "sideways"}, "direction"},
		{"a signing has no end", lac.Claim{Form: lac.FormEvent, Measure: lac.Measure{Subject: lac.SubjectAgreement, Reporter: lac.China, Partner: lac.Peru}, Direction: lac.Down}, "direction"},
		{"a signing is of an agreement", lac.Claim{Form: lac.FormEvent, Measure: lac.Measure{Subject: lac.SubjectAgreement, Reporter: lac.China, Partner: lac.Peru}}, ""},
		{"another event refers to a record", lac.Claim{Form: lac.FormEvent}, "refers"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.claim.ID, tt.claim.Period = "c", lac.Year(2024)
			err := tt.claim.Validate()
			var fault *lac.FieldError
			if errors.As(err, &fault) != (tt.field != "") || fault != nil && fault.Field != tt.field {
				t.Errorf("got %v, want a fault of %q", err, tt.field)
			}
		})
	}
	r := lac.TradeRecord{Flow: lac.Balance}
	if r.Flow.IsValid() {
		t.Error("no record has a balance for its flow")
	}
}
