package check

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// A checker holds one claim against the evidence.
type checker struct {
	ev     *evidence
	claim  lac.Claim
	policy Policy
	stated interval.Interval
	// refused says which sources gave no figure because their sum is not safe.
	refused []string
}

// finish orders the readings, those that decide first, and concludes.
func finish(f *Finding, readings []Reading) {
	slices.SortStableFunc(readings, func(a, b Reading) int {
		return cmp.Or(-compareBool(a.Deciding, b.Deciding), -compareBool(a.Verdict != Undecided, b.Verdict != Undecided))
	})
	f.Readings = readings
	f.Verdict = conclude(readings)
	if f.Verdict == Mixed {
		for _, v := range []struct {
			verdict Verdict
			text    string
		}{{Supported, "It holds on: "}, {Contradicted, "It does not hold on: "}} {
			var bases []string
			for _, r := range readings {
				if r.Deciding && r.Verdict == v.verdict {
					bases = append(bases, fmt.Sprintf("%s (%s)", r.Basis.Books, r.Basis.Definition))
				}
			}
			f.Notes = append(f.Notes, v.text+strings.Join(bases, "; ")+".")
		}
	}
	if f.Verdict == Insufficient && len(readings) == 0 {
		f.Missing = append(f.Missing, "The dataset has no record on this measure and period.")
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// refuse keeps why a source's records give no figure, for the finding's notes:
// a basis never drops out in silence.
func (k *checker) refuse(source string, err error) {
	var unsafe *lac.UnsafeSumError
	if !errors.As(err, &unsafe) && !errors.Is(err, lac.ErrCurrencyMismatch) {
		return
	}
	if unsafe != nil {
		err = unsafe
	}
	k.note([]string{fmt.Sprintf("No reading of %s: %v.", source, err)})
}

// note adds notes to those of the finding that it does not have yet.
func (k *checker) note(refused []string) {
	for _, note := range refused {
		if !slices.Contains(k.refused, note) {
			k.refused = append(k.refused, note)
		}
	}
}
