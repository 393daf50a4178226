package indicator_test

import (
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
)

func TestSharesAddUpTo100(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := someAmounts().Draw(t, "amounts")
		places := rapid.Int32Range(0, 12).Draw(t, "places")
		shares, err := indicator.Shares(all, places)
		if err != nil {
			t.Fatal(err)
		}
		sum, whole := new(big.Rat), new(big.Rat)
		for i, s := range shares {
			sum.Add(sum, s.Rat())
			whole.Add(whole, all[i].Amount().Rat())
		}
		if len(shares) != len(all) || sum.Cmp(big.NewRat(100, 1)) != 0 {
			t.Fatalf("%v: %v add up to %v", all, shares, sum)
		}
		for i, s := range shares {
			exact := new(big.Rat).Quo(all[i].Amount().Rat(), whole)
			exact.Mul(exact, big.NewRat(100, 1))
			if off := exact.Sub(s.Rat(), exact); off.Abs(off).Cmp(unit(places)) >= 0 {
				t.Errorf("share %v of %v is a whole unit off", s, all[i])
			}
			for j := range shares {
				if c := must(all[i].Cmp(all[j])); c > 0 && s.Cmp(shares[j]) < 0 || c == 0 && i < j && s.Cmp(shares[j]) < 0 {
					t.Errorf("%v has %v and %v has %v", all[i], s, all[j], shares[j])
				}
			}
		}
	})
}

func TestShares(t *testing.T) {
	for _, tt := range []struct {
		rule    string
		amounts []lac.Money
		places  int32
		want    []string
		err     error
	}{
		{"thirds: the earliest has the rest", amounts("1 USD", "1 USD", "1 USD"), 1, []string{"33.4", "33.3", "33.3"}, nil},
		{"the largest remainder has it", amounts("1 USD", "2 USD", "3 USD"), 0, []string{"17", "33", "50"}, nil},
		{"one alone", amounts("7 CNY"), 2, []string{"100"}, nil},
		{"a zero among them", amounts("0 USD", "5 USD"), 0, []string{"0", "100"}, nil},
		{"none", nil, 0, nil, lac.ErrMissing},
		{"only zeros", amounts("0 USD", "0 USD"), 0, nil, lac.ErrMissing},
		{"one not reported", []lac.Money{money("1 USD"), {}}, 0, nil, lac.ErrMissing},
		{"two currencies", amounts("1 USD", "1 CNY"), 0, nil, lac.ErrCurrencyMismatch},
		{"one negative", amounts("1 USD", "-1 USD"), 0, nil, lac.ErrRange},
		{"places below zero", amounts("1 USD"), -1, nil, lac.ErrRange},
		{"too many places", amounts("1 USD"), 31, nil, lac.ErrRange},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			shares, err := indicator.Shares(tt.amounts, tt.places)
			var got []string
			for _, s := range shares {
				got = append(got, s.String())
			}
			if !errors.Is(err, tt.err) || !slices.Equal(got, tt.want) {
				t.Errorf("got %v, %v; want %v, %v", got, err, tt.want, tt.err)
			}
		})
	}
}

func TestHHI(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := someAmounts().Draw(t, "amounts")
		places := rapid.IntRange(0, 12).Draw(t, "places")
		whole, want := new(big.Rat), new(big.Rat)
		for _, m := range all {
			whole.Add(whole, m.Amount().Rat())
		}
		for _, m := range all {
			share := new(big.Rat).Quo(m.Amount().Rat(), whole)
			share.Mul(share, big.NewRat(100, 1))
			want.Add(want, share.Mul(share, share))
		}
		if got, err := indicator.HHI(all, int32(places)); err != nil || got.Rat().Cmp(half(want, places)) != 0 {
			t.Errorf("%v: %v, %v, want %s", all, got, err, want.FloatString(places))
		}
	})
	if got, err := indicator.HHI(amounts("3 USD"), 2); err != nil || got.String() != "10000" {
		t.Errorf("one holder alone has %v, %v", got, err)
	}
	if _, err := indicator.HHI(nil, 2); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("nobody has %v", err)
	}
	if _, err := indicator.HHI(amounts("3 USD", "3 CNY"), 2); !errors.Is(err, lac.ErrCurrencyMismatch) {
		t.Errorf("two currencies: %v", err)
	}
}

func TestRank(t *testing.T) {
	amount := func(m lac.Money) lac.Money { return m }
	ranked := func(places ...any) []indicator.Ranked[lac.Money] {
		var all []indicator.Ranked[lac.Money]
		for i := 0; i < len(places); i += 3 {
			m := money(places[i].(string))
			all = append(all, indicator.Ranked[lac.Money]{Who: m, Value: m, Place: places[i+1].(int), Tied: places[i+2].(bool)})
		}
		return all
	}
	for _, tt := range []struct {
		rule string
		in   []lac.Money
		want []indicator.Ranked[lac.Money]
		err  error
	}{
		{"the largest is first", amounts("2 USD", "9 USD", "5 USD"), ranked("9 USD", 1, false, "5 USD", 2, false, "2 USD", 3, false), nil},
		{"equals share the better place and the next is free", amounts("1 USD", "5 USD", "5 USD", "9 USD"),
			ranked("9 USD", 1, false, "5 USD", 2, true, "5 USD", 2, true, "1 USD", 4, false), nil},
		{"three in the lead", amounts("5 USD", "5 USD", "5.0 USD"), ranked("5 USD", 1, true, "5 USD", 1, true, "5 USD", 1, true), nil},
		{"nobody", nil, []indicator.Ranked[lac.Money]{}, nil},
		{"one whose amount is not reported", []lac.Money{money("1 USD"), {}}, nil, lac.ErrMissing},
		{"that one first", []lac.Money{{}, money("1 USD")}, nil, lac.ErrMissing},
		{"two currencies", amounts("1 USD", "1 EUR"), nil, lac.ErrCurrencyMismatch},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			got, err := indicator.Rank(tt.in, amount)
			if diff := cmp.Diff(tt.want, got); diff != "" || !errors.Is(err, tt.err) {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOf(rapid.Int64Range(0, 8)).Draw(t, "amounts")
		got, err := indicator.Rank(all, func(n int64) lac.Money { return lac.MoneyOf(n, lac.USD) })
		if err != nil || len(got) != len(all) {
			t.Fatalf("%v, %v", got, err)
		}
		for _, r := range got {
			better, equal := 0, 0
			for _, n := range all {
				if n > r.Who {
					better++
				}
				if n == r.Who {
					equal++
				}
			}
			if r.Place != better+1 || r.Tied != (equal > 1) {
				t.Errorf("%v among %v", r, all)
			}
		}
	})
}

func TestStreakOf(t *testing.T) {
	for _, tt := range []struct {
		rule string
		held map[int]bool
		last int
		want indicator.Streak
	}{
		{"it held in every year known", map[int]bool{2022: true, 2023: true, 2024: true}, 2024, indicator.Streak{Last: 2024, Years: 3}},
		{"the year in which it did not ends it", map[int]bool{2021: true, 2022: false, 2023: true, 2024: true}, 2024, indicator.Streak{Last: 2024, Years: 2, Broken: 2022}},
		{"it did not hold in the last year", map[int]bool{2023: true, 2024: false}, 2024, indicator.Streak{Last: 2024, Broken: 2024}},
		{"a year without data ends the count but is no break", map[int]bool{2021: true, 2022: true, 2024: true}, 2024, indicator.Streak{Last: 2024, Years: 1, Unknown: []int{2023}}},
		{"the break is sought beyond the gap", map[int]bool{2019: false, 2020: true, 2023: true, 2024: true}, 2024, indicator.Streak{Last: 2024, Years: 2, Broken: 2019, Unknown: []int{2021, 2022}}},
		{"no data for the last year", map[int]bool{2022: true}, 2024, indicator.Streak{Last: 2024, Unknown: []int{2023, 2024}}},
		{"later years do not matter", map[int]bool{2024: true, 2025: false}, 2024, indicator.Streak{Last: 2024, Years: 1}},
		{"no data at all", nil, 2024, indicator.Streak{Last: 2024, Unknown: []int{2024}}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, indicator.StreakOf(tt.held, tt.last)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		held := rapid.MapOf(rapid.IntRange(2000, 2020), rapid.Bool()).Draw(t, "held")
		s := indicator.StreakOf(held, 2020)
		for y := 2020; y > 2020-s.Years; y-- {
			if !held[y] {
				t.Errorf("%v has a streak of %+v, and not in %d", held, s, y)
			}
		}
		if holds, known := held[s.Broken]; s.Broken != 0 && (holds || !known) {
			t.Errorf("%v: %+v", held, s)
		}
		for _, y := range s.Unknown {
			if _, known := held[y]; known || y <= s.Broken {
				t.Errorf("%v: %+v", held, s)
			}
		}
	})
}

// TestMirrorGap has China's book of 2022 against those of Brazil and Chile.
func TestMirrorGap(t *testing.T) {
	d := must(lac.NewDataset(records(
		"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
		"comtrade CHN CHL export 2022 TOTAL 22520038832 USD fob",
		"comtrade CHN VEN export 2022 TOTAL 3008993854 USD fob",
		"comtrade BRA CHN import 2022 TOTAL 67767819341 USD cif",
		"comtrade CHL CHN import 2022 TOTAL 26410413082.105 USD cif",
		"comtrade PRY CHN import 2022 TOTAL 4600000000 USD cif",
	)))
	q := lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Flow: lac.Export, Period: lac.Year(2022)}
	g, err := indicator.MirrorGapOf(d, q, "comtrade")
	if err != nil {
		t.Fatal(err)
	}
	if g.Gap != money("9688223001.105 USD") || g.Own.Records != 2 || g.Mirror.Records != 2 ||
		!slices.Equal(g.Matched, []lac.Area{lac.Brazil, lac.Chile}) ||
		!slices.Equal(g.OwnOnly, []lac.Area{lac.Venezuela}) || !slices.Equal(g.MirrorOnly, []lac.Area{lac.Paraguay}) {
		t.Errorf("%+v", g)
	}
	if r, err := g.Ratio(4); err != nil || r.String() != "1.1147" {
		t.Errorf("ratio %v, %v", r, err)
	}
	if _, err := indicator.MirrorGapOf(d, lac.TradeQuery{Reporter: lac.China, Partner: lac.Venezuela, Flow: lac.Export}, ""); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("one book alone: %v", err)
	}
	q.Flow = lac.Turnover
	if _, err := indicator.MirrorGapOf(d, q, ""); !errors.Is(err, lac.ErrRange) {
		t.Errorf("turnover has a mirror: %v", err)
	}
}

// TestReconcile takes customs' Latin America row of 2024 apart, with three rows.
func TestReconcile(t *testing.T) {
	d := must(lac.NewDataset(records(
		"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
		"gacc CHN MEX export 2024 TOTAL 641998290000 CNY",
		"gacc CHN PRI export 2024 TOTAL 6494900000 CNY")))
	q := lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Flow: lac.Export, Period: lac.Year(2024)}
	r, err := indicator.Reconcile(d, money("1970987650000 CNY"), money("5000 CNY"), q, lac.LatinAmericaCaribbean)
	if err != nil {
		t.Fatal(err)
	}
	if r.Residual != money("809673540000 CNY") || r.IsExplained() || len(r.Absent) != 31 || !slices.Equal(r.Others, []lac.Area{lac.PuertoRico}) {
		t.Errorf("%+v", r)
	}
	r, err = indicator.Reconcile(d, money("1161314115000 CNY"), money("5000 CNY"), q, lac.LatinAmericaCaribbean)
	if err != nil || !r.IsExplained() {
		t.Errorf("%+v, %v", r, err)
	}
	if share, err := r.ResidualShare(10); err != nil || share.String() != "0.0000000043" {
		t.Errorf("residual share %v, %v", share, err)
	}
	if _, err := indicator.Reconcile(d, money("1 USD"), money("1 USD"), q, 0); !errors.Is(err, lac.ErrCurrencyMismatch) {
		t.Errorf("a published total in dollars: %v", err)
	}
	q.Period = lac.Year(2023)
	if _, err := indicator.Reconcile(d, money("1 CNY"), money("1 CNY"), q, 0); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("no records: %v", err)
	}
}

func TestRCA(t *testing.T) {
	for _, tt := range []struct {
		rule    string
		amounts []lac.Money // goods, exports, goods of all, exports of all
		places  int32
		want    string
		err     error
	}{
		{"twice the share of all", amounts("10 USD", "50 USD", "100 USD", "1000 USD"), 2, "2", nil},
		{"less than all", amounts("1 USD", "30 USD", "100 USD", "1000 USD"), 3, "0.333", nil},
		{"none", amounts("0 USD", "30 USD", "100 USD", "1000 USD"), 1, "0", nil},
		{"all is as all does", amounts("7 USD", "7 USD", "7 USD", "7 USD"), 1, "1", nil},
		{"no exports", amounts("0 USD", "0 USD", "100 USD", "1000 USD"), 1, "", lac.ErrRange},
		{"goods that nobody exports", amounts("0 USD", "1 USD", "0 USD", "1000 USD"), 1, "", lac.ErrRange},
		{"more goods than exports", amounts("2 USD", "1 USD", "10 USD", "1000 USD"), 1, "", lac.ErrRange},
		{"negative", amounts("-2 USD", "1 USD", "10 USD", "1000 USD"), 1, "", lac.ErrRange},
		{"two currencies", amounts("1 USD", "2 USD", "10 CNY", "1000 CNY"), 1, "", lac.ErrCurrencyMismatch},
		{"one not reported", []lac.Money{money("1 USD"), {}, money("1 USD"), money("1 USD")}, 1, "", lac.ErrMissing},
		{"too many places", amounts("1 USD", "2 USD", "10 USD", "1000 USD"), 31, "", lac.ErrRange},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			got, err := indicator.RCA(tt.amounts[0], tt.amounts[1], tt.amounts[2], tt.amounts[3], tt.places)
			if !errors.Is(err, tt.err) || err == nil && got.String() != tt.want {
				t.Errorf("got %v, %v; want %s, %v", got, err, tt.want, tt.err)
			}
		})
	}
}
