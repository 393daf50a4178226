package check_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/internal/readback"
)

func TestNothingReadsBackAsSomethingElse(t *testing.T) {
	readback.Test(t, []any{
		check.Basis{}, check.Conflict{}, check.ConflictKind(""), check.Declaration{}, check.Difference{},
		check.Finding{}, check.LedgerPage{}, check.Margin{}, check.Operand{}, check.Operation(""), check.Pace(""), check.PledgeFinding{},
		check.Policy{}, check.Reading{}, check.Reconciled{}, check.Rival{}, check.Saying{}, check.ScopeDifference{}, check.Standing(""),
		check.Step{},
		check.Verdict(""), check.Witness{},
	}, []string{"Prepared"}, map[string][]string{
		"check.Margin":  {`{"text":"at most 5","of":"o","is":"6","need":"5","gap":"1","unit":"USD"}`},
		"check.Reading": {`{"basis":{"books":"b","sources":null},"interval":"5","unit":"USD","verdict":"supported","deciding":true}`},
		"check.Saying":  {`{"by":"b","record":"r","source":"s","stated":{"text":"5"},"changed":["wording"]}`},
		"check.Policy":  {`{"name":"p","word":"0.05","near":"0.05","around":"0.1","far_above":"1.5"}`},
	})
}
