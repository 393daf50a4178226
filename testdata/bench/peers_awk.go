package main

import (
	"fmt"
	"os/exec"
	"strings"
)

// These programs split rows at `",` with what commas follow. That is right for
// generated rows only: cifvalue and fobvalue count as one field, for one of them
// is empty, and a quoted field has no quotes in it. Sums are of floats.
const (
	awkSeparator = `",+"`
	awkReporters = `NR > 1 { v[$8 " " $4 " " $10] += $43 } END { for (k in v) printf "%s|%.17g|0\n", k, v[k] }`
	awkGoods     = `NR > 1 { v[$21] += $43; w[$21] += $38 } END { for (k in v) printf "%s|%.17g|%.17g\n", k, v[k], w[k] }`
)

// awkAnswer answers a question with mawk.
func awkAnswer(program, path string) (result, error) {
	out, err := exec.Command("mawk", "-F", awkSeparator, program, path).Output()
	if err != nil {
		return nil, fmt.Errorf("mawk: %w", err)
	}
	return func() (answer, error) {
		var lines [][3]string
		for line := range strings.Lines(string(out)) {
			fields := strings.Split(strings.TrimSpace(line), "|")
			if len(fields) != 3 {
				return nil, fmt.Errorf("mawk printed %q", line)
			}
			lines = append(lines, [3]string(fields))
		}
		return parseAnswer(lines)
	}, nil
}
