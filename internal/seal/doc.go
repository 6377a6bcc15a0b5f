// Package seal vouches for bytes: of a folder, file by file, and of a text by itself.
//
// In comes a folder; out come its files with their SHA-256, and later what is no longer as it was. In comes a JSON object,
// a line or a document; out comes the same object with its own checksum as its last member, so that it can be checked alone.
//
//	files, err := seal.Folder(dir)         // each file is on the disk now
//	wrong, err := seal.Check(dir, files)   // years later
//	line = seal.Object([]byte(`{"batch":1}`))
//
// A checksum shows a disk that forgets and a hand that slips, not a forger, who could make it anew.
package seal
