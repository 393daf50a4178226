package lac_test

import "github.com/sinolac/sinolac/lac"

// guardsOfValues and guardsOfLines have figures as China's customs, UN Comtrade and the
// press print them, put together the way people do.
var guardsOfValues = []guardTest{
	{
		rule: "currency: customs' yuan for Brazil and Comtrade's dollars for Chile are not added",
		rows: []string{
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY fob",
			"comtrade CHN CHL export 2024 TOTAL 22520038832 USD fob",
		},
		refused: lac.GuardCurrency,
	},
	{
		rule: "currency: nor are yuan of one flow and dollars of the other",
		rows: []string{
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY fob",
			"comtrade CHN BRA import 2024 TOTAL 109522043335 USD cif",
		},
		refused: lac.GuardCurrency,
	},
	{
		rule:  "currency: a query for one source has one currency",
		query: lac.TradeQuery{Source: "gacc"},
		rows: []string{
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY fob",
			"comtrade CHN CHL export 2024 TOTAL 22520038832 USD fob",
		},
		want: map[string]string{"export": "512820920000 CNY"},
	},
	{
		rule: "currency: a figure that is not reported has none",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN CUB export 2022 TOTAL - -",
		},
		want: map[string]string{"export": "61969970590 USD"},
	},
	{
		rule: "valuation: imports CIF and imports FOB are not added",
		rows: []string{
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD fob",
			"comtrade CHL CHN import 2022 TOTAL 26410413082.105 USD cif",
		},
		refused: lac.GuardValuation,
	},
	{
		rule: "valuation: nor CIF and not stated",
		rows: []string{
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD",
			"comtrade CHL CHN import 2022 TOTAL 26410413082.105 USD cif",
		},
		refused: lac.GuardValuation,
	},
	{
		rule: "valuation: exports FOB stand beside imports CIF",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN BRA import 2022 TOTAL 109522043335 USD cif",
		},
		want: map[string]string{"export": "61969970590 USD", "import": "109522043335 USD"},
	},
	{
		rule:  "region: customs' Latin America row with Brazil is refused where the query names no region",
		query: lac.TradeQuery{Reporter: lac.China},
		rows: []string{
			"gacc CHN 419 export 2024 TOTAL 1970987650000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
		},
		refused: lac.GuardRegion,
	},
	{
		rule:  "region: the row is left out beside its members where the query names it",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.LatinAmericaCaribbean},
		rows: []string{
			"gacc CHN 419 export 2024 TOTAL 1970987650000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
			"gacc CHN MEX export 2024 TOTAL 641998290000 CNY",
		},
		want:     map[string]string{"export": "1154819210000 CNY"},
		excluded: map[lac.Guard]int{lac.GuardRegion: 1},
	},
	{
		rule:  "region: as published, the row alone is taken",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.LatinAmericaCaribbean, AsPublished: true},
		rows: []string{
			"gacc CHN 419 export 2024 TOTAL 1970987650000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
		},
		want: map[string]string{"export": "1970987650000 CNY"},
	},
	{
		rule:  "region: customs' Latin America row is not CELAC's",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Period: lac.Year(2024)},
		rows: []string{
			"gacc CHN 419 export 2024 TOTAL 1970987650000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
			"gacc CHN PRI export 2024 TOTAL 6494900000 CNY",
		},
		want: map[string]string{"export": "512820920000 CNY"},
	},
	{
		rule:  "region: a region within the region is left out too",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.LatinAmericaCaribbean},
		rows: []string{
			"gacc CHN 005 export 2024 TOTAL 1100000000000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
		},
		want:     map[string]string{"export": "512820920000 CNY"},
		excluded: map[lac.Guard]int{lac.GuardRegion: 1},
	},
	{
		rule:  "region: World and countries are refused where the query names no partner",
		query: lac.TradeQuery{Reporter: lac.China},
		rows: []string{
			"comtrade CHN 001 import 2022 TOTAL 2715997517261 USD cif",
			"comtrade CHN BRA import 2022 TOTAL 109522043335 USD cif",
		},
		refused: lac.GuardRegion,
	},
	{
		rule:  "region: World is left out beside countries where the query names it",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.World},
		rows: []string{
			"comtrade CHN 001 import 2022 TOTAL 2715997517261 USD cif",
			"comtrade CHN BRA import 2022 TOTAL 109522043335 USD cif",
			"comtrade CHN CHL import 2022 TOTAL 44486040476 USD cif",
		},
		want:     map[string]string{"import": "154008083811 USD"},
		excluded: map[lac.Guard]int{lac.GuardRegion: 1},
	},
	{
		rule:  "region: a statistical rest is a part of the World as countries are",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.World},
		rows: []string{
			"comtrade CHN 490 import 2022 TOTAL 238093000000 USD cif",
			"comtrade CHN CHL import 2022 TOTAL 44486040476 USD cif",
		},
		want: map[string]string{"import": "282579040476 USD"},
	},
	{
		rule:  "region: World alone is one row",
		query: lac.TradeQuery{Reporter: lac.China},
		rows:  []string{"comtrade CHN 001 export 2022 TOTAL 3593601435602 USD fob"},
		want:  map[string]string{"export": "3593601435602 USD"},
	},
	{
		rule: "region: as reporter, a region with its member",
		rows: []string{
			"wits 419 CHN import 2014 TOTAL 170065290000 USD",
			"wits BRA CHN import 2014 TOTAL 39351980622 USD",
		},
		refused: lac.GuardRegion,
	},
	{
		rule:  "region: two blocs that share a member",
		query: lac.TradeQuery{Reporter: lac.China, Period: lac.Year(2022)},
		rows: []string{
			"press CHN CARICOM export 2022 TOTAL 5000000000 USD",
			"press CHN CELAC export 2022 TOTAL 252978000000 USD",
		},
		refused: lac.GuardRegion,
	},
	{
		rule:    "region: Belgium-Luxembourg beside Belgium",
		rows:    []string{"comtrade CHN 058 export 1999 TOTAL 50 USD fob", "comtrade CHN BEL export 1999 TOTAL 45 USD fob"},
		refused: lac.GuardRegion,
	},
	{
		rule:    "region: as reporter, Belgium-Luxembourg beside Luxembourg",
		rows:    []string{"comtrade 058 CHN export 1999 TOTAL 50 USD fob", "comtrade LUX CHN export 1999 TOTAL 5 USD fob"},
		refused: lac.GuardRegion,
	},
	{
		rule: "region: Belgium-Luxembourg up to one year, Belgium from the next",
		rows: []string{"comtrade CHN 058 export 1998 TOTAL 50 USD fob", "comtrade CHN BEL export 1999 TOTAL 45 USD fob"},
		want: map[string]string{"export": "95 USD"},
	},
	{
		rule: "region: China's row for the region and America's for Brazil are different trade",
		rows: []string{
			"comtrade CHN 419 export 2022 TOTAL 252978000000 USD fob",
			"comtrade USA BRA export 2022 TOTAL 53600000000 USD fob",
		},
		want: map[string]string{"export": "306578000000 USD"},
	},
	{
		rule:  "region: the row of one year and the member of another",
		query: lac.TradeQuery{Reporter: lac.China},
		rows: []string{
			"gacc CHN 419 export 2023 TOTAL 1727000000000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
		},
		want: map[string]string{"export": "2239820920000 CNY"},
	},
	{
		rule: "breakdown: customs procedures, transport and second partners are left out beside their total",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 109522043335 USD cif",
			"comtrade CHN BRA import 2022 TOTAL 98000000000 USD cif customs=C01",
			"comtrade CHN BRA import 2022 TOTAL 107000000000 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 1400000000 USD cif partner2=URY",
			"comtrade CHN BRA import 2022 TOTAL 97000000000 USD cif customs=C01 mot=2100",
		},
		want:     map[string]string{"import": "109522043335 USD"},
		excluded: map[lac.Guard]int{lac.GuardBreakdown: 4},
	},
	{
		rule: "breakdown: the codes of all second partners and all procedures are the total",
		rows: []string{
			"comtrade BOL CHN import 2022 TOTAL 2600000000 USD cif partner2=001 customs=C00",
			"comtrade BOL CHN import 2022 TOTAL 1600000000 USD cif partner2=CHL customs=C00",
			"comtrade BOL CHN import 2022 TOTAL 1000000000 USD cif partner2=CHN customs=C00",
			"comtrade BOL CHN import 2022 TOTAL 2100000000 USD cif partner2=001 customs=C01",
		},
		want:     map[string]string{"import": "2600000000 USD"},
		excluded: map[lac.Guard]int{lac.GuardBreakdown: 3},
	},
	{
		rule: "breakdown: one whole breakdown adds up without its total",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 107000000000 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 2522043335 USD cif mot=1000",
		},
		want: map[string]string{"import": "109522043335 USD"},
	},
	{
		rule: "breakdown: modes of transport within one that is there are part of it",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 90 USD cif mot=2000",
			"comtrade CHN BRA import 2022 TOTAL 60 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 25 USD cif mot=2200",
			"comtrade CHN BRA import 2022 TOTAL 10 USD cif mot=1000",
			"comtrade CHN BRA import 2022 TOTAL 7 USD cif mot=3200", // without 3000
			"comtrade CHN BRA import 2022 TOTAL 3 USD cif mot=9100",
			"comtrade CHN BRA import 2022 TOTAL 2 USD cif mot=9110",
		},
		want:     map[string]string{"import": "110 USD"},
		excluded: map[lac.Guard]int{lac.GuardBreakdown: 3},
	},
	{
		rule: "breakdown: a mode of transport of another procedure is no part",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 90 USD cif mot=2000 customs=C01",
			"comtrade CHN BRA import 2022 TOTAL 60 USD cif mot=2100 customs=C02",
		},
		want: map[string]string{"import": "150 USD"},
	},
	{
		rule: "breakdown: two breakdowns of a total that is not there",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 107000000000 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 98000000000 USD cif customs=C01",
		},
		refused: lac.GuardBreakdown,
	},
	{
		rule: "breakdown: one breakdown and its cross with another",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 107000000000 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 97000000000 USD cif mot=2100 customs=C01",
		},
		refused: lac.GuardBreakdown,
	},
}
