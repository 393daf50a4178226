package check

import "github.com/sinolac/sinolac/lac"

// holders name who counts what the records at hand often lack.
var holders = map[lac.Subject]string{
	lac.SubjectScholarships: "The China Scholarship Council and the members' own scholarship agencies count awards.",
	lac.SubjectTraining:     "China's commerce ministry and its aid agency, CIDCA, count places on courses.",
	lac.SubjectJobs:         "Red ALC-China's monitor has jobs by project; its editions differ.",
	lac.SubjectProjects:     "AidData and Red ALC-China's monitor list projects; factories and other production capacity are in the commerce ministry's contracts and in AidData's industry records.",
}

// holder says where what a claim lacks could be had; empty if that is not known.
func holder(c lac.Claim) string {
	switch c.Form {
	case lac.FormRank, lac.FormStreak:
		if c.Measure.Subject == lac.SubjectTrade {
			return "UN Comtrade has the partners of each country by year; ECLAC and the World Bank's WITS publish those of the region."
		}
	case lac.FormCoverage:
		if c.Measure.Subject == lac.SubjectProjects {
			return "A later edition of the project records would show the years since the last one; the governments of the members that are not shown can say."
		}
	case lac.FormCount:
		return holders[c.Measure.Subject]
	}
	return ""
}
