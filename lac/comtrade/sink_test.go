package comtrade_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/internal/sink"
)

// A recordSink makes records again of what it takes.
type recordSink struct {
	heads   []lac.TradeRecord
	numbers map[lac.TradeRecord]int32
	goods   []lac.Commodity // by number; one may have several
	records []lac.TradeRecord
	batches int
	shift   int32 // of its numbers, so that two sinks' are not the same
	most    int   // records that it takes; 0: any number
	noHeads bool
}

var errFull = errors.New("full")

func (s *recordSink) Bulk() sink.Sink[lac.TradeRecord, lac.Commodity, lac.Figure] { return s }

func (s *recordSink) Needs(lac.Figure) bool { return true }

func (s *recordSink) Head(head lac.TradeRecord) (int32, error) {
	if head.ID != "" || head.Commodity != 0 {
		return 0, fmt.Errorf("head with ID %q and commodity %v", head.ID, head.Commodity)
	}
	if s.noHeads {
		return 0, errFull
	}
	n, ok := s.numbers[head]
	if !ok {
		if s.numbers == nil {
			s.numbers = map[lac.TradeRecord]int32{}
		}
		n = int32(len(s.heads)) + s.shift
		s.heads = append(s.heads, head)
		s.numbers[head] = n
	}
	return n, nil
}

func (s *recordSink) Commodity(c lac.Commodity) (int32, error) {
	if !c.IsValid() {
		return 0, fmt.Errorf("commodity %v", c)
	}
	s.goods = append(s.goods, c)
	return int32(len(s.goods)-1) + 2*s.shift, nil
}

func (s *recordSink) AppendRows(rows *sink.Rows) error {
	s.batches++
	for i := range rows.Len() {
		row := rows.At(i)
		r := s.heads[row.Head-s.shift]
		r.ID = r.Source + "#" + strconv.Itoa(int(row.Number))
		r.Commodity = s.goods[row.Commodity-2*s.shift]
		var err error
		currency := r.Value.Currency()
		r.Value = lac.Money{}
		if row.Value.Reported {
			if r.Value, err = lac.NewMoney(number(row.Value), currency); err != nil {
				return err
			}
		}
		if row.NetWeight.Reported {
			if r.NetWeight, err = lac.NewQuantity(number(row.NetWeight), lac.UnitKilograms); err != nil {
				return err
			}
		}
		if row.Quantity.Reported {
			if r.Quantity, err = lac.NewQuantity(number(row.Quantity), lac.Unit(row.Unit)); err != nil {
				return err
			}
		}
		if err := s.Append(r); err != nil {
			return err
		}
	}
	return nil
}

func number(c sink.Coefficient) decimal.Decimal { return decimal.New(c.Units, -int32(c.Places)) }

func (s *recordSink) Append(r lac.TradeRecord) error {
	if s.most > 0 && len(s.records) == s.most {
		return errFull
	}
	s.records = append(s.records, r)
	return nil
}

// outcome is all that reading says, errors as texts.
type outcome struct {
	Records  []lac.TradeRecord
	Rejected []string
	Stats    lac.Stats
	End      string
}

func outcomeOf(r *comtrade.Reader, records []lac.TradeRecord, rejected []*lac.RowError, end error) outcome {
	o := outcome{records, nil, r.Stats(), fmt.Sprint(end)}
	for _, e := range rejected {
		o.Rejected = append(o.Rejected, fmt.Sprintf("%q %d:%d %q %q %v", e.Source, e.Line, e.Column, e.Field, e.Text, e.Err))
	}
	return o
}

func (o outcome) diff(other outcome) string {
	if slices.Equal(o.Records, other.Records) { // much faster than cmp
		o.Records, other.Records = nil, nil
	}
	return cmp.Diff(o, other, cmp.Comparer(func(a, b lac.TradeRecord) bool { return a == b }))
}

// same holds ReadInto against ReadAll.
func same(t interface {
	Helper()
	Errorf(string, ...any)
}, open func() *comtrade.Reader) {
	t.Helper()
	plain, quick := open(), open()
	records, rejected, err := plain.ReadAll(context.Background())
	want := outcomeOf(plain, records, rejected, err)
	var first recordSink
	second := recordSink{shift: 1000}
	rejected, err = quick.ReadInto(context.Background(), &first, &second)
	got := outcomeOf(quick, first.records, rejected, err)
	if diff := want.diff(got); diff != "" {
		t.Errorf("(-ReadAll +ReadInto)\n%s", diff)
	}
	got.Records = second.records
	if diff := want.diff(got); diff != "" {
		t.Errorf("second sink (-ReadAll +ReadInto)\n%s", diff)
	}
	for _, r := range []*comtrade.Reader{plain, quick} {
		again, _, err := r.ReadAll(context.Background())
		if s := r.Stats(); again != nil || fmt.Sprint(err) != want.End || s != want.Stats {
			t.Errorf("then %d records, %+v, %v", len(again), s, err)
		}
	}
}

// An ownSink is one of a user's.
type ownSink []lac.TradeRecord

func (s *ownSink) Append(r lac.TradeRecord) error {
	*s = append(*s, r)
	return nil
}

type noProgress struct{}

func (noProgress) Read([]byte) (int, error) { return 0, nil }

// openText opens a file that has a text; an empty one is none.
func openText(t interface{ Fatal(...any) }, file, text string) *comtrade.Reader {
	if text == "" {
		return comtrade.NewReader(strings.NewReader(text))
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := comtrade.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	r.Name = "table"
	return r
}

// idle is a ReaderAt that gives neither bytes nor an error.
type idle struct{ *strings.Reader }

func (idle) ReadAt([]byte, int64) (int, error) { return 0, nil }
