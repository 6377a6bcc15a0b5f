package metrics

// Catalogue shows the words of a language to the tests.
func Catalogue(l Language) map[string]string { return catalogue[l] }
