package main

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/archive"
	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// hasDevice is whether this machine has a Metal device.
func hasDevice() bool {
	sys, err := objc.Open()
	if err != nil {
		return false
	}
	m, err := metal.Survey(sys)
	return err == nil && len(m.Devices) > 0
}

// onFake is gpga on a machine with a fake device, which the process that compiles shaders has one of, too. A fault of the engine,
// which the fake finds, ends in exit status 99.
func onFake(o fake.Options) func() {
	return func() {
		sys := fake.New(o)
		metalSystem = func() (objc.System, error) { return sys, nil }
		status := run(os.Args[1:])
		if err := sys.Close(); err != nil {
			fmt.Fprintln(os.Stderr, "fake:", err)
			status = 99
		}
		os.Exit(status)
	}
}

// losesDevice fails the third dispatch after it has written over the whole state.
func losesDevice(n int) fake.Accident {
	if n == 2 {
		return fake.Accident{Code: 2, Text: "Caused GPU Timeout Error (00000002:kIOAccelCommandBufferCallbackErrorTimeout)", Wreck: true}
	}
	return fake.Accident{}
}

// never is a compilation that does not come to an end.
func never(string) fake.Failure { return fake.Failure{Until: make(chan struct{})} }

// dies kills the process that compiles.
func dies(string) fake.Failure {
	syscall.Kill(os.Getpid(), syscall.SIGKILL)
	select {}
}

// eats is a compilation that takes more and more memory.
func eats(string) fake.Failure {
	for list := [][]byte{}; ; time.Sleep(time.Millisecond) {
		b := make([]byte, 16<<20)
		for i := range b {
			b[i] = byte(i)
		}
		list = append(list, b)
		runtime.KeepAlive(list)
	}
}

// spoils truncates the archive that was used last, and is gpga on a fake device.
func spoils() {
	dir, err := archive.DefaultDir()
	if err == nil {
		var s *archive.Store
		if s, err = archive.Open(dir, 0); err == nil {
			var list []*archive.Entry
			if list, err = s.List(); err == nil && len(list) > 0 {
				err = os.Truncate(list[0].Path(), 10)
			}
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(98)
	}
	onFake(fake.Options{})()
}
