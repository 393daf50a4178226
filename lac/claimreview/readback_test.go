package claimreview_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac/claimreview"
	"github.com/sinolac/sinolac/lac/internal/readback"
)

func TestNothingReadsBackAsSomethingElse(t *testing.T) {
	readback.Test(t, []any{
		claimreview.Organization{}, claimreview.Rating{}, claimreview.Review{},
	}, []string{"Reader"}, nil)
}
