package dashboards

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

// built holds what `make build` fetches: ECharts and its licence texts. A plain `go build` finds only the README there.
//
//go:embed assets
var built embed.FS

// ErrNotBuilt says that this program was built without ECharts.
var ErrNotBuilt = errors.New("page assets: ECharts is not in this program; build it with `make build`")

// assetNames lists the files of assets/ as a page has them, and where they come from.
var assetNames = []struct{ name, from string }{
	{"app.js", "page/app.js"},
	{"echarts.LICENSE.txt", "assets/LICENSE"},
	{"echarts.NOTICE.txt", "assets/NOTICE"},
	{"echarts.min.js", "assets/echarts.min.js"},
	{"style.css", "page/style.css"},
}

// Assets hands every file of a page's assets/ folder to write, in the order of their names.
func Assets(write func(name string, content []byte) error) error { return writeAssets(built, write) }

func writeAssets(built fs.FS, write func(name string, content []byte) error) error {
	contents := make([][]byte, len(assetNames)) // all or nothing
	for at, asset := range assetNames {
		from := fs.FS(files)
		if asset.from != "page/"+asset.name {
			from = built
		}
		content, err := fs.ReadFile(from, asset.from)
		if errors.Is(err, fs.ErrNotExist) {
			return ErrNotBuilt
		}
		if err != nil {
			return fmt.Errorf("page assets: %w", err)
		}
		contents[at] = content
	}
	for at, asset := range assetNames {
		if err := write(asset.name, contents[at]); err != nil {
			return fmt.Errorf("page assets: %s: %w", asset.name, err)
		}
	}
	return nil
}
