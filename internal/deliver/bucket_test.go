package deliver_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"bolyst/internal/deliver"
)

// aStore is a server that speaks S3, with one bucket, and lets those in who know the key.
func aStore(t *testing.T) (address string, backend *s3mem.Backend, refuse *int) {
	t.Helper()
	backend, refuse = s3mem.New(), new(int)
	if err := backend.CreateBucket("styret"); err != nil {
		t.Fatal(err)
	}
	s3 := gofakes3.New(backend).Server()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("Authorization"), "Credential=nokkel/") {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		if *refuse > 0 && strings.Contains(r.URL.Path, "latest-") {
			w.WriteHeader(*refuse)
			return
		}
		s3.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	t.Setenv("AWS_ACCESS_KEY_ID", "nokkel")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "hemmeleg")
	t.Setenv("AWS_MAX_ATTEMPTS", "1")
	return "s3://styret?region=eu-north-1&use_path_style=true&disable_https=true&endpoint=" + server.URL, backend, refuse
}

// held reads all that lies in the store.
func held(t *testing.T, backend *s3mem.Backend) map[string]string {
	t.Helper()
	list, err := backend.ListBucket("styret", &gofakes3.Prefix{}, gofakes3.ListBucketPage{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, found := range list.Contents {
		object, err := backend.GetObject("styret", found.Key, nil)
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(object.Contents)
		if err != nil {
			t.Fatal(err)
		}
		all[found.Key] = string(content)
	}
	return all
}

// wantIn is what lies in a store after the parcel has been delivered there.
func wantIn(prefix string) map[string]string {
	return map[string]string{
		prefix + "2010-12-31-b0025-12ec25e5-board/index.html":       "<title>KOM</title>",
		prefix + "2010-12-31-b0025-12ec25e5-board/nn/bolyst.xlsx":   "PK\x03\x04 ein arbeidsbok",
		prefix + "2010-12-31-b0025-12ec25e5-board/data/figures.csv": "",
		prefix + "latest-board.txt":                                 "2010-12-31-b0025-12ec25e5-board\n",
	}
}

func TestBucketHoldsTheWholeParcelOnceHoweverOftenItIsDelivered(t *testing.T) {
	p := aParcel(t)
	address, backend, _ := aStore(t)
	folder := t.TempDir()
	for range 2 {
		for _, b := range []deliver.Bucket{{URL: address, Prefix: "tal/"}, {URL: "file://" + filepath.ToSlash(folder)}} {
			if receipt, err := b.Deliver(t.Context(), p); err != nil || receipt != b.Prefix+p.Name() {
				t.Fatalf("%s: got %q, %v", b.URL, receipt, err)
			}
		}
	}
	if diff := cmp.Diff(wantIn("tal/"), held(t, backend)); diff != "" {
		t.Errorf("S3 (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantIn(""), tree(t, folder)); diff != "" {
		t.Errorf("folder (-want +got):\n%s", diff)
	}
}

func TestStoreNamesWhatIsCompleteAlone(t *testing.T) {
	p := aParcel(t)
	address, backend, _ := aStore(t)
	b := deliver.Bucket{URL: address}
	if err := os.WriteFile(p.Files[0].Path, []byte("noko anna"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := b.Deliver(t.Context(), p)
	if f := faultOf(t, err); f.Code != deliver.CodeDamaged || !f.Final {
		t.Errorf("damaged: got %+v", f)
	}
	if all := held(t, backend); len(all) != 0 {
		t.Errorf("the store holds %v", all)
	}
}

func TestRefusalsOfTheStoreSayWhetherToTryAgain(t *testing.T) {
	p := aParcel(t)
	address, _, refuse := aStore(t)
	for code, want := range map[int]deliver.Fault{http.StatusForbidden: {Code: deliver.CodeSignIn, Final: true}, http.StatusServiceUnavailable: {Code: deliver.CodeStorage}} {
		*refuse = code
		_, err := deliver.Bucket{URL: address}.Deliver(t.Context(), p)
		if f := faultOf(t, err); f.Code != want.Code || f.Final != want.Final || strings.Contains(f.Error(), "hemmeleg") {
			t.Errorf("%d: got %+v", code, f)
		}
	}
	*refuse = 0
	_, err := deliver.Bucket{URL: strings.Replace(address, "//styret", "//finst-ikkje", 1)}.Deliver(t.Context(), p)
	if f := faultOf(t, err); f.Code != deliver.CodeMissing {
		t.Errorf("no such bucket: got %+v", f)
	}
	t.Setenv("AWS_ACCESS_KEY_ID", "ein annan")
	_, err = deliver.Bucket{URL: address}.Deliver(t.Context(), p)
	if f := faultOf(t, err); f.Code != deliver.CodeSignIn || !f.Final {
		t.Errorf("wrong key: got %+v", f)
	}
	_, err = deliver.Bucket{URL: "file://" + filepath.ToSlash(filepath.Join(t.TempDir(), "ikkje der"))}.Deliver(t.Context(), p)
	if f := faultOf(t, err); f.Code != deliver.CodeMissing {
		t.Errorf("no such folder: got %+v", f)
	}
}
