package extract_test

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// A labelled is a passage with the claims that a reader marked in it.
type labelled struct {
	ID     string  `json:"id"`
	Date   string  `json:"date"`
	Text   string  `json:"text"`
	Claims []label `json:"claims"`
}

// A label is a claim as marked; Start and End are code points.
type label struct {
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Kind     string   `json:"kind"`
	Value    *string  `json:"value"`
	Unit     string   `json:"unit"`
	Of       string   `json:"of"`
	AltKinds []string `json:"alt_kinds"`
	Optional bool     `json:"optional"`
	Vague    bool     `json:"vague"`
}

// readDev reads the marked passages of testdata/extract/dev.txt, whose form its
// head describes.
func readDev(t *testing.T) []labelled {
	t.Helper()
	var out []labelled
	for line := range strings.Lines(fixture(t, "dev.txt")) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "## "):
			id, date, _ := strings.Cut(line[3:], " ")
			out = append(out, labelled{ID: id, Date: date})
		case line == "" || strings.HasPrefix(line, "#"):
		default:
			p := &out[len(out)-1]
			for line != "" {
				before, rest, marked := strings.Cut(line, "[[")
				p.Text += before
				if line = rest; !marked {
					break
				}
				words, rest, _ := strings.Cut(line, "|")
				mark, rest, ok := strings.Cut(rest, "]]")
				fields := strings.Fields(mark)
				if !ok || len(fields) < 3 {
					t.Fatalf("%s: malformed mark %q", p.ID, words+"|"+mark)
				}
				l := label{Start: utf8.RuneCountInString(p.Text), Unit: strings.Join(fields[2:max(3, len(fields)-3)], " ")}
				kind, optional := strings.CutPrefix(fields[0], "?")
				l.AltKinds, l.Optional = strings.Split(kind, "/"), optional
				l.Kind = l.AltKinds[0]
				if fields[1] != "-" {
					l.Value = &fields[1]
				}
				p.Text += words
				l.End = utf8.RuneCountInString(p.Text)
				p.Claims = append(p.Claims, l)
				line = rest
			}
		}
	}
	return out
}

// readLabels reads a file of passages, one JSON object a line.
func readLabels(t *testing.T, path string) []labelled {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []labelled
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p labelled
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// overlap returns how well two spans agree, from 0 to 100: their intersection
// in percent of their union, if that is half or more, or if one lies in
// the other and is a quarter of it.
func overlap(a, b [2]int) int {
	both := min(a[1], b[1]) - max(a[0], b[0])
	if both <= 0 {
		return 0
	}
	short, long := min(a[1]-a[0], b[1]-b[0]), max(a[1]-a[0], b[1]-b[0])
	percent := 100 * both / (short + long - both)
	if percent >= 50 || 10*both >= 8*short && 4*both >= long {
		return max(percent, 1)
	}
	return 0
}

// unitNames are units that must agree, with their names in the labels.
var unitNames = map[lac.Unit]string{lac.UnitPoints: "pp", lac.UnitTonnes: "tonnes"}

func isStrictUnit(u string) bool {
	switch u {
	case "percent", "pp", "times", "rank", "years", "MW", "km", "miles", "tonnes":
		return true
	}
	_, money := lac.Unit(u).Currency()
	return money
}

// kindOf returns the kind, value and unit of a claim in the words of the labels.
func kindOf(c extract.Claim) (kind string, value *decimal.Decimal, unit string) {
	kind, unit = string(c.Form), cmp.Or(unitNames[c.Stated.Value.Unit()], string(c.Stated.Value.Unit()))
	if c.Stated.Value.IsReported() {
		v := c.Stated.Value.Amount()
		value = &v
	}
	if c.Form == lac.FormEvent {
		kind, unit = "meeting", "meeting"
	}
	return kind, value, unit
}

func valueAgrees(l label, kind string, v *decimal.Decimal) bool {
	if l.Vague && v == nil {
		return true
	}
	if v == nil || l.Value == nil {
		return v == nil && l.Value == nil
	}
	want := decimal.RequireFromString(*l.Value)
	if l.Kind == "coverage" && (*l.Value == "100" || *l.Value == l.Of) && (v.Equal(decimal.NewFromInt(1)) || v.Equal(decimal.NewFromInt(100)) || v.String() == l.Of) {
		return true
	}
	return v.Sub(want).Abs().LessThanOrEqual(want.Abs().Div(decimal.NewFromInt(200)))
}

// A score counts what was found.
type score struct {
	right, found, missed, false_ int
	byKind                       map[string][2]int // typed right, of
	falseOnEmpty, empty          int
	errors                       []string
}

// measure matches claims with labels, the best first, each once. It is the
// project's own port of the scoring that the labels came with.
func measure(passages []labelled) score {
	s := score{byKind: map[string][2]int{}}
	for _, p := range passages {
		o := extract.Options{Language: language.English}
		if period, err := lac.ParsePeriod(p.Date); err == nil {
			o.Date = period.Last()
		}
		claims := extract.Claims(p.Text, o)
		if len(p.Claims) == 0 {
			s.empty++
			if len(claims) > 0 {
				s.falseOnEmpty++
			}
		}
		type pair struct{ quality, claim, label int }
		var pairs []pair
		for i, c := range claims {
			start := utf8.RuneCountInString(p.Text[:c.Start])
			span := [2]int{start, start + utf8.RuneCountInString(p.Text[c.Start:c.End])}
			kind, value, _ := kindOf(c)
			for j, l := range p.Claims {
				q := overlap(span, [2]int{l.Start, l.End})
				if q == 0 {
					continue
				}
				if valueAgrees(l, kind, value) {
					q += 200
				}
				if kind == l.Kind || slices.Contains(l.AltKinds, kind) {
					q += 100
				}
				if l.Optional {
					q -= 50
				}
				pairs = append(pairs, pair{q, i, j})
			}
		}
		slices.SortStableFunc(pairs, func(a, b pair) int { return b.quality - a.quality })
		ofClaim, ofLabel := map[int]bool{}, map[int]int{}
		for _, m := range pairs {
			if _, taken := ofLabel[m.label]; !taken && !ofClaim[m.claim] {
				ofLabel[m.label], ofClaim[m.claim] = m.claim, true
			}
		}
		for j, l := range p.Claims {
			if l.Optional {
				continue
			}
			count := s.byKind[l.Kind]
			count[1]++
			i, ok := ofLabel[j]
			if !ok {
				s.missed++
				s.errors = append(s.errors, fmt.Sprintf("%s: missed %s %q", p.ID, l.Kind, string([]rune(p.Text)[l.Start:l.End])))
			} else {
				s.found++
				kind, value, unit := kindOf(claims[i])
				same := kind == l.Kind || slices.Contains(l.AltKinds, kind)
				if same && valueAgrees(l, kind, value) && (unit == l.Unit || !isStrictUnit(unit) && !isStrictUnit(l.Unit)) {
					s.right++
					count[0]++
				} else {
					s.errors = append(s.errors, fmt.Sprintf("%s: %q read as %s %v %s, not %s", p.ID, p.Text[claims[i].Start:claims[i].End], kind, value, unit, l.Kind))
				}
			}
			s.byKind[l.Kind] = count
		}
		for i, c := range claims {
			if !ofClaim[i] {
				s.false_++
				s.errors = append(s.errors, fmt.Sprintf("%s: false %s %q", p.ID, c.Form, p.Text[c.Start:c.End]))
			}
		}
	}
	return s
}

// f1 returns the harmonic mean of precision and recall of n right claims, in
// tenths of a percent.
func (s score) f1(n int) int {
	all := s.found + s.false_ + s.found + s.missed
	if all == 0 {
		return 0
	}
	return 2000 * n / all
}

func (s score) check(t *testing.T, detected, typed, falseOnEmpty int) {
	t.Helper()
	var kinds []string
	for _, k := range slices.Sorted(maps.Keys(s.byKind)) {
		kinds = append(kinds, fmt.Sprintf("%s %d/%d", k, s.byKind[k][0], s.byKind[k][1]))
	}
	t.Logf("detection F1 %d, typed F1 %d (per mille); %d of %d passages without a claim have one; %s",
		s.f1(s.found), s.f1(s.right), s.falseOnEmpty, s.empty, strings.Join(kinds, ", "))
	for _, e := range s.errors {
		t.Log(e)
	}
	if s.f1(s.found) < detected || s.f1(s.right) < typed || s.falseOnEmpty > falseOnEmpty {
		t.Errorf("want at least %d and %d, and at most %d", detected, typed, falseOnEmpty)
	}
}

func TestMarkedPassages(t *testing.T) {
	passages := readDev(t)
	if len(passages) < 60 {
		t.Fatalf("%d passages", len(passages))
	}
	measure(passages).check(t, 975, 965, 0)
}

// The labelled passages lie beside the real files, not in the repository.
func TestOtherPeoplesPassages(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA is not set")
	}
	path := filepath.Join(dir, "..", "claims", "gold-open.jsonl")
	if _, err := os.Stat(path); err != nil {
		t.Skip(err)
	}
	measure(readLabels(t, path)).check(t, 960, 950, 0)
}
