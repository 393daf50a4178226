package aduana_test

import (
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/aduana"
	"github.com/sinolac/sinolac/lac/internal/feed/feedtest"
)

const table = "FECHA;PAIS_DESTINO;CODIGO_ARANCEL;DESCRIPCION;KILOS;FOB_USD\n" +
	"15/01/2023;CHINA;26030000;MINERALES DE COBRE;1.234,5;12.345,67\n" +
	"15/01/2023;CHINA;26030000;MINERALES DE COBRE;1.234,5;12.345,67\n" +
	"16-02-2021;NUEVA ZELANDIA;08081000;MANZANAS;10,5;20\n" +
	"2023-03-01;PERÚ;08081000;MANZANAS;;\n" +
	"01/03/2023;TAIWÁN (FORMOSA);08081000;MANZANAS;1;2\n" +
	"31/02/2023;CHINA;08081000;MANZANAS;1;1\n" +
	"01/03/2023;ATLANTIDA;08081000;MANZANAS;1;1\n" +
	"01/03/2023;CHINA;08081000;MANZANAS;1;1.23\n" +
	"01/03/2023;CHINA;08081000;MANZANAS;1;1,234.5\n"

func reader(text string) *aduana.Reader {
	r := aduana.NewReader(strings.NewReader(text))
	r.Name = "exportaciones.csv"
	return r
}

func TestOpen(t *testing.T) {
	feedtest.Opens(t, aduana.Open, "exportaciones.csv", table, reader(table))
}

func TestRecords(t *testing.T) {
	feedtest.Records(t, reader(table), aduana.DefaultSource, 0, []string{
		"aduana#2 CHL export CHN 2023-01 H6:26030000 12345.67 USD fob 1234.5 kg //15/01/2023 row 2",
		"aduana#3 CHL export CHN 2023-01 H6:26030000 12345.67 USD fob 1234.5 kg //15/01/2023 row 3",
		"aduana#4 CHL export NZL 2021-02 H5:08081000 20 USD fob 10.5 kg //16-02-2021 row 4",
		"aduana#5 CHL export PER 2023-03 H6:08081000 not reported //2023-03-01 row 5",
		"aduana#6 CHL export TWN 2023-03 H6:08081000 2 USD fob 1 kg //01/03/2023 row 6",
		`exportaciones.csv:7:1: field FECHA "31/02/2023": malformed: want a day as in 15/01/2024`,
		`exportaciones.csv:8:12: field PAIS_DESTINO "ATLANTIDA": area "ATLANTIDA": unknown code`,
		`exportaciones.csv:9:38: field FOB_USD "1.23": malformed: want groups of three digits`,
		`exportaciones.csv:10:38: field FOB_USD "1,234.5": malformed: a mark that is no decimal mark`,
	})
}

func TestAnotherTable(t *testing.T) { feedtest.Refuses(t, reader) }

func FuzzReader(f *testing.F) {
	feedtest.Fuzz(f, func(text string) *aduana.Reader {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		return r
	}, table)
}
