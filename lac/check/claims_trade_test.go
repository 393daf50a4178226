package check_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac/check"
)

const (
	yes, no, mixed, open = check.Supported, check.Contradicted, check.Mixed, check.Insufficient
)

// Claims of trade and investment, over the almanac. The comments are worked out by
// hand from the sources, in billions.
func TestClaimsOfTrade(t *testing.T) { checkCases(t, almanacData(t), tradeCases) }

var tradeCases = []claimCase{
	// 518.467 truncates to 518.4; 518.5 less 518.467 is 0.033. CELAC's 25 reporters: 308.385036430439 + 183.291196547606 = 491.676.
	{claim: "level trade CHN 419 2024 | 518.4e9 USD", verdict: yes,
		margin: "flips at 518.5 bn USD, 33 mn USD higher", readings: []string{
			"518.467 bn USD supported China customs (GACC) (customs' own Latin America row, as published)",
			"at least 491.676 bn USD undecided CELAC's own books (CELAC, 25 of 33 members with both figures)",
		}},
	// Rounds to 518.5: outside by 518.467 - 518.45 = 0.017.
	{claim: "level trade CHN 419 2024 | 518.4e9 USD", policy: check.Strict(), verdict: no,
		margin: "flips at 518.45 bn USD, 17 mn USD lower", readings: []string{
			"518.467 bn USD contradicted China customs (GACC) (customs' own Latin America row, as published)",
			"at least 491.676 bn USD undecided CELAC's own books (CELAC, 25 of 33 members with both figures)",
		}},
	// 0.467 above.
	{claim: "level trade CHN 419 2024 | over 518e9 USD", verdict: yes,
		margin: "flips at 518 bn USD, 467 mn USD lower", readings: []string{
			"518.467 bn USD supported China customs (GACC) (customs' own Latin America row, as published)",
			"at least 491.676 bn USD undecided CELAC's own books (CELAC, 25 of 33 members with both figures)",
		}},
	// 0.9 of 520 is 468; 520 - 518.467 = 1.533.
	{claim: "level trade CHN 419 2024 | nearly 520e9 USD", verdict: yes,
		margin: "flips at 520 bn USD, 1.533 bn USD higher", readings: []string{
			"518.467 bn USD supported China customs (GACC) (customs' own Latin America row, as published)",
			"at least 491.676 bn USD undecided CELAC's own books (CELAC, 25 of 33 members with both figures)",
		}},
	// Short by 1.533.
	{claim: "level trade CHN 419 2024 | over 520e9 USD", verdict: no,
		margin: "flips at 520 bn USD, 1.533 bn USD higher", readings: []string{
			"518.467 bn USD contradicted China customs (GACC) (customs' own Latin America row, as published)",
			"at least 491.676 bn USD undecided CELAC's own books (CELAC, 25 of 33 members with both figures)",
		}},
	// 450 to 550; 550 - 518.467 = 31.533.
	{claim: "level trade CHN 419 2024 | about 500e9 USD", verdict: yes,
		margin: "flips at 550 bn USD, 31.533 bn USD higher", readings: []string{
			"518.467 bn USD supported China customs (GACC) (customs' own Latin America row, as published)",
			"at least 491.676 bn USD undecided CELAC's own books (CELAC, 25 of 33 members with both figures)",
		}},
	// 0.467 too much.
	{claim: "level trade CHN 419 2024 | upto 518e9 USD", verdict: no,
		margin: "flips at 518 bn USD, 467 mn USD lower", readings: []string{
			"518.467 bn USD contradicted China customs (GACC) (customs' own Latin America row, as published)",
			"at least 491.676 bn USD undecided CELAC's own books (CELAC, 25 of 33 members with both figures)",
		}},
	// From 499.5 to 521, as 520 has three digits and may be cut: 521 - 518.467 = 2.533.
	{claim: "level trade CHN 419 2024 | between 500e9 520e9 USD", verdict: yes,
		margin: "flips at 521 bn USD, 2.533 bn USD higher", readings: []string{
			"518.467 bn USD supported China customs (GACC) (customs' own Latin America row, as published)",
			"at least 491.676 bn USD undecided CELAC's own books (CELAC, 25 of 33 members with both figures)",
		}},
	// On GACC's books; Comtrade has 251.46271828 + 231.501354139 = 482.964, the 27 reporters 304.818 + 179.818 = 484.636 at least, ECLAC nearly 500, from 450.
	{claim: "level trade CHN CELAC 2022 | 485.79e9 USD", verdict: mixed,
		margin: "flips at 485.785 bn USD, 5 mn USD lower", readings: []string{
			"485.79 bn USD supported China customs (GACC) (LAC, as published)",
			"495 bn USD contradicted Oxford Business Group citing GACC (LAC, as published)",
			"482.964 bn USD contradicted China's books (CELAC, 33 members)",
			"from 450 bn to under 500 bn USD undecided ECLAC (LAC, as published)",
			"at least 484.636 bn USD undecided CELAC's own books (CELAC, 27 of 33 members with both figures)",
		}},
	// 480 to 500 holds 485.79, 495 and the 33 states' 482.964, which is 2.964 from the edge; ECLAC's 450 to 500 may be less.
	{claim: "level trade CHN 419 2022 | about 490e9 USD", verdict: yes,
		margin: "flips at 480 bn USD, 2.964 bn USD lower", readings: []string{
			"485.79 bn USD supported China customs (GACC) (LAC, as published)",
			"495 bn USD supported Oxford Business Group citing GACC (LAC, as published)",
			"at least 482.964 bn USD supported China's books (CELAC, 33 members)",
			"from 450 bn to under 500 bn USD undecided ECLAC (LAC, as published)",
			"at least 484.636 bn USD undecided CELAC's own books (CELAC, 27 of 33 members with both figures)",
		}},
	// 450 to 500 holds all four; ECLAC's own "nearly 500" begins on the edge.
	{claim: "level trade CHN 419 2022 | nearly 500e9 USD", verdict: yes,
		margin: "flips at 450 bn USD, 0 USD lower", readings: []string{
			"485.79 bn USD supported China customs (GACC) (LAC, as published)",
			"495 bn USD supported Oxford Business Group citing GACC (LAC, as published)",
			"from 450 bn to under 500 bn USD supported ECLAC (LAC, as published)",
			"at least 482.964 bn USD supported China's books (CELAC, 33 members)",
			"at least 484.636 bn USD undecided CELAC's own books (CELAC, 27 of 33 members with both figures)",
		}},
	// Five books, five figures: 263.6, nearly 262, 269, CELAC's 28 of 264.033 at least, WITS 85.06195 + 175.58740 = 260.64935; IDB's "over 255" leaves it open.
	{claim: "level trade CHN 419 2014 | 263.6e9 USD", verdict: mixed,
		margin: "flips at 263.55 bn USD, 50 mn USD lower", readings: []string{
			"263.6 bn USD supported China customs (GACC) (LAC, as published)",
			"from 261 bn to under 262 bn USD contradicted not stated (Latin America, as published)",
			"269 bn USD contradicted not stated (Latin America, as published)",
			"260.649 bn USD contradicted Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
			"over 255 bn USD undecided LAC-side figures by IDB (LAC, as published)",
			"at least 264.033 bn USD undecided CELAC's own books (CELAC, 28 of 33 members with both figures)",
		}},
	// All lie above 255 but "nearly 262", from 235.8. IDB's "over 255" stands on the edge.
	{claim: "level trade CHN 419 2014 | over 255e9 USD", verdict: yes,
		margin: "flips at 255 bn USD, 0 USD lower", readings: []string{
			"263.6 bn USD supported China customs (GACC) (LAC, as published)",
			"from 261 bn to under 262 bn USD supported not stated (Latin America, as published)",
			"269 bn USD supported not stated (Latin America, as published)",
			"over 255 bn USD supported LAC-side figures by IDB (LAC, as published)",
			"at least 264.033 bn USD supported CELAC's own books (CELAC, 28 of 33 members with both figures)",
			"260.649 bn USD supported Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
		}},
	// 300 - 269 = 31. "Over 255" and CELAC's lower bound leave it open.
	{claim: "level trade CHN 419 2014 | over 300e9 USD", verdict: no,
		margin: "flips at 300 bn USD, 31 bn USD higher", readings: []string{
			"263.6 bn USD contradicted China customs (GACC) (LAC, as published)",
			"from 261 bn to under 262 bn USD contradicted not stated (Latin America, as published)",
			"269 bn USD contradicted not stated (Latin America, as published)",
			"260.649 bn USD contradicted Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
			"over 255 bn USD undecided LAC-side figures by IDB (LAC, as published)",
			"at least 264.033 bn USD undecided CELAC's own books (CELAC, 28 of 33 members with both figures)",
		}},
	// IMF's own figure; WITS 67.80963 + 120.33755 = 188.14718.
	{claim: "level trade CHN 419 2010 | 178.6e9 USD", verdict: mixed,
		margin: "flips at 178.55 bn USD, 50 mn USD lower", readings: []string{
			"178.6 bn USD supported IMF DOTS (Latin America, as published)",
			"188.147 bn USD contradicted Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
		}},
	// 1.255 to 1.27 holds 1.26; 0.005 to the lower edge.
	{claim: "level trade CHN 419 1979 | 1.26e9 USD", verdict: yes,
		margin: "flips at 1.255 bn USD, 5 mn USD lower", readings: []string{
			"1.26 bn USD supported China customs (GACC) (customs' own Latin America row, as published)",
		}},
	// GACC 12.6, OBG 12, ECLAC 14.
	{claim: "level trade CHN 419 2000 | 12.6e9 USD", verdict: mixed,
		margin: "flips at 12.55 bn USD, 50 mn USD lower", readings: []string{
			"12.6 bn USD supported China customs (GACC) (customs' own Latin America row, as published)",
			"12 bn USD contradicted Oxford Business Group citing GACC (LAC, as published)",
			"14 bn USD contradicted ECLAC (LAC, as published)",
		}},
	// WITS 19.13478 + 36.34417 = 55.47895, above 55 by 0.47895.
	{claim: "level trade CHN 419 2005 | about 50e9 USD", verdict: open,
		margin: "flips at 55 bn USD, 478.95 mn USD lower", readings: []string{
			"55.479 bn USD undecided Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
		}},
	// 251.46271828 rounds to 251.5, from 251.45; the partners' imports are 304.8 at least.
	{claim: "level trade CHN CELAC flow=export 2022 | 251.5e9 USD", verdict: yes,
		margin: "flips at 251.45 bn USD, 12.718 mn USD lower", readings: []string{
			"251.463 bn USD supported China's books (CELAC, 33 members)",
			"at least 304.818 bn USD undecided CELAC's own books (CELAC, 28 of 33 members)",
		}},
	// 231.501354139 is 0.051354 above 231.45; the partners' exports of 179.8 at least leave it open.
	{claim: "level trade CHN CELAC flow=import 2022 | 231.5e9 USD", verdict: yes,
		margin: "flips at 231.45 bn USD, 51.354 mn USD lower", readings: []string{
			"231.501 bn USD supported China's books (CELAC, 33 members)",
			"at least 179.818 bn USD undecided CELAC's own books (CELAC, 27 of 33 members)",
		}},
	// The customs' own row, 1970.98765 + 1717.88592 = 3688.87357, rounds to 3.69; CELAC's 33, 3669.74174, do not: 3685 - 3669.742 = 15.258, but the row is only 3.874 above the edge.
	{claim: "level trade CHN 419 2024 | 3.69e12 CNY", verdict: yes,
		margin: "flips at 3685 bn CNY, 3.874 bn CNY lower", readings: []string{
			"3688.874 bn CNY supported China's books (the source's own row for Latin America and the Caribbean)",
			"at least 3669.742 bn CNY undecided China's books (CELAC, 33 members)",
		}},
	// 391.930609 - 391.925 = 0.005609.
	{claim: "level trade CHN 419 2024-01/2024-09 | 391.93e9 USD", verdict: yes,
		margin: "flips at 391.925 bn USD, 5.609 mn USD lower", readings: []string{
			"391.931 bn USD supported China customs (GACC) (Latin America, as published)",
		}},
	// The ministry's own words do not decide; 427.35 - 391.930609 = 35.419.
	{claim: "level trade CHN 419 2024-01/2024-09 | 427.4e9 USD", verdict: no,
		margin: "flips at 427.35 bn USD, 35.419 bn USD higher", readings: []string{
			"391.931 bn USD contradicted China customs (GACC) (Latin America, as published)",
		}},
	// As published; 3085 is 5 below.
	{claim: "level trade CHN 419 2024-01/2024-10 | 3.09e12 CNY", verdict: yes,
		margin: "flips at 3085 bn CNY, 5 bn CNY lower", readings: []string{
			"3090 bn CNY supported China customs (GACC) (Latin America, as published)",
		}},
	// As published; 118.25 is 0.05 below.
	{claim: "level trade CHN 419 2025-Q1 | 118.3e9 USD", verdict: yes,
		margin: "flips at 118.25 bn USD, 50 mn USD lower", readings: []string{
			"118.3 bn USD supported China customs (GACC) (LAC, as published)",
		}},
	// Nobody confirms it, and the partners report 199.376799642 + 124.032506867 = 323.409 at least; WITS 123.73673 + 184.20157 = 307.93830.
	{claim: "level trade CHN 419 2019 | 317.3e9 USD", verdict: open,
		margin: "flips at 317.4 bn USD, 6.009 bn USD lower", readings: []string{
			"at least 323.409 bn USD undecided CELAC's own books (CELAC, 30 of 33 members with both figures)",
			"307.938 bn USD undecided Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
		}},
	// GACC; the partners report 201.7127 + 122.4237 = 324.136 at least; WITS 122.52234 + 193.11440 = 315.63674.
	{claim: "level trade CHN 419 2018 | 307.4e9 USD", verdict: mixed,
		margin: "flips at 307.35 bn USD, 50 mn USD lower", readings: []string{
			"307.4 bn USD supported China customs (GACC) (LAC, as published)",
			"315.637 bn USD contradicted Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
			"at least 324.136 bn USD undecided CELAC's own books (CELAC, 29 of 33 members with both figures)",
		}},
	// Comtrade 171.492013925, Brazil's own books 157.487.
	{claim: "level trade CHN BRA 2022 | 171.5e9 USD", verdict: mixed,
		margin: "flips at 171.45 bn USD, 42.014 mn USD lower", readings: []string{
			"171.492 bn USD supported China's books (Brazil)",
			"157.487 bn USD contradicted Brazil's own books (Brazil)",
		}},
	// 1338.66301; 0.9 of 1350 is 1215. Brazil's dollars are converted and do not decide.
	{claim: "level trade CHN BRA 2024 | about 1.35e12 CNY", verdict: yes,
		margin: "flips at 1325 bn CNY, 13.663 bn CNY lower", readings: []string{
			"1338.663 bn CNY supported China's books (Brazil)",
		}},
	// CELAC 1958.93452, the customs' row 1970.98765: 29.012 below 2000.
	{claim: "level trade CHN CELAC flow=export 2024 | under 2e12 CNY", verdict: yes,
		margin: "flips at 2000 bn CNY, 29.012 bn CNY higher", readings: []string{
			"1958.935 bn CNY supported China's books (CELAC, 33 members)",
			"at most 1970.978 bn CNY supported China's books (Latin America and the Caribbean, 50 of 52 members)",
			"1970.988 bn CNY supported China's books (the source's own row for Latin America and the Caribbean)",
		}},
	// CELAC's 28 85.144 at least, WITS 85.062, and IDB says just that.
	{claim: "level trade 419 CHN flow=export 2014 | over 85e9 USD", verdict: yes,
		margin: "flips at 85 bn USD, 0 USD lower", readings: []string{
			"over 85 bn USD supported LAC-side figures by IDB (LAC, as published)",
			"at least 85.144 bn USD supported CELAC's own books (CELAC, 28 of 33 members)",
			"85.062 bn USD supported Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
		}},
	// 14.71 is 0.06 above 14.65.
	{claim: "level fdi-flow CHN 419 2024 | 14.7e9 USD", verdict: yes,
		margin: "flips at 14.65 bn USD, 60 mn USD lower", readings: []string{
			"14.71 bn USD supported China MOFCOM, investment (LAC, as published)",
		}},
	// 387.
	{claim: "level fdi-stock CHN 419 2017 | over 380e9 USD", verdict: yes,
		margin: "flips at 380 bn USD, 7 bn USD lower", readings: []string{
			"387 bn USD supported China MOFCOM, investment (LAC, as published)",
		}},
	// 518.467/263.6 = 1.9669, 491.676/263.560 = 1.8655; for 1.9 the latter would need 491.676/1.9 = 258.777.
	{claim: "multiple trade CHN 419 2024 since 2014 | word 2 times", verdict: mixed,
		margin: "flips if 2014 were at most 258.777 bn USD; exactly double would need 245.838 bn USD", readings: []string{
			"1.967 times supported China customs (GACC) (customs' own Latin America row, as published)",
			"1.866 times contradicted CELAC's own books (the 25 reporters with both years)",
		}},
	// From 1.8 both do; 491.676/1.8 = 273.153.
	{claim: "multiple trade CHN 419 2024 since 2014 | word 2 times", policy: check.Loose(), verdict: yes,
		margin: "flips if 2014 were at least 273.153 bn USD; exactly double would need 245.838 bn USD", readings: []string{
			"1.967 times supported China customs (GACC) (customs' own Latin America row, as published)",
			"1.866 times supported CELAC's own books (the 25 reporters with both years)",
		}},
	// 518.467/12.6 = 41.148; 518.467/40 = 12.962. ECLAC's 14 for 2000 has no figure of 2024 beside it.
	{claim: "multiple trade CHN 419 2024 since 2000 | over 40 times", verdict: yes,
		margin: "flips if 2000 were at least 12.962 bn USD", readings: []string{
			"41.148 times supported China customs (GACC) (customs' own Latin America row, as published)",
		}},
	// 485.79/12.6 = 38.555, OBG 495/12 = 41.25, ECLAC 450/14 = 32.143 to 500/14 = 35.714.
	{claim: "multiple trade CHN 419 2022 since 2000 | over 30 times", verdict: yes,
		margin: "flips if 2000 were at least 16.193 bn USD", readings: []string{
			"38.555 times supported China customs (GACC) (LAC, as published)",
			"41.25 times supported Oxford Business Group citing GACC (LAC, as published)",
			"from 32.143 to under 35.714 times supported ECLAC (LAC, as published)",
		}},
	// 485.79/261.2 = 1.8598; 485.79/1.9 = 255.679.
	{claim: "multiple trade CHN 419 2022 since 2012 | word 2 times", verdict: no,
		margin: "flips if 2012 were at most 255.679 bn USD; exactly double would need 242.895 bn USD", readings: []string{
			"1.86 times contradicted China customs (GACC) (LAC, as published)",
		}},
	// 241.5/12.6 = 19.167, between 18.5 and 20; 241.5/18.5 = 13.054.
	{claim: "multiple trade CHN 419 2011 since 2000 | 19 times", verdict: yes,
		margin: "flips if 2000 were at least 13.054 bn USD", readings: []string{
			"19.167 times supported China customs (GACC) (Latin America, as published)",
		}},
	// WITS 268.58984/249.06807 = 1.0784; IMF has 2013 and not 2012.
	{claim: "multiple trade CHN 419 2013 since 2012 | word 2 times", verdict: no,
		margin: "flips if 2012 were at most 141.363 bn USD; exactly double would need 134.295 bn USD", readings: []string{
			"1.078 times contradicted Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
		}},
	// 518.467/489 = 1.06026, 25 reporters 491.676/464.838 = 1.05774; at most 5.5 percent from 491.676/1.055 = 466.044.
	{claim: "change trade CHN 419 2024 since 2023 | 6 percent", verdict: yes,
		margin: "flips if 2023 were at least 466.044 bn USD", readings: []string{
			"6.026 percent supported China customs (GACC) (customs' own Latin America row, as published)",
			"5.774 percent supported CELAC's own books (the 25 reporters with both years)",
		}},
	// 261.2/241.5 = 1.08157; 261.2/1.0815 = 241.516. WITS 249.068/238.590 = 1.04392.
	{claim: "change trade CHN 419 2012 since 2011 | 8.2 percent", verdict: open,
		margin: "flips if 2011 were at least 241.516 bn USD", readings: []string{
			"8.157 percent undecided China customs (GACC) (Latin America, as published)",
			"4.392 percent undecided Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
		}},
	// 216.6/236.5 = 0.91586; -8.35 from 216.6/0.9165 = 236.334. The 29 reporters fell by 6.212.
	// WITS 231.57447/245.12954 = 0.94470.
	{claim: "change trade CHN 419 2016 since 2015 | -8.4 percent", verdict: mixed,
		margin: "flips if 2015 were at most 236.334 bn USD", readings: []string{
			"-8.414 percent supported China customs (GACC) (Latin America, as published)",
			"-5.53 percent contradicted Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
			"-6.212 percent undecided CELAC's own books (the 29 reporters with both years)",
		}},
	// IMF's own figures give 236.6/178.6 = 1.32475, not the 32.3 it prints: 236.6/1.324 = 178.701.
	{claim: "change trade CHN 419 2011 since 2010 | 32.3 percent", verdict: open,
		margin: "flips if 2010 were at least 178.701 bn USD", readings: []string{
			"32.475 percent undecided IMF DOTS (Latin America, as published)",
			"26.81 percent undecided Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
		}},
	// 518.467 - 263.6 = 254.867; 25 reporters 491.676 - 263.560 = 228.116.
	{claim: "change trade CHN 419 2024 since 2014 | 254.9e9 USD", verdict: mixed,
		margin: "flips at 254.85 bn USD, 17 mn USD lower", readings: []string{
			"254.867 bn USD supported China customs (GACC) (customs' own Latin America row, as published)",
			"228.116 bn USD contradicted CELAC's own books (the 25 reporters with both years)",
		}},
	// 257.8/216.6 = 1.19021; 257.8/1.189 = 216.821. The 30 reporters: 1.15121. WITS 268.10482/231.57447 = 1.15775.
	{claim: "change trade CHN 419 2017 since 2016 | 18.8 percent", verdict: open,
		margin: "flips if 2016 were at least 216.821 bn USD", readings: []string{
			"19.021 percent undecided China customs (GACC) (LAC, as published)",
			"15.121 percent undecided CELAC's own books (the 30 reporters with both years)",
			"15.775 percent undecided Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean)",
		}},
	// 1338.66301/3669.74174 = 36.478 and, of the customs' row, 36.289; 36.65 percent of 3669.74174 is 1344.960.
	{claim: "share trade CHN BRA 2024 of CELAC | 36.7 percent", verdict: no,
		margin: "flips at 1344.96 bn CNY, 6.297 bn CNY higher", readings: []string{
			"36.478 percent contradicted China's books (Brazil, of CELAC, 33 members)",
			"36.289 percent contradicted China's books (Brazil, of the source's own row for Latin America and the Caribbean)",
		}},
	// On the customs' row it is; a whole of which two members are missing is larger, so the share is at most 36.289.
	{claim: "share trade CHN BRA 2024 of 419 | 36.3 percent", verdict: yes,
		margin: "flips at 1337.217 bn CNY, 1.446 bn CNY lower", readings: []string{
			"36.289 percent supported China's books (Brazil, of the source's own row for Latin America and the Caribbean)",
			"at most 36.478 percent undecided China's books (Brazil, of CELAC, 33 members)",
		}},
	// 171.492/482.964 = 35.508; 35 percent are 169.037.
	{claim: "share trade CHN BRA 2022 of CELAC | over 35 percent", verdict: yes,
		margin: "flips at 169.037 bn USD, 2.455 bn USD lower", readings: []string{
			"35.508 percent supported China's books (Brazil, of CELAC, 33 members)",
		}},
	// 94.964524/482.964 = 19.663; 18 percent are 86.934.
	{claim: "share trade CHN MEX 2022 of CELAC | about 20 percent", verdict: yes,
		margin: "flips at 86.934 bn USD, 8.031 bn USD lower", readings: []string{
			"19.663 percent supported China's books (Mexico, of CELAC, 33 members)",
		}},
	// The customs' row: 368,887,357/4,384,679,258 = 8.4131 percent; 8.35 percent are 3661.207. CELAC's 33: 8.36946.
	{claim: "share trade CHN 419 2024 of 001 | 8.4 percent", verdict: yes,
		margin: "flips at 3661.207 bn CNY, 27.666 bn CNY lower", readings: []string{
			"at least 8.369 percent supported China's books (CELAC, 33 members, of the source's own row for World)",
			"8.413 percent supported China's books (the source's own row for Latin America and the Caribbean, of the source's own row for World)",
		}},
	// WITS: 260.64935/(997.27917 + 1054.02024) = 12.707; 12.65 percent are 259.489.
	{claim: "share trade 419 CHN 2014 of 001 | 12.7 percent", verdict: yes,
		margin: "flips at 259.489 bn USD, 1.16 bn USD lower", readings: []string{
			"12.707 percent supported Latin America and the Caribbean's own books (the source's own row for Latin America and the Caribbean, of the source's own row for World)",
		}},
}
