package check_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

func TestPoliciesAreData(t *testing.T) {
	own := check.Default()
	own.Name, own.Pace = "desk", check.PaceEnd
	own.Near = decimal.RequireFromString("0.150")
	own.Complete = []check.Declaration{{Source: "gacc-2024-table", Period: lac.Year(2024), Reason: "the table lists every partner"}}
	for _, want := range []check.Policy{check.Default(), check.Strict(), check.Loose(), own} {
		var got check.Policy
		if err := json.Unmarshal(asJSON(t, want), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want.Name, diff)
		}
	}
	// One value has one form, whatever its zeros.
	if b := string(asJSON(t, own)); !strings.Contains(b, `"near":"0.15"`) {
		t.Errorf("near 0.150 is written otherwise: %s", b)
	}
	// Numbers may stand without quotes.
	var p check.Policy
	if err := json.Unmarshal([]byte(`{"name":"x","near":0.25}`), &p); err != nil || p.Near.String() != "0.25" {
		t.Errorf("near %v, %v", p.Near, err)
	}
}

func TestPolicyRefuses(t *testing.T) {
	for text, want := range map[string]error{
		`{"name":"x","wrod":"0.05"}`:                                         lac.ErrUnknownCode,
		`{"name":"x","Near":"1e999999999"}`:                                  lac.ErrUnknownCode,
		`{"name":"x","complete":[{"souce":"a"}]}`:                            lac.ErrUnknownCode,
		`{"name":"x","word":"1.5"}`:                                          lac.ErrRange,
		`{"name":"x","word":"-0.1"}`:                                         lac.ErrRange,
		`{"name":"x","word":"five"}`:                                         lac.ErrSyntax,
		`{"name":"x","word":"1e999999999"}`:                                  nil,
		`{"name":"x","word":` + strings.Repeat("9", 1e6) + `}`:               nil,
		`{"name":"x","vague":{"many":-1}}`:                                   lac.ErrRange,
		`{"name":"x","vague":{"Many":1}}`:                                    lac.ErrRange,
		`{"name":"x","vague":{"many":1.5}}`:                                  nil,
		`{"name":"x","pace":"soon"}`:                                         lac.ErrUnknownCode,
		`{"name":"x","complete":[{"source":"a"}]}`:                           lac.ErrMissing,
		`{"name":"x","complete":[{"reason":"a"}]}`:                           lac.ErrMissing,
		`{"name":"x","complete":[{"source":"a","period":"x","reason":"b"}]}`: nil,
		`[]`: nil,
	} {
		p := check.Default()
		err := json.Unmarshal([]byte(text), &p)
		if err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%.60s: %v, want %v", text, err, want)
		}
		if p.Name != "default" {
			t.Errorf("%.60s: the policy is changed though it is refused", text)
		}
	}
}

// Every vague word has an interval under every policy, the stricter the narrower.
func TestVagueWordsAreNested(t *testing.T) {
	for word := range check.Default().Vague {
		var last interval.Interval
		for i, p := range []check.Policy{check.Loose(), check.Default(), check.Strict()} {
			got, err := p.Interval(lac.Stated{Vague: strings.ToUpper(word[:1]) + word[1:]})
			if err != nil || i > 0 && !got.Within(last) {
				t.Errorf("%s under %s: %v, %v; looser %v", word, p.Name, got, err, last)
			}
			last = got
		}
	}
}

// A stricter policy never supports what a looser one contradicts, nor the other
// way round, on any of the claims of these tests.
func TestPoliciesDoNotTurnVerdicts(t *testing.T) {
	claims := statementOf(everyClaim(t)...)
	verdicts := make([][]check.Verdict, len(claims.Claims)) // from strict to loose
	for _, p := range []check.Policy{check.Strict(), check.Default(), check.Loose()} {
		findings, err := check.Statement(almanacData(t), claims, p)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range findings {
			verdicts[i] = append(verdicts[i], f.Verdict)
		}
	}
	for n, v := range verdicts {
		for i, strict := range v {
			for _, loose := range v[i+1:] {
				if strict == yes && (loose == no || loose == mixed) {
					t.Errorf("%s: %v from strict to loose", claims.Claims[n].Gist, v)
				}
			}
		}
	}
}

func FuzzPolicy(f *testing.F) {
	for _, p := range []check.Policy{check.Default(), check.Strict()} {
		f.Add(asJSON(f, p))
	}
	f.Add([]byte(`{"vague":{},"complete":[]}`))
	f.Add([]byte(`{"name":"x","complete":[{"source":"a","period":"2024","reason":"b"}],"near":1e-38}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var p check.Policy
		if json.Unmarshal(b, &p) != nil {
			return
		}
		var again check.Policy
		if err := json.Unmarshal(asJSON(t, p), &again); err != nil || !cmp.Equal(p, again) {
			t.Errorf("%+v comes back as %+v, %v", p, again, err)
		}
	})
}

// A stricter policy's interval lies inside a looser one's, so it never supports
// what the looser contradicts.
func TestPoliciesAreNested(t *testing.T) {
	comparators := []lac.Comparator{lac.Equal, lac.Over, lac.AtLeast, lac.Under, lac.UpTo, lac.Nearly, lac.About}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 1e15).Draw(t, "n")
		s := lac.Stated{Value: lac.QuantityOf(n, lac.UnitProjects), Comparator: rapid.SampledFrom(comparators).Draw(t, "comparator"),
			Digits: rapid.IntRange(0, len(fmt.Sprint(n))).Draw(t, "digits")}
		var intervals []interval.Interval
		for _, p := range []check.Policy{check.Strict(), check.Default(), check.Loose()} {
			i, err := p.Interval(s)
			if err != nil {
				t.Fatal(err)
			}
			intervals = append(intervals, i)
		}
		if !intervals[0].Within(intervals[1]) || !intervals[1].Within(intervals[2]) {
			t.Errorf("%v: %v, %v, %v are not nested", s, intervals[0], intervals[1], intervals[2])
		}
	})
}

func TestIntervals(t *testing.T) {
	q := func(s string) lac.Quantity {
		v, err := lac.ParseQuantity(s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	tests := []struct {
		stated lac.Stated
		policy check.Policy
		want   string
	}{
		{lac.Stated{Value: q("518400000000 USD"), Digits: 4}, check.Default(), "[518350000000, 518500000000)"},
		{lac.Stated{Value: q("518400000000 USD"), Digits: 4}, check.Strict(), "[518350000000, 518450000000)"},
		{lac.Stated{Value: q("6.0 percent"), Digits: 2}, check.Default(), "[5.95, 6.1)"},
		{lac.Stated{Value: q("2 times")}, check.Default(), "[1.9, 2.1]"},
		{lac.Stated{Value: q("200 projects"), Comparator: lac.Over}, check.Default(), "(200, ∞)"},
		{lac.Stated{Value: q("200 projects"), Comparator: lac.AtLeast}, check.Default(), "[200, ∞)"},
		{lac.Stated{Value: q("1000000 jobs"), Comparator: lac.Nearly}, check.Default(), "[900000, 1000000)"},
		{lac.Stated{Value: q("50 km"), Comparator: lac.About}, check.Default(), "[45, 55]"},
		{lac.Stated{Value: q("50 km"), Comparator: lac.UpTo}, check.Default(), "(-∞, 50]"},
		{lac.Stated{Value: q("10 km"), High: q("20 km"), Comparator: lac.Between, Digits: 2}, check.Strict(), "[9.5, 20.5)"},
		{lac.Stated{Value: q("2 rank"), Digits: 1}, check.Loose(), "2"},
		{lac.Stated{Vague: "numerous"}, check.Default(), "[10, ∞)"},
		{lac.Stated{Value: q("0 projects"), Digits: 1}, check.Default(), "[-0.5, 1)"},
		{lac.Stated{Value: q("50 km"), Comparator: lac.Under}, check.Default(), "(-∞, 50)"},
		// A hedge reaches as far as the last digit that is not 0.
		{lac.Stated{Value: q("260 projects"), Digits: 2, Comparator: lac.Nearly}, check.Default(), "[250, 260)"},
		{lac.Stated{Value: q("260 projects"), Digits: 2, Comparator: lac.Nearly}, check.Strict(), "[255, 260)"},
		{lac.Stated{Value: q("-260 projects"), Digits: 2, Comparator: lac.Nearly}, check.Default(), "(-260, -250]"},
		{lac.Stated{Value: q("290 projects"), Digits: 2, Comparator: lac.About}, check.Default(), "[280, 300]"},
		{lac.Stated{Value: q("-290 projects"), Digits: 2, Comparator: lac.About}, check.Default(), "[-300, -280]"},
		{lac.Stated{Value: q("1.35 percent"), Digits: 3, Comparator: lac.About}, check.Default(), "[1.325, 1.375]"},
		{lac.Stated{Value: q("1.36 percent"), Digits: 3, Comparator: lac.About}, check.Default(), "[1.35, 1.37]"},
		{lac.Stated{Value: q("2 percent"), Digits: 1, Comparator: lac.About}, check.Default(), "[1.8, 2.2]"}, // 1 is more than a tenth of it
		{lac.Stated{Value: q("2 times"), Comparator: lac.About}, check.Default(), "[1.8, 2.2]"},
		{lac.Stated{Value: q("12 times"), Comparator: lac.About}, check.Default(), "[10.8, 13.2]"},
		{lac.Stated{Value: q("0 percent"), Digits: 1, Comparator: lac.About}, check.Default(), "0"},
		// What is written with more digits than a word has is no word.
		{lac.Stated{Value: q("518467 projects")}, check.Default(), "[518466.5, 518468)"},
		{lac.Stated{Value: q("12 projects")}, check.Default(), "[11.5, 13)"},
		{lac.Stated{Value: q("2000 projects")}, check.Default(), "[1900, 2100]"},
		{lac.Stated{Value: q("518 percent")}, check.Default(), "[492.1, 543.9]"},
		{lac.Stated{Value: q("12 times")}, check.Default(), "[11.4, 12.6]"},
		{lac.Stated{Value: q("-6.1 percent"), Digits: 2}, check.Default(), "(-6.2, -6.05]"},
		{lac.Stated{Value: q("0.05 percent"), Digits: 1}, check.Default(), "[0.045, 0.06)"},
		{lac.Stated{Value: q("5 percent"), Digits: 3}, check.Default(), "[4.995, 5.01)"},
		{lac.Stated{Value: q("1000 projects"), Digits: 1}, check.Default(), "[500, 2000)"},
		{lac.Stated{Value: q("1000 projects"), Digits: 4}, check.Default(), "[999.5, 1001)"},
	}
	for _, tt := range tests {
		got, err := tt.policy.Interval(tt.stated)
		if err != nil || got.String() != tt.want {
			t.Errorf("%v under %s: %v, %v; want %s", tt.stated, tt.policy.Name, got, err, tt.want)
		}
	}
}

func TestIntervalsRefused(t *testing.T) {
	broken := check.Default()
	broken.Word = decimal.New(2, 0)
	two := lac.Stated{Value: lac.QuantityOf(2, lac.UnitTimes)}
	for _, tt := range []struct {
		stated lac.Stated
		policy check.Policy
		want   error
	}{
		{lac.Stated{}, check.Default(), lac.ErrMissing},
		{lac.Stated{Vague: "umpteen"}, check.Default(), lac.ErrUnknownCode},
		{two, broken, lac.ErrRange},
		{two, check.Default(), nil},
	} {
		if _, err := tt.policy.Interval(tt.stated); !errors.Is(err, tt.want) {
			t.Errorf("%v: %v, want %v", tt.stated, err, tt.want)
		}
	}
}
