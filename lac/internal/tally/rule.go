package tally

// A Refusal says which two rows must not be added up, and why.
type Refusal struct {
	Rule Rule
	A, B RowAt
}

// A Rule is why rows must not be added up.
type Rule uint8

const (
	Levels     Rule = iota // goods of two levels without the good that is asked for
	Differ                 // two figures for one
	Forgotten              // what B may say again is forgotten
	Breakdowns             // two ways to break down a total that is not there
	Units
	Valuations // of one flow
	Sources    // of one flow between one pair at a time
	Overlap    // of two periods
	Region     // a group's row and one of what it contains
	Books      // both partners' of one flow
)
