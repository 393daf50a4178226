// Package prism_test runs pipelines on Prism, Beam's runner in this process. It stands apart
// from package lacbeam, for what Prism needs is twice what that needs.
package prism_test

import (
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

	"github.com/sinolac/sinolac/lac/beam/internal/hold"
)

func TestMain(m *testing.M) {
	beam.Init()
	m.Run()
}

func TestTotals(t *testing.T)   { hold.Totals(t, "prism") }
func TestReceived(t *testing.T) { hold.Received(t, "prism") }
func TestRefusals(t *testing.T) { hold.Refusals(t, "prism") }
func TestCoders(t *testing.T)   { hold.Coders(t, "prism") }

// The page of package lacbeam has what this logs.
func BenchmarkCosts(b *testing.B) { hold.Costs(b, "prism") }
