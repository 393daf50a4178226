package lac_test

import "github.com/sinolac/sinolac/lac"

var guardsOfLines = []guardTest{
	{
		rule: "commodity: chapter and heading are left out beside all goods",
		rows: []string{
			"comtrade CHN CHL import 2022 TOTAL 44486040476 USD cif",
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 H6:2603 19072000000 USD cif",
		},
		want:     map[string]string{"import": "44486040476 USD"},
		excluded: map[lac.Guard]int{lac.GuardCommodity: 2},
	},
	{
		rule:  "commodity: the heading is left out beside the chapter asked for",
		query: lac.TradeQuery{Commodity: commodity("H6:26")},
		rows: []string{
			"comtrade CHN CHL import 2022 TOTAL 44486040476 USD cif",
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 H6:2603 19072000000 USD cif",
		},
		want:     map[string]string{"import": "20613000000 USD"},
		excluded: map[lac.Guard]int{lac.GuardCommodity: 1},
	},
	{
		rule: "commodity: chapters are left out beside all goods, wherever they stand",
		rows: []string{
			"comtrade CHN PER import 2022 TOTAL 40 USD cif",
			"comtrade CHN CHL import 2022 TOTAL 44 USD cif",
			"comtrade CHN BRA import 2022 TOTAL 100 USD cif",
			"comtrade CHN PER import 2022 H6:26 30 USD cif",
			"comtrade CHN CHL import 2022 H6:26 20 USD cif",
			"comtrade CHN BRA import 2022 H6:26 - -",
			"comtrade CHN ARG import 2022 H6:26 3 USD cif",
		},
		want:     map[string]string{"import": "187 USD"},
		excluded: map[lac.Guard]int{lac.GuardCommodity: 3},
	},
	{
		rule: "region: beside its countries of which chapters are left out",
		rows: []string{
			"comtrade CHN PER import 2022 TOTAL 40 USD cif",
			"comtrade CHN 419 import 2022 TOTAL 240 USD cif",
			"comtrade CHN BRA import 2022 TOTAL 100 USD cif",
			"comtrade CHN PER import 2022 H6:26 30 USD cif",
			"comtrade CHN BRA import 2022 H6:26 50 USD cif",
			"comtrade CHN ARG import 2022 H6:26 3 USD cif",
		},
		refused: lac.GuardRegion,
	},
	{
		rule: "region: beside its countries, after rows that are repeated",
		rows: []string{
			"comtrade CHN PER import 2022 TOTAL 40 USD cif",
			"comtrade CHN CHL import 2022 TOTAL 44 USD cif",
			"comtrade CHN CHL import 2022 TOTAL 44 USD cif",
			"comtrade CHN 005 import 2022 TOTAL 240 USD cif",
			"comtrade CHN MEX import 2022 TOTAL 19 USD cif",
			"comtrade CHN CUB import 2022 TOTAL 1 USD cif",
		},
		refused: lac.GuardRegion,
	},
	{
		rule: "commodity: chapter and heading without all goods",
		rows: []string{
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 H6:2603 19072000000 USD cif",
		},
		refused: lac.GuardCommodity,
	},
	{
		rule: "commodity: two nomenclatures without all goods",
		rows: []string{
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 S4:28 20700000000 USD cif",
		},
		refused: lac.GuardCommodity,
	},
	{
		rule: "commodity: chapters side by side add up",
		rows: []string{
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 H6:74 13500000000 USD cif",
		},
		want: map[string]string{"import": "34113000000 USD"},
	},
	{
		rule: "books: China's exports to Brazil are Brazil's imports from China",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD cif",
		},
		refused: lac.GuardBooks,
	},
	{
		rule: "books: the turnover of each is the other's",
		rows: []string{
			"press CHN BRA turnover 2022 TOTAL 171492013925 USD",
			"press BRA CHN turnover 2022 TOTAL 157486717959 USD",
		},
		refused: lac.GuardBooks,
	},
	{
		rule: "books: China's exports to the region hold Brazil's imports from China",
		rows: []string{
			"comtrade CHN 419 export 2022 TOTAL 252978000000 USD fob",
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD cif",
		},
		refused: lac.GuardBooks,
	},
	{
		rule: "books: a year of one book and a month of the other",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade BRA CHN import 2022-03 TOTAL 5647318278 USD cif",
		},
		refused: lac.GuardBooks,
	},
	{
		rule:  "books: a query for one reporter has one book",
		query: lac.TradeQuery{Reporter: lac.Brazil},
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD cif",
		},
		want: map[string]string{"import": "67767819341 USD"},
	},
	{
		rule: "books: exports of both are two flows",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade BRA CHN export 2022 TOTAL 89718898618 USD fob",
		},
		want: map[string]string{"export": "151688869208 USD"},
	},
	{
		rule: "books: goods that come home are one book, not two",
		rows: []string{
			"comtrade CHN CHN import 2022 TOTAL 113000000000 USD cif",
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
		},
		want: map[string]string{"export": "61969970590 USD", "import": "113000000000 USD"},
	},
	{
		rule: "sources: the ministry's and the IMF's turnover of 2011",
		rows: []string{
			"mofcom CHN 419 turnover 2011 TOTAL 241500000000 USD",
			"imf CHN 419 turnover 2011 TOTAL 236600000000 USD",
		},
		refused: lac.GuardSources,
	},
	{
		rule: "sources: equal figures of two sources are not a duplicate",
		rows: []string{
			"mofcom CHN 419 turnover 2014 TOTAL 263600000000 USD",
			"press CHN 419 turnover 2014 TOTAL 263600000000 USD",
		},
		refused: lac.GuardSources,
	},
	{
		rule: "sources: a year of one and a part of it of another",
		rows: []string{
			"mofcom CHN 419 turnover 2008-01/2008-09 TOTAL 111500000000 USD",
			"gacc CHN 419 turnover 2008 TOTAL 143400000000 USD",
		},
		refused: lac.GuardSources,
	},
	{
		rule: "sources: different years of two sources",
		rows: []string{
			"mofcom CHN 419 turnover 2007 TOTAL 102600000000 USD",
			"gacc CHN 419 turnover 2008 TOTAL 143400000000 USD",
		},
		want: map[string]string{"turnover": "246000000000 USD"},
	},
	{
		rule: "period: a year and a part of it",
		rows: []string{
			"gacc CHN 419 turnover 2008 TOTAL 143400000000 USD",
			"gacc CHN 419 turnover 2008-01/2008-09 TOTAL 111500000000 USD",
		},
		refused: lac.GuardPeriod,
	},
	{
		rule: "period: the last month inside a year, after months before it",
		rows: []string{
			"gacc CHN BRA export 2023-11 TOTAL 5300000000 USD",
			"gacc CHN BRA export 2024 TOTAL 72000000000 USD",
			"gacc CHN BRA export 2024-12 TOTAL 5700000000 USD",
			"gacc CHN BRA export 2023-12 TOTAL 5100000000 USD",
		},
		refused: lac.GuardPeriod,
	},
	{
		rule: "period: two halves of a year that share a day",
		rows: []string{
			"gacc CHN BRA export 2024-01-01/2024-06-30 TOTAL 34000000000 USD",
			"gacc CHN BRA export 2024-06-30/2024-12-31 TOTAL 38000000000 USD",
		},
		refused: lac.GuardPeriod,
	},
	{
		rule: "region: who has left a bloc is beside it",
		rows: []string{
			"press ANDEAN CHN export 2021 TOTAL 90000000000 USD",
			"press VEN CHN export 2021 TOTAL 1000000000 USD",
			"press USA CHN export 2004 TOTAL 120000000000 USD",
		},
		want: map[string]string{"export": "211000000000 USD"},
	},
	{
		rule: "region: but not in a year when it was a member",
		rows: []string{
			"press ANDEAN CHN export 2004 TOTAL 3000000000 USD",
			"press VEN CHN export 2004 TOTAL 600000000 USD",
		},
		refused: lac.GuardRegion,
	},
	{
		rule: "books: a bloc's book does not hold that of who has left it",
		rows: []string{
			"press CHN ANDEAN export 2021 TOTAL 30000000000 USD fob",
			"press VEN CHN import 2021 TOTAL 2000000000 USD cif",
			"press USA CHN import 2004 TOTAL 196000000000 USD cif",
		},
		want: map[string]string{"export": "30000000000 USD", "import": "198000000000 USD"},
	},
	{
		rule: "period: months side by side add up",
		rows: []string{
			"gacc CHN BRA export 2024-11 TOTAL 5300000000 USD",
			"gacc CHN BRA export 2024-12 TOTAL 5700000000 USD",
		},
		want: map[string]string{"export": "11000000000 USD"},
	},
	{
		rule:  "period: a query for the months of a year does not see the year",
		query: lac.TradeQuery{Period: period("2024-01/2024-11")},
		rows: []string{
			"gacc CHN BRA export 2024 TOTAL 72000000000 USD",
			"gacc CHN BRA export 2024-11 TOTAL 5300000000 USD",
		},
		want: map[string]string{"export": "5300000000 USD"},
	},
	{
		rule: "duplicate: a row given thrice counts once",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN BRA export 2022 TOTAL 61969970590.0 USD fob",
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
		},
		want:     map[string]string{"export": "61969970590 USD"},
		excluded: map[lac.Guard]int{lac.GuardDuplicate: 2},
	},
	{
		rule: "duplicate: a row given twice with two values",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN BRA export 2022 TOTAL 61969970591 USD fob",
		},
		refused: lac.GuardDuplicate,
	},
	{
		rule: "duplicate: a value and a gap are two values",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN BRA export 2022 TOTAL - -",
		},
		refused: lac.GuardDuplicate,
	},
	{
		rule: "duplicate: rows that come again after others",
		rows: []string{
			"comtrade CHN CHL import 2022 H6:26 20 USD cif",
			"comtrade CHN BRA import 2022 H6:26 7 USD cif",
			"comtrade CHN CHL import 2022 H6:26 20 USD cif",
			"comtrade CHN BRA import 2022 H6:26 7 USD cif",
		},
		want:     map[string]string{"import": "27 USD"},
		excluded: map[lac.Guard]int{lac.GuardDuplicate: 2},
	},
	{
		rule: "duplicate: rows of one line that others part",
		rows: []string{
			"comtrade CHN PER import 2022 H6:26 5 USD cif",
			"comtrade CHN CHL import 2022 H6:26 20 USD cif",
			"comtrade CHN CHL import 2022 H6:26 20 USD cif",
			"comtrade CHN BRA import 2022 H6:26 7 USD cif",
			"comtrade CHN CHL import 2022 H6:74 13 USD cif",
			"comtrade CHN CHL import 2022 H6:74 13 USD cif",
			"comtrade CHN ARG import 2022 H6:26 1 USD cif",
		},
		want:     map[string]string{"import": "46 USD"},
		excluded: map[lac.Guard]int{lac.GuardDuplicate: 2},
	},
	{
		rule: "breakdown: a part of what others part from the rest of its line",
		rows: []string{
			"comtrade CHN PER import 2022 H6:26 5 USD cif",
			"comtrade CHN CHL import 2022 H6:26 20 USD cif",
			"comtrade CHN CHL import 2022 H6:26 8 USD cif partner2=PER",
			"comtrade CHN BRA import 2022 H6:26 7 USD cif",
			"comtrade CHN CHL import 2022 H6:74 13 USD cif",
			"comtrade CHN CHL import 2022 H6:74 13 USD cif",
			"comtrade CHN ARG import 2022 H6:26 1 USD cif",
		},
		want:     map[string]string{"import": "46 USD"},
		excluded: map[lac.Guard]int{lac.GuardBreakdown: 1, lac.GuardDuplicate: 1},
	},
	{
		rule: "unconfirmed: a figure from memory is left out",
		rows: []string{
			"gacc CHN 419 turnover 2013 TOTAL 261600000000 USD unconfirmed",
			"gacc CHN 419 turnover 2014 TOTAL 263600000000 USD",
		},
		want:     map[string]string{"turnover": "263600000000 USD"},
		excluded: map[lac.Guard]int{lac.GuardUnconfirmed: 1},
	},
	{
		rule: "unconfirmed: it conflicts with nothing",
		rows: []string{
			"press CHN 419 turnover 2014 TOTAL 269000000000 CNY unconfirmed",
			"gacc CHN 419 turnover 2014 TOTAL 263600000000 USD",
		},
		want:     map[string]string{"turnover": "263600000000 USD"},
		excluded: map[lac.Guard]int{lac.GuardUnconfirmed: 1},
	},
}
