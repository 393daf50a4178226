package interval_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac/internal/readback"
	"github.com/sinolac/sinolac/lac/interval"
)

func TestNothingReadsBackAsSomethingElse(t *testing.T) {
	readback.Test(t, []any{
		interval.Bound{}, interval.Interval{},
	}, nil, nil)
}
