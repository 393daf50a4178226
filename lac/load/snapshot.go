package load

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// A snapshot is a project as a file has it.
type snapshot struct {
	file    *File
	project *lac.Project
	asOf    lac.Date // the day of its content, zero: not known
}

// sameAs reports whether two snapshots have the same content, whatever their files.
func (s snapshot) sameAs(t snapshot) bool {
	a, b := *s.project, *t.project
	a.Source, b.Source = "", ""
	a.Updated, b.Updated = lac.Date{}, lac.Date{}
	return reflect.DeepEqual(a, b)
}

// keepNewest takes out of files the projects of which one of the files has the same
// content or a newer one. Those of one ID of which it is not known which is the newest
// all stay: a dataset refuses them and says which.
func keepNewest(files ...*File) {
	byID := map[string][]snapshot{}
	var several []string // IDs of more than one
	for _, f := range files {
		published := map[string]lac.Date{}
		for _, s := range f.Records.Sources {
			published[s.ID] = s.Published.Last()
		}
		for i := range f.Records.Projects {
			p := &f.Records.Projects[i]
			byID[p.ID] = append(byID[p.ID], snapshot{f, p, published[p.Source]})
			if len(byID[p.ID]) == 2 {
				several = append(several, p.ID)
			}
		}
	}
	older := map[*lac.Project]bool{}
	for _, id := range several {
		all := byID[id]
		newest, known := newestOf(all)
		for i, s := range all {
			switch {
			case i == newest || !known:
			case s.sameAs(all[newest]):
				older[s.project] = true
				s.file.Report.Duplicates++
			default:
				older[s.project] = true
				s.file.Report.Stats.Notes++
				s.file.Report.Notes.add(&lac.RowError{Source: s.file.Report.Name, Field: "id", Text: id,
					Err: fmt.Errorf("%w: its content as of %v is left out, for %s has that as of %v", lac.ErrDuplicateID, s.asOf, all[newest].file.Report.Name, all[newest].asOf)})
			}
		}
	}
	if len(older) == 0 {
		return
	}
	for _, f := range files {
		var kept []lac.Project // the caller has the others still
		for i := range f.Records.Projects {
			if p := &f.Records.Projects[i]; !older[p] {
				kept = append(kept, *p)
			}
		}
		f.Records.Projects = kept
	}
}

// newestOf returns which of the snapshots of one project is the newest, and whether
// that is known: all that are not older are the same. They are as of the days on which
// the source changed them or, where not all say so, on which it made the files.
func newestOf(all []snapshot) (newest int, known bool) {
	if !slices.ContainsFunc(all, func(s snapshot) bool { return s.project.Updated.IsZero() }) {
		for i := range all {
			all[i].asOf = all[i].project.Updated
		}
	}
	for i, s := range all {
		if all[newest].asOf.Before(s.asOf) {
			newest = i
		}
	}
	for _, s := range all {
		if (s.asOf.IsZero() || s.asOf == all[newest].asOf) && !s.sameAs(all[newest]) {
			return 0, false
		}
	}
	return newest, true
}
