package load_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
)

// snapshotOf returns a file of IATI made on a day, if it says so, of activities that
// are each an attribute and an amount.
func snapshotOf(made string, amounts ...[2]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<iati-activities version="2.03" %s>`, made)
	for _, a := range amounts {
		fmt.Fprintf(&b, `<iati-activity default-currency="USD" %s><iati-identifier>XX-1-A</iati-identifier><reporting-org ref="XX-1" type="40"><narrative>Lender</narrative></reporting-org><title><narrative>Road</narrative></title><description><narrative>A road.</narrative></description><participating-org role="1"/><activity-status code="2"/><activity-date type="2" iso-date="2020-03-01"/><transaction><transaction-type code="2"/><transaction-date iso-date="2020-03-05"/><value value-date="2020-03-05">%s</value></transaction></iati-activity>`, a[0], a[1])
	}
	b.WriteString("</iati-activities>")
	return b.String()
}

func TestOfSnapshotsTheNewestCounts(t *testing.T) {
	const (
		may20 = `last-updated-datetime="2020-05-01T10:00:00"`
		may21 = `last-updated-datetime="2021-05-01T00:00:00+02:00"`
		day22 = `generated-datetime="2022-01-01T00:00:00Z"`
		day23 = `generated-datetime="2023-01-01T00:00:00Z"`
	)
	for _, tt := range []struct {
		rule  string
		files []string
		want  string // the amount that counts; empty: no dataset
		notes []int
		twice []int
	}{
		{"the later update", []string{snapshotOf("", [2]string{may20, "1000"}), snapshotOf("", [2]string{may21, "1500"})}, "1500", []int{1, 0}, []int{0, 0}},
		{"whatever the order of the files", []string{snapshotOf("", [2]string{may21, "1500"}), snapshotOf("", [2]string{may20, "1000"})}, "1500", []int{0, 1}, []int{0, 0}},
		{"in one file", []string{snapshotOf("", [2]string{may21, "1500"}, [2]string{may20, "1000"})}, "1500", []int{1}, []int{0}},
		{"the file made later, where activities do not say", []string{snapshotOf(day23, [2]string{"", "7"}), snapshotOf(day22, [2]string{"", "1000"})}, "7", []int{0, 1}, []int{0, 0}},
		{"three, two of them the same", []string{snapshotOf("", [2]string{may21, "5"}), snapshotOf("", [2]string{may20, "1"}), snapshotOf("", [2]string{may21, "5"})}, "5", []int{0, 1, 0}, []int{0, 0, 1}},
		{"one content under two names", []string{snapshotOf("", [2]string{"", "5"}), snapshotOf("", [2]string{"", "5"})}, "5", []int{0, 0}, []int{0, 1}},
		{"no day is known", []string{snapshotOf("", [2]string{"", "5"}), snapshotOf("", [2]string{"", "6"})}, "", nil, nil},
		{"one day is known", []string{snapshotOf("", [2]string{may20, "5"}), snapshotOf("", [2]string{"", "6"})}, "", nil, nil},
		{"an update is not held against the making of a file", []string{snapshotOf(day22, [2]string{may20, "5"}), snapshotOf("", [2]string{"", "6"})}, "", nil, nil},
		{"two contents of one day", []string{snapshotOf("", [2]string{may20, "5"}), snapshotOf("", [2]string{may20, "6"})}, "", nil, nil},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			var files []*load.File
			for i, text := range tt.files {
				f, err := load.Read(t.Context(), strings.NewReader(text), fmt.Sprintf("%c.xml", 'a'+i), load.Options{})
				if err != nil {
					t.Fatal(err)
				}
				files = append(files, f)
			}
			data, err := load.Dataset(files...)
			if tt.want == "" {
				if !errors.Is(err, lac.ErrDuplicateID) || !strings.Contains(err.Error(), "XX-1-A") {
					t.Fatalf("error %v, want that the ID is given twice", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for p := range data.Projects() {
				if n++; p.Transactions[0].Value.Amount().String() != tt.want {
					t.Errorf("%v counts, want %s", p.Transactions[0].Value, tt.want)
				}
			}
			if n != 1 {
				t.Errorf("%d projects, want 1", n)
			}
			for i, f := range files {
				if f.Report.Stats.Notes != tt.notes[i] || f.Report.Duplicates != tt.twice[i] {
					t.Errorf("file %d: %d notes, %d twice, want %d and %d", i, f.Report.Stats.Notes, f.Report.Duplicates, tt.notes[i], tt.twice[i])
				}
				if f.Report.Rows != f.Report.Records {
					t.Errorf("file %d: %v", i, f.Report.Stats)
				}
			}
		})
	}
}

func TestOpenContractingDataIsNamed(t *testing.T) {
	for _, text := range []string{
		`{"uri":"http://x","version":"1.1","releases":[{"ocid":"ocds-1"}]}`,
		`{"uri":"http://x","publisher":{"name":"x"},"records":[{"ocid":"ocds-1"}]}`,
		"{\"ocid\":\"ocds-1\",\"id\":\"1\"}\n{\"ocid\":\"ocds-2\",\"id\":\"1\"}\n",
	} {
		if _, err := load.Read(t.Context(), strings.NewReader(text), "x.json", load.Options{}); err == nil || !strings.Contains(err.Error(), "OCDS") {
			t.Errorf("%.30s: %v", text, err)
		}
	}
}

// XML says itself in which encoding it is, UTF-16 too.
func TestActivitiesInUTF16(t *testing.T) {
	text := []byte{0xff, 0xfe}
	for _, c := range utf16.Encode([]rune(snapshotOf("", [2]string{"", "5"}))) {
		text = binary.LittleEndian.AppendUint16(text, c)
	}
	f, err := load.Read(t.Context(), bytes.NewReader(text), "a.xml", load.Options{})
	if err != nil || f.Report.Format != load.IATI || len(f.Records.Projects) != 1 {
		t.Errorf("%v, %v", f.Report, err)
	}
}
