package browser

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const sentence = "Trade between China and Peru reached $36 billion in 2023."

// desk is the address of the desk that TestMain started, and brief the address of the
// page that the program briefing writes, in English, and briefIn of those in other
// languages too.
var (
	desk, brief string
	briefIn     map[string]string
	languages   = []string{"en", "es", "pt", "zh"}
)

// browser is the one browser of all tabs.
var browser context.Context

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	found := false
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if _, err := exec.LookPath(name); err == nil {
			found = true
		}
	}
	if !found {
		fmt.Println("skipped: no Chromium is installed")
		return 0
	}
	folder, err := os.MkdirTemp("", "desk")
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer os.RemoveAll(folder)
	build := exec.Command("go", "build", "-o", folder, "./examples/desk", "./examples/briefing")
	build.Dir = filepath.Join("..", "..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Printf("%v\n%s", err, out)
		return 1
	}
	briefIn = map[string]string{}
	for _, lang := range languages {
		page := filepath.Join(folder, "page-"+lang+".html")
		briefIn[lang] = "file://" + page
		if out, err := exec.Command(filepath.Join(folder, "briefing"), "-on", "2025-06-09", "-lang", lang, "-html", page).CombinedOutput(); err != nil {
			fmt.Printf("%v\n%s", err, out)
			return 1
		}
	}
	brief = briefIn["en"]
	server := exec.Command(filepath.Join(folder, "desk"), "-addr", "127.0.0.1:0")
	out, err := server.StdoutPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer func() {
		_ = server.Process.Signal(os.Interrupt)
		_ = server.Wait()
	}()
	line, _ := bufio.NewReader(out).ReadString('\n')
	desk = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "The desk is at "), "/")
	allocator, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)...)
	defer stop()
	browser, stop = chromedp.NewContext(allocator)
	defer stop()
	if err := chromedp.Do(browser); err != nil {
		fmt.Println(err)
		return 1
	}
	return m.Run()
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// call sends a command of the protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.Helper()
	r, err := chromedp.Call(b.ctx, command, params)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// value returns what an action does.
func value[T any](b *tab, action chromedp.Action[T]) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, action)
	if err != nil {
		b.Fatal(err)
	}
	return v
}

// unfold folds everything out.
func (b *tab) unfold() {
	b.Helper()
	b.number("document.querySelectorAll('details').forEach(d => d.open = true) || 0")
}

// text returns what a reader sees of the page.
func (b *tab) text() string {
	b.Helper()
	return value(b, chromedp.Evaluate[string]("document.body.innerText"))
}

// number evaluates JavaScript to a whole number.
func (b *tab) number(js string) int {
	b.Helper()
	return value(b, chromedp.Evaluate[int]("Math.round("+js+")"))
}

func (b *tab) has(want ...string) {
	b.Helper()
	text := b.text()
	for _, w := range want {
		if !strings.Contains(strings.ToLower(text), strings.ToLower(w)) {
			b.Errorf("no %q in\n%.1500s", w, text)
		}
	}
}

// local fails if the page asked anything of another machine.
func (b *tab) local() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, address := range b.asked {
		if !strings.HasPrefix(address, desk) && !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "file:") {
			b.Errorf("asked for %s", address)
		}
	}
}

func (b *tab) paste(text string) {
	b.Helper()
	b.do(chromedp.Navigate(desk+"/"), chromedp.SetValue(chromedp.CSS("#text"), text), chromedp.Click(chromedp.CSS("button")), chromedp.WaitVisible(chromedp.CSS("#glance")))
}

func TestPaste(t *testing.T) {
	b := open(t, 1280, 900)
	b.paste(sentence)
	b.has("1 claim holds", "Supported: trade between China and Peru")
	b.local()
}

// A file of UN Comtrade is dropped on the form, and its books are a reading.
func TestDrop(t *testing.T) {
	const rows = "refYear,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,classificationCode,cmdCode,customsCode,mosCode,motCode,primaryValue,cifvalue,fobvalue\n" +
		"2023,2023,156,CHN,X,604,PER,0,H6,TOTAL,C00,0,0,12000000000,,12000000000\n" +
		"2023,2023,156,CHN,M,604,PER,0,H6,TOTAL,C00,0,0,24700000000,24700000000,\n"
	file := filepath.Join(t.TempDir(), "peru.csv")
	if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	b := open(t, 1280, 1000)
	b.do(chromedp.Navigate(desk+"/"), chromedp.SetValue(chromedp.CSS("#text"), sentence), chromedp.ScrollIntoView(chromedp.CSS("#files")))
	x := b.number("(r => r.left + r.width / 2)(document.querySelector('#files').getBoundingClientRect())")
	y := b.number("(r => r.top + r.height / 2)(document.querySelector('#files').getBoundingClientRect())")
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		call(b, input.DispatchDragEvent, input.DispatchDragEventParams{
			Type: kind, X: float64(x), Y: float64(y), Data: &input.DragData{Items: []*input.DragDataItem{}, Files: []string{file}, DragOperationsMask: 1},
		})
	}
	if n := b.number("document.querySelector('#files').files.length"); n != 1 {
		t.Fatalf("%d files were dropped", n)
	}
	b.do(chromedp.Click(chromedp.CSS("button")), chromedp.WaitVisible(chromedp.CSS("#glance")))
	b.unfold()
	b.has("36.7 bn USD", "China’s books", "2 rows = 2 records + 0 rejected")
	b.local()
}

// focused returns what has the focus: its tag, its name and its text.
func (b *tab) focused() string {
	b.Helper()
	return value(b, chromedp.Evaluate[string]("(e => e.tagName + ' ' + (e.id || e.getAttribute('href') || '') + ' ' + e.textContent.trim().slice(0, 60))(document.activeElement)"))
}

// tabTo presses Tab until what has the focus begins with what is wanted.
func (b *tab) tabTo(want string, most int) {
	b.Helper()
	var seen []string
	for range most {
		b.do(chromedp.KeyEvent(kb.Tab))
		seen = append(seen, b.focused())
		if strings.HasPrefix(seen[len(seen)-1], want) {
			return
		}
	}
	b.Fatalf("no %q within %d steps: %q", want, most, seen)
}

// With the keyboard alone: the form, the briefing, a claim's readings, its source and
// back, and the findings replayed.
func TestKeyboard(t *testing.T) {
	b := open(t, 1280, 900)
	b.do(chromedp.Navigate(desk + "/"))
	b.tabTo("A #main", 1) // past the links
	b.tabTo("TEXTAREA text", 5)
	b.do(chromedp.KeyEvent(sentence))
	b.tabTo("BUTTON", 20)
	b.do(chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(chromedp.CSS("#glance")))
	b.tabTo("A #main", 1)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.tabTo("A #claim-level-1", 3)
	b.tabTo("A #source-", 6)
	b.tabTo("SUMMARY", 6)
	b.do(chromedp.KeyEvent(kb.Enter))
	if n := b.number("document.querySelectorAll('.claim details[open]').length"); n != 1 {
		t.Errorf("%d claims are folded out", n)
	}
	b.tabTo("A #source-", 6)
	b.do(chromedp.KeyEvent(kb.Enter))
	if n := b.number("document.querySelector('#source-list[open] :target') ? 1 : 0"); n != 1 {
		t.Error("the source is not shown")
	}
	b.do(chromedp.NavigateBack(), chromedp.Navigate(desk+"/replay"))
	b.tabTo("A #main", 1)
	b.tabTo("TEXTAREA findings", 6)
	b.do(chromedp.KeyEvent("{}"))
	b.tabTo("BUTTON", 2)
	b.do(chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(chromedp.CSS("#results")))
	b.has("Not a finding: line 1")
	b.do(chromedp.Navigate(desk + "/api"))
	b.tabTo("A /openapi.json", 6)
}

// A page for a phone is as wide as the phone, with targets that a finger meets.
func TestNarrow(t *testing.T) {
	for _, width := range []int64{390, 320, 1280} {
		b := open(t, width, 844)
		b.paste(sentence)
		b.unfold()
		b.fits(width)
		for _, path := range []string{"/", "/replay", "/api"} {
			b.do(chromedp.Navigate(desk + path))
			b.fits(width)
		}
		b.do(chromedp.Navigate(brief))
		b.fits(width)
		b.unfold()
		b.fits(width)
	}
}

// fits fails if the page scrolls sideways or a target is smaller than 24 pixels.
func (b *tab) fits(width int64) {
	b.Helper()
	if n := b.number("document.documentElement.scrollWidth"); int64(n) > width {
		b.Errorf("%d pixels wide on %d", n, width)
	}
	small := value(b, chromedp.Evaluate[[]string](`[...document.querySelectorAll('a, button, summary, input, select, textarea')].filter(e => e.checkVisibility() && !e.classList.contains('skip')).map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.width > 0 && (r.width < 23.9 || r.height < 23.9)).map(([e, r]) => e.outerHTML.slice(0, 90) + ' ' + r.width + 'x' + r.height)`))
	if len(small) > 0 {
		b.Errorf("%d px: %d small targets, such as %q", width, len(small), small[:min(len(small), 6)])
	}
}

// What is pasted does nothing but be shown.
func TestHostilePaste(t *testing.T) {
	b := open(t, 1280, 900)
	const evil = `"><script>window.hit=1;alert(1)</script><img src=x onerror="window.hit=1"><svg onload="window.hit=1"><a href="javascript:window.hit=1">x</a>`
	b.paste(evil + sentence + evil)
	if n := b.number("window.hit ? 1 : 0"); n != 0 || b.dialogs != 0 {
		t.Errorf("hit %d, %d dialogs", n, b.dialogs)
	}
	b.local()
}

// Everything works without scripts.
func TestWithoutScript(t *testing.T) {
	b := open(t, 1280, 900)
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.do(chromedp.Navigate(desk+"/"), chromedp.SendKeys(chromedp.CSS("#text"), sentence), chromedp.Submit(chromedp.CSS("#text")))
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
	b.do(chromedp.WaitVisible(chromedp.CSS("#glance")))
	b.has("1 claim holds")
}

// The briefing is one that people read: its first picture near the top, short while
// folded, and some pages on paper.
func TestPage(t *testing.T) {
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			b := open(t, 1280, 900)
			b.do(chromedp.Navigate(briefIn[lang]))
			if n := b.number("document.documentElement.scrollHeight"); n > 6000 {
				t.Errorf("%d pixels long at 1280", n)
			} else {
				t.Logf("%d pixels long at 1280", n)
			}
			pdf := value(b, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
			pages := strings.Count(string(pdf), "/Type /Page\n") + strings.Count(string(pdf), "/Type /Page ")
			t.Logf("%d pages on paper", pages)
			if pages == 0 || pages > 8 {
				t.Errorf("%d pages on paper", pages)
			}
			for _, width := range []int64{1280, 390} {
				b := open(t, width, 900)
				b.do(chromedp.Navigate(briefIn[lang]))
				n := b.number("[...document.querySelectorAll('svg')].filter(e => e.checkVisibility())[0].getBoundingClientRect().top")
				t.Logf("first picture at %d, at %d pixels", n, width)
				if n > 900 {
					t.Errorf("first picture at %d, at %d pixels", n, width)
				}
				b.fits(width)
				b.local()
			}
		})
	}
}

// axe-core finds nothing to mend, on a phone and on a screen, in light and dark.
func TestAxe(t *testing.T) {
	script, err := os.ReadFile(os.Getenv("AXE"))
	if err != nil {
		t.Skip("AXE does not name axe.min.js: ", err)
	}
	for _, width := range []int64{390, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(fmt.Sprint(width, " ", scheme), func(t *testing.T) {
				b := open(t, width, 900)
				call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
				call(b, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true})
				for _, at := range []string{desk + "/", desk + "/replay", desk + "/api", "paste", brief, briefIn["zh"]} {
					if at == "paste" {
						b.paste(sentence)
					} else {
						b.do(chromedp.Navigate(at))
					}
					b.axe(string(script), at)
					b.unfold()
					b.axe(string(script), at+", folded out")
				}
			})
		}
	}
}

func (b *tab) axe(script, at string) {
	b.Helper()
	value(b, chromedp.Evaluate[int](script+";0"))
	found := value(b, chromedp.Evaluate[[]string](`axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.length + ' such as ' + v.nodes[0].html.slice(0, 160) + ' ' + v.nodes[0].failureSummary))`, chromedp.EvalAwaitPromise))
	slices.Sort(found)
	for _, f := range found {
		b.Errorf("%s: %s", at, f)
	}
}
