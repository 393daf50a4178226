package lacbeam_test

import (
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/direct"

	"github.com/sinolac/sinolac/lac/beam/internal/hold"
)

func TestMain(m *testing.M) {
	beam.Init()
	m.Run()
}

// The runner on which these run does not encode what goes from step to step: internal/prism
// holds the same on one that does.
func TestTotals(t *testing.T)   { hold.Totals(t, "direct") }
func TestRefusals(t *testing.T) { hold.Refusals(t, "direct") }
