package lac

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// TestNarrowAnswersAlike holds totals of a narrow dataset, their errors included,
// against those of the whole.
func TestNarrowAnswersAlike(t *testing.T) {
	added, refused, fewer := 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		data := datasetOf(t, w.records(r, rapid.IntRange(0, 60).Draw(t, "n")), r)
		for range 4 {
			q, by := w.query(t)
			narrow := data.Narrow(q.Reporter, q.Partner, q.Period)
			if narrow.trade.Len() < data.trade.Len() {
				fewer++
			}
			want, wantErr := data.Totals(q, by...)
			got, err := narrow.Totals(q, by...)
			switch {
			case fmt.Sprint(err) != fmt.Sprint(wantErr):
				t.Fatalf("%+v by %v: got error\n%v, want\n%v", q, by, err, wantErr)
			case err != nil:
				refused++
			case !got.Equal(want):
				t.Fatalf("%+v by %v: the narrow dataset's totals differ", q, by)
			default:
				added++
			}
		}
	})
	if added == 0 || (refused == 0 || fewer == 0) && !testing.Short() {
		t.Errorf("%d added up, %d refused, %d narrower: want some of each", added, refused, fewer)
	}
}
