package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// trap names the way in which a claim that its finding does not support is wrong.
// The ways are tried from the most particular to the least.
func (ev *evidence) trap(f Finding) (Conflict, bool) {
	if f.Verdict == Supported || f.Verdict == NotCheckable {
		return Conflict{}, false
	}
	for _, way := range []func(Finding) (Conflict, bool){
		ev.percentAsMoney, ev.otherScope, ev.stockAsFlow, ev.yearAsAll, ev.otherEntity, powerOfTen, ev.beyondTrade, ev.otherPeriod, farOff, otherBooks,
	} {
		if c, ok := way(f); ok {
			c.Claims = []string{f.Claim.ID}
			return c, true
		}
	}
	return Conflict{}, false
}

// again checks a claim that was changed by edit.
func (ev *evidence) again(f Finding, edit func(*lac.Claim)) (Finding, bool) {
	c := f.Claim
	edit(&c)
	got, err := ev.claim(c)
	return got, err == nil && got.Verdict == Supported
}

// deciding returns the readings of a finding that decide, and their records.
func deciding(f Finding) (readings []Reading, records []string) {
	for _, r := range f.Readings {
		if r.Deciding {
			readings = append(readings, r)
			records = append(records, r.Records...)
		}
	}
	return readings, records
}

// percentAsMoney finds a change of a few units of money in what is counted in
// millions: the figure is likely a percentage.
func (ev *evidence) percentAsMoney(f Finding) (Conflict, bool) {
	c := f.Claim
	_, isMoney := c.Stated.Value.Unit().Currency()
	if c.Form != lac.FormChange || !isMoney || new(big.Rat).Abs(c.Stated.Value.Amount().Rat()).Cmp(big.NewRat(1000, 1)) > 0 {
		return Conflict{}, false
	}
	c.Stated.Value, _ = lac.NewQuantity(c.Stated.Value.Amount(), lac.UnitPercent)
	c.Stated.High, c.Stated.Comparator, c.Stated.Digits = lac.Quantity{}, lac.About, 0
	as, err := ev.claim(c)
	if err != nil || as.Verdict != Supported && as.Verdict != Mixed {
		return Conflict{}, false
	}
	readings, records := deciding(as)
	return Conflict{Kind: ConflictPercent, Records: records,
		Text: fmt.Sprintf("A change by %s is next to nothing; the change is %s.", Amount(f.Claim.Stated.Value), Text(readings[0].Interval, lac.UnitPercent))}, true
}

// otherScope finds a figure of goods alone in a claim of goods and services.
func (ev *evidence) otherScope(f Finding) (Conflict, bool) {
	if f.Claim.Measure.Subject != lac.SubjectTrade || !strings.Contains(f.Claim.Measure.Sector, "services") {
		return Conflict{}, false
	}
	goods, ok := ev.again(f, func(c *lac.Claim) { c.Measure.Sector, c.Of.Sector = "", "" })
	if !ok && goods.Verdict != Mixed {
		return Conflict{}, false
	}
	_, records := deciding(goods)
	return Conflict{Kind: ConflictScope, Records: records, Text: "The figure is that of trade in goods alone; services are not in it."}, true
}

// stockAsFlow finds a stock in a claim of a flow, or the reverse.
func (ev *evidence) stockAsFlow(f Finding) (Conflict, bool) {
	other := map[lac.Subject]lac.Subject{lac.SubjectFDIFlow: lac.SubjectFDIStock, lac.SubjectFDIStock: lac.SubjectFDIFlow}[f.Claim.Measure.Subject]
	if other == "" {
		return Conflict{}, false
	}
	got, ok := ev.again(f, func(c *lac.Claim) { c.Measure.Subject = other })
	if !ok {
		return Conflict{}, false
	}
	_, records := deciding(got)
	return Conflict{Kind: ConflictStockFlow, Records: records,
		Text: fmt.Sprintf("The figure is that of the %s, not of the %s.", words(other), words(f.Claim.Measure.Subject))}, true
}

// yearAsAll finds what each year had in a claim of several years together, or the
// reverse: 300 in all for 300 a year.
func (ev *evidence) yearAsAll(f Finding) (Conflict, bool) {
	c := f.Claim
	if c.Period.First().IsZero() || c.Period.Last().IsZero() || c.Period.First().Year() == c.Period.Last().Year() {
		return Conflict{}, false
	}
	other, text := lac.FormAverage, "The figure is that of a year, on the average, not of all of %v."
	switch c.Form {
	case lac.FormLevel, lac.FormCount:
	case lac.FormAverage:
		other, text = lac.FormLevel, "The figure is that of all of %v together, not of a year."
		if additive[c.Measure.Subject] {
			other = lac.FormCount
		}
	default:
		return Conflict{}, false
	}
	got, ok := ev.again(f, func(c *lac.Claim) { c.Form = other })
	if !ok {
		return Conflict{}, false
	}
	_, records := deciding(got)
	return Conflict{Kind: ConflictPerYear, Records: records, Text: fmt.Sprintf(text, c.Period)}, true
}

// confused lists areas that are taken for one another: by their names, or, for
// the region and Latvia, by the character 拉 that abbreviates both in Chinese.
var confused = [][]string{
	{"DMA", "DOM"}, {"GUY", "GUF", "GIN"}, {"NER", "NGA"}, {"419", "LVA"}, {"MAF", "SXM"}, {"CRI", "PRI"}, {"URY", "PRY"},
	{"VGB", "VIR"}, {"KNA", "LCA", "VCT"}, {"COG", "COD"}, {"GIN", "GNB", "GNQ"}, {"CHN", "HKG", "MAC"}, {"AUT", "AUS"},
	{"SVK", "SVN"}, {"PRK", "KOR"}, {"MRT", "MUS"}, {"IRL", "ISL"}, {"SWE", "CHE"},
}

// takenFor returns the areas that a is taken for.
func takenFor(a lac.Area) []lac.Area {
	a = region(a)
	var out []lac.Area
	for _, group := range confused {
		if !slices.Contains(group, a.String()) {
			continue
		}
		for _, code := range group {
			if b, err := lac.ParseArea(code); err == nil && b != a {
				out = append(out, b)
			}
		}
	}
	return out
}

// otherEntity finds a claim that is right of an area with which the claim's is
// confused. An event need only be of the same year there: its day is often given
// by the place's own calendar.
func (ev *evidence) otherEntity(f Finding) (Conflict, bool) {
	if f.Claim.Form != lac.FormLevel && f.Claim.Form != lac.FormEvent || f.Verdict == Mixed {
		return Conflict{}, false
	}
	for _, side := range []func(*lac.Claim) *lac.Area{
		func(c *lac.Claim) *lac.Area { return &c.Measure.Partner },
		func(c *lac.Claim) *lac.Area { return &c.Measure.Reporter },
	} {
		was := *side(&f.Claim)
		for _, a := range takenFor(was) {
			got, ok := ev.again(f, func(c *lac.Claim) {
				*side(c) = a
				if c.Form == lac.FormEvent && !c.Period.First().IsZero() {
					c.Period = lac.Year(c.Period.First().Year())
				}
			})
			if ok {
				_, records := deciding(got)
				return Conflict{Kind: ConflictEntity, Records: records, Text: fmt.Sprintf("Right of %s, not of %s.", name(a), name(was))}, true
			}
		}
	}
	return Conflict{}, false
}

// mostPowers is the greatest power of ten by which figures are found to be off:
// from units to trillions.
const mostPowers = 12

// powerOfTen finds a figure that agrees with a reading if it is multiplied by a
// power of ten: a wrong scale word, a thousands separator read as a decimal point.
func powerOfTen(f Finding) (Conflict, bool) {
	v := f.Claim.Stated.Value
	if f.Verdict != Contradicted || f.Claim.Form != lac.FormLevel && f.Claim.Form != lac.FormCount || !v.IsReported() {
		return Conflict{}, false
	}
	readings, records := deciding(f)
	for power := int64(1); power <= mostPowers; power++ {
		ten := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(power), nil))
		for _, factor := range []*big.Rat{ten, new(big.Rat).Inv(ten)} {
			read := new(big.Rat).Mul(v.Amount().Rat(), factor)
			near := mirror(read, func(v *big.Rat) interval.Interval { return within(v, f.Policy.Around) })
			for _, r := range readings {
				if r.Interval.IsPoint() && r.Unit == v.Unit() && r.Interval.Within(near) {
					return Conflict{Kind: ConflictScale, Records: records, Text: fmt.Sprintf("%s is off by a factor of %s: the records have %s.",
						Amount(v), group(ten.Num().String()), Text(r.Interval, r.Unit))}, true
				}
			}
		}
	}
	return Conflict{}, false
}

// beyondTrade finds an amount of money to or for one country, of which there is
// no record, that is more than ten times all the trade with it in that year.
func (ev *evidence) beyondTrade(f Finding) (Conflict, bool) {
	c := f.Claim
	if len(f.Readings) > 0 || c.Form != lac.FormLevel && c.Form != lac.FormCount || c.Measure.Subject == lac.SubjectTrade ||
		!c.Measure.Partner.IsCountry() || c.Period.Last().IsZero() {
		return Conflict{}, false
	}
	if _, ok := c.Stated.Value.Unit().Currency(); !ok {
		return Conflict{}, false
	}
	m := lac.Measure{Subject: lac.SubjectTrade, Reporter: c.Measure.Reporter, Partner: c.Measure.Partner}
	k := checker{ev: ev, claim: c, policy: f.Policy}
	tenth := new(big.Rat).Quo(c.Stated.Value.Amount().Rat(), big.NewRat(10, 1))
	for _, fig := range k.figures(m, lac.Year(c.Period.Last().Year())) {
		fig, ok := k.inUnit(fig, c.Stated.Value.Unit())
		if !ok || !fig.interval.IsPoint() || fig.interval.Lower.Sign() <= 0 || fig.interval.Lower.Rat().Cmp(tenth) > 0 {
			continue
		}
		thousandth := new(big.Rat).Quo(tenth, big.NewRat(100, 1))
		return Conflict{Kind: ConflictScale, Records: fig.records, Text: fmt.Sprintf("%s is more than ten times all trade of the two sides in %s, %s; a thousandth of it is %s.",
			Amount(c.Stated.Value), fig.basis.Period, Text(fig.interval, fig.unit), amountOf(thousandth, fig.unit))}, true
	}
	return Conflict{}, false
}

// otherPeriod finds a figure that is that of another period.
func (ev *evidence) otherPeriod(f Finding) (Conflict, bool) {
	if f.Verdict != Contradicted || f.Claim.Form != lac.FormLevel || f.Stated.Lower.IsNone() || f.Stated.Upper.IsNone() {
		return Conflict{}, false
	}
	for _, o := range ev.observed[normal(f.Claim.Measure)] {
		if o.Period == f.Claim.Period || o.Evidence == lac.Unconfirmed || o.Figure.Value.Unit() != f.Claim.Stated.Value.Unit() {
			continue
		}
		if i, _, err := published(o.Figure); err == nil && i.IsPoint() && i.Within(f.Stated) {
			return Conflict{Kind: ConflictPeriod, Records: []string{o.ID},
				Text: fmt.Sprintf("The figure is that of %s, not of %s.", o.Period, f.Claim.Period)}, true
		}
	}
	return Conflict{}, false
}

// farOff finds a figure that is less than a tenth, or more than ten times, of
// every reading that decides.
func farOff(f Finding) (Conflict, bool) {
	v := f.Claim.Stated.Value
	readings, records := deciding(f)
	if f.Verdict != Contradicted || f.Claim.Form != lac.FormLevel && f.Claim.Form != lac.FormCount || !v.IsReported() || v.Sign() <= 0 {
		return Conflict{}, false
	}
	ten := big.NewRat(10, 1)
	for _, r := range readings {
		low, high := r.Interval.Lower.Rat(), r.Interval.Upper.Rat()
		less := low != nil && new(big.Rat).Mul(v.Amount().Rat(), ten).Cmp(low) < 0
		more := high != nil && v.Amount().Rat().Cmp(new(big.Rat).Mul(high, ten)) > 0
		if !less && !more {
			return Conflict{}, false
		}
	}
	text := fmt.Sprintf("%s is out of all proportion to the records, %s: another area or another unit?", Amount(v), Text(readings[0].Interval, readings[0].Unit))
	return Conflict{Kind: ConflictMagnitude, Records: records, Text: text}, true
}

// otherBooks finds a claim that holds on some books only, or on none.
func otherBooks(f Finding) (Conflict, bool) {
	_, records := deciding(f)
	switch f.Verdict {
	case Mixed:
		return Conflict{Kind: ConflictBasis, Records: records, Text: strings.Join(f.Notes[:min(2, len(f.Notes))], " ")}, true
	case Contradicted:
		text := "Every reading that decides speaks against it."
		if m := f.Margin(); !m.IsZero() {
			text = "Every reading that decides speaks against it: the nearest " + m.Text + "."
		}
		return Conflict{Kind: ConflictRecords, Records: records, Text: text}, true
	}
	return Conflict{}, false
}
