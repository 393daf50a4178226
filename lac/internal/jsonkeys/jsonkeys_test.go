package jsonkeys_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/jsonkeys"
)

func TestCheck(t *testing.T) {
	for _, tt := range []struct {
		in    string
		twice string // the name; "-": an error of another kind
	}{
		{`{}`, ""},
		{`[{"a":1},{"a":2}]`, ""},
		{`{"a":{"a":{"a":1}},"b":["a","a",{"a":1}]}`, ""},
		{`{"a":1,"b":2,"a":1}`, "a"},
		{`{"x":[{"verdict":"supported","v":1,"Verdict":"x"}]}`, "Verdict"},
		{`{"a":{"b":[]},"c":[{}],"a":null}`, "a"},
		{`{"a":"b","\u0061":1}`, "a"},
		{`{"a":`, "-"},
		{`{"a":1}}`, "-"},
		{strings.Repeat(`[`, 20000), "-"},
	} {
		err := jsonkeys.Check([]byte(tt.in))
		var twice *jsonkeys.DuplicateError
		switch errors.As(err, &twice); {
		case tt.twice == "" && err != nil, tt.twice != "" && err == nil, twice != nil && twice.Name != tt.twice, twice == nil && tt.twice != "" && tt.twice != "-":
			t.Errorf("%.40s: %v, want %q", tt.in, err, tt.twice)
		}
	}
	long := strings.Repeat("n", 1000)
	if err := jsonkeys.Check([]byte(`{"` + long + `":1,"` + long + `":2}`)); err == nil || len(err.Error()) > 120 {
		t.Errorf("a long name: %v", err)
	}
}

func TestElements(t *testing.T) {
	for in, want := range map[string]int{
		`5`: 0, `{}`: 0, `[]`: 0, ` [ ] `: 0, `[null]`: 1, `[1, 2,3]`: 3, `[[]]`: 1, `[[],[]]`: 2, `[[1],[2,3]]`: 5,
		`{"a":1,"b":2}`: 0, `{"a":[1,2],"b":{"c":[{}]}}`: 3, `[{"a":1,"b":2},{"c":[3]}]`: 3,
		`["a,b","[","\"],","\\"]`: 4, `{"[":"]","x":["\\",","]}`: 2,
	} {
		if got := jsonkeys.Elements([]byte(in)); got != want {
			t.Errorf("%s has %d elements, want %d", in, got, want)
		}
	}
}
