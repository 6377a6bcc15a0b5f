package edition

import "bolyst/internal/seal"

// Verify reads every byte of the edition in the folder path again and returns a
// finding for every file that differs from the manifest, is missing, or is not
// part of the edition, the manifest itself first; empty when all is as published.
func Verify(path string) ([]Finding, error) {
	found, err := seal.CheckManifest(path)
	var wrong []Finding
	for _, f := range found {
		wrong = append(wrong, Finding{Code: f.Code, Name: f.Name})
	}
	return wrong, err
}
