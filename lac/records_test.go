package lac_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// invalid runs a table of changes to a valid record, each of which makes one
// field wrong.
type invalid[R interface{ Validate() error }] struct {
	rule   string
	change func(*R)
	field  string
	want   error
}

func checkInvalid[R interface{ Validate() error }](t *testing.T, valid func() R, tests []invalid[R]) {
	t.Helper()
	if err := valid().Validate(); err != nil {
		t.Fatalf("the record is not valid to begin with: %v", err)
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			r := valid()
			tt.change(&r)
			err := r.Validate()
			if !errors.Is(err, tt.want) {
				t.Fatalf("%v, want %v", err, tt.want)
			}
			var fields []string
			for _, f := range fieldErrors(err) {
				fields = append(fields, f.Field)
				if f.Field == tt.field && errors.Is(f, tt.want) {
					return
				}
			}
			t.Errorf("%v: no such error in field %s, only in %q", err, tt.field, fields)
		})
	}
}

func TestSourceValidate(t *testing.T) {
	checkInvalid(t, func() lac.Source { return oneOfEach().Sources[0] }, []invalid[lac.Source]{
		{"a source has an ID", func(s *lac.Source) { s.ID = "" }, "id", lac.ErrMissing},
		{"and one that can be read", func(s *lac.Source) { s.ID = strings.Repeat("x", 201) }, "id", lac.ErrSyntax},
		{"it has a publisher", func(s *lac.Source) { s.Publisher = "" }, "publisher", lac.ErrMissing},
		{"it has a basis", func(s *lac.Source) { s.Basis = "" }, "basis", lac.ErrMissing},
		{"its address is one", func(s *lac.Source) { s.URL = "http://[::1" }, "url", lac.ErrSyntax},
	})
}

func TestTradeRecordValidate(t *testing.T) {
	checkInvalid(t, func() lac.TradeRecord { return oneOfEach().Trade[0] }, []invalid[lac.TradeRecord]{
		{"a record has an ID", func(r *lac.TradeRecord) { r.ID = "" }, "id", lac.ErrMissing},
		{"it has a source", func(r *lac.TradeRecord) { r.Source = "" }, "source", lac.ErrMissing},
		{"it has a reporter", func(r *lac.TradeRecord) { r.Reporter = 0 }, "reporter", lac.ErrMissing},
		{"that there is", func(r *lac.TradeRecord) { r.Reporter = 12345 }, "reporter", lac.ErrUnknownCode},
		{"it has a partner", func(r *lac.TradeRecord) { r.Partner = 0 }, "partner", lac.ErrMissing},
		{"it has a flow", func(r *lac.TradeRecord) { r.Flow = "" }, "flow", lac.ErrUnknownCode},
		{"and no other than the five", func(r *lac.TradeRecord) { r.Flow = "transit" }, "flow", lac.ErrUnknownCode},
		{"it has a period", func(r *lac.TradeRecord) { r.Period = lac.Period{} }, "period", lac.ErrMissing},
		{"it has a commodity", func(r *lac.TradeRecord) { r.Commodity = 0 }, "commodity", lac.ErrMissing},
		{"that is a code", func(r *lac.TradeRecord) { r.Commodity = 2603 }, "commodity", lac.ErrUnknownCode},
		{"trade is not negative", func(r *lac.TradeRecord) { r.Value = money("-1 USD") }, "value", lac.ErrRange},
		{"valuations are three", func(r *lac.TradeRecord) { r.Valuation = "FOB" }, "valuation", lac.ErrUnknownCode},
		{"net weight is in kilograms", func(r *lac.TradeRecord) { r.NetWeight = quantity("1 t") }, "net_weight", lac.ErrUnitMismatch},
		{"and not negative", func(r *lac.TradeRecord) { r.NetWeight = quantity("-1 kg") }, "net_weight", lac.ErrRange},
		{"nor is a quantity", func(r *lac.TradeRecord) { r.Quantity = quantity("-1 u") }, "quantity", lac.ErrRange},
		{"statuses are four", func(r *lac.TradeRecord) { r.Status = "final" }, "status", lac.ErrUnknownCode},
		{"what is missing has no value", func(r *lac.TradeRecord) { r.Status = lac.Missing }, "status", lac.ErrRange},
		{"evidence is of three kinds", func(r *lac.TradeRecord) { r.Evidence = "rumour" }, "evidence", lac.ErrUnknownCode},
	})
}

func TestProjectValidate(t *testing.T) {
	checkInvalid(t, func() lac.Project { return oneOfEach().Projects[0] }, []invalid[lac.Project]{
		{"a project has a title", func(p *lac.Project) { p.Title = "" }, "title", lac.ErrMissing},
		{"kinds are three", func(p *lac.Project) { p.Kind = "bridge" }, "kind", lac.ErrUnknownCode},
		{"statuses are six", func(p *lac.Project) { p.Status = "done" }, "status", lac.ErrUnknownCode},
		{"a purpose has five digits or three", func(p *lac.Project) { p.Sectors[0].Sector.Purpose = "2104" }, "sectors[0].sector.purpose", lac.ErrSyntax},
		{"and no letters", func(p *lac.Project) { p.Sectors[0].Sector.Purpose = "2104O" }, "sectors[0].sector.purpose", lac.ErrSyntax},
		{"a sector is some sector", func(p *lac.Project) { p.Sectors[0].Sector = lac.Sector{} }, "sectors[0].sector", lac.ErrMissing},
		{"a code is of a list", func(p *lac.Project) { p.Sectors[0].Sector.Code = "A1" }, "sectors[0].sector.vocabulary", lac.ErrMissing},
		{"sectors add up to 100", func(p *lac.Project) { p.Sectors[0].Percent = decimal.NewFromInt(99) }, "sectors", lac.ErrRange},
		{"in each vocabulary", func(p *lac.Project) {
			p.Sectors = append(p.Sectors, lac.SectorShare{Sector: lac.Sector{Vocabulary: "99", Code: "A1"}, Percent: decimal.NewFromInt(50)})
		}, "sectors", lac.ErrRange},
		{"a stage has a status", func(p *lac.Project) { p.Stages[0].Status = "" }, "stages[0].status", lac.ErrUnknownCode},
		{"an area is a place", func(p *lac.Project) { p.Areas[1].Area = 0 }, "areas[1].area", lac.ErrMissing},
		{"or a region of a list", func(p *lac.Project) { p.Areas[1] = lac.AreaShare{Code: "389", Percent: p.Areas[1].Percent} }, "areas[1].vocabulary", lac.ErrMissing},
		{"with a code", func(p *lac.Project) { p.Areas[1] = lac.AreaShare{Vocabulary: "1", Percent: p.Areas[1].Percent} }, "areas[1].area", lac.ErrMissing},
		{"not both", func(p *lac.Project) { p.Areas[1].Vocabulary, p.Areas[1].Code = "1", "389" }, "areas[1].code", lac.ErrRange},
		{"percentages are positive", func(p *lac.Project) { p.Areas[0].Percent = decimal.Decimal{} }, "areas[0].percent", lac.ErrRange},
		{"they add up to 100", func(p *lac.Project) { p.Areas[0].Percent = decimal.New(604999, -4) }, "areas", lac.ErrRange},
		{"a hostile percentage is not added", func(p *lac.Project) { p.Areas[0].Percent = decimal.New(1, 999999999) }, "areas[0].percent", lac.ErrRange},
		{"nor a small one", func(p *lac.Project) { p.Areas[0].Percent = decimal.New(1, -999999999) }, "areas[0].percent", lac.ErrRange},
		{"nor a long zero", func(p *lac.Project) { p.Areas[0].Percent = decimal.New(0, -999999999) }, "areas[0].percent", lac.ErrRange},
		{"a hostile latitude", func(p *lac.Project) { p.Locations[0].Latitude = decimal.New(1, 999999999) }, "locations[0].latitude", lac.ErrRange},
		{"transactions are of thirteen types", func(p *lac.Project) { p.Transactions[0].Type = "gift" }, "transactions[0].type", lac.ErrUnknownCode},
		{"a transaction's percentages add up too", func(p *lac.Project) {
			p.Transactions[0].Areas = []lac.AreaShare{{Area: lac.Peru, Percent: decimal.NewFromInt(1)}}
		}, "transactions[0].areas", lac.ErrRange},
		{"a budget is for a time", func(p *lac.Project) { p.Budgets = []lac.Budget{{}} }, "budgets[0].period", lac.ErrMissing},
		{"a link is of a kind", func(p *lac.Project) { p.Links = []lac.Link{{Kind: "cousin", ID: "x"}} }, "links[0].kind", lac.ErrUnknownCode},
		{"and names a project", func(p *lac.Project) { p.Links = []lac.Link{{Kind: lac.Sibling}} }, "links[0].id", lac.ErrMissing},
		{"a project is not part of itself", func(p *lac.Project) { p.Links = []lac.Link{{Kind: lac.PartOf, ID: p.ID}} }, "links[0].id", lac.ErrRange},
		{"evidence", func(p *lac.Project) { p.Evidence = "x" }, "evidence", lac.ErrUnknownCode},
	})
}

func TestProjectKeepsWhatHasNoPlace(t *testing.T) {
	p := oneOfEach().Projects[0]
	p.Areas[1] = lac.AreaShare{Vocabulary: "1", Code: "389", Percent: p.Areas[1].Percent}
	p.Transactions[0].Type = ""
	if err := p.Validate(); err != nil {
		t.Error("a region that is no area, or a transaction of a type not known:", err)
	}
}

func TestProgramValidate(t *testing.T) {
	checkInvalid(t, func() lac.Program { return oneOfEach().Programs[0] }, []invalid[lac.Program]{
		{"a program has a title", func(p *lac.Program) { p.Title = "" }, "title", lac.ErrMissing},
		{"it has a kind", func(p *lac.Program) { p.Kind = "" }, "kind", lac.ErrUnknownCode},
		{"it has a provider", func(p *lac.Program) { p.Provider = 0 }, "provider", lac.ErrMissing},
		{"it has recipients", func(p *lac.Program) { p.Recipients = nil }, "recipients", lac.ErrMissing},
		{"that there are", func(p *lac.Program) { p.Recipients = []lac.Area{7} }, "recipients[0]", lac.ErrUnknownCode},
		{"a delivery has a period", func(p *lac.Program) { p.Delivered[0].Period = lac.Period{} }, "delivered[0].period", lac.ErrMissing},
		{"within the window", func(p *lac.Program) { p.Delivered[0].Period = lac.Year(2020) }, "delivered[0].period", lac.ErrRange},
		{"it is a number", func(p *lac.Program) { p.Delivered[0].Places = lac.Quantity{} }, "delivered[0].places", lac.ErrRange},
		{"of what was pledged", func(p *lac.Program) { p.Delivered[0].Places = quantity("5 visits") }, "delivered[0].places", lac.ErrUnitMismatch},
	})
}

func TestStatementValidate(t *testing.T) {
	checkInvalid(t, func() lac.Statement { return oneOfEach().Statements[0] }, []invalid[lac.Statement]{
		{"a statement has a date", func(s *lac.Statement) { s.Date = lac.Date{} }, "date", lac.ErrMissing},
		{"it has a language", func(s *lac.Statement) { s.Language = "" }, "language", lac.ErrMissing},
		{"somebody made it", func(s *lac.Statement) { s.Speakers = nil }, "speakers", lac.ErrMissing},
		{"its text is UTF-8", func(s *lac.Statement) { s.Text = "\xff" + s.Text }, "text", lac.ErrSyntax},
		{"claims have IDs of their own", func(s *lac.Statement) { s.Claims = append(s.Claims, s.Claims[0]) }, "claims[1].id", lac.ErrDuplicateID},
		{"a claim's words are in the text", func(s *lac.Statement) { s.Claims[0].End = 1000 }, "claims[0].end", lac.ErrRange},
		{"they do not end before they begin", func(s *lac.Statement) { s.Claims[0].Start = 14 }, "claims[0].start", lac.ErrRange},
		{"they do not begin before the text", func(s *lac.Statement) { s.Claims[0].Start = -1 }, "claims[0].start", lac.ErrRange},
		{"they do not split a character", func(s *lac.Statement) { s.Claims[0].Start, s.Claims[0].End = 16, 20 }, "claims[0].start", lac.ErrRange},
		{"a claim has a form", func(s *lac.Statement) { s.Claims[0].Form = "" }, "claims[0].form", lac.ErrUnknownCode},
		{"it has a measure", func(s *lac.Statement) { s.Claims[0].Measure.Subject = "" }, "claims[0].measure.subject", lac.ErrMissing},
		{"of somebody", func(s *lac.Statement) { s.Claims[0].Measure.Partner = 0 }, "claims[0].measure.partner", lac.ErrMissing},
		{"it has a period", func(s *lac.Statement) { s.Claims[0].Period = lac.Period{} }, "claims[0].period", lac.ErrMissing},
		{"it states a figure", func(s *lac.Statement) { s.Claims[0].Stated = lac.Stated{} }, "claims[0].stated", lac.ErrMissing},
		{"a hedge is a known one", func(s *lac.Statement) { s.Claims[0].Stated.Comparator = "approx" }, "claims[0].stated.comparator", lac.ErrUnknownCode},
		{"a range has two ends", func(s *lac.Statement) { s.Claims[0].Stated.Comparator = lac.Between }, "claims[0].stated.high", lac.ErrMissing},
		{"in order", func(s *lac.Statement) {
			s.Claims[0].Stated.Comparator, s.Claims[0].Stated.High = lac.Between, quantity("1 USD")
		}, "claims[0].stated.high", lac.ErrRange},
		{"a multiple has a baseline", func(s *lac.Statement) { s.Claims[0].Form = lac.FormMultiple }, "claims[0].baseline", lac.ErrMissing},
		{"a share has a whole", func(s *lac.Statement) { s.Claims[0].Form = lac.FormShare }, "claims[0].of.subject", lac.ErrMissing},
		{"a streak has a place", func(s *lac.Statement) { s.Claims[0].Form = lac.FormStreak }, "claims[0].place", lac.ErrMissing},
		{"coverage is over a set", func(s *lac.Statement) { s.Claims[0].Form = lac.FormCoverage }, "claims[0].over", lac.ErrUnknownCode},
		{"an event refers to it", func(s *lac.Statement) { s.Claims[0].Form = lac.FormEvent }, "claims[0].refers", lac.ErrMissing},
	})
}

func TestPositionsNeedNoMeasure(t *testing.T) {
	c := lac.Claim{ID: "c", Form: lac.FormPosition, Gist: "the friendship is deep"}
	if err := c.Validate(); err != nil {
		t.Error(err)
	}
}

func TestStatementWords(t *testing.T) {
	s := oneOfEach().Statements[0]
	if got := s.Words(s.Claims[0]); got != "Trade doubled" {
		t.Errorf("%q", got)
	}
	for _, c := range []lac.Claim{{}, {Start: 5, End: 5}, {Start: 5, End: 1}, {Start: -1, End: 5}, {Start: 0, End: 1 << 40}} {
		if got := s.Words(c); got != "" {
			t.Errorf("bytes %d to %d are %q", c.Start, c.End, got)
		}
	}
}

func TestMeetingPledgeObservationValidate(t *testing.T) {
	t.Run("meeting", func(t *testing.T) {
		checkInvalid(t, func() lac.Meeting { return oneOfEach().Meetings[0] }, []invalid[lac.Meeting]{
			{"a meeting has a title", func(m *lac.Meeting) { m.Title = "" }, "title", lac.ErrMissing},
			{"it has a date", func(m *lac.Meeting) { m.Date = lac.Period{} }, "date", lac.ErrMissing},
		})
	})
	t.Run("pledge", func(t *testing.T) {
		checkInvalid(t, func() lac.Pledge { return oneOfEach().Pledges[0] }, []invalid[lac.Pledge]{
			{"a pledge has a target", func(p *lac.Pledge) { p.Target = lac.Stated{} }, "target", lac.ErrMissing},
			{"it was made once", func(p *lac.Pledge) { p.Made = lac.Period{} }, "made", lac.ErrMissing},
			{"what is per year has years", func(p *lac.Pledge) { p.PerYear, p.Window = true, lac.Period{} }, "window", lac.ErrMissing},
			{"somebody receives", func(p *lac.Pledge) { p.Measure.Partner = 0 }, "measure.partner", lac.ErrMissing},
			{"digits are not negative", func(p *lac.Pledge) { p.Target.Digits = -1 }, "target.digits", lac.ErrRange},
		})
	})
	t.Run("observation", func(t *testing.T) {
		checkInvalid(t, func() lac.Observation { return oneOfEach().Observations[0] }, []invalid[lac.Observation]{
			{"an observation has a figure", func(o *lac.Observation) { o.Figure = lac.Stated{} }, "figure", lac.ErrMissing},
			{"a text is no figure", func(o *lac.Observation) { o.Figure = lac.Stated{Text: "518.4 billion"} }, "figure.value", lac.ErrMissing},
			{"it has a period", func(o *lac.Observation) { o.Period = lac.Period{} }, "period", lac.ErrMissing},
			{"the flow is a known one", func(o *lac.Observation) { o.Measure.Flow = "both" }, "measure.flow", lac.ErrUnknownCode},
			{"money behind it is not negative", func(o *lac.Observation) { o.Amount = money("-1 USD") }, "amount", lac.ErrRange},
		})
	})
}

func TestTieMembershipRateValidate(t *testing.T) {
	t.Run("tie", func(t *testing.T) {
		checkInvalid(t, func() lac.Tie { return oneOfEach().Ties[0] }, []invalid[lac.Tie]{
			{"ties are between two", func(r *lac.Tie) { r.B = 0 }, "b", lac.ErrMissing},
			{"events are four", func(r *lac.Tie) { r.Event = "upgraded" }, "event", lac.ErrUnknownCode},
			{"an event has a date", func(r *lac.Tie) { r.Date = lac.Period{} }, "date", lac.ErrMissing},
		})
	})
	t.Run("membership", func(t *testing.T) {
		checkInvalid(t, func() lac.Membership { return oneOfEach().Memberships[0] }, []invalid[lac.Membership]{
			{"membership is of a bloc", func(r *lac.Membership) { r.Bloc = lac.LatinAmericaCaribbean }, "bloc", lac.ErrUnknownCode},
			{"members are countries", func(r *lac.Membership) { r.Member = lac.CARICOM }, "member", lac.ErrUnknownCode},
			{"it begins", func(r *lac.Membership) { r.From = lac.Period{} }, "from", lac.ErrMissing},
			{"it does not end before that", func(r *lac.Membership) { r.To = lac.Year(2010) }, "to", lac.ErrRange},
		})
	})
	t.Run("rate", func(t *testing.T) {
		checkInvalid(t, func() lac.Rate { return oneOfEach().Rates[0] }, []invalid[lac.Rate]{
			{"a rate has two currencies", func(r *lac.Rate) { r.Quote = r.Base }, "base", lac.ErrUnknownCode},
			{"both known", func(r *lac.Rate) { r.Quote = 0 }, "quote", lac.ErrUnknownCode},
			{"it has a period", func(r *lac.Rate) { r.Period = lac.Period{} }, "period", lac.ErrMissing},
			{"it is positive", func(r *lac.Rate) { r.Rate = decimal.Decimal{} }, "rate", lac.ErrRange},
			{"a hostile one is refused", func(r *lac.Rate) { r.Rate = decimal.New(1, 999999999) }, "rate", lac.ErrRange},
			{"and a small one", func(r *lac.Rate) { r.Rate = decimal.New(1, -999999999) }, "rate", lac.ErrRange},
		})
	})
}

// TestHostileJSON: numbers that would take gigabytes when written out are read
// as JSON without harm and refused by validation.
func TestHostileJSON(t *testing.T) {
	const text = `{"sources":[{"id":"s","publisher":"p","basis":"b"}],
		"rates":[{"id":"r","source":"s","period":"2024","base":"USD","quote":"CNY","rate":1e999999999}],
		"projects":[{"id":"p","source":"s","title":"t","areas":[{"area":"PER","percent":"1e999999999"},{"area":"CHL","percent":"1e-999999999"}]}]}`
	var all lac.Records
	if err := json.Unmarshal([]byte(text), &all); err == nil {
		if _, err := lac.NewDataset(all); !errors.Is(err, lac.ErrRange) {
			t.Errorf("%v", err)
		}
	}
	for _, bad := range []string{
		`{"trade":[{"value":"1e999999999 USD"}]}`, `{"trade":[{"value":5}]}`, `{"trade":[{"value":"5"}]}`, `{"trade":[{"period":2024}]}`,
		`{"trade":[{"period":"24"}]}`, `{"trade":[{"reporter":"Atlantis"}]}`, `{"trade":[{"commodity":"2603"}]}`, `{"rates":[{"base":"ZZZ"}]}`,
	} {
		if err := json.Unmarshal([]byte(bad), new(lac.Records)); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}

func TestErrorsSayWhereAndWhat(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want string
	}{
		{&lac.FieldError{Record: "r1", Field: "flow", Text: "transit", Err: lac.ErrUnknownCode}, `record "r1": field flow "transit": unknown code`},
		{&lac.FieldError{Field: "id", Err: lac.ErrMissing}, `field id: not reported`},
		{&lac.RowError{Source: "TradeData.csv", Line: 7, Column: 12, Field: "primaryValue", Text: "1e999", Err: lac.ErrRange}, `TradeData.csv:7:12: field primaryValue "1e999": out of range`},
		{&lac.RowError{Line: 7, Err: lac.ErrSyntax}, `7: malformed`},
		{&lac.UnsafeSumError{Guard: lac.GuardBooks, Detail: "x", Records: []string{"a", "b"}}, `unsafe sum: both books of one flow: x (records ["a" "b"]); ask for one side's books: set Reporter, or add ByReporter`},
	} {
		if got := tt.err.Error(); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
	long := &lac.FieldError{Field: "text", Text: strings.Repeat("拉", 1000), Err: lac.ErrSyntax}
	if len(long.Error()) > 200 || !errors.Is(long, lac.ErrSyntax) {
		t.Errorf("%v", long)
	}
}

func TestStatedString(t *testing.T) {
	for want, s := range map[string]lac.Stated{
		"over a million": {Text: "over a million", Value: quantity("1000000 jobs"), Comparator: lac.Over},
		"numerous":       {Vague: "numerous"},
		"1000000 jobs":   {Value: quantity("1000000 jobs")},
		"not reported":   {},
	} {
		if got := s.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if !(lac.Stated{}).IsZero() || (lac.Stated{Vague: "many"}).IsZero() {
		t.Error("a vague word is a statement, and nothing is none")
	}
}

func TestFlows(t *testing.T) {
	for _, f := range []lac.TradeFlow{lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover} {
		if !f.IsValid() || f.Mirror().Mirror() != f || !f.Mirror().IsValid() {
			t.Errorf("%s and its mirror %s", f, f.Mirror())
		}
	}
	if lac.TradeFlow("").IsValid() || lac.Export.Mirror() != lac.Import || lac.ReExport.Mirror() != lac.ReImport || lac.Turnover.Mirror() != lac.Turnover {
		t.Error("mirrors")
	}
	if got := (lac.Sector{Purpose: "21040"}).Group(); got != "210" {
		t.Errorf("sector group %q", got)
	}
	if !lac.StatusCompleted.HasBegun() || !lac.StatusImplementation.HasBegun() || lac.StatusPledge.HasBegun() || lac.StatusCommitment.HasBegun() || lac.StatusCancelled.HasBegun() {
		t.Error("a pledge or commitment is taken for delivered, or a delivery is not")
	}
}
