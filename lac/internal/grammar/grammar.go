// Package grammar says in sentences what a claim says and what records show, in
// English, Spanish, Portuguese and Chinese. Each language has a file with its
// words and a type with its rules: articles and their contractions, number and
// gender, ordinals, classifiers, the order of the parts. The package knows nothing
// of claims and datasets but what it is told here.
package grammar

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Language makes sentences. Its methods return clauses without a capital at
// their start or a stop at their end, but for Sentence, which joins them.
type Language interface {
	// Sentence joins a verdict's word, a claim and what is shown of it.
	Sentence(verdict string, claim Clause, shown Shown) string
	// Verdict returns the word for a verdict or the state of a pledge.
	Verdict(verdict string) string
	// Claim returns what is claimed, as somebody's word and not as a fact.
	Claim(Clause) string
	// Shown returns what the records show.
	Shown(Clause, Shown) string
	// Amount returns a number with its unit.
	Amount(v *big.Rat, unit string) string
	// Figure returns a figure with its hedge.
	Figure(Figure) string
	// Time returns an adverb of time: in 2024, up to 9 June 2025.
	Time(Time) string
	// Books returns the name of the books that a source keeps, from the words
	// with which the source is recorded; those words if it knows no other.
	Books(recorded string) string
	// Whose returns whose books a reading rests on.
	Whose(Reading) string
	// Differs returns in what a figure differs from what is asked, in a few words.
	Differs(Difference) string
	// Headline returns what a number of findings come to, by verdict.
	Headline(counts map[string]int) string
	// Short returns the short name of an area by its code: 拉共体 for CELAC; name
	// where there is none.
	Short(code, name string) string
}

// A Clause is what is claimed. The fields that a form does not use are zero.
type Clause struct {
	Form      string // a form of claims: level, change, rank …
	Measure   Measure
	Of        Measure // the whole, what is divided by, the other side of a comparison
	Time      Time
	Base      Time
	Figure    Figure
	Threshold Figure
	Up        bool // of comparisons, records and trends: more, highest, rising
	Place     int  // the rank of a streak
	None      bool // of relations: that there are none, or that they ended
	WithTies  bool // of coverage: among the countries with diplomatic relations
	Where     string
	Gist      string // what is said, where there is no measure
}

// A Measure is what a figure measures.
type Measure struct {
	// Subject is a word for what is measured, and the direction of trade: trade,
	// export, import, balance, infrastructure, scholarships …
	Subject string
	A, B    Name   // the two sides; B may be zero
	Goods   string // the goods that are meant, empty for all
	Topic   string // what an agreement is on, as recorded: belt-and-road
	Ends    bool   // it is the end of the agreement
	Real    bool   // in constant prices
}

// A Name is an area with its name in the language, and its code for the rules of
// articles.
type Name struct{ Code, Text string }

// A Figure is a number with its hedge.
type Figure struct {
	Value, High *big.Rat // nil: not given
	Unit        string
	Hedge       string // as comparators are written: gt ge lt le nearly about range
	Quoted      string // the word used in place of a figure
	Vague       string // that word in English, if it is a common one: many, numerous
}

// A Shown is what the records show.
type Shown struct {
	Verdict  string
	Position bool      // nothing can be shown: it is a view
	Readings []Reading // those to be told, in order
	Covered  *Coverage // of a coverage claim
	Event    bool      // readings say when and where something took place
	Pledge   bool
	// Misrounded says that the records have the figure, but for its last digit.
	Misrounded bool
	Reason     string // why two sides' books differ, in the language; empty: not said
}

// isOpenPledge reports whether more may still be delivered of a pledge.
func (s Shown) isOpenPledge() bool {
	return s.Pledge && (s.Verdict == "behind" || s.Verdict == "on track" || s.Verdict == "not due")
}

// A Reading is one side's answer.
type Reading struct {
	Books   string // as recorded
	Own     Name   // whose own books they are; zero: Books says
	Keeper  string // which office of theirs keeps them: customs, bank or statistics; empty: any
	Verdict string
	Figure  Figure
	// Have and Want are how many of a group's members are in the figure; 0: all,
	// or not a group.
	Have, Want int
	Time       Time // of an event; of a figure where it is not the claim's
	Where      string
	Tie        string   // what became of relations: suspended, resumed, none; else they were established
	Differs    []string // in what it differs from the claim, in the language
}

// A Coverage says for which members of a set something is shown.
type Coverage struct {
	Shown, Of int
	Lacking   []Name
	Unknown   []Name
}

// A scale is a word for a power of ten.
type scale struct {
	zeros int
	word  string
	one   string // after exactly one, where that differs
}

// scaled returns v in the largest scale that it reaches, and that scale.
func scaled(v *big.Rat, scales []scale) (*big.Rat, scale) {
	size := new(big.Rat).Abs(v)
	for _, s := range scales {
		one := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(s.zeros)), nil))
		if size.Cmp(one) >= 0 {
			return new(big.Rat).Quo(v, one), s
		}
	}
	return v, scale{}
}

// digits returns v rounded to three decimal places, half away from zero, without
// trailing zeros: sign, whole part and decimals.
func digits(v *big.Rat) (sign, whole, decimals string) {
	text := v.FloatString(3)
	sign = ""
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		sign, text = "-", rest
	}
	whole, decimals, _ = strings.Cut(text, ".")
	decimals = strings.TrimRight(decimals, "0")
	if whole == "0" && decimals == "" {
		sign = ""
	}
	return sign, whole, decimals
}

// grouped returns a number with a mark between thousands, if it has at least so
// many digits, and a decimal mark.
func grouped(v *big.Rat, thousands, point string, least int) string {
	sign, whole, decimals := digits(v)
	if len(whole) >= least {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + thousands + whole[i:]
		}
	}
	if decimals != "" {
		whole += point + decimals
	}
	return sign + whole
}

// isOne reports whether v is shown as one.
func isOne(v *big.Rat) bool { return v != nil && v.IsInt() && v.Num().Cmp(big.NewInt(1)) == 0 }

// whole returns v as an int, 0 if it is none.
func whole(v *big.Rat) int {
	if v == nil || !v.IsInt() || !v.Num().IsInt64() {
		return 0
	}
	return int(v.Num().Int64())
}

// falling returns a change's figure without its sign, and whether it is a fall.
// The hedges of a fall turn round: under -5 is a fall of more than 5.
func falling(f Figure) (Figure, bool) {
	if f.Value == nil || f.Value.Sign() >= 0 {
		return f, false
	}
	turned := map[string]string{"gt": "lt", "lt": "gt", "ge": "le", "le": "ge"}
	if t, ok := turned[f.Hedge]; ok {
		f.Hedge = t
	}
	low := new(big.Rat).Abs(f.Value)
	if f.High != nil {
		low, f.High = new(big.Rat).Abs(f.High), low
	}
	f.Value = low
	return f, true
}

// isApart reports whether a figure is by how much one side of a comparison is more,
// or less, than the other.
func isApart(c Clause, f Figure) bool {
	return c.Form == "comparison" && f.Value != nil && f.Unit != "times" && f.Unit != "percent"
}

// apart returns the size of such a figure and its way: more or less.
func apart(c Clause, f Figure) (by Figure, way string) {
	by, turned := falling(f)
	if c.Up != turned {
		return by, "more"
	}
	return by, "less"
}

// money reports whether a unit is a currency's code.
func money(unit string) bool {
	return len(unit) == 3 && strings.ToUpper(unit) == unit
}

// plain returns a number without marks, as years and days are written.
func plain(n int) string { return strconv.Itoa(n) }

// list joins words: a, b and c.
func list(words []string, comma, and string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], comma) + and + words[len(words)-1]
}

// lower returns a name of goods within a sentence: its first letter small.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) || unicode.IsDigit(next) {
		return s // HS 8542
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// months returns the names of the twelve months from a lexicon's list, of each the
// first.
func months(list string) []string {
	return each(strings.Split(list, "; "), func(names string) string {
		first, _, _ := strings.Cut(names, " ")
		return first
	})
}

// each returns what f makes of each element.
func each[T any](all []T, f func(T) string) []string {
	var out []string
	for _, v := range all {
		out = append(out, f(v))
	}
	return out
}

func text(n Name) string { return n.Text }

// pledgedIn begins the books of a figure that was promised, not delivered.
const pledgedIn = "pledge, "

// after returns a text with what stands before it; nothing for no text.
func after(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}

// inside returns an answer as it stands between brackets: its own become a comma.
func inside(answer string) string {
	before, aside, ok := strings.Cut(answer, " (")
	if !ok {
		return answer
	}
	return before + ", " + strings.TrimSuffix(aside, ")")
}

// byVerdict returns the readings that support the claim, those that contradict
// it, and the others.
func byVerdict(all []Reading) (holds, fails, open []Reading) {
	for _, r := range all {
		switch r.Verdict {
		case "supported":
			holds = append(holds, r)
		case "contradicted":
			fails = append(fails, r)
		default:
			open = append(open, r)
		}
	}
	return holds, fails, open
}

// uncounted returns a figure without the unit that its noun has said.
func uncounted(f Figure) Figure {
	if !money(f.Unit) && f.Unit != "percent" {
		f.Unit = ""
	}
	return f
}

// rangeUnit returns the unit to say with the lower end of a range: none where the
// upper end's will do.
func rangeUnit(unit string) string {
	if money(unit) {
		return unit
	}
	return ""
}

// told returns a reading's figure; of things that are counted without the unit,
// which the claim has said.
func told(c Clause, f Figure) Figure {
	switch c.Form {
	case "count", "pledge", "pledged":
		return uncounted(f)
	}
	return f
}

// lookup returns the entry of a key, or the key where there is none.
func lookup(words map[string]string, key string) string {
	if w, ok := words[key]; ok {
		return w
	}
	return key
}

// A Difference is a way in which a figure is about something else than what is asked:
// on one dimension, as a part of it, as a whole that it is in, or otherwise.
type Difference struct {
	Of    string // subject, prices, reporter, partner, flow, goods, period, count, value
	Is    string // part, whole, other
	Areas []Name // left out of a part, besides in a whole, or of something else
	Time  Time   // that the figure is of
	Word  string // the flow, goods, kind or unit that it is of; of reporters and partners how many
}

// A tally says how many there are of a verdict: none, one, more, where # stands
// for the number.
type tally struct{ none, one, more string }

// A placing is how a rank stands to a place.
type placing uint8

const (
	noPlace placing = iota // no whole number
	thePlace
	amongFirst // one of so many, two at least
	atBest     // that or a later one
)

// placed returns the place that a rank names, and how the rank stands to it.
func placed(f Figure) (int, placing) {
	n, at := whole(f.Value), thePlace
	if n == 0 {
		return 0, noPlace
	}
	switch f.Hedge {
	case "lt":
		n, at = n-1, amongFirst
	case "le":
		at = amongFirst
	case "gt":
		n, at = n+1, atBest
	case "ge":
		at = atBest
	}
	switch {
	case n == 0:
		return 0, noPlace
	case n == 1 && at == amongFirst:
		at = thePlace
	}
	return n, at
}
