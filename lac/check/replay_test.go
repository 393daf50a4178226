package check_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

func asJSON(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAFindingReplays(t *testing.T) {
	data := almanacData(t)
	findings, err := check.Statement(data, statement(t, data), check.Default())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		var indented bytes.Buffer // white space does not matter
		if err := json.Indent(&indented, asJSON(t, f), "", "  "); err != nil {
			t.Fatal(err)
		}
		if got, err := check.Replay(data, indented.Bytes()); err != nil || len(got) != 0 {
			t.Errorf("%s: %v, %v", f.Claim.ID, got, err)
		}
	}
}

// Whatever is changed in a finding, the replay finds the field.
func TestReplayFindsWhatWasChanged(t *testing.T) {
	data := almanacData(t)
	whole := string(asJSON(t, find(t, data, claim(t, data, "trade-2024"), check.Default())))
	for name, tt := range map[string]struct{ was, is, path, recorded string }{
		"the verdict":    {`"verdict":"supported"}`, `"verdict":"contradicted"}`, "verdict", `"contradicted"`},
		"an amount":      {`"result":"518467000000"`, `"result":"518400000000"`, "readings[0].arithmetic[0].result", `"518400000000"`},
		"a record":       {`"obs-trade-2024-turnover-takungpao-2025-05-15"]`, `"obs-trade"]`, "readings[0].records[0]", `"obs-trade"`},
		"the dataset":    {data.Digest(), strings.Repeat("0", 64), "dataset", `"` + strings.Repeat("0", 64) + `"`},
		"an added field": {`{"claim":`, `{"a":1,"claim":`, "a", "1"},
		"a dropped part": {`"unit":"USD","verdict":"supported"}`, `"verdict":"supported"}`, "unit", ""},
	} {
		at := strings.LastIndex(whole, tt.was) // the finding's own fields come after its readings'
		if at < 0 {
			t.Errorf("%s: the finding has no %s", name, tt.was)
			continue
		}
		changed := whole[:at] + tt.is + whole[at+len(tt.was):]
		got, err := check.Replay(data, []byte(changed))
		if err != nil || len(got) != 1 || got[0].Path != tt.path || got[0].Recorded != tt.recorded {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	// Under another policy it is another finding, of which the policy is part.
	strict := find(t, data, claim(t, data, "trade-2024"), check.Strict())
	if got, err := check.Replay(data, asJSON(t, strict)); err != nil || len(got) != 0 {
		t.Errorf("strict: %+v, %v", got, err)
	}
}

// With one record more the dataset is another, and what it changes is named.
func TestReplayOnOtherData(t *testing.T) {
	records, err := almanac.Records()
	if err != nil {
		t.Fatal(err)
	}
	written := asJSON(t, find(t, almanacData(t), claim(t, almanacData(t), "trade-2024"), check.Default()))
	for i := range records.Observations {
		if o := &records.Observations[i]; o.ID == "obs-trade-2024-turnover-takungpao-2025-05-15" {
			o.Figure.Value = quantity("519000000000 USD")
		}
	}
	data, err := lac.NewDataset(records)
	if err != nil {
		t.Fatal(err)
	}
	got, err := check.Replay(data, written)
	if err != nil {
		t.Fatal(err)
	}
	differs := map[string]string{}
	for _, d := range got {
		differs[d.Path] = d.Recorded + " " + d.Recomputed
	}
	for path, want := range map[string]string{
		"dataset":               fmt.Sprintf("%q %q", almanacData(t).Digest(), data.Digest()),
		"readings[0].interval":  `"518467000000" "519000000000"`,
		"readings[0].verdict":   `"supported" "contradicted"`,
		"verdict":               `"supported" "contradicted"`,
		"readings[0].notes[1]":  "",
		"readings[0].margin.is": `"518467000000" "519000000000"`,
	} {
		if want != "" && differs[path] != want {
			t.Errorf("%s: %s, want %s", path, differs[path], want)
		}
	}
}

func TestReplayRefuses(t *testing.T) {
	data := almanacData(t)
	for text, want := range map[string]error{
		``:                lac.ErrSyntax,
		`{}`:              lac.ErrSyntax,
		`{"claim":{}} {}`: lac.ErrSyntax,
		`[1]`:             nil,
		`{"claim":{},"policy":{"name":"x","wrod":"0.05"}}`: lac.ErrUnknownCode,
		`{"claim":{"id":"x"},"policy":{"name":"x"}}`:       lac.ErrUnknownCode, // no form
	} {
		if _, err := check.Replay(data, []byte(text)); err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}

// The JSON has the names of every object in order, and no number with a fraction
// but as text.
func TestFindingsAreCanonical(t *testing.T) {
	data := almanacData(t)
	for _, id := range []string{"trade-double", "partner-rank", "livelihood", "jobs"} {
		b := asJSON(t, find(t, data, claim(t, data, id), check.Default()))
		var tree any
		d := json.NewDecoder(bytes.NewReader(b))
		d.UseNumber()
		if err := d.Decode(&tree); err != nil {
			t.Fatal(err)
		}
		if again := asJSON(t, tree); !bytes.Equal(again, b) { // maps come sorted
			t.Errorf("%s: names are not in order", id)
		}
		var walk func(v any)
		walk = func(v any) {
			switch v := v.(type) {
			case map[string]any:
				for _, x := range v {
					walk(x)
				}
			case []any:
				for _, x := range v {
					walk(x)
				}
			case json.Number:
				if strings.ContainsAny(v.String(), ".eE") {
					t.Errorf("%s: number %s is not text", id, v)
				}
			}
		}
		walk(tree)
	}
}

// A finding that was written can be read, and is written alike again, but for the
// totals of its reconciliations: those are written for readers.
func TestFindingsRoundTrip(t *testing.T) {
	findings, err := check.Statement(almanacData(t), statementOf(everyClaim(t)...), check.Default())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		f.Reconciled = nil
		var again check.Finding
		if err := json.Unmarshal(asJSON(t, f), &again); err != nil {
			t.Fatalf("%s: %v", f.Claim.Gist, err)
		}
		if again.Digest() != f.Digest() {
			var was, is any
			if json.Unmarshal(asJSON(t, f), &was) != nil || json.Unmarshal(asJSON(t, again), &is) != nil {
				t.Fatal("a finding is no JSON")
			}
			t.Errorf("%s: read and written again it differs (-was +is):\n%s", f.Claim.Gist, cmp.Diff(was, is))
		}
	}
}

// A digest is that of the content: the order of the rows and the number of
// processors do not matter, and every claim has another.
func TestDigestIsStable(t *testing.T) {
	records, err := almanac.Records()
	if err != nil {
		t.Fatal(err)
	}
	digests := func(data *lac.Dataset) []string {
		findings, err := check.Statement(data, statement(t, data), check.Default())
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, f := range findings {
			out = append(out, f.Digest())
		}
		return out
	}
	want := digests(almanacData(t))
	if slices.Sort(slices.Clone(want)); len(slices.Compact(slices.Sorted(slices.Values(want)))) != len(want) {
		t.Error("two findings have one digest")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	r := rand.New(rand.NewPCG(3, 4))
	for range 3 {
		shuffle(r, records.Trade)
		shuffle(r, records.Observations)
		shuffle(r, records.Pledges)
		shuffle(r, records.Statements)
		shuffle(r, records.Rates)
		shuffle(r, records.Ties)
		data, err := lac.NewDataset(records)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, digests(data)); diff != "" {
			t.Errorf("digests (-want +got):\n%s", diff)
		}
	}
}

func shuffle[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// An interval comes back from its JSON as it was.
func TestIntervalsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(-1e15, 1e15).Draw(t, "n")
		s := lac.Stated{Value: lac.QuantityOf(n, lac.UnitProjects), Digits: rapid.IntRange(0, 16).Draw(t, "digits"),
			Comparator: rapid.SampledFrom([]lac.Comparator{"", lac.Over, lac.AtLeast, lac.Under, lac.UpTo, lac.Nearly, lac.About}).Draw(t, "comparator")}
		want, err := check.Default().Interval(s)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got interval.Interval
		if err := json.Unmarshal(b, &got); err != nil || got.String() != want.String() {
			t.Errorf("%s: %v, %v; want %v", b, got, err, want)
		}
	})
}

func FuzzReplay(f *testing.F) {
	// Few records make short findings, of which more can be tried.
	data := build(f, lac.Records{Trade: []lac.TradeRecord{row("x", "BRA", lac.Export, lac.Year(2024), 70), row("m", "BRA", lac.Import, lac.Year(2024), 80)}})
	for _, text := range []string{"level trade CHN BRA 2024 | 150e9 USD", "rank trade CHN BRA 2024 | 1 rank", "multiple trade CHN BRA 2024 since 2014 | word 2 times"} {
		f.Add(asJSON(f, find(f, data, parseClaim(f, text), check.Default())))
	}
	f.Add([]byte(`{"claim":{"id":"x","form":"position"},"policy":{"name":"x"}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := check.Replay(data, b)
		if err != nil {
			return
		}
		for _, d := range got {
			if d.Recorded == d.Recomputed {
				t.Errorf("%s does not differ", d.Path)
			}
		}
	})
}
