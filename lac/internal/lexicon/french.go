package lexicon

// French is what numbers, hedges and their neighbours look like in French. It has
// the long scale: a billion is a million million. It has no words of claims.
var French = Language{
	Tag: "fr", DottedOrdinals: true, CommaSplits: true, SpaceGroups: true, NounFirst: true, LongScale: true, Tens: true, Hyphens: true,
	Frequent:    "le, les, des, et, est, dans, pour, avec, une, du, au, aux, sur, par, plus, ont, sont, qui, été, cette, ces, pas, ce, la, un, de, en, que, son, millions, milliards, ans, pays, l, d",
	Months:      "janvier; février; mars; avril; mai; juin; juillet; août; septembre; octobre; novembre; décembre",
	ShortMonths: "janv; févr; mars; avr; mai; juin; juil; août; sept; oct; nov; déc",
	Nouns:       frenchNouns,
	PageWords:   "page, p.",
	Cardinals: map[string]int64{
		"zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
		"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
		"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
	},
	Scores: "vingt, vingts", Wide: "soixante",
	Scales: map[string]int64{
		"cent": 100, "cents": 100, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e12, "billions": 1e12, "billiard": 1e15, "trillion": 1e18, "trillions": 1e18,
	},
	Collectives: map[string]int64{"douzaine": 12, "douzaines": 12, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000},
	Ordinals: map[string]int64{
		"premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9,
		"dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16, "vingtième": 20, "trentième": 30, "quarantième": 40,
		"cinquantième": 50, "soixantième": 60, "centième": 100, "millième": 1e3, "millionième": 1e6, "milliardième": 1e9,
	},
	Parts: map[string]int64{
		"tiers": 3, "quart": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "douzième": 12, "vingtième": 20, "centième": 100, "millième": 1e3, "millionième": 1e6,
	},
	ManyParts: map[string]int64{
		"quarts": 4, "cinquièmes": 5, "sixièmes": 6, "septièmes": 7, "huitièmes": 8, "neuvièmes": 9, "dixièmes": 10, "douzièmes": 12, "vingtièmes": 20, "centièmes": 100, "millièmes": 1e3, "millionièmes": 1e6,
	},
	BothParts:       "tiers",
	Alone:           map[string]int64{"moitié": 2},
	OrdinalSuffixes: "er, re, ère, e, ème, eme, nd, nde, º, °",
	Suffixes:        map[string]int64{"k": 1e3, "m": 1e6, "mio": 1e6, "mn": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9, "mrds": 1e9},
	And:             "et", Articles: "un, une", Halves: "demi, demie", Point: "virgule", Minus: "moins",
	Times: map[string]int64{
		"double": 2, "doublé": 2, "doubler": 2, "doublent": 2, "triple": 3, "triplé": 3, "tripler": 3, "quadruple": 4, "quadruplé": 4, "quintuple": 5, "quintuplé": 5,
	},
	Vague:    map[string]string{"plusieurs": "several", "nombreux": "numerous", "nombreuses": "numerous", "quelques": "several"},
	NotVague: "il y a",
	Plurals:  map[string]int64{"dizaines": 10, "centaines": 100, "milliers": 1e3, "millions": 1e6, "milliards": 1e9},
	Hedges: Hedges{
		Over:    "plus de, plus d', au-dessus de, supérieur à, supérieure à, dépasse, dépassé, dépassent, dépassant, au-delà de",
		AtLeast: "au moins, au minimum, pas moins de, un minimum de",
		Under:   "moins de, moins d', au-dessous de, inférieur à, inférieure à, en dessous de",
		UpTo:    "jusqu'à, au plus, au maximum, pas plus de, un maximum de",
		Nearly:  "près de, presque, quasi, quasiment, proche de, un peu moins de",
		About:   "environ, autour de, à peu près, quelque, approximativement, de l'ordre de, aux alentours de, à peine",
	},
	After:       Hedges{Over: "et quelques, +", AtLeast: "ou plus, au moins, et plus", UpTo: "ou moins, au plus, au maximum", About: "environ, à peu près"},
	Degrees:     "bien, un peu, nettement, légèrement",
	Determiners: "le, la, les, un, une, ses, leurs, ces",
	From:        "de, du, des, depuis", To: "à, jusqu'à, au, aux", Between: "entre, entre les, entre le",
	Moves:       "monter, monte, monté, augmenter, augmente, augmenté, augmentation, croître, croît, crû, passer, passe, passé, passent, passant, baisser, baisse, baissé, reculer, recule, reculé, recul, chuter, chute, chuté, tomber, tombe, tombé, réduit, réduire, grimper, grimpe, grimpé, progresser, progresse, progressé, hausse, bondi, diminué, diminue, ramené",
	FullOf:      "de, d",
	OutOf:       "sur", // trois entreprises sur dix has its noun between
	Populations: "population, habitants, personnes",
	Homonyms:    "livre, couronne, franc, sol, real, réal, won, rand, peso, lire",
	Names:       "iso, version, agenda, groupe des, covid, vision, g", Refs: "résolution, article, articles, art., section, n°, numéro, no., page, pages, p., paragraphe, décret, loi, chapitre, annexe, tableau, figure, volume, tél., tél, téléphone, fax, document, note",
	DateOf: "de", Clock: "heures, h",
	Years:    "en, depuis, avant, après, durant, pendant, année, années, de, du, à, entre, fin, début, l'année, et, que, printemps, été, automne, hiver, d'ici",
	Ones:     "un, une",
	Pronouns: "chaque, aucun, l, le, la, de, du, autre, que, est, plus, des",
	NotOne:   "chaque, aucun, aucune, cet, ce, autre", Weighs: "pèse, pesait, poids", With: "et",
	PartWords: "partie, parties, part",
	Stops: "de, du, des, d, en, à, au, aux, par, pour, avec, sans, sur, et, ou, ni, le, la, les, l, un, une, que, qui, dont, où, quand, comme, son, sa, ses, leur, leurs, ce, cet, cette, ces, est, sont, était, étaient, fut, furent, être, a, ont, avait, " +
		"il, elle, ils, elles, se, ne, pas, plus, moins, entre, jusque, depuis, pendant, après, selon, contre, sous, mais, si, car, aussi, déjà, très, chaque, maintenant, hier, soit, dans, chez, vers, contre, respectivement",
	Modifiers: "plus, nouveaux, nouvelles, autres, grands, grandes, premiers, premières, derniers, dernières, prochains, prochaines, principaux, les, des, de",
}

var frenchNouns = Nouns{
	Units: map[string]string{
		"percent": "pour cent, pourcent, p. cent", "percentage-points": "points de pourcentage, point de pourcentage, points", "basis-points": "points de base, point de base", "permille": "pour mille", "times": "fois",
		"km": "kilomètres, kilomètre", "m": "mètres, mètre", "cm": "centimètres, centimètre", "mm": "millimètres, millimètre", "miles": "milles",
		"km2": "kilomètres carrés, kilomètre carré", "m2": "mètres carrés, mètre carré", "ha": "hectares, hectare", "m3": "mètres cubes, mètre cube", "L": "litres, litre", "barrels": "barils, baril",
		"t": "tonnes, tonne, tonnes métriques", "kg": "kilogrammes, kilogramme, kilos, kilo", "g": "grammes, gramme", "MW": "mégawatts, mégawatt", "GW": "gigawatts, gigawatt", "kW": "kilowatts, kilowatt",
		"MWh": "mégawattheures, mégawattheure", "kWh": "kilowattheures, kilowattheure", "GWh": "gigawattheures", "TWh": "térawattheures", "km/h": "kilomètres à l'heure, kilomètres par heure", "celsius": "degrés Celsius, degré Celsius", "degrees": "degrés, degré",
		"years": "ans, an, années, année", "decades": "décennies, décennie", "centuries": "siècles, siècle", "quarters": "trimestres, trimestre", "months": "mois", "weeks": "semaines, semaine", "days": "jours, jour", "hours": "heures, heure", "minutes": "minutes, minute", "seconds": "secondes",
	},
	Counts: map[string]string{
		"countries": "pays, nations, nation", "projects": "projets, projet", "jobs": "emplois, emploi, postes", "people": "personnes, personne, habitants, habitant", "places": "places, place", "scholarships": "bourses, bourse",
		"meetings": "réunions, réunion", "measures": "mesures, mesure", "companies": "entreprises, entreprise, sociétés, société", "doses": "doses, dose", "students": "étudiants, élèves", "cities": "villes, ville", "agreements": "accords, accord", "vehicles": "véhicules, véhicule",
	},
	Money:  frenchMoney,
	Shared: frenchSharedMoney,
	Lands:  frenchLands, Agree: agreeFrench,
}
