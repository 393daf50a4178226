package extract

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// figureClaim returns the claim that the figure of word i makes, false if it
// makes none. before are the claims of the sentence so far.
func figureClaim(s *sentence, i int, before []draft, above context) (draft, bool) {
	ws := s.words
	f := ws[i].figure
	d := draft{from: i, at: i, to: i + 1}
	d.Stated = f.Stated
	d.Stated.Digits = min(d.Stated.Digits, givenDigits(s.text, f))
	if f.Kind == figure.KindOrdinal || f.Role != figure.RoleFigure {
		return d, false
	}
	unit := f.Stated.Value.Unit()
	if unit == figure.UnitNumber && has(s.words, i-1, cueFrom) && has(s.words, i+1, cueTo) && i+2 < len(s.words) && s.words[i+2].figure != nil {
		// "From 5 to 10 percent": the end has the unit of the beginning.
		unit = s.words[i+2].figure.Stated.Value.Unit()
		d.Stated.Value = inUnit(d.Stated.Value, unit)
	}
	_, money := unit.Currency()
	ok := true
	switch {
	case f.Stated.Value.IsReported() && durations[unit]:
		return d, false
	case ofEvery(ws, i):
		return d, false // of every ten dollars
	case everyBefore(ws, i) >= 0:
		whole := ws[everyBefore(ws, i)].figure.Stated.Value.Amount()
		if q, err := lac.NewQuantity(f.Stated.Value.Amount().Shift(2).DivRound(whole, 2), lac.UnitPercent); err == nil {
			d.Form, d.Stated.Value = lac.FormShare, q // ..., four
			return d, true
		}
	case unit == lac.UnitTimes:
		return multipleClaim(s, d)
	case unit == figure.UnitNumber && multiplied(ws, i) >= 0:
		d.from = multiplied(ws, i)
		d.Form = lac.FormMultiple
		d.Stated.Value = inUnit(d.Stated.Value, lac.UnitTimes)
		d.Forecast = moodOf(s, i, i+1) == moodForecast
		return d, true
	case unit == lac.UnitPercent || unit == lac.UnitPoints:
		d = percentClaim(s, d, before)
	case isFraction(f) && strings.Contains(ws[i].text, "/") && mark(ws, i-1, "(") && i > 1 && ws[i-2].used:
		return d, false // on Monday (10/10)
	case isFraction(f) && i+2 < len(ws) && isArticle(ws[i+1]) && ws[i+2].cue.has(cueYear|cueDecade|cueDay|cueMonthUnit):
		return d, false // half a century
	case isFraction(f) && has(ws, i-1, cueMore) && f.Denominator == 2:
		return d, false // the smaller half
	case isFraction(f):
		d.Stated.Value = percentOf(f)
		d = percentClaim(s, d, before)
	case money || f.Kind == figure.KindMoney || f.Kind == figure.KindQuantity:
		d = amountClaim(s, d)
	default:
		d, ok = countClaim(s, d, before, above)
	}
	if d.Form == lac.FormChange && falls(s.words, d, before) {
		d.Stated = negated(d.Stated)
	}
	return d, ok
}

// ofEvery reports whether the figure at i is the whole of which what follows is a part: of
// every ten dollars, de cada diez, 每出口四美元.
func ofEvery(ws []word, i int) bool {
	if f := ws[i].figure; f == nil || !f.Stated.Value.IsReported() || !f.Stated.Value.Amount().IsInteger() || f.Stated.Value.Sign() <= 0 || f.Stated.Value.Amount().GreaterThan(decimal.NewFromInt(1000)) {
		return false
	}
	if i > 0 && ws[i-1].han {
		return means(ws, i-1, hintEvery) || means(ws, i-2, hintEvery) && flowTopic[ws[i-1].topic]
	}
	return has(ws, i-1, cueAll) && has(ws, i-2, cueOf|cueIn) && ws[i-1].mark == 0
}

// everyBefore returns the figure of such a whole before a comma, of which the one at i, behind
// it, is a part: of every ten, four. It is -1 if there is none.
func everyBefore(ws []word, i int) int {
	const most = 20
	comma := 0
	for j := i - 1; j >= 0 && j >= i-most; j-- {
		switch w := ws[j]; {
		case w.mark == ',':
			comma++
		case w.mark != 0:
			return -1
		case w.figure == nil || w.used:
		case comma == 1 && i-j > 1 && ofEvery(ws, j) && w.figure.Stated.Value.Amount().GreaterThan(ws[i].figure.Stated.Value.Amount()) && ws[i].figure.Stated.Value.Sign() > 0 &&
			(ws[i].figure.Kind == figure.KindNumber || ws[i].figure.Stated.Value.Unit() == w.figure.Stated.Value.Unit()):
			return j
		default:
			return -1
		}
	}
	return -1
}

// multiplied returns the verb that multiplies by the number at i: "se multiplicó
// por 49"; -1 if there is none.
func multiplied(ws []word, i int) int {
	if !means(ws, i-1, hintBy) {
		return -1
	}
	for j := i - 2; j >= 0 && j >= i-3; j-- {
		if ws[j].mark != 0 {
			break
		}
		if ws[j].hint.has(hintMultiply) {
			return j
		}
	}
	return -1
}

// givenDigits returns the digits that a numeral gives. Zeros that only fill up the
// groups of a whole number before a scale are none: 518.400 millones gives four, and
// 500.000 millones three, as 500 billion does. Nor is that of 4890亿 one: 亿 is a tenth
// of a billion, so that 489 billion is written so.
func givenDigits(text string, f *figure.Figure) int {
	var digits []byte
	group := 0 // digits since the last separator
	for _, c := range []byte(f.Numeral.Of(text)) {
		if '0' <= c && c <= '9' {
			digits = append(digits, c)
			group++
		} else {
			group = 0
		}
	}
	given := f.Stated.Digits
	if len(digits) == 4 && digits[3] == '0' && decimal.RequireFromString(string(digits)).Shift(8).Equal(f.Stated.Value.Amount()) {
		return min(given, 3)
	}
	if group != 3 || len(digits) <= 3 || len(digits) > 15 {
		return given
	}
	whole := decimal.RequireFromString(string(digits))
	for _, scale := range []int32{3, 6, 9, 12} {
		if whole.Shift(scale).Equal(f.Stated.Value.Amount()) {
			return max(len(strings.TrimRight(string(digits), "0")), len(digits)-3)
		}
	}
	return given
}

// multipleClaim reads "doubled", "three times the sum", "twice as many". Three
// times may also be three occasions: then nothing is compared.
func multipleClaim(s *sentence, d draft) (draft, bool) {
	ws := s.words
	i := d.from
	text := strings.ToLower(ws[i].text)
	occasion := endsIn(text, lexicon.TimesEndings)
	if has(ws, i+1, cueTimes) {
		i++
		d.to++
		occasion = !ws[i].han // 两倍 is no occasion
	}
	if occasion && !has(ws, i+1, cueRefer|cueMore|cueOf) && !(i+1 < len(ws) && ws[i+1].sense.has(senseThan)) && !governed(ws, d.from, cueUp|cueDown) {
		return d, false
	}
	d.Form = lac.FormMultiple
	if j := governor(ws, d.from, cueUp|cueDown); j >= 0 && j >= d.from-2 {
		d.from = j
	}
	for k := d.from - 1; k >= 0 && k >= d.from-4 && ws[k].mark == 0 && (d.Stated.Comparator == "" || d.Stated.Comparator == lac.Equal); k-- {
		if ws[k].trait.has(traitNearly) {
			d.Stated.Comparator = lac.Nearly // casi se han triplicado
		} else if !ws[k].cue.has(cueFact|cueStop) && !ws[k].hint.has(hintPronoun) {
			break
		}
	}
	if !strings.ContainsAny(text, "0123456789") {
		d.Stated.Digits = 0 // 两倍 is a word, as double is
	}
	for k := i + 1; k < len(ws) && k < i+4 && ws[k].mark == 0 && ws[k].figure == nil && !ws[k].used; k++ {
		if ws[k].cue.has(cueMore) || k > i+1 && !ws[k].cue.has(cueStop) {
			d.to = k + 1
		}
		if !ws[k].cue.has(cueRefer | cueMore) {
			break
		}
	}
	d.Forecast = moodOf(s, i, i+1) == moodForecast
	return d, true
}

// amountClaim reads an amount of money or a quantity.
func amountClaim(s *sentence, d draft) draft {
	ws := s.words
	i := d.from
	d.Form = lac.FormLevel
	if end, ok := grown(ws, i+1); ok && has(ws, i+1, cueMore) && !ws[i+1].cue.has(cueUp|cueDown) {
		d.Form, d.to = lac.FormChange, end
		return d
	}
	// It rose by, aumentó en, 增加了.
	by := has(ws, i-1, cueBy) || s.headFirst && has(ws, i-1, cueIn)
	if by && !has(ws, i-1, cueTo) && !(means(ws, i-1, hintTo) && !means(ws, i-1, hintBy)) && governed(ws, i-1, cueUp|cueDown) || i > 0 && ws[i-1].han && governed(ws, i, cueUp|cueDown) || has(ws, i-1, cueOf) && has(ws, i-2, cueGrowth) {
		d.Form = lac.FormChange
		return d
	}
	switch moodOf(s, i, i+1) {
	case moodPledge:
		d.Form = lac.FormPledge
	case moodForecast:
		d.Forecast = true
	}
	d.PerYear = has(ws, i+1, cueEach)
	return d
}
