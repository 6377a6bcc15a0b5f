package main

// deepest is how far brackets, or dashes, may be nested in a configuration. The parser needs memory that grows with the
// square of the depth: 20 000 opening brackets take 700 MB, and a few hundred kilobytes of them the whole machine.
const deepest = 50

// lineTooDeep is the first line in which brackets or dashes are nested deeper than a configuration can mean, or 0. Brackets
// in texts count too; a text with fifty open ones is not to be expected.
func lineTooDeep(content []byte) int {
	line, brackets, dashes, begins := 1, 0, 0, true
	for _, c := range content {
		switch c {
		case '\n':
			line, dashes, begins = line+1, 0, true
			continue
		case '[', '{':
			brackets++
		case ']', '}':
			brackets = max(0, brackets-1)
		case '-', '?', ':':
			if begins {
				dashes++
			}
		case ' ':
		default:
			begins = false
		}
		if brackets > deepest || dashes > deepest {
			return line
		}
	}
	return 0
}
