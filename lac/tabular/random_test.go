package tabular_test

import (
	"reflect"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// validRecord draws a valid record with any of its fields set. Fields are found
// by reflection: one that a record gains is drawn as well.
func validRecord[R tabular.Record](t *rapid.T) R {
	var r R
	draw(t, reflect.ValueOf(&r).Elem())
	if err := any(r).(interface{ Validate() error }).Validate(); err != nil {
		t.Fatalf("drew a record that is not valid: %v\n%+v", err, r)
	}
	return r
}

var texts = []string{
	"", "a", "Perú", "秘鲁", " two  spaces ", "a,b;c\td", `"quoted" 'too'`, "line\nend", "line\r\nend\r", "\\", "NUL\x00",
	"=SUM(A1)", "-1", "+x", "@x", "null", "true", "[1]", "{}", "<b>&amp;</b>", "\u2028\ufffd\U0001F600", "NA", "\ufeffmark",
}

func text(t *rapid.T) string {
	return rapid.OneOf(rapid.SampledFrom(texts), rapid.String()).Draw(t, "text")
}

func date(t *rapid.T) lac.Date {
	return lac.DateOf(rapid.IntRange(1, 9999).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"))
}

func number(t *rapid.T, least int64) decimal.Decimal {
	return decimal.New(rapid.Int64Range(least, 1<<53).Draw(t, "coefficient"), -rapid.Int32Range(-5, 18).Draw(t, "places"))
}

func quantity(t *rapid.T, u lac.Unit) lac.Quantity {
	q, err := lac.NewQuantity(number(t, 0), u)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// percentages returns n numbers that add up to 100.
func percentages(t *rapid.T, n int) []decimal.Decimal {
	percents := make([]decimal.Decimal, n)
	rest := decimal.NewFromInt(100)
	for i := range n - 1 {
		percents[i] = decimal.New(rapid.Int64Range(1, 1000).Draw(t, "percent"), -rapid.Int32Range(3, 9).Draw(t, "places"))
		rest = rest.Sub(percents[i])
	}
	percents[n-1] = rest
	return percents
}

func oneOf[T any](values ...T) func(*rapid.T) any {
	return func(t *rapid.T) any { return rapid.SampledFrom(values).Draw(t, "value") }
}

var sector = oneOf(lac.Sector{Purpose: "23110"}, lac.Sector{Purpose: "231", Field: "energy"}, lac.Sector{Field: "a; b"})

// drawn are the types whose values are not free.
var drawn = map[reflect.Type]func(*rapid.T) any{
	reflect.TypeFor[lac.Area]():        oneOf(lac.China, lac.Peru, lac.CELAC, lac.LatinAmericaCaribbean, lac.OtherAsia, lac.EuropeanUnion),
	reflect.TypeFor[lac.Currency]():    oneOf(lac.USD, lac.CNY, lac.EUR),
	reflect.TypeFor[lac.Evidence]():    oneOf("", lac.Published, lac.Derived, lac.Unconfirmed),
	reflect.TypeFor[lac.SourceGrade](): oneOf("", lac.GradeStatistics, lac.GradePress, lac.GradePartyPress),
	reflect.TypeFor[lac.TradeFlow]():   oneOf(lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover),
	reflect.TypeFor[lac.Figure]():      oneOf(lac.FigureValue, lac.FigureNetWeight, lac.FigureQuantity),
	reflect.TypeFor[lac.Valuation]():   oneOf(lac.NotStated, lac.FOB, lac.CIF),
	reflect.TypeFor[lac.ObsStatus]():   oneOf(lac.Normal, lac.Estimated, lac.Provisional),
	reflect.TypeFor[lac.ProjectKind](): oneOf("", lac.Infrastructure, lac.Livelihood),
	reflect.TypeFor[lac.ProjectStatus](): oneOf(lac.StatusPledge, lac.StatusCommitment,
		lac.StatusImplementation, lac.StatusCompleted, lac.StatusSuspended, lac.StatusCancelled),
	reflect.TypeFor[lac.TransactionType](): oneOf(lac.Commitment, lac.Disbursement, lac.Repayment),
	reflect.TypeFor[lac.LinkKind]():        oneOf(lac.Sibling, lac.SameAs, lac.LinkedTo),
	reflect.TypeFor[lac.ProgramKind]():     oneOf(lac.Scholarships, lac.Training, lac.Visits, lac.MedicalTeam),
	reflect.TypeFor[lac.TieEvent]():        oneOf(lac.TiesEstablished, lac.TiesSuspended, lac.TiesResumed, lac.TiesNone),
	reflect.TypeFor[lac.CoverageSet]():     oneOf(lac.WithTies, lac.AllMembers),
	reflect.TypeFor[lac.Subject]():         oneOf(lac.SubjectTrade, lac.SubjectProjects, lac.Subject("a word, outside the list ")),
	reflect.TypeFor[lac.Commodity](): func(t *rapid.T) any {
		c, err := lac.ParseCommodity(rapid.SampledFrom([]string{"TOTAL", "H6:2603", "S4:00", "HS:01"}).Draw(t, "commodity"))
		if err != nil {
			t.Fatal(err)
		}
		return c
	},
	reflect.TypeFor[lac.Date](): func(t *rapid.T) any { return date(t) },
	reflect.TypeFor[lac.Period](): func(t *rapid.T) any {
		if rapid.Bool().Draw(t, "years") {
			y := rapid.IntRange(1, 9998).Draw(t, "first")
			return lac.Years(y, y+rapid.IntRange(0, 1).Draw(t, "more"))
		}
		a, b := date(t), date(t)
		if b.Before(a) {
			a, b = b, a
		}
		return lac.Days(a, b)
	},
	reflect.TypeFor[decimal.Decimal](): func(t *rapid.T) any { return number(t, 1) },
	reflect.TypeFor[lac.Money](): func(t *rapid.T) any {
		m, ok := quantity(t, lac.UnitOf(rapid.SampledFrom([]lac.Currency{lac.USD, lac.CNY}).Draw(t, "currency"))).Money()
		if !ok {
			t.Fatal("no money")
		}
		return m
	},
	reflect.TypeFor[lac.Quantity](): func(t *rapid.T) any {
		return quantity(t, rapid.SampledFrom([]lac.Unit{lac.UnitJobs, lac.UnitMegawatts, "GW h/a"}).Draw(t, "unit"))
	},
	reflect.TypeFor[lac.Sector](): sector,
	reflect.TypeFor[[]lac.AreaShare](): func(t *rapid.T) any {
		areas := rapid.SampledFrom([][]lac.Area{{lac.Peru}, {lac.Peru, lac.Chile}, {lac.Brazil, lac.CELAC, lac.Haiti}}).Draw(t, "areas")
		percents := percentages(t, len(areas))
		var shares []lac.AreaShare
		for i, a := range areas {
			share := lac.AreaShare{Area: a, Percent: percents[i]}
			// What a share has besides stands for an area that is none.
			if v := reflect.ValueOf(&share).Elem(); v.NumField() > 2 && rapid.Bool().Draw(t, "other") {
				share.Area = 0
				for j := range v.NumField() {
					if f := v.Field(j); f.Kind() == reflect.String {
						f.SetString("some " + text(t))
					}
				}
			}
			shares = append(shares, share)
		}
		return shares
	},
	reflect.TypeFor[[]lac.SectorShare](): func(t *rapid.T) any {
		var shares []lac.SectorShare
		for _, p := range percentages(t, rapid.IntRange(1, 3).Draw(t, "sectors")) {
			shares = append(shares, lac.SectorShare{Sector: sector(t).(lac.Sector), Percent: p})
		}
		for _, p := range percentages(t, 2) {
			shares = append(shares, lac.SectorShare{Sector: lac.Sector{Vocabulary: "99", Code: " x;y "}, Percent: p})
		}
		return shares
	},
}

// draw sets v to something, or in some places leaves it as it is.
func draw(t *rapid.T, v reflect.Value) {
	if gen, ok := drawn[v.Type()]; ok {
		v.Set(reflect.ValueOf(gen(t)).Convert(v.Type()))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text(t))
	case reflect.Int:
		v.SetInt(rapid.Int64Range(0, 9999).Draw(t, "n"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "flag"))
	case reflect.Slice:
		n := rapid.IntRange(-1, 3).Draw(t, "length") // -1: nil
		if n < 0 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			draw(t, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			optional := v.Type().Field(i).Tag.Get("json") != jsonName(v.Type().Field(i))
			if !optional || rapid.Bool().Draw(t, "set") {
				draw(t, v.Field(i))
			}
		}
		mend(t, v.Addr().Interface())
	default:
		t.Fatalf("cannot draw a %v", v.Type())
	}
}

// mend makes the fields of a record agree with each other.
func mend(t *rapid.T, record any) {
	id := func(s *string) { *s = "id " + rapid.StringMatching(`[a-z#:/"=-]{0,12}`).Draw(t, "id") }
	some := func(s *string) { *s += "some" }
	switch r := record.(type) {
	case *lac.Source:
		id(&r.ID)
		some(&r.Publisher)
		some(&r.Basis)
		r.URL = "https://example.org/?q=a,b&c"
	case *lac.TradeRecord:
		id(&r.ID)
		some(&r.Source)
		if r.NetWeight.IsReported() {
			r.NetWeight = quantity(t, lac.UnitKilograms)
		}
		if !r.Value.IsReported() {
			r.Status = lac.Missing
		}
	case *lac.Project:
		id(&r.ID)
		some(&r.Source)
		some(&r.Title)
	case *lac.Link:
		some(&r.ID)
	case *lac.Program:
		id(&r.ID)
		some(&r.Source)
		some(&r.Title)
		r.Recipients = append(r.Recipients, lac.Peru)
		r.Window = lac.Period{}
		for i := range r.Delivered {
			r.Delivered[i].Places = quantity(t, lac.UnitPlaces)
		}
		if r.Pledged.IsReported() {
			r.Pledged = quantity(t, lac.UnitPlaces)
		}
	case *lac.Statement:
		id(&r.ID)
		some(&r.Source)
		some(&r.Language)
		r.Text = "“plain words”, and no others"
		r.Speakers = append(r.Speakers, lac.Speaker{Name: text(t)})
		for i := range r.Claims {
			r.Claims[i].ID = string(rune('a' + i))
		}
	case *lac.Claim:
		r.Form, r.Over = lac.FormCoverage, lac.AllMembers
		r.Start, r.End = 0, len("“plain")
		r.Measure.Reporter, r.Measure.Partner, r.Measure.Subject = lac.China, lac.Peru, lac.SubjectProjects
		if r.Period.IsZero() {
			r.Period = lac.Year(2024)
		}
	case *lac.Measure:
		if r.Reporter == 0 {
			r.Reporter, r.Partner, r.Subject = lac.China, lac.CELAC, lac.SubjectTrade
		}
	case *lac.Stated:
		r.Digits %= 39
		r.Value, r.High = quantity(t, lac.UnitJobs), lac.Quantity{}
		if r.Comparator = rapid.SampledFrom([]lac.Comparator{"", lac.Over, lac.Between}).Draw(t, "comparator"); r.Comparator == lac.Between {
			r.High = lac.QuantityOf(1<<60, lac.UnitJobs)
			r.Value = lac.QuantityOf(rapid.Int64Range(0, 1<<60).Draw(t, "low"), lac.UnitJobs)
		}
	case *lac.Meeting:
		id(&r.ID)
		some(&r.Source)
		some(&r.Title)
	case *lac.Pledge:
		id(&r.ID)
		some(&r.Source)
		r.PerYear = r.PerYear && !r.Window.IsZero()
	case *lac.Observation:
		id(&r.ID)
		some(&r.Source)
	case *lac.Tie:
		id(&r.ID)
		some(&r.Source)
	case *lac.Membership:
		id(&r.ID)
		some(&r.Source)
		r.Bloc, r.Member = lac.CELAC, lac.Peru
		r.From = lac.Year(2001)
		if !r.To.IsZero() {
			r.To = lac.Years(2002, 2004)
		}
	case *lac.Rate:
		id(&r.ID)
		some(&r.Source)
		r.Base, r.Quote = lac.USD, lac.CNY
	}
}
