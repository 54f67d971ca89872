# sayso: the few things that one does with it. Everything needs Go and make alone; modules come on the first run.
.PHONY: run test check race build dist man beam-test report-test gallery bench bench-peers fuzz soak hostile golden rates confidence eval

# What is compiled once is compiled for all: run, test and build share these flags with .ci/build.
export CGO_ENABLED = 0
export GOFLAGS := -trimpath $(GOFLAGS)

run: build ## read an article that ships with the project
	./sayso -f text testdata/articles/fr/usine-batteries.html

test: build ## run the whole suite: units, rule examples, golden articles, command line cases, README commands
	go vet ./...
	go test ./...
	./sayso rules test

check: ## ask go vet, staticcheck, shellcheck and govulncheck of the sources
	.ci/check

race: ## test the packages that goroutines run through with the race detector; needs a C compiler
	.ci/race

build: ## make the one static binary ./sayso
	@.ci/build sayso

man: ## write the pages of the manual into dist/man
	go run -tags man ./cmd/sayso man dist/man

dist: ## build the release's archives for six systems, with checksums, into dist/
	.ci/dist

beam-test: ## test the Beam pipeline, a module of its own, on Beam's own runner
	cd cmd/sayso-beam && go vet ./... && go test ./...

report-test: ## try the HTML report in Chromium, with axe-core; needs npm and chromium
	.ci/report-test

gallery: ## take the pictures that the README shows; needs chromium
	.ci/gallery

bench: ## print the benchmarks: of the packages, paces beside an earlier version's, growth, workers and memory
	.ci/bench

bench-peers: ## print the paces of packages that do a part of what sayso does beside its own; needs npm
	.ci/bench-peers

fuzz: ## run every fuzz target for FUZZTIME each
	go test ./... -list '^Fuzz' | awk '/^Fuzz/ {f[++n]=$$1} /^ok/ {for (i=1; i<=n; i++) print f[i], $$2; n=0}' | \
	while read f p; do go test $$p -run '^$$' -fuzz "^$$f$$" -fuzztime $${FUZZTIME:-30s} || exit 1; done

soak: ## read a million short articles and ten thousand long ones, killed and gone on with every few minutes (hours)
	go test ./cmd/sayso/trials -run '^TestSoak$$' -v -soak -timeout 24h

hostile: ## try 400 hostile inputs of all kinds, and count the steps of what every rule begins with (an hour)
	go test ./cmd/sayso/trials -run '^TestHostile$$' -v -hostile -timeout 4h
	go test ./extract -run '^TestStepsAreLinear$$' -hostile -timeout 4h

rates: ## make the table of exchange rates that ships with the program anew; needs npm
	go run rules/data/*.go rates

confidence: build ## measure the built-in rules on a folder of gold: make confidence GOLD=dir
	for l in fr pt en; do ./sayso rules score -o rules/$$l/confidence.yaml $$(ls $(GOLD)/dev/*.$$l.jsonl | grep -v -e suites -e pairs) || exit 1; done

eval: build ## score the program on a folder of gold: make eval GOLD=dir
	for f in $(GOLD)/dev/*.jsonl; do $(GOLD)/score.py $$f -- ./sayso --from jsonl -f jsonl --text - || exit 1; done

golden: ## rewrite every golden file and the README's outputs; look at the difference before you commit it
	go test $$(grep -rl 'flag.Bool("update"' --include=*_test.go . | xargs -n1 dirname | sort -u) -update
