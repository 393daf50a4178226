package lac

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Streams of parts of a file count its lines on as they are merged, in whatever order,
// also those of rows whose figures are forgotten.
func TestStreamLines(t *testing.T) {
	refused, forgot := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		records := w.records(r, rapid.IntRange(0, 60).Draw(t, "n"))
		slices.SortFunc(records, func(a, b TradeRecord) int { return compareTrade(&a, &b) })
		q, by := w.query(t)
		keep, stretch := rapid.IntRange(1, 20).Draw(t, "keep"), rapid.IntRange(1, 10).Draw(t, "stretch")
		stream := func() *TradeStream {
			s := NewTradeStream(q, by...)
			s.rows.Keep(keep, stretch)
			return s
		}
		all := stream()
		var parts []*TradeStream
		var part *TradeStream
		line, first, at := 0, 0, int64(0)
		flush := func() {
			if part != nil {
				to := at + 10
				for _, source := range w.sources { // each has a file of its own
					if err := part.AddInput(TradeInput{Name: source, From: at, To: to, Source: source, Lines: line - first}); err != nil {
						t.Fatal(err)
					}
				}
				if part.rows.Forgot() {
					forgot++
				}
				parts, at = append(parts, part), to
			}
			part, first = stream(), line
		}
		flush()
		for _, record := range records {
			if r.IntN(10) == 0 {
				flush()
			}
			line += 1 + r.IntN(3) // some lines have no record
			own := record.ID == "" || r.IntN(5) > 0
			if own {
				record.ID = fmt.Sprint(record.Source, "#", line)
			} else {
				record.ID = fmt.Sprint("own ", line)
			}
			if err := all.Append(record); err != nil {
				t.Fatal(err)
			}
			if own {
				record.ID = fmt.Sprint(record.Source, "#", line-first)
			}
			if err := part.Append(record); err != nil {
				t.Fatal(err)
			}
		}
		flush()
		// The one stream may have forgotten what parts keep: it is held against what it
		// says as a part, merged.
		want := stream()
		if err := want.Merge(all); err != nil {
			t.Fatal(err)
		}
		merged, again := mergeAll(t, parts, r), mergeAll(t, parts, r)
		if a, b := binaryOf(t, merged), binaryOf(t, again); !bytes.Equal(a, b) {
			t.Fatalf("merged in two orders, parts differ, after %d of %d bytes", commonPrefix(a, b), len(a))
		}
		totals, err := want.Totals()
		got, gotErr := merged.Totals()
		if strings.Contains(fmt.Sprint(err, gotErr), "far apart") {
			return // which depends on what is forgotten
		}
		if fmt.Sprint(err) != fmt.Sprint(gotErr) || !got.Equal(totals) {
			t.Fatalf("%+v by %v: %v\nwant %v", q, by, gotErr, err)
		}
		if err != nil && strings.Contains(err.Error(), "#") {
			refused++
		}
	})
	if (refused == 0 || forgot == 0) && !testing.Short() { // few runs may have neither
		t.Errorf("%d refused, %d forgot", refused, forgot)
	}
}

// A source is of one file, and a stream reads one part of it.
func TestStreamSources(t *testing.T) {
	part := TradeInput{Name: "a", To: 10, Source: "s", Lines: 3}
	next := TradeInput{Name: "a", From: 10, Source: "s", Lines: 1 << 31}
	other := TradeInput{Name: "b", Source: "s", Lines: 1 << 31}
	read := func(in TradeInput) *TradeStream {
		s := NewTradeStream(TradeQuery{})
		if err := s.AddInput(in); err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := read(part)
	for name, err := range map[string]error{"a second part": s.AddInput(next), "another file": s.Merge(read(other))} {
		if !errors.Is(err, ErrDuplicateID) {
			t.Errorf("%s: %v", name, err)
		}
	}
	long := TradeInput{Name: "a", From: 20, To: 30, Source: "s", Lines: 1 << 31}
	next.To = 20
	if err := s.Merge(read(next)); err != nil {
		t.Error(err)
	}
	for name, err := range map[string]error{
		"too many lines": s.Merge(read(long)), "lines of no source": s.AddInput(TradeInput{Name: "c", Lines: 1}),
		"fewer than no lines": s.AddInput(TradeInput{Name: "c", Source: "c", Lines: -1}),
	} {
		if !errors.Is(err, ErrRange) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if want := []TradeInput{part, next}; !slices.Equal(s.Inputs(), want) {
		t.Errorf("inputs are %v, want %v", s.Inputs(), want)
	}
}
