module github.com/sinolac/sinolac/lac/tabular/xlsx

go 1.25.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/richardlehane/mscfb v1.0.7
	github.com/shopspring/decimal v1.6.0
	github.com/sinolac/sinolac v0.0.0
	github.com/xuri/excelize/v2 v2.11.0
	pgregory.net/rapid v1.3.0
)

require (
	github.com/richardlehane/msoleps v1.0.6 // indirect
	github.com/tiendc/go-deepcopy v1.7.2 // indirect
	github.com/xuri/efp v0.0.1 // indirect
	github.com/xuri/nfp v0.0.2-0.20250530014748-2ddeb826f9a9 // indirect
	golang.org/x/crypto v0.53.0 // indirect
	golang.org/x/net v0.56.0 // indirect
	golang.org/x/text v0.41.0 // indirect
)

replace github.com/sinolac/sinolac => ../../..
