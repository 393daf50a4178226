package extract

// A hint is a further set of roles of a word, beside its cues.
type hint uint64

const (
	hintSame       hint = 1 << iota // same, corresponding: of the same months of another year
	hintPeriod                      // period: of the same period
	hintToDate                      // so far this year
	hintNow                         // now, already: of no other time
	hintLater                       // later, following: after the time spoken of
	hintThat                        // that year: the time spoken of
	hintYear                        // a year that the date tells: 1 last, 2 this, 3 next, 4 the one before last
	hintMonth                       // a month that the date tells: 1 last, 2 this
	hintQuarter                     // a quarter of a year, by its number: Q1
	hintHalf                        // a half of a year, by its number: H1
	hintWeek                        // week
	hintWeekday                     // Monday is 1
	hintDays                        // so many days before the text less one: today is 1
	hintCapital                     // means this with a capital alone: May
	hintMonthMark                   // stands behind the number of a month: 月
	hintDayMark                     // stands behind the number of a day: 日
	hintCompared                    // compared with, always: stands before or behind what is compared with
	hintMonthly                     // month on month
	hintWithin                      // within a decade: up to its end
	hintThrough                     // through: from the beginning of the year to then
	hintBy                          // by, in: before how much something changed
	hintManner                      // average, annual: says of a change how it is reckoned
	hintMultiply                    // multiply: by so many times
	hintMost                        // más: makes a superlative of an adjective
	hintSingle                      // single: before a superlative
	hintWorld                       // the world, the country: that in which something is the first
	hintClassifier                  // 家, 所: after a number, for what is counted
	hintPlain                       // total, value: narrows nothing down
	hintPronoun                     // it, se: what it stands for is known
	hintNarrow                      // a part of trade: goods, services, online
	hintBalance                     // surplus, deficit, gap
	hintSurplus
	hintDeficit
	hintPart       // monthly, averaged: no whole
	hintEverywhere // all countries, others: more than the two sides
	hintDeny       // deny, it is not true
	hintIf         // a condition
	hintReported   // another view: critics say
	hintTurnover   // turnover, 贸易额: names the sum of both flows
	hintBilateral  // of the two sides of the text
	hintFlowVerb   // sell, buy
	hintTo         // before whom something is sold to
	hintOrigin     // before whom something is bought from
	hintBetween
	hintReach    // reach: not is under
	hintShort    // fell short of
	hintPassed   // passou de: exceeded
	hintOnline   // by video
	hintAt       // in, at: before a place
	hintPerson   // a noun for an office holder spoken of before: mandatario
	hintThird    // he, she
	hintSurname  // begins a Chinese name
	hintOne      // a, one: of one year
	hintExceed   // surpass: of what is compared with
	hintBegin    // established: of relations that begin
	hintSend     // sent: before a part of what one sells, and to whom
	hintOurs     // our, we, exportamos: of the side of the one who speaks
	hintHad      // had, había: was so before the time spoken of
	hintPoints   // that, ese: before a country, for the one named last
	hintRelative // which, que: begins words that say more of what stands before a comma
	hintSink     // market, destination: whom somebody sells to
	hintEvery    // 每: before the whole of which a part is told
	hintNotOnly  // not only: what follows is told and more
	hintNation   // the country: one that the text has named
)

// hintNames are the names of hints in the tables of words.
var hintNames = map[string]hint{
	"same": hintSame, "period": hintPeriod, "todate": hintToDate, "now": hintNow, "later": hintLater,
	"that": hintThat, "relyear": hintYear, "relmonth": hintMonth, "quarterpart": hintQuarter,
	"halfpart": hintHalf, "week": hintWeek, "weekday": hintWeekday, "daysago": hintDays,
	"capital": hintCapital, "monthmark": hintMonthMark, "daymark": hintDayMark, "compared": hintCompared,
	"monthly": hintMonthly, "within": hintWithin, "through": hintThrough, "establish": hintBegin, "sends": hintSend, "ours": hintOurs, "every": hintEvery, "sink": hintSink, "points": hintPoints, "relative": hintRelative, "hadbeen": hintHad, "notonly": hintNotOnly, "thecountry": hintNation, "exceed": hintExceed, "one": hintOne, "surname": hintSurname, "person": hintPerson, "third": hintThird, "online": hintOnline, "at": hintAt, "plain": hintPlain, "pronoun": hintPronoun, "narrow": hintNarrow, "balance": hintBalance, "surplus": hintSurplus, "deficit": hintDeficit, "part": hintPart, "everywhere": hintEverywhere, "deny": hintDeny, "if": hintIf, "reported": hintReported, "turnover": hintTurnover, "bilateral": hintBilateral, "flowverb": hintFlowVerb, "toward": hintTo, "origin": hintOrigin, "between": hintBetween, "reach": hintReach, "short": hintShort, "passed": hintPassed, "classifier": hintClassifier, "most": hintMost, "single": hintSingle, "worldwide": hintWorld, "manner": hintManner, "bywhich": hintBy, "multiply": hintMultiply,
}

// has reports whether s has any of the hints in t.
func (s hint) has(t hint) bool { return s&t != 0 }
