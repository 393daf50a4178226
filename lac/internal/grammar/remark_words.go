package grammar

import (
	"fmt"
	"strings"
)

// A Reader reads remarks for a language.
type Reader struct {
	Language Language
	// Area returns the area of an English name, in the language.
	Area func(english string) (Name, bool)
	// Whose returns whose books they are by the words with which they are recorded.
	Whose func(recorded string) string
	// Own returns the data's own words in the language.
	Own func(text string) (string, bool)
}

// mark returns a mark of punctuation in the language.
func (r Reader) mark(latin, han string) string {
	if _, ok := r.Language.(chinese); ok {
		return han
	}
	return latin
}

// column returns the language's column of the tables.
func (r Reader) column() int {
	for i, l := range Languages() {
		if l.Language == r.Language {
			return i
		}
	}
	return 0
}

// figure returns a figure; of a place in an order its number, and of what is counted
// with the noun that the language has for it.
func (r Reader) figure(f Figure) string {
	if f.Value == nil {
		return nothing[r.column()]
	}
	if f.Unit != "rank" {
		if word, ok := remarkUnits[f.Unit]; ok {
			one, many, two := strings.Cut(word[r.column()], "|")
			if !two || isOne(f.Value) && f.High == nil {
				many = one
			}
			f.Unit = ""
			return r.Language.Figure(f) + r.mark(" ", "") + many
		}
		return r.Language.Figure(f)
	}
	f.Unit = ""
	text := r.Language.Figure(f)
	switch e := r.Language.(type) {
	case romance:
		return text + e.say("th")
	case chinese:
		return "第" + text + "位"
	}
	return text
}

// number returns a whole number, grouped as the language has it.
func (r Reader) number(text string) string {
	f, ok := readAmount(text)
	if !ok {
		return text
	}
	return r.Language.Figure(f)
}

// decimal returns a number to its last digit.
func (r Reader) decimal(text string) string {
	if _, ok := r.Language.(romance); ok {
		return strings.ReplaceAll(text, ".", ",")
	}
	return text
}

// unit returns a currency, of more than one or of one.
func (r Reader) unit(code string, one bool) string {
	switch e := r.Language.(type) {
	case romance:
		if one {
			return lookup(e.ones, code)
		}
		return lookup(e.units, code)
	case chinese:
		return lookup(chineseUnits, code)
	}
	return code
}

// when returns a period by itself: 2005-2020, up to 13 May 2025.
func (r Reader) when(t Time) string {
	if t.First == (Day{}) || t.Last == (Day{}) {
		return r.Language.Time(t)
	}
	switch e := r.Language.(type) {
	case romance:
		return e.span(t)
	case chinese:
		return e.bare(t)
	}
	return r.Language.Time(t)
}

func (r Reader) day(d Day) string {
	switch e := r.Language.(type) {
	case romance:
		return e.day(d)
	case chinese:
		return e.day(d)
	}
	return r.Language.Time(Time{d, d})
}

// place returns the name of an area without an article, and what it is without.
func (r Reader) place(text string) (string, bool) {
	whole, without, cut := strings.Cut(text, " without ")
	name, ok := r.Area(whole)
	if !ok || !cut {
		return name.Text, ok
	}
	left, ok := r.areas(without)
	switch e := r.Language.(type) {
	case romance:
		return name.Text + " " + fmt.Sprintf(e.differs["areas part"], left), ok
	case chinese:
		return name.Text + "（" + fmt.Sprintf(chineseDiffers["areas part"], left) + "）", ok
	}
	return text, ok
}

// areas returns names of areas, each of which must be known.
func (r Reader) areas(text string) (string, bool) {
	rest, more, cut := strings.Cut(text, " and ")
	if number, ok := strings.CutSuffix(more, " more"); cut && ok {
		more = number
	} else {
		rest, more = text, ""
	}
	var names []string
	for part := range strings.SplitSeq(rest, ", ") {
		name, ok := r.Area(part)
		if !ok {
			before, after, two := strings.Cut(part, " and ")
			first, ok1 := r.Area(before)
			last, ok2 := r.Area(after)
			if !two || !ok1 || !ok2 {
				return "", false
			}
			names = append(names, r.area(first))
			name = last
		}
		names = append(names, r.area(name))
	}
	switch e := r.Language.(type) {
	case romance:
		if more != "" {
			return strings.Join(names, ", ") + " " + e.say("and") + " " + more + " " + e.say("more"), true
		}
		and := " " + e.say("and") + " "
		if last := names[len(names)-1]; and == " y " && (strings.HasPrefix(last, "I") || strings.HasPrefix(last, "Hi")) {
			and = " e "
		}
		return list(names, ", ", and), true
	case chinese:
		if more != "" {
			return strings.Join(names, "、") + "及另外" + more + "个", true
		}
		and := "和"
		if strings.Contains(strings.Join(names, ""), and) { // 圣文森特和格林纳丁斯
			and = "以及"
		}
		return list(names, "、", and), true
	}
	return text, true
}

func (r Reader) area(n Name) string {
	if e, ok := r.Language.(romance); ok {
		return e.area(n)
	}
	return n.Text
}

// vague returns a vague word for a number.
func (r Reader) vague(word string) string {
	switch e := r.Language.(type) {
	case romance:
		he, _, _ := strings.Cut(lookup(e.vague, word), "|")
		return he
	case chinese:
		return lookup(chineseVague, word)
	}
	return word
}

// noun returns the word for what is measured, without its article.
func (r Reader) noun(subject string) (string, bool) {
	subject = strings.ReplaceAll(subject, " ", "-")
	switch e := r.Language.(type) {
	case romance:
		n, ok := e.nouns[subject]
		return n.word, ok
	case chinese:
		n, ok := chineseNouns[subject]
		return n.word, ok
	}
	return subject, true
}
