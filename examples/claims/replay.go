package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// maxFinding bounds a finding in bytes.
const maxFinding = 16 << 20

// errDiffers says that a replay did not confirm all findings.
var errDiffers = errors.New("the replay does not confirm")

// replay computes anew the findings of a file, one a line, and prints in what they
// differ. A line that holds no finding is one that is not confirmed.
func replay(w io.Writer, data *lac.Dataset, flags *program.Flags, name string) error {
	in, err := flags.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	name = program.Called(name)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxFinding)
	n, findings, failed := 0, 0, 0
	for lines.Scan() {
		n++
		text := bytes.TrimSpace(lines.Bytes())
		if len(text) == 0 {
			continue
		}
		findings++
		differences, err := check.Replay(data, text)
		switch {
		case err != nil:
			failed++
			fmt.Fprintln(w, &lac.RowError{Source: name, Line: n, Err: err})
		case len(differences) == 0:
			fmt.Fprintf(w, "%s:%d: %s: as recorded\n", name, n, claimID(text))
		default:
			failed++
			fmt.Fprintf(w, "%s:%d: %s: differs\n", name, n, claimID(text))
			for _, d := range differences {
				fmt.Fprintf(w, "  %s: recorded %s, recomputed %s\n", d.Path, shown(d.Recorded), shown(d.Recomputed))
			}
		}
	}
	if err := lines.Err(); err != nil {
		return &lac.RowError{Source: name, Line: n + 1, Err: err}
	}
	switch {
	case findings == 0:
		return fmt.Errorf("%s: no findings in it", name)
	case failed > 0:
		return fmt.Errorf("%w %d of %s", errDiffers, failed, counted(findings, "finding"))
	}
	fmt.Fprintf(w, "%s, all as recorded\n", counted(findings, "finding"))
	return nil
}

// claimID returns the ID of the claim of a finding that Replay could read.
func claimID(finding []byte) string {
	var head struct {
		Claim struct {
			ID string `json:"id"`
		} `json:"claim"`
	}
	_ = json.Unmarshal(finding, &head)
	return head.Claim.ID
}

// shown shortens JSON to a length for a line.
func shown(s string) string {
	const most = 120
	if s == "" {
		return "nothing"
	}
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
