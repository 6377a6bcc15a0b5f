# make demo    build the program and show the example in the browser
# make test    the same preparation, then the tests; with CI=true, as in .ci/run, every round of them
# make build   bin/bolyst
# make check   format, vet, staticcheck, govulncheck
# make bench   the benchmarks
# make release bin/release: the program as it is handed out, what it is made of, and checksums; the same bytes everywhere
# make clean   remove what was built or fetched
#
# Needed: Go 1.26 or newer, gcc with libstdc++, npm. The first run fetches the
# Go modules and five npm packages; later runs need no network.

export CGO_ENABLED = 1

ASSETS := dashboards/assets
# Arguments handed on, e.g. make demo DEMOFLAGS='--port 9000', make test TESTFLAGS='-v -race'
DEMOFLAGS ?=
TESTFLAGS ?=
# Which benchmarks, e.g. make bench BENCH=Ingest
BENCH ?= .
# Database of known vulnerabilities as govulncheck's -db takes it; default: the public one.
VULNDB ?=

.PHONY: demo test build release check format vet staticcheck vulncheck bench clean machine assets

demo: build
	bin/bolyst demo $(DEMOFLAGS)

test: assets
	go test $(TESTFLAGS) ./...

build: assets
	go build -trimpath -o bin/bolyst ./cmd/bolyst

# Nothing of the machine or the folder goes into the program, and no debug symbols. The list of what it is made of names
# every module with its version and licence, in the CycloneDX form.
release: assets
	mkdir -p bin/release
	CGO_LDFLAGS=-Wl,--build-id=none go build -trimpath -buildvcs=auto -ldflags='-s -w -buildid=' -o bin/release/bolyst ./cmd/bolyst
	go tool -modfile=deploy/tools.mod cyclonedx-gomod app -json -licenses -noserial -notimestamp -main cmd/bolyst -output bin/release/bolyst.cdx.json .
	cp deploy/bolyst.service bin/release/
	cd bin/release && sha256sum bolyst bolyst.cdx.json bolyst.service > SHA256SUMS

check: format vet staticcheck vulncheck

format:
	@bad=$$(gofmt -l $$(find . -name '*.go' -not -path './node_modules/*')); \
	test -z "$$bad" || { echo "gofmt would change:"; echo "$$bad"; exit 1; }

vet: assets
	go vet ./...

staticcheck: assets
	go tool staticcheck ./...

vulncheck: assets
	go tool govulncheck $(if $(VULNDB),-db $(VULNDB)) ./...

bench: assets
	go test -timeout 60m -run '^$$' -bench '$(BENCH)' -benchmem ./...

clean:
	rm -rf bin node_modules
	find $(ASSETS) -type f -not -name README.md -delete

# What is missing on the machine is named in one sentence, before anything else is tried.
machine:
	@missing=; \
	minor=$$(go version 2>/dev/null | sed -n 's/.*go1\.\([0-9]*\).*/\1/p'); \
	test "$${minor:-0}" -ge 26 || missing="$$missing, Go >= 1.26"; \
	cc=$$(go env CC 2>/dev/null || true); cc=$${cc:-gcc}; \
	if ! command -v $${cc%% *} >/dev/null; then missing="$$missing, $$cc"; \
	elif test "$$(uname)" = Linux; then \
		case $$($$cc -print-file-name=libstdc++.so) in \
			*/*) ;; \
			*) missing="$$missing, libstdc++ (g++)" ;; \
		esac; \
	fi; \
	command -v npm >/dev/null || missing="$$missing, npm"; \
	test -z "$$missing" || { \
		echo "Dette mangler på maskinen: $${missing#, }."; \
		echo "Missing on this machine: $${missing#, }."; \
		exit 1; }

# The pages' one front-end library, the parts of it that they use in one file,
# embedded into the binary. Its licence and those of what is bundled go along.
assets: $(ASSETS)/echarts.min.js $(ASSETS)/LICENSE $(ASSETS)/NOTICE

node_modules/.package-lock.json: package-lock.json | machine
	npm ci
	@touch $@

$(ASSETS)/echarts.min.js: dashboards/page/charts.mjs node_modules/.package-lock.json | machine
	node_modules/.bin/esbuild $< --bundle --minify --format=iife --target=es2018 \
		--legal-comments=none --log-level=warning --outfile=$@

$(ASSETS)/LICENSE: node_modules/.package-lock.json
	{ cat node_modules/echarts/LICENSE; \
	  printf '\n==== d3, in echarts.min.js ====\n\n'; cat node_modules/echarts/licenses/LICENSE-d3; \
	  printf '\n==== zrender, in echarts.min.js ====\n\n'; cat node_modules/zrender/LICENSE; \
	  printf '\n==== tslib, in echarts.min.js ====\n\n'; cat node_modules/tslib/LICENSE.txt; } > $@.part
	mv $@.part $@

$(ASSETS)/NOTICE: node_modules/.package-lock.json
	cp node_modules/echarts/NOTICE $@
