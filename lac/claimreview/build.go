package claimreview

import (
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A builder makes a review of a ClaimReview.
type builder struct {
	source string
	number int // of the ClaimReview in its file
	place  place
	notes  []*lac.RowError
}

func (b *builder) at(field, text string, err error) *lac.RowError {
	return &lac.RowError{Line: b.place.line, Column: b.place.column, Field: field, Text: feed.Shorten(text), Err: err}
}

func (b *builder) note(field, text string, err error) {
	b.notes = append(b.notes, b.at(field, text, err))
}

// review returns the review, or why there is none. Only the claim's words and some
// day must be there: of all else schema.org's consumers do without.
func (b *builder) review(n node) (Review, *lac.RowError) {
	item := n.node("itemReviewed")
	appearance := item.node("appearance")
	if !appearance.exists() {
		appearance = item.node("firstAppearance")
	}
	out := Review{
		URL: n.text("url", "@id"), Language: tag(n.node("inLanguage"), n.text("inLanguage")),
		Author: Organization{Name: words(n.node("author").text("name")), URL: n.node("author").text("url")},
		Statement: lac.Statement{
			ID: fmt.Sprintf("%s#%d", b.source, b.number), Source: b.source,
			Language: tag(item.node("inLanguage"), item.text("inLanguage")), Title: words(appearance.text("headline", "name")), Publisher: words(appearance.node("publisher").text("name")),
		},
		Source: lac.Source{ID: b.source, Publisher: words(appearance.node("publisher").text("name")), Title: words(appearance.text("headline", "name")),
			URL: appearance.text("url", "@id"), Basis: "ClaimReview"},
	}
	given := strings.Join(n.texts("claimReviewed"), "\n")
	if given == "" {
		given = item.text("text", "name")
	}
	if out.Statement.Text = words(given); out.Statement.Text == "" {
		return Review{}, b.at("claimReviewed", "", lac.ErrMissing)
	}
	if out.Statement.Text != given {
		b.note("claimReviewed", given, fmt.Errorf("%w: markup of a web page, taken out", lac.ErrSyntax))
	}
	if out.Statement.Language == "" {
		out.Statement.Language = "und" // BCP 47 for undetermined
	}
	for _, by := range item.nodes("author") {
		if name := words(by.text("name")); name != "" {
			out.Statement.Speakers = append(out.Statement.Speakers, lac.Speaker{Name: name, Office: words(by.text("jobTitle")),
				Organisation: words(by.node("affiliation").text("name"))})
		}
	}
	if len(out.Statement.Speakers) == 0 {
		b.note("itemReviewed.author", "", fmt.Errorf("%w: nobody is named as the speaker", lac.ErrMissing))
		out.Statement.Speakers = []lac.Speaker{{}}
	}
	out.Rating = b.rating(n.node("reviewRating"))
	published := b.period("datePublished", n.text("datePublished"))
	out.Date = lastDay(published)
	said := b.period("itemReviewed.datePublished", item.text("datePublished"))
	if said.IsZero() {
		said = b.period("itemReviewed.appearance.datePublished", appearance.text("datePublished"))
	}
	switch {
	case said.IsZero() && published.IsZero():
		for _, n := range b.notes {
			if n.Field == "itemReviewed.datePublished" {
				return Review{}, n
			}
		}
		return Review{}, b.at("itemReviewed.datePublished", item.text("datePublished"), lac.ErrMissing)
	case said.IsZero():
		b.note("itemReviewed.datePublished", item.text("datePublished"), fmt.Errorf("%w: the claim has the day of the review", lac.ErrMissing))
		out.Statement.Note = "The day is that of the review: that of the claim is not given."
		said = published
	case said.First() != said.Last():
		b.note("itemReviewed.datePublished", said.String(), fmt.Errorf("%w: no day: the claim has the last one", lac.ErrRange))
		out.Statement.Note = "The day is the last of " + said.String() + ", which is given."
	}
	out.Statement.Date = lastDay(said)
	return out, nil
}

// lastDay returns the last day of a period, the zero Date of none.
func lastDay(p lac.Period) lac.Date {
	if p.IsZero() {
		return lac.Date{}
	}
	return p.Last()
}

var markup = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)

// words returns a text without the markup of web pages.
func words(s string) string {
	if strings.Contains(s, "<") {
		s = markup.ReplaceAllString(s, " ")
		s = strings.NewReplacer(" .", ".", " ,", ",").Replace(strings.Join(strings.Fields(s), " "))
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return strings.TrimSpace(s)
}

// tag returns a language as a tag of BCP 47, empty if it is none: publishers write the
// tag, or an object with it as alternateName.
func tag(n node, text string) string {
	for _, s := range []string{n.text("alternateName"), text} {
		if _, err := language.Parse(s); s != "" && err == nil {
			return s
		}
	}
	return ""
}

// rating reads a rating. A verdict in words is what matters: a number that is none is
// left out, and noted.
func (b *builder) rating(n node) Rating {
	r := Rating{Name: words(n.text("alternateName", "name")), Explanation: words(n.text("ratingExplanation", "description"))}
	number := func(property string) decimal.NullDecimal {
		given := n.text(property)
		if given == "" {
			return decimal.NullDecimal{}
		}
		q, err := lac.ParseNumber(given, "rating")
		if err == nil {
			return decimal.NewNullDecimal(q.Amount())
		}
		if plain := strings.Replace(given, ",", ".", 1); plain != given && !strings.Contains(given, ".") {
			if q, err := lac.ParseNumber(plain, "rating"); err == nil {
				b.note("reviewRating."+property, given, fmt.Errorf("%w: a comma, read as %s", lac.ErrSyntax, plain))
				return decimal.NewNullDecimal(q.Amount())
			}
		}
		b.note("reviewRating."+property, given, fmt.Errorf("no number, left out: %w", feed.Cause(err)))
		if property == "ratingValue" && r.Name == "" && !strings.ContainsAny(given, "0123456789") {
			r.Name = words(given)
		}
		return decimal.NullDecimal{}
	}
	r.Value, r.Best, r.Worst = number("ratingValue"), number("bestRating"), number("worstRating")
	return r
}

// layouts are forms of dates that mean one day, whoever reads them.
var layouts = []string{time.RFC1123, time.RFC1123Z, time.RFC850, time.RFC822, time.RFC822Z, time.ANSIC, "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006",
	"Monday, January 2, 2006", "2006/01/02", "20060102"}

// period reads a date, a date and time, a month or a year, and forms of other standards
// that mean one day. What it cannot read it notes, and returns the zero Period.
func (b *builder) period(field, given string) lac.Period {
	if given == "" {
		return lac.Period{}
	}
	plain := given
	if i := len("2006-01-02"); len(plain) > i && (plain[i] == 'T' || plain[i] == ' ') {
		plain = plain[:i]
	}
	d, err := lac.ParseDate(plain)
	if err == nil {
		return d.Period()
	}
	if len(plain) == len("2006") || len(plain) == len("2006-01") {
		if p, err := lac.ParsePeriod(plain); err == nil {
			return p
		}
	}
	other := time.Time{}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, given); err == nil {
			other = t
			break
		}
	}
	// Seconds or milliseconds since 1970, from 2001 on and to 2286.
	if n, err := strconv.ParseInt(given, 10, 64); err == nil && other.IsZero() && n >= 1e9 {
		if n >= 1e12 {
			n /= 1000
		}
		if n < 1e10 {
			other = time.Unix(n, 0).UTC()
		}
	}
	if y := other.Year(); !other.IsZero() && y >= 1000 && y <= 9999 {
		day := lac.DateOf(y, other.Month(), other.Day())
		b.note(field, given, fmt.Errorf("%w: not in ISO 8601, read as %s", lac.ErrSyntax, day))
		return day.Period()
	}
	b.note(field, given, fmt.Errorf("no date, left out: %w", feed.Cause(err)))
	return lac.Period{}
}
