package check_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/check"
)

// The page of assumptions names every field of a policy, with its value in each.
func TestAssumptionsNameEveryField(t *testing.T) {
	page, err := os.ReadFile("ASSUMPTIONS.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string][]string{}
	for line := range strings.Lines(string(page)) {
		cells := strings.Split(line, "|")
		if len(cells) == 7 && strings.HasPrefix(cells[1], " `") {
			field := strings.Trim(cells[1], " `")
			if listed[field] != nil {
				t.Errorf("%s stands twice", field)
			}
			for _, cell := range cells[2:5] {
				listed[field] = append(listed[field], strings.TrimSpace(cell))
			}
		}
	}
	for i, p := range []check.Policy{check.Default(), check.Strict(), check.Loose()} {
		text, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		fields := map[string]any{"complete": nil}
		if err := json.Unmarshal(text, &fields); err != nil {
			t.Fatal(err)
		}
		delete(fields, "name")
		for field, value := range fields {
			want := fmt.Sprint(value)
			switch field {
			case "vague":
				want = "a list"
			case "complete":
				want = "none"
			}
			if len(listed[field]) != 3 || listed[field][i] != want {
				t.Errorf("%s is %s in the policy %s; the page has %q", field, want, p.Name, listed[field])
			}
		}
		if len(fields) != len(listed) {
			t.Errorf("%d fields, %d on the page", len(fields), len(listed))
		}
	}
}
