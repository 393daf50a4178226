package extract

// A trait is a role of a word that a rule asks for, beside its cues, hints and senses.
type trait uint32

const (
	traitBehind      trait = 1 << iota // after, behind: before who holds the place ahead
	traitThose                         // those: stands for a flow that was told before
	traitLeave                         // withdrew from, left: of what one had joined
	traitJoin                          // joined: of what one signs
	traitLacks                         // lacks: has none of what follows
	traitNearly                        // nearly, apart from the figure that it hedges: casi se han triplicado
	traitValue                         // in value: and not in weight
	traitSupplier                      // supplier: whose place is one by what it sells
	traitOrigin                        // origin, source: of what one buys
	traitCorrects                      // sorry, I mean: takes back what was said
	traitLeftOut                       // except: before a time of which what is said does not hold
	traitVolume                        // 量: of what is told in tonnes
	traitGives                         // lent, granted: who does lends
	traitGets                          // received, borrowed: who does is lent to
	traitStands                        // stood at, era: says how much it was
	traitLender                        // policy banks: who lends for a country
	traitOtherLender                   // commercial banks, World Bank: whose loans are a part, or others
	traitCounter                       // who counts investment, and is neither side's office
	traitOneLoan                       // loan, 一笔: one of them
	traitTerms                         // interest, repaid over: of one loan, or some
	traitAddedUp                       // cumulative: of all years up to a time
	traitAccording                     // according to: before who says so
	traitSource                        // came from: of a share of what one buys
	traitBuyer                         // customer, buyer: whose place is one by what it is sold
)

// traitNames are the names of traits in the tables of words.
var traitNames = map[string]trait{"behind": traitBehind, "those": traitThose, "buyer": traitBuyer, "leaves": traitLeave, "joins": traitJoin, "byvalue": traitValue, "supplier": traitSupplier, "originof": traitOrigin, "volume": traitVolume, "gives": traitGives, "gets": traitGets, "stands": traitStands, "lender": traitLender, "otherlender": traitOtherLender, "countsit": traitCounter, "oneloan": traitOneLoan, "terms": traitTerms, "addedup": traitAddedUp, "accordingto": traitAccording, "corrects": traitCorrects, "leftout": traitLeftOut, "lacks": traitLacks, "almost": traitNearly, "source": traitSource}

// has reports whether s has any of the traits in t.
func (s trait) has(t trait) bool { return s&t != 0 }
