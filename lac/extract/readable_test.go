package extract_test

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// A text with all that comes between its words says what the clean text says, and
// each claim is at its place in the text as it is.
func TestClaimsOfTextAsItComes(t *testing.T) {
	const clean = "China's exports to Brazil rose 5.2 percent to 115.4 billion dollars in 2024, said Minister Wang Wentao.\n\nChina offered 3,500 scholarships to the region in 2024."
	o := extract.Options{Language: language.English, Date: lac.DateOf(2025, 6, 9)}
	want := extract.Claims(clean, o)
	if len(want) != 3 {
		t.Fatalf("%d claims of the clean text", len(want))
	}
	for name, raw := range map[string]string{
		"tags":            "<p>China's <b>exports</b> to&nbsp;Brazil rose <i>5.2</i>&#160;percent to 115.4 billion dollars in 2024, said Minister Wang Wentao.</p><p>China offered <em>3,500</em> scholarships to the region in&nbsp;2024.</p>",
		"soft hyphens":    strings.NewReplacer("exports", "ex\u00adports", "billion", "bil\u00adlion", "scholarships", "schol\u00adar\u00adships", "Minister", "Min\u00adis\u00adter").Replace(clean),
		"lines":           strings.NewReplacer("exports", "ex-\nports", "billion dollars", "billion\ndollars", "scholarships", "scholar-\nships").Replace(clean),
		"mail":            "> " + strings.NewReplacer("\n\n", "\n>\n> ", "rose ", "rose\n> ", "offered ", "offered\n> ").Replace(clean),
		"zero width":      strings.NewReplacer("exports", "ex\u200bports", "115.4", "\u200e115.4\u200f", "3,500", "3,5\u206000").Replace(clean),
		"footnotes":       strings.NewReplacer("percent", "percent[1]", "Wentao.", "Wentao.[2]", "scholarships", "scholarships³").Replace(clean),
		"full width":      strings.NewReplacer("115.4", "１１５．４", "2024", "２０２４", "3,500", "３，５００").Replace(clean),
		"no-break spaces": strings.ReplaceAll(clean, " ", "\u00a0"),
	} {
		got := extract.Claims(raw, o)
		if len(got) != len(want) {
			t.Errorf("%s: %d claims, want %d: %+v", name, len(got), len(want), got)
			continue
		}
		for i := range got {
			g, w := got[i], want[i]
			if g.Form != w.Form || g.Stated.Value != w.Stated.Value || g.Period != w.Period || g.Speaker != w.Speaker || strings.Join(g.Parties, " ") != strings.Join(w.Parties, " ") {
				t.Errorf("%s: got %+v, want %+v", name, g, w)
			}
			first, last := clean[w.Start:w.Start+1], clean[w.End-1:w.End]
			if words := raw[g.Start:g.End]; !strings.HasPrefix(words, first) && name != "full width" || !strings.HasSuffix(words, last) && name != "full width" && name != "tags" {
				t.Errorf("%s: claim of %q is at %q", name, clean[w.Start:w.End], words)
			}
		}
	}
}

// A row of a table is read by itself: its year is that of its figure.
func TestRowsOfTables(t *testing.T) {
	for _, text := range []string{"Year | Exports to Brazil ($bn)\n2022 | 61.5\n2023 | 59.1\n", "Year\tExports to Brazil ($bn)\n2022\t61.5\n2023\t59.1", "<table><tr><th>Year</th><th>Exports to Brazil ($bn)</th></tr><tr><td>2022</td><td>61.5</td></tr><tr><td>2023</td><td>59.1</td></tr></table>"} {
		claims := extract.Claims(text, extract.Options{Language: language.English})
		if len(claims) != 2 || claims[0].Period != lac.Year(2022) || claims[1].Period != lac.Year(2023) {
			t.Errorf("%q: %+v", text, claims)
		}
	}
}

// The amount that a change leads to is that of the measure, and no bound; the one
// that it starts from, or that it is, is not.
func TestAmountBehindAChange(t *testing.T) {
	for _, of := range []struct {
		lang, text string
		mapped     bool
	}{
		{"en", "China's exports to Brazil rose 5.2 percent to 115.4 billion dollars in 2024.", true},
		{"en", "China's exports to Brazil rose by 5.2 percent year on year to 115.4 billion dollars in 2024.", true},
		{"en", "China's exports to Brazil fell 5.2 percent, or 115.4 billion dollars, in 2024.", false},
		{"en", "China's exports to Brazil grew 5.2 percent by 115.4 billion dollars in 2024.", false},
		{"en", "China's exports to Brazil rose 5.2 percent from 115.4 billion dollars in 2023.", false},
		{"es", "Las exportaciones de China a Brasil crecieron 5,2 % hasta 115.400 millones de dólares en 2024.", true},
		{"es", "El comercio entre China y Chile creció un 5,2 % respecto a los 115.400 millones de dólares de 2023.", false},
		{"pt", "As exportações da China ao Brasil cresceram 5,2%, para US$ 115,4 bilhões em 2024.", true},
	} {
		claims := extract.Claims(of.text, extract.Options{Language: language.Make(of.lang), Date: lac.DateOf(2025, 6, 9)})
		if len(claims) != 2 || claims[1].Form != lac.FormLevel {
			t.Errorf("%s: %+v", of.text, claims)
			continue
		}
		if c := claims[1]; (len(c.Missing) == 0) != of.mapped || c.Stated.Comparator != lac.Equal {
			t.Errorf("%s: %s, missing %q", of.text, c.Stated.Comparator, c.Missing)
		}
	}
}

// A name in traditional characters stays as it is written.
func TestNamesAreAsWritten(t *testing.T) {
	st, _ := extract.Statement("中國駐巴西大使陳浩表示，2024年中巴貿易額達1881億美元。", extract.Options{Date: lac.DateOf(2025, 6, 9)})
	if len(st.Speakers) != 1 || st.Speakers[0].Name != "陳浩" {
		t.Errorf("speakers %+v", st.Speakers)
	}
}

// Beyond the text and what is found, reading needs little memory, whatever the
// text and however long it is.
func TestClaimsAreBounded(t *testing.T) {
	if testing.Short() { // it measures memory, and with the race detector a minute
		t.Skip("long")
	}
	const size, most = 1 << 20, 20 << 20
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	for _, piece := range []string{
		"1 ", "5 of ", "billion ", "/", "百分之", "in 2023 committed ", "\"",
		"Trade rose 5 percent to $4.2 billion in 2024. ", "<p>Trade&nbsp;rose 5.2&nbsp;percent to $115.4 billion.</p>",
	} {
		text := strings.Repeat(piece, size/len(piece))
		runtime.GC()
		var before runtime.MemStats
		runtime.ReadMemStats(&before)
		peak, stop, done := uint64(0), make(chan struct{}), make(chan struct{})
		go func() {
			defer close(done)
			for {
				select {
				case <-stop:
					return
				case <-time.After(10 * time.Millisecond):
					var now runtime.MemStats
					runtime.ReadMemStats(&now)
					peak = max(peak, now.HeapAlloc)
				}
			}
		}()
		for range extract.All(text, extract.Options{}) {
		}
		extract.Each(text, extract.Options{}, func(extract.Claim, lac.Claim) bool { return true })
		close(stop)
		<-done
		if n := int64(peak) - int64(before.HeapAlloc); n > most {
			t.Errorf("%q: %d bytes live for %d of text", piece, n, len(text))
		}
	}
}
