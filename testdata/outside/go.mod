// A program outside the module, as a user has it. .ci/run copies it, points it
// at this tree with a replace directive, and compares what it prints with
// want.txt. By hand, in a copy of this folder:
//
//	go mod edit -replace github.com/sinolac/sinolac=/path/to/sinolac
//	go mod tidy && go run .
module example.com/factdesk

go 1.25.0
