package extract_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac/extract"
	"github.com/sinolac/sinolac/lac/internal/readback"
)

func TestNothingReadsBackAsSomethingElse(t *testing.T) {
	readback.Test(t, []any{
		extract.Claim{},
	}, []string{"Options"}, nil)
}
