package reports

import "bolyst/metrics"

// writeSigns writes what the target takes, what the series tells, and what was said and decided, and returns the next row.
func (s *sheet) writeSigns(definition metrics.Definition, row, width int) int {
	total := s.Total(definition.ID)
	var parts []string
	if progress, ok := s.Progress(total); ok {
		parts = append(parts, progress.Sentence(s.language))
	}
	if process, ok := s.Process(definition.ID, total.Programme); ok && process.Variation != metrics.VariationTooFew {
		parts = append(parts, process.Sentence(s.language))
	}
	if told := sentences(parts...); told != "" {
		row = s.across(1, width, row, cell{text: told})
	}
	for _, c := range s.CommentsAbout(definition.ID) {
		row = s.across(1, width, row, cell{text: s.Said(c, s.language)})
	}
	return row
}
