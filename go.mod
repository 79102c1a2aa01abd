module github.com/gpga/gpga

go 1.26

require (
	github.com/ebitengine/purego v0.10.2
	github.com/spf13/cobra v1.10.2
	github.com/spf13/pflag v1.0.10
	github.com/tetratelabs/wazero v1.12.0
)

require (
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	golang.org/x/sys v0.44.0 // indirect
)
