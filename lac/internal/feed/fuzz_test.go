package feed_test

import (
	"io"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/feed"
)

// FuzzOpenText holds any bytes against two promises: opening and reading end without a
// panic, and what a text starts with is what is read.
func FuzzOpenText(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "\xff\xfea\x00", "\xd4\xc2\xb7\xdd", "PK\x03\x04", "\x1f\x8b\x08", "a\rb\r", "sep=;\na;b\n", "<table><tr><td rowspan=2>a<td colspan='3'>b&amp;,\"</tr><!-- x --><tr><th>c</table>", "<html><title>t</title><style><td></style><table><tr><td><table><tr><td>1</table></table>"} {
		f.Add(seed, "")
		f.Add(seed, "gbk")
		f.Add(seed, "utf-16")
	}
	f.Fuzz(func(t *testing.T, in, encoding string) {
		text, err := feed.OpenText(strings.NewReader(in), encoding)
		if err != nil {
			return
		}
		start := string(text.Start)
		all, err := io.ReadAll(io.LimitReader(text, 1<<20))
		if err == nil && !strings.HasPrefix(string(all), start) {
			t.Errorf("starts with %.40q, reads %.40q", start, all)
		}
		again, err := feed.OpenText(strings.NewReader(in), encoding)
		if err != nil {
			t.Fatal(err)
		}
		table, err := feed.OpenTable(again, 1<<12)
		for err == nil {
			_, err = table.NextCells()
		}
	})
}
