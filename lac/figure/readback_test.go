package figure_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/readback"
)

func TestNothingReadsBackAsSomethingElse(t *testing.T) {
	readback.Test(t, []any{
		figure.Figure{}, figure.Kind(""), figure.Role(""), figure.Row{}, figure.Span{},
	}, nil, nil)
}
