package extract

// A sense is a role of a word that one rule asks for, beside its cues and hints.
type sense uint64

const (
	senseRecord     sense = 1 << iota // record, all-time high: of all times by itself
	senseRecordLow                    // record low
	senseHighest                      // highest: of the times that are named with it
	senseLowest                       // lowest
	senseEver                         // ever, in history: behind highest
	senseFirstTime                    // for the first time
	senseAverage                      // on average, averaged: of so many years
	senseReal                         // in real terms
	senseOutput                       // GDP
	senseHave                         // have, maintain: of relations
	senseBeyond                       // above, over: of what stays there
	senseStay                         // stayed, remained
	senseDone                         // 已: what follows has been done
	senseFormal                       // formal, full: says nothing of relations
	sensePartner                      // with: before whom one trades with
	senseTakes                        // took, absorbed, bought: of a share
	senseGoes                         // go to, destined for: of a share
	senseBimester                     // two months
	senseAlready                      // já: says now, but of a sentence that it begins
	senseArticle                      // a, an
	sensePossessor                    // its, their
	senseTakeUp                       // it, the figure: what the sentence before was about
	senseAnother                      // more, other, new: before what is counted
	senseGoalTo                       // to, be: before or of a bare verb
	senseThatThey                     // that it: between a sum and its promise
	senseOffer                        // offered: done if it has been
	senseOnDay                        // on: before a day, or what a meeting is on
	senseForIt                        // for: before a meeting for which somebody gathered
	senseAtPlace                      // in: before a town
	sensePopulace                     // population
	senseMoreThan                     // more: before than
	senseThan                         // than
	senseNo                           // no: none of them
	senseOnePerson                    // one: somebody
	senseAnyOf                        // any
	senseAnyone                       // anyone
	senseThem                         // them, which: after of
	senseMany                         // many
	senseSeveral                      // several
	senseUnit                         // villages: counted in its own name
	senseThatSaid                     // that: what is said follows
	senseCourtesy                     // thank you, made the remarks: no view
	senseNoName                       // 还, 电: no character of a name
	senseAsk                          // asked: not given yet
	senseAbove                        // more than, higher than, in one word: 高于
	senseOvertake                     // overtook, displaced: who holds a place now, and who held it
	senseBothFlows                    // imports and exports: their sum, unless it has two figures
	senseRecorded                     // recorded, level: between above and the time compared with
	senseEnding                       // ended: between so many months and the last of them
	senseIsNow                        // is: of what is so today
	senseParticle                     // da, de: within a name
	senseBefore                       // before: of a time at which something was not yet so
	senseIfFirst                      // had, were: a condition where they begin a sentence
	senseNumberOf                     // number of: the figure behind counts the noun behind it
	senseCause                        // because of: why it was so, and nothing of what was measured
	senseSum                          // totalled: of all years together
	senseSpeech                       // remarks by: whose words all of a text is
	senseBuys                         // compras: of whom one buys stands behind "a"
	senseAgreement                    // agreement, memorandum
	senseSigned                       // signed
	senseThus                         // as a result, com isso: follows from what was said right before
	sensePrice                        // price, average price: what is paid for a unit of something
	senseFiscalYear                   // fiscal year, crop year: no calendar year
	senseFiscal                       // fiscal: before the number of such a year
)

// senseNames are the names of senses in the tables of words.
var senseNames = map[string]sense{
	"record": senseRecord, "recordlow": senseRecordLow, "highest": senseHighest, "lowest": senseLowest, "ever": senseEver,
	"firsttime": senseFirstTime, "average": senseAverage, "real": senseReal, "gdp": senseOutput, "havethem": senseHave,
	"beyond": senseBeyond, "stay": senseStay, "alreadydone": senseDone, "formal": senseFormal, "partnerof": sensePartner,
	"takes": senseTakes, "goesto": senseGoes, "above": senseAbove, "overtake": senseOvertake, "ending": senseEnding, "recorded": senseRecorded, "bothflows": senseBothFlows, "isnow": senseIsNow, "particle": senseParticle, "beforethen": senseBefore, "asksfor": senseAsk, "noname": senseNoName, "thatsaid": senseThatSaid, "courtesy": senseCourtesy, "article": senseArticle, "possessor": sensePossessor, "takeup": senseTakeUp, "another": senseAnother, "infinitive": senseGoalTo, "thatthey": senseThatThey, "offer": senseOffer, "onday": senseOnDay, "forit": senseForIt, "atplace": senseAtPlace, "populace": sensePopulace, "morethan": senseMoreThan, "thanit": senseThan, "noof": senseNo, "oneperson": senseOnePerson, "anyof": senseAnyOf, "anyone": senseAnyone, "themof": senseThem, "vaguemany": senseMany, "vagueseveral": senseSeveral, "memberunit": senseUnit, "bimester": senseBimester, "meanwhile": senseAlready, "cause": senseCause, "numberof": senseNumberOf, "iffirst": senseIfFirst, "speechby": senseSpeech, "fiscalyear": senseFiscalYear, "price": sensePrice, "thus": senseThus, "agreement": senseAgreement, "buysfrom": senseBuys, "signed": senseSigned, "fiscalof": senseFiscal, "sumof": senseSum,
}

// has reports whether s has any of the senses in t.
func (s sense) has(t sense) bool { return s&t != 0 }
