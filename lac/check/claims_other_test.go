package check_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac/check"
)

// Claims of places, projects, pledges and events, over the almanac. The comments
// are worked out by hand from the sources, amounts in billions.
func TestOtherClaims(t *testing.T) { checkCases(t, almanacData(t), otherCases) }

var otherCases = []claimCase{
	// 245.130 behind 701.533 of the United States, before Brazil's 61.862. The EU's members listed make less, the EU as a whole is not known.
	{claim: "rank trade 419 CHN 2015 | 2 rank", verdict: yes,
		margin: "United States is ahead by 456.404 bn USD; Brazil is behind by 183.268 bn USD", readings: []string{
			"2nd supported UN Comtrade through WITS, LCN region reporting (the EU's members apart)",
			"from 2nd to 3rd undecided UN Comtrade through WITS, LCN region reporting (the EU as one partner)",
		}},
	// The EU's own 209.2 bn EUR are 278.191 bn USD: 278.191 - 260.649 = 17.542.
	{claim: "rank trade 419 CHN 2014 | 2 rank", verdict: mixed,
		margin: "European Union is ahead by 17.542 bn USD; Brazil is behind by 186.063 bn USD", readings: []string{
			"2nd supported UN Comtrade through WITS, LCN region reporting (the EU's members apart)",
			"3rd contradicted UN Comtrade through WITS, LCN region reporting (the EU as one partner)",
		}},
	// What the ministry said then: with the members apart it was second, 268.590 before Brazil's 86.686; with the
	// EU as one, of which some members are not listed, it may have been third.
	{claim: "rank trade 419 CHN 2013 | 3 rank", verdict: open,
		margin: "United States is ahead by 472.941 bn USD; Brazil is behind by 181.904 bn USD", readings: []string{
			"2nd contradicted UN Comtrade through WITS, LCN region reporting (the EU's members apart)",
			"from 2nd to 3rd undecided UN Comtrade through WITS, LCN region reporting (the EU as one partner)",
		}},
	// 55.47895; Brazil 44.04747; the United States 468.46141.
	{claim: "rank trade 419 CHN 2005 | 2 rank", verdict: yes,
		margin: "United States is ahead by 412.982 bn USD; Brazil is behind by 11.431 bn USD", readings: []string{
			"2nd supported UN Comtrade through WITS, LCN region reporting (the EU's members apart)",
			"from 2nd to 3rd undecided UN Comtrade through WITS, LCN region reporting (the EU as one partner)",
		}},
	// The list of partners ends in 2019.
	{claim: "rank trade 419 CHN 2024 | 2 rank", verdict: open},
	// 760.479; the EU 278.191.
	{claim: "rank trade 419 USA 2014 | 1 rank", verdict: yes,
		margin: "European Union is behind by 482.288 bn USD", readings: []string{
			"1st supported UN Comtrade through WITS, LCN region reporting (the EU's members apart)",
			"1st supported UN Comtrade through WITS, LCN region reporting (the EU as one partner)",
		}},
	// United States 425.175, China 85.062, Brazil 35.334, Netherlands 25.282; the EU bought 98.6 bn EUR.
	{claim: "rank trade 419 BRA flow=export 2014 | 3 rank", verdict: mixed,
		margin: "China is ahead by 49.728 bn USD; Netherlands is behind by 10.052 bn USD", readings: []string{
			"3rd supported UN Comtrade through WITS, LCN region reporting (the EU's members apart)",
			"4th contradicted UN Comtrade through WITS, LCN region reporting (the EU as one partner)",
		}},
	// The customs' table here has the region, Canada and the United States, 4897.783: Brazil cannot be first.
	{claim: "rank trade CHN BRA 2024 | 1 rank", verdict: no,
		margin: "United States is ahead by 3559.12 bn CNY; Mexico is behind by 560.112 bn CNY", readings: []string{
			"at least 2nd contradicted China customs (GACC) (the EU's members apart)",
			"at least 2nd contradicted China customs (GACC) (the EU as one partner)",
			"at least 1st undecided UN Comtrade, China reporting (the EU's members apart)",
			"at least 1st undecided UN Comtrade, China reporting (the EU as one partner)",
		}},
	// Only CELAC's members are listed: others may be ahead.
	{claim: "rank trade CHN BRA 2022 | upto 5 rank", verdict: open,
		margin: "Mexico is behind by 76.527 bn USD", readings: []string{
			"at least 1st undecided UN Comtrade, China reporting (the EU's members apart)",
			"at least 1st undecided UN Comtrade, China reporting (the EU as one partner)",
		}},
	// Nothing known after 2019. In 2002 Brazil was ahead: 8.252 + 11.411 against 12.400 and at most 6.593, so 22 years at most; the EU as one was ahead in 2014, so 10.
	{claim: "streak trade 419 CHN ../2024 place 2 | many", verdict: open,
		margin: "decided at 5 years, 5 years higher", readings: []string{
			"from 0 to 22 years undecided UN Comtrade through WITS, LCN region reporting (the EU's members apart)",
			"from 0 to 10 years undecided UN Comtrade through WITS, LCN region reporting (the EU as one partner)",
		}},
	// 2003 to 2015 are 13 years; with the EU as one the run broke in 2014.
	{claim: "streak trade 419 CHN ../2015 place 2 | atleast 10 years", verdict: mixed,
		margin: "flips at 10 years, 9 years higher", readings: []string{
			"13 years supported UN Comtrade through WITS, LCN region reporting (the EU's members apart)",
			"from 0 to 1 year contradicted UN Comtrade through WITS, LCN region reporting (the EU as one partner)",
		}},
	// 2000 to 2015, 16 years.
	{claim: "streak trade 419 USA ../2015 place 1 | over 12 years", verdict: yes,
		margin: "flips at 12 years, 4 years lower", readings: []string{
			"at least 16 years supported UN Comtrade through WITS, LCN region reporting (the EU's members apart)",
			"at least 0 years undecided UN Comtrade through WITS, LCN region reporting (the EU as one partner)",
		}},
	// AidData: 234 financings completed, 234 + 115 with those under way; by undertaking 169 and 257. 228 - 200.
	{claim: "count projects CHN 419 kind=infrastructure ../2025-06-09 | over 200 projects", verdict: yes,
		margin: "28 projects above the stated figure", readings: []string{
			"at least 257 projects supported AidData GCDF 3.0 (undertakings with Chinese finance, completed or under way, as published)",
			"at least 228 projects supported Red ALC-China, academic count (Red ALC-China Monitor 2023, as published)",
			"at least 138 projects undecided Red ALC-China, academic count (LAC, as published)",
			"at least 86 projects undecided Red ALC-China, academic count (Red ALC-China Monitor 2020 (first version), finished or under way by definition of the Monitor, as published)",
			"at least 138 projects undecided Red ALC-China, academic count (Red ALC-China Monitor 2021, as published)",
			"at least 169 projects undecided AidData GCDF 3.0 (undertakings with Chinese finance, completed, as published)",
		}},
	// 400 - 257; the 349 financings are no projects.
	{claim: "count projects CHN 419 kind=infrastructure ../2025-06-09 | over 400 projects", verdict: open,
		margin: "143 projects short of the stated figure", readings: []string{
			"at least 257 projects undecided AidData GCDF 3.0 (undertakings with Chinese finance, completed or under way, as published)",
			"at least 138 projects undecided Red ALC-China, academic count (LAC, as published)",
			"at least 86 projects undecided Red ALC-China, academic count (Red ALC-China Monitor 2020 (first version), finished or under way by definition of the Monitor, as published)",
			"at least 138 projects undecided Red ALC-China, academic count (Red ALC-China Monitor 2021, as published)",
			"at least 228 projects undecided Red ALC-China, academic count (Red ALC-China Monitor 2023, as published)",
			"at least 169 projects undecided AidData GCDF 3.0 (undertakings with Chinese finance, completed, as published)",
		}},
	// 200 by the policy, and 400 of a count that was derived by a selection.
	{claim: "count projects CHN 419 kind=infrastructure ../2025-06-09 | hundreds", verdict: yes,
		margin: "28 projects above the stated figure", readings: []string{
			"at least 228 projects supported Red ALC-China, academic count (Red ALC-China Monitor 2023, as published)",
			"at least 257 projects undecided AidData GCDF 3.0 (undertakings with Chinese finance, completed or under way, as published)",
			"at least 138 projects undecided Red ALC-China, academic count (LAC, as published)",
			"at least 86 projects undecided Red ALC-China, academic count (Red ALC-China Monitor 2020 (first version), finished or under way by definition of the Monitor, as published)",
			"at least 138 projects undecided Red ALC-China, academic count (Red ALC-China Monitor 2021, as published)",
			"at least 169 projects undecided AidData GCDF 3.0 (undertakings with Chinese finance, completed, as published)",
		}},
	// 60 completed, 79 with those under way; 5 by the policy.
	{claim: "count projects CHN BRA ../2021 | many", verdict: open},
	// 68 completed, 68 + 33 with those under way.
	{claim: "count projects CHN 419 sector=energy ../2025-06-09 | over 100 projects", verdict: open},
	// Over 600,000 by 2020; the broadcaster's "nearly a million" is the claimant's own.
	{claim: "count jobs CHN 419 ../2025-06-09 | over 1000000 jobs", verdict: open,
		margin: "399,337 jobs short of the stated figure", readings: []string{
			"over 600,000 jobs undecided Red ALC-China, academic count (LAC, as published)",
			"at least 600,663 jobs undecided Red ALC-China, academic count (Red ALC-China Monitor 2021, direct and indirect, as published)",
		}},
	// Just what the network counted.
	{claim: "count jobs CHN 419 2005/2020 | over 600000 jobs", verdict: yes,
		margin: "exactly at the claim's figure", readings: []string{
			"over 600,000 jobs supported Red ALC-China, academic count (LAC, as published)",
			"600,663 jobs supported Red ALC-China, academic count (Red ALC-China Monitor 2021, direct and indirect, as published)",
		}},
	// More than 600,000 is not half a million.
	{claim: "count jobs CHN 419 2005/2020 | 500000 jobs", verdict: no,
		margin: "flips at 500,001 jobs, 99,999 jobs lower", readings: []string{
			"over 600,000 jobs contradicted Red ALC-China, academic count (LAC, as published)",
			"600,663 jobs contradicted Red ALC-China, academic count (Red ALC-China Monitor 2021, direct and indirect, as published)",
		}},
	// Pledges of 6000, 6000, 3500 and 500; nobody recorded what was given.
	{claim: "count scholarships CHN 419 ../2025-06-09 | 17000 scholarships", verdict: open},
	// 24 of 26; Honduras and Nicaragua have ties since AidData's window closed.
	{claim: "coverage projects CHN 419 kind=livelihood ../2025-06-09 over diplomatic-ties", verdict: open,
		margin: "2 more to be shown", readings: []string{
			"from 24 to 26 countries undecided project records (26 members of CELAC with diplomatic ties)",
		}},
	// 24, Haiti and Saint Lucia.
	{claim: "coverage projects CHN CELAC kind=livelihood ../2025-06-09 over members", verdict: open,
		margin: "7 more to be shown", readings: []string{
			"from 26 to 33 countries undecided project records (33 members of CELAC in all)",
		}},
	// 24 - 20.
	{claim: "coverage projects CHN 419 kind=livelihood ../2025-06-09 over diplomatic-ties | atleast 20 countries", verdict: yes,
		margin: "4 countries above the stated figure", readings: []string{
			"from 24 to 26 countries supported project records (26 members of CELAC with diplomatic ties)",
		}},
	// 518.467 in 2024, 18.467 above.
	{claim: "pledge trade CHN CELAC ../2025-06-09 refers pledge-forum-1-trade-target | 500e9 USD", verdict: check.Met,
		margin: "flips at 500 bn USD, 18.467 bn USD lower", readings: []string{
			"at least 518.467 bn USD supported press (5000亿美元 (target))",
		}},
	// The pledge of May 2025 is found by its figure; its window is open and nothing recorded.
	{claim: "pledge scholarships CHN CELAC ../2025-06-09 | 3500 scholarships", verdict: check.NotDue},
	// No figure by then.
	{claim: "pledge fdi-stock CHN CELAC ../2016-12-31 refers pledge-forum-1-fdi-stock-target | 250e9 USD", verdict: check.Unmeasurable},
	// 387 at the end of 2017.
	{claim: "pledge fdi-stock CHN CELAC ../2018-01-01 refers pledge-forum-1-fdi-stock-target | 250e9 USD", verdict: check.Met,
		margin: "flips at 250 bn USD, 137 bn USD lower", readings: []string{
			"at least 387 bn USD supported press (250 bn USD (target))",
		}},
	// 13 May 2025.
	{claim: "event meeting CHN CELAC 2025-05 refers meeting-forum-4 | 4 rank", verdict: yes, readings: []string{
		"4th supported forum document (Fourth ministerial meeting of the China-CELAC Forum)",
	}},
	// It was in 2025.
	{claim: "event meeting CHN CELAC 2024 refers meeting-forum-4 | 4 rank", verdict: no, readings: []string{
		"4th contradicted forum document (Fourth ministerial meeting of the China-CELAC Forum)",
	}},
	// It was the fourth.
	{claim: "event meeting CHN CELAC 2025 refers meeting-forum-4 | 3 rank", verdict: no, readings: []string{
		"4th contradicted forum document (Fourth ministerial meeting of the China-CELAC Forum)",
	}},
	// 26 March 2023.
	{claim: "event ties CHN HND 2023-03", verdict: yes, readings: []string{
		"nothing known supported press (relations of China and Honduras established)",
	}},
	// Resumed on 10 December 2021; those of 1985 are another event.
	{claim: "event ties CHN NIC 2021", verdict: yes, readings: []string{
		"nothing known supported press (relations of China and Nicaragua resumed)",
	}},
	// 1 June 2007.
	{claim: "event ties CHN CRI 2008", verdict: no, readings: []string{
		"nothing known contradicted press (relations of China and Costa Rica established)",
	}},
	// None is recorded.
	{claim: "event ties CHN PRY 2023", verdict: no, readings: []string{
		"nothing known contradicted press (relations of China and Paraguay none)",
	}},
	// A view.
	{claim: "position trade CHN 419 2024", verdict: check.NotCheckable},
}
