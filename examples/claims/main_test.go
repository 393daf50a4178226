package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/examples/internal/program/programtest"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/claimreview"
)

var (
	fixtures  = filepath.Join("..", "..", "testdata")
	statement = filepath.Join(fixtures, "claims", "statement.json")
	policy    = filepath.Join(fixtures, "claims", "policy.json")
)

// start runs the program.
func start(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	return run(context.Background(), program.Streams{In: stdin, Out: stdout, Err: stderr}, args)
}

// try runs the program on a standard input.
func try(stdin string, args ...string) (string, error) {
	var out bytes.Buffer
	err := start(args, strings.NewReader(stdin), &out, io.Discard)
	return out.String(), err
}

func must(t *testing.T, args ...string) string {
	t.Helper()
	out, err := try("", args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The golden is rewritten where LAC_UPDATE_GOLDEN is set; read it before you keep
// it.
func TestText(t *testing.T) {
	got := must(t, "-policy", policy, statement)
	golden := filepath.Join(fixtures, "golden", "claims.txt")
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

const level = `{"id": "x", "form": "level", "gist": "Trade in 2024",
  "measure": {"subject": "trade", "reporter": "CHN", "partner": "419", "flow": "turnover"},
  "period": "2024",
  "stated": {"text": "$518.4 billion", "value": "518400000000 USD", "digits": 4}}`

// The statement rounds 518.467 to 518.4, which only a policy that lets digits be
// cut grants.
func TestPolicies(t *testing.T) {
	for _, tt := range []struct{ policy, verdict string }{
		{"default", "1. x: SUPPORTED"}, {"loose", "1. x: SUPPORTED"}, {policy, "1. x: SUPPORTED"}, {"strict", "1. x: CONTRADICTED"},
	} {
		out, err := try("["+level+"]", "-policy", tt.policy, "-")
		if err != nil || !strings.Contains(out, tt.verdict) {
			t.Errorf("%s: %v, want %s\n%s", tt.policy, err, tt.verdict, out)
		}
	}
}

func TestLanguages(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "Supported: trade", "es": "Confirmado: ", "pt": "518,4", "zh": "2024年", "pt-BR": "518,4",
	} {
		if out, err := try("["+level+"]", "-lang", lang, "-"); err != nil || !strings.Contains(out, want) {
			t.Errorf("%s: %v\n%s", lang, err, out)
		}
	}
}

// A statement of a dataset, written as JSON, is one that can be checked.
func TestAStatementOfADataset(t *testing.T) {
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(data.Record(almanac.Statement20250609))
	if err != nil {
		t.Fatal(err)
	}
	out, err := try(string(text), "-")
	for _, want := range []string{
		"Linjia 7 Salon", "8. livelihood: INSUFFICIENT", "covered    24 of 26: Argentina", "unknown    Honduras: ties since 2023-03-26", "\n17 claims: ",
	} {
		if err != nil || !strings.Contains(out, want) {
			t.Errorf("%v, no %q in\n%s", err, want, out)
		}
	}
	if strings.Contains(out, "also said  2025-06-09, Zhang Run: 518.4") {
		t.Errorf("the claim itself is said by another in\n%s", out)
	}
}

// Without the almanac there is only what the files have.
func TestData(t *testing.T) {
	table := filepath.Join(t.TempDir(), "own.json")
	own := `{"sources": [{"id": "own", "publisher": "Desk", "basis": "own count"}],
		"observations": [{"id": "o", "source": "own", "measure": {"subject": "trade", "reporter": "CHN", "partner": "419", "flow": "turnover"},
		"period": "2024", "figure": {"value": "600000000000 USD", "digits": 12}}]}`
	if err := os.WriteFile(table, []byte(own), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		verdict string
		args    []string
	}{
		{"CONTRADICTED", []string{"-almanac=false", "-data", table, "-"}},
		{"MIXED", []string{"-data", table, "-"}},
	} {
		var out, errs bytes.Buffer
		err := start(tt.args, strings.NewReader("["+level+"]"), &out, &errs)
		if err != nil || !strings.Contains(out.String(), "1. x: "+tt.verdict) || !strings.Contains(out.String(), "own count") {
			t.Errorf("%s: %v\n%s", tt.verdict, err, out.String())
		}
		if want := "own.json: JSON of records\n  2 rows = 2 records + 0 rejected\n"; !strings.HasPrefix(errs.String(), want) {
			t.Errorf("report %q, want %q", errs.String(), want)
		}
	}
}

// Rows of a file that were rejected do not go unsaid.
func TestRejected(t *testing.T) {
	out, err := try("["+level+"]", "-data", filepath.Join(fixtures, "gcdf", "rejected.csv"), "-")
	if err == nil || !strings.Contains(err.Error(), "rows of the files were rejected, as said above: 9") || !strings.Contains(out, "1. x: SUPPORTED") {
		t.Errorf("%v\n%s", err, out)
	}
}

// A line of -json is what the digest in the text is of, and replays.
func TestJSONAndReplay(t *testing.T) {
	text := must(t, "-policy", policy, statement)
	lines := must(t, "-json", "-policy", policy, statement)
	n := 0
	for line := range strings.Lines(lines) {
		sum := sha256.Sum256([]byte(strings.TrimSuffix(line, "\n")))
		if digest := hex.EncodeToString(sum[:]); !strings.Contains(text, "digest     "+digest) {
			t.Errorf("no digest %s in the text, of %s", digest, line)
		}
		n++
	}
	if n != 13 {
		t.Errorf("%d findings, want 13", n)
	}
	if out, err := try(lines, "-replay", "-"); err != nil || !strings.HasSuffix(out, "13 findings, all as recorded\n") {
		t.Errorf("%v\n%s", err, out)
	}
	name := filepath.Join(t.TempDir(), "findings.jsonl")
	changed := strings.Replace(lines, `"verdict":"supported"}`, `"verdict":"contradicted"}`, 1) + "\n{]\n"
	if err := os.WriteFile(name, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := try("", "-replay", name)
	if !errors.Is(err, errDiffers) || !strings.Contains(err.Error(), "2 of 14 findings") {
		t.Errorf("%v", err)
	}
	for _, want := range []string{
		name + ":1: trade-2024: differs\n  readings[0].verdict: recorded \"contradicted\", recomputed \"supported\"\n",
		name + ":2: trade-twice: as recorded\n",
		name + ":15: replay: malformed",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	// On other data the dataset's digest differs.
	programs := filepath.Join(fixtures, "pledges", "programs.json")
	if out, err := try(lines, "-data", programs, "-replay", "-"); !errors.Is(err, errDiffers) || strings.Count(out, "\n  dataset: recorded ") != 13 {
		t.Errorf("%v\n%s", err, out)
	}
}

// Package claimreview reads what is printed; each review has its claim's words, the
// verdict as its rating, and the sources of the readings that decide.
func TestClaimReview(t *testing.T) {
	out := must(t, "-claimreview", "-url", "https://desk.example/terminal", "-author", "Desk", "-published", "2025-06-13", "-lang", "es", statement)
	r := claimreview.NewReader(strings.NewReader(out))
	var reviews []claimreview.Review
	for review, err := range r.All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		reviews = append(reviews, review)
	}
	if len(reviews) != 13 {
		t.Fatalf("%d reviews, want 13", len(reviews))
	}
	got := reviews[0]
	if got.URL != "https://desk.example/terminal#trade-2024" || got.Author.Name != "Desk" || got.Date.String() != "2025-06-13" ||
		got.Rating.Name != "supported" || got.Rating.Value.Decimal.String() != "5" || !strings.HasPrefix(got.Rating.Explanation, "Confirmado: ") ||
		got.Statement.Speakers[0].Name != "Elena Prado" || got.Statement.Text != "Trade with the region reached $518.4 billion in 2024" || got.Source.Publisher != "Puerto Claro Gazette" {
		t.Errorf("%+v", got)
	}
	var printed []struct {
		IsBasedOn []struct{ Publisher struct{ Name string } }
	}
	if err := json.Unmarshal([]byte(out), &printed); err != nil {
		t.Fatal(err)
	}
	var publishers []string
	for _, s := range printed[0].IsBasedOn {
		publishers = append(publishers, s.Publisher.Name)
	}
	if diff := cmp.Diff([]string{"Ta Kung Pao", "UN Comtrade"}, publishers); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
	if last := reviews[12]; last.Rating.Name != "not checkable" || last.Rating.Value.Valid {
		t.Errorf("%+v", last.Rating)
	}
}

// A mistake in the JSON is found with the line on which it stands.
func TestMistakes(t *testing.T) {
	edit := func(was, is string) string {
		if !strings.Contains(level, was) {
			t.Fatalf("no %s in the claim", was)
		}
		return "[" + strings.Replace(level, was, is, 1) + ",\n" + strings.Replace(level, `"x"`, `"y"`, 1) + "]"
	}
	whole, err := os.ReadFile(statement)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, text, want string }{
		{"an unknown field", edit(`"partner"`, `"partnr"`), "standard input:2: field [0].measure.partnr: unknown code: there is no such field"},
		{"an unknown field with a list in it", edit(`"period":`, `"flows": [1], "period":`), ":3: field [0].flows: unknown code"},
		{"an unknown area", edit(`"419"`, `"Atlantis"`), `:2: field [0].measure.partner: area "Atlantis": unknown code`},
		{"a period that is none", edit(`"2024"`, `"2024-13"`), `:3: field [0].period: period "2024-13"`},
		{"a number for a text", edit(`"2024"`, `2024`), ":3: field [0].period: \"2024\": malformed: want a string"},
		{"a figure without a unit", edit(`518400000000 USD`, `518400000000`), ":4: field [0].stated.value: quantity"},
		{"a hostile figure", edit(`518400000000 USD`, `1e999999999 USD`), ":4: field [0].stated.value: number"},
		{"a form that is none", edit(`"level"`, `"levle"`), `:1: field [0].form "levle": unknown code`},
		{"a field that is not there", edit(`"period": "2024",`, ``), ":1: field [0].period: not reported"},
		{"a field that is not there, of a measure", edit(`, "partner": "419"`, ``), ":2: field [0].measure.partner: not reported"},
		{"a claim given twice", "[" + level + ",\n" + level + "]", `:5: field [1].id "x": duplicate id`},
		{"a mistake in syntax", edit(`"period": `, `"period" `), "standard input:3: malformed: invalid character"},
		{"text after the JSON", "[" + level + "]\n}", ":5: malformed: invalid character"},
		{"cut off", "[" + level, "malformed: unexpected end"},
		{"nothing", "", "standard input: no claims in it"},
		{"no claims", "[]", "no claims in it"},
		{"many mistakes", "[" + strings.Repeat("{},\n", 50) + "{}]", "standard input: more mistakes follow"},
		{"more than fit", "[" + strings.Repeat("null,", maxObjects) + "null]", "standard input: out of range: more than 100000 objects"},
		{"a number", "5", "standard input: no claims in it"},
		{"a list of numbers", "[\n5]", ":2: field [0]: malformed"},
		{"a claim by itself", level, ":1: field form: unknown code: there is no such field"},
		{"nested without end", strings.Repeat(`{"claims":[`, 50_000), "malformed: "},
		{"deep in an unknown field", `{"a":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "}", "field a: unknown code"},
		{"in a statement", strings.Replace(string(whole), `"baseline": "2014"`, `"baseline": "decade"`, 1), `:50: field claims[1].baseline: period "decade"`},
		{"words beyond the text", strings.Replace(string(whole), `"end": 180`, `"end": 17400`, 1), `:37: field claims[0].end "17400": out of range: beyond the text`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, err := try(tt.text, "-")
			if err == nil || !strings.Contains(err.Error(), tt.want) || out != "" {
				t.Errorf("%v, want %s\n%s", err, tt.want, out)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	list := file("list.json", "["+level+"]")
	for want, args := range map[string][]string{
		"no claims: give":                     nil,
		`unexpected argument "b"`:             {"a", "b"},
		"a finding has its claim":             {"-replay", list, statement},
		"exclude each other":                  {"-json", "-claimreview", statement},
		"are for -claimreview":                {"-url", "https://desk.example", statement},
		"needs -url and -author":              {"-claimreview", "-url", "https://desk.example", statement},
		"this is a list of claims":            {"-claimreview", "-url", "https://desk.example", "-author", "Desk", list},
		"field url \"desk#trade-2024\"":       {"-claimreview", "-url", "desk", "-author", "Desk", statement},
		`language "fr": want`:                 {"-lang", "fr", statement},
		`language "-": want`:                  {"-lang", "-", statement},
		`policy "lax": want default`:          {"-policy", "lax", statement},
		"policy.json:2: field wrod":           {"-policy", file("policy.json", "{\"name\": \"x\",\n\"wrod\": \"0.05\"}"), statement},
		"tolerant.json:1: field word":         {"-policy", file("tolerant.json", `{"name": "x", "word": "7"}`), statement},
		`vague word "numerous" under`:         {"-policy", file("wordless.json", `{"name": "x"}`), statement},
		"no records: give files":              {"-almanac=false", statement},
		"none.csv: no such file":              {"-data", "none.csv", statement},
		"none.json: no such file":             {"none.json"},
		"none.jsonl: no such file":            {"-replay", "none.jsonl"},
		"main.go":                             {"-data", "main.go", statement},
		"empty.jsonl: no findings in it":      {"-replay", file("empty.jsonl", "\n\n")},
		"long.jsonl:2: bufio.Scanner: token ": {"-replay", file("long.jsonl", "\n"+strings.Repeat("x", maxFinding+1))},
		"large.json: longer than 16 MB":       {file("large.json", strings.Repeat(" ", maxInput+1))},
		"there is no flag -x":                 {"-x"},
		`invalid value "June"`:                {"-published", "June", statement},
	} {
		if out, err := try("", args...); err == nil || !strings.Contains(err.Error(), want) || out != "" {
			t.Errorf("%q: %v, want %s\n%s", args, err, want, out)
		}
	}
}

func TestCommandLines(t *testing.T) { programtest.Hold(t, t.Context(), source, run) }

// A sentence, a plain text and what extract prints are claims too. Peru's own books
// have 36.598 bn USD for 2023, which truncates to 36.
// In another language the program's words and the checker's are of that language; what
// was said, names and the data's own notes stay.
func TestNoEnglishLeft(t *testing.T) {
	english := regexp.MustCompile(`(?m)^ {3}(said|right if|reading|margin|missing|base year|also said|note|covered|unknown|none|digest) |: (supported|contradicted|undecided|mixed|does not decide)|no record of|; changed: |\bwas\b|read under|claims: `)
	quoted := regexp.MustCompile(`(?s)“.*?”`)
	if out := must(t, statement); len(english.FindAllString(out, -1)) < 30 {
		t.Error("the English page has not the English words")
	}
	for _, lang := range []string{"es", "pt", "zh"} {
		out := quoted.ReplaceAllString(must(t, "-lang", lang, statement), "")
		for line := range strings.SplitSeq(out, "\n") {
			if word := english.FindString(line); word != "" {
				t.Errorf("%s: %q in %s", lang, word, line)
			}
		}
	}
}

func TestTexts(t *testing.T) {
	const sentence = "Trade between China and Peru reached $36 billion in 2023."
	const row = `{"span":"$36 billion","claim":{"id":"level-1","form":"level","measure":{"subject":"trade","reporter":"CHN","partner":"PER","flow":"turnover"},` +
		`"period":"2023","stated":{"text":"$36 billion","value":"36000000000 USD","comparator":"eq","digits":2},"start":37,"end":48,"gist":"Trade"}}`
	const head = `{"statement":{"id":"text","source":"","speakers":null,"date":"","language":"en","text":"` + sentence + `","claims":[]}}`
	const missing = `{"span":"40","claim":{"id":"","form":"level","gist":"exports to Asia"},"missing":["which goods"]}`
	for _, tt := range []struct {
		name, stdin string
		args        []string
		want        []string
	}{
		{"an argument", "", []string{sentence}, []string{"SUPPORTED", "“$36 billion”", "1 claim: 1 supported"}},
		{"-text", "", []string{"-text", sentence, "-lang", "es"}, []string{"CONFIRMADO", "Confirmado", "cierto si", "según las cifras propias de Perú"}},
		{"standard input", sentence, []string{"-"}, []string{"SUPPORTED"}},
		{"in brackets", "[Lima] " + sentence, []string{"-statement", "-"}, []string{"SUPPORTED"}},
		{"from extract", head + "\n" + row + "\n" + missing + "\n", []string{"-"}, []string{"SUPPORTED", "“$36 billion”", "exports to Asia: missing which goods"}},
		{"some lines of extract", row + "\n", []string{"-"}, []string{"SUPPORTED", "1 claim: 1 supported"}},
		{"nothing to check", "Exports to Asia grew by 5 percent.", []string{"-"}, []string{"Not held against the records", "No claim was found that records could answer."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, err := try(tt.stdin, tt.args...)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range tt.want {
				if !strings.Contains(out, want) {
					t.Errorf("no %q in\n%s", want, out)
				}
			}
		})
	}
	for want, stdin := range map[string]string{
		":2: malformed":              head + "\n{\"span\":",
		"neither a statement nor a":  head + "\n{\"id\":\"a\",\"claims\":[]}\n",
		"no claims in it":            head,
		"standard input: no claims ": "Nice weather in Lima.",
	} {
		if out, err := try(stdin, "-"); err == nil || !strings.Contains(err.Error(), want) || out != "" {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
