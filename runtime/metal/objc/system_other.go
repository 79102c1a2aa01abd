//go:build !darwin

package objc

import (
	"fmt"
	"runtime"
)

// Open returns the machine's own Objective-C runtime: an error, as this is no macOS.
func Open() (System, error) {
	return nil, fmt.Errorf("Metal needs macOS; this is %s/%s", runtime.GOOS, runtime.GOARCH)
}
