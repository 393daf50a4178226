package lexicon

// English is what numbers, hedges and their neighbours look like in English.
var English = Language{
	Frequent:    "the, of, and, in, to, is, that, with, was, were, from, by, has, have, than, are, it, at, on",
	Months:      "january; february; march; april; may; june; july; august; september; october; november; december",
	ShortMonths: "jan; feb; mar; apr; may; jun; jul; aug; sep sept; oct; nov; dec",
	Nouns:       englishNouns,
	Populations: "population, inhabitants, people, users, views, visitors, consumers, tonnes, barrels",
	PageWords:   "page, p.",
	Claims:      englishClaims,
	Tag:         "en",
	Cardinals: map[string]int64{
		"zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
		"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
		"seventeen": 17, "eighteen": 18, "nineteen": 19,
		"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	},
	Scales: map[string]int64{
		"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "quintillion": 1e18,
		"lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
	},
	Collectives: map[string]int64{"dozen": 12, "dozens": 12, "couple": 2, "pair": 2, "doz": 12, "dozs": 12, "dz": 12},
	Ordinals: map[string]int64{
		"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
		"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
		"seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
		"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
		"hundredth": 100, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
	},
	Parts: map[string]int64{
		"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
		"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fifteenth": 15, "sixteenth": 16, "twentieth": 20, "thirtieth": 30,
		"fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
	},
	ManyParts: map[string]int64{
		"halves": 2, "thirds": 3, "quarters": 4, "fourths": 4, "fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8, "ninths": 9,
		"tenths": 10, "elevenths": 11, "twelfths": 12, "thirteenths": 13, "fourteenths": 14, "fifteenths": 15, "sixteenths": 16,
		"seventeenths": 17, "eighteenths": 18, "nineteenths": 19, "twentieths": 20, "thirtieths": 30, "fortieths": 40, "fiftieths": 50,
		"sixtieths": 60, "seventieths": 70, "eightieths": 80, "ninetieths": 90, "hundredths": 100, "thousandths": 1e3, "millionths": 1e6,
		"billionths": 1e9, "trillionths": 1e12,
	},
	OrdinalSuffixes: "st, nd, rd, th",
	Suffixes: map[string]int64{
		"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12, "tln": 1e12, "g": 1e9, "mm": 1e6, "mil": 1e6, "bil": 1e9, "mill": 1e6, "mrd": 1e9,
	},
	And: "and", CapitalMonths: true, SpaceGroups: true, Hyphens: true, Articles: "a, an", Halves: "half", Point: "point", Minus: "minus, negative",
	Times: map[string]int64{
		"twice": 2, "thrice": 3,
		"double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "triples": 3, "tripling": 3,
		"treble": 3, "trebled": 3, "trebling": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quintuple": 5, "quintupled": 5, "quintupling": 5,
		"sextupled": 6, "septupled": 7, "octupled": 8,
		"twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10,
		"elevenfold": 11, "twelvefold": 12, "fifteenfold": 15, "twentyfold": 20, "thirtyfold": 30, "fortyfold": 40, "fiftyfold": 50, "hundredfold": 100, "thousandfold": 1000,
	},
	Comparatives: "more, less, fewer, higher, lower, larger, smaller, bigger, faster, cheaper, below, above",
	NotVague:     "how, as", Lacking: "few", Than: "than", PluralNouns: "people, children, men, women, staff, personnel",
	Halvings: "halved, halving",
	Vague: map[string]string{
		"several": "several", "many": "many", "numerous": "numerous", "few": "several", "countless": "numerous", "myriad": "numerous", "various": "several",
	},
	Plurals: map[string]int64{
		"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
	},
	Hedges: Hedges{
		Over: "over, more than, greater than, larger than, bigger than, higher than, above, beyond, exceeding, exceed, exceeds, exceeded, in excess of, upward of, upwards of, " +
			"north of, to top, tops, topped, topping, surpass, surpasses, surpassed, surpassing, better than",
		AtLeast: "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of",
		Under:   "under, less than, fewer than, below, lower than, smaller than",
		UpTo:    "up to, as many as, as much as, as high as, no more than, not more than, at most, a maximum of, maximum of, not exceeding, not to exceed, no greater than",
		Nearly:  "nearly, almost, close to, near, just under, just below, just short of, short of, approaching, not quite, shy of, just shy of, nearing, neared, nears, approached, approaches, came close to, comes close to",
		About: "about, around, roughly, approximately, approx, approx., some, circa, ca., an estimated, estimated, more or less, or so, in the region of, in the order of, on the order of, " +
			"in the neighbourhood of, in the neighborhood of, in the vicinity of, c., ~, ≈, barely, hardly",
	},
	After: Hedges{
		Over:    "plus, +, and counting, odd",
		AtLeast: "or more, or greater, or higher, or above, and above, and over, and more, and up, at least, or over, at the least",
		UpTo:    "or less, or fewer, or lower, or below, or under, at most, at the most, and below, and under",
		About:   "or so, or thereabouts, approximately, more or less, -odd, -ish",
	},
	Degrees: "well, just, slightly, a little, far, way, somewhat, significantly, substantially, considerably, much, marginally, very, only, as",
	From:    "from, of from", To: "to, through, till, until", Between: "between",
	FullOf: "of",
	Moves: "rise, rises, rose, risen, rising, grow, grows, grew, grown, growing, growth, increase, increases, increased, increasing, climb, climbs, climbed, climbing, jump, jumped, jumps, jumping, soar, soared, soaring, surge, surged, surging, " +
		"expand, expanded, expanding, go, goes, went, gone, going, move, moved, moving, swell, swelled, swelling, fall, falls, fell, fallen, falling, drop, drops, dropped, dropping, decline, declined, declining, decrease, decreased, slip, slipped, " +
		"shrink, shrank, shrunk, shrinking, cut, cuts, reduce, reduced, reducing, lower, lowered, raise, raised, raising, up, down, slid, slide, plunge, plunged, plunging, improve, improved, double, doubled, tripled, leap, leapt, leaped, bring, brought, bringing, " +
		"change, changed, took, taking, lift, lifted, lifting, boost, boosted, slump, slumped, tumble, tumbled, dip, dipped, dwindle, dwindled, multiply, multiplied, revised, extended, came, advance, advanced, pushed, pushing",
	Names: "iso, group of, agenda, covid, vision, act, sputnik, flight, windows, channel, version, chapter, type, route, highway, freeway, boeing, airbus, apollo, pier, terminal, team, studio, area, sdg, goal",
	Refs: "resolution, resolutions, article, articles, section, no., nos., number, page, pages, p., pp., paragraph, para, clause, decree, law, chapter, annex, table, figure, fig., item, volume, vol., issue, room, tel, tel., telephone, phone, fax, call, " +
		"hotline, document, regulation, order, rule, decision, directive, act, isbn, bill, footnote, #, line, gate, box, suite",
	DateOf:      "of",
	Clock:       "am, pm, a.m, p.m, o'clock, gmt, est, utc, hours gmt",
	Determiners: "the, a, an, its, their, those, these",
	OutOf:       "out of, out of every, in every, of every, for every, out of each",
	In:          "in",
	NotOne:      "no, any, every, each, some, this, that, which, the, another",
	Weighs:      "weigh, weighs, weighed, weighing, weight, heavy, lose, lost, losing, gain, gained, baby",
	Dimensions:  "tall, deep, long, wide, high, thick, dash, sprint, race, away, hurdles, freestyle, relay, telescope, above, below, from, of, in, square, apart",
	PerWords:    "per, a, each, every, split",
	Years:       "in, since, by, during, until, before, after, through, year, fiscal, mid-, early, late, in early, in late, of, from, between, to, end of, from the, and, for, spring, summer, autumn, winter, fall, than, on, throughout, around",
	Pronouns:    "no, any, every, each, some, this, that, which, the, another, only, anyone, other, of, by, is, day, not, only, who, can, 's, to, or, for, never",
	Ones:        "one",
	Stops: "of, in, on, at, by, for, from, with, to, as, than, that, which, who, whose, where, when, while, and, or, but, nor, the, a, an, its, their, his, her, our, this, these, those, is, are, was, were, be, been, being, has, have, had, " +
		"will, would, can, could, may, might, must, shall, should, do, does, did, not, into, over, under, between, among, across, through, during, since, until, after, before, per, each, every, if, because, so, also, there, it, they, he, she, we, you, i, " +
		"about, against, within, without, via, up, down, out, off, said, says, worth, abroad, annually, yearly, alone, altogether, now, then, here, last, next, ago, including",
	Modifiers: "more, additional, further, other, such, new, local, different, consecutive, straight, of, the, those, these, its, their, our",
}
