package metrics

// Shared shows the words that every writer shares to the tests.
var Shared = catalogue
