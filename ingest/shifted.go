package ingest

// maskShifted takes back what stood in the cells of a row with several faults.
// One wrong cell is a slip; several may mean that the cells stand one column
// off, and that a name or a telephone number stands where a date should. What
// has the form of a date, of a small number or of an organisation number is
// still shown.
func maskShifted(problems []Problem) {
	shown := 0
	for _, p := range problems {
		if p.Found != "" {
			shown++
		}
	}
	if shown < 2 {
		return
	}
	for i := range problems {
		p := &problems[i]
		if p.Rule == RuleKommuneAmbiguous { // a name that Norway knows
			continue
		}
		if p.Found != "" && !(p.Rule == RuleOrgNo && fewDigits(p.Found, 9)) && !fewDigits(p.Found, 8) {
			p.Found, p.Masked = "", true
		}
	}
}

// fewDigits says whether the text is digits, and marks between them, alone: at
// most so many, and of eight only those of a date with its marks.
func fewDigits(text string, most int) bool {
	digits, marks := 0, 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.' || r == '-' || r == '/' || r == ',' || r == ' ':
			marks++
		default:
			return false
		}
	}
	return digits > 0 && digits <= most && (digits != 8 || marks == 2)
}
