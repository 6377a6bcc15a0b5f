package dashboards

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestWithoutEChartsOneSentenceNamesWhatToRun(t *testing.T) {
	onlyReadme := fstest.MapFS{"assets/README.md": {Data: []byte("#")}}
	err := writeAssets(onlyReadme, func(name string, _ []byte) error {
		t.Errorf("got %s written, want nothing", name)
		return nil
	})
	if !errors.Is(err, ErrNotBuilt) || !strings.Contains(err.Error(), "`make build`") {
		t.Errorf("got %v, want a sentence with make build", err)
	}
}

func TestAssetsComeWithTheirLicences(t *testing.T) {
	built := fstest.MapFS{
		"assets/echarts.min.js": {Data: []byte("js")}, "assets/LICENSE": {Data: []byte("licence")}, "assets/NOTICE": {Data: []byte("notice")},
	}
	var names []string
	err := writeAssets(built, func(name string, content []byte) error {
		if len(content) == 0 {
			t.Errorf("got %s empty", name)
		}
		names = append(names, name)
		return nil
	})
	if want := []string{"app.js", "echarts.LICENSE.txt", "echarts.NOTICE.txt", "echarts.min.js", "style.css"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("got %v, %v, want %v", names, err, want)
	}
}

func TestStyleAndScriptAskNobodyElse(t *testing.T) {
	for _, name := range []string{"page/style.css", "page/app.js"} {
		content, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, forbidden := range []string{"http:", "https:", "@import", "url(", "innerHTML", "eval(", "new Function", "localStorage", "document.cookie"} {
			if strings.Contains(string(content), forbidden) {
				t.Errorf("%s: got %q", name, forbidden)
			}
		}
	}
}
