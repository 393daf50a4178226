package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// A claimCase is a claim with what must be found of it. The claim is written
//
//	form subject reporter partner [flow=, kind=, sector=, status=, goods=] period [since baseline] [of partner] [over set] [place n] [refers id] | figure
//
// The readings are those that decide, in their order, as "value verdict books
// (definition)"; the margin is that of the finding.
type claimCase struct {
	claim    string
	policy   check.Policy
	verdict  check.Verdict
	readings []string
	margin   string
}

func parseClaim(t testing.TB, s string) lac.Claim {
	t.Helper()
	head, figure, _ := strings.Cut(s, " | ")
	f := strings.Fields(head)
	c := lac.Claim{ID: "claim", Form: lac.ClaimForm(f[0]), Gist: s}
	c.Measure = lac.Measure{Subject: lac.Subject(f[1]), Reporter: country(f[2]), Partner: country(f[3])}
	for i := 4; i < len(f); i++ {
		key, value, ok := strings.Cut(f[i], "=")
		switch {
		case key == "flow":
			c.Measure.Flow = lac.TradeFlow(value)
		case key == "kind":
			c.Measure.Kind = lac.ProjectKind(value)
		case key == "sector":
			c.Measure.Sector = value
		case key == "status":
			c.Measure.Status = lac.ProjectStatus(value)
		case key == "goods":
			goods, err := lac.ParseCommodity(value)
			if err != nil {
				t.Fatal(err)
			}
			c.Measure.Commodity = goods
		case ok:
			t.Fatalf("%s: unknown field %s", s, key)
		case i+1 < len(f) && f[i] == "since":
			c.Baseline = periodOf(f[i+1])
			i++
		case i+1 < len(f) && f[i] == "of":
			c.Of = c.Measure
			c.Of.Partner = country(f[i+1])
			i++
		case i+1 < len(f) && f[i] == "over":
			c.Over = lac.CoverageSet(f[i+1])
			i++
		case i+1 < len(f) && f[i] == "place":
			fmt.Sscan(f[i+1], &c.Place)
			i++
		case i+1 < len(f) && f[i] == "refers":
			c.Refers = f[i+1]
			i++
		default:
			c.Period = periodOf(f[i])
		}
	}
	if figure != "" {
		c.Stated = statedAs(figure)
	}
	if err := c.Validate(); err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return c
}

func readingsOf(f check.Finding) []string {
	var out []string
	for _, r := range f.Readings {
		if r.Deciding {
			out = append(out, fmt.Sprintf("%s %s %s (%s)", check.Text(r.Interval, r.Unit), r.Verdict, r.Basis.Books, r.Basis.Definition))
		}
	}
	return out
}

func checkCases(t *testing.T, data *lac.Dataset, cases []claimCase) {
	t.Helper()
	for _, tt := range cases {
		policy := tt.policy
		if policy.Name == "" {
			policy = check.Default()
		}
		f := find(t, data, parseClaim(t, tt.claim), policy)
		if f.Verdict != tt.verdict || f.Margin().Text != tt.margin {
			t.Errorf("%s: %s, margin %q; want %s, margin %q", tt.claim, f.Verdict, f.Margin().Text, tt.verdict, tt.margin)
		}
		if diff := cmp.Diff(tt.readings, readingsOf(f)); diff != "" {
			t.Errorf("%s: readings (-want +got):\n%s", tt.claim, diff)
		}
		confirmArithmetic(t, tt.claim, f)
	}
}

// everyClaim returns the claims of all cases over the almanac, and those of the
// statement.
func everyClaim(t testing.TB) []lac.Claim {
	claims := statement(t, almanacData(t)).Claims
	for i, c := range slices.Concat(tradeCases, otherCases) {
		claim := parseClaim(t, c.claim)
		claim.ID = fmt.Sprintf("case-%d", i)
		claims = append(slices.Clip(claims), claim)
	}
	return claims
}
