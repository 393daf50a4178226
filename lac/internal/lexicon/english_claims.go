package lexicon

import "strings"

// wordsEnglish says which words play which part in an English claim. See
// [Claims] for its form.
const wordsEnglish = `
up: rise/v rose risen; grow/v grew grown; climb/v; increase/v; jump/v; soar/v; surge/v; expand/v; gain/v; leap/v leapt; swell/v swollen; edge up; go up; went up; gone up; go beyond; up; advance/v; accelerate/v; rebound/v; skyrocket/v; balloon/v; widen/v; pick up; raise/v; lift/v; boost/v; add/v; push up; shoot up; shot up; improve/v; strengthen/v; appreciate/v; recover/v; outpace/v; multiply/v multiplied multiplies
down: fall/v fell fallen; drop/v dropped dropping; decline/v; decrease/v; shrink/v shrank shrunk; contract/v; slump/v; plunge/v; tumble/v; slide/v slid; dip/v dipped dipping; slip/v slipped slipping; reduce/v; cut/v cut cutting; lower/v; lose/v lost; down; go down; went down; slow/v; ease/v; narrow/v; shed/v shed; weaken/v; plummet/v; slash/v; shorten/v; depreciate/v; trim/v trimmed
less: lower; fewer; less; smaller; slower; cheaper; shorter; below; contraction; reduction; downturn; slump; negative growth; shrinkage
growth: y y; yoy; negative growth; shrinkage; growth; increase; increases; rise; decline; decrease; drop; fall; jump; surge; gain; expansion; contraction; reduction; slump; upturn; downturn; uptick; hike; improvement; cut; year on year; year over year; from a year earlier; from a year ago; annualised; annualized; yoy
more: more; higher; lower; fewer; less; larger; bigger; smaller; faster; slower; quicker; cheaper; dearer; longer; shorter; greater; better; worse; stronger; weaker; above; below; ahead of; up; down
than: than; compared with; compared to; relative to; against; versus; over the same period; above; below; over; on; from
share: market share; weight; responsible for; was responsible for; is responsible for; account/v; account for; accounts for; accounted for; accounting for; make up; makes up; made up; making up; represent/v; constitute/v; comprise/v; share; shares; proportion; portion; stake; stakes; percentage; ratio; equivalent to; equal to; equals; take/v took taken; own/v; owned; hold/v held; control/v; absorb/v; supply/v supplied supplies; contribute/v
fiscalyear: fiscal year; fiscal years; financial year; financial years; marketing year; marketing years; crop year; crop years; tax year; budget year; academic year; school year; harvest year; fy
fiscalof: fiscal
price: price; prices; unit value; unit values; freight; cost
fact: runs; posts; registers; recorded; registered; notched; enjoyed; racked up; accumulated; scored; garnered; fetch/p; earn/p; net/p; brought; post/p; book/p; log/p; clock/p; ended; closed; finished
say: show/v shown; suggest/v; reveal/v
ever: series; records; data began; records began
say third: in his view; in her view; in his opinion; in her opinion; by his reckoning; by her reckoning; by his account; by her account; in their view
down: off; shrivel/v; wane/v
up: creep/v crept; inch/v
takes: snap up; snapped up; bought up; soak up; soaked up
recorded: mark; level; tally; figure; total
thus: so; so that; that is; that makes; this makes; that left; which left; this left; that leaves; which leaves; leaving; as a result; hence; thus; this gave; that gave; that meant
agreement: agreement; agreements; memorandum; memorandums; memoranda; memorandum of understanding; memorandums of understanding; memoranda of understanding; mou; mous; accord; accords; cooperation document; cooperation documents; cooperation plan; cooperation agreement; cooperation agreements; instruments; documents
signed: signed; inked; concluded
narrow: port; ports; airport; airports; terminal; border crossing; free zone; free zones
plain notonly: not only; not merely; not just
office: economist; lecturer; historian; strategist; engineer; chair; co chair; trade representative; deputy head; vice governor; managing partner; senior fellow; fellow; founder; chief analyst; commissioner general; trade commissioner
manner: in return; in exchange
growth manner: on the same comparison; on the same basis
day: century; centuries
establish: resumed; restored; re established; reestablished; established; establish; establishes
sends: sent; sends; send; directs; directed
takes: bought; buys; purchased
deny: ceased to be; stopped being; used to be; formerly
pledge: plans; is planning; are planning
rate: interest; inflation; unemployment; yield; coupon; deficit; royalty; turnout; margin; literacy; poverty rate; interest rate; tariff; tariffs; tax; duty; duties; levy
pledge: pledge/v; pledges; promise/v; promises; commit/v committed committing; commitment; commitments; vow/v; offer/v; offers; announce/v; announcement; unveil/v; package; undertake/v undertook undertaken; propose/v; earmark/v; target; targets; goal; goals; aim; aims; ambition; pledging; allocate/v; set aside; waive/v
future: will; shall; is to; are to; was to; were to; going to; is set to; are set to; is due to; are due to; due to be; would; 'll; meant to; scheduled to; slated to; is about to; agreed on; agree on
pledge future: plan to; plans to; planned to; planning to; aim to; aims to; aimed to; aiming to; aim at; aims at; aiming at; intend/v; seek to; seeks to; sought to; seeking to; hope to; hopes to; hoped to; hoping to; want to; wants to; wanted to; wish to; wishes to; agree to; agreed to; agrees to; stand ready to; ready to; pledge to; pledges to; pledged to; vow to; vows to; vowed to; promise to; promises to; promised to; committed to; commit to
forecast: expect/v; forecast/v forecast; predict/v; projected; projects that; could; may; might; likely; potential; potentially; estimate that; anticipate/v; prospect; forecasts; forecast; outlook; foresee/v foresaw foreseen; envisage/v; if; thinks; think; thought
duty: should; must; ought to; need to; needs to; call on; calls on; called on; call for; calls for; called for; urge/v; appeal/v; have to; has to; had to; deserve/v; right to; let us; oppose/v; insist/v
fact: disburse/p; distribute/p; mobilise/p; mobilize/p; channel/p; extend/p; contribute/p; secure/p; offered; committed; commitments; allocated; earmarked; set aside; waived; has; have; had; was; were; is; are; did; do; does; been; reach/p; stands; stand; stood; total/p; totals; amount/p; amounts to; invest/p; send/p sent; carry/p carried; carries; carry out; approve/p; sign/p; sign/p; build/p built; create/p; train/p; sell/p sold; buy/p bought; ship/p shipped; export/p; import/p; trade/p; provide/p; provides; lend/p lent; borrow/p; spend/p spent; receive/p; receives; exchange/p; join/p; cover/p; covers; launch/p; complete/p; put; pay/p paid; clear/p; generate/p; generates; earn/p; employ/p; employs; house/p; cost/p; costs; come to; comes to; came to; came; hit; set up; include/p; includes; benefit/p; visit/p; deliver/p; donate/p; become/p became; work/p; comes; number/p; numbers; exceed/p; exceeds; surpass/p; top/p topped; pass/p; boast/p; boasts; count/p; draw/p drew drawn; link/p; links; operate/p; operates; participate/p; attend/p; win/p won; issue/p; produce/p; produces; host/p; hosts; begin/p began begun; went; gone; help/p; owe/p; owes; finance/p; fund/p; support/p; construct/p; establish/p; open/p; implement/p; share/p; use/p; attract/p; graduate/p; award/p; grant/p; bring/p brought; stay/p; remain/p; remains; make/p made; take/p took taken; give/p gave given; grow/p grew; rise/p rose; fall/p fell; climb/p; drop/p dropped; ban/p; add/p; account/p; accounts; represents; leave/p left; get/p got; find/p found; run/p ran; stay/p; lift/p; leads; led; meet/p met; hold/p held; bear/p bore; say/p said
cost: cost; costs; price; priced; worth; valued; value; price tag; bill; need; needs; take; require/v; save/v; carry/v carried; capacity; serve; shorten; handle/v; travel/v; run/v ran; stretch/v; measure/v; extend/v; transport/v; total; last; be able; attend/v; comprise; participate; take part
say: say/v said; tell/v told; note/v; add/v; recall/v; report/v; according to; stress/v; stated; write/v wrote written; remark/v; point out; pointed out; points out; explain/v; argue/v; insist/v; claim/v; reckon/v; find/v found; indicate/v; show/v shown; count/v; put/v put; declare/v; affirm/v; emphasize/v; emphasise/v; mention/v; observe/v; highlight/v; repeat/v; believe/v; conclude/v; credit/v; figures; suggest/v; estimate/v; calculate/v; expect/v; predict/v; warn/v; maintain/v; reveal/v; quote/v
super: largest; biggest; top; leading; greatest; highest; number one; no. 1; no 1; foremost; main; primary; most important; principal; premier; chief; major trading; busiest; fastest growing; poorest; richest
role: partner; partners; market; markets; supplier; suppliers; buyer; buyers; investor; investors; creditor; creditors; lender; lenders; donor; donors; source; sources; destination; destinations; exporter; exporters; importer; importers; customer; customers; provider; providers; producer; producers; economy; economies; contributor; contributors; consumer; consumers; recipient; recipients; bloc; power; port; hub; holder; operator; lender; builder; builders; financier; financiers; employer; trader; shareholder; borrower; borrowers; outlet; manufacturer; purchaser; seller; beneficiary; vendor; trading nation
rank: rank/v; come; comes; came; place/v; stand; stands; stood; finish/v; sit/v sat; position; spot; place; ranking
other: other; else; another; further; additional; others; ones
among: one of; among; some of; amongst; part of
row: consecutive; straight; successive; running; unbroken; uninterrupted
run: running; in a row; in succession; on end; on the trot; back to back; straight; consecutively
year: year; years; yr; yrs
decade: decade; decades
monthunit: month; months
quarter: quarter; quarters
half: half; half year
day: day; days; week; weeks; hour; hours; minute; minutes; fortnight; night; nights; second; seconds
in: in; during; for; through; throughout; at; within; over; of; across
since: since; after; starting in; beginning in
from: from; between
to: to; and; till; until; through
by: by; before; until; by the end of; by end; ahead of; as of; up to; until the end of; at the end of; through
ago year last: a year earlier; a year ago; a year before; the year before; the previous year
ago: ago; earlier; back; before; previously
last: last; past; previous; prior; preceding; recent; latest; final
next: next; coming; following; upcoming; ahead; ensuing; forthcoming
this: this; current; the current
each: annually; yearly; per year; a year; every year; each year; per annum; on average; annual
meeting: summit; summits; forum; meeting; conference; ministerial; expo; exposition; fair; dialogue; congress; session; symposium; seminar; gathering; roundtable; talks; assembly; exhibition; convention; council; workshop; festival; salon; round of talks; round of consultations; round of negotiations; consultations
held: held; convene/p; open/p; opens; opening; took place; taken place; takes place; kicked off; began; hosted; hosting; gather/p; met; conclude/p; wrapped up; close/p; start/p; stage/p; inaugurate/p; chair/p
all: all; every; each of; each and every; the whole of; every one of; every single; all of
member: countries; country; states; state; nations; nation; members; member; economies; governments; provinces; districts; municipalities; villages; households; parishes; islands; territories; signatories; partners; ldcs; ldc; lines; schools; departments; regions; cities; towns; counties; homes; families
serve: duty free; zero tariff; zero tariffs; tariff free; reach/v; cover/v; serve/v; benefit/v; vaccinate/v; immunise/v; immunize/v; electrify/v electrified; scrap duties; tariff lines; access to; connected; enjoy/v; treatment; exempt/v; exempted; coverage; abolish/v; zero duty; taxable
region: region; continent
of: of; out of
stop: the; a; an; in; on; at; by; for; from; to; with; without; and; or; but; while; as; that; which; who; whom; whose; where; when; since; after; before; during; into; onto; over; under; between; among; across; along; through; via; per; about; against; is; are; was; were; be; been; being; has; have; had; will; would; shall; should; can; could; may; might; must; do; does; did; its; their; his; her; our; my; your; this; these; those; it; they; he; she; we; you; than; then; there; here; not; no; so; if; because; although; though; abroad; annually; yearly; overall; together; altogether; already; also; now; still; yet; alone; worth; each; every; all; both; either; neither; more; most; such; via; upon; around; above; below; within; up; down; off; out; ago; today; so far; outside; inside; nationwide; worldwide; overseas; globally; currently; cumulatively; respectively; last; next; only; just; even; including; excluding; covering; involving; spanning; ranging; totalling; totaling; following; using; made; built; signed; awarded; implemented; carried; funded; financed; launched; created; approved; held; given; sent; share; went; go; goes; came; come; comes; employ; face; get; got; took; take; said; saying; signed; shared; annually; online; daily; monthly; per; locally; directly; indirectly; jointly; a week; a day; a month; what; how; toward; towards; amid; despite; like; unless; until; whereas; plus; minus; once; thanks; according
det: the; both; these; those; our; their; its; his; her
numbered: resolution; resolutions; article; articles; chapter; page; pages; paragraph; section; no.; no; nos; number; figure; table; room; rule; clause; agenda; line; route; flight; level; type; category; class; grade; goal; sdg; annex; appendix; phase; version; volume; vol; item; tel; phone; fax; call; highway; document; document no; protocol; group; group of; layer; tier; gate; terminal; platform; step; part; act; law; decree; bill; episode; lot; unit
abstract: principles; principle; goals; goal; points; point; pillars; pillar; rules; articles; communiques; communiqués; sense; reasons; reason; senses; priorities; aspects; aspect; words; word; questions; question; ways; way; things; thing; sides; side; fronts; front; parties; phases; stages; steps; hands; camps; lessons; factors; dimensions; categories; kinds; types; sorts; forms; options; worlds; factions; languages; sentences; essentials; keys; key; truths; thirds; halves; quarters; wings; pairs; leaders; peoples; presidents; ministers; heads; bodies; times; occasions; parts; part; sections; section; chapters; superpowers; powers; foreign; hours; seconds; minutes; degrees; o'clock
plural: people; persons; men; women; children; staff; personnel; police; youth; aircraft; fish; cattle; livestock; sheep; lives; metres; feet; criteria; media; data; media outlets; alumni; fishermen; businessmen; businesswomen; servicemen; population
purpose: help/v; support/v; finance/v; fund/v; enable/v; allow/v; contribute/v; improve/v; strengthen/v; benefit/v; facilitate/v; be used; include/v; cover; focus
times: times; fold; x
not: no; not; never; none; nor; without; nobody; nothing; n't
and: and; or; as well as; plus; along with; but; while; whereas
first: first; opening; initial
end: end; close; late; mid; early
office: president; vice president; minister; foreign minister; prime minister; premier; vice premier; ambassador; envoy; spokesman; spokeswoman; spokesperson; director; director general; deputy director general; deputy director; secretary; secretary general; chairman; chairwoman; chairperson; chief; head; commissioner; governor; economist; chief economist; researcher; analyst; professor; representative; special representative; counsellor; consul; consul general; official; diplomat; vice minister; vice foreign minister; deputy minister; assistant foreign minister; state councilor; chancellor; mayor; chief executive; ceo; vice chairman; senator; adviser; coordinator; editor; scholar; expert; managing director
body: ministry; department; bank; commission; administration; embassy; academy; institute; university; council; bureau; agency; association; chamber; committee; office; secretariat; company; corporation; group; organization; organisation; fund; union; foundation; center; centre; government; congress; senate; parliament
honour: mr; mrs; ms; dr; prof; sir; madam
refer: that; those; what; the; as; its; their; all; of
possess: 's
same: same; corresponding; identical
period: period; span; timeframe
todate: so far this year; this year to date; year to date; ytd; in the year to date; thus far this year; this year so far
now: now; currently; at present; presently; nowadays; today
later: later; afterwards; on
1 later: the following year; a year later; one year later; a year on
1 quarterpart: q1; 1q
2 quarterpart: q2; 2q
3 quarterpart: q3; 3q
4 quarterpart: q4; 4q
1 halfpart: h1; 1h
2 halfpart: h2; 2h
week day: week; weeks
1 weekday capital: monday
2 weekday capital: tuesday
3 weekday capital: wednesday
4 weekday capital: thursday
5 weekday capital: friday
6 weekday capital: saturday
7 weekday capital: sunday
2 daysago: yesterday
capital: may; march
compared: than; compared with; compared to; relative to; in comparison with; in comparison to; versus; against; on the same; over the same; from the same
than: compared to; in comparison with; in comparison to; on the same; over the same; from the same
same: on the same; over the same; from the same
monthly: m m; mom; q q; month on month; month over month; quarter on quarter; quarter over quarter; from a month earlier; from the previous month
one: a; an; one
online: online; virtually; virtual; by video; by video link; via video link; via video; video conference; videoconference
at: in; at
person: leader; executive; lawmaker; statesman; businessman; veteran
third: he; she; they; him; her
if: could have; might have; would have; may have; should have; had it not
part: besides; stripping out; stripped of; aside from; bar; save for; other than; minus; net of; value added; excluding; except; including; outside; apart from; not counting; leaving aside; yuan terms; in yuan terms; measured in yuan; in renminbi terms; in local currency; seasonally adjusted; in real terms; in volume; by volume; in volume terms; by weight
bywhich: by
plain: total; totals; value; volume; bilateral; two way; overall; merchandise; mutual; combined; worth; aggregate; whole; full; level; figure; amount; sum; valued; billion; so far; cumulative; annual; ties
bilateral: bilateral; two way; two way trade; both ways; two sides; both sides; the two countries
pronoun: it; this; figure; total
balance: deficit; deficits; surplus; surpluses; gap; balance; imbalance; unbalanced; trade balance; favour; favor
surplus: surplus; surpluses; favour; favor
deficit: deficit; deficits
balance surplus: positive balance
balance deficit: negative balance
part: monthly; daily; weekly; quarterly; averaged; average; averages; averaging; per capita; per head; per person; per inhabitant; per resident; per citizen; a month; a day; per day; per month; a week; on average
everywhere: everything; all; every; other; others; else; worldwide; world; global; rest; included; markets; elsewhere; various
deny: deny/v denied denies; refute/v; reject/v; dispute/v; contradict/v; not true; untrue; false; falsely; no truth; nobody believes; no one believes; few believe; doubt/v; myth; incorrect; incorrectly; wrongly; mistaken; mistakenly; denial; baseless; unfounded; debunk/v
if: if; suppose/v; supposing; assuming; unless; whether; imagine; provided that; had it
reported: critics; skeptics; sceptics; opponents; allegedly; purportedly; rumours; rumors; supposedly
turnover: turnover; trade; commerce
turnover bothflows: imports and exports; exports and imports; import and export; export and import
part: respectively
flowverb: sell; sold; sells; selling; exported; ships; shipped; shipping; bought; buys; buy; buying; imported; importing; exporting; purchased; purchases
toward: to; into; onto
origin: from
between: between; among
sumof: total/v totalled totalling totals; amount to; amounted to
reach: reach/v; hit; hits; hitting; total/v totalled totalling totals; amount to; amounted to; come to; came to; attain/v; touch/v; arrive/v
short: fell short of; falls short of; fall short of; falling short of; failed to reach; fails to reach; fell shy of; stayed below; remained below; stopped short of
single: single; very
worldwide: world; globe; country; nation; island; hemisphere; planet; history; continent; subregion; sector; industry
multiply: multiply/v multiplied multiplies
manner: y y; average; rate; rates; annual; annually; another; year on year; year over year; yoy; cumulative; modest; mere; sharp; steady; record; staggering; whopping; real; nominal; slight; further; cumulative; similar; robust; strong; significant
growth: setback; rebound; recovery; boost; leap; spike; plunge; dip; slide; advance; up tick; growth rate; pace
down less: setback
isnow: is; are; remains; remain
particle: da; de; do; dos; del; van; von
plain: historic; historical
ending: ended; ending; that ended; finishing
office: counselor; counsellor; attache; attaché
manner: quarter on quarter; month on month
overtake: overtook; overtaken; overtake; overtakes; overtaking; surpassed; surpassing; surpasses; displaced; displacing; replaced; replacing; supplanted; supplanting; dethroned; unseated
beforethen: before; ahead of; until
exceed: exceed/v; surpass/v; outstrip/v; outstripped; outpace/v; top/p topped; beat; beating
within: within; in; over
through: through; until; till; up to; as of
noname: foreign affairs; foreign; affairs; economy; finance; agriculture; industry; energy; mines; health; commerce; transport; defense; defence; tourism; planning; environment; science; education; culture; technology; fisheries; mining; development; state; customs
cause: because of; due to; owing to; thanks to; on account of; amid; on the back of; driven by; boosted by; helped by; hurt by; fuelled by; fueled by; led by; as a result of; in the wake of
speechby: remarks by; speech by; address by; statement by; keynote by; keynote speech by; op ed by; article by; message by; message from; by ambassador; remarks of; speech of; statement of
fact: edge/v; inch/v; tick/v; creep/v crept
reported: according to some; some say; some claim; some argue; some believe; it is claimed; it was claimed; it is rumoured; it is rumored; rumoured; rumored; reportedly; reputedly; speculation; hypothetically; hypothetical; imaginary; fictitious; contrary to; joke/v; conspiracy; misreported; misleadingly; exaggerated; erroneously
iffirst: had; were; should
if: if only; even if; as if; were it not; but for; in the event; pretend/v
deny: far from; no evidence; wrong; untruthful; fake; fabricated; lie; lies; lied
forecast: goal is; aim is; target is; ambition is; goal was; aim was; target was
role: export product; export item; export earner; export commodity
office: charge d'affaires; chargé d'affaires; mayor; senator; lawmaker; chief executive; chief executive officer; executive director; managing director; adviser; advisor; coordinator; expert; scholar; legislator; trade minister; finance minister; economy minister; agriculture minister; deputy foreign minister
numberof: number of; total number of
forecast: on course for; on track for; headed for; heading for; seen at; seen reaching; slated to
office: manager; general manager; country manager; president and chief executive
record: record; record high; all time high; record breaking; historic high; historical high; new high
recordlow: record low; all time low; historic low; new low
highest: highest; largest; biggest; strongest; best
lowest: lowest; smallest; weakest; worst
ever: ever; on record; history
firsttime: for the first time; first time
average: average; averaged; averages; averaging; on average
real: in real terms; real terms; inflation adjusted; adjusted for inflation; at constant prices; in constant prices; in constant dollars; after inflation; net of inflation
gdp: gdp; gross domestic product
havethem: has; have; had; maintain/v; enjoy/v
formal: formal; full; official
partnerof: with
takes: took; takes; take; taken; absorb/v; bought; buys; buy; receive/v; account/v; account for; accounts for; accounted for; made up; make up; makes up; represent/v; purchase/v
goesto: went; go; goes; destined; bound; headed; shipped; sent
each average: annual average; yearly average; annually on average; averaged annually
takes: supply/v supplied supplies; provide/v; contribute/v
growth: a year on year; a year over year; month on month; quarter on quarter
held: conclusion; closing; holding; convening
article: a; an
possessor: its; their
joins: joined; join; joins; joining; signed up to; signed on to; signed onto; acceded to; adhered to; became part of
byvalue manner: in value; by value; in value terms; in dollar terms; in dollars
supplier: supplier; provider
originof: source; origin; supplier
corrects: sorry; correction; i mean; i meant; let me correct; excuse me; i misspoke; strike that; scratch that
leaves: withdrew; withdraw; withdrawn; withdraws; pulled out; left; exited; quit; leaves; withdrawal; exit
lacks: lack; lacks; lacked; lacking
almost: nearly; almost
source: came from; come from; comes from; coming from; originated in; originate in; originates in; originating in; were sourced from; sourced from; is sourced from; hailed from
behind: after; behind; just behind; only behind; second only to; next to; trailing; following; surpassed only by
those: those
buyer: customer; buyer; purchaser; client
takeup: it; figure; total; volume; amount
another: more; other; further; additional; new
infinitive: to; be
thatthey: it; they; that; had
offer: offered
onday: on
forit: for
atplace: in
populace: population
morethan: more
thanit: than
leftout: bar; excluding; except; except for; excepting; other than; aside from; apart from; not counting; with the exception of
noof: no
oneperson: one
anyof: any
anyone: anyone; anybody
themof: them; which; whom
vaguemany: many
vagueseveral: several
memberunit: household; households; villages; schools; cities; towns; provinces; districts; municipalities; islands; families
thatsaid: that
courtesy: good morning; good afternoon; good evening; ladies and gentlemen; made the remarks; made the remark; made the comments; made these remarks; pleasure; thanked; thank; thanks; warm welcome; welcome to; delivered a speech; greetings; happy to; delighted to; sidelines
ours: our; we
sink: market; destination; outlet; customer; buyer
points: that
relative: which; who; whose; where
hadbeen: had
plain: dollar; dollars
thecountry: country; nation
asksfor: ask; asks; asked; request/v; sought; seek; seeks; want; wants; wanted; need; needs; needed
`

// formsEnglish returns the regular forms of an English verb, those of the past
// alone if kind is p.
func formsEnglish(verb, kind string) []string {
	stem := strings.TrimSuffix(verb, "e")
	if y := strings.TrimSuffix(verb, "y"); y != verb && !strings.ContainsAny(y[len(y)-1:], "aeou") {
		stem = y + "i"
	}
	if kind == "p" {
		return []string{stem + "ed"}
	}
	last := verb[len(verb)-1]
	third := verb + "s"
	if strings.HasSuffix(verb, "ch") || strings.HasSuffix(verb, "sh") || last == 's' || last == 'x' || last == 'o' {
		third = verb + "es"
	}
	return []string{verb, third, stem + "ed", stem + "ing"}
}

// topicsEnglish says which subject of package lac a word speaks of.
const topicsEnglish = `
trade: imports and exports; exports and imports; import and export; export and import; traded; trades; trade volume; trade value; trade; commerce; turnover; trading; exchanges; two way trade; goods; business
export: sell; sells; exporting; exports; export; sales; exported; shipments; sold; ships; shipped; selling
import: buy; buying; purchased; importing; imports; import; imported; purchases; bought; buys; buying
project: project; projects; schemes; scheme; ventures
infrastructure: infrastructure
capacity: production capacity; industrial capacity; capacity cooperation
livelihood: livelihood; livelihoods; people's livelihood; small and beautiful; small but beautiful
job: jobs; job; employment; posts; positions
scholarship: scholarships; scholarship; bursaries
training: training; trainees; training opportunities; training places; training slots; training quotas; workshops; seminars
measure: measures; steps; initiatives
ties: diplomatic ties; diplomatic relations; ties
investment: fdi flows; fdi flow; flows of fdi; direct investment flows; direct investment flow; flows of direct investment; foreign direct investment flows; flows of foreign direct investment; fdi; foreign direct investment; direct investment; direct investments
loan gives: lend/p lent
loan gets: borrow/p
loan: loan; loans; lend; lends; lending; borrowing; borrowings
oneloan: loan
terms: interest; repaid; repay; repayable; repayment; maturity; maturities; backed; collateral; secured by; guaranteed; guarantee; grace period; tenor
addedup: cumulative; cumulatively; accumulated
accordingto: according to
gives: granted; extended; committed; provided; made; gave; awarded; approved; issued; signed
gets: received; obtained; got; took out; secured; receives
stands: stood; stands
lender: policy banks; development banks; policy lenders; development finance institutions; state policy banks; state owned policy banks; state development banks; public development banks; two policy banks; two development banks
body otherlender: commercial banks; commercial bank; development bank; export import bank; eximbank; world bank; policy bank
countsit: eclac; unctad; oecd; imf; boston university; red alc china; aiddata; cebc; rhodium; world bank; inter american development bank; american enterprise institute; central bank; ministry of economy; reserve bank
creditline: credit line; credit lines; line of credit; lines of credit; swap; swaps; swap line; swap lines; currency swap; currency swaps
debt: debt; debts
othersum: investment; investments; invest/v; credit; credits; aid; assistance; financing; finance; funding; grant; grants; deficit; surplus; budget; reserves; fund; funds; output; gdp; economy; disbursements; disbursed; approvals; commitments; contracts; deals; agreements; remittances; reserves; tourism; population; inflation; revenue; revenues; profit; profits; subsidies; expenses; expenditure; outlay; demand; consumption; supply; capital; spending; services
stock: investment stock; stock of investment; fdi stock; stock of fdi; direct investment stock; stock of direct investment; stock of foreign direct investment; foreign direct investment stock; stock of its direct investment; direct investment stocks; fdi stocks; outward direct investment stock; outward fdi stock
`

// numbersEnglish are the numbers that times are made of.
const numbersEnglish = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`

var englishClaims = Claims{
	Words: wordsEnglish, Topics: topicsEnglish, Parties: partiesEnglish, Goods: goodsEnglish, Books: booksEnglish, Numbers: numbersEnglish, Participles: "ed", Pasts: "ed", Abbreviated: true, Forms: formsEnglish,
}
