package claimreview_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/claimreview"
)

func ExampleReview_JSONLD() {
	statement := lac.Statement{ID: "s1", Source: "report", Language: "en", Date: lac.DateOf(2025, time.June, 9),
		Text: "Trade doubled.", Speakers: []lac.Speaker{{Name: "A. Official"}}}
	review := claimreview.Review{
		URL: "https://desk.example/1", Author: claimreview.Organization{Name: "Example Desk"},
		Statement: statement, Rating: claimreview.RatingFor("mixed", "It depends on whose books."),
	}
	text, err := review.JSONLD()
	if err != nil {
		fmt.Println(err)
		return
	}
	var out bytes.Buffer
	_ = json.Indent(&out, text, "", "  ") // JSON
	fmt.Println(out.String())
	// Output:
	// {
	//   "@context": "https://schema.org",
	//   "@type": "ClaimReview",
	//   "url": "https://desk.example/1",
	//   "author": {
	//     "@type": "Organization",
	//     "name": "Example Desk"
	//   },
	//   "claimReviewed": "Trade doubled.",
	//   "itemReviewed": {
	//     "@type": "Claim",
	//     "text": "Trade doubled.",
	//     "inLanguage": "en",
	//     "author": {
	//       "@type": "Person",
	//       "name": "A. Official"
	//     },
	//     "datePublished": "2025-06-09"
	//   },
	//   "reviewRating": {
	//     "@type": "Rating",
	//     "ratingValue": 3,
	//     "bestRating": 5,
	//     "worstRating": 1,
	//     "alternateName": "mixed",
	//     "ratingExplanation": "It depends on whose books."
	//   }
	// }
}

func ExampleReader() {
	r, err := claimreview.Open("../../testdata/claimreview/feed.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer r.Close()
	for review, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err) // one review; reading goes on if it is a *lac.RowError
			continue
		}
		fmt.Printf("%q by %q: %q\n", review.Statement.Text, review.Statement.Speakers[0].Name, review.Rating.Name)
	}
	// Output:
	// "Trade doubled in ten years" by "A. Official": "Half true"
	// "A claim that nobody signed" by "": ""
	// feed.json:41:15: field itemReviewed.datePublished "2025-06-31": no date, left out: out of range
	// "A claim with a hostile number" by "B. Official": ""
}
