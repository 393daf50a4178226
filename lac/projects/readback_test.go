package projects_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac/internal/readback"
	"github.com/sinolac/sinolac/lac/projects"
)

func TestNothingReadsBackAsSomethingElse(t *testing.T) {
	readback.Test(t, []any{
		projects.Key{}, projects.Match{}, projects.Query{}, projects.StatedTotal{}, projects.Total{}, projects.Totals{},
		projects.Undertaking{},
	}, []string{"List"}, map[string][]string{"projects.StatedTotal": {`{"figures":{"sum":"5 jobs","records":1,"missing":0},"vague":1,"hedges":{"gt":1}}`}, "projects.Totals": {`[]`, `[{"key":{"kind":"x"},"total":{"projects":4}}]`}})
}
