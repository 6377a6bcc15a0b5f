package store

import "testing"

func TestEngineHasItsThreadsAgainAfterAFile(t *testing.T) {
	s := open(t, t.TempDir())
	if err := s.setThreads(t.Context(), 3); err != nil {
		t.Fatal(err)
	}
	st, err := s.Stage(t.Context(), "companies", []string{"programme", "org_no"})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if many, err := s.threads(t.Context()); err != nil || many != 3 {
		t.Errorf("got %d threads (%v), want 3", many, err)
	}
}
