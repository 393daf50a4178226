package grammar

import (
	"fmt"
	"strings"
)

// mostAreas is how many areas a difference names; of more it says how many.
const mostAreas = 3

// differs returns a difference in the words of a language. Its keys are a dimension
// and a relation; "some" is for one of which no more is known, and "both" for a part of
// two years.
func differs(d Difference, words map[string]string, area func(Name) string, bare func(Time) string, noun func(string) string, and string) string {
	key, arg := d.Of+" "+d.Is, ""
	switch d.Of {
	case "reporter", "partner":
		key = "areas " + d.Is
		switch {
		case len(d.Areas) > mostAreas:
			arg = fmt.Sprintf(words["areas many"], len(d.Areas))
		case len(d.Areas) > 0:
			arg = list(each(d.Areas, area), words["comma"], and)
		case d.Word != "":
			key, arg = "areas both", d.Word
		}
	case "period":
		arg = bare(d.Time)
	case "flow":
		if d.Word != "" {
			arg = noun(d.Word)
		}
	case "subject":
		arg = d.Word
		if w, ok := words["word "+d.Word]; ok {
			arg = w
		} else if d.Word != "" {
			arg = noun(d.Word)
		}
	default:
		arg = d.Word
	}
	form, ok := words[key]
	if arg == "" && strings.Contains(form, "%s") {
		form, ok = words[key+" some"]
	}
	if !ok || !strings.Contains(form, "%s") {
		return form
	}
	return fmt.Sprintf(form, arg)
}
