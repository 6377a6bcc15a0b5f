package store

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bolyst/queries"
)

func TestOwnStatementsAreCountable(t *testing.T) {
	trial := openTrial(t)
	outcomes := slices.Concat([]string{"BOOLEAN", "VARCHAR"}, Numbers)
	for id, statement := range queries.Indicators() {
		found, err := trial.Try(t.Context(), statement, Columns(outcomes, true))
		if err != nil || len(found) > 0 {
			t.Errorf("indicators/%s.sql: got %v %v, want nothing", id, told(found), err)
		}
	}
}

func TestWhatCannotBeCountedIsNamedWithItsLine(t *testing.T) {
	trial := openTrial(t)
	rest := "trainee_id AS subject,\n1 AS weight, completed AS mature\nFROM trainees"
	for _, c := range []struct{ sql, want string }{
		{"-- fått ø?\nSELECT programme, completed AS outcome, cohort AS period,\n" + rest, ""},
		{"SELECT median(a) FROM trainees", "line 1: function median"}, // what is not allowed is said first
		{"SELECT programme,\ncohrt AS period,\n" + rest, "line 2: column cohrt"},
		{"SELECT t.programme,\nt.cohrt AS period,\n" + rest + " AS t", "line 2: column cohrt"},
		{"SELECT\ncohort, completed AS outcome,\n" + rest, "line 1: columns_missing [programme period] [programme period subject outcome weight mature]|" +
			"line 1: columns_extra [cohort] [programme period subject outcome weight mature]"},
		{"SELECT programme, cohort AS period,\ngender AS outcome,\n" + rest, "line 2: column_type outcome VARCHAR"},
		{"SELECT programme, ended_on AS period,\ncompleted AS outcome,\n" + rest, "line 1: column_type period DATE"},
		{"SELECT programme, cohort AS period, completed AS outcome,\n'a' || 1 AS subject,\n2 AS weight, completed AS mature FROM trainees", "line 2: subject|line 3: weight"},
		{"SELECT programme, cohort AS period, completed AS outcome, trainee_id AS subject,\nCASE WHEN completed THEN 1 ELSE 0 END AS weight, completed AS mature FROM trainees", "line 2: weight"},
		{"WITH s AS (SELECT programme, cohort AS period, completed AS outcome, trainee_id AS subject,\n3 AS weight, completed AS mature FROM trainees) SELECT s.* FROM s", "line 2: weight"},
		{"WITH s AS (SELECT trainee_id AS subject, CAST(1 AS BIGINT) AS weight, programme, cohort AS period, completed AS mature FROM trainees) " +
			"SELECT s.programme, s.period, s.subject, s.weight AS weight, s.mature AS outcome, s.mature FROM s", ""},
		{"SELECT programme, cohort AS period, TRUE AS outcome, cohort || ' all' AS subject, 1 AS weight, TRUE AS mature FROM trainees UNION ALL\n" +
			"SELECT programme, cohort AS period, TRUE AS outcome, 'all' AS subject, 1 AS weight, TRUE AS mature FROM trainees", "line 2: subject"},
		{"SELECT programme,\nsum(gender) AS period,\n" + rest, "line 2: engine No function matches the given name and argument types 'sum(VARCHAR)'. You might need to add explicit type casts."},
	} {
		found, err := trial.Try(t.Context(), c.sql, Columns([]string{"BOOLEAN"}, false))
		if diff := cmp.Diff(c.want, strings.Join(told(found), "|")); diff != "" || err != nil {
			t.Errorf("%s\n%v\n-want +got\n%s", c.sql, err, diff)
		}
	}
}

func openTrial(t *testing.T) *Trial {
	t.Helper()
	trial, err := NewTrial(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := trial.Close(); err != nil {
			t.Error(err)
		}
	})
	return trial
}
