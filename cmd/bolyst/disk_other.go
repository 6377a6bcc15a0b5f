//go:build !unix

package main

// freeBytes is not known where the system cannot be asked.
func freeBytes(string) (free uint64, known bool) { return 0, false }
