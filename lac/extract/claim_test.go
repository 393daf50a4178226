package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// line prints a claim in short: form, value, hedge, period and baseline.
func line(c extract.Claim) string {
	parts := []string{string(c.Form)}
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if c.Stated.Value.IsReported() {
		add(c.Stated.Value.String())
	}
	if c.Stated.Comparator != lac.Equal {
		add(string(c.Stated.Comparator))
	}
	if c.Whole.IsReported() {
		add("of " + c.Whole.Amount().String())
	}
	add(c.Stated.Vague)
	add(c.Period.String())
	if !c.Baseline.IsZero() {
		add("vs " + c.Baseline.String())
	}
	if c.Forecast {
		add("forecast")
	}
	if c.PerYear {
		add("a year")
	}
	return strings.Join(parts, " ")
}

func lines(text string, lang language.Tag) []string {
	var out []string
	for _, c := range extract.Claims(text, extract.Options{Language: lang, Date: lac.DateOf(2024, 9, 6)}) {
		out = append(out, line(c))
	}
	return out
}

func TestFormsByTheWordsAroundAFigure(t *testing.T) {
	tests := []struct {
		rule, text string
		want       []string
	}{
		{"a sum is a level", "Trade was worth $5 billion in 2023.", []string{"level 5000000000 USD 2023"}},
		{"a verb of growth makes a change", "Exports rose by 5 percent in 2023.", []string{"change 5 percent 2023 vs 2022"}},
		{"a noun of growth makes a change", "It saw growth of 5 percent.", []string{"change 5 percent"}},
		{"to what it rose is a level", "Exports rose to $5 billion.", []string{"level 5000000000 USD"}},
		{"more after a figure makes a change", "It paid 5 percent more.", []string{"change 5 percent"}},
		{"points are a change", "It grew 2 percentage points faster.", []string{"change 2 percentage-points"}},
		{"of a whole is a share", "It takes 5 percent of exports.", []string{"share 5 percent"}},
		{"a fraction is a share", "Two thirds of exports go there.", []string{"share 66.67 percent"}},
		{"a rate is a level", "The loan carries interest of 2 percent.", []string{"level 2 percent"}},
		{"a share of those served is a coverage", "It scrapped duties on 98 percent of tariff lines.", []string{"coverage 98 percent"}},
		{"a change from one to the other is two levels", "It went from 90 projects to 126.", []string{"count 90 projects", "count 126 projects"}},
		{"times what was before is a multiple", "It was three times the sum offered in 2012.", []string{"multiple 3 times vs 2012"}},
		{"three occasions are no multiple", "They met three times.", nil},
		{"what is promised is a pledge", "Beijing promised 300 schools.", []string{"pledge 300 schools"}},
		{"what will be given is a pledge", "Africa will receive $5 billion.", []string{"pledge 5000000000 USD"}},
		{"a figure that comes first looks ahead for its verb", "About 300 officials would be invited.", []string{"pledge 300 officials about"}},
		{"what was done is none", "China has sent 500 doctors.", []string{"count 500 doctors"}},
		{"what is expected is a forecast", "Trade could reach $5 billion.", []string{"level 5000000000 USD forecast"}},
		{"what will rise is a forecast", "Trade will climb to $5 billion.", []string{"level 5000000000 USD forecast"}},
		{"what an actor aims at is a pledge", "They aim to lift trade to $5 billion by 2030.", []string{"pledge 5000000000 USD ../2030"}},
		{"so is what it hopes for", "Both sides hope to reach $5 billion by 2030.", []string{"pledge 5000000000 USD ../2030"}},
		{"and a target", "Mexico has a target of $5 billion.", []string{"pledge 5000000000 USD"}},
		{"what others expect is a forecast", "The bank projects that trade will reach $5 billion.", []string{"level 5000000000 USD forecast"}},
		{"what was committed at a time that is over is a level", "The bank committed $5 billion in 2023.", []string{"level 5000000000 USD 2023"}},
		{"so are commitments of that time", "Commitments of $5 billion were approved last year.", []string{"level 5000000000 USD 2023"}},
		{"what was committed for years to come is a pledge", "China committed $5 billion over the next three years.", []string{"pledge 5000000000 USD 2024/2026"}},
		{"what was pledged stays one", "In 2018 China pledged $5 billion.", []string{"pledge 5000000000 USD 2018"}},
		{"the cost of what is promised is part of it", "It will build a hospital at a cost of $5 million.", []string{"pledge 5000000 USD"}},
		{"what something will cost is a forecast", "The hospital will cost $5 million.", []string{"level 5000000 USD forecast"}},
		{"of a cost is a share", "The loan covers 85 percent of the cost.", []string{"share 85 percent"}},
		{"of those reached is a coverage", "The scheme covers 85 percent of the population.", []string{"coverage 85 percent"}},
		{"further ones are of what was counted before", "It signed 20 agreements. Another nine are being negotiated.", []string{"count 20 agreements", "count 9 agreements"}},
		{"others are so too", "It built 30 ports. Ten others are planned.", []string{"count 30 ports", "count 10 ports"}},
		{"others with a noun count that", "It built 30 ports. Ten other countries joined.", []string{"count 30 ports", "count 10 countries"}},
		{"what was promised stays a pledge beside what was done", "In 2023 it lent $5 billion of the $20 billion it pledged in 2018.", []string{"level 5000000000 USD 2023", "pledge 20000000000 USD 2018"}},
		{"a part of what was promised is done, at its own time", "By September China had delivered 200 million of the doses promised in 2021.", []string{"count 200000000 doses ../2024-09"}},
		{"a figure that begins its clause has that clause's verb", "Of the $20 billion pledged in 2018, $5 billion had been disbursed by 2021.", []string{"pledge 20000000000 USD 2018", "level 5000000000 USD ../2021"}},
		{"a part of an amount in small numbers is a share", "Seven of every ten barrels go there.", []string{"share 70 percent"}},
		{"a part of people in small numbers is a coverage", "One in every four adults was vaccinated.", []string{"coverage 25 percent"}},
		{"a letter before a scale is money", "Nigeria borrowed N4.17 trillion.", []string{"level 4170000000000 NGN"}},
		{"a yearly figure says so", "It carries 4 million passengers annually.", []string{"count 4000000 people a year"}},
		{"later sums of a list have the currency of the first", "It lent five billion dollars in 2006, 10 billion in 2009.", []string{"level 5000000000 USD 2006", "level 10000000000 USD 2009"}},
		{"later counts of a list have the noun of the first", "The 112 projects: China has 53, Thailand 18.", []string{"count 112 projects", "count 53 projects", "count 18 projects"}},
		{"dozens are a claim without a value", "It built dozens of bridges.", []string{"count dozens"}},
		{"many are a claim of what can be checked", "It ran numerous projects in many countries.", []string{"count numerous"}},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			got := lines(tt.text, language.English)
			for i := range got { // dozens may have a least value
				got[i] = strings.Replace(got[i], "count 24 bridges dozens", "count dozens", 1)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestAFallIsBelowZero(t *testing.T) {
	tests := []struct {
		rule, lang, text string
		want             []string
	}{
		{"a verb of falling", "en", "Exports fell 10.3 percent in 2023.", []string{"change -10.3 percent 2023 vs 2022"}},
		{"a noun before it", "en", "It saw a decline of 4 percent.", []string{"change -4 percent"}},
		{"a noun after it", "en", "It was the first gain after a 3 percent decline.", []string{"change -3 percent"}},
		{"less after it", "en", "It bought 20 percent fewer cars and 10 percent more trucks.", []string{"change -20 percent", "change 10 percent"}},
		{"by the nearest word", "en", "Exports were down 3 percent and imports up 2 percent.", []string{"change -3 percent", "change 2 percent"}},
		{"a list goes on with its verb", "en", "Sales dropped 3 percent and 2 percent.", []string{"change -3 percent", "change -2 percent"}},
		{"points", "en", "Poverty was cut by 12 percentage points.", []string{"change -12 percentage-points"}},
		{"money", "en", "Debt shrank by $3 billion.", []string{"change -3000000000 USD"}},
		{"a fall by more is a change to less", "en", "Sales fell by more than 10 percent.", []string{"change -10 percent lt"}},
		{"a range runs from its greater fall", "en", "Prices fell by between 10 and 20 percent.", []string{"change -20 percent range"}},
		{"growth that slows is growth", "en", "Growth slowed to 3 percent.", []string{"change 3 percent"}},
		{"negative growth is a fall", "en", "It reported negative growth of 2 percent.", []string{"change -2 percent"}},
		{"a sign is not turned round", "en", "Exports fell -2.5 percent.", []string{"change -2.5 percent"}},
		{"a half is a multiple", "en", "Emissions halved in 2020.", []string{"multiple 0.5 times 2020"}},
		{"a verb", "es", "Las exportaciones cayeron un 10,3 por ciento en 2023.", []string{"change -10.3 percent 2023 vs 2022"}},
		{"a noun", "es", "Hubo un descenso de 4 por ciento.", []string{"change -4 percent"}},
		{"money", "es", "El comercio cayó en 5.000 millones de dólares.", []string{"change -5000000000 USD"}},
		{"to so much is a level", "es", "El comercio cayó a 5.000 millones de dólares.", []string{"level 5000000000 USD"}},
		{"a verb", "pt", "As exportações caíram 10,3% em 2023.", []string{"change -10.3 percent 2023 vs 2022"}},
		{"less after it", "pt", "As vendas foram 5% menores.", []string{"change -5 percent"}},
		{"a verb", "zh", "2023年出口下降10.3%，进口增长2%。", []string{"change -10.3 percent 2023 vs 2022", "change 2 percent 2023 vs 2022"}},
		{"a noun", "zh", "降幅为3%。", []string{"change -3 percent"}},
		{"money", "zh", "出口减少了50亿美元，进口增至60亿美元。", []string{"change -5000000000 USD", "level 6000000000 USD"}},
	}
	for _, tt := range tests {
		t.Run(tt.lang+" "+tt.rule, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(tt.text, language.Make(tt.lang))); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestClaimsThatRestOnWords(t *testing.T) {
	tests := []struct {
		rule, text string
		want       []string
	}{
		{"a superlative with a role is a rank", "China is Africa's largest trading partner.", []string{"rank 1 rank"}},
		{"an ordinal before it counts", "It is the region's second-largest market.", []string{"rank 2 rank"}},
		{"one of the largest is no rank", "It is one of the largest lenders.", nil},
		{"a verb with an ordinal is a rank", "Peru comes fourth among them.", []string{"rank 4 rank"}},
		{"none has more is a rank", "No country has traded more with Peru than China.", []string{"rank 1 rank"}},
		{"more than anyone else is a rank", "It buys more than any other country.", []string{"rank 1 rank"}},
		{"years in a row are a streak", "It led for seven years in a row.", []string{"streak 7 years"}},
		{"an ordinal year is a streak", "It led for a 15th straight year.", []string{"streak 15 years"}},
		{"so do years that are not counted", "It led for many consecutive years.", []string{"streak many"}},
		{"years alone are none", "It led for seven years.", nil},
		{"all members of a set are a coverage", "It has projects in all countries with diplomatic ties.", []string{"coverage 100 percent"}},
		{"every member of a group is one", "It scrapped duties for every LDC.", []string{"coverage 100 percent"}},
		{"their number is that of the whole", "It sent vaccine to all 14 CARICOM states.", []string{"coverage 100 percent of 14"}},
		{"what all should do is none", "All countries of Africa should respect this.", nil},
		{"some of a set are a coverage", "Envoys came from 31 of the bloc's 33 members.", []string{"coverage 31 countries of 33"}},
		{"the set may come first", "Of 68 countries with such schemes, 23 are in debt.", []string{"coverage 23 countries of 68"}},
		{"small numbers are a proportion", "One in four pupils eats there.", []string{"coverage 25 percent"}},
		{"a meeting that was held is a claim", "The 21st expo opened in Nanning on 24 August.", []string{"event 21 rank 2024-08-24"}},
		{"a meeting as a setting is none", "At the fourth ministerial meeting he spoke of peace.", nil},
		{"unless its time is told", "At the fourth ministerial meeting, held in Beijing in May 2024, he spoke of peace.", []string{"event 4 rank 2024-05"}},
		{"so is one for which people met at a time", "Ministers met in Lima on 12 May 2024 for the second meeting of the high-level commission.", []string{"event 2 rank 2024-05-12"}},
		{"a meeting that is prepared is none", "Officials met on 3 May to prepare for the second summit.", nil},
		{"a meeting to come is none", "The fifth summit will be held in 2027.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(tt.text, language.English)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestWhatIsNoClaim(t *testing.T) {
	for _, text := range []string{
		"They met on 24 September 2024 at 9:30 a.m.",
		"The G20, the Group of 77 and COP29 discussed COVID-19.",
		"It marks the 75th anniversary of the Five Principles of Peaceful Coexistence.",
		"Resolution 2758 and article 5 of the 2030 Agenda apply; see page 12.",
		"Call 202-555-0147 or write to 18 Harbour Road.",
		"The two sides and both countries agreed to talk over three days.",
		"The two-way talks on the 10-point plan took a second round.",
		"One of them said no one knew.",
		"There were three reasons and five steps.",
		"A 45-year-old minister spoke.",
		"Chapter 3\n\n7\n\nThe Way Ahead",
	} {
		if got := lines(text, language.English); len(got) > 0 {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestTimesAreResolvedAgainstTheDate(t *testing.T) {
	tests := []struct{ text, want string }{
		{"In 2023 it lent $5 billion.", "2023"},
		{"It lent $5 billion last year.", "2023"},
		{"It has lent $5 billion this year.", "2024"},
		{"It lent $5 billion in May 2023.", "2023-05"},
		{"It lent $5 billion in October.", "2023-10"},
		{"It lent $5 billion on 11 May 2020.", "2020-05-11"},
		{"It lent $5 billion on May 11.", "2024-05-11"},
		{"On 11th June 2023 it lent $5 billion.", "2023-06-11"},
		{"It lent $5 billion from January to July 2024.", "2024-01/2024-07"},
		{"It lent $5 billion in January-July.", "2024-01/2024-07"},
		{"It lent $5 billion in the first three quarters of 2023.", "2023-01/2023-09"},
		{"It lent $5 billion in the first half of this year.", "2024-01/2024-06"},
		{"It lent $5 billion in the first nine months of last year.", "2023-01/2023-09"},
		{"It lent $5 billion between 2005 and 2020.", "2005/2020"},
		{"It lent $5 billion in 2017-2023.", "2017/2023"},
		{"It lent $5 billion in 2017-23.", "2017/2023"},
		{"It has lent $5 billion since 2013.", "2013-01-01/2024-09-06"},
		{"It has lent $5 billion since its 2016 launch.", "2016-01-01/2024-09-06"},
		{"It will lend $5 billion by 2030.", "../2030"},
		{"It will lend $5 billion over the next three years.", "2024/2026"},
		{"It will lend $5 billion in the three years ahead.", "2024/2026"},
		{"It will lend $5 billion within five years.", "2024/2028"},
		{"Over five years it lent $5 billion.", "2019/2024"},
		{"It lent $5 billion in the past decade.", "2014/2024"},
		{"A decade ago it lent $5 billion.", "2014"},
		{"Three years ago it lent $5 billion.", "2021"},
		{"It lent $5 billion last month.", "2024-08"},
		{"It lent $5 billion.", ""},
	}
	for _, tt := range tests {
		claims := extract.Claims(tt.text, extract.Options{Language: language.English, Date: lac.DateOf(2024, 9, 6)})
		if len(claims) != 1 || claims[0].Period.String() != tt.want {
			t.Errorf("%q: %v, want one in %q", tt.text, lines(tt.text, language.English), tt.want)
		}
		// Without a date a relative time stays open, and nothing else changes.
		for _, c := range extract.Claims(tt.text, extract.Options{Language: language.English}) {
			if c.Stated != claims[0].Stated {
				t.Errorf("%q: %v without a date", tt.text, c.Stated)
			}
		}
	}
}

func TestBaselines(t *testing.T) {
	tests := []struct{ text, want string }{
		{"In 2023 trade rose 5 percent.", "2022"},
		{"In 2023 trade was 5 percent more than in 2019.", "2019"},
		{"In 2020 approvals were up 11 per cent on 2019.", "2019"},
		{"Trade in 2023 was double that of a decade ago.", "2013"},
		{"From January to June 2023 trade was up 5 percent, more than in the same months of 2022.", "2022-01/2022-06"},
		{"Last year trade was twice what it was a decade earlier.", "2013"},
	}
	for _, tt := range tests {
		claims := extract.Claims(tt.text, extract.Options{Language: language.English, Date: lac.DateOf(2024, 9, 6)})
		if len(claims) != 1 || claims[0].Baseline.String() != tt.want {
			t.Errorf("%q: %v, want one against %q", tt.text, lines(tt.text, language.English), tt.want)
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	tests := []struct {
		lang, text string
		want       []string
	}{
		{"es", "El comercio sumó 247.381 millones de dólares en 2017.", []string{"level 247381000000 USD 2017"}},
		{"es", "El año pasado las exportaciones crecieron un 12,5 por ciento.", []string{"change 12.5 percent 2023 vs 2022"}},
		{"es", "China prometió 3.500 becas para los próximos tres años.", []string{"pledge 3500 scholarships 2024/2026"}},
		{"es", "Es el principal socio comercial de Perú desde 2014.", []string{"rank 1 rank 2014-01-01/2024-09-06"}},
		{"es", "El banco comprometió 5.000 millones de dólares en 2023.", []string{"level 5000000000 USD 2023"}},
		{"es", "Buscan elevar el comercio a 5.000 millones de dólares.", []string{"pledge 5000000000 USD"}},
		{"es", "Firmó 20 acuerdos. Otros nueve están en negociación.", []string{"count 20 acuerdos", "count 9 acuerdos"}},
		{"pt", "Os países pretendem elevar o comércio a US$ 5 bilhões até 2030.", []string{"pledge 5000000000 USD ../2030"}},
		{"zh", "中方计划到2030年将贸易额提高到500亿美元。", []string{"pledge 50000000000 USD ../2030"}},
		{"zh", "专家预计到2030年贸易额将达到500亿美元。", []string{"level 50000000000 USD ../2030 forecast"}},
		{"zh", "2024年5月12日，两国在利马举行第二次会议。", []string{"event 2 rank 2024-05-12"}},
		{"pt", "O comércio somou US$ 157,5 bilhões em 2023.", []string{"level 157500000000 USD 2023"}},
		{"pt", "A China construiu 30 portos.", []string{"count 30 portos"}},
		{"pt", "É o maior parceiro comercial do Brasil há 15 anos consecutivos.", []string{"rank 1 rank", "streak 15 years"}},
		{"zh", "2023年双边贸易额达4890亿美元，同比增长1.1%。", []string{"level 489000000000 USD 2023", "change 1.1 percent 2023 vs 2022"}},
		{"zh", "中国将提供3500个政府奖学金名额。", []string{"pledge 3500 scholarships"}},
		{"zh", "中国连续15年是非洲最大贸易伙伴。", []string{"streak 15 years", "rank 1 rank"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, lines(tt.text, language.Make(tt.lang))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
		if diff := cmp.Diff(tt.want, lines(tt.text, language.Und)); diff != "" {
			t.Errorf("%q, language guessed (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestPartiesAndSubject(t *testing.T) {
	claims := extract.Claims("Peru's exports to China rose 5 percent in 2023. The AIIB lent Brazil $2 billion, she told us.", extract.Options{Language: language.English})
	var got []string
	for _, c := range claims {
		got = append(got, fmt.Sprintf("%v %q %s %s>%s", c.Parties, c.Subject, c.Measure.Flow, c.Measure.Reporter, c.Measure.Partner))
	}
	want := []string{`[PER CHN] "Peru's exports to China" export PER>CHN`, `[AIIB BRA] "AIIB lent Brazil"  >`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func ExampleClaims() {
	text := "Customs figures show trade with Peru growing by 12.5 percent last year, to just short of $36 billion. " +
		"China has been the country's largest trading partner for ten years running."
	for _, c := range extract.Claims(text, extract.Options{Date: lac.DateOf(2024, 11, 15)}) {
		fmt.Printf("%s: %s, %q\n", c.Form, c.Stated.Value, text[c.Start:c.End])
	}
	// Output:
	// change: 12.5 percent, "growing by 12.5 percent"
	// level: 36000000000 USD, "just short of $36 billion"
	// rank: 1 rank, "largest trading partner"
	// streak: 10 years, "for ten years running"
}
