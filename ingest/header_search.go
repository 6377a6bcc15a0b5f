package ingest

import (
	"errors"
	"io"
	"slices"
	"strings"
)

// headerSearch goes down a sheet until it has the header.
type headerSearch struct {
	src    source
	m      Mapping
	needed []string
	rows   int // of the header
	merges merges
	window []*row // the last rows with content, as many as the header has

	content       bool     // something stands in the sheet
	lacking, seen []string // of the row that comes nearest
}

func newHeaderSearch(src source, m Mapping) (*headerSearch, error) {
	s := &headerSearch{src: src, m: m, needed: neededFields(m), rows: max(1, m.Format.HeaderRows)}
	s.lacking = s.needed
	if sheet, ok := src.(*sheetSource); ok && s.rows > 1 {
		var err error
		s.merges, err = sheet.merges()
		return s, err
	}
	return s, nil
}

// nextRow is the next row, in which no identity number may stand: what stands
// above the data could not be rejected by itself.
func (s *headerSearch) nextRow() (*row, error) {
	r, err := s.src.next()
	if err != nil {
		return nil, err
	}
	s.content = s.content || !r.blank()
	for i := range r.cells {
		if r.cells[i].holdsIdentityNumber() {
			return nil, Refused{Problem{Row: r.number, Column: columnLetter(i), Rule: RuleIdentityName, Masked: true}}
		}
	}
	return r, nil
}

// match takes the rows down to this one for the header. Empty rows are not
// counted where the header has several.
func (s *headerSearch) match(r *row) (header, bool) {
	if s.rows > 1 && r.blank() {
		return header{}, false
	}
	s.window = append(s.window, r.clone())
	if len(s.window) > s.rows {
		s.window = s.window[1:]
	}
	if len(s.window) < s.rows {
		return header{}, false
	}
	h := matchHeader(joinHeader(s.window, s.merges), s.m)
	lack := slices.DeleteFunc(slices.Clone(s.needed), func(field string) bool { _, ok := h.at[field]; return ok })
	if len(lack) < len(s.lacking) {
		s.lacking, s.seen = lack, h.texts
	} else if s.seen == nil && s.rows > 1 && h.resembles(s.m) {
		s.seen = h.texts
	}
	return h, len(lack) == 0
}

// resembles says whether the words of a mapped header are in one of the texts:
// then they are headers, though written in another way, and may be repeated.
func (h header) resembles(m Mapping) bool {
	for _, headers := range m.Columns {
		for _, mapped := range headers {
			key := joined(plainWords(mapped))
			for _, text := range h.texts {
				if key != "" && strings.Contains(joined(plainWords(text)), key) {
					return true
				}
			}
		}
	}
	return false
}

// widen looks whether the header reaches further down: a title above two rows
// of headers makes a match too early when the upper of them holds all that is
// needed. It does if with the next row more headers are found, or if a header
// is merged down into the next row.
func (s *headerSearch) widen(h header) (header, []*row, error) {
	for s.rows > 1 {
		r, err := s.src.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return header{}, nil, err
		}
		if r.blank() {
			continue
		}
		after, inside := r.clone(), s.merges.reach(s.window, r.number)
		wider, ok := s.match(after)
		if !ok || len(wider.at) < len(h.at) || len(wider.at) == len(h.at) && !inside {
			return s.done(h, []*row{after})
		}
		if after.holdsIdentityNumber() {
			return header{}, nil, Refused{Problem{Row: after.number, Rule: RuleIdentityName, Masked: true}}
		}
		h = wider
	}
	return s.done(h, nil)
}

func (s *headerSearch) done(h header, ahead []*row) (header, []*row, error) {
	if h.twice != "" {
		return header{}, nil, twiceError(h, s.m)
	}
	return h, ahead, nil
}

// joinHeader is the header that rows make together: in each column the texts
// from above down, one that is repeated once. A title that is merged over
// several columns stands over each of them. A csv file does not say what was
// merged; in it a title reaches to the next one.
func joinHeader(rows []*row, merged merges) header {
	h := header{row: rows[len(rows)-1].number}
	width := 0
	for _, r := range rows {
		width = max(width, len(r.cells), merged.width(r.number))
	}
	h.texts, h.last = make([]string, width), make([]string, width)
	for i, r := range rows {
		title := ""
		for column := range width {
			text := headerText(r, column)
			switch {
			case text != "":
				title = text
			case r.ragged:
				text = merged.text(rows, r.number, column)
			case i < len(rows)-1:
				text = title
			}
			switch {
			case text == "" || text == h.last[column]:
				continue
			case h.texts[column] != "":
				h.texts[column] += " / "
			}
			h.texts[column] += text
			h.last[column] = text
		}
	}
	return h
}

func headerText(r *row, column int) string {
	if column >= len(r.cells) {
		return ""
	}
	return strings.Join(strings.Fields(r.cells[column].text), " ")
}
