package main

import (
	"fmt"
	"os"

	"github.com/gpga/gpga/runtime/metal"
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

// onFake is gpga on a machine with a fake device whose dispatches have accidents. A fault of the engine, which the fake finds,
// ends in exit status 99.
func onFake(accident func(n int) fake.Accident) func() {
	return func() {
		sys := fake.New(fake.Options{Dispatch: accident})
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
