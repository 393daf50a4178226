package check_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"sync"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/projects"
)

// TestCrowd has 24 goroutines ask one dataset everything at once, each in an order of its
// own: every answer is the one that was given alone. LAC_ROUNDS is how often each asks all,
// once if it is not set.
func TestCrowd(t *testing.T) {
	rounds := 1
	if s := os.Getenv("LAC_ROUNDS"); s != "" {
		var err error
		if rounds, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	data := almanacData(t)
	s := statement(t, data)
	list := projects.Of(data)
	ready := check.Prepare(data, check.Default())
	day := lac.DateOf(2025, 6, 9)
	totals := func(q lac.TradeQuery, by ...lac.Dimension) func() string {
		return func() string {
			got, err := data.Totals(q, by...)
			text, _ := got.MarshalJSON()
			return fmt.Sprint(string(text), err)
		}
	}
	asks := []func() string{
		totals(lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC}, lac.BySource, lac.ByYear),
		totals(lac.TradeQuery{Reporter: lac.CELAC}, lac.ByPartner), // refused
		totals(lac.TradeQuery{Flow: lac.Import}, lac.BySource, lac.ByReporter, lac.ByPartner, lac.ByPeriod),
		func() string { return data.Narrow(lac.China, lac.Brazil, lac.Period{}).Digest() },
		data.Digest,
		func() string { return fmt.Sprint(data.TiesOn(lac.China, lac.Honduras, day)) },
		func() string {
			got, err := list.Totals(projects.Query{Type: lac.Commitment, Currency: lac.USD}, lac.ByRecipient)
			return fmt.Sprint(got.Len(), err, len(list.Matches()), len(list.Undertakings(func(lac.Project) bool { return true })))
		},
		func() string { return fmt.Sprint(len(check.Ledger(data, day, check.Strict()))) },
		func() string {
			all, err := ready.Statement(s)
			return fmt.Sprint(digests(all), err)
		},
	}
	for i, c := range s.Claims {
		asks = append(asks, func() string {
			found, err := ready.Statement(lac.Statement{ID: c.ID, Claims: []lac.Claim{c}})
			if err != nil {
				return err.Error()
			}
			return found[0].Digest() + found[0].Sentence([]language.Tag{language.English, language.Chinese}[i%2])
		})
	}
	want := make([]string, len(asks))
	for i, ask := range asks {
		want[i] = ask()
	}
	var crowd sync.WaitGroup
	for n := range uint64(24) {
		crowd.Go(func() {
			r := rand.New(rand.NewPCG(n, 0))
			for range rounds {
				for _, i := range r.Perm(len(asks)) {
					if got := asks[i](); got != want[i] {
						t.Errorf("ask %d: %s\nwant %s", i, got, want[i])
						return
					}
				}
			}
		})
	}
	crowd.Wait()
}
