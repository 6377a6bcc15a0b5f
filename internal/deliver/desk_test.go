package deliver_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bolyst/internal/deliver"
)

// gate is a way to deliver that does what the test says. It is either of the kind that may be used twice, or it is not.
type gate struct {
	once bool
	came []deliver.Parcel
	does func(context.Context, deliver.Parcel) (string, error)
}

func (g *gate) Once() bool { return g.once }

func (g *gate) Deliver(ctx context.Context, p deliver.Parcel) (string, error) {
	g.came = append(g.came, p)
	if g.does == nil {
		return "teke imot", nil
	}
	return g.does(ctx, p)
}

// round is a desk over a folder, as it is after a new start.
func round(t *testing.T, folder string, at time.Time, g *gate, byHand bool, editions ...string) *deliver.Ledger {
	t.Helper()
	ledger, err := deliver.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	var orders []deliver.Order
	for _, edition := range editions {
		orders = append(orders, deliver.Order{Key: deliver.Key{Edition: edition, Target: "post", Recipient: "leiar"}, Audience: "board",
			Target: func() (deliver.Target, error) { return g, nil }, Parcel: func() (deliver.Parcel, error) { return deliver.Parcel{}, nil }})
	}
	desk := deliver.Desk{Ledger: ledger, Now: func() time.Time { return at }}
	if err := desk.Round(t.Context(), orders, byHand); err != nil {
		t.Fatal(err)
	}
	return ledger
}

var start = time.Date(2026, 11, 24, 6, 0, 0, 0, time.UTC)

func TestWhatHasBeenDeliveredIsNotDeliveredAgain(t *testing.T) {
	folder, g := t.TempDir(), &gate{}
	for range 3 {
		round(t, folder, start, g, false, "a")
		round(t, folder, start, g, true, "a")
	}
	if len(g.came) != 1 || g.came[0].Audience != "board" || g.came[0].Doubtful {
		t.Errorf("delivered %+v", g.came)
	}
}

func TestWhatFailsIsTriedLaterAndLaterAndSaidAndGivenUp(t *testing.T) {
	folder := t.TempDir()
	g := &gate{does: func(context.Context, deliver.Parcel) (string, error) {
		return "", &deliver.Fault{Code: deliver.CodeBusy, Asked: "post.example"}
	}}
	var tried, alarmed []time.Duration
	for after := time.Duration(0); after < 48*time.Hour; after += time.Minute {
		before := len(g.came)
		ledger := round(t, folder, start.Add(after), g, false, "a")
		if len(g.came) > before {
			tried = append(tried, after)
			if len(ledger.Findings()) > 0 {
				alarmed = append(alarmed, after)
			}
		}
	}
	if got, want := fmt.Sprint(tried), "[0s 1m0s 6m0s 21m0s 1h21m0s 4h21m0s 10h21m0s 22h21m0s]"; got != want {
		t.Errorf("tried after %s, want %s", got, want)
	}
	if len(alarmed) != 6 || alarmed[0] != 6*time.Minute {
		t.Errorf("said after %v, want from the third failure on", alarmed)
	}
	g.does = nil
	round(t, folder, start.Add(100*time.Hour), g, false, "a")
	if len(g.came) != 8 {
		t.Error("what is given up was tried by itself")
	}
	ledger := round(t, folder, start.Add(100*time.Hour), g, true, "a")
	if e := ledger.Entries()[0]; len(g.came) != 9 || e.State != deliver.Delivered || len(ledger.Findings()) > 0 {
		t.Errorf("by hand: %d tries, %+v", len(g.came), e)
	}
}

func TestWhatCannotGetBetterIsGivenUpAtOnce(t *testing.T) {
	g := &gate{does: func(context.Context, deliver.Parcel) (string, error) {
		return "", &deliver.Fault{Code: deliver.CodeRecipient, Final: true}
	}}
	ledger := round(t, t.TempDir(), start, g, false, "a")
	if found := ledger.Findings(); len(found) != 1 || !found[0].GivenUp() || found[0].Reason != deliver.CodeRecipient {
		t.Errorf("got %+v", found)
	}
}

// A kill leaves the ledger as it was when the parcel was on its way. What lies there once is laid there again; a message is
// sent again, and says that it may have come before.
func TestKillOnTheWayIsTriedAgainAndAMessageSaysThatItMayHaveComeBefore(t *testing.T) {
	for _, once := range []bool{true, false} {
		folder, g := t.TempDir(), &gate{once: once}
		var atKill []byte
		g.does = func(context.Context, deliver.Parcel) (string, error) {
			atKill, _ = os.ReadFile(filepath.Join(folder, "deliveries.jsonl"))
			return "", nil
		}
		round(t, folder, start, g, false, "a")
		if err := os.WriteFile(filepath.Join(folder, "deliveries.jsonl"), atKill, 0o600); err != nil {
			t.Fatal(err)
		}
		g.does = nil
		ledger := round(t, folder, start, g, false, "a")
		if e := ledger.Entries()[0]; len(g.came) != 2 || g.came[1].Doubtful == once || e.Doubtful == once || e.State != deliver.Delivered {
			t.Errorf("lies there once %v: %d tries, %+v", once, len(g.came), e)
		}
	}
}

func TestDeliveryThatKillsTheProgramEachTimeIsGivenUp(t *testing.T) {
	folder, g := t.TempDir(), &gate{}
	var atKill []byte
	g.does = func(context.Context, deliver.Parcel) (string, error) {
		atKill, _ = os.ReadFile(filepath.Join(folder, "deliveries.jsonl"))
		return "", nil
	}
	var found []deliver.Entry
	for range 20 {
		found = round(t, folder, start, g, false, "a").Findings()
		if len(found) > 0 {
			break
		}
		if err := os.WriteFile(filepath.Join(folder, "deliveries.jsonl"), atKill, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if len(g.came) != 8 || len(found) != 1 || found[0].Reason != "cut_short" {
		t.Errorf("killed %d times, then %+v", len(g.came), found)
	}
}

func TestStopOnTheWayDoesNotCountAsAnAttempt(t *testing.T) {
	folder, g := t.TempDir(), &gate{}
	ledger, err := deliver.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	g.does = func(ctx context.Context, _ deliver.Parcel) (string, error) { stop(); return "", ctx.Err() }
	order := deliver.Order{Key: deliver.Key{Edition: "a", Target: "post", Recipient: "leiar"},
		Target: func() (deliver.Target, error) { return g, nil }, Parcel: func() (deliver.Parcel, error) { return deliver.Parcel{}, nil }}
	desk := deliver.Desk{Ledger: ledger, Now: func() time.Time { return start }}
	if err := desk.Round(ctx, []deliver.Order{order, {Key: deliver.Key{Edition: "a", Target: "mappe"}}}, false); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want that it stopped", err)
	}
	g.does = nil
	if e := round(t, folder, start, g, false, "a").Entries()[0]; e.Attempt != 1 || e.State != deliver.Delivered || !e.Doubtful {
		t.Errorf("got %+v", e)
	}
}

func TestNewerEditionTakesThePlaceOfOneThatDidNotArrive(t *testing.T) {
	folder := t.TempDir()
	g := &gate{does: func(context.Context, deliver.Parcel) (string, error) {
		return "", &deliver.Fault{Code: deliver.CodeRecipient, Final: true}
	}}
	round(t, folder, start, g, false, "a")
	g.does = nil
	ledger := round(t, folder, start.Add(time.Hour), g, false, "b")
	if found := ledger.Findings(); len(found) > 0 || len(g.came) != 2 || g.came[1].Edition != "b" {
		t.Errorf("findings %+v, came %+v", found, g.came)
	}
	if e, _ := ledger.Last(deliver.Key{Edition: "a", Target: "post", Recipient: "leiar"}); e.State != deliver.Replaced {
		t.Errorf("the older one: %+v", e)
	}
}

func TestPanicIsAFailureAndTheOthersAreDelivered(t *testing.T) {
	g := &gate{does: func(_ context.Context, p deliver.Parcel) (string, error) {
		if p.Edition == "a" {
			panic("Kari Nordmann")
		}
		return "", nil
	}}
	folder := t.TempDir()
	ledger := round(t, folder, start, g, false, "a", "b")
	var states []string
	for _, e := range ledger.Entries() {
		states = append(states, e.Edition+" "+string(e.State)+" "+e.Reason)
	}
	if !slices.Equal(states, []string{"a failed panic", "b delivered "}) {
		t.Errorf("got %q", states)
	}
	if content, _ := os.ReadFile(filepath.Join(folder, "deliveries.jsonl")); strings.Contains(string(content), "Kari") {
		t.Errorf("the ledger says\n%s", content)
	}
}

func TestGarbledLineOfTheLedgerIsNamed(t *testing.T) {
	for _, line := range []string{"{broken}", `{"target":"post","state":"delivered"}`} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "deliveries.jsonl"), []byte(line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := deliver.Open(folder); err == nil || !strings.Contains(err.Error(), "deliveries.jsonl:1") {
			t.Errorf("%s: got %v", line, err)
		}
	}
}

func TestLedgerThatCannotBeWrittenStopsTheDeliveries(t *testing.T) {
	folder, g := t.TempDir(), &gate{}
	ledger, err := deliver.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, "deliveries.jsonl"), 0o700); err != nil {
		t.Fatal(err)
	}
	order := deliver.Order{Key: deliver.Key{Edition: "a", Target: "post"},
		Target: func() (deliver.Target, error) { return g, nil }, Parcel: func() (deliver.Parcel, error) { return deliver.Parcel{}, nil }}
	err = deliver.Desk{Ledger: ledger, Now: now}.Round(t.Context(), []deliver.Order{order}, false)
	if err == nil || !strings.Contains(err.Error(), "deliveries.jsonl") || len(g.came) > 0 {
		t.Errorf("got %v, and %d deliveries", err, len(g.came))
	}
}
