package indicator_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
	"github.com/sinolac/sinolac/lac/internal/readback"
)

func TestNothingReadsBackAsSomethingElse(t *testing.T) {
	readback.Test(t, []any{
		indicator.MirrorGap{}, indicator.Ranked[lac.Area]{}, indicator.Reconciliation{}, indicator.Streak{},
	}, nil, nil)
}
