package check_test

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
)

func ExampleClaim() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	double := lac.Claim{
		ID: "double", Form: lac.FormMultiple, Gist: "trade doubled in ten years",
		Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean},
		Period:  lac.Year(2024), Baseline: lac.Year(2014),
		Stated: lac.Stated{Text: "double", Value: lac.QuantityOf(2, lac.UnitTimes)},
	}
	f, err := check.Claim(data, double, check.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Verdict)
	for _, r := range f.Readings {
		fmt.Println(r.Interval.Lower.Decimal(3), r.Verdict, "-", r.Basis.Books)
	}
	// Output:
	// mixed
	// 1.967 supported - China customs (GACC)
	// 1.866 contradicted - CELAC's own books
}

func ExamplePolicy_Interval() {
	stated := lac.Stated{Text: "$518.4 billion", Value: lac.QuantityOf(518_400_000_000, "USD"), Digits: 4}
	for _, p := range []check.Policy{check.Default(), check.Strict()} {
		i, err := p.Interval(stated)
		fmt.Println(p.Name, i, err)
	}
	// Output:
	// default [518350000000, 518500000000) <nil>
	// strict [518350000000, 518450000000) <nil>
}

func ExamplePledge() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	target := data.Record("pledge-forum-1-trade-target").(lac.Pledge)
	f := check.Pledge(data, target, lac.DateOf(2025, 6, 9), check.Default())
	fmt.Println(f.State)
	fmt.Println(f.Notes[0])
	// Output:
	// met
	// Reached in 2024: 518.467 bn USD on China customs (GACC) (customs' own Latin America row, as published).
}

func ExampleStatement() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	said := data.Record(almanac.Statement20250609).(lac.Statement)
	findings, err := check.Statement(data, said, check.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range findings[:2] {
		fmt.Println(f.Verdict, "-", f.Claim.Gist)
		fmt.Println("   ", f.Margin())
	}
	// Output:
	// supported - Trade between China and Latin America and the Caribbean reached $518.4 billion in 2024
	//     flips at 518.5 bn USD, 33 mn USD higher
	// mixed - Trade in 2024 was double that of a decade ago
	//     flips if 2014 were at most 258.777 bn USD; exactly double would need 245.838 bn USD
}

func ExampleConsistency() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	claim := func(id string, flow lac.TradeFlow, millions int64, digits int) lac.Claim {
		return lac.Claim{
			ID: id, Form: lac.FormLevel, Period: lac.Year(2018),
			Measure: lac.Measure{Subject: lac.SubjectTrade, Flow: flow, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean},
			Stated:  lac.Stated{Value: lac.QuantityOf(millions*1_000_000, "USD"), Digits: digits},
		}
	}
	page := lac.Statement{ID: "page", Claims: []lac.Claim{ // as printed: a digit is missing
		claim("exports", lac.Export, 48_790, 5), claim("imports", lac.Import, 158_610, 6), claim("total", lac.Turnover, 307_400, 6),
	}}
	conflicts, err := check.Consistency(data, page, check.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(conflicts[0].Kind, conflicts[0].Claims)
	fmt.Println(conflicts[0].Text)
	// Output:
	// parts [exports imports total]
	// Exports of 48.79 bn USD and imports of 158.61 bn USD make from 207.399 bn to under 207.401 bn USD, not 307.4 bn USD.
}

func ExampleLedger() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, page := range check.Ledger(data, lac.DateOf(2025, 6, 9), check.Default()) {
		fmt.Println(page.Meeting.Date, page.Meeting.Place, len(page.Pledges))
		for _, p := range page.Pledges {
			if p.State == check.Met {
				fmt.Println("   met:", p.Pledge.Measure.Subject, check.Amount(p.Pledge.Target.Value), "on", p.Attained[0].Basis.Period.Last())
			}
		}
	}
	// Output:
	// 2014-07-17 Brasília 5
	// 2015-01-08/2015-01-09 Beijing 4
	//    met: fdi-stock 250 bn USD on 2017-12-31
	//    met: trade 500 bn USD on 2024-12-31
	// 2018-01-21/2018-01-22 Santiago 0
	// 2021-12-03 video link (China and Mexico) 3
	// 2025-05-13 Beijing 11
}

func ExampleReplay() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	claim := data.Record(almanac.Statement20250609).(lac.Statement).Claims[0]
	f, err := check.Claim(data, claim, check.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	written, err := json.Marshal(f)
	if err != nil {
		fmt.Println(err)
		return
	}
	forged := bytes.Replace(written, []byte(`"deciding":true`), []byte(`"deciding":false`), 1)
	for _, finding := range [][]byte{written, forged} {
		differences, err := check.Replay(data, finding)
		fmt.Println(differences, err)
	}
	// Output:
	// [] <nil>
	// [{readings[0].deciding false true}] <nil>
}

func ExamplePolicy() {
	var desk check.Policy
	err := json.Unmarshal([]byte(`{
		"name": "our desk", "truncation": true, "word": "0.03", "near": "0.1", "around": "0.1", "far_above": "2",
		"vague": {"many": 7}, "pace": "years",
		"complete": [{"source": "gacc-2024-table", "reason": "the customs list every partner"}]
	}`), &desk)
	double := lac.Stated{Text: "double", Value: lac.QuantityOf(2, lac.UnitTimes)}
	interval, _ := desk.Interval(double)
	fmt.Println(desk.Name, interval, err)
	err = json.Unmarshal([]byte(`{"name": "our desk", "wrod": "0.03"}`), &desk)
	fmt.Println(err)
	// Output:
	// our desk [1.94, 2.06] <nil>
	// policy: field "wrod": unknown code
}
