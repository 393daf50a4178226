package load_test

import (
	"errors"
	"io"
	"os"
	"slices"
	"syscall"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/iati"
	"github.com/sinolac/sinolac/lac/tabular"
)

// writers are every writer of a form, each with all that it has to write.
func writers(t *testing.T) map[string]func(w io.Writer) error {
	t.Helper()
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	trade := lac.TradeRecord{ID: "s#1", Source: "s", Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Export, Period: lac.Year(2024),
		Commodity: lac.AllGoods, Value: lac.MoneyOf(5, lac.USD), Valuation: lac.FOB}
	project := lac.Project{ID: "CN-1-x", Source: "s", Title: "Port", Status: lac.StatusImplementation,
		Participants: []lac.Participant{{Name: "Bank", Ref: "CN-1", Role: "reporting", Type: "10"}, {Name: "Bank", Ref: "CN-1", Role: "funding"}},
		Stages:       []lac.Stage{{Status: lac.StatusImplementation, Date: lac.DateOf(2024, 5, 1).Period()}}}
	return map[string]func(w io.Writer) error{
		"comtrade": func(w io.Writer) error {
			writer := comtrade.NewWriter(w)
			return errors.Join(writer.WriteAll(slices.Values([]lac.TradeRecord{trade})), writer.Flush())
		},
		"iati": func(w io.Writer) error {
			writer := iati.NewWriter(w)
			return errors.Join(writer.Write(project), writer.Close())
		},
		"a table": func(w io.Writer) error {
			writer := tabular.NewWriter[lac.TradeRecord](w)
			return errors.Join(writer.WriteAll(slices.Values([]lac.TradeRecord{trade})), writer.Flush())
		},
		"lines": func(w io.Writer) error {
			writer := tabular.NewLineWriter(w)
			return errors.Join(writer.WriteDataset(data), writer.Flush())
		},
	}
}

// Whoever writes to a full disk, or to a pipe that nobody reads any longer, is told so.
func TestWritersSayWhatStopsThem(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	out, pipe, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	out.Close()
	for name, write := range writers(t) {
		if err := write(io.Discard); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := write(full); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s on a full disk: %v", name, err)
		}
		if err := write(pipe); !errors.Is(err, syscall.EPIPE) {
			t.Errorf("%s into a pipe without a reader: %v", name, err)
		}
	}
}
