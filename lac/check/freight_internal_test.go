package check

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// Where a country's own publications leave freight and insurance out of imports, 110
// with them may be 100 without, at a tenth; no more and no less.
func TestLanded(t *testing.T) {
	policy := Default()
	policy.Freight = decimal.New(1, -1)
	none := policy
	none.Freight = decimal.Decimal{}
	for _, tt := range []struct {
		rule      string
		policy    Policy
		form      lac.ClaimForm
		reporter  lac.Area
		books     lac.Area
		flow      lac.TradeFlow
		valuation string
		figure    string
		imports   string // of a balance
		want      string
	}{
		{"imports of a country that publishes them free on board", policy, lac.FormLevel, lac.Brazil, lac.Brazil, lac.Import, "imports CIF", "110", "", "[100, 110]"},
		{"an average of them", policy, lac.FormAverage, lac.Brazil, lac.Brazil, lac.Import, "imports CIF", "110", "", "[100, 110]"},
		{"turnover with them", policy, lac.FormLevel, lac.Brazil, lac.Brazil, lac.Turnover, "exports FOB, imports CIF", "110", "", "[100, 110]"},
		{"which are without in the record too", policy, lac.FormLevel, lac.Brazil, lac.Brazil, lac.Import, "imports FOB", "110", "", "110"},
		{"a country that publishes them with freight", policy, lac.FormLevel, lac.China, lac.China, lac.Import, "imports CIF", "110", "", "110"},
		{"a policy that knows of no freight", none, lac.FormLevel, lac.Brazil, lac.Brazil, lac.Import, "imports CIF", "110", "", "110"},
		{"two years of one series", policy, lac.FormChange, lac.Brazil, lac.Brazil, lac.Import, "imports CIF", "110", "", "110"},
		{"a balance is more by the freight of its imports", policy, lac.FormLevel, lac.Brazil, lac.Brazil, lac.Balance, "", "5", "110", "[5, 15]"},
		{"and the other side's less", policy, lac.FormLevel, lac.China, lac.Brazil, lac.Balance, "", "5", "110", "[-5, 5]"},
		{"a balance whose imports are not one figure", policy, lac.FormLevel, lac.Brazil, lac.Brazil, lac.Balance, "", "5", "[100, 110]", "5"},
		{"who publishes balances alone without freight", policy, lac.FormLevel, lac.Colombia, lac.Colombia, lac.Balance, "", "5", "110", "[5, 15]"},
		{"does not leave it out of imports", policy, lac.FormLevel, lac.Colombia, lac.Colombia, lac.Import, "imports CIF", "110", "", "110"},
	} {
		k := &checker{policy: tt.policy, claim: lac.Claim{Form: tt.form, Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: tt.reporter, Flow: tt.flow}}}
		fig := figure{books: tt.books, interval: values(t, tt.figure)}
		fig.basis.Valuation = tt.valuation
		if tt.imports != "" {
			fig.imports = values(t, tt.imports)
		}
		r := Reading{Allows: fig.interval}
		k.landed(&r, fig)
		if want := values(t, tt.want); !r.Allows.Equal(want) || (len(r.Notes) > 0) == want.IsPoint() {
			t.Errorf("%s: allows %v, notes %q; want %s", tt.rule, r.Allows, r.Notes, tt.want)
		}
	}
}

// The imports of a balance are those of its figures that have freight in them.
func TestImportsOf(t *testing.T) {
	of := func(n, valuation string) figure {
		f := figure{interval: values(t, n)}
		f.basis.Valuation = valuation
		return f
	}
	exports, imports, free := of("5", "exports FOB"), of("7", "imports CIF"), of("6", "imports FOB")
	for _, tt := range []struct {
		a, b figure
		want interval.Interval
	}{{exports, imports, imports.interval}, {imports, exports, imports.interval}, {exports, free, interval.Interval{}}} {
		if got := importsOf(tt.a, tt.b); !got.Equal(tt.want) {
			t.Errorf("%v and %v: %v", tt.a.basis.Valuation, tt.b.basis.Valuation, got)
		}
	}
}
