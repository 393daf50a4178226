package projects

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// inHierarchy reports whether r may be a parent or a part. What is left out by
// status may; what is left out by another rule is neither.
func (r *planned) inHierarchy() bool { return r.out == "" || r.out == lac.GuardStatus }

// guardParts chooses between parents and their parts.
func (p *plan) guardParts() error {
	h := p.hierarchy()
	order, a, b := h.order()
	for i, n := range h.parents {
		if n > 0 && len(p.projects[i].parts) > 0 { // what the query does not select need not be in order
			return refuse(lac.GuardParts, p.projects[a].ID, p.projects[b].ID, "each is part of the other, or of its parts, or has its money from it")
		}
	}
	below := make([]bool, len(p.projects)) // a part, or a part of its parts, has an amount
	for _, i := range slices.Backward(order) {
		for _, part := range h.parts[i] {
			below[i] = below[i] || below[part] || p.projects[part].valued
		}
	}
	covered := make([]bool, len(p.projects)) // a parent, or a parent of these, has the amount
	for _, i := range order {
		r := &p.projects[i]
		for _, part := range h.parts[i] {
			covered[part] = covered[part] || covered[i] || r.valued && !below[i]
		}
		if r.out == "" && (below[i] || !r.valued && (covered[i] || len(h.parts[i]) > 0)) {
			r.out, r.represented = lac.GuardParts, below[i] || covered[i]
		}
	}
	return nil
}

// hierarchy returns which projects are parts of others, or have their money.
func (p *plan) hierarchy() hierarchy {
	h := hierarchy{parts: make([][]int, len(p.projects)), parents: make([]int, len(p.projects)), known: map[[2]int]bool{}}
	add := func(parent, part int) {
		if parent != part && p.projects[parent].inHierarchy() && p.projects[part].inHierarchy() {
			h.add(parent, part)
		}
	}
	// Where a transaction names its receiver that transaction alone is left out.
	named := map[[2]int]bool{}
	for i := range p.projects {
		r := &p.projects[i]
		for k := range r.Transactions {
			if other, ok := p.receiver(r, &r.Transactions[k]); ok {
				named[[2]int{i, other}] = true
			}
		}
	}
	passes := func(up, down int) {
		if !named[[2]int{up, down}] {
			add(up, down)
		}
	}
	for i := range p.projects {
		r := &p.projects[i]
		for _, l := range r.Links {
			if other, ok := p.number[l.ID]; ok {
				switch l.Kind {
				case lac.PartOf:
					add(other, i)
				case lac.HasPart:
					add(i, other)
				}
			}
		}
		for _, a := range r.Participants {
			if other, ok := p.number[a.Activity]; ok {
				switch a.Role {
				case "funding", "extending":
					passes(other, i)
				case "implementing":
					passes(i, other)
				}
			}
		}
		for _, t := range r.Transactions {
			if other, ok := p.number[t.Provider.Activity]; ok && isIncoming(t.Type) {
				passes(other, i)
			}
		}
	}
	return h
}

// A hierarchy has the parts of each parent, by the numbers of projects.
type hierarchy struct {
	parts   [][]int
	parents []int // how many a part has that order has not listed
	known   map[[2]int]bool
}

func (h *hierarchy) add(parent, part int) {
	if edge := [2]int{parent, part}; !h.known[edge] {
		h.known[edge] = true
		h.parts[parent] = append(h.parts[parent], part)
		h.parents[part]++
	}
}

// order returns all projects, each after its parents. Where that cannot be, it
// returns two that are each among the other's parts, a and b; else a is b.
func (h *hierarchy) order() (order []int, a, b int) {
	for i, n := range h.parents {
		if n == 0 {
			order = append(order, i)
		}
	}
	for k := 0; k < len(order); k++ {
		for _, part := range h.parts[order[k]] {
			if h.parents[part]--; h.parents[part] == 0 {
				order = append(order, part)
			}
		}
	}
	if len(order) == len(h.parents) {
		return order, 0, 0
	}
	// Who is not listed has a parent that is not: up the parents is round a circle.
	parent := make([]int, len(h.parents))
	for i, parts := range h.parts {
		for _, part := range parts {
			if h.parents[i] > 0 && h.parents[part] > 0 {
				parent[part] = i
			}
		}
	}
	for i, n := range h.parents {
		if n > 0 {
			a = i
			break
		}
	}
	for range h.parents {
		a = parent[a]
	}
	return order, min(a, parent[a]), max(a, parent[a])
}
