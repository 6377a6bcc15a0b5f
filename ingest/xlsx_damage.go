package ingest

import (
	"errors"
	"io"
)

// What can be wrong inside a workbook that a person can be told apart.
var (
	errXML      = errors.New("not well-formed")
	errCut      = errors.New("cut off")
	errDisorder = errors.New("rows or cells out of order")
	errNoText   = errors.New("a text that is not in the workbook")
)

// asRefused is the error of reading a part at a place: whatever is wrong with
// it, the file is refused.
func asRefused(err error, at Problem) error {
	var refused Refused
	if errors.As(err, &refused) {
		return err
	}
	switch {
	case errors.Is(err, errCut), errors.Is(err, io.ErrUnexpectedEOF):
		at.Rule = RuleFileCut
	case errors.Is(err, errDisorder):
		at.Rule = RuleFileOrder
	case errors.Is(err, errNoText):
		at.Rule = RuleFileText
	default:
		at.Rule = RuleFileDamaged
	}
	return Refused{at}
}

// partMissing is the error of a workbook that lacks a part it speaks of.
func partMissing(name string) error {
	return Refused{Problem{Rule: RuleFilePart, Found: printable(name)}}
}
