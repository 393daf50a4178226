package check

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// leaveRound takes back a contradiction of an amount that is said in round numbers, where
// the records come to it in round numbers too: who says 500 billion of 518 does not say
// of the zeros that they are digits.
func (k *checker) leaveRound(f *Finding) {
	s := k.claim.Stated
	if f.Verdict != Contradicted || !amounts[k.claim.Form] || s.Comparator != "" && s.Comparator != lac.Equal || !s.Value.IsReported() || !saidRound(s.Text) {
		return
	}
	round := Policy{}.unhedged(s.Value, significant(s.Value.Amount()))
	for _, r := range f.Readings {
		if r.Deciding && r.Verdict == Contradicted && r.Allows.Meets(round) {
			f.Verdict = Insufficient
			f.Notes = append(f.Notes, fmt.Sprintf("The claim's figure is round: %s comes to it in round numbers.", Text(r.Interval, r.Unit)))
			return
		}
	}
}

// wholeNumber finds a number that is written without decimals: 500, 500.000, 5000.
var wholeNumber = regexp.MustCompile(`^\D*([0-9]{1,3}(?:[.,\x{202f}\x{a0} ][0-9]{3})+|[0-9]+)(?:[^0-9.,]|$)`)

// saidRound reports whether the words of a figure have its number in digits, as a whole
// number of hundreds: 500 billion, 5000亿, and 500.000 millones. One in thousands of
// millions has three zeros that stand for a word.
func saidRound(text string) bool {
	m := wholeNumber.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, m[1])
	if len(digits) > len("999") && len(digits) < len(m[1]) {
		digits = strings.TrimSuffix(digits, "000")
	}
	return strings.HasSuffix(digits, "00")
}
