package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"
)

// wrongUse says that the command line cannot be understood.
func wrongUse(w io.Writer, l Language, err error) int {
	fmt.Fprintln(w, l.Say("exit.use", printable(l.use(err.Error()))))
	return exitUse
}

// uses are the sentences of the library that reads the command line, and the keys of ours. What the library says is English,
// and is kept where it is none of these.
var uses = []struct {
	said *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^unknown flag (\S+?), did you mean (.+)\?$`), "use.flag_meant"},
	{regexp.MustCompile(`^unknown flag (\S+)$`), "use.flag"},
	{regexp.MustCompile(`^unexpected argument (.+), did you mean (.+)\?$`), "use.argument_meant"},
	{regexp.MustCompile(`^unexpected argument (.+)$`), "use.argument"},
	{regexp.MustCompile(`^expected one of (.+)$`), "use.command"},
	{regexp.MustCompile(`^expected "(.+)"$`), "use.missing"},
	{regexp.MustCompile(`^(-\S+): missing value.*$`), "use.no_value"},
	{regexp.MustCompile(`^(-\S+): expected string value but got .*$`), "use.no_value"},
	{regexp.MustCompile(`^(-\S+): expected an? (?:valid \d+ bit )?u?int but got "?(.*?)"?(?: \(.*\))?$`), "use.no_number"},
	{regexp.MustCompile(`^(-\S+): bool value must be .* but got "(.*)"$`), "use.no_choice"},
	{regexp.MustCompile(`^(-\S+): expected bool but got "(.*)".*$`), "use.no_choice"},
}

func (l Language) use(said string) string {
	for _, u := range uses {
		if parts := u.said.FindStringSubmatch(said); parts != nil {
			args := make([]any, len(parts)-1)
			for i := range args {
				args[i] = strings.TrimPrefix(parts[i+1], "one of ")
			}
			return l.Say(u.key, args...)
		}
	}
	return said + "."
}
