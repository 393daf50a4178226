package extract

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
)

// A topic is what a word says a figure is about, as far as package lac has a
// subject for it.
type topic uint8

const (
	topicNone topic = iota
	topicTrade
	topicExport
	topicImport
	topicProject
	topicInfrastructure
	topicCapacity
	topicLivelihood
	topicJob
	topicScholarship
	topicTraining
	topicMeasure
	topicTies
	topicInvestment
	topicStock
	topicOther // of sums that package lac has no subject for, lest they be taken for trade
)

var topicNames = map[string]topic{
	"trade": topicTrade, "export": topicExport, "import": topicImport, "project": topicProject,
	"infrastructure": topicInfrastructure, "capacity": topicCapacity, "livelihood": topicLivelihood, "job": topicJob,
	"scholarship": topicScholarship, "training": topicTraining, "measure": topicMeasure, "ties": topicTies,
	"investment": topicInvestment, "stock": topicStock, "othersum": topicOther,
}

// partyAreas are the areas behind codes that are not the text of one: the
// press has letters where package lac has a number.
var partyAreas = map[string]lac.Area{
	"LAC": lac.LatinAmericaCaribbean, "WORLD": lac.World, "AFR": lac.Africa, "CARIB": lac.Caribbean,
}

// addAreas puts the names of all countries in a language into v.
func (v *vocabulary) addAreas(tag language.Tag) {
	v.areas = map[string]lac.Area{}
	for code, a := range partyAreas {
		v.areas[code] = a
	}
	clean := strings.NewReplacer("&", "and", ".", "", "’", "'", "(", "", ")", "", ",", "")
	for _, a := range lac.World.Members(lac.Date{}) {
		v.areas[a.String()] = a
		name := strings.ToLower(clean.Replace(a.Name(tag)))
		v.add(name, meaning{cue: cueArea, party: a.String(), name: nameProper})
		if base, _ := tag.Base(); base.String() == "es" || base.String() == "pt" {
			v.add(strings.ReplaceAll(name, " and ", " y "), meaning{cue: cueArea, party: a.String(), name: nameProper})
		}
	}
}

// loadParties reads a table of "CODE: name; name" lines. The way a name is
// written there is that in which it is recognised.
func (v *vocabulary) loadParties(table string) {
	for line := range strings.Lines(table) {
		code, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		if a, err := lac.ParseArea(code); err == nil && a.IsBloc() {
			v.areas[code] = a
		}
		for name := range strings.SplitSeq(names, ";") {
			name = strings.TrimSpace(name)
			form := nameAny
			switch {
			case name == strings.ToLower(name):
			case name == strings.ToUpper(name):
				form = nameAcronym
			default:
				form = nameProper
			}
			v.add(strings.ToLower(name), meaning{cue: cueArea, party: code, name: form})
		}
	}
}

// parties returns the codes of the parties that words name, each once, in their
// order, at most six.
func parties(ws []word) []string {
	var out []string
next:
	for _, w := range ws {
		if w.party == "" {
			continue
		}
		for _, seen := range out {
			if seen == w.party {
				continue next
			}
		}
		if len(out) == 6 {
			break
		}
		out = append(out, w.party)
	}
	return out
}
