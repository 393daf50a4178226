package feed_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

func rejection(line int) *lac.RowError { return &lac.RowError{Line: line, Err: lac.ErrSyntax} }

// A source gives its errors one after another, a record where there is none.
type source struct {
	errs []error
	read int
	end  error
}

func (s *source) next() (int, error) {
	if s.end != nil {
		return 0, s.end
	}
	err := io.EOF
	if s.read < len(s.errs) {
		err = s.errs[s.read]
	}
	s.read++
	var row *lac.RowError
	if err != nil && !errors.As(err, &row) {
		s.end = err
	}
	return s.read, err
}

func (s *source) ended() bool { return s.end != nil }

func collect(s *source) ([]int, []*lac.RowError, error) {
	return feed.Collect(feed.All(s.next, s.ended), s.ended)
}

func TestCollectGoesOnAfterRows(t *testing.T) {
	broken := errors.New("broken")
	for name, tt := range map[string]struct {
		errs              []error
		records, rejected int
		err               error
	}{
		"nothing":       {nil, 0, 0, nil},
		"rows rejected": {[]error{nil, rejection(2), fmt.Errorf("wrapped: %w", rejection(3)), nil}, 2, 2, nil},
		"an end":        {[]error{nil, rejection(2), broken, nil}, 1, 1, broken},
		"many":          {make([]error, 3), 3, 0, nil},
	} {
		records, rejected, err := collect(&source{errs: tt.errs})
		if len(records) != tt.records || len(rejected) != tt.rejected || err != tt.err {
			t.Errorf("%s: %v, %v, %v", name, records, rejected, err)
		}
	}
	var errs []error
	for range feed.MaxRejected + 1 {
		errs = append(errs, rejection(1))
	}
	if _, rejected, err := collect(&source{errs: errs}); len(rejected) != feed.MaxRejected || err != nil {
		t.Errorf("%d rejected, %v", len(rejected), err)
	}
}

func TestAllCanBeLeftAndTakenUp(t *testing.T) {
	s := &source{errs: make([]error, 3)}
	for range feed.All(s.next, s.ended) {
		break
	}
	if records, _, err := collect(s); len(records) != 2 || records[0] != 2 || err != nil {
		t.Errorf("%v, %v", records, err)
	}
}
