package lac

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestStreamParts cuts random records into parts, reads each into a stream of its
// own, sends some of these through their binary form, and merges them in any order:
// the totals and refusals are those of a dataset of all records, and in whatever
// order the parts are merged the result is the same bytes.
func TestStreamParts(t *testing.T) {
	same, refused, lost, forgot, bytesSame := 0, 0, 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		records := w.records(r, rapid.IntRange(0, 60).Draw(t, "n"))
		data := datasetOf(t, records, r)
		if rapid.Bool().Draw(t, "shuffled") {
			r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		} else {
			slices.SortFunc(records, func(a, b TradeRecord) int { return compareTrade(&a, &b) })
		}
		for range 2 {
			q, by := w.query(t)
			figure := rapid.SampledFrom([]Figure{FigureValue, FigureNetWeight, FigureQuantity}).Draw(t, "figure")
			keeps := rapid.Bool().Draw(t, "keeps")
			keep, stretch := rapid.IntRange(1, 20).Draw(t, "keep"), rapid.IntRange(1, 10).Draw(t, "stretch")
			stream := func() *TradeStream {
				s := NewTradeStream(q, by...).Also(figure)
				if !keeps {
					s.rows.Keep(keep, stretch)
				}
				return s
			}
			parts := make([]*TradeStream, rapid.IntRange(1, 6).Draw(t, "parts"))
			for i := range parts {
				parts[i] = stream()
			}
			scattered := rapid.Bool().Draw(t, "scattered")
			for i, record := range records {
				n := i * len(parts) / len(records)
				if scattered {
					n = r.IntN(len(parts))
				}
				if err := parts[n].Append(record); err != nil {
					t.Fatal(err)
				}
			}
			for _, p := range parts {
				if p.rows.Forgot() {
					forgot++
				}
			}
			merged := mergeAll(t, parts, r)
			again := mergeAll(t, parts, r)
			a, b := binaryOf(t, merged), binaryOf(t, again)
			if !bytes.Equal(a, b) {
				t.Fatalf("%+v by %v: merged in two orders, parts differ, after %d of %d bytes", q, by, commonPrefix(a, b), len(a))
			}
			bytesSame++
			for _, q.Figure = range []Figure{q.Figure, figure} {
				want, wantErr := data.Totals(q, by...)
				got, err := merged.TotalsOf(q.Figure)
				switch {
				case fmt.Sprint(err) == fmt.Sprint(wantErr) && err != nil:
					refused++
				case err == nil && wantErr == nil:
					if !got.Equal(want) {
						t.Fatalf("%+v by %v: the merged totals differ", q, by)
					}
					for k := range want.All() {
						a, _ := got.Coverage(k, "")
						if b, _ := want.Coverage(k, ""); !reflect.DeepEqual(a, b) {
							t.Fatalf("%+v by %v: the merged total covers %+v, want %+v", q, by, a, b)
						}
					}
					same++
				case !keeps && err != nil && strings.Contains(err.Error(), "far apart") && isRepeated(records, err):
					lost++
				default:
					t.Fatalf("%+v by %v: got error\n%v, want\n%v", q, by, err, wantErr)
				}
			}
		}
	})
	t.Logf("%d the same, %d refused, %d lost, %d parts that forgot, %d merged in two orders", same, refused, lost, forgot, bytesSame)
	if same == 0 || (refused == 0 || forgot == 0) && !testing.Short() {
		t.Error("hardly any rule was met")
	}
}

// mergeAll merges streams in a random order and tree, some of them as they are read
// from their binary form.
func mergeAll(t *rapid.T, parts []*TradeStream, r *rand.Rand) *TradeStream {
	t.Helper()
	all := make([]*TradeStream, len(parts))
	for i, p := range parts {
		all[i] = new(TradeStream)
		if err := all[i].UnmarshalBinary(binaryOf(t, p)); err != nil {
			t.Fatal(err)
		}
	}
	for len(all) > 1 {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		last := all[len(all)-1]
		all = all[:len(all)-1]
		if r.IntN(3) == 0 {
			b := binaryOf(t, last)
			last = new(TradeStream)
			if err := last.UnmarshalBinary(b); err != nil {
				t.Fatal(err)
			}
			if again := binaryOf(t, last); !bytes.Equal(b, again) {
				t.Fatalf("a part read back differs after %d of %d bytes", commonPrefix(b, again), len(b))
			}
		}
		if err := all[0].Merge(last); err != nil {
			t.Fatal(err)
		}
	}
	return all[0]
}

func binaryOf(t interface {
	Helper()
	Fatal(args ...any)
}, s *TradeStream) []byte {
	t.Helper()
	b, err := s.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// commonPrefix returns how many bytes a and b begin with in common.
func commonPrefix(a, b []byte) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// A stream says which input was read twice, and which was not.
func TestStreamInputs(t *testing.T) {
	file := TradeInput{Name: "a.csv", SHA256: "aa", To: 100}
	rest := TradeInput{Name: "elsewhere/a.csv", SHA256: "aa", From: 100}
	other := TradeInput{Name: "b.csv"}
	read := func(inputs ...TradeInput) *TradeStream {
		s := NewTradeStream(TradeQuery{})
		for _, in := range inputs {
			if err := s.AddInput(in); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	s := read(file)
	s.Expect(TradeInput{Name: "a.csv", SHA256: "aa"}, other)
	if err := s.Merge(read(TradeInput{Name: "copy of a.csv", SHA256: "aa", From: 99})); !errors.Is(err, ErrSameInput) {
		t.Errorf("a byte read twice gives %v", err)
	}
	three := []TradeInput{{Name: "b"}, {Name: "c"}, {Name: "d"}}
	if m := read(three...); m.Merge(read(TradeInput{Name: "a"}, TradeInput{Name: "d"})) == nil || !slices.Equal(m.Inputs(), three) {
		t.Errorf("after a merge that is refused the inputs are %v, want %v", m.Inputs(), three)
	}
	if err := s.Merge(s); !errors.Is(err, ErrSameInput) {
		t.Errorf("a stream merged with itself gives %v", err)
	}
	if err := s.Merge(NewTradeStream(TradeQuery{Flow: Export})); !errors.Is(err, ErrRange) {
		t.Errorf("another question gives %v", err)
	}
	if err := s.AddInput(TradeInput{Name: "c", From: 2, To: 2}); !errors.Is(err, ErrRange) {
		t.Errorf("an input without bytes gives %v", err)
	}
	for _, step := range []struct {
		missing string
		part    *TradeStream
	}{
		{`totals: input "a.csv": not reported: it was not read from byte 100 on`, read(rest)},
		{`totals: input "b.csv": not reported: it was not read from byte 0 on`, read(other)},
	} {
		if _, err := s.Totals(); !errors.Is(err, ErrMissing) || err.Error() != step.missing {
			t.Errorf("got %v, want %s", err, step.missing)
		}
		b := binaryOf(t, s) // which knows what it expects
		s = new(TradeStream)
		if err := s.UnmarshalBinary(b); err != nil {
			t.Fatal(err)
		}
		if err := s.Merge(step.part); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Totals(); err != nil {
		t.Error(err)
	}
	if want := []TradeInput{file, other, rest}; !slices.Equal(s.Inputs(), want) {
		t.Errorf("inputs are %v, want %v", s.Inputs(), want)
	}
}

// Inputs are of one file by their content, or by name where one's content is not known.
func TestInputsOverlap(t *testing.T) {
	a := TradeInput{Name: "a", SHA256: "aa", From: 10, To: 20}
	for _, tt := range []struct {
		in    TradeInput
		again bool
	}{
		{TradeInput{Name: "a", SHA256: "bb", From: 10, To: 20}, false},
		{TradeInput{Name: "b", SHA256: "aa", From: 10, To: 20}, true},
		{TradeInput{Name: "a", From: 10, To: 20}, true},
		{TradeInput{Name: "b", From: 10, To: 20}, false},
		{TradeInput{Name: "a", To: 10}, false},
		{TradeInput{Name: "a", To: 11}, true},
		{TradeInput{Name: "a", From: 20}, false},
		{TradeInput{Name: "a", From: 19}, true},
		{TradeInput{Name: "a"}, true},
	} {
		for _, pair := range [][2]TradeInput{{a, tt.in}, {tt.in, a}} {
			s := NewTradeStream(TradeQuery{})
			if err := s.AddInput(pair[0]); err != nil {
				t.Fatal(err)
			}
			if err := s.AddInput(pair[1]); errors.Is(err, ErrSameInput) != tt.again {
				t.Errorf("%v after %v: %v", pair[1], pair[0], err)
			}
		}
	}
	for _, tt := range []struct {
		want    TradeInput
		missing bool
	}{
		{TradeInput{Name: "a", From: 10, To: 20}, false},
		{TradeInput{Name: "a", From: 12, To: 18}, false},
		{TradeInput{Name: "a", From: 9, To: 20}, true},
		{TradeInput{Name: "a", From: 10, To: 21}, true},
		{TradeInput{Name: "a", From: 10}, true},
	} {
		s := NewTradeStream(TradeQuery{})
		if err := s.AddInput(a); err != nil {
			t.Fatal(err)
		}
		s.Expect(tt.want)
		if _, err := s.Totals(); errors.Is(err, ErrMissing) != tt.missing {
			t.Errorf("%v of %v: %v", tt.want, a, err)
		}
	}
}

// What is not a part, or not whole, says so, and leaves the stream alone.
func TestStreamBinaryRefuses(t *testing.T) {
	s := NewTradeStream(TradeQuery{})
	if err := s.AddInput(TradeInput{Name: "a"}); err != nil {
		t.Fatal(err)
	}
	whole := binaryOf(t, s)
	changed := bytes.Clone(whole)
	changed[len(changed)/2] ^= 1
	version := bytes.Clone(whole)
	version[len(partMagic)]++
	for name, b := range map[string][]byte{"empty": nil, "text": []byte("reporter,partner"), "cut": whole[:len(whole)-1], "changed": changed, "version": version} {
		err := s.UnmarshalBinary(b)
		if !errors.Is(err, ErrSyntax) || len(s.Inputs()) != 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzTradeStreamBinary reads parts with the right checksum, whatever they say, and
// what it takes it writes and reads again as the same.
func FuzzTradeStreamBinary(f *testing.F) {
	seed := func(by []Dimension, figures ...Figure) {
		s := NewTradeStream(TradeQuery{}, by...)
		for _, figure := range figures {
			s.Also(figure)
		}
		s.rows.Keep(1, 1)
		for i, code := range []string{"01", "02", "02", "03", "01", "02"} {
			c, err := CommodityOf("H6", code)
			if err != nil {
				f.Fatal(err)
			}
			r := TradeRecord{ID: fmt.Sprintf("s#%d", i+1), Source: "s", Reporter: China, Partner: Brazil, Flow: Export, Valuation: FOB, Period: Year(2020),
				Commodity: c, Value: MoneyOf(int64(i)*7, USD)}
			if i > 2 {
				r.Partner, r.ID = Chile, fmt.Sprint("named ", i)
			}
			if i == 2 {
				r.Breakdown.Transport = "2100"
			}
			if err := s.Append(r); err != nil {
				f.Fatal(err)
			}
		}
		b := binaryOf(f, s)
		f.Add(b[len(partMagic)+1 : len(b)-sha256.Size])
	}
	seed(nil)
	seed([]Dimension{ByCommodity, ByPartner}, FigureNetWeight, FigureQuantity)
	seed([]Dimension{ByReporter}, FigureQuantity)
	f.Fuzz(func(t *testing.T, body []byte) {
		b := append(append([]byte(partMagic), partVersion), body...)
		sum := sha256.Sum256(b)
		s := new(TradeStream)
		if s.UnmarshalBinary(append(b, sum[:]...)) != nil {
			return
		}
		totals, err := s.Totals()
		first := binaryOf(t, s)
		again := new(TradeStream)
		if err := again.UnmarshalBinary(first); err != nil {
			t.Fatal(err)
		}
		if second := binaryOf(t, again); !bytes.Equal(first, second) {
			t.Errorf("what is read back differs after %d of %d bytes", commonPrefix(first, second), len(first))
		}
		if same, err2 := again.Totals(); (err == nil) != (err2 == nil) || err == nil && !same.Equal(totals) {
			t.Errorf("what is read back has other totals: %v, %v", err, err2)
		}
	})
}
