package lac_test

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
)

func commodity(s string) lac.Commodity { return must(lac.ParseCommodity(s)) }

var editions = []string{"H0", "H1", "H2", "H3", "H4", "H5", "H6", "HS", "S1", "S2", "S3", "S4", "SS", "B4", "B5", "BE", "EB", "E1", "E2"}

func TestParseCommodity(t *testing.T) {
	tests := []struct {
		rule, text, edition, code string
		depth                     int
	}{
		{"a heading of HS 2022", "H6:2603", "H6", "2603", 4},
		{"a leading zero is kept", "H6:0102", "H6", "0102", 4},
		{"zeros alone", "S4:00", "S4", "00", 2},
		{"a subheading", "H5:260300", "H5", "260300", 6},
		{"letters", "SS:AG2", "SS", "AG2", 3},
		{"nine characters", "HS:260300001", "HS", "260300001", 9},
		{"a broad category", "B4:111", "B4", "111", 3},
		{"all goods", "TOTAL", "", "TOTAL", 0},
		{"all goods of an edition are all goods", "H6:TOTAL", "", "TOTAL", 0},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			c, err := lac.ParseCommodity(tt.text)
			if err != nil || c.Edition() != tt.edition || c.Code() != tt.code || c.Depth() != tt.depth {
				t.Errorf("got %v, %v: edition %q, code %q, depth %d", c, err, c.Edition(), c.Code(), c.Depth())
			}
			checkRoundTrip(t, c)
		})
	}
}

func TestParseCommodityRefuses(t *testing.T) {
	tests := []struct {
		rule, text string
		want       error
	}{
		{"nothing", "", lac.ErrSyntax},
		{"a code without its edition", "2603", lac.ErrSyntax},
		{"an edition without a code", "H6:", lac.ErrSyntax},
		{"eleven characters", "H6:26030000000", lac.ErrSyntax},
		{"a dot", "H6:26.03", lac.ErrSyntax},
		{"small letters", "H6:ag2", lac.ErrSyntax},
		{"a small edition", "h6:2603", lac.ErrUnknownCode},
		{"an edition to come", "H7:2603", lac.ErrUnknownCode},
		{"an edition of one letter", "H:2603", lac.ErrSyntax},
		{"all goods in small letters", "total", lac.ErrSyntax},
		{"all goods of no edition", "H7:TOTAL", lac.ErrUnknownCode},
		{"space", "H6: 2603", lac.ErrSyntax},
		{"a chapter without its zero", "H6:1", lac.ErrSyntax},
		{"a heading without its zero", "HS:102", lac.ErrSyntax},
		{"a subheading without its zero", "H0:10121", lac.ErrSyntax},
		{"a NUL", "H6:26\x0003", lac.ErrSyntax},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			if c, err := lac.ParseCommodity(tt.text); !errors.Is(err, tt.want) || c != 0 {
				t.Errorf("got %v, %v; want %v", c, err, tt.want)
			}
		})
	}
}

func TestCommodityAgreesWithItsText(t *testing.T) {
	edition := rapid.SampledFrom(editions)
	code := rapid.OneOf(rapid.StringMatching(`[0-9]{1,9}`), rapid.StringMatching(`[0-2]{1,4}`), rapid.StringMatching(`[0-9A-Z]{1,9}`))
	rapid.Check(t, func(t *rapid.T) {
		eX, cX := edition.Draw(t, "edition"), code.Draw(t, "code")
		eY, cY := edition.Draw(t, "edition"), code.Draw(t, "code")
		if rapid.Bool().Draw(t, "finer") {
			eY = eX
			cY = (cX + cY)[:min(9, len(cX+cY))]
		}
		for _, c := range [...]struct {
			edition string
			code    *string
		}{{eX, &cX}, {eY, &cY}} {
			if c.edition[0] == 'H' && len(*c.code)%2 == 1 && len(*c.code) < 6 { // a digit alone is no code of HS
				*c.code += "A"
			}
		}
		if cX == "TOTAL" || cY == "TOTAL" {
			t.Skip("TOTAL has no edition")
		}
		x, y := must(lac.CommodityOf(eX, cX)), must(lac.CommodityOf(eY, cY))
		checkRoundTrip(t, x)
		if x == lac.AllServices || y == lac.AllServices {
			t.Skip("a total has codes in several editions")
		}
		if x.Edition() != eX || x.Code() != cX || x.Depth() != len(cX) || x.String() != eX+":"+cX || x.IsTotal() || !x.IsValid() {
			t.Errorf("%s:%s became %v", eX, cX, x)
		}
		if want := cmp.Or(cmp.Compare(eX, eY), cmp.Compare(cX, cY)); x.Compare(y) != want {
			t.Errorf("%v.Compare(%v) = %d, want %d", x, y, x.Compare(y), want)
		}
		if want := eX == eY && strings.HasPrefix(cY, cX); x.Contains(y) != want {
			t.Errorf("%v.Contains(%v) = %v", x, y, !want)
		}
		service := eX[0] == 'E'
		if lac.AllGoods.Contains(x) == service || lac.AllServices.Contains(x) != service || x.IsService() != service || x.Contains(lac.AllGoods) || lac.AllGoods.Compare(x) != -1 || x.Compare(lac.AllGoods) != 1 {
			t.Errorf("%v beside all goods", x)
		}
	})
}

func TestServicesAreNoGoods(t *testing.T) {
	for _, s := range []string{"EB:S", "EB:TOTAL", "E1:S", "E1:TOTAL", "E2:200", "E2:TOTAL"} {
		if c := commodity(s); c != lac.AllServices || !c.IsService() || c.IsTotal() || !c.IsValid() {
			t.Errorf("%s is %v", s, c)
		}
	}
	if s := lac.AllServices.String(); s != "EB:S" {
		t.Errorf("all services are %q", s)
	}
	travel := commodity("E1:SD")
	if !lac.AllServices.Contains(travel) || !lac.AllServices.Contains(lac.AllServices) || lac.AllServices.Contains(lac.AllGoods) ||
		lac.AllGoods.Contains(lac.AllServices) || lac.AllGoods.Contains(travel) || lac.AllServices.Contains(commodity("SS:S")) {
		t.Error("services and goods are taken for one another")
	}
	d := must(lac.NewDataset(records(
		"c BRA USA export 2021 E1:SC 6000 USD", "c BRA USA export 2021 EB:S 33000 USD", "c BRA USA export 2021 H6:26 44 USD",
		"c BRA CHN export 2021 E1:SC 7 USD")))
	for q, want := range map[lac.TradeQuery]string{
		{Partner: lac.UnitedStates}:                             "44 of 1",
		{Partner: lac.UnitedStates, Commodity: lac.AllServices}: "33000 of 1",
		{Partner: lac.UnitedStates, Commodity: travel}:          "0 of 0",
		{Partner: lac.China}:                                    "0 of 0",
		{Commodity: commodity("E1:SC")}:                         "6007 of 2",
	} {
		total, _ := must(d.Totals(q)).Get(lac.TradeKey{})
		if got := fmt.Sprint(total.Exports.Decimal(), " of ", total.Exports.Records); got != want {
			t.Errorf("%+v: %s, want %s", q, got, want)
		}
	}
}

func TestZeroCommodityIsAbsent(t *testing.T) {
	var zero lac.Commodity
	checkRoundTrip(t, zero)
	if zero.String() != "" || zero.Edition() != "" || zero.Depth() != 0 || zero.IsValid() ||
		zero.Contains(zero) || lac.AllGoods.Contains(zero) || zero.Contains(lac.AllGoods) {
		t.Error("the zero Commodity is taken for goods")
	}
	if zero.Compare(lac.AllGoods) != -1 || lac.AllGoods.Compare(zero) != 1 || zero.Compare(zero) != 0 {
		t.Error("the zero Commodity does not sort first")
	}
}

func TestCommodityThatIsNoCode(t *testing.T) {
	heading := commodity("H6:2603")
	for _, c := range []lac.Commodity{1, 2603, heading + 1, heading | lac.AllGoods, ^lac.Commodity(0)} {
		if c.IsValid() {
			t.Errorf("%d is valid: %v", uint64(c), c)
		}
		_, _ = c.Depth(), c.Contains(heading)
	}
}

func FuzzParseCommodity(f *testing.F) {
	for _, s := range []string{"TOTAL", "H6:2603", "S4:00", "SS:AG2", "H6:TOTAL", "BE:123456789", "H7:1", ":"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := lac.ParseCommodity(s)
		if err != nil {
			if c != 0 || !errors.Is(err, lac.ErrSyntax) && !errors.Is(err, lac.ErrUnknownCode) {
				t.Fatalf("ParseCommodity(%q) = %v, %v", s, c, err)
			}
			return
		}
		if !c.IsValid() || !c.IsTotal() && c.String() != s {
			t.Fatalf("ParseCommodity(%q) = %v", s, c)
		}
		checkRoundTrip(t, c)
	})
}
