package load_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
)

// A tradeFile is one of testdata/trade.txt, which says what the lines mean.
type tradeFile struct {
	name    string
	text    []byte
	options load.Options
	wants   []string
}

func tradeFiles(t *testing.T) []tradeFile {
	t.Helper()
	all, err := os.ReadFile("testdata/trade.txt")
	if err != nil {
		t.Fatal(err)
	}
	var files []tradeFile
	var packed []string // how the last file is
	wrap := func() {
		if len(files) == 0 {
			return
		}
		f := &files[len(files)-1]
		for _, how := range packed {
			switch how {
			case "encoding=gbk":
				f.text, err = simplifiedchinese.GBK.NewEncoder().Bytes(f.text)
			case "encoding=utf16be":
				f.text, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes(f.text)
			case "encoding=cr":
				f.text = bytes.ReplaceAll(f.text, []byte("\n"), []byte("\r"))
			case "zip":
				f.text = zipOf(t, f.name, f.text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	inside := false
	for line := range strings.Lines(string(all)) {
		switch head, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " "); {
		case head == "--":
			wrap()
			fields := strings.Split(rest, " ")
			f := tradeFile{name: rest}
			packed = nil
			for i, option := range fields {
				key, value, found := strings.Cut(option, "=")
				switch {
				case !found && option != "zip":
					f.name = strings.Join(fields[:i+1], " ")
				case key == "flow":
					f.options.Flow = lac.TradeFlow(value)
				case key == "edition":
					f.options.Edition = value
				default:
					packed = append(packed, option)
				}
			}
			files = append(files, f)
			inside = true
		case head == "==":
			inside = false
			files[len(files)-1].wants = append(files[len(files)-1].wants, rest)
		case inside:
			files[len(files)-1].text = append(files[len(files)-1].text, line...)
		}
	}
	wrap()
	return files
}

func zipOf(t *testing.T, name string, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write(text)
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestTradeFiles holds files of every form against what was worked out by hand.
func TestTradeFiles(t *testing.T) {
	for _, tt := range tradeFiles(t) {
		file, err := load.Read(t.Context(), bytes.NewReader(tt.text), tt.name, tt.options)
		data, dataErr := load.Dataset(file)
		if dataErr != nil {
			t.Errorf("%s: %v", tt.name, dataErr)
			continue
		}
		if err != nil && tt.wants[0] != "error" {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		for _, want := range tt.wants {
			if why := missed(file, data, err, want); why != "" {
				t.Errorf("%s: want %s: %s", tt.name, want, why)
			}
		}
	}
}

// missed says in what a file is other than is wanted; empty if it is not.
func missed(file *load.File, data *lac.Dataset, err error, want string) string {
	verb, rest, _ := strings.Cut(want, " ")
	switch verb {
	case "error":
		if err == nil {
			return "no error"
		}
		return ""
	case "says":
		if said := fmt.Sprint(file.Report, err); !strings.Contains(said, rest) {
			return said
		}
		return ""
	case "estimated", "noted":
		n := 0
		for r := range data.Trade() {
			if verb == "estimated" && r.Status == lac.Estimated || verb == "noted" && strings.Contains(r.Note, "estimated") {
				n++
			}
		}
		if fmt.Sprint(n) != rest {
			return fmt.Sprint(n)
		}
		return ""
	case "sum", "whole":
		question, sum, _ := strings.Cut(rest, " ")
		got, err := total(data, question, verb == "whole", strings.HasSuffix(sum, " kg"))
		if err != nil || got != sum {
			return fmt.Sprint(got, " ", err)
		}
		return ""
	case "refused":
		rule, question, _ := strings.Cut(rest, " ")
		got, err := total(data, question, false, false)
		var unsafe *lac.UnsafeSumError
		if !errors.As(err, &unsafe) || !strings.HasPrefix(string(unsafe.Guard), rule) {
			return fmt.Sprint(got, " ", err)
		}
		return ""
	}
	s := file.Report.Stats
	if got := fmt.Sprintf("%s %d %d %d", file.Report.Format, s.Records, s.Rejected, s.LeftOut); got != want || s.Rows != s.Records+s.Rejected {
		return got + "\n" + file.Report.String()
	}
	return ""
}

// total adds up what a question such as BRA>CHN:export@2023-05/H6:2603 selects.
func total(data *lac.Dataset, question string, whole, weight bool) (string, error) {
	parties, rest, _ := strings.Cut(question, ":")
	flow, rest, _ := strings.Cut(rest, "@")
	at, goods := rest, ""
	if i := strings.LastIndex(rest, "/H"); i >= 0 {
		at, goods = rest[:i], rest[i+1:]
	}
	reporter, partner, _ := strings.Cut(parties, ">")
	q := lac.TradeQuery{Flow: lac.TradeFlow(flow), Whole: whole, AsPublished: true}
	var err error
	read := func(s string, to interface{ UnmarshalText([]byte) error }) {
		if s != "" && err == nil {
			err = to.UnmarshalText([]byte(s))
		}
	}
	read(reporter, &q.Reporter)
	read(partner, &q.Partner)
	read(at, &q.Period)
	read(goods, &q.Commodity)
	if err != nil {
		return "", err
	}
	if weight {
		q.Figure = lac.FigureNetWeight
	}
	totals, err := data.Totals(q)
	if err != nil {
		return "", err
	}
	all, _ := totals.Get(lac.TradeKey{})
	t := all.Flow(q.Flow)
	if t.Records == 0 {
		return "none", nil
	}
	return t.Decimal().String() + " " + string(t.Unit()), nil
}
