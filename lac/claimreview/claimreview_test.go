package claimreview_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/claimreview"
)

func fixture(name string) string { return filepath.Join("..", "..", "testdata", "claimreview", name) }

func tradeReview() claimreview.Review {
	text := "The official said that trade in 2024 was twice that of ten years before."
	return claimreview.Review{
		URL: "https://desk.example/checks/trade-doubled", Date: lac.DateOf(2025, time.June, 12), Language: "en",
		Author: claimreview.Organization{Name: "Example Desk", URL: "https://desk.example/"},
		Statement: lac.Statement{
			ID: "statement-1", Source: "report", Language: "en", Date: lac.DateOf(2025, time.June, 9), Text: text,
			Speakers: []lac.Speaker{{Name: "A. Deputy"}, {Name: "A. Official", Office: "director-general", Organisation: "Ministry of Foreign Affairs"}},
			Claims: []lac.Claim{{ID: "multiple", Form: lac.FormMultiple, Speaker: "A. Official", Gist: "Trade in 2024 was double that of a decade ago",
				Start: strings.Index(text, "trade"), End: len(text)}},
		},
		Claim: "multiple",
		Source: lac.Source{ID: "report", Publisher: "Example News", Title: "Salon on the region", URL: "https://news.example/salon",
			Licence: "all rights reserved", Basis: "press"},
		Rating: claimreview.RatingFor("mixed", "1.967 times on China customs' books, 1.866 times on those of its partners."),
		Evidence: []lac.Source{{ID: "gacc", Publisher: "General Administration of Customs", Title: "Trade by country", URL: "https://customs.example/",
			Licence: "https://creativecommons.org/licenses/by/4.0/", Basis: "China customs"}},
	}
}

// indented returns a review as it is published, a property on each line.
func indented(t *testing.T, r claimreview.Review) []byte {
	t.Helper()
	text, err := r.JSONLD()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, append(text, '\n'), "", "  "); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestJSONLosesNothing holds that a review reads back from its JSON as it was.
func TestJSONLosesNothing(t *testing.T) {
	for _, want := range []claimreview.Review{{}, tradeReview(), {Rating: claimreview.Rating{Value: decimal.NewNullDecimal(decimal.RequireFromString("2.50"))}}} {
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got claimreview.Review
		dec := json.NewDecoder(bytes.NewReader(text))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n%s", diff, text)
		}
	}
}

func TestWrittenReviewIsTheGolden(t *testing.T) {
	got := indented(t, tradeReview())
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(fixture("review.golden.json"), got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(fixture("review.golden.json"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("written review (-want +got):\n%s", diff)
	}
}

// vocabulary lists, for the types that a review is made of, the properties that
// schema.org 29 defines for them or for a type above them, with the types that
// it expects as values; "" is text, a number, a date or an address.
var vocabulary = map[string]map[string][]string{
	"ClaimReview": {"url": {""}, "datePublished": {""}, "inLanguage": {""}, "author": {"Organization", "Person"}, "claimReviewed": {""},
		"itemReviewed": {"Claim", "CreativeWork"}, "reviewRating": {"Rating"}, "isBasedOn": {"CreativeWork", ""}},
	"Claim": {"text": {""}, "inLanguage": {""}, "author": {"Organization", "Person"}, "datePublished": {""}, "appearance": {"CreativeWork"},
		"firstAppearance": {"CreativeWork"}},
	"CreativeWork": {"name": {""}, "url": {""}, "datePublished": {""}, "license": {"CreativeWork", ""}, "publisher": {"Organization", "Person"}},
	"Rating":       {"ratingValue": {""}, "bestRating": {""}, "worstRating": {""}, "alternateName": {""}, "ratingExplanation": {""}},
	"Person":       {"name": {""}, "jobTitle": {""}, "affiliation": {"Organization"}},
	"Organization": {"name": {""}, "url": {""}},
}

func checkType(t *testing.T, path string, value any) {
	t.Helper()
	object, ok := value.(map[string]any)
	if !ok {
		return
	}
	kind, _ := object["@type"].(string)
	properties, ok := vocabulary[kind]
	if !ok {
		t.Errorf("%s: %q is no type of the vocabulary", path, kind)
	}
	for name, value := range object {
		if strings.HasPrefix(name, "@") {
			continue
		}
		expected, ok := properties[name]
		if !ok {
			t.Errorf("%s: %s has no property %s", path, kind, name)
		}
		values, ok := value.([]any)
		if !ok {
			values = []any{value}
		}
		for _, v := range values {
			got := ""
			if o, ok := v.(map[string]any); ok {
				got, _ = o["@type"].(string)
			}
			if !slices.Contains(expected, got) {
				t.Errorf("%s.%s is a %q, want one of %q", path, name, got, expected)
			}
			checkType(t, path+"."+name, v)
		}
	}
}

func TestWrittenTypesAreThoseOfSchemaOrg(t *testing.T) {
	raw, err := tradeReview().JSONLD()
	if err != nil {
		t.Fatal(err)
	}
	var object map[string]any
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err := dec.Decode(&object); err != nil {
		t.Fatal(err)
	}
	if object["@context"] != "https://schema.org" {
		t.Errorf("context %v", object["@context"])
	}
	checkType(t, "review", object)
}

func TestWritingNeeds(t *testing.T) {
	for _, tt := range []struct {
		name, field string
		change      func(*claimreview.Review)
		want        error
	}{
		{"an address", "url", func(r *claimreview.Review) { r.URL = "" }, lac.ErrMissing},
		{"that is one", "url", func(r *claimreview.Review) { r.URL = "checks/1" }, lac.ErrSyntax},
		{"an author", "author.name", func(r *claimreview.Review) { r.Author.Name = "" }, lac.ErrMissing},
		{"a verdict", "reviewRating.alternateName", func(r *claimreview.Review) { r.Rating = claimreview.Rating{} }, lac.ErrMissing},
		{"a claim of the statement's", "claimReviewed", func(r *claimreview.Review) { r.Claim = "level" }, lac.ErrUnknownCode},
		{"words", "claimReviewed", func(r *claimreview.Review) { r.Claim, r.Statement.Text = "", "" }, lac.ErrMissing},
		{"a speaker", "itemReviewed.author", func(r *claimreview.Review) { r.Statement.Speakers = nil }, lac.ErrMissing},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := tradeReview()
			tt.change(&r)
			_, err := r.JSONLD()
			var field *lac.FieldError
			if !errors.As(err, &field) || field.Field != tt.field || !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v in %s", err, tt.want, tt.field)
			}
		})
	}
}

func TestRatingFor(t *testing.T) {
	for verdict, want := range map[string]string{
		"supported": "5", "met": "5", "mixed": "3", "contradicted": "1", "missed": "1",
		"insufficient": "", "not checkable": "", "on track": "", "behind": "", "not due": "", "unmeasurable": "",
	} {
		r := claimreview.RatingFor(verdict, "")
		got := ""
		if r.Value.Valid {
			got = r.Value.Decimal.String()
		}
		if got != want || r.Name != verdict || r.Value.Valid != r.Best.Valid || r.Value.Valid != r.Worst.Valid {
			t.Errorf("%s: %+v, want a value of %q", verdict, r, want)
		}
	}
}

func readAll(r *claimreview.Reader) ([]claimreview.Review, []*lac.RowError, error) {
	return r.ReadAll(context.Background())
}

// readNoted reads a text, with the notes.
func readNoted(text string) (reviews []claimreview.Review, rejected, notes []*lac.RowError, err error) {
	r := claimreview.NewReader(strings.NewReader(text))
	r.Name, r.Notes = "r.json", func(n *lac.RowError) { notes = append(notes, n) }
	reviews, rejected, err = readAll(r)
	return reviews, rejected, notes, err
}

func TestReadFeed(t *testing.T) {
	r, err := claimreview.Open(fixture("feed.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	reviews, rejected, err := readAll(r)
	if err != nil {
		t.Fatal(err)
	}
	number := func(n int64) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.NewFromInt(n)) }
	want := []claimreview.Review{{
		URL: "https://desk.example/checks/trade-doubled", Date: lac.DateOf(2025, time.June, 12), Language: "en",
		Author: claimreview.Organization{Name: "Example Desk", URL: "https://desk.example/"},
		Statement: lac.Statement{ID: "claimreview#1", Source: "claimreview", Language: "und", Date: lac.DateOf(2025, time.June, 9),
			Speakers:  []lac.Speaker{{Name: "A. Official", Office: "director", Organisation: "Ministry"}},
			Publisher: "Example News", Title: "Salon on the region", Text: "Trade doubled in ten years"},
		Source: lac.Source{ID: "claimreview", Publisher: "Example News", Title: "Salon on the region", URL: "https://news.example/salon", Basis: "ClaimReview"},
		Rating: claimreview.Rating{Name: "Half true", Value: number(3), Best: number(5), Worst: number(1)},
	}, {
		URL: "https://desk.example/checks/unsigned",
		Statement: lac.Statement{ID: "claimreview#2", Source: "claimreview", Language: "und", Date: lac.DateOf(2025, time.June, 9),
			Speakers: []lac.Speaker{{}}, Text: "A claim that nobody signed"},
		Source: lac.Source{ID: "claimreview", Basis: "ClaimReview"},
	}, {
		Statement: lac.Statement{ID: "claimreview#4", Source: "claimreview", Language: "und", Date: lac.DateOf(2025, time.June, 30),
			Speakers: []lac.Speaker{{Name: "B. Official"}}, Text: "A claim with a hostile number"},
		Source: lac.Source{ID: "claimreview", Basis: "ClaimReview"},
	}}
	if diff := cmp.Diff(want, reviews); diff != "" {
		t.Errorf("reviews (-want +got):\n%s", diff)
	}
	for _, review := range reviews {
		if err := review.Statement.Validate(); err != nil {
			t.Errorf("the statement is not valid: %v", err)
		}
	}
	var got []string
	for _, e := range rejected {
		got = append(got, e.Error())
	}
	if diff := cmp.Diff([]string{
		`feed.json:41:15: field itemReviewed.datePublished "2025-06-31": no date, left out: out of range`,
	}, got); diff != "" {
		t.Errorf("rejected (-want +got):\n%s", diff)
	}
	if s := r.Stats(); s != (lac.Stats{Rows: 4, Records: 3, Rejected: 1, Notes: 2}) {
		t.Errorf("stats %+v", s)
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	raw := indented(t, tradeReview())
	reviews, rejected, err := readAll(claimreview.NewReader(bytes.NewReader(raw)))
	if err != nil || len(rejected) > 0 || len(reviews) != 1 {
		t.Fatalf("%d reviews, rejected %v, error %v", len(reviews), rejected, err)
	}
	want, got := tradeReview(), reviews[0]
	if got.Statement.Text != want.Statement.Claims[0].Gist || got.Statement.Date != want.Statement.Date ||
		!cmp.Equal(got.Statement.Speakers, want.Statement.Speakers[1:]) || !cmp.Equal(got.Rating, want.Rating) || got.URL != want.URL || got.Date != want.Date {
		t.Errorf("got %+v", got)
	}
}

func TestStrictStopsAtTheFirst(t *testing.T) {
	r, err := claimreview.Open(fixture("feed.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.Strict = true
	reviews, rejected, err := readAll(r)
	var row *lac.RowError
	if len(reviews) != 2 || len(rejected) != 0 || !errors.As(err, &row) {
		t.Errorf("%d reviews, %d rejected, %v", len(reviews), len(rejected), err)
	}
}

// endless gives a start and then one byte over and over, n times.
type endless struct {
	start string
	fill  byte
	n     int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.start != "" {
		n := copy(p, e.start)
		e.start = e.start[n:]
		return n, nil
	}
	if e.n == 0 {
		return 0, io.EOF
	}
	n := min(e.n, len(p))
	for i := range p[:n] {
		p[i] = e.fill
	}
	e.n -= n
	return n, nil
}

func TestHostileInputEndsWithAnError(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   io.Reader
		want error
	}{
		{"nothing", strings.NewReader(""), lac.ErrMissing},
		{"a text alone", strings.NewReader(`"ClaimReview"`), lac.ErrSyntax},
		{"an object cut short", strings.NewReader(`{"@type": "ClaimReview", "url": "htt`), io.ErrUnexpectedEOF},
		{"text after the end", strings.NewReader(`{} x`), nil},
		{"no review", strings.NewReader(`{"@type": "MediaReview"}`), lac.ErrMissing},
		{"a page without scripts", strings.NewReader(`<p>ld+json</p>`), lac.ErrMissing},
		{"a page without end", &endless{"<p>", 'x', 1 << 30}, lac.ErrRange},
		{"a tag without end", &endless{"<script ", ' ', 1 << 30}, lac.ErrRange},
		{"a text of a gigabyte", &endless{`{"claimReviewed": "`, 'x', 1 << 30}, lac.ErrRange},
		{"lists without end", &endless{"", '[', 1 << 30}, lac.ErrRange},
		{"blanks without end", &endless{"[", ' ', 1 << 30}, lac.ErrRange},
		{"a value that nests without end", &endless{`{"author": `, '[', 1 << 30}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reviews, _, err := readAll(claimreview.NewReader(tt.in))
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) || len(reviews) > 0 {
				t.Errorf("got %v and %d reviews, want %v", err, len(reviews), tt.want)
			}
		})
	}
}

func FuzzReader(f *testing.F) {
	feed, err := os.ReadFile(fixture("feed.json"))
	if err != nil {
		f.Fatal(err)
	}
	golden, err := os.ReadFile(fixture("review.golden.json"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(feed)
	f.Add(golden)
	f.Add([]byte(`{"@type":"ClaimReview","claimReviewed":"x","itemReviewed":{"author":["y"],"datePublished":"2025-01-01"}}`))
	f.Add([]byte(`{"@graph":[{"@id":"a","name":"b"},{"@type":"schema:ClaimReview","schema:claimReviewed":{"text":"<b>x &amp; y</b>"},"author":{"@id":"a"},"datePublished":1709251200,"reviewRating":{"ratingValue":"2,5"}}]}`))
	f.Add([]byte(`<html><script type="application/ld+json">{"@type":"Article","review":{"@type":"ClaimReview","claimReviewed":"x","datePublished":"2024"}}</script>`))
	f.Add([]byte(`[[null, 1, {"item": [{"@type": ["a", 5]}]}]]`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r := claimreview.NewReader(bytes.NewReader(raw))
		reviews, rejected, _ := readAll(r)
		if s := r.Stats(); s.Records != len(reviews) || s.Rejected != len(rejected) || s.Rows != s.Records+s.Rejected {
			t.Errorf("stats %+v of %d reviews and %d rejected", s, len(reviews), len(rejected))
		}
		for _, review := range reviews {
			review.URL, review.Author.Name, review.Rating.Name = "https://desk.example/", "Desk", "mixed"
			if review.Statement.Speakers[0].Name == "" {
				review.Statement.Speakers[0].Name = "A. Official"
			}
			out, err := review.JSONLD()
			if err != nil {
				t.Fatalf("%+v: %v", review, err)
			}
			again, rejected, err := readAll(claimreview.NewReader(bytes.NewReader(out)))
			if err != nil || len(rejected) > 0 || len(again) != 1 {
				t.Fatalf("written and read: %v, %v, %d reviews", err, rejected, len(again))
			}
			if text := again[0].Statement.Text; text != review.Statement.Text && !strings.ContainsAny(review.Statement.Text, "<&") {
				t.Errorf("text %q became %q", review.Statement.Text, again[0].Statement.Text)
			}
		}
	})
}
