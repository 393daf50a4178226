package extract

// A cue is a set of the roles that a word or phrase can play in a claim. The
// rules speak of cues; which words have them is the vocabularies' matter, one
// for each language.
type cue uint64

const (
	cueUp        cue = 1 << iota // rise, grow, climb
	cueDown                      // fall, shrink
	cueGrowth                    // growth, increase, decline: nouns
	cueMore                      // more, higher, faster: after a figure
	cueThan                      // than, on, from: before what is compared with
	cueShare                     // account for, make up; share, stake
	cueRate                      // interest, inflation, unemployment: a percentage that is a level
	cuePledge                    // promise, offer, announce; pledge, commitment
	cueFuture                    // will, shall, is to
	cueForecast                  // expect, could, may
	cueDuty                      // should, must, call for: says what ought to be
	cueFact                      // reached, stood at, has: says what is or was
	cueCost                      // cost, price, worth
	cueSay                       // said, according to
	cueSuper                     // largest, top
	cueRole                      // partner, market, supplier
	cueRank                      // ranks, comes: before an ordinal
	cueOther                     // other, else: of more than any other
	cueAmong                     // one of, among
	cueRow                       // consecutive, straight
	cueRun                       // running, in a row: after "years"
	cueYear                      // year
	cueDecade                    // decade
	cueMonthUnit                 // month
	cueQuarter                   // quarter
	cueHalf                      // half
	cueDay                       // week, day, hour, minute
	cueMonth                     // January
	cueIn                        // in, during
	cueSince                     // since
	cueFrom                      // from
	cueTo                        // to
	cueBy                        // by, before, until
	cueAgo                       // ago, earlier
	cueLast                      // last, past, previous
	cueNext                      // next, coming
	cueThis                      // this, current
	cueEach                      // a, per, each: of yearly figures
	cueMeeting                   // summit, forum
	cueHeld                      // held, opened, took place
	cueAll                       // all, every, each of
	cueMember                    // countries, members: what a set is made of
	cueServe                     // reach, cover, duty-free: a share of these is a coverage
	cueOf                        // of, out of
	cueStop                      // a word that ends a noun phrase
	cueDet                       // the, both, these
	cueNumbered                  // names that take a number: article, resolution
	cueAbstract                  // principles, goals: counted in names only
	cuePlural                    // an irregular plural: people, staff
	cueTimes                     // times, as in three times
	cueNot                       // no, not
	cueAnd                       // and
	cueFirst                     // opening part: the first three quarters
	cueEnd                       // the end of
	cueOffice                    // minister, spokesman
	cueBody                      // ministry, department
	cueHonour                    // Mr, Dr
	cueArea                      // a party
	cuePossess                   // 's
	cueRefer                     // that, those: what a multiple refers to
	cuePurpose                   // help, support: what a sum of money will do is no promise of it
	cueRegion                    // the region: the other side of which the text speaks
	cueBeforeAgo                 // ago, in languages where it comes first: hace, há
	cueLess                      // lower, fewer, reduction: words that say of a change that it is a fall
)

// has reports whether s has any of the cues in t.
func (s cue) has(t cue) bool { return s&t != 0 }

var cueNames = map[string]cue{
	"up": cueUp, "down": cueDown, "growth": cueGrowth, "more": cueMore, "than": cueThan,
	"share": cueShare, "rate": cueRate, "pledge": cuePledge, "future": cueFuture,
	"forecast": cueForecast, "duty": cueDuty, "fact": cueFact, "cost": cueCost, "say": cueSay,
	"super": cueSuper, "role": cueRole, "rank": cueRank, "other": cueOther, "among": cueAmong,
	"row": cueRow, "run": cueRun, "year": cueYear, "decade": cueDecade, "monthunit": cueMonthUnit,
	"quarter": cueQuarter, "half": cueHalf, "day": cueDay, "in": cueIn, "since": cueSince,
	"from": cueFrom, "to": cueTo, "by": cueBy, "ago": cueAgo, "last": cueLast, "next": cueNext,
	"this": cueThis, "each": cueEach, "meeting": cueMeeting, "held": cueHeld, "all": cueAll,
	"member": cueMember, "serve": cueServe, "of": cueOf, "stop": cueStop, "det": cueDet,
	"numbered": cueNumbered, "abstract": cueAbstract, "plural": cuePlural, "times": cueTimes,
	"not": cueNot, "and": cueAnd, "first": cueFirst, "end": cueEnd, "office": cueOffice,
	"body": cueBody, "honour": cueHonour, "refer": cueRefer, "possess": cuePossess,
	"region": cueRegion, "purpose": cuePurpose, "beforeago": cueBeforeAgo, "less": cueLess,
}

// A topic is what a word says a figure is about, as far as package lac has a
// subject for it.
type topic uint8

const (
	topicNone topic = iota
	topicTrade
	topicExport
	topicImport
	topicProject
	topicInfrastructure
	topicCapacity
	topicLivelihood
	topicJob
	topicScholarship
	topicTraining
	topicMeasure
	topicTies
	topicInvestment
	topicStock
	topicLoan
	topicDebt
	topicCredit // credit lines, currency swaps
	topicOther  // of other sums that package lac has no subject for, and which are not trade
)

var topicNames = map[string]topic{
	"trade": topicTrade, "export": topicExport, "import": topicImport, "project": topicProject,
	"infrastructure": topicInfrastructure, "capacity": topicCapacity, "livelihood": topicLivelihood, "job": topicJob,
	"scholarship": topicScholarship, "training": topicTraining, "measure": topicMeasure, "ties": topicTies,
	"investment": topicInvestment, "stock": topicStock, "loan": topicLoan, "debt": topicDebt, "creditline": topicCredit, "othersum": topicOther,
}

// isSum reports whether a word of the topic names a sum of money that is not trade.
func (t topic) isSum() bool {
	return t == topicOther || t == topicLoan || t == topicDebt || t == topicCredit
}
