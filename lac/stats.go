package lac

import "fmt"

// Stats counts what a reader of a file has read. Always, Rows = Records + Rejected.
type Stats struct {
	// Rows are what the source has: the rows of a table after its header, the
	// figures of a row that has several, activities, objects.
	Rows     int `json:"rows"`
	Records  int `json:"records"`
	Rejected int `json:"rejected"`
	// Notes are the doubts with which records were read nevertheless: several may
	// be of one record.
	Notes int `json:"notes,omitempty"`
	// LeftOut are rows of things of which there are no records, such as shares or
	// tariffs beside trade. They are not among Rows.
	LeftOut int `json:"left_out,omitempty"`
}

// Add counts one row: a record if rejected is nil.
func (s *Stats) Add(rejected *RowError) {
	s.Rows++
	if rejected != nil {
		s.Rejected++
	} else {
		s.Records++
	}
}

// String returns the counts as in "3 rows = 2 records + 1 rejected", and behind them
// the notes and what was left out, if there are any. It is for programs too: the words
// are the same for one row.
func (s Stats) String() string {
	text := fmt.Sprintf("%d rows = %d records + %d rejected", s.Rows, s.Records, s.Rejected)
	if s.Notes > 0 {
		text += fmt.Sprintf(", %d notes", s.Notes)
	}
	if s.LeftOut > 0 {
		text += fmt.Sprintf(", %d of other things", s.LeftOut)
	}
	return text
}
