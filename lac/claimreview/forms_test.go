package claimreview_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/claimreview"
)

// whole is a review with all that is asked for; parts of it are replaced below.
const whole = `{"@context":"https://schema.org","@type":"ClaimReview","url":"https://desk.example/1","datePublished":"2024-03-05",
"author":{"@type":"Organization","name":"Desk"},"claimReviewed":"Trade doubled.",
"itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"A Minister"},"datePublished":"2024-03-01"},
"reviewRating":{"@type":"Rating","ratingValue":"2","bestRating":"5","worstRating":"1","alternateName":"Mostly false"}}`

// second is another review, on one line.
var second = strings.ReplaceAll(strings.Replace(whole, "/1\"", "/2\"", 1), "\n", "")

// TestFormsAroundReviews reads reviews out of whatever stands around them.
// A page may have any bytes in its tags, such as letters that are no UTF-8.
func TestBytesInTags(t *testing.T) {
	for _, tag := range []string{"<scri\x85", "<script\x85>", "<\xff", "<scr\u0130pt type=ld+json>", "<SCRIPT\xe9 x>"} {
		r := claimreview.NewReader(strings.NewReader("<html>" + tag + "</html><script type='application/ld+json'>" + second + "</script>"))
		if reviews, _, err := r.ReadAll(t.Context()); err != nil && !errors.Is(err, lac.ErrMissing) || len(reviews) > 1 {
			t.Errorf("%q: %d reviews, %v", tag, len(reviews), err)
		}
		r = claimreview.NewReader(strings.NewReader(tag))
		if _, _, err := r.ReadAll(t.Context()); err == nil {
			t.Errorf("%q is no review", tag)
		}
	}
}

// A script of a page that is no JSON costs itself alone, and counts if it names a review.
func TestBrokenScripts(t *testing.T) {
	script := func(text string) string { return "<script type=\"application/ld+json\">" + text + "</script>\n" }
	const good = `{"@type": "ClaimReview", "url": "https://x.example/1", "claimReviewed": "x", "datePublished": "2024-03-05", "author": {"@type": "Organization", "name": "C"}, "reviewRating": {"@type": "Rating", "alternateName": "False"}}`
	page := "<html>\n" + script("{\"@type\": \"ClaimReview\",\n\"url\": }") + script(`{"@type": "Organization", }`) + script(good) + script(`{"@type": "ClaimReview"`)
	r := claimreview.NewReader(strings.NewReader(page))
	reviews, rejected, err := r.ReadAll(t.Context())
	if err != nil || len(reviews) != 1 || len(rejected) != 2 || rejected[0].Line != 3 || rejected[1].Line != 6 || !errors.Is(rejected[0], lac.ErrSyntax) {
		t.Errorf("%d reviews, %v, %v", len(reviews), rejected, err)
	}
	if s := r.Stats(); s.Rows != 3 || s.Records != 1 || s.Rejected != 2 {
		t.Errorf("%+v", s)
	}
	r = claimreview.NewReader(strings.NewReader("<html>" + script(`{"@type": "Organization", }`)))
	if _, _, err := r.ReadAll(t.Context()); !errors.Is(err, lac.ErrMissing) {
		t.Error(err)
	}
	long := claimreview.NewReader(strings.NewReader("<html>" + script(`{"@type": "ClaimReview", "text": "`+strings.Repeat("x", 5000)+`" "`) + script(good)))
	long.MaxReviewBytes = 1000
	if reviews, _, err := long.ReadAll(t.Context()); err == nil || len(reviews) > 0 {
		t.Errorf("%d reviews, %v", len(reviews), err)
	}
}

func TestFormsAroundReviews(t *testing.T) {
	named := strings.Replace(whole, `{"@type":"Organization","name":"Desk"}`, `{"@id":"#desk"}`, 1)
	for _, tt := range []struct {
		rule, text string
		want       int
	}{
		{"one", whole, 1},
		{"a byte order mark", "\uFEFF" + whole, 1},
		{"JSON Lines", strings.ReplaceAll(whole, "\n", "") + "\n" + second + "\n", 2},
		{"a list", "[" + whole + "," + second + ", null, 1]", 2},
		{"an article", `{"@type":"NewsArticle","review":` + whole + `}`, 1},
		{"the main entity of a page", `{"@type":"WebPage","mainEntity":[` + whole + `]}`, 1},
		{"parts", `{"@type":"WebPage","hasPart":[{"@type":"NewsArticle","review":[` + whole + "," + second + `]}]}`, 2},
		{"a list of articles", `{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle","review":` + whole + `}},` + second + `]}`, 2},
		{"microdata as JSON", `{"type":"https://schema.org/ClaimReview","properties":` + whole + `}`, 1},
		{"a type beside another", strings.Replace(whole, `"ClaimReview"`, `["http://schema.org/ClaimReview","Review"]`, 1), 1},
		{"an identifier before", `{"@graph":[{"@id":"#desk","name":"Desk"},` + named + `]}`, 1},
		{"an identifier behind", `{"@graph":[` + named + `,{"@id":"#desk","name":"Desk"}]}`, 1},
		{"an identifier in another object", `[` + named + `,{"@type":"WebPage","publisher":{"@id":"#desk","name":"Desk"}}]`, 1},
		{"names with a prefix", strings.NewReplacer(`"@`, `"@`, `"url"`, `"schema:url"`, `"claimReviewed"`, `"schema:claimReviewed"`, `"itemReviewed"`, `"http://schema.org/itemReviewed"`, `"author"`, `"schema:author"`, `"name"`, `"schema:name"`,
			`"datePublished"`, `"schema:datePublished"`, `"ClaimReview"`, `"schema:ClaimReview"`, `"reviewRating"`, `"schema:reviewRating"`, `"alternateName"`, `"schema:alternateName"`).Replace(whole), 1},
		{"a web page", "<!DOCTYPE html>\n<html><head><title>a < b</title><script>var x = '<p>';</script>\n<SCRIPT type='application/ld+json'>\n" + whole + "\n</SCRIPT ></head><script type=\"application/ld+json\">" + second + "</script></html>", 2},
		{"scripts hidden as old pages hide them", "<html><script type='application/ld+json'>\n//<![CDATA[\n" + whole + "\n//]]>\n</script><script type='application/ld+json'><!-- " + second + " --></script><script type='application/ld+json'>/*<![CDATA[*/ /*]]>*/</script></html>", 2},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			reviews, rejected, notes, err := readNoted(tt.text)
			if err != nil || len(reviews) != tt.want || len(rejected) != 0 || len(notes) != 0 {
				t.Fatalf("%d reviews, rejected %v, noted %v, %v", len(reviews), rejected, notes, err)
			}
			for _, r := range reviews {
				if r.Statement.Text != "Trade doubled." || r.Author.Name != "Desk" || r.Statement.Date != lac.DateOf(2024, 3, 1) || r.Statement.Speakers[0].Name != "A Minister" || r.Rating.Name != "Mostly false" {
					t.Errorf("%+v", r)
				}
			}
		})
	}
}

// TestNotesOfReviews reads what publishers write in place of what is asked for.
func TestNotesOfReviews(t *testing.T) {
	for _, tt := range []struct {
		rule, old, new     string
		notes              int
		text, date, rating string // of the statement, and the verdict with its number
	}{
		{"all is there", "", "", 0, "Trade doubled.", "2024-03-01", "Mostly false 2"},
		{"no day of the claim", `,"datePublished":"2024-03-01"`, "", 1, "Trade doubled.", "2024-03-05", "Mostly false 2"},
		{"a year", `"2024-03-01"`, `"2023"`, 1, "Trade doubled.", "2023-12-31", "Mostly false 2"},
		{"a time of day", `"2024-03-01"`, `"2024-03-01T23:59:00-05:00"`, 0, "Trade doubled.", "2024-03-01", "Mostly false 2"},
		{"seconds since 1970", `"2024-03-01"`, `1709251200`, 1, "Trade doubled.", "2024-03-01", "Mostly false 2"},
		{"milliseconds", `"2024-03-01"`, `"1709251200000"`, 1, "Trade doubled.", "2024-03-01", "Mostly false 2"},
		{"a month in words", `"2024-03-01"`, `"March 1, 2024"`, 1, "Trade doubled.", "2024-03-01", "Mostly false 2"},
		{"a day that may be another", `"2024-03-01"`, `"01/03/2024"`, 2, "Trade doubled.", "2024-03-05", "Mostly false 2"},
		{"nobody said it", `"author":{"@type":"Person","name":"A Minister"},`, "", 1, "Trade doubled.", "2024-03-01", "Mostly false 2"},
		{"a claim as an object", `"Trade doubled."`, `{"@type":"Claim","text":"Trade doubled."}`, 0, "Trade doubled.", "2024-03-01", "Mostly false 2"},
		{"two claims", `"Trade doubled."`, `["Trade doubled.",{"@value":"It is a record."}]`, 0, "Trade doubled.\nIt is a record.", "2024-03-01", "Mostly false 2"},
		{"markup", `"Trade doubled."`, `"<p>Trade <b>doubled</b>.</p>"`, 1, "Trade doubled.", "2024-03-01", "Mostly false 2"},
		{"entities", `"Trade doubled."`, `"Trade &amp; aid &lt; 5 %"`, 1, "Trade & aid < 5 %", "2024-03-01", "Mostly false 2"},
		{"a comma", `"2"`, `"2,5"`, 1, "Trade doubled.", "2024-03-01", "Mostly false 2.5"},
		{"percent", `"2"`, `"40%"`, 1, "Trade doubled.", "2024-03-01", "Mostly false "},
		{"words as a number", `"ratingValue":"2","bestRating":"5","worstRating":"1","alternateName":"Mostly false"`, `"ratingValue":"Falso"`, 1, "Trade doubled.", "2024-03-01", "Falso "},
		{"a rating that is a word", `{"@type":"Rating","ratingValue":"2","bestRating":"5","worstRating":"1","alternateName":"Mostly false"}`, `"Falso"`, 0, "Trade doubled.", "2024-03-01", "Falso "},
		{"no numbers", `"2","bestRating":"5","worstRating":"1"`, `"","bestRating":"","worstRating":""`, 0, "Trade doubled.", "2024-03-01", "Mostly false "},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			if !strings.Contains(whole, tt.old) {
				t.Fatal("the review does not have", tt.old)
			}
			reviews, rejected, notes, err := readNoted(strings.Replace(whole, tt.old, tt.new, 1))
			if err != nil || len(reviews) != 1 || len(rejected) != 0 || len(notes) != tt.notes {
				t.Fatalf("%d reviews, rejected %v, noted %v, %v", len(reviews), rejected, notes, err)
			}
			r := reviews[0]
			number := ""
			if r.Rating.Value.Valid {
				number = r.Rating.Value.Decimal.String()
			}
			if diff := cmp.Diff([]string{tt.text, tt.date, tt.rating}, []string{r.Statement.Text, r.Statement.Date.String(), r.Rating.Name + " " + number}); diff != "" {
				t.Error(diff)
			}
			if err := r.Statement.Validate(); err != nil {
				t.Error(err)
			}
		})
	}
	reviews, rejected, _, err := readNoted(strings.Replace(whole, `"claimReviewed":"Trade doubled.",`, "", 1))
	if err != nil || len(reviews) != 0 || len(rejected) != 1 || rejected[0].Field != "claimReviewed" || !errors.Is(rejected[0], lac.ErrMissing) {
		t.Errorf("without words: %v, %v", rejected, err)
	}
	reviews, rejected, notes, err := readNoted("[" + whole + "," + second + "," + whole + "]")
	if err != nil || len(reviews) != 2 || len(rejected) != 0 || len(notes) != 1 || !errors.Is(notes[0], lac.ErrDuplicateID) {
		t.Errorf("given twice: %d reviews, %v, %v, %v", len(reviews), rejected, notes, err)
	}
}
