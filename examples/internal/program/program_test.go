package program_test

import (
	"bytes"
	"errors"
	"flag"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
)

const source = "// Test tries things.\n//\n//\tgo run ./examples/test\npackage main\n"

func flags(in string) (*program.Flags, *bytes.Buffer) {
	var out bytes.Buffer
	f := program.New("test", source, program.Streams{In: strings.NewReader(in), Out: &out, Err: &out})
	f.StatementFlags()
	f.DataFlag("records of `FILE`", true)
	f.OnFlag(lac.DateOf(2025, 1, 1), "a `DAY`")
	f.LangFlag("of the text")
	f.PolicyFlag()
	f.JSONFlag("JSON")
	f.HTMLFlag()
	return f, &out
}

// Flags may stand before and after files, and a file may begin with a hyphen behind --.
func TestFlagsAndFilesInAnyOrder(t *testing.T) {
	f, _ := flags("")
	files, err := f.Parse([]string{"a", "-lang", "pt-BR", "-", "-data=x", "b", "-data", "y", "--", "-lang", "zh"})
	if err != nil || !slices.Equal(files, []string{"a", "-", "b", "-lang", "zh"}) || !slices.Equal(f.Data, []string{"x", "y"}) || f.Lang.String() != "pt" {
		t.Errorf("%q, %q, %v, %v", files, f.Data, f.Lang, err)
	}
}

func TestRefused(t *testing.T) {
	for want, args := range map[string][]string{
		"exclude each other":                {"-text", "a", "-statement", "b"},
		"both want standard output":         {"-json", "-html", "-"},
		`language "fr": want en, es`:        {"-lang", "fr"},
		`policy "lax": want default`:        {"-policy", "lax"},
		`"2025-02-30"`:                      {"-on", "2025-02-30"},
		"there is no flag -nothing":         {"x", "-nothing"},
		"no flag -lnag; is it -lang?":       {"-lnag", "es"},
		"no flag -polcy; is it -policy?":    {"-polcy", "strict"},
		`date "today": malformed: want one`: {"-on", "today"},
		"-text is empty":                    {"-text", ""},
		"want the name of a file":           {"-data", ""},
		"flag needs an argument: -date":     {"-date"},
		`invalid boolean value "x" for -j`:  {"-json=x"},
	} {
		f, _ := flags("")
		_, err := f.Parse(args)
		if err == nil || !strings.Contains(err.Error(), want) || program.Status(err) != program.StatusUsage {
			t.Errorf("%q: %v, want %q", args, err, want)
		}
	}
	f := program.New("test", source, program.Streams{})
	f.JSONFlag("JSON")
	if _, err := f.Parse([]string{"-on", "2025-06-09"}); err == nil || !strings.Contains(err.Error(), "-on means nothing to test, which takes -json") {
		t.Error(err)
	}
}

func TestHelp(t *testing.T) {
	f, out := flags("")
	_, err := f.Parse([]string{"x", "-h"})
	if !errors.Is(err, flag.ErrHelp) || program.Status(err) != 0 || !strings.HasPrefix(out.String(), "Test tries things.\n\n\tgo run ./examples/test\n\nFlags:\n") {
		t.Errorf("%v\n%s", err, out)
	}
}

// Standard input is one stream: whoever reads it first has it all.
func TestStandardInputOnce(t *testing.T) {
	f, _ := flags("words")
	if text, err := f.ReadAll("-", 5); string(text) != "words" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := f.ReadAll("-", 5); program.Status(err) != program.StatusUsage {
		t.Error(err)
	}
	f, _ = flags("words")
	if _, err := f.ReadAll("-", 4); err == nil {
		t.Error("read more than the limit")
	}
}

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "中国": 4, "，": 2, "São": 3, "Sa\u0303o": 3, "e\u200d": 1, "…": 1, "한": 2, "ﾊ": 1} {
		if got := program.Columns(text); got != want {
			t.Errorf("%q: %d columns, want %d", text, got, want)
		}
	}
}

// A table with wide letters is aligned, and one that is wider than its terminal goes on
// below itself, or becomes a list.
func TestTable(t *testing.T) {
	table := program.Table{Left: 1, Indent: "  ", Gap: 2}
	table.Add("area", "value")
	table.Add("中国", "12.50")
	table.Add("Peru", "3")
	texts := program.Table{Left: 2, Gap: 1}
	texts.Add("area", "note")
	texts.Add("中国", "one two three four five six seven")
	for _, tt := range []struct {
		table program.Table
		most  int
		want  string
	}{
		{table, 0, "  area  value\n  中国  12.50\n  Peru      3\n"},
		{table, 14, "  area  value\n  中国  12.50\n  Peru      3\n"},
		{table, 12, "  中国\n    value:\n      12.50\n  Peru\n    value: 3\n"},
		{texts, 30, "area note\n中国 one two three four five\n     six seven\n"},
		{texts, 20, "中国\n  note: one two\n    three four five\n    six seven\n"},
	} {
		var out bytes.Buffer
		tt.table.Print(&out, tt.most)
		if out.String() != tt.want {
			t.Errorf("%d columns:\n%swant\n%s", tt.most, &out, tt.want)
		}
	}
}

func TestWidth(t *testing.T) {
	for columns, want := range map[int]int{0: 100, 20: 40, 72: 72, 300: 100} {
		if got := (program.Streams{Columns: columns}).Width(); got != want {
			t.Errorf("%d: %d, want %d", columns, got, want)
		}
	}
}
