package projects

import "strings"

// boilerplate are words that say who pays and how rather than for what.
var boilerplate = wordsOf(`
	a an and at by de del do for from in into la of on or the to via with worth y e el los las para en da das dos em
	china chinese government embassy ministry eximbank exim bank prc people republic state cdb icbc boc ccb citic mofcom hanban idb chc aid agency
	provide provides provided grant grants granted fund funds funded finance finances financed financing donate donates donated give gives gave
	sign signs signed support supports supported assist assists assistance aid aids contribute contributes participate participates administers
	offered offers begins starts completes conducts establishes opens
	loan loans credit concessional preferential buyer buyers supplier suppliers interest free syndicated term facility revolving etca etcas tranche tranches
	rmb cny usd us dollar dollars eur euro euros yuan million billion m bn xcd
	company co ltd limited corporation holdings group ec
	project projects programme program phase linked id
	contribution contributions financing debt agreement joint venture additional disbursement disbursements valued
	january february march april june july august september october november december`)

// payingVerbs are what those who pay do.
var payingVerbs = wordsOf(`provides grants grant funds finances contributes contribute donates gives loans lends extends participates administers offers`)

// workWords are what is done about a thing, and what does not tell one thing from
// another.
var workWords = wordsOf(`
	construction construct constructs constructed build builds built rebuild rebuilding reconstruction rehabilitation rehabilitate renovation renovate renovates
	repair repairs maintenance expansion extension upgrade upgrading modernization modernisation improvement refurbishment refurbishing restoration
	installation supply acquisition purchase delivery provision development design feasibility study contract work works
	energy electric electricity electrification kv mw health medical education teaching training elementary primary secondary
	sport sports sporting cricket football soccer athletic convention conference community low income social economic agricultural agriculture
	national international regional general central main public rural urban local new old north south east west small large first second third section part parts stage
	city town district province state command security fire safe surveillance foreign affairs auxiliary
	socialist agrarian industrial
	solar wind hydropower hydroelectric hydro thermal thermoelectric photovoltaic pv water sewage sanitation
	confucius
	construccion rehabilitacion ampliacion mejoramiento proyecto salud agua obra obras construcao ampliacao reforma hidroelectrica termoelectrica`)

// thingWords are kinds of things that are built or given.
var thingWords = wordsOf(`
	building buildings plant plants power station stations dam grid transmission line lines substation
	hospital hospitals clinic clinics center centre centers centres school schools university college campus institute institutes academy
	road roads highway highways bridge bridges avenue street streets port airport terminal railway railways rail metro subway train trains locomotives cars car vehicle vehicles bus buses
	stadium stadiums gymnasium hall house houses housing pipeline aqueduct reservoir irrigation drainage farm market
	equipment machinery materials computers lights lighting lamps system systems network control satellite communications telecommunications
	trade office offices police court
	carretera puente escuela centro linea planta estrada ponte escola usina linha`)

// builtWords are of works and of what is built. A title that has one is of
// infrastructure.
var builtWords = wordsOf(`
	construction construct constructs constructed build builds built building buildings rebuild rebuilding reconstruction rehabilitation rehabilitate
	renovation renovate renovates repair repairs expansion extension upgrade upgrading modernization modernisation improvement refurbishment refurbishing restoration
	installation development design work works project projects infrastructure
	plant plants station stations dam grid transmission line lines substation hospital hospitals clinic clinics center centre centers centres school schools
	road roads highway highways bridge bridges avenue street streets port airport terminal railway railways rail metro subway
	stadium stadiums gymnasium hall house houses housing pipeline aqueduct reservoir irrigation drainage farm market network system systems court`)

var donateWords = wordsOf(`donate donates donated`)

// givenWords are of what is given or opened.
var givenWords = wordsOf(`donate donates donated donation donations gives gave opens opened establishes established establish festival institute institutes dispatches dispatched`)

func wordsOf(text string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(text) {
		words[w] = true
	}
	return words
}
