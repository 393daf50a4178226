package almanac_test

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// The figures of the almanac, computed again from the folder of the facts that
// they were compiled from, where that folder is at hand. A figure that the facts
// have and the almanac does not, or the other way round, is a difference.

// facts reads one table of the facts: a row for each line, by column name.
func facts(t *testing.T, name string) []map[string]string {
	t.Helper()
	return table(t, "../facts/"+name)
}

// table reads a table by its path from the folder of the real files.
func table(t *testing.T, name string) []map[string]string {
	t.Helper()
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA is not set: the facts beside it are not at hand")
	}
	raw, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Skip(err)
	}
	r := csv.NewReader(strings.NewReader(string(raw)))
	r.Comma, r.Comment, r.LazyQuotes, r.FieldsPerRecord = '\t', '#', true, -1
	if filepath.Ext(name) == ".csv" {
		r.Comma = ','
	}
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(name, err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, column := range rows[0] {
			if i < len(row) {
				m[column] = row[i]
			}
		}
		out = append(out, m)
	}
	return out
}

// same compares two lists of lines as bags.
func same(t *testing.T, fromFacts, fromAlmanac []string) {
	t.Helper()
	n := map[string]int{}
	for _, line := range fromFacts {
		n[line]++
	}
	for _, line := range fromAlmanac {
		n[line]--
	}
	for _, line := range slices.Sorted(maps.Keys(n)) {
		switch {
		case n[line] > 0:
			t.Errorf("the almanac has not: %s", line)
		case n[line] < 0:
			t.Errorf("the facts have not: %s", line)
		}
	}
}

// money writes an amount of so many units, such as "12.6" and "e9 USD".
func money(t *testing.T, amount, unit string) string {
	t.Helper()
	m, err := lac.ParseMoney(amount + unit)
	if err != nil {
		t.Fatal(amount, err)
	}
	return m.String()
}

func period(t *testing.T, s string) lac.Period {
	t.Helper()
	p, err := lac.ParsePeriod(s)
	if err != nil {
		t.Fatal(s, err)
	}
	return p
}

func TestTradeIsThatOfTheFacts(t *testing.T) {
	var want []string
	row := func(source, reporter, partner string, flow lac.TradeFlow, year, amount, unit string) {
		if amount == "" {
			return
		}
		want = append(want, fmt.Sprint(source, " ", area(reporter), " ", area(partner), " ", flow, " ", year, " ", money(t, amount, unit)))
	}
	for _, f := range facts(t, "facts-lac-mirror.tsv") {
		row("comtrade-cipf-mirror", f["reporter_iso3"], "CHN", lac.Import, f["year"], f["imports_from_china_usd(CIF,reporter)"], " USD")
		row("comtrade-cipf-mirror", f["reporter_iso3"], "CHN", lac.Export, f["year"], f["exports_to_china_usd(FOB,reporter)"], " USD")
	}
	for _, f := range facts(t, "facts-china-comtrade-2022.tsv") {
		row("comtrade-2022-chn", "CHN", f["partner_iso3"], lac.Export, f["year"], f["china_exports_usd_fob"], " USD")
		row("comtrade-2022-chn", "CHN", f["partner_iso3"], lac.Import, f["year"], f["china_imports_usd_cif"], " USD")
	}
	for _, f := range facts(t, "facts-gacc-2024.tsv") {
		partner := map[string]string{"WLD": "001", "LAC": "419", "LAC-nes": "636"}[f["partner"]]
		if partner == "" {
			partner = f["partner"]
		}
		row("gacc-2024-table", "CHN", partner, lac.Export, "2024", f["exports_cny10k"], "e4 CNY")
		row("gacc-2024-table", "CHN", partner, lac.Import, "2024", f["imports_cny10k"], "e4 CNY")
	}
	for _, f := range facts(t, "facts-competition.tsv") {
		name, ok := strings.CutPrefix(f["area_parties"], "LCN-")
		if !ok {
			continue
		}
		flow := lac.Export
		if strings.HasPrefix(f["measure"], "LAC imports") {
			flow = lac.Import
		}
		row("wits-lcn", "419", partnerOfWITS(name), flow, f["period"], f["value"], "e6 USD")
	}
	for _, f := range table(t, "census/us-census-celac-2000-2024.tsv") {
		if f["partner_iso3"] == "SCA" { // the bureau's South and Central America
			continue
		}
		// The file writes binary fractions of a million; the bureau counts dollars.
		row("census-country", "USA", f["partner_iso3"], lac.Export, f["year"], dollars(t, f["us_exports_usd_mn_fas"]), " USD")
		row("census-country", "USA", f["partner_iso3"], lac.Import, f["year"], dollars(t, f["us_imports_usd_mn_customs_value"]), " USD")
	}
	var got []string
	for r := range load(t).Trade() {
		if r.Source == "comtrade-2024-chn" {
			continue // read since; see TestDollarsOf2024AreTheYuan
		}
		got = append(got, fmt.Sprint(r.Source, " ", r.Reporter, " ", r.Partner, " ", r.Flow, " ", r.Period, " ", r.Value))
	}
	same(t, want, got)
}

// China reports to Comtrade in dollars what its customs print in yuan: of 2024 the two are
// apart by one rate, within the months' weights and what was corrected since. The average
// rate of 2024 was 7.1957 at the Federal Reserve; the customs', of the month before, 7.12.
func TestDollarsOf2024AreTheYuan(t *testing.T) {
	yuan, n := map[lac.Area]decimal.Decimal{}, 0
	data := load(t)
	for r := range data.Trade() {
		if r.Source == "gacc-2024-table" && r.Flow == lac.Export {
			yuan[r.Partner] = r.Value.Amount()
		}
	}
	least, most := decimal.RequireFromString("7.105"), decimal.RequireFromString("7.12")
	for r := range data.Trade() {
		if r.Source != "comtrade-2024-chn" {
			continue
		}
		n++
		if rate := yuan[r.Partner].DivRound(r.Value.Amount(), 4); r.Flow != lac.Export || r.Valuation != lac.FOB || rate.LessThan(least) || rate.GreaterThan(most) {
			t.Errorf("%s: %v of %v, %s yuan a dollar", r.ID, r.Flow, r.Valuation, rate)
		}
	}
	if n != 18 {
		t.Errorf("%d records", n)
	}
}

// dollars rounds an amount in millions to whole dollars.
func dollars(t *testing.T, millions string) string {
	t.Helper()
	d, err := decimal.NewFromString(millions)
	if err != nil {
		t.Fatal(err)
	}
	return d.Shift(6).RoundBank(0).String()
}

// The totals of trade with the United States that the facts have of another file.
func TestTradeOfTheUnitedStatesAddsUp(t *testing.T) {
	turnover := map[string]decimal.Decimal{}
	for r := range load(t).Trade() {
		if r.Source == "census-country" {
			k := r.Partner.String() + r.Period.String()
			turnover[k] = turnover[k].Add(r.Value.Amount())
		}
	}
	n := 0
	for _, f := range facts(t, "facts-ranks-by-country.tsv") {
		if f["measure"] == "total goods trade of US with partner" {
			n++
			if got := turnover[f["area_parties"]+f["period"]].Shift(-6).Round(0).String(); got != f["value"] {
				t.Errorf("%s in %s: %s million, the facts have %s", f["area_parties"], f["period"], got, f["value"])
			}
		}
	}
	if n != 66 {
		t.Errorf("%d rows", n)
	}
}

func partnerOfWITS(name string) string {
	switch name {
	case "World":
		return "001"
	case "Unspecified":
		return "899"
	}
	return name
}

// AidData's projects by recipient, sector, infrastructure flag and status.
func TestProjectsAreThoseOfTheFacts(t *testing.T) {
	status := map[string]lac.ProjectStatus{
		"Completion": lac.StatusCompleted, "Implementation": lac.StatusImplementation, "Pipeline: Commitment": lac.StatusCommitment,
		"Pipeline: Pledge": lac.StatusPledge, "Suspended": lac.StatusSuspended, "Cancelled": lac.StatusCancelled,
	}
	var want, got []string
	for _, f := range facts(t, "facts-gcdf-lac.tsv") {
		kind := lac.ProjectKind("")
		if f["infrastructure"] == "yes" {
			kind = lac.Infrastructure
		}
		amount := "-"
		if f["amount_usd2021"] != "" && f["records_without_amount"] != f["records"] {
			amount = money(t, f["amount_usd2021"], " USD")
		}
		want = append(want, fmt.Sprint(area(f["recipient"]), " ", kind, " ", status[f["status"]], " ", f["records"], " ", amount, " ",
			period(t, f["first_commitment_year"]+"/"+f["last_commitment_year"])))
	}
	for o := range load(t).Observations() {
		if o.Source == "aiddata-gcdf-3.0-geocoded" && o.Table != "" {
			amount := "-"
			if o.Amount.IsReported() {
				amount = o.Amount.String()
			}
			got = append(got, fmt.Sprint(o.Measure.Partner, " ", o.Measure.Kind, " ", o.Measure.Status, " ", o.Figure.Value.Amount(), " ", amount, " ", o.Period))
		}
	}
	same(t, want, got)
}

// Events of relations: the day of each, and that every other day noted stands there.
func TestTiesAreThoseOfTheFacts(t *testing.T) {
	event := map[string]lac.TieEvent{"establish": lac.TiesEstablished, "suspend": lac.TiesSuspended, "resume": lac.TiesResumed}
	var want, got []string
	notes := map[lac.Area]string{}
	for _, f := range facts(t, "facts-diplomatic.tsv") {
		e, day := event[f["event"]], f["date"]
		if asOf, ok := strings.CutPrefix(f["event"], "never (as of "); ok {
			e, day = lac.TiesNone, strings.TrimSuffix(asOf, ")")
		}
		want = append(want, fmt.Sprint(area(f["iso3"]), " ", e, " ", day))
		notes[area(f["iso3"])] += f["note"]
	}
	for tie := range load(t).Ties() {
		got = append(got, fmt.Sprint(tie.B, " ", tie.Event, " ", tie.Date))
		for _, p := range tie.Also {
			if day := fmt.Sprint(p.First().Day()); !regexp.MustCompile(`\b` + day + `\b`).MatchString(notes[tie.B]) {
				t.Errorf("%s: %v is not among the days of the facts: %s", tie.ID, p, notes[tie.B])
			}
		}
	}
	same(t, want, got)
}

// Memberships of the blocs that the facts have, but for those that the list of
// errors beside the facts corrects.
func TestMembershipsAreThoseOfTheFacts(t *testing.T) {
	bloc := map[string]lac.Area{
		"CELAC": lac.CELAC, "CARICOM": lac.CARICOM, "Mercosur": lac.Mercosur, "SICA": lac.SICA,
		"Andean Community": lac.AndeanCommunity, "Pacific Alliance": lac.PacificAlliance,
	}
	corrected := map[string]string{
		"Andean Community VEN false 1973 2006":       "Andean Community VEN false 1973-02-13 2006-04-22",
		"Andean Community CHL false 1969-05-26 1976": "Andean Community CHL false 1969-05-26 1976-10-30",
		"Mercosur ARG false 1991 ":                   "Mercosur ARG false 1991-03-26 ",
		"Mercosur BRA false 1991 ":                   "Mercosur BRA false 1991-03-26 ",
		"Mercosur PRY false 1991 ":                   "Mercosur PRY false 1991-03-26 ",
		"Mercosur URY false 1991 ":                   "Mercosur URY false 1991-03-26 ",
		"Mercosur BOL false 2024 ":                   "Mercosur BOL false 2024-08-07 ",
		"SICA DOM false 2013 ":                       "SICA DOM false 2013-06-27 ",
		"SICA BLZ false 1998 ":                       "SICA BLZ false 2000 ",
		// The facts have the month and the year; the days are of the notices of the bloc.
		"Mercosur PRY true 2012-06 2013": "Mercosur PRY true 2012-06-29 2013-08-14",
	}
	want := []string{"CARICOM HTI true 2004-02-29 2006-06-06"} // of the same list, with the days of the notices
	var got []string
	for _, f := range facts(t, "facts-blocs.tsv") {
		line := fmt.Sprint(f["bloc"], " ", f["iso3"], " ", f["status"] != "member", " ", f["from"], " ", f["to"])
		if c, ok := corrected[line]; ok {
			delete(corrected, line)
			line = c
		}
		want = append(want, line)
	}
	for line := range corrected {
		t.Errorf("nothing to correct: %s", line)
	}
	names := map[lac.Area]string{}
	for name, a := range bloc {
		names[a] = name
	}
	for m := range load(t).Memberships() {
		if name, ok := names[m.Bloc]; ok {
			got = append(got, fmt.Sprint(name, " ", m.Member, " ", m.Suspended, " ", m.From, " ", m.To))
		}
	}
	same(t, want, got)
}

// What was pledged, and when the meetings were.
func TestPledgesAreThoseOfTheFacts(t *testing.T) {
	var want, got []string
	meetings := map[string]bool{}
	for _, f := range facts(t, "facts-forum.tsv") {
		if strings.Contains(f["meeting"], "claim") {
			continue // counts of what is done, in the observations
		}
		day := period(t, f["date"])
		if f["quantity"] == "" {
			continue
		}
		made := day.First()
		value := f["quantity"] + " " + f["unit"]
		switch f["unit"] {
		case "USD bn":
			value = money(t, f["quantity"], "e9 USD")
		case "RMB bn":
			value = money(t, f["quantity"], "e9 CNY")
		case "people per year":
			value = f["quantity"] + " people a year"
		}
		want = append(want, fmt.Sprint(made, " ", value))
		meetings[made.String()] = true
	}
	for _, f := range facts(t, "facts-forum-2.tsv") {
		switch {
		case f["measure"] == "young leaders programme Bridge of the Future":
			want = append(want, "2021-12-03 1000 people")
		case f["measure"] == "cooperation projects agreed":
			want = append(want, "2025-05-13 100 projects")
		case f["measure"] == "measures announced":
			want = append(want, "2025-05-13 20 measures")
		}
	}
	data := load(t)
	for p := range data.Pledges() {
		value := p.Target.Value.String()
		if p.PerYear {
			value += " a year"
		}
		got = append(got, fmt.Sprint(p.Made.First(), " ", value))
	}
	same(t, want, got)
	for m := range data.Meetings() {
		delete(meetings, m.Date.First().String())
	}
	if len(meetings) > 0 {
		t.Errorf("no meeting on %v", slices.Sorted(maps.Keys(meetings)))
	}
}
