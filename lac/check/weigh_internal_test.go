package check

import (
	"math/big"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

func quantity(t *testing.T, s string) lac.Quantity {
	q, err := lac.ParseQuantity(s)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// A reading supports by what it says, and contradicts by what it cannot be.
func TestWeigh(t *testing.T) {
	for _, tt := range []struct {
		says, allows, stated string
		want                 Verdict
	}{
		{"5", "[4, 6]", "[5, 6)", Supported},
		{"5", "[4, 6]", "(5, 6)", Undecided},
		{"5", "[4, 6]", "(6, 7)", Contradicted},
		{"5", "[4, 6]", "[6, 7)", Undecided},
		{"5", "[4, 6)", "[6, 7)", Contradicted},
		{"[4, 6]", "[3, 7]", "[5, 8]", Undecided},
		{"(, )", "(, )", "(, )", Undecided}, // nobody knows
		{"(, 5]", "(, 5]", "(, 6]", Supported},
	} {
		if got := weigh(values(t, tt.says), values(t, tt.allows), values(t, tt.stated)); got != tt.want {
			t.Errorf("%s, which allows %s, of %s: %s, want %s", tt.says, tt.allows, tt.stated, got, tt.want)
		}
	}
}

// What is printed at least as finely as the claim supports it as it is printed.
func TestWeighAsPrinted(t *testing.T) {
	for _, tt := range []struct {
		rule      string
		stated    string
		digits    int
		by        lac.Comparator
		printed   string
		grain     string
		status    lac.ObsStatus
		converted bool
		want      Verdict
	}{
		{"a figure to the same digit", "518467 USD", 6, lac.AtLeast, "518467", "1", "", false, Supported},
		{"or to a finer one", "518000 USD", 3, lac.AtLeast, "518000", "1", "", false, Supported},
		{"but not to a coarser one", "518467 USD", 6, lac.AtLeast, "518470", "10", "", false, Undecided},
		{"nor where it is converted", "518467 USD", 6, lac.AtLeast, "518467", "1", "", true, Undecided},
		{"nor where it is less", "518467 USD", 6, lac.AtLeast, "518466", "1", "", false, Undecided},
		{"nor where nobody knows how fine it is", "518467 USD", 6, lac.AtLeast, "518467", "", "", false, Undecided},
		{"nor beside a word", "2 times", 0, lac.AtLeast, "2", "1", "", false, Undecided},
		{"an estimate is at least what was estimated", "518467 USD", 6, lac.AtLeast, "518467", "1", lac.Estimated, false, Supported},
		{"but not just that", "518467 USD", 6, lac.UpTo, "518467", "1", lac.Estimated, false, Undecided},
		{"as what is counted is", "518467 USD", 6, lac.UpTo, "518467", "1", "", false, Supported},
	} {
		value := quantity(t, tt.stated)
		k := &checker{claim: lac.Claim{Stated: lac.Stated{Value: value, Digits: tt.digits, Comparator: tt.by}}}
		k.stated = interval.From(interval.Closed(value.Amount().Rat()))
		if tt.by == lac.UpTo {
			k.stated = interval.To(interval.Closed(value.Amount().Rat()))
		}
		printed := values(t, tt.printed)
		r := Reading{Interval: printed, Says: printed.Widen(big.NewRat(1, 100)), Allows: printed.Widen(big.NewRat(1, 100))}
		r.Basis.Status = tt.status
		if tt.grain != "" {
			r.grain = values(t, tt.grain).Lower.Rat()
		}
		if tt.converted {
			r.Basis.Conversion = "at the year's average rate"
		}
		if got := k.weigh(r); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.rule, got, tt.want)
		}
	}
}

// "Fell by less than 3 percent" speaks of falls alone, "more than doubled" of rises.
func TestSide(t *testing.T) {
	trade := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Brazil}
	balance := trade
	balance.Flow = lac.Balance
	for _, tt := range []struct {
		form    lac.ClaimForm
		measure lac.Measure
		by      lac.Comparator
		stated  string
		want    string
	}{
		{lac.FormChange, trade, lac.Under, "3 percent", "(0, )"},
		{lac.FormChange, trade, lac.UpTo, "3 percent", "(0, )"},
		{lac.FormChange, trade, lac.Over, "-3 percent", "(, 0)"},
		{lac.FormChange, trade, lac.AtLeast, "-3 percent", "(, 0)"},
		{lac.FormChange, trade, lac.Over, "3 percent", "(, )"},
		{lac.FormChange, trade, lac.AtLeast, "3 percent", "(, )"},
		{lac.FormChange, trade, lac.Under, "-3 percent", "(, )"},
		{lac.FormChange, trade, lac.UpTo, "-3 percent", "(, )"},
		{lac.FormChange, trade, lac.Under, "0 percent", "(, )"},
		{lac.FormChange, trade, lac.Over, "0 percent", "(, )"},
		{lac.FormChange, trade, "", "3 percent", "(, )"},
		{lac.FormComparison, trade, lac.Under, "2 times", "(1, )"},
		{lac.FormComparison, trade, lac.Over, "0.5 times", "(, 1)"},
		{lac.FormComparison, trade, lac.Under, "1 times", "(, )"},
		{lac.FormLevel, trade, lac.Under, "3 USD", "(, )"},
		{lac.FormLevel, balance, lac.Under, "3 USD", "(0, )"},
		{lac.FormAverage, balance, lac.Over, "-3 USD", "(, 0)"},
		{lac.FormShare, balance, lac.Under, "3 percent", "(, )"},
		{lac.FormRank, trade, lac.Under, "3 rank", "(, )"},
	} {
		k := &checker{claim: lac.Claim{Form: tt.form, Measure: tt.measure, Stated: lac.Stated{Value: quantity(t, tt.stated), Comparator: tt.by}}}
		if got := k.side(); !got.Equal(values(t, tt.want)) {
			t.Errorf("%s of %s %s: %v, want %s", tt.form, tt.by, tt.stated, got, tt.want)
		}
	}
	word := &checker{claim: lac.Claim{Form: lac.FormChange, Stated: lac.Stated{Vague: "many", Comparator: lac.Under}}}
	if got := word.side(); !got.IsUnknown() {
		t.Errorf("a word is on the side of %v", got)
	}
}

// What one side sold or bought is beyond a figure; trade of both ways has no side.
func TestOnOneSide(t *testing.T) {
	for _, tt := range []struct {
		flow   lac.TradeFlow
		stated string
		want   bool
	}{
		{lac.Export, "[5, )", true}, {lac.Import, "(, 5]", true}, {lac.Export, "[5, 6)", false}, {lac.Export, "(, )", false},
		{lac.Turnover, "[5, )", false}, {"", "[5, )", false}, {lac.Balance, "[5, )", false},
	} {
		k := &checker{stated: values(t, tt.stated), claim: lac.Claim{Measure: lac.Measure{Subject: lac.SubjectTrade, Flow: tt.flow}, Stated: lac.Stated{Value: quantity(t, "5 USD")}}}
		if got := k.onOneSide(); got != tt.want {
			t.Errorf("%q of %s: %t", tt.flow, tt.stated, got)
		}
		if k.claim.Stated = (lac.Stated{Vague: "many"}); k.onOneSide() {
			t.Errorf("%q: a word is on one side", tt.flow)
		}
	}
}

// No part of an amount is more than all that it can be.
func TestIsBeyond(t *testing.T) {
	for _, tt := range []struct {
		form           lac.ClaimForm
		flow           lac.TradeFlow
		allows, stated string
		want           bool
	}{
		{lac.FormLevel, lac.Export, "[3, 5]", "[6, )", true}, {lac.FormAverage, "", "[3, 5]", "[6, 7)", true}, {lac.FormLevel, lac.Export, "[3, 5]", "[5, )", false},
		{lac.FormLevel, lac.Export, "[3, 5]", "[4, )", false}, {lac.FormLevel, lac.Export, "[3, )", "[6, )", false}, {lac.FormLevel, lac.Export, "[3, 5]", "(, 2]", false},
		{lac.FormLevel, lac.Balance, "[3, 5]", "[6, )", false}, {lac.FormShare, lac.Export, "[3, 5]", "[6, )", false},
	} {
		k := &checker{stated: values(t, tt.stated), claim: lac.Claim{Form: tt.form, Measure: lac.Measure{Subject: lac.SubjectTrade, Flow: tt.flow}}}
		if got := k.isBeyond(Reading{Allows: values(t, tt.allows)}); got != tt.want {
			t.Errorf("%s of %q, which allows %s, of %s: %t", tt.form, tt.flow, tt.allows, tt.stated, got)
		}
	}
}

// 518.467 is 518.4 if its digits are cut, and 518.5 if they are rounded.
func TestTruncated(t *testing.T) {
	for _, tt := range []struct {
		stated    string
		digits    int
		by        lac.Comparator
		value     string
		cut, near string // none: no cutting is in question
	}{
		{"518.4 USD", 4, "", "518.467", "518.4", "518.5"},
		{"518.4 USD", 4, lac.Equal, "518.467", "518.4", "518.5"},
		{"518.4 USD", 4, "", "518.45", "518.4", "518.5"},
		{"518.4 USD", 4, "", "518.449", "", ""}, // rounds to it too
		{"518.5 USD", 4, "", "518.467", "", ""}, // rounds to it alone
		{"518.3 USD", 4, "", "518.467", "", ""}, // neither
		{"-6.1 percent", 2, "", "-6.17", "-6.1", "-6.2"},
		{"-6.2 percent", 2, "", "-6.17", "", ""},
		{"500 USD", 1, "", "580", "500", "600"},
		{"518.4 USD", 4, lac.Over, "518.467", "", ""},
		{"518.4 USD", 0, "", "518.467", "", ""},
		{"518.4 USD", 4, "", "[518.46, 518.467]", "", ""},
	} {
		cut, near, ok := truncated(lac.Stated{Value: quantity(t, tt.stated), Digits: tt.digits, Comparator: tt.by}, values(t, tt.value))
		if ok != (tt.cut != "") || ok && (cut.Cmp(values(t, tt.cut).Lower.Rat()) != 0 || near.Cmp(values(t, tt.near).Lower.Rat()) != 0) {
			t.Errorf("%s of %s: %v, %v, %t", tt.value, tt.stated, cut, near, ok)
		}
	}
	if _, _, ok := truncated(lac.Stated{Digits: 4, Vague: "many"}, values(t, "5")); ok {
		t.Error("a word is cut")
	}
}

// The nearest margin is that whose gap is the least part of its figure.
func TestNearer(t *testing.T) {
	margin := func(is, gap string) Margin {
		m := Margin{Text: "flips", Is: values(t, is)}
		if gap != "" {
			m.Gap = interval.Closed(values(t, gap).Lower.Rat())
		}
		return m
	}
	none := Margin{}
	for _, tt := range []struct {
		rule string
		a, b Margin
		want bool
	}{
		{"a tenth is nearer than a fifth", margin("100", "10"), margin("10", "2"), true},
		{"and not the other way round", margin("10", "2"), margin("100", "10"), false},
		{"nor than another tenth", margin("100", "10"), margin("10", "1"), false},
		{"of what is below zero too", margin("-100", "10"), margin("10", "2"), true},
		{"by an upper bound where there is no lower one", margin("(, 100]", "10"), margin("10", "2"), true},
		{"a part of nothing is next to nothing", margin("0", "10"), margin("10", "2"), true},
		{"any margin is nearer than none", margin("10", "2"), none, true},
		{"even without a gap", margin("10", ""), none, true},
		{"none is nearer than none", none, none, false},
		{"nor than one without a gap", none, margin("10", ""), false},
		{"which one with a gap is nearer than", margin("10", "2"), margin("10", ""), true},
		{"but no other without", margin("10", ""), margin("10", ""), false},
		{"nor is it nearer than one with", margin("10", ""), margin("10", "2"), false},
	} {
		if got := tt.a.nearer(tt.b); got != tt.want {
			t.Errorf("%s: %t", tt.rule, got)
		}
	}
}

// Amounts of several times are whole where all are, in one currency.
func TestFlowAmountAdd(t *testing.T) {
	amount := func(n int64, unit lac.Unit, whole bool) flowAmount {
		return flowAmount{recorded: true, whole: whole, known: big.NewRat(n, 1), unit: unit}
	}
	missing := flowAmount{recorded: true}
	for _, tt := range []struct {
		rule       string
		a, b, want flowAmount
	}{
		{"what is not recorded adds nothing to go by", flowAmount{}, amount(7, "USD", true), amount(7, "USD", true)},
		{"two whole ones", amount(5, "USD", true), amount(7, "USD", true), amount(12, "USD", true)},
		{"one of which is not", amount(5, "USD", true), amount(7, "USD", false), amount(12, "USD", false)},
		{"or the other", amount(5, "USD", false), amount(7, "USD", true), amount(12, "USD", false)},
		{"one that is missing", amount(5, "USD", true), missing, amount(5, "USD", false)},
		{"the other that is", missing, amount(7, "USD", true), amount(7, "USD", false)},
		{"two currencies", amount(5, "USD", true), amount(7, "CNY", true), amount(5, "USD", false)},
	} {
		tt.a.add(tt.b)
		if tt.a.recorded != tt.want.recorded || tt.a.whole != tt.want.whole || tt.a.unit != tt.want.unit || tt.a.known.Cmp(tt.want.known) != 0 {
			t.Errorf("%s: %+v, want %+v", tt.rule, tt.a, tt.want)
		}
	}
}
